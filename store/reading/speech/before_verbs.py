"""Who says what where neither capitals nor endings tell names, and subjects precede their verbs.

In Hindi a word marks the subject (महापौर राजेश वर्मा ने कहा), in Thai the verb follows it, without
blanks between words (นายสมชาย วงศ์ดี กล่าวว่า). Verbs, roles and what parts a subject from the words
before it are the table ``[speech]`` of a language whose file says ``is_named_before_verb``. What is
decided here is what `quotes.py` decides for the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from store.model import QuoteKind, Span
from store.reading.languages import Language
from store.reading.patterns import any_of
from store.reading.quotation_marks import Marked
from store.reading.speech.by_line import Decision, SpeechByLine

#: A letter or a sign on one; Python takes vowel signs for no part of a word.
_LETTER = r"[\w\u0900-\u0963\u0970-\u097f\u0e00-\u0e7f]"
_WORD = re.compile(rf"{_LETTER}[^\s,،;:()\"“”'‘’।]*")
#: What stands between blanks, or a bracket: นางสาวอร | (นามสมมติ) | หนึ่งในผู้เสียหาย.
_CHUNK = re.compile(r"\([^()]*\)|[^\s()]+")
_SIGN_OF_CLAUSE = re.compile(r"[,;:()\"“”।|]|\s[-–—]\s")
_STOPS = "।.!?…"
_LONGEST_SOURCE = 9
_LONG = 12
_WINDOW = 160
_LONGEST_LABEL = 40
_SHORTEST_CLAUSE = 12
_LEAST_OF_FRAGMENT = 2


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's verbs and small words, ready to be looked up."""

    #: What ends a sentence.
    stop: re.Pattern[str]
    #: A verb of saying anywhere in a sentence whose subject is marked.
    said: re.Pattern[str] | None
    #: What stands right behind a source: its mark, a verb, a frame.
    behind: re.Pattern[str]
    #: What stands right before a source: ตามที่.
    frames: re.Pattern[str]
    #: The "that" behind a verb, from which on something is told without marks.
    complementizer: re.Pattern[str]
    #: What no name goes over to its left: में, और, ขณะที่.
    breaks: frozenset[str]
    #: The same where words have no blanks between them.
    glued_breaks: re.Pattern[str]
    pronouns: frozenset[str]
    roles: frozenset[str]
    #: What opens the name of a person, and of a role or a body, without a blank behind it.
    title: re.Pattern[str]
    role: re.Pattern[str]
    names: re.Pattern[str]
    documents: frozenset[str]
    has_no_blanks: bool


@cache
def words_of(language: Language) -> Words:
    """The patterns of a language's table ``[speech]``."""
    listed = partial(language.words, "speech")
    has_no_blanks = bool(language.table("speech").get("has_no_blanks"))
    edge = "" if has_no_blanks else rf"(?<!{_LETTER})"
    end = "" if has_no_blanks else rf"(?!{_LETTER})"
    marks, verbs, plain = listed("subject_marks"), listed("verbs"), listed("plain_verbs")
    fused = [word for word in listed("pronouns") if word.endswith(tuple(marks) or ("\0",))]
    stop = r"[।!?…](?=\s|$)" if not has_no_blanks else r"[!?…](?=\s|$)"
    return Words(
        stop=re.compile(stop),
        said=re.compile(rf"{edge}(?:{any_of(verbs)}){end}") if marks else None,
        behind=re.compile(
            rf"{edge}(?:(?P<mark>{any_of(marks)})|(?P<fused>{any_of(fused)})"
            rf"|(?P<verb>{any_of([*plain, *listed('frames')])})){end}"
        ),
        frames=re.compile(rf"{edge}{any_of(listed('before_frames'))}{end}"),
        complementizer=re.compile(rf"{edge}{any_of(listed('complementizers'))}{end}\s*"),
        breaks=frozenset(listed("breaks")),
        glued_breaks=re.compile(rf"^{any_of(listed('breaks'))}(?={_LETTER})"),
        pronouns=frozenset(listed("pronouns")),
        roles=frozenset(listed("roles")),
        title=re.compile(rf"(?!{any_of(listed('roles'))}){any_of(listed('titles'))}"),
        role=re.compile(rf"{any_of(listed('roles'))}"),
        names=re.compile(rf"{edge}{any_of(listed('term_nouns'))}\s*$"),
        documents=frozenset(listed("documents")),
        has_no_blanks=has_no_blanks,
    )


class _Source(NamedTuple):
    """Who speaks, None for who spoke last, and by which word that is told."""

    name: Span | None
    cue: Span
    end: int


