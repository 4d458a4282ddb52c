"""What a board's template sees: panels of set text, nothing that could still grow or be looked up.

Every text that is printed is a `SetText` somewhere in these values, so its size can be checked by walking them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from noticeboard.boards.qr import QrCode
from noticeboard.boards.typesetting import SetText
from noticeboard.frozen import dataclass
from noticeboard.languages import Words


@dataclass(frozen=True)
class BoardKind:
    """One kind of board: key, name, template, and the sheets it is made on unless a site names others.

    The layout itself takes any `Sheet`.
    """

    key: str
    words: Words
    template: str
    sheets: tuple[str, ...]
    shows: Words
    """What stands on it, for whoever chooses one."""
    office: bool = False
    """Whether it is printed in the office and read close up: then it is made on other sheets only by name."""
    at_doorways: bool = True
    """Whether one hangs at every doorway; else at the common place alone, unless the record of what hangs says so."""


@dataclass(frozen=True)
class HeadView:
    """The band: compound above, title below, marks at its right."""

    band: str
    compound: SetText
    title: SetText
    panel: SetText | None
    sample: SetText | None
    height: float


@dataclass(frozen=True)
class FootView:
    """The foot: QR code and address left, supervision phone in the middle, issuer and date right."""

    qr: QrCode | None
    qr_label: str
    scan: SetText | None
    address: SetText | None
    code: SetText
    phone_label: SetText | None
    phone: SetText | None
    sample: SetText | None
    issuer: SetText | None
    date: SetText | None
    low: bool = False
    """True on sheets without band: issuer and date stand under the text, if anywhere, with the room for the seal."""
    hint: SetText | None = None
    """What to do with a sheet that is not hung as it is."""


@dataclass(frozen=True)
class PanelView:
    """One printed sheet."""

    number: int
    head: HeadView
    body: Any
    foot: FootView
    edge: str = ""
    """Of a sheet without band the class of its white edges (`bare.Edges`)."""


@dataclass(frozen=True)
class BoardView:
    """A whole board: all its panels and what the page around them needs."""

    kind: str
    template: str
    lang: str
    title: str
    """Title of the page: the board's title and the compound."""
    sheet: str
    stylesheets: tuple[str, ...]
    hint: str
    """How to print, shown above the sheets on a screen."""
    region: str
    """Name of the part of the page that holds the sheets, for screen readers."""
    code: str
    panels: tuple[PanelView, ...]
    marks: bool = False
    """Whether crop marks stand around every sheet."""
    photos: tuple[str, ...] = ()
    """The photos that it shows, by path below the root of the site."""


@dataclass(frozen=True)
class BoardPage:
    """The view of a board's page: `board`, and the way back to the site (a relative link and its text)."""

    board: BoardView
    back: str = ""
    back_text: str = ""
    is_form: bool = False
    """Whether it is a form to fill in: printed alike, but no board."""
    root: str = ""
    """The way from the page to the root of the site, where photos are found."""


def texts_in(value: object) -> Iterator[SetText]:
    """Every set text in a view, in the order of its fields."""
    if isinstance(value, SetText):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from texts_in(getattr(value, part.name))
