"""An article's speech: goes through the lines once and decides on each marked stretch.

Which stretches are marked is told by `quotation_marks.py`, who says what and which person that is
by the other modules beside this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from store.model import Line, QuoteKind, Span
from store.reading.bylines.datelines import read_dateline
from store.reading.languages import Language
from store.reading.quotation_marks import Marked
from store.reading.sentences import sentence_spans
from store.reading.speech.by_line import Decision
from store.reading.speech.spaced.attributions import Attribution, are_somebody
from store.reading.speech.spaced.before_quotes import (
    attribution_around,
    attribution_inside,
    attributions_before,
    colon_of_reported,
    in_words,
    is_suffered,
    opens_with_clause,
    owner_of_statement,
    spoken_from,
)
from store.reading.speech.spaced.behind_quotes import attribution_after
from store.reading.speech.spaced.findings import found_or_told, read_beside
from store.reading.speech.spaced.phrases import Phrase, particles_at, phrase_after, source_after
from store.reading.speech.spaced.reporting import (
    further_clause,
    issued_by,
    reported_attribution,
    reported_in,
    tells_who_said_it,
)
from store.reading.speech.spaced.speakers import Speakers
from store.reading.speech.spaced.subjects import stands_between_commas
from store.reading.speech.spaced.terms import is_term, is_title_case, is_work, marked_again
from store.reading.speech.spaced.tokens import Tokens, tokens_of
from store.reading.speech.spaced.vocabulary import (
    ADVERB,
    AFTER,
    AUXILIARY,
    BARRIER,
    BEFORE,
    BODY,
    BY,
    CALENDAR,
    CAPITAL,
    COMPLEMENTIZER,
    COORDINATOR,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    END,
    FINITE,
    FRAME,
    FRONTED,
    FUNCTION,
    LINK,
    LOCATIVE,
    MOOD,
    NEGATION,
    OWNING,
    PASSIVE,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    SMALL,
    STANDING_ARTICLE,
    STATEMENT,
    STOP,
    TERM_NOUN,
    TOWARDS,
    UPPER,
    WHENCE,
    WORD,
    WORK,
    bare,
    cues_of,
    opens_high,
)

_WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_STOPS = frozenset(".!?…")
_INSERTING = frozenset(",-–—!?")
_LONGEST_DATELINE = 12
_LAST_DATELINE = 4
_LONGEST_GAP = 60
_LONGEST_OBJECT = 10
_LONGEST_UTTERANCE = 400
_SHORTEST_ANSWER = 2
_FEWEST_BY_TURNS = 3
_FEWEST_ANSWERS = 2
_SHORTEST_CLAUSE = 3
_SHORTEST_SOURCE = 4
_LONGEST_TURN = 16
_LONGEST_RELATIVE = 4
_LONGEST_LABEL = 12
_LONGEST_TERM = 5
_LONGEST_TITLE = 8
_LONGEST_NOUN = 8
_LONGEST_INITIALS = 6
_SHORTEST_PULLED = 60
_NEAREST_TWIN = 8000
_LONGEST_NAME = 40
#: What stands behind a comma and opens no main clause.
_OPENS_NO_CLAUSE = BARRIER | RELATIVE | STOP | COORDINATOR
_IN_NO_NAME = FUNCTION | CALENDAR | UPPER | ROLE | BODY | DETERMINER
_SIGNATURE = re.compile(r"[ \t]*\n\s*[-–—][ \u00a0]?(\w[^\n]{2,60})(?=\n|$)")
_BRACKETS = {"(": ")", "[": "]"}
_SINGLES = frozenset("'‘")
_OPENING_DASHES = frozenset("-–—")


class _Turn(NamedTuple):
    """A line that is nothing but an utterance and perhaps who says it."""

    speaker: Span | None
    is_question: bool
    is_in_exchange: bool


class SpeechPage:
    """Goes through an article's lines once, deciding on its marked stretches."""

    def __init__(
        self,
        text: str,
        readable: Sequence[Line],
        outermost: Sequence[tuple[int, Marked]],
        marked: Sequence[Marked],
        language: Language,
        *,
        wants_reported: bool,
    ) -> None:
        self.text = text
        self.wants_reported = wants_reported
        self.language = language
        self.cues = cues_of(language)
        self.marked = marked
        self.readable = readable
        self.outermost = outermost
        self.decisions: dict[int, Decision] = {}
        self.reported: list[tuple[Span, Decision]] = []
        self.tokens = self._tokenize()
        self.speakers = Speakers(text, self.tokens, self.cues)
        self.floors = [0] * len(self.tokens)
        short = [one for _, one in outermost if one.end - one.start <= _LONGEST_NAME]
        self.names_in_marks = marked_again(one.content(text) for one in short)
        self.turns: dict[int, _Turn] = {}
        self.asked_by: Span | None = None
        #: Who is named last in each line in which nobody is quoted.
        self.named_in: dict[int, Span] = {}
        for number in range(self._lines_to_read()):
            self._read_line(number)
            quotes = self.tokens[number].quotes.values()
            if self.speakers.near is not None and not any(map(self._is_speech, quotes)):
                self.named_in[number] = self.speakers.near
        self._name_who_opens()
        self._name_who_follows()
        self._name_the_asked()
        self._name_the_described()

    def _name_who_opens(self) -> None:
        """Give the utterances that open an article to who is named first and goes on speaking."""
        texts = [line for line in self.readable if line.kind != "standfirst"]
        unnamed: list[int] = []
        for quote, one in self.outermost:
            decision = self.decisions.get(quote)
            if decision is None or decision.kind not in {"direct", "partial"}:
                continue
            if decision.speaker is not None:
                if self.speakers.is_first_heard(decision.speaker):
                    for opening in unnamed:
                        self.decisions[opening] = Decision("direct", decision.speaker)
                return
            starts = texts[len(unnamed)].start if len(unnamed) < len(texts) else -1
            is_opening = starts >= 0 and not self.text[starts : one.start].strip()
            if decision.kind != "direct" or not is_opening:
                return
            unnamed.append(quote)

    def _name_who_follows(self) -> None:
        """Name who says what, where a page gives each utterance first and tells behind it whose.

        So does a page of what was said of a match: quotes and lines that name somebody by turns,
        a quote first.
        """
        texts = [n for n, line in enumerate(self.readable) if line.kind == "body"]
        alone: list[int] = []
        for place in range(0, len(texts) - 1, 2):
            tokens = self.tokens[texts[place]]
            decision = self.decisions.get(tokens.quotes.get(0, -1))
            is_alone = decision is not None and decision.kind == "direct" and decision.cue is None
            if not is_alone or any(kind & WORD for kind in tokens.kinds):
                break
            if texts[place + 1] not in self.named_in:
                break
            alone.append(place)
        if len(alone) < _FEWEST_BY_TURNS:
            return
        for place in alone:
            speaker = self.named_in[texts[place + 1]]
            self.decisions[self.tokens[texts[place]].quotes[0]] = Decision("direct", speaker)

    def _name_the_asked(self) -> None:
        """Give an interview's answers, in marks below each question, to who was named above."""
        answers = [number for number in range(1, len(self.tokens)) if self._is_answer(number)]
        asked = [number for number in answers if self._is_asked(number)]
        named = [self.named_in[n] for n in range(min(asked, default=0)) if n in self.named_in]
        if len(asked) < _FEWEST_ANSWERS or not named:
            return
        speaker = next((one for one in reversed(named) if self.speakers.is_named(one)), named[-1])
        for number in answers:
            quote = self.tokens[number].quotes[0]
            decision = self.decisions[quote]
            goes_on = number > asked[0] and not {number - 1, number - 2}.isdisjoint(answers)
            is_asked = goes_on or number in asked
            if is_asked:
                self.decisions[quote] = decision._replace(speaker=speaker)

    def _is_asked(self, number: int) -> bool:
        """Whether what stands above a line, a subheading or text, ends with a question."""
        start = self.readable[number].start
        return self.text[max(0, start - _LONGEST_GAP) : start].rstrip().endswith("?")

    def _is_answer(self, number: int) -> bool:
        """Whether a line is an utterance that nothing tells whose it is."""
        tokens = self.tokens[number]
        if 0 not in tokens.quotes or not self._is_alone_in_line(tokens):
            return False
        decision = self.decisions.get(tokens.quotes[0])
        return decision is not None and decision.kind == "direct" and decision.cue is None

    def _is_alone_in_line(self, tokens: Tokens) -> bool:
        """Whether no words stand behind the quote that opens a line but a bracket's: "(ride)"."""
        behind = next((place for place in (1, 2, 3) if tokens.texts[place] in _BRACKETS), 0)
        if behind and tokens.length - behind <= _LONGEST_INITIALS:
            return tokens.texts[tokens.length - 1] == _BRACKETS[tokens.texts[behind]]
        return not any(kind & WORD for kind in tokens.kinds)

    def _name_the_described(self) -> None:
        """Give what was said by somebody described to the name that the article then tells."""
        for quote, decision in self.decisions.items():
            self.decisions[quote] = self._named_in_full(decision)
        self.reported = [(clause, self._named_in_full(one)) for clause, one in self.reported]

    def _named_in_full(self, decision: Decision) -> Decision:
        """A decision with its speaker's name, the stop of an initial included: "Yan B."."""
        speaker = decision.speaker
        if speaker is None:
            return decision
        named = self.speakers.described.get(speaker, speaker)
        last = self.text[named.end - 2 : named.end + 1]
        if last[2:] == "." and last[0] in " \u00a0" and last[1].isupper():
            named = Span(named.start, named.end + 1)
        return decision if named == speaker else decision._replace(speaker=named)

    def _lines_to_read(self) -> int:
        """How many lines to read: the one behind the last quote may still tell who said it."""
        if self.wants_reported:
            return len(self.readable)
        last = self.outermost[-1][1].end if self.outermost else 0
        return min(sum(line.start < last for line in self.readable) + 1, len(self.readable))

    def _tokenize(self) -> list[Tokens]:
        outermost = self.outermost
        lists: list[Tokens] = []
        begin = 0
        for line in self.readable:
            while begin < len(outermost) and outermost[begin][1].end <= line.start:
                begin += 1
            end = begin
            while end < len(outermost) and outermost[end][1].start < line.end:
                end += 1
            sentences = sentence_spans(self.text, line, self.language)
            stretch = line.span
            if len(lists) < _LAST_DATELINE:
                stretch = self._without_dateline(line)
                if begin < end and outermost[begin][1].start < stretch.start:
                    stretch = line.span
            if begin < end:
                stretch = self._behind_dash(stretch, outermost[begin][1].start)
            lists.append(tokens_of(self.text, stretch, sentences, outermost[begin:end], self.cues))
        return lists

    def _behind_dash(self, stretch: Span, first: int) -> Span:
        """A line without the dash that opens it as speech: – | Vi är trötta, säger Pia Holm."""
        opening = self.text[stretch.start : first].strip() if first > stretch.start else ""
        return Span(first, stretch.end) if opening in _OPENING_DASHES else stretch

    def _without_dateline(self, line: Line) -> Span:
        """A line's span without the dateline it opens with: a place is nobody who speaks."""
        content = self.text[line.start : line.end]
        blanks = len(content) - len(content.lstrip())
        found = read_dateline(content.strip(), self.language, first=False)
        if found is None or not (found.outlet or found.wire or (found.place or "a").isupper()):
            return line.span
        return Span(min(line.start + blanks + found.end, line.end), line.end)

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, number: int) -> None:
        tokens = self.tokens[number]
        kinds = tokens.kinds
        self.speakers.begin_paragraph()
        start = 0
        quotes: list[int] = []
        # Where a sentence ends or a marked stretch stands.
        for place in [*tokens.signs(), tokens.length]:
            if kinds[place] & QUOTE:
                quotes.append(place)
                continue
            for quote in quotes:
                if tokens.quotes[quote] not in self.decisions:
                    self._decide(number, quote, start)
            spoken = [quote for quote in quotes if self._is_speech(tokens.quotes[quote])]
            if not spoken and self.floors[number] <= start < place:
                self._hear_reported(number, start, place)
            elif spoken:
                if self.wants_reported:
                    self._note_reported_around(tokens, start, place, spoken)
                follows = self._subject_of_last_clause(tokens, spoken[-1], place)
                self.speakers.near = follows or self.speakers.near
            quotes = []
            start = place + 1

        if tokens.length and kinds[0] & QUOTE and tokens.length <= _LONGEST_TURN:
            self._note_turn(number)

    def _is_in_relative(self, found: Attribution, number: int) -> bool:
        """Whether a verb stands behind a relative, as in "kesal dengan wasit yang | disebutnya"."""
        tokens = self.tokens[number]
        if not self.cues.keeps_clauses or not 0 < found.first <= tokens.length:
            return False  # the line below may tell who speaks
        return bool(tokens.kinds[found.first - 1] & RELATIVE)

    def _note_turn(self, number: int) -> None:
        """Remember whose turn a line is that opens with an utterance."""
        tokens = self.tokens[number]
        decision = self.decisions.get(tokens.quotes[0])
        if decision is None or decision.kind != "direct":
            return
        content = self.marked[tokens.quotes[0]].content(self.text)
        one, two = self.turns.get(number - 1), self.turns.get(number - 2)
        is_in_exchange = (
            one is not None
            and two is not None
            and decision.speaker == two.speaker != one.speaker
            and (two.is_question or one.is_in_exchange)
        )
        self.turns[number] = _Turn(decision.speaker, content.endswith("?"), is_in_exchange)

    def _next_in_exchange(self, number: int, place: int) -> Span | None:
        """Whose turn it is where two talk in turns, and one of them has asked."""
        tokens = self.tokens[number]
        if place or any(kind & WORD for kind in tokens.kinds):
            return None
        one, two = self.turns.get(number - 1), self.turns.get(number - 2)
        if one is None or two is None or one.speaker == two.speaker:
            return None
        return two.speaker if two.is_question or one.is_in_exchange else None

    def _is_speech(self, quote: int) -> bool:
        """Whether a marked stretch was found to be speech, and no name or title."""
        decision = self.decisions.get(quote)
        return decision is not None and decision.kind in {"direct", "partial"}

    def _hear_reported(self, number: int, start: int, end: int) -> None:
        """Remember who speaks in a sentence without marks, or is its subject."""
        tokens = self.tokens[number]
        if self._is_topic(tokens):
            return
        self.speakers.note_read(tokens, start)
        found = reported_attribution(tokens, start, end)
        if found is not None and found.phrase is not None:
            owner = None
            is_he = found.phrase.kind == "pronoun"
            is_he = is_he and not self.cues.is_body(found.phrase.words[-1].lower())
            is_inserted = tokens.texts[found.first - 1] == "," == tokens.texts[found.last]
            if is_he and found.first > start + 1 and not is_inserted:
                owner = self.speakers.subject_meant(tokens, start, found.phrase)
            opening = self._opening_person(tokens, start, found)
            is_owned = found.first > start + 1 and tokens.kinds[found.first - 1] & STATEMENT
            if tokens.lows[start] in self.cues.echoes:
                is_owned |= tokens.any(STATEMENT, start, found.last)
            if is_owned and opening is None and tokens.any(RELATIVE, found.first, found.last):
                return  # "keterangan X yang mengaku ..."
            if self._tells_of_words(tokens, start, found):
                return
            speaker = owner or opening or self._hear(found)
            if tells_who_said_it(tokens, start, found):
                self._give_back(number, start, speaker)
            hearer = self._asked_in(tokens, found, end)
            hearer = hearer or self._subject_behind_clause(tokens, start, end, found)
            self.speakers.near = hearer or speaker
            if self.wants_reported:
                told = reported_in(tokens, start, end, found)
                if told is not None:
                    self.reported.append((told[0], Decision("reported", speaker, told[1])))
            return
        if not self.cues.companions.isdisjoint(tokens.lows[start : start + 2]):
            host = self._behind_company(tokens, start, end)
            self.speakers.near = host or self.speakers.near
            return  # "Turut hadir, Bupati X"
        issuer = issued_by(tokens, start, end)
        if issuer is not None:
            self.speakers.near = self.speakers.hear(issuer)
            return
        subject = self._spoken_from(tokens, start) or self._put_first(tokens, start)
        subject = subject or self._subject_behind_clause(tokens, start, end)
        if subject is None and "," in tokens.texts[start:end]:
            subject = self._subject_of_last_clause(tokens, start, end)
        subject = subject or self._owner_heard(tokens, start)
        subject = subject or self._house(tokens, start, end)
        subject = subject or self._labelled(tokens, start, end)
        subject = subject or self.speakers.note_subject(tokens, start)
        if subject is None or not self.speakers.opens_plainly(subject):
            brought = self._brought_in(tokens, start, end)
            subject = brought or self.speakers.note_mention(tokens, start, end) or subject
        if subject is not None:
            self.speakers.near = subject

    def _asked_in(self, tokens: Tokens, found: Attribution, end: int) -> Span | None:
        """Who is asked in a sentence, and so answers: "The judge asked | Jane Roe | whether"."""
        if not self._is_any(found, self.cues.questioning):
            return None
        verb = bisect_left(tokens.starts, found.cue.start)
        if self.cues.keeps_clauses:  # "menanyakan asal uang itu kepada | saksi Joko Arga"
            towards = tokens.first(TOWARDS, verb + 1, min(end, verb + _LONGEST_OBJECT))
            verb = towards if towards is not None else verb
        phrase, last = phrase_after(tokens, verb + 1)
        is_name = phrase is not None and phrase.kind == "name" and last <= end
        if is_name and self.cues.keeps_clauses:
            return self.speakers.hear(phrase)
        is_name = is_name and last < end
        is_clause = tokens.texts[last] == "," or tokens.kinds[last] & (COMPLEMENTIZER | BARRIER)
        return self.speakers.hear(phrase) if is_name and is_clause else None

    def _tells_of_words(self, tokens: Tokens, start: int, found: Attribution) -> bool:
        """Whether a sentence speaks of what somebody said: "soal ucapan yang dilontarkan X"."""
        relative = found.first - 1
        if not self.cues.keeps_clauses or relative <= start + 1:
            return False
        if not tokens.kinds[found.first] & PASSIVE or not tokens.kinds[relative] & RELATIVE:
            return False
        return not tokens.kinds[relative - 1] & (DEMONSTRATIVE | ADVERB)

    def _opening_person(self, tokens: Tokens, start: int, found: Attribution) -> Span | None:
        """Who opens a sentence in which somebody in a phrase of its own is told to say something.

        "Mayor Roe pointed to a remark by an aide who said ...": the mayor goes on.
        """
        if tokens.lows[found.first] in self.cues.called:  # "Bupati X | diminta KPK hadir"
            subject = self.speakers.note_subject(tokens, start)
            return subject if subject is not None and self.speakers.is_named(subject) else None
        before = tokens.kinds[found.first - 1] if found.first > start + 1 else 0
        is_inside = before & (STATEMENT | BY) or before & (STOP | LINK) == STOP | LINK
        if (
            not is_inside
            or before & (COMPLEMENTIZER | BARRIER)
            or not tokens.kinds[start] & CAPITAL
        ):
            return None
        subject = self.speakers.note_subject(tokens, start)
        if subject is None or not self.speakers.is_heard(subject):
            return None
        return subject

    def _owner_heard(self, tokens: Tokens, start: int) -> Span | None:
        """Whose words a sentence without a verb brings in: "Declarações do treinador após ..."."""
        if tokens.any(FINITE | BEFORE, start, tokens.length):
            return None
        phrase, _ = owner_of_statement(tokens, start)
        if phrase is None or phrase.kind == "pronoun":
            return None
        if self.cues.has_small_bodies:
            phrase = self.speakers.head_of(phrase) or phrase  # "le président | sur sa faim"
        speaker = self.speakers.meant(phrase)
        return (
            self.speakers.hear(phrase) if speaker and self.speakers.is_somebody(speaker) else None
        )

    def _is_topic(self, tokens: Tokens) -> bool:
        """Whether a line is what the one below speaks of: "On the future of striker X:"."""
        if tokens.lows[0] not in self.cues.about or tokens.texts[tokens.length - 1] != ":":
            return False
        verbs = BEFORE | AFTER | FINITE | QUOTE
        return not tokens.any(verbs, 2, tokens.length)  # "On reported interest in X:"

    def _main_speaker(self) -> Span | None:
        """Who has said most so far."""
        spoken = Counter(one.speaker for one in self.decisions.values() if one.speaker is not None)
        return max(spoken, key=spoken.__getitem__, default=None)

    def _house(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """The body where they feel or do something: "In | der Fraktion | ist man verärgert"."""
        cues, kinds = self.cues, tokens.kinds
        is_verb_second = cues.is_verb_second and kinds[start] & (STOP | CAPITAL) == STOP | CAPITAL
        if not is_verb_second or cues.impersonal.isdisjoint(tokens.lows[start:end]):
            return None
        noun = start + 1 + tokens.size(start + 1, DETERMINER)
        if not kinds[noun] & BODY:
            return None
        last = noun + 1
        while kinds[last] & (CAPITAL | PRONOUN) == CAPITAL:
            last += 1
        return tokens.span(noun, last)

    def _labelled(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is named by words that are no sentence: "Trainer Jan Roth.", "The hero: Jane Roe"."""
        kinds = tokens.kinds
        if end - start > _LONGEST_LABEL or tokens.any(BEFORE | FINITE | QUOTE, start, end):
            return None
        last = end
        if tokens.texts[last - 1] == ")" and "(" in tokens.texts[start:last]:
            last = tokens.texts.index("(", start, last)
        last -= tokens.texts[last - 1] in _STOPS
        first = last
        names = CAPITAL | _IN_NO_NAME
        while first > start and kinds[first - 1] & names == CAPITAL:
            first -= 1
        is_free = first == start or tokens.texts[first - 1] in ":.–—-"
        is_free = is_free or all(kind & (ROLE | DETERMINER) for kind in kinds[start:first])
        is_free |= self.cues.drops_subjects and bool(
            kinds[first - 1] & ADVERB
        )  # "anche | Lea Serra"
        if last - first != _SHORTEST_ANSWER or not is_free or first == start < last - 2:
            return None
        phrase, _ = phrase_after(tokens, first)
        if phrase is None or (self.cues.has_capital_nouns and not self._is_told_of(phrase)):
            return None
        speaker = self.speakers.meant(phrase)
        if speaker is None or not self.speakers.is_named(speaker):
            return None
        self.speakers.repeat(speaker, phrase)
        return speaker

    def _is_told_of(self, phrase: Phrase) -> bool:
        """Whether a name stands in the article once more."""
        return self.text.count(self.text[phrase.start : phrase.end]) > 1

    def _give_back(self, number: int, start: int, speaker: Span | None) -> None:
        """Give what was said right before "Hal itu disampaikan X" to X, where nothing else tells.

        That is what stands before in the line; before its first sentence, what the line above has.
        """
        tokens = self.tokens[number]
        quotes = [quote for place, quote in tokens.quotes.items() if place < start]
        if not start and number:
            quotes = list(self.tokens[number - 1].quotes.values())
        spoken: list[int] = []
        for quote in quotes:
            decision = self.decisions.get(quote)
            if decision is not None and decision.cue is not None and decision.speaker is not None:
                return
            content = self.marked[quote].content(self.text)
            is_clause = word_count(content) >= _SHORTEST_CLAUSE and content[:1].islower()
            is_clause = is_clause and not start
            if is_clause if decision is None else decision.kind in {"direct", "partial"}:
                spoken.append(quote)
        for quote in spoken:
            earlier = self.decisions.get(quote, Decision("partial"))
            self.decisions[quote] = earlier._replace(speaker=speaker)

    def _subject_behind_clause(
        self, tokens: Tokens, start: int, end: int, found: Attribution | None = None
    ) -> Span | None:
        """Who is the subject of the main clause: "Als X nach Geld fragte, winkte Y ab"."""
        if not opens_with_clause(tokens, start):
            return None
        begin = found.last - 1 if found is not None else start
        for comma in reversed(tokens.commas(max(begin, start) + 1, end - 1)):
            opening = tokens.kinds[comma + 1]
            is_verb = self.cues.is_verb_second and opening & FINITE  # "..., war X skeptisch"
            if opening & _OPENS_NO_CLAUSE and not is_verb:
                continue
            place = comma + 1
            if self.cues.is_verb_second:
                if not tokens.kinds[place] & SMALL or tokens.kinds[place] & DETERMINER:
                    continue
                place += 1
            phrase, _ = phrase_after(tokens, place)
            if phrase is None or phrase.kind == "description":
                continue
            if phrase.kind == "pronoun" and len(phrase.words) < _SHORTEST_ANSWER:
                return self._taken_up(tokens, start, phrase)
            speaker = self._plain_person(phrase)
            kinds = [self.cues.kinds[word] & (CAPITAL | _IN_NO_NAME) for word in phrase.words]
            is_full = self.cues.is_verb_second or self.cues.is_office_first
            is_full = is_full and kinds == [CAPITAL] * _SHORTEST_ANSWER
            if speaker is None and is_full:
                speaker = self.speakers.hear(phrase)  # "Als X fragte, | blieb Jan Pohl ruhig"
            if speaker is not None:
                return speaker
        return None

    def _taken_up(self, tokens: Tokens, start: int, pronoun: Phrase) -> Span | None:
        """Whom he or she means behind a clause: "When | Jane Roe | opens the door, she sees"."""
        phrase, _ = phrase_after(tokens, start + 1)
        is_name = phrase is not None and phrase.kind == "name"
        if not is_name or pronoun.words[0].lower() not in self.cues.feminine | self.cues.masculine:
            return None
        speaker = self.speakers.meant(phrase)
        is_known = speaker is not None and self.speakers.is_named(speaker)
        return self.speakers.hear(phrase) if is_known else None

    def _subject_of_last_clause(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is the subject behind the last comma: "Massa maju, sementara X berteriak"."""
        for comma in reversed(tokens.commas(start + 1, end - 1)):
            joining = tokens.kinds[comma + 1]
            if not joining & SMALL:
                continue
            if not joining & (BARRIER | COORDINATOR) or joining & RELATIVE:
                return None
            phrase, last = phrase_after(tokens, comma + 2)
            if phrase is None or phrase.kind != "name" or last >= end:
                return None
            return self._plain_person(phrase)
        return None

    def _behind_company(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who does something in whose company: "Bersama Bupati X, | Budi Hartono meninjau"."""
        comma = next((i for i in range(start, end) if tokens.texts[i] == ","), end)
        phrase, last = phrase_after(tokens, comma + 1) if comma < end else (None, end)
        goes_on = tokens.kinds[last] & (SMALL | STOP | BARRIER | COORDINATOR) == SMALL
        if phrase is None or phrase.kind != "name" or not goes_on:
            return None
        return self.speakers.meant(phrase)

    def _plain_person(self, phrase: Phrase) -> Span | None:
        """The person whom a phrase means, who has then been named once more."""
        speaker = self.speakers.meant(phrase)
        if speaker is None or not self.speakers.is_plain_person(speaker):
            return None
        self.speakers.repeat(speaker, phrase)
        return speaker

    def _note_reported_around(
        self, tokens: Tokens, start: int, end: int, quotes: Sequence[int]
    ) -> None:
        """Note the clause that is reported around words in marks, or behind an utterance.

        "X said that the plan was “a joke”"; "“No,” said X, adding that ...".
        """
        decisions = [self.decisions[tokens.quotes[quote]] for quote in quotes]
        told: tuple[Span, Span] | None = None
        if all(decision.kind == "partial" for decision in decisions):
            found = reported_attribution(tokens, start, end)
            if found is not None:
                told = reported_in(tokens, start, end, found)
            else:
                told = further_clause(tokens, start, end)
        else:
            last = max(
                quote
                for quote, decision in zip(quotes, decisions, strict=True)
                if decision.kind == "direct"
            )
            told = further_clause(tokens, last, end)
        if told is None:
            return
        clause, cue = told
        marks = [self.marked[tokens.quotes[quote]] for quote in quotes]
        if any(one.start < clause.end and clause.start < one.end for one in marks):
            inside = [one for one in marks if clause.start <= one.start and one.end <= clause.end]
            if not inside or len(inside) < sum(
                one.start < clause.end and clause.start < one.end for one in marks
            ):
                return
            speaker = self.decisions[self._index_of(tokens, quotes, inside[0])].speaker
        else:
            speaker = decisions[-1].speaker
        self.reported.append((clause, Decision("reported", speaker, cue)))

    def _index_of(self, tokens: Tokens, quotes: Sequence[int], one: Marked) -> int:
        return next(index for quote in quotes if self.marked[index := tokens.quotes[quote]] is one)

    def _place_of_end(self, number: int, quote: int) -> tuple[int, int] | None:
        """Where a quote's token stands in the line where the quote ends."""
        end = self.marked[quote].end
        while number < len(self.readable) and self.readable[number].end < end:
            number += 1
        if number >= len(self.tokens):
            return None
        for place, index in self.tokens[number].quotes.items():
            if index == quote:
                return number, place
        return None

    # Decisions --------------------------------------------------------------------------------

    def _decide(self, number: int, place: int, sentence: int) -> None:
        tokens = self.tokens[number]
        quote = tokens.quotes[place]
        one = self.marked[quote]
        content = one.content(self.text)
        last_line, last_place = number, place
        if one.end > self.readable[number].end:
            last_line, last_place = self._place_of_end(number, quote) or (number, place)
        last_tokens = self.tokens[last_line]

        if place > sentence and tokens.texts[place - 1] in _STOPS:
            sentence = place
        opens = self._opens_sentence(tokens, place, sentence)
        floor = max(self.floors[number], sentence)
        before = None if opens else attributions_before(tokens, place, floor)
        if before is not None and before.cue.start == before.cue.end:
            before = self._at_colon(before)
        after = attribution_after(
            last_tokens,
            last_place,
            over_stop=content[-1:] in {"!", "?", "…", ",", "."},
            has_comma=content[-1:] in {",", "!", "?"},
        )
        if after is not None and not self._is_own(last_tokens, last_place, after, content):
            after = None
        is_clause = not opens and opens_with_clause(tokens, sentence)
        if after is not None and is_clause and self._is_of_next_clause(last_tokens, after):
            after = None
        after = after or (None if before else self._trailing(last_tokens, last_place))
        found = before or after
        is_bare = found is not None and found is after and found.phrase is None
        if (found is None or is_bare) and not opens:
            found = attribution_around(tokens, place, floor) or found
        if (
            before is not None
            and after is not None
            and self._after_is_better(before, after, content)
        ):
            found = after

        if (worded := in_words(tokens, place, sentence)) is not None:
            self._settle(quote, Decision("partial", self._hear(worded), worded.cue))
            return
        owner = self._owner_of_bracket(tokens, place, sentence, content)
        if owner is not None:
            self._settle(quote, Decision("partial", self.speakers.hear(owner)))
            return
        is_name = not content or self._is_listed(tokens, place, content, found)
        is_name = is_name or self._is_noun_in_singles(tokens, place, content, found)
        is_name = is_name or self._is_label(tokens, place, sentence, found)
        is_name = is_name or self._is_where(tokens, place, sentence, content)
        is_again = not opens and content.lower().rstrip(",.…") in self.names_in_marks
        is_name |= is_again and (found is None or not found.is_adjacent)
        if is_name or is_term(tokens, place, content, found, opens=opens):
            is_title = is_title_case(content.rstrip(",.")) or is_work(tokens, place, content)
            self.decisions[quote] = Decision("title" if is_title else "term")
            return
        if found is None or found.phrase is None:
            read = read_beside(
                last_tokens, last_place, sentence if last_line == number else last_place
            )
            if read is not None:
                is_whole = opens or tokens.texts[place - 1] == ":"
                self._settle(quote, Decision("direct" if is_whole else "partial", *read))
                return
        if found is not None and found is before and tokens.texts[place - 1] == ":":
            found = self._presented(tokens, sentence, place - 1, found)
        if found is not None:
            if found is after and not opens and self._is_longer(sentence, place):
                subject = self.speakers.note_subject(tokens.until(place), sentence)
                self.speakers.near = subject or self.speakers.near
            speaker = self._speaker_of(found, number, place, sentence)
            if found is after:
                self.floors[last_line] = max(self.floors[last_line], found.last)
            kind = self._speech_kind(tokens, place, content, found, before, opens)
            self._settle(quote, Decision(kind, speaker, found.cue))
            return
        subject, near = None, self.speakers.near
        is_short = tokens.texts[place - 1] == ":" and place - sentence == _SHORTEST_CLAUSE
        if not opens and (is_short or self._is_longer(sentence, place)):  # "Roe nods: “...”"
            subject = self._spoken_from(tokens, sentence)
            subject = subject or self.speakers.note_subject(tokens.until(place), sentence)
            if is_clause and subject is None:
                subject = self._named_in_clause(tokens, sentence + 1, place)
            self.speakers.near = subject or self.speakers.near
            if tokens.any(MOOD, max(sentence, place - _LONGEST_GAP), place):
                self.speakers.near = near or self.speakers.spoke  # of whom others tell: "X sei"
        self._decide_without_cue(number, place, sentence, content, opens, subject)

    def _owner_of_bracket(
        self, tokens: Tokens, place: int, sentence: int, content: str
    ) -> Phrase | None:
        """Who is named before a bracket that holds what they said: "Roe (“No!”) and Poe (“Yes!”)".

        Such words end as a sentence does, or open in small letters beside a verb of saying.
        """
        texts, kinds = tokens.texts, tokens.kinds
        if texts[place - 1] != "(" or texts[place + 1] != ")" or place - 1 <= sentence:
            return None
        closes = content[-1:] in _STOPS and " " in content
        if not closes and is_title_case(content):
            return None
        end = next(iter(tokens.places(END, place, tokens.length)), tokens.length)
        is_clause = content[:1].islower() or any(
            self.cues.kinds[word] & (FINITE | AUXILIARY) for word in content.split()
        )
        if not closes and not (is_clause and tokens.any(BEFORE, sentence, end)):
            return None
        name = place - 1
        while name > sentence and (kinds[name - 1] & CAPITAL or particles_at(tokens, name - 1)):
            name -= 1
        phrase, last = phrase_after(tokens, name) if name < place - 1 else (None, name)
        is_name = phrase is not None and phrase.kind == "name" and last >= place - 1
        speaker = self.speakers.meant(phrase) if is_name else None
        return phrase if speaker is not None and self.speakers.is_named(speaker) else None

    def _spoken_from(self, tokens: Tokens, start: int) -> Span | None:
        """The body from which a sentence is spoken: "Du côté de | la direction, on « ... »"."""
        body = spoken_from(tokens, start)
        return self.speakers.meant(body) if body is not None else None

    def _spoken_from_clause(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """The body of a last clause: "X calló, pero desde | el club | respaldaron esto: ..."."""
        clauses = tokens.places(WHENCE, start + 1, end) if self.cues.has_small_bodies else []
        return next(filter(None, (self._spoken_from(tokens, each) for each in clauses)), None)

    def _put_first(self, tokens: Tokens, start: int) -> Span | None:
        """Whom a sentence puts first to tell what they did: "C'est | le maire | qui a ouvert"."""
        lows, kinds = tokens.lows, tokens.kinds
        copula = start + (lows[start] in self.cues.echoes)
        if not self.cues.has_small_bodies or lows[copula] not in self.cues.copulas:
            return None
        phrase, last = phrase_after(tokens, copula + 1)
        if phrase is None or not (phrase.kind == "name" or are_somebody(tokens, phrase)):
            return None
        if tokens.texts[last] == ",":
            last = next(iter(tokens.places(RELATIVE, last, last + _LONGEST_LABEL)), last)
        if not kinds[last] & RELATIVE:
            return None
        phrase = self._whose_case(phrase)
        speaker = self.speakers.meant(phrase)
        if speaker is not None:
            self.speakers.repeat(speaker, phrase)
        return speaker

    def _brought_in(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Whom a sentence brings in at its end: "A rispondere è | la vice Paola Renzi"."""
        if not self.cues.drops_subjects or self.cues.copulas.isdisjoint(tokens.lows[start:end]):
            return None
        copula = next(
            i for i in range(end - 1, start - 1, -1) if tokens.lows[i] in self.cues.copulas
        )
        phrase, last = phrase_after(tokens, copula + 1)
        closes = last >= end or tokens.texts[last] == ","
        if phrase is None or phrase.kind != "name" or not closes:
            return None
        phrase = self._whose_case(phrase)
        speaker = self.speakers.meant(phrase)
        if speaker is None or not self.speakers.is_named(speaker):
            return None
        if not (self.speakers.is_full(speaker) or self.speakers.is_plain_person(speaker)):
            return None
        self.speakers.repeat(speaker, phrase)
        return speaker

    def _whose_case(self, phrase: Phrase) -> Phrase:
        """The full name behind a thing that is somebody's: "È il caso di | Ada Neri"."""
        words, kinds = phrase.words, [self.cues.kinds[word] for word in phrase.words]
        first = len(words) - _SHORTEST_ANSWER
        is_owned = first > 0 and kinds[first - 1] & OWNING and opens_high(words[first])
        if not is_owned or any(kind & (ROLE | BODY | CAPITAL) for kind in kinds[:first]):
            return phrase
        start = self.text.find(" ".join(words[first:]), phrase.start, phrase.end)
        return Phrase(start, phrase.end, "name", words[first:]) if start > 0 else phrase

    def _named_in_clause(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is the subject of a clause with a conjunction: "While | Jane Roe sees “...”"."""
        phrase, last = phrase_after(tokens, start)
        if phrase is None or phrase.kind != "name" or last >= end or len(phrase.words) < 2:
            return None
        speaker = self.speakers.meant(phrase)
        return speaker if speaker is not None and self.speakers.is_named(speaker) else None

    def _is_of_next_clause(self, tokens: Tokens, after: Attribution) -> bool:
        """Whether a main clause brings in what follows: "While X sees “...”, | Y warns of “..."."""
        if after.phrase is None or after.phrase.start > after.cue.start:
            return False
        return bool(tokens.kinds[after.last] & (WORD | QUOTE))

    def _at_colon(self, before: Attribution) -> Attribution | None:
        """Who speaks behind a colon, without the verb that may follow them: "Le juge | rit : "."""
        phrase = before.phrase
        if phrase is not None and phrase.kind != "name":
            head = self.speakers.head_of(phrase)
            phrase = head if head is not None else phrase
        elif phrase is not None:
            phrase = self._whose(phrase)
        return before._replace(phrase=phrase) if self._may_speak(phrase) else None

    def _whose(self, phrase: Phrase) -> Phrase:
        """The name behind a noun without an article: "Colère de | Paul Aubert : ..."."""
        cues, words = self.cues, phrase.words
        low = words[0].lower()
        if low in cues.determiners.singles and len(words) > _SHORTEST_SOURCE:
            return self._from_whom(phrase)
        is_noun = len(words) > _SHORTEST_ANSWER and words[1].lower() in cues.owning
        if not is_noun or cues.kinds[words[0]] & (ROLE | BODY | DETERMINER):
            return phrase
        rest = words[2:]
        is_named = len(rest) > 1 and all(map(opens_high, rest))
        if not is_named or self.speakers.names.fullest((words[0],)) is not None:
            return phrase
        start = self.text.find(rest[0], phrase.start + len(low))
        return Phrase(start, phrase.end, "name", rest)

    def _from_whom(self, phrase: Phrase) -> Phrase:
        """The name behind a thing and its verb: "La critique vient de | l'élu Luc Roy : ..."."""
        cues, words = self.cues, phrase.words
        kinds = [cues.kinds[word] for word in words]
        is_thing = kinds[1] & (SMALL | ROLE | BODY) == SMALL and not cues.are_many(words[1])
        if not is_thing or kinds[2] & (LINK | STOP | CAPITAL | ROLE | BODY):
            return phrase
        places = self.speakers.places_of(phrase)
        for place in range(len(words) - 2, 2, -1):
            if kinds[place] & LINK and kinds[place] & SMALL and len(places) == len(words):
                start = places[place + 1][0]
                return Phrase(start, phrase.end, "name", words[place + 1 :])
        return phrase

    def _may_speak(self, phrase: Phrase | None) -> bool:
        """Whether words that a colon alone parts from a quote name somebody: no "Verdict:"."""
        if phrase is None:
            return False
        low = [word.lower() for word in phrase.words]
        if self.cues.has_small_bodies and low[0] in self.cues.indefinite:
            hearers = (n for n, word in enumerate(low) if self.cues.kinds[word] & TOWARDS)
            low = low[: next(hearers, len(low))]  # "Un pensiero | ai tifosi: “...”"
        if phrase.kind == "pronoun" or self.cues.has_role(low) or any(map(self.cues.is_body, low)):
            return True
        if not self.cues.unnamed.isdisjoint(low[:2]):
            return True  # "Un altro: “...”"
        if low[0] in self.cues.several and self.cues.documents.isdisjoint(low):
            return True  # "I familiari: “...”"
        capitals = tuple(word for word in phrase.words if opens_high(word))
        if not capitals:
            return False
        if self.cues.drops_subjects and capitals == phrase.words[1:] and phrase.words[0].islower():
            return not any(word.lower() in self.text for word in capitals)  # "Più duro | il Fai: "
        if self.cues.kinds[phrase.words[0]] & (STOP | DETERMINER):
            return False
        names = self.speakers.names
        if len(phrase.words) == 1 and self._is_name_again(phrase.words[0]):
            return True  # "Wiersma: “...”"
        return len(capitals) > 1 or names.is_person(capitals) or bool(names.fullest(capitals))

    def _is_name_again(self, word: str) -> bool:
        """Whether a word that a colon follows stands elsewhere too, and always as a name."""
        if self.cues.has_capital_nouns or self.cues.kinds[word] & _IN_NO_NAME:
            return False
        return self.text.count(word) > 1 and word.lower() not in self.text

    def _is_longer(self, sentence: int, place: int) -> bool:
        """Whether enough stands before a quote in its sentence to have a subject."""
        return place - sentence > _SHORTEST_CLAUSE - self.cues.keeps_clauses

    def _settle(self, quote: int, decision: Decision) -> None:
        self.decisions[quote] = decision
        if decision.speaker is not None:
            self.speakers.near = decision.speaker
        end = self.marked[quote].end
        self.asked_by = decision.speaker if "?" in self.text[end - 3 : end] else None

    def _speaker_of(
        self, found: Attribution, number: int, place: int, sentence: int
    ) -> Span | None:
        """The source's fullest name; a verb without a subject has the sentence's source."""
        read = self._read_before(found, number, place)
        if read is not None:
            return read
        if found.phrase is None:
            opening = self._subject_far_before(found, number, place, sentence)
            if opening is not None:
                return opening
            speaker = self.speakers.near or self.speakers.last or self.speakers.bare_name_before()
            if self.cues.plural_verb_endings:
                is_one = not self._is_of_several(found)
                speaker = self.speakers.agreeing(is_one=is_one) or speaker
            if self._is_any(found, self.cues.continuing):
                speaker = self.speakers.goes_on(None) or speaker
            is_behind = found.cue.start > self.tokens[number].starts[place]
            if is_behind and speaker is not None and self.speakers.is_read(speaker):
                speaker = self.speakers.last  # "O relatório avisava. “...”, acrescenta"
            if speaker is not None:
                self.speakers.repeat(speaker)
            return speaker
        is_owned = any(bare(word) != word for word in found.phrase.words)  # "the town's mayor"
        is_he = found.phrase.kind == "pronoun" and self.speakers.is_bare(found.phrase)
        is_own = bool(self.cues.own_views.by_first) or self._is_in_relative(found, number)
        if found.phrase.words[0] == "nya" and is_own:
            before = self.tokens[number].until(place)
            owner = self.speakers.subject_meant(before, sentence, found.phrase)
            if owner is not None:
                return owner  # "Luc Roy a, selon ses propres mots, « perdu pied »"
        if is_he and not is_owned:
            owner = self._owner_in_sentence(
                found.phrase, self.tokens[number], sentence, is_reply=self._is_reply(found)
            )
            if owner is not None:
                return owner
            subject = self._plural_subject(found.phrase, self.tokens[number], sentence)
            if subject is not None:
                return self.speakers.hear(subject)
        if is_he and not is_owned and self._is_any(found, self.cues.continuing):
            speaker = self.speakers.goes_on(found.phrase)
            if speaker is not None:
                self.speakers.repeat(speaker)
                return speaker
        if is_he and not is_owned and self._is_reply(found):
            accused = self.speakers.accused(found.phrase)
            if accused is not None:
                return accused
        if self._is_reply(found):
            is_told = not is_he and found.phrase.kind != "name"  # "O ministro respondeu: “...”"
            is_told = is_told and self.speakers.near == self.speakers.spoke
            self.speakers.asking = self.speakers.near if is_told else self.asked_by
        speaker = self._hear(found)
        self.speakers.asking = None
        return speaker

    def _subject_far_before(
        self, found: Attribution, number: int, place: int, sentence: int
    ) -> Span | None:
        """Who opens a sentence that has its verb further on: "X se fue, no sin decir “...”"."""
        tokens = self.tokens[number]
        if not self.cues.has_small_bodies or found.first - sentence < _SHORTEST_SOURCE:
            return None
        if found.cue.start > tokens.starts[place] or tokens.kinds[sentence] & SMALL:
            return None
        if stands_between_commas(tokens, found.first, sentence):
            return None  # "I lavori, ha detto, sono “...”"
        return self.speakers.note_subject(tokens.until(place), sentence)

    def _read_before(self, found: Attribution, number: int, place: int) -> Span | None:
        """What is read that a fragment is from: "Le rapport est dur. | Il | évoque « ... »"."""
        phrase = found.phrase
        if self.speakers.read is None or found.cue.start > self.tokens[number].starts[place]:
            return None
        if self.tokens[number].texts[place - 1] == ":":
            return None
        is_it = phrase is None or (phrase.kind == "pronoun" and self.speakers.is_bare(phrase))
        return self.speakers.what_is_read(phrase) if is_it else None

    def _hear(self, found: Attribution) -> Span | None:
        """Whom the source means, its verb telling whether "ze" is she or they."""
        self.speakers.is_told_of_one = not self._is_of_several(found)
        speaker = self.speakers.hear(found.phrase)
        self.speakers.is_told_of_one = False
        return speaker

    def _is_reply(self, found: Attribution) -> bool:
        """Whether the verb is one of answering."""
        return self._is_any(found, self.cues.replying)

    def _is_of_several(self, found: Attribution) -> bool:
        """Whether a verb without a subject is one of several: "explican", "dizem"."""
        endings = self.cues.plural_verb_endings
        if not endings:
            return False
        cue = self.text[found.cue.start : found.cue.end].lower().split()
        return any(word.endswith(endings) for word in cue[:2])

    def _is_any(self, found: Attribution, verbs: frozenset[str]) -> bool:
        """Whether the cue is one of some verbs."""
        cue = self.text[found.cue.start : found.cue.end].lower().replace("-", " ").split()
        return not verbs.isdisjoint(cue)

    def _owner_in_sentence(
        self, pronoun: Phrase, tokens: Tokens, sentence: int, *, is_reply: bool
    ) -> Span | None:
        """Whom "she" means in "X denounced what she called": the source named before it."""
        end = sentence
        while (
            end < tokens.length
            and not tokens.kinds[end] & QUOTE
            and tokens.end(end) <= pronoun.start
        ):
            end += 1
        if end - sentence < _SHORTEST_CLAUSE:
            return None
        found = reported_attribution(tokens, sentence, end)
        if found is None or found.phrase is None or found.phrase.kind != "name":
            return None
        if is_reply and opens_with_clause(tokens, sentence):
            return None  # "Als X fragte, antwortete sie"
        return self.speakers.hear(found.phrase)

    def _plural_subject(self, pronoun: Phrase, tokens: Tokens, sentence: int) -> Phrase | None:
        """Whom "they" means: the subject that opens the same sentence, if it has one."""
        if pronoun.words[0].lower() not in self.cues.plural_pronouns:
            return None
        if not tokens.kinds[sentence] & CAPITAL or tokens.starts[sentence] >= pronoun.start:
            return None
        phrase, _ = phrase_after(tokens, sentence)
        if phrase is None or phrase.kind != "name":
            return None
        is_common = len(phrase.words) == 1 and phrase.words[0] not in self.speakers.names.inside
        return None if is_common else phrase  # "Savings in the yard meant ..., they said"

    def _opens_sentence(self, tokens: Tokens, place: int, sentence: int) -> bool:
        """Whether nothing but signs, or a dateline, stands before the quote in its sentence."""
        if place - sentence > _LONGEST_DATELINE:
            return False
        before = [kind for kind in tokens.kinds[sentence:place] if kind & (WORD | QUOTE)]
        if not before:
            return True
        return (
            tokens.texts[place - 1] in {"-", "–", "—", "--"}
            and sentence == 0
            and len(before) <= 5
            and bool(before[0] & (CAPITAL | QUOTE))
            and not tokens.any(BEFORE, sentence, place)
        )

    def _is_own(self, tokens: Tokens, place: int, after: Attribution, content: str) -> bool:
        """Whether the words after a quote are its attribution and not the next sentence."""
        if not tokens.any(END, place + 1, after.first):
            return True
        is_verb_first = after.cue.start == tokens.starts[after.first]
        following = tokens.kinds[after.last]
        is_he = after.phrase is not None and after.phrase.kind == "pronoun" and not is_verb_first
        if is_he and tokens.kinds[after.first] & CAPITAL and following & DETERMINER:
            return False  # "« ... ? » Il demande une enquête."
        if content[-1:] in {"!", "?", "…", ","}:
            return after.last - after.first <= 12
        return is_verb_first and after.last - after.first <= 12

    def _trailing(self, tokens: Tokens, place: int) -> Attribution | None:
        """An attribution at the end of the quote's sentence: ..., kata X."""
        for comma in range(place + 1, min(tokens.length, place + 40)):
            if tokens.kinds[comma] & (END | QUOTE):
                return None
            if tokens.texts[comma] == ",":
                found = attribution_after(tokens, comma)
                if found is not None and found.phrase is not None and found.first == comma + 1:
                    is_verb_first = found.phrase.start >= found.cue.end
                    if is_verb_first or found.last >= tokens.length - 2:
                        return found
        return None

    def _after_is_better(self, before: Attribution, after: Attribution, content: str) -> bool:
        if before.phrase is None and after.phrase is not None and self.cues.drops_subjects:
            return True  # "Ante esto han hablado de “...”, dice X"
        if before.cue.start == before.cue.end:
            # A colon alone tells less than a verb ("Problème : « ... », indique X") with a source.
            return after.phrase is not None or before.phrase is None
        if self.text[after.cue.start : after.cue.end].lower() in self.cues.by:
            told = self.text[before.phrase.end if before.phrase else 0 : before.cue.end]
            own = self.cues.reflexives.intersection(re.findall(r"\w+'?", told.lower()))
            return not own  # "fue tachado de «...» por X", but "se dit « ... » par X"
        if self.cues.keeps_clauses and before.phrase is not None and before.phrase.kind == "name":
            return False  # "X menyebut itu “...”, lapor Y"
        is_vague = before.phrase is not None and before.phrase.kind == "pronoun"
        if is_vague and before.phrase is not None and after.phrase is not None:
            low = before.phrase.words[0].lower()
            if low in self.cues.relatives and not before.is_adjacent:
                return True  # "Quem viu conta que ... “...”, contou X"
        is_verb_first = after.phrase is not None and after.cue.start < after.phrase.start
        is_unnamed = before.phrase is not None and before.phrase.kind == "description"
        if (
            is_verb_first
            and is_unnamed
            and after.phrase is not None
            and after.phrase.kind == "name"
        ):
            return True  # "Beberapa nelayan mengatakan, “...” jelas X"
        if not before.is_adjacent and is_verb_first and content[-1:].isalnum():
            # "n'étaient «pas là», a indiqué la ministre X"
            return after.phrase is not None and after.phrase.kind == "name"
        if before.is_adjacent or before.phrase is not None:
            return False
        return content[-1:] == "," or after.phrase is not None

    def _speech_kind(
        self,
        tokens: Tokens,
        place: int,
        content: str,
        found: Attribution,
        before: Attribution | None,
        opens: bool,
    ) -> QuoteKind:
        if opens:
            return "direct"
        previous = tokens.texts[place - 1]
        starts_high = not content[0].islower()
        if previous == ":" or (previous == "," and starts_high):
            return "direct"
        if found is before and found.is_adjacent and starts_high and content.count(" ") >= 2:
            return "direct"
        return "partial"

    def _decide_without_cue(
        self,
        number: int,
        place: int,
        sentence: int,
        content: str,
        opens: bool,
        subject: Span | None,
    ) -> None:
        tokens = self.tokens[number]
        quote = tokens.quotes[place]
        words = word_count(content)
        previous = tokens.texts[place - 1] if place else ""
        if opens:
            nearby = tokens.kinds[place + 1 : place + 4]
            following = next((kind for kind in nearby if kind & (WORD | END | QUOTE)), END)
            stands_alone = bool(following & END) or self._closes_line(tokens, place)
            ends = content[-1:] in _STOPS
            is_short = words >= _SHORTEST_ANSWER and not is_title_case(content)
            ends = ends or (is_short and tokens.texts[place + 1] == ".")  # “Aguanta bien”.
            has_comma = tokens.texts[place + 1] == ","
            is_clause = words >= _SHORTEST_ANSWER and not is_title_case(content.rstrip(","))
            is_speech = content[-1:] == "," and (is_clause or self.cues.has_capital_nouns)
            is_speech = is_speech or (stands_alone and (ends or words >= 4))
            is_speech = is_speech or (words >= 7 and tokens.texts[place + 1] == "(")
            is_speech = is_speech or (words >= 3 and self._is_told_behind_colon(tokens, place))
            is_speech = is_speech or (has_comma and words >= 3 and not is_title_case(content))
            is_speech = is_speech or (words >= 7 and ends)
            if is_speech and not self._is_pulled(quote, content):
                self._settle_direct(number, place, content)
            return
        near = self.speakers.near
        is_whole = words >= 3 or content[-1:] in _STOPS
        is_whole |= words == _SHORTEST_ANSWER and tokens.texts[place + 1] == "."
        starts_high = content[0].isupper() or content[0].isdigit()
        if previous == ":" and is_whole and starts_high and not is_title_case(content):
            opening = self._named_before_colon(tokens, sentence, place - 1, subject)
            self.speakers.near = opening or self.speakers.near
            self._settle_direct(number, place, content)
            return
        if colon := colon_of_reported(tokens, sentence, place):
            opening = self._named_before_colon(tokens, sentence, colon, subject)
            if opening is not None:
                self._settle(quote, Decision("partial", opening))
                return
        earlier = self._earlier_in_sentence(tokens, place, sentence)
        if earlier is not None and earlier.kind in {"direct", "partial"}:
            kind: QuoteKind = "direct" if previous in ",.:" else "partial"
            self._settle(quote, earlier._replace(kind=kind))
            return
        told = found_or_told(tokens, place, sentence)
        if told is not None:
            self._settle(quote, told)
            return
        has_mood = tokens.any(MOOD, max(sentence, place - _LONGEST_GAP), place)
        is_told = has_mood or near not in {None, subject}
        if not is_told and self._is_done(tokens, place, sentence, content):
            return
        is_fragment = words >= 5 and content[0].islower()
        is_fragment |= words >= 4 and not self.language.table("speech")
        is_fragment |= words >= 3 and self.speakers.near is not None
        is_fragment |= words >= 3 and self._is_predicate(tokens, place, sentence, content)
        is_fragment |= self._is_stated(tokens, place)
        is_thing = not has_mood and self._is_thing(tokens, place, sentence, content)
        is_fragment = (words >= 6 or has_mood or is_fragment) and not is_thing
        if is_fragment and not is_title_case(content.rstrip(",.")):
            speaker = self.speakers.near or self._body_that_opens(tokens, sentence)
            speaker = speaker or self.speakers.last
            if is_suffered(tokens, place, sentence):
                speaker = None  # "X was accused of “...”", and nobody tells by whom
            self._settle(quote, Decision("partial", speaker))

    def _is_told_behind_colon(self, tokens: Tokens, place: int) -> bool:
        """Whether a colon stands behind an utterance, and who is named: "“...”: | X non molla"."""
        if tokens.texts[place + 1] != ":" or not self.cues.drops_subjects:
            return False
        phrase, last = phrase_after(tokens, place + 2)
        is_name = phrase is not None and phrase.kind == "name" and last > place + 3
        return is_name or bool(
            tokens.kinds[place + 2] & DETERMINER and phrase and are_somebody(tokens, phrase)
        )

    def _named_before_colon(
        self, tokens: Tokens, start: int, colon: int, subject: Span | None
    ) -> Span | None:
        """Whom a sentence without a verb of saying names before its colon: "Roe winks: “...”"."""
        opening = self._name_that_opens(tokens, start)
        opening = opening or self._name_behind_copula(tokens, start, colon)
        opening = opening or self._spoken_from_clause(tokens, start, colon)
        if opening is None and (subject is None or not self.speakers.is_named(subject)):
            opening = self.speakers.named_last(tokens, start, colon)
        return opening or self._heard_from(tokens, start, colon)

    def _heard_from(self, tokens: Tokens, start: int, colon: int) -> Span | None:
        """From whom it is heard up to a colon: "Anders klingt das bei | einem Spieler |: ..."."""
        if not self.cues.has_capital_nouns:
            return None
        for place in tokens.places(WHENCE, start + 1, colon):
            phrase, last = phrase_after(tokens, place + 1)
            is_told_of = tokens.texts[last] == "," and tokens.kinds[last + 1] & STANDING_ARTICLE
            if phrase is None or not (last == colon or is_told_of) or phrase.kind == "pronoun":
                continue
            if phrase.kind == "name" or self.cues.has_role([word.lower() for word in phrase.words]):
                return self.speakers.meant(phrase)
        return None

    def _is_alone(self, one: Marked) -> bool:
        """Whether a marked stretch fills its line."""
        line_end = self.text.find("\n", one.end)
        behind = self.text[one.end : line_end if line_end >= 0 else len(self.text)]
        begin = self.text.rfind("\n", 0, one.start) + 1
        return not behind.strip() and not self.text[begin : one.start].strip()

    def _is_pulled(self, quote: int, content: str) -> bool:
        """Whether the article itself says what is set off in marks: its own words once more."""
        one = self.marked[quote]
        low = content.lower()
        if self._is_alone(one) and any(
            low in other.content(self.text)[: len(content) + _SHORTEST_PULLED].lower()
            for other in self.marked
            if len(content) < other.end - other.start - _LONGEST_INITIALS
        ):
            return True  # a subheading
        if len(content) < _SHORTEST_PULLED:
            return False
        other = self.text.find(content, max(0, one.start - _NEAREST_TWIN), one.start)
        if other < 0:
            other = self.text.find(content, one.end, one.end + _NEAREST_TWIN)
        return other >= 0 and not any(each.start <= other < each.end for each in self.marked)

    def _is_listed(
        self, tokens: Tokens, place: int, content: str, found: Attribution | None
    ) -> bool:
        """Whether marked words stand in a row behind a name or a term, and nobody says them.

        Who tells of the row says none of it, where the words are few: X said they were sold
        under the names of “salt”, “flour” and “milk”.
        """
        earlier = place - 1
        is_joined = tokens.kinds[earlier] & (COORDINATOR | BARRIER)
        earlier -= bool(is_joined)
        earlier -= tokens.texts[earlier] == ","
        if not 0 <= earlier < place - 1 or not tokens.kinds[earlier] & QUOTE:
            return False
        decision = self.decisions.get(tokens.quotes[earlier])
        if decision is None or decision.kind not in {"term", "title"}:
            return False
        is_told_before = found is not None and found.cue.start < tokens.starts[earlier]
        return found is None or (is_told_before and len(content.split()) <= _SHORTEST_ANSWER)

    def _is_noun_in_singles(
        self, tokens: Tokens, place: int, content: str, found: Attribution | None
    ) -> bool:
        """Whether single marks set off the name of a thing, behind its noun: suara 'walkie-talkie'.

        But "menyifatkannya sebagai 'keterlaluan'", "menyebut itu 'gila'".
        """
        if not self.cues.keeps_clauses or self.text[tokens.starts[place]] not in _SINGLES:
            return False
        if " " in content or (found is not None and found.is_adjacent):
            return False
        others = STOP | DEMONSTRATIVE | BEFORE | AFTER | PRONOUN | NEGATION | FINITE | ADVERB
        before = tokens.kinds[place - 1]
        is_noun = before & (SMALL | others) == SMALL
        low = tokens.lows[place - 1]
        is_noun = is_noun and not low.endswith(self.cues.pronoun_suffixes)  # "dirinya"
        return is_noun and low not in self.cues.predicatives

    def _is_where(self, tokens: Tokens, place: int, sentence: int, content: str) -> bool:
        """Whether a preposition opens a sentence with a title: "En «La noche», X narra ..."."""
        is_opening = place == sentence + 1 and tokens.kinds[sentence] & LOCATIVE
        is_title = content[0].isupper() and word_count(content) <= _LONGEST_TERM
        return bool(is_opening and is_title and tokens.texts[place + 1] == ",")

    def _is_label(
        self, tokens: Tokens, place: int, sentence: int, found: Attribution | None
    ) -> bool:
        """Whether the sentence tells what something is called: "Das Motto | lautet „...“"."""
        is_colon = tokens.texts[place - 1] == ":"
        if is_colon and place - sentence <= _SHORTEST_CLAUSE:
            return tokens.lows[place - 2] in self.cues.labels  # "Sa devise : « ... »"
        last = sentence if is_colon else sentence + _SHORTEST_CLAUSE
        for noun in range(sentence, min(last, place - 1)):
            if tokens.lows[noun] not in self.cues.labels or not tokens.kinds[noun + 1] & SMALL:
                continue
            phrase = found.phrase if found is not None else None
            return found is None or (phrase is not None and phrase.end == tokens.end(noun))
        return False

    def _is_predicate(self, tokens: Tokens, place: int, sentence: int, content: str) -> bool:
        """Whether marked words say what something is or ought to do, and somebody has spoken."""
        if self.speakers.last is None or not content[0].islower():
            return False
        if tokens.kinds[place - 1] & (FINITE | DETERMINER) != FINITE:
            return False
        if tokens.texts[place + 1] != "." and not tokens.kinds[place + 1] & END:
            return False
        return not tokens.any(TERM_NOUN | WORK, sentence, place)

    def _is_done(self, tokens: Tokens, place: int, sentence: int, content: str) -> bool:
        """Whether marked words are what somebody has done, and nobody tells so: "ont “fermé X”"."""
        opening = self.cues.kinds[content.split()[0]]
        if opening & (DETERMINER | STOP | FUNCTION | FINITE):
            return False  # "has “no plans”"
        before = place - 1
        while before > sentence and not tokens.kinds[before] & (AUXILIARY | FINITE):
            if tokens.kinds[before] & (ADVERB | SMALL) != ADVERB | SMALL:
                return False
            before -= 1
        return bool(tokens.kinds[before] & AUXILIARY or tokens.lows[before] in self.cues.adverbs)

    def _body_that_opens(self, tokens: Tokens, start: int) -> Span | None:
        """The body that opens a sentence: "La Cancillería | emitió una nota en la que “...”"."""
        if not self.cues.has_small_bodies or not tokens.kinds[start] & CAPITAL:
            return None
        phrase, _ = phrase_after(tokens, start)
        is_body = phrase is not None and any(self.cues.is_body(w.lower()) for w in phrase.words[:2])
        return self.speakers.meant(phrase) if is_body else None

    def _is_stated(self, tokens: Tokens, place: int) -> bool:
        """Whether what somebody gives out holds marked words: "una nota | en la que “lamenta”"."""
        if not self.cues.has_small_bodies or not tokens.kinds[place - 1] & RELATIVE:
            return False
        return tokens.any(STATEMENT, max(0, place - _LONGEST_RELATIVE), place)

    def _is_thing(self, tokens: Tokens, place: int, sentence: int, content: str) -> bool:
        """Whether marked words are a noun with its article where nobody says anything.

        "The mayor turned the square into a “garden for everybody”", but "called it a “...”".
        """
        before = tokens.kinds[place - 1]
        if tokens.lows[place - 1] in self.cues.questions:
            return True  # "an answer to the question “...”"
        is_called = tokens.lows[place - 1] in self.cues.predicatives
        if is_called and tokens.any(TERM_NOUN, max(sentence, place - _LONGEST_LABEL), place):
            return True  # "is known on the coast as “...”"
        if not before & DETERMINER or tokens.lows[place - 2] in self.cues.predicatives:
            return False
        if any(self.cues.kinds[word] & (FINITE | MOOD) for word in content.lower().split()):
            return False
        end = next(iter(tokens.places(END, place, tokens.length)), tokens.length)
        is_framed = any(kind & (FRAME | FRONTED) == FRAME for kind in tokens.kinds[sentence:end])
        return not is_framed and not tokens.any(BEFORE | AFTER, sentence, end)

    def _name_that_opens(self, tokens: Tokens, start: int) -> Span | None:
        """A first and a family name that open a sentence: "Emil Trost schüttelt den Kopf: ..."."""
        start += bool(tokens.kinds[start] & (ADVERB | STOP) and tokens.kinds[start + 1] & CAPITAL)
        is_noun = tokens.kinds[start + 2] & (CAPITAL | _IN_NO_NAME) == CAPITAL
        start += bool(is_noun and self.cues.has_capital_nouns)  # "Torfrau | Lea Kern zollte"
        kinds = tokens.kinds[start : start + 3]
        if not self.cues.has_capital_nouns or start + 2 >= tokens.length:
            return None
        is_name = all(kind & (CAPITAL | _IN_NO_NAME) == CAPITAL for kind in kinds[:2])
        if not is_name or not kinds[2] & SMALL:
            return None
        words = tuple(tokens.texts[start : start + 2])
        phrase = Phrase(tokens.starts[start], tokens.end(start + 1), "name", words)
        return self.speakers.meant(phrase)

    def _named_in_brackets(self, number: int, place: int) -> Span | None:
        """Who stands in brackets behind an utterance, or in those that fill the line below it."""
        tokens, opening = self.tokens[number], place + 1
        opening += bool(tokens.kinds[opening] & END)
        if opening >= tokens.length and number + 1 < len(self.tokens):
            tokens, opening = self.tokens[number + 1], 0
        closing = tokens.length - 1 - (tokens.texts[tokens.length - 1] == ".")
        if tokens.texts[opening] != "(" or closing <= opening or tokens.texts[closing] != ")":
            return None
        if ")" in tokens.texts[opening:closing]:
            return None
        phrase, last = phrase_after(tokens, opening + 1)
        if phrase is not None and len(phrase.words) == 1 and tokens.kinds[last] & SMALL:
            role = tokens.kinds[last + 1] & (ROLE | BODY)  # "(Seelows neuer Trainer X)"
            phrase = phrase_after(tokens, last + 1)[0] if role else phrase
        if phrase is None or phrase.kind != "name":
            return None
        speaker = self.speakers.meant(phrase)
        is_named = len(phrase.words) > 1 or self.speakers.names.fullest(phrase.words) is not None
        is_person = speaker is not None and self.speakers.is_named(speaker)
        return speaker if is_named and is_person else None

    def _presented(self, tokens: Tokens, start: int, colon: int, found: Attribution) -> Attribution:
        """An attribution with whom it means by "who": "Quien también habló fue X: ..."."""
        phrase = found.phrase
        if phrase is None or phrase.words[0].lower() not in self.cues.relatives:
            return found
        return found._replace(phrase=self._behind_copula(tokens, start, colon) or phrase)

    def _name_behind_copula(self, tokens: Tokens, start: int, colon: int) -> Span | None:
        """Whom a sentence brings in before its colon: "Le premier, c'est X, tout pâle : ..."."""
        phrase = self._behind_copula(tokens, start, colon)
        return self.speakers.meant(phrase) if phrase is not None else None

    def _behind_copula(self, tokens: Tokens, start: int, colon: int) -> Phrase | None:
        for place in reversed(tokens.places(FINITE, start, colon)):
            phrase, last = phrase_after(tokens, place + 1)
            if phrase is not None and phrase.kind == "name" and tokens.texts[last] in {",", ":"}:
                return self._whose_case(phrase) if self.cues.drops_subjects else phrase
            is_somebody = phrase is not None and phrase.kind == "description"
            is_somebody = is_somebody and tokens.lows[place] in self.cues.copulas
            if is_somebody and phrase is not None and not tokens.kinds[start] & DETERMINER:
                low = [word.lower() for word in phrase.words]
                if self.cues.has_role(low) or not self.cues.generic_roles.isdisjoint(low[:2]):
                    return phrase  # "Más dura fue una fuente consultada por X: ..."
        return None

    def _closes_line(self, tokens: Tokens, place: int) -> bool:
        """Whether only initials in brackets stand behind a quote: “Besok kami kembali.” (abc)"""
        texts, last = tokens.texts, tokens.length - 1
        return (
            texts[place + 1] in _BRACKETS
            and _BRACKETS[texts[place + 1]] == texts[last]
            and (last - place <= _LONGEST_INITIALS)
        )

    def _settle_direct(self, number: int, place: int, content: str) -> None:
        """An utterance without a cue beside it: look inside it, then around it."""
        quote = self.tokens[number].quotes[place]
        one = self.marked[quote]
        cue = None
        inside = None
        if not _INSERTING.isdisjoint(content):
            inner = tokens_of(self.text, one.span, (), (), self.cues)
            inside = attribution_inside(inner) if inner.length < _LONGEST_UTTERANCE else None
        if inside is not None:
            speaker = self.speakers.hear(inside.phrase)
            cue = inside.cue
        else:
            if not place and number and self._is_topic(self.tokens[number - 1]):
                self.speakers.near = self._main_speaker()
            speaker = self._told_above(number, place) or self._signed_below(one)
            speaker = speaker or self._named_in_brackets(number, place)
            speaker = speaker or self._next_in_exchange(number, place)
            is_read, read = self._read_at_colon(number, place)
            speaker = speaker or (read if is_read else self._speaker_around(number, place))
            if speaker is not None:
                self.speakers.repeat(speaker)
        self._settle(quote, Decision("direct", speaker, cue))

    def _told_above(self, number: int, place: int) -> Span | None:
        """Who is told to speak by the line above, which ends in a colon: "Jane Roe said:"."""
        if place or not number:
            return None
        above = self.tokens[number - 1]
        last = above.length - 1
        if last < 1 or above.texts[last] != ":" or above.quotes or self._is_topic(above):
            return None
        found = attributions_before(above, above.length, 0)
        if found is None or found.phrase is None:
            return None
        if found.phrase.kind == "pronoun" and self.speakers.is_bare(found.phrase):
            return None
        return self.speakers.meant(found.phrase)

    def _read_at_colon(self, number: int, place: int) -> tuple[bool, Span | None]:
        """Whether what is read stands behind a colon, and what or whose it is, if that is told.

        "Unggahan itu disertai narasi:", "Berikut pernyataan lengkap Budi Hartono:".
        """
        tokens = self.tokens[number if place else number - 1]
        colon = (place or tokens.length) - 1
        if not self.cues.keeps_clauses or colon < 1 or tokens.texts[colon] != ":":
            return False, None
        start = max((end + 1 for end in tokens.places(END | QUOTE, 0, colon)), default=0)
        noun = next((i for i in range(start, colon) if self._is_of_what_is_read(tokens, i)), None)
        subject = self.speakers.note_subject(tokens, start) if noun is not None else None
        if noun is None or (subject is not None and self.speakers.is_somebody(subject)):
            return False, None
        issuer = issued_by(tokens, start, colon)
        owner = issuer or (source_after(tokens, noun)[0] if noun > start else None)
        if owner is not None and owner.kind == "name":
            return True, self.speakers.meant(owner)
        is_shown = noun == start and tokens.kinds[noun + 1] & DEMONSTRATIVE
        return True, tokens.span(noun, noun + 2) if is_shown else None

    def _is_of_what_is_read(self, tokens: Tokens, place: int) -> bool:
        """Whether a word is a document or what is said in one, perhaps with a pronoun: isinya."""
        low = tokens.lows[place]
        for suffix in ("", *self.cues.pronoun_suffixes):
            stem = low.removesuffix(suffix)
            if stem in self.cues.documents or self.cues.kinds[stem] & (STATEMENT | WORK):
                return len(stem) > 1
        return False

    def _signed_below(self, one: Marked) -> Span | None:
        """Who is named behind a dash on the line below a quote: – Jane Roe."""
        found = _SIGNATURE.match(self.text, one.end)
        if found is None:
            return None
        below = tokens_of(self.text, Span(*found.span(1)), (), (), self.cues)
        phrase, closing = phrase_after(below, 0)
        if phrase is None or phrase.kind != "name":
            return None
        joined = below.kinds[closing] & COORDINATOR and below.kinds[below.length - 1] & CAPITAL
        is_alone = closing >= below.length or not below.kinds[closing] & WORD
        return self.speakers.meant(phrase) if is_alone or joined else None

    def _earlier_in_sentence(self, tokens: Tokens, place: int, sentence: int) -> Decision | None:
        for other in range(place - 1, max(sentence, place - _LONGEST_GAP) - 1, -1):
            if tokens.kinds[other] & QUOTE:
                return self.decisions.get(tokens.quotes[other])
        return None

    def _speaker_around(self, number: int, place: int) -> Span | None:
        """Who speaks in a quote without a cue: who spoke before it here, or after, or last."""
        if self.speakers.near is not None:
            return self.speakers.near
        tokens = self.tokens[number]
        kinds = tokens.kinds
        start = place + 1
        while start < tokens.length and not kinds[start] & WORD:
            start += 1
        end = start
        while end < tokens.length and not kinds[end] & END:
            end += 1
        if start < end:
            opens = all(
                kind & (WORD | DIGIT) != WORD for kind in kinds[:place]
            )  # "10h32 : « ... »"
            newcomer = self._brought_up_behind(tokens, start, end) if opens else None
            if newcomer is not None:
                return newcomer
            found = reported_attribution(tokens, start, end)
            if found is not None and found.phrase is not None and found.phrase.kind != "pronoun":
                return self.speakers.meant(found.phrase)
            if self.speakers.last is None:
                subject = self.speakers.note_subject(tokens, start)
                return subject or self.speakers.note_mention(tokens, start, end)
        return self._brought_up_above(number, place) or self.speakers.last

    def _brought_up_behind(self, tokens: Tokens, start: int, end: int) -> Span | None:
        """Who is named for the first time right behind a quote: “All is lost.” Jane Roe, 71, ..."""
        phrase, last = phrase_after(tokens, start)
        if phrase is None or phrase.kind != "name" or last >= end or phrase.words[0].islower():
            return None
        if tokens.kinds[start] & _IN_NO_NAME and phrase.start == tokens.starts[start]:
            return None
        speaker = self.speakers.meant(phrase)
        if speaker is None or self.speakers.is_heard(speaker):
            return None
        is_told = tokens.texts[last] == "," and self.speakers.is_plain_person(speaker)
        return speaker if is_told or self.speakers.is_full(speaker) else None

    def _brought_up_above(self, number: int, place: int) -> Span | None:
        """Whom a sentence of the paragraph above opens with, where a quote stands alone.

        Or whom it names as a person: "En av dem är Jens Bäck, 45."
        """
        if place or any(kind & WORD for kind in self.tokens[number].kinds):
            return None
        named = self.named_in.get(number - 1)
        if named is None:
            return None
        if not self.speakers.is_full(named):
            is_role = self.cues.is_definite_role(self.text[named.start : named.end].lower())
            return named if is_role else None  # "Ministern | är besviken."
        if self.speakers.is_plain_person(named):
            return named
        above = self.tokens[number - 1]
        words = self.text[named.start : named.end].split()
        starts = [0, *(end + 1 for end in above.places(END))]
        opens = any(above.texts[start : start + len(words)] == words for start in starts)
        return named if opens else None


def word_count(content: str) -> int:
    """How many words a stretch has; in scripts without blanks two characters make one."""
    return max(len(content.split()), len(_WIDE.findall(content)) // 2)
