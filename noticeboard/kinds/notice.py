"""Notices (公示、公告) with their publicity period and issuer block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from noticeboard.records import Day, Field, Phone, Record, Text, Texts, WhenField, Whole


@dataclass(frozen=True, kw_only=True)
class Notice(Record):
    """One notice; its publicity period is `from_` to `to`, or `from_` and a number of working days."""

    title: Annotated[Text, Field("标题")]
    number: Annotated[Text, Field("文号")] = ""
    issuer: Annotated[Text, Field("落款")] = ""
    issued: Annotated[WhenField | None, Field("发布日期")] = None
    from_: Annotated[Day | None, Field("公示起", "from")] = None
    to: Annotated[Day | None, Field("公示止")] = None
    working_days: Annotated[Whole | None, Field("工作日数")] = None
    phone: Annotated[Phone, Field("联系电话")] = ""
    attachments: Annotated[Texts, Field("附件")] = ()
    withdrawn: Annotated[WhenField | None, Field("撤回")] = None
    withdrawn_reason: Annotated[Text, Field("撤回原因")] = ""
