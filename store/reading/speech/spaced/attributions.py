"""What tells who said something: a cue and its source, as they stand on either side of a quote."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Span
from store.reading.speech.spaced.phrases import (
    Phrase,
    phrase_after,
    phrase_of,
    source_after,
)
from store.reading.speech.spaced.subjects import (
    is_lone_word,
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
    CLAUSAL,
    CLITIC,
    COMPLEMENTIZER,
    COORDINATOR,
    DETERMINER,
    DIGIT,
    END,
    FINITE,
    FRAME,
    FRONTED,
    FUNCTION,
    GENITIVE,
    INDEFINITE,
    INVERTED,
    LINK,
    LOCATIVE,
    MANNER,
    OWN_VIEW,
    OWNING,
    PASSIVE,
    POSSESSIVE,
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
    TIME_NOUN,
    TOWARDS,
    UNNAMED,
    UPPER,
    WHENCE,
    WORD,
    opens_high,
)

#: Behind such a word a verb's form may be a noun in any language.
_MAKES_NOUN = DIGIT | TOWARDS | OWNING | ARTICLE
SHORTEST_GROUP = 2
SHORTEST_NAME = 2
_SHORTEST_VERB = 3
LONGEST_BRACKET = 12
LONGEST_SUBJECT = 25
LONGEST_PLACE = 10
_LONGEST_ASIDE = 6
_LONGEST_CLITIC = 2
_LONGEST_TIME = 4
_LONGEST_DEED = 6
NEAREST_NOUN = 3


class Attribution(NamedTuple):
    """A cue and its source. ``first``/``last`` are the token indices it takes up."""

    cue: Span
    phrase: Phrase | None
    first: int
    last: int
    is_adjacent: bool = False


def verb_first(tokens: Tokens, place: int) -> Attribution | None:
    """A verb and the speaker after it; the speaker may hang on the verb (katanya, dit-il)."""
    kinds, cues = tokens.kinds, tokens.cues
    first = place
    if kinds[place] & CLITIC and kinds[place + 1] & INVERTED:
        place += 1
    if kinds[place] & INVERTED:
        following = over_adverbs(tokens, place + 1)
        size = tokens.size(following, AFTER) or tokens.size(following, BEFORE)
        if size:
            cue = tokens.span(place, following + size)
            pronoun, last = _pronoun_of(tokens, place), following + size
            owner = None
            if pronoun.words[-1] in cues.impersonal:
                owner, last = owner_of_read(tokens, last)  # "peut-on lire dans une note de X"
            return Attribution(cue, owner or pronoun, first, last, True)
    if kinds[place] & (CLITIC | SMALL) == CLITIC | SMALL and cues.has_small_bodies:
        told = over_adverbs(tokens, place + 1)
        place = told if kinds[told] & AFTER else place  # "lui | a glissé la juge"
    if not kinds[place] & AFTER:
        place = over_adverbs(tokens, place)
    if kinds[place] & SUFFIXED:
        cue, phrase, last = tokens.span(place, place + 1), pronoun_on(tokens, place), place + 1
        whence = tokens.size(last, WHENCE)
        if phrase is not None and phrase.words[-1] in cues.impersonal:
            body, end = owner_of_read(tokens, last)  # "lit-on dans une note de X"
            if whence and body is None:
                body, end = body_after(tokens, last + whence)
            phrase, last = (body, end) if body is not None else (phrase, last)
        return Attribution(cue, phrase, first, last, True)
    is_saying = tokens.lows[place] not in cues.called  # no "“...” dipertanyakan X"
    size = (is_saying and tokens.size(place, PASSIVE)) or tokens.size(place, AFTER)
    is_fragment = first > 0 and _opens_as_called(tokens, first)
    if not size and first > 0 and (tokens.texts[first - 1] == "," or is_fragment):
        size = tokens.size(place, BEFORE)
    size = _chained(tokens, place) or size
    if not size:
        return None
    following = over_adverbs(tokens, place + size)
    if tokens.lows[following] in cues.reflexives or _is_agent(tokens, following):
        following += 1  # "ärgert | sich X"
    following = over_adverbs(tokens, following)
    if tokens.lows[place] in tokens.cues.quoting:
        following = _over_who_quotes(tokens, following)
    phrase, last = source_after(tokens, following)
    if phrase is not None and last == following + 1 and phrase.kind != "pronoun":
        is_lone = is_lone_word(tokens, following) or kinds[following] & DETERMINER
        is_free = kinds[following] & UNNAMED and not kinds[following - 1] & STOP  # "wrote another"
        is_lone = is_lone and not is_free
        phrase = None if is_lone else phrase  # "klinkt het streng", "heißt es in einer am ..."
    if phrase is not None and phrase.kind == "description" and cues.has_small_bodies:
        others = SMALL | DETERMINER | UNNAMED | ROLE_BEGINS
        if kinds[following] & (FUNCTION | others) == FUNCTION | SMALL:
            phrase, last = None, following  # "advierte | nada más abrir"
    if phrase is not None and phrase.kind != "pronoun" and _tells_when(tokens, following, last):
        phrase, last = None, following
    if phrase is None and last == following:
        phrase, last = _phrase_after_adverbial(tokens, following)
    cue = tokens.span(place, place + size)
    if phrase is None and cues.articles:
        phrase, last = owner_of_read(tokens, following)
    if phrase is None and (whence := tokens.size(following, WHENCE)):
        phrase, last = body_after(tokens, following + whence)
    return Attribution(cue, phrase, first, max(last, place + size), True)


def _opens_as_called(tokens: Tokens, verb: int) -> bool:
    """Whether what something is called opens the sentence: Als „Unfug“ | bezeichnete X den Plan.

    Without a word before it no reflexive may follow: „Kurier“ | nennt sich das Blatt.
    """
    kinds, cues = tokens.kinds, tokens.cues
    if not kinds[verb - 1] & QUOTE:
        return False
    if verb > 1 and tokens.lows[verb - 2] in cues.predicatives:
        return cues.is_verb_second
    if tokens.lows[verb] not in cues.calling or tokens.lows[verb + 1] in cues.reflexives:
        return False
    is_led = verb > 1 and kinds[verb - 2] & (STOP | DETERMINER) == STOP  # De «inútil» | tildó X
    first = verb - 1 - is_led
    return first == 0 or bool(kinds[first - 1] & END)


def _is_agent(tokens: Tokens, place: int) -> bool:
    """Whether by whom it is said follows, and not by which means: "explicó por | teléfono"."""
    kinds, cues = tokens.kinds, tokens.cues
    if not kinds[place] & BY:
        return False
    if not cues.has_small_bodies or kinds[place + 1] & (DETERMINER | ROLE_BEGINS):
        return not cues.has_small_bodies or opens_with_source(tokens, place + 1)
    is_named = kinds[place + 1] & (CAPITAL | UPPER) == CAPITAL  # "dicho por | Luis Paz"
    return is_named and tokens.lows[place - 1].endswith(cues.plain_participles)


def _over_who_quotes(tokens: Tokens, place: int) -> int:
    """Whom a body quotes stands behind it: "„...“, zitiert | die Agentur | den Minister X"."""
    kinds = tokens.kinds
    noun = place + tokens.size(place, DETERMINER)
    behind = noun + 1
    is_body = kinds[noun] & (BODY | QUOTE) or (kinds[noun] & UPPER and kinds[behind] & WORD)
    is_object = kinds[behind] & (CAPITAL | DETERMINER) and not kinds[behind] & GENITIVE
    return behind if is_body and is_object else place


def _chained(tokens: Tokens, place: int) -> int:
    """How many words tell so by an infinitive that hangs on another verb: "tient à | rappeler"."""
    kinds, endings = tokens.kinds, tokens.cues.infinitive_endings
    others = SMALL | STOP | DETERMINER | ROLE_BEGINS | LINK
    if not endings or kinds[place] & others != SMALL:
        return 0
    verb = place + 1
    verb += bool(kinds[verb] & (LINK | BY | TOWARDS) and kinds[verb] & SMALL)
    while verb > place + 1 and kinds[verb] & (CLITIC | SMALL) == CLITIC | SMALL:
        verb += 1
    is_telling = kinds[verb] & (BEFORE | AFTER) and kinds[verb] & SMALL
    return verb + 1 - place if is_telling and tokens.lows[verb].endswith(endings) else 0


def _tells_when(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words tell no more than when: "según dijeron | hace quince días"."""
    if not tokens.kinds[last - 1] & TIME_NOUN or last - first > _LONGEST_TIME:
        return False
    return not tokens.any(CAPITAL | ROLE | ROLE_BEGINS | BODY | PRONOUN, first, last)


