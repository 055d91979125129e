"""`python -m tabayyun`: the same as the command `tabayyun`."""

from tabayyun.app.cli import main

if __name__ == "__main__":
    main()
