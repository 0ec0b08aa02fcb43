"""The reader: one article, its quotes and marks, and a verb for each key.

What the keys are stands in keybindings.toml, how the text is drawn in `tui.widgets.article_view`.
"""

from __future__ import annotations

from store import articles
from tui.screens.reader.moving import Moving
from tui.screens.reader.quoting import Quoting
from tui.screens.reader.refusals import Refusals
from tui.screens.reader.repeating import Repeating
from tui.terminal_text import one_line


class ReaderScreen(Moving, Repeating, Quoting, Refusals):
    """Reads one article after the other and marks spans in them."""

    CSS_PATH = "reader.tcss"

    def action_next_article(self) -> None:
        """Open the next article."""
        self._go(+1)

    def action_previous_article(self) -> None:
        """Open the previous article."""
        self._go(-1)

    def action_done(self) -> None:
        """Mark the article as done and open the next."""
        opened = self._open
        if opened is None:
            return
        if self._order is None:  # before the state changes what the filter gives
            self._order = articles.order(self.app.store, self._query)
        self._kept_position = self._view.selection.start
        self._set_review(state="done", position=self._kept_position, seconds=opened.seconds)
        self._show_heading()
        title = opened.article.metadata.title or opened.article.source
        if self._go(+1):
            self.app.say(f"Done: {one_line(title)}")

    def action_leave(self) -> None:
        """Leave the innermost thing: jump labels, relabelling, hits, an extension, the article."""
        if self.jump is not None:
            self._end_jump()
        elif self._relabelling:
            self._relabelling = False
            self.app.say("")
        elif self._hits or self._needle:
            self._before_search = None
            self._leave_search()
        elif self._before_extension is not None:
            before, self._before_extension = self._before_extension, None
            self._select(before)
        else:
            self.close_article()

    def close_article(self) -> None:
        """Go back to the library."""
        self.keep_position()
        opened = self._open
        self.app.back_to_library(opened.article.id if opened else None)
