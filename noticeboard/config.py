"""`content/site.yml`: the settings of a site and its root place."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noticeboard.diagnostics import Origin, Problem, code
from noticeboard.duty import CatalogueItem
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.procedure import Procedure
from noticeboard.records import (
    GIVEN,
    Channel,
    Choice,
    Day,
    Field,
    Flag,
    Markdown,
    Phone,
    Prepare,
    Privacy,
    Read,
    Text,
    Texts,
    choice,
    listed,
)
from noticeboard.values.suppressed import SMALLEST

E_SETTING = code("E-SETTING", "site.yml 里的设置不对", "a setting in site.yml is wrong")


class InterfaceLanguage(Choice):
    """The language of the words of the interface; content is not translated."""

    ZH = "zh-CN", "中文", "Chinese", ("zh",)
    EN = "en", "英文", "English"


class PrivacyChoice(Choice):
    """A policy for one field on one channel; a policy can only be stricter than the field's own."""

    PUBLIC = "public", "公开", "public"
    CONSENT = "consent", "须本人同意", "with consent"
    NEVER = "never", "不公开", "never"

    @property
    def privacy(self) -> Privacy:
        """The same as the declaration of a field writes it."""
        return Privacy(self.value)


@dataclass(frozen=True, kw_only=True)
class PrivacyRule:
    """A stricter policy for one personal field, on all channels or on those named."""

    field: Annotated[Text, Field("字段")]
    policy: Annotated[PrivacyChoice, choice(PrivacyChoice), Field("公开方式")]
    channels: Annotated[tuple[Annotated[Channel, choice(Channel)], ...], listed, Field("渠道")] = ()


@dataclass(frozen=True, kw_only=True)
class BoardSettings:
    """Which boards are made and on which sheets."""

    kinds: Annotated[Texts, Field("种类")] = ()
    sizes: Annotated[Texts, Field("尺寸")] = ()
    distance: Annotated[Text, Field("阅读距离")] = ""
    pdf: Annotated[Flag, Field("生成PDF")] = False
    emblem: Annotated[Flag, Field("徽标")] = False


@dataclass(frozen=True, kw_only=True)
class FontSettings:
    """Fonts that a site adds for the boards: TrueType files below the site's root."""

    extra: Annotated[Texts, Field("追加字体")] = ()


@dataclass(frozen=True, kw_only=True)
class CalendarYear:
    """Holidays and make-up working days of a year that the calendar does not know."""

    year: Annotated[Text, Field("年份")]
    holidays: Annotated[tuple[Day, ...], listed, Field("放假")] = ()
    working_days: Annotated[tuple[Day, ...], listed, Field("调休上班")] = ()


@dataclass(frozen=True, kw_only=True)
class SlipLabels:
    """What the four parts of a slip are called here; in some places residents 下单 and the branch 接单."""

    ordered: Annotated[Text, Field("点单")] = ""
    dispatched: Annotated[Text, Field("下单")] = ""
    accepted: Annotated[Text, Field("接单")] = ""
    rated: Annotated[Text, Field("评单")] = ""


def _smallest(value: object) -> int:
    text = str(value).strip()
    if not re.fullmatch(r"\d{1,4}", text) or int(text) < SMALLEST:
        raise Problem(
            E_SETTING,
            Words(
                f"“{text}”不行：少于几的数不公开，最低是{SMALLEST}",
                f"“{text}” cannot be: the smallest count that is told is {SMALLEST} or more",
            ),
            Words(
                f"写{SMALLEST}或更大的整数，或删去这一行",
                f"write a whole number from {SMALLEST}, or delete it",
            ),
        )
    return int(text)


@dataclass(frozen=True, kw_only=True)
class StatisticsSettings:
    """How statistics guard residents; a site can only be stricter than the program."""

    smallest: Annotated[int, Read(_smallest, _smallest), Field("最小数")] = SMALLEST
    """Counts of less than a compound (a building, a doorway, a grid) that are smaller are not told."""


def _years(value: object) -> object:
    if isinstance(value, dict):
        return tuple(
            {"year": year, **days} if isinstance(days, dict) else days for year, days in value.items()
        )
    return value


def _base_url(value: object) -> str:
    text = str(value).strip()
    if not _is_address(text):
        raise Problem(
            E_SETTING,
            Words(f"base_url“{text}”不是网址", f"base_url “{text}” is not an address"),
            Words("写成 https://example.org/ 的样子", "write it like https://example.org/"),
        )
    return text.rstrip("/") + "/"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna") and parts.hostname
    except ValueError:  # also what is no name of a host: two dots in a row
        return False
    extra = parts.query or parts.fragment or re.search(r'[\s<>"]', text)
    return parts.scheme in ("http", "https") and bool(host) and not extra


def _time_zone(value: object) -> str:
    name = str(value).strip()
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        raise Problem(
            E_SETTING,
            Words(f"没有“{name}”这个时区", f"there is no time zone “{name}”"),
            Words("写成 Asia/Shanghai 的样子", "write it like Asia/Shanghai"),
        ) from None
    return name


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a site and what its home page says."""

    title: Annotated[Text, Field("标题", "title")]
    base_url: Annotated[str, Read(_base_url, _base_url), Field("网址")] = ""
    language: Annotated[InterfaceLanguage, choice(InterfaceLanguage), Field("语言")] = InterfaceLanguage.ZH
    time_zone: Annotated[str, Read(_time_zone, _time_zone), Field("时区")] = "Asia/Shanghai"
    issuer: Annotated[Text, Field("发布单位")] = ""
    supervision_phone: Annotated[Phone, Field("监督电话")] = ""
    boards: Annotated[BoardSettings, Field("公示栏")] = BoardSettings()
    privacy: Annotated[tuple[PrivacyRule, ...], listed, Field("隐私")] = ()
    fonts: Annotated[FontSettings, Field("字体")] = FontSettings()
    calendar: Annotated[tuple[CalendarYear, ...], Prepare(_years), Field("日历")] = ()
    slips: Annotated[SlipLabels, Field("四联单名称")] = SlipLabels()
    statistics: Annotated[StatisticsSettings, Field("统计")] = StatisticsSettings()
    procedures: Annotated[tuple[Procedure, ...], listed, Field("决策程序")] = ()
    catalogue: Annotated[tuple[CatalogueItem, ...], listed, Field("公开事项目录")] = ()
    strict: Annotated[Flag, Field("严格")] = False
    source: Annotated[Texts, Field("来源")] = ()
    body: Annotated[Markdown, Field("正文")] = ""
    origin: Annotated[Origin, GIVEN] = field(default=Origin(), compare=False, repr=False)

    def duties_at(self, path: str) -> tuple[CatalogueItem, ...]:
        """The items of the catalogue that hold for the compound at `path`."""
        return tuple(item for item in self.catalogue if item.holds_at(path)) if self.catalogue else ()

    @property
    def words_in(self) -> Language:
        """The language of the interface as the program names it."""
        return "en" if self.language is InterfaceLanguage.EN else "zh"
