"""A phrase parted into a role and a name: "juru bicara Istana | Budi Hartono".

What the words alone tell is worked out once for each phrase; where they leave it open, what the
article's other names tell decides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.reading.speech.spaced.names import DEGREE, Names, behind_place
from store.reading.speech.spaced.vocabulary import (
    BODY,
    CAPITAL,
    DEFINITE,
    DETERMINER,
    FUNCTION,
    HONORIFIC,
    INDEFINITE,
    LAST_OF_ROLE,
    LINK,
    LOCATIVE,
    OWNING,
    PARTICLE,
    ROLE,
    ROLE_OR_BODY,
    SMALL,
    UPPER,
    Cues,
    bare,
)

_MOST_PHRASES = 20_000
_SYLLABLE = re.compile("[A-Z][^aeiou]{0,2}[aeiou]{1,3}[^aeiou]{0,2}|[AEIO][aeiou]?[^aeiou]{0,2}|Ng")
_APOSTROPHES = frozenset("'’")
_FULL_NAME = 2
_LONGEST_NAME = 3
_NAMES = (_FULL_NAME, _LONGEST_NAME)
#: How likely a name has so many words.
_WEIGHTS = {_FULL_NAME: 1.2, _LONGEST_NAME: 1.0}
_LONGEST_PARTY = 5


class Parts(NamedTuple):
    """A phrase's name as places in its words, and whether a role stands at it."""

    first: int
    last: int
    has_role: bool


class _Open(NamedTuple):
    """What words alone leave open: where behind an office the name begins.

    ``words`` are those up to the name's end, ``first`` where office or name begins. A plain role
    has no complement; what is ``territorial`` has a place, ``surely`` or if the name is not long. A
    person's role is in small letters, and no word behind it is one of bodies or offices.
    """

    words: tuple[str, ...]
    first: int
    is_plain: bool
    is_territorial: bool
    is_surely_territorial: bool
    is_person: bool


