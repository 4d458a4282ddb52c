"""What is wrong with the records, and what of them may be shown."""
