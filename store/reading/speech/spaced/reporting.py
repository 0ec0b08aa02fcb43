"""Speech without marks: who is told to have said something, and the clause that tells it.

"X membantah bahwa ...", "According to X, ...". Most claims and denials are made so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from store.model import Span
from store.reading.speech.spaced.attributions import (
    Attribution,
    are_somebody,
    framed,
    is_noun,
    pronoun_on,
    told_as,
    verb_first,
)
from store.reading.speech.spaced.before_quotes import (
    NEAREST_VERB,
    closes_clause,
    is_denied,
    parted_cue,
    source_before,
)
from store.reading.speech.spaced.phrases import Phrase, begins_as_verb, phrase_after
from store.reading.speech.spaced.subjects import is_relative, issuer_of, subject_before
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
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
    COORDINATOR,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    FINITE,
    FRAME,
    FRONTED,
    FUNCTION,
    GERUND,
    MANNER,
    MOOD,
    NAMING,
    NEGATION,
    OBLIQUE,
    PASSIVE,
    POSTPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE_BEGINS,
    SMALL,
    STATEMENT,
    STOP,
    SUFFIXED,
    THING,
    TIME_NOUN,
    UPPER,
    WORD,
    opens_high,
)

_CUES = PASSIVE | BEFORE | AFTER | FRAME | MANNER | SUFFIXED
_CUES_ANYWHERE = _CUES & ~MANNER
#: What a second verb of a sentence stands behind.
_JOINING = COORDINATOR | ADVERB
_SMALL_ADVERB = ADVERB | SMALL
_NEAREST_CLAUSE = 12
_SHORTEST_CLAUSE = 3
_SENTENCE_ENDS = frozenset(".!?…")
_LONGEST_DATELINE = 7
_LONGEST_RELAY = 14
_LONGEST_ECHO = 4
_DATELINE_SIGNS = frozenset("-–—:")


def reported_attribution(tokens: Tokens, start: int, end: int) -> Attribution | None:
    """The first attribution of a sentence without marks: who is the last to have spoken."""
    echoing = _echoing(tokens, start, end)
    if echoing is not None:
        return echoing
    read = None
    for verb in _verbs(tokens, start, end):
        found = _attribution_at(tokens, start, verb, end)
        if found is not None and read is None and _is_document(tokens, found):
            read = found  # "A message that claims so is false, said X"
        elif found is not None:
            return found
        if verb > start and _is_cue_behind_comma(tokens, verb):
            return read  # what follows is said by whom it does not tell
    return read


def issued_by(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """Who gives out a statement in a sentence: "Kedutaan X | mengeluarkan imbauan." """
    if not tokens.cues.issuing:
        return None
    for noun in tokens.places(STATEMENT, start + 2, end):
        found = issuer_of(tokens, noun, start)
        if found is not None:
            return found[0]
    return None


def _echoing(tokens: Tokens, start: int, end: int) -> Attribution | None:
    """A verb and who said what was told before it: "Lo ha detto X", "C'est ce qu'a dit X"."""
    if start >= end or tokens.lows[start] not in tokens.cues.echoes:
        return None
    if tokens.cues.has_capital_nouns and tokens.kinds[start + 1] & CAPITAL:
        return None  # "Das Gericht nannte den Plan"
    for place in range(start + 1, min(end, start + _LONGEST_ECHO + 1)):
        if not tokens.kinds[place] & WORD:
            break
        found = verb_first(tokens, place)
        if found is not None and found.phrase is not None:
            return found if _is_source(tokens, found.phrase) else None
        if size := tokens.size(place, BEFORE):
            phrase, last = phrase_after(tokens, place + size)
            is_name = phrase is not None and phrase.kind == "name"
            return (
                Attribution(tokens.span(place, place + size), phrase, place, last)
                if is_name
                else None
            )
    return None


def _verbs(tokens: Tokens, start: int, end: int) -> Sequence[int]:
    """Where a sentence may have a cue: its verbs and frames, and how it opens."""
    kinds, texts = tokens.kinds, tokens.texts
    return [
        place
        for place in tokens.places(_CUES, start, end)
        if kinds[place] & WORD
        and (place == start or kinds[place] & _CUES_ANYWHERE or texts[place - 1] == ",")
    ]


def _attribution_at(tokens: Tokens, start: int, verb: int, end: int) -> Attribution | None:
    """The attribution whose cue is token ``verb``, if it is one."""
    found = _with_agent(tokens, verb, end) if tokens.kinds[verb] & PASSIVE else None
    if verb > start and found is None:
        found = _behind_apposition(tokens, start, verb)
        found = found or _closing(tokens, start, verb, end)
    found = found or _with_subject(tokens, start, verb, end)
    if found is not None:
        return found
    if verb > start:
        if _is_cue_behind_comma(tokens, verb):
            return _behind_comma(tokens, verb, end)
        return _framed_within(tokens, start, verb)
    if (pronoun := pronoun_on(tokens, verb)) is not None:
        return Attribution(tokens.span(verb, verb + 1), pronoun, verb, verb + 1)
    opens = tokens.cues.keeps_clauses and tokens.kinds[verb] & AFTER
    if tokens.kinds[verb] & MANNER and (told := told_as(tokens, verb, end)) is not None:
        return told if tokens.texts[told.last] == "," else None  # "Wie X mitteilt, ist ..."
    return framed(tokens, verb) or (_opening(tokens, verb) if opens else None)


def _framed_within(tokens: Tokens, start: int, frame: int) -> Attribution | None:
    """A frame inside a clause, its verb before it: "Der Bau ist | nach Angaben von X | sicher".

    Where the verb need not come second, only one of her or him: "Le pont est, | selon elle, sûr".
    """
    if not tokens.kinds[frame] & FRAME:
        return None
    if not tokens.cues.is_verb_second:
        told = framed(tokens, frame)
        return told if told is not None and _is_of_him_or_her(tokens, told.phrase) else None
    if tokens.kinds[frame] & POSTPOSITION:
        found = source_before(tokens, frame, start)
    else:
        found = framed(tokens, frame)
    return found if found is not None and _is_frame_of_source(tokens, found) else None


def _is_frame_of_source(tokens: Tokens, found: Attribution) -> bool:
    """Whether a frame names people or a body in full, and nothing that is read: "laut Vertrag"."""
    phrase = found.phrase
    if phrase is None or phrase.kind == "pronoun":
        is_role = phrase is not None and are_somebody(tokens, phrase)
        return is_role or _is_of_him_or_her(tokens, phrase)
    if not tokens.cues.documents.isdisjoint(map(str.lower, phrase.words)):
        return False
    if any(tokens.cues.is_body(word.lower().removesuffix("s")) for word in phrase.words):
        return True  # "nach Angaben des Koch-Instituts"
    is_full = phrase.kind == "name" and sum(map(opens_high, phrase.words)) > 1
    return is_full or are_somebody(tokens, phrase)


def _is_of_him_or_her(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Whether a phrase is a pronoun that means one person: "volgens | haar"."""
    if phrase is None or phrase.kind != "pronoun" or len(phrase.words) > 1:
        return False
    low = phrase.words[0].lower()
    return low in tokens.cues.feminine or low in tokens.cues.masculine


