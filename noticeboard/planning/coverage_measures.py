"""What is asked of the coverage of an area: each count, of how many, and what is said where nothing is on record.

Everything is made from counts that add up through the places (`planning.coverage_counts`, `planning.doorway_counts`,
`kinds.organization.count`), so that a row of the area is the sum of the rows of its compounds.
"""

from __future__ import annotations

from collections.abc import Callable

from noticeboard.frozen import dataclass
from noticeboard.kinds.organization import OrganizationType
from noticeboard.languages import Words

Count = Callable[[str], int]
"""One of the counts of a place, by its key."""
COMPOUNDS, RECENT = "places.compound", "compounds.tasks_recent"
RULES, RULED = f"compounds.with_{OrganizationType.SELF_GOVERNING.value}", "compounds.with_rules"


@dataclass(frozen=True)
class Measure:
    """One count of a topic."""

    id: str
    label: Words
    """`{half}` stands for the half-year."""
    count: Callable[[Count], int]
    rows: str = ""
    """Where the rows stand on the site: what is added to the address of a place."""
    is_always_said: bool = True
    """Whether a zero is said too."""
    is_of_compounds: bool = True
    """Whether it counts compounds, so that a compound has it or has it not."""


@dataclass(frozen=True)
class Topic:
    """Counts of one base."""

    label: Words
    kind: str
    """The kind of record whose date they bear."""
    base: Callable[[Count], int]
    base_words: Words
    recorded: Callable[[Count], int]
    """0 where nothing is on record, so that no count of it may be told."""
    measures: tuple[Measure, ...]


def of(*keys: str, less: tuple[str, ...] = ()) -> Callable[[Count], int]:
    """The sum of some counts, less others."""
    return lambda count: sum(map(count, keys)) - sum(map(count, less))


TYPES = tuple(f"compounds.types_{number}" for number in range(4))
OF_COMPOUNDS = Words("共{n}个楼院", "of {n} compound{s}")
ORGANIZATIONS = "#organizations"

TOPICS = (
    Topic(
        Words("三类组织", "The three organizations"),
        "organization",
        of(COMPOUNDS),
        OF_COMPOUNDS,
        of(*TYPES),
        (
            Measure(
                "types-3",
                Words("三类组织都有的楼院", "Compounds with all three organizations"),
                of(TYPES[3]),
                ORGANIZATIONS,
            ),
            Measure(
                "types-2",
                Words("有其中两类的楼院", "Compounds with two of them"),
                of(TYPES[2]),
                ORGANIZATIONS,
            ),
            Measure(
                "types-1",
                Words("有其中一类的楼院", "Compounds with one of them"),
                of(TYPES[1]),
                ORGANIZATIONS,
            ),
            Measure(
                "types-0", Words("现在一类也没有的楼院", "Compounds with none of them now"), of(TYPES[0])
            ),
            Measure(
                "types-unknown",
                Words("没有登记组织的楼院", "Compounds with no organization on record"),
                of(COMPOUNDS, less=TYPES),
                is_always_said=False,
            ),
        ),
    ),
    Topic(
        Words("议事规则", "Rules of procedure"),
        "organization",
        of(RULES),
        Words("有自治组织的共{n}个楼院", "of {n} compound{s} with a self-governing body"),
        of(RULES),
        (
            Measure(
                "rules",
                Words(
                    "自治组织有议事规则的楼院", "Compounds whose self-governing body has rules of procedure"
                ),
                of(RULED),
                ORGANIZATIONS,
            ),
            Measure(
                "rules-unknown",
                Words("没有登记议事规则的楼院", "Compounds with no rules of procedure on record"),
                of(RULES, less=(RULED,)),
                ORGANIZATIONS,
                is_always_said=False,
            ),
        ),
    ),
    Topic(
        Words("办结的民生实事", "Finished tasks"),
        "task",
        of(RECENT),
        Words("近两年有实事的共{n}个楼院", "of {n} compound{s} with tasks of the last two years"),
        of(RECENT),
        (
            Measure(
                "finished",
                Words("{half}有办结实事的楼院", "Compounds with a task finished in {half}"),
                of("compounds.tasks_finished"),
                "tasks/",
            ),
            Measure(
                "unfinished",
                Words("{half}没有办结实事的楼院", "Compounds without a task finished in {half}"),
                of(RECENT, less=("compounds.tasks_finished",)),
                "tasks/",
            ),
        ),
    ),
    Topic(
        Words("楼门公示栏", "Boards at doorways"),
        "hung",
        of("doorways"),
        Words("共{n}个楼门", "of {n} doorway{s}"),
        of("doorways.recorded"),
        (
            Measure(
                "doorways-full",
                Words("公示栏挂齐的楼门", "Doorways with their full set"),
                of("doorways.full"),
                "boards/",
                is_of_compounds=False,
            ),
            Measure(
                "doorways-open",
                Words("公示栏没有挂齐的楼门", "Doorways without their full set"),
                of("doorways.recorded", less=("doorways.full",)),
                "boards/",
                is_of_compounds=False,
            ),
            Measure(
                "doorways-unknown",
                Words("没有挂出记录的楼门", "Doorways without a record of what hangs"),
                of("doorways", less=("doorways.recorded",)),
                is_always_said=False,
                is_of_compounds=False,
            ),
        ),
    ),
    Topic(
        Words("职务", "Posts"),
        "organization",
        of("posts.seats"),
        Words("共设{n}个职务", "of {n} post{s} declared"),
        of("posts.seats"),
        (
            Measure(
                "vacant",
                Words("空缺的职务", "Vacant posts"),
                of("posts.vacant"),
                ORGANIZATIONS,
                is_of_compounds=False,
            ),
        ),
    ),
    Topic(
        Words("任期", "Terms"),
        "organization",
        of("terms.dated"),
        Words("写明止期的共{n}个任职", "of {n} term{s} with an end"),
        of("terms.dated"),
        (
            Measure(
                "ending",
                Words("60天内到期的任职", "Terms that end within 60 days"),
                of("terms.ending"),
                ORGANIZATIONS,
                is_of_compounds=False,
            ),
        ),
    ),
)
