"""Steps of Python-Markdown made cheaper for the texts that most are: paragraphs and lists with some words in bold.

    its own                                      here
    line ends, tabs, blank lines made alike      nothing, where there are none of these (`KeptLines`)
    marks looked for in every text of the tree   only in those that have one (`MarkedTexts`)
    line breaks put in, outline, HTML            HTML with line breaks in one go (`PlainHtml`)
    steps sorted for every block                 sorted once (`Steps`)

Each gives the HTML that the library's own steps give, and leaves a text to them as soon as it holds more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry

PLAIN_BLOCKS = frozenset({"li", "ol", "p", "ul"})
PLAIN_TAGS = frozenset({*PLAIN_BLOCKS, "em", "strong"})
OF_MORE_MEANING = "<>&\"'\x00-\x09\x0b-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
PLAIN_HTML = re.compile(rf"(?:[^{OF_MORE_MEANING}]++|</?(?:{'|'.join(sorted(PLAIN_TAGS))})>)*+")
"""HTML of nothing but such tags, none with an attribute, and of characters that mean themselves."""


class KeptLines(Preprocessor):
    """Lines that are as Python-Markdown would make them, with the two blank ones that it adds."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with two blank ones."""
        return [*lines, "", ""]


class MarkedTexts(InlineProcessor):
    """Looks for marks in those texts of a tree that have one of `*` and `_`; for texts with no other marks."""

    has_mark = re.compile("[*_]").search

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Change the tree in place."""
        elements = list(tree.iter())
        marked = [element for element in elements if element.text and self.has_mark(element.text)]
        if any(element.tail for element in elements) or any(map(len, marked)):
            return super().run(tree, ancestors)
        if marked:
            together = Element(tree.tag)
            together.extend(marked)
            super().run(together, ancestors)
        return tree


class PlainHtml:
    """Writes a tree of paragraphs, lists and emphasis; any other goes through `steps` to the library's `write`.

    Only for texts without `<`, `>` and `&`.
    """

    def __init__(self, steps: tuple[Treeprocessor, ...], write: Callable[[Element], str]) -> None:
        self.steps = steps
        self.write = write

    def __call__(self, root: Element) -> str:
        """The HTML of the tree, in its `div`."""
        parts = ["<div>\n"]
        if len(root) and not root.text and all(_is_written(child, parts) for child in root):
            return "".join([*parts, "</div>"])
        for step in self.steps:
            step.run(root)
        return self.write(root)


def _is_written(element: Element, parts: list[str]) -> bool:
    """Whether a block is plain; if so, its HTML is added to the parts."""
    tag, text, tail = element.tag, element.text, element.tail
    if tag not in PLAIN_BLOCKS or element.keys():
        return False
    parts.append(f"<{tag}>")
    if len(element):
        first = element[0].tag in PLAIN_BLOCKS and not (text and text.strip())
        parts.append("\n" if first else text or "")
        for child in element:
            if not (_is_written(child, parts) if child.tag in PLAIN_BLOCKS else _is_inline(child, parts)):
                return False
    elif text:
        parts.append(text)
    parts.append(f"</{tag}>{tail if tail and tail.strip() else chr(10)}")
    return True


def _is_inline(element: Element, parts: list[str]) -> bool:
    """The same for words in bold or italics inside a block."""
    tag = element.tag
    if tag not in PLAIN_TAGS or tag in PLAIN_BLOCKS or element.keys():
        return False
    parts.append(f"<{tag}>{element.text or ''}")
    if not all(_is_inline(child, parts) for child in element):
        return False
    parts.append(f"</{tag}>{element.tail or ''}")
    return True


class Steps(list[Any]):
    """The steps of a registry that none is added to any more, in their order; by name they are found as before."""

    def __init__(self, registry: Registry[Any]) -> None:
        super().__init__(registry)
        self.registry = registry

    def __getitem__(self, key: Any) -> Any:
        return self.registry[key] if isinstance(key, str) else super().__getitem__(key)
