"""检查表: the checklist of an inspection to take along: boxes to tick, lines to write on, signatures.

Without a record there is a sheet for every checklist of the place, the last of each name and grid; with `--choice`
the items are those that are given. What runs out is on the list too, so that whoever inspects looks at its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.slips import serial
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made, no_record
from noticeboard.forms.parts import (
    FIELD,
    HEAD_WHITE,
    LINE,
    Field,
    Head,
    columns_of,
    field_of,
    head_of,
    height_of_field,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.inspection import Inspection
from noticeboard.kinds.inspection.state import in_force, planned
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "inspection",
    Words("检查表", "inspection sheet"),
    "forms/inspection.html",
    ("a4-portrait",),
    Words(
        "检查项目逐项打勾，有效期逐件核对，空行写问题和地点，签名",
        "the checklist with boxes to tick, what runs out, lines for findings, signatures",
    ),
)
SAY = Words(
    "逐项看，在方框里打勾；有问题的写明问题和地点，不写姓名和门牌。",
    "Look at each, tick a box, write what was found and where; no names and no flats.",
)
WHAT, GRID, WHEN = Words("检查", "Inspection"), Words("网格", "Grid"), Words("时间", "When")
HEAD = (
    Words("序号", "No"),
    Words("检查项目", "Item"),
    Words("正常", "OK"),
    Words("有问题", "Not OK"),
    Words("问题和地点", "What and where"),
)
WIDTHS = (0.08, 0.36, 0.1, 0.12, 0.34)
"""Of the columns, as parts of the width; `.inspection .c1` to `.c5` in board.css."""
SIGNED = (
    Words("检查人签名", "Inspected by"),
    Words("陪同人签名", "In presence of"),
    Words("下次检查", "Next inspection"),
    Words("日期", "Date"),
)
UNTIL = Words("{what}（{where}），有效期至{day}", "{what} ({where}), valid until {day}")
UNTIL_ALONE = Words("{what}，有效期至{day}", "{what}, valid until {day}")
CELL, LEAST_BLANK = 2.0, 3
"""Millimetres of white at the sides of a text in a cell; lines left empty for what is on no list."""


@dataclass(frozen=True)
class Checklist:
    """What one sheet is for; empty where that is left to be written."""

    title: str
    grid: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Checklists:
    """The checklists that are printed, with what was asked for."""

    lists: tuple[Checklist, ...]
    options: FormOptions


@dataclass(frozen=True)
class RowView:
    """One line of the table: its number and what is looked at, both empty on lines to write on."""

    number: SetText | None
    text: SetText | None

    @property
    def height(self) -> float:
        """In mm."""
        return max(LINE, self.text.height + CELL) if self.text else LINE


@dataclass(frozen=True)
class InspectionView:
    """One sheet."""

    head: Head
    number: SetText
    what: Field
    grid: Field
    when: Field
    columns: tuple[SetText, ...]
    rows: tuple[RowView, ...]
    signed: tuple[tuple[Field, Field], ...]


def _lay(lists: Checklists, frame: BoardFrame, room: Room) -> Attempt[InspectionView]:
    sheets: list[InspectionView] = []
    options = lists.options
    for checklist in lists.lists:
        for number in range(options.start, options.start + (options.count or 1)):
            made = _sheets(checklist, number, options, frame, room)
            if isinstance(made, TooLarge):
                return made
            sheets += made
    return tuple(sheets)


def _sheets(
    checklist: Checklist, number: int, options: FormOptions, frame: BoardFrame, room: Room
) -> list[InspectionView] | TooLarge:
    """The sheets of one checklist with one number."""
    sheet, size, language = room.sheet, room.sheet.name_size, room.language
    head = head_of(room.to(KIND.words), frame.compound, room.to(SAY), room.width, sheet, language)
    half = (room.width - size) / 2
    what = field_of(room.to(WHAT), checklist.title, room.width, sheet)
    grid = field_of(room.to(GRID), checklist.grid, half, sheet)
    when = field_of(room.to(WHEN), options.when, half, sheet)
    signed = tuple(
        (field_of(room.to(one), "", half, sheet), field_of(room.to(other), "", half, sheet))
        for one, other in (SIGNED[:2], SIGNED[2:])
    )
    columns = columns_of(HEAD, size, language)
    used = head.height + height_of_field(what) + max(map(height_of_field, (grid, when))) + 2 * size
    used += 2 * FIELD + max(text.height for text in columns) + HEAD_WHITE
    rows = _rows(checklist.items, room)
    poured = _poured(rows, room.height - used)
    if isinstance(poured, TooLarge):
        return poured
    return [
        InspectionView(head, serial(number, size), what, grid, when, columns, part, signed) for part in poured
    ]


def _rows(items: Sequence[str], room: Room) -> tuple[RowView, ...]:
    size, width = room.sheet.name_size, room.width * WIDTHS[1] - 2 * CELL
    return tuple(
        RowView(set_text(f"{n}", size, width), set_text(text, size, width)) for n, text in enumerate(items, 1)
    )


def _poured(rows: tuple[RowView, ...], height: float) -> list[tuple[RowView, ...]] | TooLarge:
    """The rows on as many sheets as they need, each filled up with empty lines, a few at least on the last."""
    sheets: list[tuple[RowView, ...]] = [()]
    left, blank = height, RowView(None, None)
    for row in rows:
        if row.height > height:
            assert row.text is not None
            return TooLarge(row.text.plain, row.height, height)
        if row.height > left:
            sheets.append(())
            left = height
        sheets[-1] = (*sheets[-1], row)
        left -= row.height
    if left < LEAST_BLANK * LINE:
        sheets.append(())
    return [(*each, *_blanks(each, height, blank)) for each in sheets]


def _blanks(rows: tuple[RowView, ...], height: float, blank: RowView) -> Iterator[RowView]:
    left = height - sum(row.height for row in rows)
    yield from (blank for _ in range(int(left / LINE + 1e-6)))


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The sheets of the inspection that `record` names, or of every checklist of the place."""
    inspections = locality.records.of(Inspection)
    named = [each for each in inspections if options.record and each.id == options.record]
    if options.record and not named:
        return None, [no_record(options.record, inspections, Words("检查", "inspection"))]
    lists = tuple(_checklist(locality, each) for each in named or _current(locality))
    if options.choices or options.title:
        lists = (Checklist(options.title, "", options.choices),)
    found = Checklists(lists or (Checklist("", "", ()),), options)
    return frame_bare(KIND, found, frame, lambda room: _lay(found, frame, room), CUT)


def _current(locality: Locality) -> list[Inspection]:
    """The checklists in force, those planned in the place of the last held; patrols have none."""
    latest = {(each.title, each.grid): each for each in in_force(locality.records, locality.today)}
    latest |= planned(locality.records, locality.today)
    return [each for each in latest.values() if each.items or each.equipment]


def _checklist(locality: Locality, inspection: Inspection) -> Checklist:
    lasting = (
        locality.words(UNTIL if each.where else UNTIL_ALONE).format(
            what=each.what, where=each.where, day=each.expires.text(locality.language)
        )
        for each in inspection.equipment
    )
    return Checklist(inspection.title, inspection.grid, (*(item.what for item in inspection.items), *lasting))


def _has_inspections(locality: Locality) -> bool:
    return bool(_current(locality))


FORM = FormKind(KIND, _has_inspections, lay_out)
