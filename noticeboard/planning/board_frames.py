"""What stands around each board of a place: compound, issuer, date, phone, the short address.

Locality + BoardSubject + Sheet ─ frame_of ▶ BoardFrame ─ lay_out ▶ the board on that sheet
"""

from __future__ import annotations

from noticeboard.boards.address import board_id
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.locality import Locality


def issuer_of(locality: Locality, subject: BoardSubject) -> str:
    """Who issues a board."""
    return subject.issuer or locality.context.issuer


def lay_out(
    locality: Locality, subject: BoardSubject, sheet: Sheet, in_force_on: str = ""
) -> tuple[BoardView | None, list[Diagnostic]]:
    """A board on one sheet, or what is wrong with it."""
    return subject.lay_out(subject.content, frame_of(locality, subject, sheet, in_force_on))


def frame_of(locality: Locality, subject: BoardSubject, sheet: Sheet, in_force_on: str = "") -> BoardFrame:
    """What stands around a board."""
    context = locality.context
    own_id = board_id(locality.records.path, subject.key)
    return BoardFrame(
        sheet=sheet,
        title=subject.title,
        compound=locality.place.name,
        band=subject.band,
        issuer=issuer_of(locality, subject),
        date_text=date_text(locality, subject),
        supervision_phone=context.phone,
        address=f"{context.settings.base_url}b/{own_id}/" if context.settings.base_url else "",
        sample=context.sample,
        in_force_on=in_force_on,
        language=locality.language,
        origin=subject.origin if subject.origin.file else locality.place.origin,
        place=locality.place.origin,
    )


def date_text(locality: Locality, subject: BoardSubject) -> str:
    """The date of a board."""
    return subject.date.text(locality.language) if subject.date else ""
