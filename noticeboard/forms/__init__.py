"""Forms to be printed and filled in by hand: from public records and wishes to sheets laid out in millimetres."""
