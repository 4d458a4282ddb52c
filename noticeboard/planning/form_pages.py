"""The forms that the print centre of a place offers, each a page to print as it is.

    Locality (as the wall may show it) ─ FORMS that make sense there ▶ a page each, with its usual options

Other options are for the command that prints; a page has no place to ask. The names of kinds in the settings
hold for forms too, the sizes do not: a form is printed in the office.
"""

from __future__ import annotations

from dataclasses import replace

from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.view import BoardPage
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.form import FormKind, FormOptions, form
from noticeboard.frozen import dataclass
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.planning.board_pages import BACK, SheetLink, line_of, sheet_words


@dataclass(frozen=True)
class FormEntry:
    """A form as the print centre lists it."""

    title: str
    sheet: SheetLink


@dataclass(frozen=True)
class FormPlan:
    """The forms of one place."""

    entries: tuple[FormEntry, ...] = ()
    pages: tuple[Page, ...] = ()


def plan_forms(locality: Locality, forms: tuple[FormKind, ...]) -> tuple[FormPlan, list[Diagnostic]]:
    """The forms that make sense at a place, and what is wrong with them."""
    entries: list[FormEntry] = []
    pages: list[Page] = []
    diagnostics: list[Diagnostic] = []
    for kind in forms:
        if not is_offered(kind, locality):
            continue
        view, found = form(kind, locality, FormOptions())
        diagnostics.extend(found)
        if view is None:
            continue
        key = kind.kind.sheets[0]
        file = f"{kind.kind.key}-{key}"
        url = locality.url("boards", file)
        paper, orientation = sheet_words(locality, SHEETS[key])
        name = locality.words(kind.kind.words)
        title = " - ".join((f"{name} {paper} {orientation}", *line_of(locality)))
        back = relative(url, locality.url("boards"))
        page = BoardPage(replace(view, title=title), back, locality.words(BACK), is_form=True)
        pages.append(Page(url, view.template, page, listed=False))
        entries.append(FormEntry(name, SheetLink(paper, orientation, len(view.panels), url, file)))
    return FormPlan(tuple(entries), tuple(pages)), diagnostics


def is_offered(kind: FormKind, locality: Locality) -> bool:
    """Whether a place offers a form without being asked: the settings allow it, and there is something for it."""
    named = set(locality.context.settings.boards.kinds)
    return (not named or bool({kind.kind.key, kind.kind.words.zh} & named)) and kind.makes_sense(locality)
