"""Click in two languages: commands, options and usage errors in the words of the user.

Click builds a command from texts, so commands are built for one language, after that is known. What click
says in English itself (headings, usage errors) is said here instead; an error of click that has no words
here is shown as click wrote it.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from noticeboard.commands.invocation import Invocation
from noticeboard.diagnostics import Problem
from noticeboard.languages import Language, Words
from noticeboard.values.date_text import parse_day

USAGE = Words("用法：", "Usage: ")
OPTIONS = Words("选项", "Options")
COMMON_OPTIONS = Words("各命令通用的选项", "Options of every command")
COMMANDS = Words("命令", "Commands")
HELP = Words("显示这份说明", "show this text and exit")
DIRECTORY = Words("站点所在的文件夹，里面有 content/", "the site's folder, which holds content/")
LANG = Words("说明和消息用中文还是英文", "language of help and messages")
QUIET = Words("只说问题", "say only what is wrong")
VERBOSE = Words(
    "逐页说明原因；程序出错时显示细节", "name every page with its reason; show details of a fault"
)


class Command(click.Command):
    """A command whose help is in one language."""

    def __init__(self, *, language: Language, **settings: Any) -> None:
        super().__init__(add_help_option=False, options_metavar=None, **settings)
        self.language = language
        self.params = [*self.params, *common_options(language)]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the name in the usage line."""
        pieces = super().collect_usage_pieces(ctx)
        return [Words("[选项]", "[OPTIONS]").to(self.language), *pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        write_usage(self, ctx, formatter, self.language)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own options, then those of every command."""
        write_options(self, ctx, formatter, self.language)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments apart; those that are left over are named in the user's language."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            named = " ".join(rest)
            message = Words(f"多出来的内容：{named}", f"too many arguments: {named}")
            raise click.UsageError(message.to(self.language), ctx)
        return rest


Make = Callable[[Invocation], click.Command]


class Group(click.Group):
    """Commands that are imported when one of them is called; `summaries` are all that help needs of them."""

    def __init__(
        self,
        *,
        invocation: Invocation,
        summaries: dict[str, Words],
        find: Callable[[str], Make],
        **settings: Any,
    ) -> None:
        super().__init__(
            add_help_option=False,
            options_metavar=None,
            subcommand_metavar=None,
            invoke_without_command=True,
            callback=_show_help_without_command,
            **settings,
        )
        self.invocation = invocation
        self.language = invocation.language
        self.summaries = summaries
        self.find = find
        self.params = [*self.params, *common_options(self.language)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they are declared."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        return self.find(cmd_name)(self.invocation) if cmd_name in self.summaries else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; an unknown one is refused with the nearest name."""
        if args[0] not in self.summaries and not ctx.resilient_parsing:
            message = Words(f"没有“{args[0]}”这个命令", f"there is no command “{args[0]}”")
            near = difflib.get_close_matches(args[0], self.summaries, n=1)
            raise click.UsageError(message.to(self.language) + _guess(near, self.language), ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        write_usage(self, ctx, formatter, self.language)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        write_options(self, ctx, formatter, self.language)
        rows = [(name, words.to(self.language)) for name, words in self.summaries.items()]
        with formatter.section(COMMANDS.to(self.language)):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the name in the usage line."""
        return [Words("[选项] 命令 …", "[OPTIONS] COMMAND …").to(self.language)]


@click.pass_context
def _show_help_without_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


class CommonOption(click.Option):
    """An option of every command; `read_invocation` has read its value already."""


def common_options(language: Language) -> list[click.Parameter]:
    """The options that every command takes."""
    settings: dict[str, Any] = {"expose_value": False}
    return [
        CommonOption(["-C", "directory"], metavar="DIR", help=DIRECTORY.to(language), **settings),
        CommonOption(["--lang"], type=click.Choice(["zh", "en"]), help=LANG.to(language), **settings),
        CommonOption(["-q", "--quiet"], is_flag=True, help=QUIET.to(language), **settings),
        CommonOption(["-v", "--verbose"], is_flag=True, help=VERBOSE.to(language), **settings),
        CommonOption(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            callback=_show_help,
            help=HELP.to(language),
            **settings,
        ),
    ]


def _show_help(ctx: click.Context, _parameter: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def write_usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, language: Language
) -> None:
    """The usage line of a command."""
    pieces = [piece for piece in command.collect_usage_pieces(ctx) if piece]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=USAGE.to(language))


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, language: Language
) -> None:
    """The options of a command, its own before the common ones."""
    own: list[tuple[str, str]] = []
    common: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and not isinstance(parameter, click.Argument):
            (common if isinstance(parameter, CommonOption) else own).append(record)
    for heading, rows in ((OPTIONS, own), (COMMON_OPTIONS, common)):
        if rows:
            with formatter.section(heading.to(language)):
                formatter.write_dl(rows)


JOBS = Words(
    "最多用几个进程（默认：有几个处理器就用几个；内容少时只用一个）",
    "processes at most (default: one a processor; one alone for little work)",
)


def jobs_option(language: Language) -> click.Option:
    """`--jobs`, the most processes that may work at the same time."""
    return click.Option(
        ["--jobs"], metavar="N", type=click.IntRange(1, 64), default=None, help=JOBS.to(language)
    )


def day_option(help_text: Words, language: Language) -> click.Option:
    """`--date`: a day in any spelling that content files may use for a day; the value is named `day`."""

    def parse(ctx: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
        try:
            return parse_day(text) if text is not None else None
        except Problem as problem:
            semicolon = Words("；", "; ").to(language)
            said = problem.message.to(language) + semicolon + problem.remedy.to(language)
            raise click.BadParameter(said, ctx) from None

    return click.Option(["--date", "day"], metavar="DATE", callback=parse, help=help_text.to(language))


def port_option(help_text: Words, language: Language) -> click.Option:
    """`--port`: a TCP port, 1 to 65535."""

    def parse(ctx: click.Context, _parameter: click.Parameter, text: str | None) -> int | None:
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
            message = Words(f"“{text}”不是 1 到 65535 的端口号", f"“{text}” is not a port from 1 to 65535")
            raise click.BadParameter(message.to(language), ctx)
        return int(text)

    return click.Option(["--port"], metavar="N", callback=parse, help=help_text.to(language))


def explain(error: click.ClickException, language: Language) -> str:
    """A usage error in words, with where to read more."""
    lines = [Words("错误：", "Error: ").to(language) + _reason(error, language)]
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        lines.insert(0, ctx.get_usage())
        path = f"{ctx.command_path} --help"
        lines.append(Words(f"运行 {path} 查看说明", f"For more: {path}").to(language))
    return "\n".join(lines)


def _reason(error: click.ClickException, language: Language) -> str:
    if isinstance(error, click.NoSuchOption):
        message = Words(f"没有“{error.option_name}”这个选项", f"there is no option “{error.option_name}”")
        return message.to(language) + _guess(error.possibilities or (), language)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = _named(error.param)
        return Words(f"缺少 {name}", f"{name} is missing").to(language)
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        return Words(f"选项 {name} 后面要写一个值", f"the option {name} needs a value").to(language)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name, said = _named(error.param), error.message
        if isinstance(error.param.type, click.Choice):
            values = [str(value) for value in error.param.type.choices]
            said = Words("只能写 " + "、".join(values), "must be one of " + ", ".join(values)).to(language)
        elif isinstance(error.param.type, click.IntRange):
            said = _bounds(error.param.type).to(language)
        return Words(f"{name} 的值不对：{said}", f"the value of {name} is wrong: {said}").to(language)
    return error.format_message()


def _bounds(numbers: click.IntRange) -> Words:
    """The whole numbers that are taken."""
    if numbers.max is None:
        return Words(f"写 {numbers.min} 或更大的整数", f"write a whole number from {numbers.min} on")
    return Words(
        f"写 {numbers.min} 到 {numbers.max} 的整数",
        f"write a whole number from {numbers.min} to {numbers.max}",
    )


def _named(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len)


def _guess(near: Sequence[str], language: Language) -> str:
    return Words(f"；是不是 {near[0]}？", f"; did you mean {near[0]}?").to(language) if near else ""
