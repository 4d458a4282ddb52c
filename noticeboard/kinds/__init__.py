"""One file or folder a kind of record: fields, words in both languages, rules, pages and panels.

`KINDS` is the list; a new kind is one file (a folder once it grows), one template and one line here: its name,
its folder, its Chinese name. Kinds may import those listed before them.
"""

from __future__ import annotations

from typing import Any, cast

from noticeboard.kind import Kind
from noticeboard.later import Later


def _kind(name: str, folder: str, zh: str) -> Kind[Any]:
    files = tuple(f"{each}.yml" for each in (folder, zh))
    module = f"kinds.{name.replace('-', '_')}"
    later = Later(module, "KIND", name=name, folder=folder, folders=(folder, zh), files=files)
    return cast("Kind[Any]", later)


KINDS: tuple[Kind[Any], ...] = (
    _kind("source", "sources", "来源"),
    _kind("organization", "organizations", "组织"),
    _kind("volunteer", "volunteers", "志愿者"),
    _kind("task", "tasks", "民生实事"),
    _kind("notice", "notices", "公示公告"),
    _kind("figure", "figures", "数据"),
    _kind("fund", "funds", "收支公示"),
    _kind("hung", "hung", "挂出记录"),
    _kind("wish", "wishes", "微心愿"),
    _kind("rating", "ratings", "评价批次"),
    _kind("mediation", "mediations", "调解"),
    _kind("visit", "visits", "入户走访"),
    _kind("publication", "publications", "公开记录"),
    _kind("follow-up", "follow-ups", "回头看"),
    _kind("inspection", "inspections", "检查"),
    _kind("service", "services", "便民服务"),
    _kind("opinion", "opinions", "意见建议"),
    _kind("slip", "slips", "四联单"),
    _kind("station", "stations", "民情速递站"),
    _kind("facility", "facilities", "便民设施"),
    _kind("activity", "activities", "活动"),
    _kind("assignment", "assignments", "分包下沉"),
    _kind("decision", "decisions", "决策"),
    _kind("partner", "partners", "联建单位"),
    _kind("joint-project", "joint-projects", "联建项目"),
    _kind("programme", "programmes", "工作法"),
    _kind("meeting", "meetings", "议事会议"),
    _kind("story", "stories", "先进事迹"),
    _kind("honour", "honours", "荣誉"),
    _kind("rota", "rotas", "值班表"),
    _kind("catalogue", "catalogue", "公开事项目录"),
)
