from __future__ import annotations

import subprocess
import sys

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from noticeboard.boards.address import ALPHABET, board_id
from noticeboard.boards.qr import qr_code
from noticeboard.boards.qr_modules import WHITE, modules_of


def test_an_id_comes_from_place_and_kind_alone() -> None:
    one = board_id("济源路街道/示例小区", "organization")
    assert one == board_id("/济源路街道/示例小区/", "organization")
    assert one != board_id("济源路街道/示例小区", "volunteer")
    assert one != board_id("济源路街道/示例二区", "organization")
    assert len(one) == 6
    assert set(one) <= set(ALPHABET)


@pytest.mark.parametrize("address", ("https://example.org/b/k7m2qx/", "https://示例.中国/公示/b/k7m2qx/"))
def test_the_qr_code_reads_back_as_the_address(address: str) -> None:
    code = qr_code(address)
    picture = Image.new("1", ((code.side + 8) * 8,) * 2, 1)
    drawing = ImageDraw.Draw(picture)
    for bar in code.path.split("z")[:-1]:
        start, rest = bar[1:].split("h", 1)
        x, y = map(int, start.split())
        length = int(rest.split("v")[0])
        drawing.rectangle(((x + 4) * 8, (y + 4) * 8, (x + 4 + length) * 8 - 1, (y + 5) * 8 - 1), 0)
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert found.text == address
    assert found.ec_level in ("M", "Q", "H")


def segno_lines(address: str) -> str:
    matrix = segno.make(address, error="m", micro=False, boost_error=True).matrix
    return "".join("".join(map(str, row)) + "0" * WHITE for row in matrix)


@given(st.text(alphabet=ALPHABET, min_size=6, max_size=6))
def test_the_codes_of_a_site_are_those_of_segno(board: str) -> None:
    for base in ("https://example.org/", "https://gongshi.example.org/noticeboard/jinshui/"):
        address = f"{base}b/{board}/"
        assert modules_of(address).lines == segno_lines(address)


def in_another_process(known: str, boards: tuple[str, ...]) -> list[str]:
    """What a process that is told what is `known` then knows, its codes of boards, whether it loaded segno."""
    code = (
        "import sys; from noticeboard.boards.qr_modules import families, learn, modules_of\n"
        f"learn({known}); codes = [modules_of(f'https://example.org/b/{{b}}/').lines for b in {boards}]\n"
        "print(families(), *codes, 'segno' in sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


def test_what_one_process_learnt_of_codes_spares_another_to_draw_them() -> None:
    here, there = ("k7m2qx", "aaaaab", "zzyx98"), ("k7m2qz", "bcdefg", "k7m2qx")
    known, *_, drawn = in_another_process("()", here)
    others, *_ = in_another_process("()", there)
    _, *codes, drawn_again = in_another_process(f"{known} + {others}", (*here, *there))
    assert (drawn, drawn_again) == ("True", "False")
    assert codes == [segno_lines(f"https://example.org/b/{board}/") for board in (*here, *there)]


@given(st.text(min_size=1, max_size=130).filter(lambda text: text.encode("utf-8", "ignore").decode() == text))
def test_the_code_of_any_text_is_that_of_segno(text: str) -> None:
    assert modules_of(text).lines == segno_lines(text)


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=150))
def test_the_code_of_any_ascii_address_is_that_of_segno(text: str) -> None:
    assert modules_of(text).lines == segno_lines(text)
