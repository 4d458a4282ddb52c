"""The stages from the site as values to staged files: stale places first, then what belongs to no place.

Site ─ make_all_places ▶ PlaceDone of every stale place ─ make_whole ▶ home, sources, redirects, assets …
  ─ check_addresses, check_links ▶ Report
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache, partial

from noticeboard.boards.qr_modules import learn
from noticeboard.building.entries import Entries, Files
from noticeboard.building.executor import FEWEST_PLACES, PLACES_A_TASK
from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.knowledge import Run
from noticeboard.building.link_check import Links, broken_links, links_of
from noticeboard.building.make_work import (
    NOT_MADE,
    MakeTask,
    PlaceMade,
    PlaceTask,
    Templates,
    Workshop,
    key_of,
    make_places,
    theme_of,
)
from noticeboard.building.making import Before, Made, Wanted, make, wanted_pages
from noticeboard.building.read_stage import in_tasks
from noticeboard.building.read_work import Pair, Shelf, read_place, shelved
from noticeboard.building.renderers import renderer_of
from noticeboard.building.site_fonts import asked_of, subset_of
from noticeboard.building.unpickling import unpacked
from noticeboard.checking.addresses import clashes
from noticeboard.checking.rules import page_collisions
from noticeboard.diagnostics import Origin
from noticeboard.kinds import KINDS
from noticeboard.page import Page
from noticeboard.planning.plan import plan_whole
from noticeboard.planning.print_centre import colliding
from noticeboard.planning.site import Given
from noticeboard.reading.files import digest
from noticeboard.reading.names import collision_key
from noticeboard.rendering.theme import ASSETS, Theme, font_files

WHOLE = "\0"
"""The part of the site that belongs to no place; no place has this path."""
FEWEST_TO_DRAW, DRAWN_A_TASK = 6, 3
"""The PDFs of a place take as long as the pages of dozens, so less of them is worth another process."""


def make_all_places(run: Run, shop: Workshop, intact: Files) -> None:
    """Plan every place that is stale, and make what is stale of it; `intact` are files as they were written."""
    assert run.site is not None
    renderer = renderer_of(shop.theme, shop.language)
    theme_now: Callable[[Templates], str] | None = None
    if run.theme_before == shop.theme.state_digest:
        renderer.digests.update(run.digests_before)
    else:
        theme_now = cache(partial(theme_of, renderer=renderer))
    tasks: dict[Shelf | None, list[PlaceTask]] = {}
    broken = run.last.files.keys() - intact.keys()
    for files in run.found.places:
        path = files.path
        if path not in run.site.outlines:
            continue
        known, key = NOT_MADE, ""
        if path in run.before:
            known, key = run.before[path].made, _key_of(path, run)
            if _is_as_made(path, run, known, key, broken, theme_now):
                run.made[path], run.keys[path] = known, key
                continue
        given = run.site.given_to(path)
        task = PlaceTask(
            files,
            given,
            _state_of_records(path, run, given),
            key,
            run.reads[path].copies,
            known.entries,
            {each: intact[each] for each in known.paths if each in intact},
        )
        tasks.setdefault(run.shelves.get(path), []).append(task)
    _run_tasks(run, shop, tasks)
    run.made = {path: run.made[path] for path in run.site.outlines if path in run.made}


def _run_tasks(run: Run, shop: Workshop, tasks: Mapping[Shelf | None, list[PlaceTask]]) -> None:
    fewest, size = (FEWEST_TO_DRAW, DRAWN_A_TASK) if shop.makes_pdfs else (FEWEST_PLACES, PLACES_A_TASK)
    work = [
        MakeTask(run.ground, shop, group, shelf)
        for shelf, places in tasks.items()
        for group in (in_tasks(places, size) if shelf is None or shop.makes_pdfs else [tuple(places)])
    ]
    count = sum(len(each.places) for each in work)
    executor = run.workers.executor_for(count, fewest=fewest, a_task=size)
    for done in executor.map(make_places, work):
        learn(done.codes)
        for place in done.places:
            run.made[place.path], run.keys[place.path] = place.made, place.key
            run.done.append(place)
    run.workers.dismiss()


def _state_of_records(path: str, run: Run, given: Given) -> tuple[object, ...]:
    """What stands for the records of a place, and for those of others that it shows: signature and days."""
    assert run.site is not None
    outlines = run.site.outlines
    days = (outlines[each].day for each in (path, *(above for _, above in given.shared_web)))
    return run.signatures[path], *days


def _key_of(path: str, run: Run) -> str:
    """The digest of all that the pages of a place are planned from."""
    assert run.site is not None
    if path in run.settled:
        return run.before[path].key
    given = run.site.given_to(path)
    return key_of(_state_of_records(path, run, given), given)


def _is_as_made(
    path: str,
    run: Run,
    known: PlaceMade,
    key: str,
    broken: Set[str],
    theme_now: Callable[[Templates], str] | None,
) -> bool:
    """Whether the pages of a place are as they should be; `theme_now` is None if the theme is as it was."""
    return (
        run.signatures[path] != ""
        and run.before[path].key == key
        and bool(known.paths)
        and (not broken or broken.isdisjoint(known.paths))
        and (theme_now is None or known.theme == theme_now(known.templates))
    )


def make_whole(run: Run, shop: Workshop, intact: Files) -> None:
    """Make the files that belong to no place: home, sources, print centre, redirects, sitemap, assets."""
    assert run.site is not None
    if _whole_is_as_made(run, shop, intact):
        run.whole = Made(run.whole_before, {path: intact[path] for path in run.whole_before})
        run.whole_pages = run.whole_pages_before
        return
    renderer = renderer_of(shop.theme, shop.language)
    outlines = run.site.outlines
    made = run.made.values()
    root = run.site.given_to("").locality(_root_records(run)[0], on_wall=False)
    boards = tuple(each.boards for each in made if each.boards is not None)
    listed = (url for each in made for url in each.listed)
    pages = tuple(plan_whole(root, boards, outlines.values(), listed, KINDS))
    wanted = (*wanted_pages(pages, renderer), *_assets(shop.theme), *_fonts(run))
    written = {path: intact[path] for path in run.whole_before if path in intact}
    run.whole = make(wanted, Before(run.whole_before, written), shop.staging, shop.forced)
    run.whole_pages = tuple(Page(page.url, "", None, origin=page.origin) for page in pages)


def _whole_is_as_made(run: Run, shop: Workshop, intact: Files) -> bool:
    """Whether all that these files are planned from is as it was: the root, and what the others bring to them."""
    return (
        bool(run.settled)
        and run.signatures[""] != ""
        and run.keys[""] == run.before[""].key
        and run.theme_before == shop.theme.state_digest
        and all(path in intact for path in run.whole_before)
        and all(_brings_the_same(run, path) for path in {*run.shelves, *(each.path for each in run.done)})
        and all(
            run.whole_before[each.path].made_from == each.made_from
            for each in (*_assets(shop.theme), *_fonts(run))
        )
    )


def _brings_the_same(run: Run, path: str) -> bool:
    old, new = run.before[path], run.made[path]
    return (old.made.boards, old.made.listed, bool(old.made.board_count)) == (
        new.boards,
        new.listed,
        bool(new.board_count),
    ) and old.read.outline.old_addresses == run.reads[path].outline.old_addresses


def entries_of(run: Run, part: str) -> Entries:
    """The entries of one part of the site, opened."""
    if part == WHOLE:
        return run.whole.entries if run.whole is not None else {}
    return unpacked(run.made[part].entries) or {}


def parts(run: Run) -> dict[str, tuple[str, ...]]:
    """The paths of the files of every part of the site."""
    found = {path: made.paths for path, made in run.made.items()}
    found[WHOLE] = tuple(run.whole.entries) if run.whole is not None else ()
    return found


def _root_records(run: Run) -> Pair:
    shelf = run.shelves.get("")
    if shelf is not None:
        return shelved(shelf)[""]
    return read_place(run.found.places[0], run.ground)[1]


def _assets(theme: Theme) -> Iterator[Wanted]:
    for name, path in theme.assets.items():
        data = theme.asset_bytes(name)
        yield Wanted(path, Fingerprint(digest(data), ""), Origin(), partial(bytes, data), has_links=False)


def _fonts(run: Run) -> Iterator[Wanted]:
    has_boards = any(each.board_count for each in run.made.values())
    for path, font in font_files().items() if has_boards else ():
        status = font.stat()  # large, and changed by nobody
        made_from = Fingerprint(f"{status.st_size} {status.st_mtime_ns}", "")
        yield Wanted(path, made_from, Origin(), font.read_bytes, has_links=False)
    rare = frozenset("".join(each.rare for each in run.made.values()))
    for added in run.theme.fonts if has_boards else ():
        made_from = Fingerprint(f"{added.asset} {asked_of(added, rare)}", "")
        make_bytes = partial(subset_of, added, rare)
        yield Wanted(f"{ASSETS}/{added.asset}", made_from, Origin(), make_bytes, has_links=False)


def tell_of_places(run: Run) -> None:
    """Add what is wrong with the pages and boards of places."""
    for made in run.made.values():
        run.report.extend(made.problems)
    run.report.extend(colliding(each.boards for each in run.made.values() if each.boards is not None))


def tell_of_addresses(run: Run) -> None:
    """Add every two files of the site that want one address, told only if there are any."""
    if not run.has_new_addresses():
        return
    paths = [path for group in parts(run).values() for path in group]
    keys = {collision_key(path) for path in paths}
    doubled = any(made.doubled for made in run.made.values()) or len(run.whole_pages) != len(
        {page.path.casefold() for page in run.whole_pages}
    )
    folders = {key.rpartition("/")[0] for key in keys}
    if not doubled and len(keys) == len(paths) and not keys & _with_parents(folders):
        return
    assert run.site is not None
    pages = [*_pages(run), *run.whole_pages]
    copies = [copy for outline in run.site.outlines.values() for copy in outline.copies]
    run.report.extend(clashes(pages, copies))
    run.report.extend(page_collisions(pages))


def _with_parents(folders: set[str]) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _pages(run: Run) -> Iterator[Page]:
    """Every page of a place, as far as its address and origin go."""
    assert run.site is not None
    for path, made in run.made.items():
        if made.doubled:
            yield from made.doubled
            continue
        copies = {copy.path for copy in run.site.outlines[path].copies}
        for file, entry in entries_of(run, path).items():
            if file not in copies:
                yield Page("/" + file.removesuffix("index.html"), "", None, origin=entry.origin)


def tell_of_links(run: Run) -> None:
    """Add every link that leads nowhere; links between parts that lost nothing are not looked at again."""
    done = {each.path for each in run.done}
    found: dict[str, Links] = {path: made.links for path, made in run.made.items()}
    if not _has_lost_something(run, done):
        found = {path: links for path, links in found.items() if path in done}
    found[WHOLE] = links_of(entries_of(run, WHOLE))
    led_to = {link.partition("#")[0] for links in found.values() for link in links.outward}
    owners = {path: part for part, paths in parts(run).items() for path in paths if path in led_to}
    run.report.extend(broken_links(found, owners, partial(entries_of, run)))


def _has_lost_something(run: Run, done: set[str]) -> bool:
    """Whether a file or an id is gone that another part of the site may lead to."""
    if run.forced or not run.before or run.before.keys() != run.reads.keys():
        return True
    before = {path: unpacked(run.before[path].made.entries) or {} for path in done}
    pairs = [(before[path], entries_of(run, path)) for path in done]
    return any(
        path not in now or not set(entry.ids) <= set(now[path].ids)
        for old, now in [*pairs, (run.whole_before, entries_of(run, WHOLE))]
        for path, entry in old.items()
    )
