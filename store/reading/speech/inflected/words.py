"""What a language's table ``[speech]`` holds for the modules of this folder, ready to be looked up.

The table is that of a language whose file says ``has_case_endings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from store.reading.languages import Language
from store.reading.patterns import any_of

Gender = Literal["", "f", "m"]
#: Phrases of several words, the longest first, by their first word.
Entries = Mapping[str, tuple[tuple[str, ...], ...]]

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's verbs, titles and endings, ready to be looked up."""

    verbs: frozenset[str]
    clausal: frozenset[str]
    #: Verbs that have no subject: говорится в сообщении X.
    impersonal: frozenset[str]
    #: Verbs whose object speaks: цитирует X.
    quoting: frozenset[str]
    words_of: frozenset[str]
    gerunds: frozenset[str]
    frames: Entries
    #: What points back to what was said: об этом.
    echoes: Entries
    complementizers: frozenset[str]
    roles: frozenset[str]
    long_roles: frozenset[tuple[str, ...]]
    role_stems: frozenset[str]
    role_endings: tuple[str, ...]
    determiners: Entries
    bodies: frozenset[str]
    body_stems: frozenset[str]
    document_stems: tuple[str, ...]
    pronouns: frozenset[str]
    epithets: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    inside: frozenset[str]
    #: What opens a relative clause, behind a preposition as well: о котором.
    relatives: frozenset[str]
    inner: frozenset[str]
    #: Prepositions between somebody's title and where they are from: тренер из «Старта» X.
    origins: frozenset[str]
    #: What stands before a colon and words of who was named last: дословно.
    labels: Entries
    stops: frozenset[str]
    #: Words that open a sentence before its subject: между тем.
    openers: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    patronymics: tuple[str, ...]
    genitives: tuple[str, ...]
    oblique: tuple[str, ...]
    hearers: tuple[str, ...]
    #: How adjectives end beside subjects, and behind prepositions.
    adjectives: tuple[str, ...]
    oblique_adjectives: tuple[str, ...]
    plural_verbs: tuple[str, ...]
    verb_endings: tuple[str, ...]
    feminine_verbs: tuple[str, ...]
    masculine_verbs: tuple[str, ...]
    feminine: frozenset[str]
    feminine_endings: tuple[str, ...]
    #: How titles of women end.
    feminine_roles: tuple[str, ...]
    masculine: frozenset[str]
    term_nouns: frozenset[str]
    #: Those before words that somebody coined: так называемый.
    coined: frozenset[str]
    #: Who is never named by what follows: источник агентства.
    anonymous: frozenset[str]
    #: How ends what is told of, and no genitive does: происходящее.
    taken: tuple[str, ...]
    #: How verbs end that tell what many did: прочитали.
    done: tuple[str, ...]
    #: How first names of women end as subjects and as owners, as many of men do: Анна, Анны.
    soft: tuple[str, ...]
    soft_owned: tuple[str, ...]
    #: How family names of men end as owners, where first names end as women's: Ильи Седова.
    men_owned: tuple[str, ...]
    #: How verbs end that no word of a description ends as: власти | выясняют.
    finite: tuple[str, ...]
    #: How words for somebody's age end: 22-летний.
    ages: tuple[str, ...]
    #: What makes a verb of saying a frame: как сообщил X.
    as_words: frozenset[str]
    #: Of what somebody named before is the head: глава региона.
    generic_owners: frozenset[str]
    #: How words for several people end, whom he or she never means.
    many: tuple[str, ...]
    #: What joins the verbs of one subject: X сказал, что ..., и призвал.
    coordinators: frozenset[str]
    #: Verbs that take somebody: Киев обвинил Москву.
    accusing: frozenset[str]
    #: What begins a word that goes on behind its hyphen: пресс-служба.
    joined: tuple[str, ...]
    abbreviations: frozenset[str]
    ending: re.Pattern[str]

    def stem(self, low: str) -> str:
        """A word without the ending of its case."""
        stem = self.ending.sub("", low)
        return stem if len(stem) >= _SHORTEST_STEM else low

    def is_common(self, low: str) -> bool:
        """Whether a word that opens a sentence is no name."""
        words = self
        return (
            low in words.stops
            or low in words.prepositions
            or low in words.roles
            or low in words.verbs
            or low in words.bodies
            or low in words.pronouns
            or low.endswith(words.role_endings)
        )

    def gender_of_owner(self, owner: str) -> Gender:
        """What a possessive tells of its owner: его, ее."""
        if owner in self.feminine:
            return "f"
        return "m" if owner in self.masculine else ""

    def ends_as(self, low: str, endings: tuple[str, ...]) -> bool:
        """Whether a word that is long enough ends so."""
        return len(low) >= _SHORTEST_STEM and low.endswith(endings)

    def is_patronymic(self, low: str) -> bool:
        """Whether a word is a middle name: Ивановна."""
        return low.endswith(self.patronymics)

    def is_body(self, low: str) -> bool:
        """Whether a word in any case is a body's: в посольстве."""
        stem = self.stem(low if low.startswith(self.joined) else low.partition("-")[0])
        return any(body.startswith(stem) and len(body) - len(stem) < 4 for body in self.bodies)

    def is_patronymic_oblique(self, low: str) -> bool:
        """Whether a word is a middle name in another case: Ивановны."""
        return self.stem(low).endswith(tuple(self.stem(p) for p in self.patronymics))

    def gender_of_verb(self, low: str) -> Gender:
        """What the ending of a verb tells of who did it."""
        if low.endswith(self.feminine_verbs):
            return "f"
        return "m" if low.endswith(self.masculine_verbs) else ""


