"""The application: the store it reads, the writer, and the two screens it moves between.

What the screens do is theirs; here stands what they share: writing, messages, copying, the
dialogs that both open, and leaving without losing a mark.
"""

from __future__ import annotations

import asyncio
import re
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from store import (
    ArticleQuery,
    Metadata,
    SanggahError,
    Store,
    StoreDamaged,
    articles,
    data_version,
    open_store,
    statistics,
)
from store import annotations as stored_annotations
from tui import daily_copy, garbage
from tui.keymap import Keymap, bind, contexts_of, find_user_file, load_keymap
from tui.keys_in_turn import KeysInTurn
from tui.places import find_label_file, state_folder
from tui.preferences import Preferences
from tui.screens.library import LibraryScreen
from tui.terminal_text import lines_of, one_line
from tui.themes import DEFAULT, DESCRIPTIONS, TERMINAL, THEMES, choose, no_color
from tui.trouble import UNREADABLE, as_store_error, sentence
from tui.widgets.key_footer import KeyFooter
from tui.writer import Job, Write, Writer

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from tui.label_file import LabelFile
    from tui.screens.export import ExportChoice
    from tui.tour import Tour

#: How often the status is looked at while changes wait, in seconds.
STATUS_EVERY = 0.05
#: How often it is looked whether the terminal is still there, in seconds.
TERMINAL_EVERY = 1.0
#: How often it is looked whether somebody pauses, and how long that is, in seconds.
PAUSE = 1.0
#: After how long it is said again that the store cannot be read or written, in seconds.
REMIND_EVERY = 4.0
#: When what the first article needs is brought in, in seconds after the start.
READY_AFTER = 0.3
#: How long a thread may keep the screen waiting, in seconds: Python's own 0.005 is a key's time.
TURN = 0.0005
#: How long leaving waits for the writer before it asks, in seconds.
LEAVE_AFTER = 0.3
TEXT_WIDTH = 80
#: How many cells of the footer the status may take.
STATUS_WIDTH = 30
_FOLDERS = re.compile(r"(?<!\S)/(?:[^\s:/]+/)+(?=[^\s:/])")
#: How many starts offer the tour to someone who has not taken it.
OFFERS = 3
PREFERENCES = "preferences.json"


