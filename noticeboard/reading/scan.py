"""Private numbers in free text: resident identity numbers, bank cards and private mobile phones.

A number typed into a sentence passes every rule about fields, so each scalar of each file and each Markdown
body is looked through. Digits are read in groups parted by one or two spaces or dashes, full-width forms
included, and a number is always made of whole groups: part of a longer run of digits is never reported.

    text ─ groups of digits ▶ runs of neighbouring groups ─ rules ▶ Findings

A message must never repeat the number it found: reports end up in public logs. Land lines, amounts, dates
and years must never be reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

E_IDENTITY = code("E-IDENTITY", "出现了居民身份证号", "a resident identity number")
E_BANK_CARD = code("E-BANK-CARD", "出现了银行卡号", "a bank card number")
E_PRIVATE_PHONE = code("E-PRIVATE-PHONE", "出现了私人手机号", "a private mobile phone number")

HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９Ｘｘ－—–‑\u3000\u00a0", "0123456789Xx----  "
)  # one character for one, so that positions stay
ELEVEN_DIGITS = re.compile(r"(?:[0-9０-９][ \-－—–‑\u3000\u00a0]{0,2}){10}[0-9０-９]")
MANY_DIGITS = re.compile(r"[0-9０-９](?:[\s\-－—–‑]*[0-9０-９]){10}")
WIDE = "０１２３４５６７８９－—–‑\u3000\u00a0"
"""All that is not ASCII and a digit, or may stand between two."""
ANY_DIGIT = bytes.maketrans(b"0123456789", b"0" * 10)
BETWEEN_DIGITS = b"- \t\n\r"
RUN = re.compile(r"[0-9]+[Xx]?(?:[ -]{1,2}[0-9]+[Xx]?)*")
GROUP = re.compile(r"[0-9]+[Xx]?")
GROUP_JOIN = re.compile(r"[ -]+")
FEWEST_DIGITS, MOST_DIGITS = 11, 19
MANY_ZEROS = b"0" * FEWEST_DIGITS
FEWEST_OF_NO_PHONE = 15
"""Of an identity number in its old form; bank cards have 16 or more."""
WEB_ADDRESS = re.compile(r"https?://[!-~]+")

PROVINCES = frozenset(
    str(number)
    for first, last in (
        (11, 15),
        (21, 23),
        (31, 37),
        (41, 46),
        (50, 54),
        (61, 65),
        (71, 71),
        (81, 83),
        (91, 91),
    )
    for number in range(first, last + 1)
)
"""The first two digits of GB/T 2260 region codes; 81 to 83 are residents from Hong Kong, Macao and Taiwan, 91
holders of a permanent residence card."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""2 to the power of (17 - position) modulo 11, GB 11643 with ISO 7064 mod 11-2."""
CHECK_DIGITS = "10X98765432"
CARD_PREFIX = re.compile(
    r"62\d{14,17}|955[0-9]\d{12,15}|4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35\d{14}"
)
"""Issuer ranges of ISO/IEC 7812: UnionPay and older cards of Chinese banks, Visa, Mastercard, JCB."""
MOBILE = re.compile(r"1[3-9]\d{9}")
PHONE_GROUPINGS = frozenset({(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5)})
PHONE_WORD = re.compile(r"(?:tel|phone|mobile|cell|wx|vx|wechat)\Z", re.IGNORECASE)
AMOUNT_AFTER = re.compile(r"\.\d| ?(?:元|万|亿|余|块|户|人|次|件|平方|㎡|%|％)")
AMOUNT_BEFORE = re.compile(r"(?:[0-9][.,]|[¥￥$] ?)\Z")


@dataclass(frozen=True)
class Finding:
    """One private number: its code, its start and number of characters in the text, and the message."""

    code: str
    start: int
    length: int
    problem: Problem


def may_hold_private(written: str) -> bool:
    """Whether a private number can stand in any text of a file, looked up once for the whole of `written`.

    Never False for a file of which one text holds a private number: between two characters of a text YAML
    takes away nothing but blanks and line ends, and puts digits in for an escape after a backslash only.
    Bytes are looked through in a tenth of the time that a pattern takes, but are no measure of wide forms.
    """
    if "\\" in written:
        return True
    if any(map(written.__contains__, WIDE)):
        return MANY_DIGITS.search(written) is not None
    return MANY_ZEROS in written.encode("utf-8", "replace").translate(ANY_DIGIT, BETWEEN_DIGITS)


def find_private(text: str) -> list[Finding]:
    """Every private number in `text`, from left to right, none overlapping another."""
    if len(text) < FEWEST_DIGITS or not ELEVEN_DIGITS.search(text):
        return []  # nearly every text ends here
    plain = text.translate(HALF_WIDTH)
    addresses = [match.span() for match in WEB_ADDRESS.finditer(plain)]
    findings: list[Finding] = []
    for run in RUN.finditer(plain):
        groups = [match.span() for match in GROUP.finditer(plain, *run.span())]
        findings.extend(_find_in_run(plain, groups, addresses))
    return findings


