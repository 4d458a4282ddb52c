"""Thousands of series of edits: after each, a warm build makes what a cold one makes.

    python tests/soak/warm_and_cold.py --examples 3000 --seed 7

Longer series than in the suite, and sites with all their boards; every third is built by a preview. The series
that fails is made as short as it can be and printed; the same seed finds it again. Several seeds may run side
by side.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "building")]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402 - the path comes first
from hypothesis import strategies as st  # noqa: E402 - the path comes first
from site_edits import STEP, Step  # noqa: E402 - the path comes first
from two_builds import Ground, play  # noqa: E402 - the path comes first

BOARDS = ("none", "none", "few", "few", "all")
LONGEST = 4


def soak(examples: int, start: int, folder: Path) -> None:
    """Play that many series of edits; the first that fails is raised, with its steps."""
    begun, played = time.monotonic(), 0

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=tuple(HealthCheck),
        print_blob=False,
    )
    @given(
        boards=st.sampled_from(BOARDS),
        steps=st.lists(STEP, min_size=1, max_size=LONGEST),
        is_preview=st.sampled_from((False, False, True)),
    )
    def all_the_same(boards: str, steps: list[Step], is_preview: bool) -> None:
        nonlocal played
        played += 1
        play(Ground(folder, boards, is_preview), steps)
        if played % 100 == 0:
            print(f"{played} series in {time.monotonic() - begun:.0f} s", flush=True)

    all_the_same()


def main() -> None:
    """Read the arguments, soak, say that all is well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--examples", type=int, default=3000, help="how many series of edits")
    parser.add_argument("--seed", type=int, default=1, help="another number, other series")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        soak(asked.examples, asked.seed, Path(folder))
    print(f"{asked.examples} series of edits, seed {asked.seed}: every warm build equals the cold one")


if __name__ == "__main__":
    main()
