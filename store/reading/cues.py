"""Cue words of clutter, matched against single lines: advertisements, related links, captions.

The words are data (tables ``[lines.*]`` of the language files); what follows from a cue, given
where its line stands, is decided in `lines/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any, Literal, NamedTuple

from store.matching import fold
from store.reading.languages import COMMON, Language, codes, load
from store.reading.patterns import Phrases, any_at, any_of

#: The tables of cues and what a reader calls a line that they find.
CATEGORIES = {
    "advertisement": "advertisement",
    "related": "related link",
    "continuation": "link to more",
    "pager": "pager",
    "share": "share bar",
    "follow": "invitation to follow",
    "newsletter": "newsletter prompt",
    "subscription": "subscription prompt",
    "comments": "comments",
    "consent": "consent notice",
    "donation": "appeal for donations",
    "tags": "tags",
    "source": "source note",
    "copyright": "copyright note",
    "navigation": "navigation",
    "reading": "reading time or views",
    "media": "embedded media",
    "promotion": "promotion",
    "prompt": "prompt to the reader",
    "caption": "caption",
}

#: Categories whose opening words could also open a sentence of the article: there a long sentence
#: is left alone.
_OPENS_SENTENCES_TOO = frozenset(
    ("share", "media", "caption", "navigation", "pager", "tags", "reading", "continuation")
)

#: Categories of what a reader may press; so many of them stand in a row.
_BUTTONS = frozenset(("share", "comments", "follow", "media", "reading"))
_FEWEST_BUTTONS, _MOST_BUTTONS, _LONGEST_BUTTON, _WORDS_OF_A_ROW = 2, 13, 4, 4

#: What Arabic pages set or leave out: vowel signs, the stretched line, the signs on an alef.
_ARABIC_VARIANTS = re.compile(r"[\u0622\u0623\u0625\u0640\u064b-\u0652]")
_ONE_ALEF = {
    **dict.fromkeys((0x0622, 0x0623, 0x0625), 0x0627),
    **dict.fromkeys((0x0640, *range(0x064B, 0x0653))),
}
_WITHOUT_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: "1.2k", "3 rb", "1.3万", of counts of readers.
_COUNT = re.compile(r"#(?:[km](?!\w)|[万萬]| ?(?:rb|jt|ribu|juta|mil|mila|tsd|tys)(?!\w))")
_DIGIT = re.compile(r"\d")
#: Up to this length it is remembered what a line matched, of so many lines.
_SHORT = 48
_MOST_REMEMBERED = 4096
_ORNAMENT = re.compile(r"""^[^\w"'(\[{#@©$+<「『（［【〈《]+""")
_TRAILING = " :：.…!?！？»›>→↓▼▾|-_*,;()（）"
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_SPACELESS = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f]")

#: What stands for ``*`` within a heading.
_FEW_WORDS = r"[\w'&-]+(?: [\w'&-]+){0,2}"
_PARTED = re.compile(r"[|·•/>-]")
_PARTS = re.compile(r"\s+[·|•/>-]+\s+|\s*[|·•]\s*")

#: 延伸閱讀／橋面為何下沉？, with as many signs at least as no topic of a headline has
_LABEL_OF_LINK = re.compile(
    r"(?:【([^【】]{4,8})】|([^\s：:／/｜|]{4,8})\s?[：:／/｜|])\s?(?=\S.*[^。]$)"
)
#: "Read also | The pier", as others write "Read also: The pier"
_BAR_FOR_COLON, _LONGEST_LABEL = " | ", 24

How = Literal["whole", "heading", "section", "start", "contains", "end", "marker", "above", "short"]


