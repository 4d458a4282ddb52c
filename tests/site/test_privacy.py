"""Private values seeded in every kind: none of them stands in any byte that comes out."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from small_site import COMPOUND, DISTRICT, SETTINGS
from whole_site import Built, MakeSite, every_file, outline, read_page

NOWHERE, PAGES, EVERYWHERE = frozenset[str](), frozenset({"pages"}), frozenset({"pages", "boards"})

ORGANIZATIONS = """
- id: branch
  type: party
  name: 示例党支部
  posts: [{name: 书记}, {name: 委员, office_phone: 0371-0000-0003}]
  members:
    - {name: 示例子, post: 书记, private_phone: 13800000001, flat: 1号楼2单元3301}
    - {name: 示例丑, private_phone: 0371-0000-0091, consent: {name: wall}}
    - {name: 示例寅, flat: 2号楼1单元4402}
    - {name: 示例卯, consent: {name: [wall, web]}}
- id: council
  type: self_governing
  name: 示例自管会
  posts: [{name: 主任}]
  members:
    - {name: 示例辰, post: 主任, private_phone: 0371-0000-0092}
    - {name: 示例巳}
- id: team
  type: volunteer
  name: 示例志愿队
  posts: [{name: 队长}]
  members:
    - {name: 示例午, post: 队长}
    - {name: 示例未, post: 队长, consent: {name: web}}
"""
VOLUNTEERS = """
- {name: 示例金, team: team, skills: 修伞, private_phone: 0371-0000-0093, flat: 3号楼1单元5503}
- {name: 示例木, team: team, skills: 剪纸, consent: {name: [wall, web], skills: [wall, web]}}
- {name: 示例水, team: team, skills: 磨刀, consent: {name: web, skills: web}}
- {name: 示例火, team: team, skills: 补鞋, consent: {name: wall, skills: wall}}
- {name: 示例土, team: team, skills: 刻章, consent: {name: [screen, data], skills: [screen, data]}}
- {name: 示例春, team: team, skills: 裱画, consent: {name: [wall, web], skills: [wall, web], until: 2026-11-19}}
- {name: 示例夏, team: team, skills: 编筐, consent: {name: [wall, web], skills: [wall, web], until: 2026-11-20}}
- {name: 示例秋, team: team, skills: 弹琴, portrait: secret-qiu.png, consent: {name: [wall, web]}}
- {name: 示例冬, team: team, skills: 吹笛, portrait: secret-dong.png, consent: {portrait: wall, skills: [wall, web]}}
"""
SHOWN = {
    # members of party organizations and elected bodies: public by their post, else only as they agreed
    "示例子": EVERYWHERE,
    "示例丑": NOWHERE,  # agreed to the board alone, and a board is a page too
    "示例寅": NOWHERE,
    "示例卯": EVERYWHERE,
    "示例辰": EVERYWHERE,
    "示例巳": NOWHERE,
    "示例午": NOWHERE,
    "示例未": PAGES,
    # volunteers: name and skills, each as agreed
    "示例金": NOWHERE,
    "修伞": NOWHERE,
    "示例木": EVERYWHERE,
    "剪纸": EVERYWHERE,
    "示例水": PAGES,
    "磨刀": PAGES,
    "示例火": NOWHERE,
    "补鞋": NOWHERE,
    "示例土": NOWHERE,
    "刻章": NOWHERE,
    "示例春": NOWHERE,  # the consent ended yesterday
    "裱画": NOWHERE,
    "示例夏": EVERYWHERE,  # the consent ends today
    "编筐": EVERYWHERE,
    "示例秋": EVERYWHERE,
    "弹琴": NOWHERE,
    "示例冬": NOWHERE,
    "吹笛": EVERYWHERE,
}
NEVER = (
    *("13800000001", "0371-0000-0091", "0371-0000-0092", "0371-0000-0093"),
    *("3301", "4402", "5503", "secret-qiu", "secret-dong"),
    *("机密的备注", "机密的草稿", "机密的任务", "机密的通知", "机密的数字", "SECRET-CAMERA", "SECRET-PLACE"),
)


def photo() -> bytes:
    """A photo with the camera and the place in it."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(0x8825)[29] = "SECRET-PLACE"
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


SEEDED: dict[str, str | bytes] = {
    **DISTRICT,
    f"{COMPOUND}/organizations.yml": ORGANIZATIONS,
    f"{COMPOUND}/volunteers.yml": VOLUNTEERS,
    f"{COMPOUND}/photos/secret-qiu.png": photo(),
    f"{COMPOUND}/photos/lamp.jpg": photo(),
    f"{COMPOUND}/tasks.yml": """
# 机密的备注
- {id: lamps, title: 更换楼道灯, state: done, photos: [{file: lamp.jpg}]}
- {id: secret, title: 机密的任务, state: open, draft: yes}
""",
    f"{COMPOUND}/tasks/draft.md": "---\ntitle: 机密的草稿\nstate: open\ndraft: yes\n---\n\n机密的草稿\n",
    f"{COMPOUND}/notices/2026-secret.md": "---\ntitle: 机密的通知\nissued: 2026-11-01\ndraft: yes\n---\n",
    f"{COMPOUND}/figures.yml": "- {id: secret, title: 机密的数字, value: 7, unit: 个, draft: yes}\n",
}


@pytest.fixture
def seeded(make_site: MakeSite) -> Built:
    built = make_site(SEEDED)
    assert built.ok, built.told
    return built


