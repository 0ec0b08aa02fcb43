import csv
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from store import annotations, articles, history, open_store, transaction
from tests.tui.conftest import UNSAFE, Run
from tui import places

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"
HOSTILE = "\x1b]52;c;UFdORUQ=\x07\x9b31m\u202e[/red]"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with a store and a reviewer named in the environment."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SANGGAH_STORE", str(tmp_path / "store.db"))
    monkeypatch.setenv("SANGGAH_REVIEWER", "tester")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(*arguments: object, **options: object) -> subprocess.Popen[str]:
    """Start the real program."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        **{**streams, "text": True, **options},  # type: ignore[call-overload]
    )


@pytest.fixture
def article(home: Path, run: Run) -> str:
    """The id of an article in the store, with two marks."""
    file = home / "berita.txt"
    file.write_text('Judul berita\n\n"Itu tidak benar," kata Budi Santoso di Jakarta.\n\nIsi.\n')
    (added,) = json.loads(run("add", file, "--json").stdout)["added"]
    with open_store(home / "store.db", "tester") as store:
        articles.mend(store, added["id"], title="Judul berita")
        text = articles.get(store, added["id"]).text
        for label, words in (("denial", '"Itu tidak benar,"'), ("claim", "Isi.")):
            start = text.index(words)
            annotations.create(store, added["id"], label, start, start + len(words), note="catatan")
    return str(added["id"])


# --- add


def test_add_imports_a_folder_once(run: Run) -> None:
    assert "5 articles added" in run("add", SEEDS).stdout
    assert "0 articles added, 5 already there" in run("add", SEEDS).stdout


def test_add_as_json_says_what_was_done(run: Run, home: Path) -> None:
    (home / "empty.txt").touch()
    (home / "a.txt").write_text("Judul\n\nIsi.")
    (home / "b.pdf").touch()
    result = run("add", ".", "--json", code=1)
    done = json.loads(result.stdout)
    assert [article["source"] for article in done["added"]] == ["a.txt"]
    assert done["problems"] == [{"source": "empty.txt", "message": "the file is empty"}]
    assert done["ignored"][".pdf"] == 1
    assert result.stderr == "sanggah: empty.txt: the file is empty\n"


def test_files_of_other_kinds_are_counted_in_one_line(run: Run, home: Path) -> None:
    folder = home / "campur"
    folder.mkdir()
    for name in ("a.txt", "b.pdf", "c.pdf", "Makefile", ".tersembunyi"):
        (folder / name).write_text(name)
    assert (
        "files of other kinds passed over: without ending 1, .pdf 2\n" in run("add", folder).stdout
    )


def test_a_hostile_file_name_is_printed_harmlessly(run: Run, home: Path) -> None:
    name = HOSTILE.replace("/", "")
    (home / f"{name}.txt").write_text("Isi")
    (home / f"kosong{name}.txt").touch()
    assert "kosong" in run("add", home, code=1).stderr
    assert name not in run("add", home, "--json", code=1).stdout
    run("add", f"{name}.pdf", code=1)


def test_a_name_that_is_not_utf8_is_imported_and_printed(run: Run, home: Path) -> None:
    Path(os.fsdecode(b"berita\xff.txt")).write_text("Isi")
    assert json.loads(run("add", home, "--json").stdout)["added"][0]["source"].endswith(
        "berita\ufffd.txt"
    )


def test_an_empty_path_is_not_the_present_folder(run: Run) -> None:
    assert "a path is empty" in run("add", "", code=2).stderr


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("txt", "Judul\n\nIsi.\n"),
        ("jsonl", '{"text": "Judul\\n\\nIsi.\\n"}\n'),
        ("csv", 'text\n"Judul\n\nIsi.\n"\n'),
    ],
)
def test_standard_input_is_imported(kind: str, content: str) -> None:
    adding = start("add", "-", "--format", kind, "--json", stdin=subprocess.PIPE)
    out, err = adding.communicate(content)
    assert (adding.returncode, err) == (0, "")
    assert json.loads(out)["added"][0]["source"].startswith("standard input")


def test_standard_input_must_say_what_it_holds(run: Run, home: Path) -> None:
    assert "--format txt|html|jsonl|csv" in run("add", "-", code=2).stderr
    assert "read only once" in run("add", "-", "-", "--format", "txt", code=2).stderr
    (home / "a.txt").write_text("Isi")
    assert "for standard input" in run("add", "a.txt", "--format", "txt", code=2).stderr


def test_a_file_named_like_standard_input_is_a_file(run: Run, home: Path) -> None:
    (home / "-").write_text("Isi")
    assert "1 article added" in run("add", "./-").stdout


def test_the_app_does_not_take_text_from_the_keyboard(run: Run) -> None:
    assert "sanggah add - first" in run("-", code=2).stderr


def test_an_address_that_cannot_be_read_is_one_line(run: Run) -> None:
    result = run("add", "ftp://127.0.0.1/x", code=1)
    assert result.stderr == (
        "sanggah: ftp://127.0.0.1/x: only addresses that begin with http:// or https:// are read\n"
    )


def test_rows_are_imported_and_bad_ones_told_by_line(run: Run, home: Path) -> None:
    (home / "a.jsonl").write_text('{"text": "satu"}\n{\n{"text": "dua"}\n')
    result = run("add", "a.jsonl", code=1)
    assert "2 articles added, 1 not imported" in result.stdout
    assert result.stderr.startswith("sanggah: a.jsonl:2: no JSON")


def test_reread_shows_what_would_change_and_then_changes_it(run: Run, article: str) -> None:
    assert run("reread", "--dry-run").stdout == "0 articles would change\n"
    with (
        open_store(os.environ["SANGGAH_STORE"], "tester") as store,
        transaction(store, mode="rule"),
    ):
        store.connection.execute("UPDATE articles SET dateline = 'LAMA'")
        store.connection.execute("UPDATE lines SET kind = 'caption', shown = 0 WHERE number = 5")
        store.connection.execute("DELETE FROM quotes")
    told = run("reread", "--dry-run").stdout
    assert "dateline: LAMA -> -" in told
    assert "line 5: caption -> body, now shown: Isi." in told
    assert 'new direct quote “"Itu tidak benar,"” (Budi Santoso)' in told
    assert told.endswith("1 article would change\n")
    [changed] = json.loads(run("reread", article[:6], "--json").stdout)
    assert changed["facts"] == {"dateline": ["LAMA", None]}
    assert run("reread").stdout == "0 articles changed\n"


# --- list, show, search, remove


def test_list_prints_a_line_for_each_article(run: Run, article: str) -> None:
    line = run("list").stdout
    assert re.fullmatch(rf"{article}  -           new         2  Judul berita\n", line)


def test_list_as_json_is_an_array(run: Run, article: str) -> None:
    (row,) = json.loads(run("list", "--json").stdout)
    assert (row["id"], row["title"]) == (article, "Judul berita")
    assert row["counts"] == {"claim": 1, "denial": 1}


def test_an_empty_store_lists_nothing_and_says_how_to_begin(run: Run, home: Path) -> None:
    result = run("list")
    assert result.stdout == ""
    assert result.stderr == f"sanggah: no articles in {home}/store.db yet: sanggah add PATHS\n"
    assert json.loads(run("list", "--json").stdout) == []


def test_show_prints_metadata_text_and_marks(run: Run, article: str) -> None:
    shown = run("show", article).stdout
    assert re.search(r"^title: +Judul berita$", shown, re.M)
    assert '\n"Itu tidak benar," kata Budi Santoso di Jakarta.\n' in shown
    assert "[denial]" in shown
    assert '“"Itu tidak benar,"”' in shown
    assert "note: catatan" in shown


def test_show_source_prints_every_line_with_its_kind(run: Run, article: str) -> None:
    shown = run("show", article, "--source").stdout
    numbers = re.findall(r"^ +(\d) . \w+ ", shown, re.M)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 5
    assert re.search(r"^ +1 . \w+ +Judul berita$", shown, re.M)


def test_show_source_tells_the_reason_of_a_line(run: Run, article: str, home: Path) -> None:
    with open_store(home / "store.db", "dewi") as store:
        articles.decide_line(store, article, 3, False)
    shown = run("show", article, "--source").stdout
    assert re.search(r"^ +3 - \w+ +\"Itu tidak benar.*\n +\^ .*\(dewi\)$", shown, re.M)


def test_show_as_json_has_text_and_offsets_that_fit(run: Run, article: str) -> None:
    shown = json.loads(run("show", article[:6], "--json", "--source").stdout)
    assert len(shown["annotations"]) == 2
    for mark in shown["annotations"]:
        assert shown["text"][mark["start"] : mark["end"]] == mark["text"]
    assert [line["number"] for line in shown["lines"]] == list(range(1, len(shown["lines"]) + 1))


def test_show_of_an_unknown_article_is_one_line(run: Run) -> None:
    result = run("show", "0123456789abcdef", code=1)
    assert result.stderr.startswith("sanggah: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("query", ["berita", "COVID-19", "menteri's", "NEAR", "$"])
def test_any_search_is_safe(run: Run, article: str, query: str) -> None:
    hits = json.loads(run("search", "--json", "--", query).stdout)
    assert [hit["id"] for hit in hits] == ([article] if query == "berita" else [])


@pytest.mark.parametrize("query", ["[", '"', "*", "- -", "("])
def test_a_search_for_no_word_says_what_to_write(run: Run, article: str, query: str) -> None:
    told = run("search", "--", query, code=2)
    assert told.stderr == (
        "sanggah: there is nothing to look for: write a letter, a digit or a symbol\n"
    )


def test_a_search_may_be_an_expression_or_hold_to_whole_words(run: Run, article: str) -> None:
    assert run("search", "--regex", r"itu .*benar").stdout.startswith(article)
    assert run("search", "berit").stdout.startswith(article)
    assert run("search", "--whole-words", "berit").stdout == ""
    told = run("search", "--regex", "[", code=1)
    assert told.stderr == "sanggah: this expression is not complete: a [ has no ]\n"


@pytest.mark.parametrize("command", [["log"], ["search", "berita"]])
def test_a_limit_without_end_is_wrong_use(run: Run, command: list[str]) -> None:
    assert "is not in the range" in run(*command, "--limit", "9" * 30, code=2).stderr


def test_search_takes_several_words_and_prints_where_they_stand(run: Run, article: str) -> None:
    shown = run("search", "tidak", "santo").stdout
    assert shown.startswith(f"{article}  Judul berita\n    ")
    nothing = run("search", "tidak", "mobil")
    assert (nothing.stdout, nothing.stderr) == ("", "sanggah: nothing found\n")


def test_remove_sets_aside_and_says_how_to_take_it_back(run: Run, article: str) -> None:
    assert f"sanggah remove --undo {article}" in run("remove", article).stdout
    assert run("list").stdout == ""
    assert article in run("list", "--set-aside").stdout
    assert "was set aside before" in run("remove", article).stdout
    assert "1 of them set aside" in run("add", "berita.txt").stdout
    assert "back in the library" in run("remove", "--undo", article).stdout
    assert article in run("list").stdout
    assert "was not set aside" in run("remove", "--undo", article).stdout


def test_remove_changes_nothing_when_one_id_is_unknown(run: Run, article: str) -> None:
    run("remove", article, "ffffffff", code=1)
    assert article in run("list").stdout


def test_log_tells_who_did_what(run: Run, article: str) -> None:
    assert run("log").stdout.count("tester  create annotations") == 2
    run("remove", article, "--reviewer", "dewi")
    events = json.loads(run("log", "--article", article, "--json").stdout)
    assert {event["reviewer"] for event in events} == {"tester", "dewi"}
    assert len(json.loads(run("log", "--limit", "1", "--json").stdout)) == 1
    told = run("log", "--reviewer", "budi", code=1)
    assert (told.stdout, told.stderr) == (
        "", "sanggah: no reviewer budi; there are: dewi, tester\n"
    )  # fmt: skip
    (line,) = run("log", "--reviewer", "dewi").stdout.splitlines()
    assert re.search(r"Z  dewi  change articles  set aside  .*" + article, line)


def test_log_tells_what_was_changed_into_what(run: Run, article: str, home: Path) -> None:
    with open_store(home / "store.db", "tester") as store:
        articles.mend(store, article, outlet=f"Koran{HOSTILE}")
        history.undo(store, article)
    *_, mended, undone = run("log", "--article", article).stdout.splitlines()
    assert re.search(r"change articles  outlet of the article  outlet: - -> Koran", mended)
    assert re.search(r"outlet: Koran.* -> -  \w{16}  \(undo\)$", undone)
    assert "denial on “Itu tidak benar,”" in run("log").stdout


def test_what_strangers_wrote_into_the_store_is_printed_harmlessly(
    run: Run, article: str, home: Path
) -> None:
    with closing(sqlite3.connect(home / "store.db")) as outside, outside:
        outside.execute(
            "update articles set title = title || ?1, outlet = ?1, byline = ?1, source = ?1,"
            " url = ?1, extra = json_object(?1, ?1)",
            [HOSTILE],
        )
        outside.execute(
            "insert into labels (name, color, description, position) values (?1, '#aa3355', ?1, 4)",
            [HOSTILE],
        )
        outside.execute("update lines set reason = ?1, decided_by = ?1", [HOSTILE])
        outside.execute(
            "update annotations set label = ?1, note = ?1, speaker = ?1, reviewer = ?1", [HOSTILE]
        )
    for command in (
        ["list"],
        ["show", article],
        ["show", article, "--source"],
        ["search", "berita"],
        ["log"],
        ["remove", article],
        ["remove", "--undo", article],
    ):
        for arguments in (command, [*command, "--json"]):
            shown = run(*arguments)
            assert "52;c;UFdORUQ=" in shown.output or arguments[-1] == "--json"
            if arguments[-1] == "--json":
                json.loads(shown.stdout)
    run("export", "csv", "--label", HOSTILE[1:], code=1)


# --- export


def test_export_to_standard_output_and_to_a_file_agree(run: Run, article: str, home: Path) -> None:
    for format_name in ("csv", "jsonl", "markdown"):
        run("export", format_name, "-o", "out")
        with start("export", format_name, text=False) as program:
            printed, _ = program.communicate()
        assert printed == (home / "out").read_bytes()
        assert b"Itu tidak benar" in printed


def test_export_takes_only_what_is_asked_for(run: Run, article: str, home: Path) -> None:
    def exported(*options: str) -> list[dict[str, str]]:
        run("export", "csv", "-o", "out.csv", *options)
        with (home / "out.csv").open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    assert len(exported()) == 2
    assert [row["label"] for row in exported("--label", "claim")] == ["claim"]
    assert len(exported("--article", article[:5], "--reviewer", "tester")) == 2
    assert run("export", "csv", "--reviewer", "dewi", code=1).stderr.endswith(
        "no reviewer dewi; there are: tester\n"
    )
    assert (
        "there are: claim, denial, evidence"
        in run("export", "csv", "--label", "clam", code=1).stderr
    )


def test_an_export_that_fails_leaves_the_old_file(run: Run, article: str, home: Path) -> None:
    (home / "out.csv").write_text("lama")
    run("export", "csv", "-o", "out.csv", "--article", "ffffffff", code=1)
    assert (home / "out.csv").read_text() == "lama"
    assert "store itself" in run("export", "csv", "-o", "store.db", code=1).stderr
    assert run("list").stdout
    run("export", "csv", "-o", "tidak/ada/out.csv", code=1)
    assert sorted(path.name for path in home.iterdir() if "out" in path.name) == ["out.csv"]


def test_what_datasette_is_told_is_not_written_over_the_store(
    run: Run, article: str, home: Path
) -> None:
    for name in ("store.db", "./store.db", "."):
        run("datasette-metadata", "-o", name, code=1)
    assert article in run("list").stdout
    assert "-m told.yaml" in run("datasette-metadata", "-o", "told.yaml").stdout
    assert (home / "told.yaml").read_text() == run("datasette-metadata").stdout


def test_an_unknown_format_is_wrong_use(run: Run) -> None:
    assert "'csv', 'jsonl', 'markdown'" in run("export", f"xlsx{HOSTILE}", code=2).stderr


# --- keys, where, version, help


def test_keys_prints_every_action_with_its_keys(run: Run) -> None:
    assert re.search(r"^  c +claim ", run("keys").stdout, re.M)
    rows = json.loads(run("keys", "--json").stdout)
    found = {(row["context"], row["action"]): row["keys"] for row in rows}
    assert found["library", "open_article"] == ["enter", "l"]
    assert found["labels", "denial"] == ["d"]


def test_keys_check_names_file_and_line(run: Run, home: Path) -> None:
    (home / "keys.toml").write_text('[reader]\nnext_quot = "n"\n')
    assert "keys.toml:2: " in run("keys", "--check", "keys.toml", code=1).stderr
    (home / "keys.toml").write_text('[reader]\nnext_quote = "]"\n')
    assert run("keys", "--check", "keys.toml").stdout == "keys.toml: nothing wrong\n"
    assert run("keys", "--check", "gone.toml", code=1).stderr.startswith("sanggah: gone.toml")


def test_keys_in_force_are_the_users_own(run: Run, home: Path) -> None:
    file = home / ".config" / "sanggah" / "keybindings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[reader]\nnext_quote = "^"\n')
    assert re.search(r"^  \^ +next_quote ", run("keys").stdout, re.M)


def test_where_names_the_files_that_are_used(run: Run, home: Path) -> None:
    files = json.loads(run("where", "--json").stdout)
    assert files["store"] == str(home / "store.db")
    assert files["keys"] == str(places.keys_file())
    assert "(not there yet)" in run("where").stdout
    named = json.loads(run("--store", "lain.db", "--keys", "k.toml", "where", "--json").stdout)
    assert (named["store"], named["keys"]) == (str(home / "lain.db"), str(home / "k.toml"))
    assert files["labels"] == str(places.labels_file())
    (home / "labels.toml").touch()
    assert json.loads(run("where", "--json").stdout)["labels"] == str(home / "labels.toml")


def test_without_a_named_store_it_stands_in_the_users_data_folder(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANGGAH_STORE", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    files = json.loads(run("where", "--json").stdout)
    assert files["store"] == str(home / "data" / "sanggah" / "store.db")


def test_version_is_the_distributions(run: Run) -> None:
    assert run("version").stdout == run("--version").stdout == "sanggah 0.1.0\n"


def test_help_names_the_commands_and_the_paths(run: Run) -> None:
    shown = run("--help").stdout
    assert "sanggah [OPTIONS] [PATHS...]" in shown
    assert re.search("add.*list.*show.*search.*remove.*export.*log.*keys.*where", shown, re.S)
    assert " open " not in shown.partition("Commands:")[2]


# --- options


def test_store_and_reviewer_are_taken_before_and_after_the_command(run: Run, home: Path) -> None:
    (home / "a.txt").write_text("Judul\n\nIsi.")
    run("add", "--store", "dua.db", "a.txt")
    (row,) = json.loads(run("--store", "dua.db", "list", "--json").stdout)
    run("--store", "x.db", "--reviewer", "budi", "remove", row["id"], "--store", "dua.db")
    assert not (home / "x.db").exists()
    events = json.loads(run("log", "--store", "dua.db", "--article", row["id"], "--json").stdout)
    assert {event["reviewer"] for event in events} == {"budi"}


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[0m", "\u202edewi", "a" * 101, "rule"])
def test_a_reviewers_name_is_checked(run: Run, name: str) -> None:
    result = run("list", "--reviewer", name, code=2)
    assert result.stderr.startswith("sanggah: the reviewer's name from --reviewer ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["Siti Aminah", "北朝鮮", "می\u200cخواهم", "a" * 100])
def test_names_of_all_peoples_are_taken(run: Run, name: str) -> None:
    run("list", "--reviewer", name)


@pytest.mark.parametrize("argument", [f"--{HOSTILE}", f"--width={HOSTILE}", f"--keys={HOSTILE}"])
def test_wrong_use_is_one_harmless_line(run: Run, argument: str) -> None:
    result = run(argument, "list", "--nonsense", code=2)
    assert re.fullmatch(r"sanggah: [^\n]+\n", result.stderr)


def test_a_file_that_is_no_store_is_left_as_it_is(run: Run, home: Path) -> None:
    (home / "bukan.db").write_text("catatan belanja " * 100)
    result = run("list", "--store", "bukan.db", code=1)
    assert re.fullmatch(r"sanggah: [^\n]*bukan\.db[^\n]*\n", result.stderr)
    assert (home / "bukan.db").read_text() == "catatan belanja " * 100
    assert re.fullmatch(r"sanggah: [^\n]+\n", run("list", "--store", home, code=1).stderr)


# --- paths and the app


def test_a_mistyped_command_is_told_from_a_missing_path(run: Run) -> None:
    assert run("exprot", "csv", code=2).stderr == (
        "sanggah: no such file or folder: exprot (did you mean the command export?)\n"
    )
    assert run("berita/", code=2).stderr == "sanggah: no such file or folder: berita\n"
    assert run("open", code=2).stderr == "sanggah: no such file or folder: open\n"


def test_without_a_terminal_the_app_says_so_and_imports_nothing(run: Run, home: Path) -> None:
    for arguments in ([], [SEEDS], ["--width", "60"]):
        assert "needs a terminal" in run(*arguments, code=2).stderr
    assert not (home / "store.db").exists()


def in_terminal(*arguments: object, **environment: str) -> tuple[int, str]:
    """Run the real program in a pseudo-terminal until it ends; return its status and output."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(
            sys.executable,
            [sys.executable, "-m", "tui", *map(str, arguments)],
            {**os.environ, **environment},
        )
    output = b""
    try:
        while chunk := os.read(terminal, 65536):
            output += chunk
    except OSError:
        pass  # how Linux says that the other end is closed
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), output.decode()


