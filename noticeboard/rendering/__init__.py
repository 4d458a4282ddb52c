"""From page values to bytes; the only place that knows Jinja or, later, a PDF engine."""
