"""Redaction: who may be seen where, field by field, and that nobody drops out of a list or a count."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.checking.redaction import (
    WEB,
    WEB_AND_WALL,
    Redaction,
    consent_changes,
    on_web_and_wall,
)
from noticeboard.config import PrivacyChoice, PrivacyRule
from noticeboard.kinds import KINDS
from noticeboard.kinds.organization import Member, Organization, OrganizationType, OtherPost, Post
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.locality import Records
from noticeboard.records import Channel, Consent
from noticeboard.values.quantity import parse_quantity

TODAY = date(2026, 11, 20)
SUBSETS = [frozenset(group) for size in (1, 2, 4) for group in combinations(Channel, size)]


def shown(
    record: Any, kind: str, *channels: Channel, rules: tuple[PrivacyRule, ...] = (), today: date = TODAY
) -> Any:
    """The record as these channels may show it."""
    return Redaction(frozenset(channels), rules, today, "zh").record(record, kind)


def volunteer(**more: Any) -> Volunteer:
    hours = parse_quantity("36")
    return Volunteer(name="示例甲", team="team", skills=("水电",), hours=hours, portrait="a.jpg", **more)


@pytest.mark.parametrize("agreed", SUBSETS, ids=lambda each: "+".join(sorted(each)))
@pytest.mark.parametrize("asked", SUBSETS, ids=lambda each: "+".join(sorted(each)))
def test_what_is_shown_on_several_channels_needs_consent_for_all(
    agreed: frozenset[Channel], asked: frozenset[Channel]
) -> None:
    consent = Consent(name=tuple(agreed), skills=tuple(agreed), portrait=tuple(agreed))
    public = shown(volunteer(consent=consent), "volunteer", *asked)
    is_allowed = asked <= agreed
    assert public.name == ("示例甲" if is_allowed else "示同志")
    assert public.skills == (("水电",) if is_allowed else ())
    assert public.portrait == ("a.jpg" if is_allowed else "")
    assert (public.team, public.hours) == ("team", parse_quantity("36"))


@pytest.mark.parametrize("field", ("name", "skills", "portrait"))
def test_a_consent_is_for_the_fields_that_it_names(field: str) -> None:
    public = shown(volunteer(consent=Consent(**{field: (Channel.WEB,)})), "volunteer", Channel.WEB)
    withheld = {"name": "示同志", "skills": (), "portrait": ""}
    given = {"name": "示例甲", "skills": ("水电",), "portrait": "a.jpg"}
    assert {each: getattr(public, each) for each in withheld} == {**withheld, field: given[field]}


@pytest.mark.parametrize(
    ("until", "name"),
    (
        (None, "示例甲"),
        (date(2026, 11, 21), "示例甲"),
        (date(2026, 11, 20), "示例甲"),
        (date(2026, 11, 19), "示同志"),
    ),
)
def test_a_consent_ends_after_its_last_day(until: date | None, name: str) -> None:
    consent = Consent(name=(Channel.WEB,), until=until)
    assert shown(volunteer(consent=consent), "volunteer", Channel.WEB).name == name


@pytest.mark.parametrize(
    ("until", "days"),
    (
        (None, []),
        (date(2026, 11, 20), [date(2026, 11, 21)]),
        (date(2026, 12, 31), [date(2027, 1, 1)]),
        (date(2026, 11, 19), []),
    ),
)
def test_the_day_on_which_a_consent_changes_a_page(until: date | None, days: list[date]) -> None:
    consent = Consent(name=(Channel.WEB,), until=until)
    assert list(consent_changes(volunteer(consent=consent), TODAY)) == days
    organization = Organization(
        type=OrganizationType.PARTY, name="甲", members=(Member(name="示例甲", consent=consent),)
    )
    assert list(consent_changes(organization, TODAY)) == days


@pytest.mark.parametrize(
    ("name", "surname", "instead"),
    (
        ("示例甲", "", "示同志"),
        ("欧阳示例", "", "欧阳同志"),
        ("示例甲乙丙丁", "", "某同志"),
        ("示例甲乙丙丁", "示例", "示例同志"),
        ("Example", "", "某同志"),
    ),
)
def test_what_stands_for_a_name(name: str, surname: str, instead: str) -> None:
    assert shown(Volunteer(name=name, surname=surname), "volunteer", Channel.WEB).name == instead


@pytest.mark.parametrize(
    ("kind", "post", "name"),
    (
        (OrganizationType.PARTY, "书记", "示例甲"),
        (OrganizationType.SELF_GOVERNING, "主任", "示例甲"),
        (OrganizationType.VOLUNTEER, "队长", "示同志"),
        (OrganizationType.PARTY, "", "示同志"),
    ),
)
def test_the_name_of_a_party_post_or_an_elected_post_is_public(
    kind: OrganizationType, post: str, name: str
) -> None:
    organization = Organization(
        type=kind,
        name="示例组织",
        posts=(Post(name=post or "书记", office_phone="0371-0000-0000"),),
        members=(Member(name="示例甲", post=post, private_phone="甲", flat="乙", category="党员"),),
    )
    public = shown(organization, "organization", Channel.WEB)
    assert public.members == (Member(name=name, post=post, category="党员"),)
    assert public.posts == organization.posts


def rule(field: str, policy: PrivacyChoice, *channels: Channel) -> PrivacyRule:
    return PrivacyRule(field=field, policy=policy, channels=channels)


AGREED = Consent(name=tuple(Channel), skills=tuple(Channel), portrait=tuple(Channel))
NEVER, ASK = PrivacyChoice.NEVER, PrivacyChoice.CONSENT


@pytest.mark.parametrize(
    ("rules", "channel", "skills"),
    (
        ((), Channel.WEB, ("水电",)),
        ((rule("volunteer.skills", NEVER),), Channel.WEB, ()),
        ((rule("volunteer.skills", NEVER, Channel.WEB),), Channel.WEB, ()),
        ((rule("volunteer.skills", NEVER, Channel.WALL),), Channel.WEB, ("水电",)),
        ((rule("volunteer.skills", ASK),), Channel.WEB, ("水电",)),
        ((rule("volunteer.skills", NEVER), rule("volunteer.skills", ASK)), Channel.WEB, ()),
        ((rule("volunteer.name", NEVER),), Channel.WEB, ("水电",)),
    ),
)
def test_a_site_can_be_stricter(
    rules: tuple[PrivacyRule, ...], channel: Channel, skills: tuple[str, ...]
) -> None:
    assert shown(volunteer(consent=AGREED), "volunteer", channel, rules=rules).skills == skills


def test_a_site_can_never_show_more() -> None:
    rules = (rule("volunteer.name", PrivacyChoice.PUBLIC), rule("volunteer.flat", PrivacyChoice.PUBLIC))
    public = shown(volunteer(flat="3-201"), "volunteer", Channel.WEB, rules=rules)
    assert (public.name, public.flat) == ("示同志", "")


def test_a_rule_reaches_members_and_public_posts() -> None:
    organization = Organization(
        type=OrganizationType.PARTY,
        name="甲",
        posts=(Post(name="书记", office_phone="0371-0000-0000"),),
        members=(Member(name="示例甲", post="书记", office_phone="0371-0000-0001"),),
    )
    rules = (
        rule("organization.members.name", NEVER),
        rule("organization.members.office_phone", NEVER),
        rule("organization.posts.office_phone", NEVER),
    )
    public = shown(organization, "organization", Channel.WALL, rules=rules)
    assert public.members == (Member(name="示同志", post="书记"),)
    assert public.posts == (Post(name="书记"),)


def test_what_was_withheld_is_counted() -> None:
    redaction = Redaction(frozenset((Channel.WEB,)), (), TODAY, "zh")
    redaction.record(volunteer(flat="3-201", private_phone="甲"), "volunteer")
    redaction.record(Volunteer(name="示例乙"), "volunteer")
    assert redaction.withheld == {
        ("volunteer", "name"): 2,
        ("volunteer", "skills"): 1,
        ("volunteer", "portrait"): 1,
        ("volunteer", "flat"): 1,
        ("volunteer", "private_phone"): 1,
    }


def test_the_frame_of_an_english_site() -> None:
    redaction = Redaction(frozenset((Channel.WEB,)), (), TODAY, "en")
    assert redaction.record(Volunteer(name="示例甲"), "volunteer").name == "Comrade 示"


SECRET = st.text(alphabet="䶮㛃堃", min_size=4, max_size=8)
NAMES = st.sampled_from(["示例甲", "示例乙", "示例丙", "欧阳示例", "示例甲乙丙丁"])
CHANNELS = st.frozensets(st.sampled_from(Channel), min_size=1)
CONSENTS = st.none() | st.builds(
    Consent,
    name=CHANNELS.map(tuple),
    skills=CHANNELS.map(tuple),
    portrait=CHANNELS.map(tuple),
    until=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
VOLUNTEERS = st.builds(
    Volunteer, name=NAMES, consent=CONSENTS, flat=SECRET, private_phone=SECRET, surname=st.just("")
)
IDS = st.sampled_from(["a", "b"])
POSTS = st.sampled_from(["", "书记", "委员"])
RULES = st.sampled_from([(), (PrivacyRule(field="organization.members.name", policy=PrivacyChoice.NEVER),)])
MEMBERS = st.builds(
    Member,
    name=NAMES,
    post=POSTS,
    consent=CONSENTS,
    flat=SECRET,
    private_phone=SECRET,
    also=st.lists(st.builds(OtherPost, organization=IDS, post=POSTS), max_size=2).map(tuple),
)
ORGANIZATIONS = st.builds(
    Organization,
    id=IDS,
    type=st.sampled_from(OrganizationType),
    name=st.just("示例组织"),
    posts=st.just((Post(name="书记"), Post(name="委员", seats=2))),
    members=st.lists(MEMBERS, max_size=4).map(tuple),
)


@given(
    st.lists(VOLUNTEERS, max_size=4),
    st.lists(ORGANIZATIONS, max_size=2, unique_by=lambda each: each.id),
    CHANNELS,
    RULES,
)
def test_nothing_that_is_never_public_survives_and_nobody_drops_out(
    volunteers: list[Volunteer],
    organizations: list[Organization],
    channels: frozenset[Channel],
    rules: tuple[PrivacyRule, ...],
) -> None:
    groups: tuple[Any, ...] = ((Organization, tuple(organizations)), (Volunteer, tuple(volunteers)))
    records = Records("/c", Place(kind=Level.COMPOUND, name="示例小区"), groups)
    public = Redaction(channels, rules, TODAY, "zh").records(records, KINDS)
    seen = repr(public)
    people = [*volunteers, *(member for each in organizations for member in each.members)]
    for person in people:
        assert person.flat not in seen
        assert person.private_phone not in seen
    for before, after in zip(records.all(), public.all(), strict=True):
        assert len(getattr(before, "members", ())) == len(getattr(after, "members", ()))


@given(
    st.lists(VOLUNTEERS, max_size=4),
    st.lists(ORGANIZATIONS, max_size=2, unique_by=lambda each: each.id),
    RULES,
)
def test_boards_that_take_over_what_pages_show_say_what_they_would_say_alone(
    volunteers: list[Volunteer], organizations: list[Organization], rules: tuple[PrivacyRule, ...]
) -> None:
    groups: tuple[Any, ...] = ((Organization, tuple(organizations)), (Volunteer, tuple(volunteers)))
    private = Records("/c", Place(kind=Level.COMPOUND, name="示例小区"), groups)

    def redaction(channels: frozenset[Channel]) -> Redaction:
        return Redaction(channels, rules, TODAY, "zh")

    pair = on_web_and_wall(private, redaction(WEB), redaction(WEB_AND_WALL), KINDS)
    assert pair == tuple(redaction(channels).records(private, KINDS) for channels in (WEB, WEB_AND_WALL))
