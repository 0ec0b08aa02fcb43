"""Where the words of a span stand again in an article.

Pure; which of the places are offered for a mark, and with what speaker, is the reader's business.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from store import Searched, Span, WordSearch, word_spans


def same_words(text: str, searched: Searched, lines: Iterable[Span], span: Span) -> list[Span]:
    """Return where else the words of ``span`` stand as words, in order.

    Case, accents, blanks, quote marks and dashes are folded as in a search. An end of ``span``
    that itself stands within a word may be anywhere in the others too.

    Args:
        text: The article's text.
        searched: The same, made ready for searching.
        lines: Where to look. What goes over several lines is found in none.
        span: The words.
    """
    search = WordSearch(text[span.start : span.end])
    around = word_spans(text, Span(max(span.start - 1, 0), min(span.end + 1, len(text))))
    starts_within, ends_within = (_is_within(around, offset) for offset in span)
    found: list[Span] = []
    for line in lines:
        hits = [hit for hit in search.find(searched, [line]) if not hit.overlaps(span)]
        words = word_spans(text, line) if hits else ()
        found += [
            hit
            for hit in hits
            if (starts_within or not _is_within(words, hit.start))
            and (ends_within or not _is_within(words, hit.end))
        ]
    return found


def _is_within(words: Sequence[Span], offset: int) -> bool:
    """Whether a word goes on over ``offset``."""
    at = bisect_right(words, offset, key=lambda word: word.start) - 1
    return at >= 0 and words[at].start < offset < words[at].end
