"""The page of a place: what place, what is done, whom to call, then the panels in the order of LOOK.md.

Locality ─▶ key figures (four at most) + panels of every kind + places two levels down ─▶ Page
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Kind, Panel
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.source import Source
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality, SourceLine
from noticeboard.page import Frame, Page, relative
from noticeboard.statistic import FOLDER
from noticeboard.summary import Summary

MOST_KEY_FIGURES = 4
PLACES_ORDER = 25
"""The list of places stands after what is being posted now (20) and before the tasks (30)."""


class PlaceRow(NamedTuple):
    """A place in a list of places, with the places below it."""

    name: str
    href: str
    notes: tuple[str, ...]
    sample: bool
    children: tuple[PlaceRow, ...]


@dataclass(frozen=True)
class PlaceView:
    """All that the page of a place shows."""

    frame: Frame
    level: str
    facts: tuple[tuple[str, str], ...]
    key_figures: tuple[KeyFigure, ...]
    urgent: tuple[Panel, ...]
    """Panels that stand before the list of places: what is being posted now."""
    panels: tuple[Panel, ...]
    places_title: str
    places: tuple[PlaceRow, ...]
    body_title: str
    body: str
    note: str
    sources: tuple[SourceLine, ...]
    boards_href: str
    statistics_href: str
    sources_href: str
    """Of the home page: the list of all sources; empty elsewhere."""


FACTS = {
    "level": Words("类别", "Kind"),
    "management": Words("管理方式", "Managed by"),
    "built": Words("建成", "Built"),
    "buildings": Words("楼栋", "Buildings"),
    "households": Words("户数", "Households"),
    "area": Words("建筑面积", "Floor area"),
    "address": Words("地址", "Address"),
}
ABOUT = Words("基本情况", "About")
PLACES = {
    Level.SITE: Words("各地公示", "Places"),
    Level.CITY: Words("街道和社区", "Subdistricts and communities"),
    Level.DISTRICT: Words("街道和社区", "Subdistricts and communities"),
    Level.SUBDISTRICT: Words("社区和楼院", "Communities and compounds"),
    Level.COMMUNITY: Words("楼院", "Compounds"),
    Level.COMPOUND: Words("楼院", "Compounds"),
}
COUNTED = (
    ("places.compound", Words("楼院{n}个", "{n} compound{s}")),
    ("tasks", Words("民生实事{n}项", "{n} practical task{s}")),
    ("organizations", Words("组织{n}个", "{n} organization{s}")),
)


def place_page(
    locality: Locality,
    boards_url: str | None,
    kinds: tuple[Kind[Any], ...],
    *,
    has_statistics: bool = False,
) -> Page:
    """The page of the place; `boards_url` is its print centre, if there are boards."""
    place: Place = locality.place
    url = locality.records.url
    is_home = place.kind is Level.SITE
    figures = sorted((f for kind in kinds for f in kind.key_figures(locality)), key=lambda f: f.order)
    panels = sorted((p for kind in kinds for p in kind.panels(locality)), key=lambda p: p.order)
    view = PlaceView(
        frame=locality.frame(url, place.name),
        level="" if is_home else place.kind.words.to(locality.language),
        facts=() if is_home else tuple(_facts(locality, place)),
        key_figures=tuple(figures[:MOST_KEY_FIGURES]),
        urgent=tuple(panel for panel in panels if panel.order < PLACES_ORDER),
        panels=tuple(panel for panel in panels if panel.order >= PLACES_ORDER),
        places_title=locality.words(PLACES[place.kind]),
        places=tuple(place_row(child, url, locality) for child in locality.summary.children),
        body_title="" if is_home else locality.words(ABOUT),
        body=place.body,
        note=place.note,
        sources=locality.cited(place, url) if place.body or _has_facts(place) else (),
        boards_href=relative(url, boards_url) if boards_url else "",
        statistics_href=relative(url, locality.url(FOLDER)) if has_statistics else "",
        sources_href=relative(url, "/sources/") if is_home and locality.records.of(Source) else "",
    )
    return Page(url, "home.html" if is_home else "place.html", view, origin=place.origin)


def place_row(summary: Summary, page_url: str, locality: Locality) -> PlaceRow:
    """A place as a list shows it, with the places below it."""
    own = f"places.{summary.level}"
    notes = tuple(
        locality.words(words).format(n=summary.count(key), s=ending(summary.count(key)))
        for key, words in COUNTED
        if summary.count(key) and key != own
    )
    children = tuple(place_row(child, page_url, locality) for child in summary.children)
    return PlaceRow(summary.name, relative(page_url, summary.path + "/"), notes, summary.sample, children)


def _has_facts(place: Place) -> bool:
    return any((place.built, place.households, place.area, place.building_count, place.management))


def _facts(locality: Locality, place: Place) -> Iterator[tuple[str, str]]:
    language = locality.language
    zh = language == "zh"
    values = {
        "management": place.management.words.to(language) if place.management else "",
        "built": place.built.text(language) if place.built else "",
        "buildings": _buildings(place, zh=zh),
        "households": f"{place.households.text(language)}{'户' if zh else ''}" if place.households else "",
        "area": f"{place.area.text(language)}{'平方米' if zh else ' m²'}" if place.area else "",
        "address": place.address,
    }
    for key, value in values.items():
        if value:
            yield FACTS[key].to(language), value


def _buildings(place: Place, *, zh: bool) -> str:
    if place.building_count is not None:
        return place.building_count.text("zh" if zh else "en") + ("栋" if zh else "")
    if not place.buildings:
        return ""
    units = sum(building.units or 0 for building in place.buildings)
    if zh:
        return f"{len(place.buildings)}栋" + (f"，共{units}个单元" if units else "")
    return f"{len(place.buildings)}" + (f", {units} units" if units else "")
