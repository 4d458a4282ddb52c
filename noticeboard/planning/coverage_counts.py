"""What a compound adds to the coverage of the areas above it: which organizations it has, whether its tasks go on.

    counts of a compound's own records + records of places above that concern it ─ compound_counts ▶ compounds.*

A compound of which nothing of the kind is on record adds nothing: where records are silent it is neither covered nor
uncovered. What stands at the community and names the compound counts as the compound's, as it does on its page.

Keys: compounds.types_0 to types_3 (how many of the three types run there, of those with organizations on record),
.with_TYPE, .with_rules; .tasks_recent (with tasks of the last two years), .tasks_finished (of these, with one done
in this half-year).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from noticeboard.kinds.organization import Organization, OrganizationType
from noticeboard.kinds.organization.count import is_running
from noticeboard.kinds.task import Task
from noticeboard.kinds.task.count import is_finished_now, is_recent
from noticeboard.records import Record
from noticeboard.summary import Counts

SELF_GOVERNING = OrganizationType.SELF_GOVERNING


def compound_counts(own: Counts, shared: Iterable[Record], today: date) -> Iterator[tuple[str, int]]:
    """The counts of one compound, each 1; `shared` are the records of places above that name it."""
    known, above = dict(own), tuple(shared)
    yield from _of_organizations(known, [each for each in above if isinstance(each, Organization)], today)
    yield from _of_tasks(known, [each for each in above if isinstance(each, Task)], today)


def _of_organizations(
    known: dict[str, int], above: list[Organization], today: date
) -> Iterator[tuple[str, int]]:
    if not (above or known.get("organizations") or known.get("organizations.not_running")):
        return
    running = [each for each in above if is_running(each, today)]
    theirs = {each.type for each in running}
    types = [each for each in OrganizationType if each in theirs or known.get(f"organizations.{each.value}")]
    yield f"compounds.types_{len(types)}", 1
    yield from ((f"compounds.with_{each.value}", 1) for each in types)
    ruled = any(each.rules for each in running if each.type is SELF_GOVERNING)
    if ruled or known.get("organizations.self_governing.with_rules"):
        yield "compounds.with_rules", 1


def _of_tasks(known: dict[str, int], above: list[Task], today: date) -> Iterator[tuple[str, int]]:
    if known.get("tasks.recent") or any(is_recent(each, today) for each in above):
        yield "compounds.tasks_recent", 1
        if known.get("tasks.finished_now") or any(is_finished_now(each, today) for each in above):
            yield "compounds.tasks_finished", 1
