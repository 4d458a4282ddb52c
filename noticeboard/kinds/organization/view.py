"""The organizations of a place: their page, the panel and the large figure on the place's page.

    Roster of the place ─▶ groups by type, chart by level ─▶ page and panel
    counts of the summary ─▶ key figure, rows by child place

Totals come from the summary and include the places below; entries are of the place itself. Numbers are never
drawn without a link to the rows that make them. A place with at most two organizations, none of them with an
id or with members, has the panel only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.organization.count import is_past, is_running
from noticeboard.kinds.organization.entry import Entry, Node, Roster
from noticeboard.kinds.organization.record import Organization, OrganizationType
from noticeboard.kinds.place import Level
from noticeboard.kinds.rollup import PlaceTable, place_table
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.values.period import Period

FOLDER = "organizations"
ORDER = 40
KEY_ORDER = 20
PANEL_ONLY = 2
"""Up to so many organizations without id and members are shown in the panel, without a page."""
PANEL_NODES = 12
"""Up to so many organizations the panel draws the chart, beyond it the counts by type."""
KEYS = ("organizations", *(f"organizations.{each.value}" for each in OrganizationType))

TITLE = Words("组织", "Organizations")
PAGE_TITLE = Words("{place}的组织", "Organizations of {place}")
UNIT = Words("个", "")
TYPES = {
    OrganizationType.PARTY: Words("党组织", "Party"),
    OrganizationType.SELF_GOVERNING: Words("自治组织", "Self-governing"),
    OrganizationType.VOLUNTEER: Words("志愿服务组织", "Volunteer"),
}
COLUMNS = (
    Words("党组织", "Party"),
    Words("自治组织", "Self-governing"),
    Words("志愿服务", "Volunteer"),
)
"""The types as headings of a table, short enough for a phone."""
BASE = Words("{type}{n}", "{type} {n}")
MISSING = Words("尚未登记{types}", "not on record: {types}")
"""Not 没有: where a source is silent, nothing is known."""
MISSING_LIST = Words("、", ", ")
OTHERS = Words("其他组织", "Other organizations")
ENDED = Words("已撤销（{period}）", "ended ({period})")
NOT_YET = Words("尚未成立（{period}）", "not yet founded ({period})")
SHARED = Words("涉及这里的组织", "Organizations that concern this place")
BY_PLACE = Words("各地组织数", "Organizations by place")


@dataclass(frozen=True)
class TypeGroup:
    """The organizations of one type."""

    id: str
    type: str
    title: str
    count: int
    href: str
    entries: tuple[Entry, ...]


class OrganizationRow(NamedTuple):
    """An organization in a list: one that exists no more or not yet, or that stands elsewhere."""

    id: str
    name: str
    href: str
    note: str


@dataclass(frozen=True)
class OrganizationsView:
    """The page of all organizations of a place."""

    frame: Frame
    nodes: tuple[Node, ...]
    missing: str
    groups: tuple[TypeGroup, ...]
    others_title: str
    others: tuple[OrganizationRow, ...]


@dataclass(frozen=True)
class OrganizationsPanel:
    """The panel of organizations on the page of a place."""

    title: str
    all: tuple[int, str] | None
    nodes: tuple[Node, ...]
    entries: tuple[Entry, ...]
    groups: tuple[TypeGroup, ...]
    missing: str
    shared_title: str
    shared: tuple[OrganizationRow, ...]
    places: PlaceTable | None
    others_title: str
    others: tuple[OrganizationRow, ...]


def has_page(locality: Locality) -> bool:
    """Whether the place has a page of its organizations."""
    every = locality.records.of(Organization)
    return len(every) > PANEL_ONLY or any(each.id or each.members for each in every)


def pages(locality: Locality) -> Iterator[Page]:
    """The page of the place's organizations, if there is more than a panel holds."""
    if not has_page(locality):
        return
    url = locality.url(FOLDER)
    roster = Roster(locality)
    title = locality.words(PAGE_TITLE).format(place=locality.place.name)
    view = OrganizationsView(
        frame=locality.frame(url, title),
        nodes=roster.chart(url, url) if len(roster.organizations) > 1 else (),
        missing=_missing(locality, roster),
        groups=_groups(roster, url),
        others_title=locality.words(OTHERS),
        others=_others(roster, url),
    )
    yield Page(url, "organizations.html", view, origin=locality.records.of(Organization)[0].origin)


