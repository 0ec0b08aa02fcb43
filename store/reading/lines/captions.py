"""Captions of pictures: by their words, the owner at their end, the button or owner beside them.

How owners are named stands in `picture_owners.py` and in the cues of each language.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise, takewhile

from store.reading.bylines.uncased import is_uncased
from store.reading.cues import Cue
from store.reading.dates import find_dates
from store.reading.languages import Language
from store.reading.lines.boxes import hide_above_button
from store.reading.lines.page import Page
from store.reading.lines.rows import SPEECH, Row, is_title_case, only_names
from store.reading.patterns import any_of

#: A report's last sentence, and the agency behind it: 「……」と述べた。（共同）
_SIGNED = re.compile(r"[。」][（(][^（）()]+[)）]$")
_SIGNED_BEHIND_DASH = re.compile(r"[.!?][\"”»]?\s+[–—-]+\s?\w+$")
_SIGNED_BEHIND_STOP = re.compile(r"\w[.!?][\"”»]? \([^()]{2,20}\)$")
#: "Illustration of a warship.": so few words are no sentence of the text.
_WORDS_OF_A_NOUN = 4
#: 「……」と指摘している。(c)AGY/Jane DOE: who wrote it; a picture's owner stands before the agency.
_SIGNED_BY_AGENCY = re.compile(r"[。」][(（][cC][)）] ?[A-Z]{2,6}[／/][^/／]+$")
#: A sentence that an agency signs has so many words at least, and its name is no longer.
_WORDS_OF_A_SENTENCE, _LONGEST_SIGNATURE = 12, 20
_LONGEST_OWNER = 70
#: A caption in the scripts of the East that ends in a stop and an agency is no longer.
_LONGEST_SIGNED = 45
#: Nor is one that ends in a dash and an agency.
_LONGEST_WITH_AGENCY = 160
_INNER_MARK = re.compile(r"[，、：；？！“”「」『』《》\"]")
_LONGEST_NOUN, _FEWEST_NOUNS = 20, 3
_SHORTEST_TITLE = 25
#: "(Photo : City News) The harbour at dusk", as some sites set captions.
_OWNER_FIRST = re.compile(
    r"[(\[](?:photo|foto|image|picture|pic|bild|gambar|credits?)s? ?: ?[^()]{3,60}[)\]] \w"
)
_SENTENCES_OF_A_CAPTION = 3
_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)[\s|]*$")
#: So short is a title still that stands between a picture's text and the article's.
_SHORTEST_HEADLINE = 12
#: What follows a picture's text, where it is said again with its owner, is no longer.
_LONGEST_OWNER_BEHIND = 40
#: Words in marks that somebody may have said: “...” alone around a word or two is a name.
_SPOKEN = re.compile(r"[\"“„«](?:[^\s\"”»]+\s){2,}[^\"”»]*[\"”»]|[「『]")
#: "© Jane Doe", "© City News / Jane Doe", without a year.
_COPYRIGHT_OF_ONE = re.compile(r"^©\s?[^\W\d_a-zà-ÿ][^\d,:;]{2,50}$")
#: "Lakeside, ferry accident, Pontonia", above a caption: what a picture is found by.
_KEYWORDS = re.compile(r"^[^\W\d_a-zà-ÿ][^,.:!?()]{2,28}(?:, [^\W\d_a-zà-ÿ][^,.:!?()]{2,28}){2,5}$")
_WORDS_OF_A_PICTURE_NAME = 4
#: "(한빛=연합뉴스) 배수현 기자 = ...", whose title stands above it
_FILED_PICTURE = re.compile(r"[(\[][^()\[\]=]{2,12}=[^()\[\]=]{2,12}[)\]][^=]{2,30}기자\s?=\s")
_LONGEST_PICTURE_TITLE = 90
_WORDS_OF_A_SHORT_CAPTION, _WORDS_OF_AN_OPEN_CAPTION = 6, 7
_WORDS_OF_A_STANDFIRST, _FIGURES_OF_A_STANDFIRST = 8, 2
#: "The old crane at dusk. Photo: Jane Doe"
_HAS_SENTENCE = re.compile(r"[^\W\d_]+(?: [^\s.]+)* [^\W\d_]{3,}[.!?] [^\W\d_]{2,}")
_LONG_IN_HANGUL, _HANGUL = 25, re.compile(r"[\uac00-\ud7a3]")
#: How notes on rights open, as owners of pictures may.
_RIGHTS = ("©", "copyright", "(c)")
#: So many words in small letters are a caption's own text, beside its owner's name.
_WORDS_OF_OWN_TEXT = 4
#: Figures such as no caption has: "312", "1,140"
_FIGURE, _YEAR = re.compile(r"(?<![\d.,])\d[\d.,]*\d\d(?![\d.,]*\d)"), re.compile(r"(?:19|20)\d\d$")
#: "Jane Doe, former mayor of Ashford"
_NAME_AND_OFFICE = re.compile(r"[^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ][\w'’-]+){1,3}, \w")
#: A longer sentence below an owner is a standfirst.
_LONG_SENTENCE = 90
#: A longer sentence between others that no blank line parts is the text's.
_LONGEST_IN_BLOCK = 180
#: What captions of names have none of: figures, marks, a stop within.
_NO_WORD = re.compile(r"[\d\"“”„«»:;!?]|\.\s")


def _names_only(page: Page, row: Row) -> bool:
    """Whether a line with a stop is names and offices alone, as no sentence is."""
    if row.text[-1] != "." or not 3 <= row.words <= 10 or row.credit is not None:
        return False
    if row.text.isupper() or _NO_WORD.search(row.text):
        return False
    words = row.text.split()
    return all(word[0].isupper() for word in words) and page.language.code != "de"


def find_captions(page: Page) -> None:
    """Captions by their words, by the credit at their end, or beside an “Enlarge” button."""
    _find_captions_said_twice(page)
    _find_captions_below_images(page)
    _take_copyright_for_owners(page)
    for position, row in enumerate(page.rows):
        if row.cue and row.cue.how == "marker":
            row.decide("caption", row.cue.reason)
            _find_captions_at_button(page, position)
        elif row.cue and row.cue.category == "caption":
            _judge_caption_cue(row)
            _find_name_below_label(page, position, row.cue)
        elif row.kind is None and row.cue is None and row.credit is None:
            if _names_only(page, row):
                row.decide("caption", "caption: nothing but names")
            elif page.book.tells_places(row.key) and _is_no_statement(row):
                row.decide("caption", "caption: says who stands where in the picture")
            else:
                _judge_credit(page, position)
    _find_nouns_with_stop(page)
    for row, below in pairwise(page.rows):
        beside = below.kind == "caption" and not page.gap(below)
        if beside and row.open and not row.credit and _KEYWORDS.match(row.text):
            row.decide("caption", "caption: words by which a picture is found")


def _is_no_statement(row: Row) -> bool:
    """Whether a line is no paragraph of the text: one sentence at most, and nobody's words."""
    return not row.stopped or (row.sentences == 1 and not SPEECH.search(row.text))


