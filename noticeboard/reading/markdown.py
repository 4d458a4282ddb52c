"""Markdown to HTML that is safe to put into a page.

Python-Markdown is used because it makes `**“加粗”**文字` bold; parsers after CommonMark's rules do not.
Markup in data is text: the two places where Python-Markdown lets HTML through are taken out, so `<b>` in a
file is shown as `<b>`. At the very end nh3 keeps only what is in an explicit list, whatever came before.

    source ─ Python-Markdown ▶ tree ─ Outline: headings, ids, pictures, alignment ▶ HTML
      ─ line ends between Chinese characters removed ─ nh3 ▶ safe HTML

Most texts are a few paragraphs and a list, and most of the time goes into looking for what is not there: so each
step is taken out whose signs do not stand in the text (`SIGNS`), and some are made cheaper (`markdown_steps`), which
leaves the HTML as it is. HTML of nothing but a few tags without attributes (`PLAIN_HTML`) is not handed to nh3, which
would not change it. Ten texts in one conversion would take a third less again, which is not done: a list at the end
of one and a list at the start of the next become one list.

This module must never let through a scheme, tag or attribute that is not in its lists, a picture from
elsewhere than `photos/`, a style or a script; and it never looks at Jinja syntax, which is text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from noticeboard.languages import Language, Words
from noticeboard.reading.markdown_steps import PLAIN_HTML, KeptLines, MarkedTexts, PlainHtml, Steps

TEXT_TAGS = ("a", "br", "code", "del", "em", "img", "span", "strong", "sub", "sup")
BLOCK_TAGS = ("blockquote", "div", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul")
TABLE_TAGS = ("table", "tbody", "td", "th", "thead", "tr")
TAGS = frozenset({*TEXT_TAGS, *BLOCK_TAGS, *TABLE_TAGS})
ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title"},
    "img": {"alt", "height", "src", "title", "width"},
    "ol": {"start"},
    "th": {"scope"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
UNSAFE_IN_LINK = re.compile(r"[\x00-\x20\x7f]|^[/\\]{2}|^/\\|^\\")
"""Blanks hide a scheme from nh3 (`jav ascript:`); `//host` leads to another host."""
PHOTO = re.compile(r"photos(?:/(?!\.)(?:[^/\\?#:%]|%(?!2[EeFf]|5[Cc])[0-9A-Fa-f]{2})+)+")
"""No step up, no hidden file, no query; percent-encoded only what is no dot and no slash."""
CLASS = re.compile(r"[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BACK_TO_TEXT = Words("回到正文中注 {} 处", "Back to note {} in the text")

CHINESE = (
    "\u2e80-\u303f\u3040-\u30ff\u3105-\u312f\u31a0-\u31ef\u3220-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
"""Characters of scripts written without blanks, with their marks and full-width forms; not Korean."""
SHARED_MARKS = "“”‘’—…·"
"""Marks of Chinese text that other languages use as well: joined only beside a Chinese character."""
INLINE_TAGS = r"(?:</?(?:a|code|del|em|span|strong|sub|sup)\b[^>]*>)*"
BLOCK_ENDS = tuple(f"{start}{tag}>" for tag in (*BLOCK_TAGS, *TABLE_TAGS, "br") for start in ("<", "</"))
"""What a line ends with that is never joined to the next."""
PRE_BLOCK = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
LINE_END = re.compile(
    rf"(?<=[{CHINESE}])({INLINE_TAGS})[ \t]*\n[ \t]*({INLINE_TAGS})(?=[{CHINESE}{SHARED_MARKS}])"
    rf"|(?<=[{SHARED_MARKS}])({INLINE_TAGS})[ \t]*\n[ \t]*({INLINE_TAGS})(?=[{CHINESE}])"
)

SIGNS = {
    "attr_list": ("{",),
    "autolink": ("<",),
    "automail": ("<",),
    "backtick": ("`",),
    "code": ("    ", "\t"),
    "em_strong": ("*", "_"),
    "em_strong2": ("*", "_"),
    "entity": ("&",),
    "escape": ("\\",),
    "footnote": ("[",),
    "footnote-duplicate": ("[",),
    "hashheader": ("#",),
    "image_link": ("[",),
    "image_reference": ("[",),
    "indent": ("    ", "\t"),
    "linebreak": ("  ", "\t"),
    "link": ("[",),
    "normalize_whitespace": ("\r", "\t", "\n "),
    "not_strong": ("*", "_"),
    "olist": (".",),
    "quote": (">",),
    "reference": ("[",),
    "short_image_ref": ("[",),
    "short_reference": ("[",),
    "table": ("|",),
    "unescape": ("`", "\\"),
}
"""The steps of Python-Markdown that do nothing in a text in which none of their signs stands, by their names there.

