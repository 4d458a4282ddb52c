from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from board_samples import (
    LAY_OUTS,
    SMALL_AND_LARGE,
    a_notice,
    an_organization,
    frame,
    laid_out,
    organizations,
    practical_tasks,
    volunteers,
)

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.columns import Slice, Stack, pour, pour_evenly
from noticeboard.boards.fit import TooLarge, largest
from noticeboard.boards.notice import Block, Cell, NoticeBoard
from noticeboard.boards.organization import Organization, OrganizationBoard, Post
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.boards.view import BoardView, texts_in
from noticeboard.boards.volunteer import CellsView
from noticeboard.diagnostics import Origin
from noticeboard.languages import Words

CASES = pytest.mark.parametrize(("kind", "board", "sheet"), SMALL_AND_LARGE)


def words_on(view: BoardView) -> str:
    return "\n".join(text.plain for text in texts_in(view.panels))


@CASES
def test_no_text_is_under_the_legible_minimum(kind: str, board: Any, sheet: Sheet) -> None:
    view = laid_out(kind, board, frame(sheet))
    assert min(text.size for text in texts_in(view)) >= sheet.distance * 1000 / 280
    figures = [text for text in texts_in(view) if text.plain.startswith(("示例䶮", "0371"))]
    assert figures or kind in ("tasks", "notice")
    assert all(text.size >= sheet.distance * 1000 / 220 for text in figures)


@CASES
def test_every_size_has_its_class(kind: str, board: Any, sheet: Sheet) -> None:
    steps = sheet_stylesheet(sheet)
    for text in texts_in(laid_out(kind, board, frame(sheet))):
        assert all(f".{name}{{" in steps for name in text.css.split() if name != "b")


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=str)
def test_the_title_is_between_a_tenth_and_a_fourteenth_of_the_short_side(sheet: Sheet) -> None:
    for kind, board in (
        ("organization", organizations(3)),
        ("volunteer", volunteers(3)),
        ("tasks", practical_tasks(3)),
    ):
        title = laid_out(kind, board, frame(sheet)).panels[0].head.title
        assert min(sheet.width, sheet.height) / 14 <= title.size <= min(sheet.width, sheet.height) / 10


def test_three_organizations_of_nine_fit_one_a3() -> None:
    view = laid_out("organization", organizations(9), frame())
    assert len(view.panels) == 1
    assert [len(column) for column in view.panels[0].body.columns] == [1, 1, 1]


@pytest.mark.parametrize(("people", "panels"), ((3, 1), (30, 1), (300, 8)))
def test_people_go_on_to_further_panels(people: int, panels: int) -> None:
    view = laid_out("volunteer", volunteers(people), frame())
    assert len(view.panels) == panels
    shown = [person for panel in view.panels for strip in panel.body.strips for person in strip.people]
    assert len(shown) == people
    labels = [panel.head.panel.plain for panel in view.panels if panel.head.panel]
    assert labels == [f"第{i}块，共{panels}块" for i in range(1, panels + 1) if panels > 1]


def test_few_people_are_set_larger_and_lower_than_many() -> None:
    def size_and_fall(count: int) -> tuple[float, int]:
        body = laid_out("volunteer", volunteers(count), frame()).panels[0].body
        assert isinstance(body, CellsView)
        return body.strips[1].people[0].name.size, body.down

    few, many = size_and_fall(3), size_and_fall(30)
    assert few[0] >= 1.75 * many[0]
    assert few[1] > many[1]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=str)
@pytest.mark.parametrize("count", (1, 3, 12))
def test_the_word_of_a_state_stands_on_one_line(count: int, sheet: Sheet) -> None:
    """However much room few tasks leave for large type."""
    view = laid_out("tasks", practical_tasks(count), frame(sheet))
    words = [text for text in texts_in(view.panels) if text.plain in ("已完成", "进行中", "反弹")]
    assert len(words) == count
    assert all(len(text.lines) == 1 for text in words)


def test_no_person_task_or_line_is_lost_on_further_panels() -> None:
    told = words_on(laid_out("organization", organizations(100), frame()))
    assert told.count("组织委员") == 300
    told = words_on(laid_out("tasks", practical_tasks(30), frame(A4_PORTRAIT)))
    assert [f"更换{i}号楼下水管道" in told for i in range(30)] == [True] * 30
    told = words_on(laid_out("notice", a_notice(20), frame(A4_PORTRAIT)))
    assert told.count("楼院理事会") == 60


