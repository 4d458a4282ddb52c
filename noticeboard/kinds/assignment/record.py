"""The fields of an assigned team (分包下沉 6+1): nine posts in seven slots, by role; offices, never a name.

The +1 is enforcement with its three units. At a compound a post that nobody holds is a vacancy; at a place above
it the record says which forces are assigned, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Field,
    PeriodField,
    Phone,
    Record,
    Text,
    WhenField,
    choice,
    listed,
)
from noticeboard.values.period import PeriodState


class Force(Choice):
    """The nine posts of the seven slots."""

    OFFICE = "office", "机关", "government office"
    COMMUNITY = "community", "社区", "community"
    COORDINATION = "coordination", "协管", "coordinators"
    PATROL = "patrol", "巡防", "patrol"
    PROPERTY = "property", "物业", "property management"
    SANITATION = "sanitation", "环卫", "sanitation"
    MARKET = "market", "市场监管所", "market supervision office"
    BRIGADE = "brigade", "执法大队", "enforcement brigade"
    POLICE = "police", "派出所", "police station"

    @property
    def is_enforcement(self) -> bool:
        """Whether it is one of the three units of the +1."""
        return self in (Force.MARKET, Force.BRIGADE, Force.POLICE)


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One post and who holds it by role; a post without a role is vacant."""

    force: Annotated[Force, choice(Force), Field("力量")]
    role: Annotated[Text, Field("责任岗位")] = ""
    answers_for: Annotated[Text, Field("职责")] = ""
    office_phone: Annotated[Phone, Field("办公电话")] = ""
    period: Annotated[PeriodField | None, Field("任期")] = None
    vacant_since: Annotated[WhenField | None, Field("空缺起")] = None


@dataclass(frozen=True, kw_only=True)
class Assignment(Record):
    """The team of one compound, or the forces that a place above assigns to its compounds."""

    slots: Annotated[tuple[Slot, ...], listed, Field("分包岗位")]
    hours: Annotated[Text, Field("下沉时间")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None


class Post(NamedTuple):
    """One post on the day: who holds it (None if vacant), who will, and what is said of it in any case."""

    force: Force
    holder: Slot | None
    coming: Slot | None
    said: Slot | None


def posts_of(assignment: Assignment, today: date) -> tuple[Post, ...]:
    """All nine posts, whether they are written down or not."""
    return tuple(_post(force, assignment.slots, today) for force in Force)


def _post(force: Force, slots: tuple[Slot, ...], today: date) -> Post:
    own = [slot for slot in slots if slot.force is force]
    states = [(slot, slot.period.state(today) if slot.period else PeriodState.RUNNING) for slot in own]
    holder = next((slot for slot, state in states if slot.role and state is PeriodState.RUNNING), None)
    coming = next((slot for slot, state in states if slot.role and state is PeriodState.UPCOMING), None)
    empty = next((slot for slot in own if not slot.role), None)
    return Post(force, holder, coming, holder or empty or (own[-1] if own else None))


def vacancies(assignment: Assignment, today: date) -> int:
    """How many of the nine posts nobody holds."""
    return sum(post.holder is None for post in posts_of(assignment, today))


def written_in(written: set[Force], *, enforcement: bool) -> Iterator[Force]:
    """The forces that a record names, of the six or of the +1, in their order."""
    return (force for force in Force if force in written and force.is_enforcement is enforcement)
