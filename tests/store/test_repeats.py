import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import (
    Store,
    annotations,
    articles,
    as_imported,
    history,
    open_store,
    repair,
    transaction,
)
from store import repeats as learning
from store.database.repeats import is_repeat
from store.importing import add_paths
from store.model import Article, Line
from store.reading.document import read_document
from store.rereading import reread
from tests.growth import grows_linearly

#: Stories that have nothing in common but their outlet.
STORIES = (
    (
        "Wali Kota Tunda Pembukaan Jembatan Lawe",
        "Wali Kota Lamuri menunda pembukaan jembatan karena baut penyangga belum diganti semua.",
        "Kontraktor diberi waktu sampai akhir bulan untuk memasang baut baja yang baru.",
    ),
    (
        "Harga Cabai di Pasar Induk Turun Separuh",
        "Harga cabai rawit turun separuh setelah panen raya di tiga kecamatan dataran tinggi.",
        "Pedagang mengaku stok melimpah sehingga sebagian terpaksa dijemur agar tidak busuk.",
    ),
    (
        "Klub Renang Remaja Raih Empat Medali",
        "Klub renang remaja membawa pulang empat medali dari kejuaraan antarpulau pekan lalu.",
        "Pelatih menyebut latihan subuh di kolam tua itu akhirnya membuahkan hasil.",
    ),
    (
        "Museum Geologi Pamerkan Fosil Gajah Purba",
        "Museum Geologi memamerkan rahang gajah purba yang ditemukan petani di tepi sungai.",
        "Kurator memperkirakan fosil itu berumur sekitar delapan ratus ribu tahun.",
    ),
    (
        "Dua Kapal Feri Baru Layani Rute Utara",
        "Dua kapal feri baru mulai melayani penyeberangan rute utara dengan tarif lebih murah.",
        "Syahbandar meminta penumpang datang satu jam sebelum keberangkatan untuk memeriksa tiket.",
    ),
)
CLUTTER = "Nikmati bacaan akhir pekan pilihan kami lewat surel tiap Sabtu pagi."


def page(number: int, *extra: str, outlet: str = "Kabarselat.com", before_last: bool = True) -> str:
    """A page of one of the stories with lines more in the middle, or at the end."""
    title, first, last = STORIES[number]
    middle = (*extra, last) if before_last else (last, *extra)
    head = (title, f"{outlet} - {number + 1}/03/2024, 10:00 WIB")
    return "\n\n".join((*head, f"LAMURI, {outlet} - {first}", *middle)) + "\n"


def add(store: Store, folder: Path, *pages: str) -> list[str]:
    """Import pages one after the other, each by an import of its own."""
    added = []
    for text in pages:
        path = folder / f"{articles.article_id(text)}.txt"
        path.write_text(text, encoding="utf-8")
        added += [article.id for article in add_paths(store, [path]).added]
    return added


def line(store: Store, identity: str, words: str) -> Line:
    """The article's line with these words."""
    text = articles.get(store, identity).text
    return next(
        found
        for found in articles.lines(store, identity)
        if text[found.start : found.end].strip() == words
    )


def shown(store: Store) -> dict[str, list[tuple[str, str]]]:
    """What is shown of every article."""
    return {
        row.id: [
            (found.kind, text[found.start : found.end])
            for found in articles.lines(store, row.id)
            if found.shown and found.kind != "blank"
        ]
        for row in articles.first(store, articles.ArticleQuery(), 50)
        for text in [articles.get(store, row.id).text]
    }


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", "tester") as store:
        yield store


def test_a_line_of_three_stories_is_hidden_in_all_of_them_with_the_reason(store, tmp_path):
    first, second = add(store, tmp_path, page(0, CLUTTER), page(1, CLUTTER))
    assert line(store, first, CLUTTER).shown
    assert line(store, second, CLUTTER).shown
    [third] = add(store, tmp_path, page(2, CLUTTER))
    for identity in (first, second, third):
        found = line(store, identity, CLUTTER)
        assert (found.kind, found.shown, found.decided_by) == ("boilerplate", False, "rule")
        assert found.reason == "stands in 3 articles of Kabarselat.com"
    [fourth] = add(store, tmp_path, page(3, CLUTTER))
    assert line(store, fourth, CLUTTER).reason == "stands in 4 articles of Kabarselat.com"
    assert not [event for event in history.log(store) if event.article_id]


