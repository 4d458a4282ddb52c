"""Boards of the sample compound, as large as a test asks, and the pages that show them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from noticeboard.boards import ledger, notice, organization, plaque, tasks, volunteer
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.boards.view import BoardPage, BoardView
from noticeboard.page import Page
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme

CHECKOUT = Path(__file__).parents[2]
RARE = ("示例䶮", "示例㛃", "示例堃", "示例𬭎")
STEMS = "甲乙丙丁戊己庚辛壬癸"


def frame(sheet: Sheet = A3_LANDSCAPE, **changes: Any) -> BoardFrame:
    given = BoardFrame(
        sheet=sheet,
        title="组织建设公示栏",
        compound="示例小区",
        band="party",
        issuer="示例社区居民委员会",
        date_text="2020年11月4日",
        supervision_phone="0371-0000-0000",
        address="https://example.org/b/k7m2qx/",
        sample=True,
    )
    return replace(given, **changes)


def name(number: int) -> str:
    return RARE[number] if number < len(RARE) else f"示例{STEMS[number % len(STEMS)]}"


def an_organization(count: int, kind: Any = "party", title: str = "示例小区临时党支部") -> Any:
    posts = tuple(
        organization.Post(
            "组织委员", name(i), "", "组织生活、党费收缴", "0371-0000-0001" if i % 3 == 0 else ""
        )
        for i in range(count)
    )
    return organization.Organization(kind, title, ("2020年6月成立",), posts)


def organizations(count: int) -> organization.OrganizationBoard:
    """All three organizations with `count` posts each."""
    return organization.OrganizationBoard(
        (
            an_organization(count),
            an_organization(count, "self_governing", "示例小区居民自治管理委员会"),
            an_organization(count, "volunteer", "示例小区志愿服务队"),
        )
    )


def volunteers(count: int) -> volunteer.VolunteerBoard:
    people = tuple(
        volunteer.Volunteer(name(i), "队长" if i == 0 else "", "理发、水电维修", f"服务{i + 2}小时")
        for i in range(count)
    )
    return volunteer.VolunteerBoard((volunteer.Team("示例小区志愿服务队", (f"{count}人",), people),))


def practical_tasks(count: int) -> tasks.TasksBoard:
    states: tuple[tuple[Any, str], ...] = (("done", "已完成"), ("waiting", "进行中"), ("relapsed", "反弹"))
    rows = tuple(
        tasks.TaskRow(
            f"更换{i}号楼下水管道",
            *states[i % 3],
            asked_by="居民",
            done_by="示例社区",
            funds=(tasks.Fund("物业公司", "20,000元"),),
            when="2020年6月15日",
            result="管道120米",
        )
        for i in range(count)
    )
    return tasks.TasksBoard((tasks.Total("共", str(count), "项"), tasks.Total("投入", "62,800", "元")), rows)


def plaques(count: int) -> plaque.PlaqueBoard:
    more = ("组织生活、党费收缴", "兼示例小区自管会副主任", "0371-0000-0001")
    return plaque.PlaqueBoard(
        tuple(plaque.Plaque("示例小区临时党支部", name(i), "组织委员", more[: i % 4]) for i in range(count))
    )


def a_ledger(count: int) -> ledger.LedgerBoard:
    states: tuple[tuple[Any, str], ...] = (("done", "已完成"), ("waiting", "进行中"), ("relapsed", "反弹"))
    piece = ledger.Piece
    rows = tuple(
        ledger.LedgerRow(
            f"更换{i}号楼下水管道",
            "上下水；管道120米；受益：住户72户",
            (piece("居民"), piece("渠道：议事会")),
            (piece("示例小区自管会、示例小区临时党支部"),),
            (piece("提出 2020年5月11日", figure=True), piece("完成 2020年6月15日", figure=True)),
            (piece("1,620,000元", figure=True, bold=True), piece("物业公司"), piece("已付 20,000元")),
            *states[i % 3],
            (piece("满意"), piece("90.5%", figure=True, bold=True), piece("57／63", figure=True)),
        )
        for i in range(count)
    )
    totals = (tasks.Total("共", str(count), "项"), tasks.Total("投入", "62,800", "元"))
    return ledger.LedgerBoard(totals, ("投入按出资方：物业公司 62,800元", "截至2020年11月4日"), rows)


SENTENCE = (
    "《示例小区维修方案》（征求意见稿）已经楼院理事会通过，现予公示，欢迎居民在2020年7月12日前提出意见。"
)


def a_notice(paragraphs: int) -> notice.NoticeBoard:
    blocks = tuple(notice.Block(SENTENCE * 3) for _ in range(paragraphs))
    return notice.NoticeBoard("关于示例小区维修方案的公示", blocks, "2020年7月6日至7月12日（5个工作日）")


LAY_OUTS: dict[str, Any] = {
    "organization": organization.lay_out,
    "volunteer": volunteer.lay_out,
    "tasks": tasks.lay_out,
    "plaque": plaque.lay_out,
    "ledger": ledger.lay_out,
    "notice": notice.lay_out,
}
SMALL_AND_LARGE: tuple[tuple[str, Any, Sheet], ...] = (
    ("organization", organizations(1), A3_LANDSCAPE),
    ("organization", organizations(9), A3_LANDSCAPE),
    ("organization", organizations(100), A3_LANDSCAPE),
    ("volunteer", volunteers(3), A3_LANDSCAPE),
    ("volunteer", volunteers(30), A3_LANDSCAPE),
    ("volunteer", volunteers(300), A3_LANDSCAPE),
    ("tasks", practical_tasks(3), A3_LANDSCAPE),
    ("tasks", practical_tasks(30), A4_PORTRAIT),
    ("plaque", plaques(3), A4_PORTRAIT),
    ("plaque", plaques(30), A4_PORTRAIT),
    ("plaque", plaques(300), A3_LANDSCAPE),
    ("ledger", a_ledger(3), A3_LANDSCAPE),
    ("ledger", a_ledger(30), A3_LANDSCAPE),
    ("notice", a_notice(2), A4_PORTRAIT),
    ("notice", a_notice(20), A4_PORTRAIT),
)

PANELS: tuple[tuple[str, Any, Sheet], ...] = (
    ("organization", organizations(10), sheet_named("80x120")),
    ("organization", organizations(9), sheet_named("a3-landscape-large")),
    ("volunteer", volunteers(30), sheet_named("120x240-landscape")),
    ("volunteer", volunteers(3), sheet_named("plaque-20x30-landscape")),
    ("tasks", practical_tasks(30), sheet_named("1200x900")),
    ("tasks", practical_tasks(6), sheet_named("a4-grey-bleed")),
    ("notice", a_notice(6), sheet_named("60x90")),
    ("notice", a_notice(2), sheet_named("a4-bleed")),
    ("ledger", a_ledger(30), sheet_named("80x120-landscape")),
    ("plaque", plaques(30), sheet_named("a3-landscape-large")),
    ("organization", organizations(3), sheet_named("rollup-grey")),
)
"""Boards on panels, plaques, in large print, in ink alone, with bleed."""


@cache
def laid_out(kind: str, board: Any, given: BoardFrame) -> BoardView:
    """The board, which must be without fault."""
    view, diagnostics = LAY_OUTS[kind](board, given)
    assert diagnostics == []
    assert view is not None
    return view  # type: ignore[no-any-return]  # the four functions stand in one table of Any


def write_page(folder: Path, view: BoardView, sheet: Sheet) -> Path:
    """The page of a board with its assets in `folder`."""
    theme = Theme((CHECKOUT / "templates",), stylesheets_of((sheet,)))
    page = folder / "index.html"
    page.write_bytes(Renderer(theme, "zh").render(Page("/index.html", view.template, BoardPage(view)), ""))
    (folder / "assets").mkdir(exist_ok=True)
    for name, published in theme.assets.items():
        (folder / published).write_bytes(theme.asset_bytes(name))
    for source in (CHECKOUT / "noticeboard/fonts").glob("*.ttf"):
        shutil.copy(source, folder / "assets")
    return page
