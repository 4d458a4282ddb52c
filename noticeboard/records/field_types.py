"""The types that a field may have, and how the text of each is read: text, id, whole number, day, money, …

Values arrive as text, exactly as written in the file. What a text says is remembered: dates, states and counts repeat
all over a site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import methodcaller
from typing import Annotated, TypeVar

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.reading.names import RESERVED
from noticeboard.records.marks import Read, listed
from noticeboard.values.date_text import parse_day, parse_partial_date
from noticeboard.values.money import Money, parse_money
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import Period, parse_period
from noticeboard.values.quantity import Quantity, parse_quantity
from noticeboard.values.time_window import TimeWindow, parse_hours, parse_time_window

E_TEXT = code("E-TEXT", "这里应当是文字", "text is expected here")
E_WHOLE = code("E-WHOLE", "这里应当是整数", "a whole number is expected here")
E_FLAG = code("E-FLAG", "这里应当是“是”或“否”", "yes or no is expected here")
E_ID = code("E-ID", "编号写法不合规定", "an id is not written as it must be")
E_PHONE = code("E-PHONE", "电话号码写法不对", "a telephone number is not written as it must be")

Item = TypeVar("Item")

MOST_REMEMBERED = 4096
"""How many texts each type of field keeps with what they say."""


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if value is None:
        raise Problem(
            E_TEXT,
            Words("这一项是空的", "this item is empty"),
            Words("写上内容，或删去这一项", "write something, or delete the item"),
        )
    shape = Words("一组值", "a group of values")
    raise Problem(
        E_TEXT,
        Words(f"这里应当是一段文字，写成了{shape.zh}", f"text is expected here, found {shape.en}"),
        Words(
            "改成一行文字；如果文字里有冒号，用引号括起来",
            "write one text; quote it if it contains a colon",
        ),
    )


def _markdown(value: object) -> str:
    return value.strip("\n") if isinstance(value, str) else _text(value)


def from_text(parse: Callable[[str], Item]) -> Read:
    """How a type is read whose text `parse` reads, spaces at its ends removed; `Problem` where there is no text."""

    @lru_cache(MOST_REMEMBERED)
    def of_text(text: str) -> Item:
        return parse(text.strip())

    def read(value: object) -> Item:
        return of_text(value if isinstance(value, str) else _text(value))

    return Read(read, of_text)


def _whole(text: str) -> int:
    digits = text.replace(",", "").replace("，", "")
    if re.fullmatch(r"[-－−]\d+", digits):
        raise Problem(
            E_WHOLE,
            Words(f"这里不能是负数：“{text}”", f"a negative number cannot stand here: “{text}”"),
            Words("写 0 或正整数", "write 0 or more"),
        )
    if not re.fullmatch(r"\d{1,12}", digits):
        raise Problem(
            E_WHOLE,
            Words(f"“{text}”不是整数", f"“{text}” is not a whole number"),
            Words("只写数字，例如 12", "write digits only, such as 12"),
        )
    return int(digits)


_FLAGS = {
    "yes": True,
    "true": True,
    "是": True,
    "有": True,
    "no": False,
    "false": False,
    "否": False,
    "无": False,
}


def _flag(text: str) -> bool:
    try:
        return _FLAGS[text.lower()]
    except KeyError:
        raise Problem(
            E_FLAG,
            Words(f"“{text}”既不是“是”也不是“否”", f"“{text}” is neither yes nor no"),
            Words("写“是”或“否”（yes 或 no）", "write yes or no"),
        ) from None


_ID = re.compile(r"[\w][\w.-]{0,79}")


def parse_identifier(text: str) -> str:
    """An id in NFC; `Problem` E-ID for one that cannot be part of an address on every system."""
    text = unicodedata.normalize("NFC", text)
    if text.partition(".")[0].lower() in RESERVED:
        raise Problem(
            E_ID,
            Words(f"编号“{text}”是 Windows 的保留名", f"the id “{text}” is a reserved name on Windows"),
            Words(f"换一个编号，例如 {text}-1", f"choose another, such as {text}-1"),
        )
    if not _ID.fullmatch(text) or text.endswith("."):
        raise Problem(
            E_ID,
            Words(
                f"编号“{text}”含有不能用在网址里的字符",
                f"the id “{text}” has characters that no address can have",
            ),
            Words(
                "只用字母、汉字、数字、连字符和下划线",
                "use letters, Chinese characters, digits, - and _ only",
            ),
        )
    return text


_PHONE = re.compile(
    r"[0-9]{3,5}|(0\d{2,3}-?)?\d{4}-?\d{3,4}(-\d{1,5})?|400-?\d{3}-?\d{4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
)


def _phone(text: str) -> str:
    if not _PHONE.fullmatch(text):
        raise Problem(
            E_PHONE,
            Words(f"“{text}”不是电话号码", f"“{text}” is not a telephone number"),
            Words("写成 0371-12345678 或 12345 的样子", "write it like 0371-12345678 or 12345"),
        )
    return text


Text = Annotated[str, Read(_text, str.strip)]
"""One line of text, spaces at the ends removed."""
Markdown = Annotated[str, Read(_markdown, methodcaller("strip", "\n"))]
"""Text with Markdown marks; it becomes safe HTML when its page is rendered."""
Identifier = Annotated[str, from_text(parse_identifier)]
"""An id: letters, Chinese characters, digits, `-`, `_`, `.`; it becomes part of an address."""
Reference = Annotated[str, Read(_text, str.strip)]
"""`id`, `kind/id` or `/place/path#kind/id`; resolved by `checking.references`."""
Whole = Annotated[int, from_text(_whole)]
Flag = Annotated[bool, from_text(_flag)]
Phone = Annotated[str, from_text(_phone)]
Day = Annotated[date, from_text(parse_day)]
WhenField = Annotated[PartialDate, from_text(parse_partial_date)]
PeriodField = Annotated[Period, from_text(parse_period)]
MoneyField = Annotated[Money, from_text(parse_money)]
QuantityField = Annotated[Quantity, from_text(parse_quantity)]
TimeWindowField = Annotated[TimeWindow, from_text(parse_time_window)]
Hours = Annotated[int, from_text(parse_hours)]
"""A length of time, in minutes."""
Texts = Annotated[tuple[Text, ...], listed]
"""Several texts; one alone may be written without a list."""
References = Annotated[tuple[Reference, ...], listed]
PlacePaths = Annotated[tuple[Text, ...], listed]
"""Folder paths of places, from the site's root with `/` in front, or below the place of the record."""
