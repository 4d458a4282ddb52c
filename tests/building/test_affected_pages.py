"""One edit, and exactly the pages that show it: each is made again, no other is.

edit ─ build ▶ built, dropped · the edit taken back ─ build ▶ the same the other way round
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from edited_site import picture
from whole_site import tree, write_files
from written_site import TODAY, lines

from noticeboard.boards.address import board_id
from noticeboard.building.pipeline import BuildRequest, BuildResult, build
from noticeboard.rendering.theme import default_theme

FILES: dict[str, str | bytes] = {
    "content/site.yml": """
title: 示例公示
base_url: https://example.org/
boards: {kinds: [volunteer, tasks, notice]}
""",
    "content/sources.yml": "- {id: S1, title: 示例简报}\n",
    "content/a/place.yml": "kind: 街道\nname: 示例街道\n",
    "content/a/m/place.yml": "kind: 社区\nname: 示例社区\n",
    "content/a/m/x/place.yml": "kind: 楼院\nname: 示例小区\nhouseholds: 120\nsource: S1\n",
    "content/a/m/x/tasks.yml": """
- id: gas
  title: 接通天然气
  state: done
  finished: 2026-05-10
  funds: [{payer: 物业公司, amount: "3,600"}]
  photos: [{file: gas.png}]
  body: 已经通气。
- {id: lamp, title: 换路灯, state: open}
""",
    "content/a/m/x/volunteers.yml": """
- {name: 示例甲, hours: 10, consent: {name: [web, wall], until: 2026-12-31}}
- {name: 示例乙}
""",
    "content/a/m/x/notices.yml": """
