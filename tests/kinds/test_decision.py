"""Decisions: steps and evidence, notice rounds, lawful days, votes against their thresholds, pages, the board."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import SETTINGS, blocks, found_in, locality, records_of

from noticeboard.boards.decision import decision_boards
from noticeboard.boards.document_blocks import Ribbon
from noticeboard.checking.procedures import check_procedures
from noticeboard.config import CalendarYear, Settings
from noticeboard.diagnostics import Origin
from noticeboard.document import DocumentView, Facts, Marked, Section, Steps, Table
from noticeboard.kinds.decision import KIND, Decision, State, state_of
from noticeboard.kinds.decision.procedures import shipped
from noticeboard.kinds.decision.progress import changes, next_of
from noticeboard.kinds.decision.vote import HALF, RULES, THREE_QUARTERS, TWO_THIRDS, is_passed
from noticeboard.kinds.decision.words import next_text, running_text
from noticeboard.locality import Locality
from noticeboard.procedure import Matter, Procedure, ProcedureStep
from noticeboard.reading.decode import decode
from noticeboard.reading.yaml import load

RESOLVED = """\
- id: garden
  title: 花园改造
  procedure: 一征三议两公开
  steps:
    - {step: 征求意见, when: 2026-09-02, evidence: 征求意见表62份}
    - {step: 党组织提议, when: 2026-09-14, evidence: 党支部会议记录}
    - {step: 两委商议, when: 2026-09-21, evidence: 会议记录}
    - {step: 居民代表会议决议, when: 2026-10-10, evidence: [会议记录, 签到表]}
"""
POSTED = (
    RESOLVED
    + """\
    - step: 决议公开
      evidence: 公示照片
      rounds:
        - from: 2026-10-12
          received: 7
          opinions:
            - {what: 花坛太高, number: 5, changed: 花坛降到40厘米}
            - {what: 全部改成停车位, number: 2, reason: 绿地不能减少}
        - {from: 2026-11-16, days: 14}
  vote:
    persons: {total: 24, took_part: 21, for: 17, against: 3, abstained: 1}
"""
)
OWNERS = """\
- title: 停车位
  procedure: owners-vote
  matter: %s
  steps:
    - {step: draft, when: 2026-07-01, evidence: 议题}
    - {step: summon, when: 2026-07-06, evidence: 会议通知}
    - {step: vote, when: 2026-07-21, evidence: [表决票, 计票记录]}
  candidates: [{name: 方案一, chosen: yes}]
  vote:
    persons: {total: 72, took_part: %s, for: %s}
    area: {total: 6480, took_part: %s, for: %s}
