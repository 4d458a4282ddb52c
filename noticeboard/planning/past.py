"""A place as it stood on an earlier day, from the files of today: posts, terms, tasks and notices by their dates.

    Records + day ─ on_day ▶ Records of that day ─ outline_of ▶ Outlined ─ as_it_stood ▶ with the references of today

What refers to a record that was not there yet is right all the same, so references are found as of today.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from noticeboard.kind import Kind, by_record
from noticeboard.locality import Records
from noticeboard.planning.outline import Outlined


def on_day(records: Records, day: date, kinds: tuple[Kind[Any], ...]) -> Records:
    """The records of one place as they stood on `day`."""
    by_type = by_record(kinds)
    kept = []
    for record_type, group in records.by_type:
        stood = (by_type[record_type].on_day(record, day) for record in group)
        kept.append((record_type, tuple(record for record in stood if record is not None)))
    return Records(records.path, records.place, tuple(kept), records.unread)


def as_it_stood(now: Outlined, then: Outlined) -> Outlined:
    """A place as it stood, where everything of today can still be referred to, and is checked."""
    outline = replace(then.outline, targets=now.outline.targets, mentions=now.outline.mentions)
    return replace(then, outline=outline, duplicates=now.duplicates, rules=now.rules)
