"""An item of the catalogue in a place: what must be published, and what is known of its publication.

A row with the id of an item of the site says that it does not apply here, or when its event happened; any other row
is an item of this place itself. `join` puts both together, with the events and the postings of the place.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated, NamedTuple

from noticeboard.diagnostics import Origin
from noticeboard.duty import Duty, Medium
from noticeboard.frozen import dataclass
from noticeboard.records import GIVEN, Day, Field, Record, Text, listed

Key = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One event of an item that is published when something happens."""

    when: Annotated[Day, Field("时间")]
    what: Annotated[Text, Field("内容")] = ""


class Posting(NamedTuple):
    """Something that was posted: its last possible day, where, of which record, its first possible day."""

    day: date
    where: frozenset[Medium] = frozenset()
    of: Key | None = None
    first: date = date.min


class Event(NamedTuple):
    """Something after which an item must be published: the record that it is, if any, and the last day for it."""

    day: date
    what: str
    of: Key | None = None
    due: date | None = None
    """None where no number of days is set, or the holidays of its year are not known."""
    origin: Origin = Origin()


@dataclass(frozen=True, kw_only=True)
class Entry(Record, Duty):
    """An item of this place, or what this place says of one of the site."""

    not_applicable: Annotated[Text, Field("不适用原因")] = ""
    events: Annotated[tuple[Happened, ...], listed, Field("发生")] = ()
    of_site: Annotated[bool, GIVEN] = field(default=False, repr=False)
    """Whether it stands in the settings; then a row of the place only adds to it."""
    site_source: Annotated[tuple[str, ...], GIVEN] = field(default=(), repr=False)
    """The sources that the settings name for it; they are checked once, with the settings."""
    happened: Annotated[tuple[Event, ...], GIVEN] = field(default=(), repr=False)
    """All its events, those of records among them and those to come, in the order of their days."""
    postings: Annotated[tuple[Posting, ...], GIVEN] = field(default=(), repr=False)
    """All postings that concern it, those to come among them."""

    @property
    def has_row(self) -> bool:
        """Whether a file of the place says something of it."""
        return self.origin.path[:1] != ("catalogue",)

    @property
    def is_item(self) -> bool:
        """Whether it says what must be published."""
        return bool(self.title or self.rhythm)

    @property
    def comes_round(self) -> bool:
        """Whether it is published in a rhythm, not when something happens."""
        return self.rhythm is not None and self.rhythm.months > 0
