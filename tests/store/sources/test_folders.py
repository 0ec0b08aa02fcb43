import os
from collections import Counter
from pathlib import Path

from store.sources import known_endings, walk

KNOWN = "known: " + ", ".join(sorted(known_endings()))


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def names(files: list[Path], folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in files]


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    fill(tmp_path, "c.txt", "b/2.txt", "b/10.txt", "a.txt", "B.TXT", "b.md")
    found = walk([tmp_path])
    assert names(found.files, tmp_path) == [
        "B.TXT",
        "a.txt",
        "b/10.txt",
        "b/2.txt",
        "b.md",
        "c.txt",
    ]
    assert not found.problems


def test_hidden_files_and_folders_are_skipped_and_unknown_endings_counted(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "d.pdf", "e/f.PDF", "Makefile", "._a.txt")
    found = walk([tmp_path])
    assert names(found.files, tmp_path) == ["a.txt"]
    assert found.ignored == Counter({".pdf": 2, "": 1})
    assert not found.problems


def test_a_hidden_file_named_outright_is_read(tmp_path: Path) -> None:
    fill(tmp_path, ".b.txt")
    assert walk([tmp_path / ".b.txt"]).files == [tmp_path / ".b.txt"]


def test_a_file_named_outright_without_an_ending_is_read_as_text(tmp_path: Path) -> None:
    fill(tmp_path, "berita")
    assert walk([tmp_path / "berita"]).files == [tmp_path / "berita"]


def test_a_file_named_outright_of_an_unknown_kind_is_a_problem(tmp_path: Path) -> None:
    fill(tmp_path, "a.pdf")
    [problem] = walk([tmp_path / "a.pdf"]).problems
    assert problem.message == f"files of the kind .pdf are not read ({KNOWN})"


def test_a_missing_path_is_a_problem_whatever_its_ending(tmp_path: Path) -> None:
    [problem] = walk([tmp_path / "a.pdf"]).problems
    assert str(problem) == f"{tmp_path}/a.pdf: no such file or folder"


def test_a_folder_with_nothing_to_read_is_a_problem(tmp_path: Path) -> None:
    fill(tmp_path, "sub/a.pdf", "sub/.b.txt")
    found = walk([tmp_path])
    assert [str(problem) for problem in found.problems] == [
        f"{tmp_path}: no files to read in it ({KNOWN})"
    ]
    assert found.ignored == Counter({".pdf": 1})


def test_folders_that_link_to_each_other_are_walked_once(tmp_path: Path) -> None:
    fill(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "to_b").symlink_to("../b")
    (tmp_path / "b" / "to_a").symlink_to("../a")
    (tmp_path / "a" / "self").symlink_to(".")
    found = walk([tmp_path])
    assert names(found.files, tmp_path) == ["a/1.txt", "a/to_b/2.txt"]
    assert not found.problems


def test_a_folder_fifty_deep_is_walked(tmp_path: Path) -> None:
    folder = tmp_path
    here = Path.cwd()
    try:
        for _ in range(50):
            os.chdir(folder)
            folder = Path("d")
            folder.mkdir()
        (folder / "a.txt").write_text("isi")
    finally:
        os.chdir(here)
    assert [path.name for path in walk([tmp_path]).files] == ["a.txt"]


def test_files_come_in_the_order_of_the_paths_given(tmp_path: Path) -> None:
    fill(tmp_path, "z.txt", "a/b.txt")
    assert names(walk([tmp_path / "z.txt", tmp_path / "a"]).files, tmp_path) == ["z.txt", "a/b.txt"]