def owner_of_read(tokens: Tokens, place: int) -> tuple[Phrase | None, int]:
    """Whose statement something is read in: "se lee en | una nota de X", "lit-on dans ..."."""
    kinds = tokens.kinds
    noun = place + 1 + tokens.size(place + 1, DETERMINER)
    size = tokens.size(noun, STATEMENT)
    owner = noun + (size or tokens.lows[noun] in tokens.cues.documents)
    if not kinds[place] & STOP or owner == noun:
        return None, place
    if not kinds[owner] & (OWNING | BY | GENITIVE):
        is_means = size or kinds[place] & BY  # "répond-on par | courriel"
        is_means = is_means or not _is_read_verb(tokens, place)
        return (None, place) if is_means else what_is_read(tokens, place + 1, noun)
    if size:
        return source_after(tokens, place + 1)
    return phrase_after(tokens, owner + (not kinds[owner] & DETERMINER))


def _is_read_verb(tokens: Tokens, place: int) -> bool:
    """Whether a verb tells that something is read, not what somebody does: "si legge | in"."""
    cues = tokens.cues
    if not cues.drops_subjects:
        return True
    verbs = tokens.lows[max(0, place - 3) : place]
    return any(not cues.reflexives.isdisjoint(low.split("-")) for low in verbs)


