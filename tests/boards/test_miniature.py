"""A board in small: what its picture shows of the view, and that it stays small."""

from __future__ import annotations

from noticeboard.boards.miniature import QrPlace, miniature
from noticeboard.boards.qr import qr_code
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardView, FootView, HeadView, PanelView
from noticeboard.frozen import dataclass


@dataclass(frozen=True)
class Row:
    """A row of a table; its height is more than its text takes."""

    cells: tuple[SetText, ...]
    pad: float = 0.0
    height: float = 20.0


@dataclass(frozen=True)
class Table:
    """A body with rows."""

    rows: tuple[Row, ...]
    down: int = 6
    totals: tuple[tuple[SetText, ...], ...] = ()


def text(said: str, *, weight: int = 400) -> SetText:
    return set_text(said, 5.0, 200.0, weight=weight)  # type: ignore[arg-type]  # one of two weights


def board(body: object, *, edge: str = "", address: str = "https://example.org/b/abc/") -> BoardView:
    head = HeadView("party", text("示例小区"), set_text("组织建设公示栏", 21.0, 300.0), None, None, 47.0)
    nothing = SetText((), 5.0)
    qr = qr_code(address) if address else None
    foot = FootView(qr, "", None, None, nothing, None, None, None, None, None)
    panel = PanelView(1, head, body, foot, edge)
    return BoardView("organization", "", "zh-CN", "", "", (), "", "", "", (panel, panel))


ROWS = Table(
    (Row((text("示例甲", weight=700), text("主任"))), Row((text("示例乙", weight=700), text("委员"))))
)


def test_band_title_rule_and_qr_are_true_to_scale() -> None:
    found = miniature(board(ROWS), A3_LANDSCAPE, 90)
    assert (found.width, found.height, found.margin, found.band, found.band_height) == (
        420,
        297,
        17,
        "party",
        47,
    )
    assert [(line.text, line.size) for line in found.lines] == [("示例小区", 5), ("组织建设公示栏", 21)]
    assert all(17 < line.y < 17 + 47 for line in found.lines)
    assert found.rule == 238  # 297 less the margin of 16.8 and the foot of 42
    assert found.qr == QrPlace(17, 244, 28)


def test_lines_of_text_are_bars_in_their_cells_names_apart() -> None:
    found = miniature(board(ROWS), A3_LANDSCAPE, 90)
    # below the band (16.8 + 47) and the gap of 5.88 the body stands 6 mm lower; rows are 20 mm high
    assert found.names == "M16 78h16M16 98h16"
    assert found.texts == "M210 78h11M210 98h11"


def test_totals_stand_side_by_side() -> None:
    found = miniature(board(Table((), totals=((text("已完成"), text("待办")),))), A3_LANDSCAPE, 90)
    assert found.texts == "M16 78h16M210 78h11"


def test_no_more_bars_than_wanted_and_none_in_the_foot() -> None:
    many = Table(tuple(Row((text("示例甲"),)) for _ in range(50)))
    assert miniature(board(many), A3_LANDSCAPE, 4).texts.count("M") == 4
    assert miniature(board(many), A3_LANDSCAPE, 90).texts.count("M") == 8  # of 20 mm each, above the foot


def test_a_sheet_without_band_has_the_margins_of_its_kind() -> None:
    found = miniature(board(ROWS, edge="official"), A4_PORTRAIT, 90)
    assert (found.lines, found.band_height, found.rule) == ((), 0, 0)
    assert found.qr == QrPlace(28, 265, 25)
    assert found.names.startswith("M28 45")


def test_without_an_address_there_is_no_qr_code() -> None:
    assert miniature(board(ROWS, address=""), A3_LANDSCAPE, 90).qr is None
