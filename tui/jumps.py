"""Jumping by labels: to a sentence, clause or quote, and from one word to another.

Pure: the reader draws the labels and hands over what is typed. A small letter belongs to a label;
anything else asks for the words that begin with it. So any stretch of words on the screen is
selected by what one sees of it, wherever the selection was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from store import Span, fold, word_spans
from tui.motions import Passages, Selection, Unit

#: Letters of labels, those under the strongest fingers first.
LETTERS = "fjdkslaghruweiotyvncmbxzqp"
#: Typed instead of a label: the selection stays, its active end moves.
AGAIN = ";"
#: So many words around the active end have labels; with them 24 labels are one letter long.
_NEAREST = 76


def labelled(spans: Sequence[Span]) -> dict[str, Span]:
    """Give each span a label of one letter or, as few of them as can be, of two.

    No label begins another. The first spans get the shortest labels; those behind the 676th none.
    """
    letters = len(LETTERS)
    single = len(spans)
    if single > letters:
        single = max(letters * letters - len(spans), 0) // (letters - 1)
    names = [
        *LETTERS[:single],
        *(one + other for one in LETTERS[single:] for other in LETTERS),
    ]
    return dict(zip(names, spans, strict=False))


#: What the next sign means: a label of a unit (or how a word begins), the label of the first
#: word, the label of the last word (or how it begins).
Stage = Literal["unit", "first word", "last word"]
_HINTS: dict[Stage, str] = {
    "unit": f"Type a label, a word's capital, or {AGAIN} to move the end",
    "first word": "From which word?",
    "last word": "To which word? Label or capital",
}


class Jump:
    """One jump, from the key that begins it to the selection that it ends in.

    Attributes:
        stage: What the next sign means.
        labels: What can be typed now, and what each label stands on.
        first: The word that a stretch of words begins with, once it is known.
        extends: The jump moves the active end of what was selected before.
        selection: Where the jump led, once it did.
        failed: Nothing on the screen answers to what was typed.
    """

    def __init__(self, passages: Passages, display: str, shown: Span, selection: Selection) -> None:
        """Label the sentences, clauses and quotes on the screen.

        Args:
            passages: The units of the article.
            display: The text as shown, code point for code point.
            shown: The stretch of text on the screen.
            selection: What is selected before the jump.
        """
        self._passages = passages
        self._display = display
        self._shown = shown
        self._from = selection
        self._typed = ""
        self.first: Span | None = None
        self.extends = False
        self.stage: Stage = "unit"
        self.labels = labelled(self._units())
        self.selection: Selection | None = None
        self.failed = not self.labels

    @property
    def hint(self) -> str:
        """What to do next, in words."""
        return _HINTS[self.stage] + (" · enter: this one alone" if self.first else "")

    def type(self, character: str) -> None:
        """Take one typed sign."""
        if self._typed or self.stage == "first word" or character in LETTERS:
            self._narrow(self._typed + character)
        elif self.stage == "unit" and character == AGAIN:
            self.extends = True
            self._ask_last()
        else:
            wanted = fold(character)
            found = [word for word in self._words() if fold(self._display[word.start]) == wanted]
            if self.stage == "unit":
                self.stage = "first word"
                self._offer(found)
            else:
                self._offer(self._nearest(found))
            if len(self.labels) == 1:
                self._reach(*self.labels.values())

    def enter(self) -> None:
        """End the jump on the word that it began with."""
        if self.first is not None:
            self.selection = Selection.of(self.first)
        self.failed = self.first is None

    def _units(self) -> list[Span]:
        """Where a jump leads at once: quotes first, sentences, then clauses that begin inside."""
        quotes = [q.span for q in self._passages.quotes if self._shown.contains(q.start)]
        sentences = list(self._on_screen("sentence"))
        units = list(dict.fromkeys([*quotes, *sentences]))
        taken = {unit.start for unit in units}
        # The clause within a quote's marks begins a sign behind them.
        return units + [
            clause
            for clause in self._on_screen("clause")
            if clause.start not in taken and clause.start - 1 not in taken
        ]

    def _on_screen(self, unit: Unit) -> Iterator[Span]:
        found = self._passages.following(unit, self._shown.start)
        while found is not None and found.start < self._shown.end:
            yield found
            found = self._passages.following(unit, found.end)

    def _words(self) -> list[Span]:
        """The words on the screen, in order."""
        words: list[Span] = []
        for line in self._passages.paragraphs:
            span = Span(max(line.start, self._shown.start), min(line.end, self._shown.end))
            if not span.is_empty:
                words += word_spans(self._display, span)
        return words

    def _ask_last(self) -> None:
        self.stage = "last word"
        self._offer(self._nearest(self._words()))

    def _nearest(self, words: list[Span]) -> list[Span]:
        """Those of the words to which the active end can go, the nearest first."""
        here = self._from
        if here.forward:
            there = [word for word in words if word.end > here.anchor and word.end != here.head]
        else:
            there = [word for word in words if word.start < here.anchor and word.start != here.head]
        return sorted(there, key=self._far)[:_NEAREST]

    def _far(self, word: Span) -> float:
        """How far a word is from the active end; the last word of a clause is half as far."""
        clause = self._passages.around("clause", word.start)
        ends = clause is not None and clause.end == word.end
        return abs(word.start - self._from.active) / (2 if ends else 1)

    def _offer(self, words: list[Span]) -> None:
        # In scripts without blanks two letters on each word would run into one another.
        ends = {word.end for word in words}
        self.labels = {
            name: word
            for name, word in labelled(words).items()
            if len(name) == 1 or word.start not in ends
        }
        self.failed = not words

    def _narrow(self, typed: str) -> None:
        left = {name: span for name, span in self.labels.items() if name.startswith(typed)}
        self.failed = not left
        self.labels = left
        self._typed = typed
        if typed in left:
            self._reach(left[typed])

    def _reach(self, span: Span) -> None:
        self._typed = ""
        self.labels = {}
        if self.stage == "unit":
            self.selection = Selection.of(span)
        elif self.stage == "first word":
            self.first = span
            self._from = Selection.of(span)
            self._ask_last()
            if self.failed:  # it is the last word there is
                self.enter()
        elif self._from.forward:
            self.selection = Selection(self._from.anchor, span.end)
        else:
            self.selection = Selection(self._from.anchor, span.start)
