"""The page of one task: what was promised, what was done, who paid, what residents say.

Each part of the page is a function from the task to its part of the view; a part without content is empty
and is not drawn, but for the four facts, where 未注明 is itself a fact. What is computed (unit cost, rates)
is shown with its operands and marked 约 where it had to be rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from noticeboard.kind import Locality
from noticeboard.kinds.task_count import overdue_days
from noticeboard.kinds.task_record import Amount as Work
from noticeboard.kinds.task_record import Photo, Progress, Rating, Stage, Task
from noticeboard.kinds.task_row import FOLDER, LIST_TITLE, SEPARATOR, Amount, amount_of, task_url, total_of
from noticeboard.kinds.task_time import Event, events, has_undated
from noticeboard.languages import Language, Words
from noticeboard.page import Copy, Frame, Page, relative
from noticeboard.values.money import Money
from noticeboard.values.number import rounded
from noticeboard.values.quantity import Hedge, Quantity, sum_quantities
from noticeboard.values.ratio import ratio

PHOTO_FOLDER = "photos"
UNDATED = Words(
    "没有标出日期的步骤，来源没有写明时间。", "Of steps without a date, nobody says when they were."
)


@dataclass(frozen=True)
class Figure:
    """A large figure with what it is measured against."""

    label: str
    value: str
    unit: str
    base: str
    as_of: str
    note: str
    href: str = ""


@dataclass(frozen=True)
class FundView:
    """One payment as the four facts say it."""

    payer: str
    source: str
    amount: Amount
    paid: str


@dataclass(frozen=True)
class PhotoView:
    """One photo; its size is not known when the page is planned."""

    src: str
    alt: str
    caption: str
    width: str = ""
    height: str = ""


@dataclass(frozen=True)
class RatingView:
    """The share of the first grade, and all grades with theirs."""

    figure: Figure | None
    returned: str
    as_of: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class TaskView:
    """All that the page of a task shows."""

    frame: Frame
    state: str
    overdue: int
    reason: str
    field: str
    asked: str
    lead: str
    funds: tuple[FundView, ...]
    total: Amount | None
    beneficiaries: str
    progress: Figure | None
    works: tuple[tuple[str, str], ...]
    unit_cost: str
    events: tuple[Event, ...]
    events_note: str
    pairs: tuple[tuple[PhotoView | None, PhotoView | None], ...]
    photos: tuple[PhotoView, ...]
    rating: RatingView | None
    places: tuple[tuple[str, str, str], ...]
    note: str
    body: str
    sources: tuple[tuple[str, str], ...]
    as_of: str


def task_pages(locality: Locality) -> Iterator[Page]:
    """A page for each task of the place."""
    for task in locality.records.of(Task):
        url = task_url(locality.records.path, task)
        yield Page(url, "task.html", _view(locality, task, url), origin=task.origin)


def copies(locality: Locality) -> Iterator[Copy]:
    """The photos of the place's tasks, with the line that names each."""
    found = {
        (photo.file, task.origin.at("photos", index, "file"))
        for task in locality.records.of(Task)
        for index, photo in enumerate(task.photos)
    }
    for name, origin in sorted(found, key=lambda each: (each[0], each[1].file, str(each[1].path))):
        path = f"{locality.records.path}/{PHOTO_FOLDER}/{name}"
        yield Copy(path=path.lstrip("/"), source=f"content{path}", origin=origin)


def _view(locality: Locality, task: Task, url: str) -> TaskView:
    language = locality.language
    return TaskView(
        frame=locality.frame(url, task.title, between=((locality.words(LIST_TITLE), locality.url(FOLDER)),)),
        state=task.state.value,
        overdue=overdue_days(task, locality.today),
        reason=task.reason,
        field=task.field,
        asked=_asked(task, language),
        lead=locality.words(SEPARATOR).join(task.lead),
        funds=_funds(task, language),
        total=amount_of(total_of(task.funds), language) if len(task.funds) > 1 else None,
        beneficiaries=locality.words(SEPARATOR).join(_work(work, language) for work in task.beneficiaries),
        progress=_progress(task, task.done_of, language) if task.done_of else None,
        works=tuple((work.what, _count(work, language)) for work in task.quantities),
        unit_cost=unit_cost(task, language),
        events=events(task, locality.today, language),
        events_note=locality.words(UNDATED) if has_undated(task) else "",
        pairs=_pairs(locality, task, url),
        photos=tuple(_photo(locality, task, p, url) for p in task.photos if p.stage not in _PAIRED),
        rating=_rating(task.rating, language) if task.rating else None,
        places=_places(locality, task, url),
        note=task.note,
        body=task.body,
        sources=tuple((line.title, line.href) for line in locality.cited(task, url)),
        as_of=task.as_of.text(language) if task.as_of else "",
    )


def _asked(task: Task, language: Language) -> str:
    if task.asked_by and task.channel:
        return Words(f"{task.asked_by}（{task.channel}）", f"{task.asked_by} ({task.channel})").to(language)
    return task.asked_by or task.channel


def _funds(task: Task, language: Language) -> tuple[FundView, ...]:
    return tuple(
        FundView(
            fund.payer,
            fund.source,
            amount_of(fund.amount, language),
            "" if fund.paid is None else _paid(fund.amount, fund.paid, language),
        )
        for fund in task.funds
    )


