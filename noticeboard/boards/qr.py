"""The QR code of a board's short address, as one path of an inline SVG: no picture file, exact at any size."""

from __future__ import annotations

import re
from functools import lru_cache

from noticeboard.boards.qr_modules import WHITE, modules_of
from noticeboard.frozen import dataclass

QUIET_MODULES = 4
"""Modules of white that ISO/IEC 18004 asks for on every side; the foot leaves at least this."""
_BAR = re.compile("1+")


@dataclass(frozen=True)
class QrCode:
    """A QR code without its quiet zone: side in modules, dark modules as the `d` of an SVG path."""

    side: int
    path: str


@lru_cache(maxsize=64)
def qr_code(address: str) -> QrCode:
    """The code of `address` at error level M or better."""
    modules = modules_of(address)
    width = modules.side + WHITE
    bars = (_bar(width, *bar.span()) for bar in _BAR.finditer(modules.lines))
    return QrCode(modules.side, "".join(bars))


@lru_cache(maxsize=20_000)
def _bar(width: int, start: int, end: int) -> str:
    """A row of dark modules, told by its place among all modules in lines of `width`."""
    y, x = divmod(start, width)
    return f"M{x} {y}h{end - start}v1h-{end - start}z"
