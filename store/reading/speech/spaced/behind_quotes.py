"""Who said a quote, as what follows it tells: ..., kata X; ..., said X; ... — dit X."""

from __future__ import annotations

from store.reading.speech.spaced.attributions import (
    LONGEST_BRACKET,
    LONGEST_SUBJECT,
    Attribution,
    are_somebody,
    end_of_deed,
    framed,
    opens_with_source,
    told_as,
    unknown_verb,
    verb_first,
)
from store.reading.speech.spaced.phrases import (
    Phrase,
    phrase_after,
    phrase_of,
    source_after,
)
from store.reading.speech.spaced.subjects import (
    over_object,
    subject_before,
)
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    ADDRESSING,
    ADVERB,
    AFTER,
    AUXILIARY,
    BEFORE,
    BY,
    CAPITAL,
    CLITIC,
    COMPLEMENTIZER,
    DEMONSTRATIVE,
    DETERMINER,
    END,
    FINITE,
    GENITIVE,
    HONORIFIC,
    OWNING,
    PARTICIPLE,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE_BEGINS,
    SMALL,
    STATEMENT,
    STOP,
    WORD,
    WORDING,
)

_SHORTEST_SENTENCE = 3
_LONGEST_CALLED = 6
#: What parts an utterance from what tells who spoke.
_PARTING = frozenset(",-–—")


def attribution_after(
    tokens: Tokens, index: int, *, over_stop: bool = False, has_comma: bool = False
) -> Attribution | None:
    """The attribution that follows a closed quote (token ``index``) at once.

    Verb and speaker ("kata X", "said X", "a déclaré X"), a frame ("menurut X"), or speaker and
    verb ("X said"). With ``over_stop`` the sentence may have ended with the quote; with
    ``has_comma`` the quote ended with a comma, so that even an unknown verb may be a cue.
    """
    kinds, texts = tokens.kinds, tokens.texts
    place = index + 1
    while place < tokens.length and texts[place] in ",\\-–—--;.":
        place += 1
    opening = place + bool(kinds[place] & END or texts[place] == ":")
    is_echo = tokens.lows[opening] in tokens.cues.echoes
    is_sentence = tokens.size(opening, AFTER) >= _SHORTEST_SENTENCE  # "A dirlo è stato X"
    if opening > place and (is_echo or is_sentence):
        echoed = verb_first(tokens, opening + (not is_sentence))
        told = echoed.phrase if echoed is not None else None
        if told is not None and (told.kind != "description" or are_somebody(tokens, told)):
            return echoed  # "“...”. Lo ha detto X"
        stated = _echoed_statement(tokens, opening)
        if stated is not None:
            return stated  # "“...”. Begitulah ucapan X"
    if opening > place and (worded := _worded_so(tokens, opening)) is not None:
        return worded
    if tokens.cues.drops_subjects and (stated := _statement_of(tokens, opening)) is not None:
        return stated
    if kinds[place] & END and over_stop:
        place += 1
    if not kinds[place] & WORD:
        if texts[place] != ":":
            return None
        return _thus_said(tokens, opening) or _calling_so(tokens, opening)
    return (
        _agent_beside(tokens, index)
        or _thus_said(tokens, place)
        or verb_first(tokens, place)
        or _calling_so(tokens, place)
        or _echoed_statement(tokens, place)
        or told_as(tokens, place, tokens.length)
        or framed(tokens, place)
        or _auxiliary_first(tokens, place)
        or _speaker_first(tokens, place)
        or unknown_verb(tokens, place, has_comma=has_comma)
        or _acting(tokens, index, place, has_comma=has_comma)
    )


def _acting(tokens: Tokens, quote: int, place: int, *, has_comma: bool) -> Attribution | None:
    """Who only does something behind an utterance that opens a sentence: "“No,” | he shrugged"."""
    kinds = tokens.kinds
    role = tokens.size(place, ROLE_BEGINS) if tokens.cues.has_serial_verbs else 0
    is_titled = bool(kinds[place] & (PRONOUN | HONORIFIC))
    if tokens.cues.is_verb_second or not (role or is_titled):
        return None
    opens = not quote or kinds[quote - 1] & END
    if not opens or not (has_comma or tokens.texts[place - 1] in _PARTING):
        return None
    phrase, last = phrase_after(tokens, place)
    if role and phrase is not None and phrase.kind == "description":
        last = place + role  # "nạn nhân | thều thào"
        phrase = phrase_of(tokens, place, last, "description")
    is_somebody = phrase is not None and (role or phrase.kind != "description")
    if phrase is None or not is_somebody or not end_of_deed(tokens, last):
        return None
    return Attribution(tokens.span(last, last + 1), phrase, place, last + 1, True)


