"""The READMEs say what is true: commands, tables, paths, links and pictures are those of the program and checkout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import click
import pytest
from pictures import make_pictures
from PIL import Image
from playwright.sync_api import Browser
from program_tables import TABLES, all_codes
from readme_text import SPAN, Readme, rows_of
from tables import READMES, with_tables
from whole_site import CHECKOUT, write_files

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS
from noticeboard.building.reader import read_site
from noticeboard.cli import COMMANDS, command_line
from noticeboard.commands.invocation import Invocation
from noticeboard.config import Settings
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Place
from noticeboard.languages import Language
from noticeboard.reading.shapes import shape_of
from noticeboard.records import Privacy, Record
from noticeboard.values.date_text import parse_partial_date
from noticeboard.values.quantity import parse_quantity

BUILD = "python3 -m pip install -e . && python3 -m noticeboard build"
TEST = 'python3 -m pip install -e ".[test]" && python3 -m pytest'
NUTSHELL, CHANGES, ARCHITECTURE = 4, 5, 6
"""Which section of level 2 is which."""
LARGEST_PICTURE = 300_000


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture
def readme(language: Language) -> Readme:
    return Readme(READMES[language].read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", (BUILD, TEST))
def test_both_command_lines_stand_as_they_are(readme: Readme, line: str) -> None:
    assert f"{line}\n" in [block.text for block in readme.blocks]


def test_the_test_command_is_the_last_step_of_ci() -> None:
    steps = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").strip().replace('"$python"', "python3")
    install, run = TEST.split(" && ")
    assert steps.splitlines()[-1] == run
    installed = steps.replace("--quiet ", "").replace("--editable", "-e").replace("'", '"')
    assert install in installed.splitlines()


def test_tables_are_those_of_the_program(readme: Readme, language: Language) -> None:
    assert with_tables(readme.text, language) == readme.text, "run python tests/readme/tables.py --write"
    assert re.findall(r"<!-- table: (.+) -->", readme.text) == list(TABLES)


def every_command(language: Language) -> Iterator[tuple[str, click.Command]]:
    whole = command_line(Invocation(Path(), language, datetime.now))
    found: list[tuple[str, click.Command]] = [("noticeboard", whole)]
    for name, command in found:
        yield name, command
        if isinstance(command, click.Group):
            with click.Context(command) as ctx:
                below = [(each, command.get_command(ctx, each)) for each in command.list_commands(ctx)]
            found.extend((f"{name} {each}", inner) for each, inner in below if inner is not None)


def test_every_command_and_option_is_listed(readme: Readme, language: Language) -> None:
    listed = {" ".join(word for word in span.split() if word.islower()) for span in readme.column("commands")}
    commands = dict(every_command(language))
    assert listed == commands.keys() - {"noticeboard"}
    assert {name.split()[1] for name in listed} == COMMANDS.keys()
    options = {
        name
        for each in commands.values()
        for one in each.params
        if one.param_type_name == "option"
        for name in one.opts
    }
    assert {span.split()[0] for span in readme.column("options")} == options


def test_options_in_the_text_exist(readme: Readme) -> None:
    listed = {span.split()[0] for span in readme.column("options")}
    outside = readme.prose.partition("<!-- table: commands -->")[0]
    told = {word for span in SPAN.findall(outside) for word in span.split() if re.match("--[a-z]", word)}
    assert told - {"--write", "--check", "--strict"} <= listed


def keys_in(record: type, prefix: str = "") -> Iterator[tuple[str, str, Privacy]]:
    for shape in shape_of(record).fields:
        yield prefix + shape.key, shape.zh, shape.declaration.privacy
        if shape.inner is not None:
            yield from keys_in(shape.inner, f"{prefix}{shape.key}.")


def test_every_kind_is_listed(readme: Readme) -> None:
    assert readme.column("kinds") == [kind.name for kind in KINDS]
    assert [row[1] for row in readme.table("kinds")] == [kind.words.zh for kind in KINDS]


def test_every_field_is_listed_with_its_names_and_privacy(readme: Readme, language: Language) -> None:
    never = {"en": "never", "zh": "不公开"}[language]
    common = {item.name for item in fields(Record)}
    expected = [(key, zh, privacy) for key, zh, privacy in keys_in(Record)]
    for record in (Place, *(kind.record for kind in KINDS)):
        expected += [each for each in keys_in(record) if each[0] not in common]
    rows = [
        (SPAN.findall(key)[0], zh.rpartition(".")[2], seen) for key, zh, _, seen in readme.table("fields")
    ]
    assert [row[:2] for row in rows] == [each[:2] for each in expected]
    for (key, _, seen), (_, _, privacy) in zip(rows, expected, strict=True):
        hidden = privacy is Privacy.NEVER or "consent" in key.split(".")
        assert (seen == never) == hidden, key


def test_every_setting_is_listed(readme: Readme) -> None:
    assert readme.column("settings") == [key for key, _, _ in keys_in(Settings)]


def test_every_board_sheet_and_code_is_listed(readme: Readme, language: Language) -> None:
    assert readme.column("boards") == [kind.key for kind in BOARD_KINDS]
    assert readme.column("boards", 3) == [sheet for kind in BOARD_KINDS for sheet in kind.sheets]
    assert readme.column("sheets") == list(SHEETS)
    codes = {name: words.to(language) for name, words in all_codes().items()}
    assert {SPAN.findall(name)[0]: words for name, words in readme.table("codes")} == codes


def test_files_and_folders_of_every_kind_are_read(readme: Readme, tmp_path: Path) -> None:
    files = {"content/site.yml": "title: 示例站\n"}
    for number, column in enumerate((2, 3, 2, 3)):
        place = f"content/c{number}"
        files[f"{place}/place.yml"] = "kind: 楼院\nname: 示例小区\n"
        for row in readme.table("kinds"):
            name = SPAN.findall(row[column])[number // 2]
            files[f"{place}/{name}one.yml" if name.endswith("/") else f"{place}/{name}"] = ""
    write_files(tmp_path, files)
    reading = read_site(tmp_path, KINDS, drafts=False)
    assert len(reading.places) == 5
    assert {one.code for one in reading.diagnostics} <= {"E-GROUP", "E-MISSING"}, "an empty record, but read"


def test_paths_in_where_to_change_what_exist(readme: Readme) -> None:
    rows = rows_of(readme.section(CHANGES).text)
    paths = [span for row in rows for span in SPAN.findall(row[1]) if "/" in span]
    assert len(rows) > 20
    assert all(any("/" in span for span in SPAN.findall(row[1])) or "templates/" in row[1] for row in rows)
    assert [path for path in paths if not (CHECKOUT / path).exists()] == []


def test_the_parts_of_the_package_are_named(readme: Readme) -> None:
    line = next(line for line in readme.section(ARCHITECTURE).text.splitlines() if "`values/`" in line)
    named = {span.rstrip("/") for span in SPAN.findall(line)}
    package = {path.name for path in (CHECKOUT / "noticeboard").iterdir()}
    assert named == {name for name in package if not name.startswith("__")} - {"fonts"}


def test_links_lead_somewhere_and_programs_exist(readme: Readme) -> None:
    relative = [link for link in readme.links if not link.startswith(("https://", "#"))]
    assert [link for link in relative if not (CHECKOUT / link).exists()] == []
    named = re.findall(r"tests/readme/\w+\.py|\.ci/run", readme.prose)
    assert [path for path in named if not (CHECKOUT / path).is_file()] == []


def test_both_languages_say_the_same(language: Language) -> None:
    english, chinese = (Readme(READMES[each].read_text(encoding="utf-8")) for each in ("en", "zh"))
    assert [level for level, _ in english.headings] == [level for level, _ in chinese.headings]
    assert [block.language for block in english.blocks] == [block.language for block in chinese.blocks]
    assert len(rows_of(english.prose)) == len(rows_of(chinese.prose))
    changed = [
        [sorted(SPAN.findall(row[1])) for row in rows_of(each.section(CHANGES).text)]
        for each in (english, chinese)
    ]
    assert changed[0] == changed[1]
    other: Language = "zh" if language == "en" else "en"
    assert READMES[other].name in Readme(READMES[language].read_text(encoding="utf-8")).links


def test_the_record_in_the_nutshell_is_a_record(readme: Readme, tmp_path: Path) -> None:
    example = next(block.text for block in readme.blocks if block.language == "yaml")
    place = "kind: 楼院\nname: 示例小区\n"
    write_files(
        tmp_path,
        {"content/site.yml": "title: 示例站\n", "content/c/place.yml": place, "content/c/tasks.yml": example},
    )
    reading = read_site(tmp_path, KINDS, drafts=False)
    assert list(reading.diagnostics) == []
    assert [record.id for records in reading.places for record in records.all()] == ["gas"]


@pytest.mark.parametrize("written", ("1500余", "近2000", "约128", "≥92%"))
def test_figures_may_be_written_as_told(readme: Readme, written: str) -> None:
    assert written in readme.section(NUTSHELL).spans
    assert parse_quantity(written).text("zh") == written


def test_dates_may_be_written_as_told(readme: Readme, language: Language) -> None:
    nutshell = readme.section(NUTSHELL).text
    line = next(line for line in nutshell.splitlines() if "`2020-Q3`" in line)
    told = SPAN.findall(line)
    assert len(told) == 8
    assert all(parse_partial_date(text) for text in told)


def test_pictures_are_small(readme: Readme) -> None:
    pictures = [CHECKOUT / link for link in readme.links if link.endswith(".png")]
    assert [path.name for path in pictures] == ["page.png", "board.png"]
    assert all(path.stat().st_size < LARGEST_PICTURE for path in pictures)


def test_pictures_can_be_made_again(built_site: Path, browser: Browser, tmp_path: Path) -> None:
    make_pictures(built_site, tmp_path, browser)
    for name in ("page.png", "board.png"):
        with Image.open(tmp_path / name) as made, Image.open(CHECKOUT / "docs" / name) as kept:
            assert made.size == kept.size
            assert len(made.getcolors() or ()) > 20, "an empty picture"
