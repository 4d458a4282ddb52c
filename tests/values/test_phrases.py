"""Where headings and lines of facts may be parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.values.phrases import parts, phrases


@pytest.mark.parametrize(
    ("heading", "pieces"),
    (
        ("增补自管会成员候选人公示", "增补｜自管会｜成员｜候选人公示"),
        ("小区公共收益使用方案公示", "小区｜公共｜收益｜使用｜方案公示"),
        ("1号楼1单元加装电梯", "1号楼｜1单元｜加装电梯"),
        ("雨水篦子、下水道整修（德丰物业）", "雨水｜篦子、｜下水道｜整修｜（德｜丰｜物业）"),
        ("清理楼道堆放的杂物", "清理｜楼道｜堆放的杂物"),
        ("停水通知", "停水通知"),
        ("", ""),
    ),
)
def test_a_heading_is_parted_between_words_and_ends_in_three_characters(heading: str, pieces: str) -> None:
    assert "｜".join(phrases(heading)) == pieces


@pytest.mark.parametrize(
    ("line", "pieces"),
    (
        ("已完成3项，超期1项", "已完成3项，｜超期1项"),
        ("党组织1 · 自治组织1 · 志愿服务组织1", "党组织1 · ｜自治组织1 · ｜志愿服务组织1"),
        ("2026年10月10日至2026年10月11日", "2026年10月10日至｜2026年10月11日"),
        ("3 done, 1 overdue", "3 done, ｜1 overdue"),
        ("62,800元", "62,800元"),
        ("", ""),
    ),
)
def test_a_line_of_facts_is_parted_between_them(line: str, pieces: str) -> None:
    assert "｜".join(parts(line)) == pieces


@given(st.text(alphabet="公示通知改造1号楼A，。（）的、 元"))
def test_nothing_is_lost_and_no_piece_begins_with_a_closing_mark(text: str) -> None:
    assert "".join(phrases(text)) == "".join(parts(text)) == text
    assert not any(piece[0] in "，。、）" for piece in phrases(text)[1:])
