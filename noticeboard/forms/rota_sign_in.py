"""值班签到表: the shifts of a rota with who serves, and empty places to sign; the light half of it.

    FORM ─ a place has rotas ▶ rota_sheets (loaded then) ─▶ sheets

The list of forms is at hand in every build, rotas are in few places; so what lays them out is loaded where it is
asked for.
"""

from __future__ import annotations

from typing import Any

from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made
from noticeboard.kind import Kind, kinds_of
from noticeboard.kinds import KINDS
from noticeboard.languages import Words
from noticeboard.later import Later
from noticeboard.locality import Locality

KIND = BoardKind(
    "rota-sign-in",
    Words("值班签到表", "sign-in sheet of a duty rota"),
    "forms/rota-sign-in.html",
    ("a4-portrait",),
    Words(
        "值班表一个月的班次，日期、时段、值班人已印好，签到和签退留空",
        "the shifts of a month with day, hours and names, and room to sign in and out",
    ),
)
_LAID_OUT = Later("forms.rota_sheets", "lay_out")
_ROTAS = Later("forms.rota_sheets", "rotas_to_sign")


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The sheets of the rota that `record` names, or of all that hold or are to come; `count` is a number of sets."""
    made: Made = _LAID_OUT.declaration(KIND, locality, options, frame)
    return made


def _has_rotas(locality: Locality) -> bool:
    recorded = any(kind.name == "rota" for kind in locality.once(_kinds))
    return recorded and bool(_ROTAS.declaration(locality))


def _kinds(locality: Locality) -> tuple[Kind[Any], ...]:
    return kinds_of(locality, KINDS)


FORM = FormKind(KIND, _has_rotas, lay_out)
