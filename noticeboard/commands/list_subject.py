"""What the commands below `list` share: how they are called, and of which place.

`list SUBJECT [PLACE] [--json] [--date DATE]` ─ list_command ▶ the subject's own `run`
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from noticeboard.building.place_refused import no_place
from noticeboard.commands.command_line import Command, day_option
from noticeboard.commands.invocation import Invocation
from noticeboard.languages import Words
from noticeboard.reading.files import CONTENT
from noticeboard.reading.survey import PLACE_FILES

PLACE = Words("[地点]", "[PLACE]")
JSON = Words("写成 JSON，两种语言相同", "as JSON, the same in both languages")


def list_command(
    invocation: Invocation,
    name: str,
    help_text: Words,
    date_text: Words,
    run: Callable[[str | None, bool, date | None], int],
) -> Command:
    """The command `list NAME`; `run` is called with `place`, `is_json` and `day`, and returns the exit code."""
    language = invocation.language
    return Command(
        language=language,
        name=name,
        callback=run,
        help=help_text.to(language),
        params=[
            click.Argument(["place"], required=False, metavar=PLACE.to(language)),
            click.Option(["--json", "is_json"], is_flag=True, help=JSON.to(language)),
            day_option(date_text, language),
        ],
    )


def folder_of(invocation: Invocation, place: str | None) -> str:
    """The folder of a place, or of all content; `UsageError` for one that is no place of the site."""
    name = (place or "").strip("/")
    content = invocation.root / CONTENT
    if not name:
        return CONTENT
    files = (file for known in PLACE_FILES for file in content.rglob(known))
    places = sorted({file.parent.relative_to(content).as_posix() for file in files})
    if name not in places:
        raise click.UsageError(no_place(name, places).to(invocation.language), click.get_current_context())
    return f"{CONTENT}/{name}"
