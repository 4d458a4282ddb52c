#!/usr/bin/env python3
"""How long a keeper waits for the preview: from the close of an edited file to the answer with the new page.

    python tests/bench/serve.py [--compounds 1000] [--edits 10] [--work DIR] [--markdown FILE]

Each generator serves its own site on a free port of this machine (`noticeboard serve`; `hugo server` as it is by
default). A task's body gets a word that has never been there; from the close of the file its page is asked for
again and again, 2 ms after each answer, until the word stands in it. That is how the preview is used: it holds
back a page that is out of date until it is built, and the open page asks again when it is told to. An edit is
made only when the page has been still for a second. After the last edit the file is put back.
"""

from __future__ import annotations

import argparse
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from machine import as_installed, provenance
from measuring import RunFailed
from sites import (
    WORK,
    Missing,
    Site,
    hugo_program,
    hugo_site,
    noticeboard_command,
    noticeboard_site,
    write_data,
)
from to_noticeboard import ONE_BOARD
from trash import empty_trash

HOST = "127.0.0.1"
PAUSE = 0.002
STILL = 1.0
LONGEST_START, LONGEST_EDIT = 600.0, 60.0


@dataclass(frozen=True)
class Served:
    """A site as it is served: the command, the file of the task that is edited, the page that shows it."""

    site: Site
    command: tuple[str, ...]
    port: int
    file: Path
    page: str


def served_sites(work: Path, compounds: int) -> tuple[Served, Served]:
    """Both sites, written anew; the first task of the compound in the middle is edited."""
    source = write_data(compounds, work)
    ours, hugos = noticeboard_site(work / "noticeboard", ONE_BOARD), hugo_site(work / "hugo")
    for site in (ours, hugos):
        site.convert(source, site.root)
    number = compounds // 2
    place = f"s{number // 100:04}/c{number // 10:05}/y{number:06}"
    first, second = free_port(), free_port()
    here = ("-C", str(ours.root), "--lang", "en", "serve", "--port", str(first))
    there = ("server", "--source", str(hugos.root), "--bind", HOST, "--port", str(second))
    return (
        Served(
            ours,
            (*noticeboard_command(), *here),
            first,
            ours.root / "content" / place / "tasks.yml",
            f"/{place}/tasks/000/",
        ),
        Served(
            hugos,
            (hugo_program(), *there),
            second,
            hugos.root / "content" / place / "000.md",
            f"/{place}/000/",
        ),
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def edits(served: Served, times: int, log: Path) -> list[float]:
    """Seconds of each edit, while the server runs."""
    before = served.file.read_text(encoding="utf-8")
    seconds = []
    with _running(served.command, log) as process:
        _wait_for_page(served, process, log)
        try:
            for number in range(times + 1):  # the first edit only warms
                time.sleep(STILL)
                word = f"word{time.time_ns()}"
                taken = _edit(served, before, word)
                if number:
                    seconds.append(taken)
        finally:
            served.file.write_text(before, encoding="utf-8", newline="\n")
    return seconds


def _edit(served: Served, text: str, word: str) -> float:
    """Put the word into the list of the first body, and wait for it; seconds from the close of the file."""
    if "\n\n" not in text:
        raise RunFailed(f"{served.file} has no paragraphs")
    end = text.index("\n\n")
    served.file.write_text(f"{text[:end]}{word}{text[end:]}", encoding="utf-8", newline="\n")
    begun = time.perf_counter()
    while time.perf_counter() - begun < LONGEST_EDIT:
        if word.encode() in _get(served):
            return time.perf_counter() - begun
        time.sleep(PAUSE)
    raise RunFailed(f"{served.site.name}: {served.page} did not change within {LONGEST_EDIT:.0f} s")


def _get(served: Served) -> bytes:
    connection = http.client.HTTPConnection(HOST, served.port, timeout=LONGEST_EDIT)
    try:
        connection.request("GET", served.page)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):  # a server may be about to write the page
        return b""
    else:
        return body if answer.status == http.HTTPStatus.OK else b""  # there is no site yet
    finally:
        connection.close()


def _wait_for_page(served: Served, process: subprocess.Popen[bytes], log: Path) -> None:
    begun = time.perf_counter()
    while time.perf_counter() - begun < LONGEST_START:
        if b"</html>" in _get(served):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RunFailed(f"{served.site.name} does not serve {served.page}: see {log}")


@contextmanager
def _running(command: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def main() -> int:
    """Measure both and print the medians."""
    as_installed()
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--compounds", type=int, default=1000)
    arguments.add_argument("--edits", type=int, default=10)
    arguments.add_argument("--work", type=Path, default=WORK / "serve")
    arguments.add_argument("--markdown", type=Path, help="write the table to this file too")
    asked = arguments.parse_args()
    rows = ["| edit to served page | median, s | least | most |", "|---|---:|---:|---:|"]
    try:
        for served in served_sites(asked.work.resolve(), asked.compounds):
            print(f"{served.site.name}: {asked.edits} edits", file=sys.stderr, flush=True)
            seconds = edits(served, asked.edits, asked.work.resolve() / f"{served.site.name}.log")
            figures = (median(seconds), min(seconds), max(seconds))
            rows.append(f"| {served.site.name} | {' | '.join(f'{each:.3f}' for each in figures)} |")
    except (Missing, RunFailed, subprocess.CalledProcessError) as stopped:
        print(f"stopped: {stopped}", file=sys.stderr)
        return 1
    finally:
        empty_trash(asked.work.resolve())
    machine = "\n".join(f"- {line}" for line in provenance())
    report = f"{asked.compounds:,} compounds, {asked.edits} edits.\n\n{machine}\n\n" + "\n".join(rows) + "\n"
    print(report, end="")
    if asked.markdown:
        asked.markdown.write_text(report, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
