"""A place as its pages are planned: its own records, what the places below add up to, what it is told from above.

    Records (one place, public) + Summary of each child + Context from above ─▶ Locality

What crosses places is only `Summary` (upwards) and `Context` (downwards), so the unit of work stays the place.
These are values: nothing here reads files or asks the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from noticeboard.config import Settings
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words, html_language
from noticeboard.page import PHOTO_FOLDER, Frame, Ways, relative, ways_from
from noticeboard.records import Record
from noticeboard.summary import Summary

R = TypeVar("R", bound=Record)
Made = TypeVar("Made")


@dataclass(frozen=True)
class Records:
    """All records of one place."""

    path: str
    """Folder path below `content/` with `/` in front; the root is `""`."""
    place: Any
    """The place itself (`kinds.place.Place`)."""
    by_type: tuple[tuple[type[Record], tuple[Record, ...]], ...] = ()
    unread: bool = False
    """Whether a file of the place could not be read at all, so that ids may be missing here; never planned."""

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """The records of one kind, in the order of the files."""
        for known, records in self.by_type:
            if known is record_type:
                return records  # type: ignore[return-value]  # keyed by the type of its items
        return ()

    def all(self) -> Iterator[Record]:
        """Every record of the place, kind after kind."""
        for _, records in self.by_type:
            yield from records

    @property
    def url(self) -> str:
        """The site path of the place's page."""
        return self.path + "/"


class SourceLine(NamedTuple):
    """A source as a page names it."""

    title: str
    href: str
    publisher: str = ""
    date: str = ""


class Target(NamedTuple):
    """What a reference leads to: the title and the site path of a record."""

    kind: str
    id: str
    place: str
    title: str
    url: str
    done: bool | None = None
    """Whether what it tells of is done; None where its kind does not say, or the record does not."""


Targets = tuple[tuple[tuple[str, str], Target], ...]
"""Kind (the first that a reference may lead to) and reference as written, and what they lead to; sorted."""


@dataclass(frozen=True)
class Context:
    """What a place is told from above."""

    settings: Settings
    today: date
    issuer: str = ""
    phone: str = ""
    sample: bool = False
    ancestors: tuple[tuple[str, str], ...] = ()
    """Name and site path of every place above, the root first."""
    inherited_source: tuple[str, ...] = ()
    sources: tuple[tuple[str, Any], ...] = ()
    """Key and record (`kinds.source.Source`) of every source that the place cites."""
    targets: Targets = ()
    """What every reference written in the place leads to."""
    figures: tuple[tuple[str, Any], ...] = ()
    """Id and computed number (`kinds.figure.Computed`) of every figure of the place and of those it uses."""
    board_addresses: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.settings.words_in


@dataclass(frozen=True)
class Locality:
    """A place as its pages are planned from it."""

    records: Records
    shared: tuple[tuple[Record, str], ...]
    """Records of places above that name this place in `places`, each with the path of its own place."""
    summary: Summary
    context: Context

    @property
    def place(self) -> Any:
        """The place (`kinds.place.Place`)."""
        return self.records.place

    @property
    def today(self) -> date:
        """The day for which the site is built."""
        return self.context.today

    @cached_property
    def language(self) -> Language:
        """The language of the interface."""
        return self.context.language

    def once(self, make: Callable[[Locality], Made]) -> Made:
        """What `make` makes of this place, made at the first call only: a page and a panel draw on the same."""
        known = self._made
        if make not in known:
            known[make] = make(self)
        made: Made = known[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Locality], Any], Any]:
        return {}

    def url(self, *parts: str) -> str:
        """The site path of a folder below the place: `url("tasks", "gas")` is `…/tasks/gas/`."""
        return "/".join((self.records.path, *parts)) + "/"

    def shared_of(self, record_type: type[R]) -> tuple[tuple[R, str], ...]:
        """The records of one kind of places above that concern this place, with the path of their place."""
        if not self.shared:
            return ()
        return tuple((record, path) for record, path in self.shared if isinstance(record, record_type))

    def words(self, words: Words) -> str:
        """A text in the language of the interface."""
        return words.to(self.language)

    def target(self, reference: str, kind: str = "organization") -> Target | None:
        """What a reference to a record of `kind` leads to."""
        return self._targets.get((kind, reference))

    @cached_property
    def _targets(self) -> dict[tuple[str, str], Target]:
        return dict(self.context.targets)

    @cached_property
    def _sources(self) -> dict[str, Any]:
        return dict(self.context.sources)

    def cited(self, record: Record, page_url: str) -> tuple[SourceLine, ...]:
        """The sources of a record, its own or else those of its place and the places above it."""
        keys = record.source or self.place.source or self.context.inherited_source
        if not keys:
            return ()
        known = [(key, self._sources[key]) for key in keys if key in self._sources]
        return tuple(
            SourceLine(
                title=source.title,
                publisher=source.publisher,
                date=source.date.text(self.language) if source.date else "",
                href=relative(page_url, f"/sources/#{key}"),
            )
            for key, source in known
        )

    def as_of(self, kind: str) -> str:
        """The last day that the records of one kind speak of, here and below, as a large figure says it."""
        found = self.summary.latest(kind)
        return found.text(self.language) if found else ""

    def frame(self, page_url: str, title: str, *, between: tuple[tuple[str, str], ...] = ()) -> Frame:
        """The frame of a page of this place; `between` are pages between the place and that page."""
        site, ways = self.once(_site_of), self._ways(page_url, between)
        return Frame(
            lang=site.lang,
            page_title=title,
            site_title=site.title,
            site_url=ways.site_url,
            root=ways.root,
            photos=ways.photos,
            crumbs=ways.crumbs,
            current=title,
            sample=self.context.sample,
            issuer=self.context.issuer,
            phones=site.phones,
            as_of=site.as_of,
            version="",
            print_address=site.base_url + page_url.lstrip("/") if site.base_url else "",
        )

    def _ways(self, page_url: str, between: tuple[tuple[str, str], ...]) -> Ways:
        """The links of the frame; pages that stand in one folder of the place have the same."""
        own = self.records.url
        if not page_url.startswith(own) or page_url == own or not page_url.endswith("/"):
            return self._ways_from(page_url, between)
        folder = page_url[: page_url.rindex("/", 0, -1)]
        known = self._ways_by_folder.get((folder, between))
        if known is None:
            known = self._ways_by_folder[folder, between] = self._ways_from(page_url, between)
        return known

    def _ways_from(self, page_url: str, between: tuple[tuple[str, str], ...]) -> Ways:
        above = (*self.context.ancestors, (self.place.name, self.records.url), *between)
        return ways_from(page_url, above, f"{self.records.path}/{PHOTO_FOLDER}/")

    @cached_property
    def _ways_by_folder(self) -> dict[tuple[str, tuple[tuple[str, str], ...]], Ways]:
        return {}


class _Site(NamedTuple):
    """What the frames of all pages of a place say alike."""

    lang: str
    title: str
    base_url: str
    phones: tuple[tuple[str, str], ...]
    as_of: str


PHONE = Words("监督电话", "Supervision phone")


def _site_of(locality: Locality) -> _Site:
    context, language = locality.context, locality.language
    as_of = locality.summary.as_of
    return _Site(
        lang=html_language(language),
        title=context.settings.title,
        base_url=context.settings.base_url,
        phones=((PHONE.to(language), context.phone),) if context.phone else (),
        as_of=as_of.text(language) if as_of else "",
    )
