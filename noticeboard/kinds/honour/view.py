"""Honours as pages show them: what is held on the page of the place, all with their history on a page of their own.

honours ─ standings ▶ models (people), held (table), history (table)      counts of the children ▶ rows by place
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Heading,
    Linked,
    Notes,
    People,
    PersonLine,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.honour.record import Honour, Sort, Standing, Stood, standings
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.portraits import portrait_href
from noticeboard.kinds.rollup import child_table, count_or_blank
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative

FOLDER, ORDER, SHOWN = "honours", 73, 6
TITLE = Words("荣誉", "Honours")
MODELS, HELD, HISTORY = (
    Words("先进个人", "Role models"),
    Words("锦旗、星级、红旗、称号", "Banners, ratings, flags, titles"),
    Words("往期", "Earlier"),
)
HONOUR, GIVEN, WHEN = Words("荣誉", "Honour"), Words("谁授予", "Given by"), Words("时间", "When")
WHAT_FOR = Words("事由", "What for")
HOLDS, PAST, COMING = Words("持有", "held"), Words("往期", "earlier"), Words("尚未到期", "to come")
ENDED, MOVED = Words("{day}止", "until {day}"), Words("流转到{}", "now with {}")
INSCRIBED = Words("锦旗“{}”", "banner “{}”")
STARRED = Words("{title}（{n}星）", "{title} ({n} stars)")
BY, TO = Words("{}授予", "given by {}"), Words("授予{}", "to {}")
BANNER_BY, BANNER_TO = Words("{}赠送", "from {}"), Words("赠给{}", "to {}")
AS_OF = Words("截至{}", "as of {}")
COMMA = Words("，", ", ")
KEYS = (
    ("honours", Words("荣誉", "Honours")),
    ("honours.banner", Words("锦旗", "Banners")),
    ("honours.star", Words("星级", "Ratings")),
    ("honours.flag", Words("流动红旗", "Flags")),
    ("honours.model", Words("先进个人", "Role models")),
    ("honours.title", Words("荣誉称号", "Titles")),
)


def all_of(locality: Locality) -> list[Stood]:
    """The honours of the place and those of places above that concern it, what is held first."""
    return locality.once(_all_of)


def _all_of(locality: Locality) -> list[Stood]:
    own = [(each, locality.records.path) for each in locality.records.of(Honour)]
    return standings((*own, *locality.shared_of(Honour)), locality.today)


def name_text(locality: Locality, honour: Honour) -> str:
    """锦旗“为民解忧”; 星级楼院（4星）; 卫生流动红旗."""
    if honour.sort is Sort.BANNER:
        if not honour.title:
            return locality.words(honour.sort.words)
        return locality.words(INSCRIBED).format(honour.title)
    if honour.sort is Sort.STAR and honour.stars:
        return locality.words(STARRED).format(title=honour.title, n=honour.stars)
    return honour.title


def given_text(locality: Locality, honour: Honour) -> str:
    """居民赠送，赠给社区党支部; 街道党工委授予."""
    is_banner = honour.sort is Sort.BANNER
    by = locality.words(BANNER_BY if is_banner else BY).format(honour.given_by) if honour.given_by else ""
    return locality.words(COMMA).join(part for part in (by, _to_text(locality, honour)) if part)


def when_text(locality: Locality, honour: Honour) -> str:
    """The period it was given for, else the day it was given, else as of when it is known."""
    if honour.day:
        return honour.day.text(locality.language)
    return locality.words(AS_OF).format(honour.as_of.text(locality.language)) if honour.as_of else ""


def standing_text(locality: Locality, stood: Stood) -> str:
    """Whether it is held, and where it went; empty for what stays for good."""
    honour, words = stood.honour, locality.words
    if stood.standing is Standing.COMING:
        return words(COMING)
    if stood.standing is Standing.HELD:
        return words(HOLDS) if honour.sort.moves_on else ""
    ended = words(ENDED).format(day=honour.ended.text(locality.language)) if honour.ended else words(PAST)
    moved = words(MOVED).format(honour.moved_to) if honour.moved_to else ""
    return words(COMMA).join(part for part in (ended, moved) if part)


def parted(found: Sequence[Stood]) -> tuple[list[Stood], list[Stood], list[Stood]]:
    """The role models, what else is held or to come, and the history."""
    models = [it for it in found if it.honour.sort is Sort.MODEL and it.standing is not Standing.PAST]
    history = [it for it in found if it.standing is Standing.PAST]
    held = [it for it in found if it.honour.sort is not Sort.MODEL and it.standing is not Standing.PAST]
    return models, held, history


def panels(locality: Locality) -> Iterator[Panel]:
    """What is held, the role models first, and how many by child place."""
    url, found = locality.records.url, all_of(locality)
    models, held, _ = parted(found)
    heading = (Heading(locality.words(MODELS)),) if models else ()
    blocks = [*heading, *_people(locality, models[:SHOWN], url), *_table(locality, held[:SHOWN], HELD, url)]
    blocks += _places(locality)
    if blocks:
        more = (len(found), relative(url, locality.url(FOLDER))) if _has_page(found) else None
        sources = sources_of(locality, (it.honour for it in found), url)
        section = Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources)
        yield Panel(ORDER, PANEL_TEMPLATE, section)


def _has_page(found: Sequence[Stood]) -> bool:
    models, held, history = parted(found)
    return bool(history) or len(models) > SHOWN or len(held) > SHOWN


def pages(locality: Locality) -> Iterator[Page]:
    """All honours with their history, where the panel does not show them all."""
    found = all_of(locality)
    if not _has_page(found):
        return
    url, title = locality.url(FOLDER), locality.words(TITLE)
    models, held, history = parted(found)
    parts = (
        ("models", MODELS, _people(locality, models, url)),
        ("held", HELD, _table(locality, held, HELD, url)),
        ("history", HISTORY, _table(locality, history, HISTORY, url)),
    )
    made = ((key, words, tuple(blocks)) for key, words, blocks in parts)
    sections = tuple(Section(locality.words(words), key, blocks) for key, words, blocks in made if blocks)
    sources = sources_of(locality, (it.honour for it in found), url)
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), sections, sources=sources))


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of a task: the honours that it earned."""
    for url, found in by_page((each, locality.target(each.honour.task, "task")) for each in all_of(locality)):
        yield url, Section(locality.words(TITLE), FOLDER, tuple(_table(locality, found, TITLE, url)))


