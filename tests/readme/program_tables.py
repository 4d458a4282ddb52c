"""The tables of the READMEs, made from the program: one function a table, each for one language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click
from field_words import field_rows, keys_of
from table_words import EVERY_COMMAND, EXIT_CODES, RECORD_KEYS, SETTINGS

import noticeboard
from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.view import BoardKind
from noticeboard.boards.words import LANDSCAPE, PORTRAIT
from noticeboard.cli import command_line
from noticeboard.commands.command_line import CommonOption
from noticeboard.commands.invocation import Invocation
from noticeboard.config import Settings
from noticeboard.diagnostics import CODES
from noticeboard.forms.catalogue import FORMS
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Place
from noticeboard.languages import Language, Words
from noticeboard.records import Record

Rows = Iterable[tuple[str, ...]]


def table(head: tuple[Words, ...], rows: Rows, language: Language) -> str:
    """A Markdown table."""
    lines = [tuple(words.to(language) for words in head), ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def commands(language: Language) -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name: `check`, `new`, `new task`, …"""
    invocation = Invocation(Path(), language, datetime.now)
    found = command_line(invocation)
    for name in found.list_commands(click.Context(found)):
        command = found.get_command(click.Context(found), name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            for below in command.list_commands(click.Context(command)):
                inner = command.get_command(click.Context(command), below)
                assert inner is not None
                yield f"{name} {below}", inner


def _usage(name: str, command: click.Command) -> str:
    arguments = [str(each.metavar) for each in command.params if isinstance(each, click.Argument)]
    return f"`{' '.join(['noticeboard', name, *arguments])}`"


def _spelled(option: click.Parameter) -> str:
    names = "`, `".join(option.opts)
    assert isinstance(option, click.Option)
    if isinstance(option.type, click.Choice):
        return f"`{names} {'/'.join(option.type.choices)}`"
    return f"`{names}`" if option.is_flag else f"`{names} {option.metavar}`"


def commands_table(language: Language) -> str:
    """Commands and what they do."""
    rows = (
        (_usage(name, command), (command.help or "").split("\n\n")[0].replace("\n", " "))
        for name, command in commands(language)
    )
    return table((Words("命令", "Command"), Words("做什么", "What it does")), rows, language)


def options_table(language: Language) -> str:
    """Options with the commands that take them."""
    takers: dict[tuple[str, str], list[str]] = {}
    invocation = Invocation(Path(), language, datetime.now)
    whole = ("", command_line(invocation))
    for name, command in (whole, *commands(language)):
        for option in command.params:
            if isinstance(option, click.Option):
                key = (_spelled(option), option.help or "")
                takers.setdefault(key, []).append("" if isinstance(option, CommonOption) else name)
    rows = (
        (spelled, _takers(names, language), words)
        for (spelled, words), names in sorted(takers.items(), key=lambda each: each[1][0] == "")
    )
    head = (Words("选项", "Option"), Words("命令", "Command"), Words("意思", "Meaning"))
    return table(head, rows, language)


def _takers(names: list[str], language: Language) -> str:
    """The commands that take an option; the program itself is the one without a name."""
    if not any(names) and len(names) > 1:
        return EVERY_COMMAND.to(language)
    return ", ".join(f"`{name or 'noticeboard'}`" for name in names)


def exit_codes_table(language: Language) -> str:
    """Exit codes."""
    rows = ((str(number), words.to(language)) for number, words in EXIT_CODES.items())
    return table((Words("退出码", "Exit code"), Words("意思", "Meaning")), rows, language)


def settings_table(language: Language) -> str:
    """The settings of `site.yml`."""
    rows = ((f"`{key}`", zh, SETTINGS[key].to(language)) for key, zh in keys_of(Settings))
    return table((*KEYS, Words("意思", "Meaning")), rows, language)


KEYS = (Words("英文键", "Key"), Words("中文键", "Chinese key"))


def kinds_table(language: Language) -> str:
    """The kinds of records and where they stand."""
    own_page = Words("有，每条一页", "one a record"), Words("没有", "none")
    rows = (
        (
            f"`{kind.name}`",
            kind.words.zh,
            f"`{kind.folder}.yml`, `{kind.words.zh}.yml`",
            f"`{kind.folder}/`, `{kind.words.zh}/`",
            own_page[0 if kind.has_page else 1].to(language),
        )
        for kind in KINDS
    )
    head = (
        Words("类别", "Kind"),
        Words("中文", "Chinese"),
        Words("列表文件", "List file"),
        Words("文件夹", "Folder"),
        Words("自己的页面", "Page"),
    )
    return table(head, rows, language)


FIELD_HEAD = (*KEYS, Words("写什么", "What to write"), Words("谁能看到", "Who sees it"))


def fields_of(record: type, without: frozenset[str], language: Language) -> str:
    """The fields of one kind of record."""
    rows = (
        (f"`{row.key}`", row.zh, row.write.to(language), row.seen.to(language))
        for row in field_rows(record, without=without)
    )
    return table(FIELD_HEAD, rows, language)


def fields_tables(language: Language) -> str:
    """The fields of every record, of a place and of each kind, each under its heading."""
    every = Words("所有记录都有的字段", "Fields of every record")
    of_place = Words(
        "地点 `place`（文件 `place.yml` 或 `地点.yml`）", "Place `place` (file `place.yml` or `地点.yml`)"
    )
    parts = [
        (every, fields_of(Record, frozenset(), language)),
        (of_place, fields_of(Place, RECORD_KEYS, language)),
        *(
            (
                Words(f"{kind.words.zh} `{kind.name}`", f"{kind.words.en.capitalize()} `{kind.name}`"),
                fields_of(kind.record, RECORD_KEYS, language),
            )
            for kind in KINDS
        ),
    ]
    return "\n".join(f"#### {heading.to(language)}\n\n{text}" for heading, text in parts)


def _printed_table(kinds: Iterable[BoardKind], language: Language) -> str:
    rows = (
        (
            f"`{kind.key}`",
            kind.words.to(language),
            kind.shows.to(language),
            ", ".join(f"`{sheet}`" for sheet in kind.sheets),
        )
        for kind in kinds
    )
    head = (Words("种类", "Kind"), Words("名称", "Name"), Words("内容", "Shows"), Words("纸", "Sheets"))
    return table(head, rows, language)


def boards_table(language: Language) -> str:
    """The kinds of boards and their sheets."""
    return _printed_table(BOARD_KINDS, language)


def forms_table(language: Language) -> str:
    """The kinds of forms and their sheets."""
    return _printed_table((form.kind for form in FORMS), language)


def sheets_table(language: Language) -> str:
    """The sheets with the least sizes of type on them."""
    rows = (
        (
            f"`{sheet.key}`",
            f"{sheet.paper.to(language)} {(LANDSCAPE if sheet.landscape else PORTRAIT).to(language)}",
            f"{sheet.width:g} × {sheet.height:g} mm",
            f"{sheet.distance:g} m",
            f"{sheet.name_size:g} mm",
            f"{sheet.text_size:g} mm",
        )
        for sheet in SHEETS.values()
    )
    head = (
        Words("键", "Key"),
        Words("纸", "Paper"),
        Words("尺寸", "Size"),
        Words("阅读距离", "Read from"),
        Words("姓名、数字最小字高", "Least height of names and figures"),
        Words("其他文字最小字高", "Least height of other text"),
    )
    return table(head, rows, language)


def all_codes() -> dict[str, Words]:
    """Every diagnostic code, after every module has declared its own."""
    for module in pkgutil.walk_packages(noticeboard.__path__, "noticeboard."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return dict(sorted(CODES.items()))


def codes_table(language: Language) -> str:
    """The diagnostic codes: errors, notes, warnings."""
    rows = ((f"`{name}`", words.to(language)) for name, words in all_codes().items())
    return table((Words("代码", "Code"), Words("意思", "Meaning")), rows, language)


TABLES: dict[str, Callable[[Language], str]] = {
    "commands": commands_table,
    "options": options_table,
    "exit-codes": exit_codes_table,
    "settings": settings_table,
    "kinds": kinds_table,
    "fields": fields_tables,
    "boards": boards_table,
    "forms": forms_table,
    "sheets": sheets_table,
    "codes": codes_table,
}
"""Every table by the name in its mark, `<!-- table: NAME -->`."""
