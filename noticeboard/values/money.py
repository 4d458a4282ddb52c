"""Amounts of money, exact to the fen, because residents add them up.

An amount is a whole number of fen and never negative. Text shortens to 万元 or 亿元 only where no digit
is lost; a hedged amount (约5000元) is refused, since a published account is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.values.number import (
    DIGITS,
    SCALE,
    SCALES,
    TOO_LONG,
    division_by_zero,
    grouped,
    half_width,
    is_too_long,
    quoted,
    scaled,
)

E_MONEY = code("E-MONEY", "金额写法不对", "an amount of money that cannot be read")

_ENGLISH_SCALES = {"million": 6, "billion": 9}
_AMOUNT = re.compile(
    rf"(?:人民币|RMB|CNY)?\s*¥?\s*(?P<minus>-|负)?\s*¥?\s*(?P<digits>{DIGITS})\s*"
    rf"(?P<scale>{SCALE}|million|billion)?\s*(?:元整?|圆整?|yuan|RMB)?",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"[余多约近±≥≤]|左右|上下|以上|至少|不少于|不超过")
_REMEDY = Words(
    "写成 62,800、3.50 或 120万 这样的数字，单位是元",
    "write a number in yuan such as 62,800, 3.50 or 120万",
)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in fen (1 yuan is 100 fen); negative amounts are a `ValueError`."""

    fen: int

    ZERO: ClassVar[Money]

    def __post_init__(self) -> None:
        if self.fen < 0:
            raise ValueError("an amount of money is never negative")

    def __reduce__(self) -> tuple[type[Money], tuple[int]]:
        """Pickled as its fen alone."""
        return Money, (self.fen,)

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def text(self, language: Language = "zh") -> str:
        """The amount as set on a page: `62,800元`, `3.50元`, `120万元`; `62,800 yuan`, `1.2 million yuan`.

        Shortened from 1,000,000 yuan on if it is a whole multiple of 1,000 yuan (亿元 and billion: of
        1,000,000 yuan), so that the short form is exact. Fen only if there are any.
        """
        yuan, fen = divmod(self.fen, 100)
        for least, step, power, unit in _SHORT_FORMS[language]:
            if fen == 0 and yuan >= least and yuan % step == 0:
                return f"{grouped(Decimal(f'{yuan}E-{power}').normalize(), 10_000)}{unit}"
        amount = f"{yuan:,}.{fen:02}" if fen else f"{yuan:,}"
        return amount + _unit(language)

    def exact(self, language: Language = "zh") -> str:
        """The amount to the fen: `1,200,000.00元`, for the title attribute."""
        return f"{self.fen // 100:,}.{self.fen % 100:02}{_unit(language)}"

    def data(self) -> str:
        """The amount for machines: `1200000.00`, in yuan."""
        return f"{self.fen // 100}.{self.fen % 100:02}"


Money.ZERO = Money(0)

_SHORT_FORMS: dict[Language, tuple[tuple[int, int, int, str], ...]] = {
    "zh": ((10**8, 10**6, 8, "亿元"), (10**6, 10**3, 4, "万元")),
    "en": ((10**9, 10**6, 9, " billion yuan"), (10**6, 10**3, 6, " million yuan")),
}
"""For each language: from how many yuan, multiples of how many yuan, the power of ten, the unit."""


def _unit(language: Language) -> str:
    return "元" if language == "zh" else " yuan"


def parse_money(text: str) -> Money:
    """The amount in `text`: `62,800`, `62800元`, `120万元`, `1.2亿元`, `3.50`, `¥20,000`.

    Full-width digits and marks are accepted. Raises `Problem` E-MONEY for a negative or hedged amount,
    for more than two decimals of yuan and for anything that is no amount.
    """
    match = _AMOUNT.fullmatch(half_width(text))
    if match is None:
        raise _unreadable(text)
    shown = quoted(text)
    if match["minus"]:
        raise Problem(
            E_MONEY,
            Words(f"金额不能是负数：{shown.zh}", f"an amount cannot be negative: {shown.en}"),
            Words(
                "写正数；退回、扣减的钱另写一条并说明",
                "write it positive; put money given back in an entry of its own",
            ),
        )
    scale = (match["scale"] or "").lower()
    fen = Fraction(scaled(match["digits"], (SCALES | _ENGLISH_SCALES | {"": 0})[scale])) * 100
    if fen.denominator != 1:
        raise Problem(
            E_MONEY,
            Words(
                f"金额精确到分，{shown.zh}的小数太多",
                f"an amount is exact to the fen: {shown.en} has more decimals",
            ),
            Words(
                "以元为单位，小数最多写两位，例如 3.50", "write at most two decimals of a yuan, such as 3.50"
            ),
        )
    return Money(int(fen))


def _unreadable(text: str) -> Problem:
    shown = quoted(text)
    if _HEDGE.search(text) and re.search(r"[0-9０-９]", text):
        return Problem(
            E_MONEY,
            Words(f"金额要写准确数，不能写约数：{shown.zh}", f"an amount is exact, never about: {shown.en}"),
            Words(
                "写准确金额；只知道约数的，用 figure（数字）记录",
                "write the exact amount; if only a rough one is known, use a figure",
            ),
        )
    if is_too_long(text):
        return Problem(
            E_MONEY, Words(f"金额太长：{shown.zh}", f"the amount is too long: {shown.en}"), TOO_LONG
        )
    return Problem(E_MONEY, Words(f"{shown.zh}不是金额", f"{shown.en} is not an amount of money"), _REMEDY)


def sum_money(amounts: Iterable[Money]) -> Money:
    """The sum of `amounts`, `Money.ZERO` if there are none."""
    return Money(sum(amount.fen for amount in amounts))


def per_unit(money: Money, count: int | Decimal) -> tuple[Money, bool]:
    """What one of `count` costs, rounded half even to the fen, and whether that is exact.

    Raises `Problem` E-NUMBER if `count` is zero, `ValueError` if it is negative.
    """
    if count == 0:
        raise division_by_zero()
    share = Fraction(money.fen) / Fraction(count)
    return Money(round(share)), share.denominator == 1
