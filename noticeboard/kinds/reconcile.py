"""Do the numbers agree? Parts against wholes, stated against counted, rates without base, hedge against exact sum.

    quantities ─ parts_against_whole, stated_against_counted, rate_without_base ▶ Reconciled, or None
      ─ diagnostic ▶ `check`      ─ note ▶ the page      ─ wording ▶ how it can be said without claiming too much

What a source prints is shown as it is printed, even where it does not add up: then the page says so. Nothing is
corrected here, and no number is made up to close a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.document import FigureLine
from noticeboard.languages import Language, Words
from noticeboard.values.quantity import Quantity, may_equal, states_more, sum_quantities
from noticeboard.values.ratio import ratio

W_PARTS = code("W-PARTS", "分项与总数不符", "parts that do not make the whole")
N_PARTS = code("N-PARTS", "总数的说法比分项多", "a whole that says more than its parts")
N_MEASURE = code("N-MEASURE", "来源的数与登记的数不同", "a stated figure differs from what is counted")
N_NO_BASE = code("N-NO-BASE", "比率没有基数", "a rate without its base")

REMEDIES = {
    W_PARTS: Words(
        "核对来源；确实如此就保留，页面会注明", "check the source; if it says so, the page says so too"
    ),
    N_PARTS: Words("不用改：页面会注明", "nothing to do: the page says so"),
    N_MEASURE: Words("补齐记录，或保留：页面会注明", "add the missing records, or keep it: the page says so"),
    N_NO_BASE: Words(
        "知道件数就补上；不知道就保留，页面会标明据来源报告",
        "add the count if it is known; else keep it: the page marks it as reported",
    ),
}

SMALL_BASE = 10
"""A rate of fewer is said with its base first: one answer more would change it by over a tenth."""
SMALL = Words("基数小，仅供参考", "small base")
SLASH = Words("／", " / ")


class Reconciled(NamedTuple):
    """One disagreement: its code, what the page says of it, and a wording that claims no more than is known."""

    code: str
    note: Words
    wording: Words

    def diagnostic(self, origin: Origin) -> Diagnostic:
        """The same as `check` reports it, at the field `origin`."""
        remedy = REMEDIES[self.code]
        shown = Words(
            f"{remedy.zh}。可以这样写：{self.wording.zh}",
            f"{remedy.en}. It can be put like this: {self.wording.en}",
        )
        return Diagnostic(self.code, self.note, shown, origin)


def parts_against_whole(parts: Sequence[Quantity], whole: Quantity, unit: str = "") -> Reconciled | None:
    """What to say where `parts` cannot make `whole` (W-PARTS), or where it says more (N-PARTS)."""
    if not parts:
        return None
    made = sum_quantities(list(parts))
    note = Words(
        f"分项合计{made.text('zh')}{unit}，总数写作{whole.text('zh')}{unit}",
        f"the parts make {made.text('en')}, the whole is given as {whole.text('en')}",
    )
    wording = Words(
        f"来源写总数{whole.text('zh')}{unit}，有分项的{made.text('zh')}{unit}",
        f"{whole.text('en')} in all as the source says, {made.text('en')} by part",
    )
    if not may_equal(made, whole):
        return Reconciled(W_PARTS, note, wording)
    return Reconciled(N_PARTS, note, wording) if states_more(whole, made) else None


def stated_against_counted(stated: Quantity, counted: Quantity, unit: str = "") -> Reconciled | None:
    """What to say where a source states another number than is recorded here (N-MEASURE)."""
    if may_equal(stated, counted):
        return None
    return Reconciled(
        N_MEASURE,
        Words(
            f"来源写{stated.text('zh')}{unit}，本站已登记{counted.text('zh')}{unit}",
            f"the source says {stated.text('en')}, {counted.text('en')} are recorded here",
        ),
        Words(
            f"据来源{stated.text('zh')}{unit}，其中{counted.text('zh')}{unit}有记录",
            f"{stated.text('en')} as the source says, {counted.text('en')} of them recorded",
        ),
    )


def rate_without_base(label: Words, rate: Quantity) -> Reconciled:
    """What to say of a rate whose base the source does not give (N-NO-BASE): as reported, and no count made of it."""
    return Reconciled(
        N_NO_BASE,
        Words(
            f"{label.zh}{rate.text('zh')}据来源报告，来源没有给出件数",
            f"{label.en} {rate.text('en')} as reported by the source, which gives no count",
        ),
        Words(f"据报告，{label.zh}{rate.text('zh')}", f"{label.en} {rate.text('en')}, as reported"),
    )


def rate_line(
    label: str, part: Quantity, whole: Quantity, language: Language, *, unit: str = "", as_of: str = ""
) -> FigureLine | None:
    """`98.5%` with `1478／1500条` beside it; a small base says so; None where there is nothing to divide by."""
    if whole.value == 0:
        return None
    base = f"{part.text(language)}{SLASH.to(language)}{whole.text(language)}{unit}"
    note = SMALL.to(language) if whole.value < SMALL_BASE else ""
    return FigureLine(label, ratio(part, whole).text(language), "", base, as_of, note)
