"""Figures: what each of them computes to, with its hedge, and what is told where nothing can be computed."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import TODAY, check_site, lines, place, read

from noticeboard.checking.figures import compute_figures
from noticeboard.checking.references import index_of
from noticeboard.kinds import KINDS

STATED = """
- {id: gas, title: 通气, value: 120, unit: 户}
- {id: more, title: 更多, value: 1500余, unit: 户}
- {id: near, title: 接近, value: 近80, unit: 户}
- {id: zero, title: 没有, value: 0}
- {id: half, title: 一半, value: 60}
"""


def computed(root: Path, figures: str) -> dict[str, str]:
    """The text of each figure of the compound `c`, that of 120 households and 3 buildings, by id."""
    compound = place("楼院", "示例小区", "户数: 120\n楼栋: [{名称: 1号楼}, {名称: 2号楼}, {名称: 3号楼}]\n")
    files = {"c/place.yml": compound, "c/figures.yml": STATED + figures}
    places = read(root, files).places
    index, _ = index_of(places, KINDS, TODAY)
    values, diagnostics = compute_figures(places, index)
    assert diagnostics == []
    return {name: value.text("zh") for (_, name), value in values.items()}


@pytest.mark.parametrize(
    ("figure", "text"),
    (
        ("sum: [gas, half]", "180"),
        ("sum: [gas, more]", "1620余"),
        ("sum: [gas]", "120"),
        ("sum: [zero, half]", "60"),
        ("ratio: {of: half, to: gas}", "50.0%"),
        ("ratio: {of: gas, to: households}", "100%"),
        ("ratio: {of: near, to: gas}", "约66.7%"),
        ("per: {of: gas, to: building_count}", "40"),
        ("product: [gas, half]", "7200"),
        ("product: [near, half]", "约4800"),
        ("value: 0", "0"),
        ("value: 180, parts: [gas, half]", "180"),
    ),
)
def test_a_figure_computes_to(tmp_path: Path, figure: str, text: str) -> None:
    assert computed(tmp_path, f"- {{id: result, title: 结果, {figure}}}\n")["result"] == text


def test_figures_are_computed_whatever_their_order(tmp_path: Path) -> None:
    figures = """
- {id: c, title: 丙, sum: [b, gas]}
- {id: b, title: 乙, sum: [a, gas]}
- {id: a, title: 甲, value: 1}
"""
    values = computed(tmp_path, figures)
    assert (values["c"], values["b"]) == ("241", "121")


def test_a_chain_of_figures_may_be_long(tmp_path: Path) -> None:
    steps = [f"- {{id: f{n}, title: 第{n}步, sum: [f{n + 1}, gas]}}\n" for n in range(1500)]
    values = computed(tmp_path, "".join((*steps, "- {id: f1500, title: 起点, value: 0}\n")))
    assert values["f0"] == "180,000"


def test_a_circle_of_figures_may_be_long(tmp_path: Path) -> None:
    rows = [f"- {{id: f{n}, title: 第{n}步, sum: [f{(n + 1) % 1500}]}}\n" for n in range(1500)]
    found = lines(check_site(tmp_path, {"c/figures.yml": "".join(rows)}))
    assert [each.split(" ")[:2] for each in found] == [["c/figures.yml:1:3", "E-FIGURE-CYCLE"]]


REMEDY = "断开其中一处"


@pytest.mark.parametrize(
    ("figures", "expected"),
    (
        (
            "- {id: a, title: 甲, sum: [a]}\n",
            [f"c/figures.yml:1:3 E-FIGURE-CYCLE 这个数字最后要用到它自己：a → a → {REMEDY}"],
        ),
        (
            "- {id: a, title: 甲, sum: [b]}\n"
            "- {id: b, title: 乙, ratio: {of: c, to: one}}\n"
            "- {id: c, title: 丙, sum: [b, one]}\n"
            "- {id: one, title: 一, value: 1}\n",
            [f"c/figures.yml:2:3 E-FIGURE-CYCLE 这个数字最后要用到它自己：b → c → b → {REMEDY}"],
        ),
        (
            "- {id: a, title: 甲, value: 1}\n"
            "- {id: b, title: 乙, value: 0}\n"
            "- {id: c, title: 丙, ratio: {of: a, to: b}}\n",
            ["c/figures.yml:3:3 E-NUMBER 除数是 0，算不出来 → 改正基数，或删去这个数字"],
        ),
        (
            "- {id: a, title: 甲, value: 1}\n"
            "- {id: b, title: 比率, ratio: {of: a, to: a}}\n"
            "- {id: c, title: 丙, sum: [a, b]}\n",
            [
                "c/figures.yml:3:30 E-NO-NUMBER “比率”是比率，不能再参加计算 → 改为引用它的分子和分母",
            ],
        ),
        (
            "- {id: a, title: 甲, sum: [households]}\n",
            ["c/figures.yml:1:27 E-NO-NUMBER “示例小区”没有写户数 → 在它的 place.yml 里加一行 households: …"],
        ),
        (
            "- {id: a, title: 甲, value: 1, sum: [households]}\n- {title: 乙}\n",
            [
                "c/figures.yml:1:36 E-FIGURE value、sum、ratio、per、product 要正好写一个，这里是：value、sum"
                " → 来源给出的数写 value；计算得出的写 sum、ratio、per 或 product",
                "c/figures.yml:2:11 E-FIGURE value、sum、ratio、per、product 要正好写一个，这里是：都没有"
                " → 来源给出的数写 value；计算得出的写 sum、ratio、per 或 product",
            ],
        ),
        (
            "- {id: a, title: 甲, value: 1}\n- {id: b, title: 总数, value: 3, unit: 户, parts: [a, a]}\n",
            [
                "c/figures.yml:2:29 W-PARTS 分项合计2户，总数写作3户"
                " → 核对来源；确实如此就保留，页面会注明"
                "。可以这样写：来源写总数3户，有分项的2户"
            ],
        ),
    ),
)
def test_what_cannot_be_computed(tmp_path: Path, figures: str, expected: list[str]) -> None:
    assert lines(check_site(tmp_path, {"c/figures.yml": figures})) == expected
