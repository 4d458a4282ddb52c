"""Every rule that needs more than one field: of a record, of a place, between places.

    Records of one place ─ own_rules ▶ Diagnostics
    every place, by its outline ─ levels, cited ▶ Diagnostics

All rules run, whatever the others find; nothing here changes a record.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from noticeboard.checking.addresses import folder_name, old_ids, old_paths
from noticeboard.checking.doorways import doorways_twice
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kind import Due, Kind, by_record, kinds_in
from noticeboard.kinds.place import Level
from noticeboard.kinds.source import Source
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.page import Copy, Page
from noticeboard.records import Record

W_DUE = code("W-DUE", "已到期，或30天内到期", "something that has run out, or will within 30 days")
N_DUE = code(
    "N-DUE", "公开事项逾期，或7天内到期", "something to publish that is overdue, or due within 7 days"
)
W_PLACES = code("W-PLACES", "涉及地点不起作用", "places that have no effect for a kind of record")
E_SOURCE = code("E-SOURCE", "来源没有登记", "a source that sources.yml does not list")
E_LEVEL = code("E-LEVEL", "地点的层级颠倒了", "levels of places are reversed")
E_FILE = code("E-FILE", "引用的文件不存在", "a file that is referred to does not exist")
E_PAGE_TWICE = code("E-PAGE-TWICE", "两个页面用了同一个网址", "two pages have one address")
E_SOURCE_PLACE = code(
    "E-SOURCE-PLACE", "来源只能登记在 content/sources.yml", "sources stand in content/sources.yml only"
)


def own_rules(records: Records, kinds: tuple[Kind[Any], ...], today: date) -> Iterator[Diagnostic]:
    """What the rules of each record and of the place by itself say on a day."""
    by_type = by_record(kinds)
    for record_type, group in records.by_type:
        kind = by_type[record_type]
        for record in group:
            if not record.incomplete:
                yield from kind.check(record)
            if record.was:
                yield from old_ids(record, kind)
            if record.places and not kind.shows_in_places:
                yield _shown_here_alone(record, kind)
    if not any(record.incomplete for record in records.all()):
        for kind in kinds_in(records, kinds):
            yield from kind.check_place(records)
            yield from (_running_out(due, today) for due in kind.due(records, today) if is_near(due, today))
    yield from old_paths(records.place)
    yield from doorways_twice(records.place)
    yield from folder_name(records)


def _shown_here_alone(record: Record, kind: Kind[Any]) -> Diagnostic:
    return Diagnostic(
        W_PLACES,
        Words(
            f"{kind.words.zh}只在所在的地点显示，涉及地点不起作用",
            f"this {kind.words.en} is shown in its own place alone, so places has no effect",
        ),
        Words("在每个地点各写一条，或删去 places（涉及地点）", "write one in each place, or delete places"),
        record.origin.at("places"),
    )


def is_near(due: Due, today: date) -> bool:
    """Whether something has run out, or will soon."""
    return due.when.last <= today + due.ahead


def _running_out(due: Due, today: date) -> Diagnostic:
    zh, en = due.when.text("zh"), due.when.text("en")
    if due.when.last < today:
        message = Words(f"{due.what.zh}：{zh}已到期", f"{due.what.en}: was due on {en}")
    else:
        message = Words(f"{due.what.zh}：{zh}到期", f"{due.what.en}: due on {en}")
    remedy = Words("办好后写上新的日期或新的记录", "once it is done write the new date, or a new record")
    return Diagnostic(N_DUE if due.is_noted else W_DUE, message, remedy, due.origin)


def cited(
    path: str, own: Iterable[Source], keys: Iterable[tuple[str, Origin]], known: frozenset[str]
) -> Iterator[Diagnostic]:
    """Sources that a place registers although it is not the root, and sources named that nobody registers."""
    for source in own if path else ():
        yield Diagnostic(
            E_SOURCE_PLACE,
            Words("来源只登记在 content/sources.yml", "sources are listed in content/sources.yml only"),
            Words("移到 content/sources.yml", "move it there"),
            source.origin,
        )
    for key, origin in keys:
        if key not in known:
            yield _unknown_source(key, known, origin)


def _unknown_source(key: str, known: frozenset[str], origin: Origin) -> Diagnostic:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    remedy = (
        Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
        if near
        else Words("在 content/sources.yml 里登记它", "list it in content/sources.yml")
    )
    message = Words(f"没有登记来源“{key}”", f"the source “{key}” is not listed")
    return Diagnostic(E_SOURCE, message, remedy, origin)


class Placed(Protocol):
    """What has a path and a place: all records of a place, or its outline."""

    @property
    def path(self) -> str:
        """The path of the place's folder."""

    @property
    def place(self) -> Any:
        """The place itself."""


