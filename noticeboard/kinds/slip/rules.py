"""What is wrong with slips: parts out of order, numbers twice or missing, a name where none may be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.numbered import last_numbered, missing, repeated
from noticeboard.kinds.slip.record import STAGES, Slip, Step
from noticeboard.languages import Words
from noticeboard.locality import Records

E_SLIP_ORDER = code("E-SLIP-ORDER", "四联单的次序不对", "the parts of a slip are out of order")
E_SLIP_NUMBER = code("E-SLIP-NUMBER", "单号重复", "two slips with one number")
N_SLIP_GAP = code("N-SLIP-GAP", "单号有缺", "a gap in the numbers of slips")

NAMES = {
    "ordered": Words("点单", "the order"),
    "dispatched": Words("下单", "the dispatch"),
    "accepted": Words("接单", "the acceptance"),
    "rated": Words("评单", "the rating"),
}


def check(slip: Slip) -> Iterator[Diagnostic]:
    """What is wrong with one slip."""
    found: list[tuple[str, Step | None]] = [(stage, getattr(slip, stage)) for stage in STAGES]
    for (earlier, before), (later, after) in pairwise(found):
        if after is not None and before is None:
            yield _missing(slip, earlier, later)
        elif after is not None and before is not None and after.when.last < before.when.first:
            yield _early(slip, earlier, before, later, after)
    if slip.ordered is None and not any(step for _, step in found):
        yield _missing(slip, "ordered", "")
    texts: list[tuple[KeyPath, str]] = [
        ((key,), getattr(slip, key)) for key in ("what", "note", "body", "withdrawn")
    ]
    for stage, step in found:
        if step is not None:
            texts += [((stage, "by"), step.by), ((stage, "what"), step.what)]
    yield from nameless(texts, slip.origin)


def _missing(slip: Slip, earlier: str, later: str) -> Diagnostic:
    first, second = NAMES[earlier], NAMES.get(later)
    message = (
        Words(f"有{second.zh}，没有{first.zh}", f"{second.en} stands here without {first.en}")
        if second
        else Words(f"没有{first.zh}", f"{first.en} is missing")
    )
    remedy = Words(
        f"补上 {first.zh}: {{经手: …, 时间: …}}；次序是点单、下单、接单、评单",
        f"add {earlier}: {{by: …, when: …}}; the order is {', '.join(STAGES)}",
    )
    return Diagnostic(E_SLIP_ORDER, message, remedy, slip.origin.at(later) if later else slip.origin)


def _early(slip: Slip, earlier: str, before: Step, later: str, after: Step) -> Diagnostic:
    first, second = NAMES[earlier], NAMES[later]
    return Diagnostic(
        E_SLIP_ORDER,
        Words(
            f"{second.zh}（{after.when.text('zh')}）早于{first.zh}（{before.when.text('zh')}）",
            f"{second.en} ({after.when.text('en')}) comes before {first.en} ({before.when.text('en')})",
        ),
        Words("核对两个日期", "check both dates"),
        slip.origin.at(later, "when"),
    )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Numbers that stand twice, and gaps between the first and the last."""
    slips = records.of(Slip)
    for slip in repeated(slips):
        yield Diagnostic(
            E_SLIP_NUMBER,
            Words(f"单号{slip.number}用了两次", f"the number {slip.number} stands twice"),
            Words("核对纸质单，改成实际的单号", "look at the paper and write the number on it"),
            slip.origin.at("number"),
        )
    gap = missing(slips)
    if gap:
        yield Diagnostic(
            N_SLIP_GAP,
            Words(f"单号缺{gap.zh}", f"numbers of slips are missing: {gap.en}"),
            Words(
                "补录缺的单；作废的写一条，填撤单原因", "add them; of a spoiled one write why in withdrawn"
            ),
            last_numbered(slips).origin.at("number"),
        )
