"""All figures of the site computed, operands before the figures that use them.

    Records of every place + Index ─ compute_figures ▶ number of every figure + Diagnostics

A figure that needs itself, however far round, is an error that names the way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from noticeboard.checking.references import Index
from noticeboard.diagnostics import Diagnostic, Problem, code
from noticeboard.kinds.figure import PLACE_NUMBERS, Computed, Figure, Operand, compute, references_of
from noticeboard.languages import Words
from noticeboard.locality import Records, Target
from noticeboard.values.quantity import Quantity

E_CYCLE = code("E-FIGURE-CYCLE", "互相引用成了一个圈", "references that go round in a circle")
E_NO_NUMBER = code(
    "E-NO-NUMBER", "引用的地方没有这个数", "a place that does not state the number referred to"
)

Key = tuple[str, str]
"""Path of the place and id of the figure, or file and key path for a figure without id."""


def figure_key(figure: Figure) -> str:
    """The name of a figure within its place: its id, or where it stands for one that nothing refers to."""
    return figure.id or f"{figure.origin.file}:{figure.origin.path}"


@dataclass
class _Evaluation:
    index: Index
    records: dict[str, Records]
    figures: dict[Key, Figure]
    computed: dict[Key, Computed | None]
    diagnostics: list[Diagnostic]

    def evaluate(self, start: Key) -> None:
        """Compute a figure after all that it needs, however many steps away (no recursion: chains are long)."""
        way = {} if start in self.computed else {start: self._needed(start)}
        while way:
            key, needed = next(reversed(way.items()))
            below = next(needed, None)
            if below is None:
                del way[key]
                if key not in self.computed:
                    self.computed[key] = self._evaluate(key)
            elif below in way:
                self._refuse_cycle(below, tuple(way))
            elif below not in self.computed:
                way[below] = self._needed(below)

    def _needed(self, key: Key) -> Iterator[Key]:
        """The figures that a figure is computed from; references that lead nowhere are reported elsewhere."""
        for mention in references_of(self.figures[key]):
            try:
                target = self.index.resolve(mention.reference, key[0], mention.kinds)
            except Problem:
                continue
            if target.kind != "place":
                yield target.place, target.id

    def _refuse_cycle(self, key: Key, way: tuple[Key, ...]) -> None:
        round_trip = (*way[way.index(key) :], key)
        self.diagnostics.append(_cycle(self.figures[key], [name for _, name in round_trip]))
        self.computed[key] = None

    def _evaluate(self, key: Key) -> Computed | None:
        figure = self.figures[key]
        operands: dict[str, Operand] = {}
        complete = True
        for mention in references_of(figure):
            try:
                operand = self._operand(self.index.resolve(mention.reference, key[0], mention.kinds))
            except Problem as problem:
                if problem.code == E_NO_NUMBER:
                    self.diagnostics.append(problem.at(figure.origin.at(*mention.path)))
                operand = None  # a dangling reference is reported by references
            if operand is None:
                complete = False
            else:
                operands[mention.reference] = operand
        return self._computed(figure, operands) if complete else None

    def _computed(self, figure: Figure, operands: dict[str, Operand]) -> Computed | None:
        try:
            result = compute(figure, operands)
        except Problem as problem:
            self.diagnostics.append(problem.at(figure.origin))
            return None
        if result.warning is not None:
            self.diagnostics.append(result.warning)
        return result

    def _operand(self, target: Target) -> Operand | None:
        if target.kind == "place":
            if self.records[target.place].place.incomplete:
                return None  # what is wrong there is reported there
            number = _place_number(self.records[target.place].place, target)
            return Operand(
                f"{target.title}{PLACE_NUMBERS[target.id].zh}", number, _UNITS[target.id], target.url
            )
        computed = self.computed.get((target.place, target.id))
        if computed is None:
            return None
        figure = self.figures[target.place, target.id]
        if computed.quantity is None:
            raise Problem(
                E_NO_NUMBER,
                Words(f"“{target.title}”是比率，不能再参加计算", f"“{target.title}” is a rate already"),
                Words("改为引用它的分子和分母", "refer to what the rate is computed from"),
            )
        return Operand(target.title, computed.quantity, figure.unit, target.url)


_UNITS = {"households": "户", "area": "平方米", "building_count": "栋"}


def compute_figures(places: Iterable[Records], index: Index) -> tuple[dict[Key, Computed], list[Diagnostic]]:
    """The number of every figure by place and name; figures with an error are left out."""
    records = {place.path: place for place in places}
    figures = {
        (path, figure_key(figure)): figure for path, place in records.items() for figure in place.of(Figure)
    }
    sound = {
        key: figure for key, figure in figures.items() if _has_one_origin(figure) and not figure.incomplete
    }
    evaluation = _Evaluation(index, records, sound, dict.fromkeys(figures.keys() - sound.keys()), [])
    for key in sound:
        evaluation.evaluate(key)
    computed = {key: value for key, value in evaluation.computed.items() if value is not None}
    return computed, evaluation.diagnostics


def _has_one_origin(figure: Figure) -> bool:
    written = (figure.value, figure.sum, figure.ratio, figure.per, figure.product)
    return sum(bool(each) or isinstance(each, Quantity) for each in written) == 1


def _place_number(place: Any, target: Target) -> Quantity:
    number: Quantity | None = getattr(place, target.id)
    if number is None and target.id == "building_count" and place.buildings:
        return Quantity(Decimal(len(place.buildings)))
    if number is None:
        name = PLACE_NUMBERS[target.id]
        raise Problem(
            E_NO_NUMBER,
            Words(f"“{target.title}”没有写{name.zh}", f"“{target.title}” does not state its {name.en}"),
            Words(f"在它的 place.yml 里加一行 {target.id}: …", f"add a line {target.id}: … to its place.yml"),
        )
    return number


def _cycle(figure: Figure, way: list[str]) -> Diagnostic:
    shown = " → ".join(way)
    return Diagnostic(
        E_CYCLE,
        Words(f"这个数字最后要用到它自己：{shown}", f"this figure needs itself: {shown}"),
        Words("断开其中一处", "break the circle at one of them"),
        figure.origin,
    )
