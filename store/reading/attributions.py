"""Who says what, read from the words around a quote: cues, subjects, name phrases.

Mechanisms for languages that part words by blanks; their words are the table ``[speech]`` of a
language's file. Languages without blanks are read by `unspaced_speech.py`. Which person a phrase
means is the business of `speakers.py`, which marked stretch is a quote that of `quotes.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import accumulate, repeat
from operator import add
from typing import Any, Literal, NamedTuple, TypeVar

from store.model import Span
from store.reading.languages import Language
from store.reading.quotation_marks import Marked

_Told = TypeVar("_Told")
PhraseKind = Literal["name", "description", "pronoun"]
Gender = Literal["f", "m", ""]

_LONGEST_PHRASE = 30
_MOST_WORDS = 50_000
_NEAREST_VERB = 60
_LONGEST_ABBREVIATION = 2
_DASHES = frozenset(":–—-")
_NEAREST_CLAUSE = 12
_SHORTEST_CLAUSE = 3
_SHORTEST_VERB = 3
_SENTENCE_ENDS = frozenset(".!?…")
_LONGEST_PARTICLE = 3
_LONGEST_DATELINE = 7
_DATELINE_SIGNS = frozenset("-–—:")
_LONGEST_BRACKET = 12
_LONGEST_DESCRIPTION = 6
# The Arabic article as it is written in Latin letters, in whichever language: al-Hashimi.
_ARABIC_NAME = re.compile(r"(?:a[ldhnrstz]|ash|adh|ath|el)[-‑][A-Z]")
_EDGES = frozenset(',:–—-"\n')


class Token(NamedTuple):
    """A word or a sign. A marked stretch is one token (`quote` is its index), as is a stop.

    ``is_word`` tells a word or a number from a sign, ``is_capital`` whether a capital opens it.
    """

    start: int
    end: int
    text: str
    low: str
    quote: int = -1
    is_word: bool = False
    is_capital: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether a sentence ends here."""
        return self.text == "\n"


class Phrase(NamedTuple):
    """The words that name a source: a name, a description ("seorang pejabat"), a pronoun."""

    start: int
    end: int
    kind: PhraseKind
    words: tuple[str, ...]


class Attribution(NamedTuple):
    """A cue and its source. ``first``/``last`` are the token indices it takes up."""

    cue: Span
    phrase: Phrase | None
    first: int
    last: int
    is_adjacent: bool = False


class _Remembered(dict[str, Any]):
    """What is told by a word alone, worked out when the word is first met."""

    def __init__(self, job: Callable[[str], object]) -> None:
        super().__init__()
        self.job = job

    def __missing__(self, word: str) -> object:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self.job(word)
        return found


def _remembered(job: Callable[[str], _Told]) -> Callable[[str], _Told]:
    """The same function, which works out each word once."""
    return _Remembered(job).__getitem__


