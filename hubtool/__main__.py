"""Starts the command line: `python -m hubtool`."""

from hubtool.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
