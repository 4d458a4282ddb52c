"""The dark modules of a QR code: those that segno gives, for a hundredth of its time where many are wanted.

    address ─ XOR of codes already known, else segno with mask 0 ▶ modules ─ the mask of least penalty ▶ dark

A code is linear in the bits of its text: the XOR of an odd number of codes of one length is the code of the XOR
of their texts, as long as all have the same mask. The addresses of a site differ in six letters, so some forty
codes are asked of segno and every other follows from those. The eight masks differ by the same modules in
every code of one size. Their penalties are counted on whole numbers, all rows and columns at once.

What is known of codes can be kept between builds (`families`, `learn`): to load segno and to draw the first code
takes a twentieth of a build of one edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from noticeboard.frozen import dataclass

MASKS = 8
WHITE = 4
"""Light modules after each line, so that what begins in one line never ends in the next."""
_WITHOUT_VERSION = 41
"""The longest side of a code that does not state its version, which no mask may be judged by."""


Families = tuple[tuple[int, int, tuple[int, ...], tuple[tuple[int, int], ...]], ...]
"""For each length of addresses the side, how the masks differ, and known texts with their codes."""
_FAMILIES: dict[int, _Family] = {}


@dataclass(frozen=True)
class Modules:
    """A code as `side` lines of `side` modules, each followed by `WHITE` light ones: 1 is dark, first line first."""

    side: int
    lines: str


def modules_of(address: str) -> Modules:
    """The modules of the code of `address` at error level M or better, without its quiet zone."""
    if not (address.isascii() and any(map(str.islower, address))):
        return _drawn(address)
    family = _family(len(address))
    return family.code_of(address) if family.side <= _WITHOUT_VERSION else _drawn(address)


def families() -> Families:
    """All that this process knows of codes."""
    return tuple(
        (length, each.side, each.masks, tuple(sorted(each.known.values())))
        for length, each in sorted(_FAMILIES.items())
    )


def learn(known: Families) -> None:
    """Know this too, so that segno need not be asked."""
    for length, side, masks, codes in known:
        family = _FAMILIES.setdefault(length, _Family(side, masks))
        for text, code in codes:
            family.add(text, code)


def _matrix(address: str, mask: int | None = None) -> tuple[bytearray, ...]:
    from noticeboard.boards.qr_drawn import matrix_of

    return matrix_of(address, mask)


def _text(lines: Iterable[Iterable[int]]) -> str:
    return "".join("".join(map(str, line)) + "0" * WHITE for line in lines)


def _drawn(address: str) -> Modules:
    matrix = _matrix(address)
    return Modules(len(matrix), _text(matrix))


def _both_ways(matrix: tuple[bytearray, ...]) -> int:
    """All rows and then all columns as one number, first module highest."""
    return int(_text(matrix) + _text(zip(*matrix, strict=True)), 2)


def _family(length: int) -> _Family:
    """What codes of addresses of `length` ASCII characters have in common."""
    if length not in _FAMILIES:
        _FAMILIES[length] = _new_family(length)
    return _FAMILIES[length]


def _new_family(length: int) -> _Family:
    sample = "a" * length
    codes = [_both_ways(_matrix(sample, mask)) for mask in range(MASKS)]
    return _Family(len(_matrix(sample, 0)), tuple(code ^ codes[0] for code in codes))


class _Family:
    """Codes of one size: how they differ by mask, and the codes of mask 0 that others follow from.

    It learns: `known` holds, by the length of a text in bits, a text and its code, with which one bit is taken
    from other texts.
    """

    def __init__(self, side: int, masks: tuple[int, ...]) -> None:
        self.side = side
        self.masks = masks
        self.known: dict[int, tuple[int, int]] = {}

    @cached_property
    def pairs(self) -> int:
        """The second module of every two neighbours of a line, both ways."""
        return int(("0" + "1" * (self.side - 1) + "0" * WHITE) * 2 * self.side, 2)

    @cached_property
    def judged(self) -> int:
        """All modules but those that say which mask was taken: they are added after the masks have been judged."""
        side = self.side
        near = [i for i in (*range(9), *range(side - 8, side)) if i != 6]
        matrix = tuple(bytearray(b"\1" * side) for _ in range(side))
        for i in near:
            matrix[8][i] = matrix[i][8] = 0
        return _both_ways(matrix)

    def code_of(self, address: str) -> Modules:
        """The code of an address of this family with the mask of least penalty, the first of equals."""
        plain = self._unmasked(address)
        codes = [plain ^ mask for mask in self.masks]
        best = min(codes, key=self._penalty)
        width = self.side * (self.side + WHITE)
        return Modules(self.side, f"{best >> width:0{width}b}")

    def add(self, text: int, code: int) -> None:
        """Know the code of one more text, as far as it does not follow from those known."""
        text, code = self._less_known(text, code)
        if text:
            self.known[text.bit_length()] = text, code

    def _unmasked(self, address: str) -> int:
        text = int.from_bytes(b"\1" + address.encode("ascii"), "big")
        rest, code = self._less_known(text, 0)
        if rest:
            asked = _both_ways(_matrix(address, 0))
            self.known[rest.bit_length()] = rest, asked ^ code
            return asked
        return code

    def _less_known(self, text: int, code: int) -> tuple[int, int]:
        """What is left of a text and of a code when all is taken from them that is known."""
        while text and text.bit_length() in self.known:
            known, its_code = self.known[text.bit_length()]
            text, code = text ^ known, code ^ its_code
        return text, code

    def _penalty(self, code: int) -> int:
        """ISO/IEC 18004, 7.8.3, as segno counts it."""
        line = self.side + WHITE
        rows = self.side * line
        code &= self.judged
        same = ~(code ^ code >> 1) & self.pairs
        five = same & same >> 1 & same >> 2 & same >> 3
        square = (same & same >> line & ~(code ^ code >> line)) >> rows
        dark = (code >> rows).bit_count()
        return (
            five.bit_count()
            + 2 * (five & ~(five << 1)).bit_count()
            + 3 * square.bit_count()
            + 40 * _finders(code)
            + 10 * int(abs(dark / self.side**2 * 100 - 50) / 5)
        )


def _finders(code: int) -> int:
    """How often dark, light, three dark, light, dark follow one another with four light modules at one end."""
    found = code & ~(code >> 1) & code >> 2 & code >> 3 & code >> 4 & ~(code >> 5) & code >> 6
    before = code << 1 | code << 2 | code << 3 | code << 4
    after = code >> 7 | code >> 8 | code >> 9 | code >> 10
    found &= ~(before & after)
    overlapping = found & (found << 4 | found << 6)
    return found.bit_count() - overlapping.bit_count()
