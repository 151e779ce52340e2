"""Runs the commands: `python -m backend …`."""

import sys

from backend.commands import main

if __name__ == "__main__":
    sys.exit(main())
