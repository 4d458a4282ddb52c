"""A site whose templates are Python functions is the site that Jinja renders, and Jinja renders none of it."""

from __future__ import annotations

from pathlib import Path

from small_site import DISTRICT
from whole_site import CHECKOUT, build_site, tree, write_files
from written_site import TODAY

from noticeboard.boards.sheet import PRESETS
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.building.reader import read_site
from noticeboard.kinds import KINDS
from noticeboard.planning.outline import outline_of
from noticeboard.planning.plan import plan_place
from noticeboard.planning.site import gather
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme


def test_a_site_is_the_same_through_jinja(tmp_path: Path) -> None:
    """The site's own templates are those of the theme, with a loop before each that is left to Jinja."""
    for name in ("direct", "jinja"):
        write_files(tmp_path / name, DISTRICT)
    for path in default_theme().rglob("*.html"):
        own = tmp_path / "jinja/templates" / path.relative_to(default_theme())
        own.parent.mkdir(parents=True, exist_ok=True)
        text = "{% for _ in () %}{% else %}{% endfor %}" + path.read_text(encoding="utf-8")
        own.write_text(text, encoding="utf-8")
    direct, jinja = (build_site(tmp_path / name, tmp_path / name / "site") for name in ("direct", "jinja"))
    assert direct.ok
    assert tree(direct.site) == tree(jinja.site)


def test_no_page_of_the_example_is_left_to_jinja() -> None:
    reading = read_site(CHECKOUT, KINDS, drafts=False)
    assert reading.settings is not None
    places = {each.path: outline_of(each, reading.settings, TODAY, KINDS) for each in reading.places}
    outlines = {path: each.outline for path, each in places.items()}
    site, _ = gather(
        outlines, {path: each.rules for path, each in places.items()}, reading.settings, TODAY, KINDS
    )
    renderer = Renderer(Theme((default_theme(),), stylesheets_of(PRESETS)), "zh")
    renderer.direct.left.clear()  # other tests of this process share the templates
    for path, each in places.items():
        for page in plan_place(each.web, each.wall, site.given_to(path), KINDS).pages:
            renderer.render(page, version="")
    assert renderer.direct.left == set()
