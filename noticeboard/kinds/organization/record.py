"""The record of an organization: its posts, its members, and when a member's name is public."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Consent,
    Field,
    Markdown,
    Phone,
    Privacy,
    Record,
    Reference,
    Text,
    WhenField,
    Whole,
    choice,
    listed,
)


class OrganizationType(Choice):
    """The three types (三类组织)."""

    PARTY = "party", "党组织", "party organization"
    SELF_GOVERNING = "self_governing", "居民自治组织", "self-governing organization", ("自治组织",)
    VOLUNTEER = "volunteer", "志愿服务组织", "volunteer organization"


@dataclass(frozen=True, kw_only=True)
class Post:
    """A post (职务) of an organization; one that nobody holds is a vacancy (空缺)."""

    name: Annotated[Text, Field("职务")]
    seats: Annotated[Whole, Field("人数")] = 1
    answers_for: Annotated[Text, Field("职责")] = ""
    office_phone: Annotated[Phone, Field("办公电话", personal=True)] = ""


@dataclass(frozen=True, kw_only=True)
class OtherPost:
    """A post that the same person holds in another organization (交叉任职); the person is counted once."""

    organization: Annotated[Reference, Field("组织")]
    post: Annotated[Text, Field("职务")] = ""


def holds_public_post(member: Member, organization: Organization) -> bool:
    """Whether a name is public because of its post: party posts and elected posts (DESIGN.md section 3)."""
    return bool(member.post) and organization.type is not OrganizationType.VOLUNTEER


@dataclass(frozen=True, kw_only=True)
class Member:
    """A membership (任职): who, in which post, from when to when."""

    name: Annotated[Text, Field("姓名", privacy=Privacy.CONSENT, public_if=holds_public_post)]
    post: Annotated[Text, Field("职务")] = ""
    from_: Annotated[WhenField | None, Field("任职起", "from")] = None
    to: Annotated[WhenField | None, Field("任职止")] = None
    also: Annotated[tuple[OtherPost, ...], listed, Field("兼任")] = ()
    answers_for: Annotated[Text, Field("职责", personal=True)] = ""
    office_phone: Annotated[Phone, Field("办公电话", personal=True)] = ""
    category: Annotated[Text, Field("类别", personal=True)] = ""
    portrait: Annotated[Text, Field("照片", privacy=Privacy.CONSENT)] = ""
    surname: Annotated[Text, Field("姓氏", privacy=Privacy.NEVER)] = ""
    consent: Annotated[Consent | None, Field("同意公开")] = None
    private_phone: Annotated[Text, Field("个人电话", privacy=Privacy.NEVER)] = ""
    flat: Annotated[Text, Field("房号", privacy=Privacy.NEVER)] = ""


@dataclass(frozen=True, kw_only=True)
class Organization(Record):
    """One organization with its posts and members."""

    type: Annotated[OrganizationType, choice(OrganizationType), Field("类型")]
    sub_kind: Annotated[Text, Field("组织形式")] = ""
    name: Annotated[Text, Field("名称")]
    founded: Annotated[WhenField | None, Field("成立")] = None
    ends_when: Annotated[Text, Field("存续条件")] = ""
    ended: Annotated[WhenField | None, Field("撤销")] = None
    level: Annotated[Text, Field("层级")] = ""
    parent: Annotated[Reference, Field("上级组织")] = ""
    rules: Annotated[Text, Field("议事规则")] = ""
    composition: Annotated[Text, Field("人员构成")] = ""
    duties: Annotated[Markdown, Field("职责说明")] = ""
    posts: Annotated[tuple[Post, ...], listed, Field("职务设置")] = ()
    members: Annotated[tuple[Member, ...], listed, Field("成员")] = ()
