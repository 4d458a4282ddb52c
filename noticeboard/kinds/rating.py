"""Rating batches (评价批次) and surveys: cards issued, returned, valid, by grade; rates as a source reports them.

The large figure is the share of the first grade under its own name, with the valid cards as its base: nothing is
called a satisfaction that residents did not call so. A rate that a source gives without numbers stays as reported,
with its hedge (≥92%), and no number of people is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Notes,
    Section,
    Table,
)
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Mention, Panel
from noticeboard.kinds.by_building import ByBuilding, building_blocks, check_buildings
from noticeboard.kinds.reconcile import (
    N_NO_BASE,
    Reconciled,
    parts_against_whole,
    rate_line,
    rate_without_base,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.page import relative
from noticeboard.records import (
    Choice,
    Field,
    QuantityField,
    Record,
    Reference,
    Text,
    WhenField,
    choice,
    listed,
)
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge, Quantity

E_RATING_ORDER = code(
    "E-RATING-ORDER", "评价批次的票数前后矛盾", "numbers of a rating batch that contradict each other"
)
E_RATING_EMPTY = code("E-RATING-EMPTY", "评价批次里没有结果", "a rating batch without a result")

FOLDER, ORDER = "ratings", 66
TITLE = Words("群众评价", "Ratings")
GRADE, COUNT, SHARE = Words("评价", "Grade"), Words("票数", "Cards"), Words("占比", "Share")
RETURNED, VALID = Words("收回", "Returned"), Words("有效", "Valid")
REPORTED = Words("据来源报告", "as reported")
ABOUT = Words("对“{}”的评价", "of “{}”")
NO_BASE = Words("来源只给出比率，没有给出件数", "the source gives the rates alone, and no numbers")
UNIT = Words("张", "")
PEOPLE = Words("份", "")


class Sort(Choice):
    """How people were asked."""

    CARDS = "cards", "点评卡", "comment cards"
    SURVEY = "survey", "问卷调查", "survey"
    VOTE = "vote", "现场测评", "vote at a meeting"


@dataclass(frozen=True, kw_only=True)
class Graded:
    """How many gave one grade."""

    grade: Annotated[Text, Field("等级")]
    count: Annotated[QuantityField, Field("票数")]


@dataclass(frozen=True, kw_only=True)
class Reported:
    """A rate as the source reports it, without numbers."""

    what: Annotated[Text, Field("名称")]
    rate: Annotated[QuantityField, Field("比率")]


@dataclass(frozen=True, kw_only=True)
class Batch(Record):
    """One batch of cards or one survey."""

    title: Annotated[Text, Field("标题")]
    sort: Annotated[Sort, choice(Sort), Field("方式")] = Sort.CARDS
    task: Annotated[Reference, Field("事项")] = ""
    asked: Annotated[QuantityField | None, Field("调查对象", "asked")] = None
    """How many are concerned: the base of a survey."""
    issued: Annotated[QuantityField | None, Field("发出")] = None
    returned: Annotated[QuantityField | None, Field("收回")] = None
    valid: Annotated[QuantityField | None, Field("有效")] = None
    by_grade: Annotated[tuple[Graded, ...], listed, Field("各等级")] = ()
    by_building: Annotated[tuple[ByBuilding, ...], listed, Field("按楼栋")] = ()
    """How many came back from each building; never what they say."""
    reported: Annotated[tuple[Reported, ...], listed, Field("报告的比率")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None


def base_of(batch: Batch) -> Quantity | None:
    """What the grades are shares of: the valid cards, or else those that came back."""
    return batch.valid or batch.returned


def disagreements(batch: Batch) -> Iterator[tuple[KeyPath, Reconciled]]:
    """The field and what to say of grades that do not make the base, and of rates without one."""
    base = base_of(batch)
    if base is not None:
        found = parts_against_whole([each.count for each in batch.by_grade], base, "张")
        if found:
            yield (("valid",) if batch.valid else ("returned",)), found
        return
    for index, each in enumerate(batch.reported):
        yield ("reported", index, "rate"), rate_without_base(Words(each.what, each.what), each.rate)


def check(batch: Batch) -> Iterator[Diagnostic]:
    """What is wrong with one batch."""
    chain = [
        ("asked", batch.asked),
        ("issued", batch.issued),
        ("returned", batch.returned),
        ("valid", batch.valid),
    ]
    known = [(key, number) for key, number in chain if number is not None]
    for (more, larger), (key, smaller) in pairwise(known):
        if larger.hedge is smaller.hedge is Hedge.EXACT and smaller.value > larger.value:
            yield _contradiction(batch, more, larger, key, smaller)
    for path, found in disagreements(batch):
        yield found.diagnostic(batch.origin.at(*path))
    if not (batch.by_grade or batch.reported or batch.returned):
        yield Diagnostic(
            E_RATING_EMPTY,
            Words(f"“{batch.title}”没有票数也没有比率", f"“{batch.title}” has neither numbers nor rates"),
            Words("写 各等级、收回 或 报告的比率", "write by_grade, returned or reported"),
            batch.origin,
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Counts of buildings that the place does not have."""
    for batch in records.of(Batch):
        yield from check_buildings(batch.by_building, records.place, batch.origin, batch.returned)


