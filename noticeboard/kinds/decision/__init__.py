"""Decisions (决策): the declaration that joins procedures, fields, lawful days, rules, pages and panel.

procedures.yml, site.yml ─ procedures ▶ Procedure
record (fields) ─ timing (settled) ─ rules, vote_rules      progress (states by day) ─ blocks, view ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.decision.progress import State, changes, dates, on_day, state_of, tally
from noticeboard.kinds.decision.record import Decision
from noticeboard.kinds.decision.rules import check
from noticeboard.kinds.decision.statistics import statistics
from noticeboard.kinds.decision.timing import settle
from noticeboard.kinds.decision.view import adds, pages, panels
from noticeboard.kinds.decision.words import FOLDER
from noticeboard.languages import Words

__all__ = ["KIND", "Decision", "State", "state_of"]


def _title(decision: Decision) -> str:
    return decision.title


def _mentions(decision: Decision) -> Iterator[Mention]:
    if decision.task:
        yield Mention(decision.task, ("task",), ("task",))


KIND = Kind(
    name="decision",
    shows_in_places=True,
    folder=FOLDER,
    words=Words("决策", "decision"),
    record=Decision,
    title=_title,
    has_page=True,
    settle=settle,
    on_day=on_day,
    check=check,
    mentions=_mentions,
    tally=tally,
    dates=dates,
    changes=changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    adds=adds,
    starter=Words(
        """\
- id: garden
  标题: 写要决定的事
  程序: 一征三议两公开    # 或 一领四单、选聘物业公司、使用维修资金、业主大会表决
  主办: 写主办单位
  步骤:
    - 步骤: 征求意见
      时间: 2026-09-01
      材料: [征求意见表]
    # - 步骤: 党组织提议
    #   时间: 2026-09-10
    #   材料: [会议记录]
    # - 步骤: 决议公开
    #   材料: [公示照片]
    #   公示轮次:
    #     - 公示起: 2026-10-12    # 不写公示止的，按程序的天数算
    #       意见明细:
    #         - {意见: 灯太暗, 因您的意见而改: 换成更亮的灯}
  # 表决:
  #   人数: {总数: 72, 参与: 60, 同意: 52, 反对: 5, 弃权: 3}
  # 结果: 写决定了什么
""",
        """\
- id: garden
  title: What is to be decided
  procedure: consult-discuss-publish    # or lead-four-slips, property-company, use-of-funds, owners-vote
  lead: who leads it
  steps:
    - step: consult
      when: 2026-09-01
      evidence: [征求意见表]
    # - step: propose
    #   when: 2026-09-10
    #   evidence: [会议记录]
    # - step: publish-resolution
    #   evidence: [公示照片]
    #   rounds:
    #     - from: 2026-10-12    # without an end it hangs as long as the procedure says
    #       opinions:
    #         - {what: too dark, changed: brighter lamps}
  # vote:
  #   persons: {total: 72, took_part: 60, for: 52, against: 5, abstained: 3}
  # result: what was decided
""",
    ),
)
