"""The library: every article in a list, searched, filtered, sorted and looked after by keys.

It decides what the list shows and what its keys do. The order, and the words that were found, are
read in threads (`store_reader`), writing happens in the app's writer; drawing is the list's.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from store import (
    ArticleQuery,
    ArticleRow,
    Excerpt,
    SanggahError,
    Searched,
    Store,
    StoreError,
    WordSearch,
    articles,
    data_version,
    excerpt,
    history,
    open_store,
    reviews,
)
from store import annotations as marks
from store import search as full_text
from tui.adding import import_words, typed_paths
from tui.keymap import bind
from tui.painting import PromptlyPainted
from tui.store_reader import StoreReader
from tui.trouble import UNREADABLE, sentence
from tui.widgets.article_list import ArticleList, ColumnName
from tui.widgets.heading_line import HeadingLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.prompt import SEARCH_SWITCHES, Prompt

if TYPE_CHECKING:
    from store import Address, Label, Progress, ReviewState, Sort, Undone
    from tui.app import SanggahApp

T = TypeVar("T")

#: Rows read before the first paint; a screen is rarely higher.
FIRST_ROWS = 100
#: Seconds that the reading of the whole order waits, so as not to delay the first paint.
AFTER_FIRST_PAINT = 0.05
#: Seconds between a typed letter and its search, so that fast typing asks once.
DEBOUNCE = 0.03
#: Seconds after which it is said that a search still goes on, and how.
PATIENCE = 1.0
SEARCHING = "Searching…"
#: Seconds after which the words that were found are shown, more of them following.
EXCERPTS_EVERY = 0.03
#: Seconds between two looks whether another program changed the store.
WATCH = 1.0

#: The characters that stand for a missing title.
OPENING = 200
#: The characters of a title that a message shows.
NAMED = 50

#: The orders that `sort` offers: the query's name, what it reads, whether it begins descending.
SORTS: tuple[tuple[Sort, str, bool], ...] = (
    ("added", "Added", False),
    ("title", "Title", False),
    ("outlet", "Outlet", False),
    ("published", "Date", True),
    ("state", "State", False),
    ("annotations", "Marks", True),
)


#: What a search adds to them.
BEST: tuple[Sort, str, bool] = ("best", "Best match", False)


def sort_words(query: ArticleQuery) -> str:
    """Return how the list is sorted, in words: ``sort: date ↓``."""
    name = next(shown for sort, shown, _ in (*SORTS, BEST) if sort == query.sort)
    return f"sort: {name.lower()} {'↓' if query.descending else '↑'}"


def headline(query: ArticleQuery, count: int | None) -> str:
    """Return what the line above the list says: how many articles, and how they were found.

    Args:
        query: What the list shows.
        count: How many articles that are; None while they are still being counted.
    """
    number = "…" if count is None else f"{count:,}"
    parts = [f"{number} {'article' if count == 1 else 'articles'}"]
    if query.search:
        kinds = ", ".join(words for name, words in SEARCH_SWITCHES.items() if getattr(query, name))
        parts.append(f"search{f' ({kinds})' if kinds else ''}: {query.search}")
    chosen = {"state": query.state, "label": query.label, "outlet": query.outlet}
    parts += [f"{kind}: {value}" for kind, value in chosen.items() if value is not None]
    return "  ·  ".join(parts)


def name_of(row: ArticleRow) -> str:
    """Return what an article is called in a message: its title, else its id."""
    title = row.title or row.id
    return title if len(title) <= NAMED else f"{title[: NAMED - 1]}…"


@dataclass(frozen=True, slots=True)
class Order:
    """What a query found.

    Attributes:
        query: What was asked.
        seqs: The ``seq`` of the articles, in their order.
        whole: Whether these are all.
        rows: The first of them, where they were read with it.
        problem: Why there are none, in a line.
    """

    query: ArticleQuery
    seqs: array[int]
    whole: bool = True
    rows: Sequence[ArticleRow] = ()
    problem: str = ""


def orders(store: Store, query: ArticleQuery) -> Iterator[Order]:
    """Read what a query finds: of a search that finds many the first of them, then all.

    Which are the best is known only when all were looked at; by then those added first are shown.
    """
    if query.search:
        # To an expression no answer is better than another.
        is_ranked = query.sort == "best" and not query.regular_expression
        quick = replace(query, sort="added") if query.sort == "best" else query
        rows = articles.first(store, quick, FIRST_ROWS)
        whole = len(rows) < FIRST_ROWS
        if not (whole and is_ranked):
            yield Order(query, array("q", [row.seq for row in rows]), whole, rows)
        if whole and not is_ranked:
            return
    yield Order(query, articles.order(store, query))


class _ImportStopped(Exception):  # noqa: N818 - no error, but the way out
    """The screen is gone, so the import it was waiting for ends after the present batch."""


def _found_in(store: Store, article_id: str, search: WordSearch) -> Excerpt:
    """Return the words around what was found in an article: in what is shown, else in all of it."""
    try:
        text = articles.get(store, article_id).text
        searched = Searched.of(text)
        shown = [line for line in articles.lines(store, article_id) if line.shown]
        # The title stands beside it already.
        body = [line.span for line in shown if line.kind != "title"]
        for lines in (body, searched.lines()):
            hits = search.find(searched, lines)
            if hits:
                return excerpt(text, lines, hits)
    except SanggahError:  # it is gone, or the expression takes too long for it
        pass
    return Excerpt("")


class LibraryScreen(PromptlyPainted[None]):
    """The list of articles and what can be done with them.

    Keys come from the keymap's ``library`` context; each action is a method ``action_<name>``.
    """

    app: SanggahApp
    CSS_PATH = "library.tcss"
    AUTO_FOCUS = ""
    BLANK = True  # nothing of it is seen beside what it holds
    BINDINGS: ClassVar = []

    class OrderRead(Message):
        """The order of the articles has been read."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    class ExcerptsRead(Message):
        """The words that were found in some articles have been read."""

        def __init__(self, query: ArticleQuery, found: Mapping[int, Excerpt]) -> None:
            super().__init__()
            self.query = query
            self.found = found

    class ImportTold(Message):
        """The import has something to say in the footer; with ``ended`` it is over."""

        def __init__(self, line: str, *, error: bool = False, ended: bool = False) -> None:
            super().__init__()
            self.line = line
            self.error = error
            self.ended = ended

    def __init__(self) -> None:
        super().__init__()
        self.query_shown = ArticleQuery()
        self._orders: StoreReader | None = None
        self._excerpts: StoreReader | None = None
        self._excerpts_of: ArticleQuery | None = None
        self._debounce: Timer | None = None
        self._waiting: Timer | None = None
        self._watch: Timer | None = None
        self._version = 0
        # Where the cursor was before a search or filter, where it is to go with the next order,
        # whether that is to the top, and what stands there until all is read.
        self._before: int | None = None
        self._wanted: int | None = None
        self._to_top = False
        self._first_shown: int | None = None
        self._importing = False
        self._drafts: dict[str, str] = {}
        self._sorted_before: tuple[Sort, bool] = ("added", False)

    def compose(self) -> ComposeResult:
        """Compose the header line, the list, the prompt and the footer."""
        yield HeadingLine()
        yield ArticleList(self._fetch, untitled=self._untitled)
        yield KeyFooter(self.app.keymap, "library")
        yield Prompt(self.app.keymap)

    def on_mount(self) -> None:
        """Show the first page at once and have the rest read."""
        bind(self, self.app.keymap, "library")
        self._list.show_labels(self._labels())
        self._version = self._read(data_version, 0)
        self._watch = self.set_interval(WATCH, self._look_for_changes)
        self._show_first()

    def on_unmount(self) -> None:
        """End the reading threads."""
        for reader in (self._orders, self._excerpts):
            if reader is not None:
                reader.close()

    @property
    def takes_keys_at_once(self) -> bool:
        """Whether a key can mean nothing but an action; see `tui.keys_in_turn`."""
        return self.focused is None

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    # Reading

    def _read(self, job: Callable[[Store], T], otherwise: T) -> T:
        """Read from the store; where it cannot be read, say so and give ``otherwise``."""
        found = [otherwise]
        with self.app.telling():
            found.append(job(self.app.store))
        return found[-1]

    def _fetch(self, seqs: Sequence[int]) -> Sequence[ArticleRow]:
        return self._read(lambda store: articles.rows(store, seqs), [])

    def _labels(self) -> list[Label]:
        return self._read(marks.labels, [])

    def _untitled(self, row: ArticleRow) -> str:
        """Return the first words of an article without a title, else where it came from."""
        try:
            article = articles.get(self.app.store, row.id)
        except UNREADABLE:
            return row.id
        words = article.text[: 8 * OPENING].split()
        return " ".join(words)[:OPENING] or article.source or row.id

    def _show_first(self) -> None:
        """Show the first page, read at once; have the whole order read if there is more."""
        query = self._query_at_start()
        self.query_shown = query
        nothing: list[ArticleRow] = []
        rows = self._read(lambda store: articles.first(store, query, FIRST_ROWS), nothing)
        self._list.offer(rows)
        self._show_order(array("q", [row.seq for row in rows]), whole=len(rows) < FIRST_ROWS)
        if len(rows) == FIRST_ROWS:
            self.set_timer(AFTER_FIRST_PAINT, self._ask)

    def _query_at_start(self) -> ArticleQuery:
        """Return the query for all articles, in the order that was chosen last."""
        chosen = self.app.preferences
        for sort, _, _ in SORTS:
            if sort == chosen.sort:
                return replace(ArticleQuery(), sort=sort, descending=chosen.descending)
        return ArticleQuery()

    def _ask(self) -> None:
        """Have what is to be shown read; what was asked before is not answered any more."""
        query = self.query_shown
        self._orders = self._orders or self._store_reader()
        self._orders.ask(
            lambda store, is_wanted: self._read_order(store, is_wanted, query),
            lambda problem: self.app.deliver(lambda: self._tell_trouble(problem)),
        )
        self._stop_waiting()
        if query.search:
            self._waiting = self.set_timer(PATIENCE, lambda: self.app.say(SEARCHING))

    def _tell_trouble(self, problem: str) -> None:
        self._stop_waiting()
        self.app.say_trouble(problem)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            if self.query_one(KeyFooter).message == SEARCHING:
                self.app.say("")

    def _store_reader(self) -> StoreReader:
        return StoreReader(self.app.store.path, self.app.store.reviewer)

    def _read_order(self, store: Store, is_wanted: Callable[[], bool], query: ArticleQuery) -> None:
        """Read the order in the reading thread; of a search the first page by itself, and first."""
        try:
            for order in orders(store, query):
                if not is_wanted():
                    return
                self.post_message(self.OrderRead(order))
        except StoreError:
            raise
        except SanggahError as error:  # it is no expression, or takes too long
            if is_wanted():
                self.post_message(self.OrderRead(Order(query, array("q"), problem=str(error))))

    @on(OrderRead)
    def _take_order(self, message: OrderRead) -> None:
        order = message.order
        if order.query != self.query_shown:
            return
        self._stop_waiting()
        if order.problem:
            self.app.say(sentence(order.problem), error=True)
        self._list.offer(order.rows)
        self._show_order(order.seqs, whole=order.whole, problem=order.problem)

    def _show_order(self, seqs: array[int], *, whole: bool = True, problem: str = "") -> None:
        wanted, here = self._wanted, self._list.current_seq
        if self._to_top and seqs and self._first_shown in (None, here):
            wanted = seqs[0]
        elif wanted is None and here is None:
            wanted = self._before
        if whole:
            self._wanted, self._to_top, self._first_shown = None, False, None
        else:
            self._first_shown = seqs[0]
        self._list.show_empty([sentence(problem)] if problem else self._empty_lines())
        if self._excerpts_of != self.query_shown:  # those of the first page are those of all
            self._excerpts_of = self.query_shown
            self._list.show_excerpts(self._ask_for_excerpts if self.query_shown.search else None)
        self._list.show(seqs, cursor_seq=wanted)
        self._show_headline(len(seqs) if whole else None)

    def _ask_for_excerpts(self, rows: Sequence[ArticleRow]) -> None:
        """Have the words read that were found in these articles."""
        query = self.query_shown
        self._excerpts = self._excerpts or self._store_reader()

        def read(store: Store, is_wanted: Callable[[], bool]) -> None:
            search = WordSearch(
                query.search, regular=query.regular_expression, whole=query.whole_words, apart=True
            )
            found: dict[int, Excerpt] = {}
            since = time.monotonic()
            for row in rows:
                if not is_wanted():
                    return
                found[row.seq] = _found_in(store, row.id, search)
                if time.monotonic() - since > EXCERPTS_EVERY:
                    self.post_message(self.ExcerptsRead(query, found))
                    found, since = {}, time.monotonic()
            self.post_message(self.ExcerptsRead(query, found))

        # What cannot be read is said where the order is read.
        self._excerpts.ask(read, lambda problem: None)

    @on(ExcerptsRead)
    def _take_excerpts(self, message: ExcerptsRead) -> None:
        if message.query == self.query_shown:
            self._list.offer_excerpts(message.found)

    def _show_query(
        self, query: ArticleQuery, *, to_top: bool = False, wanted: int | None = None
    ) -> None:
        """Show other articles; the cursor stays on its own, or goes to the top or to ``wanted``."""
        if query == self.query_shown:
            return
        self.query_shown = query
        self._to_top, self._wanted, self._first_shown = to_top, wanted, None
        self._show_headline(None)
        self._ask()

    def _show_headline(self, count: int | None) -> None:
        query = self.query_shown
        self.query_one(HeadingLine).show(headline(query, count), sort_words(query))
        column: ColumnName | None = None
        if query.sort != "added" and query.sort != "best":
            column = query.sort
        self._list.show_sort(column, query.descending)

    def _empty_lines(self) -> list[str]:
        """Return what an empty list says: why it is empty, and what to press."""

        def key(action: str) -> str:
            return self.app.keymap.display("library", action) or "no key"

        query = self.query_shown
        if query.search:
            return ["Nothing found.", f"Press {key('clear')} to clear the search."]
        if query.state or query.outlet or query.label:
            return ["No article is like that.", f"Press {key('clear')} to clear the filters."]
        return [f"No articles yet: press {key('add_files')} to add files."]

    def _look_for_changes(self) -> None:
        """Read anew where somebody else, or our own writer, has changed the store."""
        if not self.is_active:
            return
        if self._read(data_version, self._version) != self._version:
            self._read_again()

    def _read_again(self) -> None:
        """Read what is shown anew; the cursor stays on its article."""
        self._version = self._read(data_version, self._version)
        self._list.show_labels(self._labels())
        self._list.forget()
        self._ask()

    def on_screen_resume(self) -> None:
        """Bring the list and the status up to date when they are seen again."""
        self.app.show_status()
        if self._watch is not None:
            self._look_for_changes()

    def show_article(self, article_id: str) -> None:
        """Put the cursor on an article, now or when its order has been read."""
        try:
            seq = articles.get(self.app.store, article_id).seq
        except UNREADABLE:
            return
        self._list.forget([seq])
        if not self._list.go_to(seq):
            self._wanted = seq

    # Moving and opening

    def action_cursor_down(self) -> None:
        """Go to the next article."""
        self._step(lambda: self._list.move(1))

    def action_cursor_up(self) -> None:
        """Go to the previous article."""
        self._step(lambda: self._list.move(-1))

    def action_page_down(self) -> None:
        """Go a screen down."""
        self._step(lambda: self._list.page(1))

    def action_page_up(self) -> None:
        """Go a screen up."""
        self._step(lambda: self._list.page(-1))

    def action_top(self) -> None:
        """Go to the first article."""
        self._step(self._list.top)

    def action_bottom(self) -> None:
        """Go to the last article."""
        self._step(self._list.bottom)

    def _step(self, motion: Callable[[], None]) -> None:
        """Move the cursor, or say that there is nowhere to go."""
        before = self._list.current_seq
        motion()
        if before is None:
            self.app.say("There is no article here.")
        elif self._list.current_seq == before:
            self.app.say("Nowhere to go that way.")

    def action_open_article(self) -> None:
        """Open the article under the cursor."""
        row = self._current()
        if row is not None:
            self.app.open_reader(row.id, self.query_shown)

    @on(ArticleList.Opened)
    def _open(self, message: ArticleList.Opened) -> None:
        self._prompt.close()
        self.app.open_reader(message.article_id, self.query_shown)

    def _current(self) -> ArticleRow | None:
        """Return the row under the cursor; says so where there is none."""
        row = self._list.current
        if row is None:
            self.app.say("There is no article here.")
        return row

    # Finding

    def _remember_place(self) -> None:
        if not self.query_shown.search and self._list.current_seq is not None:
            self._before = self._list.current_seq

    def action_search(self) -> None:
        """Search all text while it is typed."""
        self._remember_place()
        words = self.query_shown.search or self._drafts.get("search", "")
        query = self.query_shown
        self._prompt.open(
            "search",
            "Search all text",
            words,
            live=True,
            switches=SEARCH_SWITCHES,
            switched_on=[switch for switch in SEARCH_SWITCHES if getattr(query, switch)],
        )

    @property
    def _prompt(self) -> Prompt:
        return self.query_one(Prompt)

    @on(Prompt.Changed)
    def _search_soon(self, message: Prompt.Changed) -> None:
        if message.name != "search":
            return
        if self._debounce is not None:
            self._debounce.stop()
        self._debounce = self.set_timer(DEBOUNCE, lambda: self._search(message.value))

    def _search(self, words: str) -> None:
        if self._debounce is not None:
            self._debounce.stop()
            self._debounce = None
        words = words.strip()
        switches = self._prompt.switches
        nothing = "" if "regular_expression" in switches else full_text.unsearchable(words)
        query = self._searching("" if nothing else words, switches)
        if nothing or query != self.query_shown:  # enter leaves standing what was said
            self.app.say(sentence(nothing))
        self._show_query(query, to_top=bool(words), wanted=None if words else self._before)

    def _searching(self, words: str, switches: frozenset[str] = frozenset()) -> ArticleQuery:
        """Return what is shown, but for these words: a search begins with the best."""
        shown = self.query_shown
        query = replace(
            shown,
            search=words,
            regular_expression="regular_expression" in switches,
            whole_words="whole_words" in switches,
        )
        if words and not shown.search:
            self._sorted_before = (shown.sort, shown.descending)
            return replace(query, sort="best", descending=False)
        if not words and shown.sort == "best":
            sort, descending = self._sorted_before
            return replace(query, sort=sort, descending=descending)
        return query

    @on(Prompt.Stepped)
    def _step_through_hits(self, message: Prompt.Stepped) -> None:
        if message.name == "search":
            self._list.move(message.step)

    @on(Prompt.Accepted)
    def _take_answer(self, message: Prompt.Accepted) -> None:
        self._drafts.pop(message.name, None)
        if message.name == "search":
            self._search(message.value)
        elif message.name == "add":
            self._add(message.value)

    @on(Prompt.Left)
    def _leave_prompt(self, message: Prompt.Left) -> None:
        self._drafts[message.name] = message.draft
        if message.name == "search":
            self._search("")

    def action_clear(self) -> None:
        """Clear the search, or else the filters."""
        query = self.query_shown
        if query.search:
            self._show_query(self._searching(""))
        elif query.state or query.outlet or query.label:
            self._show_query(replace(query, state=None, outlet=None, label=None))
        else:
            self.app.say("There is no search and no filter to clear.")

    def action_filter(self) -> None:
        """Choose a state, a label or an outlet; choosing it again takes it away."""
        from tui.filters import Filters, filter_options

        self._remember_place()
        query = self.query_shown
        filters = Filters(query.state, query.outlet, query.label)
        labels = [label.name for label in self._labels()]
        options = filter_options(labels, self._read(articles.outlets, []), filters)

        def take(place: int) -> None:
            chosen = options[place].apply(filters)
            self._show_query(
                replace(query, state=chosen.state, outlet=chosen.outlet, label=chosen.label)
            )

        self.app.pick("Show only", [option.line(filters) for option in options], take)

    def action_sort(self) -> None:
        """Choose the order; the same again turns it round."""
        query = self.query_shown
        sorts = self._sorts()
        current = next(place for place, sort in enumerate(sorts) if sort[0] == query.sort)
        options = [shown for _, shown, _ in sorts]
        options[current] += " ↓" if query.descending else " ↑"
        self.app.pick("Sort by", options, self._sort, current=current)

    def _sorts(self) -> tuple[tuple[Sort, str, bool], ...]:
        return (*SORTS, BEST) if self.query_shown.search else SORTS

    def _sort(self, place: int) -> None:
        sort, _, descending = self._sorts()[place]
        query = self.query_shown
        if sort == query.sort:
            descending = not query.descending
        if sort != "best":
            self.app.preferences.sort = sort
            self.app.preferences.descending = descending
        self._show_query(replace(query, sort=sort, descending=descending))

    @on(ArticleList.HeadingChosen)
    def _sort_by_heading(self, message: ArticleList.HeadingChosen) -> None:
        names = [sort for sort, _, _ in SORTS]
        if message.column in names:
            self._sort(names.index(message.column))

    # Changing

    def action_done(self) -> None:
        """Mark the article as done, or a done one as being read."""
        row = self._current()
        if row is None:
            return

        def toggle(store: Store) -> ReviewState:
            review = reviews.get(store, row.id)
            back: ReviewState = "reading" if review.position or review.seconds else "new"
            state = back if review.state == "done" else "done"
            reviews.save(store, row.id, state=state)
            return state

        self._write(
            toggle, lambda state: f"{'Done' if state == 'done' else 'Not done'}: {name_of(row)}"
        )

    def action_set_aside(self) -> None:
        """Set the article aside."""
        row = self._current()
        if row is None:
            return
        self._list.take_out(row.seq)
        undo = self.app.keymap.display("library", "undo")
        self._write(
            lambda store: articles.set_aside(store, row.id),
            lambda _: f"Set aside: {name_of(row)}" + (f" ({undo} brings it back)" if undo else ""),
        )

    def action_undo(self) -> None:
        """Take back the reviewer's last action in any article."""
        self._write(history.undo, lambda undone: self._undone(undone, "taken back", "take back"))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._write(history.redo, lambda undone: self._undone(undone, "done again", "do again"))

    def _undone(self, undone: Undone | None, past: str, verb: str) -> str:
        if undone is None:
            return f"There is nothing to {verb}."
        self.show_article(undone.article_id)
        return f"{past.capitalize()}: {undone.summary}"

    def action_mend(self) -> None:
        """Mend the article's title, byline, outlet, date and address."""
        row = self._current()
        if row is not None:
            self.app.ask_to_mend(row.id, self._read_again)

    def action_add_files(self) -> None:
        """Ask for a file or a folder and import it."""
        self._prompt.open("add", "Add a file, a folder or an address", self._drafts.get("add", ""))

    def _add(self, typed: str) -> None:
        paths = typed_paths(typed)
        if self._importing:
            self.app.say("An import is under way; wait until it is done.")
        elif paths:
            self._importing = True
            self.run_worker(lambda: self._import(paths), thread=True, group="import")

    def _import(self, paths: Sequence[Path | Address]) -> None:
        """Import in a thread with its own connection, and say how it goes."""
        from store import add_paths, available_processes  # brings all of reading with it

        worker = get_current_worker()

        def tell(progress: Progress) -> None:
            if worker.is_cancelled:
                raise _ImportStopped
            line = f"Reading {progress.files:,} of {progress.of:,} files: {progress.added:,} added"
            self.post_message(self.ImportTold(line))

        try:
            with open_store(self.app.store.path, self.app.store.reviewer) as store:
                report = add_paths(store, paths, progress=tell, processes=available_processes())
            failed = bool(report.problems) and not report.added
            self.post_message(self.ImportTold(import_words(report), error=failed, ended=True))
        except _ImportStopped:
            return
        except SanggahError as error:
            self.post_message(self.ImportTold(str(error), error=True, ended=True))
        except Exception as error:  # a defect of ours must not end the program
            line = f"The import failed: {error or type(error).__name__}"
            self.post_message(self.ImportTold(line, error=True, ended=True))

    @on(ImportTold)
    def _tell(self, message: ImportTold) -> None:
        if message.ended:
            self._importing = False
        self.app.say(message.line, error=message.error)
        self._look_for_changes()

    def action_export(self) -> None:
        """Write annotations to a file."""
        row = self._list.current
        self.app.ask_to_export(row.id if row is not None else None)

    def _write(self, job: Callable[[Store], Any], says: Callable[[Any], str]) -> None:
        """Have the writer do ``job``; then read again and say what was done."""

        def done(result: Any) -> None:
            self._read_again()
            self.app.say(says(result))

        self.app.write(job, done, failed=lambda _: self._read_again())

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do now, in a few words; "" if it has."""
        query = self.query_shown
        match action:
            case "open_article" | "mend" | "set_aside" | "done" if self._list.current is None:
                return "there is no article here"
            case "clear" if not (query.search or query.state or query.outlet or query.label):
                return "no search and no filter"
            case "undo" if not self._read(history.can_undo, False):
                return "nothing to undo"
            case "redo" if not self._read(history.can_redo, False):
                return "nothing to redo"
        return ""

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.leave()
