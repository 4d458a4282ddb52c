"""Templates as plain Python functions; what they mean is Jinja's, which is asked where a function stops."""
