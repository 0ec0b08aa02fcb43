"""What stands above an article on a page that was copied whole: menus, search, links to all else.

Only where so much stands above the text that it cannot be the article's own.
"""

from __future__ import annotations

from store.reading.lines.page import Page
from store.reading.lines.rows import Row, content_words

#: So many lines above the text are more than a title, a byline and their buttons.
_LONG_HEAD = 30
#: So many of the last of them may be the article's.
_OWN_HEAD = 20
#: The text is where so many paragraphs stand among so many lines.
_PARAGRAPHS, _WITHIN = 3, 12
#: A title has so many longer words; so many lines above it may be its own.
_WORDS_OF_A_TITLE, _SHORTEST_TITLE, _ABOVE_TITLE = 3, 25, 4


def find_menus(page: Page) -> None:
    """Hide what stands above the article's own head on a page that was copied whole."""
    text = _start_of_text(page)
    if text is None or text < _LONG_HEAD:
        return
    page.read_words()
    head = page.rows[:text]
    own = text - _OWN_HEAD
    if not any(_may_be_title(page, row) for row in head[own:]):
        found = (row.position for row in reversed(head[:own]) if _may_be_title(page, row))
        own = max(0, next(found, own) - _ABOVE_TITLE)
    for row in head[:own]:
        row.decide("boilerplate", "menus above the article")
    page.head = own


def _start_of_text(page: Page) -> int | None:
    """The first of several paragraphs that stand close together."""
    found = [row.position for row in page.rows if row.prose and row.open and row.credit is None]
    for first, last in zip(found, found[_PARAGRAPHS - 1 :], strict=False):
        if last - first < _WITHIN:
            return first
    return None


def _may_be_title(page: Page, row: Row) -> bool:
    """Whether a line that ends no sentence has mostly words of the text."""
    if row.stopped or row.size < _SHORTEST_TITLE or not row.open or row.credit is not None:
        return False
    content = content_words(row.key)
    if len(content) < _WORDS_OF_A_TITLE:
        return False
    return 3 * len(content & page.text_words) >= 2 * len(content)
