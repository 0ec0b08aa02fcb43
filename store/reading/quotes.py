"""Quotes: which marked stretches are speech, of which kind, and by whom.

Marks are paired in `quotation_marks.py`; what is speech, and whose, is decided in the folder
`speech`, by the grammar of the language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from store.model import Line, Quote, QuoteKind, Span
from store.reading.dashes import with_dashed
from store.reading.languages import Language
from store.reading.quotation_marks import Marked, find_marked
from store.reading.speech.bare_subjects.page import BareSubjectPage
from store.reading.speech.before_verbs import BeforeVerbPage
from store.reading.speech.by_line import Decision, SpeechByLine
from store.reading.speech.dialogue import lines_of_dialogue
from store.reading.speech.final_verbs import FinalVerbPage
from store.reading.speech.inflected.page import InflectedPage
from store.reading.speech.leading_verbs import LeadingVerbPage
from store.reading.speech.marked_subjects import MarkedSubjectPage
from store.reading.speech.spaced.page import SpeechPage
from store.reading.speech.spaced.terms import is_title_case
from store.reading.speech.spaced.vocabulary import Cues, cues_of
from store.reading.speech.unspaced.page import UnspacedPage

_WITHOUT_SPEECH = frozenset({"title", "heading", "byline", "date"})
_NOT_READ = _WITHOUT_SPEECH | {"blank"}
_SIGNS = ",.;:!?…-–—()\\"
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 120
_LEAST_SHORT_LINES = 3
_LONGEST_OF_SCRIPT = 40
_BEGINNING = 1000
_LEAST_PARAGRAPHS = 2
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS_OF_LINE = frozenset('.!?…:;"”»“。」』')
_SINGLES = frozenset("'‘")
_CLOSING = frozenset(")）】］〕")
#: What opens a line that goes on with none above: a paragraph's blank, a bullet.
_OPENS_PARAGRAPH = frozenset("\u3000▽▼▲△◇◆○●◎■□★☆※【")
#: The rest of a sentence below a quote that stands on a line of its own.
_TAIL = re.compile(r"[」》][ \u3000]*\n\s*と")
_TAIL_ALONE = re.compile(
    r"[ \u3000]*と(?:[、いのか]|[一-鿿]|ある[が。]|あり|みて|みる|し[たて、]|つ[づぶ]|ささや|こぼ)"
)
#: What stands in these alone on a line may be speech where words have no blanks: 《...》.
_ALONE = {"「": "」", "《": "》"}
_OF_TEXT = frozenset({"body", "heading", "standfirst"})
_SHORTEST_OPENING = 4
_BLANKS_AND_DASHES = " \u00a0\t\r\n-–—"
_TOLD_AFTER_DASH = re.compile(r",?\s[—–-]\s(?=[^\W\d_])(?![A-ZÀ-ÞЀ-Я])")
#: A few words behind a dash, the first in small letters, in a language without a file: mówi X.
_TELLER = re.compile(r"(?=[^\W\d_])(?![A-ZÀ-ÞЀ-Я])\w+(?: [^\W\d_][\w.]*){0,7}(?=$|[.,:](?:\s|$))")
_BEFORE_SENTENCES = frozenset(("", "\n", ".", "!", "?", "…"))
_SHORTEST_LETTER = 12
_LONGEST_SPOKEN = 600
_STOPS_OF_WIDE = frozenset("。！？")
_CUE_WINDOW = 3000
_LONGEST_CUE = 60
#: So many words may tell who says it where the verb stands last, the verb included.
_LONGEST_TELLER = 6
#: What follows a verb of saying without a subject; nothing where it ends its line.
_BEHIND_CUE = ("", *".,;:!?…\n")
_WORDS_IN_A_ROW = re.compile(r"\w+(?:[ \u00a0]\w+)*")

_OPENS_AND_NO_MORE = re.compile(r"""\s*["“„«»][^"“”„«»]+$""")
#: A sentence and what somebody says behind it, to the end of a line: "They wait. “It is late.”"
_SAID_BEHIND = re.compile(r"""[^\W\d_]{2}[.!?] +["“„«»][^"“”„«»]+[.!?…]["“”«»]\s*$""")
_CALLED_BEHIND_DASH = re.compile(r"\s*[-–—]\s*[^\W\d_][^\n]*[!?…]\s*$")
_CLOSES_BELOW = re.compile(r"""\n[^"“”„«»\n]+[”»]""")
#: Blanks below hidden lines, and the end of an advertisement glued to a mark: Hide Ad“And so ...
_PROMPT = re.compile(r"\s*(?:[^\"“„«\n]{1,30}(?<=[^\W\d_])(?=[“„«]))?")
_START = attrgetter("start")
#: A name that fills a line, or closes it behind a colon; what they are may follow.
_LABEL = re.compile(
    r"(?:^|[:–—]\s*)(?:[^\W\d_a-zß-ÿ][\w'’-]+\s+){1,2}[^\W\d_a-zß-ÿ][\w'’-]+\s*(?:\([^()]*\))?$"
)
#: Languages whose sentences are not read by tokens, and what reads them.
_OTHER_PAGES: dict[str, type[SpeechByLine]] = {
    "is_spaceless": UnspacedPage,
    "has_bare_subjects": BareSubjectPage,
    "has_marked_subjects": MarkedSubjectPage,
    "has_final_verbs": FinalVerbPage,
    "has_leading_verbs": LeadingVerbPage,
    "has_case_endings": InflectedPage,
    "is_named_before_verb": BeforeVerbPage,
}


