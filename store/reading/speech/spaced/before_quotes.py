"""Who said a quote, as what stands before or around it tells: X mengatakan, ...; X said: ..."""

from __future__ import annotations

from bisect import bisect_left

from store.model import Span
from store.reading.speech.spaced.attributions import (
    LONGEST_BRACKET,
    LONGEST_PLACE,
    LONGEST_SUBJECT,
    NEAREST_NOUN,
    SHORTEST_GROUP,
    SHORTEST_NAME,
    Attribution,
    are_somebody,
    body_after,
    end_of_deed,
    framed,
    has_role,
    is_noun,
    opens_with_source,
    over_adverbs,
    owner_before,
    owner_of_read,
    pronoun_on,
    told_as,
    unknown_verb,
    verb_first,
    what_is_read,
)
from store.reading.speech.spaced.phrases import (
    Phrase,
    are_several,
    kind_of_phrase,
    particles_at,
    phrase_after,
    phrase_of,
    source_after,
)
from store.reading.speech.spaced.subjects import (
    follows_clause,
    follows_object,
    opens_with_verb,
    over_object,
    stands_between_commas,
    subject_before,
)
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    AFTER,
    ARTICLE,
    AUXILIARY,
    BARRIER,
    BEFORE,
    BODY,
    BY,
    CALENDAR,
    CAPITAL,
    CLAIM,
    CLITIC,
    COMPLEMENTIZER,
    COORDINATOR,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    END,
    FINITE,
    FRAME,
    FRONTED,
    FUNCTION,
    GENITIVE,
    LINK,
    LOCATIVE,
    MANNER,
    MOOD,
    NEGATION,
    OBLIQUE,
    OWNING,
    PARTICIPLE,
    PARTICLE,
    PASSIVE,
    POSSESSIVE,
    POSTPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    SMALL,
    STANDING_ARTICLE,
    STATEMENT,
    STOP,
    SUFFIXED,
    TERM_NOUN,
    TOWARDS,
    UPPER,
    WHENCE,
    WORD,
    WORDING,
)

_DASHES = frozenset(("-", "–", "—", "--"))
#: So many tokens before a quote are looked at for its verb.
NEAREST_VERB = 60
_LONGEST_GAPPED = 9
_LONGEST_HEARER = 4
#: How many words a verb may have that another follows at once.
_SERIAL_VERBS = (3, 2, 1)
_NEAREST_FRAME = 14
_NEAREST_OWNER = 7
#: What stands in no clause that leaves its verb out, and what stands behind its subject there.
_IN_NO_GAP = BEFORE | AFTER | AUXILIARY | RELATIVE | COMPLEMENTIZER | QUOTE | FRAME | MOOD
_OPENS_CLAUSE = BARRIER | CAPITAL
_MAY_OPEN_CLAUSE = _OPENS_CLAUSE | COORDINATOR
_IN_GAP = STOP | DETERMINER | LINK | ADVERB | BY


def in_words(tokens: Tokens, quote: int, start: int) -> Attribution | None:
    """Whose words a quote is told to be: "Mit den Worten „...“ ging | X", "X left with ..."."""
    size = tokens.size_before(quote, start, WORDING, (3, 4))
    if not size:
        return None
    kinds, wording = tokens.kinds, quote - size
    cue = tokens.span(wording, quote)
    if wording > start:
        phrase, _ = phrase_after(tokens, start)
        is_name = phrase is not None and phrase.kind != "description"
        return Attribution(cue, phrase, start, quote) if is_name else None
    if tokens.cues.is_verb_second and kinds[quote + 1] & SMALL:
        place = over_object(tokens, quote + 2)
    else:
        place = quote + 1 + (tokens.texts[quote + 1] == ",")
    phrase, _ = phrase_after(tokens, place)
    is_name = phrase is not None and phrase.kind != "description"
    return Attribution(cue, phrase, wording, quote) if is_name else None


def spoken_from(tokens: Tokens, start: int) -> Phrase | None:
    """The body from which a sentence is spoken that it opens with: "Desde | el hospital | piden".

    One where something is said speaks for several: "En | la consejería | hablan de un error".
    """
    kinds, cues = tokens.kinds, tokens.cues
    opens = kinds[start] & CAPITAL or kinds[start - 1] & BARRIER
    if not cues.has_small_bodies or not opens:
        return None
    size = tokens.size(start, WHENCE)
    if not size and not (kinds[start] & LOCATIVE and kinds[start + 1] & DEFINITE):
        return None
    body, last = body_after(tokens, start + (size or 1))
    if body is not None and not size and not are_several(tokens, last, last + 1):
        return None
    endings = cues.past_endings if body is not None and body.kind != "name" else ()
    for verb in range(start + (size or 1) + 2, last):
        if tokens.lows[verb].endswith(endings) and not kinds[verb] & (ROLE | BODY):
            return phrase_of(tokens, start + (size or 1), verb, "description")
    return body


def _closing_clause(tokens: Tokens, quote: int, floor: int) -> Attribution | None:
    """The verb that ends a clause behind a quote: "dass X den Plan „dumm“ | nannte"."""
    kinds, cues = tokens.kinds, tokens.cues
    if not cues.is_verb_second:
        return None
    verb = over_adverbs(tokens, quote + 1)
    size = tokens.size(verb, BEFORE) or tokens.size(verb, AFTER)
    if kinds[verb] & PARTICIPLE and kinds[verb + 1] & AUXILIARY:
        size = 2  # "den Plan „dumm“ | genannt hatte"
    if not size or not kinds[verb] & SMALL:
        return None
    if kinds[verb + size] & WORD and not kinds[verb + size] & COORDINATOR:
        return None
    cue = tokens.span(verb, verb + size)
    for place in range(quote - 1, max(floor, quote - LONGEST_SUBJECT * 2) - 1, -1):
        if kinds[place] & (END | QUOTE):
            break
        is_relative = tokens.texts[place - 1] == "," and bool(kinds[place] & SMALL)
        is_relative = is_relative and bool(kinds[place] & (RELATIVE | STANDING_ARTICLE))
        if is_relative and not _has_subject_within(tokens, place + 1):
            owner = owner_before(tokens, place - 1)
            if owner is None:
                continue
            return Attribution(cue, owner, place, verb + size, True)  # "X, der von „...“ sprach"
        is_clause = kinds[place] & COMPLEMENTIZER and kinds[place] & SMALL
        is_joined = kinds[place] & (BARRIER | COORDINATOR) == BARRIER
        is_clause |= is_joined and tokens.lows[place] not in cues.predicatives
        if is_clause or (is_relative and kinds[place] & RELATIVE):
            phrase, last = phrase_after(tokens, place + 1)
            if phrase is None or last > quote or not opens_with_source(tokens, place + 1):
                return None
            return Attribution(cue, phrase, place, verb + size, True)
    return None


def _has_subject_within(tokens: Tokens, place: int) -> bool:
    """Whether somebody else is the subject of a relative clause: "Pläne, die | die Opposition"."""
    kinds = tokens.kinds
    if kinds[place] & OBLIQUE or not opens_with_source(tokens, place):
        return False
    noun = place + tokens.size(place, DETERMINER)
    return noun == place or bool(kinds[noun] & (ROLE | BODY)) or not tokens.cues.has_capital_nouns


def source_before(tokens: Tokens, frame: int, start: int) -> Attribution | None:
    """The source that a frame stands behind: "Dem Sprecher | zufolge"."""
    for owner in tokens.places(BY, max(start, frame - LONGEST_PLACE), frame - 1):
        phrase, last = phrase_after(tokens, owner + 1)
        if phrase is not None and last == frame:  # "Den Worten von X | zufolge"
            return Attribution(tokens.span(frame, frame + 1), phrase, owner, frame + 1, True)
    for first in range(max(start, frame - LONGEST_PLACE), frame):
        phrase, last = phrase_after(tokens, first)
        last += (
            last == frame - 1 and tokens.texts[last] == ","
        )  # "Dem Sprecher, Jan Brok, | zufolge"
        if phrase is not None and last == frame and phrase.kind != "pronoun":
            return Attribution(tokens.span(frame, frame + 1), phrase, first, frame + 1, True)
    return None