"""


def decision(text: str, settings: Settings = SETTINGS) -> Decision:
    (made,) = records_of(KIND, text, settings)
    return made  # type: ignore[no-any-return]  # the records of any kind


def page(where: Locality) -> dict[str, Section]:
    (made,) = (page.view for page in KIND.pages(where) if page.url.endswith("/garden/"))
    assert isinstance(made, DocumentView)
    return {section.id: section for section in made.sections}


def test_the_procedures_of_the_package_are_well_formed() -> None:
    settings = Settings(title="甲", procedures=shipped())
    assert list(check_procedures(settings)) == []
    assert [each.name for each in shipped()] == [
        "一征三议两公开",
        "一领四单",
        "选聘物业公司",
        "使用维修资金",
        "业主大会表决",
    ]
    assert all(step.basis for each in shipped() for step in each.steps if step.is_notice or step.wait)


def test_a_correct_decision_has_nothing_to_say() -> None:
    assert found_in(KIND, POSTED) == []


@pytest.mark.parametrize(
    ("today", "state", "following"),
    (
        ("2026-09-01", State.UPCOMING, "征求意见，定于2026年9月2日"),
        ("2026-09-02", State.RUNNING, "党组织提议，定于2026年9月14日"),
        ("2026-11-20", State.RUNNING, "实施结果公开，最早2026年12月1日"),
        ("2026-12-05", State.RUNNING, "实施结果公开，2026年12月1日起可以进行"),
    ),
)
def test_state_and_next_step_follow_from_the_day(today: str, state: State, following: str) -> None:
    made = decision(POSTED)
    assert state_of(made, date.fromisoformat(today)) is state
    assert next_text(locality(made, today=today), made) == following


@pytest.mark.parametrize(
    ("today", "said"),
    (
        ("2026-10-26", ""),
        ("2026-11-16", "正在公示，到2026年11月30日止"),
        ("2026-11-30", "正在公示，到2026年11月30日止"),
        ("2026-12-01", ""),
    ),
)
def test_nothing_hangs_between_two_rounds(today: str, said: str) -> None:
    made = decision(POSTED)
    assert running_text(locality(made, today=today), made) == said


@pytest.mark.parametrize(
    ("round_", "last"),
    (
        ("{from: 2026-10-12}", "2026-10-19"),
        ("{from: 2026-10-12, to: 2026-10-30}", "2026-10-30"),
        ("{from: 2018-09-28, working_days: 2}", "2018-09-30"),
        ("{from: 2020-09-25, working_days: 2}", "2020-09-28"),
    ),
)
def test_the_last_day_of_a_round(round_: str, last: str) -> None:
    made = decision(
        f"- {{title: 甲, procedure: 一征三议两公开, steps: [{{step: 决议公开, rounds: [{round_}]}}]}}"
    )
    assert str(made.steps[0].rounds[0].last) == last


def test_working_days_of_a_procedure_of_the_site_follow_its_calendar() -> None:
    steps = (
        ProcedureStep(key="post", name="公示", working_days=1),
        ProcedureStep(key="meet", name="议定"),
    )
    year = CalendarYear(year="2040", holidays=(date(2040, 10, 2),))
    own = Settings(
        title="甲", procedures=(Procedure(key="own", name="小事议定", steps=steps),), calendar=(year,)
    )
    made = decision(
        "- {title: 甲, procedure: 小事议定, steps: [{step: 公示, rounds: [{from: 2040-10-01}]}]}", own
    )
    found = next_of(made, date(2040, 10, 1))
    assert found is not None
    assert str(found.earliest) == "2040-10-04"


@pytest.mark.parametrize(
    ("length", "code"), (("working_days: 3", "E-CALENDAR"), ("days: 999999999999", "E-PERIOD"))
)
def test_a_round_whose_end_nobody_can_count_is_told(length: str, code: str) -> None:
    rows, _ = load(
        "- title: 甲\n  procedure: 一征三议两公开\n"
        "  steps: [{step: 决议公开, rounds: [{from: 2040-10-01, LENGTH}]}]\n".replace("LENGTH", length),
        "a.yml",
    )
    assert isinstance(rows, list)
    record, _ = decode(rows[0], Decision, Origin("a.yml", (0,)))
    assert record is not None
    (found,) = KIND.settle(record, SETTINGS)[1]
    assert (found.code, found.origin.path) == (code, (0, "steps", 0, "rounds", 0, "from"))


@pytest.mark.parametrize(
    ("share", "part", "whole", "is_met"),
    (
        (HALF, 36, 72, False),
        (HALF, 37, 72, True),
        (TWO_THIRDS, 48, 72, True),
        (TWO_THIRDS, 47, 72, False),
        (THREE_QUARTERS, 45, 60, True),
        (THREE_QUARTERS, 44, 60, False),
        (HALF, 0, 0, False),
    ),
)
def test_a_threshold_includes_its_number_unless_it_must_be_exceeded(
    share: Any, part: int, whole: int, is_met: bool
) -> None:
    assert share.is_met(part, whole) is is_met


@pytest.mark.parametrize(
    ("matter", "numbers", "passed"),
    (
        ("ordinary", (48, 25, 4320, "2160.5"), True),
        ("ordinary", (48, 25, 4320, 2160), False),
        ("ordinary", (47, 47, 4320, 4320), False),
        ("重大事项", (48, 36, 4320, 3240), True),
        ("重大事项", (48, 35, 4320, 4320), False),
    ),
)
def test_owners_vote_by_persons_and_by_area(matter: str, numbers: tuple[Any, ...], passed: bool) -> None:
    text = OWNERS % (matter, *numbers)
    made = decision(text)
    assert made.vote is not None
    assert is_passed(made.vote, RULES[made.matter or Matter.ORDINARY]) is passed
    assert [code for code, _, _ in found_in(KIND, text)] == ([] if passed else ["E-VOTE-FAILED"])


@pytest.mark.parametrize(
    ("text", "code", "path", "message"),
    (
        (
            RESOLVED.replace("两委商议", "两委会商"),
            "E-STEP",
            ("steps", 2, "step"),
            "“一征三议两公开”里没有“两委会商”这一步",
        ),
        (
            RESOLVED.replace("征求意见表62份", "照片"),
            "E-EVIDENCE",
            ("steps", 0, "evidence"),
            "“征求意见”缺少材料：征求意见表",
        ),
        (
            RESOLVED.replace(", evidence: 党支部会议记录", ""),
            "E-EVIDENCE",
            ("steps", 1, "step"),
            "“党组织提议”缺少材料：会议记录",
        ),
        (
            "".join(line for line in RESOLVED.splitlines(keepends=True) if "党组织提议" not in line),
            "E-STEP-MISSING",
            ("steps", 1, "step"),
            "“两委商议”之前缺“党组织提议”这一步",
        ),
        (
            RESOLVED.replace("2026-09-21", "2026-09-01"),
            "E-STEP-ORDER",
            ("steps", 2, "when"),
            "“两委商议”的日期早于“党组织提议”",
        ),
        (
            POSTED.replace("days: 14", "days: 6"),
            "E-ROUND-SHORT",
            ("steps", 4, "rounds", 1, "days"),
            "第2轮公示到2026-11-22，最早应当到2026-11-23",
        ),
        (
            POSTED.replace(", reason: 绿地不能减少", ""),
            "W-ROUND-OPINION",
            ("steps", 4, "rounds", 0, "opinions", 1),
            "第1轮的意见“全部改成停车位”没有写采纳与否",
        ),
        (
            POSTED.replace("花坛太高", "张阿姨说花坛太高"),
            "E-NAMED",
            ("steps", 4, "rounds", 0, "opinions", 0, "what"),
            "这里写了居民的姓名（张…）",
        ),
        (
            POSTED.replace("took_part: 21", "took_part: 25").replace("for: 17", "for: 21"),
            "E-VOTE-MORE",
            ("vote", "persons", "took_part"),
            "参与表决的人数25，多于总数24",
        ),
        (
            POSTED.replace("against: 3", "against: 4"),
            "E-VOTE-SUM",
            ("vote", "persons", "for"),
            "人数：同意、反对、弃权合计22，参与表决21",
        ),
        (
            (OWNERS % ("ordinary", 60, 40, 5400, 5401)).replace(", chosen: yes", ""),
            "E-VOTE-SUM",
            ("vote", "area", "for"),
            "面积：同意、反对、弃权合计5401，参与表决5400",
        ),
        (
            (OWNERS % ("ordinary", 60, 40, 5400, 4000)).replace("chosen: yes", "votes: 61"),
            "E-VOTE-MORE",
            ("candidates", 0, "votes"),
            "各候选得票的人数合计61，多于参与表决的60",
        ),
        (
            (OWNERS % ("ordinary", 60, 40, 5400, 4000)).replace("2026-07-21", "2026-07-20"),
            "E-STEP-EARLY",
            ("steps", 2, "when"),
            "“vote”最早可在2026-07-21进行，写的是2026-07-20",
        ),
        (
            (OWNERS % ("ordinary", 60, 40, 5400, 4000)).replace("  matter: ordinary\n", ""),
            "E-VOTE-RULE",
            ("vote",),
            "没有写这是一般事项还是重大事项",
        ),
        (
            POSTED.replace("total: 24", "total: 100%"),
            "E-QUANTITY",
            ("vote", "persons"),
            "票数不能是百分数",
        ),
        ("- {title: 甲, stopped: 2026-05-01}", "E-DECISION", ("stopped",), "写了终止，没有写原因"),
        (
            "- {title: 甲, menu: [{what: 喷水池, taken: no}]}",
            "E-DECISION",
            ("menu", 0, "taken"),
            "“喷水池”没有纳入，也没有写原因",
        ),
    ),
)
def test_what_is_wrong_with_a_decision(text: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, text) == [(code, path, message)]


def test_steps_in_the_wrong_order_are_told() -> None:
    rows = RESOLVED.splitlines(keepends=True)
    rows[4], rows[5] = rows[5], rows[4]
    codes = {code for code, _, _ in found_in(KIND, "".join(rows))}
    assert codes == {"E-STEP-ORDER"}


@pytest.mark.parametrize(
    ("written", "remedy"),
    (("一征三议两公布", "是不是“一征三议两公开”？"), ("owner-vote", "是不是“owners-vote”？")),
)
def test_an_unknown_procedure_is_told_with_the_nearest(written: str, remedy: str) -> None:
    (found,) = KIND.settle(Decision(title="甲", procedure=written), SETTINGS)[1]
    assert (found.code, found.remedy.zh) == ("E-PROCEDURE", remedy)


def test_what_a_source_leaves_out_is_no_mistake_and_is_said() -> None:
    text = """\