def _people(locality: Locality, models: Sequence[Stood], page_url: str) -> Iterator[Block]:
    if models:
        yield People(tuple(map(partial(_person, locality, page_url), models)))


def _person(locality: Locality, page_url: str, stood: Stood) -> PersonLine:
    honour = stood.honour
    notes = (honour.title, honour.reason, given_text(locality, honour), when_text(locality, honour))
    story = locality.target(honour.story, "story") if honour.story else None
    return PersonLine(
        honour.name,
        tuple(note for note in notes if note),
        portrait_href(honour, stood.path, page_url),
        relative(page_url, story.url) if story else "",
    )


def _table(locality: Locality, found: Sequence[Stood], caption: Words, page_url: str) -> Iterator[Block]:
    if not found:
        return
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(HONOUR), "text"),
        (words(GIVEN), "text"),
        (words(WHAT_FOR), "text"),
        (words(WHEN), "date"),
    )
    yield Table(words(caption), columns, tuple(_row(locality, it, page_url) for it in found))
    said = tuple(dict.fromkeys(it.honour.note for it in found if it.honour.note))
    if said:
        yield Notes(said)


def _row(locality: Locality, stood: Stood, page_url: str) -> tuple[Cell, ...]:
    honour, words = stood.honour, locality.words
    name = name_text(locality, honour)
    task = locality.target(honour.task, "task") if honour.task else None
    what: Cell = honour.reason
    if task is not None and task.url != page_url:
        what = Linked(honour.reason or task.title, relative(page_url, task.url))
    when = (when_text(locality, honour), standing_text(locality, stood))
    title = f"{honour.name}{words(COMMA)}{name}" if honour.name else name
    return (title, _giver(locality, honour), what, words(COMMA).join(part for part in when if part))


def _giver(locality: Locality, honour: Honour) -> str:
    """居民，赠给社区党支部: below a heading that says what it is."""
    return locality.words(COMMA).join(part for part in (honour.given_by, _to_text(locality, honour)) if part)


def _to_text(locality: Locality, honour: Honour) -> str:
    to = BANNER_TO if honour.sort is Sort.BANNER else TO
    return locality.words(to).format(honour.to) if honour.to else ""


def _places(locality: Locality) -> Iterator[Block]:
    """How many are held by child place, in columns that some place fills."""
    title = Words("各地点的荣誉", "Honours by place")
    yield from child_table(locality, title, KEYS, FOLDER, write=count_or_blank, hide_empty=True)
