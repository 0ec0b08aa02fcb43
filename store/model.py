"""The words of the trade as frozen data: articles, lines, quotes, annotations, reviews.

Every offset here is a code point in ``Article.text``, 0-based and end-exclusive, so that
``text[start:end]`` is the span. Times are ``YYYY-MM-DDTHH:MM:SS.mmmZ`` in UTC. In the database
the columns are named ``start_char`` and ``end_char``. This module imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

LineKind = Literal[
    "title",
    "standfirst",
    "byline",
    "date",
    "dateline",
    "heading",
    "body",
    "caption",
    "boilerplate",
    "blank",
]
QuoteKind = Literal["direct", "partial", "reported", "nested", "term", "title"]
AnnotationStatus = Literal["accepted", "suggested", "rejected"]
ReviewState = Literal["new", "reading", "done"]

#: The kinds of quotes that are somebody's words.
SPOKEN: tuple[QuoteKind, ...] = ("direct", "partial", "reported")

#: Who decided about a line or a quote when no person did.
RULE = "rule"

#: How long a reviewer's name may be, in code points.
LONGEST_REVIEWER = 100


class SanggahError(Exception):
    """A failure that the user can understand: one clear line, what happened and what to do."""


class Span(NamedTuple):
    """A stretch of an article's text in code points, end-exclusive."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether the span holds no code point."""
        return self.end <= self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        """Whether the code point at ``offset`` lies inside."""
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text as imported, without its line end.

    ``reason`` says in a person's words why the line has its kind; ``decided_by`` is ``rule`` or
    the name of the reviewer who hid or showed it.
    """

    number: int
    start: int
    end: int
    kind: LineKind
    shown: bool
    reason: str = ""
    decided_by: str = RULE

    @property
    def span(self) -> Span:
        """The line's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the page puts in somebody's mouth, with the marks around them if it has some.

    ``speaker`` is the fullest name that the article gives this person, verbatim, and
    ``speaker_start``/``speaker_end`` a place where exactly those words stand.
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    shown: bool = True
    decided_by: str = RULE
    id: str = ""

    @property
    def span(self) -> Span:
        """The quote's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states of itself; what it does not state is None.

    ``published`` and ``modified`` are ISO dates, or date-times with an offset where the page
    states a time. ``wire`` names an agency (AFP, Reuters), never the speaker.
    """

    title: str | None = None
    byline: str | None = None
    editor: str | None = None
    outlet: str | None = None
    wire: str | None = None
    published: str | None = None
    modified: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None


#: The fields of `Metadata` that a reviewer may mend.
MENDABLE = ("title", "byline", "outlet", "published", "url")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read: what the page says of itself, its lines and its quotes, in text order."""

    text: str
    metadata: Metadata
    lines: tuple[Line, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article. ``id`` is the first 16 hex digits of the SHA-256 of ``text``."""

    id: str
    text: str
    metadata: Metadata
    source: str
    words: int
    added_at: str
    removed_at: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0

    @property
    def length(self) -> int:
        """The text's length in code points."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of mark. ``color`` is ``#rrggbb``; ``position`` counts from 1."""

    name: str
    color: str
    description: str
    position: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A span that a reviewer marked. ``text`` is the exact slice of the article's text."""

    id: str
    article_id: str
    label: str
    start: int
    end: int
    text: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    speaker: str | None = None
    confidence: float | None = None
    status: AnnotationStatus = "accepted"
    part_of: str | None = None
    origin: str | None = None
    reviewer: str = ""
    created_at: str = ""
    updated_at: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The annotation's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Review:
    """How far one reviewer has come with one article. ``position`` is a code point."""

    article_id: str
    reviewer: str
    state: ReviewState = "new"
    position: int = 0
    seconds: float = 0.0
    updated_at: str = ""