def attributions_before(tokens: Tokens, index: int, floor: int) -> Attribution | None:
    """The attribution in the words before a quote (token ``index``), from ``floor`` on.

    The nearest verb of saying that has a subject and is not denied; else a frame; else the words
    before a colon.
    """
    kinds, texts = tokens.kinds, tokens.texts
    gapped = _gapped(tokens, index, floor) or _gapped_at_colon(tokens, index, floor)
    if gapped is not None:
        return gapped
    start = min(index, max(floor, index - NEAREST_VERB))
    for sign in reversed(tokens.places(END | QUOTE, start, index)):
        is_next = tokens.cues.has_small_bodies and kinds[sign + 1] & CAPITAL
        if kinds[sign] & END or (is_next and kinds[sign + 1] & DETERMINER):
            start = sign + 1  # "« Pourquoi ? » | Le prévenu : « ... »"
            break
    near = index - 1
    while near >= start and texts[near] in ":,\\-–—--":
        near -= 1
    if tokens.lows[start] in tokens.cues.echoes and tokens.cues.drops_subjects:
        echoed = verb_first(tokens, start + 1)  # "Lo ha detto su Facebook | X: ..."
        if echoed is not None and echoed.phrase is not None and echoed.last == near + 1:
            return echoed
    inserted = _inserted_frame(tokens, start, near) or _inserted_verb(tokens, start, near)
    inserted = inserted or _claimed_before(tokens, start, near)
    if inserted is None and tokens.cues.keeps_clauses:
        inserted = _called_by_pronoun(tokens, start, near) or _claimed(tokens, start, near)
    if inserted is None and tokens.any(MANNER, start, near):
        inserted = _told_as_before(tokens, start, near)
    acting = None
    if near == index - 2 and texts[index - 1] == ":":
        acting = _acting_before(tokens, start, index - 1)
    is_plain = acting is not None and not tokens.any(BEFORE | AFTER, acting.first, index)
    if is_plain and tokens.cues.has_serial_verbs:
        return acting  # "Khi phóng viên hỏi về khoản nợ, bà Lý | xua tay: "
    told = (
        PASSIVE
        | BEFORE
        | CLAIM
        | SUFFIXED
        | (AFTER | PARTICIPLE if tokens.cues.is_verb_second else 0)
    )
    for verb in range(near, start - 1, -1):
        if inserted is not None and verb < inserted.last:
            return inserted
        is_heard = tokens.lows[verb + 1] in tokens.cues.neuter
        is_heard |= bool(kinds[start] & WHENCE) and tokens.cues.has_capital_nouns
        is_heard &= tokens.lows[verb + 1] in tokens.cues.neuter or texts[verb + 1] in {",", ":"}
        if kinds[verb] & AFTER and is_heard:
            heard = _heard_at(tokens, verb, 1, start)
            if heard is not None:
                return heard  # "Aus dem Amt hieß es, man sei „...“"
        if kinds[verb] & told or verb in {start, near}:
            found = _cue_at(tokens, verb, start, near)
            if found is not None and found.phrase is None and kinds[start] & FRAME:
                frame = framed(tokens, start)
                found = frame if frame is not None and frame.last <= verb else found
            if found is not None and not _is_aside(tokens, found, index):
                return found
    opens = start < index and (start == 0 or kinds[start - 1] & END)
    inverted = verb_first(tokens, start) if opens else None
    if inverted is not None and inverted.phrase is not None:
        is_name = inverted.phrase.kind != "description" and tokens.cues.keeps_clauses
        if near < inverted.last <= index or (is_name and texts[inverted.last] == ","):
            return inverted  # "Tegas X, dakwaan itu ..."
    for place in range(start, index):
        if kinds[place] & POSTPOSITION:
            found = source_before(tokens, place, start)
            if found is not None:
                return found
        if kinds[place] & FRAME:
            found = framed(tokens, place)
            if found is not None and found.last <= index:
                return found
    if opens and (narrated := _narrated(tokens, start, near)) is not None:
        return narrated
    size = tokens.size(start, STATEMENT) if opens and tokens.cues.keeps_clauses else 0
    if size:
        phrase, last = source_after(tokens, start)
        if phrase is not None and phrase.kind == "name" and kinds[last] & (COMPLEMENTIZER | STOP):
            cue = tokens.span(start, start + size)
            return Attribution(cue, phrase, start, last)  # "Pernyataan X bahwa ... “...” memicu"
    if opens and (texts[index - 1] == ":" or tokens.any(MOOD, start, index)):
        phrase, last = owner_of_statement(tokens, start, index - 1)
        if phrase is not None and last < index:
            return Attribution(tokens.span(start, last), phrase, start, last, True)
    if near == index - 2 and texts[index - 1] == ":":
        is_verb = kinds[near] & AFTER and not kinds[near - 1] & (OWNING | ARTICLE)
        if is_verb and kinds[near] & SMALL and near > start:
            subject = subject_before(tokens, near, start)  # "One read: ..."
            if subject is not None:
                return Attribution(tokens.span(near, near + 1), *subject, index, True)
        if kinds[start] & (ADVERB | CAPITAL | DETERMINER) == ADVERB | CAPITAL:
            start += tokens.size(start, ADVERB)  # "Dazu Rita Kuhn: "
        phrase, last = phrase_after(tokens, start)
        if phrase is not None and (last == index - 1 or _is_towards(tokens, last, index - 1)):
            phrase = _before_hearer(tokens, start, index - 1) or phrase
            return Attribution(Span(phrase.end, phrase.end), phrase, start, last, True)
        if phrase is not None and _follows_description(tokens, phrase, last, index - 1):
            return Attribution(Span(phrase.end, phrase.end), phrase, start, last, True)
        if opens and phrase is not None and _tells_when_at_colon(tokens, phrase, last, index - 1):
            return Attribution(Span(phrase.end, phrase.end), phrase, start, last, True)
        found = _told_at_colon(tokens, start, index - 1) if opens else None
        if found is not None:
            return found
        if opens and texts[near] == ")":
            return _named_before_bracket(tokens, start, near)
        acting = _done_by(tokens, start, index - 1) or acting
        return acting or _named_at_colon(tokens, start, index - 1)
    colon = colon_of_reported(tokens, start, index)
    return attributions_before(tokens, colon + 1, floor) if colon else None


def colon_of_reported(tokens: Tokens, start: int, index: int) -> int:
    """The colon behind which others' words are told: "X winkt ab|: Das sei „Unsinn“"; or 0."""
    mood = tokens.first(MOOD, start, index) if tokens.cues.reporting_moods else None
    if not mood:
        return 0
    return next((place for place in range(mood, start, -1) if tokens.texts[place] == ":"), 0)


def _gapped(tokens: Tokens, index: int, floor: int) -> Attribution | None:
    """Who says a quote with the verb of the one before it: "X nannte es „klug“, | Y „dumm“".

    Nobody where somebody is called so: "nannte Roe „klug“ und Poe „dumm“".
    """
    kinds, cues = tokens.kinds, tokens.cues
    earlier = index - 1
    while earlier > floor and kinds[earlier] & WORD | (tokens.texts[earlier] in ",;"):
        earlier -= 1
    if not kinds[earlier] & QUOTE or not 1 < index - earlier <= _LONGEST_GAPPED:
        return None
    first = earlier + 1 + (tokens.texts[earlier + 1] in {",", ";"})
    first += bool(kinds[first] & COORDINATOR)
    if first == earlier + 1 or tokens.any(_IN_NO_GAP, first, index):
        return None
    phrase, last = phrase_after(tokens, first)
    is_body = tokens.any(ROLE | BODY | UPPER, first, last)
    if phrase is None or kinds[first] & OBLIQUE or not (is_body or _are_speaking(tokens, phrase)):
        return None
    rest = range(min(last, first + len(phrase.words)), index)
    if not all(kinds[place] & _IN_GAP or tokens.lows[place] in cues.predicatives for place in rest):
        return None
    told = attributions_before(tokens, earlier, floor)
    if told is None or told.phrase is None or told.cue.start == told.cue.end:
        return None
    verb = bisect_left(tokens.starts, told.cue.start)
    is_called = _is_somebody_between(tokens, verb + 1, earlier)
    return None if is_called or verb < floor else told._replace(phrase=phrase)


