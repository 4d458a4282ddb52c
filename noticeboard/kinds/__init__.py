"""One file a kind of record: its fields, its words in both languages, its rules, its pages and panels."""
