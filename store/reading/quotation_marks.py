"""Quotation marks: which open, which close, and which two belong together.

Finds what stands in marks, by typography alone. Whether it is speech, and whose, is the business
of `quotes.py` and `speakers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from store.model import Line, Span

Family = Literal["double", "angle", "corner", "white corner", "book", "single"]
Role = Literal["open", "close", "either"]

#: Where the closer of an unclosed stretch must have stood: given its start and the end of its
#: line, an offset, or None where nothing tells.
CueFinder = Callable[[int, int], int | None]

# One set of signs comes first, since that is what a search goes through a text with. A single
# sign is a mark only beside something that is no letter.
_SIGN = (
    r"[\"“”„‟＂〝〞〟″«»‹›「」『』《》〈〉'‘’‚‛`]"
    r"(?:(?<=')'|(?<=`)`|(?<=’)’(?!\w)|(?<=‘)‘|(?<![`'‘’‚‛])"
    r"|(?<=['‘’‚‛])(?<![^\W_].)(?=\S)|(?<=\S['’‘‛])(?![^\W_])"
    # In Korean a particle is written together with the closer: ‘더 스탠드’는.
    r"|(?<=[가-힣.?!…]['’])(?=[가-힣]))"
)
_MARK = re.compile(_SIGN)
# Two commas for a low mark (,,Ja”) are looked for only where a text has them: commas are many.
_LOW_COMMAS = ",,"
_MARK_OR_COMMAS = re.compile(rf"{_SIGN}|(?<![^\s:]),,(?=[ \u00a0]?[^\s,])")
#: What programs make of a closer behind a digit: in 2016″.
_PRIME = "″"
_FAMILIES: dict[str, Family] = {
    "''": "double",
    "``": "double",
    "‘‘": "double",
    "’’": "double",
    **dict.fromkeys([*'"“”„‟＂〝〞〟', _PRIME, _LOW_COMMAS], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("《》〈〉", "book"),
    **dict.fromkeys("'‘’‚‛‹›", "single"),
}
_DIRECTIONS: dict[str, Role] = {
    **dict.fromkeys("“„‟〝«‹「『《〈‘‚‛", "open"),
    **dict.fromkeys("”〞〟»›」』》〉’", "close"),
    "``": "open",
    "‘‘": "open",
    "’’": "close",
    _LOW_COMMAS: "open",
    _PRIME: "close",
}
#: What opens beside straight marks, and the signs that close it.
_CURLY = {"“": "”", "„": "“”"}
_STEPS: dict[Role, int] = {"open": -1, "close": 1, "either": 0}
_ONE_WAY = frozenset(("„", "‚", "‹", "›", _LOW_COMMAS, _PRIME))
_OPENING_BEFORE = frozenset("([{<—–-/:=（【・…\"“„«‹‘‚'「『")
_STOPS = frozenset(",.;:!?")
_SAID_BEFORE = frozenset(",.!?…")
_CLOSING_AFTER = frozenset(",.;:!?)]}>—–-/…，。、；：！？）】\"”“»›’'」』")
#: What stands between a quote and who is told to have said it.
_TOLD_BEHIND = re.compile(r"\s?,?\s[—–]\s")
#: What ends what somebody says before the mark that closes it.
_ENDS_OF_SPEECH = frozenset(",.!?…")
#: Signs that open in most languages; so many characters may follow one that is never closed.
_DIRECTED_OPENERS = frozenset("“„«»「")
_LONGEST_UNCLOSED = 500
#: So long may be what is left of an advertisement before a mark.
_LONGEST_PROMPT = 30
#: So many lines of a sentence each a quote may go on without reopening.
_MOST_SENTENCES = 6
_WRAPPERS = frozenset("\"“”„«»‹›'‘’‚*_")
_OPENERS = _WRAPPERS | frozenset("`「『《〈")
_CLOSERS = _WRAPPERS | frozenset(f"\\{_PRIME}」』》〉")


class Mark(NamedTuple):
    """One quotation mark and what it looks like; ``either`` where the blanks do not tell."""

    start: int
    end: int
    sign: str
    family: Family
    role: Role


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks, marks included.

    ``line`` is the index of the line where it begins, ``depth`` how many others hold it, and
    ``is_closed`` false where the closer is missing and the end was inferred.
    """

    start: int
    end: int
    line: int
    family: Family
    depth: int = 0
    is_closed: bool = True
    is_primary: bool = True

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    def content(self, text: str) -> str:
        """What stands between the marks, without outer blanks."""
        inner = text[self.start : self.end]
        if inner[0] == ",":
            inner = inner.removeprefix(_LOW_COMMAS)
        while inner and inner[0] in _OPENERS:
            inner = inner[1:]
        if self.is_closed:
            while inner and inner[-1] in _CLOSERS:
                inner = inner[:-1]
        return inner.strip()


