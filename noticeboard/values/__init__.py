"""The values that records are made of: money, quantities, partial dates, periods, working days, names.

Each is a frozen dataclass of scalars with exact arithmetic. A parser takes the text as it was written in
YAML and raises `noticeboard.diagnostics.Problem` when it cannot be accepted. Nothing here may read a
file, ask the clock or know what a record is.
"""