def test_a_terminal_without_a_screen_is_refused() -> None:
    status, output = in_terminal(SEEDS, TERM="dumb")
    assert status == 2
    assert re.fullmatch(r"sanggah: [^\r\n]*terminal[^\r\n]*\r\n", output)


def test_where_nothing_can_be_imported_the_app_is_not_opened(home: Path) -> None:
    (home / "kosong.txt").touch()
    assert in_terminal("kosong.txt") == (1, "sanggah: kosong.txt: the file is empty\r\n")


def test_a_path_named_like_a_command_is_written_with_its_folder(home: Path) -> None:
    (home / "list").mkdir()
    status, output = in_terminal("./list")
    assert status == 1
    assert output.startswith("sanggah: list: no files to read in it")


def test_a_long_import_shows_a_bar_where_somebody_watches(home: Path) -> None:
    folder = home / "banyak"
    folder.mkdir()
    for number in range(800):
        (folder / f"{number}.txt").write_text(f"Judul {number}\n\nIsi.\n")
    status, output = in_terminal("add", folder)
    assert status == 0
    assert "importing" in output
    assert "800 articles added" in output
    with start("add", folder) as program:
        assert program.communicate()[1] == ""


def test_an_export_shown_in_a_terminal_is_safe(run: Run, article: str, home: Path) -> None:
    with open_store(home / "store.db", "tester") as store:
        annotations.create(store, article, "claim", 0, 5, note=HOSTILE)
    for format_name in ("csv", "jsonl", "markdown"):
        status, output = in_terminal("export", format_name)
        assert status == 0
        assert not UNSAFE.search(output.replace("\r\n", "\n"))


