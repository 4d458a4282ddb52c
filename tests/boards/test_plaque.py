"""Plaques: one a person, as the wall may show it, in slips of one size."""

from __future__ import annotations

from pathlib import Path

import pytest
from board_samples import CHECKOUT, frame, laid_out, plaques
from written_site import place, rebuild, write_content

from noticeboard.boards import plaque
from noticeboard.boards.plaque import Plaque, PlaqueBoard
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.slips import SlipsView
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.boards.view import BoardView
from noticeboard.diagnostics import Origin

PARTY = """\
- id: branch
  type: party
  name: 示例小区临时党支部
  posts: [{name: 书记, answers_for: 全面工作, office_phone: 0371-0000-0001}, {name: 副书记}]
  members:
    - {name: 示例甲, surname: 示例, post: 书记, also: [{organization: group, post: 组长}]}
    - {name: 示例乙, surname: 示例, category: 院内党员, private_phone: 0371-0000-0090}
    - {name: 示例丙, surname: 示例, category: 院内党员, consent: {name: wall}}
    - {name: 示例丁, surname: 示例, category: 院内党员, consent: {name: [wall, web]}}
    - {name: 示例戊, surname: 示例, post: 组织委员, to: 2020-01-31}
- {id: group, type: party, name: 示例党小组}
- {id: zgh, type: self_governing, name: 示例自管会, members: [{name: 示例己, post: 主任}]}
"""


def shown(view: BoardView) -> list[tuple[str, str, list[str]]]:
    slips = [slip for panel in view.panels for row in panel.body.rows for slip in row]
    return [(slip.name.plain, slip.post.plain, [text.plain for text in slip.more]) for slip in slips]


def test_each_party_member_has_one_plaque_with_what_the_wall_may_show(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/place.yml": place("楼院", "示例小区"), "c/organizations.yml": PARTY})
    result = rebuild(root)
    assert result.ok
    html = (root / "site/c/boards/plaque-a4-portrait/index.html").read_text(encoding="utf-8")
    assert html.count('<div class="plaque">') == 4
    for said in ("示例甲", "书记", "全面工作", "兼示例党小组组长", "0371-0000-0001", "示例丁", "院内党员"):
        assert said in html
    for withheld in ("示例乙", "示例丙", "0371-0000-0090", "示例戊", "示例己", "副书记", "空缺"):
        assert withheld not in html
    assert html.count("示例同志") == 2


def test_without_a_party_organization_there_is_no_sheet(tmp_path: Path) -> None:
    other = "- {id: zgh, type: self_governing, name: 示例自管会, members: [{name: 示例己, post: 主任}]}\n"
    root = write_content(tmp_path, {"c/organizations.yml": other})
    assert rebuild(root).ok
    assert not (root / "site/c/boards/plaque-a4-portrait").exists()
    assert (root / "site/c/boards/organization-a3-landscape").exists()


@pytest.mark.parametrize(
    ("count", "sheet", "grid", "sheets"),
    (
        (3, A4_PORTRAIT, (2, 3), 1),
        (6, A4_PORTRAIT, (2, 3), 1),
        (9, A4_PORTRAIT, (2, 3), 2),
        (300, A3_LANDSCAPE, (4, 3), 25),
    ),
)
def test_plaques_are_as_large_as_the_number_of_sheets_allows(
    count: int, sheet: Sheet, grid: tuple[int, int], sheets: int
) -> None:
    view = laid_out("plaque", plaques(count), frame(sheet))
    body = view.panels[0].body
    assert isinstance(body, SlipsView)
    assert ((body.across, body.down), len(view.panels)) == (grid, sheets)
    assert len(shown(view)) == count


def test_names_have_one_size_and_room_for_the_longest() -> None:
    long = Plaque("示例小区临时党支部", "示例·示例甲乙丙丁戊", "支部副书记", ("0371-0000-0001",))
    view = laid_out("plaque", PlaqueBoard((long, *plaques(2).plaques)), frame(A4_PORTRAIT))
    slips = [slip for row in view.panels[0].body.rows for slip in row]
    (size,) = {slip.name.size for slip in slips}
    usual = laid_out("plaque", plaques(3), frame(A4_PORTRAIT)).panels[0].body.rows[0][0].name.size
    assert A4_PORTRAIT.name_size <= size < usual
    assert all(len(slip.name.lines) == 1 for slip in slips)


def test_a_plaque_that_fits_on_no_sheet_is_named() -> None:
    origin = Origin("content/organizations.yml", (0, "members", 3))
    board = PlaqueBoard((Plaque("示例小区临时党支部", "示例甲", "书记", ("负责" * 2000,), origin=origin),))
    view, (found,) = plaque.lay_out(board, frame(A4_PORTRAIT))
    assert view is None
    assert (found.code, found.origin) == ("E-BOARD-FIT", origin)
    assert "“示例小区临时党支部 书记”在党员公示牌（A4）上放不下" in found.message.zh
    wide = PlaqueBoard((Plaque("示例小区临时党支部", "示例" * 40, "书记", (), origin=origin),))
    _, (found,) = plaque.lay_out(wide, frame(A4_PORTRAIT))
    assert "毫米宽" in found.message.zh


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=str)
@pytest.mark.parametrize("count", (1, 3, 30))
def test_the_place_of_a_person_on_a_plaque_has_its_class(count: int, sheet: Sheet) -> None:
    steps = sheet_stylesheet(sheet)
    slips = [
        slip for row in laid_out("plaque", plaques(count), frame(sheet)).panels[0].body.rows for slip in row
    ]
    assert all(f".d{round(slip.down * 100)}{{" in steps for slip in slips)


def test_a_plaque_says_what_it_belongs_to_and_which_version_it_is() -> None:
    view = laid_out("plaque", plaques(1), frame(A4_PORTRAIT))
    slip = view.panels[0].body.rows[0][0]
    assert (slip.organization.plain, slip.compound.plain, slip.date.plain) == (
        "示例小区临时党支部",
        "示例小区",
        "2020年11月4日",
    )
    template = (CHECKOUT / "templates/boards/plaque.html").read_text(encoding="utf-8")
    assert "panel.foot.code" in template
    assert "panel.head.sample" in template
