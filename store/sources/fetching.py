"""An http(s) address to its articles: fetched with limits, then read by the kind of its content.

The standard library's client, with nothing but http and https in it: ten seconds for all of it,
20 MB before and after unpacking, five redirects. A feed gives the articles it lists.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from io import BytesIO
from typing import IO, Any
from urllib.parse import quote, urlsplit, urlunsplit

from store.sources.decoding import decode
from store.sources.feeds import addresses_in
from store.sources.files import LARGEST_TEXT
from store.sources.formats import known_endings
from store.sources.formats.web_page import declared_encoding, read_page
from store.sources.normalising import normalise
from store.sources.origins import Address
from store.sources.source_text import Problem, SourceError, SourceText

SECONDS = 10.0
REDIRECTS = 5
_CHUNK = 65_536
_AGENT = "Mozilla/5.0 (compatible; Sanggah)"
_REDIRECTED = (301, 302, 303, 307, 308)

_PAGES = ("text/html", "application/xhtml+xml")
_ROWS = {
    "application/jsonl": ".jsonl",
    "application/x-jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}
_TEXTS = ("text/plain", "text/markdown")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    Attributes:
        data: The body, unpacked.
        kind: Its content type, in small; "" where the server names none.
        charset: The encoding that the server names.
        url: The address after all redirects.
    """

    data: bytes
    kind: str
    charset: str | None
    url: str


def read_address(address: Address) -> Iterator[SourceText | Problem]:
    """Fetch an address and yield its articles; those of a feed one by one.

    Raises:
        SourceError: it cannot be fetched, or gives none.
    """
    fetched = fetch(address.url)
    if fetched.kind not in _FEEDS:
        yield from _articles(fetched, address.url)
        return
    yield from read_entries(addresses_in(fetched.data, fetched.url))


def read_entries(addresses: Iterable[str]) -> Iterator[SourceText | Problem]:
    """Fetch what a feed lists and yield the articles, and a problem for what gives none."""
    for url in addresses:
        try:
            entry = fetch(url)
            if entry.kind in _FEEDS:
                raise SourceError("a feed in a feed")
            yield from _articles(entry, url)
        except SourceError as error:
            yield Problem(url, str(error))


def _articles(fetched: Fetched, source: str) -> Iterator[SourceText | Problem]:
    kind, data = fetched.kind, fetched.data
    if kind == "":
        kind = "text/html" if data.lstrip()[:1] == b"<" else "text/plain"
    path = urlsplit(fetched.url).path.lower()
    ending = _ROWS.get(kind)
    if kind in _TEXTS:  # what servers call a file whose kind they do not know
        ending = next((end for end in _ROWS.values() if path.endswith(end)), None)
    if ending:
        yield from known_endings()[ending].read(BytesIO(data), source)
    elif kind in _PAGES:
        page = decode(data, fetched.charset or declared_encoding(data))
        yield read_page(page, source, fetched.url)
    elif kind in _TEXTS:
        text = normalise(decode(data, fetched.charset))
        if not text.strip():
            raise SourceError("no text in it, only blanks")
        article = SourceText(text, source)
        yield replace(article, stated=replace(article.stated, url=fetched.url))
    else:
        raise SourceError(f"it is {kind}; read are pages, texts, feeds, JSON Lines and CSV")


def fetch(url: str) -> Fetched:
    """Return what the address answers.

    The clock stops everything: the search for the host, a server that sends a byte a second.

    Raises:
        SourceError: one line that says why not.
    """
    request = _request(url)
    attempt = _Attempt(request)
    worker = threading.Thread(target=attempt.run, name="fetch", daemon=True)
    worker.start()
    worker.join(SECONDS)
    if worker.is_alive():
        attempt.abandon()
        raise SourceError(f"it took longer than {SECONDS:.0f} seconds")
    if attempt.error is not None:
        raise attempt.error
    assert attempt.fetched is not None
    return attempt.fetched


