"""Copying text to the clipboard, and saying truthfully what became of it.

Tried in this order: the desktop's own tool where there is a display, tmux's buffer inside tmux,
the terminal itself (OSC 52), and where none of these took it a file. Deciding what to copy, and
writing into the terminal without disturbing the screen, is left to the caller.

What nothing acknowledges is called *sent*; *copied* is said where the text was read back, or where
the tool has no way to read it back and ended well. A tool runs without our output (the half of
xclip that stays would hold a pipe open for ever), in a session of its own (so that it outlives the
terminal), and is killed when its time is up.
"""

from __future__ import annotations

import base64
import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.terminal_text import without_controls

#: Seconds that a whole copy may take, and the share of them that the desktop's tools may take.
TIME_LIMIT = 2.0
DESKTOP_TIME_LIMIT = 1.2
#: Seconds to wait before what was copied is read back once more.
READ_AGAIN_AFTER = 0.03
#: Bytes of text that one OSC 52 may carry: many terminals read 100,000 bytes of it, which leaves
#: 99,992 of base64 after ``ESC ] 5 2 ; c ;`` and before BEL.
OSC52_LIMIT = 74_994
#: Characters in one device control string for GNU screen: versions before 4 hold 256, end included.
SCREEN_STRING = 240
#: Terminals that would show an OSC 52 instead of reading it.
TERMINALS_WITHOUT_OSC = frozenset({"dumb", "linux"})
FALLBACK_NAME = "copied.txt"

# pyperclip has no time-out, and prints; in a process of its own it can do neither harm.
_PYPERCLIP_COPY = (
    "import sys, pyperclip; pyperclip.copy(sys.stdin.buffer.read().decode('utf-8', 'strict'))"
)
_PYPERCLIP_PASTE = (
    "import sys, pyperclip; sys.stdout.buffer.write(pyperclip.paste().encode('utf-8'))"
)


@dataclass(frozen=True, slots=True)
class CopyResult:
    """What became of a copy.

    ``message`` is one line for the reviewer, ``confirmed`` whether a clipboard or a buffer is known
    to hold the text, ``ways`` what took it (``xclip``, ``tmux``, ``osc52``, ``file``, ...) in the
    order tried, and ``file`` the file it was saved to where nothing else took it.
    """

    message: str
    confirmed: bool
    ways: tuple[str, ...] = ()
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class DesktopTool:
    """A program that sets the desktop's clipboard from its input, and one that prints it.

    Without ``paste`` the exit status of ``copy`` has to be believed.
    """

    name: str
    copy: tuple[str, ...]
    paste: tuple[str, ...] = ()
    encoding: str = "utf-8"
    settings: tuple[tuple[str, str], ...] = ()


WINDOWS_FROM_LINUX = DesktopTool("clip.exe", ("clip.exe",), encoding="utf-16-le")
MACOS = DesktopTool(
    "pbcopy",
    ("pbcopy",),
    ("pbpaste",),
    # Without a locale these two read and write MacRoman.
    settings=(("LC_CTYPE", "UTF-8"),),
)
WAYLAND = DesktopTool(
    "wl-copy", ("wl-copy", "--type", "text/plain"), ("wl-paste", "--no-newline", "--type", "text")
)
X11 = (
    DesktopTool(
        "xclip", ("xclip", "-selection", "clipboard"), ("xclip", "-selection", "clipboard", "-o")
    ),
    DesktopTool("xsel", ("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output")),
)
# Windows itself, KDE's klipper, Qt: whatever pyperclip finds where none of the above is installed.
PYPERCLIP = DesktopTool(
    "pyperclip",
    (sys.executable, "-P", "-c", _PYPERCLIP_COPY),
    (sys.executable, "-P", "-c", _PYPERCLIP_PASTE),
)


