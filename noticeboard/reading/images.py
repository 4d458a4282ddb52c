"""Photos before they are published: is it a picture that browsers show, and what in it is nobody's business.

    bytes ─ check_image ▶ Problem, or None
    bytes ─ without_metadata ▶ the same pixels without positions, times, cameras, names, comments

The format is told from the content, never from the name. No pixel is decoded or changed: the formats are
walked part by part, so a photo costs milliseconds and loses no quality. This module must never let a part
through that it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from noticeboard.diagnostics import Problem
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.reading import image_gif, image_jpeg, image_png, image_webp
from noticeboard.reading.image_parts import E_IMAGE, UPRIGHT, without_size

LARGEST_SIDE = 20_000
"""Pixels; from here on it is a mistake of a scanner, and browsers on a telephone give up long before."""
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


@dataclass(frozen=True)
class ImageFormat:
    """One format that browsers show: its name, the suffixes of its files, the first the usual one."""

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    size: Callable[[bytes], tuple[int, int]]
    turned: Callable[[bytes], int]
    without_metadata: Callable[[bytes], bytes]


FORMATS = (
    ImageFormat(
        "JPEG",
        (".jpg", ".jpeg"),
        lambda data: data.startswith(image_jpeg.START),
        image_jpeg.size,
        image_jpeg.turned,
        image_jpeg.without_metadata,
    ),
    ImageFormat(
        "PNG",
        (".png",),
        lambda data: data.startswith(image_png.START),
        image_png.size,
        image_png.turned,
        image_png.without_metadata,
    ),
    ImageFormat(
        "WebP",
        (".webp",),
        image_webp.begins,
        image_webp.size,
        image_webp.turned,
        image_webp.without_metadata,
    ),
    ImageFormat(
        "GIF",
        (".gif",),
        lambda data: data.startswith(image_gif.STARTS),
        image_gif.size,
        lambda data: UPRIGHT,
        image_gif.without_metadata,
    ),
)
IMAGE_SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)


def check_image(data: bytes, name: str) -> Problem | None:
    """What is wrong with the image file `name`, or None: its format, its structure, its suffix, its size."""
    try:
        known = _format_of(data)
        width, height = known.size(data)
    except Problem as problem:
        return problem
    suffix = PurePosixPath(name).suffix
    if suffix.lower() not in known.suffixes:
        return _misnamed(known, suffix)
    if max(width, height) >= LARGEST_SIDE:
        return _too_large(width, height)
    return without_size() if 0 in (width, height) else None


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as a viewer shows the image; raises Problem as `check_image` tells it."""
    return _format_of(data).size(data)


def turned(data: bytes) -> int:
    """The orientation that viewers turn the image by, 1 (upright) to 8; raises Problem as `check_image` tells it."""
    return _format_of(data).turned(data)


def without_metadata(data: bytes) -> bytes:
    """The image with the same pixels, its orientation and its colour profile, and nothing else.

    Raises Problem as `check_image` tells it.
    """
    return _format_of(data).without_metadata(data)


def _format_of(data: bytes) -> ImageFormat:
    known = next((known for known in FORMATS if known.begins(data)), None)
    if known is None:
        raise _unknown(data)
    return known


def _unknown(data: bytes) -> Problem:
    remedy = Words("打开图片，另存为 JPEG（.jpg）再放进来", "open it, save it as JPEG (.jpg) and add that")
    if not data:
        return Problem(
            E_IMAGE,
            Words("图片文件是空的", "the image file is empty"),
            Words("重新拷贝这张图片", "copy the image again"),
        )
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return Problem(
            E_IMAGE,
            Words(
                "这是 HEIC 照片，多数浏览器打不开", "this is an HEIC photo, which most browsers cannot show"
            ),
            remedy,
        )
    return Problem(
        E_IMAGE,
        Words("这不是 JPEG、PNG、WebP 或 GIF 图片", "this is no JPEG, PNG, WebP or GIF image"),
        remedy,
    )


def _misnamed(known: ImageFormat, suffix: str) -> Problem:
    usual = known.suffixes[0]
    return Problem(
        E_IMAGE,
        Words(
            f"内容是 {known.name} 图片，扩展名却是“{suffix}”",
            f"the content is a {known.name} image but the suffix is “{suffix}”",
        ),
        Words(f"把扩展名改成 {usual}", f"change the suffix to {usual}"),
    )


def _too_large(width: int, height: int) -> Problem:
    return Problem(
        E_IMAGE,
        Words(
            f"图片是 {width}×{height} 像素，边长要小于 {LARGEST_SIDE} 像素",
            f"the image is {width}×{height} pixels; each side must be under {LARGEST_SIDE}",
        ),
        Words("先把图片缩小再放进来", "make the picture smaller before you add it"),
    )
