"""Links to other articles: teasers, and what stands below “Read also”.

A line that itself opens with such words is known by its cue; here the lines around it.
"""

from __future__ import annotations

import re

from store.reading.lines.page import Page
from store.reading.lines.rows import BULLET, CAPITAL, CONTENT, SPEECH, Row
from store.reading.patterns import UNSPACED

#: So many lines in a row that break off are no sentences of the article.
_TEASERS = 4
#: A headline that ends in somebody's words: a Korean sentence would end behind them.
_HANGUL_HEADLINE = re.compile(r"^[^\"“].*[\uac00-\ud7a3][”\"]$")
#: "Mayor of Lakeside: “We will stay”": marks close it, and no stop stands within them.
_ENDS_IN_MARKS = re.compile(r"^(?![\"“„«「『]).*[^\s.!?…,。、！？]\s?[\"”»」』]$")
#: “We are still married”, without a stop
_IN_MARKS = re.compile(r"^[\"“„«「『][^\"“”„«»「」『』]{8,80}[^\s.!?…,。、][\"”“»」』]$")
#: "Lakeside. ", before a headline
_TOPIC = re.compile(r"^[^\W\d_a-z][\w’'-]+(?: [\w’'-]+)?\. (?=[^\W\d_a-z])")
_BREAKS_OFF = re.compile(r"^(?:[^\"“”„«»「」『』]|«[^«»]{1,20}»)+(?:\.\.\.|…)$")
#: Buttons and marks that stand between related links.
_AMONG_LINKS = frozenset(("pager", "continuation", "subscription", "media", "reading"))
#: "→ The pier of Lakeside", of scripts whose subheadings have no such signs
_ARROW = re.compile(
    r"(?:(?:[→➔➜➡⇒►▶▸👉🔗☛]|>>)\ufe0f?\s?|\+{2,3} (?=.*\+$))"
    r"(?=[^\W\d_])(?![\u3005-\u9fff\uac00-\ud7a3])"
    r"|[»›] ?(?=[^\W\d_][^«‹]*$)|(?:>>|＞＞|☞)>?\s?(?=[^\W_])"
)
_WORDS_OF_A_LINK, _WORDS_OF_A_TAG = 4, 3
#: The day of a teaser: no sentence of the text right below a heading needs one with its year.
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d")
#: "12 March", below a headline
_DAY_ALONE = re.compile(
    r"\d{1,2}(?:\.|\.? de)? [^\W\d_]{3,10}\.?(?: (?:de )?(?:19|20)\d\d)?$"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?$"
    r"|(?:(?:19|20)\d\d[年./-]\s?)?\d{1,2}[月./-]\s?\d{1,2}日?$"
)
#: How a link's reason begins.
RELATED_LINK = "related link: below"
#: A line among links that is longer is no headline.
_LONGEST_HEADLINE = 120
#: A word or two below other links is one where it is so long.
_SHORTEST_LINK, _SHORTEST_UNSPACED_LINK = 24, 20
#: So many lines below a heading may be its links.
_LONGEST_BLOCK = 12


def find_teasers(page: Page) -> None:
    """Runs of lines that all break off, and sentences said twice below a section's name."""
    _find_teasers_said_twice(page)
    _find_arrows(page)
    run: list[Row] = []
    for row in (*page.rows, None):
        if row is not None and row.kind is None and _breaks_off(row.text):
            run.append(row)
            continue
        if len(run) >= _TEASERS:
            for teaser in run:
                teaser.decide("boilerplate", "a teaser among others: breaks off")
        run = []


def _find_arrows(page: Page) -> None:
    """A headline behind an arrow, between paragraphs: several in a row are a list's points."""
    found = [row for row in page.rows if _ARROW.match(row.text)]
    for row in found:
        if row.stopped or not row.open or row.credit is not None or row.text[-1] in ":：?!":
            continue
        beside = {row.position - 1, row.position + 1}
        below = page.at(row.position + 1)
        if any(other.position in beside for other in found):
            continue
        speech = ":" in row.text and below is not None and SPEECH.match(below.text)
        if row.words >= _WORDS_OF_A_LINK and not speech:
            row.decide("boilerplate", "a link behind an arrow")


