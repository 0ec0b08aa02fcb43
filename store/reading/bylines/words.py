"""The words of the tables ``[metadata]`` that apply to one page: labels, roles, desks, places.

Made once for a language; what lines say with them is told in the modules beside this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from store.matching import fold
from store.reading.cues import CueBook, cue_book
from store.reading.languages import COMMON, Language, codes, load
from store.reading.patterns import any_of


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the tables ``[metadata]`` that apply to one page's language."""

    author: re.Pattern[str]
    editor: re.Pattern[str]
    author_labels: frozenset[str]
    every_author_label: frozenset[str]
    bare: frozenset[str]
    editor_labels: frozenset[str]
    published: re.Pattern[str]
    modified: re.Pattern[str]
    as_of: re.Pattern[str]
    date_words: re.Pattern[str]
    roles: frozenset[str]
    staff: frozenset[str]
    staff_endings: tuple[str, ...]
    particles: frozenset[str]
    outlet_words: frozenset[str]
    outlet_endings: tuple[str, ...]
    outlet_articles: frozenset[str]
    places: frozenset[str]
    conjunction: re.Pattern[str]
    after_name: re.Pattern[str]
    whence: re.Pattern[str] | None
    source: re.Pattern[str] | None
    label_glued: re.Pattern[str]
    prompts: frozenset[str]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    no_outlets: frozenset[str]
    surnames: tuple[str, ...]
    weekdays: frozenset[str]
    wire: frozenset[str]
    compiled: re.Pattern[str] | None
    cues: CueBook


CJK = re.compile(r"^[\u3005-\u30ff\u3400-\u9fff・＝ 　]+$")
CJK_NAME = re.compile(
    r"^[\u3005\u3400-\u9fff]{1,4}[ 　]?(?:[\u3005\u3400-\u9fff]{1,4}|[\u3041-\u309f]{2,4}"
    r"|[\u30a1-\u30ff]{2,6})$"
)


def outlet_words(language: Language) -> frozenset[str]:
    """Words in the names of outlets, as written: “Times”, “Zeitung”."""
    return words_of(language).outlet_words


def is_place(key: str, language: Language) -> bool:
    """Whether a folded line is nothing but a town that the language's file knows."""
    return key in words_of(language).places


#: The name of a source has no more words, nor has what stands before an agency in brackets where
#: no sign parts it from the report.
WORDS_OF_A_HEAD = 5
#: Where what stands between blanks is a syllable, of names as of other words.
_SYLLABIC = frozenset(("vi",))
#: Labels that say too little when they stand alone on a line.
_TOO_COMMON = frozenset(
    fold(word)
    for word in (
        "text",
        "texte",
        "texto",
        "teks",
        "tin",
        "bài",
        "bericht",
        "interview",
        "laporan",
        "from",
        "edition",
        "édition",
    )
)


@cache
def words_of(language: Language) -> Words:
    """The words that apply to a page in ``language``: its own, and those that all share."""
    own, speech = language.table("metadata"), language.table("speech")
    names = [COMMON] if own else list(codes())
    tables = [own, *(load(code).table("metadata") for code in names if code != language.code)]

    def gather(key: str) -> list[str]:
        return list(dict.fromkeys(fold(word) for table in tables for word in table.get(key, ())))

    bare = set(gather("author_without_colon"))
    outlets = frozenset(word for table in tables for word in table.get("outlet_words", ()))
    by = [word for word in gather("editor") if word.split()[-1] in {"by", "oleh", "von", "par"}]
    return Words(
        author=_label(gather("author"), bare),
        editor=_label(gather("editor"), set(by)),
        author_labels=frozenset(gather("author")) - _TOO_COMMON,
        every_author_label=frozenset(gather("author")),
        bare=frozenset(word for word in bare if " " not in word and len(word) > 1) - _TOO_COMMON,
        editor_labels=frozenset(gather("editor")) - _TOO_COMMON,
        published=_before_date(gather("published"), gather("date_words")),
        modified=_before_date(gather("modified"), gather("date_words")),
        as_of=_before_date(gather("as_of"), gather("date_words")),
        date_words=re.compile(rf"(?:[\s,:(]|^)(?:{any_of(gather('date_words'))}[\s:,.]*)+$"),
        roles=frozenset(gather("roles")),
        staff=frozenset(gather("staff")),
        staff_endings=tuple(gather("staff_endings")),
        particles=frozenset(gather("particles")),
        outlet_words=outlets,
        outlet_endings=tuple(word for word in outlets if CJK.match(word)),
        outlet_articles=frozenset(own.get("outlet_articles", ())),
        places=frozenset(
            fold(place)
            for code in codes()
            for place in load(code).table("metadata").get("places", ())
        ),
        conjunction=re.compile(rf"\s+(?:{any_of(gather('and'))})\s+|[、・，]", re.IGNORECASE),
        after_name=re.compile(rf"\s*(?:$|[,(|]|{any_of(gather('after_name'))}\s)"),
        whence=_whence(
            [word for table in tables for word in table.get("whence", ())], gather("and")
        ),
        source=_source(gather("source")),
        label_glued=_glued_labels(
            gather("author_without_colon"), (*gather("published"), *gather("roles"))
        ),
        prompts=_words_of_prompts(language),
        bodies=frozenset(fold(word) for word in speech.get("bodies", ())),
        body_endings=tuple(fold(word) for word in speech.get("body_endings", ())),
        no_outlets=frozenset(word for table in tables for word in table.get("no_outlets", ())),
        surnames=tuple(speech.get("surnames", ())) if language.code == "zh" else (),
        weekdays=frozenset(map(fold, language.words("dates", "weekdays"))),
        wire=frozenset(gather("wire")),
        compiled=_compiled(gather("compiled"), gather("wire")),
        cues=cue_book(language),
    )


