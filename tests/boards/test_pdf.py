"""The PDF of a board: page box, fonts, text, glyphs, QR code, and the same bytes whenever it is drawn."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from board_samples import (
    CHECKOUT,
    RARE,
    SMALL_AND_LARGE,
    a_notice,
    frame,
    laid_out,
    organizations,
    practical_tasks,
    volunteers,
    write_page,
)
from drawn_boards import DAY, drawn, engine, fonts_in, html_of, opened, rasterised, texts_in
from playwright.sync_api import Page
from pypdf import PdfReader

from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.diagnostics import Problem
from noticeboard.rendering.pdf_facts import PdfFacts

POINT = 25.4 / 72
HOURS = re.compile(r"服务\s*(\d+)\s*小时")


@pytest.mark.parametrize(("kind", "board", "sheet"), SMALL_AND_LARGE)
def test_a_panel_is_a_page_of_the_exact_size(kind: str, board: Any, sheet: Sheet) -> None:
    pages = PdfReader(io.BytesIO(drawn(kind, board, sheet))).pages
    assert len(pages) == len(laid_out(kind, board, frame(sheet)).panels)
    for page in pages:
        assert float(page.mediabox.width) * POINT == pytest.approx(sheet.width, abs=0.05)
        assert float(page.mediabox.height) * POINT == pytest.approx(sheet.height, abs=0.05)


@pytest.mark.parametrize("sheet", (*SHEETS.values(), replace(A3_LANDSCAPE, width=600.25, height=900.5)))
def test_the_sheet_alone_says_how_large_the_page_is(sheet: Sheet) -> None:
    pdf = opened(engine().draw("<p>示例</p>", sheet))
    width, height = (float(side) * POINT for side in pdf.pages[0].MediaBox[2:])
    assert (width, height) == pytest.approx((sheet.width, sheet.height), abs=0.05)


@pytest.mark.parametrize(
    ("kind", "board"), (("organization", organizations(9)), ("volunteer", volunteers(30)))
)
def test_an_a3_board_is_small(kind: str, board: Any) -> None:
    assert len(drawn(kind, board, A3_LANDSCAPE)) < 100_000


@pytest.mark.parametrize(("kind", "board", "sheet"), SMALL_AND_LARGE)
def test_only_the_fonts_of_the_package_are_there_embedded_and_subset(
    kind: str, board: Any, sheet: Sheet
) -> None:
    fonts = dict(fonts_in(drawn(kind, board, sheet)))
    assert {name[8:] for name in fonts} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)
    assert all(0 < size < 150_000 for size in fonts.values())


def test_a_font_of_the_machine_is_never_taken() -> None:
    style = (
        '@font-face{font-family:B;src:local("DejaVu Sans"),local("Arial"),url("assets/NotoSansSC-Bold.ttf")}'
    )
    page = f"<style>{style}p{{font-family:B,sans-serif}}</style><p>示例 A \u0e01 😀</p>"
    fonts = {name[8:] for name, _ in fonts_in(engine().draw(page, A4_PORTRAIT))}
    assert fonts == {"NotoSansSC-Bold"}


def test_the_text_layer_holds_every_name() -> None:
    text = "".join(texts_in(drawn("volunteer", volunteers(300), A3_LANDSCAPE)))
    assert [name for name in RARE if name not in text] == []
    assert sorted(map(int, HOURS.findall(text))) == list(range(2, 302))
    assert text.count("示例") >= 300


@pytest.mark.parametrize(("kind", "board", "sheet"), SMALL_AND_LARGE)
def test_no_character_is_drawn_as_an_empty_box(kind: str, board: Any, sheet: Sheet) -> None:
    for text in texts_in(drawn(kind, board, sheet)):
        assert "示例" in text
        assert "\ufffd" not in text


def test_a_character_that_the_font_lacks_would_be_found() -> None:
    html = html_of("notice", a_notice(1), A4_PORTRAIT).replace("维修", "\ue000修")
    assert "示例小区\ufffd修方案" in texts_in(engine().draw(html, A4_PORTRAIT))[0]


def test_a_rare_name_is_ink_on_the_sheet(tmp_path: Path) -> None:
    pdf = drawn("organization", organizations(9), A3_LANDSCAPE)
    picture = rasterised(tmp_path, pdf, 100)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "board.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    words = ElementTree.fromstring(boxes.stdout.replace(b"&#13;", b"")).iter(
        "{http://www.w3.org/1999/xhtml}word"
    )
    cells = {
        str(word.text): [float(word.attrib[key]) / 0.72 for key in ("xMin", "yMin", "xMax", "yMax")]
        for word in words
    }
    for name in RARE:
        left, top, right, bottom = cells[name]
        last = picture.crop((round(right - (right - left) / 3), round(top), round(right), round(bottom)))
        dark = sum(last.histogram()[:128]) / (last.width * last.height)
        assert 0.1 < dark < 0.6, f"the last character of {name}"


@pytest.mark.parametrize(
    ("kind", "board", "sheet"),
    (("organization", organizations(9), A3_LANDSCAPE), ("tasks", practical_tasks(3), A4_PORTRAIT)),
)
def test_the_qr_code_is_read_from_the_sheet(tmp_path: Path, kind: str, board: Any, sheet: Sheet) -> None:
    codes = zxingcpp.read_barcodes(rasterised(tmp_path, drawn(kind, board, sheet), 100))
    assert [code.text for code in codes] == [frame(sheet).address]


def test_chromium_and_the_pdf_have_the_same_rows_on_each_page(page: Page, tmp_path: Path) -> None:
    board = volunteers(300)
    page.goto(write_page(tmp_path, laid_out("volunteer", board, frame()), A3_LANDSCAPE).as_uri())
    page.evaluate("() => document.fonts.ready.then(() => true)")
    printed = page.pdf(prefer_css_page_size=True)
    rows = [
        [sorted(map(int, HOURS.findall(text))) for text in texts_in(pdf)]
        for pdf in (printed, drawn("volunteer", board, A3_LANDSCAPE))
    ]
    assert rows[0] == rows[1]
    assert sum(map(len, rows[0])) == 300


def test_what_the_pdf_says_of_itself() -> None:
    pdf = opened(drawn("volunteer", volunteers(300), A3_LANDSCAPE))
    title, issuer = "组织建设公示栏 - 示例小区", "示例社区 & <居民委员会>"
    assert {key: str(pdf.docinfo[key]) for key in ("/Title", "/Author", "/CreationDate")} == {
        "/Title": title,
        "/Author": issuer,
        "/CreationDate": f"D:{DAY:%Y%m%d}",
    }
    assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.PrintScaling)) == ("zh-CN", "/None")
    with pdf.open_metadata() as xmp:
        said = [xmp["dc:title"], xmp["dc:creator"], xmp["dc:language"], xmp["xmp:CreateDate"]]
    assert said == [title, [issuer], {"zh-CN"}, DAY.isoformat()]
    with pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == [f"第{i}块，共8块" for i in range(1, 9)]
    names = [each.title for each in PdfReader(io.BytesIO(drawn("notice", a_notice(2), A4_PORTRAIT))).outline]
    assert names == [title]


def test_the_same_board_is_the_same_file_in_every_process() -> None:
    code = (
        "from board_samples import A3_LANDSCAPE, organizations; from drawn_boards import drawn; import hashlib\n"
        "print(hashlib.sha256(drawn('organization', organizations(9), A3_LANDSCAPE)).hexdigest())"
    )
    path = os.pathsep.join((str(CHECKOUT), str(Path(__file__).parent)))
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(told) == 1
    assert len(told.pop().strip()) == 64


def test_the_page_may_stand_anywhere_in_the_site() -> None:
    near, far = (
        html_of("organization", organizations(9), A3_LANDSCAPE, url) for url in ("/b.html", "/a/boards/x/")
    )
    assert near != far
    facts = PdfFacts("示例", "en", ("示例",))
    made = {engine().finish(engine().draw(html, A3_LANDSCAPE), facts, A3_LANDSCAPE) for html in (near, far)}
    assert len(made) == 1


def test_a_page_more_than_the_panels_is_told() -> None:
    html = html_of("notice", a_notice(1), A4_PORTRAIT).replace("</main>", "</main><p>示例</p>")
    with pytest.raises(Problem, match="2 pages") as told:
        engine().finish(engine().draw(html, A4_PORTRAIT), PdfFacts("示例", "zh-CN", ("示例",)), A4_PORTRAIT)
    assert told.value.code == "E-PDF-PAGES"


def test_facts_that_are_not_known_are_left_out() -> None:
    facts = PdfFacts("示例", "en", ("示例",))
    pdf = opened(engine().finish(engine().draw("<p>示例</p>", A4_PORTRAIT), facts, A4_PORTRAIT))
    assert {"/Author", "/CreationDate", "/ModDate"} & set(pdf.docinfo.keys()) == set()
