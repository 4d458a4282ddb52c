"""The largest type that fits, and never less than can be read.

A layout is asked for at a size and answers with its panels, or with what is too large. The number of panels is
settled at the least legible size; then the largest size that needs no more panels is taken. So a board with
three people is set large, one with thirty fills its sheet, and one with three hundred goes on to further panels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from noticeboard.boards.sheet import STEP, Sheet
from noticeboard.diagnostics import Diagnostic, Origin, code
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
                f"“{self.record}” does not fit on the board {board.en} ({sheet.paper.en}): at the least legible "
                f"size it is {self.needs:.0f} mm {way.en}, there are {self.room:.0f} mm, {over:.1f} mm too much",
            ),
            Words("把这条文字写短一些，或改用更大的纸张", "shorten this text or choose a larger sheet"),
            self.origin,
        )


Attempt = Sequence[Panel] | TooLarge


def sizes(sheet: Sheet, largest: float = LARGEST) -> tuple[float, ...]:
    """The sizes of names to try on `sheet`, smallest first, in steps."""
    count = int(sheet.name_size * (largest - 1) / STEP)
    return tuple(sheet.name_size + STEP * i for i in range(count + 1))


def largest(
    candidates: Sequence[float], lay: Callable[[float], Attempt[Panel]]
) -> tuple[float, Attempt[Panel]]:
    """The largest of `candidates` (ascending) that needs no more panels than the first, with its panels.

    When the first does not fit either, its `TooLarge` is the answer.
    """
    best, panels = candidates[0], lay(candidates[0])
    if isinstance(panels, TooLarge):
        return best, panels
    allowed = len(panels)
    low, high = 1, len(candidates)
    while low < high:
        middle = (low + high) // 2
        attempt = lay(candidates[middle])
        if isinstance(attempt, TooLarge) or len(attempt) > allowed:
            high = middle
        else:
            best, panels, low = candidates[middle], attempt, middle + 1
    return best, panels


def least_height(room: float, needs: float, fits: Callable[[float], bool]) -> float:
    """The least height between `needs` and `room`, to half a millimetre, for which `fits` holds (it does for `room`).

    Used to share rows out evenly among columns and panels.
    """
    low, high = min(needs, room), room
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def lowered(left: float) -> int:
    """How far down, in even millimetres, a body stands that leaves `left` mm free: a little above half."""
    return max(0, int(left * 0.45 / 2) * 2)