def _breaks_off(text: str) -> bool:
    return text.endswith(("...", "…")) and _BREAKS_OFF.search(text) is not None


def _find_teasers_said_twice(page: Page) -> None:
    for heading, text, teaser in zip(page.rows, page.rows[1:], page.rows[2:], strict=False):
        section = heading.cue is not None and heading.cue.how == "section"
        if section and text.key == teaser.key and text.open and text.stopped:
            for twin in (text, teaser):  # a picture's text and the teaser below it
                twin.decide("boilerplate", f"a teaser below “{heading.text[:60]}”, said twice")


def find_links(page: Page) -> None:
    """“Read also” alone on a line, with the links on the next lines."""
    for position in range(page.below_title, len(page.rows)):
        row = page.rows[position]
        if row.kind is not None or row.cue is None:
            continue
        if row.cue.category == "tags" and row.cue.how == "whole" and not page.text_above(position):
            _hide_tags(page, position)
        if row.cue.category != "related":
            continue
        if row.cue.how in ("heading", "section") or _ends_in_heading(row):
            _hide_links(page, position)
        else:
            _find_second_link(page, position)


def _hide_tags(page: Page, position: int) -> None:
    """Hide the tags below their heading, above the text: a word or three each."""
    for tag in page.rows[position + 1 : position + 1 + _LONGEST_BLOCK]:
        if (
            tag.kind is not None
            or tag.cue
            or tag.signed
            or tag.stopped
            or tag.words > _WORDS_OF_A_TAG
        ):
            return
        tag.decide("boilerplate", f"tags: below “{page.rows[position].text[:60]}”")


def _hide_links(page: Page, position: int) -> None:
    """Hide the links below a heading, up to a line that is none."""
    reason = _below(page.rows[position])
    first: Row | None = None
    tight = False
    excerpts = 0
    shortest = 0.0
    for index in range(position + 1, min(position + 1 + _LONGEST_BLOCK, len(page.rows))):
        link = page.rows[index]
        if _stands_among_links(link):
            continue
        if link.kind not in (None, "caption") or link.cue:
            return
        if link.credit and (link.credit.labelled or link.credit.authors):
            if first is not None and _goes_on_below(page, index):
                link.decide("boilerplate", "related link: who wrote it")
            return
        if first is not None and _DAY_ALONE.match(link.text):
            link.decide("boilerplate", f"{reason}: its day")
            continue
        is_first, apart = index == position + 1, page.gap(link)
        if first is not None and _is_excerpt_or_above(page, index):
            excerpts += _is_excerpt(link)
            link.decide("boilerplate", reason)
            continue
        if excerpts and apart:
            return
        excerpts += _is_excerpt(link)
        if (tight and apart) or not _is_link(page, link, first=is_first):
            return
        if link.stopped and not page.text_above(position):
            return
        if first is not None and not _is_set_alike(first, link):
            return
        if _is_subheading(page, index, shortest):
            page.subheadings.add(index)
            return
        shortest = min(shortest or link.size, link.size)
        first = first or link
        tight = tight or (is_first and not apart)
        link.decide("boilerplate", reason)


def _is_excerpt(row: Row) -> bool:
    """Whether a teaser's first sentence is cut off: “The council wants to ... -”."""
    return row.words >= 5 and row.text.rstrip(" -–").endswith(("...", "…", "[...]"))


def _is_excerpt_or_above(page: Page, index: int) -> bool:
    """Whether a line among links and their excerpts is one more of these, or its headline."""
    row, below = page.rows[index], page.at(index + 1)
    if _is_excerpt(row):
        return True
    return below is not None and row.size < _LONGEST_HEADLINE and _is_excerpt(below)


def _below(heading: Row) -> str:
    return f"{RELATED_LINK} “{heading.text[:60]}”"


