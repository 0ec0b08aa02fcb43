"""The subject of a verb of saying: looked for leftwards from the verb.

What a name phrase is, is told by `phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.speech.spaced.phrases import (
    LONGEST_PHRASE,
    Phrase,
    are_several,
    degree_at,
    end_of_phrase,
    has_person,
    is_date_word,
    is_descriptive,
    is_done_to,
    is_named_behind,
    is_role,
    joins_another,
    kind_of_phrase,
    opens_place,
    particles_at,
    phrase_after,
    phrase_of,
    source_after,
    stands_before_name,
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
    GERUND_OPENER,
    HONORIFIC,
    INDEFINITE,
    LINK,
    LOCATIVE,
    NAME_LINK,
    NAMING,
    NEGATION,
    OBLIQUE,
    ONE,
    OWNING,
    PARTICLE,
    PLURAL,
    POSSESSIVE,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    SEVERAL,
    SMALL,
    STANDING_ARTICLE,
    STATEMENT,
    STOP,
    TIME_NOUN,
    TOWARDS,
    UNNAMED,
    UPPER,
    WHENCE,
    WHOLE_ROLE,
    WORD,
)

_Subject = tuple[Phrase, int]

#: An American party and state behind a name.
_PARTY = re.compile(r"[RDI]-[A-Z]")

_DASHES = frozenset(":–—-")
_EDGES = frozenset(',:–—-"\n')
_INSIDE = frozenset((".", "&", "(", ")", "/", "'", "’"))
_BODIES = frozenset((BODY | CAPITAL, BODY | SMALL))
_PUTS_FIRST = RELATIVE | STANDING_ARTICLE
_CLOSES_PART = BEFORE | FINITE | RELATIVE | BARRIER
_SMALL_CLITIC = CLITIC | SMALL
_FULL_NAME = 2
_LONGEST_ADVERBIAL = 8
_LONGEST_ASIDE = 3
_LONGEST_BRACKET = 12
_LONGEST_CLAUSES = 60
_LONGEST_FRAME = 5
_LONGEST_GAP = 4
_LONGEST_PARTS = 24
_LONGEST_TIME = 4
_MOST_PARTS = 4


def subject_before(tokens: Tokens, verb: int, start: int) -> _Subject | None:
    """The subject of a verb, looked for leftwards: its phrase and the index of its first token."""
    if (verb, start) not in tokens.subjects:
        tokens.subjects[verb, start] = _subject_or_owner(tokens, verb, start)
    found: _Subject | None = tokens.subjects[verb, start]
    return found


def _subject_or_owner(tokens: Tokens, verb: int, start: int) -> _Subject | None:
    """The subject of a verb with its partner; of a verb whose subject is a statement its owner."""
    found = _subject_before(tokens, verb, start)
    if found is not None and tokens.cues.has_capital_nouns and found[0].kind != "pronoun":
        return _with_partner(tokens, found, verb, start)
    if found is not None and tokens.cues.drops_subjects and found[1] > start:
        return _inverted_behind_matter(tokens, found, verb, start) or found
    if found is not None and tokens.cues.keeps_clauses and tokens.kinds[found[1]] & STATEMENT:
        owner, last = source_after(tokens, found[1])  # "pernyataan X kemarin yang | menyebut"
        return (owner, found[1]) if owner and owner.kind == "name" and last <= verb else found
    return found


def _inverted_behind_matter(
    tokens: Tokens, found: _Subject, verb: int, start: int
) -> _Subject | None:
    """Who follows the verb behind when or of what: "Dopo la gara parla | il capitano X".

    So stands who speaks behind "Del futuro di Roy ha parlato", where Roy is no subject.
    """
    kinds, cues, (phrase, first) = tokens.kinds, tokens.cues, found
    dashes = (place for place in range(start, first) if tokens.texts[place] in _DASHES)
    opening = next(dashes, start - 1) + 1  # "IL CASO — | Del futuro"
    before = kinds[first - 1]
    if kinds[opening] & (STOP | CAPITAL) != STOP | CAPITAL or not before & (STOP | OWNING):
        return None
    low = [word.lower() for word in phrase.words]
    is_source = phrase.kind == "name" or cues.has_role(low) or any(map(cues.is_body, low))
    if is_source and (first == opening + 1 or not before & OWNING):
        return None
    behind = verb + max(tokens.size(verb, BEFORE), 1)
    behind += tokens.size(behind, ADVERB) if not kinds[behind] & DETERMINER else 0
    told, _ = phrase_after(tokens, behind)
    return (told, behind) if told is not None and told.kind == "name" else None


def _with_partner(tokens: Tokens, found: _Subject, verb: int, start: int) -> _Subject:
    """Both that a verb tells of: "Polizei | und Feuerwehr | warnten"."""
    kinds, (phrase, first) = tokens.kinds, found
    last = first + len(phrase.words)
    if kinds[last] & COORDINATOR and last < verb and not kinds[last] & CAPITAL:
        end = end_of_phrase(tokens, last + 1)
        if end > last + 1 and (end == verb or kinds[end] & ADVERB or kinds[end] & STOP):
            is_noun = kinds[end - 1] & CAPITAL and not tokens.any(BEFORE | FINITE, last, end)
            return (phrase_of(tokens, first, end, "name"), first) if is_noun else found
    if first - 1 > start and kinds[first - 1] & (COORDINATOR | SMALL) == COORDINATOR | SMALL:
        is_opening = start == 0 or bool(kinds[start - 1] & END)
        is_opening = is_opening and bool(kinds[start] & (CAPITAL | DETERMINER))
        if is_opening and end_of_phrase(tokens, start) == first - 1 and kinds[first - 2] & CAPITAL:
            return phrase_of(tokens, start, last, "name"), start
    return found


def _subject_before(tokens: Tokens, verb: int, start: int) -> _Subject | None:
    """The subject of a verb, or the one of two that stands beside it."""
    kinds, texts = tokens.kinds, tokens.texts
    if tokens.cues.drops_subjects and stands_between_commas(tokens, verb, start):
        return None  # "Vive, dice, de noche"
    if verb - 1 > start and kinds[verb - 1] & (BY | GERUND_OPENER) and kinds[verb - 1] & SMALL:
        endings = tokens.cues.gerund_endings
        is_gerund = not endings or tokens.lows[verb].endswith(endings)
        if kinds[verb - 1] & BY or is_gerund:  # "X membalas dengan | menyebut Y"
            opener = _opening_subject(tokens, start, verb)
            if opener is not None or not tokens.cues.is_office_first:
                return opener
    if _opens_with_infinitive(tokens, verb, start):
        return None  # "A | chiedere spiegazioni è X"
    if tokens.cues.drops_subjects and (first := _put_before_infinitive(tokens, verb, start)):
        return first
    if tokens.any(_PUTS_FIRST, max(start, verb - _LONGEST_GAP), verb):
        cleft = _subject_of_cleft(tokens, verb, start)
        if cleft is not None:
            return cleft
    if tokens.cues.participle_endings:
        hearsay = _quoted_by_another(tokens, start, verb)
        if hearsay is not None:
            return hearsay
        main = _subject_of_gerund(tokens, start, verb)
        if main is not None:
            return main
    if verb > start + 1 and texts[verb - 1] == "," and _is_gerund(tokens, verb):
        found = _subject_of_main_clause(tokens, start, verb - 1)
        if found is not None:
            return found  # "X apresentou-se com uma flor, explicando que"
    if tokens.cues.keeps_clauses and kinds[verb - 1] & RELATIVE:
        issuer = _issuer_before(tokens, start, verb - 1)
        if issuer is not None:
            return issuer
    if tokens.cues.keeps_clauses and kinds[verb - 1] & DEMONSTRATIVE:
        described = _name_told_of(tokens, start, verb - 1)
        if described is not None:
            return described
    if tokens.cues.drops_subjects and _is_gerund(tokens, verb) and texts[verb - 1] != ",":
        beside = _subject_beside_gerund(tokens, start, verb)
        if beside is not None:
            return beside
    if tokens.cues.is_office_first and (agent := _agent_who(tokens, start, verb)) is not None:
        return agent
    if tokens.cues.is_verb_second and tokens.cues.has_capital_nouns:
        inside = _subject_of_relative(tokens, start, verb)
        if inside is not None:
            return inside
    if tokens.cues.is_verb_second and (
        _stands_before_him(tokens, start, verb)
        or _follows_verb(tokens, start, verb)
        or follows_clause(tokens, start, verb)
        or follows_object(tokens, start, verb)
    ):
        return None  # "Nach der Sitzung erklärte X", "Das Ergebnis sei klar, erklärte X"
    end = _without_date(tokens, start, _before_chain(tokens, start, verb))
    if tokens.cues.auxiliaries:
        end = _without_frame(tokens, start, end)
    while end > start:
        if kinds[end - 1] & WORD and kinds[end - 1] & ADVERB:
            if tokens.size_before(end, start, PRONOUN, (2,)):
                break  # "seorang lagi | berkata"
            end -= 1
            continue
        size = tokens.size_before(end, start, ADVERB, (2, 3))
        if not size:
            break
        end -= size
    while end > start + 1 and kinds[end - 1] & _SMALL_CLITIC == _SMALL_CLITIC:
        end -= 1  # "que l'homme | lui avait dit"
    infinitives = tokens.cues.infinitive_endings
    if infinitives and kinds[end - 1] & OWNING and tokens.lows[verb].endswith(infinitives):
        end -= 1  # "Et le ministre | d'ajouter"
    if tokens.cues.keeps_clauses:
        end = _without_caller(tokens, start, _without_hearer(tokens, start, end))
    if end <= start:
        return None
    end = _without_bracket(tokens, start, end)
    if tokens.commas(start, end):
        end = _without_degrees(tokens, start, end)
    is_parted = end - 4 > start and texts[end - 1] == texts[end - 3] == ","
    if is_parted and tokens.cues.is_office_first and _PARTY.match(texts[end - 2]):
        end -= 3  # "Sen. Tom Hale, R-Ohio, said"
    if end > start and texts[end - 1] in _DASHES and texts[end - 1] != ":":
        opening = next((i for i in range(end - 2, start, -1) if texts[i] == texts[end - 1]), 0)
        found = subject_before(tokens, opening, start) if opening else None
        if found is not None and found[0].kind == "name":
            return found  # "X — sopir truk — menyebut"
    if end > start and texts[end - 1] in {",", "–", "—"}:
        return _subject_before_apposition(tokens, end - 1, start)
    begin = _begin_of_segment(tokens, end, start)
    if kinds[begin] & DETERMINER and kinds[begin + 1] & RELATIVE and begin + 2 < end:
        return _subject_in(tokens, begin + 2, end)  # "l'ente, il cui | presidente X dice"
    if not tokens.cues.keeps_clauses and (head := _end_of_head(tokens, end, start)):
        return subject_before(tokens, head, max(start, verb - _LONGEST_CLAUSES))
    if end - begin == 1 and begin > start and texts[begin - 1] == "@":
        return phrase_of(tokens, begin - 1, end, "name"), begin - 1
    if end - begin == 1 and kinds[begin] & RELATIVE and begin - 1 > start:
        owner = begin - (texts[begin - 1] == ",")  # "X, yang menyebut ..."
        if kinds[begin - 1] & COORDINATOR:
            owner = _end_before_relative(tokens, begin, start)
        name = _last_name(tokens, start, owner)
        noun = _begin_of_segment(tokens, owner, start)
        is_opened = kinds[noun] & (DETERMINER | UNNAMED)
        is_noun = is_opened and end_of_phrase(tokens, noun) == owner
        if name is None and not is_noun:
            nouns = (place for place in range(owner - 1, noun, -1) if kinds[place] & DETERMINER)
            articles = (p for p in nouns if not kinds[p] & OWNING or kinds[noun] & OWNING)
            noun = next(articles, noun)  # "Fueron | los vecinos, quienes ..."
        is_thing = name is not None and _is_owned_thing(tokens, noun, name)
        is_opened = kinds[noun] & (DETERMINER | UNNAMED)  # "Otro padre, | quien pidió"
        if is_opened and end_of_phrase(tokens, noun) == owner and not is_thing:
            return phrase_of(tokens, noun, owner, kind_of_phrase(tokens, noun, owner)), noun
        if name is not None:
            return phrase_of(tokens, name, owner, "name"), name
        last = min(end_of_phrase(tokens, noun), owner)
        if tokens.cues.keeps_clauses and kinds[noun] & DETERMINER and last > noun + 1:
            return phrase_of(tokens, noun, last, kind_of_phrase(tokens, noun, last)), noun
    if begin >= end:
        return _owner_of_clause(tokens, end - 1, start) or _subject_of_coordinated(
            tokens, begin, start
        )
    if kinds[begin] & OBLIQUE:
        return None
    if (
        begin > start
        and texts[begin - 1] == ","
        and (
            _is_predicate(tokens, begin, end) or (end - begin == 1 and is_lone_word(tokens, begin))
        )
    ):
        return _subject_before_apposition(tokens, begin - 1, start)
    if begin > start and texts[begin - 1] == "," and _is_adverbial(tokens, begin, end):
        found = _subject_before_apposition(tokens, begin - 1, start)
        if found is not None and found[0].kind == "name":
            return found
    if begin - 1 > start and texts[begin - 1] == "," and kinds[begin] & SMALL:
        named = _name_opening(tokens, start, begin - 1)
        if named is not None:
            return named
    is_clause = tokens.cues.keeps_clauses and kinds[begin] & (RELATIVE | SMALL) == RELATIVE | SMALL
    if is_clause and begin - 1 > start and texts[begin - 1] == ",":
        return _subject_before_apposition(tokens, begin - 1, start)  # "X, yang ... menilai"
    named = _name_before_aside(tokens, begin, start) if tokens.cues.keeps_clauses else None
    if named is not None:
        return named
    begin = _over_list(tokens, begin, start)
    opens_aside = kinds[begin - 1] & BARRIER and kinds[begin - 1] & SMALL
    if kinds[begin] & (DETERMINER | PRONOUN):
        opens_aside = 0  # "X denied it, while | the Kremlin called", "meskipun | dia meragukan"
    if opens_aside and begin - 2 > start and texts[begin - 2] == "," and not kinds[begin] & CAPITAL:
        named = _subject_before_apposition(tokens, begin - 2, start)
        if named is not None and named[0].kind == "name":
            return named  # "X, ketika ditemui di Y mengatakan"
    joined = _begin_of_joined(tokens, begin, end, start)
    is_told = infinitives and kinds[verb - 1] & OWNING  # "Luc Roy et son avocat | d'ajouter"
    if joined is not None and (is_told or are_several(tokens, end, verb + 1)):
        return phrase_of(tokens, joined, end, "description"), joined
    found = _subject_in(tokens, begin, end)
    if found is not None and tokens.cues.has_capital_nouns and found[0].kind != "pronoun":
        return _who_sends(tokens, found, verb, start)
    return found


def _who_sends(tokens: Tokens, found: _Subject, verb: int, start: int) -> _Subject:
    """Who speaks through another: "Uwe Kranz | ließ über eine Sprecherin ausrichten"."""
    kinds, sent = tokens.kinds, found[1] - 1
    is_through = sent - 1 > start and tokens.lows[sent] in tokens.cues.through
    if not is_through or not kinds[sent - 1] & (AFTER | BEFORE | CAPITAL):
        return found
    end = sent - (not kinds[sent - 1] & CAPITAL)
    return subject_before(tokens, end, start) or found


def _name_before_aside(tokens: Tokens, begin: int, start: int) -> _Subject | None:
    """The name that opens a sentence, when or whereupon behind it: "X | usai rapat dengan Y"."""
    aside = begin - 1
    if aside <= start or tokens.kinds[aside] & (BARRIER | SMALL | COORDINATOR) != BARRIER | SMALL:
        return None
    opening = start + tokens.size(start, ADVERB)
    opening += tokens.texts[opening] == ","
    if not tokens.kinds[opening] & CAPITAL:
        return None
    phrase, last = phrase_after(tokens, opening)
    if phrase is None or phrase.kind != "name" or last != aside:
        return None
    return phrase, opening


def stands_between_commas(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether a verb and how it was said are set inside what somebody said, who is not named.

    Right before a quote that is so only behind a thing: "La carta, comentó con sorna, “...”".
    """
    kinds, texts = tokens.kinds, tokens.texts
    first = verb
    while first > start and kinds[first - 1] & AUXILIARY:
        first -= 1  # "I lavori, | ha assicurato, sono ..."
    if first == start or texts[first - 1] != ",":
        return False
    end = verb + max(tokens.size(verb, BEFORE), 1)  # "fatto sapere"
    if texts[end] == "," and not kinds[end + 1] & QUOTE:
        return True
    while end - verb <= _LONGEST_ASIDE and kinds[end] & (WORD | CAPITAL) == WORD:
        end += 1
    if texts[end] != "," or not kinds[end + 1] & QUOTE or "," in texts[start : first - 1]:
        return False
    is_name = tokens.any(CAPITAL, start + 1, first) or not kinds[start] & DETERMINER
    return not is_name and not tokens.any(ROLE | BODY | PLURAL, start, first)


