"""JPEG (ITU-T T.81): a chain of marker segments, and after each SOS a stretch of coded picture.

Kept is what a decoder needs: JFIF without its thumbnail, the colour profile, Adobe's colour transform, tables,
frames and scans. All other APP segments, comments and reserved segments go, and so does whatever follows the
end of the picture (second images, motion clips), since any of them may hold a position or a name.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator

from noticeboard.languages import Words
from noticeboard.reading.image_parts import (
    UPRIGHT,
    as_shown,
    cut_short,
    damaged,
    exif_of,
    orientation,
    without_size,
)

START = b"\xff\xd8"
_END_OF_IMAGE = 0xD9
_SCAN = 0xDA
_EXIF = b"Exif\0\0"
_PROFILE = b"ICC_PROFILE\0"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PICTURE = frozenset(range(0xC0, 0xD0)) | frozenset(range(0xDA, 0xE0))
_ALONE = frozenset(range(0xD0, 0xD9)) | {0x01}
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")

Segment = tuple[int, bytes, bytes]
"""Marker, payload, and for a scan the coded picture that follows."""


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as shown, the orientation taken into account."""
    turned, stored = UPRIGHT, None
    for marker, payload, _ in _segments(data):
        if marker == 0xE1 and payload.startswith(_EXIF):
            turned = orientation(payload[len(_EXIF) :])
        if marker in _FRAMES and stored is None:
            stored = _frame_size(payload)
    if stored is None:
        raise without_size()
    return as_shown(stored, turned)


def turned(data: bytes) -> int:
    """The orientation, 1 (upright) to 8."""
    return _turned(_segments(data))


def _turned(segments: Iterable[Segment]) -> int:
    blocks = (p[len(_EXIF) :] for m, p, _ in segments if m == 0xE1 and p.startswith(_EXIF))
    return next((orientation(block) for block in blocks), UPRIGHT)


def without_metadata(data: bytes) -> bytes:
    """The same picture without metadata; orientation and colour profile stay."""
    segments = tuple(_segments(data))
    kept = [START]
    turned = _turned(segments)
    exif = b"" if turned == UPRIGHT else _written(0xE1, _EXIF + exif_of(turned))
    for marker, payload, scan in segments:
        if exif and marker != 0xE0:
            kept.append(exif)
            exif = b""
        shown = _published(marker, payload)
        if shown is not None:
            kept.append(_written(marker, shown) + scan)
    return b"".join((*kept, b"\xff\xd9"))


def _published(marker: int, payload: bytes) -> bytes | None:
    """What of a segment is published; None for nothing."""
    if marker == 0xE0 and payload.startswith(b"JFIF\0") and len(payload) >= 14:
        return payload[:12] + b"\0\0"
    if marker == 0xE2 and payload.startswith(_PROFILE):
        return payload
    if marker == 0xEE and payload.startswith(b"Adobe"):
        return payload
    return payload if marker in _PICTURE else None


def _written(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _frame_size(payload: bytes) -> tuple[int, int]:
    if len(payload) < 6:
        raise without_size()
    height, width = struct.unpack_from(">HH", payload, 1)
    return int(width), int(height)


def _segments(data: bytes) -> Iterator[Segment]:
    """Every segment from the start of the picture to its end; raises Problem where the chain breaks."""
    at, seen_scan = len(START), False
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(data):
            raise cut_short()
        mark, marker = data[at], data[at + 1]
        if mark != 0xFF or marker == 0:
            raise damaged(Words("数据段对不上", "a data segment is not where it must be"))
        at += 2
        if marker == _END_OF_IMAGE:
            break
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2:
            raise damaged(Words("数据段长度不对", "a data segment has a wrong length"))
        payload, after = data[at + 2 : at + length], at + length
        if after > len(data):
            raise cut_short()
        at = after
        if marker == _SCAN:
            at, seen_scan = _end_of_scan(data, after), True
        yield marker, payload, data[after:at]
    if not seen_scan:
        raise damaged(Words("没有图像内容", "it has no picture in it"))


def _end_of_scan(data: bytes, start: int) -> int:
    found = _NEXT_MARKER.search(data, start)
    if found is None:
        raise cut_short()
    return found.start()
