"""The QR code of a board's short address, as one path of an inline SVG: no picture file, exact at any size."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET_MODULES = 4
"""Modules of white that ISO/IEC 18004 asks for on every side; the foot leaves at least this."""


@dataclass(frozen=True)
class QrCode:
    """A QR code without its quiet zone: side in modules, dark modules as the `d` of an SVG path."""

    side: int
    path: str


def qr_code(address: str) -> QrCode:
    """The code of `address` at error level M or better."""
    made = segno.make(address, error="m", micro=False, boost_error=True)
    bars: list[str] = []
    for y, row in enumerate(made.matrix):
        x = 0
        while x < len(row):
            length = 1
            while x + length < len(row) and bool(row[x + length]) == bool(row[x]):
                length += 1
            if row[x]:
                bars.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return QrCode(len(made.matrix), "".join(bars))
