"""A line while it is being judged: its words, its length, whether it ends as a sentence does.

Knows the text alone. What a line is, is decided in the modules beside this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from store.model import LineKind
from store.reading.bylines.credit_lines import CreditLine
from store.reading.cues import Cue, line_key

WIDE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uff01-\uff60\uac00-\ud7a3]")
_STOPPED = re.compile(
    r"[.。．।۔؟።][\"'”’»«“)\]）」』*]*\s*$|[\"”»」』]\s*$|[.!?。”…:：][\"'”’»)）」』]+\s*$|…$"
    r"|[.!?。”\"»」][ \xa0\u3000]?[(（\[〔［【][^()（）]{1,50}[)）\]〕］】]$"
    r"|[.。][ \xa0]?[(（][cC][)）] ?[^()（）。.]{1,40}$"
    r"|[.!?”\"]\s*[–—-]+\s?(?:[A-Z]{2}[A-Z .]{0,30}|[A-Z]+[a-z]{2,10})$"
    r"|[.!?][”\"]?[–—]+\s?[A-Z]+[a-z]{2,10}$"  # "... today.— Agency", "... he said.–CityPost"
    r"|[.!?][\"”»]?\s+[A-Z]{2,8}(?:/[A-Z]{2,8})?$"
    r"|[\uac00-\ud7a3]니다$|[.!?…\uac00-\ud7a3]″$"
    r"|[.!?][\"”»“]?\s?[|]\s?[a-z]{2,5}$"  # "... he said. |abc"
)
#: ...。（編輯：王小明）1130920: the day in the era of Taiwan behind the editors.
_FILED = re.compile(r"。[（(][^（）()]{2,30}[)）]\d{7}$")
DASHES = frozenset("-–—")
_BEFORE_SIGNATURE = DASHES | {"|"}
_OPENS = re.compile(r"[(（]")
CLOSING_MARKS = frozenset("\"”»'’")
_ASKED = re.compile(r"[!?！？]\s*$")
#: It begins with the signs, which are found sooner than a choice between them.
_INNER_STOP = re.compile(r"[.!?。！？](?:(?<=[。！？])|['\"’”»)]?\s+[\"“„«'(]?[A-ZÀ-ÞА-Я\d])")
INITIALS = re.compile(
    r"^(?:[A-ZÀ-Þ]\. ?){2,3}$"
    r"|^[(\[]\s*[A-Za-zÀ-ÿ]{2,5}(?:\s?[/\-,.]\s?[A-Za-zÀ-ÿ]{2,5}){0,3}\s*[)\]]\.?$"
    # abb/AFP, SDA/mlb, (Schluss) hol/dre
    r"|^(?:\([A-Z][a-z]+\) )?(?=\S*[a-z])[A-Za-zÀ-ÿ]{2,5}(?:\s?//?\s?[A-Za-zÀ-ÿ]{2,6}){1,3}$"
)
BULLET = re.compile(r"^\s*(?:[-–—•*·▪●■◦‣○]|\(?\d{1,3}[.)]|[a-z][.)])\s+\S")
_PLAIN_CONTENT = re.compile(r"[a-z]{4,}")
CONTENT = re.compile(r"[^\W\d_]{4,}")
CAPITAL = re.compile(r"(?<![\w])[A-ZÀ-Þ][\w'’-]{3,}")
_WIDE_RUN = re.compile(r"[\u30a1-\u30ff]{2,}|[\u3400-\u9fff]{2,}")
SPEECH = re.compile(r"[\"“”„«»「」『』″]")
SMALL_WORDS = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}")
#: The hour of an entry of a live blog, on a line of its own.
HOUR = re.compile(
    r"^(?:\d{1,2}[.:h]\d\d(?: ?[A-Za-z]{1,4}\.?){0,2}|(?:午前|午後)?\d{1,2}時\d{1,2}分)$"
)
#: Blanks, and signs without width.
_BLANKS = " \t\xa0\u3000\u2002\u2003\u2009\u200a\u202f\u200b\u200c\u200d\u2060\ufeff\xad"
#: Scripts that set no stops: Thai, Lao, Khmer. A longer line of theirs is no headline, nor is one
#: that opens with what somebody says and goes on, or tells that somebody says "that".
_WITHOUT_STOPS = re.compile(r"[\u0e01-\u0e5b\u0e81-\u0edf\u1780-\u17b3]")
_OPENING, _LONGEST_UNSTOPPED = 20, 95
_SAID = re.compile(r"^[\"“][^\"“”]{10,}[\"”].{4,}|ว่า\s?[\"“]")
#: A shorter line in small letters that ends no sentence is a button, no piece of a paragraph.
_SHORTEST_PIECE = 24
#: A shorter line was not cut; and so many were, where a page's lines are.
_SHORTEST_CUT, _FEWEST_CUT = 45, 4
#: What is longer is no line of a newsreader's script.
_LONGEST_OF_SCRIPT = 40
#: So many paragraphs are a text; fewer may be a teaser, or a note.
PARAGRAPHS_OF_A_TEXT = 3
#: Every line is looked for in every other, for pull quotes and for photographers' names: only on
#: pages of a common length.
LONGEST_FOR_PULL_QUOTES = 400


@dataclass(slots=True, eq=False)
class Row:
    """A line while it is being judged. ``size`` counts a wide character as two and a half.

    ``index`` is its place among all lines, ``position`` among those that are not blank.
    ``prose`` says that it reads as a paragraph: a sentence that ends, a long or a cut line.
    """

    index: int
    start: int
    end: int
    text: str
    position: int = -1
    key: str = ""
    size: float = 0.0
    words: int = 0
    stopped: bool = False
    cue: Cue | None = None
    credit: CreditLine | None = None
    picture: str | None = None
    dateline_only: bool = False
    prose: bool = False
    wrapped: bool = False
    kind: LineKind | None = None
    reason: str = ""
    content: frozenset[str] = frozenset()

    def wrap(self) -> None:
        """Take the line for a piece of a paragraph that was cut into lines."""
        self.wrapped = self.prose = True

    @property
    def sentences(self) -> int:
        """How many sentences the line has, as far as stops and capitals tell."""
        return len(_INNER_STOP.findall(self.text)) + 1 if self.size >= 40 else 1

    @property
    def open(self) -> bool:
        """Whether nothing has been decided and no cue speaks against the line."""
        return self.kind is None and self.cue is None and self.picture != "strong"

    @property
    def paragraph(self) -> bool:
        """Whether the line reads as a paragraph and nothing speaks against it."""
        return self.prose and self.open

    @property
    def dated(self) -> bool:
        """Whether the line is a byline or a date line that states a day."""
        return self.credit is not None and self.credit.dated

    @property
    def signed(self) -> bool:
        """Whether it is one beyond doubt: it states a day, or a word such as “By” opens it."""
        return self.credit is not None and (self.credit.labelled or self.credit.dated)

    def decide(self, kind: LineKind, reason: str) -> None:
        """Decide, unless it is decided already."""
        if self.kind is None:
            self.kind, self.reason = kind, reason

    def hide(self, reason: str) -> None:
        """Hide the line, its own cue being the better reason."""
        self.decide("boilerplate", self.cue.reason if self.cue is not None else reason)

    def decide_credit(self) -> None:
        """Take the line for a byline, or for a date where it says no more than that."""
        credit = self.credit
        assert credit is not None
        if credit.dated and not (
            credit.names or credit.authors or credit.editors or credit.staff or credit.wire
        ):
            self.decide("date", "when it was published or changed")
        else:
            self.decide("byline", "who wrote it")


def read_rows(text: str) -> list[Row]:
    """The lines of a text, each measured; pieces of paragraphs that were cut up are marked."""
    rows: list[Row] = []
    has_wide = not text.isascii() and WIDE.search(text) is not None
    start = 0
    for index, line in enumerate(text.split("\n")):
        end = start + len(line)
        stripped = line.strip()
        if not line.isascii():
            stripped = stripped.strip(_BLANKS)
        row = Row(index, start, end, stripped)
        if stripped:
            _measure(row, rows[-1] if rows else row, has_wide=has_wide)
        else:
            row.kind = "blank"
        rows.append(row)
        start = end + 1
    _join_cut_lines(rows)
    if has_wide:
        _join_script_lines(rows)
    return rows


def _measure(row: Row, above: Row, *, has_wide: bool) -> None:
    """Take down a line's length and whether it ends; and whether it goes on with the one above."""
    text = row.text
    row.key = line_key(text) or text
    if row.key[0] == "|" and row.key[-1] == "|":
        row.key = row.key.strip("| ") or row.key  # a title between bars
    row.size = len(text)
    if has_wide and not text.isascii():
        row.size += 1.5 * len(WIDE.findall(text))
    row.words = text.count(" ") + 1
    row.stopped = _is_stopped(text, row.size)
    row.prose = row.size >= 150 or (row.stopped and row.size >= 60)
    if _goes_on(above, row):
        above.wrap()
        row.wrap()


