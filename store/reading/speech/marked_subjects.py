"""Who says what where a particle marks the source and the verb ends the sentence (Korean).

Particles, quotative endings, verb stems, titles and surnames are the table ``[speech]`` of a
language whose file says ``has_marked_subjects``. What is decided here is what `quotes.py` decides
for the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.patterns import any_at, any_of
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine

_STOP = re.compile(r"[.?!](?=[\s\"'”’)\]]|$)")
_STOPS = ".?!…"
#: A word, with what stands in brackets behind it: 이한결(본명 김한결)은.
_WORD = re.compile(r"(?:[^\s(（]|[(（][^\s()（）][^()（）\n]{0,20}[)）])+|\S+")
_AGE = re.compile(r"[(（]\d{1,3}[^()（）]{0,4}[)）]$|[(（][^()（）]{1,20}[)）]$")
_EDGES = "-–—▶▷■◆\"'“”‘’「」『』<>〈〉《》[]·,.:;…="
#: A line that names who speaks on the next: ▶ 인터뷰 : 김민수 / 주민; [김민수/주민].
_LABEL_ABOVE = re.compile(
    r"\s*(?:[▶▷■◆◇●▲]\s*[^:：/]{2,8}[:：]|[\[<(][^\]>):：]{2,8}[\]>)]|[\[<(](?:[^\]>):：]{2,8}[:：])?)"
    r"\s*(?P<name>[^/,:：\[\]<>()]{2,24}?)\s*(?:[/,][^:：\]>]{1,24})?[\]>)]?\s*"
)
#: What a broadcaster sets before a name: <인터뷰>, [녹취].
_KIND_OF_LABEL = re.compile(r"\s*[\[<(][^\]>)/:]{2,8}[\]>)]\s*")
#: What makes a view somebody's own: ...라는 지적이다.
_COPULA = re.compile(r"이다|입니다|이었|이라|인 ")
_CLOSERS = frozenset("’'”\"」』>〉》")
#: The particle of places, which bodies bear as subjects.
_PLACE = "에서"
#: The particle of whose something is.
_GENITIVE = "의"
#: Particles that a foreign name ends as: 다카이 사나 총리.
_ENDS_OF_NAMES = ("", "이", "가", "도")
#: How a department's name ends, as does "with": 교통과.
_DEPARTMENT = "과"
_SHORTEST_DEPARTMENT = 2
#: What an interviewer asks begins so: ―왜 그렇게 했나.
_QUESTION = re.compile(r"\s*(?:[―—–─－]|-(?=[\s가-힣])|[QＱ](?=[\s.:]))")
_ENDS_OF_QUESTIONS = ("나", "까", "까요", "요", "가", "지", "?", "는", "은", "죠")
#: Where something is written: 현수막에는.
_IN_OR_ON = re.compile(r"에(?:는|도|서는)?$")
_MOST_BELOW_LABEL = 6
_OPENERS = frozenset("\"“″'‘")
_LONGEST_DASH = 4
_LONGEST_PRONOUN = 2
_SHORTEST_VIEW = 2
_SHORTEST_FOREIGN = 2
_LONG = 12
_WINDOW = 120
_FARTHEST_NAME = 4
_MOST_DESCRIBED = 2
_SHORTEST_CLAUSE = 8
_FULL_NAME = 3
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True, eq=False)
class Particles:
    """A language's particles, endings and titles, ready to be looked up."""

    topics: tuple[str, ...]
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    objects: tuple[str, ...]
    #: How the last word of a sentence ends.
    endings: tuple[str, ...]
    said: re.Pattern[str]
    joined: re.Pattern[str]
    held: re.Pattern[str]
    reported: re.Pattern[str]
    spoke: re.Pattern[str]
    #: What somebody takes for what: "..."으로 내다봤다.
    rated: re.Pattern[str]
    #: Whose question or view it was: "..."는 A당 이상인 의원의 질문에.
    asked_by: re.Pattern[str]
    #: What somebody promises or stresses: "..."을 약속했다.
    taken: re.Pattern[str]
    #: Whose words somebody heeds: 코치의 "..."라는 한마디에; and that somebody spoke so: 이렇게.
    heeded: re.Pattern[str]
    so_said: re.Pattern[str]
    #: Whose words they were: 박 대변인의 말이다; "..."는 게 노조의 공통된 생각이다.
    owned: re.Pattern[str]
    #: That who tells so tells of another's words: "..."고 말했다고 보도했다.
    retold: re.Pattern[str]
    #: That words stand on or in something: "..."라는 글이 적혀 있다; and what that is.
    inscribed: re.Pattern[str]
    documents: tuple[str, ...]
    #: That somebody called for help with these words: "..."는 신고를 받고.
    called: re.Pattern[str]
    from_whom: tuple[str, ...]
    #: That somebody was met for what follows, and the particles of whom: 한유경 작가를 만났다.
    meeting: re.Pattern[str]
    met: tuple[str, ...]
    datives: tuple[str, ...]
    #: What nobody is named with who wrote it, and what one gives who was asked.
    posts: frozenset[str]
    #: What nobody is named with who said it, where it comes up: "..."라는 지적도 나온다.
    views: frozenset[str]
    answers: frozenset[str]
    surname: re.Pattern[str]
    roles: tuple[str, ...]
    honorifics: tuple[str, ...]
    bodies: tuple[str, ...]
    #: Titles, "Mr" and bodies: how a word ends that says that somebody is meant.
    sources: tuple[str, ...]
    #: Titles, to look one up.
    titles: frozenset[str]
    #: Where something is said, which is nobody: 방송에서.
    places: tuple[str, ...]
    #: Among whom something is said that nobody is named with: 온라인에서는.
    nowhere: frozenset[str]
    #: What follows a view that is told of, but not held by the subject: 요구를 | 받았다.
    suffered: re.Pattern[str]
    pronouns: frozenset[str]
    no_names: frozenset[str]
    #: Words that end as bodies do: 시위.
    no_bodies: tuple[str, ...]
    #: How titles end that no list holds, behind a full name.
    title_endings: tuple[str, ...]
    #: Words that mean nobody without the one before: 피고인 측.
    dependents: frozenset[str]
    before_roles: frozenset[str]


