"""Several boards in one PDF, in the order in which they are printed.

    PDFs of boards + which of their pages, under which headings ─ merged ▶ one PDF

Pages are taken over as they are, with their boxes, and a board that is printed several times is stored once. The
outline has an entry for each heading: a doorway, and below it its boards. The same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pikepdf

from noticeboard.rendering.pdf_facts import Part, PdfFacts
from noticeboard.rendering.pdf_finish import saved, tell


def merged(pdfs: Mapping[str, bytes], parts: Sequence[Part], facts: PdfFacts) -> bytes:
    """The pages of all parts as one PDF; `pdfs` by the names that the parts use."""
    sources = {name: pikepdf.open(io.BytesIO(pdfs[name])) for name in dict.fromkeys(p.pdf for p in parts)}
    made = pikepdf.Pdf.new()
    starts = []
    for part in parts:
        starts.append(len(made.pages))
        for number in part.pages:
            made.pages.append(sources[part.pdf].pages[number])
    producer = str(sources[parts[0].pdf].docinfo.get("/Producer", ""))
    tell(made, facts, producer)
    _outline(made, parts, starts)
    return saved(made)


def _outline(made: pikepdf.Pdf, parts: Sequence[Part], starts: list[int]) -> None:
    with made.open_outline() as outline:
        for part, start in zip(parts, starts, strict=True):
            if not outline.root or outline.root[-1].title != part.group:
                outline.root.append(pikepdf.OutlineItem(part.group, start))
            outline.root[-1].children.append(pikepdf.OutlineItem(part.name, start))
