"""GIF (87a and 89a): a header, then blocks, each a chain of sub-blocks of at most 255 bytes.

Kept are pictures, their timing, the count of repetitions and the colour profile; comments, XMP and other
application blocks go, and so does whatever follows the trailer.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from noticeboard.languages import Words
from noticeboard.reading.image_parts import cut_short, damaged

STARTS = (b"GIF87a", b"GIF89a")
_PICTURE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_LOOKS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def size(data: bytes) -> tuple[int, int]:
    """Width and height of the canvas in pixels."""
    for _ in _blocks(data):
        pass
    width, height = struct.unpack_from("<HH", data, 6)
    return int(width), int(height)


def without_metadata(data: bytes) -> bytes:
    """The same pictures without comments and application data; repetition and colour profile stay."""
    kept = [data[: _header_length(data)], *(block for block in _blocks(data) if _is_published(block))]
    return b"".join((*kept, bytes((_TRAILER,))))


def _is_published(block: bytes) -> bool:
    if block[0] == _EXTENSION and block[1] == _APPLICATION:
        return block[3:14] in _LOOKS
    return not (block[0] == _EXTENSION and block[1] == _COMMENT)


def _table_length(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _header_length(data: bytes) -> int:
    if len(data) < 13:
        raise cut_short()
    return 13 + _table_length(data[10])


def _blocks(data: bytes) -> Iterator[bytes]:
    """Every block between header and trailer; raises Problem where the chain breaks."""
    at, seen_picture = _header_length(data), False
    while True:
        if at >= len(data):
            raise cut_short()
        start, kind = at, data[at]
        if kind == _TRAILER:
            break
        if kind == _PICTURE:
            if at + 10 > len(data):
                raise cut_short()
            at, seen_picture = at + 11 + _table_length(data[at + 9]), True
        elif kind == _EXTENSION:
            at += 2
        else:
            raise damaged(Words("数据段对不上", "a data segment is not where it must be"))
        at = _end_of_sub_blocks(data, at)
        yield data[start:at]
    if not seen_picture:
        raise damaged(Words("没有图像内容", "it has no picture in it"))


def _end_of_sub_blocks(data: bytes, at: int) -> int:
    while at < len(data):
        length = data[at]
        at += 1 + length
        if length == 0:
            return at
    raise cut_short()
