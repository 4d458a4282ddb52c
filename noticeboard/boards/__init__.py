"""Printable boards: from public texts to sheets laid out in millimetres; each kind of board is one file."""
