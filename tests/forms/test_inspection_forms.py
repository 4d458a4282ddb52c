"""The inspection sheet and the reminder slip: what stands on them, on how many sheets, what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from form_places import centre_of, community

from noticeboard.boards.view import BoardView
from noticeboard.forms import inspection, reminder
from noticeboard.forms.form import FormKind, FormOptions, form
from noticeboard.locality import Locality

INSPECTIONS = """\
- id: fire
  title: 消防检查
  grid: 第一网格
  when: 2026-11-18
  items: [{what: 楼道通畅, result: finding}, {what: 应急灯, result: ok}]
  findings:
    - {what: 堆放纸箱, where: 1号楼, on_the_spot: yes}
    - {what: 灯不亮, where: 2号楼, due: 2026-12-02, measure: remind}
    - {what: 停电动车, where: 门厅}
  equipment: [{what: 灭火器, where: 门厅, expires: 2029-05}]
  next: 2026-12-18
- {id: old, title: 消防检查, grid: 第一网格, when: 2026-10-16, items: [{what: 旧项目, result: ok}], next: 2026-11-16}
- {id: drains, title: 排水检查, when: 2027-05-20, items: [{what: 雨水口}]}
- {id: patrol, title: 夜间巡查, patrols: [{period: 2026-10, number: 31}]}
"""
HERE = community(inspections=INSPECTIONS)


def made(kind: FormKind, here: Locality = HERE, **options: Any) -> BoardView:
    view, found = form(kind, here, FormOptions(**options))
    assert found == []
    assert view is not None
    return view


def wrong(kind: FormKind, **options: Any) -> list[str]:
    view, found = form(kind, HERE, FormOptions(**options))
    assert view is None
    return [f"{each.code} {each.message.zh} → {each.remedy.zh}" for each in found]


def items(view: BoardView) -> list[list[str]]:
    return [[row.text.plain for row in panel.body.rows if row.text] for panel in view.panels]


def test_the_sheet_has_the_checklist_in_force_and_what_runs_out() -> None:
    view = made(inspection.FORM)
    assert items(view) == [["楼道通畅", "应急灯", "灭火器（门厅），有效期至2029年5月"], ["雨水口"]]
    fire, drains = (panel.body for panel in view.panels)
    assert [each.value.plain if each.value else None for each in (fire.what, fire.grid, fire.when)] == [
        "消防检查",
        "第一网格",
        None,
    ]
    assert drains.grid.value is None
    assert [row.number.plain for row in fire.rows if row.number] == ["1", "2", "3"]
    assert [field.label.plain for pair in fire.signed for field in pair] == [
        "检查人签名",
        "陪同人签名",
        "下次检查",
        "日期",
    ]


def test_lines_are_nine_millimetres_apart_and_some_are_left_to_write_on() -> None:
    for panel in made(inspection.FORM).panels:
        blank = [row for row in panel.body.rows if row.text is None]
        assert len(blank) >= inspection.LEAST_BLANK
        assert {row.height for row in blank} == {9.0}


def test_one_inspection_or_items_that_are_given() -> None:
    assert items(made(inspection.FORM, record="old")) == [["旧项目"]]
    given = made(inspection.FORM, title="节前检查", choices=("烟花爆竹", "燃气阀门"))
    assert items(given) == [["烟花爆竹", "燃气阀门"]]
    assert given.panels[0].body.what.value.plain == "节前检查"
    assert items(made(inspection.FORM, community())) == [[]]
    (line,) = wrong(inspection.FORM, record="fires")
    assert line == "E-FORM-RECORD 这里没有 id 为“fires”的检查 → 是不是“fire”？"


def test_every_set_has_its_number_and_a_long_list_goes_on_to_further_sheets() -> None:
    many = tuple(f"第{i}项" for i in range(1, 61))
    view = made(inspection.FORM, choices=many, count=2, start=7)
    said = items(view)
    assert len(said) > 2
    assert [text for sheet in said for text in sheet] == [*many, *many]
    numbers = [panel.body.number.plain for panel in view.panels]
    assert sorted(set(numbers)) == ["0007", "0008"]
    assert numbers == sorted(numbers)


def test_an_item_too_long_for_a_sheet_is_named() -> None:
    (line,) = wrong(inspection.FORM, choices=("很长的项目" * 200,))
    assert line.startswith("E-BOARD-FIT “很长的项目")


def slips(view: BoardView) -> list[Any]:
    return [each for panel in view.panels for row in panel.body.rows for each in row]


def test_blank_reminders_fill_a_sheet_with_numbers_that_go_on() -> None:
    found = slips(made(reminder.FORM))
    assert [each.number.plain for each in found] == ["0001", "0002", "0003", "0004"]
    assert [each.number.plain for each in slips(made(reminder.FORM, start=5, count=2))] == ["0005", "0006"]
    slip = found[0].slip
    assert [each.value for each in (slip.where, slip.what, slip.due)] == [None] * 3
    assert [(text.plain, is_ticked) for text, is_ticked in slip.measures] == [
        ("提醒", False),
        ("警示", False),
        ("报告执法", False),
    ]
    assert slip.lines >= 1


def test_a_reminder_for_each_finding_that_is_not_settled() -> None:
    found = slips(made(reminder.FORM, record="fire", start=12))
    assert [
        (each.number.plain, each.slip.where.value.plain, each.slip.what.value.plain) for each in found
    ] == [
        ("0012", "2号楼", "灯不亮"),
        ("0013", "门厅", "停电动车"),
    ]
    lamp, motorcycle = (each.slip for each in found)
    assert lamp.due.value.plain == "2026年12月2日"
    assert motorcycle.due.value is None
    assert [is_ticked for _, is_ticked in lamp.measures] == [True, False, False]
    assert not any(is_ticked for _, is_ticked in motorcycle.measures)
    assert [each.slip.what.value.plain for each in slips(made(reminder.FORM, record="fire", count=2))] == [
        "灯不亮",
        "灯不亮",
        "停电动车",
        "停电动车",
    ]


def test_no_reminder_where_all_is_settled_or_there_is_no_such_inspection() -> None:
    assert wrong(reminder.FORM, record="old") == [
        "E-FORM-RECORD “消防检查”发现的问题都已整改，没有要提醒的 → 不写记录就印空白的"
    ]
    (line,) = wrong(reminder.FORM, record="olds")
    assert line == "E-FORM-RECORD 这里没有 id 为“olds”的检查 → 是不是“old”？"


def test_the_print_centre_offers_them_where_something_is_inspected(tmp_path: Path) -> None:
    _, pages = centre_of(tmp_path / "with", {"c/inspections.yml": INSPECTIONS})
    assert {"inspection-a4-portrait", "reminder-a4-portrait"} <= pages
    _, pages = centre_of(tmp_path / "without", {})
    assert not any(name.startswith(("inspection", "reminder")) for name in pages)
    patrols = INSPECTIONS[INSPECTIONS.index("- {id: patrol") :]
    _, pages = centre_of(tmp_path / "patrols", {"c/inspections.yml": patrols})
    assert "inspection-a4-portrait" not in pages
