"""Stories: nobody is told of without consent, and no name stands where a consent that ends would not take it out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.checking.redaction import WEB, Redaction
from noticeboard.document import Links, People, Prose, Table
from noticeboard.kinds.story import KIND, Story
from noticeboard.locality import Records

WITH_PERSON = """\
- {id: haircuts, title: 义务理发三年, name: 示例甲, post: 志愿者, portrait: 甲.jpg, when: 2026-03,
   body: 他三年没有停。,
   consent: {name: web, portrait: web, until: 2026-12-31}}
"""
OF_A_TEAM = "- {id: rain, title: 雨夜, team: patrol, task: drain, when: 2026-07, body: 大家守到天亮。}\n"


def stories(text: str) -> tuple[Story, ...]:
    return records_of(KIND, text)


@pytest.mark.parametrize(
    ("today", "name", "portrait"),
    (
        ("2026-12-31", "示例甲", "../../photos/%E7%94%B2.jpg"),
        ("2027-01-01", "示同志", ""),
    ),
)
def test_a_story_names_the_person_as_long_as_the_consent_holds(today: str, name: str, portrait: str) -> None:
    redaction = Redaction(WEB, (), date.fromisoformat(today), "zh")
    here = locality(redaction.record(stories(WITH_PERSON)[0], "story"), today=today)
    listed, page = KIND.pages(here)
    assert (listed.url, page.url) == ("/a/stories/", "/a/stories/haircuts/")
    (section,) = page.view.sections
    (people,) = blocks(section, People)
    assert [(each.name, each.notes, each.portrait) for each in people.people] == [
        (name, ("志愿者",), portrait)
    ]
    assert [each.markdown for each in blocks(section, Prose)] == ["他三年没有停。"]
    assert ("示例甲" in repr((listed, page, *KIND.panels(here)))) is (name == "示例甲")
    assert len(list(KIND.copies(here))) == bool(portrait)


def test_a_story_of_a_team_leads_to_the_team_and_stands_on_the_page_of_its_task() -> None:
    targets = (("organization", "patrol", "巡逻队"), ("task", "drain", "清沟"))
    here = locality(*stories(OF_A_TEAM), targets=targets)
    (panel,) = KIND.panels(here)
    (table,) = blocks(panel.view, Table)
    assert table.rows[0][1:] == ("巡逻队", "2026年7月")
    ((url, section),) = KIND.adds(here)
    (links,) = blocks(section, Links)
    assert (url, links.rows) == ("/a/tasks/drain/", (("雨夜", "../../stories/rain/index.html", "巡逻队"),))
    (mentioned, task) = KIND.mentions(stories(OF_A_TEAM)[0])
    assert (mentioned.kinds, task.kinds) == (("organization",), ("task",))


def test_stories_are_counted() -> None:
    place = Records("/a", locality().place, ((Story, stories(WITH_PERSON + OF_A_TEAM)),))
    assert dict(KIND.tally(place, date(2026, 11, 20))) == {"stories": 2}


def test_over_five_stories_stand_on_a_page_of_all() -> None:
    text = "".join(f"- {{id: s{n}, title: 事迹{n}, body: 正文}}\n" for n in range(30))
    here = locality(*stories(text))
    (panel,) = KIND.panels(here)
    assert (len(next(blocks(panel.view, Table)).rows), panel.view.all) == (5, (30, "stories/index.html"))
    assert len(list(KIND.pages(here))) == 31


@pytest.mark.parametrize(
    ("fields", "code", "path", "message"),
    (
        ("title: 甲", "E-STORY", (), "“甲”没有正文"),
        (
            "title: 甲, body: 正文, name: 示例甲",
            "E-STORY-CONSENT",
            ("name",),
            "写了人物，没有本人同意公开的记录",
        ),
        (
            "title: 甲, body: 正文, portrait: 甲.jpg",
            "E-STORY-CONSENT",
            ("portrait",),
            "写了人物，没有本人同意公开的记录",
        ),
        (
            "title: 甲, body: 正文, name: 示例甲, consent: {until: 2027-01-01}",
            "W-CONSENT",
            ("consent",),
            "同意公开里没有写公开哪一项、在哪里公开，等于不同意",
        ),
        (
            "title: 甲, body: '![合影](photos/甲.jpg)'",
            "E-STORY-PHOTO",
            ("body",),
            "正文里的照片不受同意公开管理",
        ),
        (
            "title: 示例甲的故事, body: 正文, name: 示例甲, consent: {name: web}",
            "E-NAME-ASIDE",
            ("title",),
            "这里写了本人的姓名，同意公开到期后仍会显示",
        ),
        ("title: 甲, body: 他给王大爷送饭", "E-NAMED", ("body",), "这里写了居民的姓名（王…）"),
    ),
)
def test_what_is_wrong_with_a_story(fields: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, f"- {{id: x, {fields}}}") == [(code, path, message)]


def test_a_place_without_stories_has_none() -> None:
    assert [*KIND.panels(locality()), *KIND.pages(locality()), *KIND.adds(locality())] == []
