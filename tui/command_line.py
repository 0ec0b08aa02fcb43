"""The frame of the command line: common options, unknown words taken for paths, errors, exit codes.

Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. Whatever a user can cause ends in one line
on standard error. What the commands do stands in ``cli``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from store import LONGEST_REVIEWER
from tui.printing import complain, prepare_streams
from tui.terminal_text import one_line

if TYPE_CHECKING:
    from store import Store

USAGE, FAILED, STOPPED, BROKEN_PIPE = 2, 1, 130, 141
OPEN = "open"
"""The hidden command that takes the words which are no command's name."""

AT_MOST = click.IntRange(1, 1_000_000_000)
"""A number of things to print; SQLite could take no more than 64 bits of it."""

_F = TypeVar("_F", bound=Callable[..., Any])


class CommandError(Exception):
    """The one line that a command ends with, and its exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


@dataclass
class Settings:
    """The options that every command takes, as far as they were given."""

    store: str | None = None
    reviewer: str | None = None
    keys: Path | None = None
    labels: Path | None = None
    width: int | None = None
    theme: str | None = None

    @property
    def store_file(self) -> Path:
        """The store that is meant."""
        from tui.places import store_file

        return Path(self.store).expanduser() if self.store else store_file()

    @property
    def reviewer_name(self) -> str:
        """Who is working.

        Raises:
            CommandError: nobody, or a name that cannot be one.
        """
        if self.reviewer is not None:
            return _checked_reviewer(self.reviewer, "--reviewer")
        named = os.environ.get("SANGGAH_REVIEWER")
        if named:
            return _checked_reviewer(named, "SANGGAH_REVIEWER")
        import getpass

        try:
            return _checked_reviewer(getpass.getuser(), "the login name")
        except (OSError, KeyError):
            raise CommandError("who are you? Say it with --reviewer NAME", USAGE) from None

    def open(self) -> Store:
        """Open the store, which is made if there is none yet; read-only where it must be."""
        from store import open_store

        path = self.store_file
        is_fixed = path.is_file() and not (
            os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        )
        return open_store(path, self.reviewer_name, read_only=is_fixed)


def _checked_reviewer(name: str, origin: str) -> str:
    """Return ``name`` trimmed, or fail: it stands in every mark and every event for good."""
    trimmed = name.strip()
    if not trimmed:
        problem = "is empty"
    elif one_line(trimmed) != trimmed:
        problem = "holds control characters"
    elif len(trimmed) > LONGEST_REVIEWER:
        problem = f"is longer than {LONGEST_REVIEWER} characters"
    elif trimmed in ("rule", "outside"):
        problem = f"cannot be {trimmed}, which the store uses for what no reviewer did"
    else:
        return trimmed
    raise CommandError(f"the reviewer's name from {origin} {problem}", USAGE)


def refuse_unknown_reviewer(store: Store, name: str) -> None:
    """Fail where nobody of this name has done anything in the store.

    Raises:
        CommandError: With the names that there are.
    """
    from store import history

    known = history.reviewers(store)
    if name not in known:
        there_are = f"there are: {', '.join(known)}" if known else "nobody has marked anything yet"
        raise CommandError(f"no reviewer {name}; {there_are}")


class Commands(click.Group):
    """The commands; a first word that is none of them is a path to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help, not of the alphabet."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or take all words for paths to open."""
        command = self.get_command(ctx, args[0])
        if command is not None and not command.hidden:
            return args[0], command, args[1:]
        # A path that starts with a dash came from behind "--", which it needs again.
        paths = ["--", *args] if args[0].startswith("-") else args
        return OPEN, self.get_command(ctx, OPEN), paths

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways of calling."""
        formatter.write_usage("sanggah", "[OPTIONS] [PATHS...]")
        formatter.write_usage("sanggah", "COMMAND [OPTIONS] ...", prefix="       ")

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; ctrl+c ends it in one line, a closed pipe in none."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise CommandError("stopped", STOPPED) from None
        except BrokenPipeError:
            _leave_standard_output()
            return BROKEN_PIPE
        return code

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run the command line and exit; whatever a user can cause ends in one line."""
        prepare_streams()
        options.update(prog_name="sanggah", standalone_mode=False)
        sys.exit(_exit_code(lambda: super(Commands, self).main(*args, **options)))


def _exit_code(run: Callable[[], Any]) -> int:
    from store.model import SanggahError

    try:
        code = run()
    except CommandError as error:
        complain(str(error))
        return error.code
    except SanggahError as error:
        complain(str(error))
        return FAILED
    except click.exceptions.Abort:
        complain("stopped")
        return STOPPED
    except click.UsageError as error:
        hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
        complain(error.format_message() + hint)
        return USAGE
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        _leave_standard_output()
        return FAILED
    except Exception as error:
        sqlite3 = sys.modules.get("sqlite3")
        # The second is Python's, over a message of SQLite's that quotes damaged bytes.
        if sqlite3 is None or not isinstance(error, (sqlite3.Error, UnicodeDecodeError)):
            raise  # not the user's doing
        complain(f"the store cannot be used: {error}")
        return FAILED
    return code if isinstance(code, int) else 0


def _leave_standard_output() -> None:
    """Let what is still to be flushed at the end go nowhere, instead of failing once more."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _setting(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(ctx.ensure_object(Settings), name, value)

    return keep


store_option = click.option(
    "--store",
    metavar="FILE",
    expose_value=False,
    callback=_setting("store"),
    help="The store. Else $SANGGAH_STORE, else the user's own (see sanggah where).",
)
reviewer_option = click.option(
    "--reviewer",
    metavar="NAME",
    expose_value=False,
    callback=_setting("reviewer"),
    help="Who is working. Else $SANGGAH_REVIEWER, else the login name.",
)


def common_options(command: _F) -> _F:
    """Give a command the options that may stand before or after its name."""
    return store_option(reviewer_option(command))


def app_options(command: _F) -> _F:
    """Give a command the options of the app."""
    command = click.option(
        "--width",
        metavar="N",
        type=click.IntRange(20, 400),
        expose_value=False,
        callback=_setting("width"),
        help="The width of an article's text in cells (80).",
    )(command)
    command = click.option(
        "--theme",
        metavar="NAME",
        expose_value=False,
        callback=_setting("theme"),
        help="How it looks. Else $SANGGAH_THEME, else what you chose last in the app.",
    )(command)
    command = click.option(
        "--labels",
        metavar="FILE",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_setting("labels"),
        help="Your labels. Else labels.toml beside the store, else what sanggah where names.",
    )(command)
    return click.option(
        "--keys",
        metavar="FILE",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_setting("keys"),
        help="Your keys. Else those that sanggah where names.",
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
