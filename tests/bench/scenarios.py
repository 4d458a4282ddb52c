"""What is edited between two builds, in both sites alike, and put back afterwards.

A change of facts is a function over compounds: the changed compound is converted alone by the generator's own
converter, and the files that come out otherwise than they stand are the edit. So both sites are edited in the
same place without knowing their formats. The last scenario leaves pages behind in the output of a generator
that never deletes: the cold build of the next round comes right after it.
"""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from facts import PlaceFacts, expected
from sites import Missing, Site

from noticeboard.rendering.theme import default_theme

Compound = dict[str, Any]
Files = Mapping[Path, bytes]
MARK = "<p>MARK OF THE BENCHMARK</p>"
COLD = "cold"
HUGO_LAYOUTS = ("layouts/task/single.html", "layouts/task/page.html")


@dataclass(frozen=True)
class Scenario:
    """One row of the table: files to write in each site, by its name, and the facts that it states then."""

    name: str
    files: Mapping[str, Files]
    compounds: Callable[[], Iterator[Compound]]
    marked: str = ""
    """Path of a page on which MARK must stand."""

    @property
    def is_cold(self) -> bool:
        """Whether nothing of an earlier build is left."""
        return self.name == COLD

    def facts(self) -> dict[str, PlaceFacts]:
        """What the page of each place must state."""
        return expected(self.compounds())


def scenarios(source: Path, sites: Sequence[Site]) -> list[Scenario]:
    """All scenarios for the data set in `source`, in the order in which they are run."""
    count = sum(1 for _ in _read(source))
    chosen = next(islice(_read(source), count // 2, None))
    as_written = partial(_read, source)
    added = _added(chosen, count)
    first = chosen["tasks"][0]["id"]
    where = "/".join(chosen[key] for key in ("subdistrict", "community", "id"))
    changes: tuple[tuple[str, Callable[[Compound], Compound]], ...] = (
        ("one task edited", lambda compound: _edited(compound, chosen["id"])),
        ("one compound renamed", lambda compound: _renamed(compound, "id", chosen, "name", "改名路1号院")),
        (
            "one subdistrict renamed",
            lambda compound: _renamed(compound, "subdistrict", chosen, "subdistrict_name", "改名街道"),
        ),
    )
    return [
        Scenario(COLD, {}, as_written),
        Scenario("unchanged", {}, as_written),
        *(
            Scenario(name, _differences(sites, change(chosen)), partial(_read, source, change))
            for name, change in changes
        ),
        Scenario(
            "one template edited",
            {site.name: _edited_template(site) for site in sites},
            as_written,
            f"{where}/{first}",
        ),
        Scenario(
            "one compound added",
            _differences(sites, added),
            lambda: chain(as_written(), (added,)),
        ),
    ]


@contextmanager
def written(files: Files) -> Iterator[None]:
    """Write these files, and put back what stood there before; new folders go again."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    folders = [path.parent for path in files if not path.parent.exists()]
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield
    finally:
        for path, old in before.items():
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        for folder in dict.fromkeys(folders):
            folder.rmdir()


def difference(site: Site, compound: Compound) -> dict[Path, bytes]:
    """The files of the site that a compound needs otherwise than they are."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "one.jsonl", folder / "site"
        source.write_text(json.dumps(compound, ensure_ascii=False) + "\n", encoding="utf-8")
        site.convert(source, target)
        made = {
            site.root / path.relative_to(target): path.read_bytes()
            for path in sorted(target.rglob("*"))
            if path.is_file()
        }
    return {path: data for path, data in made.items() if not path.exists() or path.read_bytes() != data}


def _differences(sites: Sequence[Site], compound: Compound) -> dict[str, Files]:
    return {site.name: difference(site, compound) for site in sites}


def _read(source: Path, change: Callable[[Compound], Compound] | None = None) -> Iterator[Compound]:
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            compound = json.loads(line)
            yield change(compound) if change else compound


def _edited(compound: Compound, chosen: str) -> Compound:
    """The first task costs 100 yuan more and says a sentence more."""
    if compound["id"] != chosen:
        return compound
    changed = copy.deepcopy(compound)
    changed["tasks"][0]["cost"] += 10_000
    changed["tasks"][0]["body"] += "\n\n后来又补了一处。"
    return changed


def _renamed(compound: Compound, key: str, chosen: Compound, field: str, name: str) -> Compound:
    return {**compound, field: name} if compound[key] == chosen[key] else compound


def _added(model: Compound, count: int) -> Compound:
    """One more compound in the community of another."""
    return {**copy.deepcopy(model), "id": f"y{count:06}", "name": "新增路1号院"}


def _edited_template(site: Site) -> Files:
    """The template of a task page with MARK in it; noticeboard's site gets its own copy of the theme's."""
    if site.name == "Hugo":
        found = [site.root / path for path in HUGO_LAYOUTS if (site.root / path).is_file()]
        if not found:
            raise Missing(f"Hugo's site has none of {', '.join(HUGO_LAYOUTS)}")
        return {found[0]: _marked(found[0], '{{ define "main" }}')}
    return {site.root / "templates" / "task.html": _marked(default_theme() / "task.html", "{% block main %}")}


def _marked(template: Path, before: str) -> bytes:
    text = template.read_text(encoding="utf-8")
    if before not in text:
        raise Missing(f"{template} has no {before}: say in {Path(__file__).name} where its main part begins")
    return text.replace(before, before + MARK, 1).encode()
