"""Private numbers in free text: what is found, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.reading.scan import CHECK_DIGITS, WEIGHTS, find_private, mask_private

IDENTITY = "11010519491231002X"  # the example number of the standard GB 11643
CARD = "6200000000000005"
PHONE = "13800000000"


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, text[one.start : one.start + one.length]) for one in find_private(text)]


@pytest.mark.parametrize(
    ("text", "code", "number"),
    (
        (f"身份证{IDENTITY}。", "E-IDENTITY", IDENTITY),
        (f"id:{IDENTITY.lower()}", "E-IDENTITY", IDENTITY.lower()),
        ("110105 19491231 002X", "E-IDENTITY", "110105 19491231 002X"),
        ("110105-1949-1231-002X", "E-IDENTITY", "110105-1949-1231-002X"),
        ("证号１１０１０５１９４９１２３１００２Ｘ号", "E-IDENTITY", "１１０１０５１９４９１２３１００２Ｘ"),
        ("旧证110105491231002", "E-IDENTITY", "110105491231002"),
        (f"卡号{CARD}", "E-BANK-CARD", CARD),
        ("6200 0000 0000 0005", "E-BANK-CARD", "6200 0000 0000 0005"),
        (f"电话：{PHONE}", "E-PRIVATE-PHONE", PHONE),
        ("138 0000 0000", "E-PRIVATE-PHONE", "138 0000 0000"),
        ("138-0000-0000", "E-PRIVATE-PHONE", "138-0000-0000"),
        ("１３８００００００００", "E-PRIVATE-PHONE", "１３８００００００００"),
        ("+86 138 0000 0000", "E-PRIVATE-PHONE", "86 138 0000 0000"),
        ("+8613800000000", "E-PRIVATE-PHONE", "8613800000000"),
        ("tel:13800000000", "E-PRIVATE-PHONE", PHONE),
        ("微信wx13800000000", "E-PRIVATE-PHONE", PHONE),
        ("18号楼 13800000000", "E-PRIVATE-PHONE", PHONE),
    ),
)
def test_private_numbers_are_found(text: str, code: str, number: str) -> None:
    assert found(text) == [(code, number)]


@pytest.mark.parametrize(
    "text",
    (
        "68989517",
        "0371-0000-0000",
        "0371-00000000转8001",
        "(0371)00000000",
        "400-000-0000",
        "12345",
        "110105194912310021",  # wrong check digit
        "11010519491331002X",  # no such month
        "00010519491231002X",  # no such region
        "1110105194912310021",  # part of a longer run of digits
        "6200000000000004",  # fails Luhn
        "1234567890123452",  # passes Luhn, no issuer
        "12800000000",  # no mobile number starts so
        "013800000000",
        "138000000001",
        "13800000000.50",
        "0.13800000000",
        "13800000000元",
        "￥13800000000",
        "1998-2003 120 户",
        "2020-07-13 08:30",
        "138,000,000,00",
        "IMG_13800000000.jpg",
        "sha a13800000000b",
        "https://example.com/13800000000.html",
        "62,800 元，120/120 户，1522余",
    ),
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_several_in_one_text() -> None:
    text = f"甲 {PHONE} 乙 {IDENTITY} 13900000000 丙"
    assert found(text) == [
        ("E-PRIVATE-PHONE", PHONE),
        ("E-IDENTITY", IDENTITY),
        ("E-PRIVATE-PHONE", "13900000000"),
    ]


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    (
        (
            IDENTITY,
            "这里有居民身份证号（110**************X），身份证号任何时候都不能公开",
            "删去这个号码；要核对身份请另行线下登记",
        ),
        (CARD, "这里有银行卡号（620************5），卡号不能公开", "删去这个卡号"),
        (
            PHONE,
            "这里有私人手机号（138*******0），正文里不能公开手机号",
            "删去手机号，改写办公电话（座机）",
        ),
    ),
)
def test_messages_mask_the_number(text: str, message: str, remedy: str) -> None:
    (finding,) = find_private(text)
    assert (finding.problem.message.zh, finding.problem.remedy.zh) == (message, remedy)
    assert text not in finding.problem.message.en + finding.problem.remedy.en
    assert finding.problem.message.en


def test_mask_keeps_the_length_and_the_rest_of_a_line() -> None:
    assert mask_private(f"甲：{PHONE}（办公 0371-0000-0000）") == "甲：138*******0（办公 0371-0000-0000）"


@given(st.dates(), st.integers(0, 999), st.sampled_from(["", " ", "-"]))
def test_every_valid_identity_number_is_found(born: object, order: int, separator: str) -> None:
    year, month, day = str(born).split("-")
    if not 1900 <= int(year) < 2100:
        return
    first = f"410105{year}{month}{day}{order:03}"
    check = CHECK_DIGITS[sum(w * int(d) for w, d in zip(WEIGHTS, first, strict=True)) % 11]
    text = separator.join((first[:6], first[6:14], first[14:] + check))
    assert found(f"号码{text}，") == [("E-IDENTITY", text)]


@given(st.text("0123456789Xx -－１a元,.\n", max_size=60))
def test_masked_text_holds_nothing_private(text: str) -> None:
    findings = find_private(text)
    masked = mask_private(text)
    assert len(masked) == len(text)
    assert all(text[f.start : f.start + f.length] not in masked for f in findings)