class Cue(NamedTuple):
    """A cue that a line matched: its category (a key of `CATEGORIES`), how, and which words."""

    category: str
    how: How
    phrase: str

    @property
    def reason(self) -> str:
        """The finding in a reader's words."""
        name = CATEGORIES[self.category]
        match self.how:
            case "start":
                return f"{name}: starts with “{self.phrase}”"
            case "contains":
                return f"{name}: holds “{self.phrase}”"
            case "end":
                return f"{name}: ends with “{self.phrase}”"
            case "marker":
                return f"{name}: the button “{self.phrase}” of a picture"
            case "short":
                return f"{name}: opens with “{self.phrase}”"
            case "heading" | "section":
                return f"{name}: the heading “{self.phrase}”"
            case _:
                return f"{name}: says only “{self.phrase}”"


#: Phrases that a line may hold, each cut where anything may stand, and their cues.
Held = Sequence[tuple[tuple[str, ...], Cue]]


def line_key(line: str) -> str:
    """A line folded for comparing: case, accents, marks, runs of blanks and references made one."""
    if "&" in line and ";" in line:
        line = unescape(line)
    folded = _plain(line)
    if folded.isprintable() and "  " not in folded:  # nothing to leave out
        return folded.strip(" ")
    return " ".join(folded.translate(_WITHOUT_WIDTH).split())


def _plain(words: str) -> str:
    """Folded words without the vowel signs of Arabic, with one alef: أيضًا, أيضاً and ايضا."""
    folded = fold(words)
    if folded.isascii() or not _ARABIC_VARIANTS.search(folded):
        return folded
    return folded.translate(_ONE_ALEF)


@dataclass(frozen=True, slots=True)
class _Start:
    phrase: str
    category: str
    boundary: bool


class _Pattern(NamedTuple):
    """A pattern, a piece of text that it never matches without, and its cue."""

    piece: str
    pattern: re.Pattern[str]
    cue: Cue


class _Openings(NamedTuple):
    """What may match a line: plain phrases, the same as words alone, and others."""

    starts: list[_Start]
    phrases: tuple[str, ...]
    patterns: list[_Pattern]