def _statement_of(tokens: Tokens, copula: int) -> Attribution | None:
    """Whose statement it is: "«Fate presto», | è l'appello lanciato da | Ada Neri".

    Behind a comma the copula may be left out: "«No», il giudizio di Ada Neri".
    """
    kinds = tokens.kinds
    has_copula = tokens.lows[copula] in tokens.cues.copulas
    article = copula + has_copula
    noun = article + tokens.size(article, DETERMINER)
    if has_copula:
        noun += kinds[noun] & (SMALL | STATEMENT | STOP) == SMALL  # "la prima reazione"
    elif noun == article or tokens.texts[copula - 1] != ",":
        return None
    size = tokens.size(noun, STATEMENT)
    if not size or not (has_copula or kinds[noun + size] & OWNING):
        return None
    phrase, last = source_after(tokens, noun)
    if phrase is None or not (phrase.kind == "name" or are_somebody(tokens, phrase)):
        return None
    return Attribution(tokens.span(copula, noun + size), phrase, copula, last, True)


def _worded_so(tokens: Tokens, place: int) -> Attribution | None:
    """Who has said so in as many words: "“...”: Mit diesen Worten verabschiedete sich | X"."""
    size = tokens.size(place, WORDING)
    if not size or not tokens.cues.is_verb_second:
        return None
    verb = place + size
    phrase, last = phrase_after(tokens, over_object(tokens, verb + 1))
    if phrase is None or not tokens.kinds[verb] & SMALL:
        return None
    return Attribution(tokens.span(place, verb), phrase, place, last, True)


def _agent_beside(tokens: Tokens, quote: int) -> Attribution | None:
    """Who calls something what stands in marks: “a joke” | by X, tachado de «x» | por la Y.

    Without a word of calling in front it must be a role, a body or a name, and no English one.
    """
    cues, kinds = tokens.cues, tokens.kinds
    agent = quote + 1
    if not kinds[agent] & BY or not kinds[agent] & SMALL or quote < 1:
        return None
    if _tells_itself(tokens, quote - 1):
        return None
    is_called = _is_called(tokens, quote)
    if not is_called and (cues.is_office_first or cues.has_capital_nouns):
        return None
    phrase, last = phrase_after(tokens, agent + 1)
    if phrase is None or (phrase.kind == "pronoun" and not are_somebody(tokens, phrase)):
        return None  # "par lui", but "par le ministre"
    is_somebody = is_called and (phrase.kind == "name" or are_somebody(tokens, phrase))
    is_other = not (cues.is_office_first or cues.has_capital_nouns)
    if not is_somebody and not (is_other and opens_with_source(tokens, agent + 1)):
        return None
    return Attribution(tokens.span(agent, agent + 1), phrase, agent, last, True)


def _thus_said(tokens: Tokens, place: int) -> Attribution | None:
    """Who says so, without a verb: "«Basta», | così il sindaco Aldo Conti", "« Non » : ainsi X"."""
    if tokens.lows[place] not in tokens.cues.echoes or tokens.texts[place - 1] not in {",", ":"}:
        return None
    phrase, last = phrase_after(tokens, place + 1)
    if not tokens.cues.has_small_bodies or phrase is None or phrase.kind == "description":
        return None
    is_source = phrase.kind == "name" or are_somebody(tokens, phrase)
    closes = not tokens.kinds[last] & WORD or tokens.kinds[last] & (STOP | FINITE) == STOP
    if not is_source or not closes:
        return None
    return Attribution(tokens.span(place, place + 1), phrase, place, last, True)


def _is_called(tokens: Tokens, quote: int) -> bool:
    """Whether something is called what stands in marks: tachado de «x», jugés « x »."""
    cues, kinds, before = tokens.cues, tokens.kinds, tokens.lows[quote - 1]
    if kinds[quote - 1] & OWNING and (
        kinds[quote - 2] & BEFORE or cues.calls(tokens.lows[quote - 2])
    ):
        return True  # "traité de « ... » par X"
    calls = kinds[quote - 1] & BEFORE or cues.calls(before)
    return bool(calls or before in cues.predicatives | cues.called) and before not in cues.neutral


def _tells_itself(tokens: Tokens, verb: int) -> bool:
    """Whether a verb before a quote has its own subject: "denunciano «ritardi» | dal Comune"."""
    cues = tokens.cues
    endings = cues.done_endings + cues.past_endings
    if not cues.drops_subjects or not tokens.kinds[verb] & BEFORE or not endings:
        return False
    return not tokens.lows[verb].endswith(endings)


def _calling_so(tokens: Tokens, echo: int) -> Attribution | None:
    """Who calls it so: "“...”: así | calificó X el plan", "«...», così | X definisce il piano"."""
    kinds, cues = tokens.kinds, tokens.cues
    if tokens.lows[echo] not in cues.echoes or cues.has_capital_nouns:
        return None
    place = echo + 1
    before_call = COMPLEMENTIZER | CLITIC | AUXILIARY
    others = cues.echoes | cues.copulas
    while kinds[place] & before_call or tokens.lows[place] in others:
        place += 1  # "c'est ainsi que | X", "così ha | definito"
    if not (size := tokens.size(place, BEFORE)):
        return _speaker_first(tokens, place)
    for first in range(place + size, min(place + size + _LONGEST_CALLED, tokens.length)):
        phrase, last = source_after(tokens, first)  # "così ha definito | il piano | X"
        if phrase is not None and (phrase.kind == "name" or are_somebody(tokens, phrase)):
            return Attribution(tokens.span(place, place + size), phrase, echo, last, True)
        if not kinds[first] & WORD:
            break
    return None