def find_quotes(
    text: str, lines: Sequence[Line], language: Language, *, reported: bool = False
) -> tuple[Quote, ...]:
    """The quotes of an article, in text order.

    Args:
        text: the article's text.
        lines: its lines, with kind and shown; hidden ones are not read.
        language: whose cue words are used.
        reported: whether speech without marks ("X membantah bahwa ...") is found as well, as
            quotes of kind ``reported`` that hold the reported clause.

    Returns:
        Quotes from opener to closer, marks included; what dashes set off is without them. One that
        goes on below hidden lines is several, one for what stands above and below each of these.
        ``direct`` and ``partial`` ones are speech and carry a speaker where one was found; they do
        not overlap. What else stands in marks is ``nested``, ``term`` or ``title``.
    """
    cues = cues_of(language)
    lines = unwrapped(text, _with_speech_in_headings(text, lines))
    marked = find_marked(text, lines, _before_cue(text, cues))
    tellers = None
    if cues.has_dashed_lines:
        tellers = cues.pronouns.singles & (cues.feminine | cues.masculine)
    is_cue = _cue_reader(text, cues, language)
    marked = with_dashed(text, lines, marked, is_cue, tellers=tellers)
    if not marked and not reported:
        return ()
    decisions, clauses = _decisions(text, lines, language, marked, reported=reported)
    hidden = [line for line in lines if not line.shown and line.kind != "blank"]
    quotes: list[Quote] = []
    for index, one in enumerate(marked):
        decision = decisions.get(index)
        if decision is None:
            decision = Decision(_kind_without_speech(text, one, lines[one.line].kind))
        quotes += (_quote(text, part, decision) for part in _shown(text, hidden, one.span))
    if reported:
        quotes += [_quote(text, clause, decision) for clause, decision in clauses]
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return tuple(quotes)


