"""Who says what where names have capitals and the verb ends the sentence (Turkish).

The source opens the sentence: “X ise, "..." dedi”. Verbs, titles and what ends a subject are the
table ``[speech]`` of a language whose file says ``has_final_verbs``. What is decided here is what
`quotes.py` decides for the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.patterns import any_of
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine

_STOP = r"[.!?…](?=\s+[^\W\d_a-zçğıöşü]|\s*$)"
_WORD = re.compile(r"[^\W_][\w’'.-]*|[,;:]")
_SUFFIX = re.compile(r"['’]\w*$")
#: From whom a statement comes: Bakanlıktan, Merkezi'nden.
_ABLATIVE = re.compile(r"['’]?n?[dt][ae]n$")
#: How what describes people ends, before them: tepki gösteren sakinler.
_PARTICIPLE = re.compile(r"(?:[ae]n|r[ae]k|[ıiuü]p)$")
#: How a verb ends whose subject is an owner: X'in dile getirdiği.
_DONE = re.compile(r"^[a-zçğıöşü ]{0,30}[dt][ıiuü]ğ[ıiuü]$")
#: In whose view: Hakan Demir'e göre.
_VIEW = re.compile(r"(?P<name>(?:[A-ZÇĞİÖŞÜ]\w+\s){0,3}[A-ZÇĞİÖŞÜ]\w+)['’][yn]?[ea]\sgöre\b")
#: What goes before whom it tells of, behind a verb: diyerek başlayan X.
_DESCRIBING = re.compile(r"\s(?:\w+\s)?\w{2,}[ae]n\s")
#: How a verb ends that has no subject: denildi, yer verildi, yer aldı.
_PASSIVE = re.compile(r"(?:[ıiuü][ln]d[ıiuü]|enild[iı]|yer aldı)$")
#: In whose view: Uzmanlara göre.
_VIEW_OF_PEOPLE = re.compile(r"(?<!\w)(?P<people>\w+l[ae]r)[ae]\sgöre\b")
_OWNED_ROLE = re.compile(r"s?[ıiuü]$")
#: Whose a relative is who tells of himself: Annem, Dedem, Komşumuz.
_MINE = re.compile(r"(?P<role>\w{3,}?)[ıiuü]?m(?:[ıiuü]z)?$")
#: How words with capitals end before a name: Üniversitesi'nden Orhan Tez, CEO'su Mert Can.
_INNER = re.compile(r"['’](?:n?[ıiuü]n|n?[dt][ae]n|[yn]?[ae]|s?[ıiuü]|n?[dt][ae]ki)$")
#: From among whom somebody is, before a name: Komşulardan Sevim Koru.
_AMONG = re.compile(r"l[ae]r(?:[ıi]n)?[dt][ae]n$")
#: How a word ends that is where something is or to whom, and no subject: Vadisi'nde, Demir'e.
_OBLIQUE = re.compile(r"['’](?:n?[dt][ae](?:ki)?|[yn]?[ae]|y?l[ae])$")
#: People who do something, in front of a sentence: Yürüyüşe katılanlar.
_DOING = re.compile(
    r"\s*(?P<people>(?:\w+\s){0,2}?\w{2,}[ae]nl[ae]r)(?=,|\s(?:ise|de|da|hep|sık)\b|\s*$)"
)
_WHILE = re.compile(r"\w{3,}ken,")
#: Where the subject ends that "bir" opens: at a comma, a particle, or right before a quote.
_ONE = re.compile(
    r"\b[Bb]ir\s(?:[\w’'-]+\s){0,3}?(?P<role>[a-zçğıöşü]+)"
    r"(?=,|\s(?:ise|de|da|dahi)\b|\s*$|\s[^\W\d_a-zçğıöşü]\w*['’]\w)"
)
_GENITIVE = re.compile(r"['’]n?[ıiuü]n$")
#: How words end that open a sentence and are no name: Açıklamada, Konuşarak.
_NO_NAME = re.compile(r"(?:[dt][ae]n?|[ae]r[ae]k|ken|[ıiuü]nc[ae]|s[ıi]n[ae]|l[ae]r[ıi]?n?[ae])$")
_STOPS = ".!?…"
_MARKS = frozenset("\"“‘'«")
_LONG = 12
_SHORTEST_CLAUSE = 12
_LONGEST_GAP = 8
_LEAST_OF_FRAGMENT = 3
_LONGEST_HEADING = 60
_FARTHEST_ROLE = 5
_WINDOW = 90
#: So much of a body's word stays whatever its ending: Bakanlık, Bakanlığı.
_STEM = 6


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """A language's verbs and titles, ready to be looked up."""

    #: The end of a sentence, and no title's: Prof. Dr.
    stop: re.Pattern[str]
    said: re.Pattern[str]
    told: re.Pattern[str]
    #: What a stretch in marks belongs to that others said: "..." iddiasının, "..." başlıklı.
    claims: re.Pattern[str]
    #: What goes round in words that nobody is named with: "..." şeklindeki paylaşımlar.
    rumours: re.Pattern[str]
    statements: re.Pattern[str]
    #: What somebody's words are called behind them: X'in "..." sözleri.
    owned: re.Pattern[str]
    ends: frozenset[str]
    roles: frozenset[str]
    role_words: frozenset[str]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    pronouns: frozenset[str]
    links: frozenset[str]
    people_endings: tuple[str, ...]
    #: Words that open a sentence and name nobody.
    openers: frozenset[str]
    #: What stands between a name and its verb, before a colon: şöyle konuştu.
    announcers: frozenset[str]
    #: How a verb ends that goes before whom it tells of: diyen X.
    describing: tuple[str, ...]
    #: Where a body gives out what it says: X'in hesabından, X'in sitesinden.
    account: re.Pattern[str]
    #: Whose statement is announced: Demir'in sözleri şöyle.
    stated: re.Pattern[str]
    #: Who said so what stands before: X, konuşmasını böyle bitirdi.
    so: re.Pattern[str]
    #: Whose the words before are: Bu sözler Ali Demir'e ait.
    belonging: re.Pattern[str]
    #: What stands behind whose report it is: habere göre.
    according: frozenset[str]
    #: Who is one of several, without a name, at the beginning of a sentence.
    one_of_them: re.Pattern[str]
    #: Relatives, as somebody calls them who tells of himself: Annem.
    relatives: frozenset[str]
    #: What stands behind the name of somebody who is told of: A.K. isimli sürücü.
    named: frozenset[str]
    #: What is read, with the ending of where it is read: raporunda.
    document: re.Pattern[str]


