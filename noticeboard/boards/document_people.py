"""People on a board of shared shapes: rows of equal cells, each the place of a portrait and texts beside it.

faces ─ people_rows ▶ rows with their heights, strips that are poured like all else
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document_blocks import Face
from noticeboard.boards.people import BESIDE, RING, PortraitView, portrait_of, set_name
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.frozen import dataclass

LEAST_EM = 11.0
"""A cell is at least so many characters of the size of names wide."""
READING = 1.45
"""Line height of what stands below a name."""


@dataclass(frozen=True)
class FaceView:
    """One person."""

    portrait: PortraitView
    name: SetText
    more: tuple[SetText, ...]
    height: float


@dataclass(frozen=True)
class PeopleView:
    """One row of people, `across` of whom have room side by side."""

    people: tuple[FaceView, ...]
    across: int
    pad: float
    shape: str = "people"


def face_view(face: Face, size: float, small: float, width: float) -> FaceView:
    """A person in a cell `width` mm wide, with a name of `size` mm and texts of `small` mm."""
    room = width - BESIDE * size
    name = set_name(face.name, size, room)
    more = (
        *((set_text(face.post, small, room, weight=700),) if face.post else ()),
        *(set_text(text, small, room, leading=READING) for text in face.more if text),
    )
    height = max(name.height + sum(text.height for text in more), RING * size)
    return FaceView(portrait_of(face.name, face.surname, face.portrait, size), name, more, height)


def people_rows(
    faces: tuple[Face, ...], across: int, size: float, small: float, width: float
) -> Iterator[tuple[FaceView, ...]]:
    """The people in rows of `across` cells."""
    for start in range(0, len(faces), across):
        yield tuple(face_view(face, size, small, width) for face in faces[start : start + across])
