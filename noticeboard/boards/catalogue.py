"""Every kind of board, in the order of the print centre."""

from __future__ import annotations

from noticeboard.boards import (
    assignment,
    borrowing,
    decision,
    facility,
    fund,
    honour,
    ledger,
    notice,
    organization,
    plaque,
    programme,
    service,
    station,
    tasks,
    volunteer,
    wish,
)
from noticeboard.boards.fills.ledger import ledger_boards
from noticeboard.boards.fills.notice import notice_boards
from noticeboard.boards.fills.organization import organization_boards
from noticeboard.boards.fills.tasks import tasks_boards
from noticeboard.boards.fills.volunteer import volunteer_boards
from noticeboard.boards.subject import Board

BOARDS: tuple[Board, ...] = (
    Board(organization.KIND, organization_boards),
    Board(volunteer.KIND, volunteer_boards),
    Board(plaque.KIND, plaque.plaque_boards),
    Board(tasks.KIND, tasks_boards),
    Board(ledger.KIND, ledger_boards),
    Board(fund.KIND, fund.fund_boards),
    Board(decision.KIND, decision.decision_boards),
    Board(wish.KIND, wish.wish_boards),
    Board(service.KIND, service.service_boards),
    Board(station.PLATE, station.plates),
    Board(station.LABEL, station.labels),
    Board(station.DUE, station.due_sheets),
    Board(honour.KIND, honour.honour_boards),
    Board(facility.KIND, facility.facility_boards),
    Board(assignment.KIND, assignment.assignment_boards),
    Board(borrowing.KIND, borrowing.borrowing_boards),
    Board(programme.KIND, programme.programme_boards),
    Board(notice.KIND, notice_boards),
)
"""A new kind is one file here, one template, one entry in this list."""
BOARD_KINDS = tuple(board.kind for board in BOARDS)
