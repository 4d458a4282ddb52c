#!/usr/bin/env python3
"""Turn the neutral data set of compounds (JSON lines) into a site for noticeboard.

    python tests/bench/to_noticeboard.py compounds.jsonl DIR      # writes DIR/content/

Every fact of the data set becomes a field of a record; the tasks of a compound stand in one list file, as a
keeper of a ledger would write them. Private phones go into the field that is never published.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

STATES = {"done": "done", "doing": "waiting", "planned": "open"}
TYPES = {"party": "party", "self_governance": "self_governing", "volunteer": "volunteer"}
SITE = "title: 公示网\nbase_url: https://example.org/\nissuer: 公示网\nsupervision_phone: '12345'\n"


def organizations(compound: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The organizations of a compound with their members; plain members have no post."""
    for kind in compound["orgs"]:
        yield {
            "id": kind["kind"].replace("_", "-"),
            "type": TYPES[kind["kind"]],
            "name": kind["name"],
            "founded": kind["founded"],
            "members": [
                {"name": member["name"], "post": member["role"], "private_phone": member["phone"]}
                for member in kind["members"]
            ],
        }


def volunteers(compound: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The roster; everybody agreed to have name and skill shown."""
    consent = {"name": ["web", "wall"], "skills": ["web", "wall"]}
    for person in compound["volunteers"]:
        yield {
            "name": person["name"],
            "skills": person["skill"],
            "hours": person["hours"],
            "joined": person["joined"],
            "consent": consent,
        }


def tasks(compound: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The ledger of practical tasks."""
    for task in compound["tasks"]:
        row = {
            "id": task["id"],
            "title": task["title"],
            "state": STATES[task["state"]],
            "channel": task["source"],
            "requested": task["requested"],
            "lead": task["lead"],
            "funds": [{"payer": task["fund"], "amount": task["cost"]}],
            "quantities": [{"what": task["title"], "number": task["quantity"], "unit": task["unit"]}],
            "body": task["body"],
        }
        if task["finished"]:
            row["finished"] = task["finished"]
        if task["rating"]:
            row["rating"] = {"returned": 1, "by_grade": [{"grade": f"{task['rating']}分", "count": 1}]}
        yield row


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(path: Path, value: Any) -> None:
    """One YAML file, folders made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def convert(source: Path, target: Path) -> None:
    """Write the site at `target`."""
    content = target / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            compound = json.loads(line)
            subdistrict = content / compound["subdistrict"]
            community = subdistrict / compound["community"]
            here = community / compound["id"]
            for folder, kind, name in (
                (subdistrict, "subdistrict", compound["subdistrict_name"]),
                (community, "community", compound["community_name"]),
            ):
                if not (folder / "place.yml").exists():
                    write(folder / "place.yml", {"kind": kind, "name": name})
            write(
                here / "place.yml",
                {
                    "kind": "compound",
                    "name": compound["name"],
                    "built": str(compound["built"]),
                    "building_count": compound["buildings"],
                    "households": compound["households"],
                },
            )
            write(here / "organizations.yml", list(organizations(compound)))
            write(here / "volunteers.yml", list(volunteers(compound)))
            write(here / "tasks.yml", list(tasks(compound)))


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