def _issuer_before(tokens: Tokens, start: int, relative: int) -> _Subject | None:
    """Who gives out what a clause tells of: "X merilis pernyataan tertulis | yang menyebut"."""
    documents = tokens.cues.documents
    for noun in range(relative - 1, max(start, relative - _LONGEST_GAP), -1):
        if tokens.kinds[noun] & STATEMENT or tokens.lows[noun] in documents:
            return issuer_of(tokens, noun, start)
    return None


def issuer_of(tokens: Tokens, noun: int, start: int) -> _Subject | None:
    """Who gives out the statement that stands at ``noun``: "X | mengeluarkan sebuah imbauan"."""
    verb = noun - 1
    while verb > start and tokens.kinds[verb] & (DETERMINER | DIGIT | STATEMENT):
        verb -= 1
    lows, issuing = tokens.lows, tokens.cues.issuing
    if f"{lows[verb - 1]} {lows[verb]}" in issuing:
        verb -= 1  # "memuat naik"
    elif lows[verb] not in issuing:
        return None
    return subject_before(tokens, verb, start) if verb > start else None


def _begin_of_joined(tokens: Tokens, begin: int, end: int, start: int) -> int | None:
    """Where two begin who speak at once, each a phrase: "Luc Roy et sa femme | racontent"."""
    kinds = tokens.kinds
    joint = begin - 1
    if joint <= start or not joins_another(tokens, joint) or end_of_phrase(tokens, begin) != end:
        return None
    for first in range(max(start, joint - LONGEST_PHRASE), joint):
        is_opening = first == start or tokens.texts[first - 1] == ","
        is_opened = kinds[first] & (CAPITAL | DETERMINER | ROLE_BEGINS)
        if is_opening and is_opened and end_of_phrase(tokens, first) in {joint, end}:
            return first
    return None


def _is_owned_thing(tokens: Tokens, first: int, name: int) -> bool:
    """Whether what stands before a name is what they said: "Les propos de | X, qui"."""
    kinds = tokens.kinds
    noun = first + tokens.size(first, DETERMINER)
    is_said = kinds[noun] & (STATEMENT | CLAIM) and kinds[noun + 1] & OWNING and noun < name
    return bool(is_said and tokens.cues.has_small_bodies)


def _before_chain(tokens: Tokens, start: int, verb: int) -> int:
    """Where a participle begins that an infinitive hangs on: "X s'est | borné à dire"."""
    kinds, endings = tokens.kinds, tokens.cues.infinitive_endings
    chained = verb - 2
    if not endings or chained <= start or not tokens.lows[verb].endswith(endings):
        return verb
    is_joined = kinds[verb - 1] & (LINK | BY | TOWARDS) and kinds[verb - 1] & SMALL
    is_verb = kinds[chained] & (SMALL | STOP | DETERMINER | ROLE_BEGINS | ADVERB) == SMALL
    is_told = kinds[chained - 1] & (FINITE | AUXILIARY | ADVERB) and kinds[chained - 1] & SMALL
    return chained if is_joined and is_verb and is_told else verb


def _subject_of_cleft(tokens: Tokens, verb: int, start: int) -> _Subject | None:
    """Whom a sentence puts first to tell that they said so: "C'est | X | qui l'a dit"."""
    kinds, texts, cues = tokens.kinds, tokens.texts, tokens.cues
    floor = max(start, verb - _LONGEST_GAP)
    relative = next((i for i in range(verb - 1, floor, -1) if kinds[i] & RELATIVE), 0)
    if not relative and kinds[verb - 1] & STANDING_ARTICLE and texts[verb - 2] == ",":
        relative = verb - 1  # "Es war X, die sagte"
    end = relative - (texts[relative - 1] == ",")
    first = end
    while first > start and kinds[first - 1] & (WORD | END) == WORD:
        first -= 1
    if relative <= first or (first > start and not kinds[first - 1] & (END | QUOTE)):
        return None
    copula = first
    while copula < end and tokens.lows[copula] not in cues.copulas:
        is_elided = texts[copula].endswith(("'", "’"))  # "C'"
        if copula - first > 1 or not (is_elided or kinds[copula] & FUNCTION):
            return None
        copula += 1
    while copula < end and tokens.lows[copula] in cues.copulas:
        copula += 1
    if copula >= end:
        return None
    last = end_of_phrase(tokens, copula)
    kind = kind_of_phrase(tokens, copula, last) if last > copula else "pronoun"
    is_whole = last == end and kind == "name"
    return (phrase_of(tokens, copula, end, kind), first) if is_whole else None


def _is_gerund(tokens: Tokens, verb: int) -> bool:
    """Whether a gerund that needs no word before it stands there: explicando."""
    cues = tokens.cues
    is_bare = bool(cues.gerund_endings) and not cues.gerund_openers
    return is_bare and cues.drops_subjects and tokens.lows[verb].endswith(cues.gerund_endings)


