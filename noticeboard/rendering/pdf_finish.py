"""Finishing a PDF: its facts are written in, and the same pages give the same bytes every time.

    PDF as drawn + Sheet + PdfFacts ─ finished ▶ PDF, on the sheets of an office printer if that is wanted

Every page says where it is cut (TrimBox) and how far its bleed goes (BleedBox), so that a print shop need not ask.
The identifier follows from the content. The viewer is asked to print at full size, because a board is measured in
millimetres.
"""

from __future__ import annotations

import io
from contextlib import nullcontext

import pikepdf

from noticeboard.boards.print_shop import boxes
from noticeboard.boards.sheet import Sheet
from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.rendering.pdf_facts import CREATOR, PdfFacts, xmp_packet
from noticeboard.rendering.tiled_pdf import tiled

VERSION = f"{CREATOR} pikepdf {pikepdf.__version__} qpdf {pikepdf.__libqpdf_version__}"
E_PDF_PAGES = code(
    "E-PDF-PAGES",
    "公示栏的块数和 PDF 的页数不一样",
    "a board has not as many pages in its PDF as it has panels",
)


def finished(pdf: bytes, facts: PdfFacts, sheet: Sheet, paper: str = "") -> bytes:
    """The PDF with its boxes and facts, as small as it can be without loss; the same for the same input.

    With `paper` (a3 or a4) every panel is tiled over sheets of it. `Problem` (E-PDF-PAGES) if a panel takes more than
    its page, which our own stylesheets never let happen.
    """
    with pikepdf.open(io.BytesIO(pdf)) as drawn:
        if len(drawn.pages) != len(facts.panels):
            raise _page_problem(len(drawn.pages), len(facts.panels))
        for page in drawn.pages:
            page.mediabox, page.trimbox, page.bleedbox = map(pikepdf.Array, boxes(sheet))
        producer = str(drawn.docinfo.get("/Producer", ""))
        with tiled(drawn, paper) if paper else nullcontext(drawn) as made:
            tell(made, facts, producer)
            pages_a_panel = len(made.pages) // len(facts.panels)
            with made.open_outline() as outline:
                outline.root[:] = [
                    pikepdf.OutlineItem(name, number * pages_a_panel)
                    for number, name in enumerate(facts.panels)
                ]
            return saved(made)


def tell(pdf: pikepdf.Pdf, facts: PdfFacts, producer: str) -> None:
    """Write the facts in, all but the outline."""
    pdf.docinfo = pdf.make_indirect(_information(facts, producer))
    pdf.Root.Lang = pikepdf.String(facts.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"))
    pdf.Root.Metadata = pikepdf.Stream(
        pdf, xmp_packet(facts, producer), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF, as small as it can be without loss; the same for the same input."""
    stream = io.BytesIO()
    pdf.save(
        stream,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,  # it would write the packet anew
    )
    return stream.getvalue()


def _information(facts: PdfFacts, producer: str) -> pikepdf.Dictionary:
    found = {"/Title": facts.title, "/Author": facts.author, "/Creator": CREATOR, "/Producer": producer}
    if facts.day is not None:
        found["/CreationDate"] = f"D:{facts.day:%Y%m%d}"
    return pikepdf.Dictionary({key: pikepdf.String(text) for key, text in found.items() if text})


def _page_problem(pages: int, panels: int) -> Problem:
    return Problem(
        E_PDF_PAGES,
        Words(
            f"公示栏有{panels}块，PDF 却有{pages}页",
            f"the board has {panels} panels, but its PDF has {pages} pages",
        ),
        Words(
            "在 templates/ 里改正公示栏的模板或样式表：每块正好一页，不在 .sheet 之外放内容",
            "correct the template or stylesheet in templates/: a page a panel, nothing outside .sheet",
        ),
    )