_NAMES = {
    "asked": Words("调查对象", "asked"),
    "issued": Words("发出", "issued"),
    "returned": Words("收回", "returned"),
    "valid": Words("有效", "valid"),
}


def _contradiction(batch: Batch, more: str, larger: Quantity, key: str, smaller: Quantity) -> Diagnostic:
    first, second = _NAMES[more], _NAMES[key]
    return Diagnostic(
        E_RATING_ORDER,
        Words(
            f"{second.zh}{smaller.text('zh')}，多于{first.zh}{larger.text('zh')}",
            f"{smaller.text('en')} {second.en} of {larger.text('en')} {first.en}",
        ),
        Words("核对两个数", "check both numbers"),
        batch.origin.at(key),
    )


def figures(locality: Locality, batch: Batch) -> Iterator[FigureLine]:
    """The share of the first grade, the share that came back, the rates that are reported."""
    language = locality.language
    as_of = batch.as_of.text(language) if batch.as_of else ""
    base, unit = base_of(batch), locality.words(UNIT if batch.sort is Sort.CARDS else PEOPLE)
    if batch.by_grade and base is not None:
        first = batch.by_grade[0]
        line = rate_line(first.grade, first.count, base, language, unit=unit, as_of=as_of)
        yield from (line,) if line else ()
    whole = batch.issued or batch.asked
    if whole is not None and batch.returned is not None:
        line = rate_line(locality.words(RETURNED), batch.returned, whole, language, unit=unit)
        yield from (line,) if line else ()
    for each in batch.reported:
        yield FigureLine(each.what, each.rate.text(language), as_of=as_of, note=locality.words(REPORTED))


def panels(locality: Locality) -> Iterator[Panel]:
    """All batches of the place, the latest first."""
    batches = sorted(
        locality.records.of(Batch),
        key=lambda each: each.as_of.last.toordinal() if each.as_of else 0,
        reverse=True,
    )
    if batches:
        url = locality.records.url
        blocks = tuple(block for batch in batches for block in _blocks(locality, batch, url))
        yield Panel(
            ORDER,
            PANEL_TEMPLATE,
            Section(locality.words(TITLE), FOLDER, blocks, sources=_sources(locality, batches)),
        )


def _sources(locality: Locality, batches: list[Batch]) -> tuple[tuple[str, str], ...]:
    lines = (line for batch in batches for line in locality.cited(batch, locality.records.url))
    return tuple(dict.fromkeys((line.title, line.href) for line in lines))


def _blocks(locality: Locality, batch: Batch, page_url: str) -> Iterator[Block]:
    words, language = locality.words, locality.language
    yield Heading(batch.title, f"rating-{batch.id}" if batch.id else "")
    target = locality.target(batch.task, "task") if batch.task else None
    if target:
        yield Lines((f"{words(batch.sort.words)}，{words(ABOUT).format(target.title)}",), quiet=True)
    lines = tuple(figures(locality, batch))
    if lines:
        yield Figures(
            tuple(line._replace(href=relative(page_url, target.url)) for line in lines) if target else lines
        )
    base = base_of(batch)
    if batch.by_grade:
        rows = tuple(
            (each.grade, each.count.text(language), _share(each.count, base, locality))
            for each in batch.by_grade
        )
        columns = ((words(GRADE), "text"), (words(COUNT), "number"), (words(SHARE), "number"))
        yield Table(batch.title, columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    yield from building_blocks(locality, batch.by_building, RETURNED, batch.returned)
    said = [found.note.to(language) for _, found in disagreements(batch) if found.code != N_NO_BASE]
    if batch.note:
        said.append(batch.note)
    elif batch.reported and base is None:
        said.append(words(NO_BASE))
    if said:
        yield Notes(tuple(said))


def _share(count: Quantity, base: Quantity | None, locality: Locality) -> str:
    line = rate_line("", count, base, locality.language) if base is not None else None
    return line.value if line else ""


def _mentions(batch: Batch) -> Iterator[Mention]:
    if batch.task:
        yield Mention(batch.task, ("task",), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    batches = records.of(Batch)
    if batches:
        yield "ratings", len(batches)


def _dates(batch: Batch) -> tuple[PartialDate, ...]:
    return (batch.as_of,) if batch.as_of else ()


def _on_day(batch: Batch, day: date) -> Batch | None:
    return None if batch.as_of and batch.as_of.first > day else batch


def _title(batch: Batch) -> str:
    return batch.title


KIND = Kind(
    name="rating",
    folder=FOLDER,
    words=Words("评价批次", "rating batch"),
    record=Batch,
    title=_title,
    anchor_prefix="rating-",
    on_day=_on_day,
    check=check,
    check_place=check_place,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    panels=panels,
    starter=Words(
        """\
- id: 2026-cards
  标题: 2026年上半年点评卡
  方式: 点评卡    # 点评卡、问卷调查、现场测评
  发出: 72
  收回: 63
  有效: 63
  各等级:
    - {等级: 满意, 票数: 57}
    - {等级: 不满意, 票数: 6}
  截至: 2026-06-30
""",
        """\
- id: 2026-cards
  title: Comment cards, first half of 2026
  sort: cards    # cards, survey, vote
  issued: 72
  returned: 63
  valid: 63
  by_grade:
    - {grade: satisfied, count: 57}
    - {grade: not satisfied, count: 6}
  as_of: 2026-06-30
""",
    ),
)