def what_is_read(tokens: Tokens, first: int, noun: int) -> tuple[Phrase | None, int]:
    """What is read itself, where nobody is told whose it is: "se lee en | el informe"."""
    if not tokens.cues.has_small_bodies:
        return None, first
    return phrase_of(tokens, first, noun + 1, "description"), noun + 1


def body_after(tokens: Tokens, place: int) -> tuple[Phrase | None, int]:
    """The body or the people from whom it is heard: "indique-t-on à | la préfecture"."""
    phrase, last = phrase_after(tokens, place)
    if phrase is None:
        return None, place
    # "à la SNTF", "chez Velmar"; but no "à Paris"
    is_body = phrase.kind == "name" and not tokens.cues.has_capital_nouns
    is_body = is_body and (
        bool((tokens.kinds[place] | tokens.kinds[last - 1]) & (DETERMINER | UPPER))
        or not tokens.kinds[place - 1] & LOCATIVE
    )
    return (phrase, last) if is_body or are_somebody(tokens, phrase) else (None, place)


def over_adverbs(tokens: Tokens, place: int) -> int:
    """The place behind the adverbs that stand at ``place``: "sagte | am Ende | X"."""
    kinds = tokens.kinds
    while (size := tokens.size(place, ADVERB)) and tokens.size(place, AFTER) < SHORTEST_GROUP:
        is_noun = kinds[place + 1] & (ROLE_BEGINS | BODY | CAPITAL)
        is_noun = is_noun or tokens.lows[place + 1] in tokens.cues.documents
        if kinds[place] & DETERMINER and is_noun:
            break  # "racconta | la pensionata", "conclude | lo studio"
        if size > 1 and kinds[place + size] & OWNING and tokens.cues.has_small_bodies:
            break  # "ha detto | a margine dell'incontro"
        place += size
    return place


def _phrase_after_adverbial(tokens: Tokens, index: int) -> tuple[Phrase | None, int]:
    """The name behind a short adverbial: "a jugé sur X le ministre Y"."""
    kinds = tokens.kinds
    for place in range(index + 1, min(tokens.length, index + 4)):
        before, kind = kinds[place - 1], kinds[place]
        if before & (WORD | CALENDAR) != WORD:
            break
        is_governed = before & (STOP | DETERMINER) and not before & (ADVERB | CALENDAR)
        is_governed = is_governed or before & BODY > 0  # "à l'agence | Reuters"
        is_name = before & SMALL and kind & (CAPITAL | UPPER | CALENDAR) == CAPITAL
        is_opened = kind & (DETERMINER | OWNING) == DETERMINER
        if place >= index + 2 and not is_governed and (is_name or is_opened):
            phrase, last = phrase_after(tokens, place)
            if phrase is not None and phrase.kind == "name":
                return phrase, last
    return _name_behind_place(tokens, index)


