"""Rendering: strict about names, everything escaped, content never taken for a template, assets by digest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup
from whole_site import build_site, read_pages, tree
from written_site import SITE, place, write_content

from noticeboard.kind import Panel
from noticeboard.languages import Language
from noticeboard.page import Page
from noticeboard.rendering.html import (
    BrokenTemplate,
    Renderer,
    name_html,
    parts_html,
    phrases_html,
    templates_of,
)
from noticeboard.rendering.theme import Theme, default_theme


@dataclass(frozen=True)
class View:
    """The view of a page in these tests."""

    text: str = "文字"
    panels: tuple[Panel, ...] = ()
    urgent: tuple[Panel, ...] = ()


def renderer(root: Path, templates: dict[str, str], language: Language = "zh") -> Renderer:
    """A renderer of a site with templates of its own."""
    for name, text in templates.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Renderer(Theme.of_site(root), language)


def rendered(
    root: Path, template: str, text: str = "文字", url: str = "/c/", language: Language = "zh"
) -> str:
    made = renderer(root, {"own.html": template}, language)
    return made.render(Page(url, "own.html", View(text)), "abc123").decode()


def test_a_template_sees_the_fields_of_its_view(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ text }} {{ view.text }}") == "文字 文字"


def test_the_words_of_the_interface_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ t('to_home') }}") == "回到首页"
    assert rendered(tmp_path, "{{ t('to_home') }}", language="en") != "回到首页"


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    (
        ("{{ missing }}", 1, "'missing' is undefined"),
        ("<p>\n{{ view.missing }}", 2, "has no attribute 'missing'"),
        ("{% if missing %}x{% endif %}", 1, "'missing' is undefined"),
        ("{% for each in missing %}{% endfor %}", 1, "'missing' is undefined"),
        ("<p>\n\n{{ asset('none.css') }}", 3, "none.css"),
        ("{{ t('no_such_word') }}", 1, "no_such_word"),
        ("<p>\n{% if %}", 2, "Expected an expression"),
        ("{% include 'none.html' %}", 1, "none.html"),
    ),
)
def test_a_mistake_in_an_own_template_is_told_with_its_line(
    tmp_path: Path, template: str, line: int, reason: str
) -> None:
    with pytest.raises(BrokenTemplate) as found:
        rendered(tmp_path, template)
    told = found.value.diagnostic
    assert (told.code, told.origin.file) == ("E-TEMPLATE", "templates/own.html")
    assert told.position is not None
    assert told.position.line == line
    assert reason in told.message.zh
    assert told.remedy.zh == "改正它，或删去它，改用自带的 own.html"


def test_an_own_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"own.html": ""})
    (tmp_path / "templates/own.html").write_bytes("公示".encode("gb18030"))
    with pytest.raises(BrokenTemplate) as found:
        made.template_digest("own.html")
    assert found.value.diagnostic.origin.file == "templates/own.html"


def test_a_mistake_of_the_program_stays_a_bug(tmp_path: Path) -> None:
    made = Renderer(Theme.of_site(tmp_path), "zh")
    with pytest.raises(jinja2.UndefinedError):
        made.render(Page("/c/", "sources.html", View()), "abc123")


MARKUP = '<b onclick="x">&amp;</b> {{ 7 * 7 }} {% raw %} ${x} <script>alert(1)</script>'


def test_markup_and_template_syntax_in_a_text_stay_text(tmp_path: Path) -> None:
    made = rendered(tmp_path, "<p title='{{ text }}'>{{ text }}</p>", MARKUP)
    shown = (
        "&lt;b onclick=&#34;x&#34;&gt;&amp;amp;&lt;/b&gt; {{ 7 * 7 }} {% raw %} ${x} "
        "&lt;script&gt;alert(1)&lt;/script&gt;"
    )
    assert made == f"<p title='{shown}'>{shown}</p>"


@pytest.mark.parametrize("html_of", (phrases_html, parts_html, name_html))
def test_a_text_that_is_equal_to_html_made_before_stays_text(html_of: Callable[[str], Markup]) -> None:
    html_of(Markup('<a href="x">甲</a>，乙'))
    assert "<a" not in html_of('<a href="x">甲</a>，乙')


def test_markup_in_every_text_of_a_site_stays_text(tmp_path: Path) -> None:
    evil = "'</title><script>alert(1)</script>\"{{ 7*7 }}{% x %}'"
    files = {
        "site.yml": f"title: {evil}\nbase_url: https://example.org/\nissuer: {evil}\nbody: {evil}\n",
        "sources.yml": f"- {{id: S1, title: {evil}, publisher: {evil}, note: {evil}}}\n",
        "c/place.yml": place("楼院", evil, f"address: {evil}\nsource: S1\nnote: {evil}\nbody: {evil}\n"),
        "c/organizations.yml": f"- {{type: party, name: {evil}, rules: {evil}, duties: {evil},"
        f" posts: [{{name: {evil}}}], members: [{{name: {evil}, post: {evil}}}]}}\n",
        "c/volunteers.yml": f"- {{name: {evil}, skills: [{evil}],"
        " consent: {name: [web, wall], skills: [web, wall]}}\n",
        "c/tasks.yml": f"- {{id: g, title: {evil}, state: open, lead: {evil}, body: {evil},"
        f" funds: {{payer: {evil}, amount: 1}}, steps: {{what: {evil}}}}}\n",
        "c/notices.yml": f"- {{id: n, title: {evil}, issuer: {evil}, body: {evil}}}\n",
        "c/figures.yml": f"- {{title: {evil}, value: 1, unit: {evil}, note: {evil}}}\n",
    }
    built = build_site(write_content(tmp_path, files), tmp_path / "site")
    assert built.ok, built.told
    for page in read_pages(built.site):
        assert page.errors == (), page.path
        assert all(not (script.text or "").strip() for script in page.elements("script")), page.path
        assert "49" not in page.title
        codes = r"[0-9a-f]{6,}|版本\s*[2-9a-z]{5}"
        assert "49" not in re.sub(codes, "", page.main), page.path
    shown = [page.path for page in read_pages(built.site) if "{{7*7}}" in page.main]
    assert {"index.html", "c/index.html", "c/tasks/g/index.html", "c/notices/n/index.html"} <= set(shown)


def test_stylesheets_and_scripts_carry_the_digest_of_their_bytes(tmp_path: Path) -> None:
    own = renderer(tmp_path, {"assets/style.css": "body {}", "assets/board.txt": "x", "assets/.DS_Store": ""})
    ours = Theme((default_theme(),))
    assert re.fullmatch(r"assets/style-[0-9a-f]{8}\.css", own.theme.assets["style.css"])
    assert own.theme.assets["style.css"] != ours.assets["style.css"]
    assert own.theme.assets["board.css"] == ours.assets["board.css"]
    assert own.theme.assets["board.txt"] == "assets/board.txt"
    assert ".DS_Store" not in own.theme.assets


@pytest.mark.parametrize(
    ("url", "link"),
    (("/", "./"), ("/c/", "../"), ("/c/tasks/gas/", "../../../"), ("/robots.txt", "./")),
)
def test_assets_are_linked_from_where_the_page_is(tmp_path: Path, url: str, link: str) -> None:
    made = rendered(tmp_path, "{{ asset('style.css') }}", url=url)
    assert re.fullmatch(re.escape(link) + r"assets/style-[0-9a-f]{8}\.css", made)


def test_a_template_changes_with_all_that_it_uses(tmp_path: Path) -> None:
    templates = {
        "own.html": "{% extends 'own-frame.html' %}",
        "own-frame.html": "{% from 'own-macros.html' import x %}",
        "own-macros.html": "{% macro x() %}{% endmacro %}",
        "own-other.html": "",
    }
    before = renderer(tmp_path, templates).template_digest("own.html")
    assert renderer(tmp_path, {"own-other.html": "x"}).template_digest("own.html") == before
    assert (
        renderer(tmp_path, {"own-macros.html": "{% macro x() %}1{% endmacro %}"}).template_digest("own.html")
        != before
    )


def test_an_edited_template_is_rendered_anew_in_the_same_process(tmp_path: Path) -> None:
    assert rendered(tmp_path, "一") == "一"
    assert rendered(tmp_path, "二") == "二"


def test_panels_name_templates_of_their_own() -> None:
    panels = (Panel(1, "panels/a.html", None), Panel(2, "panels/b.html", None))
    view = View(panels=panels, urgent=(Panel(0, "panels/c.html", None),))
    assert templates_of(view) == ("panels/a.html", "panels/b.html", "panels/c.html")
    assert templates_of(View()) == ()


def test_the_templates_folder_of_the_checkout_overrides_nothing(tmp_path: Path) -> None:
    assert Theme.of_site(tmp_path).folders == (default_theme(),)
    assert Theme.of_site(default_theme().parent).folders == (default_theme(),)
    (tmp_path / "templates").mkdir()
    assert Theme.of_site(tmp_path).folders == (tmp_path / "templates", default_theme())


def test_a_page_holds_no_carriage_return_and_ends_in_a_line_break(tmp_path: Path) -> None:
    files = {
        "site.yml": SITE.replace("\n", "\r\n"),
        "c/place.yml": place("楼院", "示例小区").replace("\n", "\r\n"),
    }
    built = build_site(write_content(tmp_path, files), tmp_path / "site")
    pages = {path: data for path, data in tree(built.site).items() if path.endswith(".html")}
    assert pages
    assert all(b"\r" not in data and data.endswith(b"\n") for data in pages.values())
