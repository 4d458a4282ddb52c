"""A site's own template that is broken: a message with file and line, and the old site as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
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


@pytest.mark.parametrize(
    ("template", "line", "said"),
    (
        ("a\n{% if view %}\n", 2, "Unexpected end of template"),
        ("a\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
        ("{{ view() }}", 1, "TypeError: "),
        ("{{ 1 | nofilter }}", 1, "No filter named 'nofilter'"),
        ("a\n{{ asset('nope.css') }}", 2, "KeyError: 'nope.css'"),
        ("{% include 'task.html' %}", 1, "RecursionError: "),
        ("{% include 'nope.html' %}", None, "there is no template nope.html"),
        ("{% extends 'nope.html' %}", None, "there is no template nope.html"),
        ("\udcff", None, "'utf-8' codec can't decode"),
    ),
)
def test_whatever_goes_wrong_in_it_is_said_of_that_template(
    tmp_path: Path, template: str, line: int | None, said: str
) -> None:
    root = write_content(tmp_path, {"c/tasks.yml": "- {id: gas, title: 接通天然气, state: done}\n"})
    (root / "templates").mkdir()
    (root / "templates/task.html").write_bytes(template.encode(errors="surrogateescape"))
    (found,) = (each for each in rebuild(root).report if each.code == "E-TEMPLATE")
    assert (found.origin.file, found.position and found.position.line) == ("templates/task.html", line)
    assert said in found.message.en
    assert not (root / "site/index.html").exists()
