"""What the last build made: path, fingerprint, digest and links of every file, and why it was built.

The manifest is a cache: it may be deleted or damaged at any time; then everything is built again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.reading.files import digest

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


def save_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest whole, beside and then moved."""
    path.parent.mkdir(parents=True, exist_ok=True)
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
    beside = path.with_suffix(".new")
    beside.write_text(
        json.dumps({"version": VERSION, "files": files}, ensure_ascii=False), encoding="utf-8", newline="\n"
    )
    beside.replace(path)


def _entry(value: Any) -> Entry:
    (content, template, program), found, reason, source, links, ids = value
    texts = (content, template, program, found, reason, source, *links, *ids)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a manifest holds texts")
    return Entry(Fingerprint(content, template, program), found, reason, source, tuple(links), tuple(ids))
