"""Figures: numbers as a source states them, with hedge, unit, base and date, or derived from others.

A derived figure names its operands; the number is computed and shown with them. References are those of
records (`id`, `/place/path#id`) or a number of a place itself (`/place/path#households`, `#area`,
`#building_count`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from noticeboard.records import Field, Flag, QuantityField, Record, Reference, References, Text, WhenField


@dataclass(frozen=True, kw_only=True)
class Division:
    """Two operands: a part of a whole, or something per something."""

    of: Annotated[Reference, Field("分子")]
    to: Annotated[Reference, Field("分母")]


@dataclass(frozen=True, kw_only=True)
class Figure(Record):
    """One figure; exactly one of value, sum, ratio, per, product says where the number comes from."""

    title: Annotated[Text, Field("标题")]
    group: Annotated[Text, Field("分组")] = ""
    value: Annotated[QuantityField | None, Field("数值")] = None
    unit: Annotated[Text, Field("单位")] = ""
    base: Annotated[Text, Field("基数")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None
    measure: Annotated[Text, Field("统计口径")] = ""
    reported: Annotated[Flag, Field("据报")] = False
    parts: Annotated[References, Field("分项")] = ()
    sum: Annotated[References, Field("合计")] = ()
    ratio: Annotated[Division | None, Field("占比")] = None
    per: Annotated[Division | None, Field("平均")] = None
    product: Annotated[References, Field("相乘")] = ()
