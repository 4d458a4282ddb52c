"""A tiny district for tests of the whole path: one of each level, a task with money, a notice, an organization."""

from __future__ import annotations

SETTINGS = """
title: 示例公示
base_url: https://noticeboard.example/
issuer: 示例街道
supervision_phone: 0371-0000-0001
"""
COMPOUND = "content/district/street/compound"
DISTRICT = {
    "content/site.yml": SETTINGS,
    "content/sources.yml": """
- id: K1
  title: 示例简报
  publisher: 示例区
  date: 2026-07
""",
    "content/district/place.yml": "kind: district\nname: 示例区\nsource: K1\n",
    "content/district/street/place.yml": "kind: subdistrict\nname: 示例街道\n",
    "content/district/street/figures.yml": """
- {id: asked, title: 收到的意见, value: 1500余, unit: 条, as_of: 2026-06}
- {id: settled, title: 办结的意见, value: 1478, unit: 条, as_of: 2026-06}
- {id: open, title: 正在办理的意见, value: 22, unit: 条, as_of: 2026-06}
- {id: counted, title: 有结果的意见, sum: [settled, open], unit: 条}
- {id: rate, title: 办结率, ratio: {of: settled, to: counted}}
""",
    f"{COMPOUND}/place.yml": """
kind: compound
name: 示例小区
households: 72
buildings: [{name: 1号楼, units: 2}]
body: 这里是示例小区。
""",
    f"{COMPOUND}/organizations.yml": """
- id: council
  type: self_governing
  sub_kind: 自管会
  name: 示例小区自管会
  posts: [{name: 主任, office_phone: 0371-0000-0002}, {name: 委员, seats: 2}]
  members: [{name: 示例甲, post: 主任, from: 2024-01}]
""",
    f"{COMPOUND}/tasks.yml": """
- id: lamps
  title: 更换楼道灯
  state: done
  asked_by: 居民
  lead: 示例社区
  requested: 2026-03
  finished: 2026-05-10
  funds: [{payer: 物业公司, amount: "3,600"}]
  quantities: [{what: 楼道灯, number: 24, unit: 盏}]
  done_of: {done: 24, planned: 24, unit: 盏}
""",
    f"{COMPOUND}/notices/2026-water.md": """
---
title: 停水通知
issuer: 示例小区自管会
issued: 2026-11-18
from: 2026-11-19
to: 2026-11-25
---

11月21日8时到12时停水。
""",
}