def _name_behind_place(tokens: Tokens, index: int) -> tuple[Phrase | None, int]:
    """The role and name behind where or to whom: "informó en su rueda de prensa | el alcalde X".

    A comma may stand before a name of several words: "a déclaré à la Gazette, | Luc Ferrand".
    """
    kinds, texts = tokens.kinds, tokens.texts
    if texts[index] == ",":
        return _name_behind_insertion(tokens, index)
    if not kinds[index] & STOP or kinds[index] & COMPLEMENTIZER:
        return None, index
    told = index + tokens.size(index, STOP)
    for place in range(index + 2, min(tokens.length, index + LONGEST_PLACE)):
        before, kind = kinds[place - 1], kinds[place]
        if texts[place] == ",":
            is_name = kinds[place + 1] & kinds[place + 2] & CAPITAL
            if not is_name or kinds[place + 1] & (FUNCTION | CALENDAR):
                return _name_behind_insertion(tokens, place)
            phrase, last = phrase_after(tokens, place + 1)
            return (phrase, last) if phrase is not None else (None, index)
        is_verb = kind & (BEFORE | AFTER) and not before & (DETERMINER | OWNING)  # "en su | cuenta"
        if not kind & WORD or is_verb or kind & (RELATIVE | QUOTE):
            break
        role = place + tokens.size(place, DETERMINER)
        is_opened = before & (SMALL | STOP | LINK | DETERMINER | ADVERB) == SMALL
        is_name = before & UPPER or place == told  # "à l'AFP | Luc Ferrand", "à Lusa | Rui Mota"
        is_name = is_name and kind & (CAPITAL | UPPER) == CAPITAL
        is_role = kinds[role] & ROLE_BEGINS or (
            role > place
            and (kind & INDEFINITE or kinds[role] & BODY or tokens.cues.are_many(tokens.lows[role]))
        )
        is_told = is_opened and kind & kinds[place + 1] & CAPITAL and tokens.cues.has_small_bodies
        if is_told and not (kind | kinds[place + 1]) & (FUNCTION | CALENDAR | BODY | ROLE):
            phrase, last = phrase_after(tokens, place)
            if phrase is not None and texts[last] == "," and kinds[last + 1] & ROLE_BEGINS:
                return phrase, last  # "lors d'une réunion publique | Odile Perrin, présidente"
        if _is_named_behind_means(tokens, place):
            return phrase_after(tokens, place)
        if is_name or (is_role and (is_opened or before & (CAPITAL | DIGIT))):
            phrase, last = phrase_after(tokens, place)
            is_somebody = role > place or before & CAPITAL  # "à Lusa | fonte da polícia"
            is_somebody = phrase is not None and is_somebody and phrase.kind != "pronoun"
            is_known = phrase is not None and role > place and are_somebody(tokens, phrase)
            if phrase is not None and (phrase.kind == "name" or is_somebody or is_known):
                return phrase, last  # "crie au mégaphone | un gendarme", "| le préfet"
    return None, index


def _is_named_behind_means(tokens: Tokens, place: int) -> bool:
    """Whether a full name ends a sentence behind by what means: "a EFE por teléfono | Luis Paz"."""
    kinds = tokens.kinds
    is_name = kinds[place] & kinds[place + 1] & CAPITAL and kinds[place - 1] & SMALL
    is_name = is_name and not (kinds[place] | kinds[place + 1]) & (FUNCTION | CALENDAR | BODY)
    is_means = kinds[place - 2] & (STOP | DETERMINER | OWNING) == STOP
    is_means = is_means and not kinds[place - 1] & (STOP | DETERMINER | LINK | BODY)
    return bool(is_name and is_means and not kinds[place + 2] & WORD)