def _behind_apposition(tokens: Tokens, start: int, verb: int) -> Attribution | None:
    """The subject before a comma that ends what it is: "Le maire, Luc Roy, | salue les élus"."""
    comma = verb - 1
    while comma > start and tokens.kinds[comma] & _SMALL_ADVERB == _SMALL_ADVERB:
        comma -= 1
    verb += not tokens.kinds[verb] & BEFORE  # "..., | ha elogiato"
    if tokens.texts[comma] != "," or not tokens.kinds[verb] & BEFORE or tokens.cues.is_verb_second:
        return None
    phrase, last = phrase_after(tokens, start)
    if phrase is None or phrase.kind != "name":
        return None
    if last != comma and tokens.texts[last] == ",":
        last = phrase_after(tokens, last + 1)[1]
    if last != comma or "," not in tokens.texts[start:comma]:
        return None
    found = subject_before(tokens, verb, start)
    if found is None or found[0].kind != "name":
        return None
    return Attribution(tokens.span(verb, verb + tokens.size(verb, BEFORE)), *found, verb + 1)


def _opening(tokens: Tokens, verb: int) -> Attribution | None:
    """A verb that opens a sentence, its source and a comma: "Tambah X, kerja sudah bermula"."""
    found = verb_first(tokens, verb)
    if found is None or found.phrase is None or found.phrase.kind == "description":
        return None
    return found if tokens.texts[found.last] == "," else None