class CueBook:
    """The cues of one page: those of its language, of its relatives, and the common ones."""

    def __init__(self, tables: Sequence[Mapping[str, Any]]) -> None:
        self._whole: dict[str, Cue] = {}
        self._whole_patterns: list[tuple[str, re.Pattern[str], Cue]] = []
        self._starts: dict[str, list[_Start]] = {}
        self._patterns: dict[str, list[_Pattern]] = {}
        self._contains: list[tuple[tuple[str, ...], Cue]] = []
        self._ends: list[tuple[str, Cue]] = []
        credit_words: list[str] = []
        joiners: list[str] = []
        self._short: list[str] = []
        self._short_others: list[tuple[str, str]] = []
        notes: list[str] = []
        offered: list[str] = []
        box_ends: list[str] = []
        beside: list[str] = []
        signs: set[str] = set()
        for table in tables:
            for category in CATEGORIES:
                self._add(category, table.get(category, {}))
                if category != "caption":
                    phrases = table.get(category, {}).get("short", ())
                    self._short_others += ((_plain(phrase), category) for phrase in phrases)
            caption = table.get("caption", {})
            credit_words += map(fold, caption.get("credit", ()))
            joiners += caption.get("credit_joiner", ())
            self._short += map(_plain, caption.get("short", ()))
            beside += map(fold, caption.get("beside", ()))
            signs.update(caption.get("sentence_signs", ()))
            notes += map(fold, table.get("notes", ()))
            box_ends += map(fold, table.get("box_ends", ()))
            offered += map(fold, table.get("prompt", {}).get("offered", ()))
        self._notes = tuple(notes)
        self._box_ends = tuple(box_ends)
        #: What sites offer and ask for, in prompts of their own words.
        self.offered = Phrases.of(offered)
        self._beside = _beside_pattern(beside)
        self._sentence_signs = frozenset(signs)
        self._contents, self._polls, self._about_authors = (
            frozenset(_bare(line_key(words)) for table in tables for words in table.get(name, ()))
            for name in ("contents", "polls", "about_authors")
        )
        self._credit_words = frozenset(credit_words)
        self._credit = _credit_pattern(credit_words, joiners)
        self._credit_ends = tuple(self._credit_words)
        self._credit_starts = re.compile(any_at((*self._credit_words, *map(fold, all_agencies()))))
        self._joiners = frozenset("".join(map(fold, joiners)))
        self._held_by_word, self._held_by_part = _by_first_piece(self._contains)
        self._whole_openings = tuple(opening for opening, _, _ in self._whole_patterns)
        self._endings = tuple(ending for ending, _ in self._ends)
        self._short_openings = tuple(phrase for phrase, _ in self._short_others)
        self._openings: dict[tuple[str, bool], _Openings] = {}
        self._remembered: dict[tuple[str, bool], Cue | None] = {}

    def _add(self, category: str, table: Mapping[str, Any]) -> None:
        for how in ("whole", "heading", "section", "marker", "above"):
            for phrase in table.get(how, ()):
                key = _bare(line_key(phrase))
                if " * " in key:
                    pattern = re.compile(re.escape(key).replace(r"\*", _FEW_WORDS))
                    opening = key[: key.index("*")]
                    self._whole_patterns.append((opening, pattern, Cue(category, how, phrase)))
                self._whole.setdefault(key, Cue(category, how, phrase))
        for phrase in table.get("start", ()):
            folded = _plain(phrase)
            if "*" in folded or ("#" in folded and len(folded) > 1):
                pattern = re.compile(_wildcards(folded))
                plain = "" if folded[0] in "#*" else folded[0]
                piece = max(re.split(r"[*#]", folded), key=len)
                self._patterns.setdefault(plain, []).append(
                    _Pattern(piece, pattern, Cue(category, "start", phrase))
                )
            else:
                last = folded[-1]
                boundary = last.isalnum() and not _SPACELESS.match(last)
                if " " in folded and _HANGUL.match(last):
                    boundary = False  # particles and endings follow without a blank
                start = _Start(folded, category, boundary)
                self._starts.setdefault(folded[:2], []).append(start)
        for phrase in table.get("end", ()):
            self._ends.append((_plain(phrase), Cue(category, "end", phrase)))
        for phrase in table.get("contains", ()):
            pieces = tuple(piece for piece in re.split(r"[*#]", _plain(phrase)) if piece.strip())
            self._contains.append((pieces, Cue(category, "contains", phrase)))

    def whole(self, key: str) -> Cue | None:
        """The cue that the line is, apart from ornaments around it and the numbers in it."""
        bare = _bare(key)
        if cue := self._whole.get(bare):
            return cue
        if _DIGIT.search(bare):
            counted = _NUMBER.sub("#", bare)
            return self._whole.get(counted) or self._whole.get(_COUNT.sub("#", counted))
        if not bare.startswith(self._whole_openings):
            return None
        return next(
            (cue for _, pattern, cue in self._whole_patterns if pattern.fullmatch(bare)), None
        )

    def held_by(self, page: str, words: frozenset[str]) -> Held:
        """The phrases of which the first words stand anywhere on a page, given with its words."""
        places: list[int] = []
        for word in words.intersection(self._held_by_word):
            places += self._held_by_word[word]
        for part, others in self._held_by_part.items():
            if part in page:
                places += others
        held = [self._contains[place] for place in sorted(places)]
        return [entry for entry in held if entry[0][0] in page]

    def match(self, key: str, *, prose: bool, held: Held | None = None) -> Cue | None:
        """The cue a line matches, if any.

        Args:
            key: the line as `line_key` gives it.
            prose: whether the line reads as a sentence of some length.
            held: what `held_by` gave for a page that holds the line.
        """
        if len(key) > _SHORT:
            return self._match(key, prose=prose, held=held)
        # The lines of menus and buttons are the same on all pages of an outlet.
        known = self._remembered
        if (key, prose) not in known:
            if len(known) >= _MOST_REMEMBERED:
                known.clear()
            known[key, prose] = self._match(key, prose=prose)
        return known[key, prose]

    def _match(self, key: str, *, prose: bool, held: Held | None = None) -> Cue | None:
        if not prose and (cue := self.whole(key)):
            return cue
        if _BAR_FOR_COLON in key[:_LONGEST_LABEL]:
            key = key.replace(_BAR_FOR_COLON, ": ", 1)
        stripped = key if key[:1].isalnum() else _ORNAMENT.sub("", key)
        for candidate in (key, stripped) if stripped != key else (key,):
            if cue := self._start(candidate, prose=prose):
                return cue
        if not prose and (cue := self._parts(key) or self._buttons(key)):
            return cue
        if cue := self._labelled_link(key):
            return cue
        if key.endswith(self._endings):
            return next(cue for ending, cue in self._ends if key.endswith(ending))
        for pieces, cue in self._contains if held is None else held:
            if pieces[0] in key and _in_order(pieces, key):
                return cue
        return None

    def _parts(self, key: str) -> Cue | None:
        """The first cue of a line that is nothing but cues side by side (“Share · Save”)."""
        if len(key) > 120 or not _PARTED.search(key):
            return None
        parts = _PARTS.split(key)
        if len(parts) < 2 or len(parts) > 8:
            return None
        cues: list[Cue | None] = [
            self.whole(part) or self._start(part, prose=False) for part in parts
        ]
        return None if None in cues else cues[0]

    def _labelled_link(self, key: str) -> Cue | None:
        """The cue of a link behind a heading of links, in scripts without blanks."""
        label = None if key[:1].isascii() else _LABEL_OF_LINK.match(key)
        name = (label[1] or label[2]) if label is not None else ""
        if _SPACELESS.match(name) is None:
            return None
        cue = self._whole.get(name)
        return Cue("related", "start", name) if cue and cue.category == "related" else None

    def _buttons(self, key: str) -> Cue | None:
        """The cue of a row of buttons with blanks between them alone (“Print this Share 12”).

        A row of more may have a word that is none, such as the name of an app.
        """
        parts = [part.rstrip(":,") for part in key.split(" ") if not part.isdecimal()]
        if not _FEWEST_BUTTONS <= len(parts) < _MOST_BUTTONS:
            return None
        cues: list[Cue] = []
        at = others = 0
        while at < len(parts):
            for length in range(min(_LONGEST_BUTTON, len(parts) - at), 0, -1):
                cue = self._whole.get(" ".join(parts[at : at + length]))
                if cue is not None and cue.category in _BUTTONS:
                    cues.append(cue)
                    at += length
                    break
            else:
                others += 1
                at += 1
                if others > 1:
                    return None
        enough = len(parts) - others >= _WORDS_OF_A_ROW if others else len(cues) > 1
        return cues[0] if enough else None

    def _start(self, key: str, *, prose: bool) -> Cue | None:
        openings = self._openings.get((key[:2], prose))
        if openings is None:
            openings = self._openings[key[:2], prose] = self._opening(key[:2], prose=prose)
        if key.startswith(openings.phrases):
            for start in openings.starts:
                if key.startswith(start.phrase) and not (
                    start.boundary and key[len(start.phrase) :][:1].isalnum()
                ):
                    return Cue(start.category, "start", start.phrase)
        for piece, pattern, cue in openings.patterns:
            if piece in key and pattern.match(key):
                return cue
        return None

    def _opening(self, two: str, *, prose: bool) -> _Openings:
        """What may match a line with these two characters first; of phrases the longest first."""
        starts = [*self._starts.get(two, ()), *(self._starts.get(two[:1], ()) if two[1:] else ())]
        patterns = [
            one
            for one in self._patterns.get(two[:1], ())
            if _plain(one.cue.phrase)[1] in f"*#{two[1:]}"
        ]
        patterns += (
            one
            for one in self._patterns.get("", ())
            if one.cue.phrase[0] != "#" or two[:1].isdecimal()
        )
        skipped = _OPENS_SENTENCES_TOO if prose else frozenset[str]()
        starts = [start for start in starts if start.category not in skipped]
        patterns = [one for one in patterns if one.cue.category not in skipped]
        return _Openings(
            sorted(starts, key=lambda start: -len(start.phrase)),
            tuple(start.phrase for start in starts),
            patterns,
        )

    def opens_credit(self, key: str) -> bool:
        """Whether a line's first word is one of a picture's credit (“Photo Jane Doe”)."""
        return key.partition(" ")[0] in self._credit_words

    def is_credit(self, key: str) -> bool:
        """Whether a line is nothing but the owner of a picture (“Getty Images”)."""
        return key.strip(" ()[]©.-–—|/") in self._credit_words

    def is_contents(self, key: str) -> bool:
        """Whether a line is the heading of a list of the article's subheadings."""
        return _bare(key) in self._contents

    def is_poll(self, key: str) -> bool:
        """Whether a line is the heading of a question that readers are asked."""
        return _bare(key) in self._polls

    def is_about_author(self, key: str) -> bool:
        """Whether a line is the heading of what a page tells of who wrote it."""
        return _bare(key) in self._about_authors

    def closed_box(self, key: str) -> str | None:
        """The heading of the box that a line closes: “most read”, of “End of Most read”."""
        if not key.startswith(self._box_ends):
            return None
        opening = max(filter(key.startswith, self._box_ends), key=len)
        return key.removeprefix(opening).strip() or None

    def is_note(self, key: str) -> bool:
        """Whether a line opens as a correction or an editor's note does, which is the article's."""
        return key.startswith(self._notes)

    def _may_end_in_credit(self, tail: str) -> bool:
        """Whether the pattern of credits, which is slow, is worth trying."""
        if self._joiners and not self._joiners.isdisjoint(tail):
            return True
        tail = tail[-100:]
        if any(map(tail.__contains__, _CREDIT_SIGNS)):
            return True
        if "/" in tail and _STROKE.search(tail):
            return True
        for turn in _CREDIT_TURN.finditer(tail):
            if turn.group() in (":", "："):
                if tail[: turn.start()].rstrip().endswith(self._credit_ends):
                    return True
            elif self._credit_starts.match(tail, turn.end()) or (_PICTURE.match(tail, turn.end())):
                return True
        return False

    def tells_places(self, key: str) -> bool:
        """Whether a line says in brackets where in a picture somebody is: “(left)”."""
        return ("(" in key or "（" in key) and self._beside.search(key) is not None

    def is_noun_with_stop(self, text: str) -> bool:
        """Whether a few signs and a full stop hold none that makes a sentence (“旧石桥。”)."""
        return bool(self._sentence_signs) and self._sentence_signs.isdisjoint(text)

    def short_caption(self, key: str) -> Cue | None:
        """The words that make a short line without a full stop a caption."""
        for phrase in self._short:
            if key.startswith(phrase) and not key[len(phrase) :][:1].isalnum():
                return Cue("caption", "short", phrase)
        return None

    def short(self, key: str) -> Cue | None:
        """The words that make a short line without a full stop clutter, captions aside."""
        if not key.startswith(self._short_openings):
            return None
        for phrase, category in self._short_others:
            if key.startswith(phrase) and not key[len(phrase) :][:1].isalnum():
                return Cue(category, "short", phrase)
        return None

    def credit(self, key: str) -> Literal["strong", "weak"] | None:
        """Whether a line ends in a picture's credit.

        ``strong``: a credit word, or an agency with a photographer. ``weak``: an agency alone in
        parentheses, which may as well sign the article's last paragraph.
        """
        tail = key[-140:]
        if self._may_end_in_credit(tail):
            match = self._credit.search(tail)
        elif tail.rstrip(" *.。")[-1:] in _CLOSING_BRACKETS:  # perhaps all of it in brackets
            match = self._credit.search(tail, max(map(tail.rfind, _OPENING_BRACKETS)))
        else:
            return None
        if match is None or _SAID_BEHIND.search(match.group()):
            return None
        return "weak" if match.lastgroup == "agency" else "strong"


