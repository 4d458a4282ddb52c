"""The poster of statistics: what stands on it, how bars are drawn, that 3, 30 and 300 parts have room."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from board_samples import frame

from noticeboard.boards.document import DocumentBoard, TableView
from noticeboard.boards.document_bars import BarsCell, bars_cell
from noticeboard.boards.document_blocks import BarRow, Bars, Block, Text, Title, Totals
from noticeboard.boards.document_strips import TextView
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.statistics import KIND, lay_out, statistics_boards
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.boards.typesetting import set_text
from noticeboard.boards.view import BoardPage, BoardView, texts_in
from noticeboard.config import Settings
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.task.record import Task, TaskState
from noticeboard.locality import Context, Locality, Records
from noticeboard.page import Page
from noticeboard.planning.summary import counts_of
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme
from noticeboard.summary import Summary

TODAY = date(2026, 11, 20)


def place(count: int) -> Locality:
    """A compound with so many tasks: six of ten done, in three fields and one without."""
    fields = ("供水", "供水", "照明", "停车", "")
    tasks = tuple(
        Task(
            id=f"t{n}",
            title="事",
            state=TaskState.DONE if n % 10 < 6 else TaskState.OPEN if n % 10 < 9 else TaskState.DECLINED,
            field=fields[n % 5],
        )
        for n in range(count)
    )
    records = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), ((Task, tasks),))
    counts = counts_of(records, KINDS, TODAY)
    summary = Summary("/a", "示例小区", "compound", sample=False, counts=counts, kinds=("task",))
    return Locality(records, (), summary, Context(Settings(title="示例站"), TODAY))


def blocks(count: int) -> tuple[Block, ...]:
    (subject,) = statistics_boards(place(count))
    assert isinstance(subject.content, DocumentBoard)
    return subject.content.blocks


def test_large_figures_stand_first_then_rates_and_bars_under_what_they_count() -> None:
    totals, title, said, rates, states, fields = blocks(20)
    assert isinstance(totals, Totals)
    assert [(each.label, each.figure, each.unit) for each in totals.totals] == [("民生实事", "20", "项")]
    assert title == Title("民生实事")
    assert isinstance(said, Text)
    assert isinstance(rates, Totals)
    assert [(each.label, each.figure) for each in rates.totals] == [("已完成所占比例（12／20项）", "60.0%")]
    assert states == Bars(
        "按状态",
        "件数",
        "柱状图",
        (
            BarRow("待办", (0.5,), ("6",)),
            BarRow("已完成", (1.0,), ("12",), strong=True),
            BarRow("不采纳", (0.1667,), ("2",)),
        ),
    )
    assert fields == Bars(
        "按类别",
        "件数",
        "柱状图",
        (
            BarRow("供水", (1.0,), ("8",)),
            BarRow("停车", (0.5,), ("4",)),
            BarRow("照明", (0.5,), ("4",)),
            BarRow("未注明", (0.5,), ("4",), apart=True),
        ),
    )


def test_a_place_with_little_has_no_poster() -> None:
    assert list(statistics_boards(place(19))) == []


def test_a_poster_hangs_at_the_common_place_alone() -> None:
    assert not KIND.at_doorways
    assert [SHEETS[key].landscape for key in KIND.sheets] == [False, False]


def test_bars_are_as_long_as_their_shares_and_stand_on_the_lines_of_their_figures() -> None:
    figures = tuple(set_text(text, 5.0, 60.0, leading=1.4) for text in ("应付 20,000元", "已付 0元"))
    cell = bars_cell(BarRow("物业公司", (1.0, 0.0), ("应付 20,000元", "已付 0元")), figures, 100.0)
    assert (cell.width, cell.height) == (100.0, 14.0)
    assert [(css, re.findall(r"M0 ([\d.]+)h([\d.]+)v", path)) for css, path in cell.paths] == [
        ("bar-plain", [("1.33", "100.00")]),
        ("bar-strong", [("8.33", "0.30")]),
    ]


def chart(count: int) -> DocumentBoard:
    rows = tuple(BarRow(f"第{n}类事项", (n / count,), (f"{n}",)) for n in range(1, count + 1))
    return DocumentBoard((Title("民生实事"), Bars("按类别", "件数", "柱状图", rows)))


def laid_out(board: DocumentBoard, sheet: str) -> BoardView:
    view, found = lay_out(board, frame(SHEETS[sheet]))
    assert found == []
    assert view is not None
    return view


@pytest.mark.parametrize("sheet", KIND.sheets)
@pytest.mark.parametrize(("count", "panels"), ((3, 1), (30, None), (300, None)))
def test_parts_flow_over_panels_under_a_repeated_head(sheet: str, count: int, panels: int | None) -> None:
    view = laid_out(chart(count), sheet)
    assert panels is None or len(view.panels) == panels
    tables = [
        part
        for panel in view.panels
        for column in panel.body.columns
        for part in column.parts
        if isinstance(part, TableView)
    ]
    labels = [row.cells[0].texts[0].plain for table in tables for row in table.rows]
    assert labels == [f"第{n}类事项" for n in range(1, count + 1)]
    assert all(table.head.cells[0].texts[0].plain == "按类别" for table in tables)
    assert all(text.size >= SHEETS[sheet].text_size for panel in view.panels for text in texts_in(panel.body))
    bars = [row.cells[2] for table in tables for row in table.rows]
    assert all(isinstance(bar, BarsCell) and bar.width > 0 for bar in bars)


def test_there_is_white_between_one_table_of_bars_and_what_follows() -> None:
    one, two = (
        Bars(name, "件数", "柱状图", (BarRow("供水", (1.0,), ("1",)),)) for name in ("按类别", "按渠道")
    )
    (panel,) = laid_out(DocumentBoard((one, two, Title("资金"))), "a3-portrait").panels
    assert [part.shape for part in panel.body.columns[0].parts] == ["table", "text", "table", "text", "text"]
    white = panel.body.columns[0].parts[1]
    assert isinstance(white, TextView)
    assert (white.texts, white.css) == ((), "doc-white")
    assert 2 * white.pad >= 0.8 * SHEETS["a3-portrait"].name_size


def test_a_poster_is_drawn_with_its_bars(tmp_path: Path) -> None:
    view = laid_out(chart(3), "a3-portrait")
    theme = Theme((tmp_path, default_theme()), stylesheets_of((SHEETS["a3-portrait"],)))
    html = Renderer(theme, "zh").render(Page("/a/boards/x/", view.template, BoardPage(view)), "").decode()
    assert html.count('<svg class="board-bars"') == 3
    assert "style=" not in html
