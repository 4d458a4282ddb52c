"""Honours: who holds what on which day, people without consent, what is refused, pages, rows by place, the board."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Cards, Faces, Title
from noticeboard.boards.honour import honour_boards
from noticeboard.checking.redaction import WEB, Redaction
from noticeboard.document import People, Table
from noticeboard.kinds.honour import KIND, Honour
from noticeboard.kinds.honour.record import standings
from noticeboard.locality import Records

FLAGS = """\
- {sort: flag, title: 卫生流动红旗, period: 2026-Q1, given_by: 社区}
- {sort: flag, title: 卫生流动红旗, period: 2026-Q3, given_by: 社区}
- {sort: flag, title: 安全流动红旗, period: 2026-Q2, given_by: 社区, ended: 2026-07-08, moved_to: 二院}
- {sort: flag, title: 卫生流动红旗, period: 2027-Q1, given_by: 社区}
- {sort: star, title: 星级楼院, stars: 3, period: 2025, given_by: 街道}
- {sort: star, title: 星级楼院, stars: 4, period: 2026-H1, given_by: 街道}
"""
MODELS = """\
- {sort: model, name: 示例甲, title: 优秀志愿者, given_by: 社区, portrait: 甲.jpg,
   consent: {name: [wall, web], portrait: [wall, web], until: 2026-12-31}}
