"""The least that a Textual program with a list can be: what `bench.start` measures against."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class MinimalApp(App[None]):
    """Header, a table of the titles given on the command line, Footer."""

    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012 as in Textual's own examples

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Title", "Outlet", "Date")
        for title in sys.argv[1:]:
            table.add_row(title, "outlet", "2023-10-13")


if __name__ == "__main__":
    MinimalApp().run()