@cache
def particles_of(language: Language) -> Particles:
    """The patterns of a language's table ``[speech]``."""

    def listed(key: str) -> list[str]:
        return sorted(language.words("speech", key), key=len, reverse=True)

    verbs, quotative = any_at(listed("verbs")), any_of(listed("quotative"))
    nouns = any_at(listed("nouns"))
    return Particles(
        topics=tuple(listed("topic")),
        subjects=tuple(listed("subject")),
        others=tuple(listed("particles")),
        objects=tuple(listed("object")),
        endings=tuple(listed("endings")),
        said=re.compile(
            rf"(?P<quotative>{quotative})(?=[\s,.]|$)(?:[^.“”\"]{{0,60}}?(?P<verb>{verbs}))?"
        ),
        joined=re.compile(rf"(?P<quotative>{any_of(listed('joined'))})(?=[\s,.]|$)"),
        held=re.compile(
            rf"(?:{any_of(listed('adnominal'))}|\s?등의)\s(?:[^\s.“”\"]+\s)?(?P<verb>{nouns})"
        ),
        reported=re.compile(
            rf"{any_of(listed('reporting'))}\s(?:[^.“”\"]{{0,30}}\s)?(?P<verb>{verbs})"
        ),
        spoke=re.compile(verbs),
        rated=re.compile(
            rf"(?:이라고|라고|으로|로)\s(?:[^\s.“”\"]+\s)?(?P<verb>{any_at(listed('rating'))})"
        ),
        asked_by=re.compile(
            rf"{any_of(listed('adnominal'))}\s(?P<name>[^.“”\"]{{2,30}}?)의\s{any_of(listed('asking'))}"
        ),
        taken=re.compile(rf"[을를]\s(?:[^\s.“”\"]+\s)?(?P<verb>{any_of(listed('taking'))})"),
        heeded=re.compile(
            rf"{any_of(listed('adnominal'))}\s(?:[^\s.“”\"]+\s)?(?P<verb>{any_of(listed('heeding'))})"
        ),
        so_said=re.compile(rf"\s{any_of(listed('so'))}\s"),
        owned=re.compile(
            rf"(?:{any_of(listed('adnominal'))}\s(?:게|것이|것은|건))?\s*(?P<name>[^.“”\"]{{2,30}}?)의"
            rf"\s(?:\S{{1,4}}[된한운]\s)?{nouns}(?:이다|다|이었다|였다)"
        ),
        retold=re.compile(
            rf"{any_of((*listed('quotative'), *listed('joined')))}\s"
            rf"(?:[“\"][^“”\"]*[”\"]\S{{1,4}}\s)?"
            rf"(?:[^.“”\"]{{0,30}}\s)?(?:{verbs})[가-힣]{{0,2}}다(?:고|며|면서)\s"
            rf"(?:[^\s.“”\"]+\s){{0,3}}?(?:{verbs})"
        ),
        inscribed=re.compile(
            rf"(?:이?라고|고|{any_of(listed('adnominal'))})\s(?:[^.“”\"]{{0,20}}\s)?"
            rf"{any_of(listed('inscribing'))}"
        ),
        documents=tuple(listed("documents")),
        called=re.compile(
            rf"{any_of(listed('adnominal'))}\s(?:[^\s.“”\"]+\s){{0,3}}?{any_of(listed('calls'))}"
        ),
        from_whom=tuple(listed("from")),
        meeting=re.compile(any_of(listed("meeting"))),
        met=tuple(listed("met")),
        datives=tuple(listed("datives")),
        views=frozenset(listed("views")),
        posts=frozenset(listed("posts")),
        answers=frozenset(listed("answers")),
        surname=re.compile(rf"{any_of(listed('surnames'))}[가-힣○△]{{1,2}}$"),
        roles=tuple(listed("roles")),
        honorifics=tuple(listed("honorifics")),
        bodies=tuple(listed("bodies")),
        sources=tuple(listed("roles") + listed("honorifics") + listed("bodies")),
        titles=frozenset(listed("roles")),
        places=tuple(listed("places")),
        nowhere=frozenset(listed("nowhere")),
        suffered=re.compile(
            rf"[을를]\s(?:[^\s.“”\"]+\s)?{any_of(listed('suffering'))}"
            rf"|[은는이]\s(?:[^\s.“”\"]+\s)?{any_of(listed('judged'))}"
        ),
        pronouns=frozenset(listed("pronouns")),
        title_endings=tuple(listed("title_endings")),
        dependents=frozenset(listed("dependents")),
        no_bodies=tuple(listed("no_bodies")),
        no_names=frozenset(listed("no_names")),
        before_roles=frozenset(listed("before_roles")),
    )