def test_nothing_else_of_these_articles_is_hidden(store, tmp_path):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(4)))
    for number, identity in enumerate(identities):
        words = " ".join(text for _, text in shown(store)[identity])
        assert all(piece in words for piece in STORIES[number])
        assert "Kabarselat.com - " in words


def test_the_line_stays_where_only_another_outlet_has_it(store, tmp_path):
    pages = [page(n, CLUTTER, outlet=f"Koran{n}.id") for n in range(4)]
    for identity in add(store, tmp_path, *pages):
        assert line(store, identity, CLUTTER).shown


def test_copies_of_one_story_teach_nothing(store, tmp_path):
    pages = [page(0, CLUTTER, f"Perbaikan ke-{n} dicatat petugas jembatan.") for n in range(5)]
    for identity in add(store, tmp_path, *pages):
        assert line(store, identity, CLUTTER).shown


@pytest.mark.parametrize(
    "words",
    [
        "Bagaimana ini bisa terjadi?",
        "Apa kata para ahli",
        "Kesimpulan",
        "Kabarselat.com belum dapat memverifikasi keterangan itu secara mandiri.",
        "Pihak terkait belum menanggapi permintaan wawancara hingga berita ini ditulis.",
        "“Tidak ada yang kebal hukum di negeri kepulauan ini.”",
        "Berikut pokok-pokok yang perlu diketahui sejauh ini:",
        "Pemerintah provinsi, yang sejak musim kemarau lalu berulang kali berjanji menata kembali"
        " seluruh perizinan tambang rakyat di kawasan hulu serta memulihkan lahan bekas galian"
        " tanpa menunggu putusan pengadilan tingkat banding, belum mencairkan dana pendamping.",
    ],
)
def test_what_a_series_needs_stays(store, tmp_path, words):
    pages = [page(n, words) for n in range(5)]
    for identity in add(store, tmp_path, *pages):
        assert line(store, identity, words).shown


def test_a_sentence_that_is_about_the_article_stays_there(store, tmp_path):
    words = "Pedagang cabai dan penumpang feri menunggu jembatan."
    identities = add(store, tmp_path, *(page(n, words) for n in range(5)))
    assert line(store, identities[0], words).shown
    assert line(store, identities[1], words).shown


def test_a_reviewer_who_shows_it_once_shows_it_everywhere_and_for_good(store, tmp_path):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(4)))
    articles.decide_line(store, identities[1], line(store, identities[1], CLUTTER).number, True)
    others = [identity for identity in identities if identity != identities[1]]
    for identity in others:
        found = line(store, identity, CLUTTER)
        assert (found.kind, found.shown, found.decided_by) == ("body", True, "rule")
    assert line(store, identities[1], CLUTTER).decided_by == "tester"
    events = [event.article_id for event in history.log(store) if event.article_id]
    assert events == [identities[1]]
    [fifth] = add(store, tmp_path, page(4, CLUTTER))
    assert line(store, fifth, CLUTTER).shown
    assert list(reread(store)) == []


def test_a_reviewer_s_word_that_is_taken_back_counts_no_more(store, tmp_path):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(4)))
    articles.decide_line(store, identities[1], line(store, identities[1], CLUTTER).number, True)
    assert history.undo(store, identities[1]) is not None
    identities += add(store, tmp_path, page(4, CLUTTER))
    assert all(is_repeat(line(store, identity, CLUTTER)) for identity in identities)


def test_what_a_reviewer_shows_in_one_outlet_stays_hidden_in_another(store, tmp_path):
    ours = add(store, tmp_path, *(page(n, CLUTTER) for n in range(3)))
    theirs = add(store, tmp_path, *(page(n, CLUTTER, outlet="Koran.id") for n in range(3)))
    articles.decide_line(store, ours[0], line(store, ours[0], CLUTTER).number, True)
    assert all(line(store, identity, CLUTTER).shown for identity in ours)
    assert not any(line(store, identity, CLUTTER).shown for identity in theirs)


