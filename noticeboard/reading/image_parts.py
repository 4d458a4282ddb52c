"""What the readers of image formats share: the word for damage, and the one line of EXIF that is kept.

EXIF says where and when a photo was taken and with which camera; none of that may be published. The one entry
that a picture needs is its orientation: without it a photo from a telephone lies on its side.
"""

from __future__ import annotations

import struct

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

E_IMAGE = code("E-IMAGE", "图片打不开，或格式不能发布", "an image that is damaged or of a kind not published")

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3


def damaged(what: Words) -> Problem:
    """The problem of an image whose bytes do not hold together."""
    return Problem(
        E_IMAGE,
        Words(f"图片损坏或不完整：{what.zh}", f"the image is damaged or incomplete: {what.en}"),
        Words(
            "在电脑上打开看看；打不开就重新拷贝或重新拍一张",
            "open it on this computer; if that fails, copy it again or take another photo",
        ),
    )


def cut_short() -> Problem:
    """The problem of an image that ends before its end."""
    return damaged(Words("文件在中途断了", "the file ends half-way"))


def without_size() -> Problem:
    """The problem of an image that does not say how large it is."""
    return damaged(Words("没有写明宽和高", "it does not state its width and height"))


def orientation(tiff: bytes) -> int:
    """The orientation, 1 (upright) to 8, that an EXIF block states (TIFF 6.0, tag 274); 1 where it states none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for i in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * i)
            if tag == _ORIENTATION and kind == _SHORT and 1 <= value <= 8:
                return int(value)
    except struct.error:
        pass
    return UPRIGHT


def exif_of(turned: int) -> bytes:
    """An EXIF block that states an orientation and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)


def as_shown(size: tuple[int, int], turned: int) -> tuple[int, int]:
    """Width and height as a viewer shows them: swapped for the four orientations that lie on their side."""
    return (size[1], size[0]) if turned >= 5 else size
