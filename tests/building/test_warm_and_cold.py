"""After any edits and on any day, a build on top of the last one makes the same bytes as one from nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whole_site import tree
from written_site import SITE, TODAY, lines, place, rebuild, write_content

Files = dict[str, str]
Edit = Callable[[Files], None]

PLACES = ("s/c", "s/d", "s/e")
START = {
    "site.yml": SITE + "boards: {kinds: [organization]}\n",
    "s/place.yml": place("街道", "示例街道", "source: S1\n"),
    "s/tasks.yml": "- {id: all, title: 全街道的事, state: open}\n",
    "s/c/place.yml": place("楼院", "示例小区", "户数: 120\n"),
    "s/d/place.yml": place("楼院", "示例二区", "示例: 是\n"),
    "s/c/figures.yml": "- {title: 两倍, sum: [households, households]}\n",
    "sources.yml": "- {id: S1, title: 示例}\n",
}
NAMES = st.sampled_from(["示例甲", "示例乙", "示例丙", "欧阳示例"])
IDS = st.sampled_from(["a", "b", "c"])
DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=40))
WHERE = st.sampled_from(["s", *PLACES])


def put(path: str, text: str) -> Edit:
    """Write a record's file into a place, if the place is there."""

    def edit(files: Files) -> None:
        if has_place(files, path):
            files[path] = text

    return edit


def has_place(files: Files, path: str) -> bool:
    """Whether the place that a file belongs to is there."""
    parts = path.split("/")
    folder = "/".join(part for part in parts[:-1] if part not in ("tasks", "notices"))
    return f"{folder}/place.yml" in files


def remove(path: str) -> Edit:
    def edit(files: Files) -> None:
        files.pop(path, None)

    return edit


def close(folder: str) -> Edit:
    """Delete a place with all that is in it."""

    def edit(files: Files) -> None:
        for path in [each for each in files if each.startswith(f"{folder}/")]:
            del files[path]

    return edit


def task(where: str, name: str, title: str, state: str, due: date) -> Edit:
    return put(
        f"{where}/tasks/{name}.md",
        f"---\ntitle: {title}\nstate: {state}\ndue: {due}\n---\n\n{title}的经过。\n",
    )


def notice(where: str, name: str, title: str, start: date, days: int) -> Edit:
    end = start + timedelta(days=days)
    return put(f"{where}/notices/{name}.yml", f"title: {title}\nfrom: {start}\nto: {end}\nbody: 正文\n")


def volunteers(where: str, names: list[str], until: date) -> Edit:
    rows = [f"- {{name: {name}, consent: {{name: [web, wall], until: {until}}}}}\n" for name in names]
    return put(f"{where}/volunteers.yml", "".join(rows))


def open_place(where: str, name: str, households: int) -> Edit:
    def edit(files: Files) -> None:
        files[f"{where}/place.yml"] = place("楼院", name, f"户数: {households}\n")

    return edit


EDITS = st.one_of(
    st.builds(task, WHERE, IDS, NAMES, st.sampled_from(["open", "done", "waiting"]), DAYS),
    st.builds(notice, WHERE, IDS, NAMES, DAYS, st.integers(0, 20)),
    st.builds(volunteers, WHERE, st.lists(NAMES, min_size=1, max_size=5, unique=True), DAYS),
    st.builds(open_place, st.sampled_from(PLACES), NAMES, st.integers(1, 200)),
    st.builds(close, st.sampled_from(["s/d", "s/e"])),
    st.builds(lambda where, name: remove(f"{where}/tasks/{name}.md"), WHERE, IDS),
    st.builds(lambda where, name: remove(f"{where}/notices/{name}.yml"), WHERE, IDS),
    st.builds(lambda where: remove(f"{where}/volunteers.yml"), WHERE),
)
STEPS = st.lists(st.tuples(st.lists(EDITS, max_size=4), DAYS), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_a_warm_build_equals_a_cold_one(steps: list[tuple[list[Edit], date]]) -> None:
    files = dict(START)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_content(root, files)
        assert rebuild(root).ok
        for edits, today in steps:
            for edit in edits:
                edit(files)
            shutil.rmtree(root / "content")
            write_content(root, files)
            warm = rebuild(root, today)
            assert warm.ok, lines(warm)
            assert rebuild(root, today).built == ()
        assert rebuild(root, today, output=root / "cold").ok
        assert tree(root / "site") == tree(root / "cold")
