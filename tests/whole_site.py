"""How tests build a whole site and read what came out: files, addresses, parsed pages.

    {path: text} ─ write_files ▶ root ─ build_site ▶ Built(site, …) ─ read_page ▶ Html

Nothing here knows what a page should say; that stands in the tests.
"""

from __future__ import annotations

import os
import posixpath
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from noticeboard.building.pipeline import BuildRequest, build

CHECKOUT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-20"
BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
BROWSER_PATHS = (
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge on this machine."""
    named = (shutil.which(name) for name in BROWSER_NAMES)
    usual = (os.path.expandvars(path) for path in BROWSER_PATHS)
    return next((path for path in (*named, *usual) if path and Path(path).is_file()), None)


@dataclass(frozen=True)
class Built:
    """A site after a build."""

    root: Path
    site: Path
    ok: bool
    codes: tuple[str, ...]
    told: str
    """Every diagnostic on a line: file, code, message."""


def build_site(root: Path, output: Path, today: str = TODAY, **options: bool) -> Built:
    """Build the site at `root` into `output` through the same pipeline as the command."""
    request = BuildRequest(root=root, today=date.fromisoformat(today), output=output, **options)
    result = build(request)
    told = "\n".join(
        f"{one.origin.file} {one.origin.path} {one.code} {one.message.zh}" for one in result.report
    )
    return Built(root, output, result.ok, tuple(one.code for one in result.report), told)


def write_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below `root`; the first line break of a text only makes it readable in the test."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.removeprefix("\n").encode())


def every_file(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its POSIX path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its POSIX path, the private folder of the build left out."""
    return {path: data for path, data in every_file(folder).items() if not path.startswith(".noticeboard/")}


MakeSite = Callable[..., Built]
"""The fixture `make_site`: `{path: text}`, and the day and options of the build if they matter."""


@dataclass(frozen=True)
class Link:
    """One address written in a page: the element and attribute, and the address as written."""

    tag: str
    attribute: str
    address: str

    @property
    def is_relative(self) -> bool:
        """Whether it stays within the site."""
        parts = urlsplit(self.address)
        return not parts.scheme and not parts.netloc and not self.address.startswith("/")


class Html:
    """A page as a parser sees it: `path` below the site, the tree, and the parser's complaints."""

    def __init__(self, path: str, data: bytes) -> None:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.path = path
        self.tree: Element = parser.parse(data, transport_encoding="utf-8")
        self.errors = tuple(f"{position} {name} {values}" for position, name, values in parser.errors)

    def elements(self, *tags: str) -> Iterator[Any]:
        """The elements of these names (all without one), in the order of the page."""
        return (e for e in self.tree.iter() if isinstance(e.tag, str) and (not tags or e.tag in tags))

    def text_of(self, *tags: str) -> list[str]:
        """The text of every element of these names, white space collapsed."""
        return [" ".join("".join(element.itertext()).split()) for element in self.elements(*tags)]

    @cached_property
    def main(self) -> str:
        """The text of the main part of the page, without any white space."""
        return "".join("".join(self.text_of("main")).split())

    @cached_property
    def title(self) -> str:
        """The text of `<title>`."""
        return "".join(self.text_of("title"))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, in the order of the page."""
        return tuple(element.get("id") for element in self.elements() if element.get("id") is not None)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every address in the page."""
        wanted = ("href", "src", "srcset", "action", "data", "poster")
        return tuple(
            Link(str(element.tag), name, element.get(name))
            for element in self.elements()
            for name in wanted
            if element.get(name) is not None
        )

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads on to another address."""
        return any(element.get("http-equiv") == "refresh" for element in self.elements("meta"))

    def leads_to(self, link: Link) -> tuple[str, str]:
        """The path below the site and the id that a relative link names."""
        path, _, anchor = link.address.partition("#")
        folder = posixpath.dirname(self.path)
        target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else self.path
        return target, unquote(anchor)


@cache
def read_page(site: Path, path: str) -> Html:
    """The page at `path` of a site that no longer changes."""
    return Html(path, (site / path).read_bytes())


@cache
def read_pages(site: Path) -> tuple[Html, ...]:
    """Every HTML page of a site that no longer changes, sorted by path."""
    return tuple(read_page(site, path) for path in tree(site) if path.endswith(".html"))


BLOCKS = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "li": "- ",
    "tr": "| ",
    "p": "",
    "caption": "",
    "dt": "",
    "dd": "  ",
}


def outline(page: Html) -> str:
    """What a page says, a line a block: `# heading`, `- item`, `| row | of cells`, `text → link`."""
    lines = [""]
    for main in page.elements("main"):
        _outline(main, lines)
    kept = (" ".join(line.split()) if not line.startswith("  ") else line.rstrip() for line in lines)
    return "".join(f"{line}\n" for line in kept if line.strip(" |#-"))


def _outline(element: Any, lines: list[str]) -> None:
    tag = element.tag
    if tag in BLOCKS:
        lines.append(BLOCKS[tag])
    elif tag in ("div", "ul", "table", "section"):
        lines.append("")
    lines[-1] += element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            _outline(child, lines)
        lines[-1] += child.tail or ""
    if tag in ("td", "th"):
        lines[-1] += " | "
    if tag == "a":
        lines[-1] += f" → {element.get('href')}"
    if tag in BLOCKS:
        lines.append("")
