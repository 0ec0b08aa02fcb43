"""Jumping by labels: two letters to a sentence or quote, or from one word to another.

Pure: the reader draws the labels and hands over what is typed. Labels are small letters; a capital
or a digit asks for the words that begin with it instead, and they get labels of their own. So any
stretch of words on the screen is selected by what one sees of it, wherever the selection was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from store import Span, fold, word_spans
from tui.motions import Passages, Selection

#: Letters of labels, those under the strongest fingers first.
LETTERS = "fjdkslaghruweiotyvncmbxzqp"


def labelled(spans: Sequence[Span]) -> dict[str, Span]:
    """Give each span a label, all of one length: one letter where that is enough, else two."""
    if len(spans) <= len(LETTERS):
        names: Iterator[str] = iter(LETTERS)
    else:
        names = (one + other for one in LETTERS for other in LETTERS)
    return dict(zip(names, spans, strict=False))


#: What the next sign means: a label of a sentence or quote (or a capital, for words), the label
#: of the first word, how the last word begins, the label of the last word.
Stage = Literal["units", "first word", "beginning", "last word"]
_HINTS: dict[Stage, str] = {
    "units": "Jump: two letters, or the capital that a word begins with",
    "first word": "Which of them? Type its label",
    "beginning": "Up to which word? Type how it begins; enter takes this word alone",
    "last word": "Up to which of them? Type its label",
}


class Jump:
    """One jump, from the key that begins it to the selection that it ends in.

    Attributes:
        stage: What the next sign means.
        labels: What can be typed now, and what each label stands on.
        first: The word that a stretch of words begins with, once it is known.
        selection: Where the jump led, once it did.
        failed: Nothing on the screen answers to what was typed.
    """

    def __init__(self, passages: Passages, display: str, shown: Span) -> None:
        """Label the sentences and quotes on the screen.

        Args:
            passages: The units of the article.
            display: The text as shown, code point for code point.
            shown: The stretch of text on the screen.
        """
        self._passages = passages
        self._display = display
        self._shown = shown
        self._typed = ""
        self.first: Span | None = None
        targets = [quote.span for quote in passages.quotes if shown.contains(quote.start)]
        targets += self._sentences()
        ordered = sorted(dict.fromkeys(targets), key=lambda span: (span.start, span.end))
        names = (one + other for one in LETTERS for other in LETTERS)
        self.stage: Stage = "units"
        self.labels: dict[str, Span] = dict(zip(names, ordered, strict=False))
        self.selection: Selection | None = None
        self.failed = not ordered

    @property
    def hint(self) -> str:
        """What to do next, in words."""
        return _HINTS[self.stage]

    def type(self, character: str) -> None:
        """Take one typed sign."""
        if self.stage == "beginning":
            self._ask("last word", character)
        elif self.stage == "units" and not self._typed and not character.islower():
            self._ask("first word", character)
        else:
            self._narrow(self._typed + character)

    def enter(self) -> None:
        """End the jump on the word that it began with."""
        if self.first is not None:
            self.selection = Selection.of(self.first)

    def _sentences(self) -> Iterator[Span]:
        found = self._passages.following("sentence", self._shown.start)
        while found is not None and found.start < self._shown.end:
            yield found
            found = self._passages.following("sentence", found.end)

    def _words(self, letter: str) -> list[Span]:
        """The words on the screen, from the first word on, that begin with a letter or digit."""
        wanted = fold(letter)
        start = self.first.start if self.first else self._shown.start
        found: list[Span] = []
        for line in self._passages.paragraphs:
            span = Span(max(line.start, start), min(line.end, self._shown.end))
            if not span.is_empty:
                words = word_spans(self._display, span)
                found += [word for word in words if fold(self._display[word.start]) == wanted]
        return found

    def _ask(self, stage: Stage, character: str) -> None:
        words = self._words(character)
        self.stage = stage
        self.failed = not words
        if len(words) == 1:
            self._reach(words[0])
        else:
            self.labels = labelled(words)

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
        if self.stage == "units":
            self.selection = Selection.of(span)
        elif self.stage == "first word":
            self.first = span
            self.stage = "beginning"
        elif self.first is not None:
            self.selection = Selection(self.first.start, span.end)
