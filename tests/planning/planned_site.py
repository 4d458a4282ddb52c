"""A small site written inline, as it is planned: what every place is told, and its public records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from written_site import TODAY, read, told

from noticeboard.kinds import KINDS
from noticeboard.locality import Locality
from noticeboard.planning.outline import Outlined, outline_of
from noticeboard.planning.site import Site, gather
from noticeboard.summary import Summary


def planned(root: Path, files: dict[str, str], today: date = TODAY) -> tuple[Site, dict[str, Outlined]]:
    """The site as it is planned, of files without errors, and every place with its public records."""
    reading = read(root, files)
    assert reading.settings is not None
    places = {each.path: outline_of(each, reading.settings, today, KINDS) for each in reading.places}
    outlines = {path: each.outline for path, each in places.items()}
    rules = {path: each.rules for path, each in places.items()}
    site, found = gather(outlines, rules, reading.settings, today, KINDS)
    problems = told(root, (*reading.diagnostics, *found))
    assert problems == [], problems
    return site, places


def summaries(root: Path, files: dict[str, str], today: date = TODAY) -> dict[str, Summary]:
    """The summary of every place of the site."""
    return planned(root, files, today)[0].summaries


def localities(root: Path, files: dict[str, str], today: date = TODAY) -> dict[str, Locality]:
    """Every place of the site as its pages are planned from it."""
    site, places = planned(root, files, today)
    return {path: site.given_to(path).locality(each.web, on_wall=False) for path, each in places.items()}
