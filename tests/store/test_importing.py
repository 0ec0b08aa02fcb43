import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import Store, articles, open_store
from store.importing import Progress, add_paths

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store" / "store.db", "tester") as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "berita").mkdir()
    return tmp_path / "berita"


def write_articles(folder: Path, number: int) -> None:
    for place in range(number):
        (folder / f"{place:05}.txt").write_text(f"Judul berita {place}\n\nIsi berita {place}.\n")


def test_each_seed_becomes_one_article_whose_text_is_the_file(store: Store) -> None:
    report = add_paths(store, [SEEDS])
    files = sorted(SEEDS.iterdir())
    assert [article.source for article in report.added] == [str(file) for file in files]
    for imported, file in zip(report.added, files, strict=True):
        article = articles.get(store, imported.id)
        assert article.text == file.read_text(encoding="utf-8")
        assert imported.id == hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        assert article.metadata.title == imported.title
    assert not report.known
    assert not report.problems


@given(
    raw=st.text(st.one_of(st.characters(), st.sampled_from('\r\n\0\x1b\ufeff“”"., Aa')), min_size=1)
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_a_file_holds_is_an_article_or_a_problem(
    store: Store, folder: Path, raw: str
) -> None:
    (folder / "a.txt").write_text(raw, encoding="utf-8", errors="replace", newline="")
    report = add_paths(store, [folder])
    assert len(report.added) + len(report.known) + len(report.problems) == 1


def test_importing_again_adds_nothing(store: Store) -> None:
    first = add_paths(store, [SEEDS])
    again = add_paths(store, [SEEDS, SEEDS])
    assert not again.added
    assert [article.id for article in again.known] == 2 * [article.id for article in first.added]


def test_the_same_text_twice_in_one_import_is_one_article(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"Judul\n\nIsi.\n")
    (folder / "b.txt").write_bytes(b"\xef\xbb\xbfJudul\r\n\r\nIsi.\r\n")
    report = add_paths(store, [folder])
    assert [article.source for article in report.added] == [str(folder / "a.txt")]
    assert [article.source for article in report.known] == [str(folder / "b.txt")]


def test_bad_files_are_reported_and_the_rest_is_imported(store: Store, folder: Path) -> None:
    write_articles(folder, 2)
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "blank.txt").write_text("\n \n")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "empty.txt").touch()
    (folder / "large.txt").write_bytes(b"a" * 20_000_001)
    os.mkfifo(folder / "pipe.txt")
    (folder / "picture.jpg").touch()
    report = add_paths(store, [folder / "missing.txt", folder])
    assert len(report.added) == 2
    assert [str(problem).removeprefix(f"{folder}/") for problem in report.problems] == [
        "missing.txt: no such file or folder",
        "binary.txt: this is not text (binary data)",
        "blank.txt: no text in it, only blanks",
        "dangling.txt: a symbolic link to something that does not exist",
        "empty.txt: the file is empty",
        "large.txt: larger than 20 MB: split it first",
        "pipe.txt: a pipe, socket or device, not a file",
    ]
    assert report.ignored == {".jpg": 1}


def test_an_article_set_aside_stays_so_and_is_told(store: Store, folder: Path) -> None:
    write_articles(folder, 2)
    first, second = add_paths(store, [folder]).added
    articles.set_aside(store, first.id)
    report = add_paths(store, [folder])
    assert [article.id for article in report.known] == [first.id, second.id]
    assert [article.id for article in report.set_aside] == [first.id]
    assert articles.get(store, first.id).removed_at


def test_what_progress_reports_is_on_disk(store: Store, folder: Path) -> None:
    write_articles(folder, 1100)
    seen: list[Progress] = []
    # Another connection, so that only what is committed counts.
    with sqlite3.connect(store.path) as outside:

        def compare(progress: Progress) -> None:
            seen.append(progress)
            (stored,) = outside.execute("select count(*) from articles").fetchone()
            assert stored == progress.added

        add_paths(store, [folder], progress=compare)
    outside.close()
    assert len(seen) >= 3
    assert seen[-1] == Progress(files=1100, of=1100, added=1100, known=0, problems=0)


def test_less_is_written_at_once_when_somebody_else_has_written(store: Store, folder: Path) -> None:
    write_articles(folder, 200)
    added: list[int] = []
    with open_store(store.path, "another") as beside:

        def mend(progress: Progress) -> None:
            added.append(progress.added)
            (first,) = beside.connection.execute("select id from articles limit 1").fetchone()
            articles.mend(beside, first, title=f"Judul {progress.added}")

        add_paths(store, [folder], progress=mend)
    # What it had read by the time it saw that is told of at once, but not written at once.
    assert max(after - before for before, after in pairwise(added[1:])) <= 16


def test_ctrl_c_keeps_what_was_read(store: Store, folder: Path) -> None:
    write_articles(folder, 1100)
    told: list[int] = []

    def press_ctrl_c(progress: Progress) -> None:
        told.append(progress.added)
        if len(told) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_paths(store, [folder], progress=press_ctrl_c)
    assert 0 < told[-1] < 1100
    assert articles.count(store, articles.ArticleQuery()) == told[-1]


def test_a_kill_leaves_whole_articles_and_a_new_start_adds_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    folder.mkdir()
    write_articles(folder, 1500)
    path = tmp_path / "store.db"
    program = (
        "import sys; from pathlib import Path; from store import open_store;"
        " from store.importing import add_paths\n"
        "with open_store(sys.argv[1], 'tester') as store:\n"
        "    add_paths(store, [Path(sys.argv[2])],"
        " progress=lambda progress: print(progress.added, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, path, folder], stdout=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout
        reported = int(importing.stdout.readline())
        importing.send_signal(signal.SIGKILL)
        reported = max([reported, *(int(line) for line in importing.stdout)])
    with open_store(path, "tester") as store:
        kept = articles.count(store, articles.ArticleQuery())
        assert reported <= kept < 1500
        (bare,) = store.connection.execute(
            "select count(*) from articles where id not in (select article_id from lines)"
        ).fetchone()
        assert bare == 0
        for index in ("articles_fts", "articles_trigram"):
            # Raises where the index is not that of the articles.
            store.connection.execute(
                f"insert into {index} ({index}, rank) values ('integrity-check', 1)"
            )
        report = add_paths(store, [folder])
        assert (len(report.known), len(report.added)) == (kept, 1500 - kept)


def test_starting_again_on_the_same_folder_reads_no_article_anew(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(folder, 20)
    add_paths(store, [folder])

    def read(*arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("store.reading.document.read_document", read)
    assert len(add_paths(store, [folder]).known) == 20
