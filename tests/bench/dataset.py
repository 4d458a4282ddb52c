#!/usr/bin/env python3
"""Write a made-up, neutral set of compounds as JSON lines, one compound a line, the same for the same seed.

    python tests/bench/dataset.py 1000 > compounds.jsonl      # 1,000 compounds, 10,000 tasks, 40,000 volunteers

Every generator under comparison is fed from this file by a converter of its own, so that all state the same
facts. Names, places and figures are drawn by chance; ten compounds make a community, ten communities a
subdistrict. Amounts are in fen.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from typing import Any

Compound = dict[str, Any]

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英"
STREETS = ("解放路", "和平路", "青年路", "工人路", "健康路", "花园路", "东风路", "大学路", "嵩山路", "黄河路")
NEEDS = (
    "更换楼道灯",
    "疏通下水管道",
    "修补屋面防水",
    "划出消防通道",
    "安装电动车充电桩",
    "清运建筑垃圾",
    "修理单元门",
    "补种花木",
    "粉刷楼道",
    "加装扶手",
    "硬化院内道路",
    "安装监控探头",
)
CHANNELS = ("议事会", "微信群", "意见箱", "入户走访", "热线")
PAYERS = ("社区自筹", "物业出资", "联建单位支持", "居民众筹", "街道专项资金")
UNITS = ("米", "个", "平方米", "处", "户")
SKILLS = ("水电维修", "理发", "医疗", "法律咨询", "调解", "文艺", "巡逻", "绿化", "助老", "环保宣传")
STATES, SHARES = ("done", "doing", "planned"), (80, 10, 10)
ORGANIZATIONS = (
    ("party", "临时党支部", ("书记", "组织委员", "宣传委员", "党员")),
    ("self_governance", "自管会", ("主任", "副主任", "委员")),
    ("volunteer", "志愿服务队", ("队长", "副队长", "队员")),
)
TASKS, VOLUNTEERS = 10, 40
SEED = 20260101


def compounds(count: int, seed: int = SEED) -> Iterator[Compound]:
    """The first `count` compounds; more of them do not change those before."""
    chance = random.Random(seed)
    for number in range(count):
        yield _compound(chance, number)


def _compound(chance: random.Random, number: int) -> Compound:
    name = f"{chance.choice(STREETS)}{chance.randint(1, 400)}号院"
    return {
        "subdistrict": f"s{number // 100:04}",
        "subdistrict_name": f"第{number // 100 + 1}街道",
        "community": f"c{number // 10:05}",
        "community_name": f"第{number // 10 + 1}社区",
        "id": f"y{number:06}",
        "name": name,
        "built": chance.randint(1975, 2005),
        "buildings": chance.randint(1, 12),
        "households": chance.randint(20, 900),
        "orgs": [_organization(chance, name, *each) for each in ORGANIZATIONS],
        "volunteers": [_volunteer(chance) for _ in range(VOLUNTEERS)],
        "tasks": [_task(chance, row) for row in range(TASKS)],
    }


def _organization(
    chance: random.Random, compound: str, kind: str, name: str, posts: tuple[str, ...]
) -> dict[str, Any]:
    members = [
        {"name": _person(chance), "role": posts[min(row, len(posts) - 1)], "phone": _phone(chance)}
        for row in range(chance.randint(3, 9))
    ]
    return {"kind": kind, "name": compound + name, "founded": _day(chance, 2019), "members": members}


def _volunteer(chance: random.Random) -> dict[str, Any]:
    return {
        "name": _person(chance),
        "skill": chance.choice(SKILLS),
        "hours": chance.randint(1, 300),
        "joined": _day(chance, 2023),
    }


def _task(chance: random.Random, row: int) -> dict[str, Any]:
    need = chance.choice(NEEDS)
    state = chance.choices(STATES, SHARES)[0]
    return {
        "id": f"{row:03}",
        "title": need,
        "state": state,
        "source": chance.choice(CHANNELS),
        "requested": _day(chance, 2024),
        "finished": _day(chance, 2025) if state == "done" else None,
        "cost": 100 * chance.randint(10, 3000),
        "fund": chance.choice(PAYERS),
        "quantity": chance.randint(1, 200),
        "unit": chance.choice(UNITS),
        "lead": _person(chance),
        "rating": chance.randint(3, 5) if state == "done" else None,
        "body": _body(chance, need),
    }


def _body(chance: random.Random, need: str) -> str:
    """Two to four short paragraphs of Markdown; one is a list."""
    steps = (f"- 第{step}步，{chance.choice(NEEDS)}，{chance.randint(1, 9)}天" for step in range(1, 5))
    more = (
        f"由{_person(chance)}监督，进度每天写在公示栏上，{chance.randint(3, 90)}户受益。"
        for _ in range(chance.randint(0, 2))
    )
    asked = f"居民提出**{need}**，院里商议{chance.randint(1, 7)}次后定下做法。"
    return "\n\n".join((asked, "\n".join(list(steps)[: chance.randint(2, 4)]), *more))


def _person(chance: random.Random) -> str:
    return chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))


def _phone(chance: random.Random) -> str:
    return f"1{chance.choice('35789')}{chance.randrange(10**9):09}"


def _day(chance: random.Random, year: int) -> str:
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


if __name__ == "__main__":
    for compound in compounds(int(sys.argv[1])):
        sys.stdout.write(json.dumps(compound, ensure_ascii=False) + "\n")
