"""Citing marked words, or a whole article, in the styles that people and programs ask for.

Pure: stands above the model only. What to cite, and where the citation goes, is left to others.

Every style takes what a page states and nothing else: an absent part is left out with its
punctuation. A name is kept in the order in which the page gives it. Indonesian and Malay names
have no family name that could be moved to the front, many are a single name, and which part of a
foreign name is the family's no rule can tell; so APA's "Surname, A. A." is not attempted and the
bibliographies get the name as one literal.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from store.escaping import (
    flat,
    json_text,
    markdown_link,
    markdown_text,
    percent_encoded,
    without_controls,
)
from store.model import Article, SanggahError

Style = Literal["plain", "markdown", "apa", "bibtex", "ris", "csl-json"]

#: Every style, in the order in which they are offered.
STYLES: tuple[Style, ...] = get_args(Style)


@dataclass(frozen=True, slots=True)
class Cited:
    """Words, who holds them, and the page on which they stand.

    ``words`` are as people read them (the clean text of the span); empty cites the article alone.
    ``published`` is an ISO date or date-time; only its date is cited, as the page states it.
    """

    words: str = ""
    speaker: str | None = None
    byline: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    article_id: str = ""
    language: str | None = None

    @classmethod
    def of(cls, article: Article, words: str = "", speaker: str | None = None) -> Cited:
        """Cite ``words`` from ``article``, or the article alone."""
        metadata = article.metadata
        return cls(
            words=words,
            speaker=speaker,
            byline=metadata.byline,
            title=metadata.title,
            outlet=metadata.outlet,
            published=metadata.published,
            url=metadata.url,
            article_id=article.id,
            language=metadata.language,
        )


def cite(cited: Cited, style: str) -> str:
    """Return the citation in ``style``, without a line end behind it.

    Raises:
        SanggahError: There is no such style.
    """
    if style not in _WRITERS:
        raise SanggahError(f'no citation style "{style}"; there are {", ".join(STYLES)}')
    return _WRITERS[style](cited)


def plain(cited: Cited) -> str:
    """``“words” (speaker). Byline, “Title”, Outlet, YYYY-MM-DD. URL``.

    The very string of the column ``citation`` in the view ``annotations_export``; the exact rule
    stands in `store.database.views`. Only where a field holds control characters, which none does
    that came in by import, do the two differ: here they are left out.
    """
    said = _said(_without_marks(_one_line(cited.words)), _one_line(cited.speaker))
    title = _one_line(cited.title)
    source = _joined(
        ", ",
        _one_line(cited.byline),
        f"“{title}”" if title else "",
        _one_line(cited.outlet),
        _one_line(cited.published)[:10],
    )
    return without_controls(_joined(" ", _closed(said), _closed(source), _one_line(cited.url)))


def markdown(cited: Cited) -> str:
    """The plain form with the title as a link and the outlet in italics.

    Without a title the address itself is the link, at the end as in the plain form.
    """
    page = _flattened(cited)
    source = _joined(
        ", ",
        markdown_text(page.byline),
        markdown_link(f"“{page.title}”", page.url) if page.title else "",
        f"*{markdown_text(page.outlet)}*" if page.outlet else "",
        markdown_text(page.published[:10]),
    )
    said = _said(markdown_text(page.words), markdown_text(page.speaker))
    address = markdown_link(page.url, page.url) if page.url and not page.title else ""
    return _joined(" ", _closed(said), _closed(source), address)


@dataclass(frozen=True, slots=True)
class _Page:
    """`Cited` with every part on one line and free of control characters; absent is empty."""

    words: str
    speaker: str
    byline: str
    title: str
    outlet: str
    published: str
    url: str
    language: str


def apa(cited: Cited) -> str:
    """A reference of APA's 7th edition, and below it the words with their in-text citation.

    Publication Manual, 7th edition: 10.16 (news sites; one that is its own author is not named
    twice), 9.12 (no author: the title moves to the front), 9.17 (no date: n.d.), 9.22 (no title: a
    description in square brackets), 8.6 (words that a source quotes: "as cited in"), 8.14 (no
    author in the text: the title in quotation marks). Plain text has no italics.
    """
    page = _flattened(cited)
    year, date = _apa_date(page.published)
    title = page.title or "[News article]"
    head = [_closed(page.byline), f"({date}).", _closed(title)]
    if not page.byline:
        head = [_closed(title), f"({date})."]
    outlet = "" if page.outlet.casefold() == page.byline.casefold() else page.outlet
    reference = _joined(" ", *head, _closed(outlet), page.url)
    if not page.words:
        return reference
    named = page.byline or (f"“{page.title}”" if page.title else title)
    source = f"{named}, {year}"
    if page.speaker:
        source = f"{page.speaker}, as cited in {source}"
    return f"{reference}\n\n“{page.words}” ({source})"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _apa_date(published: str) -> tuple[str, str]:
    """Return the year for the text and the date for the reference."""
    parts = date_parts(published)
    if not parts:
        return "n.d.", "n.d."
    year = f"{parts[0]:04d}"
    if len(parts) == 1:
        return year, year
    day = f" {parts[2]}" if len(parts) == 3 else ""
    return year, f"{year}, {_MONTHS[parts[1] - 1]}{day}"


def bibtex(cited: Cited) -> str:
    """An ``@article`` in its outlet, or a ``@misc`` where no outlet is stated.

    After BibTeX's own manual (btxdoc): ``@article`` needs a journal; ``annote`` is for those who
    annotate and is printed by no standard style; month names are macros. Double braces keep a
    name whole and a title's capitals. The words are part of the key, so that two quotes from one
    article can stand in one file.
    """
    page = _flattened(cited)
    parts = date_parts(page.published)
    fields = {
        "author": f"{{{_tex(page.byline)}}}" if page.byline else "",
        "title": f"{{{_tex(page.title)}}}" if page.title else "",
        "journal": _tex(page.outlet),
        "year": f"{parts[0]:04d}" if parts else "",
        "month": _MONTHS[parts[1] - 1][:3].lower() if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "url": _NOT_IN_A_BIBTEX_URL.sub(lambda sign: percent_encoded(sign[0]), page.url),
        "language": _tex(page.language),
        "annote": _said(_tex(page.words), _tex(page.speaker)),
    }
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    )
    kind = "article" if page.outlet else "misc"
    return "\n".join((f"@{kind}{{{citation_key(cited)},", *lines, "}"))


# BibTeX counts braces whether a backslash stands before them or not, so braces get their names.
_TEX_NAMES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)
_NOT_IN_A_BIBTEX_URL = re.compile(r'[\s{}\\"<>^`|]')


def _tex(text: str) -> str:
    return text.translate(_TEX_NAMES)


def citation_key(cited: Cited) -> str:
    """Return a key of ASCII letters, digits and hyphens: outlet, year, article, words.

    The same article and words have the same key everywhere; other words of it have another.
    """
    page = _flattened(cited)
    named = unicodedata.normalize("NFKD", page.outlet or page.byline)
    name = re.sub("[^a-z0-9]", "", named.lower())[:20].lstrip("0123456789") or "article"
    parts = date_parts(page.published)
    year = f"{parts[0]:04d}" if parts else "nd"
    article = re.sub("[^0-9a-f]", "", cited.article_id)[:8]
    article = article or _digest(page.title, page.url, page.outlet)[:8]
    words = f"-{_digest(page.words)[:4]}" if page.words else ""
    return f"{name}{year}-{article}{words}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def ris(cited: Cited) -> str:
    """A newspaper article in the RIS format of Reference Manager.

    Each tag is two characters, two spaces, a hyphen and a space; ``TY`` comes first and ``ER``
    last; an asterisk may not stand in the names of authors and periodicals. The
    format asks for CR LF between lines: whoever writes a file opens it with ``newline="\\r\\n"``,
    here lines end as everywhere.
    """
    page = _flattened(cited)
    parts = date_parts(page.published)
    tags = (
        ("TY", "NEWS"),
        ("AU", page.byline.replace("*", " ").strip()),
        ("TI", page.title),
        ("T2", page.outlet.replace("*", " ").strip()),
        ("PY", f"{parts[0]:04d}" if parts else ""),
        ("DA", _ris_date(parts)),
        ("UR", page.url),
        ("LA", page.language),
        ("N1", _said(page.words, page.speaker)),
    )
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\n".join((*lines, "ER  - "))


def _ris_date(parts: tuple[int, ...]) -> str:
    """``YYYY/MM/DD``; where a part is missing its slashes stay, the last one included."""
    if not parts:
        return ""
    stated = [f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])]
    return "/".join(stated) + "/" * (4 - len(stated) if len(stated) < 3 else 0)


def csl_json(cited: Cited) -> str:
    """An array of one item of type ``article-newspaper``, after the CSL-JSON schema 1.0.2."""
    page = _flattened(cited)
    parts = date_parts(page.published)
    item: dict[str, Any] = {
        "id": citation_key(cited),
        "type": "article-newspaper",
        "title": page.title,
        "author": [{"literal": page.byline}] if page.byline else None,
        "container-title": page.outlet,
        "issued": {"date-parts": [list(parts)]} if parts else None,
        "URL": page.url,
        "language": page.language,
        "note": _said(page.words, page.speaker),
    }
    return json_text([{name: value for name, value in item.items() if value}])


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.ASCII)


def date_parts(published: str | None) -> tuple[int, ...]:
    """Return year, month and day as far as they are stated; nothing where it is no ISO date."""
    stated = _DATE.fullmatch(published or "")
    if not stated:
        return ()
    parts = tuple(int(part) for part in stated.groups() if part)
    try:
        datetime.date(*(*parts, 1, 1)[:3])
    except ValueError:
        return ()
    return parts


def _flattened(cited: Cited) -> _Page:
    return _Page(
        words=_without_marks(flat(cited.words)),
        speaker=flat(cited.speaker or ""),
        byline=flat(cited.byline or ""),
        title=flat(cited.title or ""),
        outlet=flat(cited.outlet or ""),
        published=flat(cited.published or ""),
        url=flat(cited.url or ""),
        language=flat(cited.language or ""),
    )


#: The blanks that the store trims: space and no-break space.
_BLANKS = " \xa0"
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
_PAIRS = frozenset(("“”", '“"', '""', '"”', "„“", "„”", '„"', "«»", "»«", "「」"))
_ENDS = (".", "!", "?", "…")


def _one_line(text: str | None) -> str:
    """Return ``text`` on one trimmed line, by the store's rule."""
    return (text or "").translate(_LINE_ENDS).strip(_BLANKS)


def _without_marks(words: str) -> str:
    """Take the outer pair of quotation marks off, once: the citation brings its own."""
    if len(words) >= 2 and words[0] + words[-1] in _PAIRS:
        return words[1:-1].strip(_BLANKS)
    return words


def _said(words: str, speaker: str) -> str:
    """``“words” (speaker)``; nothing without words."""
    if not words:
        return ""
    return f"“{words}” ({speaker})" if speaker else f"“{words}”"


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _closed(part: str) -> str:
    """End a part with a full stop, unless a mark ends it, also one inside closing quotes."""
    if not part or part.endswith((*_ENDS, *(f"{end}”" for end in _ENDS))):
        return part
    return f"{part}."


_WRITERS: dict[Style, Callable[[Cited], str]] = {
    "plain": plain,
    "markdown": markdown,
    "apa": apa,
    "bibtex": bibtex,
    "ris": ris,
    "csl-json": csl_json,
}
