"""Links of the whole site: every relative link leads to a file of the site, and to an id that stands in it.

    Entries of one part of the site ─ links_of ▶ Links: what is broken inside, what leads outside
    Links of every part ─ broken_links ▶ Diagnostics

A part is a place, or what belongs to no place. Most links stay inside their part or lead to the same few pages or to
the front page of another, so that the whole site is checked without opening the entries of each place.
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
    front: str = ""
    """The page of the part that others lead to most: that of the place."""
    front_ids: tuple[str, ...] = ()


def links_of(entries: Entries, front: str = "") -> Links:
    """The links of one part of the site, `front` being the path of its front page."""
    found = {link for entry in entries.values() for link in entry.links}
    outward, broken = [], []
    for link in found:
        path, _, anchor = link.partition("#")
        if path not in entries:
            outward.append(link)
        elif anchor and anchor not in entries[path].ids:
            broken.append(link)
    front_ids = entries[front].ids if front in entries else ()
    return Links(tuple(sorted(outward)), tuple(sorted(broken)), front, front_ids)


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
        if path not in owners or not anchor:
            return path not in owners
        owner = parts.get(owners[path])
        ids = owner.front_ids if owner and owner.front == path else entries(owners[path])[path].ids
        return anchor not in ids

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
