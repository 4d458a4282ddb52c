"""The fields of a micro-wish (微心愿) and its rules; whether it has come true by a day, and how long that took.

Whoever wishes is never named: there is no field for it, and texts that name a resident or a flat are refused.
Numbers are given in order, so that a gap shows a wish that was lost. A date to come is no realization.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.numbered import last_numbered, missing, repeated
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.records import Field, Record, Text, WhenField, Whole
from noticeboard.values.partial_date import PartialDate

E_WISH_NUMBER = code("E-WISH-NUMBER", "微心愿的编号重复", "two wishes with one number")
N_WISH_GAP = code("N-WISH-GAP", "微心愿的编号有缺", "a gap in the numbers of wishes")
E_WISH_ORDER = code("E-WISH-ORDER", "微心愿的实现早于征集", "a wish that came true before it was made")
E_WISH_HELPER = code(
    "E-WISH-HELPER", "实现了的微心愿没有写谁帮忙", "a wish that came true with nobody's help"
)


@dataclass(frozen=True, kw_only=True)
class Wish(Record):
    """One wish; nobody is named."""

    number: Annotated[Whole, Field("序号")]
    what: Annotated[Text, Field("心愿")]
    origin_of: Annotated[Text, Field("征集途径", "came up through")] = ""
    made: Annotated[WhenField | None, Field("征集")] = None
    plan: Annotated[Text, Field("打算")] = ""
    helper: Annotated[Text, Field("认领")] = ""
    """An organization, a unit, a team; of a person no more than the office."""
    realized: Annotated[WhenField | None, Field("实现")] = None


def is_realized(wish: Wish, today: date) -> bool:
    """Whether it has come true by `today`."""
    return wish.realized is not None and wish.realized.first <= today


def days_taken(wishes: Sequence[Wish], today: date) -> tuple[int, ...]:
    """The days from wish to realization of all that state both to the day, ascending."""
    known = (w for w in wishes if is_realized(w, today) and w.made and w.realized)
    return tuple(
        sorted(
            (w.realized.first - w.made.first).days
            for w in known
            if w.made and w.realized and w.made.first == w.made.last and w.realized.first == w.realized.last
        )
    )


def dates(wish: Wish) -> tuple[PartialDate, ...]:
    """When it was made and when it came true."""
    return tuple(when for when in (wish.made, wish.realized) if when)


def check(wish: Wish) -> Iterator[Diagnostic]:
    """What is wrong with one wish."""
    yield from nameless(
        (((key,), getattr(wish, key)) for key in ("what", "plan", "helper", "note", "body")), wish.origin
    )
    if wish.made and wish.realized and wish.realized.last < wish.made.first:
        yield Diagnostic(
            E_WISH_ORDER,
            Words(
                f"实现（{wish.realized.text('zh')}）早于征集（{wish.made.text('zh')}）",
                f"it came true ({wish.realized.text('en')}) before it was made ({wish.made.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            wish.origin.at("realized"),
        )
    if wish.realized and not wish.helper:
        yield Diagnostic(
            E_WISH_HELPER,
            Words(
                f"{wish.number}号心愿写了实现，没有写谁认领",
                f"wish {wish.number} came true, and helper is empty",
            ),
            Words(
                "加一行 认领: …（写单位、队伍或职务）", "add a line helper: … (a unit, a team or an office)"
            ),
            wish.origin.at("realized"),
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Numbers that stand twice, and gaps between the first and the last."""
    wishes = records.of(Wish)
    for wish in repeated(wishes):
        yield Diagnostic(
            E_WISH_NUMBER,
            Words(f"序号{wish.number}用了两次", f"the number {wish.number} stands twice"),
            Words("给后一个换一个没用过的序号", "give the later one a number of its own"),
            wish.origin.at("number"),
        )
    gap = missing(wishes)
    if gap:
        yield Diagnostic(
            N_WISH_GAP,
            Words(f"微心愿的序号缺{gap.zh}", f"numbers of wishes are missing: {gap.en}"),
            Words(
                "补上缺的心愿；作废的写一条并在备注里说明",
                "add them; of one that was withdrawn say so in its note",
            ),
            last_numbered(wishes).origin.at("number"),
        )
