"""Every kind of board, in the order of the print centre."""

from __future__ import annotations

from noticeboard.boards import notice, organization, tasks, volunteer
from noticeboard.boards.view import BoardKind

BOARD_KINDS: tuple[BoardKind, ...] = (organization.KIND, volunteer.KIND, tasks.KIND, notice.KIND)
"""A new kind is one file here, one template, one entry in this list."""
