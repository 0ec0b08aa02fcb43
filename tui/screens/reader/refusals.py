"""Why a verb of the reader would do nothing now: for the palette, which lists it all the same.

The verbs say the same when they are pressed; here it can be asked without pressing.
"""

from __future__ import annotations

from store import history
from tui.motions import annotations_here
from tui.screens.reader.details import Details
from tui.screens.reader.looking import Looking

_NEEDS_OWN = ("relabel", "remove", "note", "confidence")


class Refusals(Details, Looking):
    """Knows which verbs have nothing to act on."""

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here and now, in a few words; "" if it has."""
        opened = self._open
        if opened is None:
            return "no article is open"
        article_id, store, seen = opened.article.id, self.app.store, self._marks.values()
        here = annotations_here(
            [m for m in self._mine() if m.status != "rejected"], self._selection
        )
        match action:
            case "repeat_tag":
                return "" if self._last_label else "nothing tagged yet"
            case "accept":
                return "" if self._suggestion_here() else "no suggestion here"
            case "remove" if self._suggestion_here():
                return ""
            case "relabel" | "remove" | "note" | "confidence" | "tag_same_words" if not here:
                others = annotations_here(list(seen), self._selection)
                return f"it is {others[0].reviewer}'s" if others else "no annotation here"
            case "respan" | "continue_annotation":
                return "" if self._mine() else "no annotation of yours here"
            case "next_annotation" | "previous_annotation":
                return "" if any(m.status != "rejected" for m in seen) else "nothing marked yet"
            case "next_quote" | "previous_quote":
                return "" if self._passages.quotes else "no quotes in this article"
            case "next_quote_in_marks" | "previous_quote_in_marks":
                in_marks = any(quote.kind != "reported" for quote in self._passages.quotes)
                return "" if in_marks else "no quotes in quotation marks here"
            case "next_hit" | "previous_hit":
                none = "still searching" if self._looking else "no search yet"
                return "" if self._hits else none
            case "undo":
                return "" if history.can_undo(store, article_id) else "nothing to undo here"
            case "redo":
                return "" if history.can_redo(store, article_id) else "nothing to redo here"
        return ""
