"""Name phrases: the words that name a source, from the first to the last.

Which person they mean is the business of `speakers.py`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

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
    GERUND,
    GERUND_OPENER,
    HONORIFIC,
    INDEFINITE,
    LINK,
    LOCATIVE,
    NAME_LINK,
    NAMING,
    NEGATION,
    OBLIQUE,
    OWNING,
    PARTICLE,
    PLURAL,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    ROLE_ENDING,
    SEVERAL,
    SMALL,
    STANDING_ARTICLE,
    STATEMENT,
    STOP,
    TIME_NOUN,
    TOWARDS,
    UPPER,
    WHOLE_ROLE,
    WORD,
)

PhraseKind = Literal["name", "description", "pronoun"]

_BODY_NAME = BODY | CAPITAL | ROLE | UPPER | CALENDAR | DETERMINER
#: What no adjective or noun is that a body's name goes on with.
_NO_FIELD = (
    STOP | BARRIER | BEFORE | AFTER | FINITE | ADVERB | PRONOUN | DETERMINER | RELATIVE
    | COORDINATOR | CALENDAR | DIGIT | LINK | FRAME | GERUND_OPENER
)  # fmt: skip
#: What tells apart a small word with a capital that no name holds.
_OPENING_WORD = (
    FUNCTION | CAPITAL
    | DETERMINER | STOP | ADVERB | PRONOUN | BARRIER | COORDINATOR | BEFORE | FRAME | LINK
)  # fmt: skip
#: What a small word is of which a list tells whether a phrase goes on behind it.
_LISTED = (
    TOWARDS | LINK | NAMING | STOP | ADVERB | PARTICLE | GERUND | GERUND_OPENER | OWNING | FINITE
    | COORDINATOR | ARTICLE | OBLIQUE | LOCATIVE | DETERMINER | HONORIFIC | BEFORE | BARRIER
)  # fmt: skip
_NAMED = CAPITAL | ROLE
_BODY_AS_NAME = BODY | CAPITAL
_SMALL_TITLE = HONORIFIC | SMALL
_CLOSING = CAPITAL | LINK | PARTICLE
_MAY_OPEN_GERUND = GERUND | GERUND_OPENER
#: So many words may stand behind whose office is told, up to it: Lunds | kommuns tekniske chef.
_LONGEST_OWNED = 3
#: So many tokens a phrase may have.
LONGEST_PHRASE = 30
_TWO_WORDS = 2
_LONGEST_ABBREVIATION = 2
_LONGEST_PARTICLE = 3
_LONGEST_DESCRIPTION = 6
_LONGEST_OFFICE = 5
_LONGEST_FIELD = 12
_LONGEST_HEAD = 4
_SHORTEST_LIST = 3
_SHORTEST_VERB = 6


class Phrase(NamedTuple):
    """The words that name a source: a name, a description ("seorang pejabat"), a pronoun."""

    start: int
    end: int
    kind: PhraseKind
    words: tuple[str, ...]


def phrase_after(tokens: Tokens, index: int) -> tuple[Phrase | None, int]:
    """The name phrase that begins at ``index``, and the index after its last token.

    It ends at punctuation, at a word that no name phrase holds, or where a name is complete. A
    role followed by a comma and a name ("direktur PT X, Budi Santoso") gives the name. The index
    is past what a German name is told by: "Rita Kuhn | (SPD)", "Jan Pohl | von der Firma Nord".
    """
    phrase, last = _phrase_after(tokens, index)
    if phrase is not None and phrase.kind == "name" and tokens.cues.has_capital_nouns:
        last = _over_affiliation(tokens, last)
    return phrase, last


def _over_affiliation(tokens: Tokens, place: int) -> int:
    """The place behind a name's party or age in brackets, or the body somebody is of."""
    kinds, texts = tokens.kinds, tokens.texts
    if texts[place] == "(":
        for close in range(place + 2, min(tokens.length, place + _LONGEST_DESCRIPTION)):
            if texts[close] == ")":
                return close + 1
            if kinds[close] & (QUOTE | END):
                break
    elif kinds[place] & OWNING and kinds[place] & BY | kinds[place] & OBLIQUE:
        last = place + 1 + bool(kinds[place + 1] & DEFINITE or kinds[place + 1] & OBLIQUE)
        first = last
        while kinds[last] & (CAPITAL | CALENDAR) == CAPITAL:
            last += 1
        if last > first and (kinds[first] & BODY or last - first > 1 or kinds[first] & UPPER):
            return last
    return place


def _phrase_after(tokens: Tokens, index: int) -> tuple[Phrase | None, int]:
    """The name phrase that begins at ``index``, and the index after its last token."""
    kind = tokens.kinds[index]
    if tokens.texts[index] == "@" and tokens.kinds[index + 1] & WORD:
        return phrase_of(tokens, index, index + 2, "name"), index + 2
    size = tokens.size(index, PRONOUN) if kind & PRONOUN else 0
    if size and kind & DETERMINER:
        is_noun = tokens.kinds[index + size] & (ROLE_BEGINS | BODY | PLURAL)
        if is_noun or tokens.lows[index + size] in tokens.cues.documents:
            size = 0  # "her neighbour", "het ministerie", "the two | unions", "het rapport"
    if size or (kind & STANDING_ARTICLE and _stands_alone(tokens, index)):
        end = index + (size or 1)
        return phrase_of(tokens, index, end, "pronoun"), end
    if kind & (STOP | DETERMINER | CAPITAL) == STOP:
        return None, index
    end = end_of_phrase(tokens, index)
    if end == index:
        return None, index
    if tokens.texts[end] == "@" and tokens.kinds[end + 1] & WORD:
        return phrase_of(tokens, index, end + 2, "name"), end + 2  # "akun @warga"
    office = _over_short_form(tokens, index, end)
    office = _over_whose_office(tokens, index, office)
    named = _name_after_comma(tokens, index, office) if tokens.texts[office] == "," else None
    named = named or _name_given(tokens, end)
    if named is None and kind & DEFINITE:
        named = _name_behind_field(tokens, index, end)
    if named is not None:
        return phrase_of(tokens, *named, "name"), named[1]
    told = kind_of_phrase(tokens, index, end)
    if told == "name" and _shares_family(tokens, index, end):
        end = end_of_phrase(tokens, end + 1)  # "annunciano | Piero e Marta Bassi"
    elif told == "name" and _is_joined_by_name(tokens, index, end):
        end = end_of_phrase(tokens, end + 1)
    elif joins_another(tokens, end) and are_several(tokens, index - 1, index):
        end = end_of_phrase(tokens, end + 1)  # "racontent | Luc Roy et sa femme"
        return phrase_of(tokens, index, end, "description"), end
    if told == "description" and tokens.cues.keeps_clauses and not _takes_object(tokens, end):
        closing = _demonstrative_after(tokens, end)
        if closing:
            return phrase_of(tokens, index, closing, "pronoun"), closing
    return phrase_of(tokens, index, end, told), end


def _is_joined_by_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a second name follows "and", and no verb of its own: "Eva Kurz | und Paul Lang"."""
    kinds, cues = tokens.kinds, tokens.cues
    if not kinds[end] & COORDINATOR or cues.keeps_clauses:
        return False
    names = CAPITAL | ROLE | BODY | UPPER | CALENDAR | FUNCTION
    if cues.has_capital_nouns:
        names = CAPITAL | CALENDAR | FUNCTION  # "Polizei | und Feuerwehr"
    last = end + 1
    while kinds[last] & names == CAPITAL or (last > end + 1 and particles_at(tokens, last)):
        last += 1
    size = last - end - 1
    if not 0 < size <= _LONGEST_DESCRIPTION or kinds[end - 1] & names != CAPITAL:
        return False
    before = end - 1
    while before > index and kinds[before - 1] & names == CAPITAL:
        before -= 1
    closes = not kinds[last] & WORD or bool(kinds[last] & STOP and not kinds[last] & FINITE)
    opens = index == 0 or bool(kinds[index - 1] & END)
    closes |= opens and bool(kinds[last] & SMALL) and cues.is_office_first
    if cues.is_office_first and not size == end - before == _TWO_WORDS:
        return False  # "Unions and Treasury"
    return closes and (size > 1) == (end - before > 1)


def _shares_family(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a first name stands before one with the family's: "| Piero | e Marta Bassi"."""
    kinds, names = tokens.kinds, CAPITAL | ROLE | BODY | UPPER | CALENDAR | FUNCTION
    if not kinds[end] & COORDINATOR or end - index != 1 or not tokens.cues.drops_subjects:
        return False
    is_full = all(kind & names == CAPITAL for kind in kinds[end + 1 : end + 3])
    is_full = is_full and kinds[index] & names == CAPITAL and not kinds[end + 3] & CAPITAL
    return is_full and are_several(tokens, index - 1, index)


