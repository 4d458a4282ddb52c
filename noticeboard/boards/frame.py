"""What all boards share: the band above, the foot below, panels, version code, glyph check.

A kind of board lays out its body only. `frame_board` gives it the room that band and foot leave, and puts them
around each panel that comes back. Order of the foot, sizes and the mark 示例 are settled here once, so that no
kind can leave out who issued a board, on which day, or whom to call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from noticeboard.boards import words
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.qr import QrCode, qr_code
from noticeboard.boards.said import glyph_diagnostics, said_by, version_code
from noticeboard.boards.sheet import Sheet, step_down, step_up, usual_distance
from noticeboard.boards.typesetting import LEADING, SetText, set_address, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView, FootView, HeadView, PanelView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words, html_language

Band = Literal["party", "self_governing", "volunteer", "plain"]
SHAVE = 0.5
"""Millimetres by which a sheet is drawn lower than its page, so that rounding never makes a blank page."""
FOOT_GAP = 4.0
"""Millimetres of white beside the left and the middle part of the foot, at 1 m."""
FOOT_WHITE = 6.0
"""Millimetres of white under the rule of the foot, at 1 m; `.foot` in board.css says the same."""
PHONE_EM = 8.1
"""Width in em that a phone number needs on one line: 0371-0000-0000."""


@dataclass(frozen=True)
class BoardFrame:
    """What stands around the body of every board."""

    sheet: Sheet
    title: str
    compound: str
    band: Band
    issuer: str
    date_text: str
    supervision_phone: str = ""
    address: str = ""
    """`BASE/b/ID/` with its scheme; empty when the site has no base_url, and then there is no QR code."""
    sample: bool = False
    in_force_on: str = ""
    """The day for which it is printed, where that is not the day of printing."""
    language: Language = "zh"
    origin: Origin = Origin()
    place: Origin = Origin()
    """Where the compound is named."""


@dataclass(frozen=True)
class Room:
    """What a kind of board gets to fill: lengths in mm."""

    sheet: Sheet
    width: float
    height: float
    band: Band
    language: Language

    def to(self, text: Words) -> str:
        """`text` in the language of the board's frame."""
        return text.to(self.language)