def _find_nouns_with_stop(page: Page) -> None:
    """Captions of a noun and a full stop between paragraphs, where the page has several."""
    found = [
        row
        for row in page.rows
        if len(row.text) <= _LONGEST_NOUN
        and row.text[-1] == "。"
        and row.open
        and row.credit is None
        and not _INNER_MARK.search(row.text)
        and page.book.is_noun_with_stop(row.text)
    ]
    if len(found) >= _FEWEST_NOUNS:
        for row in found:
            row.decide("caption", "caption: a noun and a full stop, as others on the page")


def _take_copyright_for_owners(page: Page) -> None:
    """Above a paragraph “© Jane Doe” owns a picture, not the page: the text does not end there."""
    last = max((i for i, row in enumerate(page.rows) if row.paragraph), default=0)
    for above, row in pairwise(page.rows[:last]):
        if row.cue is None or row.cue.category != "copyright" or row.cue.phrase[0] != "©":
            continue
        if _COPYRIGHT_OF_ONE.match(row.text):
            has_text = above.open and not above.credit and not page.gap(row)
            has_text = has_text and (not above.stopped or _opens_page(page, above))
            row.decide("caption" if has_text else "boilerplate", "a picture's owner")


def _opens_page(page: Page, row: Row) -> bool:
    """Whether a line is one sentence, nobody's words, and no paragraph stands above it."""
    told = row.sentences > 1 or SPEECH.search(row.text)
    return not told and not page.text_above(row.position)


