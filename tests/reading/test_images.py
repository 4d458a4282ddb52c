"""Photos: what is refused, and that nothing but pixels, orientation and colour profile is published."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from noticeboard.diagnostics import Problem
from noticeboard.reading.images import check_image, size, without_metadata

SECRETS = (b"GPS-SECRET", b"XMP-SECRET", b"COMMENT-SECRET", b"CAMERA-SECRET", b"TAIL-SECRET", b"IPTC-SECRET")
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>XMP-SECRET</x:xmpmeta>"


def picture(width: int = 24, height: int = 16) -> Image.Image:
    """A picture that is not the same upside down or mirrored."""
    image = Image.new("RGB", (width, height))
    image.putdata([(x * 9 % 256, y * 13 % 256, (x + y) % 256) for y in range(height) for x in range(width)])
    return image


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF as a telephone writes it: maker, orientation, position."""
    block = Image.Exif()
    block[0x010F] = "CAMERA-SECRET"
    block[0x0112] = orientation
    block.get_ifd(0x8825).update({1: "N", 2: (34.0, 48.0, 0.0), 29: "GPS-SECRET"})
    return block


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def png_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "COMMENT-SECRET")
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    info.add(b"prVt", b"CAMERA-SECRET")
    return info


def photo(kind: str, orientation: int = 1) -> bytes:
    """A picture of `kind` that holds every sort of metadata its format knows, and something after its end."""
    if kind == "GIF":
        frames = [picture().quantize(), ImageOps.flip(picture()).quantize()]
        data = saved(
            frames[0], "GIF", save_all=True, append_images=frames[1:], loop=3, comment=b"COMMENT-SECRET"
        )
        return data + b"TAIL-SECRET"
    options: dict[str, Any] = {"exif": exif(orientation), "icc_profile": SRGB, "xmp": XMP}
    if kind == "JPEG":
        data = saved(picture(), kind, quality=95, comment=b"COMMENT-SECRET", **options)
        iptc = b"Photoshop 3.0\0IPTC-SECRET"
        data = data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:]
    elif kind == "PNG":
        del options["xmp"]
        data = saved(picture(), kind, pnginfo=png_text(), **options)
    else:
        data = saved(picture(), kind, lossless=True, **options)
    return data + b"TAIL-SECRET"


KINDS = ("JPEG", "PNG", "WebP", "GIF")
NAMES = {"JPEG": "a.jpg", "PNG": "a.PNG", "WebP": "a.webp", "GIF": "a.gif"}


def pixels(data: bytes) -> list[tuple[tuple[int, int], bytes]]:
    """The pixels of every frame of an image, as they are stored."""
    with Image.open(io.BytesIO(data)) as image:
        frames = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frames.append((image.size, image.convert("RGBA").tobytes()))
        return frames


@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_keeps_its_pixels_and_loses_its_secrets(kind: str) -> None:
    data = photo(kind)
    clean = without_metadata(data)
    assert [secret for secret in SECRETS if secret in data]
    assert [secret for secret in SECRETS if secret in clean] == []
    assert pixels(clean) == pixels(data)
    assert check_image(clean, NAMES[kind]) is None


@pytest.mark.parametrize("kind", ("JPEG", "PNG", "WebP"))
def test_the_colour_profile_stays(kind: str) -> None:
    with Image.open(io.BytesIO(without_metadata(photo(kind)))) as image:
        assert image.info["icc_profile"] == SRGB


@pytest.mark.parametrize("kind", ("JPEG", "PNG", "WebP"))
@pytest.mark.parametrize(
    ("orientation", "shown"),
    (
        (1, (24, 16)),
        (2, (24, 16)),
        (3, (24, 16)),
        (4, (24, 16)),
        (5, (16, 24)),
        (6, (16, 24)),
        (7, (16, 24)),
        (8, (16, 24)),
    ),
)
def test_the_orientation_stays_and_counts_in_the_size(
    kind: str, orientation: int, shown: tuple[int, int]
) -> None:
    data = photo(kind, orientation)
    clean = without_metadata(data)
    with Image.open(io.BytesIO(clean)) as image:
        kept = dict(image.getexif())
    assert kept == ({} if orientation == 1 else {0x0112: orientation})
    assert size(data) == size(clean) == shown


def test_a_gif_still_repeats_as_often() -> None:
    with Image.open(io.BytesIO(without_metadata(photo("GIF")))) as image:
        assert image.info["loop"] == 3


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing_more(kind: str) -> None:
    once = without_metadata(photo(kind, orientation=6))
    assert without_metadata(once) == once


def test_progressive_grey_and_four_colour_jpegs_keep_their_pixels() -> None:
    for image, options in (
        (picture(), {"progressive": True}),
        (picture().convert("L"), {}),
        (picture().convert("CMYK"), {}),
        (picture(), {"restart_marker_blocks": 1}),
    ):
        data = saved(image, "JPEG", **options)
        assert pixels(without_metadata(data)) == pixels(data)