def _echoed_statement(tokens: Tokens, place: int) -> Attribution | None:
    """Whose statement it is that stands before: "“...,” demikian pernyataan X"."""
    cues, kinds = tokens.cues, tokens.kinds
    noun = place + 1
    if not kinds[place] & DEMONSTRATIVE and tokens.lows[place] not in cues.echoes:
        return None
    size = tokens.size(noun, STATEMENT)
    if not size:
        return None
    phrase, last = source_after(tokens, noun)
    if phrase is None or phrase.kind != "name":
        return None
    return Attribution(tokens.span(place, noun + size), phrase, place, last, True)


def _auxiliary_first(tokens: Tokens, place: int) -> Attribution | None:
    """An auxiliary, the speaker and a participle: "„...“, hatte X am Montag erklärt"."""
    kinds = tokens.kinds
    if not kinds[place] & AUXILIARY:
        return None
    cues = tokens.cues
    phrase, last = phrase_after(tokens, place + 1 + (tokens.lows[place + 1] in cues.reflexives))
    if phrase is None:
        phrase, last = _statement_within(tokens, place + 1)
    if phrase is None:
        return None
    for verb in range(last, min(tokens.length, last + LONGEST_BRACKET)):
        if kinds[verb] & (END | QUOTE) or tokens.texts[verb] in ";:":
            return None
        if kinds[verb] & PARTICIPLE or tokens.lows[verb] in cues.convictions:
            return Attribution(tokens.span(verb, verb + 1), phrase, place, verb + 1, True)
    return None


def _statement_within(tokens: Tokens, place: int) -> tuple[Phrase | None, int]:
    """Whose statement something is said in, else the statement: "wird | in der Mitteilung X"."""
    kinds = tokens.kinds
    noun = place + 1 + tokens.size(place + 1, DETERMINER)
    statement = noun + tokens.size(noun, STATEMENT)
    if not kinds[place] & STOP or statement == noun or noun == place + 1:
        return None, place
    if kinds[statement] & (OWNING | BY | GENITIVE | CAPITAL):
        phrase, last = source_after(tokens, place + 1)
        if phrase is not None:
            return phrase, last
    return phrase_of(tokens, place + 1, statement, "description"), statement


def _speaker_first(tokens: Tokens, place: int) -> Attribution | None:
    """A speaker and the verb after it, in the same sentence and with nothing in between."""
    kinds, texts = tokens.kinds, tokens.texts
    for verb in range(place + 1, min(tokens.length, place + LONGEST_SUBJECT)):
        kind = kinds[verb]
        if not kind & WORD and (kind & (END | QUOTE) or texts[verb] in ";:"):
            return None
        if not kind & (BEFORE | AFTER):
            continue
        if kinds[verb - 1] & RELATIVE and verb - 1 > place and tokens.cues.is_office_first:
            continue  # "“...,” Jane Roe, a farmer who | left, said"
        before = kinds[verb - 1] & (STOP | SMALL | ADVERB | RELATIVE)
        if before == STOP | SMALL and verb > place + 1 and tokens.cues.drops_subjects:
            continue  # "X torna sulla | domanda"
        if tokens.cues.has_capital_nouns and texts[verb - 1] == ",":
            return None  # "..., teilte das Amt mit": the subject stands behind the verb
        found = subject_before(tokens, verb, place)
        if found is None or found[1] != place or _is_inverted_behind_comma(tokens, verb):
            return None
        if tokens.cues.keeps_clauses and found[0].kind == "description" and not kind & BEFORE:
            return None  # "menuai | kritik"
        size = tokens.size(verb, BEFORE) or tokens.size(verb, AFTER)
        told, last = phrase_after(tokens, verb + size)
        if told is not None and tokens.lows[last] in tokens.cues.predicatives:
            is_saying = tokens.kinds[last + 1] & BEFORE
            if is_saying and tokens.lows[last + 1].endswith(
                tokens.cues.participle_endings or ("\0",)
            ):
                found = told, place  # "NTV quoted | the ministry | as saying"
        return Attribution(tokens.span(verb, verb + size), found[0], place, verb + size, True)
    return None


def _is_inverted_behind_comma(tokens: Tokens, verb: int) -> bool:
    """Whether a comma parts a verb from what stands before it, and its subject follows."""
    while tokens.kinds[verb - 1] & ADVERB and tokens.kinds[verb - 1] & SMALL:
        verb -= 1
    if tokens.texts[verb - 1] != ",":
        return False
    if tokens.kinds[verb] & ADDRESSING and tokens.cues.is_office_first:
        return False  # "Dale, 54, | told Radio South"
    found = verb_first(tokens, verb)
    return found is not None and found.phrase is not None and found.phrase.kind == "name"
