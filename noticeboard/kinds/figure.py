"""Figures: numbers as a source states them, with hedge, unit, base and date, or derived from others.

    Figure + its operands ─ compute ▶ Computed (number, base, operands, notes) ─▶ rows of the panel

A derived figure names its operands; the number is computed here and shown with them, never typed.
References are those of records (`id`, `/place/path#id`) or a number of a place itself
(`/place/path#households`, `#area`, `#building_count`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kind import KeyFigure, Kind, Locality, Mention, Panel, Records, SourceLine, Summary
from noticeboard.languages import Language, Words
from noticeboard.page import relative
from noticeboard.records import Field, Flag, QuantityField, Record, Reference, References, Text, WhenField
from noticeboard.values import ratio as ratios
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge, Quantity, may_equal, states_more, sum_quantities

PLACE_NUMBERS = {
    "households": Words("户数", "households"),
    "area": Words("建筑面积", "floor area"),
    "building_count": Words("楼栋数", "buildings"),
}

E_FIGURE = code("E-FIGURE", "数字的来历没有写清楚", "a figure must say once where its number comes from")
W_PARTS = code("W-PARTS", "分项与总数不符", "parts that do not make the whole")
N_MEASURE = code("N-MEASURE", "来源的数与登记的数不同", "a stated figure differs from what is counted")
N_PARTS = code("N-PARTS", "总数的说法比分项多", "a whole that says more than its parts")


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


@dataclass(frozen=True)
class Operand:
    """A number that another one is computed from: what it is, how it reads, where it stands."""

    title: str
    number: Quantity
    unit: str
    url: str


@dataclass(frozen=True)
class Computed:
    """A figure with its number: as text with hedge, and as a number that others can be computed from."""

    number: Quantity | ratios.Ratio
    base: str = ""
    sign: str = ""
    operands: tuple[Operand, ...] = ()
    notes: tuple[Words, ...] = ()
    warning: Diagnostic | None = None

    def text(self, language: Language) -> str:
        """The number with its hedge: `1500余`, `98.5%`, `约128`."""
        return self.number.text(language)

    @property
    def quantity(self) -> Quantity | None:
        """The number for further computing; a rate is the end of the line."""
        return self.number if isinstance(self.number, Quantity) else None


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


def compute(figure: Figure, operands: Mapping[str, Operand]) -> Computed:
    """The number of a figure from its operands, by reference; `Problem` for a division by zero."""
    if figure.sum:
        terms = tuple(operands[reference] for reference in figure.sum)
        total = sum_quantities([term.number for term in terms])
        return Computed(total, sign="+", operands=terms)
    if figure.product:
        factors = tuple(operands[reference] for reference in figure.product)
        return Computed(ratios.product([factor.number for factor in factors]), sign="×", operands=factors)
    if figure.ratio is not None:
        part, whole = operands[figure.ratio.of], operands[figure.ratio.to]
        base = f"{part.number.text()}／{whole.number.text()}"
        return Computed(ratios.ratio(part.number, whole.number), base, "÷", (part, whole))
    if figure.per is not None:
        amount, count = operands[figure.per.of], operands[figure.per.to]
        return Computed(ratios.per(amount.number, count.number), "", "÷", (amount, count))
    assert figure.value is not None  # the rule E-FIGURE has been checked
    return _stated(figure, figure.value, operands)


def _stated(figure: Figure, value: Quantity, operands: Mapping[str, Operand]) -> Computed:
    if not figure.parts:
        return Computed(value)
    made = sum_quantities([operands[reference].number for reference in figure.parts])
    zh = f"分项合计{made.text('zh')}{figure.unit}，总数写作{value.text('zh')}{figure.unit}"
    en = f"the parts make {made.text('en')}, the whole is given as {value.text('en')}"
    note = Words(zh, en)
    where = figure.origin.at("value")
    if not may_equal(made, value):
        remedy = Words(
            "核对来源；确实如此就保留，页面会注明", "check the source; if it says so, the page says so too"
        )
        return Computed(value, notes=(note,), warning=Diagnostic(W_PARTS, note, remedy, where))
    if states_more(value, made):
        remedy = Words("不用改：页面会注明", "nothing to do: the page says so")
        return Computed(value, notes=(note,), warning=Diagnostic(N_PARTS, note, remedy, where))
    return Computed(value)


def counted_note(figure: Figure, summary: Summary) -> tuple[Words, ...]:
    """What to say where a stated figure measures what is also counted here, and the two differ."""
    counted = summary.count(figure.measure) if figure.measure else 0
    if not counted or figure.value is None or may_equal(figure.value, Quantity(Decimal(counted))):
        return ()
    stated = figure.value
    return (
        Words(
            f"来源写{stated.text('zh')}{figure.unit}，本站已登记{counted}{figure.unit}",
            f"the source says {stated.text('en')}, {counted} are recorded here",
        ),
    )


def measures(records: Records, summary: Summary) -> Iterator[Diagnostic]:
    """A note for each stated figure of a place that differs from what is counted there."""
    for figure in records.of(Figure):
        for words in counted_note(figure, summary):
            remedy = Words(
                "补齐记录，或保留：页面会注明", "add the missing records, or keep it: the page says so"
            )
            yield Diagnostic(N_MEASURE, words, remedy, figure.origin.at("value"))


@dataclass(frozen=True)
class OperandRow:
    """An operand as the panel shows it."""

    title: str
    text: str
    unit: str
    href: str


@dataclass(frozen=True)
class FigureRow:
    """A figure as the panel shows it."""

    id: str
    label: str
    value: str
    unit: str
    base: str
    as_of: str
    href: str
    note: str
    sign: str
    operands: tuple[OperandRow, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    derived: bool


@dataclass(frozen=True)
class FigureGroup:
    """Figures under one heading, and their sources when they share them."""

    title: str
    rows: tuple[FigureRow, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class FiguresView:
    """The panel of figures of a place."""

    title: str
    groups: tuple[FigureGroup, ...]


ANCHOR = "figure-"
PANEL_TITLE = Words("数据", "Figures")
DERIVED = Words("推算", "derived")
COMPUTED = Words("计算得出", "computed")
REPORTED = Words("据来源报告", "as reported by the source")


def _check(figure: Figure) -> Iterator[Diagnostic]:
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


def _row(locality: Locality, figure: Figure, computed: Computed) -> FigureRow:
    page, language = locality.records.url, locality.language
    number = computed.number
    note = _note(figure, computed)
    return FigureRow(
        id=f"{ANCHOR}{figure.id}" if figure.id else "",
        label=figure.title,
        value=computed.text(language),
        unit=figure.unit,
        base=figure.base or computed.base,
        as_of=figure.as_of.text(language) if figure.as_of else "",
        href="",
        note=note.to(language) if note else "",
        sign=computed.sign,
        operands=tuple(
            OperandRow(each.title, each.number.text(language), each.unit, relative(page, each.url))
            for each in computed.operands
        ),
        notes=(
            *(words.to(language) for words in computed.notes),
            *(words.to(language) for words in counted_note(figure, locality.summary)),
            *((figure.note,) if figure.note else ()),
        ),
        sources=locality.cited(figure, page),
        derived=bool(computed.operands) and isinstance(number, Quantity),
    )


def _note(figure: Figure, computed: Computed) -> Words | None:
    if figure.reported:
        return REPORTED
    if not computed.operands:
        return None
    number = computed.number
    hedged = number.hedge is not Hedge.EXACT if isinstance(number, Quantity) else number.approximate
    return DERIVED if hedged else COMPUTED


def _panels(locality: Locality) -> Iterator[Panel]:
    known = dict(locality.context.figures)
    rows: dict[str, list[FigureRow]] = {}
    for figure in locality.records.of(Figure):
        key = figure.id or f"{figure.origin.file}:{figure.origin.path}"
        rows.setdefault(figure.group, []).append(_row(locality, figure, known[key]))
    if rows:
        groups = tuple(_group(title, tuple(group)) for title, group in rows.items())
        yield Panel(80, "panels/figures.html", FiguresView(locality.words(PANEL_TITLE), groups))


def _group(title: str, rows: tuple[FigureRow, ...]) -> FigureGroup:
    cited = {row.sources for row in rows}
    return FigureGroup(title, rows, rows[0].sources if len(cited) == 1 else ())


def _key_figures(locality: Locality) -> Iterator[KeyFigure]:
    known = dict(locality.context.figures)
    for number, figure in enumerate(locality.records.of(Figure)):
        if figure.key and figure.id:
            row = _row(locality, figure, known[figure.id])
            yield KeyFigure(
                number, row.label, row.value, row.unit, row.base, row.as_of, f"#{row.id}", row.note
            )


def _as_of(figure: Figure) -> PartialDate | None:
    return figure.as_of


def _title(figure: Figure) -> str:
    return figure.title


KIND = Kind(
    name="figure",
    folder="figures",
    words=Words("数据", "figure"),
    record=Figure,
    title=_title,
    anchor_prefix=ANCHOR,
    check=_check,
    mentions=references_of,
    as_of=_as_of,
    panels=_panels,
    key_figures=_key_figures,
    starter=Words(
        "- id: households\n  title: 受益户数\n  value: 约120\n  unit: 户\n  as_of: 2026-01-01\n",
        "- id: households\n  title: Households served\n  value: 120\n  as_of: 2026-01-01\n",
    ),
)
