from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from docs.generate_keys import PAGE
from tui.actions import ACTIONS, ALWAYS, CONTEXTS, SHARED
from tui.key_names import KeyNameError, key_character, key_name, shown_key, written_key
from tui.key_pages import markdown
from tui.keymap import (
    FILE_NAME,
    action_call,
    default_text,
    find_user_file,
    load_keymap,
)
from tui.places import keys_file
from tui.terminal_text import one_line
from tui.toml_file import LARGEST_FILE, FileProblem
from tui.toml_lines import lines_of_keys

LABELS = ["claim", "denial", "evidence"]


def is_safe(line: str) -> bool:
    return one_line(line) == line


def problems_of(
    tmp_path: Path, text: str | bytes, labels: list[str] | None = None
) -> list[FileProblem]:
    file = tmp_path / "mine.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    defaults, _ = load_keymap(None, labels or LABELS)
    keymap, problems = load_keymap(file, labels or LABELS)
    assert all(problem.file == str(file) for problem in problems)
    assert not problems or keymap == defaults
    return problems


def only_problem(tmp_path: Path, text: str | bytes) -> tuple[int, str]:
    problems = problems_of(tmp_path, text)
    assert len(problems) == 1, problems
    return problems[0].line, problems[0].message


# The default file

#: What is chosen once in a long while has no key of its own.
FROM_THE_PALETTE = {("app", "theme"), ("app", "tour")}


def test_the_default_file_has_nothing_wrong_and_names_every_action():
    keymap, problems = load_keymap()
    assert problems == []
    written = tomllib.loads(default_text())
    for context, actions in ACTIONS.items():
        for action in actions:
            assert action in written[context], f"[{context}] {action}"
            assert keymap.keys(context, action) or (context, action) in FROM_THE_PALETTE


def test_the_default_keys_leave_alone_what_terminals_and_multiplexers_take():
    keymap, _ = load_keymap()
    used = {key for table in keymap.table.values() for keys in table.values() for key in keys}
    assert used & {"ctrl+s", "ctrl+q", "ctrl+b", "ctrl+j", "ctrl+a", "ctrl+o"} == set()
    assert not any(key.startswith("alt+") for key in used)


def test_the_page_of_keys_is_as_the_default_file_makes_it():
    keymap, _ = load_keymap()
    assert PAGE.read_text(encoding="utf-8") == markdown(keymap), "run: python docs/generate_keys.py"


def test_the_page_of_keys_names_every_action_and_every_key():
    keymap, _ = load_keymap()
    page = markdown(keymap)
    for context in CONTEXTS:
        for action in keymap.actions(context):
            assert f"| `{action.name}` |" in page
            for key in keymap.keys(context, action.name):
                assert action.name == "tag_by_position" or f"`{written_key(key)}`" in page


def test_a_key_with_a_bar_or_a_backtick_does_not_break_the_page():
    keymap, _ = load_keymap(default='[reader]\nnote = ["|", "`"]\n')
    assert "| `\\|`, `` ` `` | `note` |" in markdown(keymap)


# A person's own file