def _is_stopped(line: str, size: float) -> bool:
    """Whether a line ends as a sentence does; a question or a call only if it is long."""
    last = line[-1]
    if not line.isascii() and _WITHOUT_STOPS.search(line[:_OPENING]):
        return size >= _LONGEST_UNSTOPPED or _SAID.search(line) is not None
    if last == "." or last in "。।”»」" or (last.isdigit() and _FILED.search(line[-48:])):
        return True
    if (
        last.isalnum()
        and last == last.lower()
        and "©" not in line
        and not _OPENS.search(line[-60:])
    ):
        signed = not last.isascii() or not _BEFORE_SIGNATURE.isdisjoint(line[-13:])
        return bool(_STOPPED.search(line[-60:])) if signed else False
    return bool(_STOPPED.search(line[-60:])) or (
        size >= 110 and _ASKED.search(line[-3:]) is not None
    )


def _join_cut_lines(rows: list[Row]) -> None:
    """On a page whose paragraphs are cut into lines, take its long open lines for such pieces."""
    filled = [row for row in rows if row.kind is None]
    cut = sum(row.wrapped for row in filled)
    apart: list[tuple[Row, Row]] = []
    if not cut:  # perhaps a blank line stands between all of them
        apart = [pair for pair in pairwise(filled) if _goes_on(*pair)]
        cut = len(apart)
    if cut < _FEWEST_CUT or 4 * cut < len(filled):
        return
    for above, below in apart:
        above.wrap()
        below.wrap()
    first = next(row.index for row in filled if row.wrapped)
    for row, below in pairwise(filled if apart else rows):
        if row.index < first or row.size < _SHORTEST_CUT or row.stopped or below.kind is not None:
            continue
        row.wrap()


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a line is a piece of the sentence that the long line above it begins."""
    piece = row.text[0].islower() and (row.stopped or row.size >= _SHORTEST_PIECE)
    return piece and above.size >= _SHORTEST_CUT and not above.stopped


def _join_script_lines(rows: list[Row]) -> None:
    """On a page whose paragraphs are lines of a few words, as newsreaders need them, join those."""
    blocks = [
        list(block) for blank, block in groupby(rows, lambda r: r.kind == "blank") if not blank
    ]
    scripts = [
        block
        for block in blocks
        if len(block) > 2
        and block[-1].stopped
        and all(len(row.text) <= _LONGEST_OF_SCRIPT for row in block)
        and not any(row.stopped for row in block[:-1])
    ]
    if len(scripts) > 1:
        for block in scripts:
            for row in block:
                row.wrap()


def is_behind_text(above: int, below: int) -> bool:
    """Whether a text stands above, and hardly a paragraph below: so many of each are given."""
    return above >= PARAGRAPHS_OF_A_TEXT * (1 + below)


def content_words(key: str) -> frozenset[str]:
    """The longer words of a line, of scripts without spaces its pairs of characters."""
    if key.isascii():
        return frozenset(_PLAIN_CONTENT.findall(key))
    runs = _WIDE_RUN.findall(key)
    words = set(CONTENT.findall(_WIDE_RUN.sub(" ", key) if runs else key))
    for run in runs:
        words.update(run[index : index + 2] for index in range(len(run) - 1))
    return frozenset(words)


def is_title_case(row: Row, small: frozenset[str] = frozenset()) -> bool:
    """Whether nearly all longer words of a line have capitals, as English headlines have.

    Those in ``small`` do not count where they have none.
    """
    longer = [word for word in CONTENT.findall(row.text) if word not in small]
    return len(longer) >= 4 and len(CAPITAL.findall(row.text)) >= 0.9 * len(longer)


def only_names(credit: CreditLine) -> bool:
    """Whether a line is a name and nothing says whose."""
    return bool(credit.names) and not (
        credit.labelled or credit.dated or credit.staff or credit.wire or credit.outlet
    )