def test_a_heading_is_a_heading_again_when_it_is_shown(store, tmp_path):
    words = "Kabar pagi langsung ke ponselmu sebelum matahari terbit"
    identities = add(store, tmp_path, *(page(n, words) for n in range(3)))
    hidden = line(store, identities[0], words)
    assert hidden.reason.endswith(", as a heading")
    articles.decide_line(store, identities[0], hidden.number, True)
    assert line(store, identities[1], words).kind == "heading"


def test_a_line_with_an_annotation_is_not_hidden(store, tmp_path):
    first, second = add(store, tmp_path, page(0, CLUTTER), page(1, CLUTTER))
    marked = line(store, first, CLUTTER)
    mark = annotations.create(store, first, "claim", marked.start + 3, marked.start + 9)
    [third] = add(store, tmp_path, page(2, CLUTTER))
    assert line(store, first, CLUTTER).shown
    assert not line(store, second, CLUTTER).shown
    assert not line(store, third, CLUTTER).shown
    assert list(reread(store)) == []
    assert annotations.of_article(store, first) == [mark]


def test_a_line_that_a_person_decided_about_stays_as_it_is(store, tmp_path):
    first, _ = add(store, tmp_path, page(0, CLUTTER), page(1, CLUTTER))
    number = line(store, first, CLUTTER).number
    articles.decide_line(store, first, number, False)
    add(store, tmp_path, page(2, CLUTTER))
    found = line(store, first, CLUTTER)
    assert (found.decided_by, found.reason) == ("tester", "hidden by tester")


def test_the_quotes_in_a_hidden_line_and_the_words_follow(store, tmp_path):
    words = "Kanal ‘Pagi Kita’ menyapa pendengar radio kesayangan tiap fajar."
    first, second = add(store, tmp_path, page(0, words), page(1, words))
    count = articles.get(store, first).words
    before = articles.quotes(store, first)
    add(store, tmp_path, page(2, words))
    hidden = line(store, first, words)
    assert not hidden.shown
    inside = [q for q in articles.quotes(store, first) if hidden.start <= q.start < hidden.end]
    assert not any(quote.shown for quote in inside)
    assert articles.get(store, first).words == count - 9
    articles.decide_line(store, second, line(store, second, words).number, True)
    assert articles.quotes(store, first) == before
    assert articles.get(store, first).words == count


def test_an_article_without_outlet_is_compared_by_its_host(store, tmp_path):
    rows = [
        f'{{"text": "{title}\\n\\n{first}\\n\\n{CLUTTER}\\n\\n{last}", '
        f'"url": "https://kabar.example/{title[:4]}"}}'
        for title, first, last in STORIES[:3]
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    added = add_paths(store, [tmp_path / "rows.jsonl"]).added
    assert [articles.get(store, one.id).metadata.outlet for one in added] == [None] * 3
    assert line(store, added[0].id, CLUTTER).reason == "stands in 3 articles of kabar.example"


def store_of(folder: Path, pages: Sequence[str], *, at_once: bool) -> dict[str, list]:
    folder.mkdir()
    with open_store(folder / "store.db", "tester") as store:
        if at_once:
            for number, text in enumerate(pages):
                (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")
            add_paths(store, sorted(folder.glob("*.txt")))
        else:
            add(store, folder, *pages)
        return shown(store)


@given(
    order=st.permutations(range(7)),
    extra=st.lists(st.booleans(), min_size=7, max_size=7),
    at_once=st.booleans(),
)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_order_of_importing_does_not_matter(order, extra, at_once, tmp_path, counter):
    other = "Gabung grup obrolan pembaca setia untuk kuis berhadiah menarik."
    pages = [page(n, *([CLUTTER] if extra[n] else []), other) for n in range(5)]
    pages += [page(0, CLUTTER, "Satu baris tambahan saja di sini."), page(1, other, CLUTTER)]
    folder = tmp_path / str(next(counter))
    first = store_of(folder, pages, at_once=True)
    again = store_of(Path(f"{folder}b"), [pages[n] for n in order], at_once=at_once)
    assert again == first


@pytest.fixture(scope="module")
def counter() -> Iterator[int]:
    return itertools.count()


def as_older_version(store: Store) -> None:
    """Show the repeats again, as a version without this layer would have read them."""
    for row in articles.first(store, articles.ArticleQuery(), 50):
        article: Article = articles.get(store, row.id)
        articles.replace_reading(store, row.id, read_document(article.text))


def test_reading_again_hides_what_an_older_version_left_and_tells_it_before(store, tmp_path):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(4)))
    right = shown(store)
    as_older_version(store)
    assert line(store, identities[0], CLUTTER).shown
    told = list(reread(store, dry_run=True))
    assert {change.id for change in told} == set(identities)
    assert all(
        change.lines[0].after == ("boilerplate", False) and change.lines[0].text == CLUTTER
        for change in told
    )
    assert line(store, identities[0], CLUTTER).shown
    assert list(reread(store)) == told
    assert shown(store) == right
    assert list(reread(store)) == []