def _agent_who(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """By whom something is done who then says so: "was backed by | Jane Roe |, who said"."""
    kinds = tokens.kinds
    comma = verb - 2
    while comma > start and kinds[comma + 1] & ADVERB and not kinds[comma + 1] & RELATIVE:
        comma -= 1
    if comma <= start or tokens.texts[comma] != "," or not kinds[comma + 1] & RELATIVE:
        return None
    for agent in reversed(tokens.places(BY, max(start, comma - _LONGEST_BRACKET), comma)):
        first = agent + 1
        if kinds[first] & DEFINITE and kinds[first + 1] & CAPITAL:
            joins = CAPITAL | LINK  # "by | the Polar and Mountain Fund |, which said"
            if all(kind & joins for kind in kinds[first + 1 : comma]):
                return phrase_of(tokens, first, comma, "name"), first
        phrase, last = phrase_after(tokens, first)
        is_name = phrase is not None and phrase.kind == "name" and last == comma
        return (phrase, first) if phrase is not None and is_name else None
    return None


def _subject_of_relative(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """Who speaks inside what a clause tells of: "aus einer Mail, in der | ein Bote | warnte"."""
    kinds = tokens.kinds
    comma = verb - 1
    while comma > start and kinds[comma] & WORD and verb - comma < _LONGEST_BRACKET:
        comma -= 1
    opening = kinds[comma + 1] & (STOP | DETERMINER | SMALL | BARRIER) == STOP | SMALL
    if tokens.texts[comma] != "," or not opening or not kinds[comma + 2] & DETERMINER:
        return None
    phrase, last = phrase_after(tokens, comma + 3)
    return (phrase, comma + 3) if phrase is not None and last <= verb else None


def _stands_before_him(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether the subject behind a verb is a pronoun: "Die Entschuldigung | nannte er"."""
    low, cues = tokens.lows[verb + 1], tokens.cues
    if not cues.has_capital_nouns or not tokens.kinds[verb + 1] & PRONOUN:
        return False
    if low in cues.masculine:
        return True
    is_thing = tokens.kinds[start] & DEFINITE and tokens.kinds[start + 1] & CAPITAL
    is_thing = is_thing and not tokens.any(ROLE | BODY | RELATIVE, start, verb)
    return bool(is_thing and low in cues.feminine and verb == start + 2)


def _follows_verb(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a preposition and its noun fill the sentence up to its verb: the subject follows.

    "Gefragt", "Gevraagd" may stand before them.
    """
    kinds = tokens.kinds
    others = STOP | CAPITAL | DETERMINER | FRAME | BARRIER | PRONOUN | ADVERB
    if start > 0 and not kinds[start - 1] & END:
        return False
    is_asked = tokens.lows[start] in tokens.cues.asked
    is_asked |= tokens.lows[start] in tokens.cues.predicatives  # "Als Zeuge sagte X"
    is_plain = kinds[start] & others == STOP | CAPITAL or kinds[start] & TIME_NOUN
    if not (is_asked or is_plain):
        return False
    if kinds[start] & TIME_NOUN and tokens.all(ADVERB, start + 1, verb):
        return _opens_subject(kinds[verb + 1]) and verb - start > 1  # "Stunden später sagte X"
    if "," in tokens.texts[start : verb - is_asked]:
        return False
    inside = AUXILIARY | FINITE | BEFORE | RELATIVE | COMPLEMENTIZER | QUOTE
    following = verb + 1 + (tokens.lows[verb + 1] in tokens.cues.reflexives)
    return _opens_subject(kinds[following]) and not tokens.any(inside, start + 1, verb)


def follows_clause(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a clause with a verb of its own stands before the verb of saying, its subject behind.

    Not one that a name is told by: "X, die gestern krank war, | sagte Journalisten".
    """
    kinds, texts = tokens.kinds, tokens.texts
    if not tokens.cues.is_verb_second or verb - 1 <= start or texts[verb - 1] != ",":
        return False
    commas = tokens.commas(start + 1, verb - 1)
    first = (commas[-1] if commas else start - 1) + 1
    verbs = AUXILIARY | FINITE
    end = tokens.first(END, verb, tokens.length) or tokens.length
    if tokens.any(NEGATION, verb, end):
        return False
    if not tokens.any(verbs, first, verb - 1):
        return _opens_titled_name(tokens, verb + 1)  # "Dat helpt veel, | meldt chef Els Pot"
    if first > start and kinds[first] & (RELATIVE | DETERMINER) and kinds[verb - 2] & verbs:
        return False
    return _opens_subject(kinds[verb + 1])


def _opens_titled_name(tokens: Tokens, place: int) -> bool:
    """Whether a role in small letters and a name stand there: "chef Els Pot"."""
    if tokens.cues.has_capital_nouns or not tokens.kinds[place] & SMALL:
        return False
    size = tokens.size(place, ROLE_BEGINS)
    return bool(size and tokens.kinds[place + size] & CAPITAL)


def follows_object(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether how or of what somebody speaks opens a sentence, so that they follow their verb.

    "Zurückhaltend | äußerte sich der Bund", "Gerüchte über X | wies Y zurück".
    """
    kinds, cues = tokens.kinds, tokens.cues
    if not cues.is_verb_second:
        return False
    others = DETERMINER | PRONOUN | ROLE | BODY | UPPER | STOP | CALENDAR | BARRIER
    opens = not start or bool(kinds[start - 1] & END)
    is_article = kinds[start] & (DETERMINER | OBLIQUE) == DETERMINER
    if opens and is_article and tokens.lows[start + 1] in cues.matters:
        inside = AUXILIARY | FINITE | BEFORE | RELATIVE | COMPLEMENTIZER | QUOTE
        is_whole = tokens.all(WORD, start, verb) and not tokens.any(inside, start + 2, verb)
        return is_whole and _opens_person(tokens, over_object(tokens, verb + 1))
    if kinds[start] & (CAPITAL | others) != CAPITAL or not opens:
        return False
    following = over_object(tokens, verb + 1)
    if not _opens_subject(kinds[following]) or kinds[following] & PRONOUN:
        return False
    noun = start + (verb > start + 1 and bool(kinds[start + 1] & CAPITAL))
    if verb == start + 1 and tokens.lows[start] not in cues.matters:
        is_how = following > verb + 1 or tokens.lows[start].endswith(cues.manner_endings)
        return is_how and _fills_clause(tokens, following)
    is_about = noun == start and tokens.lows[start + 1] in cues.about
    if tokens.lows[noun] not in cues.matters and not is_about:
        return False
    inside = AUXILIARY | FINITE | BEFORE | RELATIVE | COMPLEMENTIZER | QUOTE
    return tokens.all(WORD, start, verb) and not tokens.any(inside, noun + 1, verb)


def one_of_several(tokens: Tokens, start: int) -> Phrase | None:
    """Somebody of a group who opens a sentence: "One of the residents", "Salah seorang warga"."""
    kinds, cues = tokens.kinds, tokens.cues
    first = start + (tokens.lows[start][1:] in ("'", "’"))  # "L'un des habitants"
    size = tokens.size(first, ONE)
    noun = first + size
    if not size or not (kinds[noun] & (OWNING | LINK) or size > 1):
        return None
    noun += bool(kinds[noun] & (OWNING | LINK))
    noun += bool(kinds[noun] & (DETERMINER | DIGIT))
    low = tokens.lows[noun]
    if not (kinds[noun] & ROLE or low in cues.generic_roles or cues.are_many(low)):
        return None
    named = phrase_after(tokens, start)[0] if cues.keeps_clauses else None
    if named is not None and named.kind == "name" and named.start > tokens.starts[start]:
        return None  # "Salah seorang warga, Budi, ..."
    return phrase_of(tokens, start, noun + 1, "description")


def _opens_person(tokens: Tokens, place: int) -> bool:
    """Whether a name or a role without an oblique article stands there: "weist | Lena Roth"."""
    kinds = tokens.kinds
    noun = place + tokens.size(place, DETERMINER)
    if kinds[place] & OBLIQUE:
        return False
    is_name = noun == place and kinds[place] & (CAPITAL | BODY | UPPER) == CAPITAL
    return is_name or bool(kinds[noun] & (ROLE | BODY))


def subject_behind_matter(tokens: Tokens, start: int) -> Phrase | None:
    """Who voices what opens a sentence, whatever the verb: "Scharfe Kritik übte | der Bund"."""
    kinds, matters = tokens.kinds, tokens.cues.matters
    noun = start + (tokens.lows[start] not in matters)
    if tokens.lows[noun] not in matters:
        return None
    others = SMALL | STOP | DETERMINER | LINK | ADVERB
    for verb in range(noun + 1, min(tokens.length, noun + _LONGEST_BRACKET)):
        if kinds[verb] & others == SMALL and kinds[verb - 1] & CAPITAL:
            if not follows_object(tokens, start, verb):
                return None
            return phrase_after(tokens, over_object(tokens, verb + 1))[0]
        if not kinds[verb] & WORD:
            break
    return None


def over_object(tokens: Tokens, place: int) -> int:
    """The place behind what a verb has in front of its subject: "äußert | sich X", "sieht | das Y".

    No article is stepped over: "sieht | das Problem".
    """
    place += tokens.lows[place] in tokens.cues.reflexives
    if tokens.lows[place] not in tokens.cues.neuter | tokens.cues.echoes:
        return place
    following = tokens.kinds[place + 1]
    is_article = tokens.kinds[place] & DETERMINER and not following & DETERMINER
    is_name = following & tokens.kinds[place + 2] & CAPITAL
    return place + bool(is_name or (following & (CAPITAL | DETERMINER) and not is_article))


def _fills_clause(tokens: Tokens, place: int) -> bool:
    """Whether the words that name somebody end a clause: "Kritisch sieht das | Jan Pohl: "."""
    phrase, last = phrase_after(tokens, place)
    return phrase is not None and not tokens.kinds[last] & (WORD | QUOTE)


def _opens_subject(kind: int) -> bool:
    """Whether a word of a kind, right behind a verb, may open its subject."""
    return (
        bool(kind & (CAPITAL | DETERMINER | PRONOUN | ROLE | BODY | DIGIT)) and not kind & OBLIQUE
    )


def _subject_beside_gerund(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """Whose words a gerund goes on with: "obtuvo respuesta del alcalde | asegurando que"."""
    kinds = tokens.kinds
    for place in range(verb - 2, max(start, verb - _LONGEST_ADVERBIAL), -1):
        if not kinds[place] & WORD or kinds[place] & (END | QUOTE | BARRIER):
            return None
        if kinds[place] & OWNING and not kinds[place - 1] & (ROLE | BODY | CAPITAL):
            first = place + (not kinds[place] & DETERMINER)
            is_source = kinds[first + tokens.size(first, DETERMINER)] & (ROLE | BODY | CAPITAL)
            if is_source and end_of_phrase(tokens, first) == verb:
                return phrase_of(tokens, first, verb, kind_of_phrase(tokens, first, verb)), first
    return None


def _name_told_of(tokens: Tokens, start: int, demonstrative: int) -> _Subject | None:
    """The name that opens a sentence, told of up to "ini": "Budi | yang lama tiba ini kata"."""
    kinds = tokens.kinds
    if start > 0 and not kinds[start - 1] & (END | QUOTE):
        return None
    last = start
    while last < demonstrative and kinds[last] & (CAPITAL | PARTICLE):
        last += 1
    role = start + tokens.size(start, ROLE_BEGINS)
    is_one = not tokens.any(END | QUOTE, last, demonstrative)
    is_one = is_one and "," not in tokens.texts[last:demonstrative]
    if is_one and role > start and kinds[role] & RELATIVE:
        return phrase_of(tokens, start, demonstrative + 1, "pronoun"), start  # "Menteri | yang ..."
    is_name = last > start and not tokens.any(ROLE | BODY | FUNCTION, start, last)
    if not is_name or not is_one or not kinds[last] & RELATIVE:
        return None
    return phrase_of(tokens, start, last, "name"), start


def _subject_of_main_clause(tokens: Tokens, start: int, comma: int) -> _Subject | None:
    """Who opens a sentence's first part that no preposition opens, up to a comma."""
    if start > 0 and not tokens.kinds[start - 1] & (END | QUOTE):
        return None
    first = start
    while first < comma and tokens.kinds[first] & (STOP | DETERMINER) == STOP:
        commas = (place for place in range(first, comma) if tokens.texts[place] == ",")
        first = next(commas, comma) + 1
    if first >= comma or not tokens.kinds[first] & (CAPITAL | DETERMINER):
        return None
    end = end_of_phrase(tokens, first)
    kind = kind_of_phrase(tokens, first, end) if end > first else "pronoun"
    return (phrase_of(tokens, first, end, kind), first) if kind == "name" else None


def _name_opening(tokens: Tokens, start: int, comma: int) -> _Subject | None:
    """The full name that opens a sentence, told more of behind a comma: "X, uno de los suyos"."""
    if start > 0 and not tokens.kinds[start - 1] & END:
        return None
    kinds = tokens.kinds[start:comma]
    others = FUNCTION | CALENDAR | STOP | ROLE | BODY | UPPER
    is_name = all(kind & (CAPITAL | others) == CAPITAL or kind & PARTICLE for kind in kinds)
    if not is_name or sum(1 for kind in kinds if kind & CAPITAL) != _FULL_NAME:
        return None
    return phrase_of(tokens, start, comma, "name"), start


def _is_adverbial(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a preposition and its noun fill a stretch: "X, the mayor, | in an interview said"."""
    kinds = tokens.kinds
    is_opened = kinds[begin] & (STOP | DETERMINER | SMALL) == STOP | SMALL
    if tokens.cues.keeps_clauses:
        return bool(is_opened)  # "X, | dalam acara Y di Z mengatakan"
    is_short = end - begin <= _LONGEST_ADVERBIAL
    return bool(is_opened) and is_short and tokens.all(WORD | SMALL, begin, end)


def _opening_subject(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """The subject that opens a sentence, who does something "by | saying", "en | disant"."""
    if start > 0 and not tokens.kinds[start - 1] & (END | QUOTE):
        return None
    for relative in tokens.places(RELATIVE, start, verb):
        if (cleft := _subject_of_cleft(tokens, relative + 1, start)) is not None:
            return cleft  # "C'est | X | qui a lancé la rumeur en disant"
    return _subject_that_opens(tokens, start, verb)


def _end_of_noun(tokens: Tokens, start: int, limit: int) -> int:
    """Where the noun phrase at ``start`` ends; before its verb, if it takes all up to ``limit``.

    "The minister | hit out at Lord Roe, calling", but "The party stalwart Jane Roe | left".
    """
    kinds, end = tokens.kinds, end_of_phrase(tokens, start)
    is_whole = end < limit and kinds[end - 1] & (CAPITAL | ROLE | BODY)
    if is_whole and tokens.cues.participle_endings and kinds[start] & DEFINITE:
        heads = (place for place in range(start + 1, end - 1) if kinds[place] & (ROLE | BODY))
        head = next(heads, end)
        is_verb = head < end and kinds[head + 1] & (SMALL | FUNCTION) == SMALL
        if is_verb and tokens.lows[head + 1].endswith(tokens.cues.regular_past):
            return head + 1  # "The regulator | fined Harbour Water"
    if is_whole or not tokens.cues.is_office_first:
        return end
    others = LINK | ROLE | ROLE_BEGINS | BODY | PARTICLE | DETERMINER
    for place in range(start + 1, end - 1):
        if kinds[place] & (ROLE | BODY) and kinds[place + 1] & (SMALL | others) == SMALL:
            return place + 1
    return end


def _subject_that_opens(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """The name or noun at the beginning of a clause, with its office."""
    if tokens.cues.has_small_bodies and tokens.kinds[start] & DETERMINER:
        named, last = phrase_after(tokens, start)
        is_initial = tokens.texts[last] == "." and len(tokens.texts[last - 1]) == 1  # "Yan B."
        closes = tokens.texts[last + is_initial] == ","
        if named is not None and named.kind == "name" and closes and last < verb:
            return named, start  # "Le troisième homme, | Yanis Berri, | cède en disant"
    end = _end_of_noun(tokens, start, verb - 1)
    if not start < end < verb or not tokens.kinds[start] & (CAPITAL | DETERMINER):
        return None
    if not tokens.kinds[start] & DETERMINER:
        end = start  # "Host Tom Hale | puts Mayor Ann Dale on the spot by saying"
        is_stop = False  # that of "Supt."
        while is_stop or tokens.kinds[end] & (CAPITAL | ROLE_BEGINS) or particles_at(tokens, end):
            end += 1
            is_stop = tokens.texts[end] == "." and not tokens.kinds[end] & END
    return phrase_of(tokens, start, end, kind_of_phrase(tokens, start, end)), start


def _subject_of_gerund(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """The name that opens a sentence, whose verb a gerund goes on with: "Roe left | telling us"."""
    kinds = tokens.kinds
    if not tokens.lows[verb].endswith(tokens.cues.participle_endings):
        return None
    if tokens.texts[verb - 1] == ",":
        for place in range(verb - 2, max(start, verb - _LONGEST_CLAUSES), -1):
            is_main = kinds[place] & BEFORE and kinds[place] & SMALL
            is_main = is_main and not tokens.texts[place - 1].endswith(POSSESSIVE)
            if is_main and not tokens.lows[place].endswith(tokens.cues.participle_endings):
                return (
                    None
                    if is_relative(tokens, place, start)
                    else subject_before(tokens, place, start)
                )
        return _somebody_who_opens(tokens, start, verb)
    if start > 0 and not kinds[start - 1] & (END | QUOTE):
        return None
    begin = start
    if kinds[begin] & STOP and kinds[begin + 1] & CALENDAR:
        begin += 2  # "On Friday | Mr Roe apologised"
    begin += tokens.texts[begin] == "," or kinds[begin] & COORDINATOR > 0  # "But | Roe left"
    end = end_of_phrase(tokens, begin)
    is_name = begin < end < verb and kinds[begin] & CAPITAL and kinds[end - 1] & CAPITAL
    if not is_name or not kinds[end] & SMALL or kinds[end] & COORDINATOR:
        return None
    is_pronoun = tokens.size(begin, PRONOUN) == end - begin
    return phrase_of(tokens, begin, end, "pronoun" if is_pronoun else "name"), begin


def _quoted_by_another(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """Whose words another tells: "They quoted | Roe | as saying", "Roe is said to have told"."""
    kinds, cues = tokens.kinds, tokens.cues
    place = verb - 1
    while place > start and kinds[place] & (ADVERB | SMALL) == ADVERB | SMALL:
        place -= 1
    is_infinitive = kinds[place] & STOP and kinds[place - 1] & BEFORE and place < verb
    if is_infinitive and tokens.lows[place - 2] in cues.passive_auxiliaries:
        return subject_before(tokens, place - 2, start)
    if tokens.lows[verb - 1] not in cues.predicatives:
        return None
    if not tokens.lows[verb].endswith(cues.participle_endings):
        return None
    for place in range(verb - 2, max(start, verb - _LONGEST_BRACKET), -1):
        if kinds[place] & (END | QUOTE):
            break
        if kinds[place] & BEFORE and tokens.lows[place - 1] not in cues.passive_auxiliaries:
            phrase, last = phrase_after(tokens, place + 1)
            return (phrase, place) if phrase is not None and last == verb - 1 else None
    return None


def _somebody_who_opens(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """The person or body of a main clause before a participle: "The union left it, | saying"."""
    kinds = tokens.kinds
    if kinds[start] & COORDINATOR:
        start += 1
    elif start > 0 and not kinds[start - 1] & (END | QUOTE):
        return None
    newcomer = _newcomer_of_clause(tokens, start, verb)
    if newcomer is not None:
        return newcomer
    if kinds[start] & FUNCTION and not kinds[start] & (DETERMINER | PRONOUN):
        commas = (place for place in range(start, verb - 1) if tokens.texts[place] == ",")
        start = next(commas, verb) + 1  # "On Tuesday, | Roe left"
    if tokens.size(start, PRONOUN) and not kinds[start + 1] & (ROLE_BEGINS | BODY):
        return phrase_of(tokens, start, start + 1, "pronoun"), start
    named, last = phrase_after(tokens, start)
    if named is not None and named.kind == "name" and named.start > tokens.starts[start]:
        return (named, start) if last < verb else None  # "The mayor, Jane Roe, | left, saying"
    found = _subject_that_opens(tokens, start, verb)
    if found is None or not kinds[start] & DETERMINER:
        return found
    last = start + len(found[0].words)
    if found[0].kind != "name":
        heads = (place for place in range(start + 1, last) if kinds[place] & (ROLE | BODY))
        others = CAPITAL | LINK | ROLE_BEGINS | BODY
        ends = (p for p in heads if not kinds[p + 1] & others or kinds[p + 2] & CALENDAR)
        head = next(ends, None)  # "The tribunal | on Monday fined"
        if head is None:
            return None
        last = head + 1
    while kinds[last] & STOP and kinds[last + 1] & (CAPITAL | CALENDAR) == CAPITAL:
        last += 2  # "the Harbour Board | in Leith", but "the court | on Monday"
    return phrase_of(tokens, start, last, found[0].kind), start


def _newcomer_of_clause(tokens: Tokens, start: int, verb: int) -> _Subject | None:
    """Whose act a thing is told to follow: "The row began after | Jane Roe | left, saying"."""
    kinds = tokens.kinds
    noun = start + max(tokens.size(start, DETERMINER), tokens.size(start, PRONOUN))
    others = CAPITAL | ROLE | ROLE_BEGINS | BODY | PRONOUN | BARRIER
    is_thing = noun == start + 1 and not kinds[noun] & others
    is_thing &= tokens.lows[start] in tokens.cues.neuter or bool(kinds[start] & DETERMINER)
    if not is_thing or "," in tokens.texts[start : verb - 1]:
        return None
    barrier = tokens.first(BARRIER, noun, verb)
    if not barrier or tokens.any(ROLE | BODY | QUOTE, start, barrier):
        return None
    phrase, last = phrase_after(tokens, barrier + 1)
    is_name = phrase is not None and phrase.kind == "name" and last < verb - 1
    return (phrase, barrier + 1) if phrase is not None and is_name else None


def _owner_of_what_is_read(tokens: Tokens, start: int, end: int) -> _Subject | None:
    """Whose statement stands before a clause: "a statement by X, her lawyer, | which says"."""
    for place in range(end - 1, max(start, end - _LONGEST_PARTS), -1):
        if tokens.kinds[place] & STATEMENT:
            phrase, last = source_after(tokens, place)
            is_named = phrase is not None and phrase.kind == "name" and last <= end
            return (phrase, place) if phrase is not None and is_named else None
    return None


def _without_frame(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without who told of it: "X hatte | laut Polizei | ausgesagt"."""
    kinds = tokens.kinds
    for place in range(end - 1, max(start, end - _LONGEST_FRAME), -1):
        if kinds[place] & (FRAME | FRONTED) == FRAME:
            return place if kinds[place - 1] & AUXILIARY else end
        if not kinds[place] & CAPITAL:
            break
    return end


def _is_read_in_clause(tokens: Tokens, subject: _Subject, floor: int) -> bool:
    """Whether a clause has a document for its subject: "X noted that | the report | urged care"."""
    phrase, first = subject
    if tokens.cues.documents.isdisjoint(word.lower() for word in phrase.words):
        return False
    return tokens.any(COMPLEMENTIZER | RELATIVE, max(floor, first - 2), first + 1)


def _owner_of_clause(tokens: Tokens, relative: int, start: int) -> _Subject | None:
    """The name before a comma and a relative that also means "that": "Rita Lopes, que disse"."""
    kinds = tokens.kinds
    if not kinds[relative] & RELATIVE or tokens.texts[relative - 1] != ",":
        return None
    stated = _owner_of_what_is_read(tokens, start, relative - 1)
    if stated is not None:
        return stated
    name = _last_name(tokens, start, relative - 1)
    is_linked = name is not None and name > start and kinds[name - 1] & (LINK | DIGIT)
    if is_linked and name is not None and kinds[name - 2] & (STATEMENT | CLAIM):
        is_linked = 0  # "as acusações de | Rita Lopes, que disse"
    if name is None or is_linked:
        return _source_before(tokens, start, relative - 1)  # "o prefeito de Campos, que disse"
    return phrase_of(tokens, name, relative - 1, "name"), name


def _opens_with_infinitive(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether an infinitive opens a clause that tells who does it: "..., e a | rispondere è X"."""
    kinds, towards = tokens.kinds, verb - 1
    if not tokens.lows[verb].endswith(tokens.cues.infinitive_endings or ("\0",)):
        return False
    if towards < start or not kinds[towards] & TOWARDS:
        return False
    before = kinds[towards - 1]
    return towards == start or not before & WORD or bool(before & (COORDINATOR | BARRIER))


def _put_before_infinitive(tokens: Tokens, verb: int, start: int) -> _Subject | None:
    """Whom a sentence puts first to tell that they say so: "È | la stessa Neri | a spiegare"."""
    kinds, cues, towards = tokens.kinds, tokens.cues, verb - 1
    if not kinds[towards] & TOWARDS or not tokens.lows[verb].endswith(
        cues.infinitive_endings or ("\0",)
    ):
        return None
    for copula in range(towards - 2, max(start, towards - LONGEST_PHRASE) - 1, -1):
        if not kinds[copula] & WORD:
            break
        if tokens.lows[copula] in cues.copulas and copula - start <= _LONGEST_ASIDE:
            first = (
                copula + 1 + (tokens.size(copula + 1, ADVERB) * (not kinds[copula + 1] & ARTICLE))
            )
            phrase, last = phrase_after(tokens, first)
            if phrase is None or last < towards:
                return None
            low = [word.lower() for word in phrase.words]
            if phrase.kind == "name" or cues.has_role(low) or any(map(cues.is_body, low)):
                return phrase_of(tokens, first, towards, phrase.kind), first
    return None


def _source_before(tokens: Tokens, start: int, comma: int) -> _Subject | None:
    """Who is told by what they are right before a comma: "Più cauto | il comitato |, che parla"."""
    kinds = tokens.kinds
    for first in tokens.places(DETERMINER, max(start, comma - LONGEST_PHRASE), comma):
        noun = first + tokens.size(first, DETERMINER)
        is_source = kinds[noun] & (ROLE | ROLE_BEGINS | BODY | UPPER | CAPITAL)
        is_source = is_source or tokens.cues.are_many(tokens.lows[noun])
        if kinds[first] & OWNING or not is_source:
            continue
        phrase, last = phrase_after(tokens, first)
        if phrase is not None and last == comma:
            return phrase, first
    return None


def _over_list(tokens: Tokens, begin: int, start: int) -> int:
    """Where a body begins whose name is a list: "Badan Meteorologi, Klimatologi, dan Geofisika"."""
    kinds, texts = tokens.kinds, tokens.texts
    place = begin
    while place > start and (kinds[place - 1] & (CAPITAL | COORDINATOR) or texts[place - 1] == ","):
        place -= 1
    return place if begin - place > 2 and kinds[place] & BODY else begin


def _without_date(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without a day that closes it: "X pada Senin (3/2)", "X on Monday"."""
    kinds = tokens.kinds
    place = _without_bracket(tokens, start, end)
    if place <= start or not kinds[place - 1] & CALENDAR:
        return end
    while place > start and kinds[place - 1] & (CALENDAR | DIGIT):
        place -= 1
    if place > start and kinds[place - 1] & (STOP | CAPITAL) == STOP:
        place -= 1
    return place


def _without_bracket(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without the bracket, such as an age, that closes it."""
    texts = tokens.texts
    if end > start and texts[end - 1] == ")":
        for place in range(end - 2, max(start, end - _LONGEST_BRACKET), -1):
            if texts[place] == "(":
                return place
    return end


def _without_degrees(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without the degrees behind a name: "Rini Astuti, S.H., M.Kn."."""
    texts = tokens.texts
    place = end - (end > start and texts[end - 1] == ",")
    closed = place
    while place - 2 > start:
        last = place - (texts[place - 1] == ".")
        size = degree_at(tokens, last - 2) if last - 3 > start else 0
        size = 2 if size == 2 else min(degree_at(tokens, last - 1), 1)
        if not size or texts[last - size - 1] != ",":
            break
        place = last - size - 1
    return place if place < closed else end


def _begin_of_segment(tokens: Tokens, end: int, start: int) -> int:
    """Where the stretch that may hold the subject begins: after punctuation or a conjunction."""
    kinds = tokens.kinds
    place = end
    while place > start:
        kind = kinds[place - 1]
        if not kind & WORD and tokens.texts[place - 1] not in _INSIDE:
            is_name = kind & QUOTE and place - 1 > start and names_a_body(tokens, place - 1)
            if not is_name:
                break
        place -= 1
        if (kind | kinds[place - 1]) & BARRIER:
            is_barrier = tokens.size_before(place + 1, start, BARRIER, (1, 2))
            is_office = _is_interim(tokens, place, start)
            is_office = is_office or tokens.size(place, ROLE_BEGINS) > 1  # "la | prima cittadina"
            if is_barrier and not (is_office or _joins_names(tokens, place, start, end)):
                return place + 1
        is_verb = kind & BEFORE and not is_relative(tokens, place, start)
        if is_verb and not is_role(tokens, place) and not _is_participle(tokens, place):
            return place + 1
    return place


def _without_hearer(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without who is told: "Seorang saksi | kepada Warta mengatakan"."""
    kinds = tokens.kinds
    for place in range(end - 2, max(start, end - _LONGEST_GAP - 1), -1):
        if kinds[place] & TOWARDS:
            return place
        if not kinds[place] & WORD or kinds[place] & _CLOSES_PART:
            break
    return end


def _without_caller(tokens: Tokens, start: int, end: int) -> int:
    """The end of a stretch without the paper that reached who speaks: "X | ketika dihubungi Y"."""
    first = end
    while first > start and tokens.kinds[first - 1] & CAPITAL:
        first -= 1
    size = tokens.size_before(first, start, ADVERB, (2, 3)) if first < end else 0
    is_passive = size and _is_reached(tokens, first - 1)
    return first - size if is_passive and first - size > start else end


def _is_reached(tokens: Tokens, verb: int) -> bool:
    """Whether a paper that reaches somebody may stand behind a passive: "saat dihubungi | X"."""
    return tokens.lows[verb].startswith(tokens.cues.passive_prefixes)


def _is_interim(tokens: Tokens, place: int, start: int) -> bool:
    """Whether "while" tells how long an office is held: "yang menjadi menteri | sementara"."""
    kinds = tokens.kinds
    is_tight = kinds[place] & kinds[place - 1] & SMALL and kinds[place - 1] & ROLE
    return bool(is_tight and tokens.cues.keeps_clauses and is_relative(tokens, place, start))


def names_a_body(tokens: Tokens, quote: int) -> bool:
    """Whether a marked stretch is the name of a body: The group “Clear Water”."""
    return bool(tokens.kinds[quote - 1] & (BODY | CAPITAL | SMALL) in _BODIES)


def _end_of_head(tokens: Tokens, end: int, start: int) -> int:
    """Where a noun ends that a relative clause follows up to ``end``: "The man | who left".

    The clause has a verb of its own; a second may be joined to it ("and asked not to be named").
    0 where there is none, or where the words that name the speaker keep it.
    """
    kinds = tokens.kinds
    start = max(start, end - _LONGEST_CLAUSES)
    place = end - 1
    while place > start:
        kind = kinds[place]
        if kind & (WORD | RELATIVE | BARRIER) != WORD:
            if kind & (RELATIVE | COMPLEMENTIZER):
                break
            if not kind & WORD and tokens.texts[place] not in _INSIDE:
                return 0
            if kind & BARRIER and not _joins_verbs(tokens, place, end):
                return 0
        place -= 1
    if place <= start or end - place < 2 or not kinds[place - 1] & WORD:
        return 0
    if kinds[place - 1] & COORDINATOR:
        return _end_of_head(tokens, place - 1, start)
    following = place + 1
    while kinds[following] & (ADVERB | NEGATION) and following < end:
        following += 1
    if kinds[place] & COMPLEMENTIZER:
        before, opening = kinds[place - 1], kinds[following]
        is_clause = before & (BEFORE | AFTER | STOP | ADVERB | CLAIM) or opening & (
            CAPITAL | DETERMINER | PRONOUN | STOP
        )
        if is_clause or following == end:
            return 0
        noun = _begin_of_segment(tokens, place, start)
        if noun > start and kinds[noun - 1] & (BEFORE | AFTER):
            return 0  # "told the press that ..."
    return place


def _end_before_relative(tokens: Tokens, place: int, start: int) -> int:
    """Where the words end that the first of two clauses follows: "X, who left, and who said"."""
    for comma in range(place - 2, start, -1):
        if tokens.kinds[comma] & END:
            break
        if tokens.texts[comma] == "," and tokens.kinds[comma + 1] & RELATIVE:
            return comma
    return place


def _joins_verbs(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a verb stands behind an "and" or "but", so that no other subject begins there."""
    following = tokens.kinds[place + 1]
    if place + 1 >= end:
        return False
    return (
        bool(following & NEGATION)
        or following & (SMALL | DETERMINER | PRONOUN | ROLE_BEGINS) == SMALL
    )


def _joins_names(tokens: Tokens, place: int, start: int, end: int) -> bool:
    """Whether an "and" stands between two capitalised words, so that both are the subject."""
    kinds = tokens.kinds
    if len(tokens.texts[place]) > 4 or not start < place < end - 1:
        return False
    return bool(
        kinds[place] & COORDINATOR and kinds[place - 1] & CAPITAL and kinds[place + 1] & CAPITAL
    )


def is_relative(tokens: Tokens, place: int, start: int) -> bool:
    """Whether a verb stands in a relative clause (the man who said so)."""
    return tokens.any(RELATIVE, max(start, place - 4), place)


def _subject_in(tokens: Tokens, begin: int, end: int) -> _Subject | None:
    """The subject among the tokens ``begin:end``, which end right before the verb."""
    kinds = tokens.kinds
    begin = _over_time(tokens, begin, end)
    begin += stands_before_name(tokens, begin) and begin + 1 < end
    while begin < end and (size := tokens.size(begin, ADVERB)):
        if kinds[begin] & DETERMINER and begin + 1 < end:
            break  # "La | donna", where "la" is a pronoun too
        begin += size
    if begin >= end:
        return None
    if end - begin == 1 and kinds[begin] & RELATIVE and tokens.cues.keeps_clauses:
        return None
    size = tokens.size(begin, PRONOUN) or bool(kinds[begin] & STANDING_ARTICLE)
    if size and begin + size >= end:
        return phrase_of(tokens, begin, end, "pronoun"), begin
    if kinds[begin] & PRONOUN and kinds[begin + size] & RELATIVE and _is_one(tokens, begin):
        return phrase_of(tokens, begin, begin + size, "pronoun"), begin  # "Beliau yang juga ..."
    if _ends_with_pronoun(tokens, begin, end):
        return phrase_of(tokens, end - 1, end, "pronoun"), end - 1
    given = tokens.first(NAMING, begin, end - 1)
    if given and kinds[given + 1] & CAPITAL and kinds[given] & SMALL:
        last = given + 1
        while last < end and kinds[last] & CAPITAL:
            last += 1
        return phrase_of(tokens, given + 1, last, "name"), begin  # "Warga bernama | Suryadi"
    owner = _name_with_clause(tokens, begin, end) if tokens.cues.keeps_clauses else 0
    if owner:
        return phrase_of(tokens, begin, owner, "name"), begin
    end = _end_before_asking(tokens, begin, end)
    first = _begin_of_subject(tokens, begin, end)
    if first is None:
        return None
    begin = first
    end = _end_before_verb(tokens, begin, end)
    if tokens.cues.is_office_first:
        end = _end_before_agent(tokens, begin, end)
    is_relative_clause = (
        tokens.cues.has_capital_nouns and begin > 0 and tokens.texts[begin - 1] == ","
    )
    is_relative_clause = is_relative_clause and bool(kinds[begin] & STANDING_ARTICLE)
    if is_relative_clause and kinds[begin + 1] & (STOP | DETERMINER | ADVERB) == STOP:
        return None  # "Ihr Helfer, der zum Teil gestanden hat"
    if tokens.cues.is_verb_second and not tokens.cues.genitives:
        end = _end_before_object(tokens, begin, end)
    if end - begin == 1 and (is_lone_word(tokens, begin) or _tells_how(tokens, begin)):
        return None
    if end - begin == 1 and kinds[begin] & FINITE and tokens.cues.drops_subjects:
        return None  # "Está | acusado de"
    if tokens.cues.is_office_first and _holds_no_noun(tokens, begin, end):
        return None
    if kinds[begin] & PRONOUN and begin + tokens.size(begin, PRONOUN) == end:
        return phrase_of(tokens, begin, end, "pronoun"), begin
    if end - begin == 1 and kinds[begin] & UNNAMED:
        return phrase_of(tokens, begin, end, "description"), begin
    if tokens.cues.is_office_first:
        stated = _owner_of_subject(tokens, begin, end)
        if stated is not None:
            return stated
    opens_with_article = kinds[begin] & DETERMINER
    if opens_with_article and tokens.all(DETERMINER, begin + 1, end):
        return None
    last = _without_adverbials(tokens, begin, end)
    if last > begin + _FULL_NAME and is_done_to(tokens, begin + _FULL_NAME):
        last = begin + _FULL_NAME  # "Une habitante | relogée chez sa sœur | dit"
    kind = kind_of_phrase(tokens, begin, last)
    relative = tokens.first(RELATIVE, begin + 1, end)
    if kind == "name":
        if not opens_with_article and relative is None and not kinds[begin] & RELATIVE:
            cut = _end_of_name(tokens, begin, end)
            if cut < end:
                last = cut
                kind = kind_of_phrase(tokens, begin, last)
        elif relative is not None and all(
            kind_ & CAPITAL for kind_ in kinds[begin:relative] if kind_ & WORD
        ):
            is_shown = tokens.cues.keeps_clauses and kinds[last - 1] & DEMONSTRATIVE
            if is_shown and relative == begin + 1:
                kind = "pronoun"  # "Lembaga yang bermarkas di X itu"
            else:
                last = relative
        elif opens_with_article and kinds[begin + 1] & (ROLE_BEGINS | SMALL) == ROLE_BEGINS | SMALL:
            cut = end_of_phrase(tokens, begin)  # "El fiscal Rubén Sosa | citó al juez a declarar"
            if begin < cut < last and kinds[cut - 1] & CAPITAL and is_lone_word(tokens, cut):
                last = cut
                kind = kind_of_phrase(tokens, begin, last)
    while last > begin + 1 and kinds[last - 1] & RELATIVE:
        last -= 1
    if relative is not None and relative < last and not tokens.cues.keeps_clauses:
        last = relative
    if kinds[begin] & INDEFINITE and tokens.cues.has_small_bodies:
        ends = (i for i in tokens.places(STOP, begin + 2, last) if opens_place(tokens, begin, i))
        last = next(ends, last)  # "Un habitant | joint par l'AFP"
        kind = kind_of_phrase(tokens, begin, last)
    if last - begin > LONGEST_PHRASE or not tokens.any(WORD, begin, last):
        return None
    if tokens.any(QUOTE, begin, last):
        kind = "description"
    return phrase_of(tokens, begin, last, kind), begin


def _owner_of_subject(tokens: Tokens, begin: int, end: int) -> _Subject | None:
    """Whose statement is a verb's subject: "a statement by X | said", "the council statement |"."""
    kinds = tokens.kinds
    noun = next((i for i in range(begin, end) if tokens.size(i, STATEMENT)), None)
    if noun is None:
        return None
    noun_end = noun + tokens.size(noun, STATEMENT)
    if noun_end == end and noun - begin > 1 and kinds[noun - 1] & (BODY | CAPITAL):
        return phrase_of(tokens, begin, noun, kind_of_phrase(tokens, begin, noun)), begin
    if noun_end < end and kinds[noun_end] & (BY | LINK):
        phrase, last = source_after(tokens, noun)
        return (phrase, begin) if phrase is not None and last <= end else None
    return None


def _name_with_clause(tokens: Tokens, begin: int, end: int) -> int:
    """Where a name ends that a clause of its own follows: "Najib | yang menjadi menteri di X"."""
    kinds = tokens.kinds
    if not kinds[begin] & CAPITAL:
        return 0
    relative = next((i for i in range(begin + 1, end - 1) if kinds[i] & RELATIVE), 0)
    if relative == begin + 1 and kinds[end - 1] & DEMONSTRATIVE:
        return 0  # "Emiten yang bermarkas di X tersebut"
    is_name = relative and not kinds[relative - 1] & (ROLE | BODY)
    is_name = is_name and not tokens.any(FUNCTION, begin, relative)
    return relative if is_name and tokens.all(CAPITAL, begin, relative) else 0


def _is_one(tokens: Tokens, place: int) -> bool:
    """Whether a pronoun means one person: no "mereka yang selamat" (those who survived)."""
    return tokens.lows[place] not in tokens.cues.plural_pronouns and tokens.cues.keeps_clauses


def _is_predicate(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether what a comma parts from its subject goes on: "X, elle, s'est bornée à" condemn."""
    first, last = tokens.kinds[begin], tokens.kinds[end - 1]
    names = DETERMINER | PRONOUN | ROLE | BODY | CAPITAL
    is_infinitive = last & (LINK | STOP) and last & SMALL and not last & CALENDAR
    is_verb = first & (ADVERB | FINITE) and not first & names
    return bool(is_verb and is_infinitive and tokens.cues.articles)


def opens_with_verb(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a sentence has nothing before its verb but when and how: "Días después dijo".

    A comma may stand behind that: "Asimismo, | dijo", "En este sentido, | ha dicho".
    """
    place = _over_time(tokens, start, verb)
    if place == start and tokens.kinds[start] & (STOP | CAPITAL) == STOP | CAPITAL:
        place = _over_short_adverbial(tokens, start, verb)
    while place < verb and (
        size := tokens.size(place, ADVERB)
        or bool(tokens.kinds[place] & (COORDINATOR | FRAME))
        or (place > start and tokens.texts[place] == ",")
    ):
        place += size
    return place >= verb


def _over_short_adverbial(tokens: Tokens, start: int, verb: int) -> int:
    """The place behind a few small words and a comma: "Por otro lado, | ha dicho"."""
    for place in range(start + 1, min(verb, start + _LONGEST_TIME)):
        if tokens.texts[place] == ",":
            return place
        if not tokens.kinds[place] & SMALL:
            break
    return start


def opens_as_verb(tokens: Tokens, start: int) -> bool:
    """Whether a verb opens a sentence, its subject left out: "Mostró | el papel y dijo"."""
    endings = tokens.cues.past_endings
    if not endings or not tokens.lows[start].endswith(endings):
        return False
    following, low = tokens.kinds[start + 1], tokens.lows[start + 1]
    is_told = following & (BEFORE | FINITE | CLITIC) and not following & DETERMINER
    if is_told or not following & SMALL or (low.endswith(endings) and not following & STOP):
        return False
    is_object = low.endswith(tokens.cues.plural_endings or ("\0",))
    return is_object or bool(following & (STOP | DETERMINER | LINK | TOWARDS))


def _over_time(tokens: Tokens, begin: int, end: int) -> int:
    """The place behind words that tell when: "Two days later | he"; "Dos días después | él"."""
    kinds = tokens.kinds
    for place in range(begin, min(end, begin + _LONGEST_TIME)):
        kind = kinds[place]
        if kind & TIME_NOUN and (kind & SMALL or _is_counted(tokens, begin, place, end)):
            place += 1
            while place < end and (
                size := tokens.size(place, ADVERB) or bool(kinds[place] & (STOP | DEMONSTRATIVE))
            ):
                if kinds[place] & (PRONOUN | DETERMINER | LINK):
                    break
                place += size
            is_bare = kinds[place] & (SMALL | DETERMINER | PRONOUN) == SMALL  # "the night nurse"
            if place >= end or not is_bare:
                return place
            return place + 1 if kinds[place + 1] & DETERMINER else begin  # "El año pasado | la"
        if place > begin and not kind & SMALL:
            break
    return begin


def _is_counted(tokens: Tokens, begin: int, place: int, end: int) -> bool:
    """Whether a capitalised time is no name: "Zwei Tage später", "Dias depois", "Hari ini"."""
    cues = tokens.cues
    is_plural = tokens.lows[place].endswith(cues.plural_endings)
    if begin == place and place + 1 >= end:
        return is_plural and bool(tokens.kinds[place + 1] & ADVERB)  # "Horas | después"
    return cues.has_capital_nouns or is_plural or bool(tokens.kinds[place + 1] & DEMONSTRATIVE)


def _ends_with_pronoun(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether the verb is that of a clause without "that" or "which": "a map he | said"."""
    cues, kinds = tokens.cues, tokens.kinds
    if end - begin < 2 or not cues.articles or cues.has_capital_nouns:
        return False
    kind, before = kinds[end - 1], kinds[end - 2]
    others = DETERMINER | RELATIVE | CLITIC | DEMONSTRATIVE | STOP
    return kind & (PRONOUN | SMALL | others) == PRONOUN | SMALL and not before & (STOP | LINK)


def _tells_how(tokens: Tokens, place: int) -> bool:
    """Whether a capital is that of the sentence, and the word no name: "Wahrscheinlich | meint"."""
    others = PRONOUN | DETERMINER | ROLE | BODY | UNNAMED | SEVERAL | DEMONSTRATIVE | TIME_NOUN
    kind = tokens.kinds[place]
    opens = not place or not tokens.kinds[place - 1] & WORD
    return opens and kind & (FUNCTION | CAPITAL | UPPER | others) == FUNCTION | CAPITAL


def _holds_no_noun(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether words without an article tell of nobody: "made unwanted | remarks"."""
    nouns = CAPITAL | DETERMINER | ROLE | BODY | PLURAL | PRONOUN | UNNAMED | DIGIT | STATEMENT
    if tokens.any(nouns | SEVERAL | RELATIVE, begin, end):
        return False
    return not any(map(tokens.cues.are_many, tokens.lows[begin:end]))


def is_lone_word(tokens: Tokens, place: int) -> bool:
    """Whether a small word needs an article, and names nobody where it stands alone."""
    kind = tokens.kinds[place]
    names = ROLE | BODY | PLURAL | DETERMINER | PRONOUN | DIGIT | RELATIVE
    is_lone = kind & FRAME or kind & (SMALL | names) == SMALL
    return bool(tokens.cues.articles) and bool(is_lone)


def _end_before_verb(tokens: Tokens, begin: int, end: int) -> int:
    """Where a subject ends before another verb of its own: "The embassy in X went further"."""
    kinds = tokens.kinds
    size = 0 if kinds[begin] & DETERMINER else tokens.size(begin, PRONOUN)
    if size and kinds[begin + size] & (SMALL | RELATIVE | DEMONSTRATIVE) == SMALL:
        return begin + size
    for place in range(begin + 1, end):
        if kinds[place] & RELATIVE:
            break
        is_verb = kinds[place] & FINITE and kinds[place] & SMALL
        is_between = kinds[place - 1] & kinds[place + 1] & ROLE  # "footballer turned pundit"
        if is_verb and not is_between and not kinds[place - 1] & DETERMINER:
            return place
    return end


def _end_before_agent(tokens: Tokens, begin: int, end: int) -> int:
    """Where somebody ends who is told by what another did: "A driver | contacted by AFP"."""
    kinds = tokens.kinds
    for place in tokens.places(STOP | BEFORE, begin + 2, end - 1):
        is_done = kinds[place + 1] & BY or _is_participle(tokens, place)
        if is_done and _may_be_deed(tokens, place) and kinds[place - 1] & SMALL:
            return place
    for place in tokens.places(BY, begin + 3, end):
        is_plain = _may_be_deed(tokens, place - 1) and kinds[place - 2] & WORD
        if is_plain and tokens.lows[place - 1] not in tokens.cues.documents:
            return place - 1
    return end


def _may_be_deed(tokens: Tokens, place: int) -> bool:
    """Whether a small word may tell what was done: it names nobody and is no statement."""
    others = ROLE | BODY | CAPITAL | DETERMINER | STATEMENT
    return tokens.kinds[place] & (SMALL | others) == SMALL


def _end_before_asking(tokens: Tokens, begin: int, end: int) -> int:
    """Where people end whom a paper has asked: "Fonti | consultate da X", "Experts | seen by X"."""
    kinds, cues = tokens.kinds, tokens.cues
    if kinds[begin] & (STOP | PRONOUN):
        return end
    for place in tokens.places(BY, begin + 2, end - 1):
        asked = place - 1
        endings = cues.done_endings + cues.regular_past
        is_asked = _may_be_deed(tokens, asked) and tokens.lows[asked].endswith(endings)
        near = range(max(begin, asked - _LONGEST_GAP), asked)
        if is_asked and any(_is_people(tokens, people) for people in near):
            return asked
    return end


def _is_people(tokens: Tokens, place: int) -> bool:
    """Whether a word tells what somebody is, or many are: expert, sources, habitants."""
    return bool(tokens.kinds[place] & (ROLE | UNNAMED)) or tokens.cues.are_many(tokens.lows[place])


def _is_participle(tokens: Tokens, place: int) -> bool:
    """Whether a verb of saying tells of a noun: "a video | posted on a network | claims"."""
    kinds = tokens.kinds
    if not kinds[place] & BEFORE or not tokens.cues.is_office_first:
        return False
    is_noun = kinds[place - 1] & (SMALL | STOP | PRONOUN | RELATIVE | ADVERB) == SMALL
    is_opened = kinds[place - 2] & DETERMINER or kinds[place - 3] & DETERMINER
    is_past = tokens.lows[place].endswith(tokens.cues.regular_past)
    return bool(is_noun and is_opened and is_past and kinds[place + 1] & STOP)


def _end_before_object(tokens: Tokens, begin: int, end: int) -> int:
    """Where a subject ends before what a verb behind both takes: "een brief | het tegendeel"."""
    kinds = tokens.kinds
    for place in range(begin + 2, end - 1):
        before = kinds[place - 1] & (WORD | SMALL | STOP | LINK | DETERMINER | ADVERB)
        is_article = kinds[place] & (ARTICLE | SMALL) == ARTICLE | SMALL
        if is_article and before == WORD | SMALL and kinds[place + 1] & SMALL:
            return place
    return end


def _begin_of_subject(tokens: Tokens, begin: int, end: int) -> int | None:
    """Where the subject begins behind an adverbial ("Di Jakarta seorang ..."), if one is there."""
    kinds = tokens.kinds
    opening = kinds[begin]
    articles = [
        place
        for place in tokens.places(DETERMINER, begin, end)
        if not kinds[place] & (CAPITAL | OBLIQUE)
    ]
    source = begin + 1 + tokens.size(begin + 1, DETERMINER)
    is_source = (kinds[begin + 1] | kinds[source]) & (BODY | ROLE_BEGINS | CAPITAL)
    is_whence = opening & BY and source == begin + 1
    is_whence = is_whence or (opening & WHENCE and end_of_phrase(tokens, begin + 1) >= end)
    if is_whence and tokens.cues.drops_subjects and is_source:
        held = (p for p in articles if p > begin + 1 and kinds[p - 1] & CAPITAL)
        officer = next((p for p in held if kinds[p + 1] & ROLE_BEGINS), None)
        if officer is not None:
            return officer  # "Da Mosca | il portavoce Pavlov"
        return begin + 1  # "Dal sindacato parlano di", "Desde la Consejería dicen"
    if opening & (STOP | DETERMINER) == STOP:
        place = next((place for place in articles if place > begin), None)
        may_follow = tokens.cues.owning and not tokens.cues.is_verb_second
        if place == begin + 1 and may_follow:  # "In una nota | una trentina di medici"
            noun = WORD | SMALL
            others = STOP | LINK | DETERMINER | ADVERB | BARRIER
            own = (p for p in articles[1:] if kinds[p - 1] & (noun | others) == noun)
            place = next(own, None if tokens.cues.drops_subjects else place)
            if place is None:
                return _last_name(tokens, begin, end)  # "Ante esta situación | han hablado de"
        is_governed = place == begin + 1 and bool(begin and kinds[begin - 1] & BEFORE)
        if is_governed and tokens.cues.is_office_first:
            return None  # "insisted | in the firmest possible terms"
        if place is None and tokens.cues.is_verb_second and opening & CAPITAL:
            return None  # "Auf Nachfrage sagte": the subject follows the verb
        return _last_name(tokens, begin, end) if place is None else place
    if opening & DETERMINER:
        later = next((place for place in articles if place > begin + 1), begin)
        before = kinds[later - 1]
        is_noun = before & (WORD | STOP | LINK | ADVERB | DETERMINER | BEFORE) == WORD
        is_own = is_noun and tokens.cues.is_office_first and kinds[later] & ARTICLE
        return later if is_own else begin  # "an allegation | the owner dismissed"
    if opening & PLURAL and articles and kinds[articles[0] - 1] & (STOP | LINK):
        return begin  # "residents in the area"
    if articles:
        inside = [
            place
            for place in articles
            if not _opens_statement(tokens, place)
            and (
                not opening & (CAPITAL | ROLE_BEGINS)
                or not tokens.any(RELATIVE | LINK, begin, place)
                or _holds_bracket(tokens, begin, place)
            )
        ]
        if inside and not kinds[inside[-1] - 1] & CAPITAL:
            return inside[-1]
    elif end - begin > 6 and not opening & (CAPITAL | ROLE_BEGINS):
        name = _last_name(tokens, begin, end)
        return begin if name is None else name
    return begin


def _end_of_name(tokens: Tokens, begin: int, end: int) -> int:
    """Where a name ends that other words of the sentence follow; ``end`` where none do."""
    kinds = tokens.kinds
    cut = end_of_phrase(tokens, begin)
    if not begin < cut < end or not kinds[cut] & SMALL or not tokens.any(CAPITAL, begin, cut):
        return end
    if cut == begin + 1 and not kinds[cut] & STOP and not _is_clause(tokens, cut, end):
        return end
    is_role = (kinds[begin] & ROLE_BEGINS) | (kinds[cut - 1] & ROLE)  # "Union Minister for X"
    plain = CAPITAL | ROLE | BODY | UPPER
    is_named = cut - begin > _FULL_NAME and tokens.cues.is_verb_second
    is_named = is_named and all(kind & plain == CAPITAL for kind in kinds[cut - 2 : cut])
    goes_on = bool(kinds[cut] & LINK and kinds[end - 1] & CAPITAL and is_role and not is_named)
    is_crowd = tokens.cues.is_office_first and tokens.cues.are_many(tokens.lows[begin])
    goes_on |= is_crowd and bool(kinds[cut] & LINK)  # "People | on the island of X"
    is_joined = kinds[cut] & COORDINATOR and tokens.all(CAPITAL, cut + 1, end)
    goes_on |= bool(is_joined) and (tokens.cues.is_office_first or tokens.cues.has_small_bodies)
    if cut == begin + 1 and kinds[cut] & (TOWARDS | OWNING) and tokens.cues.drops_subjects:
        is_plural = tokens.lows[begin].endswith(tokens.cues.plural_endings or ("\0",))
        goes_on |= is_plural and are_several(tokens, end, end + 1)  # "Allegados | a la familia"
    return end if goes_on else cut


def _is_clause(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb and more stand behind one name: "Roe | touched on the strike in a speech"."""
    kinds, cues = tokens.kinds, tokens.cues
    is_verb = kinds[first] & (SMALL | PLURAL | ROLE | BODY) == SMALL and cues.is_office_first
    return is_verb and bool(kinds[first + 1] & (STOP | DETERMINER)) and first + 1 < end


def _without_adverbials(tokens: Tokens, begin: int, end: int) -> int:
    """Where a subject ends before a day ("on Monday ...") or the place it speaks from ("di X")."""
    kinds = tokens.kinds
    for place in range(begin + 1, end - 1):
        kind = kinds[place]
        if kind & STOP and (kinds[place + 1] & CALENDAR or _opens_statement(tokens, place + 1)):
            return place
        if kind & (STOP | LINK) == STOP and (kinds[place + 1] | kinds[place + 2]) & TIME_NOUN:
            return place  # "X | nei giorni scorsi"
        if kind & LOCATIVE and place - 2 >= begin and tokens.all(CAPITAL, place + 1, end):
            before = kinds[place - 2] & (CAPITAL | ROLE), kinds[place - 1] & (CAPITAL | ROLE)
            is_body = kinds[place - 1] & BODY or kinds[begin] & DEFINITE
            if before == (CAPITAL, CAPITAL) and not is_body:
                return place
    return end


def _opens_statement(tokens: Tokens, place: int) -> bool:
    """Whether what somebody is heard in stands there: "X dalam | sebuah pernyataan"."""
    noun = place + tokens.size(place, DETERMINER)
    is_opened = tokens.kinds[place - 1] & (STOP | OWNING) == STOP  # no "l'auteur du | message"
    return bool(is_opened and tokens.kinds[noun] & STATEMENT)


def _holds_bracket(tokens: Tokens, begin: int, place: int) -> bool:
    """Whether a bracket stands between, as after a date: another part of the sentence began."""
    return ")" in tokens.texts[begin:place]


def _last_name(tokens: Tokens, begin: int, end: int) -> int | None:
    """Where the run of capitalised words begins that stands right before ``end``."""
    kinds = tokens.kinds
    place = end
    while place > begin:
        kind = kinds[place - 1]
        if not (
            (kind & CAPITAL and not is_date_word(tokens, place - 1))
            or kind & (PARTICLE | LINK) == PARTICLE
            or tokens.texts[place - 1] == "."
        ):
            break
        if place < end and _opens_as_no_name(tokens, place - 1):
            break
        place -= 1
    return place if place < end else None


def _opens_as_no_name(tokens: Tokens, place: int) -> bool:
    """Whether a small word opens its sentence that no name holds: "Duro | Luc Roy, che parla"."""
    others = DETERMINER | PARTICLE | LINK | ROLE | BODY
    if tokens.kinds[place] & (FUNCTION | others) != FUNCTION:
        return False
    return not place or bool(tokens.kinds[place - 1] & END)


def _subject_before_apposition(tokens: Tokens, comma: int, start: int) -> _Subject | None:
    """The subject before "X, direktur PT Y, mengatakan": the first part that can be one."""
    kinds, texts = tokens.kinds, tokens.texts
    parts = _parts(tokens, comma, start)
    dateline = [
        n for n, (_, last) in enumerate(parts, 1) if texts[last - 1 : last + 1] == [".", "-"]
    ]
    parts = parts[dateline[-1] if dateline else 0 :]  # "Lima, Perú.- El alcalde, X, dijo"
    if tokens.cues.keeps_clauses:
        parts = _in_last_clause(tokens, parts)
    for number, (first, closing) in enumerate(parts):
        skipped, last = first, _without_bracket(tokens, first, closing)
        while last > first + 1 and kinds[last - 1] & (ADVERB | SMALL | STOP) == ADVERB | SMALL:
            last -= 1  # "X sendiri, lewat Y, menyebut"
        while skipped < last and (
            size := tokens.size(skipped, ADVERB) or bool(kinds[skipped] & COORDINATOR)
        ):
            if kinds[skipped] & DETERMINER:
                break  # "La | sua legale", where "la" is a pronoun too
            skipped += size
            if size > 1 and _is_reached(tokens, skipped - 1):
                skipped = last  # "Saat dihubungi | Warta Pagi"
        kind = kinds[skipped]
        if skipped >= last or kind & (STOP | DETERMINER) == STOP or texts[closing] in _DASHES:
            continue
        if kind & CAPITAL and opens_as_verb(tokens, skipped):
            continue  # "Vestida de blanco, saludó y dijo"
        if kind & (BARRIER | RELATIVE) or _is_gerund_clause(tokens, skipped, last):
            continue
        is_opened = kind & (CAPITAL | DETERMINER | ROLE_BEGINS | HONORIFIC)
        if not is_opened and not (skipped > first and _leads_to_role(tokens, skipped, last)):
            continue
        if number + 1 < len(parts) and kinds[parts[number + 1][0]] & HONORIFIC:
            name = _name_in_apposition(tokens, *parts[number + 1])
            if name is not None and not has_person(tokens, skipped, last):
                return name, skipped  # "Kapolsekta Barelang, Kombes X, menegaskan"
        for place in range(skipped + 1, last):
            is_verb = kinds[place] & BEFORE and not is_relative(tokens, place, first)
            if is_verb and not is_role(tokens, place):  # but "Le prévenu, X, nie"
                return subject_before(tokens, place, skipped)
        if tokens.cues.is_office_first and _holds_clause(tokens, skipped + 1, last):
            continue  # "The visit shows that our concern, ..., X, has said"
        # "Sejumlah warga di X, Jawa Barat, mengatakan"; "Los correos del gerente, Juan Paz, dicen"
        if number + 2 < len(parts) and tokens.cues.keeps_clauses and number == 0:
            following = parts[1][0]
            is_office = kinds[following] & (ROLE_BEGINS | SMALL) == ROLE_BEGINS | SMALL
            is_office = is_office and bool(kinds[parts[2][0]] & (CAPITAL | HONORIFIC))
            if is_office and not kinds[skipped] & (ROLE | BODY | DETERMINER) and last - skipped > 1:
                continue  # "Lepas dari itu, pengacara SW, X, meminta"
        is_one = kinds[skipped] & (SEVERAL | ARTICLE) != SEVERAL
        if is_one and number + 1 < len(parts) and _is_described(tokens, skipped, last, start):
            named = _over_bodies(tokens, parts, number + 1)
            name = _name_in_apposition(tokens, *parts[named])
            if name is None and kinds[parts[named][0]] & CAPITAL:
                name = _name_behind_list(tokens, parts[named + 1 :])
            if name is None and kinds[last - 1] & BODY:
                name = _body_in_apposition(tokens, *parts[named])
            if name is not None and not has_person(tokens, skipped, last):
                return name, skipped
            if name is not None and is_named_behind(tokens, parts[named][0]):
                return name, skipped  # "Direktur Kurir Jaya, Rini, mengatakan"
        found = _name_before_verb(tokens, skipped, last) or _subject_in(tokens, skipped, last)
        if found is not None:
            return found
    return None


def _name_before_verb(tokens: Tokens, first: int, end: int) -> _Subject | None:
    """The name that opens a clause with a thing in it: "Ana Ruiz | se tapa los oídos, compara"."""
    kinds = tokens.kinds
    last = first
    while last < end and kinds[last] & (CAPITAL | FUNCTION | BODY | ROLE) == CAPITAL:
        last += 1
    verb = last + (kinds[last] & CLITIC > 0 or tokens.lows[last] in tokens.cues.reflexives)
    others = SMALL | STOP | LINK | DETERMINER | RELATIVE | COORDINATOR | ADVERB | ROLE | PARTICLE
    if last == first or verb + 2 >= end or kinds[verb] & others != SMALL:
        return None
    is_clause = kinds[verb + 1] & DETERMINER and not tokens.cues.keeps_clauses
    return (phrase_of(tokens, first, last, "name"), first) if is_clause else None


def _name_doing(tokens: Tokens, first: int, end: int) -> Phrase | None:
    """The full name that a predicate follows: "Ketua X, | Budi Harto | menolak, tetapi kata"."""
    kinds, last = tokens.kinds, first
    while last < end and kinds[last] & (CAPITAL | FUNCTION | BODY | ROLE) == CAPITAL:
        last += 1
    is_followed = kinds[last] & (SMALL | RELATIVE | COORDINATOR) == SMALL
    is_full = first + 1 < last < end
    return phrase_of(tokens, first, last, "name") if is_full and is_followed else None


def _is_gerund_clause(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a participle opens a part of a sentence: "Announcing the plan|, Mayor X, said"."""
    endings = tokens.cues.participle_endings
    is_opening = endings and tokens.lows[first].endswith(endings) and last > first + 1
    return bool(is_opening) and not tokens.kinds[first + 1] & CAPITAL


def _leads_to_role(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a plain word in front of a role opens a part: "But | local councillor X, who"."""
    kinds = tokens.kinds
    if not tokens.cues.is_office_first or kinds[first] & (FUNCTION | BEFORE | AFTER | FINITE):
        return False
    role = next((place for place in range(first, last) if kinds[place] & ROLE_BEGINS), last)
    return role < last and bool(kinds[role + 1] & (CAPITAL | ROLE))


def _in_last_clause(tokens: Tokens, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a sentence's last clause: "Massa maju, sementara | Kapolres Y, X, berseru"."""
    kinds = tokens.kinds
    for number in range(len(parts) - 1, 0, -1):
        first, last = parts[number]
        is_joined = kinds[first] & BARRIER and kinds[first] & SMALL and last - first > 1
        if is_joined and kinds[first + 1] & CAPITAL and not kinds[first + 1] & CALENDAR:
            return [(first + 1, last), *parts[number + 1 :]]
    return parts


def _holds_clause(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a verb and "that" stand in a part of a sentence, so that it is what is said."""
    kinds = tokens.kinds
    return any(
        kinds[place] & COMPLEMENTIZER and kinds[place - 1] & (SMALL | STOP | CLAIM) == SMALL
        for place in range(first, end)
    )


def _parts(tokens: Tokens, comma: int, start: int) -> list[tuple[int, int]]:
    """The last parts between commas and the like, from ``start`` to ``comma``."""
    parts: list[tuple[int, int]] = []
    end = place = comma
    while place >= start and len(parts) < _MOST_PARTS:
        if place == start or tokens.texts[place - 1] in _EDGES:
            if place < end:
                parts.append((place, end))
            end = place - 1
        place -= 1
    return parts[::-1]


def _is_described(tokens: Tokens, first: int, last: int, start: int) -> bool:
    """Whether a part of a sentence tells what somebody is rather than who."""
    kinds = tokens.kinds
    if is_descriptive(tokens, first) or kinds[last - 1] & (WHOLE_ROLE | CAPITAL) == WHOLE_ROLE:
        return True
    common = [kind for kind in kinds[first + 1 : last] if kind & WORD]
    if common and all(kind & SMALL for kind in common):
        return True
    is_opening = first == start or bool(kinds[first - 1] & END)
    return is_opening and first + 2 < last and bool(kinds[first + 1] & SMALL)


def _name_in_apposition(tokens: Tokens, first: int, end: int) -> Phrase | None:
    """The name that the part of a sentence is, if it is one."""
    kinds = tokens.kinds
    if (
        kinds[first] & DETERMINER
        and kinds[first + 1] & (ROLE_BEGINS | SMALL) == ROLE_BEGINS | SMALL
    ):
        first += 1  # "Son conseil, | l'avocate X, ..."
    while first < end and kinds[first] & ROLE_BEGINS and kinds[first] & SMALL:
        first += tokens.size(first, ROLE_BEGINS)  # "the commander, colonel X"
    end = _without_bracket(tokens, first, end)
    if first >= end or kinds[first] & (OWNING | SMALL) == OWNING | SMALL:
        return None  # "El alcalde de Lorca, | del PP, ..."
    links = (place for place in range(first + 2, end) if kinds[place] & (LINK | NAME_LINK))
    end = next((place for place in links if not particles_at(tokens, place)), end)
    if kinds[first] & CALENDAR or tokens.all(ROLE, first, end):
        return None
    for place in range(first, end):
        is_part = kinds[place] & (CAPITAL | PARTICLE | HONORIFIC | NAME_LINK)
        if not is_part and tokens.texts[place] != ".":
            return None
    return phrase_of(tokens, first, end, "name")


def _over_bodies(tokens: Tokens, parts: Sequence[tuple[int, int]], number: int) -> int:
    """The part behind the bodies of an office: "Dekan Sains, | Universiti X, | Dr Y"."""
    while tokens.cues.keeps_clauses and number + 1 < len(parts):
        is_body = tokens.kinds[parts[number][0]] & (BODY | CAPITAL) == BODY | CAPITAL
        if not is_body or not is_named_behind(tokens, parts[number + 1][0]):
            break
        number += 1
    return number


def _name_behind_list(tokens: Tokens, parts: Sequence[tuple[int, int]]) -> Phrase | None:
    """The name behind an office that is a list: "Kepala Bagian A, B, & C Kota D, | Rani Sari"."""
    if not parts or parts[-1][1] - parts[-1][0] < _FULL_NAME:
        return None
    return _name_in_apposition(tokens, *parts[-1])


def _body_in_apposition(tokens: Tokens, first: int, end: int) -> Phrase | None:
    """The name that an article and capitals give to a body: "Their union, the Harbour League"."""
    is_name = end - first > 2 and tokens.kinds[first] & DEFINITE
    if not is_name or tokens.cues.has_capital_nouns or not tokens.all(CAPITAL, first + 1, end):
        return None
    return phrase_of(tokens, first + 1, end, "name")


def _end_of_head_noun(tokens: Tokens, start: int, joint: int) -> int:
    """Where people or a body end that a verb follows, which no list holds, and "and".

    "Le syndicat des cheminots | claque la porte et dénonce", "El gremio minero | discrepa y habla".
    The start where no such noun is.
    """
    kinds = tokens.kinds
    noun = start + tokens.size(start, DETERMINER)
    is_head = kinds[noun] & (BODY | ROLE | CAPITAL) or tokens.cues.are_many(tokens.lows[noun])
    end = noun + 1
    if noun == start or not is_head or end >= joint:
        return start
    if kinds[end] & OWNING:
        end += 1 + tokens.size(end + 1, DETERMINER)
        end += 1
        while kinds[end] & CAPITAL:
            end += 1
    elif end_of_phrase(tokens, start) == joint > end + 1:
        end = joint - 1
    return end if end < joint else start


def _subject_of_coordinated(tokens: Tokens, begin: int, start: int) -> _Subject | None:
    """The subject of "X menolak dan mengecam": that of the verb before the conjunction."""
    kinds = tokens.kinds
    if begin - 1 <= start or not kinds[begin - 1] & COORDINATOR:
        return None
    floor = max(start, begin - _LONGEST_CLAUSES)
    for place in range(begin - 2, floor, -1):
        if kinds[place] & END or tokens.texts[place] in ";:":
            return None
        if kinds[place] & BEFORE and not is_relative(tokens, place, start):
            found = subject_before(tokens, place, floor)
            if found is None or not _is_read_in_clause(tokens, found, floor):
                return found
        if place == start + 1 and kinds[place] & AFTER and tokens.cues.is_verb_second:
            phrase, _ = source_after(tokens, place + 1)  # "Das stellt X klar und appelliert"
            return (phrase, place) if phrase is not None and phrase.kind != "pronoun" else None
    if start > 0 and not kinds[start - 1] & (END | QUOTE) and tokens.texts[start - 1] != ",":
        return None  # what stands before was told of already
    opening = kinds[start] & (STOP | LINK | DETERMINER)
    comma = start + 1
    while opening and comma < begin - 1 and kinds[comma] & WORD and not kinds[comma] & FINITE:
        comma += 1
    is_when = opening & ~DETERMINER or tokens.any(CALENDAR | TIME_NOUN, start, comma)
    if is_when and tokens.texts[comma] == "," and comma - start <= _LONGEST_ADVERBIAL:
        return _subject_of_coordinated(tokens, begin, comma + 1)  # "El lunes, X salió y calificó"
    if kinds[start] & DETERMINER:
        end = _end_of_noun(tokens, start, begin - 1)
        is_noun = end < begin - 1 and kinds[end - 1] & (CAPITAL | ROLE | BODY)
        if not is_noun and tokens.cues.has_small_bodies:
            end = _end_of_head_noun(tokens, start, begin - 1)
            is_noun = end > start
        kind = kind_of_phrase(tokens, start, end)
        return (phrase_of(tokens, start, end, kind), start) if is_noun else None
    end = start
    while end < begin - 1 and kinds[end] & (CAPITAL | FUNCTION) == CAPITAL:
        end += 1
    if end == start + 1 and tokens.lows[start].endswith(tokens.cues.owner_endings or ("\0",)):
        end = min(end_of_phrase(tokens, start), begin - 1)  # "Kremls talesman X | är arg och"
    if tokens.cues.keeps_clauses and tokens.texts[end] == "," and tokens.any(ROLE, start, end):
        named = _name_doing(tokens, end + 1, begin - 1)
        if named is not None:
            return named, start  # "Ketua Serikat X, Budi Harto menolak itu, tetapi | kata"
    if end > start and not opens_as_verb(tokens, start):
        return phrase_of(tokens, start, end, "name"), start
    return None