- id: garden
  title: 选聘物业公司
  procedure: 选聘物业公司
  reported: yes
  steps: [{step: 征求意见, number: 近400, unit: 户, note: 全部同意}, {step: 业主表决}]
"""
    assert found_in(KIND, text) == []
    (steps,) = blocks(page(locality(decision(text)))["steps"], Steps)
    first, second = steps.events[:2]
    assert (first.date, first.text, first.note) == (
        "日期来源未注明",
        "征求意见：近400户，全部同意",
        "材料：来源未注明",
    )
    assert second.state is not None
    assert second.state.word == "来源未注明"
    assert list(decision_boards(locality(decision(text)))) == []


def test_the_page_says_what_hangs_what_is_next_and_what_opinions_changed() -> None:
    made = page(locality(decision(POSTED)))
    (facts,) = blocks(made["now"], Facts)
    assert facts.pairs[:2] == (
        ("现在", "正在公示，到2026年11月30日止"),
        ("下一步", "实施结果公开，最早2026年12月1日"),
    )
    (table,) = blocks(made["rounds"], Table)
    assert table.rows == (
        ("花坛太高（5条）", "花坛降到40厘米"),
        ("全部改成停车位（2条）", "未采纳：绿地不能减少"),
    )
    (vote,) = blocks(made["vote"], Table)
    assert [row[:3] for row in vote.rows] == [
        ("参与表决（人数）", "21／24人", "87.5%"),
        ("同意（人数）", "17／21人", "81.0%"),
    ]


def test_what_is_shown_changes_when_rounds_begin_and_end() -> None:
    assert sorted(set(changes(decision(POSTED), date(2026, 11, 15)))) == [
        date(2026, 11, 16),
        date(2026, 12, 1),
    ]


def test_a_stopped_decision_says_why_and_goes_no_further() -> None:
    made = decision(RESOLVED + "  stopped: 2026-11-01\n  stopped_reason: 资金没有落实\n")
    assert state_of(made, date(2026, 10, 31)) is State.RUNNING
    assert state_of(made, date(2026, 11, 1)) is State.STOPPED
    (panel,) = KIND.panels(locality(made))
    (table,) = blocks(panel.view, Table)
    assert table.rows[0][1] == Marked("dash", "已终止", "2026年11月1日，资金没有落实")


def test_the_board_has_every_step_with_its_mark() -> None:
    (subject,) = decision_boards(locality(decision(POSTED)))
    assert (subject.key, subject.name) == ("decision-garden", "花园改造")
    (ribbon,) = (block for block in subject.content.blocks if isinstance(block, Ribbon))
    assert [step.state for step in ribbon.steps] == ["done"] * 4 + ["waiting", "open"]


@pytest.mark.parametrize(
    ("procedures", "path"),
    (
        ((Procedure(key="a", name="甲"),), ("procedures", 0)),
        (
            (Procedure(key="a", name="甲", steps=(ProcedureStep(key="b", name="乙"),)),) * 2,
            ("procedures", 1, "key"),
        ),
        (
            (Procedure(key="a", name="甲", steps=(ProcedureStep(key="b", name="乙"),) * 2),),
            ("procedures", 0, "steps", 1, "key"),
        ),
    ),
)
def test_what_is_wrong_with_a_procedure_of_the_site(procedures: Any, path: tuple[Any, ...]) -> None:
    found = list(check_procedures(Settings(title="甲", procedures=procedures)))
    assert [(each.code, each.origin.path) for each in found] == [("E-SETTING", path)]


def test_a_place_has_a_list_page_only_where_something_leads_to_it() -> None:
    assert list(KIND.pages(locality(counts=(("decisions", 3),)))) == []
    urls = [page.url for page in KIND.pages(locality(decision(POSTED)))]
    assert urls == ["/a/decisions/", "/a/decisions/garden/"]
