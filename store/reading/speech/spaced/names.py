"""The names of an article: its capitalised runs, and what they tell of each other.

Names are learned from the article itself; no list of people or places is used. What is asked of
few names (whether one is a person's, a woman's) is looked for when it is asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from store.model import Span
from store.reading.speech.spaced.phrases import is_date_word, particles_at
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    AFTER,
    ARTICLE,
    AUXILIARY,
    BEFORE,
    BODY,
    CALENDAR,
    CAPITAL,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    END,
    FINITE,
    FRAME,
    FUNCTION,
    HONORIFIC,
    INDEFINITE,
    LAST_OF_ROLE,
    LINK,
    LOCATIVE,
    NAMING,
    PARTICLE,
    POSSESSIVE,
    PRONOUN,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    ROLE_ENDING,
    SMALL,
    STATEMENT,
    STOP,
    TIME_NOUN,
    UPPER,
    WHOLE_ROLE,
    WORD,
    Cues,
    Gender,
    bare,
)

_LONGEST_RUN = 12
_SHORTEST_NOUN = 5
_FULL_NAME = 2
_LONGEST_NAME = 3
_LONGEST_AGE = 3
_LENGTH_OF_AGE = 2
_FULL_NAMES = (2, 3)
_LONGEST_OFFICE = 9
_OF_BODY = BODY | SMALL
_OF_OFFICE = LAST_OF_ROLE | LINK
_SOMEBODY = LAST_OF_ROLE | ROLE
_ROLE_OR_TITLE = ROLE | HONORIFIC
#: What stands behind a name and is no part of it: a degree, a title.
DEGREE = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z][a-z]{0,2}\.?[A-Z][a-z]{0,3}\.?(?<=\.)|[MSD]\.[A-Z][a-z]+"
)

#: "Minister for" before "Health".
_OFFICE_AND_FIELD = 2


class Run(NamedTuple):
    """Capitalised words in a row, the tokens ``first:end``, and the word before in lower case."""

    words: tuple[str, ...]
    before: str
    tokens: Tokens
    first: int
    end: int

    def place(self, first: int, last: int) -> Span:
        """The place in the text of the words ``first:last``."""
        starts = self.tokens.starts
        end = starts[self.first + last - 1] + len(self.words[last - 1])
        return Span(starts[self.first + first], end)

    @property
    def span(self) -> Span:
        """The whole run's place in the text."""
        return self.place(0, len(self.words))

    @property
    def beside(self) -> int:
        """Where its role may stand: right before it, or beyond a comma; else -1."""
        if self.before == ",":
            return -1 if closes_frame(self.tokens, self.first, self.end) else self.first - 2
        kinds, role = self.tokens.kinds, self.first - 1
        is_role = self.first and kinds[role] & _SOMEBODY
        if is_role and kinds[role] & BEFORE and self.tokens.cues.has_small_bodies:
            is_role = kinds[role - 1] & DETERMINER  # "l'accusé Luc Roy", but "a accusé Lia Monin"
        return role if is_role else -1


