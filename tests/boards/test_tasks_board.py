from __future__ import annotations

from dataclasses import replace

import pytest
from board_samples import LAY_OUTS, a_ledger, frame, laid_out, practical_tasks

from noticeboard.boards import tasks
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.view import texts_in


def test_few_tasks_are_set_larger_with_the_word_of_every_date_on_its_own_line() -> None:
    rows = tuple(replace(row, when="2020年10月15日完成") for row in practical_tasks(3).tasks)
    dated = laid_out("tasks", replace(practical_tasks(3), tasks=rows), frame())
    texts = [text for text in texts_in(dated.panels) if text.plain == "2020年10月15日完成"]
    assert [["".join(run.text for run in line) for line in text.lines] for text in texts] == [
        ["2020年10月15日", "完成"]
    ] * 3
    assert texts[0].size >= 1.3 * A3_LANDSCAPE.name_size


@pytest.mark.parametrize("sheet", (A3_LANDSCAPE, A4_PORTRAIT, sheet_named("a4-large")), ids=str)
def test_why_a_task_was_declined_stands_under_its_title(sheet: Sheet) -> None:
    """A sentence has no room beside the mark, in a column of four characters."""
    row = tasks.TaskRow("把中心绿地改成停车位", "declined", "不采纳：绿地属于全体业主，不能占用")
    (panel,) = laid_out("tasks", tasks.TasksBoard((), (row,)), frame(sheet)).panels
    _, title, state, *_ = panel.body.rows[0].cells
    assert [text.plain for text in title.texts[1:]] == ["理由：绿地属于全体业主，不能占用"]
    assert [text.plain for text in state.texts] == ["不采纳"]


def test_a_row_that_has_no_room_below_the_totals_goes_on_the_next_panel() -> None:
    first, second = practical_tasks(2).tasks
    funds = tuple(tasks.Fund("", "20,000元") for _ in range(20))
    board = tasks.TasksBoard((tasks.Total("共", "2", "项"),), (first, replace(second, funds=funds)))
    panels = laid_out("tasks", board, frame()).panels
    assert [len(panel.body.rows) for panel in panels] == [1, 1]
    view, (found,) = LAY_OUTS["tasks"](replace(board, tasks=board.tasks[::-1]), frame())
    assert (view, found.code) == (None, "E-BOARD-FIT")


def test_a_ledger_has_a_payer_and_what_is_paid_on_one_line_where_there_is_room() -> None:
    (row,) = a_ledger(1).rows
    amount, payer, paid = row.funds
    long = payer._replace(text="示例小区房屋管理和物业服务有限公司")
    board = replace(a_ledger(1), rows=(replace(row, funds=(amount, payer, paid, amount, long, paid)),))
    (panel,) = laid_out("ledger", board, frame()).panels
    assert [text.plain for text in panel.body.rows[0].cells[5].texts] == [
        "1,620,000元",
        "物业公司，已付 20,000元",
        "1,620,000元",
        "示例小区房屋管理和物业服务有限公司",
        "已付 20,000元",
    ]


def test_a_sheet_of_a_ledger_holds_eight_tasks_of_three_lines() -> None:
    panels = laid_out("ledger", a_ledger(70), frame()).panels
    assert [len(panel.body.rows) for panel in panels[1:-1]] == [8] * (len(panels) - 2)
