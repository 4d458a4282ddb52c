"""noticeboard builds the disclosure site and the printed notice boards of residential compounds."""

__version__ = "0.1.0"
