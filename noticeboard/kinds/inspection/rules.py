"""What is wrong with an inspection: dates out of order, findings without a place, re-visits of nothing, names."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin, code
from noticeboard.kinds.follow_up import FollowUp
from noticeboard.kinds.inspection.record import Inspection, Outcome
from noticeboard.kinds.inspection.state import found_on, number_of
from noticeboard.kinds.nameless import nameless
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

E_INSPECTION_WHEN = code("E-INSPECTION-WHEN", "检查没有写时间", "an inspection without a date")
E_INSPECTION_ORDER = code(
    "E-INSPECTION-ORDER",
    "检查里的日期先后颠倒",
    "dates of an inspection in the wrong order",
)
E_INSPECTION_WHERE = code("E-INSPECTION-WHERE", "发现的问题没有写地点", "a finding without a place")
E_INSPECTION_SPOT = code(
    "E-INSPECTION-SPOT", "当场整改的问题写了以后的日期", "a finding settled on the spot, and later too"
)
E_INSPECTION_NUMBER = code("E-INSPECTION-NUMBER", "两个问题用了一个编号", "two findings of one number")
E_INSPECTION_ITEM = code(
    "E-INSPECTION-ITEM", "问题和检查项目对不上", "findings that do not match the checklist"
)
E_INSPECTION_REVISIT = code(
    "E-INSPECTION-REVISIT", "回头看的问题不存在", "a re-visit of a finding that does not exist"
)
W_INSPECTION_NEXT = code("W-INSPECTION-NEXT", "检查没有写下次时间", "an inspection without a next date")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """What is wrong with one inspection."""
    origin, when = inspection.origin, inspection.when
    if when is None and not inspection.patrols:
        yield Diagnostic(
            E_INSPECTION_WHEN,
            Words("没有写检查时间，也没有写巡查", "neither a date nor patrols"),
            Words("加一行 检查时间: 2026-11-18", "add a line when: 2026-11-18"),
            origin,
        )
    yield from _order(
        (Words("检查", "inspection"), when),
        (Words("下次检查", "next inspection"), inspection.next),
        origin.at("next"),
    )
    if inspection.next is None and any(item.result for item in inspection.items):
        yield Diagnostic(
            W_INSPECTION_NEXT,
            Words(f"“{inspection.title}”没有写下次检查的时间", f"“{inspection.title}” has no next date"),
            Words("加一行 下次检查: 2026-12-18", "add a line next: 2026-12-18"),
            origin,
        )
    yield from _findings(inspection)
    for index, each in enumerate(inspection.equipment):
        made = (Words("生产", "made"), each.made)
        expires = (Words("有效期", "end of validity"), each.expires)
        yield from _order(made, expires, origin.at("equipment", index, "expires"))
    yield from nameless(_texts(inspection), origin)


Told = tuple[Words, PartialDate | None]
"""What happened, and when."""


def _order(first: Told, second: Told, origin: Origin) -> Iterator[Diagnostic]:
    """That the second came before the first, where it did."""
    (earlier, start), (later, end) = first, second
    if start is not None and end is not None and end.last < start.first:
        yield Diagnostic(
            E_INSPECTION_ORDER,
            Words(
                f"{later.zh}（{end.text('zh')}）早于{earlier.zh}（{start.text('zh')}）",
                f"{later.en} ({end.text('en')}) before {earlier.en} ({start.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            origin,
        )


def _findings(inspection: Inspection) -> Iterator[Diagnostic]:
    numbers: set[int] = set()
    for index, finding in enumerate(inspection.findings):
        origin, found = inspection.origin.at("findings", index), found_on(inspection, finding)
        if not finding.where:
            yield Diagnostic(
                E_INSPECTION_WHERE,
                Words(f"“{finding.what}”没有写在哪里", f"“{finding.what}” does not say where"),
                Words("加一行 地点: 1号楼门厅", "add a line where: hall of building 1"),
                origin,
            )
        told = (Words("发现", "found"), found)
        yield from _order(told, (Words("整改", "settled"), finding.settled), origin.at("settled"))
        yield from _order(told, (Words("整改期限", "due"), finding.due), origin.at("due"))
        if finding.on_the_spot and finding.settled and found and finding.settled.first > found.last:
            yield Diagnostic(
                E_INSPECTION_SPOT,
                Words(
                    f"写着当场整改，整改时间却是{finding.settled.text('zh')}",
                    f"settled on the spot, and yet on {finding.settled.text('en')}",
                ),
                Words("当场整改的不写整改时间", "leave the day out, or on_the_spot"),
                origin.at("settled"),
            )
        number = number_of(inspection, index)
        if number in numbers:
            yield Diagnostic(
                E_INSPECTION_NUMBER,
                Words(f"两个问题都是第{number}号", f"two findings have the number {number}"),
                Words("给其中一个换一个编号", "give one of them another number"),
                origin.at("number") if finding.number else origin,
            )
        numbers.add(number)
    yield from _items(inspection)


def _items(inspection: Inspection) -> Iterator[Diagnostic]:
    """Findings of what is not on the checklist, and more items with a finding than there are findings."""
    known = [item.what for item in inspection.items]
    for index, finding in enumerate(inspection.findings):
        if finding.item and finding.item not in known:
            near = difflib.get_close_matches(finding.item, known, n=1, cutoff=0.4)
            yield Diagnostic(
                E_INSPECTION_ITEM,
                Words(f"检查项目里没有“{finding.item}”", f"“{finding.item}” is not on the checklist"),
                Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
                if near
                else Words("写检查项目里的内容", "write what stands on the checklist"),
                inspection.origin.at("findings", index, "item"),
            )
    bad = sum(item.result is Outcome.FINDING for item in inspection.items)
    if bad > len(inspection.findings):
        yield Diagnostic(
            E_INSPECTION_ITEM,
            Words(
                f"{bad}个项目写着有问题，只列了{len(inspection.findings)}个问题",
                f"{bad} items have a finding, {len(inspection.findings)} are listed",
            ),
            Words("把问题逐个写进 发现问题", "write each of them under findings"),
            inspection.origin.at("items"),
        )


def _texts(inspection: Inspection) -> Iterator[tuple[KeyPath, str]]:
    """All texts in which nobody may be named."""
    for key in ("title", "grid", "note", "body"):
        yield (key,), getattr(inspection, key)
    yield from ((("by", n), text) for n, text in enumerate(inspection.by))
    for group, keys in (
        ("items", ("what", "note")),
        ("findings", ("what", "where", "by")),
        ("equipment", ("what", "where")),
        ("patrols", ("what",)),
    ):
        for number, each in enumerate(getattr(inspection, group)):
            yield from (((group, number, key), getattr(each, key)) for key in keys)
    for number, patrol in enumerate(inspection.patrols):
        yield from ((("patrols", number, "by", n), text) for n, text in enumerate(patrol.by))


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Re-visits of findings that none of the place's inspections has."""
    known = {each.id: each for each in records.of(Inspection) if each.id}
    for follow_up in records.of(FollowUp):
        inspection = known.get(follow_up.of.removeprefix("inspection/"))
        if follow_up.finding is None or inspection is None:
            continue
        numbers = [number_of(inspection, index) for index in range(len(inspection.findings))]
        if follow_up.finding not in numbers:
            listed = "、".join(map(str, numbers)) or "0"
            yield Diagnostic(
                E_INSPECTION_REVISIT,
                Words(
                    f"“{inspection.title}”里没有第{follow_up.finding}号问题",
                    f"“{inspection.title}” has no finding no. {follow_up.finding}",
                ),
                Words(f"可以写：{listed}", f"write one of: {listed}"),
                follow_up.origin.at("finding"),
            )
