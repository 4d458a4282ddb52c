"""PNG (third edition): a chain of chunks, each with a checksum.

Kept are the chunks that say how the picture looks; text, time, EXIF, private chunks and whatever follows the
end (an earlier, larger picture can survive there) go. A stated orientation is kept.
"""

from __future__ import annotations

import struct
import zlib
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

START = b"\x89PNG\r\n\x1a\n"
_LOOKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split()
)


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as shown."""
    chunks = tuple(_chunks(data))
    width, height = struct.unpack_from(">II", chunks[0][1])
    return as_shown((width, height), _turned(chunks))


def turned(data: bytes) -> int:
    """The orientation, 1 (upright) to 8."""
    return _turned(_chunks(data))


def _turned(chunks: Iterable[tuple[bytes, bytes]]) -> int:
    return next((orientation(payload) for name, payload in chunks if name == b"eXIf"), UPRIGHT)


def without_metadata(data: bytes) -> bytes:
    """The same picture without metadata; orientation and colour profile stay."""
    kept = [START]
    for name, payload in _chunks(data):
        if name in _LOOKS:
            kept.append(_written(name, payload))
        elif name == b"eXIf" and (turned := orientation(payload)) != UPRIGHT:
            kept.append(_written(name, exif_of(turned)))
    return b"".join(kept)


def _written(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and payload of every chunk up to the end of the picture; raises Problem where the chain breaks."""
    at, name, seen = len(START), b"", set[bytes]()
    while name != b"IEND":
        if at + 12 > len(data):
            raise cut_short()
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            raise cut_short()
        payload, at = data[at + 8 : end], end + 4
        if zlib.crc32(name + payload) != struct.unpack_from(">I", data, end)[0]:
            raise damaged(Words("校验码对不上", "a checksum does not match"))
        if not seen and (name != b"IHDR" or length != 13):
            raise without_size()
        seen.add(name)
        yield name, payload
    if b"IDAT" not in seen:
        raise damaged(Words("没有图像内容", "it has no picture in it"))
