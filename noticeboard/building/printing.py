"""Print boards on demand: the site is read and checked as for a build, then its boards become PDFs.

    files ─ find_out ▶ Site + Report ─ print_places ▶ PDFs staged + problems ─ release ▶ OUTPUT/PLACE/BOARD-SHEET.pdf
                                     ─ measure_places ▶ how legible they would be      ─ list_places ▶ what there is

With an error anywhere nothing is written. A file is written beside and moved, so that an interrupted run leaves
whole files only; what is not asked for is never touched, for the folder is the user's. Never writes the site.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.sheets_to_print import all_sheets_to_print
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.building.collector import without_collector
from noticeboard.building.hung_file import append, keeps_record
from noticeboard.building.inputs import disk_clock
from noticeboard.building.knowledge import Run
from noticeboard.building.pdf_store import write_whole
from noticeboard.building.place_refused import no_place
from noticeboard.building.print_refusals import no_board, no_form, unkept, unwritten
from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.building.print_work import (
    PdfStaged,
    PrintTask,
    list_places,
    measure_places,
    press_of,
    print_places,
    reprint_places,
)
from noticeboard.building.read_stage import damaged_copies, missing_copies
from noticeboard.building.request import BuildResult
from noticeboard.building.result import result_of
from noticeboard.building.stages import begin, find_out
from noticeboard.building.state import state_path
from noticeboard.building.state_file import Saved
from noticeboard.diagnostics import Diagnostic, Origin, Problem
from noticeboard.languages import Words
from noticeboard.planning.form_prints import form_kind, sheet_of_form
from noticeboard.planning.printing import PrintOrder
from noticeboard.publishing.output import check_not_inside
from noticeboard.reading.files import scan
from noticeboard.reading.load import place_path
from noticeboard.rendering.pdf import engine_missing
from noticeboard.rendering.theme import Theme

P = TypeVar("P")
FEWEST_PLACES, PLACES_A_TASK = 6, 3
"""A place has a handful of boards, each of which takes as long as many pages."""


def print_boards(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """Draw the boards that are asked for and write them below the output folder."""
    with TemporaryDirectory(prefix="noticeboard-") as staging:
        return run_on_site(request, partial(_print, request=request, staging=Path(staging)))


def list_boards(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """The boards that could be printed."""
    return run_on_site(request, partial(_list, request=request))


def measure_boards(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """How legible the boards would be that are asked for; nothing is drawn."""
    return run_on_site(request, partial(_measure, request=request))


def list_reprints(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """The boards that hang and must be printed again."""
    return run_on_site(request, partial(_list_reprints, request=request))


def run_on_site(request: PrintRequest, stage: Callable[[Run], Printed]) -> tuple[Printed, BuildResult]:
    site = request.site
    done = [Printed()]

    def last(run: Run) -> None:
        run.report.extend((*missing_copies(run), *damaged_copies(run)))
        if not run.is_stopped:
            done[0] = stage(run)

    with without_collector():
        now_ns = disk_clock(site.root)
        run = begin(site, scan(site.root), Saved(state_path(site.root, site.root / "site")))
        run.now_ns = now_ns
        find_out(run, last)
        return done[0], result_of(run)


def _list(run: Run, request: PrintRequest) -> Printed:
    paths = place_paths(run, request.place)
    if not paths:
        return Printed(refused=no_place(request.place or "", place_names(run)))
    found = tuple(chain.from_iterable(map(list_places, tasks_of(run, request.order, paths))))
    if not any(found) and _is_particular(request):
        return Printed(refused=_no_board(run, request, paths))
    return Printed(
        listed=tuple((path.removeprefix("/"), each) for path, each in zip(paths, found, strict=True) if each)
    )


def _list_reprints(run: Run, request: PrintRequest) -> Printed:
    assert run.site is not None
    paths = place_paths(run, request.place)
    if not paths:
        return Printed(refused=no_place(request.place or "", place_names(run)))
    below = tuple(f"{path}/" for path in paths)
    recorded = {place_path(each.folder) for each in run.found.places if keeps_record(each)}
    paths = tuple(path for path in run.site.outlines if path in recorded and f"{path}/".startswith(below))
    found = tuple(chain.from_iterable(map(reprint_places, tasks_of(run, request.order, paths))))
    for each in found:
        run.report.extend(each.problems)
    return Printed(
        reprints=tuple((path.removeprefix("/"), each) for path, each in zip(paths, found, strict=True))
    )


def _print(run: Run, request: PrintRequest, staging: Path) -> Printed:
    paths = place_paths(run, request.place)
    if not paths:
        return Printed(refused=no_place(request.place or "", place_names(run)))
    problem = engine_missing() or wrong_folder(request)
    if problem is not None:
        run.report.add(problem)
        return Printed()
    press = press_of(request.site.root, _theme(run, request), run.settings.words_in, staging)
    places = done_in(run, request, paths, partial(print_places, press=press))
    for each in places:
        run.report.extend(each.problems)
    if run.is_stopped:
        return Printed()
    boards = tuple(board for each in places for board in each.boards)
    if not boards and _is_particular(request):
        return Printed(refused=_no_board(run, request, paths))
    reason = next((each.unkept for each in places if each.unkept), "")
    if reason:
        run.report.add(unkept(reason))
    press.store.prune()
    printed = release(run, request.output, boards, staging)
    rows = {path: each.rows for path, each in zip(paths, places, strict=True) if each.rows}
    return replace(printed, recorded=0 if run.is_stopped else record(run, rows))


def record(run: Run, rows: dict[str, tuple[str, ...]]) -> int:
    """Append to the record of what hangs of each place; how many boards were recorded."""
    folders = {place_path(each.folder): each.folder for each in run.found.places}
    recorded = 0
    for path, added in rows.items():
        problem = append(run.request.root, folders[path], added)
        if problem is None:
            recorded += len(added)
        else:
            run.report.add(problem)
    return recorded


def _measure(run: Run, request: PrintRequest) -> Printed:
    paths = place_paths(run, request.place)
    if not paths:
        return Printed(refused=no_place(request.place or "", place_names(run)))
    places = done_in(run, request, paths, partial(measure_places, fonts=run.fonts[0]))
    for each in places:
        run.report.extend(each.problems)
    boards = tuple(board for each in places for board in each.boards)
    if not boards and not run.is_stopped and _is_particular(request):
        return Printed(refused=_no_board(run, request, paths))
    return Printed(measured=boards)


def _theme(run: Run, request: PrintRequest) -> Theme:
    """The theme of the site with the stylesheets of the sheets that are printed."""
    fonts, _ = run.fonts
    sheets = _sheets(run, request.order)
    return Theme.of_site(request.site.root, stylesheets_of(sheets, fonts), fonts)


def _sheets(run: Run, order: PrintOrder) -> tuple[Sheet, ...]:
    kind = form_kind(order.form.kind) if order.form else None
    if kind is not None:
        return (sheet_of_form(kind, order.sheets),)
    return all_sheets_to_print(BOARD_KINDS, run.settings.boards, order.sheets)


def place_paths(run: Run, place: str | None) -> tuple[str, ...]:
    """The paths of the places that are meant, as the site has them; none if there is no such place."""
    assert run.site is not None
    if place is None:
        return tuple(run.site.outlines)
    wanted = unicodedata.normalize("NFC", place.replace("\\", "/")).strip("/")
    names = {path.removeprefix("/"): path for path in run.site.outlines}
    for name in (
        wanted,
        wanted.removeprefix("content").removeprefix("/"),
        wanted.removeprefix(".").removeprefix("/"),
    ):
        if name in names:
            return (names[name],)
    return ()


def place_names(run: Run) -> tuple[str, ...]:
    assert run.site is not None
    return tuple(path.removeprefix("/") for path in run.site.outlines)


def _is_particular(request: PrintRequest) -> bool:
    return bool(request.order.board) or request.place is not None


def _no_board(run: Run, request: PrintRequest, paths: Sequence[str]) -> Words:
    if request.order.form:
        return no_form(request.order.form.kind)
    every = chain.from_iterable(map(list_places, tasks_of(run, PrintOrder(), paths)))
    return no_board(request.order.board, request.place, [each.key for boards in every for each in boards])


def tasks_of(run: Run, order: PrintOrder, paths: Sequence[str]) -> list[PrintTask]:
    assert run.site is not None
    wanted = frozenset(paths)
    files = {place_path(each.folder): each for each in run.found.places}
    tasks = []
    shelf_of = run.shelves.get
    for shelf, group in groupby((path for path in run.site.outlines if path in wanted), key=shelf_of):
        places = [(files[path], run.site.given_to(path)) for path in group]
        for start in range(0, len(places), PLACES_A_TASK):
            tasks.append(PrintTask(run.ground, order, tuple(places[start : start + PLACES_A_TASK]), shelf))
    return tasks


def done_in(
    run: Run, request: PrintRequest, paths: Sequence[str], work: Callable[[PrintTask], tuple[P, ...]]
) -> list[P]:
    """What came of each place, done in as many processes as that is worth."""
    tasks = tasks_of(run, request.order, paths)
    executor = run.workers.executor_for(len(paths), fewest=FEWEST_PLACES, a_task=PLACES_A_TASK)
    return list(chain.from_iterable(executor.map(work, tasks)))


def wrong_folder(request: PrintRequest) -> Diagnostic | None:
    try:
        check_not_inside(request.output.resolve(), request.site.root)
    except Problem as problem:
        return replace(problem.at(Origin()), remedy=Words("换一个文件夹", "choose another folder"))
    return None


def release(run: Run, output: Path, boards: tuple[PdfStaged, ...], staging: Path) -> Printed:
    written = 0
    try:
        for board in boards:
            path = output / board.path
            path.parent.mkdir(parents=True, exist_ok=True)
            written += write_whole(path, (staging / board.staged).read_bytes())
    except OSError as error:
        run.report.add(unwritten(output, error))
    return Printed(boards, written)
