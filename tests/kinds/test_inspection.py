"""Inspections: findings and their states on a day, what runs out, what is next, patrols, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from kind_places import area, blocks, found_in, locality, records_of

from noticeboard.checking.rules import own_rules
from noticeboard.document import Figures, Lines, Linked, Marked, Section, Steps, Table
from noticeboard.kind import Due
from noticeboard.kinds import KINDS
from noticeboard.kinds.follow_up import KIND as FOLLOW_UP
from noticeboard.kinds.inspection import KIND
from noticeboard.kinds.place import Level, Place
from noticeboard.locality import Locality, Records
from noticeboard.planning.summary import changes_of

TODAY = date(2026, 11, 20)
FIRE = """\
- id: fire
  title: 消防检查
  grid: 第一网格
  when: 2026-11-10
  by: [居委会]
  items:
    - {what: 楼道, result: 有问题}
    - {what: 应急灯, result: ok, note: 抽查12盏}
    - {what: 消火栓}
  findings:
    - {what: 堆放纸箱, where: 1号楼, on_the_spot: yes, by: 志愿队}
    - {what: 灯不亮, where: 2号楼, settled: 2026-11-18, by: 物业}
    - {what: 压力不足, where: 3号楼, due: 2026-12-01, measure: 提醒}
    - {what: 停电动车, where: 门厅, due: 2026-11-17, measure: 警示}
  equipment:
    - {what: 灭火器, where: 门厅, number: 2, expires: 2026-10-31}
    - {what: 灭火器, where: 车棚, expires: 2026-12-20}
    - {what: 水带, expires: 2026-12-21}
  next: 2026-11-15
