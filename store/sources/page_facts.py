"""What a web page states of itself: JSON-LD first, then OpenGraph, then older meta elements.

Where none of these has the day of publication, htmldate looks for the elements that pages show it
in; it is not let look through the running text. Where a title has the outlet's name too, the
heading that the page shows tells how much of it is the title.
The language is left to the reading, which is right more often than the attribute ``lang``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from store.model import Metadata
from store.sources import facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|Review)")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl", "content_author")
_EDITORS = ("editor", "content_editor")
#: What parts a title from an outlet's or a section's name.
_PARTS = "|｜-–—:：›»·•_,"
_SHORTEST_HEADING = 8
#: What says of a name that nobody is called so.
_COMPANY = re.compile(r"\b(?:GmbH|Inc|Ltd|LLC|Corp|Corporation|Tbk)\b|\s(?:AG|S\.?A\.?|B\.?V\.?)$")
_AND = re.compile(r",? (?:and|und|et|y|dan) (?=\S+ \S+$)")
#: Authors of comments are marked as the article's is on some pages.
_MOST_AUTHORS = 6
#: Younger than the first news pages.
_FIRST_DAY = "1995-01-01"
_SUFFIX = re.compile(r"(?P<title>.{8,}?)\s*[|｜»–—-]\s*(?P<site>[^|｜»–—]{2,40})")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
#: Deeper and wider descriptions are not a page's own.
_MOST_NODES = 2000


def stated_by(page: HtmlElement, fetched_from: str | None = None) -> Metadata:
    """Return what the parsed page states, with ``fetched_from`` for an address it does not give."""
    described = _described(page)
    metas = _metas(page)
    outlet = _first(
        facts.words, _named(metas, _OUTLETS[:1]), _names(described.get("publisher"))
    ) or _first(facts.words, _named(metas, _OUTLETS[1:]))
    return Metadata(
        title=_title(page, described, metas, outlet),
        byline=_people(described.get("author"), _named(metas, _AUTHORS), outlet),
        editor=_people(described.get("editor"), _named(metas, _EDITORS), outlet),
        outlet=outlet,
        published=_first(
            facts.moment,
            _values(described.get("datePublished")),
            _named(metas, _PUBLISHED),
            _times(page),
            _shown_dates(page),
        ),
        modified=_first(
            facts.moment, _values(described.get("dateModified")), _named(metas, _MODIFIED)
        ),
        url=_address(page, described, metas, fetched_from),
    )


def says_it_is_paid(page: HtmlElement) -> bool:
    """Whether the page says that not everybody may read all of it."""
    free = _described(page).get("isAccessibleForFree")
    if free is False or (isinstance(free, str) and free.strip().lower() == "false"):
        return True
    # Templates carry an empty element for it on free pages too.
    walls = page.xpath(
        "//body//*[contains(translate(concat(@class, ' ', @id), 'PAYWL', 'paywl'), 'paywall')]"
    )
    return any(wall.tag != "script" and wall.text_content().strip() for wall in walls)


# JSON-LD


def _described(page: HtmlElement) -> Mapping[str, Any]:
    """Return the page's JSON-LD description of an article, empty where there is none."""
    found: Mapping[str, Any] = {}
    for node in _nodes(page):
        kinds = [kind for kind in _values(node.get("@type")) if isinstance(kind, str)]
        if any(_ARTICLES.fullmatch(kind.rpartition("/")[2]) for kind in kinds):
            return node
        if "WebPage" in kinds and "headline" in node and not found:
            found = node
    return found


def _nodes(page: HtmlElement) -> Iterator[Mapping[str, Any]]:
    left = _MOST_NODES
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        waiting: list[Any] = [_parsed(script.text or "")]
        while waiting and left:
            node = waiting.pop(0)
            left -= 1
            if isinstance(node, list):
                waiting[:0] = node[:left]
            elif isinstance(node, Mapping):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _parsed(script: str) -> Any:
    # Pages write line ends into strings, and comments around the whole.
    text = _COMMENT.sub("", _COMMENT.sub("", script.strip())).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(value: Any) -> list[Any]:
    """Return the names of persons or organisations, which are given as such or as objects."""
    return [
        item.get("name") if isinstance(item, Mapping) else item
        for item in _values(value)
        if isinstance(item, str | Mapping)
    ]


# Meta elements


