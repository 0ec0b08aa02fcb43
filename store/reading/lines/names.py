"""Names alone on lines above the text: who of them wrote it, and who is only told of or pictured.

How names are written stands in `store/reading/bylines/`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from store.reading.bylines.credit_lines import CreditLine
from store.reading.bylines.uncased import is_uncased, read_uncased
from store.reading.bylines.words import words_of
from store.reading.lines.page import Page
from store.reading.lines.rows import SPEECH, Row, content_words, only_names

#: Up to here an outlet's name may stand in the dateline.
_LONGEST_DATELINE = 40
#: A town stands below one author, or an agency.
_MOST_ABOVE_TOWN = 2
#: Among so many lines below the title stands the date.
_HEAD = 12
#: Among so many lines the outlet's name stands; no longer are words that stand in any text.
_LINES_OF_A_HEAD, _SHORT_WORD = 6, 3


def take_uncased_names(page: Page, start: int, end: int) -> None:
    """Take short lines for bylines where names have no capitals: right at the title or a date.

    A line beside a date, or right below the title, that has its own words, and no prompt's.
    """
    if page.title is None or not is_uncased(page.rows[page.title].text):
        return
    if any(row.credit and (row.credit.authors or row.credit.names) for row in page.rows[start:end]):
        return
    lines = [row.text for row in page.rows]
    text, head = "\n".join(lines), lines[:_LINES_OF_A_HEAD]
    for row in page.rows[start:end]:
        if not row.open or row.credit is not None or row.stopped:
            continue
        credit = read_uncased(row.text, page.language, text, head)
        if credit is None or not _is_signed_here(page, row, credit, text):
            continue
        row.credit, row.dateline_only = credit, False
        if credit.names:
            return


def _is_signed_here(page: Page, row: Row, credit: CreditLine, text: str) -> bool:
    """Whether an author's name may stand on a line: one that neither title nor text has."""
    if _has_words_of_title(page, row):
        return False
    parted = credit.outlet or credit.staff or credit.wire or credit.place
    told = {word for name in credit.names for word in name.split() if len(word) > _SHORT_WORD}
    is_dated = any(_nearest(page, row.position, step).dated for step in (-1, 1))
    own = {word for word in told if len(_with_prefixes(word).findall(text)) == 1}
    if parted or credit.dated:
        return bool(own) or not credit.names
    if not is_dated:
        return own == told and row.position == page.below_title
    tokens = row.text.split()
    last = tokens[-1]
    if not words_of(page.language).particles.isdisjoint(tokens):
        return True  # محمود عبد الله
    return own == told if last.startswith("ال") else last in own  # حملة التلقيح is no name


def _with_prefixes(word: str) -> re.Pattern[str]:
    """A word with or without its article, and what else is written together with it."""
    bare = re.escape(word.removeprefix("ال"))
    return re.compile(rf"(?<!\w)[وفبلك]?(?:ال|ل)?{bare}(?!\w)")


def _nearest(page: Page, position: int, step: int) -> Row:
    """The next line above or below that no cue speaks against: buttons stand between."""
    row = page.rows[position]
    for other in range(position + step, position + 4 * step, step):
        row = page.at(other) or row
        if row.cue is None and row.kind is None:
            break
    return row


def drop_later_names(page: Page, start: int, end: int) -> None:
    """Of names alone on lines, take the first ones for authors: not those below the date.

    Nor the later ones of three lines or more, which are a place and the owner of a picture.
    """
    rows = page.rows[start:end]
    bare = [row for row in rows if _is_bare(row)]
    labelled = any(row.credit and (row.credit.authors or row.credit.staff) for row in rows)
    first = next((row for row in rows if row.credit and row.credit.names), None)
    dated = next((row for row in rows if row.dated and row is not first), None)
    for number, row in enumerate(bare):
        above = page.rows[row.position - 1]
        if _has_words_of_title(page, row):
            row.credit = None
            continue
        if _is_told_of(page, row):
            row.credit = None
            if above.kind in ("boilerplate", "caption") or _is_among_pictures(page, row):
                row.decide("caption", "caption: the name of somebody in the text")
            continue
        if number and above is bare[number - 1] and row.text.isupper() != above.text.isupper():
            row.credit, row.dateline_only = None, True  # a place below a name
            continue
        below_author = above is bare[0] if number else bool(above.credit and above.credit.wire)
        if number == len(bare) - 1 < _MOST_ABOVE_TOWN and below_author and _is_town(page, row):
            row.credit, row.dateline_only = None, True
            continue
        signed = any(other.credit and other.credit.authors for other in rows[: rows.index(row)])
        second = above.credit is not None and above.credit.labelled and above.credit.names
        if (row is first and not signed) or second:  # or the second name below "By:"
            continue
        between = first is not None and dated is not None and first.index < dated.index < row.index
        if between or labelled or (number > 0 and len(bare) > 2):
            row.credit = None