@_remembered
def opens_high(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or one behind an Arabic article."""
    return word[0].isupper() or ("-" in word and _ARABIC_NAME.match(word) is not None)


@_remembered
def bare(word: str) -> str:
    """A word without a possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


class Phrases:
    """A list of words and word groups that is looked up at a place in a token list."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        self.last_words: set[str] = set()
        self.singles: set[str] = set()
        for entry in entries:
            words = tuple(entry.lower().split())
            if words:
                self.by_first.setdefault(words[0], []).append(words)
                self.last_words.add(words[-1])
                if len(words) == 1:
                    self.singles.add(words[0])
        for group in self.by_first.values():
            group.sort(key=len, reverse=True)

    def __contains__(self, word: str) -> bool:
        return word in self.singles

    def at(self, tokens: Sequence[Token], index: int) -> int:
        """How many tokens from ``index`` on are an entry of the list; 0 for none."""
        if index >= len(tokens):
            return 0
        group = self.by_first.get(tokens[index].low)
        if group is None:
            return 0
        for words in group:
            size = len(words)
            if size == 1 or tuple([t.low for t in tokens[index : index + size]]) == words:
                return size
        return 0

    def before(
        self, tokens: Sequence[Token], index: int, floor: int, sizes: tuple[int, ...]
    ) -> int:
        """How many tokens, one of ``sizes``, make an entry right before ``index``; 0 for none."""
        if tokens[index - 1].low in self.last_words:
            for size in sizes:
                if index - size >= floor and self.at(tokens, index - size) == size:
                    return size
        return 0


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """A language's words around quotes, ready to be looked up: the table ``[speech]``.

    Words are in lower case unless it says "as written"; a group of words is one entry.
    """

    #: Verbs that follow a closed quote, with the speaker after them (kata, said, sagte).
    after: Phrases
    #: Verbs of saying and denying that have their subject before them.
    before: Phrases
    #: Passive verbs, their agent after them, perhaps behind one of `by` (disampaikan oleh X).
    passives: Phrases
    by: frozenset[str]
    #: Phrases before a source: menurut, according to, selon.
    frames: Phrases
    #: Frames that are one only where they open a sentence, a name and a comma behind: pour X, ...
    fronted: frozenset[str]
    #: Words between subject, verb and quote that change nothing: adverbs, auxiliaries.
    adverbs: Phrases
    #: Words right before a verb that deny it: who did not say it is no source.
    negations: frozenset[str]
    #: What points to the last speaker; to the subject of the sentence; hangs on a verb (-nya).
    pronouns: Phrases
    plural_pronouns: Phrases
    pronoun_suffixes: tuple[str, ...]
    #: Auxiliaries with their pronoun: a-t-il.
    inverted: frozenset[str]
    #: Pronouns that may stand before these: lui a-t-il.
    clitics: frozenset[str]
    #: Words that make a phrase point back: pejabat itu, cette femme.
    demonstratives: frozenset[str]
    #: Articles and the like that stand for somebody where no noun follows: der, dieser.
    standing_articles: frozenset[str]
    #: Words that open a noun phrase; those for something known; those no verb follows.
    determiners: Phrases
    #: Words that give a name to somebody described before it: called, bernama, namens.
    naming: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    #: Articles that no subject has: dem, den.
    oblique: frozenset[str]
    #: Words inside a noun phrase (di, of, des); inside a name (bin, van, de).
    links: frozenset[str]
    particles: frozenset[str]
    #: Words that end a noun phrase; open a clause; open a relative clause.
    stops: Phrases
    barriers: Phrases
    relatives: frozenset[str]
    #: "And" and "but" between names and between verbs.
    coordinators: frozenset[str]
    #: What people are, whole and with single words; endings of such words (-sprecher).
    roles: Phrases
    whole_roles: frozenset[str]
    role_endings: tuple[str, ...]
    #: Roles that a body follows rather than a name; that a place follows, surely one for the last.
    generic_roles: frozenset[str]
    territorial_roles: frozenset[str]
    local_roles: frozenset[str]
    #: As written: second words of places (Barat); words of offices (Keuangan); Dr, Datuk; Jr.
    compass: frozenset[str]
    role_words: frozenset[str]
    honorifics: frozenset[str]
    name_suffixes: frozenset[str]
    #: As written: days, months and what else of a date has a capital.
    calendar: frozenset[str]
    #: Prepositions before places only (di, ke): what follows them somewhere is no person.
    locatives: frozenset[str]
    #: What bodies are (company, ministry), endings of such words; what is read (report, letter).
    bodies: frozenset[str]
    #: Those of them that mean a body named before: the company, and not the court.
    generic_bodies: frozenset[str]
    body_endings: tuple[str, ...]
    documents: frozenset[str]
    #: Roles that a story leaves without a name: judge, prosecutor, spokesman.
    standing_roles: frozenset[str]
    #: As written: endings of what people are called by where they come from: the Welshman.
    demonym_endings: tuple[str, ...]
    #: Words that tell a woman or a man: pronouns, articles, honorifics, roles and their endings.
    feminine: frozenset[str]
    masculine: frozenset[str]
    neuter: frozenset[str]
    feminine_endings: tuple[str, ...]
    #: Words before a name, a title or a word spoken of (film, berjudul, so-called).
    term_nouns: Phrases
    term_endings: tuple[str, ...]
    #: Letters that are written together with the next word: l', d'.
    elisions: frozenset[str]
    #: Verbs that close the sentence after the quote, those before it that they belong to, and
    #: forms that mark what is said as reported (sei).
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    reporting_moods: frozenset[str]
    #: Verbs that take a clause as it is, and words that open one: for reported speech.
    clausal: Phrases
    complementizers: frozenset[str]
    #: Where these open relative clauses too: nouns that they follow as claims, verbs of telling.
    claims: frozenset[str]
    addressing: frozenset[str]
    #: Whether a role follows its office: Treasury spokesman X.
    is_office_first: bool
    #: Whether all nouns have capitals.
    has_capital_nouns: bool
    #: Whether pronouns of persons also mean things and bodies (elle: l'agence).
    has_gendered_nouns: bool
    #: Whether a relative clause belongs to the words that name a speaker.
    keeps_clauses: bool
    #: Whether a word says what somebody is (minister, spokesman), not who; whether one in lower
    #: case does by its ending; what one in lower case tells of whom it names, perhaps nothing.
    is_role: Callable[[str], bool] = field(init=False)
    is_role_or_honorific: Callable[[str], bool] = field(init=False)
    ends_as_role: Callable[[str], bool] = field(init=False)
    gender: Callable[[str], Gender] = field(init=False)

    def __post_init__(self) -> None:
        """Let what is told of a word be worked out once."""
        for name, job in (
            ("is_role", _is_role),
            ("is_role_or_honorific", _is_role_or_honorific),
            ("ends_as_role", _ends_as_role),
            ("gender", _gender),
        ):
            object.__setattr__(self, name, _remembered(partial(job, self)))

    def is_function_word(self, low: str) -> bool:
        """Whether the word is no part of any name."""
        return low in _function_words(self)

    def has_role(self, words: Sequence[str]) -> bool:
        """Whether words in lower case hold what somebody is, a role of several words included."""
        openers = self.roles.by_first
        for index, word in enumerate(words):
            if self.ends_as_role(word):
                return True
            for role in openers.get(word, ()):
                if tuple(words[index : index + len(role)]) == role:
                    return True
        return False

    def is_body(self, low: str) -> bool:
        """Whether the word in lower case says what a body is (company, ministry)."""
        return low in self.bodies or (bool(self.body_endings) and low.endswith(self.body_endings))

    def gender_in(self, words: Sequence[str]) -> Gender:
        """What the first word that tells anything tells of whom the words name."""
        for word in words:
            if gender := self.gender(word.lower()):
                return gender
        return ""


@cache
def _function_words(cues: Cues) -> frozenset[str]:
    """The words of a language that are no part of any name."""
    lists = (
        cues.stops,
        cues.barriers,
        cues.determiners,
        cues.pronouns,
        cues.adverbs,
        cues.frames,
        cues.before,
        cues.after,
        cues.passives,
    )
    return frozenset().union(*(words.singles for words in lists))


@cache
def _openers(cues: Cues) -> frozenset[str]:
    """The first words of the verbs of saying and of the frames."""
    lists = (cues.passives, cues.before, cues.after, cues.frames)
    return frozenset().union(*(words.by_first for words in lists))


def _ends_as_role(cues: Cues, low: str) -> bool:
    """Whether a word has the ending of a role, or is one with a pronoun on it: "pengarahnya"."""
    return low.endswith(cues.role_endings) or any(
        low.endswith(suffix) and low[: -len(suffix)] in cues.roles
        for suffix in cues.pronoun_suffixes
    )


def _is_role(cues: Cues, word: str) -> bool:
    low = word.lower()
    return low in cues.roles or word in cues.role_words or cues.ends_as_role(low)


def _is_role_or_honorific(cues: Cues, word: str) -> bool:
    return cues.is_role(word) or word in cues.honorifics


def _gender(cues: Cues, low: str) -> Gender:
    if low in cues.feminine:
        return "f"
    if low in cues.masculine:
        return "m"
    is_woman = bool(cues.feminine_endings) and low.endswith(cues.feminine_endings)
    return "f" if is_woman and cues.is_role(low) else ""


@cache
def cues_of(language: Language) -> Cues:
    """The table ``[speech]`` of a language; empty lists where it has none."""
    table = language.table("speech")

    def words(name: str) -> list[str]:
        return list(table.get(name, ()))

    def lower(name: str) -> frozenset[str]:
        return frozenset(word.lower() for word in words(name))

    return Cues(
        after=Phrases(words("after")),
        before=Phrases(words("before")),
        passives=Phrases(words("passives")),
        frames=Phrases([*words("frames"), *words("fronted")]),
        fronted=lower("fronted"),
        adverbs=Phrases(words("adverbs")),
        pronouns=Phrases(words("pronouns")),
        roles=Phrases(words("roles")),
        whole_roles=lower("roles"),
        by=lower("by"),
        negations=lower("negations"),
        demonstratives=lower("demonstratives"),
        standing_articles=lower("standing_articles"),
        determiners=Phrases(words("determiners")),
        naming=lower("naming"),
        links=lower("links"),
        particles=lower("particles"),
        stops=Phrases(words("stops")),
        barriers=Phrases(words("barriers")),
        relatives=lower("relatives"),
        role_words=frozenset(words("role_words")),
        role_endings=tuple(words("role_endings")),
        honorifics=frozenset(words("honorifics")),
        bodies=lower("bodies"),
        generic_bodies=lower("generic_bodies"),
        body_endings=tuple(words("body_endings")),
        documents=lower("documents"),
        standing_roles=lower("standing_roles"),
        demonym_endings=tuple(words("demonym_endings")),
        feminine=lower("feminine"),
        masculine=lower("masculine"),
        feminine_endings=tuple(words("feminine_endings")),
        calendar=frozenset(words("calendar")),
        term_nouns=Phrases(words("term_nouns")),
        inverted=lower("inverted"),
        clitics=lower("clitics"),
        pronoun_suffixes=tuple(words("pronoun_suffixes")),
        elisions=lower("elisions"),
        locatives=lower("locatives"),
        coordinators=lower("coordinators"),
        definite=lower("definite"),
        articles=lower("articles"),
        oblique=lower("oblique"),
        generic_roles=lower("generic_roles"),
        plural_pronouns=Phrases(words("plural_pronouns")),
        territorial_roles=lower("territorial_roles"),
        local_roles=lower("local_roles"),
        compass=frozenset(words("compass")),
        participles=lower("participles"),
        auxiliaries=lower("auxiliaries"),
        neuter=lower("neuter"),
        reporting_moods=lower("reporting_moods"),
        name_suffixes=frozenset(words("name_suffixes")),
        term_endings=tuple(words("term_endings")),
        is_office_first=bool(table.get("is_office_first")),
        complementizers=lower("complementizers"),
        claims=lower("claims"),
        addressing=lower("addressing"),
        clausal=Phrases(words("clausal")),
        keeps_clauses=bool(table.get("keeps_clauses")),
        has_capital_nouns=bool(table.get("has_capital_nouns")),
        has_gendered_nouns=bool(table.get("has_gendered_nouns")),
    )


# Tokens -----------------------------------------------------------------------------------------

# A word of several letters and one blank come first: nearly all of a text consists of them.
_JOINED = r"(?:[-'’&/.‐‑]\w++)*+"
_WORD = (
    rf"\w(?:[a-z]++\w*+|\w++)(?: (?!\s)|{_JOINED}\s*+)"
    rf"|(?:(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?=[ \u00a0]?[^\W\d_])|\w{_JOINED}|--+|[^\w\s])\s*+"
)
_BLANKS = re.compile(r"\s*")


@cache
def _tokenizer(elisions: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds each token with the blanks behind it, so that nothing lies between."""
    elided = "|".join(sorted(elisions, key=len, reverse=True))
    prefix = rf"\b(?i:{elided})['’](?=\w)|" if elided else ""
    return re.compile(prefix + _WORD)


@_remembered
def _read_word(piece: str) -> tuple[int, str, str, bool, bool]:
    """Of a word with the blanks behind it: its length without them and what a token tells."""
    text = piece.rstrip()
    return len(text), text, text.lower(), text[0].isalnum(), opens_high(text)


def tokens_of(
    text: str,
    stretch: Span,
    sentences: Sequence[Span],
    marked: Sequence[tuple[int, Marked]],
    cues: Cues,
) -> list[Token]:
    """The tokens of a line.

    Args:
        text: the article's text.
        stretch: the line.
        sentences: its sentences; a stop stands between them unless it would cut a quote.
        marked: the outermost marked stretches that touch the line, with their indices.
        cues: the language's, for its elisions.
    """
    tokens: list[Token] = []
    never = stretch.end + 1
    stops = [*(span.end for span in sentences[:-1]), never]
    find = _tokenizer(cues.elisions).findall
    position = stretch.start
    next_stop = 0
    make = partial(tuple.__new__, Token)

    def words(start: int, end: int) -> None:
        nonlocal next_stop
        while stops[next_stop] < start:
            next_stop += 1
        stop = stops[next_stop]
        blanks = _BLANKS.match(text, start, end)
        first = blanks.end() if blanks else start
        pieces = find(text, first, end)
        if not pieces:
            return
        sizes, texts, lows, are_words, are_capital = zip(*map(_read_word, pieces), strict=True)
        starts = list(accumulate(map(len, pieces[:-1]), initial=first))
        ends, unquoted = map(add, starts, sizes), repeat(-1)
        rows = zip(starts, ends, texts, lows, unquoted, are_words, are_capital, strict=False)
        found = list(map(make, rows))
        done = 0
        while stop <= starts[-1]:
            place = bisect_left(starts, stop, done)
            tokens.extend(found[done:place])
            tokens.append(Token(stop, stop, "\n", "\n"))
            done = place
            next_stop += 1
            stop = stops[next_stop]
        tokens.extend(found[done:])

    for index, one in marked:
        words(position, max(position, one.start))
        begin, end = max(one.start, stretch.start), min(one.end, stretch.end)
        if position <= stops[next_stop] <= begin:
            tokens.append(Token(stops[next_stop], stops[next_stop], "\n", "\n"))
            next_stop += 1
        if tokens and tokens[-1].text in _SENTENCE_ENDS:
            tokens.append(Token(begin, begin, "\n", "\n"))
        tokens.append(Token(begin, end, '"', '"', index))
        while stops[next_stop] < end:
            next_stop += 1
        position = max(position, end)
    words(position, stretch.end)
    return tokens


# Name phrases -----------------------------------------------------------------------------------


def phrase_after(tokens: Sequence[Token], index: int, cues: Cues) -> tuple[Phrase | None, int]:
    """The name phrase that begins at ``index``, and the index after its last token.

    It ends at punctuation, at a word that no name phrase holds, or where a name is complete. A
    role followed by a comma and a name ("direktur PT X, Budi Santoso") gives the name.
    """
    size = cues.pronouns.at(tokens, index) or _stands_alone(tokens, index, cues)
    if size:
        return _phrase(tokens, index, index + size, "pronoun"), index + size
    opens_high = index < len(tokens) and tokens[index].is_capital
    if cues.stops.at(tokens, index) and not cues.determiners.at(tokens, index) and not opens_high:
        return None, index
    end = _end_of_phrase(tokens, index, cues)
    if end == index:
        return None, index
    named = _name_after_comma(tokens, index, end, cues) or _name_given(tokens, end, cues)
    if named is not None:
        return _phrase(tokens, *named, "name"), named[1]
    kind = _kind(tokens, index, end, cues)
    if kind == "description" and cues.keeps_clauses:
        closing = _demonstrative_after(tokens, end, cues)
        if closing:
            return _phrase(tokens, index, closing, "pronoun"), closing
    return _phrase(tokens, index, end, kind), end


def _name_given(tokens: Sequence[Token], index: int, cues: Cues) -> tuple[int, int] | None:
    """The name that "called" or "bernama" gives to somebody described before it."""
    if index >= len(tokens) or tokens[index].low not in cues.naming:
        return None
    last = index + 1
    while last < len(tokens) and (
        tokens[last].is_capital or (last > index + 1 and particles_at(tokens, last, cues))
    ):
        last += 1
    return (index + 1, last) if last > index + 1 else None


def _demonstrative_after(tokens: Sequence[Token], index: int, cues: Cues) -> int:
    """The place after a demonstrative that closes a description: "ibu kepada lima anak itu"."""
    for place in range(index, min(len(tokens), index + _LONGEST_DESCRIPTION)):
        if not tokens[place].is_word:
            break
        if tokens[place].low in cues.demonstratives:
            return place + 1
        if place > index and cues.stops.at(tokens, place):
            break
    return 0


def _stands_alone(tokens: Sequence[Token], index: int, cues: Cues) -> int:
    """1 where an article has no noun behind it, so that it stands for somebody: "rief dieser"."""
    if index >= len(tokens) or tokens[index].low not in cues.standing_articles:
        return 0
    for token in tokens[index + 1 : index + 5]:
        if not token.is_word:
            break
        if token.is_capital:
            return 0
    return 1


def _phrase(tokens: Sequence[Token], first: int, last: int, kind: PhraseKind) -> Phrase:
    words = tuple([token.text for token in tokens[first:last]])
    end = tokens[last - 1].end
    if kind == "name" and words[-1][-1] == "s":
        for ending in ("'s", "’s"):
            if words[-1].endswith(ending):
                words = (*words[:-1], words[-1][:-2])
                end -= 2
    return Phrase(tokens[first].start, end, kind, words)


def _end_of_phrase(tokens: Sequence[Token], index: int, cues: Cues) -> int:
    """Where the name phrase that begins at ``index`` ends."""
    place = index
    named = 0
    limit = min(len(tokens), index + _LONGEST_PHRASE)
    is_described = index < limit and _is_descriptive(tokens, index, cues)
    while place < limit:
        token = tokens[place]
        if token.low in cues.relatives and place > index and not named and place - index < 4:
            return _end_of_clause(tokens, place, limit, cues)
        if not token.is_word:
            after = _over_sign(tokens, place, limit, cues, is_described=is_described)
            if after == place:
                break
            place = after
            continue
        if token.text in cues.calendar and is_date_word(tokens, place, cues):
            break
        if token.text[0].isdigit() and place > index:
            if place + 1 < limit and tokens[place + 1].low in cues.demonstratives:
                return place + 2
            break
        if token.is_capital:
            if token.low in cues.pronouns and place > index:
                break
            if not cues.is_role(token.text) and not cues.determiners.at(tokens, place):
                named += 1
            place += 1
            continue
        is_small = token.low in cues.particles
        if named and is_small and (size := particles_at(tokens, place, cues)):
            place += size
            continue
        if (is_small or token.low in cues.links) and _joins(
            tokens, place, limit, cues, named=named, is_described=is_described
        ):
            place += 1
            continue
        if place == index and (size := cues.determiners.at(tokens, place)):
            place += size
            continue
        if cues.stops.at(tokens, place) or cues.barriers.at(tokens, place):
            break
        if place > index and cues.before.at(tokens, place):
            break
        if cues.is_office_first and (size := cues.roles.at(tokens, place)):
            is_described = True
            place += size
            continue
        if (
            cues.is_office_first
            and place + 1 < limit
            and (tokens[place + 1].is_capital or cues.roles.at(tokens, place + 1))
        ):
            place += 1
            continue
        if named and token.low in cues.demonstratives:
            return place + 1
        if named and not (is_described and place + 1 < limit and tokens[place + 1].is_capital):
            if token.low in cues.demonstratives:
                place += 1
            break
        place += 1
    while place > index and not tokens[place - 1].is_capital:
        low = tokens[place - 1].low
        if low not in cues.links and low not in cues.particles:
            break
        place -= 1
    return place


def _is_descriptive(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Whether a phrase opens with an article, a role or a common noun."""
    token = tokens[index]
    if not token.is_word:
        return False
    return (
        not token.is_capital
        or cues.is_role(token.text)
        or cues.determiners.at(tokens, index) > 0
        or cues.roles.at(tokens, index) > 0
        or _is_owned_role(tokens, index, cues)
    )


def _is_owned_role(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Whether a role with a pronoun on it stands there: "juru bicaranya"."""
    for size in (1, 2):
        words = [token.low for token in tokens[index : index + size]]
        if not words[-1].endswith(cues.pronoun_suffixes):
            continue
        for suffix in cues.pronoun_suffixes:
            if words[-1].endswith(suffix):
                owned = [*words[:-1], words[-1][: -len(suffix)]]
                if " ".join(owned) in cues.whole_roles:
                    return True
    return False


def _over_sign(
    tokens: Sequence[Token], place: int, limit: int, cues: Cues, *, is_described: bool
) -> int:
    """The place after a sign that may stand inside a name phrase, else the same place."""
    sign = tokens[place].text
    following = tokens[place + 1] if place + 1 < limit else None
    if following is None:
        return place
    if sign == "(" and cues.has_capital_nouns:
        return place
    if sign == "(":
        for close in range(place + 1, min(limit, place + 8)):
            if tokens[close].text == ")":
                has_more = close + 1 < limit and tokens[close + 1].is_capital
                return close + 1 if has_more and is_described else place
        return place
    shortened = tokens[place - 1].text
    if sign == "." and len(shortened) > _LONGEST_ABBREVIATION and shortened not in cues.honorifics:
        return place
    if sign in {".", "&", "/"} and following.is_word:
        return place + 1
    return place


def is_date_word(tokens: Sequence[Token], index: int, cues: Cues) -> bool:
    """Whether a capitalised word is a day or a month, and no part of a name (Liew Mei Fong)."""
    if tokens[index].text not in cues.calendar:
        return False
    beside = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    return len(beside) < 2 or not all(
        token.is_capital and token.text not in cues.calendar for token in beside
    )


def particles_at(tokens: Sequence[Token], index: int, cues: Cues) -> int:
    """How many small words between two parts of a name stand there: van der, bin, de la.

    One that also joins common nouns (von, de) is part of a name behind a single given name only.
    """
    if tokens[index].low not in cues.particles:
        return 0
    size = 0
    limit = min(len(tokens) - 1, index + _LONGEST_PARTICLE)
    while index + size < limit and tokens[index + size].low in cues.particles:
        size += 1
    if not size or not index or not tokens[index + size].is_capital:
        return 0
    if tokens[index + size].text in cues.calendar or not tokens[index - 1].is_capital:
        return 0
    if any(token.low in cues.links for token in tokens[index : index + size]):
        given = tokens[index - 1]
        is_alone = index < 2 or not tokens[index - 2].is_capital
        is_given = is_alone and not cues.is_role(given.text) and not cues.is_body(given.low)
        is_named = index > 1 and (
            tokens[index - 2].text == ","
            or tokens[index - 2].low in cues.roles
            or tokens[index - 2].text in cues.honorifics
        )
        return size if is_given and (size > 1 or is_named) else 0
    return size


def _joins(
    tokens: Sequence[Token],
    place: int,
    limit: int,
    cues: Cues,
    *,
    named: int,
    is_described: bool,
) -> bool:
    """Whether a lower-case word links two parts of a name phrase (bin, van, di, of)."""
    low = tokens[place].low
    following = tokens[place + 1] if place + 1 < limit else None
    if following is None or not following.is_word:
        return False
    if is_described and low not in cues.determiners and cues.determiners.at(tokens, place + 1):
        return named < 2
    if following.text in cues.calendar or following.text[0].isdigit():
        return False
    if is_described and named < 2:
        return True
    is_article = low in cues.determiners and tokens[place - 1].low not in cues.particles
    return low in cues.particles and following.is_capital and named > 0 and not is_article


def _end_of_clause(tokens: Sequence[Token], place: int, limit: int, cues: Cues) -> int:
    """Where a relative clause ends: at punctuation or at a word that opens another part."""
    last = place + 1
    while last < limit and tokens[last].is_word:
        if last > place + 1 and cues.stops.at(tokens, last) and tokens[last].low not in cues.links:
            break
        last += 1
    return last


def _name_after_comma(
    tokens: Sequence[Token], first: int, end: int, cues: Cues
) -> tuple[int, int] | None:
    """The name that stands after a role and a comma."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    if not _is_descriptive(tokens, first, cues) or _has_person(tokens, first, end, cues):
        return None
    begin = end + 1
    if size := cues.determiners.at(tokens, begin):
        begin += size
        while size := cues.roles.at(tokens, begin):
            begin += size
        if begin == end + 2 or begin >= len(tokens):
            return None
    last = begin
    while last < len(tokens) and (
        (tokens[last].is_word and (tokens[last].is_capital or tokens[last].text in cues.honorifics))
        or (tokens[last].low in cues.particles and last > begin)
        or (tokens[last].text == "." and last > begin and len(tokens[last - 1].text) < 5)
    ):
        last += 1
    while last > begin and (tokens[last - 1].low in cues.particles or tokens[last - 1].text == "."):
        last -= 1
    if last == begin or last - begin > 6 or tokens[begin].text in cues.calendar:
        return None
    if cues.is_function_word(tokens[begin].low) or all(
        cues.is_role(token.text) for token in tokens[begin:last]
    ):
        return None
    if (
        last < len(tokens)
        and tokens[last].is_word
        and not (
            cues.stops.at(tokens, last)
            or tokens[last].low in cues.negations
            or cues.before.at(tokens, last)
            or cues.adverbs.at(tokens, last)
            or cues.barriers.at(tokens, last)
        )
    ):
        return None
    return begin, last


def _has_person(tokens: Sequence[Token], first: int, end: int, cues: Cues) -> bool:
    """Whether a phrase that opens with a role already ends with what looks like a name."""
    run = 0
    role = cues.roles.at(tokens, first)
    for token in reversed(tokens[first + (role if role > 1 else 0) : end]):
        if not token.is_capital or cues.is_role(token.text) or token.text.isupper():
            break
        run += 1
    has_link = any(token.low in cues.links for token in tokens[first + 1 : end])
    return run == 2 and end - first <= 3 and not has_link


def _kind(tokens: Sequence[Token], first: int, end: int, cues: Cues) -> PhraseKind:
    """Name or description, by whether a capital stands in it that is no role."""
    words = [token for token in tokens[first:end] if token.is_word]
    low = [token.low for token in words]
    if not words:
        return "description"
    named = [token.is_capital and not cues.is_role(token.text) for token in words]
    has_clause = not cues.relatives.isdisjoint(low)
    clause = [word in cues.relatives for word in low].index(True) if has_clause else len(low)
    is_common = True not in named[:clause]
    if low[-1] in cues.demonstratives and len(low) > 1 and (is_common or not has_clause):
        return "pronoun"
    is_noun = cues.is_office_first and words[-1].text.islower() and low[0] in cues.articles
    if is_noun and low[0] not in cues.definite and not has_clause:
        return "description"
    if True in named[1:]:
        return "name"
    if low[0] in cues.demonstratives and len(low) > 1:
        return "pronoun"
    head = words[0]
    if named[0] and not cues.is_function_word(head.low):
        return "name"
    is_definite = low[0] in cues.definite
    return "pronoun" if is_definite and len(words) <= 3 else "description"


# Cues -------------------------------------------------------------------------------------------


def attribution_after(
    tokens: Sequence[Token],
    index: int,
    cues: Cues,
    *,
    over_stop: bool = False,
    has_comma: bool = False,
) -> Attribution | None:
    """The attribution that follows a closed quote (token ``index``) at once.

    Verb and speaker ("kata X", "said X", "a déclaré X"), a frame ("menurut X"), or speaker and
    verb ("X said"). With ``over_stop`` the sentence may have ended with the quote; with
    ``has_comma`` the quote ended with a comma, so that even an unknown verb may be a cue.
    """
    place = index + 1
    while place < len(tokens) and tokens[place].text in ",\\-–—--;.":
        place += 1
    if place < len(tokens) and tokens[place].is_stop and over_stop:
        place += 1
    if place >= len(tokens) or not tokens[place].is_word:
        return None
    return (
        _verb_first(tokens, place, cues)
        or _framed(tokens, place, cues)
        or _auxiliary_first(tokens, place, cues)
        or _speaker_first(tokens, place, cues)
        or _unknown_verb(tokens, place, cues, has_comma=has_comma)
    )


def _auxiliary_first(tokens: Sequence[Token], place: int, cues: Cues) -> Attribution | None:
    """An auxiliary, the speaker and a participle: "„...“, hatte X am Montag erklärt"."""
    if tokens[place].low not in cues.auxiliaries:
        return None
    phrase, last = phrase_after(tokens, place + 1, cues)
    if phrase is None:
        return None
    for verb in range(last, min(len(tokens), last + _LONGEST_BRACKET)):
        token = tokens[verb]
        if token.is_stop or token.quote >= 0 or token.text in ";:":
            return None
        if token.low in cues.participles:
            return Attribution(Span(token.start, token.end), phrase, place, verb + 1, True)
    return None


def _unknown_verb(
    tokens: Sequence[Token], place: int, cues: Cues, *, has_comma: bool
) -> Attribution | None:
    """A verb that no list holds, where a comma before and a name after it give it away."""
    if not (has_comma or tokens[place - 1].text == ","):
        return None
    first = place
    place = _over_adverbs(tokens, place, cues)
    if place >= len(tokens):
        return None
    token = tokens[place]
    if not token.text.islower() or len(token.text) < _SHORTEST_VERB or token.low in cues.links:
        return None
    cue = Span(token.start, token.end)
    for suffix in cues.pronoun_suffixes:
        if token.low.endswith(suffix) and len(token.low) > len(suffix) + _SHORTEST_VERB:
            words = ("nya", suffix.rsplit("-", 1)[-1])
            pronoun = Phrase(token.start, token.end, "pronoun", words)
            return Attribution(cue, pronoun, place, place + 1, True)
    if cues.is_function_word(token.low) or cues.roles.at(tokens, place):
        return None
    following = _over_adverbs(tokens, place + 1, cues)
    if following >= len(tokens) or not (
        tokens[following].is_capital or cues.determiners.at(tokens, following)
    ):
        return None
    phrase, last = phrase_after(tokens, following, cues)
    if phrase is None or not (
        phrase.kind == "name" or cues.has_role([word.lower() for word in phrase.words[:3]])
    ):
        return None
    if not tokens[following].is_capital and not cues.has_role([w.lower() for w in phrase.words]):
        return None
    return Attribution(cue, phrase, first, last, True)


def _over_adverbs(tokens: Sequence[Token], place: int, cues: Cues) -> int:
    while size := cues.adverbs.at(tokens, place):
        place += size
    return place


def _verb_first(tokens: Sequence[Token], place: int, cues: Cues) -> Attribution | None:
    """A verb and the speaker after it; the speaker may hang on the verb (katanya, dit-il)."""
    first = place
    if place + 1 < len(tokens) and tokens[place].low in cues.clitics:
        place += tokens[place + 1].low in cues.inverted
    if place < len(tokens) and tokens[place].low in cues.inverted:
        following = _over_adverbs(tokens, place + 1, cues)
        size = cues.after.at(tokens, following) or cues.before.at(tokens, following)
        if size:
            cue = Span(tokens[place].start, tokens[following + size - 1].end)
            words = ("nya", tokens[place].low.rsplit("-", 1)[-1])
            pronoun = Phrase(tokens[place].start, tokens[place].end, "pronoun", words)
            return Attribution(cue, pronoun, first, following + size, True)
    if not cues.after.at(tokens, place):
        place = _over_adverbs(tokens, place, cues)
    if place >= len(tokens):
        return None
    suffixed = _with_pronoun(tokens[place], cues)
    if suffixed is not None:
        return Attribution(
            Span(tokens[place].start, tokens[place].end), suffixed, first, place + 1, True
        )
    size = cues.passives.at(tokens, place) or cues.after.at(tokens, place)
    if not size and first > 0 and tokens[first - 1].text == ",":
        size = cues.before.at(tokens, place)
    if not size:
        return None
    cue = Span(tokens[place].start, tokens[place + size - 1].end)
    following = place + size
    if following < len(tokens) and tokens[following].low in cues.by:
        following += 1
    following = _over_adverbs(tokens, following, cues)
    phrase, last = phrase_after(tokens, following, cues)
    if phrase is None:
        phrase, last = _phrase_after_adverbial(tokens, following, cues)
    return Attribution(cue, phrase, first, max(last, place + size), True)


def _phrase_after_adverbial(
    tokens: Sequence[Token], index: int, cues: Cues
) -> tuple[Phrase | None, int]:
    """The name behind a short adverbial: "a jugé sur X le ministre Y"."""
    for place in range(index + 1, min(len(tokens), index + 4)):
        if not tokens[place - 1].is_word or tokens[place - 1].text in cues.calendar:
            break
        is_name = (
            tokens[place].is_capital
            and not tokens[place].text.isupper()
            and tokens[place - 1].text.islower()
            and tokens[place].text not in cues.calendar
        )
        if place >= index + 2 and (is_name or cues.determiners.at(tokens, place)):
            phrase, last = phrase_after(tokens, place, cues)
            if phrase is not None and phrase.kind == "name":
                return phrase, last
    return None, index


def _with_pronoun(token: Token, cues: Cues) -> Phrase | None:
    """The pronoun that hangs on a verb of saying, if one does."""
    for suffix in cues.pronoun_suffixes:
        stem = token.low[: -len(suffix)]
        if (
            token.low.endswith(suffix)
            and stem
            and (stem in cues.after or stem in cues.passives or stem in cues.frames)
        ):
            return Phrase(token.start, token.end, "pronoun", ("nya", suffix.rsplit("-", 1)[-1]))
    return None


def _framed(tokens: Sequence[Token], place: int, cues: Cues) -> Attribution | None:
    """A frame and the source after it: according to X."""
    size = cues.frames.at(tokens, place)
    if not size:
        return None
    phrase, last = phrase_after(tokens, place + size, cues)
    if phrase is None:
        return None
    if tokens[place].low in cues.fronted and not (
        (place == 0 or tokens[place - 1].is_stop)
        and (phrase.kind == "name" or cues.has_role([word.lower() for word in phrase.words]))
        and tokens[last : last + 1]
        and tokens[last].text == ","
    ):
        return None
    cue = Span(tokens[place].start, tokens[place + size - 1].end)
    return Attribution(cue, phrase, place, last, True)


def _speaker_first(tokens: Sequence[Token], place: int, cues: Cues) -> Attribution | None:
    """A speaker and the verb after it, in the same sentence and with nothing in between."""
    openers = _openers(cues)
    limit = min(len(tokens), place + 25)
    for verb in range(place + 1, limit):
        token = tokens[verb]
        if token.is_stop or token.quote >= 0 or token.text in ";:":
            return None
        if token.low not in openers:
            continue
        size = cues.before.at(tokens, verb) or (cues.after.at(tokens, verb))
        if not size:
            continue
        if cues.has_capital_nouns and tokens[verb - 1].text == ",":
            return None  # "..., teilte das Amt mit": the subject stands behind the verb
        found = subject_before(tokens, verb, place, cues)
        if found is None or found[1] != place:
            return None
        cue = Span(token.start, tokens[verb + size - 1].end)
        return Attribution(cue, found[0], place, verb + size, True)
    return None


def attributions_before(
    tokens: Sequence[Token], index: int, floor: int, cues: Cues
) -> Attribution | None:
    """The attribution in the words before a quote (token ``index``), from ``floor`` on.

    The nearest verb of saying that has a subject and is not denied; else a frame; else the words
    before a colon.
    """
    start = index
    while start > floor and not tokens[start - 1].is_stop and index - start < _NEAREST_VERB:
        start -= 1
    near = index - 1
    while near >= start and tokens[near].text in ":,\\-–—--":
        near -= 1
    openers = _openers(cues)
    for verb in range(near, start - 1, -1):
        if start < verb < near and tokens[verb].low not in openers:
            continue
        found = _cue_at(tokens, verb, start, near, cues)
        if found is not None:
            return found
    opens = start < index and (start == 0 or tokens[start - 1].is_stop)
    inverted = _verb_first(tokens, start, cues) if opens else None
    if inverted is not None and inverted.phrase is not None and near < inverted.last <= index:
        return inverted
    for place in range(start, index):
        if tokens[place].low not in cues.frames.by_first:
            continue
        framed = _framed(tokens, place, cues)
        if framed is not None and framed.last <= index:
            return framed
    if near == index - 2 and tokens[index - 1].text == ":":
        phrase, last = phrase_after(tokens, start, cues)
        if phrase is not None and last == index - 1:
            return Attribution(Span(phrase.end, phrase.end), phrase, start, last, True)
    return None


def _cue_at(
    tokens: Sequence[Token], verb: int, start: int, near: int, cues: Cues
) -> Attribution | None:
    """The attribution whose verb is token ``verb``, if it is a verb of saying with a source."""
    token = tokens[verb]
    if not token.is_word:
        return None
    adjacent = verb == near
    suffixed = _with_pronoun(token, cues)
    if suffixed is not None and (adjacent or verb == start):
        return Attribution(Span(token.start, token.end), suffixed, verb, verb + 1, adjacent)
    size = cues.passives.at(tokens, verb)
    if size:
        place = verb + size
        place += place < len(tokens) and tokens[place].low in cues.by
        phrase, last = phrase_after(tokens, place, cues)
        if phrase is not None:
            cue = Span(token.start, tokens[verb + size - 1].end)
            return Attribution(cue, phrase, verb, last, last > near)
    size = cues.before.at(tokens, verb)
    if not size or _is_denied(tokens, verb, start, cues) or _is_noun(tokens, verb, start, cues):
        return None
    cue = Span(token.start, tokens[verb + size - 1].end)
    phrase, last = phrase_after(tokens, verb + size, cues)
    is_behind = phrase is not None and phrase.kind == "name" and last > near
    if is_behind and verb > start and tokens[verb - 1].text == "," and tokens[near + 1].text == ":":
        return Attribution(cue, phrase, verb, last, True)  # "Faux, rétorque X: ..."
    if phrase is not None and last > near and _is_inserted(tokens, verb, last, near, start):
        return Attribution(cue, phrase, verb, last, True)  # "Sie wolle, sagt sie, ..."
    found = subject_before(tokens, verb, start, cues)
    if found is not None:
        return Attribution(cue, found[0], found[1], verb + size, adjacent)
    if is_behind or (cues.has_capital_nouns and phrase is not None and phrase.kind == "pronoun"):
        return Attribution(cue, phrase, verb, last, True)
    if adjacent:
        return Attribution(cue, None, verb, verb + size, True)
    return None


def _is_inserted(tokens: Sequence[Token], verb: int, last: int, near: int, start: int) -> bool:
    """Whether verb and speaker stand between two commas, the second right before the quote."""
    return (
        verb - 1 > start
        and tokens[verb - 1].text == ","
        and last == near + 1
        and last < len(tokens)
        and tokens[last].text == ","
    )


def _is_noun(tokens: Sequence[Token], verb: int, start: int, cues: Cues) -> bool:
    """Whether an article or a preposition stands right before the word (of the calls)."""
    if verb <= start or cues.has_capital_nouns:
        return False
    low = tokens[verb - 1].low
    is_linked = low in cues.links and low not in cues.coordinators and cues.is_office_first
    return low in cues.articles or is_linked


def _is_denied(tokens: Sequence[Token], verb: int, start: int, cues: Cues) -> bool:
    """Whether a negation stands right before the verb: who did not say it is no source."""
    nearby = [token.low for token in tokens[max(start, verb - 2) : verb]]
    return not cues.negations.isdisjoint(nearby)


def subject_before(
    tokens: Sequence[Token], verb: int, start: int, cues: Cues
) -> tuple[Phrase, int] | None:
    """The subject of a verb, looked for leftwards: its phrase and the index of its first token."""
    end = _without_date(tokens, start, verb, cues)
    while end > start:
        token = tokens[end - 1]
        if token.is_word and (cues.adverbs.at(tokens, end - 1) or token.low in cues.adverbs):
            end -= 1
            continue
        size = cues.adverbs.before(tokens, end, start, (2, 3))
        if not size:
            break
        end -= size
    if end <= start:
        return None
    end = _without_bracket(tokens, start, end)
    if end > start and tokens[end - 1].text in {",", "–", "—"}:
        return _subject_before_apposition(tokens, end - 1, start, cues)
    begin = _begin_of_segment(tokens, end, start, cues)
    if end - begin == 1 and tokens[begin].low in cues.relatives and begin - 1 > start:
        owner = begin - (tokens[begin - 1].text == ",")  # "X, yang menyebut ..."
        name = _last_name(tokens, start, owner, cues)
        if name is not None:
            return _phrase(tokens, name, owner, "name"), name
    if begin >= end:
        return _subject_of_coordinated(tokens, begin, start, cues)
    if tokens[begin].low in cues.oblique:
        return None
    begin = _over_list(tokens, begin, start, cues)
    is_aside = begin - 2 > start and tokens[begin - 2].text == "," and not tokens[begin].is_capital
    if is_aside and cues.barriers.at(tokens, begin - 1) and tokens[begin - 1].text.islower():
        named = _subject_before_apposition(tokens, begin - 2, start, cues)
        if named is not None and named[0].kind == "name":
            return named  # "X, ketika ditemui di Y mengatakan"
    return _subject_in(tokens, begin, end, cues)


def _over_list(tokens: Sequence[Token], begin: int, start: int, cues: Cues) -> int:
    """Where a body begins whose name is a list: "Badan Meteorologi, Klimatologi, dan Geofisika"."""
    place = begin
    while place > start and (
        tokens[place - 1].is_capital
        or tokens[place - 1].text == ","
        or tokens[place - 1].low in cues.coordinators
    ):
        place -= 1
    is_list = begin - place > 2 and cues.is_body(tokens[place].low)
    return place if is_list else begin


def _without_date(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """The end of a stretch without a day that closes it: "X pada Senin (3/2)", "X on Monday"."""
    place = _without_bracket(tokens, start, end)
    if place <= start or tokens[place - 1].text not in cues.calendar:
        return end
    while place > start and (
        tokens[place - 1].text in cues.calendar or tokens[place - 1].text[0].isdigit()
    ):
        place -= 1
    if place > start and cues.stops.at(tokens, place - 1) and not tokens[place - 1].is_capital:
        place -= 1
    return place


def _without_bracket(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end of a stretch without the bracket, such as an age, that closes it."""
    if end > start and tokens[end - 1].text == ")":
        for place in range(end - 2, max(start, end - 12), -1):
            if tokens[place].text == "(":
                return place
    return end


def _begin_of_segment(tokens: Sequence[Token], end: int, start: int, cues: Cues) -> int:
    """Where the stretch that may hold the subject begins: after punctuation or a conjunction."""
    place = end
    closing, verbs = cues.barriers.last_words, cues.before.by_first
    while place > start:
        token = tokens[place - 1]
        if not token.is_word and token.text not in {".", "&", "(", ")", "/", "'", "’"}:
            break
        place -= 1
        is_barrier = token.low in closing and cues.barriers.before(tokens, place + 1, start, (1, 2))
        if is_barrier and not _joins_names(tokens, place, start, end, cues):
            return place + 1
        is_verb = token.low in verbs and cues.before.at(tokens, place)
        if is_verb and not _is_relative(tokens, place, start, cues):
            return place + 1
    return place


def _joins_names(tokens: Sequence[Token], place: int, start: int, end: int, cues: Cues) -> bool:
    """Whether an "and" stands between two capitalised words, so that both are the subject."""
    if len(tokens[place].text) > 4 or not start < place < end - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.is_capital and after.is_capital and tokens[place].low in cues.coordinators


def _is_relative(tokens: Sequence[Token], place: int, start: int, cues: Cues) -> bool:
    """Whether a verb stands in a relative clause (the man who said so)."""
    nearby = [token.low for token in tokens[max(start, place - 4) : place]]
    return not cues.relatives.isdisjoint(nearby)


def _subject_in(
    tokens: Sequence[Token], begin: int, end: int, cues: Cues
) -> tuple[Phrase, int] | None:
    """The subject among the tokens ``begin:end``, which end right before the verb."""
    while begin < end and (size := cues.adverbs.at(tokens, begin)):
        begin += size
    if begin >= end:
        return None
    size = cues.pronouns.at(tokens, begin) or int(tokens[begin].low in cues.standing_articles)
    if size and begin + size >= end:
        return _phrase(tokens, begin, end, "pronoun"), begin
    indefinite = [
        place
        for place in range(begin, end)
        if not tokens[place].is_capital and cues.determiners.at(tokens, place)
    ]
    is_fronted = bool(cues.stops.at(tokens, begin)) and not cues.determiners.at(tokens, begin)
    if is_fronted:
        place = next((i for i in indefinite if i > begin), None)
        if place is None:
            place = _last_name(tokens, begin, end, cues)
        if place is None:
            return None
        begin = place
    elif indefinite and not cues.determiners.at(tokens, begin):
        inside = [
            place
            for place in indefinite
            if not any(t.low in cues.relatives or t.low in cues.links for t in tokens[begin:place])
            or _holds_verb(tokens, begin, place)
            or not (tokens[begin].is_capital or cues.roles.at(tokens, begin))
        ]
        if inside and not tokens[inside[-1] - 1].is_capital:
            begin = inside[-1]
    elif not tokens[begin].is_capital and not cues.roles.at(tokens, begin):
        name = _last_name(tokens, begin, end, cues)
        if name is not None and not cues.determiners.at(tokens, begin) and end - begin > 6:
            begin = name
    last = _without_adverbials(tokens, begin, end, cues)
    if cues.determiners.at(tokens, begin) and all(
        cues.determiners.at(tokens, place) for place in range(begin + 1, end)
    ):
        return None
    kind = _kind(tokens, begin, last, cues)
    is_plain = not cues.determiners.at(tokens, begin) and not any(
        token.low in cues.relatives for token in tokens[begin:end]
    )
    if kind == "name" and is_plain:
        cut = _end_of_phrase(tokens, begin, cues)
        has_name = any(token.is_capital for token in tokens[begin:cut])
        is_certain = cut > begin + 1 or bool(cues.stops.at(tokens, cut))
        goes_on = (
            cut < end
            and tokens[cut].low in cues.links
            and tokens[end - 1].is_capital
            and cues.roles.at(tokens, begin) > 0
        )
        if (
            begin < cut < end
            and has_name
            and is_certain
            and tokens[cut].text.islower()
            and not goes_on
        ):
            last = cut
            kind = _kind(tokens, begin, last, cues)
    elif kind == "name":
        relative = next((i for i in range(begin + 1, end) if tokens[i].low in cues.relatives), None)
        if relative is not None and all(t.is_capital for t in tokens[begin:relative] if t.is_word):
            last = relative
    while last > begin + 1 and tokens[last - 1].low in cues.relatives:
        last -= 1
    if not cues.keeps_clauses:
        places = range(begin + 1, last)
        last = next((i for i in places if tokens[i].low in cues.relatives), last)
    if last - begin > _LONGEST_PHRASE or not any(t.is_word for t in tokens[begin:last]):
        return None
    return _phrase(tokens, begin, last, kind), begin


def _without_adverbials(tokens: Sequence[Token], begin: int, end: int, cues: Cues) -> int:
    """Where a subject ends before a day ("on Monday ...") or the place it speaks from ("di X")."""
    for place in range(begin + 1, end - 1):
        low = tokens[place].low
        if tokens[place + 1].text in cues.calendar and cues.stops.at(tokens, place):
            return place
        if low in cues.locatives and all(token.is_capital for token in tokens[place + 1 : end]):
            before = tokens[max(begin, place - 2) : place]
            if len(before) == 2 and all(t.is_capital and not cues.is_role(t.text) for t in before):
                return place
    return end


def _holds_verb(tokens: Sequence[Token], begin: int, place: int) -> bool:
    """Whether a bracket stands between, as after a date: another part of the sentence began."""
    return any(token.text == ")" for token in tokens[begin:place])


def _last_name(tokens: Sequence[Token], begin: int, end: int, cues: Cues) -> int | None:
    """Where the run of capitalised words begins that stands right before ``end``."""
    place = end
    while place > begin and (
        (tokens[place - 1].is_capital and not is_date_word(tokens, place - 1, cues))
        or (tokens[place - 1].low in cues.particles and tokens[place - 1].low not in cues.links)
        or tokens[place - 1].text == "."
    ):
        place -= 1
    return place if place < end else None


def _subject_before_apposition(
    tokens: Sequence[Token], comma: int, start: int, cues: Cues
) -> tuple[Phrase, int] | None:
    """The subject before "X, direktur PT Y, mengatakan": the first part that can be one."""
    parts: list[tuple[int, int]] = []
    end = comma
    place = comma
    while place >= start:
        is_edge = place == start or tokens[place - 1].text in _EDGES
        if is_edge:
            if place < end:
                parts.append((place, end))
            end = place - 1
        place -= 1
        if len(parts) == 4:
            break
    parts.reverse()
    for number, (first, last) in enumerate(parts):
        skipped = first
        while skipped < last and (
            size := cues.adverbs.at(tokens, skipped)
            or int(tokens[skipped].low in cues.coordinators)
        ):
            skipped += size
        is_opening = skipped == start or tokens[skipped - 1].is_stop
        if is_opening and skipped + 1 < last and tokens[skipped].low in cues.coordinators:
            skipped += 1
        if skipped >= last or (
            cues.stops.at(tokens, skipped) and not cues.determiners.at(tokens, skipped)
        ):
            continue
        if tokens[last].text in _DASHES:
            continue
        if cues.barriers.at(tokens, skipped) or tokens[skipped].low in cues.relatives:
            continue
        if not (
            tokens[skipped].is_capital
            or cues.determiners.at(tokens, skipped)
            or cues.roles.at(tokens, skipped)
        ):
            continue
        for place in range(skipped + 1, last):
            if cues.before.at(tokens, place) and not _is_relative(tokens, place, first, cues):
                return subject_before(tokens, place, skipped, cues)
        is_described = _is_descriptive(tokens, skipped, cues) or (
            tokens[last - 1].low in cues.roles and not tokens[last - 1].is_capital
        )
        common = [token for token in tokens[skipped + 1 : last] if token.is_word]
        is_described |= bool(common) and all(token.text.islower() for token in common)
        is_described |= is_opening and skipped + 2 < last and tokens[skipped + 1].text.islower()
        if number + 1 < len(parts) and is_described:
            following, limit = parts[number + 1]
            limit = _without_bracket(tokens, following, limit)
            places = range(following + 2, limit)
            limit = next((i for i in places if tokens[i].low in cues.links), limit)
            if (
                not _has_person(tokens, skipped, last, cues)
                and tokens[following].text not in cues.calendar
                and all(
                    token.is_capital
                    or token.low in cues.particles
                    or token.text in cues.honorifics
                    or token.text == "."
                    for token in tokens[following:limit]
                )
                and not all(cues.is_role(token.text) for token in tokens[following:limit])
            ):
                return _phrase(tokens, following, limit, "name"), skipped
        found = _subject_in(tokens, skipped, last, cues)
        if found is not None:
            return found
    return None


def _subject_of_coordinated(
    tokens: Sequence[Token], begin: int, start: int, cues: Cues
) -> tuple[Phrase, int] | None:
    """The subject of "X menolak dan mengecam": that of the verb before the conjunction."""
    if begin - 1 <= start or tokens[begin - 1].low not in cues.coordinators:
        return None
    for place in range(begin - 2, start, -1):
        if tokens[place].is_stop or tokens[place].text in ";:":
            return None
        if cues.before.at(tokens, place):
            return subject_before(tokens, place, start, cues)
    end = start
    while end < begin - 1 and tokens[end].is_capital and not cues.is_function_word(tokens[end].low):
        end += 1
    if end > start:
        return _phrase(tokens, start, end, "name"), start
    return None


def attribution_around(
    tokens: Sequence[Token], index: int, start: int, cues: Cues
) -> Attribution | None:
    """An auxiliary before a quote and its participle after it: "hat den Plan „X“ genannt"."""
    for place in range(index + 1, min(len(tokens), index + 12)):
        token = tokens[place]
        if token.is_stop or token.quote >= 0:
            return None
        if token.low in cues.participles:
            break
    else:
        return None
    for auxiliary in range(index - 1, start, -1):
        if tokens[auxiliary].low in cues.auxiliaries and not tokens[auxiliary].is_capital:
            found = subject_before(tokens, auxiliary, start, cues)
            if found is not None:
                cue = Span(token.start, token.end)
                return Attribution(cue, found[0], found[1], index)
    return None


def attribution_inside(tokens: Sequence[Token], cues: Cues) -> Attribution | None:
    """An attribution set inside the marks: « C'est faux, a réagi X. On verra. »."""
    for comma, token in enumerate(tokens):
        if token.text == ",":
            found = _verb_first(tokens, comma + 1, cues)
            if found is None or found.phrase is None or found.phrase.kind == "description":
                continue
            ends = found.last >= len(tokens) or not tokens[found.last].is_word
            is_name = found.phrase.kind == "name" or found.phrase.words[0] == "nya"
            if ends and is_name:
                return found
    return None


def reported_attribution(
    tokens: Sequence[Token], start: int, end: int, cues: Cues
) -> Attribution | None:
    """The first attribution of a sentence without marks: who is the last to have spoken."""
    openers = _openers(cues)
    for verb in [i for i in range(start, end) if i == start or tokens[i].low in openers]:
        token = tokens[verb]
        if not token.is_word:
            continue
        if verb > start and (size := cues.passives.at(tokens, verb)):
            place = verb + size
            place += place < end and tokens[place].low in cues.by
            phrase, last = phrase_after(tokens, place, cues)
            if phrase is not None and phrase.kind == "name":
                return Attribution(
                    Span(token.start, tokens[verb + size - 1].end), phrase, verb, last
                )
        if verb > start and tokens[verb - 1].text == "," and cues.after.at(tokens, verb):
            closing = _verb_first(tokens, verb, cues)
            is_closed = closing is not None and (closing.last >= end - 1 or cues.has_capital_nouns)
            if closing is not None and is_closed and _is_source(closing.phrase, cues):
                return closing
        size = cues.before.at(tokens, verb)
        if size and token.low in cues.naming and tokens[verb + 1 : verb + 2]:
            size *= not tokens[verb + 1].is_capital  # "a man called X"
        is_verb = size and not _is_denied(tokens, verb, start, cues)
        if is_verb and not _is_noun(tokens, verb, start, cues):
            cue = Span(token.start, tokens[verb + size - 1].end)
            if verb + size < end and tokens[verb + size].low in cues.by:
                phrase, last = phrase_after(tokens, verb + size + 1, cues)
                if phrase is not None and phrase.kind == "name":
                    return Attribution(cue, phrase, verb, last)
            found = subject_before(tokens, verb, max(start, verb - _NEAREST_VERB), cues)
            if found is not None:
                return Attribution(cue, found[0], found[1], verb + size)
            if cues.has_capital_nouns:
                phrase, last = phrase_after(tokens, verb + size, cues)
                if phrase is not None and phrase.kind == "name":
                    return Attribution(cue, phrase, verb, last)
        if (
            verb > start
            and tokens[verb - 1].text == ","
            and (cues.after.at(tokens, verb) or cues.frames.at(tokens, verb))
        ):
            closing = _verb_first(tokens, verb, cues) or _framed(tokens, verb, cues)
            if closing is None or not _is_source(closing.phrase, cues):
                return None
            ends = closing.last >= end - 1 or tokens[closing.last].text == ","
            return closing if ends or not cues.is_office_first else None
        if verb == start:
            suffixed = _with_pronoun(token, cues)
            if suffixed is not None:
                return Attribution(Span(token.start, token.end), suffixed, verb, verb + 1)
            framed = _framed(tokens, verb, cues)
            if framed is not None:
                return framed
    return None


def _is_source(phrase: Phrase | None, cues: Cues) -> bool:
    """Whether a phrase names somebody and is not what is said: ", said the loss would be felt"."""
    if phrase is None:
        return False
    return phrase.kind != "description" or cues.has_role([word.lower() for word in phrase.words])


def reported_clause(
    tokens: Sequence[Token], start: int, end: int, found: Attribution, cues: Cues
) -> Span | None:
    """What the source of an attribution without marks is reported to have said.

    Args:
        tokens: the line's tokens.
        start: the sentence's first token.
        end: the place after its last token.
        found: the attribution in it.
        cues: the language's.

    Returns:
        The clause without the sentence's stop; None where the verb takes a thing and no clause.
    """
    first = next((i for i in range(start, end) if tokens[i].start >= found.cue.start), start)
    after = next((i for i in range(first, end) if tokens[i].start >= found.cue.end), end)
    if found.first > start and tokens[found.first - 1].text == "," and found.first == first:
        return _clause(tokens, start, found.first - 1)
    if cues.frames.at(tokens, first):
        comma = _comma_after_source(tokens, found.last, end, cues)
        return _clause(tokens, comma + 1, end) if comma is not None else None
    is_fronted = start < first and cues.barriers.at(tokens, start) > 0  # "When X announced that"
    opening = _complementizer_after(tokens, first, after, end, cues)
    if opening is not None:
        commas = (i for i in range(opening, end) if tokens[i].text == ",")
        return _clause(tokens, opening, next(commas, end) if is_fronted else end)
    if is_fronted or not cues.clausal.at(tokens, first):
        return None
    if cues.has_capital_nouns:
        return _clause_of_mood(tokens, after, end, cues)
    while after < end and (
        tokens[after].text == ","
        or tokens[after].text in cues.calendar
        or (tokens[after].low not in cues.auxiliaries and cues.adverbs.at(tokens, after))
    ):
        after += 1
    is_thing = (
        after < end
        and cues.stops.at(tokens, after)
        and not cues.determiners.at(tokens, after)
        and not tokens[after].is_capital
    )
    return None if is_thing else _clause(tokens, after, end)


def _complementizer_after(
    tokens: Sequence[Token], first: int, after: int, end: int, cues: Cues
) -> int | None:
    """The place behind the word that opens what is said ("that"), where it is no relative.

    Where it may be one, it stands at the verb, behind a claim (claims that, the report that) or
    behind whom the verb addresses (told reporters that).
    """
    for place in range(after, min(end, after + _NEAREST_CLAUSE)):
        if tokens[place].low not in cues.complementizers:
            continue
        before = tokens[place - 1]
        is_plain = (
            not cues.claims
            or place == after
            or before.low in cues.claims
            or before.text in cues.calendar
            or before.text == ","
            or tokens[first].low in cues.addressing
            or cues.adverbs.at(tokens, place - 1) > 0
        )
        is_relative = bool(cues.claims) and cues.before.at(tokens, place + 1) > 0
        return place + 1 if is_plain and not is_relative else None
    return None


def _comma_after_source(tokens: Sequence[Token], last: int, end: int, cues: Cues) -> int | None:
    """The comma that ends "According to X" or "Selon X, conseil de Y"."""
    commas = [place for place in range(last, end) if tokens[place].text == ","]
    if len(commas) > 1 and cues.roles.at(tokens, commas[0] + 1):
        return commas[1]
    return commas[0] if commas else None


def _clause_of_mood(tokens: Sequence[Token], after: int, end: int, cues: Cues) -> Span | None:
    """A clause without "dass" stands behind a comma; an infinitive (with "zu") may lack it."""
    comma = next((i for i in range(after, min(end, after + 6)) if tokens[i].text == ","), None)
    if comma is not None and comma + 1 < end and tokens[comma + 1].low not in cues.relatives:
        is_name = tokens[comma - 1].is_capital and tokens[comma - 1].text not in cues.calendar
        return None if is_name and comma > after else _clause(tokens, comma + 1, end)
    if any(token.low == "zu" for token in tokens[after:end]):
        return _clause(tokens, after, end)
    return None


def _clause(tokens: Sequence[Token], first: int, end: int) -> Span | None:
    """The tokens ``first:end`` as a span, if they make more than a phrase."""
    while end > first and tokens[end - 1].text in _SENTENCE_ENDS:
        end -= 1
    for place in range(first, min(end, first + _LONGEST_DATELINE)):
        if tokens[place].text in _DATELINE_SIGNS and tokens[first].text.isupper():
            first = place + 1
            break
    if sum(token.is_word for token in tokens[first:end]) < _SHORTEST_CLAUSE:
        return None
    return Span(tokens[first].start, tokens[end - 1].end)
