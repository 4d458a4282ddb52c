"""The options of `print` that say on which sheets: size, direction, distance, variants, paper of the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from noticeboard.boards.size_text import VARIANTS, distance_of, sheet_named
from noticeboard.boards.tiles import PAPERS
from noticeboard.diagnostics import Problem
from noticeboard.languages import Language, Words

T = TypeVar("T")
SIZE = Words(
    "尺寸，例如 A3、a4-portrait、80x120（厘米）、600×900（毫米）（见 --list；默认与网站相同）",
    "size, such as A3, a4-portrait, 80x120 (cm), 600×900 (mm) (see --list; default: as on the site)",
)
ORIENTATION = Words("纵向 portrait 或横向 landscape", "how the sheet lies")
DISTANCE = Words(
    "人站在多远处看，例如 1.5m；字的大小由它定（默认与网站相同）",
    "from how far it is read, such as 1.5m: decides the size of type (default: as on the site)",
)
VARIANT_HELP = {
    "large": Words("大字版：字大三分之一", "large print: type a third larger"),
    "grey": Words(
        "灰度版：只用黑白，给没有颜色的打印机", "grey-safe: in ink alone, for printers without colour"
    ),
    "bleed": Words("给印刷厂：3毫米出血和裁切线", "for a print shop: 3 mm bleed and crop marks"),
}
TILE = Words(
    "比这种打印纸大的公示栏，拼印在几张纸上，带重叠、标记和行列号",
    "print panels larger than this paper on several sheets of it, with overlap, marks, row and column",
)


def sheet_options(language: Language) -> list[click.Parameter]:
    """The options; a wrong value is refused with what could be meant."""
    return [
        click.Option(["--size"], metavar="SIZE", callback=_read(_size, language), help=SIZE.to(language)),
        click.Option(
            ["--orientation"], type=click.Choice(["portrait", "landscape"]), help=ORIENTATION.to(language)
        ),
        click.Option(
            ["--distance"],
            metavar="METRES",
            callback=_read(distance_of, language),
            help=DISTANCE.to(language),
        ),
        *(
            click.Option([f"--{name}"], is_flag=True, help=VARIANT_HELP[name].to(language))
            for name in VARIANTS
        ),
        click.Option(
            ["--tile"], type=click.Choice(list(PAPERS), case_sensitive=False), help=TILE.to(language)
        ),
    ]


def _size(text: str) -> str:
    sheet_named(text)
    return text


def _read(
    parse: Callable[[str], T], language: Language
) -> Callable[[click.Context, click.Parameter, str | None], T | None]:
    def read(ctx: click.Context, _parameter: click.Parameter, text: str | None) -> T | None:
        try:
            return parse(text) if text is not None else None
        except Problem as problem:
            semicolon = Words("；", "; ").to(language)
            said = problem.message.to(language) + semicolon + problem.remedy.to(language)
            raise click.BadParameter(said, ctx) from None

    return read
