"""The ledger: a row a task with all that is recorded of it, and the figures of the page of tasks above."""

from __future__ import annotations

import re
from pathlib import Path

from task_places import child, locality
from written_site import place, rebuild, write_content

from noticeboard.boards import ledger
from noticeboard.boards.fills.ledger import ledger_boards
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.ledger import LedgerBoard, LedgerRow, Piece
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_LANDSCAPE
from noticeboard.boards.view import texts_in
from noticeboard.diagnostics import Origin
from noticeboard.locality import Locality

TASKS = """\
- id: posts
  title: 安装充电桩
  state: done
  field: 充电
  asked_by: 居民
  channel: 议事会
  lead: [示例自管会, 示例党支部]
  requested: 2026-02-28
  started: 2026-05-11
  due: 2026-06-30
  finished: 2026-06-18
  funds: [{payer: 示例公司, amount: 12000, paid: 4500}, {amount: 6000}]
  quantities: [{what: 充电桩, number: 24, unit: 个}]
  beneficiaries: [{what: 住户, number: 72, unit: 户}]
  rating:
    issued: 72
    returned: 63
    by_grade: [{grade: 满意, count: 57}, {grade: 不满意, count: 6}]
    as_of: 2026-07-15
- {id: green, title: 绿地改车位, state: declined, reason: 绿地属于全体业主}
"""


def board_of(where: Locality) -> LedgerBoard:
    (subject,) = ledger_boards(where)
    assert isinstance(subject.content, LedgerBoard)
    return subject.content


def told(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces]


def test_a_row_holds_all_that_is_recorded_of_its_task() -> None:
    row, other = board_of(locality(tasks=TASKS)).rows
    assert (row.title, row.more) == ("安装充电桩", "充电；充电桩24个；受益：住户72户")
    assert told(row.asked) == ["居民", "渠道：议事会"]
    assert told(row.lead) == ["示例自管会、示例党支部"]
    assert told(row.dates) == [
        "提出 2026年2月28日",
        "开工 2026年5月11日",
        "时限 2026年6月30日",
        "完成 2026年6月18日",
    ]
    assert told(row.funds) == ["12,000元", "示例公司", "已付 4,500元", "6,000元", "未注明"]
    assert (row.state, row.state_text) == ("done", "已完成")
    assert told(row.rating) == ["满意 90.5%", "57／63", "截至2026年7月15日"]
    assert (other.state, other.state_text, other.more) == ("declined", "不采纳", "理由：绿地属于全体业主")
    assert (other.funds, other.rating, other.dates) == ((), (), ())


def test_what_is_above_the_rows_is_that_of_the_whole_place() -> None:
    below = child("b", tasks=3, tasks_done=1, funds=100_00, **{"funds_by/示例公司": 100_00})
    board = board_of(locality(tasks=TASKS, children=(below,)))
    assert [(t.label, t.figure, t.unit) for t in board.totals] == [
        ("民生实事", "5", "项"),
        ("已完成", "2", "项"),
        ("投入", "18,100", "元"),
    ]
    payers, base = board.notes
    assert payers.startswith("投入按出资方：示例公司 12,100元；未注明 6,000元；合计已付4,500元")
    assert base == "截至2026年7月15日；下面列出本级的2项，其余3项见各楼院的公示栏"


def test_the_ledger_has_the_figures_of_the_page_of_tasks(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/place.yml": place("楼院", "示例小区"), "c/tasks.yml": TASKS})
    assert rebuild(root).ok
    texts = {
        name: re.sub(r"<[^>]+>|\s", "", (root / "site/c" / name / "index.html").read_text(encoding="utf-8"))
        for name in ("tasks", "boards/ledger-a3-landscape", "boards/tasks-a3-landscape")
    }
    assert all("18,000元" in text for text in texts.values())
    assert "民生实事2项已完成1项投入18,000元" in texts["boards/ledger-a3-landscape"]


def test_more_payers_than_have_room_are_counted_and_not_summed() -> None:
    funds = ", ".join(f"{{payer: 示例{i}号公司, amount: {1000 - i}}}" for i in range(10))
    board = board_of(locality(tasks=f"[{{id: gas, title: 天然气, state: open, funds: [{funds}]}}]"))
    assert board.notes[0].endswith("示例7号公司 993元；其余2家见各项")


def test_without_tasks_there_is_no_ledger() -> None:
    assert list(ledger_boards(locality())) == []


def frame(**changes: object) -> BoardFrame:
    given = {"sheet": A3_LANDSCAPE, "title": "民生台账", "compound": "示例小区", "band": "plain"}
    return BoardFrame(**{**given, "issuer": "示例社区", "date_text": "2026年11月20日", **changes})  # type: ignore[arg-type]  # one dictionary of several types


def row(title: str, origin: Origin = Origin()) -> LedgerRow:
    amount = Piece("123,456,789.50元", figure=True, bold=True)
    return LedgerRow(title, "", (), (), (), (amount,), "done", "已完成", (), origin)


def test_a_figure_is_never_parted_however_much_room_few_rows_leave() -> None:
    view, found = ledger.lay_out(LedgerBoard((), (), (row("更换楼道灯"),)), frame())
    assert (found, view is not None) == ([], True)
    (amount,) = (text for text in texts_in(view) if text.plain == "123,456,789.50元")
    assert len(amount.lines) == 1


def test_the_numbers_go_on_over_all_panels_and_the_head_is_repeated() -> None:
    board = LedgerBoard((), ("截至2026年11月20日",), tuple(row(f"更换{i}号楼楼道灯") for i in range(60)))
    view, _ = ledger.lay_out(board, frame())
    assert view is not None
    bodies = [panel.body for panel in view.panels]
    assert len(bodies) > 1
    numbers = [line.cells[0].texts[0].plain for body in bodies for line in body.rows]
    assert numbers == [str(i) for i in range(1, 61)]
    assert {body.head.cells[1].texts[0].plain for body in bodies} == {"事项"}
    assert [body.note is not None for body in bodies] == [True] + [False] * (len(bodies) - 1)


def test_what_does_not_fit_is_named() -> None:
    origin = Origin("content/c/tasks.yml", (0,))
    view, (found,) = ledger.lay_out(LedgerBoard((), (), (row("长" * 4000, origin),)), frame())
    assert (view, found.code, found.origin) == (None, "E-BOARD-FIT", origin)
    view, (found,) = ledger.lay_out(LedgerBoard((), (), (row("灯"),)), frame(sheet=A4_LANDSCAPE))
    assert view is None
    assert found.message.zh.startswith("“民生台账”在民生台账（A4）上放不下")
