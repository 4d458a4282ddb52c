"""What a run tells whoever asked for it."""

from __future__ import annotations

from dataclasses import replace

from noticeboard.building.knowledge import Run
from noticeboard.building.request import BuildResult
from noticeboard.building.withheld import withheld_line
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Report, Severity
from noticeboard.planning.outline import withheld_of
from noticeboard.reading.files import read_text
from noticeboard.reading.positions import complete
from noticeboard.reading.shapes import learn_spellings, spellings


def result_of(run: Run) -> BuildResult:
    """The result of a run, its problems with lines and columns."""
    settings = run.found.settings
    report = _completed(run)
    result = BuildResult(
        report=report,
        language=settings.words_in if settings is not None else None,
        settings_failed=settings is None or _has_site_errors(report),
        strict=run.strict,
    )
    if run.site is None or run.whole is None:
        return result
    made = run.made.values()
    withheld = withheld_of(iter(run.site.outlines.values()))
    planned = replace(
        result,
        pages=sum(each.page_count for each in made) + len(run.whole_pages),
        boards=sum(each.board_count for each in made),
        pdfs=sum(each.pdf_count for each in made),
        withheld=withheld,
        withheld_lines=tuple(withheld_line(*each) for each in withheld),
        changes_on=run.site.summaries[""].changes_on,
    )
    return planned if run.released is None else _with_counts(planned, run)


def _with_counts(planned: BuildResult, run: Run) -> BuildResult:
    """The result of a run that was released: which files were made, how many were kept, written and deleted."""
    assert run.whole is not None
    assert run.released is not None
    made = run.made.values()
    done = {each.path: each for each in run.done}
    in_order = [done[path] for path in run.made if path in done]
    built = [each for place in in_order for each in place.built]
    files = sum(len(each.paths) for each in made) + len(run.whole.entries)
    built.extend(run.whole.built)
    gone = [state.made.paths for path, state in run.before.items() if path not in run.made]
    dropped = sum(len(each.dropped) for each in in_order) + len(run.whole.dropped)
    dropped += sum(len(paths) for paths in gone)
    return replace(
        planned,
        built=tuple(built),
        kept=files - len(built),
        dropped=dropped,
        drawn=sum(each.drawn for each in run.done),
        written=len(run.released.written),
        deleted=len(run.released.deleted),
    )


def _has_site_errors(report: Report) -> bool:
    return any(each.origin.file == "content/site.yml" for each in report.of(Severity.ERROR))


def _completed(run: Run) -> Report:
    """The report with lines and columns, which are looked up only now, each diagnostic once."""
    snapshot = run.found.snapshot

    def read(file: str) -> str | None:
        return read_text(snapshot, file)[0] if file in snapshot.paths else None

    told = tuple(dict.fromkeys(run.report))
    open_ones = [each for each in told if not _is_complete(each)]
    if not open_ones:
        return Report(list(told))
    learn_spellings(Settings)  # which need not have been decoded in this run
    completed = dict(zip(open_ones, complete(open_ones, read, aliases=spellings), strict=True))
    return Report(list(dict.fromkeys(completed.get(each, each) for each in told)))


def _is_complete(diagnostic: Diagnostic) -> bool:
    return diagnostic.position is not None and bool(diagnostic.source_line)
