"""A language's words around quotes, and what each word is: the table ``[speech]`` of its file.

What a word is stands in one number, a bit for each list that it is in, looked up once for each
different word. Which words make a phrase or an attribution is the business of the other modules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from itertools import count
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from store.reading.languages import Language
from store.reading.sentences import GLUED_OPENING

Gender = Literal["f", "m", ""]
_Told = TypeVar("_Told")

_MOST_WORDS = 50_000
_SOFT_HYPHEN = "\u00ad"
_SHORTEST_ROLE = 3
_SHORTEST_STEM = 4
#: How many words a full name has that its family name opens, the likeliest first: what opens five
#: is rather a place that is called like a family.
_FULL_NAMES = (4, 3, 5)
# The Arabic article as it is written in Latin letters, in whichever language: al-Hashimi.
_ARABIC_NAME = re.compile(r"(?:a[ldhnrstz]|ash|adh|ath|el)[-‑][A-Z]")

# A word of several letters and one blank come first: nearly all of a text consists of them.
# A full stop that a word with a capital follows at once may end a sentence: "desa.Warga lain".
_JOINED = (
    r"(?:[-'’&/‐‑\u00ad]\w++"
    rf"|(?!(?<=[a-zß-öø-ÿ]{{3}})\.{GLUED_OPENING})\.\w++"
    r"|[:*]in(?:nen)?+\b"  # "Sprecher:in", "Anwohner*innen"
    r"|:[a-zäö]{1,4}\b)*+"  # "EU:s", "vd:n", "USA:ssa"
)
_TOKEN = (
    rf"\u00ad?\w(?:[a-z]++\w*+|\w++)(?: (?!\s)|{_JOINED}\s*+)"
    rf"|(?:(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?=[ \u00a0]?[^\W\d_])|\w{_JOINED}|--+|[^\w\s])\s*+"
)
#: What stands before the ending for women where a word is for all: Sprecher:in, Leser*innen.
_GENDER_SIGN = re.compile(r"(?<=\w)[:*_/]-?(?=in(?:nen)?$)")
#: Signs that are no part of a word before them, whatever comes after.
_SIGNS = frozenset(",;:!?)")

_bit = count().__next__

# What a token is. Numbers of one machine word are quickest, so what is asked most comes first.
#: A word or a number, no sign; one that is written as names are.
WORD = 1 << _bit()
CAPITAL = 1 << _bit()
# An entry of the list of that name begins here, of one word or several.
STOP = 1 << _bit()
DETERMINER = 1 << _bit()
BARRIER = 1 << _bit()
BEFORE = 1 << _bit()
AFTER = 1 << _bit()
PASSIVE = 1 << _bit()
FRAME = 1 << _bit()
ADVERB = 1 << _bit()
PRONOUN = 1 << _bit()
ROLE_BEGINS = 1 << _bit()
# The word is in the list of that name.
RELATIVE = 1 << _bit()
LINK = 1 << _bit()
PARTICLE = 1 << _bit()
CALENDAR = 1 << _bit()
DEMONSTRATIVE = 1 << _bit()
HONORIFIC = 1 << _bit()
#: The word says what somebody is (minister, spokesman, Kesehatan); what a body is (company).
ROLE = 1 << _bit()
BODY = 1 << _bit()
#: The word is no part of any name.
FUNCTION = 1 << _bit()
#: All its letters are small; all are capitals; it begins with a digit.
SMALL = 1 << _bit()
UPPER = 1 << _bit()
DIGIT = 1 << _bit()
#: A marked stretch; a sentence's end.
QUOTE = 1 << _bit()
END = 1 << _bit()
#: An entry of several words may begin here.
GROUP = 1 << _bit()
COORDINATOR = 1 << _bit()
BY = 1 << _bit()
NEGATION = 1 << _bit()
#: A role of one word; the last word of a role; a word with the ending of a role, or with that or
#: a pronoun on a role.
WHOLE_ROLE = 1 << _bit()
LAST_OF_ROLE = 1 << _bit()
ROLE_ENDING = 1 << _bit()
ENDS_AS_ROLE = 1 << _bit()
#: A verb of saying or a frame with a pronoun on it: katanya.
SUFFIXED = 1 << _bit()
CLAUSAL = 1 << _bit()
TERM_NOUN = 1 << _bit()
FRONTED = 1 << _bit()
INVERTED = 1 << _bit()
CLITIC = 1 << _bit()
STANDING_ARTICLE = 1 << _bit()
NAMING = 1 << _bit()
DEFINITE = 1 << _bit()
ARTICLE = 1 << _bit()
OBLIQUE = 1 << _bit()
LOCATIVE = 1 << _bit()
PARTICIPLE = 1 << _bit()
AUXILIARY = 1 << _bit()
MOOD = 1 << _bit()
COMPLEMENTIZER = 1 << _bit()
CLAIM = 1 << _bit()
ADDRESSING = 1 << _bit()
STATEMENT = 1 << _bit()
THING = 1 << _bit()
GENITIVE = 1 << _bit()
NAME_LINK = 1 << _bit()
SEVERAL = 1 << _bit()
FINITE = 1 << _bit()
GERUND = 1 << _bit()
GERUND_OPENER = 1 << _bit()
TIME_NOUN = 1 << _bit()
WORK = 1 << _bit()
#: A noun without an article, in the plural: critics.
PLURAL = 1 << _bit()
#: Who is told follows; somebody unnamed, without a noun.
TOWARDS = 1 << _bit()
UNNAMED = 1 << _bit()
INDEFINITE = 1 << _bit()
#: The word tells whose or of what: de, van.
OWNING = 1 << _bit()
POSTPOSITION = 1 << _bit()
#: A place to speak from follows: heißt es bei, explican desde.
WHENCE = 1 << _bit()
#: Who tells so may follow, and a verb of saying: wie X betont, como dijo X.
MANNER = 1 << _bit()
#: In whose view, told by "his": à ses yeux.
OWN_VIEW = 1 << _bit()
#: One of a group follows: one, salah seorang.
ONE = 1 << _bit()

#: What a quote is told to be said in: mit den Worten, with the words.
WORDING = 1 << _bit()
#: The word is a body by its ending alone, as a family name may end as well: Neuhaus, Landwehr.
BODY_ENDING = 1 << _bit()
#: A role that is a family name as well: Koch, King, Bakker.
FAMILY_ROLE = 1 << _bit()
#: What tells that a word is a role or a body, however that is known.
ROLE_OR_BODY = BODY | BODY_ENDING | ROLE | ROLE_BEGINS | ROLE_ENDING | WHOLE_ROLE | LAST_OF_ROLE
ROLE_OR_BODY |= ENDS_AS_ROLE

#: The lists whose entries may be of several words, and the other lists of words in lower case.
_PHRASES = {
    "stops": STOP,
    "determiners": DETERMINER,
    "barriers": BARRIER,
    "before": BEFORE,
    "after": AFTER,
    "passives": PASSIVE,
    "frames": FRAME,
    "adverbs": ADVERB,
    "pronouns": PRONOUN,
    "roles": ROLE_BEGINS,
    "clausal": CLAUSAL,
    "term_nouns": TERM_NOUN,
    "statements": STATEMENT,
    "towards": TOWARDS,
    "whence": WHENCE,
    "manners": MANNER,
    "wordings": WORDING,
    "own_views": OWN_VIEW,
    "ones": ONE,
}
_WORDS = {
    "relatives": RELATIVE,
    "links": LINK,
    "particles": PARTICLE,
    "demonstratives": DEMONSTRATIVE,
    "bodies": BODY,
    "coordinators": COORDINATOR,
    "by": BY,
    "negations": NEGATION,
    "fronted": FRONTED,
    "inverted": INVERTED,
    "clitics": CLITIC,
    "standing_articles": STANDING_ARTICLE,
    "naming": NAMING,
    "definite": DEFINITE,
    "articles": ARTICLE,
    "oblique": OBLIQUE,
    "locatives": LOCATIVE,
    "participles": PARTICIPLE,
    "auxiliaries": AUXILIARY,
    "reporting_moods": MOOD,
    "complementizers": COMPLEMENTIZER,
    "claims": CLAIM,
    "addressing": ADDRESSING,
    "things": THING,
    "genitives": GENITIVE,
    "name_links": NAME_LINK,
    "several": SEVERAL,
    "finite": FINITE,
    "gerund_openers": GERUND_OPENER,
    "time_nouns": TIME_NOUN,
    "works": WORK,
    "unnamed": UNNAMED,
    "no_names": FUNCTION,
    "indefinite": INDEFINITE,
    "owning": OWNING,
    "postpositions": POSTPOSITION,
    "family_roles": FAMILY_ROLE,
}
_AS_WRITTEN = {"calendar": CALENDAR, "honorifics": HONORIFIC, "role_words": ROLE}
_KEPT_AS_WRITTEN = frozenset(
    {
        *_AS_WRITTEN,
        "birth_names",
        "calendar_names",
        "compass",
        "name_openers",
        "name_suffixes",
        "place_openers",
        "surnames",
    }
)
_IS_ROLE = ENDS_AS_ROLE | WHOLE_ROLE
#: What is told of a word by more than that it is one in small letters.
_NO_FORM = ~(WORD | SMALL)
_IN_NO_NAME = STOP | DETERMINER | BARRIER | BEFORE | AFTER | PASSIVE | FRAME | ADVERB | PRONOUN


class Remembered(dict[str, _Told], Generic[_Told]):
    """What is told by a word alone, worked out when the word is first met."""

    def __init__(self, job: Callable[[str], _Told]) -> None:
        super().__init__()
        self.job = job

    def __missing__(self, word: str) -> _Told:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self.job(word)
        return found


#: How English marks an owner.
POSSESSIVE = ("'s", "’s")


def _opens_high(word: str) -> bool:
    return word[0].isupper() or ("-" in word and _ARABIC_NAME.match(word) is not None)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(POSSESSIVE) else word


#: Whether a word is written as names are: with a capital, or one behind an Arabic article.
opens_high = Remembered(_opens_high).__getitem__
#: A word without a possessive ending.
bare = Remembered(_bare).__getitem__


class Word(NamedTuple):
    """What a word or a sign is, and how many code points lie between its start and the next's."""

    step: int
    text: str
    low: str
    kinds: int


