"""The largest type that fits, and never less than can be read.

A layout is asked how many panels it needs at a size, or what is too large. The number of panels is settled at
the least legible size; then the largest size that needs no more panels is taken. So a board with three people is
set large, one with thirty fills its sheet, and one with three hundred goes on to further panels.

Sizes are tried on heights alone, counted from the number of lines of each text; what is drawn is made once, for
the size that was taken. Both go through the same sums, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from noticeboard.boards.sheet import MOST_PADDING, STEP, Sheet, step_down
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

E_BOARD_FIT = code(
    "E-BOARD-FIT", "一条内容在公示栏上放不下", "one record does not fit on a board at the least legible size"
)
LARGEST = 2.25
"""The largest type as a multiple of the least legible: beyond this a board shouts."""

Panel = TypeVar("Panel")


@dataclass(frozen=True)
class TooLarge:
    """One record that does not fit on a panel of its own: its name, what it needs and what there is, in mm."""

    record: str
    needs: float
    room: float
    origin: Origin = Origin()
    across: bool = False
    """True when it is too wide, not too high."""

    def diagnostic(self, board: Words, sheet: Sheet) -> Diagnostic:
        """The problem as the user reads it."""
        over = max(self.needs - self.room, 0.1)
        way = Words("宽", "wide") if self.across else Words("高", "high")
        return Diagnostic(
            E_BOARD_FIT,
            Words(
                f"“{self.record}”在{board.zh}（{sheet.paper.zh}）上放不下：按最小可读字号要{self.needs:.0f}毫米{way.zh}，"
                f"只有{self.room:.0f}毫米，超出{over:.1f}毫米",
                f"“{self.record}” does not fit on the {board.en} ({sheet.paper.en}): at the least legible "
                f"size it is {self.needs:.0f} mm {way.en}, there are {self.room:.0f} mm, {over:.1f} mm too much",
            ),
            Words("把这条文字写短一些，或改用更大的纸张", "shorten this text or choose a larger sheet"),
            self.origin,
        )


Attempt = Sequence[Panel] | TooLarge


def sizes(sheet: Sheet, largest: float = LARGEST) -> tuple[float, ...]:
    """The sizes of names to try on `sheet`, smallest first, in steps."""
    least = sheet.name_size
    count = int(least * (largest - 1) / STEP)
    return tuple(least + STEP * i for i in range(count + 1))


def largest(
    candidates: Sequence[float],
    panels: Callable[[float], int | TooLarge],
    hopeless: Callable[[float], bool] = lambda most: False,
) -> tuple[float, int] | TooLarge | None:
    """The largest of `candidates` (ascending) that needs no more panels than the first, and how many it needs.

    The last is tried before all others: where it needs but one panel, as it often does, it is the answer. When the
    first does not fit either, its `TooLarge` is the answer. `hopeless` is told the largest size that is still
    possible; when it says so, the search is given up.
    """
    if hopeless(candidates[-1]):
        return None
    if panels(candidates[-1]) == 1:
        return candidates[-1], 1
    allowed = panels(candidates[0])
    if isinstance(allowed, TooLarge):
        return allowed
    needs = allowed
    low, high = 1, len(candidates)
    while low < high:
        if hopeless(candidates[high - 1]):
            return None
        middle = (low + high) // 2
        found = panels(candidates[middle])
        if isinstance(found, TooLarge) or found > allowed:
            high = middle
        else:
            needs, low = found, middle + 1
    return candidates[low - 1], needs


def largest_layout(candidates: Sequence[float], lay: Callable[[float], Attempt[Panel]]) -> Attempt[Panel]:
    """The panels of the largest size that needs no more of them, for a layout that costs as much as its heights."""
    made = cache(lay)

    def panels(size: float) -> int | TooLarge:
        attempt = made(size)
        return attempt if isinstance(attempt, TooLarge) else len(attempt)

    found = largest(candidates, panels)
    assert found is not None
    return found if isinstance(found, TooLarge) else made(found[0])


def least_height(room: float, needs: float, fits: Callable[[float], bool]) -> float:
    """The least height between `needs` and `room`, to half a millimetre, for which `fits` holds (it does for `room`).

    Used to share rows out evenly among columns and panels.
    """
    low, high = min(needs, room), room
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def fall(down: float) -> float:
    """`down` mm as there is a class for them: in steps of type while they are few, then in even millimetres."""
    return step_down(down) if down <= MOST_PADDING else float(int(down / 2) * 2)


def lowered(left: float) -> int:
    """How far down, in even millimetres, a body stands that leaves `left` mm free: a little above half."""
    return max(0, int(left * 0.45 / 2) * 2)
