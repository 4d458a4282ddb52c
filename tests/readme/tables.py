"""Keep the tables of the READMEs true: `python tests/readme/tables.py --write` makes them anew from the program.

    README with marks ─ with_tables ▶ the same README, what stands between two marks replaced

A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`; nothing else is touched. Without
`--write` nothing is changed, and the exit code is 1 if a table is not what the program says.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from program_tables import TABLES

from noticeboard.languages import Language

CHECKOUT = Path(__file__).resolve().parents[2]
READMES: dict[Language, Path] = {"en": CHECKOUT / "README.md", "zh": CHECKOUT / "README.zh-CN.md"}
MARKED = re.compile(r"(<!-- table: ([a-z-]+) -->\n).*?(<!-- end of table -->)", re.S)


def with_tables(text: str, language: Language) -> str:
    """`text` with every marked table as the program has it now."""
    return MARKED.sub(lambda found: f"{found[1]}\n{TABLES[found[2]](language)}\n{found[3]}", text)


def main(arguments: list[str]) -> int:
    """Write the tables, or tell which README is out of date."""
    outdated = 0
    for language, path in READMES.items():
        text = path.read_text(encoding="utf-8")
        made = with_tables(text, language)
        if made != text and "--write" in arguments:
            path.write_text(made, encoding="utf-8", newline="\n")
        elif made != text:
            outdated = 1
            print(f"{path.name}: run python tests/readme/tables.py --write")
    return outdated


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
