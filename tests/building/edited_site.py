"""A site as values that edits can change: settings, places, records of every kind, photos, templates.

    Site ─ written ▶ {path below the root: bytes}

Small, but every way in which one page can depend on another is in it: names and totals that go up, issuer,
phone and source that go down, tasks and volunteers of several compounds, figures and references across
places, links in texts, redirects, a sample, drafts, consents and periods that end. No two places change on the same
day by themselves, so that each has to be known for what it is. Persons and places are invented.
"""

from __future__ import annotations

import copy
import json
import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]
"""The keys of one record and their values as a file writes them."""
Key = tuple[str, str, str]
"""The folder of the place, the kind's folder, the id."""

LIST, YML, MD = "list", "yml", "md"
SPELLINGS = (LIST, YML, MD)
CHINESE = {"tasks": "民生实事", "volunteers": "志愿者", "place": "地点"}
WRITTEN_IN_CHINESE = "n"
"""The place whose files have Chinese names."""


@dataclass
class Row:
    """One record: in which of the three spellings it is written, and its fields."""

    spelling: str
    fields: Fields


@dataclass
class Site:
    """All that stands in the folder of a site."""

    settings: Fields
    sources: dict[str, Fields]
    places: dict[str, Fields]
    """By the folder below `content/`."""
    records: dict[Key, Row]
    files: dict[str, bytes] = field(default_factory=dict)
    """Photos, attachments, templates, by their path below the root; they win over what is written."""
    headed: set[str] = field(default_factory=set)
    """Files that begin with a comment, so that what they say stands further down."""

    def copy(self) -> Site:
        """The same again, to be changed."""
        return copy.deepcopy(self)


def written(site: Site) -> dict[str, bytes]:
    """Every file of the site by its path below the root."""
    texts = {"content/site.yml": mapping(site.settings)}
    if site.sources:
        texts["content/sources.yml"] = listing({"id": key, **each} for key, each in site.sources.items())
    for path, fields in site.places.items():
        texts[f"content/{path}/{named('place', path)}.yml"] = mapping(fields)
    lists: dict[str, list[Fields]] = {}
    for (path, kind, name), row in site.records.items():
        where = f"content/{path}/{named(kind, path)}"
        if row.spelling == LIST:
            lists.setdefault(f"{where}.yml", []).append({"id": name, **row.fields})
        else:
            texts[f"{where}/{name}.{row.spelling}"] = own_file(row)
    texts.update((file, listing(rows)) for file, rows in lists.items())
    texts.update((path, f"# 台账\n\n{texts[path]}") for path in site.headed & texts.keys())
    return {path: text.encode() for path, text in texts.items()} | site.files


def named(kind: str, path: str) -> str:
    """The name of a kind's file in a place."""
    return CHINESE.get(kind, kind) if path == WRITTEN_IN_CHINESE else kind


def mapping(fields: Fields) -> str:
    """Fields as YAML, a line each; JSON is YAML too."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def listing(rows: Any) -> str:
    """Records as the rows of a list file."""
    return "".join(f"- {json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def own_file(row: Row) -> str:
    """A record as a file of its own."""
    if row.spelling == YML:
        return mapping(row.fields)
    fields = {key: value for key, value in row.fields.items() if key != "body"}
    return f"---\n{mapping(fields)}---\n\n{row.fields.get('body', '')}\n"


def picture(shade: int) -> bytes:
    """A PNG of one dot; all shades have the same size in bytes."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, shade]), 0)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