- {id: water, title: 停水通知, from: 2026-11-19, to: 2026-11-25, body: 停水两天。}
- {id: vote, title: 选举公告, from: 2026-12-01, body: 选举。}
""",
    "content/a/m/x/photos/gas.png": picture(1),
    "content/a/m/y/place.yml": "kind: 楼院\nname: 示例二区\n",
    "content/a/m/y/tasks.yml": "- {id: bench, title: 添置长椅, state: open}\n",
    "content/n/place.yml": "kind: 街道\nname: 示例北街\n",
    "content/n/figures.yml": "- {title: 户数合计, sum: [/a/m/x#households]}\n",
}
X, Y = "content/a/m/x", "content/a/m/y"
BOARDS = [
    *((place, key) for place in ("a/m/x", "a/m/y") for key in ("tasks",)),
    *(("a/m/x", key) for key in ("volunteer", "notice-water", "notice-vote")),
]
ADDRESSES = {f"b/{board_id(place, key)}": f"b/{place[-1]}-{key}" for place, key in BOARDS}
"""The pages of short addresses, by the place and the kind of their boards."""


@dataclass(frozen=True)
class Edit:
    """What is written anew, on which day, and what that makes of the site."""

    built: str
    """A folder and its pages on each line, `.` for its own; the pages are `FOLDER/PAGE/index.html`."""
    put: tuple[tuple[str, str | bytes], ...] = ()
    replace: tuple[str, str, str] = ("", "", "")
    """A file, a text in it, and what stands there afterwards."""
    today: date = TODAY
    dropped: str = ""

    def files(self) -> dict[str, str | bytes]:
        """The files of the site after the edit."""
        path, old, new = self.replace
        changed = dict(self.put)
        if path:
            text = str(FILES[path])
            assert text.count(old) == 1
            changed[path] = text.replace(old, new)
        return {**FILES, **changed}


EDITS = {
    "nothing": Edit(built=""),
    "a comment at the head of a list": Edit(
        put=((f"{X}/tasks.yml", f"# 台账\n{FILES[f'{X}/tasks.yml']}"),), built=""
    ),
    "a row becomes a file of its own": Edit(
        put=(
            (f"{Y}/tasks.yml", ""),
            (f"{Y}/tasks/bench.md", "---\ntitle: 添置长椅\nstate: open\n---\n"),
        ),
        built="",
    ),
    "the text of a task": Edit(replace=(f"{X}/tasks.yml", "已经", "全部"), built="a/m/x: tasks/gas"),
    "the title of a task": Edit(
        replace=(f"{X}/tasks.yml", "天然气", "暖气"),
        built="""
        a/m/x: . tasks tasks/gas boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: x-tasks
        """,
    ),
    "the state of a task": Edit(
        replace=(f"{X}/tasks.yml", "state: open", "state: waiting"),
        built="""
        : . tasks statistics
        a: . tasks statistics
        a/m: . tasks statistics
        a/m/x: . tasks tasks/lamp boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: x-tasks
        """,
    ),
    "the money of a task": Edit(
        replace=(f"{X}/tasks.yml", "3,600", "4,600"),
        built="""
        : . tasks statistics
        a: . tasks statistics
        a/m: . tasks statistics
        a/m/x: . tasks tasks/gas boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: x-tasks
        """,
    ),
    "the day on which a task was finished": Edit(
        replace=(f"{X}/tasks.yml", "2026-05-10", "2026-06-10"),
        built="""
        : . statistics
        a: . statistics
        a/m: . statistics
        a/m/x: . tasks tasks/gas boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: x-tasks
        """,
    ),
    "a new task": Edit(
        put=((f"{Y}/tasks/door.yml", "title: 修门\nstate: open\n"),),
        built="""
        sitemap.xml
        : . tasks statistics
        a: . tasks statistics
        a/m: . tasks statistics
        a/m/y: . tasks tasks/door boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: y-tasks
        """,
    ),
    "another photo": Edit(put=((f"{X}/photos/gas.png", picture(2)),), built="a/m/x/photos/gas.png"),
    "a new volunteer": Edit(
        replace=(f"{X}/volunteers.yml", "- {name: 示例乙}", "- {name: 示例乙}\n- {name: 示例丙}"),
        built="""
        sitemap.xml
        : . statistics
        a: . statistics
        a/m: . statistics
        a/m/x: . statistics boards boards/volunteer-a3-landscape
        b: x-volunteer
        """,
    ),
    "a name that is not shown": Edit(replace=(f"{X}/volunteers.yml", "示例乙", "示例丁"), built=""),
    "a consent that ended": Edit(
        replace=(f"{X}/volunteers.yml", "2026-12-31", "2026-11-19"),
        built="""
        a/m/x: . boards boards/volunteer-a3-landscape
        b: x-volunteer
        """,
    ),
    "the text of a notice": Edit(
        replace=(f"{X}/notices.yml", "两天", "三天"),
        built="""
        a/m/x: notices/water boards boards/notice-water-a4-portrait
        b: x-notice-water
        """,
    ),
    "the next day": Edit(today=date(2026, 11, 21), built="a/m/x: . notices notices/water"),
    "the day after the end of a notice": Edit(
        today=date(2026, 11, 26),
        built="""
        : . boards notices
        a: . notices
        a/m: . notices
        a/m/x: . notices notices/water boards
        """,
        dropped="""
        a/m/x: boards/notice-water-a4-portrait
        b: x-notice-water
        """,
    ),
    "the number of households, used in a figure elsewhere": Edit(
        replace=(f"{X}/place.yml", "120", "121"), built="a: statistics\na/m: statistics\na/m/x: .\nn: ."
    ),
    "the name of a place": Edit(
        replace=(f"{X}/place.yml", "示例小区", "示例院子"),
        built="""
        : boards
        a: . statistics
        a/m: . tasks notices statistics
        a/m/x: . tasks tasks/gas tasks/lamp notices notices/water notices/vote boards
        a/m/x: boards/volunteer-a3-landscape boards/tasks-a3-landscape boards/tasks-a4-portrait
        a/m/x: boards/notice-water-a4-portrait boards/notice-vote-a4-portrait
        b: x-volunteer x-tasks x-notice-water x-notice-vote
        n: .
        """,
    ),
    "the phone of the place above": Edit(
        put=(("content/a/m/place.yml", f"{FILES['content/a/m/place.yml']}supervision_phone: 12345\n"),),
        built="""
        a/m: . tasks notices statistics
        a/m/x: . tasks tasks/gas tasks/lamp notices notices/water notices/vote boards
        a/m/x: boards/volunteer-a3-landscape boards/tasks-a3-landscape boards/tasks-a4-portrait
        a/m/x: boards/notice-water-a4-portrait boards/notice-vote-a4-portrait
        a/m/y: . tasks tasks/bench boards boards/tasks-a3-landscape boards/tasks-a4-portrait
        b: x-volunteer x-tasks x-notice-water x-notice-vote y-tasks
        """,
    ),
    "a new place": Edit(
        put=(("content/n/w/place.yml", "kind: 楼院\nname: 示例三区\n"),),
        built="""
        sitemap.xml
        : . statistics
        n: .
        n/w: .
        """,
    ),
    "the title of a source": Edit(
        put=(("content/sources.yml", "- {id: S1, title: 示例台账}\n"),),
        built="""
        : sources
        a/m/x: . tasks/gas tasks/lamp notices/water notices/vote
        """,
    ),
    "a template of the site's own": Edit(
        put=(("templates/tasks.html", (default_theme() / "tasks.html").read_bytes() + b"<!-- -->"),),
        built="""
        : tasks
        a: tasks
        a/m: tasks
        a/m/x: tasks
        a/m/y: tasks
        """,
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once; every test leaves it as it was."""
    folder = tmp_path_factory.mktemp("affected")
    write_files(folder, FILES)
    result = build(BuildRequest(folder, TODAY))
    assert result.ok, lines(result)
    return folder


