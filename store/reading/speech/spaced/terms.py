"""What stands in marks and is no speech: names, titles, words spoken of.

Goes by the words beside the marks, the capitals between them, and what stands in marks elsewhere.
Who says what is told by `attributions.py`, what follows from both by `page.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.reading.speech.spaced.attributions import Attribution
from store.reading.speech.spaced.subjects import names_a_body
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    AFTER,
    AUXILIARY,
    BEFORE,
    BY,
    CAPITAL,
    COMPLEMENTIZER,
    COORDINATOR,
    DETERMINER,
    END,
    FINITE,
    FRAME,
    FRONTED,
    FUNCTION,
    LINK,
    MOOD,
    NAMING,
    NEGATION,
    OWNING,
    PLURAL,
    PRONOUN,
    QUOTE,
    SMALL,
    STOP,
    TERM_NOUN,
    TOWARDS,
    WORD,
    WORK,
)

_LONGEST_TERM = 5
_LONGEST_TITLE = 8
_LONGEST_NOUN = 8
_LONGEST_NAME = 4
_LONGEST_COMPOUND = 3
_LONGEST_LABEL = 6
_LONGEST_AGAIN = 3
_LONGEST_POINTER = 5
_NEAREST_TELLER = 8
_NEAREST_CHARGE = 8
_MOST_SAID = 2
_STOPS = ",.…"
_TAGS = frozenset("#@")
_HYPHENS = frozenset("-‑")
#: What opens what is told of the noun before the marks, so that they hold no name.
_OPENS_PREDICATE = FINITE | AUXILIARY | NEGATION | MOOD


def is_title_case(content: str) -> bool:
    """Whether each longer word opens with a capital, as in names and titles of works."""
    if content[-1:] in {",", ".", "…"}:
        return False
    words = [word for word in content.split() if len(word) > 3 or word[:1].isupper()]
    return len(words) >= 2 and all(word[0].isupper() or word[0].isdigit() for word in words)


def marked_again(contents: Iterable[str]) -> frozenset[str]:
    """Words that stand in marks so often on a page that they are a name, in lower case.

    One word alone may be said more than once: “worthless”.
    """
    counts = Counter(content.lower().rstrip(_STOPS) for content in contents)
    return frozenset(
        words
        for words, count in counts.items()
        if count > (_MOST_SAID if " " not in words else 1) and len(words.split()) <= _LONGEST_AGAIN
    )


def is_term(
    tokens: Tokens, place: int, content: str, found: Attribution | None, *, opens: bool
) -> bool:
    """Whether marked words are a name, a title or spoken of, in spite of cues nearby.

    Args:
        tokens: those of the line.
        place: where the marked words stand among them.
        content: what stands between the marks.
        found: who seems to say so.
        opens: whether nothing stands before them in their sentence.
    """
    cues, kinds = tokens.cues, tokens.kinds
    previous = tokens.texts[place - 1]
    if content[0] in _TAGS and " " not in content:
        return True
    if (
        place > 1
        and previous in _HYPHENS
        and tokens.end(place - 1) == tokens.starts[place]
        and tokens.end(place - 2) == tokens.starts[place - 1]
    ):
        return True
    if _is_first_part(tokens, place):
        return True
    if not opens and is_work(tokens, place, content):
        return True
    if _is_attribute(tokens, place, content, found):
        return True
    if not opens and (_is_gloss(tokens, place, content) or _is_source(tokens, place, content)):
        return True
    is_tight = found is not None and found.is_adjacent
    if found is not None and found.first > place and tokens.any(WORD, place + 1, found.first):
        is_tight = False  # “...” opened on Friday, said X
    if cues.has_capital_nouns and _is_called_further(tokens, place, content):
        return True
    is_free = found is None or found.first > place
    is_name = content[0].isupper() and content[-1:] not in ",.!?…"
    if is_free and is_name and not opens:
        has_article = bool(kinds[place - 1] & DETERMINER)
        if has_article and found and found.phrase is None and found.first == place + 1:
            return True  # "wie die „Rundschau“ schreibt"
        if names_a_body(tokens, place):
            return True
    if not opens and _is_named(tokens, place, content, found, is_tight=is_tight):
        return True
    if not is_tight and not opens and _is_compound(tokens, place, content):
        return True
    if not opens and _is_charge(tokens, place, found):
        return True
    if is_tight and (opens or content[-1:] in ",.!?…" or previous in ":,"):
        return False
    if found is not None and len(content.split()) > _LONGEST_TERM:
        return False
    if _is_behind_term_noun(tokens, place, content, found, is_tight=is_tight):
        return True
    if cues.has_capital_nouns and _is_hearer(tokens, place, content):
        return True
    if cues.has_capital_nouns and found is not None:
        return False
    if not opens and previous[-1:].isalnum() and not kinds[place - 1] & BEFORE:
        is_one_name = content[0].isupper() and " " not in content
        before = kinds[place - 1 - (place > 1 and kinds[place - 1] & DETERMINER > 0)]
        is_noun = cues.has_capital_nouns and before & (BY | MOOD)  # "das sei ein „Witz“"
        if is_one_name and not is_noun:
            return True  # said in «Gazprom»
    return is_title_case(content) and not is_tight


def _is_called_further(tokens: Tokens, place: int, content: str) -> bool:
    """Whether what follows is said of a German noun: "nannte die neue „Fähre“ einen „Witz“"."""
    kinds, before = tokens.kinds, tokens.kinds[place - 1]
    if not content.isalpha() or not content[0].isupper() or not before & SMALL:
        return False
    is_adjective = tokens.lows[place - 1].endswith(tokens.cues.adjective_endings)
    if before & (STOP | BEFORE | AFTER | LINK) or not is_adjective:
        return False
    following = place + 1 + tokens.size(place + 1, DETERMINER)
    return following > place + 1 and bool(kinds[following] & QUOTE)


def _opens_infinitive(tokens: Tokens, place: int) -> bool:
    """Whether a verb behind "zu" ends a German clause: zu haben."""
    kinds = tokens.kinds
    is_small = kinds[place + 1] & (SMALL | DETERMINER) == SMALL
    return tokens.cues.has_capital_nouns and bool(kinds[place] & TOWARDS) and is_small


def _is_first_part(tokens: Tokens, place: int) -> bool:
    """Whether a hyphen joins marked words to the word behind them: „Kurier“-Chefin."""
    if tokens.texts[place + 1] not in _HYPHENS or tokens.end(place) != tokens.starts[place + 1]:
        return False
    return tokens.kinds[place + 2] & WORD > 0 and tokens.end(place + 1) == tokens.starts[place + 2]


def _is_behind_term_noun(
    tokens: Tokens, place: int, content: str, found: Attribution | None, *, is_tight: bool
) -> bool:
    """Whether a noun stands before the marks that a name or a word follows: the term “x”."""
    cues = tokens.cues
    opening = content.split()[0]
    if found is not None and cues.kinds[opening] & _OPENS_PREDICATE:
        return False  # said that the project “was never funded”
    if found is not None and opening.islower() and _opens_infinitive(tokens, place + 1):
        return False  # das Thema „verschlafen“ zu haben
    is_owned = place > 1 and tokens.kinds[place - 1] & OWNING
    if is_owned and not is_tight and tokens.lows[place - 2] in cues.labels:
        return True  # under the name of “x”
    if cues.has_capital_nouns and cues.kinds[opening] & TERM_NOUN and is_title_case(content):
        return True  # die „Gruppe Nord“
    for size in (1, 2, 3):
        first = place - size
        is_compound = (
            size == 1
            and first >= 0
            and bool(cues.term_endings)
            and tokens.lows[first].endswith(cues.term_endings)
        )
        if first >= 0 and (is_compound or tokens.size(first, TERM_NOUN) == size):
            if size > 1:
                return True  # what is | known as “...”
            if tokens.kinds[first - 1] & TOWARDS and cues.is_office_first:
                continue  # urged both to | show “restraint”
            is_verb = bool(tokens.kinds[first] & BEFORE) or _is_called_by(tokens, place, found)
            is_verb |= found is not None and found.cue.end == tokens.end(place - 1)
            if not (is_verb and is_tight and found is not None and found.phrase is not None):
                return True
    return False


def _is_charge(tokens: Tokens, place: int, found: Attribution | None) -> bool:
    """Whether the names of charges follow what tells of them: charged with “theft” and “...”."""
    cues, kinds = tokens.cues, tokens.kinds
    charges = cues.charges
    if not charges:
        return False
    while place > 0 and (
        kinds[place - 1] & (QUOTE | COORDINATOR) or tokens.texts[place - 1] == ","
    ):
        place -= 1  # the others of the row
    if not kinds[place - 1] & STOP or tokens.lows[place - 1] in cues.predicatives:
        return False  # "described the charges as “...”"
    for noun in range(place - 1, max(-1, place - _NEAREST_CHARGE), -1):
        if tokens.lows[noun] in charges:
            return found is None or tokens.starts[noun] >= found.cue.start
        if kinds[noun] & (END | QUOTE):
            break
    return False


def is_work(tokens: Tokens, place: int, content: str) -> bool:
    """Whether the title of a work stands behind its noun: the report “A Dry Year”.

    A comma may stand between where one closes the title too: "the slogan of X, “Y”, is".
    """
    kinds, texts = tokens.kinds, tokens.texts
    if not content or not content[0].isupper() or place < 1:
        return False
    if content[-1] in _STOPS:
        if texts[place - 1] == "," and tokens.lows[place - 2] in tokens.cues.labels:
            return True  # the town's motto, “Forward ever.”
        if tokens.cues.has_capital_nouns or not is_title_case(content.rstrip(_STOPS)):
            return False
        return bool(kinds[place - 1] & (WORK | TERM_NOUN))  # the article “The Long Way,”
    if len(content.split()) > _LONGEST_TITLE:
        return False
    if texts[place - 1] != ",":
        is_naming = kinds[place - 1] & NAMING and place > 1 and texts[place - 2] == ","
        is_label = kinds[place - 1] & WORK or tokens.lows[place - 1] in tokens.cues.labels
        return bool(is_label) or (bool(is_naming) and is_title_case(content))
    if texts[place + 1] not in {",", "."} and not kinds[place + 1] & END:
        return False
    for noun in range(place - 2, max(-1, place - _LONGEST_NOUN), -1):
        if not kinds[noun] & WORD or kinds[noun] & (BEFORE | AFTER):
            return False
        if kinds[noun] & WORK:
            return True
    return False


def _is_named(
    tokens: Tokens, place: int, content: str, found: Attribution | None, *, is_tight: bool
) -> bool:
    """Whether words that open high, as a title's do, stand where none is said."""
    cues = tokens.cues
    if cues.has_capital_nouns or tokens.texts[place - 1] == ":":
        return False
    words, before, behind = content.rstrip(_STOPS), tokens.kinds[place - 1], tokens.kinds[place + 1]
    is_told_behind = found is not None and found.first > place
    if is_told_behind and before & TERM_NOUN and not before & BEFORE:
        # Ash, nicknamed “the Wolf,” said he was innocent; but disebut “lelucon” oleh X
        return not _is_called_by(tokens, place, found) or is_title_case(words)
    is_inserted = is_tight and tokens.texts[place - 1] == "," and not is_told_behind
    if is_title_case(words) and not is_inserted:
        is_verb = tokens.size(place - 1, BEFORE) and not before & TERM_NOUN
        # said “The Lamp” was hers, told “The Lamp Show” that
        is_part = bool(behind & (FINITE | AUXILIARY | COMPLEMENTIZER))
        is_part |= tokens.lows[place + 1] in cues.predicatives and tokens.any(
            QUOTE, place + 2, place + 5
        )  # calls “Wet Ink” as “a bore”
        return (is_part and words == content) or not (is_tight and is_verb)
    is_called = tokens.size(place - 1, TERM_NOUN) == 1 and before & BEFORE
    return bool(is_called) and words[:1].isupper() and " " not in words


