"""A font that a site adds for its boards: what it draws and how wide, and where its file is.

Only the characters that the package's font lacks are asked of it, so what is set in the package's font stays as it
is. Both weights are the same file: an engine that makes bold itself might make it wider than was measured.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from noticeboard.frozen import dataclass


@dataclass(frozen=True)
class AddedFont:
    """One added font; equal when its content is."""

    asset: str
    """Its name in the site's `assets/`: it holds the digest of the content, and nothing of the file's own name."""
    advances: tuple[tuple[float, str], ...]
    """Advances in em, each with all characters that have it."""
    file: Path = field(default=Path(), compare=False)


def font_faces(fonts: tuple[AddedFont, ...]) -> str:
    """The rules that name the fonts after the package's own, so that they draw what it lacks."""
    if not fonts:
        return ""
    rules = [
        f'@font-face{{font-family:"Added {number}";font-weight:{weight};'
        f'src:url("{font.asset}") format("truetype")}}'
        for number, font in enumerate(fonts, 1)
        for weight in (400, 700)
    ]
    names = ",".join(f'"Added {number}"' for number in range(1, len(fonts) + 1))
    rules.append(f'body{{font-family:"Board",{names},"PingFang SC","Microsoft YaHei",sans-serif}}')
    return "\n".join(rules) + "\n"
