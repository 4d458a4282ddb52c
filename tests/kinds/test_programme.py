"""Programmes: parts with colours, what was done for each part, what a source leaves out, the poster."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.contrast import COLOURS, LEAST, as_grey, contrast
from noticeboard.boards.programme import programme_boards
from noticeboard.document import Figures, Heading, Lines, Links, Marked, Section, Table, Toned
from noticeboard.kinds.activity import KIND as ACTIVITY
from noticeboard.kinds.joint_project import KIND as JOINT
from noticeboard.kinds.programme import KIND, Tone
from noticeboard.kinds.task import KIND as TASK
from noticeboard.kinds.tone import hatch
from noticeboard.locality import Locality

COLOURED = """\
- id: five
  title: 五彩
  parts:
    - {name: 红色组织, colour: 红, words: 党员带头, records: [gas, lift, choir]}
    - {name: 绿色生态, colour: green}
"""
NAMES = "- {title: 五起来, parts: [{name: 组织建起来}, {name: 党旗飘起来}]}\n"
TARGETS = (("task", "gas", "通燃气"), ("task", "lift", "加装电梯"), ("task", "choir", "合唱"))


def place(text: str) -> Locality:
    records = records_of(KIND, text)
    counts = KIND.tally(locality(*records).records, date(2026, 11, 20))
    return locality(*records, counts=counts, targets=TARGETS, done={"gas": True, "lift": False})


def panel(text: str) -> Section:
    (found,) = KIND.panels(place(text))
    view: Section = found.view
    return view


def test_the_panel_counts_what_is_done_by_part_and_shows_colours() -> None:
    section = panel(COLOURED)
    (table,) = blocks(section, Table)
    assert [label for label, _ in table.columns] == ["组成部分", "内容", "对应的事项"]
    first, second = table.rows
    assert isinstance(first[0], Toned)
    assert (first[0].text, first[0].tone, first[0].sign) == ("红色组织", "red", "红")
    assert first[1:] == ("党员带头", "3项，办成1项")
    assert second[1:] == ("", "暂无")
    assert section.all == (1, "programmes/index.html")


def test_the_page_lists_the_records_of_each_part_with_their_state() -> None:
    (page,) = KIND.pages(place(COLOURED))
    (section,) = page.view.sections
    (figures,) = blocks(section, Figures)
    assert [(line.label, line.value, line.base) for line in figures.lines] == [
        ("办成的事项", "33.3%", "1／3项")
    ]
    assert [each.text for each in blocks(section, Heading)] == ["红色组织"]
    _, records = blocks(section, Table)
    assert [(row[0].text, row[0].href, row[1]) for row in records.rows] == [
        ("通燃气", "../tasks/gas/index.html", "民生实事"),
        ("加装电梯", "../tasks/lift/index.html", "民生实事"),
        ("合唱", "../tasks/choir/index.html", "民生实事"),
    ]
    assert [row[2] for row in records.rows] == [
        Marked("tick", "已办成"),
        Marked("ring", "未办成"),
        Marked("dots", "未注明"),
    ]


def test_the_page_of_a_task_says_to_which_part_it_belongs() -> None:
    added = dict(KIND.adds(place(COLOURED)))
    (links,) = blocks(added["/a/tasks/gas/"], Links)
    assert links.rows == (("属于“五彩”的“红色组织”", "../../programmes/index.html", ""),)


def test_names_alone_are_one_line_and_no_page() -> None:
    assert ("组织建起来、党旗飘起来",) in [lines.texts for lines in blocks(panel(NAMES), Lines)]
    assert list(KIND.pages(place(NAMES))) == []


def test_parts_that_a_source_does_not_tell_stay_untold() -> None:
    text = "- {title: 1+4, note: 原文没有写明“1”和“4”各指什么。}"
    assert [lines.texts for lines in blocks(panel(text), Lines)] == [("工作法",), ("组成部分未注明",)]
    assert list(programme_boards(place(text))) == []


@pytest.mark.parametrize(
    ("part", "code", "path", "message"),
    (
        ("{name: 红色组织}", "E-PROGRAMME-PART", ("parts", 1, "name"), "两个部分都叫“红色组织”"),
        (
            "{name: 红旗, colour: red}",
            "E-PROGRAMME-PART",
            ("parts", 1, "colour"),
            "两个部分都是红色",
        ),
        (
            "{name: 蓝, records: [gas, lift, gas]}",
            "E-PROGRAMME-RECORD",
            ("parts", 1, "records", 2),
            "“蓝”里写了两次“gas”",
        ),
        (
            "{name: 橙, words: 探望张大爷}",
            "E-NAMED",
            ("parts", 1, "words"),
            "这里写了居民的姓名（张…）",
        ),
    ),
)
def test_what_is_wrong_with_a_programme(part: str, code: str, path: tuple[Any, ...], message: str) -> None:
    text = f"- {{title: 五彩, parts: [{{name: 红色组织, colour: 红}}, {part}]}}"
    assert found_in(KIND, text) == [(code, path, message)]


@pytest.mark.parametrize(
    ("kind", "row", "done"),
    (
        (TASK, "{id: a, title: 灯, state: done}", True),
        (TASK, "{id: a, title: 灯, state: relapsed}", False),
        (TASK, "{id: a, title: 灯, state: unstated}", None),
        (ACTIVITY, "{title: 讲座, sort: lecture, when: 2026-11-20}", True),
        (ACTIVITY, "{title: 讲座, sort: lecture, when: 2026-11-21}", False),
        (JOINT, "{title: 书法班, period: 2026-01-01 至 2026-11-19}", True),
        (JOINT, "{title: 书法班, period: 2026-01-01 至 2026-11-20}", False),
        (JOINT, "{title: 书法班}", None),
    ),
)
def test_whether_a_record_is_done(kind: Any, row: str, done: bool | None) -> None:
    (record,) = records_of(kind, f"- {row}")
    assert kind.is_done(record, date(2026, 11, 20)) is done


def test_every_colour_reads_on_white_in_colour_and_in_grey_and_has_a_pattern_of_its_own() -> None:
    for tone in Tone:
        colour = COLOURS[f"tone-{tone.value}"]
        assert min(contrast(colour, "#ffffff"), contrast(as_grey(colour), "#ffffff")) >= LEAST
    assert len({hatch(tone, 28, 7) for tone in Tone}) == len({tone.words.zh for tone in Tone}) == len(Tone)
    assert hatch(None, 28, 7).path == ""


def test_the_poster_has_a_panel_a_part_with_its_tasks_and_their_state() -> None:
    (subject,) = programme_boards(place(COLOURED))
    red, green = subject.content.parts
    assert (red.name, red.tone, red.sign, red.count) == ("红色组织", Tone.RED, "红", "3项，办成1项")
    assert [(item.line, item.state) for item in red.items] == [
        ("已办成：通燃气", "done"),
        ("未办成：加装电梯", "open"),
        ("未注明：合唱", "unstated"),
    ]
    assert (green.sign, green.words, green.count, green.items) == ("绿", "", "", ())
    (plain,) = programme_boards(place(NAMES))
    assert [(part.sign, part.tone) for part in plain.content.parts] == [("1", None), ("2", None)]