def _find_captions_said_twice(page: Page) -> None:
    """A caption above its picture's owner, and the same again below; or right below itself."""
    for first, second in pairwise(page.rows):
        if (
            second.kind is None
            and first.open
            and not first.credit
            and _is_said_again(first, second)
        ):
            for row in (first, second):
                row.decide("caption", "caption: a picture's text, and it again with its owner")
    _find_caption_above_page(page)
    below_title = False
    for first, owner, second in zip(page.rows, page.rows[1:], page.rows[2:], strict=False):
        twins = first.key == second.key and first.stopped and first.open and owner.open
        twins = twins and not (
            owner.prose and SPEECH.search(owner.text)
        )  # a text that is there twice
        title_twice = first is page.rows[0] or not (below_title or first.prose)
        if twins and not title_twice:
            for row in (first, owner, second):
                row.decide("caption", "caption: said above and below the picture's owner")
        below_title = below_title or (first.open and first.size >= _SHORTEST_TITLE)


def _find_captions_below_images(page: Page) -> None:
    """What stands right below the mark of an image: “![]()”."""
    for image, row in pairwise(page.rows):
        if not image.text.startswith("![") or not _IMAGE.match(image.text) or page.gap(row):
            continue
        if row.open and row.credit is None and _is_no_statement(row):
            row.decide("caption", "caption: right below an image")


def _is_said_again(first: Row, second: Row) -> bool:
    """Whether a line is the one above with its owner behind it or a label before, or it twice."""
    if second.text.endswith(first.text):
        label, _, text = second.text.partition(": ")
        if label.isupper() and text == first.text and second.open:
            return True
    if not second.key.startswith(first.key):
        return False
    if first.size >= _SHORTEST_TITLE and second.key == f"{first.key} {first.key}":
        return True
    return first.prose and first.stopped and 3 < second.size - first.size <= _LONGEST_OWNER_BEHIND


def _find_caption_above_page(page: Page) -> None:
    """A sentence that opens the page, twice, above a headline and the text: no title."""
    first, second, title, text = (page.at(position) for position in range(4))
    if first is None or second is None or title is None or text is None:
        return
    twins = first.key == second.key and first.prose and first.text[-1] == "."
    headline = title.open and not title.stopped and title.size >= _SHORTEST_HEADLINE
    if twins and headline and first.open and not title.credit and text.prose and text.open:
        for row in (first, second):
            row.decide("caption", "caption: opens the page twice, above the title")


def _find_captions_at_button(page: Page, position: int) -> None:
    """What stands below a picture's button, and above it, is its caption."""
    row, before, after = page.rows[position], page.at(position - 1), page.at(position + 1)
    whole = before is not None and before.kind == "caption"
    if after and not whole and _is_below_picture(page, after):
        after.decide("caption", f"caption: stands below the button “{row.text}”")
    if before is None or before.kind is not None or before.credit or page.gap(row):
        return
    twin = after is not None and _begins_alike(before.key, after.key)
    apart = page.spaced and (not before.prose or before.size < 200)
    if twin or apart or not before.stopped:
        before.decide("caption", f"caption: stands above the button “{row.text}”")


def _judge_caption_cue(row: Row) -> None:
    """Take a line with the words of a caption for one, unless it is a paragraph."""
    assert row.cue is not None
    if not (row.prose and row.sentences > 3):
        row.decide("caption", row.cue.reason)