@dataclass(slots=True)
class _Open:
    """A mark that waits for its closer."""

    mark: Mark
    line: int


class _Convention(NamedTuple):
    """How this page uses its marks."""

    reversed_angles: bool = False
    singles_are_primary: bool = False


def find_marked(
    text: str, lines: Sequence[Line], before_cue: CueFinder = lambda _start, _end: None
) -> list[Marked]:
    """Everything in quotation marks on the shown lines, in text order.

    Args:
        text: the article's text.
        lines: its lines in order; hidden ones are not read, and a quote goes on across them only
            where a mark reopens or plainly closes it.
        before_cue: tells where an unclosed stretch must have ended, for want of a closer.

    Returns:
        The marked stretches; a nested one follows the one that holds it.
    """
    if not _MARK.search(text):
        return []
    plain = _Convention(reversed_angles=_angles_are_reversed(text))
    marked = _Pairing(text, lines, plain, before_cue).run()
    if _singles_are_primary(text, marked):
        convention = plain._replace(singles_are_primary=True)
        marked = _Pairing(text, lines, convention, before_cue).run()
    return with_depths(marked)


def _angles_are_reversed(text: str) -> bool:
    """Whether guillemets point inwards on this page, as in »Ja«."""
    if "»" not in text and "«" not in text:
        return False
    inwards = len(
        re.findall(
            r"(?:^|[\s(])»(?=[^\s.,;:!?)])|(?<=[^\s'’])«(?=[\s.,;:!?)]|$)", text, re.MULTILINE
        )
    )
    outwards = len(re.findall(r"(?:^|[\s('’])«|»(?=[\s.,;:!?)]|$)", text, re.MULTILINE))
    if _is_spaced_inwards(text):
        return True
    inwards_only = len(re.findall(r"(?:^|[\s(])»(?=[^\s.,;:!?)])", text, re.MULTILINE))
    return inwards > outwards or (inwards_only > 0 and inwards >= outwards)


def _is_spaced_inwards(text: str) -> bool:
    """Whether guillemets point inwards with blanks inside them: » Oui « , dit-il."""
    closers = re.findall(r"\w[.!?…]? «(?=[ \u00a0]?[,.;:!?]|[ \u00a0]*$)", text, re.MULTILINE)
    openers = {
        sign: len(re.findall(rf"(?:^|[:;,] ){sign}[ \u00a0]?\w", text, re.MULTILINE))
        for sign in "«»"
    }
    return bool(closers) and openers["»"] > openers["«"]


def _singles_are_primary(text: str, marked: Sequence[Marked]) -> bool:
    """Whether the page sets its speech in single marks, by majority."""
    doubles = sum(1 for one in marked if one.family != "single" and one.is_closed)
    singles = 0
    for one in marked:
        if one.family == "single" and one.is_closed:
            content = one.content(text)
            singles += content[-1:] in {",", ".", "!", "?", "…"} and content.count(" ") >= 1
            is_curly = text[one.start] == "‘"  # no apostrophe
            singles += content.count(" ") >= 4 or (is_curly and not doubles)
    return singles > doubles


