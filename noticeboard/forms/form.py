"""What all forms share: what can be asked for, the call that makes a form, and its frame.

    FormKind + Locality (as the wall may show it) + FormOptions ─ form ▶ BoardView, or what is wrong

A form is a sheet without band like a notice, so it is rendered, printed and drawn as boards are. Numbers are a
function of `start` and `count` alone: whoever prints 1 to 40 today and 41 to 80 tomorrow has every number once,
and a sheet that jammed is printed again with the numbers that it had.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.sheet import SHEETS, Sheet
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.records import Record

E_FORM_NUMBER = code("E-FORM-NUMBER", "表单的编号或数量不对", "a number or count of forms that cannot be")
E_FORM_RECORD = code("E-FORM-RECORD", "没有表单要用的这条记录", "there is no record for a form")
E_FORM_CHOICES = code("E-FORM-CHOICES", "没有可以勾选的项目", "there is nothing to tick")
MOST_FORMS = 5_000
"""In one run: more is a slip of the finger."""
MOST_NUMBER = 9_999
"""The number has four figures."""


@dataclass(frozen=True)
class FormOptions:
    """What is asked for; everything has a value that makes sense without a word."""

    start: int = 1
    """The number of the first form."""
    count: int = 0
    """How many; 0 for those of one sheet."""
    record: str = ""
    """The id of the task or the volunteer that the form is for."""
    title: str = ""
    """Of the activity or of the vote."""
    when: str = ""
    where: str = ""
    choices: tuple[str, ...] = ()
    """What can be ticked."""
    most: int = 1
    """How many of them may be ticked at most."""


Made = tuple[BoardView | None, list[Diagnostic]]


class FormKind(NamedTuple):
    """One kind of form in the catalogue."""

    kind: BoardKind
    makes_sense: Callable[[Locality], bool]
    """Whether the print centre of a place offers it, with no options."""
    lay_out: Callable[[Locality, FormOptions, BoardFrame], Made]


def form(kind: FormKind, locality: Locality, options: FormOptions, sheet: Sheet | None = None) -> Made:
    """The form on `sheet` or else on its usual one, or what is wrong.

    `locality` holds the records that may stand on the wall: a form leaves the house like a board.
    """
    wrong = tuple(_wrong_numbers(options))
    if wrong:
        return None, list(wrong)
    context = locality.context
    frame = BoardFrame(
        sheet=sheet or form_sheet(kind),
        title=locality.words(kind.kind.words),
        compound=locality.place.name,
        band="plain",
        issuer=context.issuer,
        date_text="",
        sample=context.sample,
        language=locality.language,
        origin=locality.place.origin,
        place=locality.place.origin,
    )
    return kind.lay_out(locality, options, frame)


def form_sheet(kind: FormKind) -> Sheet:
    """The usual sheet of a form: filled in by hand, it is read close up wherever the boards hang."""
    return SHEETS[kind.kind.sheets[0]]


def _wrong_numbers(options: FormOptions) -> Iterable[Diagnostic]:
    last = options.start + max(options.count, 1) - 1
    if options.start < 1 or last > MOST_NUMBER or not 0 <= options.count <= MOST_FORMS:
        yield Diagnostic(
            E_FORM_NUMBER,
            Words(
                f"从{options.start}号起印{options.count}份，编号只能是1至{MOST_NUMBER}，一次最多{MOST_FORMS}份",
                f"{options.count} forms from number {options.start}: numbers go from 1 to {MOST_NUMBER}, "
                f"and one run makes at most {MOST_FORMS}",
            ),
            Words("改小数量，或从1号重新编", "ask for fewer, or begin at 1 again"),
        )


def no_record(wanted: str, known: Iterable[Record], kind: Words) -> Diagnostic:
    """That there is no record with this id, with the nearest one there is."""
    ids = [record.id for record in known if record.id]
    near = difflib.get_close_matches(wanted, ids, n=1, cutoff=0.4)
    if near:
        remedy = Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
    elif ids:
        remedy = Words(f"可以写：{'、'.join(ids[:12])}", f"write one of: {', '.join(ids[:12])}")
    else:
        remedy = Words(f"先给{kind.zh}写上 id", f"give a {kind.en} an id first")
    return Diagnostic(
        E_FORM_RECORD,
        Words(f"这里没有 id 为“{wanted}”的{kind.zh}", f"there is no {kind.en} with the id “{wanted}” here"),
        remedy,
    )
