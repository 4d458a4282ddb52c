"""The board of a duty rota: 3, 30 and 300 shifts of a month, windows as columns, gaps and swaps said, the phone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kind_places import SETTINGS, locality, records_of

from noticeboard.boards.document import DocumentBoard
from noticeboard.boards.document_blocks import BoardCell, Call, Grid
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.rota import lay_out, rota_boards
from noticeboard.boards.sheet import A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import texts_in
from noticeboard.config import InterfaceLanguage, Settings
from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.rota import KIND

THREE = """\
- id: gate
  title: 看门护院值班表
  team: team
  period: 2026-11-02 至 2026-11-08
  post: 大门
  phone: 0371-0000-0016
  pattern:
    - {weekday: [周一, 周三], time: 16:00-21:00, needed: 2, people: [示甲], vacancy: 正在招募}
    - {weekday: 周六, time: 22:00-06:00, unit: 巡防队, needed: 2, reinforced: 是}
  swaps: [{date: 2026-11-02, from: 示甲, to: 示乙}]
"""
FRAME = BoardFrame(
    sheet=A4_PORTRAIT,
    title="值班表",
    compound="示例小区",
    band="plain",
    issuer="示例居委会",
    date_text="2026年11月",
)
TEAM = "- {id: team, type: volunteer, name: 示例志愿队}\n"


def month_of(windows: int) -> str:
    """A rota of the 30 days of November with so many shifts a day."""
    lines = "".join(
        f"    - {{time: {hour}:00-{hour + 1}:00, unit: 网格{hour}队, needed: 2}}\n"
        for hour in range(8, 8 + windows)
    )
    return f"- id: all\n  title: 值班表\n  period: 2026-11\n  pattern:\n{lines}"


def board_of(text: str, today: str = "2026-11-03", settings: Settings = SETTINGS) -> BoardSubject:
    records = (*records_of(KIND, text), *records_of(ORGANIZATION, TEAM))
    place = locality(*records, today=today, settings=settings)
    (subject,) = rota_boards(place)
    return subject


def grid_of(subject: BoardSubject) -> Grid:
    assert isinstance(subject.content, DocumentBoard)
    (grid,) = (block for block in subject.content.blocks if isinstance(block, Grid))
    return grid


def said(cells: tuple[BoardCell, ...]) -> list[str]:
    return ["／".join((cell.text, *(text for text in cell.more if text))) for cell in cells]


def test_windows_become_columns_and_every_day_with_a_shift_a_row() -> None:
    subject = board_of(THREE)
    assert (subject.key, subject.band, subject.title) == ("rota-gate", "volunteer", "看门护院值班表")
    grid = grid_of(subject)
    assert [column.label for column in grid.columns] == ["日期", "16:00—21:00", "22:00—次日6:00 加强"]
    assert [said(row.cells) for row in grid.rows] == [
        ["11月2日 周一", "示乙／示乙替示甲／空缺1人", ""],
        ["11月4日 周三", "示甲／空缺1人", ""],
        ["11月7日 周六", "", "巡防队2人"],
    ]
    assert "空缺：正在招募" in repr(subject.content)
    assert any(
        isinstance(block, Call) and block.number == "0371-0000-0016" for block in subject.content.blocks
    )


def test_in_english_too_every_character_is_in_the_font() -> None:
    subject = board_of(THREE, settings=Settings(title="x", language=InterfaceLanguage.EN))
    view, found = lay_out(subject.content, replace(FRAME, language="en"))
    assert view is not None
    assert found == []
    assert said(grid_of(subject).rows[2].cells) == ["Sat 7 November", "", "巡防队 (2)"]


def test_a_place_that_nobody_fills_has_its_mark_and_its_word() -> None:
    text = "- {id: a, title: 值班, period: 2026-11, pattern: [{weekday: 周一, time: 8:00-9:00}]}"
    cell = grid_of(board_of(text)).rows[0].cells[1]
    assert (cell.text, cell.state) == ("空缺1人", "open")


def test_more_than_three_windows_are_a_row_each() -> None:
    grid = grid_of(board_of(month_of(4)))
    assert [column.label for column in grid.columns] == ["日期", "时段", "值班"]
    assert len(grid.rows) == 120
    assert said(grid.rows[1].cells) == ["11月1日 周日", "9:00—10:00", "网格9队2人"]


def test_two_shifts_of_one_window_on_one_day_are_both_told() -> None:
    text = """\
- id: a
  title: 值班
  period: 2026-11-03
  pattern: [{time: 8:00-9:00, unit: 物业}, {time: 8:00-9:00, unit: 社区}]
"""
    assert [said(row.cells)[-1] for row in grid_of(board_of(text)).rows] == ["物业", "社区"]


@pytest.mark.parametrize("sheet", (SHEETS["a3-portrait"], A4_PORTRAIT, SHEETS["80x120-portrait"]))
@pytest.mark.parametrize(("text", "shifts"), ((THREE, 3), (month_of(1), 30), (month_of(10), 300)))
def test_every_shift_stands_on_the_board_at_a_legible_size(text: str, shifts: int, sheet: Sheet) -> None:
    subject = board_of(text)
    view, found = lay_out(subject.content, replace(FRAME, sheet=sheet))
    assert found == []
    assert view is not None
    texts = [set_text for panel in view.panels for set_text in texts_in(panel.body)]
    assert min(each.size for each in texts) >= sheet.text_size
    named = [each.plain for each in texts if "队2人" in each.plain or each.plain in ("示甲", "示乙")]
    assert len(named) == shifts


@pytest.mark.parametrize(
    ("today", "month", "days"),
    (("2026-10-20", "2026年11月", 30), ("2026-11-20", "2026年11月", 30), ("2026-12-01", "2026年12月", 31)),
)
def test_a_board_holds_one_month(today: str, month: str, days: int) -> None:
    text = "- {id: a, title: 值班, period: 2026-11 至 2026-12, pattern: [{time: 8:00-9:00, unit: 物业}]}"
    subject = board_of(text, today)
    assert month in repr(subject.content)
    assert len(grid_of(subject).rows) == days


@pytest.mark.parametrize(
    ("text", "today"),
    (
        (THREE, "2026-11-09"),  # it is over
        ("- {id: a, title: 值班, pattern: [{time: 8:00-9:00}]}", "2026-11-09"),  # no days are known
    ),
)
def test_a_rota_without_shifts_to_come_has_no_board(text: str, today: str) -> None:
    assert list(rota_boards(locality(*records_of(KIND, text), today=today))) == []
