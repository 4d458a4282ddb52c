#!/usr/bin/env python3
"""Turn the neutral data set of compounds (JSON lines) into a site for noticeboard.

    python tests/bench/to_noticeboard.py compounds.jsonl DIR [--boards KINDS[@SIZES]]      # writes DIR/content/

Written as a keeper would write it: a file of rows for each kind of record of a compound, plain scalars, texts
as literal blocks, the consent that all volunteers gave written once and repeated by an alias. Nothing is added
to the facts but that consent, without which the names that the other site shows could not be shown here;
phones go into the field that is never published. That a temporary branch does not say when it ends, and that
two volunteers of a compound may share a name, is what `check` says of these facts: the data has no answer.

The text of the files is written here and not by `yaml.dump`, which quotes what this program reads as text
anyway (dates, 010) and names its anchors id001.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Compound = dict[str, Any]
STATES = {"done": "done", "doing": "waiting", "planned": "open"}
TYPES = {"party": "party", "self_governance": "self_governing", "volunteer": "volunteer"}
ONE_BOARD = "organization@a3-landscape"
"""The other generator makes one print sheet a compound; this is one too."""
SITE = """\
title: 公示网
base_url: https://example.org/
issuer: 公示网
supervision_phone: 12345
"""
PLAIN = re.compile(r"[^\W_][\w./%-]*")
AGREED = "{name: [web, wall], skills: [web, wall]}"
NAMES_AGREED = "{name: [web, wall]}"


def scalar(value: str | int) -> str:
    """A value in YAML, without quotes wherever it can stand without."""
    text = str(value)
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def text_block(key: str, text: str, indent: str) -> Iterator[str]:
    """A text of several lines under `key`, as it is."""
    lines = text.split("\n")
    if not text or text[0].isspace() or not all(line.isprintable() for line in lines):
        yield f"{indent}{key}: {json.dumps(text, ensure_ascii=False)}"
        return
    yield f"{indent}{key}: |"
    yield from (f"{indent}  {line}" if line else "" for line in lines)


def yuan(fen: int) -> str:
    """An amount of money as it is written: 2400, 35.50."""
    return f"{fen // 100}.{fen % 100:02}" if fen % 100 else str(fen // 100)


def place(kind: str, name: str) -> Iterator[str]:
    """The place of a subdistrict or a community."""
    yield f"kind: {kind}"
    yield f"name: {scalar(name)}"


def compound_place(compound: Compound) -> Iterator[str]:
    """The place of a compound."""
    yield from place("compound", compound["name"])
    yield f"built: {compound['built']}"
    yield f"building_count: {compound['buildings']}"
    yield f"households: {compound['households']}"


def organizations(compound: Compound) -> Iterator[str]:
    """The organizations of a compound with their members."""
    for organization in compound["orgs"]:
        yield f"- type: {TYPES[organization['kind']]}"
        yield f"  name: {scalar(organization['name'])}"
        yield f"  founded: {organization['founded']}"
        yield "  members:"
        consent = f"&agreed {NAMES_AGREED}" if organization["kind"] == "volunteer" else ""
        for member in organization["members"]:
            yield f"    - name: {scalar(member['name'])}"
            yield f"      post: {scalar(member['role'])}"
            yield f"      private_phone: {scalar(member['phone'])}"
            if consent:
                yield f"      consent: {consent}"
                consent = "*agreed"


def volunteers(compound: Compound) -> Iterator[str]:
    """The roster; everybody agreed to have name and skill shown."""
    consent = f"&agreed {AGREED}"
    for person in compound["volunteers"]:
        yield f"- name: {scalar(person['name'])}"
        yield f"  skills: {scalar(person['skill'])}"
        yield f"  hours: {person['hours']}"
        yield f"  joined: {person['joined']}"
        yield f"  consent: {consent}"
        consent = "*agreed"


def tasks(compound: Compound) -> Iterator[str]:
    """The ledger of practical tasks."""
    for task in compound["tasks"]:
        yield f"- id: {scalar(task['id'])}"
        yield f"  title: {scalar(task['title'])}"
        yield f"  state: {STATES[task['state']]}"
        yield f"  channel: {scalar(task['source'])}"
        yield f"  lead: {scalar(task['lead'])}"
        yield f"  requested: {task['requested']}"
        if task["finished"]:
            yield f"  finished: {task['finished']}"
        yield "  funds:"
        yield f"    - payer: {scalar(task['fund'])}"
        yield f"      amount: {yuan(task['cost'])}"
        yield "  quantities:"
        yield f"    - what: {scalar(task['title'])}"
        yield f"      number: {task['quantity']}"
        yield f"      unit: {scalar(task['unit'])}"
        if task["rating"]:
            yield "  rating:"
            yield "    by_grade:"
            yield f"      - grade: {task['rating']}分"
            yield "        count: 1"
        yield from text_block("body", task["body"], "  ")


def settings(boards: str) -> str:
    """`site.yml`; `boards` is all, or kinds and sizes: `organization,volunteer@a3-landscape`."""
    if boards == "all":
        return SITE
    kinds, _, sizes = boards.partition("@")
    lists = (("kinds", kinds), ("sizes", sizes))
    rows = (f"  {key}: [{', '.join(names.split(','))}]\n" for key, names in lists if names)
    return SITE + "boards:\n" + "".join(rows)


def write(path: Path, lines: Iterator[str]) -> None:
    """One file of these lines."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def convert(source: Path, target: Path, boards: str = ONE_BOARD) -> None:
    """Write the site at `target`."""
    content = target / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yml").write_text(settings(boards), encoding="utf-8", newline="\n")
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            _write_compound(content, json.loads(line))


def _write_compound(content: Path, compound: Compound) -> None:
    subdistrict = content / compound["subdistrict"]
    community = subdistrict / compound["community"]
    here = community / compound["id"]
    here.mkdir(parents=True, exist_ok=True)
    if not (subdistrict / "place.yml").exists():
        write(subdistrict / "place.yml", place("subdistrict", compound["subdistrict_name"]))
    if not (community / "place.yml").exists():
        write(community / "place.yml", place("community", compound["community_name"]))
    write(here / "place.yml", compound_place(compound))
    write(here / "organizations.yml", organizations(compound))
    write(here / "volunteers.yml", volunteers(compound))
    write(here / "tasks.yml", tasks(compound))


def main() -> None:
    """Convert the file and into the folder that the arguments name."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("source", type=Path)
    arguments.add_argument("target", type=Path)
    arguments.add_argument(
        "--boards", default=ONE_BOARD, help=f"all, or KINDS[@SIZES] (default: {ONE_BOARD})"
    )
    asked = arguments.parse_args()
    convert(asked.source, asked.target, asked.boards)


if __name__ == "__main__":
    main()