def _find_caption_behind_owner(page: Page, row: Row) -> None:
    """Take a sentence behind its picture's owner for a caption, and what stands right above it."""
    row.decide("caption", "caption: opens with a photo credit")
    above = page.at(row.position - 1)
    if above is None or page.gap(row) or page.text_above(row.position):
        return
    if above.open and not above.stopped and not above.credit and page.gap(above):
        above.decide("caption", "caption: above a picture's text and its owner")


def _find_name_below_label(page: Page, position: int, cue: Cue) -> None:
    """Take a name right below “Photo by”, alone on its line, for the picture's owner."""
    row, below = page.rows[position], page.at(position + 1)
    alone = cue.how == "start" and row.key.rstrip(" :") == cue.phrase.rstrip(" :")
    if alone and below and below.credit and only_names(below.credit) and not page.gap(below):
        below.credit = None
        below.decide("caption", f"caption: below “{row.text}”")


def _judge_credit(page: Page, position: int) -> None:
    """Take a line for a caption that ends in a picture's owner, or in an agency's name."""
    row = page.rows[position]
    is_said = row.stopped and row.text[0] in "–—-"  # "– Vi er slitne, sier Pia Holm (Ap)."
    if row.picture == "strong" and _SIGNED_BY_AGENCY.search(row.text):
        row.picture = None
    elif row.picture == "strong" and (row.dateline_only or _names_source(page, row)):
        row.stopped = row.prose = True
    elif _OWNER_FIRST.match(row.key) and row.sentences < _SENTENCES_OF_A_CAPTION:
        _find_caption_behind_owner(page, row)
    elif row.picture == "strong" and row.size <= 700:
        row.decide("caption", "caption: ends in a photo credit")
    elif row.picture == "weak" and _is_sentence_of_picture(page, row):
        row.decide("caption", "caption: ends in an agency's name")
    elif row.picture == "weak" and not (row.prose or is_said or _SIGNED.search(row.text)):
        above = (other for other in islice(page.rows, position) if other.prose)
        in_text = len(list(islice(above, 2))) > 1
        if not in_text or not _SIGNED_BEHIND_DASH.search(row.text):
            if in_text and _ends_the_text(page, row):
                row.stopped = row.prose = True
            else:
                row.decide("caption", "caption: ends in an agency's name")
    elif (
        row.size < 120
        and (not row.stopped or row.words <= _WORDS_OF_A_NOUN)
        and (cue := page.book.short_caption(row.key))
        and not page.in_mid_sentence(position)
    ):
        row.decide("caption", cue.reason)


def _names_source(page: Page, row: Row) -> bool:
    """Whether several sentences that nothing follows end in whose text it is: "(Quelle: APA)"."""
    signed = _source_behind(page.language).search(row.text)
    if signed is None or row.sentences < _SENTENCES_OF_A_CAPTION - 1:
        return False
    return not page.paragraph_below(row.position)


@cache
def _source_behind(language: Language) -> re.Pattern[str]:
    """A note in brackets of whose text it is, behind a sentence, with the language's words."""
    words = any_of(language.table("metadata").get("source", ()))
    return re.compile(rf"[.!?]\s?\((?i:{words})\s?:[^()]{{2,40}}\)$")


def _is_sentence_of_picture(page: Page, row: Row) -> bool:
    """Whether a short sentence above paragraphs of the text ends in an agency in brackets.

    Or behind a dash, where it stands above all of the text: “... in a school. - Agency”.
    """
    signed = _SIGNED.search(row.text) is not None
    if row.sentences - signed > 1 or SPEECH.search(row.text):
        return False
    below = sum(other.paragraph for other in page.rows[row.position + 1 :])
    if signed and row.size <= _LONGEST_WITH_AGENCY:
        opens = below > 1 and not page.text_above(row.position)
        again = (other for other in page.rows if other is not row and other.text[-1] in "）)")
        if opens and not any(_SIGNED.search(other.text) for other in again):
            return True
        return below > 0 and row.size <= _LONGEST_SIGNED
    if row.size > _LONGEST_WITH_AGENCY or not _SIGNED_BEHIND_DASH.search(row.text):
        return False
    above = takewhile(lambda other: other.credit is None, reversed(page.rows[: row.position]))
    return below > 1 and not any(other.paragraph for other in above)


