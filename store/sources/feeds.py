"""The addresses of the articles that an RSS or Atom feed lists."""

from __future__ import annotations

from store.sources import facts
from store.sources.source_text import SourceError

MOST_ENTRIES = 200

_ENTRIES = ("item", "entry")


def addresses_in(data: bytes, fetched_from: str) -> list[str]:
    """Return the addresses of the feed's entries in its order, each once, 200 at most.

    Raises:
        SourceError: it is no feed, or lists nothing.
    """
    from lxml import etree

    # Nothing outside the document, and no entity of its own making, is ever looked at.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or etree.QName(root).localname.lower() not in ("rss", "rdf", "feed"):
        raise SourceError("it is XML, but no RSS or Atom feed")
    found: list[str] = []
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in _ENTRIES:
            url = next((url for link in element if (url := _link(link, fetched_from))), None)
            if url and url not in found:
                found.append(url)
    if not found:
        raise SourceError("a feed without articles")
    return found[:MOST_ENTRIES]


def _link(element: object, fetched_from: str) -> str | None:
    """Return the address in a link of an entry: its text in RSS, an attribute in Atom."""
    from lxml import etree

    if etree.QName(element).localname != "link":
        return None
    if element.get("rel", "alternate") != "alternate":  # type: ignore[attr-defined]
        return None
    value = element.get("href") or (element.text or "").strip()  # type: ignore[attr-defined]
    return facts.address(value, fetched_from)
