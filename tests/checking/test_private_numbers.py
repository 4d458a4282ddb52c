"""Identity numbers, bank cards and private phones: refused in every scalar of every kind and in every text.

The identity number is that of no person: a region that does not exist with a right check digit would not be
found, so a real form is made here at run time from its parts.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import COMPOUND, SITE, check_site, codes

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
BODY = "410102" + "19000101" + "000"
IDENTITY = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]
CARD = "6222020000000000000"
PHONE = "138" + "0000" + "0000"


def luhn(number: str) -> str:
    """The number with its last digit made right."""
    digits = [int(digit) for digit in number[:-1]]
    doubled = [d if i % 2 else d * 2 - 9 * (d > 4) for i, d in enumerate(reversed(digits))]
    return number[:-1] + str(-sum(doubled) % 10)


FILES = {
    "site": ("site.yml", SITE + "issuer: {}\n"),
    "site body": ("site.yml", SITE + "body: 请找 {} 办理\n"),
    "place": ("c/place.yml", COMPOUND + "address: {}\n"),
    "building": ("c/place.yml", COMPOUND + "楼栋: [{{名称: {}}}]\n"),
    "source": ("sources.yml", "- {{id: S1, title: {}}}\n"),
    "post": ("c/organizations.yml", "- {{type: party, name: 示例党支部, posts: [{{name: {}}}]}}\n"),
    "member": ("c/organizations.yml", "- {{type: party, name: 甲, members: [{{name: 示例甲, 职责: {}}}]}}\n"),
    "volunteer": ("c/volunteers.yml", "- {{name: 示例甲, skills: [水电, {}]}}\n"),
    "task": ("c/tasks.yml", "- {{id: g, title: 甲, state: open, steps: {{what: '找 {} 问'}}}}\n"),
    "task body": ("c/tasks/g.md", "---\ntitle: 甲\nstate: open\n---\n\n- 请找 {} 报名\n"),
    "notice id": ("c/notices/{}.md", "---\ntitle: 甲\n---\n\n正文\n"),
    "figure": ("c/figures.yml", "- {{title: 甲, value: 1, note: 联系{}}}\n"),
    "key": ("c/tasks.yml", "- {{id: g, title: 甲, state: open, '{}': 电话}}\n"),
}


@pytest.mark.parametrize(
    ("number", "code"),
    ((IDENTITY, "E-IDENTITY"), (luhn(CARD), "E-BANK-CARD"), (PHONE, "E-PRIVATE-PHONE")),
    ids=("identity", "card", "phone"),
)
@pytest.mark.parametrize("where", FILES)
def test_a_private_number_is_refused_wherever_it_stands(
    tmp_path: Path, where: str, number: str, code: str
) -> None:
    path, text = FILES[where]
    result = check_site(tmp_path, {path.format(number): text.format(number)})
    assert code in codes(result)
    assert not any(number in each.message.zh + each.remedy.zh + each.source_line for each in result.report)


@pytest.mark.parametrize("key", ("个人电话", "private_phone", "房号"))
def test_a_phone_may_stand_in_a_field_that_is_never_published(tmp_path: Path, key: str) -> None:
    files = {"c/volunteers.yml": f"- {{name: 示例甲, {key}: {PHONE}}}\n"}
    assert codes(check_site(tmp_path, files)) == []


def test_an_identity_number_may_not_even_stand_there(tmp_path: Path) -> None:
    files = {"c/volunteers.yml": f"- {{name: 示例甲, 房号: {IDENTITY}}}\n"}
    assert codes(check_site(tmp_path, files)) == ["E-IDENTITY"]


def test_the_phone_of_an_office_is_public(tmp_path: Path) -> None:
    files = {"c/place.yml": f"{COMPOUND}监督电话: 0371-0000-0000\n正文: 请打 0371-0000-0001。\n"}
    assert codes(check_site(tmp_path, files)) == []