@cache
def verbs_of(language: Language) -> Verbs:
    """The patterns of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")

    titles = language.words("sentences", "never_last")
    return Verbs(
        stop=re.compile("".join(rf"(?<!\b{re.escape(title)})" for title in titles) + _STOP),
        said=re.compile(
            rf"[,\s]*(?:[^.,;:\"“”]{{0,40}}?\s)?(?P<verb>{any_of(listed('verbs'))}"
            rf"|diye\s(?!{any_of(listed('called'))})\w{{3,}})(?!\w)"
        ),
        told=re.compile(
            rf"{any_of(listed('reporting'))}\s+(?:\w+\s+){{0,2}}?(?P<verb>{any_of(listed('verbs'))})$"
        ),
        claims=re.compile(rf"\s+(?:{any_of(listed('claims'))})(?!\w)"),
        rumours=re.compile(rf"\s{any_of(listed('before_rumours'))}\s{any_of(listed('rumours'))}"),
        statements=re.compile(rf"\s(?:{any_of(listed('statements'))})"),
        owned=re.compile(rf"\s{any_of(listed('owned'))}"),
        announcers=frozenset(listed("announcers")),
        ends=frozenset(listed("subject_ends")),
        roles=frozenset(listed("roles")),
        role_words=frozenset(listed("role_words")),
        bodies=frozenset(listed("bodies")),
        body_endings=listed("body_endings"),
        pronouns=frozenset(listed("pronouns")),
        links=frozenset(listed("links")),
        people_endings=listed("people_endings"),
        openers=frozenset(listed("openers")),
        describing=listed("describing"),
        according=frozenset(listed("according")),
        one_of_them=re.compile(
            r"\s*(?P<one>(?:\w+l[ae]r(?:[ıi]n)?d[ae]n\s)?"
            rf"(?i:{any_of(listed('one_of_them'))}))(?:n[dt]e)?(?=[\s,])"
        ),
        relatives=frozenset(listed("relatives")),
        named=frozenset(listed("named")),
        document=re.compile(
            r"(?<![\w’'])(?P<document>(?:[A-ZÇĞİÖŞÜ][\w-]+\s)?"
            rf"(?i:{any_of(listed('documents'))})(?:l[ae]r)?(?:n?[ıiuü]|s[ıiuü])?)n?[dt][ae](?=[\s,])"
        ),
        account=re.compile(rf"^{any_of(listed('accounts'))}\w*[dt][ae]n$"),
        so=re.compile(
            rf"\s+(?P<words>[^.:!?“\"]{{2,60}}?)\s{any_of(listed('so'))}\s[^.:“\"]{{3,30}}\."
        ),
        belonging=re.compile(
            rf"\s+Bu\s{any_of(listed('owned'))}l[ae]r\s(?P<name>[^.:“\"]{{2,60}}?)['’]?[yn]?[ae]\sait\b"
        ),
        stated=re.compile(
            r"(?P<name>(?:[A-ZÇĞİÖŞÜ]\w+\s){0,2}[A-ZÇĞİÖŞÜ]\w+)['’]n?[ıiuü]n\s"
            rf"{any_of(listed('stated'))}\w*\s(?:ise\s)?{any_of(listed('as_follows'))}"
        ),
    )


class FinalVerbPage(SpeechByLine):
    """Decides on the marked stretches of an article by who opens their sentence."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.verbs = verbs_of(language)
        self.persons: dict[str, Span] = {}
        self.named_bodies: dict[str, Span] = {}

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        position = begin = line.start
        is_plain = True
        #: Where the first marked stretch of a sentence begins.
        self.first_mark = -1
        for index, one in marked:
            if one.start < position:
                continue
            for stop in self.verbs.stop.finditer(self.text, position, one.start):
                self._hear(begin, stop.start(), is_plain=is_plain)
                begin, is_plain = stop.end(), True
            if self.first_mark < begin:
                self.first_mark = one.start
            decision = self._decide(line, one, begin, max(begin, position))
            self.decisions[index] = decision
            is_plain &= decision.kind not in {"direct", "partial"}
            if decision.speaker is not None:
                self.last = decision.speaker
            position = max(position, one.end)
            ends = one.content(self.text)[-1:] in _STOPS
            if ends and not self.text[begin : one.start].strip():
                begin = position
        for stop in self.verbs.stop.finditer(self.text, position, line.end):
            self._hear(begin, stop.start(), is_plain=is_plain)
            begin, is_plain = stop.end(), True
        if self.text[begin : line.end].rstrip().endswith(":"):  # the quote is on the next line
            self._hear(begin, self.text.rindex(":", begin, line.end), is_plain=is_plain)

    def _hear(self, start: int, end: int, *, is_plain: bool) -> None:
        """Remember who opens a sentence, and what it tells of them without marks."""
        giver = self._giver(start, end)
        if giver is not None:
            self.last = giver
            return
        name = self._subject(start, end)
        if name is None and self.text[end : end + 1] == ":":
            name = self._opening_name(start, end) or self._lone_name(start, end)
        if name is None or not is_plain:
            return
        told = self.verbs.told.search(self.text, start, end)
        if told is None:
            if self._is_person(name) or self.text[end : end + 1] == ":":
                self.last = self._meant(name)
            return
        self.last = self._meant(name)
        clause = self._clause(name.end, told.start("verb"))
        if clause.end - clause.start >= _SHORTEST_CLAUSE:
            cue = Span(*told.span("verb"))
            self.reported.append((clause, Decision("reported", self.last, cue)))

    def _clause(self, start: int, end: int) -> Span:
        """What is told, without the words and signs that part it from its subject."""
        for word in _WORD.finditer(self.text, start, end):
            if word[0][0].isalnum() and word[0] not in self.verbs.ends:
                start = word.start()
                break
        if self.text[start - 1 : start] in _MARKS:
            start -= 1
        return Span(start, start + len(self.text[start:end].rstrip()))

    # Decisions --------------------------------------------------------------------------------

    def _decide(self, line: Span, one: Marked, begin: int, floor: int) -> Decision:
        content = one.content(self.text)
        opens = not self.text[begin : one.start].strip(" -–—")
        is_whole = content[-1:] in _STOPS + ","
        limit = min(line.end, one.end + _WINDOW)
        owner = self._owner(begin, one, limit)
        if owner is not None:
            return Decision("direct" if is_whole else "partial", self._meant(owner))
        if " " in content and self.verbs.rumours.match(self.text, one.end, limit):
            return Decision("partial")
        said = self.verbs.said.match(self.text, one.end, limit)
        is_far = said is not None and said.start("verb") > one.end + 1
        if (said is None or is_far) and self.verbs.claims.match(self.text, one.end, limit):
            return Decision("term")
        before = self.text[max(line.start, floor) : one.start].rstrip()
        if is_far and self._is_name_in_marks(content, before, opens=opens):
            return Decision("term")
        if is_far and not opens and self._is_title(content):
            return Decision("term")  # "Temiz Şehir" projesini anlattı
        subject = self._source_in(floor, one.start)
        if subject is None and self.first_mark > begin:
            subject = self._source_in(begin, min(self.first_mark, one.start))
        if said is not None and (len(content) > 3 or subject is not None):
            is_long = len(content) >= _LONG
            kind: QuoteKind = "direct" if opens or is_whole or before[-1:] in ",:" else "partial"
            if not is_long and not opens and before[-1:] not in ",:":
                kind = "partial"
            speaker = self._meant(subject) if subject is not None else None
            verb = said["verb"]
            is_describing = verb.endswith(self.verbs.describing) and not verb.endswith("ken")
            is_described = speaker is None and _DESCRIBING.match(self.text, said.end(), limit)
            if is_describing or is_described or (speaker is None and opens):
                speaker = self._subject_behind(said.end(), line.end) or speaker
            if _PASSIVE.search(verb):
                speaker = self._document(begin, one.start, speaker) or speaker
            return Decision(kind, speaker or self.last, Span(*said.span("verb")))
        rest = self.text[one.end : line.end].strip(" .")
        viewer = self._viewer(begin, one.start) if not opens else None
        if viewer is not None and (content[:1].islower() or len(content) >= _LONG):
            return Decision("partial", self._meant(viewer))
        if opens and not rest and begin == line.start and not is_whole and " " in content:
            above = self.text[max(0, line.start - _LONGEST_GAP) : line.start].rstrip()
            if above[-1:] != ":" and (content.isupper() or len(content) <= _LONGEST_HEADING):
                return Decision("term")  # a subheading in marks
        if opens and (is_whole or (not rest and len(content) >= _LONG)):
            return Decision("direct", self._teller_behind(one.end, limit) or self.last)
        is_labelled = before[-1:] == ":" and subject is not None
        is_told = before[-1:] == "," and subject is not None and len(content) >= _LONG
        if is_labelled or (is_told and is_whole and content[-1:] != ","):
            return Decision("direct", self._meant(subject) if subject else self.last)
        is_fragment = content[:1].islower() and len(content.split()) >= _LEAST_OF_FRAGMENT
        if is_fragment and subject is not None and not opens:
            return Decision("partial", self._meant(subject))
        if before[-1:] == ":" and (is_whole or len(content) >= _LONG):
            return Decision("direct", self._meant(subject) if subject else self.last)
        return Decision("term")

    def _is_name_in_marks(self, content: str, before: str, *, opens: bool) -> bool:
        """Whether what stands in marks is called so: "Umut" gemisinin battığını söyledi."""
        is_name = content[:1].isupper() and content[-1:] not in _STOPS + ","
        return is_name and not opens and " " not in content and before[-1:] not in ",:"

    def _owner(self, begin: int, one: Marked, limit: int) -> Span | None:
        """Whose words a stretch is called: Demir'in "..." sözleri."""
        said = self.verbs.owned.match(self.text, one.end, limit)
        if said is None:
            return None
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(self.text, begin, one.start):
            if word[0][0].isupper() and (not run or not self._between(run[-1].end(), word.start())):
                run.append(word)
            elif word[0][0].isupper() or word[0][0] in ",;:":
                run = [word] if word[0][0].isupper() else []
        if not run:
            return None
        between = self._between(run[-1].end(), one.start)
        if between and not _DONE.search(between):
            return None
        if not _GENITIVE.search(run[-1][0]):
            return None
        end = run[-1].start() + len(_SUFFIX.sub("", run[-1][0]))
        return self._name(run) or Span(run[-1].start(), end)

    def _viewer(self, begin: int, end: int) -> Span | None:
        """In whose view something is so: Demir'e göre karar "siyasi"."""
        found = _VIEW.search(self.text, begin, end)
        people = _VIEW_OF_PEOPLE.search(self.text, begin, end) if found is None else None
        if people is not None and people["people"].lower() in self.verbs.roles:
            return Span(*people.span("people"))
        if found is None:
            return None
        run = [*_WORD.finditer(self.text, *found.span("name"))]
        return self._name(run) or Span(run[-1].start(), run[-1].end())

    def _somebody(self, begin: int, end: int) -> Span | None:
        """Somebody unnamed: bir diplomat, görüşmelerin "..."; köyde yaşayan bir kadın ise "..."."""
        for found in _ONE.finditer(self.text, begin, end):
            if found["role"] in self.verbs.roles:
                return Span(*found.span())
        return None

    def _stater(self, begin: int, end: int) -> Span | None:
        """Whose statement is announced: Demir'in açıklamaları şöyle: "..."."""
        found = self.verbs.stated.search(self.text, begin, end)
        return Span(*found.span("name")) if found is not None else None

    def _between(self, start: int, end: int) -> str:
        return self.text[start:end].strip()

    def _source_in(self, begin: int, end: int) -> Span | None:
        """Who speaks by the words of a sentence before a quote."""
        clauses = list(_WHILE.finditer(self.text, begin, end))
        if clauses:  # X iddia ederken, Y "..."
            found = self._subject(clauses[-1].end(), end)
            if found is not None:
                return found
        beside = self._role_beside(begin, end)
        if beside is not None and self.text[begin : beside.start].rstrip().endswith(","):
            return beside  # X susarken, çalışanlar "..."
        somebody = self._somebody(begin, end)
        if somebody is not None and "," not in self.text[begin : somebody.start]:
            return somebody
        return (
            self._giver(begin, end)
            or self._viewer(begin, end)
            or self._stater(begin, end)
            or self._one_of_them(begin, end)
            or self._opening_name(begin, end)
            or self._nearer(self._subject(begin, end), beside)
            or self._people(begin, end)
            or self._lone_name(begin, end)
            or somebody
        )

    def _nearer(self, subject: Span | None, beside: Span | None) -> Span | None:
        """People beside a quote rather than a title far from it: Polis olan kardeşi, "..."."""
        if subject is None or beside is None or subject.end > beside.start:
            return subject or beside
        low = self.text[subject.start : subject.end].replace("İ", "i").lower()
        return beside if low in self.verbs.roles else subject

    def _one_of_them(self, begin: int, end: int) -> Span | None:
        """Who opens a sentence without a name: Biri giderken "..."; Gönderilerden birinde "..."."""
        one = self.verbs.one_of_them.match(self.text, begin, end)
        if one is not None:
            return Span(one.start("one"), one.end("one"))
        word = _WORD.search(self.text, begin, end)
        mine = _MINE.fullmatch(word[0].replace("İ", "i").lower()) if word is not None else None
        if word is None or mine is None or mine["role"] not in self.verbs.relatives:
            return None
        following = _WORD.search(self.text, word.end(), end)
        if following is not None and self._lone(following) is not None:
            return None  # Ustam Rüştü Bey
        return Span(*word.span())

    def _document(self, begin: int, end: int, subject: Span | None) -> Span | None:
        """What something is read in: İddianamede "..." denildi; Bilirkişi raporunda "..."."""
        found = self.verbs.document.search(self.text, begin, end)
        if found is None or (subject is not None and subject.start != found.start("document")):
            return None
        return Span(*found.span("document"))

    def _is_title(self, content: str) -> bool:
        """Whether every word has a capital, as in names of things."""
        words = content.split()
        is_high = all(word[0].isupper() or word[0].isdigit() for word in words)
        return len(words) > 1 and is_high and content[-1] not in _STOPS + ","

    # Sources ----------------------------------------------------------------------------------

    def _subject_behind(self, start: int, limit: int) -> Span | None:
        """Whom the words behind a verb name: "..." diyen X; "..." diyen bir komşu."""
        stop = self.verbs.stop.search(self.text, start, limit)
        end = stop.start() if stop else limit
        name = self._subject(start, end)
        if name is not None and self._is_person(name):
            return self._meant(name)
        words = list(islice(_WORD.finditer(self.text, start, end), _FARTHEST_ROLE))
        for place, word in enumerate(words):
            if word[0][0].isupper():
                run = _SUFFIX.sub("", word[0])
                is_first = place == 0 and run == word[0]
                return self._meant(Span(word.start(), word.end())) if is_first else None
            if word[0] in self.verbs.roles:
                return Span(words[0].start(), word.end())
            if not word[0][0].isalpha():
                break
        return None

    def _teller_behind(self, start: int, limit: int) -> Span | None:
        """Whose words those before a sentence are: Bu sözler X'e ait; X, sözünü böyle bitirdi."""
        found = self.verbs.belonging.match(self.text, start, limit)
        if found is not None:
            return self._subject(*found.span("name"))
        so = self.verbs.so.match(self.text, start, limit)
        return self._source_in(*so.span("words")) if so is not None else None

    def _opening_name(self, start: int, end: int) -> Span | None:
        """One word that opens a sentence and may be a name, parted by a comma: Yurtseven, ..."""
        words = list(islice(_WORD.finditer(self.text, start, end), 2))
        if len(words) < 2 or words[1][0] != ",":
            return None
        return self._lone(words[0])

    def _lone_name(self, start: int, end: int) -> Span | None:
        """One word that may be a name, before what parts it or behind what describes it.

        Yurtseven ise, "..."; Yurtseven şöyle konuştu: "..."; Haberi yalanlayan Yurtseven, "...".
        """
        words = list(_WORD.finditer(self.text, start, end))
        if len(words) == 1 and self.text[end : end + 1] != ":":
            return self._lone(words[0])  # Yurtseven "..." dedi
        if len(words) > 2 and words[1][0].isdigit():
            del words[1]  # Derya (24) ise
        if len(words) > 1 and (
            words[1][0] in self.verbs.ends | self.verbs.announcers or words[1][0] == ":"
        ):
            return self._lone(words[0])
        for before, word, sign in zip(words, words[1:], words[2:], strict=False):
            is_described = (
                sign is words[-1]  # "..." sorusuna Yurtseven, "..."
                or before[0] in self.verbs.according
                or (before[0][0].islower() and _PARTICIPLE.search(before[0]) is not None)
            )
            if sign[0] == "," and is_described and not _SUFFIX.search(word[0]):
                return self._lone(word)
        return None

    def _lone(self, word: re.Match[str]) -> Span | None:
        """A word as a name, if it has a capital and opens no sentence only."""
        low = word[0].replace("İ", "i").replace("I", "ı").lower()
        if not word[0][0].isupper() or low in self.verbs.openers or _SUFFIX.search(word[0]):
            return None
        return None if _NO_NAME.search(low) else self._meant(Span(*word.span()))

    def _giver(self, start: int, end: int) -> Span | None:
        """The body that a statement comes from: Bakanlıktan yapılan açıklamada."""
        statement = self.verbs.statements.search(self.text, start, end)
        if statement is None:
            return None
        run: list[re.Match[str]] = []
        owner: re.Match[str] | None = None
        for word in _WORD.finditer(self.text, start, statement.start()):
            owner = word if word[0][0].isupper() and _GENITIVE.search(word[0]) else owner
            if owner is not None and self.verbs.account.search(word[0]):
                return self._meant(Span(owner.start(), owner.start() + _bare_size(owner[0])))
            if not word[0][0].isupper() and not (run and self._links(word, end)):
                bare = _ABLATIVE.sub("", word[0])
                if run and bare != word[0] and self._is_body(bare):
                    return Span(run[0].start(), word.start() + len(bare))
                run = []
                continue
            run.append(word)
            bare = _ABLATIVE.sub("", word[0])
            is_name = bare != word[0] and word[0][len(bare)] in "'’"
            if bare != word[0] and (is_name or self._is_body(bare)):
                return self._meant(Span(run[0].start(), word.start() + len(bare)))
        return None

    def _role_beside(self, start: int, end: int) -> Span | None:
        """People without a name, right before the comma of a quote: mahalle sakinleri, "..."."""
        head = self.text[start:end].rstrip(" ,")
        words = head.split()[-2:]
        if not words or words[-1] not in self.verbs.roles:
            return None
        has_noun = len(words) > 1 and words[0].isalpha() and not _PARTICIPLE.search(words[0])
        size = len(head) - head.rindex(words[0]) if has_noun else len(words[-1])
        return Span(start + len(head) - size, start + len(head))

    def _people(self, start: int, end: int) -> Span | None:
        """People who open a sentence and are called after what they do: Balıkçılar ise, "..."."""
        doing = _DOING.match(self.text, start, end)
        if doing is not None:
            return Span(doing.start("people"), doing.end("people"))
        words = list(islice(_WORD.finditer(self.text, start, end), 2))
        if len(words) < 2 or not words[0][0].lower().endswith(self.verbs.people_endings):
            return None
        parts = words[1][0] == "," or words[1][0] in self.verbs.ends
        return Span(*words[0].span()) if parts else None

    def _links(self, word: re.Match[str], end: int) -> bool:
        """Whether a small word stands inside the name of a body: Su ve Çevre Bakanlığı."""
        if word[0] not in self.verbs.links:
            return False
        last = ""
        for other in _WORD.finditer(self.text, word.end(), end):
            if not other[0][0].isupper():
                break
            last = other[0]
        return self._is_body(_SUFFIX.sub("", last)) or self._is_body(_ABLATIVE.sub("", last))

    def _is_body(self, word: str) -> bool:
        low = word.replace("İ", "i").lower()
        return low in self.verbs.bodies or low.endswith(self.verbs.body_endings)

    def _subject(self, start: int, end: int) -> Span | None:
        """The last words with capitals before the subject ends; a role that opens the sentence."""
        best: Span | None = None
        run: list[re.Match[str]] = []
        is_first = True
        is_titled = False
        for word in _WORD.finditer(self.text, start, end):
            text = word[0]
            is_sign = not text[0].isalnum()
            if is_sign or text in self.verbs.ends:
                if is_titled and len(run) == 1 and not _SUFFIX.search(run[0][0]):
                    return Span(*run[0].span())  # Parti lideri Özbay
                best = self._name(run) or best
                if best is not None:
                    return best
                run, is_first = [], False
                if is_sign and text != ",":
                    return None
                continue
            if text[0].isupper() or (run and self._links(word, end)):
                run.append(word)
                continue
            if is_first and run and (text in self.verbs.roles or text in self.verbs.bodies):
                titled = Span(run[0].start(), word.end())
                best = best or titled  # Kulüp başkanı
                is_titled = True
                run = []  # Mahalle muhtarı Ali Demir
            elif run and text in self.verbs.named:
                return Span(run[0].start(), run[-1].end())  # A.K. isimli sürücü
            elif run:
                name = self._name(run)
                is_where = _OBLIQUE.search(run[-1][0]) is not None
                is_bare = _SUFFIX.search(run[-1][0]) is None  # not "Ali Demir'le karşılaşan X"
                run = []
                if name is not None and is_bare and self._is_person(name) and self._is_full(name):
                    return name
                best = best if name is None or is_where else name
            is_first = False
        return self._name(run) or best

    def _name(self, run: Sequence[re.Match[str]]) -> Span | None:
        """The name in words with capitals: what follows the last title among them."""
        if not run:
            return None
        first = 0
        for place, word in enumerate(run[:-1]):
            if self._precedes_name(word[0]):
                first = place + 1
        last = run[-1]
        if first and all(self._is_role(_SUFFIX.sub("", word[0])) for word in run[first:]):
            first = 0  # ABD Başkanı
        start, end = run[first].start(), last.start() + len(_SUFFIX.sub("", last[0]))
        words = self.text[start:end]
        if not (first and run[0] is not last) and not self._tells_somebody(words):
            return None
        name = Span(start, end)
        if " " in words:
            known = self.persons if self._is_person(name) else self.named_bodies
            known.setdefault(words, name)
        return name

    def _precedes_name(self, word: str) -> bool:
        """Whether a word with a capital is no part of the name behind it: Sözcüsü, Komşulardan."""
        bare = _SUFFIX.sub("", word)
        is_role = bare in self.verbs.role_words or self._is_role(bare)
        return is_role or _AMONG.search(word) is not None or _INNER.search(word) is not None

    def _is_role(self, word: str) -> bool:
        """Whether a word is a title, or that of a body: Başbakan, Başbakanı."""
        low = word.replace("İ", "i").lower()
        return low in self.verbs.roles or _OWNED_ROLE.sub("", low) in self.verbs.roles

    def _tells_somebody(self, words: str) -> bool:
        """Whether words with capitals are a name, a title or a body, and open no sentence only."""
        low = words.replace("İ", "i").lower()
        if " " in words or low in self.verbs.roles or low in self.verbs.pronouns:
            return True
        if self._is_body(low):
            return True
        return any(words in full.split() for full in self.persons)

    def _is_person(self, name: Span) -> bool:
        words = self.text[name.start : name.end]
        low = words.replace("İ", "i").lower()
        last = low.rsplit(" ", 1)[-1]
        return not self._is_body(last) and not (
            " " not in words
            and low not in self.verbs.roles
            and not any(words in full.split() for full in self.persons)
        )

    def _is_full(self, name: Span) -> bool:
        """Whether a name has more than one word, or is part of one that has."""
        words = self.text[name.start : name.end]
        return " " in words or words.lower() not in self.verbs.roles

    def _meant(self, name: Span) -> Span:
        """Whom a name or pronoun means, in the fullest words of the article."""
        words = self.text[name.start : name.end]
        if words.lower() in self.verbs.pronouns:
            return self.last or name
        for full, place in self.persons.items():
            if full != words and full.endswith(f" {words}"):
                return place
        if " " not in words and (self._is_body(words) or len(words) > _STEM):
            stem = words[:_STEM]
            for full, place in self.named_bodies.items():
                if full.rpartition(" ")[2].startswith(stem):
                    return place
        return name


def _bare_size(word: str) -> int:
    """The length of a word without the ending that an apostrophe parts from it."""
    return len(_SUFFIX.sub("", word))
