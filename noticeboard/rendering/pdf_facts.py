"""What a PDF says of itself: title, issuer, language, day, a name for each of its pages.

The day is that of the board, never that of the drawing, so that the same board is the same file. `xmp_packet` says
the same again in the form that archives and print shops read.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

from noticeboard import __version__
from noticeboard.frozen import dataclass

CREATOR = f"noticeboard {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{created}<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class PdfFacts:
    """What is written into a PDF beside its pages."""

    title: str
    language: str
    """As HTML names it: zh-CN, en."""
    panels: tuple[str, ...]
    """A name for each page, in the outline."""
    author: str = ""
    day: date | None = None


class Part(NamedTuple):
    """Some pages of one PDF, and the entry of the outline that leads to the first of them."""

    group: str
    """The entry above it, which parts that follow each other share."""
    name: str
    pdf: str
    """Names one of the PDFs."""
    pages: tuple[int, ...]
    """Their numbers, from 0."""


def xmp_packet(facts: PdfFacts, producer: str) -> bytes:
    """The facts as XMP."""
    author, day = escape(facts.author), facts.day
    return _XMP.format(
        title=escape(facts.title),
        author=f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n" if author else "",
        language=facts.language,
        created=f"<xmp:CreateDate>{day.isoformat()}</xmp:CreateDate>\n" if day else "",
        creator=escape(CREATOR),
        producer=escape(producer),
    ).encode()
