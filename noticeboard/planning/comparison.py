"""The compounds of an area side by side, in the order of the place list and never by a rate: there is no ranking.

    the area's places with their counts ─ comparison_sections ▶ a table of rates, each with its base

One task more or less moves the rate of a compound with four by a quarter, so whoever ranks by it ranks by chance.
A rate of fewer than ten is therefore no percentage at all, only `3／4`; what is not on record says so; numbers that
a source hedges keep their hedge, and so does the rate made of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.document import Cell, Lines, Linked, Section, Table
from noticeboard.kinds.place import Level
from noticeboard.kinds.reconcile import SMALL_BASE
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.planning.area_places import AreaPlace, area_places
from noticeboard.planning.coverage import LIST, page_url
from noticeboard.planning.coverage_measures import COMPOUNDS, TYPES
from noticeboard.values.hedged_counts import hedged_sum
from noticeboard.values.quantity import Quantity
from noticeboard.values.ratio import ratio

SECTION = "comparison"
TITLE = Words("各楼院对照", "The compounds side by side")
TITLE_OF_PLACES = Words("各地对照", "The places side by side")
ORDER = Words(
    "按地点名录的顺序排，不排名：很多楼院的基数只有几件，多一件少一件，比率就差很多。"
    "基数不到{n}的只写件数，不算百分比；“—”表示没有记录。",
    "In the order of the place list and without a ranking: many compounds have a base of a few, where one more or "
    "less changes the rate a lot. A base under {n} has the numbers only and no percentage; — is not on record.",
)
COMPOUND, PLACE = Words("楼院", "Compound"), Words("地点", "Place")
HOUSEHOLDS = Words("户数", "Households")
TYPES_HEADING = Words("三类组织", "Of the three organizations")
ALL_TYPES = Words("三类组织都有的楼院", "Compounds with all three organizations")
DONE, SETTLED = Words("实事办结", "Tasks finished"), Words("意见办结", "Opinions settled")
DOORWAYS, VACANT = Words("楼门挂齐", "Doorways with full set"), Words("职务空缺", "Posts vacant")
UNSTATED = Words("{n}项未注明", "{n} not stated")
NO_RECORD = "—"
COLUMNS = (COMPOUND, HOUSEHOLDS, TYPES_HEADING, DONE, SETTLED, DOORWAYS, VACANT)
COLUMNS_OF_PLACES = (PLACE, HOUSEHOLDS, ALL_TYPES, DONE, SETTLED, DOORWAYS, VACANT)


def comparison_sections(locality: Locality) -> Iterator[Section]:
    """The compounds of an area, or the places as far as its page knows them, if there are two at least."""
    if locality.place.kind is Level.COMPOUND:
        return
    compared = [place for place in area_places(locality) if place.count(COMPOUNDS)]
    if len(compared) < 2:
        return
    words = locality.words
    is_of_compounds = all(place.is_compound for place in compared)
    title = words(TITLE if is_of_compounds else TITLE_OF_PLACES)
    headings = [words(each) for each in (COLUMNS if is_of_compounds else COLUMNS_OF_PLACES)]
    rows = [_row(locality, place) for place in compared]
    shown = [n for n in range(1, len(headings)) if any(row[n] for row in rows)]
    if not shown:
        return
    table = Table(
        title,
        ((headings[0], "text"), *((headings[n], "number") for n in shown)),
        tuple((row[0], *(row[n] or NO_RECORD for n in shown)) for row in rows),
    )
    yield Section(title, SECTION, (Lines((words(ORDER).format(n=SMALL_BASE),)), table))


def _row(locality: Locality, place: AreaPlace) -> tuple[Cell, ...]:
    """The cells of one place; empty where nothing is on record."""
    language, count = locality.language, place.count
    households = hedged_sum("households", count)
    return (
        Linked(place.summary.name, relative(page_url(locality), f"{place.summary.path}/")),
        households.text(language) if households else "",
        _types(locality, place),
        _tasks(locality, place),
        rate_text(hedged_sum("opinions.settled", count), hedged_sum("opinions.settled_of", count), language),
        rate_text(_whole(count("doorways.full")), _whole(count("doorways.recorded")), language),
        rate_text(_whole(count("posts.vacant")), _whole(count("posts.seats")), language),
    )


def _whole(number: int) -> Quantity:
    return Quantity(Decimal(number))


def rate_text(part: Quantity | None, whole: Quantity | None, language: Language) -> str:
    """`95.8%（138／144）`; `3／4` of a base under ten; empty without a base."""
    if whole is None or whole.value == 0:
        return ""
    part = part if part is not None else _whole(0)
    base = f"{part.text(language)}／{whole.text(language)}"
    if whole.value < SMALL_BASE:
        return base
    return (
        Words("{rate}（{base}）", "{rate} ({base})")
        .to(language)
        .format(rate=ratio(part, whole).text(language), base=base)
    )


def _types(locality: Locality, place: AreaPlace) -> str:
    """How many of the three types of organizations a compound has; of several compounds how many have all."""
    recorded = sum(map(place.count, TYPES))
    if place.is_compound:
        has = next((number for number, key in enumerate(TYPES) if place.count(key)), None)
        return "" if has is None else f"{has}／3"
    return rate_text(_whole(place.count(TYPES[3])), _whole(recorded), locality.language)


def _tasks(locality: Locality, place: AreaPlace) -> str:
    """Tasks finished of those whose progress is stated."""
    unstated = place.count("tasks.unstated")
    stated = place.count("tasks") - unstated
    text = rate_text(_whole(place.count("tasks.done")), _whole(stated), locality.language)
    said = locality.words(UNSTATED).format(n=unstated) if unstated else ""
    return locality.words(LIST).join(filter(None, (text, said)))