def _is_cue_behind_comma(tokens: Tokens, verb: int) -> bool:
    """Whether a verb that follows what is said, or a frame, stands behind a comma."""
    kind = tokens.kinds[verb]
    is_frame = kind & (FRAME | FRONTED | POSTPOSITION) == FRAME or kind & MANNER
    return tokens.texts[verb - 1] == "," and bool(kind & (AFTER | SUFFIXED) or is_frame)


def reported_in(
    tokens: Tokens, start: int, end: int, found: Attribution
) -> tuple[Span, Span] | None:
    """The clause that a sentence reports, and its cue: that of its first attribution, or a later.

    "X called it a lie and said the plane was old": the second verb takes a clause.
    """
    if _is_document(tokens, found):
        return None
    clause = reported_clause(tokens, start, end, found)
    if clause is not None:
        return clause, found.cue
    for verb in _verbs(tokens, start, end):
        if tokens.starts[verb] <= found.cue.start or is_relative(tokens, verb, start):
            continue
        other = _attribution_at(tokens, start, verb, end)
        if other is None or other.phrase is None or other.first > found.first:
            continue
        clause = reported_clause(tokens, start, end, other)
        if clause is not None:
            return clause, other.cue
    return further_clause(tokens, max(start, found.first), end)


def _is_document(tokens: Tokens, found: Attribution) -> bool:
    """Whether a clause about what is read or seen tells it: "Sebuah video yang menyebut ..."."""
    phrase = found.phrase
    if phrase is None or tokens.cues.documents.isdisjoint(map(str.lower, phrase.words[:2])):
        return False
    return tokens.any(RELATIVE, found.first, found.last)


def _with_agent(tokens: Tokens, verb: int, end: int) -> Attribution | None:
    """A passive verb and its agent: "disampaikan oleh X"."""
    size = tokens.size(verb, PASSIVE)
    if size:
        place = verb + size
        phrase, last = phrase_after(
            tokens, place + (place < end and bool(tokens.kinds[place] & BY))
        )
        opens = not verb or not tokens.kinds[verb - 1] & WORD
        is_told = opens and tokens.lows[verb] not in tokens.cues.called
        if phrase is not None and phrase.kind == "description" and is_told:
            is_told = are_somebody(tokens, phrase)  # "Diungkapkan oleh seorang tukang, ..."
        else:
            is_told = phrase is not None and phrase.kind == "name"
        if phrase is not None and is_told:
            return Attribution(tokens.span(verb, place), phrase, verb, last)
    return None


