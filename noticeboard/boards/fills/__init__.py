"""What kinds of boards show of a place: from its public records to the board's own input.

The records are those that may be shown on the wall and on the web, because the site shows its boards too.
A board that would have nothing to show is not made. A kind whose layout is short has its fill beside it, in
one file of `boards/`.
"""
