"""`python -m tabayyun`: the same as the command `tabayyun`."""

import sys

from tabayyun.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
