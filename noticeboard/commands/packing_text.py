"""The packing list of doorway sets on a terminal: as lines, or as JSON that is the same in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.commands.reporting import visible
from noticeboard.languages import Language, Words, ending
from noticeboard.planning.packing import PackingLeft, PackingList, PackingRow

NEW, HAND_OUT = (
    Words("新挂", "new"),
    Words("发给住户，编号{:04}至{:04}", "to hand out, numbers {:04} to {:04}"),
)
REPLACES = Words("换下 {code}（{day}挂出）", "replaces {code} (hung {day})")
SAME = Words("同一版 {code} 已挂着（{day}挂出）", "the same version {code} hangs already (hung {day})")
TAKE_DOWN = Words("取下：{title} {code}（{day}挂出）", "take down: {title} {code} (hung {day})")
STAYS = Words(
    "没有放：{title} {code} 在这里取下过，没有再挂",
    "not in the set: {title} {code} was taken down here and not replaced",
)
PANEL = Words("第{}块", "panel {}")


def packing_lines(packed: tuple[PackingList, ...], language: Language) -> Iterator[str]:
    """The rows of each doorway of each place."""
    for packing in packed:
        yield packing.place or "."
        for doorway in packing.doorways:
            yield f"  {visible(doorway)}"
            yield from (f"    {_row(row, language)}" for row in packing.rows_at(doorway))
            yield from (f"    {_left(each, language)}" for each in packing.left_at(doorway))


def _row(row: PackingRow, language: Language) -> str:
    panel = PANEL.to(language).format(row.panels[0]) if row.one_panel else ""
    sheets = Words(f"{row.pages}张", f"{row.pages} sheet{ending(row.pages)}").to(language)
    if row.does == "cards" and row.cards:
        does = HAND_OUT.to(language).format(*row.cards)
    elif row.hung is None:
        does = NEW.to(language)
    else:
        text = SAME if row.does == "same" else REPLACES
        does = text.to(language).format(code=row.replaces, day=row.hung)
    return "  ".join(part for part in (visible(row.title), panel, row.size, sheets, does) if part)


def _left(each: PackingLeft, language: Language) -> str:
    text = TAKE_DOWN if each.hangs else STAYS
    return text.to(language).format(title=visible(each.title), code=each.code, day=each.day)


def set_summary(printed: Printed, request: PrintRequest, language: Language) -> str:
    """One line: how many doorways, boards and sheets of each paper, and where they are."""
    packed = printed.packed
    doorways = sum(len(each.doorways) for each in packed)
    boards = sum(row.does != "cards" for each in packed for row in each.rows)
    papers: dict[str, int] = {}
    for each in packed:
        for file in each.files:
            papers[file.paper] = papers.get(file.paper, 0) + file.pages
    comma = Words("、", ", ").to(language)
    zh = comma.join(f"{paper} {count}张" for paper, count in papers.items())
    en = comma.join(f"{count} × {paper}" for paper, count in papers.items())
    return Words(
        f"楼门{doorways}个，公示栏{boards}份，纸张 {zh}；写入{printed.written}个文件；在 {request.output.resolve()}",
        f"{doorways} doorway{ending(doorways)}, {boards} board{ending(boards)}, sheets {en}; {printed.written} "
        f"file{ending(printed.written)} written; in {request.output.resolve()}",
    ).to(language)


def packing_json(packed: tuple[PackingList, ...]) -> str:
    """The packing lists as JSON."""
    return json.dumps([_object(each) for each in packed], ensure_ascii=False, indent=2)


def _object(packing: PackingList) -> dict[str, Any]:
    return {
        "place": packing.place,
        "files": [{"file": f"{packing.folder}/{file.name}", "pages": file.pages} for file in packing.files],
        "boards": [_row_object(row) for row in packing.rows],
        "take_down": [_left_object(each) for each in packing.left if each.hangs],
        "left_out": [_left_object(each) for each in packing.left if not each.hangs],
    }


def _row_object(row: PackingRow) -> dict[str, Any]:
    return {
        "doorway": row.doorway,
        "board": row.board,
        "title": row.title,
        "size": row.size,
        "panels": list(row.panels),
        "file": row.file,
        "first_page": row.first_page,
        "pages": row.pages,
        "code": row.code,
        "does": row.does,
        "replaces": row.replaces or None,
        "hung": row.hung.isoformat() if row.hung else None,
        "numbers": list(row.cards) if row.cards else None,
    }


def _left_object(each: PackingLeft) -> dict[str, Any]:
    return {"doorway": each.doorway, "board": each.board, "code": each.code, "hung": each.day.isoformat()}