A step of another name is never taken out, so that one that a later version adds is not lost."""
EVERY_SIGN = frozenset(sign for signs in SIGNS.values() for sign in signs)
PLAIN_SIGNS = frozenset({"*", "_", "."})
"""Those of paragraphs, lists, bold and italics."""
PLACEHOLDERS = ("\x02", "\x03")
"""Characters that Python-Markdown removes first; what stands on both sides of them may then be a sign."""


@lru_cache(maxsize=1_000)
def to_html(source: str, *, heading_level: int = 3, id_prefix: str = "", language: Language = "zh") -> str:
    """The safe HTML of a Markdown text with tables, footnotes and attribute lists.

    The highest heading becomes `h{heading_level}` (2 to 6) and no level below it is skipped. Every id, also
    of footnotes, starts with `id_prefix`, so that several texts can stand on one page. Aligned table cells
    get the class `align-left`, `align-center` or `align-right`. Not safe for several threads at once.
    """
    converter = _converter(language, _signs_in(source))
    converter.outline.heading_level = heading_level
    converter.outline.id_prefix = id_prefix
    converter.markdown.reset()
    html = converter.markdown.convert(source)
    return html if PLAIN_HTML.fullmatch(html) else _CLEANER.clean(html)


def _signs_in(source: str) -> frozenset[str]:
    if any(mark in source for mark in PLACEHOLDERS):
        return EVERY_SIGN
    return frozenset([sign for sign in EVERY_SIGN if sign in source])


class _Converter(NamedTuple):
    """A Markdown instance, which is slow to make and so kept, and the step in it that takes arguments."""

    markdown: Markdown
    outline: _Outline


@lru_cache(maxsize=100)
def _converter(language: Language, signs: frozenset[str]) -> _Converter:
    markdown = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            AttrListExtension(),
            SaneListExtension(),
            FootnoteExtension(BACKLINK_TITLE=BACK_TO_TEXT.to(language)),
            _TextOnly(),
        ],
        output_format="html",
    )
    outline = _Outline(markdown)
    markdown.treeprocessors.register(outline, "outline", 5)  # after attribute lists (8)
    for name in (name for name, needed in SIGNS.items() if signs.isdisjoint(needed)):
        markdown.parser.blockprocessors.deregister(name, strict=False)
        markdown.inlinePatterns.deregister(name, strict=False)
        markdown.treeprocessors.deregister(name, strict=False)
        markdown.postprocessors.deregister(name, strict=False)
    _make_cheaper(markdown, signs)
    return _Converter(markdown, outline)


def _make_cheaper(markdown: Markdown, signs: frozenset[str]) -> None:
    """Put cheaper steps in the place of those that do more than a text with these signs needs."""
    steps = markdown.treeprocessors
    markdown.parser.blockprocessors = Steps(markdown.parser.blockprocessors)  # type: ignore[assignment]  # read only
    markdown.inlinePatterns = Steps(markdown.inlinePatterns)  # type: ignore[assignment]  # as above
    if signs.isdisjoint(SIGNS["normalize_whitespace"]):
        markdown.preprocessors.register(KeptLines(markdown), "normalize_whitespace", 30)
    if signs <= PLAIN_SIGNS:
        markdown.serializer = PlainHtml((steps["prettify"], steps["outline"]), markdown.serializer)
        steps.deregister("prettify")
        steps.deregister("outline")
        steps.register(MarkedTexts(markdown), "inline", 20)


class _TextOnly(Extension):
    """HTML in the source is text, and lines of Chinese are joined."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name that Python-Markdown calls
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.postprocessors.register(_ChineseLines(md), "chinese_lines", 1)  # after everything is in place


