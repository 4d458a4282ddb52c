"""What a page shows of one organization: its posts a line each, vacancies said plainly, its facts, its node.

    Roster of one place and day ─▶ entries (page), nodes (chart by level)

Former members and those still to come are left out before anything is drawn; names stand as they arrive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from noticeboard.kinds.organization.count import (
    Holding,
    Seat,
    is_ending,
    local_id,
    numbers_by_id,
    running_today,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality, SourceLine
from noticeboard.page import relative
from noticeboard.values.period import Period

CHART_LEVELS = 4
"""As many levels as stand side by side; deeper ones stand with the fourth."""
ALSO = Words("兼{organization}{post}", "also {post}, {organization}")
ALSO_MEMBER = Words("兼任于{organization}", "also in {organization}")
ALSO_HERE = Words("兼{post}", "also {post}")
ENDING = Words("任期至{date}", "term ends {date}")
SEATS = Words("{n}人", "{n} people")
VACANT = Words("{post}空缺", "{post} vacant")
VACANT_SEATS = Words("{post}空缺{n}人", "{post}: {n} vacant")
LEAD = Words("{post}：{name}", "{post}: {name}")
ONE, PEOPLE = Words("共{n}人", "{n} person"), Words("共{n}人", "{n} people")
MEMBERS = Words("成员", "Members")
CATEGORY = Words("{name}{n}人", "{name}: {n}")
COMMA = Words("，", ", ")
LIST = Words("、", ", ")
SEMICOLON = Words("；", "; ")
FOUNDED = Words("成立", "Founded")
TERM = Words("届期", "Term")
ENDS_WHEN = Words("存续条件", "Exists until")
RULES = Words("议事规则", "Rules of procedure")
COMPOSITION = Words("人员构成", "Composition")


class PostLine(NamedTuple):
    """One line: a post and who holds it; an empty name is a vacancy."""

    post: str
    name: str
    also: str = ""
    answers_for: str = ""
    phone: str = ""
    note: str = ""


class Above(NamedTuple):
    """The organization above, with a link to it."""

    name: str
    href: str


class Entry(NamedTuple):
    """One organization as the page shows it."""

    id: str
    type: str
    sub_kind: str
    name: str
    level: str
    facts: tuple[tuple[str, str], ...]
    above: Above | None
    posts: tuple[PostLine, ...]
    members_title: str
    members: tuple[tuple[str, str], ...]
    """Name and note of each member without a post or duty of its own."""
    texts: tuple[str, ...]
    """Markdown."""
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]


class Node(NamedTuple):
    """One organization in the chart by level."""

    type: str
    name: str
    href: str
    level: str
    note: str
    vacant: str
    children: tuple[Node, ...]


class Roster:
    """The organizations of a place that are running on the day, with who holds what in each."""

    def __init__(self, locality: Locality) -> None:
        self.locality = locality
        self.organizations, self.held, self.seats = locality.once(running_today)

    @cached_property
    def above(self) -> tuple[int | None, ...]:
        """For each organization the number of the one above it, if that is here as well."""
        known, path = numbers_by_id(self.organizations), self.locality.records.path
        return tuple(
            known.get(local_id(each.parent, path)) if each.parent else None for each in self.organizations
        )

    def anchor(self, number: int) -> str:
        """The id of an organization on a page; one that has none gets one that no record can have."""
        return self.organizations[number].id or f"-organization-{number + 1}"

    def entry(self, number: int, page_url: str) -> Entry:
        """One organization as it stands on the page at `page_url`."""
        each, locality = self.organizations[number], self.locality
        plain = [h for seat in self.seats[number] for h in seat.holdings if _is_plain(h)]
        return Entry(
            id=self.anchor(number),
            type=each.type.value,
            sub_kind=each.sub_kind,
            name=each.name,
            level=each.level,
            facts=tuple(self._facts(number)),
            above=self._above(number, page_url),
            posts=tuple(self._lines(number)),
            members_title=locality.words(MEMBERS),
            members=tuple((h.member.name, self._member_note(h)) for h in plain),
            texts=tuple(text for text in (each.duties, each.body) if text),
            notes=(each.note,) if each.note else (),
            sources=locality.cited(each, page_url),
        )

    def vacancies(self, number: int) -> str:
        """The posts that nobody holds, in words; `""` if all are held."""
        return self.locality.words(COMMA).join(
            self.locality.words(VACANT if seat.vacant == 1 else VACANT_SEATS).format(
                post=seat.post.name, n=seat.vacant
            )
            for seat in self.seats[number]
            if seat.vacant
        )

    def chart(self, page_url: str, list_url: str) -> tuple[Node, ...]:
        """The organizations by level; each links to its entry on the page at `list_url`."""
        links = [relative(page_url, f"{list_url}#{self.anchor(n)}") for n in range(len(self.organizations))]
        return tuple(
            node
            for number, above in enumerate(self.above)
            if above is None
            for node in self._nodes(number, links, 1)
        )

    def _nodes(self, number: int, links: list[str], depth: int) -> Iterator[Node]:
        each = self.organizations[number]
        below = [
            node
            for child, above in enumerate(self.above)
            if above == number
            for node in self._nodes(child, links, depth + 1)
        ]
        children = tuple(below) if depth < CHART_LEVELS else ()
        yield Node(
            each.type.value,
            each.name,
            links[number],
            each.level,
            self._node_note(number),
            self.vacancies(number),
            children,
        )
        if depth >= CHART_LEVELS:
            yield from below

    def _node_note(self, number: int) -> str:
        lead = next((h for seat in self.seats[number][:1] for h in seat.holdings if h.post), None)
        words = self.locality.words
        parts = [words(LEAD).format(post=lead.post, name=lead.member.name)] if lead else []
        persons = len({h.person for h in self.held if h.organization == number})
        if persons > 1 or (persons and not lead):
            parts.append(words(PEOPLE if persons > 1 else ONE).format(n=persons))
        return words(COMMA).join(parts)

    def _facts(self, number: int) -> Iterator[tuple[str, str]]:
        each, words, language = self.organizations[number], self.locality.words, self.locality.language
        values = (
            (FOUNDED, each.founded.text(language) if each.founded else ""),
            (TERM, self._term(number)),
            (ENDS_WHEN, each.ends_when),
            (RULES, each.rules),
            (COMPOSITION, each.composition or self._categories(number)),
        )
        yield from ((words(label), value) for label, value in values if value)

    def _term(self, number: int) -> str:
        """The term of office, if all members have one and the same."""
        own = [h.member for h in self.held if h.organization == number and not h.implied]
        terms = {(member.from_, member.to) for member in own}
        if len(terms) != 1:
            return ""
        start, end = terms.pop()
        return Period(start, end).text(self.locality.language) if end else ""

    def _categories(self, number: int) -> str:
        own = [h.member.category for h in self.held if h.organization == number and not h.implied]
        counted = Counter(category for category in own if category)
        words = self.locality.words
        return words(LIST).join(words(CATEGORY).format(name=name, n=n) for name, n in counted.items())

    def _above(self, number: int, page_url: str) -> Above | None:
        each = self.organizations[number]
        target = self.locality.target(each.parent) if each.parent else None
        if target is None:
            return None
        here = self.above[number]
        if here is not None:
            return Above(target.title, "#" + self.anchor(here))
        return Above(target.title, relative(page_url, target.url))

    def _lines(self, number: int) -> Iterator[PostLine]:
        words = self.locality.words
        for seat in self.seats[number]:
            yield from (self._line(seat, holding) for holding in seat.holdings if not _is_plain(holding))
            if seat.vacant:
                note = words(SEATS).format(n=seat.vacant) if seat.vacant > 1 else ""
                post = seat.post
                yield PostLine(post.name, "", "", post.answers_for, post.office_phone, note)

    def _line(self, seat: Seat, holding: Holding) -> PostLine:
        own = None if holding.implied else holding.member
        return PostLine(
            post=seat.post.name or self.locality.words(MEMBERS),
            name=holding.member.name,
            also=self._also(holding),
            answers_for=(own.answers_for if own else "") or seat.post.answers_for,
            phone=(own.office_phone if own else "") or seat.post.office_phone,
            note=self._ending(holding),
        )

    def _member_note(self, holding: Holding) -> str:
        parts = (holding.member.category, self._also(holding), self._ending(holding))
        return self.locality.words(SEMICOLON).join(part for part in parts if part)

    def _ending(self, holding: Holding) -> str:
        end = holding.member.to
        if end is None or not is_ending(holding.member, self.locality.today):
            return ""
        return self.locality.words(ENDING).format(date=end.text(self.locality.language))

    def _also(self, holding: Holding) -> str:
        """The other posts of the same person, here and in organizations of other places."""
        same = self._by_person[holding.person]
        if len(same) == 1 and not holding.member.also:
            return ""
        words = self.locality.words
        others = [h for h in same if h is not holding]
        parts = [
            words(ALSO_HERE).format(post=h.post)
            if h.organization == holding.organization
            else self._elsewhere(self.organizations[h.organization].name, h.post)
            for h in others
            if h.post or h.organization != holding.organization
        ]
        known, path = numbers_by_id(self.organizations), self.locality.records.path
        for h in (holding, *others):
            for other in h.member.also:
                target = self.locality.target(other.organization)
                if target is not None and local_id(other.organization, path) not in known:
                    parts.append(self._elsewhere(target.title, other.post))
        return words(SEMICOLON).join(dict.fromkeys(parts))

    @cached_property
    def _by_person(self) -> dict[int, list[Holding]]:
        found: dict[int, list[Holding]] = {}
        for holding in self.held:
            found.setdefault(holding.person, []).append(holding)
        return found

    def _elsewhere(self, organization: str, post: str) -> str:
        return self.locality.words(ALSO if post else ALSO_MEMBER).format(organization=organization, post=post)


def _is_plain(holding: Holding) -> bool:
    """Whether a member has no post and nothing to answer for, and so stands in the grid of names."""
    member = holding.member
    return not holding.post and (holding.implied or not (member.answers_for or member.office_phone))
