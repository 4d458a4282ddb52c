"""整改提醒单: a numbered slip for one finding: where, what, until when, at which grade; cut apart and handed out.

Blank ones are filled in where the finding is made. With a record there is a slip for each of its findings that is
not settled yet, with what is known already.
"""

from __future__ import annotations

from dataclasses import field

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView, grids, sheets_of
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardKind
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.forms.form import E_FORM_RECORD, FormKind, FormOptions, Made, no_record
from noticeboard.forms.parts import (
    LINE,
    PAD,
    Field,
    Head,
    Numbered,
    box_line,
    field_of,
    head_of,
    height_of_field,
    inner,
    numbered,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.inspection import Inspection, Measure
from noticeboard.kinds.inspection.state import Found, found_in
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "reminder",
    Words("整改提醒单", "reminder slip"),
    "forms/reminder.html",
    ("a4-portrait",),
    Words(
        "一处问题一张：地点、问题、整改期限、分级处置，有编号，可剪开",
        "a slip for one finding: where, what, until when, which grade; numbered, cut apart",
    ),
)
SAY = Words("请在期限前整改，办好后告诉检查人。", "Please settle this in time, and say so when it is done.")
WHERE, WHAT, DUE = Words("地点", "Where"), Words("问题", "Finding"), Words("期限", "Due")
BY, WHEN = Words("检查人", "By"), Words("日期", "Date")
WIDTH, HEIGHT, LEAST_LINES = 90.0, 125.0, 1
"""Least size of a slip in mm: four to a sheet of A4; lines to write on below the finding."""


@dataclass(frozen=True)
class Slip:
    """What is known of one finding; empty where it is left to be written."""

    where: str = ""
    what: str = ""
    due: str = ""
    measure: str = ""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Slips:
    """The findings, each on a slip of its own."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True)
class ReminderView:
    """One slip; the grade that is known has a tick in its box."""

    head: Head
    where: Field
    what: Field
    lines: int
    due: Field
    measures: tuple[tuple[SetText, bool], ...]
    by: Field
    when: Field


def _draw(
    slip: Slip, compound: str, sheet: Sheet, language: Language, grid: Grid
) -> tuple[ReminderView, float]:
    width, size = inner(grid), sheet.name_size
    head = head_of(KIND.words.to(language), compound, SAY.to(language), width, sheet, language)
    where, what, due = (
        field_of(label.to(language), text, width, sheet)
        for label, text in ((WHERE, slip.where), (WHAT, slip.what), (DUE, slip.due))
    )
    half = (width - size) / 2
    by, when = (field_of(label.to(language), "", half, sheet) for label in (BY, WHEN))
    boxes = [(each, box_line(each.words.to(language), size, width)) for each in Measure]
    used = head.height + sum(map(height_of_field, (where, what, due)))
    used += sum(high for _, (_, high) in boxes) + max(map(height_of_field, (by, when)))
    lines = max(LEAST_LINES, int((grid.height - 2 * PAD - used) / LINE + 1e-6))
    measures = tuple((text, each.value == slip.measure) for each, (text, _) in boxes)
    return ReminderView(head, where, what, lines, due, measures, by, when), used + lines * LINE


def _lay(slips: Slips, options: FormOptions, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    """As many to a sheet as all of them have room for."""
    copies, filled = options.count, any(each.what for each in slips.slips)
    largest = TooLarge(room.to(KIND.words), 0.0, room.height)
    for grid in grids(room.sheet, WIDTH, HEIGHT):
        drawn = [_draw(each, frame.compound, room.sheet, room.language, grid) for each in slips.slips]
        tall = max(range(len(drawn)), key=lambda n: drawn[n][1])
        needs = drawn[tall][1] + 2 * PAD
        if needs <= grid.height + 1e-6:
            each = (copies or 1) if filled else (copies or grid.across * grid.down)
            made: list[Numbered] = []
            for view, _ in drawn:
                first = options.start + len(made)
                made += numbered(view, range(first, first + each), room.sheet)
            return sheets_of(made, grid)
        slip = slips.slips[tall]
        largest = TooLarge(slip.what or room.to(KIND.words), needs, grid.height, slip.origin)
    return largest


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """Blank slips, or those of the inspection that `record` names; `count` is how many, of each finding there."""
    slips: tuple[Slip, ...] = (Slip(),)
    if options.record:
        inspections = locality.records.of(Inspection)
        named = next((each for each in inspections if each.id == options.record), None)
        if named is None:
            return None, [no_record(options.record, inspections, Words("检查", "inspection"))]
        slips = tuple(
            _slip(locality, each) for each in found_in(named, locality.today) if not each.is_settled
        )
        if not slips:
            return None, [_settled(named)]
    found = Slips(slips)
    return frame_bare(KIND, found, frame, lambda room: _lay(found, options, frame, room), CUT, CUT_HINT)


def _slip(locality: Locality, found: Found) -> Slip:
    finding = found.finding
    due = finding.due.text(locality.language) if finding.due else ""
    measure = finding.measure.value if finding.measure else ""
    return Slip(finding.where, finding.what, due, measure, found.inspection.origin)


def _settled(inspection: Inspection) -> Diagnostic:
    return Diagnostic(
        E_FORM_RECORD,
        Words(
            f"“{inspection.title}”发现的问题都已整改，没有要提醒的",
            f"all findings of “{inspection.title}” are settled: there is nothing to remind of",
        ),
        Words("不写记录就印空白的", "ask without a record for blank slips"),
        inspection.origin,
    )


def _has_inspections(locality: Locality) -> bool:
    return bool(locality.records.of(Inspection))


FORM = FormKind(KIND, _has_inspections, lay_out)