def test_an_own_file_overrides_action_by_action(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('[reader]\nnote = ["f2", "I"]\nswap_end = []\n[labels]\nclaim = "C"\n')
    keymap, problems = load_keymap(file, LABELS)
    assert problems == []
    assert keymap.keys("reader", "note") == ("f2", "I")
    assert keymap.keys("reader", "swap_end") == ()
    assert keymap.keys("labels", "claim") == ("C",)
    assert keymap.keys("labels", "denial") == ("d",)


def test_keys_can_be_swapped(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('[reader]\nundo = "r"\nrepeat_tag = "u"\n')
    keymap, problems = load_keymap(file, LABELS)
    assert problems == []
    assert keymap.keys("reader", "undo") == ("r",)


def test_a_label_of_ones_own_can_have_a_key_and_one_that_is_gone_gives_its_key_back(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('[labels]\n"no comment" = "c"\n')
    keymap, problems = load_keymap(file, ["no comment", "ajakan"])
    assert problems == []
    assert keymap.table["labels"] == {"no comment": ("c",), "ajakan": ()}


def test_a_key_for_a_default_label_is_no_fault_in_a_project_with_other_labels(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('[labels]\nclaim = "j"\nyes = "c"\n')
    keymap, problems = load_keymap(file, ["yes"])
    assert problems == []
    assert keymap.table["labels"] == {"yes": ("c",)}


def test_without_the_labels_of_a_store_any_label_is_accepted(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text('[labels]\najakan = "A"\n')
    keymap, problems = load_keymap(file)
    assert problems == []
    assert keymap.keys("labels", "ajakan") == ("A",)


@pytest.mark.parametrize(
    ("written", "textual"),
    [
        ("]", "right_square_bracket"),
        (":", "colon"),
        (",", "comma"),
        ("comma", "comma"),
        ("+", "plus"),
        ("space", "space"),
        (" ", "space"),
        ("J", "J"),
        ("é", "é"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("shift+alt+left", "alt+shift+left"),
        ("ctrl++", "ctrl+plus"),
        ("f12", "f12"),
        ("left_square_bracket", "left_square_bracket"),
    ],
)
def test_a_key_may_be_written_as_the_character_or_by_its_name(written: str, textual: str):
    assert key_name(written) == textual


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("shift+j", '"J"'),
        ("esc", '"escape"'),
        ("Escape", '"escape"'),
        ("return", '"enter"'),
        ("del", '"delete"'),
        ("pgdn", '"pagedown"'),
        ("page up", '"pageup"'),
        ("Ctrl+P", '"ctrl+p"'),
        ("ctrl+P", '"ctrl+p"'),
        ("C-p", '"ctrl+p"'),
        ("<C-p>", '"ctrl+p"'),
        ("^P", '"ctrl+p"'),
        ("control+p", '"ctrl+p"'),
        ("backtab", '"shift+tab"'),
        ("ctrl+m", '"enter"'),
        ("ctrl+i", '"tab"'),
        ("ctrl+h", '"backspace"'),
        ("ctrl+[", '"escape"'),
        ("", "[]"),
        ("none", "[]"),
        ("gg", '"g"'),
        ("g g", '"g"'),
        ("j down", '["j", "down"]'),
        ("↓", '"down"'),
        ("\t", '"tab"'),
        ("enterr", '"enter"'),
        ("shift+1", "the character"),
        ("nonsense", "such as"),
        ("ctrl+alt", "such as"),
        ("j+", "such as"),
        ("left_shift", "such as"),
        ("\u200f", "the name of a key"),
        ("\u0301", "the name of a key"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_what_to_write(written: str, instead: str):
    with pytest.raises(KeyNameError) as caught:
        key_name(written)
    assert instead in str(caught.value)


def test_chords_that_terminals_take_are_allowed_to_who_wants_them(tmp_path: Path):
    assert problems_of(tmp_path, '[reader]\nnote = ["ctrl+s", "ctrl+j", "alt+n"]\n') == []


@given(st.text(max_size=12))
def test_every_text_is_a_key_or_is_refused_in_one_safe_line(written: str):
    try:
        name = key_name(written)
    except KeyNameError as error:
        said = str(error)
    else:
        said = written_key(name)
        assert key_name(said) == name
        assert "," not in name
    assert is_safe(said)


@given(st.characters())
def test_a_character_that_can_be_typed_has_the_name_that_textual_gives_it(character: str):
    assume(character.isprintable())
    try:
        name = key_name(character)
    except KeyNameError:
        return
    assert name == _character_to_key(character)
    assert written_key(name) == (character if character != " " else "space")


def test_the_names_of_keys_without_characters_are_textuals():
    ours = ("escape", "enter", "tab", "pageup", "delete", "f1", "shift+left")
    assert {key_name(name) for name in ours} <= {key.value for key in Keys}
    assert [shown_key(key_name(name)) for name in ("escape", "pagedown", "up", "]")] == [
        "esc",
        "pgdn",
        "↑",
        "]",
    ]
    assert key_character("escape") is None


# What is wrong with a file


def test_an_unknown_context_is_named_with_its_line(tmp_path: Path):
    line, message = only_problem(tmp_path, '# mine\n\n[raeder]\nnote = "x"\n')
    assert line == 3
    assert "write [reader]" in message


def test_an_unknown_action_is_named_with_its_line_and_the_likely_one(tmp_path: Path):
    line, message = only_problem(tmp_path, '[reader]\n# note\nnext_sentense = "n"\n')
    assert (line, "next_sentence" in message) == (3, True)


def test_an_action_of_another_context_is_sent_there(tmp_path: Path):
    line, message = only_problem(tmp_path, '[reader]\ncommand_palette = "f2"\n')
    assert (line, "[app]" in message) == (2, True)


def test_an_unknown_label_is_named_with_its_line(tmp_path: Path):
    line, message = only_problem(tmp_path, '[labels]\nklaim = "k"\n')
    assert (line, "claim" in message) == (2, True)


def test_an_action_above_the_first_table_is_sent_to_one(tmp_path: Path):
    line, message = only_problem(tmp_path, 'swap_end = "x"\n')
    assert (line, "[reader]" in message) == (1, True)


def test_a_table_written_as_a_value_is_refused(tmp_path: Path):
    line, message = only_problem(tmp_path, '\nreader = "j"\n')
    assert (line, "[reader]" in message) == (2, True)


@pytest.mark.parametrize(
    ("value", "instead"),
    [
        ("3", '"3"'),
        ("true", '"key"'),
        ("false", "[]"),
        ("1.5", '"key"'),
        ("1979-05-27", '"key"'),
        ("{ a = 1 }", '"key"'),
        ('[["x"]]', '"key"'),
    ],
)
def test_a_value_of_a_wrong_type_is_refused_with_what_to_write(
    tmp_path: Path, value: str, instead: str
):
    line, message = only_problem(tmp_path, f"[reader]\nnote = {value}\n")
    assert (line, instead in message) == (2, True)


def test_each_key_of_a_list_over_several_lines_has_its_own_line(tmp_path: Path):
    text = '[reader]\nnote = [ # keys\n  "f2", # "esc"\n  "esc",\n\n  5,\n]\n'
    assert [problem.line for problem in problems_of(tmp_path, text)] == [4, 6]


def test_lines_are_right_for_dotted_keys_inline_tables_and_quoted_names(tmp_path: Path):
    text = (
        'reader.note = "esc"\nlibrary = { sort = "esc" }\n["panel"]\n"choose" = \'\'\'esc\'\'\'\n'
    )
    assert [problem.line for problem in problems_of(tmp_path, text)] == [1, 2, 4]


def test_a_key_that_a_default_has_is_refused_unless_that_one_moves(tmp_path: Path):
    line, message = only_problem(tmp_path, '[reader]\nnote = "u"\n')
    assert line == 2
    assert "[reader] undo" in message
    assert "undo = []" in message
    assert problems_of(tmp_path, '[reader]\nnote = "u"\nundo = "f2"\n') == []


@pytest.mark.parametrize(
    ("context", "action", "key", "other"),
    [
        ("reader", "note", "?", "[app] help"),
        ("reader", "note", "c", "[labels] claim"),
        ("labels", "claim", "j", "[reader] next_sentence"),
        ("labels", "claim", ":", "[app] command_palette"),
        ("app", "help", "s", "[library] sort"),
        ("panel", "choose", "?", "[app] help"),
        ("prompt", "accept", "ctrl+z", "[app] suspend"),
        ("help", "top", "ctrl+c", "[app] copy_or_quit_hint"),
    ],
)
def test_a_key_stands_for_one_action_among_the_contexts_that_meet(
    tmp_path: Path, context: str, action: str, key: str, other: str
):
    problems = problems_of(tmp_path, f'[{context}]\n{action} = "{key}"\n')
    assert any(problem.line == 2 and other in problem.message for problem in problems)


def test_contexts_that_never_meet_may_use_the_same_key(tmp_path: Path):
    assert problems_of(tmp_path, '[library]\nsort = "f2"\n[reader]\nnote = "f2"\n') == []


def test_one_key_twice_in_the_same_file_blames_the_later_line(tmp_path: Path):
    line, message = only_problem(tmp_path, '[reader]\nundo = "f2"\n\nnote = "f2"\n')
    assert (line, "[reader] undo" in message) == (4, True)
    line, message = only_problem(tmp_path, '[reader]\nnote = "f2"\n\nundo = "f2"\n')
    assert (line, "[reader] note" in message) == (4, True)


def test_the_same_key_twice_for_one_action_is_no_fault(tmp_path: Path):
    assert problems_of(tmp_path, '[reader]\nnote = ["f2", "f2"]\n') == []


def test_a_wrong_key_does_not_blame_another_line_for_the_key_it_left(tmp_path: Path):
    line, _ = only_problem(tmp_path, '[reader]\nundo = "esc"\nnote = "u"\n')
    assert line == 2


@pytest.mark.parametrize("key", ["j", "space", "ctrl+a", "left", "ctrl+k"])
def test_keys_that_type_or_edit_are_refused_where_one_types(tmp_path: Path, key: str):
    for action in ("[prompt]\naccept", "[form]\nnext_field"):
        problems = problems_of(tmp_path, f'{action} = "{key}"\n')
        assert problems
        assert problems[0].line == 2


@pytest.mark.parametrize("context", ["prompt", "form", "help"])
def test_the_way_out_cannot_be_disabled(tmp_path: Path, context: str):
    line, message = only_problem(tmp_path, f"[{context}]\nleave = []\n")
    assert (line, '"escape"' in message) == (2, True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reader]\nnote = \n", 2),
        ('[reader]\nnote = "x\n', 2),
        ('[reader\nnote = "x"\n', 1),
        ('[reader]\nnote = "f2"\nnote = "f3"\n\n', 3),
        ('[reader]\nundo = "f2"\n[reader]\nnote = "f3"\n', 3),
        ("[reader]\n\n\nnote = x\n", 4),
        ('[reader]\nnote = ["f2"', 2),
    ],
)
def test_text_that_is_not_toml_is_refused_with_its_line(tmp_path: Path, text: str, line: int):
    found, message = only_problem(tmp_path, text)
    assert found in (line, line - 1)
    assert "write" in message


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "9" * 6000, "x = 2024-13-45", "\x00", "[reader]\nnote='\x1b'"],
    ids=["deep", "long number", "date", "NUL", "escape"],
)
def test_strange_text_is_a_problem_and_no_crash(tmp_path: Path, text: str):
    problems = problems_of(tmp_path, text)
    assert len(problems) == 1
    assert is_safe(str(problems[0]))


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path):
    line, message = only_problem(tmp_path, b'[reader]\nnote = "\xe9"\n')
    assert (line, "UTF-8" in message) == (2, True)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path):
    assert problems_of(tmp_path, b'\xef\xbb\xbf[reader]\r\nnote = "f2"\r\n') == []


def test_a_huge_file_a_folder_and_a_missing_file_are_refused(tmp_path: Path):
    line, message = only_problem(tmp_path, "#" * (LARGEST_FILE + 1))
    assert (line, "kB" in message) == (0, True)
    for path in (tmp_path, tmp_path / "missing.toml"):
        keymap, problems = load_keymap(path, LABELS)
        assert [problem.line for problem in problems] == [0]
        assert keymap == load_keymap(None, LABELS)[0]


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text("")
    file.chmod(0)
    me = os.geteuid()
    if me == 0:  # Root reads every file, so be somebody else for a moment.
        os.seteuid(65534)
    try:
        _, problems = load_keymap(file)
    finally:
        os.seteuid(me)
    assert "readable" in problems[0].message


def test_a_name_that_no_file_can_have_is_refused():
    for name in ("x" * 5000, "a\x00b"):
        _, problems = load_keymap(Path(name))
        assert [problem.line for problem in problems] == [0]
        assert is_safe(str(problems[0]))


def test_problems_are_told_in_the_order_of_the_lines_and_are_safe_to_print(tmp_path: Path):
    text = '[reader]\nnote = "esc"\n"\\u001b]0;x\\u0007" = "a"\n[nowhere]\n[labels]\nx = 1\n'
    problems = problems_of(tmp_path, text)
    assert [problem.line for problem in problems] == [2, 3, 4, 6]
    assert all(is_safe(str(problem)) for problem in problems)
    assert str(problems[0]).startswith(f"{tmp_path / 'mine.toml'}:2: [reader] note: ")


@pytest.fixture(scope="module")
def any_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "any.toml"


@given(
    st.one_of(
        st.binary(max_size=60),
        st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")),
    )
)
def test_no_content_whatever_upsets_the_reading(any_file: Path, content: bytes):
    any_file.write_bytes(content)
    keymap, problems = load_keymap(any_file, LABELS)
    assert all(is_safe(str(problem)) for problem in problems)
    assert keymap.keys("reader", "leave") == ("q", "escape")


# Where the files are


def test_the_own_file_stands_in_the_config_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_user_file() is None
    own = keys_file()
    assert own.name == FILE_NAME
    assert own.parent.name == "sanggah"
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert find_user_file() == own
    assert find_user_file(tmp_path / "other.toml") == tmp_path / "other.toml"


def test_the_default_file_is_the_one_in_the_repository():
    root = Path(__file__).parent.parent.parent
    assert default_text() == (root / FILE_NAME).read_text(encoding="utf-8")


# Lines of TOML

_NAMES = st.text("abcxyz_-", min_size=1, max_size=4)


@given(
    st.lists(
        st.tuples(_NAMES, st.dictionaries(_NAMES, st.lists(_NAMES)), st.booleans()),
        unique_by=lambda table: table[0],
    )
)
def test_every_key_is_found_on_the_line_on_which_it_was_written(
    tables: list[tuple[str, dict[str, list[str]], bool]],
):
    lines: list[str] = []
    expected: dict[tuple[str | int, ...], int] = {}
    for name, entries, spread in tables:
        lines += ["# [x]", f"[{name}] # y = 1"]
        expected[(name,)] = len(lines)
        for key, values in entries.items():
            if spread:
                lines.append(f"{key} = [ # [z]")
                expected[(name, key)] = len(lines)
                for place, value in enumerate(values):
                    lines.append(f'  "{value}", # ]')
                    expected[(name, key, place)] = len(lines)
                lines.append("]")
            else:
                lines.append(f"{key} = {values!r}")
                expected[(name, key)] = len(lines)
                expected |= {(name, key, place): len(lines) for place in range(len(values))}
    text = "\n".join(lines)
    tomllib.loads(text)
    assert lines_of_keys(text) == expected


# Calls


def test_calls_name_the_node_that_has_the_action():
    assert action_call("app", "help") == "app.help"
    assert action_call("reader", "next_quote") == "next_quote"
    assert action_call("labels", "it's") == 'tag("it\'s")'
    assert action_call("reader", "tag_by_position", 2) == "tag_by_position(3)"


def test_what_always_works_is_an_action_of_the_app():
    assert set(ALWAYS) <= set(ACTIONS["app"])
    assert set(SHARED) == set(CONTEXTS)


def test_every_binding_has_an_id_a_tooltip_and_one_key():
    from textual.dom import DOMNode

    from tui.keymap import bind

    keymap, _ = load_keymap(None, LABELS)
    for context in CONTEXTS:
        node = DOMNode()
        bind(node, keymap, context)
        for key, binding in node._bindings:
            assert isinstance(binding, Binding)
            assert binding.key == key
            assert "," not in key
            assert binding.id
            assert binding.tooltip
            assert not binding.priority