- {sort: model, name: 欧阳示例, title: 热心楼栋长, given_by: 社区, portrait: 乙.jpg}
"""


def honours(text: str) -> tuple[Honour, ...]:
    return records_of(KIND, text)


def redacted(text: str, today: str) -> tuple[Honour, ...]:
    redaction = Redaction(WEB, (), date.fromisoformat(today), "zh")
    return tuple(redaction.record(honour, "honour") for honour in honours(text))


def standing(text: str, today: str) -> list[tuple[str, str, str]]:
    found = standings([(each, "/a") for each in honours(text)], date.fromisoformat(today))
    return [
        (it.honour.title, it.honour.day.data() if it.honour.day else "", it.standing.value) for it in found
    ]


def test_of_one_flag_only_the_latest_is_held_and_the_others_are_history() -> None:
    assert standing(FLAGS, "2026-11-20") == [
        ("卫生流动红旗", "2026-Q3", "held"),
        ("星级楼院", "2026-H1", "held"),
        ("卫生流动红旗", "2027-Q1", "coming"),
        ("安全流动红旗", "2026-Q2", "past"),
        ("卫生流动红旗", "2026-Q1", "past"),
        ("星级楼院", "2025", "past"),
    ]


def test_a_flag_is_held_until_the_day_on_which_it_moves_on() -> None:
    text = "- {sort: flag, title: 红旗, period: 2026-Q2, given_by: 社区, ended: 2026-07-08}"
    (flag,) = honours(text)
    assert [standing(text, day)[0][2] for day in ("2026-07-08", "2026-07-09")] == ["held", "past"]
    assert list(KIND.changes(flag, date(2026, 7, 8))) == [date(2026, 7, 9)]
    assert KIND.on_day(flag, date(2026, 3, 31)) is None


def test_only_what_is_held_is_counted_and_a_person_without_consent_is() -> None:
    records = honours(FLAGS + MODELS)
    place = Records("/a", locality().place, ((Honour, records),))
    assert dict(KIND.tally(place, date(2026, 11, 20))) == {
        "honours": 4,
        "honours.flag": 1,
        "honours.star": 1,
        "honours.model": 2,
    }


@pytest.mark.parametrize(
    ("today", "shown"),
    (
        ("2026-12-31", [("示例甲", "photos/%E7%94%B2.jpg"), ("欧阳同志", "")]),
        ("2027-01-01", [("示同志", ""), ("欧阳同志", "")]),
    ),
)
def test_name_and_portrait_are_shown_as_long_as_the_consent_holds(
    today: str, shown: list[tuple[str, str]]
) -> None:
    here = locality(*redacted(MODELS, today), today=today)
    (panel,) = KIND.panels(here)
    (people,) = blocks(panel.view, People)
    assert [(each.name, each.portrait) for each in people.people] == shown
    assert [copy.path for copy in KIND.copies(here)] == ["a/photos/甲.jpg" for _, href in shown if href]


def test_the_panel_shows_what_is_held_and_the_page_the_history_as_well() -> None:
    here = locality(*honours(FLAGS))
    (panel,) = KIND.panels(here)
    (held,) = blocks(panel.view, Table)
    assert [(row[0], row[1], row[3]) for row in held.rows] == [
        ("卫生流动红旗", "社区", "2026年第三季度，持有"),
        ("星级楼院（4星）", "街道", "2026年上半年，持有"),
        ("卫生流动红旗", "社区", "2027年第一季度，尚未到期"),
    ]
    (page,) = KIND.pages(here)
    history = page.view.sections[-1].blocks[0]
    assert history.rows[0] == ("安全流动红旗", "社区", "", "2026年第二季度，2026年7月8日止，流转到二院")


def test_a_banner_stands_on_the_page_of_the_task_that_earned_it() -> None:
    (banner,) = honours("- {sort: banner, given_by: 居民, to: 社区党支部, task: lamp, as_of: 2020-11-04}")
    here = locality(banner, targets=(("task", "lamp", "修灯"),))
    ((url, section),) = KIND.adds(here)
    (table,) = blocks(section, Table)
    assert (url, table.rows) == (
        "/a/tasks/lamp/",
        (("锦旗", "居民，赠给社区党支部", "", "截至2020年11月4日"),),
    )
    assert list(KIND.pages(here)) == []


@pytest.mark.parametrize(
    ("text", "code", "path", "message"),
    (
        ("- {sort: flag, given_by: 社区, period: 2026}", "E-HONOUR", (), "流动红旗没有写名称"),
        (
            "- {sort: star, title: 甲, given_by: 社区, period: 2026}",
            "E-HONOUR",
            (),
            "星级没有写星数，或不在1到10之间",
        ),
        (
            "- {sort: star, title: 甲, given_by: 社区, period: 2026, stars: 11}",
            "E-HONOUR",
            ("stars",),
            "星级没有写星数，或不在1到10之间",
        ),
        ("- {sort: banner, given_by: 居民, stars: 3}", "E-HONOUR", ("stars",), "只有星级才写星数"),
        ("- {sort: model, title: 甲, given_by: 社区}", "E-HONOUR", (), "先进个人没有写姓名"),
        (
            "- {sort: banner, given_by: 居民, name: 示例甲}",
            "E-HONOUR",
            ("name",),
            "只有先进个人才写姓名、照片、同意公开",
        ),
        (
            "- {sort: title, title: 甲, given_by: 社区, when: 2026-05, ended: 2026-04}",
            "E-HONOUR-ENDED",
            ("ended",),
            "结束（2026年4月）早于授予（2026年5月）",
        ),
        ("- {sort: title, title: 甲}", "W-HONOUR", (), "没有写谁授予"),
        ("- {sort: flag, title: 甲, given_by: 社区}", "W-HONOUR", (), "没有写是哪一期的"),
        ("- {sort: banner, given_by: 王示例}", "W-HONOUR-NAME", ("given_by",), "“王…”像是个人姓名"),
        (
            "- {sort: banner, given_by: 李阿姨}",
            "E-NAMED",
            ("given_by",),
            "这里写了居民的姓名（李…）",
        ),
        (
            "- {sort: model, name: 示例甲, title: 示例甲先进岗, given_by: 社区}",
            "E-NAME-ASIDE",
            ("title",),
            "这里写了本人的姓名，同意公开到期后仍会显示",
        ),
        (
            "- {sort: model, name: 示例甲, title: 甲, given_by: 社区, consent: {until: 2027-01-01}}",
            "W-CONSENT",
            ("consent",),
            "同意公开里没有写公开哪一项、在哪里公开，等于不同意",
        ),
        (
            "- {sort: flag, title: 甲, given_by: 社区, period: 2026-Q1}\n"
            "- {sort: flag, title: 甲, given_by: 社区, period: 2026-Q1}",
            "E-HONOUR-TWICE",
            ("period",),
            "2026年第一季度的“甲”写了两次",
        ),
    ),
)
def test_what_is_wrong_with_an_honour(text: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, text) == [(code, path, message)]


@pytest.mark.parametrize("given_by", ("居民", "高新区", "石油公司", "白云社区", "一位老人", "金水街道办"))
def test_roles_and_organizations_are_no_names(given_by: str) -> None:
    assert found_in(KIND, f"- {{sort: banner, given_by: {given_by}}}") == []


def test_the_board_shows_people_banners_what_is_held_and_the_history() -> None:
    banner = "- {sort: banner, title: 为民解忧, given_by: 居民, to: 社区党支部, when: 2026-09}\n"
    (subject,) = honour_boards(locality(*honours(FLAGS + MODELS + banner)))
    content = subject.content.blocks
    assert [(each.label, each.figure) for each in content[0].totals] == [
        ("先进个人", "2"),
        ("锦旗", "1"),
        ("星级", "1"),
        ("流动红旗", "2"),
    ]
    assert [each.text for each in content if isinstance(each, Title)] == [
        "先进个人",
        "锦旗",
        "星级、流动红旗",
        "往期",
    ]
    (faces,) = (each for each in content if isinstance(each, Faces))
    assert [(face.name, face.portrait) for face in faces.faces] == [
        ("示例甲", "a/photos/甲.jpg"),
        ("欧阳示例", "a/photos/乙.jpg"),
    ]
    cards = [card for each in content if isinstance(each, Cards) for card in each.cards]
    assert [(card.head, card.text) for card in cards] == [
        ("为民解忧", "居民赠送，赠给社区党支部"),
        ("★★★★", "星级楼院（4星）"),
        ("流动红旗", "卫生流动红旗"),
        ("流动红旗", "卫生流动红旗"),
    ]


def test_a_place_without_honours_has_neither_panel_nor_board() -> None:
    assert [*KIND.panels(locality()), *KIND.pages(locality()), *honour_boards(locality())] == []
