"""Partners (联建单位): the declaration that joins fields, states, rules and panel.

record (fields) ─ state (agreement and resources on a day) ─ rules ─ view (panel) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.breakdown import Subject, amount, statistic
from noticeboard.kinds.partner.record import Partner, Sharing, Ways
from noticeboard.kinds.partner.rules import check, check_place
from noticeboard.kinds.partner.state import agreed_units, changes, units_of
from noticeboard.kinds.partner.view import AGREED, FOLDER, TITLE, UNITS, panels
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate

SUBJECT = Subject(
    "partner",
    FOLDER,
    64,
    TITLE,
    UNITS,
    Words(
        "每处登记的联建单位各计一次；一个单位与几处联建的，每处都计；协议只计现在有效的。",
        "The partners of each place; a unit that works with several counts at each; agreements are those in force.",
    ),
)

__all__ = ["KIND", "Partner", "Sharing", "Ways"]


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many units, and how many of them have an agreement in force."""
    partners = records.of(Partner)
    if partners:
        yield "partners", sum(int(units_of(partner).value) for partner in partners)
        yield "partners.agreed", sum(agreed_units(partner, today) for partner in partners)


def _statistics(locality: Locality) -> Iterator[Statistic]:
    """How many units there are, and for how many an agreement is in force."""
    total = locality.summary.count("partners")
    if total:
        agreed = amount(locality, SUBJECT, AGREED, "partners.agreed", UNITS)
        yield statistic(locality, SUBJECT, total, figures=(agreed,))


def _changes(partner: Partner, today: date) -> Iterator[date]:
    yield from (day for day in changes(partner, today) if day > today)


def _dates(partner: Partner) -> tuple[PartialDate, ...]:
    start = partner.term.start if partner.term else None
    return tuple(day for day in (partner.as_of, start) if day)


def _title(partner: Partner) -> str:
    return partner.name or "、".join(partner.named) or partner.sort or TITLE.zh


KIND = Kind(
    name="partner",
    folder=FOLDER,
    words=Words("联建单位", "partner"),
    record=Partner,
    title=_title,
    anchor_prefix="partner-",
    check=check,
    check_place=check_place,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=_statistics,
    starter=Words(
        """\
- 单位名称: 某某学校
  联建内容: [主题活动联搞, 社区服务联帮]
  签订协议: 是
  协议期限: 2026-01-01 至 2027-12-31
  资源登记:
    - {种类: 场地和设备, 资源: 操场, 共享方式: 场地共享, 可用时间: 周六9时至17时, 办公电话: 0371-12345678}
# 来源没有写名称的：
# - {家数: 7, 写明名称: [区医保局, 区残联], 类别: 区直单位}
""",
        """\
- name: the school
  headings: [events, services]
  agreement: yes
  term: 2026-01-01 to 2027-12-31
  resources:
    - {kind: places, what: sports ground, ways: places, hours: "Saturdays, 9 to 17", office_phone: 0371-12345678}
# of units that the source does not name:
# - {units: 7, named: [first bureau, second bureau], sort: district units}
""",
    ),
)
