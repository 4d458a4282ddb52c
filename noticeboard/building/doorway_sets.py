"""Doorway sets on demand: of one place, and of every place below it that has doorways.

    PrintRequest with a DoorwayOrder ─ places with such doorways ─ print_sets ▶ staged ─ release ▶ PLACE/doorways/…
                                                                 ─ list_sets ▶ packing lists, nothing drawn

Which doorways there are is known of every place without reading it, so an unknown one is refused before any work.
Each place has a set of its own, since its boards go there in one bundle. With an error anywhere nothing is written;
every file is written beside and moved, the packing list after the files that it names.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from noticeboard.building.doorway_work import SetPrinted, list_sets, print_sets
from noticeboard.building.knowledge import Run
from noticeboard.building.place_refused import no_place
from noticeboard.building.print_refusals import unkept
from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.building.print_work import PrintTask, press_of
from noticeboard.building.printing import (
    done_in,
    place_names,
    place_paths,
    record,
    release,
    run_on_site,
    wrong_folder,
)
from noticeboard.building.request import BuildResult
from noticeboard.kinds.place import doorways_of
from noticeboard.languages import Words
from noticeboard.rendering.pdf import engine_missing
from noticeboard.rendering.theme import Theme


def print_doorways(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """Draw the doorway sets that are asked for and write them below the output folder."""
    with TemporaryDirectory(prefix="noticeboard-") as staging:
        return run_on_site(request, partial(_print, request=request, staging=Path(staging)))


def list_doorways(request: PrintRequest) -> tuple[Printed, BuildResult]:
    """The packing lists of the doorway sets that could be printed."""
    return run_on_site(request, partial(_list, request=request))


def _list(run: Run, request: PrintRequest) -> Printed:
    return _on_places(run, request, list_sets)[0]


def _print(run: Run, request: PrintRequest, staging: Path) -> Printed:
    problem = engine_missing() or wrong_folder(request)
    if problem is not None:
        run.report.add(problem)
        return Printed()
    theme = Theme.of_site(request.site.root, (), run.fonts[0])
    press = press_of(request.site.root, theme, run.settings.words_in, staging)
    printed, places = _on_places(run, request, partial(print_sets, press=press))
    if printed.refused is not None or run.is_stopped:
        return printed
    reason = next((each.printed.unkept for each in places if each.printed.unkept), "")
    if reason:
        run.report.add(unkept(reason))
    press.store.prune()
    files = tuple(file for each in places for file in each.printed.boards)
    released = release(run, request.output, files, staging)
    rows = {f"/{each.packing.place}".rstrip("/"): each.printed.rows for each in places if each.printed.rows}
    return replace(released, packed=printed.packed, recorded=0 if run.is_stopped else record(run, rows))


def _on_places(
    run: Run, request: PrintRequest, work: Callable[[PrintTask], tuple[SetPrinted, ...]]
) -> tuple[Printed, Sequence[SetPrinted]]:
    """What comes of the places that have the doorways that are meant, or why none has."""
    assert run.site is not None
    assert request.order.doorways is not None
    above = place_paths(run, request.place)
    if not above:
        return Printed(refused=no_place(request.place or "", place_names(run))), ()
    below = tuple(f"{path}/" for path in above)
    known = {
        path: found
        for path, outline in run.site.outlines.items()
        if f"{path}/".startswith(below) and (found := doorways_of(outline.place))
    }
    names = request.order.doorways.names
    refused = _refused(run, request, known, names)
    if refused is not None:
        return Printed(refused=refused), ()
    paths = [path for path, found in known.items() if not names or not set(found).isdisjoint(names)]
    places = done_in(run, request, paths, work)
    for each in places:
        run.report.extend(each.printed.problems)
    return Printed(packed=tuple(each.packing for each in places)), places


def _refused(
    run: Run, request: PrintRequest, known: dict[str, tuple[str, ...]], names: tuple[str, ...]
) -> Words | None:
    """Why there is nothing to print for: no doorways, or none of that name, with the nearest that there is."""
    if not known:
        zh, en = ("全站", "the site") if request.place is None else (f"“{request.place}”",) * 2
        return Words(
            f"{zh}没有楼门；先在 place.yml 的楼栋（buildings）里写上单元数（units）或楼门（doorways）",
            f"{en} has no doorways; state units or doorways of the buildings in place.yml first",
        )
    every = tuple(dict.fromkeys(doorway for found in known.values() for doorway in found))
    unknown = next((name for name in names if name not in every), None)
    if unknown is None:
        return None
    if place_paths(run, unknown):
        return Words(
            f"“{unknown}”是地点，写在 --doorway 前面：print {unknown} --doorway",
            f"“{unknown}” is a place and stands before --doorway: print {unknown} --doorway",
        )
    return _no_doorway(unknown, every)


MOST_NAMED = 12
"""Doorways that a message names."""


def _no_doorway(name: str, every: tuple[str, ...]) -> Words:
    near = difflib.get_close_matches(name, every, n=1, cutoff=0.4)
    if near:
        return Words(
            f"没有楼门“{name}”；是不是 {near[0]}？", f"there is no doorway “{name}”; did you mean {near[0]}?"
        )
    named, more = every[:MOST_NAMED], len(every) > MOST_NAMED
    return Words(
        f"没有楼门“{name}”；有的是：{'、'.join(named)}{'……' if more else ''}",
        f"there is no doorway “{name}”; there are: {', '.join(named)}{' …' if more else ''}",
    )
