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
    bars = _bars(modules.side + WHITE)
    spans = map(re.Match.span, _BAR.finditer(modules.lines))
    return QrCode(modules.side, "".join(map(bars.__getitem__, spans)))


class _Bars(dict[tuple[int, int], str]):
    """Rows of dark modules by their place among all modules in lines of `width`, each made when it is asked for."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width

    def __missing__(self, span: tuple[int, int]) -> str:
        start, end = span
        y, x = divmod(start, self.width)
        self[span] = f"M{x} {y}h{end - start}v1h-{end - start}z"
        return self[span]


@lru_cache(maxsize=16)
def _bars(width: int) -> _Bars:
    return _Bars(width)
