"""Text in the two languages of the interface, Chinese first.

Content is never translated; what the program itself says (messages, labels of fields, words of the
frame) is written as a `Words` at the place that says it, so that neither language can be forgotten.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Words(NamedTuple):
    """One text in Chinese and in English."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """The text in `language`."""
        return self.zh if language == "zh" else self.en


def ending(number: object) -> str:
    """The ending `{s}` of an English noun beside `number`: `1 day`, `2 days`."""
    return "" if str(number) == "1" else "s"


def html_language(language: Language) -> str:
    """The `lang` attribute of a page whose frame is in `language`."""
    return "zh-CN" if language == "zh" else "en"
