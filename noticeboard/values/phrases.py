"""Where a short Chinese text may be parted: headings between words, lines of facts between their parts.

A browser parts Chinese between any two characters, so that a heading ends in 公 and goes on with 示. A dictionary
would be larger than the product; the titles of notices and tasks come from a small field, and its words stand
here. A word that is not among them may be parted as before: this makes headings better and never wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = (
    "公示栏 公示 公告 通知 通报 名单 结果 方案 标准 办法 候选人 成员 选举 招聘 活动 征集 意见 建议 满意度 调查",
    "居民委员会 居委会 业主委员会 业委会 自治管理委员会 自管会 党支部 党总支 党委 临时 组织 建设",
    "志愿服务队 志愿服务 志愿者 志愿 服务 民生 实事 示例 居民 住户 业主 物业 公司",
    "小区 社区 街道 楼院 楼栋 楼道灯 楼道 楼梯 单元 庭院 大院 家属院 道路 路面 广场 大门 绿地",
    "老旧 综合 改造 改建 整治 整修 维修 修缮 修补 修复 更换 加装 加固 安装 增设 增补 新增 新建",
    "疏通 清理 清运 拆除 粉刷 硬化 绿化带 绿化 接通 照明 防水 保温",
    "电梯 管道 管网 下水道 雨水 污水 雨污 分流 篦子 井盖 化粪池 供水 停水 供电 停电 供暖 暖气 供热 天然气 燃气",
    "消防 路灯 充电桩 充电 电动自行车 自行车 停车位 停车场 停车 车棚 围墙 外墙 屋面 屋顶 座椅 长椅 健身 器材",
    "门禁 监控 晾衣 杂物 堆放 大件 垃圾 分类 上门 收运 回收",
    "公共 收益 维修资金 资金 收支 收费 费用 使用 预算 决算 工程 项目",
)
WORDS = tuple(word for row in _ROWS for word in row.split())
"""Words of two to seven characters that a heading is not broken in."""
LONGEST = 6
"""Characters that are kept together at most: so many fit on a line of a heading at any size."""
WORD = "|".join(sorted(WORDS, key=lambda word: (-len(word), word)))
"""The words as a pattern, longest first."""
_NUMBER = r"\d{1,4}(?:号楼|号院|单元|[\u4e00-\u9fff])?"
_PIECE = re.compile(rf"(?:(?:{_NUMBER})|(?:{WORD})|.)的?", re.DOTALL)
_OPENING = "（《〈「『【〔〖“‘"
_CLOSING = "，。、；：？！）》〉」』】〕〗”’"
_PARTS = re.compile(r"(?<=[，；])|(?<=[年月日旬]至)|(?<=, )|(?<=; )|(?<= · )|(?<=\d{4} )(?=to )")


@lru_cache(maxsize=20_000)
def phrases(text: str) -> tuple[str, ...]:
    """`text` in pieces between which a heading may be parted; joined they are `text` again.

    The last piece has at least three characters where there are as many, so that no last line is shorter.
    """
    found: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if found and (piece[0] in _CLOSING or found[-1][-1] in _OPENING):
            found[-1] += piece
        else:
            found.append(piece)
    while len(found) > 1 and len(found[-1]) < 3 and len(found[-2] + found[-1]) <= LONGEST:
        found[-2:] = [found[-2] + found[-1]]
    return tuple(found)


def parts(text: str) -> tuple[str, ...]:
    """The parts of a line of facts, each with the mark that ends it: 已完成3项，｜超期1项; joined they are `text`.

    A range is parted after 至, so that its dates stay whole.
    """
    return tuple(part for part in _PARTS.split(text) if part)