class Parting:
    """Parts the phrases of one article."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.cues = names.cues
        self._known = _known_shapes(names.cues)
        self._parts: dict[tuple[str, ...], Parts] = {}

    def parts(self, phrase: tuple[str, ...]) -> Parts:
        """Part a phrase."""
        found = self._parts.get(phrase)
        if found is None:
            found = self._parts[phrase] = self.parted(phrase)
        return found

    def parted(self, phrase: tuple[str, ...]) -> Parts:
        """Part a phrase by the names that are known so far."""
        shape = self._known.get(phrase)
        if shape is None:
            if len(self._known) >= _MOST_PHRASES:
                self._known.clear()
            shape = self._known[phrase] = _Shape(phrase, self.names).found()
        if isinstance(shape, Parts):
            if shape.first < 1 or not self.cues.birth_names:
                return shape
            words = tuple(map(bare, phrase))
            return shape._replace(first=self.cues.name_opening(words, shape.first))
        size = len(shape.words)
        first = self._after_office(shape)
        if first is None:
            return Parts(0, size, has_role=True)
        return Parts(self.cues.name_opening(shape.words, first), size, has_role=True)

    def _after_office(self, shape: _Open) -> int | None:
        """Where the name begins after a role and perhaps an office; None where nothing tells.

        Each place is weighed by what the rest of the article says of the words on either side.
        """
        words, first, is_plain = shape[:3]
        size = len(words)
        is_long = shape.is_territorial or size - first > _LONGEST_NAME
        for start in range(first, size - 1 if is_long else first + 1):
            if words[start] in self.cues.name_openers and start < size - 1:
                return start  # "Lurah Pantai Timur | Moh. Rizal Dg. Parani"
        if self.cues.keeps_clauses and _ends_in_syllables(words, first):
            return size - _LONGEST_NAME
        if not is_plain and self.cues.is_office_first and self.cues.kinds[words[-1]] & BODY:
            return None  # "Senior doctors at Holm University Hospital"
        if self.cues.keeps_clauses and size - first == 1 and words[first].isupper():
            is_suspect = words[first - 1].lower() in self.cues.suspects
            if is_suspect or self.names.is_told_by_age(words[first]):
                return first  # "tersangka | RW"
        field = size - _FULL_NAME - 1
        is_field = (
            not is_plain and first - 1 <= field and words[field].lower() in self.cues.office_fields
        )
        if is_field and not any(
            kind & (BODY | ROLE) for kind in map(self.cues.kinds.__getitem__, words[-2:])
        ):
            return field + 1  # "Leader of the Opposition | Jane Roe"
        best: tuple[float, int] | None = None
        for start in range(first, size):
            if start > first and not self.cues.particles.isdisjoint(words[start - 1 : start + 1]):
                continue  # "Wagner | dos | Santos"
            if start > first and "." in words[start - 1 : start + 1]:
                continue  # "Karim Dg | . | Ngalle"
            weight = self._weight(words[first:start], words[start:])
            if best is None or weight > best[0]:
                best = (weight, start)
        is_numbered = shape.is_territorial and words[first - 1].isdigit()
        if best is not None and best[0] >= 3 and not is_numbered:
            start = best[1]
            is_open = self.cues.keeps_clauses and is_plain and not shape.is_territorial
            opening = self.cues.kinds[words[first - 1]] | self.cues.kinds[words[first]]
            is_open = is_open and not opening & BODY  # "Ketua | Serikat Buruh | Rini Sari"
            if is_open and (start, size) == (first + _FULL_NAME, first + 2 * _FULL_NAME):
                is_cut = self._closes_office(words, start - 1)
                is_cut = is_cut or self.cues.name_opening(words, start) < start
                return start if is_cut else None
            return start
        body = size - 2 * _FULL_NAME
        if self.cues.keeps_clauses and body >= first - 1 and self._is_body(words, body):
            return size - _FULL_NAME  # "Ketua | Partai Maju | Budi Hartono"
        if shape.is_territorial and size - first == 1 and self._closes_name(words[first]):
            return first  # "Bupati | Fauzan", who is Ahmad Fauzan
        if shape.is_territorial and (
            shape.is_surely_territorial or self._is_office(words[first : first + 1])
        ):
            start = first + 1
            is_long = size - first == 2 * _FULL_NAME  # "RSUD Teluk Mawar | Andi Faisal"
            if is_long and self.cues.is_body(words[first - 1].lower()):
                start += 1
            while start < size - 1 and words[start] in self.cues.compass:
                start += 1
            return start if start < size else None
        particles = self.cues.particles
        parts = [
            word
            for place, word in enumerate(words[first:], first)
            if word not in particles and words[place - 1] not in particles
        ]
        is_short = len(parts) <= 2 and not self._is_office(words[first:])
        if is_plain and len(parts) == _LONGEST_NAME and shape.is_person:
            is_short = True  # "peguam bela | Gopal Rajan Nair"
        return first if is_plain and is_short else None

    def _closes_office(self, words: tuple[str, ...], place: int) -> bool:
        """Whether the word before a name of two is no first name: Aktivis Bumi Raya | Budi Harto.

        A person may have three: "Aktivis Papua | Yohana Sari Wenda".
        """
        word = words[place]
        is_short = bool(self.cues.kinds[word] & (BODY | UPPER | ROLE))
        return is_short or self.names.is_elsewhere(word, words[place + 1 :])

    def _is_body(self, words: tuple[str, ...], place: int) -> bool:
        """Whether a body and its name stand there, and no other body or acronym behind it."""
        kinds = [self.cues.kinds[word] for word in words[place:]]
        others = BODY | UPPER | ROLE
        return kinds[0] & (BODY | CAPITAL) == BODY | CAPITAL and not any(
            kind & others for kind in kinds[1:]
        )

    def _closes_name(self, word: str) -> bool:
        """Whether the article has a word as the last of a name of two or three, and as no place."""
        if (word,) in self.names.places:
            return False
        for run in self.names.own_runs:
            if run.words[-1] == word and len(run.words) > 1:
                kind = self.cues.kinds[run.words[-2]]
                if not kind & (ROLE | BODY | UPPER | FUNCTION) and not self._is_office((word,)):
                    return True
        return False

    def _weight(self, office: tuple[str, ...], name: tuple[str, ...]) -> float:
        """How well the words part into an office and a name."""
        names = self.names
        weight = _WEIGHTS.get(len(name), 0.0)
        if len(name) > 1 and name in names.standing_alone:
            weight += 3
        if names.is_alone(name[-1]) or (len(name) > 1 and names.is_alone(name[0])):
            weight += 2
        # Whom an article calls by the first name stands there with it alone.
        shortest = 2 if self.cues.keeps_clauses and len(name) == 2 else 1
        if len(name) == _LONGEST_NAME and name[:_FULL_NAME] in names.standing_alone:
            weight += 3  # "Abdul Latif Puteh", who is Abdul Latif
        elif len(name) > 1 and names.is_elsewhere(name[0], name, shortest):
            weight -= 2
        if any(len(word) > 1 and word.isupper() for word in name):
            weight -= 3
        if self._is_office(name) or self._is_office(name[-1:]):
            weight -= 5
        is_body = office in names.standing_alone or self._is_office(office)
        is_short = bool(office) and office[-1].isupper() and len(name) in {2, 3}
        is_short = is_short and (len(office[-1]) > _FULL_NAME or not self.cues.keeps_clauses)
        if office and (is_body or is_short):
            weight += 2
        return weight

    def _is_office(self, words: tuple[str, ...]) -> bool:
        """Whether the words name a place or body rather than a person."""
        return bool(words) and (words in self.names.places or words[-1].isupper())


def _ends_in_syllables(words: tuple[str, ...], first: int) -> bool:
    """Whether just the last three words have one syllable each, as Chinese names: Lim Mei Ling."""
    start = len(words) - _LONGEST_NAME
    if start < first or not all(map(_SYLLABLE.fullmatch, words[start:])):
        return False
    return start == first or not _SYLLABLE.fullmatch(words[start - 1])


@cache
def _known_shapes(_cues: Cues) -> dict[tuple[str, ...], Parts | _Open]:
    """What the words of phrases alone tell, in one language."""
    return {}


class _Shape:
    """What the words of one phrase tell by themselves."""

    def __init__(self, phrase: tuple[str, ...], names: Names) -> None:
        self.phrase = phrase
        self.names = names
        self.cues = names.cues
        self.words = list(map(bare, phrase))
        if len(phrase) > 1:
            self.words[0] = self.cues.owner(self.words[0])
        self.lows = [word.lower() for word in self.words]
        self.kinds = [self.cues.kinds[word] for word in self.words]
        if len(phrase) > 1 and self.cues.is_family(*self.words[-2:]):
            self.kinds[-1] &= ~ROLE_OR_BODY  # "Bürgermeisterin Lena Koch"

    def found(self) -> Parts | _Open:
        """The name in the phrase, or what is left open."""
        words, kinds, cues = self.words, self.kinds, self.cues
        size = len(words)
        if ")" in words and self._is_shortened(words.index(")")):
            return Parts(0, size, has_role=True)
        first = self._first_capital()
        if first == size:
            return Parts(0, size, has_role=False)
        family = cues.family_opening(words[first:])
        if family is not None:
            return Parts(first + family, size, has_role=first + family > 0)
        if cues.has_serial_verbs and self._is_body_or_of_place(first, size):
            return Parts(0, size, has_role=False)
        if not _APOSTROPHES.isdisjoint(words[first:]):
            return Parts(first, size, has_role=False)
        is_owned = words[0] != self.phrase[0]  # "Frps | Pia Holm"
        for place in range(size - 2, -1 if is_owned else first - 1, -1):
            if kinds[place + 1] & CAPITAL and words[place] != self.phrase[place]:
                rest = _Shape(self.phrase[place + 1 :], self.names).found()
                start, last = rest[:2] if isinstance(rest, Parts) else (0, size - place - 1)
                return Parts(place + 1 + start, place + 1 + last, has_role=True)
        while size > first + 1 and DEGREE.fullmatch(words[size - 1]):
            size -= 1
        is_whole_body = cues.has_small_bodies and size > 2 and kinds[0] & DETERMINER
        opening = 1 + bool(is_whole_body and kinds[1] & DETERMINER)  # "naman ng | Department of X"
        if is_whole_body and kinds[opening] & (BODY | CAPITAL | ROLE) == BODY | CAPITAL:
            return Parts(opening, size, has_role=False)  # "la Cour des comptes"
        if self._opens_with_people(size):
            return Parts(2, size, has_role=True)  # "Le Français | Luc Roy"
        is_kin = self.lows[0] in cues.kin and not kinds[0] & HONORIFIC
        if is_kin and size > 1 and first < 2 and kinds[1] & (CAPITAL | ROLE) == CAPITAL:
            return Parts(0, size, has_role=True)  # "ibu Rini", but "Ibu Rini", "sang istri Rini"
        owner = self._before_owner(size)
        if owner is not None:
            return owner
        if first > 0 and kinds[0] & BODY and self._is_small_body(first, size):
            return Parts(0, size, has_role=False)  # "layanan pers istana Belmara"
        if first == 1 and kinds[0] & BODY and kinds[1] & BODY and cues.keeps_clauses:
            return Parts(0, size, has_role=False)  # "manajemen PT Angin Jaya"
        is_body = first > 0 and kinds[first - 1] & (BODY | SMALL | ROLE) == BODY | SMALL
        if is_body and first == 2 and size - first == 1 and cues.owning:
            is_any = cues.has_small_bodies and self.lows[1] in cues.generic_bodies
            return Parts(1 - is_any, size, has_role=False)  # "la federación X", "La empresa X"
        has_article = first == 0 and kinds[0] & DETERMINER and size > _FULL_NAME
        first += bool(has_article and kinds[1] & HONORIFIC)  # "El | Dr. Paz"
        run_first = first
        has_role = first > 0 or cues.has_role(self.lows) or self._has_rank(first)
        while first < size and (
            kinds[first] & HONORIFIC
            or words[first] == "."
            or " ".join(words[first : first + 2]) in cues.honorifics
        ):
            first += 1
        if not has_role:
            return self._without_role(first, run_first, size)
        if run_first < first < size and cues.keeps_clauses and kinds[run_first] & HONORIFIC:
            last = first
            while (
                last < size and kinds[last] & (CAPITAL | ROLE | BODY | UPPER | HONORIFIC) == CAPITAL
            ):
                last += 1
            if first < last < size - 1 and self.lows[last] in cues.roles:
                return Parts(first, last, has_role=True)  # "Iptu | Guntur | Kasatpolair X"
        is_one = cues.is_office_first and kinds[0] & INDEFINITE and size > _LONGEST_NAME
        is_sent = is_one and self.lows[1] in cues.standing_roles
        if is_sent and kinds[2] & (LINK | SMALL) == LINK | SMALL:
            return Parts(0, size, has_role=True)  # "A spokesman for Attorney General Jane Roe"
        roles = [
            place + 1
            for place in range(run_first, size)
            if kinds[place] & (ROLE | HONORIFIC)
            and (place == run_first or self.lows[place] not in cues.particles)
        ]
        first = max(first, roles[-1] if roles else 0)
        if first and kinds[first - 1] & HONORIFIC and size - first > _FULL_NAME - 1:
            first += bool(kinds[first] & UPPER and len(words[first]) > 1)  # "Mayjen TNI | Hari"
        party = first - (0 < first < size and kinds[first - 1] & (UPPER | CAPITAL) > 0)
        if self._is_party(party, size):
            return Parts(party + 1, size, has_role=True)  # "la députée | ABC | Anne Roux"
        while first < size and not kinds[first] & CAPITAL:
            first += 1
        if first >= size:
            return Parts(0, self._before_office(size), has_role=True)
        is_titled = first > 1 and cues.keeps_clauses and kinds[first - 2] & HONORIFIC
        is_body = first > 0 and kinds[first - 1] & (BODY | CAPITAL) == BODY | CAPITAL
        if is_body and size - first == 1 and not is_titled:  # "Jenderal TNI | Budi"
            if cues.keeps_clauses and cues.has_role(self.lows[: first - 1]):
                return Parts(0, size, has_role=True)  # "Jurucakap Lembaga Getah"
            return Parts(first - 1, size, has_role=False)  # "Polícia Federal"
        if size - first == 1 and kinds[run_first] & BODY and cues.keeps_clauses:
            # "Kementerian Luar Negeri Belanda"; "juru bicara Lembaga Padi"
            is_of_role = self._opens_with_standing_role()
            return Parts(0 if is_of_role else run_first, size, has_role=is_of_role)
        link = first - 1 - bool(kinds[first - 1] & DETERMINER and kinds[first - 1] & SMALL)
        if (
            link < first - 1
            and kinds[link] & LINK
            and kinds[link - 1] & (BODY | CAPITAL) == (BODY | CAPITAL)
        ):
            body = link - 1
            while body > 0 and kinds[body - 1] & (CAPITAL | FUNCTION) == CAPITAL:
                body -= 1
            return Parts(body, size, has_role=False)  # "the Committee of the Red Cross"
        is_joined = kinds[first - 1] & (LINK | PARTICLE) and not kinds[first - 1] & LOCATIVE
        is_joined = is_joined and size - first <= _FULL_NAME
        if is_joined and kinds[first - 2] & (BODY | CAPITAL) == BODY | CAPITAL:
            body = first - 2
            while body > 0 and kinds[body - 1] & (CAPITAL | FUNCTION) == CAPITAL:
                body -= 1
            return Parts(body, size, has_role=False)  # "the Ministry of Canals"
        is_named = size - first == _FULL_NAME and kinds[first] & BODY  # "jurucakap Lembaga Getah"
        is_named = is_named or self._is_small_body(first, size)
        if is_named and self._opens_with_standing_role():
            return Parts(0, size, has_role=True)  # "Juru bicara militer Belmara"
        linked = self._before_link(first)
        if linked is not None:
            return Parts(first, linked, has_role=True)
        is_ranked = cues.keeps_clauses and first > 1 and kinds[first - 1] & UPPER > 0
        is_ranked = is_ranked and bool(kinds[first - 2] & HONORIFIC)  # "Mayjen TNI | Budi Harto"
        if first and size - first > 1 and (is_ranked or self._is_title(first - 1)):
            return Parts(first, size, has_role=True)  # "Menteri X | Datuk Seri | Y bin Z"
        is_common = first > 0 and kinds[first - 1] & SMALL and words[first - 1] in cues.roles
        is_last = (
            first > 0 and bool(kinds[first - 1] & LAST_OF_ROLE) and size - first <= _LONGEST_NAME
        )
        if cues.is_office_first and (is_common or is_last):
            return Parts(first, size, has_role=True)  # "Union Home Minister | Kishan Pal Verma"
        if first == run_first and first > 1 and cues.articles:
            opening = self.kinds[0] & DETERMINER > 0
            if " ".join(self.lows[opening:first]) in cues.whole_roles:
                return Parts(first, size, has_role=True)  # "Officier van justitie | Jan Brok"
        is_linked = any(
            low in cues.links and not self._joins_roles(place)
            for place, low in enumerate(self.lows[1:run_first], 1)
        )
        is_generic = not cues.generic_roles.isdisjoint(self.lows[: min(size, 2)])
        if is_linked and (named := self._behind_field(first, size)):
            return Parts(named, size, has_role=True)
        if cues.has_small_bodies and (named := self._behind_place(first, size)):
            return Parts(named, size, has_role=True)
        if cues.keeps_clauses and size - first > 1 and self.lows[first] in cues.territorial_roles:
            first += 1  # "Ketua | KPU | Sirih Budi Hartono"
        role = self.lows[max(0, first - 1)]
        offices = {role, " ".join(self.lows[max(0, first - 2) : first])}
        is_numbered = cues.keeps_clauses and role.isdigit() and size - first >= _LONGEST_NAME
        if is_numbered and " ".join(self.lows[first - 3 : first - 1]) in cues.whole_roles:
            is_numbered = False  # "Ketua RT 04 | Ahmad Budi Hartono", but "SDN 3 Marga | X Y"
        is_of_body = cues.keeps_clauses and size - first == _LONGEST_NAME and bool(first)
        is_linked_place = (
            is_of_body and is_linked and kinds[first - 1] & (LINK | SMALL) == LINK | SMALL
        )
        is_of_body &= kinds[first - 1] & (BODY | SMALL | LAST_OF_ROLE) == BODY | SMALL
        is_territorial = not offices.isdisjoint(cues.territorial_roles)
        return _Open(
            tuple(words[:size]),
            first,
            is_plain=not is_linked and not is_generic,
            is_territorial=is_territorial or is_numbered or is_of_body or is_linked_place,
            is_surely_territorial=size - first != 2 or role in cues.local_roles,
            is_person=kinds[first - 1] & (SMALL | LAST_OF_ROLE) == SMALL | LAST_OF_ROLE
            and cues.standing_roles.isdisjoint((role, " ".join(self.lows[first - 2 : first])))
            and not any(kind & (BODY | ROLE | UPPER) for kind in kinds[first:size]),
        )

    def _is_body_or_of_place(self, first: int, size: int) -> bool:
        """Whether a body's name is all there is, or where somebody is: "người dân xã | Hòa Bình".

        A body's name may have small letters behind its first word: Hiệp hội Lương thực.
        """
        if self.lows[first - 1] in self.cues.territories and size - first <= _FULL_NAME:
            return True
        sizes = (n for n in (3, 2, 1) if " ".join(self.lows[:n]) in self.cues.generic_roles)
        role = next(sizes, 0)  # "đại diện | Công ty Sen Vàng"
        body = self.lows[role:]
        is_body = any(" ".join(body[:n]) in self.cues.bodies for n in (4, 3, 2, 1))
        if role:
            return is_body
        opens_with_role = self.lows[0] in self.cues.roles or self.cues.roles.has_group(self.words)
        return is_body and not opens_with_role

    def _behind_field(self, first: int, size: int) -> int:
        """Where a name begins behind what an office is for; 0 where none does.

        "ministre des Transports | Luc Roy", "président du Conseil régional | Luc Roy".
        """
        fields, before = self.cues.fields, self.kinds[first - 1]
        others = LINK | PARTICLE | DETERMINER | ROLE
        if fields and first > 2 and before & (SMALL | others) == SMALL:
            is_named = self.kinds[first - 2] & CAPITAL and size - first in _NAMES
            return first if is_named else 0
        for start, words in ((first - 2, 2), (first - 1, 1), (first, 2), (first, 1)):
            if start > 1 and " ".join(self.lows[start : start + words]) in fields:
                is_body = self.kinds[start] & BODY and size - start - words == _LONGEST_NAME
                is_named = size - start - words in _NAMES and not is_body
                return start + words if is_named else 0  # but "della Regione Lazio Aldo Conti"
        return 0

    def _behind_place(self, first: int, size: int) -> int:
        """Where a name begins behind where an office is held: "le maire de Brest | Luc Roy"; or 0.

        None does behind whose somebody is, nor where "a" tells of one whom nobody names.
        """
        kinds, cues = self.kinds, self.cues
        is_held = first > 1 and kinds[first - 1] & (LINK | BODY | DETERMINER)
        is_known = kinds[0] & (DEFINITE | ROLE) and cues.kin.isdisjoint(self.lows[:first])
        if not is_held or not is_known or size - first <= _FULL_NAME:
            return 0
        named = behind_place(self.words[first:size], cues)
        return first + named if named else 0

    def _joins_roles(self, place: int) -> bool:
        """Whether "and" stands between two roles: "Vizekanzler | und | Finanzminister Jan Brok"."""
        if self.lows[place] not in self.cues.coordinators or not self.cues.has_capital_nouns:
            return False
        return bool(self.kinds[place - 1] & self.kinds[place + 1] & ROLE)

    def _opens_with_people(self, size: int) -> bool:
        """Whether a full name stands behind an article and where somebody is from."""
        low, kinds = self.lows, self.kinds
        if size != _FULL_NAME + 2 or not low[1].endswith(self.cues.people_endings or ("\0",)):
            return False
        is_article = low[0] in self.cues.definite or low[0][1:] in ("'", "’")
        names = CAPITAL | BODY | ROLE | UPPER
        return is_article and all(kind & names == CAPITAL for kind in kinds[1:size])

    def _is_party(self, first: int, size: int) -> bool:
        """Whether initials or a word of offices parts a role in small letters from a full name."""
        kinds, word = self.kinds, self.words[min(first, size - 1)]
        if self.cues.keeps_clauses or not first or size - first <= _FULL_NAME:
            return False
        if kinds[first - 1] & (LAST_OF_ROLE | SMALL) != LAST_OF_ROLE | SMALL:
            return False
        is_initials = word.isupper() and 1 < len(word) <= _LONGEST_PARTY
        is_party = is_initials or kinds[first] & (CAPITAL | ROLE) == CAPITAL | ROLE
        return is_party and not self.words[first + 1].isupper()

    def _has_rank(self, first: int) -> bool:
        """Whether a shortened title stands behind other words: "Republican Sen. | Jane Roe"."""
        stops = (place for place in range(first + 2, len(self.words)) if self.words[place] == ".")
        return any(self.kinds[place - 1] & HONORIFIC for place in stops)

    def _opens_with_standing_role(self) -> bool:
        """Whether a role opens the phrase whose bearers are often not named: juru bicara X."""
        opening = 1 if self.lows[0] in self.cues.determiners else 0
        roles = self.lows[opening], " ".join(self.lows[opening : opening + 2])
        return self.cues.keeps_clauses and not self.cues.standing_roles.isdisjoint(roles)

    def _is_small_body(self, first: int, size: int) -> bool:
        """Whether a body in small letters and its place end the phrase: "militer | Belmara"."""
        names = [word for word in self.words[first:size] if word not in self.cues.compass]
        if len(names) != 1 or not self.cues.keeps_clauses or not self.kinds[first - 1] & SMALL:
            return False
        bodies = [place for place, kind in enumerate(self.kinds[:first]) if kind & BODY]
        return any(not place or self.kinds[place] & SMALL for place in bodies)

    def _before_owner(self, size: int) -> Parts | None:
        """A role and a name before whose they are: "Voorzitter Rien Stam | van de vereniging X".

        Or before the body they are from: "Guru Rini Sari | dari Universitas X".
        """
        kinds, first = self.kinds, 0
        while first < size and (kinds[first] & ROLE or self.lows[first] in self.cues.determiners):
            first += 1
        role = first - 1
        while (
            0 < first < size and self.cues.keeps_clauses and kinds[first] & (SMALL | LINK) == SMALL
        ):
            first += 1  # "Peneliti | gempa | Budi Hartono"
        last = first
        while last < size and kinds[last] & (CAPITAL | ROLE | UPPER | BODY) == CAPITAL:
            last += 1
        if not first or not kinds[role] & ROLE or last - first != _FULL_NAME:
            return None
        is_owned = last + 1 < size and kinds[last] & OWNING and kinds[last + 1] & SMALL
        if self.cues.keeps_clauses and last + 1 < size:
            is_linked = kinds[last] & (LINK | SMALL | LOCATIVE) == LINK | SMALL
            is_owned = is_linked and kinds[last + 1] & (BODY | UPPER) > 0  # "Guru X | dari SMAN 3"
            is_owned = is_owned and self.cues.territorial_roles.isdisjoint(self.lows[:first])
        if self.cues.is_verb_second and not self.cues.has_capital_nouns and last + 1 < size:
            is_owned = is_owned or kinds[last] & (LINK | PARTICLE | SMALL) == LINK | SMALL
        return Parts(first, last, has_role=True) if is_owned else None

    def _before_office(self, size: int) -> int:
        """Where a name ends that an office follows at once: "Budi Harto | Ketua Panitia"."""
        kinds, roles = self.kinds, self.cues.whole_roles
        for last in range(1, min(size, _LONGEST_NAME + 1)):
            if kinds[last - 1] & (CAPITAL | ROLE | BODY | UPPER) != CAPITAL:
                break
            office = self.lows[last], " ".join(self.lows[last : last + 2])
            is_office = size - last > 1 and not roles.isdisjoint(office)
            if last > 1 and self.cues.keeps_clauses and is_office:
                return last
        return size

    def _is_title(self, place: int) -> bool:
        """Whether a title that is no office stands there, perhaps with a stop: Datuk, drg."""
        place -= self.words[place] == "." and place > 0
        return self.kinds[place] & (HONORIFIC | ROLE) == HONORIFIC

    def _is_shortened(self, bracket: int) -> bool:
        """Whether the phrase is a body, its short name in brackets behind it."""
        is_last = bracket >= len(self.words) - 2
        return self.words[bracket - 1].isupper() and (is_last or bool(self.kinds[0] & BODY))

    def _first_capital(self) -> int:
        """Where the capitalised words begin that the phrase ends with."""
        kinds = self.kinds
        first = size = len(kinds)
        while first > 0 and (
            kinds[first - 1] & CAPITAL
            or (kinds[first - 1] & PARTICLE and first < size)
            or self.words[first - 1] == "."
            or (kinds[-1] & BODY and self.words[first - 1] in _APOSTROPHES)  # "Dockers’ Union"
        ):
            first -= 1
        while first < size and not kinds[first] & CAPITAL:
            first += 1
        return first

    def _without_role(self, first: int, run_first: int, size: int) -> Parts:
        if self.cues.has_capital_nouns:
            run = tuple(self.words[first : first + 3])
            is_run = all(kind & CAPITAL for kind in self.kinds[first : first + 3])
            if is_run and size - first in {3, 4, 5} and self.names.holds_noun(run):
                first += 1
        last = self._before_link(first)
        if last is None or last - first < 2:
            last = size
        return Parts(first if first < size else run_first, last, has_role=False)

    def _before_link(self, first: int) -> int | None:
        """Where a name ends before its body: "Analyst | Jane Doe | of Northern Research"."""
        kinds = self.kinds
        for place in range(first + 2, len(kinds)):
            kind = kinds[place]
            if kind & LINK and kind & SMALL:
                if kind & PARTICLE and not self.cues.is_office_first:
                    return None
                given = kinds[first:place]
                is_name = len(given) <= 3 and all(
                    each & (CAPITAL | UPPER) == CAPITAL for each in given
                )
                return place if is_name else None
            if not kind & CAPITAL:
                return None
        return None