def _name_behind_insertion(tokens: Tokens, comma: int) -> tuple[Phrase | None, int]:
    """The role and name behind where it was said: "lamenta, em nota à Voz, | a prefeita X"."""
    kinds = tokens.kinds
    for place in range(comma + 2, min(tokens.length - 2, comma + _LONGEST_ASIDE)):
        if tokens.texts[place] == "," and kinds[place + 1] & (CAPITAL | DETERMINER | ROLE_BEGINS):
            phrase, last = phrase_after(tokens, place + 1)
            is_full = phrase is not None and sum(map(opens_high, phrase.words)) >= SHORTEST_NAME
            is_role = phrase is not None and are_somebody(tokens, phrase)
            closes = not kinds[last] & WORD or bool(kinds[last] & (STOP | RELATIVE))
            is_named = phrase is not None and phrase.kind == "name" and (is_full or is_role)
            is_named = is_named or (is_role and kinds[place + 1] & (DETERMINER | SMALL) > SMALL)
            if closes and is_named:
                return phrase, last  # "raconte, ému, | Luc Ferrand", "dit, émue, | la maire"
            break
        if not kinds[place] & WORD or kinds[place] & (BEFORE | RELATIVE | COORDINATOR | FINITE):
            break
    if not kinds[comma + 1] & STOP:
        return None, comma
    for place in range(comma + 2, min(tokens.length - 1, comma + LONGEST_PLACE)):
        if tokens.texts[place] == ",":
            phrase, last = phrase_after(tokens, place + 1)
            is_source = phrase is not None and phrase.kind == "name" and has_role(tokens, phrase)
            return (phrase, last) if is_source else (None, comma)
        if not tokens.kinds[place] & WORD or tokens.kinds[place] & (BEFORE | RELATIVE):
            break
    return None, comma


def _pronoun_of(tokens: Tokens, place: int) -> Phrase:
    """The pronoun that an auxiliary brings with it: a-t-il."""
    words = ("nya", tokens.lows[place].rsplit("-", 1)[-1])
    return Phrase(*tokens.span(place, place + 1), "pronoun", words)


def pronoun_on(tokens: Tokens, place: int) -> Phrase | None:
    """The pronoun that hangs on a verb of saying, if one does."""
    if not tokens.kinds[place] & SUFFIXED:
        return None
    cues, low = tokens.cues, tokens.lows[place]
    for suffix in cues.pronoun_suffixes:
        stem = low[: -len(suffix)]
        if (
            low.endswith(suffix)
            and stem
            and (stem in cues.after or stem in cues.passives or stem in cues.frames)
        ):
            words = ("nya", suffix.rsplit("-", 1)[-1])
            return Phrase(*tokens.span(place, place + 1), "pronoun", words)
    return None


def framed(tokens: Tokens, place: int) -> Attribution | None:
    """A frame and the source after it: according to X."""
    kinds, cues = tokens.kinds, tokens.cues
    size = tokens.size(place, FRAME)
    if not size or (place and kinds[place - 1] & ARTICLE and kinds[place - 1] & DETERMINER):
        return None  # "il secondo"
    if tokens.size(place, OWN_VIEW) == size:
        view = tokens.span(place, place + size)
        him = Phrase(*view, "pronoun", ("nya", tokens.lows[place + size - 1]))
        return Attribution(view, him, place, place + size, True)
    verb = over_adverbs(tokens, place + size)
    relative = place + size + bool(kinds[place + size] & ARTICLE)
    if kinds[relative] & RELATIVE and place:
        owner = owner_before(tokens, place - (tokens.texts[place - 1] == ","))
        cue = tokens.span(place, relative + 1)
        return Attribution(cue, owner, place, relative + 1, True) if owner else None
    if kinds[verb] & AFTER and kinds[verb] & SMALL and tokens.cues.drops_subjects:
        told = verb_first(tokens, verb)  # "según explicó X"
        return told._replace(first=place) if told is not None else None
    phrase, last = source_after(tokens, place + size)
    noun = place + size + tokens.size(place + size, DETERMINER)
    is_new = cues.has_small_bodies and kinds[place + size] & INDEFINITE
    if phrase is None and is_new and kinds[noun] & STATEMENT:  # "X “lamenta” eso, según | una nota"
        return Attribution(tokens.span(place, place + size), None, place, noun + 1, True)
    if phrase is None:
        phrase, last = phrase_after(tokens, place + size)
    if phrase is None:
        return None
    own = next((each for each in cues.pronoun_suffixes if phrase.words[-1].endswith(each)), "")
    if own and cues.keeps_clauses and phrase.words[-1].lower()[: -len(own)] in cues.statements:
        phrase = phrase._replace(kind="pronoun", words=("nya", own))  # "menurut pengakuannya"
    is_owned = phrase.words[0].lower() in cues.possessives and len(phrase.words) == SHORTEST_NAME
    if is_owned and kinds[last - 1] & (CLAIM | STATEMENT):
        phrase = phrase._replace(kind="pronoun", words=("nya", phrase.words[0].lower()))
    is_behind = place > 1 and kinds[place - 2] & QUOTE and tokens.texts[place - 1] == ","
    if is_behind and phrase.kind == "name" and kinds[place] & FRONTED:
        return Attribution(tokens.span(place, place + size), phrase, place, last, True)
    is_he = phrase.words[0].lower() in cues.pronouns and bool(cues.feminine)
    if kinds[place] & FRONTED and not (
        (place == 0 or kinds[place - 1] & END)
        and (phrase.kind == "name" or is_he or are_somebody(tokens, phrase))
        and (is_he or opens_with_source(tokens, place + size))
        and (tokens.texts[last] == "," or _goes_on(tokens, last, phrase))
    ):
        return None
    return Attribution(tokens.span(place, place + size), phrase, place, last, True)