def mask_private(text: str) -> str:
    """`text` with the digits of every private number in it replaced by `*`, its length unchanged."""
    for finding in find_private(text):
        end = finding.start + finding.length
        text = text[: finding.start] + mask(text[finding.start : end]) + text[end:]
    return text


def mask(number: str) -> str:
    """A number of which only the first three characters and the last are shown."""
    return number[:3] + "*" * (len(number) - 4) + number[-1]


def _find_in_run(
    text: str, groups: list[tuple[int, int]], addresses: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Each private number made of whole neighbouring groups, the longest first; a group counts once."""
    first = 0
    while first < len(groups):
        taken = 1
        for count in range(min(MOST_DIGITS, len(groups) - first), 0, -1):
            chosen = groups[first : first + count]
            name = _classify(text, chosen, addresses)
            if name:
                yield _finding(name, text, chosen[0][0], chosen[-1][1])
                taken = count
                break
        first += taken


def _classify(text: str, groups: list[tuple[int, int]], addresses: list[tuple[int, int]]) -> str | None:
    number = "".join(text[left:right] for left, right in groups).upper()
    if not FEWEST_DIGITS <= len(number) <= MOST_DIGITS:
        return None
    sizes = tuple(right - left for left, right in groups)
    if _is_identity(number, sizes):
        return E_IDENTITY
    if _is_bank_card(number, sizes):
        return E_BANK_CARD
    start, end = groups[0][0], groups[-1][1]
    in_address = any(left <= start < right for left, right in addresses)
    if not in_address and _is_mobile(number, sizes, text, start, end):
        return E_PRIVATE_PHONE
    return None


def _is_identity(number: str, sizes: tuple[int, ...]) -> bool:
    if number[:2] not in PROVINCES:
        return False
    if len(number) == 18 and number[:17].isdigit():
        total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False))
        return _is_birthday(number[6:14]) and CHECK_DIGITS[total % 11] == number[17]
    # The form before 1999 has no check digit, so only an unbroken one is taken for it.
    return sizes == (15,) and number.isdigit() and number[2:4] != "00" and _is_birthday("19" + number[6:12])


def _is_birthday(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1900 <= born.year < 2100


def _is_bank_card(number: str, sizes: tuple[int, ...]) -> bool:
    """Whether it has a known issuer, the check digit of Luhn, and the grouping printed on cards."""
    in_fours = all(size == 4 for size in sizes[:-1]) and sizes[-1] <= 4
    if not (len(sizes) == 1 or in_fours or sizes == (6, 13)):
        return False
    return CARD_PREFIX.fullmatch(number) is not None and _passes_luhn(number)


def _passes_luhn(number: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_mobile(number: str, sizes: tuple[int, ...], text: str, start: int, end: int) -> bool:
    """Whether it is a mainland mobile number, with or without +86, and no amount and no part of a word."""
    for prefix in ("0086", "86"):
        if number.startswith(prefix) and len(number) == 11 + len(prefix):
            number = number.removeprefix(prefix)
            own_group = sizes[0] == len(prefix)
            sizes = sizes[1:] if own_group else (sizes[0] - len(prefix), *sizes[1:])
    if not MOBILE.fullmatch(number) or sizes not in PHONE_GROUPINGS:
        return False
    separators = set(GROUP.sub("", text[start:end]))
    if len(separators) > 1 and not text[start:end].startswith(("86", "0086")):
        return False
    before, after = text[max(0, start - 8) : start], text[end : end + 4]
    if AMOUNT_AFTER.match(after) or AMOUNT_BEFORE.search(before):
        return False
    touches_word = before[-1:].isascii() and (before[-1:].isalnum() or before[-1:] == "_")
    return not (touches_word and not PHONE_WORD.search(before)) and not re.match(r"[A-Za-z_]", after)


def _finding(name: str, text: str, start: int, end: int) -> Finding:
    shown = mask(GROUP_JOIN.sub("", text[start:end]))
    return Finding(name, start, end - start, Problem(name, *MESSAGES[name](shown)))


def _identity_words(shown: str) -> tuple[Words, Words]:
    return (
        Words(
            f"这里有居民身份证号（{shown}），身份证号任何时候都不能公开",
            f"this is a resident identity number ({shown}), which is never published",
        ),
        Words("删去这个号码；要核对身份请另行线下登记", "delete the number; keep it off these files"),
    )


def _card_words(shown: str) -> tuple[Words, Words]:
    return (
        Words(
            f"这里有银行卡号（{shown}），卡号不能公开",
            f"this is a bank card number ({shown}), which is never published",
        ),
        Words("删去这个卡号", "delete the number"),
    )


def _phone_words(shown: str) -> tuple[Words, Words]:
    return (
        Words(
            f"这里有私人手机号（{shown}），正文里不能公开手机号",
            f"this is a private mobile phone number ({shown}), which is not published in text",
        ),
        Words("删去手机号，改写办公电话（座机）", "delete it and give the office's land line instead"),
    )


MESSAGES = {E_IDENTITY: _identity_words, E_BANK_CARD: _card_words, E_PRIVATE_PHONE: _phone_words}
