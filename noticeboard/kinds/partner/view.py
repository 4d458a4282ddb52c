"""What a place's page shows of its partners: how many, named or not, what is done together, what can be borrowed."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    Facts,
    FigureLine,
    Figures,
    Heading,
    Linked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.partner.record import Partner, Resource, ResourceKind
from noticeboard.kinds.partner.state import agreement_of, availability_of, is_agreed, names_of, units_in
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.values.partial_date import latest
from noticeboard.values.quantity import sum_quantities

FOLDER, ORDER = "partners", 46
TITLE = Words("联建单位", "Partners")
UNIT, WORK = Words("单位", "Unit"), Words("联建内容", "Joint work")
AGREEMENT, AGREED = Words("协议", "Agreement"), Words("签有协议", "With an agreement")
UNITS, ITEMS = Words("家", " units"), Words("件", " matters")
NAMED = Words("写明名称的{n}家", "{n} of them named")
MATTERS, EXAMPLES = Words("办理事项", "Matters settled"), Words("其中有{}", "among them {}")
GROUP = Words("{names}等{sort}（{n}家）", "{names} and others: {n} {sort}")
NAMELESS = Words("{sort}（{n}家）", "{n} {sort}")
REGISTER = Words("资源登记", "Resources by kind")
KINDS = Words("{n}类：{kinds}", "{n} kinds: {kinds}")
BORROW = Words("可借用的资源", "What can be borrowed")
RESOURCE, OWNER = Words("资源", "Resource"), Words("提供单位", "From")
STATE, HOW = Words("现在能借吗", "Available"), Words("怎么借", "How to ask")
COUNTED_FROM, HEADINGS = 3, Words("{n}项：{headings}", "{n} headings: {headings}")
LIST, COMMA = Words("、", ", "), Words("，", ", ")


def panels(locality: Locality) -> Iterator[Panel]:
    """The partners of the place, what they lend, and how many there are by place below."""
    partners, url = locality.records.of(Partner), locality.records.url
    blocks = (*_partners(locality, partners), *_places(locality))
    if blocks:
        sources = sources_of(locality, partners, url)
        section = Section(locality.words(TITLE), FOLDER, blocks, sources=sources)
        yield Panel(ORDER, PANEL_TEMPLATE, section)


def _partners(locality: Locality, partners: tuple[Partner, ...]) -> Iterator[Block]:
    if not partners:
        return
    words = locality.words
    yield Figures(tuple(figures(locality, partners)))
    rows = tuple(_row(locality, each) for each in partners if names_of(each) or each.headings)
    if rows:
        columns: tuple[Column, ...] = (
            (words(UNIT), "text"),
            (words(WORK), "text"),
            (words(AGREEMENT), "date"),
        )
        yield Table(words(TITLE), columns, rows)
    kinds = [kind for kind in ResourceKind if any(r.kind is kind for p in partners for r in p.resources)]
    if kinds:
        text = words(KINDS).format(n=len(kinds), kinds=words(LIST).join(words(kind.words) for kind in kinds))
        yield Facts(((words(REGISTER), text),))
    lent = offers(partners)
    if lent:
        yield Heading(words(BORROW), "borrow")
        yield Table(
            words(BORROW),
            (
                (words(RESOURCE), "text"),
                (words(OWNER), "text"),
                (words(STATE), "text"),
                (words(HOW), "text"),
            ),
            tuple(_offer(locality, partner, resource) for partner, resource in lent),
        )
    said = tuple(partner.note for partner in partners if partner.note)
    if said:
        yield Notes(said)


def figures(locality: Locality, partners: tuple[Partner, ...]) -> Iterator[FigureLine]:
    """How many units, how many of them named, how many with an agreement, what was settled."""
    language, words = locality.language, locality.words
    units, named = units_in(partners), sum(len(names_of(partner)) for partner in partners)
    newest = latest((partner.as_of for partner in partners if partner.as_of), by=locality.today)
    as_of = newest.text(language) if newest else ""
    base = words(NAMED).format(n=named) if named and named != units.value else ""
    yield FigureLine(words(TITLE), units.text(language), words(UNITS), base, as_of)
    agreed = [partner for partner in partners if is_agreed(partner, locality.today)]
    if agreed:
        yield FigureLine(words(AGREED), units_in(agreed).text(language), words(UNITS), as_of=as_of)
    matters = [partner.matters for partner in partners if partner.matters]
    if matters:
        examples = [example for partner in partners for example in partner.examples]
        base = words(EXAMPLES).format(words(LIST).join(examples)) if examples else ""
        total = sum_quantities(matters).text(language)
        yield FigureLine(words(MATTERS), total, words(ITEMS), base, as_of)


def name_text(locality: Locality, partner: Partner) -> str:
    """区医保局、区残联等区直单位（7家）; the name alone where there is one."""
    if partner.name or partner.units is None:
        return partner.name or locality.words(LIST).join(partner.named)
    n, names = partner.units.text(locality.language), locality.words(LIST).join(partner.named)
    sort = partner.sort or locality.words(UNIT)
    return locality.words(GROUP if names else NAMELESS).format(names=names, sort=sort, n=n)


def offers(partners: tuple[Partner, ...]) -> list[tuple[Partner, Resource]]:
    """What can be borrowed, by kind, each with the partner that lends it."""
    found = [(partner, each) for partner in partners for each in partner.resources if each.what]
    return sorted(found, key=lambda offer: list(ResourceKind).index(offer[1].kind))


def resource_text(locality: Locality, resource: Resource) -> str:
    """折叠桌20张."""
    number = resource.number.text(locality.language) if resource.number else ""
    return f"{resource.what}{number}{resource.unit}" if number else resource.what


def _row(locality: Locality, partner: Partner) -> tuple[Cell, ...]:
    words = locality.words
    work = words(LIST).join(words(heading.words) for heading in partner.headings)
    if len(partner.headings) > COUNTED_FROM:
        work = words(HEADINGS).format(n=len(partner.headings), headings=work)
    return (name_text(locality, partner), work, agreement_of(locality, partner) or "")


def _offer(locality: Locality, partner: Partner, resource: Resource) -> tuple[Cell, ...]:
    text, phone = resource_text(locality, resource), resource.office_phone
    ways = locality.words(LIST).join(locality.words(way.words) for way in resource.ways)
    what = f"{text}（{ways}）" if ways and locality.language == "zh" else f"{text} ({ways})" if ways else text
    state = availability_of(locality, resource)
    if phone and resource.terms:
        note = locality.words(COMMA).join(part for part in (state.note, resource.terms) if part)
        state = state._replace(note=note)
    how: Cell = Linked(phone, f"tel:{phone}") if phone else resource.terms
    return (what, name_text(locality, partner), state, how)


def _places(locality: Locality) -> Iterator[Block]:
    yield from child_table(locality, TITLE, (("partners", TITLE),), FOLDER)
