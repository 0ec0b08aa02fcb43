"""Lines of a page: what is the article and what is clutter, each with its reason.

In layers, a module each, in this order: `rows.py` reads and measures the lines, `page.py` holds
them together; `single_lines.py` takes down what each says of itself (cues, `forms.py`, bylines,
`picture_owners.py`); `menus.py` passes what stands above an article copied with its whole page,
`captions.py` and `related.py` judge the lines around those with cues, `records.py` finds readers'
comments and other articles in a row, `prompts.py` what a site asks in its own words, `title.py` the
title (by what `headlines.py` knows), `authors.py` what is told of who wrote it, `boxes.py` the
lines between prompts, `repeated.py` what stands there twice; `head.py` judges what is left above
the text (`names.py`, `datelines.py`), and `body.py` goes down the text to its end (`paragraphs.py`,
`text_so_far.py`, `tail.py`).

Hiding a line of the article is far worse than showing an advertisement, so what is doubtful is
shown. Metadata is taken from the lines in `metadata/`; repeats across the articles of one outlet
need the store and are no concern of this package.
"""

from __future__ import annotations

from store.model import Line, LineKind, Metadata
from store.reading.languages import Language
from store.reading.lines.authors import find_authors
from store.reading.lines.body import judge_body
from store.reading.lines.boxes import find_advertised, find_boxes, find_dated_links, find_polls
from store.reading.lines.captions import find_captions, find_texts_of_pictures
from store.reading.lines.head import judge_head
from store.reading.lines.menus import find_menus
from store.reading.lines.page import Page
from store.reading.lines.prompts import find_prompts
from store.reading.lines.records import find_records
from store.reading.lines.related import find_links, find_teasers
from store.reading.lines.repeated import (
    find_closed_boxes,
    find_contents,
    find_doubled,
    find_pull_quotes,
    find_questions,
    find_repeats,
)
from store.reading.lines.rows import read_rows
from store.reading.lines.single_lines import keep_sentences, read_single_lines
from store.reading.lines.tail import show_text_behind
from store.reading.lines.title import find_title, find_title_below

#: Kinds that are shown; the others are hidden.
SHOWN: frozenset[LineKind] = frozenset(
    ("title", "standfirst", "byline", "date", "dateline", "heading", "body", "blank")
)

#: What judges a page's lines, one after the other. What a step has decided stands.
_STEPS = (
    read_single_lines,
    find_menus,
    find_captions,
    find_teasers,
    find_doubled,
    find_records,
    find_prompts,
    find_title,
    keep_sentences,
    find_authors,
    find_closed_boxes,
    find_links,
    find_texts_of_pictures,
    find_boxes,
    find_dated_links,
    find_polls,
    find_advertised,
    find_contents,
    find_questions,
    find_repeats,
    find_pull_quotes,
    judge_head,
    judge_body,
    show_text_behind,
    find_title_below,
)


def classify_lines(text: str, language: Language, stated: Metadata) -> tuple[Line, ...]:
    """The lines of a text in order, each with its kind, whether it is shown, and why.

    Args:
        text: the article as imported.
        language: the page's language, for its cues.
        stated: what the source says of the page; a stated title finds the title's line.
    """
    rows = read_rows(text)
    filled = [row for row in rows if row.kind is None]
    if filled:
        page = Page(filled, rows, language, stated)
        for step in _STEPS:
            step(page)
    return tuple(
        Line(row.index + 1, row.start, row.end, kind, kind in SHOWN, row.reason)
        for row in rows
        for kind in (row.kind or "body",)
    )
