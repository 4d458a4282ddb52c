"""What came of a task, in figures: how much of the plan is done, and what residents say of it.

A rate never stands without its base; nothing is called a satisfaction that residents did not call so: the
large figure is the share of the first grade, under its own name.
"""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.kinds.task.record import Progress, Rating, Task
from noticeboard.languages import Language, Words
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.ratio import ratio
from noticeboard.values.total import total


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
class RatingView:
    """The share of the first grade, and all grades with theirs."""

    figure: Figure | None
    returned: str
    as_of: str
    rows: tuple[tuple[str, str, str], ...]


def progress_figure(task: Task, progress: Progress, language: Language) -> Figure | None:
    """`100%` of `120／120户`, with what is left; None where nothing was planned."""
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


def rating_view(rating: Rating, language: Language) -> RatingView:
    """The rating; its base is the returned cards or, where nobody says how many, all the grades."""
    counts = tuple(grade.count for grade in rating.by_grade)
    base = rating.returned or (total(counts) if counts else None)
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
