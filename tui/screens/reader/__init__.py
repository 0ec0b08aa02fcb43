"""The reader, a module for each kind of verb."""

from tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
