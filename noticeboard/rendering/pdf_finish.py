"""Finishing a PDF: its facts are written in, and the same pages give the same bytes every time.

    PDF as drawn + PdfFacts ─ finished ▶ PDF

The one module that imports pikepdf. The identifier follows from the content. The viewer is asked to print at full
size, because a board is measured in millimetres.
"""

from __future__ import annotations

import io

import pikepdf

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.rendering.pdf_facts import CREATOR, PdfFacts, xmp_packet

VERSION = f"{CREATOR} pikepdf {pikepdf.__version__} qpdf {pikepdf.__libqpdf_version__}"
E_PDF_PAGES = code(
    "E-PDF-PAGES",
    "公示栏的块数和 PDF 的页数不一样",
    "a board has not as many pages in its PDF as it has panels",
)


def finished(pdf: bytes, facts: PdfFacts) -> bytes:
    """The PDF with its facts, as small as it can be without loss; the same for the same input.

    `Problem` (E-PDF-PAGES) if a panel takes more than its page, which our own stylesheets never let happen.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if len(opened.pages) != len(facts.panels):
            raise _page_problem(len(opened.pages), len(facts.panels))
        producer = str(opened.docinfo.get("/Producer", ""))
        opened.docinfo = opened.make_indirect(_information(facts, producer))
        opened.Root.Lang = pikepdf.String(facts.language)
        opened.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None")
        )
        opened.Root.Metadata = pikepdf.Stream(
            opened, xmp_packet(facts, producer), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        with opened.open_outline() as outline:
            outline.root[:] = [pikepdf.OutlineItem(name, number) for number, name in enumerate(facts.panels)]
        stream = io.BytesIO()
        opened.save(
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
