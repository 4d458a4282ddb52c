"""Values of the wrong shape, and of types that only pydantic knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from written_site import SITE, check_site, lines

from noticeboard.diagnostics import Origin
from noticeboard.reading.decode import decode
from noticeboard.records import Field


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A record with a field that pydantic itself reads."""

    number: Annotated[int, Field("数")]


def test_a_text_where_a_list_of_years_is_expected(tmp_path: Path) -> None:
    found = lines(check_site(tmp_path, {"site.yml": f"{SITE}calendar: 明年\n"}))
    assert found == ["site.yml:3:11 E-LIST 这里应当是一个列表 → 每项一行，前面写“- ”"]


def test_what_pydantic_refuses_is_told_at_its_field() -> None:
    record, (found,) = decode({"数": "一"}, Counter, Origin("content/counters.yml"))
    assert (record, found.code, found.origin.path) == (None, "E-VALUE", ("number",))
