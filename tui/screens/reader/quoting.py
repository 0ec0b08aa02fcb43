"""Quotes: adding and removing them by hand, and whether reported speech is shown.

What is decided shows at once and is written by the app's writer. Who speaks is `marking`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from store import Quote, Span, Store, articles
from tui.motions import quote_here
from tui.screens.reader.base import ReadingScreen
from tui.text_layout import trimmed


class Quoting(ReadingScreen):
    """What decides about quotes."""

    def action_quote(self) -> None:
        """Take the selection for a quote, or remove the quote that it lies in."""
        opened = self._open
        if opened is None:
            return
        span = trimmed(opened.article.text, *self._selection.span)
        here = quote_here(self._shown_quotes, span)
        if span.is_empty:
            self.app.say("Nothing is selected.")
        elif here is None:
            self._add_quote(span)
        else:
            self._remove_quote(here)

    def _add_quote(self, span: Span) -> None:
        opened = self._open
        assert opened is not None
        added = articles.as_quote(opened.quotes, opened.article, span, self.app.store.reviewer)
        article_id = opened.article.id
        self._decide(added, lambda store: articles.add_quote(store, article_id, *span))
        if added.speaker:
            self.app.say(f"Quote {self._short(added.text)} · {added.speaker}")
        else:
            key = self.app.keymap.display("reader", "speaker")
            self.app.say(f"Quote {self._short(added.text)} ({key} says who speaks)")

    def _remove_quote(self, quote: Quote) -> None:
        removed = replace(quote, shown=False, decided_by=self.app.store.reviewer)
        self._decide(removed, lambda store: articles.remove_quote(store, quote.id))
        undo = self.app.keymap.display("reader", "undo")
        self.app.say(f"Removed quote {self._short(quote.text)} ({undo} takes it back)")

    def _decide(self, quote: Quote, job: Callable[[Store], Any]) -> None:
        """Show a quote as it was decided, and have that written."""
        opened = self._open
        assert opened is not None
        others = [other for other in opened.quotes if other.id != quote.id]
        self._show_quotes(sorted([*others, quote], key=lambda one: (one.start, -one.end)))
        self.app.write(
            job,
            lambda _: self._reload(),
            failed=lambda _: self._reload(),
            record={
                "action": "quote" if quote.shown else "remove quote",
                "id": quote.id,
                "article_id": opened.article.id,
                "start_char": quote.start,
                "end_char": quote.end,
                "text": quote.text,
                "reviewer": quote.decided_by,
            },
        )

    def action_reported_speech(self) -> None:
        """Show reported speech among the quotes, or hide it."""
        opened = self._open
        if opened is None:
            return
        preferences = self.app.preferences
        preferences.reported = not preferences.reported
        self.app.keep_preferences()
        self._show_quotes(opened.quotes)
        found = sum(quote.shown and quote.kind == "reported" for quote in opened.quotes)
        if preferences.reported:
            self.app.say(f"Reported speech is shown: {found or 'none'} in this article.")
        else:
            self.app.say("Reported speech is hidden.")
