"""Sources: the printed or written origin of facts, listed in `content/sources.yml` and cited by key."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.kind import Kind
from noticeboard.languages import Words
from noticeboard.records import Field, Record, Text, WhenField


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """One source; its id is the key by which records cite it."""

    title: Annotated[Text, Field("标题")]
    publisher: Annotated[Text, Field("发布者")] = ""
    date: Annotated[WhenField | None, Field("日期")] = None


def _title(source: Source) -> str:
    return source.title


KIND = Kind(
    name="source",
    folder="sources",
    words=Words("来源", "source"),
    record=Source,
    title=_title,
    anchor="sources",
    starter=Words(
        """\
- id: S1
  title: 写来源的名称，例如《某某通讯》第1期
  publisher: 写发布者
  date: 2026-01
""",
        """\
- id: S1
  title: Name of the source, such as “News of the compound”, no. 1
  publisher: Who published it
  date: 2026-01
""",
    ),
)