def owner_before(tokens: Tokens, comma: int) -> Phrase | None:
    """Who is named right before a comma: "la portavoce del ministero |, secondo cui"."""
    kinds = tokens.kinds
    for first in range(max(0, comma - LONGEST_PLACE), comma):
        if not kinds[first] & (DETERMINER | CAPITAL | ROLE_BEGINS) or kinds[first] & (END | BEFORE):
            continue
        phrase, last = phrase_after(tokens, first)
        is_named = phrase is not None and (phrase.kind != "pronoun" or len(phrase.words) > 1)
        if phrase is not None and last == comma and is_named:
            is_somebody = phrase.kind == "name" or are_somebody(tokens, phrase)
            if is_somebody and opens_with_source(tokens, first):
                return phrase
    for place in reversed(tokens.places(BY, max(0, comma - LONGEST_SUBJECT), comma)):
        phrase, last = phrase_after(tokens, place + 1)
        is_named = phrase is not None and phrase.kind == "name" and last <= comma
        if is_named and opens_with_source(tokens, place + 1):
            return phrase  # "un reportage diffusé par X, réputé sérieux | , selon lequel"
    return None


def told_as(tokens: Tokens, place: int, end: int) -> Attribution | None:
    """Who tells so, and the verb: "wie X am Montag betonte", "tal y como explicó X"."""
    kinds, cues = tokens.kinds, tokens.cues
    size = tokens.size(place, MANNER)
    if not size:
        return None
    verb = subject = place + size
    if kinds[verb] & SMALL and len(tokens.texts[verb]) <= _LONGEST_CLITIC and cues.articles:
        verb += not kinds[verb] & (BEFORE | AFTER | DETERMINER) or kinds[verb + 1] & BEFORE > 0
    verb = over_adverbs(tokens, verb)
    size = tokens.size(verb, BEFORE) or tokens.size(verb, AFTER)
    if size and kinds[verb] & SMALL and not cues.is_verb_second:
        phrase, last = source_after(tokens, over_adverbs(tokens, verb + size))
        if phrase is None or phrase.kind == "pronoun" or last > end:
            return None
        if _tells_when(tokens, last - len(phrase.words), last):
            return None
        return Attribution(tokens.span(place, verb + size), phrase, place, last, True)
    if not (cues.is_verb_second or cues.is_office_first):
        return None
    phrase, last = phrase_after(tokens, subject)
    if phrase is None or not _may_tell(tokens, phrase):
        return None
    for verb in range(last, min(end, last + LONGEST_PLACE)):
        size = tokens.size(verb, BEFORE) or tokens.size(verb, AFTER)
        if size and kinds[verb] & SMALL:
            if not kinds[verb + size] & WORD or verb + size >= end:
                cue = tokens.span(verb, verb + size)
                return Attribution(cue, phrase, place, verb + size, True)
            if not kinds[verb] & STOP:
                return None
        if not kinds[verb] & WORD or kinds[verb] & RELATIVE:
            break
    return None


