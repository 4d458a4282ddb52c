"""`print`: boards as PDFs, any that has records, on any sheet."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from datetime import date

import click

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.sheet_choice import Orientation, known_sizes, sheets_of_size
from noticeboard.boards.words import LANDSCAPE, PORTRAIT
from noticeboard.building.printing import FOLDER, Printed, PrintRequest, list_boards, print_boards
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.commands.command_line import Command, day_option
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.site import USAGE, day_of, exit_code
from noticeboard.commands.terminal import print_report, progress
from noticeboard.diagnostics import Report, Severity
from noticeboard.languages import Language, Words, ending
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
SIZE = Words(
    "纸张，例如 A3、a4-portrait（见 --list；默认与网站相同）",
    "paper, such as A3 or a4-portrait (see --list; default: as on the site)",
)
ORIENTATION = Words("纵向 portrait 或横向 landscape", "how the paper lies")
LIST = Words(
    "列出公示栏种类、纸张和各地点有哪些公示栏，不画",
    "list kinds of boards, papers and the boards of each place; draw nothing",
)
OUTPUT = Words(f"PDF 放在这个文件夹（默认 {FOLDER}）", f"folder for the PDFs (default: {FOLDER})")
DATE = Words("按这一天打印（默认今天）", "print as on this day (default: today)")
JOBS = Words("最多用几个进程（默认：有几个处理器就用几个）", "processes at most (default: one a processor)")
DRAWING = Words("正在画公示栏…", "Drawing boards …")
NOT_PRINTED = Words("没有打印：什么也没有写", "Nothing was printed: no file was written")


def command(invocation: Invocation) -> Command:
    """The command `print`."""
    language = invocation.language

    def run(
        place: str | None,
        board: str | None,
        size: str | None,
        orientation: Orientation | None,
        is_list: bool,
        output: str | None,
        day: date | None,
        jobs: int | None,
    ) -> int:
        site = BuildRequest(
            root=invocation.root,
            today=day_of(invocation, day),
            output=invocation.root / output if output else None,
            jobs=jobs,
        )
        order = PrintOrder(board or "", size or "", orientation)
        return run_print(invocation, PrintRequest(site, order, place), is_list=is_list)

    return Command(
        language=language,
        name="print",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Argument(["place"], required=False, metavar=PLACE.to(language)),
            click.Option(["--board"], metavar="KIND", help=BOARD.to(language)),
            _size_option(language),
            click.Option(
                ["--orientation"], type=click.Choice(["portrait", "landscape"]), help=ORIENTATION.to(language)
            ),
            click.Option(["--list", "is_list"], is_flag=True, help=LIST.to(language)),
            click.Option(["--output"], metavar="DIR", help=OUTPUT.to(language)),
            day_option(DATE, language),
            click.Option(
                ["--jobs"], metavar="N", type=click.IntRange(1, 64), default=None, help=JOBS.to(language)
            ),
        ],
    )


def _size_option(language: Language) -> click.Option:
    def parse(ctx: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
        if text is None or sheets_of_size(text):
            return text
        near = difflib.get_close_matches(text.lower(), known_sizes(), n=1)
        guess = Words(f"；是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Words("", "")
        said = Words(f"没有“{text}”这种纸张", f"there is no paper “{text}”")
        raise click.BadParameter(said.to(language) + guess.to(language), ctx)

    return click.Option(["--size"], metavar="SIZE", callback=parse, help=SIZE.to(language))


def run_print(invocation: Invocation, request: PrintRequest, *, is_list: bool) -> int:
    """Print the boards, or list them; problems go to standard error, what was done to standard output."""
    language = invocation.language
    with progress(DRAWING.to(language), is_quiet=invocation.is_quiet):
        printed, result = list_boards(request) if is_list else print_boards(request)
    if printed.refused is not None:
        raise click.UsageError(printed.refused.to(language), click.get_current_context())
    told = Report(
        [one for one in result.report if invocation.is_verbose or one.severity is not Severity.NOTE]
    )
    if len(told):
        print_report(told, language, "text", sys.stderr)
    if not result.ok:
        if not printed.boards:
            click.echo(NOT_PRINTED.to(language), err=True)
        return USAGE if any(one.code == E_PDF_ENGINE for one in result.report) else exit_code(result)
    if is_list:
        for line in listing(printed, language):
            click.echo(line)
    elif not invocation.is_quiet:
        if invocation.is_verbose:
            for board in printed.boards:
                click.echo(board.path)
        click.echo(summary(printed, request, result, language))
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


def listing(printed: Printed, language: Language) -> Iterator[str]:
    """Kinds of boards, papers, and the boards of each place."""
    yield Words("公示栏种类（--board）", "Kinds of boards (--board)").to(language)
    for kind in BOARD_KINDS:
        yield f"  {kind.key}  {kind.words.to(language)}  {', '.join(kind.sheets)}"
    yield Words("纸张（--size）", "Papers (--size)").to(language)
    for sheet in SHEETS.values():
        direction = (LANDSCAPE if sheet.landscape else PORTRAIT).to(language)
        yield f"  {sheet.key}  {sheet.paper.to(language)} {direction}  {sheet.width:g} × {sheet.height:g} mm"
    yield Words("各地点的公示栏", "Boards of each place").to(language)
    for place, boards in printed.listed:
        yield f"  {place or '.'}"
        for board in boards:
            yield f"    {board.key}  {board.title}"
