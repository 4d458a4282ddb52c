"""The text of a notice as a sheet sets it: paragraphs, subheadings and items, no markup.

    Markdown ─ to_html ▶ safe HTML ─ blocks_of ▶ Blocks

The same safe HTML as on the page is taken apart, so sheet and page cannot say different things. The rows of a
table keep their cells, with what stands at the right; bold words lose their weight and the blank behind them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from noticeboard.boards.notice import Block, BlockKind, Cell
from noticeboard.languages import Language
from noticeboard.reading.markdown import to_html

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_BLANK = re.compile(r"(?<=[。，；：？！、）》”’]) (?=[\u2e80-\u9fff（《“‘])")
_TO_NOTE, _BACK_TO_TEXT = "footnote-ref", "footnote-backref"
"""Classes of links: the number of a note would read as part of the text, and paper leads nowhere back."""
_OWN_BLOCK = frozenset(("p", "li", "tr", "blockquote", "pre", "dt", "dd", *_HEADINGS))


def blocks_of(source: str, language: Language) -> tuple[Block, ...]:
    """The blocks of a Markdown text, empty ones left out."""
    reader = _BlockReader()
    reader.feed(to_html(source, language=language))
    reader.close()
    reader.finish()
    return tuple(reader.blocks)


class _BlockReader(HTMLParser):
    """Collects the text of each block element; lists give their items a label."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._label = ""
        self._lists: list[int | None] = []
        self._cells: list[Cell] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._link = dict(attrs).get("class") or ""
        elif tag in ("ol", "ul"):
            self.finish()
            self._lists.append(0 if tag == "ol" else None)
        elif tag in ("td", "th"):
            self._text = []
            self._cells.append(Cell("", "align-right" in (dict(attrs).get("class") or ""), tag == "th"))
        elif tag == "br" and not self._cells:
            self.finish()
        elif tag in _OWN_BLOCK and not (tag == "p" and self._label):
            self.finish()
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._link = ""
        elif tag in ("ol", "ul"):
            self.finish()
            self._lists.pop()
        elif tag in ("td", "th"):
            self._cells[-1] = replace(self._cells[-1], text=self._said())
        elif tag in _OWN_BLOCK:
            self.finish()

    def handle_data(self, data: str) -> None:
        if self._link == _TO_NOTE:
            self._text.append(f"〔{data}〕")
        elif self._link != _BACK_TO_TEXT:
            self._text.append(data)

    def finish(self) -> None:
        """End the block that is being read."""
        if any(cell.text for cell in self._cells):
            self.blocks.append(Block("", "row", cells=tuple(self._cells)))
        elif text := self._said():
            self.blocks.append(Block(text, self._kind, self._label))
        self._text, self._kind, self._label, self._cells = [], "paragraph", "", []

    def _said(self) -> str:
        return _NO_BLANK.sub("", re.sub(r"[ \n\t]+", " ", "".join(self._text)).strip(" \xa0"))

    def _begin(self, tag: str) -> None:
        if tag == "li" and self._lists:
            self._kind, self._label = "item", self._next_label()
        elif tag in _HEADINGS:
            self._kind = "subheading"
        elif tag in ("pre", "dt"):
            self._kind = "plain"

    def _next_label(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "—"
        self._lists[-1] = number + 1
        return f"{number + 1}."
