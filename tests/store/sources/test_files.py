import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.sources import Problem, SourceText, read_path
from store.sources.files import LARGEST_TEXT


@pytest.fixture
def without_privileges(tmp_path: Path) -> Iterator[None]:
    """Permissions bind nobody who is root: become somebody else for the time of the test."""
    if os.geteuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if "pytest" in str(folder):
            folder.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def only_problem(path: Path) -> str:
    [problem] = read_path(path)
    assert isinstance(problem, Problem)
    assert "\n" not in problem.message
    return problem.message


def only_text(path: Path) -> SourceText:
    [text] = read_path(path)
    assert isinstance(text, SourceText)
    return text


def test_a_file_gives_its_text_and_the_path_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "satu.txt").write_bytes(b"\xef\xbb\xbfJudul\r\n\r\nIsi.\r\n")
    monkeypatch.chdir(tmp_path)
    assert only_text(Path("satu.txt")) == SourceText("Judul\n\nIsi.\n", "satu.txt")


def test_markdown_is_read_as_the_text_it_is(tmp_path: Path) -> None:
    (tmp_path / "satu.MD").write_text("# Judul\n\n*Isi*\n")
    assert only_text(tmp_path / "satu.MD").text == "# Judul\n\n*Isi*\n"


def test_a_name_that_is_not_utf8_is_kept_as_far_as_it_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/berita\xff\x1b.txt"))
    path.write_text("Isi")
    assert only_text(path).source == f"{tmp_path}/berita\ufffd\x1b.txt"


def test_an_empty_file_says_that_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert only_problem(tmp_path / "a.txt") == "the file is empty"


@pytest.mark.parametrize(
    "content", [b" \n\t\r\n", "\xa0\u3000".encode(), b"\xef\xbb\xbf", b"\0 \n\n"]
)
def test_a_file_of_blanks_holds_no_text(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert only_problem(tmp_path / "a.txt") == "no text in it, only blanks"


def test_a_missing_file_is_told_from_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("gone.txt")
    assert only_problem(tmp_path / "gone.txt") == "no such file or folder"
    assert only_problem(tmp_path / "link.txt") == "a symbolic link to something that does not exist"


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert only_problem(tmp_path / "a.txt") == "symbolic links that lead in a circle"


def test_a_name_too_long_for_the_system_is_told(tmp_path: Path) -> None:
    assert only_problem(tmp_path / ("a" * 300 + ".txt")) == "the name is too long"


@pytest.mark.usefixtures("without_privileges")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    if os.geteuid() == 65534:
        os.seteuid(0)
    path.write_text("rahasia")
    path.chmod(0)
    if os.getuid() == 0:
        os.seteuid(65534)
    assert only_problem(path) == "no permission to read it"


def test_a_pipe_a_socket_and_a_device_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        for path in (tmp_path / "pipe.txt", tmp_path / "s.txt", Path("/dev/zero")):
            assert only_problem(path) == "a pipe, socket or device, not a file"


def test_a_file_of_20_mb_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"kata " * (LARGEST_TEXT // 5))
    assert len(only_text(path).text) == LARGEST_TEXT
    with path.open("ab") as file:
        file.write(b"!")
    assert only_problem(path) == "larger than 20 MB: split it first"
