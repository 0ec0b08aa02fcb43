import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from store.sources import Address, Problem, SourceText, origin_of, read_origin
from store.sources.files import LARGEST_TEXT
from tests.store.sources.test_web_pages import PARAGRAPHS, TITLE, page

Answer = Callable[["Handler"], None]
ANSWERS: dict[str, Answer] = {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/hop/"):
            hops = int(path.removeprefix("/hop/"))
            self.redirect(f"/hop/{hops - 1}" if hops else "/page")
            return
        try:
            ANSWERS.get(path, lambda handler: handler.send(b"", "text/html", status=404))(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def redirect(self, address: str) -> None:
        self.send(b"", "text/html", status=302, Location=address)

    def send(self, body: bytes, kind: str, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, *, header: bool) -> None:
        if not header:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
        for _ in range(200):
            self.wfile.write(b"X" if header else b"<p>kata</p>")
            self.wfile.flush()
            time.sleep(0.05)
        self.close_connection = True

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 65_536)

    def broken(self) -> None:
        self.send(b"<html>", "text/html", Content_Length="1000")
        self.close_connection = True

    def garbage(self) -> None:
        self.wfile.write(b"no answer of a web server\r\n\r\n")
        self.close_connection = True

    def bomb(self) -> None:
        self.send(gzip.compress(bytes(30_000_000)), "text/html", Content_Encoding="gzip")

    def log_message(self, *arguments: object) -> None:
        pass


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>
<link>{base}/</link>
<item><title>Satu</title><link>{base}/page</link></item>
<item><title>Dua</title><link> {base}/gone </link></item>
<item><title>Tiga</title><link>file:///etc/passwd</link></item>
<item><title>Lagi</title><link>{base}/page</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="{base}/"/>
<entry><link rel="self" href="{base}/gone"/><link rel="alternate" href="/page"/></entry></feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><item><link>{base}/page?&c;&x;</link></item></channel></rss>"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    base = f"http://127.0.0.1:{running.server_port}"
    html = page('<link rel="canonical" href="/berita/1">').encode()
    ANSWERS.update(
        {
            "/page": lambda handler: handler.send(html, "text/html; charset=utf-8"),
            "/packed": lambda handler: handler.send(
                gzip.compress(html), "text/html", Content_Encoding="gzip"
            ),
            "/cut": lambda handler: handler.send(
                gzip.compress(html)[:-20], "text/html", Content_Encoding="gzip"
            ),
            "/unpackable": lambda handler: handler.send(
                b"abc", "text/html", Content_Encoding="gzip"
            ),
            "/other-packing": lambda handler: handler.send(
                b"abc", "text/html", Content_Encoding="br"
            ),
            "/text": lambda handler: handler.send(
                "Zwei Müller".encode("cp1252"), "text/plain; charset=windows-1252"
            ),
            "/rows.jsonl": lambda handler: handler.send(
                b'{"text": "satu"}\n{\n{"text": "dua"}', "text/plain"
            ),
            "/rows": lambda handler: handler.send(b"text\nsatu\n", "text/csv"),
            "/pdf": lambda handler: handler.send(b"%PDF-1.7", "application/pdf"),
            "/untold-pdf": lambda handler: handler.send(b"%PDF-1.7", ""),
            "/untold": lambda handler: handler.send(html, ""),
            "/empty": lambda handler: handler.send(b"", "text/html"),
            "/secret": lambda handler: handler.send(b"", "text/html", status=403),
            "/failing": lambda handler: handler.send(b"", "text/html", status=500),
            "/large": lambda handler: handler.send(
                b"", "text/html", Content_Length=str(LARGEST_TEXT + 1)
            ),
            "/to-file": lambda handler: handler.redirect("file:///etc/passwd"),
            "/to-ftp": lambda handler: handler.redirect("ftp://127.0.0.1/x"),
            "/loop": lambda handler: handler.redirect("/loop"),
            "/feed": lambda handler: handler.send(
                FEED.format(base=base).encode(), "application/rss+xml"
            ),
            "/atom": lambda handler: handler.send(ATOM.format(base=base).encode(), "text/xml"),
            "/xml-bomb": lambda handler: handler.send(BOMB.format(base=base).encode(), "text/xml"),
            "/no-feed": lambda handler: handler.send(b"<a/>", "application/xml"),
            "/empty-feed": lambda handler: handler.send(b"<rss/>", "application/xml"),
            "/drip": lambda handler: handler.drip(header=False),
            "/drip-header": lambda handler: handler.drip(header=True),
            "/endless": Handler.endless,
            "/broken": Handler.broken,
            "/garbage": Handler.garbage,
            "/bomb": Handler.bomb,
        }
    )
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield base
    running.shutdown()
    running.server_close()


@pytest.fixture(autouse=True)
def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def texts(address: str) -> list[SourceText]:
    found = list(read_origin(Address(address)))
    assert all(isinstance(item, SourceText) for item in found), found
    return [item for item in found if isinstance(item, SourceText)]


def problem(address: str) -> str:
    [found] = read_origin(Address(address))
    assert isinstance(found, Problem), found
    assert found.source == address
    assert "\n" not in found.message
    return found.message


def test_a_page_is_fetched_and_its_canonical_address_made_whole(server: str) -> None:
    [found] = texts(f"{server}/page")
    assert found.text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"
    assert found.source == f"{server}/page"
    assert found.stated.url == f"{server}/berita/1"


def test_a_page_is_read_packed_and_without_a_content_type(server: str) -> None:
    assert texts(f"{server}/packed")[0].text == texts(f"{server}/untold")[0].text


def test_a_text_is_decoded_as_the_server_says_and_keeps_its_address(server: str) -> None:
    [found] = texts(f"{server}/text")
    assert (found.text, found.stated.url) == ("Zwei Müller", f"{server}/text")


def test_rows_are_read_from_an_address(server: str) -> None:
    assert [item.text for item in texts(f"{server}/rows")] == ["satu"]
    first, bad, last = read_origin(Address(f"{server}/rows.jsonl"))
    assert isinstance(first, SourceText)
    assert isinstance(last, SourceText)
    assert str(bad).startswith(f"{server}/rows.jsonl:2: no JSON")


def test_five_redirects_are_followed_and_no_more(server: str) -> None:
    assert texts(f"{server}/hop/4")
    assert problem(f"{server}/hop/5") == "redirected more than 5 times"
    assert problem(f"{server}/loop") == "redirected more than 5 times"


@pytest.mark.parametrize("path", ["/to-file", "/to-ftp"])
def test_a_redirect_leads_nowhere_but_to_http(server: str, path: str) -> None:
    assert "http" in problem(server + path)


@pytest.mark.parametrize("path", ["/drip", "/drip-header"])
def test_a_server_that_sends_a_byte_at_a_time_is_left(
    server: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.sources.fetching.SECONDS", 0.6)
    began = time.monotonic()
    assert problem(server + path).startswith("it took longer than")
    assert time.monotonic() - began < 10


def test_a_server_that_never_answers_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.sources.fetching.SECONDS", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert problem(address).startswith("it took longer than")


@pytest.mark.parametrize("path", ["/large", "/endless", "/bomb"])
def test_more_than_20_mb_are_not_taken(server: str, path: str) -> None:
    assert problem(server + path) == "larger than 20 MB"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "the server says 404 Not Found"),
        ("/secret", "the server says 403 Forbidden"),
        ("/failing", "the server says 500 Internal Server Error"),
        ("/broken", "the connection broke off in the middle"),
        ("/cut", "the connection broke off in the middle"),
        ("/unpackable", "the answer is damaged: it cannot be unpacked"),
        ("/other-packing", "it is packed as br, which was not asked for"),
        ("/garbage", "the answer is none that a web server gives"),
        ("/empty", "the answer is empty"),
        ("/pdf", "it is application/pdf; read are pages, texts, feeds, JSON Lines and CSV"),
        ("/untold-pdf", "this is a PDF file, not text"),
        ("/no-feed", "it is XML, but no RSS or Atom feed"),
        ("/empty-feed", "a feed without articles"),
    ],
)
def test_what_gives_no_article_is_told_in_one_line(server: str, path: str, message: str) -> None:
    assert problem(server + path) == message


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "refused" in problem(f"http://127.0.0.1:{port}/")