def test_a_row_that_cannot_fit_is_named_with_what_it_needs() -> None:
    post = Post(
        "委员",
        "示例甲",
        answers_for="负责" * 2000,
        origin=Origin("content/organizations.yml", (0, "posts", 0)),
    )
    board = OrganizationBoard((Organization("party", "示例小区临时党支部", (), (post,)),))
    view, (found,) = LAY_OUTS["organization"](board, frame())
    assert view is None
    assert found.code == "E-BOARD-FIT"
    assert found.origin.file == "content/organizations.yml"
    assert "“示例小区临时党支部 委员”在组织建设公示栏（A3）上放不下" in found.message.zh


@pytest.mark.parametrize(
    ("changes", "named"),
    (
        ({"title": "公" * 60}, "“公公公"),
        ({"issuer": "示例社区居民委员会" * 30}, "“示例社区居民委员会"),
        ({"address": "https://example.org/" + "a" * 900}, "“https://example.org/"),
    ),
)
def test_a_frame_that_cannot_fit_is_named(changes: dict[str, str], named: str) -> None:
    view, (found,) = LAY_OUTS["organization"](organizations(3), frame(A4_PORTRAIT, **changes))
    assert view is None
    assert found.code == "E-BOARD-FIT"
    assert found.message.zh.startswith(named)


def test_a_character_without_glyph_is_told_by_its_number_and_not_by_its_name() -> None:
    origin = Origin("content/organizations.yml", (0, "members", 2))
    post = Post("委员", "示例𠮷", origin=origin)
    board = OrganizationBoard((Organization("party", "示例小区临时党支部", (), (post,)),))
    view, (found,) = LAY_OUTS["organization"](board, frame())
    assert view is not None
    assert (found.code, found.origin) == ("W-BOARD-GLYPH", origin.at("name"))
    assert "U+20BB7" in found.message.zh
    assert "示例" not in found.message.zh


def test_a_vacant_post_is_said_plainly() -> None:
    board = OrganizationBoard((Organization("party", "示例小区临时党支部", (), (Post("副书记", ""),)),))
    assert "空缺" in words_on(laid_out("organization", board, frame()))
    assert "Vacant" in words_on(laid_out("organization", board, frame(language="en")))


def test_the_foot_says_where_whom_to_call_and_who_issued_it() -> None:
    foot = laid_out("organization", organizations(3), frame()).panels[0].foot
    said = [text.plain for text in (foot.address, foot.phone, foot.issuer, foot.date) if text]
    assert said == ["example.org/b/k7m2qx/", "0371-0000-0000", "示例社区居民委员会", "2020年11月4日"]
    assert foot.code.size == min(text.size for text in texts_in(foot))
    bare = laid_out("organization", organizations(3), frame(address="", supervision_phone="")).panels[0].foot
    assert (bare.qr, bare.address, bare.phone) == (None, None, None)


@CASES
def test_the_sample_compound_is_marked_on_every_panel(kind: str, board: Any, sheet: Sheet) -> None:
    for panel in laid_out(kind, board, frame(sheet)).panels:
        assert panel.head.sample is not None
        assert panel.head.sample.plain == "示例"
    assert laid_out(kind, board, frame(sheet, sample=False)).panels[0].head.sample is None


def test_the_code_changes_with_what_is_drawn_and_with_nothing_else() -> None:
    board = organizations(3)
    moved = replace(
        board, organizations=tuple(replace(o, origin=Origin("elsewhere.yml")) for o in board.organizations)
    )
    codes = [laid_out("organization", b, frame()).code for b in (board, moved, organizations(4))]
    assert codes[0] == codes[1] != codes[2]
    assert laid_out("organization", board, frame(date_text="2020年11月5日")).code != codes[0]
    assert laid_out("organization", board, frame(A4_PORTRAIT)).code == codes[0]
    assert len(codes[0]) == 5


def test_issuer_and_date_stand_under_the_last_page_of_a_notice_only() -> None:
    view = laid_out("notice", a_notice(20), frame(A4_PORTRAIT))
    signed = [panel.body.issuer is not None for panel in view.panels]
    assert signed == [False] * (len(view.panels) - 1) + [True]
    assert view.panels[0].foot.issuer is None
    assert view.panels[1].head.panel is not None
    assert view.panels[1].head.panel.plain.startswith("第2页，共")


def test_no_page_of_a_notice_holds_a_single_line_of_a_paragraph() -> None:
    for paragraphs in range(1, 30):
        view = laid_out("notice", a_notice(paragraphs), frame(A4_PORTRAIT))
        blocks = [block for panel in view.panels for block in panel.body.blocks]
        assert all(len(block.text.lines) >= 2 for block in blocks if block.kind in ("paragraph", "plain"))


