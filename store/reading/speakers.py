"""Which person a phrase means: one person under one name across an article.

A phrase ("Hartono", "juru bicara itu", "-nya") comes in, the words that name the person most fully
come out, with a place where exactly those words stand. Names are learned from the article itself;
no list of people or places is used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from store.model import Span
from store.reading.attributions import (
    Cues,
    Gender,
    Phrase,
    Token,
    bare,
    is_date_word,
    opens_high,
    particles_at,
    phrase_after,
)

_LONGEST_RUN = 12
_SHORTEST_NOUN = 5
_ENDS = frozenset(".!?…\n")
_MEMORY = 100
_PARTS = re.compile(r"[\s'’]+")
_DEGREE = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z][a-z]{0,2}\.?[A-Z][a-z]{0,3}\.?(?<=\.)|[MSD]\.[A-Z][a-z]+"
)


class Run(NamedTuple):
    """Capitalised words in a row, their tokens, and the word before them in lower case."""

    words: tuple[str, ...]
    tokens: Sequence[Token]
    before: str

    def place(self, first: int, last: int) -> Span:
        """The place in the text of the words ``first:last``."""
        return Span(
            self.tokens[first].start, self.tokens[last - 1].start + len(self.words[last - 1])
        )

    @property
    def span(self) -> Span:
        """The whole run's place in the text."""
        return self.place(0, len(self.words))


class Heard(NamedTuple):
    """Somebody who spoke, or who was named as the subject of a sentence.

    ``family`` is the last of several words that name the speaker.
    """

    speaker: Span
    words: str
    is_person: bool
    family: str


def bare_article(word: str) -> str:
    """A word without an article that is written together with it (l'agence)."""
    return word[2:] if word[1:2] in {"'", "’"} else word


