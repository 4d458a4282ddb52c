"""What every record has, whatever its kind, and what a person agreed to publish.

File and key path ride along in `origin` and take no part in equality, so a record that moved a line down is
still the same record.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated

from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.records.choices import Choice, choice
from noticeboard.records.field_types import Day, Flag, Identifier, Markdown, PlacePaths, Text, Texts
from noticeboard.records.marks import GIVEN, Field, listed


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


class Channel(Choice):
    """Where something is shown: boards on the wall, web pages, public screens, open data."""

    WALL = "wall", "公示栏", "board"
    WEB = "web", "网页", "page"
    SCREEN = "screen", "大屏", "public screen"
    DATA = "data", "开放数据", "open data"


Channels = Annotated[tuple[Annotated[Channel, choice(Channel)], ...], listed]


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What a person agreed to publish, on which channels, until when."""

    name: Annotated[Channels, Field("姓名")] = ()
    portrait: Annotated[Channels, Field("照片")] = ()
    skills: Annotated[Channels, Field("特长")] = ()
    until: Annotated[Day | None, Field("有效期至")] = None
