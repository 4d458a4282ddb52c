"""Appending to the record of what hangs: `hung.yml` of a place, made when it is not there.

    rows of YAML + the file as it is ─ appended ▶ the whole text, parsed once more ─ append ▶ written beside, moved

What stands in the file keeps its bytes. A file to which no row can be appended as it is written (a list in
brackets, say) is refused: it is never written anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from noticeboard.building.pdf_store import write_whole
from noticeboard.building.place_files import PlaceFiles
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kinds.hung import KIND
from noticeboard.languages import Words
from noticeboard.publishing.files import unwritable
from noticeboard.reading.yaml import load

E_HUNG_FILE = code("E-HUNG-FILE", "挂出记录写不进去", "the record of what hangs cannot be appended to")
NAMES = (f"{KIND.folder}.yml", f"{KIND.words.zh}.yml")
_ROW = re.compile(r"^( *)- ", re.M)


def keeps_record(place: PlaceFiles) -> bool:
    """Whether a place has a record of what hangs, as a list or as a folder."""
    own = {f"{place.folder}/{name}" for name in (*NAMES, KIND.folder, KIND.words.zh)}
    return any(entry.path in own for entry in place.files) or not own.isdisjoint(place.paths)


def append(root: Path, folder: str, rows: Sequence[str]) -> Diagnostic | None:
    """Append rows to the record of the place in `folder` (below `root`); what prevents it."""
    path = next(
        (f"{folder}/{name}" for name in NAMES if (root / folder / name).exists()), f"{folder}/{NAMES[0]}"
    )
    try:
        before = (root / path).read_bytes() if (root / path).exists() else b""
        after = appended(before, rows)
        if after is None:
            return _refused(path)
        write_whole(root / path, after)
    except OSError as error:
        return _unwritten(path, root, error)
    return None


def appended(before: bytes, rows: Sequence[str]) -> bytes | None:
    """The file with the rows at its end; None if that would not be a list with so many rows more."""
    text = before.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    found = _ROW.search(text)
    indent = found[1] if found else ""
    gap = "" if not text or text.endswith("\n") else end
    new = "".join(f"{indent}{line}{end}" for row in rows for line in row.splitlines())
    old_rows, old_found = load(text, "")
    new_rows, new_found = load(text + gap + new, "")
    is_list = isinstance(new_rows, list) and isinstance(old_rows or [], list)
    if old_found or new_found or not is_list:
        return None
    if not isinstance(new_rows, list) or len(new_rows) != len(old_rows or []) + len(rows):
        return None
    return before + (gap + new).encode()


def _refused(path: str) -> Diagnostic:
    return Diagnostic(
        E_HUNG_FILE,
        Words(
            f"{path} 的写法不能在末尾接着写（例如整个列表写在一对方括号里）",
            f"nothing can be appended to {path} as it is written (a list in brackets, for one)",
        ),
        Words(
            "改成每条以“- ”开头、一行一个字段的写法，再运行一次",
            "write each entry after “- ”, one field a line, and run again",
        ),
        Origin(path),
    )


def _unwritten(path: str, root: Path, error: OSError) -> Diagnostic:
    reason = unwritable(root / path, error).message
    return Diagnostic(
        E_HUNG_FILE,
        Words(f"没有记下挂出的公示栏：{reason.zh}", f"what hangs was not recorded: {reason.en}"),
        Words(
            "PDF 已经写好；检查权限和磁盘空间，再运行一次就会补记，不用重画",
            "the PDFs are written; check permissions and disk space, and run again to record them",
        ),
        Origin(path),
    )