def _with_plurals(roles: Iterable[str], endings: Sequence[str]) -> Iterator[str]:
    """The titles, and what several of them are called: житель, жители."""
    for role in roles:
        yield role
        for ending in endings:
            one, _, many = ending.partition("/")
            if role.endswith(one):
                yield role[: len(role) - len(one)] + many


def _in_all_forms(verbs: Iterable[str], endings: Sequence[str]) -> Iterator[str]:
    """Verbs with their forms for women, things and several: сказал, сказала, сказало, сказали."""
    for verb in verbs:
        yield verb
        for ending in endings:
            one, _, other = ending.partition("/")
            if verb.endswith(one):
                yield verb[: len(verb) - len(one)] + other


@cache
def words_of(language: Language) -> Words:
    """The words of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")
    roles = [*_with_plurals(listed("roles"), listed("plurals")), *listed("people")]
    split = [tuple(role.split()) for role in roles]
    ending = re.compile(rf"{any_of(listed('case_endings'))}$")
    sentences = language.table("sentences")
    return Words(
        verbs=frozenset(_in_all_forms((*listed("after"), *listed("before")), listed("verb_forms"))),
        clausal=frozenset(listed("clausal")),
        impersonal=frozenset(listed("impersonal")),
        quoting=frozenset(listed("quoting")),
        gerunds=frozenset(listed("gerunds")),
        words_of=frozenset(listed("words_of")),
        frames=_by_first(listed("frames")),
        echoes=_by_first(listed("echoes")),
        complementizers=frozenset(listed("complementizers")),
        roles=frozenset(role[0] for role in split if len(role) == 1),
        long_roles=frozenset(role for role in split if len(role) > 1),
        role_stems=frozenset(ending.sub("", role[0]) for role in split if len(role) == 1),
        role_endings=listed("role_endings"),
        determiners=_by_first(listed("unnamed")),
        bodies=frozenset(listed("bodies")),
        body_stems=frozenset(ending.sub("", body) for body in listed("bodies")),
        document_stems=listed("document_stems"),
        pronouns=frozenset(listed("pronouns")),
        epithets=frozenset(listed("epithets")),
        owners=frozenset(listed("owners")),
        prepositions=frozenset(listed("prepositions")),
        inner=frozenset(listed("inner")),
        inside=frozenset(listed("inside")),
        origins=frozenset(listed("origins")),
        labels=_by_first(listed("labels")),
        relatives=frozenset(listed("relatives")),
        stops=frozenset((*listed("stops"), *listed("adverbs"))) - frozenset(listed("bodies")),
        openers=frozenset(word for adverb in listed("adverbs") for word in adverb.split()),
        calendar=frozenset(word.lower() for word in listed("calendar")),
        particles=frozenset(listed("particles")),
        patronymics=listed("patronymics"),
        genitives=listed("genitive_endings"),
        oblique=listed("oblique_endings"),
        hearers=listed("hearer_endings"),
        adjectives=listed("adjective_endings"),
        oblique_adjectives=listed("oblique_adjectives"),
        plural_verbs=listed("plural_verb_endings"),
        verb_endings=listed("verb_endings"),
        feminine_verbs=listed("feminine_verb_endings"),
        masculine_verbs=listed("masculine_verb_endings"),
        feminine=frozenset(listed("feminine")),
        feminine_endings=listed("feminine_endings"),
        feminine_roles=listed("feminine_roles"),
        masculine=frozenset(listed("masculine")),
        anonymous=frozenset(listed("anonymous")),
        taken=listed("taken_endings"),
        done=listed("done_endings"),
        soft=listed("soft_endings"),
        soft_owned=listed("soft_owned_endings"),
        men_owned=listed("men_owned_endings"),
        finite=listed("finite_endings"),
        ages=listed("age_endings"),
        as_words=frozenset(listed("as_words")),
        generic_owners=frozenset(listed("generic_owners")),
        many=listed("many_endings"),
        coordinators=frozenset(listed("coordinators")),
        accusing=frozenset(_in_all_forms(listed("accusing"), listed("verb_forms"))),
        joined=listed("joined"),
        coined=frozenset(listed("coined")),
        term_nouns=frozenset(word for noun in listed("term_nouns") for word in noun.split()[-1:]),
        abbreviations=frozenset(word for words in sentences.values() for word in words),
        ending=ending,
    )


def _by_first(phrases: Iterable[str]) -> Entries:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in found.items()}
