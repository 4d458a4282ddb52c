"""Making the pages of places, as a pure function of values, so that any Executor can run it in any process.

    MakeTask: places with what they are given ─ make_places ▶ stale pages staged + PlaceMade of each

A place is planned from its records; of its pages only those are rendered whose fingerprint changed. What goes
back is what must be remembered of the place, never a page itself: the bytes wait in the staging folder.
"""

from __future__ import annotations

import gc
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.boards.measure import package_characters, use
from noticeboard.boards.qr_modules import Families, families
from noticeboard.boards.view import BoardPage, texts_in
from noticeboard.building.board_photos import BoardPhotos
from noticeboard.building.copies import CopyRead
from noticeboard.building.entries import Files
from noticeboard.building.link_check import Links, links_of
from noticeboard.building.making import (
    Before,
    Made,
    make,
    templates_of_page,
    theme_digest,
    wanted_copies,
    wanted_pages,
)
from noticeboard.building.place_files import PlaceFiles
from noticeboard.building.read_work import Ground, Pair, Shelf, read_place, shelved
from noticeboard.building.renderers import renderer_of
from noticeboard.building.unpickling import packed, unpacked
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kinds import KINDS
from noticeboard.languages import Language
from noticeboard.page import Page, file_path
from noticeboard.planning.pdf_links import with_pdfs
from noticeboard.planning.plan import PlacePlan, plan_place
from noticeboard.planning.print_centre import BoardIndex
from noticeboard.planning.site import Given
from noticeboard.reading.files import digest
from noticeboard.rendering.html import BrokenTemplate, Renderer
from noticeboard.rendering.theme import Theme

if TYPE_CHECKING:  # it brings the PDF engine, which most builds do not need
    from noticeboard.building.pdf_files import PdfFiles

Templates = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Workshop:
    """What is the same for all files of a build."""

    theme: Theme
    language: Language
    staging: Path | None
    """Where files wait for their release; None when they are only looked at."""
    forced: str = ""
    """The reason why everything is made, if there is one."""
    makes_pdfs: bool = False


@dataclass(frozen=True)
class PlaceTask:
    """One place to be made: its files, what it is told, what the last build made of it."""

    files: PlaceFiles
    given: Given
    state: tuple[object, ...]
    """What stands for its records: see `key_of`."""
    key: str
    """What it is planned from, as `key_of` says; empty where that need not be known to know that it is stale."""
    copies: tuple[CopyRead, ...]
    known: bytes = b""
    """Its packed entries."""
    written: Files = field(default_factory=dict)
    """Its files that are still as the last build left them."""


@dataclass(frozen=True)
class MakeTask:
    """Some places to be made, with the shelf that their records lie on."""

    ground: Ground
    workshop: Workshop
    places: tuple[PlaceTask, ...]
    shelf: Shelf | None = None


@dataclass(frozen=True)
class PlaceMade:
    """One place as it was made: what is remembered of it."""

    entries: bytes = b""
    """Packed, for hardly anybody opens them again."""
    paths: tuple[str, ...] = ()
    doubled: tuple[Page, ...] = ()
    """All its pages, without their views, if two of them want one file."""
    templates: Templates = ()
    """The templates that its pages name, each combination once."""
    theme: str = ""
    """The digest of the theme's part in its pages."""
    links: Links = field(default_factory=Links)
    listed: tuple[str, ...] = ()
    """Site paths of its pages for the sitemap."""
    boards: BoardIndex | None = None
    page_count: int = 0
    board_count: int = 0
    pdf_count: int = 0
    problems: tuple[Diagnostic, ...] = ()
    rare: str = ""
    """The characters on its boards that are asked of added fonts."""


NOT_MADE = PlaceMade()


@dataclass(frozen=True)
class PlaceDone:
    """What was done for one place in this build."""

    path: str
    made: PlaceMade
    key: str
    files: Files = field(default_factory=dict)
    staged: tuple[str, ...] = ()
    built: tuple[tuple[str, str], ...] = ()
    dropped: tuple[str, ...] = ()
    broken_template: Diagnostic | None = None
    drawn: int = 0
    """How many PDFs were drawn, not taken from the store."""
    unkept: Diagnostic | None = None
    """Why one of them could not be kept in the store."""


@dataclass(frozen=True)
class PlacesDone:
    """What was done for the places of a task, and what its process knows of QR codes by then."""

    places: tuple[PlaceDone, ...]
    codes: Families


