"""What is wrong with a partner: no unit, more names than units, an agreement or a loan that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.partner.record import Availability, Partner, Resource
from noticeboard.kinds.partner.state import names_of, units_of
from noticeboard.languages import Words
from noticeboard.locality import Records

E_PARTNER_UNIT = code("E-PARTNER-UNIT", "联建单位没有写是谁", "a partner without name or number")
E_PARTNER_NAMED = code("E-PARTNER-NAMED", "写明名称的单位多于家数", "more partners named than there are")
E_PARTNER_TWICE = code("E-PARTNER-TWICE", "联建单位写了两次", "one partner told twice")
E_PARTNER_AGREEMENT = code(
    "E-PARTNER-AGREEMENT", "没有签协议，却写了期限", "a term of an agreement that was not signed"
)
E_PARTNER_BACK = code("E-PARTNER-BACK", "没有借出，却写了归还日期", "a day of return of what is not lent")
W_PARTNER_REACH = code(
    "W-PARTNER-REACH", "可借用的资源没有写怎么借", "a resource that does not say how to ask for it"
)


def check(partner: Partner) -> Iterator[Diagnostic]:
    """What is wrong with one record."""
    yield from _units(partner)
    if partner.agreement is False and partner.term:
        yield Diagnostic(
            E_PARTNER_AGREEMENT,
            Words(
                f"写着没有签协议，又写了期限{partner.term.text('zh')}",
                f"no agreement, and yet a term: {partner.term.text('en')}",
            ),
            Words("签了就改成“是”；没有签就删去期限", "say yes if it was signed, else leave the term out"),
            partner.origin.at("term"),
        )
    texts: list[tuple[KeyPath, str]] = [(("note",), partner.note), (("body",), partner.body)]
    for number, resource in enumerate(partner.resources):
        yield from _resource(partner, number, resource)
        texts += [(("resources", number, key), getattr(resource, key)) for key in ("what", "terms", "hours")]
    yield from nameless(texts, partner.origin)


def _units(partner: Partner) -> Iterator[Diagnostic]:
    names, units = names_of(partner), units_of(partner)
    if not names and partner.units is None:
        yield Diagnostic(
            E_PARTNER_UNIT,
            Words("没有写单位名称，也没有写家数", "neither a name nor a number of units"),
            Words("加一行 单位名称: …；来源没有写名称就写 家数: …", "add a line name: … or units: …"),
            partner.origin,
        )
    most = units.interval().upper
    if partner.units is not None and most is not None and len(names) > most:
        yield Diagnostic(
            E_PARTNER_NAMED,
            Words(
                f"写明{len(names)}家的名称，家数只有{units.text('zh')}",
                f"{len(names)} named of {units.text('en')}",
            ),
            Words("核对家数和名称", "check the number and the names"),
            partner.origin.at("named"),
        )


def _resource(partner: Partner, number: int, resource: Resource) -> Iterator[Diagnostic]:
    if resource.back and resource.state is not Availability.LENT:
        yield Diagnostic(
            E_PARTNER_BACK,
            Words(
                f"“{resource.what}”没有写已借出，却写了预计归还",
                f"“{resource.what}” is not lent but has a day of return",
            ),
            Words("加上 状态: 已借出，或删去归还日期", "add state: lent, or leave the day out"),
            partner.origin.at("resources", number, "back"),
        )
    if resource.what and not (resource.office_phone or resource.terms):
        yield Diagnostic(
            W_PARTNER_REACH,
            Words(
                f"“{resource.what}”没有写怎么借，也没有写电话",
                f"“{resource.what}” says neither how to ask for it nor a phone",
            ),
            Words("加上办公电话或借用办法", "add office_phone or terms"),
            partner.origin.at("resources", number),
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """A unit that stands twice."""
    seen: set[str] = set()
    for partner in records.of(Partner):
        names = names_of(partner)
        for name in (each for each in names if each in seen):
            yield Diagnostic(
                E_PARTNER_TWICE,
                Words(f"“{name}”写了两次", f"“{name}” stands twice"),
                Words("并成一条；多个协议写在备注里", "make them one; tell of further agreements in a note"),
                partner.origin.at("name" if partner.name else "named"),
            )
        seen.update(names)
