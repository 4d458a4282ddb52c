"""One file a kind of record: its fields, its words in both languages, its rules, its pages and panels.

`KINDS` is the list; a new kind is one file, one template and one line here. Kinds may import those listed
before them.
"""

from __future__ import annotations

from typing import Any

from noticeboard.kind import Kind
from noticeboard.kinds import figure, notice, organization, source, task, volunteer

KINDS: tuple[Kind[Any], ...] = (
    source.KIND,
    organization.KIND,
    volunteer.KIND,
    task.KIND,
    notice.KIND,
    figure.KIND,
)