class Names:
    """The capitalised runs of an article, and what they tell of each other."""

    def __init__(self, lines: Sequence[Sequence[Token]], cues: Cues) -> None:
        self.cues = cues
        #: Whether a word of a run tells a role, a title or an honorific.
        self.is_role = cues.is_role_or_honorific
        self.runs: list[Run] = []
        self.by_word: defaultdict[str, list[int]] = defaultdict(list)
        self.standing_alone: set[tuple[str, ...]] = set()
        self.places: set[tuple[str, ...]] = set()
        self.inside: set[str] = set()
        self.known: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.bearers: dict[str, list[Span]] = {}
        self.fullest_of: dict[tuple[str, ...], Span | None] = {}
        self.genders: dict[str, Gender] = {}
        self.persons: set[str] = set()
        self.lower = set(filter(str.islower, {token.text for line in lines for token in line}))
        for tokens in lines:
            self._read(tokens)

    def _read(self, tokens: Sequence[Token]) -> None:
        end = 0
        cues = self.cues
        particles = cues.particles
        for place in [place for place, token in enumerate(tokens) if token.is_capital]:
            if place < end or not self._may_open(tokens, place):
                continue
            end = place + 1
            while end < len(tokens):
                token = tokens[end]
                if token.is_capital:
                    if token.text in cues.calendar and is_date_word(tokens, end, cues):
                        break
                    end += 1
                elif token.low in particles and (size := particles_at(tokens, end, cues)):
                    end += size
                else:
                    break
            self._add(tokens, place, end)

    def _may_open(self, tokens: Sequence[Token], index: int) -> bool:
        token = tokens[index]
        if token.text in self.cues.calendar:
            return False
        opens_sentence = index == 0 or not tokens[index - 1].is_word
        if opens_sentence and token.text not in self.inside:
            return not (self.cues.is_function_word(token.low) or token.low in self.lower) or (
                self.cues.is_role(token.text)
            )
        return True

    def _add(self, tokens: Sequence[Token], first: int, end: int) -> None:
        cues = self.cues
        if cues.has_capital_nouns and end - first > 2 and first:
            first += tokens[first - 1].low in cues.articles  # "des Statikers X Y"
        before = tokens[first - 1].low if first else ""
        row = tokens[first:end]
        written = tuple([token.text for token in row])
        known = self.known[before]
        if written in known:
            return
        known.add(written)
        words = tuple(map(bare, written))
        while len(words) > 1 and "." in words[-1] and _DEGREE.fullmatch(words[-1]):
            words = words[:-1]
        if words != written and words in known:
            return
        if before not in cues.roles.last_words and before not in cues.links:
            self.standing_alone.add(words)
        if before in cues.locatives:
            self.places.add(words)
        if before and before[0].isalnum():
            self.inside.update(words)
        if len(words) > _LONGEST_RUN:
            return
        known.add(words)
        number = len(self.runs)
        self.runs.append(Run(words, row, before))
        behind = tokens[end].text if end < len(tokens) else ""
        is_told = before == "," or behind == "," or before in cues.roles.singles
        if is_told and not cues.is_role(words[0]):
            for role in self._roles_beside(tokens, first, end, before):
                if len(words) > 1 or role not in cues.territorial_roles:
                    self.bearers.setdefault(role, []).append(self.runs[-1].span)
        for word in words if len(words) < 2 else set(words):
            self.by_word[word].append(number)
        if before == ",":
            beside = first - 2
        elif before in cues.roles.last_words or cues.is_role(tokens[first - 1].text):
            beside = first - 1
        else:
            beside = -1
        if (beside >= 0 or len(words) > 1) and cues.feminine:
            self._learn_gender(tokens, beside, words, is_beyond_comma=before == ",")
        is_told = beside >= 0 or len(words) > 1 or behind == "," or behind == "("
        if is_told and self._tells_person(tokens, beside, end, words):
            self.persons.add(words[-1])

    def _tells_person(
        self, tokens: Sequence[Token], role: int, end: int, words: tuple[str, ...]
    ) -> bool:
        """Whether a title, a role, an age or who they are stands at a name."""
        cues = self.cues
        is_role_first = self.is_role(words[0])
        if role >= 0 and not is_role_first:
            low = tokens[role].low
            if low in cues.roles.last_words or cues.is_role(tokens[role].text):
                return not cues.is_body(words[-1].lower())
        if len(words) > 1 and self._is_named_in_full(words, is_role_first=is_role_first):
            return not cues.is_body(words[-1].lower())
        if end + 1 >= len(tokens) or tokens[end].text not in {",", "("}:
            return False
        following = tokens[end + 1]
        if following.low in cues.links and end + 2 < len(tokens):
            following = tokens[end + 2]  # "Teodora, de 79 años"
        if following.text.isdigit() and len(following.text) == 2:
            return True
        following = tokens[end + 1]
        if tokens[end].text != "," or (cues.has_capital_nouns and len(words) < 2):
            return False
        is_told = (
            following.low in cues.relatives
            or cues.roles.at(tokens, end + 1) > 0
            or (not following.is_capital and cues.determiners.at(tokens, end + 1) > 0)
        )
        return is_told and not cues.is_body(words[-1].lower())

    def _is_named_in_full(self, words: tuple[str, ...], *, is_role_first: bool) -> bool:
        """Whether words hold a particle, a title and a name, or an office and a full name."""
        cues = self.cues
        if len(words) > 2 and any(word in cues.particles for word in words[1:-1]):
            return True
        if cues.has_capital_nouns and self.holds_noun(words):
            return True
        if not is_role_first:
            return False
        if words[0] in cues.honorifics and not all(map(self.is_role, words)):
            return True
        names = words[-2:]  # "le conseiller d'État Philippe Jaquier"
        is_office = len(words) > 2 and words[-3] in cues.role_words
        return is_office and not any(map(self.is_role, names))

    def holds_noun(self, words: tuple[str, ...]) -> bool:
        """Whether the first of three words is what somebody is: Kunde Günter Pohle."""
        return (
            len(words) == 3
            and len(words[0]) >= _SHORTEST_NOUN
            and not any(self.cues.is_body(word.lower()) or word.isupper() for word in words)
        )

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether the article tells that a name is a person's, or uses its last word alone."""
        last = words[-1]
        if last in self.persons:
            return True
        if len(words) < 2:
            return False
        if self.cues.keeps_clauses and self.is_alone(words[0]):
            return not self.is_other(last)  # called by the first name
        return self.is_alone(last) and not self.is_other(words[0])

    def _roles_beside(
        self, tokens: Sequence[Token], first: int, end: int, before: str
    ) -> list[str]:
        """The roles right before a name, or beyond a comma on either side of it."""
        roles = self.cues.roles
        if before in roles:
            return [before]
        found = []
        if before == ",":
            nearby = [token.low for token in tokens[max(0, first - 4) : first - 1]]
            found = [low for low in nearby if low in roles]
        if end < len(tokens) and tokens[end].text == ",":
            nearby = [token.low for token in tokens[end + 1 : end + 4]]
            found += [low for low in nearby if low in roles]
        return found

    def _learn_gender(
        self, tokens: Sequence[Token], role: int, words: tuple[str, ...], *, is_beyond_comma: bool
    ) -> None:
        """Take from the title or role at a name, or from its article, whether it is a woman's."""
        cues = self.cues
        gender = cues.gender_in(words[:-1])
        if not gender and is_beyond_comma:  # "l'adjointe aux affaires scolaires, X"
            places = range(role, max(-1, role - 5), -1)
            role = next((i for i in places if tokens[i].low in cues.roles.last_words), -1)
        if not gender and role >= 0 and tokens[role].low in cues.roles.last_words:
            gender = cues.gender(tokens[role].low)
            gender = gender or (cues.gender(tokens[role - 1].low) if role else "")
        if gender:
            self.genders.setdefault(words[-1], gender)

    def learn(self, run: Run, first: int) -> None:
        """Take the words of a run from ``first`` on for a name of their own."""
        part = Run(run.words[first:], run.tokens[first:], run.words[first - 1].lower())
        self.runs.append(part)
        for word in set(part.words):
            self.by_word[word].append(len(self.runs) - 1)

    def is_alone(self, word: str) -> bool:
        """Whether the word stands as a name of its own somewhere, and is no place."""
        return (word,) in self.standing_alone and (word,) not in self.places

    def is_elsewhere(self, word: str, words: tuple[str, ...]) -> bool:
        """Whether ``word`` stands in a run that has nothing of the name ``words``."""
        last = words[-1]
        return any(last not in self.runs[number].words for number in self.by_word.get(word, ()))

    def fullest(self, words: tuple[str, ...]) -> Span | None:
        """The place of the fullest form of a name that the article gives; None if unknown."""
        if words not in self.fullest_of:
            self.fullest_of[words] = self._find_fullest(words)
        return self.fullest_of[words]

    def _find_fullest(self, words: tuple[str, ...]) -> Span | None:
        if words in self.places or not words:
            return None
        best: tuple[bool, int, Span] | None = None
        for number in self.by_word.get(words[-1], ()):
            run = self.runs[number]
            found = self._fuller(run, words) if len(run.words) > len(words) else None
            if found is not None and (best is None or found[:2] > best[:2]):
                best = found
        return best[2] if best is not None and best[1] > len(words) else None

    def _fuller(self, run: Run, words: tuple[str, ...]) -> tuple[bool, int, Span] | None:
        """How much of a run is the name that ``words`` is a part of.

        First whether the name gains words on its left: a family name tells more than a first
        name, which may open the name of a thing ("Ford", "Ford Motor").
        """
        size = len(words)
        place = next(
            (i for i in range(len(run.words) - size + 1) if run.words[i : i + size] == words), None
        )
        if place is None:
            return None
        if self._is_whole_name(run, size):
            return place > 0, len(run.words), run.span
        first, last = place, place + size
        rest = run.words[last:]
        if rest and rest[0].islower() and rest[0] in self.cues.particles:
            last, rest = len(run.words), ()
        if (
            rest
            and len(rest) <= 3
            and not any(self.cues.is_role(word) or self.is_elsewhere(word, words) for word in rest)
        ):
            left = run.words[:place]
            is_one_more = len(rest) == 1 and words in self.standing_alone
            opens = not left or self.is_role(left[-1]) or left in self.standing_alone
            if opens or (is_one_more and self.cues.has_role([word.lower() for word in left])):
                last = len(run.words)
        is_free = size == 1 or (
            run.words in self.standing_alone
            and not any(
                self.is_elsewhere(word, words) or self.is_role(word) for word in run.words[:place]
            )
        )
        if rest and set(rest) <= self.cues.name_suffixes:
            last, rest = len(run.words), ()
        if not rest and is_free:
            first = self._first_word(run, place, words)
        while first and run.words[first].islower():
            first -= 1
        return first < place, last - first, run.place(first, last)

    def _is_whole_name(self, run: Run, size: int) -> bool:
        """Whether a short run with no role in it or before it is somebody's full name."""
        return (
            size < len(run.words) <= 3
            and run.before not in self.cues.roles.last_words
            and run.before not in self.cues.links
            and run.words not in self.places
            and not any(self.is_role(word) or (word,) in self.places for word in run.words)
            and not any(word.isupper() for word in run.words)
        )

    def _first_word(self, run: Run, place: int, words: tuple[str, ...]) -> int:
        """How far to the left of ``place`` the name reaches."""
        limit = place
        while limit > 0 and not self.is_role(run.words[limit - 1]):
            limit -= 1
        if limit > 0 and run.words[limit - 1].lower() in self.cues.territorial_roles:
            limit = min(place, limit + 1)
            while limit < place and run.words[limit] in self.cues.compass:
                limit += 1
        given = [word for word in run.words[limit:place] if not word.islower()]
        has_office = run.before in self.cues.roles.last_words
        if len(given) <= 2 and not has_office and not any(self.is_other(word) for word in given):
            return limit
        first = place
        left = 1 if has_office else 2
        while first > limit and left:
            word = run.words[first - 1]
            left -= not word.islower()
            if self.is_other(word) or self.is_elsewhere(word, words):
                break
            first -= 1
        return first

    def is_other(self, word: str) -> bool:
        """Whether a word is a name of its own in this article (a country before a name)."""
        return (
            (word,) in self.standing_alone
            or (word,) in self.places
            or (len(word) > 1 and word.isupper())
        )


