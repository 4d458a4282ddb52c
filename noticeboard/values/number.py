"""Plain numbers as people type them: full-width digits, thousands separators, 万 and 亿.

Every other parser of this package reads its digits through here, so that `１，５００` and `1,500` are the
same number in all of them. A leading zero is refused: `010` is an area code or a slip, never ten. No
float may enter: text becomes `Decimal`, arithmetic is done in `Fraction`.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

E_NUMBER = code("E-NUMBER", "数字写法不对，或算不出来", "a number that cannot be read, or a division by zero")

DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,8})?"
"""Pattern of one non-negative number: up to 15 digits before the point, 8 after it."""

SCALES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
"""The powers of ten that Chinese text writes after a number."""

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))

_HALF_WIDTH = {0xFEE0 + ascii_code: ascii_code for ascii_code in range(0x21, 0x7F)} | {
    0x3000: " ",
    0x2212: "-",
    0xFFE5: "¥",
}
_LONGEST_QUOTE = 40


def half_width(text: str) -> str:
    """`text` with full-width digits and marks as ASCII (`％` as `%`, `￥` as `¥`) and single spaces.

    Runs of white space become one space, so that no pattern here can be slow on a hostile text.
    """
    return " ".join(text.translate(_HALF_WIDTH).split())


def quoted(text: str) -> Words:
    """`text` in the quotation marks of both languages, cut to 40 characters, for use in a message."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return Words(f"「{short}」", f"“{short}”")


def is_too_long(text: str) -> bool:
    """Whether `text` holds a plain number that is refused for its length alone."""
    number = re.search(r"[0-9]+(?:\.[0-9]+)?", half_width(text).replace(",", ""))
    before, _, after = number[0].partition(".") if number else ("", "", "")
    return len(before) > 15 or len(after) > 8


TOO_LONG = Words(
    "最多写15位整数、8位小数；更大的数以万或亿为单位",
    "write at most 15 digits before the point and 8 after it",
)


def scaled(digits: str, power: int = 0) -> Decimal:
    """The exact number that `digits` (matching `DIGITS`) times ten to the `power` makes."""
    return Decimal(f"{digits.replace(',', '')}E{power}")


def rounded(number: Fraction, places: int) -> Decimal:
    """`number` (not negative) rounded half up to `places` decimals."""
    units = math.floor(number * 10**places + Fraction(1, 2))
    return Decimal(f"{units}E-{places}")


def parse_number(text: str) -> Decimal:
    """The number in `text`: `173,500`, `0.2`, `1.5万`; raises `Problem` E-NUMBER for anything else."""
    match = re.fullmatch(rf"(?P<digits>{DIGITS})\s*(?P<scale>{SCALE})?", half_width(text))
    if match is None:
        raise Problem(
            E_NUMBER,
            Words(f"{quoted(text).zh}不是数字", f"{quoted(text).en} is not a number"),
            Words("只写阿拉伯数字，例如 120 或 1,540", "write digits only, such as 120 or 1,540"),
        )
    return Decimal(format(scaled(match["digits"], SCALES.get(match["scale"], 0)), "f"))


def parse_count(text: str) -> int:
    """The whole number in `text`: `120`, `1,540`, `2万`; raises `Problem` E-NUMBER for anything else."""
    number = parse_number(text)
    if number != number.to_integral_value():
        raise Problem(
            E_NUMBER,
            Words(f"{quoted(text).zh}不是整数", f"{quoted(text).en} is not a whole number"),
            Words(
                "这里数的是个数，请写整数，例如 120", "this counts things: write a whole number, such as 120"
            ),
        )
    return int(number)


def grouped(number: Decimal, least: int) -> str:
    """`number` in plain digits, with thousands separators from `least` upwards."""
    return f"{number:,f}" if abs(number) >= least else f"{number:f}"


def division_by_zero() -> Problem:
    """The problem of a rate or an average whose base is zero."""
    return Problem(
        E_NUMBER,
        Words("除数是 0，算不出来", "the divisor is 0: there is nothing to compute"),
        Words("改正基数，或删去这个数字", "correct the base, or leave this figure out"),
    )
