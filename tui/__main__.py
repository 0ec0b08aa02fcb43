"""``python -m tui``: the same as ``sanggah``."""

from tui.cli import main

if __name__ == "__main__":  # not in a process that reads articles for another
    main()
