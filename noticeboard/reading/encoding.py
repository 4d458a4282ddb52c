"""Bytes of a content file to text.

Files come from Notepad, WPS and editors of every system: UTF-8 with or without a byte order mark and with
any line ends is accepted and normalised to `\\n`. GB18030 and UTF-16 are recognised but never guessed into
text, because a wrong guess publishes mojibake; the message carries the command that converts the file.
"""

from __future__ import annotations

import codecs
import re

from noticeboard.diagnostics import Diagnostic, Origin, Position, code
from noticeboard.languages import Words
from noticeboard.reading.scan import mask_private

E_ENCODING = code("E-ENCODING", "文件不是 UTF-8 编码", "a file that is not UTF-8")
E_NUL = code("E-NUL", "文件里有空字节", "a NUL byte in a text file")
E_CONFLICT = code("E-CONFLICT", "合并冲突没有解决", "an unresolved merge conflict")

CONFLICT_MARKS = ("<<<<<<<", ">>>>>>>")
CONFLICT_LINE = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""`=======` alone is no evidence: it also underlines a heading in Markdown."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_text(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of `data` with `\\n` line ends and without a byte order mark, or None with what is wrong."""
    foreign = _foreign_encoding(data)
    if foreign:
        return None, [_not_utf8(file, foreign, None)]
    if b"\0" in data:
        return None, [_nul(data, file)]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None, [_undecodable(data, file)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not any(mark in text for mark in CONFLICT_MARKS):
        return text, []
    conflicts = [_conflict(text, match, file) for match in CONFLICT_LINE.finditer(text)]
    return (None if conflicts else text), conflicts


def _foreign_encoding(data: bytes) -> str | None:
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return name
    if 0 not in data:
        return None
    # Without a mark, UTF-16 shows in NULs on every second byte of its ASCII characters.
    even, odd = data[0::2].count(0), data[1::2].count(0)
    for count, other, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(data) >= 4 and count * 8 >= len(data) and not other:
            return name
    return None


def _undecodable(data: bytes, file: str) -> Diagnostic:
    """GB18030 when the bytes are that rather than UTF-8 with a damaged place; either way where it starts."""
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        position = _position(body, error.start)
    lenient = body.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    sound = sum(character > "\x7f" for character in lenient) - damaged
    if damaged > sound:
        try:
            body.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            # Pairs of GB18030 bytes can pass for UTF-8, so it starts at the first byte that is not ASCII.
            first = next(offset for offset, byte in enumerate(body) if byte > 0x7F)
            return _not_utf8(file, "gb18030", _position(body, first))
    return Diagnostic(
        E_ENCODING,
        Words(
            "这里有不是 UTF-8 的字节，文件可能已经损坏", "a byte here is not UTF-8; the file may be damaged"
        ),
        Words(
            "用编辑器打开，改正乱码处，另存为 UTF-8；或从历史版本恢复",
            "open it in an editor, mend the garbled place and save as UTF-8, or restore an older version",
        ),
        Origin(file),
        position,
    )


def _not_utf8(file: str, encoding: str, position: Position | None) -> Diagnostic:
    shown = {"gb18030": "GB18030（GBK）"}.get(encoding, encoding.upper() + " ")
    notepad = Words(
        "用记事本打开，“文件 → 另存为”，编码选 UTF-8 再保存",
        "open it in Notepad, choose File, Save as, encoding UTF-8",
    )
    remedy = notepad
    if not set(file) & set('$`!"'):  # a command is only offered for a name that no shell would interpret
        convert = (
            'python -c "import pathlib,sys;p=pathlib.Path(sys.argv[1]);'
            f"p.write_bytes(p.read_bytes().decode('{encoding}').encode('utf-8'))\" \"{file}\""
        )
        remedy = Words(f"{notepad.zh}；或运行：{convert}", f"{notepad.en}; or run: {convert}")
    return Diagnostic(
        E_ENCODING,
        Words(f"文件是 {shown}编码，要用 UTF-8", f"the file is encoded as {encoding.upper()}, not UTF-8"),
        remedy,
        Origin(file),
        position or Position(1, 1),
    )


def _nul(data: bytes, file: str) -> Diagnostic:
    return Diagnostic(
        E_NUL,
        Words("文本里有空字节（NUL），文件可能已经损坏", "the text has a NUL byte; the file may be damaged"),
        Words(
            "用编辑器删去这个看不见的字符，或从历史版本恢复文件",
            "delete the invisible character in an editor, or restore an older version of the file",
        ),
        Origin(file),
        _position(data.removeprefix(codecs.BOM_UTF8), data.removeprefix(codecs.BOM_UTF8).index(0)),
    )


def _position(data: bytes, offset: int) -> Position:
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _conflict(text: str, match: re.Match[str], file: str) -> Diagnostic:
    line = text.count("\n", 0, match.start()) + 1
    return Diagnostic(
        E_CONFLICT,
        Words("合并冲突的标记还留在文件里", "a merge conflict marker is left in the file"),
        Words(
            "在两种写法里选定一种，删去 <<<<<<<、=======、>>>>>>> 这几行",
            "keep one of the two versions and delete the lines <<<<<<<, =======, >>>>>>>",
        ),
        Origin(file),
        Position(line, 1, len(match[0])),
        mask_private(match[0]),
    )
