"""Boards of shared shapes: what stands where, on how many panels, and what is said when something has no room."""

from __future__ import annotations

import pytest
from board_samples import frame

from noticeboard.boards.document import (
    TEMPLATE,
    DocumentBoard,
    DocumentBody,
    TableView,
    headed,
    lay_out_document,
)
from noticeboard.boards.document_blocks import (
    Block,
    BoardCell,
    BoardColumn,
    Call,
    Card,
    Cards,
    Grid,
    GridRow,
    Ribbon,
    RibbonStep,
    Text,
    Title,
    Total,
    Totals,
)
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.view import BoardKind, BoardView, texts_in
from noticeboard.diagnostics import Diagnostic
from noticeboard.languages import Words

KIND = BoardKind("shapes", Words("示例板", "board"), TEMPLATE, ("a4-portrait",), Words("示例", "sample"))
COLUMNS = (
    BoardColumn("日期", 25, whole=True),
    BoardColumn("事项", 50),
    BoardColumn("金额", 25, right=True, whole=True),
)


def grid(rows: int) -> Grid:
    cells = (
        (BoardCell("2020年4月1日"), BoardCell(f"第{i}项"), BoardCell(f"{i},000元"))
        for i in range(1, rows + 1)
    )
    return Grid(COLUMNS, tuple(GridRow(row) for row in cells))


SHAPES: tuple[Block, ...] = (
    Totals((Total("收入", "62,800", "元"), Total("支出", "41,200", "元")), "截至2020年11月4日"),
    Title("程序步骤"),
    Ribbon((RibbonStep("征求意见", "2020年3月1日", "done"), RibbonStep("决议公开", "", "open"))),
    Text("因居民意见增加了两项。", lead=True),
    Cards(tuple(Card(f"{i:02}", "一台收音机", ("认领：服务队",), "done", "已实现") for i in range(1, 6))),
    Call("上门服务", "0371-0000-0012"),
)


def laid(*blocks: Block, sheet: Sheet = A4_PORTRAIT) -> tuple[BoardView | None, list[Diagnostic]]:
    return lay_out_document(KIND, DocumentBoard(blocks), frame(sheet))


def bodies(view: BoardView | None) -> list[DocumentBody]:
    assert view is not None
    return [panel.body for panel in view.panels]


@pytest.mark.parametrize(
    "sheet", (A4_PORTRAIT, A3_LANDSCAPE, SHEETS["80x120-portrait"], SHEETS["120x240-landscape"])
)
def test_every_text_stands_on_the_board_at_a_legible_size(sheet: Sheet) -> None:
    view, found = laid(*SHAPES, grid(3), sheet=sheet)
    assert found == []
    texts = [text for body in bodies(view) for text in texts_in(body)]
    said = "".join(text.plain for text in texts)
    for each in (
        "收入",
        "62,800",
        "截至2020年11月4日",
        "程序步骤",
        "征求意见",
        "因居民意见增加了两项。",
        "05",
        "0371-0000-0012",
    ):
        assert each in said
    assert min(text.size for text in texts) >= sheet.text_size


def test_few_rows_are_one_panel_and_many_go_on_with_the_head_again() -> None:
    few, many = bodies(laid(grid(3))[0]), bodies(laid(grid(60))[0])
    assert len(few) == 1
    assert len(many) > 1
    tables = [part for body in many for column in body.columns for part in column.parts]
    assert all(
        isinstance(table, TableView) and table.head.cells[0].texts[0].plain == "日期" for table in tables
    )
    rows = [
        row.cells[1].texts[0].plain for table in tables if isinstance(table, TableView) for row in table.rows
    ]
    assert rows == [f"第{i}项" for i in range(1, 61)]


def test_a_heading_never_stands_alone_at_the_foot_of_a_column() -> None:
    for rows in range(8, 24):
        for body in bodies(laid(grid(rows), Title("下一节"), Text("正文"))[0]):
            for column in body.columns:
                assert getattr(column.parts[-1], "css", "") != "doc-title"


def test_what_has_no_room_is_named_with_what_it_needs() -> None:
    view, found = laid(Text("很长的说明。" * 2000))
    assert view is None
    (problem,) = found
    assert problem.code == "E-BOARD-FIT"
    assert "很长的说明。很长的说明。" in problem.message.zh


def test_a_figure_too_wide_for_the_sheet_is_told() -> None:
    view, found = laid(Totals((Total("收入", "9" * 60),)))
    assert (view, [each.code for each in found]) == (None, ["E-BOARD-FIT"])


@pytest.mark.parametrize(
    ("title", "band", "above"),
    (
        ("大件垃圾上门收运", "大件垃圾上门收运", ()),
        (
            "二〇二六年上半年公共收益和维修资金收支情况公示",
            "收支公示",
            (Text("二〇二六年上半年公共收益和维修资金收支情况公示", lead=True),),
        ),
        ("bulky waste", "Bulky waste", ()),
    ),
)
def test_a_title_too_long_for_the_band_stands_below_the_name_of_the_board(
    title: str, band: str, above: tuple[Block, ...]
) -> None:
    assert headed(title, "收支公示") == (band, above)
