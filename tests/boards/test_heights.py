"""The heights that sizes are tried on are those of what is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.boards import organization_groups, task_cells, volunteer_cells
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import Texts
from noticeboard.boards.organization import Organization, Post
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT
from noticeboard.boards.task_cells import Fund, TaskRow
from noticeboard.boards.typesetting import set_text
from noticeboard.boards.volunteer import Team, Volunteer

TEXT = st.text(alphabet="一二三，。（）2020年ab -志愿服务队", max_size=30)
NAME = st.sampled_from(("示例", "示例甲", "欧阳示例", "示例·示例甲", "Example Name", "甲"))
SIZE = st.integers(19, 43).map(lambda steps: steps / 4)
ROOM = st.sampled_from(
    [
        Room(sheet, sheet.inner_width, 150, "party", language)
        for sheet in (A3_LANDSCAPE, A4_PORTRAIT)
        for language in ("zh", "en")
    ]
)


@given(st.lists(TEXT, max_size=8), st.lists(st.floats(1, 40), min_size=1, max_size=5))
def test_lines_are_counted_as_they_are_set(texts: list[str], rooms: list[float]) -> None:
    counted = Texts(texts)
    for room in rooms:
        set_lines = tuple(len(set_text(text, 1, room).lines) if text else 0 for text in texts)
        assert counted.lines(room) == set_lines


@given(
    st.lists(st.builds(Volunteer, NAME, TEXT, TEXT, TEXT), min_size=1, max_size=9),
    SIZE,
    st.integers(1, 4),
    ROOM,
)
def test_strips_of_volunteers_are_as_high_as_was_tried(
    people: list[Volunteer], size: float, across: int, room: Room
) -> None:
    team = Team("示例小区志愿服务队", ("24人",), tuple(people))
    sheet = room.sheet
    style = volunteer_cells.Style(size, sheet.text_for(size), across, sheet.column(across))
    measured = (volunteer_cells.people_of(team, room.language),)
    (heights,) = volunteer_cells.heights_of(measured, room, style)
    assert volunteer_cells.least_height_of(measured, style) <= heights.head + sum(heights.rows) + 0.01
    strips = volunteer_cells.strips_of(team, style, room)
    drawn = (strips.pop(volunteer_cells.HEAD).height, strips.pop(volunteer_cells.AGAIN).height)
    assert (*drawn, tuple(strip.height for strip in strips.values())) == tuple(heights)
    for strip in strips.values():
        for person in strip.people:
            texts = (person.name, *((person.post,) if person.post else ()), *person.more)
            assert strip.height >= sum(text.height for text in texts)


@given(
    st.lists(
        st.builds(Post, TEXT, NAME | st.just(""), TEXT, TEXT, st.sampled_from(("", "0371-0000-0001"))),
        min_size=1,
        max_size=9,
    ),
    SIZE,
    st.integers(1, 4),
    ROOM,
)
def test_groups_of_posts_are_as_high_as_was_tried(
    posts: list[Post], size: float, across: int, room: Room
) -> None:
    party = Organization("party", "示例小区临时党支部", ("2020年6月成立",), tuple(posts))
    sheet = room.sheet
    style = organization_groups.Style(size, sheet.text_for(size), across, sheet.column(across), 4.0, True)
    stack = organization_groups.stack_of(organization_groups.texts_of(party, room.language), style)
    group = organization_groups.group_of(party, style, room)
    assert (stack.head, stack.rows) == (group.height, tuple(row.height for row in group.rows))
    for row in group.rows:
        texts = (row.post, *row.more, *((row.phone,) if row.phone and not row.beside else ()))
        assert row.height >= sum(text.height for text in texts)


@given(
    st.builds(
        TaskRow,
        TEXT.filter(bool),
        st.sampled_from(("done", "declined")),
        TEXT | st.just("不采纳：不属于小区公共部分，由产权人自行维修"),
        TEXT,
        TEXT,
        st.lists(st.builds(Fund, TEXT, st.sampled_from(("", "20,000元", "123.1万元"))), max_size=3).map(
            tuple
        ),
        TEXT | st.just("2026年10月31日到期"),
        TEXT,
    ),
    SIZE,
    st.booleans(),
    st.booleans(),
    ROOM,
)
def test_cells_of_tasks_are_as_high_as_was_tried(
    task: TaskRow, size: float, wide: bool, parted: bool, room: Room
) -> None:
    widths = (20.0, 90.0, 60.0, 40.0, 50.0, 55.0, 60.0) if wide else (20.0, 90.0, 60.0, 70.0)
    style = task_cells.Style(size, room.sheet.text_for(size), widths, wide, parted=parted)
    drawn = max(cell.height for cell in task_cells.cells_of(task, style, room))
    assert task_cells.height_of_cells(task, style, room) == pytest.approx(drawn)
