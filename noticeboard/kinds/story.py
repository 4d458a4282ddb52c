"""Stories (先进事迹): what a person or a team did, told in a text, with whoever is told of having agreed to it.

A story of a person needs a record of their consent; without one it tells of a team or of nobody. The name stands
in its own field, which redaction replaces when the consent does not hold, and nowhere else. So do portraits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    DocumentView,
    Facts,
    Linked,
    Links,
    Notes,
    People,
    PersonLine,
    Prose,
    Section,
    Table,
)
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Mention, Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.consent import check_consent, name_aside
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.portraits import portrait_copies, portrait_href
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.page import Copy, Page, relative
from noticeboard.records import Consent, Field, Privacy, Record, Reference, Text, WhenField
from noticeboard.values.partial_date import PartialDate

E_STORY = code("E-STORY", "先进事迹没有正文", "a story without a text")
E_STORY_CONSENT = code(
    "E-STORY-CONSENT",
    "先进事迹写了人物或照片，没有同意公开的记录",
    "a story with a person or a portrait and no record of consent",
)
E_STORY_PHOTO = code(
    "E-STORY-PHOTO",
    "先进事迹的正文里有照片",
    "a photo in the text of a story, which no consent would take out",
)

FOLDER, ORDER, SHOWN = "stories", 74, 5
TITLE = Words("先进事迹", "Stories")
WHO, WHOSE, WHEN = Words("人物", "Who"), Words("队伍", "Team"), Words("时间", "When")
STORY = Words("事迹", "Story")


@dataclass(frozen=True, kw_only=True)
class Story(Record):
    """One story; its text is the body."""

    title: Annotated[Text, Field("标题")]
    name: Annotated[Text, Field("姓名", privacy=Privacy.CONSENT)] = ""
    post: Annotated[Text, Field("身份")] = ""
    """Who the person is, by role."""
    team: Annotated[Reference, Field("队伍")] = ""
    portrait: Annotated[Text, Field("照片", privacy=Privacy.CONSENT)] = ""
    surname: Annotated[Text, Field("姓氏", privacy=Privacy.NEVER)] = ""
    consent: Annotated[Consent | None, Field("同意公开")] = None
    when: Annotated[WhenField | None, Field("时间")] = None
    task: Annotated[Reference, Field("对应实事")] = ""


def check(story: Story) -> Iterator[Diagnostic]:
    """A story without text or consent; names and photos where no consent would take them out."""
    if not story.body:
        yield Diagnostic(
            E_STORY,
            Words(f"“{story.title}”没有正文", f"“{story.title}” has no text"),
            Words(
                "写上正文（body，或 .md 文件里两行 --- 之后）", "write body, or text below --- in a .md file"
            ),
            story.origin,
        )
    if story.consent:
        yield from check_consent(story.consent, story.origin, "consent")
    elif story.name or story.portrait:
        yield Diagnostic(
            E_STORY_CONSENT,
            Words(
                "写了人物，没有本人同意公开的记录", "a person is told of, without a record of their consent"
            ),
            Words(
                "加上 同意公开: {姓名: [公示栏, 网页], 有效期至: 2027-12-31}；没有征得同意的，去掉姓名和照片",
                "add consent: {name: [wall, web], until: 2027-12-31}; without consent take out name and portrait",
            ),
            story.origin.at("name" if story.name else "portrait"),
        )
    if re.search(r"!\[|<img", story.body):
        yield Diagnostic(
            E_STORY_PHOTO,
            Words("正文里的照片不受同意公开管理", "no consent would take out a photo in the text"),
            Words("照片写在“照片”一项", "name the photo under portrait"),
            story.origin.at("body"),
        )
    texts = [((key,), getattr(story, key)) for key in ("id", "title", "post", "body", "note")]
    yield from name_aside(story.name, texts, story.origin)
    yield from nameless(texts, story.origin)


def in_order(locality: Locality) -> list[tuple[Story, str]]:
    """The stories of the place and those of places above that concern it, the latest first, each with its place."""
    own = [(each, locality.records.path) for each in locality.records.of(Story)]
    found = [*own, *locality.shared_of(Story)]
    return sorted(found, key=lambda it: -(it[0].when.last.toordinal() if it[0].when else 0))


def story_url(path: str, story: Story) -> str:
    """The site path of the page of a story of the place at `path`."""
    return f"{path}/{FOLDER}/{story.id}/"


def who_text(locality: Locality, story: Story) -> str:
    """The person as may be shown, else the team; empty where the story tells of nobody."""
    if story.name:
        return story.name
    target = locality.target(story.team) if story.team else None
    return target.title if target else story.post


def panels(locality: Locality) -> Iterator[Panel]:
    """The latest stories, and how many by child place."""
    url, found = locality.records.url, in_order(locality)
    blocks = [*_table(locality, found[:SHOWN], url), *_places(locality)]
    if blocks:
        more = (len(found), relative(url, locality.url(FOLDER))) if len(found) > SHOWN else None
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), more))


def pages(locality: Locality) -> Iterator[Page]:
    """A page of each story of the place, and one of all."""
    found, own = in_order(locality), locality.records.of(Story)
    if not own and len(found) <= SHOWN:
        return  # the panel shows all there are, and nothing leads here
    url, title = locality.url(FOLDER), locality.words(TITLE)
    section = Section(title, "all", tuple(_table(locality, found, url)))
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), (section,)))
    for story in own:
        own_url = story_url(locality.records.path, story)
        view = DocumentView(
            locality.frame(own_url, story.title, between=((title, url),)),
            (Section(locality.words(STORY), "story", tuple(_blocks(locality, story, own_url))),),
            notes=(story.note,) if story.note else (),
            sources=sources_of(locality, (story,), own_url),
        )
        yield Page(own_url, PAGE_TEMPLATE, view, origin=story.origin)


def _blocks(locality: Locality, story: Story, url: str) -> Iterator[Block]:
    words, path = locality.words, locality.records.path
    if story.name:
        notes = (story.post,) if story.post else ()
        yield People((PersonLine(story.name, notes, portrait_href(story, path, url)),))
    team = locality.target(story.team) if story.team else None
    if team is not None:
        yield Links(((team.title, relative(url, team.url), words(WHOSE)),))
    yield Prose(story.body)
    if story.when:
        yield Facts(((words(WHEN), story.when.text(locality.language)),))


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of a task: the stories that were told of it."""
    path = locality.records.path
    for url, found in by_page(
        (each, locality.target(each.task, "task")) for each in locality.records.of(Story)
    ):
        rows = tuple(
            (each.title, relative(url, story_url(path, each)), who_text(locality, each)) for each in found
        )
        yield url, Section(locality.words(TITLE), FOLDER, (Links(rows),))


