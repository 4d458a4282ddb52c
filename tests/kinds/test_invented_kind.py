"""A kind of record is one file and one line: here lost and found (失物招领) is invented, and all else follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from written_site import TODAY, read, told

from noticeboard.diagnostics import Diagnostic
from noticeboard.document import PANEL_TEMPLATE, Marked, Section, Table
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds import KINDS
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.outline import outline_of
from noticeboard.planning.plan import plan_place
from noticeboard.planning.site import gather
from noticeboard.records import Day, Field, Record, Text
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme
from noticeboard.values.period import E_PERIOD


@dataclass(frozen=True, kw_only=True)
class Lost(Record):
    what: Annotated[Text, Field("物品")]
    found: Annotated[Day, Field("拾到")]
    fetched: Annotated[Day | None, Field("领走")] = None


def check(lost: Lost) -> Iterator[Diagnostic]:
    if lost.fetched and lost.fetched < lost.found:
        words = Words("领走的日期早于拾到的日期", "fetched before it was found")
        yield Diagnostic(
            E_PERIOD, words, Words("核对两个日期", "check both dates"), lost.origin.at("fetched")
        )


def panels(locality: Locality) -> Iterator[Panel]:
    rows = tuple(
        (
            lost.what,
            lost.found.isoformat(),
            Marked("tick", "已领走") if lost.fetched else Marked("ring", "待认领"),
        )
        for lost in locality.records.of(Lost)
    )
    columns: Any = (("物品", "text"), ("拾到", "date"), ("状态", "text"))
    if rows:
        yield Panel(70, PANEL_TEMPLATE, Section("失物招领", "lost", (Table("失物招领", columns, rows),)))


KIND = Kind(
    "lost",
    "lost",
    Words("失物招领", "lost and found"),
    Lost,
    lambda lost: lost.what,
    check=check,
    panels=panels,
)
ALL = (*KINDS, KIND)
PLACE = "kind: 楼院\nname: 示例小区\n"


def page_of(root: Path, files: dict[str, str]) -> tuple[str, list[str]]:
    """The page of the compound `c`, and every message."""
    reading = read(root, {"c/place.yml": PLACE, **files}, kinds=ALL)
    assert reading.settings is not None
    places = {each.path: outline_of(each, reading.settings, TODAY, ALL) for each in reading.places}
    outlines = {path: each.outline for path, each in places.items()}
    rules = {path: each.rules for path, each in places.items()}
    site, found = gather(outlines, rules, reading.settings, TODAY, ALL)
    messages = told(root, (*reading.diagnostics, *found))
    if messages:
        return "", messages
    plan = plan_place(places["/c"].web, places["/c"].wall, site.given_to("/c"), ALL)
    page = next(page for page in plan.pages if page.url == "/c/")
    return Renderer(Theme((default_theme(),)), "zh").render(page, "").decode(), []


def test_its_rows_stand_on_the_page_of_the_place(tmp_path: Path) -> None:
    rows = "- 物品: 老花镜\n  拾到: 2026-11-01\n- {what: 钥匙, found: 2026-11-02, fetched: 2026-11-05}\n"
    html, messages = page_of(tmp_path, {"c/失物招领.yml": rows})
    assert messages == []
    for said in ('<h2 id="lost">', "老花镜", "待认领", "钥匙", "已领走"):
        assert said in html


def test_its_mistakes_are_told_like_all_others(tmp_path: Path) -> None:
    rows = "- {what: 钥匙, found: 2026-11-05, fetched: 2026-11-02}\n- {what: 伞, fonud: 2026-11-05}\n"
    _, messages = page_of(tmp_path, {"c/lost.yml": rows})
    assert sorted(each.split()[1] for each in messages) == ["E-MISSING", "E-PERIOD", "E-UNKNOWN-KEY"]