def joins_another(tokens: Tokens, place: int) -> bool:
    """Whether an "and" and somebody told by an article follow: "Luc Roy | et sa femme"."""
    kinds = tokens.kinds
    if not tokens.cues.has_small_bodies or not kinds[place] & COORDINATOR:
        return False
    noun = place + 1 + tokens.size(place + 1, DETERMINER)
    is_other = kinds[noun] & (ROLE_BEGINS | BODY | UPPER) or tokens.cues.are_many(tokens.lows[noun])
    return len(tokens.texts[place]) <= _TWO_WORDS and noun > place + 1 and bool(is_other)


def are_several(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb among the tokens ``first:end`` is one of several persons."""
    endings = tokens.cues.plural_verb_endings
    return bool(endings) and any(low.endswith(endings) for low in tokens.lows[max(0, first) : end])


def stands_before_name(tokens: Tokens, place: int) -> bool:
    """Whether a small word that no name holds opens a sentence and a name follows: "Hoy | X".

    So it may stand before a pronoun: "Malah | beliau".
    """
    if tokens.kinds[place] & _OPENING_WORD != FUNCTION | CAPITAL:
        return False
    following = tokens.kinds[place + 1]
    is_name = following & (CAPITAL | FUNCTION) == CAPITAL
    return is_name or following & (SMALL | PRONOUN) == SMALL | PRONOUN


def source_after(tokens: Tokens, index: int) -> tuple[Phrase | None, int]:
    """The name phrase at ``index``; behind a statement whose it is: "kenyataan kumpulan itu".

    None where nobody is named as its owner ("heißt es in einer Mitteilung").
    """
    kinds = tokens.kinds
    place = index + tokens.size(index, DETERMINER)
    if kinds[place] & SMALL and not kinds[place] & STATEMENT and kinds[place + 1] & STATEMENT:
        if kinds[place] & BODY and tokens.cues.is_office_first:
            kind = kind_of_phrase(tokens, index, place + 1)  # "the council | statement"
            return phrase_of(tokens, index, place + 1, kind), place + 2
        place += 1
    size = tokens.size(place, STATEMENT)
    is_title = kinds[index] & kinds[place] & CAPITAL and place > index  # "Le Courrier du Lac"
    if not size or (is_title and not tokens.cues.has_capital_nouns):
        return phrase_after(tokens, index)
    place += size
    others = SMALL | LINK | BY | STOP | DETERMINER
    is_party = kinds[place - 1] & BODY and kinds[index] & DEFINITE and not kinds[index] & OWNING
    if is_party and tokens.cues.drops_subjects and not kinds[place] & (LINK | OWNING | CAPITAL):
        return phrase_after(tokens, index)  # "secondo | l'accusa, ..."
    if tokens.lows[place] in tokens.cues.carried:
        return None, index  # "en declaraciones | recogidas por STV"
    if tokens.cues.has_small_bodies and kinds[place] & others == SMALL:
        place += bool(kinds[place + 1] & (OWNING | BY))  # "una nota | interna de la empresa"
    statement = place
    if kinds[place] & (LINK | BY | DETERMINER) and not kinds[place] & DETERMINER:
        place += 1
    elif kinds[place] & (SMALL | ROLE_BEGINS) == SMALL and kinds[place + 1] & ROLE_BEGINS:
        place += tokens.cues.keeps_clauses  # "jawapan tegas | Presiden X"
    if kinds[place] & DEMONSTRATIVE and tokens.cues.keeps_clauses:
        return phrase_of(tokens, statement - 1, place + 1, "pronoun"), place + 1
    if not kinds[place] & WORD or kinds[place] & DEMONSTRATIVE:
        if tokens.cues.owning and kinds[index] & DEFINITE and kinds[index - 1] & (AFTER | ADVERB):
            return phrase_of(tokens, index, statement, "description"), statement
        return None, place
    goes_on = kinds[place] & SMALL and kinds[place] & (FINITE | AUXILIARY)
    if goes_on and tokens.cues.is_verb_second and not tokens.cues.has_capital_nouns:
        return phrase_of(tokens, index, statement, "description"), statement  # "brevet | är"
    phrase, last = phrase_after(tokens, place)
    return (phrase, last) if phrase is not None else (None, place)


def phrase_of(tokens: Tokens, first: int, last: int, kind: PhraseKind) -> Phrase:
    """The tokens ``first:last`` as a phrase; a name without a possessive ending."""
    words = tuple(tokens.texts[first:last])
    end = tokens.end(last - 1)
    if kind == "name" and words[-1].endswith(POSSESSIVE):
        words = (*words[:-1], words[-1][:-2])
        end -= 2
    return Phrase(tokens.starts[first], end, kind, words)


def _name_given(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The name that "called" or "bernama" gives to somebody described before it."""
    kinds = tokens.kinds
    if not kinds[index] & NAMING:
        return None
    first = index + 1 + tokens.size(index + 1, DETERMINER)  # "drayber na si | Nilo Abella"
    last = first
    while kinds[last] & CAPITAL or (last > first and particles_at(tokens, last)):
        last += 1
    return (first, last) if last > first else None


def _demonstrative_after(tokens: Tokens, index: int) -> int:
    """The place after a demonstrative that closes a description: "ibu kepada lima anak itu"."""
    if tokens.kinds[index] & STOP and tokens.kinds[index + 1] & DEMONSTRATIVE:
        return 0  # "Ayah korban tiba | malam itu"
    for place, kind in enumerate(tokens.kinds[index : index + _LONGEST_DESCRIPTION], index):
        if not kind & WORD:
            break
        if kind & DEMONSTRATIVE:
            return place + 1
        if place > index and kind & STOP:
            break
    return 0


def _stands_alone(tokens: Tokens, index: int) -> bool:
    """Whether an article has no noun behind it, so that it stands for somebody: "rief dieser"."""
    if not tokens.cues.has_capital_nouns:
        return not tokens.kinds[index + 1] & WORD
    for place, kind in enumerate(tokens.kinds[index + 1 : index + 5], index + 1):
        if not kind & WORD:
            break
        if kind & CAPITAL or tokens.lows[place].endswith(tokens.cues.demonym_endings):
            return False
    return True


def end_of_phrase(tokens: Tokens, index: int) -> int:
    """Where the name phrase that begins at ``index`` ends."""
    cues, kinds = tokens.cues, tokens.kinds
    is_office_first = cues.is_office_first
    has_articles = bool(cues.articles) and not is_office_first
    place = index
    named = 0
    limit = min(tokens.length, index + LONGEST_PHRASE)
    is_described = index < limit and is_descriptive(tokens, index)
    longest_head = _LONGEST_HEAD
    if cues.keeps_clauses and kinds[index] & DETERMINER:
        longest_head += tokens.size(index, DETERMINER)
    while place < limit:
        kind = kinds[place]
        if kind & _BODY_NAME == _BODY_AS_NAME and cues.has_small_bodies:
            named += 1
            place = _end_of_body(tokens, place, limit)
            continue
        if kind & BODY and kind & CAPITAL and place == index and cues.has_serial_verbs:
            named += 1
            place = _end_of_syllables(tokens, place, limit)
            continue
        if kind & RELATIVE and place > index and not named and place - index < longest_head:
            is_free = kinds[index] & DEFINITE or cues.has_small_bodies or cues.owner_endings
            if cues.owning and is_free:
                return place  # "le texte | qui indique", "une voisine | qui"
            return _end_of_clause(tokens, place, limit)
        if not kind & WORD:
            after = _over_sign(tokens, place, limit, is_described=is_described)
            if after == place:
                break
            place = after
            continue
        if kind & CALENDAR and is_date_word(tokens, place):
            break
        if kind & DIGIT and place > index:
            if place + 1 < limit and kinds[place + 1] & DEMONSTRATIVE:
                return place + 2
            if is_described and _counts_office(tokens, place):
                place += 1
                continue
            break
        if kind & CAPITAL:
            if kind & PRONOUN and place > index and tokens.lows[place] in cues.pronouns:
                break
            if cues.owner_endings and (owned := _over_owner(tokens, index, place, limit)):
                is_described = True
                place = owned
                continue
            if kind & ROLE_BEGINS and (kinds[place + 1] & SMALL or cues.keeps_clauses):
                size = tokens.size(place, ROLE_BEGINS)  # "l'entourage du Premier | ministre"
                if size > 1:
                    place += size
                    continue
            named += not kind & (ROLE | DETERMINER)
            place += 1
            if cues.has_small_bodies and kinds[place - 2] & (OWNING | DETERMINER) and place > 2:
                is_field = kinds[index + 1] & ROLE_BEGINS and kinds[place] & SMALL
                is_field = is_field and not (kinds[place] & _NO_FIELD or kinds[place + 1] & WORD)
                place += bool(is_field)  # "la ministre de la Transition | écologique, qui"
            continue
        if kind & _LISTED or (place == index + 2 and cues.has_small_bodies):
            goes_on = _over_listed(tokens, index, place, limit, named, is_described=is_described)
            if goes_on == place:
                break
            if goes_on is not None:
                place = goes_on
                continue
        if place > index and (kind & NEGATION or tokens.lows[place] in cues.companions):
            break
        is_head = cues.keeps_clauses and (named or kinds[place - 1] & (ROLE | BODY))
        is_head = is_head and (named or (place > index and _takes_object(tokens, place)))
        if is_head and begins_as_verb(tokens, place):
            break  # "Bupati Budi Hartono | menjenguk Rini"
        if place > index and kinds[place + 1] & BY and not kind & (ROLE | BODY | DETERMINER):
            break  # "le parole del procuratore | riportate da"
        is_read = is_office_first and tokens.lows[place - 1] in cues.documents
        if is_read and kinds[place + 1] & STOP and not kind & ~(WORD | SMALL):
            break  # "a message | sent to residents"
        is_article = kind & (DETERMINER | LINK) == DETERMINER and has_articles and place > index
        is_article = is_article and not kinds[place - 1] & INDEFINITE  # "een | andere man"
        if is_article and (named or not kinds[place - 1] & LINK):
            break  # "La maire lit | une lettre"; but "l'avocat de son frère"
        if named > 1 and kind & DETERMINER and cues.has_capital_nouns and _is_whole(tokens, place):
            break  # "sagte Maria Sorin | der Agentur"
        if is_office_first and kind & ROLE_BEGINS:
            is_described = True
            place += tokens.size(place, ROLE_BEGINS)
            continue
        if is_office_first and _is_body_behind_role(tokens, place):
            place += 1  # "Norland's official | newspaper"
            continue
        following = kinds[place + 1] if place + 1 < limit else 0
        if is_office_first and following & (CAPITAL | ROLE_BEGINS):
            place += 1
            continue
        is_owned = named == 1 and place == index + 2 and kinds[index] & DETERMINER
        own = _over_owned(tokens, place, limit, is_owned=bool(is_owned)) if named else 0
        if is_office_first and own:
            place = own
            continue
        if named == 1 and place == index + 2 and _is_of_a_place(tokens, index):
            place += 1
            continue
        if kind & DEMONSTRATIVE and (named or (cues.keeps_clauses and place > index)):
            return place + 1
        if named and not (is_described and following & CAPITAL):
            break
        if cues.is_verb_second and not cues.has_capital_nouns and _is_verb(tokens, index, place):
            break
        is_hearer = place > index and kind & (PRONOUN | DETERMINER | SMALL) == PRONOUN | SMALL
        if is_hearer and cues.is_verb_second and not cues.has_capital_nouns:
            break  # "noemt de familie | hem"
        is_behind_noun = cues.has_capital_nouns and kinds[place - 1] & CAPITAL
        if is_behind_noun and place - 1 > index and not kind & (DETERMINER | GENITIVE):
            break  # "Landrätin Grit Ohlsen | traf Bauer Emil Trost", "Ein Anwohner | schüttelt"
        place += 1
    if kinds[place] & QUOTE and kinds[place - 1] & (DETERMINER | CAPITAL) == DETERMINER:
        place -= place - 1 > index  # "het bedrijf van | een “incident”"
    while place > index and kinds[place - 1] & _CLOSING in _SMALL_WORDS:
        place -= 1
    return place


def _over_listed(
    tokens: Tokens, index: int, place: int, limit: int, named: int, *, is_described: bool
) -> int | None:
    """The place behind a small word of a list: the same where the phrase ends before it.

    None where that depends on what stands beside it, as with a word of no list.
    """
    cues, kinds = tokens.cues, tokens.kinds
    kind = kinds[place]
    is_office_first = cues.is_office_first
    has_articles = bool(cues.articles) and not is_office_first
    if kind & TOWARDS:
        is_name = named or (place > index and cues.has_capital_nouns)
        is_name = is_name or (kinds[index] & INDEFINITE and cues.has_small_bodies)
        if is_name and _is_told(tokens, place):
            return place  # but "the ambassador to NATO Jane Roe"
        if is_name and cues.has_capital_nouns and _is_about(tokens, place):
            return place  # "Jan Brok | zu den Vorwürfen", but "Karl zu Salm"
        if place > index and cues.has_small_bodies:
            told = place + 1 + tokens.size(place + 1, DETERMINER)
            is_many = cues.are_many(tokens.lows[told]) or kinds[told] & BODY
            if kinds[told] & SMALL and is_many and kinds[place - 1] & ROLE:
                return place  # "l'uomo | ai carabinieri"
    if kind & LINK and named > 1 and is_described and _opens_office(tokens, place):
        return place
    if kind & NAMING and place > index and cues.keeps_clauses and kinds[place + 1] & CAPITAL:
        return place  # "warga | bernama Joko"
    is_titled = cues.has_small_bodies and place == index + 2 and kinds[index] & DETERMINER
    is_titled = is_titled and kinds[place - 1] & ROLE_BEGINS and kinds[place - 1] & CAPITAL
    if is_titled and kind & (STOP | OWNING) == STOP:
        return place  # "dijo el Ministro | en una charla"
    if kind & ADVERB and place > index and tokens.size(place, ADVERB) > 1:
        return place  # "ein Sprecher | am Abend"
    if kind & PARTICLE and named and (size := particles_at(tokens, place)):
        return place + size
    if kind & _MAY_OPEN_GERUND and place > index and _opens_gerund(tokens, place):
        return place
    if place == index + 2 and is_done_to(tokens, place):
        return place  # "une habitante | relogée chez sa sœur"
    if kind & OWNING and kinds[place + 1] & DIGIT and kinds[place + 2] & TIME_NOUN:
        return place + 3  # "le retraité de 72 ans"
    is_joined = kind & COORDINATOR and place > index
    if is_joined and kinds[place + 1] & (PRONOUN | DETERMINER) == PRONOUN:
        return place  # "la juge | et elle appelle"
    if kind & STOP and not named and opens_place(tokens, index, place):
        return place
    if kind & ARTICLE and place > index and has_articles and _opens_another(tokens, place):
        return place
    is_object = kind & OBLIQUE and kind & DETERMINER and not tokens.lows[place].endswith("s")
    if is_object and (named or (place > index and not kinds[place - 1] & (STOP | LINK))):
        return place  # "Minister Jan Brok | dem Amt", "die Behörde | den Plan"
    if kind & LOCATIVE and place == index + 1 and _is_office_alone(tokens, index):
        return place
    if kind & LINK and is_described and _leads_to_name(tokens, place, limit):
        return place + 1
    if kind & (PARTICLE | LINK) and _joins(
        tokens, place, limit, named=named, is_described=is_described
    ):
        return place + 1
    is_of_body = kind & OWNING and named > 1 and cues.is_verb_second
    if is_of_body and not cues.has_capital_nouns and _may_open_place(tokens, place):
        return place  # "analist Bas Klaver | van Delta Capital"
    if kind & DETERMINER and place == index:
        return place + tokens.size(place, DETERMINER)
    if kind & _SMALL_TITLE == _SMALL_TITLE and tokens.texts[place + 1] == ".":
        return place + 2  # "Kepala Biro X drg. Y"
    if kind & TOWARDS and place > index and _is_attached(tokens, place):
        return place + 1
    is_verb = kind & BEFORE and place > index and not is_role(tokens, place)
    is_verb = is_verb and not kinds[place - 1] & INDEFINITE  # "une | note"
    is_verb = is_verb and not _is_owned_noun(tokens, place)
    is_party = kind & BODY and place == index + 1 and kinds[index] & DEFINITE
    is_verb = is_verb and not (is_party and tokens.lows[index] not in cues.echoes)  # "l'accusa"
    is_verb = is_verb and not (is_office_first and _is_counted_noun(tokens, index, place))
    is_opening = kind & ADVERB and place == index + 1 and kinds[index] & DETERMINER
    if is_opening and tokens.lows[place + 1].endswith(cues.demonym_endings or ("\0",)):
        return place + 1  # "der heute 81-Jährige"
    if kind & STOP and kind & ROLE_BEGINS and place == index + 1 and cues.has_small_bodies:
        return place + 1  # "un | vicino"
    if kind & (STOP | BARRIER) or is_verb:
        is_office = named or cues.keeps_clauses
        if is_described and is_office and _lists_office(tokens, index, place, limit):
            return place + 1
        return place
    if kind & FINITE and place > index and not kinds[place - 1] & DETERMINER:
        return place
    return None


def _is_attached(tokens: Tokens, place: int) -> bool:
    """Whether whose role it is follows: "an aide | to Senator X"."""
    if tokens.lows[place - 1] not in tokens.cues.attached_roles:
        return False
    owner = place + 1 + tokens.size(place + 1, DETERMINER)
    return bool(tokens.kinds[owner] & (CAPITAL | ROLE_BEGINS))


def _end_of_body(tokens: Tokens, head: int, limit: int) -> int:
    """Where the name of a body ends that goes on in small letters: "la Cour | des comptes"."""
    kinds = tokens.kinds
    place = head + 1
    while place < limit:
        kind = kinds[place]
        if kind & COORDINATOR and kinds[place + 1] & OWNING and kinds[place + 1] & SMALL:
            place += 1  # "de l'Économie et | des Finances"
            kind = kinds[place]
        if kind & OWNING and kind & SMALL:
            noun = place + 1
            while kinds[noun] & DETERMINER and kinds[noun] & SMALL:
                noun += 1
            following = kinds[noun]
            if not following & WORD or following & _NO_FIELD:
                break
            place = noun + 1
            if following & CAPITAL:
                while kinds[place] & _BODY_NAME & ~BODY == CAPITAL:
                    place += 1
        else:
            is_capital = kind & CAPITAL and kinds[place - 1] & CAPITAL
            is_capital = is_capital and not kind & (CALENDAR | HONORIFIC)
            is_small = kind & SMALL and not kind & _NO_FIELD and kinds[place - 1] & (SMALL | BODY)
            past = tokens.cues.past_endings or ("\0",)
            is_small = is_small and not tokens.lows[place].endswith(past)  # "Cancillería | emitió"
            if not (is_capital or is_small):
                break
            place += 1
    return place


def _end_of_syllables(tokens: Tokens, head: int, limit: int) -> int:
    """Where a body's name ends whose words are of two syllables: "Hiệp hội Lương thực | bán"."""
    kinds = tokens.kinds
    place = head + tokens.size(head, BODY)
    while place < limit:
        kind = kinds[place]
        is_second = kinds[place - 1] & CAPITAL and kind & (SMALL | _NO_FIELD) == SMALL
        is_joined = kind & COORDINATOR and kinds[place + 1] & CAPITAL
        if not (kind & CAPITAL or is_second or is_joined):
            break
        place += 1
    return place


def _is_office_alone(tokens: Tokens, index: int) -> bool:
    """Whether a title stands for its bearer, and where they speak behind it: "Bupati | di X"."""
    kind = tokens.kinds[index]
    if tokens.lows[index] in tokens.cues.suspects:
        return True  # "tersangka | di kantor polisi"
    is_title = kind & (CAPITAL | WHOLE_ROLE) == CAPITAL | WHOLE_ROLE and tokens.cues.keeps_clauses
    return is_title and tokens.lows[index] in tokens.cues.territorial_roles


def _takes_object(tokens: Tokens, place: int) -> bool:
    """Whether a word begins as verbs do that have an object: menjenguk, but no beranak."""
    return tokens.lows[place].startswith(tokens.cues.verb_beginnings[:1])


#: What a word that begins as verbs do may be besides.
_NO_VERB = ROLE | ROLE_BEGINS | BODY | NAMING | STOP | LINK | DEMONSTRATIVE


def begins_as_verb(tokens: Tokens, place: int) -> bool:
    """Whether a word that is nobody's role and no body begins as verbs do: menjenguk."""
    low, cues = tokens.lows[place], tokens.cues
    if len(low) < _SHORTEST_VERB or not low.startswith(cues.verb_beginnings):
        return False
    if tokens.kinds[place] & (_NO_VERB | SMALL) != SMALL:
        return False
    return low not in cues.documents and not cues.kinds[low.capitalize()] & ROLE  # "menengah"


def _is_counted_noun(tokens: Tokens, index: int, place: int) -> bool:
    """Whether an English word that is a verb elsewhere is the noun of "a": "a police | report"."""
    is_near = tokens.kinds[index] & INDEFINITE and place - index <= _LONGEST_PARTICLE
    return bool(is_near) and f"{tokens.lows[place]}ed" in tokens.cues.before


def _is_owned_noun(tokens: Tokens, place: int) -> bool:
    """Whether a word that is a verb elsewhere tells of what: "la cellule de | presse"."""
    endings = tokens.cues.infinitive_endings
    if not endings or not tokens.kinds[place - 1] & OWNING:
        return False
    return not tokens.lows[place].endswith(endings)


def _is_body_behind_role(tokens: Tokens, place: int) -> bool:
    """Whether a body follows a word that is an adjective as well: "the official | gazette"."""
    body, role = tokens.kinds[place], tokens.kinds[place - 1]
    is_role = role & (ROLE_BEGINS | SMALL) == ROLE_BEGINS | SMALL
    return bool(is_role and body & (BODY | SMALL) == BODY | SMALL and not body & FUNCTION)


def _is_verb(tokens: Tokens, index: int, place: int) -> bool:
    """Whether a verb that no list holds follows people: "meerdere getuigen | reed de auto"."""
    kinds = tokens.kinds
    if place <= index or not kinds[place + 1] & DETERMINER or kinds[place] & ~(WORD | SMALL):
        return False
    return bool(kinds[place - 1] & ROLE) or tokens.cues.are_many(tokens.lows[place - 1])


def _opens_another(tokens: Tokens, place: int) -> bool:
    """Whether an article right behind a noun opens another phrase: "i residenti | la strada"."""
    kinds = tokens.kinds
    is_article = kinds[place] & (DETERMINER | ARTICLE | OWNING) == DETERMINER | ARTICLE
    return bool(
        is_article
        and tokens.cues.owning
        and kinds[place - 1] & (SMALL | STOP | LINK | DETERMINER | PARTICLE) == SMALL
    )


def opens_place(tokens: Tokens, index: int, place: int) -> bool:
    """Whether it is told where somebody unnamed is: "un joven | en la plaza", "een boer | bij"."""
    kinds = tokens.kinds
    is_one = kinds[index + 1] & INDEFINITE and kinds[index + 2] & OWNING  # "l'un d'eux | à"
    if not (is_one or kinds[index] & INDEFINITE) or not tokens.cues.owning or place - index < 2:
        return False
    if kinds[place] & OWNING or not (is_one or tokens.any(ROLE, index + 1, place)):
        return False
    if kinds[place + 1] & CAPITAL and not tokens.cues.has_capital_nouns:
        return False  # "un diplomate en poste | à Kassari"
    body = place + 1 + tokens.size(place + 1, DETERMINER)
    is_source = tokens.lows[index + 1] in tokens.cues.generic_roles and place == index + 2
    if is_source and kinds[place] & LOCATIVE and kinds[body] & BODY:
        return False  # "une source | à la préfecture"
    is_plain = kinds[place + 1] & (DETERMINER | SMALL) == SMALL
    is_field = is_plain and kinds[place] & (LOCATIVE | TOWARDS) == LOCATIVE
    return not is_field  # "un expert | en droit"


def _opens_office(tokens: Tokens, place: int) -> bool:
    """Whether two fields follow that a minister has: "minister Anna Brok | van Water en Wegen"."""
    first, joining, second = tokens.kinds[place + 1 : place + 4]
    if not first & second & CAPITAL or not joining & COORDINATOR:
        return False
    return place + 4 >= tokens.length or not tokens.kinds[place + 4] & CAPITAL


def _is_whole(tokens: Tokens, place: int) -> bool:
    """Whether a first and a family name end there, so that an article opens something else."""
    names = CAPITAL | ROLE | BODY | UPPER
    return all(kind & names == CAPITAL for kind in tokens.kinds[place - 2 : place])


def _is_about(tokens: Tokens, place: int) -> bool:
    """Whether what is spoken of stands there, or to whom, and no part of a name: "zum Richter"."""
    kinds = tokens.kinds
    if kinds[place + 1] & DETERMINER or not kinds[place] & PARTICLE:
        return True
    is_noun = kinds[place + 2] & (STOP | BARRIER) and kinds[place + 2] & SMALL
    is_noun = is_noun and tokens.lows[place + 1].endswith(tokens.cues.adjective_endings)
    return bool(is_noun or kinds[place - 2] & (CAPITAL | ROLE) == CAPITAL)


def _leads_to_name(tokens: Tokens, place: int, limit: int) -> bool:
    """Whether an office goes on up to a comma and a name: "anggota DPR | dari Fraksi Maju, X"."""
    kinds = tokens.kinds
    if not tokens.cues.keeps_clauses or not kinds[place - 1] & CAPITAL:
        return False
    last = place + 1
    while last < min(limit, place + _LONGEST_OFFICE) and kinds[last] & CAPITAL:
        last += 1
    return last > place + 1 and tokens.texts[last] == "," and is_named_behind(tokens, last + 1)


def _counts_office(tokens: Tokens, place: int) -> bool:
    """Whether a number stands inside an office: "Ketua RT 04 | Joko", "Kepala SDN 3 Marga, X"."""
    kinds = tokens.kinds
    if not tokens.cues.keeps_clauses or not kinds[place - 1] & CAPITAL:
        return False
    if not tokens.texts[place].isdigit() and tokens.texts[place][-1].isalpha():
        return True  # "Dandim 0712/Sleman"
    return bool(kinds[place + 1] & CAPITAL) and not kinds[place + 1] & CALENDAR


def _is_told(tokens: Tokens, place: int) -> bool:
    """Whether a paper or a station follows that somebody tells: "sagt Alber | zu ECHO"."""
    noun = place + 1
    if tokens.cues.is_verb_second and not tokens.cues.has_capital_nouns:
        noun += tokens.size(noun, DETERMINER)  # "schrijft Pol | aan de Kamer"
    following = tokens.kinds[noun]
    is_short = following & UPPER and len(tokens.texts[noun]) > 1
    return bool(is_short or following & BODY) and not tokens.kinds[place - 1] & UPPER


def is_done_to(tokens: Tokens, place: int) -> bool:
    """Whether a participle tells what was done to one whom "a" brings up: "un homme | armé de"."""
    kinds, cues = tokens.kinds, tokens.cues
    if not cues.has_small_bodies or not kinds[place - 2] & INDEFINITE:
        return False
    others = BODY | STOP | LINK
    is_told = kinds[place - 1] & ROLE and kinds[place] & (SMALL | others) == SMALL
    is_participle = is_told and tokens.lows[place].endswith(cues.done_endings)
    return bool(is_participle and kinds[place + 1] & STOP)


def is_role(tokens: Tokens, place: int) -> bool:
    """Whether a verb's form is somebody, or what is read: "l'accusé", "o acusado", "el escrito"."""
    if not place or not tokens.kinds[place - 1] & DETERMINER:
        return False
    is_read = tokens.cues.has_small_bodies and tokens.lows[place] in tokens.cues.documents
    return is_read or bool(tokens.kinds[place] & ROLE_BEGINS)


def _opens_gerund(tokens: Tokens, place: int) -> bool:
    """Whether a gerund begins there, behind the word that it needs: "en se levant", "riendo"."""
    kinds = tokens.kinds
    if not tokens.cues.gerund_openers:
        return True
    return bool(kinds[place] & GERUND_OPENER and (kinds[place + 1] | kinds[place + 2]) & GERUND)


def _lists_office(tokens: Tokens, index: int, place: int, limit: int) -> bool:
    """Whether an "and" stands inside an office, the name behind it: Menteri A dan B | Datuk C."""
    kinds = tokens.kinds
    if not kinds[place] & COORDINATOR:
        return False
    if tokens.cues.keeps_clauses:
        first = index
        while index < place and kinds[first] & (SMALL | CAPITAL) == SMALL:
            first += 1  # "jurucakap | Jabatan Bomba dan Penyelamat"
        while index < place - _LONGEST_OFFICE and not kinds[first] & BODY:
            first += 1
            index = first
        index = first
        is_field = kinds[place + 1] & (ROLE | ROLE_BEGINS | CAPITAL) == ROLE | CAPITAL
        if is_field and tokens.any(BODY | ROLE, index, place) and tokens.all(CAPITAL, index, place):
            return True
    if not kinds[index] & CAPITAL:
        return False
    if place - index > _LONGEST_OFFICE or tokens.any(HONORIFIC | SMALL, index, place):
        return False
    last = place + 1
    while last < limit and (kinds[last] & CAPITAL or tokens.texts[last] == "."):
        is_other = kinds[last] & (HONORIFIC | CALENDAR) or kinds[last] & ROLE_BEGINS
        if last == place + 1 and is_other and not tokens.cues.keeps_clauses:
            return False
        last += 1
    if tokens.texts[last] == "," and is_named_behind(tokens, last + 1):
        return True  # "Kabag Humas dan Informasi Ombudsman, | Priharso"
    return last - place > _SHORTEST_LIST


def _over_owner(tokens: Tokens, index: int, place: int, limit: int) -> int:
    """The place behind a role that a name owns by its ending, 0 for none: "SD:s gruppledare | X".

    Inside an office so stands what a body has: "leder av Stortingets justiskomité |, X".
    """
    kinds, endings = tokens.kinds, tokens.cues.owner_endings
    if place == index:
        while kinds[place + 1] & CAPITAL and not tokens.lows[place].endswith(endings):
            place += 1
    elif not kinds[place - 1] & LINK:
        return 0
    if place + 1 >= limit or not tokens.lows[place].endswith(endings):
        return 0
    for head in range(place + 1, min(limit, place + 1 + _LONGEST_OWNED)):
        if not kinds[head] & SMALL or (kinds[head] & _NO_FIELD and not is_role(tokens, head)):
            return 0
        if size := tokens.size(head, ROLE_BEGINS) or bool(kinds[head] & ROLE_ENDING):
            return head + size
        if place > index and tokens.texts[head + 1] == ",":
            return head + 1
    return 0


def _over_owned(tokens: Tokens, place: int, limit: int, *, is_owned: bool) -> int:
    """The place behind the body that somebody owns: "Norway's defence ministry"; 0 for none.

    With ``is_owned`` an article tells so: "the Gaza health ministry".
    """
    kinds = tokens.kinds
    if not (is_owned or tokens.texts[place - 1].endswith(POSSESSIVE)):
        return 0
    for last in range(place, min(limit, place + _LONGEST_PARTICLE)):
        kind = kinds[last]
        is_read = is_owned and last == place and tokens.lows[last] in tokens.cues.documents
        if is_read and not kinds[last + 1] & (CAPITAL | ROLE_BEGINS):
            return last + 1  # "a Facebook post"
        if not kind & SMALL or kind & (STOP | BARRIER | BEFORE | FINITE | DETERMINER):
            break
        if kind & BODY and not kinds[last + 1] & (BODY | ROLE_BEGINS):
            return last + 1
    return 0


def _is_of_a_place(tokens: Tokens, index: int) -> bool:
    """Whether a role in small letters follows where it is from: "een Drentse bestuurder"."""
    kinds = tokens.kinds
    if kinds[index] & SEVERAL and kinds[index + 2] & PLURAL:
        return True  # "four European embassies"
    is_noun = kinds[index + 2] & (ROLE | BODY) and kinds[index + 2] & SMALL
    return bool(is_noun and kinds[index] & DETERMINER and tokens.cues.is_verb_second)


#: What no phrase ends with.
_SMALL_WORDS = frozenset((LINK, PARTICLE, LINK | PARTICLE))


def is_descriptive(tokens: Tokens, index: int) -> bool:
    """Whether a phrase opens with an article, a role or a common noun."""
    kind = tokens.kinds[index]
    if not kind & WORD:
        return False
    if not kind & CAPITAL or kind & (ROLE | DETERMINER | ROLE_BEGINS):
        return True
    if kind & BODY and tokens.cues.has_serial_verbs:
        return True  # "Hiệp | hội Lương thực"
    return bool(tokens.cues.pronoun_suffixes) and is_owned_role(tokens, index)


def is_owned_role(tokens: Tokens, index: int) -> bool:
    """Whether a role with a pronoun on it stands there: "juru bicaranya"."""
    cues, lows = tokens.cues, tokens.lows
    for size in (1, 2):
        if lows[index + size - 1].endswith(cues.pronoun_suffixes):
            words = lows[index : index + size]
            for suffix in cues.pronoun_suffixes:
                if words[-1].endswith(suffix):
                    owned = [*words[:-1], words[-1][: -len(suffix)]]
                    if " ".join(owned) in cues.whole_roles:
                        return True
    return False


def _over_sign(tokens: Tokens, place: int, limit: int, *, is_described: bool) -> int:
    """The place after a sign that may stand inside a name phrase, else the same place."""
    if place + 1 >= limit:
        return place
    kinds, texts, cues = tokens.kinds, tokens.texts, tokens.cues
    sign = texts[place]
    if sign == "(":
        if not cues.has_capital_nouns:
            for close in range(place + 1, min(limit, place + 8)):
                if texts[close] == ")":
                    has_more = close + 1 < limit and kinds[close + 1] & CAPITAL
                    return close + 1 if has_more and is_described else place
        return place
    if sign == "," and is_described and cues.keeps_clauses:
        return _over_list(tokens, place, limit)
    # "PT Angin Tbk. Budi", "Andi Muh. Ridwan"
    is_whole_word = len(texts[place - 1]) > _LONGEST_ABBREVIATION + cues.keeps_clauses
    if sign == "." and is_whole_word and not kinds[place - 1] & HONORIFIC:
        return place
    if sign in {".", "&", "/"} and kinds[place + 1] & WORD:
        return place + 1
    return place


def _over_list(tokens: Tokens, comma: int, limit: int) -> int:
    """The place behind the "and" of an office that is a list: "Badan Iklim, Cuaca, dan | Air"."""
    kinds, texts = tokens.kinds, tokens.texts
    first = comma
    while first and kinds[first - 1] & CAPITAL:
        first -= 1
    if not tokens.any(BODY | ROLE, first, comma):
        return comma
    place = comma
    while place < limit and texts[place] == ",":
        item = place = place + 1
        while place < limit and kinds[place] & (CAPITAL | HONORIFIC | ROLE_BEGINS) == CAPITAL:
            place += 1
        if kinds[place] & COORDINATOR:
            following = kinds[place + 1] & (CAPITAL | HONORIFIC | ROLE_BEGINS | CALENDAR)
            is_office = (
                tokens.any(BODY, first, comma) or (kinds[comma - 1] | kinds[place + 1]) & ROLE
            )
            return place + 1 if following == CAPITAL and is_office else comma
        if not 0 < place - item <= _LONGEST_PARTICLE:
            break
    return comma


def _opens_name(tokens: Tokens, index: int) -> bool:
    """Whether a month's name opens one of somebody: "Mei Ling pula menang", "kata | Mei Ling"."""
    kinds, others = tokens.kinds, CALENDAR | ROLE | BODY | UPPER | FUNCTION
    before = kinds[index - 1] if index else 0
    is_free = not before & (WORD | DIGIT) or before & (AFTER | HONORIFIC | ROLE)
    return bool(is_free) and kinds[index + 1] & (CAPITAL | others) == CAPITAL


def is_date_word(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word is a day or a month, and no part of a name (Liew Mei Fong)."""
    kinds = tokens.kinds
    if not kinds[index] & CALENDAR:
        return False
    if tokens.cues.keeps_clauses and _opens_name(tokens, index):
        return False
    if not index or index + 1 >= tokens.length:
        return True
    before, after = kinds[index - 1], kinds[index + 1]
    others = CAPITAL | CALENDAR | ROLE | BODY | UPPER | FUNCTION
    if tokens.texts[index] in tokens.cues.calendar_names and before & others == CAPITAL:
        return bool(after & DIGIT)  # "Anna | May", but "Berlin May 5"
    return not (before & (CAPITAL | CALENDAR) == CAPITAL == after & (CAPITAL | CALENDAR))


def particles_at(tokens: Tokens, index: int) -> int:
    """How many small words between two parts of a name stand there: van der, bin, de la.

    One that also joins common nouns (von, de) is part of a name behind a single given name only.
    """
    kinds = tokens.kinds
    if kinds[index] & NAME_LINK and (size := _name_link(tokens, index)):
        return size
    if not kinds[index] & PARTICLE:
        return 0
    size = 0
    limit = min(tokens.length - 1, index + _LONGEST_PARTICLE)
    while index + size < limit and kinds[index + size] & PARTICLE:
        size += 1
    if not size or not index or kinds[index + size] & (CAPITAL | CALENDAR) != CAPITAL:
        return 0
    if size == 1 and kinds[index] & (OBLIQUE | DETERMINER) == OBLIQUE | DETERMINER:
        return 0  # "Jan Brok | den Grünen", but "Jan van den Berg"
    if _may_open_place(tokens, index) and kinds[index + 1] & (PARTICLE | DEFINITE) != PARTICLE:
        return 0  # "Lotte Brand | op Radio Noord", but "Lotte op den Brand"
    given = kinds[index - 1]
    if not given & CAPITAL:
        return 0
    if not tokens.any(LINK, index, index + size):
        return size
    is_alone = index < 2 or not kinds[index - 2] & CAPITAL or bool(kinds[index - 2] & STOP)
    is_named = index > 1 and (
        tokens.texts[index - 2] == "," or kinds[index - 2] & (WHOLE_ROLE | HONORIFIC)
    )
    return size if is_alone and not given & (ROLE | BODY) and (size > 1 or is_named) else 0


def _may_open_place(tokens: Tokens, index: int) -> bool:
    """Whether a Dutch particle tells where or of what body, and is in no name: op, in, van FNV."""
    kinds = tokens.kinds
    if not tokens.cues.is_verb_second or tokens.cues.has_capital_nouns:
        return False
    if kinds[index] & (STOP | LINK) == STOP | LINK:
        return True
    is_whole = kinds[index - 1] & kinds[index + 1] & kinds[index + 2] & CAPITAL
    if kinds[index] & OWNING and is_whole and index > 1 and kinds[index - 2] & CAPITAL:
        return True  # "Bas Klaver | van Delta Capital"
    if kinds[index] & OWNING and index > 2 and _is_whole_name(tokens, index):
        return True  # "Pieter van der Bos | van de Gentse", "directeur Els Pot | van Unia"
    last = index + 1
    while kinds[last] & (CAPITAL | BODY | UPPER) == CAPITAL:
        last += 1
    return bool(kinds[index] & OWNING and kinds[index + 1] & CAPITAL and kinds[last] & CAPITAL)


def _is_whole_name(tokens: Tokens, end: int) -> bool:
    """Whether a name ends there that has its particles, or a first name behind a role."""
    kinds = tokens.kinds
    if kinds[end - 2] & (PARTICLE | SMALL) == PARTICLE | SMALL:
        return True
    is_full = kinds[end - 1] & kinds[end - 2] & CAPITAL and not kinds[end - 2] & ROLE
    return bool(is_full and kinds[end - 3] & (ROLE | SMALL) == ROLE | SMALL)


def _name_link(tokens: Tokens, index: int) -> int:
    """How many small words join family names behind a role or a comma: Mota | e | Sá."""
    kinds = tokens.kinds
    size = 2 if kinds[index + 1] & NAME_LINK else 1
    following = kinds[index + size]
    if following & (CAPITAL | CALENDAR | UPPER | BODY | ROLE) != CAPITAL:
        return 0
    if tokens.lows[index] in tokens.cues.coordinators and kinds[index + size + 1] & CAPITAL:
        return 0  # "Nuno Mota e Rita Falcão"
    first = index
    while first and (kinds[first - 1] & CAPITAL or kinds[first - 1] & NAME_LINK):
        if kinds[first - 1] & (ROLE | BODY | UPPER | CALENDAR) and not kinds[first - 1] & HONORIFIC:
            break
        first -= 1
    if first == index or not first or not kinds[first] & CAPITAL:
        return 0
    before = kinds[first - 1]
    return size if tokens.texts[first - 1] == "," or before & (WHOLE_ROLE | HONORIFIC) else 0


def _joins(tokens: Tokens, place: int, limit: int, *, named: int, is_described: bool) -> bool:
    """Whether a lower-case word links two parts of a name phrase (bin, van, di, of)."""
    kinds = tokens.kinds
    following = kinds[place + 1] if place + 1 < limit else 0
    if not following & WORD or tokens.size(place, STOP) > 1:
        return False  # "o deputado | em entrevista"
    if kinds[place] & COORDINATOR and following & (PRONOUN | SMALL) == PRONOUN | SMALL:
        return False  # "la juge | et elle appelle"
    if kinds[place] & COORDINATOR and tokens.cues.has_capital_nouns and following & SMALL:
        noun = place + 1 + bool(kinds[place + 2] & CAPITAL)
        is_noun = kinds[noun] & CAPITAL and tokens.cues.is_adjective(tokens.lows[place + 1])
        if not (following & DETERMINER or is_noun):
            return False  # "der Landwirt | und zuckt mit den Schultern"
    if kinds[place] & FRONTED and not following & (DETERMINER | CAPITAL):
        return False  # "l'agent | pour défendre"
    is_determiner = tokens.lows[place] in tokens.cues.determiners
    is_place = kinds[place] & (LOCATIVE | TOWARDS) == LOCATIVE
    if is_place and following & DETERMINER and not is_determiner:
        return False  # "el uruguayo | en la sala", "het ministerie | in een verklaring"
    if is_described and following & DETERMINER and not is_determiner:
        return named < 2
    if following & (CALENDAR | DIGIT):
        return False
    if is_described and named < 2:
        return True
    is_owned = kinds[place] & OWNING and tokens.cues.has_capital_nouns and named > 1
    if is_owned and (kinds[place + 2] & CAPITAL or following & (UPPER | BODY)):
        return False  # "Jan Pohl | von Pro Natura", but "Karl Theodor von Hagen"
    is_article = is_determiner and not kinds[place - 1] & PARTICLE
    is_particle = bool(kinds[place] & PARTICLE and following & CAPITAL)
    is_particle = is_particle and not _may_open_place(tokens, place)
    return is_particle and named > 0 and not is_article


def _end_of_clause(tokens: Tokens, place: int, limit: int) -> int:
    """Where a relative clause ends: at punctuation or at a word that opens another part."""
    kinds = tokens.kinds
    last = place + 1
    while last < limit and kinds[last] & WORD:
        is_denied = kinds[last - 1] & NEGATION  # "yang enggan | dikutip"
        if last > place + 1 and kinds[last] & (STOP | LINK) == STOP and not is_denied:
            break
        last += 1
    return last


def _name_after_comma(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """The name that stands after a role and a comma."""
    kinds, texts = tokens.kinds, tokens.texts
    if end + 1 >= tokens.length:
        return None
    is_owned = kinds[end - 1] & (ROLE | SMALL) == ROLE | SMALL  # "Roe's deputy, X"
    is_owned = is_owned and _owns(tokens, first)
    if not is_owned and not is_descriptive(tokens, first):
        return None
    begin = _over_places(tokens, end + 1)
    if has_person(tokens, first, end) and not (is_owned or is_named_behind(tokens, begin)):
        return None
    if size := tokens.size(begin, DETERMINER):
        begin += size
        while size := tokens.size(begin, ROLE_BEGINS):
            begin += size
        if begin == end + 2 or begin >= tokens.length:
            return None
    last = begin
    while (kinds[last] & WORD and kinds[last] & (CAPITAL | HONORIFIC)) or (
        last > begin
        and (
            kinds[last] & PARTICLE
            or (texts[last] == "." and len(texts[last - 1]) < 5)
            or particles_at(tokens, last)
        )
    ):
        last += 1
    while last > begin and (kinds[last - 1] & PARTICLE or texts[last - 1] == "."):
        last -= 1
    if last == begin or last - begin > 6 or kinds[begin] & (CALENDAR | FUNCTION):
        return None
    if tokens.all(ROLE, begin, last) or degree_at(tokens, begin):
        return None
    if texts[last] == "," and kinds[last + 1] & COORDINATOR and kinds[first] & DETERMINER:
        return None  # "Beberapa kasus di Riau, Jambi, dan Lampung"
    if kinds[last] & FINITE and not tokens.cues.keeps_clauses:
        return None  # "According to police, Jane Roe | was drunk"
    is_framed = tokens.size_before(first, 0, FRAME, (1, 2, 3))
    is_office = kinds[first + tokens.size(first, DETERMINER)] & ROLE_BEGINS  # "el fiscal del caso"
    is_read = not is_office and not tokens.cues.documents.isdisjoint(tokens.lows[first:end])
    if is_framed and is_read:
        return None  # "According to the indictment, Jane Roe | and two others"
    opens_clause = kinds[last] & FINITE or kinds[last] & (WORD | STOP | BARRIER) == WORD
    if is_framed and opens_clause:
        return None  # "Menurut polisi, Budi Hartono | sudah mabuk"
    goes_on = STOP | NEGATION | BEFORE | ADVERB | BARRIER
    is_verb = tokens.cues.keeps_clauses and kinds[last] & SMALL
    is_verb = is_verb and (
        tokens.lows[last].startswith(tokens.cues.verb_beginnings)
        or (is_office and not is_framed and last - begin > 1)  # "Ketua X, Budi Hartono | gembira"
    )
    if kinds[last] & QUOTE or (kinds[last] & WORD and not (kinds[last] & goes_on or is_verb)):
        return None  # "According to the complaint, Roth “lied”"
    return begin, last


def _owns(tokens: Tokens, place: int) -> bool:
    """Whether a word has the ending of whom the next belongs to: "Roe's", "Läkarförbundets"."""
    if tokens.cues.is_office_first:
        return tokens.texts[place].endswith(POSSESSIVE)
    endings = tokens.cues.owner_endings
    return bool(endings) and tokens.texts[place].endswith(endings)


def _over_short_form(tokens: Tokens, first: int, end: int) -> int:
    """The place behind the short form of an office: "Ketua Serikat Buruh Laut (SBL)|, Budi"."""
    kinds, texts = tokens.kinds, tokens.texts
    if not tokens.cues.keeps_clauses or texts[end] != "(" or not kinds[first] & ROLE_BEGINS:
        return end
    for closing in range(end + 2, min(tokens.length, end + _LONGEST_DESCRIPTION)):
        if texts[closing] == ")":
            return closing + 1 if texts[closing + 1] == "," else end
    return end


def _over_whose_office(tokens: Tokens, first: int, end: int) -> int:
    """The place behind a small word that ends an office: "Ketua Kesatuan Guru | negeri|, Budi"."""
    kinds = tokens.kinds
    if not tokens.cues.keeps_clauses or not kinds[first] & ROLE_BEGINS:
        return end
    is_plain = kinds[end] & (SMALL | _NO_FIELD) == SMALL and not begins_as_verb(tokens, end)
    is_named = is_plain and tokens.texts[end + 1] == "," and is_named_behind(tokens, end + 2)
    return end + 1 if is_named else end


def _over_places(tokens: Tokens, place: int) -> int:
    """The place behind "Kecamatan X, Kabupaten Y, ", where an office tells where it is.

    A body stands there as well: "Dekan Fakulti Sains, | Universiti X, | Dr Y".
    """
    cues, kinds = tokens.cues, tokens.kinds
    while kinds[place] & CAPITAL:
        is_place = tokens.lows[place] in cues.territorial_roles and kinds[place] & (BODY | ROLE)
        if not (is_place or (cues.keeps_clauses and kinds[place] & BODY)):
            break
        comma = place + 1
        while kinds[comma] & (CAPITAL | HONORIFIC | CALENDAR) == CAPITAL:
            comma += 1
        if tokens.texts[comma] != "," or not (is_place or is_named_behind(tokens, comma + 1)):
            break
        place = comma + 1
    return place


def _name_behind_field(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """The name behind where an office is held: "le chef des élus | au conseil, Luc Roy."."""
    kinds = tokens.kinds
    head = first + tokens.size(first, DETERMINER)
    if head == first or not kinds[head] & (ROLE | ROLE_BEGINS):
        return None
    if tokens.texts[end] == "(":  # "le vice-président | (divers droite) du conseil, Luc Roy."
        closing = range(end + 2, min(tokens.length - 1, end + _LONGEST_DESCRIPTION))
        end = next((place + 1 for place in closing if tokens.texts[place] == ")"), end)
        if tokens.texts[end] == ",":
            end -= 1
    elif not kinds[end] & SMALL or kinds[end] & (RELATIVE | FINITE | BEFORE | CALENDAR):
        return None
    is_list = kinds[end] & COORDINATOR  # "la ministre des Sports | et de la Jeunesse, Awa Sarr."
    if is_list and not kinds[end + 1] & LINK and not kinds[end + 1] & CAPITAL:
        return None
    if tokens.cues.keeps_clauses or has_person(tokens, head, end):
        return None
    others = BEFORE | AFTER | RELATIVE | BARRIER | CALENDAR | QUOTE | DIGIT
    for comma in range(end + 1, min(tokens.length, end + _LONGEST_FIELD)):
        if tokens.texts[comma] == ",":
            named = comma + 1
            last = named
            while kinds[last] & CAPITAL or (last > named and particles_at(tokens, last)):
                last += 1
            is_name = last - named > 1 and not tokens.any(FUNCTION | ROLE | BODY, named, named + 1)
            return (named, last) if is_name and not kinds[last] & WORD else None
        is_joint = kinds[comma] & BARRIER and kinds[comma] & COORDINATOR
        if not kinds[comma] & WORD or (kinds[comma] & others and not is_joint):
            return None
    return None


def is_named_behind(tokens: Tokens, first: int) -> bool:
    """Whether a name behind a comma is that of whom an office tells: "Direktur Kurir Jaya, Rini".

    Where a comma so parts an office from its name, no other name and no office stands there.
    """
    kinds = tokens.kinds
    if not tokens.cues.keeps_clauses or not kinds[first] & (CAPITAL | HONORIFIC):
        return False
    last = first
    while kinds[last] & (CAPITAL | HONORIFIC | PARTICLE) or tokens.texts[last] == ".":
        if kinds[last] & (BODY | ROLE) and not kinds[last] & HONORIFIC:
            return False
        if is_date_word(tokens, last):
            return False
        last += 1
    return not degree_at(tokens, first) and kinds[last] & (SMALL | STOP) != SMALL


def degree_at(tokens: Tokens, index: int) -> int:
    """How many tokens are a degree behind a name (S.H., M.Kn, Jr); 0 for none."""
    word = tokens.texts[index]
    if len(word) == 2 and word[1] == "." and tokens.starts[index] + 2 == tokens.starts[index + 1]:
        return 2 * bool(tokens.kinds[index + 1] & CAPITAL)
    is_one = word in tokens.cues.name_suffixes or ("." in word[1:-1] and word[0].isupper())
    return int(is_one)


def has_person(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a phrase that opens with a role already ends with what looks like a name."""
    cues = tokens.cues
    if cues.surnames and end - first > 1 and tokens.kinds[end - 1] & CAPITAL:
        if tokens.kinds[first] & HONORIFIC:
            return True  # "bà | Mạc Thị Lý"
        if cues.family_opening(tokens.texts[first:end]) is not None:
            return True
    if end - first > 3 or tokens.any(LINK, first + 1, end):
        return False
    if tokens.lows[first] in tokens.cues.generic_roles:
        return False  # "Warga Pulau X, Y"
    role = tokens.size(first, ROLE_BEGINS)
    run = 0
    for kind in reversed(tokens.kinds[first + (role if role > 1 else 0) : end]):
        if kind & (CAPITAL | ROLE | BODY | UPPER) != CAPITAL:
            break
        run += 1
    return run == 2


def kind_of_phrase(tokens: Tokens, first: int, end: int) -> PhraseKind:
    """Name or description, by whether a capital stands in it that is no role."""
    kinds = [kind for kind in tokens.kinds[first:end] if kind & WORD]
    if not kinds:
        return "description"
    head, last = kinds[0], kinds[-1]
    has_several = len(kinds) > 1
    named = [kind & _NAMED == CAPITAL for kind in kinds]
    if len(kinds) == _TWO_WORDS and head & DEFINITE and not named[-1]:
        named[-1] = last & (CAPITAL | ROLE_BEGINS | ROLE_ENDING) == CAPITAL  # "De VVD", "la Cgil"
    if last & DEMONSTRATIVE and has_several:
        is_one = head & INDEFINITE or tokens.size(first, DETERMINER) == _TWO_WORDS  # "salah satu"
        is_new = is_one and len(kinds) > _TWO_WORDS + 1  # "Seorang pejabat kantor itu"
        clause = next((place for place, kind in enumerate(kinds) if kind & RELATIVE), len(kinds))
        if not is_new and (clause == len(kinds) or True not in named[:clause]):
            return "pronoun"
    cues = tokens.cues
    has_nouns = cues.is_office_first or cues.is_verb_second
    if last & SMALL and has_nouns and not tokens.any(RELATIVE, first, end):
        is_noun = head & (ARTICLE | DEFINITE) == ARTICLE or (last & PLURAL and head & SEVERAL)
        if is_noun and cues.is_office_first:
            return "description"  # "four European embassies"
        is_noun = last & (ROLE | BODY) and head & DETERMINER
        if is_noun and cues.is_verb_second and sum(named[1:]) == 1:
            return "description"  # "een Drentse bestuurder"
    if True in named[1:]:
        return "name"
    if head & DEMONSTRATIVE and has_several:
        return "pronoun"
    if named[0] and not head & FUNCTION:
        return "name"
    return "pronoun" if head & DEFINITE and len(kinds) <= 3 else "description"
