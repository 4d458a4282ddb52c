"""`list`: what is where. Each subject is a command of its own, in a module of its own that `SUBJECTS` names."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import click

from noticeboard.commands import list_expiring, list_reprint
from noticeboard.commands.command_line import Command, Group
from noticeboard.commands.invocation import Invocation
from noticeboard.languages import Words

HELP = Words("列出要做的事。", "List what is to be done.")


class Subject(NamedTuple):
    """Something that can be listed."""

    summary: Words
    make: Callable[[Invocation], Command]


SUBJECTS = {
    "expiring": Subject(Words("到期的和快到期的", "what runs out or is due"), list_expiring.command),
    "reprint": Subject(Words("要重印的公示栏", "boards to print again"), list_reprint.command),
}


def command(invocation: Invocation) -> click.Command:
    """The command `list`, with one command for each subject."""
    return Group(
        name="list",
        invocation=invocation,
        summaries={name: subject.summary for name, subject in SUBJECTS.items()},
        find=lambda name: SUBJECTS[name].make,
        help=HELP.to(invocation.language),
    )
