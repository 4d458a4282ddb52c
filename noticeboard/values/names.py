"""Names of persons: surname, the form for print without consent, and setting in rosters.

Redaction replaces, it does not drop: a person without consent stays in the roster as 姓+同志. Where the
surname cannot be told for certain no part of the name may be shown, so every doubt ends in None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from noticeboard.languages import Language

_COMPOUND = """
万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙
仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷
公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 独孤 南郭 北宫
歐陽 司馬 諸葛 聞人 東方 赫連 尉遲 澹臺 濮陽 單于 公孫 仲孫 軒轅 鍾離 長孫 鮮于 閭丘 子車 顓孫 巫馬 樂正
壤駟 夾谷 穀梁 東郭 南門 東門 西門 南宮 獨孤 北宮
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
"""The surnames of two characters, as in 《百家姓》 with a few common ones besides, in both scripts."""

COMMON_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江"
    "傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
"""The hundred most common surnames of one character, by which a name in running text is told."""

_LONGEST_WITH_ONE = 3
_LONGEST_WITH_TWO = 4


def is_han(char: str) -> bool:
    """Whether `char` is one Chinese character: a unified or compatibility ideograph of any plane, or 〇."""
    if len(char) != 1:
        return False
    point = ord(char)
    return (
        0x4E00 <= point <= 0x9FFF
        or 0x3400 <= point <= 0x4DBF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x3FFFD
        or point == 0x3007
    )


def _han_characters(name: str) -> str | None:
    """`name` without the spaces that rosters put between characters; None unless all of it is Chinese."""
    characters = re.sub(r"\s", "", name)
    return characters if characters and all(map(is_han, characters)) else None


def surname(name: str) -> str | None:
    """The surname in a Chinese name: 欧阳 of three or four characters, else the first of two or three.

    None when it cannot be told: single characters, names with ·, Latin letters or digits, a compound
    surname with no given name, and names of four or more characters that begin with no compound surname.
    """
    characters = _han_characters(name)
    if characters is None:
        return None
    if characters[:2] in COMPOUND_SURNAMES:
        return characters[:2] if 2 < len(characters) <= _LONGEST_WITH_TWO else None
    return characters[0] if 1 < len(characters) <= _LONGEST_WITH_ONE else None


def redacted_name(name: str, language: Language = "zh") -> str:
    """What stands for a person without consent: 王同志, 欧阳同志, 某同志 if the surname cannot be told."""
    known = surname(name)
    if language == "zh":
        return f"{known or '某'}同志"
    return f"Comrade {known}" if known else "name withheld"


def is_redacted(name: str) -> bool:
    """Whether a name is what stands for a person without consent."""
    return name.endswith("同志") or name.startswith("Comrade ") or name == redacted_name("", "en")


@lru_cache(maxsize=4096)
def in_width_of_three(name: str) -> tuple[str, str] | None:
    """The two characters of a name that is set in the width of three; None for every other name."""
    characters = re.sub(r"\s", "", name)
    if len(characters) != 2 or not all(map(is_han, characters)):
        return None
    return characters[0], characters[1]
