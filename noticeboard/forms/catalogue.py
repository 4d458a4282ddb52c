"""Every kind of form, in the order of the print centre; each is loaded when a place has records for it.

A new kind is one file here, one template, one entry in `FORMS`: its module, the kind of record that it is for (none
if it is for every place), key, name and sheets as its declaration says them (`tests/architecture/test_later.py`).
"""

from __future__ import annotations

from typing import cast

from noticeboard.boards.catalogue import recorded
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made
from noticeboard.languages import Words
from noticeboard.later import Later
from noticeboard.locality import Locality


def _form(module: str, of: str, key: str, words: Words, sheets: tuple[str, ...]) -> FormKind:
    kind = Later(f"forms.{module}", "KIND", key=key, words=words, sheets=sheets)
    form = Later(f"forms.{module}", "FORM")

    def makes_sense(locality: Locality) -> bool:
        return (not of or of in locality.once(recorded)) and bool(form.makes_sense(locality))

    def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
        made: Made = form.lay_out(locality, options, frame)
        return made

    return FormKind(cast("BoardKind", kind), makes_sense, lay_out)


FORMS: tuple[FormKind, ...] = (
    _form("sign_in", "", "sign-in", Words("活动签到表", "sign-in sheet"), ("a4-portrait",)),
    _form(
        "rota_sign_in",
        "rota",
        "rota-sign-in",
        Words("值班签到表", "sign-in sheet of a duty rota"),
        ("a4-portrait",),
    ),
    _form(
        "service_record",
        "volunteer",
        "service-record",
        Words("小红本（志愿服务记录）", "service record of a volunteer"),
        ("a4-landscape",),
    ),
    _form("comment_card", "task", "comment-card", Words("点评卡", "comment card"), ("a4-portrait",)),
    _form("ballot", "", "ballot", Words("选项单", "ballot or menu"), ("a4-portrait",)),
    _form("four_part_slip", "slip", "four-part-slip", Words("四联单", "four-part slip"), ("a4-portrait",)),
    _form("opinion_card", "station", "opinion-card", Words("民情速递卡", "opinion card"), ("a4-portrait",)),
    _form("inspection", "inspection", "inspection", Words("检查表", "inspection sheet"), ("a4-portrait",)),
    _form("reminder", "inspection", "reminder", Words("整改提醒单", "reminder slip"), ("a4-portrait",)),
)
