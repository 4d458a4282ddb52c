"""What is wrong with the decision procedures that a site states in its settings."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.config import E_SETTING, Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.languages import Words


def check_procedures(settings: Settings) -> Iterator[Diagnostic]:
    """E-SETTING for procedures of a site with one key, without steps, or with steps of one key."""
    seen: set[str] = set()
    for number, procedure in enumerate(settings.procedures):
        origin = settings.origin.at("procedures", number)
        if procedure.key in seen:
            yield Diagnostic(E_SETTING, *_TWICE, origin.at("key"))
        seen.add(procedure.key)
        if not procedure.steps:
            yield Diagnostic(E_SETTING, *_EMPTY, origin)
        steps: set[str] = set()
        for index, step in enumerate(procedure.steps):
            if step.key in steps:
                yield Diagnostic(E_SETTING, *_TWICE, origin.at("steps", index, "key"))
            steps.add(step.key)
            if step.days is not None and step.working_days is not None:
                yield Diagnostic(E_SETTING, *_BOTH, origin.at("steps", index, "working_days"))


_TWICE = (
    Words("这个编号用了两次", "this key stands twice"),
    Words("换一个没用过的编号", "choose a key of its own"),
)
_EMPTY = (
    Words("这个决策程序没有步骤", "this procedure has no steps"),
    Words("写上 steps（步骤）", "write its steps"),
)
_BOTH = (
    Words("公示天数和公示工作日数只能写一个", "days and working_days cannot both be written"),
    Words("只留一个", "keep one of them"),
)