def test_an_article_that_is_repaired_reads_as_when_it_was_added(store, tmp_path):
    rows = tmp_path / "pages.jsonl"
    rows.write_text(
        "".join(
            json.dumps({"text": page(n, CLUTTER), "title": f"Judul {n}", "outlet": "Kabarselat"})
            + "\n"
            for n in range(4)
        )
    )
    identities = [article.id for article in add_paths(store, [rows]).added]
    before = [everything(store, identity) for identity in identities]
    assert all(is_repeat(line(store, identity, CLUTTER)) for identity in identities)
    with transaction(store, mode="rule"):
        store.connection.execute("DELETE FROM lines WHERE number = 5")
        store.connection.execute("UPDATE lines SET end_char = end_char - 1 WHERE number = 1")
    store.close()
    repaired = repair(store.path, reader=as_imported)
    assert sorted(repaired.done) == sorted(f"article {each}: read again" for each in identities)
    assert repaired.left == ()
    with open_store(store.path, "tester") as again:
        assert [everything(again, identity) for identity in identities] == before


def everything(store: Store, identity: str) -> list[object]:
    """The article, its lines and its quotes."""
    return [
        articles.get(store, identity),
        articles.lines(store, identity),
        articles.quotes(store, identity),
    ]


def test_reading_again_keeps_what_is_hidden_though_the_others_are_gone(store, tmp_path):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(3)))
    for identity in identities[1:]:
        articles.set_aside(store, identity)
    assert list(reread(store)) == []
    assert is_repeat(line(store, identities[0], CLUTTER))


def test_the_work_for_an_article_does_not_grow_with_the_articles_before_it(store):
    documents = [
        read_document(page(n % 5, CLUTTER, f"Catatan petugas jaga nomor {n} dibacakan ulang."))
        for n in range(80)
    ]

    def judge(count: int) -> None:
        repeats = learning.Repeats(store)
        for document in documents[:count]:
            repeats.judge(articles.article_id(document.text), document)

    assert grows_linearly(judge, 40)


def test_reading_again_compares_older_articles_with_the_latest(store, tmp_path, monkeypatch):
    identities = add(store, tmp_path, *(page(n, CLUTTER) for n in range(5)))
    as_older_version(store)
    monkeypatch.setattr(learning.repeats, "LATEST", 3)
    assert len(list(reread(store))) == 5
    assert all(is_repeat(line(store, identity, CLUTTER)) for identity in identities)


def test_what_is_remembered_has_a_bound(store, tmp_path, monkeypatch):
    monkeypatch.setattr(learning, "_ARTICLES_REMEMBERED", 4)
    monkeypatch.setattr(learning.repeats, "LATEST", 3)
    pages = [page(n, CLUTTER, outlet=f"Koran{k}.id") for n in range(5) for k in range(3)]
    for number, text in enumerate(pages):
        (tmp_path / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    kept = []
    original = learning.Repeats.judge

    def judge(self, identity, document):
        result = original(self, identity, document)
        kept.append((self._remembered, sum(len(o.articles) for o in self._outlets.values())))
        return result

    monkeypatch.setattr(learning.Repeats, "judge", judge)
    add_paths(store, sorted(tmp_path.glob("*.txt")))
    assert len(kept) == 15
    assert all(counted == held <= 7 for counted, held in kept)