def _closing(tokens: Tokens, start: int, verb: int, end: int) -> Attribution | None:
    """A verb and its speaker behind a comma, which end the sentence: ..., kata X."""
    if not tokens.kinds[verb] & AFTER:
        return None
    while verb - 1 > start and tokens.kinds[verb - 1] & _SMALL_ADVERB == _SMALL_ADVERB:
        verb -= 1  # "..., | ont noté les gendarmes"
    if tokens.texts[verb - 1] != ",":
        return None
    found = verb_first(tokens, verb)
    if found is None or found.last > end or tokens.kinds[found.last] & NEGATION:
        return None  # "Wann, sagte ein Sprecher nicht"
    if tokens.cues.has_capital_nouns and _is_told_of(tokens, start, verb - 1):
        return None  # "Der Wirt, der das Bad führt, widerspricht der Darstellung"
    if tokens.cues.is_verb_second and _is_inside_subject(tokens, start, verb - 1):
        return None  # "Der Anwalt, X, forderte Freispruch"
    phrase, last = found.phrase, found.last
    behind = tokens.kinds[last]
    goes_on = tokens.texts[last] == "," or behind & (STOP | COORDINATOR) == STOP
    goes_on = goes_on and phrase is not None and phrase.kind == "name"
    if goes_on and tokens.cues.has_small_bodies:  # "..., a dit X, devant les élus"
        goes_on = tokens.texts[phrase_after(tokens, start)[1]] != ","
        goes_on |= not tokens.cues.neutral.isdisjoint(tokens.lows[verb : verb + 3])
    else:
        goes_on = False
    while last < end - 1 and tokens.kinds[last] & (CALENDAR | ADVERB):
        last += 1  # "..., said police | on Monday"
    if not (last >= end - 1 or tokens.cues.has_capital_nouns or goes_on):
        return None
    is_body = False
    if phrase is not None:
        dated = len(phrase.words) > 1 and tokens.cues.kinds[phrase.words[-1]] & CALENDAR > 0
        is_body = tokens.cues.is_body(phrase.words[-1 - dated].lower())
    is_body = is_body and last >= end - 1  # "Sales rose, said | the company"
    return found if is_body or _is_source(tokens, phrase) else None


