"""The sources of what a panel, a section or a page shows, each once, as links to the list of sources.

records ─ Locality.cited ▶ title, publisher, date, link ─ sources_of ▶ (title, link)
"""

from __future__ import annotations

from collections.abc import Iterable

from noticeboard.locality import Locality
from noticeboard.records import Record


def sources_of(locality: Locality, records: Iterable[Record], page_url: str) -> tuple[tuple[str, str], ...]:
    """Title and link from the page of each source of the records, in the order in which they are named first."""
    lines = (line for record in records for line in locality.cited(record, page_url))
    return tuple(dict.fromkeys((line.title, line.href) for line in lines))