class _Word(NamedTuple):
    """A word between blanks, without signs around it; ``bare`` without its particle."""

    start: int
    text: str
    bare: str
    particle: str

    @property
    def span(self) -> Span:
        """The place of the word without its particle."""
        return Span(self.start, self.start + len(self.bare))


class _Topic(NamedTuple):
    """A word that bears a particle of topics or subjects, and the words before it."""

    name: Span
    is_topic: bool
    is_source: bool


class MarkedSubjectPage(SpeechByLine):
    """Decides on the marked stretches of an article by the particles of their sentence."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.particles = particles_of(language)
        self.persons: dict[str, Span] = {}
        #: Whom the page is an interview with.
        self.interviewed: Span | None = None

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        position = line.start
        words: list[_Word] = []  # of the sentence so far, what stands in marks left out
        earlier: Decision | None = None
        for index, one in marked:
            if one.start < position:
                continue
            begin = position
            for stop in _STOP.finditer(self.text, position, one.start):
                self._hear([*words, *self._words(begin, stop.start())], begin, stop.start())
                words, begin, earlier = [], stop.end(), None
            if self._ends_alone(line, position, begin, one):
                words, earlier = [], None
            words += self._words(begin, one.start)
            decision = self._decide(line, one, words, earlier)
            self.decisions[index] = decision
            if decision.kind in {"direct", "partial"}:
                earlier = decision
                self.last = decision.speaker or self.last
            position = max(position, one.end)
        self._join_listed(marked)
        if _QUESTION.match(self.text, line.start, line.end) and self._asks(line):
            self.last = self.interviewed  # of a question nobody is heard
            return
        begin = position
        for stop in _STOP.finditer(self.text, position, line.end):
            self._hear([*words, *self._words(begin, stop.start())], begin, stop.start())
            words, begin = [], stop.end()
        if begin < line.end:
            self._hear([*words, *self._words(begin, line.end)], begin, line.end)

    def _asks(self, line: Span) -> bool:
        """Whether a line behind a dash is a question, or others were; who is asked is noted."""
        is_asked = self.text[line.start : line.end].rstrip(_EDGES).endswith(_ENDS_OF_QUESTIONS)
        if self.interviewed is None and is_asked:
            self.interviewed = self.last
        return is_asked or self.interviewed is not None

    def _join_listed(self, marked: Sequence[tuple[int, Marked]]) -> None:
        """Take for speech what stands right before speech: "...", "..."고 말했다."""
        for (index, one), (following, other) in reversed(list(pairwise(marked))):
            beside = self.decisions.get(following)
            decision = self.decisions.get(index)
            if decision is None or beside is None or decision.kind != "term":
                continue
            between = self.text[one.end : other.start].strip()
            if between in {"", ",", "·"} and beside.kind in {"direct", "partial"}:
                self.decisions[index] = Decision("partial", beside.speaker)

    def _ends_alone(self, line: Span, position: int, begin: int, one: Marked) -> bool:
        """Whether the quote before was a sentence of its own: no words between that and this."""
        is_next = position > line.start and begin == position
        ends = self.text[position - 2 : position - 1] in _STOPS  # not “너무하다” “싫다” 등의
        return is_next and ends and not self.text[position : one.start].strip()

    def _words(self, start: int, end: int) -> list[_Word]:
        words = []
        for match in _WORD.finditer(self.text, start, end):
            raw = match[0].lstrip(_EDGES)
            first = match.end() - len(raw)
            raw = raw.rstrip(_EDGES)
            if raw:
                bare, particle = self._without_particle(raw)
                words.append(_Word(first, raw, bare, particle))
        return words

    def _without_particle(self, word: str) -> tuple[str, str]:
        known = self.particles
        for particle in (*known.topics, *known.subjects):
            if word.endswith(particle) and len(word) > len(particle):
                return word[: -len(particle)].rstrip(_EDGES) or word, particle
        return word, ""

    def _hear(self, words: Sequence[_Word], start: int, end: int) -> None:
        """Remember who a sentence without marks is about, and what it reports of them."""
        found = self._source(words)
        if self.particles.meeting.search(self.text, start, end):
            self.last = self._met(words) or self.last
        if found is None:
            return
        told = None
        for match in self.particles.reported.finditer(self.text, start, end):
            told = match
        speaker = self._meant(found.name)
        if told is not None and found.name.start >= start:
            first = self._after_particle(found.name.end)
            clause = Span(first, told.start() + 1)
            if clause.end - clause.start >= _SHORTEST_CLAUSE:
                cue = Span(*told.span("verb"))
                self.reported.append((clause, Decision("reported", speaker, cue)))
        self.last = speaker

    def _met(self, words: Sequence[_Word]) -> Span | None:
        """Who was met for what follows: 소설가 한유경을 지난 5일 만났다."""
        met = self._borne_by(words, self.particles.met)
        return self._meant(met) if met is not None else None

    def _after_particle(self, place: int) -> int:
        """Where the clause behind a topic begins."""
        match = re.compile(r"\S*\s*").match(self.text, place)
        return match.end() if match else place

    # Decisions --------------------------------------------------------------------------------

    def _decide(
        self, line: Span, one: Marked, words: Sequence[_Word], earlier: Decision | None
    ) -> Decision:
        content = one.content(self.text)
        limit = min(line.end, one.end + _WINDOW)
        opens = not words or one.start == line.start
        is_whole = content[-1:] in _STOPS or content.endswith(self.particles.endings)
        is_long = len(content) >= _LONG
        source = self._source(words)
        is_nowhere = source is None and self._is_nowhere(words)
        heeded = self._heeded(one, words, limit) or self._written(one, words, limit)
        if heeded is not None:
            return heeded
        if source is not None and self.particles.retold.match(self.text, one.end, line.end):
            source = self._told_of(words) or source
        if self.particles.called.match(self.text, one.end, limit):
            return Decision("direct" if is_long or is_whole else "partial", self._caller(words))
        posed = self.particles.asked_by.match(self.text, one.end, limit)
        asker = self._words(*posed.span("name")) if posed is not None else []
        if asker:
            by = self._name(asker, len(asker) - 1)
            return Decision("direct" if is_long or is_whole else "partial", by and self._meant(by))
        held = self.particles.held.match(self.text, one.end, limit)
        if held is not None:
            is_view = held["verb"] in self.particles.views and len(content) > _SHORTEST_VIEW
            if source is None and not (is_long or is_whole or is_view):
                return Decision("term")
            speaker = self._meant(source.name) if source else self.last
            is_others = self.text[held.end() : held.end() + 2] in {"에 ", "에도", "에는", "에,"}
            is_view = is_view and _COPULA.match(self.text, held.end()) is None
            if (
                is_others
                or self.particles.suffered.match(self.text, held.end(), limit)
                or (source is None and is_view)
                or (source is None and held["verb"] in self.particles.posts)
            ):
                speaker = None
            if is_nowhere:
                speaker = None
            if source is None and held["verb"] in self.particles.answers:
                asked = self._asked(words)
                speaker = self._meant(asked) if asked is not None else speaker
            return Decision("partial", speaker, Span(*held.span("verb")))
        said = self.particles.said.match(self.text, one.end, limit)
        said = said or self.particles.joined.match(self.text, one.end, limit)
        if said is not None:
            kind: QuoteKind = "direct" if is_long or is_whole else "partial"
            verb = said.groupdict().get("verb")
            cue = Span(*said.span("verb")) if verb else Span(one.end, said.end())
            if source is None and earlier is not None and earlier.speaker is not None:
                return Decision(kind, earlier.speaker, cue)
            behind = None
            if source is None:
                after, end = said.end("quotative"), self._end_of_own(one.end, line.end)
                behind = self._source(self._words(after, cue.start)) if verb else None
                behind = behind or self._source(self._words(after, end))
            found = source or behind or self._any_topic(words)
            return Decision(kind, self._meant(found.name) if found else self.last, cue)
        before = self.text[max(line.start, one.start - 4) : one.start].rstrip()
        if before[-1:] == ":" and (is_whole or is_long):
            label = self._label(line, one, words)
            return Decision("direct", label or self.last)
        above = (
            self._label_above(line, one)
            if opens and one.start - line.start <= _LONGEST_DASH
            else None
        )
        if above is not None and not self.text[one.end : line.end].strip():
            return Decision("direct", above)
        rest = self.text[one.end : line.end].strip(f" .{_EDGES}")
        owner = self._owner(one, line.end) if opens else None
        if owner is not None:
            return Decision("direct", self._meant(owner))
        rated = self.particles.rated.match(self.text, one.end, limit)
        rated = rated or self.particles.taken.match(self.text, one.end, limit)
        if rated is not None and source is not None:
            return Decision("partial", self._meant(source.name), Span(*rated.span("verb")))
        if opens and (is_whole or (not rest and is_long)):
            end = self._end_of_sentence(one.end, line.end)
            behind = self._said_so(one.end, end) or self._source(self._words(one.end, end))
            one_text = self.text[one.start : one.end]
            is_heading = not is_whole and self.text[line.start : line.end].strip() == one_text
            if is_heading or (behind is None and self.last is None and content[-1:] not in _STOPS):
                return Decision("title")  # a line of the headline, before anybody is named
            if behind is None and self.last is None:
                behind = self._next_teller(line.end)
            return Decision("direct", self._meant(behind.name) if behind else self.last)
        if source is not None and is_long and is_whole:
            return Decision("direct", self._meant(source.name))
        return Decision("term")

    def _heeded(self, one: Marked, words: Sequence[_Word], limit: int) -> Decision | None:
        """Whose words somebody heeds: 코치의 "박세준으로 가시죠"라는 한마디에 마음을 굳혔다."""
        told = self.particles.heeded.match(self.text, one.end, limit) if words else None
        bare = words[-1].text.removesuffix(_GENITIVE) if words else ""
        if told is None or bare == words[-1].text or not self._is_source(bare):
            return None
        owner = words[-1]._replace(bare=bare, particle=_GENITIVE)
        name = self._name([*words[:-1], owner], len(words) - 1)
        return Decision("partial", name and self._meant(name), Span(*told.span("verb")))

    def _caller(self, words: Sequence[_Word]) -> Span | None:
        """From whom a call for help came: 주민으로부터 "연기가 난다"는 신고를 받고."""
        return self._borne_by(words[-1:], self.particles.from_whom)

    def _is_introduced(self, words: Sequence[_Word], place: int, bare: str) -> bool:
        """Whether a name stands behind somebody's role: 소설가 한유경."""
        is_name = len(bare) == _FULL_NAME and self._is_name(bare)
        return is_name and place > 0 and words[place - 1].text in self.particles.titles

    def _written(self, one: Marked, words: Sequence[_Word], limit: int) -> Decision | None:
        """What the words stand on or in: 현수막에는 "..."라고 적혀 있다."""
        if self.particles.inscribed.match(self.text, one.end, limit) is None:
            return None
        for place in range(len(words) - 1, -1, -1):
            bare = _IN_OR_ON.sub("", words[place].text)
            if bare == words[place].text or not bare.endswith(self.particles.documents):
                continue
            before = words[place - 1] if place else None
            is_told = before is not None and before.text in self.particles.before_roles
            start = before.start if before is not None and is_told else words[place].start
            return Decision("direct", Span(start, words[place].start + len(bare)))
        return None

    def _told_of(self, words: Sequence[_Word]) -> _Topic | None:
        """The subject of what another tells: 통신은 |국방부가 "..."고 밝혔다고 보도했다."""
        topics = list(self._topics(words))
        subjects = [one for one in topics if not one.is_topic and one.is_source]
        return subjects[-1] if subjects and topics[0].is_topic else None

    def _said_so(self, start: int, limit: int) -> _Topic | None:
        """Who said so in the sentence behind a quote: "..." 김 의원이 이렇게 따지자 조용해졌다."""
        so_said = self.particles.so_said.search(self.text, start, limit)
        return self._source(self._words(start, so_said.start())) if so_said is not None else None

    def _next_teller(self, end: int) -> _Topic | None:
        """The person whom the next paragraph opens with, where nobody was heard before a quote."""
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        following = self.text.find("\n", end)
        limit = following if following >= 0 else len(self.text)
        return self._source(self._words(end, self._end_of_own(end, limit)))

    def _owner(self, one: Marked, limit: int) -> Span | None:
        """Whose words the next sentence calls them: "..." 박 대변인의 말이다."""
        told = self.particles.owned.match(self.text, one.end, limit)
        words = self._words(*told.span("name")) if told is not None else []
        return self._name(words, len(words) - 1) if words else None

    def _asked(self, words: Sequence[_Word]) -> Span | None:
        """Who was asked, where nobody is named beside an answer: 관계자에게 묻자 "..."는 답이."""
        return self._borne_by(words, self.particles.datives)

    def _borne_by(self, words: Sequence[_Word], particles: Sequence[str]) -> Span | None:
        """The last of some words that is somebody and bears one of the particles."""
        for place in range(len(words) - 1, -1, -1):
            for particle in particles:
                bare = words[place].text.removesuffix(particle)
                is_named = self._is_source(bare) or self._is_introduced(words, place, bare)
                if bare != words[place].text and is_named:
                    marked = words[place]._replace(bare=bare, particle=particle)
                    return self._name([*words[:place], marked], place)
        return None

    def _label(self, line: Span, one: Marked, words: Sequence[_Word]) -> Span | None:
        """Who is named before a colon: [김○○/주민: "..."]."""
        kind = _KIND_OF_LABEL.match(self.text, line.start, one.start)
        start = kind.end() if kind is not None else line.start
        while start < one.start and self.text[start] in "[(【<■▶◆ ":
            start += 1
        match = re.compile(r"[^/:\s(](?:[^/:(]{0,20}[^/:\s(])?(?=\s*[/:(])").match(
            self.text, start, one.start
        )
        if match is None or not words:
            return None
        source = self._source(words)
        return self._meant(source.name) if source else Span(*match.span())

    def _label_above(self, line: Span, one: Marked) -> Span | None:
        """Who is named on the line above, as broadcasters name them: ▶ 인터뷰 : 소방 관계자."""
        begin = line.start
        for _ in range(_MOST_BELOW_LABEL):
            end = begin
            while end > 0 and self.text[end - 1].isspace():
                end -= 1
            begin = self.text.rfind("\n", 0, end) + 1
            if self.text[begin : begin + 1] not in _OPENERS:
                break
        label = _LABEL_ABOVE.fullmatch(self.text, begin, end)
        if label is None and self._is_titled_name(self.text[begin:end]):
            return Span(begin, end)
        return Span(*label.span("name")) if label is not None else None

    def _is_titled_name(self, line: str) -> bool:
        """Whether a line says just somebody's name and title, as below a portrait: 한도윤 대표."""
        name, _, title = line.strip().partition(" ")
        return self._is_name(name) and title in self.particles.titles

    def _end_of_own(self, start: int, limit: int) -> int:
        """Where the sentence ends that goes on behind a quote, or the next quote begins."""
        end = self._end_of_sentence(start, limit)
        marks = (self.text.find(sign, start, end) for sign in '“"')
        return min((place for place in marks if place >= 0), default=end)

    def _end_of_sentence(self, start: int, limit: int) -> int:
        stop = _STOP.search(self.text, start, limit)
        return stop.start() if stop else limit

    # Sources ----------------------------------------------------------------------------------

    def _source(self, words: Sequence[_Word]) -> _Topic | None:
        """The source of a sentence: its last topic that is somebody, else its last subject."""
        topics = list(self._topics(words))
        for wanted in (
            [one for one in topics if one.is_topic and one.is_source],
            [one for one in topics if one.is_source],
        ):
            if wanted:
                return wanted[-1]
        plain = [one for one in topics if one.is_topic and self._opens_as_name(one)]
        return plain[-1] if plain else None

    def _any_topic(self, words: Sequence[_Word]) -> _Topic | None:
        """The first topic of a sentence that tells what was said, though no list knows it."""
        for topic in self._topics(words):
            bare = _AGE.sub("", self.text[topic.name.start : topic.name.end])
            is_thing = bare in self.particles.no_names or bare.endswith(self.particles.places)
            is_thing |= bare.endswith(self.particles.others)  # 현수막에는
            if topic.is_topic and len(bare) > 1 and not is_thing and bare[0].isalpha():
                return topic
        return None

    def _is_nowhere(self, words: Sequence[_Word]) -> bool:
        """Whether a sentence tells among whom something is said: 온라인에서는, 사이에서."""
        return any(word.bare in self.particles.nowhere for word in words if word.particle)

    def _opens_as_name(self, topic: _Topic) -> bool:
        """Whether a topic without a title may be a name: of a firm, a person, initials."""
        words = _AGE.sub("", self.text[topic.name.start : topic.name.end])
        is_part = len(words) > 1 and any(words in full.split() for full in self.persons)
        return is_part or words in self.persons or (len(words) > 2 and self._is_name(words))

    def _topics(self, words: Sequence[_Word]) -> Iterator[_Topic]:
        for place, word in enumerate(words):
            if not word.particle:
                continue
            name = self._name(words, place)
            if name is not None:
                is_topic = word.particle in self.particles.topics
                is_source = self._is_source(word.bare) or name.start < word.start
                is_source = is_source or self._is_introduced(words, place, word.bare)
                if word.particle == _PLACE and word.bare.endswith(self.particles.places):
                    continue  # 방송에서
                yield _Topic(name, is_topic, is_source)

    def _is_source(self, word: str) -> bool:
        """Whether a word says that somebody is meant: a title, a body, a pronoun, Mr."""
        known = self.particles
        age = _AGE.search(word)
        if age is not None and age[0][1:3].isdigit():
            return True  # 하산(42)은
        word = _AGE.sub("", word)
        word = word if word in known.titles else word.removesuffix("들")
        if word in known.no_bodies or word.endswith(known.no_bodies):
            return False
        return word in known.pronouns or word.endswith(known.sources)

    def _name(self, words: Sequence[_Word], place: int) -> Span | None:
        """The words that name whom a particle marks: with the name before the title."""
        word = words[place]
        end = word.start + len(word.bare)
        if word.bare in self.particles.pronouns:
            return word.span
        if _AGE.search(word.bare) and not self._is_source(_AGE.sub("", word.bare)):
            return Span(words[self._first_of_aged(words, place)].start, end)
        if not self._is_source(word.bare):
            named = self._named_before(words, place)
            if named is not None:
                return named
            return None if word.bare in self.particles.no_names else word.span
        first = self._first_of_name(words, place)
        if first is not None:
            is_short = len(words[first].text) < _FULL_NAME and first < place
            if first + 1 < place and not words[0].particle:
                first = self._first_before_office(words, first)  # 존 하퍼 세계보건연합 총장
            elif is_short and not self._is_source(words[0].text):
                first = self._first_of_foreign(words, first)  # 다카리 사나 총리
            start = words[first].start
            self.persons.setdefault(self.text[start:end], Span(start, end))
            return Span(start, end)
        return Span(words[self._first_described(words, place)].start, end)

    def _named_before(self, words: Sequence[_Word], place: int) -> Span | None:
        """A full name before a title that no list holds, or a body before its name in marks."""
        word, before = words[place], words[place - 1] if place else None
        if before is None:
            return None
        end = word.start + len(word.bare)
        is_thing = word.bare in self.particles.no_names or word.bare.endswith(self.particles.places)
        is_titled = before.text in self.particles.titles and self._is_adjacent(words, place - 1)
        if is_titled and not is_thing and not self._is_name(word.bare):
            return Span(before.start, end)  # 유튜버 하누리는
        is_named = self._is_full_name(words, place - 1) or self._is_surname(before.text)
        if (
            word.bare.endswith(self.particles.title_endings)
            and is_named
            and self._is_adjacent(words, place - 1)
        ):
            name = Span(before.start, end)
            self.persons.setdefault(self.text[name.start : name.end], name)
            return name
        if self.text[end : end + 1] not in _CLOSERS:
            return None
        for body in reversed(words[max(0, place - _FARTHEST_NAME) : place]):
            is_body = body.text.endswith(self.particles.bodies) and not body.particle
            start = body.start + len(body.text)
            behind = self.text[start : start + 2].strip()
            if is_body and behind in _OPENERS:
                return Span(body.start, end + 1)
        return None

    def _first_of_name(self, words: Sequence[_Word], place: int) -> int | None:
        """Where a person's name stands before a title: 박성호 환경부 대변인, 최영수 대표."""
        bare = _AGE.sub("", words[place].bare)
        known = self.particles
        if any(bare.endswith(word) and len(bare) > len(word) for word in known.honorifics):
            return place
        if bare not in known.titles and any(
            bare[size:] in known.titles and self._is_name(bare[:size])
            for size in range(2, min(_LONGEST_NAME + 1, len(bare)))
        ):
            return place - 1 if self._is_full_name(words, place - 1) else place
        found = None
        for other in range(place - 1, max(place - 1 - _FARTHEST_NAME, -1), -1):
            text = _AGE.sub("", words[other].text)
            if words[other].particle and not self._is_name(text):
                break
            if self._is_somebody_else(words[other]):
                break
            if text.endswith(self.particles.objects):
                break
            if not self._is_adjacent(words, other):
                break
            if other == place - 1 and (bare in self.particles.honorifics or self._is_surname(text)):
                return other
            if self._is_name(text):
                found = other
                break
        return found

    def _is_somebody_else(self, word: _Word) -> bool:
        """Whether a word in the shape of a name is a role with a particle: 유족이, 경찰과."""
        bare = word.bare if word.particle else word.text.removesuffix(_DEPARTMENT)
        return bare != word.text and self._is_source(bare)

    def _is_surname(self, word: str) -> bool:
        """Whether a word is a family name alone: 박 대변인."""
        return len(word) == 1 and self.particles.surname.match(f"{word}가") is not None

    def _is_full_name(self, words: Sequence[_Word], place: int) -> bool:
        """Whether a word is a name of three syllables, with the next word beside it."""
        if place < 0 or words[place].particle:
            return False
        word = words[place].text
        return len(word) == _FULL_NAME and self._is_name(word) and self._is_adjacent(words, place)

    def _is_adjacent(self, words: Sequence[_Word], place: int) -> bool:
        """Whether nothing but a blank parts a word from the next."""
        end = words[place].start + len(words[place].text)
        return self.text[end : words[place + 1].start].strip(" '‘’\"“”") == ""

    def _is_name(self, word: str) -> bool:
        return (
            word not in self.particles.no_names
            and self.particles.surname.match(word) is not None
            and not (len(word) > 2 and word.endswith(self.particles.bodies))
        )

    def _first_of_foreign(self, words: Sequence[_Word], first: int) -> int:
        """Where a foreign name begins, one word before its last, if it opens the sentence."""
        opening = words[0].text
        is_name = first == 1 and len(opening) > _SHORTEST_FOREIGN
        is_name = is_name and words[0].particle in _ENDS_OF_NAMES
        is_name = is_name and opening not in self.particles.no_names
        return 0 if is_name and self._is_adjacent(words, 0) else first

    def _first_of_aged(self, words: Sequence[_Word], place: int) -> int:
        """Where a foreign name begins whose last word bears an age: 응우옌 반 탄(29)은."""
        first = place
        if self._is_name(_AGE.sub("", words[place].bare)):
            return first
        while first and place - first < _MOST_DESCRIBED and self._is_adjacent(words, first - 1):
            other = words[first - 1]
            is_name = not other.particle and not self._is_source(other.text)
            if not is_name or other.text.endswith(
                (*self.particles.others, *self.particles.objects)
            ):
                break
            if other.text in self.particles.no_names or other.text in self.particles.before_roles:
                break
            first -= 1
        return first

    def _first_before_office(self, words: Sequence[_Word], first: int) -> int:
        """Where a foreign name begins that opens its sentence, with an office behind the name."""
        opening = words[0].text
        is_name = first == 1 and opening not in self.particles.no_names
        is_name = is_name and opening not in self.particles.before_roles
        is_name = is_name and not opening.endswith(
            (*self.particles.others, *self.particles.sources)
        )
        return 0 if is_name and self._is_adjacent(words, 0) else first

    def _first_described(self, words: Sequence[_Word], place: int) -> int:
        """Where a description begins: 환경부 관계자, 국토부 고위 관계자."""
        first = place
        if place and words[place].bare in self.particles.dependents:
            first = place - 1
            while first > 0 and words[first].text in self.particles.honorifics:
                first -= 1
        while first > 0 and place - first < _MOST_DESCRIBED:
            other = words[first - 1]
            plain = not other.particle and self._may_describe(other.text)
            described = plain or other.text in self.particles.before_roles
            described &= len(other.text) > 1 or other.text in self.particles.before_roles
            is_noun = other.text in self.particles.no_names and not self._is_source(other.text)
            if not described or is_noun or other.text[0].isdigit():
                break
            if not self._is_adjacent(words, first - 1):
                break
            first -= 1
        if place - first == _MOST_DESCRIBED and not self._is_source(words[first].text):
            first = self._first_of_foreign(words, first)
        if first and place - first == _MOST_DESCRIBED and self._is_adjacent(words, first - 1):
            first -= words[first - 1].text in self.particles.before_roles  # 미 국방부 고위 당국자
        return first

    def _may_describe(self, word: str) -> bool:
        """Whether a word before a role bears no particle: 교통과 관계자, but not 경찰과 관계자."""
        if word.endswith(_DEPARTMENT) and len(word) > _SHORTEST_DEPARTMENT:
            return not self._is_source(word.removesuffix(_DEPARTMENT))
        return not word.endswith(self.particles.others)

    def _meant(self, name: Span) -> Span | None:
        """Whom a name or pronoun means, in the fullest words of the article."""
        words = self.text[name.start : name.end]
        if words in self.particles.pronouns:
            return self.last or (name if len(words) > _LONGEST_PRONOUN else None)
        surname, _, title = words.partition(" ")
        if len(surname) <= 2 and title:
            for full, place in self.persons.items():
                if full != words and full.startswith(surname) and full.endswith(title[-2:]):
                    return place
        for full, place in self.persons.items():
            if len(full) > len(words) and full.split(" ")[0] == surname and len(surname) > 2:
                return place
        return name
