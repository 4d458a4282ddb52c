"""Reading: content files to plain values, and where each of them stands."""
