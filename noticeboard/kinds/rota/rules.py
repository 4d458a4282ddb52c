"""What is wrong with a rota: days outside its period, swaps that cannot be, gaps, one person in two places at once.

An empty place is a warning, since it may be so, and is silent once `vacancy` says why; a person who is to be in two
places at once is an error. A site whose calendar is faulty is told so elsewhere: such rotas have no days, so that
nothing here is said of shifts that nobody could count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.rota.count import Clash, clashes, gaps, total_of, weekly_average
from noticeboard.kinds.rota.record import MOST_DAYS, Bounds, Mode, Rota, Single, Swap, bounds_of, persons_in
from noticeboard.kinds.rota.roll import Known, roll_of
from noticeboard.kinds.rota.shifts import Roster, Shift, roster_of
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.time_window import hours_text

E_ROTA_PERIOD = code(
    "E-ROTA-PERIOD", "值班表没有起止日期，或太长", "a rota without first and last day, or too long"
)
E_ROTA_DATE = code("E-ROTA-DATE", "值班表里的日期不在期间之内", "a day outside the period of its rota")
E_ROTA_SINGLE = code("E-ROTA-SINGLE", "单日安排自相矛盾", "a single day that contradicts itself")
E_ROTA_SWAP = code("E-ROTA-SWAP", "换班对不上班次", "a swap that fits no shift")
E_ROTA_TWICE = code("E-ROTA-TWICE", "同一个人同一时间排了两个班", "one person in two shifts at the same time")
W_ROTA_GAP = code("W-ROTA-GAP", "值班人数不够", "a shift with too few people")
W_ROTA_NEVER = code("W-ROTA-NEVER", "一行安排一天也用不上", "a line of a rota that holds on no day")
W_ROTA_EMPTY = code("W-ROTA-EMPTY", "值班表里没有写怎么值班", "a rota that does not say how duty is kept")
N_ROTA_TARGET = code("N-ROTA-TARGET", "排班时长不到目标", "a rota with fewer hours than its target")
N_ROTA_NAME = code("N-ROTA-NAME", "值班人员不在名册里", "somebody on duty who stands in no roster")


def check(rota: Rota) -> Iterator[Diagnostic]:
    """What is wrong with one rota by itself."""
    bounds = bounds_of(rota)
    yield from _period(rota, bounds)
    yield from _singles(rota, bounds)
    yield from _texts(rota)
    if not (rota.pattern or rota.dates or rota.weekly_hours or rota.total_hours or rota.how):
        yield Diagnostic(
            W_ROTA_EMPTY,
            Words(f"“{rota.title}”没有写怎么值班", f"“{rota.title}” does not say how duty is kept"),
            Words("写每周安排、每周时长或做法", "write a pattern, weekly_hours or how"),
            rota.origin,
        )
    if rota.days:
        roster = roster_of(rota)
        yield from _swaps(rota, roster, bounds)
        yield from _unused(rota, roster)
        yield from _gaps(rota, roster)
        yield from _targets(rota, roster)


def _period(rota: Rota, bounds: Bounds | None) -> Iterator[Diagnostic]:
    if bounds is not None and bounds.length > MOST_DAYS:
        yield Diagnostic(
            E_ROTA_PERIOD,
            Words(f"期间有{bounds.length}天，超过一年", f"the period has {bounds.length} days"),
            Words("每个月或每季度写一张值班表", "write a rota for each month or quarter"),
            rota.origin.at("period"),
        )
    named = rota.dates or rota.swaps or any(line.people or line.needed for line in rota.pattern)
    if bounds is None and named:
        yield Diagnostic(
            E_ROTA_PERIOD,
            Words("没有写从哪天到哪天，排不出班次", "without a first and a last day there are no shifts"),
            Words("加一行 期间: 2026-11，或 2026-11-01 至 2026-11-30", "add a line period: 2026-11"),
            rota.origin.at("period") if rota.period else rota.origin,
        )


def _singles(rota: Rota, bounds: Bounds | None) -> Iterator[Diagnostic]:
    for number, single in enumerate(rota.dates):
        origin = rota.origin.at("dates", number)
        if bounds is not None and not bounds.first <= single.date <= bounds.last:
            yield _outside(rota, single.date, ("dates", number, "date"))
        wrong = _contradiction(rota, single)
        if wrong:
            yield Diagnostic(E_ROTA_SINGLE, wrong[0], wrong[1], origin)


def _contradiction(rota: Rota, single: Single) -> tuple[Words, Words] | None:
    is_off = single.mode is Mode.OFF
    if is_off and (single.time or single.people or single.unit):
        return (
            Words(
                f"{single.date}写着停班，又写了时段或人员",
                f"{single.date} is off, and yet has hours or people",
            ),
            Words("停班就只写日期、方式和原因", "of a day off write date, mode and why alone"),
        )
    if not is_off and single.time is None:
        return (
            Words(f"{single.date}没有写时段", f"{single.date} has no hours"),
            Words(
                "加上 时段: 16:00-21:00；不值班的写 方式: 停班",
                "add time: 16:00-21:00, or mode: off if there is no duty",
            ),
        )
    if is_off and any(other.date == single.date and other is not single for other in rota.dates):
        return (
            Words(f"{single.date}又停班又排了班", f"{single.date} is both off and has a shift"),
            Words("只留一样；换成另一个班的写 方式: 替换", "keep one; for another shift write mode: replace"),
        )
    return None


def _outside(rota: Rota, day: date, path: KeyPath) -> Diagnostic:
    period = rota.period.text("zh") if rota.period else "", rota.period.text("en") if rota.period else ""
    return Diagnostic(
        E_ROTA_DATE,
        Words(f"{day}不在期间（{period[0]}）之内", f"{day} is not within the period ({period[1]})"),
        Words("核对日期，或改期间", "check the day, or change the period"),
        rota.origin.at(*path),
    )


def _swaps(rota: Rota, roster: Roster, bounds: Bounds | None) -> Iterator[Diagnostic]:
    failed = dict(roster.failed)
    for number, swap in enumerate(rota.swaps):
        if bounds is not None and not bounds.first <= swap.date <= bounds.last:
            yield _outside(rota, swap.date, ("swaps", number, "date"))
        elif number in failed:
            yield _no_swap(rota, roster, number, swap, fits=failed[number])
        elif swap.to and swap.to.number == swap.from_.number:
            yield Diagnostic(
                E_ROTA_SWAP,
                Words(f"{swap.to.name}和自己换班", f"{swap.to.name} swaps with the same person"),
                Words("改成接班的人；没有人接就不写“改由”", "write who comes; if nobody does leave it out"),
                rota.origin.at("swaps", number, "to"),
            )


def _no_swap(rota: Rota, roster: Roster, number: int, swap: Swap, *, fits: int) -> Diagnostic:
    name, day = swap.from_.name, swap.date
    hours = (f" {swap.time.text('zh')} ", f", {swap.time.text('en')}") if swap.time else ("", "")
    if fits:
        return Diagnostic(
            E_ROTA_SWAP,
            Words(f"{name}在{day}有{fits}个班，不知道换哪个", f"{name} has {fits} shifts on {day}"),
            Words("加上 时段: …", "say which: add time: …"),
            rota.origin.at("swaps", number),
        )
    there = [duty.person.name for each in roster.shifts if each.day == day for duty in each.duties]
    names = list(dict.fromkeys(there))
    return Diagnostic(
        E_ROTA_SWAP,
        Words(f"{name}在{day}{hours[0]}没有班，换不了", f"{name} is not on duty on {day}{hours[1]}"),
        Words(
            f"那天值班的是{'、'.join(names)}" if names else "那天没有排人，核对日期",
            f"on duty that day: {', '.join(names)}"
            if names
            else "nobody is on duty that day: check the date",
        ),
        rota.origin.at("swaps", number, "from"),
    )


def _unused(rota: Rota, roster: Roster) -> Iterator[Diagnostic]:
    used = {shift.path for shift in roster.shifts}
    for number, line in enumerate(rota.pattern):
        if ("pattern", number) not in used:
            yield Diagnostic(
                W_ROTA_NEVER,
                Words(
                    f"{line.time.text('zh')}这一行在期间里一天也用不上",
                    f"the line of {line.time.text('en')} holds on no day of the period",
                ),
                Words("核对星期、适用和期间", "check weekday, days and period"),
                rota.origin.at("pattern", number),
            )


def _gaps(rota: Rota, roster: Roster) -> Iterator[Diagnostic]:
    """One message for each line, each single day and each swap that leaves a place empty."""
    by_path: dict[KeyPath, list[Shift]] = {}
    for shift in gaps(roster.shifts):
        if not shift.vacancy:
            path: KeyPath = ("swaps", shift.absent[0]) if shift.absent else shift.path
            by_path.setdefault(path, []).append(shift)
    for path, shifts in by_path.items():
        first = shifts[0]
        needed, here, lack = first.needed, len(first.duties), sum(shift.missing for shift in shifts)
        more = (f"等{len(shifts)}天", f" and {len(shifts) - 1} more days") if len(shifts) > 1 else ("", "")
        yield Diagnostic(
            W_ROTA_GAP,
            Words(
                f"{first.day}{more[0]} {first.window.text('zh')}需要{needed}人，排了{here}人，共缺{lack}人次",
                f"{first.day}{more[1]}, {first.window.text('en')}: {needed} needed, "
                f"{here} on duty, {lack} lacking in all",
            ),
            Words(
                "补上人员；暂时没有人就写空缺说明，页面会写明空缺",
                "add people; if there is nobody say why in vacancy: the page shows the gap",
            ),
            rota.origin.at(*path),
        )


def _targets(rota: Rota, roster: Roster) -> Iterator[Diagnostic]:
    average, minutes = weekly_average(rota, roster), total_of(rota, roster).minutes
    if rota.weekly_hours and average is not None and average < rota.weekly_hours:
        yield _below(rota, "weekly_hours", Words("人均每周", "on average a week"), average, rota.weekly_hours)
    if rota.total_hours and roster.shifts and minutes < rota.total_hours:
        yield _below(rota, "total_hours", Words("全队", "all together"), Fraction(minutes), rota.total_hours)


def _below(rota: Rota, key: str, whose: Words, found: Fraction, target: int) -> Diagnostic:
    minutes = int(found)  # rounded down, so that what is below the target never reads like it
    return Diagnostic(
        N_ROTA_TARGET,
        Words(
            f"{whose.zh}排了{hours_text(minutes, 'zh')}，目标是{hours_text(target, 'zh')}",
            f"{hours_text(minutes, 'en')} {whose.en}, the target is {hours_text(target, 'en')}",
        ),
        Words("不用改：页面会写明；能加班次就加", "no need to change it: the page says so"),
        rota.origin.at(key),
    )


def _texts(rota: Rota) -> Iterator[Diagnostic]:
    texts: list[tuple[KeyPath, str]] = [
        ((key,), getattr(rota, key)) for key in ("title", "by", "post", "how", "note", "body")
    ]
    for group, keys in _TEXTS_IN.items():
        for number, item in enumerate(getattr(rota, group)):
            texts += [((group, number, key), getattr(item, key)) for key in keys]
    yield from nameless(texts, rota.origin)


_TEXTS_IN: Mapping[str, tuple[str, ...]] = {
    "pattern": ("post", "unit", "vacancy"),
    "dates": ("post", "unit", "vacancy", "why"),
    "swaps": ("why",),
}


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Who is in two places at once, in all rotas of the place, and names that stand in no roster."""
    rotas = records.of(Rota)
    if not rotas:
        return
    for clash in clashes((rota, roster_of(rota)) for rota in rotas):
        yield _twice(clash)
    roll = roll_of(records)
    for rota in rotas:
        yield from _strangers(rota, roll)