def _is_told_of(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether a clause that ends at a comma tells of the noun that opens the sentence."""
    if not closes_clause(tokens, comma, start):
        return False
    opening = tokens.texts.index(",", start, comma)
    verbs = FINITE | AUXILIARY | MOOD | BEFORE | AFTER
    return tokens.texts[opening + 1 : comma].count(",") == 0 and not tokens.any(
        verbs, start, opening
    )


def _is_inside_subject(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether commas set off a name and no clause: "Der Anwalt, | X |, forderte"."""
    if tokens.texts[start:comma].count(",") != 1 or not comma - start > 1:
        return False
    verbs = FINITE | AUXILIARY | MOOD | BEFORE | AFTER | RELATIVE | COMPLEMENTIZER | BARRIER
    if tokens.any(verbs, start, comma):
        return False
    found = subject_before(tokens, comma + 1, start)
    return found is not None and found[0].kind == "name"


def _with_subject(tokens: Tokens, start: int, verb: int, end: int) -> Attribution | None:
    """A verb of saying with its subject before it, or behind it where that is usual."""
    kinds = tokens.kinds
    size = tokens.size(verb, BEFORE)
    if not size and (last := parted_cue(tokens, verb, end)):
        found = subject_before(tokens, verb, start)
        told = found[0] if found is not None else phrase_after(tokens, verb + 1)[0]
        return Attribution(tokens.span(verb, last), told, verb, last) if told else None
    if size and kinds[verb] & NAMING and kinds[verb + 1] & CAPITAL:
        return None  # "a man called X"
    if not size or is_denied(tokens, verb, start) or is_noun(tokens, verb, start):
        return None
    cue = tokens.span(verb, verb + size)
    cues = tokens.cues
    if verb > start and cues.presenting and tokens.lows[verb - 1] in cues.reflexives:
        phrase, last = phrase_after(tokens, verb + 1)
        is_named = tokens.lows[verb] in cues.presenting and phrase is not None
        if is_named and phrase is not None and phrase.kind == "name":
            return Attribution(cue, phrase, verb, last)  # "La directrice s'appelle | Lia Monin"
    if verb + size < end and kinds[verb + size] & BY:
        phrase, last = phrase_after(tokens, verb + size + 1)
        if phrase is not None and phrase.kind == "name":
            return Attribution(cue, phrase, verb, last)
    found = subject_before(tokens, verb, max(start, verb - NEAREST_VERB))
    if found is not None:
        return Attribution(cue, found[0], found[1], verb + size)
    following = kinds[verb + size]
    is_free = not kinds[verb - 1] & COORDINATOR and not following & OBLIQUE  # "und fordert Geld"
    if tokens.cues.has_capital_nouns and is_free:
        phrase, last = phrase_after(tokens, verb + size)
        is_source = following & (CAPITAL | DETERMINER | ROLE_BEGINS)
        is_one = phrase is not None and (phrase.kind == "name" or are_somebody(tokens, phrase))
        if phrase is not None and phrase.kind != "pronoun" and is_one and is_source:
            return Attribution(cue, phrase, verb, last)
    return None


def _behind_comma(tokens: Tokens, verb: int, end: int) -> Attribution | None:
    """A verb or a frame behind a comma, its source after it."""
    found = verb_first(tokens, verb) or told_as(tokens, verb, end) or framed(tokens, verb)
    if found is None or not _is_source(tokens, found.phrase):
        return None
    ends = found.last >= end - 1 or tokens.texts[found.last] == ","
    return found if ends or not tokens.cues.is_office_first else None


def _is_source(tokens: Tokens, phrase: Phrase | None) -> bool:
    """Whether a phrase names somebody and is not what is said: ", said the loss would be felt"."""
    if phrase is None:
        return False
    low = [word.lower() for word in phrase.words]
    is_role = tokens.cues.has_role(low) or any(map(tokens.cues.are_many, low[:3]))
    return phrase.kind != "description" or is_role


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
    first = bisect_left(tokens.starts, found.cue.start, start, end)
    first = first if first < end else start
    after = bisect_left(tokens.starts, found.cue.end, first, end)
    opens = tokens.all(ADVERB, found.first, first) or kinds[found.first] & MANNER
    if found.first > start and texts[found.first - 1] == "," and opens:
        if cues.reporting_moods and kinds[start] & BARRIER and not tokens.any(MOOD, start, first):
            return None  # "Als das Spiel aus war, kündigte X ein Fest an"
        verbs = MOOD | FINITE | AUXILIARY
        if cues.is_verb_second and texts[found.last] == "," and kinds[found.last + 1] & verbs:
            return _clause(tokens, start, end)  # "Der Bau, so X, werde bald fertig"
        clause = _clause(tokens, start, found.first - 1)
        if clause is None and cues.keeps_clauses and texts[found.last] == ",":
            clause = _clause(tokens, found.last + 1, end)  # "Pelaku, kata X, sudah menyerah"
        return clause
    if found.first == start and kinds[start] & MANNER:
        return _clause(tokens, found.last + 1, end)
    opens_as_cue = cues.keeps_clauses and first == start and kinds[first] & (PASSIVE | SUFFIXED)
    if kinds[first] & FRAME or opens_as_cue:  # "Dikatakan X, jembatan itu ...", "Katanya, ..."
        if cues.is_verb_second and not (found.first > start and texts[found.first - 1] == ","):
            return _clause_around_frame(tokens, start, end, found)
        comma = _comma_after_source(tokens, found.last, end)
        return _clause(tokens, comma + 1, end) if comma is not None else None
    if _closes_with_verb(tokens, start, end, found, after):
        return _clause(tokens, start, found.first - 1)
    is_fronted = start < first and _is_conjunction(tokens, start)  # "When X announced that"
    opening = _complementizer_after(tokens, first, after, end)
    if opening is not None:
        commas = (i for i in range(opening, end) if texts[i] == ",")
        return _clause(tokens, opening, next(commas, end) if is_fronted else end)
    if kinds[first] & ADDRESSING and cues.is_office_first and not is_fronted:
        told = _behind_hearer(tokens, after, end)
        if told is not None:
            return _clause(tokens, told, end)
    is_infinitive = cues.is_verb_second and not cues.has_capital_nouns and not is_fronted
    if is_infinitive and "te" in tokens.lows[after:end] and not kinds[after] & STOP:
        return _clause(tokens, after, end)  # "zegt | niets te weten"
    if tokens.lows[after] in cues.infinitive_openers and _opens_with_infinitive(tokens, after + 1):
        return _clause(tokens, after + 1, end)  # "dice di | non sapere nulla"
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
    if after < end and cues.verb_beginnings and kinds[first] & THING:
        after += tokens.lows[after] in cues.documents and not kinds[after + 1] & DEMONSTRATIVE
    if _calls(tokens, after, end):
        return None
    is_thing = after < end and kinds[after] & (STOP | DETERMINER | CAPITAL) == STOP
    is_thing = is_thing and not _opens_with_number(tokens, after, end)
    if cues.infinitive_endings:
        is_thing = not _opens_with_infinitive(tokens, after)
    elif kinds[first] & THING and not is_thing:
        is_thing = not _has_verb(tokens, after, end)
    return None if is_thing else _clause(tokens, after, end)


def _clause_around_frame(tokens: Tokens, start: int, end: int, found: Attribution) -> Span | None:
    """What is told behind a frame that opens its sentence, else around it or before it."""
    if not _is_frame_of_source(tokens, found):
        return None
    if found.first == start:
        return _clause(tokens, found.last + (tokens.texts[found.last] == ","), end)
    is_last = not tokens.kinds[found.last] & WORD and found.last >= end - 1
    return _clause(tokens, start, found.first if is_last else end)


def _closes_with_verb(tokens: Tokens, start: int, end: int, found: Attribution, after: int) -> bool:
    """Whether who said so and the verb close a sentence: "The door was locked, | Jane Roe said"."""
    kinds = tokens.kinds
    subject = found.first
    if not tokens.cues.is_office_first or subject <= start or tokens.texts[subject - 1] != ",":
        return False
    if kinds[start] & BARRIER or found.phrase is None or found.phrase.start > found.cue.start:
        return False
    inside = COMPLEMENTIZER | BEFORE | FINITE | RELATIVE
    if tokens.any(inside, after, end):
        return False
    if kinds[start] & (STOP | DETERMINER) == STOP and not tokens.any(FINITE, start, subject):
        return False  # "In a long statement, Jane Roe said"
    opening = kinds[after]
    is_time = opening & (CALENDAR | STOP | ADVERB) or after >= end - 1
    return bool(is_time or tokens.kinds[after - 1] & ADDRESSING)


def _behind_hearer(tokens: Tokens, place: int, end: int) -> int | None:
    """Where the clause begins behind who is told it: "told the court | the door was locked"."""
    kinds = tokens.kinds
    place += bool(kinds[place] & DETERMINER and not kinds[place + 1] & (DETERMINER | PRONOUN))
    if not kinds[place] & WORD or kinds[place] & STOP:
        return None
    is_name = kinds[place] & CAPITAL
    place += 1
    while is_name and kinds[place] & CAPITAL and not kinds[place] & (DETERMINER | PRONOUN):
        place += 1
    opens = kinds[place] & (DETERMINER | PRONOUN | CAPITAL) and not kinds[place] & STOP
    verbs = FINITE | AUXILIARY
    nearest = min(end, place + _NEAREST_CLAUSE)
    return place if opens and tokens.any(verbs, place + 1, nearest) else None


def tells_who_said_it(tokens: Tokens, start: int, found: Attribution) -> bool:
    """Whether a sentence tells who said what stands before it: "Lo ha detto X", "Das sagte X"."""
    phrase, first = found.phrase, found.first
    if phrase is None or phrase.kind != "name" or not start < first <= start + _LONGEST_ECHO:
        return False
    if phrase.start < found.cue.end or tokens.kinds[found.last] & COMPLEMENTIZER:
        return False
    cues, lows = tokens.cues, tokens.lows
    is_neutral = not cues.neutral.isdisjoint(lows[first : first + _LONGEST_ECHO])
    is_stated = cues.keeps_clauses and tokens.kinds[start] & STATEMENT  # "Penegasan itu ..."
    is_echo = is_stated and tokens.kinds[start + 1] & DEMONSTRATIVE
    return is_neutral and bool(is_echo or not cues.echoes.isdisjoint(lows[start:first]))


def further_clause(tokens: Tokens, start: int, end: int) -> tuple[Span, Span] | None:
    """What a second verb of the sentence reports: ", adding that ...", "and said ...".

    Returns:
        The clause and its cue; None where no verb that follows "and" or a comma takes a clause.
    """
    kinds, texts = tokens.kinds, tokens.texts
    for verb in tokens.places(BEFORE, start + 1, end):
        if texts[verb - 1] != "," and not kinds[verb - 1] & _JOINING:
            continue
        if is_noun(tokens, verb, start):
            continue
        size = tokens.size(verb, BEFORE)
        alone = Attribution(tokens.span(verb, verb + size), None, verb - 1, verb + size)
        is_next = kinds[verb + size] & COMPLEMENTIZER
        if not is_next and (texts[verb - 1] == "," or not kinds[verb] & CLAUSAL):
            continue
        clause = reported_clause(tokens, verb, end, alone)
        if clause is not None:
            return clause, alone.cue
    return None


def _is_conjunction(tokens: Tokens, start: int) -> bool:
    """Whether a sentence opens with a conjunction, and no adverbial: "Sementara itu, ..."."""
    if tokens.kinds[start] & (BARRIER | COORDINATOR) != BARRIER:
        return False
    return "," not in tokens.texts[start + 1 : start + 3]


def _opens_with_infinitive(tokens: Tokens, place: int) -> bool:
    """Whether a verb without a subject stands there: "assure | ne pas avoir vu"."""
    kinds = tokens.kinds
    endings = tokens.cues.infinitive_endings
    is_denied = bool(kinds[place] & NEGATION)
    while kinds[place] & (NEGATION | ADVERB) and not tokens.lows[place].endswith(endings):
        place += 1
    following = tokens.lows[place + 1]
    place += (
        is_denied and following.endswith(endings) and kinds[place] & SMALL > 0
    )  # "ne rien | voir"
    is_word = kinds[place] & (SMALL | DETERMINER | CALENDAR) == SMALL
    return bool(is_word and tokens.lows[place].endswith(endings))


def _opens_with_number(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a number and a verb stand behind a verb of saying: "say | at least 40 have died"."""
    is_counted = tokens.kinds[place + 2] & DIGIT and not tokens.kinds[place] & BARRIER
    return bool(is_counted) and tokens.any(FINITE, place + 3, end)


def _calls(tokens: Tokens, first: int, end: int) -> bool:
    """Whether something is called a name in marks: menyebut kabar itu sebagai "lelucon"."""
    kinds = tokens.kinds
    if kinds[first] & (QUOTE | RELATIVE):
        return True
    place = next((place for place in range(first, end) if kinds[place] & QUOTE), first)
    return tokens.lows[place - 1] in tokens.cues.predicatives


def _has_verb(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words hold a verb, so that they are a clause and no thing."""
    kinds, cues = tokens.kinds, tokens.cues
    is_participle = cues.participle_endings and kinds[first] & (FUNCTION | BEFORE) != FUNCTION
    if kinds[first] & GERUND or (
        is_participle and tokens.lows[first].endswith(cues.participle_endings)
    ):
        return True  # "denied taking bribes"
    for place in range(first, min(end, first + _NEAREST_CLAUSE)):
        kind = kinds[place]
        if kind & (FINITE | NEGATION):
            return True
        if kind & RELATIVE:
            return False
        if not cues.verb_beginnings:
            continue
        if kind & DEMONSTRATIVE and kinds[place + 1] & (SMALL | STOP) == SMALL:
            return True  # "dakwaan itu benar"
        if begins_as_verb(tokens, place):
            return True
    return False


def _complementizer_after(tokens: Tokens, first: int, after: int, end: int) -> int | None:
    """The place behind the word that opens what is said ("that"), where it is no relative.

    Where it may be one, it stands at the verb, behind a claim (claims that, the report that) or
    behind whom the verb addresses (told reporters that).
    """
    kinds = tokens.kinds
    for place in tokens.places(COMPLEMENTIZER, after, min(end, after + _NEAREST_CLAUSE)):
        if not tokens.cues.claims:
            return place + 1
        before = kinds[place - 1]
        is_plain = (
            place == after
            or before & (CLAIM | CALENDAR | ADVERB)
            or tokens.texts[place - 1] == ","
            or kinds[first] & ADDRESSING
            or _is_time(tokens, after, place)
        )
        is_clause = kinds[place + 1] & (FINITE if tokens.cues.is_office_first else BEFORE)
        return place + 1 if is_plain and not is_clause else None
    return None


def _is_time(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words tell no more than when: "said | late last week | that"."""
    return tokens.any(TIME_NOUN | CALENDAR, first, end) and all(
        kind & (TIME_NOUN | CALENDAR | DIGIT | STOP | DETERMINER | DEMONSTRATIVE | ADVERB)
        for kind in tokens.kinds[first:end]
    )


def _comma_after_source(tokens: Tokens, last: int, end: int) -> int | None:
    """The comma that ends "According to X" or "Selon X, conseil de Y"."""
    commas = tokens.commas(last, end)
    if len(commas) > 1 and tokens.kinds[commas[0] + 1] & (ROLE_BEGINS | RELATIVE):
        return commas[1]
    return commas[0] if commas else None


def _clause_of_mood(tokens: Tokens, after: int, end: int) -> Span | None:
    """A clause without "dass" stands behind a comma; an infinitive (with "zu") may lack it."""
    kinds, texts = tokens.kinds, tokens.texts
    comma = next((i for i in range(after, min(end, after + 6)) if texts[i] == ","), None)
    if comma is not None and comma + 1 < end and not kinds[comma + 1] & RELATIVE:
        is_name = kinds[comma - 1] & (CAPITAL | CALENDAR) == CAPITAL
        is_name = is_name and "zu" not in tokens.lows[comma + 1 : end]
        return None if is_name and comma > after else _clause(tokens, comma + 1, end)
    if "zu" in tokens.lows[after:end]:
        return _clause(tokens, after, end)
    return None


def _without_relay(tokens: Tokens, first: int, end: int) -> int:
    """The end of a clause without who relays it, behind its last comma: ", according to X"."""
    for comma in reversed(tokens.commas(max(first, end - _LONGEST_RELAY) + 1, end - 1)):
        kind = tokens.kinds[comma + 1]
        if kind & (FRAME | FRONTED) == FRAME:
            told = framed(tokens, comma + 1)
        else:
            told = verb_first(tokens, comma + 1) if kind & AFTER else None
        is_relay = told is not None and told.phrase is not None and told.last >= end
        return comma if is_relay else end
    return end


def _clause(tokens: Tokens, first: int, end: int) -> Span | None:
    """The tokens ``first:end`` as a span, if they make more than a phrase."""
    kinds, texts = tokens.kinds, tokens.texts
    while end > first and texts[end - 1] in _SENTENCE_ENDS:
        end -= 1
    end = _without_relay(tokens, first, end)
    if kinds[first] & UPPER:
        for place in range(first, min(end, first + _LONGEST_DATELINE)):
            if texts[place] in _DATELINE_SIGNS:
                first = place + 1
                break
    if len(tokens.places(WORD, first, end)) < _SHORTEST_CLAUSE:
        return None
    return tokens.span(first, end)
