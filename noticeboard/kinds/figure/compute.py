"""The number of a figure: stated, or computed from its operands and never typed.

    Figure + its operands ─ compute ▶ Computed (number, base, operands, notes)

Counted beats stated, but a printed figure is shown as reported: where both exist and differ, the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kinds.figure.record import Figure
from noticeboard.kinds.reconcile import Reconciled, parts_against_whole, stated_against_counted
from noticeboard.languages import Language, Words
from noticeboard.locality import Records
from noticeboard.summary import Summary
from noticeboard.values import ratio as ratios
from noticeboard.values.quantity import Quantity, sum_quantities


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
    parts = [operands[reference].number for reference in figure.parts]
    found = parts_against_whole(parts, value, figure.unit)
    if found is None:
        return Computed(value)
    return Computed(value, notes=(found.note,), warning=found.diagnostic(figure.origin.at("value")))


def counted_note(figure: Figure, summary: Summary) -> tuple[Reconciled, ...]:
    """What to say where a stated figure measures what is also counted here, and the two differ."""
    counted = summary.count(figure.measure) if figure.measure else 0
    if not counted or figure.value is None:
        return ()
    found = stated_against_counted(figure.value, Quantity(Decimal(counted)), figure.unit)
    return (found,) if found else ()


def measures(records: Records, summary: Summary) -> Iterator[Diagnostic]:
    """A note for each stated figure of a place that differs from what is counted there."""
    for figure in records.of(Figure):
        for found in counted_note(figure, summary):
            yield found.diagnostic(figure.origin.at("value"))
