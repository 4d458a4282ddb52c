#!/usr/bin/env python3
"""How fast boards become PDFs, beside Chromium printing the very same HTML.

    python tests/bench/boards.py [--boards 100] [--compounds 200] [--times 3]

A board is the A3 board of organizations of an invented compound: 27 people, another name, address and QR code each.
Counted is everything from the board's value on: fitting, QR code, template, drawing, facts. Then one command prints
a board of each of many compounds, everything included. Chromium gets the HTML ready made, in one browser that is
started before; it is measured between our own runs, and the ratios are what counts.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "boards")]

from board_samples import frame, laid_out, organizations, write_page  # noqa: E402  # the path is set above
from drawn_boards import DAY, THEME, engine  # noqa: E402  # as above
from machine import as_installed, commit, processor  # noqa: E402  # as above
from measuring import measure  # noqa: E402  # as above
from playwright.sync_api import sync_playwright  # noqa: E402  # as above
from sites import noticeboard_command  # noqa: E402  # as above
from whole_site import BROWSER_OPTIONS, find_browser, write_files  # noqa: E402  # as above

from noticeboard.boards.sheet import A3_LANDSCAPE  # noqa: E402  # as above
from noticeboard.boards.view import BoardPage, BoardView  # noqa: E402  # as above
from noticeboard.page import Page  # noqa: E402  # as above
from noticeboard.rendering.html import Renderer  # noqa: E402  # as above
from noticeboard.rendering.pdf_facts import PdfFacts  # noqa: E402  # as above

MIB = 1024 * 1024
WARM_UP = 3
KINDS = (("party", "甲"), ("self_governing", "乙"), ("volunteer", "丙"))
GOALS = "goals: 25 a second in one process, 45 in two, 200 boards by one command within 6 s, 200 MB a process"


def board(number: int) -> BoardView:
    """The board of one compound, laid out."""
    given = frame(A3_LANDSCAPE, compound=f"示例{number}号院", address=f"https://example.org/b/k{number:05}/")
    return laid_out("organization", organizations(9), given)


class Drawing(NamedTuple):
    """What drawing some boards cost one process."""

    seconds: float
    cpu: float
    size: int
    memory: int


def draw(numbers: range) -> Drawing:
    """Draw boards in this process, which is warm when the clock starts."""
    gc.disable()  # as the command does
    renderer = Renderer(THEME, "zh")
    size = 0

    def one(number: int) -> int:
        view = board(number)
        html = renderer.render(Page("/board.html", view.template, BoardPage(view)), "").decode()
        facts = PdfFacts(view.title, view.lang, (view.title,), "示例社区居民委员会", DAY)
        return len(engine().finish(engine().draw(html, A3_LANDSCAPE), facts, A3_LANDSCAPE))

    for number in range(WARM_UP):
        one(-1 - number)
    begun, begun_cpu = time.perf_counter(), time.process_time()
    for number in numbers:
        size += one(number)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Drawing(seconds, cpu, size, memory)


class Rate(NamedTuple):
    """Boards a second by the clock and by the CPU seconds of one process, KB a board, MiB a process."""

    wall: float
    cpu: float
    size: float
    memory: float


def in_processes(boards: int, processes: int) -> Rate:
    """Draw boards shared out among so many fresh processes."""
    parts = [range(start, boards, processes) for start in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
        done = list(executor.map(draw, parts))
    return Rate(
        boards / max(each.seconds for each in done),
        boards / sum(each.cpu for each in done),
        sum(each.size for each in done) / boards / 1000,
        max(each.memory for each in done) / MIB,
    )


def in_chromium(pages: list[Path]) -> float:
    """Boards a second that Chromium prints."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_OPTIONS)
        page = browser.new_page()
        for number, path in enumerate((pages[0], *pages)):
            if number == 1:
                begun = time.perf_counter()
            page.goto(path.as_uri())
            page.evaluate("() => document.fonts.ready.then(() => true)")
            page.pdf(prefer_css_page_size=True, print_background=True)
        seconds = time.perf_counter() - begun
        browser.close()
    return len(pages) / seconds


def pages_for_chromium(folder: Path, boards: int) -> Iterator[Path]:
    """The same HTML as files, with the assets once."""
    for number in range(boards):
        made = write_page(folder, board(number), A3_LANDSCAPE)
        yield made.rename(folder / f"{number}.html")


def site_files(compounds: int) -> Iterator[tuple[str, str]]:
    """A site of compounds with three organizations of nine."""
    yield "content/site.yml", "title: 示例站\nbase_url: https://example.org/\nissuer: 示例社区居民委员会\n"
    for number in range(compounds):
        yield f"content/c{number}/place.yml", f"kind: 楼院\nname: 示例{number}号院\nsample: 是\n"
        yield f"content/c{number}/organizations.yml", "".join(_organization(number, *each) for each in KINDS)


def _organization(number: int, kind: str, stem: str) -> str:
    posts = "".join(f"    - {{name: 委员{i}, answers_for: 楼院卫生}}\n" for i in range(9))
    members = "".join(
        f"    - {{name: 示例{stem}{other}, post: 委员{i}, from: 2025-03-01}}\n"
        for i, other in enumerate("子丑寅卯辰巳午未申")
    )
    head = f"- id: {kind}\n  type: {kind}\n  name: 示例{number}号院组织\n"
    return f"{head}  posts:\n{posts}  members:\n{members}"


def by_one_command(root: Path, compounds: int) -> Iterator[str]:
    """What one command costs that prints a board of each compound, cold and again."""
    order = ("print", "--board", "organization", "--size", "A3", "--date", "2026-01-01")
    for name in ("cold", "again"):
        cost = measure((*noticeboard_command(), "-C", str(root), "--lang", "en", *order), root / "log.txt")
        costs = f"{cost.wall:.2f} s, {cost.cpu:.2f} CPU s, {cost.memory / MIB:.0f} MiB in all"
        yield f"{compounds} boards by one command, {name}: {costs}"
        yield "  " + (root / "log.txt").read_text(encoding="utf-8").splitlines()[-1]


def main() -> None:
    """Print the figures."""
    as_installed()
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--boards", type=int, default=100)
    arguments.add_argument("--compounds", type=int, default=200)
    arguments.add_argument("--times", type=int, default=3)
    given = arguments.parse_args()
    print(
        f"{processor()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}, noticeboard at {commit()}"
    )
    with TemporaryDirectory() as name:
        pages = list(pages_for_chromium(Path(name), max(10, given.boards // 5)))
        rounds = [
            (in_processes(given.boards, 1), in_chromium(pages), in_processes(given.boards, 2))
            for _ in range(given.times)
        ]
    for processes, place in ((1, 0), (2, 2)):
        rates: list[Rate] = [each[place] for each in rounds]  # type: ignore[misc]  # places 0 and 2 hold rates
        wall, cpu, size, memory = (median(figures) for figures in zip(*rates, strict=True))
        ratio = median(rate.wall / each[1] for rate, each in zip(rates, rounds, strict=True))
        print(
            f"A3 boards, {processes} at a time: {wall:.1f} a second ({cpu:.1f} a CPU second), "
            f"{ratio:.1f} times Chromium; {size:.0f} KB each, {memory:.0f} MiB a process"
        )
    print(f"Chromium, one browser, the same HTML: {median(each[1] for each in rounds):.1f} a second")
    with TemporaryDirectory() as name:
        root = Path(name)
        write_files(root, dict(site_files(given.compounds)))
        for line in by_one_command(root, given.compounds):
            print(line)
    print(GOALS)


if __name__ == "__main__":
    main()
