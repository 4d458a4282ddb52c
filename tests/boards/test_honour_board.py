"""People on a board of shared shapes: 3, 30 and 300 of them, each with a portrait or the ring with the surname."""

from __future__ import annotations

import pytest
from board_samples import frame

from noticeboard.boards.document import DocumentBoard, PeopleView
from noticeboard.boards.document_blocks import Face, Faces, Title
from noticeboard.boards.honour import lay_out
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.view import texts_in


def board(count: int, photos: int = 0) -> DocumentBoard:
    faces = tuple(
        Face(
            f"示例{n}",
            f"称号{n}号",
            ("三年坚持义务理发", "示例社区授予，2026年3月"),
            surname="示例",
            portrait=f"a/photos/{n}.jpg" if n < photos else "",
        )
        for n in range(count)
    )
    return DocumentBoard((Title("先进个人"), Faces(faces)))


@pytest.mark.parametrize("sheet", (A3_LANDSCAPE, A4_PORTRAIT, SHEETS["80x120-portrait"]))
@pytest.mark.parametrize("count", (3, 30, 300))
def test_everybody_stands_on_the_board_at_a_legible_size(sheet: Sheet, count: int) -> None:
    view, found = lay_out(board(count), frame(sheet))
    assert found == []
    assert view is not None
    texts = [text for panel in view.panels for text in texts_in(panel.body)]
    assert [text.plain for text in texts if text.plain.startswith("称号")] == [
        f"称号{n}号" for n in range(count)
    ]
    assert min(text.size for text in texts) >= sheet.text_size
    assert count == 30 or (len(view.panels) > 1) is (count == 300)


def test_a_portrait_stands_in_the_ring_and_is_named_for_the_printer() -> None:
    view, _ = lay_out(board(2, photos=1), frame())
    assert view is not None
    parts = [part for column in view.panels[0].body.columns for part in column.parts]
    (row,) = (part for part in parts if isinstance(part, PeopleView))
    assert [(person.portrait.href, person.portrait.ring.plain) for person in row.people] == [
        ("a/photos/0.jpg", "示例"),
        ("", "示例"),
    ]
    assert view.photos == ("a/photos/0.jpg",)


def test_a_person_who_has_no_room_is_named() -> None:
    view, (problem,) = lay_out(DocumentBoard((Faces((Face("示例甲", "很长的称号" * 2000),)),)), frame())
    assert view is None
    assert problem.code == "E-BOARD-FIT"
    assert "示例甲" in problem.message.zh