def _paid(pledged: Money, paid: Money, language: Language) -> str:
    if paid >= pledged:
        return Words("已付清", "paid in full").to(language)
    if paid == Money.ZERO:
        return Words("尚未支付", "not yet paid").to(language)
    left = Money(pledged.fen - paid.fen)
    return Words(
        f"已付{paid.text('zh')}，未付{left.text('zh')}", f"{paid.text('en')} paid, {left.text('en')} to pay"
    ).to(language)


def _count(work: Work, language: Language) -> str:
    gap = " " if language == "en" and work.unit else ""
    return f"{work.number.text(language)}{gap}{work.unit}"


def _work(work: Work, language: Language) -> str:
    return f"{work.what}{' ' if language == 'en' else ''}{_count(work, language)}"


def unit_cost(task: Task, language: Language) -> str:
    """`20,000元 ÷ 20个 = 1,000元／个`, if one payment and one quantity allow it; else an empty text.

    Marked 约 if the quantity is hedged or the quotient is no whole number of fen.
    """
    if len(task.funds) != 1 or len(task.quantities) != 1:
        return ""
    amount, work = task.funds[0].amount, task.quantities[0]
    if work.number.percent or work.number.value == 0 or amount.fen == 0:
        return ""
    exact = Fraction(amount.fen) / Fraction(work.number.value)
    cost = Money(int(rounded(exact, 0))).text(language)
    if exact.denominator != 1 or work.number.hedge is not Hedge.EXACT:
        cost = Words(f"约{cost}", f"about {cost}").to(language)
    per = Words("／", " / ").to(language) + work.unit if work.unit else ""
    return f"{amount.text(language)} ÷ {_count(work, language)} = {cost}{per}"


def _progress(task: Task, progress: Progress, language: Language) -> Figure | None:
    if progress.planned.value == 0:
        return None
    unit = progress.unit
    slash = Words("／", " / ").to(language)
    return Figure(
        label=Words("完成进度", "Progress").to(language),
        value=ratio(progress.done, progress.planned).text(language),
        unit="",
        base=f"{progress.done.text(language)}{slash}{progress.planned.text(language)}{unit}",
        as_of=task.as_of.text(language) if task.as_of else "",
        note=_left(progress.done, progress.planned, unit, language),
    )


def _left(done: Quantity, planned: Quantity, unit: str, language: Language) -> str:
    if not (done.hedge is planned.hedge is Hedge.EXACT):
        return ""
    if done.value >= planned.value:
        return Words("全部完成", "all done").to(language)
    left = Quantity(planned.value - done.value)
    if done.value == 0:
        return Words("还没有完成的", "none done yet").to(language)
    return Words(
        f"完成一部分，还剩{left.text('zh')}{unit}", f"partly done, {left.text('en')} {unit} left"
    ).to(language)


_PAIRED = (Stage.BEFORE, Stage.AFTER)


def _pairs(locality: Locality, task: Task, url: str) -> tuple[tuple[PhotoView | None, PhotoView | None], ...]:
    before, after = (
        [_photo(locality, task, photo, url) for photo in task.photos if photo.stage is stage]
        for stage in _PAIRED
    )
    return tuple(zip_longest(before, after))


def _photo(locality: Locality, task: Task, photo: Photo, url: str) -> PhotoView:
    stage = locality.words(photo.stage.words) if photo.stage else locality.words(Words("照片", "photo"))
    return PhotoView(
        src=relative(url, f"{locality.records.path}/{PHOTO_FOLDER}/{photo.file}"),
        alt=photo.caption or locality.words(Words(f"{task.title}，{stage}", f"{task.title}, {stage}")),
        caption=photo.caption,
    )


def _rating(rating: Rating, language: Language) -> RatingView:
    counts = tuple(grade.count for grade in rating.by_grade)
    base = rating.returned or (sum_quantities(counts) if counts else None)
    shares = tuple(_share(count, base, language) for count in counts)
    first = rating.by_grade[0] if rating.by_grade else None
    figure = None
    as_of = rating.as_of.text(language) if rating.as_of else ""
    if first and base and shares[0]:
        slash = Words("／", " / ").to(language)
        figure = Figure(
            label=first.grade,
            value=shares[0],
            unit="",
            base=f"{first.count.text(language)}{slash}{base.text(language)}",
            as_of=as_of,
            note="",
        )
    return RatingView(
        figure=figure,
        returned=_returned(rating, language),
        as_of="" if figure else as_of,
        rows=tuple(
            (grade.grade, grade.count.text(language), share)
            for grade, share in zip(rating.by_grade, shares, strict=True)
        ),
    )


def _share(count: Quantity, base: Quantity | None, language: Language) -> str:
    return ratio(count, base).text(language) if base and base.value else ""


def _returned(rating: Rating, language: Language) -> str:
    """How many comment cards came back of how many."""
    if rating.issued and rating.returned:
        returned, issued = rating.returned, rating.issued
        rate = _share(returned, issued, language)
        return Words(
            f"点评卡收回{returned.text('zh')}／发出{issued.text('zh')}张，收回率{rate}",
            f"{returned.text('en')} of {issued.text('en')} comment cards came back, {rate}",
        ).to(language)
    for number, words in (
        (rating.returned, Words("点评卡收回{}张", "{} comment cards came back")),
        (rating.issued, Words("点评卡发出{}张", "{} comment cards issued")),
    ):
        if number:
            return words.to(language).format(number.text(language))
    return ""


def _places(locality: Locality, task: Task, url: str) -> tuple[tuple[str, str, str], ...]:
    targets = (locality.target(path) for path in task.places)
    return tuple((target.title, relative(url, target.url), "") for target in targets if target)
