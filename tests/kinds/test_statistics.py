"""What each kind counts on the page of statistics: the records beside what is said of them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_places import locality, records_of

from noticeboard.kind import Kind
from noticeboard.kinds import (
    activity,
    decision,
    facility,
    follow_up,
    fund,
    inspection,
    joint_project,
    mediation,
    meeting,
    opinion,
    organization,
    partner,
    slip,
    station,
    task,
    volunteer,
    wish,
)
from noticeboard.kinds.periods import Grain, in_grain, period_key, period_text, span_key
from noticeboard.locality import Locality
from noticeboard.statistic import Breakdown, Statistic
from noticeboard.values.date_text import parse_partial_date
from noticeboard.values.partial_date import Part, PartialDate
from noticeboard.values.period import parse_period

TODAY = "2026-11-20"


def counted(kind: Kind[Any], text: str, today: str = TODAY) -> Locality:
    """A place with these records, and the counts that they make."""
    records = records_of(kind, text)
    return locality(
        *records, today=today, counts=kind.tally(locality(*records).records, date.fromisoformat(today))
    )


def statistic(kind: Kind[Any], text: str) -> Statistic:
    (found,) = kind.statistics(counted(kind, text))
    return found


def figures(of: Statistic) -> list[str]:
    """Label, value and base of each figure."""
    return [f"{line.label} {line.value}{line.unit} {line.base}".rstrip() for line in of.figures]


def parts(breakdown: Breakdown) -> list[str]:
    return [f"{part.label} {'／'.join(map(str, part.counts))}" for part in breakdown.parts]


def breakdowns(of: Statistic) -> dict[str, list[str]]:
    return {each.title: parts(each) for each in of.breakdowns}


OPINIONS = """
- {period: 2020-01-01 至 2020-06-30, received: 1500余, settled: 1478, under_way: 22}
- period: 2020-07 至 2020-07
  received: 30
  replied: 30
  on_time: 28
  settled: 20
  declined: 4
  by_way: [{way: box, count: 12}, {way: visit, count: 18}]
  by_field: [{field: 停车, count: 25}]
- {text: 楼道灯不亮, way: box, field: 照明, when: 2020-07-03, answered: 2020-07-04, outcome: settled}
- {text: 明年的意见, when: 2027-01}
"""


def test_opinions_by_fate_channel_field_and_period_with_rates() -> None:
    """Of 1500余 the 1500 whose fate is stated; 30 received, of which 6 have no fate; one by itself."""
    found = statistic(opinion.KIND, OPINIONS)
    assert figures(found) == [
        "意见建议 1,531条",
        "收到的意见建议 1531余条",
        "答复率 100% 31／31条",
        "按时答复率 93.3% 28／30条",
        "办结率 98.3% 1499／1525条",
    ]
    assert breakdowns(found) == {
        "按结果": ["已办结 1499", "正在办理 22", "不采纳 4", "未注明 6"],
        "按渠道": ["入户走访 18", "意见箱 13", "未注明 1500"],
        "按类别": ["停车 25", "照明 1", "未注明 1505"],
        "按时间（半年）": ["2020年上半年 1500", "2020年下半年 31"],
    }
    assert found.notes == ("有1条记录的总数是约数（例如1500余）：只计写明去向或渠道的条数。",)


def test_disputes_by_kind_and_the_rate_of_those_that_state_both() -> None:
    found = statistic(
        mediation.KIND,
        """
- {period: 2020-H1, taken_on: 16, settled: 16, by_kind: [{what: 漏水, count: 9}]}
- {period: 2020-H2, disputes: 541}
- {taken_on: 20余, settled: 3, by_kind: [{what: 停车, count: 4}]}
""",
    )
    assert figures(found) == ["纠纷调解 561件", "办结率 100% 16／16件"]
    assert breakdowns(found) == {
        "按类型": ["漏水 9", "停车 4", "未注明 548"],
        "按时间（年份）": ["2020年 557", "未注明年份 4"],
        "按时间（半年）": ["2020年上半年 16", "2020年下半年 541", "未注明半年 4"],
    }
    assert found.notes == ("另有1条记录只有约数，没有加进来。",)


def test_wishes_by_state_and_when_they_came_true() -> None:
    """A day to come is no realization."""
    found = statistic(
        wish.KIND,
        """
