"""What is wrong with the settings of a site beyond their types: boards, sheets, privacy, calendar.

    Settings ─ site_rules ▶ Diagnostics

Apart from the other rules, because it alone must know which boards there are.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.size_text import distance_of, sheet_named
from noticeboard.checking.procedures import check_procedures
from noticeboard.checking.redaction import strictest
from noticeboard.config import E_SETTING, PrivacyChoice, Settings
from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.forms.catalogue import FORMS
from noticeboard.kind import Kind
from noticeboard.kinds.duties import check_catalogue
from noticeboard.kinds.notice import check_calendar
from noticeboard.languages import Words
from noticeboard.reading.shapes import shape_of
from noticeboard.records import Consent, Privacy

W_NO_ADDRESS = code(
    "W-NO-ADDRESS", "没有网址，公示栏上印不了二维码", "without an address boards carry no QR code"
)


def site_rules(settings: Settings, kinds: tuple[Kind[Any], ...]) -> Iterator[Diagnostic]:
    """What is wrong with the settings beyond their types."""
    if not settings.base_url:
        yield Diagnostic(
            W_NO_ADDRESS,
            Words("没有写网址，公示栏上不印二维码", "without base_url no board carries a QR code"),
            Words(
                "网站有地址后加一行 base_url: https://…/",
                "add base_url: https://…/ once the site has an address",
            ),
            settings.origin.at("title"),
        )
    boards = settings.boards
    kinds_of_boards = [
        name for kind in (*BOARD_KINDS, *(each.kind for each in FORMS)) for name in (kind.key, kind.words.zh)
    ]
    for number, name in enumerate(boards.kinds):
        if name not in kinds_of_boards:
            yield _no_choice(name, kinds_of_boards, settings.origin.at("boards", "kinds", number))
    for number, name in enumerate(boards.sizes):
        yield from _told(sheet_named, name, settings.origin.at("boards", "sizes", number))
    if boards.distance:
        yield from _told(distance_of, boards.distance, settings.origin.at("boards", "distance"))
    yield from check_calendar(settings)
    yield from check_procedures(settings)
    yield from check_catalogue(settings)
    if settings.privacy:  # to look at the fields of all kinds takes longer than all else here
        yield from _policies(settings, kinds)


def _policies(settings: Settings, kinds: tuple[Kind[Any], ...]) -> Iterator[Diagnostic]:
    """What is wrong with the policies of personal fields."""
    personal = dict(name for kind in kinds for name in _personal_fields(kind.name, kind.record))
    for number, rule in enumerate(settings.privacy):
        origin = settings.origin.at("privacy", number)
        if rule.field not in personal:
            yield _no_personal_field(rule.field, sorted(personal), origin.at("field"))
        elif strictest(personal[rule.field], rule.policy.privacy) is not rule.policy.privacy:
            yield _laxer(rule.field, personal[rule.field], origin.at("policy"))


def _told(read: Callable[[str], object], text: str, origin: Origin) -> Iterator[Diagnostic]:
    """Why a text of the settings cannot be read, if it cannot."""
    try:
        read(text)
    except Problem as problem:
        yield problem.at(origin)


def _no_choice(name: str, known: list[str], origin: Origin) -> Diagnostic:
    listed = list(dict.fromkeys(known))
    return Diagnostic(
        E_SETTING,
        Words(f"“{name}”不是这里可以写的值", f"“{name}” is not a value for this setting"),
        Words(f"可以写：{'、'.join(listed)}", f"write some of: {', '.join(listed)}"),
        origin,
    )


def _personal_fields(prefix: str, group: type) -> Iterator[tuple[str, Privacy]]:
    """Every field that speaks of a person, `volunteer.skills`, and who may see it unless a site is stricter."""
    for shape in shape_of(group).fields:
        name = f"{prefix}.{shape.key}"
        if shape.inner is not None and shape.inner is not Consent:
            yield from _personal_fields(name, shape.inner)
        elif shape.declaration.is_personal:
            yield name, shape.declaration.privacy


def _no_personal_field(name: str, known: list[str], origin: Origin) -> Diagnostic:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return Diagnostic(
        E_SETTING,
        Words(f"“{name}”不是可以另设公开方式的个人字段", f"“{name}” is no personal field that has a policy"),
        Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
        if near
        else Words(f"可以写：{'、'.join(known)}", f"write one of: {', '.join(known)}"),
        origin,
    )


def _laxer(name: str, declared: Privacy, origin: Origin) -> Diagnostic:
    words = next(each.words for each in PrivacyChoice if each.privacy is declared)
    return Diagnostic(
        E_SETTING,
        Words(
            f"“{name}”本来就是“{words.zh}”，这里只能更严",
            f"“{name}” is “{words.en}”; a policy can only be stricter",
        ),
        Words("删去这一条，或写得更严", "delete it, or write a stricter one"),
        origin,
    )
