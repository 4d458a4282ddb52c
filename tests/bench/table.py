"""The results as a table: medians of each side, and the median of the ratios of runs that followed each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from measuring import Cost

MIB = 1024 * 1024
HEAD = (
    "| scenario | files made | wall, s | Hugo | ratio | CPU, s | Hugo | ratio | memory, MiB | Hugo | ratio |"
)
SIZES = "| scenario | pages | Hugo | ratio | MB | Hugo | ratio |"


@dataclass(frozen=True)
class Size:
    """What lies in an output folder: HTML pages, and bytes of all files."""

    pages: int
    bytes: int


@dataclass(frozen=True)
class Result:
    """One scenario: the costs of all rounds of noticeboard and Hugo, in pairs, and what they wrote."""

    name: str
    made: int
    costs: Sequence[tuple[Cost, Cost]]
    sizes: tuple[Size, Size]


def as_markdown(results: Sequence[Result]) -> str:
    """Both tables in Markdown; sizes only where the number of pages is another than in the row before."""
    costs = [HEAD, _rule(HEAD), *map(_cost_row, results)]
    numbers = [tuple(size.pages for size in result.sizes) for result in results]
    unlike = [each for row, each in enumerate(results) if row == 0 or numbers[row] != numbers[row - 1]]
    sizes = [SIZES, _rule(SIZES), *map(_size_row, unlike)]
    return "\n".join([*costs, "", *sizes]) + "\n"


def growth(sizes: Mapping[int, Sequence[Result]]) -> str:
    """How many times the medians of the first size those of each larger one are, by scenario, in Markdown."""
    head = "| scenario | compounds | times | wall | Hugo | CPU | Hugo | memory | Hugo |"
    (least, small), *larger = sizes.items()
    rows = [
        _row([one.name, f"{count:,}", f"{count / least:.1f}", *_times(one, other)])
        for count, results in larger
        for one, other in zip(small, results, strict=True)
    ]
    return "\n".join([head, _rule(head), *rows]) + "\n"


def _times(small: Result, large: Result) -> Iterator[str]:
    for value in (lambda cost: cost.wall, lambda cost: cost.cpu, lambda cost: cost.memory):
        for one, other in zip(_medians(small, value), _medians(large, value), strict=True):
            yield f"{other / one:.2f}"


def _medians(result: Result, value: Callable[[Cost], float]) -> tuple[float, float]:
    """That of ours and that of Hugo's."""
    ours, hugos = (median(map(value, side)) for side in zip(*result.costs, strict=True))
    return ours, hugos


def _cost_row(result: Result) -> str:
    cells = [
        *_pair(result, lambda cost: cost.wall, 2),
        *_pair(result, lambda cost: cost.cpu, 2),
        *_pair(result, lambda cost: cost.memory / MIB, 0),
    ]
    return _row([result.name, f"{result.made:,}", *cells])


def _pair(result: Result, value: Callable[[Cost], float], digits: int) -> tuple[str, str, str]:
    ours, hugos = ([value(cost) for cost in side] for side in zip(*result.costs, strict=True))
    ratios = [one / other for one, other in zip(ours, hugos, strict=True)]
    return f"{median(ours):,.{digits}f}", f"{median(hugos):,.{digits}f}", f"**{median(ratios):.2f}**"


def _size_row(result: Result) -> str:
    ours, hugos = result.sizes
    return _row(
        [
            result.name,
            f"{ours.pages:,}",
            f"{hugos.pages:,}",
            f"{ours.pages / hugos.pages:.2f}",
            f"{ours.bytes / 1e6:,.1f}",
            f"{hugos.bytes / 1e6:,.1f}",
            f"{ours.bytes / hugos.bytes:.2f}",
        ]
    )


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(head: str) -> str:
    names = head.count("|") - 2
    return "|---|" + "---:|" * names
