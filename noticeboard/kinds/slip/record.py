"""The fields of a four-part slip (四联单): who ordered, dispatched, accepted and rated, and when; no names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import Field, Record, Reference, Text, WhenField, Whole

STAGES = ("ordered", "dispatched", "accepted", "rated")
"""The parts of a slip, in the only order in which they may be filled in."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One part of a slip that was filled in."""

    by: Annotated[Text, Field("经手")] = ""
    """Residents of a building, a branch, a team; of a person no more than the office."""
    when: Annotated[WhenField, Field("时间")]
    what: Annotated[Text, Field("说明")] = ""
    """What was ordered, decided or done; of the last part the grade."""


@dataclass(frozen=True, kw_only=True)
class Slip(Record):
    """One slip with its parts."""

    number: Annotated[Whole, Field("单号")]
    what: Annotated[Text, Field("事项")]
    field: Annotated[Text, Field("类别")] = ""
    ordered: Annotated[Step | None, Field("点单")] = None
    dispatched: Annotated[Step | None, Field("下单")] = None
    accepted: Annotated[Step | None, Field("接单")] = None
    rated: Annotated[Step | None, Field("评单")] = None
    withdrawn: Annotated[Text, Field("撤单原因")] = ""
    task: Annotated[Reference, Field("民生实事")] = ""


def steps_of(slip: Slip, today: date) -> Iterator[tuple[str, Step]]:
    """The parts that had been filled in by `today`, in order."""
    for stage in STAGES:
        step: Step | None = getattr(slip, stage)
        if step is not None and step.when.first <= today:
            yield stage, step


def stage_of(slip: Slip, today: date) -> str:
    """The last part that was filled in; empty before the order."""
    return next((stage for stage, _ in reversed(tuple(steps_of(slip, today)))), "")


def is_open(slip: Slip, today: date) -> bool:
    """Whether somebody still has to do something."""
    return not slip.withdrawn and stage_of(slip, today) not in ("", "rated")