def copy(
    text: str,
    *,
    write_to_terminal: Callable[[str], None] | None,
    environ: Mapping[str, str] | None = None,
    fallback_folder: Path,
) -> CopyResult:
    """Copy ``text`` by every way that this machine offers; never raises, prints nothing.

    Takes `TIME_LIMIT` seconds at most and belongs in a thread. Control characters but line feed
    and tab are left out.

    Args:
        text: What to copy.
        write_to_terminal: Called from this thread with an escape sequence that has to reach the
            terminal whole; None where there is no terminal to write to.
        environ: The environment to look for displays and programs in, the process's by default.
        fallback_folder: The folder for the file of last resort; made (0700) where it is missing.
    """
    surroundings = os.environ if environ is None else environ
    wanted = without_controls(text)
    if not wanted:
        return CopyResult("nothing to copy", confirmed=False)
    now = time.monotonic()
    tried, took = _copy_to_desktop(wanted, surroundings, now + DESKTOP_TIME_LIMIT)
    ways = [took] if took else []
    in_tmux = _copy_to_tmux(wanted, surroundings, now + TIME_LIMIT - 0.2)
    if in_tmux:
        ways.append("tmux")
    sent = _send_to_terminal(wanted, surroundings, write_to_terminal)
    if sent:
        ways.append("osc52")
    if took:
        return CopyResult("copied to the clipboard", confirmed=True, ways=tuple(ways))
    failed = f"; {' and '.join(tried)} failed" if tried else ""
    if in_tmux:
        also = " and sent to the terminal" if sent else ""
        message = f"copied to tmux's buffer{also}{failed}"
        return CopyResult(message, confirmed=True, ways=tuple(ways))
    if sent:
        message = f"sent to the terminal, which gives no answer{failed}"
        return CopyResult(message, confirmed=False, ways=tuple(ways))
    return _save_to_file(wanted, fallback_folder, _why_no_clipboard(wanted, tried))


def osc52(text: str) -> str:
    """Return the escape sequence that asks a terminal to put ``text`` on the clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\x07"


def for_screen(sequence: str) -> str:
    """Return a sequence as GNU screen passes it on: in device control strings, a piece in each.

    After "String escapes" in its manual (ESC P ... ESC \\); `SCREEN_STRING` is what one holds.
    """
    pieces = (sequence[at : at + SCREEN_STRING] for at in range(0, len(sequence), SCREEN_STRING))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def wrapping(environ: Mapping[str, str]) -> Literal["plain", "screen", "both"]:
    """Return how a sequence reaches the terminal that is in front of the reviewer.

    Over ssh only TERM tells of screen, and tmux may call itself so too; each of the two passes over
    what is meant for the other.
    """
    in_screen, in_tmux = bool(environ.get("STY")), bool(environ.get("TMUX"))
    if in_screen and not in_tmux:
        return "screen"
    if in_screen or (environ.get("TERM", "").startswith("screen") and not in_tmux):
        return "both"
    return "plain"


def desktop_tools(environ: Mapping[str, str]) -> list[DesktopTool]:
    """Return the tools that can reach the clipboard of the screen in front of the reviewer.

    Over ssh only a forwarded X display is theirs; the other machine's own screen is not.
    """
    path = environ.get("PATH")
    display = environ.get("DISPLAY", "")
    wayland = environ.get("WAYLAND_DISPLAY", "")
    remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if remote:
        wayland = ""
        if display.startswith((":", "unix:", "/")):
            display = ""
    candidates: list[DesktopTool] = []
    if environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"):
        candidates.append(WINDOWS_FROM_LINUX)
    if sys.platform == "darwin" and not remote:
        candidates.append(MACOS)
    if wayland:
        candidates.append(WAYLAND)
    if display:
        candidates.extend(X11)
    found = [tool for tool in candidates if shutil.which(tool.copy[0], path=path)]
    if not found and (display or sys.platform in ("win32", "cygwin")):
        found.append(PYPERCLIP)
    return found


def _copy_to_desktop(
    text: str, environ: Mapping[str, str], deadline: float
) -> tuple[list[str], str | None]:
    """Return the names of the tools that failed, and the one that took the text."""
    tried: list[str] = []
    for tool in desktop_tools(environ):
        if time.monotonic() >= deadline:
            break
        settings = {**environ, **dict(tool.settings)}
        done = _run(tool.copy, text.encode(tool.encoding, "replace"), settings, deadline)
        if done is not None and (not tool.paste or _reads_back(tool, text, settings, deadline)):
            return tried, tool.name
        tried.append(tool.name)
    return tried, None


def _reads_back(tool: DesktopTool, text: str, environ: Mapping[str, str], deadline: float) -> bool:
    """Whether the clipboard holds ``text``; asked twice, as its new owner may need a moment."""
    for _ in range(2):
        held = _run(tool.paste, None, environ, deadline)
        if held is not None and _same_text(held.decode("utf-8", "replace"), text):
            return True
        time.sleep(READ_AGAIN_AFTER)
    return False


def _same_text(held: str, wanted: str) -> bool:
    """Whether a clipboard holds what was asked for, whatever line ends its system writes."""
    return held.replace("\r\n", "\n") in (wanted, f"{wanted}\n")


def _copy_to_tmux(text: str, environ: Mapping[str, str], deadline: float) -> bool:
    """Load tmux's buffer, and have tmux pass it on to the terminal (``-w``, from tmux 3.2)."""
    if not environ.get("TMUX") or not shutil.which("tmux", path=environ.get("PATH")):
        return False
    written = text.encode("utf-8", "replace")
    return any(
        _run(("tmux", "load-buffer", *passing_on, "-"), written, environ, deadline) is not None
        for passing_on in (("-w",), ())
    )


