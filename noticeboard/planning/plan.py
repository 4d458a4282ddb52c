"""The plan of a site: every page, board and copied file, as values.

    one place: its public records + Given (Summary, Context, shared records) ─ plan_place ▶ PlacePlan
    Site + the boards and listed pages of every place ─ plan_whole ▶ pages of the whole site

`plan_place` is a pure function of its arguments, so places can be planned one by one, in any order and in any
process. Must never see a private record, read a file, or ask the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from noticeboard.boards.catalogue import BOARDS
from noticeboard.checking.redaction import PublicRecords
from noticeboard.diagnostics import Diagnostic
from noticeboard.document import Section
from noticeboard.forms.catalogue import FORMS
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, kinds_of
from noticeboard.kinds.figure import measures
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.board_pages import plan_boards
from noticeboard.planning.form_pages import FormPlan, plan_forms
from noticeboard.planning.outline import Outline
from noticeboard.planning.place_page import place_page
from noticeboard.planning.print_centre import BoardIndex, index_of_boards, print_centre, print_index
from noticeboard.planning.printing import BoardToPrint, to_print
from noticeboard.planning.site import Given
from noticeboard.planning.site_pages import not_found_page, redirect_pages, robot_files, sources_page
from noticeboard.planning.statistics_page import statistics_of, statistics_page


@dataclass(frozen=True)
class PlacePlan:
    """What one place brings to the site."""

    pages: tuple[Page, ...]
    """Of the root only those that do not show the whole site."""
    boards: BoardIndex
    diagnostics: tuple[Diagnostic, ...]
    to_print: tuple[BoardToPrint, ...] = ()
    """The boards that are to be PDFs of the site."""


def plan_place(
    web: PublicRecords,
    wall: PublicRecords,
    given: Given,
    kinds: tuple[Kind[Any], ...],
    *,
    makes_pdfs: bool = False,
) -> PlacePlan:
    """The pages and boards of one place from its records as pages and as boards may show them."""
    locality = given.locality(web, on_wall=False)
    on_wall = given.locality(wall, on_wall=True)
    kinds = kinds_of(locality, kinds)
    boards, found = plan_boards(on_wall, BOARDS)
    forms, wrong = plan_forms(on_wall, FORMS) if boards.entries and web.path else (FormPlan(), [])
    index = index_of_boards(locality, boards)
    told = statistics_of(locality, kinds)
    has = bool(told)
    pages = [] if not web.path else [place_page(locality, index.centre_url, kinds, has_statistics=has)]
    for kind in kinds:
        pages.extend(kind.pages(locality))
    pages.extend(statistics_page(locality, told, pages))
    pages = with_added(pages, (added for kind in kinds for added in kind.adds(locality)))
    pages.extend(print_centre(locality, boards, forms))
    diagnostics = (*measures(web, given.summary), *found, *wrong)
    printed = tuple(to_print(on_wall, *each) for each in boards.laid_out) if makes_pdfs else ()
    return PlacePlan((*pages, *boards.pages, *forms.pages), index, diagnostics, printed)


def with_added(pages: list[Page], added: Iterable[tuple[str, Section]]) -> list[Page]:
    """The pages with the sections that other kinds add to them."""
    sections: dict[str, tuple[Section, ...]] = {}
    for url, section in added:
        sections[url] = (*sections.get(url, ()), section)
    if not sections:
        return pages
    return [
        replace(page, view=replace(page.view, more=(*page.view.more, *sections[page.url])))
        if page.url in sections and hasattr(page.view, "more")
        else page
        for page in pages
    ]


def plan_whole(
    root: Locality,
    boards: Iterable[BoardIndex],
    outlines: Iterable[Outline],
    listed: Iterable[str],
    kinds: tuple[Kind[Any], ...],
) -> Iterator[Page]:
    """The pages of the whole site; `listed` are the site paths of the pages of all places for the sitemap."""
    pages: list[Page] = [*sources_page(root)]
    index = tuple(print_index(root, tuple(boards)))
    kinds = kinds_of(root, kinds)
    has = bool(statistics_of(root, kinds))
    pages.append(place_page(root, index[0].url if index else None, kinds, has_statistics=has))
    pages.extend(index)
    pages.append(not_found_page(root))
    pages.extend(redirect_pages(root, outlines))
    yield from pages
    own = (page.url for page in pages if page.listed)
    yield from robot_files(root.context.settings.base_url, (*listed, *own))