DIGEST = re.compile(rb"\b[0-9a-f]{32,}\b")
"""Digests, as the list of files has them, may have any four figures in a row."""


def where(built: Built, secret: str) -> set[str]:
    """Whether pages, boards or neither hold the text, in its own bytes or written as character references."""
    forms = {secret.encode(), "".join(f"&#{ord(c)};" for c in secret).encode()}
    files = {path: DIGEST.sub(b"", data) for path, data in every_file(built.site).items()}
    holding = {path for path, data in files.items() if any(form in data for form in forms)}
    return {"boards" if "/boards/" in path else "pages" for path in holding}


def test_a_person_is_shown_where_agreed_and_nowhere_else(seeded: Built) -> None:
    assert {text: where(seeded, text) for text in SHOWN} == {
        text: set(places) for text, places in SHOWN.items()
    }


def test_what_is_never_public_stands_in_no_byte(seeded: Built) -> None:
    assert {secret: where(seeded, secret) for secret in NEVER if where(seeded, secret)} == {}


def test_the_same_values_would_be_found_if_they_were_public(make_site: MakeSite) -> None:
    """The search itself works: what is written as public text is found."""
    public = DISTRICT | {
        f"{COMPOUND}/place.yml": "kind: compound\nname: 示例小区\nbody: 机密的备注 0371-0000-0091\n"
    }
    assert where(make_site(public), "机密的备注") == {"pages"}
    assert where(make_site(public), "0371-0000-0091") == {"pages"}


def test_a_published_photo_has_lost_its_metadata_and_nothing_else(seeded: Built) -> None:
    photos = {path: data for path, data in every_file(seeded.site).items() if path.endswith(".jpg")}
    assert len(photos) == 1
    with Image.open(io.BytesIO(*photos.values())) as image:
        assert image.size == (40, 30)
        assert not image.getexif()


def test_a_person_without_consent_stays_in_every_list_and_count(seeded: Built) -> None:
    said = outline(read_page(seeded.site, "district/street/compound/volunteers/index.html"))
    roster = said.partition("## 示例志愿队")[2].splitlines()[1:]
    assert roster == [
        "9人",
        "- 示同志",
        "- 示例木剪纸",
        "- 示例水磨刀",
        "- 示同志",
        "- 示同志",
        "- 示同志",
        "- 示例夏编筐",
        "- 示例秋",
        "- 示同志吹笛",
    ]


def test_a_site_can_be_stricter(make_site: MakeSite) -> None:
    rule = "privacy: [{field: organization.members.name, policy: never}]\n"
    built = make_site(SEEDED | {"content/site.yml": SETTINGS + rule})
    assert built.ok, built.told
    assert {name: where(built, name) for name in ("示例子", "示例卯", "示例辰")} == {
        "示例子": set(),
        "示例卯": set(),
        "示例辰": set(),
    }


def test_a_site_cannot_be_laxer(make_site: MakeSite) -> None:
    rule = "privacy: [{field: volunteer.name, policy: public}]\n"
    built = make_site(SEEDED | {"content/site.yml": SETTINGS + rule})
    assert "E-SETTING" in built.codes
    assert not built.site.exists()


IDENTITY = "11010519491231002X"  # the example number of the standard GB 11643
PHONE = "13800000000"


@pytest.mark.parametrize(
    ("file", "text"),
    (
        ("content/district/street/compound/place.yml", "kind: compound\nname: 示例小区\nbody: 联系 {}\n"),
        (f"{COMPOUND}/organizations.yml", "- {{id: a, type: party, name: 示例支部, rules: 联系 {}}}\n"),
        (f"{COMPOUND}/volunteers.yml", "- {{name: 示例甲, skills: 联系 {}}}\n"),
        (f"{COMPOUND}/tasks.yml", "- {{id: lamps, title: 换灯, state: done, asked_by: 居民 {}}}\n"),
        (f"{COMPOUND}/tasks/lift.md", "---\ntitle: 加装电梯\nstate: open\n---\n\n联系 {}\n"),
        (f"{COMPOUND}/notices/2026-water.md", "---\ntitle: 停水\nissuer: 示例\n---\n\n联系 {}\n"),
        ("content/district/street/figures.yml", "- {{id: a, title: 意见, value: 3, note: 联系 {}}}\n"),
        ("content/sources.yml", "- {{id: K1, title: 示例简报, publisher: 联系 {}}}\n"),
        ("content/site.yml", "title: 示例公示\nbody: 联系 {}\n"),
    ),
    ids=("place", "organization", "volunteer", "task", "task body", "notice", "figure", "source", "site"),
)
@pytest.mark.parametrize(("number", "code"), ((IDENTITY, "E-IDENTITY"), (PHONE, "E-PRIVATE-PHONE")))
def test_private_numbers_are_refused_in_every_kind(
    make_site: MakeSite, file: str, text: str, number: str, code: str
) -> None:
    built = make_site(DISTRICT | {file: text.format(number)})
    assert code in built.codes
    assert number not in built.told
    assert not built.site.exists()


def test_an_identity_number_is_refused_even_in_a_private_field(make_site: MakeSite) -> None:
    text = f"- {{name: 示例甲, private_phone: {IDENTITY}}}\n"
    assert "E-IDENTITY" in make_site(DISTRICT | {f"{COMPOUND}/volunteers.yml": text}).codes
