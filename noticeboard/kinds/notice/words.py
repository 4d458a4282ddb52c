"""What is said of a notice: its period, the days that are left, its withdrawal, its address."""

from __future__ import annotations

from datetime import date

from noticeboard.kinds.notice.record import Notice, NoticeState
from noticeboard.languages import Language, Words, ending
from noticeboard.values.partial_date import PartialDate

FOLDER = "notices"
LIST_TITLE = Words("公示公告", "Notices")


def day_text(day: date, language: Language) -> str:
    """A day as the pages set it."""
    return PartialDate(day.year, day.month, day.day).text(language)


def period_text(notice: Notice, language: Language) -> str:
    """The publicity period: `2020年7月6日至2020年7月13日`; empty for a plain announcement."""
    start = day_text(notice.from_, language) if notice.from_ else ""
    end = day_text(notice.last_day, language) if notice.last_day else ""
    if start and end:
        return start if start == end else Words(f"{start}至{end}", f"{start} to {end}").to(language)
    if start:
        return Words(f"{start}起", f"from {start}").to(language)
    return Words(f"至{end}", f"until {end}").to(language) if end else ""


def counting(notice: Notice, language: Language) -> str:
    """How the last day was counted, for a period in working days."""
    if notice.working_days is None:
        return ""
    days = notice.working_days
    return Words(
        f"{days}个工作日，从公示次日起算",
        f"{days} working day{ending(days)}, counted from the day after posting",
    ).to(language)


def state_note(notice: Notice, state: NoticeState, today: date, language: Language) -> str:
    """What the state means today: days left, the first day, why it was withdrawn."""
    if state is NoticeState.RUNNING and notice.last_day:
        left = _left((notice.last_day - today).days, language)
        return Words("{}，{}", "{}, {}").to(language).format(left, _until(notice.last_day, language))
    if state is NoticeState.UPCOMING and notice.from_:
        return Words(f"{day_text(notice.from_, 'zh')}开始", f"from {day_text(notice.from_, 'en')}").to(
            language
        )
    if state is NoticeState.WITHDRAWN:
        return withdrawal(notice, language)
    return ""


def short_note(notice: Notice, state: NoticeState, today: date, language: Language) -> str:
    """The same beside a publicity period, which says the first and the last day."""
    if state is NoticeState.RUNNING and notice.last_day:
        return _left((notice.last_day - today).days, language)
    return withdrawal(notice, language) if state is NoticeState.WITHDRAWN else ""


def first_end(last: date, notices: int, language: Language) -> str:
    """On which day the first of several running notices ends."""
    until = _until(last, language)
    return until if notices == 1 else Words(f"最早{until}", f"the first {until}").to(language)


def _left(days: int, language: Language) -> str:
    if days == 0:
        return Words("今天是最后一天", "today is the last day").to(language)
    return Words(f"还剩{days}天", f"{days} day{ending(days)} left").to(language)


def _until(last: date, language: Language) -> str:
    return Words(f"{day_text(last, 'zh')}截止", f"ends on {day_text(last, 'en')}").to(language)


def withdrawal(notice: Notice, language: Language) -> str:
    """When a notice was withdrawn, and why."""
    when = notice.withdrawn.text(language) if notice.withdrawn else ""
    if not notice.withdrawn_reason:
        return when
    return Words(f"{when}，{notice.withdrawn_reason}", f"{when}, {notice.withdrawn_reason}").to(language)


def notice_url(path: str, notice: Notice) -> str:
    """The site path of the page of a notice of the place at `path`."""
    return f"{path}/{FOLDER}/{notice.id}/"
