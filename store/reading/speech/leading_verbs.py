"""Who says what where the verb opens the sentence and names have no capitals (Arabic).

The source stands behind its verb, up to a preposition or a sign: وقال المتحدث سامي النجار في بيان:
"...". Verbs, prepositions and titles are the table ``[speech]`` of a language whose file says
``has_leading_verbs``. What is decided here is what `quotes.py` decides for the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from typing import NamedTuple

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.patterns import any_of
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine

#: No stop behind a letter that stands for a title: د. سامر النجار.
_STOP = re.compile(r"(?<!\b\w)[.؟!?](?=\s|$)")
#: Verbs of men that begin as those of women do.
_MASCULINE = frozenset(
    ("تابع", "تساءل", "توقع", "تعهد", "تحدث", "تمنى", "توعد", "تحدى", "تهكم", "تمسك")
)
#: The verb of what a woman does, in front of its sentence: وقفت خديجة.
_DOES = re.compile(r"(?:(?<=\.\s)|^|(?<=،\s))و?\w{2,5}ت\s", re.MULTILINE)
_STOPS = ".؟!?…"
#: Somebody of whom no more than letters are told.
_INITIALS = re.compile(r"(?:\w[ـ.]+\s?){1,3}(?:\w[ـ.]*)?")
#: What ends a question, whose verbs tell of nobody who speaks: كيف تصف الوضع؟
_ASKED = "؟?"
_TOKEN = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0640.-]+[^\W_]+)*|[،,؛;:()\[\]\"“”«»]")
#: Vowel signs and the stretched line, which newspapers set or leave out.
_SIGNS = r"[\u064b-\u0652\u0640]*"
#: The end of a word, behind its last sign: no رد in ردًا.
_END = r"(?![\w\u064b-\u0652\u0640])"
#: A verb that opens a sentence, by its "and" and its form, where a list does not know it: وأتم.
_VERB_FORM = re.compile(r"و(?:أ\w{2,}|ا\wت\w{2,}|است\w{3,})$")
#: What stands between a clause and the next verb, with the "and" that is written with it.
_BETWEEN_CLAUSES = re.compile(r"[\s،,؛]*(?:\s[وف])?$")
#: What ends a sentence before the next, and a clause behind a fragment of it.
_ENDS = frozenset(("", ".", "؟", "!", "?", "\n", ":"))
_ENDS_OF_CLAUSE = frozenset(("", ".", "،", ",", "؛", "!", "؟"))
#: Letters that are written with the next word, where a mark stands between.
_ALONE = frozenset("بلكوف")
#: How something ends that belongs to the subject: دعت السفارة | رعاياها.
_OWNED = ("ه", "ها", "هم", "نا")
_SHORTEST_OWNED = 3
_LEAST_WITH_OBJECT = 2
#: رد, كتب, ذكر, علق: what is no longer may be a noun.
_LONGEST_NOUN = 3
#: بالقول, بالإشارة: no name begins so.
_SHORTEST_WITH_IN = 6
_LONGEST_GAP = 8
_WORDS_TO_BE_LONG = 3
_LONGEST_SUBJECT = 9
#: A title of so many words may have a field behind it, and so many words are a field and a name.
_LONGEST_FIELDED, _LONGEST_FIELD = 3, 10
_LONGEST_NAME = 4
_ARTICLES = ("ال", "لل", "بال", "وال")
_SHORTEST_CLAUSE = 12
_LONGEST_TAIL = 120
_MOST_NAMESAKES = 20
_WINDOW = 400


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's verbs and small words, ready to be looked up."""

    verbs: re.Pattern[str]
    #: What goes on with the words of a source that was named: مضيفا, قائلة.
    participles: re.Pattern[str]
    frames: re.Pattern[str]
    #: What may stand between a quote and the verb behind it: هكذا رد.
    between: re.Pattern[str]
    #: Verbs that take somebody as their object, with what stands before what is said of them.
    accusing: frozenset[str]
    #: Whom another quotes: نقلت رويترز عن سامي النجار قوله.
    quoted: re.Pattern[str]
    #: Of whom another relays what he said: نقلت الصحيفة عن مسؤول أن.
    relayed: re.Pattern[str]
    complementizers: re.Pattern[str]
    #: What stands right before a fragment of speech: بأنه "...", إلى "...".
    tight: re.Pattern[str]
    names: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    #: What stands before a subject that is set in front of its verb: أما الوزير فقال.
    topics: re.Pattern[str]
    #: What is done, behind who announces it: فتح تحقيق.
    acts: frozenset[str]
    #: What a sentence opens with before a subject in front of its verb: لكن, غير أن.
    openers: re.Pattern[str]
    #: Behind these words what looks like a verb is a noun.
    no_verb_behind: tuple[str, ...]
    #: What verbs of saying take as their object: نفى الوزير الأنباء.
    objects: frozenset[str]
    #: What a name follows that is a body's: حركة, صحيفة.
    bodies: frozenset[str]
    stops: frozenset[str]
    stop_beginnings: tuple[str, ...]
    partitives: frozenset[str]
    #: Whom somebody speaks to, or what, between a verb and its subject: قال له المدير.
    hearers: frozenset[str]
    roles: frozenset[str]
    pronouns: frozenset[str]
    documents: frozenset[str]
    #: What is read in a document: وجاء في الرسالة; and a document before its verb: رسالة تقول.
    contained: re.Pattern[str]
    before_verb: re.Pattern[str]
    #: Documents whose words are those of whoever gave them out.
    statements: frozenset[str]
    #: What stands between a title and whom it speaks for: المتحدث باسم الميناء.
    speaking_for: frozenset[str]
    #: Titles behind which a field may stand, and what stands between the two.
    fielded: frozenset[str]
    fields: frozenset[str]


