"""TrueType files that a site adds: what they draw, how wide, and of which the program can make no use.

    bytes ─ advances_of ▶ characters by advance in em, or a Problem
    bytes + characters ─ subset ▶ the bytes of a font with these characters alone

Outlines other than TrueType are refused, because the PDF engine loses glyphs of them, and so are collections and
variable fonts, of which it draws another face than was measured. fontTools takes a tenth of a second to import,
so this module must be imported only where a site has such a font.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from fontTools import subset as subsetting
from fontTools.ttLib import TTFont, TTLibError

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

E_FONT = code("E-FONT", "追加的字体用不了", "an added font cannot be used")
_ANOTHER = Words("换一个 TrueType 字体（.ttf）", "take a TrueType font (.ttf)")
_WOFF = (b"wOFF", b"wOF2")


def advances_of(data: bytes) -> tuple[tuple[float, str], ...]:
    """Every character that the font draws, by its advance in em; raises Problem for one that cannot be used."""
    if data[:4] == b"ttcf":
        raise Problem(
            E_FONT,
            Words("这是字体合集（.ttc）", "it is a collection of fonts (.ttc)"),
            Words("用字体工具从合集里取出一个 .ttf", "extract one .ttf of it with a font tool"),
        )
    if data[:4] in _WOFF:
        raise Problem(E_FONT, Words("这是网页字体（WOFF）", "it is a web font (WOFF)"), _ANOTHER)
    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            return _advances(font)
    except Problem:
        raise
    except Exception as error:  # fontTools raises what its tables happen to raise: struct, assert, key, index
        raise _broken(error) from None


def _advances(font: TTFont) -> tuple[tuple[float, str], ...]:
    if "CFF " in font or "CFF2" in font:
        raise Problem(
            E_FONT,
            Words("这是 CFF 轮廓的字体（OpenType .otf）", "its outlines are CFF (OpenType .otf)"),
            Words("换一个 TrueType 轮廓的字体（.ttf）", "take one with TrueType outlines (.ttf)"),
        )
    if "fvar" in font:
        raise Problem(
            E_FONT,
            Words("这是可变字体", "it is a variable font"),
            Words("换一个固定字重的 .ttf", "take a .ttf of one weight"),
        )
    outlines, metrics, unit = font["glyf"], font["hmtx"].metrics, font["head"].unitsPerEm
    found: dict[int, list[str]] = {}
    for point, glyph in sorted((font.getBestCmap() or {}).items()):
        if glyph in outlines.keys() and glyph != ".notdef":  # noqa: SIM118  # its `in` reads every outline
            found.setdefault(metrics[glyph][0], []).append(chr(point))
    if not found:
        raise TTLibError("no character is mapped to a glyph")
    return tuple((advance / unit, "".join(characters)) for advance, characters in sorted(found.items()))


def subset(data: bytes, characters: Iterable[str]) -> bytes:
    """The font with these characters alone, with the same bytes for the same input."""
    options = subsetting.Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 13, 14],
        recalc_timestamp=False,
    )
    with TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False) as font:
        maker = subsetting.Subsetter(options)
        maker.populate(unicodes=sorted(map(ord, characters)))
        maker.subset(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()


def _broken(error: Exception) -> Problem:
    told = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Problem(
        E_FONT,
        Words(f"字体文件读不出来（{told}）", f"the font cannot be read ({told})"),
        Words(
            "重新拷贝这个文件，或换一个 TrueType 字体（.ttf）",
            "copy the file again, or take another TrueType font (.ttf)",
        ),
    )
