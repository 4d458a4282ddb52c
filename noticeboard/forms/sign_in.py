"""活动签到表: who came to an activity, one line a person; nothing is asked that the next in the line should not see.

Lines are numbered on through all sheets, so that the last number is how many came.
"""

from __future__ import annotations

from dataclasses import replace

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.slips import serial
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind
from noticeboard.forms import rota_sign_in
from noticeboard.forms.form import FormKind, FormOptions, Made
from noticeboard.forms.parts import Field, Head, columns_of, field_of, head_of, height_of_field, rows_in
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "sign-in",
    Words("活动签到表", "sign-in sheet"),
    "forms/sign-in.html",
    ("a4-portrait",),
    Words(
        "活动、时间、地点；一人一行，编号连到下一张",
        "activity, time and place; numbered lines, going on over all sheets",
    ),
)
SAY = Words("请本人签到，每人一行，字写大些。", "Please sign in yourself, one line each, in large letters.")
ACTIVITY, WHEN, WHERE = Words("活动", "Activity"), Words("时间", "When"), Words("地点", "Where")
HEAD = (
    Words("序号", "No"),
    Words("姓名", "Name"),
    Words("楼栋", "Building"),
    Words("签名", "Signature"),
    Words("备注", "Remarks"),
)
LEAST_ROWS = 5


@dataclass(frozen=True)
class SignInView:
    """One sheet: heading, what is signed for, numbered lines."""

    head: Head
    number: SetText
    activity: Field
    when: Field
    where: Field
    columns: tuple[SetText, ...]
    rows: tuple[SetText, ...]
    """The number of each line."""


@dataclass(frozen=True)
class SignIn:
    """What the sheets say."""

    options: FormOptions


def _lay(options: FormOptions, room: Room) -> Attempt[SignInView]:
    sheet, size = room.sheet, room.sheet.name_size
    head = head_of(room.to(KIND.words), "", room.to(SAY), room.width, sheet, room.language)
    half = (room.width - size) / 2
    activity = field_of(room.to(ACTIVITY), options.title, room.width, sheet)
    when = field_of(room.to(WHEN), options.when, half, sheet)
    where = field_of(room.to(WHERE), options.where, half, sheet)
    columns = columns_of(HEAD, size, room.language)
    used = head.height + height_of_field(activity) + max(map(height_of_field, (when, where))) + size
    rows = rows_in(room.height, used, columns)
    if rows < LEAST_ROWS:
        return TooLarge(options.title or room.to(KIND.words), used + LEAST_ROWS * size, room.height)
    return tuple(
        SignInView(
            head,
            serial(number, size),
            activity,
            when,
            where,
            columns,
            tuple(set_text(str((number - 1) * rows + i), size, room.width) for i in range(1, rows + 1)),
        )
        for number in range(options.start, options.start + (options.count or 1))
    )


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The sheets, each numbered; `count` is a number of sheets. Those of a duty rota if `record` names one."""
    if options.record:
        titled = replace(frame, title=locality.words(rota_sign_in.KIND.words))
        return rota_sign_in.lay_out(locality, options, titled)
    return frame_bare(KIND, SignIn(options), frame, lambda room: _lay(options, room), CUT)


def _always(locality: Locality) -> bool:
    return True


FORM = FormKind(KIND, _always, lay_out)