- {number: 1, what: 收音机, made: 2020-03, helper: 志愿队, realized: 2020-04-02}
- {number: 2, what: 轮椅, made: 2020-03, helper: 志愿队, realized: 2027-01}
- {number: 3, what: 老花镜, made: 2020}
- {number: 4, what: 书架}
""",
    )
    assert figures(found) == ["微心愿 4个", "实现 25.0% 1／4个"]
    assert breakdowns(found) == {
        "按进展": ["已实现 1", "已认领 1", "待认领 2"],
        "按时间（年份）": ["2020年 3／1", "未注明年份 1／0"],
    }


def test_activities_by_sort_sessions_and_exact_attendance() -> None:
    found = statistic(
        activity.KIND,
        """
- {title: 义诊, sort: clinic, when: 2020-05, attendance: 60}
- {title: 义诊, sort: clinic, when: 2020-06, attendance: 80余}
- {title: 中餐班, sort: course, number: 7, attendance: 20}
""",
    )
    assert figures(found) == ["活动 3项", "活动场次 9场", "参加人次 80人次"]
    assert breakdowns(found) == {"按种类": ["义诊 2", "培训 1"]}
    assert found.notes == ("另有1项活动的人次是约数，没有加进来。",)


def test_volunteers_by_hours_without_consent_too() -> None:
    found = statistic(
        volunteer.KIND,
        "".join(
            f"- {{name: 示例{n}, hours: {hours}}}\n"
            for n, hours in enumerate(("9.5", "10", "49", "100", "30余"))
        )
        + "- {name: 示例甲}\n",
    )
    assert figures(found) == ["志愿者 6人", "服务时长 168小时"]
    assert breakdowns(found) == {
        "按服务时长": ["不满10小时 1", "10至不满50小时 2", "100小时以上 1", "未注明 2"]
    }


def test_organizations_by_type_and_people_once() -> None:
    """Who has posts in two organizations stands in both and is one person."""
    found = statistic(
        organization.KIND,
        """
- {id: p, type: party, name: 支部, posts: [{name: 书记}, {name: 委员, seats: 2}], members: [
    {name: 示例甲, post: 书记, also: [{organization: z, post: 主任}]}, {name: 示例乙, post: 委员}]}
- {id: z, type: self_governing, name: 自管会, members: [{name: 示例甲, post: 主任}]}
- {id: y, type: self_governing, name: 业委会}
- {id: x, type: volunteer, name: 老队, ended: 2019}
""",
    )
    assert figures(found) == ["组织 3个", "任职人员 2人", "空缺职务 1个"]
    assert breakdowns(found) == {"按类型": ["党组织 1", "居民自治组织 2"]}


def test_slips_by_the_last_part_that_was_filled_in() -> None:
    step = "{by: 某处, when: 2020-05-01}"
    found = statistic(
        slip.KIND,
        f"""
- {{number: 1, what: 甲, ordered: {step}, dispatched: {step}, accepted: {step}, rated: {step}}}
- {{number: 2, what: 乙, ordered: {step}, dispatched: {step}}}
- {{number: 3, what: 丙, ordered: {step}}}
- {{number: 4, what: 丁, ordered: {step}, withdrawn: 重复}}
""",
    )
    assert figures(found) == ["四联单 3单", "办完并评单 33.3% 1／3单"]
    assert breakdowns(found) == {"按环节": ["点单 1", "下单 1", "评单 1"]}


def test_meetings_that_were_held_by_sort_and_month() -> None:
    found = statistic(
        meeting.KIND,
        """
- {sort: council, when: 2020-05-03, topics: [路灯]}
- {sort: council, when: 2020-06-03, topics: [路灯]}
- {sort: assembly, number: 7}
- {sort: talks, number: 20余}
- {sort: council, when: 2027-06-03}
""",
    )
    assert figures(found) == ["议事会议 9次"]
    assert breakdowns(found) == {
        "按种类": ["居民大会 7", "议事会 2"],
        "按时间（年份）": ["2020年 2", "未注明年份 7"],
    }


def test_decisions_by_where_they_stand() -> None:
    found = statistic(
        decision.KIND,
        """
- {id: a, title: 甲, procedure: 一征三议两公开, reported: yes}
- {id: b, title: 乙, procedure: 一征三议两公开, stopped: 2020-05}
""",
    )
    assert figures(found) == ["决策公示 2件"]
    assert breakdowns(found) == {"按进展": ["已终止 1", "来源未注明是否完成 1"]}


def test_facilities_that_are_open_by_sort() -> None:
    found = statistic(
        facility.KIND,
        """