def _ends_the_text(page: Page, row: Row) -> bool:
    """Whether a sentence without its stop is the text's last, and an agency signs it."""
    if page.paragraph_below(row.position):
        return False
    if _SIGNED_BEHIND_STOP.search(row.text):
        return True  # "... odmówił komentarza. (PAP)"
    return row.words >= _WORDS_OF_A_SENTENCE and "-" in row.text[-_LONGEST_SIGNATURE:]


def _is_below_picture(page: Page, row: Row) -> bool:
    """Whether the line below a picture's button may be its caption."""
    return (
        row.kind is None
        and row.credit is None
        and (row.picture is not None or not (page.gap(row) or _is_text_of_block(page, row)))
        and (row.size > 120 or not find_dates(row.text, page.language) or row.stopped)
    )


def _is_text_of_block(page: Page, row: Row) -> bool:
    """Whether a line is a paragraph of a page that parts nothing by blank lines.

    A caption as long has its day or its owner in brackets.
    """
    return row.prose and row.stopped and not page.spaced and "(" not in row.text


def _begins_alike(first: str, second: str) -> bool:
    """Whether the longer of two keys begins with most of the shorter."""
    short = min(len(first), len(second))
    return short >= 15 and first[: short - 2] == second[: short - 2]


def find_texts_of_pictures(page: Page) -> None:
    """What stands above an owner on a line of its own, or below “Image caption”."""
    for position in range(page.below_title, len(page.rows)):
        row = page.rows[position]
        is_owner = row.kind == "caption" and row.size < _LONGEST_OWNER
        if row.kind == "caption" and position > page.below_title:
            _find_name_above(page, position)
            _find_title_above_filed(page, position)
        if is_owner:
            _find_text_below_owner(page, position)
            _find_open_line_below_owner(page, position)
        if row.kind == "caption" and row.words >= _WORDS_OF_A_SHORT_CAPTION:
            _find_description_above(page, position)
        if row.cue is not None and row.cue.how == "above":
            _find_text_below_label(page, position)
        elif is_owner and position > page.below_title and _may_stand_below_text(page, row):
            _find_text_above_owner(page, position)
        elif row.cue is not None and row.cue.category == "newsletter" and page.spaced:
            hide_above_button(page, position)


def _find_name_above(page: Page, position: int) -> None:
    """A word or a name right above a caption that has it too: what the picture is called."""
    row, above = page.rows[position], page.rows[position - 1]
    plain = above.kind is None and above.cue is None and not above.stopped and above.dateline_only
    plain = plain or (above.open and not above.stopped)
    few = above.words <= _WORDS_OF_A_PICTURE_NAME
    if not (plain and few and page.spaced) or page.gap(row):
        return
    if page.copies[above.key] > 1 and row.text[0] == "©":
        above.credit = None
        above.decide("caption", "caption: above its owner, and again on the page")
        return
    words = above.key.split()
    if not any(len(word) > 3 for word in words) or not above.text[0].isupper():
        return
    held = f" {row.key} "
    if all(f" {word} " in held or f" {word}," in held for word in words):
        above.credit = None
        above.decide("caption", "caption: a name that the caption below it has")


def _find_title_above_filed(page: Page, position: int) -> None:
    """What a picture is called that an agency filed: 멈춰 선 버스들 / (한빛=대륙) ..."""
    row, above = page.rows[position], page.rows[position - 1]
    if _FILED_PICTURE.match(row.text) is None or not above.open or above.stopped or above.credit:
        return
    if above.size < _LONGEST_PICTURE_TITLE:
        above.decide("caption", "caption: what the picture is called, above its text")