class _Split(NamedTuple):
    """A phrase parted into a role and a name, as places in the token list."""

    first: int
    last: int
    has_role: bool


class Speakers:
    """Who has spoken so far, in text order, and who a phrase means."""

    def __init__(self, text: str, lines: Sequence[Sequence[Token]], cues: Cues) -> None:
        self.text = text
        self.cues = cues
        self.names = Names(lines, cues)
        self.heard: list[Heard] = []
        self.known_as: dict[Span, str] = {}
        self._small = cues.links | cues.particles | cues.definite
        #: Who spoke last in this paragraph, or is the subject of its last sentence; and in the one
        #: before it.
        self.near: Span | None = None
        self.before: Span | None = None
        #: Who was first described only, and by which name the article then calls them.
        self.described: dict[Span, Span] = {}
        self._splits: dict[tuple[str, ...], _Split] = {}
        self._persons: dict[Span, bool] = {}
        self._learn_names_with_roles()

    def _learn_names_with_roles(self) -> None:
        """Let "Wali Kota X Budi Santoso" teach the name in it."""
        for run in list(self.names.runs):
            if len(run.words) < 3 or not self.cues.has_role([w.lower() for w in run.words]):
                continue
            first = self._part(run.words).first
            if first:
                self.names.learn(run, first)

    @property
    def last(self) -> Span | None:
        """The last person heard; else whoever was heard last."""
        for heard in reversed(self.heard[-8:]):
            if heard.is_person:
                return heard.speaker
        return self.heard[-1].speaker if self.heard else None

    def hear(self, phrase: Phrase | None) -> Span | None:
        """Who the phrase means; that person is the last speaker from now on."""
        speaker = self.meant(phrase)
        if speaker is not None:
            self._end_suspense(speaker)
            self.repeat(speaker, phrase)
        return speaker

    def repeat(self, speaker: Span, phrase: Phrase | None = None) -> None:
        """Note that somebody spoke (again)."""
        name = self.text[speaker.start : speaker.end]
        words = name.lower()
        if phrase is not None:
            words += " " + " ".join(phrase.words).lower()
        earlier = self.known_as.get(speaker, "")
        if earlier not in words:
            words = f"{earlier} {words}"[:400]
        self.known_as[speaker] = words
        parts = name.split()
        family = parts[-1] if len(parts) > 1 else ""
        self.heard.append(Heard(speaker, words, self._is_person(speaker), family))

    def _end_suspense(self, speaker: Span) -> None:
        """Take the first person named for the one whom the lead only described.

        "A surgeon has denied ... . Gregor Pringle said ..." is how a court report begins.
        """
        if not self.heard or self.described:
            return
        lead = self.heard[0].speaker
        if speaker == lead:
            return
        self.described[lead] = lead
        low = self.text[lead.start : lead.end].lower().split()
        is_open = low[0] in self.cues.determiners and low[0] not in self.cues.definite
        is_open &= self.cues.has_role(low) and not self.cues.standing_roles.intersection(low)
        is_alone = all(heard.speaker == lead for heard in self.heard)
        if is_open and is_alone and self.names.is_person(self._words(speaker)):
            self.described[lead] = speaker
            self.known_as[speaker] = self.known_as.get(lead, "")
            self.heard = [heard._replace(speaker=speaker) for heard in self.heard]

    def _is_person(self, speaker: Span) -> bool:
        found = self._persons.get(speaker)
        if found is None:
            found = self._persons[speaker] = self._names_person(speaker)
        return found

    def _names_person(self, speaker: Span) -> bool:
        words = self._words(speaker)
        low = _PARTS.split(self.text[speaker.start : speaker.end].lower())
        cues = self.cues
        opening = low[0] in cues.determiners or not cues.definite.isdisjoint((low[0], f"{low[0]}'"))
        if opening and sum(word[0].isupper() for word in words[1:]) <= cues.has_capital_nouns:
            return cues.has_role(low)
        if words in self.names.places or words[-1].isupper():
            return False
        if words[-1] in self.names.persons or cues.has_role(low):
            return True
        return not any(cues.is_body(word.lower()) for word in words if opens_high(word))

    def _nearest(self, gender: Gender = "", *, is_body: bool = False) -> Span | None:
        """Who was named or heard last: a person whom the gender suits, or no plain person."""
        nearest = [self.near] if self.near is not None else []
        if self.before is not None and self.names.is_person(self._words(self.before)):
            nearest.append(self.before)
        nearest += [heard.speaker for heard in reversed(self.heard[-8:])]
        for speaker in nearest:
            known = self._gender_of(speaker)
            if is_body:
                is_free = not known and self._family(speaker) not in self.names.persons
                if is_free and not self.cues.has_role(self.known_as.get(speaker, "").split()):
                    return speaker
            elif self._is_person(speaker) and (not gender or known in {gender, ""}):
                if gender and not known:
                    self.names.genders[self._family(speaker)] = gender
                return speaker
        return None if is_body else self.last

    def begin_paragraph(self) -> None:
        """Forget who is near; a pronoun may still mean the last paragraph's subject."""
        if self.near is not None:
            self.before = self.near
        self.near = None

    def _words(self, speaker: Span) -> tuple[str, ...]:
        return tuple(self.text[speaker.start : speaker.end].split())

    def _family(self, speaker: Span) -> str:
        return self.text[speaker.start : speaker.end].split()[-1]

    def _gender_of(self, speaker: Span) -> Gender:
        return self.names.genders.get(self._family(speaker), "")

    def note_subject(self, tokens: Sequence[Token], start: int) -> Span | None:
        """Who opens a sentence as its subject, if that is a name and no place.

        A plain person (with a role or an age) counts as heard from then on; a mere name is only
        returned, for a quote in the same paragraph.
        """
        while start + 2 < len(tokens) and tokens[start + 1].text == ",":
            if self._is_name_before(tokens, start + 1):
                break
            start += 2
        if not tokens[start].is_capital or self.cues.stops.at(tokens, start):
            return None
        phrase, end = phrase_after(tokens, start, self.cues)
        if phrase is None or end >= len(tokens) or tokens[end].text in _ENDS:
            return None
        if phrase.kind == "pronoun" and self._is_he_or_she(phrase):
            return self._pointed_at(phrase)
        if phrase.kind != "name":
            return self._note_bearer(phrase)
        speaker = self.meant(phrase)
        if len(phrase.words) == 1 and not self._is_known(phrase.words[0], tokens, end):
            return None
        if (
            speaker is None
            or not self._is_person(speaker)
            or self._is_common(phrase, tokens, start)
        ):
            return None
        words = tuple(self.text[speaker.start : speaker.end].split())
        if any(word.islower() and word not in self._small for word in words):
            return None
        is_behind_role = phrase.start > tokens[start].start
        is_plain = self.names.is_person(words) or self._split(phrase).has_role or is_behind_role
        if is_plain:
            self.repeat(speaker, phrase)
        elif self.cues.has_capital_nouns:
            return None
        return speaker

    def is_plain_person(self, speaker: Span) -> bool:
        """Whether the one meant is a person by what the article tells."""
        return self._is_person(speaker) and self.names.is_person(self._words(speaker))

    def _is_he_or_she(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun of one person."""
        low = phrase.words[0].lower()
        cues = self.cues
        is_one = low in cues.feminine or low in cues.masculine or not cues.feminine
        return len(phrase.words) == 1 and is_one and low not in cues.plural_pronouns

    def _is_name_before(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether a name of one word stands before a comma, which its age or role follows."""
        return (tokens[comma - 1].text in self.names.persons) and tokens[comma - 1].is_capital

    def _note_bearer(self, phrase: Phrase) -> Span | None:
        """Note who is only named by what they are, as a sentence's subject: "The prosecutor"."""
        low = [word.lower() for word in phrase.words]
        if low[0] not in self.cues.definite:
            return None
        if len(low) != 2 or low[1] not in self.cues.roles:
            is_body = any(self.cues.is_body(word) for word in low)
            return self._epithet(phrase) or (self._whole(phrase) if is_body else None)
        speaker = self._only_bearer(phrase) or self._epithet(phrase) or self._whole(phrase)
        self.repeat(speaker, phrase)
        return speaker

    def note_mention(self, tokens: Sequence[Token], start: int, end: int) -> Span | None:
        """Who is named with what they are in a sentence that says nothing: "par le maire, X"."""
        openers = self.cues.roles.by_first
        endings = self.cues.role_endings
        for place in range(end - 2, start, -1):
            low = tokens[place].low
            is_role = low in openers and self.cues.roles.at(tokens, place)
            if not is_role and not (endings and low.endswith(endings)):
                continue
            phrase, _ = phrase_after(tokens, place, self.cues)
            if phrase is None or phrase.kind != "name":
                continue
            speaker = self.meant(phrase)
            if speaker is None or not self._is_person(speaker):
                continue
            words = self.text[speaker.start : speaker.end].split()
            if len(words) > 1 and all(opens_high(word) for word in words):
                self.repeat(speaker, phrase)
                return speaker
        return self._mentioned_again(tokens, start, end)

    def _mentioned_again(self, tokens: Sequence[Token], start: int, end: int) -> Span | None:
        """The person of a sentence who opens its main part, else the first named in it."""
        found = None
        last = start
        for place in [i for i in range(start + 1, end) if tokens[i].is_capital]:
            if place < last:
                continue
            last = place + 1
            while last < end and tokens[last].is_capital:
                last += 1
            words = tuple([bare(token.text) for token in tokens[place:last]])
            opens = tokens[place - 1].text == "," and last < end and tokens[last].is_word
            if (found is not None and not opens) or any(map(self.cues.is_role, words)):
                continue
            known = self.names.fullest(words) or self._heard_by(words[-1])
            full = words if known is None else self._words(known)
            is_person = self.names.is_person(full) or self.names.is_person(words)
            is_person |= opens and found is None and self._is_full_name(words)
            if is_person:
                whole = Span(tokens[place].start, tokens[last - 1].start + len(words[-1]))
                is_plain = len(words) > 1 or words[0] in self.names.persons
                found = known or (whole if is_plain else None) or found
                if opens:
                    break
        return found

    def _is_full_name(self, words: tuple[str, ...]) -> bool:
        """Whether words may be a first and a family name, and are no place or body."""
        return (
            len(words) == 2
            and not self.cues.has_capital_nouns
            and words not in self.names.places
            and not any(word.isupper() or self.cues.is_body(word.lower()) for word in words)
        )

    def _is_known(self, word: str, tokens: Sequence[Token], end: int) -> bool:
        """Whether one capitalised word is plainly a name: seen inside a sentence, or before a verb.

        "Independent observers ..." opens with a capital too.
        """
        if self.names.fullest((word,)) is not None:
            return True
        if word in self.names.inside or end >= len(tokens) or not tokens[end].is_word:
            return True
        following = tokens[end].low
        return (
            following in self.cues.negations
            or following in self.cues.adverbs
            or following in self.cues.before
        )

    def _is_common(self, phrase: Phrase, tokens: Sequence[Token], start: int) -> bool:
        """Whether the only capital is that of the sentence: the word is no name elsewhere."""
        if len(phrase.words) > 1:
            return False
        word = phrase.words[0]
        if word in self.names.persons or self.names.fullest((word,)) is not None:
            return False
        if word.lower() in self.names.lower or self.cues.is_function_word(word.lower()):
            return True
        opens = start == 0 or not tokens[start - 1].is_word
        return opens and (len(self.names.by_word.get(word, ())) == 0)

    def meant(self, phrase: Phrase | None) -> Span | None:
        """The place of the fullest words for the one whom a phrase means."""
        if phrase is None:
            return self.last
        if phrase.kind == "pronoun":
            return self._pointed_at(phrase)
        lowered = " ".join(phrase.words).lower()
        if lowered in self.cues.whole_roles:
            found = self._bearer(lowered)
            if found is None and lowered not in self.cues.generic_roles:
                found = self._one_bearer(lowered)
            return found or self._whole(phrase)
        if phrase.kind == "description":
            found = self._only_bearer(phrase) or self._epithet(phrase) or self._known_role(phrase)
            return found or self._whole(phrase)
        if self._is_unnamed(phrase):
            return self._whole(phrase)
        if self._has_complement(phrase):
            role = next(w for word in phrase.words if self.cues.is_role(w := word.lower()))
            is_known = phrase.words[0].lower() in self.cues.definite
            found = self._bearer(role) if is_known else None
            if found is None and is_known and role not in self.cues.standing_roles:
                found = self._named_nearby(self._gender_in(phrase))
            return found or self._whole(phrase)
        if self._names_by_nature(phrase):
            found = self._bearer(phrase.words[-1].lower())
            return found or self._epithet(phrase) or self._whole(phrase)
        return self._named(phrase)

    def _known_role(self, phrase: Phrase) -> Span | None:
        """Whom a role without "seorang" means, described on: "tutur dosen yang menulis ..."."""
        cues = self.cues
        low = phrase.words[0].lower()
        is_bare = cues.keeps_clauses and phrase.words[0].islower() and low in cues.roles
        is_open = low in cues.generic_roles or low in cues.standing_roles
        if not is_bare or is_open or len(phrase.words) < 2 or phrase.words[1] not in cues.relatives:
            return None
        return self._nearest(self._gender_in(phrase))

    def _whole(self, phrase: Phrase) -> Span:
        return Span(phrase.start, phrase.end)

    def _named_nearby(self, gender: Gender) -> Span | None:
        """The person named last in this paragraph or the one before it."""
        for speaker in (self.near, self.before):
            if speaker is not None and self.names.is_person(self._words(speaker)):
                known = self._gender_of(speaker)
                if not known or not gender or known == gender:
                    return speaker
        return None

    def _is_unnamed(self, phrase: Phrase) -> bool:
        """Whether "seorang" and a role are followed by a body rather than a person's name."""
        cues = self.cues
        low = phrase.words[0].lower()
        if not cues.keeps_clauses or low not in cues.determiners or low in cues.definite:
            return False
        if not cues.is_role(phrase.words[min(1, len(phrase.words) - 1)].lower()):
            return False
        capitals = tuple(word for word in phrase.words if opens_high(word))
        return bool(capitals) and not self.names.is_person(capitals)

    def _has_complement(self, phrase: Phrase) -> bool:
        """Whether a role is followed by whose it is, and no name: "der Trainer des SC Ahlen"."""
        cues = self.cues
        if phrase.words[0].lower() not in cues.determiners.singles or cues.keeps_clauses:
            return False
        if all(map(opens_high, phrase.words[-2:])) and self.names.is_person(phrase.words[-2:]):
            return False
        for place, word in enumerate(phrase.words[1:-1], 1):
            if word.lower() in cues.links and word.islower():
                return cues.is_role(phrase.words[place - 1].lower())
            if opens_high(word) and not cues.is_role(word):
                return False
        return False

    def _names_by_nature(self, phrase: Phrase) -> bool:
        """Whether an article and a word tell what somebody is, though it is written as a name is.

        "Der Schlussmann", where all nouns have capitals; else "the Welshman", "the Dutch coach".
        """
        cues = self.cues
        low = phrase.words[0].lower()
        rest = phrase.words[1:]
        if not rest or low not in cues.definite:
            return False
        noun = rest[-1]
        if cues.has_capital_nouns:
            is_one = sum(opens_high(word) for word in rest) == 1 and opens_high(noun)
            is_known = noun in self.names.persons or cues.is_body(noun.lower())
            return is_one and not is_known
        if noun[0].islower():
            return cues.is_office_first and not cues.is_body(noun)
        is_demonym = bool(cues.demonym_endings) and noun.endswith(cues.demonym_endings)
        return is_demonym and len(rest) <= 2 and not cues.is_body(noun.lower())

    def _only_bearer(self, phrase: Phrase) -> Span | None:
        """Whom "the minister" means where the article names one minister only."""
        low = [word.lower() for word in phrase.words]
        if len(low) != 2 or low[0] not in self.cues.definite:
            return None
        return self._one_bearer(low[1])

    def _one_bearer(self, role: str) -> Span | None:
        """Who bears a role in the article, where it is one person only."""
        bearers = [
            span
            for span in self.names.bearers.get(role, [])
            if len(words := tuple(self.text[span.start : span.end].split())) > 1
            or (self.names.is_alone(words[0]) and words not in self.names.places)
        ]
        names = {self._family(span) for span in bearers}
        return max(bearers, key=lambda span: span.end - span.start) if len(names) == 1 else None

    def _bearer(self, role: str) -> Span | None:
        """Who was last heard with a role that now stands alone (kata Presiden)."""
        for heard in reversed(self.heard[-_MEMORY:]):
            if role in heard.words:
                return heard.speaker
        return None

    def _pointed_at(self, phrase: Phrase) -> Span | None:
        """Whom a pronoun or "that official" points to."""
        head = [
            word.lower()
            for word in phrase.words
            if word.lower() not in self.cues.demonstratives
            and word.lower() not in self.cues.determiners
        ]
        is_bare = not head or " ".join(head) in self.cues.pronouns or phrase.words[0] == "nya"
        if not is_bare and head[0] in self.cues.pronouns:
            is_bare = True
        gender = self._gender_in(phrase)
        is_thing = bool(head) and head[0] in self.cues.neuter
        is_thing = is_thing or (self.cues.has_gendered_nouns and self._is_body_near())
        if is_bare and is_thing:
            return self.near or self.last
        if is_bare:
            return self._nearest(gender)
        for noun in dict.fromkeys((" ".join(head), " ".join(head[:2]), head[0])):
            found = self._bearer(noun) if len(noun) > 2 else None
            if found is not None:
                return found
        if (only := self._only_bearer(phrase)) is not None:
            return only
        return self._epithet(phrase) or Span(phrase.start, phrase.end)

    def _is_body_near(self) -> bool:
        """Whether the paragraph's last subject is a body, which "elle" may mean as well."""
        if self.near is None or self._is_person(self.near):
            return False
        words = self._words(self.near)
        return any(self.cues.is_body(bare_article(word).lower()) for word in words)

    def _gender_in(self, phrase: Phrase) -> Gender:
        """Whether words mean a woman or a man; the noun tells before its article."""
        return self.cues.gender_in(phrase.words[::-1])

    def _epithet(self, phrase: Phrase) -> Span | None:
        """Whom "the striker", "the Welshman", "the company" means: who was named last.

        None for what is read (the report), for a role that a story leaves without a name (the
        judge), for words with a complement (the head of the union) and for several.
        """
        cues = self.cues
        low = [word.lower() for word in phrase.words]
        is_shown = low[-1] in cues.demonstratives or low[0] in cues.demonstratives
        if not is_shown and low[0] not in cues.definite:
            return None
        nouns = [w for w in low if w not in cues.demonstratives and w not in cues.definite]
        if not nouns or any(word in cues.documents or bare(word) != word for word in nouns):
            return None
        if not is_shown and any(word in cues.standing_roles for word in nouns):
            return None
        if not is_shown and any(word in cues.links for word in nouns):
            return None
        if any(cues.is_body(word) for word in nouns) and not cues.has_role(nouns):
            is_after_body = self.near is not None and not self._is_person(self.near)
            is_any = nouns[-1] in cues.generic_bodies and (len(nouns) == 1 or is_after_body)
            return self._nearest(is_body=True) if is_any else None
        return self._nearest(self._gender_in(phrase))

    def _named(self, phrase: Phrase) -> Span:
        """The fullest form of the name in a phrase; the whole phrase where no name is plain."""
        split = self._split(phrase)
        places = self._places(phrase)[split.first : split.last]
        while len(places) > 1 and places[0][1].lower() in self.cues.particles:
            places = places[1:]  # "Van der Velde" opens a sentence; "Sanne van der Velde"
        core = tuple([bare(word) for _, word in places])
        if not core:
            return Span(phrase.start, phrase.end)
        start = places[0][0]
        end = places[-1][0] + len(core[-1])
        if len(core) == 1 and not split.has_role and (heard := self._heard_by(core[0])) is not None:
            return heard
        fullest = self.names.fullest(core)
        if fullest is not None:
            return fullest
        return Span(start, end)

    def _heard_by(self, name: str) -> Span | None:
        """Who of those that bear a family name was heard last."""
        for heard in reversed(self.heard[-_MEMORY:]):
            if heard.family == name and heard.is_person:
                return heard.speaker
        return None

    def _places(self, phrase: Phrase) -> list[tuple[int, str]]:
        """The words of a phrase, and where in the text each begins."""
        places = []
        position = phrase.start
        for word in phrase.words:
            start = self.text.find(word, position, phrase.end)
            if start < 0:
                continue
            places.append((start, word))
            position = start + len(word)
        return places

    def _split(self, phrase: Phrase) -> _Split:
        """Part the role from the name: "juru bicara Istana | Budi Hartono"."""
        found = self._splits.get(phrase.words)
        if found is None:
            found = self._splits[phrase.words] = self._part(phrase.words)
        return found

    def _part(self, phrase: tuple[str, ...]) -> _Split:
        words = list(map(bare, phrase))
        size = len(words)
        if ")" in words and words[words.index(")") - 1].isupper():
            is_last = words.index(")") >= size - 2
            if is_last or self.cues.is_body(words[0].lower()):
                return _Split(0, size, has_role=True)  # a body with its short name
        first = size
        while first > 0 and (
            opens_high(words[first - 1])
            or (words[first - 1].lower() in self.cues.particles and first < size)
            or words[first - 1] == "."
        ):
            first -= 1
        while first < size and not opens_high(words[first]):
            first += 1
        if first == size:
            return _Split(0, size, has_role=False)
        for place in range(size - 2, first - 1, -1):
            if phrase[place].endswith(("'s", "’s")) and opens_high(phrase[place + 1]):
                return _Split(place + 1, size, has_role=True)
        while size > first + 1 and _DEGREE.fullmatch(words[size - 1]):
            size -= 1
        run_first = first
        lowered = [word.lower() for word in words]
        has_role = first > 0 or self.cues.has_role(lowered)
        while first < size and (
            words[first] in self.cues.honorifics
            or words[first] == "."
            or " ".join(words[first : first + 2]) in self.cues.honorifics
        ):
            first += 1
        if not has_role and self.cues.has_capital_nouns:
            run = tuple(words[first : first + 3])
            is_run = all(opens_high(word) for word in run)
            if is_run and self.names.holds_noun(run) and size - first in {3, 4, 5}:
                first += 1
        if not has_role:
            last = self._before_link(words, lowered, first)
            if last is None or last - first < 2:
                last = size
            return _Split(first if first < size else run_first, last, has_role=False)
        after_role = next(
            (
                i + 1
                for i in range(size - 1, run_first - 1, -1)
                if self.names.is_role(words[i])
                and not (i > run_first and words[i] in self.cues.particles)
            ),
            first,
        )
        first = max(first, after_role)
        while first < size and not opens_high(words[first]):
            first += 1
        if first >= size:
            return _Split(0, size, has_role=True)
        linked = self._before_link(words, lowered, first)
        if linked is not None:
            return _Split(first, linked, has_role=True)
        role = words[first - 1] if first else ""
        if self.cues.is_office_first and role.islower() and role in self.cues.roles:
            return _Split(first, size, has_role=True)
        is_linked = any(word in self.cues.links for word in lowered[1:run_first])
        is_generic = lowered[0] in self.cues.generic_roles or (
            size > 1 and lowered[1] in self.cues.generic_roles
        )
        role = words[max(0, first - 1)].lower()
        is_territorial = role in self.cues.territorial_roles and (
            size - first != 2
            or role in self.cues.local_roles
            or self._is_office(tuple(words[first : first + 1]))
        )
        name_first = self._after_office(
            tuple(words[:size]),
            first,
            is_plain=not is_linked and not is_generic,
            is_territorial=is_territorial,
        )
        if name_first is None:
            return _Split(0, size, has_role=True)
        return _Split(name_first, size, has_role=True)

    def _before_link(self, words: list[str], lowered: list[str], first: int) -> int | None:
        """Where a name ends before its body: "Analyst | Jane Doe | of Northern Research"."""
        for place in range(first + 2, len(words)):
            if lowered[place] in self.cues.links and words[place].islower():
                is_particle = lowered[place] in self.cues.particles
                if is_particle and not self.cues.is_office_first:
                    return None
                given = words[first:place]
                is_name = len(given) <= 3 and all(
                    opens_high(word) and not word.isupper() for word in given
                )
                return place if is_name else None
            if not opens_high(words[place]):
                return None
        return None

    def _after_office(
        self, words: tuple[str, ...], first: int, *, is_plain: bool, is_territorial: bool
    ) -> int | None:
        """Where the name begins after a role and perhaps an office; None where nothing tells.

        Each place is weighed by what the rest of the article says of the words on either side.
        """
        size = len(words)
        best: tuple[float, int] | None = None
        for start in range(first, size):
            weight = self._weight(words[first:start], words[start:])
            if best is None or weight > best[0]:
                best = (weight, start)
        if best is not None and best[0] >= 3:
            return best[1]
        if is_territorial:
            start = first + 1
            while start < size - 1 and words[start] in self.cues.compass:
                start += 1
            return start if start < size else None
        is_short = size - first <= 2 and not self._is_office(words[first:])
        return first if is_plain and is_short else None

    def _weight(self, office: tuple[str, ...], name: tuple[str, ...]) -> float:
        """How well the words part into an office and a name."""
        names = self.names
        weight = {2: 1.2, 3: 1.0}.get(len(name), 0.0)
        if len(name) > 1 and name in names.standing_alone:
            weight += 3
        if names.is_alone(name[-1]) or (len(name) > 1 and names.is_alone(name[0])):
            weight += 2
        if len(name) > 1 and names.is_elsewhere(name[0], name):
            weight -= 2
        if any(len(word) > 1 and word.isupper() for word in name):
            weight -= 3
        if self._is_office(name) or self._is_office(name[-1:]):
            weight -= 5
        is_body = office in names.standing_alone or self._is_office(office)
        if office and (is_body or (office[-1].isupper() and len(name) in {2, 3})):
            weight += 2
        return weight

    def _is_office(self, words: tuple[str, ...]) -> bool:
        """Whether the words name a place or body rather than a person."""
        return bool(words) and (words in self.names.places or words[-1].isupper())
