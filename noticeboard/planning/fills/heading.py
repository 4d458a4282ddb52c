"""What the heads of boards share: the date of what is shown, and how a title begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from noticeboard.kind import Kind
from noticeboard.locality import Locality
from noticeboard.planning.summary import dates_of
from noticeboard.records import Record
from noticeboard.values.partial_date import PartialDate, latest

R = TypeVar("R", bound=Record)


def date_of(locality: Locality, kind: Kind[R], shown: Iterable[R]) -> PartialDate | None:
    """The date of a board: the last day spoken of by the records that it shows, or else by the whole place."""
    return latest(dates_of(kind, shown, locality.place), by=locality.today) or locality.summary.as_of


def capital(text: str) -> str:
    """`text` as it stands at the head of a board or of a line."""
    return text[:1].upper() + text[1:]