def test_the_thumbnail_of_a_jpeg_goes() -> None:
    data = saved(picture(), "JPEG")
    assert data[2:4] == b"\xff\xe0"
    jfif = data[6:18] + b"\x01\x01" + b"\xaa\xbb\xcc"
    with_thumbnail = data[:2] + b"\xff\xe0" + struct.pack(">H", len(jfif) + 2) + jfif + data[20:]
    assert b"\xaa\xbb\xcc" in with_thumbnail
    assert without_metadata(with_thumbnail) == data


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(("JPEG", "PNG", "WebP")), st.integers(1, 8))
def test_any_size_and_orientation(width: int, height: int, kind: str, orientation: int) -> None:
    data = saved(picture(width, height), kind, exif=exif(orientation))
    clean = without_metadata(data)
    assert pixels(clean) == pixels(data)
    assert b"SECRET" not in clean
    assert size(clean) == ((height, width) if orientation >= 5 else (width, height))


def test_both_kinds_of_webp_state_their_size() -> None:
    assert size(saved(picture(33, 21), "WebP", lossless=False)) == (33, 21)
    assert size(saved(picture(33, 21), "WebP", lossless=True)) == (33, 21)


def told(problem: Problem | None) -> tuple[str, str, str]:
    assert problem is not None
    assert problem.message.en
    assert problem.remedy.en
    return problem.code, problem.message.zh, problem.remedy.zh


BROKEN = "在电脑上打开看看；打不开就重新拷贝或重新拍一张"
SAVE_AS = "打开图片，另存为 JPEG（.jpg）再放进来"


@pytest.mark.parametrize(
    ("data", "name", "message", "remedy"),
    (
        (b"", "a.jpg", "图片文件是空的", "重新拷贝这张图片"),
        (b"BM\x00\x00", "a.bmp", "这不是 JPEG、PNG、WebP 或 GIF 图片", SAVE_AS),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "a.svg",
            "这不是 JPEG、PNG、WebP 或 GIF 图片",
            SAVE_AS,
        ),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a.heic", "这是 HEIC 照片，多数浏览器打不开", SAVE_AS),
        (photo("PNG"), "门口.jpg", "内容是 PNG 图片，扩展名却是“.jpg”", "把扩展名改成 .png"),
        (photo("JPEG"), "门口", "内容是 JPEG 图片，扩展名却是“”", "把扩展名改成 .jpg"),
        (b"\xff\xd8\xff\xd9", "a.jpg", "图片损坏或不完整：没有图像内容", BROKEN),
        (b"\xff\xd8\xff\xe0\x00\x00\x00", "a.jpg", "图片损坏或不完整：数据段长度不对", BROKEN),
        (b"\xff\xd8abcd", "a.jpg", "图片损坏或不完整：数据段对不上", BROKEN),
        (photo("PNG").replace(b"IDAT", b"IDAX", 1), "a.png", "图片损坏或不完整：校验码对不上", BROKEN),
    ),
)
def test_what_is_refused(data: bytes, name: str, message: str, remedy: str) -> None:
    assert told(check_image(data, name)) == ("E-IMAGE", message, remedy)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_cut_short_anywhere_is_refused_not_crashed_on(kind: str) -> None:
    whole = photo(kind).removesuffix(b"TAIL-SECRET")
    for length in range(12, len(whole)):
        assert told(check_image(whole[:length], NAMES[kind]))[0] == "E-IMAGE", length


@given(st.sampled_from(KINDS), st.data())
def test_one_changed_byte_never_raises_anything_but_a_problem(kind: str, draw: st.DataObject) -> None:
    data = bytearray(photo(kind))
    data[draw.draw(st.integers(0, len(data) - 1))] ^= draw.draw(st.integers(1, 255))
    problem = check_image(bytes(data), NAMES[kind])
    assert problem is None or problem.code == "E-IMAGE"


def test_a_side_of_the_limit_is_refused() -> None:
    def png(width: int, height: int) -> bytes:
        chunks = (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            (b"IDAT", b""),
            (b"IEND", b""),
        )
        parts = (
            struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))
            for name, payload in chunks
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)

    assert check_image(png(19999, 1), "a.png") is None
    assert told(check_image(png(1, 20000), "a.png")) == (
        "E-IMAGE",
        "图片是 1×20000 像素，边长要小于 20000 像素",
        "先把图片缩小再放进来",
    )
    assert told(check_image(png(0, 5), "a.png"))[1] == "图片损坏或不完整：没有写明宽和高"


def test_a_damaged_picture_is_not_cleaned() -> None:
    with pytest.raises(Problem):
        without_metadata(photo("JPEG")[:200])
