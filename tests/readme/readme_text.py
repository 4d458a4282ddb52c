"""A README taken apart: sections, fenced blocks, table rows, links, code spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.M)


@dataclass(frozen=True)
class Block:
    """A fenced block: the word behind the fence and the lines in it."""

    language: str
    text: str


@dataclass(frozen=True)
class Readme:
    """One README as text."""

    text: str

    @property
    def prose(self) -> str:
        """The text without fenced blocks."""
        return FENCE.sub("", self.text)

    @property
    def blocks(self) -> list[Block]:
        """Every fenced block in order."""
        return [Block(*found) for found in FENCE.findall(self.text)]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of every heading."""
        return [(len(marks), text) for marks, text in HEADING.findall(self.prose)]

    @property
    def links(self) -> list[str]:
        """Every address that is linked or shown as a picture."""
        return LINK.findall(self.prose)

    @property
    def spans(self) -> list[str]:
        """Every code span in the prose."""
        return SPAN.findall(self.prose)

    def section(self, number: int) -> Readme:
        """The section under the heading of level 2 with this number, counted from 1."""
        return Readme(re.split(r"^## .+$", self.text, flags=re.M)[number])

    def table(self, name: str) -> list[list[str]]:
        """The rows of a marked table (of all tables between its marks), without their heads."""
        marked = self.text.partition(f"<!-- table: {name} -->")[2].partition("<!-- end of table -->")[0]
        return rows_of(marked)

    def column(self, name: str, number: int = 0) -> list[str]:
        """The code spans in one column of a marked table."""
        return [span for row in self.table(name) for span in SPAN.findall(row[number])]


def rows_of(text: str) -> list[list[str]]:
    """The cells of every row of the tables in a text, without their heads."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("| ---"):
            rows.pop()
        elif line.startswith("|"):
            rows.append([cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows
