"""Lines of a page: what is the article and what is clutter, each with its reason.

In layers: cue words, credits of pictures, where the title stands, what repeats, and what follows
the last paragraph. Hiding a line of the article is far worse than showing an advertisement, so
what is doubtful is shown. Metadata is taken from the lines in `metadata.py`; repeats across the
articles of one outlet need the store and are no concern of this module.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, islice, pairwise

from store.matching import fold
from store.model import Line, LineKind, Metadata
from store.reading.bylines import (
    CreditLine,
    is_edition,
    is_place,
    label_alone,
    read_credit_line,
    read_dateline,
)
from store.reading.cues import Cue, CueBook, cue_book, line_key
from store.reading.dates import find_dates
from store.reading.languages import Language
from store.reading.repeats import speaks_to_reader

#: Kinds that are shown; the others are hidden.
SHOWN: frozenset[LineKind] = frozenset(
    ("title", "standfirst", "byline", "date", "dateline", "heading", "body", "blank")
)

_WIDE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uff01-\uff60\uac00-\ud7a3]")
_STOPPED = re.compile(
    r"[.。．।۔؟።][\"'”’»«“)\]）」』*]*\s*$|[\"”»」』]\s*$|[.!?。”…:：][\"'”’»)）」』]+\s*$|…$"
    r"|[.!?。”\"»」][ \xa0]?[(（\[〔［【][^()（）]{1,50}[)）\]〕］】]$"
    r"|[.。][ \xa0]?[(（][cC][)）] ?[^()（）。.]{1,40}$"
    r"|[.!?”\"]\s+[–—-]+\s?(?:[A-Z]{2}[A-Z .]{0,30}|[A-Z]+[a-z]{2,10})$"
    r"|[.!?][”\"]?[–—]+\s?[A-Z]+[a-z]{2,10}$"  # "... today.— Agency", "... he said.–CityPost"
    r"|[.!?][\"”»]?\s+[A-Z]{2,8}(?:/[A-Z]{2,8})?$"
)
#: ...。（編輯：王小明）1130920: the day in the era of Taiwan behind the editors.
_FILED = re.compile(r"。[（(][^（）()]{2,30}[)）]\d{7}$")
_DASHES = frozenset("-–—")
_OPENS = re.compile(r"[(（]")
_CLOSING_MARKS = frozenset("\"”»'’")
#: A sentence that ends within a line, and the next one.
_FULL_SENTENCE = re.compile(r"[a-zà-ÿ]{4,}\.\s+[\"“„«]?[A-ZÀ-Þ]")
_ASKED = re.compile(r"[!?！？]\s*$")
_INNER_STOP = re.compile(r"[.!?]['\"”’»)]?\s+[\"“„«'(]?[A-ZÀ-ÞА-Я\d]|[。！？]")
_INITIALS = re.compile(
    r"^(?:[A-ZÀ-Þ]\. ?){2,3}$"
    r"|^[(\[]\s*[A-Za-zÀ-ÿ]{2,5}(?:\s?[/\-,.]\s?[A-Za-zÀ-ÿ]{2,5}){0,3}\s*[)\]]\.?$"
    # abb/AFP, SDA/mlb, (Schluss) hol/dre
    r"|^(?:\([A-Z][a-z]+\) )?(?=\S*[a-z])[A-Za-zÀ-ÿ]{2,5}(?:\s?//?\s?[A-Za-zÀ-ÿ]{2,6}){1,3}$"
)
_ADDRESS = re.compile(r"^(?:https?://\S+|www\.\S+|[a-z][\w-]*(?:\.[\w-]+)+/\S+|\S+@\S+\.\w{2,})$")
_LINK_IN_BRACKETS = re.compile(r"^\[ ?(?![^\]]*[:：]\s?[\"“‘])[^\W\d_][^\[\]]{20,150}[^.!?\]]\]$")
_HASHTAGS = re.compile(r"^(?:[#＃][^\s#＃]+[\s,·|]*)+$")
_NETWORK = re.compile(
    r"(?:facebook|twitter|x\.com|x|whatsapp|telegram|instagram|linkedin|reddit|pinterest|messenger|line|"
    r"tiktok|youtube|threads|bluesky|e-?mail|mail|print|share|copy link|copy|sms|flipboard|pocket|"
    r"xing|tumblr|wechat|weibo|viber|snapchat|mastodon|link|hatena|gplus|google)"
)
_SHARE_BAR = re.compile(
    rf"^{_NETWORK.pattern}(?:(?:[\s,|/•·]+{_NETWORK.pattern})*|{_NETWORK.pattern}{{2,}})$"
)
_NETWORKS = "share bar: names of networks"
_RUN_TOGETHER_MENU = "the words of a menu, run together"
_JOINTS_OF_A_MENU = 4
#: So many lines in a row that break off are no sentences of the article.
_TEASERS = 4
_TO_NETWORK = re.compile(rf"^\S+ (?:\S+ )?{_NETWORK.pattern}$")
_PAGES = re.compile(
    r"^(?:[<>«»‹›|,/…+\s]|\d{1,3}|next|prev(?:ious)?|last|first|次へ|前へ|次|前|最後|最初)+$"
)
_DATE_ALONE = re.compile(r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}")
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪●■◦‣○]|\(?\d{1,3}[.)]|[a-z][.)])\s+\S")
_ENTRY = re.compile(r"^\d{1,2}(?:\.\d{1,2})?[.)]? ")
_NUMBERED = re.compile(r"^\(?(\d{1,3})[.)]\s+\S")
_SPEAKER_LABEL = re.compile(r"^[^\W\d_a-z][\w. -]{1,30}:\s")
#: (山田記者)「...」: speech, as broadcasters write it down.
_SPEAKER_IN_BRACKETS = re.compile(r"^[(（][^()（）]{1,16}[)）]「")
_BREADCRUMB = re.compile(r"\S\s*(?:[>›»/»]|\\)\s*\S.*\s(?:[>›»/]|\\)\s|^\S+(?:\s\S+)?\s*[>›»]\s*\S")
#: Three places in the site's tree or more: no kicker has them.
_TRAIL = re.compile(r"\s[>›»]\s.*\s[>›»]\s")
_PLAIN_CONTENT = re.compile(r"[a-z]{4,}")
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_CAPITAL = re.compile(r"(?<![\w])[A-ZÀ-Þ][\w'’-]{3,}")
_WIDE_RUN = re.compile(r"[\u30a1-\u30ff]{2,}|[\u3400-\u9fff]{2,}")
_NAME = re.compile(r"(?<=[\w,;:)–-] )[\"“„«(]?([A-ZÀ-ÞА-Я][\w'’-]{2,})")
_QUOTED = re.compile(r"[\"“„«»「『][^\"“”„«»「」]+[\"“”«»」』]$")
#: A headline that ends in somebody's words: a Korean sentence would end behind them.
_HANGUL_HEADLINE = re.compile(r"^[^\"“].*[\uac00-\ud7a3][”\"]$")
_SPEECH = re.compile(r"[\"“”„«»「」『』]")
_CAPITALS = r"[A-Z][\w.&'’-]*"
_LINKED = rf"(?: (?:d[eu]|de la|des|von|of) {_CAPITALS}| {_CAPITALS})"
_OWNER = re.compile(
    rf"[(\[]\s*{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?"
    rf"[A-Z][\w.'’-]+{_LINKED}{{1,3}}\s*[)\]]$"
)
_OWNER_IN_CAPITALS = re.compile(
    r"[^\W\d]{2,}(?: [^\W\d]{2,}){1,3}/[^\W\d]{2,}(?: [^\W\d]{2,}|\.[A-Z]{2,4}(?:\.ID)?)?$"
)
_FROM_OWNER = re.compile(rf"^From {_CAPITALS}{_LINKED}{{0,3}}/{_CAPITALS}{_LINKED}{{0,2}}$")
_OWNER_ALONE = re.compile(rf"^{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?{_CAPITALS}{_LINKED}{{1,3}}$")
#: "... at the river. COURIER/Jane D", "... - J. DOE / AGENCY", "...（19日、県庁で）".
_OWNER_BEHIND = re.compile(
    rf"[.!?][\"”»]?\s+(?:[–—-]+\s?)?[A-Z]{{2,}}(?:[. ][A-Za-z]+){{0,2}}\s?/"
    rf"\s?{_CAPITALS}{_LINKED}{{0,3}}$"
    rf"|\s[–—-]\s?{_CAPITALS}{_LINKED}{{0,3}}\s?/\s?[A-Z]{{2,}}$"
    r"|[（(][^（）()]*\d日[^（）()]*(?:で|撮影)[)）]$"
    # "... in the square - Jane Doe - 3.may.24/Agency", "... of the town. JANE DOE"
    r"|\s[–—-]\s[^–—-]{3,40}\s[–—-]\s\d{1,2}\.\w{2,4}\.\d{2,4}(?:/[\w ]+)?$"
    r"|[.!?][\"”»]?\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+\s){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+$"
)
#: "citynews.com/Jane Doe"
_SITE_AND_OWNER = re.compile(r"^[a-z][\w-]+\.[a-z]{2,4}(?:\.[a-z]{2})?/[A-Z]\w+(?: [A-Z]\w+){0,2}$")
#: "City Media, Inc.", which owns the picture above
_COMPANY_ALONE = re.compile(r"^[A-Z][\w&]+(?: [A-Z][\w&]+){0,2},? (?:Inc|Ltd|LLC|Corp)\.$")
#: "Jane DoePhoto: City News"
_GLUED_OWNER = re.compile(r"[a-zà-ÿ](?:Photo|Foto|Image|Picture|Credit|Gambar)s?: ?[A-Z]")
#: How programs cut the first words of other articles.
_EXCERPT_ENDS = ("[…]", "[...]", "[&hellip;]")
#: "Ministers in the hall (3日午後、県庁)": no full stop, and a day behind it.
_DAY_IN_BRACKETS = re.compile(r"^[^。「」]+[（(][^（）()]*\d日[^（）()]*[)）]$")
#: A report's last sentence, and the agency behind it: 「……」と述べた。（共同）
_SIGNED = re.compile(r"[。」][（(][^（）()]+[)）]$")
_SIGNED_BEHIND_DASH = re.compile(r"[.!?][\"”»]?\s+[–—-]+\s?\w+$")
#: "The harbour at dusk (City News: Jane Doe)"
#: ... "(Jane Doe for The City News)", "The nave.J.D."
_OWNER_AND_NAME = re.compile(
    rf"\({_CAPITALS}{_LINKED}{{0,3}}(?:: | for (?:The )?){_CAPITALS}{_LINKED}{{0,3}}\)$"
    r"|[a-zà-ÿ]\.(?:[A-Z]\.){2,3}$"
)
#: "The garden without its tree JANE DOE"
_NAME_IN_CAPITALS = re.compile(r"[a-zà-ÿ]\)?,?\s((?:[A-ZÀ-Þ'’-]{3,}\s){1,2}[A-ZÀ-Þ'’-]{3,})$")
#: "[1/2] A worker ..."
_COUNTED_PICTURE = re.compile(r"^\[\d{1,2}/\d{1,2}\]\s")
_SMALL_WORDS = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}")
_NAMED = re.compile(r"^[^\W\d_]{3,} [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]+){1,3}$")
_DATED_END = re.compile(r"\(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\)\.?$")
#: "STORAGE - Sacks of rice in ...", above a dateline with the outlet's name.
_TOPIC_AND_DASH = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30} [-–—] [A-ZÀ-Þ]")
#: "HAMDAN Ali (left) shows ...", above a dateline with its town in capitals too.
_SHOUTED_NAME = re.compile(r"^[A-ZÀ-Þ]{4,}(?: [A-Z][a-zà-ÿ]+){0,4} (?:[a-zà-ÿ]{4,}|\([a-z]+\)) ")
#: "Divers search the harbour 02:13", the title of a video: no schedule has such minutes.
_RUNNING_TIME = re.compile(r"[^\W\d]\s+0\d:[0-5][1-46-9]$")
#: The hour of an entry of a live blog, on a line of its own.
_HOUR = re.compile(
    r"^(?:\d{1,2}[.:h]\d\d(?: ?[A-Za-z]{1,4}\.?){0,2}|(?:午前|午後)?\d{1,2}時\d{1,2}分)$"
)
#: No dateline stands alone on a line without one of these.
_DATELINE_SIGNS = frozenset("-–—:()[]/（）［］【】〔〕")
_RUN_TOGETHER = re.compile(r"^(?:[A-ZÀ-Þ][a-zà-ÿ'’&]+){4,}$")
_BREAKS_OFF = re.compile(r"^[^\"“”„«»「」『』]+(?:\.\.\.|…)$")
#: Where a word of a menu ends and the next begins, without a blank: "HomeNewsPrivacy Policy".
_JOINT = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_TWO_JOINTS = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]\w*[a-zà-ÿ][A-ZÀ-Þ]")
_LETTER = re.compile(r"^[A-Za-z] ?[+–-]?$")
#: "harbour-2019-07-19.jpeg", "abc171025081 1".
_FILE = re.compile(
    r"^\S[^.!?]{0,80}(?:\.[\w-]{1,20}){0,3}\.(?:jpe?g|png|gif|webp|heic|mp4)$"
    r"|^[a-z]{2,5}\d{6,}(?: \d)?$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"^[a-z0-9]+(?:[-,_]+[a-z0-9]+){4,}$")
_TAGS_AND_COMMAS = re.compile(r"^[^,.!?:]{2,40}(?:,(?=[A-Za-zÀ-ÿ])[^,.!?:]{2,40}){3,}$")
#: "— Jane Doe (@jane) February 11, 2024", below a post from Twitter.
_POST_SIGNED = re.compile(r"^[—–-]+\s?[^()]{2,60} \(@\w+\) [^()]{6,24}$")
_RATE = re.compile(r"^\([^()]*\d[^()]*=[^()]*\d[^()]*\)$")
_ICON = re.compile(r"^[a-z]+(?:_[a-z]+)+$|^(?:chevron|arrow)_\w+")
_SUFFIX = re.compile(r"\s+[-–—|•·:»]+\s+|\s*[|｜]\s*")

#: How much a cue says about where the article ends, and how much must speak for a paragraph
#: behind it. Behind the last one nothing is taken for the article any more.
_GOES_ON, _MAY_END, _ENDS, _CLOSED, _OVER = range(5)
_WANTED_BEHIND_OWN_BOX = 0.4
_WANTED_BEHIND_LINKS = -0.5
_RELATED_LINK = "related link: below"
_NO_HEADLINE_ABOVE = 0.6
_OFTEN_NAMED = 0.5
#: What a line cannot do that goes on with the sentence of the line above: open, or say all.
_OPENINGS = frozenset(("start", "short", "whole", "heading", "section"))
#: Boxes of the outlet's own, which no teasers follow.
_OWN_BOXES = frozenset(("share", "follow", "promotion", "continuation", "navigation", "newsletter"))
_WANTED = {_MAY_END: 0.0, _ENDS: 1.0, _CLOSED: 3.0}
_BOXES = frozenset(("newsletter", "consent", "subscription", "donation"))
#: What is longer may be the standfirst, with the title above it.
_LONG_TITLE = 70
#: A line that says no more than how another begins, cut after so many characters, repeats it.
_LONG_OPENING = 80
#: Up to here an outlet's name may stand in the dateline.
_LONGEST_DATELINE = 40
_LONGEST_OWNER = 70
_SHORT_TITLE = 25
#: What is longer, ends as a sentence and has three sentences, or fewer, is a paragraph.
_LONGEST_HEADLINE = 150
_LONGEST_HEADLINE_OF_TWO = 200
_LONGEST_WITH_STOP = 100
_BEHIND_TEXT = "after the last body paragraph"
#: What is longer, above the standfirst, is no kicker.
_NO_KICKER = 60
#: How far such a line's score may fall behind the standfirst's, which is nearer to the byline.
_HEADLINE_BEHIND = 5.0
#: A name alone is a byline only among so many lines below the title.
_NEAR_TITLE = 3
#: Among so many lines the title is looked for.
_HEAD = 60
_LONGEST_CONTENTS = 50
#: What is longer is no button that opens with "Newsletter".
_LONGEST_SHORT = 110
#: Blanks, and signs without width.
_BLANKS = " \t\xa0\u3000\u2002\u2003\u2009\u200a\u202f\u200b\u200c\u200d\u2060\ufeff\xad"
#: A shorter line in small letters that ends no sentence is a button, no piece of a paragraph.
_SHORTEST_PIECE = 24
#: What is longer is no line of a newsreader's script.
_LONGEST_OF_SCRIPT = 40
#: Every line is looked for in every other, for pull quotes and for photographers' names: only on
#: pages of a common length.
_LONGEST_FOR_PULL_QUOTES = 400
_BEGINNING = 12
_BUTTONS = frozenset(("share", "comments", "follow", "subscription", "reading", "navigation"))
#: Categories that give way where the line is a byline or a date line as a whole.
_YIELDS = frozenset(("navigation", "tags", "source", "media", "copyright", "related"))
#: Categories whose sentences may say what the article says: links to it, credits, captions.
_NEVER_SENTENCES = frozenset(("related", "copyright", "source", "caption"))
_SHARED_BY_SENTENCES = 0.4
#: Buttons and marks that stand between related links.
_AMONG_LINKS = frozenset(("pager", "continuation", "subscription", "media", "reading"))
_END_OF = {
    "tags": _CLOSED,
    "comments": _OVER,
    "copyright": _OVER,
    "source": _MAY_END,
    "follow": _MAY_END,
    "share": _MAY_END,
    "continuation": _MAY_END,
    "navigation": _MAY_END,
    "promotion": _MAY_END,
}


@dataclass(slots=True, eq=False)
class _Row:
    """A line while it is being judged. ``size`` counts a wide character as two and a half.

    ``prose`` says that it reads as a paragraph: a sentence that ends, a long or a cut line.
    """

    index: int
    start: int
    end: int
    text: str
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
    content: frozenset[str] = field(default_factory=frozenset)

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

    def decide(self, kind: LineKind, reason: str) -> None:
        """Decide, unless it is decided already."""
        if self.kind is None:
            self.kind, self.reason = kind, reason


def classify_lines(text: str, language: Language, stated: Metadata) -> tuple[Line, ...]:
    """The lines of a text in order, each with its kind, whether it is shown, and why.

    Args:
        text: the article as imported.
        language: the page's language, for its cues.
        stated: what the source says of the page; a stated title finds the title's line.
    """
    rows = _rows(text)
    filled = [row for row in rows if row.kind is None]
    if filled:
        _Page(filled, rows, language, stated).classify()
    return tuple(
        Line(row.index + 1, row.start, row.end, kind, kind in SHOWN, row.reason)
        for row in rows
        for kind in (row.kind or "body",)
    )


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    is_wide = not text.isascii() and _WIDE.search(text) is not None
    start = 0
    for index, content in enumerate(text.split("\n")):
        end = start + len(content)
        stripped = content.strip()
        if not content.isascii():
            stripped = stripped.strip(_BLANKS)
        row = _Row(index, start, end, stripped)
        if not stripped:
            row.kind = "blank"
        else:
            row.key = line_key(stripped) or stripped
            row.size = len(stripped)
            if is_wide and not stripped.isascii():
                row.size += 1.5 * len(_WIDE.findall(stripped))
            row.words = stripped.count(" ") + 1
            row.stopped = _is_stopped(stripped, row.size)
            row.prose = row.size >= 150 or (row.stopped and row.size >= 60)
            above = rows[-1] if rows else row
            piece = stripped[0].islower() and (row.stopped or row.size >= _SHORTEST_PIECE)
            if piece and above.size >= 45 and not above.stopped:
                above.wrap()
                row.wrap()
        rows.append(row)
        start = end + 1
    _join_cut_lines(rows)
    if is_wide:
        _join_script_lines(rows)
    return rows


def _is_stopped(line: str, size: float) -> bool:
    """Whether a line ends as a sentence does; a question or a call only if it is long."""
    last = line[-1]
    if last == "." or last in "。”»」" or (last.isdigit() and _FILED.search(line[-48:])):
        return True
    if (
        last.isalnum()
        and last == last.lower()
        and "©" not in line
        and not _OPENS.search(line[-60:])
    ):
        signed = not last.isascii() or not _DASHES.isdisjoint(line[-13:])
        return bool(_STOPPED.search(line[-60:])) if signed else False
    return bool(_STOPPED.search(line[-60:])) or (
        size >= 110 and _ASKED.search(line[-3:]) is not None
    )


def _join_cut_lines(rows: list[_Row]) -> None:
    """On a page whose paragraphs are cut into lines, take its long open lines for such pieces."""
    cut = [row.index for row in rows if row.wrapped]
    if len(cut) < 4 or 4 * len(cut) < sum(row.kind is None for row in rows):
        return
    for row, below in pairwise(rows[cut[0] :]):
        if row.size >= 45 and not row.stopped and below.kind is None:
            row.wrap()


def _join_script_lines(rows: list[_Row]) -> None:
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


class _Page:
    """The non-blank lines of one page and the steps that judge them."""

    def __init__(
        self, rows: list[_Row], every: list[_Row], language: Language, stated: Metadata
    ) -> None:
        self.rows = rows
        self.every = every
        self.language = language
        self.stated = stated
        self.book: CueBook = cue_book(language)
        #: The longer words of the paragraphs, and those of more than one of them.
        self.text_words: set[str] = set()
        self.words_again: set[str] = set()
        self.title: int | None = None
        self.body: int | None = None
        #: Lines behind related links that stand above a paragraph of the text.
        self.subheadings: set[int] = set()

    def classify(self) -> None:
        """All steps, in order."""
        self._find_cues()
        self._find_pictures()
        self._find_teasers()
        self._find_title()
        self._keep_sentences()
        self._find_links()
        self._find_picture_texts()
        self._find_boxes()
        self._find_contents()
        self._find_repeats()
        self._find_pull_quotes()
        self._judge_head()
        self._judge_body()
        if self.title is None:
            self._find_title_below()

    # -- single lines ----------------------------------------------------------------------

    def _find_cues(self) -> None:
        labelled = False
        copies = Counter(row.key for row in self.rows)
        held = self.book.held_by(copies)
        for position, row in enumerate(self.rows):
            above = self._at(position - 1)
            row.cue = self.book.match(row.key, prose=row.prose and row.size >= 90, held=held)
            if row.cue is None and row.size < _LONGEST_SHORT and not row.stopped:
                row.cue = self.book.short(row.key)
            if row.cue and row.cue.how in _OPENINGS and self._in_mid_sentence(position):
                row.cue = None
            form = _form(row)
            if form and row.cue is None and _SITE_AND_OWNER.match(row.text):
                row.picture, form = "strong", ""
                row.decide("caption", "caption: a picture's owner")
            if form and row.cue is None:
                row.decide("boilerplate", form)
            label = label_alone(row.text, self.language) if row.size < 40 else None
            if labelled and row.cue is not None and row.cue.category == "continuation":
                continue
            if label:
                row.credit, row.cue, labelled = CreditLine(labelled=True, staff=True), None, True
                continue
            if labelled and row.cue is None and row.words <= 6 and row.size < 80:
                row.credit, labelled = CreditLine(labelled=True, names=(row.text,)), False
                continue
            labelled = False
            yields = row.cue is None or row.cue.category in _YIELDS
            row.credit = self._credit_line(row, above) if row.kind is None and yields else None
            if (
                row.credit is not None
                and row.size >= 60
                and not row.credit.labelled
                and self.book.credit(row.key) == "strong"
            ):
                row.credit = None  # a caption with a day and a photographer
            dashed = row.text[0] in _DASHES and above and above.text[-1] in _CLOSING_MARKS
            if dashed and row.credit is not None and _only_names(row.credit):
                row.credit = None  # "– Jane Doe", below her words
            if row.text[-1] == ":" and is_place(row.key.rstrip(" :"), self.language):
                row.credit, row.dateline_only = None, True  # "KUALA LUMPUR:", alone
            if row.words <= 5 and _NAMED.match(row.text) and self.book.opens_credit(row.key):
                row.credit, row.picture = None, "strong"  # "Photo Jane Doe"
            if row.credit is not None and copies[row.key] > 1 and len(row.credit.names) > 1:
                plain = not (row.credit.labelled or row.credit.dated or row.credit.staff)
                if plain and row.words > 5:
                    row.credit = None  # a title in capitals, with a comma
            if row.credit is not None and row.cue is not None:
                relayed = row.cue.category == "source" and row.cue.how == "start"
                if row.credit.labelled or (row.credit.dated and not relayed):
                    row.cue = None
                else:
                    row.credit = None
            if row.cue is not None and row.cue.category == "source" and row.kind is None:
                owner = re.split(r"[:：]\s*", row.text, maxsplit=1)[-1]
                if re.match(r"\w+\s?/\s?[A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ]", owner) and row.size < 60:
                    row.cue, row.credit, row.picture = None, None, "strong"
            if row.cue is None and row.credit is None and row.kind is None:
                if row.words == 1 and row.stopped and self._in_mid_sentence(position):
                    continue  # "police.", the last word of a paragraph
                row.picture = row.picture or self.book.credit(row.key)
                if row.size < 40 and self.book.is_credit(row.key):
                    row.picture = "strong"
                if self._names_owner(row):
                    row.picture = "strong"
                if row.size < 30 and row.text[0].isupper() and is_place(row.key, self.language):
                    row.dateline_only = True
                if (row.size < 60 and not _DATELINE_SIGNS.isdisjoint(row.text)) and (
                    dateline := read_dateline(row.text, self.language, first=True)
                ):
                    row.dateline_only = dateline.end >= len(row.text)

        if any(row.credit and row.credit.labelled and row.credit.authors for row in self.rows):
            for row in self.rows:
                if row.kind is None and row.credit and _OWNER_ALONE.match(row.text):
                    row.credit, row.picture = None, "strong"

    def _names_owner(self, row: _Row) -> bool:
        """Whether a line is, or ends in, the owner of a picture: “COURIER/Jane Doe”."""
        text = row.text
        if text.isupper() and row.size < 60 and (text[0] == "|" or _OWNER_IN_CAPITALS.match(text)):
            return True  # "| NORTHERN POST", "JANE DOE/POST"
        if text[0] in "▲▴📷📸" and not row.stopped:
            return True
        if "日" in text and row.size < 150 and _DAY_IN_BRACKETS.match(text):
            return True
        if text[-1] == "." and row.words < 5 and _COMPANY_ALONE.match(text):
            return True
        if text[-1] in ").;" and row.size < 300 and _OWNER_AND_NAME.search(text):
            return True
        if not row.stopped and row.size < 200 and _GLUED_OWNER.search(text):
            return True
        looked_for = len(self.rows) <= _LONGEST_FOR_PULL_QUOTES
        if looked_for and text[-2:].isupper() and 40 <= row.size < 300:
            name = _NAME_IN_CAPITALS.search(text)
            if name and not any(name[1] in other.text for other in self.rows if other is not row):
                return True
        if "/" not in text and "日" not in text and not text[-2:].isupper():
            return text[0] == "[" and _COUNTED_PICTURE.match(text) is not None
        ends = row.size < 400 and (_OWNER.search(text) or _OWNER_BEHIND.search(text))
        alone = _OWNER_ALONE.match(text) or _FROM_OWNER.match(text)
        return bool(ends or alone or _COUNTED_PICTURE.match(text))

    def _credit_line(self, row: _Row, above: _Row | None) -> CreditLine | None:
        if row.size > 240 or (row.prose and row.size > 120 and not row.text.startswith("(")):
            return None
        credit = read_credit_line(row.text, self.language)
        if credit is None or credit.labelled or credit.dated or credit.names:
            return credit
        below_name = above is not None and above.credit is not None and above.credit.names
        below_date = above is not None and above.credit is not None and above.credit.dated
        signs = credit.outlet and (below_name or (below_date and is_edition(credit.outlet)))
        return credit if credit.staff or credit.wire or signs else None

    def _spaced(self) -> bool:
        """Whether the page sets paragraphs apart by blank lines."""
        prose = [row for row in self.rows if row.prose]
        if len(prose) < 2:
            return len(self.every) > len(self.rows) * 1.3
        apart = sum(self._gap(row) for row in prose)
        return apart >= 0.7 * len(prose)

    def _in_mid_sentence(self, position: int) -> bool:
        """Whether a line goes on with the sentence of the one above, and so opens nothing."""
        row, above = self.rows[position], self._at(position - 1)
        return (
            row.wrapped
            and row.text[0].islower()
            and above is not None
            and above.wrapped
            and above.cue is None
            and not above.stopped
            and not self._gap(row)
        )

    def _gap(self, row: _Row) -> bool:
        """Whether a blank line (or nothing) stands before the row."""
        return row.index == 0 or self.every[row.index - 1].kind == "blank"

    def _find_pictures(self) -> None:
        """Captions by their words, by the credit at their end, or beside an "Enlarge" button."""
        spaced = self.spaced = self._spaced()
        for first, owner, second in zip(self.rows, self.rows[1:], self.rows[2:], strict=False):
            if first.key == second.key and first.stopped and first.open and owner.open:
                for row in (first, owner, second):
                    row.decide("caption", "caption: said above and below the picture's owner")
        for position, row in enumerate(self.rows):
            if row.cue and row.cue.how == "marker":
                row.decide("caption", row.cue.reason)
                after = self._at(position + 1)
                before = self._at(position - 1)
                whole = before is not None and before.kind == "caption"
                if after and not whole and self._below_picture(after):
                    after.decide("caption", f"caption: stands below the button “{row.text}”")
                if before and before.kind is None and not before.credit and not self._gap(row):
                    twin = after is not None and _begins_alike(before.key, after.key)
                    if (
                        twin
                        or (spaced and (not before.prose or before.size < 200))
                        or not before.stopped
                    ):
                        before.decide("caption", f"caption: stands above the button “{row.text}”")
            elif row.cue and row.cue.category == "caption":
                held = row.cue.how == "contains" and row.cue.phrase[-1] != ":"
                if held and row.stopped:
                    row.cue = None
                elif not (row.prose and row.sentences > 3):
                    row.decide("caption", row.cue.reason)
            elif row.kind is None and row.cue is None and row.credit is None:
                if row.picture == "strong" and row.size <= 700:
                    row.decide("caption", "caption: ends in a photo credit")
                elif row.picture == "weak" and not row.prose and not _SIGNED.search(row.text):
                    above = (other for other in islice(self.rows, position) if other.prose)
                    in_text = len(list(islice(above, 2))) > 1
                    if not (in_text and _SIGNED_BEHIND_DASH.search(row.text)):
                        row.decide("caption", "caption: ends in an agency's name")
                elif (
                    row.size < 120
                    and not row.stopped
                    and (cue := self.book.short_caption(row.key))
                    and not self._in_mid_sentence(position)
                ):
                    row.decide("caption", cue.reason)

    def _find_teasers(self) -> None:
        """Runs of lines that all break off: headlines and first sentences of other articles."""
        for heading, text, teaser in zip(self.rows, self.rows[1:], self.rows[2:], strict=False):
            section = heading.cue is not None and heading.cue.how == "section"
            if section and text.key == teaser.key and text.open and text.stopped:
                for twin in (text, teaser):  # a picture's text and the teaser below it
                    twin.decide("boilerplate", f"a teaser below “{heading.text[:60]}”, said twice")
        run: list[_Row] = []
        for row in (*self.rows, None):
            if row is not None and row.kind is None and _BREAKS_OFF.search(row.text):
                run.append(row)
                continue
            if len(run) >= _TEASERS:
                for teaser in run:
                    teaser.decide("boilerplate", "a teaser among others: breaks off")
            run = []

    def _below_picture(self, row: _Row) -> bool:
        """Whether the line below a picture's button may be its caption."""
        return (
            row.kind is None
            and row.credit is None
            and (not self._gap(row) or row.picture is not None)
            and (row.size > 120 or not find_dates(row.text, self.language) or row.stopped)
        )

    def _keep_sentences(self) -> None:
        """Take no cue from a sentence that tells what the others tell and asks nothing of a reader.

        “Register now ...” opens a prompt, “Register offices in the county ...” the article's words.
        """
        for row in self.rows:
            cue = row.cue
            if cue is None or row.kind is not None or not (row.stopped and row.prose):
                continue
            if cue.category in _NEVER_SENTENCES or cue.how != "start":
                continue
            content = _content(row.key)
            shared = len(content & self.text_words)
            if shared < 3 or shared < _SHARED_BY_SENTENCES * len(content):
                continue
            if not speaks_to_reader(row.text, self.language.code):
                row.cue = None

    def _find_links(self) -> None:
        """“Read also” alone on a line, with the links on the next lines."""
        start = self.title + 1 if self.title is not None else 0
        for position in range(start, len(self.rows)):
            row = self.rows[position]
            if row.kind is not None or row.cue is None or row.cue.category != "related":
                continue
            if row.cue.how not in ("heading", "section") and not self._ends_in_heading(row):
                self._find_second_link(position)
                continue
            tight = False
            first: _Row | None = None
            shortest = 0.0
            for number, link in enumerate(self._following(position)):
                apart = self._gap(link)
                if link.cue is not None and link.cue.category in _AMONG_LINKS:
                    continue
                if link.kind == "boilerplate" and link.size < 10:
                    continue
                if link.kind not in (None, "caption") or link.cue:
                    break
                if link.credit and (link.credit.labelled or link.credit.authors):
                    if first is not None and self._goes_on_below(position + 1 + number):
                        link.decide("boilerplate", "related link: who wrote it")
                    break
                if (tight and apart) or not _is_link(link, first=number == 0, apart=apart):
                    break
                if link.stopped and row.cue.how == "section" and not self._text_above(position):
                    break
                if first is not None and not _is_set_alike(first, link):
                    break
                if self._is_subheading(position + 1 + number, shortest):
                    self.subheadings.add(position + 1 + number)
                    break
                shortest = min(shortest or link.size, link.size)
                first = first or link
                tight = tight or (number == 0 and not apart)
                link.decide("boilerplate", f"related link: below “{row.text[:60]}”")

    def _find_second_link(self, position: int) -> None:
        """Another headline right below “Read also: ...”, where blank lines part paragraphs."""
        row, below = self.rows[position], self._at(position + 1)
        if below is None or not (self.spaced and self._gap(row)) or self._gap(below):
            return
        plain = below.open and below.credit is None and not (below.prose or below.stopped)
        if plain and below.words >= 4 and not _SPEECH.search(below.text):
            below.decide("boilerplate", f"related link: below “{row.text[:60]}”")

    def _is_subheading(self, position: int, shortest: float) -> bool:
        """Whether a line behind links, much shorter than they are, stands above a paragraph."""
        row, below = self.rows[position], self._at(position + 1)
        return (
            row.words <= 5
            and row.size < 0.6 * shortest
            and not any(sign.isdigit() for sign in row.text)
            and below is not None
            and below.open
            and below.stopped
            and below.credit is None
        )

    def _goes_on_below(self, position: int) -> bool:
        """Whether the text, begun above, goes on right below a row."""
        below = self.rows[position + 1 : position + 3]
        return self._text_above(position) and any(row.prose and row.open for row in below)

    def _text_above(self, position: int) -> bool:
        """Whether the article's text has begun above a row."""
        return any(row.prose and row.open and not row.credit for row in self.rows[:position])

    def _ends_in_heading(self, row: _Row) -> bool:
        """Whether a line that opens with a related cue holds no link of its own (“Baca juga:”)."""
        assert row.cue is not None
        rest = row.key[row.key.find(row.cue.phrase) + len(row.cue.phrase) :] if row.cue else ""
        return len(rest.strip(" :.-–>»")) <= 3 or (
            row.text.endswith((":", "：")) and row.words <= 5
        )

    def _find_picture_texts(self) -> None:
        """What stands above a credit on a line of its own, or below “Image caption”."""
        start = self.title + 1 if self.title is not None else 0
        for position in range(start, len(self.rows)):
            row = self.rows[position]
            if row.kind == "caption" and row.size < _LONGEST_OWNER:
                self._find_text_below_owner(position)
            if row.cue is not None and row.cue.how == "above":
                below = self._at(position + 1)
                if below and below.kind is None and below.cue is None and not self._gap(below):
                    below.decide("caption", f"caption: below “{row.text}”")
            elif (
                row.kind == "caption"
                and row.size < _LONGEST_OWNER
                and len(_SMALL_WORDS.findall(row.text)) < 4  # an owner, no caption of its own
                and position > start
                and (
                    row.cue is None
                    or row.cue.how not in ("whole", "above", "marker")
                    or self.book.is_credit(row.key)
                )
            ):
                above = self.rows[position - 1]
                if above.open and not above.credit and not self._gap(row) and above.size < 300:
                    before = [r for r in self.rows[start : position - 1] if r.prose and r.open]
                    alone = above.sentences == 1 or len(before) == 1  # else the standfirst
                    in_head = position - 1 > start and len(before) < 2 and alone
                    in_head = in_head and not _SPEECH.search(above.text)
                    if not above.stopped or in_head:
                        above.decide("caption", "caption: above a photo credit")
            elif row.cue is not None and row.cue.category == "newsletter" and self.spaced:
                self._hide_above(position, row)

    def _find_text_below_owner(self, position: int) -> None:
        """A caption below its owner, where both and a date line below them stand apart."""
        text, date = self._at(position + 1), self._at(position + 2)
        if text is None or date is None:
            return
        owner = self.rows[position]
        owned = owner.words < 4 and (owner.picture == "strong" or self.book.is_credit(owner.key))
        pair = owned and self.spaced and not self._gap(text) and self._gap(date)
        named = text.credit is None or (_only_names(text.credit) and text.words < 4)
        if pair and named and text.open and text.sentences < 3 and not _SPEECH.search(text.text):
            text.credit = None
            text.decide("caption", "caption: below the picture's owner")
            return
        if not self._gap(owner):
            return
        block = not (self._gap(text) or self._gap(date))
        dated = date.credit is not None and (date.credit.dated or date.credit.labelled)
        if block and dated and text.open and text.sentences == 1 and not _SPEECH.search(text.text):
            text.decide("caption", "caption: below the picture's owner")

    def _find_boxes(self) -> None:
        """Lines between two cues of one box: newsletters, consent, subscriptions, donations."""
        start = self.title + 1 if self.title is not None else 0
        opened: int | None = None
        for position in range(start, len(self.rows)):
            row = self.rows[position]
            if row.kind is not None or row.cue is None or row.cue.category not in _BOXES:
                continue
            if opened is not None and 1 < position - opened <= 4:
                between = self.rows[opened + 1 : position]
                if all(self._in_box(other) for other in between):
                    for other in between:
                        other.decide("boilerplate", f"inside a box: above “{row.text[:60]}”")
            opened = position

    def _in_box(self, row: _Row) -> bool:
        if row.kind is not None:
            return True
        if row.credit is not None or row.size >= 220:
            return False
        if _SPEECH.search(row.text) and row.words > 5:
            return speaks_to_reader(row.text, self.language.code)
        sentence = row.stopped and (row.words >= 6 or (row.size >= 30 > 4 * row.words))
        return not sentence or speaks_to_reader(row.text, self.language.code)

    def _hide_above(self, position: int, row: _Row) -> None:
        """The lines of a newsletter box above its field or button, up to a blank line."""
        while position > 0 and not self._gap(self.rows[position]):
            position -= 1
            above = self.rows[position]
            if not above.open or above.credit or above.size > 160:
                return
            above.decide("boilerplate", f"newsletter prompt: above “{row.text[:60]}”")

    def _following(self, position: int) -> Iterator[_Row]:
        yield from self.rows[position + 1 : position + 13]

    def _at(self, position: int) -> _Row | None:
        return self.rows[position] if 0 <= position < len(self.rows) else None

    # -- the title -------------------------------------------------------------------------

    def _find_title(self) -> None:
        """The line that is the title: near the byline, repeated, of the words of the text."""
        self._read_words()
        wanted = line_key(self.stated.title) if self.stated.title else None
        keys = Counter(row.key for row in self.rows)
        self.head_keys = "\n" + "\n".join(row.key for row in self.rows[:_HEAD])
        best: tuple[float, int] | None = None
        scores: dict[int, float] = {}
        prose_before = 0
        for position, row in enumerate(self.rows[:_HEAD]):
            if wanted and row.kind is None and (row.key == wanted or _cut_suffix(row.key, wanted)):
                score = 40.0 if row.key == wanted else 30.0
                best = max(best or (score, -position), (score, -position))
                continue
            if self._may_be_title(row):
                score = self._title_score(position, row, keys) - 2.0 * prose_before
                scores[position] = score
                if prose_before < 3 and score > 0:
                    best = max(best or (score, -position), (score, -position))
            if row.prose and row.open and row.credit is None:
                prose_before += 1
                if prose_before >= 3:
                    break
        if best is not None and not wanted and self._opens_with_text(-best[1]):
            return
        if best is None:
            first = self.rows[0]
            if first.stopped or not self._may_be_title(first):
                return
            best = (0.0, 0)
        position = self._right_copy(self._upper(-best[1], best[0], scores))
        title = self.rows[position]
        title.kind, title.reason = "title", "the title"
        title.cue = title.credit = None
        self.title = position

    def _opens_with_text(self, position: int) -> bool:
        """Whether the page's first lines are sentences and the line at ``position`` unsigned."""
        first = self.rows[0]
        if not (position and first.stopped):
            return False
        sentences = sum(
            row.stopped and row.open and row.credit is None for row in self.rows[:position]
        )
        if sentences < 2 and not (first.prose and self._is_no_headline(first)):
            return False
        below = self.rows[position + 1 : position + 4]
        return not any(row.credit and (row.credit.dated or row.credit.labelled) for row in below)

    def _read_words(self) -> None:
        """The longer words of the paragraphs, for telling this article's title from others'."""
        for row in self.rows:
            if row.prose and row.open and row.credit is None:
                row.content = _content(row.key)
                self.words_again |= self.text_words & row.content
                self.text_words |= row.content

    def _may_be_title(self, row: _Row) -> bool:
        if row.kind is not None or row.dateline_only or row.size > 300:
            return False
        if _BULLET.match(row.text) or (row.size < 8 and not self._is_short_title(row)):
            return False
        if row.text.endswith((":", "：")):
            return False  # a kicker
        if row.wrapped and _WIDE.search(row.text):
            return False
        if row.stopped and row.prose and self._is_no_headline(row):
            return False
        if row.credit is not None and (row.credit.labelled or row.credit.dated):
            return False
        if row.cue is not None:
            if row.cue.how == "start" and row.cue.category in ("related", "media", "tags"):
                return True
            return row.cue.how in ("start", "short") and self._tells_the_text(row)
        if _SPEAKER_IN_BRACKETS.match(row.text):
            return False
        return row.text[0] == "«" or not _BREADCRUMB.search(row.text)

    def _tells_the_text(self, row: _Row) -> bool:
        """Whether most longer words of a line that opens as a prompt does are the text's."""
        content = _content(row.key)
        return len(content) > 2 and 3 * len(content & self.text_words) >= 2 * len(content)

    def _is_no_headline(self, row: _Row) -> bool:
        """Whether a long line with a full stop has sentences, or opens with a dateline."""
        longest = _LONGEST_HEADLINE if row.sentences > 2 else _LONGEST_HEADLINE_OF_TWO
        if row.size >= longest or row.text.endswith(("다.", "。")) or self._is_first_sentence(row):
            return True
        opening = read_dateline(row.text, self.language, first=True)
        if opening is None:
            return False
        filed = bool(opening.place and opening.place.isupper())  # "KLANG: The council ... today."
        return filed or bool(opening.outlet or opening.wire)

    def _is_first_sentence(self, row: _Row) -> bool:
        """Whether a long sentence opens a page without a headline: the text goes on right below."""
        if row is not self.rows[0] or row.size < _LONGEST_WITH_STOP or row.text[-1] != ".":
            return False
        below = self.rows[1:3]
        is_text = all(other.open and other.stopped and other.credit is None for other in below)
        return len(below) > 1 and is_text and not self._gap(below[0])

    def _is_short_title(self, row: _Row) -> bool:
        """Whether a word alone stands where only a title can: above the byline or the text."""
        position = self.rows.index(row)
        below = self._at(position + 1)
        if below is None or row.kind or row.cue or len(row.text) < 2 or not row.text[0].isupper():
            return False
        if below.credit is not None and below.kind is None:
            return below.credit.labelled or below.credit.dated
        return position == 0 and below.open and below.prose

    def _title_score(self, position: int, row: _Row, keys: Counter[str]) -> float:
        content = _content(row.key)
        elsewhere = content & self.text_words
        shared = len(elsewhere) - len(elsewhere & row.content - self.words_again)
        score = 6.0 * shared / (len(content) + 1.5)
        score += 1.0 if 25 <= row.size <= 180 else 0.0
        score -= 0.25 * position
        if row.cue is not None:
            score -= 2.0 if self._tells_the_text(row) else 5.0
        if not _is_title_case(row):
            if row.stopped and not _SPEECH.match(row.text[-1]):
                score -= 3.0 if row.size < 120 else 5.0
            if row.prose and row.sentences > 1:
                score -= 3.0
            elif _FULL_SENTENCE.search(row.text):
                score -= 2.5
        if row.size < 20 or (row.words < 3 and not _WIDE.search(row.text)):
            score -= 2.5
        if row.credit is not None:  # a bare name
            score -= 3.0
        neighbours = (self._at(position - 1), self._at(position + 1))
        below = neighbours[1]
        owned = (
            below is not None
            and below.size < 70
            and (below.picture == "strong" or (below.cue and below.cue.category == "caption"))
        )
        if owned and any(other.open and other.size >= 25 for other in self.rows[:position]):
            score -= 4.0  # a picture's owner stands below: this is the caption
        if any(twin is not None and twin.key == row.key for twin in neighbours):
            score -= 1.5  # a picture's text and its caption; a title's twin gains by its byline
        elif keys[row.key] > 1:
            score += 2.0
        elif self.head_keys.count(f"\n{row.key}") > 1 and any(
            _cut_suffix(other.key, row.key) for other in self.rows[:position]
        ):
            score += 3.0
        near = 0
        for other in self.rows[position + 1 : position + 5]:
            if other.credit is not None and other.kind is None:
                score += (4.0, 4.0, 1.5)[min(near, 2)]
                break
            if other.dateline_only:
                score += 2.0
                break
            if other.open and other.key != row.key:
                near += 1
                if near > 2:
                    break
        return score + 0.6

    def _upper(self, position: int, score: float, scores: dict[int, float]) -> int:
        """The line above the best candidate, where that one may be its standfirst."""
        row = self.rows[position]
        if position == 1 and row.stopped and row.prose and self._is_short_title(self.rows[0]):
            return 0
        below = self._at(position + 1)
        as_good = scores.get(position + 1, score - 2.0) >= score - 1.0
        if as_good and row.words <= 2 and below and 25 <= below.size <= _LONGEST_SHORT:
            return position + 1  # a topic above the headline
        if row.size < _LONG_TITLE and not row.stopped and not _QUOTED.match(self._above(position)):
            return position  # what stands above is a kicker
        for above in range(position - 1, max(position - 4, -1), -1):
            other = self.rows[above]
            if other.cue is not None or other.kind is not None:
                continue
            fits = other.words >= 4 or _WIDE.search(other.text)
            if _QUOTED.match(other.text) and other.words >= 3 and row.credit is None:
                return above  # somebody's words, above who says them
            shouted = other.text.isupper() and 2 <= other.words <= 5 and row.size >= _LONG_TITLE
            if shouted and self._shares_words(other):
                return above
            longer = other.words >= 8 and other.size >= _NO_KICKER
            close = scores.get(above, -1.0) >= score - (_HEADLINE_BEHIND if longer else 1.5)
            if close and fits and 25 <= other.size <= row.size and other.credit is None:
                return above
            break
        return position

    def _shares_words(self, row: _Row) -> bool:
        return bool(_content(row.key) & self.text_words)

    def _above(self, position: int) -> str:
        return self.rows[position - 1].text if position else ""

    def _right_copy(self, position: int) -> int:
        """Of a title that stands there several times, the copy that is the title.

        The first, unless clutter parts it from a later one: then it was a link or the name of the
        browser's tab. A copy with the site's name behind it gives way to one without.
        """
        row = self.rows[position]
        copies = [
            index
            for index, other in enumerate(self.rows[:80])
            if (other.key == row.key and other.kind is None) or index == position
        ]
        head_end = next(
            (
                index
                for index, other in enumerate(self.rows)
                if index > copies[0]
                and other.prose
                and other.open
                and other.credit is None
                and other.key != row.key
            ),
            len(self.rows),
        )
        copies = [index for index in copies if index < head_end] or [position]
        plain = [
            index
            for index, other in enumerate(self.rows[:head_end])
            if other.kind is None
            and other.key != row.key
            and len(other.key) > 15
            and _cut_suffix(row.key, other.key)
        ]
        if plain:
            return plain[0]
        first = copies[0]
        for later in copies[1:]:
            between = self.rows[first + 1 : later]
            if any(_signs(between, number) for number in range(len(between))):
                break
            clutter = sum(other.cue is not None or other.kind is not None for other in between)
            if clutter > 1 or (clutter and len(between) > 2):
                first = later
        return first

    def _find_title_below(self) -> None:
        """On a page that opens with the text, the title behind it: right above a date line."""
        for row, below in pairwise(self.rows):
            dated = below.kind == "date" and below.credit is not None and below.credit.dated
            if not dated or row.reason != _BEHIND_TEXT or row.stopped or row.size < _SHORT_TITLE:
                continue
            if 2 * len(_content(row.key) & self.text_words) >= len(_content(row.key)):
                row.kind, row.reason = "title", "the title, behind the text"
                return

    # -- repeats ---------------------------------------------------------------------------

    def _find_repeats(self) -> None:
        """Lines that say again what an earlier one says; a caption may stand twice in a row."""
        seen: dict[str, _Row] = {}
        openings: dict[str, _Row] = {}
        title = self.rows[self.title] if self.title is not None else None
        start = self.title or 0
        for position, row in enumerate(self.rows):
            if row is title:
                continue
            first = seen.get(row.key)
            if first is None and row.size >= _LONG_OPENING:
                first = openings.setdefault(row.key[:_LONG_OPENING], row)
                if first is row or not first.key.startswith(row.key.rstrip(" .…")):
                    first = None
            if (
                position < start
                and row.kind is None
                and not (title and self._repeats_title(row, title))
            ):
                continue
            if title is not None and row.kind is None and self._repeats_title(row, title):
                row.decide("boilerplate", f"repeats the title in line {title.index + 1}")
                above = self._at(position - 1)
                if position > start + 1 and above and self._is_section_above(above, row):
                    above.decide("boilerplate", "a section's name, above the title again")
                continue
            if first is None or first.kind not in (None, "caption", "boilerplate"):
                seen.setdefault(row.key, row)
                continue
            if first.reason.startswith("contents"):
                continue
            if first.kind is None and row.kind is None and self._signed_between(first, position):
                first.decide("boilerplate", f"standfirst: line {row.index + 1} says the same")
                seen[row.key] = row
                continue
            before = self._at(position - 1)
            owner = before is first and "/" in row.text  # Agency/Name below each of two pictures
            if row.kind is not None or not (row.size >= 25 or first.kind or row.credit or owner):
                continue
            twin = before is first and row.credit is None and first.kind is None
            if twin and (not row.stopped or first.picture is not None):
                reason = f"caption: stands here twice (lines {first.index + 1} and {row.index + 1})"
                first.decide("caption", reason)
                row.decide("caption", reason)
            elif first.kind == "caption":
                row.decide("caption", f"repeats line {first.index + 1}")
            else:
                row.decide("boilerplate", f"repeats line {first.index + 1}")

    def _signed_between(self, first: _Row, position: int) -> bool:
        """Whether the byline or the date stand between a paragraph and its repetition."""
        if not first.prose or self.title is None or first.key != self.rows[position].key:
            return False
        between = self.rows[self.rows.index(first) + 1 : position]
        return any(row.credit and (row.credit.labelled or row.credit.dated) for row in between)

    def _is_section_above(self, row: _Row, below: _Row) -> bool:
        """Whether a word or two, set apart, stand right above a line that repeats the title."""
        if row.kind is not None or row.credit is not None or row.dateline_only:
            return False
        return row.words <= 2 and not row.stopped and self._gap(row) and not self._gap(below)

    def _find_contents(self) -> None:
        """Numbered lines that name the headings further down."""
        below = {row.key: row for row in self.rows if row.open and row.size < 120}
        listed = False
        for row in self.rows:
            if row.size < _LONGEST_CONTENTS and self.book.is_contents(row.key):
                listed = True
                continue
            heading = below.get(row.key)
            if listed and row.open and heading and heading.index > row.index:
                row.decide("boilerplate", f"contents: names line {heading.index + 1}")
                continue
            listed = listed and row.cue is not None
            if row.kind is None and row.cue is None and (match := _ENTRY.match(row.key)):
                heading = below.get(row.key[match.end() :])
                if heading is not None and heading.index > row.index and not heading.stopped:
                    row.decide("boilerplate", f"contents: names line {heading.index + 1}")

    def _find_pull_quotes(self) -> None:
        """Lines that say again, without marks, what a paragraph says within marks."""
        if len(self.rows) > _LONGEST_FOR_PULL_QUOTES:
            return
        text = "\n".join(row.key for row in self.rows if row.kind is None and row.size > 60)
        opened = {piece[:_BEGINNING] for piece in text.split('"')}
        for row in self.rows:
            if row.kind is None and 40 <= row.size <= 260 and row.cue is None:
                words = row.key.strip(" \"'.,")
                if len(words) >= _BEGINNING and words[:_BEGINNING] not in opened:
                    continue
                if f'"{words}' in text and not row.key.startswith('"'):
                    row.decide("boilerplate", "repeats words of a quote")

    def _repeats_title(self, row: _Row, title: _Row) -> bool:
        if row.key == title.key:
            return True
        return (
            len(title.key) > 15 and row.size < title.size + 45 and _cut_suffix(row.key, title.key)
        )

    # -- the head --------------------------------------------------------------------------

    def _judge_head(self) -> None:
        """What stands before the title, and between the title and the first paragraph."""
        start = 0
        menu: set[str] = set()
        if self.title is not None:
            dated = any(
                row.credit is not None and row.credit.dated
                for row in self.rows[self.title : self.title + 9]
            )
            menu |= {row.key for row in self.rows[2 : self.title] if row.words <= 3}
            is_headline = self._is_all_headline()
            for row in self.rows[: self.title]:
                credit = row.credit
                if credit is not None and (credit.labelled or (credit.dated and not dated)):
                    self._decide_credit(row)
                elif is_headline or self._is_kicker(row):
                    row.decide("standfirst", "right above the title")
                else:
                    self._hide(row, "before the title")
            start = self.title + 1
        self.body = next(
            (index for index in range(start, len(self.rows)) if self._opens_body(index)),
            None,
        )
        self._captions_before_dateline(start)
        end = self.body if self.body is not None else len(self.rows)
        self._drop_later_names(start, end)
        bylines = [
            i for i in range(start, end) if self.rows[i].credit and self._belongs(self.rows[i])
        ]
        for index in range(start, end):
            row = self.rows[index]
            if row.kind is not None:
                continue
            if row.cue is not None:
                self._hide(row, "")
            elif row.credit is not None and self._belongs(row):
                self._decide_credit(row)
            elif row.dateline_only:
                row.decide("dateline", "where the report was filed")
            elif row.key in menu:
                row.decide("boilerplate", "a word of the menu above the title")
            elif self.body is not None and self._is_button(row, index):
                row.decide("boilerplate", "a word among buttons")
            elif self.title is not None and any(credit > index for credit in bylines):
                row.decide("standfirst", "between the title and the byline")
            elif row.stopped:
                row.decide("body", "")
            elif self.title is not None and index == start and row.words >= 6:
                row.decide("standfirst", "below the title")
            else:
                row.decide("heading" if row.words <= 14 else "body", "")

    def _drop_later_names(self, start: int, end: int) -> None:
        """Of names alone on lines, take the first ones for authors: not those below the date.

        Nor the later ones of three lines or more, which are a place and the owner of a picture.
        """
        rows = self.rows[start:end]
        bare = [row for row in rows if row.credit and row.kind is None and _only_names(row.credit)]
        labelled = any(row.credit and (row.credit.authors or row.credit.staff) for row in rows)
        first = next((row for row in rows if row.credit and row.credit.names), None)
        dated = next(
            (row for row in rows if row.credit and row.credit.dated and row is not first), None
        )
        for number, row in enumerate(bare):
            if self._is_told_of(row):
                row.credit = None
                above = self.rows[self.rows.index(row) - 1]
                if above.kind in ("boilerplate", "caption") or self._is_among_pictures(row):
                    row.decide("caption", "caption: the name of somebody in the text")
                continue
            behind = (
                dated is not None and first is not None and first.index < dated.index < row.index
            )
            many = number > 0 and len(bare) > 2
            above = self.rows[self.rows.index(row) - 1]
            place = number > 0 and row.text.isupper() and above is bare[number - 1]
            if place and not above.text.isupper():
                row.credit, row.dateline_only = None, True
            elif above.credit is not None and above.credit.labelled and above.credit.names:
                continue  # the second name below "By:"
            elif (behind or many or labelled) and row is not first:
                row.credit = None

    def _is_told_of(self, row: _Row) -> bool:
        """Whether a name alone is that of somebody in the text, below a picture of them."""
        assert row.credit is not None
        told = [other.text for other in self.rows if other.prose and other.open]
        beside = self._is_among_pictures(row)
        return any(
            sum(text.find(f" {name}", _LONGEST_DATELINE) > 0 for text in told) > 1
            or (beside and self._is_spoken_of(name, told))
            for name in row.credit.names
        )

    def _is_among_pictures(self, row: _Row) -> bool:
        """Whether a caption or an advertisement stands right above a line, or a caption below."""
        position = self.rows.index(row)
        above, below = self._at(position - 1), self._at(position + 1)
        if below is not None and below.kind == "caption":
            return True
        advertised = above is not None and above.cue and above.cue.category == "advertisement"
        return above is not None and (above.kind == "caption" or bool(advertised))

    def _is_spoken_of(self, name: str, told: list[str]) -> bool:
        """Whether the text gives somebody's full name, and a part of it in another paragraph."""
        full = [text for text in told if name in text]
        parts = [part for part in name.split() if len(part) > 3]
        again = (text for text in told if text not in full)
        return bool(full) and (
            len(full) > 1 or any(re.search(rf"\b{re.escape(p)}\b", t) for t in again for p in parts)
        )

    def _is_kicker(self, row: _Row) -> bool:
        """Whether the line right above the title belongs to it: words of the article, no menu."""
        assert self.title is not None
        if row is not self.rows[self.title - 1] or not row.open or row.credit or row.stopped:
            return False
        if _TRAIL.search(row.text):
            return False
        content = _content(row.key)
        shared = len(self.text_words & content)
        is_short = row.words <= 6 and shared > 0 and not self._gap(self.rows[self.title])
        if row.words >= 2 and row.text.endswith((":", "：")):
            return True
        above = self.rows[: self.title - 1]
        if 4 <= row.words <= 9 and above and not self._gap(self.rows[self.title]):
            telling = len(_SMALL_WORDS.findall(row.text)) > 1
            return telling and not any(other.open and other.words >= 4 for other in above)
        return row.words >= 3 and row.size >= 15 and (is_short or 2 * shared >= len(content) > 0)

    def _is_all_headline(self) -> bool:
        """Whether all that stands above the title is a line or two in words of the text."""
        above = self.rows[: self.title]
        return len(above) <= 2 and all(
            row.open
            and not row.stopped
            and row.cue is None
            and row.credit is None
            and row.size >= (6 if _WIDE.search(row.text) else 15)
            and not _TRAIL.search(row.text)
            and 3 * len(self.text_words & _content(row.key)) >= len(_content(row.key)) > 1
            for row in above
        )

    def _captions_before_dateline(self, start: int) -> None:
        """Where a dateline opens the report, sentences with a day's date above it are captions."""
        if self.body is None:
            return
        index = self._dateline_below(self.body)
        if index is None:
            return
        credited = (i for i in range(start, index) if self.rows[i].credit)
        first = min(next(credited, index), self.body)
        for above in self.rows[first:index]:
            shouts = above.sentences == 1 and _SHOUTED_NAME.match(above.text)
            told = shouts or _TOPIC_AND_DASH.match(above.text) or self._tells_a_day(above)
            if above.open and not above.credit and told:
                above.decide("caption", "caption: a dated sentence above the dateline")
        self.body = index
        if not self.rows[index].dateline_only:
            return
        self.body = index + 1
        above = self.rows[index - 1]
        beside = self.spaced and self._gap(above) and not self._gap(self.rows[index])
        standfirst = any(row.open and row.prose for row in self.rows[start : index - 1])
        if beside and standfirst and above.open and above.prose:
            above.decide("caption", "caption: right above the dateline")

    def _dateline_below(self, body: int) -> int | None:
        """Where the report opens with an outlet, an agency, or else a place in capitals."""
        shouted = None
        for index in range(body, min(body + 8, len(self.rows))):
            row = self.rows[index]
            if row.dateline_only and index > body:
                return index
            opening = read_dateline(row.text, self.language, first=True) if row.prose else None
            if opening and (opening.outlet or opening.wire):
                return index
            if (
                opening
                and shouted is None
                and index < body + 4
                and (opening.place or "a").isupper()
            ):
                shouted = index
        return shouted

    def _tells_a_day(self, row: _Row) -> bool:
        """Whether a line is one sentence that ends with a day: (3/2), "on Tuesday"."""
        if _DATED_END.search(row.text):
            return True
        last = row.key.rstrip(" .").rsplit(" ", 1)[-1]
        return row.stopped and row.sentences == 1 and last in _weekdays(self.language)

    def _is_button(self, row: _Row, index: int) -> bool:
        """Whether a line between title and text is a sign, or a word among buttons."""
        if ":" in row.text or "：" in row.text or row.text in "IVX" or _HOUR.match(row.text):
            return False
        if row.size <= 3 or (row.words <= 2 and row.size <= 24 and self._among_buttons(index)):
            return True
        return row.words <= 4 and any(
            _TO_NETWORK.search(row.key) and other and _TO_NETWORK.search(other.key)
            for other in (self._at(index - 1), self._at(index + 1))
        )

    def _among_buttons(self, index: int) -> bool:
        """Whether a line between title and text stands right beside a button or a menu entry."""
        neighbours = (self._at(index - 1), self._at(index + 1))
        return any(
            row is not None
            and row.kind in (None, "boilerplate")
            and (
                row.reason == "a word among buttons"
                or (row.cue is not None and row.cue.category in _BUTTONS)
            )
            for row in neighbours
        )

    def _belongs(self, row: _Row) -> bool:
        """Whether a byline-like line is one where it stands: labelled, dated, or a name alone."""
        credit = row.credit
        if credit is None:
            return False
        if credit.labelled or credit.dated or credit.staff or credit.wire:
            return True
        return bool(credit.names or credit.outlet)

    def _opens_body(self, index: int) -> bool:
        """Whether the article's text begins here: a paragraph, not a standfirst above a byline."""
        row = self.rows[index]
        if not row.open or row.credit is not None:
            return False
        if not row.prose:
            cut = row.size >= 45 and row.words >= 6
            if cut and read_dateline(row.text, self.language, first=False) is not None:
                row.wrap()
            return row.wrapped
        following = (
            other for other in self.rows[index + 1 : index + 9] if not self._decided(other)
        )
        for other in islice(following, 3):
            if (
                other.credit is not None
                and other.kind is None
                and (other.credit.labelled or other.credit.dated)
            ):
                editor_only = other.credit.editors and not other.credit.authors
                return bool(editor_only and not other.credit.dated)
            if other.dateline_only:
                return False
            if other.open and other.prose:
                return True
        return True

    def _decided(self, row: _Row) -> bool:
        """Whether a line is a picture's or a button, between the standfirst and the byline too."""
        return row.kind is not None or row.cue is not None

    def _decide_credit(self, row: _Row) -> None:
        credit = row.credit
        assert credit is not None
        if credit.dated and not (
            credit.names or credit.authors or credit.editors or credit.staff or credit.wire
        ):
            row.decide("date", "when it was published or changed")
        else:
            row.decide("byline", "who wrote it")

    def _hide(self, row: _Row, reason: str) -> None:
        """Hide a line, its own cue being the better reason."""
        if row.cue is not None:
            row.decide("boilerplate", row.cue.reason)
        row.decide("boilerplate", reason)

    # -- body and tail ---------------------------------------------------------------------

    def _judge_body(self) -> None:
        """The paragraphs, what stands between them, and what follows the last one."""
        if self.body is None:
            return
        self.known = self._known_words()
        self.authors = {
            name
            for row in self.rows[: self.body]
            if row.kind == "byline" and row.credit is not None
            for name in (*row.credit.names, *row.credit.authors)
        }
        self.names: set[str] = set()
        self.told: list[_Row] = []
        self.prose_text = " ".join(row.key for row in self.rows if row.prose and row.open)
        self.dated = any(
            row.credit is not None and row.credit.dated and row.kind in ("date", "byline")
            for row in self.rows[: self.body]
        )
        gate = _GOES_ON
        self.own_boxes_only = True
        waiting: list[_Row] = []
        headlines = passed = 0
        total = sum(1 for row in self.rows[self.body :] if row.open and row.prose)
        last: _Row | None = None
        hours = self._hours()
        for position in range(self.body, len(self.rows)):
            row = self.rows[position]
            if position in hours:
                for other in waiting:
                    self._show_waiting(other, gate, alone=False)
                waiting, headlines, gate = [], 0, _GOES_ON
                row.decide("heading", "")
                continue
            if row.kind is not None:
                if row.kind == "boilerplate" and _INITIALS.match(row.text) and passed * 2 >= total:
                    gate = _OVER
                continue
            if row.stopped and row.size >= 30 and self.book.is_note(row.key):
                if gate == _GOES_ON:
                    for other in waiting:
                        self._show_waiting(other, gate, alone=False)
                    waiting = []
                row.decide("body", "a note on the article")
                last = row
                continue
            if row.cue is not None:
                if row.cue.category == "navigation" and row.cue.how == "whole" and gate == _GOES_ON:
                    waiting.append(row)
                    continue
                level = self._level(row.cue)
                if level >= _CLOSED and passed * 2 < total:
                    level = _ENDS
                gate = max(gate, level)
                if level and row.cue.category not in _OWN_BOXES:
                    self.own_boxes_only = False
                self._hide(row, "")
                continue
            if passed > 1 and row.text.endswith(_EXCERPT_ENDS):
                row.decide("boilerplate", "a teaser: an excerpt that breaks off")
                gate = max(gate, _ENDS)
                continue
            if gate and row.stopped and self._tells_of_author(row):
                row.decide("boilerplate", "about the author")
                continue
            if row.credit is not None and set(row.credit.names) & self.authors and last is not None:
                row.decide("boilerplate", "repeats the author's name")
                continue
            if row.credit is not None and self._is_embedded_post(position):
                row.decide("boilerplate", "who posted what is embedded")
                continue
            bare = row.credit is not None and _only_names(row.credit)
            if (
                row.credit is not None
                and not (bare and waiting)
                and (self._credit_in_tail(row, last, gate))
            ):
                self._decide_credit(row)
                gate = max(gate, _MAY_END)
                continue
            if gate and passed > 1 and self._opens_another(row):
                row.decide("boilerplate", "another article: opens with an agency's dateline")
                gate = _OVER
                continue
            if self._is_paragraph(position, gate, waiting, passed):
                for other in waiting:
                    self._show_waiting(other, gate, alone=len(waiting) == 1)
                waiting, headlines, gate = [], 0, _GOES_ON
                self.own_boxes_only = True
                row.decide("body", "")
                self.told.append(row)
                passed += row.prose
                last = row
                continue
            if gate == _GOES_ON and row.cue is None and self._is_table_row(position):
                for other in waiting:
                    self._show_waiting(other, gate, alone=False)
                waiting = []
                row.decide("body", "")
                last = row
                continue
            waiting.append(row)
            if row.words >= 4 and row.size < 150 and not _BULLET.match(row.text):
                headlines += 1
                if headlines >= 3:
                    gate = max(gate, _MAY_END)
                    self.own_boxes_only = False
        clutter = any(row.kind in ("boilerplate", "caption") or row.cue for row in self.rows)
        clean = gate == _GOES_ON and not clutter
        for row in waiting:
            if _list_item(row, last) or self._goes_on(row, last) or (clean and len(waiting) <= 4):
                row.decide("body", "")
                last = row
            else:
                self._hide(row, _BEHIND_TEXT)

    def _opens_another(self, row: _Row) -> bool:
        """Whether a paragraph behind a block of links has a dateline and words of its own."""
        if not (row.stopped and row.prose and row.open):
            return False
        dateline = read_dateline(row.text, self.language, first=False)
        if dateline is None or not (dateline.wire and dateline.place):
            return False
        self._learn()
        content = row.content or _content(row.key)
        return 4 * sum(self.known[word] > 0 for word in content) <= len(content)

    def _tells_of_author(self, row: _Row) -> bool:
        """Whether a line behind the text opens with the name of its author."""
        opening = row.text.split()
        for author in self.authors:
            names = author.split()
            if (
                len(names) > 1
                and len(names[0]) > 2
                and (opening[: len(names)] == names or opening[0] == names[0])
            ):
                return not _SPEECH.search(row.text) and self.known[names[0].lower()] == 0
        return False

    def _is_embedded_post(self, position: int) -> bool:
        """Whether a dated byline stands between paragraphs of a text whose author is named."""
        credit = self.rows[position].credit
        if credit is None or not (credit.authors and credit.dated and self.authors):
            return False
        return any(row.prose and row.open for row in self.rows[position + 1 :])

    def _is_table_row(self, position: int) -> bool:
        """Whether the line has three cells or more, as many as the line above or below."""
        cells = _cells(self.rows[position])
        neighbours = (self._at(position - 1), self._at(position + 1))
        return cells > 2 and any(
            other is not None and other.cue is None and _cells(other) == cells
            for other in neighbours
        )

    def _hours(self) -> frozenset[int]:
        """The hours of a live blog's entries: lines of nothing else, with text below each."""
        found = [
            position
            for position, row in enumerate(self.rows)
            if row.size < 20
            and row.kind is None
            and _HOUR.match(row.text)
            and any(below.prose and below.open for below in self.rows[position + 1 : position + 3])
        ]
        return frozenset(found) if len(found) >= 3 else frozenset()

    def _goes_on(self, row: _Row, last: _Row | None) -> bool:
        """Whether a short line right below the last paragraph goes on with what was there."""
        if last is None or row.cue is not None or row.index - last.index > 2:
            return False
        if _RATE.match(row.text):  # ($1 = 15,600 rupiah)
            return True
        if row.text[0] in _DASHES and row.words < 8 and last.text[-1] in _CLOSING_MARKS:
            return True  # "– Jane Doe", below her words
        if row.words >= 8 and row.index == last.index + 1 and len(_SPEECH.findall(row.text)) > 1:
            return True  # somebody's words, and what stands behind them is no full stop
        shown = [other.text for other in self.rows if other.kind in ("body", "heading")]
        if match := _NUMBERED.match(row.text):
            before = int(match[1]) - 1
            return any((m := _NUMBERED.match(text)) and int(m[1]) == before for text in shown)
        label = _SPEAKER_LABEL.match(row.text)
        return label is not None and sum(text.startswith(label[0]) for text in shown) > 0

    def _learn(self) -> None:
        """Take in the words and names of the paragraphs since the last time."""
        for row in self.told:
            self.known.update(row.content or _content(row.key))
            self.names.update(_NAME.findall(row.text))
        self.told.clear()

    def _known_words(self) -> Counter[str]:
        words: Counter[str] = Counter()
        if self.title is not None:
            words.update(_content(self.rows[self.title].key))
        return words

    def _level(self, cue: Cue) -> int:
        if cue.category == "related":
            return {"heading": _MAY_END, "section": _ENDS}.get(cue.how, _GOES_ON)
        return _END_OF.get(cue.category, _GOES_ON)

    def _credit_in_tail(self, row: _Row, last: _Row | None, gate: int) -> bool:
        """A byline after the text: labelled, or a name right below the last paragraph."""
        credit = row.credit
        assert credit is not None
        if gate == _OVER:
            return bool(credit.labelled and (credit.authors or credit.editors))
        if credit.labelled or credit.staff:
            return True
        if credit.wire and not credit.names:
            return gate <= _MAY_END
        if credit.dated:
            return gate == _GOES_ON and not self.dated
        if _WIDE.search(row.text) and row.text[0] not in "(（[［":
            return False
        if not self.language.tables:
            return False  # what two capitals mean there is not known
        named = any(r.kind == "byline" for r in self.rows)
        return gate == _GOES_ON and not named and self._is_last_paragraph(row, last)

    def _is_last_paragraph(self, row: _Row, last: _Row | None) -> bool:
        """Whether no paragraph of the text comes after the row."""
        return last is not None and not any(
            other.prose and other.open for other in self.rows[self.rows.index(row) + 1 :]
        )

    def _is_paragraph(self, position: int, gate: int, waiting: list[_Row], passed: int) -> bool:
        """Whether the article goes on with this line, given what stood before it.

        Behind a related block or a note that may end the article, a paragraph must have
        something to say for itself: names and words of the article, speech, several sentences,
        a paragraph after it. A teaser has a headline above it instead.
        """
        row = self.rows[position]
        if gate == _OVER:
            return False
        above = self._at(position - 1)
        if gate and above and above.cue and above.cue.category == "reading":
            return False  # a teaser below "3 hours ago"
        if not (row.stopped or row.prose):
            below = self._at(position + 1)
            opens_list = row.text.endswith((":", "：")) and row.words >= 3
            if not (opens_list and below and _BULLET.match(below.text)):
                return False
            second = self._at(position + 2)
            return gate == _GOES_ON or bool(second and _BULLET.match(second.text))
        if gate == _GOES_ON:
            return row.prose or row.words >= 3 or row.size > 14
        if row.words < 3 and row.size < 30:
            return False
        self._learn()
        content = row.content or _content(row.key)
        shared = sum(1 for word in content if self.known[word] > 0 and len(word) != 4)
        names = sum(1 for name in set(_NAME.findall(row.text)) if name in self.names)
        evidence = min(1.5, 0.4 * shared) + min(1.5, 0.75 * names)
        evidence += _OFTEN_NAMED * any(
            self.known[name.lower()] > 2 for name in _CAPITAL.findall(row.text)
        )
        evidence += 0.75 if passed < 3 else 0.0
        evidence += bool(_SPEECH.search(row.text)) + (row.sentences > 1) + (row.size >= 160)
        next_rows = islice(self.rows, position + 1, position + 40)
        following = next((other for other in next_rows if other.kind is None), None)
        if following is not None and following.cue is None and following.credit is None:
            less = 0.0 if self.own_boxes_only else 0.5
            evidence += 0.75 if following.stopped else -less
        if waiting and waiting[-1].words >= 4 and not waiting[-1].stopped:
            evidence -= 0.0 if speaks_to_reader(waiting[-1].text, self.language.code) else 1.0
        elif not waiting and self._gap(row):
            evidence += 0.75
        if gate == _MAY_END and self.own_boxes_only:
            return evidence >= _WANTED_BEHIND_OWN_BOX
        if position - 1 in self.subheadings:
            return gate <= _ENDS
        if gate == _MAY_END and self._behind_links(position):
            return evidence >= _WANTED_BEHIND_LINKS
        if not waiting and gate != _CLOSED:
            evidence += _NO_HEADLINE_ABOVE
        return evidence >= _WANTED[gate]

    def _behind_links(self, position: int) -> bool:
        """Whether a sentence right below links is none of theirs: no such pair follows it."""
        row = self.rows[position]
        if not self.rows[position - 1].reason.startswith(_RELATED_LINK):
            return False
        if speaks_to_reader(row.text, self.language.code):
            return False
        below = [other for other in self.rows[position + 1 : position + 3] if other.open]
        pair = len(below) == 2 and below[0].words >= 5 and not below[0].stopped
        return not (pair and below[1].stopped)

    def _is_foreign(self, row: _Row) -> bool:
        """Whether a headline between paragraphs has no word of the article: a link elsewhere."""
        if len(self.rows) > _LONGEST_FOR_PULL_QUOTES:
            return False
        if row.stopped or row.words < 5 or row.size < 35 or row.text.endswith((":", "：", "?")):
            return False
        if not row.text[0].isupper() or _BULLET.match(row.text):
            return False
        content = _content(row.key)
        return len(content) >= 4 and not any(
            word[:5] in self.prose_text or word[-5:] in self.prose_text for word in content
        )

    def _show_waiting(self, row: _Row, gate: int, *, alone: bool) -> None:
        if row.cue is not None and gate >= _MAY_END:
            self._hide(row, "")
        elif alone and row.words >= 4 and _RUNNING_TIME.search(row.text):
            row.decide("boilerplate", "a video: ends in its running time")
        elif row.cue is None and row.kind is None and alone and self._is_foreign(row):
            row.decide("boilerplate", "a headline that has no word of the article")
        row.cue = None
        row.decide("body" if row.stopped or row.words > 14 else "heading", "")


@cache
def _weekdays(language: Language) -> frozenset[str]:
    return frozenset(fold(day) for day in language.table("dates").get("weekdays", ()))


def _form(row: _Row) -> str:
    """A line whose mere form says that it is no text: initials, addresses, share bars, pages."""
    text, key = row.text, row.key
    if " icon" in key:
        key = key.replace(" icon", "")
    if len(text) > 40 and not row.stopped and _is_menu_in_one(text, row.words):
        return _RUN_TOGETHER_MENU
    if "," in text and not row.stopped and _TAGS_AND_COMMAS.match(text):
        return "tags: parted by commas alone"
    if "(@" in text and _POST_SIGNED.match(text):
        return "who wrote the post above, and when"
    if len(text) > 200:
        return ""
    if len(text) > 40 and row.words > 3 and text[0].isalpha():
        networks = _SHARE_BAR.match(key) and len(key) < 120
        return _NETWORKS if networks else ""  # a sentence, a headline
    if _INITIALS.match(text) and row.size <= 24:
        return "initials of author and editor"
    if _LETTER.match(text) and text not in "IVX":
        return "a letter alone"
    if _RUN_TOGETHER.match(text):
        return _RUN_TOGETHER_MENU
    if _ICON.match(text):
        return "an icon's name"
    if _FILE.match(text):
        return "a picture's file"
    if _SLUG.match(text):
        return "words of the page's address"
    if _ADDRESS.match(text):
        return "an address"
    if _LINK_IN_BRACKETS.match(text):
        return "a link in brackets"
    if _HASHTAGS.match(text):
        return "tags: only hashtags"
    if _SHARE_BAR.match(key) and len(key) < 120:
        return _NETWORKS
    if _PAGES.match(key) and not _DATE_ALONE.match(key):
        return "pager: only numbers and arrows"
    if not any(character.isalnum() for character in text):
        return "no words"
    return ""