class SanggahApp(KeysInTurn[int]):
    """Reads a store and writes to it in the name of one reviewer."""

    TITLE = "Sanggah"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    class Written(Message):
        """The writer has something to tell the screens."""

        def __init__(self, tell: Callable[[], None]) -> None:
            self.tell = tell
            super().__init__()

    def __init__(
        self,
        store: Store,
        keymap: Keymap,
        *,
        state_folder: Path,
        text_width: int = TEXT_WIDTH,
        theme: str = DEFAULT,
        greeting: str = "",
        label_file: Path | None = None,
        tour: Literal["", "offered", "begun"] = "",
    ) -> None:
        """Make the app.

        Args:
            store: An open store, for reading; the writer opens its own.
            keymap: The keys.
            state_folder: Where preferences and a copy of last resort are kept.
            text_width: The widest the article's text may be, in cells.
            theme: The name of a theme; NO_COLOR overrules it.
            greeting: A problem to show at the start, such as a wrong key file.
            label_file: The file that the labels come from, if they do.
            tour: Whether the tour is offered, or begun, at the start.
        """
        # Said before anything is drawn: else Textual answers NO_COLOR with shades of gray.
        theme = TERMINAL if no_color() else theme
        super().__init__(ansi_color=THEMES[theme].ansi)
        for known in THEMES.values():
            self.register_theme(known)
        # Set before there is anything to restyle, so that the start pays for no other look.
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.store = store
        self.keymap = keymap
        self.text_width = text_width
        self.preferences = Preferences.load(state_folder / PREFERENCES)
        self.writer = Writer(
            store.path,
            store.reviewer,
            lambda tell: self.deliver(tell),
            store.file_id,
            lambda seconds, call: asyncio.get_running_loop().call_later(seconds, call),
        )
        self._state_folder = state_folder
        self._greeting = greeting
        self._label_file = label_file
        self._tour: Tour | None = None
        self._tour_at_start = tour
        self._asked_to_leave = False
        self._told_trouble = ""
        self._told_at = 0.0
        self._library = LibraryScreen()
        bind(self, keymap, "app")

    def get_driver_class(self) -> type[Driver]:
        """Read and write without threads where the terminal is one of this system's."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[None]:
        """Begin with the library."""
        return self._library

    def on_mount(self) -> None:
        """Watch the writer, and leave in good order when told to by the system."""
        self._status_timer = self.set_interval(STATUS_EVERY, self.show_status, pause=True)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._end, 128 + number)
        if terminal_is_there():
            self.set_interval(TERMINAL_EVERY, self._leave_without_terminal)
        if self._greeting:
            self.call_after_refresh(self.say, self._greeting, error=True)
        if self._tour_at_start == "begun":
            self.call_after_refresh(self.action_tour)
        elif self._tour_at_start == "offered" and not self._greeting:
            self.call_after_refresh(self._offer_tour)
        self.call_after_refresh(garbage.settle)
        self.set_interval(PAUSE, self._tidy_in_pause)
        self.set_timer(PAUSE, self.writer.look)
        self.set_timer(READY_AFTER, self._make_ready)

    def _tidy_in_pause(self) -> None:
        if self.pause > PAUSE:
            garbage.look_in_pause(self.pause)

    def _make_ready(self) -> None:
        """Bring in what opening an article needs while nobody waits for it."""
        language: str | None = None
        with suppress(*UNREADABLE):
            for row in articles.first(self.store, ArticleQuery(), 1):
                language = articles.get(self.store, row.id).metadata.language
        Thread(target=bring_reader_in, args=(language,), name="bringing in", daemon=True).start()

    # Writing

    def write(
        self,
        job: Job,
        done: Callable[[Any], None] | None = None,
        *,
        marks: int = 0,
        failed: Callable[[SanggahError], None] | None = None,
        record: Mapping[str, Any] | None = None,
        awaited: bool = False,
    ) -> None:
        """Queue a change; see `tui.writer.Write`. A refusal is said in one line."""

        def refused(error: SanggahError) -> None:
            self.say(str(error), error=True)
            if failed is not None:
                failed(error)

        if not self.writer.state.waiting:
            self._status_timer.reset()  # not at once: most changes are written by the first look
        self.writer.submit(Write(job, done, refused, marks, record, awaited))
        self._status_timer.resume()

    def deliver(self, tell: Callable[[], None]) -> None:
        """Have something told in the screen's thread; for writers."""
        self.post_message(self.Written(tell))

    def on_sanggah_app_written(self, message: Written) -> None:
        """Hand a result of the writer to who asked for it."""
        if self.is_running:
            with self.telling():
                message.tell()
            self.show_status()
            self.paint_now()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say in one line what the store cannot give, where its file is locked, spoiled or gone.

        What was said last is repeated now and then only: this is for what looks by itself.
        """
        try:
            yield
        except UNREADABLE as error:
            self._remind(self._trouble(error))

    def _remind(self, trouble: str) -> None:
        """Say what is wrong, and again after a while where it goes on."""
        since = time.monotonic() - self._told_at
        if trouble != self._told_trouble or since > REMIND_EVERY:
            self.say_trouble(trouble)
            self._told_trouble, self._told_at = trouble, time.monotonic()

    def say_trouble(self, trouble: str) -> None:
        """Say what was found wrong by the way; the question whether to leave stands before it."""
        if not self._asked_to_leave:
            self.say(trouble, error=True)

    def _trouble(self, error: Exception) -> str:
        trouble = as_store_error(error, self.store.path)
        if isinstance(trouble, StoreDamaged):
            # What is appended to a damaged file may go with it.
            self.writer.hold(trouble)
        return str(trouble)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for; a store that cannot be read ends in a line, not in a crash."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except UNREADABLE as error:
            self.say(self._trouble(error), error=True)
            return True

    def show_status(self) -> None:
        """Show how the writing stands on the screen on top.

        A change on a screen below would have Textual paint the one on top anew, so those show it
        when they are on top again.
        """
        state = self.writer.state
        saved = f"saved {state.saved}" if state.saved else ""
        waiting = f"not written: {state.waiting}" if state.waiting else ""
        for footer in self.screen.query(KeyFooter):
            footer.show_status("  ".join(part for part in (waiting, saved) if part))
        if state.trouble:
            self._remind(state.trouble)
        if not state.waiting:
            self._told_trouble = ""
            self._status_timer.pause()

    def data_version(self) -> int:
        """A number that changes when another connection commits to the store."""
        return data_version(self.store)

    # Saying and asking

    def say(self, message: str, *, error: bool = False) -> None:
        """Show one line in the footer, folders left out of its paths where it would be cut."""
        if len(message) > self.size.width - STATUS_WIDTH:
            message = _FOLDERS.sub("…/", message)
        for screen in reversed(self.screen_stack):
            for footer in screen.query(KeyFooter):
                footer.show_message(one_line(message), error=error)
                return

    def pick(
        self,
        title: str,
        options: Sequence[str],
        take: Callable[[int], None],
        *,
        current: int = 0,
    ) -> None:
        """Let the reviewer choose one of several; nothing happens where they leave."""
        from tui.screens.picker import Picker

        def chosen(index: int | None) -> None:
            if index is not None:
                take(index)

        self.push_screen(Picker(title, options, current), chosen)

    def ask_to_mend(self, article_id: str, mended: Callable[[], None]) -> None:
        """Open the form for an article's metadata and write what was changed there."""
        from tui.screens.mend import MendScreen

        try:
            metadata: Metadata = articles.get(self.store, article_id).metadata
        except SanggahError as error:
            self.say(str(error), error=True)
            return

        def take(fields: dict[str, str] | None) -> None:
            changed = {
                field: value
                for field, value in (fields or {}).items()
                if value != (getattr(metadata, field) or "")
            }
            if changed:

                def done(_: Any) -> None:
                    mended()
                    self.say(f"Mended: {', '.join(changed)}")

                self.write(lambda store: articles.mend(store, article_id, **changed), done)

        self.push_screen(MendScreen(metadata), take)

    def ask_to_export(self, article_id: str | None) -> None:
        """Open the form for an export, write it in a thread and say where it went.

        Args:
            article_id: The article that the export can be narrowed to; None offers all only.
        """
        from tui.screens.export import ExportScreen

        title: str | None = None
        try:
            if article_id is not None:
                article = articles.get(self.store, article_id)
                title = article.metadata.title or article.source
            labels = [label.name for label in stored_annotations.labels(self.store)]
            reviewers = stored_annotations.reviewers(self.store)
        except SanggahError as error:
            self.say(str(error), error=True)
            return

        def take(choice: ExportChoice | None) -> None:
            if choice is not None:
                only = article_id if choice.this_article else None
                self.run_worker(lambda: self._export(choice, only), thread=True, group="export")

        self.push_screen(ExportScreen(labels, reviewers, article=title), take)

    def _export(self, choice: ExportChoice, article_id: str | None) -> None:
        from store import exchange

        selection = exchange.Selection(
            article_id=article_id,
            label=choice.label,
            reviewer=choice.reviewer,
            text=choice.text,
        )
        self.writer.drain(LEAVE_AFTER)
        try:
            with open_store(self.store.path, self.store.reviewer) as store:
                count = exchange.write_file(store, choice.path, choice.format, selection)
        except SanggahError as error:
            self.call_from_thread(self.say, str(error), error=True)
        else:
            self.call_from_thread(self.say, f"{count} annotations written to {choice.path}")

    # Screens

    def open_reader(self, article_id: str, query: ArticleQuery) -> None:
        """Open an article over the library."""
        from tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(article_id, query))

    def action_tour(self) -> None:
        """Take a minute's tour on an article of ours; nothing of it is kept."""
        from tui.screens.tour import TourScreen
        from tui.tour import Tour

        if self._tour is not None:
            self.say("You are in the tour.")
        elif not self.writer.drain(LEAVE_AFTER):
            self.say("Not all is written yet: take the tour when it is.", error=True)
        else:
            try:
                self._tour = Tour(self)
            except SanggahError as error:
                self.say(str(error), error=True)
                return
            self.preferences.tour_offers = OFFERS
            self.keep_preferences()
            self.push_screen(TourScreen(self._tour))

    def end_tour(self) -> None:
        """Go back from the tour to where it was begun."""
        if self._tour is not None:
            self._tour.end()
            self._tour = None
            self.pop_screen()

    def _offer_tour(self) -> None:
        """Say in a line that there is a tour, the first few times that nothing else is said."""
        palette = self.keymap.display("app", "command_palette")
        key = self.keymap.display("app", "tour") or (f"{palette} tour" if palette else "")
        if key and self.preferences.tour_offers < OFFERS:
            self.preferences.tour_offers += 1
            self.keep_preferences()
            self.say(f"New here? {key} takes you round in a minute.")

    def back_to_library(self, article_id: str | None) -> None:
        """Close the reader; the library's cursor goes to the article last read."""
        self.pop_screen()
        if article_id is not None:
            self._library.show_article(article_id)

    # The clipboard

    def copy(self, text: str) -> None:
        """Copy in a thread and say what became of it."""
        self.run_worker(lambda: self._copy(text), thread=True, group="copy")

    def _copy(self, text: str) -> None:
        from tui.clipboard import copy

        result = copy(
            text,
            write_to_terminal=lambda sequence: self.call_from_thread(self._to_terminal, sequence),
            fallback_folder=self._state_folder,
        )
        self.call_from_thread(self.say, sentence(result.message))

    def _to_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what Textual's own widgets copy (an input's selection) in the same way."""
        self._clipboard = text
        self.copy(text)

    # Labels

    def name_labels(self, names: Sequence[str]) -> None:
        """Give the project's labels their keys, where others came or went."""
        if list(names) == list(self.keymap.table["labels"]):
            return
        self.keymap = self.keymap.with_labels(names)
        for screen in self.screen_stack:
            for footer in screen.query(KeyFooter):
                footer.keymap = self.keymap
            if "labels" in contexts_of(screen):
                bind(screen, self.keymap, "reader")

    def action_labels(self) -> None:
        """Add, describe, color, order or remove labels."""
        from tui.screens.labels import LabelsScreen

        if not isinstance(self.screen, LabelsScreen):
            self.push_screen(LabelsScreen(self._label_file))

    # Actions of every screen

    def action_help(self) -> None:
        """Show the keys of the present place."""
        from tui.commands import contexts_here
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            contexts = contexts_here(self.screen)
            self.push_screen(
                HelpScreen(self.keymap, contexts, stored_annotations.labels(self.store))
            )

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        from tui.commands import open_palette

        open_palette(self)

    def action_theme(self) -> None:
        """Choose how the program looks; the one highlighted is shown at once."""
        from tui.screens.picker import Picker

        if self.no_color:
            self.say("NO_COLOR is set; start without it to choose colours.")
            return
        names = list(THEMES)
        before = self.theme

        def preview(index: int | None) -> None:
            name = before if index is None else names[index]
            self.ansi_color = THEMES[name].ansi
            self.theme = name

        def chosen(index: int | None) -> None:
            preview(index)
            if index is not None:
                self.preferences.theme = names[index]
                self.keep_preferences()

        options = [f"{name:<14} {DESCRIPTIONS[name]}" for name in names]
        self.push_screen(Picker("Theme", options, names.index(before), preview), chosen)

    def on_paste(self) -> None:
        """Say that nobody took what was pasted: pasted keys are not pressed."""
        self.say("Nothing here takes a paste: open a line to type in first.")

    def action_suspend(self) -> None:
        """Go back to the shell; ``fg`` returns."""
        self.action_suspend_process()

    def action_copy_or_quit_hint(self) -> None:
        """Copy what the mouse selected, else say how to quit."""
        selected = getattr(self.screen, "mouse_selection", "")
        if selected:
            self.copy(selected)
        else:
            key = self.keymap.display("library", "quit")
            self.say(f"Press {key} in the library to quit." if key else "Quit is bound to no key.")

    # Leaving

    def keep_preferences(self) -> None:
        """Write the preferences down."""
        self.preferences.save(self._state_folder / PREFERENCES)

    def leave(self) -> None:
        """Quit when all is written; with changes that cannot be written, only when asked twice."""
        if self.writer.drain(LEAVE_AFTER) or self._asked_to_leave:
            self._end(0)
            return
        self._asked_to_leave = True
        state = self.writer.state
        why = f" ({state.trouble})" if state.trouble else ""
        key = self.keymap.display("library", "quit")
        self.say(
            f"{state.waiting} not written yet{why}. {key} again leaves them in a file.", error=True
        )

    def _leave_without_terminal(self) -> None:
        """End as the signal would have had it that a shell or a service kept from us."""
        if not terminal_is_there():
            self._end(128 + signal.SIGHUP)

    def _end(self, status: int) -> None:
        self.end_tour()
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_position", None)
            if keep is not None:
                keep()
        self.keep_preferences()
        self.writer.drain(LEAVE_AFTER)
        self.exit(status)