def _with_speech_in_headings(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those taken for subheadings that are speech as text.

    A short one that opens with a mark and closes none is speech where it ends a sentence, or where
    the closer stands in the line below; and so is one that sets a label or a sentence before a
    quote.
    """
    if not any(line.kind == "heading" for line in lines):
        return lines
    spoken = lines_of_dialogue(text)
    return [
        replace(line, kind="body")
        if line.kind == "heading" and (line.start in spoken or _opens_speech(text, line))
        else line
        for line in lines
    ]


def _opens_speech(text: str, line: Line) -> bool:
    """Whether a line opens with a mark that it does not close, and is a sentence or goes on.

    So speaks one that closes with a quote behind a sentence, and one between a dash and a sign:
    – Aldrig!
    """
    if _SAID_BEHIND.search(text[line.start : line.end]):
        return True
    if _CALLED_BEHIND_DASH.match(text, line.start, line.end):
        return True
    if not _OPENS_AND_NO_MORE.match(text, line.start, line.end):
        return False
    return text[line.end - 1] in ".!?…" or _CLOSES_BELOW.match(text, line.end) is not None


def unwrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with those of one hard-wrapped sentence joined.

    A long line without an end of sentence is joined with the next where nothing stands between. So
    are short ones where whole paragraphs of a page are set so, as broadcasters set their scripts.
    """
    joined: list[Line] = []
    has_corners = "「" in text
    spoken = 0  # where the last line ends that is not blank, on a page with corner brackets
    script = _lines_of_script(text, lines)
    for line in lines:
        if joined and line.number in script:
            joined[-1] = replace(joined[-1], end=line.end, kind="body")
        elif joined and _is_wrapped(text, joined[-1], line):
            joined[-1] = replace(joined[-1], end=line.end)
        elif spoken and _is_open(text, joined[spoken - 1], line):
            del joined[spoken:]
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
        if has_corners and line.kind != "blank":
            spoken = len(joined)
    return _with_tails(text, joined) if "と" in text and _TAIL.search(text) else joined


def _with_tails(text: str, lines: list[Line]) -> list[Line]:
    """The lines with sentences joined that set their quotes on lines of their own.

    コメント欄では、 / 「……」 / 「……」 / と驚きの声が上がった。
    """
    joined: list[Line] = []
    for line in lines:
        first = len(joined)
        if line.shown and line.kind in _OF_TEXT and _TAIL_ALONE.match(text, line.start):
            first = _first_of_quoted(text, joined)
        if first < len(joined):
            line = replace(joined[first], end=line.end, kind="body")
            del joined[first:]
        joined.append(line)
    return joined


def _first_of_quoted(text: str, lines: Sequence[Line]) -> int:
    """Which of the lines opens a sentence whose last lines are quotes; their number if none."""
    first = place = len(lines)
    while place > 0:
        place -= 1
        line = lines[place]
        content = text[line.start : line.end].strip()
        if not content:
            continue
        if not line.shown or line.kind not in _OF_TEXT:
            break
        if _ALONE.get(content[0]) == content[-1]:
            first = place
            continue
        opens = first < len(lines) and content[-1] not in _ENDS_OF_LINE and content[-1] not in ")）"
        return place if opens and len(content) >= _SHORTEST_OPENING else first
    return first


def _lines_of_script(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of short lines that go on with the one above, on a page of wide characters.

    A paragraph is one where no line but the last ends a sentence; two such make a page a script.
    """
    if text.isascii() or not _WIDE.search(text, 0, _BEGINNING):
        return frozenset()
    found: list[list[Line]] = []
    paragraph: list[Line] = []
    for line in lines:
        content = text[line.start : line.end].rstrip()
        fits = line.shown and line.kind in {"body", "heading"} and content
        if not fits or len(content) > _LONGEST_OF_SCRIPT:
            paragraph = []
            continue
        paragraph.append(line)
        if content[-1] in _ENDS_OF_LINE:
            if len(paragraph) >= _LEAST_SHORT_LINES:
                found.append(paragraph)
            paragraph = []
    if len(found) < _LEAST_PARAGRAPHS:
        return frozenset()
    return frozenset(line.number for paragraph in found for line in paragraph[1:])


def _is_open(text: str, line: Line, following: Line) -> bool:
    """Whether a corner bracket that a line leaves open is closed before another opens."""
    opening = text.rfind("「", line.start, line.end)
    if opening < 0 or text.find("」", opening, line.end) >= 0:
        return False
    if not (line.shown and following.shown and {line.kind, following.kind} <= _OF_TEXT):
        return False
    closing = text.find("」", following.start, following.end + _LONGEST_SPOKEN)
    return closing >= 0 and text.find("「", following.start, closing) < 0


def _is_wrapped(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence goes on in the following line of body text."""
    if not (line.shown and following.shown and line.kind == following.kind):
        return False
    if line.kind not in {"body", "standfirst"}:
        return False
    if line.kind == "standfirst" and text[following.start : following.start + 1].isupper():
        return False  # two headlines below the title
    last = text.rfind("\n", line.start, line.end) + 1 or line.start
    if line.end - last < _SHORTEST_WRAPPED or line.end - last > _LONGEST_WRAPPED:
        return False
    ended = text[line.end - 3 : line.end].rstrip()
    if ended[-1:] in _CLOSING and _WIDE.match(ended[-2:-1]):
        return False  # 「……」（飼育員 田所海さん）; ……。【川辺茂】
    if ended[-1:] == ")":
        ended = text[last : max(last, text.rfind("(", last, line.end))].rstrip()  # «...». (ride)
    if text[following.start : following.start + 1] in _OPENS_PARAGRAPH:
        return False
    sign = ended.rstrip("'’")[-1:]  # a stop inside single marks
    return following.end > following.start and sign not in _ENDS_OF_LINE


def _decisions(
    text: str,
    lines: Sequence[Line],
    language: Language,
    marked: Sequence[Marked],
    *,
    reported: bool,
) -> tuple[dict[int, Decision], list[tuple[Span, Decision]]]:
    """What each outermost stretch is, by its index, and the clauses reported without marks."""
    outermost = [
        (index, one)
        for index, one in enumerate(marked)
        if one.depth == 0
        and (one.is_primary or _may_be_primary(text, one, lines[one.line], cues_of(language)))
        and (one.family not in {"book", "white corner"} or _is_letter(text, one, language))
        and lines[one.line].kind not in _WITHOUT_SPEECH
    ]
    readable = [
        line
        for line in lines
        if line.shown
        and (
            line.kind not in _NOT_READ
            or _is_in_brackets(text, line)
            or (line.kind == "heading" and _is_label(text, line, outermost))
        )
    ]
    speech = language.table("speech")
    for switch, kind_of_page in _OTHER_PAGES.items():
        if speech.get(switch):
            other = kind_of_page(text, [line.span for line in readable], outermost, language)
            return other.decisions, other.reported
    if not speech:
        return _decisions_without_words(text, readable, outermost, marked, language), []
    page = SpeechPage(text, readable, outermost, marked, language, wants_reported=reported)
    return page.decisions, page.reported


def _is_label(text: str, line: Line, outermost: Sequence[tuple[int, Marked]]) -> bool:
    """Whether a subheading names who says what the line below opens with: "The hero: Jane Roe".

    So does one that ends in a colon: "Jane Roe said:".
    """
    content = text[line.start : line.end].strip()
    if content[-1:] != ":" and _LABEL.search(content) is None:
        return False
    following = next((one.start for _, one in outermost if one.start >= line.end), line.start)
    return following > line.start and not text[line.end : following].strip(_BLANKS_AND_DASHES)


def _is_in_brackets(text: str, line: Line) -> bool:
    """Whether brackets fill a line, which may name who said what stands above it."""
    if line.kind != "heading":
        return False
    content = text[line.start : line.end].strip()
    return content[:1] in {"(", "（"} and content[-1:] in {")", "）"}


def _decisions_without_words(
    text: str,
    readable: Sequence[Line],
    outermost: Sequence[tuple[int, Marked]],
    marked: Sequence[Marked],
    language: Language,
) -> dict[int, Decision]:
    """What is speech in a language without a file, by its form; nobody is named as its source.

    A quote that opens its sentence before a dash and a small letter is speech as well.
    """
    page = SpeechPage(text, readable, outermost, marked, language, wants_reported=False)
    decisions = {index: one._replace(speaker=None) for index, one in page.decisions.items()}
    for index, one in outermost:
        kind = decisions[index].kind if index in decisions else "term"
        before = text[max(0, one.start - 2) : one.start].strip(" ")
        opens = before[-1:] in _BEFORE_SENTENCES
        is_dashed = text[one.start].isalnum()
        if kind == "term" and (
            is_dashed or (opens and _TOLD_AFTER_DASH.match(text, one.end) is not None)
        ):
            decisions[index] = Decision("direct")
    return decisions


def _is_letter(text: str, one: Marked, language: Language) -> bool:
    """Whether marks of titles hold words that were said or written (Japanese, Chinese).

    Those of whole sentences in white corners; in Japanese, double angles on a line of their own.
    """
    if one.family == "white corner":
        return not _STOPS_OF_WIDE.isdisjoint(one.content(text))
    if not language.table("speech").get("is_spaceless"):
        return False
    begin = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.end)
    beside = text[begin : one.start] + text[one.end : end if end >= 0 else len(text)]
    return not beside.strip() and one.end - one.start >= _SHORTEST_LETTER


def _may_be_primary(text: str, one: Marked, line: Line, cues: Cues) -> bool:
    """Whether single marks may hold speech beside double ones.

    So they do in a line that is set as headlines are, and where a language's papers set fragments
    in them.
    """
    if cues.has_single_marks and line.kind == "body":
        is_word = text[one.start] in _SINGLES and text[one.start + 1].isalpha()  # no '90s
        return one.is_closed and is_word
    return line.kind == "standfirst" and " " in one.content(text)


def _shown(text: str, hidden: Sequence[Line], span: Span) -> Iterator[Span]:
    """What is shown of a marked stretch: the pieces between the hidden lines it runs across."""
    start = span.start
    for line in hidden[bisect_left(hidden, start, key=_START) :]:
        if line.start >= span.end:
            break
        if words := text[start : line.start].rstrip():
            yield Span(start, start + len(words))
        below = _PROMPT.match(text, line.end)
        start = below.end() if below is not None else line.end
    yield Span(start, span.end)


def _quote(text: str, one: Span, decision: Decision) -> Quote:
    speaker, cue = decision.speaker, decision.cue
    return Quote(
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        kind=decision.kind,
        speaker=text[speaker.start : speaker.end] if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        cue=(text[cue.start : cue.end] or None) if cue else None,
    )


def _kind_without_speech(text: str, one: Marked, line_kind: str) -> QuoteKind:
    if one.depth:
        return "nested"
    if line_kind in _WITHOUT_SPEECH or one.family in {"book", "white corner"}:
        return "title"
    return "title" if is_title_case(one.content(text)) else "term"


def _cue_reader(text: str, cues: Cues, language: Language) -> Callable[[int, int], bool]:
    """Tells whether a verb that may follow what is said, and a word, stand at an offset.

    In a language without a file a few words in small letters are taken for such.
    """
    has_words = bool(language.table("speech"))
    has_verb_last = cues.has_dashed_lines and bool(cues.postpositions)

    def is_cue(start: int, limit: int) -> bool:
        if not has_words:
            return _TELLER.match(text, start, limit) is not None
        words = _WORDS_IN_A_ROW.match(text, start, min(limit, start + _LONGEST_CUE))
        row = tuple(words[0].lower().split()) if words else ("",)
        entries = cues.after.by_first.get(row[0], ())
        is_all = words is not None and text[words.end() : words.end() + 1] in _BEHIND_CUE
        longest = len(row) if is_all else len(row) - 1  # "— liczy."
        if any(len(entry) <= longest and row[: len(entry)] == entry for entry in entries):
            return True
        return is_all and has_verb_last and is_teller(words[0].split() if words else [])

    def is_teller(words: Sequence[str]) -> bool:
        """Whether somebody stands before the verb that ends the sentence: , Lind sanoo."""
        if not 1 < len(words) <= _LONGEST_TELLER or words[-1] not in cues.after:
            return False
        return words[0][0].isupper() or words[0] in cues.roles or words[0] in cues.pronouns

    return is_cue


def _before_cue(text: str, cues: Cues) -> Callable[[int, int], int | None]:
    """Finds where an unclosed quote must have ended: at the comma before a verb of saying."""

    def find(start: int, limit: int) -> int | None:
        position = start
        limit = min(limit, start + _CUE_WINDOW)
        while (comma := text.find(",", position, limit)) >= 0:
            words = text[comma + 1 : min(limit, comma + _LONGEST_CUE)].split(maxsplit=5)
            if is_told_by(words):
                return comma + 1
            for word in words[:3]:
                low = word.lower().rstrip(".,")
                if is_cue(low):
                    return comma + 1
                if low not in cues.adverbs and low not in cues.inverted:
                    break  # "..., a même estimé X"
            position = comma + 1
        return None

    def is_told_by(words: Sequence[str]) -> bool:
        """Whether a pronoun or a name stands before a verb that ends the sentence: , she said."""
        if not words or not (cues.is_office_first or cues.keeps_clauses):
            return False
        if words[0].lower() in cues.pronouns.singles:
            return len(words) > 1 and words[1].lower().rstrip(".,") in cues.after
        for word in words[:5]:
            if word[-1] in ".," and word.lower().rstrip(".,") in cues.after:
                return word is not words[0]
            is_role = word in cues.roles
            if word[-1] in ".," or not (word[0].isupper() or is_role):
                break
        return False

    def is_cue(low: str) -> bool:
        return low in cues.after or any(
            low.endswith(suffix) and low[: -len(suffix)] in cues.after
            for suffix in cues.pronoun_suffixes
        )

    return find
