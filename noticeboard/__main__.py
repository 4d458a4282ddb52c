"""`python -m noticeboard` does what the command `noticeboard` does."""

from __future__ import annotations

from noticeboard.cli import main

if __name__ == "__main__":
    main()
