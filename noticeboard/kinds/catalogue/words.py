"""How items and their state are said: by when, where, how it stands."""

from __future__ import annotations

from datetime import date

from noticeboard.document import Marked
from noticeboard.duty import POSTED, Duty, Rhythm, kind_named, read_by
from noticeboard.kinds.catalogue.status import State, Status
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.values.partial_date import PartialDate

FOLDER, NEXT_FOLDER, ORDER, SHOWN = "catalogue", "next-30-days", 77, 6
TITLE = Words("公开事项目录", "What must be published")
NEXT = Words("未来30天公开事项", "To publish in the next 30 days")
ITEM, BY, WHERE, WHO, STATE = (
    Words("事项", "Item"),
    Words("期限", "By when"),
    Words("公开在", "Where"),
    Words("责任岗位", "Who answers for it"),
    Words("状态", "State"),
)
RULES = Words("期限、渠道", "By when, where")
ANSWERS = Words("责任、依据", "By whom, basis")
COVERAGE = Words("到期事项已公开", "Published of what was due")
UNIT = Words("项", "")
LIST, COMMA, STOP = Words("、", ", "), Words("，", ", "), Words("；", "; ")
EVERY_MONTH, MONTH_END = (
    Words("每月{}日前", "monthly by day {}"),
    Words("每月底前", "by the end of each month"),
)
EVERY = Words("{rhythm}，{days}前", "{rhythm}, by {days}")
WITHIN = Words("{what}后{n}个工作日内", "within {n} working day{s} of {what}")
AT_ONCE = Words("{}时", "on {}")
HAPPENING = Words("发生", "the event")
OVERDUE, SINCE = Words("逾期{n}天", "{n} day{s} overdue"), Words("应在{}前公开", "was due by {}")
RUN = Words("连续{n}期未公开", "{n} times in a row")
UNDATED, NO_LIMIT = Words("尚未公开", "not published"), Words("没有写明期限", "no time limit is set")
LEFT, TODAY, UNTIL = (
    Words("还有{n}天", "{n} day{s} left"),
    Words("今天到期", "due today"),
    Words("{}前公开", "due by {}"),
)
PUBLISHED, LATE = Words("已公开", "published"), Words("晚{n}天", "{n} day{s} late")
FOLLOWING = Words("下次{}前", "next by {}")
PARTLY, LACKS = Words("部分公开", "published in part"), Words("缺{}", "not on: {}")
WAITING, NOT_APPLICABLE = Words("暂无此事", "nothing to publish so far"), Words("不适用", "not applicable")


def day_text(day: date, locality: Locality) -> str:
    """A day as pages write it."""
    return PartialDate(day.year, day.month, day.day).text(locality.language)


def by_text(locality: Locality, duty: Duty) -> str:
    """每月10日前; 每半年，1月31日、7月31日前; 议事会议后5个工作日内."""
    words, rhythm = locality.words, duty.rhythm
    if rhythm is None:
        return ""
    if not rhythm.months:
        kind = kind_named(duty.after)
        what = words(Words(POSTED[kind], kind)) if kind else words(HAPPENING)
        if duty.working_days is None:
            return words(AT_ONCE).format(what)
        n = duty.working_days
        return words(WITHIN).format(what=what, n=n, s=ending(str(n)))
    if rhythm is Rhythm.MONTHLY:
        day = read_by(rhythm, duty.by[0]).day
        return words(EVERY_MONTH).format(day) if day else words(MONTH_END)
    days = words(LIST).join(_month_day(locality, rhythm, text) for text in duty.by)
    return words(EVERY).format(rhythm=words(rhythm.words), days=days)


def _month_day(locality: Locality, rhythm: Rhythm, text: str) -> str:
    found = read_by(rhythm, text)
    if found.day:
        return locality.words(Words(f"{found.month}月{found.day}日", f"{found.month}-{found.day:02}"))
    return locality.words(Words(f"{found.month}月底", f"the end of month {found.month}"))


def where_text(locality: Locality, duty: Duty) -> str:
    """公示栏、微信群."""
    return locality.words(LIST).join(locality.words(medium.words) for medium in duty.where)


def state_text(locality: Locality, status: Status) -> Marked:
    """The mark of the state, its word, and what is known beside it."""
    words = locality.words
    if status.state is State.NOT_APPLICABLE:
        return Marked("dash", words(NOT_APPLICABLE), status.item.not_applicable)
    if status.state is State.WAITING:
        return Marked("dash", words(WAITING))
    if status.state is State.UNDATED:
        return Marked("clock", words(UNDATED), _joined(locality, status.what, words(NO_LIMIT)))
    if status.state is State.OVERDUE:
        return _overdue(locality, status)
    if status.state is State.DUE:
        return due_text(locality, status)
    lacks = words(LIST).join(words(medium.words) for medium in status.missing)
    note = _joined(
        locality,
        day_text(status.posted, locality) if status.posted else "",
        words(LATE).format(n=status.late, s=ending(str(status.late))) if status.late else "",
        words(LACKS).format(lacks) if lacks else "",
        words(FOLLOWING).format(day_text(status.due, locality)) if status.due else "",
    )
    return Marked("half", words(PARTLY), note) if lacks else Marked("tick", words(PUBLISHED), note)


def _overdue(locality: Locality, status: Status) -> Marked:
    words, due = locality.words, status.due
    assert due is not None
    days = (locality.today - due).days
    run = words(RUN).format(n=status.missed) if status.missed > 1 else ""
    since = words(SINCE).format(day_text(due, locality))
    return Marked(
        "clock",
        words(OVERDUE).format(n=days, s=ending(str(days))),
        _joined(locality, status.what, since, run),
    )


def due_text(locality: Locality, status: Status) -> Marked:
    """还有3天，2026年12月1日前公开; 今天到期; the day alone where it is far away."""
    words, due = locality.words, status.due
    assert due is not None
    until = words(UNTIL).format(day_text(due, locality))
    if not status.is_near(locality.today):
        return Marked("ring", until, status.what)
    days = (due - locality.today).days
    left = words(LEFT).format(n=days, s=ending(str(days))) if days else words(TODAY)
    return Marked("ring", left, _joined(locality, status.what, until))


def _joined(locality: Locality, *texts: str) -> str:
    return locality.words(STOP).join(text for text in texts if text)
