"""Forms that somebody wants printed: any kind, with the numbers and the words that are asked for.

    Locality (as the wall may show it) + PrintOrder with a FormOrder ─ forms_to_print ▶ BoardToPrint, or what is wrong

The page is that of the print centre with other options. The file is named like that page; what was asked for
stands in its name too, so that no print takes the place of another: the record, the version code where words were
given (it is printed at the foot of the sheet), the first and the last number. A name or a title never does. Sizes
that the site chose for its boards do not hold for forms, which are filled in by hand.
"""

from __future__ import annotations

from noticeboard.boards.fills.heading import capital
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.sheets_to_print import SheetWish, sheets_to_print
from noticeboard.boards.view import BoardPage, BoardView
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.catalogue import FORMS
from noticeboard.forms.form import FormKind, FormOptions, form
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.printing import (
    PAGE,
    BoardToPrint,
    PrintOrder,
    named_for_print,
    panel_names,
    tile_of,
)


def form_kind(name: str) -> FormKind | None:
    """The kind of form with this key or name."""
    return next((each for each in FORMS if name.lower() in form_names(each)), None)


def form_names(kind: FormKind) -> tuple[str, ...]:
    """What a kind of form is called; of a name with an explanation in brackets also the name alone."""
    key, words = kind.kind.key, kind.kind.words
    return key, words.zh, words.en.lower(), words.zh.partition("（")[0]


def sheet_of_form(kind: FormKind, wish: SheetWish) -> Sheet:
    """The sheet that a form is printed on."""
    return sheets_to_print(kind.kind, BoardSettings(), wish)[0]


def forms_to_print(
    locality: Locality, order: PrintOrder
) -> tuple[tuple[BoardToPrint, ...], tuple[Diagnostic, ...]]:
    """The form that is meant, laid out; nothing if there is no such kind."""
    kind = form_kind(order.form.kind) if order.form else None
    if kind is None or order.form is None:
        return (), ()
    sheet = sheet_of_form(kind, order.sheets)
    view, found = form(kind, locality, order.form.options, sheet)
    if view is None:
        return (), tuple(found)
    return (form_to_print(locality, kind, view, sheet, order),), tuple(found)


def form_to_print(
    locality: Locality, kind: FormKind, view: BoardView, sheet: Sheet, order: PrintOrder
) -> BoardToPrint:
    """A form that is laid out, as it is printed."""
    options = order.form.options if order.form else FormOptions()
    name = capital(locality.words(kind.kind.words))
    title = " - ".join(part for part in (options.title or name, locality.place.name) if part)
    tile = tile_of(sheet, order.tile)
    return BoardToPrint(
        path=named_for_print(
            locality, _file_name(kind, view, options), sheet, order, tile, _numbers(options)
        ),
        page=Page(PAGE, view.template, BoardPage(view, is_form=True), listed=False),
        sheet=sheet,
        title=title,
        issuer=locality.context.issuer,
        day=None,
        language=view.lang,
        panels=panel_names(view, title),
        tile=tile,
        key=kind.kind.key,
        name=name,
    )


def _file_name(kind: FormKind, view: BoardView, options: FormOptions) -> str:
    has_words = options.title or options.when or options.where or options.choices or options.most != 1
    return "-".join(part for part in (kind.kind.key, options.record, view.code if has_words else "") if part)


def _numbers(options: FormOptions) -> str:
    """The first and the last number, where the usual ones are not meant."""
    if options.start == 1 and not options.count:
        return ""
    last = f"-{options.start + options.count - 1:04}" if options.count else ""
    return f"-{options.start:04}{last}"
