"""One file or folder a kind of record: fields, words in both languages, rules, pages and panels.

`KINDS` is the list; a new kind is one file (a folder once it grows), one template and one line here.
Kinds may import those listed before them.
"""

from __future__ import annotations

from typing import Any

from noticeboard.kind import Kind
from noticeboard.kinds import (
    activity,
    assignment,
    decision,
    facility,
    figure,
    follow_up,
    fund,
    honour,
    hung,
    joint_project,
    mediation,
    meeting,
    notice,
    opinion,
    organization,
    partner,
    publication,
    rating,
    service,
    slip,
    source,
    station,
    story,
    task,
    visit,
    volunteer,
    wish,
)

KINDS: tuple[Kind[Any], ...] = (
    source.KIND,
    organization.KIND,
    volunteer.KIND,
    task.KIND,
    notice.KIND,
    figure.KIND,
    fund.KIND,
    hung.KIND,
    wish.KIND,
    rating.KIND,
    mediation.KIND,
    visit.KIND,
    publication.KIND,
    follow_up.KIND,
    service.KIND,
    opinion.KIND,
    slip.KIND,
    station.KIND,
    facility.KIND,
    activity.KIND,
    assignment.KIND,
    decision.KIND,
    partner.KIND,
    joint_project.KIND,
    meeting.KIND,
    story.KIND,
    honour.KIND,
)
