"""Every kind of board, in the order of the print centre; each is loaded when a place has records for it.

A new kind is one file here, one template, one entry in `BOARDS`: where its declaration and its `fill` stand, the kind
of record it is drawn from (none where it is drawn from counts), and what is asked of every board on every build.
`tests/architecture/test_later.py` holds that the entry says what the declaration says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.view import BoardKind
from noticeboard.kind import kinds_of
from noticeboard.kinds import KINDS
from noticeboard.languages import Words
from noticeboard.later import Later
from noticeboard.locality import Locality


def _board(
    kind: str, fill: str, *, of: str, key: str, words: Words, sheets: tuple[str, ...], office: bool = False
) -> Board:
    declared = Later(*_place(kind), key=key, words=words, sheets=sheets, office=office)
    filled = Later(*_place(fill))

    def fill_from_records(locality: Locality) -> Iterator[BoardSubject]:
        if not of or of in locality.once(recorded):
            yield from filled.declaration(locality)

    return Board(cast("BoardKind", declared), fill_from_records)


def _place(name: str) -> tuple[str, str]:
    module, _, attribute = name.rpartition(".")
    return f"boards.{module}", attribute


def recorded(locality: Locality) -> frozenset[str]:
    """The names of the kinds that a place, or one below it, has records of."""
    return frozenset(kind.name for kind in kinds_of(locality, KINDS))


BOARDS: tuple[Board, ...] = (
    _board(
        "organization.KIND",
        "fills.organization.organization_boards",
        of="organization",
        key="organization",
        words=Words("组织建设公示栏", "organization board"),
        sheets=("a3-landscape",),
    ),
    _board(
        "volunteer.KIND",
        "fills.volunteer.volunteer_boards",
        of="volunteer",
        key="volunteer",
        words=Words("志愿者服务公示栏", "volunteer board"),
        sheets=("a3-landscape",),
    ),
    _board(
        "plaque.KIND",
        "plaque.plaque_boards",
        of="organization",
        key="plaque",
        words=Words("党员公示牌", "party member plaques"),
        sheets=("a4-portrait",),
        office=True,
    ),
    _board(
        "tasks.KIND",
        "fills.tasks.tasks_boards",
        of="task",
        key="tasks",
        words=Words("民生实事公示", "board of practical tasks"),
        sheets=(
            "a3-landscape",
            "a4-portrait",
        ),
    ),
    _board(
        "ledger.KIND",
        "fills.ledger.ledger_boards",
        of="task",
        key="ledger",
        words=Words("民生台账", "ledger of practical tasks"),
        sheets=("a3-landscape",),
        office=True,
    ),
    _board(
        "fund.KIND",
        "fund.fund_boards",
        of="fund",
        key="fund",
        words=Words("收支公示", "fund statement"),
        sheets=(
            "a3-portrait",
            "a4-portrait",
        ),
    ),
    _board(
        "decision.KIND",
        "decision.decision_boards",
        of="decision",
        key="decision",
        words=Words("决策公示", "decision"),
        sheets=(
            "a3-portrait",
            "a4-portrait",
        ),
    ),
    _board(
        "wish.KIND",
        "wish.wish_boards",
        of="wish",
        key="wish",
        words=Words("微心愿墙", "wall of wishes"),
        sheets=("a3-landscape",),
    ),
    _board(
        "service.KIND",
        "service.service_boards",
        of="service",
        key="service",
        words=Words("便民服务告示", "service sheet"),
        sheets=(
            "a4-portrait",
            "a3-portrait",
        ),
    ),
    _board(
        "station.PLATE",
        "station.plates",
        of="station",
        key="station",
        words=Words("民情速递站牌", "plate of the opinion station"),
        sheets=("a3-portrait",),
    ),
    _board(
        "station.LABEL",
        "station.labels",
        of="station",
        key="station-box",
        words=Words("民情速递箱标签", "label of the opinion box"),
        sheets=("a4-landscape",),
    ),
    _board(
        "station.DUE",
        "station.due_sheets",
        of="station",
        key="station-due",
        words=Words("今天到期的服务事项", "items due today"),
        sheets=("a4-portrait",),
        office=True,
    ),
    _board(
        "honour.KIND",
        "honour.honour_boards",
        of="honour",
        key="honour",
        words=Words("荣誉榜", "honours"),
        sheets=(
            "a3-landscape",
            "a4-portrait",
        ),
    ),
    _board(
        "facility.KIND",
        "facility.facility_boards",
        of="facility",
        key="facility",
        words=Words("便民设施使用说明", "how-to sheet of a facility"),
        sheets=(
            "a3-portrait",
            "a4-portrait",
        ),
    ),
    _board(
        "assignment.KIND",
        "assignment.assignment_boards",
        of="assignment",
        key="assignment",
        words=Words("分包责任公示", "assigned team"),
        sheets=(
            "a3-landscape",
            "a4-portrait",
        ),
    ),
    _board(
        "rota.KIND",
        "rota.rota_boards",
        of="rota",
        key="rota",
        words=Words("值班表", "duty rota"),
        sheets=("a3-portrait", "a4-portrait"),
    ),
    _board(
        "borrowing.KIND",
        "borrowing.borrowing_boards",
        of="partner",
        key="borrowing",
        words=Words("可借用的资源", "what can be borrowed"),
        sheets=(
            "a4-portrait",
            "a3-portrait",
        ),
    ),
    _board(
        "programme.KIND",
        "programme.programme_boards",
        of="programme",
        key="programme",
        words=Words("工作法展板", "programme poster"),
        sheets=("a3-landscape", "a4-portrait"),
    ),
    _board(
        "upcoming.KIND",
        "upcoming.catalogue_boards",
        of="catalogue",
        key="catalogue",
        words=Words("未来30天公开事项", "to publish in the next 30 days"),
        sheets=("a4-portrait",),
    ),
    _board(
        "statistics.KIND",
        "statistics.statistics_boards",
        of="",
        key="statistics",
        words=Words("统计公示", "statistics"),
        sheets=("a3-portrait", "a2-portrait"),
    ),
    _board(
        "notice.KIND",
        "fills.notice.notice_boards",
        of="notice",
        key="notice",
        words=Words("公示公告", "notice"),
        sheets=("a4-portrait",),
    ),
)
BOARD_KINDS = tuple(board.kind for board in BOARDS)