"""


def place(*texts: str, today: str = "2026-11-20", follow_ups: str = "[]") -> Locality:
    records = [record for text in texts for record in records_of(KIND, text)]
    records += records_of(FOLLOW_UP, follow_ups)
    day = date.fromisoformat(today)
    return locality(*records, today=today, counts=KIND.tally(locality(*records).records, day))


def panel(*texts: str, today: str = "2026-11-20") -> Section:
    (found,) = KIND.panels(place(*texts, today=today))
    view: Section = found.view
    return view


def page(*texts: str, follow_ups: str = "[]") -> tuple[Section, ...]:
    (made,) = KIND.pages(place(*texts, follow_ups=follow_ups))
    sections: tuple[Section, ...] = made.view.sections
    return sections


def test_findings_are_counted_by_how_they_were_settled() -> None:
    counts = dict(KIND.tally(place(FIRE).records, TODAY))
    assert counts == {
        "inspections": 1,
        "inspections.findings": 4,
        "inspections.settled": 2,
        "inspections.state.spot": 1,
        "inspections.state.later": 1,
        "inspections.state.open": 1,
        "inspections.state.overdue": 1,
        "inspections.measure.remind": 1,
        "inspections.measure.warn": 1,
        "inspections.equipment": 4,
        "inspections.expired": 2,
    }
    before = dict(KIND.tally(place(FIRE).records, date(2026, 11, 17)))
    assert [before[f"inspections.state.{key}"] for key in ("later", "open", "overdue")] == [0, 3, 0]
    assert sum(dict(KIND.tally(place(FIRE).records, date(2026, 11, 9))).values()) == 0


def test_the_panel_says_how_many_are_settled_of_how_many() -> None:
    (figures,) = blocks(panel(FIRE), Figures)
    assert [(line.label, line.value, line.unit, line.base) for line in figures.lines] == [
        ("发现的问题", "4", "处", "当场整改1处，限期整改1处"),
        ("整改率", "50%", "", "2／4处"),
        ("待整改的问题", "2", "处", "其中超期1处"),
    ]


def test_what_is_overdue_stands_first_with_its_days_and_grade() -> None:
    left, lasting, coming = blocks(panel(FIRE), Table)
    assert left.rows == (
        ("停电动车", "门厅", "警示", Marked("clock", "超期3天", "期限2026年11月17日")),
        ("压力不足", "3号楼", "提醒", Marked("ring", "待整改", "期限2026年12月1日")),
    )
    assert lasting.rows == (
        ("灭火器2件", "门厅", "2026年10月31日", Marked("clock", "已过期")),
        ("灭火器", "车棚", "2026年12月20日", Marked("half", "30天内到期")),
    )
    assert coming.rows == (("消防检查（第一网格）", "2026年11月15日", Marked("clock", "已超期5天")),)


def test_what_is_settled_and_valid_is_one_sentence_each() -> None:
    text = (
        "- {title: 检查, when: 2026-11-10, findings: [{what: 纸箱, where: 楼道, on_the_spot: yes}], "
        "equipment: [{what: 灭火器, number: 3, expires: 2027-03}, {what: 水带, expires: 2028-06}]}"
    )
    assert [lines.texts for lines in blocks(panel(text), Lines)] == [
        ("发现的问题都已整改。",),
        ("登记的4件设施都在有效期内，最早2027年3月到期。",),
    ]


def test_the_last_inspection_of_a_grid_says_what_runs_out_and_what_is_next() -> None:
    later = (
        "- {title: 消防检查, grid: 第一网格, when: 2026-11-19, next: 2026-12-19, "
        "equipment: [{what: 灭火器, where: 门厅, expires: 2029-01}]}\n"
        "- {title: 消防检查, grid: 第二网格, when: 2026-06-01, next: 2026-12-01}\n"
        "- {title: 排水检查, when: 2027-05-20, items: [{what: 雨水口}]}\n"
    )
    *_, coming = blocks(panel(FIRE, later), Table)
    assert [(row[0], row[1]) for row in coming.rows] == [
        ("消防检查（第二网格）", "2026年12月1日"),
        ("消防检查（第一网格）", "2026年12月19日"),
        ("排水检查", "2027年5月20日"),
    ]
    assert ("登记的1件设施都在有效期内，最早2029年1月到期。",) in [
        lines.texts for lines in blocks(panel(FIRE, later), Lines)
    ]


def test_of_many_the_most_urgent_stand_on_the_panel_and_all_on_the_page() -> None:
    rows = ", ".join(f"{{what: 第{i}处, where: 楼道, due: 2026-11-{i:02}}}" for i in range(11, 21))
    gear = ", ".join(f"{{what: 灭火器{i}, expires: 2026-0{i}}}" for i in range(1, 9))
    text = f"- {{title: 检查, when: 2026-11-10, findings: [{rows}], equipment: [{gear}]}}"
    left, lasting = blocks(panel(text), Table)
    assert [row[0] for row in left.rows] == [f"第{i}处" for i in range(11, 17)]
    assert [row[0] for row in lasting.rows] == [f"灭火器{i}" for i in range(1, 7)]
    assert [lines.texts for lines in blocks(panel(text), Lines)] == [
        ("另有4项，见全部检查。",),
        ("另有2项，见全部检查。",),
    ]
    (section,) = page(text)
    assert [len(table.rows) for table in blocks(section, Table)] == [10, 8]


def test_patrols_are_added_up_with_their_hedge() -> None:
    text = (
        "- title: 夜间巡查\n  patrols:\n"
        "    - {period: 2026-10, number: 31, by: [志愿队], what: 楼道}\n"
        "    - {period: 2026-11-01 至 2026-11-20, number: 20余}\n"
    )
    (figures,) = blocks(panel(text), Figures)
    assert [(line.label, line.value, line.unit) for line in figures.lines] == [("巡查", "51余", "次")]
    counts = dict(KIND.tally(place(text).records, TODAY))
    assert (counts["inspections.patrols"], counts["inspections.patrols.more"]) == (31, 20)
    above = locality(counts=counts.items())
    ((figures,),) = [list(blocks(each.view, Figures)) for each in KIND.panels(above)]
    assert figures.lines[-1].value == "51余"
    ((table,),) = [list(blocks(section, Table)) for section in page(text)]
    assert table.rows[0] == ("2026年10月", "31", "志愿队", "楼道")


def test_the_page_shows_checklist_findings_and_re_visits() -> None:
    looks = (
        "- {of: fire, finding: 2, when: 2026-11-19, result: partly, found: 又不亮, next_step: 换新}\n"
        "- {of: other, finding: 1, when: 2026-11-19, result: holds}\n"
    )
    (section,) = page(FIRE, follow_ups=looks)
    assert (section.title, section.id) == ("消防检查，2026年11月10日", "inspection-fire")
    items, findings, equipment = blocks(section, Table)
    assert items.rows == (
        ("楼道", Marked("alert", "有问题"), ""),
        ("应急灯", Marked("tick", "正常"), "抽查12盏"),
        ("消火栓", Marked("dots", "未查"), ""),
    )
    assert [row[0] for row in findings.rows] == ["1. 堆放纸箱", "2. 灯不亮", "3. 压力不足", "4. 停电动车"]
    assert [row[-1] for row in findings.rows[:2]] == [
        Marked("tick", "当场整改", "志愿队"),
        Marked("tick", "已整改", "2026年11月18日，物业"),
    ]
    assert len(equipment.rows) == 3
    (steps,) = blocks(section, Steps)
    assert [(each.text, each.note, each.state) for each in steps.events] == [
        ("第2号问题：灯不亮", "又不亮", Marked("back", "部分反弹"))
    ]


def test_a_re_visit_names_its_finding_and_leads_to_the_inspection() -> None:
    looks = records_of(FOLLOW_UP, "- {of: fire, finding: 2, when: 2026-11-19, result: holds}\n")
    counts = dict(FOLLOW_UP.tally(locality(*looks).records, TODAY))
    assert counts == {"follow_ups": 1, "follow_ups.relapsed": 0}
    two = records_of(
        FOLLOW_UP,
        "- {of: fire, finding: 1, when: 2026-11-19, result: holds}\n"
        "- {of: fire, finding: 2, when: 2026-11-19, result: relapsed, next_step: 再改}\n",
    )
    assert dict(FOLLOW_UP.tally(locality(*two).records, TODAY))["follow_ups"] == 2
    from_place = locality(*looks, counts=counts.items(), targets=[("task", "fire", "消防检查")])
    (found,) = FOLLOW_UP.panels(from_place)
    (table,) = blocks(found.view, Table)
    assert table.rows[0][0] == Linked("消防检查，第2号问题", "tasks/fire/index.html")


def test_what_places_below_found_is_added_up() -> None:
    one = "- {title: 检查, when: 2026-11-10, findings: [{what: 纸箱, where: 楼道, on_the_spot: yes}]}"
    above = area(*(dict(place(text).summary.counts) for text in (FIRE, one)))
    (table,) = (each for panel in KIND.panels(above) for each in blocks(panel.view, Table))
    assert [heading for heading, _ in table.columns] == [
        "地点",
        "发现的问题",
        "当场整改",
        "限期整改",
        "待整改",
        "超期未整改",
    ]
    assert table.rows == (
        (Linked("甲院", "%E7%94%B2/index.html#inspections"), "4", "1", "1", "1", "1"),
        (Linked("乙院", "%E4%B9%99/index.html#inspections"), "1", "1", "0", "0", "0"),
    )
    assert table.total == ("合计", "5", "2", "1", "1", "1")


@pytest.mark.parametrize(
    ("text", "code", "path", "message"),
    (
        ("title: 甲", "E-INSPECTION-WHEN", (), "没有写检查时间，也没有写巡查"),
        (
            "title: 甲, when: 2026-11-10, next: 2026-11-09",
            "E-INSPECTION-ORDER",
            ("next",),
            "下次检查（2026年11月9日）早于检查（2026年11月10日）",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 灯, where: 楼道, settled: 2026-11-09}]",
            "E-INSPECTION-ORDER",
            ("findings", 0, "settled"),
            "整改（2026年11月9日）早于发现（2026年11月10日）",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 灯, where: 楼道, found: 2026-11-12, due: 2026-11-11}]",
            "E-INSPECTION-ORDER",
            ("findings", 0, "due"),
            "整改期限（2026年11月11日）早于发现（2026年11月12日）",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 灯, on_the_spot: yes}]",
            "E-INSPECTION-WHERE",
            ("findings", 0),
            "“灯”没有写在哪里",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 灯, where: 楼道, on_the_spot: yes, settled: 2026-11-12}]",
            "E-INSPECTION-SPOT",
            ("findings", 0, "settled"),
            "写着当场整改，整改时间却是2026年11月12日",
        ),
        (
            "title: 甲, when: 2026-11-10, equipment: [{what: 灭火器, made: 2026-05, expires: 2026-04}]",
            "E-INSPECTION-ORDER",
            ("equipment", 0, "expires"),
            "有效期（2026年4月）早于生产（2026年5月）",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 灯, where: 甲, number: 2}, {what: 门, where: 乙}]",
            "E-INSPECTION-NUMBER",
            ("findings", 1),
            "两个问题都是第2号",
        ),
        (
            "title: 甲, when: 2026-11-10, next: 2026-12-10, items: [{what: 应急灯, result: finding}]",
            "E-INSPECTION-ITEM",
            ("items",),
            "1个项目写着有问题，只列了0个问题",
        ),
        (
            "title: 甲, when: 2026-11-10, items: [{what: 应急灯}], findings: [{what: 灯, where: 甲, item: 应急}]",
            "E-INSPECTION-ITEM",
            ("findings", 0, "item"),
            "检查项目里没有“应急”",
        ),
        (
            "title: 甲, when: 2026-11-10, items: [{what: 应急灯, result: ok}]",
            "W-INSPECTION-NEXT",
            (),
            "“甲”没有写下次检查的时间",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 李大爷堆放纸箱, where: 楼道}]",
            "E-NAMED",
            ("findings", 0, "what"),
            "这里写了居民的姓名（李…）",
        ),
        (
            "title: 甲, when: 2026-11-10, findings: [{what: 纸箱, where: 1号楼2单元302室}]",
            "E-NAMED",
            ("findings", 0, "where"),
            "这里写了住户的门牌",
        ),
        (
            "title: 甲, patrols: [{period: 2026-10, by: [居民王阿姨]}]",
            "E-NAMED",
            ("patrols", 0, "by", 0),
            "这里写了居民的姓名（王…）",
        ),
    ),
)
def test_what_is_wrong_with_an_inspection(text: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, f"- {{{text}}}") == [(code, path, message)]


def test_a_sound_inspection_has_nothing_wrong() -> None:
    assert found_in(KIND, FIRE) == []


def of_place(
    inspections: str, follow_ups: str, today: date = TODAY
) -> Iterator[tuple[str, tuple[Any, ...], str]]:
    by_type = tuple(
        (kind.record, records_of(kind, text)) for kind, text in ((KIND, inspections), (FOLLOW_UP, follow_ups))
    )
    records = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), by_type)
    for each in own_rules(records, KINDS, today):
        yield each.code, each.origin.path[1:], each.message.zh


def test_a_re_visit_of_a_finding_that_does_not_exist_is_told() -> None:
    look = "- {{of: {}, finding: {}, when: 2026-11-19, result: holds}}\n"
    text = "- {id: fire, title: 检查, when: 2026-11-10, findings: [{what: 灯, where: 甲, number: 7}]}"
    assert list(of_place(text, look.format("fire", 7) + look.format("inspection/fire", 7))) == []
    assert list(of_place(text, look.format("fire", 1))) == [
        ("E-INSPECTION-REVISIT", ("finding",), "“检查”里没有第1号问题")
    ]
    assert found_in(FOLLOW_UP, "- {what: 灯, finding: 1, when: 2026-11-19, result: holds}") == [
        ("E-FOLLOW-UP", ("finding",), "写了问题编号，没有写是哪次检查")
    ]


@pytest.mark.parametrize(
    ("today", "said"),
    (
        ("2026-11-14", ["灭火器（门厅）：2026年10月31日已到期"]),
        ("2026-11-15", ["灭火器（门厅）：2026年10月31日已到期", "消防检查的下次检查：2026年11月15日到期"]),
        (
            "2026-11-21",
            [
                "灭火器（门厅）：2026年10月31日已到期",
                "灭火器（车棚）：2026年12月20日到期",
                "水带：2026年12月21日到期",
                "消防检查的下次检查：2026年11月15日已到期",
            ],
        ),
    ),
)
def test_check_warns_of_what_has_run_out_or_soon_will(today: str, said: list[str]) -> None:
    found = list(of_place(FIRE, "[]", date.fromisoformat(today)))
    assert [message for code, _, message in found if code == "W-DUE"] == said
    assert all(code == "W-DUE" for code, _, _ in found)


def test_what_a_later_inspection_replaced_is_due_no_more() -> None:
    later = "- {title: 消防检查, grid: 第一网格, when: 2026-11-19, next: 2027-11-19}\n"
    assert list(of_place(FIRE + later, "[]")) == []


def changes(text: str, today: str) -> list[str]:
    records, day = place(text).records, date.fromisoformat(today)
    return [each.isoformat() for each in sorted(set(changes_of(records, records, {}, KINDS, day)))]


def test_the_days_on_which_it_changes() -> None:
    text = (
        "- {title: 检查, when: 2026-11-10, next: 2026-12-10, "
        "findings: [{what: 灯, where: 甲, due: 2026-11-25}, {what: 门, where: 乙, settled: 2026-11-22}], "
        "equipment: [{what: 灭火器, expires: 2027-03}]}"
    )
    assert changes(text, "2026-11-20") == [
        "2026-11-22",  # the door is settled
        "2026-11-26",  # the lamp is overdue
        "2026-12-10",  # the next inspection is due
        "2026-12-11",  # and overdue
        "2027-03-01",  # 30 days before the extinguisher runs out
        "2027-04-01",
    ]
    assert changes(text, "2026-11-26")[0] == "2026-11-27"  # the days are counted
    assert changes(text, "2026-12-11")[0] == "2026-12-12"


def test_an_inspection_as_it_stood_on_an_earlier_day() -> None:
    (fire,) = records_of(KIND, FIRE)
    assert KIND.on_day(fire, date(2026, 11, 9)) is None
    earlier = KIND.on_day(fire, date(2026, 11, 17))
    assert earlier is not None
    assert earlier.findings[1].settled is None
    assert KIND.on_day(fire, date(2026, 11, 18)) == fire


def test_what_is_due_names_its_field() -> None:
    found: list[Due] = list(KIND.due(place(FIRE).records, TODAY))
    assert [each.origin.path for each in found] == [
        (0, "equipment", 0, "expires"),
        (0, "equipment", 1, "expires"),
        (0, "equipment", 2, "expires"),
        (0, "next"),
    ]
