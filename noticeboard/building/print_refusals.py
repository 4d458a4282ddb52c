"""What is said when there is nothing of what somebody asked to print: the nearest that there is."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.building.place_refused import guess
from noticeboard.building.state_file import N_CACHE
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.forms.catalogue import FORMS
from noticeboard.languages import Words
from noticeboard.planning.form_prints import form_kind, form_names
from noticeboard.publishing.files import WRITE, unwritable


def no_board(board: str, place: str | None, known: Sequence[str]) -> Words:
    """The place, or the whole site, has no such board; `known` are those that it has."""
    zh, en = ("全站", "the site") if place is None else (f"“{place}”", f"“{place}”")
    form = form_kind(board)
    if form is not None:
        key = form.kind.key
        return Words(
            f"“{board}”是表单，不是公示栏：写 --form {key}",
            f"“{board}” is a form, no board: write --form {key}",
        )
    names = {name.lower(): kind.key for kind in BOARD_KINDS for name in (kind.key, *kind.words)}
    if board and board.lower() not in names:
        choices = [*names, *known]
        near = difflib.get_close_matches(board.lower(), choices, n=1)
        message = Words(f"没有“{board}”这种公示栏", f"there is no board “{board}”")
        return guess(message, [names.get(each, each) for each in near])
    if not known:
        return Words(f"{zh}没有可以打印的公示栏", f"{en} has no board to print")
    shown = list(dict.fromkeys(known))
    return Words(
        f"{zh}没有“{board}”这种公示栏；有的是：{'、'.join(shown)}",
        f"{en} has no board “{board}”; it has: {', '.join(shown)}",
    )


def no_form(form: str) -> Words:
    """There is no such kind of form."""
    names = {name: each.kind.key for each in FORMS for name in form_names(each)}
    part = [name for name in names if form.lower() in name]
    near = part or difflib.get_close_matches(form.lower(), names, n=1)
    if near:
        return guess(Words(f"没有“{form}”这种表单", f"there is no form “{form}”"), [names[near[0]]])
    known = [each.kind.key for each in FORMS]
    return Words(
        f"没有“{form}”这种表单；可以写：{'、'.join(known)}",
        f"there is no form “{form}”; write one of: {', '.join(known)}",
    )


def unwritten(output: Path, error: OSError) -> Diagnostic:
    """A PDF could not be written; those before it were."""
    remedy = Words(
        "检查权限和磁盘空间，关闭正在使用它的程序，或用 --output 换一个文件夹，再运行一次；已画好的不用重画",
        "check permissions and disk space, close programs that use it, or choose another folder with --output, and "
        "run again; what is drawn is not drawn anew",
    )
    return Diagnostic(WRITE, unwritable(output, error).message, remedy, Origin())


def unkept(reason: str) -> Diagnostic:
    """A PDF is drawn, but could not be kept in the store."""
    return Diagnostic(
        N_CACHE,
        Words(
            f"PDF 画好了，但没能存一份备用（{reason}），下次要重新画",
            f"the PDFs are drawn, but cannot be kept for the next time ({reason}): they will be drawn anew",
        ),
        Words(
            "检查站点文件夹里的 .noticeboard 能不能写入；也可以删去它",
            "see whether .noticeboard beside content/ can be written; it may be deleted",
        ),
        Origin(".noticeboard/pdf"),
    )
