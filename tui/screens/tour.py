"""The tour on the screen: the reader with a line above it that tells what to try next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store import SPOKEN, ArticleQuery
from tui.screens.reader import ReaderScreen
from tui.terminal_text import one_line
from tui.tour import STEPS, Seen, Tour, told

#: How often it is looked whether a step was done, in seconds.
LOOK_EVERY = 0.1


class TourScreen(ReaderScreen):
    """Reads the tour's article; nothing of what is done here stays."""

    CSS_PATH = "tour.tcss"

    def __init__(self, tour: Tour) -> None:
        """Begin a tour."""
        super().__init__(tour.article_id, ArticleQuery())
        self._tour = tour
        self._at = 0
        self._begun: Seen | None = None
        self._jumped = 0
        self._shown_source = 0

    def compose(self) -> ComposeResult:
        """Put the line above the reader."""
        yield Static(Content(""), id="tour")
        yield from super().compose()

    def on_mount(self) -> None:
        """Tell the first thing to try."""
        self.set_interval(LOOK_EVERY, self._look)

    @property
    def step(self) -> int:
        """Which step is being tried, from 0."""
        return self._at

    def _seen(self) -> Seen:
        quotes = self._open.quotes if self._open is not None else []
        return Seen(
            self._selection,
            tuple((mark.id, mark.label, mark.note) for mark in self._marks.values()),
            frozenset(quote.span for quote in quotes if quote.kind in SPOKEN),
            self._jumped,
            self._shown_source,
        )

    def _look(self) -> None:
        """Go on to the next step where this one was done and nothing is being asked."""
        if self._open is None or not self.is_current or self._prompt.is_open:
            return
        seen = self._seen()
        if self._begun is None:
            self._begun = seen
            self._tell()
        elif STEPS[self._at].done(self._begun, seen):
            self._at, self._begun = self._at + 1, seen
            self._tell()

    def _tell(self) -> None:
        names = [label.name for label in self._labels]
        words = one_line(told(STEPS[self._at], self.app.keymap, names))
        number = f"{self._at + 1}/{len(STEPS)}"
        self.query_one("#tour", Static).update(Content(f"Tour {number}: {words}"))

    def _end_jump(self) -> None:
        if self.jump is not None and self.jump.selection is not None:
            self._jumped += 1
        super()._end_jump()

    def action_source_view(self) -> None:
        """Show the source, and count that it was shown."""
        super().action_source_view()
        self._shown_source += 1

    def action_export(self) -> None:
        """Say that there is nothing here to keep."""
        self.app.say("Nothing of the tour is kept: export from your own articles.")

    def close_article(self) -> None:
        """Leave the tour."""
        self.app.end_tour()
