"""Places with tasks and notices, built from the YAML that a test writes, without a file or a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.kind import Kind
from noticeboard.kinds.notice import KIND as NOTICE
from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.task import KIND as TASK
from noticeboard.locality import Context, Locality, Records, Target
from noticeboard.planning.summary import changes_of, counts_of, dates_by_kind, latest_by_kind, summarize
from noticeboard.reading.decode import decode
from noticeboard.reading.yaml import load
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme
from noticeboard.summary import Summary

KINDS: dict[str, Kind[Any]] = {"task": TASK, "notice": NOTICE, "organization": ORGANIZATION}


def records_of(kind: str, text: str, settings: Settings | None = None) -> tuple[Any, ...]:
    """The records in a list file, settled by the settings."""
    rows, found = load(text, f"content/a/{KINDS[kind].folder}.yml")
    assert isinstance(rows, list), found
    decoded = []
    for index, row in enumerate(rows):
        record, found = decode(
            row, KINDS[kind].record, Origin(f"content/a/{KINDS[kind].folder}.yml", (index,))
        )
        assert record is not None, found
        decoded.append(KINDS[kind].settle(record, settings or Settings(title="示例"))[0])
    return tuple(decoded)


def found_in(kind: str, text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    """Code and key path (without the number of the row) of all that is wrong with the records of a list file."""
    found: Iterable[Diagnostic] = (
        each for record in records_of(kind, text) for each in KINDS[kind].check(record)
    )
    return [(each.code, each.origin.path[1:]) for each in found]


def locality(
    today: str = "2026-11-20",
    *,
    path: str = "/a",
    level: Level = Level.COMPOUND,
    tasks: str = "[]",
    notices: str = "[]",
    organizations: str = "[]",
    children: tuple[Summary, ...] = (),
    shared: tuple[tuple[Any, str], ...] = (),
    names: tuple[str, ...] = (),
    sample: bool = False,
    settings: Settings | None = None,
) -> Locality:
    """A place with the tasks, notices and organizations of list files; `names` are paths of places it names."""
    settings = settings or Settings(title="示例站")
    written = {"task": tasks, "notice": notices, "organization": organizations}
    by_type = tuple((KINDS[kind].record, records_of(kind, text, settings)) for kind, text in written.items())
    place = Place(kind=level, name="示例小区", sample=sample, origin=Origin(f"content{path}/place.yml"))
    records = Records(path, place, by_type)
    day = date.fromisoformat(today)
    kinds = tuple(KINDS.values())
    dated = dates_by_kind(records, kinds)
    changes_on = min(changes_of(records, records, dated, kinds, day), default=None)
    own = counts_of(records, kinds, day), latest_by_kind(dated, place, day), changes_on
    summary = summarize(place, path, own, children, kinds, sample=sample)
    targets = tuple(
        (("place", name), Target("place", "", name, f"示例{name[-1]}号院", f"{name}/")) for name in names
    )
    context = Context(settings, day, sample=sample, ancestors=(("示例站", "/"),), targets=targets)
    return Locality(records, shared, summary, context)


def child(name: str, **counts: int) -> Summary:
    """The summary of a child place; `_` in the keys of its counts stands for `.`."""
    found = tuple(sorted((key.replace("_", "."), number) for key, number in counts.items()))
    return Summary(f"/a/{name}", name, "compound", sample=False, counts=found)


def view_of(place: Locality, url: str) -> Any:
    """The view of the page at `url`."""
    pages = {page.url: page for kind in KINDS.values() for page in kind.pages(place)}
    return pages[url].view


def panel_of(place: Locality, template: str) -> Any:
    """The view of a panel, or None where it is not drawn."""
    panels = [panel for kind in KINDS.values() for panel in kind.panels(place)]
    return next((panel.view for panel in panels if panel.template == template), None)


def figures_of(place: Locality) -> dict[str, str]:
    """The large figures: label and what stands under it."""
    figures = [figure for kind in (TASK, NOTICE) for figure in kind.key_figures(place)]
    return {figure.label: f"{figure.value}{figure.unit} {figure.base}" for figure in figures}


def rendered(place: Locality) -> dict[str, str]:
    """The HTML of every page of the place's own kinds by its url, under the default theme."""
    renderer = Renderer(Theme((default_theme(),)), place.language)
    return {
        page.url: renderer.render(page, version="").decode()
        for kind in (TASK, NOTICE)
        for page in kind.pages(place)
    }
