"""`print`: boards as PDFs, any that has records, on any sheet; or what there is, or how legible it would be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import click

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.sheets_to_print import SheetWish
from noticeboard.boards.size_text import VARIANTS
from noticeboard.boards.words import LANDSCAPE, PORTRAIT
from noticeboard.building.print_work import Measured
from noticeboard.building.printing import (
    FOLDER,
    Printed,
    PrintRequest,
    list_boards,
    measure_boards,
    print_boards,
)
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.commands.command_line import Command, day_option, jobs_option
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.sheet_options import sheet_options
from noticeboard.commands.site import USAGE, day_of, exit_code
from noticeboard.commands.terminal import print_report, progress
from noticeboard.diagnostics import Report, Severity
from noticeboard.languages import Language, Words, ending
from noticeboard.planning.hung_record import HungOrder
from noticeboard.planning.printing import PrintOrder
from noticeboard.rendering.pdf import E_PDF_ENGINE

HELP = Words(
    "把公示栏画成 PDF。地点写 content/ 下的文件夹路径；不写就是所有地点。内容没变的公示栏不重画。",
    "Draw boards as PDFs. PLACE is a folder path below content/; without it every place. A board that has not "
    "changed is not drawn again.",
)
PLACE = Words("[地点]", "[PLACE]")
BOARD = Words(
    "只要这种公示栏（见 --list；默认有记录的都要）", "only this board (see --list; default: all with records)"
)
LIST = Words(
    "列出公示栏种类、尺寸和各地点有哪些公示栏，不画",
    "list kinds of boards, sizes and the boards of each place; draw nothing",
)
LEGIBILITY = Words(
    "逐份说明最小的字多高、从多远看、对比度多少，不画",
    "tell of each board its smallest type, the distance and the contrast; draw nothing",
)
OUTPUT = Words(f"PDF 放在这个文件夹（默认 {FOLDER}）", f"folder for the PDFs (default: {FOLDER})")
DATE = Words("按这一天打印（默认今天）", "print as on this day (default: today)")
RECORD = Words(
    "把打印的记进各地点的挂出记录（hung.yml），日期是 --date 或今天",
    "record what is printed in hung.yml of its place as hung on the day of --date, or today",
)
DOORWAY = Words(
    "与 --record 一起用：挂在哪个楼门，例如 1号楼1单元；可以写几次（默认是全院共用的位置）",
    "with --record: the doorway where it hangs; may be given several times (default: the common place)",
)
ONLY_WITH_RECORD = Words("--doorway 要和 --record 一起用", "--doorway is used with --record")
DRAWING = Words("正在画公示栏…", "Drawing boards …")
NOT_BOTH = Words("--list 和 --legibility 只能写一个", "--list and --legibility cannot stand together")
NOT_PRINTED = Words("没有打印：什么也没有写", "Nothing was printed: no file was written")


def command(invocation: Invocation) -> Command:
    """The command `print`."""
    language = invocation.language

    def run(
        place: str | None,
        board: str | None,
        is_list: bool,
        is_legibility: bool,
        record: bool,
        doorway: tuple[str, ...],
        output: str | None,
        day: date | None,
        jobs: int | None,
        **sheets: Any,
    ) -> int:
        for is_wrong, said in (
            (doorway and not record, ONLY_WITH_RECORD),
            (is_list and is_legibility, NOT_BOTH),
        ):
            if is_wrong:
                raise click.UsageError(said.to(language), click.get_current_context())
        site = _site(invocation, day, output, jobs)
        hung = HungOrder(site.today, tuple(dict.fromkeys(doorway))) if record else None
        in_force_on = None if site.today == day_of(invocation, None) else site.today
        order = PrintOrder(board or "", _wish(sheets), sheets["tile"] or "", in_force_on, hung)
        work = list_boards if is_list else measure_boards if is_legibility else print_boards
        return run_print(invocation, PrintRequest(site, order, place), work)

    return Command(
        language=language,
        name="print",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Argument(["place"], required=False, metavar=PLACE.to(language)),
            click.Option(["--board"], metavar="KIND", help=BOARD.to(language)),
            *sheet_options(language),
            click.Option(["--list", "is_list"], is_flag=True, help=LIST.to(language)),
            click.Option(["--legibility", "is_legibility"], is_flag=True, help=LEGIBILITY.to(language)),
            click.Option(["--record"], is_flag=True, help=RECORD.to(language)),
            click.Option(["--doorway"], metavar="DOORWAY", multiple=True, help=DOORWAY.to(language)),
            click.Option(["--output"], metavar="DIR", help=OUTPUT.to(language)),
            day_option(DATE, language),
            jobs_option(language),
        ],
    )


def _site(invocation: Invocation, day: date | None, output: str | None, jobs: int | None) -> BuildRequest:
    """What is read to print from, as it is today or was on an earlier day."""
    today = day_of(invocation, None)
    is_past = day is not None and day < today
    folder = invocation.root / output if output else None
    return BuildRequest(invocation.root, day or today, folder, clean=is_past, is_past=is_past, jobs=jobs)


def _wish(sheets: dict[str, Any]) -> SheetWish:
    variants = tuple(name for name in VARIANTS if sheets[name])
    return SheetWish(sheets["size"] or "", sheets["orientation"], sheets["distance"] or 0.0, variants)


Work = Callable[[PrintRequest], tuple[Printed, BuildResult]]


def run_print(invocation: Invocation, request: PrintRequest, work: Work = print_boards) -> int:
    """Print the boards, list or measure them; problems go to standard error, what was done to standard output."""
    language = invocation.language
    with progress(DRAWING.to(language), is_quiet=invocation.is_quiet):
        printed, result = work(request)
    if printed.refused is not None:
        raise click.UsageError(printed.refused.to(language), click.get_current_context())
    told = Report(
        [one for one in result.report if invocation.is_verbose or one.severity is not Severity.NOTE]
    )
    if len(told):
        print_report(told, language, "text", sys.stderr)
    if not result.ok:
        if work is print_boards and not printed.boards:
            click.echo(NOT_PRINTED.to(language), err=True)
        return USAGE if any(one.code == E_PDF_ENGINE for one in result.report) else exit_code(result)
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


def summary(printed: Printed, request: PrintRequest, result: BuildResult, language: Language) -> str:
    """One line: how many boards and pages, how many of them were drawn, where they are."""
    boards = len(printed.boards)
    pages = sum(each.pages for each in printed.boards)
    drawn = sum(each.drawn for each in printed.boards)
    where = request.output.resolve()
    return Words(
        f"公示栏{boards}份共{pages}页：新画{drawn}份，写入{printed.written}个文件；在 {where}",
        f"{boards} board{ending(boards)}, {pages} page{ending(pages)}: {drawn} drawn, {printed.written} "
        f"file{ending(printed.written)} written; in {where}",
    ).to(language)


def recorded(printed: Printed, language: Language) -> str:
    """One line: how many boards were added to the record of what hangs."""
    number = printed.recorded
    if not number:
        return Words("挂出记录里都有了，没有新记", "All of it is on record already as hanging").to(language)
    return Words(f"挂出记录新记{number}块", f"{number} board{ending(number)} recorded as hanging").to(
        language
    )


def listing(printed: Printed, language: Language) -> Iterator[str]:
    """Kinds of boards, papers, and the boards of each place."""
    yield Words("公示栏种类（--board）", "Kinds of boards (--board)").to(language)
    for kind in BOARD_KINDS:
        yield f"  {kind.key}  {kind.words.to(language)}  {', '.join(kind.sheets)}"
    yield Words("尺寸（--size；也可以写宽×高）", "Sizes (--size; or width×height)").to(language)
    for sheet in SHEETS.values():
        direction = (LANDSCAPE if sheet.landscape else PORTRAIT).to(language)
        yield f"  {sheet.key}  {sheet.paper.to(language)} {direction}  {sheet.width:g} × {sheet.height:g} mm"
    yield Words("各地点的公示栏", "Boards of each place").to(language)
    for place, boards in printed.listed:
        yield f"  {place or '.'}"
        for board in boards:
            yield f"    {board.key}  {board.title}"


def legibility_line(board: Measured, language: Language) -> str:
    """The report of one board on one sheet."""
    count = board.panels
    panels = Words(f"{count}块", f"{count} panel{ending(count)}").to(language)
    comma = Words("，", ", ").to(language)
    return f"{board.path.removesuffix('.pdf')}  {panels}{comma}{board.legibility.text(language)}"
