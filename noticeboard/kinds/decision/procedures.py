"""The procedures of the package and of the site, found by key or name.

    procedures.yml ─ yaml, once ▶ Procedures      site.yml ▶ those of the site, which win
      ─ procedure_of ▶ Procedure, or None and the nearest name

The file of the package is ours: a mistake in it is an error of the program, so its rows become values without ado.
"""

from __future__ import annotations

import difflib
from functools import cache
from importlib.resources import files
from typing import Any

from noticeboard.config import Settings
from noticeboard.languages import Words
from noticeboard.procedure import Matter, Procedure, ProcedureStep
from noticeboard.reading.yaml import load


@cache
def shipped() -> tuple[Procedure, ...]:
    """The procedures of the package, in the order of its file."""
    text = files(__package__).joinpath("procedures.yml").read_text(encoding="utf-8")
    rows, found = load(text, "procedures.yml")
    if not isinstance(rows, list) or found:
        raise ValueError(f"procedures.yml of the package cannot be read: {found}")
    return tuple(_procedure(row) for row in rows)


def _procedure(row: Any) -> Procedure:
    return Procedure(**{**row, "steps": tuple(_step(step) for step in row["steps"])})


def _step(row: Any) -> ProcedureStep:
    read = {
        "evidence": tuple,
        "days": int,
        "working_days": int,
        "wait": int,
        "vote": Matter,
        "votes": bool,
        "optional": bool,
    }
    return ProcedureStep(**{key: read.get(key, str)(value) for key, value in row.items()})


def known_to(settings: Settings) -> tuple[Procedure, ...]:
    """The procedures of a site, its own first; one of the package stands only where no other has its key."""
    own = {each.key for each in settings.procedures}
    return (*settings.procedures, *(each for each in shipped() if each.key not in own))


def procedure_of(written: str, settings: Settings) -> Procedure | None:
    """The procedure that a record names by key or name."""
    known = known_to(settings)
    return next((each for each in known if written in (each.key, each.name, each.en)), None)


def nearest(written: str, names: list[str]) -> Words:
    """What a wrong name may have meant, or else all there are."""
    near = difflib.get_close_matches(written, names, n=1, cutoff=0.4)
    if near:
        return Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
    return Words(f"可以写：{'、'.join(names)}", f"write one of: {', '.join(names)}")
