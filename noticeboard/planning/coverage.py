"""How far an area is covered: organizations, rules, finished tasks, doorway boards, vacancies, terms about to end.

    counts of the area ─ coverage_sections ▶ counts with base and date
    the area's places with theirs ─▶ for each count the compounds concerned, each leading to its rows
    its stated figures ─▶ as the sources report them, beside the counts and never added to them

What is not on record is said to be so and is no zero. Samples are not counted in a real area.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from noticeboard.document import (
    Block,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Links,
    Section,
)
from noticeboard.kinds.figure import Figure
from noticeboard.kinds.figure.view import ANCHOR
from noticeboard.kinds.organization import OrganizationType
from noticeboard.kinds.place import Level
from noticeboard.kinds.task.count import half_year_start
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.planning.area_places import AreaPlace, area_places
from noticeboard.planning.coverage_measures import COMPOUNDS, TOPICS, Count, Measure, Topic
from noticeboard.statistic import FOLDER

SECTION = "coverage"
STATED_PREFIXES = ("organizations", "compounds", "places.compound", "posts", "terms", "doorways")
"""Stated figures that measure one of these stand beside the counts."""
TITLE = Words("覆盖情况", "Coverage")
COUNTED = Words(
    "按本站登记的{n}个楼院统计。没有记录的照实写明，不当作零。",
    "Counted from the {n} compound{s} on record here. What is not on record is said to be so and is no zero.",
)
NO_COMPOUND = Words(
    "这里没有登记楼院，无法统计。", "No compound is on record here, so nothing can be counted."
)
UNIT = Words("个", "")
NO_RECORDS = Words("没有记录：{topics}", "Not recorded: {topics}")
STATED = Words("资料里写的数", "As the sources state")
NOT_ADDED = Words("照资料原样写，不与上面统计的数相加。", "As printed; not added to what is counted above.")
REPORTED, COMPUTED = (
    Words("据来源报告", "as reported by the source"),
    Words("由来源的数计算得出", "computed from what the source states"),
)
HALF_YEAR = Words("{year}年{half}半年", "the {half} half of {year}")
HALVES = (Words("上", "first"), Words("下", "second"))
MISSING = Words("尚未登记{types}", "not on record: {types}")
LIST, COMMA = Words("、", ", "), Words("，", ", ")
ITSELF = Words("{place}本级", "{place} itself")


def coverage_sections(locality: Locality) -> Iterator[Section]:
    """The coverage of an area of which anything is on record or stated; nothing for a compound."""
    if locality.place.kind is Level.COMPOUND:
        return
    number = locality.summary.count(COMPOUNDS)
    stated = tuple(_stated(locality))
    if not (_is_recorded(locality.summary.count) or stated):
        return
    words = locality.words
    blocks: list[Block] = []
    if number:
        blocks.append(Lines((words(COUNTED).format(n=number, s=ending(number)),), quiet=True))
        blocks.extend(_counted(locality))
    else:
        blocks.append(Lines((words(NO_COMPOUND),)))
    if stated:
        blocks += [Heading(words(STATED)), Lines((words(NOT_ADDED),), quiet=True), Figures(stated)]
    yield Section(words(TITLE), SECTION, tuple(blocks))


def _is_recorded(count: Count) -> bool:
    """Whether anything of the coverage of a place with compounds is on record."""
    return count(COMPOUNDS) > 0 and any(topic.recorded(count) for topic in TOPICS)


def _counted(locality: Locality) -> Iterator[Block]:
    """The counts of what is on record, what is not, then for each count the places concerned."""
    places, words = area_places(locality), locality.words
    recorded = [topic for topic in TOPICS if topic.recorded(locality.summary.count)]
    silent = [words(topic.label) for topic in TOPICS if topic not in recorded]
    measures = [measure for topic in recorded for measure in topic.measures]
    lists = {each.id: links for each in measures if (links := _links(locality, each, places))}
    if recorded:
        yield Figures(tuple(line for topic in recorded for line in _lines(locality, topic, lists)))
    if silent:
        yield Lines((words(NO_RECORDS).format(topics=words(LIST).join(silent)),))
    for measure in measures:
        if measure.id in lists:
            yield Heading(_label(locality, measure), _anchor(measure))
            yield Links(lists[measure.id])


def _lines(locality: Locality, topic: Topic, lists: Mapping[str, object]) -> Iterator[FigureLine]:
    count = locality.summary.count
    number = topic.base(count)
    base = locality.words(topic.base_words).format(n=f"{number:,}", s=ending(number))
    as_of = locality.as_of(topic.kind)
    for measure in topic.measures:
        value = measure.count(count)
        if value or measure.is_always_said:
            unit = locality.words(UNIT)
            href = f"#{_anchor(measure)}" if measure.id in lists else ""
            yield FigureLine(_label(locality, measure), f"{value:,}", unit, base, as_of, href=href)


def _label(locality: Locality, measure: Measure) -> str:
    start = half_year_start(locality.today)
    half = locality.words(HALVES[start.month > 6])
    return locality.words(measure.label).format(
        half=locality.words(HALF_YEAR).format(year=start.year, half=half)
    )


def _anchor(measure: Measure) -> str:
    return f"{SECTION}-{measure.id}"


def _links(
    locality: Locality, measure: Measure, places: tuple[AreaPlace, ...]
) -> tuple[tuple[str, str, str], ...]:
    """The places concerned; none where they are all the compounds of the area, which its page lists."""
    concerned = [(place, number) for place in places if (number := measure.count(place.count)) > 0]
    all_compounds = locality.summary.count(COMPOUNDS)
    if measure.is_of_compounds and sum(number for _, number in concerned) == all_compounds > 1:
        return ()
    return tuple(_link(locality, measure, place, number) for place, number in concerned)


def _link(locality: Locality, measure: Measure, place: AreaPlace, number: int) -> tuple[str, str, str]:
    """The place, the way to the rows behind its number, and what is to be said of it."""
    words = locality.words
    name = place.summary.name
    if place.below:
        name = words(ITSELF).format(place=name)
    notes = [place.above]
    if measure.is_of_compounds and place.is_compound:
        notes.append(_missing(locality, measure, place))
    else:
        notes.append(f"{number:,}{words(UNIT)}")
    return name, relative(page_url(locality), _target(measure, place)), words(COMMA).join(filter(None, notes))


def _target(measure: Measure, place: AreaPlace) -> str:
    """Where the rows stand: at a compound or the area itself, or on the page that lists the compounds of a place."""
    if place.is_compound or place.below:
        return f"{place.summary.path}/{measure.rows}"
    return f"{place.summary.path}/" + (f"{FOLDER}/#{SECTION}" if _is_recorded(place.count) else "")


def _missing(locality: Locality, measure: Measure, place: AreaPlace) -> str:
    """Which of the three types a compound lacks, where that is what is counted."""
    if measure.id not in ("types-2", "types-1"):
        return ""
    lacking = [
        each.words.to(locality.language)
        for each in OrganizationType
        if not place.count(f"compounds.with_{each.value}")
    ]
    return locality.words(MISSING).format(types=locality.words(LIST).join(lacking))


def page_url(locality: Locality) -> str:
    """The page on which the statistics of a place stand."""
    return locality.url(FOLDER)


def _stated(locality: Locality) -> Iterator[FigureLine]:
    """The figures of the area's own records that measure what is counted here."""
    known = dict(locality.context.figures)
    for figure in locality.records.of(Figure):
        computed = known.get(figure.id)
        if computed is None or not figure.measure.startswith(STATED_PREFIXES):
            continue
        yield FigureLine(
            figure.title,
            computed.text(locality.language),
            figure.unit,
            figure.base or computed.base,
            figure.as_of.text(locality.language) if figure.as_of else "",
            locality.words(COMPUTED if computed.operands else REPORTED),
            relative(page_url(locality), f"{locality.records.url}#{ANCHOR}{figure.id}"),
        )
