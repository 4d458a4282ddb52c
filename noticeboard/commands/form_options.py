"""The options of `print` for a form: its kind, how many, from which number, for which record, the words on it."""

from __future__ import annotations

from typing import Any

import click

from noticeboard.forms.form import FormOptions
from noticeboard.languages import Language, Words
from noticeboard.planning.printing import FormOrder

FORM = Words(
    "印表单，不印公示栏：活动签到表、小红本、点评卡、选项单、检查表、整改提醒单（见 --list）；要写地点",
    "print a form instead of boards: sign-in sheet, service record, comment card, ballot, inspection sheet, "
    "reminder slip (see --list); needs a PLACE",
)
COPIES = Words(
    "印多少份，例如 40；活动签到表是多少张（默认一张纸）；与 --doorway 一起用，是每个楼门的点评卡",
    "how many, such as 40; of sign-in sheets how many sheets (default: one sheet of paper); with --doorway the "
    "comment cards of a doorway",
)
FIRST = Words("第一份的编号，例如 121（默认 1）", "the number of the first one, such as 121 (default: 1)")
FOR = Words(
    "给哪一条记录：点评卡写实事的 id，小红本写志愿者的 id，签到表写值班表的 id，检查表和整改提醒单写检查的 id",
    "for which record: the id of a task for comment cards, of a volunteer for a service record, of a duty rota for "
    "its sign-in sheet, of an inspection for its sheet and its reminder slips",
)
TITLE = Words("活动或表决的名称", "title of the activity or the vote")
WHEN = Words("活动的时间，印在签到表上", "when the activity is, on the sign-in sheet")
WHERE = Words("活动的地点，印在签到表上", "where the activity is, on the sign-in sheet")
CHOICE = Words(
    "选项单上的一项；可以写几次（默认是待办的实事）",
    "one choice of a ballot; may be given several times (default: the open tasks)",
)
MOST = Words("选项单上最多选几项（默认 1）", "how many choices of a ballot may be ticked (default: 1)")
OF_FORMS = {"copies": "--copies", "first": "--first", "record_id": "--for", "title": "--title"}
OF_FORMS |= {"when": "--when", "where": "--where", "choices": "--choice", "most": "--most"}
ALONE = Words("{option} 要和 --form 一起用", "{option} is used with --form")
NO_PLACE = Words(
    "表单是给一个地点印的：写 print 地点 --form {form}", "a form is for one place: print PLACE --form {form}"
)
NOT_WITH = Words("--form 和 {option} 不能一起用", "--form and {option} cannot stand together")


def form_options(language: Language) -> list[click.Parameter]:
    """The options; the numbers are checked with the form."""
    return [
        click.Option(["--form"], metavar="KIND", help=FORM.to(language)),
        click.Option(["--copies"], metavar="N", type=click.IntRange(1), help=COPIES.to(language)),
        click.Option(["--first"], metavar="N", type=click.IntRange(1), help=FIRST.to(language)),
        click.Option(["--for", "record_id"], metavar="ID", help=FOR.to(language)),
        click.Option(["--title"], metavar="TEXT", help=TITLE.to(language)),
        click.Option(["--when"], metavar="TEXT", help=WHEN.to(language)),
        click.Option(["--where"], metavar="TEXT", help=WHERE.to(language)),
        click.Option(["--choice", "choices"], metavar="TEXT", multiple=True, help=CHOICE.to(language)),
        click.Option(["--most"], metavar="N", type=click.IntRange(1), help=MOST.to(language)),
    ]


def form_order(asked: dict[str, Any], place: str | None, language: Language) -> FormOrder | None:
    """The form that is asked for; `UsageError` for options that mean nothing without one, or without a place.

    `asked` are the values of all options by name.
    """
    form = asked["form"]
    if not form:
        is_set = bool(asked["doorway"])
        for name, option in OF_FORMS.items():
            if asked[name] and not (is_set and name in ("copies", "first")):
                raise _wrong(ALONE, language, option=option)
        return None
    for name, option in (("board", "--board"), ("doorway", "--doorway"), ("record", "--record")):
        if asked[name]:
            raise _wrong(NOT_WITH, language, option=option)
    if place is None:
        raise _wrong(NO_PLACE, language, form=form)
    options = FormOptions(
        start=asked["first"] or 1,
        count=asked["copies"] or 0,
        record=asked["record_id"] or "",
        title=asked["title"] or "",
        when=asked["when"] or "",
        where=asked["where"] or "",
        choices=asked["choices"],
        most=asked["most"] or 1,
    )
    return FormOrder(form, options)


def _wrong(message: Words, language: Language, **named: str) -> click.UsageError:
    return click.UsageError(message.to(language).format(**named), click.get_current_context())