def _is_menu_in_one(text: str, words: int) -> bool:
    """Whether several words of a line, and not a few of them, lack the blank between them."""
    joints = len(_JOINT.findall(text))
    if joints < _JOINTS_OF_A_MENU or 3 * joints < words:
        return False
    return _TWO_JOINTS.search(text) is not None  # no row of trade names


def _is_link(row: _Row, *, first: bool, apart: bool) -> bool:
    """Whether a line below “Read also” is one of the links: a headline, or one short sentence."""
    if row.size > 220 or (not first and row.words < 3 and row.size < 24):
        return False
    if row.text.endswith((":", "：")):
        return False
    if not row.stopped or _HANGUL_HEADLINE.search(row.text):
        return row.size <= 160
    if row.sentences > 1 or any(mark in row.text for mark in '“”"„«»「'):
        return False
    return first and (row.size <= 160 if not apart else row.size <= 130)


def _signs(between: list[_Row], number: int) -> bool:
    """Whether a line between two copies of a title is the first one's byline.

    Further down, a name alone is a link's, and a date right above the second copy is that one's.
    """
    credit = between[number].credit
    if credit is None or number < _NEAR_TITLE:
        return credit is not None
    return not _only_names(credit) and number < len(between) - 1


def _only_names(credit: CreditLine) -> bool:
    return bool(credit.names) and not (
        credit.labelled or credit.dated or credit.staff or credit.wire or credit.outlet
    )


