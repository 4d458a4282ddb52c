"""The central types: what a record is, how a field is declared, which types a field may have.

A kind declares its record as a frozen dataclass whose fields are `Annotated[type, Field(...)]`: the Chinese
name, who may see it, a line of help. From that one declaration come the keys that YAML accepts (English or
Chinese), the messages, the privacy of the field and, later, the schema and the headers of spreadsheets.
Values arrive here as text, exactly as written in the file; each field type says how that text is read.

File and key path ride along in `origin` and take no part in equality, so a record that moved a line down is
still the same record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import methodcaller
from typing import Annotated, Any, NamedTuple, TypeVar

from noticeboard.diagnostics import Origin, Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.reading.names import RESERVED
from noticeboard.values.date_text import parse_day, parse_partial_date
from noticeboard.values.money import Money, parse_money
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import Period, parse_period
from noticeboard.values.quantity import Quantity, parse_quantity
from noticeboard.values.time_window import TimeWindow, parse_hours, parse_time_window

E_TEXT = code("E-TEXT", "这里应当是文字", "text is expected here")
E_WHOLE = code("E-WHOLE", "这里应当是整数", "a whole number is expected here")
E_FLAG = code("E-FLAG", "这里应当是“是”或“否”", "yes or no is expected here")
E_CHOICE = code("E-CHOICE", "不在可选的值之中", "not one of the values to choose from")
E_ID = code("E-ID", "编号写法不合规定", "an id is not written as it must be")
E_PHONE = code("E-PHONE", "电话号码写法不对", "a telephone number is not written as it must be")


class Privacy(StrEnum):
    """Who may see a personal field: everybody, whoever the person agreed to, nobody."""

    PUBLIC = "public"
    CONSENT = "consent"
    NEVER = "never"


@dataclass(frozen=True)
class Field:
    """The declaration of one field: its Chinese name, its English label, who may see it, one line of help."""

    zh: str
    en: str = ""
    privacy: Privacy = Privacy.PUBLIC
    public_if: Callable[[Any, Any], bool] | None = None
    """For `consent` fields: given the person and its record, whether the field is public all the same."""
    help: Words | None = None
    personal: bool = False
    """Of a public field: whether it speaks of a person, so that a site may withhold it (`privacy` in site.yml)."""
    like: tuple[str, ...] = ()
    """Fields that say the same of the same persons (`volunteer.name`): what a site rules of them holds here too."""

    @property
    def is_personal(self) -> bool:
        """Whether the field speaks of a person."""
        return self.personal or self.privacy is not Privacy.PUBLIC


class Read(NamedTuple):
    """Says how the value of a field is read from what stands in a file; `Problem` where it cannot be."""

    function: Callable[[object], object]
    of_text: Callable[[Any], object]
    """The same for what is known to be text, which spares nearly every value a call or two."""


class Prepare(NamedTuple):
    """Says what is done to what stands in a file before its parts are read."""

    function: Callable[[object], object]


GIVEN = "given"
"""Marks a field that no file can write: the program gives it, and it is taken as it is."""


class Choice(StrEnum):
    """An enumeration whose members carry their words; written `NAME = "value", "中文", "English"`."""

    words: Words
    also: tuple[str, ...]

    def __new__(cls, value: str, zh: str, en: str, also: tuple[str, ...] = ()) -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = Words(zh, en)
        member.also = also
        return member


class Channel(Choice):
    """Where something is shown: boards on the wall, web pages, public screens, open data."""

    WALL = "wall", "公示栏", "board"
    WEB = "web", "网页", "page"
    SCREEN = "screen", "大屏", "public screen"
    DATA = "data", "开放数据", "open data"


AnyChoice = TypeVar("AnyChoice", bound=Choice)
Item = TypeVar("Item")

MOST_REMEMBERED = 4096
"""How many texts each type of field keeps with what they say: dates, states and counts repeat all over a site."""


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


def _from_text(parse: Callable[[str], Item]) -> Read:
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


def choice(values: type[AnyChoice], *, without: tuple[Choice, ...] = ()) -> Read:
    """The validator of a field that takes one of `values`, by its key, Chinese or English word."""
    spellings: dict[str, AnyChoice] = {}
    members = [member for member in values if member not in without]
    for member in members:
        for spelling in (member.value, member.words.zh, member.words.en, *member.also):
            spellings[spelling.lower()] = member
    listed = Words(
        "、".join(f"{m.value}（{m.words.zh}）" if m.value != m.words.zh else m.value for m in members),
        ", ".join(m.value for m in members),
    )

    def parse(text: str) -> AnyChoice:
        try:
            return spellings[text.lower()]
        except KeyError:
            raise Problem(
                E_CHOICE,
                Words(f"“{text}”不是这里可以写的值", f"“{text}” is not a value for this field"),
                Words(f"可以写：{listed.zh}", f"write one of: {listed.en}"),
            ) from None

    return _from_text(parse)


def _as_tuple(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


listed = Prepare(_as_tuple)
"""For a tuple (`Annotated[tuple[Item, ...], listed, Field(...)]`): one alone needs no list."""
Text = Annotated[str, Read(_text, str.strip)]
"""One line of text, spaces at the ends removed."""
Markdown = Annotated[str, Read(_markdown, methodcaller("strip", "\n"))]
"""Text with Markdown marks; it becomes safe HTML when its page is rendered."""
Identifier = Annotated[str, _from_text(parse_identifier)]
"""An id: letters, Chinese characters, digits, `-`, `_`, `.`; it becomes part of an address."""
Reference = Annotated[str, Read(_text, str.strip)]
"""`id`, `kind/id` or `/place/path#kind/id`; resolved by `checking.references`."""
Whole = Annotated[int, _from_text(_whole)]
Flag = Annotated[bool, _from_text(_flag)]
Phone = Annotated[str, _from_text(_phone)]
Day = Annotated[date, _from_text(parse_day)]
WhenField = Annotated[PartialDate, _from_text(parse_partial_date)]
PeriodField = Annotated[Period, _from_text(parse_period)]
MoneyField = Annotated[Money, _from_text(parse_money)]
QuantityField = Annotated[Quantity, _from_text(parse_quantity)]
TimeWindowField = Annotated[TimeWindow, _from_text(parse_time_window)]
Hours = Annotated[int, _from_text(parse_hours)]
"""A length of time, in minutes."""
Texts = Annotated[tuple[Text, ...], listed]
"""Several texts; one alone may be written without a list."""
References = Annotated[tuple[Reference, ...], listed]
PlacePaths = Annotated[tuple[Text, ...], listed]
"""Folder paths of places, from the site's root with `/` in front, or below the place of the record."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has, whatever its kind."""

    id: Annotated[Identifier, Field("编号")] = ""
    source: Annotated[Texts, Field("来源")] = ()
    places: Annotated[PlacePaths, Field("涉及地点")] = ()
    was: Annotated[Texts, Field("曾用编号")] = ()
    draft: Annotated[Flag, Field("草稿")] = False
    note: Annotated[Text, Field("备注")] = ""
    body: Annotated[Markdown, Field("正文")] = ""
    origin: Annotated[Origin, GIVEN] = field(default=Origin(), compare=False, repr=False)
    incomplete: bool = field(default=False, compare=False, repr=False)
    """Whether fields with errors were left out; such a record can be referred to, but is never planned."""


Channels = Annotated[tuple[Annotated[Channel, choice(Channel)], ...], listed]


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What a person agreed to publish, on which channels, until when."""

    name: Annotated[Channels, Field("姓名")] = ()
    portrait: Annotated[Channels, Field("照片")] = ()
    skills: Annotated[Channels, Field("特长")] = ()
    until: Annotated[Day | None, Field("有效期至")] = None