def test_a_secure_address_of_a_server_without_security_is_told(server: str) -> None:
    secure = server.replace("http:", "https:")
    assert problem(f"{secure}/page") == "no secure connection could be made"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "data://x",
        "http://",
        "http://[::1",
        "http://127.0.0.1:port/",
        "http://nama:sandi@127.0.0.1/",
        "http://a" + "\u00e4" * 100 + "/",
        "http:///x",
    ],
)
def test_other_addresses_are_refused_before_anything_is_fetched(address: str) -> None:
    assert problem(address)


def test_letters_of_any_script_in_an_address_are_sent_as_a_browser_does(server: str) -> None:
    assert texts(f"{server}/page?kota=Zürich&x=a b#teil")


@pytest.mark.parametrize("path", ["/feed", "/atom"])
def test_a_feed_gives_the_articles_it_lists_each_once(server: str, path: str) -> None:
    found = list(read_origin(Address(server + path)))
    assert isinstance(found[0], SourceText)
    assert found[0].source == f"{server}/page"
    assert [str(item) for item in found[1:]] == (
        [f"{server}/gone: the server says 404 Not Found"] if path == "/feed" else []
    )


def test_a_feed_brings_nothing_of_its_own_making_in(server: str) -> None:
    found = list(read_origin(Address(f"{server}/xml-bomb")))
    assert "root:" not in str(found)


def test_an_address_is_told_from_a_path() -> None:
    assert origin_of("https://kabar.example/1") == Address("https://kabar.example/1")
    assert origin_of("file:///etc/passwd") == Address("file:///etc/passwd")
    assert origin_of("berita/http:/1.txt") == Path("berita/http:/1.txt")
    assert origin_of("://x") == Path("://x")


def test_a_saved_feed_gives_what_stands_behind_its_links(server: str, tmp_path: Path) -> None:
    saved = tmp_path / "saved.rss"
    saved.write_text(
        f"<rss><channel><item><link>{server}/page</link></item>"
        f"<item><link>{server}/gone</link></item></channel></rss>"
    )
    article, problem = read_origin(saved)
    assert isinstance(article, SourceText)
    assert article.source == f"{server}/page"
    assert isinstance(problem, Problem)
    assert problem.source == f"{server}/gone"
    saved.write_text("no feed")
    (problem,) = read_origin(saved)
    assert isinstance(problem, Problem)
