"""四联单: four parts with one number, cut apart: each goes to whoever fills it in, together they tell the whole way.

A sheet is one slip, its parts in the order in which they are filled in. What the parts are called is a setting of
the site, so that the paper says what people here say.
"""

from __future__ import annotations

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView, grid_on, serial
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made
from noticeboard.forms.parts import LINE, PAD, Field, Head, field_of, head_of, height_of_field, inner
from noticeboard.frozen import dataclass
from noticeboard.kinds.slip import STAGES, Slip
from noticeboard.kinds.slip.view import LABELS
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "four-part-slip",
    Words("四联单", "four-part slip"),
    "forms/four-part-slip.html",
    ("a4-portrait",),
    Words(
        "一单四联：点单、下单、接单、评单，同一单号，可剪开",
        "four parts with one number: order, dispatch, accept, rate",
    ),
)
PART = Words("第{n}联 {name}", "Part {n}: {name}")
SAYS = {
    "ordered": Words(
        "请写清要办的事和楼号，不写姓名和门牌。", "Say what is to be done and the building; no name, no flat."
    ),
    "dispatched": Words("写明交给谁办、什么时候办完。", "Say who is to do it, and by when."),
    "accepted": Words("写明怎么办的、办到哪一步。", "Say what was done and how far it is."),
    "rated": Words(
        "写明满意、基本满意还是不满意，以及原因。",
        "Satisfied, fairly satisfied, not satisfied: say which, and why.",
    ),
}
WHAT, WHO, WHEN = Words("内容", "What"), Words("经手", "By"), Words("日期", "Date")
LEAST_LINES = 1


@dataclass(frozen=True)
class PartView:
    """One part: its heading with the number, what is asked, lines to write on, by whom and when."""

    head: Head
    number: SetText
    what: Field
    lines: int
    who: Field
    when: Field


@dataclass(frozen=True)
class SlipForm:
    """What the sheets say: the names of the parts, and the numbers asked for."""

    labels: tuple[str, ...]
    options: FormOptions


def _draw(
    form: SlipForm, index: int, number: int, frame: BoardFrame, room: Room, grid: Grid
) -> PartView | TooLarge:
    sheet, width, size = room.sheet, inner(grid), room.sheet.name_size
    title = room.to(PART).format(n=index + 1, name=form.labels[index])
    head = head_of(title, frame.compound, room.to(SAYS[STAGES[index]]), width, sheet, room.language)
    what = field_of(room.to(WHAT), "", width, sheet)
    half = (width - size) / 2
    who, when = (field_of(room.to(text), "", half, sheet) for text in (WHO, WHEN))
    used = head.height + height_of_field(what) + max(map(height_of_field, (who, when)))
    lines = int((grid.height - 2 * PAD - used) / LINE + 1e-6)
    if lines < 0:
        return TooLarge(title, used + 2 * PAD, grid.height, frame.origin)
    return PartView(head, serial(number, size), what, lines, who, when)


def _lay(form: SlipForm, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    grid = grid_on(room.sheet, 2, 2) if room.sheet.landscape else grid_on(room.sheet, 1, len(STAGES))
    sheets = []
    for number in range(form.options.start, form.options.start + (form.options.count or 1)):
        parts = [_draw(form, index, number, frame, room, grid) for index in range(len(STAGES))]
        for part in parts:
            if isinstance(part, TooLarge):
                return part
        rows = tuple(tuple(parts[i : i + grid.across]) for i in range(0, len(parts), grid.across))
        sheets.append(SlipsView(grid.across, grid.down, rows))
    return tuple(sheets)


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The sheets, one a slip; `count` is a number of slips."""
    own = locality.context.settings.slips
    labels = tuple(getattr(own, stage) or locality.words(LABELS[stage]) for stage in STAGES)
    form = SlipForm(labels, options)
    return frame_bare(KIND, form, frame, lambda room: _lay(form, frame, room), CUT, CUT_HINT)


def _has_slips(locality: Locality) -> bool:
    return bool(locality.records.of(Slip))


FORM = FormKind(KIND, _has_slips, lay_out)