def panels(locality: Locality) -> Iterator[Panel]:
    """The panel of a place that has organizations, itself or below it, or is a concern of one above."""
    roster, page_url = Roster(locality), locality.records.url
    count, paged = len(roster.organizations), has_page(locality)
    list_url = locality.url(FOLDER)
    shared, places = _shared(locality), _places(locality, count)
    others = () if paged and count else _others(roster, page_url)
    if not (count or paged or shared or places or others):
        return
    short = paged and count <= PANEL_NODES
    yield Panel(
        ORDER,
        "panels/organizations.html",
        OrganizationsPanel(
            title=locality.words(TITLE),
            all=(count, relative(page_url, list_url)) if paged and count else None,
            nodes=roster.chart(page_url, list_url) if short else (),
            entries=() if paged else tuple(roster.entry(number, page_url) for number in range(count)),
            groups=_without_entries(_groups(roster, page_url, list_url)) if paged and not short else (),
            missing=_missing(locality, roster),
            shared_title=locality.words(SHARED),
            shared=shared,
            places=places,
            others_title=locality.words(OTHERS),
            others=others,
        ),
    )


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """How many organizations there are, here and below, by type."""
    summary = locality.summary
    count = summary.count("organizations")
    if not count:
        return
    parts = (
        locality.words(BASE).format(type=locality.words(words), n=number)
        for each, words in TYPES.items()
        if (number := summary.count(f"organizations.{each.value}"))
    )
    only_page = has_page(locality) and not summary.children
    yield KeyFigure(
        order=KEY_ORDER,
        label=locality.words(TITLE),
        value=str(count),
        unit=locality.words(UNIT),
        base=" · ".join(parts),
        as_of=locality.as_of("organization"),
        href=relative(locality.records.url, locality.url(FOLDER)) if only_page else f"#{FOLDER}",
    )


def _groups(roster: Roster, page_url: str, list_url: str = "") -> tuple[TypeGroup, ...]:
    locality = roster.locality
    groups = []
    for each in OrganizationType:
        numbers = [n for n, one in enumerate(roster.organizations) if one.type is each]
        if numbers:
            entries = tuple(roster.entry(number, page_url) for number in numbers)
            anchor = f"-{each.value}"
            href = relative(page_url, f"{list_url or page_url}#{anchor}")
            title = each.words.to(locality.language)
            groups.append(TypeGroup(anchor, each.value, title, len(numbers), href, entries))
    return tuple(groups)


def _without_entries(groups: tuple[TypeGroup, ...]) -> tuple[TypeGroup, ...]:
    return tuple(replace(group, entries=()) for group in groups)


def _missing(locality: Locality, roster: Roster) -> str:
    """In a compound with organizations, which of the three types it lacks; `""` otherwise."""
    if locality.place.kind is not Level.COMPOUND or not roster.organizations:
        return ""
    present = {each.type for each in roster.organizations}
    present |= {record.type for record, _ in locality.shared_of(Organization)}
    lacking = [each.words.to(locality.language) for each in OrganizationType if each not in present]
    return locality.words(MISSING).format(types=locality.words(MISSING_LIST).join(lacking)) if lacking else ""


def _others(roster: Roster, page_url: str) -> tuple[OrganizationRow, ...]:
    """The organizations that have ended or are still to be founded, with links from another page."""
    locality = roster.locality
    url = locality.url(FOLDER)
    return tuple(
        OrganizationRow(
            each.id,
            each.name,
            "" if page_url == url or not has_page(locality) else relative(page_url, url),
            locality.words(ENDED if is_past(each.ended, locality.today) else NOT_YET).format(
                period=Period(each.founded, each.ended).text(locality.language)
            ),
        )
        for each in locality.records.of(Organization)
        if not is_running(each, locality.today)
    )


def _shared(locality: Locality) -> tuple[OrganizationRow, ...]:
    page_url, language = locality.records.url, locality.language
    return tuple(
        OrganizationRow(
            "",
            each.name,
            relative(page_url, f"{path}/{FOLDER}/#{each.id}" if each.id else f"{path}/#{FOLDER}"),
            each.type.words.to(language),
        )
        for each, path in locality.shared_of(Organization)
        if is_running(each, locality.today)
    )


def _places(locality: Locality, own: int) -> PlaceTable | None:
    """The counts of the child places by type, and the place's own."""
    own_href = relative(locality.records.url, locality.url(FOLDER)) if has_page(locality) else ""
    columns = tuple(zip(KEYS, (TITLE, *COLUMNS), strict=True))
    return place_table(locality, BY_PLACE, columns, FOLDER, own_href if own else None, hide_empty=True)
