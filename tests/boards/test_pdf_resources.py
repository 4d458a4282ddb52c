"""What a page may use when it is drawn: stylesheets, fonts and photos from memory; nothing is ever fetched."""

from __future__ import annotations

import base64
import socket
import threading
from pathlib import Path

import pytest
from drawn_boards import THEME, engine, opened

from noticeboard.boards.sheet import A4_PORTRAIT
from noticeboard.diagnostics import Problem
from noticeboard.rendering.pdf import PdfEngine
from noticeboard.rendering.theme import Theme

PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@pytest.mark.parametrize(
    "html",
    (
        '<link rel="stylesheet" href="{}">',
        '<style>@import url("{}");</style>',
        '<style>@font-face{{font-family:B;src:url("{}")}}p{{font-family:B}}</style><p>x</p>',
        '<p style="background-image:url({});height:9px">x</p>',
        '<img src="{}">',
        "<img src={}>",
        '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    ),
)
@pytest.mark.parametrize(
    "address",
    (
        "file:///etc/hosts",
        "http://127.0.0.1:9/x",
        "https://example.org/x.css",
        "//example.org/x.css",
        f"data:image/png;base64,{PICTURE}",
        "assets/board.css",
        "photos/a.png",
        "../../etc/hosts",
    ),
)
def test_what_is_not_handed_in_is_refused(html: str, address: str) -> None:
    with pytest.raises(Problem) as told:
        engine().draw(html.format(address), A4_PORTRAIT)
    assert told.value.code == "E-PDF-RESOURCE"
    named = address.removeprefix("../../").removeprefix("//")[:60]
    assert named in told.value.message.zh
    assert named in told.value.message.en


def test_no_connection_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        visits: list[object] = []

        def wait() -> None:
            try:
                visits.append(server.accept())
            except TimeoutError:
                return

        waiting = threading.Thread(target=wait)
        waiting.start()
        with pytest.raises(Problem, match="127"):
            engine().draw(f'<img src="http://127.0.0.1:{server.getsockname()[1]}/x.png">', A4_PORTRAIT)
        waiting.join()
    assert visits == []


@pytest.mark.parametrize(
    "html",
    (
        '<link rel="icon" href="data:,">',
        "<p>src=&#34;data:text/plain,x&#34; url(data:image/png,x) http://example.org/</p>",
        '<a href="https://example.org/">示例</a>',
    ),
)
def test_what_is_only_text_is_no_request(html: str) -> None:
    assert engine().draw(html, A4_PORTRAIT).startswith(b"%PDF")


def test_a_photo_that_is_handed_in_is_drawn() -> None:
    html, photos = (
        '<img width="90" src="示例/photos/a%20b.png">',
        {"示例/photos/a b.png": base64.b64decode(PICTURE)},
    )
    pdf = opened(engine().draw(html, A4_PORTRAIT, photos))
    assert len(pdf.pages[0].resources.XObject) == 1
    with pytest.raises(Problem):
        engine().draw(html, A4_PORTRAIT)


def test_a_stylesheet_of_the_site_that_embeds_data_is_refused_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    style = f"p{{height:9px;background-image:url(data:image/png;base64,{PICTURE})}}"
    (tmp_path / "assets" / "own.css").write_text(style, encoding="utf-8")
    theme = Theme((tmp_path, *THEME.folders))
    drawing = PdfEngine(theme)
    assert drawing.draw("<p>示例</p>", A4_PORTRAIT).startswith(b"%PDF")
    with pytest.raises(Problem, match="data:image/png"):
        drawing.draw(f'<link rel="stylesheet" href="{theme.assets["own.css"]}"><p>示例</p>', A4_PORTRAIT)
