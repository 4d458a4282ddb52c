"""Calls of the program inside the test process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

import pytest

from noticeboard.cli import run


@dataclass(frozen=True)
class Called:
    """What one call of the program came to."""

    code: int
    out: str
    err: str


Call = Callable[..., Called]


def noon(zone: tzinfo | None) -> datetime:
    """A clock that always says 2026-11-20, noon in Greenwich."""
    return datetime(2026, 11, 20, 12, tzinfo=UTC).astimezone(zone)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the program with these arguments in an environment that says nothing about the language."""
    for name in ("NOTICEBOARD_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    def run_it(*arguments: object) -> Called:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments], clock=noon)
        said = capsys.readouterr()
        return Called(code, said.out, said.err)

    return run_it
