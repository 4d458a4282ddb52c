"""小红本: a page of a volunteer's service record, to be cut out and bound: date, what was done, hours, signature.

Without a volunteer the name is left to be written. With one it is the name that the wall may show: a person who
has not agreed gets a page with 姓+同志, as on the board.
"""

from __future__ import annotations

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made, no_record
from noticeboard.forms.parts import (
    HEAD_WHITE,
    LINE,
    PAD,
    Field,
    Head,
    columns_of,
    field_of,
    fitting,
    head_of,
    height_of_field,
    inner,
    rows_in,
    slips_of,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "service-record",
    Words("小红本（志愿服务记录）", "service record of a volunteer"),
    "forms/service-record.html",
    ("a4-landscape",),
    Words("志愿者的服务记录：日期、内容、小时、签名", "a volunteer's services: date, what, hours, signature"),
)
TITLE = Words("志愿服务记录", "Service record")
SAY = Words(
    "每次服务后当天填写，请组织服务的人签名。", "Fill in on the day of the service and have it signed."
)
NAME, TEAM = Words("姓名", "Name"), Words("队伍", "Team")
HEAD = (
    Words("日期", "Date"),
    Words("服务内容", "What was done"),
    Words("小时", "Hours"),
    Words("签名", "Signed"),
)
WIDTH, HEIGHT = 120.0, 170.0
"""Least size of a page in mm: two to a sheet of A4."""
LEAST_ROWS = 5


@dataclass(frozen=True)
class ServiceRecord:
    """Whose page it is; empty where that is left to be written."""

    name: str
    team: str


@dataclass(frozen=True)
class ServiceRecordView:
    """One page: heading, whose it is, lines to write on."""

    head: Head
    fields: tuple[Field, ...]
    columns: tuple[SetText, ...]
    rows: int


def _draw(
    board: ServiceRecord, compound: str, sheet: Sheet, language: Language, grid: Grid
) -> tuple[ServiceRecordView, float]:
    width, size = inner(grid), sheet.name_size
    head = head_of(TITLE.to(language), compound, SAY.to(language), width, sheet, language)
    fields = (
        field_of(NAME.to(language), board.name, width, sheet),
        field_of(TEAM.to(language), board.team, width, sheet),
    )
    columns = columns_of(HEAD, size, language)
    used = head.height + sum(map(height_of_field, fields)) + size
    rows = rows_in(grid.height - 2 * PAD, used, columns)
    least = used + columns[0].height + HEAD_WHITE + max(rows, LEAST_ROWS) * LINE
    return ServiceRecordView(head, fields, columns, rows), least


def _lay(board: ServiceRecord, options: FormOptions, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    found = fitting(
        room.sheet,
        WIDTH,
        HEIGHT,
        board.team or board.name or room.to(TITLE),
        lambda grid: _draw(board, frame.compound, room.sheet, room.language, grid),
    )
    if isinstance(found, TooLarge):
        return found
    grid, slip = found
    return slips_of(slip, options.start, options.count, grid, room.sheet)


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The pages, numbered; of one volunteer if `record` names one."""
    board = ServiceRecord("", "")
    if options.record:
        volunteers = locality.records.of(Volunteer)
        named = next((each for each in volunteers if each.id == options.record), None)
        if named is None:
            return None, [no_record(options.record, volunteers, Words("志愿者", "volunteer"))]
        team = locality.target(named.team) if named.team else None
        board = ServiceRecord(named.name, team.title if team else "")
    return frame_bare(KIND, board, frame, lambda room: _lay(board, options, frame, room), CUT, CUT_HINT)


def _has_volunteers(locality: Locality) -> bool:
    return bool(locality.records.of(Volunteer))


FORM = FormKind(KIND, _has_volunteers, lay_out)
