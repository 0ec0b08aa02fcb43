"""What this machine can do for the program: terminal, clipboard, store, keys, versions.

It looks and changes nothing. Each part is looked at in a thread of its own and given up when time
is out, so that a dead display or a lost network drive cannot hold it. Printing is the caller's.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from store import SanggahError
from tui.clipboard import OSC52_LIMIT, TERMINALS_WITHOUT_OSC, desktop_tools, wrapping

#: Seconds for everything together, and for one question to another program.
TIME_LIMIT: Final = 1.6
ANSWER_WITHIN: Final = 0.5

Value = str | int | bool | None


@dataclass
class Findings:
    """What was found out about one thing.

    Attributes:
        facts: What there is, by name.
        problems: What is wrong and what to do, a line each.
        hints: What could be better, a line each.
    """

    facts: dict[str, Value] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


def examine(
    store_file: Path, keys_file: Path | None = None, *, environ: Mapping[str, str] | None = None
) -> dict[str, Findings]:
    """Look at everything; takes `TIME_LIMIT` seconds at most.

    Args:
        store_file: The store that would be used.
        keys_file: The key file named on the command line, if one is.
        environ: The environment, the process's own by default.
    """
    surroundings = os.environ if environ is None else environ
    parts: dict[str, Callable[[], Findings]] = {
        "terminal": lambda: _terminal(surroundings),
        "clipboard": lambda: _clipboard(surroundings),
        "store": lambda: _store(store_file),
        "keys": lambda: _keys(keys_file),
        "versions": _versions,
    }
    found: dict[str, Findings] = {}

    def look(name: str) -> None:
        try:
            found[name] = parts[name]()
        except Exception as error:
            found[name] = Findings(problems=[f"could not be looked at: {error}"])

    threads = [threading.Thread(target=look, args=(name,), daemon=True) for name in parts]
    deadline = time.monotonic() + TIME_LIMIT
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    late = Findings(problems=[f"no answer within {TIME_LIMIT} seconds"])
    return {name: found.get(name, late) for name in parts}


# The terminal


def _terminal(environ: Mapping[str, str]) -> Findings:
    found = Findings()
    kind = environ.get("TERM", "")
    size = _size()
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    found.facts = {
        "TERM": kind or None,
        "COLORTERM": environ.get("COLORTERM") or None,
        "colors": _colors(environ),
        "NO_COLOR": "NO_COLOR" in environ,
        "columns": size[0] if size else None,
        "rows": size[1] if size else None,
        "locale": environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or None,
        "encoding": encoding,
        "tmux": bool(environ.get("TMUX")),
        "screen": bool(environ.get("STY")),
        "ssh": _is_remote(environ),
    }
    if kind in ("", "dumb", "unknown"):
        found.problems.append("TERM names no terminal with a screen; the app cannot be opened here")
    if "utf" not in encoding:
        found.problems.append(f"the locale writes {encoding}; set LC_ALL to one of UTF-8")
    if size and (size[0] < 40 or size[1] < 10):
        found.hints.append("40 columns and 10 rows are the least that one can work in")
    if _colors(environ) == 16:
        found.hints.append("if this terminal shows 24-bit colour, say COLORTERM=truecolor")
    return found


def _colors(environ: Mapping[str, str]) -> int:
    """Return how many colours the terminal is sent: none, 16, 256 or 16777216."""
    if "NO_COLOR" in environ or environ.get("TERM", "") in ("", "dumb", "unknown"):
        return 0
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 1 << 24
    return 256 if environ["TERM"].endswith("256color") else 16


def _size() -> tuple[int, int] | None:
    for descriptor in (1, 2, 0):
        with contextlib.suppress(OSError, ValueError):
            columns, rows = os.get_terminal_size(descriptor)
            return columns, rows
    return None


def _is_remote(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


# The clipboard


def _clipboard(environ: Mapping[str, str]) -> Findings:
    found = Findings()
    tools = desktop_tools(environ)
    display, wayland = environ.get("DISPLAY"), environ.get("WAYLAND_DISPLAY")
    in_tmux = bool(environ.get("TMUX"))
    sends = environ.get("TERM") not in TERMINALS_WITHOUT_OSC
    passes_on = _ask_tmux(environ) if in_tmux else None
    alive = _display_answers(environ)
    ways = [tool.name for tool in tools if alive is not False]
    ways += ["tmux"] * in_tmux + ["osc52"] * sends or ["file"]
    found.facts = {
        "DISPLAY": display or None,
        "WAYLAND_DISPLAY": wayland or None,
        "display answers": alive,
        "tools": ", ".join(tool.name for tool in tools) or None,
        "tmux set-clipboard": passes_on,
        "osc52": _sent(environ) if sends else None,
        "would be used": ", ".join(ways),
        "confirmed": bool(in_tmux or (tools and alive is not False)),
    }
    if alive is False:
        found.problems.append(
            "the display does not answer; copying goes round it, or set DISPLAY to a live one"
        )
    if not tools and (display or wayland) and not _is_remote(environ):
        wanted = "wl-clipboard" if wayland else "xclip or xsel"
        found.hints.append(f"install {wanted} to copy to the desktop's clipboard")
    if passes_on == "off":
        found.hints.append("tmux keeps copies to itself; set -g set-clipboard on passes them on")
    return found


def _sent(environ: Mapping[str, str]) -> str:
    words = {
        "plain": "",
        "screen": ", passed through screen",
        "both": ", plain and passed through screen",
    }
    return f"up to {OSC52_LIMIT} bytes{words[wrapping(environ)]}"


def _ask_tmux(environ: Mapping[str, str]) -> str | None:
    try:
        done = subprocess.run(
            ["tmux", "show-options", "-gv", "set-clipboard"],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWER_WITHIN,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip() or None


def _display_answers(environ: Mapping[str, str]) -> bool | None:
    """Whether somebody listens where the display should be; None where that cannot be told."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    wayland, folder = environ.get("WAYLAND_DISPLAY"), environ.get("XDG_RUNTIME_DIR", "")
    if wayland:
        return _listens(str(Path(folder) / wayland))
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", environ.get("DISPLAY", ""))
    if local is None:
        return None
    path = f"/tmp/.X11-unix/X{local[1]}"
    return _listens(path) or _listens(f"\0{path}")


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(ANSWER_WITHIN)
        try:
            connection.connect(path)
        except OSError:
            return False
        return True


