"""Four-part slips: the order of the parts, time between them, numbers with gaps, labels of a site, nobody named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.view import texts_in
from noticeboard.config import Settings, SlipLabels
from noticeboard.document import Event, Figures, Linked, Marked, Section, Steps, Table
from noticeboard.forms.form import FormOptions, form
from noticeboard.forms.four_part_slip import FORM
from noticeboard.kinds.slip import KIND
from noticeboard.kinds.slip.view import durations
from noticeboard.locality import Locality

SLIPS = """\
- number: 1
  what: 楼道灯不亮
  ordered: {by: 3号楼住户, when: 2026-09-02}
  dispatched: {by: 社区党支部, when: 2026-09-02}
  accepted: {by: 临时党支部, when: 2026-09-03, what: 换灯}
  rated: {by: 3号楼住户, when: 2026-09-05, what: 满意}
- number: 2
  what: 门禁失灵
  ordered: {by: 1号楼住户, when: 2026-09-18}
  dispatched: {by: 社区党支部, when: 2026-09-21}
- {number: 3, what: 快递柜挡路, ordered: {when: 2026-10-12}, withdrawn: 已移走}
- {number: 4, what: 车棚漏雨, ordered: {by: 居民, when: 2026-11-19}}
"""


def place(settings: Settings | None = None) -> Locality:
    settings = settings or Settings(title="示例站")
    slips = records_of(KIND, SLIPS)
    counts = KIND.tally(locality(*slips).records, date(2026, 11, 20))
    return locality(*slips, counts=counts, settings=settings)


def panel(where: Locality) -> Section:
    (found,) = KIND.panels(where)
    view: Section = found.view
    return view


def test_the_panel_says_how_many_are_done_and_where_the_others_are() -> None:
    made = panel(place())
    (figures,) = blocks(made, Figures)
    assert [(line.value, line.base, line.note) for line in figures.lines] == [
        ("33.3%", "1／3单", "基数小，仅供参考")
    ]
    stages, times, table = blocks(made, Table)
    assert stages.rows == (("点单", "1"), ("下单", "1"))
    assert times.rows[0] == ("点单到下单", "一半在1.5天以内（2单）")
    assert table.rows[0] == (Linked("4号 车棚漏雨", "slips/index.html#slip-4"), Marked("ring", "点单"))
    assert table.rows[-1][1] == Marked("tick", "评单")


def test_days_between_the_parts() -> None:
    found = list(durations(records_of(KIND, SLIPS), date(2026, 11, 20)))
    assert found == [
        ("ordered", "dispatched", (0, 3)),
        ("dispatched", "accepted", (1,)),
        ("accepted", "rated", (2,)),
    ]


def test_each_part_stands_on_the_page_with_who_and_when() -> None:
    (page,) = KIND.pages(place())
    steps = list(blocks(page.view.sections[1], Steps))
    assert steps[-1].events[1:3] == (
        Event("2026年9月2日", "下单：社区党支部"),
        Event("2026年9月3日", "接单：临时党支部", "换灯"),
    )


def test_a_site_calls_the_parts_as_people_there_do() -> None:
    settings = Settings(title="示例站", slips=SlipLabels(ordered="下单", dispatched="派单"))
    (stages, *_) = blocks(panel(place(settings)), Table)
    assert stages.rows == (("下单", "1"), ("派单", "1"))


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{number: 1, what: 灯, ordered: {when: 2026-09-02}, accepted: {when: 2026-09-03}}",
            [("E-SLIP-ORDER", ("accepted",), "有接单，没有下单")],
        ),
        (
            "{number: 1, what: 灯, ordered: {when: 2026-09-02}, dispatched: {when: 2026-09-01}}",
            [("E-SLIP-ORDER", ("dispatched", "when"), "下单（2026年9月1日）早于点单（2026年9月2日）")],
        ),
        ("{number: 1, what: 灯}", [("E-SLIP-ORDER", (), "没有点单")]),
        (
            "{number: 1, what: 灯, ordered: {by: 张大妈, when: 2026-09-02}}",
            [("E-NAMED", ("ordered", "by"), "这里写了居民的姓名（张…）")],
        ),
    ),
)
def test_what_is_wrong_with_a_slip(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found


def test_numbers_twice_and_gaps_are_told() -> None:
    rows = "".join(f"- {{number: {n}, what: 灯, ordered: {{when: 2026-09-02}}}}\n" for n in (1, 1, 4))
    assert found_in(KIND, rows) == [
        ("E-SLIP-NUMBER", ("number",), "单号1用了两次"),
        ("N-SLIP-GAP", ("number",), "单号缺2、3"),
    ]


def test_the_form_is_four_parts_with_one_number() -> None:
    view, found = form(FORM, place(), FormOptions(start=12, count=2))
    assert found == []
    assert view is not None
    assert len(view.panels) == 2
    parts = [row[0] for row in view.panels[0].body.rows]
    assert [part.number.plain for part in parts] == ["0012"] * 4
    assert [part.head.title.plain for part in parts] == [
        "第1联 点单",
        "第2联 下单",
        "第3联 接单",
        "第4联 评单",
    ]
    assert min(text.size for text in texts_in(view.panels)) >= 3.6
    assert FORM.makes_sense(place())
    assert not FORM.makes_sense(locality())
