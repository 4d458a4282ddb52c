"""What can be wrong with the record of what hangs: doorways, codes, days, two boards at one spot."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kinds.hung.record import Hung, Spell, spells
from noticeboard.kinds.place import doorways_of
from noticeboard.languages import Words
from noticeboard.locality import Records

E_HUNG_DOORWAY = code("E-HUNG-DOORWAY", "这个地点没有这个楼门", "a doorway that the place does not have")
E_HUNG_CODE = code("E-HUNG-CODE", "版本码不对", "a version code that cannot be right")
E_HUNG_REPLACED = code("E-HUNG-REPLACED", "换下的日子早于挂出的日子", "replaced before it was hung")
E_HUNG_TWICE = code("E-HUNG-TWICE", "同一处挂着两块同样的公示栏", "two boards of one kind hang at one spot")
_CODE = re.compile(r"[2-9a-hjkmnp-z]{5}")
"""As `boards.address` makes them: five, without the letters and digits that are taken for each other."""


def check(hung: Hung) -> Iterator[Diagnostic]:
    """What is wrong with one entry."""
    for key in ("code", "replaces"):
        text = getattr(hung, key)
        if text and not _CODE.fullmatch(text):
            yield Diagnostic(
                E_HUNG_CODE,
                Words(
                    f"“{text}”不是公示栏的版本码",
                    f"“{text}” is not the version code of a board",
                ),
                Words(
                    "照抄公示栏下方“版本”后面的5个字符：小写字母和数字，没有 0、1、i、l、o",
                    "copy the five characters after “Version” in the foot of the board: small letters and "
                    "digits, without 0, 1, i, l, o",
                ),
                hung.origin.at(key),
            )
    if hung.replaced is not None and hung.replaced < hung.hung:
        yield Diagnostic(
            E_HUNG_REPLACED,
            Words(
                f"换下（{hung.replaced}）早于挂出（{hung.hung}）",
                f"replaced ({hung.replaced}) comes before hung ({hung.hung})",
            ),
            Words("核对两个日期", "check both dates"),
            hung.origin.at("replaced"),
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """What is wrong between the entries of one place."""
    entries = records.of(Hung)
    doorways = doorways_of(records.place)
    for each in entries:
        if each.doorway and each.doorway not in doorways:
            message, remedy = no_doorway(each.doorway, doorways)
            yield Diagnostic(E_HUNG_DOORWAY, message, remedy, each.origin.at("doorway"))
        if each.replaces and not any(_could_replace(each, other) for other in entries):
            yield _replaces_nothing(each)
    yield from _twice(spells(entries))


def no_doorway(doorway: str, known: tuple[str, ...]) -> tuple[Words, Words]:
    """That a place has no such doorway, and what to do: the nearest that it has."""
    message = Words(f"这个地点没有楼门“{doorway}”", f"the place has no doorway “{doorway}”")
    near = difflib.get_close_matches(doorway, known, n=1, cutoff=0.4)
    if near:
        return message, Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
    if known:
        return message, Words(f"可以写：{'、'.join(known)}", f"write one of: {', '.join(known)}")
    return message, Words(
        "先在 place.yml 的楼栋（buildings）里写上单元数（units）或楼门（doorways），或删去这一项",
        "state units or doorways of the buildings in place.yml first, or leave the doorway out",
    )


def _could_replace(hung: Hung, other: Hung) -> bool:
    return other is not hung and other.is_at(hung) and other.code == hung.replaces and other.hung <= hung.hung


def _replaces_nothing(hung: Hung) -> Diagnostic:
    return Diagnostic(
        E_HUNG_CODE,
        Words(
            f"“{hung.replaces}”此前没有在这里挂过",
            f"“{hung.replaces}” has not hung here before",
        ),
        Words(
            "写被它换下的那一块的版本码；这里原来没有就删去这一行",
            "write the code of the board in whose place it hangs; without one delete the line",
        ),
        hung.origin.at("replaces"),
    )


def _twice(found: tuple[Spell, ...]) -> Iterator[Diagnostic]:
    hanging = [each.hung for each in found if each.until is None]
    for number, each in enumerate(hanging):
        first = next((other for other in hanging[:number] if other.is_at(each)), None)
        if first is not None:
            where = Words(each.doorway or "全院共用的位置", each.doorway or "the common place")
            yield Diagnostic(
                E_HUNG_TWICE,
                Words(
                    f"{where.zh}挂着两块“{each.board}”：{first.code} 和 {each.code}",
                    f"two boards “{each.board}” hang at {where.en}: {first.code} and {each.code}",
                ),
                Words(
                    f"新的换下了旧的，就加一行 replaces: {first.code}；旧的取下了，就给旧的写 replaced",
                    f"if the new one took the place of the old, add replaces: {first.code}; if the old one was "
                    "taken down, state there when it was replaced",
                ),
                each.origin.at("code"),
            )
