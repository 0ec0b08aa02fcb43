"""Who is told to have said what stands in marks: behind it, before it, inside it.

Where names begin and end is the business of `phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.model import Span
from store.reading.quotation_marks import Marked
from store.reading.speech.inflected.persons import Persons
from store.reading.speech.inflected.phrases import DASHES, Phrases, Token
from store.reading.speech.inflected.words import Gender, Words

_INSERTED = re.compile(r"(?<=[,.!?…»”\"])\s*[—–-]\s+(?=[^\W\d_])")
_FULL_NAME = 2
_FARTHEST_VERB = 5


class Source(NamedTuple):
    """Who speaks, and the verb that says so; ``name`` is None where nobody is named."""

    name: Span | None
    cue: Span
    gender: Gender = ""
    #: Whether the words are a name or a description, not a pronoun.
    is_named: bool = True


class Attributions:
    """Finds verbs of saying, frames and what else tells who speaks, in a sentence's tokens."""

    def __init__(self, text: str, words: Words, persons: Persons, phrases: Phrases) -> None:
        self.text = text
        self.words = words
        self.persons = persons
        self.phrases = phrases

    def told(self, tokens: Sequence[Token], begin: int, end: int) -> Source | None:
        """The first verb of saying of a sentence and its subject."""
        for place in range(begin, end):
            size = self.phrases.verb_at(tokens, place, end)
            if size:
                return self._around(tokens, begin, place, size, end)
        return None

    def inside(self, one: Marked) -> Source | None:
        """The attribution that dashes part from what is said: «Да, — сказал X. — Нет»."""
        content_end = one.end - 1 if one.is_closed else one.end
        for dash in _INSERTED.finditer(self.text, one.start + 1, content_end):
            tokens = self.phrases.tokens(dash.end(), content_end)
            end = next((n for n, token in enumerate(tokens) if token.text in DASHES), len(tokens))
            for place in range(min(_FARTHEST_VERB, end)):
                size = self.phrases.verb_at(tokens, place, end)
                if size:
                    return self._around(tokens, 0, place, size, end)
                if not tokens[place].is_word:
                    break
        return None

    def after(self, tokens: Sequence[Token], place: int, end: int) -> Source | None:
        """The attribution behind a quote: «...», — сказал X; — так ответил X; — X."""
        first = place + 1
        has_dash = False
        while first < end and (tokens[first].text in DASHES or tokens[first].text == ","):
            has_dash |= tokens[first].text in DASHES
            first += 1
        if first == place + 1 and first < end and not tokens[first].is_word:
            return None
        stop = next((n for n in range(first, end) if tokens[n].text == ":"), end)
        stop = next((n for n in range(first, stop) if tokens[n].text[0] in ".!?…"), stop)
        if first >= stop:
            return None
        frame = self.phrases.frame_at(tokens, first, stop)
        if frame:
            return self._framed(tokens, first, frame, stop)
        for verb in range(first, min(stop, first + _FARTHEST_VERB)):
            size = self.phrases.verb_at(tokens, verb, stop)
            if size:
                return self._around(tokens, first, verb, size, stop)
            if not tokens[verb].is_word and tokens[verb].mark < 0:
                break
        if not has_dash:
            return None
        found = self.phrases.phrase_at(tokens, first, stop, "", opens=False)
        if found is not None and (found[1] == stop or not tokens[found[1]].is_word):
            return Source(found[0], Span(tokens[place].end, tokens[place].end))
        if tokens[first].low.endswith(self.words.verb_endings):
            source = self._around(tokens, first, first, 1, stop)
            is_alone = first + 1 == stop  # «...», — отрезал.
            return source if source.name is not None or is_alone else None
        return None

    def before(self, tokens: Sequence[Token], begin: int, place: int) -> Source | None:
        """The attribution before a quote: the nearest verb, else a frame in front of it."""
        fronted: Source | None = None
        for verb in range(place - 1, begin - 1, -1):
            size = self.phrases.verb_at(tokens, verb, place)
            if not size:
                continue
            if self._is_of_relative(tokens, begin, verb):
                fronted = self.fronted(tokens, begin, place)
            return fronted or self._around(tokens, begin, verb, size, place)
        return self.fronted(tokens, begin, place)

    def _is_of_relative(self, tokens: Sequence[Token], begin: int, verb: int) -> bool:
        """Whether a relative clause holds a verb: По словам X, письмо, о котором говорил Y, ..."""
        for place in range(verb - 1, begin - 1, -1):
            if tokens[place].text == ",":
                return not self.words.relatives.isdisjoint(
                    token.low for token in tokens[place + 1 : min(place + 3, verb)]
                )
        return False

    def trailing(self, tokens: Sequence[Token], place: int, end: int) -> Source | None:
        """An attribution that ends the sentence: ... «...», сообщил X."""
        for comma in range(place + 1, end - 1):
            if tokens[comma].text != "," and tokens[comma].text not in DASHES:
                continue
            size = self.phrases.verb_at(tokens, comma + 1, end)
            if size:
                return self._around(tokens, comma + 1, comma + 1, size, end)
            frame = self.phrases.frame_at(tokens, comma + 1, end)
            if frame:
                return self._framed(tokens, comma + 1, frame, end)
        return None

    def fronted(self, tokens: Sequence[Token], begin: int, end: int) -> Source | None:
        """The source that a frame names: По словам X, ...; behind a dateline as well."""
        for place in range(begin, end):
            size = self.phrases.frame_at(tokens, place, end)
            if size:
                return self._framed(tokens, place, size, end)
        return None

    def _framed(self, tokens: Sequence[Token], place: int, size: int, end: int) -> Source:
        cue = Span(tokens[place].start, tokens[place + size - 1].end)
        if not self.words.owners.isdisjoint(token.low for token in tokens[place : place + size]):
            owner = next(t.low for t in tokens[place : place + size] if t.low in self.words.owners)
            gender = self.words.gender_of_owner(owner)
            return Source(self.persons.recent(gender, cue.start), cue, gender, is_named=False)
        first = place + size
        stop = next((n for n in range(first, end) if tokens[n].text in {",", ":"}), end)
        return Source(self.owned(tokens, first, stop), cue)

    def _around(
        self, tokens: Sequence[Token], begin: int, verb: int, size: int, end: int
    ) -> Source:
        """A verb and its subject, which stands behind it or before it."""
        cue = Span(tokens[verb].start, tokens[verb + size - 1].end)
        low = tokens[verb].low
        gender = self.words.gender_of_verb(low)
        behind = verb + size
        if low in self.words.gerunds:
            subject = self.phrases.opening_subject(tokens, begin, verb)
            subject = subject or self.phrases.subject_before(tokens, begin, verb, gender)
            return Source(subject, cue, gender)
        stop = self.phrases.end_of_clause(tokens, behind, end)
        if low in self.words.quoting:
            return self._quoted(tokens, behind, stop, cue)
        if low in self.words.impersonal:
            return Source(self._read_in(tokens, begin, verb, behind, stop), cue)
        found = self.phrases.subject_behind(tokens, behind, stop, gender)
        weak: Span | None = None
        if found is not None and self.phrases.is_hearer(found):
            found, weak = None, found
        if found is None or " " not in self.text[found.start : found.end]:
            earlier = self.phrases.subject_before(tokens, begin, verb, gender)
            is_somebody = earlier is not None and self.persons.is_person(earlier)
            if earlier is not None and found is not None:  # Израиль обвинил ХАМАС
                is_somebody |= self.text[found.start : found.end].isupper()
                is_somebody |= low in self.words.accusing
            found = earlier if is_somebody or found is None else found  # X обвинила Север
        single = found
        if low.endswith(self.words.plural_verbs) and not self._is_surely_meant(found):
            found = None
        if found is None and low.endswith(self.words.plural_verbs):
            found = self._place_of_speech(tokens, behind, stop)
            found = found or self._place_of_speech(tokens, begin, verb)
        found = found or weak or single
        if found is None or (found == weak and self._is_told_to(found, gender)):
            return Source(None, cue, gender)
        is_named = self.text[found.start : found.end].lower() not in self.words.pronouns
        return Source(found, cue, gender, is_named)

    def _is_told_to(self, agency: Span, gender: Gender) -> bool:
        """Whether a verb tells of a man before, not of an agency: řekl ČTK; powiedział PAP."""
        if gender != "m" or self.text[agency.start : agency.end].lower() in self.words.masculine:
            return False
        return self.persons.last is not None and self.persons.is_person(self.persons.last)

    def _is_surely_meant(self, found: Span | None) -> bool:
        """Whether words are more than one with a capital: not Потерь, утверждают в ведомстве."""
        if found is None:
            return False
        words = self.text[found.start : found.end]
        low = words.lower()
        is_one = words.istitle() and " " not in words
        return not is_one or low in self.words.pronouns or self.persons.is_person(found)

    def _end_of_body(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where a body ends before what its verb takes: в Госдепе США | происходящее назвали."""
        for place in range(first + 1, end):
            if tokens[place].text[0].islower() and tokens[place].low.endswith(self.words.taken):
                return place
        return end

    def _place_of_speech(self, tokens: Sequence[Token], first: int, end: int) -> Span | None:
        """The body in which it was said: отметили в пресс-службе X."""
        for place in range(first, end - 1):
            if tokens[place].low not in self.words.inside or not (
                tokens[place + 1].is_word or tokens[place + 1].mark >= 0
            ):
                continue
            if tokens[place + 1].low in self.words.calendar or tokens[place + 1].text[0].isdigit():
                continue
            last = self.phrases.end_of_description(tokens, place + 1, end, wide=True)
            last = self._end_of_body(tokens, place + 1, last)
            head = tokens[place + 1 : last]
            is_body = any(
                token.is_high or token.mark >= 0 or self.words.is_body(token.low) for token in head
            )
            is_done_there = any(  # в Ломске прочитали письма, которые …
                token.text[0].islower() and token.low.endswith(self.words.done)
                for token in head[1:]
            )
            if last > place + 1 and is_body and not is_done_there:
                return Span(head[0].start, head[-1].end)
        return None

    def _read_in(
        self, tokens: Sequence[Token], begin: int, verb: int, behind: int, end: int
    ) -> Span | None:
        """Whose statement is read: говорится в сообщении X; the last body where nobody's."""
        for first, last in ((behind, end), (begin, verb)):
            for place in range(first, last):
                if tokens[place].low.startswith(self.words.document_stems):
                    owner = self._issuer(tokens, place + 1)
                    owner = owner or self.owned(tokens, place + 1, last)
                    if owner is not None:
                        return owner
        return self.persons.issuer()

    def _issuer(self, tokens: Sequence[Token], place: int) -> Span | None:
        """Who gave out what is read: говорится в письме, которое разослала пресс-служба X."""
        end = next((n for n in range(place, len(tokens)) if tokens[n].text == "."), len(tokens))
        if place + 1 >= end or tokens[place + 1].low not in self.words.relatives:
            return None
        return self.phrases.subject_behind(tokens, place + 2, end, "")

    def owned(self, tokens: Sequence[Token], first: int, end: int) -> Span | None:
        """Who is named in the case of possession: словам пресс-секретаря губернатора Анны Лис."""
        while first < end and (not tokens[first].is_word and tokens[first].mark < 0):
            first += 1
        if first < end and tokens[first].low in self.words.owners:
            gender = self.words.gender_of_owner(tokens[first].low)
            return self.persons.recent(gender, tokens[first].start)
        bearer = self._bearer_alone(tokens, first, end)
        if bearer is not None:
            return bearer
        last = self._end_of_owner(
            tokens, first, self.phrases.end_of_description(tokens, first, end)
        )
        if last <= first:
            return None
        runs = [
            (begin + first, stop + first) for begin, stop in self.phrases.runs(tokens[first:last])
        ]
        if runs:
            begin, stop = runs[-1]
            is_one = stop == last and stop - begin == 1 and begin > first
            is_one = is_one and not tokens[begin].is_acronym
            if is_one and self.phrases.is_owned_role(tokens[begin - 1]):
                return self.persons.known(Span(tokens[begin].start, tokens[begin].end))
            is_named = stop == last and stop - begin >= _FULL_NAME and begin > first
            begin = (
                self._begin_of_owner(tokens, begin, stop) if is_named or begin == first else first
            )
            if stop == last and stop - begin >= _FULL_NAME:
                return self.persons.known(Span(tokens[begin].start, tokens[stop - 1].end))
            if stop == last and begin == first:
                return self.persons.known(Span(tokens[begin].start, tokens[stop - 1].end))
        words = Span(tokens[first].start, tokens[last - 1].end)
        return (self.persons.bearer(tokens[first].low) if last - first == 1 else None) or words

    def _bearer_alone(self, tokens: Sequence[Token], first: int, end: int) -> Span | None:
        """Whom a title means that nothing goes on: Zdaniem wójta | droga jest gotowa."""
        if first + 1 >= end or not tokens[first + 1].text[0].islower():
            return None
        following = tokens[first + 1].low
        if following in self.words.generic_owners or following.endswith(self.words.genitives):
            return None
        return self.persons.titled(tokens[first].low)

    def _end_of_owner(self, tokens: Sequence[Token], first: int, end: int) -> int:
        """Where an owner's words end before the subject: По мнению суда | директор действовал."""
        for place in range(first + 1, end):
            is_named = place + 1 < end and tokens[place + 1].is_high
            is_subject = tokens[place].low in self.words.roles and not is_named
            if is_subject and tokens[place - 1].low not in self.words.roles:
                return place
            if self._is_name_of_body(tokens, place, end):
                return place + 1
        return end

    def _is_name_of_body(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether one name behind a body's noun ends its words: agencji Reuters | strony są."""
        if place + 1 >= end or not tokens[place].is_high or tokens[place - 1].is_high:
            return False
        following = tokens[place + 1]
        goes_on = following.is_high or following.low.endswith(self.words.genitives)
        is_body = self.words.stem(tokens[place - 1].low) in self.words.body_stems
        return is_body and following.is_word and not goes_on

    def _begin_of_owner(self, tokens: Sequence[Token], first: int, end: int) -> int:
        if end - first > _FULL_NAME:
            if tokens[first].text.isascii():
                return first  # The North Star
            if self.words.is_patronymic_oblique(tokens[end - 2].low):
                return max(first, end - 3)
            if not any(token.low in self.words.particles for token in tokens[first:end]):
                return end - _FULL_NAME
        return first

    def _quoted(self, tokens: Sequence[Token], first: int, end: int, cue: Span) -> Source:
        """Whom another quotes: цитирует агентство X; приводит ТАСС слова X."""
        has_subject = False
        for place in range(first, end):
            token = tokens[place]
            if token.low in self.words.owners:
                gender = self.words.gender_of_owner(token.low)
                return Source(self.persons.recent(gender, token.start), cue)
            is_title = token.low in self.words.words_of
            if is_title or self.phrases.is_owned_role(token):
                start = place + is_title
                stops = (
                    n
                    for n in range(start + 1, end)
                    if tokens[n].is_acronym or tokens[n].low in self.words.bodies
                )
                stop = end if has_subject else next(stops, end)
                return Source(self.owned(tokens, start, stop), cue)
            is_name = self.phrases.is_capital(token) and self.words.ends_as(
                token.low, self.words.oblique
            )
            is_agency = tokens[place - 1].is_acronym and not self.persons.is_known(token.low)
            if is_name and not token.is_acronym and not is_agency:
                last = place + 1
                while last < end and self.phrases.is_capital(tokens[last]):
                    if tokens[last].is_acronym:
                        break  # цитирует Пескарева ТАСС
                    last += 1
                return Source(self.persons.known(Span(token.start, tokens[last - 1].end)), cue)
            has_subject |= token.mark >= 0 or token.is_acronym or token.low in self.words.bodies
        return Source(None, cue)
