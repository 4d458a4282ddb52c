"""The values that edits write into the fields of a site; None leaves the field out.

Texts of the same length stand beside each other, so that a file can change and keep its size; some values
are mistakes, some only where something else is missing.
"""

from __future__ import annotations

from typing import Any

Values = dict[str, tuple[Any, ...]]

NAMES = ("示例甲", "示例乙", "欧阳示例")
SOURCES = ("S1", "S2", ["S1", "S2"], "S9", None)
LINKS = (
    "见[台账](../index.html)。",
    "见[更换楼道灯](../lamps/index.html)。",
    "见[首页](../../../../index.html)。",
    "![长椅](photos/bench.png)",
    "## 经过\n\n第一步。\n\n| 年 | 户 |\n|---|---|\n| 2026 | 80 |",
    "没有链接的正文。",
)
SHARED = (["x"], ["m/x"], ["/a/m/x", "/a/m/y"], ["w"], None)
DRAFT = ("是", "否", None)
WAS = (["n1"], ["lamps"], ["earlier"], None)

RECORD_VALUES: dict[str, Values] = {
    "tasks": {
        "title": ("更换楼道灯", "更换楼道门", "修路𪚥"),
        "state": ("open", "waiting", "done", "relapsed", "declined", "unstated", "做了"),
        "due": ("2026-11-19", "2026-11-21", "2026-12", "2025-02-30", None),
        "finished": ("2026-11-10", "2026-11-25", "2024-10", None),
        "requested": ("2026-02", "2026-12-01", "约 2025", None),
        "funds": (
            [{"payer": "物业公司", "amount": "3,600"}],
            [{"amount": "1万元", "paid": "0"}, {"payer": "居民", "amount": "800", "paid": "800"}],
            None,
        ),
        "done_of": ({"done": "12", "planned": "24", "unit": "盏"}, {"done": "近80", "planned": "80"}, None),
        "photos": ([{"file": "lamps.png", "stage": "before"}, {"file": "bench.png"}], None),
        "places": SHARED,
        "visits": ([{"when": "2026-11-23", "result": "完好"}], None),
        "rating": ({"issued": "30", "returned": "20", "by_grade": [{"grade": "满意", "count": "18"}]}, None),
        "lead": (["示例社区"], ["示例社区", "物业公司"], None),
        "source": SOURCES,
        "was": WAS,
        "draft": DRAFT,
        "note": ("登记有误", "登记无误", None),
        "body": LINKS,
    },
    "volunteers": {
        "name": NAMES,
        "team": ("team", "branch", "/a/m/x#organization/team", "nobody", None),
        "skills": (["修电器"], ["理发", "修电器"], None),
        "hours": ("12", "30余", "约40", None),
        "joined": ("2025-03", "2026-11-22", None),
        "portrait": ("v1.png", "nobody.png", None),
        "consent": (
            {"name": ["web", "wall"], "until": "2026-11-20"},
            {"name": ["web"], "skills": ["web"], "portrait": ["web"], "until": "2026-11-21"},
            {"name": ["wall"]},
            {},
            None,
        ),
        "places": SHARED,
        "draft": DRAFT,
    },
    "organizations": {
        "name": ("示例小区自管会", "示例小区议事会", "示例党支部"),
        "type": ("party", "self_governing", "volunteer"),
        "founded": ("2025-03", "2026-11-22", None),
        "ended": ("2026-11-21", "2026-11-10", None),
        "parent": ("branch", "/a/m#branch", None),
        "posts": ([{"name": "主任"}, {"name": "委员", "seats": "2"}], None),
        "members": (
            [{"name": "示例甲", "post": "主任", "from": "2026-11-19", "to": "2026-11-23"}],
            [{"name": "示例乙", "consent": {"name": ["web", "wall"], "until": "2026-11-22"}}],
            [{"name": "示例甲", "post": "委员", "also": [{"organization": "/a/m#branch", "post": "书记"}]}],
            None,
        ),
        "source": SOURCES,
        "draft": DRAFT,
    },
    "notices": {
        "title": ("停水通知", "停电通知", "公告"),
        "issuer": ("示例小区自管会", None),
        "issued": ("2026-11-17", "2026-11-24", None),
        "from": ("2026-11-19", "2026-11-22", "2026-09-28", None),
        "to": ("2026-11-20", "2026-11-24", None),
        "working_days": ("3", "5", None),
        "withdrawn": ("2026-11-22", "2026-11-01", None),
        "attachments": (["fees.pdf"], ["lost.pdf"], None),
        "places": SHARED,
        "source": SOURCES,
        "was": WAS,
        "draft": DRAFT,
        "body": LINKS,
    },
    "figures": {
        "title": ("户数", "人数"),
        "value": ("1500余", "72", "近100%", None),
        "sum": (["/a/m/x#households", "/a/m/y#households"], ["asked", "branches"], ["homes"], None),
        "ratio": ({"of": "/a/m/y#households", "to": "/a#homes"}, {"of": "asked", "to": "asked"}, None),
        "measure": ("organizations.party", "volunteers", "places.compound", None),
        "as_of": ("2026-06", "2026-11-23", None),
        "key": DRAFT,
        "unit": ("户", "人", None),
        "draft": DRAFT,
    },
}
NEW_RECORDS: dict[str, dict[str, Any]] = {
    "tasks": {"title": "装充电桩", "state": "open", "due": "2026-11-20", "funds": [{"amount": "500"}]},
    "volunteers": {
        "name": "示例戊",
        "hours": "5",
        "consent": {"name": ["web", "wall"], "until": "2026-11-24"},
    },
    "organizations": {
        "type": "self_governing",
        "name": "示例议事会",
        "members": [{"name": "示例己", "post": "主任"}],
    },
    "notices": {"title": "征求意见", "from": "2026-11-20", "to": "2026-11-23", "body": "请提意见。"},
    "figures": {"title": "停车位", "value": "50", "unit": "个", "key": "是"},
}
PLACE_VALUES: Values = {
    "name": ("示例小区", "示例院子", "示例一街"),
    "kind": ("楼院", "社区", "街道", "市"),
    "sample": ("是", "否", None),
    "order": ("1", "2", None),
    "issuer": ("示例街道办", "示例社区居委会", None),
    "supervision_phone": ("0371-0000-0004", "12345", "电话", None),
    "source": SOURCES,
    "households": ("121", "近80", None),
    "as_of": ("2026-06", "2026-11-22", None),
    "management": ("无主管楼院", "居民自管", None),
    "buildings": ([{"name": "1号楼", "units": "3"}], None),
    "was": (["old-y"], ["/a/q"], ["/n/w"], None),
    "draft": DRAFT,
    "note": ("登记有误", None),
    "body": ("见[民生实事](tasks/index.html)。", "![长椅](photos/bench.png)", "建于1990年代。", None),
}
SETTING_VALUES: Values = {
    "title": ("示例公示", "公示示例", "站", None),
    "base_url": ("https://example.org/", "https://example.org/base/", None),
    "language": ("zh-CN", "en"),
    "issuer": ("示例区", "某示例区", None),
    "supervision_phone": ("0371-0000-0001", "12345", None),
    "privacy": (
        [{"field": "volunteer.skills", "policy": "never"}],
        [{"field": "organization.members.name", "policy": "consent", "channels": ["wall"]}],
        [{"field": "task.asked_by", "policy": "never"}],
        None,
    ),
    "boards": (
        {"kinds": ["organization", "volunteer"]},
        {"kinds": ["tasks"], "sizes": ["a4"]},
        {"kinds": ["notice"]},
        {"kinds": ["volunteer"], "sizes": ["a4"], "emblem": "是"},
        None,
    ),
    "calendar": ({"2026": {"holidays": ["2026-11-19"], "working_days": ["2026-11-22"]}}, None),
    "source": ("S1", "S2", None),
    "strict": ("是", "否", None),
    "body": ("见[示例小区](a/m/x/index.html)。", "欢迎。", None),
}
SOURCE_VALUES = (
    {"title": "示例简报", "publisher": "示例区", "date": "2026-07"},
    {"title": "简报示例", "publisher": "示例区", "date": "2026-07"},
    {"title": "另一份来源", "note": "未刊印"},
    None,
)