- {id: a, title: 终端, sort: terminal, number: 3}
- {id: b, title: 助餐点, sort: dining}
- {id: c, title: 旧终端, sort: terminal, closed: 2019}
""",
    )
    assert figures(found) == ["便民设施 4处"]
    assert breakdowns(found) == {"按种类": ["自助终端 3", "助餐点 1"]}


def test_items_of_stations_with_feedback_on_time() -> None:
    found = statistic(
        station.KIND,
        """
- where: 东门
  items:
    - {number: 1, what: 路灯, received: 2020-05-06, answered: 2020-05-07}
    - {number: 2, what: 水管, received: 2020-05-06, answered: 2020-06-07, reason: 等配件}
    - {number: 3, what: 大门, received: 2020-05-06}
""",
    )
    assert figures(found) == ["民情速递站服务事项 3件", "已反馈 66.7% 2／3件", "按时反馈 50% 1／2件"]


def test_what_was_looked_at_again_by_its_last_look() -> None:
    found = statistic(
        follow_up.KIND,
        """
- {what: 路灯, when: 2020-05, result: holds}
- {what: 路灯, when: 2020-06, result: relapsed}
- {what: 水管, when: 2020-06, result: holds}
""",
    )
    assert figures(found) == ["回头看 2项", "反弹率 50% 1／2项"]


def test_fund_statements_add_up_to_the_fen() -> None:
    found = statistic(
        fund.KIND,
        """
- {id: a, title: 上半年, income: [{what: 车位, amount: "100.50"}], expense: [{what: 灯, amount: "20.25"}]}
- {id: b, title: 下半年, income: [{what: 车位, amount: "200"}]}
""",
    )
    assert figures(found) == ["收支公示 2份", "收入 300.50元", "支出 20.25元"]


def test_joint_projects_once_by_how_far_they_are() -> None:
    found = statistic(
        joint_project.KIND,
        """
- {title: 路面硬化, period: 2020-05 至 2020-06, by: [某公司]}
- {title: 运动会, period: 2027-05 至 2027-06, by: [某校]}
- {title: 联建项目, number: 152, by: [25个部门]}
""",
    )
    assert figures(found) == ["联建项目 154个"]
    assert breakdowns(found) == {"按进展": ["计划中 1", "已完成 1", "未注明 152"]}


def test_partners_and_agreements_in_force() -> None:
    found = statistic(
        partner.KIND,
        """