def _may_tell(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is no pronoun that means nobody: "wie es heißt", "wie man sagt"."""
    cues = tokens.cues
    if phrase.kind != "pronoun":
        return True
    low = phrase.words[0].lower()
    return low in cues.feminine | cues.masculine


def opens_with_source(tokens: Tokens, place: int) -> bool:
    """Whether a name, a role or a body opens a phrase: no "per | la panchina del Genoa"."""
    kinds = tokens.kinds
    noun = place + tokens.size(place, DETERMINER)
    if noun > place and tokens.cues.has_capital_nouns and not kinds[noun] & STOP:
        is_adjective = tokens.lows[noun].endswith(tokens.cues.adjective_endings)
        noun += bool(kinds[noun] & SMALL and is_adjective)  # "der frühere Chef"
    return bool(kinds[noun] & (CAPITAL | ROLE | ROLE_BEGINS | BODY))


def are_somebody(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether words without a name tell of people or a body: "Pour les riverains, ..."."""
    low = [word.lower() for word in phrase.words]
    cues = tokens.cues
    return cues.has_role(low) or any(map(cues.is_body, low[:2])) or any(map(cues.are_many, low))


def _goes_on(tokens: Tokens, verb: int, phrase: Phrase) -> bool:
    """Whether a verb follows what opens a sentence: "Für X | ist", "Per X | si tratta di".

    Behind a role and a name, a full name or a pronoun that may be the subject: "Per lui | la".
    """
    kind = tokens.kinds[verb]
    if kind & DETERMINER and phrase.kind != "description" and not tokens.cues.is_verb_second:
        is_full = len(phrase.words) == SHORTEST_NAME and all(map(opens_high, phrase.words))
        return has_role(tokens, phrase) or is_full or phrase.kind == "pronoun"
    return bool(kind & FINITE or kind & (ADVERB | SMALL | STOP) == ADVERB | SMALL | STOP)


def has_role(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether one of a phrase's words tells what somebody is."""
    return tokens.cues.has_role([word.lower() for word in phrase.words])


def unknown_verb(tokens: Tokens, place: int, *, has_comma: bool) -> Attribution | None:
    """A verb that no list holds, where a comma before and a name after it give it away."""
    if not (has_comma or tokens.texts[place - 1] == ","):
        return None
    cues, kinds = tokens.cues, tokens.kinds
    first = place
    place = over_adverbs(tokens, place)
    low = tokens.lows[place]
    if not kinds[place] & SMALL or len(low) < _SHORTEST_VERB or kinds[place] & LINK:
        return None
    cue = tokens.span(place, place + 1)
    for suffix in cues.pronoun_suffixes:
        if low.endswith(suffix) and len(low) > len(suffix) + _SHORTEST_VERB:
            pronoun = Phrase(*cue, "pronoun", ("nya", suffix.rsplit("-", 1)[-1]))
            return Attribution(cue, pronoun, place, place + 1, True)
    if kinds[place] & FUNCTION or kinds[place] & ROLE_BEGINS:
        return None
    following = place + 1 + (tokens.lows[place + 1] in cues.reflexives)
    following = over_adverbs(tokens, following)
    is_bare = cues.keeps_clauses and bool(kinds[following] & (ROLE_BEGINS | STATEMENT))
    is_named = kinds[following] & ROLE_BEGINS and kinds[following + 1] & CAPITAL
    is_bare |= bool(cues.is_verb_second and is_named)  # "rekent | ondernemer X voor"
    if cues.keeps_clauses and tokens.lows[following] in cues.documents | cues.works:
        phrase, last = phrase_after(tokens, following)
        if phrase is not None and tokens.texts[last] in {".", ","}:
            return Attribution(cue, phrase, first, last, True)  # "bunyi judul video itu."
    if not (is_bare or kinds[following] & (CAPITAL | DETERMINER)):
        return None
    phrase, last = source_after(tokens, following)
    closes = (
        tokens.texts[last] == "." and kinds[following] & DETERMINER and kinds[first - 1] & QUOTE
    )
    if phrase is not None and closes and cues.is_office_first and phrase.kind != "name":
        return Attribution(cue, phrase, first, last, True)  # "“...,” chanted the crowd."
    if phrase is not None and not cues.unnamed.isdisjoint(phrase.words):
        return Attribution(cue, phrase, first, last, True)  # "rembobine | une autre"
    if phrase is None or not (
        phrase.kind == "name" or cues.has_role([word.lower() for word in phrase.words[:3]])
    ):
        return None
    is_named = phrase.start > tokens.starts[following]  # "el jefe del sindicato, Juan Paz"
    is_named |= kinds[following] & STATEMENT > 0
    if not (kinds[following] & CAPITAL or is_named or has_role(tokens, phrase)):
        return None
    return Attribution(cue, phrase, first, last, True)


def end_of_deed(tokens: Tokens, place: int) -> int:
    """The sign behind a few plain words that tell what somebody does: "just laughed |:"; or 0."""
    kinds = tokens.kinds
    last = place
    while kinds[last] & (WORD | SMALL) == WORD | SMALL and last - place < _LONGEST_DEED:
        last += 1
    others = LINK | RELATIVE | COORDINATOR | AUXILIARY | BARRIER
    is_sign = not kinds[last] & (WORD | QUOTE)
    return last if place < last and is_sign and not kinds[place] & others else 0


def is_noun(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether the word is none: behind an article or a preposition, or before a noun."""
    cues = tokens.cues
    if verb <= start:
        return False
    before = tokens.kinds[verb - 1]
    is_by_word_alone = not (cues.is_office_first or cues.has_capital_nouns or cues.regular_past)
    if is_by_word_alone and not before & _MAKES_NOUN:
        return False
    if cues.is_verb_second and before & RELATIVE and tokens.texts[verb - 2] == ",":
        return False  # "de generaal, die | zegt"
    if cues.is_office_first and tokens.texts[verb - 1].endswith(POSSESSIVE):
        is_past = tokens.lows[verb].endswith(cues.regular_past)
        return not (is_past or before & (PRONOUN | FUNCTION))  # "Jane Roe's | remarks as"
    article = tokens.first(INDEFINITE, max(start, verb - NEAREST_NOUN), verb)
    if article is not None and _may_be_noun(tokens, verb) and tokens.all(WORD, article, verb):
        return True  # "a recent Belmaran | claim that"
    if (
        cues.is_office_first
        and before & CAPITAL
        and tokens.kinds[verb] & CLAIM
        and verb - 2 > start
    ):
        is_told = tokens.kinds[verb - 2] & (BEFORE | SMALL | CLAUSAL) == BEFORE | SMALL
        if is_told and tokens.lows[verb].endswith(cues.plural_endings):
            return True  # "dismissed UN | reports as"
    if before & DIGIT and _may_be_noun(tokens, verb):
        return True  # "a 911 call"
    is_plural = cues.is_office_first and tokens.lows[verb].endswith(cues.plural_endings)
    if is_plural and tokens.kinds[verb + 1] & FINITE and not before & (PRONOUN | CAPITAL | ROLE):
        return True  # "the accordion claims | have"
    if before & DIGIT and tokens.lows[verb].endswith(cues.plural_endings):
        return not tokens.kinds[verb - 2] & CALENDAR  # "in 7 states"
    if cues.has_capital_nouns:  # "die zitierte Liste", "die Klagen", "zu erklären"
        if tokens.kinds[verb] & CAPITAL or tokens.lows[verb - 1] == "zu":
            return True
        is_inflected = tokens.texts[verb].endswith(cues.attributive_endings)
        return bool(is_inflected and before & DETERMINER and tokens.kinds[verb + 1] & CAPITAL)
    if before & STANDING_ARTICLE and verb - 1 == start:
        return False  # "Die | zei"
    is_linked = before & (LINK | COORDINATOR) == LINK and cues.is_office_first
    if before & (TOWARDS | SMALL) == TOWARDS | SMALL and tokens.kinds[verb] & ROLE_BEGINS:
        return True  # "La juge au | prévenu : ..."
    if before & OWNING and not tokens.lows[verb].endswith(cues.infinitive_endings):
        return True  # "un mensaje de | calma"
    return bool(before & ARTICLE) or is_linked


def _may_be_noun(tokens: Tokens, verb: int) -> bool:
    """Whether a word is a verb's stem, and a noun as often: claim, remark."""
    cues = tokens.cues
    return any(tokens.lows[verb] + ending in cues.before for ending in cues.regular_past)
