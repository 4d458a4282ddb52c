"""How legible a board is: its smallest characters, what they must be for the distance, and its contrast.

    BoardView + Sheet ─ legibility ▶ Legibility

It is measured on what is drawn, not on what was meant: every set text of the view is walked.
"""

from __future__ import annotations

from noticeboard.boards.bare import EDGES
from noticeboard.boards.contrast import LEAST, least_contrast
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardView, texts_in
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words


@dataclass(frozen=True)
class Legibility:
    """What can be read of a board, sizes in mm, distance in metres."""

    smallest: float
    smallest_text: str
    """What is set in the smallest type: for the reader of the report to find it."""
    least: float
    """The least size of any text at this distance."""
    distance: float
    contrast: float
    grey_contrast: float
    """The contrast on a print or copy without colour."""
    widest: float
    """The widest line, in mm."""
    room: float
    """What a line may be wide at most, in mm."""

    @property
    def is_legible(self) -> bool:
        """Whether every text can be read from the distance, in colour and without."""
        sizes = self.smallest >= self.least and self.widest <= self.room + 0.01
        return sizes and min(self.contrast, self.grey_contrast) >= LEAST

    def text(self, language: Language) -> str:
        """The report in one line."""
        return _REPORT.to(language).format(
            smallest=f"{self.smallest:g}",
            least=f"{self.least:g}",
            distance=f"{self.distance:g}",
            contrast=f"{self.contrast:.1f}",
            grey=f"{self.grey_contrast:.1f}",
        )


_REPORT = Words(
    "最小字高{smallest}毫米（{distance}米处至少{least}毫米），对比度{contrast}:1，灰度{grey}:1",
    "smallest type {smallest} mm (at {distance} m at least {least} mm), contrast {contrast}:1, in grey {grey}:1",
)


def legibility(view: BoardView, sheet: Sheet) -> Legibility:
    """The report of a board that was laid out on `sheet`."""
    texts = tuple(text for text in texts_in(view.panels) if text.plain.strip())
    smallest = min(texts, key=_size)
    return Legibility(
        smallest=smallest.size,
        smallest_text=smallest.plain,
        least=sheet.text_size,
        distance=sheet.distance,
        contrast=least_contrast(sheet),
        grey_contrast=least_contrast(sheet, grey=True),
        widest=max(text.width for text in texts),
        room=_room(view, sheet),
    )


def _room(view: BoardView, sheet: Sheet) -> float:
    edge = view.panels[0].edge
    return EDGES[edge].on(sheet).width(sheet) if edge else sheet.inner_width


def _size(text: SetText) -> float:
    return text.size
