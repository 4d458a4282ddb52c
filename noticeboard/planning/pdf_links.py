"""The PDFs of a place in its print centre: which there are and how large, known only when they are drawn.

    PlacePlan + size of each file ─ with_pdfs ▶ PlacePlan whose print centre links to them

A page is planned before anything is drawn; this is the one value that comes back. Without PDFs nothing here runs,
and no link is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from noticeboard.planning.plan import PlacePlan
from noticeboard.planning.print_centre import BoardRow, PdfLink, PrintCentreView

ARCHIVE = "boards.zip"
"""All PDFs of a place in one file, beside them."""


def with_pdfs(plan: PlacePlan, sizes: Mapping[str, int]) -> PlacePlan:
    """The plan of a place whose PDFs are made; `sizes` in bytes by the name of the file in `boards/`."""
    links = {
        name: PdfLink(quote(name), size_text(size), len(sizes) - 1 if name == ARCHIVE else 1)
        for name, size in sizes.items()
    }

    def linked(rows: tuple[BoardRow, ...]) -> tuple[BoardRow, ...]:
        return tuple(
            replace(
                row,
                sheets=tuple(replace(sheet, pdf=links.get(f"{sheet.key}.pdf")) for sheet in row.sheets),
            )
            for row in rows
        )

    pages = tuple(
        replace(page, view=replace(view, boards=linked(view.boards), archive=links.get(ARCHIVE)))
        if isinstance(view := page.view, PrintCentreView)
        else page
        for page in plan.pages
    )
    boards = plan.boards
    if boards.rows:
        boards = replace(boards, rows=linked(boards.rows), archive=links.get(ARCHIVE))
    return replace(plan, pages=pages, boards=boards)


def size_text(size: int) -> str:
    """A size in bytes as a reader who pays for the line wants it: 72 KB, 1.4 MB."""
    kib = max(1, round(size / 1024))
    return f"{kib} KB" if kib < 1000 else f"{size / 1024 / 1024:.1f} MB"