def bring_reader_in(language: str | None) -> None:
    """Import the reader and read the words of a language, so that opening finds them there."""
    from store import load_language

    import_module("tui.screens.reader")
    load_language(language)


def terminal_is_there() -> bool:
    """Whether the keyboard is that of a terminal which still exists.

    Textual reads a terminal that was closed over and over without end.
    """
    try:
        import termios
    except ImportError:  # Windows
        return False
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else -1)
    except (OSError, ValueError, termios.error):
        return False
    return True


def run_app(
    store_path: Path,
    reviewer: str,
    keys_file: Path | None = None,
    width: int | None = None,
    problem: str = "",
    theme: str | None = None,
    labels_file: Path | None = None,
    tour: bool = False,
) -> int:
    """Open the app on a store and return its exit status.

    Args:
        store_path: The store's file; made where it is absent.
        reviewer: In whose name marks are made.
        keys_file: A key file to use in place of the user's own.
        width: The widest the text may be, in cells.
        problem: A line to show at the start, such as what could not be imported.
        theme: The name of a theme; else what was chosen before.
        labels_file: A file of labels to use in place of the project's or the user's own.
        tour: Whether to begin with the tour.

    Raises:
        SanggahError: The store cannot be opened, or there is no such theme.
    """
    state = state_folder()
    look = choose(theme, Preferences.load(state / PREFERENCES).theme)
    with open_store(store_path, reviewer) as store:
        label_file, wrong = _take_up_labels(store, labels_file)
        names = [label.name for label in stored_annotations.labels(store)]
        keymap, problems = load_keymap(find_user_file(keys_file), names, label_file=label_file)
        greeting = wrong or (str(problems[0]) if problems else problem)
        app = SanggahApp(
            store,
            keymap,
            state_folder=state,
            text_width=width or TEXT_WIDTH,
            theme=look,
            greeting=greeting,
            label_file=Path(label_file.name) if label_file is not None else None,
            tour="begun" if tour else "offered",
        )
        sys.setswitchinterval(TURN)
        copying = daily_copy.start(store_path)
        started, before = time.monotonic(), statistics.moment(store)
        try:
            status = app.run()
        finally:
            copying.cancel()
        app.writer.drain(LEAVE_AFTER)  # after a fault of ours nothing has waited for it yet
        app.writer.close()
        left = app.writer.leave_recovery()
        if status == 0:
            _tell_session(store, time.monotonic() - started, before)
    for place, what in (
        (app.writer.rescued, "the store's file was removed or replaced; all that was saved is in"),
        (left, "what could not be written is in"),
    ):
        if place is not None:
            # The screen is gone, this is the shell.
            print(lines_of(f"sanggah: {what} {place}"), file=sys.stderr)  # noqa: T201
    if left is not None or app.writer.rescued is not None:
        return 1
    return status if status is not None else (app.return_code or 0)


def _take_up_labels(store: Store, chosen: Path | None) -> tuple[LabelFile | None, str]:
    """Make the labels those of a labels.toml, where there is one; also says what is wrong."""
    found = find_label_file(chosen, store.path)
    if found is None:
        return None, ""
    from tui.label_file import take_up

    return take_up(store, found)


def _tell_session(store: Store, seconds: float, before: statistics.Moment) -> None:
    """Print in the shell what was done, where anything was."""
    from tui.statistics import session_line

    with suppress(sqlite3.Error, OSError, ValueError):  # what is saved is saved, told or not
        done = statistics.session(store, before)
        line = session_line(seconds, done.done, done.marks)
        if line:
            print(lines_of(line), flush=True)  # noqa: T201 - the screen is gone, this is the shell
