"""What holds of a rating batch: asked, issued, returned and valid never grow; grades make up the base.

What may disagree without being wrong (`disagreements`) is told by the check and beside the figures of the page alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.by_building import check_buildings
from noticeboard.kinds.rating.record import Batch, base_of
from noticeboard.kinds.reconcile import Reconciled, parts_against_whole, rate_without_base
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.quantity import Hedge, Quantity

E_RATING_ORDER = code(
    "E-RATING-ORDER", "评价批次的票数前后矛盾", "numbers of a rating batch that contradict each other"
)
E_RATING_EMPTY = code("E-RATING-EMPTY", "评价批次里没有结果", "a rating batch without a result")
_NAMES = {
    "asked": Words("调查对象", "asked"),
    "issued": Words("发出", "issued"),
    "returned": Words("收回", "returned"),
    "valid": Words("有效", "valid"),
}


def disagreements(batch: Batch) -> Iterator[tuple[KeyPath, Reconciled]]:
    """The field and what to say of grades that do not make the base, and of rates without one."""
    base = base_of(batch)
    if base is not None:
        found = parts_against_whole([each.count for each in batch.by_grade], base, "张")
        if found:
            yield (("valid",) if batch.valid else ("returned",)), found
        return
    for index, each in enumerate(batch.reported):
        yield ("reported", index, "rate"), rate_without_base(Words(each.what, each.what), each.rate)


def check(batch: Batch) -> Iterator[Diagnostic]:
    """What is wrong with one batch."""
    chain = [
        ("asked", batch.asked),
        ("issued", batch.issued),
        ("returned", batch.returned),
        ("valid", batch.valid),
    ]
    known = [(key, number) for key, number in chain if number is not None]
    for (more, larger), (key, smaller) in pairwise(known):
        if larger.hedge is smaller.hedge is Hedge.EXACT and smaller.value > larger.value:
            yield _contradiction(batch, more, larger, key, smaller)
    for path, found in disagreements(batch):
        yield found.diagnostic(batch.origin.at(*path))
    if not (batch.by_grade or batch.reported or batch.returned):
        yield Diagnostic(
            E_RATING_EMPTY,
            Words(f"“{batch.title}”没有票数也没有比率", f"“{batch.title}” has neither numbers nor rates"),
            Words("写 各等级、收回 或 报告的比率", "write by_grade, returned or reported"),
            batch.origin,
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Counts of buildings that the place does not have."""
    for batch in records.of(Batch):
        yield from check_buildings(batch.by_building, records.place, batch.origin, batch.returned)


def _contradiction(batch: Batch, more: str, larger: Quantity, key: str, smaller: Quantity) -> Diagnostic:
    first, second = _NAMES[more], _NAMES[key]
    return Diagnostic(
        E_RATING_ORDER,
        Words(
            f"{second.zh}{smaller.text('zh')}，多于{first.zh}{larger.text('zh')}",
            f"{smaller.text('en')} {second.en} of {larger.text('en')} {first.en}",
        ),
        Words("核对两个数", "check both numbers"),
        batch.origin.at(key),
    )
