"""The tour: an article of our own in a store of its own, which lasts as long as the tour.

Here stands what the tour has the reader try, and how the app is given the tour's store and gets its
own back. The user's store is not touched.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store import SanggahError, Span, Store, articles, open_store, read_document
from tui.keymap import Keymap
from tui.motions import Selection
from tui.writer import Writer

if TYPE_CHECKING:
    from tui.app import SanggahApp

ARTICLE = Path(__file__).with_name("tour_article.txt")


@dataclass(frozen=True)
class Seen:
    """What a step looks at to tell whether it was done.

    Attributes:
        selection: What is selected.
        marks: Id, label and note of the article's annotations.
        quotes: The places of its spoken quotes.
        jumped: How often a jump has ended.
        source: How often the source was shown, or left.
    """

    selection: Selection
    marks: tuple[tuple[str, str, str], ...]
    quotes: frozenset[Span]
    jumped: int
    source: int


@dataclass(frozen=True)
class Step:
    """One thing to try.

    Attributes:
        words: What to press and what it does; ``{action}`` stands for the reader's key.
        done: Whether it was done, from what is seen when the step begins and now.
    """

    words: str
    done: Callable[[Seen, Seen], bool]


def _annotated(before: Seen, now: Seen) -> bool:
    return len(now.marks) > len(before.marks)


def _grown(before: Seen, now: Seen) -> bool:
    wider = now.selection.span
    return wider != before.selection.span and wider.covers(before.selection.span)


STEPS = (
    Step(
        "{next_sentence} and {previous_sentence} go from sentence to sentence. "
        "Press {next_sentence}.",
        lambda before, now: now.selection != before.selection,
    ),
    Step(
        "{next_quote} goes to the next quote; who says it is known already. Press {next_quote}.",
        lambda before, now: now.selection.span in now.quotes,
    ),
    Step("{label} tags what is selected as {label_name}. Press {label}.", _annotated),
    Step(
        "{note} writes a note on it: press {note}, write a word, then press {accept}.",
        lambda before, now: any(note for _, _, note in now.marks),
    ),
    Step(
        "{undo} takes back what you did last, today or tomorrow. Press {undo}.",
        lambda before, now: now.marks != before.marks,
    ),
    Step("{grow} takes in more around the selection, {shrink} less. Press {grow}.", _grown),
    Step(
        "{jump} puts letters on all that is in sight. Press {jump}, then the letters of a quote.",
        lambda before, now: now.jumped > before.jumped,
    ),
    Step(
        "{source_view} shows the page as collected, and why lines are hidden. Press it twice.",
        lambda before, now: now.source >= before.source + 2,
    ),
    Step(
        "That is all. {help} lists the keys, {command_palette} finds any action; {leave} leaves.",
        lambda before, now: False,
    ),
)
"""What the tour has the reader try, in order; the last one stays until the tour is left."""


def told(step: Step, keymap: Keymap, labels: list[str]) -> str:
    """Return a step's words with the keys as they are bound."""
    label = labels[min(1, len(labels) - 1)] if labels else ""
    keys = {
        action.name: keymap.display(context, action.name)
        for context in ("app", "prompt", "reader")
        for action in keymap.actions(context)
        if not (context == "prompt" and action.name != "accept")
    }
    keys["accept"] = keymap.display("prompt", "accept")
    keys |= {"label": keymap.label_key(label), "label_name": label}
    return step.words.format_map({name: key or "(no key)" for name, key in keys.items()})


class Tour:
    """The tour's store in the place of the app's own, for as long as it lasts."""

    def __init__(self, app: SanggahApp) -> None:
        """Make the store with its article, and give it to the app.

        Raises:
            SanggahError: There is no room for it, or no place.
        """
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="sanggah-tour-"))
        except OSError as error:
            raise SanggahError(f"The tour needs a folder for a while: {error.strerror}") from None
        self._app = app
        self._own = (app.store, app.writer)
        try:
            store = open_store(self._folder / "tour.db", app.store.reviewer)
            document = read_document(ARTICLE.read_text(encoding="utf-8"))
            self.article_id, _ = articles.add(store, document, source=ARTICLE.name)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        app.store = store
        app.writer = Writer(store.path, store.reviewer, app.deliver)

    @property
    def store(self) -> Store:
        """The tour's store."""
        return self._app.store

    def end(self) -> None:
        """Give the app its own store back and remove the tour's."""
        store, writer = self._app.store, self._app.writer
        self._app.store, self._app.writer = self._own
        writer.close()
        store.close()
        shutil.rmtree(self._folder, ignore_errors=True)