#: What somebody wrote there, and no owner: “she wrote on Instagram: “Yes.””
_SAID_BEHIND = re.compile(r"[:：]\s*[\"“”„«»‘「]")
#: A picture's credit ends in a bracket, has one of these in its last hundred characters, ...
_CREDIT_SIGNS = ("|", "©", "=", "credit", "getty images", "／", "＝")
#: ... or a stroke that parts no figures of a day (12/6/2023), ...
_STROKE = re.compile(r"/(?:(?<!\d/)|(?!\d{1,4}(?![\w\s])))")
#: ... or has one of these with a credit word or an agency before or behind it.
_CREDIT_TURN = re.compile(r"[:：.!?-](?:(?<=[:：])|(?<=-) ?|(?<=[.!?]) )")
_OPENING_BRACKETS, _CLOSING_BRACKETS = "([（［【", frozenset(")]）］】")
_PICTURE = re.compile(r"(?:\w+\s){0,2}(?:pic|pix|photo)")


_OPENING, _CLOSING, _INNER = r"[(\[（［【]", r"[)\]）］】]", r"[^()\[\]（）［］【】]"


def _credit_pattern(words: Iterable[str], joiners: Iterable[str]) -> re.Pattern[str]:
    """What ends a caption: "(Foto: X)", "REUTERS/X", "(AP Photo/X)", "/ Getty Images"."""
    agencies = any_of(fold(name) for name in all_agencies())
    owners = any_of(load(COMMON).table("metadata").get("picture_agencies", ()))
    word = any_of(set(words))
    joiner = "".join(re.escape(fold(sign)) for sign in joiners)
    joined = ""
    if joiner:
        joined = (
            rf"|[{joiner}][^。]{{0,45}}{word}[^。、]{{0,14}}$|[{joiner}]\s?\d{{1,4}}[年月日][^。]*$"
            rf"|[{joiner}][^。]{{0,45}}{agencies}$|{_OPENING}{_INNER}{{1,24}}(?:提供|撮影){_CLOSING}$"
            r"|[攝摄]\s?(?:\d{2,4}年)?\d{1,2}月\d{1,2}日$"
        )
    opening, closing, inner = _OPENING, _CLOSING, _INNER
    by = r"(?:by|oleh|von|par|de|of|via|from|/)?"
    photo = r"(?:photo|foto|pool|images?|photos|pic)"
    return re.compile(
        # (Foto: X), (Dok. X), (X | Photo by Y), (写真：共同)
        rf"{opening}\s*(?:{inner}*[\s/|,;-])?{word}(?:\s?[:：/©.|,-]|\s+{by}\s*{inner}{{1,80}}|(?={closing}))"
        rf"{inner}*{closing}[.。]?\s*\*?$"
        # (AP Photo/X), (Reuters/X), (X / AFP), (X via AP)
        rf"|{opening}{inner}*(?<!\w){agencies}(?:\s+{photo})?\s*[/-]\s*\w{inner}*{closing}[.。]?$"
        rf"|{opening}{inner}*/\s*{agencies}(?!\w){inner}*{closing}[.。]?$"
        rf"|{opening}{inner}*\w\s+via\s+\w{inner}*{closing}[.。]?$"
        # REUTERS/X, AP Photo / X
        rf"|(?<!\w){agencies}(?:\s+{photo})?\s?/\s?\w[^.。]{{2,50}}[.]?$"
        # Foto: X; - Foto X; © X; X / AFP; - Reuters pic
        rf"|(?:^|[\s.|,(/。，-]){word}\s?[:：/©]\s?(?:{word}[.:]?\s?)?\S(?:[^.:]|\.(?=[a-z])|(?<=\b\w)\.){{1,60}}\.?$"
        rf"|\s--?\s?{word}\s+[\w/ ]{{2,40}}$"
        rf"|[/|©]\s?(?:{agencies}|{owners}|[^/|©-]{{0,30}}getty images)\W*$"
        rf"|(?<=[.!?]) {word}(?: [\w./'-]{{2,}}){{1,4}}(?<!\.)$"
        # The end of a sentence, ST FILE PHOTO; NST PHOTO: X
        rf"|(?<=[.!?]) \w{{2,12}} (?:file )?{word}(?:\s?[:：]\s?[\w./ -]{{2,40}})?$"
        rf"|(?<!\w)credit ?(?:\.\.\.|…) ?\S[^.]{{2,80}}$"
        rf"|-\s?(?:\w+\s)?(?:pic|pix|photos?|picture)(?:\s(?:by|via))?(?:\s[\w/.]+){{1,4}}$"
        rf"|/\s?(?:\w+\s)?(?:(?:pic|photo|foto)s?|{word})$"
        rf"|-\s?{agencies}\s+{photo}$|-\s?{agencies}\s?-\s?\w[^.。]{{2,40}}$"
        rf"|©\s?\w[^.]{{1,60}}$"
        rf"{joined}"
        # (AFP), - AFP: a credit, or the signature of a report
        rf"|(?:{opening}\s*|\s-\s?)(?P<agency>{agencies}(?:\s?[/,&+-]\s?{agencies})*)"
        rf"\s*{closing}?[.。]?$"
    )


