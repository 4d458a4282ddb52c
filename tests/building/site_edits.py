"""What people do to a site between two builds, as values that hypothesis draws and makes smaller.

    Site + Edit ─ apply ▶ Site changed in place

An edit names what it changes by a number, so that it always finds something, whatever went before. It may
well bring a mistake: a reference to what is gone, two records with one id, a link that leads nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from edited_site import MD, SPELLINGS, YML, Fields, Key, Row, Site, picture, written
from edited_values import NEW_RECORDS, PLACE_VALUES, RECORD_VALUES, SETTING_VALUES, SOURCE_VALUES
from hypothesis import strategies as st
from written_site import TODAY

from noticeboard.rendering.theme import default_theme

T = TypeVar("T")


class Edit(Protocol):
    """One thing done to the files."""

    def apply(self, site: Site) -> None: ...


def pick(items: Sequence[T], number: int) -> T | None:
    """One of the items, if there are any."""
    return items[number % len(items)] if items else None


def set_or_delete(fields: Fields, name: str, value: Any) -> None:
    """Write a field, or leave it out where the value is None."""
    if value is None:
        fields.pop(name, None)
    else:
        fields[name] = value


@dataclass(frozen=True)
class EditRecord:
    """Write one field of a record anew, or leave it out."""

    kind: str
    number: int
    field: str
    value: Any

    def apply(self, site: Site) -> None:
        key = pick([key for key in site.records if key[1] == self.kind], self.number)
        if key is not None:
            set_or_delete(site.records[key].fields, self.field, self.value)


@dataclass(frozen=True)
class AddRecord:
    """Write a new record, or one of the same id anew."""

    place: int
    kind: str
    name: str
    spelling: str

    def apply(self, site: Site) -> None:
        place = pick(list(site.places), self.place)
        if place is not None:
            site.records[place, self.kind, self.name] = Row(self.spelling, dict(NEW_RECORDS[self.kind]))


@dataclass(frozen=True)
class MoveRecord:
    """Move a record to another place, under the same id."""

    number: int
    place: int

    def apply(self, site: Site) -> None:
        key, place = pick(list(site.records), self.number), pick(list(site.places), self.place)
        if key is not None and place is not None:
            rename(site, key, (place, *key[1:]))


@dataclass(frozen=True)
class RenameRecord:
    """Give a record another id, with or without a redirect."""

    number: int
    name: str
    redirect: bool

    def apply(self, site: Site) -> None:
        key = pick(list(site.records), self.number)
        if key is not None:
            rename(site, key, (*key[:2], self.name))
            if self.redirect and key[2] != self.name:
                site.records[*key[:2], self.name].fields["was"] = [key[2]]


def rename(site: Site, old: Key, new: Key) -> None:
    """Put a record under another key, after all others."""
    site.records[new] = site.records.pop(old)


@dataclass(frozen=True)
class RespellRecord:
    """Write a record as a row, as a file of fields, or as a text with fields."""

    number: int
    spelling: str

    def apply(self, site: Site) -> None:
        key = pick(list(site.records), self.number)
        if key is not None:
            site.records[key].spelling = self.spelling


@dataclass(frozen=True)
class LastRecord:
    """Move a record to the end of its list."""

    number: int

    def apply(self, site: Site) -> None:
        key = pick(list(site.records), self.number)
        if key is not None:
            rename(site, key, key)


@dataclass(frozen=True)
class DeleteRecord:
    """Delete one record."""

    number: int

    def apply(self, site: Site) -> None:
        key = pick(list(site.records), self.number)
        if key is not None:
            del site.records[key]


@dataclass(frozen=True)
class EditPlace:
    """Write one field of a place anew, or leave it out."""

    number: int
    field: str
    value: Any

    def apply(self, site: Site) -> None:
        place = pick(list(site.places), self.number)
        if place is not None:
            set_or_delete(site.places[place], self.field, self.value)


@dataclass(frozen=True)
class AddPlace:
    """Open a place, within another or at the top."""

    above: int
    name: str
    level: str

    def apply(self, site: Site) -> None:
        above = pick(areas(site), self.above)
        path = f"{above}/{self.name}" if above else self.name
        site.places[path] = {"kind": self.level, "name": f"示例{self.name}", "households": "40"}


def areas(site: Site) -> list[str]:
    """The places that can have others below them, the site itself first."""
    return ["", *(path for path, fields in site.places.items() if fields.get("kind") != "楼院")]


@dataclass(frozen=True)
class MovePlace:
    """Move the folder of a place, with all that is in it, or give it another name."""

    number: int
    above: int
    name: str
    redirect: bool

    def apply(self, site: Site) -> None:
        old, above = pick(list(site.places), self.number), pick(areas(site), self.above)
        if old is None or above is None or f"{above}/".startswith(f"{old}/"):
            return
        new = f"{above}/{self.name}" if above else self.name
        if new not in site.places:
            move_folder(site, old, new)
            if self.redirect:
                site.places[new]["was"] = [f"/{old}"]


def move_folder(site: Site, old: str, new: str) -> None:
    """Everything at `old` and below, at `new`."""

    def moved(path: str) -> str:
        return new + path.removeprefix(old) if f"{path}/".startswith(f"{old}/") else path

    def moved_file(path: str) -> str:
        inside = path.startswith("content/")
        return f"content/{moved(path.removeprefix('content/'))}" if inside else path

    site.places = {moved(path): fields for path, fields in site.places.items()}
    site.records = {(moved(key[0]), *key[1:]): row for key, row in site.records.items()}
    site.files = {moved_file(path): data for path, data in site.files.items()}


@dataclass(frozen=True)
class DeletePlace:
    """Delete the folder of a place with all that is in it."""

    number: int

    def apply(self, site: Site) -> None:
        gone = pick(list(site.places), self.number)
        if gone is None:
            return

        def stays(path: str) -> bool:
            return not f"{path}/".startswith(f"{gone}/")

        site.places = {path: fields for path, fields in site.places.items() if stays(path)}
        site.records = {key: row for key, row in site.records.items() if stays(key[0])}
        site.files = {path: data for path, data in site.files.items() if stays(path.removeprefix("content/"))}


@dataclass(frozen=True)
class EditSetting:
    """Write one setting anew, or leave it out."""

    field: str
    value: Any

    def apply(self, site: Site) -> None:
        set_or_delete(site.settings, self.field, self.value)


@dataclass(frozen=True)
class EditSource:
    """Write a source anew, or delete it."""

    name: str
    fields: Fields | None

    def apply(self, site: Site) -> None:
        set_or_delete(site.sources, self.name, self.fields)


@dataclass(frozen=True)
class EditTemplate:
    """Shadow a template or an asset with one of the site's own, or go back to that of the program."""

    name: str
    more: str | None

    def apply(self, site: Site) -> None:
        path = f"templates/{self.name}"
        if self.more is None:
            site.files.pop(path, None)
            return
        ours = default_theme() / self.name
        text = ours.read_text(encoding="utf-8") if ours.is_file() else ""
        site.files[path] = (text + self.more).encode()


