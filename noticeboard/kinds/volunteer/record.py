"""The record of a volunteer: name, team, skills, hours, and what the person agreed to publish."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Consent,
    Field,
    Privacy,
    QuantityField,
    Record,
    Reference,
    Text,
    Texts,
    WhenField,
)


@dataclass(frozen=True, kw_only=True)
class Volunteer(Record):
    """One volunteer; without consent the person stays in every count and shows as 姓+同志."""

    name: Annotated[Text, Field("姓名", privacy=Privacy.CONSENT)]
    team: Annotated[Reference, Field("队伍")] = ""
    post: Annotated[Text, Field("职务", personal=True)] = ""
    skills: Annotated[Texts, Field("特长", privacy=Privacy.CONSENT)] = ()
    hours: Annotated[QuantityField | None, Field("服务时长")] = None
    joined: Annotated[WhenField | None, Field("加入", personal=True)] = None
    portrait: Annotated[Text, Field("照片", privacy=Privacy.CONSENT)] = ""
    surname: Annotated[Text, Field("姓氏", privacy=Privacy.NEVER)] = ""
    consent: Annotated[Consent | None, Field("同意公开")] = None
    private_phone: Annotated[Text, Field("个人电话", privacy=Privacy.NEVER)] = ""
    flat: Annotated[Text, Field("房号", privacy=Privacy.NEVER)] = ""
