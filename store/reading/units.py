"""Words and clauses of a stretch of text: what the selection moves by below the sentence.

Sentences are found in `sentences.py`. A caller asks for the sentence on the screen, never for the
whole article.
"""

from __future__ import annotations

import re
from functools import cache

from store.model import Span
from store.reading.languages import Language

#: What stands at the end of a sentence and is no part of its last clause.
_ENDS = " \t\xa0\u3000.!?…。！？．"

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
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_SPACELESS = _IDEOGRAPH + _HIRAGANA + _KATAKANA
_FIRST = f"(?![{_SPACELESS}])[^\\W_]"
_LETTER = f"(?:{_FIRST}|[{_MARKS}])"

# A word may go on over one hyphen, apostrophe or underscore, over a point, comma, colon or slash
# between digits, over "&" and "@" (R&D, an address), and takes in a unit before or after a number.
# It begins with no mark: a joiner alone is the inside of an emoji.
_WORD = re.compile(
    f"[{_IDEOGRAPH}][{_MARKS}]*|[{_HIRAGANA}]+[{_MARKS}]*|[{_KATAKANA}]+[{_MARKS}]*"
    f"|[#@$€£¥₩₹]?{_FIRST}{_LETTER}*"
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


def clause_spans(text: str, span: Span, language: Language | None = None) -> list[Span]:
    """The clauses of a stretch, in order: what lies between commas, dashes, quote marks.

    The separators, the blanks beside them and the stops of a sentence's end belong to no clause; a
    clause holds at least one letter, digit or symbol. Where the language is given, a clause also
    begins behind the words that lead over from the saying to what is said (*bahwa*, *that*: the
    ``complementizers`` of its ``[speech]`` table), which belong to no clause either.
    """
    separators = [match.span() for match in _SEPARATOR.finditer(text, span.start, span.end)]
    leading = _complementizers(language) if language else None
    if leading is not None:
        separators += [match.span() for match in leading.finditer(text, span.start, span.end)]
        separators.sort()
    clauses: list[Span] = []
    start = span.start
    for before, after in separators:
        _add_clause(clauses, text, start, before)
        start = after
    _add_clause(clauses, text, start, span.end)
    return clauses


@cache
def _complementizers(language: Language) -> re.Pattern[str] | None:
    words = language.table("speech").get("complementizers", ())
    if not words:
        return None
    # One that ends in an apostrophe is written together with the next word (qu'il).
    ended = "|".join(
        re.escape(word) if word[-1] in "'’" else re.escape(word) + r"\b" for word in words
    )
    return re.compile(rf"\b(?:{ended})", re.IGNORECASE)


def _add_clause(clauses: list[Span], text: str, start: int, end: int) -> None:
    """Append ``start:end`` without its outer blanks and stops, if it holds more than those."""
    piece = text[start:end]
    kept = piece.lstrip()
    start += len(piece) - len(kept)
    kept = kept.rstrip(_ENDS)
    if kept.strip(_ENDS):
        clauses.append(Span(start, start + len(kept)))
