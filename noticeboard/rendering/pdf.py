"""A board as a PDF: the same page that the site shows, drawn with the fonts of the package.

    HTML + Sheet ─ PdfEngine.draw ▶ PDF ─ PdfEngine.finish ▶ PDF that says what it is and where it is cut

The page may use the stylesheets of the theme, the fonts of the package and of the site, and photos that are handed
in, all from memory. Whatever else it asks for stops it with a message: a board must not be hung with something
missing, and drawing must never read a file or a network address that a page names. Where the engine is not
installed `engine_missing` says so, and nothing else of the program minds. Use it in processes, never in threads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType

from noticeboard.boards.print_shop import page_size
from noticeboard.boards.sheet import Sheet
from noticeboard.diagnostics import Diagnostic, Problem, code
from noticeboard.languages import Words
from noticeboard.reading.files import digest
from noticeboard.rendering.pdf_facts import Part, PdfFacts
from noticeboard.rendering.theme import ASSETS, PACKAGE, Theme, font_files

try:
    from noticeboard.rendering import pdf_finish, pdf_merge, pdf_photos, pluto
except ImportError as error:  # there is no wheel of a library for this machine
    MISSING = str(error)
else:
    MISSING = ""
"""What could not be imported; empty where PDFs can be drawn."""

E_PDF_ENGINE = code(
    "E-PDF-ENGINE", "这台电脑上没有画 PDF 的程序库", "the libraries that draw PDFs are not on this machine"
)
E_PDF_RESOURCE = code(
    "E-PDF-RESOURCE",
    "公示栏的页面要用不许用的文件",
    "the page of a board asks for a file that it may not use",
)
_EMBEDDED = re.compile(
    r"""<[^<>]*?(?:\b(?:src|href|data)\s*=\s*|\burl\(\s*)["']?\s*(data:(?!,["'])[^"'\s<>)]{0,60})"""
)
_EMBEDDED_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*(data:[^"'\s)]{0,60})""")
"""Addresses that hold their own content; the engine would decode them without asking for them."""
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.S | re.I)


def engine_missing() -> Diagnostic | None:
    """What is missing on this machine to draw PDFs, and what to do; None where nothing is."""
    if not MISSING:
        return None
    return Diagnostic(
        E_PDF_ENGINE,
        Words(
            f"画 PDF 要用程序库 plutoprint 和 pikepdf，这台电脑上用不了：{MISSING}",
            f"PDFs need the libraries plutoprint and pikepdf, which cannot be used here: {MISSING}",
        ),
        Words(
            "运行 python -m pip install 'plutoprint>=0.23,<0.24' 'pikepdf>=9,<11'（有安装包的是 Linux x86_64"
            "（glibc）、64 位 Windows、苹果芯片的 macOS 15 起）；或换一台电脑；或用浏览器打印网站打印中心里的"
            "公示栏。其他命令照常可用",
            "run python -m pip install 'plutoprint>=0.23,<0.24' 'pikepdf>=9,<11' (there are packages for Linux "
            "x86_64 with glibc, Windows x64, macOS 15 or newer on Apple silicon); or use another machine; or "
            "print the boards of the print centre from a browser. Everything else works without them",
        ),
    )


def engine_version() -> str:
    """The names and versions of all that draws, for a PDF is to be drawn anew when they change."""
    return f"{pluto.VERSION} {pdf_finish.VERSION}"


@cache
def fonts_digest() -> str:
    """The digest of the fonts that boards are drawn with."""
    return digest(b"".join(path.read_bytes() for path in font_files().values()))


class PdfEngine:
    """Draws boards of one site; made once a process."""

    def __init__(self, theme: Theme) -> None:
        styles = {
            path: theme.asset_bytes(name) for name, path in theme.assets.items() if name.endswith(".css")
        }
        added = {f"{ASSETS}/{font.asset}": font.file for font in theme.fonts}
        fonts = {path: font.read_bytes() for path, font in {**font_files(), **added}.items()}
        self._embedded = {
            path: found[1]
            for path, style in styles.items()
            if (found := _EMBEDDED_CSS.search(style.decode()))
        }
        self._pluto = pluto.Pluto({**styles, **fonts}, PACKAGE / "fonts")

    def draw(self, html: str, sheet: Sheet, photos: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
        """The pages of a board as a PDF; `Problem` (E-PDF-RESOURCE) if it asks for what it may not use.

        `photos` are those that it may show, by path below the root of the site; E-PDF-PHOTO if one cannot be drawn.
        """
        size = page_size(sheet)
        for problem in pdf_photos.too_large(photos):
            raise problem
        drawn = self._pluto.draw(pdf_photos.as_shown(html, photos), *size, photos)
        for address in (*self._embedded_in(html), *drawn.refused):
            raise _refusal(address)
        if photos:
            again = partial(self._pluto.draw, width=size[0], height=size[1], more=photos)
            for problem in pdf_photos.not_drawn(html, drawn.pdf, photos, lambda page: again(page).pdf):
                raise problem
        return drawn.pdf

    def _embedded_in(self, html: str) -> Iterator[str]:
        """The `data:` addresses of a page and of the stylesheets that it names."""
        yield from (found[1] for found in _EMBEDDED.finditer(html))
        for style in _STYLE.findall(html):
            yield from (found[1] for found in _EMBEDDED_CSS.finditer(style))
        yield from (address for path, address in self._embedded.items() if path in html)

    def finish(self, pdf: bytes, facts: PdfFacts, sheet: Sheet, paper: str = "") -> bytes:
        """The PDF with its boxes and facts, tiled over sheets of `paper` (a3 or a4) if there is one.

        `Problem` (E-PDF-PAGES) if it has not a page for each panel.
        """
        return pdf_finish.finished(pdf, facts, sheet, paper)


def merged(pdfs: Mapping[str, bytes], parts: Sequence[Part], facts: PdfFacts) -> bytes:
    """The pages of all parts as one PDF; `pdfs` by the names that the parts use."""
    return pdf_merge.merged(pdfs, parts, facts)


def _refusal(address: str) -> Problem:
    named = address.removeprefix(pluto.ORIGIN)
    return Problem(
        E_PDF_RESOURCE,
        Words(
            f"公示栏的页面要用“{named}”，画 PDF 时只许用模板的样式表、自带的字体和本站的照片",
            f"the page of the board asks for “{named}”; a PDF may only use stylesheets of the theme, the fonts of "
            "the package and photos of the site",
        ),
        Words(
            "在 templates/ 里改正公示栏的模板或样式表，不引用网址、磁盘上的文件和 data: 内容",
            "correct the template or stylesheet in templates/: no web address, no file of the disk, no data: content",
        ),
    )
