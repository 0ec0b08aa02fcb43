"""Speech without marks: who is told to have said something, and the clause that tells it.

"X membantah bahwa ...", "According to X, ...". Most claims and denials are made so.
"""

from __future__ import annotations

from store.model import Span
from store.reading.speech.attributions import (
    NEAREST_VERB,
    Attribution,
    framed,
    is_denied,
    is_noun,
    pronoun_on,
    verb_first,
)
from store.reading.speech.phrases import Phrase, phrase_after
from store.reading.speech.subjects import subject_before
from store.reading.speech.tokens import Tokens
from store.reading.speech.vocabulary import (
    ADDRESSING,
    ADVERB,
    AFTER,
    AUXILIARY,
    BARRIER,
    BEFORE,
    BY,
    CALENDAR,
    CAPITAL,
    CLAIM,
    CLAUSAL,
    COMPLEMENTIZER,
    DETERMINER,
    FRAME,
    FRONTED,
    NAMING,
    PASSIVE,
    RELATIVE,
    ROLE_BEGINS,
    STOP,
    UPPER,
    WORD,
)

_CUES = PASSIVE | BEFORE | AFTER | FRAME
_NEAREST_CLAUSE = 12
_SHORTEST_CLAUSE = 3
_SENTENCE_ENDS = frozenset(".!?…")
_LONGEST_DATELINE = 7
_DATELINE_SIGNS = frozenset("-–—:")


def reported_attribution(tokens: Tokens, start: int, end: int) -> Attribution | None:
    """The first attribution of a sentence without marks: who is the last to have spoken."""
    if start >= end:
        return None
    kinds = tokens.kinds
    for verb in (start, *tokens.places(_CUES, start + 1, end)):
        if not kinds[verb] & WORD:
            continue
        if verb > start:
            found = _with_agent(tokens, verb, end) or _closing(tokens, start, verb, end)
            if found is not None:
                return found
        found = _with_subject(tokens, start, verb, end)
        if found is not None:
            return found
        if verb > start:
            is_frame = kinds[verb] & FRAME and not kinds[verb] & FRONTED
            if tokens.texts[verb - 1] == "," and (kinds[verb] & AFTER or is_frame):
                return _behind_comma(tokens, verb, end)
        elif (pronoun := pronoun_on(tokens, verb)) is not None:
            return Attribution(tokens.span(verb, verb + 1), pronoun, verb, verb + 1)
        elif (found := framed(tokens, verb)) is not None:
            return found
    return None


def _with_agent(tokens: Tokens, verb: int, end: int) -> Attribution | None:
    """A passive verb and its agent: "disampaikan oleh X"."""
    size = tokens.size(verb, PASSIVE)
    if size:
        place = verb + size
        phrase, last = phrase_after(
            tokens, place + (place < end and bool(tokens.kinds[place] & BY))
        )
        if phrase is not None and phrase.kind == "name":
            return Attribution(tokens.span(verb, place), phrase, verb, last)
    return None


def _closing(tokens: Tokens, start: int, verb: int, end: int) -> Attribution | None:
    """A verb and its speaker behind a comma, which end the sentence: ..., kata X."""
    if tokens.texts[verb - 1] != "," or not tokens.kinds[verb] & AFTER:
        return None
    found = verb_first(tokens, verb)
    if found is None or not (found.last >= end - 1 or tokens.cues.has_capital_nouns):
        return None
    return found if _is_source(tokens, found.phrase) else None


def _with_subject(tokens: Tokens, start: int, verb: int, end: int) -> Attribution | None:
    """A verb of saying with its subject before it, or behind it where that is usual."""
    kinds = tokens.kinds
    size = tokens.size(verb, BEFORE)
    if size and kinds[verb] & NAMING and kinds[verb + 1] & CAPITAL:
        return None  # "a man called X"
    if not size or is_denied(tokens, verb, start) or is_noun(tokens, verb, start):
        return None
    cue = tokens.span(verb, verb + size)
    if verb + size < end and kinds[verb + size] & BY:
        phrase, last = phrase_after(tokens, verb + size + 1)
        if phrase is not None and phrase.kind == "name":
            return Attribution(cue, phrase, verb, last)
    found = subject_before(tokens, verb, max(start, verb - NEAREST_VERB))
    if found is not None:
        return Attribution(cue, found[0], found[1], verb + size)
    if tokens.cues.has_capital_nouns:
        phrase, last = phrase_after(tokens, verb + size)
        if phrase is not None and phrase.kind == "name":
            return Attribution(cue, phrase, verb, last)
    return None


def _behind_comma(tokens: Tokens, verb: int, end: int) -> Attribution | None:
    """A verb or a frame behind a comma, its source after it."""
    found = verb_first(tokens, verb) or framed(tokens, verb)
    if found is None or not _is_source(tokens, found.phrase):
        return None
    ends = found.last >= end - 1 or tokens.texts[found.last] == ","
    return found if ends or not tokens.cues.is_office_first else None


