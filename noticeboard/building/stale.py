"""Which files of the site are stale: a pure function over values, with a reason for each.

fingerprints of the plan + those of the last build + what is still intact in the output ─ stale ▶ Decisions
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

REASONS = {
    "new": Words("新页面", "new"),
    "value": Words("内容变了", "its content changed"),
    "template": Words("模板变了", "its template changed"),
    "program": Words("程序升级了", "the program changed"),
    "output": Words("输出文件缺失或被改动", "the file in the output is missing or was altered"),
    "clean": Words("要求全部重建", "a clean build was asked for"),
}


@dataclass(frozen=True)
class Decisions:
    """Every file of the plan and of the last build: to build (with the reason), to keep, to drop."""

    build: tuple[tuple[str, str], ...]
    keep: tuple[str, ...]
    drop: tuple[str, ...]


def stale(
    plan: Mapping[str, Fingerprint],
    known: Mapping[str, Fingerprint],
    broken: Collection[str],
    *,
    forced: str = "",
) -> Decisions:
    """What to do with each path.

    `known` is what the files of the last build were made from; `broken` are those that are not as they were
    written; `forced` is the reason why everything is built, if there is one.
    """
    build, keep = [], []
    for path, wanted in plan.items():
        reason = _reason(path, wanted, known, broken, forced)
        if reason:
            build.append((path, reason))
        else:
            keep.append(path)
    drop = sorted(known.keys() - plan.keys())
    return Decisions(tuple(build), tuple(keep), tuple(drop))


def _reason(
    path: str,
    wanted: Fingerprint,
    known: Mapping[str, Fingerprint],
    broken: Collection[str],
    forced: str,
) -> str:
    made_from = known.get(path)
    if forced:
        return forced
    if made_from is None:
        return "new"
    if made_from.template != wanted.template:
        return "template"
    if made_from.value != wanted.value:
        return "value"
    return "output" if path in broken else ""
