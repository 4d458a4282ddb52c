"""Whatever is released in whatever order, cut short or not, the site is what was asked for last."""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from site_folder import codes, pages, write

from noticeboard.publishing.journal import steps
from noticeboard.publishing.output import open_output, verify
from noticeboard.publishing.paths import check_together
from noticeboard.publishing.release import plan_release, stage

SEGMENTS = st.sampled_from(["a", "A", "b", "三湾街", "100%", "x.html"])
PATHS = st.lists(SEGMENTS, min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(PATHS, st.sampled_from(["一", "二", ""]), max_size=5).filter(
    lambda tree: not list(check_together(tree))
)
FOREIGN = {"CNAME": "别人的", "b/foreign/照片.jpg": "别人的"}
RELEASES = st.lists(st.tuples(TREES, st.integers(0, 30)), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(releases=RELEASES)
def test_random_releases_end_with_exactly_what_was_asked_for(
    releases: list[tuple[dict[str, str], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        site = root / "site"
        expected: dict[str, str] = {}
        for number, (tree, done) in enumerate(releases):
            output, report = open_output(site, root)
            assert output is not None
            if number == 0:
                write(site, FOREIGN)
            with output:
                assert pages(site) == expected | FOREIGN
                assert verify(output, output.own_files()) == frozenset()
                own = output.own_files()
                keep = {path: own[path] for path in tree if tree[path] == expected.get(path)}
                staged = [
                    stage(output.staging, path, tree[path].encode())
                    for path in sorted(tree.keys() - keep.keys())
                ]
                journal, report = plan_release(output, {s.path: s.digest for s in staged}, keep)
                if "b" in tree:  # would be a file where the foreign photo lies
                    assert codes(report) == ["E-OUTPUT-FOREIGN"]
                    assert journal is None
                    continue
                assert journal is not None
                for step in islice(steps(journal), done):
                    step.apply(site)
                if done > 0:
                    expected = tree
        output, _ = open_output(site, root)
        assert output is not None
        output.close()
        assert pages(site) == expected | FOREIGN
