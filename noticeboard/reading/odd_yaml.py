"""What YAML allows and no file may have, as problems: each says what to write instead."""

from __future__ import annotations

import re

from yaml.events import ScalarEvent

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.reading.parser import Event
from noticeboard.reading.simple_yaml import MOST_ALIASED, MOST_LEVELS

E_CHARACTER = code("E-CHARACTER", "文件里有看不见的控制字符", "an invisible control character")
E_DUPLICATE_KEY = code("E-DUPLICATE-KEY", "同一个键写了两次", "a key that is given twice")
E_TAG = code("E-TAG", "用了 YAML 标签", "a YAML tag")
E_ALIAS = code("E-ALIAS", "YAML 别名有问题", "a YAML alias that cannot be used")
E_KEY = code("E-KEY", "键不能用", "a key that is not plain text")
E_DOCUMENTS = code("E-DOCUMENTS", "一个文件里有几份 YAML", "several YAML documents in one file")
E_DEPTH = code("E-DEPTH", "嵌套太深", "values nested too deep")


def unusable_character(character: str) -> Problem:
    """A character that no file may have."""
    name = f"U+{ord(character):04X}"
    return Problem(
        E_CHARACTER,
        Words(
            f"这里有看不见的控制字符 {name}，多半是粘贴时带进来的", f"an invisible control character {name}"
        ),
        Words(
            "删去它：把前后的字一起删掉重打", "delete it: remove the letters around it and type them again"
        ),
    )


def duplicate_key(key: str, first: int, second: int) -> Problem:
    """A key that stands on two lines of one mapping."""
    return Problem(
        E_DUPLICATE_KEY,
        Words(
            f"键“{key}”写了两次：第 {first} 行和第 {second} 行",
            f"the key “{key}” is given twice: on lines {first} and {second}",
        ),
        Words("留下一个，删去另一个", "keep one and delete the other"),
    )


def tag() -> Problem:
    """A value with a tag."""
    return Problem(
        E_TAG,
        Words(
            "以 ! 开头的写法是 YAML 标签，这里不能用",
            "a word that starts with ! is a YAML tag, which is not allowed",
        ),
        Words("如果是文字，用引号括起来；否则删去标签", "put quotes around text; otherwise delete the tag"),
    )


def unusable_key(event: Event) -> Problem:
    """A key that is no text, an empty one, or the merge key."""
    if isinstance(event, ScalarEvent) and event.value == "<<":
        message = Words("不能用合并键 <<", "the merge key << is not supported")
    elif isinstance(event, ScalarEvent):
        message = Words("冒号前面缺少键名", "there is no key before the colon")
    else:
        message = Words(
            "键只能是一段文字，不能是列表、映射或别名", "a key is text, not a list, a mapping or an alias"
        )
    return Problem(
        E_KEY,
        message,
        Words("写成“键: 值”，例如 name: 示例小区", "write “key: value”, for example name: 示例小区"),
    )


def second_document() -> Problem:
    """A second document in a file."""
    return Problem(
        E_DOCUMENTS,
        Words(
            "这一行 --- 开始了第二份 YAML，一个文件只能有一份",
            "this line --- starts a second YAML document in the file",
        ),
        Words(
            "删去这一行 ---，或把后面的内容移到另一个文件",
            "delete the line ---, or move what follows to another file",
        ),
    )


def start_of_level(text: str, level: int) -> int:
    """The index of the bracket that opens `level` in a text that is nested deeper than that by brackets."""
    depth = 0
    for match in re.finditer(r"[\[{\]}]", text):
        depth += 1 if match[0] in "[{" else -1
        if depth == level:
            return match.start()
    return 0


def too_deep() -> Problem:
    """A value inside more than `MOST_LEVELS` others."""
    return Problem(
        E_DEPTH,
        Words(f"嵌套超过 {MOST_LEVELS} 层", f"values are nested more than {MOST_LEVELS} levels deep"),
        Words("检查括号和缩进，减少层数", "check brackets and indentation and use fewer levels"),
    )


def unknown_alias(name: str) -> Problem:
    """An alias of what is not there."""
    return Problem(
        E_ALIAS,
        Words(
            f"以 * 开头的 *{name} 是 YAML 别名，但前面没有 &{name}",
            f"*{name} is a YAML alias, but there is no &{name} before it",
        ),
        Words(f'如果是文字，加上引号："*{name}"', f'if it is text, put quotes around it: "*{name}"'),
    )


def too_many_aliases() -> Problem:
    """Aliases that stand for more than `MOST_ALIASED` values."""
    return Problem(
        E_ALIAS,
        Words(
            f"别名展开后超过 {MOST_ALIASED} 个值", f"the aliases stand for more than {MOST_ALIASED} values"
        ),
        Words("不用别名，直接写出内容", "write the content out without aliases"),
    )
