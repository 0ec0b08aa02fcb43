"""A row with named fields to an article: what each field means, whatever the row was written in.

Fields that Sanggah has no place for are kept as ``extra``, and so is a value that its field cannot
hold (a date that is none), so that nothing of the row is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from math import isfinite
from typing import Any

from store.model import Metadata
from store.sources import facts
from store.sources.files import LARGEST_TEXT
from store.sources.normalising import normalise, without_surrogates
from store.sources.source_text import SourceError, SourceText

#: Deeper values than any record has; SQLite's own limit is 1,000.
_DEEPEST = 50

_FORMS: dict[str, Callable[[object], str | None]] = {
    "title": facts.words,
    "byline": facts.person,
    "editor": facts.person,
    "outlet": facts.words,
    "wire": facts.words,
    "published": facts.moment,
    "modified": facts.moment,
    "dateline": facts.words,
    "language": facts.language_code,
    "url": facts.address,
}
assert set(_FORMS) == {field.name for field in fields(Metadata)}


def article_of(row: Mapping[str, Any], source: str) -> SourceText:
    """Return the article of a row.

    ``text`` is the article; where it is empty, ``html`` is the page it stands in. The fields of
    `Metadata` go by their names, capitals or not.

    Args:
        row: Its fields by name.
        source: The file and line it came from.

    Raises:
        SourceError: there is no text in it, or a value is of a kind that cannot be kept.
    """
    named = {name.strip().casefold(): name for name in row if isinstance(name, str)}
    stated, unusable = _stated(row, named)
    text = normalise(_string(row, named, "text"))
    found = Metadata()
    if not text.strip():
        if not (page := _string(row, named, "html")).strip():
            raise SourceError("no text in it: the field text or html must hold it")
        from store.sources.formats.web_page import read_page

        article = read_page(page, source, stated.get("url"))
        text, found = article.text, article.stated
    extra = {
        name: row[name] for name in row if name.strip().casefold() not in {*_FORMS, "text", "html"}
    }
    return SourceText(
        text,
        source,
        replace(found, **stated),
        {without_surrogates(name): _kept(value) for name, value in {**extra, **unusable}.items()},
    )


def _stated(
    row: Mapping[str, Any], named: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the facts that the row states, and the values that are none of their field."""
    stated: dict[str, str] = {}
    unusable: dict[str, Any] = {}
    for field, form in _FORMS.items():
        value = row.get(named.get(field, ""))
        if field in ("byline", "editor") and isinstance(value, list):
            names = [name for item in value if (name := form(item))]
            made = ", ".join(names) if len(names) == len(value) else None
        else:
            made = form(value)
        if made:
            stated[field] = made
        elif value not in (None, "", []):
            unusable[named[field]] = value
    return stated, unusable


def _string(row: Mapping[str, Any], named: Mapping[str, str], field: str) -> str:
    value = row.get(named.get(field, ""))
    if value is None:
        return ""
    if not isinstance(value, str):
        raise SourceError(f"its field {field} is {_kind(value)}, not a text")
    # Four bytes a code point at most; what is nearly too long need not be encoded twice.
    if len(value) > LARGEST_TEXT // 4 and len(value.encode("utf-8", "replace")) > LARGEST_TEXT:
        raise SourceError(f"its text is larger than {LARGEST_TEXT // 1_000_000} MB")
    return value


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"


def _kept(value: Any, depth: int = 0) -> Any:
    """Return a value of JSON such that the store can keep it."""
    if depth > _DEEPEST:
        raise SourceError(f"values nested in each other more than {_DEEPEST} deep")
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, list):
        return [_kept(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {without_surrogates(name): _kept(item, depth + 1) for name, item in value.items()}
    return value
