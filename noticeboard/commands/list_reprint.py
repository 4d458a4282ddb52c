"""`list reprint`: the boards that hang and do not say what they would say today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.building.printing import list_reprints
from noticeboard.building.request import BuildRequest
from noticeboard.commands.command_line import Command
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.list_subject import list_command
from noticeboard.commands.print_told import tell
from noticeboard.commands.reporting import visible
from noticeboard.commands.site import day_of, exit_code
from noticeboard.commands.terminal import print_json, progress
from noticeboard.languages import Language, Words, ending
from noticeboard.planning.printing import PrintOrder
from noticeboard.planning.reprint import Reprint

HELP = Words(
    "对照挂出记录（hung.yml）和现在的内容，列出挂着的公示栏哪些要重印，为什么。"
    "地点写 content/ 下的文件夹路径，包括下面的各级地点。",
    "Compare what hangs (hung.yml) with the content and list the boards that must be printed again, and why. PLACE "
    "is a folder path below content/; places below it are listed too.",
)
DATE = Words("按这一天比较（默认今天）", "compare as on this day (default: today)")
READING = Words("正在比较…", "Comparing …")
MOST = 8
"""So many changes of a board are named; with -v all are."""
ADDED, DROPPED = Words("多了：{}", "added: {}"), Words("没有了：{}", "gone: {}")
ALTERED = Words("{what}：原来“{old}”，现在“{new}”", "{what}: was “{old}”, now “{new}”")
GONE = Words("现在没有这块公示栏了，取下即可", "there is no such board any more: take it down")
NO_LINES = Words("没有记下当时印的内容", "what was printed is not on record")
DETAILS = Words("只有细节变了", "only details have changed")
MORE = Words("还有{n}处变化（-v 全部列出）", "{n} more (-v names all)")


def command(invocation: Invocation) -> Command:
    """The command `list reprint`."""

    def run(place: str | None, is_json: bool, day: date | None) -> int:
        site = BuildRequest(root=invocation.root, today=day_of(invocation, day))
        return run_list(invocation, PrintRequest(site, PrintOrder(), place), is_json=is_json)

    return list_command(invocation, "reprint", HELP, DATE, run)


def run_list(invocation: Invocation, request: PrintRequest, *, is_json: bool) -> int:
    """List what must be printed again on standard output; problems go to standard error."""
    language = invocation.language
    with progress(READING.to(language), is_quiet=invocation.is_quiet):
        printed, result = list_reprints(request)
    tell(printed, result, invocation)
    if result.ok and is_json:
        objects = [_object(path, each) for path, found in printed.reprints for each in found.reprints]
        print_json(json.dumps(objects, ensure_ascii=False, indent=2))
    elif result.ok:
        for line in listing(printed, language, is_verbose=invocation.is_verbose):
            click.echo(line)
    return exit_code(result)


def listing(printed: Printed, language: Language, *, is_verbose: bool = False) -> Iterator[str]:
    """The boards of each place, with what has changed; how many they are at the end."""
    for path, found in printed.reprints:
        if found.reprints:
            yield path or "."
        for each in found.reprints:
            yield f"  {_board(each, language)}"
            changes = list(_changes(each, language))
            most = len(changes) if is_verbose or len(changes) <= MOST + 1 else MOST
            yield from (f"    {visible(line)}" for line in changes[:most])
            if len(changes) > most:
                yield f"    {MORE.to(language).format(n=len(changes) - most)}"
    hanging = sum(found.hanging for _, found in printed.reprints)
    number = sum(len(found.reprints) for _, found in printed.reprints)
    yield Words(
        f"挂着{hanging}块，其中{number}块要换",
        f"{hanging} board{ending(hanging)} hanging, {number} to be replaced",
    ).to(language)


def _board(reprint: Reprint, language: Language) -> str:
    hung = reprint.hung
    code = f"{hung.code} → {reprint.code or '-'}"
    since = Words(f"{hung.hung}挂出", f"hung {hung.hung}").to(language)
    return "  ".join(part for part in (reprint.where, visible(reprint.title), hung.size, code, since) if part)


def _changes(reprint: Reprint, language: Language) -> Iterator[str]:
    changes = reprint.changes
    if not reprint.code:
        yield GONE.to(language)
    elif not reprint.has_lines:
        yield NO_LINES.to(language)
    elif not changes.count:
        yield DETAILS.to(language)
    for each in changes.altered:
        yield ALTERED.to(language).format(what=each.what, old=each.old, new=each.new)
    yield from (ADDED.to(language).format(line) for line in changes.added)
    yield from (DROPPED.to(language).format(line) for line in changes.dropped)


def _reason(reprint: Reprint) -> str:
    """What has changed: lines, details, nobody knows what (`code`); or the board is gone."""
    if not reprint.code:
        return "gone"
    if reprint.changes.count:
        return "lines"
    return "details" if reprint.has_lines else "code"


def _object(path: str, reprint: Reprint) -> dict[str, Any]:
    hung, changes = reprint.hung, reprint.changes
    return {
        "place": path,
        "doorway": hung.doorway,
        "board": reprint.key,
        "size": hung.size,
        "panel": hung.panel,
        "hung": hung.hung.isoformat(),
        "code": hung.code,
        "current_code": reprint.code,
        "why": _reason(reprint),
        "altered": [{"what": each.what, "was": each.old, "now": each.new} for each in changes.altered],
        "added": list(changes.added),
        "dropped": list(changes.dropped),
    }