def _request(url: str) -> urllib.request.Request:
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError:
        raise SourceError("this is no address") from None
    if parts.scheme not in ("http", "https"):
        raise SourceError("only addresses that begin with http:// or https:// are read")
    if not host:
        raise SourceError("this is no address")
    if user is not None:
        raise SourceError("an address with a name or password in it is not fetched")
    # A person copies what the browser shows: letters of any script.
    try:
        name = parts.netloc if parts.netloc.isascii() else _ascii_host(host, parts.port)
    except UnicodeError:
        raise SourceError("this is no address") from None
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?[]") for part in (parts.path, parts.query))
    return urllib.request.Request(
        urlunsplit((parts.scheme, name, path or "/", query, "")),
        headers={
            "User-Agent": _AGENT,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
    )


def _ascii_host(host: str, port: int | None) -> str:
    name = host.encode("idna").decode("ascii")
    return f"{name}:{port}" if port else name


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = REDIRECTS
    max_repeats = REDIRECTS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Go on only to where the first address might have led as well."""
        fp.close()
        return _request(newurl)


def _opener() -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        _Redirects(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


class _Attempt:
    """One fetch, in a thread of its own; afterwards either ``fetched`` or ``error`` is there."""

    def __init__(self, request: urllib.request.Request) -> None:
        self.fetched: Fetched | None = None
        self.error: SourceError | None = None
        self._request = request
        self._response: Any = None
        self._abandoned = False

    def run(self) -> None:
        """Fetch."""
        try:
            self.fetched = self._fetch()
        except SourceError as error:
            self.error = error
        except Exception as error:
            self.error = SourceError(_reason(error))

    def abandon(self) -> None:
        """Let go of it; the thread ends when its connection does."""
        self._abandoned = True
        response = self._response
        if response is not None:
            threading.Thread(target=response.close, daemon=True).start()

    def _fetch(self) -> Fetched:
        with _opener().open(self._request, timeout=SECONDS) as response:
            self._response = response
            length = response.headers.get("Content-Length", "")
            if length.isdecimal() and int(length[:20]) > LARGEST_TEXT:
                raise SourceError(_TOO_LARGE)
            data = self._unpacked(response)
            return Fetched(
                data,
                response.headers.get_content_type() if "Content-Type" in response.headers else "",
                response.headers.get_content_charset(),
                response.geturl(),
            )

    def _unpacked(self, response: Any) -> bytes:
        packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", "deflate"):
            raise SourceError(f"it is packed as {packing}, which was not asked for")
        unpack = None if packing == "identity" else zlib.decompressobj(47)
        data = bytearray()
        taken = 0
        while chunk := response.read1(_CHUNK):
            if self._abandoned:
                break
            taken += len(chunk)
            # One byte more than allowed shows that it is too much, however far it would unpack.
            left = LARGEST_TEXT + 1 - len(data)
            data += unpack.decompress(chunk, left) if unpack else chunk
            if len(data) > LARGEST_TEXT or taken > LARGEST_TEXT:
                raise SourceError(_TOO_LARGE)
        length = response.headers.get("Content-Length", "")
        if (length.isdecimal() and taken < int(length)) or (unpack and not unpack.eof and taken):
            raise SourceError("the connection broke off in the middle")
        if not data:
            raise SourceError("the answer is empty")
        return bytes(data)


_TOO_LARGE = f"larger than {LARGEST_TEXT // 1_000_000} MB"


def _reason(error: Exception) -> str:
    """Return in one line what went wrong on the way."""
    if isinstance(error, urllib.error.HTTPError):
        if error.code in _REDIRECTED and "not allowed" in str(error.msg):
            return "redirected to what is neither http nor https"
        if error.code in _REDIRECTED:
            return f"redirected more than {REDIRECTS} times"
        name = http.client.responses.get(error.code, "")
        return f"the server says {error.code} {name}".rstrip()
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception):
        return _reason(error.reason)
    if isinstance(error, TimeoutError):
        return f"it took longer than {SECONDS:.0f} seconds"
    if isinstance(error, socket.gaierror):
        return "no such host is known: check the address and the network"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers there: the connection was refused"
    if isinstance(error, zlib.error):
        return "the answer is damaged: it cannot be unpacked"
    if isinstance(error, http.client.IncompleteRead | ConnectionResetError):
        return "the connection broke off in the middle"
    if isinstance(error, http.client.HTTPException):
        return "the answer is none that a web server gives"
    if isinstance(error, OSError):
        return error.strerror or "the connection failed"
    return f"the answer cannot be read ({type(error).__name__})"