class BeforeVerbPage(SpeechByLine):
    """Decides on the marked stretches of an article by who stands before a verb."""

    def _prepare(self, lines: Sequence[Span], language: Language) -> None:
        self.words = words_of(language)
        #: The fullest name that each of its words stands for.
        self.named: dict[str, Span] = {}

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, line: Span, marked: Sequence[tuple[int, Marked]]) -> None:
        position = begin = line.start
        is_plain = True
        for index, one in marked:
            if one.start < position:
                continue
            for stop in self.words.stop.finditer(self.text, position, one.start):
                self._hear(begin, stop.start(), is_plain=is_plain)
                begin, is_plain = stop.end(), True
            decision = self._decide(line, one, begin, max(begin, position))
            self.decisions[index] = decision
            if decision.kind in {"direct", "partial"}:
                is_plain = False
                self.last = decision.speaker or self.last
            position = max(position, one.end)
        for stop in self.words.stop.finditer(self.text, position, line.end):
            self._hear(begin, stop.start(), is_plain=is_plain)
            begin, is_plain = stop.end(), True
        self._hear(begin, line.end, is_plain=is_plain)

    def _hear(self, start: int, end: int, *, is_plain: bool) -> None:
        """Remember who speaks in a sentence without marks, and what is told there."""
        found = self._source(start, end) if is_plain else None
        if found is None:
            self.last = (self._doer(start, end) if is_plain else None) or self.last
            return
        self.last = found.name or self.last
        clause = self.words.complementizer.search(self.text, found.end, end)
        begin = clause.end() if clause else found.cue.end
        told = Span(begin, begin + len(self.text[begin:end].rstrip()))
        is_clause = clause is not None or self.words.has_no_blanks
        if self.last is not None and is_clause and told.end - told.start >= _SHORTEST_CLAUSE:
            self.reported.append((told, Decision("reported", self.last, found.cue)))

    def _doer(self, start: int, end: int) -> Span | None:
        """The person with a role whom a sentence tells to do something: जिलाधिकारी अनिता राय ने."""
        mark = self.words.behind.search(self.text, start, end)
        if mark is None or mark["mark"] is None:
            return None
        name = self._name(start, mark.start())
        before = self.text[start : name.start].split() if name is not None else []
        has_role = before and before[-1] in self.words.roles
        return self._meant(name) if name is not None and has_role else None

    # Decisions --------------------------------------------------------------------------------

    def _decide(self, line: Span, one: Marked, begin: int, floor: int) -> Decision:
        content = one.content(self.text)
        before = self.text[floor : one.start]
        opens = not before.strip(" -–—")
        is_whole = content[-1:] in _STOPS + ","
        limit = min(line.end, one.end + _WINDOW)
        if stop := self.words.stop.search(self.text, one.end, limit):
            limit = stop.start()
        if self.words.names.search(self.text, max(floor, one.start - _LONG), one.start):
            return Decision("term")
        found = None
        if opens:
            found = self._source(one.end, limit)
        if found is None:
            found = self._source(begin, one.start, one.end, limit)
        if found is not None and (opens or self._is_said(content, before, found)):
            is_direct = opens or is_whole or before.rstrip()[-1:] in (":", ",")
            is_direct = is_direct or found.end >= begin + len(self.text[begin : one.start].rstrip())
            is_long = self.words.has_no_blanks or (len(content) >= _LONG and " " in content)
            kind: QuoteKind = "direct" if is_direct and is_long else "partial"
            return Decision(kind, found.name or self.last, found.cue)
        if before.rstrip()[-1:] == ":" and len(content) >= _LONG:
            return Decision("direct", self._label(begin, floor + len(before.rstrip()) - 1))
        is_alone = opens and (is_whole or not self.text[one.end : line.end].strip(" ."))
        if is_alone and len(content) >= _LONG:
            return Decision("direct", self.last)
        return Decision("term")

    def _is_said(self, content: str, before: str, found: _Source) -> bool:
        """Whether marks inside a sentence hold words that its source said, and no name."""
        if before.rstrip()[-1:] in (":", ","):
            return True
        is_beside = self.text[found.end : found.end + len(before)].strip() == ""
        between = self.text[found.end :][: max(0, len(before))]
        is_fragment = len(content.split()) >= _LEAST_OF_FRAGMENT or self.words.has_no_blanks
        return is_beside or is_fragment or self.words.complementizer.search(between) is not None

    def _label(self, start: int, end: int) -> Span | None:
        """Who stands before a colon: वर्मा: "..."."""
        name = self._name(start, end)
        if name is None or name.end - name.start > _LONGEST_LABEL:
            return self.last
        return self._meant(name)

    # Sources ----------------------------------------------------------------------------------

    def _source(self, start: int, end: int, behind: int = 0, limit: int = 0) -> _Source | None:
        """Who speaks in a stretch; the verb of a marked subject may follow a quote behind it."""
        text, words = self.text, self.words
        best: _Source | None = None
        for match in words.behind.finditer(text, start, end):
            if match["verb"] is None and words.said is not None:
                verb = words.said.search(text, match.end(), end)
                verb = verb or (words.said.search(text, behind, limit) if behind else None)
                if verb is None:
                    continue
                cue = Span(*verb.span())
                reached = verb.end() if verb.end() <= end else match.end()
            else:
                cue, reached = Span(*match.span()), match.end()
            if match["fused"]:
                return _Source(None, cue, reached)
            begin = best.end if best is not None else start
            name = self._name(begin, match.start())
            if name is not None and best is not None and not self._is_somebody(name):
                name = None  # "ปฏิเสธตอบคำถามโดยระบุว่า"
            if name is None:
                if best is None and words.has_no_blanks:
                    best = _Source(None, cue, reached)  # "กล่าวต่อว่า", of who spoke last
                elif best is not None and words.has_no_blanks:
                    best = best._replace(end=reached)
                continue
            if self._is_pronoun(name):
                best = _Source(None, cue, reached)
            elif self._is_document(name):
                continue
            else:
                best = _Source(self._meant(name), cue, reached)
        if best is None and (frame := words.frames.search(text, start, end)):
            name = self._opening_name(frame.end(), end)
            best = _Source(self._meant(name), Span(*frame.span()), end) if name else None
        return best

    def _is_somebody(self, name: Span) -> bool:
        """Whether words that nothing parts from the verb before them name a person or a role."""
        if not self.words.has_no_blanks:
            return True
        is_named = self.words.title.match(self.text, *name)
        is_named = is_named or self.words.role.match(self.text, *name)
        return is_named is not None or self._is_pronoun(name)

    def _is_pronoun(self, name: Span) -> bool:
        return self.text[name.start : name.end] in self.words.pronouns

    def _is_document(self, name: Span) -> bool:
        words = self.text[name.start : name.end].split()
        return words[-1] in self.words.documents or words[0] in self.words.documents

    def _name(self, start: int, end: int) -> Span | None:
        """The words that name who stands right before ``end``."""
        if self.words.has_no_blanks:
            return self._unspaced_name(start, end)
        for sign in _SIGN_OF_CLAUSE.finditer(self.text, start, end):
            if self.text[sign.end() : end].strip():
                start = sign.end()
        found = list(_WORD.finditer(self.text, start, end))
        first = len(found)
        while first and len(found) - first < _LONGEST_SOURCE:
            if found[first - 1][0] in self.words.breaks:
                break
            first -= 1
        run = found[first:]
        if not run:
            return None
        last_role = max(
            (n for n, word in enumerate(run) if word[0] in self.words.roles), default=-1
        )
        if last_role + 1 < len(run):
            run = run[last_role + 1 :]
        return Span(run[0].start(), run[-1].end())

    def _unspaced_name(self, start: int, end: int) -> Span | None:
        """The name before ``end`` where blanks part phrases: นายสมชาย วงศ์ดี นายกเทศมนตรี."""
        text, words = self.text, self.words
        for sign in _SIGN_OF_CLAUSE.finditer(text, start, end):
            if sign[0] not in "()" and text[sign.end() : end].strip():
                start = sign.end()
        found = _CHUNK.finditer(text, start, end)
        chunks = [match.span() for match in found if match[0][0] != "("]
        for number in range(len(chunks) - 1, -1, -1):
            first, last = chunks[number]
            if broken := words.glued_breaks.match(text[first:last]):
                first += broken.end()
            elif text[first:last] in words.breaks:
                chunks = chunks[number + 1 :]
                break
            if words.title.match(text, first, last):
                following = chunks[number + 1] if number + 1 < len(chunks) else None
                if following is None or following[0] > last + 1:
                    return Span(first, last)
                is_family = not words.role.match(text, *following)
                return Span(first, following[1] if is_family else last)
            chunks[number] = (first, last)
            if broken:
                chunks = chunks[number:]
                break
        if not chunks:
            return None
        roles = [chunk for chunk in chunks if words.role.match(text, *chunk)]
        first, last = roles[-1] if roles else chunks[-1]
        return Span(first, last) if last > first else None

    def _opening_name(self, start: int, end: int) -> Span | None:
        """The name right behind a frame, up to a sign: ตามคำกล่าวของ | นายสมชาย วงศ์ดี."""
        sign = _SIGN_OF_CLAUSE.search(self.text, start, end)
        return self._name(start, sign.start() if sign else end)

    def _meant(self, name: Span) -> Span:
        """The fullest name that the article has given to whom a name means."""
        words = self.text[name.start : name.end].split()
        if self.words.has_no_blanks and (title := self.words.title.match(words[0])):
            words[0] = words[0][title.end() :] or words[0]
        keys = words[:1] if self.words.has_no_blanks else words[-1:]
        known = next((self.named[key] for key in keys if key in self.named), None)
        if known is not None and known.end - known.start >= name.end - name.start:
            return known
        for key in keys:
            self.named[key] = name
        return name