def _twice(clash: Clash) -> Diagnostic:
    (one, before, _), (rota, shift, duty) = clash
    other = Words(f"（{one.title}）", f" ({one.title})") if one is not rota else Words("", "")
    return Diagnostic(
        E_ROTA_TWICE,
        Words(
            f"{duty.person.name}在{shift.day} {shift.window.text('zh')}有班，"
            f"同时还有{before.day} {before.window.text('zh')}的班{other.zh}",
            f"{duty.person.name} is on duty on {shift.day}, {shift.window.text('en')}, "
            f"and at the same time on {before.day}, {before.window.text('en')}{other.en}",
        ),
        Words("两个班留一个，或换一个人", "take the person out of one of them"),
        rota.origin.at(*duty.path),
    )


def _strangers(rota: Rota, roll: Mapping[str, Known]) -> Iterator[Diagnostic]:
    """Once for each name: where it is misspelt, its consent is not found."""
    unknown = {
        person.name
        for person in persons_in(rota)
        if person.name not in roll and not person.consent and not person.surname
    }
    if unknown:
        names = sorted(unknown)
        yield Diagnostic(
            N_ROTA_NAME,
            Words(
                f"名册里没有{'、'.join(names)}，页面只写姓",
                f"in no roster, and so shown by surname alone: {', '.join(names)}",
            ),
            Words(
                "核对姓名；是志愿者就在 volunteers.yml 里加上，写明是否同意公开",
                "check the spelling; add volunteers to volunteers.yml, with their consent",
            ),
            rota.origin.at("title"),
        )