def _is_called_by(tokens: Tokens, place: int, found: Attribution | None) -> bool:
    """Whether who calls something so stands behind the marks: disebut “lelucon” oleh X."""
    is_agent = found is not None and found.first > place and tokens.kinds[found.first] & BY
    return bool(is_agent) and tokens.lows[place - 1] in tokens.cues.called


def _is_attribute(tokens: Tokens, place: int, content: str, found: Attribution | None) -> bool:
    """Whether a name in marks belongs to the noun behind it: “Parade” director X said."""
    if found is None or found.phrase is None or not content[-1:].isalnum():
        return False
    is_beside = found.first == place + 1 and found.phrase.start < found.cue.start
    is_name = content[0].isupper() and (" " not in content or is_title_case(content))
    return is_beside and is_name and len(content.split()) <= _LONGEST_NAME


def _is_compound(tokens: Tokens, place: int, content: str) -> bool:
    """Whether a noun in the plural takes marked words as its first part: “night shift” workers."""
    cues, following = tokens.cues, tokens.kinds[place + 1]
    words = content.lower().split()
    if not cues.is_office_first or not 1 < len(words) <= _LONGEST_COMPOUND:
        return False
    is_plural = following & PLURAL or tokens.kinds[place - 1] & DETERMINER
    is_noun = following & (SMALL | FUNCTION | FINITE | AUXILIARY | AFTER | BEFORE) == SMALL
    if not is_plural or not is_noun or not words[-1].isalpha():
        return False
    return not any(cues.kinds[word] & (ADVERB | COORDINATOR | STOP) for word in words)


