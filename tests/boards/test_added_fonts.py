"""`fonts.extra`: rare characters of names measured, drawn and published with a font that the site adds."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn_boards import fonts_in, in_mm, opened, rasterised, texts_in
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from playwright.sync_api import Page
from written_site import SITE, TODAY, check_site, lines, rebuild, write_content

from noticeboard.boards.measure import missing, use, width_mm
from noticeboard.building.print_request import PrintRequest
from noticeboard.building.printing import print_boards
from noticeboard.building.request import BuildRequest
from noticeboard.building.site_fonts import site_fonts
from noticeboard.config import FontSettings, Settings
from noticeboard.planning.printing import PrintOrder

SETTINGS = f"{SITE}fonts: {{extra: fonts/rare.ttf}}\n"
ROSTER = "- name: 示例𠮷\n  consent: {name: [wall, web]}\n"


def a_font(widths: dict[str, int], *, cff: bool = False, variable: bool = False) -> bytes:
    """A font that draws each character as a box that fills its advance, in units of 1000."""
    names = {ord(character): f"u{ord(character):X}" for character in widths}
    order = [".notdef", *names.values()]
    advances = {".notdef": 500, **{names[ord(c)]: width for c, width in widths.items()}}
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    if cff:
        shapes = {}
        for name in order:
            pen = T2CharStringPen(advances[name], None)
            _box(pen, advances[name])
            shapes[name] = pen.getCharString()
        builder.setupCFF("Rare", {}, shapes, {})
    else:
        outlines = {}
        for name in order:
            glyph = TTGlyphPen(None)
            _box(glyph, advances[name])
            outlines[name] = glyph.glyph()
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in advances.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular", "psName": "Rare"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    if variable:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _box(pen: object, width: int) -> None:
    corners = ((0, 0), (0, 800), (width, 800), (width, 0))
    pen.moveTo(corners[0])  # type: ignore[attr-defined]  # either pen of fontTools, which publishes no types
    for corner in corners[1:]:
        pen.lineTo(corner)  # type: ignore[attr-defined]  # the same
    pen.closePath()  # type: ignore[attr-defined]  # the same


@pytest.fixture(autouse=True)
def _own_fonts_again() -> Iterator[None]:
    yield
    use(())


def put(root: Path, data: bytes, name: str = "fonts/rare.ttf") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)


def with_fonts(*names: str) -> Settings:
    return Settings(title="示例站", fonts=FontSettings(extra=names))


def test_the_rare_characters_of_names_are_in_the_package_or_come_from_an_added_font(tmp_path: Path) -> None:
    assert missing("䶮㛃堃𬭎") == ()
    assert missing("𠮷䶮") == ("𠮷",)
    before = width_mm("示例𠮷𠮷𠮷", 10)
    put(tmp_path, a_font({"𠮷": 800, "示": 300}))
    fonts, problems = site_fonts(tmp_path, with_fonts("fonts/rare.ttf"))
    use(fonts)
    assert problems == ()
    assert missing("𠮷䶮") == ()
    assert before == pytest.approx(50)
    assert width_mm("示例𠮷𠮷𠮷", 10) == pytest.approx(44)
    use(())
    assert missing("𠮷") == ("𠮷",)


def test_the_first_added_font_that_has_a_character_counts(tmp_path: Path) -> None:
    put(tmp_path, a_font({"𠮷": 800}), "fonts/one.ttf")
    put(tmp_path, a_font({"𠮷": 400, "𠮶": 600}), "fonts/two.ttf")
    use(site_fonts(tmp_path, with_fonts("fonts/one.ttf", "fonts/two.ttf"))[0])
    assert [width_mm(character, 10) for character in "𠮷𠮶"] == [8, 6]


@pytest.mark.parametrize(
    ("data", "told"),
    (
        (a_font({"𠮷": 900}, cff=True), "E-FONT 字体 fonts/rare.ttf：这是 CFF 轮廓的字体（OpenType .otf）"),
        (a_font({"𠮷": 900}, variable=True), "E-FONT 字体 fonts/rare.ttf：这是可变字体"),
        (a_font({"𠮷": 900})[:200], "E-FONT 字体 fonts/rare.ttf：字体文件读不出来（"),
        (b"", "E-FONT 字体 fonts/rare.ttf：字体文件读不出来（"),
        (b"<html>404</html>", "E-FONT 字体 fonts/rare.ttf：字体文件读不出来（"),
        (b"ttcf\0\1\0\0", "E-FONT 字体 fonts/rare.ttf：这是字体合集（.ttc）"),
        (b"wOF2\0\1\0\0", "E-FONT 字体 fonts/rare.ttf：这是网页字体（WOFF）"),
        (None, "E-FONT-FILE 字体 fonts/rare.ttf：没有这个文件"),
    ),
    ids=("cff", "variable", "cut off", "empty", "no font", "collection", "woff2", "absent"),
)
def test_a_font_that_cannot_be_used_is_told(data: bytes | None, told: str, tmp_path: Path) -> None:
    if data is not None:
        put(tmp_path, data)
    (found,) = lines(check_site(tmp_path, {"site.yml": SETTINGS}))
    assert found.startswith(f"site.yml:3:16 {told}")


@pytest.mark.parametrize("name", ("content/a.ttf", "/etc/a.ttf", "fonts/../a.ttf", "fonts", "a.ttf"))
def test_a_font_lies_in_the_folder_of_fonts(name: str, tmp_path: Path) -> None:
    put(tmp_path, a_font({"𠮷": 900}), "a.ttf")
    _, (problem,) = site_fonts(tmp_path, with_fonts(name))
    assert problem.code == "E-FONT-FILE"
    assert problem.remedy.zh.startswith("把字体放到 content/ 旁边的 fonts/")


def test_a_character_without_glyph_is_told_where_it_is_written(tmp_path: Path) -> None:
    files = {
        "site.yml": SITE,
        "c/place.yml": "kind: 楼院\nname: 示例𠮶小区\n",
        "c/volunteers.yml": ROSTER,
        "c/notices/a.md": "---\ntitle: 示例公示\nissued: 2026-11-20\n---\n内容有𠮵字。\n",
    }
    found = [line for line in lines(check_site(tmp_path, files)) if "W-BOARD-GLYPH" in line]
    assert [line.partition("，")[0] for line in found] == [
        "c/place.yml:2:7 W-BOARD-GLYPH 志愿者服务公示栏：字段 name 里的字 U+20BB6 不在公示栏字体中",
        "c/volunteers.yml:1:9 W-BOARD-GLYPH 志愿者服务公示栏：字段 name 里的字 U+20BB7 不在公示栏字体中",
        "c/place.yml:2:7 W-BOARD-GLYPH 公示公告：字段 name 里的字 U+20BB6 不在公示栏字体中",
        "c/notices/a.md:5:1 W-BOARD-GLYPH 公示公告：字段 body 里的字 U+20BB5 不在公示栏字体中",
        "c/place.yml:2:7 W-BOARD-GLYPH 活动签到表：字段 name 里的字 U+20BB6 不在公示栏字体中",
        "c/place.yml:2:7 W-BOARD-GLYPH 小红本（志愿服务记录）：字段 name 里的字 U+20BB6 不在公示栏字体中",
    ]
    assert not any("示例" in line.partition("W-BOARD-GLYPH")[2] for line in found)


def test_a_board_is_drawn_with_the_added_font_and_with_what_it_needs_of_it(
    page: Page, tmp_path: Path
) -> None:
    put(tmp_path, a_font({"𠮷": 700, "𠮶": 700, "示": 300}))
    files = {"site.yml": SETTINGS, "c/volunteers.yml": ROSTER}
    result = rebuild(write_content(tmp_path, files))
    assert [line for line in lines(result) if "W-BOARD-GLYPH" in line] == []
    (asset,) = (tmp_path / "site/assets").glob("board-added-*.ttf")
    with TTFont(asset) as font:
        assert set(map(chr, font.getBestCmap())) == {"𠮷"}
    board = tmp_path / "site/c/boards/volunteer-a3-landscape/index.html"
    page.goto(board.as_uri())
    page.evaluate("() => document.fonts.ready.then(() => true)")
    shown = page.evaluate(
        """() => { const line = [...document.querySelectorAll('.person .line')]
            .find(each => each.textContent.includes('𠮷'));
          const range = document.createRange(); range.selectNodeContents(line);
          return range.getBoundingClientRect().width / parseFloat(getComputedStyle(line).fontSize); }"""
    )
    assert shown == pytest.approx(2.7, abs=0.02)


def test_another_font_and_another_name_change_what_is_published(tmp_path: Path) -> None:
    put(tmp_path, a_font({"𠮷": 700, "𠮶": 700}))
    rebuild(write_content(tmp_path, {"site.yml": SETTINGS, "c/volunteers.yml": ROSTER}))
    (first,) = (tmp_path / "site/assets").glob("board-added-*.ttf")
    write_content(tmp_path, {"site.yml": SETTINGS, "c/volunteers.yml": ROSTER.replace("𠮷", "𠮶")})
    rebuild(tmp_path)
    with TTFont(first) as font:
        assert set(map(chr, font.getBestCmap())) == {"𠮶"}
    put(tmp_path, a_font({"𠮷": 500, "𠮶": 500}))
    rebuild(tmp_path)
    (second,) = (tmp_path / "site/assets").glob("board-added-*.ttf")
    assert second.name != first.name
    (sheet,) = (tmp_path / "site/assets").glob("board-a3-landscape-*.css")
    assert re.findall(r'url\("([^"]+)"\)', sheet.read_text(encoding="utf-8")) == [second.name] * 2


def test_an_added_font_draws_in_a_pdf_what_the_package_lacks(tmp_path: Path) -> None:
    put(tmp_path, a_font({"𠮷": 700}))
    write_content(tmp_path, {"site.yml": SETTINGS, "c/volunteers.yml": ROSTER})
    first = volunteers_of(tmp_path)
    assert {name[8:] for name, _ in fonts_in(first)} == {"NotoSansSC-Regular", "NotoSansSC-Bold", "Rare"}
    (text,) = texts_in(first)
    assert "示例𠮷" in text
    assert "\ufffd" not in text
    with opened(first) as pdf:
        assert in_mm(pdf.pages[0].TrimBox) == [0, 0, 420, 297]
    picture = rasterised(tmp_path, first, 100)
    box = subprocess.run(
        ["pdftotext", "-bbox", "board.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    found = re.search(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">示例𠮷<', box.stdout.decode()
    )
    assert found is not None
    left, top, right, bottom = (float(side) / 0.72 for side in found.groups())
    width = (right - left) * 0.7 / 2.7
    last = picture.crop((round(right - 0.8 * width), round(top), round(right - 0.2 * width), round(bottom)))
    dark = sum(last.histogram()[:128]) / (last.width * last.height)
    assert 0.5 < dark < 0.95  # the font draws it as a full box
    assert volunteers_of(tmp_path) == first


def test_another_added_font_draws_a_pdf_anew(tmp_path: Path) -> None:
    write_content(tmp_path, {"site.yml": SETTINGS, "c/volunteers.yml": ROSTER})
    put(tmp_path, a_font({"𠮷": 700}))
    first = volunteers_of(tmp_path)
    put(tmp_path, a_font({"𠮷": 700, "𠮶": 600}))
    assert volunteers_of(tmp_path) == first  # what is not drawn is not embedded
    put(tmp_path, a_font({"𠮷": 500}))
    assert volunteers_of(tmp_path) != first


def volunteers_of(root: Path) -> bytes:
    """The board of volunteers as it is printed."""
    site = BuildRequest(root=root, today=TODAY, output=root / "print")
    printed, result = print_boards(PrintRequest(site, PrintOrder("volunteer")))
    assert result.ok
    assert [one for one in result.report if one.code == "W-BOARD-GLYPH"] == []
    (board,) = printed.boards
    return (root / "print" / board.path).read_bytes()