def _metas(page: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the meta elements by their names in small."""
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        content = element.get("content")
        for key in {element.get("property"), element.get("name"), element.get("itemprop")}:
            if key and content and content.strip():
                found.setdefault(key.strip().lower(), []).append(content)
    return found


def _named(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[Any]:
    return [content for name in names for content in metas.get(name, ())]


def _times(page: HtmlElement) -> list[Any]:
    """Return the times that the page marks as those of its publication."""
    marked = page.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    return [element.get("datetime") or element.get("content") for element in marked]


def _shown_dates(page: HtmlElement) -> Iterator[str | None]:
    """Yield the day of publication as the page's elements show it, where htmldate finds one."""
    from htmldate import find_date

    try:
        yield find_date(
            deepcopy(page), original_date=True, extensive_search=False, min_date=_FIRST_DAY
        )
    except Exception:
        return  # whatever a foreign page does to a foreign library, its text is read


def _first(form: Any, *lists: Iterable[Any]) -> str | None:
    """Return the first value that ``form`` accepts, in its form."""
    return next((made for values in lists for value in values if (made := form(value))), None)


def _title(
    page: HtmlElement,
    described: Mapping[str, Any],
    metas: Mapping[str, list[str]],
    outlet: str | None,
) -> str | None:
    headline = _first(facts.words, _values(described.get("headline")))
    if headline and not headline.endswith(("...", "…")):  # cut for a search engine
        return headline
    title = _first(facts.words, _named(metas, _TITLES))
    if title:
        return _as_headed(page, _without_outlet(title, outlet))
    headings = [heading.text_content() for heading in page.xpath("//h1")]
    if len(headings) == 1 and (heading := facts.words(headings[0])):
        return heading
    title = _first(facts.words, [element.text_content() for element in page.xpath("//head/title")])
    return _as_headed(page, _without_outlet(title, outlet)) if title else headline


def _as_headed(page: HtmlElement, title: str) -> str:
    """Return the heading of the page that the title opens or closes with, else the title."""
    for heading in page.xpath("//h1 | //h2"):
        shown = facts.words(heading.text_content())
        if shown is None or not _SHORTEST_HEADING <= len(shown) < len(title):
            continue
        behind, before = title[len(shown) :].lstrip(), title[: -len(shown)].rstrip()
        if title.startswith(shown) and behind[:1] in _PARTS:
            return shown
        if title.endswith(shown) and before[-1:] in _PARTS and len(before) < len(shown):
            return shown
    return title


def _without_outlet(title: str, outlet: str | None) -> str:
    found = _SUFFIX.fullmatch(title)
    if found and outlet and _key(found["site"]) in (_key(outlet), _key(outlet.split(".")[0])):
        return found["title"].strip()
    return title


def _key(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _people(described: Any, metas: Iterable[Any], outlet: str | None) -> str | None:
    """Return the names of people, the first list that has any; the outlet is nobody."""
    organisations = {
        item.get("name")
        for item in _values(described)
        if isinstance(item, Mapping)
        and item.get("@type") in ("Organization", "NewsMediaOrganization")
    }
    for names in (_names(described), metas):
        people: list[str] = []
        for name in names:
            found = _without_employer(facts.person(name), outlet)
            if found and name not in organisations and found not in people:
                people.append(found)
        if 0 < len(people) <= _MOST_AUTHORS:
            return ", ".join(people)
    return None


def _without_employer(name: str | None, outlet: str | None) -> str | None:
    """Return a name without the outlet behind it; None for the outlet and for a company."""
    if name is None or _COMPANY.search(name):
        return None
    if outlet is None:
        return name
    own = {_key(outlet), _key(outlet.split(".")[0])}
    people, comma, last = name.rpartition(",")
    if comma and _key(last) in own:
        name = _AND.sub(", ", people.strip())
    begins = (
        _key(name).startswith(_key(outlet)),
        " " not in name and _key(outlet).startswith(_key(name)),
    )
    return None if any(begins) else name


def _address(
    page: HtmlElement,
    described: Mapping[str, Any],
    metas: Mapping[str, list[str]],
    fetched_from: str | None,
) -> str | None:
    main = described.get("mainEntityOfPage")
    given = [
        *(link.get("href") for link in page.xpath("//link[@rel='canonical']")),
        *_named(metas, ("og:url",)),
        *_values(described.get("url")),
        *((main.get("@id"), main.get("url")) if isinstance(main, Mapping) else _values(main)),
    ]
    found = [made for value in given if (made := facts.address(value, fetched_from))]
    # A canonical address that is the whole outlet's is a mistake of the page's template.
    return next((made for made in found if made.count("/") > 3 or "?" in made), fetched_from)