def _is_gloss(tokens: Tokens, place: int, content: str) -> bool:
    """Whether brackets hold nothing but the marked words, or what to read stands before them."""
    texts = tokens.texts
    if texts[place - 1] == "(" and texts[place + 1] == ")":
        is_sentence = content[0].isupper() and " " in content and not is_title_case(content)
        is_sentence = is_sentence and _may_be_sentence(tokens, content)
        return len(content.split()) <= _LONGEST_LABEL and not is_sentence
    for opening in range(place - 1, max(-1, place - _LONGEST_POINTER), -1):
        is_first = not opening or texts[opening - 1] == "(" or tokens.kinds[opening - 1] & END
        if is_first:
            return tokens.lows[opening] in tokens.cues.pointers
    return False


def _may_be_sentence(tokens: Tokens, content: str) -> bool:
    """Whether words are more than a title in German, where few words of one have capitals."""
    words = content.split()
    if not tokens.cues.has_capital_nouns or content[-1] in _STOPS or len(words) > _LONGEST_TERM:
        return True
    verbs = FINITE | AUXILIARY | BEFORE | MOOD | PRONOUN
    return any(tokens.cues.kinds[word] & verbs for word in words)


def _is_source(tokens: Tokens, place: int, content: str) -> bool:
    """Whether a name in marks is the source itself: according to the “Courier”."""
    kinds = tokens.kinds
    if not content[0].isupper() or not content[-1].isalnum():
        return False
    if len(content.split()) > _LONGEST_NAME:
        return False
    frame = place - 1
    if kinds[frame] & DETERMINER and frame > 0:
        frame -= 1
    if kinds[frame] & FRONTED and kinds[frame] & SMALL:
        return False  # "hält das für „Unsinn“"
    return tokens.size_before(frame + 1, 0, FRAME, (1, 2, 3)) > 0


def _is_hearer(tokens: Tokens, place: int, content: str) -> bool:
    """Whether a name in marks is a paper that somebody told or that tells: der „Bild“."""
    if not content[0].isupper() or not content[-1].isalpha():
        return False
    if not content.isalpha():  # "sagte der „Neuen Post“"
        is_told = tokens.any(BEFORE | AFTER, max(0, place - _NEAREST_TELLER), place)
        is_told |= bool(tokens.kinds[place + 1] & BEFORE and tokens.kinds[place - 1] & CAPITAL)
        if not is_told or not is_title_case(content) or len(content.split()) > _LONGEST_NAME:
            return False
    is_free = place < 2 or not tokens.kinds[place - 2] & STOP
    return is_free and tokens.lows[place - 1] in tokens.cues.datives
