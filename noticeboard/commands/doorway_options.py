"""The options of `print` for doorways: whose set is meant, what is recorded as hanging, and where.

`--doorway` alone means every doorway, `--doorway 1号楼1单元` that one: the value may be left out. Together with
`--record` and `--board` it keeps to single boards and names where they hang; without `--board` it is the whole set
that is recorded.
"""

from __future__ import annotations

from typing import Any

import click

from noticeboard.forms.form import FormOptions
from noticeboard.languages import Language, Words
from noticeboard.planning.printing import DoorwayOrder

ALL = ("all", "全部")
RECORD = Words(
    "把打印的记进各地点的挂出记录（hung.yml），日期是 --date 或今天",
    "record what is printed in hung.yml of its place as hung on the day of --date, or today",
)
DOORWAY = Words(
    "楼门套件：一个楼门的全部公示栏、标牌和点评卡，附装箱单，按纸张合成 PDF；例如 --doorway 1号楼1单元，可以写几次，"
    "只写 --doorway 是每个楼门；与 --board、--record 一起用，是这块公示栏挂在哪个楼门",
    "the doorway set: all boards, plaques and comment cards of one doorway, with a packing list and one PDF for each "
    "paper; with a name (a building and its doorway) of that doorway, several times if need be, alone of every "
    "doorway; with --board and --record: where that board hangs",
)
JSON = Words(
    "与 --doorway 一起用：装箱单写成 JSON，两种语言相同",
    "with --doorway: the packing list as JSON, the same in both languages",
)
BOARD_ALONE = Words(
    "--doorway 印整套，不和 --board 一起用；只记一块挂在哪里，再加上 --record",
    "--doorway prints whole sets and stands without --board; to record where one board hangs, add --record",
)
TOGETHER = Words("{one} 和 {other} 只能写一个", "{one} and {other} cannot stand together")
ONLY_WITH = Words("{one} 要和 {other} 一起用", "{one} is used with {other}")
WHICH = Words(
    "记一块公示栏挂在哪里，要写出楼门：--doorway 1号楼1单元",
    "name the doorway where the board hangs: --doorway 1号楼1单元",
)


def doorway_options(language: Language) -> list[click.Parameter]:
    """The options."""
    return [
        click.Option(["--record"], is_flag=True, help=RECORD.to(language)),
        click.Option(
            ["--doorway"],
            metavar="[DOORWAY]",
            multiple=True,
            is_flag=False,
            flag_value=ALL[0],
            help=DOORWAY.to(language),
        ),
        click.Option(["--json", "is_json"], is_flag=True, help=JSON.to(language)),
    ]


def doorway_order(asked: dict[str, Any]) -> DoorwayOrder | None:
    """The doorways whose sets are meant; None where single boards are. `asked` are all options by name."""
    if not asked["doorway"] or asked["board"]:
        return None
    names = () if _is_all(asked["doorway"]) else tuple(dict.fromkeys(asked["doorway"]))
    return DoorwayOrder(names, FormOptions(start=asked["first"] or 1, count=asked["copies"] or 0))


def refuse_together(asked: dict[str, Any], language: Language) -> None:
    """`UsageError` for options that mean nothing together."""
    doorway, board, record = asked["doorway"], asked["board"], asked["record"]
    is_list, is_legibility = asked["is_list"], asked["is_legibility"]
    for is_wrong, said in (
        (is_list and is_legibility, TOGETHER.to(language).format(one="--list", other="--legibility")),
        (
            doorway and is_legibility,
            TOGETHER.to(language).format(one="--doorway", other="--legibility"),
        ),
        (
            asked["is_json"] and not doorway,
            ONLY_WITH.to(language).format(one="--json", other="--doorway"),
        ),
        (doorway and board and not record, BOARD_ALONE.to(language)),
        (doorway and board and _is_all(doorway), WHICH.to(language)),
    ):
        if is_wrong and not asked["form"]:
            raise click.UsageError(said, click.get_current_context())


def _is_all(doorways: tuple[str, ...]) -> bool:
    return any(each in ALL for each in doorways)
