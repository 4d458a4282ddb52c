"""How it stands with an item of a place on a day: published, due, overdue, not applicable.

    Entry (events, postings) + today ─ status_of ▶ Status

What comes round is held against its deadlines since it holds, looking back three years at most; what follows events
against each of them. Published means: in time or late, but nothing is missing today, on every channel asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from noticeboard.duty import Medium
from noticeboard.kinds.catalogue.due import deadlines, fulfilments
from noticeboard.kinds.catalogue.record import Entry, Event, Posting
from noticeboard.locality import Records

LOOK_BACK, LOOK_AHEAD = timedelta(days=3 * 366), timedelta(days=800)
"""The deadlines of three years past are looked at, and of more than two to come: so there are two of any rhythm."""
SOON = timedelta(days=30)
"""How far ahead what is due is listed."""


class State(StrEnum):
    """Where an item stands."""

    OVERDUE = "overdue"
    UNDATED = "undated"
    """Something has happened and is not published, and no number of days is set."""
    PARTLY = "partly"
    """Published, but not on every channel that is asked for."""
    DUE = "due"
    """Nothing had to be published so far."""
    PUBLISHED = "published"
    WAITING = "waiting"
    """Nothing has happened that would have to be published."""
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_open(self) -> bool:
        """Whether something had to be published and is not, or not everywhere."""
        return self in (State.OVERDUE, State.UNDATED, State.PARTLY)

    @property
    def is_expected(self) -> bool:
        """Whether something had to be published by today: the base of the coverage."""
        return self.is_open or self is State.PUBLISHED


class Status(NamedTuple):
    """An item on a day; `due` is the first deadline missed, else the next."""

    item: Entry
    state: State
    due: date | None = None
    posted: date | None = None
    """When it was last published."""
    late: int = 0
    """How many days late that was."""
    missed: int = 0
    """How many deadlines have passed since."""
    missing: tuple[Medium, ...] = ()
    """Channels that are asked for and were not used."""
    what: str = ""
    """The event that is to be published."""

    def is_soon(self, today: date) -> bool:
        """Whether it must be published by a day in the next thirty, or should have been, on some channel at least."""
        return self.state.is_open or self.is_near(today)

    def is_near(self, today: date) -> bool:
        """Whether a deadline has been missed or is in the next thirty days, so that days are counted."""
        return self.due is not None and self.due <= today + SOON


def statuses_of(records: Records, today: date) -> tuple[Status, ...]:
    """Every item of a place on a day, in the order of the catalogue."""
    return tuple(status_of(entry, today) for entry in records.of(Entry) if entry.is_item)


def status_of(item: Entry, today: date) -> Status:
    """How it stands with an item on a day."""
    if item.not_applicable:
        return Status(item, State.NOT_APPLICABLE)
    postings = _posted_by(item, today)
    if item.comes_round:
        return _in_rhythm(item, postings, today)
    return _after_events(item, [event for event in item.happened if event.day <= today], postings, today)


def _posted_by(item: Entry, today: date) -> list[Posting]:
    """What had been posted by today, the first before the later; a vague day counts as its last."""
    found = (each._replace(day=min(each.day, today)) for each in item.postings if each.first <= today)
    return sorted(found, key=lambda posting: posting.day)


def _in_rhythm(item: Entry, postings: Sequence[Posting], today: date) -> Status:
    first = max(item.since or date.min, today - LOOK_BACK)
    due = deadlines(item, first, today + LOOK_AHEAD)
    found = fulfilments(due, [posting for posting in postings if posting.day >= first], item.where)
    last = max((index for index, known in enumerate(found) if known), default=-1)
    missed = [day for day in due[last + 1 :] if day < today]
    following = next((day for day in due[last + 1 :] if day >= today), None)
    if last < 0:
        state = State.OVERDUE if missed else State.DUE
        return Status(item, state, missed[0] if missed else following, missed=len(missed))
    posted = found[last][0].day
    late = max(0, (posted - due[last]).days)
    if missed:
        return Status(item, State.OVERDUE, missed[0], posted, late, len(missed))
    missing = _missing(item, found[last])
    state = State.PARTLY if missing else State.PUBLISHED
    return Status(item, state, following, posted, late, missing=missing)


def _missing(item: Entry, postings: Iterable[Posting]) -> tuple[Medium, ...]:
    used = frozenset(medium for posting in postings for medium in posting.where)
    return tuple(medium for medium in item.where if medium not in used)


def _after_events(item: Entry, events: Sequence[Event], postings: Sequence[Posting], today: date) -> Status:
    """The worst of the events that are not published; all of them published, the last."""
    if not events:
        return Status(item, State.WAITING)
    left, found = list(postings), []
    for event in events:
        posting = next((each for each in left if _tells_of(each, event)), None)
        if posting is not None and posting.of != event.of:
            left.remove(posting)
        found.append((event, posting))
    rest = [event for event, posting in found if posting is None]
    if not rest:
        return _published(item, found[-1], postings)
    days = [event.due for event in rest if event.due is not None]
    overdue = sum(due < today for due in days)
    state = State.OVERDUE if overdue else State.DUE if days else State.UNDATED
    due = min(days, default=None)
    what = next(event.what for event in rest if event.due == due)
    return Status(item, state, due, missed=overdue, what=what)


def _tells_of(posting: Posting, event: Event) -> bool:
    """Whether a posting is of the event itself, or of no record of its kind and on its day or later."""
    if event.of is not None and posting.of == event.of:
        return True
    is_of_another = event.of is not None and posting.of is not None and posting.of[0] == event.of[0]
    return not is_of_another and posting.day >= event.day


def _published(item: Entry, last: tuple[Event, Posting | None], postings: Sequence[Posting]) -> Status:
    event, posting = last
    assert posting is not None
    late = max(0, (posting.day - event.due).days) if event.due else 0
    same = (each for each in postings if each == posting or (event.of is not None and each.of == event.of))
    missing = _missing(item, same)
    state = State.PARTLY if missing else State.PUBLISHED
    return Status(item, state, None, posting.day, late, missing=missing, what=event.what)


def coverage(statuses: Iterable[Status]) -> tuple[int, int]:
    """How many items are published, of how many that had to be by today."""
    expected = [status.state for status in statuses if status.state.is_expected]
    return expected.count(State.PUBLISHED), len(expected)


def changes(item: Entry, today: date) -> Iterator[date]:
    """The days on which it reads otherwise: tomorrow while days are counted, else when it comes near or happens."""
    if not item.is_item or item.not_applicable:
        return
    status = status_of(item, today)
    if status.is_near(today):
        yield today + timedelta(days=1)
    elif status.due is not None:
        yield status.due - SOON
    yield from (event.day for event in item.happened if event.day > today)