@dataclass(frozen=True)
class EditFile:
    """Replace a photo or an attachment by another one of the same size, or delete it."""

    number: int
    shade: int | None

    def apply(self, site: Site) -> None:
        path = pick([path for path in site.files if path.startswith("content/")], self.number)
        if path is None:
            return
        if self.shade is None:
            del site.files[path]
        elif path.endswith(".png"):
            site.files[path] = picture(self.shade)
        else:
            site.files[path] = b"%%PDF-1.4 %04d" % self.shade


@dataclass(frozen=True)
class HeadFile:
    """Begin a file with a comment, or take it away: all lines move, nothing else changes."""

    number: int

    def apply(self, site: Site) -> None:
        path = pick(sorted(path for path in written(site) if path.endswith(".yml")), self.number)
        if path is not None:
            site.headed ^= {path}


@dataclass(frozen=True)
class Spoil:
    """Write a file of the content so that it cannot be read, or one that belongs to nothing."""

    number: int
    data: bytes

    def apply(self, site: Site) -> None:
        stray = "content/readme.txt"
        texts = sorted(path for path in written(site) if path.endswith((".yml", ".md")))
        site.files[pick([*texts, stray], self.number) or stray] = self.data


NUMBERS = st.integers(0, 40)
IDS = st.sampled_from(["n1", "n2", "lamps", "team"])
FOLDERS = st.sampled_from(["p", "q", "x", "乐园"])


