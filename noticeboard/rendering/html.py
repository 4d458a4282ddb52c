"""Pages as HTML: one Jinja environment, strict about what is undefined, escaping everything.

    Page (url, template, view) ─ render ▶ bytes

A template sees the fields of its view, `view` itself, `asset(name)` and the words of the interface; nothing
of it can reach records, files or the clock. Markdown becomes HTML here, for stale pages only.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from noticeboard.boards.runs import Run
from noticeboard.boards.typesetting import SetText
from noticeboard.diagnostics import Diagnostic, Origin, Position, code
from noticeboard.interface import INTERFACE
from noticeboard.kind import Panel
from noticeboard.languages import Language, Words, ending
from noticeboard.page import Frame, Page, root_of
from noticeboard.reading.files import digest
from noticeboard.reading.markdown import to_html
from noticeboard.rendering.direct import program
from noticeboard.rendering.direct.templates import DirectTemplates
from noticeboard.rendering.escaping import escaped, marked
from noticeboard.rendering.theme import Theme
from noticeboard.values.names import in_width_of_three
from noticeboard.values.phrases import LONGEST, parts, phrases

E_TEMPLATE = code("E-TEMPLATE", "模板有错误", "a template is wrong")


class BrokenTemplate(Exception):
    """A template of the site's own `templates/` that cannot be used: its owner's mistake, not ours."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)  # what a worker process raises is made again from its arguments
        self.diagnostic = diagnostic


_FAULTS = (jinja2.TemplateError, TypeError, KeyError, AttributeError, FileNotFoundError, UnicodeDecodeError)


class Renderer:
    """Renders the pages of one site in the language of its interface."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.theme = theme
        self.language = language
        self.environment, self.direct = _templates(theme.folders, theme.templates_digest(), language)
        self.digests: dict[str, str] = {}
        """Of the templates asked for so far; a caller may add those that it knows from an earlier build."""

    def render(self, page: Page, version: str) -> bytes:
        """The bytes of a page, UTF-8 with `\n` line ends; `version` is the code in its foot."""
        view = page.view
        context = {name: getattr(view, name) for name in _names_of(view.__class__)}
        root, assets = root_of(page.url), self.theme.assets  # 404.html has a root of its own
        frame = context.get("frame")
        if isinstance(frame, Frame):
            context["frame"] = Frame(**{**vars(frame), "version": version})
            root = frame.root

        def asset(name: str) -> str:
            return root + assets[name]

        context.setdefault("view", view)
        context.setdefault("asset", asset)
        made = self.direct.rendered(page.template, context)
        if made is None:
            with self._telling_faults(page.template):
                made = self.environment.get_template(page.template).render(context)
        return made.encode()

    def template_digest(self, name: str) -> str:
        """The digest of a template with all that it extends, imports and includes by a fixed name."""
        if name not in self.digests:
            closure = sorted(self._closure(name))
            parts = [f"{each} {self.theme.digest_of(each)}" for each in closure]
            self.digests[name] = digest("\n".join(parts).encode())
        return self.digests[name]

    def _closure(self, name: str) -> set[str]:
        found, pending = set[str](), [(name, name)]
        while pending:
            current, named_by = pending.pop()
            if current in found:
                continue
            found.add(current)
            with self._telling_faults(named_by):
                self.theme.find(current)
            with self._telling_faults(current):
                references = self.direct.named(current).all
            pending.extend((each, current) for each in references)
        return found

    @contextmanager
    def _telling_faults(self, template: str) -> Iterator[None]:
        """Turn an error in a template of the site's own folder into `BrokenTemplate`; one of ours stays a bug."""
        try:
            yield
        except Exception as error:
            name, line = _where(error, template)
            stopped_in = self.theme.own(name)
            own = stopped_in or (self.theme.own(template) if isinstance(error, _FAULTS) else None)
            if own is None:
                raise
            raise _broken(own, _told(error), line if stopped_in else 0) from error