def make_places(task: MakeTask) -> PlacesDone:
    """Plan some places and make what is stale of them."""
    gc.disable()
    use(task.workshop.theme.fonts)
    renderer = renderer_of(task.workshop.theme, task.workshop.language)
    records = shelved(task.shelf)
    done = []
    for place in task.places:
        path = place.given.summary.path
        pair = records.pop(path, None) or read_place(place.files, task.ground)[1]
        done.append(make_place(place, pair, task, renderer))
    return PlacesDone(tuple(done), families())


def key_of(state: tuple[object, ...], given: Given) -> str:
    """The digest of all that the pages of a place are planned from, the day itself left out.

    `state` stands for the records of the place and for those of others that it shows.
    """
    told = given.context
    parts = (
        *state,
        given.summary,
        told.issuer,
        told.phone,
        told.sample,
        told.ancestors,
        told.inherited_source,
        told.sources,
        told.targets,
        told.figures,
        given.shared_web,
        given.shared_wall,
        *(record.origin for record, _ in given.shared_web),
    )
    return digest(repr(parts).encode())


def make_place(place: PlaceTask, records: Pair, task: MakeTask, renderer: Renderer) -> PlaceDone:
    """Plan one place and make what is stale of it."""
    shop = task.workshop
    key = place.key or key_of(place.state, place.given)
    plan = plan_place(*records, place.given, KINDS, makes_pdfs=shop.makes_pdfs)
    snapshot = place.files.snapshot(task.ground.root)
    pdfs = _pdf_files(plan, task, place.files) if plan.to_print else None
    try:
        before = Before(unpacked(place.known) or {}, place.written)
        pdf_files = pdfs.wanted() if pdfs else ()
        if pdfs:
            plan = with_pdfs(plan, pdfs.sizes(pdf_files, before, may_draw=shop.staging is not None))
        wanted = (*wanted_pages(plan.pages, renderer), *pdf_files, *wanted_copies(place.copies, snapshot))
        made = make(wanted, before, shop.staging, shop.forced)
    except BrokenTemplate as error:
        known = PlaceMade(problems=plan.diagnostics)
        return PlaceDone(plan.boards.path, known, key, broken_template=error.diagnostic)
    return PlaceDone(
        plan.boards.path,
        _made(plan, made, renderer, has_fonts=bool(shop.theme.fonts)),
        key,
        made.files,
        made.staged,
        made.built,
        made.dropped,
        drawn=pdfs.drawn if pdfs else 0,
        unkept=pdfs.problem if pdfs else None,
    )


def _pdf_files(plan: PlacePlan, task: MakeTask, files: PlaceFiles) -> PdfFiles:
    from noticeboard.building.pdf_files import PdfFiles, press_for

    press = press_for(task.ground.root, task.workshop.theme, task.workshop.language)
    return PdfFiles(plan.boards.path, plan.to_print, press, BoardPhotos(files, task.ground.root))


def _made(plan: PlacePlan, made: Made, renderer: Renderer, *, has_fonts: bool) -> PlaceMade:
    templates = tuple(sorted({templates_of_page(page) for page in plan.pages}))
    return PlaceMade(
        entries=packed(made.entries),
        paths=tuple(made.entries),
        doubled=_doubled(plan.pages),
        templates=templates,
        theme=theme_of(templates, renderer),
        links=links_of(made.entries, file_path(f"{plan.boards.path}/")),
        listed=tuple(page.url for page in plan.pages if page.listed),
        boards=plan.boards,
        page_count=len(plan.pages),
        board_count=sum(isinstance(page.view, BoardPage) and not page.view.is_form for page in plan.pages),
        pdf_count=len(plan.to_print),
        problems=plan.diagnostics,
        rare=_rare(plan.pages) if has_fonts else "",
    )


def _rare(pages: tuple[Page, ...]) -> str:
    """The characters on boards that the package's own font lacks."""
    boards = (page.view.board for page in pages if isinstance(page.view, BoardPage))
    found = {c for board in boards for text in texts_in(board.panels) for c in text.plain}
    return "".join(sorted(found - package_characters()))


def _doubled(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    if len({page.path.casefold() for page in pages}) == len(pages):
        return ()
    return tuple(Page(page.url, "", None, origin=page.origin) for page in pages)


def theme_of(templates: Templates, renderer: Renderer) -> str:
    """The digest of the theme's part in pages that name these templates."""
    return theme_digest((name for names in templates for name in names), renderer)
