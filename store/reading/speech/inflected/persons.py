"""Whom a name, a title or a pronoun means: one person under one name across an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.model import Span
from store.reading.speech.inflected.words import Gender, Words

_INITIAL = re.compile(r"[^\W\d_]\.$")
_FULL_NAME = 2
_MOST_HEARD = 12
_SHORTEST_FEMININE = 4


class Persons:
    """The persons of an article: their full names, their titles, who spoke last."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        #: Full names in the article, by the stem of the family name.
        self.fulls: dict[str, list[Span]] = {}
        #: Who was named with a title, by that title.
        self.bearers: dict[str, Span] = {}
        #: The full names in their order.
        self.names: list[Span] = []
        self.genders: dict[str, Gender] = {}
        self.heard: list[Span] = []
        self.last: Span | None = None
        #: The body that a sentence opened with last.
        self.body: Span | None = None
        #: Single names of which a verb of saying told, in the gender that it had.
        self.spoke: set[Span] = set()

    def learn(self, name: Span) -> None:
        """Take words for somebody's full name."""
        self.fulls.setdefault(self.family(name), []).append(name)
        self.names.append(name)

    def note(self, speaker: Span) -> None:
        """Remember who spoke."""
        self.last = speaker
        self.heard.append(speaker)

    def issuer(self) -> Span | None:
        """Whose a document is that nobody is told to own: the body or speaker named last."""
        if self.body is None or self.last is None:
            return self.body or self.last
        return max(self.body, self.last)

    def note_gender(self, name: Span, gender: Gender) -> None:
        """Take one name for a person's whom a verb of saying tells of: Седов заявил."""
        words = self.text[name.start : name.end]
        is_name = words.isalpha() and words.istitle() and words.lower() not in self.words.bodies
        if is_name and gender:
            self.spoke.add(name)
            self.genders.setdefault(self.family(name), gender)

    def is_known(self, low: str) -> bool:
        """Whether somebody in the article has a family name."""
        return self.words.stem(low) in self.fulls

    def bearer(self, low: str) -> Span | None:
        """The person known by a single title in any case: по словам директора."""
        stem = self.words.stem(low)
        name = self.titled(low)
        if name is not None:
            return name
        if any(self.words.stem(word) == stem for word in self.words.epithets):
            return self.recent(self.words.gender_of_owner(low))
        return None

    def titled(self, low: str) -> Span | None:
        """Who was named with a title, by that title in any case."""
        stem = self.words.stem(low)
        return next(
            (name for role, name in self.bearers.items() if self.words.stem(role) == stem), None
        )

    def family(self, name: Span) -> str:
        """A family name without the ending of its case."""
        return self.words.stem(self.text[name.start : name.end].split()[-1].lower())

    def _gender_of(self, name: Span) -> Gender:
        known = self.genders.get(self.family(name), "")
        if known:
            return known
        words = self.text[name.start : name.end].lower().split()
        for word in words:
            if word in self.words.feminine:
                return "f"
            if word in self.words.masculine:
                return "m"
        if words[0] in self.words.roles:
            return "f" if words[0].endswith(self.words.feminine_roles) else "m"
        if len(words) > 1 and words[0].endswith(self.words.soft):
            is_genitive = self.words.ends_as(words[-1], self.words.men_owned)
            is_man = is_genitive and not words[-1].endswith(self.words.feminine_endings)
            return "m" if is_man else "f"
        if len(words) > 1 and self.words.ends_as(words[0], self.words.soft_owned):
            return "f"
        is_long = len(words[-1]) > _SHORTEST_FEMININE  # Котова, not Сова
        if is_long and words[-1].endswith(self.words.feminine_endings):
            return "f"
        return "m" if len(words) > 1 else ""

    def may_be(self, name: Span, gender: Gender) -> bool:
        """Whether nothing tells that somebody is of another gender."""
        return self._gender_of(name) in {gender, ""}

    def recent(self, gender: Gender, before: int = 0) -> Span | None:
        """The person heard last whom a gender suits; of none heard, the one named last before."""
        for name in reversed(self.heard[-_MOST_HEARD:]):
            is_suiting = not gender or (
                self._gender_of(name) in {gender, ""} and not self._is_of_several(name)
            )
            if is_suiting and (self.is_person(name) or name in self.spoke):
                return name
        return self._mentioned(gender, before) if gender else self.last

    def _mentioned(self, gender: Gender, before: int) -> Span | None:
        """The full name before a place, of a gender, that may be a subject's: Самая старая — X."""
        for name in reversed(self.names):
            if name.start >= before or self._gender_of(name) != gender:
                continue
            first = self.text[name.start : name.end].lower().split()[0]
            is_subject = not self.words.ends_as(first, self.words.oblique)
            if is_subject or (gender == "f" and first.endswith(self.words.soft)):
                return name
        return None

    def _is_of_several(self, name: Span) -> bool:
        """Whether words without a name mean several people: местные жители."""
        words = self.text[name.start : name.end].lower().split()
        return any(
            word in self.words.roles and word.endswith(self.words.many) for word in words[:2]
        )

    def is_person(self, name: Span) -> bool:
        """Whether words mean a person by what they are or what the article tells."""
        words = self.text[name.start : name.end]
        low = words.lower().split()
        if low[-1] in self.words.bodies or low[0] in self.words.bodies or words.isupper():
            return False
        if any(word in self.words.roles or word in self.words.epithets for word in low):
            return True
        named = words.split()
        if not all(word[0].isupper() or word in self.words.particles for word in named):
            return False
        return len(named) > 1 or self.is_known(low[-1]) or name in self.bearers.values()

    def meant(self, name: Span, gender: Gender) -> Span | None:
        """Whom a name, title or pronoun means, in the fullest words of the article."""
        words = self.text[name.start : name.end]
        low = words.lower()
        if low in self.words.pronouns and low not in self.words.epithets:
            if low in self.words.feminine:
                gender = "f"
            elif low in self.words.masculine:
                gender = "m"
            return self.recent(gender, name.start)
        is_role = low in self.words.epithets or low in self.words.roles
        parts = low.split()
        is_role = is_role or (parts[0] in self.words.roles and words[1:].islower())
        if is_role or not any(map(str.isupper, words)):
            if len(parts) == 1 or (len(parts) == 2 and parts[0] in self.words.owners):
                bearer = self.bearers.get(parts[-1])
                if bearer is not None:
                    return bearer
                if parts[-1] in self.words.epithets:
                    return self.recent(gender, name.start) or name
            if low in self.words.epithets:
                return self.recent(gender, name.start) or name
            if len(parts) == 2 and self._is_aged(parts):
                return self.recent(gender, name.start) or name
            if parts[0] in self.words.epithets and len(parts) == 2:
                return self.bearers.get(parts[0]) or self.recent(gender) or name
            if len(parts) == 2 and parts[1] in self.words.generic_owners:
                head = self.bearers.get(parts[0])  # глава региона
                if head is None and parts[0] in self.words.epithets:
                    head = self.recent(gender, name.start)
                return head or name
            return name
        return self.known(name)

    def _is_aged(self, words: Sequence[str]) -> bool:
        """Whether words tell the age of somebody named before: 22-летний форвард."""
        return words[-1] in self.words.epithets and words[0].endswith(self.words.ages)

    def known(self, name: Span) -> Span:
        """The fullest form of a name in the article, in the case of subjects where it stands so."""
        words = self.text[name.start : name.end].split()
        if len(words) > 1 and not words[-1][0].isupper():
            return name
        low = words[-1].lower()
        if "." in words[-1] and not _INITIAL.match(words[-1]):
            low = words[-1].rpartition(".")[2].lower()
        best = name
        for full in self.fulls.get(self.words.stem(low), ()):
            other = self.text[full.start : full.end].split()
            if len(words) > 1 and words[0][0] != other[0][0]:
                continue
            if (
                len(words) > 1
                and len(words[0]) > 2
                and len(other[0]) > 2
                and (self.words.stem(words[0].lower())[:3] != self.words.stem(other[0].lower())[:3])
            ):
                continue
            if self._is_better(other, self.text[best.start : best.end].split(), low):
                best = full
        return best

    def _is_better(self, words: Sequence[str], than: Sequence[str], low: str) -> bool:
        """Whether a form of a name has more words, or stands in the case of subjects."""
        if len(than) < _FULL_NAME <= len(words):
            return len(words[-1]) <= len(than[-1])  # not Глебу Осокину for Осокин
        oblique = self.words.ends_as(words[0].lower(), self.words.oblique)
        return (
            len(words) >= len(than)
            and not oblique
            and (self.words.ends_as(than[0].lower(), self.words.oblique))
        )
