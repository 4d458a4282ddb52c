"""`print`: boards and forms as PDFs, on any sheet; or what there is, or how legible it would be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from noticeboard.boards.sheets_to_print import SheetWish
from noticeboard.boards.size_text import VARIANTS
from noticeboard.building.print_request import FOLDER, Printed, PrintRequest
from noticeboard.building.printing import list_boards, measure_boards, print_boards
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.commands.command_line import Command, day_option, jobs_option
from noticeboard.commands.doorway_options import doorway_options, doorway_order, refuse_together
from noticeboard.commands.form_options import form_options, form_order
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.print_doorways import run_doorways
from noticeboard.commands.print_text import legibility_line, listing, recorded, summary
from noticeboard.commands.print_told import tell
from noticeboard.commands.sheet_options import sheet_options
from noticeboard.commands.site import day_of, exit_code
from noticeboard.commands.terminal import progress
from noticeboard.languages import Words
from noticeboard.planning.hung_record import HungOrder
from noticeboard.planning.printing import PrintOrder

HELP = Words(
    "把公示栏或表单画成 PDF。地点写 content/ 下的文件夹路径；不写就是所有地点。内容没变的公示栏不重画。",
    "Draw boards or a form as PDFs. PLACE is a folder path below content/; without it every place. A board that "
    "has not changed is not drawn again.",
)
PLACE = Words("[地点]", "[PLACE]")
BOARD = Words(
    "只要这种公示栏（见 --list；默认有记录的都要）", "only this board (see --list; default: all with records)"
)
LIST = Words(
    "列出公示栏和表单的种类、尺寸、各地点有哪些公示栏，不画",
    "list kinds of boards and forms, sizes and the boards of each place; draw nothing",
)
LEGIBILITY = Words(
    "逐份说明最小的字多高、从多远看、对比度多少，不画",
    "tell of each board its smallest type, the distance and the contrast; draw nothing",
)
OUTPUT = Words(f"PDF 放在这个文件夹（默认 {FOLDER}）", f"folder for the PDFs (default: {FOLDER})")
DATE = Words("按这一天打印（默认今天）", "print as on this day (default: today)")
DRAWING = Words("正在画公示栏…", "Drawing boards …")
NOT_PRINTED = Words("没有打印：什么也没有写", "Nothing was printed: no file was written")


def command(invocation: Invocation) -> Command:
    """The command `print`."""
    language = invocation.language

    def run(place: str | None, **asked: Any) -> int:
        refuse_together(asked, language)
        request = PrintRequest(_site(invocation, asked), _order(invocation, place, asked), place)
        if request.order.doorways:
            return run_doorways(invocation, request, draws=not asked["is_list"], is_json=asked["is_json"])
        is_list, is_legibility = asked["is_list"], asked["is_legibility"]
        work = list_boards if is_list else measure_boards if is_legibility else print_boards
        return run_print(invocation, request, work)

    return Command(
        language=language,
        name="print",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Argument(["place"], required=False, metavar=PLACE.to(language)),
            click.Option(["--board"], metavar="KIND", help=BOARD.to(language)),
            *form_options(language),
            *sheet_options(language),
            click.Option(["--list", "is_list"], is_flag=True, help=LIST.to(language)),
            click.Option(["--legibility", "is_legibility"], is_flag=True, help=LEGIBILITY.to(language)),
            *doorway_options(language),
            click.Option(["--output"], metavar="DIR", help=OUTPUT.to(language)),
            day_option(DATE, language),
            jobs_option(language),
        ],
    )


def _site(invocation: Invocation, asked: dict[str, Any]) -> BuildRequest:
    """What is read to print from, as it is today or was on an earlier day."""
    day, output, today = asked["day"], asked["output"], day_of(invocation, None)
    is_past = day is not None and day < today
    folder = invocation.root / output if output else None
    return BuildRequest(
        invocation.root, day or today, folder, clean=is_past, is_past=is_past, jobs=asked["jobs"]
    )


def _order(invocation: Invocation, place: str | None, asked: dict[str, Any]) -> PrintOrder:
    """What is to be printed; `UsageError` for options that mean nothing together."""
    day: date = day_of(invocation, asked["day"])
    doorways = doorway_order(asked)
    at = () if doorways else tuple(dict.fromkeys(asked["doorway"]))
    return PrintOrder(
        board=asked["board"] or "",
        sheets=_wish(asked),
        tile=asked["tile"] or "",
        in_force_on=None if day == day_of(invocation, None) else day,
        hung=HungOrder(day, at) if asked["record"] else None,
        form=form_order(asked, place, invocation.language),
        doorways=doorways,
    )


def _wish(asked: dict[str, Any]) -> SheetWish:
    variants = tuple(name for name in VARIANTS if asked[name])
    return SheetWish(asked["size"] or "", asked["orientation"], asked["distance"] or 0.0, variants)


Work = Callable[[PrintRequest], tuple[Printed, BuildResult]]


def run_print(invocation: Invocation, request: PrintRequest, work: Work = print_boards) -> int:
    """Print the boards, list or measure them; problems go to standard error, what was done to standard output."""
    language = invocation.language
    with progress(DRAWING.to(language), is_quiet=invocation.is_quiet):
        printed, result = work(request)
    tell(printed, result, invocation)
    if not result.ok:
        if work is print_boards and not printed.boards:
            click.echo(NOT_PRINTED.to(language), err=True)
        return exit_code(result)
    if work is not print_boards:
        measured = (legibility_line(board, language) for board in printed.measured)
        for line in listing(printed, language) if work is list_boards else measured:
            click.echo(line)
    elif not invocation.is_quiet:
        if invocation.is_verbose:
            for board in printed.boards:
                click.echo(board.path)
        click.echo(summary(printed, request, result, language))
        if request.order.hung is not None:
            click.echo(recorded(printed, language))
    return exit_code(result)
