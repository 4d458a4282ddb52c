"""The theme: templates and assets of the package, shadowed file by file by the site's own `templates/`.

In a wheel the default theme lies in `noticeboard/theme`; in a checkout (an editable install) it is the
`templates/` folder at the top. A site whose `templates/` is that very folder overrides nothing.

Some assets are made and lie in no folder: the stylesheets of the sheets that boards are drawn on. Whoever needs the
bytes of an asset asks `asset_bytes`, and never looks for a file. What is made is given, so that a build without
changes, which only looks at names and times, need not import what makes it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import noticeboard
from noticeboard.boards.added_fonts import AddedFont
from noticeboard.frozen import dataclass
from noticeboard.reading.files import digest
from noticeboard.reading.statuses import statuses_below

PACKAGE = Path(noticeboard.__file__).resolve().parent
ASSETS = "assets"
FONT_FOLDER = "fonts"
"""Where a site keeps the fonts that it adds, beside content/."""
FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def default_theme() -> Path:
    """The folder of the default theme: in the wheel, or else in the checkout."""
    packed = PACKAGE / "theme"
    return packed if packed.is_dir() else PACKAGE.parent / "templates"


@dataclass(frozen=True)
class Theme:
    """The folders that templates come from, the site's own first."""

    folders: tuple[Path, ...]
    made: tuple[tuple[str, str], ...] = ()
    """Name and text of each made asset; a file of that name in a folder goes before it."""
    fonts: tuple[AddedFont, ...] = ()
    """The fonts that the site adds for its boards."""
    font_folder: Path | None = None
    """Where they lie, if there is such a folder."""

    @classmethod
    def of_site(
        cls, root: Path, made: tuple[tuple[str, str], ...] = (), fonts: tuple[AddedFont, ...] = ()
    ) -> Theme:
        """The theme of the site at `root`, with these made assets and added fonts."""
        default, own, added = default_theme(), root / "templates", root / FONT_FOLDER
        overrides = own.is_dir() and own.resolve() != default.resolve()
        folders = (own, default) if overrides else (default,)
        return cls(folders, made, fonts, added if added.is_dir() else None)

    def find(self, name: str) -> Path:
        """The file of a template or asset; FileNotFoundError if no folder has it."""
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                return path
        raise FileNotFoundError(name)

    def own(self, name: str) -> str | None:
        """The name of a template that the site shadows, given its name or full path; None for one of ours."""
        if len(self.folders) < 2:
            return None
        path = self.folders[0] / name
        is_own = path.is_file() and path.is_relative_to(self.folders[0])
        return path.relative_to(self.folders[0]).as_posix() if is_own else None

    def digest_of(self, name: str) -> str:
        """The digest of one file of the theme."""
        return digest(self.find(name).read_bytes())

    def files(self) -> tuple[tuple[str, int, int], ...]:
        """Path, size and time of every file of the theme and of the added fonts."""
        folders = (*self.folders, *((self.font_folder,) if self.font_folder else ()))
        return tuple(status for folder in folders for status in statuses_below(folder))

    def templates(self) -> tuple[str, ...]:
        """The names of all templates."""
        return tuple(
            sorted(
                {
                    path.relative_to(folder).as_posix()
                    for folder in self.folders
                    for path in folder.rglob("*")
                    if path.is_file() and path.relative_to(folder).parts[0] != ASSETS
                }
            )
        )

    def templates_digest(self) -> str:
        """The digest of all templates with the folders that they come from."""
        templates = sorted(
            path
            for folder in self.folders
            for path in folder.rglob("*")
            if path.is_file() and path.relative_to(folder).parts[0] != ASSETS
        )
        return digest("\n".join(f"{path} {digest(path.read_bytes())}" for path in templates).encode())

    @cached_property
    def state_digest(self) -> str:
        """The digest of all templates and assets, so that what was prepared from them can be kept."""
        return digest(f"{self.templates_digest()} {self.assets_digest}".encode())

    @cached_property
    def assets_digest(self) -> str:
        """The digest of the published names of all assets, which change with what is in them."""
        return digest(repr(sorted(self.assets.items())).encode())

    @cached_property
    def assets(self) -> dict[str, str]:
        """Every asset by name, with its path in the site: stylesheets and scripts carry a digest in their name."""
        names = {
            path.relative_to(folder / ASSETS).as_posix()
            for folder in self.folders
            for path in (folder / ASSETS).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        names.update(name for name, _ in self.made)
        return {name: f"{ASSETS}/{self._published_name(name)}" for name in sorted(names)}

    def asset_bytes(self, name: str) -> bytes:
        """The bytes of an asset: of its file, or as it is made; FileNotFoundError if there is neither."""
        try:
            return self.find(f"{ASSETS}/{name}").read_bytes()
        except FileNotFoundError:
            made = dict(self.made)
            if name not in made:
                raise
            return made[name].encode()

    def _published_name(self, name: str) -> str:
        stem, dot, suffix = name.rpartition(".")
        if suffix not in ("css", "js"):
            return name
        return f"{stem}-{digest(self.asset_bytes(name))[:8]}{dot}{suffix}"


def font_files() -> dict[str, Path]:
    """The board fonts by their path in the site; stylesheets refer to them by these names."""
    return {f"{ASSETS}/{name}": PACKAGE / "fonts" / name for name in FONTS}
