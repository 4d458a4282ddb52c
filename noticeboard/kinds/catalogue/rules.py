"""What is wrong with a row of the catalogue of a place."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.catalogue.record import Entry
from noticeboard.kinds.duties import at_odds, check_duty
from noticeboard.kinds.nameless import nameless
from noticeboard.languages import Words
from noticeboard.values.working_days import E_CALENDAR

E_CATALOGUE_ITEM = code(
    "E-CATALOGUE-ITEM",
    "site.yml 的目录里没有这个公开事项",
    "no such item stands in the catalogue of site.yml",
)


def check(entry: Entry) -> Iterator[Diagnostic]:
    """What is wrong with one item, as far as it is written in the place: that of site.yml is checked there."""
    if not entry.id:
        yield at_odds(
            Words("没有写编号", "it has no id"),
            Words("加一行 编号: …，公开记录用它对应", "add a line id: …, by which publications name it"),
            entry.origin,
        )
    if entry.places and not entry.of_site:
        yield at_odds(
            Words("这里的事项只对本地点适用", "an item that stands here holds for this place alone"),
            Words(
                "去掉涉及地点；对几个楼院适用的，写在 site.yml 的 公开事项目录 里",
                "take out places; what holds for several compounds stands in catalogue of site.yml",
            ),
            entry.origin.at("places"),
        )
    if entry.is_item and not entry.of_site:
        yield from check_duty(entry, entry.origin)
    elif not entry.is_item:
        yield from _unknown(entry)
    yield from _events(entry)
    texts: list[tuple[KeyPath, str]] = [(("not_applicable",), entry.not_applicable)]
    texts += [(("note",), entry.note)] if not entry.of_site else []
    texts += [(("events", n, "what"), event.what) for n, event in enumerate(entry.events)]
    yield from nameless(texts, entry.origin)


def _unknown(entry: Entry) -> Iterator[Diagnostic]:
    if entry.id:
        yield Diagnostic(
            E_CATALOGUE_ITEM,
            Words(
                f"site.yml 的目录里没有适用于这里的“{entry.id}”",
                f"no item “{entry.id}” of site.yml holds for this place",
            ),
            Words(
                "核对编号；本院自己的事项要写 事项 和 频次",
                "check the id; an item of this place itself has title and rhythm",
            ),
            entry.origin.at("id"),
        )


def _events(entry: Entry) -> Iterator[Diagnostic]:
    if entry.events and entry.not_applicable:
        yield at_odds(
            Words("不适用的事项又写了发生", "an item that does not apply has events"),
            Words("去掉其中一个", "take out one of the two"),
            entry.origin.at("events"),
        )
    if entry.events and entry.comes_round:
        yield at_odds(
            Words("按时间公开的不写“发生”", "what is published in a rhythm has no events"),
            Words("去掉这一行", "take it out"),
            entry.origin.at("events"),
        )
    for event in entry.happened if entry.working_days is not None else ():
        if event.due is None:
            year = event.day.year
            yield Diagnostic(
                E_CALENDAR,
                Words(
                    f"不知道{year}年起的放假安排，算不出“{entry.title}”的期限",
                    f"the holidays from {year} on are not known: no last day for “{entry.title}”",
                ),
                Words(
                    "核对日期，或在 site.yml 的 日历 里写明放假和调休",
                    "check the day, or state them in site.yml",
                ),
                event.origin,
            )