class _ChineseLines(Postprocessor):
    """Removes line ends between two Chinese characters, where a browser would show a blank."""

    def run(self, text: str) -> str:
        """The HTML with lines joined, except in blocks of code."""
        if all(line.endswith(BLOCK_ENDS) for line in text.split("\n")[:-1]):
            return text
        parts = PRE_BLOCK.split(text)
        parts[::2] = [LINE_END.sub(_tags_alone, part) for part in parts[::2]]
        return "".join(parts)


def _tags_alone(match: re.Match[str]) -> str:
    return "".join(group or "" for group in match.groups())


class _Outline(Treeprocessor):
    """Fits a text into the page around it: levels of headings, ids, pictures, cells."""

    heading_level = 3
    id_prefix = ""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        elements = list(root.iter())
        self._shift_headings([element for element in elements if element.tag in HEADINGS])
        self._prefix_ids(elements)
        for element in elements:
            if element.tag in {"td", "th"}:
                _mark_cell(element)
            elif element.tag == "a" and "href" in element.attrib:
                element.set("href", element.get("href", "").replace(" ", "%20"))
            elif element.tag == "img" and not PHOTO.fullmatch(element.get("src", "")):
                _show_alternative(element)

    def _shift_headings(self, headings: list[Element]) -> None:
        highest = min((int(heading.tag[1]) for heading in headings), default=1)
        before = self.heading_level - 1
        for heading in headings:
            wanted = int(heading.tag[1]) - highest + self.heading_level
            before = min(wanted, before + 1, 6)
            heading.tag = f"h{before}"

    def _prefix_ids(self, elements: list[Element]) -> None:
        """Ids with the prefix, each once, and the links within the text to them."""
        renamed: dict[str, str] = {}
        for element in elements:
            name = element.attrib.pop("id", None)
            if name and name not in renamed:
                renamed[name] = self.id_prefix + re.sub(r"\s+", "-", name)
                element.set("id", renamed[name])
        for link in elements if renamed else ():
            target = link.get("href", "") if link.tag == "a" else ""
            if target.startswith("#") and target[1:] in renamed:
                link.set("href", "#" + renamed[target[1:]])


def _mark_cell(cell: Element) -> None:
    align = cell.attrib.pop("align", None)
    if align:
        cell.set("class", f"{cell.get('class', '')} align-{align}".strip())
    if cell.tag == "th":
        cell.set("scope", "col")


def _show_alternative(picture: Element) -> None:
    """Make a picture from elsewhere its alternative text: a page loads nothing from another host."""
    alternative, tail = picture.get("alt", ""), picture.tail
    picture.clear()
    picture.tag, picture.text, picture.tail = "span", alternative, tail


def _filter_attribute(_tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute that may stay, or None."""
    if attribute == "href":
        return value if is_safe_link(value) else None
    if attribute == "src":
        return value if PHOTO.fullmatch(value) else None
    if attribute == "class":
        return value if CLASS.fullmatch(value) else None
    if attribute in {"height", "start", "width"}:
        return value if value.isascii() and value.isdigit() else None
    return value


def is_safe_link(target: str) -> bool:
    """Whether a link is relative, or absolute with one of the schemes http, https, mailto and tel."""
    if UNSAFE_IN_LINK.search(target):
        return False
    if ":" not in re.split(r"[/?#]", target, maxsplit=1)[0]:
        return True
    scheme = SCHEME.match(target)
    return scheme is not None and scheme[1].lower() in SCHEMES


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    attribute_filter=_filter_attribute,
    url_schemes=set(SCHEMES),
    link_rel=None,
)