def find_picture_above_names(page: Page, start: int) -> None:
    """Of names in a row above the date the first owns the picture whose text stands above them.

    “The harbour at dusk.”, “Jane Roe”, “Ann Doe”, “Madrid - 3 May”, below a standfirst.
    """
    dated = next((row for row in page.rows[start : start + _HEAD] if row.dated), None)
    if dated is None:
        return
    first = dated.position
    while first > start and _is_bare(page.rows[first - 1]):
        first -= 1
    names, text = page.rows[first : dated.position], page.rows[first - 1]
    if len(names) < 2 or first - 1 <= start or not page.rows[start].open:
        return
    if not (text.open and text.stopped) or text.sentences > 1 or SPEECH.search(text.text):
        return
    text.decide("caption", "caption: above its owner and who wrote the article")
    names[0].credit = None
    names[0].decide("caption", "caption: a picture's owner, above who wrote the article")
    for row in names[1:]:
        assert row.credit is not None
        row.credit = replace(row.credit, labelled=True)


def _is_bare(row: Row) -> bool:
    return row.credit is not None and row.kind is None and only_names(row.credit)


def _is_town(page: Page, row: Row) -> bool:
    """Whether the second of two names above a date stands behind a small word elsewhere: a town's.

    “Jane Doe”, “Port Mary”, “3 May 2024”, and “the crane of Port Mary” in the text.
    """
    below = page.at(row.position + 1)
    above = page.rows[row.position - 1]
    shouted = above.text.isupper() and not (above.credit and above.credit.wire)
    if below is None or not below.dated or shouted:
        return False
    links = page.language.table("speech").get("links", ())
    told = (other.text for other in page.rows if other is not row and other.size > row.size)
    found = (text.partition(f" {row.text}") for text in told if f" {row.text}" in text)
    return any(before.rpartition(" ")[2].lower() in links for before, _, _ in found)


def _has_words_of_title(page: Page, row: Row) -> bool:
    """Whether two words of what looks like a name are the title's: it is a heading."""
    if page.title is None:
        return False
    return len(content_words(row.key) & content_words(page.rows[page.title].key)) > 1


def _is_told_of(page: Page, row: Row) -> bool:
    """Whether a name alone is that of somebody in the text, below a picture of them."""
    assert row.credit is not None
    told = [other.text for other in page.rows if other.paragraph]
    beside = _is_among_pictures(page, row)
    return any(
        sum(text.find(f" {name}", _LONGEST_DATELINE) > 0 for text in told) > 1
        or (beside and _is_spoken_of(name, told))
        for name in row.credit.names
    )


def _is_among_pictures(page: Page, row: Row) -> bool:
    """Whether a caption or an advertisement stands right above a line, or a caption below."""
    above, below = page.at(row.position - 1), page.at(row.position + 1)
    if below is not None and below.kind == "caption":
        return True
    advertised = above is not None and above.cue and above.cue.category == "advertisement"
    return above is not None and (above.kind == "caption" or bool(advertised))


def _is_spoken_of(name: str, told: list[str]) -> bool:
    """Whether the text gives somebody's full name, and a part of it in another paragraph."""
    full = [text for text in told if name in text]
    parts = [part for part in name.split() if len(part) > 3]
    again = (text for text in told if text not in full)
    return bool(full) and (
        len(full) > 1 or any(re.search(rf"\b{re.escape(p)}\b", t) for t in again for p in parts)
    )
