"""Markdown files: the mapping between two lines `---`, and the body after it.

    file text ─ split ▶ mapping text (YAML) + body (Markdown) + line offsets of both

The texts are handed on as they stand; parsing them is the work of `yaml` and `markdown`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, Position, code
from noticeboard.languages import Words

E_FRONT_MATTER = code(
    "E-FRONT-MATTER", "Markdown 文件开头的信息块有问题", "front matter missing or not closed"
)

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
LIKE_FENCE = re.compile(r"[-－—–_=*]{2,}[ \t]*$")
"""What someone may have typed for `---`: other dashes, or too many or too few of them."""


class FrontMatter(NamedTuple):
    """A divided `.md` file; an offset is the number of lines of the file before the part."""

    text: str
    body: str
    line_offset: int
    body_line_offset: int


def split(text: str, file: str) -> tuple[FrontMatter | None, list[Diagnostic]]:
    """The parts of a `.md` file, or None with `E-FRONT-MATTER`; blank lines may come first."""
    blank = len(text) - len(text.lstrip())
    first = text.rfind("\n", 0, blank) + 1
    opening = FENCE.match(text, first)
    if opening is None:
        return None, [_not_opened(text, first, file)]
    closing = FENCE.search(text, opening.end())
    line = text.count("\n", 0, first) + 1
    if closing is None:
        return None, [_not_closed(text, opening.end(), line, file)]
    mapping = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    return FrontMatter(mapping, body, line, text.count("\n", 0, closing.end()) + 1), []


def _not_opened(text: str, first: int, file: str) -> Diagnostic:
    shown = text[first:].split("\n", 1)[0]
    line = text.count("\n", 0, first) + 1
    if LIKE_FENCE.match(shown):
        message = Words(
            "信息块的分隔行要正好是三个半角减号 ---",
            "the line around front matter is exactly three hyphens: ---",
        )
    else:
        message = Words(
            "文件开头缺少信息块（两行 --- 之间的字段）",
            "the file lacks its front matter (the fields between two lines ---)",
        )
    remedy = Words(
        "第一行写 ---，下面每行一个字段，再写一行 ---，然后才是正文",
        "start with a line ---, then one field a line, another line ---, then the text",
    )
    return Diagnostic(
        E_FRONT_MATTER, message, remedy, Origin(file), Position(line, 1, max(1, len(shown.rstrip())))
    )


def _not_closed(text: str, start: int, line: int, file: str) -> Diagnostic:
    for number, shown in enumerate(text[start:].split("\n")[1:], line + 1):
        if LIKE_FENCE.match(shown):
            return Diagnostic(
                E_FRONT_MATTER,
                Words(
                    "信息块的结束行要正好是三个半角减号 ---",
                    "the line that ends front matter is exactly three hyphens: ---",
                ),
                Words("把这一行改成 ---", "make this line ---"),
                Origin(file),
                Position(number, 1, len(shown.rstrip())),
            )
    return Diagnostic(
        E_FRONT_MATTER,
        Words("信息块没有结束：找不到第二行 ---", "the front matter has no end: there is no second line ---"),
        Words("在最后一个字段下面加一行 ---", "add a line --- below the last field"),
        Origin(file),
        Position(line, 1, 3),
    )