def _is_title_case(row: _Row) -> bool:
    """Whether nearly all longer words of a line have capitals, as English headlines have."""
    longer = _CONTENT.findall(row.text)
    return len(longer) >= 4 and len(_CAPITAL.findall(row.text)) >= 0.9 * len(longer)


def _cells(row: _Row) -> int:
    """How many cells a line has where it is a row of a table."""
    return max(row.text.count(" | "), row.text.count("\t")) + 1


def _is_set_alike(first: _Row, row: _Row) -> bool:
    """Whether two lines may be links of one block: both with bullets or none, both in Capitals."""
    if bool(_BULLET.match(first.text)) != bool(_BULLET.match(row.text)):
        return False
    capitals = [_CAPITAL.findall(line.text) for line in (first, row)]
    longer = [len(_CONTENT.findall(line.text)) for line in (first, row)]
    if min(longer) < 3:
        return True
    shares = [len(found) / count for found, count in zip(capitals, longer, strict=True)]
    return not (shares[0] >= 0.8 and shares[1] <= 0.4)


def _begins_alike(first: str, second: str) -> bool:
    """Whether the longer of two keys begins with most of the shorter."""
    short = min(len(first), len(second))
    return short >= 15 and first[: short - 2] == second[: short - 2]


def _cut_suffix(key: str, title: str) -> bool:
    """Whether ``key`` is ``title`` with a site's name behind it (“Title - Site”)."""
    if not key.startswith(title) or len(key) == len(title):
        return False
    match = _SUFFIX.match(key, len(title))
    return match is not None and len(key) - match.end() <= 40


def _list_item(row: _Row, last: _Row | None) -> bool:
    """Whether a line goes on a list that the last paragraph opened (“...:” and bullets)."""
    if row.cue is not None or last is None or not _BULLET.match(row.text):
        return False
    return last.text.endswith((":", "：")) or bool(_BULLET.match(last.text))


def _content(key: str) -> frozenset[str]:
    """The longer words of a line, of scripts without spaces its pairs of characters."""
    if key.isascii():
        return frozenset(_PLAIN_CONTENT.findall(key))
    runs = _WIDE_RUN.findall(key)
    words = set(_CONTENT.findall(_WIDE_RUN.sub(" ", key) if runs else key))
    for run in runs:
        words.update(run[index : index + 2] for index in range(len(run) - 1))
    return frozenset(words)
