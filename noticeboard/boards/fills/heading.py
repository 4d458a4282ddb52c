"""What boards share: the date of what is shown, how a title begins, where the photos of a place stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from noticeboard.kind import Kind
from noticeboard.locality import Locality
from noticeboard.page import PHOTO_FOLDER
from noticeboard.records import Record
from noticeboard.values.partial_date import PartialDate, latest

R = TypeVar("R", bound=Record)


def date_of(locality: Locality, kind: Kind[R], shown: Iterable[R]) -> PartialDate | None:
    """The date of a board: the last day spoken of by the records that it shows, or else by the whole place."""
    return latest(_dates_of(kind, shown, locality.place), by=locality.today) or locality.summary.as_of


def _dates_of(kind: Kind[R], shown: Iterable[R], place: Any) -> Iterator[PartialDate]:
    """Every date that the records speak of; that of their place (`Place.as_of`) holds for all."""
    if place.as_of is not None:
        yield place.as_of
    for record in shown:
        yield from kind.dates(record)


def photo_path(locality: Locality, file: str) -> str:
    """Where the site has a photo of the place, below its root; empty for no photo."""
    return f"{locality.records.path}/{PHOTO_FOLDER}/{file}".lstrip("/") if file else ""


def capital(text: str) -> str:
    """`text` as it stands at the head of a board or of a line."""
    return text[:1].upper() + text[1:]
