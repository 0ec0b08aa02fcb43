"""``python -m tui``: the same as ``sanggah``."""

from tui.cli import main

main()
