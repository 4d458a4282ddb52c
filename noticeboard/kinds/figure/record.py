"""The fields of a figure, and what is wrong with one by itself.

References are those of records (`id`, `/place/path#id`) or a number of a place itself
(`/place/path#households`, `#area`, `#building_count`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.kind import Mention
from noticeboard.languages import Words
from noticeboard.records import Field, Flag, QuantityField, Record, Reference, References, Text, WhenField

PLACE_NUMBERS = {
    "households": Words("户数", "households"),
    "area": Words("建筑面积", "floor area"),
    "building_count": Words("楼栋数", "buildings"),
}

E_FIGURE = code("E-FIGURE", "数字的来历没有写清楚", "a figure must say once where its number comes from")


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
    key: Annotated[Flag, Field("要点")] = False
    parts: Annotated[References, Field("分项")] = ()
    sum: Annotated[References, Field("合计")] = ()
    ratio: Annotated[Division | None, Field("占比")] = None
    per: Annotated[Division | None, Field("平均")] = None
    product: Annotated[References, Field("相乘")] = ()


def _origins(figure: Figure) -> list[str]:
    written = {
        "value": figure.value is not None,
        "sum": bool(figure.sum),
        "ratio": figure.ratio is not None,
        "per": figure.per is not None,
        "product": bool(figure.product),
    }
    return [name for name, present in written.items() if present]


def references_of(figure: Figure) -> Iterator[Mention]:
    """The operands and parts of a figure."""
    for key, references in (("sum", figure.sum), ("product", figure.product), ("parts", figure.parts)):
        for number, reference in enumerate(references):
            yield Mention(reference, (key, number), ("figure",))
    for key, division in (("ratio", figure.ratio), ("per", figure.per)):
        if division is not None:
            yield Mention(division.of, (key, "of"), ("figure",))
            yield Mention(division.to, (key, "to"), ("figure",))


def check(figure: Figure) -> Iterator[Diagnostic]:
    """E-FIGURE unless exactly one of value, sum, ratio, per, product is written."""
    written = _origins(figure)
    if len(written) != 1:
        named = Words("、".join(written) or "都没有", ", ".join(written) or "none")
        yield Diagnostic(
            E_FIGURE,
            Words(
                f"value、sum、ratio、per、product 要正好写一个，这里是：{named.zh}",
                f"exactly one of value, sum, ratio, per, product is needed, here: {named.en}",
            ),
            Words(
                "来源给出的数写 value；计算得出的写 sum、ratio、per 或 product",
                "value for a number that the source gives; sum, ratio, per or product for a computed one",
            ),
            figure.origin.at(written[1] if len(written) > 1 else "title"),
        )
