"""Starter files: the text that `new` writes, from the declaration of each kind.

A kind declares its starter as a list file of one row or as a Markdown file with front matter. The title that
the user gave is put in as text, in quotes where YAML would read it as something else; everything else stays
as declared, with its comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from noticeboard.kind import Kind
from noticeboard.kinds.place import Level
from noticeboard.languages import Language, Words

TITLE_LINE = re.compile(
    r"^((?:- |  )?(?:title|name|what|标题|名称|单位名称|姓名|心愿|事项|内容):)[ \t]*.*$", re.M
)
NUMBER_LINE = re.compile(r"^((?:- |  )?(?:number|序号|单号):)[ \t]*(\d+)", re.M)
ID_LINE = re.compile(r"^(- |  )(id|编号):[ \t]*.*\n", re.M)
PLAIN = re.compile(r"[^\W\d_][\w\u3000-\u303f（），。、；“”《》 -]*[^\W_]|[^\W\d_]")
"""Text that needs no quotes in YAML: it begins with a letter and has no mark that YAML takes for its own."""
NOT_TEXT = frozenset({"true", "false", "yes", "no", "null", "on", "off"})

PLACE = Words(
    """\
kind: {level}
name: {name}
# 下面几项知道哪项填哪项，前面的 # 号去掉
# address: 某某路1号
# households: 120
# building_count: 3
# built: 1990s
# issuer: 发布单位全称
# supervision_phone: 0371-00000000
""",
    """\
kind: {level}
name: {name}
# fill in what is known, and remove the # before it
# address: 1 Example Road
# households: 120
# building_count: 3
# built: 1990s
# issuer: full name of the issuer
# supervision_phone: 0371-00000000
""",
)


def starter_of(kind: Kind[Any], language: Language) -> str:
    """The starter that a kind declares."""
    return kind.starter.to(language)


def is_markdown(starter: str) -> bool:
    """Whether a starter is a Markdown file with front matter, and so always one record a file."""
    return starter.startswith("---\n")


def with_title(starter: str, title: str) -> str:
    """The starter with its first title replaced; unchanged for an empty title."""
    if not title:
        return starter
    return TITLE_LINE.sub(lambda match: f"{match.group(1)} {quoted(title)}", starter, count=1)


def with_number(starter: str, taken: Iterable[str]) -> str:
    """The starter with the number after the last that stands in the texts of the other records of its kind."""
    known = [int(number) for text in taken for _, number in NUMBER_LINE.findall(text)]
    return NUMBER_LINE.sub(lambda match: f"{match[1]} {max(known, default=0) + 1}", starter, count=1)


def with_id(starter: str, identifier: str) -> str:
    """A list file of one row under this id."""
    line = f"- id: {quoted(identifier)}\n"
    if ID_LINE.search(starter):
        return ID_LINE.sub(lambda match: line, starter, count=1)
    return line + "  " + starter.removeprefix("- ")


def as_single(starter: str) -> str:
    """A list file of one row as a file of that record alone; its name is the id."""
    without_id = ID_LINE.sub(lambda match: match.group(1) if match.group(1) == "- " else "", starter, count=1)
    lines = without_id.removeprefix("- ").splitlines(keepends=True)
    return "".join(line.removeprefix("  ") for line in lines)


def place_starter(level: Level, name: str, language: Language) -> str:
    """The text of a `place.yml`."""
    word = level.words.zh if language == "zh" else level.value
    return PLACE.to(language).format(level=word, name=quoted(name))


def quoted(text: str) -> str:
    """`text` as YAML reads it back, in double quotes where that is needed."""
    if PLAIN.fullmatch(text) and text.lower() not in NOT_TEXT:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