class Phrases:
    """A list of words and word groups, in lower case."""

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

    def has_group(self, words: Sequence[str]) -> bool:
        """Whether an entry of several words opens these, in whatever case they are."""
        for entry in self.by_first.get(words[0].lower(), ()):
            if len(entry) > 1 and entry == tuple(word.lower() for word in words[: len(entry)]):
                return True
        return False

    @cached_property
    def joined(self) -> frozenset[str]:
        """The entries with one blank between the words of each."""
        return frozenset(" ".join(words) for group in self.by_first.values() for words in group)


#: Entries of several words that begin with one word, each with its list, by their next words.
Group = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """A language's words around quotes, ready to be looked up: the table ``[speech]``.

    Words are in lower case unless it says "as written"; a group of words is one entry.
    """

    #: Verbs that follow a closed quote, with the speaker after them (kata, said, sagte).
    after: Phrases
    #: Verbs of saying and denying that have their subject before them.
    before: Phrases
    #: Those of both that answer somebody else (replied, antwortete).
    replying: frozenset[str]
    #: Those of both that go on with what was said (added, fügte hinzu).
    continuing: frozenset[str]
    #: Verbs that tell no more than that somebody said it: disampaikan, sagte; none that denies.
    neutral: frozenset[str]
    #: What opens a sentence behind a quote that tells who said it: Lo ha detto X.
    echoes: frozenset[str]
    #: How a statement reached those who tell of it, by others than its author: recogidas (por X).
    carried: frozenset[str]
    #: Verbs of calling that follow what something is called: „Unfug“ | nannte X den Plan.
    calling: frozenset[str]
    #: Words for "is" and "was" before a name that "who said so" follows: C'est X qui l'a dit.
    copulas: frozenset[str]
    #: Passive verbs, their agent after them, perhaps behind one of `by` (disampaikan oleh X).
    passives: Phrases
    #: Those of them that judge or ask somebody and open no clause: disebut X "lelucon".
    called: frozenset[str]
    by: frozenset[str]
    #: Pronouns that mean nobody: on.
    impersonal: frozenset[str]
    #: What a body speaks from behind verbs that name nobody: explican desde, heißt es bei.
    whence: Phrases
    #: Phrases before a source: menurut, according to, selon.
    frames: Phrases
    #: Frames that mean who was named last: à ses yeux, a su juicio.
    own_views: Phrases
    #: Frames that are one only where they open a sentence, a name and a comma behind: pour X, ...
    fronted: frozenset[str]
    #: Frames that stand behind their source: der Polizei zufolge.
    postpositions: frozenset[str]
    #: Verbs by which words stand in what is read: "In de brief | staat dat ...".
    stands: frozenset[str]
    #: What a quote is told to be said in, before it or behind: mit den Worten, with these words.
    wordings: Phrases
    #: Words before who tells so and their verb, or the verb and them: wie, zoals, como.
    manners: Phrases
    #: What those who are sure of what they said are called: "ist X überzeugt", "is X overtuigd".
    convictions: frozenset[str]
    #: Words between subject, verb and quote that change nothing: adverbs, auxiliaries.
    adverbs: Phrases
    #: Endings of adverbs (flatly, rotundamente); words in another list are none.
    adverb_endings: tuple[str, ...]
    #: Words right before a verb that deny it: who did not say it is no source.
    negations: frozenset[str]
    #: What points to the last speaker; to the subject of the sentence; hangs on a verb (-nya).
    pronouns: Phrases
    #: What opens words for somebody of a group: one (of the residents), salah seorang (warga).
    ones: Phrases
    plural_pronouns: Phrases
    pronoun_suffixes: tuple[str, ...]
    #: Auxiliaries with their pronoun: a-t-il.
    inverted: frozenset[str]
    #: Pronouns that may stand before these: lui a-t-il.
    clitics: frozenset[str]
    #: Words that make a phrase point back: pejabat itu, cette femme.
    demonstratives: frozenset[str]
    #: Last words of pronouns that mean who was named last: ce dernier, este último.
    latter: frozenset[str]
    #: Articles and the like that stand for somebody where no noun follows: der, dieser.
    standing_articles: frozenset[str]
    #: Words that open a noun phrase; those for something known; those no verb follows.
    determiners: Phrases
    #: Articles of somebody who was not told of before: a, ein, seorang.
    indefinite: frozenset[str]
    #: What may stand between a verb of saying and its subject: ärgert sich X.
    reflexives: frozenset[str]
    #: Other small words that no name holds, though they may open a sentence: perhaps, hier, qui.
    no_names: frozenset[str]
    #: Words that alone mean somebody whom nobody names: one, another, einer.
    unnamed: frozenset[str]
    #: What stands between who speaks and who is told: zu, im Gespräch mit.
    towards: Phrases
    #: Articles of whom something is told, which a paper's name follows: sagte der „Bild“.
    datives: frozenset[str]
    #: Words that give a name to somebody described before it: called, bernama, namens.
    naming: frozenset[str]
    #: Verbs by which somebody is named behind a reflexive: s'appelle X.
    presenting: frozenset[str]
    #: His or her, of one person: "según su versión".
    possessives: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    #: Articles that no subject has: dem, den.
    oblique: frozenset[str]
    #: Words inside a noun phrase (di, of, des); inside a name (bin, van, de).
    links: frozenset[str]
    particles: frozenset[str]
    #: Those links that tell whose or of what (de, des, van), no place and no time.
    owning: frozenset[str]
    #: How nouns end of somebody known, where no article tells so: mann(en), minister(n).
    definite_endings: tuple[str, ...]
    #: How names end that own what follows, as no other words there do: SD:s (gruppledare).
    owner_endings: tuple[str, ...]
    #: Words that end a noun phrase; open a clause; open a relative clause.
    stops: Phrases
    barriers: Phrases
    relatives: frozenset[str]
    #: Verbs of any sense that end a noun phrase: went, doit, quiere.
    finite: frozenset[str]
    #: Endings of gerunds, and words that they need before them if any (en riant); what they open
    #: is told of whoever speaks and does not name them.
    gerund_endings: tuple[str, ...]
    gerund_openers: frozenset[str]
    #: How participles end that go on with the sentence's subject: X left, telling reporters.
    participle_endings: tuple[str, ...]
    #: How most verbs end of what is past, and no noun: posted. How verbs begin whose subject
    #: suffers it: dihubungi. How adjectives end that are made of places' names: Ulmer.
    regular_past: tuple[str, ...]
    #: What stands before an infinitive that tells what somebody says: dice di | non sapere.
    infinitive_openers: frozenset[str]
    passive_prefixes: tuple[str, ...]
    place_endings: tuple[str, ...]
    #: Endings of nouns that may stand without an article, where others may not: critics.
    plural_endings: tuple[str, ...]
    #: How verbs end that tell of somebody in the past, in a language that drops subjects.
    past_endings: tuple[str, ...]
    #: Endings of verbs of several persons, where a verb may do without its subject: dicen.
    plural_verb_endings: tuple[str, ...]
    #: What stands before a verb whose subject suffers it: was called, were described.
    passive_auxiliaries: frozenset[str]
    #: "And" and "but" between names and between verbs.
    coordinators: frozenset[str]
    #: What people are; endings of such words (-sprecher).
    roles: Phrases
    role_endings: tuple[str, ...]
    #: Roles that a body follows rather than a name; that a place follows, surely one for the last.
    generic_roles: frozenset[str]
    #: What ministers and the like are for: Transports.
    fields: frozenset[str]
    territorial_roles: frozenset[str]
    local_roles: frozenset[str]
    #: What a place's name stands behind, which so is nobody's: kabupaten, desa, kampung.
    territories: frozenset[str]
    #: As written: second words of places (Barat); words of offices (Keuangan); Dr, Datuk; Jr.
    compass: frozenset[str]
    #: As written: how names of towns begin that have two words: San, Saint, Buenos.
    place_openers: frozenset[str]
    role_words: frozenset[str]
    honorifics: frozenset[str]
    name_suffixes: frozenset[str]
    #: As written: names told from the order of birth, behind a letter: I Wayan.
    birth_names: frozenset[str]
    name_openers: frozenset[str]
    #: Family names that open a full name of three words or more: Nguyễn (Văn An).
    surnames: frozenset[str]
    #: As written: days, months and what else of a date has a capital.
    calendar: frozenset[str]
    #: As written: those of them that are family names behind a given name: May, Sonntag.
    calendar_names: frozenset[str]
    #: What time is counted in (day, years): behind a number no speaker, but perhaps an age.
    time_nouns: frozenset[str]
    #: Prepositions before places only (di, ke): what follows them somewhere is no person.
    locatives: frozenset[str]
    #: What bodies are (company, ministry), endings of such words; what is read (report, letter).
    bodies: frozenset[str]
    #: Those of them that mean a body named before: the company, and not the court.
    generic_bodies: frozenset[str]
    body_endings: tuple[str, ...]
    #: Places and things that speak through their people, and are nobody: the park, the shop.
    sites: frozenset[str]
    documents: frozenset[str]
    #: Roles that a story leaves without a name: judge, prosecutor, spokesman.
    standing_roles: frozenset[str]
    #: Roles of those whom a report names by initials or age only: tersangka, pelaku.
    suspects: frozenset[str]
    #: Roles that are family names as well, behind a given name: Koch, King, Bakker.
    family_roles: frozenset[str]
    #: Nouns of several persons without the ending of a plural: people.
    crowds: frozenset[str]
    #: Roles that somebody else's name follows behind "to": an aide to X.
    attached_roles: frozenset[str]
    #: Those whom a trial is about, none of whom is a judge or a lawyer: defendant, victim.
    parties: frozenset[str]
    #: Other words for offices, a colon and the office: "dandim: komandan kodim", "édile: maire".
    same_roles: tuple[str, ...]
    #: Roles in groups, a blank between the words of one: who has one is of no other group.
    exclusive_roles: tuple[str, ...]
    #: Roles that tell no more than sex and age: pria, perempuan.
    anybody: frozenset[str]
    #: What people are to somebody else, whom "the" brings up beside them: sang ibu.
    kin: frozenset[str]
    #: What stands before where somebody was once: el ex Talleres.
    former: frozenset[str]
    #: As written: endings of what people are called by where they come from: the Welshman.
    demonym_endings: tuple[str, ...]
    #: In small letters: how words for where people are from end, before a name: le Français X.
    people_endings: tuple[str, ...]
    #: Words that tell a woman or a man: pronouns, articles, honorifics, roles and their endings.
    feminine: frozenset[str]
    masculine: frozenset[str]
    neuter: frozenset[str]
    feminine_endings: tuple[str, ...]
    #: Words before a name, a title or a word spoken of (film, berjudul, so-called).
    term_nouns: Phrases
    #: Those of them, and others, that what has a title stands behind: film, report, entitled.
    works: frozenset[str]
    term_endings: tuple[str, ...]
    #: Nouns for a name or a saying that follows, perhaps behind "of": name, motto, apodo.
    labels: frozenset[str]
    #: What follows is in whose company somebody does something: accompanied by, ditemani.
    companions: frozenset[str]
    #: Verbs of a paper that gives what somebody else said: zitiert die Agentur X.
    quoting: frozenset[str]
    #: What opens a sentence of whom somebody asks: gefragt, gevraagd.
    asked: frozenset[str]
    #: Verbs of whoever puts a question, whose hearer answers next: asked, fragt.
    questioning: frozenset[str]
    #: What an office behind "of" or "for" is held in: Leader of the | Opposition | Jane Roe.
    office_fields: frozenset[str]
    #: What follows is through whom somebody else sends word: über, durch.
    through: frozenset[str]
    #: How participles end for several or for a woman, and how they do in the lists of verbs.
    inflected_participles: tuple[str, ...]
    plain_participles: tuple[str, ...]
    #: How nouns made of verbs begin and end, that no name holds: Kedatangan Bupati X.
    nominal_beginnings: tuple[str, ...]
    nominal_endings: tuple[str, ...]
    #: What names of charges follow, with a preposition: poursuivi pour.
    charges: frozenset[str]
    #: Nouns before what is asked, which nobody is named with: the question “Who pays?”.
    questions: frozenset[str]
    #: What finds something so: report, court, inquest; the verbs of what they find, which others
    #: do in another sense (found, heard); words that tell of talk that nobody is named with.
    finders: frozenset[str]
    findings: frozenset[str]
    talk: frozenset[str]
    #: What stands before the title of what may be read as well: lire, see, vgl.
    pointers: frozenset[str]
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
    #: Those that take a thing as often (denied the claim); what stands between it
    #: and what it is called (as "a joke"); how infinitives end; how verbs begin.
    things: frozenset[str]
    predicatives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    verb_beginnings: tuple[str, ...]
    #: What somebody is heard in, so that its owner speaks: "according to a statement by X".
    statements: Phrases
    #: Verbs of who gives out a statement: mengeluarkan (pernyataan), merilis.
    issuing: frozenset[str]
    #: Articles of what somebody belongs to, who is not named by it: "Die Mutter eines Kindes".
    genitives: frozenset[str]
    #: How verbs end that may be adjectives before a noun (die zitierte Liste).
    attributive_endings: tuple[str, ...]
    #: How adjectives end that a noun with a capital may follow (Neue Regeln).
    adjective_endings: tuple[str, ...]
    #: How adjectives end before those endings (deutsch-e), and short ones whole (neu-e): what else
    #: ends so in front of a noun is a given name (Uwe, Peter).
    adjective_suffixes: tuple[str, ...]
    adjective_stems: frozenset[str]
    #: How words end that tell how somebody speaks, where they open a sentence: Skeptisch reagierte.
    manner_endings: tuple[str, ...]
    #: Nouns of what somebody voices or rejects, who follows the verb: Kritik übte X; prepositions
    #: behind any such noun: Gerüchte über, Fragen nach.
    matters: frozenset[str]
    about: frozenset[str]
    #: Words between family names (Silva e Sá, dos Santos); words before several persons.
    name_links: frozenset[str]
    several: frozenset[str]
    #: Whether a role follows its office: Treasury spokesman X.
    is_office_first: bool
    #: Whether a verb may do without a subject that is known: Dijo que ...
    drops_subjects: bool
    #: Whether the verb comes second, so that its subject follows what else opens a sentence.
    is_verb_second: bool
    #: Whether all nouns have capitals.
    has_capital_nouns: bool
    #: Whether pronouns of persons also mean things and bodies (elle: l'agence).
    has_gendered_nouns: bool
    #: Whether papers set fragments of speech in single marks beside utterances in double ones.
    has_single_marks: bool
    #: Whether a line that a dash opens is speech but for who says it: – Vi är trötta, säger X.
    has_dashed_lines: bool
    #: Whether the name of a body goes on in small letters: la Cour des comptes.
    has_small_bodies: bool
    #: Whether a verb may follow another at once, as its object: bác bỏ cáo buộc.
    has_serial_verbs: bool
    #: Whether a relative clause belongs to the words that name a speaker.
    keeps_clauses: bool

    #: The roles as they are listed, groups of words with one blank between them.
    whole_roles: frozenset[str] = field(init=False)
    #: What a word is by itself; the words and signs of what stands between two blanks, none where
    #: that depends on what stands beside it; what a word in lower case tells of whom it names,
    #: perhaps nothing.
    kinds: Remembered[int] = field(init=False)
    pieces: Remembered[tuple[Word, ...]] = field(init=False)
    genders: Remembered[Gender] = field(init=False)
    #: Finds each word and sign with the blanks behind it, so that nothing lies between.
    tokenizer: re.Pattern[str] = field(init=False)
    #: The entries of several words by their first.
    groups: Mapping[str, Group] = field(init=False)
    #: The offices that another word may mean.
    offices: Mapping[str, Sequence[str]] = field(init=False)
    #: The group of each exclusive role.
    role_groups: Mapping[str, int] = field(init=False)
    _low: Mapping[str, int] = field(init=False)
    _written: Mapping[str, int] = field(init=False)
    #: How participles end of what was done, of one man, of a woman and of several.
    done_endings: tuple[str, ...] = field(init=False)
    _telling_endings: tuple[str, ...] = field(init=False)
    _forming_endings: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Let what is told of a word be worked out once."""
        low, written, groups = self._collected()
        offices: dict[str, list[str]] = {}
        for entry in self.same_roles:
            short, office = entry.split(": ")
            offices.setdefault(short, []).append(office)
        role_groups = {
            role: number
            for number, entry in enumerate(self.exclusive_roles)
            for role in entry.split()
        }
        for name, value in (
            ("whole_roles", self.roles.joined),
            ("kinds", Remembered(self._kinds)),
            ("pieces", Remembered(self._piece)),
            ("genders", Remembered(self._gender)),
            ("tokenizer", _tokenizer(self.elisions)),
            ("groups", groups),
            ("offices", offices),
            ("role_groups", role_groups),
            ("_low", low),
            ("_written", written),
            ("done_endings", self.plain_participles + self.inflected_participles),
            (
                "_telling_endings",
                (*self.role_endings, *self.body_endings, *self.pronoun_suffixes),
            ),
            (
                "_forming_endings",
                (*self.adverb_endings, *self.gerund_endings, *self.plural_endings),
            ),
        ):
            object.__setattr__(self, name, value)

    def _collected(self) -> tuple[dict[str, int], dict[str, int], Mapping[str, Group]]:
        """The kinds of each listed word in lower case, as written, and the groups of words."""
        low: dict[str, int] = {}
        groups: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
        for name, kind in _PHRASES.items():
            phrases: Phrases = getattr(self, name)
            for word in phrases.singles:
                low[word] = low.get(word, 0) | kind | (FUNCTION if kind & _IN_NO_NAME else 0)
            for first, entries in phrases.by_first.items():
                for entry in entries:
                    if len(entry) > 1:
                        low[first] = low.get(first, 0) | GROUP
                        group = groups.setdefault(first, {})
                        group.setdefault(entry[1], []).append((entry, kind))
        for name in sorted(self.bodies, key=len, reverse=True) if self.has_serial_verbs else ():
            body = tuple(name.split())
            if len(body) > 1:
                low[body[0]] = low.get(body[0], 0) | GROUP
                groups.setdefault(body[0], {}).setdefault(body[1], []).append((body, BODY))
        for words, kind in (
            *((getattr(self, name), kind) for name, kind in _WORDS.items()),
            (self.roles.singles, ROLE | WHOLE_ROLE),
            (self.roles.last_words, LAST_OF_ROLE),
        ):
            for word in words:
                low[word] = low.get(word, 0) | kind
        written: dict[str, int] = {}
        for name, kind in _AS_WRITTEN.items():
            for word in getattr(self, name):
                written[word] = written.get(word, 0) | kind
        return low, written, groups

    def _kinds(self, word: str) -> int:
        low, kinds = word.lower(), WORD
        if not word.isalpha():
            low = _GENDER_SIGN.sub("", low)
            kinds = self._low.get(low.replace("’", "'"), 0) if "’" in low else 0
            if word[0].isalnum():
                kinds |= DIGIT | WORD if word[0].isdigit() else WORD
        kinds |= self._low.get(low, 0) | self._written.get(word.removesuffix("."), 0)
        if word.islower():
            kinds |= SMALL
        else:
            kinds |= CAPITAL if _opens_high(word) else 0
            kinds |= UPPER if word.isupper() else 0
        if self.has_serial_verbs and kinds & CAPITAL:
            kinds &= ~(BEFORE | AFTER)  # "ông Bảo", but "bà bảo"
        if low.endswith(self._telling_endings):
            kinds = self._kinds_by_ending(word, low, kinds)
        if len(word) == 1 and kinds & UPPER:
            kinds &= ~ADVERB  # "A Paris, ...": a preposition without its accent
        is_plain = kinds & SMALL and not kinds & _NO_FORM
        if is_plain and low.endswith(self._forming_endings) and low not in self.documents:
            kinds |= self._formed(low)
        return kinds

    def _kinds_by_ending(self, word: str, low: str, kinds: int) -> int:
        """The kinds of a word whose ending tells a role, a body or a pronoun, those included."""
        is_year = low.endswith(self.demonym_endings) and word.islower() and low[0].isalpha()
        if low.endswith(self.role_endings) and not (is_year and self.has_capital_nouns):
            kinds |= ROLE | ROLE_ENDING | ENDS_AS_ROLE
            if kinds & DIGIT and word[-1].isalpha():  # "58-Jährige", "the 38-year-old"
                kinds &= ~DIGIT
                kinds |= CAPITAL if self.has_capital_nouns and not kinds & SMALL else 0
        if self._ends_as_body(low):
            kinds |= BODY
            if self.has_capital_nouns and not kinds & SMALL and low not in self.bodies:
                kinds |= BODY_ENDING
        if low.endswith(self.pronoun_suffixes):
            kinds |= self._suffixed(low)
        return kinds

    def _formed(self, low: str) -> int:
        """What the ending of a word tells that is in no list."""
        kinds = ADVERB if low.endswith(self.adverb_endings) else 0
        if low.endswith(self.gerund_endings):
            kinds |= GERUND
        if low.endswith(self.plural_endings):
            kinds |= PLURAL
        return kinds

    def _suffixed(self, low: str) -> int:
        """What a word is that may be a role ("pengarahnya") or a verb with a pronoun on it."""
        kinds = 0
        for suffix in self.pronoun_suffixes:
            if low.endswith(suffix):
                stem = self._low.get(low[: -len(suffix)], 0)
                if stem & WHOLE_ROLE:
                    kinds |= ROLE | ENDS_AS_ROLE
                kinds |= stem & BODY
                if stem & (AFTER | PASSIVE | FRAME):
                    kinds |= SUFFIXED
                if stem & BEFORE and low.startswith(self.verb_beginnings or ("\0",)):
                    kinds |= BEFORE  # "memujinya"
        return kinds

    def _piece(self, piece: str) -> tuple[Word, ...]:
        if piece.isalpha():
            return (Word(len(piece) + 1, piece, piece.lower(), self._kinds(piece)),)
        head, sign = piece[:-1], piece[-1:]
        if head.isalpha() and (sign in _SIGNS or (sign == "." and len(head) > 1)):
            word = Word(len(head), head, head.lower(), self.kinds[head])
            return word, Word(2, sign, sign, self.kinds[sign])
        if not piece.strip() or piece[0].isspace():
            return ()
        alone = self.tokenizer.findall(piece)
        followed = self.tokenizer.findall(f"{piece} a")
        is_settled = "".join(alone) == piece and followed == [*alone[:-1], f"{alone[-1]} ", "a"]
        return self.words_of(alone) if is_settled else ()

    def words_of(self, tokens: Sequence[str]) -> tuple[Word, ...]:
        """What words and signs are that the blanks behind them are left with, but for the last's.

        The last is taken to have one blank behind it.
        """
        words = []
        for number, token in enumerate(tokens, 1):
            text = token.rstrip()
            step = len(token) + (number == len(tokens))
            told = text.replace(_SOFT_HYPHEN, "") or text
            words.append(Word(step, text, told.lower(), self.kinds[told]))
        return tuple(words)

    def _gender(self, low: str) -> Gender:
        if low in self.feminine:
            return "f"
        if low in self.masculine:
            return "m"
        if not self.kinds[low] & ROLE:
            return ""
        if low.endswith(self.feminine_endings):
            return "f"
        # Where women's roles have an ending of their own, roles without it are men's; those that
        # end in -e are made of adjectives: der Vorsitzende, die Vorsitzende.
        is_man = self.has_capital_nouns and not low.endswith("e") and self.kinds[low] & WHOLE_ROLE
        return "m" if is_man else ""

    def owner(self, word: str) -> str:
        """A body's or party's name without the ending by which it owns: "Venstres | Ole Juhl"."""
        if word.endswith(self.owner_endings or ("\0",)):
            for ending in self.owner_endings:
                stem = word.removesuffix(ending).removesuffix(":")
                if stem != word and stem and self.kinds[stem] & (BODY | ROLE | UPPER):
                    return stem
        return word

    def is_definite_role(self, low: str) -> bool:
        """Whether the word is a role with the ending of somebody known: mannen, ministern."""
        return low.endswith(self.definite_endings or ("\0",)) and any(
            low.removesuffix(ending) in self.roles
            for ending in self.definite_endings
            if low.endswith(ending)
        )

    def is_function_word(self, low: str) -> bool:
        """Whether the word in lower case is no part of any name."""
        return bool(self._low.get(low, 0) & FUNCTION)

    def has_role(self, words: Sequence[str]) -> bool:
        """Whether words in lower case hold what somebody is, a role of several words included."""
        openers = self.roles.by_first
        kinds = self.kinds
        for index, word in enumerate(words):
            kind = kinds[word] if word else 0
            if kind & _IS_ROLE:
                return True
            for role in openers.get(word, ()) if kind & GROUP else ():
                if tuple(words[index : index + len(role)]) == role:
                    return True
        return False

    def name_opening(self, words: Sequence[str], first: int) -> int:
        """Where a name begins that birth order tells, if one stands there: I Wayan | Suta."""
        for place in (first - 1, first - 2):
            if place >= 0 and words[place] in {"I", "Ni"} and words[place + 1] in self.birth_names:
                return place
        return first

    def family_opening(self, words: Sequence[str]) -> int | None:
        """Where a full name begins that a family name opens: "Bình Châu | Lê Bá Thiện"."""
        if not self.surnames:
            return None
        places = (len(words) - size for size in _FULL_NAMES if size <= len(words))
        return next((place for place in places if words[place] in self.surnames), None)

    def are_many(self, low: str) -> bool:
        """Whether the word is the plural of what people are: lawmakers, schippers, people."""
        if low in self.crowds:
            return True
        for ending in self.plural_endings:
            one = low.removesuffix(ending)
            if (
                one != low
                and len(one) > _SHORTEST_ROLE
                and (one in self.roles or one.endswith(self.role_endings))
            ):
                return True
        return False

    def calls(self, low: str) -> bool:
        """Whether the word is a participle of a verb of saying, for several or for a woman."""
        ending = next((each for each in self.inflected_participles if low.endswith(each)), "")
        stem = low.removesuffix(ending)
        return bool(ending) and any(stem + each in self.before for each in self.plain_participles)

    def is_adjective(self, low: str) -> bool:
        """Whether the word in lower case is an adjective before a noun: neue, but no uwe."""
        for ending in self.adjective_endings:
            stem = low.removesuffix(ending)
            if stem != low and (
                stem in self.adjective_stems or stem.endswith(self.adjective_suffixes)
            ):
                return True
        return False

    def is_doing(self, low: str) -> bool:
        """Whether the word in lower case is a noun made of a verb: kedatangan."""
        return low.startswith(self.nominal_beginnings) and low.endswith(self.nominal_endings)

    def is_body(self, low: str) -> bool:
        """Whether the word in lower case says what a body is (company, ministry)."""
        return low in self.bodies or self._ends_as_body(low)

    def _ends_as_body(self, low: str) -> bool:
        """Whether a word has the ending of a body, in German behind more than a syllable."""
        if not low.endswith(self.body_endings):
            return False
        if not self.has_capital_nouns:
            return True
        return any(
            low.endswith(ending) and (low == ending or len(low) - len(ending) >= _SHORTEST_STEM)
            for ending in self.body_endings
        )

    def is_site(self, low: str) -> bool:
        """Whether a word in lower case is a place or thing that speaks: museum, Tierpark."""
        if not self.is_verb_second:
            return low in self.sites
        return any(low.endswith(each) and len(low) - len(each) != 1 for each in self.sites)

    def is_family(self, given: str, word: str) -> bool:
        """Whether a role, or what ends as bodies do, is a name behind another: Lena | Landwehr."""
        kind = self.kinds[word]
        if not kind & (BODY_ENDING | FAMILY_ROLE) or not kind & CAPITAL:
            return False
        others = ROLE | BODY | UPPER | CALENDAR | DETERMINER | FUNCTION | STATEMENT | HONORIFIC
        if self.kinds[given] & (CAPITAL | others) != CAPITAL:
            return False
        low = given.lower()
        is_of_place = (
            self.has_capital_nouns and kind & BODY_ENDING and low.endswith(self.place_endings)
        )
        return not self.is_adjective(low) and not is_of_place

    def gender_in(self, words: Iterable[str]) -> Gender:
        """What the first word that tells anything tells of whom the words name."""
        if self.feminine or self.masculine:
            for word in words:
                if gender := self.genders[word.lower()]:
                    return gender
        return ""


def _elided(elisions: Iterable[str]) -> str:
    """What matches a word that ends in an apostrophe before the next: l', qu'."""
    return rf"\b(?i:{'|'.join(sorted(elisions, key=len, reverse=True))})['’](?=\w)"


def _tokenizer(elisions: frozenset[str]) -> re.Pattern[str]:
    return re.compile((f"{_elided(elisions)}|" if elisions else "") + _TOKEN)


def _phrases(entries: Iterable[str], elisions: Iterable[str]) -> Phrases:
    """Entries as texts are cut into words: "s'indigne" are two."""
    if elisions:
        entries = [re.sub(_elided(elisions), r"\g<0> ", entry) for entry in entries]
    return Phrases(entries)


def _spelled(words: Any) -> Any:
    """Words with either apostrophe, and as the Swiss spell them; no list of words as it is."""
    if not isinstance(words, list):
        return words
    curly = (word.replace("'", "’") for word in words if "'" in word)
    return [*words, *curly, *(word.replace("ß", "ss") for word in words if "ß" in word)]


@cache
def cues_of(language: Language) -> Cues:
    """The table ``[speech]`` of a language; empty lists where it has none."""
    table = language.table("speech")
    values: dict[str, Any] = {}
    elisions = table.get("elisions", ())
    for each in fields(Cues):
        if not each.init:
            continue
        words = _spelled(table.get(each.name, ()))
        match each.type:
            case "bool":
                values[each.name] = bool(words)
            case "tuple[str, ...]":
                values[each.name] = tuple(words)
            case "Phrases":
                values[each.name] = _phrases(words, elisions)
            case _ if each.name in _KEPT_AS_WRITTEN:
                values[each.name] = frozenset(words)
            case _:
                values[each.name] = frozenset(word.lower() for word in words)
    frames = [*table.get("frames", ()), *table.get("fronted", ()), *table.get("own_views", ())]
    values["frames"] = _phrases(_spelled(frames), elisions)
    return Cues(**values)
