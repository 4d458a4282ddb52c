"""The PDFs of a place as files of its site: each board on each sheet, and all of them as one ZIP.

    boards to print + Press ─ PdfFiles.wanted ▶ Wanted PDFs and ZIP ─ PdfFiles.sizes ▶ what the print centre says

Whoever asks first for a board has it drawn, or taken from the store; the ZIP holds the very same bytes. It is
stored without times of the clock, names sorted, so that the same boards are the same file. This module imports the
engine: a build that makes no PDFs must never import it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from noticeboard.building.board_photos import BoardPhotos, photos_digest
from noticeboard.building.entries import Written
from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.making import Before, Wanted
from noticeboard.building.print_refusals import unkept
from noticeboard.building.print_work import Pdf, Press, look_of, pdf_of, press_of
from noticeboard.building.renderers import renderer_of
from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.languages import Language, Words
from noticeboard.planning.pdf_links import ARCHIVE
from noticeboard.planning.printing import BoardToPrint
from noticeboard.reading.files import digest
from noticeboard.rendering.html import BrokenTemplate
from noticeboard.rendering.pdf import engine_missing, engine_version, fonts_digest
from noticeboard.rendering.theme import Theme

W_PDF_ENGINE = code(
    "W-PDF-ENGINE",
    "这台电脑上没有画 PDF 的程序库，网站里没有 PDF",
    "the libraries that draw PDFs are not on this machine: the site has no PDFs",
)
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a ZIP: the earliest that a ZIP can state."""


def engine_found() -> str:
    """What draws on this machine, in letters; empty where nothing can."""
    return "" if engine_missing() else f"{engine_version()} {fonts_digest()}"


def engine_problem(*, is_asked_for: bool) -> Diagnostic | None:
    """What is missing to draw PDFs; it stops a build only if somebody asked for PDFs now, not a setting."""
    problem = engine_missing()
    if problem is None or is_asked_for:
        return problem
    zh, en = (
        f"{problem.message.zh}；网站照常生成，没有 PDF",
        f"{problem.message.en}; the site is built without PDFs",
    )
    return replace(problem, code=W_PDF_ENGINE, message=Words(zh, en))


def press_for(root: Path, theme: Theme, language: Language) -> Press:
    """The press of the site at `root`; its PDFs wait where all files of a build wait, so it needs no staging."""
    return press_of(root, theme, language, root)


class PdfFiles:
    """The PDFs of one place, each drawn once at most, whoever asks for it."""

    def __init__(self, place: str, boards: Sequence[BoardToPrint], press: Press, photos: BoardPhotos) -> None:
        self.folder = f"{place}/boards/".lstrip("/")
        self.boards = {board.path.rpartition("/")[2]: board for board in boards}
        self.press = press
        self.photos = photos
        self.drawn = 0
        self.problem: Diagnostic | None = None
        """Why a PDF could not be kept in the store."""
        self._pdfs: dict[str, Pdf] = {}

    def wanted(self) -> tuple[Wanted, ...]:
        """The files that the site is to have."""
        if not self.boards:
            return ()
        pdfs = [
            Wanted(
                self.folder + name,
                self._made_from(board),
                board.page.origin,
                partial(self.pdf, name),
                has_links=False,
            )
            for name, board in self.boards.items()
        ]
        parts = "\n".join(sorted(f"{each.path} {each.made_from!r}" for each in pdfs))
        archive = Fingerprint(digest(parts.encode()), "")
        return (*pdfs, Wanted(self.folder + ARCHIVE, archive, Origin(), self.archive, has_links=False))

    def sizes(self, wanted: Sequence[Wanted], before: Before, *, may_draw: bool) -> Mapping[str, int]:
        """Bytes of each file by its name: as the last build wrote it, else as it is drawn now, else 0."""
        return {
            each.path.removeprefix(self.folder): known.size
            if (known := self._known(each, before))
            else len(each.make())
            if may_draw
            else 0
            for each in wanted
        }

    def _known(self, wanted: Wanted, before: Before) -> Written | None:
        entry = before.entries.get(wanted.path)
        return before.files.get(wanted.path) if entry and entry.made_from == wanted.made_from else None

    def pdf(self, name: str) -> bytes:
        """One PDF; `BrokenTemplate` if it cannot be drawn from the site's own templates."""
        if name not in self._pdfs:
            try:
                found = pdf_of(self.boards[name], self.press, self.photos.on(self.boards[name].view))
            except Problem as problem:  # of the theme, whatever the record
                raise BrokenTemplate(problem.at(Origin())) from None
            self._pdfs[name] = found
            self.drawn += found.drawn
            if found.unkept:
                self.problem = unkept(found.unkept)
        return self._pdfs[name].data

    def archive(self) -> bytes:
        """All PDFs in one ZIP."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as opened:
            for name in sorted(self.boards):
                entry = zipfile.ZipInfo(name, NO_TIME)
                entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
                opened.writestr(entry, self.pdf(name))
        return stream.getvalue()

    def _made_from(self, board: BoardToPrint) -> Fingerprint:
        press = self.press
        look = look_of(board, renderer_of(press.theme, press.language))
        photos = photos_digest(self.photos.on(board.view))
        drawn_by = f"{look} {press.language} {press.engine} {press.fonts}{photos}"
        return Fingerprint(digest(repr(board).encode()), digest(drawn_by.encode()))