@pytest.fixture
def rebuilt(root: Path) -> Iterator[Path]:
    """The site, to be changed; afterwards it is what it was."""
    before = tree(root / "site")
    yield root
    change(root, FILES)
    assert build(BuildRequest(root, TODAY)).ok
    assert tree(root / "site") == before


def change(root: Path, files: dict[str, str | bytes]) -> None:
    """Make the files of the site these and no others."""
    for folder in ("content", "templates"):
        shutil.rmtree(root / folder, ignore_errors=True)
    write_files(root, {path: data for path, data in files.items() if data})


def paths(text: str) -> set[str]:
    """The paths that an expectation names."""
    found = set()
    for entry in text.split("\n"):
        folder, mark, pages = entry.strip().partition(":")
        if mark:
            found.update(
                f"{folder}/{page}/index.html".replace("/./", "/").lstrip("/") for page in pages.split()
            )
        elif folder:
            found.add(folder)
    return found


def named(path: str) -> str:
    """A path of the site, short addresses by the names of their boards."""
    folder = path.removesuffix("/index.html")
    return f"{ADDRESSES[folder]}/index.html" if folder in ADDRESSES else path


def made(result: BuildResult) -> set[str]:
    """What a build made, or made again."""
    assert result.ok, lines(result)
    return {named(path) for path, _ in result.built}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_rebuilds_the_pages_that_show_it(rebuilt: Path, edit: Edit) -> None:
    before = {named(path) for path in tree(rebuilt / "site")}
    change(rebuilt, edit.files())
    assert made(build(BuildRequest(rebuilt, edit.today))) == paths(edit.built)
    after = {named(path) for path in tree(rebuilt / "site")}
    assert before - after == paths(edit.dropped)
    change(rebuilt, FILES)
    back = paths(edit.built) - (after - before) | paths(edit.dropped)
    assert made(build(BuildRequest(rebuilt, TODAY))) == back


def test_the_title_of_the_site_rebuilds_every_page_and_no_other_file(rebuilt: Path) -> None:
    title = str(FILES["content/site.yml"]).replace("示例公示", "公示示例")
    change(rebuilt, {**FILES, "content/site.yml": title})
    pages = {named(path) for path in tree(rebuilt / "site") if path.endswith(".html")}
    assert made(build(BuildRequest(rebuilt, TODAY))) == pages
