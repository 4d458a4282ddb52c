"""Charts: lengths follow numbers, texts stay as given, nothing leaves the picture, the table says the same."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.chart import WIDTH, ChartRow, Picture, bars, broken, line, text_width
from noticeboard.document import Chart, Section
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme

COUNT, PAIR = ("件数",), ("应付", "已付")


def row(label: str, *numbers: int, text: str = "", apart: bool = False) -> ChartRow:
    texts = (text,) if text else tuple(f"{n:,}" for n in numbers)
    return ChartRow(label, numbers, texts, apart=apart)


def lengths(picture: Picture) -> dict[str, list[int]]:
    """The lengths of the bars by their class."""
    return {css: [int(each) for each in re.findall(r"h(\d+)v", path)] for css, path in picture.paths}


def texts(picture: Picture, css: str) -> list[str]:
    return [placed.text for placed in picture.texts if placed.css == css]


def html(chart: Chart) -> ElementTree.Element:
    """The chart in a section of a page, which must be XML as well."""
    template = '{% import "macros/blocks.html" as blocks %}{{ blocks.section(section) }}'
    drawing = Renderer(Theme((default_theme(),)), "zh").environment.from_string(template)
    return ElementTree.fromstring(drawing.render(section=Section("统计", "s", (chart,))))


def cells(section: ElementTree.Element) -> list[list[str]]:
    """The texts of the rows of the table, its head first."""
    return [["".join(cell.itertext()) for cell in each] for each in section.iter("tr")]


@pytest.mark.parametrize(
    ("rows", "expectation"),
    (
        (
            (row("供水", 4), row("照明", 2), row("未注明", 1, apart=True)),
            {"graph-bar": [244, 122], "graph-pale": [61]},
        ),
        ((row("供水", 3),), {"graph-bar": [260]}),
        ((row("供水", 0), row("照明", 0)), {"graph-bar": [1, 1]}),
        ((row("供水", 0), row("照明", 5)), {"graph-bar": [1, 260]}),
        ((row("供水", 9)._replace(strong=True), row("照明", 3)), {"graph-strong": [260], "graph-bar": [87]}),
        ((), {}),
    ),
)
def test_bars_are_as_long_as_their_numbers(
    rows: tuple[ChartRow, ...], expectation: dict[str, list[int]]
) -> None:
    """One bar takes all the room; of zero there is a hairline to see where it would begin."""
    assert lengths(bars(rows, COUNT)) == expectation


def test_a_pair_of_bars_says_what_each_is() -> None:
    picture = bars((row("物业公司", 20_000, 5_000),), PAIR)
    assert texts(picture, "graph-value") == ["应付 20,000", "已付 5,000"]
    assert lengths(picture) == {"graph-bar": [138], "graph-strong": [34]}


def test_a_hedge_stays_in_the_figure() -> None:
    chart = Chart("按渠道", ("渠道", "条数"), (row("微信群", 1500, text="1500余"), row("电话", 22)))
    assert texts(chart.picture, "graph-value") == ["1500余", "22"]
    section = html(chart)
    assert [text.text for text in section.iter("text")] == ["微信群", "1500余", "电话", "22"]
    assert cells(section)[1] == ["微信群", "1500余"]


def test_a_long_label_stands_above_its_bar_in_lines_that_fit() -> None:
    label = "九冶院屋面漏雨、暖气片安装和三湾街18号楼天然气入户等几件事放在一起说"
    picture = bars((row(label, 3), row("照明", 1)), COUNT)
    assert texts(picture, "graph-label") == [
        "九冶院屋面漏雨、暖气片安装和三湾街18号",
        "楼天然气入户等几件事放在一起说",
        "照明",
    ]
    assert [placed.y for placed in picture.texts if placed.css == "graph-value"] == [59, 111]


def test_a_figure_that_leaves_no_room_stands_above_its_bar() -> None:
    picture = bars((row("楼院", 2, text="2,000,000,000.50元，其中未注明一半"),), COUNT)
    assert lengths(picture) == {"graph-bar": [WIDTH]}
    assert [(placed.x, placed.y) for placed in picture.texts] == [(0, 16), (0, 37)]
    assert picture.height == 64


LABELS = st.text(st.sampled_from("供水照明停车electric 0123，（）"), min_size=1, max_size=60).map(str.strip)
NUMBERS = st.integers(0, 10**12)


@given(
    st.lists(st.tuples(LABELS, NUMBERS, NUMBERS, st.booleans()), max_size=30), st.booleans(), st.booleans()
)
def test_nothing_leaves_the_picture(
    drawn: list[tuple[str, int, int, bool]], has_pairs: bool, is_line: bool
) -> None:
    rows = [
        row(label, *([one, two] if has_pairs else [one]), apart=apart) for label, one, two, apart in drawn
    ]
    picture = (line if is_line else bars)(rows, PAIR if has_pairs else COUNT)
    for placed in picture.texts:
        assert 0 < placed.y <= picture.height
        assert 0 <= placed.x <= max(0, WIDTH - text_width(placed.text))
    for _, path in picture.paths:
        for x, y in re.findall(r"[ML](\d+) (\d+)", path):
            assert int(x) <= WIDTH
            assert int(y) <= picture.height


@given(LABELS, st.integers(40, WIDTH))
def test_a_broken_label_loses_nothing_but_blanks(label: str, width: int) -> None:
    lines = broken(label, width)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert all(text_width(each) <= width for each in lines)


MONTHS = tuple(row(f"2026年{n + 1}月", count) for n, count in enumerate((3, 0, 6, 6, 1, 2)))


def test_a_line_goes_through_its_periods_from_edge_to_edge() -> None:
    paths = dict(line(MONTHS, COUNT).paths)
    assert paths["graph-line-strong"] == "M6 90L68 150L129 30L191 30L252 130L314 110"


def test_what_is_not_stated_is_no_point_of_a_line_but_a_row_of_the_table() -> None:
    chart = Chart(
        "按时间", ("月份", "件数"), (*MONTHS, row("未注明月份", 4, apart=True)), ("合计", "22"), lines=True
    )
    assert dict(chart.picture.paths)["graph-line-strong"].count("L") == len(MONTHS) - 1
    assert cells(html(chart))[-2:] == [["未注明月份", "4"], ["合计", "22"]]


def test_figures_on_a_line_never_touch() -> None:
    rows = tuple(row(f"2026年{n + 1}月", 1000 + n % 3, 990 + n % 2) for n in range(12))
    placed = [each for each in line(rows, ("提出", "完成")).texts if each.css == "graph-value"]
    boxes = [(each.x, each.x + text_width(each.text), each.y) for each in placed]
    assert len(boxes) >= 2
    for number, (left, right, y) in enumerate(boxes):
        for other_left, other_right, other_y in boxes[number + 1 :]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 20


def test_the_table_says_what_the_picture_shows() -> None:
    rows = (row("物业公司", 20_000, 20_000), row("楼院", 3_800, 0), row("未注明", 21_000, 0, apart=True))
    chart = Chart("按出资方", ("出资方", *PAIR), rows, ("合计", "44,800", "20,000"))
    section = html(chart)
    assert cells(section) == [
        ["出资方", "应付", "已付"],
        ["物业公司", "20,000", "20,000"],
        ["楼院", "3,800", "0"],
        ["未注明", "21,000", "0"],
        ["合计", "44,800", "20,000"],
    ]
    shown = [text.text for text in section.iter("text")]
    assert shown[:3] == ["物业公司", "应付 20,000", "已付 20,000"]


def test_who_cannot_see_the_picture_hears_the_largest_and_where_all_figures_are() -> None:
    chart = Chart(
        "按类别",
        ("类别", "件数"),
        tuple(row(name, n) for name, n in zip("甲乙丙丁", (1, 4, 2, 3), strict=True)),
    )
    (picture,) = html(chart).iter("svg")
    assert (picture.get("role"), picture.get("aria-label")) == (
        "img",
        "按类别：乙 4；丁 3；丙 2；全部数字见下表",
    )


def test_a_chart_that_says_no_more_than_its_table_is_the_table() -> None:
    chart = Chart("按状态", ("状态", "件数"), (row("已完成", 2), row("待办", 1)), drawn=False)
    section = html(chart)
    assert list(section.iter("svg")) == []
    assert cells(section)[1:] == [["已完成", "2"], ["待办", "1"]]


@pytest.mark.parametrize(
    ("count", "is_drawn", "folds"),
    ((3, True, ["表格：按月份"]), (5, False, []), (6, False, ["表格：按月份"])),
)
def test_a_phone_unfolds_the_table_of_a_picture_and_a_long_one(
    count: int, is_drawn: bool, folds: list[str]
) -> None:
    rows = tuple(row(f"{n}月", n) for n in range(1, count + 1))
    section = html(Chart("按月份", ("月份", "件数"), rows, drawn=is_drawn))
    (below,) = [each for each in section.iter("div") if each.get("class") == "graph-and-table"]
    assert [each.get("aria-label") for each in below.iter("summary")] == folds
    tags = [each.tag for each in below]
    assert tags == [*["svg"] * is_drawn, *["details"] * len(folds), "table"]


def test_markup_in_a_label_is_text() -> None:
    section = html(Chart("按类别", ("类别", "件数"), (row("<b>供水</b>", 1),)))
    assert [text.text for text in section.iter("text")] == ["<b>供水</b>", "1"]
