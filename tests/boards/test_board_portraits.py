"""Portraits on plaques and on the board of volunteers, in the layout and in the PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from board_samples import frame, laid_out, plaques, volunteers
from drawn_boards import engine, rasterised
from PIL import Image

from noticeboard.boards.plaque import PlaqueBoard
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.boards.volunteer import VolunteerBoard
from noticeboard.diagnostics import Problem
from noticeboard.rendering.pdf_photos import MOST_PIXELS

PHOTO = "示例 街道/photos/甲.jpg"
TURNS = (
    None,
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.ROTATE_180,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_90,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_270,
)
"""How the pixels of an upright photo lie in a file of orientation 1 to 8."""


def photo(turned: int = 1, size: tuple[int, int] = (60, 80)) -> bytes:
    """A photo whose upper left quarter is black as it is shown, whatever its orientation."""
    picture = Image.new("L", size, 255)
    picture.paste(0, (0, 0, size[0] // 2, size[1] // 2))
    turn, exif = TURNS[turned - 1], Image.Exif()
    exif[0x0112] = turned
    data = BytesIO()
    (picture if turn is None else picture.transpose(turn)).save(data, "JPEG", exif=exif)
    return data.getvalue()


def with_portrait(board: PlaqueBoard) -> PlaqueBoard:
    first, *others = board.plaques
    return PlaqueBoard((replace(first, portrait=PHOTO), *others))


def slips(board: PlaqueBoard, sheet: Sheet = A4_PORTRAIT) -> list[Any]:
    panels = laid_out("plaque", board, frame(sheet)).panels
    return [slip for panel in panels for row in panel.body.rows for slip in row]


def test_where_one_plaque_shows_a_portrait_all_have_a_place_for_it() -> None:
    assert {slip.portrait for slip in slips(plaques(3))} == {None}
    first, *others = (slip.portrait for slip in slips(with_portrait(plaques(3))))
    assert first.href == "%E7%A4%BA%E4%BE%8B%20%E8%A1%97%E9%81%93/photos/%E7%94%B2.jpg"
    assert [(other.href, other.ring.plain) for other in others] == [("", "示"), ("", "示")]
    assert laid_out("plaque", with_portrait(plaques(3)), frame(A4_PORTRAIT)).photos == (PHOTO,)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=str)
@pytest.mark.parametrize("count", (1, 30))
def test_the_place_of_a_portrait_has_its_classes(count: int, sheet: Sheet) -> None:
    steps = sheet_stylesheet(sheet)
    for slip in slips(with_portrait(plaques(count)), sheet):
        assert f".{slip.portrait_css}{{" in steps
        assert f".t{round(slip.portrait.ring.size * 100)}{{" in steps
        assert f".d{round(slip.down * 100)}{{" in steps
        assert slip.name.size >= sheet.name_size


def test_a_portrait_stands_where_the_ring_would_and_is_part_of_the_version() -> None:
    (team,) = volunteers(3).teams
    people = (replace(team.people[0], portrait=PHOTO), *team.people[1:])
    shown = laid_out("volunteer", VolunteerBoard((replace(team, people=people),)), frame())
    without = laid_out("volunteer", volunteers(3), frame())
    first, *others = shown.panels[0].body.strips[1].people
    assert first.portrait.href.endswith(".jpg")
    assert [each.portrait.href for each in others] == ["", ""]
    assert (shown.photos, without.photos) == ((PHOTO,), ())
    assert shown.code != without.code
    assert replace(first, portrait=others[0].portrait) == without.panels[0].body.strips[1].people[0]


def test_a_photo_stands_upright_in_the_pdf_whatever_its_orientation(tmp_path: Path) -> None:
    style = "img{float:left;width:20mm;height:20mm;object-fit:cover}"
    images = "".join(f'<img class="portrait-photo" src="./p/{n}.jpg">' for n in range(1, 9))
    photos = {f"p/{n}.jpg": photo(n) for n in range(1, 9)}
    html = f"<style>@page{{margin:0}}body{{margin:0;width:160mm}}{style}</style>{images}"
    page = rasterised(tmp_path, engine().draw(html, A4_PORTRAIT, photos), 25.4)
    for n in range(8):
        upper_left, upper_right, lower_left, lower_right = (
            page.getpixel((20 * n + x, y)) for y in (3, 17) for x in (3, 17)
        )
        assert upper_left < 40, n + 1
        assert min(upper_right, lower_left, lower_right) > 200, n + 1


def damaged() -> bytes:
    data = bytearray(photo(size=(600, 800)))
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    return bytes(data[:-2]) + b"\xff\xd9"


def huge() -> bytes:
    data = BytesIO()
    side = int(MOST_PIXELS**0.5) + 1
    Image.new("1", (side, side)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    (
        (damaged(), "照片 p/b.jpg 画不进 PDF：图像数据损坏", "its picture data is damaged"),
        (huge(), "超过5000万像素", "over 50 million"),
    ),
    ids=("damaged", "huge"),
)
def test_a_photo_that_cannot_be_drawn_is_named_and_never_left_blank(data: bytes, zh: str, en: str) -> None:
    html = '<img width="90" src="p/a.jpg"><img width="90" src="p/b.jpg">'
    with pytest.raises(Problem) as caught:
        engine().draw(html, A3_LANDSCAPE, {"p/a.jpg": photo(), "p/b.jpg": data})
    assert caught.value.code == "E-PDF-PHOTO"
    assert zh in caught.value.message.zh
    assert en in caught.value.message.en