def _send_to_terminal(
    text: str, environ: Mapping[str, str], write: Callable[[str], None] | None
) -> bool:
    if write is None or environ.get("TERM") in TERMINALS_WITHOUT_OSC or _too_long_to_send(text):
        return False
    plain = osc52(text)
    wrapped = for_screen(plain)
    ways = {"plain": plain, "screen": wrapped, "both": plain + wrapped}
    try:
        write(ways[wrapping(environ)])
    except Exception:
        # A terminal that is gone must not take the reviewer's work with it.
        return False
    return True


def _too_long_to_send(text: str) -> bool:
    return len(text.encode("utf-8", "replace")) > OSC52_LIMIT


def _why_no_clipboard(text: str, tried: Sequence[str]) -> str:
    if tried:
        return f"{' and '.join(tried)} failed"
    if _too_long_to_send(text):
        return "too long to send to the terminal"
    return "no clipboard here"


def _save_to_file(text: str, folder: Path, why: str) -> CopyResult:
    path = folder / FALLBACK_NAME
    beside = folder / f".{FALLBACK_NAME}.{secrets.token_hex(4)}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        message = f"not copied: {why}, and {path} cannot be written ({error.strerror})"
        return CopyResult(message, confirmed=False)
    message = f"not copied ({why}), saved to {path}"
    return CopyResult(message, confirmed=False, ways=("file",), file=path)


def _run(
    command: Sequence[str], given: bytes | None, environ: Mapping[str, str], deadline: float
) -> bytes | None:
    """Give ``command`` its input, or read its output where ``given`` is None.

    Returns what it printed (nothing where it was given input); None if it cannot start, fails, or
    is not done before ``deadline``, when it is killed with all that it started.
    """
    program = shutil.which(command[0], path=environ.get("PATH"))
    if program is None:
        return None
    try:
        process = subprocess.Popen(
            (program, *command[1:]),
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE if given is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except (OSError, ValueError):
        return None
    try:
        printed, _ = process.communicate(given, timeout=max(0.0, deadline - time.monotonic()))
    except (OSError, subprocess.SubprocessError):
        _kill(process)
        return None
    return (printed or b"") if process.returncode == 0 else None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started; what is slow to end is collected later."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    with contextlib.suppress(subprocess.SubprocessError):
        process.wait(timeout=0.1)