def _table(locality: Locality, found: list[tuple[Story, str]], page_url: str) -> Iterator[Block]:
    if not found:
        return
    words = locality.words
    rows = tuple(
        (
            Linked(story.title, relative(page_url, story_url(path, story))),
            who_text(locality, story),
            story.when.text(locality.language) if story.when else "",
        )
        for story, path in found
    )
    columns = ((words(STORY), "text"), (words(WHO), "text"), (words(WHEN), "date"))
    yield Table(words(TITLE), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    said = tuple(story.note for story, _ in found if story.note)
    if said:
        yield Notes(said)


def _places(locality: Locality) -> Iterator[Block]:
    columns = (("stories", Words("篇数", "Number")),)
    yield from child_table(locality, Words("各地点的先进事迹", "Stories by place"), columns, FOLDER)


def _mentions(story: Story) -> Iterator[Mention]:
    if story.team:
        yield Mention(story.team, ("team",), ("organization",))
    if story.task:
        yield Mention(story.task, ("task",), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    count = len(records.of(Story))
    if count:
        yield "stories", count


def _dates(story: Story) -> tuple[PartialDate, ...]:
    return (story.when,) if story.when else ()


def _on_day(story: Story, day: date) -> Story | None:
    return None if story.when and story.when.first > day else story


def _title(story: Story) -> str:
    return story.title


def _copies(locality: Locality) -> Iterator[Copy]:
    return portrait_copies(locality, locality.records.of(Story))


KIND = Kind(
    name="story",
    shows_in_places=True,
    folder=FOLDER,
    words=Words("先进事迹", "story"),
    record=Story,
    title=_title,
    has_page=True,
    on_day=_on_day,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    pages=pages,
    panels=panels,
    adds=adds,
    copies=_copies,
    starter=Words(
        """\
- id: gate-watch
  标题: 写事迹的标题
  时间: 2026-09
  # 姓名: 示例甲    # 须有本人同意公开的记录；正文里不再写姓名
  # 同意公开: {姓名: [公示栏, 网页], 有效期至: 2027-12-31}
  正文: |
    写做了什么。
""",
        """\
- id: gate-watch
  title: Title of the story
  when: 2026-09
  # name: 示例甲    # needs a record of consent; the text does not name the person
  # consent: {name: [wall, web], until: 2027-12-31}
  body: |
    What was done.
""",
    ),
)