def mixed(*strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of the strategies, each as often as any other; `one_of` would see through those within."""
    return st.sampled_from(strategies).flatmap(lambda chosen: chosen)


def values(table: dict[str, tuple[Any, ...]]) -> st.SearchStrategy[tuple[str, Any]]:
    """A field of a table with one of its values; None leaves it out."""
    return st.sampled_from([(name, value) for name, choices in table.items() for value in choices])


def field_of(kind: str) -> st.SearchStrategy[EditRecord]:
    """A change of one field of one record of a kind."""
    return st.builds(
        lambda number, pair: EditRecord(kind, number, *pair), NUMBERS, values(RECORD_VALUES[kind])
    )


RECORD_EDITS = mixed(
    mixed(*map(field_of, RECORD_VALUES)),
    mixed(
        st.builds(AddRecord, NUMBERS, st.sampled_from(sorted(NEW_RECORDS)), IDS, st.sampled_from(SPELLINGS)),
        st.builds(DeleteRecord, NUMBERS),
        st.builds(MoveRecord, NUMBERS, NUMBERS),
        st.builds(RenameRecord, NUMBERS, IDS, st.booleans()),
    ),
    mixed(
        st.builds(RespellRecord, NUMBERS, st.sampled_from([YML, MD])),
        st.builds(LastRecord, NUMBERS),
        st.builds(HeadFile, NUMBERS),
    ),
)
SEEN_ELSEWHERE = {name: PLACE_VALUES[name] for name in ("name", "households", "sample", "issuer", "source")}
PLACE_EDITS = mixed(
    st.builds(lambda number, pair: EditPlace(number, *pair), NUMBERS, values(PLACE_VALUES)),
    st.builds(lambda number, pair: EditPlace(number, *pair), NUMBERS, values(SEEN_ELSEWHERE)),
    mixed(
        st.builds(AddPlace, NUMBERS, FOLDERS, st.sampled_from(["楼院", "楼院", "社区"])),
        st.builds(MovePlace, NUMBERS, NUMBERS, FOLDERS, st.booleans()),
        st.builds(DeletePlace, NUMBERS),
    ),
)
TEMPLATES = st.sampled_from(
    ["task.html", "page.html", "404.html", "panels/notices.html", "macros/records.html", "boards/frame.html"]
)
ASSETS = st.sampled_from(["assets/style.css", "assets/own.css"])
SITE_EDITS = mixed(
    st.builds(lambda pair: EditSetting(*pair), values(SETTING_VALUES)),
    st.builds(EditSource, st.sampled_from(["S1", "S2", "S3"]), st.sampled_from(SOURCE_VALUES)),
    mixed(
        st.builds(EditTemplate, TEMPLATES, st.sampled_from(["", "<!-- 自家 -->\n", "{{ nowhere }}", None])),
        st.builds(EditTemplate, ASSETS, st.sampled_from(["/* 自家 */\n", None])),
    ),
    st.builds(EditFile, NUMBERS, st.sampled_from([1, 2, 3, 255, None])),
    st.builds(Spoil, NUMBERS, st.sampled_from([b"title: [\n", b"\xff\xfe\x00", b"- {id: a, id: b}\n"])),
)
EDITS: st.SearchStrategy[Edit] = mixed(RECORD_EDITS, RECORD_EDITS, PLACE_EDITS, SITE_EDITS)

HARMS = ("alter", "delete", "empty", "truncate", "garbage", "json", "delete all", "restore")


@dataclass(frozen=True)
class Harm:
    """Damage to what earlier builds left: a file of the output or of the cache, or the whole of it."""

    of_cache: bool
    number: int
    how: str


@dataclass(frozen=True)
class Step:
    """What happens between two builds, and what is asked of the second."""

    edits: tuple[Edit, ...]
    today: date
    drafts: bool = False
    strict: bool = False
    touched: tuple[int, ...] = ()
    """Files that get a new time, although nothing in them changes."""
    harms: tuple[Harm, ...] = ()
    checked: bool = False
    """Whether `check` is asked before the build."""


DAYS = st.one_of(
    st.just(TODAY),
    st.integers(-2, 14).map(lambda days: TODAY + timedelta(days=days)),
    st.sampled_from([date(2026, 6, 30), date(2026, 11, 1), date(2027, 1, 1), date(2028, 7, 1)]),
)
RARELY = st.sampled_from([False] * 15 + [True])
STEP = st.builds(
    Step,
    edits=st.lists(EDITS, max_size=3).map(tuple),
    today=DAYS,
    drafts=st.sampled_from([False, False, True]),
    strict=RARELY,
    touched=st.lists(NUMBERS, max_size=2).map(tuple),
    harms=st.lists(st.builds(Harm, st.booleans(), NUMBERS, st.sampled_from(HARMS)), max_size=1).map(tuple),
    checked=st.sampled_from([False] * 5 + [True]),
)
