"""Choices come back at the next start; a broken file is no error."""

from pathlib import Path

import pytest

from tui.preferences import Preferences


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "preferences.json"
    chosen = Preferences(citation_style="apa", panel=False, sort="title", descending=True)
    chosen.save(file)
    assert Preferences.load(file) == chosen


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"citation_style": 3, "panel": "yes", "other": 1}', "\udc80"]
)
def test_a_file_that_says_nothing_useful_gives_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert Preferences.load(file) == Preferences()


def test_a_folder_that_cannot_be_made_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    Preferences().save(tmp_path / "file" / "preferences.json")
    assert (tmp_path / "file").read_text() == "in the way"