def _find_open_line_below_owner(page: Page, position: int) -> None:
    """A caption without a stop right below its owner, which has none above it.

    A subheading below a picture says less.
    """
    row, above, below = page.rows[position], page.at(position - 1), page.at(position + 1)
    if above is None or below is None or not (above.stopped or above.credit or above.cue):
        return
    owned = row.picture or page.book.is_credit(row.key) or row.text[0] == "©"
    if not (owned and _may_stand_below_text(page, row)) or "(" in row.text:
        return
    apart = page.gap(below) and not page.even
    if not below.open or below.credit or apart or above.kind == "caption":
        return
    text = page.at(position + 2)
    if below.stopped:
        signed = text is not None and text.credit is not None and bool(text.credit.names)
        plain = below.sentences == 1 and below.size < _LONGEST_WITH_AGENCY
        if signed and plain and not SPEECH.search(below.text) and not page.text_above(position):
            below.decide("caption", "caption: below its owner, above who wrote the article")
        return
    if below.words < _WORDS_OF_AN_OPEN_CAPTION or text is None or not text.prose:
        return
    if below.text[-1].isalnum() and not is_title_case(below) and not SPEECH.search(below.text):
        below.decide("caption", "caption: below its owner, who has no other")


def _find_description_above(page: Page, position: int) -> None:
    """What a picture shows, as those hear it who cannot see it: right above its caption.

    A sentence above the text, or set apart with its caption, that names nobody and no day: “A brown
    river runs through a town.”
    """
    row, above = page.rows[position], page.at(position - 1)
    if above is None or position <= page.below_title:
        return
    if not (above.open and above.stopped) or above.credit or page.gap(row) or above.sentences > 1:
        return
    speech = page.language.table("speech")
    parted = any(page.gap(other) for other in page.rows[position + 1 :] if other.prose)
    if speech.get("has_capital_nouns", False) or not parted:
        return
    opening, *words = above.text.split()
    if opening.lower() not in (*speech.get("indefinite", ()), *speech.get("several", ())):
        return
    if any(not word[0].islower() for word in words) or SPEECH.search(above.text):
        return
    told = takewhile(lambda other: other.credit is None, reversed(page.rows[: position - 1]))
    shared, count = page.share_in_text(above)
    apart = page.spaced and page.gap(above)
    if 2 * shared <= count and (apart or not any(other.paragraph for other in told)):
        above.decide("caption", "caption: what the picture shows, above its caption")


def _find_text_below_label(page: Page, position: int) -> None:
    below = page.at(position + 1)
    if below and below.kind is None and below.cue is None and not page.gap(below):
        below.decide("caption", f"caption: below “{page.rows[position].text}”")


#: Where no capital tells a name, an owner's has no more words.
_WORDS_OF_AN_OWNER = 5


def _may_stand_below_text(page: Page, row: Row) -> bool:
    """Whether a caption is an owner's name and no text of its own, nor a picture's button."""
    small = [word for word in row.text.split() if len(word) > 1 and word.islower()]
    if len(small) >= _WORDS_OF_OWN_TEXT or _HAS_SENTENCE.match(row.text):
        return False
    if row.words > _WORDS_OF_AN_OWNER and is_uncased(row.text):
        return False
    is_button = row.cue is not None and row.cue.how in ("whole", "above", "marker")
    return not is_button or page.book.is_credit(row.key)


