"""The page of one task: what was promised, what was done, who paid, what residents say.

Each part of the page is a function from the task to its part of the view; a part without content is empty
and is not drawn, but for the four facts, where 未注明 is itself a fact. What is computed (unit cost, rates)
is shown with its operands and marked 约 where it had to be rounded.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from noticeboard.document import Section
from noticeboard.frozen import dataclass
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.task.count import overdue_days
from noticeboard.kinds.task.record import Amount as Work
from noticeboard.kinds.task.record import Photo, Stage, Task
from noticeboard.kinds.task.result import Figure, RatingView, progress_figure, rating_view
from noticeboard.kinds.task.row import FOLDER, LIST_TITLE, SEPARATOR, Amount, amount_of, task_url, total_of
from noticeboard.kinds.task.time import Event, events, has_undated
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.page import PHOTO_FOLDER, Copy, Frame, Page, relative
from noticeboard.values.money import Money
from noticeboard.values.quantity import Hedge

COUNTS_PEOPLE = ("户", "人", "households", "people")
"""Units of the progress that count those who benefit."""
UNDATED = Words(
    "没有标出日期的步骤，来源没有写明时间。", "Of steps without a date, nobody says when they were."
)


class FundView(NamedTuple):
    """One payment as the four facts say it."""

    payer: str
    source: str
    amount: Amount
    paid: str


class PhotoView(NamedTuple):
    """One photo; its size is not known when the page is planned."""

    src: str
    alt: str
    caption: str
    width: str = ""
    height: str = ""


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
    more: tuple[Section, ...] = ()
    """What records of other kinds say of the task."""


def task_pages(locality: Locality) -> Iterator[Page]:
    """A page for each task of the place."""
    between = ((locality.words(LIST_TITLE), locality.url(FOLDER)),)
    for task in locality.records.of(Task):
        url = task_url(locality.records.path, task)
        frame = locality.frame(url, task.title, between=between)
        yield Page(url, "task.html", _view(locality, task, url, frame), origin=task.origin)


def copies(locality: Locality) -> Iterator[Copy]:
    """The photos of the place's tasks, with the line that names each."""
    if not any(task.photos for task in locality.records.of(Task)):
        return
    found = {
        (photo.file, task.origin.at("photos", index, "file"))
        for task in locality.records.of(Task)
        for index, photo in enumerate(task.photos)
    }
    folder = posixpath.dirname(locality.place.origin.file)  # as spelled on disk, in whatever Unicode form
    for name, origin in sorted(found, key=lambda each: (each[0], each[1].file, str(each[1].path))):
        path = f"{locality.records.path}/{PHOTO_FOLDER}/{name}"
        yield Copy(path=path.lstrip("/"), source=f"{folder}/{PHOTO_FOLDER}/{name}", origin=origin)


def _view(locality: Locality, task: Task, url: str, frame: Frame) -> TaskView:
    language = locality.language
    return TaskView(
        frame=frame,
        state=task.state.value,
        overdue=overdue_days(task, locality.today),
        reason=task.reason,
        field=task.field,
        asked=_asked(task, language),
        lead=SEPARATOR.to(language).join(task.lead),
        funds=_funds(task, language),
        total=amount_of(total_of(task.funds), language) if len(task.funds) > 1 else None,
        beneficiaries=_beneficiaries(task, language),
        progress=progress_figure(task, task.done_of, language) if task.done_of else None,
        works=tuple([(work.what, _count(work, language)) for work in task.quantities]),
        unit_cost=unit_cost(task, language),
        events=events(task, locality.today, language),
        events_note=locality.words(UNDATED) if has_undated(task) else "",
        pairs=_pairs(locality, task, url) if task.photos else (),
        photos=tuple(_photo(locality, task, p, url) for p in task.photos if p.stage not in _PAIRED)
        if task.photos
        else (),
        rating=rating_view(task.rating, language) if task.rating else None,
        places=_places(locality, task, url) if task.places else (),
        note=task.note,
        body=task.body,
        sources=sources_of(locality, (task,), url),
        as_of=task.as_of.text(language) if task.as_of else "",
    )


def _asked(task: Task, language: Language) -> str:
    if task.asked_by and task.channel:
        return Words(f"{task.asked_by}（{task.channel}）", f"{task.asked_by} ({task.channel})").to(language)
    return task.asked_by or task.channel


def _beneficiaries(task: Task, language: Language) -> str:
    """Who benefits; where nobody says it, the households or people that the progress counts as done."""
    if task.beneficiaries:
        return SEPARATOR.to(language).join(_work(work, language) for work in task.beneficiaries)
    progress = task.done_of
    if progress is None or progress.unit not in COUNTS_PEOPLE or progress.done.value == 0:
        return ""
    done, unit = progress.done.text(language), progress.unit
    return Words(f"{done}{unit}（按完成进度）", f"{done} {unit} (from the progress)").to(language)


def _funds(task: Task, language: Language) -> tuple[FundView, ...]:
    return tuple(
        [
            FundView(
                fund.payer,
                fund.source,
                amount_of(fund.amount, language),
                "" if fund.paid is None else _paid(fund.amount, fund.paid, language),
            )
            for fund in task.funds
        ]
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
    units, parts = work.number.value.as_integer_ratio()
    fen = amount.fen * parts
    cost = Money((2 * fen + units) // (2 * units)).text(language)  # half a fen is rounded up
    if fen % units or work.number.hedge is not Hedge.EXACT:
        cost = Words(f"约{cost}", f"about {cost}").to(language)
    per = Words("／", " / ").to(language) + work.unit if work.unit else ""
    return f"{amount_of(amount, language).text} ÷ {_count(work, language)} = {cost}{per}"


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


def _places(locality: Locality, task: Task, url: str) -> tuple[tuple[str, str, str], ...]:
    targets = (locality.target(path, "place") for path in task.places)
    return tuple((target.title, relative(url, target.url), "") for target in targets if target)
