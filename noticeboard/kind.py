"""What a kind of record is, and what it makes of a place.

    Locality ─▶ pages, panels, key figures, copies

A kind is one file or folder in `kinds/` that ends in a `KIND` declaration. It never reads files, never asks
the clock and never sees a private value: the records it plans with have gone through `checking.redaction`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, KeyPath, Origin
from noticeboard.document import Section
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.later import is_loaded
from noticeboard.locality import Locality, Records
from noticeboard.page import Copy, Page
from noticeboard.records import Record
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class KeyFigure:
    """One of the large figures at the head of a place: at most four are shown, lowest `order` first."""

    order: int
    label: str
    value: str
    unit: str
    base: str
    as_of: str
    href: str
    note: str = ""
    """Whether it is derived or reported, in a word."""
    exact: str = ""


@dataclass(frozen=True)
class Panel:
    """A part of a place's page: LOOK.md fixes the order; the template sees its own view only."""

    order: int
    template: str
    view: Any


@dataclass(frozen=True)
class Mention:
    """A reference written in a record: the text, where it stands, and the kinds that it may lead to."""

    reference: str
    path: KeyPath
    kinds: tuple[str, ...]


SOON = timedelta(days=30)
"""So long before its day it is told that something runs out."""


class Due(NamedTuple):
    """Something that runs out, or must be done again, by the last day of `when`."""

    what: Words
    when: PartialDate
    origin: Origin
    ahead: timedelta = SOON
    """How long before that day it is told."""
    counts_days: bool = False
    """Whether pages say for how many days it is overdue, and so change every day."""
    is_noted: bool = False
    """Whether it is told as a note, since a rule of the site makes many of them and none must stop a strict build."""


def _none(*_: object) -> tuple[()]:
    return ()


def _as_it_is(record: Any, settings: Settings) -> tuple[Any, tuple[Diagnostic, ...]]:
    return record, ()


def _always(record: Any, day: date) -> Any:
    return record


def _not_told(record: Any, day: date) -> bool | None:
    return None


@dataclass(frozen=True)
class Kind(Generic[R]):
    """The declaration of one kind of record."""

    name: str
    """`task`: in references, in `new task`."""
    folder: str
    """`tasks`: the list file `tasks.yml`, the folder `tasks/`, the page `…/tasks/`."""
    words: Words
    """The name of one record of this kind; the Chinese is also the Chinese name of its file and folder."""
    record: type[R]
    title: Callable[[R], str]
    has_page: bool = False
    """Whether each record has a page (or an anchor that others link to) and so needs an id."""
    is_done: Callable[[R, date], bool | None] = _not_told
    """Whether what a record tells of is done on a day, for those that refer to it; None where it is not told."""
    shows_in_places: bool = False
    """Whether a record that names places below its own (`places`) is shown there too."""
    anchor: str = ""
    """For kinds without a page: the page of the place on which `#id` stands, `""` for the place's own."""
    anchor_prefix: str = ""
    """Before the id in that `#id`, for records that stand among panels with ids of their own."""
    settle: Callable[[R, Settings], tuple[R, tuple[Diagnostic, ...]]] = _as_it_is
    """The record with what follows from the settings of the site (the last of so many working days).

    Called once when a record has been read, before `check` and all else."""
    join: Callable[[tuple[R, ...], Records, Settings], tuple[R, ...]] | None = None
    """The records of a place with what follows from its other records: the consent of persons whom they name.

    Called with private records, before they are redacted; None for kinds whose records stand for themselves."""
    on_day: Callable[[R, date], R | None] = _always
    """The record as it stood on a day that is past, None if there was none: for boards of an earlier day."""
    check: Callable[[R], Iterable[Diagnostic]] = _none
    """What is wrong with one record by itself."""
    check_place: Callable[[Records], Iterable[Diagnostic]] = _none
    """What is wrong between the records of one place."""
    mentions: Callable[[R], Iterable[Mention]] = _none
    tally: Callable[[Records, date], Iterable[tuple[str, int]]] = _none
    """What the place's own records add to the counts."""
    dates: Callable[[R], Iterable[PartialDate]] = _none
    """The dates of what the record says has happened; the last that is not to come is its as-of date."""
    due: Callable[[Records, date], Iterable[Due]] = _none
    """What of the place's own records runs out or must be done again, for `check` and `list expiring`."""
    changes: Callable[[R, date], Iterable[date]] = _none
    """Days after today on which what is shown of the record changes by itself."""
    pages: Callable[[Locality], Iterable[Page]] = _none
    panels: Callable[[Locality], Iterable[Panel]] = _none
    key_figures: Callable[[Locality], Iterable[KeyFigure]] = _none
    statistics: Callable[[Locality], Iterable[Statistic]] = _none
    """What is counted of its records here and below, broken down, for the page and the poster of statistics."""
    adds: Callable[[Locality], Iterable[tuple[str, Section]]] = _none
    """Sections for pages of other kinds: the site path of the page, and what is added below its own.

    Only pages of the same place whose view has a field `more` show them."""
    copies: Callable[[Locality], Iterable[Copy]] = _none
    attached: Callable[[R], Iterable[str]] | None = None
    """The files that a record carries beside it (`content/a/notices/plan.docx`); None where none can be."""
    starter: Words = Words("", "")
    """The file that `new` writes."""

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of its list file, in both languages."""
        return tuple(f"{name}.yml" for name in self.folders)

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The names of its folder, in both languages."""
        return self.folder, self.words.zh

    def url(self, path: str, record: R) -> str:
        """The site path of a record of the place at `path`."""
        if self.has_page:
            return f"{path}/{self.folder}/{record.id}/"
        page = f"{path}/{self.anchor}/" if self.anchor else f"{path}/"
        return f"{page}#{self.anchor_prefix}{record.id}" if record.id else page


def by_record(kinds: Iterable[Kind[Any]]) -> dict[type[Record], Kind[Any]]:
    """The kinds of which there can be records in memory, by the type of these."""
    return {kind.record: kind for kind in kinds if is_loaded(kind)}


def kinds_in(records: Records, kinds: Iterable[Kind[Any]]) -> tuple[Kind[Any], ...]:
    """The kinds that a place has records of, in the order of `kinds`."""
    types = {record_type for record_type, group in records.by_type if group}
    return tuple(kind for kind in kinds if is_loaded(kind) and kind.record in types)


def kinds_of(locality: Locality, kinds: Iterable[Kind[Any]]) -> tuple[Kind[Any], ...]:
    """The kinds that have something to say at a place: recorded there, below it, or above it and shared with it."""
    names = locality.summary.kinds
    types = {record_type for record_type, group in locality.records.by_type if group}
    types.update(type(record) for record, _ in locality.shared)
    return tuple(kind for kind in kinds if kind.name in names or (is_loaded(kind) and kind.record in types))