def _find_text_above_owner(page: Page, position: int) -> None:
    start = page.below_title
    row, above = page.rows[position], page.rows[position - 1]
    if above.cue is not None and above.cue.category == "source" and position - 2 >= start:
        _find_text_above_source(page, position - 2)
        return
    apart = page.gap(row) and not page.even
    if not above.open or above.credit or apart or above.size >= 300:
        return
    before = [r for r in page.rows[start : position - 1] if r.paragraph]
    if _is_first_below_title(page, above) and _is_standfirst(page, above):
        return
    if row.key.startswith(_RIGHTS) and not page.paragraph_below(position - 1):
        return  # the page's own note on rights
    alone = above.sentences == 1 or len(before) == 1  # else the standfirst
    block = page.gap(above) and not page.even
    short = block or (above.size < _LONGEST_IN_BLOCK and above.sentences == 1)
    below_title = position - 1 > start or _has_standfirst_below(page, position)
    in_head = below_title and len(before) < 2 and alone and short
    open_line = not above.stopped and (in_head or not page.even)
    if open_line or (in_head and not _SPOKEN.search(above.text)):
        above.decide("caption", "caption: above a photo credit")


def _has_standfirst_below(page: Page, position: int) -> bool:
    """Whether a sentence stands between a picture's owner and who wrote the article, or when."""
    text, signed = page.at(position + 1), page.at(position + 2)
    if text is None or signed is None or not (text.open and text.stopped) or text.credit:
        return False
    return signed.signed


def _is_standfirst(page: Page, row: Row) -> bool:
    """Whether a line right below the title has two clauses or figures of the text, as captions
    hardly have: “The mayor stays in prison; the court has 312 invoices”.
    """
    if page.title is None or row.stopped:
        return False
    if "; " in row.text or (row.sentences > 1 and row.position == page.title + 1):
        return row.words >= _WORDS_OF_A_STANDFIRST
    figures = {figure for figure in _FIGURE.findall(row.text) if not _YEAR.match(figure)}
    told = (other for other in page.rows[row.position + 1 :] if other.prose)
    is_short = row.words < _WORDS_OF_A_STANDFIRST
    is_short = is_short and not (_HANGUL.search(row.text) and len(row.text) >= _LONG_IN_HANGUL)
    if is_short and len(figures) < _FIGURES_OF_A_STANDFIRST:
        return False
    return bool(figures) and any(figures.issubset(_FIGURE.findall(other.text)) for other in told)


def _is_first_below_title(page: Page, row: Row) -> bool:
    """Whether only bylines, dates and buttons stand between the title and a line."""
    between = page.rows[page.below_title : row.position]
    return not any(other.open and other.credit is None for other in between)


def _find_text_above_source(page: Page, position: int) -> None:
    """A caption above “Source:”, where the picture's owner stands below that."""
    row, source = page.rows[position], page.rows[position + 1]
    named = row.credit is None or only_names(row.credit)
    if row.open and named and not row.stopped and not page.gap(source) and row.size < 150:
        row.credit = None
        row.decide("caption", "caption: above the picture's source")


def _find_text_below_owner(page: Page, position: int) -> None:
    """A caption below its owner, where both and a date line below them stand apart."""
    text, date = page.at(position + 1), page.at(position + 2)
    if text is None or date is None:
        return
    owner = page.rows[position]
    block = page.spaced and not page.gap(text) and page.gap(date)
    if block and owner.text[0] == "©" and text.open and not text.stopped:
        if _NAME_AND_OFFICE.match(text.text):
            text.decide("caption", "caption: who is in the picture, below its owner")
        return
    owned = owner.words < 4 and (owner.picture == "strong" or page.book.is_credit(owner.key))
    pair = owned and page.spaced and not page.gap(text) and page.gap(date)
    named = text.credit is None or (only_names(text.credit) and text.words < 4)
    told = text.stopped and text.size > _LONG_SENTENCE and not page.text_above(position)
    if told and any(page.share_in_text(text)[:1]):
        return  # the standfirst
    if pair and named and text.open and text.sentences < 3 and not SPEECH.search(text.text):
        text.credit = None
        text.decide("caption", "caption: below the picture's owner")
        return
    if not page.gap(owner):
        return
    block = not (page.gap(text) or page.gap(date))
    if block and date.signed and text.open and text.sentences == 1 and not SPEECH.search(text.text):
        text.decide("caption", "caption: below the picture's owner")
