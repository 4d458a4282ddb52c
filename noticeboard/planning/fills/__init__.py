"""What each kind of board shows of a place: from its public records to the board's own input.

The records are those that may be shown on the wall and on the web, because the site shows its boards too.
A board that would have nothing to show is not made. A new kind of board is one file here and one entry in
`FILLS`, in the order of the print centre.
"""

from __future__ import annotations

from noticeboard.planning.board_pages import Fill
from noticeboard.planning.fills.notice import notice_boards
from noticeboard.planning.fills.organization import organization_boards
from noticeboard.planning.fills.tasks import tasks_boards
from noticeboard.planning.fills.volunteer import volunteer_boards

FILLS: tuple[Fill, ...] = (organization_boards, volunteer_boards, tasks_boards, notice_boards)
