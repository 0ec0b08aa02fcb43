"""Words and clauses of a stretch of text: what the selection moves by below the sentence.

Sentences are found in `sentences.py`. Nothing here depends on the language; a caller asks for the
sentence on the screen, never for the whole article.
"""

from __future__ import annotations

import re

from store.model import Span

# Scripts whose words are not set apart by spaces: an ideograph is a word, a run of kana is.
_IDEOGRAPH = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"

# Marks that belong to the letter before them and that `\w` leaves out: accents written apart,
# vowel signs of the Hebrew, Arabic, Indic and South-East Asian scripts, joiners, soft hyphen.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd"
    "\u0f18-\u0fbc\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
_SPACELESS = _IDEOGRAPH + _HIRAGANA + _KATAKANA
_LETTER = f"(?:(?![{_SPACELESS}])[^\\W_]|[{_MARKS}])"

# A word may go on over one hyphen, apostrophe or underscore, over a point, comma, colon or slash
# between digits, over "&" and "@" (R&D, an address), and takes in a unit before or after a number.
_WORD = re.compile(
    f"[{_IDEOGRAPH}]|[{_HIRAGANA}]+|[{_KATAKANA}]+"
    f"|[#@$€£¥₩₹]?{_LETTER}+"
    f"(?:(?:[-'’ʼ_&@·\u2010\u2011]|(?<=\\d)[.,:/](?=\\d)|[.](?=[a-z]{{2,3}}\\b)|[$€£¥₩₹](?=\\d))"
    f"{_LETTER}+)*"
    "(?:(?<=\\d)[%‰°€])?"
)

# What parts clauses: , ; : and their CJK and Arabic kin, dashes (a hyphen only between spaces),
# quote marks and brackets. A comma or colon between digits is part of a number or a time, an
# apostrophe inside a word part of it, a dash between digits a range.
_INSIDE = f"[\\w{_MARKS}]"
_SEPARATOR = re.compile(
    r"(?<!\d)[,:]|[,:](?!\d)|[;，、：；،؛]"
    r"|[—―]|(?<!\d)–|–(?!\d)|(?<=\s)-(?=\s)|-{2,}"
    r"|[\"“”„‟«»‹›「」『』《》〈〉()\[\]{}（）【】]"
    f"|(?<!{_INSIDE})['‘’‚‛]|['‘’‚‛](?!{_INSIDE})"
)


def word_spans(text: str, span: Span) -> list[Span]:
    """The words of a stretch, in order, without the punctuation around them.

    Inner hyphens and apostrophes and the points of numbers (``1.000``) belong to the word.
    """
    return [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]


def clause_spans(text: str, span: Span) -> list[Span]:
    """The clauses of a stretch, in order: what lies between commas, dashes, quote marks.

    The separators and the blanks beside them belong to no clause; a clause holds at least one
    letter, digit or symbol, so that each word of the stretch lies in exactly one clause.
    """
    clauses: list[Span] = []
    start = span.start
    for match in _SEPARATOR.finditer(text, span.start, span.end):
        _add_clause(clauses, text, start, match.start())
        start = match.end()
    _add_clause(clauses, text, start, span.end)
    return clauses


def _add_clause(clauses: list[Span], text: str, start: int, end: int) -> None:
    """Append ``start:end`` without its outer blanks, if it holds more than punctuation."""
    piece = text[start:end]
    kept = piece.strip()
    if kept.strip(".!?…。！？．"):
        start += len(piece) - len(piece.lstrip())
        clauses.append(Span(start, start + len(kept)))
