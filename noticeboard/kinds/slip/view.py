"""Slips as pages show them: open ones by stage, how long each stage takes, every slip with who and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    DocumentView,
    Event,
    Figures,
    Heading,
    Linked,
    Marked,
    Section,
    Steps,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table, count_or_blank
from noticeboard.kinds.slip.record import STAGES, Slip, is_open, stage_of, steps_of
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.partial_date import PartialDate, latest
from noticeboard.values.quantity import Quantity

FOLDER, ORDER, SHOWN = "slips", 63, 6
TITLE = Words("四联单", "Four-part slips")
LABELS = {
    "ordered": Words("点单", "Ordered"),
    "dispatched": Words("下单", "Dispatched"),
    "accepted": Words("接单", "Accepted"),
    "rated": Words("评单", "Rated"),
}
COMPLETED = Words("办完并评单", "Completed and rated")
OPEN = Words("未办完，已到", "Open, at")
COUNT, UNIT = Words("单数", "Slips"), Words("单", "")
BETWEEN = Words("{a}到{b}", "{a} to {b}")
HALF = Words("一半在{n}天以内（{of}单）", "half within {n} day{s} ({of} slips)")
TIMES, TIME = Words("各环节用时", "Time between stages"), Words("用时", "Time")
NUMBER, WHAT, STATE = Words("{n}号", "no. {n}"), Words("事项", "What"), Words("进展", "State")
WITHDRAWN = Words("已撤单", "withdrawn")


def label(locality: Locality, stage: str) -> str:
    """What a part is called here."""
    own: str = getattr(locality.context.settings.slips, stage)
    return own or locality.words(LABELS[stage])


def in_order(locality: Locality) -> list[Slip]:
    """Slips that have been ordered, open ones first, then the latest."""
    today = locality.today
    known = [slip for slip in locality.records.of(Slip) if stage_of(slip, today) or slip.withdrawn]
    return sorted(known, key=lambda slip: (not is_open(slip, today), -slip.number))


def durations(slips: Sequence[Slip], today: date) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """For each two neighbouring stages the days between them, of the slips whose dates are known to the day."""
    for earlier, later in pairwise(STAGES):
        days = []
        for slip in slips:
            found = dict(steps_of(slip, today))
            if earlier in found and later in found:
                first, second = found[earlier].when, found[later].when
                if first.first == first.last and second.first == second.last:
                    days.append((second.first - first.first).days)
        if days:
            yield earlier, later, tuple(sorted(days))


def panels(locality: Locality) -> Iterator[Panel]:
    """The completed of all, open slips by stage, times, and the slips to follow."""
    slips, url = in_order(locality), locality.records.url
    blocks = [
        *_figures(locality),
        *_open(locality, slips),
        *_times(locality, slips),
        *_table(locality, slips[:SHOWN], url),
    ]
    blocks.extend(_places(locality))
    if blocks:
        more = (len(slips), relative(url, locality.url(FOLDER))) if slips else None
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), more))


def pages(locality: Locality) -> Iterator[Page]:
    """Every slip with who and when at each part."""
    slips = in_order(locality)
    if not slips:
        return
    url, words = locality.url(FOLDER), locality.words
    blocks: list[Block] = []
    for slip in slips:
        number = words(NUMBER).format(n=slip.number)
        blocks.append(Heading(f"{number} {slip.what}", f"slip-{slip.number}", state_of(locality, slip)))
        blocks.append(Steps(tuple(_events(locality, slip))))
    sections = (
        Section(
            words(TITLE), "sums", (*_figures(locality), *_open(locality, slips), *_times(locality, slips))
        ),
        Section(words(Words("逐单", "One by one")), "all", tuple(blocks)),
    )
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, words(TITLE)), sections))


def _events(locality: Locality, slip: Slip) -> Iterator[Event]:
    for stage, step in steps_of(slip, locality.today):
        said = locality.words(Words("：", ": ")).join(
            part for part in (label(locality, stage), step.by) if part
        )
        yield Event(step.when.text(locality.language), said, step.what)


def state_of(locality: Locality, slip: Slip) -> Marked:
    """The last part that was filled in."""
    if slip.withdrawn:
        return Marked("dash", locality.words(WITHDRAWN), slip.withdrawn)
    stage = stage_of(slip, locality.today)
    return Marked(
        "tick" if stage == "rated" else "half" if stage == "accepted" else "ring", label(locality, stage)
    )


def _figures(locality: Locality) -> Iterator[Block]:
    summary = locality.summary
    whole = summary.count("slips")
    if not whole:
        return
    days = (step.when for slip in locality.records.of(Slip) for _, step in steps_of(slip, locality.today))
    last: PartialDate | None = latest(days, by=locality.today)
    line = rate_line(
        locality.words(COMPLETED),
        Quantity(Decimal(summary.count("slips.rated"))),
        Quantity(Decimal(whole)),
        locality.language,
        unit=locality.words(UNIT),
        as_of=last.text(locality.language) if last else locality.as_of("slip"),
    )
    if line:
        yield Figures((line,))


def _open(locality: Locality, slips: Sequence[Slip]) -> Iterator[Block]:
    stages = [stage_of(slip, locality.today) for slip in slips if is_open(slip, locality.today)]
    rows = tuple((label(locality, stage), f"{stages.count(stage)}") for stage in STAGES if stage in stages)
    if rows:
        words = locality.words
        yield Table(words(OPEN), ((words(OPEN), "text"), (words(COUNT), "number")), rows)


def _times(locality: Locality, slips: Sequence[Slip]) -> Iterator[Block]:
    words, rows = locality.words, []
    for earlier, later, days in durations(slips, locality.today):
        middle = float(median(days))
        half = f"{middle:g}"
        between = words(BETWEEN).format(a=label(locality, earlier), b=label(locality, later))
        rows.append((between, words(HALF).format(n=half, s=ending(half), of=len(days))))
    if rows:
        yield Table(words(TIMES), ((words(TIMES), "text"), (words(TIME), "text")), tuple(rows))


def _table(locality: Locality, slips: Sequence[Slip], page_url: str) -> Iterator[Block]:
    if not slips:
        return
    words = locality.words
    rows = tuple(_row(locality, slip, page_url) for slip in slips)
    yield Table(words(TITLE), ((words(WHAT), "text"), (words(STATE), "text")), rows)


def _row(locality: Locality, slip: Slip, page_url: str) -> tuple[Cell, ...]:
    text = f"{locality.words(NUMBER).format(n=slip.number)} {slip.what}"
    link = relative(page_url, f"{locality.url(FOLDER)}#slip-{slip.number}")
    return (Linked(text, link), state_of(locality, slip))


def _places(locality: Locality) -> Iterator[Block]:
    columns = (("slips", COUNT), ("slips.rated", COMPLETED))
    yield from child_table(locality, TITLE, columns, FOLDER, write=count_or_blank)
