"""Fragments of what is found, ruled or talked of, where no verb of saying has a source.

"The inquest heard he was “a loving father”", "The plan was hailed as a “wonder” by critics". Verbs
of saying and their sources are the business of `attributions.py`, which is asked first.
"""

from __future__ import annotations

from store.model import Span
from store.reading.speech.by_line import Decision
from store.reading.speech.spaced.attributions import are_somebody
from store.reading.speech.spaced.phrases import phrase_after
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    ARTICLE,
    BARRIER,
    BEFORE,
    BY,
    CAPITAL,
    COMPLEMENTIZER,
    DETERMINER,
    GENITIVE,
    LINK,
    NEGATION,
    OWNING,
    RELATIVE,
    SMALL,
    STATEMENT,
    STOP,
    TERM_NOUN,
    WHENCE,
    WORD,
)

_LONGEST_FINDER = 6
_LONGEST_TALK = 4
#: So many tokens may stand before the verb behind what is read: "In een memo van mei 2019 | staat".
_LONGEST_READ = 9
_NEAREST_VERB = 4
_OPENS_CLAUSE = BARRIER | RELATIVE | COMPLEMENTIZER | BEFORE
_BETWEEN = ADVERB | LINK | DETERMINER | ARTICLE


def found_or_told(tokens: Tokens, place: int, start: int) -> Decision | None:
    """What a marked fragment is that no verb of saying brings in.

    Args:
        tokens: those of the line.
        place: where the marked words stand among them.
        start: where their sentence begins.

    Returns:
        A fragment with who or what found it so, without anybody where nobody is named; None where
        nothing tells that somebody says it.
    """
    finder = _finder(tokens, place, start)
    if finder is not None:
        return Decision("partial", finder[0], finder[1])
    talk = _talk_beside(tokens, place)
    if talk is not None:
        return Decision("partial", _read_in(tokens, start), talk)
    return _suffered(tokens, place, start)


def read_beside(tokens: Tokens, place: int, start: int) -> tuple[Span, Span] | None:
    """What a quote stands in, or whose that is, and the verb: "In de brief | staat dat ... “...”".

    What is read may open the sentence or stand behind the quote: "“...”, står det i brevet".
    """
    kinds, lows, stands = tokens.kinds, tokens.lows, tokens.cues.stands
    if not stands:
        return None
    behind = place + 1
    while (
        tokens.texts[behind] == "," or kinds[behind] & ADVERB or lows[behind] in tokens.cues.echoes
    ):
        behind += 1
    if lows[behind] in stands:
        return _read_behind(tokens, behind)
    if place == start:
        return None
    verb = next((i for i in range(start + 1, place) if lows[i] in stands), 0)
    if not verb or verb - start > _LONGEST_READ or tokens.any(BEFORE, verb + 1, place):
        return None
    if kinds[start] & (STOP | CAPITAL) == STOP | CAPITAL:
        source = _read_in(tokens, start, is_document=True)
        return (source, tokens.span(verb, verb + 1)) if source is not None else None
    return _read_behind(tokens, verb) if verb == start + 1 else None


def _read_behind(tokens: Tokens, verb: int) -> tuple[Span, Span] | None:
    """What is read, behind its verb: "staat er | in de brief", "fremgår det av | dommen"."""
    kinds = tokens.kinds
    for place in range(verb + 1, verb + _LONGEST_TALK):
        if not kinds[place] & SMALL:
            return None
        source = _read_in(tokens, place, is_document=True) if kinds[place] & STOP else None
        if source is not None:
            return source, tokens.span(verb, verb + 1)
    return None


