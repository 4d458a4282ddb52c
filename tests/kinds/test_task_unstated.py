"""Tasks of which no source says how far they have come: never said to be under way, done, not done or overdue."""

from __future__ import annotations

from typing import get_args

import pytest
from task_places import child, figures_of, found_in, locality, panel_of, view_of

from noticeboard.boards.fills.tasks import tasks_boards
from noticeboard.boards.tasks import TaskState as BoardState
from noticeboard.kinds.place import Level
from noticeboard.kinds.task import TaskState
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme

TASKS = """
- {id: lift, title: 加装电梯, state: waiting}
- {id: gas, title: 接通天然气, state: done, finished: 2020-05}
- {id: pipes, title: 改造管道, state: 未注明, due: 2020-06-30}
- {id: roof, title: 补屋顶, state: unstated}
- {id: bench, title: 长椅, state: open}
"""
SILENT = "- {id: roof, title: 补屋顶, state: unstated}"


def test_they_stand_after_what_is_to_do_and_before_what_is_done() -> None:
    place = locality("2020-07-10", tasks=TASKS)
    rows = panel_of(place, "panels/tasks.html").rows
    assert [(row.state, row.overdue) for row in rows] == [
        ("waiting", 0),
        ("open", 0),
        ("unstated", 0),
        ("unstated", 0),
        ("done", 0),
    ]
    assert [group.state for group in view_of(place, "/a/tasks/").groups] == [
        "waiting",
        "open",
        "unstated",
        "done",
    ]


def test_they_are_counted_by_themselves_and_nothing_is_missed_in_them() -> None:
    place = locality("2020-07-10", tasks=TASKS)
    assert (place.summary.count("tasks.unstated"), place.summary.count("tasks.overdue")) == (2, 0)
    assert figures_of(place) == {"民生实事": "5项 已完成1项，进展未注明2项"}
    assert found_in("task", SILENT) == []


def test_none_done_is_not_said_where_the_source_is_silent() -> None:
    assert figures_of(locality(tasks=SILENT)) == {"民生实事": "1项 进展未注明1项"}
    area = locality(
        level=Level.COMMUNITY, children=(child("1", tasks=3, tasks_unstated=2), child("2", tasks=1))
    )
    rows = panel_of(area, "panels/tasks.html").places
    assert [row.done_of_all for row in rows] == ["0／3，2项未注明", "0／1"]


def test_the_board_says_it_in_words_and_in_its_totals() -> None:
    (board,) = tasks_boards(locality(tasks=TASKS + "- {id: road, title: 修路, state: unstated}"))
    assert [(total.label, total.figure) for total in board.content.totals] == [
        ("民生实事", "6"),
        ("已完成", "1"),
        ("进展未注明", "3"),
    ]
    assert [row.state_text for row in board.content.tasks][2:5] == ["未注明"] * 3  # under the head 进展
    (board,) = tasks_boards(locality(tasks=SILENT))
    assert [total.label for total in board.content.totals] == ["民生实事", "进展未注明"]


PAGE_MARK = '{% import "macros/marks.html" as marks %}{{ marks.task_state(state) }}'
BOARD_MARK = '{% import "boards/parts.html" as parts %}{{ parts.svg_state(state) }}'


@pytest.mark.parametrize(
    ("template", "states"),
    (
        (PAGE_MARK, [state.value for state in TaskState]),
        (BOARD_MARK, [*get_args(BoardState)]),
    ),
)
def test_every_state_has_a_mark_of_its_own(template: str, states: list[str]) -> None:
    drawing = Renderer(Theme((default_theme(),)), "zh").environment.from_string(template)
    marks = {drawing.render(state=state).partition("</svg>")[0].partition("<svg")[2] for state in states}
    assert len(marks) == len(states)


def test_the_board_knows_every_state_of_a_task() -> None:
    assert {state.value for state in TaskState} <= set(get_args(BoardState))
