"""`new`: a starter file or a whole site, valid as written; what exists is never overwritten.

PATH ─ folder of the place, id ▶ one new file        (`new place`, `new task`, …)
DIR  ─ first_files ▶ every file of a small site      (`new site`)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from noticeboard.commands.command_line import Command, Group
from noticeboard.commands.first_site import IGNORE_FILE, first_files
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.new_files import level_below, place_file, place_parts, record_file, write_new
from noticeboard.commands.starters import place_starter
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Level
from noticeboard.languages import Words

HELP = Words(
    "新建站点、地点或一条记录。已有的文件从不覆盖。",
    "Start a site, a place or a record. Nothing that exists is overwritten.",
)
SITE_HELP = Words(
    "在一个新文件夹（默认当前文件夹）里新建站点，马上可以 build。",
    "Start a site in a new folder (default: this one); it can be built at once.",
)
PLACE_HELP = Words(
    "新建一个地点：PATH 是 content/ 下的文件夹，例如 wenhua-road/sunshine。",
    "Start a place: PATH is its folder below content/, such as wenhua-road/sunshine.",
)
RECORD_HELP = Words(
    "新建一条记录（{kind}）：PATH 是地点的文件夹，后面可以加 /编号。",
    "Start a record ({kind}): PATH is the folder of its place, with /ID behind it if you like.",
)
TITLE = Words("标题或名称", "title or name")
LEVEL = Words(
    "地点的类别（默认比上一级低一级）", "level of the place (default: one below that which holds it)"
)
CREATED = Words("已写好 {}", "Wrote {}")
NEXT = Words("下一步：改好内容，再运行 noticeboard check", "Next: edit it, then run noticeboard check")
NEXT_SITE = Words("下一步：运行 noticeboard {}build", "Next: run noticeboard {}build")


def command(invocation: Invocation) -> click.Command:
    """The command `new`, with one command for a site, one for a place and one for each kind of record."""
    made = {"site": _site, "place": _place}
    summaries = {
        "site": Words("一个站点", "a site"),
        "place": Words("一个地点", "a place"),
        **{kind.name: kind.words for kind in KINDS},
    }

    def find(name: str) -> Any:
        return made.get(name) or (lambda called: _record(called, name))

    return Group(
        name="new",
        invocation=invocation,
        summaries=summaries,
        find=find,
        help=HELP.to(invocation.language),
    )


def _site(invocation: Invocation) -> Command:
    language = invocation.language

    def run(folder_name: str) -> int:
        folder = invocation.root / folder_name
        files = first_files(KINDS, language)
        if (folder / IGNORE_FILE).is_file():
            del files[IGNORE_FILE]  # a new repository often has one; what it says is its owner's business
        write_new(folder, files, language)
        _tell(invocation, str(folder), NEXT_SITE.to(language).format(_option_for(folder)))
        return 0

    return Command(
        language=language,
        name="site",
        callback=run,
        help=SITE_HELP.to(language),
        params=[click.Argument(["folder_name"], metavar="[DIR]", default=".")],
    )


def _place(invocation: Invocation) -> Command:
    language = invocation.language

    def run(path: str, title: str, level: str | None) -> int:
        parts = place_parts(path, language)
        file = place_file(invocation.root, parts, language)
        named = next((each for each in Level if level in (each.value, each.words.zh)), None)
        chosen = named or level_below(invocation.root, parts[:-1], language)
        text = place_starter(chosen, title or parts[-1], language)
        write_new(invocation.root, {file: text}, language)
        _tell(invocation, file, NEXT.to(language))
        return 0

    english = [level.value for level in Level if level is not Level.SITE]
    chinese = [level.words.zh for level in Level if level is not Level.SITE]
    shown = "|".join(chinese if language == "zh" else english)
    return Command(
        language=language,
        name="place",
        callback=run,
        help=PLACE_HELP.to(language),
        params=[
            click.Argument(["path"], metavar="PATH"),
            click.Option(["--title"], default="", metavar="TEXT", help=TITLE.to(language)),
            click.Option(
                ["--level"],
                type=click.Choice([*chinese, *english]),
                metavar=f"[{shown}]",
                help=LEVEL.to(language),
            ),
        ],
    )


def _record(invocation: Invocation, name: str) -> Command:
    language = invocation.language
    kind = next(kind for kind in KINDS if kind.name == name)

    def run(path: str, title: str) -> int:
        files = record_file(invocation.root, kind, path, title, language)
        write_new(invocation.root, files, language)
        _tell(invocation, next(iter(files)), NEXT.to(language))
        return 0

    words = RECORD_HELP.to(language).format(kind=kind.words.to(language))
    return Command(
        language=language,
        name=name,
        callback=run,
        help=words,
        params=[
            click.Argument(["path"], metavar="PATH"),
            click.Option(["--title"], default="", metavar="TEXT", help=TITLE.to(language)),
        ],
    )


def _tell(invocation: Invocation, written: str, next_step: str) -> None:
    if not invocation.is_quiet:
        click.echo(CREATED.to(invocation.language).format(written))
        click.echo(next_step)


def _option_for(folder: Path) -> str:
    """The option that names `folder` in the next command, empty for the current folder."""
    if folder.resolve() == Path.cwd():
        return ""
    return f'-C "{folder}" ' if " " in str(folder) else f"-C {folder} "