# The store and the keys


def _store(file: Path) -> Findings:
    from store import stated_version

    found = Findings()
    place = file.absolute()
    exists = file.exists()
    nearest = next(folder for folder in place.parents if folder.exists())
    writable = os.access(nearest, os.W_OK) and (not exists or os.access(file, os.W_OK))
    found.facts = {"path": str(place), "exists": exists, "writable": writable, "version": None}
    if not writable:
        found.problems.append("the store cannot be written; name another with --store FILE")
    if exists:
        found.facts["bytes"] = file.stat().st_size
        try:
            # Only what the file states: to open a store leaves two files beside it.
            found.facts["version"] = stated_version(file)
            found.facts["journal"] = _journal(file)
        except SanggahError as error:
            found.problems.append(str(error))
    return found


def _journal(file: Path) -> str:
    """Return how SQLite keeps what is being written (SQLite's file format, 1.3.3)."""
    with file.open("rb") as opened:
        return "wal" if opened.read(19)[18:] == b"\x02" else "rollback"


def _keys(chosen: Path | None) -> Findings:
    from tui.keymap import find_user_file, load_keymap
    from tui.places import keys_file

    file = find_user_file(chosen)
    _, problems = load_keymap(file)
    shown = (file or keys_file()).absolute()
    return Findings(
        {"path": str(shown), "exists": file is not None and shown.exists()},
        [str(problem) for problem in problems],
    )


# Versions


def _versions() -> Findings:
    import platform
    import sqlite3
    from importlib import metadata

    found = Findings()
    found.facts = {
        "sanggah": _version_of("sanggah"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "sqlite": sqlite3.sqlite_version,
    }
    try:
        wanted = metadata.requires("sanggah") or []
    except metadata.PackageNotFoundError:
        wanted = []
    for requirement in wanted:
        if ";" not in requirement:
            name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
            found.facts[name] = _version_of(name)
            if found.facts[name] is None:
                found.problems.append(f"{name} is not installed; install sanggah again")
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.Error:
            found.problems.append("this SQLite has no FTS5, without which nothing can be searched")
    return found


def _version_of(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
