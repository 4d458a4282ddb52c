"""A board in small: a schematic picture drawn from the view that the board itself is drawn from.

    BoardView + Sheet ─ miniature ▶ Miniature, which a template draws as one small SVG

True to scale are the sheet, its band with the title, columns, rows, slips, the foot and the QR code; each line of
text is a bar of about its length. A kind of board that holds its text in other parts is drawn line below line. It
is made whenever a place is planned, so it must cost little: no character is measured, and bars beyond `most` are
left out. It never decides anything about the board itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from noticeboard.boards.bare import CUT, FOOT_DOWN, OFFICIAL, qr_side
from noticeboard.boards.frame import FOOT_WHITE
from noticeboard.boards.people import BESIDE
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.slips import grid_on
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardView, PanelView
from noticeboard.frozen import dataclass

EDGES = {edges.key: edges for edges in (OFFICIAL, CUT)}
WORDLESS = frozenset({str, int, float, bool, type(None)})
"""Parts of a view that are measures, classes and marks, no text that is set."""


class TitleLine(NamedTuple):
    """A line of the head: its text, left, baseline and size in mm."""

    text: str
    x: int
    y: int
    size: int


class QrPlace(NamedTuple):
    """Left, top and side of the QR code in mm."""

    x: int
    y: int
    side: int


@dataclass(frozen=True)
class Miniature:
    """The first panel of a board in small; lengths in mm, `names` and `texts` the `d` of a path of bars."""

    width: int
    height: int
    margin: int
    band: str
    band_height: int
    """0 on sheets without band."""
    lines: tuple[TitleLine, ...]
    names: str
    texts: str
    frames: str
    """Of portraits and slips, as the `d` of a path too."""
    rule: int
    """Where the rule of the foot stands; 0 where there is none."""
    qr: QrPlace | None


def miniature(board: BoardView, sheet: Sheet, most: int) -> Miniature:
    """The picture of a board with `most` bars."""
    panel = board.panels[0]
    box = _box(panel, sheet)
    bars = _Bars(sheet, box.bottom, most)
    bars.put(panel.body, box.left, box.top, box.width)
    return Miniature(
        width=round(sheet.width),
        height=round(sheet.height),
        margin=round(sheet.margin),
        band=panel.head.band,
        band_height=0 if panel.edge else round(panel.head.height),
        lines=() if panel.edge else tuple(_title(panel, sheet)),
        names="".join(bars.names),
        texts="".join(bars.texts),
        frames="".join(bars.frames),
        rule=0 if panel.edge else round(box.bottom),
        qr=box.qr if panel.foot.qr else None,
    )


class _Box(NamedTuple):
    """Where the body of a panel stands, and its QR code."""

    left: float
    top: float
    width: float
    bottom: float
    qr: QrPlace


def _box(panel: PanelView, sheet: Sheet) -> _Box:
    known = EDGES.get(panel.edge)
    if known is None:
        top = sheet.margin + panel.head.height + sheet.gap
        low = sheet.height - sheet.margin - sheet.foot
        code = QrPlace(round(sheet.margin), round(low + FOOT_WHITE * sheet.scale), round(sheet.qr))
        return _Box(sheet.margin, top, sheet.inner_width, low, code)
    edges = known.on(sheet)
    low = sheet.height - edges.bottom
    code = QrPlace(round(edges.left), round(low + FOOT_DOWN), round(qr_side(sheet)))
    return _Box(edges.left, edges.top, edges.width(sheet), low, code)


def _title(panel: PanelView, sheet: Sheet) -> Iterator[TitleLine]:
    """The lines of the band, set as the board sets them."""
    head = panel.head
    x, y = sheet.margin * 1.5, sheet.margin + (head.height - head.compound.height - head.title.height) / 2
    for text in (head.compound, head.title):
        for line in text.lines:
            y += text.size * text.leading
            baseline = y - text.size * (text.leading - 0.76) / 2
            yield TitleLine("".join(run.text for run in line), round(x), round(baseline), round(text.size))


class _Bars:
    """The bars of a body in the order in which it is read, and the frames of portraits and slips."""

    def __init__(self, sheet: Sheet, bottom: float, most: int) -> None:
        self.sheet = sheet
        self.bottom = bottom
        self.room = most
        """How many bars may still be drawn."""
        self.names: list[str] = []
        self.texts: list[str] = []
        self.frames: list[str] = []

    def put(self, value: Any, x: float, y: float, width: float) -> float:
        """Place all text of a value below `y`; where it ends."""
        kind = type(value)
        if kind is SetText:
            return self._text(value, x, y, width)
        if kind in WORDLESS or self.room <= 0:
            return y
        if kind is tuple:
            return self._below(value, x, y, width)
        parts: dict[str, Any] = value.__dict__
        if "across" in parts and "down" in parts:
            return self._slips(parts, x, y)
        if "portrait" in parts:
            end = self._person(parts, x, y, width)
        elif "who" in parts:  # the person, and beside it what the person does
            rest = [part for key, part in parts.items() if key != "who"]
            top = y + parts["pad"]
            left = self.put(parts["who"], x, top, width * 0.3)
            end = max(left, self._below(rest, x + width * 0.34, top, width * 0.66))
        else:
            end = self._parts(parts, x, y, width)
        height = parts.get("height")
        return y + height if height else end

    def _parts(self, parts: Mapping[str, Any], x: float, y: float, width: float) -> float:
        """The fields of a value below one another, those that stand side by side in a row."""
        y += parts.get("down", 0) + parts.get("pad", 0)
        for name, part in parts.items():
            if name == "columns":
                y = self._in_columns(part, len(part), parts.get("centred", False), x, y)
            elif name == "strips":
                across = int(parts["width"].lstrip("w"))
                for strip in part:
                    y = self._strip(strip, across, x, y, width)
            elif name == "cells":
                y = self._beside(part, x, y, width)
            elif name in ("cards", "people", "steps"):
                each = width * len(part) / parts["across"]
                y = self._beside(part, x, y, each) + parts["pad"]
            elif name == "totals":
                for row in part:
                    y = self._beside(row, x, y, width)
            elif type(part) not in WORDLESS:
                y = self.put(part, x, y, width)
        return y

    def _below(self, parts: Sequence[Any], x: float, y: float, width: float) -> float:
        for part in parts:
            if type(part) not in WORDLESS:
                y = self.put(part, x, y, width)
        return y

    def _beside(self, parts: Sequence[Any], x: float, y: float, width: float) -> float:
        each = width / max(1, len(parts))
        return max((self.put(part, x + i * each, y, each * 0.9) for i, part in enumerate(parts)), default=y)

    def _in_columns(self, parts: Sequence[Any], across: int, is_centred: bool, x: float, y: float) -> float:
        width, gutter = self.sheet.column(across), self.sheet.gutter
        if is_centred:
            x += (self.sheet.inner_width - len(parts) * (width + gutter) + gutter) / 2
        return max(
            (self.put(part, x + i * (width + gutter), y, width) for i, part in enumerate(parts)), default=y
        )

    def _strip(self, strip: Any, across: int, x: float, y: float, width: float) -> float:
        if strip.head:
            return self.put(strip.head, x, y, width)
        self._in_columns(strip.people, across, strip.centred, x, y + strip.pad)
        return float(y + strip.height)

    def _person(self, parts: Mapping[str, Any], x: float, y: float, width: float) -> float:
        """A person beside the ring where a portrait would be."""
        em = parts["name"].size
        self.frames.append(f"M{x:.0f} {y + 1.4 * em:.0f}{_ring(1.4 * em)}")
        texts = [part for key, part in parts.items() if key not in ("portrait", "height")]
        return self._below(texts, x + BESIDE * em, y, width - BESIDE * em)

    def _slips(self, parts: Mapping[str, Any], x: float, y: float) -> float:
        """Slips in their grid, each in its frame with its text in the middle."""
        grid = grid_on(self.sheet, parts["across"], parts["down"])
        width, height = grid.width, grid.height
        for row, slips in enumerate(parts["rows"]):
            for column, slip in enumerate(slips):
                left, top = x + column * width, y + row * height
                self.frames.append(f"M{left:.0f} {top:.0f}h{width:.0f}v{height:.0f}h-{width:.0f}z")
                self._slip(slip.__dict__, left + width / 8, top + height / 8, width * 0.75)
        return y + len(parts["rows"]) * height

    def _slip(self, parts: Mapping[str, Any], x: float, y: float, width: float) -> None:
        if parts.get("portrait"):
            self.frames.append(f"M{x:.0f} {y + width / 4:.0f}{_ring(width / 6)}")
            x, width = x + width * 0.4, width * 0.6
        self._below([part for key, part in parts.items() if key != "portrait"], x, y, width)

    def _text(self, text: SetText, x: float, y: float, width: float) -> float:
        size, lines = text.size, text.lines
        bars = self.names if text.weight == 700 else self.texts
        step = size * text.leading
        if y + len(lines) * step <= self.bottom:
            self.room -= len(lines)
            middle = y + size / 2
            for i, line in enumerate(lines):
                count = len(line[0].text) if len(line) == 1 else sum([len(run.text) for run in line])
                bars.append(f"M{int(x)} {int(middle + i * step)}h{int(min(count * size, width)) + 1}")
        return y + len(lines) * step


def _ring(radius: float) -> str:
    r = round(radius)
    return f"a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0"
