import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.generated import article
from store import Store, articles, open_store
from store.importing import Progress, add_paths
from store.model import Metadata
from store.reading.document import read_document
from store.reading_processes import Reader, Text

PROGRAM = """
import sys
from pathlib import Path
from store import add_paths, open_store
with open_store(sys.argv[1], 'tester') as store:
    add_paths(store, [Path(sys.argv[2])], processes=2,
              progress=lambda progress: print(progress.added, flush=True))
"""

#: As Textual does while the app runs.
CAPTURED = """
import io, sys
class Captured(io.StringIO):
    def fileno(self):
        return -1
sys.stderr = Captured()
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", "tester") as store:
        yield store


def rows(path: Path, number: int) -> Path:
    with path.open("w") as file:
        for place in range(number):
            text = f"Berita nomor {place} dari pulau\n\n" + article(
                300 + place % 7, f"Kabar {place}"
            )
            file.write(json.dumps({"text": text, "title": f"Kabar {place}"}) + "\n")
    return path


def test_readings_come_back_in_order_and_are_the_same_as_here() -> None:
    texts = [
        Text(article(200 + number, f"Kabar {number}"), Metadata(), "") for number in range(150)
    ]
    found = []
    with Reader[int](2) as reader:
        for number, text in enumerate(texts):
            found += reader.put(number, text)
        found += reader.finish()
    assert found == [(number, read_document(*text)) for number, text in enumerate(texts)]


def test_a_few_texts_start_no_process() -> None:
    with Reader[int](2) as reader:
        for number in range(64):
            assert len(list(reader.put(number, Text(f"Isi {number}.", Metadata(), "")))) == 1
        assert reader._pool is None


def test_where_much_is_known_to_come_nothing_is_read_here() -> None:
    with Reader[int](2, 2_000_000) as reader:
        for number in range(33):
            assert not list(reader.put(number, Text(f"Isi {number}.", Metadata(), "")))
        assert reader._pool is not None
        assert [key for key, _ in reader.finish()] == list(range(33))


def test_one_long_text_starts_no_process() -> None:
    text = Text(article(400_000), Metadata(), "")
    with Reader[int](2, 2_000_000) as reader:
        assert [*reader.put(1, text), *reader.finish()] == [(1, read_document(*text))]
        assert reader._pool is None


def test_processes_start_where_errors_go_to_no_file(tmp_path: Path) -> None:
    path = rows(tmp_path / "berita.jsonl", 100)
    done = subprocess.run(
        [sys.executable, "-c", CAPTURED + PROGRAM, tmp_path / "store.db", path],
        capture_output=True,
        text=True,
    )
    assert done.stdout.split()[-1:] == ["100"]


def test_a_large_import_keeps_the_order_and_reports_what_is_on_disk(
    store: Store, tmp_path: Path
) -> None:
    path = rows(tmp_path / "berita.jsonl", 500)
    seen: list[Progress] = []
    outside = sqlite3.connect(store.path)

    def compare(progress: Progress) -> None:
        seen.append(progress)
        (stored,) = outside.execute("select count(*) from articles").fetchone()
        assert stored == progress.added

    report = add_paths(store, [path, path], progress=compare, processes=2)
    outside.close()
    assert [article.source for article in report.added] == [f"{path}:{n}" for n in range(1, 501)]
    assert len(report.known) == 500
    assert (seen[-1].files, seen[-1].bytes_read) == (2, 2 * path.stat().st_size)
    assert all(progress.bytes_read <= progress.of_bytes for progress in seen)


def test_a_worker_that_dies_costs_no_article() -> None:
    with Reader[int](2) as reader:
        found = []
        for number in range(300):
            found += reader.put(number, Text(f"Isi {number}.", Metadata(), ""))
            if number == 100:
                assert reader._pool is not None
                for process in list(reader._pool._processes.values()):
                    process.kill()
        found += reader.finish()
    assert [key for key, _ in found] == list(range(300))


def children_of(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True
    )
    return [int(child) for child in listed.stdout.split()]


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.system("ps")
@pytest.mark.parametrize("signals", [signal.SIGKILL, signal.SIGINT])
def test_a_stop_keeps_what_was_reported_and_leaves_no_process(
    tmp_path: Path, signals: signal.Signals
) -> None:
    path = rows(tmp_path / "berita.jsonl", 3000)
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, tmp_path / "store.db", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as importing:
        assert importing.stdout
        assert importing.stderr
        reported, children = [], []
        while len(children) < 2:  # the first articles are read before there are any
            reported.append(int(importing.stdout.readline()))
            children = children_of(importing.pid)
        if signals == signal.SIGINT:
            os.killpg(importing.pid, signals)  # as a terminal does
        else:
            importing.send_signal(signals)
        reported += [int(line) for line in importing.stdout]
        errors = importing.stderr.read()
    assert len(children) >= 2
    assert errors.count("Traceback") == (1 if signals == signal.SIGINT else 0), errors
    end = time.monotonic() + 10
    while any(map(is_running, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_running, children))
    with open_store(tmp_path / "store.db", "tester") as store:
        kept = articles.count(store, articles.ArticleQuery())
        assert max(reported) <= kept < 3000
        if signals == signal.SIGINT:
            assert kept == max(reported)
