"""What is wrong with a practical task by itself: contradictions that no reader should find first.

Hedged figures contradict each other only where their intervals do, so a source that says 近80 is never
accused of a rounding. Whether a photo or a place exists is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, Problem, code
from noticeboard.kinds.task.record import Progress, Rating, Task, TaskState
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge, Quantity, may_equal
from noticeboard.values.ratio import ratio
from noticeboard.values.total import is_plain, total

E_ORDER = code("E-ORDER", "时间先后颠倒", "dates that are in the wrong order")
E_REASON = code("E-REASON", "不采纳的事项没有写理由", "a declined task without a reason")
E_PAID = code("E-PAID", "已付多于应付", "more is paid than was pledged")
E_PROGRESS = code("E-PROGRESS", "完成数多于计划数", "more is done than was planned")
E_COUNT = code("E-COUNT", "这里要写数量，不能写百分数", "a number is wanted here, not a percentage")
E_RATING = code("E-RATING", "评价票数对不上", "the numbers of a rating do not agree")
W_RATING = code("W-RATING", "评价票数（约数）对不上", "the hedged numbers of a rating do not agree")
W_VISIT = code("W-VISIT", "反弹的事项没有回头看记录", "a relapsed task without a re-visit")
N_UNDATED = code("N-UNDATED", "已完成的事项没有写完成时间", "a task is done but says not when")


def check(task: Task) -> Iterator[Diagnostic]:
    """Every contradiction in one task."""
    if task.finished:
        yield from _dates(task, task.finished)
    yield from _state(task)
    yield from _funds(task)
    yield from _counts(task)
    if task.done_of:
        yield from _progress(task, task.done_of)
    if task.rating:
        yield from _rating(task, task.rating)


def _dates(task: Task, finished: PartialDate) -> Iterator[Diagnostic]:
    earlier = (
        (task.requested, Words("提出时间", "it was requested")),
        (task.started, Words("开工时间", "it was started")),
    )
    for before, name in earlier:
        if before and finished.last < before.first:
            message = Words(
                f"完成时间（{finished.text('zh')}）早于{name.zh}（{before.text('zh')}）",
                f"finished ({finished.text('en')}) before {name.en} ({before.text('en')})",
            )
            remedy = Words("核对两个日期，改正写错的一个", "check both dates and correct the wrong one")
            yield _found(E_ORDER, message, remedy, task, "finished")
            return


def _state(task: Task) -> Iterator[Diagnostic]:
    if task.state is TaskState.DECLINED and not task.reason:
        yield _found(
            E_REASON,
            Words("不采纳要向居民说明理由", "residents are owed the reason why a task is declined"),
            Words("加一行 reason: …（理由: …）", "add a line reason: …"),
            task,
            "state",
        )
    if task.state is TaskState.RELAPSED and not task.visits:
        yield _found(
            W_VISIT,
            Words(
                "反弹是回头看时发现的，这里没有回头看记录", "a relapse is found on a re-visit; there is none"
            ),
            Words("加上 visits: 时间和结果", "add visits: with date and result"),
            task,
            "state",
        )
    dated = task.finished or task.as_of or task.done_of or task.source
    if task.state is TaskState.DONE and not dated:
        yield _found(
            N_UNDATED,
            Words("已完成，但没有写完成时间", "it is done, but nothing says when"),
            Words(
                "知道的话加一行 finished: 2020-07（完成时间: …）", "if known, add a line finished: 2020-07"
            ),
            task,
            "state",
        )


def _funds(task: Task) -> Iterator[Diagnostic]:
    for index, fund in enumerate(task.funds):
        if fund.paid is not None and fund.paid > fund.amount:
            message = Words(
                f"已付{fund.paid.text('zh')}，多于金额{fund.amount.text('zh')}",
                f"{fund.paid.text('en')} is paid of {fund.amount.text('en')}",
            )
            remedy = Words(
                "核对两个数；追加的钱另写一笔", "check both; write money added later as a fund of its own"
            )
            yield _found(E_PAID, message, remedy, task, "funds", index, "paid")


def _counts(task: Task) -> Iterator[Diagnostic]:
    for path, quantity in _quantities(task):
        if quantity.percent:
            message = Words(
                f"这里数的是个数，写成了百分数 {quantity.text('zh')}",
                f"things are counted here, {quantity.text('en')} is a percentage",
            )
            remedy = Words(
                "写数量，例如 57；百分比由程序算", "write the number, such as 57; the rate is computed"
            )
            yield _found(E_COUNT, message, remedy, task, *path)


def _quantities(task: Task) -> Iterator[tuple[KeyPath, Quantity]]:
    for key, amounts in (("quantities", task.quantities), ("beneficiaries", task.beneficiaries)):
        for index, amount in enumerate(amounts):
            yield (key, index, "number"), amount.number
    if task.done_of:
        yield ("done_of", "done"), task.done_of.done
        yield ("done_of", "planned"), task.done_of.planned
    if task.rating:
        for name, number in (("issued", task.rating.issued), ("returned", task.rating.returned)):
            if number:
                yield ("rating", name), number
        for index, grade in enumerate(task.rating.by_grade):
            yield ("rating", "by_grade", index, "count"), grade.count


def _progress(task: Task, progress: Progress) -> Iterator[Diagnostic]:
    if progress.done.percent or progress.planned.percent:
        return
    try:
        ratio(progress.done, progress.planned)
    except Problem as problem:
        yield problem.at(task.origin.at("done_of", "planned"))
        return
    if _exceeds(progress.done, progress.planned):
        message = Words(
            f"完成{progress.done.text('zh')}，多于计划{progress.planned.text('zh')}",
            f"{progress.done.text('en')} done of {progress.planned.text('en')} planned",
        )
        remedy = Words("核对两个数；计划增加了就改计划数", "check both; if the plan has grown, say so")
        yield _found(E_PROGRESS, message, remedy, task, "done_of", "done")


def _rating(task: Task, rating: Rating) -> Iterator[Diagnostic]:
    grades = tuple(grade.count for grade in rating.by_grade)
    if any(number.percent for number in (*grades, rating.issued, rating.returned) if number):
        return
    remedy = Words("按收回的点评卡重新数一遍", "count the returned cards again")
    if grades and rating.returned:
        made = total(grades)
        if made != rating.returned and not may_equal(made, rating.returned):
            message = Words(
                f"各等级合计{made.text('zh')}，收回{rating.returned.text('zh')}",
                f"the grades make {made.text('en')}, {rating.returned.text('en')} cards came back",
            )
            found = _rating_code(*grades, rating.returned)
            yield _found(found, message, remedy, task, "rating", "returned")
    if rating.issued and rating.returned and _exceeds(rating.returned, rating.issued):
        message = Words(
            f"收回{rating.returned.text('zh')}，多于发出{rating.issued.text('zh')}",
            f"{rating.returned.text('en')} cards came back of {rating.issued.text('en')} issued",
        )
        found = _rating_code(rating.issued, rating.returned)
        yield _found(found, message, remedy, task, "rating", "returned")


def _rating_code(*numbers: Quantity) -> str:
    return E_RATING if all(number.hedge is Hedge.EXACT for number in numbers) else W_RATING


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether `part` is more than `whole` whatever their hedges leave open."""
    if is_plain(part) and is_plain(whole):
        return part.value > whole.value
    most = whole.interval()
    return (
        most.upper is not None and not part.interval().overlaps(most) and part.interval().lower >= most.upper
    )


def _found(name: str, message: Words, remedy: Words, task: Task, *path: str | int) -> Diagnostic:
    return Diagnostic(name, message, remedy, task.origin.at(*path))
