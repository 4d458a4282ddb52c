"""WebP (RFC 9649): chunks in a RIFF container.

Kept are the chunks of the picture and its colour profile; EXIF, XMP and unknown chunks go, and the flags of
the header say so. A stated orientation is kept.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

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

_LOOKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_PICTURE = {b"VP8 ", b"VP8L", b"ANMF"}
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04


def begins(data: bytes) -> bool:
    """Whether the bytes begin as a WebP file does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as shown."""
    chunks = tuple(_chunks(data))
    stored = _stored_size(*chunks[0])
    return as_shown(stored, _turned(chunks))


def turned(data: bytes) -> int:
    """The orientation, 1 (upright) to 8."""
    return _turned(tuple(_chunks(data)))


def without_metadata(data: bytes) -> bytes:
    """The same picture without metadata; orientation and colour profile stay."""
    chunks = tuple(_chunks(data))
    turned = _turned(chunks)
    kept = [_written(name, _flagged(name, payload, turned)) for name, payload in chunks if name in _LOOKS]
    if turned != UPRIGHT:
        kept.append(_written(b"EXIF", exif_of(turned)))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _turned(chunks: tuple[tuple[bytes, bytes], ...]) -> int:
    exif = next((payload for name, payload in chunks if name == b"EXIF"), b"")
    return orientation(exif.removeprefix(b"Exif\0\0"))


def _flagged(name: bytes, payload: bytes, turned: int) -> bytes:
    """The header chunk with the flags of what is still there; other chunks as they are."""
    if name != b"VP8X" or not payload:
        return payload
    flags = payload[0] & ~(_EXIF_FLAG | _XMP_FLAG)
    return bytes((flags | (_EXIF_FLAG if turned != UPRIGHT else 0),)) + payload[1:]


def _stored_size(name: bytes, payload: bytes) -> tuple[int, int]:
    if name == b"VP8X" and len(payload) >= 10:
        return 1 + int.from_bytes(payload[4:7], "little"), 1 + int.from_bytes(payload[7:10], "little")
    if name == b"VP8L" and len(payload) >= 5 and payload[0] == 0x2F:
        bits = int.from_bytes(payload[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 " and len(payload) >= 10 and payload[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", payload, 6)
        return width & 0x3FFF, height & 0x3FFF
    raise without_size()


def _written(name: bytes, payload: bytes) -> bytes:
    return name + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and payload of every chunk of the container; raises Problem where it ends too early."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise cut_short()
    at, seen = 12, set[bytes]()
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        at += 8
        if at + length > end:
            raise cut_short()
        seen.add(name)
        yield name, data[at : at + length]
        at += length + length % 2
    if not seen & _PICTURE:
        raise damaged(Words("没有图像内容", "it has no picture in it"))
