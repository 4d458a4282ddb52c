"""From public records to pages: what the site consists of, as values."""
