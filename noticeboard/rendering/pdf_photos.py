"""Photos in the PDF of a board: turned as they say, not too large, and every one of them really drawn.

    page + photos ─ as_shown ▶ page whose photos stand upright     PDF + photos ─ not_drawn ▶ those that are missing

The engine turns no photo, as browsers do, and where it cannot decode one it leaves the place empty without a word.
A board must not be hung like that, so the pictures in the PDF are counted.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

import pikepdf

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.reading.images import size, turned

E_PDF_PHOTO = code("E-PDF-PHOTO", "照片画不进 PDF", "a photo that cannot be drawn in a PDF")
MOST_PIXELS = 50_000_000
"""A photo is decoded to four bytes a pixel: 200 MB."""
_PHOTO = re.compile(r'<img\b(?=[^>]*\bsrc="([^"]*)")')
_TURNS = {
    2: ("scaleX(-1)", "50% 25%"),
    3: ("rotate(180deg)", "50% 75%"),
    4: ("scaleY(-1)", "50% 75%"),
    5: ("rotate(90deg) scaleY(-1)", "25% 50%"),
    6: ("rotate(90deg)", "25% 50%"),
    7: ("rotate(270deg) scaleY(-1)", "75% 50%"),
    8: ("rotate(270deg)", "75% 50%"),
}
"""How the orientations of EXIF are shown, and where the upper part of the photo is then (`.portrait-photo`)."""


def as_shown(html: str, photos: Mapping[str, bytes]) -> str:
    """The page with its photos turned as they say that they are to be shown."""
    turns = {path: _TURNS.get(turned(data)) for path, data in photos.items()}

    def styled(found: re.Match[str]) -> str:
        turn = turns.get(_path(found[1]))
        return f'<img style="transform:{turn[0]};object-position:{turn[1]}"' if turn else found[0]

    return _PHOTO.sub(styled, html) if any(turns.values()) else html


def _path(address: str) -> str:
    return unquote(unescape(address)).removeprefix("./")


def too_large(photos: Mapping[str, bytes]) -> Iterator[Problem]:
    """The photos whose pixels would fill the memory."""
    for path, data in photos.items():
        width, height = size(data)
        if width * height > MOST_PIXELS:
            most = MOST_PIXELS // 1_000_000
            yield _problem(
                path,
                Words(
                    f"{width}×{height} 像素，超过{most}00万像素",
                    f"{width}×{height} pixels, over {most} million",
                ),
                Words(
                    "先把照片缩小，例如到 1200×1600 像素", "make it smaller first, such as 1200×1600 pixels"
                ),
            )


def not_drawn(
    html: str, pdf: bytes, photos: Mapping[str, bytes], draw: Callable[[str], bytes]
) -> Iterator[Problem]:
    """The photos of a page that are not in its PDF; `draw` draws another page with the same photos."""
    shown = {_path(found[1]) for found in _PHOTO.finditer(html)} & photos.keys()
    if _image_count(pdf) >= len(shown):
        return
    for path in sorted(shown):
        address = next(each[1] for each in _PHOTO.finditer(html) if _path(each[1]) == path)
        if not _image_count(draw(f'<img src="{address}">')):
            yield _problem(
                path,
                Words("图像数据损坏", "its picture data is damaged"),
                Words(
                    "在电脑上打开，另存为 JPEG 再放进来；打不开就重新拍一张",
                    "open it, save it as JPEG anew and add that; if it does not open, take another photo",
                ),
            )


def _image_count(pdf: bytes) -> int:
    """How many pictures a PDF holds; the mask of a transparent one is part of it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        images = [each for each in streams if each.get("/Subtype") == pikepdf.Name.Image]
        return len(images) - sum("/SMask" in each for each in images)


def _problem(path: str, what: Words, remedy: Words) -> Problem:
    message = Words(
        f"照片 {path} 画不进 PDF：{what.zh}", f"the photo {path} cannot be drawn in a PDF: {what.en}"
    )
    return Problem(E_PDF_PHOTO, message, remedy)
