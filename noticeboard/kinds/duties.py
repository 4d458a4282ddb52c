"""What is wrong with an item of the catalogue, wherever it stands: days that cannot be, unknown kinds, parts at odds.

`catalogue` of site.yml ─ check_catalogue ▶ Diagnostics      an item of a place ─ check_duty ▶ Diagnostics
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.duty import E_CATALOGUE_DAY, POSTED, STARTS, Duty, Rhythm, kind_named, read_by
from noticeboard.kinds.nameless import nameless
from noticeboard.languages import Words

E_CATALOGUE = code(
    "E-CATALOGUE",
    "公开事项缺少必要的内容，或互相矛盾",
    "an item of the catalogue with parts missing or at odds",
)
E_CATALOGUE_TWICE = code(
    "E-CATALOGUE-TWICE", "两个公开事项用了同一个编号", "two items of the catalogue have one id"
)
E_CATALOGUE_KIND = code(
    "E-CATALOGUE-KIND",
    "公开事项写了不能用的记录种类",
    "an item of the catalogue names a kind that cannot fulfil it",
)
W_CATALOGUE = code(
    "W-CATALOGUE", "公开事项没有写责任岗位", "an item of the catalogue that does not say who answers for it"
)


def check_catalogue(settings: Settings) -> Iterator[Diagnostic]:
    """What is wrong with the items of the site."""
    seen: set[str] = set()
    for number, item in enumerate(settings.catalogue):
        origin = settings.origin.at("catalogue", number)
        if item.id in seen:
            yield Diagnostic(
                E_CATALOGUE_TWICE,
                Words(f"编号“{item.id}”写了两次", f"the id “{item.id}” stands twice in the catalogue"),
                Words("给其中一个换一个编号", "choose another id for one of the two"),
                origin.at("id"),
            )
        seen.add(item.id)
        yield from check_duty(item, origin)


def check_duty(duty: Duty, origin: Origin) -> Iterator[Diagnostic]:
    """What is wrong with one item that says what must be published."""
    if not duty.title:
        yield at_odds(
            Words("公开事项没有写是什么", "it does not say what must be published"),
            Words("加一行 事项: …", "add a line title: …"),
            origin,
        )
    if duty.rhythm is None:
        yield at_odds(
            Words("没有写多久公开一次", "it does not say how often it must be published"),
            Words(
                "加一行 频次: 每月（每季度、每半年、每年、发生时）",
                "add a line rhythm: monthly (quarterly, half_yearly, yearly, on_event)",
            ),
            origin,
        )
    elif duty.rhythm.months:
        yield from _rhythm(duty, duty.rhythm, origin)
    else:
        yield from _foreign(
            duty, {"by": "截止"}, Words("发生时公开的", "what is published when it happens"), origin
        )
    if not duty.responsible:
        yield Diagnostic(
            W_CATALOGUE,
            Words("没有写责任岗位", "it does not say who answers for it"),
            Words(
                "加一行 责任岗位: 自管会（写岗位，不写姓名）",
                "add a line responsible: council (a role, no name)",
            ),
            origin,
        )
    yield from _kinds(duty, origin)
    yield from nameless([((key,), getattr(duty, key)) for key in ("title", "basis", "responsible")], origin)


def _rhythm(duty: Duty, rhythm: Rhythm, origin: Origin) -> Iterator[Diagnostic]:
    foreign = {"working_days": "工作日数", "after": "起算记录"}
    yield from _foreign(duty, foreign, Words("按时间公开的", "what is published in a rhythm"), origin)
    if duty.since is None:
        yield at_odds(
            Words(
                "没有写从哪天起执行，无法算逾期", "it does not say since when it holds, so nothing is overdue"
            ),
            Words("加一行 执行起: 2026-01-01", "add a line since: 2026-01-01"),
            origin,
        )
    slots: set[int] = set()
    for index, text in enumerate(duty.by):
        try:
            month = read_by(rhythm, text).month or 1
        except Problem as problem:
            yield problem.at(origin.at("by", index))
            return
        slots.add((month - 1) // rhythm.months)
    wanted = 12 // rhythm.months if rhythm is not Rhythm.MONTHLY else 1
    if len(duty.by) != wanted or len(slots) != wanted:
        yield Diagnostic(
            E_CATALOGUE_DAY,
            Words(
                f"{rhythm.words.zh}公开的要写{wanted}个截止日期，各在一期里",
                f"what is published {rhythm.words.en} has {wanted} deadline(s), one in each period",
            ),
            _EXAMPLES[rhythm],
            origin.at("by") if duty.by else origin,
        )


_EXAMPLES = {
    Rhythm.MONTHLY: Words("写成 截止: 10 的样子", "write it like by: 10"),
    Rhythm.QUARTERLY: Words("写成 截止: [1-15, 4-15, 7-15, 10-15]", "write by: [1-15, 4-15, 7-15, 10-15]"),
    Rhythm.HALF_YEARLY: Words("写成 截止: [1-31, 7-31] 的样子", "write it like by: [1-31, 7-31]"),
    Rhythm.YEARLY: Words("写成 截止: 3-31 的样子", "write it like by: 3-31"),
}


def _foreign(duty: Duty, keys: dict[str, str], what: Words, origin: Origin) -> Iterator[Diagnostic]:
    """Fields that belong to the other sort of item."""
    for key, zh in keys.items():
        if getattr(duty, key) not in ("", (), None):
            yield at_odds(
                Words(f"{what.zh}不写“{zh}”", f"{what.en} has no “{key}”"),
                Words("去掉这一行，或改频次", "take it out, or change the rhythm"),
                origin.at(key),
            )


def _kinds(duty: Duty, origin: Origin) -> Iterator[Diagnostic]:
    written: list[tuple[str, Origin, tuple[str, ...]]] = [
        (name, origin.at("kinds", n), tuple(POSTED)) for n, name in enumerate(duty.kinds)
    ]
    if duty.after:
        written.append((duty.after, origin.at("after"), STARTS))
    for name, where, allowed in written:
        if kind_named(name) not in allowed:
            zh, en = "、".join(POSTED[kind] for kind in allowed), ", ".join(allowed)
            yield Diagnostic(
                E_CATALOGUE_KIND,
                Words(f"“{name}”不是这里可以写的记录种类", f"“{name}” is no kind that can stand here"),
                Words(f"可以写：{zh}", f"write one of: {en}"),
                where,
            )


def at_odds(message: Words, remedy: Words, origin: Origin) -> Diagnostic:
    """E-CATALOGUE: something is missing, or two parts contradict each other."""
    return Diagnostic(E_CATALOGUE, message, remedy, origin)