SETTINGS = {
    "title": "示例公示",
    "issuer": "示例区",
    "supervision_phone": "0371-0000-0001",
    "body": "见[示例小区](a/m/x/index.html)。",
}
SOURCES = {
    "S1": {"title": "示例简报", "publisher": "示例区", "date": "2026-07"},
    "S2": {"title": "示例台账"},
}
PLACES = {
    "a": {"kind": "街道", "name": "示例街道", "issuer": "示例街道办", "source": "S1"},
    "a/m": {"kind": "社区", "name": "示例社区", "supervision_phone": "0371-0000-0002"},
    "a/m/x": {"kind": "楼院", "name": "示例小区", "households": "120", "source": "S2", "built": "1980s"},
    "a/m/y": {"kind": "楼院", "name": "示例二区", "households": "近80", "was": ["old-y"]},
    "a/z": {"kind": "楼院", "name": "示例样板", "sample": "是", "as_of": "2026-11-25"},
    "n": {"kind": "街道", "name": "示例北街", "order": "1"},
    "n/w": {
        "kind": "楼院",
        "name": "示例三区",
        "households": "200",
        "body": "另见[停水通知](../../a/m/y/notices/water/index.html)。",
    },
}
ON_WEB, EVERYWHERE = ["web"], ["web", "wall"]
RECORDS = {
    ("a", "tasks", "road"): Row(
        MD,
        {
            "title": "修小区外的路",
            "state": "waiting",
            "due": "2026-11-26",
            "started": "2026-09",
            "places": ["m/y"],
            "funds": [{"payer": "示例街道办", "amount": "30,000", "paid": "10,000"}],
            "body": "见[停水通知](../../m/y/notices/water/index.html)。",
        },
    ),
    ("a", "figures", "asked"): Row(
        LIST, {"title": "收到的意见", "value": "1500余", "unit": "条", "key": "是"}
    ),
    ("a", "figures", "homes"): Row(
        LIST, {"title": "两个小区的户数", "sum": ["/a/m/x#households", "/a/m/y#households"], "unit": "户"}
    ),
    ("a/m", "organizations", "branch"): Row(
        LIST,
        {
            "type": "party",
            "name": "示例社区党支部",
            "posts": [{"name": "书记", "office_phone": "0371-0000-0003"}, {"name": "委员", "seats": "2"}],
            "members": [
                {"name": "示例甲", "post": "书记", "from": "2024-01", "to": "2026-11-22"},
                {"name": "示例乙", "post": "委员", "from": "2026-11-21"},
            ],
        },
    ),
    ("a/m", "figures", "branches"): Row(
        LIST, {"title": "党组织", "value": "3", "unit": "个", "measure": "organizations.party"}
    ),
    ("a/m/x", "organizations", "council"): Row(
        YML,
        {
            "type": "self_governing",
            "name": "示例小区自管会",
            "parent": "branch",
            "members": [
                {
                    "name": "示例甲",
                    "post": "主任",
                    "also": [{"organization": "/a/m#organization/branch", "post": "书记"}],
                }
            ],
        },
    ),
    ("a/m/x", "organizations", "team"): Row(
        YML, {"type": "volunteer", "name": "示例志愿队", "founded": "2025-03"}
    ),
    ("a/m/x", "volunteers", "v1"): Row(
        LIST,
        {
            "name": "示例丙",
            "team": "team",
            "skills": ["修电器"],
            "hours": "12",
            "portrait": "v1.png",
            "consent": {
                "name": EVERYWHERE,
                "skills": EVERYWHERE,
                "portrait": ON_WEB,
                "until": "2026-11-23",
            },
        },
    ),
    ("a/m/x", "volunteers", "v2"): Row(LIST, {"name": "欧阳示例", "consent": {"name": ON_WEB}}),
    ("a/m/x", "tasks", "lamps"): Row(
        LIST,
        {
            "title": "更换楼道灯",
            "state": "done",
            "asked_by": "居民",
            "lead": ["示例社区"],
            "requested": "2026-03",
            "finished": "2026-05-10",
            "funds": [{"payer": "物业公司", "amount": "3,600"}],
            "quantities": [{"what": "楼道灯", "number": "24", "unit": "盏"}],
            "photos": [{"file": "lamps.png", "caption": "新灯", "stage": "after"}],
            "visits": [{"when": "2026-11-25", "result": "完好"}],
        },
    ),
    ("a/m/x", "tasks", "bench"): Row(
        MD,
        {
            "title": "添置长椅",
            "state": "open",
            "due": "2026-11-28",
            "was": ["benches"],
            "body": "![长椅](photos/bench.png)\n\n另见[楼道灯](../lamps/index.html)。",
        },
    ),
    ("a/m/y", "notices", "water"): Row(
        YML,
        {
            "title": "停水通知",
            "from": "2026-11-29",
            "to": "2026-12-01",
            "body": "停水两天，另见[收费公示](../../../x/notices/fees/index.html)。",
        },
    ),
    ("a/m/x", "notices", "fees"): Row(
        MD,
        {
            "title": "收费公示",
            "from": "2026-12-03",
            "working_days": "5",
            "attachments": ["fees.pdf"],
            "body": "见附件和[修路](../../../../tasks/road/index.html)。",
        },
    ),
    ("a/m/y", "tasks", "gas"): Row(
        LIST,
        {"title": "接通天然气", "state": "done", "done_of": {"done": "78", "planned": "80", "unit": "户"}},
    ),
    ("a/m/y", "figures", "rate"): Row(
        LIST, {"title": "通气率", "ratio": {"of": "/a/m/x#households", "to": "/a#figure/homes"}}
    ),
    ("a/z", "tasks", "shown"): Row(LIST, {"title": "样板事项", "state": "done"}),
    ("n", "volunteers", "v3"): Row(LIST, {"name": "示例丁", "places": ["w"], "hours": "8"}),
    ("n/w", "notices", "old"): Row(
        LIST, {"title": "撤回的公告", "issued": "2026-10-01", "withdrawn": "2026-11-21"}
    ),
    ("n/w", "notices", "plan"): Row(LIST, {"title": "来年计划", "draft": "是", "body": "尚未公布。"}),
    ("n/w", "tasks", "trees"): Row(
        YML, {"title": "种树", "state": "waiting", "started": "2026-10", "draft": "是"}
    ),
}
FILES = {
    "content/a/m/x/photos/lamps.png": picture(10),
    "content/a/m/x/photos/bench.png": picture(20),
    "content/a/m/x/photos/v1.png": picture(30),
    "content/a/m/x/notices/fees.pdf": b"%PDF-1.4 fees",
}


BOARDS: dict[str, Fields] = {
    "none": {"boards": {"kinds": ["volunteer"], "sizes": ["a4"]}},
    "few": {"boards": {"kinds": ["tasks"], "sizes": ["a4"]}},
    "all": {"base_url": "https://example.org/"},
}
"""Settings by how many boards the site has; boards, and above all their QR codes, cost the most."""


FURTHER = ("a/z", "n", "n/w")
"""Places that a small site does without."""


def start(boards: str, *, small: bool = False) -> Site:
    """The site that a series of edits begins with."""
    left_out = FURTHER if small else ()
    return Site(
        {**SETTINGS, **BOARDS[boards]},
        SOURCES,
        {path: fields for path, fields in PLACES.items() if path not in left_out},
        {key: row for key, row in RECORDS.items() if key[0] not in left_out},
        FILES,
    ).copy()
