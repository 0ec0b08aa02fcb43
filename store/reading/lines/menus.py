"""What stands around an article on a page that was copied whole: menus, lists of all else.

Only where so much stands above or below the text that it cannot be the article's own.
"""

from __future__ import annotations

from store.reading.lines.page import Page
from store.reading.lines.rows import PARAGRAPHS_OF_A_TEXT, Row, content_words

#: So many lines above the text are more than a title, a byline and their buttons.
_LONG_HEAD = 30
#: So many of the last of them may be the article's.
_OWN_HEAD = 20
#: No menu is so short that a paragraph of the text stands among so many lines.
_FIRST = 12
#: So many lines below the text are more than what belongs to it.
_LONG_TAIL = 40
#: Between two paragraphs of a text stand fewer lines.
_WITHIN = 12
#: A list between two paragraphs of a text is no longer.
_LONG_LIST = 30
#: A second text of such a share of the first may belong to it.
_SHARE_OF_TEXT = 0.25
#: A title has so many longer words; so many lines above it may be its own.
_WORDS_OF_A_TITLE, _SHORTEST_TITLE, _ABOVE_TITLE = 3, 25, 4


def find_menus(page: Page) -> None:
    """Hide what stands above the article's own head, and find where all else begins below it."""
    if len(page.rows) < _LONG_HEAD + PARAGRAPHS_OF_A_TEXT:
        return
    texts = _texts(page)
    start = next((text[0].position for text in texts if len(text) >= PARAGRAPHS_OF_A_TEXT), 0)
    if start >= _LONG_HEAD:
        _hide_above(page, start)
    if texts:
        _close_below(page, texts)


def _hide_above(page: Page, start: int) -> None:
    page.read_words()
    head = page.rows[:start]
    if any(row.paragraph and _is_of_text(page, row) for row in head[:_FIRST]):
        return  # the standfirst of an article whose table stands above its text
    own = start - _OWN_HEAD
    if not any(_may_be_title(page, row) for row in head[own:]):
        found = (row.position for row in reversed(head[:own]) if _may_be_title(page, row))
        own = max(0, next(found, own) - _ABOVE_TITLE)
    signed = (row.position for row in head[:own] if row.credit and row.credit.authors)
    own = min(own, max(0, next(signed, own) - _ABOVE_TITLE))  # all below a byline is the article's
    for row in head[:own]:
        row.decide("boilerplate", "menus above the article")
    page.head = own


def _close_below(page: Page, texts: list[list[Row]]) -> None:
    """Let the article end behind its text, where a long tail has no text to speak of."""
    sizes = [sum(row.size for row in text) for text in texts]
    main = sizes.index(max(sizes))
    end = texts[main][-1].position
    if len(page.rows) - end < _LONG_TAIL:
        return
    page.read_words()
    for text in texts[main + 1 :]:
        if text[0].position - end > _LONG_LIST or not any(_is_of_text(page, row) for row in text):
            break
        end = text[-1].position
    others = [size for text, size in zip(texts, sizes, strict=True) if text[0].position > end]
    is_long = len(page.rows) - end >= _LONG_TAIL
    if is_long and max(others, default=0.0) <= _SHARE_OF_TEXT * sizes[main]:
        page.records = end + _WITHIN


def begin_of_text(page: Page) -> int | None:
    """Where on a long page the first text of three paragraphs begins, or its byline far above it.

    None on a short page, and where nothing but the article stands above.
    """
    if len(page.rows) < _LONG_HEAD + PARAGRAPHS_OF_A_TEXT:
        return None
    for text in _texts(page):
        if len(text) >= PARAGRAPHS_OF_A_TEXT:
            above = page.rows[page.head : text[0].position]
            signed = (row.position for row in above if row.credit and row.credit.authors)
            return next(signed, text[0].position)
        if any(_is_of_text(page, row) for row in text):
            return None  # its first paragraphs, and a table or a list below them
    return None


def _is_of_text(page: Page, row: Row) -> bool:
    """Whether a third of a paragraph's longer words stand in other paragraphs too."""
    shared, words = page.share_in_text(row)
    return words > 0 and 3 * shared >= words


def _texts(page: Page) -> list[list[Row]]:
    """Paragraphs that stand close together."""
    texts: list[list[Row]] = []
    for row in page.rows:
        if row.paragraph and row.credit is None:
            if texts and row.position - texts[-1][-1].position < _WITHIN:
                texts[-1].append(row)
            else:
                texts.append([row])
    return texts


def _may_be_title(page: Page, row: Row) -> bool:
    """Whether a line that ends no sentence has mostly words of the text."""
    if row.stopped or row.size < _SHORTEST_TITLE or not row.open or row.credit is not None:
        return False
    content = content_words(row.key)
    if len(content) < _WORDS_OF_A_TITLE:
        return False
    return 3 * len(content & page.text_words) >= 2 * len(content)
