"""What the last build made: path, fingerprint, digest and links of every file, and why it was built.

The manifest is a cache: it may be deleted or damaged at any time; then everything is built again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words
from noticeboard.reading.files import digest

N_CACHE = code(
    "N-CACHE", "生成的记录损坏或没能保存", "the record of the last build is damaged or cannot be written"
)
VERSION = 1


@dataclass(frozen=True)
class Entry:
    """One file of the site as it was last built."""

    fingerprint: Fingerprint
    digest: str
    reason: str
    source: str
    """Content file that the page comes from; empty for pages of the program itself."""
    links: tuple[str, ...] = ()
    """Paths below the output, with `#anchor`, that the page links to."""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All files of one output folder."""

    entries: dict[str, Entry] = field(default_factory=dict)
    damaged: bool = False
    """Whether a manifest was there and could not be read."""


def manifest_path(root: Path, output: Path) -> Path:
    """Where the manifest of `output` lies: in `.noticeboard/` beside `content/`, one for each output folder."""
    return root / ".noticeboard" / f"manifest-{digest(str(output.resolve()).encode())[:12]}.json"


def load_manifest(path: Path) -> Manifest:
    """The manifest of the last build, empty if there is none or it cannot be read."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return Manifest()
        return Manifest({name: _entry(value) for name, value in data["files"].items()})
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest(damaged=True)


def save_manifest(path: Path, manifest: Manifest) -> OSError | None:
    """Write the manifest whole, beside and then moved; what kept it from being written, for it is only a cache."""
    files = {
        name: [
            [entry.fingerprint.value, entry.fingerprint.template, entry.fingerprint.program],
            entry.digest,
            entry.reason,
            entry.source,
            entry.links,
            entry.ids,
        ]
        for name, entry in sorted(manifest.entries.items())
    }
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False)
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        return error
    return None


def damaged_manifest(where: Path) -> Diagnostic:
    """The note that a manifest was there and could not be read."""
    return Diagnostic(
        N_CACHE,
        Words(
            "上次生成的记录读不出来，这次全部重新生成",
            "the record of the last build is damaged: all is built anew",
        ),
        Words("不用处理", "nothing to do"),
        Origin(f".noticeboard/{where.name}"),
    )


def unsaved_manifest(where: Path, error: OSError) -> Diagnostic:
    """The note that the manifest of a site that is built could not be written."""
    reason = error.strerror or type(error).__name__
    return Diagnostic(
        N_CACHE,
        Words(
            f"网站已生成，但没能保存这次的记录（{reason}），下次要全部重新生成",
            f"the site is built, but its record cannot be written ({reason}): next time all is built anew",
        ),
        Words(
            "检查站点文件夹里的 .noticeboard 是不是文件夹、能不能写入；也可以删去它",
            "see whether .noticeboard beside content/ is a folder that can be written; it may be deleted",
        ),
        Origin(f".noticeboard/{where.name}"),
    )


def _entry(value: Any) -> Entry:
    (content, template, program), found, reason, source, links, ids = value
    texts = (content, template, program, found, reason, source, *links, *ids)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a manifest holds texts")
    return Entry(Fingerprint(content, template, program), found, reason, source, tuple(links), tuple(ids))
