from __future__ import annotations

import advances
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.boards.breaking import break_text, broken
from noticeboard.boards.measure import Weight, missing, width_mm
from noticeboard.boards.people import name_column, set_name
from noticeboard.boards.runs import TIGHT_CLOSING, TIGHT_OPENING, Run, line_em, runs
from noticeboard.boards.typesetting import SetText, set_heading, set_text


def rows(text: str, ems: float) -> list[str]:
    return list(broken(text, ems).lines)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    (
        ("一二三四五六", 3, ["一二三", "四五六"]),
        ("一二三，四五", 3, ["一二", "三，四", "五"]),
        ("一二（三四）五", 3, ["一二", "（三", "四）五"]),
        ("一二《三》四", 3, ["一二", "《三》", "四"]),
        ("水压0.35兆帕", 3, ["水压", "0.35", "兆帕"]),
        ("任期至2023年6月", 6, ["任期至", "2023年6月"]),
        ("新装充电桩20个", 6, ["新装充电桩", "20个"]),
        ("example.org/b/k7m2qx/", 7, ["example.org/", "b/k7m2qx/"]),
        ("0371-0000-0000", 4, ["0371-00", "00-0000"]),
        ("第一行\n第二行", 9, ["第一行", "第二行"]),
        ("等等……好", 3, ["等", "等……", "好"]),
    ),
)
def test_lines_end_where_chinese_setting_allows(text: str, ems: float, lines: list[str]) -> None:
    assert rows(text, ems) == lines


@given(st.text(alphabet="一二三四，。、）》（《2020年a ·", max_size=40), st.integers(4, 12))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, ems: int) -> None:
    lines = rows(text, ems)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        only_marks = line.strip("，。、）》（《·") == "" or len(line.strip("，。、）》（《·")) == 1
        assert line_em(runs(line), 400) <= ems + 1e-6 or only_marks


@pytest.mark.parametrize(
    ("text", "line"),
    (
        ("通气120户", (Run("通气"), Run("120", "gap"), Run("户", "gap"))),
        ("方案》，现", (Run("方案"), Run("》", "halt"), Run("，现"))),
        ("修。《方", (Run("修"), Run("。", "halt"), Run("《方"))),
        ("（《方", (Run("（"), Run("《", "halt"), Run("方"))),
        ("好", (Run("好"),)),
    ),
)
def test_marks_stand_tight_and_latin_stands_off(text: str, line: tuple[Run, ...]) -> None:
    assert runs(text) == line


def test_advances_are_those_of_the_fonts() -> None:
    assert advances.TOLD.read_text(encoding="ascii") == advances.told_by_fonts()


def test_the_font_has_a_half_width_for_every_mark_that_is_set_tight() -> None:
    with TTFont("noticeboard/fonts/NotoSansSC-Regular.ttf") as font:
        names = font.getBestCmap()
        table = font["GPOS"].table
        lookups = {
            i
            for f in table.FeatureList.FeatureRecord
            if f.FeatureTag == "halt"
            for i in f.Feature.LookupListIndex
        }
        halved = {
            g for i in lookups for part in table.LookupList.Lookup[i].SubTable for g in part.Coverage.glyphs
        }
    assert [c for c in TIGHT_CLOSING + TIGHT_OPENING if names[ord(c)] not in halved] == []


def test_a_paragraph_moves_in_by_two_characters() -> None:
    text = set_text("一二三四五六七", 5, 25, indent=True)
    assert text.lines == ((Run("", "indent"), Run("一二三")), (Run("四五六七"),))
    assert text.width == 25


def test_a_heading_never_ends_in_one_character() -> None:
    assert [len(line[0].text) for line in set_heading("一二三四五六七八九", 5, 40).lines] == [6, 3]


def test_a_heading_parts_no_word_of_the_field() -> None:
    lines = set_heading("增补自管会成员候选人公示", 5, 35).lines
    assert [line[0].text for line in lines] == ["增补自管会成员", "候选人公示"]


def test_sizes_of_a_set_text() -> None:
    text = SetText(((Run("一二"),), (Run("三"),)), 4.75, 700, 1.4)
    assert (text.css, text.plain) == ("t475 l140 b", "一二三")
    assert text.height == pytest.approx(2 * 4.75 * 1.4)
    assert text.width == 9.5


def test_rare_characters_of_names_are_in_the_font_and_others_are_named() -> None:
    assert missing("示例䶮㛃堃𬭎") == ()
    assert missing("示例𠮷𠮷") == ("𠮷",)
    assert width_mm("示例𠮷", 4) == 12


def test_a_name_of_two_characters_has_the_width_of_three() -> None:
    assert set_name("示例", 5, 99).width == set_name("示例甲", 5, 99).width == 15
    assert [name_column(names) for names in (("示例",), ("欧阳示例",), ("示例·示例甲",), ())] == [3, 4, 6, 3]


@given(
    st.text(alphabet="一二三四，。、）》（《2020年ab /-·\n志愿服务队", max_size=60),
    st.lists(st.floats(1, 20) | st.integers(2, 40).map(lambda half: half / 2), min_size=1, max_size=20),
    st.sampled_from((400, 700)),
    st.sampled_from((0.0, 2.0)),
    st.booleans(),
)
def test_a_text_that_was_broken_before_breaks_as_if_it_were_new(
    text: str, rooms: list[float], weight: Weight, indent: float, whole: bool
) -> None:
    for room in rooms:
        before = broken(text, room, weight, indent=indent, whole=whole)
        assert before.lines == break_text(text, room, weight, indent, whole).lines
