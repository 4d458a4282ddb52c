"""Templates written as plainer Python say what they say in Jinja's own."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from noticeboard.rendering.template_code import TemplateEnvironment, escaped, references_of

PARTS = """
{%- macro cell(text, href="", head=false) -%}
<{{ "th" if head else "td" }}>{% if href %}<a href="{{ href }}">{{ text }}</a>{% else %}{{ text }}{% endif %}</td>
{%- endmacro -%}
{%- macro rows(items) %}{% for item in items %}{{ caller(item, loop.index) }};{% endfor %}{% endmacro -%}
{%- macro needs(text) %}{{ text }}{% endmacro -%}
{%- macro rest(text) %}{{ text }}{{ varargs }}{{ kwargs }}{% endmacro -%}
{%- macro taken(macro, marked, class="c") %}{{ macro }}{{ marked }}{{ class }}{% endmacro -%}
{%- macro said() %}{{ word() }}{% endmacro -%}
{%- macro nested(depth) %}<{{ depth }}{% if depth %}{{ nested(depth - 1) }}{% endif %}>{% endmacro -%}
"""


def rendered(template: str, plainer: bool, **view: Any) -> str:
    """What a template makes of a view, or the kind of error that it stops with."""
    sources = {"parts.html": PARTS, "page.html": "{% import 'parts.html' as parts %}" + template}
    kind = TemplateEnvironment if plainer else jinja2.Environment
    environment = kind(loader=jinja2.DictLoader(sources), autoescape=True, undefined=jinja2.StrictUndefined)
    environment.globals["word"] = "<字>".upper
    try:
        return environment.get_template("page.html").render(**view)
    except (jinja2.TemplateError, TypeError) as error:
        return type(error).__name__


@pytest.mark.parametrize(
    "template",
    (
        "{{ x }}{{ n }}{{ none }}{{ html }}{{ [x, html] }}{{ x|upper }}{{ 1.5 }}",
        "{{ parts.cell(x) }}{{ parts.cell(html, x, true) }}{{ parts.cell(x, head=true) }}{{ parts.cell(text=n) }}",
        "{{ parts.cell(parts.cell(x), parts.cell(html)) }}{{ parts.nested(3) }}",
        "{% call(item, i) parts.rows((x, html, n)) %}{{ i }}{{ item }}{% endcall %}",
        "{% for a in (1, 2) %}{% call(b, i) parts.rows((x,)) %}{{ a }}{{ b }}{{ i }}{% endcall %}{% endfor %}",
        "{{ parts.rest(x, 2, y=html) }}{{ parts.taken(x, html) }}{{ parts.taken(marked=1, macro=x) }}",
        "{{ parts.taken(1, 2, class=x) }}{{ parts.cell(*(x, html)) }}{{ parts.cell(**{'text': x}) }}",
        "{% block a %}{{ parts.cell(x) }}{{ x.upper() }}{% endblock %}{{ self.a() }}",
        "{% set made %}{{ x }}{% endset %}{{ made }}{{ made ~ x }}{{ range(3)|join(x) }}",
        "{% autoescape false %}{{ x }}{{ parts.cell(x) }}{% endautoescape %}",
        "{{ parts.said() }}{% from 'parts.html' import said %}{{ said() }}{% include 'parts.html' %}",
        "{% import 'parts.html' as again with context %}{{ again.said() }}{{ again.cell(x) }}",
        "{% for a in (1, 2) %}{% import 'parts.html' as inside %}{{ inside.cell(a) }}{% endfor %}",
        "{% import 'nowhere.html' as nowhere %}",
        "{{ parts.cell() }}",
        "{{ parts.cell(1, 2, 3, 4) }}",
        "{{ parts.cell(1, other=2) }}",
        "{{ parts.rows((1,)) }}",
        "{% call parts.cell(1) %}{% endcall %}",
        "{{ parts.nothing(1) }}",
        "{{ missing_one(1) }}",
        "{{ missing_one }}",
    ),
)
def test_a_template_means_what_it_means_to_jinja(template: str) -> None:
    view = {"x": "<b>“甲” & 'b'", "html": Markup("<i>a</i>"), "n": 3, "none": None}
    assert rendered(template, True, **view) == rendered(template, False, **view)


def test_a_template_knows_the_templates_that_it_names() -> None:
    sources = {"a": "{% extends 'b' %}{% import 'c' as c %}{% include name %}{% include 'd' %}", "e": "甲"}
    environment = TemplateEnvironment(loader=jinja2.DictLoader(sources))
    assert references_of(environment.get_template("a")) == ("b", "c", "d")
    assert references_of(environment.get_template("e")) == ()


@given(st.one_of(st.text(), st.sampled_from("&<>\"'a甲 ").map(lambda one: one * 3), st.integers(), st.none()))
def test_what_is_escaped(value: Any) -> None:
    assert escaped(value) == str(escape(value))
    assert escaped(Markup(value)) == str(Markup(value))
