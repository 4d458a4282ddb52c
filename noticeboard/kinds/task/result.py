"""What came of a task, in figures: how much of the plan is done, and what residents say of it.

A rate never stands without its base; nothing is called a satisfaction that residents did not call so: the
large figure is the share of the first grade, under its own name.
"""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.kinds.task.record import Progress, Rating, Task
from noticeboard.languages import Language, Words
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.ratio import ratio
from noticeboard.values.total import total

SLASH = Words("／", " / ")
RETURNED = Words("点评卡收回{}张", "{} comment cards came back")
ISSUED = Words("点评卡发出{}张", "{} comment cards issued")


class Figure(NamedTuple):
    """A large figure with what it is measured against."""

    label: str
    value: str
    unit: str
    base: str
    as_of: str
    note: str
    href: str = ""


class RatingView(NamedTuple):
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
    return Figure(
        label=Words("完成进度", "Progress").to(language),
        value=ratio(progress.done, progress.planned).text(language),
        unit="",
        base=f"{progress.done.text(language)}{SLASH.to(language)}{progress.planned.text(language)}{unit}",
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
    counts = [grade.count for grade in rating.by_grade]
    base = rating.returned or (total(counts) if counts else None)
    rows = tuple(
        [
            (grade.grade, grade.count.text(language), _share(grade.count, base, language))
            for grade in rating.by_grade
        ]
    )
    as_of = rating.as_of.text(language) if rating.as_of else ""
    figure = _first_share(rows[0], base.text(language), as_of, language) if rows and base else None
    return RatingView(figure, _returned(rating, language), "" if figure else as_of, rows)


def _first_share(row: tuple[str, str, str], base: str, as_of: str, language: Language) -> Figure | None:
    """The large figure of the first grade, if there is anything that it can be a share of."""
    grade, count, share = row
    return Figure(grade, share, "", f"{count}{SLASH.to(language)}{base}", as_of, "") if share else None


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
    for number, words in ((rating.returned, RETURNED), (rating.issued, ISSUED)):
        if number:
            return words.to(language).format(number.text(language))
    return ""