def frame_board(
    kind: BoardKind,
    board: Any,
    frame: BoardFrame,
    lay: Callable[[Room], Attempt[Any]],
) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board with all its panels, or what is wrong with it; `lay` lays out the body."""
    mark, found = begin(kind, board, frame)
    head, foot = _head(frame), _foot(frame, mark)
    for part in (head, foot):
        if isinstance(part, TooLarge):
            return None, [*found, part.diagnostic(kind.words, frame.sheet)]
    assert isinstance(head, HeadView)
    assert isinstance(foot, FootView)
    sheet = frame.sheet
    height = sheet.inner_height - head.height - sheet.foot - 2 * sheet.gap - SHAVE
    if height <= 0:
        return None, [*found, TooLarge(frame.title, -height, 0, frame.origin).diagnostic(kind.words, sheet)]
    bodies = lay(Room(sheet, sheet.inner_width, height, frame.band, frame.language))
    if isinstance(bodies, TooLarge):
        return None, [*found, bodies.diagnostic(kind.words, sheet)]
    return board_view(kind, frame, mark, head, foot, bodies), found


def begin(kind: BoardKind, board: Any, frame: BoardFrame) -> tuple[str, list[Diagnostic]]:
    """The version code of what a board says, and the characters that its font lacks."""
    said = said_by((kind.key, frame, board))
    return version_code(said), glyph_diagnostics((frame, board), said, kind.words)


def board_view(
    kind: BoardKind, frame: BoardFrame, mark: str, head: HeadView, foot: FootView, bodies: Sequence[Any]
) -> BoardView:
    """The whole board from its bodies."""
    sheet, language = frame.sheet, frame.language
    count = len(bodies)
    label = words.PAGE if foot.low else words.PANEL
    panels = tuple(
        PanelView(i, _numbered(head, sheet, language, label, i, count), body, foot)
        for i, body in enumerate(bodies, 1)
    )
    direction = (words.LANDSCAPE if sheet.landscape else words.PORTRAIT).to(language)
    hint = words.HINT.to(language).format(paper=sheet.paper.to(language), direction=direction, count=count)
    return BoardView(
        kind=kind.key,
        template=kind.template,
        lang=html_language(language),
        title=f"{frame.title} - {frame.compound}" if frame.compound else frame.title,
        sheet=sheet.key,
        stylesheets=("board.css", stylesheet_name(sheet)),
        hint=hint,
        region=words.REGION.to(language),
        code=mark,
        panels=panels,
        marks=bool(sheet.bleed),
    )


def _numbered(
    head: HeadView, sheet: Sheet, language: Language, label: Words, number: int, count: int
) -> HeadView:
    if count == 1:
        return head
    text = label.to(language).format(number=number, count=count)
    panel = set_text(text, sheet.name_size, 10 * sheet.name_size)
    return HeadView(head.band, head.compound, head.title, panel, head.sample, head.height)


def stylesheet_name(sheet: Sheet) -> str:
    """The name of the stylesheet that is made for `sheet`: a sheet read from elsewhere than usual has its own."""
    is_usual = sheet.distance == usual_distance(sheet.width, sheet.height)
    return f"board-{sheet.key}{'' if is_usual else f'-{sheet.distance:g}m'}.css"


def band_padding(sheet: Sheet) -> float:
    """The padding of the band in mm."""
    return round(sheet.title_size * 0.22, 2)


def mark_width(sheet: Sheet) -> float:
    """The width in mm kept at the right of the band for 示例 and the number of the panel."""
    return round(sheet.name_size * 8, 2)


def _head(frame: BoardFrame) -> HeadView | TooLarge:
    sheet, pad = frame.sheet, band_padding(frame.sheet)
    room = sheet.inner_width - 4 * pad - mark_width(sheet)
    title = set_heading(frame.title, sheet.title_size, room, leading=1.2)
    if len(title.lines) > 2:
        needs = set_text(frame.title, sheet.title_size, 1e6, weight=700).width
        return TooLarge(frame.title, needs, 2 * room, frame.origin, across=True)
    size = max(sheet.name_size, step_down(sheet.title_size * 0.45))
    compound = set_text(frame.compound, size, room, leading=1.3) if frame.compound else _nothing(size)
    sample = None
    if frame.sample:
        sample = set_text(words.SAMPLE.to(frame.language), step_up(sheet.name_size * 1.3), 1e6, weight=700)
    height = 2 * pad + compound.height + title.height
    return HeadView(frame.band, compound, title, None, sample, height)


def _nothing(size: float) -> SetText:
    return SetText((), size)


def foot_columns(sheet: Sheet) -> tuple[float, float, float]:
    """The widths in mm of the three parts of the foot; the middle one has room for a phone number."""
    width, phone = sheet.inner_width, PHONE_EM * sheet.name_size + FOOT_GAP * sheet.scale
    middle = max(0.23 * width, min(phone, 0.4 * width))
    left, right = ((width - middle) * share / 0.77 for share in (0.44, 0.33))
    return round(left, 2), round(middle, 2), round(right, 2)


def quiet_zone(sheet: Sheet) -> float:
    """The white in mm around the QR code: four modules of the smallest code (21 a side)."""
    return round(sheet.qr * 4 / 21, 2)


def _foot(frame: BoardFrame, mark: str) -> FootView | TooLarge:
    sheet = frame.sheet
    qr = qr_code(frame.address) if frame.address else None
    height = sheet.foot - FOOT_WHITE * sheet.scale
    result: FootView | TooLarge = TooLarge(frame.title, 0, height, frame.origin)
    for factor in (1.3, 1.2, 1.1, 1.0):
        result = _foot_at(frame, mark, qr, step_up(sheet.name_size * factor), height)
        if isinstance(result, FootView) and (factor == 1 or not _is_torn(result)):
            return result
    return result


def _is_torn(foot: FootView) -> bool:
    """Whether the date or the line beside the code takes more than a line: then smaller type looks better."""
    return any(text is not None and len(text.lines) > 1 for text in (foot.scan, foot.date))


def _foot_at(
    frame: BoardFrame, mark: str, qr: QrCode | None, size: float, height: float
) -> FootView | TooLarge:
    sheet, language = frame.sheet, frame.language
    left, middle, right = foot_columns(sheet)
    small, least = sheet.text_for(size), sheet.text_size
    gap = FOOT_GAP * sheet.scale
    beside = left - (sheet.qr + quiet_zone(sheet) if qr else 0) - gap
    middle_room = middle - gap
    shown = frame.address.removeprefix("https://").removeprefix("http://")
    foot = FootView(
        qr=qr,
        qr_label=words.QR.to(language),
        scan=set_text(words.SCAN.to(language), small, beside) if qr else None,
        address=set_address(shown, small, least, beside) if qr else None,
        code=set_text(code_text(frame, mark), least, beside),
        phone_label=_if(frame.supervision_phone, words.PHONE.to(language), small, middle_room),
        phone=_phone(frame, middle_room),
        sample=_if(frame.sample, words.SAMPLE_NOTE.to(language), least, middle_room),
        issuer=set_heading(frame.issuer, size, right, leading=LEADING) if frame.issuer else None,
        date=_if(frame.date_text, frame.date_text, size, right),
    )
    for name, parts in (
        (frame.address, (foot.scan, foot.address, foot.code)),
        (frame.supervision_phone, (foot.phone_label, foot.phone, foot.sample)),
        (frame.issuer, (foot.issuer, foot.date)),
    ):
        needs = sum(part.height for part in parts if part)
        if needs > height:
            return TooLarge(name, needs, height, frame.origin)
    return foot


def code_text(frame: BoardFrame, mark: str) -> str:
    """The version code as it stands below a board, and for which day the board is printed, if that must be said."""
    return in_force_text(frame, words.CODE.to(frame.language).format(code=mark))


def in_force_text(frame: BoardFrame, text: str) -> str:
    """A text below a board, and for which day the board is printed, if that must be said."""
    if not frame.in_force_on:
        return text
    return words.IN_FORCE_ON.to(frame.language).format(code=text, day=frame.in_force_on)


def _if(wanted: object, text: str, size: float, room: float) -> SetText | None:
    return set_text(text, size, room) if wanted else None


def _phone(frame: BoardFrame, room: float) -> SetText | None:
    if not frame.supervision_phone:
        return None
    wide = set_text(frame.supervision_phone, 1.0, 1e6, weight=700).width
    fitting = min(step_down(room / wide), step_down(frame.sheet.name_size * 2))
    return set_text(
        frame.supervision_phone, max(frame.sheet.name_size, fitting), room, weight=700, leading=1.2
    )
