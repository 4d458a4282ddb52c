"""Templates as Python functions say what they say in Jinja, and nothing where they are left to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from noticeboard.rendering.direct.templates import DirectTemplates
from noticeboard.rendering.escaping import escaped
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme

PARTS = """
{%- macro cell(text, href="", head=false) -%}
<{{ "th" if head else "td" }}>{% if href %}<a href="{{ href }}">{{ text }}</a>{% else %}{{ text }}{% endif %}</td>
{%- endmacro -%}
{%- macro rows(items) %}{% for item in items %}{{ caller(item, loop.index) }};{% endfor %}{% endmacro -%}
{%- macro said() %}{{ word() }}{{ later }}{{ _own }}{% endmacro -%}
{%- macro nested(depth) %}<{{ depth }}{% if depth %}{{ nested(depth - 1) }}{% endif %}>{% endmacro -%}
{%- macro kind(text) %}{% set text = text or "—" %}{% set kind %}<{{ text }}>{% endset %}{{ kind }}{% endmacro -%}
{%- set later, _own = cell("<"), {"a": "<"} -%}
"""
REST = "{% macro rest(text) %}{{ text }}{{ varargs }}{{ kwargs }}{% endmacro %}"
PAGE = """{% import "parts.html" as parts %}<title>{% block title %}{{ x }}{% endblock %}</title>
{% for each in (n, html) %}{% block each scoped %}{{ each }}{{ loop.first }}{% endblock %}{% endfor %}
{% block main %}{% for each in (1, 2) %}{% block inside %}{{ x }}{% endblock %}{% endfor %}{% endblock %}"""
ROW = "{{ x }}{{ row.a }}"


@dataclass(frozen=True)
class Row:
    """What templates ask here."""

    a: str = "<"
    items: str = "&"


VIEW = {
    "x": "<b>“甲” & 'b'",
    "n": 3,
    "none": None,
    "html": Markup("<i>a</i>"),
    "row": Row(),
    "rows": (Row(), Row("")),
}


def environment_of(template: str) -> jinja2.Environment:
    sources = {
        "parts.html": PARTS,
        "rest.html": REST,
        "page.html": PAGE,
        "row.html": ROW,
        "own.html": template,
    }
    made = jinja2.Environment(
        loader=jinja2.DictLoader(sources), autoescape=True, undefined=jinja2.StrictUndefined
    )
    made.globals["word"] = "<字>".upper
    made.globals["t"] = {"skip": "<跳>"}.__getitem__
    return made


def rendered(template: str, **view: Any) -> tuple[str | None, str]:
    """What the function of a template makes of a view, None where it makes nothing, and what Jinja makes of it."""
    environment = environment_of(template)
    made = DirectTemplates(environment, {"skip": "<跳>"}).rendered("own.html", view)
    try:
        return made, environment.get_template("own.html").render(**view)
    except (jinja2.TemplateError, TypeError, KeyError) as error:
        return made, type(error).__name__


IMPORT = "{% import 'parts.html' as parts %}"


@pytest.mark.parametrize(
    "template",
    (
        "{{ x }}{{ n }}{{ none }}{{ html }}{{ [x, html] }}{{ x|upper }}{{ 1.5 }}{{ 'a<' }}{{ true }}",
        "{{ t('skip') }}{{ t('sk' ~ 'ip') }}{{ t('skip').format(1) }}{{ word() }}",
        "{{ row.a }}{{ row.items }}{{ {'a': x}.a }}{{ {'a': x}['a'] }}{{ rows[0].a }}{{ x[1:3] }}{{ rows[-1].a }}",
        "{{ n + 1 - 2 * 3 / 4 // 5 % 6 ** 2 }}{{ -n }}{{ not n }}{{ 1 < n <= 3 }}{{ n not in (1, 3) }}",
        "{{ x ~ html }}{{ x ~ n }}{{ x or n }}{{ none and n }}",
        "{{ x if n else html }}{{ x if not n }}{{ (x if none)|length }}{{ n in [3] }}",
        "{{ rows|selectattr('a')|first is defined }}{{ rows|map(attribute='a')|join(x) }}",
        "{{ x is string }}{{ n is odd }}",
        "{{ row.missing is defined }}{{ missing is undefined }}{{ missing|default(x) }}{{ rows[7] is defined }}",
        "{{ row.a is defined }}{{ x is defined }}{{ word is defined }}{{ row.missing|default(x) }}",
        "{{ x|replace('b', html) }}{{ html|replace('a', x) }}{{ html|safe }}{{ x|safe }}",
        "{{ n|round(2) }}{{ x|trim }}",
        "{% for a in (1, 2, 3) %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ a }}{% endfor %}",
        "{% for a in (1, 2, 3) %}{{ loop.last }}{% for b in (a, x) %}{{ loop.first }}{% endfor %}{% endfor %}",
        "{% for a, b in ((1, x), (2, html)) %}{% if loop.first %}{{ b }}{% elif a %}-{% endif %}{% endfor %}",
        "{% for a in (1, 2, 0) %}{% if a == 1 %}{% set y = a %}{% endif %}{{ n }}{% endfor %}",
        "{% set n = 1 %}{% for a in (1, 2) %}{{ n }}{% set n = n + a %}{{ n }}{% endfor %}{{ n }}",
        "{% for n in (n, 2) %}{% if n == 3 %}{% set x = n %}{% endif %}{{ x }}{% endfor %}{{ n }}",
        "{% set made %}{{ x }}{% endset %}{{ made }}{{ made ~ x }}{{ range(3)|join(x) }}",
        "{% with a = x, b = n %}{{ a }}{% set a = b %}{{ a }}{% endwith %}",
        IMPORT
        + "{{ parts.cell(x) }}{{ parts.cell(html, x, true) }}{{ parts.cell(x, head=true) }}{{ parts.cell(text=n) }}",
        IMPORT
        + "{{ parts.cell(parts.cell(x), parts.cell(html)) }}{{ parts.nested(3) }}{{ parts.later }}{{ parts.said() }}",
        IMPORT + "{{ parts.kind('') }}{{ parts.kind(x) }}{{ parts.cell(x) if n else x }}",
        IMPORT + "{% call(item, i) parts.rows((x, html, n)) %}{{ i }}{{ item }}{% endcall %}",
        IMPORT
        + "{% for a in (1, 2) %}{% call(b, i) parts.rows((x,)) %}{{ loop.index }}{{ a }}{% endcall %}{% endfor %}",
        IMPORT
        + "{% macro own(a) %}{{ x }}{{ a }}{{ parts.cell(n) }}{% endmacro %}{{ own(1) }}{{ [own(x)] }}",
        "{% extends 'page.html' %}",
        "{% extends 'page.html' %}{% block title %}-{{ super() }}-{% endblock %}text",
        "{% extends 'page.html' %}{% set n = 7 %}{% block main %}{{ parts.cell(n) }}{{ super() }}{% endblock %}",
        "{% extends 'page.html' %}{% block inside %}{{ super() }}{% set x = 1 %}{{ x }}{% endblock %}",
        "{% extends 'page.html' %}{% block each %}{% for a in (1,) %}{{ each }}{{ a }}{% endfor %}{% endblock %}",
        "{% extends 'page.html' %}{% macro own() %}{{ x }}{% endmacro %}{% block main %}{{ own() }}{% endblock %}",
        "{% extends 'page.html' %}{% macro own() %}{{ parts.nested(1) }}{% endmacro %}"
        "{% block main %}{{ own() }}{% endblock %}",
        "{% macro a() %}{{ y }}{{ b() }}{% endmacro %}{% set y = x %}{% macro b() %}1{% endmacro %}{{ a() }}",
        "{% for row in rows %}{% with x = n %}{% include 'row' ~ '.html' %}{% endwith %}{% endfor %}",
    ),
)
def test_a_function_makes_what_jinja_makes(template: str) -> None:
    made, expected = rendered(template, **VIEW)
    assert made == expected


@pytest.mark.parametrize(
    "template",
    (
        "{{ missing_one }}",
        "{{ missing_one(1) }}",
        "{{ row.missing }}",
        "{{ missing.missing is defined }}",
        "{{ rows[7] }}",
        "{{ t('none') }}",
        "{% for a in (1, 2) %}{% if a == 1 %}{% set y = a %}{% endif %}{{ y }}{% endfor %}",
        "{% if none %}{% set y = 1 %}{% endif %}{{ y }}",
        "{% for a in () %}{% else %}{{ x }}{% endfor %}{% for a in (1, 2) if a > 1 %}{{ a }}{% endfor %}",
        "{% block a %}{{ x.upper() }}{% endblock %}{{ self.a() }}",
        "{% autoescape false %}{{ x }}{% endautoescape %}{% filter upper %}{{ x }}{% endfilter %}",
        "{% include 'nowhere.html' ignore missing %}{% include ['nowhere.html', 'row.html'] %}",
        "{% extends 'page.html' if n else 'rest.html' %}",
        "{% extends 'page.html' %}{% if n %}{% set x = 2 %}{% endif %}",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "{% import 'rest.html' as rest %}{{ rest.rest(x, 2, y=html) }}",
        "{% from 'parts.html' import said %}{{ said() }}{% include 'parts.html' %}",
        "{% import 'parts.html' as again with context %}{{ again.said() }}{{ again.cell(x) }}",
        "{% for a in (1, 2) %}{% import 'parts.html' as inside %}{{ inside.cell(a) }}{% endfor %}",
        "{% import 'nowhere.html' as nowhere %}",
        IMPORT + "{{ parts.cell(*(x, html)) }}{{ parts.cell(**{'text': x}) }}",
        IMPORT + "{{ parts.cell() }}",
        IMPORT + "{{ parts.cell(1, 2, 3, 4) }}",
        IMPORT + "{{ parts.cell(1, other=2) }}",
        IMPORT + "{{ parts.rows((1,)) }}",
        IMPORT + "{% call parts.cell(1) %}{% endcall %}",
        IMPORT + "{{ parts.nothing(1) }}{{ parts._own }}",
        "{% if %}",
    ),
)
def test_what_is_left_to_jinja(template: str) -> None:
    assert rendered(template, **VIEW)[0] is None


def test_a_name_of_a_page_goes_before_one_of_the_environment() -> None:
    assert rendered("{{ t('skip') }}", t=str.upper) == (None, "SKIP")


def test_a_template_knows_the_templates_that_it_names() -> None:
    source = (
        "{% extends 'b' %}{% import 'c' as c %}{% from 'd' import e %}{% include name %}{% include 'f' %}"
    )
    named = DirectTemplates(environment_of(source), {}).named("own.html")
    assert (named.all, named.imported) == (("b", "c", "d", "f"), ("c", "d"))


def test_every_template_of_the_theme_is_a_function() -> None:
    renderer = Renderer(Theme((default_theme(),)), "zh")
    left = {name for name in renderer.theme.templates() if renderer.direct.render_of(name) is None}
    assert left == {"robots.txt"}  # it escapes nothing


@given(st.one_of(st.text(), st.sampled_from("&<>\"'a甲 ").map(lambda one: one * 3), st.integers(), st.none()))
def test_what_is_escaped(value: Any) -> None:
    assert escaped(value) == str(escape(value))
    assert escaped(Markup(value)) == str(Markup(value))
