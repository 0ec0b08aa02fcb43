"""Who says what where nothing marks the source but its place before the verb: Chinese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.patterns import any_of
from store.reading.quotation_marks import Marked
from store.reading.speech.bare_subjects.words import BLANKS, SHORTEST_FOREIGN, words_of
from store.reading.speech.by_line import Decision, SpeechByLine

_STOPS = "。！？!?"
_STOPS_OF_TEXT = frozenset(_STOPS)
_COLONS = ("：", ":")
_CLOSERS = frozenset("”」")
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile("[。！？]")
_DAYS = frozenset("日號号")
_PARTS = re.compile(r"[，,；;：:。！？!?、）)】]")
#: A foreign name with its letters: 达尼洛·鲁伊（Danilo Rui）.
_WITH_LATIN = re.compile(
    r"(?P<name>[\u3400-\u9fff·・‧•．]{2,30})(?=[（(][A-Z][\w.’'-]+(?: [\w.’'-]+){0,3}[）)])"
)
#: Somebody under another name, behind whatever tells who: 在厂里上班的|小雅（化名）.
_ALIAS = re.compile(
    r"(?P<name>[老小阿][\u3400-\u9fff]|(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,3}"
    r"|(?<=[的人者员員子性生])[\u3400-\u9fff]{2,3}|[A-Za-z]{1,12})[（(][^（）()]{0,3}化名"
)
#: Somebody of whom no more is told yet.
_COUNTED = re.compile(r"[另有這这那某]?[一两兩几幾多数數三四五]?[位名個个]")
#: Something written: 收到|一条短信.
_COUNTED_THING = re.compile(r"[一这這那该該][条條封份则則张張篇段纸紙][\u3400-\u9fff]{2,6}$")
#: What somebody is told apart by: 一名自称|“专家”的人.
#: Somebody, whatever they are called: 一位要求匿名的访民.
_ONE_PERSON = re.compile(
    r"另?有?[一两兩三四五多数數几幾某][位名][^，。]{0,12}的[\u3400-\u9fff]{2,5}$"
)
_QUALITY_OF = re.compile(r"[“「][^“”「」]{1,14}[”」]的(?![，。])")
_IN_BRACKETS = re.compile(r"[（(][^（()）]{1,16}[）)]")
#: An age behind a name, with what else is told there: （41岁，教师）; in a part, it may be cut.
_AGED = re.compile(r"[（(][^（()）]{0,24}?[0-9０-９]{1,3}[岁歲][^（()）]{0,16}(?:[）)]|$)")
#: Between marks that are no speech and the noun that they belong to: “一带一路”倡议.
_ENDS_AFTER = "而，。；！？,;!?）)了 \u3000\n"
_SHORT = 7
_LONG = 8
_SHORTEST_OF_OWN = 6
_SHORTEST_ADDED = 4
#: A name with its short form: “海外护照（BNO）”.
_WITH_SHORT_FORM = re.compile(r"[（(][A-Za-z]{2,8}[^）)]{0,4}[）)]$")
#: What a body is called behind its name: 水门能源公司（水能）.
_SHORT_FORM = re.compile(
    r"[（(](?:以下)?(?:简称|簡稱)?[“「]?(?P<name>[\u3400-\u9fff]{2,5}|[A-Z]{2,8})[”」]?[）)]"
)
_SHORT_MARKED = re.compile(r"[“「]([^“”「」，。！？：]{2,12})[”」]")
#: Who acts in a part of a sentence: not 他的.
_PRONOUN = re.compile(r"(?<![^，。”」\s])[他她](?![们們的])")
_DOTS = re.compile("[·・‧•．]")
_MARK = re.compile(r"[，：]?[“「]")
#: Also called, or: said as well.
_AGAIN = frozenset("又亦")
#: What stands behind a subject that others were named before.
_BUT = frozenset("则則")
#: What stands behind a subject that speaks as well: 则说.
_ALSO = frozenset("则則也亦还還却卻又")
#: What stands behind what is read, before a verb: 声明中说.
_INSIDE = frozenset("中里裡内內")
#: What verbs are followed by of what is done: 遇到了.
_DONE = "了过過"
#: A longer name in Latin letters behind one: “流感普查”（Flu Survey）.
_LATIN_BEHIND = re.compile(r"[（(][A-Z][A-Za-z0-9 .,&'’-]{2,60}[）)]")
#: What follows a list of titles and mottos: “……”“……”等歌曲.
_AND_SO_ON = re.compile(
    r"(?:[“「][^“”「」]{1,60}[”」][、和]?){0,12}、?等(?!等|到|待|我|你|他|她|一下)"
)
#: Quotes one behind the other that trail off, whoever speaks behind them: “……”“……”……
_TRAILS_OFF = re.compile(r"(?:[“「][^“”「」]{1,80}[”」]){0,12}…{1,2}")
#: What parts the stretches of a list, if anything does.
_JOINS = re.compile(r"[和与與及或、到跟而]?")
_LONGEST_SUBJECT = 60
_WINDOW = 400
_SHORTEST_CLAUSE = 6
_LONGEST_THING = 12
_LONGEST_NAME = 4
_LONGEST_FOREIGN_NAME = 14
_OF_JAPAN = "日本"
#: What follows verbs of what goes on or is done: 打着, 打了.
_DOING = frozenset("着著了过過")
#: What a family name alone has before it: 老郑.
_FAMILIAR = frozenset("老小阿")
_LONGEST_TITLE = 6
_LONGEST_LABEL = 8
_LONGEST_TELLER = 14
_LONGEST_BRACKET = 24
_LABEL = re.compile(r"[【\[〔（(](?P<name>[^】\]〕）)]{2,14})[】\]〕）)]")
_DASH = re.compile(r"[—―─]{1,2}[ \u3000]*")
_BRACKET_BEHIND = re.compile(r"[（(][^（）()]{1,20}[）)]$")
_LONGEST_NICKNAME = 14
_LONGEST_UNKNOWN = 6
_LONGEST_HEAD = 16
_BEFORE_SENTENCES = frozenset(("", "。", "！", "？", "\n", " ", "\u3000", "”", "」"))
_BEFORE_PARTS = _BEFORE_SENTENCES | {"，", "；", "："}
_LEAST_OF_CLAUSE = 4
_SIZES_OF_NO_FAMILIES = (2, 3, 4, 5)
_MOST_HEARD = 12
#: What no words hold that only name somebody: 这也给了孩子母亲.
_ACT = re.compile("[了给給把让讓就跟]")
#: What no words hold by which somebody is his: 他收到一封信, but 他大学同学.
_DEED = re.compile("[了到过過着著给給把让讓就]")
#: What makes people several: 工人们.
_PLURAL = "们們"
_LETTERED = re.compile("(?<=[\u3400-\u9fff])[A-Z](?=[\u3400-\u9fff，（])")
#: Who is called by a letter, behind a title: 店员A.
_LETTER = re.compile("[A-Z](?![A-Za-z])")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+)*")
#: What opens a report: 本报讯（记者 张三）.
_DATELINE = re.compile(
    r"[^，。“「]{0,16}[（(【\[〔][^）)】\]〕“「]{2,40}[）)】\]〕]"
    r"[^，。“「]{0,8}[讯訊電电]?[ \u3000]*"
)
#: Who reports, in brackets before a report: （记者张三／水门报道）; 本报讯（记者 张三）.
_REPORTED_BY = re.compile(
    r"(?:[^，。“「（(【\[〔]{0,16}[讯訊电電][ \u3000]*)?[（(【\[〔]"
    r"[^）)】\]〕“「。，]{0,24}(?:记者|記者|报道|報導|報道)[^）)】\]〕“「。，]{0,30}[）)】\]〕]"
    r"(?:[^，。“「]{0,12}[电電讯訊])?[ \u3000]*"
)
#: Where a report is from, or whose it is, in brackets: （吉隆坡3日讯）; （某地之声中文网）.
_FILED = re.compile(
    r"[（(【\[〔][^）)】\]〕“「。，]{1,22}(?:[讯訊电電]|中文[网網]|[日早晚時时][报報])[）)】\]〕]"
    r"[ \u3000]*"
)
_LONGEST_DESCRIPTION = 12
_LONGEST_FULL = 20
_CHAIN_ENDS = re.compile("[、，。；！？和及等“「\n]|$")
#: Whose words follow a colon: 难忘的是|师父|的一句话.
_WORDS_OF = re.compile(
    "(?P<name>[^，。；的是]{1,10})(?:[常总總]?[说說][过過]?|留下)?的(?:[一那这這][句番])?[话話]$"
)
#: A document with what kind it is: 公布一份|会议记录.
_WHOLE_DOCUMENT = re.compile("[^，。的份則则封篇段張张條条了]{2,10}$")
#: When or where something is, or what it is: 站在屋檐下, 女儿出嫁那天, 这是他的话.
_WHEN = re.compile(
    "(?:站?[在当當])[^，。]{1,24}[上中里裡下时時前后後旁间間]|[^，。]{1,24}(?:那[天年晚日]|之际|之際|[当當]天)"
    "|[这這那]是[^，。]{1,24}"
)
#: How a part ends that tells when: 到场时.
_AT_END_OF_TIME = frozenset("时時后後")
#: In what was named before: 其中一段写着.
_OF_IT = re.compile("(?:其中|当中|當中|上面|里面|裡面|文中|信中|内容|內容)")
#: What stands before to whom somebody speaks.
_TO = frozenset("向对對跟")
#: What stands before who does something to the subject; not 被告.
_SUFFERED = re.compile("被(?![告害捕])|遭到?")
#: Between words in marks that the same people say: “……”、“……”.
_CHAINED = re.compile("[、和及]|以及|还有|還有|")
#: Between the voices of several people: 网友打气，“加油”、“别怕”.
_OPENERS = frozenset("“「")
_NEXT_VOICE = frozenset(("、“", "、「"))
#: 山城社北京5月3日电 (...)
_AGENCY_S_DATELINE = re.compile(
    r"[\u3400-\u9fff]{2,4}社[\u3400-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日[电電讯訊]"
    r"(?:[ \u3000]*[（(][^（）()]{2,20}[）)])?[ \u3000]*"
)
#: Narrow signs beside wide ones, as some sites write them: 他说,“……”; 局长(45岁).
_NARROW = re.compile(
    r"(?<=[\u3400-\u9fff”」》』）)])[,:;?!]|(?<=[\u3400-\u9fff”」》』])\(|\((?=[\u3400-\u9fff])"
    r"|(?<=[\u3400-\u9fff”」》』])\)|\)(?=[\u3400-\u9fff，,。:：“「])"
)
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
#: Signs that Hong Kong and older fonts write otherwise: 説, 羣; 嘅.
_USUAL = str.maketrans("説爲羣峯臺衆祕衞裏綫啓閲鋭歎嘅", "說為群峰台眾秘衛裡線啟閱銳嘆的")


class _Source(NamedTuple):
    """A source and the verb behind it. ``name`` is None where the sentence leaves it out."""

    name: Span | None
    cue: Span


class BareSubjectPage(SpeechByLine):
    """Decides on the marked stretches of an article by the verbs beside them."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.words = words_of(language)
        self.written = self.text
        text = self.text.translate(_USUAL)
        self.text = _NARROW.sub(lambda sign: sign[0].translate(_WIDE), text)
        self.persons: dict[str, Span] = {}
        #: Where names begin in phrases that were looked at: most are looked at again.
        self.begins: dict[str, int] = {}
        #: Whom a family name alone means.
        self.families: dict[str, Span | None] = {}
        #: Who spoke or acted, in order.
        self.heard: list[Span] = []
        #: Who said something last, whoever has acted since.
        self.told: Span | None = None
        self.known = re.compile(any_of(()))
        self.known = self._learn(lines)
        self.names_in_marks = self._marked_again(lines)

    def _learn(self, lines: Sequence[Span]) -> re.Pattern[str]:
        """Note the names that stand before a verb here and behind a title somewhere.

        Returns a pattern that finds any of them.
        """
        met: set[str] = set()
        for line in lines:
            for match in self._verbs(line.start, line.end):
                start = self._begin_of_part(line.start, match.start())
                name = self._name_in(start, match.start())
                if name is None or not 1 < name.end - name.start <= _LONGEST_FOREIGN_NAME:
                    continue
                words = self.text[name.start : name.end]
                if words in met or words.endswith(self.words.sources):
                    continue
                met.add(words)
                if words not in self.persons and self._bears_title(words):
                    self.persons[words] = name
            for match in _WITH_LATIN.finditer(self.text, line.start, line.end):
                place = match.start() + self._begin_of_name(match["name"])
                place = max(place, self.text.rfind("的", match.start(), match.end()) + 1)
                named = self.text[place : match.end()]
                if place > match.start() or _DOTS.search(named):
                    self.persons.setdefault(named, Span(place, match.end()))
            for alias in _ALIAS.finditer(self.text, line.start, line.end):
                self.persons.setdefault(alias["name"], Span(*alias.span("name")))
            for letter in _LETTERED.finditer(self.text, line.start, line.end):
                if self.text.endswith(self.words.roles, line.start, letter.start()):
                    self.persons.setdefault(letter[0], Span(*letter.span()))
            for short in _SHORT_FORM.finditer(self.text, line.start, line.end):
                is_body = self.text.endswith(self.words.bodies, line.start, short.start())
                full = self.text[max(line.start, short.start() - _LONGEST_FULL) : short.start()]
                is_short = short["name"].isascii() or set(short["name"]) <= set(full)
                if is_body and is_short and self.text.count(short["name"]) > 1:
                    self.persons.setdefault(short["name"], Span(*short.span("name")))
        last = {name[part.end() :] for name in self.persons for part in _DOTS.finditer(name)}
        known = [*self.persons, *(name for name in last if len(name) >= SHORTEST_FOREIGN)]
        return re.compile(any_of(known))

    def _marked_again(self, lines: Sequence[Span]) -> frozenset[str]:
        """Short words that stand in marks in more than one sentence, and are no predicate."""
        counts: Counter[str] = Counter()
        for line in lines:
            for match in _SHORT_MARKED.finditer(self.text, line.start, line.end):
                fills_line = match.end() - match.start() == line.end - line.start
                is_name = len(match[1]) <= _LONG or match[1].endswith(self.words.thing_endings)
                if is_name and not fills_line and not self.words.predicate.search(match[1]):
                    counts[match[1]] += 1
        return frozenset(words for words, count in counts.items() if count > 1)

    def _bears_title(self, words: str) -> bool:
        """Whether a title stands before the words somewhere in the article."""
        place = self.text.find(words)
        while place >= 0:
            if self.text[max(0, place - _LONGEST_TITLE) : place].endswith(self.words.roles):
                return True
            place = self.text.find(words, place + 1)
        return False

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        reported_by = _REPORTED_BY.match(self.text, line.start, line.end)
        if reported_by is not None:
            line = Span(reported_by.end(), line.end)
        filed = _FILED.match(self.text, line.start, line.end)
        if filed is not None:
            line = Span(filed.end(), line.end)
        signed = self.words.signed.search(self.text, line.start, line.end)
        if signed is not None:
            line = Span(line.start, signed.start())
        position = opened = line.start
        is_term = False
        earlier: Decision | None = None
        for index, one in marked:
            if one.start < position:
                continue
            # The words before a name in marks belong to the sentence.
            floor = opened if is_term else position
            begin = self._sentences(floor, one.start, line.end)
            if begin > floor or position == line.start:
                earlier = None
            opened = begin
            decision = self._decide(line, one, begin, position, earlier)
            self.decisions[index] = decision
            is_term = decision.kind == "term"
            if not is_term:
                earlier = decision
                self._note_reader(decision.speaker, begin, one.start)
                teller = self._hearer(decision.speaker, begin) or decision.speaker
                self._note(teller)
                self.told = teller or self.told
            elif earlier is None:
                earlier = self._told_before(begin, one.start)
                self.last = (earlier and earlier.speaker) or self.last
                self.told = (earlier and earlier.speaker) or self.told
            position = max(position, one.end)
        self._sentences(opened if is_term else position, line.end, line.end)

    def _note(self, speaker: Span | None) -> None:
        """Remember who spoke or acted."""
        if speaker is not None:
            self.last = speaker
            self.heard.append(speaker)

    def _note_reader(self, speaker: Span | None, start: int, end: int) -> None:
        """Remember who shows what is read: 何某公布一份记录，其中写着“……”。|她说."""
        if speaker is None or not self._is_document(speaker):
            return
        subject = self._subject(start, end)
        if subject is None or self._is_document(subject):
            subject = self._acting_in(Span(start, end))
        if subject is not None:
            self._note(self._meant(subject))

    def _hearer(self, speaker: Span | None, start: int) -> Span | None:
        """Who tells of somebody unknown, and goes on speaking: 张女士说，听到有人喊“……”。|“……”"""
        if speaker is None or not self.words.unknown.fullmatch(self.text, *speaker):
            return None
        if self.words.someone.match(self.text, self._begin_of_part(start, speaker.start)):
            return None  # 老板说不清楚，就|有人插话说“……”
        teller = self._source(start, speaker.start, is_first=True)
        return self._meant(teller.name) if teller is not None and teller.name is not None else None

    def _told_before(self, start: int, end: int) -> Decision | None:
        """What a fragment is that follows a term in the same sentence: its source stands here."""
        source = self._source(start, end)
        if source is None or (source.name is not None and not self._is_source(source.name)):
            return None
        return Decision("partial", self._named(source), source.cue)

    def _sentences(self, start: int, end: int, limit: int) -> int:
        """Read what is told in the sentences that end here; where the unfinished one begins."""
        begin = start
        while True:
            found = [s for sign in _STOPS if (s := self.text.find(sign, begin, end)) >= 0]
            if not found and end < limit:
                return begin
            stop = min(found, default=end)
            if begin < stop:
                self._hear(begin, stop)
            begin = stop + 1
            if not found or begin >= end:
                return max(begin, start) if end < limit else end

    def _hear(self, start: int, end: int) -> None:
        """Remember who speaks in a sentence without marks, and what is told of it."""
        label = self.text.find("：", start, min(end, start + _LONGEST_LABEL))
        named = self._name_in(start, label) if label > start else None
        if named is not None and self._is_source(named):
            self._note(self._meant(named))
            return
        source = self._source(start, end, is_first=True)
        if source is None:
            subject = self._subject(start, end)
            if subject is not None and not (self._is_person(subject) and self._is_plain(subject)):
                return
            subject = subject or self._described(start, end) or self._met(start, end)
            if subject is not None:
                self._note(self._meant(subject))
            return
        if source.name is None:
            return
        if self._is_document(source.name):
            return
        self._note(self._meant(source.name))
        self.told = self.last
        clause = self._clause(source.cue.end, end)
        if clause is not None:
            self.reported.append((clause, Decision("reported", self.last, source.cue)))

    def _clause(self, start: int, end: int) -> Span | None:
        """What is told behind a verb, without the signs and blanks before it."""
        while start < end and self.text[start] in f"，,：:{BLANKS}":
            start += 1
        while end > start and self.text[end - 1] in BLANKS:
            end -= 1
        return Span(start, end) if end - start >= _SHORTEST_CLAUSE else None

    def _met(self, start: int, end: int) -> Span | None:
        """Who is named where the report meets them: 本台见到了获救的船员|达尼洛·鲁伊."""
        met = None
        for match in self.words.reached.finditer(self.text, start, end):
            name = self._bare(Span(*match.span("name")))
            met = name if self._is_name_at(name) else met
        return met

    def _described(self, start: int, end: int) -> Span | None:
        """Who is named behind a clause that opens a sentence: 第一次上台的|周雨还没回过神来."""
        part = _PARTS.search(self.text, start, end)
        stop = part.start() if part is not None else end
        if self.text[start] in self.words.bare_pronouns:
            return None  # 他的左臂打着石膏
        owned = self.text.find("的", start + 1, stop)
        while owned > 0:
            name = self._named_behind(owned + 1, stop)
            if name is not None and name.end < stop and self._is_told_apart(name):
                return name
            owned = self.text.find("的", owned + 1, stop)
        return None

    def _is_told_apart(self, name: Span) -> bool:
        """Whether a name behind 的 is no common word: three signs, a title, or named elsewhere."""
        words = self.text[name.start : name.end]
        behind = self.text[name.end]
        if behind in self.words.no_beginnings or behind in _DOING or not self._is_name(words):
            return False
        titles = (*self.words.honorifics, *self.words.family_titles)
        is_titled = words.endswith(titles) or words[0] in _FAMILIAR
        return len(words) > SHORTEST_FOREIGN or is_titled or self._bears_title(words)

    # Decisions --------------------------------------------------------------------------------

    def _decide(
        self, line: Span, one: Marked, begin: int, floor: int, earlier: Decision | None
    ) -> Decision:
        content = one.content(self.text)
        before = self.text[max(begin, one.start - _WINDOW) : one.start].rstrip(BLANKS)
        is_whole = content[-1:] in _STOPS + "…，,"
        is_long = len(content) >= _LONG
        opens = not before.strip(f"—-―（({BLANKS}")
        opens = opens or (begin == line.start and self._is_dateline(before))
        after = self._after(one, line.end)
        if not is_whole and self._is_called(before, begin, one.start):
            caller = self._caller(begin, one.start) if self.words.naming.search(before) else None
            return Decision("partial", self._meant(caller)) if caller else Decision("term")
        labelled = _LABEL.fullmatch(before) if begin == line.start else None
        if labelled is not None:
            at = begin + self.text[begin : one.start].index(labelled["name"])
            name = Span(at, at + len(labelled["name"]))
            if self._is_source(name):
                return Decision("direct", self._meant(name))
        signed = self._signed(one, line.end) if opens else None
        if signed is not None:
            return Decision("direct", self._meant(signed))
        opens_part = begin == line.start or self.text[begin - 1] in _CLOSERS
        if before.endswith(_COLONS) and opens_part and len(before) <= _LONGEST_LABEL:
            label = self._labelled(begin, one.start - 1)
            if label is not None and self._is_source(label):
                return Decision("direct", self._meant(label))
        told = self._whose_words(begin, one.start - 1) if before.endswith(_COLONS) else None
        if told is not None:
            return Decision("direct", self._meant(told))
        if (
            opens
            and len(content) >= _LONG
            and _TRAILS_OFF.match(self.text, one.end, line.end)
            and self.last is not None
        ):
            return Decision("direct", self.last)
        rumour = self.words.rumour.match(self.text, one.end, line.end)
        if rumour is not None and len(content) >= _SHORT:
            owner = self._owner(begin, one.start)
            is_plain = not rumour["kind"] or owner is not None  # but the strange news that “...”
            if is_plain and self._source(begin, one.start) is None:
                return Decision("direct", owner)
        if earlier is not None and self._goes_on(floor, one):
            return earlier._replace(cue=None)
        if not is_whole and self._is_name_of_something(content, before, one, floor):
            return Decision("term")
        if opens and _AND_SO_ON.match(self.text, one.end, line.end):
            return Decision("term")
        tight = self.words.ends_in_verb.search(before.rstrip("：:，,"))
        tight = None if self.words.ends_in_none.search(before) else tight  # 一批「...」
        source = self._source(begin, one.start)
        is_far = source is None or (tight is None and before[-1:] in "，,")
        if after is not None and (opens or is_far) and (is_long or is_whole or opens):
            kind: QuoteKind = (
                "direct" if opens or is_whole or before[-1:] in "，,：:" else "partial"
            )
            return Decision(kind, self._named(after), after.cue)
        is_felt = tight is not None and before.endswith(self.words.feelings)
        following = self.text[one.end : one.end + 2]
        is_next = following in _NEXT_VOICE or following[:1] in _OPENERS
        is_voice = before[-1:] in "，," and is_next
        is_felt = is_felt or (tight is not None and is_voice)
        if tight is not None:
            if (
                not is_felt
                and not self._may_be_fragment(one, content, line.end)
                and before[-1:] not in "：:"
            ):
                return Decision("term")
            is_said = is_whole or before[-1:] in "：:" or (is_long and before[-1:] in "，,")
            kind = "direct" if is_said else "partial"
            return Decision(kind, self._named(source), source.cue if source else None)
        if source is not None and self._may_be_fragment(one, content, line.end):
            kind = "direct" if is_whole or (is_long and before[-1:] in "，,：:") else "partial"
            return Decision(kind, self._named(source), source.cue)
        is_listed = before[-1:] in "，,、”」" or one.start - floor <= _SHORT
        is_ended = self.text[floor - 2 : floor - 1] in _STOPS_OF_TEXT  # 他说：“……。”|她……
        is_told_on = is_long and earlier is not None and earlier.cue is not None
        is_listed = is_listed or (is_told_on and not is_ended)
        if earlier is not None and is_listed and self._may_be_fragment(one, content, line.end):
            speaker = earlier.speaker or self._teller(floor, one.start)
            kind = "direct" if is_whole else earlier.kind
            return Decision(kind, self._meant(speaker) if speaker is not None else None)
        told_as = self.words.told_as.match(self.text, one.end) if opens else None
        if told_as is not None:
            begin_of_name, end_of_name = told_as.span("name")
            known = self._named_behind(begin_of_name, end_of_name)
            known = known or self._teller(begin_of_name, end_of_name)
            if known is not None:
                return Decision("direct", self._meant(known))
        if opens and is_whole:
            end = self._end_of_told(one, line.end)
            told = self._teller(one.end, end)
            if told is not None and not self._is_person(told):
                told = self._teller(told.end, end) or told  # 法院门口，|死者父亲落泪
            if told is not None and (self._is_person(told) or self._is_name_at(told)):
                return Decision("direct", self._meant(told))
        rest = self.text[one.end : line.end].strip(f"。，{BLANKS}")
        telling = self.words.telling.match(self.text, one.end) if opens else None
        if telling is not None:
            name = self._bare(Span(*telling.span("name")))
            return Decision("direct", self._meant(self._source_of(name) or name))
        if opens and not is_whole and self._heads(line, one):
            return Decision("term")
        if opens and (is_whole or (not rest and is_long)):
            return Decision("direct", self._next(one.end, line.end) or self._not_told_of(content))
        goes_on = not before and self.text[one.end : one.end + 1] not in _ENDS_AFTER
        if before[-1:] in "：:" and (is_whole or is_long) and not (goes_on and not is_whole):
            speaker = self._labelled(begin, one.start - 1)
            return Decision("direct", self._meant(speaker) if speaker else self.last)
        ends = not self.text[one.end : min(one.end + 1, line.end)].strip(f"。{BLANKS}")
        speaks_of_self = any(word in content for word in self.words.own)
        is_of_self = is_whole and speaks_of_self
        is_added = before[-1:] in "，," and len(content) > _SHORTEST_ADDED
        is_added = is_added and (speaks_of_self or self.words.predicate.search(content) is not None)
        if ends and before and (is_of_self or is_added):
            part = self._begin_of_part(begin, one.start - is_added)
            roused = self._roused(part, one.start)
            acting = roused.name if roused is not None else None
            acting = acting or self._named_behind(part, one.start)
            acting = acting or self._teller(part, one.start)
            if acting is not None and (is_of_self or not _DEED.search(self.text[slice(*acting)])):
                return Decision("direct", self._meant(acting))
        if before[-1:] in "，," and content:
            subject = self._subject(begin, one.start) or self._teller(begin, one.start)
            if is_whole and (is_long or subject is not None):
                return Decision("direct", self._meant(subject) if subject else self.last)
            is_own = len(content) >= _SHORTEST_OF_OWN and self.words.spoken.search(content)
            if is_own and self.last is not None:
                return Decision("partial", self.last)
            if not self.words.spoken_signs.isdisjoint(one.content(self.written)):
                return Decision("partial", self._meant(subject) if subject else self.last)
            is_conclusion = is_long and ends and one.start - begin > _LONG
            if is_conclusion and self.told is not None and self.words.predicate.search(content):
                viewed = self._viewed(begin, one.start)
                return Decision("direct", self._named(viewed) if viewed else self.told)
        return Decision("term")

    def _is_dateline(self, before: str) -> bool:
        """Whether all before a quote is what opens a report, not who speaks: 张三（41岁）说."""
        if before[-1:] in "：:" or _DATELINE.fullmatch(before) is None:
            return False
        return self.words.ends_in_verb.search(before) is None

    def _goes_on(self, floor: int, one: Marked) -> bool:
        """Whether words in marks follow others that are said, and no more: “……”、|“……”。"""
        last = max(self.decisions, default=-1)
        is_said = last >= 0 and self.decisions[last].kind != "term"
        is_chained = is_said and _CHAINED.fullmatch(self.text, floor, one.start) is not None
        return is_chained and _CHAIN_ENDS.match(self.text, one.end) is not None

    def _is_called(self, before: str, begin: int, end: int) -> bool:
        """Whether something is called so, and nobody goes on: 番茄又称“...”; 他说……，又称“...”."""
        called = self.words.calls.search(before)
        if called is not None and f"{before[: called.start()]}人".endswith(self.words.roles):
            return called[0][0] != "人"  # 发言人|称“...”
        if called is None or called[0][0] not in _AGAIN:
            return called is not None
        goes_on = before[: called.start()].endswith("，")
        return not goes_on or self._source(begin, end - len(called[0])) is None

    def _heads(self, line: Span, one: Marked) -> bool:
        """Whether marked words without a stop fill a line above a paragraph, as a subheading."""
        beside = self.text[line.start : one.start] + self.text[one.end : line.end]
        below = self.text[one.end : one.end + _WINDOW].strip().partition("\n")[0]
        is_text = not _STOPS_OF_TEXT.isdisjoint(below) and below[0] not in "“「"
        return not beside.strip() and (is_text or not below)

    def _not_told_of(self, content: str) -> Span | None:
        """Who speaks on: not who was told of last, where the words begin with him: “他认真……”."""
        if content[:1] in self.words.bare_pronouns and self.told is not None:
            return self.told
        return self.last

    def _is_name_of_something(self, content: str, before: str, one: Marked, floor: int) -> bool:
        """Whether words in marks are what something is called, whoever speaks of it.

        So are those that are marked again and again, those with their short form in brackets,
        those behind "this" or "that", and what is listed behind one of them.
        """
        if content in self.names_in_marks or _WITH_SHORT_FORM.search(content):
            return True
        if _LATIN_BEHIND.match(self.text, one.end) or self.words.written.match(self.text, one.end):
            return True
        is_thing = content.endswith(self.words.thing_endings) and "的" not in content
        is_thing = is_thing and len(content) <= _LONGEST_THING and before[-1:] not in "：:"
        if is_thing and self.words.ends_in_verb.search(before) is None:
            return self.words.predicate.search(content) is None
        if len(content) <= _SHORT and before.endswith(self.words.pointing):
            return True
        goes_on = self.text[one.end : one.end + 1] not in _ENDS_AFTER
        if len(content) <= _SHORT and goes_on and _HAN.search(content) is None:
            return True  # 他认为“996”违法
        if len(content) > _SHORT or self.words.predicate.search(content):
            return False
        if before.rstrip(_DONE).endswith(self.words.handling_things):
            return True
        is_listed = floor < one.start and self.text[floor - 1 : floor] in {"”", "」"}
        if not is_listed or _JOINS.fullmatch(self.text, floor, one.start) is None:
            return False
        last = max(self.decisions, default=-1)
        return last >= 0 and self.decisions[last].kind == "term"

    def _caller(self, begin: int, end: int) -> Span | None:
        """Who calls something so: 总统将袭击称为“……”."""
        place = max(self.text.find(sign, begin, end) for sign in "将將把")
        name = self._name_in(begin, place) if place > begin else None
        return name if name is not None and self._is_source(name) else None

    def _owner(self, begin: int, end: int) -> Span | None:
        """Whose words are told of: 在城建局|“……”的表态下."""
        begin = self._begin_of_part(begin, end)
        begin = max(self.text.rfind(sign, begin, end) for sign in "到对對在") + 1 or begin
        name = self._name_in(begin, end)
        if name is None or name.end != end:
            return None
        is_body = self.text[name.start : end].endswith(self.words.bodies)
        return self._meant(name) if is_body or self._is_person(name) else None

    def _signed(self, one: Marked, limit: int) -> Span | None:
        """Who is named behind a dash that follows a quote: “……”——林远."""
        dash = _DASH.match(self.text, one.end, limit)
        name = Span(dash.end(), limit) if dash is not None else None
        return name if name is not None and self._is_name_at(name) else None

    def _labelled(self, begin: int, end: int) -> Span | None:
        """Who is named before a colon: the last words, the sentence's subject, a short label."""
        bracket = _BRACKET_BEHIND.search(self.text, begin, end)
        end = bracket.start() if bracket is not None else end
        if end <= begin:
            return None
        last = self._begin_of_part(begin, end)
        told = self._teller(last, end) or self._teller(begin, last)
        if told is not None:
            return told
        name = self._name_in(last, end)
        is_label = name is not None and (self._is_source(name) or end - begin <= _LONGEST_LABEL)
        return name if is_label else None

    def _whose_words(self, begin: int, end: int) -> Span | None:
        """Whose words follow, where they are called so: 最难忘的是|师父|的一句话："……"."""
        match = _WORDS_OF.search(self.text, self._begin_of_part(begin, end), end)
        name = self._name_in(*match.span("name")) if match is not None else None
        return name if name is not None and self._is_source(name) else None

    def _is_name_at(self, name: Span) -> bool:
        return self._is_name(self.text[name.start : name.end])

    def _teller(self, start: int, end: int) -> Span | None:
        """The first person of a stretch who opens one of its parts: 杨老板愣住了."""
        begin = start
        while begin < end:
            part = _PARTS.search(self.text, begin, end)
            stop = part.start() if part else end
            lead = self.words.lead.match(self.text, begin, stop)
            first = lead.end() if lead is not None else begin
            is_his = self.text[first : first + 1] in self.words.bare_pronouns
            is_his = is_his and self.text.find("的", first + 2, stop) > 0  # 他最惦记的母亲
            is_when = _WHEN.fullmatch(self.text, first, stop) is not None
            if is_his or is_when or self.words.skipped.match(self.text, begin, stop):
                begin = stop + 1
                continue
            name = self._name_in(begin, stop)
            name = self._source_of(name) if name is not None else None
            if name is not None and self._is_source(name) and not self._is_asker(name):
                is_clause = name.end - name.start > _LONGEST_LABEL
                described = self._described(name.start, stop) if is_clause else None
                return described or name  # 68岁的|孙秀兰如今是社区的一员
            for size in range(2, min(_LONGEST_TELLER, stop - begin) + 1):
                if self._opens_as_person(begin, begin + size):
                    named = self._named_behind(begin + size, stop)
                    size += self.text[begin + size : stop].startswith(tuple(_PLURAL))
                    return named or self._bare(Span(begin, begin + size))
            owned = self.text.find("的", begin, stop)
            described = self._named_behind(owned + 1, stop) if owned > begin + 1 else None
            if described is not None and described.end - described.start > SHORTEST_FOREIGN:
                return described  # 刚领到补偿款的|刘秀兰
            begin = stop + 1
        return None

    def _named_behind(self, start: int, limit: int) -> Span | None:
        """The name behind a title, though what follows is not told apart: 村民王强|叹了口气."""
        known = self.known.match(self.text, start, limit) if self.persons else None
        if known is not None:
            return Span(*known.span())
        for size in (3, 2):
            words = self.text[start : min(start + size, limit)]
            is_name = len(words) == size and self.words.surname.match(words) is not None
            if not is_name or self._is_told_without_last(words):
                continue
            if self.words.behind_names.isdisjoint(words[1:]) or self._is_always(words):
                return Span(start, start + size)
        return None

    def _is_told_without_last(self, words: str) -> bool:
        """Whether somebody is named elsewhere, behind a title, without the last sign: 陶欣|显得."""
        if len(words) <= SHORTEST_FOREIGN or self.text.count(words) == self.text.count(words[:-1]):
            return False
        return self._bears_title(words[:-1]) and not self._bears_title(words)

    def _is_always(self, words: str) -> bool:
        """Whether a name never stands without its last sign, so that no verb begins there."""
        count = self.text.count(words)
        return len(words) > 2 and count > 1 and self.text.count(words[:-1]) == count

    def _opens_as_person(self, start: int, end: int) -> bool:
        """Whether words end in a title, and the next sign does not go on with it."""
        titles = self.words.roles + self.words.honorifics
        words = self.text[start:end]
        return words.endswith(titles) and not self.text[start : end + 1].endswith(titles)

    def _end_of_sentence(self, start: int, limit: int) -> int:
        """Where the sentence ends that goes on behind a quote, or the next quote begins."""
        found = [s for sign in f"{_STOPS}“「" if (s := self.text.find(sign, start, limit)) >= 0]
        return min(found, default=limit)

    def _end_of_told(self, one: Marked, limit: int) -> int:
        """How far behind a quote who said it is looked for: behind a short one, the first part."""
        end = self._end_of_sentence(one.end, limit)
        if len(one.content(self.text)) >= _SHORTEST_OF_OWN:
            return end
        part = _PARTS.search(self.text, one.end, end)
        return part.start() if part is not None else end

    def _may_be_fragment(self, one: Marked, content: str, limit: int) -> bool:
        """Whether what stands in marks is said, and no name beside a noun."""
        if self.text[one.start - 1 : one.start] in self.words.auxiliaries and one.start:
            return True
        following = self.text[one.end : one.end + 1] if one.end < limit else "\n"
        if content.startswith(self.words.acting):
            return True
        is_quality = following in "的“「、" and self.words.predicate.search(content) is not None
        return following in _ENDS_AFTER or is_quality or len(content) > _SHORT

    def _named(self, source: _Source | None) -> Span | None:
        if source is None or source.name is None:
            return self.last
        return self._meant(source.name)

    def _after(self, one: Marked, limit: int) -> _Source | None:
        """The source behind a quote: “……”，张三说。"""
        start = one.end
        while start < limit and self.text[start] in f"，,{BLANKS}":
            start += 1
        part = _PARTS.search(self.text, start, limit)
        end = part.start() if part else limit
        if end - start > _LONGEST_SUBJECT:
            return None
        opening = self.text[start : min(start + 1, limit)] if start == one.end else ""
        if opening in self.words.prepositions and not self._is_said(one):
            return None  # “张三”|向他强调
        match = self._last_verb(start, end)
        if match is None or self.text[match.end() : end].strip(BLANKS):
            return self._after_and_on(one, start, end)
        goes_on = end < limit and self.text[end] in "，,：:"
        if goes_on and start == one.end and not self._is_said(one):
            return None  # “张三”的客服说，……
        name = self._name_in(start, match.start("verb"))
        name = self._source_of(name) if name is not None else None
        return _Source(name, Span(*match.span("verb"))) if name or match.start() == start else None

    def _after_and_on(self, one: Marked, start: int, end: int) -> _Source | None:
        """Who goes on speaking behind a quote: “……”，张三说只能这样."""
        match = next(self._verbs(start, end), None)
        if match is None or start == one.end or not self._is_said(one):
            return None
        name = Span(start, match.start("verb"))
        is_named = name.end > name.start and self._is_name_at(name)
        return _Source(self._bare(name), Span(*match.span("verb"))) if is_named else None

    def _is_said(self, one: Marked) -> bool:
        """Whether what stands in marks is a sentence, or as long as one."""
        content = one.content(self.text)
        return content[-1:] in _STOPS + "…，," or len(content) >= _LONG

    def _next(self, start: int, limit: int) -> Span | None:
        """Who speaks in the sentence that follows a quote."""
        while start < limit and self.text[start] in f"。，{BLANKS}":
            start += 1
        stops = [s for sign in _STOPS if (s := self.text.find(sign, start, limit)) >= 0]
        end = min(stops, default=limit)
        source = self._source(start, end)
        if source and source.name:
            return self._meant(source.name)
        pronoun = _PRONOUN.search(self.text, start, end)  # 说起女儿，|她眼里有光
        return self._person_meant(pronoun[0]) if pronoun is not None else None

    # Sources ----------------------------------------------------------------------------------

    def _verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        return (
            match
            for match in self.words.verbs.finditer(self.text, start, end)
            if match["verb"] and (not match["right"] or _MARK.match(self.text, match.end()))
        )

    def _last_verb(self, start: int, end: int) -> re.Match[str] | None:
        return max(self._verbs(start, end), key=re.Match.start, default=None)

    def _source(self, start: int, end: int, *, is_first: bool = False) -> _Source | None:
        """The source of a stretch of one sentence: the subject of its last verb of saying.

        Of its first where it tells of what others said: 母亲说，医生都说没事.
        """
        best: _Source | None = None
        for match in self._verbs(start, end):
            cue = Span(*match.span("verb"))
            begin = self._begin_of_part(start, match.start())
            if _COUNTED.fullmatch(self.text, begin, match.start()) and _QUALITY_OF.match(
                self.text, match.end(), end
            ):
                continue  # 一名自称“专家”的人
            met = begin > start and self.words.meeting.match(self.text, begin, match.start())
            name = None
            if not met and not self._is_addressed(begin, match.start("verb")):
                name = self._agent(begin, match) or self._name_in(begin, match.start("verb"))
            if name is not None and self.text[name.start : name.end] in _DAYS:
                name = self._before_day(start, name.start)
            if name is not None and self._is_pronoun(name):
                name = (
                    self._named_in(start, begin)
                    or self._acted_before(name, start, begin)
                    or self._opening(name, start, begin)
                    or name
                )
            if name is not None:
                name = self._source_of(name)
            if name is not None and (self._is_no_subject(name) or self._is_speaker_s(name)):
                name = None
            if name is None and match.start() == begin:
                name = self._document_at(begin, match.end())
            if name is None and begin > start and _OF_IT.match(self.text, begin):
                name = self._document_before(start, begin)
            if name is None:
                name = self._document_alone(begin, match.start("verb"))
            if name is not None and not self._is_asker(name):
                if (
                    best is None
                    or best.name is None
                    or self._speaks_over(name, best.name, match.end(), end)
                ):
                    best = _Source(name, cue)
                if is_first and self._is_source(name):
                    return best
            elif name is None and best is None and begin > start:
                subject = self._titled_in(start, begin) or self._just_acting(start, begin)
                subject = subject or self._subject(start, begin)
                best = _Source(subject, cue)
            elif name is None and best is None:
                best = _Source(None, cue)
        if best is not None and best.name is not None:
            return best
        viewed = self._viewed(start, end) if not is_first else None
        return viewed or best or self._roused(start, end)

    def _speaks_over(self, name: Span, other: Span, told: int, end: int) -> bool:
        """Whether a later subject of a sentence is whose words follow.

        No result that shows, and nobody of whose words the first one tells: 他说，妻子说头晕，“……”.
        """
        if not self._is_source(name):
            return False
        is_told_of = told < end - 1 and self.text[told] not in "，：,:“「"
        if is_told_of and self.text[end - 1] in "，," and self.text[name.end] not in _ALSO:
            return False
        is_shown = self._is_document(name) and not _OF_IT.match(self.text, name.end + 1)
        return not (is_shown and self._is_person(other))

    def _is_addressed(self, begin: int, end: int) -> bool:
        """Whether a part only says to whom its subject, named before, speaks: 向警方|哭诉."""
        if self.text[begin] not in _TO:
            return False
        first, last = self._cut(begin + 1, end)
        words = self.text[first:last]
        return words in self.words.sources_alone or words in self.words.bare_pronouns

    def _agent(self, begin: int, verb: re.Match[str]) -> Span | None:
        """Who says words in marks to the subject that suffers them: 女子被|店员|嗆「...」."""
        if _MARK.match(self.text, verb.end()) is None:
            return None
        suffered = [*_SUFFERED.finditer(self.text, begin, verb.start("verb"))]
        if not suffered:
            return None
        name = self._name_in(suffered[-1].end(), verb.start("verb"))
        return name if name is not None and self._is_source(name) else None

    def _source_of(self, name: Span) -> Span | None:
        """Who is meant by words before a verb: themselves, who opens them, or nobody.

        What somebody does before speaking is no part of the name: 王德福摇摇头|说.
        """
        words = self.text[name.start : name.end]
        if len(words) == 1 and self._of_family(words) is not None:
            return name  # 莊|回應
        acting = self._acting_pronoun(name)
        if acting is not None:
            return acting
        if words[-1] not in "》”」" and self._is_beside(words):
            return None
        if words[-1] in "》”」" or self._is_asker(name):
            return name
        if self._is_source(name) and not self._does_something(name):
            return name
        if words.endswith(self.words.no_endings):
            latin = _LATIN_NAME.match(words)
            if latin is not None and latin[0] not in self.words.no_latin:
                return Span(name.start, name.start + latin.end())  # ARAL|收到公文后
            return self._acting_by_name(name)  # 段女士|得知消息后, but not 丈夫出门前
        if words[0] in self.words.pronouns and "的" not in words:  # not 他失联的第十七天
            return Span(name.start, name.start + 1)
        if self.words.foreign.issuperset(words) and self._may_be_name(name):
            return name  # 阿巴斯普尔, not 阿巴
        for size in range(min(len(words) - 1, _LONGEST_HEAD), 1, -1):
            head = words[:size]
            if head.endswith(self.words.documents) and self._person_at(name.start, size):
                continue  # 网友看完影片|笑翻
            if self._may_end(head) and self._is_surely_source(head):
                if words.startswith(self.words.modals, size) and not self._is_told_at(name.end):
                    return None
                if _LETTER.match(words, size):
                    return Span(name.start, name.start + size + 1)  # 店员A
                latin = _LATIN_NAME.match(words, size)
                begin = size if latin is not None else 0
                end = latin.end() if latin is not None else size
                return self._bare(Span(name.start + begin, name.start + end))
        latin = _LATIN_NAME.match(words)
        if latin is not None:
            return Span(name.start, name.start + latin.end())
        return name if self._may_be_name(name) else None

    def _does_something(self, name: Span) -> bool:
        """Whether words open with a person who does something with what follows: 管家发来|消息."""
        person = self._person_at(name.start, name.end - name.start)
        words = self.text[name.start : name.end]
        if person is None or not (self._is_document(name) or _DEED.search(words)):
            return False
        return "的" not in words and self._begin_of_name(words) == 0

    def _person_at(self, start: int, most: int) -> Span | None:
        """The person by a title who stands at the beginning of some words: 网友|看完影片."""
        for size in range(2, min(most, _LONGEST_UNKNOWN)):
            if self._opens_as_person(start, start + size):
                return Span(start, start + size)
        return None

    def _is_told_at(self, place: int) -> bool:
        """Whether words in marks follow a plain verb at once: 骗子会|说“...”, not 可|要求“...”."""
        verb = self.words.plain.match(self.text, place)
        return verb is not None and _MARK.match(self.text, verb.end()) is not None

    def _acting_by_name(self, phrase: Span) -> Span | None:
        """Who is named at the beginning of what somebody did: 里长段女士|得知消息后."""
        words = self.text[phrase.start : phrase.end]
        is_handled = words[0] in self.words.prepositions and not self._person_at(*phrase)
        if is_handled or self.words.skipped.match(words):
            return None  # 被问军方动态时
        for size in range(min(len(words) - 2, _LONGEST_HEAD), 1, -1):
            head = words[:size]
            if not (self._may_end(head) and self._is_surely_source(head)):
                continue
            person = self._bare(Span(phrase.start, phrase.start + size))
            is_named = self.text[person.start : person.end] not in self.words.sources_alone
            opens = self.text[max(0, phrase.start - 1) : phrase.start] in _BEFORE_PARTS
            return person if is_named or opens else None
        return None

    def _acting_pronoun(self, name: Span) -> Span | None:
        """Who does something to another who is no subject: 他|去看望老人."""
        words = self.text[name.start : name.end]
        for size in (2, 1):
            if words[:size] not in self.words.bare_pronouns or words[:size] == "其":
                continue
            verb = _DEED.search(words) is not None
            does = verb or words[size : size + 1] in self.words.no_names
            does = does and "的" not in words
            return Span(name.start, name.start + size) if does else None
        return None

    def _is_beside(self, words: str) -> bool:
        """Whether a title is only whom an unnamed subject does something with: 还回头和交警."""
        place = max(words.rfind(sign) for sign in "和跟与與")
        if place < 0 or words[place + 1 :] not in self.words.sources_alone:
            return False
        return place <= _LONGEST_NAME and not self._ends_as_source(words[:place])

    def _may_end(self, words: str) -> bool:
        """Whether the last sign of words may end somebody: 被告, but not 王强|告."""
        return words[-1] not in self.words.behind_names or words in self.words.sources_alone

    def _is_surely_source(self, words: str) -> bool:
        """Whether words end in somebody by themselves, whatever else may follow."""
        if words in self.words.pronouns or words in self.persons or self._is_name(words):
            return True
        first = self._begin_of_name(words)
        rest = words[first:]
        is_foreign = len(rest) > SHORTEST_FOREIGN and self.words.foreign.issuperset(rest)
        is_foreign = is_foreign or self._is_familiar(rest)
        is_named = bool(first) and (rest in self.persons or self._is_name(rest) or is_foreign)
        return is_named or (self._ends_in_source(words) and _ACT.search(words) is None)

    def _ends_in_source(self, words: str) -> bool:
        """Whether words end in a title, a body, a document, or what is said to somebody."""
        words = words.rstrip(_PLURAL)
        return words.endswith(self.words.source_ends.get(words[-1:], ()))

    def _may_be_name(self, name: Span) -> bool:
        """Whether words that no list knows may name somebody: short, and of signs of names.

        They open a sentence, come again, or are foreign.
        """
        words = self.text[name.start : name.end]
        if not 1 < len(words) <= _LONGEST_UNKNOWN or words.endswith(self.words.things):
            return False
        if self.words.foreign.issuperset(words):
            return True
        opens = self.text[max(0, name.start - 1) : name.start] in _BEFORE_SENTENCES
        opens = opens or self.text[name.end : name.end + 1] in _BUT  # 蓝营批评“……”，绿营|则说
        is_met = opens or self.text.count(words) > 1
        return is_met and self.words.no_names.isdisjoint(words)

    def _is_pronoun(self, name: Span) -> bool:
        """Whether a subject means who is named before, and not the other side."""
        words = self.text[name.start : name.end]
        return words in self.words.pronouns and words not in self.words.others

    def _is_no_subject(self, name: Span) -> bool:
        """Whether words end as no name of a source does: 出门前, 听到."""
        words = self.text[name.start : name.end]
        if len(words) == 1 and self._of_family(words) is not None:
            return False
        is_none = len(words) == 1 or words.endswith(self.words.no_subject_endings)
        return is_none and not self._is_source(name)

    def _is_speaker_s(self, name: Span) -> bool:
        """Whether somebody speaks of themselves: 我愿强调."""
        words = self.text[name.start : name.end]
        return words in self.words.own or words.startswith(self.words.own_will)

    def _acted_before(self, pronoun: Span, start: int, end: int) -> Span | None:
        """Whom “he” means where nobody has spoken yet: who acts before it in the sentence."""
        words = self.text[pronoun.start : pronoun.end]
        if self.last is not None or words not in self.words.bare_pronouns or end <= start:
            return None
        return self._teller(start, end)

    def _opening(self, pronoun: Span, start: int, end: int) -> Span | None:
        """Whom “he” means behind the full name that opens its sentence: 张三在厂里工作，他说."""
        words = self.text[pronoun.start : pronoun.end]
        if words not in self.words.bare_pronouns or end <= start:
            return None
        name = self._named_behind(start, end) or self._named_at(start, end)
        if name is None or self.text[name.end : name.end + 1] in self.words.no_beginnings:
            return None
        others = self.words.feminine if words in self.words.masculine else self.words.masculine
        return None if self.text.endswith(tuple(others), name.start, name.end) else name

    def _named_at(self, start: int, end: int) -> Span | None:
        """The name behind an office that opens a sentence: 市长|张三上午到场."""
        part = _PARTS.search(self.text, start, end)
        name = self._name_in(start, part.start() if part else end)
        name = self._source_of(name) if name is not None else None
        words = self.text[name.start : name.end] if name is not None else ""
        is_named = name is not None and self._is_titled_name(name.start, name.end)
        return name if is_named or self._is_name(words) else None

    def _is_titled_name(self, start: int, end: int) -> bool:
        """Whether a family name and a title are all that stands there: 陈女士."""
        is_titled = end - start <= _LONGEST_NAME and self.text.endswith(
            self.words.honorifics, start, end
        )
        return is_titled and self.words.family.match(self.text, start, end) is not None

    def _document_at(self, start: int, end: int) -> Span | None:
        """What is read, where its name is part of the verb: 通报称."""
        for document in self.words.documents:
            stop = start + len(document)
            is_inside = stop == end and self.text[stop : stop + 1] in _INSIDE  # 声明|中说
            if (stop < end or is_inside) and self.text.startswith(document, start):
                is_told = self.text[stop:end] not in self.words.auxiliaries  # 结果|是
                return Span(start, stop) if is_told else None
        return None

    def _document_alone(self, start: int, end: int) -> Span | None:
        """What is read, where a verb has its name too: 声明|强调."""
        lead = self.words.lead.match(self.text, start, end)
        start = lead.end() if lead is not None else start
        return Span(start, end) if self.text[start:end] in self.words.documents else None

    def _document_before(self, start: int, end: int) -> Span | None:
        """What was named last before what stands in it: 公布一份会议记录，|其中写着."""
        for size in range(end - 1 - start, SHORTEST_FOREIGN - 1, -1):
            if self.text[end - 1 - size : end - 1] in self.words.documents:
                whole = _WHOLE_DOCUMENT.search(self.text, start, end - 1)
                return Span(whole.start() if whole else end - 1 - size, end - 1)
        return None

    def _viewed(self, start: int, end: int) -> _Source | None:
        """In whose view something is so: 在张三看来，..."""
        view = self.words.view.search(self.text, start, end)
        named = "name" if view is not None and view["name"] else "reporter"
        name = self._name_in(*view.span(named)) if view is not None else None
        if view is None or name is None or not self._is_source(name):
            return None
        return _Source(name, Span(*view.span()))

    def _roused(self, start: int, end: int) -> _Source | None:
        """Whose talk something rouses: 立即引起网友讨论，“……”."""
        roused = self.words.roused.search(self.text, start, end)
        if roused is None:
            return None
        return _Source(Span(*roused.span("name")), Span(*roused.span("verb")))

    def _before_day(self, start: int, end: int) -> Span | None:
        """The subject before a day whose number stands in brackets: 吳宗翰今（22）日回應."""
        opening = max(self.text.rfind("（", start, end), self.text.rfind("(", start, end))
        if opening < 0:
            return None
        end = opening - self.text.endswith(("今", "昨"), start, opening)
        return self._name_in(self._begin_of_part(start, end), end)

    def _named_in(self, start: int, end: int) -> Span | None:
        """The last person with a title in a sentence so far: 致电董秘张德林，其回应称."""
        while end > start:
            begin = self._begin_of_part(start, end - 1)
            stop = end - 1 if self.text[end - 1] in "，,；;：:、）)】" else end
            place = self._begin_of_name(self.text[begin:stop])
            if place:
                return Span(begin + place, stop)
            end = begin
        return None

    def _titled_in(self, start: int, end: int) -> Span | None:
        """Who is named behind a title at the beginning of the last part that has one.

        院长主持会议，书记罗玉珍离场抗议，怒批...
        """
        while end > start:
            begin = self._begin_of_part(start, end - 1)
            name = self._name_in(begin, end)
            name = self._source_of(name) if name is not None else None
            if name is not None and name.start > begin and self._is_name_at(name):
                is_titled = self.text.endswith(self.words.roles, begin, name.start)
                return name if is_titled else None
            end = begin
        return None

    def _just_acting(self, start: int, end: int) -> Span | None:
        """Who opens the part right before one without a subject: 行员刘小姐察觉有异，|问他."""
        begin = self._begin_of_part(start, end - 1)
        person = self._person_at(begin, end - 1 - begin) if begin > start else None
        if person is None or self.text[person.end] in self.words.no_beginnings:
            return None
        return self._named_behind(person.end, end) or person

    def _begin_of_part(self, floor: int, end: int) -> int:
        """Where the part of a sentence begins that holds ``end``: behind a comma or a colon.

        A short bracket, such as an age, parts nothing.
        """
        while True:
            place = max(
                (self.text.rfind(sign, floor, end) for sign in "，,；;：:、）)】"), default=-1
            )
            if place < 0 or self.text[place] not in "）)":
                break
            opening = max(self.text.rfind(sign, floor, place) for sign in "（(")
            is_day = self.text[opening + 1 : place].isdigit()  # 今（22）日
            if opening < 0 or is_day or place - opening > _LONGEST_BRACKET:
                break
            end = opening
        return max(place + 1, floor)

    def _subject(self, start: int, end: int) -> Span | None:
        """The first subject of a sentence that reads like a source."""
        begin = start
        earlier: Span | None = None  # 救护员到场时，|伤者说
        while begin < end:
            part = _PARTS.search(self.text, begin, end)
            stop = part.start() if part else end
            is_when = part is not None and _WHEN.fullmatch(self.text, begin, stop) is not None
            if is_when or (part is not None and self.words.skipped.match(self.text, begin, stop)):
                begin = stop + 1
                continue
            name = self._known_in(begin, stop) or self._name_in(begin, stop)
            name = self._source_of(name) if name is not None else None
            if name is not None and self._is_source(name) and not self._is_asker(name):
                if part is None or self.text[stop - 1] not in _AT_END_OF_TIME:
                    return name
                earlier = earlier or name
            begin = stop + 1
        return earlier

    def _known_in(self, start: int, end: int) -> Span | None:
        """A person of the article who stands at the beginning of a part, or behind a title."""
        for match in self.known.finditer(self.text, start, end):
            place = match.start()
            if place == start or self.text[start:place].endswith(self.words.roles):
                return Span(*match.span())
        return None

    def _name_in(self, start: int, end: int) -> Span | None:
        """The subject of a part of a sentence, without what stands before and behind it."""
        dateline = _AGENCY_S_DATELINE.match(self.text, start, end)
        start = dateline.end() if dateline is not None else start
        lead = self.words.lead.match(self.text, start, end)
        start = lead.end() if lead else start
        if self.text[start - 1 : start] == "另" and _COUNTED.match(self.text, start, end):
            start -= 1  # |另一名网友
        start = max(start, self.text.rfind("…", start, end) + 1)
        frame = self.words.frame.match(self.text, start, end)
        start = frame.end() if frame else start
        someone = self.words.someone.match(self.text, start, end)
        if someone is not None:
            first = someone.start("person" if someone["person"] else "name")
            first += self.text.startswith("有", first)
            nickname = self._nicknamed(first, end)
            if nickname is not None and nickname.start == first:
                return nickname
            return Span(*someone.span("person" if someone["person"] else "name"))
        unknown = self.words.unknown.search(self.text, start, end)
        if unknown is not None:
            return Span(*unknown.span())
        quoted = self.words.quoting.search(self.text, start, end)
        start = quoted.end() if quoted and quoted.end() < end else start
        heard = self._begin_of_heard(start, end)
        if heard == start and self._opens_as_family(start, end):
            return Span(start, start + 1)
        start = heard
        nickname = self._nicknamed(start, end)
        if nickname is not None:
            return nickname
        mark = max(self.text.rfind(sign, start, end) for sign in "”」")
        opening = max(self.text.find(sign, start, end) for sign in "“「")
        head = self._cut(start, opening) if start < opening else None
        if (
            head is not None
            and head.end < opening
            and self._ends_as_source(self.text[slice(*head)])
        ):
            end = opening
        elif opening > start and (acting := self._person_at(start, opening - start)):
            return acting  # 示威者|高举“...”的标语
        elif mark >= opening >= start and self.text[mark + 1 : end][:1] in self.words.prepositions:
            return Span(opening, mark + 1)  # “陆主任”|向她强调
        else:
            start = mark + 1 if mark >= start else start
            start += mark >= 0 and self.text.startswith("的", start)  # 网名“大海”的|网友
        end = self._without_manner(start, end)
        aged = _AGED.search(self.text, start, end)
        while aged and self.text.startswith("的", aged.end(), end - 1):
            start = aged.end() + 1  # 张三（70岁）的|儿子张四（41岁）
            aged = _AGED.search(self.text, start, end)
        end = aged.start() if aged and aged.start() > start else end
        titled = self.text.rfind("的", start, end) + 1  # 在公寓住了十年的|陈女士
        if titled and self._is_titled_name(titled, end):
            return Span(titled, end)
        known = self._known_at_end(titled, end) if titled else None
        if known is not None:
            return known
        start, end = self._cut(start, end)
        end = self._without_manner(start, end)
        bracket = _IN_BRACKETS.search(self.text, start, end)
        named = start + self._begin_of_name(self.text[start:end]) if bracket is not None else start
        if bracket is not None and named == bracket.end():
            return self._bare(Span(start, end))
        if bracket is not None and self._ends_in_source(self.text[bracket.end() : end]):
            return self._bare(Span(bracket.end(), end))  # 某协会（AIT）|发言人
        end = bracket.start() if bracket else end
        opening = max(self.text.find(sign, start, end) for sign in "（(")
        end = opening if opening > start else end
        while end > start and self.text[end - 1] in f"：:，,{BLANKS}":
            end -= 1
        if not 0 < end - start <= _LONGEST_SUBJECT:
            return None
        return self._bare(Span(start, end))

    def _opens_as_family(self, start: int, end: int) -> bool:
        """Whether a family name alone stands before what somebody does: 莊|其後承認."""
        if end - start < SHORTEST_FOREIGN or self.text[start] not in self.words.surname_signs:
            return False
        match = self.words.cut.match(self.text, start + 1, end)
        is_cut = match is not None and not match["word"] and match[0] not in self.words.weak
        return is_cut and self._of_family(self.text[start]) is not None

    def _known_at_end(self, start: int, end: int) -> Span | None:
        """A person of the article whom a clause before tells of: 住在伦敦的香港人|阿丽对本台说."""
        first, stop = self._cut(start, end)
        bracket = _IN_BRACKETS.search(self.text, start, stop)
        stop = bracket.start() if bracket is not None else stop
        words = self.text[start:stop]
        if first != start:
            return None
        place = self._begin_of_name(words)
        is_foreign = len(words) > SHORTEST_FOREIGN and self.words.foreign.issuperset(words)
        if place or is_foreign or self._is_name(words):
            return Span(start + place, stop)
        known = next((name for name in self.persons if words.endswith(name)), None)
        return Span(stop - len(known), stop) if known else None

    def _begin_of_heard(self, start: int, end: int) -> int:
        """Where somebody begins whom the subject hears or sees speak: 邻居听到|女子大喊."""
        match = self.words.hearing.search(self.text, start, end)
        if match is None:
            return start
        person = self._person_at(match.end(), end - match.end() + 1)
        words = self.text[slice(*person)] if person is not None else ""
        is_heard = words not in ("", *self.words.askers) and "的" not in words
        return match.end() if is_heard and words[0] not in _DOING else start

    def _nicknamed(self, start: int, end: int) -> Span | None:
        """Somebody whose name stands in marks: 网友“大海”."""
        opening = max(self.text.find(sign, start, end) for sign in "“「")
        closing = max(self.text.find(sign, start, end) for sign in "”」")
        if not start < opening < closing or closing - opening > _LONGEST_NICKNAME:
            return None
        is_source = self.text[start:opening].endswith(self.words.sources)
        if self.text[closing + 1 : min(closing + 2, end)] == "的":
            return None  # 机构“晨光”的研究员
        if self._person_at(closing + 1, end - closing):
            return None  # 政党“前进”|领导人
        if self._cut(start, opening) != (start, opening):
            return None  # 特朗曼在社交媒体“真实社交”上
        return Span(start, closing + 1) if is_source else None

    def _without_manner(self, start: int, end: int) -> int:
        """The end of a subject without how it speaks, or what its words are called."""
        if not self.text.endswith(self.words.ends_of_manner, start, end):
            return end
        for pattern in (self.words.trailing, *self.words.manner):
            behind = pattern.search(self.text, start, end)
            head = self.text[start : behind.start()] if behind is not None else ""
            if behind is not None and (head.endswith("》") or self._ends_as_source(head)):
                return behind.start()
        return end

    def _cut(self, start: int, end: int) -> Span:
        """A subject up to the first adverb or verb that has somebody before it.

        Where the adverb may as well be part of a word (会 in 委员会), a longer subject is better.
        """
        best: int | None = None
        first = end
        for match in self.words.cut.finditer(self.text, start, end):
            if match["word"]:
                continue  # "问题" holds a verb and is none
            if _COUNTED.fullmatch(self.text, start, match.start()):
                continue  # 一位|在该校做饭的阿姨
            is_weak = match[0] in self.words.weak
            if match.start() == start:
                if not is_weak and not self.words.surname.match(self.text[start : start + 3]):
                    start = match.end()
                continue
            if (
                is_weak
                and len(match[0]) == 1
                and self._ends_in_source(self.text[start : match.end()])
            ):
                best = match.end()  # 委员|会
                continue
            is_known = best is not None and (
                self.text[start:best] in self.persons
                or (match.start() > best + 1 and self.text[best : match.start()] in self.words.weak)
            )
            if not is_known and self._ends_as_source(self.text[start : match.start()]):
                best = match.start()  # not 吴进未 where 吴进 is known
            if is_weak:
                continue
            is_title = self.text.endswith(self.words.roles, start, match.start())
            if is_title and self._is_name(self.text[match.start() : end]):
                return Span(start, end)  # 预报员|曾惠敏
            if best is not None:
                return Span(start, best)
            head = min(first, match.start())
            if match[0] in self.words.prepositions and self._may_be_name(Span(start, head)):
                return Span(start, head)  # 特朗曼10日|在社交平台
            if match.start() - start > 1:
                first = min(first, match.start())
        is_inside = first == end or (best is not None and first < best)  # 税|则委员会
        if is_inside and self._ends_as_source(self.text[start:end]):
            return Span(start, end)
        return Span(start, best or first)

    def _ends_as_source(self, words: str) -> bool:
        """Whether words end in somebody: a title, a body, a name with a title before it."""
        if words in self.words.pronouns or words in self.persons or self._is_name(words):
            return True
        if _ONE_PERSON.match(words) and not words.endswith(self.words.no_endings):
            return True
        if words.isascii():
            return _LATIN_NAME.fullmatch(words) is not None and words not in self.words.no_latin
        return self._ends_in_source(words) or self._begin_of_name(words) > 0

    def _begin_of_name(self, words: str) -> int:
        """Where a name begins behind the last title of a phrase; 0 where there is none."""
        found = self.begins.get(words)
        if found is None:
            found = self.begins[words] = self._found_begin(words)
        return found

    def _found_begin(self, words: str) -> int:
        best = 0
        for match in self.words.role.finditer(words):
            field = _IN_BRACKETS.match(words, match.end())
            begin = field.end() if field is not None else match.end()
            rest = words[begin:]  # 副局长（分管水务）|何建军
            is_foreign = len(rest) < _LONGEST_NAME or not self.words.family.match(rest)
            is_foreign = is_foreign or _OF_JAPAN in words  # 日本首相|高城健一
            if len(rest) >= _LONGEST_NAME and self.words.foreign.issuperset(rest):
                return begin if len(rest) <= _LONGEST_FOREIGN_NAME else best
            if match[0] in self.words.common_people and not rest.isascii():
                is_foreign = is_foreign and self.words.foreign.issuperset(rest)  # 女子|情绪崩溃
            is_foreign = (
                is_foreign
                and 1 < len(rest) <= _LONGEST_NAME
                and not rest.endswith(self.words.no_endings)
                and not self._ends_in_source(rest)
                and (self.words.no_names.isdisjoint(rest) or self.words.foreign.issuperset(rest))
            )
            if rest.endswith(self.words.things) or rest.startswith(self.words.documents):
                continue
            if self._is_familiar(rest):
                best = begin  # 儿子|小军
                continue
            if rest[:1] not in self.words.no_beginnings and (self._is_name(rest) or is_foreign):
                best = begin
        return best

    def _is_familiar(self, words: str) -> bool:
        """Whether words are a short form of a given name: 小军, not 小学."""
        if len(words) != SHORTEST_FOREIGN or words[0] not in _FAMILIAR:
            return False
        return words not in self.words.sources_alone and _HAN.match(words[1]) is not None

    def _bare(self, phrase: Span) -> Span:
        """The name in a phrase, without the office before it: 副局长何建军."""
        words = self.text[phrase.start : phrase.end]
        if words in self.words.pronouns:
            return phrase
        if words.endswith(self.words.documents) and not self._begin_of_name(words):
            counted = _COUNTED_THING.search(words)  # not 局长陈东信
            return Span(phrase.start + counted.start(), phrase.end) if counted else phrase
        family = words.find("姓")
        if family > SHORTEST_FOREIGN and words[family - 2] in "名位":
            return Span(phrase.start + family - 1, phrase.end)  # 北市一名|林姓女子
        somebody = self.words.somebody.search(words)
        if somebody is not None:
            return Span(phrase.start + somebody.start("name"), phrase.end)
        rank = ""
        if words.endswith(self.words.ranks):
            rank = next(one for one in self.words.ranks if words.endswith(one))
        if rank and self._is_name(words[self._begin_of_name(words[: -len(rank)]) : -len(rank)]):
            return self._bare(Span(phrase.start, phrase.end - len(rank)))
        core = words
        titled = words.endswith(self.words.honorifics)
        for honorific in self.words.honorifics if titled else ():
            if words.endswith(honorific) and len(words) > len(honorific):
                core = words[: -len(honorific)]
                break
        best = self._begin_of_name(core) or (self._begin_of_family(core) if core != words else 0)
        if not best:
            place = core.rfind("的") + 1
            is_cut = 0 < place < len(core)  # not 一位在该校做饭的|阿姨
            is_known = core[place:] in self.persons or self._is_name(core[place:])
            if is_cut and (core != words or is_known):
                best = place
            elif (
                place >= _LEAST_OF_CLAUSE
                and self._is_described(core[place:])
                and not (_COUNTED.match(core) and core[place:] in self.words.roles)
                and not core[: place - 1].endswith(self.words.bodies)
            ):
                best = place  # 住在桥边的林姓居民
        is_body = words.endswith(self.words.bodies)
        if not best and core == words and not is_body and len(words) > _LONGEST_LABEL:
            acting = self._acting_in(phrase)
            if acting is not None:
                return acting
        name = Span(phrase.start + best, phrase.end)
        if best or self._is_name(core):
            self.persons.setdefault(self.text[name.start : name.end], name)
        return name

    def _is_described(self, words: str) -> bool:
        """Whether words mean somebody by more than a title: 林姓居民."""
        return words.endswith(self.words.roles) and words not in self.words.sources_alone

    def _acting_in(self, phrase: Span) -> Span | None:
        """The name behind a title, before what somebody does: 村支书老周拍着胸脯."""
        for match in self.words.role.finditer(self.text, phrase.start, phrase.end):
            named = self._named_behind(match.end(), phrase.end)
            if named is not None and named.end < phrase.end:
                return named
        return None

    def _begin_of_family(self, words: str) -> int:
        """Where a family name alone begins behind the last title of a phrase: 负责人陈(某)."""
        best = 0
        for match in self.words.role.finditer(words):
            if self.words.family.fullmatch(words, match.end()):
                best = match.end()
        return best

    def _is_name(self, words: str) -> bool:
        """Whether words are a person's name: a known surname, or the dot of foreign names."""
        if not words or len(words) > _LONGEST_FOREIGN_NAME:
            return False
        last = _DOTS.split(words)[-1]
        is_dotted = last != words
        if not is_dotted and (len(words) > _LONGEST_NAME or not self.words.surname.match(words)):
            return False
        if any(words[:size] in self.words.no_families for size in _SIZES_OF_NO_FAMILIES):
            return False  # 成为一
        if len(words) > SHORTEST_FOREIGN and words[0] == words[-1]:
            return False  # 边哭边
        if not words.endswith(self.words.title_ends.get(words[-1], ())):
            return True
        return is_dotted and last in self.words.sources_alone

    def _is_source(self, name: Span) -> bool:
        """Whether a subject is somebody: a pronoun, a name, a title, a body, a document."""
        if self.words.someone.fullmatch(self.text, name.start, name.end):
            return True
        if self.text[name.end - 1] in "”」":
            opening = max(self.text.rfind(sign, name.start, name.end) for sign in "“「")
            return self.text.endswith(self.words.sources, name.start, max(opening, name.start))
        return self._ends_as_source(self.text[name.start : name.end])

    def _is_person(self, name: Span) -> bool:
        words = self.text[name.start : name.end]
        if words in self.persons or self._is_name(words):
            return True
        return words.rstrip(_PLURAL).endswith(self.words.roles + self.words.honorifics)

    def _is_plain(self, name: Span) -> bool:
        """Whether words are short enough to name one person, and count nothing."""
        words = self.text[name.start : name.end]
        return len(words) <= _LONGEST_DESCRIPTION and not any(map(str.isdigit, words))

    def _is_document(self, name: Span) -> bool:
        return self.text[name.start : name.end].endswith(self.words.documents)

    def _is_asker(self, name: Span) -> bool:
        """Whether the subject is the report's own author: 记者."""
        return self.text[name.start : name.end].lstrip("当當") in self.words.askers

    def _meant(self, name: Span) -> Span | None:
        """Whom a name or pronoun means, in the fullest words of the article."""
        words = self.text[name.start : name.end]
        if words in self.words.others:
            return self._other_party(name)
        if len(words) == 1 and (named := self._of_family(words)) is not None:
            return named
        if words in self.words.pronouns:
            person = self._person_meant(words)
            last = self.last if self._may_mean(words, self.last) else None
            return person or last or (None if words in self.words.bare_pronouns else name)
        if words.startswith(self.words.this_one):
            return self._person_meant("") or name
        for full, place in self.persons.items():
            if full != words and len(full) > len(words) and self._is_short_form(words, full):
                return place
        return name

    def _may_mean(self, pronoun: str, name: Span | None) -> bool:
        """Whether he or she may be somebody, by the word for them: 他, but not 妻子."""
        if name is None or pronoun not in self.words.masculine | self.words.feminine:
            return True
        others = self.words.feminine if pronoun in self.words.masculine else self.words.masculine
        return not self.text.endswith(tuple(others), name.start, name.end)

    def _of_family(self, sign: str) -> Span | None:
        """Who is named in full behind a title by whose family name they go on: 署长庄静雯; 庄说."""
        if sign not in self.families:
            self.families[sign] = self._found_of_family(sign)
        return self.families[sign]

    def _found_of_family(self, sign: str) -> Span | None:
        if self.words.family.fullmatch(sign) is None:
            return None
        place = self.text.find(sign)
        while place >= 0:
            if self.text.endswith(self.words.roles, max(0, place - _LONGEST_TITLE), place):
                named = self._named_behind(place, len(self.text))
                if named is not None:
                    return named
            place = self.text.find(sign, place + 1)
        return None

    def _other_party(self, name: Span) -> Span:
        """Whom “the other side” means: who is named where somebody was reached; else themselves.

        记者拨通了负责人林某的电话。对方表示，……
        Where nobody was reached, those who spoke in an office: 工作人员说没有。对方还称，……
        """
        floor = max(self.text.rfind("\n", 0, name.start) + 1, name.start - _WINDOW)
        reached = [*self.words.reached.finditer(self.text, floor, name.start)]
        for match in reversed(reached):
            party = self._bare(Span(*match.span("name")))
            if self._is_name_at(party):
                return self._meant(party) or party
        told = self.told
        if self.text[name.start - 1] in _CLOSERS:
            return name  # 接警员问：“……？”|对方答
        if reached or told is None or not floor <= told.start < name.start:
            return name
        is_before = _SENTENCE_END.search(self.text, told.end, name.start) is not None
        is_office = self.text.endswith(self.words.roles, told.start, told.end)
        return told if is_before and is_office and not self._is_name_at(told) else name

    def _person_meant(self, pronoun: str) -> Span | None:
        """The person heard last whom he or she may mean; None where nobody else was heard."""
        others: frozenset[str] = frozenset()
        if pronoun in self.words.masculine:
            others = self.words.feminine
        elif pronoun in self.words.feminine:
            others = self.words.masculine
        elif pronoun:
            return None
        for name in reversed(self.heard[-_MOST_HEARD:]):
            words = self.text[name.start : name.end]
            if words.startswith(self.words.this_one) or words.endswith(tuple(others)):
                continue
            if self._is_person(name) or not self._ends_in_source(words):
                return name
        return None

    def _is_short_form(self, words: str, full: str) -> bool:
        """Whether words are the last part of a foreign name."""
        return full.endswith(tuple(f"{dot}{words}" for dot in "·・‧•．"))
