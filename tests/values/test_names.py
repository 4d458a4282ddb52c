from __future__ import annotations

import pytest

from noticeboard.values.names import COMPOUND_SURNAMES, in_width_of_three, is_han, redacted_name, surname


@pytest.mark.parametrize(
    ("name", "known", "redacted", "english"),
    (
        ("王示例", "王", "王同志", "Comrade 王"),
        ("王甲", "王", "王同志", "Comrade 王"),
        ("王　甲", "王", "王同志", "Comrade 王"),
        ("欧阳示例", "欧阳", "欧阳同志", "Comrade 欧阳"),
        ("欧阳甲", "欧阳", "欧阳同志", "Comrade 欧阳"),
        ("歐陽甲", "歐陽", "歐陽同志", "Comrade 歐陽"),
        ("诸葛甲", "诸葛", "诸葛同志", "Comrade 诸葛"),
        ("示例𬭎", "示", "示同志", "Comrade 示"),
        ("䶮示例", "䶮", "䶮同志", "Comrade 䶮"),
        ("欧阳", None, "某同志", "name withheld"),
        ("示例甲乙", None, "某同志", "name withheld"),
        ("示例·甲乙", None, "某同志", "name withheld"),
        ("Example A", None, "某同志", "name withheld"),
        ("王A", None, "某同志", "name withheld"),
        ("甲", None, "某同志", "name withheld"),
        ("", None, "某同志", "name withheld"),
        ("  ", None, "某同志", "name withheld"),
    ),
)
def test_only_a_certain_surname_is_shown(name: str, known: str | None, redacted: str, english: str) -> None:
    assert (surname(name), redacted_name(name), redacted_name(name, "en")) == (known, redacted, english)


@pytest.mark.parametrize("compound", sorted(COMPOUND_SURNAMES))
def test_every_compound_surname_has_two_characters_and_is_kept_whole(compound: str) -> None:
    assert len(compound) == 2
    assert surname(compound + "甲") == compound


@pytest.mark.parametrize(
    ("name", "pair"),
    (
        ("王甲", ("王", "甲")),
        ("王 甲", ("王", "甲")),
        ("王𬭎", ("王", "𬭎")),
        ("䶮㛃", ("䶮", "㛃")),
        ("王示例", None),
        ("甲", None),
        ("AB", None),
        ("王A", None),
        ("王·", None),
    ),
)
def test_a_name_of_two_characters_is_parted_to_the_width_of_three(
    name: str, pair: tuple[str, str] | None
) -> None:
    assert in_width_of_three(name) == pair


@pytest.mark.parametrize("char", ("一", "䶮", "㛃", "堃", "𬭎", "〇", "\uf900", "\U00031350"))
def test_a_chinese_character_of_any_block_is_one(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", ("A", "·", "，", "1", "あ", "", "一一", "　", "①"))
def test_anything_else_is_none(char: str) -> None:
    assert not is_han(char)