# --- the streams


def test_a_closed_pipe_ends_quietly(run: Run, home: Path) -> None:
    folder = home / "banyak"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"Judul {number} {'panjang ' * 25}\n\nIsi.\n")
    run("add", folder)
    for command in (["list"], ["list", "--json"], ["search", "judul", "--limit", "400"]):
        with start(*command) as program:
            assert program.stdout
            assert program.stderr
            program.stdout.read(10)
            program.stdout.close()
            assert program.stderr.read() == ""
        assert program.returncode == 141


def test_a_full_disk_is_one_line(article: str) -> None:
    with Path("/dev/full").open("w") as full, start("list", stdout=full) as program:
        assert re.fullmatch(r"sanggah: [^\n]+\n", program.communicate()[1])
    assert program.returncode == 1


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_ends_with_one_line_and_keeps_what_was_done(
    home: Path, stop: signal.Signals
) -> None:
    folder = home / "banyak"
    folder.mkdir()
    for number in range(1500):
        (folder / f"{number:04}.txt").write_text(f"Judul {number}\n\nIsi {number}.\n" * 3)
    # Standard input stays open, so that the import never ends by itself.
    with start("add", folder, "-", "--format", "jsonl", stdin=subprocess.PIPE) as program:
        with open_store(home / "store.db", "tester") as store:
            while not articles.count(store, articles.ArticleQuery()):
                time.sleep(0.01)
        program.send_signal(stop)
        printed, told = program.communicate(timeout=30)
    assert program.returncode == 130
    assert printed == ""
    found = re.fullmatch(r"sanggah: stopped; (\d+) articles? added by then, and kept\n", told)
    assert found, told
    with open_store(home / "store.db", "tester") as store:
        assert articles.count(store, articles.ArticleQuery()) == int(found[1])


@pytest.mark.parametrize("command", [["list"], ["show"], ["list", "--json"], ["show", "--json"]])
def test_a_locale_without_unicode_is_no_obstacle(home: Path, run: Run, command: list[str]) -> None:
    (home / "a.txt").write_text("Judul “café” 北朝鮮\n\nIsi é.\n")
    (added,) = json.loads(run("add", "a.txt", "--json").stdout)["added"]
    with open_store(home / "store.db", "tester") as store:
        articles.mend(store, added["id"], title="Judul “café” 北朝鮮")
    arguments = [*command, added["id"]] if "show" in command else command
    ascii_only = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with start(*arguments, env=ascii_only) as program:
        printed, told = program.communicate()
    assert (program.returncode, told) == (0, "")
    if "--json" in command:
        (value,) = json.loads(printed) if command[0] == "list" else (json.loads(printed),)
        assert (value["title"] if command[0] == "list" else value["text"]).startswith(
            "Judul “café” 北朝鮮"
        )


def test_standard_output_may_be_closed(article: str) -> None:
    shell = f"{sys.executable} -m tui list >&-"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
