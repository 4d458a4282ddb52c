"""What is said of photos that a site with boards cannot use; one that a telephone turned is used as it is seen."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from written_site import lines, rebuild, write_content

ROSTER = "- name: 示例甲\n  portrait: a.jpg\n  consent: {name: [wall, web], portrait: [wall, web]}\n"
FILES = {"c/volunteers.yml": ROSTER}
PHOTO = "content/c/photos/a.jpg"


def jpeg(width: int = 24, height: int = 16, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = BytesIO()
    Image.new("L", (width, height)).save(data, "JPEG", exif=exif)
    return data.getvalue()


def site(root: Path, photo: bytes | None) -> Path:
    write_content(root, FILES)
    if photo is not None:
        (root / PHOTO).parent.mkdir()
        (root / PHOTO).write_bytes(photo)
    return root


@pytest.mark.parametrize(
    ("photo", "told"),
    (
        (None, "E-FILE 找不到文件 content/c/photos/a.jpg → 把文件放到 content/c/photos/a.jpg"),
        (jpeg()[:100], "E-IMAGE 图片损坏或不完整"),
        (b"no photo at all", "E-IMAGE 这不是 JPEG、PNG、WebP 或 GIF 图片"),
        (
            jpeg(20_000, 1),
            "E-IMAGE 图片是 20000×1 像素，边长要小于 20000 像素 → 先把图片缩小再放进来",
        ),
    ),
    ids=("missing", "cut off", "no photo", "20,000 pixels"),
)
def test_a_photo_that_cannot_be_used_is_told_and_nothing_is_built(
    photo: bytes | None, told: str, tmp_path: Path
) -> None:
    (found,) = lines(rebuild(site(tmp_path, photo)))
    assert found.startswith(f"c/volunteers.yml:2:13 {told}")
    assert not (tmp_path / "site/index.html").exists()


def test_a_photo_that_a_telephone_turned_keeps_its_orientation(tmp_path: Path) -> None:
    result = rebuild(site(tmp_path, jpeg(orientation=6)))
    assert lines(result) == []
    with Image.open(tmp_path / "site/c/photos/a.jpg") as published:
        assert published.getexif()[0x0112] == 6
    assert (tmp_path / "site/c/boards/volunteer-a3-landscape/index.html").is_file()
