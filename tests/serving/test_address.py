"""Which file a request gets, and which it never gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_site import write_files

from noticeboard.serving.address import content_type, find_file, is_folder

FILES = {
    "out/index.html": "home",
    "out/示例街道/index.html": "place",
    "out/assets/style.css": "body {}",
    "out/.noticeboard/files": "control",
    "secret.txt": "outside",
}


@pytest.mark.parametrize(
    ("path", "found"),
    (
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/?q=1", "index.html"),
        ("/%E7%A4%BA%E4%BE%8B%E8%A1%97%E9%81%93/", "示例街道/index.html"),
        ("/示例街道/index.html", "示例街道/index.html"),
        ("//assets/style.css", "assets/style.css"),
        ("/示例街道", None),
        ("/missing", None),
        ("/assets/", None),
        ("/.noticeboard/files", None),
        ("/../secret.txt", None),
        ("/%2e%2e/secret.txt", None),
        ("/..%2fsecret.txt", None),
        ("/..%5csecret.txt", None),
        ("/assets/%00", None),
        ("/C:/secret.txt", None),
        ("/" + "a" * 5000, None),
    ),
)
def test_find_file(tmp_path: Path, path: str, found: str | None) -> None:
    write_files(tmp_path, FILES)
    output = tmp_path / "out"
    assert find_file(output, path) == (output / found if found else None)


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    try:
        (tmp_path / "out" / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert find_file(tmp_path / "out", "/link.txt") is None


def test_folder_without_its_slash(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert is_folder(tmp_path / "out", "/示例街道")
    assert not is_folder(tmp_path / "out", "/assets")


@pytest.mark.parametrize(
    ("name", "kind"),
    (
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.ttf", "font/ttf"),
        ("a.unknown", "application/octet-stream"),
    ),
)
def test_content_type(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind
