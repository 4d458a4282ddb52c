"""A kind of board is one file, one template, one entry in a catalogue: here one is invented, and all else follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from task_places import locality

from noticeboard.boards.fit import Attempt
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.sheet import A4_PORTRAIT
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.config import BoardSettings, Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.task import Task
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.board_pages import plan_boards
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme
from noticeboard.values.date_text import parse_partial_date

KIND = BoardKind(
    "titles",
    Words("事项名牌", "board of titles"),
    "boards/titles.html",
    ("a4-portrait",),
    Words("事项", "titles"),
)
TEMPLATE = """\
{%- extends "boards/frame.html" -%}
{%- block body -%}<p class="invented">{{ parts.block(panel.body.title) }}</p>{%- endblock -%}
"""
TASKS = "[{id: lamps, title: 更换楼道灯, state: done}, {id: gas, title: 接通天然气, state: open}]"


@dataclass(frozen=True)
class Titles:
    titles: tuple[str, ...]


@dataclass(frozen=True)
class TitleView:
    title: SetText


def fill(place: Locality) -> Iterator[BoardSubject]:
    titles = tuple(task.title for task in place.records.of(Task))
    if titles:
        yield BoardSubject(
            "titles", KIND, "事项名牌", "plain", parse_partial_date("2026-11-20"), "", Titles(titles), lay_out
        )


def lay_out(board: Titles, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    def lay(room: Room) -> Attempt[TitleView]:
        return [TitleView(set_text(title, room.sheet.name_size, room.width)) for title in board.titles]

    return frame_board(KIND, board, frame, lay)


def test_an_invented_kind_is_planned_framed_listed_and_rendered(tmp_path: Path) -> None:
    (tmp_path / "boards").mkdir()
    (tmp_path / "boards/titles.html").write_text(TEMPLATE, encoding="utf-8")
    plan, diagnostics = plan_boards(locality(tasks=TASKS), (Board(KIND, fill),))
    assert diagnostics == []
    (entry,) = plan.entries
    assert (entry.title, entry.kind, [sheet.panels for sheet in entry.sheets]) == ("事项名牌", "titles", [2])
    page, address = plan.pages
    assert (page.url, address.url) == ("/a/boards/titles-a4-portrait/", f"/b/{entry.id}/")
    html = (
        Renderer(Theme((tmp_path, default_theme()), stylesheets_of((A4_PORTRAIT,))), "zh")
        .render(page, version="")
        .decode()
    )
    assert html.count('<p class="invented">') == 2
    for said in ("接通天然气", "第2块，共2块", f"版本 {entry.code}", "2026年11月20日", "board-a4-portrait"):
        assert said in html.replace('<span class="gap">', "").replace("</span>", "")


def test_a_kind_that_a_site_does_not_ask_for_is_not_even_filled() -> None:
    def unwanted(place: Locality) -> Iterator[BoardSubject]:
        raise AssertionError("asked what it shows")

    for boards in (BoardSettings(kinds=("tasks",)), BoardSettings(sizes=("a3",))):
        settings = Settings(title="示例站", boards=boards)
        plan, _ = plan_boards(locality(tasks=TASKS, settings=settings), (Board(KIND, unwanted),))
        assert plan.entries == ()
