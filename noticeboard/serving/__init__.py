"""The preview: content and templates are watched, the same build runs, the open page reloads."""