def _role(text: str, start: int, end: int, sign: str) -> Role:
    """What the blanks and points beside a mark say of it."""
    before = start - 1
    while before >= 0 and text[before] == "\\":
        before -= 1
    left = text[before] if before >= 0 else "\n"
    right = text[end] if end < len(text) else "\n"
    opens_left = left.isspace() or left in _OPENING_BEFORE
    opens_right = not right.isspace() and (
        right not in _CLOSING_AFTER or right in "…-" or right in _WRAPPERS
    )
    closes_left = not left.isspace() and left not in "([{"
    closes_right = right.isspace() or right in _CLOSING_AFTER or right == "\\"
    opens, closes = opens_left and opens_right, closes_left and closes_right
    if opens == closes and sign in _DIRECTIONS:
        return "close" if not opens and right in _STOPS else _DIRECTIONS[sign]  # “Ja “, sagte
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _with_straight_inside(marks: list[Mark]) -> list[Mark]:
    """The marks of a line, straight ones inside curly ones told apart: “the "scouts" came”."""
    opened = next((i for i, mark in enumerate(marks) if mark.sign in _CURLY), None)
    while opened is not None:
        last = opened + 1
        while last < len(marks) and marks[last].sign == '"':
            last += 1
        inside = marks[opened + 1 : last]
        is_closed = last < len(marks) and marks[last].sign in _CURLY[marks[opened].sign]
        if is_closed and inside and not len(inside) % 2:
            roles = [mark.role for mark in inside]
            if "close" not in roles[::2] and "open" not in roles[1::2]:
                for place, mark in enumerate(inside, opened + 1):
                    is_first = not (place - opened - 1) % 2
                    marks[place] = mark._replace(role="open" if is_first else "close")
        opened = next((i for i in range(last, len(marks)) if marks[i].sign in _CURLY), None)
    return marks


