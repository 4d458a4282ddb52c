"""Texts that may name nobody: what residents ask for, what was mediated, whom a visit was paid to.

    texts of a record ─ nameless ▶ E-NAMED at the field, with the surname at the most

No program can tell every name from every word. What is looked for is how people are named there: a surname
with a form of address (张阿姨, 李大爷, 王某某), a name behind 姓名, and a flat, which tells who it is as a name
does. Members of the place's own organizations are named by office where they must be (社区书记).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin, code
from noticeboard.languages import Words
from noticeboard.values.names import COMMON_SURNAMES, COMPOUND_SURNAMES

E_NAMED = code("E-NAMED", "这里不能写居民的姓名或门牌", "a resident's name or flat where none may stand")

_CLOSE = "大爷|大妈|大娘|大伯|奶奶|爷爷|阿姨|叔叔|婶|老师|师傅|某某|某"
"""Forms of address that follow the surname itself."""
_BEFORE = "居民|住户|老人|业主|户主|党员|志愿者|独居|探望|看望|慰问|走访|帮|给|为|和|与|找|由|向|送"
"""What a name follows; any other character before it may make a word of both."""
_AMID = "居民|住户|老人|独居|探望|看望|慰问|走访|帮|给"
"""Those that make no word with what stands before them, so that they tell a name amid a sentence too."""
_FORMAL = "先生|女士|同志"
"""Those that also follow a whole name."""


@cache
def _named() -> re.Pattern[str]:
    surname = f"({'|'.join(sorted(COMPOUND_SURNAMES))}|[{COMMON_SURNAMES}])"
    before = f"(?:(?<![\u4e00-\u9fff])(?:{_BEFORE})?|(?:{_AMID}))"
    called = f"(?:(?:{_CLOSE})|[\u4e00-\u9fff]{{0,2}}(?:{_FORMAL}))"
    return re.compile(f"{before}{surname}{called}|姓名[:：]\\s*([\u4e00-\u9fff])")


_FLAT = re.compile(r"\d+\s*(?:号楼|栋|幢)\s*\d+\s*单元\s*\d{1,4}(?:\s*[室号户])?|(?<!\d)\d{3,4}\s*室")


def nameless(texts: Iterable[tuple[KeyPath, str]], origin: Origin) -> Iterator[Diagnostic]:
    """E-NAMED for each of the texts (key path below `origin`, text) that names a resident or a flat."""
    for path, text in texts:
        found = _named().search(text)
        if found:
            surname = next(group for group in found.groups() if group)
            shown = Words(f"这里写了居民的姓名（{surname}…）", f"a resident is named here ({surname}…)")
            yield Diagnostic(E_NAMED, shown, _REMEDY, origin.at(*path))
        elif _FLAT.search(text):
            yield Diagnostic(E_NAMED, _FLAT_FOUND, _REMEDY, origin.at(*path))


_FLAT_FOUND = Words("这里写了住户的门牌", "a resident's flat stands here")
_REMEDY = Words(
    "删去姓名和门牌，写“一位居民”“一户老人”，或只写楼号",
    "leave out name and flat: write “a resident”, or the building alone",
)
