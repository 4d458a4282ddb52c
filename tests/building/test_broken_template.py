"""A site's own template that is broken: a message with file and line, and the old site as it was."""

from __future__ import annotations

from pathlib import Path

from whole_site import tree
from written_site import rebuild, write_content


def test_a_broken_template_stops_the_build_and_says_where(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/tasks.yml": "- {id: gas, title: 接通天然气, state: done}\n"})
    assert rebuild(root).ok
    before = tree(root / "site")
    (root / "templates").mkdir()
    (root / "templates/task.html").write_text(
        '{% extends "page.html" %}\n{% block main %}\n{{ view.oops }}{% endblock %}\n'
    )
    result = rebuild(root)
    found = [
        (each.code, each.origin.file, each.position and each.position.line)
        for each in result.report
        if each.code[0] == "E"
    ]
    assert found == [("E-TEMPLATE", "templates/task.html", 3)]
    assert tree(root / "site") == before
