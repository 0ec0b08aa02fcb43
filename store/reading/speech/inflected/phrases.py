"""Words, names and descriptions: where one begins and ends, and which is a verb's subject.

Which person they mean is the business of `persons.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from store.model import Span
from store.reading.patterns import any_of
from store.reading.speech.inflected.persons import Persons
from store.reading.speech.inflected.words import Entries, Gender, Words

#: An initial with its stop, a word, stops, or another sign.
_TOKEN = r"[A-ZĀ-žЀ-Я]\.(?=\s?[^\W\d_])|[^\W_]+(?:[-'’][^\W_]+)*|[.!?…]+|[,:;()]|[—–]|-(?=\s)"
DASHES = frozenset("—–-")
#: Stands for a marked stretch.
MARK = "«»"
INITIAL = re.compile(r"[^\W\d_]\.$")
_FULL_NAME = 2


class Token(NamedTuple):
    """A word or sign; of a marked stretch (``«»``) its index among those of the page."""

    start: int
    end: int
    text: str
    low: str
    mark: int = -1

    @property
    def is_word(self) -> bool:
        """Whether letters or digits open it."""
        return self.text[0].isalnum()

    @property
    def is_high(self) -> bool:
        """Whether it is a word with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is in capitals: МИД, США."""
        return len(self.text) > 1 and self.text.isupper()


class Phrases:
    """Finds names, descriptions and subjects among the words of an article."""

    def __init__(self, text: str, words: Words, persons: Persons) -> None:
        self.text = text
        self.words = words
        self.persons = persons
        self.token = _pattern_of_tokens(words)

    def full_names(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """The full names of a line."""
        for first, end in self.runs(tokens):
            first = self._begin_of_name(tokens, first, end)
            words = tokens[first:end]
            if len(words) < _FULL_NAME or any(word.is_acronym for word in words):
                continue
            if self.words.is_common(words[0].low):
                continue  # У Липовську
            yield Span(words[0].start, words[-1].end)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words and signs of a stretch."""
        return [
            Token(match.start(), match.end(), match[0], match[0].lower())
            for match in self.token.finditer(self.text, start, end)
        ]

    def runs(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where capitalised words stand in a row, particles inside names and initials included."""
        place = 0
        while place < len(tokens):
            if not self.is_capital(tokens[place]):
                place += 1
                continue
            end = place + 1
            while (
                end < len(tokens)
                and self._is_beside(tokens, end)
                and (
                    tokens[end].is_high
                    or (
                        tokens[end].low in self.words.particles
                        and end + 1 < len(tokens)
                        and (
                            self.is_capital(tokens[end + 1])
                            or tokens[end + 1].low in self.words.particles
                        )
                    )
                )
            ):
                end += 1
            yield place, end
            place = end

    def _is_beside(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether nothing but a blank stands between a word and the one before it."""
        between = self.text[tokens[place - 1].end : tokens[place].start]
        return not between.strip() and "\n" not in between

    def is_capital(self, token: Token) -> bool:
        """Whether a word has a capital and is no day or month."""
        return token.is_high and token.low not in self.words.calendar

    def echo_at(self, tokens: Sequence[Token], place: int) -> int:
        """How many tokens point back to what was said: об этом."""
        end = len(tokens) - 1
        return _size(self.words.echoes, tokens, place, end) if place < end else 0

    def label_at(self, tokens: Sequence[Token], place: int) -> int:
        """How many tokens say that somebody's words follow: пряма мова."""
        return _size(self.words.labels, tokens, place, len(tokens))

    def frame_at(self, tokens: Sequence[Token], place: int, end: int) -> int:
        """How many tokens name a source by what stands behind them: по словам."""
        size = _size(self.words.frames, tokens, place, end)
        if size or tokens[place].low not in self.words.as_words:
            return size
        verb = place + 1
        if verb < end and tokens[verb].low in self.words.openers:
            verb += 1  # как ранее сообщил
        is_said = verb < end and tokens[verb].low in self.words.verbs
        return verb + 1 - place if is_said else 0

    def verb_at(self, tokens: Sequence[Token], place: int, end: int) -> int:
        """How many tokens are a verb of saying there."""
        low = tokens[place].low
        known = self.words
        if low in known.verbs or low in known.impersonal or low in known.quoting:
            return 1
        if low in known.gerunds:
            return 1
        if place + 1 < end and f"{low} {tokens[place + 1].low}" in known.verbs:
            return 2
        return 0

    def end_of_clause(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where the clause of a verb ends: at “that”, a colon, a mark that is no name."""
        for place in range(first, end):
            token = tokens[place]
            if token.text in {":", ";"} or token.text in DASHES or token.text[0] in ".!?…":
                return place
            if token.text == "," and place + 1 < end:
                following = tokens[place + 1].low
                if following in self.words.complementizers or following in self.words.stops:
                    return place
        return end

    def subject_behind(
        self, tokens: Sequence[Token], first: int, end: int, gender: Gender
    ) -> Span | None:
        """The subject behind a verb: past whom it is told and where: в среду журналистам X."""
        place = first
        weak: Span | None = None
        while place < end:
            token = tokens[place]
            if token.text == "," or token.mark >= 0 or not token.is_word:
                place += 1
                if token.text == ",":
                    break
                continue
            if token.low in self.words.prepositions:
                place = self._behind_preposition(tokens, place, end, gender)
                continue
            found = self.phrase_at(tokens, place, end, gender, opens=False)
            if found is None:
                place += 1
                continue
            if not self.is_hearer(found[0]):
                return self._titled_next(tokens, found[1], end, gender) or found[0]
            weak = weak or found[0]
            place = found[1]
        return weak

    def _titled_next(
        self, tokens: Sequence[Token], place: int, end: int, gender: Gender
    ) -> Span | None:
        """Who is named with a title right behind another name: с ним из Радио Волна | врач X."""
        if not self._role_at(tokens, place, end) or not tokens[place - 1].is_high:
            return None
        found = self.phrase_at(tokens, place, end, gender, opens=False)
        return found[0] if found is not None and self._is_full(found[0]) else None

    def is_hearer(self, name: Span) -> bool:
        """Whether an acronym may as well be whom it was told: рассказала РБК жительница."""
        first = self.text[name.start : name.end].split()[0]
        is_acronym = len(first) > 1 and first.isupper()  # РИА Новости
        return is_acronym and first.lower() not in self.words.bodies

    def _behind_preposition(
        self, tokens: Sequence[Token], place: int, end: int, gender: Gender
    ) -> int:
        """The place behind a preposition and its noun: на заседании в Заречном районном суде |."""
        place += 1
        while place < end and tokens[place].is_word:
            low = tokens[place].low
            if not low.endswith(self.words.oblique_adjectives) and not low[0].isdigit():
                break
            place += 1
        if place < end and (tokens[place].is_word or tokens[place].mark >= 0):
            place += 1
        while place < end and self._goes_on(tokens, place, end):
            place += 1
        while place < end and self.is_capital(tokens[place]) and tokens[place - 1].is_high:
            if self.words.ends_as(tokens[place].low, self.words.oblique):
                place += 1
            else:
                break
        return place

    def _goes_on(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether a word goes on with what a preposition governs: на заседании | суда."""
        token, before = tokens[place], tokens[place - 1]
        if token.mark >= 0:
            return before.is_word
        if not token.is_word or before.low in self.words.calendar:
            return False
        if before.is_acronym:  # в ВМС Юга
            return token.is_high and self.words.ends_as(token.low, self.words.oblique)
        if token.is_acronym:
            return not before.is_high or self.words.is_body(before.low)
        low = token.low
        if low in self.words.stops or low in self.words.prepositions or low in self.words.pronouns:
            return False
        if low.endswith(self.words.oblique_adjectives) and not self._role_at(tokens, place, end):
            return not token.is_high or (
                place + 1 < end and tokens[place + 1].is_word and not tokens[place + 1].is_high
            )
        if token.is_high or low.endswith(self.words.adjectives):
            return False
        return (
            not self._role_at(tokens, place, end)
            and not self.verb_at(tokens, place, end)
            and (low not in self.words.bodies or self._is_described(before))
        )

    def _is_described(self, before: Token) -> bool:
        """Whether an adjective in the case of what a preposition governs stands there."""
        return before.text[0].islower() and before.low.endswith(self.words.oblique_adjectives)

    def subject_before(
        self, tokens: Sequence[Token], begin: int, verb: int, gender: Gender
    ) -> Span | None:
        """The subject before a verb, in its own part of the sentence or else before that."""
        if verb > begin and tokens[verb - 1].low in self.words.coordinators:
            verb = self._end_of_main_clause(tokens, begin, verb)
        own = self._begin_of_own(tokens, begin, verb)
        found = self._nearest_subject(tokens, own, verb, gender)
        return found or (self._nearest_subject(tokens, begin, own, gender) if own > begin else None)

    def _end_of_main_clause(self, tokens: Sequence[Token], begin: int, verb: int) -> int:
        """Where “that” stands between a subject and its second verb: X сказал, | что …, и …."""
        for place in range(begin, verb):
            if tokens[place].low in self.words.complementizers:
                return place
        return verb

    def _nearest_subject(
        self, tokens: Sequence[Token], begin: int, verb: int, gender: Gender
    ) -> Span | None:
        """The nearest phrase before a verb that no preposition governs."""
        place = begin
        best: Span | None = None
        while place < verb:
            token = tokens[place]
            if not token.is_word:
                place += 1
                continue
            frame = self.frame_at(tokens, place, verb)
            if frame:
                comma = next((n for n in range(place, verb) if tokens[n].text == ","), verb)
                place = comma + 1
                continue
            if token.low in self.words.prepositions:
                place = self._behind_preposition(tokens, place, verb, gender)
                continue
            found = self.phrase_at(tokens, place, verb, gender, opens=place == begin)
            if found is None:
                place += 1
                continue
            is_aside = place > begin and tokens[place - 1].text == ","
            if best is None or (
                not self._is_full(best) and (self._is_somebody(found[0]) or not is_aside)
            ):
                best = found[0]
            place = max(found[1], place + 1)
        return best

    def _is_somebody(self, found: Span) -> bool:
        """Whether words are a person or a pronoun: Вернувшись, | он сказал."""
        low = self.text[found.start : found.end].lower()
        return low in self.words.pronouns or self.persons.is_person(found)

    def _begin_of_own(self, tokens: Sequence[Token], begin: int, verb: int) -> int:
        """Where a verb's own part of a sentence begins: Как сообщает ТАСС, | X сказал."""
        comma = -1
        for place in range(verb - 1, begin - 1, -1):
            if tokens[place].text == ",":
                comma = place
            elif comma >= 0 and self.verb_at(tokens, place, verb):
                return comma + 1
        return begin

    def _is_full(self, name: Span) -> bool:
        words = self.text[name.start : name.end].split()
        return len(words) >= _FULL_NAME and words[-1][0].isupper() and words[0][0].isupper()

    def phrase_at(
        self, tokens: Sequence[Token], place: int, end: int, gender: Gender, *, opens: bool
    ) -> tuple[Span, int] | None:
        """The name, title or body that begins at a token in the case of subjects, and its end."""
        if place >= end or not tokens[place].is_word:
            return None
        token = tokens[place]
        if token.low in self.words.pronouns and token.low not in self.words.epithets:
            return Span(token.start, token.end), place + 1
        if token.low in self.words.owners:
            found = self.phrase_at(tokens, place + 1, end, gender, opens=False)
            if found is None or self._is_full(found[0]) or tokens[place + 1].is_high:
                return found
            return Span(token.start, found[0].end), found[1]
        size = _size(self.words.determiners, tokens, place, end)
        if size:
            last = self.end_of_description(tokens, place + size, end)
            return (Span(token.start, tokens[last - 1].end), last) if last > place + size else None
        head = place
        while head < end and self._is_adjective(tokens[head].low):
            head += 1
        size = self._role_at(tokens, head, end)
        if not size:
            size = self._role_at(tokens, place, end)
            head = place if size or not self._is_described_body(tokens, place, head, end) else head
        if size:
            return self._titled(tokens, place, head + size, end, gender)
        if head < end and tokens[head].low in self.words.bodies:
            last = self.end_of_description(tokens, head + 1, end, wide=True)
            return Span(token.start, tokens[last - 1].end), last
        if not self.is_capital(token):
            return None
        if opens and self.words.is_common(token.low):
            return None
        return self._name_at(tokens, place, end, gender)

    def _is_adjective(self, low: str) -> bool:
        """Whether a word that may stand before a title or body is none itself."""
        words = self.words
        is_noun = low in words.bodies or low in words.roles
        return low.endswith(words.adjectives) and not is_noun

    def _is_described_body(self, tokens: Sequence[Token], place: int, head: int, end: int) -> bool:
        """Whether adjectives stand before a body: Липовский районный | суд."""
        if head >= end or tokens[head].low not in self.words.bodies:
            return False
        words = (token.low for token in tokens[place:head])
        return not any(low in self.words.stops or low.endswith(self.words.finite) for low in words)

    def _role_at(self, tokens: Sequence[Token], place: int, end: int) -> int:
        if place >= end or not tokens[place].is_word:
            return 0
        low = tokens[place].low
        for size in (3, 2):
            if place + size <= end and (
                tuple(token.low for token in tokens[place : place + size]) in self.words.long_roles
            ):
                return size
        if low in self.words.roles or (
            low.endswith(self.words.role_endings) and not tokens[place].is_high
        ):
            return 1
        return int(low.rpartition("-")[2] in self.words.roles)

    def opening_subject(self, tokens: Sequence[Token], begin: int, end: int) -> Span | None:
        """The person with a name or title who opens a sentence."""
        first = self._first_of_subject(tokens, begin, end)
        found = self.phrase_at(tokens, first, end, "", opens=True)
        if found is None or found[1] >= end or not self.persons.is_person(found[0]):
            return None
        return found[0]

    def opening_body(self, tokens: Sequence[Token], begin: int, end: int) -> Span | None:
        """The body that opens a sentence: Rada Miasta | przyjęła budżet."""
        first = self._first_of_subject(tokens, begin, end)
        if first >= end or tokens[first].low not in self.words.bodies:
            return None
        found = self.phrase_at(tokens, first, end, "", opens=True)
        if found is None or found[1] >= end:
            return None
        last = found[1]
        if not self._is_finite(tokens[last]):
            verbs = (n for n in range(last - 1, first, -1) if self._is_finite(tokens[n]))
            last = next(verbs, last)
        return Span(found[0].start, tokens[last - 1].end)

    def _is_finite(self, token: Token) -> bool:
        """Whether a small word ends as a verb that tells what somebody did: przyjęła."""
        words = self.words
        past = (*words.feminine_verbs, *words.masculine_verbs, *words.done, *words.finite)
        return token.text[0].islower() and token.low.endswith(past)

    def _first_of_subject(self, tokens: Sequence[Token], begin: int, end: int) -> int:
        """Where a sentence begins behind words such as “meanwhile”: Tymczasem | rada …"""
        while begin < end and (
            not tokens[begin].is_word or tokens[begin].low in self.words.openers
        ):
            begin += 1
        return begin

    def titled_name(self, tokens: Sequence[Token], begin: int, end: int) -> Span | None:
        """Who is named with a title behind another verb: Иного мнения тренер Лев Ким."""
        place = begin
        while place < end:
            if tokens[place].low in self.words.prepositions:
                place = self._behind_preposition(tokens, place, end, "")
                continue
            if tokens[place].text[0].islower() and self._role_at(tokens, place, end):
                found = self.phrase_at(tokens, place, end, "", opens=False)
                if found is not None and self._is_full(found[0]):
                    return found[0]
            place += 1
        return None

    def _titled(
        self, tokens: Sequence[Token], first: int, behind: int, end: int, gender: Gender
    ) -> tuple[Span, int]:
        """The name behind a title; the title with what tells whose, where no name follows."""
        role = tokens[behind - 1].low
        is_woman = role in self.words.feminine or role.endswith(self.words.feminine_roles)
        if is_woman:
            gender = "f"
        last = self.end_of_description(tokens, behind, end)
        if role in self.words.anonymous:
            last = self._end_of_whereabouts(tokens, last, end)
            return Span(tokens[first].start, tokens[last - 1].end), last
        if self._is_told_of(tokens, behind, last):
            return Span(tokens[first].start, tokens[behind - 1].end), behind
        named = self._name_in(tokens, behind, last, gender)
        if named is None or not self._is_full(named[0]):
            wide = self.end_of_description(tokens, behind, end, wide=True, has_places=True)
            further = self._name_in(tokens, last, wide, gender) if wide > last else None
            if further is not None and self._is_full(further[0]):
                named = further
        if named is None and last < end and tokens[last].text == ",":
            named = self._name_beyond(tokens, last + 1, end, gender)
        if named is None:
            return Span(tokens[first].start, tokens[last - 1].end), last
        self.persons.bearers.setdefault(role, named[0])
        for token in tokens[first:behind]:
            self.persons.bearers[token.low] = named[0]
        if is_woman:
            self.persons.genders[self.persons.family(named[0])] = "f"
        return named

    def _end_of_whereabouts(self, tokens: Sequence[Token], place: int, end: int) -> int:
        """Where ends in what body somebody without a name is: источник | в полиции города."""
        if place + 1 >= end:
            return place
        is_at = tokens[place].low in self.words.inside or tokens[place].low in self.words.origins
        if not is_at or not self.words.is_body(tokens[place + 1].low):
            return place
        return self.end_of_description(tokens, place + 1, end)

    def _is_told_of(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether a verb stands right behind who was named before: чоловік | провів рік."""
        if place >= end or not tokens[place].text[0].islower():
            return False
        past = (*self.words.masculine_verbs, *self.words.feminine_verbs)
        is_before = tokens[place - 1].low in self.words.epithets
        return is_before and tokens[place].low.endswith(past)

    def _name_beyond(
        self, tokens: Sequence[Token], place: int, end: int, gender: Gender
    ) -> tuple[Span, int] | None:
        """The full name beyond a comma: владелец квартиры, 45-летний Олег Тихомиров."""
        while place < end and tokens[place].is_word and not self.is_capital(tokens[place]):
            if tokens[place].low in self.words.stops:
                return None
            place += 1
        if place >= end or not self.is_capital(tokens[place]):
            return None
        found = self._name_at(tokens, place, end, gender)
        return found if found is not None and self._is_full(found[0]) else None

    def end_of_description(
        self,
        tokens: Sequence[Token],
        place: int,
        end: int,
        *,
        wide: bool = False,
        has_places: bool = False,
    ) -> int:
        """Where the words end that tell whose or what somebody is; wide ones with their field."""
        while place < end:
            token = tokens[place]
            if token.mark >= 0:
                place += 1
                continue
            if not token.is_word:
                break
            low = token.low
            if wide and self._opens_field(tokens, place, end, has_places=has_places):
                place += 2
                continue
            if not token.is_high and self._ends_description(low):
                break
            is_outside = low in self.words.calendar or low.endswith(self.words.hearers)
            if is_outside and not token.is_high:
                break
            if token.text[0].islower() and low.endswith(self.words.finite):
                break
            place += 1
        return place

    def _ends_description(self, low: str) -> bool:
        """Whether a small word is none of a description: глава совета | в среду."""
        words = self.words
        return low in words.stops or low in words.prepositions or low in words.verbs

    def _opens_field(
        self, tokens: Sequence[Token], place: int, end: int, *, has_places: bool
    ) -> bool:
        """Whether a preposition stands inside what a body is called: по Липовску; со СМИ.

        Inside somebody's title it may stand before a place: посол в Вене X.
        """
        low = tokens[place].low
        if place + 1 >= end or low not in self.words.prepositions:
            return False
        following = tokens[place + 1]
        is_of_place = has_places and low in self.words.origins
        if is_of_place and (following.mark >= 0 or self.is_capital(following)):
            return True
        is_in_place = low in self.words.inside and self.is_capital(following)
        if is_in_place and (has_places or self._is_in_name(tokens, place)):
            return True
        return low in self.words.inner or tokens[place + 1].is_acronym

    def _is_in_name(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a body's name with capitals stands before a place: Sąd Rejonowy | w Gdańsku."""
        name, before = tokens[place - 1], tokens[place - 2]
        if self.words.is_body(name.low):
            name, before = before, name  # Městský soud | v Praze
        is_adjective = name.low.endswith((*self.words.adjectives, *self.words.oblique_adjectives))
        return is_adjective and name.is_high and self.words.is_body(before.low)

    def _name_in(
        self, tokens: Sequence[Token], first: int, end: int, gender: Gender
    ) -> tuple[Span, int] | None:
        """The last capitalised run of a description that is a person's name."""
        best: tuple[Span, int] | None = None
        for begin, last in self.runs(tokens[first:end]):
            begin, last = begin + first, last + first
            name = self._name_at(tokens, begin, last, gender, behind_role=True)
            if name is not None:
                best = name
        return best

    def _name_at(
        self,
        tokens: Sequence[Token],
        place: int,
        end: int,
        gender: Gender,
        *,
        behind_role: bool = False,
    ) -> tuple[Span, int] | None:
        """The name in the capitalised words that begin at a token."""
        run = next(self.runs(tokens[place:end]), None)
        if run is None or run[0]:
            return None
        last = place + run[1]
        is_body = last - place > 1 and self.words.stem(tokens[place].low) in self.words.body_stems
        if is_body and place and not tokens[place].is_acronym:
            place += 1
            if self._is_body_alone(tokens, place, last):
                return None
        first = self._begin_of_name(tokens, place, last)
        if behind_role and last - first > _FULL_NAME:
            first = self._behind_place(tokens, first, last, gender)
        if last - first > 1:
            return Span(tokens[first].start, tokens[last - 1].end), last
        name = tokens[first]
        is_known = self.persons.is_known(name.low)
        if not is_known and not behind_role and first > place and tokens[first - 1].is_acronym:
            return Span(tokens[place].start, name.end), last  # РИА Новости
        if INITIAL.match(name.text) or self.words.ends_as(name.low, self.words.hearers):
            return None
        if not is_known and (
            self._is_of_title(name, gender) if behind_role else self._is_of(tokens, place, end)
        ):
            return None
        return Span(name.start, name.end), last

    def _behind_place(self, tokens: Sequence[Token], first: int, end: int, gender: Gender) -> int:
        """Where a name begins behind what its title is of: starostka Lhotic | Eva Malá.

        Adjectives in the case of possession are no names, nor what ends as no woman's name does.
        """
        for place in range(end - _FULL_NAME - 1, first, -1):
            token = tokens[place]
            is_adjective = token.low.endswith(self.words.oblique_adjectives)
            if is_adjective and token.low.endswith(self.words.genitives):
                return place + 1  # zarządu Wód Polskich | Iwona Stasiak
        is_woman = gender == "f" and tokens[end - _FULL_NAME].low.endswith(self.words.soft)
        is_place = is_woman and not tokens[first].low.endswith(self.words.soft)
        return end - _FULL_NAME if is_place else first

    def _is_body_alone(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether words with capitals are a body's in the case of possession: Сейма Литвы."""
        return all(
            self.words.ends_as(tokens[n].low, self.words.genitives) for n in range(place, end)
        )

    def _is_of_title(self, name: Token, gender: Gender) -> bool:
        """Whether one word behind a title tells whose it is: глава Липовска, начальник МЧС."""
        words = self.words
        if name.low in words.masculine:
            return False
        if name.is_acronym or words.ends_as(name.low, words.genitives):
            return True
        return gender != "f" and words.ends_as(name.low, words.soft)

    def _is_of(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether one word tells whose the noun before it is: ассоциация | России."""
        if not place or not tokens[place - 1].text[0].islower():
            return False
        before = tokens[place - 1].low
        if before not in self.words.bodies and self.words.stem(before) in self.words.body_stems:
            return True  # агентству | Reuters
        is_genitive = self.words.ends_as(tokens[place].low, self.words.genitives)
        return is_genitive and not self.verb_at(tokens, place - 1, end)

    def _begin_of_name(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where the name begins in capitalised words: Липовска | Артем Сушков."""
        for place in range(end - 1, first - 1, -1):
            if tokens[place].is_acronym and place + 1 < end and len(tokens[place].text) > 1:
                first = place + 1
                break
        while end - first > 1 and self._role_at(tokens, first, end):
            first += 1
        words = self.words
        if end - first > 1 and first and tokens[first - 1].low in words.prepositions:
            first += 1  # посол в Вене | Юрий Ушков
        if end - first < _FULL_NAME:
            return first
        for place in range(first + 1, end):
            if tokens[place].low in words.particles:
                while first + 1 < place and self.words.ends_as(tokens[first].low, words.genitives):
                    first += 1
                return first
        if end - first > _FULL_NAME:
            if self.words.is_patronymic(tokens[end - 2].low):
                return max(first, end - 3)
            if self.words.is_patronymic(tokens[end - 1].low) and end - first == 3:
                is_place = self.words.ends_as(tokens[first].low, words.genitives)
                return first + is_place
            while end - first > _FULL_NAME and self.words.ends_as(
                tokens[first].low, (*words.genitives, *words.soft)
            ):
                first += 1
        elif self.words.ends_as(tokens[first].low, words.genitives) and (
            not self.words.ends_as(tokens[first + 1].low, words.genitives)
        ):
            return first + 1
        return first

    def is_owned_role(self, token: Token) -> bool:
        """Whether a word is a title in another case than a subject's: представителя."""
        if token.low in self.words.roles:
            return False
        return self.words.stem(token.low) in self.words.role_stems


@cache
def _pattern_of_tokens(words: Words) -> re.Pattern[str]:
    """What parts a text into tokens; titles written with a stop are words: prof. Anna Lis."""
    short = [role[:-1] for role in words.roles if role.endswith(".")]
    return re.compile(rf"\b(?i:{any_of(short)})\.|{_TOKEN}" if short else _TOKEN)


def _size(entries: Entries, tokens: Sequence[Token], place: int, end: int) -> int:
    """How many tokens an entry takes that begins at one of them; 0 for none."""
    for words in entries.get(tokens[place].low, ()):
        last = place + len(words)
        if last <= end and all(tokens[place + n].low == word for n, word in enumerate(words)):
            return len(words)
    return 0
