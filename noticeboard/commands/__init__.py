"""One module a command; `cli.py` imports a command's module when that command runs, and not before."""