def _read_in(tokens: Tokens, start: int, *, is_document: bool = False) -> Span | None:
    """Where words are read that are talked of, or whose it is: "In | dem Bericht | ist von ...".

    With ``is_document`` no statement without its owner, which is somebody's named before.
    """
    kinds, cues = tokens.kinds, tokens.cues
    noun = start + 1 + tokens.size(start + 1, DETERMINER)
    is_read = kinds[noun] & STATEMENT or tokens.lows[noun] in cues.documents
    if not is_read and kinds[noun] & SMALL and not kinds[noun] & (STOP | BEFORE):
        noun += 1  # "in een interne | nota"
        is_read = kinds[noun] & STATEMENT or tokens.lows[noun] in cues.documents
    if not cues.is_verb_second or not kinds[start] & STOP or not is_read:
        return None
    owner = kinds[noun + 1]
    if owner & (OWNING | BY | GENITIVE | WHENCE):
        phrase, _ = phrase_after(tokens, noun + 1 + (not owner & DETERMINER))
        if phrase is not None and (phrase.kind == "name" or are_somebody(tokens, phrase)):
            return Span(phrase.start, phrase.end)
    if is_document and tokens.lows[noun] not in cues.documents:
        return None
    return tokens.span(noun, noun + 1)


def _finder(tokens: Tokens, place: int, start: int) -> tuple[Span, Span] | None:
    """What finds something so, and its verb: "The report | found that the bridge was “...”"."""
    cues, kinds, lows = tokens.cues, tokens.kinds, tokens.lows
    for noun in range(start, min(start + _LONGEST_FINDER, place - 1)):
        if not kinds[noun] & WORD:
            return None
        if lows[noun] not in cues.finders:
            continue
        for verb in range(noun + 1, min(noun + _LONGEST_FINDER, place)):
            if lows[verb] in cues.findings and not kinds[verb - 1] & NEGATION:
                return tokens.span(start, noun + 1), tokens.span(verb, verb + 1)
            if not kinds[verb] & WORD or kinds[verb] & _OPENS_CLAUSE:
                break
    return None


def _talk_beside(tokens: Tokens, place: int) -> Span | None:
    """Words that tell of talk without a source: "von „...“ | die Rede", "il est question de"."""
    talk, lows = tokens.cues.talk, tokens.lows
    for size in range(1, _LONGEST_TALK + 1):
        if place >= size and " ".join(lows[place - size : place]) in talk:
            return tokens.span(place - size, place)
        if " ".join(lows[place + 1 : place + 1 + size]) in talk:
            return tokens.span(place + 1, place + 1 + size)
    return _talk_behind(tokens, place)


def _talk_behind(tokens: Tokens, place: int) -> Span | None:
    """Words that tell so at the end of the sentence: "Von „...“ ist im Ort | die Rede"."""
    kinds, lows = tokens.kinds, tokens.lows
    article = place - 1 - bool(kinds[place - 1] & DETERMINER)
    if not tokens.cues.is_verb_second or not kinds[article] & BY:
        return None
    end = place + 1
    while kinds[end] & (WORD | BARRIER) == WORD:
        end += 1
    for size in range(2, _LONGEST_TALK + 1):
        last = end - size
        if last > place and " ".join(lows[last:end]) in tokens.cues.talk:
            return tokens.span(last, end)
    return None


def _suffered(tokens: Tokens, place: int, start: int) -> Decision | None:
    """Who calls somebody so, behind what they call them: "was hailed as a “...” by | critics"."""
    kinds, lows = tokens.kinds, tokens.lows
    auxiliaries = tokens.cues.passive_auxiliaries
    if kinds[place + 1] & (BY | SMALL) != BY | SMALL:
        return None
    agent, _ = phrase_after(tokens, place + 2)
    for verb in range(place - 1, max(start, place - _NEAREST_VERB), -1):
        if kinds[verb] & BEFORE and kinds[verb] & SMALL and not kinds[verb] & TERM_NOUN:
            before = verb - 1
            while before > start and kinds[before] & ADVERB and lows[before] not in auxiliaries:
                before -= 1
            if agent is None or lows[before] not in auxiliaries:
                return None
            cue = tokens.span(verb, verb + 1)
            return Decision("partial", Span(agent.start, agent.end), cue)
        if not kinds[verb] & _BETWEEN and lows[verb] not in tokens.cues.predicatives:
            return None
    return None
