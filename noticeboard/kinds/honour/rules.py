"""What is wrong with honours: parts that are missing or belong to another sort, two holders of one flag, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kinds.consent import check_consent, name_aside
from noticeboard.kinds.honour.record import Honour, Sort
from noticeboard.kinds.nameless import nameless
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.names import COMMON_SURNAMES

E_HONOUR = code(
    "E-HONOUR", "荣誉缺少必要的内容，或写了不属于它的内容", "an honour with parts missing or out of place"
)
E_HONOUR_TWICE = code(
    "E-HONOUR-TWICE", "同一期的同一面红旗写了两个持有者", "one flag held twice in one period"
)
E_HONOUR_ENDED = code("E-HONOUR-ENDED", "荣誉的结束早于授予", "an honour that ended before it was given")
W_HONOUR = code(
    "W-HONOUR", "荣誉没有写明谁授予、哪一期", "an honour that does not say who gave it or for when"
)
W_HONOUR_NAME = code(
    "W-HONOUR-NAME",
    "授予方或授予对象像是个人姓名",
    "a giver or a receiver that looks like the name of a person",
)

MOST_STARS = 10
PUBLIC = ("title", "given_by", "to", "reason", "moved_to", "note")
"""The texts that are shown to all, whoever agreed to what."""
_PERSON = re.compile(f"[{COMMON_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_NO_PERSON = re.compile("[院街道社区办局校店厂所村组园司会队户委员民人站部府]$")
"""Ends of words for organizations and roles, which may begin with what is a surname elsewhere."""


def check(honour: Honour) -> Iterator[Diagnostic]:
    """What is wrong with one honour."""
    yield from _parts(honour)
    yield from _stars(honour)
    yield from _people(honour)
    started = honour.when or honour.period
    if honour.ended and started and honour.ended.last < started.first:
        yield Diagnostic(
            E_HONOUR_ENDED,
            Words(
                f"结束（{honour.ended.text('zh')}）早于授予（{started.text('zh')}）",
                f"it ended ({honour.ended.text('en')}) before it was given ({started.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            honour.origin.at("ended"),
        )
    texts = [((key,), getattr(honour, key)) for key in PUBLIC]
    yield from nameless(texts, honour.origin)
    yield from name_aside(honour.name, texts, honour.origin)


def _parts(honour: Honour) -> Iterator[Diagnostic]:
    if not honour.title and honour.sort is not Sort.BANNER:
        yield _found(
            Words(f"{honour.sort.words.zh}没有写名称", f"a {honour.sort.words.en} without a title"),
            Words("加一行 名称: …", "add a line title: …"),
            honour,
        )
    if not honour.given_by:
        yield Diagnostic(
            W_HONOUR,
            Words("没有写谁授予", "it does not say who gave it"),
            Words(
                "加一行 授予方: 居民（写身份，不写姓名）", "add a line given_by: residents (a role, no name)"
            ),
            honour.origin,
        )
    if honour.sort.moves_on and honour.day is None:
        yield Diagnostic(
            W_HONOUR,
            Words("没有写是哪一期的", "it does not say for which period"),
            Words("加一行 评比期: 2026-Q3", "add a line period: 2026-Q3"),
            honour.origin,
        )


def _stars(honour: Honour) -> Iterator[Diagnostic]:
    if honour.sort is Sort.STAR and not (honour.stars and honour.stars <= MOST_STARS):
        yield _found(
            Words(f"星级没有写星数，或不在1到{MOST_STARS}之间", f"a star rating has 1 to {MOST_STARS} stars"),
            Words("加一行 星数: 4", "add a line stars: 4"),
            honour,
            *(("stars",) if honour.stars is not None else ()),
        )
    if honour.sort is not Sort.STAR and honour.stars is not None:
        yield _found(
            Words("只有星级才写星数", "only a star rating has stars"),
            Words("去掉星数，或把种类改为 星级", "take out stars, or make the sort star"),
            honour,
            "stars",
        )


def _people(honour: Honour) -> Iterator[Diagnostic]:
    is_model = honour.sort is Sort.MODEL
    if is_model and not honour.name:
        yield _found(
            Words("先进个人没有写姓名", "a role model without a name"),
            Words(
                "写上姓名；没有同意公开的，只显示“姓+同志”，仍然计数",
                "write the name; without consent it shows as “Comrade” and the surname, and is still counted",
            ),
            honour,
        )
    for key in () if is_model else ("name", "portrait", "consent"):
        if getattr(honour, key):
            yield _found(
                Words(
                    "只有先进个人才写姓名、照片、同意公开", "only a role model has name, portrait, consent"
                ),
                Words("授予对象写身份或组织名称", "say to whom by role or name of an organization"),
                honour,
                key,
            )
    if honour.consent:
        yield from check_consent(honour.consent, honour.origin, "consent")
    for key in ("given_by", "to", "moved_to"):
        text = getattr(honour, key)
        is_told = any(nameless([((key,), text)], honour.origin))
        if _PERSON.fullmatch(text) and not _NO_PERSON.search(text) and not is_told:
            yield Diagnostic(
                W_HONOUR_NAME,
                Words(f"“{text[0]}…”像是个人姓名", f"“{text[0]}…” looks like the name of a person"),
                Words(
                    "写身份，例如 居民、一位老人", "write the role, such as residents, an elderly resident"
                ),
                honour.origin.at(key),
            )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Two that hold one flag for one period."""
    seen: set[tuple[object, ...]] = set()
    for honour in records.of(Honour):
        if not honour.series or honour.day is None:
            continue
        key = (*honour.series, honour.day)
        if key in seen:
            yield Diagnostic(
                E_HONOUR_TWICE,
                Words(
                    f"{honour.day.text('zh')}的“{honour.title}”写了两次",
                    f"“{honour.title}” of {honour.day.text('en')} stands here twice",
                ),
                Words("核对评比期，只留一个", "check the period and keep one of them"),
                honour.origin.at("period" if honour.period else "when"),
            )
        seen.add(key)


def _found(message: Words, remedy: Words, honour: Honour, *keys: str) -> Diagnostic:
    return Diagnostic(E_HONOUR, message, remedy, honour.origin.at(*keys))
