"""The organizations of a place and of those below, by type; their people, each counted once; vacant posts."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import FigureLine
from noticeboard.kinds.breakdown import Column, Subject, amount, breakdown, by_choice, statistic
from noticeboard.kinds.organization.record import OrganizationType
from noticeboard.kinds.organization.tally import persons_of
from noticeboard.kinds.organization.view import FOLDER
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Statistic

BY_TYPE, TYPE, COUNT = Words("按类型", "By type"), Words("类型", "Type"), Words("个数", "Organizations")
PEOPLE, PERSONS = Words("任职人员", "People in them"), Words("人", "")
VACANT, POSTS = Words("空缺职务", "Vacant posts"), Words("个", "")
SUBJECT = Subject(
    "organization",
    FOLDER,
    30,
    Words("组织", "Organizations"),
    Words("个", ""),
    Words(
        "计入今天存在的组织；一个人交叉任职的，在每个组织都列出，人数只计一次；注明撤销、届满的不计。",
        "Organizations that exist today; who has posts in several is listed in each and counted once; what was "
        "dissolved and terms that are over are left out.",
    ),
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """Organizations by type, people, vacant posts."""
    total = locality.summary.count("organizations")
    if total:
        words, column = locality.words, Column(COUNT, "organizations.", total)
        people = persons_of(locality.summary)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_TYPE, TYPE, (column,), by_choice(locality, column, OrganizationType)),
            figures=(
                FigureLine(words(PEOPLE), f"{people:,}", words(PERSONS)) if people else None,
                amount(locality, SUBJECT, VACANT, "posts.vacant", POSTS),
            ),
        )