def test_columns_are_shared_out_evenly_and_heads_never_stand_alone() -> None:
    one = (Stack(10, (10,) * 30),)
    assert pour(one, 110, 5, apart=True) == ((Slice(0, 0, 10),), (Slice(0, 10, 20),), (Slice(0, 20, 30),))
    uneven = (Stack(10, (10,) * 14),)
    assert [c[0].stop - c[0].start for c in pour_evenly(uneven, 110, 5, 2, apart=True)] == [7, 7]
    two = (Stack(10, (10, 10)), Stack(10, (10, 10)))
    assert len(pour(two, 70, 5, apart=False)) == 1
    assert len(pour(two, 60, 5, apart=False)) == 2


def test_the_largest_size_that_needs_no_more_panels_is_taken() -> None:
    def panels(size: float) -> int:
        return 1 if size <= 6 else 2

    candidates = (4.75, 5, 5.25, 5.5, 5.75, 6, 6.25)
    assert largest(candidates, panels) == (6, 1)
    assert largest(candidates, panels, lambda most: most < 6.25) is None
    too_large = TooLarge("示例", 10, 5)
    assert largest((4.75, 5), lambda _: too_large) is too_large


def test_legible_sizes_by_distance() -> None:
    found = {d: (s.name_size, s.text_size) for d in (1, 2, 3) for s in (replace(A3_LANDSCAPE, distance=d),)}
    assert found == {1: (4.75, 3.75), 2: (9.25, 7.25), 3: (13.75, 10.75)}


def test_a_panel_size_of_its_own_needs_data_only() -> None:
    panel = Sheet("90x120-landscape", Words("120×90厘米", "120×90 cm"), 1200, 900, 3.0, 30, foot=120, qr=84)
    view = laid_out("organization", organizations(9), frame(panel))
    assert min(text.size for text in texts_in(view)) >= 3000 / 280


def test_every_kind_of_board_has_its_template_and_its_sheets() -> None:
    for kind in BOARD_KINDS:
        assert Path("templates", kind.template).is_file()
        assert kind.sheets
        assert set(kind.sheets) <= set(SHEETS)


def test_the_rules_under_neighbouring_heads_meet() -> None:
    long = an_organization(3, "self_governing", "示例街道示例社区示例小区居民自治管理委员会（筹备组）")
    board = OrganizationBoard(
        (an_organization(3), long, an_organization(3, "volunteer", "示例小区志愿服务队"))
    )
    (panel,) = laid_out("organization", board, frame()).panels
    heads = [column[0] for column in panel.body.columns]
    assert len({len(head.name.lines) for head in heads}) == 2
    ends = [h.down + max(h.name.height, h.mark_size * 1.7) + h.facts.height for h in heads]
    assert max(ends) - min(ends) < 0.25


def a_table(*lines: str) -> tuple[Block, ...]:
    """Rows written as 用途｜金额, the first of them the names of the columns, figures at the right."""
    return tuple(
        Block(
            "", "row", cells=tuple(Cell(text, i > 0, number == 0) for i, text in enumerate(line.split("｜")))
        )
        for number, line in enumerate(lines)
    )


def test_a_table_of_a_notice_has_columns_and_its_rows_stay_whole() -> None:
    lines = ("用途｜金额", *(f"更换{i}号楼楼道灯并检修线路，含材料费和人工费｜2,400元" for i in range(40)))
    board = NoticeBoard("公共收益使用公示", a_table(*lines))
    view = laid_out("notice", board, frame(A4_PORTRAIT))
    rows = [block for panel in view.panels for block in panel.body.blocks if block.cells]
    assert len(view.panels) > 1
    assert len(rows) == len(lines)
    assert all(len(row.cells[1].text.lines) == 1 and row.cells[1].right for row in rows)
    width = A4_PORTRAIT.inner_width
    assert all(row.cells[0].text.width + row.cells[1].text.width < width for row in rows)


@pytest.mark.parametrize(
    ("address", "sheet", "lines"),
    (
        ("https://noticeboard.example/b/cmp6bw/", A3_LANDSCAPE, ["noticeboard.example/b/cmp6bw/"]),
        ("https://noticeboard.example/b/cmp6bw/", A4_PORTRAIT, ["noticeboard.example/", "b/cmp6bw/"]),
        (
            "https://wode.noticeboard.example/b/cmp6bw/",
            A4_PORTRAIT,
            ["wode.noticeboard.", "example/b/cmp6bw/"],
        ),
    ),
)
def test_the_address_is_parted_after_a_slash_or_a_dot_alone(
    address: str, sheet: Sheet, lines: list[str]
) -> None:
    view = laid_out("tasks", practical_tasks(3), replace(frame(sheet), address=address))
    shown = view.panels[0].foot.address
    assert shown is not None
    assert ["".join(run.text for run in line) for line in shown.lines] == lines
    assert shown.size >= sheet.text_size
