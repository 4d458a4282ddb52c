"""Sheets without a band: notices in official style, plaques and forms that are cut apart.

White is kept on all four sides of the body, and what every board says stands in it: compound and title above;
below the version code, the number of the page and, on sheets that hang as they are, QR code and phone. Here too
no kind can leave these out. What is cut away carries no QR code: whoever holds a slip could not scan it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from noticeboard.boards import words
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import SHAVE, BoardFrame, Room, begin, board_view, code_text, in_force_text
from noticeboard.boards.qr import qr_code
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.typesetting import SetText, set_address, set_text
from noticeboard.boards.view import BoardKind, BoardView, FootView, HeadView
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

FOOT_DOWN = 3.0
"""Millimetres between the body and what stands below it; a sheet that is larger than A4 has more."""
SHARES = (0.56, 0.44)
"""Shares of the width below the body: QR code and version at the left, phone and number of the page at the right."""
PART_GAP = 3.0
"""Millimetres of white beside each of these."""
PRINTABLE = 5.0
"""Millimetres at the edge of the paper on which an office printer prints nothing."""


@dataclass(frozen=True)
class Edges:
    """The white around the body in mm on A4; larger sheets have more in proportion, smaller ones never less."""

    key: str
    """Class of the sheet."""
    top: float
    right: float
    bottom: float
    left: float
    above: float
    """From the edge of the sheet to what stands above the body."""
    coded: bool
    """Whether QR code and phone stand below the body."""

    def on(self, sheet: Sheet) -> Edges:
        """The edges in mm on `sheet`."""
        scale = max(1.0, min(sheet.width, sheet.height) / 210)
        top, right, left, above = (
            round(side * scale, 2) for side in (self.top, self.right, self.left, self.above)
        )
        bottom = round(
            self.bottom * max(scale, sheet.scale), 2
        )  # type stands there, which grows with the distance
        return Edges(self.key, top, right, bottom, left, above, self.coded)

    def width(self, sheet: Sheet) -> float:
        """The width of the body on `sheet`; the edges are those of `on`."""
        return sheet.width - self.left - self.right

    def height(self, sheet: Sheet) -> float:
        """The height of the body on `sheet`; the edges are those of `on`."""
        return sheet.height - self.top - self.bottom - SHAVE


OFFICIAL = Edges("official", 37, 26, 35, 28, above=16, coded=True)
"""The margins of GB/T 9704 for documents of authorities."""
CUT = Edges("cut", 17, 10, 14, 10, above=6, coded=False)
"""Around slips that are cut apart, as narrow as an office printer can print."""

EDGES = {edges.key: edges for edges in (OFFICIAL, CUT)}
"""The edges by their class."""


def frame_bare(
    kind: BoardKind,
    board: Any,
    frame: BoardFrame,
    lay: Callable[[Room], Attempt[Any]],
    edges: Edges,
    hint: Words | None = None,
) -> tuple[BoardView | None, list[Diagnostic]]:
    """The sheets with what stands around their bodies, or what is wrong; `hint` says what to do with them."""
    sheet = frame.sheet
    mark, found = begin(kind, board, frame)
    edges = edges.on(sheet)
    width, height = edges.width(sheet), edges.height(sheet)
    head = _head(frame, width)
    foot = _foot(frame, mark, edges, width, hint)
    if isinstance(foot, TooLarge):
        return None, [*found, foot.diagnostic(kind.words, sheet)]
    if height <= 0 or width <= 0:
        return None, [*found, TooLarge(frame.title, -height, 0, frame.origin).diagnostic(kind.words, sheet)]
    bodies = lay(Room(sheet, width, height, frame.band, frame.language))
    if isinstance(bodies, TooLarge):
        return None, [*found, bodies.diagnostic(kind.words, sheet)]
    view = board_view(kind, frame, mark, head, foot, bodies)
    panels = tuple(replace(panel, edge=edges.key) for panel in view.panels)
    return replace(view, panels=panels), found


def _head(frame: BoardFrame, width: float) -> HeadView:
    size = frame.sheet.name_size
    room = width - 6 * size
    sample = None
    if frame.sample:
        sample = set_text(words.SAMPLE.to(frame.language), size, 1e6, weight=700)
    return HeadView(
        "bare",
        set_text(frame.compound, size, room) if frame.compound else SetText((), size),
        set_text(frame.title, size, room, weight=700),
        None,
        sample,
        0.0,
    )


def qr_side(sheet: Sheet) -> float:
    """The side in mm of the QR code below the body: the least that is allowed, and more on larger sheets."""
    return round(25.0 * max(1.0, min(sheet.width, sheet.height) / 210), 2)


def quiet_zone(sheet: Sheet) -> float:
    """The white in mm beside that code: four modules of the smallest code (21 a side)."""
    return round(qr_side(sheet) * 4 / 21, 2)


def _foot(
    frame: BoardFrame, mark: str, edges: Edges, width: float, hint: Words | None
) -> FootView | TooLarge:
    sheet, language = frame.sheet, frame.language
    left, middle = (share * width - PART_GAP for share in SHARES)
    least, name = sheet.text_size, sheet.name_size
    qr = qr_code(frame.address) if frame.address and edges.coded else None
    beside = left - (qr_side(sheet) + quiet_zone(sheet) if qr else 0)
    phone = frame.supervision_phone if edges.coded else ""
    shown = frame.address.removeprefix("https://").removeprefix("http://")
    # what is cut apart repeats the code on each slip, where a longer text has no room
    shown_code = words.CODE.to(language).format(code=mark) if hint else code_text(frame, mark)
    foot = FootView(
        qr=qr,
        qr_label=words.QR.to(language),
        scan=set_text(words.SCAN.to(language), least, beside) if qr else None,
        address=set_address(shown, least, least, beside) if qr else None,
        code=set_text(shown_code, least, beside),
        phone_label=set_text(words.PHONE.to(language), least, middle) if phone else None,
        phone=set_text(phone, name, middle, weight=700) if phone else None,
        sample=set_text(words.SAMPLE_NOTE.to(language), least, middle)
        if frame.sample and edges.coded
        else None,
        issuer=None,
        date=None,
        low=True,
        hint=set_text(in_force_text(frame, hint.to(language)), least, middle) if hint else None,
    )
    room = edges.bottom - FOOT_DOWN - PRINTABLE
    for text, parts in (
        (frame.address, (foot.scan, foot.address, foot.code)),
        (frame.supervision_phone, (foot.phone_label, foot.phone, foot.sample)),
    ):
        needs = sum(part.height for part in parts if part)
        if needs > room:
            return TooLarge(text, needs, room, frame.origin)
    return foot


def edge_rules(sheet: Sheet) -> list[str]:
    """The rules of CSS that place the body and what stands around it on `sheet`."""
    rules = [
        f".official .qr{{width:{qr_side(sheet):g}mm;height:{qr_side(sheet):g}mm;"
        f"margin-right:{quiet_zone(sheet):g}mm}}"
    ]
    for each in EDGES.values():
        edges = each.on(sheet)
        width = edges.width(sheet)
        left, middle = (f"{share * width:.2f}mm" for share in SHARES)
        low = edges.bottom - FOOT_DOWN - PRINTABLE
        rules += [
            f".{edges.key} .inner{{left:{edges.left + sheet.edge:g}mm;top:{edges.top + sheet.edge:g}mm;"
            f"width:{width:g}mm;height:{edges.height(sheet):g}mm}}",
            f".{edges.key} .edge-top{{top:{edges.above - edges.top:g}mm}}",
            f".{edges.key} .edge-foot{{top:{edges.height(sheet) + FOOT_DOWN:g}mm;height:{low:g}mm}}",
            f".{edges.key} .foot-left{{width:{left}}}.{edges.key} .foot-middle{{width:{middle}}}",
        ]
    return rules