def _stands_among_links(row: Row) -> bool:
    """Whether a line between links is a button, or a sign."""
    if row.cue is not None and row.cue.category in _AMONG_LINKS:
        return True
    return row.kind == "boilerplate" and row.size < 10


def _find_second_link(page: Page, position: int) -> None:
    """Another headline right below “Read also: ...”, where blank lines part paragraphs."""
    row, below = page.rows[position], page.at(position + 1)
    if below is None or not (page.spaced and page.gap(row)) or page.gap(below):
        return
    plain = below.open and below.credit is None and not (below.prose or below.stopped)
    if plain and below.words >= 4 and not SPEECH.search(below.text):
        below.decide("boilerplate", _below(row))


def _is_subheading(page: Page, position: int, shortest: float) -> bool:
    """Whether a line behind links, much shorter than they are, stands above a paragraph."""
    row, below = page.rows[position], page.at(position + 1)
    return (
        row.words <= 5
        and row.size < 0.6 * shortest
        and not any(sign.isdigit() for sign in row.text)
        and below is not None
        and below.open
        and below.stopped
        and below.credit is None
    )


def _goes_on_below(page: Page, position: int) -> bool:
    """Whether the text, begun above, goes on right below a row."""
    below = page.rows[position + 1 : position + 3]
    return page.text_above(position) and any(row.paragraph for row in below)


def _ends_in_heading(row: Row) -> bool:
    """Whether a line that opens with a related cue holds no link of its own (“Baca juga:”)."""
    assert row.cue is not None
    rest = row.key[row.key.find(row.cue.phrase) + len(row.cue.phrase) :] if row.cue else ""
    return len(rest.strip(" :.-–>»")) <= 3 or (row.text.endswith((":", "：")) and row.words <= 5)


def _is_link(page: Page, row: Row, *, first: bool) -> bool:
    """Whether a line below “Read also” is one of the links: a headline, or a strange sentence."""
    if row.size > 220 or (not first and row.words < 3 and row.size < _shortest_link(row)):
        return False
    if row.text.endswith((":", "：")) or row.wrapped or row.text.count(" | ") > 1:
        return False
    if row.text.startswith(("--", "——", "— ")):
        return False  # a question to somebody
    if not row.stopped or _HANGUL_HEADLINE.search(row.text):
        return row.size <= 160
    if _is_headline_in_marks(page, row):
        return True
    below = page.at(row.position + 1)
    if not first and _IN_MARKS.match(row.text) and (below is None or below.cue):
        return True
    if first and row.words <= 2 and row.size < 24:
        return True  # a topic and a stop, above the headline
    if not (first and _DAY.search(row.text)) or row.size > 160 or row.sentences > 1:
        return False
    shared, words = page.share_in_text(row)
    return 4 * shared <= words and not SPEECH.search(row.text)


def _is_headline_in_marks(page: Page, row: Row) -> bool:
    """Whether a line ends in a mark as headlines do, and has few words of the text."""
    headline = _TOPIC.sub("", row.text)
    if row.size > _LONGEST_HEADLINE or not _ENDS_IN_MARKS.match(headline):
        return False
    if row.sentences > 1 + (headline != row.text):
        return False
    shared, words = page.share_in_text(row)
    return 2 * shared <= words


def _shortest_link(row: Row) -> int:
    """How short a headline of a word or two may be; in scripts without blanks all are one word."""
    return _SHORTEST_LINK if UNSPACED.search(row.text) is None else _SHORTEST_UNSPACED_LINK


def _is_set_alike(first: Row, row: Row) -> bool:
    """Whether two lines may be links of one block: both with bullets or none, both in Capitals."""
    if bool(BULLET.match(first.text)) != bool(BULLET.match(row.text)):
        return False
    capitals = [CAPITAL.findall(line.text) for line in (first, row)]
    longer = [len(CONTENT.findall(line.text)) for line in (first, row)]
    if min(longer) < 3:
        return True
    shares = [len(found) / count for found, count in zip(capitals, longer, strict=True)]
    return not (shares[0] >= 0.8 and shares[1] <= 0.4)
