"""Which person a phrase means: one person under one name across an article.

A phrase ("Hartono", "juru bicara itu", "-nya") comes in, the words that name the person most fully
come out, with a place where exactly those words stand. The article's names are the business of
`names.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from store.model import Span
from store.reading.speech.spaced.names import Names
from store.reading.speech.spaced.parting import Parting
from store.reading.speech.spaced.phrases import (
    Phrase,
    is_owned_role,
    phrase_after,
    stands_before_name,
)
from store.reading.speech.spaced.subjects import one_of_several, subject_behind_matter
from store.reading.speech.spaced.tokens import Tokens
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    AUXILIARY,
    BARRIER,
    BEFORE,
    BODY,
    CALENDAR,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DIGIT,
    END,
    FINITE,
    FUNCTION,
    HONORIFIC,
    INDEFINITE,
    LAST_OF_ROLE,
    LINK,
    LOCATIVE,
    NAMING,
    NEGATION,
    OBLIQUE,
    OWNING,
    PRONOUN,
    RELATIVE,
    ROLE,
    ROLE_BEGINS,
    ROLE_ENDING,
    SEVERAL,
    SMALL,
    STOP,
    TIME_NOUN,
    TOWARDS,
    UPPER,
    WHOLE_ROLE,
    WORD,
    Cues,
    Gender,
    bare,
    opens_high,
)

_ENDS = frozenset(".!?…\n")
_LONGEST_BODY = 5
_LONGEST_CROWD = 4
_LONGEST_HEAD = 4
_IN_NO_NAME = ROLE | BODY | STOP | DETERMINER | LINK | FUNCTION
_LONGEST_OFFICE = 80
_LONGEST_PLACE = 9
_LONGEST_WHEN = 5
_LONGEST_ADVERBIAL = 14
_MEMORY = 100
_WITH_ARTICLE = 2
_NEARBY = 300
_EDGES = re.compile(r"[.,;:!?\n“”«»\"]\s*")
_PARTS = re.compile(r"[\s'’]+")
_WORD = re.compile(r"\w+")


class Heard(NamedTuple):
    """Somebody who spoke, or who was named as the subject of a sentence."""

    speaker: Span
    words: str
    is_person: bool


def bare_article(word: str) -> str:
    """A word without an article that is written together with it (l'agence)."""
    return word[2:] if word[1:2] in {"'", "’"} else word


class Speakers:
    """Who has spoken so far, in text order, and who a phrase means."""

    def __init__(self, text: str, lines: Sequence[Tokens], cues: Cues) -> None:
        self.text = text
        self.cues = cues
        self._lines = [tokens for tokens in lines if tokens.length]
        self.names = Names(lines, cues)
        self.parting = Parting(self.names)
        self.heard: list[Heard] = []
        #: How many were heard before this paragraph.
        self._heard_before = 0
        self.known_as: dict[Span, str] = {}
        #: Who spoke last in this paragraph, or is the subject of its last sentence; and in the one
        #: before it.
        self.near: Span | None = None
        self.before: Span | None = None
        #: The plain person who was last a sentence's subject in this paragraph; who last spoke.
        self.subject: Span | None = None
        self.spoke: Span | None = None
        #: Who has just asked a question, so that "he replied" means another.
        self.asking: Span | None = None
        #: What is read opens this paragraph, and nobody has been a subject since: "Le rapport".
        self.read: Span | None = None
        #: Whether the verb beside a pronoun that means her or them is one of her: "zegt ze".
        self.is_told_of_one = False
        #: Who was a sentence's subject with a role: "Manajer klub itu, X, ...", "Mayor X met".
        self.introduced: set[Span] = set()
        #: Who was first described only, and by which name the article then calls them.
        self.described: dict[Span, Span] = {}
        self._families: dict[str, int] = {}
        self._persons: dict[Span, bool] = {}
        self._parted: dict[Span, tuple[str, ...]] = {}
        self._small = cues.links | cues.particles | cues.definite
        self._learn_names_with_roles()

    def _learn_names_with_roles(self) -> None:
        """Let "Wali Kota X Budi Santoso" teach the name in it."""
        for run in list(self.names.runs):
            if len(run.words) > 2 and self.cues.has_role([word.lower() for word in run.words]):
                first = self.parting.parted(run.words).first
                if first:
                    self.names.learn(run, first)

    # Who has spoken -----------------------------------------------------------------------------

    @property
    def last(self) -> Span | None:
        """The last person heard; else whoever was heard last."""
        for heard in reversed(self.heard[-8:]):
            if heard.is_person:
                return heard.speaker
        return self.heard[-1].speaker if self.heard else None

    def is_first_heard(self, speaker: Span) -> bool:
        """Whether a person is the first whom the article names as one."""
        first = next(iter(self.heard), None)
        if first is None or not first.is_person:
            return False
        return self._words(first.speaker) == self._words(speaker)

    def hear(self, phrase: Phrase | None) -> Span | None:
        """Who the phrase means; that person is the last speaker from now on."""
        speaker = self.meant(phrase)
        if speaker is not None:
            self._end_suspense(speaker)
            self.repeat(speaker, phrase)
            self.spoke = speaker
        return speaker

    def agreeing(self, *, is_one: bool) -> Span | None:
        """Who is near or was last heard, one or several as a verb without a subject tells.

        A body may be meant by either.
        """
        heard = [one.speaker for one in reversed(self.heard[-8:])]
        for speaker in (self.near, *heard):
            if speaker is not None:
                is_crowd = self._are_several(speaker) or self._is_crowd(speaker)
                if is_crowd is not is_one or not self._is_person(speaker):
                    return speaker
        return None

    def _is_crowd(self, speaker: Span) -> bool:
        """Whether words mean people in the plural or a body."""
        low = [bare_article(word).lower() for word in self._words(speaker)]
        return any(map(self.cues.are_many, low[:3])) or (
            not self._is_person(speaker) and any(map(self.cues.is_body, low))
        )

    def goes_on(self, phrase: Phrase | None) -> Span | None:
        """Who "he added" means: who last spoke, not who was named since in passing."""
        spoke = self.spoke
        if spoke is None or self.subject not in {None, spoke} or not self._is_person(spoke):
            return None
        gender = self._gender_in(phrase) if phrase is not None else ""
        return spoke if not gender or self._gender_of(spoke) in {gender, ""} else None

    def repeat(self, speaker: Span, phrase: Phrase | None = None) -> None:
        """Note that somebody spoke (again)."""
        name = self.text[speaker.start : speaker.end]
        words = name.lower()
        if phrase is not None:
            words += " " + " ".join(phrase.words).lower()
            words += self._office_before(phrase)
        earlier = self.known_as.get(speaker, "")
        if earlier not in words:
            words = f"{earlier} {words}"[:400]
        self.known_as[speaker] = words
        is_person = self._is_person(speaker)
        parts = self._words(speaker)
        is_person = is_person and self.cues.coordinators.isdisjoint(parts)  # no "Roe and Poe"
        is_person = is_person and parts[0] not in self.cues.generic_roles  # no "pihak Helena"
        if len(parts) > _WITH_ARTICLE and parts[-1].rstrip(".") in self.cues.name_suffixes:
            parts = parts[:-1]  # "James Roe Jr."
        if is_person and len(parts) > 1 and (opens_high(parts[-2]) or not parts[-1].isupper()):
            self._families[parts[-1]] = len(self.heard)
        self.heard.append(Heard(speaker, words, is_person))

    def _office_before(self, phrase: Phrase) -> str:
        """What somebody is, told in front of the name and parted by a comma: "El alcalde, X"."""
        if phrase.kind != "name":
            return ""
        sign = self.text[phrase.start - _WITH_ARTICLE : phrase.start]
        if sign != ", " and not (sign == ". " and self.cues.keeps_clauses):
            return ""
        before = self.text[max(0, phrase.start - _LONGEST_OFFICE) : phrase.start]
        if sign == ". ":
            before = self._without_titles(before)
        if not before.endswith(", "):
            return ""
        *earlier, office = _EDGES.split(before[:-2])
        named = tuple(filter(opens_high, earlier[-1].split()[-_WITH_ARTICLE:])) if earlier else ()
        if len(named) == _WITH_ARTICLE and self.names.is_person(named):
            return ""  # "Paul Orsini, l'avocat de l'un d'eux, | X"
        office = office.lower()
        return f" {office}" if self.cues.has_role(office.split()[:3]) else ""

    def _without_titles(self, before: str) -> str:
        """What stands before a name, its ranks and titles with their stops left out."""
        words = before.split()
        while (
            words and words[-1] != "." and self.cues.kinds[words[-1].removesuffix(".")] & HONORIFIC
        ):
            words.pop()
        return " ".join(words) + " "

    def begin_paragraph(self) -> None:
        """Forget who is near; a pronoun may still mean the last paragraph's subject."""
        self.subject = None
        self.read = None
        self._heard_before = len(self.heard)
        if self.near is not None:
            self.before = self.near
        self.near = None

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
        is_open &= self.cues.has_role(low) and self.cues.documents.isdisjoint(low)
        pairs = map(" ".join, pairwise(low))
        is_open &= self.cues.standing_roles.isdisjoint((*low, *pairs))
        is_open &= self.cues.generic_roles.isdisjoint(low)
        is_open &= not any(self.cues.is_body(word.lower()) for word in self._words(speaker))
        is_alone = all(heard.speaker == lead for heard in self.heard)
        if is_open and is_alone and self.names.is_person(self._words(speaker)):
            self.described[lead] = speaker
            self.known_as[speaker] = self.known_as.get(lead, "")
            self.heard = [heard._replace(speaker=speaker) for heard in self.heard]

    def _bearer(self, role: str) -> Span | None:
        """Who was last heard with a role that now stands alone (kata Presiden)."""
        for heard in reversed(self.heard[-_MEMORY:]):
            if role in heard.words and self._bears(heard.words, role):
                return heard.speaker
        return None

    def _bearer_of_office(self, short: str) -> Span | None:
        """Who was last heard with the office that another word means: "Dandim", "l'édile"."""
        bearers = map(self._bearer, self.cues.offices.get(short, ()))
        return next(filter(None, bearers), None)

    def _bears(self, words: str, role: str) -> bool:
        """Whether a role among words is one's own: not that of "avocat du maire"."""
        place = words.find(role)
        while place >= 0:
            before = words[:place].split()[-1:]
            is_part = self.cues.is_office_first and words[place - 1 : place].isalnum()
            is_own = not before or before[0] in self.cues.definite
            if before and role in self.cues.suspects and self.cues.kinds[before[0]] & LAST_OF_ROLE:
                is_part = True  # "kuasa hukum | terdakwa"
            if not is_part and (is_own or before[0] not in self.cues.links):
                return True  # but "the paper" is no newspaper's
            place = words.find(role, place + 1)
        return False

    def _heard_by(self, name: str) -> Span | None:
        """Who of those that bear a family name was heard last."""
        place = self._families.get(name)
        if place is None or place < len(self.heard) - _MEMORY:
            return None
        return self.heard[place].speaker

    def _nearest(
        self,
        gender: Gender = "",
        *,
        is_body: bool = False,
        is_one: bool = True,
        roles: Sequence[str] = (),
    ) -> Span | None:
        """Who was named or heard last: a person whom the gender suits, or no plain person.

        Where one person is meant it is none of several ("two officials"), and none whose role the
        meant one cannot have; at last it may be a bare name in the paragraph before.
        """
        nearest = [self.near] if self.near is not None else []
        nearest += [heard.speaker for heard in reversed(self.heard[self._heard_before :])]
        if self.before is not None and self._goes_before(self.before):
            nearest.append(self.before)
        nearest += [heard.speaker for heard in reversed(self.heard[-8:])]
        for speaker in nearest:
            if speaker == self.asking:
                continue
            if is_one and not is_body and self._are_several(speaker):
                continue
            if roles and self._is_set_apart(speaker, roles):
                continue
            known = self._gender_of(speaker)
            if is_body:
                is_free = not known and not self.names.is_told(self._family(speaker))
                is_free = is_free or self._is_plain_body(speaker)
                is_free = is_free and not (self.cues.has_small_bodies and self.is_full(speaker))
                if is_free and not self.cues.has_role(self.known_as.get(speaker, "").split()):
                    return speaker
            elif self._is_person(speaker) and (not gender or known in {gender, ""}):
                if gender and not known:
                    self.names.take_for(self._family(speaker), gender)
                return speaker
        if is_body:
            return None
        last = self.last
        if is_one and (last is None or self._are_several(last) or not self._is_person(last)):
            last = self.bare_name_before()
            if last is not None:
                return last
        if roles and self.last is not None and self._is_set_apart(self.last, roles):
            return None
        return None if gender and not self.cues.has_gendered_nouns else self.last

    def _is_set_apart(self, speaker: Span, roles: Sequence[str]) -> bool:
        """Whether somebody has a role that goes with none of these: no striker is the coach."""
        groups = self.cues.role_groups
        own = {groups[role] for role in roles if role in groups}
        if not own:
            return False
        told = {
            groups[word] for word in _PARTS.split(self.known_as.get(speaker, "")) if word in groups
        }
        return bool(told) and own.isdisjoint(told)

    def _goes_before(self, speaker: Span) -> bool:
        """Whether whom the paragraph before is about may be meant: a person, named or brought up.

        "Seorang pedagang kehilangan kios." brings one up.
        """
        words = self._words(speaker)
        low = words[0].lower()
        is_new = low in self.cues.indefinite and self._is_person(speaker)
        return is_new or self.names.is_person(words)

    def _is_plain_body(self, speaker: Span) -> bool:
        """Whether a word for bodies and of what tell of one: "le gestionnaire du réseau"."""
        words = [bare_article(word).lower() for word in self._words(speaker)]
        is_told = self.cues.has_small_bodies and len(words) > _WITH_ARTICLE
        is_told = is_told and words[0] in self.cues.definite
        return is_told and self.cues.is_body(words[1])

    def _are_several(self, speaker: Span) -> bool:
        """Whether words mean several persons."""
        words = self._words(speaker)
        low = words[0].lower()
        is_bare = len(words) == 1 and low in self.cues.generic_roles  # "Warga"
        return low in self.cues.several or is_bare

    def bare_name_before(self) -> Span | None:
        """The subject of the paragraph before, of whom nothing tells what they are."""
        before = self.before
        if before is None or not self._is_person(before):
            return None
        words = self._words(before)
        if self.cues.has_capital_nouns:
            return before if self._may_be_given(words) else None
        is_name = len(words) <= _LONGEST_HEAD and all(map(opens_high, words))
        is_name = is_name and (self.cues.keeps_clauses or self._is_full_name(words))
        return before if is_name or len(words) == 1 else None

    def _named_nearby(self, gender: Gender) -> Span | None:
        """The person named last in this paragraph or the one before it."""
        for speaker in (self.near, self.before):
            if speaker is None:
                continue
            words = self._words(speaker)
            is_full = len(words) > 1 and all(map(opens_high, words)) and self._is_person(speaker)
            if self.names.is_person(words) or (is_full and speaker in self.known_as):
                known = self._gender_of(speaker)
                if not known or not gender or known == gender:
                    return speaker
        return None

    def _is_body_near(self, gender: Gender) -> bool:
        """Whether the paragraph's last subject is a body, which "elle" may mean as well."""
        if self.near is None or self._is_person(self.near):
            return False
        if gender and self._gender_of(self.near) not in {gender, ""}:
            return False  # "Le conseil a tranché «...», a-t-elle dit"
        words = self._words(self.near)
        return any(self.cues.is_body(bare_article(word).lower()) for word in words)

    # What a name tells --------------------------------------------------------------------------

    def _words(self, speaker: Span) -> tuple[str, ...]:
        words = self._parted.get(speaker)
        if words is None:
            words = tuple(self.text[speaker.start : speaker.end].split())
            self._parted[speaker] = words
        return words

    def _family(self, speaker: Span) -> str:
        return self._words(speaker)[-1]

    def _gender_of(self, speaker: Span) -> Gender:
        known = self.names.gender(self._family(speaker))
        if not known and self.cues.feminine:
            words = self._words(speaker)
            if words[0].lower() in self.cues.determiners:  # "La cantante"
                return self.cues.gender_in(words[::-1])
        return known

    def _gender_in(self, phrase: Phrase) -> Gender:
        """Whether words mean a woman or a man; the noun tells before its article."""
        return self.cues.gender_in(phrase.words[::-1])

    def is_heard(self, speaker: Span) -> bool:
        """Whether a person has spoken before."""
        return speaker in self.known_as and self._is_person(speaker)

    def is_read(self, speaker: Span) -> bool:
        """Whether the one meant is something that is read."""
        words = (bare_article(word).lower() for word in self._words(speaker)[:_WITH_ARTICLE])
        return not self.cues.documents.isdisjoint(words)

    def is_somebody(self, speaker: Span) -> bool:
        """Whether the one meant may be a person, named or not."""
        return self._is_person(speaker)

    def is_named(self, speaker: Span) -> bool:
        """Whether the one meant has a name and may be a person."""
        return self._is_person(speaker) and opens_high(self._words(speaker)[-1])

    def is_plain_person(self, speaker: Span) -> bool:
        """Whether the one meant is a person by what the article tells."""
        if speaker in self.introduced:
            return True
        return self._is_person(speaker) and self.names.is_person(self._words(speaker))

    def opens_plainly(self, speaker: Span) -> bool:
        """Whether a sentence's subject is a person by what the article tells, or by a full name."""
        if self.is_plain_person(speaker):
            return True
        words = self._words(speaker)
        return len(words) > 1 and all(map(opens_high, words)) and self.is_heard(speaker)

    def _is_person(self, speaker: Span) -> bool:
        found = self._persons.get(speaker)
        if found is None:
            found = self._persons[speaker] = self._names_person(speaker)
        return found

    def _names_person(self, speaker: Span) -> bool:
        words = self._words(speaker)
        name = self.text[speaker.start : speaker.end].lower()
        low = _PARTS.split(name) if "'" in name or "’" in name else name.split()
        cues = self.cues
        opening = low[0] in cues.determiners or low[0] in cues.definite
        opening = opening or f"{low[0]}'" in cues.definite
        if opening and sum(word[0].isupper() for word in words[1:]) <= cues.has_capital_nouns:
            is_read = cues.has_small_bodies and not cues.documents.isdisjoint(low[1:2])
            return not is_read and cues.has_role(low)  # "o relatório técnico"
        if words in self.names.places:
            return False
        if low[0] in cues.definite and len(words) == _WITH_ARTICLE and not cues.has_capital_nouns:
            return cues.has_role(low) or words[-1].endswith(cues.demonym_endings or ("\0",))
        if words[-1].isupper():
            is_office = cues.keeps_clauses and cues.has_role(low[:2]) and not cues.is_body(low[0])
            if is_office:
                return True  # "Sekretaris Jenderal PBB"
            if len(words) == 1 or len(words[-1]) > 1:
                return self.names.is_told(words[-1])  # initials: "RB (27)"; but "Helga S."
        if not any(map(opens_high, words)):
            return cues.has_role(low)
        if cues.has_small_bodies and len(words) > 1 and cues.is_body(low[0]):
            return False  # "Polícia Civil"
        if self.names.is_told(words[-1]) or cues.has_role(low):
            return True
        if words[-1] in self.names.with_article:
            return False
        named = [word for word in words if opens_high(word) or word is words[-1]]
        if len(words) > 1 and cues.is_family(*words[-2:]):
            named = named[:-1]  # "Lena Landwehr"
        return not any(cues.is_body(word.lower()) for word in named)

    # Subjects of sentences ----------------------------------------------------------------------

    def note_subject(self, tokens: Tokens, start: int) -> Span | None:
        """Who opens a sentence as its subject, if that is a name and no place.

        A plain person (with a role or an age) counts as heard from then on; a mere name is only
        returned, for a quote in the same paragraph.
        """
        opens = start
        voicing = subject_behind_matter(tokens, start) if self.cues.matters else None
        if voicing is not None and (speaker := self.meant(voicing)) is not None:
            self.repeat(speaker, voicing)
            return speaker
        if (one := one_of_several(tokens, start)) is not None:
            whole = self._whole(one)
            self._persons[whole] = True
            self.repeat(whole, one)
            return whole
        others = BARRIER | CAPITAL | COORDINATOR | DETERMINER | ADVERB | PRONOUN
        if tokens.kinds[start] & others == BARRIER | CAPITAL and not self._is_when(tokens, start):
            return None  # "Though many sailors ..."
        start = self._behind_place(tokens, start)
        while start + 2 < tokens.length and tokens.texts[start + 1] == ",":
            word = tokens.texts[start]
            is_name = self.names.is_told(word) or self.names.fullest((word,)) is not None
            is_name = is_name or self._is_set_against(tokens, start + 2)
            if is_name and tokens.kinds[start] & (CAPITAL | ADVERB) == CAPITAL:
                break  # a name of one word; its age or role follows the comma
            start += 2
        opening = tokens.kinds[start]
        if start > opens and opening & SMALL:
            if not (opening & (DETERMINER | ROLE_BEGINS) or is_owned_role(tokens, start)):
                return None  # "In the village, | a farmer ..."
        elif stands_before_name(tokens, start):
            start += 1  # "Perhaps Jane Roe ..."
        elif opening & (COORDINATOR | CAPITAL) == COORDINATOR | CAPITAL:
            start += 1  # "But a second witness ..."
            if not tokens.kinds[start] & (CAPITAL | DETERMINER):
                return None
        elif opening & (ADVERB | CAPITAL) == ADVERB | CAPITAL and not opening & DETERMINER:
            start += tokens.size(start, ADVERB)  # "Auch Nachbarin Rita Kuhn ..."
            if not tokens.kinds[start] & (CAPITAL | DETERMINER | ROLE_BEGINS):
                return None
        elif opening & (CAPITAL | STOP) != CAPITAL and not self._is_article(tokens, start):
            return None
        start = self._behind_opening_verb(tokens, start)
        phrase, end = phrase_after(tokens, start)
        if phrase is not None and opening & COORDINATOR and tokens.texts[end] == "?":
            return self._asked_about(phrase)
        if phrase is None:
            return None
        is_all = end >= tokens.length or tokens.texts[end] in _ENDS
        is_noun = self.cues.has_capital_nouns and phrase.words[0].lower() in self.cues.indefinite
        is_noun = is_noun and sum(map(opens_high, phrase.words[1:])) >= 1
        if phrase.kind == "description" and self._is_taken_up(tokens, end):
            return None
        if phrase.kind == "pronoun" and self._is_latter(phrase):
            return self._pointed_at(phrase)
        if (phrase.kind != "name" or is_noun) and not self._is_he_or_she(phrase):
            known = self._shown(phrase)
            return known or self._note_described(phrase, tokens.kinds[end], is_all=is_all)
        if is_all:
            return None
        if phrase.kind == "pronoun":
            return self._goes_on_about(phrase)
        if self.names.is_owned_noun(phrase.words):
            first = phrase.end - len(phrase.words[-1])
            phrase = Phrase(first, phrase.end, "name", phrase.words[1:])  # "Nyali | Parjo"
        if self._is_owned_noun(phrase):
            return None
        speaker = self.meant(phrase)
        if len(phrase.words) == 1 and not self._is_known(phrase.words[0], tokens, end):
            return None
        if self._is_somebody_of(phrase):
            return self._whole(phrase)
        if (
            speaker is None
            or not self._is_person(speaker)
            or self._is_common(phrase, tokens, start)
        ):
            return None
        words = self._words(speaker)
        if any(
            word.islower() and word not in self._small
            for word in words[_role_size(words, self.cues) :]
        ):
            return None
        is_behind_role = phrase.start > tokens.starts[start]
        is_plain = (
            is_behind_role
            or self.names.is_person(words)
            or self.parting.parts(phrase.words).has_role
        )
        if is_plain:
            self.introduced.add(speaker)
            self.repeat(speaker, phrase)
            self.subject = speaker
        elif self.cues.has_capital_nouns and not self._may_be_given(words):
            return None
        return speaker

    def _goes_on_about(self, phrase: Phrase) -> Span | None:
        """Whom a pronoun that opens a sentence means; a subject of two sentences counts as heard.

        "Anna Lind lebt hier. | Sie | hat alles gesehen."
        """
        meant = self._pointed_at(phrase)
        if meant is not None and meant == self.near and self._is_person(meant):
            self.repeat(meant, phrase)
        return meant

    def note_read(self, tokens: Tokens, start: int) -> None:
        """Note what is read, where it opens a paragraph: "Le rapport est dur. Il évoque « »".

        Whoever is a sentence's subject after it takes its place, but for a pronoun.
        """
        if not self.cues.has_small_bodies or not tokens.kinds[start] & (CAPITAL | DETERMINER):
            return
        noun = start + tokens.size(start, DETERMINER)
        is_read = noun > start and tokens.lows[noun] in self.cues.documents
        is_read = is_read and start == 0 and self.near is None
        if not is_read and self.read is None:
            return
        phrase, last = phrase_after(tokens, start)
        if phrase is None or tokens.size(start, PRONOUN):
            return
        if not is_read or last >= tokens.length or tokens.kinds[last] & END:
            self.read = None
            return
        is_owned = tokens.kinds[noun + 1] & OWNING
        self.read = Span(phrase.start, phrase.end if is_owned else tokens.end(noun))

    def what_is_read(self, phrase: Phrase | None) -> Span | None:
        """What is read that "it" may mean, or a verb without a subject."""
        read = self.read
        if read is None or phrase is None:
            return read
        told, known = self._gender_in(phrase), self.cues.gender_in(self._words(read)[::-1])
        return read if not told or not known or told == known else None

    def _is_when(self, tokens: Tokens, start: int) -> bool:
        """Whether a few words up to a comma tell when, and hold no clause: "Usai sidang, "."""
        if not self.cues.keeps_clauses or not tokens.kinds[start] & STOP:
            return False
        for place in range(start + 1, min(tokens.length, start + _LONGEST_WHEN)):
            if tokens.texts[place] == ",":
                return place > start + 1
            if tokens.kinds[place] & (SMALL | PRONOUN | ROLE | BODY) != SMALL:
                break
        return False

    def _is_set_against(self, tokens: Tokens, place: int) -> bool:
        """Whether commas hold what sets a name against others: "Michel, | lui, n'en démord pas"."""
        if tokens.kinds[place] & PRONOUN:
            return True
        size = tokens.size(place, ADVERB)
        is_name = not tokens.kinds[place - 2] & (FUNCTION | CALENDAR | ROLE | BODY)
        return is_name and size > 0 and tokens.texts[place + size] == ","

    def _is_somebody_of(self, phrase: Phrase) -> bool:
        """Whether "a" brings up somebody unnamed, told by a body's name: "Una fuente de Trans"."""
        low = [word.lower() for word in phrase.words[: _WITH_ARTICLE + 1]]
        openers = self.cues.indefinite | self.cues.unnamed
        is_one = self.cues.has_small_bodies and low[0] in openers
        is_one = is_one and len(low) > _WITH_ARTICLE and low[_WITH_ARTICLE] in self.cues.owning
        return is_one and self.cues.has_role(low[:_WITH_ARTICLE])

    def _is_taken_up(self, tokens: Tokens, comma: int) -> bool:
        """Whether whom somebody else tells of opens a sentence: "Des experts |, il en a vu"."""
        if tokens.texts[comma] != "," or not self.cues.has_small_bodies:
            return False
        size = tokens.size(comma + 1, PRONOUN)
        following = tokens.kinds[comma + 1 + size]
        return bool(size and following & WORD)

    def _shown(self, phrase: Phrase) -> Span | None:
        """Who was named before and opens a sentence as what they are: "Bupati itu setuju"."""
        low = [word.lower() for word in phrase.words]
        is_shown = self.cues.keeps_clauses and low[-1] in self.cues.demonstratives
        if low[0] in self.cues.territorial_roles and not any(map(opens_high, phrase.words[1:])):
            speaker = self._bearer(low[0])  # "Bupati | tersenyum"
        elif is_shown and len(low) >= _WITH_ARTICLE and self.cues.has_role(low):
            speaker = self._pointed_at(phrase)
        else:
            return None
        if speaker is None or speaker.start == phrase.start or not self._is_person(speaker):
            return None
        self.subject = speaker
        return speaker

    def _is_article(self, tokens: Tokens, start: int) -> bool:
        """Whether an article opens a sentence that elsewhere ends a name: "Ein | Anwohner"."""
        kind = tokens.kinds[start]
        return bool(kind & DETERMINER and kind & CAPITAL and not kind & OBLIQUE)

    def _is_owned_noun(self, phrase: Phrase) -> bool:
        """Whether a thing of somebody opens a sentence, whom others name in full: "Jarak | Eko"."""
        words = phrase.words
        if not self.cues.keeps_clauses or len(words) < _WITH_ARTICLE:
            return False
        if self.cues.is_doing(words[0].lower()) and self.cues.kinds[words[1]] & ROLE:
            return not self.cues.kinds[words[0]] & (ROLE | BODY)  # "Kedatangan | Bupati X"
        if len(self.names.by_word.get(words[0], ())) > 1 or self.cues.kinds[words[0]] & ROLE:
            return False
        fuller = self.names.fullest(words[1:])
        return fuller is not None and words[0] not in self._words(fuller)

    def _may_be_given(self, words: tuple[str, ...]) -> bool:
        """Whether two words that open a sentence are a name, and no adjective and its noun."""
        low = words[0].lower()
        return (
            len(words) == _WITH_ARTICLE
            and not self.cues.is_adjective(low)
            and not self.names.is_small_elsewhere(low)
            and not self._is_of_a_place(words[0])
            and not self.cues.kinds[words[0]] & _IN_NO_NAME
            and (self.cues.is_family(*words) or not self.cues.kinds[words[1]] & _IN_NO_NAME)
        )

    def _is_of_a_place(self, word: str) -> bool:
        """Whether a word is a place's name with the ending of an adjective: "Ulmer Studierende"."""
        endings = self.cues.place_endings
        return any(word.endswith(e) and word.removesuffix(e) in self.names.by_word for e in endings)

    def _asked_about(self, phrase: Phrase) -> Span | None:
        """Who comes next: "And Jane Roe?"."""
        speaker = self.meant(phrase) if phrase.kind == "name" else None
        if speaker is None or len(phrase.words) < 2 or not self._is_person(speaker):
            return None
        return speaker

    def subject_meant(self, tokens: Tokens, start: int, pronoun: Phrase) -> Span | None:
        """Who opens a sentence, if a pronoun in it may mean them: "X has a map he said was old"."""
        subject = self.note_subject(tokens, start)
        if subject is None or not self._is_person(subject):
            return None
        told, known = self._gender_in(pronoun), self._gender_of(subject)
        return subject if not told or not known or told == known else None

    def _behind_opening_verb(self, tokens: Tokens, start: int) -> int:
        """Where a name stands behind the verb that opens its sentence: "Sorride invece | X"."""
        word = tokens.texts[start]
        is_name = word in self.names.inside or len(self.names.by_word.get(word, ())) > 1
        if is_name or not self.cues.drops_subjects:
            return start
        place = start + 1
        if tokens.kinds[place] & (ADVERB | SMALL | DETERMINER) == ADVERB | SMALL:
            place += tokens.size(place, ADVERB)
        names = CAPITAL | FUNCTION | CALENDAR | ROLE | BODY
        is_verb = place > start + 1 and not tokens.kinds[start] & (FUNCTION | ROLE | BODY)
        is_name = all(kind & names == CAPITAL for kind in tokens.kinds[place : place + 2])
        return place if is_verb and is_name else start

    def _behind_place(self, tokens: Tokens, start: int) -> int:
        """Where the subject may stand behind "In the village of X, ..."."""
        kinds, cues = tokens.kinds, self.cues
        is_verb = cues.keeps_clauses and tokens.lows[start].startswith(cues.verb_beginnings)
        is_verb = is_verb and bool(kinds[start + 1] & SMALL)  # "Mendengar itu, | Bupati pulang"
        low = tokens.lows[start]
        if low.endswith(cues.done_endings):
            # "Interrogé sur ce point, | le maire", "Passata la rabbia, | l'allenatore"
            is_verb = bool(kinds[start + 1] & (STOP | DETERMINER) and cues.has_small_bodies)
        if not is_verb and kinds[start] & (CAPITAL | STOP | DETERMINER) != CAPITAL | STOP:
            return start
        if kinds[start] & ADVERB and kinds[start + 1] & ROLE_BEGINS:
            return start  # "Auch Torhüter X, der ..."
        for place in range(start + 1, min(tokens.length, start + _LONGEST_PLACE)):
            if tokens.texts[place] == ",":
                return place + 1
            if not kinds[place] & WORD or kinds[place] & (BEFORE | FINITE | BARRIER):
                break
        return start

    def _is_he_or_she(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun of one person."""
        if phrase.kind != "pronoun":
            return False
        low = phrase.words[0].lower()
        cues = self.cues
        if low in cues.articles and low not in cues.standing_articles | cues.pronouns.singles:
            return False  # "Il | secondo"
        is_one = low in cues.feminine or low in cues.masculine or not cues.feminine
        return len(phrase.words) == 1 and is_one and low not in cues.plural_pronouns

    def _note_described(self, phrase: Phrase, after: int, *, is_all: bool) -> Span | None:
        """Note who is only named by what they are, as a sentence's subject: "The prosecutor".

        With ``is_all`` the phrase fills its sentence, so that a verb must be among its words;
        ``after`` tells what the word behind it is.
        """
        cues = self.cues
        head = self.head_of(phrase)
        if head is None or (is_all and head.end == phrase.end):
            return None
        low = [word.lower() for word in head.words]
        if cues.is_definite_role(low[-1]):  # "Mannen | nekar till brott"
            speaker = self.meant(head._replace(kind="description"))
            if speaker is not None and speaker != self._whole(head):
                self.repeat(speaker, head)
            return speaker
        if low[0] not in cues.determiners:  # "Residents", "Warga"
            rest = phrase.words[len(low) :]
            if cues.keeps_clauses and rest and rest[0].lower() in cues.suspects:
                owned = head._replace(end=phrase.start + len(" ".join((*head.words, rest[0]))))
                return self._whole(owned) if self.near is None else None  # "Ayah korban tiba"
            following = cues.kinds[rest[0].lower()] if rest else after if after & WORD else STOP
            is_open = self.near is None and bool(following & (ADVERB | NEGATION | STOP | BEFORE))
            return self._whole(head) if is_open else None
        if low[0] not in cues.definite:
            return self._whole(head)
        if any(map(cues.is_body, low)) and not cues.has_role(low):
            return self._epithet(head) or self._whole(head)
        if any(map(opens_high, head.words[1:])) or not cues.generic_bodies.isdisjoint(low):
            return self.meant(head._replace(kind="name"))
        found = self._pointed_at(head) if len(low) == _WITH_ARTICLE else None
        speaker = found or self._whole(head)
        if not self._are_several(speaker):
            self.repeat(speaker, head)
        is_longer = speaker == self._whole(head) and len(phrase.words) == len(head.words) + 1
        if is_longer and cues.has_small_bodies and after & (NEGATION | FINITE):
            return self._whole(phrase)  # "L'entraîneur lillois | n'a"
        return speaker

    def head_of(self, phrase: Phrase) -> Phrase | None:
        """The article and the noun that open a phrase, with whose it is: "La voisine du maire".

        What follows may be a verb that no list holds. None where the noun is no role or body, and
        where one person's role has no article.
        """
        cues = self.cues
        places, kinds = self.places_of(phrase), cues.kinds
        low = [word.lower() for _, word in places]
        is_opened = low[0] in cues.determiners or low[0] in cues.unnamed
        kind = WHOLE_ROLE | ROLE_ENDING | (BODY if low[0] in cues.definite else 0)
        for place in range(is_opened, min(len(low), _LONGEST_HEAD)):
            if place > is_opened and (low[place] in cues.links or kinds[low[place]] & STOP):
                return None
            is_before_noun = cues.has_capital_nouns and is_opened and place + 1 < len(low)
            if is_before_noun and places[place][1].islower() and opens_high(places[place + 1][1]):
                continue  # "eine ehemalige | Mitarbeiterin"
            if kinds[low[place]] & kind or cues.are_many(low[place]):
                break
            if not is_opened:
                return None
        else:
            return None
        is_several = low[0] in cues.generic_roles or cues.are_many(low[0])
        is_known = is_opened or cues.is_definite_role(low[0])
        if not (is_known or is_several or cues.keeps_clauses):
            return None
        last = place + 1
        if cues.is_body(low[place]) and cues.is_office_first:
            while last < len(low) and kinds[low[last]] & (ROLE | BODY):
                last += 1  # "The company | declined", but "The council leader"
        elif cues.is_body(low[place]) and len(low) <= _LONGEST_BODY:
            last = len(low)  # "L'agence régionale de santé"
        elif last < len(low) - 1 and low[last] in cues.links - cues.coordinators:
            is_longer = low[last + 1] in cues.determiners or low[last + 1].isdigit()
            last = min(last + (3 if is_longer else 2), len(low))
            if low[last - 1] in cues.links:
                last = min(last + 2, len(low))  # "De vader van een van | de jongens"
        start, word = places[last - 1]
        return Phrase(phrase.start, start + len(word), phrase.kind, phrase.words[:last])

    def note_mention(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is named with what they are in a sentence that says nothing: "par le maire, X".

        In whose company somebody does something is not who speaks next.
        """
        companions = self.cues.companions
        if companions and not companions.isdisjoint(tokens.lows[start:end]):
            end = next(place for place in range(start, end) if tokens.lows[place] in companions)
        for place in reversed(tokens.places(ROLE_BEGINS | ROLE_ENDING, start + 1, end - 1)):
            if tokens.any(RELATIVE, max(start, place - 2), place):
                continue  # "Ted Roe, whose son Crewman Luke Roe drowned"
            phrase, _ = phrase_after(tokens, place)
            if phrase is None or phrase.kind != "name":
                continue
            speaker = self.meant(phrase)
            if speaker is None or not self._is_person(speaker):
                continue
            words = self._words(speaker)
            if len(words) > 1 and all(map(opens_high, words)):
                self.repeat(speaker, phrase)
                return speaker
        found = self._described_behind_verb(tokens, start, end)
        found = found or self._named_behind_verb(tokens, start, end)
        return found or self._mentioned_again(tokens, start, end)

    def _is_family(self, word: str) -> bool:
        """Whether one word is the family name of somebody whom the article names in full."""
        full = self.names.fullest((word,))
        return full is not None and len(self._words(full)) > 1 and self._is_person(full)

    def _named_behind_verb(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is named in full right behind the verb that comes second: "Danach bot | Jan Brok"."""
        kinds, cues = tokens.kinds, self.cues
        opening = kinds[start] & (FUNCTION | TIME_NOUN)
        if not cues.is_verb_second or not opening or kinds[start] & (PRONOUN | BARRIER):
            return None
        if kinds[start] & (STOP | DETERMINER) == STOP | DETERMINER:
            return None  # "Der Bote traf Jan Brok"
        others = SMALL | STOP | DETERMINER | LINK | ADVERB | COORDINATOR | PRONOUN | RELATIVE
        for place in range(start + 1, min(end, start + _LONGEST_ADVERBIAL)):
            if tokens.texts[place] in {",", ";"} or kinds[place] & END:
                return None
            if kinds[place] & others != SMALL or cues.is_adjective(tokens.lows[place]):
                continue
            first = place + 1 + (tokens.lows[place + 1] in cues.reflexives)
            names = [kind & (CAPITAL | _IN_NO_NAME | CALENDAR) for kind in kinds[first : first + 3]]
            is_family = names[1] != CAPITAL and self._is_family(tokens.texts[first])
            size = 1 if is_family else 2
            if names[:size] != [CAPITAL] * size or names[size] & CAPITAL:
                return None
            words = tuple(tokens.texts[first : first + size])
            phrase = Phrase(tokens.starts[first], tokens.end(first + size - 1), "name", words)
            speaker = self.meant(phrase)
            if speaker is None or not self._is_person(speaker):
                return None
            self.repeat(speaker, phrase)
            return speaker
        return None

    def _described_behind_verb(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is only described behind the verb: "Das wollte | die Ministerin | nicht hören"."""
        kinds, cues = tokens.kinds, self.cues
        is_subject = kinds[start] & DETERMINER and kinds[start + 1] & CAPITAL
        is_other = kinds[start] & (FUNCTION | PRONOUN | COORDINATOR) == FUNCTION
        if not cues.is_verb_second or not is_other or is_subject:
            return None
        for place in tokens.places(DETERMINER, start + 2, min(end, start + _LONGEST_PLACE)):
            before, low = kinds[place - 1], tokens.lows[place]
            is_free = before & SMALL and not before & (STOP | LINK | DETERMINER)
            if low not in cues.definite or not (
                is_free or tokens.lows[place - 1] in cues.reflexives
            ):
                continue
            phrase, last = phrase_after(tokens, place)
            if phrase is None or phrase.kind == "name" or last > end:
                return None
            low_words = [word.lower() for word in phrase.words]
            is_hearer = low in cues.datives and self._gender_in(phrase) == "f"
            if is_hearer or not cues.has_role(low_words):
                return None
            return self._note_described(phrase, tokens.kinds[last], is_all=False)
        return None

    def named_last(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is named last in a sentence that says nothing: "Then comes Jane Roe, unhurt: ..."."""
        kinds = tokens.kinds
        for last in range(end, start + 1, -1):
            if kinds[last - 1] & CAPITAL and not kinds[last] & CAPITAL:
                first = last - 1
                while first > start + 1 and kinds[first - 1] & CAPITAL:
                    first -= 1
                is_role = kinds[first - 1] & ROLE_BEGINS and first - 1 > start
                words = tuple(map(bare, tokens.texts[first:last]))
                before = kinds[first - 1] if not is_role else SMALL
                is_free = before & SMALL and not before & (DETERMINER | STOP | LINK)
                if tokens.texts[first - 1] == "," and self.cues.has_small_bodies:
                    is_free = kinds[last] & (SMALL | STOP) == SMALL  # "Buteur, | Luc Roy savoure :"
                is_alone = before & FINITE and len(words) == 1 and self.names.is_alone(words[0])
                is_name = is_role or is_alone or self._is_full_name(words)
                if not ((is_free or before & FINITE) and is_name):
                    continue
                phrase, _ = phrase_after(tokens, first - bool(is_role))
                return self.meant(phrase) if phrase is not None else None
        return None

    def _mentioned_again(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """The person of a sentence who opens its main part, else the first named in it."""
        kinds, texts = tokens.kinds, tokens.texts
        found = None
        last = start
        for place in tokens.places(CAPITAL, start + 1, end):
            if place < last:
                continue
            last = place + 1
            while last < end and kinds[last] & CAPITAL:
                last += 1
            acts = self._acts_in_clause(tokens, place, last)
            opens = acts or (texts[place - 1] == "," and last < end and bool(kinds[last] & WORD))
            if found is not None and not opens:
                continue
            words = tuple(map(bare, texts[place:last]))
            if any(self.cues.kinds[word] & ROLE for word in words):
                continue
            if self.cues.has_capital_nouns and not self.names.is_told(words[-1]):
                continue  # "von seinem Wohnort Ulm"
            known = self.names.fullest(words) or self._heard_by(words[-1])
            is_person = (
                self.names.is_person(words)
                or (known is not None and self.names.is_person(self._words(known)))
                or (opens and (found is None or acts) and self._is_full_name(words))
                or (len(words) > 1 and known is not None and self.is_heard(known))
            )
            if is_person:
                is_plain = len(words) > 1 or self.names.is_told(words[0])
                if known is None and is_plain:
                    known = Span(tokens.starts[place], tokens.starts[last - 1] + len(words[-1]))
                found = known or found
                if opens:
                    break
        return found

    def _acts_in_clause(self, tokens: Tokens, place: int, last: int) -> bool:
        """Whether a clause inside its sentence opens with a name: "Piove, ma | Luc Roy | resta".

        So does one behind words that tell when: "Per anni | Ada Neri | ha cucito".
        """
        kinds, opening, verb = tokens.kinds, tokens.kinds[place - 1], tokens.kinds[last]
        if not self.cues.drops_subjects or not opening & SMALL:
            return False
        if opening & COORDINATOR and kinds[place - 2] & CAPITAL:
            return False  # "Anna Neri e Luc Roy"
        if verb & (FINITE | NEGATION) or self._is_past(tokens.lows[last]):
            is_governed = opening & (STOP | LINK | DETERMINER) and not opening & (ADVERB | BARRIER)
            return not is_governed
        return bool(opening & BARRIER) and verb & (SMALL | STOP | DETERMINER | LINK) == SMALL

    def _is_past(self, low: str) -> bool:
        """Whether a word ends as verbs do that tell what somebody did, and is no participle."""
        cues = self.cues
        return low.endswith(cues.past_endings) and not low.endswith(cues.done_endings)

    def is_full(self, speaker: Span) -> bool:
        """Whether the one meant has a first and a family name, and none as firms have: SaludSur."""
        words = self._words(speaker)
        return self._is_full_name(words) and all(map(str.istitle, words))

    def _is_full_name(self, words: tuple[str, ...]) -> bool:
        """Whether words may be a first and a family name, and are no place or body."""
        return (
            len(words) == 2
            and not self.cues.has_capital_nouns
            and words not in self.names.places
            and not any(word.isupper() or self.cues.is_body(word.lower()) for word in words)
        )

    def _is_known(self, word: str, tokens: Tokens, end: int) -> bool:
        """Whether one capitalised word is plainly a name: seen inside a sentence, or before a verb.

        "Independent observers ..." opens with a capital too.
        """
        if self.names.fullest((word,)) is not None:
            return True
        if word in self.names.inside or not tokens.kinds[end] & WORD:
            return True
        following = tokens.lows[end]
        if not (
            tokens.kinds[end] & NEGATION
            or following in self.cues.adverbs
            or following in self.cues.before
        ):
            return False
        opens = end < _WITH_ARTICLE or tokens.kinds[end - 2] & END
        is_common = opens and self.cues.keeps_clauses and self._written[word] < _WITH_ARTICLE
        return not is_common  # "Hujan belum reda"

    @cached_property
    def _written(self) -> Counter[str]:
        """How often the article has each word as it is written."""
        return Counter(_WORD.findall(self.text))

    def _is_common(self, phrase: Phrase, tokens: Tokens, start: int) -> bool:
        """Whether the only capital is that of the sentence: the word is no name elsewhere."""
        if len(phrase.words) > 1:
            return False
        word = phrase.words[0]
        if self.names.is_told(word) or self.names.fullest((word,)) is not None:
            return False
        low = word.lower()
        if self.names.is_small_elsewhere(low) or self.cues.is_function_word(low):
            return True
        opens = start == 0 or not tokens.kinds[start - 1] & WORD
        return opens and not self.names.by_word.get(word)

    # Whom a phrase means ------------------------------------------------------------------------

    def meant(self, phrase: Phrase | None) -> Span | None:
        """The place of the fullest words for the one whom a phrase means."""
        if phrase is None:
            return self.last
        if self.cues.keeps_clauses and (known := self._known_as_name(phrase)) is not None:
            return self._named(known)
        if phrase.kind != "name" and self.cues.determiners.has_group(phrase.words):
            return self._whole(phrase)  # "salah seorang | sumber itu"
        if phrase.kind == "pronoun":
            return self._pointed_at(phrase)
        if self._is_whence(phrase):
            return self._nearest(self.cues.genders[phrase.words[0].lower()]) or self._whole(phrase)
        is_joined = not self.cues.coordinators.isdisjoint(phrase.words)
        if '"' in phrase.words or (is_joined and self._are_two(phrase)):
            return self._whole(phrase)
        lowered = " ".join(phrase.words).lower()
        if lowered in self.cues.whole_roles:
            if lowered in self.cues.generic_roles and self.cues.is_body(lowered):
                return self._whole(phrase)  # "polis"
            found = self._first_name(phrase) or self._bearer(lowered)
            found = found or self._bearer_of_office(lowered)
            if found is None and lowered not in self.cues.generic_roles:
                found = self._one_bearer(lowered)
            if found is None and lowered in self.cues.suspects:
                found = self.names.only_told_by_age()
            return found or self._whole(phrase)
        if phrase.kind == "description":
            found = self._only_bearer(phrase) or self._epithet(phrase) or self._known_role(phrase)
            return found or self._whole(phrase)
        if self._is_unnamed(phrase) or self._is_document(phrase) or self._is_crowd_of(phrase):
            return self._whole(phrase)
        if (clause := self._unnaming_clause(phrase)) is not None:
            return clause
        if self._has_complement(phrase):
            role = next(w for word in phrase.words if self.cues.kinds[w := word.lower()] & ROLE)
            is_known = phrase.words[0].lower() in self.cues.definite
            is_known &= self.cues.genitives.isdisjoint(phrase.words)
            found = self._bearer(role) if is_known else None
            if found is None and is_known and role not in self.cues.standing_roles:
                found = self._named_nearby(self._gender_in(phrase))
                if found is not None and self._is_something_else(found, role):
                    found = None  # "Der Wirt des Bades" is not the architect named before
            return found or self._whole(phrase)
        if self._names_by_nature(phrase):
            found = self._bearer(phrase.words[-1].lower())
            return found or self._epithet(phrase) or self._whole(phrase)
        return self._named(phrase)

    def _first_name(self, phrase: Phrase) -> Span | None:
        """Who has a role's word as first name: "kata | Hakim", who is Hakim Zulkifli."""
        word = phrase.words[0]
        if len(phrase.words) > 1 or not self.cues.keeps_clauses or not opens_high(word):
            return None
        low = word.lower()
        if self.names.is_small_elsewhere(low) or low in self.cues.territorial_roles:
            return None
        fullest = self.names.fullest((word,))
        if fullest is None or not self.text.startswith(word, fullest.start):
            return None
        return fullest if len(self._words(fullest)) == _WITH_ARTICLE else None

    def _is_whence(self, phrase: Phrase) -> bool:
        """Whether where somebody is or was stands for them: "el de Elche", "el ex Talleres"."""
        cues, words = self.cues, phrase.words
        is_alone = words[0].lower() in cues.definite and len(words) > _WITH_ARTICLE
        if not is_alone or not cues.has_small_bodies:
            return False
        rest = [opens_high(word) for word in words[_WITH_ARTICLE:]]
        return any(rest) if words[1] in cues.owning else words[1] in cues.former and all(rest)

    def _is_something_else(self, speaker: Span, role: str) -> bool:
        """Whether who was named a paragraph before is told by another role, so that this is not."""
        known = self.known_as.get(speaker, "").split()
        roles = [word for word in known if word in self.cues.roles]
        return speaker != self.near and bool(roles) and role not in roles

    def _are_two(self, phrase: Phrase) -> bool:
        """Whether two names are joined: "Hernan and Rivera"."""
        words, cues = phrase.words, self.cues
        joint = next((i for i, word in enumerate(words) if word in cues.coordinators), 0)
        if not 0 < joint < len(words) - 1 or phrase.kind != "name":
            return False
        two = words[joint - 1], words[-1]
        if any(cues.kinds[word] & (ROLE | BODY | UPPER) or not opens_high(word) for word in two):
            return False
        return all(self.names.is_person((word,)) or self.names.fullest((word,)) for word in two)

    def _whole(self, phrase: Phrase) -> Span:
        """All words of a phrase but an article that no subject has: "von | einer Sprecherin"."""
        cues, words = self.cues, phrase.words
        opening = words[0].lower()
        is_oblique = len(words) > 1 and opening in cues.oblique | cues.genitives
        if is_oblique and not cues.kinds[words[1]] & (DETERMINER | STOP):
            return Span(self.text.find(words[1], phrase.start + len(opening)), phrase.end)
        return Span(phrase.start, phrase.end)

    def _named(self, phrase: Phrase) -> Span:
        """The fullest form of the name in a phrase; the whole phrase where no name is plain."""
        words = phrase.words
        is_crowd = self.cues.is_office_first and self.cues.are_many(words[0].lower())
        if is_crowd and len(words) > 2 and opens_high(words[1]):
            start = self.text.find(words[1], phrase.start + len(words[0]))
            phrase = phrase._replace(start=start, words=words[1:])  # "Students | Jane Roe"
        parts = self.parting.parts(phrase.words)
        places = self.places_of(phrase)[parts.first : parts.last]
        while len(places) > 1 and places[0][1].lower() in self.cues.particles:
            is_article = self.cues.has_small_bodies and self.cues.kinds[places[0][1]] & DETERMINER
            if is_article and places[1][1].islower():
                break  # "Los padres de Lea"
            places = places[1:]  # "Van der Velde" opens a sentence; "Sanne van der Velde"
        if self._is_nickname(words, parts.first, len(places)):
            places = self.places_of(phrase)[parts.first - 1 : parts.last]
        core = tuple([bare(word) for _, word in places])
        if not core:
            return self._whole(phrase)
        if self.cues.has_capital_nouns and len(core) == 1 and self.cues.is_body(core[0].lower()):
            before = self.places_of(phrase)[: parts.first]
            told = [
                (start, word) for start, word in before if word.lower() not in self.cues.definite
            ]
            if told and all(word.islower() for _, word in told):
                return Span(told[0][0], places[-1][0] + len(core[-1]))  # "russische | Regierung"
        if len(core) == 1 and not parts.has_role:
            heard = self._heard_by(core[0])
            if heard is not None:
                return heard
        fullest = self.names.fullest(core) or self._body_heard(core)
        if len(core) == 1 and fullest is None and self._is_party(words):
            return self._whole(phrase)
        return fullest or Span(places[0][0], places[-1][0] + len(core[-1]))

    def _is_nickname(self, words: tuple[str, ...], first: int, size: int) -> bool:
        """Whether a title belongs to what somebody is known as: "dikenali sebagai | Cikgu Lah"."""
        if not self.cues.keeps_clauses or size != 1 or first < _WITH_ARTICLE:
            return False
        opening = words[first - 2].lower()
        is_named = opening in self.cues.predicatives or opening in self.cues.naming
        return is_named and self.cues.kinds[words[first - 1]] & HONORIFIC > 0

    def _is_party(self, words: tuple[str, ...]) -> bool:
        """Whether an article and capitals name several: "the Liberal Democrats"."""
        is_opened = words[0].lower() in self.cues.definite and self.cues.is_office_first
        is_named = is_opened and all(map(opens_high, words[1:]))
        return is_named and words[-1].endswith(self.cues.plural_endings)

    def _body_heard(self, core: tuple[str, ...]) -> Span | None:
        """The body heard under a name that goes on in small letters: "la Cour", des comptes."""
        if not self.cues.has_small_bodies or not self.cues.kinds[core[-1]] & BODY:
            return None
        heard = (one.speaker for one in reversed(self.heard[-_MEMORY:]))
        return next((one for one in heard if self._words(one)[: len(core)] == core), None)

    def places_of(self, phrase: Phrase) -> list[tuple[int, str]]:
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

    def _known_role(self, phrase: Phrase) -> Span | None:
        """Whom a role without "seorang" means, described on: "tutur dosen yang menulis ..."."""
        cues = self.cues
        low = phrase.words[0].lower()
        is_shown = phrase.words[-1] in cues.demonstratives  # "Wanita yang ... ini"
        is_bare = phrase.words[0].islower() or is_shown
        is_bare &= cues.keeps_clauses and low in cues.roles
        is_open = low in cues.generic_roles or low in cues.standing_roles
        if not is_bare or is_open or len(phrase.words) < 2 or phrase.words[1] not in cues.relatives:
            return None
        return self._nearest(self._gender_in(phrase))

    def _is_unnamed(self, phrase: Phrase) -> bool:
        """Whether "seorang" and a role are followed by a body rather than a person's name."""
        cues = self.cues
        low = phrase.words[0].lower()
        if not cues.keeps_clauses or low not in cues.determiners or low in cues.definite:
            return False
        if not cues.kinds[phrase.words[min(1, len(phrase.words) - 1)].lower()] & ROLE:
            return False
        capitals = tuple(word for word in phrase.words if opens_high(word))
        return bool(capitals) and not self.names.is_person(capitals)

    def _known_as_name(self, phrase: Phrase) -> Phrase | None:
        """The name that a clause tells somebody is known by: "guru yang dikenali sebagai X itu"."""
        cues, words = self.cues, phrase.words
        if cues.predicatives.isdisjoint(words):
            return None
        for place, word in enumerate(words[1:-1], 1):
            is_known = word in cues.predicatives and words[place - 1] in cues.term_nouns
            if not is_known or not opens_high(words[place + 1]):
                continue
            is_titled = cues.kinds[words[place + 1]] & HONORIFIC
            if not is_titled and cues.has_role([each.lower() for each in words[place + 1 :]]):
                continue  # "yang disebut sebagai Wakil Direktur X"
            last = place + 1
            while last < len(words) and opens_high(words[last]):
                last += 1
            places = self.places_of(phrase)
            if len(places) != len(words):
                return None
            start, (end, closing) = places[place][0], places[last - 1]
            return Phrase(start, end + len(closing), "name", words[place:last])
        return None

    def _is_crowd_of(self, phrase: Phrase) -> bool:
        """Whether words mean several who are somebody's: "sejumlah pendukung | Budi"."""
        words = phrase.words
        if not self.cues.keeps_clauses or len(words) < _LONGEST_HEAD - 1:
            return False
        return words[0].lower() in self.cues.several and words[1].islower()

    def _unnaming_clause(self, phrase: Phrase) -> Span | None:
        """The words before "yang enggan ...": a role and its body, whose bearer is not named."""
        cues, words = self.cues, phrase.words
        if not cues.keeps_clauses or cues.relatives.isdisjoint(words):
            return None
        if not cues.has_role([word.lower() for word in words[:2]]):
            return None
        if words[0].lower() in cues.determiners or words[-1] in cues.demonstratives:
            return None
        for place, word in enumerate(words[1:-1], 1):
            if word in cues.relatives and words[place + 1] in cues.negations:
                start, last = self.places_of(phrase)[place - 1]
                return Span(phrase.start, start + len(last))
        return None

    def _is_document(self, phrase: Phrase) -> bool:
        """Whether what is read is followed by whose it is: "le rapport des experts de X"."""
        cues = self.cues
        if len(phrase.words) < 4 or phrase.words[0].lower() not in cues.determiners.singles:
            return False
        low = [word.lower() for word in phrase.words[:4]]
        return low[1] in cues.documents and low[2] in cues.links

    def _has_complement(self, phrase: Phrase) -> bool:
        """Whether a role is followed by whose it is, and no name: "der Trainer des SC Ahlen"."""
        cues = self.cues
        if cues.keeps_clauses or phrase.words[0].lower() not in cues.determiners.singles:
            return False
        if self._is_attached(phrase.words):
            return True
        if all(map(opens_high, phrase.words[-2:])) and self.names.is_person(phrase.words[-2:]):
            return False
        if not cues.has_capital_nouns and self._ends_in_name(phrase.words):
            return False
        if cues.fields:
            parts = self.parting.parts(phrase.words)
            if parts.has_role and parts.first > _WITH_ARTICLE:
                return False  # "la ministre des Transports | Anne Roux"
        for place, word in enumerate(phrase.words[1:-1], 1):
            if word in cues.genitives:
                return bool(cues.kinds[phrase.words[place - 1]] & ROLE)
            if cues.kinds[word] & LINK and word.islower():
                return bool(cues.kinds[phrase.words[place - 1].lower()] & ROLE)
            if opens_high(word) and not cues.kinds[word] & ROLE:
                return False
        return False

    def _is_attached(self, words: tuple[str, ...]) -> bool:
        """Whether somebody unnamed is told by whose they are: "a lawyer for X", "an aide to X"."""
        cues = self.cues
        if words[0].lower() not in cues.indefinite or not cues.attached_roles:
            return False
        for place, word in enumerate(words[2:-1], 2):
            if cues.kinds[word] & (LINK | TOWARDS) and cues.kinds[words[place - 1]] & SMALL:
                return bool(cues.kinds[words[place - 1]] & ROLE)
        return False

    def _ends_in_name(self, words: tuple[str, ...]) -> bool:
        """Whether a noun and a name end a phrase: "dei detenuti Aldo Conti", "à l'ONU Luc Roy"."""
        first = last = len(words) - 1
        while first > 1:
            before = first - 1
            while before > 1 and words[before] in self.cues.particles:
                before -= 1  # "Maria | das | Dores Lima"
            if not opens_high(words[before]) or (words[before].isupper() and first < last):
                break
            first = before
        if not 1 < first < last or not opens_high(words[last]):
            return False
        noun = words[first - 1]
        if noun.isupper():
            return len(noun) > 1 and not any(map(str.isupper, words[first:]))
        return noun.islower() and noun not in self.cues.links | self.cues.articles

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
            return is_one and not (self.names.is_told(noun) or cues.is_body(noun.lower()))
        if noun[0].islower():
            return cues.is_office_first and not cues.is_body(noun)
        is_demonym = bool(cues.demonym_endings) and noun.endswith(cues.demonym_endings)
        return is_demonym and len(rest) <= 2 and not cues.is_body(noun.lower())

    def _only_bearer(self, phrase: Phrase) -> Span | None:
        """Whom "the minister" means where the article names one minister only."""
        low = [word.lower() for word in phrase.words]
        if len(low) != 2 or low[0] not in self.cues.definite:
            return None
        bearer = self._one_bearer(low[1])
        offices = self.cues.offices.get(low[1], ()) if bearer is None else ()
        bearer = next(filter(None, map(self._one_bearer, offices)), bearer)
        is_later = bearer is not None and bearer.start > phrase.start
        if is_later and self.last is not None and self._is_person(self.last):
            return None  # who is named later is another
        return bearer

    def _one_bearer(self, role: str) -> Span | None:
        """Who bears a role in the article, where it is one person only."""
        bearers = [
            span
            for span in self.names.bearers(role)
            if len(words := self._words(span)) > 1
            or (self.names.is_alone(words[0]) and words not in self.names.places)
        ]
        names = {self._family(span) for span in bearers}
        return max(bearers, key=lambda span: span.end - span.start) if len(names) == 1 else None

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun alone, or one that hangs on a verb."""
        words = phrase.words
        return words[0] == "nya" or " ".join(words).lower() in self.cues.pronouns.joined

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
        is_thing = is_thing or (self.cues.has_gendered_nouns and self._is_body_near(gender))
        if self._is_latter(phrase):
            named = self._named_just_before(phrase.start, gender)
            if named is not None:
                return named
        if is_bare and is_thing:
            found = self.near or self.spoke or self.last
            if found is None or not self.is_plain_person(found) or self.cues.has_gendered_nouns:
                return found
            return self._body_told_of(phrase.start) or found
        if is_bare and phrase.words[0].lower() in self.cues.standing_articles:
            named = self._named_last_before(phrase) or self._last_of_two(phrase, gender)
            if named is not None:
                return named
        if is_bare:
            low = phrase.words[0].lower()
            is_one = low not in self.cues.plural_pronouns
            is_one |= self.is_told_of_one and low in self.cues.feminine
            if not is_one and (crowd := self._crowd_before(phrase.start)) is not None:
                return crowd
            found = self._nearest(gender, is_one=is_one)
            if gender and is_one and (found is None or self._gender_of(found) not in {gender, ""}):
                mentioned = self._mentioned_before(phrase.start, gender)
                if mentioned is None and found is not None:
                    mentioned = self._named_just_before(phrase.start, gender)
                found = mentioned or found
            if found is None and is_one:
                found = self._only_named(gender, phrase.start)
                if found is None and self.cues.is_verb_second:
                    found = self._named_just_before(phrase.start, gender)
            return found
        is_stated = self.cues.keeps_clauses and head[0] in self.cues.statements
        is_stated = is_stated and phrase.words[0].islower()
        if is_stated and len(phrase.words) == _WITH_ARTICLE:  # "demikian bunyi pernyataan itu"
            return self.near or self.before or self.last or self._whole(phrase)
        own = head[-1] if self.cues.is_office_first else head[0]
        for noun in dict.fromkeys((" ".join(head), " ".join(head[:2]), own)):
            found = self._bearer(noun) or self._bearer_of_office(noun) if len(noun) > 2 else None
            if found is not None:
                return found
        if (only := self._only_bearer(phrase)) is not None:
            return only
        is_described = len(head) > 1 and head[1] in self.cues.relatives
        if is_described and head[0] in self.cues.generic_roles:
            return self._whole(phrase)  # "warga yang menjadi saksi mata kejadian itu"
        return self._epithet(phrase) or self._whole(phrase)

    def _is_latter(self, phrase: Phrase) -> bool:
        """Whether words mean who was named last: "ce dernier", "este último"."""
        return phrase.words[-1].lower() in self.cues.latter and len(phrase.words) <= _WITH_ARTICLE

    def _only_named(self, gender: Gender, start: int) -> Span | None:
        """Whom he or she means where nobody has spoken: who was first named in full.

        A name with a title that tells a woman or a man comes before others.
        """
        if not self.cues.feminine:
            return None
        found = None
        for run in self.names.own_runs:
            if run.span.start >= start:
                break
            before = self.cues.kinds[run.before] if run.before else 0
            is_inside = before & (STOP | DETERMINER) and not before & COORDINATOR
            if is_inside or not self._is_full_name(run.words):
                continue
            span = self.names.fullest(run.words) or run.span
            known = self._gender_of(span)
            if gender and known == gender:
                return span
            if not known and found is None:
                found = span
        return found

    def accused(self, pronoun: Phrase) -> Span | None:
        """Whom somebody named in full has just spoken of, so that the other answers.

        "Luc Roy a accusé Lia Monin d'avoir « menti ». « C'est faux », a-t-elle répondu."
        """
        near = self.near
        if not self.cues.has_small_bodies or near is None or near != self.spoke:
            return None
        gender = self._gender_in(pronoun)
        named = self._named_just_before(pronoun.start, gender) if gender else None
        if named is None or named == near or named.start < near.start or not self.is_full(named):
            return None
        self.repeat(named)
        return named

    def _named_just_before(self, start: int, gender: Gender) -> Span | None:
        """Whom "ce dernier" means: who is named last before it, by a full name or as a person."""
        place = bisect_left(self._runs_begin, start)
        while place > 0 and self._runs_begin[place - 1] > start - _NEARBY:
            place -= 1
            run = self.names.own_runs[place]
            span = self.names.fullest(run.words[-1:]) or run.span
            before = self.cues.kinds[run.before] if run.before else 0
            is_told = before & (LOCATIVE | TOWARDS) and "." not in self.text[run.span.end : start]
            if is_told or before & DETERMINER:
                continue  # "Interrogé sur France Matin, ce dernier"
            is_named = self.names.is_person(run.words) or self._is_full_name(run.words)
            is_named = is_named or self._may_be_given(run.words)
            if is_named and self._gender_of(span) in {gender, ""}:
                return span
        return None

    def _mentioned_before(self, start: int, gender: Gender) -> Span | None:
        """The last person named a little before, whom the gender suits and who has not spoken."""
        place = bisect_left(self._runs_begin, start)
        while place > 0 and self._runs_begin[place - 1] > start - _NEARBY:
            place -= 1
            run = self.names.runs[place]
            span = self.names.fullest(run.words[-1:]) or run.span
            if len(run.words) < 2 or not self.names.is_person(run.words):
                continue
            if self._gender_of(span) in {gender, ""}:
                return span
        return None

    def _crowd_before(self, start: int) -> Span | None:
        """Whom "they" means: several who are near or were brought up last in the paragraph."""
        if self.near is not None and (self._are_several(self.near) or self._is_crowd(self.near)):
            return self.near
        line = bisect_right(self._begins, start) - 1
        if line < 0 or not self.cues.plural_endings:
            return None
        tokens = self._lines[line]
        for first in range(bisect_left(tokens.starts, start) - 1, -1, -1):
            if not tokens.kinds[first] & (SEVERAL | DIGIT):
                continue
            for noun in range(first + 1, min(first + _LONGEST_CROWD, tokens.length)):
                if tokens.kinds[noun] & (STOP | LINK) == STOP or not tokens.kinds[noun] & WORD:
                    break
                if self.cues.are_many(tokens.lows[noun]):
                    first -= first > 0 and tokens.kinds[first - 1] & INDEFINITE > 0
                    return Span(tokens.starts[first], tokens.end(noun))
        return None

    def _body_told_of(self, start: int) -> Span | None:
        """The body that "it" means, told of last in the paragraph: "the court", "The union"."""
        line = bisect_right(self._begins, start) - 1
        if line < 0:
            return None
        tokens = self._lines[line]
        for noun in range(bisect_left(tokens.starts, start) - 1, 0, -1):
            is_body = tokens.kinds[noun] & (BODY | SMALL) == BODY | SMALL
            if is_body and tokens.lows[noun - 1] in self.cues.definite:
                return Span(tokens.starts[noun - 1], tokens.end(noun))
        return None

    @cached_property
    def _runs_begin(self) -> list[int]:
        """Where each of the article's capitalised runs begins, in text order."""
        return [run.span.start for run in self.names.own_runs]

    def _named_last_before(self, phrase: Phrase) -> Span | None:
        """Whom "der" or "die" means as a sentence's subject: who ends the sentence before it."""
        line = bisect_right(self._begins, phrase.start) - 1
        if line < 0:
            return None
        tokens = self._lines[line]
        end = bisect_left(tokens.starts, phrase.start) - 1
        if end < 1 or not tokens.kinds[end] & END:
            return None
        start = end
        while start > 0 and not tokens.kinds[start - 1] & END:
            start -= 1
        for place in reversed(tokens.places(ROLE_BEGINS | ROLE_ENDING, start, end)):
            first = place - bool(place and tokens.kinds[place - 1] & DETERMINER)
            named, _ = phrase_after(tokens, first)
            if named is not None and named.kind == "name":
                return self.meant(named)
            if named is not None:
                bearer = self._bearer(named.words[-1].lower())
                return bearer or self._only_bearer(named) or self._whole(named)
        return None

    def _last_of_two(self, phrase: Phrase, gender: Gender) -> Span | None:
        """Whom "Der" means that opens a sentence: who is named behind its subject, before it."""
        before = self.text[: phrase.start].rstrip()
        if before[-1:] != "." or not self.cues.has_capital_nouns:
            return None
        named = self._named_just_before(phrase.start, gender)
        stop = max(before.rfind(sign, 0, -1) for sign in (". ", "\n", "“", '"'))
        return named if named is not None and named.start > stop + 2 else None

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line that has words begins."""
        return [tokens.starts[0] for tokens in self._lines]

    def _epithet(self, phrase: Phrase) -> Span | None:
        """Whom "the striker", "the Welshman", "the company" means: who was named last.

        None for what is read (the report), for a role that a story leaves without a name (the
        judge), for words with a complement (the head of the union) and for several.
        """
        cues = self.cues
        low = [word.lower() for word in phrase.words]
        is_shown = low[-1] in cues.demonstratives or low[0] in cues.demonstratives
        if (not is_shown and low[0] not in cues.definite) or low[0] in cues.indefinite:
            return None
        if self._is_brought_up(phrase):
            return None
        last = phrase.words[-1]
        if cues.has_capital_nouns and (last in cues.role_words or last.isupper()):
            return None  # "die Grünen", "die UN"
        is_woman = cues.genders[low[-1]] == "f" or low[-1].endswith(cues.adjective_endings[:1])
        if cues.has_capital_nouns and low[0] == "die" and not is_woman:
            return None  # "Die Betrüger"
        nouns = [w for w in low if w not in cues.demonstratives and w not in cues.definite]
        if len(nouns) > _LONGEST_HEAD - 1 and nouns[-1] in cues.time_nouns and nouns[-2].isdigit():
            nouns = nouns[:-3]  # "el hombre de 61 años"
        if not nouns or any(word in cues.documents or bare(word) != word for word in nouns):
            return None
        if len(nouns) > _WITH_ARTICLE and nouns[1] in cues.links and nouns[2] in cues.several:
            return self._nearest(self._gender_in(phrase))  # "the father of two"
        if not is_shown and any(word in cues.standing_roles for word in nouns):
            return None
        if not is_shown and any(word in cues.links for word in nouns):
            return None
        if nouns[0] in cues.standing_roles and cues.is_body(nouns[-1]):
            return None  # "jurucakap syarikat itu"
        if self.cues.are_many(nouns[-1]):
            return None
        heads = nouns[:1] if cues.has_small_bodies else nouns  # "el gremio | minero"
        if any(cues.is_body(word) for word in heads) and not cues.has_role(heads):
            if cues.keeps_clauses and is_shown and (body := self._body_before(nouns[0], phrase)):
                return body
            is_after_body = self.near is not None and not self._is_person(self.near)
            is_any = nouns[-1] in cues.generic_bodies and (len(nouns) == 1 or is_after_body)
            return self._nearest(is_body=True) if is_any else None
        if not is_shown and any(map(cues.is_site, heads)):
            return None
        found = self._nearest(self._gender_in(phrase), roles=nouns)
        if found is not None and (found == self.asking or self._is_seat(found)):
            return None
        if found is None or self._is_other(found, nouns) or self._came_later(found, nouns, phrase):
            return None
        is_unnamed = cues.has_capital_nouns and len(self._words(found)) == 1 and found != self.near
        if is_unnamed and not cues.indefinite.isdisjoint(self.known_as.get(found, "").split()):
            return None  # "sagt eine Lehrperson. ... Am Abend teilte der Gemeinderat mit"
        is_kin = nouns[0] in cues.kin and not is_shown
        if is_kin and nouns[0] not in self.known_as.get(found, "").split():
            return None  # "Rini trauma. ..., kata sang ibu"
        if not cues.parties.isdisjoint(nouns) and self._speaks_for_law(found):
            return None  # "Staatsanwältin X ... Die Angeklagte"
        is_age = nouns[-1][0].isdigit() and nouns[-1][-1].isalpha()
        if is_age and not cues.standing_roles.isdisjoint(self._told(found)):
            return None  # "die 45-Jährige" is no judge
        if not cues.has_role(nouns):
            return found
        words = self._words(found)
        is_told = len(words) > 1 or found in self.introduced or self.names.is_person(words)
        is_told = is_told or bool(self._gender_of(found)) or cues.has_role([words[0].lower()])
        is_told = is_told or (cues.keeps_clauses and found == self.spoke)
        return found if self._is_person(found) and is_told else None

    def _told(self, speaker: Span) -> set[str]:
        """The words that somebody is told by beside the name: no "richter" of "Lena Richter"."""
        name = map(str.lower, self._words(speaker))
        return set(self.known_as.get(speaker, "").split()).difference(name)

    def _speaks_for_law(self, speaker: Span) -> bool:
        """Whether somebody is known as a judge or the like, and so is neither accused nor hurt."""
        return any(word.endswith(tuple(self.cues.standing_roles)) for word in self._told(speaker))

    def _is_brought_up(self, phrase: Phrase) -> bool:
        """Whether a comma and "a" tell of somebody new: "said the driver, | a man of 44"."""
        behind = self.text[phrase.end : phrase.end + _LONGEST_PLACE]
        if not behind.startswith(", "):
            return False
        return behind[2:].split(maxsplit=1)[0].lower() in self.cues.indefinite

    def _body_before(self, noun: str, phrase: Phrase) -> Span | None:
        """The body named last whose name opens with a noun: "Kementerian X ... kementerian itu"."""
        for run in reversed(self.names.own_runs[: bisect_left(self._runs_begin, phrase.start)]):
            if run.words[0].lower() == noun and len(run.words) > 1:
                return self.names.fullest(run.words) or run.span
        return None

    def _is_seat(self, speaker: Span) -> bool:
        """Whether one word with an article names where a body sits: "explicou o Paço"."""
        words = self._words(speaker)
        if len(words) > 1 or not self.cues.drops_subjects or self.names.is_told(words[0]):
            return False
        known = self.known_as.get(speaker, "").split()
        articles = self.cues.masculine & self.cues.definite
        return any(
            article in articles and word == words[0].lower() for article, word in pairwise(known)
        )

    def _is_other(self, speaker: Span, nouns: Sequence[str]) -> bool:
        """Whether one who is described only is something else: "a senior engineer", "the mayor"."""
        words = [
            part for part in _PARTS.split(self.text[speaker.start : speaker.end].lower()) if part
        ]
        is_open = words[0] in self.cues.determiners and words[0] not in self.cues.definite
        is_plain = len(words) == 2 and words[1] in self.cues.standing_roles  # "la juge"
        is_plain = is_plain and words[0] in self.cues.determiners  # no "Lena Richter"
        if not (is_open or is_plain) or not self.cues.has_role(nouns):
            return False
        if nouns[0] in self.cues.anybody:
            return False  # "Seorang nelayan ... ujar pria berusia 34 tahun itu"
        return set(nouns).isdisjoint(self.known_as.get(speaker, "").split())

    def _came_later(self, speaker: Span, nouns: Sequence[str], phrase: Phrase) -> bool:
        """Whether "the driver" is one whom the text told of after it had named somebody else.

        "Mayor Dale left. A driver took her home. The driver said ..."
        """
        named = self.text.find(self._family(speaker))
        known = self.known_as.get(speaker, "").split()
        endings = tuple(noun for noun in nouns if noun not in known)
        if not endings:
            return False
        for newcomer, places in self._newcomers.items():
            if newcomer in endings or (self.cues.is_verb_second and newcomer.endswith(endings)):
                last = bisect_left(places, phrase.start) - 1
                if last >= 0 and places[last] > named:
                    return True
        return False

    @cached_property
    def _newcomers(self) -> dict[str, list[int]]:
        """The roles in lower case that follow "a" and that no name is told with, and where."""
        found: dict[str, list[int]] = {}
        for tokens in self._lines:
            for article in tokens.places(INDEFINITE):
                if noun := _newcomer_at(tokens, article):
                    found.setdefault(tokens.lows[noun], []).append(tokens.starts[noun])
        return found


def _role_size(words: tuple[str, ...], cues: Cues) -> int:
    """How many words the role has that opens a phrase: "Juru bicara | Kelompok X"."""
    low = tuple(word.lower() for word in words)
    entries = cues.roles.by_first.get(low[0], ()) if cues.keeps_clauses else ()
    return next((len(entry) for entry in entries if low[: len(entry)] == entry), 0)


def _newcomer_at(tokens: Tokens, article: int) -> int:
    """Where the role stands that "a" brings up; 0 where it tells what somebody named is."""
    kinds, texts = tokens.kinds, tokens.texts
    before = kinds[article - 1] if article else END
    is_copula = before & (AUXILIARY if tokens.cues.is_verb_second else AUXILIARY | FINITE)
    is_apposition = article and not before & (WORD | END) and texts[article - 1] not in _ENDS
    if is_apposition or is_copula or before & (ADVERB | NEGATION):
        return 0
    if tokens.lows[article - 1] in tokens.cues.predicatives and before & WORD:
        return 0
    for noun in range(article + 1, min(tokens.length, article + 4)):
        kind = kinds[noun]
        if not kind & WORD or kind & (STOP | BARRIER | DETERMINER):
            return 0
        if kind & (WHOLE_ROLE | ROLE_ENDING) and not kinds[noun + 1] & (ROLE | NAMING):
            following = kinds[noun + 1 + (texts[noun + 1] == ",")]
            return 0 if following & CAPITAL else noun
    return 0