def _gapped_at_colon(tokens: Tokens, index: int, floor: int) -> Attribution | None:
    """Who stands before a colon without a verb: "X war froh, | Y | weniger: ..."."""
    kinds, texts = tokens.kinds, tokens.texts
    if texts[index - 1] != ":" or not tokens.cues.is_verb_second:
        return None
    comma = index - 2
    while comma > floor and kinds[comma] & WORD and index - comma < _LONGEST_GAPPED:
        comma -= 1
    if texts[comma] != "," or not tokens.any(FINITE | BEFORE | SMALL, floor, comma):
        return None
    phrase, last = phrase_after(tokens, comma + 1)
    if phrase is None or phrase.kind != "name" or not last < index - 1:
        return None
    if not tokens.all(FUNCTION | SMALL, last, index - 1) or tokens.any(
        _IN_NO_GAP | FINITE | DETERMINER, last, index - 1
    ):
        return None
    return Attribution(Span(phrase.end, phrase.end), phrase, comma, index, True)


def _is_somebody_between(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a name, a role or a body stands among words, so that it may be called something."""
    kinds = tokens.kinds
    if tokens.any(ROLE | ROLE_BEGINS | BODY, first, end):
        return True
    has_articles = tokens.cues.has_capital_nouns
    return any(
        not (has_articles and kinds[place - 1] & DETERMINER)
        for place in tokens.places(CAPITAL, first, end)
    )


def _are_speaking(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who may say something: no thing, no pronoun."""
    low = phrase.words[0].lower()
    if low in tokens.cues.unnamed or are_somebody(tokens, phrase):
        return True
    if phrase.kind != "name":
        return False
    is_noun = tokens.cues.has_capital_nouns and len(phrase.words) == SHORTEST_NAME
    return not (is_noun and low in tokens.cues.determiners) or phrase.words[-1].isupper()


def _is_aside(tokens: Tokens, found: Attribution, quote: int) -> bool:
    """Whether a clause stands inside what another says: "X said that | until Y agrees, “...”"."""
    opening = found.first - 1
    is_clause = tokens.kinds[opening] & (BARRIER | COMPLEMENTIZER) == BARRIER
    is_inside = is_clause and tokens.kinds[opening - 1] & COMPLEMENTIZER
    return opening > 0 and bool(is_inside) and tokens.texts[quote - 1] == ","


def _narrated(tokens: Tokens, start: int, verb: int) -> Attribution | None:
    """Who goes on in the infinitive that French tells with: "Et la maire de conclure : ..."."""
    kinds, ending = tokens.kinds, tokens.cues.infinitive_endings
    if not ending or not kinds[start] & COORDINATOR or not kinds[verb - 1] & OWNING:
        return None
    if not tokens.lows[verb].endswith(ending) or tokens.any(BEFORE | FINITE, start, verb - 1):
        return None
    phrase, last = phrase_after(tokens, start + 1)
    if phrase is None or phrase.kind == "pronoun" or last > verb:
        return None
    return Attribution(tokens.span(verb, verb + 1), phrase, start, verb + 1, True)


def _named_before_bracket(tokens: Tokens, start: int, closing: int) -> Attribution | None:
    """Who opens a line, what they are in brackets, and a colon: "Rita Kuhn (Trainerin FC X): "."""
    phrase, last = phrase_after(tokens, start)
    if phrase is None or phrase.kind != "name":
        return None
    bracket = last + (tokens.texts[last] == ":")  # "Rita Kuhn: (Trainerin): ..."
    if tokens.texts[bracket] != "(" or closing - bracket > LONGEST_BRACKET:
        return None
    if "(" in tokens.texts[bracket + 1 : closing] or ")" in tokens.texts[bracket:closing]:
        return None
    return Attribution(Span(phrase.end, phrase.end), phrase, start, closing + 1, True)


def _told_at_colon(tokens: Tokens, start: int, colon: int) -> Attribution | None:
    """Who speaks behind what they find, or a body that feels something, up to a colon.

    "Deutliche Worte fand | Rita Kuhn: ...", "Die Behörde | ist verärgert: ...".
    """
    kinds = tokens.kinds
    if not tokens.cues.is_verb_second:
        return None
    for verb in range(start + 1, min(colon, start + NEAREST_NOUN + 1)):
        is_said = kinds[verb - 1] & STATEMENT or tokens.lows[verb - 1] in tokens.cues.matters
        if is_said and kinds[verb] & (SMALL | STOP | LINK) == SMALL:
            following = over_adverbs(tokens, over_object(tokens, verb + 1))
            following += bool(kinds[following] & (BY | OWNING) and kinds[following] & SMALL)
            phrase, last = phrase_after(tokens, following)
            is_source = phrase is not None and last == colon and phrase.kind != "pronoun"
            if phrase is not None and is_source:
                return Attribution(Span(phrase.end, phrase.end), phrase, verb, last, True)
    if kinds[start + 1] & SMALL and follows_object(tokens, start, start + 1):
        verb, following = start + 1, over_object(tokens, start + 2)
        phrase, last = phrase_after(tokens, following)
        if phrase is not None and last == colon:  # "Deutlicher wurde der Verband: ..."
            return Attribution(Span(phrase.end, phrase.end), phrase, verb, last, True)
    phrase, last = phrase_after(tokens, start)
    is_body = kinds[last - 1] & BODY and kinds[last] & FINITE and kinds[start] & DEFINITE
    if phrase is None or not is_body or tokens.any(CAPITAL, last, colon):
        return None
    return Attribution(Span(phrase.end, phrase.end), phrase, start, last, True)


def _is_towards(tokens: Tokens, place: int, colon: int) -> bool:
    """Whether who is told stands between who speaks and a colon: "X | zum ECHO: ..."."""
    end = place + tokens.size(place, TOWARDS)
    others = BEFORE | AFTER | FINITE | RELATIVE
    is_short = place < end <= colon <= end + _LONGEST_HEARER
    return is_short and tokens.all(WORD, end, colon) and not tokens.any(others, end, colon)


def _before_hearer(tokens: Tokens, start: int, colon: int) -> Phrase | None:
    """Who speaks to somebody, both told by what they are: "Die Richterin | zum Zeugen: ..."."""
    kinds = tokens.kinds
    for place in tokens.places(TOWARDS, start + 1, colon):
        hearer = place + tokens.size(place, TOWARDS)
        hearer += tokens.size(hearer, DETERMINER)
        is_role = kinds[hearer] & (ROLE | ROLE_BEGINS) or tokens.cues.are_many(tokens.lows[hearer])
        is_role = is_role or tokens.cues.kinds[tokens.texts[hearer].removesuffix("n")] & ROLE
        if hearer == colon - 1 and is_role and tokens.any(ROLE | ROLE_BEGINS, start, place):
            kind = kind_of_phrase(tokens, start, place)
            return phrase_of(tokens, start, place, kind)
    return None


def _tells_when_at_colon(tokens: Tokens, phrase: Phrase, last: int, colon: int) -> bool:
    """Whether no more than when or where stands up to a colon: "Il tecnico | dopo lo 0-3: ..."."""
    kinds = tokens.kinds
    others = OWNING | COORDINATOR | RELATIVE | COMPLEMENTIZER | FINITE | BEFORE | AFTER
    is_when = kinds[last] & (STOP | SMALL | others) == STOP | SMALL
    if not is_when or not tokens.cues.has_small_bodies or tokens.texts[last - 1] == ",":
        return False
    if not (phrase.kind == "name" or are_somebody(tokens, phrase)):
        return False
    verbs = FINITE | BEFORE | AFTER | RELATIVE | COMPLEMENTIZER | QUOTE | END
    return not tokens.any(verbs, last, colon)


def _follows_description(tokens: Tokens, phrase: Phrase, last: int, colon: int) -> bool:
    """Whether what a name is fills the words up to a colon: "X, 54, Bauer aus Y: ..."."""
    if phrase.kind != "name" or tokens.texts[last] != ",":
        return False
    others = BEFORE | AFTER | FINITE | RELATIVE | END | QUOTE | BARRIER
    opening = tokens.kinds[last + 1]
    is_told = opening & (DIGIT | ROLE_BEGINS | ROLE | DETERMINER)
    return bool(is_told) and not tokens.any(others, last + 1, colon)


def _named_at_colon(tokens: Tokens, start: int, colon: int) -> Attribution | None:
    """Somebody named in full right before a colon: "Di parere opposto Rita Neri: ..."."""
    kinds = tokens.kinds
    first = _begin_of_name(tokens, start, colon)
    before = kinds[first - 1]
    if (described := _described_at_colon(tokens, start, colon)) is not None:
        return described
    if tokens.cues.has_capital_nouns and _opens_with_name(tokens, start, first):
        return None  # "Torfrau Lea Kern zollte Norland Respekt: ..."
    is_named = colon - first >= SHORTEST_NAME and first > start
    if is_named and tokens.texts[first - 1] == "," and tokens.any(ROLE, start, first):
        phrase, last = phrase_after(tokens, first)  # "... auch der Wehrchef, Lutz Arz: ..."
        if phrase is not None and phrase.kind == "name" and last == colon:
            return Attribution(Span(phrase.end, phrase.end), phrase, first, last, True)
    if not is_named or not before & SMALL:
        return None
    has_role = kinds[first] & (ROLE_BEGINS | ROLE) or colon - first > SHORTEST_NAME
    if before & DETERMINER and not before & OBLIQUE and has_role:
        before = kinds[first - 2]  # "Anders sieht das | die Bäuerin Rita Kuhn"
        before = 0 if before & DETERMINER else before
    if before & ADVERB and not before & (LINK | PARTICLE | DETERMINER | BY):
        before = 0  # "Das bestätigt auch | Rita Kuhn: ..."
    if before & (BY | OWNING) and not before & (TOWARDS | FRONTED):
        before = 0  # "Kritik kommt von | Rita Kuhn: ..."
    if before & (STOP | LINK | PARTICLE | DETERMINER | BY) or tokens.any(FUNCTION, first, colon):
        return None
    phrase, last = phrase_after(tokens, first)
    if phrase is None or phrase.kind != "name" or last != colon:
        return None
    return Attribution(Span(phrase.end, phrase.end), phrase, first, last, True)


def _acting_before(tokens: Tokens, start: int, colon: int) -> Attribution | None:
    """Who only does something up to a colon: "Asked about it, | Jane Roe just laughed|:"."""
    texts = tokens.texts
    first = next((n + 1 for n in range(colon - 1, start, -1) if texts[n] == ","), start)
    phrase, last = phrase_after(tokens, first)
    if phrase is None or end_of_deed(tokens, last) != colon:
        return _acting_behind_aside(tokens, start, first, colon)
    if phrase.kind != "name" and tokens.cues.is_verb_second:
        return None
    if phrase.kind == "description" and not has_role(tokens, phrase):
        return None
    if tokens.any(STATEMENT | TERM_NOUN | FRAME | DEMONSTRATIVE, last, colon):
        return None
    return Attribution(tokens.span(last, last + 1), phrase, first, colon + 1, True)


def _acting_behind_aside(tokens: Tokens, start: int, deed: int, colon: int) -> Attribution | None:
    """Who does something behind an age or a clause: "Jane Roe, | who lives nearby, is sad|:"."""
    phrase, last = phrase_after(tokens, start)
    is_aside = tokens.texts[last] == "," and last < deed - 1 and tokens.texts[deed - 1] == ","
    if phrase is None or phrase.kind != "name" or not is_aside:
        return None
    if end_of_deed(tokens, deed) != colon or tokens.any(
        STATEMENT | FRAME | DEMONSTRATIVE, deed, colon
    ):
        return None
    return Attribution(tokens.span(deed, deed + 1), phrase, start, colon + 1, True)


def _begin_of_name(tokens: Tokens, start: int, end: int) -> int:
    """Where the capitalised words begin that end there, a name's particles between them."""
    kinds, first = tokens.kinds, end
    while first > start and kinds[first - 1] & (CAPITAL | CALENDAR | UPPER) == CAPITAL:
        first -= 1
    size = 1 + bool(kinds[first - 2] & PARTICLE)
    is_inside = start < first - size and first < end and kinds[first - 1] & PARTICLE
    if is_inside and particles_at(tokens, first - size) == size:
        return _begin_of_name(tokens, start, first - size)
    return first


def _opens_with_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether two or three words with capitals and a small one open what ends at a colon."""
    last = start
    while last < end and tokens.kinds[last] & (CAPITAL | FUNCTION | CALENDAR | BODY) == CAPITAL:
        last += 1
    if last > start and tokens.kinds[last - 1] & STATEMENT:
        return False  # "Deutliche Worte fand Rita Kuhn: ..."
    following = tokens.kinds[last] & (SMALL | STOP | LINK | DETERMINER | ADVERB | COORDINATOR)
    return SHORTEST_NAME <= last - start <= SHORTEST_NAME + 1 and following == SMALL


def _described_at_colon(tokens: Tokens, start: int, colon: int) -> Attribution | None:
    """Somebody described right before a colon, no verb in front: "Tout comme la juge : ..."."""
    if not tokens.cues.articles or tokens.any(BEFORE | AFTER | FINITE, start, colon):
        return None
    for first in tokens.places(DETERMINER, max(start + 1, colon - LONGEST_PLACE), colon):
        before = tokens.kinds[first - 1]
        if before & (STOP | LINK | PARTICLE | DETERMINER | BY) and not before & ADVERB:
            continue
        is_thing = tokens.kinds[first + 1] & (CAPITAL | ROLE | BODY) == CAPITAL
        if tokens.cues.has_capital_nouns and (before & CAPITAL or is_thing):
            continue  # "Sprecher | der Feuerwehr: ...", "dient | ein Satz des Sprechers: ..."
        phrase, last = phrase_after(tokens, first)
        if phrase is None or last != colon or phrase.kind == "pronoun":
            continue
        is_named = phrase.kind == "name" and tokens.cues.drops_subjects  # "Più duro | il Fai: ..."
        if opens_with_source(tokens, first) and (is_named or are_somebody(tokens, phrase)):
            return Attribution(Span(phrase.end, phrase.end), phrase, first, last, True)
    return None


def _done_by(tokens: Tokens, start: int, colon: int) -> Attribution | None:
    """Who has done something, behind the verb: "L'allarme l'ha dato | un passante: ..."."""
    kinds, cues = tokens.kinds, tokens.cues
    endings = cues.past_endings + cues.plain_participles
    if not cues.drops_subjects or not tokens.any(AUXILIARY, start, colon):
        return None
    for first in range(max(start + 2, colon - LONGEST_PLACE), colon):
        is_done = kinds[first - 2] & AUXILIARY and tokens.lows[first - 1].endswith(endings)
        if not is_done or not kinds[first] & (DETERMINER | CAPITAL | ROLE_BEGINS):
            continue
        phrase, last = phrase_after(tokens, first)
        if phrase is None or last != colon or phrase.kind == "pronoun" or kinds[first] & OWNING:
            return None
        if phrase.kind == "name" or are_somebody(tokens, phrase):
            return Attribution(Span(phrase.end, phrase.end), phrase, first, last, True)
    return None


def _told_as_before(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """Who tells so in a clause before a colon, or one that opens the sentence or is inserted."""
    for place in reversed(tokens.places(MANNER, start, near)):
        if place == start or tokens.texts[place - 1] == ",":
            found = told_as(tokens, place, near + 1)
            if found is not None and tokens.texts[found.last] in {",", ":"}:
                return found
    return None


def _inserted_frame(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """A frame between commas close to a quote: "destiné, selon X, à « ... »"."""
    texts = tokens.texts
    for comma in reversed(tokens.commas(max(start + 1, near - _NEAREST_FRAME) + 1, near + 1)):
        if tokens.kinds[comma + 1] & (FRAME | FRONTED) == FRAME:
            found = framed(tokens, comma + 1)
            return found if found is not None and texts[found.last] == "," else None
    return None


def _claimed_before(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """Whose claim a clause gives that another denies: "nie les propos de X | selon lesquels"."""
    for place in reversed(tokens.places(FRAME, start + 1, near)):
        article = place + 1 + bool(tokens.kinds[place + 1] & ARTICLE)
        if tokens.kinds[article] & RELATIVE:
            return framed(tokens, place)
    return None


def _inserted_verb(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """A verb between commas that stands before its source only: "itu, kata X, “...”"."""
    texts, kinds = tokens.texts, tokens.kinds
    if texts[start + 1] == "," and kinds[start + 2] & AFTER and kinds[start + 2] & SMALL:
        found = verb_first(tokens, start + 2)  # "Mieux, souligne X, le poste ..."
        is_source = found is not None and found.phrase is not None
        if is_source and found and found.last < near and texts[found.last] == ",":
            return found
    if kinds[near] & COORDINATOR and texts[near - 1] == "," and texts[near + 1] == ":":
        for comma in reversed(tokens.commas(max(start, near - LONGEST_BRACKET) + 1, near - 1)):
            if kinds[comma + 1] & AFTER:
                found = verb_first(tokens, comma + 1)
                is_whole = found is not None and found.last == near - 1
                return found if is_whole and found and found.phrase else None  # "sagt X, aber: "
    for comma in reversed(tokens.commas(max(start, near - _NEAREST_FRAME) + 1, near + 1)):
        if kinds[comma + 1] & AFTER:
            found = verb_first(tokens, comma + 1)
            phrase = found.phrase if found is not None and texts[found.last] == "," else None
            if not kinds[comma + 1] & BEFORE:
                return found if phrase is not None else None
            if phrase is not None and phrase.kind == "name":
                return found  # "Il s'agit, insiste X, d'« ... »"
    return None


def _called_by_pronoun(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """Who calls something what stands in marks, the verb bare: "yang | beliau sifatkan sebagai"."""
    kinds = tokens.kinds
    verb = near - (tokens.lows[near] in tokens.cues.predicatives)
    if verb - 2 < start or not kinds[verb - 1] & PRONOUN or not kinds[verb - 2] & RELATIVE:
        return None
    if not kinds[near + 1] & QUOTE:
        return None  # "aplikasi yang ia buat, “Pasar Kita”"
    if kinds[verb] & (SMALL | STOP | BARRIER | ADVERB | NEGATION | FINITE) != SMALL:
        return None
    phrase = phrase_of(tokens, verb - 1, verb, "pronoun")
    return Attribution(tokens.span(verb, verb + 1), phrase, verb - 1, near + 1, True)


def _claimed(tokens: Tokens, start: int, near: int) -> Attribution | None:
    """Whose claim a clause tells, whoever denies it: "X membantah tudingan | Y bahwa ..."."""
    for that in tokens.places(COMPLEMENTIZER, start + 2, near + 1):
        for noun in range(that - 2, max(start, that - LONGEST_BRACKET) - 1, -1):
            if not tokens.kinds[noun] & STATEMENT:
                continue
            phrase, last = source_after(tokens, noun)
            last += tokens.texts[last] == ","
            if phrase is not None and phrase.kind == "name" and last == that:
                return Attribution(tokens.span(noun, noun + 1), phrase, noun, that)
    return None


def owner_of_statement(tokens: Tokens, start: int, colon: int = 0) -> tuple[Phrase | None, int]:
    """Whose statement opens a sentence: "La réponse du maire est sèche : ...".

    Before a colon it may stand far behind where no verb is: "Di ben altro tono le parole di X:".
    """
    kinds = tokens.kinds
    nouns = range(start, start + NEAREST_NOUN + tokens.cues.has_capital_nouns)
    is_open = tokens.cues.drops_subjects and kinds[start] & (STOP | DETERMINER) == STOP
    if is_open and not tokens.any(FINITE | BEFORE, start, colon):
        nouns = range(start, max(nouns.stop, colon))
    noun = next((place for place in nouns if kinds[place] & STATEMENT), None)
    if noun is not None and noun > start and tokens.cues.has_capital_nouns:
        owner = _owner_with_ending(tokens, start, noun)
        if owner is not None:
            return owner, noun + 1
    if noun is None or not (noun == start or kinds[noun - 1] & DETERMINER):
        return None, start
    if noun == start + 1 and tokens.lows[start] in tokens.cues.possessives:
        own = phrase_of(tokens, start, noun, "pronoun")  # "His answer is short: ..."
        is_of_noun = tokens.cues.has_gendered_nouns  # "sa réponse" may be a man's
        return own._replace(words=("nya",)) if is_of_noun else own, noun + 1
    for place in range(noun + 1, min(tokens.length, noun + _NEAREST_OWNER)):
        if not kinds[place] & WORD or (kinds[place] & TOWARDS and tokens.cues.drops_subjects):
            break  # "Poi la stoccata | al rivale: ..."
        if kinds[place] & (LINK | BY | GENITIVE):
            phrase, last = phrase_after(tokens, place + (not kinds[place] & DETERMINER))
            if phrase is not None and (phrase.kind == "name" or place == noun + 1):
                return _owner_itself(phrase), last
            if phrase is not None and has_role(tokens, phrase):
                return phrase, last
    return None, start


def _owner_with_ending(tokens: Tokens, start: int, noun: int) -> Phrase | None:
    """The name in the German genitive before a statement: "Ulf Kampe|s Fazit: ..."."""
    names = CAPITAL | ROLE | BODY | CALENDAR | DETERMINER | FUNCTION | STOP
    has_sign = tokens.texts[noun - 1] in {"'", "’"}  # "Kranz’ Fazit"
    last = noun - has_sign
    is_name = last > start and all(kind & names == CAPITAL for kind in tokens.kinds[start:last])
    if not is_name or not (has_sign or tokens.texts[last - 1].endswith("s")):
        return None
    phrase = phrase_of(tokens, start, last, "name")
    if has_sign:
        return phrase
    return phrase._replace(end=phrase.end - 1, words=(*phrase.words[:-1], phrase.words[-1][:-1]))


def _owner_itself(phrase: Phrase) -> Phrase:
    """Who is named, without what is theirs: "A statement on | the club |'s website read: ..."."""
    for place, word in enumerate(phrase.words[:-1]):
        if word.endswith(POSSESSIVE):
            words = (*phrase.words[:place], word[:-2])
            return Phrase(phrase.start, phrase.start + len(" ".join(words)), phrase.kind, words)
    return phrase


def _cue_at(tokens: Tokens, verb: int, start: int, near: int) -> Attribution | None:
    """The attribution whose verb is token ``verb``, if it is a verb of saying with a source."""
    kinds = tokens.kinds
    kind = kinds[verb]
    if not kind & WORD:
        return None
    adjacent = verb == near
    is_name_for = verb == near - 1 and tokens.lows[near] in tokens.cues.predicatives
    if kind & SUFFIXED and (adjacent or is_name_for or verb == start):
        cue = tokens.span(verb, verb + 1)
        return Attribution(cue, pronoun_on(tokens, verb), verb, verb + 1, adjacent)
    if size := tokens.size(verb, PASSIVE):
        place = verb + size
        phrase, last = phrase_after(tokens, place + bool(kinds[place] & BY))
        is_agent = phrase is not None and (
            phrase.kind != "description" or are_somebody(tokens, phrase)
        )
        if phrase is not None and (is_agent or tokens.lows[verb] not in tokens.cues.called):
            return Attribution(tokens.span(verb, place), phrase, verb, last, last > near)
    if kind & PARTICIPLE and tokens.cues.is_verb_second:
        for auxiliary in tokens.places(AUXILIARY, start, verb):
            if tokens.lows[auxiliary] not in tokens.cues.passive_auxiliaries:
                continue
            if agent := _agent_between(tokens, auxiliary, verb):  # "wurde von X | verspottet als"
                return Attribution(tokens.span(verb, verb + 1), agent, auxiliary, verb + 1)
    if kind & PARTICIPLE and (done := _with_auxiliary(tokens, verb, start, near)) is not None:
        return done
    if kind & CLAIM and (claimed := _owner_of_claim(tokens, verb, start, near)) is not None:
        return claimed
    size = tokens.size(verb, BEFORE)
    if not size and (last := parted_cue(tokens, verb, near + 1)):
        found = subject_before(tokens, verb, start)
        told = found[0] if found is not None else phrase_after(tokens, verb + 1)[0]
        return Attribution(tokens.span(verb, last), told, verb, last, last > near)
    if not size or is_denied(tokens, verb, start) or is_noun(tokens, verb, start):
        return None
    if tokens.cues.has_serial_verbs and tokens.size_before(verb, start, BEFORE, _SERIAL_VERBS):
        return None  # "bác bỏ | cáo buộc"
    adjacent = verb <= near < verb + size
    cue = tokens.span(verb, verb + size)
    if size == 1 and verb > start and tokens.lows[verb - 1] in tokens.cues.passive_auxiliaries:
        return _agent_behind(tokens, verb, near)
    if kinds[verb + size] & BY and tokens.size(verb + size, STOP) < SHORTEST_GROUP:
        phrase, last = phrase_after(tokens, verb + size + 1)
        is_agent = phrase is not None and phrase.kind != "pronoun"
        is_agent = is_agent and phrase is not None and are_somebody(tokens, phrase)
        if phrase is not None and (is_agent or tokens.cues.is_office_first):
            return Attribution(cue, phrase, verb, last, last > near)  # "told by clerks to be"
    following = verb + size + (tokens.lows[verb + size] in tokens.cues.reflexives)
    if follows_object(tokens, start, verb):
        following = over_object(tokens, verb + size)
    may_invert = tokens.cues.is_verb_second or tokens.cues.has_small_bodies
    if may_invert and tokens.texts[near + 1] == ":":
        following = over_adverbs(tokens, following)  # "Das bestätigt auch | X: ..."
    phrase, last = phrase_after(tokens, following)
    is_behind = phrase is not None and phrase.kind == "name" and last > near
    is_name_behind = phrase is not None and phrase.kind == "name" and bool(tokens.cues.echoes)
    is_after_comma = verb > start and tokens.texts[verb - 1] == ","
    is_after_comma = is_after_comma and not closes_clause(tokens, verb - 1, start)
    is_source = phrase is not None
    if phrase is not None and phrase.kind == "description":
        is_source = are_somebody(tokens, phrase)
    if is_after_comma and is_source and follows_clause(tokens, start, verb):
        return Attribution(cue, phrase, verb, last, True)  # "Es eile, sagte X der Zeitung: "
    if phrase is not None and verb > start and kinds[verb - 1] & FRAME:
        return Attribution(cue, phrase, verb, last, True)  # "según explicó el alcalde: ..."
    is_last = phrase is not None and last == near + 1 and tokens.texts[last] == ":"
    if phrase is not None and phrase.kind == "description" and is_last:
        is_last = are_somebody(tokens, phrase)  # "X, 54 ans, voit | les choses autrement : ..."
    if is_last and verb == start and tokens.cues.drops_subjects:
        return Attribution(cue, phrase, verb, last, True)  # "Replica la premier: ..."
    if tokens.cues.participle_endings:
        is_last &= not tokens.lows[verb].endswith(tokens.cues.participle_endings)
    if is_last and is_after_comma and not _follows_apposition(tokens, start, verb):
        return Attribution(cue, phrase, verb, last, True)  # "Faux, rétorque X: ..."
    is_opened = kinds[start] & (STOP | DETERMINER | FRAME | BARRIER) == STOP
    is_opened |= tokens.lows[start] in tokens.cues.asked
    is_opened |= verb == start + 1 and tokens.lows[start] in tokens.cues.echoes  # "Das sagt X: "
    if is_last and is_opened and tokens.cues.is_verb_second and "," not in tokens.texts[start:verb]:
        return Attribution(cue, phrase, verb, last, True)  # "Nach der Sitzung sagte X: ..."
    is_inserted = is_after_comma and verb - 1 > start
    if phrase is not None and last == near + 1 and is_inserted and tokens.texts[last] == ",":
        return Attribution(cue, phrase, verb, last, True)  # "Sie wolle, sagt sie, ..."
    is_main = opens_with_clause(tokens, start) or tokens.lows[start] in tokens.cues.asked
    is_main = is_main and is_after_comma and tokens.cues.is_verb_second
    if is_main and phrase is not None and phrase.kind != "description":
        return Attribution(cue, phrase, verb, last, adjacent)  # "Als X fragte, sprach Y von"
    is_governed = kinds[start] & (LINK | BARRIER | DETERMINER) == LINK
    is_governed &= kinds[verb + size] & (CAPITAL | DETERMINER | ROLE_BEGINS) > 0
    is_governed &= "," not in tokens.texts[start:verb]
    if phrase is not None and is_governed and _is_inverted(tokens, verb, start, size):
        return Attribution(cue, phrase, verb, last, adjacent)  # "In einem Brief sprach X von"
    if tokens.cues.is_verb_second and tokens.lows[verb + size] in tokens.cues.neuter:
        source, last = phrase_after(tokens, verb + size + 1)
        if source is not None and source.kind == "name" and tokens.texts[last] == ":":
            return Attribution(cue, source, verb, last, True)  # "Gelassener sieht es X: ..."
    if tokens.cues.has_small_bodies and (read := _read_in(tokens, verb, start)) is not None:
        return Attribution(cue, read, start, verb + size, adjacent)
    found = subject_before(tokens, verb, start)
    if found is not None and is_last and tokens.cues.is_verb_second and phrase is not None:
        is_body = are_somebody(tokens, found[0]) and not has_role(tokens, found[0])
        is_body &= not kinds[verb + size] & DETERMINER
        if is_body and phrase.kind == "name" and verb == found[1] + len(found[0].words):
            return Attribution(cue, phrase, verb, last, True)  # "Der Agentur APA sagte X: "
    if found is not None and found[0].words[-1].lower() in tokens.cues.impersonal:
        body, last = body_after(tokens, start + tokens.size(start, WHENCE))
        if tokens.size(start, WHENCE) and body is not None and tokens.texts[last] == ",":
            return Attribution(cue, body, start, verb + size, adjacent)  # "À la mairie, on dit"
    if found is not None:
        return Attribution(cue, found[0], found[1], verb + size, adjacent)
    if tokens.cues.drops_subjects and (body := spoken_from(tokens, start)) is not None:
        return Attribution(cue, body, start, verb + size, adjacent)  # "Desde X prefirieron decir"
    is_pronoun = phrase is not None and phrase.kind == "pronoun"
    is_it = tokens.lows[verb + size] in tokens.cues.echoes | tokens.cues.neuter
    if is_pronoun and is_it:
        phrase, last = phrase_after(tokens, verb + size + 1)
        is_name = phrase is not None and phrase.kind == "name"
        return Attribution(cue, phrase, verb, last, adjacent) if is_name else None
    if is_behind or (is_pronoun and tokens.cues.has_capital_nouns):
        return Attribution(cue, phrase, verb, last, True)
    if phrase is not None and _is_inverted(tokens, verb, start, size):
        return Attribution(cue, phrase, verb, last, adjacent)
    if is_name_behind and opens_with_verb(tokens, start, verb):
        return Attribution(cue, phrase, verb, last, adjacent)  # "Así lo expresó X: ..."
    if verb == start and (main := _main_subject(tokens, verb, near + 1)) is not None:
        return Attribution(cue, main, verb, verb + size, adjacent)
    above = _subject_above(tokens, verb, start) if tokens.cues.drops_subjects else None
    if above is not None:  # "X dijo que considera"
        return Attribution(cue, above[0], above[1], verb + size, adjacent)
    is_asked = verb == start and tokens.lows[verb].endswith(
        tokens.cues.plain_participles or ("\0",)
    )
    is_bare = tokens.cues.drops_subjects and not is_asked  # "Preguntado por ello, X fue claro: "
    is_bare = is_bare and (
        opens_with_verb(tokens, start, verb)
        or _is_joined(tokens, verb, size)
        or stands_between_commas(tokens, verb, start)
    )
    return Attribution(cue, None, verb, verb + size, adjacent) if adjacent or is_bare else None


def _read_in(tokens: Tokens, verb: int, start: int) -> Phrase | None:
    """What a verb without a person is read in: "En la carta | se dice", "Dans le mot, on lit"."""
    low, cues = tokens.lows[verb - 1], tokens.cues
    if verb <= start + 1 or low not in cues.reflexives | cues.impersonal:
        return None
    phrase, last = owner_of_read(tokens, start)
    noun = start + 1 + tokens.size(start + 1, DETERMINER)
    if phrase is None and tokens.kinds[noun] & STATEMENT and tokens.kinds[start + 1] & DEFINITE:
        phrase, last = what_is_read(tokens, start + 1, noun)
    last += phrase is not None and tokens.texts[last] == ","
    return phrase if last == verb - 1 else None


def _with_auxiliary(tokens: Tokens, verb: int, start: int, near: int) -> Attribution | None:
    """A participle that closes its clause, before what is said: "hatte X | versprochen, „...“"."""
    kinds, cues = tokens.kinds, tokens.cues
    closes = tokens.texts[verb + 1] in {",", ":"} or kinds[verb + 1] & COMPLEMENTIZER
    if not cues.is_verb_second or not closes or not kinds[verb] & SMALL:
        return None
    for auxiliary in reversed(tokens.places(AUXILIARY, start + 1, verb)):
        if not tokens.all(WORD, auxiliary, verb) or tokens.lows[auxiliary] in (
            cues.passive_auxiliaries
        ):
            return None
        cue = tokens.span(verb, verb + 1)
        phrase, last = phrase_after(tokens, auxiliary + 1)
        is_behind = kinds[start] & FUNCTION and not kinds[start] & (DETERMINER | PRONOUN)
        if is_behind and phrase is not None and last <= verb:
            return Attribution(cue, phrase, auxiliary, verb + 1, verb == near)
        found = subject_before(tokens, auxiliary, start)
        return Attribution(cue, *found, verb + 1, verb == near) if found is not None else None
    return None


def parted_cue(tokens: Tokens, verb: int, end: int) -> int:
    """The place behind the other part of a verb: "Das Amt | teilte am Montag mit |, dass"; or 0."""
    if not tokens.cues.is_verb_second or not tokens.kinds[verb] & AFTER:
        return 0
    parts = [words[1:] for words in tokens.cues.before.by_first.get(tokens.lows[verb], ())]
    for place in range(verb + 2, min(end, verb + LONGEST_BRACKET) if parts else 0):
        for words in parts:
            last = place + len(words)
            closes = tokens.kinds[last] & COMPLEMENTIZER or not tokens.kinds[last] & WORD
            closes = closes or tokens.lows[last] in tokens.cues.predicatives
            if words and closes and tuple(tokens.lows[place:last]) == words:
                return last
        if tokens.kinds[place] & (END | QUOTE | BEFORE):
            break
    return 0


def _owner_of_claim(tokens: Tokens, noun: int, start: int, near: int) -> Attribution | None:
    """Whose claim brings in what it says: "X's claim | that “...”", "the claim | by X that"."""
    kinds, texts = tokens.kinds, tokens.texts
    after = noun + 1
    owner = noun - 1
    while owner > max(start, noun - NEAREST_NOUN) and _is_adjective(tokens, owner):
        owner -= 1
    first = owner + 1
    phrase: Phrase | None = None
    if owner >= start and texts[owner].endswith(POSSESSIVE):
        possessor = _possessor(tokens, owner, start)
        first = owner + 1 - len(possessor.words)
        phrase = possessor
    elif kinds[after] & (BY | OWNING | WHENCE):
        phrase, after = phrase_after(tokens, after + 1)
        if phrase is None or not (phrase.kind == "name" or are_somebody(tokens, phrase)):
            return None
    else:
        return None
    after += texts[after] == ","
    is_clause = kinds[after] & COMPLEMENTIZER
    if kinds[first - 1] & LOCATIVE and texts[after - 1] == "," and first > start:
        return Attribution(tokens.span(noun, noun + 1), phrase, first - 1, after, after > near)
    is_description = tokens.lows[near] in tokens.cues.predicatives
    is_of = kinds[after] & STOP and near - after <= 1 and not is_description
    is_description = is_description and not tokens.any(BEFORE, start, first)
    if after > near or not (is_clause or is_of or is_description):
        return None
    return Attribution(tokens.span(noun, noun + 1), phrase, noun, after, after >= near)


def _is_adjective(tokens: Tokens, place: int) -> bool:
    """Whether a plain word may stand between whose a claim is and the claim: "X's | latest"."""
    is_plain = tokens.kinds[place] & (SMALL | STOP | DETERMINER | BARRIER | PRONOUN) == SMALL
    return is_plain and not tokens.texts[place].endswith(POSSESSIVE)


def _possessor(tokens: Tokens, place: int, start: int) -> Phrase:
    """The words that name whose something is, up to the one with the possessive ending."""
    kinds = tokens.kinds
    first = place
    while first > start and kinds[first - 1] & (CAPITAL | ROLE | ROLE_BEGINS | BODY | PARTICLE):
        if kinds[first - 1] & (STOP | CALENDAR) or kinds[first] & DETERMINER:
            break
        first -= 1
    first -= bool(first > start and kinds[first - 1] & DETERMINER and kinds[first - 1] & SMALL)
    phrase = phrase_of(tokens, first, place + 1, kind_of_phrase(tokens, first, place + 1))
    *words, last = phrase.words
    if last.endswith(POSSESSIVE):
        last = last[:-2]
        phrase = phrase._replace(end=phrase.end - 2, words=(*words, last))
    return phrase


def _subject_above(tokens: Tokens, verb: int, start: int) -> tuple[Phrase, int] | None:
    """Whose clause a verb without a subject hangs on: "X explicó que | considera", "que lo"."""
    kinds = tokens.kinds
    place = verb - 1
    while place > start and kinds[place] & (ADVERB | CLITIC | PRONOUN) and kinds[place] & SMALL:
        place -= 1
    if not kinds[place] & COMPLEMENTIZER:
        return None
    for main in range(place - 1, start, -1):
        if kinds[main] & BEFORE and kinds[main] & SMALL:
            return subject_before(tokens, main, start)
        if kinds[main] & (RELATIVE | COMPLEMENTIZER) or not kinds[main] & WORD:
            return None
    phrase, last = phrase_after(tokens, start)
    is_that = kinds[place - 1] & (DETERMINER | PRONOUN | ADVERB)  # "por lo | que llamó", "quello"
    is_free = phrase is not None and phrase.kind == "name" and is_that
    return (phrase, start) if phrase is not None and is_free and last < place else None


def _heard_at(tokens: Tokens, verb: int, size: int, start: int) -> Attribution | None:
    """The body where something is heard: "Auch bei | der Kammer | hieß es „...“".

    It may stand behind "it", with a comma after it: "Dazu hieß es aus | dem Rathaus |, ...".
    """
    behind = verb + size + 1
    if whence := tokens.size(behind, WHENCE):
        body, last = body_after(tokens, behind + whence)
        if body is not None and tokens.texts[last] == ",":
            return Attribution(tokens.span(verb, behind), body, verb, last, True)
    for place in tokens.places(WHENCE, start, verb):
        body, last = body_after(tokens, place + tokens.size(place, WHENCE))
        if body is not None and (last == verb or tokens.texts[last] == "("):
            cue = tokens.span(verb, verb + size)
            return Attribution(cue, body, place, verb + size, True)
    return None


def _main_subject(tokens: Tokens, verb: int, quote: int) -> Phrase | None:
    """Whose clause follows what a participle tells: "Calling it “a lie”, | Jane Roe left"."""
    ending = tokens.cues.participle_endings
    if not ending or not tokens.lows[verb].endswith(ending):
        return None
    for comma in range(quote, min(tokens.length, quote + LONGEST_BRACKET)):
        if tokens.kinds[comma] & END:
            break
        is_inside = comma == quote and tokens.kinds[comma + 1] & (CAPITAL | DETERMINER)
        if tokens.texts[comma] == "," or is_inside:  # “... a lie,” Jane Roe left
            phrase, last = phrase_after(tokens, comma + 1)
            is_name = phrase is not None and phrase.kind == "name" and tokens.kinds[last] & WORD
            return phrase if is_name else None
    return None


def _agent_behind(tokens: Tokens, verb: int, near: int) -> Attribution | None:
    """Who calls somebody what stands in marks: "She was called “...” in a letter | by X"."""
    kinds = tokens.kinds
    for place in range(verb + 1, min(tokens.length, near + LONGEST_SUBJECT)):
        if kinds[place] & END:
            break
        is_agent = place == verb + 1 or place > near
        if is_agent and kinds[place] & BY and kinds[place] & SMALL:
            phrase, last = phrase_after(tokens, place + 1)
            if phrase is not None and (phrase.kind == "name" or has_role(tokens, phrase)):
                return Attribution(tokens.span(verb, verb + 1), phrase, verb, near + 1)
            if phrase is not None and place == verb + 1:
                return Attribution(tokens.span(verb, verb + 1), phrase, verb, last)
    return None


def is_suffered(tokens: Tokens, quote: int, start: int) -> bool:
    """Whether the verb before a quote is done to its subject: "X was accused of “...”"."""
    kinds, auxiliaries = tokens.kinds, tokens.cues.passive_auxiliaries
    for verb in range(quote - 1, start, -1):
        if not kinds[verb] & WORD:
            break
        if kinds[verb] & (BEFORE | PARTICIPLE):
            first = max(start, verb - (_NEAREST_FRAME if tokens.cues.is_verb_second else 2))
            return not auxiliaries.isdisjoint(tokens.lows[first:verb])
    return False


def _is_joined(tokens: Tokens, verb: int, size: int) -> bool:
    """Whether a verb that takes a clause stands right behind a conjunction: "aunque dijo que"."""
    before = verb - 1
    while before > 0 and tokens.kinds[before] & (ADVERB | BARRIER) == ADVERB:
        before -= 1
    joins = tokens.kinds[before] & (BARRIER | COORDINATOR) and tokens.kinds[before] & SMALL
    return bool(joins and tokens.kinds[verb + size] & COMPLEMENTIZER)


def opens_with_clause(tokens: Tokens, start: int) -> bool:
    """Whether a sentence opens with a conjunction, so that its main clause follows a comma."""
    return tokens.kinds[start] & _MAY_OPEN_CLAUSE == _OPENS_CLAUSE


def _follows_apposition(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a verb follows its subject and what that is: "X, Bürgermeister von Y, sagte"."""
    if tokens.texts[start : verb - 1].count(",") != 1:
        return False
    found = subject_before(tokens, verb, start)
    if found is None or found[0].kind != "name":
        return False
    is_behind = "," in tokens.texts[start : found[1]] and tokens.any(ROLE, start, found[1])
    return found[1] == start or is_behind  # "Der Sprecher, | X, sagte"


def closes_clause(tokens: Tokens, comma: int, start: int) -> bool:
    """Whether a comma ends a relative clause, so that its noun is the subject: "X, who fled, |"."""
    place = comma - 1
    while place > start and tokens.texts[place] != ",":
        place -= 1
    is_closed = tokens.cues.has_capital_nouns and tokens.kinds[comma - 1] & SMALL
    if is_closed and tokens.kinds[place + 1] & STANDING_ARTICLE:
        return place > start  # "X, die gestern krank war, | sagte Journalisten"
    return place > start and bool(tokens.kinds[place + 1] & RELATIVE)


def _is_inverted(tokens: Tokens, verb: int, start: int, size: int) -> bool:
    """Whether a subject follows its verb since something else opens: "Später sagte X, ..."."""
    kinds = tokens.kinds
    if not tokens.cues.is_verb_second or verb <= start or kinds[verb - 1] & COORDINATOR:
        return False
    if follows_object(tokens, start, verb):
        return True  # "Skeptisch zeigte sich X: ..."
    opening, following = kinds[start], kinds[verb + size]
    return bool(opening & (STOP | ADVERB | DETERMINER)) and not following & OBLIQUE


def is_denied(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether a negation stands right before the verb: who did not say it is no source."""
    if tokens.texts[verb - 1] == "," or not tokens.any(NEGATION, max(start, verb - 2), verb):
        return False
    kinds = tokens.kinds
    is_in_clause = verb - 3 >= start and kinds[verb - 3] & RELATIVE and kinds[verb - 2] & NEGATION
    return not is_in_clause or bool(kinds[verb - 1] & (ADVERB | FINITE | NEGATION))


def attribution_around(tokens: Tokens, index: int, start: int) -> Attribution | None:
    """An auxiliary before a quote and its participle after it: "hat den Plan „X“ genannt"."""
    kinds = tokens.kinds
    if (closing := _closing_clause(tokens, index, start)) is not None:
        return closing
    for place in range(index + 1, min(tokens.length, index + 12)):
        if kinds[place] & (END | QUOTE):
            return None
        if kinds[place] & PARTICIPLE:
            break
    else:
        return None
    for auxiliary in range(index - 1, start, -1):
        if kinds[auxiliary] & (AUXILIARY | CAPITAL) == AUXILIARY:
            cue = tokens.span(place, place + 1)
            if agent := _agent_between(tokens, auxiliary, index):
                return Attribution(cue, agent, auxiliary, index)
            if tokens.lows[auxiliary] in tokens.cues.passive_auxiliaries:
                return None  # "X wurde „...“ genannt"
            found = subject_before(tokens, auxiliary, start)
            phrase, last = phrase_after(tokens, auxiliary + 1)
            is_he = tokens.cues.is_verb_second and not kinds[auxiliary + 1] & DETERMINER
            if is_he and phrase is not None and tokens.lows[auxiliary + 1] in tokens.cues.masculine:
                found = None if phrase.kind == "pronoun" else found  # "Gegen X hatte | er ..."
            if found is not None:
                return Attribution(cue, found[0], found[1], index)
            if tokens.cues.is_verb_second and phrase is not None and last <= index:
                return Attribution(cue, phrase, auxiliary, index)  # "Am Montag hat X ..."
    return None


def _agent_between(tokens: Tokens, auxiliary: int, quote: int) -> Phrase | None:
    """By whom something is called: "wurde | von der Abgeordneten X | als „...“ bezeichnet"."""
    passive = tokens.cues.passive_auxiliaries
    if passive and tokens.lows[auxiliary] not in passive:
        return None  # "hatte Rita von Hagen ... genannt"
    for place in tokens.places(BY, auxiliary + 1, quote):
        phrase, last = phrase_after(tokens, place + 1)
        is_whole = last == quote or not tokens.kinds[last] & CAPITAL
        if phrase is not None and is_whole and opens_with_source(tokens, place + 1):
            return phrase if phrase.kind != "pronoun" else None
    return None


def _closes_with_dash(tokens: Tokens, found: Attribution) -> bool:
    """Whether a dash stands behind who speaks, or what they are: "- dice X, la curatrice -"."""
    if tokens.texts[found.last] in _DASHES:
        return True
    if found.phrase is None or not (
        found.phrase.kind == "name" or are_somebody(tokens, found.phrase)
    ):
        return False
    for place in range(found.last, min(tokens.length, found.last + LONGEST_SUBJECT)):
        if tokens.texts[place] in _DASHES:
            return True
        if tokens.kinds[place] & END:
            break
    return False


def attribution_inside(tokens: Tokens) -> Attribution | None:
    """An attribution set inside the marks: « C'est faux, a réagi X. On verra. »; - dice X -."""
    kinds = tokens.kinds
    for sign, text in enumerate(tokens.texts[: tokens.length]):
        is_call = text in {"!", "?"} and kinds[sign + 1] & (AFTER | SMALL) == AFTER | SMALL
        if text == "," or text in _DASHES or is_call:
            found = verb_first(tokens, sign + 1)
            if found is None and text == "," and tokens.cues.has_small_bodies:
                found = unknown_verb(tokens, sign + 1, has_comma=True)
                is_full = found is not None and found.phrase is not None
                is_full = is_full and found is not None and found.last - found.first > SHORTEST_NAME
                found = found if is_full else None  # "« Rien, assume Lia Roy. Rien. »"
            if found is None or found.phrase is None:
                continue
            if text in _DASHES and _closes_with_dash(tokens, found):
                return found
            if found.phrase.kind == "description":
                continue
            ends = not tokens.kinds[found.last] & WORD
            is_name = found.phrase.kind == "name" or found.phrase.words[0] == "nya"
            is_somebody = is_name or (is_call and has_role(tokens, found.phrase))
            if text not in _DASHES and ends and is_somebody:
                return found  # "« Assise ! siffle la juge. On verra. »"
    return None