def _beside_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A word for a place in the picture, in brackets with a word or two beside it at most."""
    parted = [rf"(?<!\w){re.escape(word)}" for word in words if word.isascii()]
    others = [rf"{re.escape(word)}[^()]{{0,8}}" for word in words if not word.isascii()]
    wide = "|".join(re.escape(word) for word in words if not word.isascii()) or "(?!)"
    return re.compile(
        rf"\([^()]{{0,16}}(?:{'|'.join([*parted, *others])})\)"
        rf"|（(?:{wide})(?:[0-9一二三四五六]人目|側)?）"
    )


@cache
def all_agencies() -> dict[str, str]:
    """Every name of a news agency in the language files, and the short name it goes by."""
    return {
        name: agency
        for code in codes()
        for agency, names in load(code).table("metadata").get("agencies", {}).items()
        for name in names
    }


@cache
def cue_book(language: Language) -> CueBook:
    """The cues for pages in a language; of a language without a file, those of all languages."""
    own = language.table("lines")
    related = own.get("also", ()) if own else codes()
    names = dict.fromkeys([COMMON, *related])
    return CueBook([own, *(load(name).table("lines") for name in names if name != language.code)])


def _bare(key: str) -> str:
    """A key without the ornaments around it, a lone guillemet (folded to a mark) among them."""
    if key.count('"') == 1:
        key = key.strip('"')
    bare = key if key[:1].isalnum() else _ORNAMENT.sub("", key)
    return bare.strip(_TRAILING) or key


def _by_first_piece(held: Held) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Where phrases stand, by a word that their first piece holds from end to end.

    Those that hold none by the longest part of one: both tell at once that a page lacks many.
    """
    by_word: dict[str, list[int]] = {}
    by_part: dict[str, list[int]] = {}
    for place, (pieces, _) in enumerate(held):
        parts = pieces[0].split(" ")
        told, by = (parts[1:-1], by_word) if any(parts[1:-1]) else (parts, by_part)
        by.setdefault(max(told, key=len), []).append(place)
    return by_word, by_part


def _in_order(pieces: tuple[str, ...], key: str) -> bool:
    position = 0
    for piece in pieces:
        position = key.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return True


def _wildcards(phrase: str) -> str:
    """A phrase as a pattern: ``*`` for a few words, ``#`` for a number."""
    pattern = re.escape(phrase).replace(r"\*", ".{0,50}?").replace(r"\#", r"\d+(?:[.,]\d+)*")
    return pattern + (
        r"(?!\w)" if phrase[-1].isalnum() and not _SPACELESS.match(phrase[-1]) else ""
    )