def _compiled(words: Sequence[str], wire: Sequence[str]) -> re.Pattern[str] | None:
    """How a report was made of others', in brackets behind a name: “Minh Hòa (Tổng hợp)”."""
    if not words:
        return None
    relayed = rf"(?:{any_of(wire)})\s(?P<agency>[^()]{{2,30}})"
    return re.compile(rf"(?<=\w)\s*\((?:{any_of(words)}|{relayed})\)$", re.IGNORECASE)


def _whence(words: Sequence[str], joining: Sequence[str]) -> re.Pattern[str] | None:
    """Where somebody writes from, behind a name: “Jane Doe in Rome and John Roe in Ashford”."""
    if not words:
        return None
    place = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,2}"
    return re.compile(rf",? \(?{any_of(words)} {place}\)?(?=$|\s*[,;&]|\s+{any_of(joining)}\s)")


def _source(words: Sequence[str]) -> re.Pattern[str] | None:
    """Whose text it is, on the line of a date: “Source: Harbour Times”."""
    labels = any_of(words)
    return (
        re.compile(rf"(?:^|\s){labels}\s?[:：]\s?(?P<source>[^:：]{{2,40}})$", re.I)
        if words
        else None
    )


def _glued_labels(authors: Sequence[str], others: Sequence[str]) -> re.Pattern[str]:
    """Labels in capitals that lost the blank beside them: “ByJane DoeReporterPublished May 3”."""
    opening = any_of([word.capitalize() for word in authors if " " not in word])
    inside = any_of([word.capitalize() for word in others if len(word) > 5 and " " not in word])
    return re.compile(
        rf"^(?:{opening})(?=[A-ZÀ-Þ][a-zà-ÿ])"
        rf"|(?<=[a-zà-ÿ])(?={inside}(?!\w))|(?<=[a-zà-ÿ])(?=Updated )"
    )


def _words_of_prompts(language: Language) -> frozenset[str]:
    """The words of all the cues, of which no name consists."""
    if language.code in _SYLLABIC:
        return frozenset()
    books = [load(COMMON).table("lines"), language.table("lines")]
    phrases = (
        phrase
        for book in books
        for table in book.values()
        if isinstance(table, dict)
        for phrases in table.values()
        for phrase in phrases
        if isinstance(phrase, str)
    )
    return frozenset(word for phrase in phrases for word in fold(phrase).split() if len(word) > 2)


def _label(labels: Sequence[str], bare: set[str]) -> re.Pattern[str]:
    """A label with a colon, or without one where the language allows it.

    A label may hold a wildcard for one or two words: “aus * berichtet”.
    """
    with_colon = rf"{_any_label(labels)}\s*(?P<colon>[:：＝])"
    without = rf"{_any_label(bare)}(?:(?<=＝)|\.?\s+)"
    return re.compile(rf"[(\[*]?\s*(?<!\w)(?P<label>{with_colon}|{without})\s*")


def _any_label(labels: Iterable[str]) -> str:
    parted = (re.escape(label).replace(r"\*", r"\w+(?: \w+)?") for label in labels if "*" in label)
    plain = any_of(label for label in labels if "*" not in label)
    return f"(?:{'|'.join([plain, *parted])})"


def _before_date(labels: Sequence[str], fillers: Sequence[str]) -> re.Pattern[str]:
    """A label at the end of the words before a date (“last updated on”)."""
    return re.compile(
        rf"(?<!\w){any_of(labels)}(?:[\s:：.,(-]+{any_of(fillers)})*[\s:：.,()\]】／/｜-]*$"
    )