- {name: 某校, agreement: yes, term: 2026-01-01 至 2027-12-31}
- {units: 7, named: [区医保局, 区残联], sort: 区直单位}
""",
    )
    assert figures(found) == ["联建单位 8家", "签有协议 1家"]


STATES = st.sampled_from(("open", "waiting", "done", "relapsed", "unstated"))
DATES = st.sampled_from(
    ("", "2019", "1990s", "2020", "2020-H1", "2020-Q2", "2020-05", "约 2020-05", "2020-05 mid", "2020-12-31")
)
WORDS = st.sampled_from(("", "供水", "照明", "停车", "overdue", "asked.2020"))
TASKS = st.lists(
    st.tuples(STATES, DATES, DATES, WORDS, WORDS, st.integers(0, 10**9)), min_size=1, max_size=25
)


@given(TASKS)
def test_every_breakdown_makes_its_base(tasks: list[tuple[str, str, str, str, str, int]]) -> None:
    rows = []
    for number, (state, asked, done, field, channel, fen) in enumerate(tasks):
        fields = {"id": f"t{number}", "title": "事", "state": state, "field": field, "channel": channel}
        fields |= {
            "requested": asked,
            "finished": done,
            "funds": f"{{amount: {fen // 100}, payer: {field!r}}}",
        }
        rows.append("- {" + ", ".join(f"{key}: {text}" for key, text in fields.items() if text) + "}")
    found = list(task.KIND.statistics(counted(task.KIND, "\n".join(rows))))
    finished = sum(state == "done" for state, *_ in tasks)
    bases = {"件数": len(tasks), "提出": len(tasks), "完成": finished}
    bases["应付"] = sum(fen // 100 * 100 for *_, fen in tasks)
    for each in (one for of in found for one in of.breakdowns):
        made = tuple(sum(counts) for counts in zip(*(part.counts for part in each.parts), strict=True))
        assert made == each.bases == tuple(bases[column] for column in each.columns)
        assert all(count >= 0 for part in each.parts for count in part.counts)
    by_field = Counter(field or "未注明" for *_, field, _, _ in tasks)
    shown = {
        part.label: part.counts[0]
        for of in found
        for one in of.breakdowns
        if one.title == "按类别"
        for part in one.parts
    }
    assert shown in ({}, dict(by_field))


@pytest.mark.parametrize(
    ("written", "year", "half", "quarter", "month"),
    (
        ("2020-04-15", "2020", "2020-H1", "2020-Q2", "2020-04"),
        ("2020-07 mid", "2020", "2020-H2", "2020-Q3", "2020-07"),
        ("约 2020-08", "2020", "2020-H2", "2020-Q3", "2020-08"),
        ("2020-Q3", "2020", "2020-H2", "2020-Q3", ""),
        ("2020-H1", "2020", "2020-H1", "", ""),
        ("2020", "2020", "", "", ""),
        ("1980s", "", "", "", ""),
    ),
)
def test_a_date_goes_to_the_periods_that_it_names(
    written: str, year: str, half: str, quarter: str, month: str
) -> None:
    key = period_key(parse_partial_date(written))
    assert [in_grain(key, grain) for grain in Grain] == [year, half, quarter, month]


YEARS = st.integers(1900, 2100)
PERIODS = st.one_of(
    st.builds(PartialDate, YEARS),
    st.builds(PartialDate, YEARS, st.integers(1, 12)),
    st.builds(
        lambda year, part: PartialDate(year, part=part),
        YEARS,
        st.sampled_from((Part.SECOND_HALF, Part.FIRST_QUARTER)),
    ),
)


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    (
        ("2020-04", "2020年4月", "April 2020"),
        ("2020-Q2", "2020年第二季度", "Second quarter of 2020"),
        ("2020-H1", "2020年上半年", "First half of 2020"),
        ("2020", "2020年", "2020"),
    ),
)
def test_a_period_is_named_as_a_label(key: str, zh: str, en: str) -> None:
    assert (period_text(key, "zh"), period_text(key, "en")) == (zh, en)


@given(PERIODS)
def test_a_period_holds_the_date_it_was_made_of(when: PartialDate) -> None:
    key = period_key(when)
    assert period_text(key, "zh") == when.text("zh")
    for grain in Grain:
        longer = in_grain(key, grain)
        if longer:
            whole = parse_partial_date(longer)
            assert whole.first <= when.first
            assert when.last <= whole.last


@pytest.mark.parametrize(
    ("period", "key"),
    (
        ("2020-01-01 至 2020-06-30", "2020-H1"),
        ("2020-04..2020-06", "2020-Q2"),
        ("2020-05-02 至 2020-05-20", "2020-05"),
        ("2020-03..2020-08", "2020"),
        ("2020-H2", "2020-H2"),
        ("2019-12..2020-01", ""),
        ("2020-05..", ""),
    ),
)
def test_a_stretch_of_time_is_of_the_shortest_period_that_holds_it(period: str, key: str) -> None:
    assert span_key(parse_period(period)) == key


def test_a_place_without_records_counts_nothing() -> None:
    every = (
        activity,
        decision,
        facility,
        follow_up,
        fund,
        mediation,
        meeting,
        opinion,
        organization,
        slip,
        station,
    )
    for module in (*every, task, volunteer, wish):
        assert list(module.KIND.statistics(locality())) == []


def test_findings_of_inspections_by_state_and_by_grade() -> None:
    found = statistic(
        inspection.KIND,
        "- title: 检查\n  when: 2026-11-10\n  findings:\n"
        "    - {what: 纸箱, where: 楼道, on_the_spot: yes}\n"
        "    - {what: 灯不亮, where: 门厅, settled: 2026-11-12, measure: remind}\n"
        "    - {what: 电线外露, where: 车棚, due: 2026-11-15, measure: report}\n"
        "  equipment: [{what: 灭火器, number: 2, expires: 2026-10}]\n",
    )
    assert figures(found) == [
        "检查发现的问题 3处",
        "整改率 66.7% 2／3处",
        "已过期的设施 2件",
    ]
    states, measures = found.breakdowns
    assert parts(states) == ["当场整改 1", "限期整改 1", "超期未整改 1"]
    assert parts(measures) == ["提醒 1", "报告执法 1", "未注明 1"]
    assert states.bases == measures.bases == (3,)
