"""An article's speech: goes through its sentences once and decides on each marked stretch.

Which stretches are marked is told by `quotation_marks.py`, who says what by the other modules here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.model import Span
from store.reading.languages import Language
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine
from store.reading.speech.inflected.attributions import Attributions, Source
from store.reading.speech.inflected.persons import Persons
from store.reading.speech.inflected.phrases import DASHES, MARK, Phrases, Token
from store.reading.speech.inflected.words import words_of

_STOPS = ".!?…"
_LONG = 4
_SHORTEST_FRAGMENT = 5
_SHORTEST_CLAUSE = 12
_LONGEST_LABEL = 5


class InflectedPage(SpeechByLine):
    """Decides on the marked stretches of an article by the subjects of their sentences."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.words = words_of(language)
        self.persons = Persons(self.text, self.words)
        self.phrases = Phrases(self.text, self.words, self.persons)
        self.attributions = Attributions(self.text, self.words, self.persons, self.phrases)
        #: Who spoke last in a line.
        self.near: Span | None = None
        for line in lines:
            for name in self.phrases.full_names(self.phrases.tokens(line.start, line.end)):
                self.persons.learn(name)

    def _tokens_of_line(
        self, line: Span, marked: Sequence[tuple[int, Marked]]
    ) -> tuple[list[Token], dict[int, Marked]]:
        """A line's tokens, each marked stretch as one of them."""
        tokens: list[Token] = []
        position = line.start
        for index, one in marked:
            if one.start < position:
                continue
            tokens += self.phrases.tokens(position, one.start)
            tokens.append(Token(one.start, one.end, MARK, MARK, index))
            position = one.end
        if position < line.end:
            tokens += self.phrases.tokens(position, line.end)
        return tokens, dict(marked)

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        tokens, marks = self._tokens_of_line(line, marked)
        self.near = None
        begin = 0
        for end in self._ends_of_sentences(tokens, marks):
            self._read_sentence(tokens, begin, end, marks)
            begin = end

    def _ends_of_sentences(
        self, tokens: Sequence[Token], marks: dict[int, Marked]
    ) -> Iterator[int]:
        begin = 0
        for place, token in enumerate(tokens):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            if following is not None and not self._may_open(tokens, place + 1):
                continue
            if token.mark >= 0:
                is_own = not any(one.is_word for one in tokens[begin:place])
                content = marks[token.mark].content(self.text)
                is_own = is_own or (following is not None and following.mark >= 0)
                is_own = is_own or tokens[place - 1].text == ":"
                if not (is_own and content[-1:] in _STOPS and following is not None):
                    continue
            elif token.text[0] not in _STOPS or self._is_abbreviated(tokens, place):
                continue
            begin = place + 1
            yield begin
        if begin < len(tokens):
            yield len(tokens)

    def _is_abbreviated(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a stop belongs to the word before it: 3 тыс. тонн."""
        if not place or tokens[place - 1].text not in self.words.abbreviations:
            return False
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        return following is not None and not self._opens_surely(following.low)

    def _may_open(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a sentence may begin with a token, or with the one behind a dash."""
        token = tokens[place]
        if token.mark >= 0:
            return True
        if token.text in DASHES and place + 1 < len(tokens):
            token = tokens[place + 1]
            return token.mark >= 0 or (token.is_high and token.low not in self.words.verbs)
        return token.is_word and not token.text[0].islower()

    def _opens_surely(self, low: str) -> bool:
        """Whether a word with a capital opens a sentence, whatever stands before it."""
        return low in self.words.pronouns or low in self.words.prepositions

    def _read_sentence(
        self, tokens: Sequence[Token], begin: int, end: int, marks: dict[int, Marked]
    ) -> None:
        earlier: Decision | None = None
        floor = begin
        for place in range(begin, end):
            if tokens[place].mark < 0:
                continue
            one = marks[tokens[place].mark]
            decision = self._decide(tokens, begin, floor, place, end, one, earlier)
            self.decisions[tokens[place].mark] = decision
            if decision.kind in {"direct", "partial"}:
                earlier = decision
                if decision.kind == "direct" and decision.cue is None:
                    floor = place + 1
                self._note(decision.speaker)
        if earlier is None:
            self._hear(tokens, begin, end)

    def _note(self, speaker: Span | None) -> None:
        if speaker is not None:
            self.near = self.last = speaker
            self.persons.note(speaker)

    def _hear(self, tokens: Sequence[Token], begin: int, end: int) -> None:
        """Remember who speaks in a sentence without marks, and what is told of it."""
        source = self.attributions.fronted(tokens, begin, end) or self.attributions.told(
            tokens, begin, end
        )
        if source is None:
            self.persons.body = self.phrases.opening_body(tokens, begin, end) or self.persons.body
            subject = self.phrases.opening_subject(tokens, begin, end)
            subject = subject or self.phrases.titled_name(tokens, begin, end)
            if subject is not None:
                self._note(self.persons.meant(subject, ""))
            return
        speaker = self._named(source)
        if speaker is None:
            subject = self.phrases.opening_subject(tokens, begin, end)
            speaker = self.persons.meant(subject, "") if subject is not None else None
        clause = self._clause(tokens, source, begin, end)
        if clause is not None:
            self.reported.append((clause, Decision("reported", speaker, source.cue)))
        self._note(speaker)

    def _clause(self, tokens: Sequence[Token], source: Source, begin: int, end: int) -> Span | None:
        """What is told: behind “that”, behind the comma of a frame, or what a verb denies."""
        place = begin
        while place < end and tokens[place].start < source.cue.end:
            place += 1
        cue = self.text[source.cue.start : source.cue.end].lower()
        words = tuple(cue.split())
        is_frame = words in self.words.frames.get(words[0], ()) if words else False
        first = -1
        for other in range(place, end):
            if tokens[other].text != ",":
                continue
            if is_frame:
                first = other + 1
                break
            if other + 1 < end and tokens[other + 1].low in self.words.complementizers:
                first = other + 2
                break
        if first < 0 and cue in self.words.clausal and not is_frame:
            first = place
        last = end
        while last > begin and not tokens[last - 1].is_word and tokens[last - 1].mark < 0:
            last -= 1
        if not 0 <= first < last:
            return None
        clause = Span(tokens[first].start, tokens[last - 1].end)
        return clause if clause.end - clause.start >= _SHORTEST_CLAUSE else None

    def _decide(
        self,
        tokens: Sequence[Token],
        begin: int,
        floor: int,
        place: int,
        end: int,
        one: Marked,
        earlier: Decision | None,
    ) -> Decision:
        content = one.content(self.text)
        size = len(content.split())
        before = [token for token in tokens[floor:place] if token.text not in DASHES]
        previous = tokens[place - 1] if before else None
        opens = not before
        is_whole = content[-1:] in _STOPS + ","
        is_said_after = previous is not None and previous.text == ":"
        if opens or is_said_after:
            inside = self.attributions.inside(one)
            if inside is not None:
                return Decision("direct", self._named(inside), inside.cue)
        after = self.attributions.after(tokens, place, end) if opens or is_said_after else None
        if after is not None and (opens or size >= _LONG):
            return Decision("direct", self._named(after), after.cue)
        if opens:
            rest = [token for token in tokens[place + 1 : end] if token.is_word]
            if (is_whole or size >= _LONG) and (not rest or is_whole):
                return Decision("direct", self._teller(tokens, end) or self._before_it())
            if rest:
                told = self.attributions.trailing(tokens, place, end)
                if told is not None and tokens[place + 1].is_word:
                    return Decision("direct", self._named(told), told.cue)
                return Decision("term")
            return Decision("direct", self.last) if is_whole else Decision("term")
        if self._is_name(tokens, begin, place, end, content, size):
            return Decision("term")
        source = self.attributions.before(tokens, begin, place)
        if source is None and earlier is not None:
            return earlier._replace(kind="partial", cue=None)
        if source is None:
            source = self.attributions.trailing(tokens, place, end)
        if source is not None:
            is_direct = is_said_after or (
                previous is not None and previous.text == "," and content[0].isupper()
            )
            speaker = self._opener_meant(tokens, begin, place, source) or self._named(source)
            return Decision("direct" if is_direct else "partial", speaker, source.cue)
        if is_said_after and (is_whole or size >= _LONG or content[0].isupper()):
            label = self._label(tokens, begin, place)
            if label is not None:
                return Decision("direct", label)
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            is_closed = following is None or following.text == "."
            if is_whole or size >= _LONG or (is_closed and size > 1):
                return Decision(
                    "direct", self._subject_of(tokens, begin, place) or self._before_it()
                )
        if size >= _SHORTEST_FRAGMENT and content[0].islower():
            return Decision("partial", self._subject_of(tokens, begin, place) or self._before_it())
        return Decision("term")

    def _opener_meant(
        self, tokens: Sequence[Token], begin: int, place: int, source: Source
    ) -> Span | None:
        """Who opens a sentence in which a pronoun or nobody is told to speak: X ушел: он «...»."""
        is_open = source.name is None and not source.gender
        if source.name is not None:
            low = self.text[source.name.start : source.name.end].lower()
            is_open = low in self.words.pronouns and low not in self.words.epithets
        if not is_open:
            return None
        subject = self.phrases.opening_subject(tokens, begin, place)
        if subject is None or subject.end > source.cue.start:
            return None
        meant = self.persons.meant(subject, source.gender)
        if meant is None or not source.gender:
            return meant
        return meant if self.persons.may_be(meant, source.gender) else None

    def _before_it(self) -> Span | None:
        """Who spoke last, in this line or before it."""
        return self.near or self.last

    def _is_name(
        self,
        tokens: Sequence[Token],
        begin: int,
        place: int,
        end: int,
        content: str,
        size: int,
    ) -> bool:
        """Whether what stands in marks is the name of something, or a word spoken of."""
        if not content:
            return True
        previous = tokens[place - 1]
        if previous.text == ":":
            return False
        if previous.low in self.words.term_nouns and size < _LONG:
            is_clause = content[0].islower() and size > 1
            return not is_clause or previous.low in self.words.coined
        is_whole = content[-1] in _STOPS + ","
        is_high = content[0].isupper() and previous.text != ","
        return is_high and not is_whole and size < _LONG

    def _subject_of(self, tokens: Sequence[Token], begin: int, place: int) -> Span | None:
        subject = self.phrases.opening_subject(tokens, begin, place)
        return self.persons.meant(subject, "") if subject is not None else None

    def _label(self, tokens: Sequence[Token], begin: int, place: int) -> Span | None:
        """Who is named before a colon: Песоцкий: «...»."""
        words = [token for token in tokens[begin : place - 1] if token.text not in DASHES]
        if not 0 < len(words) <= _LONGEST_LABEL or any(not word.is_word for word in words):
            return None
        size = self.phrases.label_at(words, 0)
        if size:
            owner = self.attributions.owned(words, size, len(words))
            return owner if owner is not None else self._before_it()
        found = self.phrases.phrase_at(words, 0, len(words), "", opens=True)
        if found is None or found[1] != len(words):
            if all(self.phrases.is_capital(word) for word in words) and not self.words.is_common(
                words[0].low
            ):
                return self.persons.meant(Span(words[0].start, words[-1].end), "")
            return None
        return self.persons.meant(found[0], "")

    def _teller(self, tokens: Sequence[Token], place: int) -> Span | None:
        """Who the next sentence says it was: Об этом сообщил X."""
        size = self.phrases.echo_at(tokens, place)
        if not size:
            return None
        end = next((n for n in range(place, len(tokens)) if tokens[n].text == "."), len(tokens))
        told = self.attributions.told(tokens, place + size, end)
        return self._named(told) if told is not None and told.name is not None else None

    def _named(self, source: Source) -> Span | None:
        """Whom a source's words mean; the last one heard where there are none."""
        if source.name is None:
            if not source.gender:
                return self._before_it()
            return self.persons.recent(source.gender, source.cue.start)
        name = self.persons.meant(source.name, source.gender)
        if name is not None and source.gender == "f" and source.is_named:
            self.persons.genders.setdefault(self.persons.family(name), "f")
        if name is not None and source.is_named:
            self.persons.note_gender(name, source.gender)
        return name
