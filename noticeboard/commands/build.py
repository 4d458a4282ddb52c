"""`build`: the site and its boards, and a summary of what was published, withheld, and when it changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from noticeboard.building.pipeline import BuildRequest, BuildResult, build
from noticeboard.building.stale import REASONS
from noticeboard.commands.command_line import Command, day_option, jobs_option
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.site import day_of, exit_code, unchanged
from noticeboard.commands.terminal import print_report, progress
from noticeboard.diagnostics import Report, Severity
from noticeboard.languages import Language, Words, ending

HELP = Words(
    "由 content/ 生成网站和可以打印的公示栏。有错误时什么也不改，原来的网站保持原样。",
    "Build the site and the printable boards from content/. With errors nothing is changed: the old site stays.",
)
OUTPUT = Words("网站放在这个文件夹（默认 site）", "folder for the site (default: site)")
DATE = Words("按这一天生成（默认今天）", "build as on this day (default: today)")
CLEAN = Words("不看上次的结果，全部重新生成", "ignore the last build and make everything anew")
DRAFTS = Words("草稿也放进网站", "publish drafts too")
PDF = Words(
    "公示栏也画成 PDF，放进网站（内容没变的不重画）",
    "draw the boards as PDFs of the site too (unchanged ones are not drawn again)",
)
STRICT = Words("警告也算错误", "count warnings as errors")
BUILDING = Words("正在生成…", "Building …")


def command(invocation: Invocation) -> Command:
    """The command `build`."""
    language = invocation.language

    def run(
        output: str | None,
        day: date | None,
        jobs: int | None,
        clean: bool,
        drafts: bool,
        pdf: bool,
        strict: bool,
    ) -> int:
        request = BuildRequest(
            root=invocation.root,
            today=day_of(invocation, day),
            output=invocation.root / output if output else None,
            drafts=drafts,
            clean=clean,
            strict=strict,
            pdf=pdf,
            jobs=jobs,
        )
        return run_build(invocation, request)

    return Command(
        language=language,
        name="build",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Option(["--output"], metavar="DIR", help=OUTPUT.to(language)),
            day_option(DATE, language),
            jobs_option(language),
            click.Option(["--clean"], is_flag=True, help=CLEAN.to(language)),
            click.Option(["--drafts"], is_flag=True, help=DRAFTS.to(language)),
            click.Option(["--pdf"], is_flag=True, help=PDF.to(language)),
            click.Option(["--strict"], is_flag=True, help=STRICT.to(language)),
        ],
    )


def run_build(invocation: Invocation, request: BuildRequest) -> int:
    """Build the site; problems go to standard error, the summary to standard output."""
    language = invocation.language
    with progress(BUILDING.to(language), is_quiet=invocation.is_quiet):
        result = build(request)
    told = Report(
        [one for one in result.report if invocation.is_verbose or one.severity is not Severity.NOTE]
    )
    if len(told):
        print_report(told, language, "text", sys.stderr)
    if not result.ok:
        click.echo(UNCHANGED.to(language), err=True)
    elif not invocation.is_quiet:
        if invocation.is_verbose:
            for path, reason in result.built:
                click.echo(f"{path}  {REASONS[reason].to(language)}")
        for line in summary(result, request.output or request.root / "site", language):
            click.echo(line)
    return exit_code(result)


UNCHANGED = Words("没有生成：网站保持原样", "Nothing was built: the site stays as it was")


def summary(result: BuildResult, output: Path, language: Language) -> Iterator[str]:
    """What was published, what was withheld and why, when it changes, where to look."""
    yield Words(
        f"共{result.pages}页，其中公示栏{result.boards}块",
        f"{result.pages} pages, of which {result.boards} boards",
    ).to(language)
    if result.pdfs:
        yield Words(
            f"PDF {result.pdfs}份，新画{result.drawn}份",
            f"{result.pdfs} PDF{ending(result.pdfs)}, {result.drawn} drawn",
        ).to(language)
    yield Words(
        f"写入{result.written}个文件，{unchanged(result)}个未变，删去{result.deleted}个",
        f"{result.written} files written, {unchanged(result)} unchanged, {result.deleted} deleted",
    ).to(language)
    for line in result.withheld_lines:
        yield Words(f"未公开：{line.zh}", f"Withheld: {line.en}").to(language)
    day = result.changes_on
    if day is not None:
        yield Words(
            f"不改内容，网站也会在{day.year}年{day.month}月{day.day}日变化：到时请再生成一次",
            f"Without any edit the site changes on {day.isoformat()}: build it again then",
        ).to(language)
    notes = len(result.report.of(Severity.NOTE))
    if notes:
        yield Words(
            f"另有{notes}个提示：运行 noticeboard check 查看",
            f"{notes} note{ending(notes)} besides: noticeboard check shows them",
        ).to(language)
    index = (output / "index.html").resolve()
    yield Words(f"打开看看：{index}", f"Open it: {index}").to(language)
