"""What belongs to a doorway: what hangs there, what hangs at every doorway, cards; and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from written_site import SITE, TODAY, place, read

from noticeboard.boards.catalogue import BOARDS
from noticeboard.boards.sheets_to_print import SheetWish
from noticeboard.forms.form import FormOptions
from noticeboard.kinds import KINDS
from noticeboard.locality import Locality
from noticeboard.planning.doorways import doorway_set
from noticeboard.planning.hung_boards import kind_of
from noticeboard.planning.outline import outline_of
from noticeboard.planning.packing import PackingList, packing_list, set_folder
from noticeboard.planning.printing import DoorwayOrder, PrintOrder
from noticeboard.planning.site import gather

BUILDINGS = "buildings: [{name: 1号楼, doorways: [东门, 西门]}, {name: 2号楼, units: 1}]\n"
FILES = {
    "c/place.yml": place("楼院", "示例小区", BUILDINGS),
    "c/volunteers.yml": "- {name: 示例甲, joined: 2020-11-04}\n",
    "c/tasks.yml": "- {id: gas, title: 通燃气, state: done, finished: 2026-08-06}\n",
    "c/organizations.yml": "- {id: zb, type: party, name: 示例党支部, members: [{name: 示例丁, post: 书记}]}\n",
}
USUAL = ["organization a3-landscape", "volunteer a3-landscape", "plaque a4-portrait", "tasks a3-landscape"]
EVERY = DoorwayOrder()
CARD = "comment-card a4-portrait"


def compound(**files: str) -> Locality:
    """The place as its boards may show it; keys are names of files without ending."""
    changed = {f"c/{name}.yml" if name != "site" else "site.yml": text for name, text in files.items()}
    with TemporaryDirectory() as folder:
        reading = read(Path(folder), {"site.yml": SITE, **FILES, **changed})
    assert reading.settings is not None
    outlined = {each.path: outline_of(each, reading.settings, TODAY, KINDS) for each in reading.places}
    site, _ = gather(
        {path: each.outline for path, each in outlined.items()}, {}, reading.settings, TODAY, KINDS
    )
    return site.given_to("/c").locality(outlined["/c"].wall, on_wall=True)


def packed(locality: Locality, order: DoorwayOrder = EVERY, size: str = "") -> PackingList:
    """The packing list; nothing may be wrong."""
    found, problems = doorway_set(locality, BOARDS, PrintOrder(sheets=SheetWish(size), doorways=order))
    assert problems == ()
    return packing_list(locality, found, order)


def boards(packing: PackingList, doorway: str) -> list[str]:
    return [f"{row.board} {row.size}" for row in packing.rows_at(doorway)]


def hung(board: str, doorway: str = "1号楼东门", more: str = "", code: str = "abcde") -> str:
    return f"- {{doorway: {doorway}, board: {board}, code: {code}, hung: 2026-01-02{more}}}\n"


def test_without_a_record_every_doorway_gets_what_hangs_at_every_doorway() -> None:
    packing = packed(compound())
    assert packing.doorways == ("1号楼东门", "1号楼西门", "2号楼1单元")
    assert all(boards(packing, doorway) == [*USUAL, CARD] for doorway in packing.doorways)
    assert {row.does for row in packing.rows} == {"new", "cards"}
    few = compound(site=f"{SITE}boards: {{kinds: [tasks], sizes: [A4]}}\n")
    assert boards(packed(few), "2号楼1单元") == ["tasks a4-portrait"]


def test_boards_of_one_kind_are_known_by_its_key() -> None:
    keys = ("organization", "notice-a", "service-door-repair", "station-2", "station-box-2", "facility-x")
    kinds = [kind_of(key) for key in keys]
    assert [kind.key for kind in kinds if kind] == [
        "organization",
        "notice",
        "service",
        "station",
        "station-box",
        "facility",
    ]
    assert kind_of("organisation") is None


def test_cards_are_numbered_on_from_doorway_to_doorway() -> None:
    def numbers(order: DoorwayOrder) -> list[tuple[int, int] | None]:
        return [row.cards for row in packed(compound(), order).rows if row.does == "cards"]

    assert numbers(DoorwayOrder()) == [(1, 4), (5, 8), (9, 12)]
    assert numbers(DoorwayOrder(cards=FormOptions(start=121, count=10))) == [
        (121, 130),
        (131, 140),
        (141, 150),
    ]


def test_the_pages_of_each_paper_follow_the_rows() -> None:
    packing = packed(compound())
    assert [(file.name, file.paper, file.pages) for file in packing.files] == [
        ("a3.pdf", "A3", 9),
        ("a4.pdf", "A4", 6),
    ]
    for file in packing.files:
        rows = [row for row in packing.rows if row.file == file.name]
        assert [row.first_page for row in rows] == [
            1 + sum(r.pages for r in rows[:n]) for n in range(len(rows))
        ]
        assert rows[-1].last_page == file.pages


def test_another_size_is_not_for_what_is_printed_in_the_office() -> None:
    packing = packed(compound(), size="60x80")
    assert boards(packing, "2号楼1单元") == [
        "organization 60x80-landscape",
        "volunteer 60x80-landscape",
        "plaque a4-portrait",
        "tasks 60x80-landscape",
        CARD,
    ]
    assert [(file.name, file.paper) for file in packing.files] == [
        ("60x80.pdf", "60×80厘米"),
        ("a4.pdf", "A4"),
    ]


def test_what_hangs_decides_on_size_panel_and_what_is_replaced() -> None:
    records = (
        hung("volunteer", more=", size: 60x80, panel: 1")
        + hung("民生台账", more=", size: A3")
        + hung("organization", "1号楼西门", ", size: no size")
    )
    packing = packed(compound(hung=records))
    east, west = packing.rows_at("1号楼东门"), packing.rows_at("1号楼西门")
    assert boards(packing, "1号楼东门") == [
        USUAL[0],
        "volunteer 60x80-landscape",
        *USUAL[2:],
        "ledger a3-landscape",
        CARD,
    ]
    assert (east[1].one_panel, east[1].panels, east[1].replaces) == (True, (1,), "abcde")
    assert [row.does for row in east] == ["new", "replaces", "new", "new", "replaces", "cards"]
    assert (west[0].size, west[0].does, str(west[0].hung)) == ("a3-landscape", "replaces", "2026-01-02")


def test_the_version_that_hangs_already_is_said_to_be_the_same() -> None:
    code = packed(compound()).rows[1].code
    for size, does in (("a3-landscape", "same"), ("A3", "same"), ("60x80", "same")):
        row = packed(compound(hung=hung("volunteer", more=f", size: {size}", code=code))).rows[1]
        assert (row.board, row.does) == ("volunteer", does)
    row = packed(compound(hung=hung("volunteer", more=", size: 60x80", code=code)), size="A3").rows[1]
    assert (row.size, row.does) == ("a3-landscape", "replaces")


def test_what_was_taken_down_stays_down_and_what_is_no_more_is_to_be_taken_down() -> None:
    records = (
        hung("volunteer", more=", replaced: 2026-05-01")
        + hung("notice-old")
        + hung("tasks", more=", panel: 9, size: a3-landscape")
        + hung("wish", more=", replaced: 2026-05-01")
    )
    packing = packed(compound(hung=records))
    assert boards(packing, "1号楼东门") == [USUAL[0], USUAL[2], CARD]
    assert [(each.board, each.title, each.hangs) for each in packing.left] == [
        ("volunteer", "志愿者服务公示栏", False),
        ("notice-old", "公示公告", True),
        ("tasks", "民生实事公示", True),
    ]
    assert boards(packing, "1号楼西门") == [*USUAL, CARD]


def test_one_doorway_is_a_part_of_all_and_has_a_folder_of_its_own() -> None:
    every, one = packed(compound()), packed(compound(), DoorwayOrder(("2号楼1单元",)))
    assert [row.board for row in one.rows] == [row.board for row in every.rows_at("2号楼1单元")]
    assert (every.folder, one.folder) == ("c/doorways", "c/doorways/2号楼1单元")
    assert one.rows[0] == replace(every.rows_at("2号楼1单元")[0], first_page=1)
    assert set_folder(("1号楼/东", "..")) == "doorways/1号楼-东+"
    long = set_folder(tuple(f"{n}号楼1单元" for n in range(40)))
    assert len(long) < 90
    assert long != set_folder(tuple(f"{n}号楼1单元" for n in range(41)))


def test_what_does_not_fit_is_told_once() -> None:
    tasks = f"- {{id: gas, title: {'长' * 900}, state: open}}\n"
    order = PrintOrder(doorways=DoorwayOrder())
    _, problems = doorway_set(compound(tasks=tasks), BOARDS, order)
    assert [each.code for each in problems] == ["E-BOARD-FIT"]
