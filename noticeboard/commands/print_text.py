"""What `print` says on standard output, in lines: what was printed and recorded, what there is, how legible it is."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.words import LANDSCAPE, PORTRAIT
from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.building.print_work import Measured
from noticeboard.building.request import BuildResult
from noticeboard.forms.catalogue import FORMS
from noticeboard.languages import Language, Words, ending


def summary(printed: Printed, request: PrintRequest, result: BuildResult, language: Language) -> str:
    """One line: how many boards and pages, how many of them were drawn, where they are."""
    boards = len(printed.boards)
    pages = sum(each.pages for each in printed.boards)
    drawn = sum(each.drawn for each in printed.boards)
    where = request.output.resolve()
    what = Words("表单", "form") if request.order.form else Words("公示栏", "board")
    return Words(
        f"{what.zh}{boards}份共{pages}页：新画{drawn}份，写入{printed.written}个文件；在 {where}",
        f"{boards} {what.en}{ending(boards)}, {pages} page{ending(pages)}: {drawn} drawn, {printed.written} "
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
    yield Words("表单种类（--form）", "Kinds of forms (--form)").to(language)
    for form in FORMS:
        kind = form.kind
        shows = kind.shows.to(language)
        yield f"  {kind.key}  {kind.words.to(language)}  {', '.join(kind.sheets)}  {shows}"
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