def levels(places: Sequence[Placed]) -> Iterator[Diagnostic]:
    """Places that stand in one that they must contain."""
    levels = {records.path: records.place.kind for records in places if not records.place.incomplete}
    for records in places:
        if not records.path or records.path not in levels:
            continue
        own, above = records.place.kind, levels.get(posixpath.dirname(records.path.rstrip("/")).rstrip("/"))
        if own is Level.SITE or (above is not None and _is_reversed(own, above)):
            above_words = above.words if above is not None else Level.SITE.words
            yield Diagnostic(
                E_LEVEL,
                Words(
                    f"{own.words.zh}不能放在{above_words.zh}里面",
                    f"a {own.words.en} cannot stand inside a {above_words.en}",
                ),
                Words(
                    "层级自上而下：市、区、街道、社区、楼院；可以跳过，不能颠倒",
                    "from above: city, district, subdistrict, community, compound; skip, never reverse",
                ),
                records.place.origin.at("kind"),
            )


def missing_files(copies: Iterable[Copy], files: frozenset[str]) -> Iterator[Diagnostic]:
    """The photos and attachments that records name and the snapshot (`files`: its paths) does not hold."""
    for copy in copies:
        if copy.source not in files:
            message = Words(f"找不到文件 {copy.source}", f"the file {copy.source} does not exist")
            yield Diagnostic(E_FILE, message, _where_to_put(copy.source, files), copy.origin)


def _where_to_put(source: str, files: frozenset[str]) -> Words:
    if posixpath.normpath(source) != source or "\\" in source or ":" in source:
        return Words(
            "只写文件名，例如 a.jpg：照片放在 photos/，附件放在公示公告的文件夹",
            "write the name alone, such as a.jpg: photos lie in photos/, attachments in the folder of notices",
        )
    ending = posixpath.splitext(source)[1]
    near = difflib.get_close_matches(source, sorted(each for each in files if each.endswith(ending)), n=1)
    if near:
        return Words(f"是不是 {near[0]}？", f"did you mean {near[0]}?")
    return Words(f"把文件放到 {source}", f"put the file at {source}")


def page_collisions(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """Two pages that would be one file, if only on a system that does not tell case apart."""
    seen: dict[str, Page] = {}
    for page in pages:
        first = seen.setdefault(page.path.casefold(), page)
        if first is not page:
            yield _page_twice(first, page)


def _page_twice(first: Page, second: Page) -> Diagnostic:
    one, other = first.origin.file or first.url, second.origin.file or second.url
    return Diagnostic(
        E_PAGE_TWICE,
        Words(
            f"{other} 和 {one} 的页面都是 {second.url}",
            f"the pages of {other} and {one} are both {second.url}",
        ),
        Words(
            "换一个编号或文件夹名；曾用编号不能与现有的相同",
            "change the id or the folder name of one of them",
        ),
        second.origin,
    )


def _is_reversed(own: Level, above: Level) -> bool:
    is_city_of_county = (
        own is Level.CITY and above is Level.CITY
    )  # 县级市, inside the city that looks after it
    return own.depth <= above.depth and not is_city_of_county
