"""A QR code as segno draws it; loaded when one is asked for that does not follow from those already known."""

from __future__ import annotations

import segno


def matrix_of(address: str, mask: int | None = None) -> tuple[bytearray, ...]:
    """The modules of the code of `address` at error level M or better, a line each, with one of the eight masks."""
    made = segno.make(address, error="m", micro=False, boost_error=True, mask=mask)
    matrix: tuple[bytearray, ...] = made.matrix
    return matrix
