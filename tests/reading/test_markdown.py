"""Markdown to HTML: Chinese text set well, and nothing unsafe in the output."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from noticeboard.reading.markdown import _CLEANER, EVERY_SIGN, _converter, is_safe_link, to_html


@pytest.mark.parametrize(
    ("source", "html"),
    (
        ("**“加粗”**文字", "<p><strong>“加粗”</strong>文字</p>"),
        ("他说**重要！**然后", "<p>他说<strong>重要！</strong>然后</p>"),
        ("第一行\n第二行", "<p>第一行第二行</p>"),
        ("第一行，\n第二行", "<p>第一行，第二行</p>"),
        ("他说\n“好”\n然后", "<p>他说“好”然后</p>"),
        ("甲**乙\n丙**\n丁", "<p>甲<strong>乙丙</strong>丁</p>"),
        ("two\nwords", "<p>two\nwords</p>"),
        ("共 120\n户", "<p>共 120\n户</p>"),
        ("한국\n어", "<p>한국\n어</p>"),
        ("“two”\n“words”", "<p>“two”\n“words”</p>"),
        ("换行  \n不合并", "<p>换行<br>\n不合并</p>"),
        ("    代码\n    两行", "<pre><code>代码\n两行\n</code></pre>"),
        ("> 引\n> 文", "<blockquote>\n<p>引文</p>\n</blockquote>"),
        ("1. 一\n2. 二", "<ol>\n<li>一</li>\n<li>二</li>\n</ol>"),
    ),
)
def test_chinese_text(source: str, html: str) -> None:
    assert to_html(source) == html


@pytest.mark.parametrize(
    ("source", "html"),
    (
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n\n**x**\n\n</div>", "<p>&lt;div&gt;</p>\n<p><strong>x</strong></p>\n<p>&lt;/div&gt;</p>"),
        ("<!-- x -->", "<p>&lt;!-- x --&gt;</p>"),
        ("{{ a }} {% x %} {# y #}", "<p>{{ a }} {% x %} {# y #}</p>"),
        ("[a](javascript:alert)", "<p><a>a</a></p>"),
        ("[a](JaVaScRiPt:alert)", "<p><a>a</a></p>"),
        ("[a](jav  ascript:alert)", "<p><a>a</a></p>"),
        ("[a](data:text/html,x)", "<p><a>a</a></p>"),
        ("[a](//example.com)", "<p><a>a</a></p>"),
        ("[a](https://example.com/?a=1&b=2)", '<p><a href="https://example.com/?a=1&amp;b=2">a</a></p>'),
        ("[a](tel:037100000000)", '<p><a href="tel:037100000000">a</a></p>'),
        ("[a](../tasks/ 甲.html)", '<p><a href="../tasks/%20甲.html">a</a></p>'),
        ("![楼](photos/楼.jpg)", '<p><img alt="楼" src="photos/楼.jpg"></p>'),
        ("![楼](https://example.com/a.jpg)", "<p><span>楼</span></p>"),
        ("![楼](photos/../a.jpg)", "<p><span>楼</span></p>"),
        ("![楼](photos/%2e%2e/a.jpg)", "<p><span>楼</span></p>"),
        ("字\n{: style=color:red onclick=x .wide #甲 }", '<p class="wide" id="甲">字</p>'),
    ),
)
def test_markup_is_text_and_links_are_safe(source: str, html: str) -> None:
    assert to_html(source) == html


def test_headings_start_below_the_page_and_skip_no_level() -> None:
    source = "## 甲\n\n#### 乙\n\n### 丙\n\n## 丁"
    assert re.findall(r"<(h\d)", to_html(source)) == ["h3", "h4", "h4", "h3"]
    assert re.findall(r"<(h\d)", to_html(source, heading_level=2)) == ["h2", "h3", "h3", "h2"]
    assert re.findall(r"<(h\d)", to_html("# 一\n## 二\n### 三", heading_level=5)) == ["h5", "h6", "h6"]


def test_tables_name_their_columns_and_align_by_class() -> None:
    html = to_html("| 项目 | 元 |\n|---|--:|\n| 燃气 | 5 |")
    assert '<th class="align-right" scope="col">元</th>' in html
    assert '<td class="align-right">5</td>' in html


def test_footnotes_of_two_texts_do_not_meet_on_one_page() -> None:
    source = "甲[^1]\n\n[^1]: 注"
    first, second = to_html(source, id_prefix="a-"), to_html(source, id_prefix="b-")
    ids = re.findall(r'id="([^"]+)"', first + second)
    assert ids == ["a-fnref:1", "a-fn:1", "b-fnref:1", "b-fn:1"]
    assert re.findall(r'href="#([^"]+)"', first) == ["a-fn:1", "a-fnref:1"]
    assert 'title="回到正文中注 1 处"' in first
    assert 'title="Back to note 1 in the text"' in to_html(source, language="en")


def test_an_id_is_given_once_and_links_follow_its_prefix() -> None:
    html = to_html("甲\n{: #x}\n\n乙\n{: #x}\n\n[去](#x) [别处](#y)", id_prefix="p-")
    assert html.count('id="p-x"') == 1
    assert re.findall(r'href="([^"]+)"', html) == ["#p-x", "#y"]


def test_nothing_of_one_text_is_left_for_the_next() -> None:
    to_html("[ref]: https://example.com\n\n[^1]: 注\n\n甲[^1]")
    assert to_html("[ref] 乙[^1]") == "<p>[ref] 乙[^1]</p>"


@pytest.mark.parametrize("source", (">" * 1000, "- " * 300, "**甲" * 500, "[" * 500, "`" * 999 + "甲"))
def test_deep_nesting_is_no_error(source: str) -> None:
    assert to_html(source)


@pytest.mark.parametrize("target", ("a/b.html", "#x", "?q=1:2", "a/b:c", "mailto:a@example.com", "HTTPS://x"))
def test_safe_links(target: str) -> None:
    assert is_safe_link(target)


@pytest.mark.parametrize(
    "target",
    ("java\tscript:x", " https://x", "\\\\host\\x", "/\\host", "vbscript:x", "file:///etc", "x y", "中:x"),
)
def test_unsafe_links(target: str) -> None:
    assert not is_safe_link(target)


PIECES = st.lists(
    st.sampled_from(
        ("<script>", "</p>", '" onclick="x', "[a](", "javascript:x", ")", "![", "](photos/", "`", "*", "\n",
         "{: ", "}", "中", "<a href='data:x'>", "&lt;", "&#60;b>", "[^1]", "[^1]: ", "|", "-",
         "<img src=x onerror=y>", "style=x ")
    ),
    max_size=20,
).map("".join)  # fmt: skip


BLOCKS = st.lists(
    st.sampled_from(
        ("甲", "乙**丙**", "*a* b_c_d", "***甲**乙*", "- ", "* ", "1. ", "2. ", "+ ", "\n", "\n\n", " ", "  ",
         "---", "===", "“", '"', "\xa0", "\x00", "\x1b", "\ufffe")
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES | BLOCKS | st.text("[]()!^:*_`\\\\<>&;#{}|-=+.1 \n\t\r\x02\x03a甲"))
@example("甲\x02\n[\x02^1]: 乙 \x03 \n\n甲[^1]")
@example("\t\x03")
@example("- 甲\n- 乙\n\n- *丙*\n\n  丁\n1. 戊\n* * 己")
@example("![a][b]\n\n[b]: photos/a.jpg")
@example("| a | b |\n|---|:-:|\n| `x|y` | \\\\* |")
def test_what_is_taken_out_would_have_done_nothing(source: str) -> None:
    whole = _converter("zh", EVERY_SIGN)
    whole.markdown.reset()
    whole.outline.heading_level, whole.outline.id_prefix = 3, ""
    html = _CLEANER.clean(whole.markdown.convert(source))
    assert to_html(source) == html


@given(PIECES)
def test_no_markup_of_the_source_survives(source: str) -> None:
    html = to_html(source)
    inside = " ".join(re.findall(r"<[^<>]*>", html))
    assert not re.search(r"<script|<b>|\son\w+=|\sstyle=", inside)
    assert not re.search(r'(?:href|src)="\s*(?:javascript|data):', html)
