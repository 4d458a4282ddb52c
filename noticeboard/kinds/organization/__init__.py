"""The kind organization: party organizations, residents' self-governing bodies, volunteer organizations."""

from __future__ import annotations

from noticeboard.kind import Kind
from noticeboard.kinds.organization.count import changes, dates
from noticeboard.kinds.organization.portraits import copies
from noticeboard.kinds.organization.record import Member, Organization, OrganizationType, OtherPost, Post
from noticeboard.kinds.organization.rules import check, check_place, mentions
from noticeboard.kinds.organization.statistics import statistics
from noticeboard.kinds.organization.tally import tally
from noticeboard.kinds.organization.view import key_figures, pages, panels
from noticeboard.languages import Words

__all__ = ["KIND", "Member", "Organization", "OrganizationType", "OtherPost", "Post"]


def _title(organization: Organization) -> str:
    return organization.name


KIND = Kind(
    name="organization",
    shows_in_places=True,
    folder="organizations",
    words=Words("组织", "organization"),
    record=Organization,
    title=_title,
    anchor="organizations",
    check=check,
    check_place=check_place,
    mentions=mentions,
    tally=tally,
    dates=dates,
    changes=changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    key_figures=key_figures,
    copies=copies,
    starter=Words(
        """\
- id: party-branch
  type: 党组织
  sub_kind: 党支部
  name: 楼院党支部
  founded: 2026-01
  rules: 每月召开一次支部会
  posts:
    - {name: 书记, answers_for: 支部全面工作}
    - {name: 委员, seats: 2}
  members: []
""",
        """\
- id: party-branch
  type: party
  sub_kind: branch
  name: Compound party branch
  founded: 2026-01
  rules: meets once a month
  posts:
    - {name: secretary, answers_for: the work of the branch}
    - {name: member, seats: 2}
  members: []
""",
    ),
)
