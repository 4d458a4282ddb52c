"""How the program was called: the site, the language, how much to say, and what the day is.

The options that every command takes may stand before the command or after it, and the language must be known
before the first help text or message is written; so they are looked for once, in the whole command line,
before click takes it apart. Click then checks them again where they stand, and refuses wrong values.

    arguments, environment, site.yml, locale ─ read_invocation ▶ Invocation ─▶ every command

This module never reads the clock: `cli.py` passes it in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

import click

from noticeboard.frozen import dataclass
from noticeboard.languages import Language

LANGUAGE_VARIABLE = "NOTICEBOARD_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
SITE_LANGUAGE = re.compile(
    r"^(?:language|语言)[ \t]*[:：][ \t]*[\"']?(zh|en|中文|英文|Chinese|English)", re.M | re.I
)
"""Found by its look, not by reading YAML: the message that site.yml does not parse has a language too."""
MOST_OF_SITE_FILE = 64 * 1024

Clock = Callable[[tzinfo | None], datetime]
"""What `datetime.now` is: the time in a zone, or in that of the machine."""


@dataclass(frozen=True)
class Invocation:
    """One call of the program."""

    root: Path
    language: Language
    clock: Clock
    verbosity: int = 0
    """-1 says only what is wrong, 0 what was done, 1 every page with its reason and the traceback of a fault."""

    def day_in(self, time_zone: tzinfo) -> date:
        """The day it is at the site."""
        return self.clock(time_zone).date()

    @property
    def is_quiet(self) -> bool:
        """Whether only problems are to be printed."""
        return self.verbosity < 0

    @property
    def is_verbose(self) -> bool:
        """Whether everything is to be printed."""
        return self.verbosity > 0


def read_invocation(
    arguments: Sequence[str], environment: Mapping[str, str], locale: str, clock: Clock
) -> Invocation:
    """What the options for every command say, wherever they stand among `arguments`; nothing is refused."""
    found = _common_options(list(arguments))
    root = Path(found["directory"] or ".")
    wanted = (found["lang"], environment.get(LANGUAGE_VARIABLE), _language_of_site(root))
    languages = (_language(text) for text in wanted if text)
    return Invocation(
        root=root,
        language=next((language for language in languages if language), _language_of_locale(locale)),
        clock=clock,
        verbosity=1 if found["verbose"] else -1 if found["quiet"] else 0,
    )


def locale_of(environment: Mapping[str, str], of_system: str | None) -> str:
    """The name of the user's locale: of the environment, else that which the system states."""
    return next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), of_system or "")


def _common_options(arguments: list[str]) -> dict[str, Any]:
    """The last value of each common option, with everything else passed over."""
    scanner = click.Command(
        "noticeboard",
        params=[
            click.Option(["directory", "-C"]),
            click.Option(["lang", "--lang"]),
            click.Option(["quiet", "-q", "--quiet"], is_flag=True),
            click.Option(["verbose", "-v", "--verbose"], is_flag=True),
        ],
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
        add_help_option=False,
    )
    return scanner.make_context("noticeboard", arguments, resilient_parsing=True).params


def _language(text: str) -> Language | None:
    lower = text.strip().lower()
    if lower.startswith(("zh", "chinese", "中文")):
        return "zh"
    return "en" if lower.startswith(("en", "英文")) else None


def _language_of_locale(locale: str) -> Language:
    """Chinese where nothing is known; English for who set any other language."""
    return "en" if locale and _language(locale) != "zh" else "zh"


def _language_of_site(root: Path) -> str:
    try:
        with (root / "content" / "site.yml").open("rb") as file:
            text = file.read(MOST_OF_SITE_FILE).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    found = SITE_LANGUAGE.search(text)
    return found.group(1) if found else "zh"
