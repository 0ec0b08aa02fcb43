"""A label for the same words wherever they stand in the article: asked first, taken back as one.

Where they stand is found by `tui.same_words`.
"""

from __future__ import annotations

from dataclasses import replace

from textual import events

from store import Annotation, Span, new_id
from tui.motions import quote_for
from tui.same_words import same_words
from tui.screens.reader.marking import Marking


class Repeating(Marking):
    """What tags many places at once."""

    def action_tag_same_words(self) -> None:
        """Offer the label of the annotation here for all other places with its words."""
        last = self._marks.get(self._last_mark or "")
        if last is not None and last.span == self._selection.span:
            self._offer_places(last)  # it was tagged just now: no need to ask which of two
        else:
            self._with_mark_here(self._offer_places)

    def _offer_places(self, mark: Annotation) -> None:
        places = self._places_like(mark)
        if not places:
            self.app.say(f"Nowhere else to tag {mark.label}: {self._short(mark.text)}")
            return
        assert self._open is not None
        quotes = self._open.quotes
        me = self.app.store.reviewer
        found = [(place, quote_for(quotes, place)) for place in places]
        self._repeating = [
            replace(
                mark,
                id=new_id(),
                start=place.start,
                end=place.end,
                text=self._open.article.text[place.start : place.end],
                speaker=quote.speaker if quote else None,
                note="",
                confidence=None,
                part_of=None,
                origin=None,
                reviewer=me,
                created_at="",
            )
            for place, quote in found
        ]
        self._view.set_hits(places)
        more = "1 more place" if len(places) == 1 else f"{len(places)} more places"
        words = self._short(mark.text)
        self.app.say(f"Tag {more} with {words} as {mark.label}? enter: yes · escape: no")

    def _places_like(self, mark: Annotation) -> list[Span]:
        """Where the words of a mark stand and the reviewer has not tagged them so already."""
        assert self._open is not None
        lines = [Span(line.start, line.end) for line in self._view.shown_lines]
        places = same_words(self._open.article.text, self._to_search(), lines, mark.span)
        tagged = {
            other.span
            for other in self._mine()
            if other.label == mark.label and other.status == "accepted"
        }
        return [place for place in places if place not in tagged]

    def on_key(self, event: events.Key) -> None:
        """Take the answer to the question, before the key means anything else."""
        made = self._repeating
        if not made:
            return
        event.stop()
        event.prevent_default()
        self._repeating = []
        self._view.set_hits(self._hits)
        again = self.app.keymap.keys("reader", "tag_same_words")
        if event.key in ("enter", "y") or event.key in again or event.character in again:
            self._last_label = made[0].label
            self._write_all(made)
            undo = self.app.keymap.display("reader", "undo")
            places = "1 place" if len(made) == 1 else f"{len(made)} places"
            self.app.say(f"{made[0].label} at {places} ({undo} takes them back)")
        else:
            self.app.say("Tagged nowhere else.")
