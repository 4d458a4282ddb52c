"""A board in small: a schematic picture drawn from the view that the board itself is drawn from.

    BoardView + Sheet ─ miniature ▶ Miniature, which a template draws as one small SVG

True to scale are the sheet, its band with the title, the foot and the QR code; of the body each line of text is a bar
of about its length, side by side where the board has columns, cells or people. It is made with every board, also
where nothing changed on its page, so it must cost little: no character is measured, and bars beyond `most` are left
out. It never decides anything about the board itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from noticeboard.boards.sheet import Sheet
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardView, PanelView
from noticeboard.frozen import dataclass

WHITE = 2.0
"""Millimetres between two parts that stand below one another."""
BARE_TOP = 37.0
"""Where the body of a sheet without band begins, in mm."""


class TitleLine(NamedTuple):
    """A line of the head: its text, left, baseline and size in mm."""

    text: str
    x: int
    y: int
    size: int


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
    foot: int
    """Where the rule of the foot stands; 0 where there is none."""
    qr: int
    """The side of the QR code; 0 where there is none."""
    panels: int


class _Bar(NamedTuple):
    x: float
    y: float
    width: float
    is_name: bool


def miniature(board: BoardView, sheet: Sheet, most: int) -> Miniature:
    """The picture of a board with `most` bars."""
    panel = board.panels[0]
    is_bare = bool(panel.edge)
    top = BARE_TOP if is_bare else sheet.margin + panel.head.height + sheet.gap
    bottom = sheet.height - sheet.margin - sheet.foot
    bars = _Bars(most)
    end = bars.put(panel.body, sheet.margin, 0.0, sheet.inner_width)
    scale = min(1.0, (bottom - top - sheet.gap) / end) if end else 1.0
    names, texts = (
        "".join(
            f"M{bar.x:.0f} {top + bar.y * scale:.0f}h{max(bar.width, 2):.0f}"
            for bar in bars.bars
            if bar.is_name is wanted
        )
        for wanted in (True, False)
    )
    return Miniature(
        width=round(sheet.width),
        height=round(sheet.height),
        margin=round(sheet.margin),
        band=panel.head.band,
        band_height=0 if is_bare else round(panel.head.height),
        lines=() if is_bare else tuple(_title(panel, sheet)),
        names=names,
        texts=texts,
        foot=0 if is_bare else round(bottom),
        qr=round(sheet.qr) if panel.foot.qr else 0,
        panels=len(board.panels),
    )


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
    """The bars of a body, in the order in which it is read."""

    def __init__(self, most: int) -> None:
        self.bars: list[_Bar] = []
        self.most = most

    def put(self, value: Any, x: float, y: float, width: float) -> float:
        """Place all text of a value below `y`; where it ends."""
        if len(self.bars) >= self.most or isinstance(value, str | int | float):
            return y
        if isinstance(value, SetText):
            return self._text(value, x, y, width)
        if isinstance(value, tuple):
            return self._below(value, x, y, width)
        parts: dict[str, Any] = getattr(value, "__dict__", {})
        for name in ("columns", "people", "cells"):
            if parts.get(name):
                above = self._below([part for key, part in parts.items() if key != name], x, y, width)
                return self._beside(parts[name], x, above, width)
        if "who" in parts:  # the person, and beside it what the person does
            rest = [part for key, part in parts.items() if key != "who"]
            left = self.put(parts["who"], x, y, width * 0.3)
            return max(left, self._below(rest, x + width * 0.34, y, width * 0.66)) + WHITE
        return self._below(list(parts.values()), x, y, width) + WHITE

    def _below(self, parts: Sequence[Any], x: float, y: float, width: float) -> float:
        for part in parts:
            y = self.put(part, x, y, width)
        return y

    def _beside(self, parts: Sequence[Any], x: float, y: float, width: float) -> float:
        each = width / len(parts)
        return max(self.put(part, x + i * each, y, each * 0.9) for i, part in enumerate(parts)) + WHITE

    def _text(self, text: SetText, x: float, y: float, width: float) -> float:
        is_name = text.weight == 700
        for line in text.lines:
            length = sum(len(run.text) for run in line) * text.size
            self.bars.append(_Bar(x, y + text.size / 2, min(length, width), is_name))
            y += text.size * text.leading
        return y