def _is_source(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Whether a phrase names somebody and is not what is said: ", said the loss would be felt"."""
    if phrase is None:
        return False
    return phrase.kind != "description" or tokens.cues.has_role(
        [word.lower() for word in phrase.words]
    )


def reported_clause(tokens: Tokens, start: int, end: int, found: Attribution) -> Span | None:
    """What the source of an attribution without marks is reported to have said.

    Args:
        tokens: the line's tokens.
        start: the sentence's first token.
        end: the place after its last token.
        found: the attribution in it.

    Returns:
        The clause without the sentence's stop; None where the verb takes a thing and no clause.
    """
    kinds, texts, cues = tokens.kinds, tokens.texts, tokens.cues
    starts = tokens.starts
    first = next((i for i in range(start, end) if starts[i] >= found.cue.start), start)
    after = next((i for i in range(first, end) if starts[i] >= found.cue.end), end)
    if found.first > start and texts[found.first - 1] == "," and found.first == first:
        return _clause(tokens, start, found.first - 1)
    if kinds[first] & FRAME:
        comma = _comma_after_source(tokens, found.last, end)
        return _clause(tokens, comma + 1, end) if comma is not None else None
    is_fronted = start < first and kinds[start] & BARRIER  # "When X announced that"
    opening = _complementizer_after(tokens, first, after, end)
    if opening is not None:
        commas = (i for i in range(opening, end) if texts[i] == ",")
        return _clause(tokens, opening, next(commas, end) if is_fronted else end)
    if is_fronted or not kinds[first] & CLAUSAL:
        return None
    if cues.has_capital_nouns:
        return _clause_of_mood(tokens, after, end)
    while after < end and (
        texts[after] == ","
        or kinds[after] & CALENDAR
        or kinds[after] & (AUXILIARY | ADVERB) == ADVERB
    ):
        after += 1
    is_thing = after < end and kinds[after] & (STOP | DETERMINER | CAPITAL) == STOP
    return None if is_thing else _clause(tokens, after, end)


def _complementizer_after(tokens: Tokens, first: int, after: int, end: int) -> int | None:
    """The place behind the word that opens what is said ("that"), where it is no relative.

    Where it may be one, it stands at the verb, behind a claim (claims that, the report that) or
    behind whom the verb addresses (told reporters that).
    """
    kinds = tokens.kinds
    for place in range(after, min(end, after + _NEAREST_CLAUSE)):
        if not kinds[place] & COMPLEMENTIZER:
            continue
        if not tokens.cues.claims:
            return place + 1
        before = kinds[place - 1]
        is_plain = (
            place == after
            or before & (CLAIM | CALENDAR | ADVERB)
            or tokens.texts[place - 1] == ","
            or kinds[first] & ADDRESSING
        )
        return place + 1 if is_plain and not kinds[place + 1] & BEFORE else None
    return None


def _comma_after_source(tokens: Tokens, last: int, end: int) -> int | None:
    """The comma that ends "According to X" or "Selon X, conseil de Y"."""
    commas = [place for place in range(last, end) if tokens.texts[place] == ","]
    if len(commas) > 1 and tokens.kinds[commas[0] + 1] & ROLE_BEGINS:
        return commas[1]
    return commas[0] if commas else None


def _clause_of_mood(tokens: Tokens, after: int, end: int) -> Span | None:
    """A clause without "dass" stands behind a comma; an infinitive (with "zu") may lack it."""
    kinds, texts = tokens.kinds, tokens.texts
    comma = next((i for i in range(after, min(end, after + 6)) if texts[i] == ","), None)
    if comma is not None and comma + 1 < end and not kinds[comma + 1] & RELATIVE:
        is_name = kinds[comma - 1] & (CAPITAL | CALENDAR) == CAPITAL
        return None if is_name and comma > after else _clause(tokens, comma + 1, end)
    if "zu" in tokens.lows[after:end]:
        return _clause(tokens, after, end)
    return None


def _clause(tokens: Tokens, first: int, end: int) -> Span | None:
    """The tokens ``first:end`` as a span, if they make more than a phrase."""
    kinds, texts = tokens.kinds, tokens.texts
    while end > first and texts[end - 1] in _SENTENCE_ENDS:
        end -= 1
    if kinds[first] & UPPER:
        for place in range(first, min(end, first + _LONGEST_DATELINE)):
            if texts[place] in _DATELINE_SIGNS:
                first = place + 1
                break
    if sum(1 for kind in kinds[first:end] if kind & WORD) < _SHORTEST_CLAUSE:
        return None
    return tokens.span(first, end)
