"""The six characters that name a board in its short address `BASE/b/ID/`.

They come from the path of the place and the kind of board, never from names or content: what hangs on a wall
keeps its address. Two boards with the same six characters are refused by whoever collects all boards.
"""

from __future__ import annotations

import unicodedata
from hashlib import blake2b

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0, 1, i, l, o, which are taken for each other on a wall."""


def letters(data: bytes, length: int) -> str:
    """`length` letters of the alphabet that stand for `data`."""
    number = int.from_bytes(blake2b(data, digest_size=16).digest(), "big")
    found: list[str] = []
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        found.append(ALPHABET[rest])
    return "".join(found)


def board_id(place_path: str, board_kind: str) -> str:
    """The id of the board of `board_kind` at the place with the folder path `place_path`."""
    path = unicodedata.normalize("NFC", place_path.strip("/"))
    return letters(f"{path}\n{board_kind}".encode(), 6)