@lru_cache(maxsize=4)
def _templates(
    folders: tuple[Path, ...], state: str, language: Language
) -> tuple[jinja2.Environment, DirectTemplates]:
    """Templates compiled once for all builds of a process while they stay the same (`state`: their digest)."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        autoescape=lambda name: name is None or not name.endswith(".txt"),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        bytecode_cache=_compiled_before(),
        auto_reload=False,
    )
    words = {key: text.to(language) for key, text in INTERFACE.items()}

    def markdown(source: str, photos: str = "photos/", id_prefix: str = "", heading_level: int = 3) -> Markup:
        html = to_html(source, heading_level=heading_level, id_prefix=id_prefix, language=language)
        return Markup(_rebased(html, photos))  # nh3 has cleaned it

    environment.globals["t"] = words.__getitem__
    environment.globals["ending"] = ending
    environment.globals["person_name"] = name_html
    environment.globals["set_lines"] = lines_html
    environment.globals["set_block"] = block_html
    environment.filters["phrases"] = phrases_html
    environment.filters["parts"] = parts_html
    environment.filters["markdown"] = markdown
    return environment, DirectTemplates(environment, words)


def _compiled_before() -> jinja2.BytecodeCache | None:
    """Templates that earlier runs compiled, in a temporary folder of this user alone; None where there is none.

    Never in the site's own folder: what is compiled is run, and a site may come from a stranger.
    """
    files = sorted(Path(program.__file__).parent.glob("*.py"))
    compiler = digest(b"".join(path.read_bytes() for path in files) + jinja2.__version__.encode())
    try:
        return jinja2.FileSystemBytecodeCache(pattern=f"__noticeboard_{compiler[:12]}_%s.cache")
    except (RuntimeError, OSError):
        return None


def _broken(name: str, message: str, line: int) -> BrokenTemplate:
    return BrokenTemplate(
        Diagnostic(
            E_TEMPLATE,
            Words(f"模板 {name} 有错误：{message}", f"the template {name} is wrong: {message}"),
            Words(
                f"改正它，或删去它，改用自带的 {name}",
                f"correct it, or delete it to use the {name} of the program",
            ),
            Origin(f"templates/{name}"),
            Position(line, 1) if line else None,
        )
    )


def _told(error: Exception) -> str:
    """What an error says, with its name where that alone would not be understood (`'nope.css'`)."""
    if isinstance(error, FileNotFoundError):
        return f"there is no template {error}"
    if isinstance(error, jinja2.TemplateError | UnicodeDecodeError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _where(error: Exception, template: str) -> tuple[str, int]:
    """The template and line in which rendering stopped, as far as can be told."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.name or template, error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if Path(frame.filename).suffix in (".html", ".xml", ".txt"):
            return frame.filename, frame.lineno or 0
    return template, 0


_PHOTO = re.compile(r'(<img\b[^>]*\bsrc=")photos/')


def _rebased(html: str, photos: str) -> str:
    return _PHOTO.sub(lambda match: match[1] + photos, html)


@lru_cache(maxsize=20_000, typed=True)  # a text may be equal to HTML made elsewhere, and is no HTML
def name_html(name: str) -> Markup:
    """A person's name; two characters take the width of three."""
    pair = in_width_of_three(name)
    if pair is None:
        return marked(f'<span class="name">{escaped(name)}</span>')
    first, last = pair
    return marked(f'<span class="name"><span class="name-first">{first}</span>{last}</span>')


@lru_cache(maxsize=20_000, typed=True)  # a text may be equal to HTML made elsewhere, and is no HTML
def phrases_html(text: str) -> Markup:
    """A heading whose words stay whole; one that a macro has already made is left as it is."""
    if isinstance(text, Markup):
        return text
    return marked("".join(map(_phrase_html, phrases(text))))


def _phrase_html(piece: str) -> str:
    return f'<span class="keep">{escaped(piece)}</span>' if 1 < len(piece) <= LONGEST + 1 else escaped(piece)


@lru_cache(maxsize=20_000, typed=True)  # a text may be equal to HTML made elsewhere, and is no HTML
def parts_html(text: str) -> Markup:
    """A line of facts that is parted between them; one that is longer than a line is parted like other text."""
    pieces = parts(text)
    if len(pieces) == 1:
        return Markup.escape(text)
    spans = (f'<span class="part">{escaped(each.rstrip())}</span>' for each in pieces)
    blank = (" " if each.endswith(" ") else "" for each in pieces)
    return marked("".join(span + after for span, after in zip(spans, blank, strict=True)).rstrip())


def lines_html(text: SetText) -> Markup:
    """The lines of a set text of a board; spans where marks stand tight or a thin space stands."""
    return marked(
        "".join([f'<span class="line">{"".join(map(_run_html, line))}</span>' for line in text.lines])
    )


def block_html(text: SetText | None, css: str = "") -> Markup:
    """A set text with its size, leading and weight; nothing where there is none."""
    if not text:
        return Markup()
    return marked(f'<div class="{text.css}{" " if css else ""}{escaped(css)}">{lines_html(text)}</div>')


def _run_html(run: Run) -> str:
    text, css = run
    return f'<span class="{escaped(css)}">{escaped(text)}</span>' if css else escaped(text)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a view."""
    return tuple(item.name for item in fields(kind))


def templates_of(view: Any) -> tuple[str, ...]:
    """Templates that a view names itself: those of the panels of a place."""
    values = (getattr(view, name) for name in _names_of(view.__class__))
    panels = (item for value in values if isinstance(value, tuple) for item in value)
    return tuple(sorted({panel.template for panel in panels if isinstance(panel, Panel)}))
