"""Links of the whole site: every relative link leads to a file of the site, and to an id that stands in it.

    Entries of one part of the site ─ links_of ▶ Links: what is broken inside, what leads outside
    Links of every part ─ broken_links ▶ Diagnostics

A part is a place, or what belongs to no place. Most links stay inside their part or lead to the same few pages,
so that the whole site is checked without opening the entries of places that did not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from noticeboard.building.entries import Entries
from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

E_LINK = code("E-LINK", "链接没有指向任何页面", "a link that leads nowhere")


@dataclass(frozen=True)
class Links:
    """The links of one part of the site, each once, sorted."""

    outward: tuple[str, ...] = ()
    """Those that lead to files of other parts, or nowhere."""
    broken: tuple[str, ...] = ()
    """Those to a file of the part itself that does not have the id."""


def links_of(entries: Entries) -> Links:
    """The links of one part of the site."""
    found = {link for entry in entries.values() for link in entry.links}
    outward, broken = [], []
    for link in found:
        path, _, anchor = link.partition("#")
        if path not in entries:
            outward.append(link)
        elif anchor and anchor not in entries[path].ids:
            broken.append(link)
    return Links(tuple(sorted(outward)), tuple(sorted(broken)))


def broken_links(
    parts: Mapping[str, Links],
    owners: Mapping[str, str],
    entries_of: Callable[[str], Entries],
) -> Iterator[Diagnostic]:
    """The links that lead to no file of the site, or to an id that its page does not have.

    `owners` names the part of every file; `entries_of` opens the entries of a part.
    """
    opened: dict[str, Entries] = {}

    def entries(part: str) -> Entries:
        if part not in opened:
            opened[part] = entries_of(part)
        return opened[part]

    def leads_nowhere(link: str) -> bool:
        path, _, anchor = link.partition("#")
        if path not in owners:
            return True
        return bool(anchor) and anchor not in entries(owners[path])[path].ids

    known: dict[str, bool] = {}
    for part, links in parts.items():
        for link in links.outward:
            if link not in known:
                known[link] = leads_nowhere(link)
        broken = {*links.broken, *(link for link in links.outward if known[link])}
        if broken:
            yield from _told(entries(part), broken)


def _told(entries: Entries, broken: set[str]) -> Iterator[Diagnostic]:
    for path, entry in entries.items():
        for link in entry.links:
            if link in broken:
                yield Diagnostic(
                    E_LINK,
                    Words(
                        f"页面 {path} 里的链接 {link} 没有指向任何页面",
                        f"the link {link} in {path} leads nowhere",
                    ),
                    Words(
                        "改正链接；站内页面用相对路径，写到 index.html",
                        "correct it; inside the site write relative paths",
                    ),
                    entry.origin,
                )
