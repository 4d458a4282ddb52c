from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from noticeboard.boards.address import ALPHABET, board_id
from noticeboard.boards.qr import qr_code


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