@cache
def words_of(language: Language) -> Words:
    """The patterns of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")

    verbs = _signed(listed("verbs"))
    participles = _signed(listed("participles"))
    complementizers = any_of(listed("complementizers"))
    return Words(
        verbs=re.compile(rf"(?<!\w)(?:[وف](?={verbs}))?(?P<verb>{verbs}(?:ه|ها|هم)?){_END}"),
        participles=re.compile(rf"(?<!\w)[وف]?(?P<verb>{participles}{_SIGNS}[اة]{_SIGNS})(?!\w)"),
        frames=re.compile(
            rf"(?<!\w)[وف]?(?P<verb>{any_of(listed('frames'))})(?:(?:ه|ها)?\s+|(?<=\sل)|(?<=\sلل))"
        ),
        between=re.compile(rf"(?:{any_of(listed('between'))}\s+)?"),
        accusing=frozenset(listed("accusing")),
        quoted=re.compile(
            rf"(?<!\w){any_of(listed('from'))}\s+(?P<name>[^،.:]{{3,60}}?)\s+"
            rf"(?P<verb>{any_of(listed('words_of'))})(?!\w)"
        ),
        relayed=re.compile(
            rf"(?<!\w)[وف]?(?P<verb>{any_of(listed('relaying'))})\s+[^،.:]{{2,40}}?\s"
            rf"{any_of(listed('from'))}\s+(?P<name>[^،.:]{{3,60}}?)"
            rf"(?=\s+{complementizers}\s|\s*[:،])"
        ),
        complementizers=re.compile(rf"(?<!\w)(?:{complementizers})(?!\w)"),
        tight=re.compile(
            rf"(?:(?<!\w)(?:{any_of([*listed('complementizers'), *listed('before_fragments')])})"
            r"|[:：،,])\s*$"
        ),
        # Behind "that" the noun is what the fragment tells of: أن العملية "انتهت بنجاح".
        names=re.compile(
            rf"(?<!\w)(?:(?<![أإ]ن )[وبل]?ال|[وبل])?(?:{any_of(listed('term_nouns'))}"
            rf"|(?:{any_of(listed('naming'))})(?:\s+ب(?:اسم|ـ)?)?)\s*$"
        ),
        auxiliaries=re.compile(rf"(?<!\w){any_of(listed('auxiliaries'))}(?!\w)"),
        acts=frozenset(listed("acts")),
        openers=re.compile(rf"\s*و?{any_of(listed('openers'))}\s*[،,]?(?:\s+[إأ]ن)?\s+"),
        topics=re.compile(rf"(?<!\w){any_of(listed('topics'))}(?!\w)"),
        no_verb_behind=tuple(f" {word}" for word in listed("no_verb_behind")),
        objects=frozenset(listed("objects")),
        bodies=frozenset(listed("term_nouns")),
        stops=frozenset(listed("stops")),
        hearers=frozenset(listed("hearers")),
        partitives=frozenset(listed("partitives")),
        stop_beginnings=listed("stop_beginnings"),
        roles=frozenset(listed("roles")),
        pronouns=frozenset(listed("pronouns")),
        documents=frozenset(listed("documents")),
        contained=re.compile(
            rf"(?<!\w)[وف]?(?P<verb>{any_of(listed('containing'))})\s+"
            rf"(?:{any_of(listed('contents'))}\s)?(?P<name>(?=ال){any_of(listed('documents'))})(?!\w)"
        ),
        before_verb=re.compile(rf"(?<!\w)(?P<name>(?!ال){any_of(listed('documents'))})ً?ا?ً?\s+$"),
        statements=frozenset(listed("statements")),
        speaking_for=frozenset(listed("speaking_for")),
        fielded=frozenset(listed("fielded")),
        fields=frozenset(listed("fields")),
    )


def _signed(words: Sequence[str]) -> str:
    """A pattern for words whose letters may bear vowel signs."""
    ordered = sorted(words, key=len, reverse=True)
    spelled = (
        re.escape(word[0]) + "".join(_SIGNS + re.escape(letter) for letter in word[1:])
        for word in ordered
    )
    return f"(?:{'|'.join(spelled)}){_SIGNS}" if ordered else "(?!)"


def _is_feminine(verb: str) -> bool:
    """Whether a verb tells what a woman says: قالت, تقول."""
    bare = re.sub(_SIGNS, "", verb)
    return bare.endswith("ت") or (bare.startswith("ت") and bare not in _MASCULINE)


class _Source(NamedTuple):
    """A verb of saying and who stands behind it; ``name`` is None where nobody does."""

    name: Span | None
    cue: Span


class LeadingVerbPage(SpeechByLine):
    """Decides on the marked stretches of an article by the verbs that open their sentences."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.words = words_of(language)
        #: Who was named, by their words; those words by their last; the titled by their title.
        self.named: dict[tuple[str, ...], Span] = {}
        self.by_last: dict[str, list[tuple[str, ...]]] = {}
        self.by_role: dict[str, Span] = {}
        #: The verb by which somebody spoke last, which tells a woman from a man.
        self.last_verb = ""

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        position = begin = line.start
        self.source: _Source | None = None
        #: Whether the source was named in its sentence.
        self.has_subject = False
        for index, one in marked:
            if one.start < position:
                continue
            for stop in _STOP.finditer(self.text, position, one.start):
                if stop[0] not in _ASKED:
                    self._hear(begin, position, stop.start())
                begin = position = stop.end()
                self.source, self.has_subject = None, False
            self._look(position, one.start)
            self.decisions[index] = self._decide(line, one, begin)
            position = max(position, one.end)
            if one.content(self.text)[-1:] in _STOPS and not self._goes_on(position, line.end):
                begin, self.source, self.has_subject = position, None, False
        stops = [match.span() for match in _STOP.finditer(self.text, position, line.end)]
        for end, following in (*stops, (line.end, line.end)):
            if self.text[end:following] not in _ASKED or following == end:
                self._hear(begin, position, end)
            begin = position = following
            self.source, self.has_subject = None, False

    def _goes_on(self, start: int, limit: int) -> bool:
        """Whether the sentence goes on behind a quote that ends in a stop."""
        following = self.text[start:limit].lstrip()
        return following[:1] in {"،", ",", "؛"} or self.words.verbs.match(following) is not None

    def _hear(self, begin: int, start: int, end: int) -> None:
        """Remember who speaks in a sentence, and what is told of them without marks."""
        told = self._look(start, end)
        if self.source is not None and self.source.name is not None:
            self.last = self.source.name
            self.last_verb = self.text[self.source.cue.start : self.source.cue.end]
        if start > begin:  # the sentence holds marks
            return
        for place, source in enumerate(told):
            limit = told[place + 1].cue.start if place + 1 < len(told) else end
            clause = self._clause(source.cue.end, limit)
            is_participle = self.words.participles.fullmatch(self.text, *source.cue)
            if is_participle and not self._opens_clause(source.cue.end, limit):
                continue
            if source.name is None or clause is None or self._is_document(source.name):
                continue
            self.reported.append((clause, Decision("reported", source.name, source.cue)))

    def _opens_clause(self, start: int, end: int) -> bool:
        """Whether “that” is the next word."""
        while start < end and self.text[start].isspace():
            start += 1
        return self.words.complementizers.match(self.text, start, end) is not None

    def _clause(self, start: int, end: int) -> Span | None:
        """What a verb is followed by behind “that”, without the sign before the next verb."""
        found = self.words.complementizers.search(self.text, start, end)
        if found is None:
            return None
        first = found.end()
        while first < end and self.text[first].isspace():
            first += 1
        behind = _BETWEEN_CLAUSES.search(self.text, first, end)
        end = behind.start() if behind else end
        return Span(first, end) if end - first >= _SHORTEST_CLAUSE else None

    def _look(self, start: int, end: int) -> list[_Source]:
        """Take in the verbs of saying of a stretch, in order; the last with a subject counts."""
        found: list[_Source] = []
        if self._opens_sentence(start):
            found += self._fronted(start, end)
        for match in self.words.verbs.finditer(self.text, start, end):
            if found and self._is_told(found[-1].cue.end, match):
                continue
            if (
                self.text[max(start, match.start() - 8) : match.start()]
                .rstrip()
                .endswith(self.words.no_verb_behind)
            ):
                continue
            cue = Span(*match.span("verb"))
            name = self._subject(match.end(), end)
            if name is not None and match["verb"] in self.words.accusing:
                name = self._without_object(name)
            if self.text[max(start, match.start() - 3) : match.start()] == "قد ":
                name = self._subject_before(start, match) or name  # وكانت X قد هنأت Y
            name = name or self._subject_before(start, match)
            if name is None and self.source is None and self._is_inside(match.end()):
                name = self._acting(start, match.start())
            if name is None and self.source is not None and self.source.name is not None:
                continue
            name = name or self._woman_told_of(start, match)
            self.source = _Source(self._meant(name) if name else self.last, cue)
            self.has_subject |= name is not None
            found.append(self.source)
        relayed = (self.words.relayed, self.words.quoted)
        for match in chain.from_iterable(one.finditer(self.text, start, end) for one in relayed):
            name = self._subject(match.start("name"), match.end("name"))
            if name is not None:
                self.source = _Source(self._meant(name), Span(*match.span("verb")))
                self.has_subject = True
                found.append(self.source)
        for match in self.words.contained.finditer(self.text, start, end):
            name = Span(*match.span("name"))
            said_by = self.last if match["name"] in self.words.statements else None
            self.source = _Source(said_by or name, Span(*match.span("verb")))
            self.has_subject = True
            found.append(self.source)
        for match in self.words.participles.finditer(self.text, start, end):
            acting = self._acting(start, match.start()) if self.source is None else None
            if acting is not None:
                self.has_subject = True
                acting = self._meant(acting)
            name = self.source.name if self.source else acting or self.last
            self.source = _Source(name, Span(*match.span("verb")))
            found.append(self.source)
        return sorted(found, key=lambda source: source.cue.start)

    def _woman_told_of(self, start: int, match: re.Match[str]) -> Span | None:
        """Whom the sentence before tells of, where a man spoke last and now a woman does.

        وقفت خديجة المرابط أمام بيتها. تقول: "..." behind what a man said.
        """
        is_woman = _is_feminine(match["verb"])
        was_man = self.last_verb != "" and not _is_feminine(self.last_verb)
        if not (is_woman and was_man and self._opens_sentence(start)):
            return None
        line = self.text.rfind("\n", 0, start) + 1
        for doing in reversed([*_DOES.finditer(self.text, line, start)]):
            name = self._subject(doing.end(), start)
            if name is not None and self.text[name.start : name.end].count(" ") == 1:
                return None if self.text.startswith("ال", name.start) else name
        return None

    def _acting(self, start: int, end: int) -> Span | None:
        """Who does what the first word of a sentence tells: وخرج الوزير إلى الناس قائلا."""
        if not self._opens_sentence(start):
            return None
        words = list(islice(self._tokens(start, end), 2))
        is_verb = len(words) > 1 and words[0][0].isalpha() and words[1][0].startswith("ال")
        if not is_verb or words[0][0].startswith("ال"):
            return None
        return self._subject(words[0].end(), end)

    def _opens_sentence(self, start: int) -> bool:
        """Whether nothing but signs stands between a place and the sentence before it."""
        before = self.text[max(0, start - _LONGEST_GAP) : start].rstrip(" \u00a0–—-")
        return before[-1:] in _ENDS

    def _fronted(self, start: int, end: int) -> list[_Source]:
        """The source that a frame in front of its sentence names: وبحسب البيان، ..."""
        while start < end and not self.text[start].isalpha():
            start += 1
        match = self.words.frames.match(self.text, start, end)
        name = self._subject(match.end(), end) if match is not None else None
        if match is None or name is None:
            return []
        self.source = _Source(self._meant(name), Span(*match.span("verb")))
        self.has_subject = True
        return [self.source]

    def _without_object(self, name: Span) -> Span:
        """A subject without whom its verb accuses, of whom the next word says what: X Y بـ."""
        words = self.text[name.start : name.end].split()
        for place, word in enumerate(words[1:], 1):
            if word.startswith("ب") and place >= _LEAST_WITH_OBJECT:  # X Y بشن
                end = name.start + len(" ".join(words[:place]))
                return self._without_object(Span(name.start, end))
        if len(words) < _LEAST_WITH_OBJECT or not self.text.startswith(" ب", name.end):
            return name
        return Span(name.start, name.end - len(words[-1]) - 1)

    def _is_told(self, start: int, verb: re.Match[str]) -> bool:
        """Whether a verb stands inside a clause that another verb opened: قال إنه أبلغ الشرطة."""
        if (
            verb.start() != verb.start("verb")
            or self.text[max(0, verb.start() - 3) : verb.start()].rstrip()[-1:] in "،,"
        ):
            return False
        return self.words.complementizers.search(self.text, start, verb.start()) is not None

    # Decisions --------------------------------------------------------------------------------

    def _decide(self, line: Span, one: Marked, begin: int) -> Decision:
        content = one.content(self.text)
        before = self.text[max(begin, one.start - _WINDOW) : one.start].rstrip()
        is_whole = content[-1:] in _STOPS + "،,"
        is_long = len(content.split()) >= _WORDS_TO_BE_LONG
        opens = not before.strip("–—- ")
        if _INITIALS.fullmatch(content):
            return Decision("term")  # قالت المجني عليها «هـ. م»
        if before.endswith("لـ") and len(content.split()) < _WORDS_TO_BE_LONG + 1:
            return Decision("term")  # in an interview with "..."
        if self.words.names.search(before) or self._is_name_in_marks(
            one, content, before, line.end
        ):
            return Decision("term")
        behind = self._behind(one.end, line.end) if opens or self.source is None else None
        if behind is not None and (is_long or is_whole or (opens and " " in content)):
            return self._spoken("direct", behind)
        if self.source is not None:
            is_said = is_long or is_whole
            is_said = is_said or (self._closes(one, line.end) and self._is_named(begin))
            is_said = is_said or bool(self.words.tight.search(before)) or self._takes(before)
            if is_said or self._ends_in_verb(before):
                begins = before[-1:] in ":：،," or self._ends_in_verb(before)
                kind: QuoteKind = "direct" if is_long and (begins or is_whole) else "partial"
                return self._spoken(kind, self.source)
            return Decision("term")
        rest = self.text[one.end : line.end].strip(" .")
        if opens and (is_whole or not rest) and is_long:
            return Decision("direct", self.last)
        if before[-1:] in ":：" and (is_long or is_whole):
            label = self._label(begin, one.start)
            return Decision("direct", self._meant(label) if label else self.last)
        return Decision("term")

    def _closes(self, one: Marked, limit: int) -> bool:
        """Whether a fragment ends its clause, as no name does that stands for its bearer."""
        following = self.text[one.end : limit].lstrip()[:1]
        return following in _ENDS_OF_CLAUSE

    def _is_named(self, begin: int) -> bool:
        """Whether a sentence names its source, or opens with its verb: no مقطع يزعم أنه."""
        if self.source is None:
            return False
        cue = self.source.cue
        return self.has_subject or not self.text[begin : cue.start].strip("وف \u00a0")

    def _takes(self, before: str) -> bool:
        """Whether a fragment is what the verb itself takes, by a preposition: أعرب X عن "..."."""
        if self.source is None or self.source.name is None:
            return False
        head, _, preposition = before.rpartition(" ")
        name = self.text[self.source.name.start : self.source.name.end]
        return preposition in self.words.stops and head.endswith(name)

    def _is_name_in_marks(self, one: Marked, content: str, before: str, limit: int) -> bool:
        """Whether the source's own name stands in marks: قال «النجار»، ...; الرئيس «النجار» أن."""
        words = content.split()
        if not words or len(words) >= _WORDS_TO_BE_LONG or self.source is None:
            return False
        last = before.rpartition(" ")[2]
        if self.words.verbs.fullmatch(last):
            name = self._meant(Span(one.start + 1, one.start + 1 + len(content)))
            is_followed = self.text[one.end : limit].lstrip("، ")[:1].isalpha()
            if is_followed:
                self.source = _Source(name, self.source.cue)
                self.last = name
            return is_followed
        behind = self.text[one.end : limit].lstrip()
        return self._ends_in_verb(before) and self.words.complementizers.match(behind) is not None

    def _spoken(self, kind: QuoteKind, source: _Source) -> Decision:
        self.last = source.name or self.last
        self.last_verb = self.text[source.cue.start : source.cue.end]
        return Decision(kind, source.name or self.last, source.cue)

    def _ends_in_verb(self, before: str) -> bool:
        """Whether a verb of saying, or its subject, stands right before a quote."""
        if self.source is None:
            return False
        last = before.rstrip(" :،,").rpartition(" ")[2]
        if self.words.verbs.fullmatch(last) or self.words.participles.fullmatch(last):
            return True
        name = self.source.name
        return name is not None and before.rstrip(" :،,").endswith(self.text[name.start : name.end])

    def _label(self, start: int, end: int) -> Span | None:
        """Who stands before a colon: رئيس البلدية: "..."."""
        words = list(_TOKEN.finditer(self.text, start, end))
        while words and words[-1][0] in ":：":
            words.pop()
        if not 0 < len(words) <= _LONGEST_SUBJECT or any(not w[0][0].isalpha() for w in words):
            return None
        if _VERB_FORM.match(words[0][0]):
            del words[0]  # a verb that no list knows: وأتم المدرب: "..."
        if not words or any(word[0] in self.words.stops for word in words):
            return None
        if len(words) == 1 and len(words[0][0]) < _SHORTEST_OWNED:
            return None  # ج: the answer of an interview
        name = self._name_behind_title(words)
        return name or Span(words[0].start(), words[-1].end())

    def _behind(self, start: int, limit: int) -> _Source | None:
        """The source behind a quote: "..."، قال سامي النجار; "..." بحسب البيان."""
        start = self._past_stop(start, limit)
        stop = _STOP.search(self.text, start, limit)
        end = min(stop.start() if stop else limit, start + _LONGEST_TAIL)
        while start < end and self.text[start] in " ،,–—-\u00a0":
            start += 1
        between = self.words.between.match(self.text, start, end)
        has_words = between is not None and between.end() > start
        start = between.end() if between else start
        for pattern in (self.words.verbs, self.words.frames):
            match = pattern.match(self.text, start, end)
            if match is not None:
                name = self._subject(match.end(), end)
                cue = Span(*match.span("verb"))
                return _Source(self._meant(name) if name else self.last, cue)
        verb = _TOKEN.match(self.text, start, end) if has_words else None
        name = self._subject(verb.end(), end) if verb is not None else None
        if verb is None or name is None:
            return None
        return _Source(self._meant(name), Span(*verb.span()))

    def _past_stop(self, start: int, limit: int) -> int:
        """Where a sentence begins that tells whose words are those before it: بهذه الكلمات."""
        begin = start + 2
        if self.text[start:begin] != ". ":
            return start
        between = self.words.between.match(self.text, begin, limit)
        return begin if between is not None and between.end() > begin else start

    # Sources ----------------------------------------------------------------------------------

    def _tokens(self, start: int, end: int) -> Iterator[re.Match[str]]:
        return _TOKEN.finditer(self.text, start, end)

    def _subject(self, start: int, end: int) -> Span | None:
        """The words behind a verb, up to a preposition, a time or a sign."""
        taken: list[re.Match[str]] = []
        for token in self._tokens(start, end):
            word = token[0]
            if not taken and word in self.words.hearers:
                continue  # قال له المدير
            is_part = bool(taken) and taken[-1][0] in self.words.partitives
            if not word[0].isalpha() or (self._ends_subject(word, taken) and not is_part):
                break
            if is_part:
                taken.append(token)
                continue
            if len(taken) == 1 and self._suffers(word, taken[0][0]):
                break
            if taken and len(word) > _SHORTEST_OWNED and word.endswith("ها"):
                break  # وصفت أم محمد حالها
            if taken and taken[-1][0].startswith("ال"):
                is_body = word in self.words.bodies
                is_own = len(word) > _SHORTEST_OWNED and word.endswith(_OWNED)
                if is_body or is_own or self._opens_object(word, token.end(), end):
                    break
            taken.append(token)
            if len(taken) > _LONGEST_SUBJECT:
                return None
        if not taken:
            return None
        if len(taken) <= _LONGEST_FIELDED and taken[0][0] in self.words.fielded:
            behind = self._name_behind_field(taken[-1].end(), end)
            if behind is not None:
                return behind
        name = self._name_behind_title(taken)
        if name is not None:
            return name
        roles = [place for place, token in enumerate(taken) if self._is_title(token[0])]
        if roles and roles[0] > 1:
            taken = taken[: roles[0]]  # سامر النجار المدير العام
        return Span(taken[0].start(), taken[-1].end())

    def _name_behind_title(self, taken: Sequence[re.Match[str]]) -> Span | None:
        """The name behind what somebody is: وزير البيئة | سامر الخطيب.

        Its first word has no article, and stands behind one that has it and ends the title.
        """
        if taken[0][0] not in self.words.roles:
            return None
        ends_title = False
        for place, token in enumerate(taken):
            has_article = token[0].startswith(_ARTICLES)
            is_title = has_article or token[0] in self.words.roles or len(token[0]) == 1
            if ends_title and not is_title and not self._is_for_body(token[0]):
                if place == len(taken) - 1:
                    return None
                name = Span(token.start(), taken[-1].end())
                self.by_role.setdefault(taken[0][0], name)
                return name
            ends_title = has_article or (ends_title and len(token[0]) == 1)  # الدكتور، د.
        return None

    def _is_for_body(self, word: str) -> bool:
        """Whether a word says to what somebody belongs: الأمين العام لحزب."""
        return word in self.words.speaking_for or (
            word[0] in "لب" and word[1:] in self.words.bodies
        )

    def _name_behind_field(self, start: int, end: int) -> Span | None:
        """The name behind what somebody is busy with: الباحث في شؤون الساحل | سامر النجار."""
        preposition = _TOKEN.search(self.text, start, end)
        if preposition is None or preposition[0] not in self.words.fields:
            return None
        words: list[re.Match[str]] = []
        first: int | None = None
        for token in islice(self._tokens(preposition.end(), end), _LONGEST_FIELD):
            if not token[0][0].isalpha() or self._ends_subject(token[0], ()):
                break
            is_name = bool(words) and words[-1][0].startswith(_ARTICLES)
            if is_name and first is None and not token[0].startswith((*_ARTICLES, "ب")):
                first = len(words)
            words.append(token)
        if first is None or not 1 < len(words) - first <= _LONGEST_NAME:
            return None
        return Span(words[first].start(), words[-1].end())

    def _is_title(self, word: str) -> bool:
        """Whether a word behind a name is what somebody is: سامر المدير, no مركز ... الإعلامي."""
        return word in self.words.roles and not (word.startswith("ال") and word.endswith("ي"))

    def _suffers(self, word: str, subject: str) -> bool:
        """Whether a word cannot describe the man or the people before it: المدرب | المباراة."""
        is_man = subject in self.words.roles and subject[-1] != "ة"
        is_several = subject.endswith("ون") or subject in self.words.objects
        return (
            (is_man or is_several)
            and subject.startswith("ال")
            and word.startswith("ال")
            and word.endswith(("ة", "ات"))
        )

    def _opens_object(self, word: str, start: int, end: int) -> bool:
        """Whether an abstract noun with its genitive follows: أكد الوزير أهمية التعاون."""
        following = _TOKEN.search(self.text, start, end)
        is_noun = word.endswith("ة") and not word.startswith("ال")
        return is_noun and following is not None and following[0].startswith("ال")

    def _ends_subject(self, word: str, taken: Sequence[re.Match[str]]) -> bool:
        bare = re.sub(_SIGNS, "", word)
        if bare in _ALONE:
            return True
        if not taken and bare in self.words.partitives:
            return False
        if bare in self.words.objects and not self._is_of(taken):
            belongs = not taken or taken[-1][0] in self.words.roles  # وكيل الأهالي
            return not belongs or bare.endswith("ين")  # أكد الأهالي أن, but طمأن المواطنين
        if bare.replace("ى", "ي") in self.words.stops:
            return True
        if bare in self.words.stops or self.words.complementizers.fullmatch(bare):
            return True
        if bare in self.words.acts and not self._is_of(taken):
            return True  # أعلنت النيابة فتح تحقيق, but حركة فتح
        if bare[0] in "فو" and self.words.complementizers.fullmatch(bare[1:]):
            return True  # بحسب الجيش فإن
        if self.words.verbs.fullmatch(bare) or self.words.participles.fullmatch(bare):
            return True
        if len(bare) >= _SHORTEST_WITH_IN and bare.startswith("بال"):
            return True
        return not taken and bare.startswith(self.words.stop_beginnings)

    def _is_of(self, taken: Sequence[re.Match[str]]) -> bool:
        """Whether the next word tells whose a body is: وكالة | الأنباء."""
        return bool(taken) and taken[-1][0] in self.words.bodies

    def _subject_before(self, start: int, match: re.Match[str]) -> Span | None:
        """A subject before its verb: الوزير قال; وكان الوزير، أمس، قد قال; X ينفي: ..."""
        verb = match.start()
        topic = self.words.topics.search(self.text, start, verb)
        if topic is not None:
            return self._subject(topic.end(), verb)
        document = self.words.before_verb.search(self.text, start, verb)
        if document is not None and not self._is_inside(match.end()):
            return Span(*document.span("name"))  # منشورا جاء فيه
        fronted = self._in_front(start, match)
        if fronted is not None:
            return fronted
        auxiliary = self.words.auxiliaries.search(self.text, start, verb)
        if auxiliary is not None:
            return self._subject(auxiliary.end(), verb)
        tokens = list(self._tokens(start, verb))
        if not 0 < len(tokens) <= _LONGEST_SUBJECT:
            return None
        has_colon = self.text[match.end() : match.end() + 2].strip()[:1] in {":", "："}
        if tokens[0][0] not in self.words.roles and not has_colon:
            return None
        if _VERB_FORM.match(tokens[0][0]):
            return None  # وأظهر مقطع شابا يقول
        if any(self._ends_subject(token[0], tokens[:1]) for token in tokens[1:]):
            return None
        if any(not token[0][0].isalpha() for token in tokens):
            return None
        return Span(tokens[0].start(), tokens[-1].end())

    def _is_inside(self, end: int) -> bool:
        """Whether something is said in what was named before: بيانا قالت فيه."""
        return self.text[end : end + 3].strip() == "في"

    def _in_front(self, start: int, match: re.Match[str]) -> Span | None:
        """Who stands in front of the verb: لكن الوزير سامي النجار قال; الخبير X، الذي ...، قال."""
        verb = match.start()
        is_joined = match.start("verb") != verb  # and so the second verb of somebody
        if is_joined or not self._opens_sentence(start):
            return None
        opening = self.words.openers.match(self.text, start, verb)
        start = opening.end() if opening else start
        head: list[re.Match[str]] = []
        for token in self._tokens(start, verb):
            is_place = bool(head) and token[0].startswith("بال")  # مصدر بالجماعة
            ends = not token[0][0].isalpha() or self._ends_subject(token[0], head)
            if ends and not is_place:
                break
            head.append(token)
        if not head or len(head) > _LONGEST_SUBJECT or _VERB_FORM.match(head[0][0]):
            return None
        if head[0][0] in self.words.documents:
            return None
        if self.words.auxiliaries.fullmatch(head[0][0]):
            return None  # كان الوزير قال
        if head[0][0] in self.words.fielded:
            behind = self._name_behind_field(head[-1].end(), verb)
            if behind is not None and not self.text[behind.end : verb].strip():
                return behind
        between = self.text[head[-1].end() : verb].strip()
        is_beside = between[:1] in "،," and between[-1:] in "،,"  # both, or nothing between
        known = head[0][0] in self.words.roles
        if between and not (is_beside and known):
            return None
        is_name = head[0][0].startswith("ال") or len(head) > 1
        known = known or (is_name and self._is_plain(match["verb"]))
        whole = Span(head[0].start(), head[-1].end())
        return (self._name_behind_title(head) or whole) if known else None

    def _is_plain(self, verb: str) -> bool:
        """Whether a word is a verb by its form, and no noun: قال, أكدت, يرى, but not رد or كتب."""
        bare = re.sub(_SIGNS, "", verb)
        return bare == "قال" or (len(bare) > _LONGEST_NOUN and bare[0] in "أيتانش")

    def _is_document(self, name: Span) -> bool:
        return self.text[name.start : name.end].split()[0] in self.words.documents

    def _meant(self, name: Span) -> Span:
        """Whom words mean: the one before for a pronoun; the fullest words that hold the name."""
        words = self.text[name.start : name.end]
        if words in self.words.pronouns:
            return self.last or name
        parts = tuple(words.split())
        known = self._known_as(parts)
        if known is not None:
            return known
        self.named[parts] = name
        self.by_last.setdefault(parts[-1], []).append(parts)
        if len(parts) > 1 and parts[0] in self.words.roles:
            self.by_role.setdefault(parts[0], name)
        return name

    def _known_as(self, parts: tuple[str, ...]) -> Span | None:
        """The one named before whom words mean: by a family name, a role, with an object behind."""
        for full in self.by_last.get(parts[-1], ())[:_MOST_NAMESAKES]:
            if len(full) > len(parts) and full[-len(parts) :] == parts:
                return self.named[full]
        for size in range(len(parts), 1, -1):
            if parts[:size] in self.named:
                return self.named[parts[:size]]
        return self.by_role.get(parts[0]) if len(parts) == 1 else None