class _Pairing:
    """Goes through the shown lines once, keeping the marks that wait for a closer."""

    def __init__(
        self, text: str, lines: Sequence[Line], convention: _Convention, before_cue: CueFinder
    ) -> None:
        self.text = text
        self.lines = lines
        self.convention = convention
        self.mark = _MARK_OR_COMMAS if _LOW_COMMAS in text else _MARK
        self.is_mixed = '"' in text and any(sign in text for sign in _CURLY)
        self.before_cue = before_cue
        self.found: list[Marked] = []
        self.stack: list[_Open] = []
        self.counts: dict[Family, int] = {}
        self.line_start = self.line_end = 0
        #: Whether hidden lines stand between the line read last and the next.
        self.is_parted = False

    def run(self) -> list[Marked]:
        """All pairs of the page."""
        for index, line in enumerate(self.lines):
            is_empty = not self.text[line.start : line.end].strip()
            if line.kind == "blank" or (is_empty and line.shown):
                continue
            if not line.shown:
                self.is_parted = True  # an advertisement, a caption: what is said may go on below
                continue
            stands_alone = line.kind in {"title", "heading", "byline", "date"}
            if stands_alone:
                self._end_paragraph()
            self._read_line(index, line)
            if stands_alone:
                self._end_paragraph()
            self.is_parted = False
        self._end_paragraph()
        return self.found

    # Lines ------------------------------------------------------------------------------------

    def _read_line(self, index: int, line: Line) -> None:
        marks = self._marks(line)
        if self.stack:
            marks = self._continue(marks, index)
        self.line_start, self.line_end = line.start, line.end
        if not marks:
            self._forget_singles()
            return
        closers = self._closers_left(marks)
        for position, mark in enumerate(marks):
            self._take(mark, index, closers[position], marks, position)
        self._forget_singles()

    def _marks(self, line: Line) -> list[Mark]:
        marks = []
        for match in self.mark.finditer(self.text, line.start, line.end):
            sign = match[0]
            family = _FAMILIES[sign]
            role = self._directed(match.start(), match.end(), sign, family)
            marks.append(Mark(match.start(), match.end(), sign, family, role))
        return _with_straight_inside(marks) if self.is_mixed else marks

    def _directed(self, start: int, end: int, sign: str, family: Family) -> Role:
        """The role of a mark; signs that exist in one direction only keep it."""
        if family == "angle":
            opener = "»" if self.convention.reversed_angles else "«"
            return "open" if sign == opener else "close"
        if family in {"corner", "white corner", "book"} or sign in _ONE_WAY:
            return _DIRECTIONS[sign]
        return _role(self.text, start, end, sign)

    def _closers_left(self, marks: Sequence[Mark]) -> list[int]:
        """For each mark, how many more marks of its family close than open from there on."""
        balance: dict[Family, int] = {}
        left = [0] * len(marks)
        for position in range(len(marks) - 1, -1, -1):
            mark = marks[position]
            step = 0 if mark.sign == _PRIME else _STEPS[mark.role]
            balance[mark.family] = balance.get(mark.family, 0) + step
            left[position] = balance[mark.family]
        return left

    def _continue(self, marks: list[Mark], index: int) -> list[Mark]:
        """Carry an unclosed quote into this paragraph if it reopens or plainly closes here.

        So it is carried over lines without marks that stand close together, where one closes it.
        """
        waiting, line = self.stack[0], self.lines[index]
        same = [mark for mark in marks if mark.family == waiting.mark.family]
        cue_end = self.before_cue(max(waiting.mark.end, self.line_start), self.line_end)
        if same and cue_end is None and len(self.stack) == 1:
            first = same[0]
            opens_line = not self.text[line.start : first.start].strip()
            opens_line = opens_line or self._opens_behind_prompt(line, first)
            if opens_line and first.role != "close":
                return [mark for mark in marks if mark.start != first.start]
            if opens_line and first.sign in {"»", "”", "“"}:
                return [mark for mark in marks if mark.start != first.start]
            is_inside = self.text[self.line_end - 1] not in '.!?…"”»'  # a sentence goes on
            if first.role == "close" and (is_inside or self._plainly_closes(first)):
                return marks
        elif not same and cue_end is None and len(self.stack) == 1 and self._closes_below(index):
            return marks
        self._end_paragraph()
        return marks

    def _opens_behind_prompt(self, line: Line, mark: Mark) -> bool:
        """Whether the end of an advertisement is glued to a mark that reopens: "Hide Ad“And so"."""
        is_opener = mark.sign in _DIRECTED_OPENERS and mark.role == "open"
        is_near = self.is_parted and mark.start - line.start <= _LONGEST_PROMPT
        return is_near and is_opener and self.text[mark.start - 1].isalpha()

    def _closes_below(self, index: int) -> bool:
        """Whether the opener that waits is closed some lines below, with no blank line between."""
        waiting = self.stack[0]
        if self.is_parted:
            return False
        if self.lines[waiting.line].number + _MOST_SENTENCES < self.lines[index].number:
            return False
        for line in self.lines[waiting.line + 1 : waiting.line + _MOST_SENTENCES + 1]:
            if (
                line.kind != "body"
                or not line.shown
                or not self.text[line.start : line.end].strip()
            ):
                return False
            marks = [mark for mark in self._marks(line) if mark.family == waiting.mark.family]
            if marks:
                return marks[0].role != "open" and self._plainly_closes(marks[0])
        return False

    def _plainly_closes(self, mark: Mark) -> bool:
        """Whether a closer without an opener in its line ends a sentence or precedes a cue."""
        if mark.family == "single":
            return False
        if _TOLD_BEHIND.match(self.text, mark.end) is not None:
            return True
        if mark.family == "angle":  # "… sauvés », dit-il"; a blank stands before it
            is_told = self.text[mark.end : mark.end + 1] in {",", "."}
            return (
                is_told or self.text[mark.start - 2 : mark.start].rstrip()[-1:] in _ENDS_OF_SPEECH
            )
        return self.text[mark.start - 1] in _ENDS_OF_SPEECH

    # Marks ------------------------------------------------------------------------------------

    def _take(
        self, mark: Mark, index: int, closers: int, marks: Sequence[Mark], position: int
    ) -> None:
        if mark.sign == _PRIME:
            family = self._closed_by_prime(mark, marks, position)
            if family is None and not self._opens_by_prime(mark, marks, position):
                return
            role: Role = "close" if family is not None else "open"
            mark = mark._replace(family=family or "double", role=role)
        depth = self.counts.get(mark.family, 0)
        if self._is_measure(mark, marks, position, depth):
            return
        role = mark.role
        if mark.family == "angle":
            role = self._angle_role(mark, depth)
        if role == "either":
            role = "close" if depth else "open"
        elif mark.sign == "”" and role == "open" and depth:
            role = "close"
        elif mark.sign == "”" and role == "close" and not depth and self._must_open(mark):
            role = "open"
        elif mark.sign in {"“", "‘"} and role == "close" and not depth:
            role = "open" if mark.end < len(self.text) and self.text[mark.end].isalnum() else role
        if role == "open" and depth and self._closes_spaced(mark):
            role = "close"
        if role == "close" and not depth and self._opens_behind_colon(mark):
            role = "open"
        if role == "close":
            if not depth:
                self._close_other(mark, marks, position)
            elif not self._is_apostrophe(mark, marks, position):
                self._close(mark)
            return
        if mark.family == "single":
            if depth and self.stack[-1].mark.family == "single":
                self._drop_to("single")
        elif depth and closers < depth:
            self._end_unclosed(mark.start)
        self._push(_Open(mark, index))

    def _angle_role(self, mark: Mark, depth: int) -> Role:
        """The role of guillemets, some of which programs turn round: « Oui« , or »Oui« once."""
        looks = _role(self.text, mark.start, mark.end, mark.sign)
        if mark.role == "open" and depth and looks == "close":
            return "close"
        if mark.role == "close" and not depth:
            return "open" if looks == "open" or self._opens_line(mark) else "close"
        return mark.role

    def _closes_spaced(self, mark: Mark) -> bool:
        """Whether a straight mark closes what a mark with a blank behind it opened: " Ya, "kata."""
        opened = self.stack[-1].mark
        if mark.sign != '"' or not self.text[opened.end : opened.end + 1].isspace():
            return False
        before = self.text[opened.end : mark.start].rstrip()[-1:]
        return before in _STOPS and self.text[mark.end : mark.end + 1].islower()

    def _must_open(self, mark: Mark) -> bool:
        """Whether a sign that closes elsewhere can only open: first in its line, or …,”Ada."""
        is_glued = (
            self.text[mark.start - 1] in _STOPS and self.text[mark.end : mark.end + 1].isupper()
        )
        return self._opens_line(mark) or is_glued

    def _opens_behind_colon(self, mark: Mark) -> bool:
        """Whether a straight mark is glued to a colon and parted from what is said: kata:" Ya."."""
        return mark.sign == '"' and self.text[mark.start - 1] == ":"

    def _opens_line(self, mark: Mark) -> bool:
        """Whether nothing stands before a mark in its line, so that it closes nothing there."""
        return not self.text[self.line_start : mark.start].strip()

    def _closed_by_prime(self, mark: Mark, marks: Sequence[Mark], position: int) -> Family | None:
        """What a prime closes: the innermost open mark, if its own closer is not to come.

        None where it stands for inches or seconds.
        """
        if self.text[mark.end : mark.end + 1].isalnum() or not self.stack:
            return None
        family = self.stack[-1].mark.family
        following = next((one for one in marks[position + 1 :] if one.family == family), None)
        return None if following is not None and following.role == "close" else family

    def _opens_by_prime(self, mark: Mark, marks: Sequence[Mark], position: int) -> bool:
        """Whether a prime opens its line and another closes it: ″문 열어 주세요!″."""
        is_closed = any(one.sign == _PRIME for one in marks[position + 1 :])
        return is_closed and self._opens_line(mark)

    def _is_measure(self, mark: Mark, marks: Sequence[Mark], position: int, depth: int) -> bool:
        """Whether the mark stands for inches or seconds: 5" or 6'2"."""
        if mark.sign not in {'"', "”", "''"} or not self.text[max(0, mark.start - 1)].isdigit():
            return False
        if not depth:
            return mark.role != "open"
        nearby = marks[position + 1 : position + 9]
        following = next((one for one in nearby if one.family == "double"), None)
        return following is not None and following.role == "close"

    def _is_apostrophe(self, mark: Mark, marks: Sequence[Mark], position: int) -> bool:
        """Whether a single mark after an s is a possessive (the workers' union) inside a quote."""
        if mark.family != "single" or self.text[mark.start - 1] not in "sS":
            return False
        if not self.text[mark.end : mark.end + 2].strip()[:1].islower():
            return False
        for following in marks[position + 1 : position + 9]:
            if following.family == "single":
                return following.role == "close" and self.text[following.start - 1] in ",.!?…"
        return False

    def _push(self, opened: _Open) -> None:
        self.stack.append(opened)
        family = opened.mark.family
        self.counts[family] = self.counts.get(family, 0) + 1

    def _pop(self) -> _Open:
        opened = self.stack.pop()
        self.counts[opened.mark.family] -= 1
        return opened

    def _drop_to(self, family: Family) -> None:
        """Forget the innermost open mark of a family, and what was opened inside it."""
        while self._pop().mark.family != family:
            pass

    def _close(self, mark: Mark) -> None:
        """Pair a closer with the innermost opener of its family; what is between was stray."""
        while True:
            opened = self._pop()
            if opened.mark.family == mark.family:
                break
        if mark.start > opened.mark.end:
            self._add(opened, mark.end, is_closed=True)

    def _close_other(self, mark: Mark, marks: Sequence[Mark], position: int) -> None:
        """Close what was opened by a mark of the other size: 'Kami pergi," katanya.

        A single mark opens so where it stands first in its line; one closes so where no double
        mark follows that could.
        """
        if not self.stack or self.text[mark.start - 1] not in _SAID_BEFORE:
            return
        opened = self.stack[-1].mark
        behind = self.text[mark.end : mark.end + 2].strip()[:1]
        if {mark.family, opened.family} != {"single", "double"} or not behind.islower():
            return
        if mark.family == "single":
            others = (one for one in marks[position + 1 :] if one.family == "double")
            following = next(others, None)
            if following is not None and following.role != "open":
                return
        elif self.text[self.line_start : opened.start].strip():
            return
        waiting = self._pop()
        self._add(_Open(opened._replace(family="double"), waiting.line), mark.end, is_closed=True)

    def _forget_singles(self) -> None:
        """At the end of a line: single marks do not wait, unless they are the page's own."""
        if self.convention.singles_are_primary and len(self.stack) == 1:
            return
        while self.stack and self.stack[-1].mark.family == "single":
            self._pop()

    # Missing closers --------------------------------------------------------------------------

    def _end_paragraph(self) -> None:
        """No closer came: settle what still waits, at the end of the last line read."""
        while self.stack:
            self._settle(self._pop(), self.line_end)

    def _end_unclosed(self, limit: int) -> None:
        """A new quote opens where the last should have closed."""
        self._settle(self._pop(), limit)

    def _settle(self, opened: _Open, limit: int) -> None:
        """Give an unclosed opener the end that a careful reader would, or drop it as stray."""
        mark = opened.mark
        if mark.family in {"single", "book", "white corner"}:
            return
        end = self.before_cue(mark.end, limit)
        if end is None:
            line_start = self.lines[opened.line].start
            before = self.text[max(line_start, mark.start - 8) : mark.start].rstrip()
            if before and before[-1] not in ":,،：，":
                is_last = limit == self.line_end and limit - mark.end <= _LONGEST_UNCLOSED
                if not (is_last and before[-1] in ".!?…" and self._plainly_opens(mark)):
                    return
            end = limit
        while end > mark.end and self.text[end - 1].isspace():
            end -= 1
        if end > mark.end + 1:
            self._add(opened, end, is_closed=False)

    def _plainly_opens(self, mark: Mark) -> bool:
        """Whether a mark that exists as an opener stands before a sentence."""
        following = self.text[mark.end : mark.end + 2].lstrip()[:1]
        return mark.sign in _DIRECTED_OPENERS and mark.role == "open" and not following.islower()

    def _add(self, opened: _Open, end: int, *, is_closed: bool) -> None:
        mark = opened.mark
        self.found.append(
            Marked(
                start=mark.start,
                end=end,
                line=opened.line,
                family=mark.family,
                is_closed=is_closed,
                is_primary=mark.family != "single" or self.convention.singles_are_primary,
            )
        )


def with_depths(marked: Sequence[Marked]) -> list[Marked]:
    """In text order, each with the number of stretches that hold it; crossing ones left out."""
    ordered = sorted(marked, key=lambda one: (one.start, -one.end))
    holding: list[Marked] = []
    result = []
    for one in ordered:
        while holding and holding[-1].end <= one.start:
            holding.pop()
        if holding and holding[-1].end < one.end:
            continue
        result.append(replace(one, depth=len(holding)) if holding else one)
        holding.append(one)
    return result