def closes_frame(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the comma before a name ends "according to the police", and is no apposition's.

    Another comma would then stand behind the name: "Menurut Kapolres, Budi Hartono, ...".
    """
    if tokens.texts[end] in {",", "("} or not tokens.kinds[end] & WORD:
        return False
    for place in range(first - 2, max(-1, first - _LONGEST_OFFICE), -1):
        kind = tokens.kinds[place]
        if not kind & WORD or kind & END:
            return False
        if kind & FRAME and (not place or not tokens.kinds[place - 1] & WORD):
            return True
    return False


def _tells_age(tokens: Tokens, place: int) -> bool:
    """Whether an age ends a few words: "pastor de 78 anos"."""
    last = min(tokens.length, place + _LONGEST_AGE)
    kinds = tokens.kinds
    while kinds[place] & (WORD | DIGIT) == WORD and place < last:
        place += 1
    return bool(kinds[place] & DIGIT and kinds[place + 1] & TIME_NOUN)


def _opening_role(tokens: Tokens, last: int) -> str:
    """The word behind the article that opens the words up to ``last``: "la maire de X |, Y"."""
    kinds = tokens.kinds
    for place in range(last, max(0, last - _LONGEST_OFFICE), -1):
        if not kinds[place] & WORD:
            break
        if kinds[place - 1] & DETERMINER and kinds[place] & ROLE_BEGINS:
            return "" if _is_told_of(tokens, place - 2) else tokens.lows[place]
    return ""


def _is_told_of(tokens: Tokens, comma: int) -> bool:
    """Whether a full name stands before a comma: "Luc Roy |, l'avocat de l'un d'eux, X"."""
    kinds = tokens.kinds
    if comma < _FULL_NAME or tokens.texts[comma] != ",":
        return False
    names = CAPITAL | STOP | BODY | ROLE | CALENDAR | DETERMINER
    return all(kind & names == CAPITAL for kind in kinds[comma - _FULL_NAME : comma])


def _role_behind_copula(tokens: Tokens, place: int) -> str:
    """What somebody is, told behind the name: "Jan Brok ist Bürgermeister"; "" for nothing."""
    kinds = tokens.kinds
    if not kinds[place] & AUXILIARY:
        return ""
    role = place + 1 + bool(kinds[place + 1] & DETERMINER)
    is_role = kinds[role] & (WHOLE_ROLE | ROLE_ENDING) and not kinds[role + 1] & CAPITAL
    return tokens.lows[role] if is_role else ""


def _hint(tokens: Tokens) -> range:
    """The place of a headline in brackets behind a word and a colon: "(Baca: Warga Resah)"."""
    texts = tokens.texts
    for opening in range(tokens.length - 3):
        if texts[opening] == "(" and texts[opening + 2] == ":" and ")" in texts[opening:]:
            closing = texts.index(")", opening)
            return range(opening, closing if closing - opening > _LONGEST_RUN // 2 else opening)
    return range(0)


def behind_place(words: Sequence[str], cues: Cues) -> int:
    """Where a name begins behind where an office is held: "le maire de Brest | Luc Roy"; or 0.

    A body and some towns have two words, and so may a name where two families give theirs.
    """
    if " ".join(words[:_FULL_NAME]).lower() in cues.fields and len(words) > _LONGEST_NAME:
        return _FULL_NAME  # "Meio Ambiente | Rui Mota"
    kinds = [cues.kinds[word] for word in words]
    joining = DETERMINER | PARTICLE  # "Le Havre", "da Silva"
    units = [place for place in range(len(kinds)) if not place or not kinds[place - 1] & joining]
    is_body = kinds[0] & BODY and (cues.name_links or len(units) > _LONGEST_NAME)
    parts = 1 + bool(is_body or words[0] in cues.place_openers)
    longest = _LONGEST_NAME if cues.name_links and not is_body else _FULL_NAME
    if not cues.name_links and len(units) - parts == _LONGEST_NAME:
        parts += 1
    if not _FULL_NAME <= len(units) - parts <= longest:
        return 0
    others = ROLE | BODY | UPPER | CALENDAR
    is_name = all(kinds[place] & (CAPITAL | others) == CAPITAL for place in units[parts:-1])
    return units[parts] if is_name and not kinds[-1] & others else 0


def _is_held_at(tokens: Tokens, first: int) -> bool:
    """Whether an office stands before what tells where it is held: "le maire de | Brest"."""
    kinds = tokens.kinds
    if not kinds[first - 1] & (LINK | BODY) or not kinds[first - 1] & SMALL:
        return False
    for place in range(first - 1, max(0, first - _LONGEST_OFFICE), -1):
        if not kinds[place] & WORD or kinds[place] & INDEFINITE:
            return False
        if kinds[place] & ROLE and kinds[place - 1] & DEFINITE:
            return tokens.lows[place] not in tokens.cues.kin
    return False


class Names:
    """The capitalised runs of an article, and what they tell of each other."""

    def __init__(self, lines: Sequence[Tokens], cues: Cues) -> None:
        self.cues = cues
        self.runs: list[Run] = []
        self.by_word: defaultdict[str, list[int]] = defaultdict(list)
        self.standing_alone: set[tuple[str, ...]] = set()
        #: What "the" stands before in English, as before no person's name: the Mallets.
        self.with_article: set[str] = set()
        self.places: set[tuple[str, ...]] = set()
        self.inside: set[str] = set()
        self._words = frozenset().union(*(tokens.texts for tokens in lines))
        self._known: set[tuple[str, tuple[str, ...]]] = set()
        self._told: dict[str, bool] = {}
        self._persons: dict[tuple[str, ...], bool] = {}
        self._genders: dict[str, Gender] = {}
        self._bearers: dict[str, list[Span]] | None = None
        self._fullest: dict[tuple[str, ...], Span | None] = {}
        for tokens in lines:
            self._read(tokens)
        self._own = len(self.runs)

    # What the lines hold ------------------------------------------------------------------------

    def _read(self, tokens: Tokens) -> None:
        kinds = tokens.kinds
        end = 0
        texts = tokens.texts
        places = tokens.places(CAPITAL)
        if "(" in texts and ":" in texts and (hinted := _hint(tokens)):
            places = [place for place in places if place not in hinted]
        has_owners = bool(self.cues.owner_endings)
        for place in places:
            if place < end:
                continue
            is_inside = place and kinds[place - 1] & WORD and not kinds[place] & CALENDAR
            if not is_inside and not self._may_open(tokens, place):
                continue
            end = place + 1
            if has_owners and self.cues.owner(texts[place]) != texts[place]:
                self._add(tokens, place, end)  # "Frps | Pia Holm"
                continue
            while not texts[end - 1].endswith(POSSESSIVE):  # "Norway's | President Ivar Dahl"
                kind = kinds[end]
                if kind & CAPITAL:
                    if kind & CALENDAR and is_date_word(tokens, end):
                        break
                    end += 1
                elif kind & PARTICLE and (size := particles_at(tokens, end)):
                    end += size
                else:
                    break
            self._add(tokens, place, end)

    def _may_open(self, tokens: Tokens, place: int) -> bool:
        """Whether a capitalised word may open a name, though it may only open its sentence."""
        kind = tokens.kinds[place]
        if kind & CALENDAR and (not self.cues.keeps_clauses or is_date_word(tokens, place)):
            return False
        if place and tokens.kinds[place - 1] & WORD:
            return True
        if tokens.texts[place] in self.inside and not kind & STOP:
            return True  # a headline may have "To" in it, but no name opens so
        is_body = kind & BODY and tokens.kinds[place + 1] & CAPITAL
        if kind & ROLE or (is_body and self.cues.keeps_clauses):
            return True
        return not (kind & FUNCTION or self.is_small_elsewhere(tokens.lows[place]))

    def is_small_elsewhere(self, low: str) -> bool:
        """Whether the article has a word in small letters."""
        return low in self._words and low.islower()

    def _add(self, tokens: Tokens, first: int, end: int) -> None:
        cues, kinds = self.cues, tokens.kinds
        if end - first > 1:
            first = self._behind_opening(tokens, first, end)
        before, beside = tokens.lows[first - 1], kinds[first - 1]  # of no kind behind the last
        written = tuple(tokens.texts[first:end])
        known = self._known
        if (before, written) in known:
            return
        known.add((before, written))
        words = tuple(map(bare, written))
        while len(words) > 1 and "." in words[-1] and DEGREE.fullmatch(words[-1]):
            words = words[:-1]
        if words != written:
            if (before, words) in known:
                return
            known.add((before, words))
        if cues.is_office_first and len(words) == 1 and before in cues.definite:
            self.with_article.add(words[0])
        is_of_body = cues.keeps_clauses and beside & _OF_BODY == _OF_BODY
        if not (beside & _OF_OFFICE or is_of_body):
            self.standing_alone.add(words)  # no "juru bicara pemerintah | Ostmark Petra Lind"
        is_owner = len(words) == _FULL_NAMES[0] and written[-1].endswith(POSSESSIVE)
        if is_owner and kinds[end] & SMALL:
            pass  # "in Jane Roe's | kitchen"
        elif beside & LOCATIVE or (beside & SMALL and before in cues.territories):
            self.places.add(words)
        if len(words) > 1 and words[0].lower() in cues.territories:
            self.places.add(words[1:])  # "Kabupaten | Sirih"
        if beside & WORD or (before == "," and cues.has_small_bodies):
            self.inside.update(words)
        if len(words) > _LONGEST_RUN:
            return
        number = len(self.runs)
        self.runs.append(Run(words, before, tokens, first, end))
        for word in words if len(words) < 2 else set(words):
            self.by_word[word].append(number)

    def _behind_opening(self, tokens: Tokens, first: int, end: int) -> int:
        """Where a name begins behind a word that opens its run and is no part of it."""
        cues, kinds = self.cues, tokens.kinds
        if cues.has_capital_nouns and end - first > 2 and first and kinds[first - 1] & ARTICLE:
            first += 1  # "des Statikers X Y"
        if cues.keeps_clauses and end - first > 1 and self._is_doing(tokens, first):
            return first + 1
        if end - first <= _FULL_NAME:
            return first
        if cues.is_office_first and cues.are_many(tokens.lows[first]):
            return first + 1  # "Students Jane Roe and ..."
        if cues.is_office_first and self._is_office_field(tokens, first):
            return first + 1  # "Leader of the Opposition | Jane Roe"
        if cues.keeps_clauses and first > 2 and kinds[first - 1] & DIGIT:
            is_head = " ".join(tokens.lows[first - 3 : first - 1]) in cues.whole_roles
            return first + (not is_head)  # "Kepala SMAN 1 Sirih | Budi", but "Ketua RT 4 | Budi"
        if cues.has_small_bodies and first:
            if tokens.size(first - 1, STOP) > 1:
                return first + 1  # "su Facebook | Aldo Conti"
            if _is_held_at(tokens, first):
                return first + behind_place(tokens.texts[first:end], cues)
        return first

    def _is_office_field(self, tokens: Tokens, place: int) -> bool:
        """Whether a word tells what an office before it is for: "Minister for | Health"."""
        if tokens.lows[place] not in self.cues.office_fields or place < _OFFICE_AND_FIELD:
            return False
        link = place - 1 - (tokens.kinds[place - 1] & DETERMINER > 0)
        return bool(tokens.kinds[link] & LINK and tokens.kinds[link - 1] & ROLE)

    def _is_doing(self, tokens: Tokens, first: int) -> bool:
        """Whether a noun made of a verb opens a sentence, before an office: Kedatangan Bupati X.

        What somebody says may do so before any name: Pernyataan X.
        """
        opens = not first or not tokens.kinds[first - 1] & WORD
        if opens and tokens.kinds[first] & STATEMENT:
            return True
        if not self.cues.is_doing(tokens.lows[first]):
            return False
        return opens and tokens.kinds[first] & (ROLE | BODY) < tokens.kinds[first + 1] & ROLE

    @property
    def own_runs(self) -> Sequence[Run]:
        """The runs as they stand in the text, in order, without names learned from them."""
        return self.runs[: self._own]

    def learn(self, run: Run, first: int) -> None:
        """Take the words of a run from ``first`` on for a name of their own."""
        before = run.words[first - 1].lower()
        part = Run(run.words[first:], before, run.tokens, run.first + first, run.end)
        self.runs.append(part)
        for word in set(part.words):
            self.by_word[word].append(len(self.runs) - 1)
        others = ROLE | BODY | UPPER
        is_name = self.cues.keeps_clauses and len(part.words) in _FULL_NAMES
        if is_name and not any(self.cues.kinds[word] & others for word in part.words):
            self._told[part.words[-1]] = True

    def _ending_in(self, word: str) -> list[Run]:
        """The runs that end in a word, without those that were learned from them."""
        numbers = [number for number in self.by_word.get(word, ()) if number < self._own]
        return [run for number in numbers if (run := self.runs[number]).words[-1] == word]

    # Persons ------------------------------------------------------------------------------------

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether the article tells that a name is a person's, or uses its last word alone."""
        found = self._persons.get(words)
        if found is None:
            found = self._persons[words] = self._is_person(words)
        return found

    def _is_person(self, words: tuple[str, ...]) -> bool:
        last = words[-1]
        if self.is_told(last):
            return True
        if len(words) < 2 or last in self.with_article:
            return False
        if self.cues.keeps_clauses and self.is_alone(words[0]):
            return not self.is_other(last)  # called by the first name
        return self.is_alone(last) and not self.is_other(words[0])

    def is_told(self, last: str) -> bool:
        """Whether a title, a role, an age or who they are stands at a name that ends so."""
        found = self._told.get(last)
        if found is None:
            found = self._told[last] = any(map(self._tells_person, self._ending_in(last)))
        return found

    def _tells_person(self, run: Run) -> bool:
        words, _, tokens, _, end = run
        kinds, texts = tokens.kinds, tokens.texts
        if run.first and kinds[run.first - 1] & NAMING:
            return True  # "seorang pria berinisial RW"
        is_role_first = bool(self.cues.kinds[words[0]] & _ROLE_OR_TITLE)
        role = -1 if is_role_first else run.beside
        is_told = role >= 0 and bool(kinds[role] & _SOMEBODY)
        is_full = len(words) > 1 and self._is_named_in_full(words, is_role_first=is_role_first)
        is_body = bool(self.cues.kinds[words[-1]] & BODY)
        is_body = is_body and not (len(words) > 1 and self.cues.is_family(*words[-2:]))
        if is_told or is_full:
            return not is_body
        if texts[end] not in {",", "("} or end + 1 >= tokens.length:
            return False
        is_linked = kinds[end + 1] & LINK and end + 2 < tokens.length  # "Teodora, de 79 años"
        age = texts[end + 2 if is_linked else end + 1]
        if (len(age) == 2 and age.isdigit()) or _tells_age(tokens, end + 1):
            return True
        if is_body or texts[end] != "," or (self.cues.has_capital_nouns and len(words) < 2):
            return False
        following = kinds[end + 1]
        is_role = following & (RELATIVE | ROLE_BEGINS)
        return bool(is_role or following & (CAPITAL | DETERMINER) == DETERMINER)

    def _is_named_in_full(self, words: tuple[str, ...], *, is_role_first: bool) -> bool:
        """Whether words hold a particle, a title and a name, or an office and a full name."""
        cues = self.cues
        if len(words) > 2 and not cues.particles.isdisjoint(words[1:-1]):
            return True
        if cues.has_capital_nouns and self.holds_noun(words):
            return True
        if not is_role_first:
            return False
        kinds = [cues.kinds[word] & (ROLE | HONORIFIC) for word in words]
        if kinds[0] & HONORIFIC and not all(kinds):
            return True
        is_office = len(words) > 2 and words[-3] in cues.role_words
        return is_office and not any(kinds[-2:])  # "le conseiller d'État Philippe Jaquier"

    def holds_noun(self, words: tuple[str, ...]) -> bool:
        """Whether the first of three words is what somebody is: Kunde Günter Pohle."""
        return (
            len(words) == 3
            and len(words[0]) >= _SHORTEST_NOUN
            and not any(self.cues.kinds[word] & (BODY | UPPER) for word in words)
        )

    def is_alone(self, word: str) -> bool:
        """Whether the word stands as a name of its own somewhere, and is no place."""
        return (word,) in self.standing_alone and (word,) not in self.places

    def is_other(self, word: str) -> bool:
        """Whether a word is a name of its own in this article (a country before a name)."""
        return (
            (word,) in self.standing_alone
            or (word,) in self.places
            or (len(word) > 1 and word.isupper())
        )

    def is_elsewhere(self, word: str, words: tuple[str, ...], shortest: int = 1) -> bool:
        """Whether ``word`` stands in a run, of so many words, without the name ``words``."""
        runs = (self.runs[number].words for number in self.by_word.get(word, ()))
        return any(len(run) >= shortest and words[-1] not in run for run in runs)

    def only_told_by_age(self) -> Span | None:
        """The one person whom an article names by age or initials: "pria berinisial RW"."""
        found: dict[str, Span] = {}
        for run in self.own_runs:
            if self._is_told_by_age(run):
                first = 0
                while first < len(run.words) - 1 and self._is_role(run.words[first]):
                    first += 1
                title = self.cues.kinds[run.words[first - 1]] if first else 0
                is_nickname = title & HONORIFIC and first == len(run.words) - 1
                first -= bool(is_nickname and not run.words[first].isupper())  # "Cikgu Lah, 66"
                found.setdefault(run.words[-1], run.place(first, len(run.words)))
        return next(iter(found.values())) if len(found) == 1 else None

    def is_told_by_age(self, word: str) -> bool:
        """Whether an age stands at a name that ends so, or a word that gives initials."""
        return any(map(self._is_told_by_age, self._ending_in(word)))

    def _is_told_by_age(self, run: Run) -> bool:
        kinds, texts, end = run.tokens.kinds, run.tokens.texts, run.end
        if run.first and kinds[run.first - 1] & NAMING:
            return True
        is_age = len(texts[end + 1]) == _LENGTH_OF_AGE and texts[end + 1].isdigit()
        return is_age and texts[end] in {",", "("}

    # Roles and genders --------------------------------------------------------------------------

    def bearers(self, role: str) -> Sequence[Span]:
        """The names that a role stands at: right before one, or beyond a comma."""
        if self._bearers is None:
            self._bearers = {}
            for run in self.runs[: self._own]:
                for found in self._roles_beside(run):
                    if len(run.words) > 1 or found not in self.cues.territorial_roles:
                        self._bearers.setdefault(found, []).append(run.span)
                if self.cues.has_capital_nouns:
                    self._note_own_roles(run, self._bearers)
        return self._bearers.get(role, ())

    def _note_own_roles(self, run: Run, bearers: dict[str, list[Span]]) -> None:
        """Note whom German roles name that open a run: "Vorsitzende Richterin | Marlene Oster".

        A compound is noted by its end as well: Kulturministerin, Ministerin.
        """
        kinds, roles = self.cues.kinds, self.cues.roles.singles
        size = next((n for n, word in enumerate(run.words) if not kinds[word] & ROLE), 0)
        for word in run.words[:size]:
            low = word.lower()
            ends = (low[start:] for start in range(len(low) - _SHORTEST_NOUN))
            for role in filter(roles.__contains__, ends):
                bearers.setdefault(role, []).append(run.place(size, len(run.words)))

    def _roles_beside(self, run: Run) -> list[str]:
        """The roles right before a name, or beyond a comma on either side of it."""
        tokens, end = run.tokens, run.end
        kinds, texts = tokens.kinds, tokens.texts
        roles = self.cues.roles.singles
        if self.cues.kinds[run.words[0]] & ROLE:
            return []
        if self.cues.keeps_clauses and tokens.texts[end] == "." and self._is_title(run.words):
            return []  # "Irjen Pol | . Budi Harto"
        first = self._before_titles(run)
        if first == run.first > 1 and tokens.kinds[first - 1] & NAMING:
            first -= 1 + (tokens.texts[first - 2] == ",")  # "Pelaku, berinisial | AN"
            return [tokens.lows[first - 1]] if tokens.lows[first - 1] in roles else []
        before = run.before if first == run.first else tokens.lows[first - 1]
        if before in roles:
            return [] if self._is_of_another(tokens, first - 1) else [before]
        found = []
        if before == "," and not closes_frame(tokens, first, end):
            found = [
                tokens.lows[place]
                for place in range(max(0, first - 4), first - 1)
                if tokens.lows[place] in roles and not self._is_of_another(tokens, place)
            ]
            role = _opening_role(tokens, first - 2)
            if role in roles:
                found.append(role)
        if tokens.texts[end] == ",":
            verbs = AFTER | BEFORE | FINITE
            verb = tokens.first(verbs, end + 1, end + 4)  # "Faux, | rétorque le maire"
            is_subject = verb and kinds[end + 1] & DETERMINER and "," not in texts[end + 1 : verb]
            if not is_subject:  # no "In a letter to X, | the mayor wrote"
                found += [low for low in tokens.lows[end + 1 : verb or end + 4] if low in roles]
        role = _role_behind_copula(tokens, end)
        return [*found, role] if role else found

    def _is_of_another(self, tokens: Tokens, place: int) -> bool:
        """Whether a role tells only whose another is: "kuasa hukum | terdakwa"."""
        is_suspect = place > 0 and tokens.lows[place] in self.cues.suspects
        return bool(is_suspect and tokens.kinds[place - 1] & LAST_OF_ROLE)

    def _is_title(self, words: Sequence[str]) -> bool:
        """Whether words are nothing but ranks and titles."""
        return all(self.cues.kinds[word] & HONORIFIC for word in words)

    def _before_titles(self, run: Run) -> int:
        """Where the ranks and titles begin that stops part from a name: "Irjen Pol. | Budi"."""
        kinds, texts, first = run.tokens.kinds, run.tokens.texts, run.first
        if not self.cues.keeps_clauses or run.before != ".":
            return first
        place = first
        while place > 1 and (texts[place - 1] == "." or kinds[place - 1] & HONORIFIC):
            place -= 1
        return place if kinds[place] & HONORIFIC else first

    def gender(self, family: str) -> Gender:
        """Whether somebody is a woman or a man, from a title or a role at the name."""
        found = self._genders.get(family)
        if found is None:
            runs = self._ending_in(family) if self.cues.feminine else ()
            found = self._genders[family] = next(filter(None, map(self._gender_at, runs)), "")
        return found

    def take_for(self, family: str, gender: Gender) -> None:
        """Note what a pronoun tells of somebody of whom nothing else does."""
        self._genders[family] = gender

    def _gender_at(self, run: Run) -> Gender:
        """What the title or role at a name, or its article, tells: a woman or a man."""
        cues, kinds, lows = self.cues, run.tokens.kinds, run.tokens.lows
        gender = cues.gender_in(run.words[:-1])
        role = run.beside
        if role < 0 and cues.has_gendered_nouns and run.first > _FULL_NAME:
            is_adjective = kinds[run.first - 1] & (SMALL | FUNCTION) == SMALL
            role = run.first - 2 if is_adjective and kinds[run.first - 2] & LAST_OF_ROLE else -1
        if not gender and run.before == ",":  # "l'adjointe aux affaires scolaires, X"
            places = range(role, max(-1, role - 5), -1)
            role = next((place for place in places if kinds[place] & LAST_OF_ROLE), -1)
        if not gender and role >= 0 and kinds[role] & LAST_OF_ROLE:
            gender = cues.genders[lows[role]]
            his = kinds[role - 1] & (DETERMINER | DEFINITE | INDEFINITE | DEMONSTRATIVE | LINK)
            is_his = role and (his == DETERMINER or kinds[role - 1] & PRONOUN)  # "her son"
            gender = gender or (cues.genders[lows[role - 1]] if role and not is_his else "")
        return gender

    # One name for one person --------------------------------------------------------------------

    def fullest(self, words: tuple[str, ...]) -> Span | None:
        """The place of the fullest form of a name that the article gives; None if unknown."""
        if words not in self._fullest:
            self._fullest[words] = self._find_fullest(words)
        return self._fullest[words]

    def _find_fullest(self, words: tuple[str, ...]) -> Span | None:
        if words in self.places or not words:
            return None
        best: tuple[bool, bool, int, Span] | None = None
        for number in self.by_word.get(words[-1], ()):
            run = self.runs[number]
            fuller = self._fuller(run, words) if len(run.words) > len(words) else None
            if fuller is None or (fuller[1] <= len(words) and not self.cues.keeps_clauses):
                continue  # "Mme Hocquet" makes "Sandrine Hocquet" no less likely
            is_chance = self._opens_by_chance(run, words)
            if is_chance and run.words[1:2] == words and self._opens_with_noun(run):
                fuller = (False, _FULL_NAMES[0], run.place(1, len(run.words)))
                found = (not is_chance, *fuller)  # "Konser | Rini Sari"
            if is_chance and len(words) > 1 and self._is_all(run):
                continue  # "Wawancara Budi Hartono" below a picture
            is_owned = words == run.words[1:] and self.is_owned_noun(run.words)
            if is_owned and not (run.first and run.tokens.kinds[run.first - 1] & WORD):
                continue
            found = (not is_chance, *fuller)
            if best is not None and self._is_subsidiary(run, words, best[2]):
                continue
            if best is None or found[:3] > best[:3]:
                best = found
        return best[3] if best is not None and best[2] > len(words) else None

    def _is_subsidiary(self, run: Run, words: tuple[str, ...], size: int) -> bool:
        """Whether a run adds a country to a body's name that was told before: "Roe Foods | USA"."""
        added = run.words[size:]
        is_longer = 1 < size < len(run.words) and run.words[: len(words)] == words
        return is_longer and any(self.cues.kinds[word] & (UPPER | BODY) for word in added)

    def is_owned_noun(self, words: tuple[str, ...]) -> bool:
        """Whether a noun that stands here only opens before whose it is: "Nyali | Parjo"."""
        if not self.cues.keeps_clauses or len(words) != _OFFICE_AND_FIELD:
            return False
        is_title = self.cues.kinds[words[0]] & (ROLE_BEGINS | HONORIFIC)
        is_other = is_title or len(self.by_word[words[0]]) > 1
        return not is_other and words[1:] in self.standing_alone

    def _opens_with_noun(self, run: Run) -> bool:
        """Whether a noun opens a sentence before a full name: "Konser | Rini Sari"."""
        if not self.cues.keeps_clauses or len(run.words) != _FULL_NAMES[-1]:
            return False
        is_name = run.words[0] in self.cues.name_openers | self.cues.birth_names
        opens = not run.first or run.tokens.kinds[run.first - 1] & END
        return bool(opens) and not is_name

    def _is_all(self, run: Run) -> bool:
        """Whether a run fills its line or sentence, so that no verb stands in it."""
        tokens, end = run.tokens, run.end
        if run.first and not tokens.kinds[run.first - 1] & END:
            return False
        return end >= tokens.length or tokens.texts[end] == "." or bool(tokens.kinds[end] & END)

    def _opens_by_chance(self, run: Run, words: tuple[str, ...]) -> bool:
        """Whether a word stands before a name since it opens the sentence: "Jarak | Eko"."""
        opening = run.words[0]
        if opening in words or len(self.by_word[opening]) > 1:
            return False
        is_opening = not run.first or not run.tokens.kinds[run.first - 1] & WORD
        return is_opening and not self._is_role(opening)

    def _fuller(self, run: Run, words: tuple[str, ...]) -> tuple[bool, int, Span] | None:
        """How much of a run is the name that ``words`` is a part of.

        First whether the name gains words on its left: a family name tells more than a first
        name, which may open the name of a thing ("Ford", "Ford Motor").
        """
        size = len(words)
        place, last = 0, len(run.words) - size
        while place <= last and run.words[place : place + size] != words:
            place += 1
        if place > last:
            return None
        cues = self.cues
        rest = run.words[place + size :]
        if cues.keeps_clauses and rest and size == 1 and len(words[0]) > 1 and words[0].isupper():
            return None  # "BMKG | Budi Hartono"
        family = cues.family_opening(run.words)
        if family is not None and family <= place:
            return family < place, len(run.words) - family, run.place(family, len(run.words))
        if self._is_whole_name(run):
            return place > 0, len(run.words), run.span
        first, last = place, place + size
        rest = run.words[last:]
        if rest and rest[0].islower() and rest[0] in cues.particles:
            last, rest = len(run.words), ()
        if rest and len(rest) <= 3 and not self._are_others(rest, words, ROLE):
            left = run.words[:place]
            is_one_more = len(rest) == 1 and words in self.standing_alone
            opens = not left or self._is_role(left[-1]) or left in self.standing_alone
            opens = opens or left in self.places or (run.before == ")" and len(left) == 1)
            if opens or (is_one_more and cues.has_role([word.lower() for word in left])):
                last = len(run.words)
        is_free = size == 1 or (
            run.words in self.standing_alone
            and not self._are_others(run.words[:place], words, ROLE | HONORIFIC)
        )
        if rest and cues.name_suffixes.issuperset(rest):
            last, rest = len(run.words), ()
        if not rest and is_free:
            first = self._first_word(run, place, words)
        while first and run.words[first].islower():
            first -= 1
        first = cues.name_opening(run.words, first)
        return first < place, last - first, run.place(first, last)

    def _is_role(self, word: str) -> bool:
        """Whether a word of a run tells a role or a title: none of "Laga Anak Jimbun"."""
        is_inside = word.lower() in self.cues.particles
        return bool(self.cues.kinds[word] & (ROLE | HONORIFIC)) and not is_inside

    def _are_others(self, beside: Sequence[str], words: tuple[str, ...], kind: int) -> bool:
        """Whether words beside a name hold a role, or one that stands elsewhere without it."""
        kinds = self.cues.kinds
        return any(kinds[word] & kind or self.is_elsewhere(word, words) for word in beside)

    def _is_whole_name(self, run: Run) -> bool:
        """Whether a short run with no role in it or before it is somebody's full name.

        Where an office stands before the role, what follows a role is the name alone.
        """
        kinds = self.cues.kinds
        if self.cues.keeps_clauses and run.first and kinds[run.before] & (BODY | SMALL) == _OF_BODY:
            return False  # "juru bicara pemerintah | Ostmark Petra Lind"
        if self.cues.keeps_clauses and run.before == ")":
            return False  # "Kepala Dinas Sosial (Dinsos) | Sirih Budi Hartono"
        return (
            len(run.words) <= 3
            and (run.before not in self.cues.roles.last_words or self.cues.is_office_first)
            and run.before not in self.cues.links
            and run.words not in self.places
            and not any(
                kinds[word] & UPPER or self._is_role(word) or (word,) in self.places
                for word in run.words
            )
        )

    def _first_word(self, run: Run, place: int, words: tuple[str, ...]) -> int:
        """How far to the left of ``place`` the name reaches."""
        kinds = self.cues.kinds
        limit = place
        while limit > 0 and not self._is_role(run.words[limit - 1]):
            limit -= 1
        if limit > 0 and run.words[limit - 1].lower() in self.cues.territorial_roles:
            limit = min(place, limit + 1)
            while limit < place and run.words[limit] in self.cues.compass:
                limit += 1
        given = [word for word in run.words[limit:place] if not kinds[word] & SMALL]
        has_office = run.before in self.cues.roles.last_words
        if len(given) <= 2 and not has_office and not any(map(self.is_other, given)):
            return limit
        first = place
        left = 1 if has_office else 2
        while first > limit and left:
            word = run.words[first - 1]
            left -= not kinds[word] & SMALL
            if self.is_other(word) or self.is_elsewhere(word, words):
                break
            first -= 1
        return first
