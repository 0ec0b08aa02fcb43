"""What every part of the reader stands on: the open article, its marks, what is selected.

The verbs stand beside, a module for each kind of them; `screen` puts them together.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from store import (
    Annotation,
    Article,
    ArticleQuery,
    Label,
    Line,
    Projection,
    Quote,
    Review,
    SanggahError,
    Searched,
    Span,
    articles,
    clause_spans,
    load_language,
    reviews,
    sentence_spans,
)
from store import annotations as stored_annotations
from tui.jumps import Jump
from tui.keymap import bind
from tui.label_looks import label_letters
from tui.motions import Passages, Selection
from tui.painting import PromptlyPainted
from tui.widgets.article_view import ArticleView, JumpLabel
from tui.widgets.heading_line import HeadingLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.prompt import Prompt
from tui.widgets.side_column import LEAST_TEXT, LEAST_WIDTH, SideColumn
from tui.widgets.side_panel import Filter, SidePanel

if TYPE_CHECKING:
    from tui.app import SanggahApp

#: Below this width the side panel would leave too little room for the text.
PANEL_FROM = 100
#: A pause longer than this, in seconds, is not reading.
IDLE = 60.0
_EXCERPT = 40
_OPENERS = tuple("\"“”„«»‘'「『")


@dataclass
class OpenArticle:
    """What is known of the article on the screen."""

    article: Article
    lines: list[Line]
    quotes: list[Quote]
    review: Review
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Question:
    """Who waits for what is written in the prompt."""

    take: Callable[[str], None]
    changed: Callable[[str], None] | None
    left: Callable[[], None] | None
    stepped: Callable[[int], None] | None


class _Covered(Horizontal):
    """Holds text and panel and shows nothing of itself."""

    BLANK = True


class ReadingScreen(PromptlyPainted[None]):
    """One article after the other, shown and selected in."""

    app: SanggahApp
    BLANK = True  # nothing of it is seen beside what it holds

    def __init__(self, article_id: str, query: ArticleQuery) -> None:
        """Open an article.

        Args:
            article_id: The article to begin with.
            query: The library's filter and order, in which ``>`` and ``<`` go on.
        """
        super().__init__()
        self._first = article_id
        self._query = query
        self._order: Sequence[int] | None = None
        self._open: OpenArticle | None = None
        self._shown_quotes: list[Quote] = []
        self._labels: list[Label] = []
        self._letters: dict[str, str] = {}
        self._marks: dict[str, Annotation] = {}
        self._unsaved: dict[str, Annotation | None] = {}
        self._spans: list[Span] | None = None
        self._projection: Projection | None = None
        self._searched: Searched | None = None
        self._switches: frozenset[str] = frozenset()
        self._last_label: str | None = None
        self._last_mark: str | None = None
        #: The mark made last, and how many changes there had been with it.
        self._made: tuple[Annotation, int] | None = None
        self._before_extension: Selection | None = None
        self._grown: list[Selection] = []
        self._hits: Sequence[Span] = ()
        self._needle = ""
        self._before_search: Selection | None = None
        self.jump: Jump | None = None
        self._relabelling = False
        self._repeating: list[Annotation] = []
        self._asked: _Question | None = None
        self._drafts: dict[str, str] = {}
        self._data_version = 0
        self._others = 0
        self._last_key = time.monotonic()
        self._kept_position = -1

    def compose(self) -> ComposeResult:
        """Lay out heading, text, panel and footer."""
        yield HeadingLine()
        with _Covered():
            yield ArticleView(text_width=self.app.text_width)
            yield SideColumn()
        yield KeyFooter(self.app.keymap, "reader")
        yield Prompt(self.app.keymap)

    def on_mount(self) -> None:
        """Bind the keys and open the first article."""
        bind(self, self.app.keymap, "reader")
        self._view = self.query_one(ArticleView)
        self._column = self.query_one(SideColumn)
        self._panel = self.query_one(SidePanel)
        self._heading = self.query_one(HeadingLine)
        self._footer = self.query_one(KeyFooter)
        self._prompt = self.query_one(Prompt)
        bind(self._panel, self.app.keymap, "panel")
        self._read_labels()
        self._view.focus()
        self.open(self._first)
        self.set_interval(1.0, self._look_outside)

    @property
    def takes_keys_at_once(self) -> bool:
        """Whether a key can mean nothing but an action; see `tui.keys_in_turn`."""
        asked = self.jump is not None or bool(self._repeating)
        return self._open is not None and not asked and self.focused is self._view

    # Opening and leaving

    def open(self, article_id: str) -> None:
        """Show an article where its reader left it."""
        store = self.app.store
        self._others = self.app.writer.others
        try:
            article = articles.get(store, article_id)
            lines = articles.lines(store, article.id)
            quotes = articles.quotes(store, article.id)
            marks = stored_annotations.of_article(store, article.id)
            review = reviews.get(store, article.id)
        except SanggahError as error:
            self.app.say(str(error), error=True)
            return
        self._open = OpenArticle(article, lines, quotes, review, review.seconds)
        self._marks = {mark.id: mark for mark in marks}
        self._spans = None
        self._overlay_unsaved()
        self._projection = self._searched = None
        self._data_version = self.app.data_version()
        self._forget_modes()
        self._last_mark = None
        language = load_language(article.metadata.language)
        text = article.text
        self._view.show(
            text,
            lines,
            self._sift_quotes(quotes),
            self._marks.values(),
            lambda span: sentence_spans(text, span, language),
            lambda span: clause_spans(text, span, language),
        )
        if review.state != "new" or review.position:
            self._view.select(self._view.passages.nearest(review.position))
        self._kept_position = self._view.selection.start
        if review.state == "new":
            self._set_review(state="reading")
        self._panel.set_filter(Filter())
        self._show_panel()
        self._tell_panel()
        self._show_heading()

    def keep_position(self) -> None:
        """Write down how far the reader has come, if that changed."""
        opened = self._open
        position = self._view.selection.start
        if opened is None or position == self._kept_position:
            return
        self._kept_position = position
        self._set_review(position=position, seconds=opened.seconds)

    def _set_review(self, **fields: Any) -> None:
        assert self._open is not None
        article_id = self._open.article.id
        self._open.review = replace(self._open.review, **fields)
        self.app.write(lambda store: reviews.save(store, article_id, **fields))

    def _go(self, steps: int) -> bool:
        """Open the next or previous article in the library's order; says whether there is one."""
        if self._open is None:
            return False
        order = self._order
        if order is None:
            order = self._order = articles.order(self.app.store, self._query)
        seq = self._open.article.seq
        at = order.index(seq) + steps if seq in order else (0 if steps > 0 else -1)
        if not 0 <= at < len(order):
            self.app.say("This is the last article." if steps > 0 else "This is the first article.")
            return False
        self.keep_position()
        rows = articles.rows(self.app.store, [order[at]])
        if rows:
            self.open(rows[0].id)
        return bool(rows)

    def _look_outside(self) -> None:
        """Show what other programs changed."""
        if self._open is None or not self.is_active:
            return
        with self.app.telling():
            version = self.app.data_version()
            if version != self._data_version:
                self._data_version = version
                self._read_labels()
                self.app.writer.look(self._show_what_others_wrote)

    def _show_what_others_wrote(self) -> None:
        others = self.app.writer.others
        if others != self._others:
            self._others = others
            self._reload()

    def _reload(self) -> None:
        """Read the article's marks, lines, quotes and metadata again; the place is kept."""
        opened = self._open
        if opened is None:
            return
        store = self.app.store
        try:
            article = articles.get(store, opened.article.id)
            lines = articles.lines(store, article.id)
            quotes = articles.quotes(store, article.id)
            marks = stored_annotations.of_article(store, article.id)
        except SanggahError as error:
            self.app.say(str(error), error=True)
            return
        if lines != opened.lines:
            opened.lines = lines
            self._projection = None
            self._view.set_lines(lines)
            self._end_jump()
        if quotes != opened.quotes:
            self._show_quotes(quotes)
        opened.article = article
        self._marks = {mark.id: mark for mark in marks}
        self._overlay_unsaved()
        self._show_marks()
        self._show_heading()

    def _read_again(self, touched: Iterable[tuple[str, str]]) -> None:
        """Read what an action touched: its annotations alone, or all where it was more than them.

        Args:
            touched: Tables and ids of the rows.
        """
        rows = list(touched)
        if any(table != "annotations" for table, _ in rows):
            self._reload()
            return
        for _, key in rows:
            try:
                mark = stored_annotations.get(self.app.store, key)
            except SanggahError:
                self._marks.pop(key, None)
            else:
                if self._open is not None and mark.article_id == self._open.article.id:
                    self._marks[key] = mark
        self._overlay_unsaved()
        self._show_marks()

    def _overlay_unsaved(self) -> None:
        opened = self._open
        for key, mark in self._unsaved.items():
            if mark is None:
                self._marks.pop(key, None)
            elif opened is not None and mark.article_id == opened.article.id:
                self._marks[key] = mark

    # What is shown beside the text

    def _read_labels(self) -> None:
        labels = stored_annotations.labels(self.app.store)
        if labels != self._labels:
            self._labels = labels
            self._letters = label_letters(label.name for label in labels)
            self._view.set_labels(labels, self._letters)
            self.app.name_labels(list(self._letters))
            self._panel.forget_rows()
            self._tell_panel()

    def _show_marks(self) -> None:
        self._spans = None
        self._view.set_annotations(self._marks.values())
        self._tell_panel()

    def _sift_quotes(self, quotes: list[Quote]) -> list[Quote]:
        """Keep the article's quotes, and return those to show: reported speech may be off."""
        assert self._open is not None
        self._open.quotes = quotes
        wanted = self.app.preferences.reported
        self._shown_quotes = [quote for quote in quotes if wanted or quote.kind != "reported"]
        return self._shown_quotes

    def _show_quotes(self, quotes: list[Quote]) -> None:
        """Show the article with these quotes, hidden ones included."""
        self._view.set_quotes(self._sift_quotes(quotes))
        self._end_jump()
        self._tell_panel()

    def _tell_panel(self) -> None:
        if self._column.display and self._open is not None:
            self._panel.show(
                self._marks.values(),
                self._shown_quotes,
                self._letters,
                self._view.label_color,
                self._empty_lists(),
            )
            self._panel.follow(self._view.selection.span)

    def _empty_lists(self) -> tuple[str, str, str]:
        """What to press where the panel lists no annotation, none like that, and no quote."""
        keymap = self.app.keymap
        labels = " ".join(keymap.label_key(label.name) for label in self._labels)
        every = keymap.display("panel", "leave")
        return (
            f"Nothing marked yet: press {labels}" if labels.strip() else "Nothing marked yet",
            f"None like that: {every} lists all" if every else "None like that",
            f"No quotes found: select, press {labels}" if labels.strip() else "No quotes found",
        )

    @on(ArticleView.Dragged)
    def _follow(self) -> None:
        """Have the panel show where the selection is, in the same paint."""
        if self._column.display:
            self._panel.follow(self._selection.span)

    def _show_heading(self) -> None:
        opened = self._open
        if opened is None:
            return
        data = opened.article.metadata
        parts = [data.title or opened.article.source, data.outlet, (data.published or "")[:10]]
        state = {"new": "", "reading": "reading", "done": "done ✓"}[opened.review.state]
        if opened.article.removed_at:
            state = "set aside"
        if self._view.source:
            state = f"source · {state}" if state else "source"
        self._heading.show(" · ".join(part for part in parts if part), state)

    def _show_panel(self) -> None:
        wanted = self.app.preferences.panel
        shown = self.size.width >= PANEL_FROM if wanted is None else wanted
        if shown and self.size.width >= LEAST_WIDTH + LEAST_TEXT:
            self._column.show(self.app.preferences.panel_width, self.size.width)
        else:
            self._column.hide()

    def on_screen_resume(self) -> None:
        """Show what was written while another screen was on top."""
        self.app.show_status()
        if self._open is not None:
            self._read_labels()

    def on_resize(self) -> None:
        """Show the panel where there is room for it."""
        self._end_jump()
        if self._open is not None:
            self._show_panel()
            self.call_after_refresh(self._tell_panel)

    # What the verbs need

    @property
    def _passages(self) -> Passages:
        return self._view.passages

    @property
    def _selection(self) -> Selection:
        return self._view.selection

    def _reading(self) -> Projection:
        assert self._open is not None
        if self._projection is None:
            self._projection = Projection(self._open.article.text, self._open.lines)
        return self._projection

    def _to_search(self) -> Searched:
        """The open article's text, made ready for searching."""
        assert self._open is not None
        if self._searched is None:
            self._searched = Searched.of(self._open.article.text)
        return self._searched

    def _move(self, selection: Selection, *, extension: bool = False) -> None:
        """Select; a motion that is no extension forgets what escape would go back to."""
        if extension:
            if self._before_extension is None:
                self._before_extension = self._selection
        else:
            self._before_extension = None
        self._grown.clear()
        self._select(selection)

    def _select(self, selection: Selection) -> None:
        now = time.monotonic()
        if self._open is not None:
            self._open.seconds += min(now - self._last_key, IDLE)
        self._last_key = now
        self._view.select(selection)
        self._follow()

    def _forget_modes(self) -> None:
        self._before_extension = None
        self._grown.clear()
        self._hits = ()
        self._needle = ""
        self._end_jump()
        self._relabelling = False
        self._repeating = []

    def _show_jump(self) -> None:
        labels = self.jump.labels if self.jump else {}
        first = self.jump.first if self.jump else None
        self._view.set_hits([first] if first else self._hits)
        # Where two begin at the same place the label of the longer one stands first.
        ordered = sorted(labels.items(), key=lambda item: -item[1].end)
        self._view.set_jumps([JumpLabel(span.start, name) for name, span in ordered])
        self.app.say(f"{self.jump.hint} · escape leaves" if self.jump else "")

    def _end_jump(self) -> None:
        if self.jump is not None:
            self.jump = None
            self._show_jump()

    def _mine(self) -> list[Annotation]:
        me = self.app.store.reviewer
        return [mark for mark in self._marks.values() if mark.reviewer == me]

    def _short(self, text: str) -> str:
        text = " ".join(text.split())
        text = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
        return text if text[:1] in _OPENERS else f"“{text}”"

    def _ask(
        self,
        key: str,
        title: str,
        value: str,
        choices: Iterable[str],
        take: Callable[[str], None],
        *,
        changed: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
        stepped: Callable[[int], None] | None = None,
        switches: Mapping[str, str] | None = None,
    ) -> None:
        """Ask for a line of text; what is written and left is kept as a draft under ``key``.

        Args:
            key: What is asked about, the same each time.
            title: The question.
            value: What stands there to begin with.
            choices: What is offered.
            take: Called with what was accepted.
            changed: Called with what stands there after each key.
            left: Called where the prompt is left; nothing is kept as a draft then.
            stepped: Called with -1 or +1 for up or down, where there are no choices.
            switches: What can be switched, see `Prompt.open`; kept from one time to the next.
        """
        self._asked = _Question(take, changed, left, stepped)
        self._prompt.open(
            key,
            title,
            self._drafts.get(key, value),
            list(choices),
            live=changed is not None,
            switches=switches,
            switched_on=self._switches,
        )

    @on(Prompt.Accepted)
    def _prompt_accepted(self, message: Prompt.Accepted) -> None:
        self._drafts.pop(message.name, None)
        asked, self._asked = self._asked, None
        if asked is not None:
            with self.app.telling():
                asked.take(message.value.strip())

    @on(Prompt.Left)
    def _prompt_left(self, message: Prompt.Left) -> None:
        asked, self._asked = self._asked, None
        if asked is not None and asked.left is not None:
            asked.left()
        elif message.changed:
            self._drafts[message.name] = message.draft

    @on(Prompt.Changed)
    def _prompt_changed(self, message: Prompt.Changed) -> None:
        if self._asked is not None and self._asked.changed is not None:
            self._asked.changed(message.value)

    @on(Prompt.Stepped)
    def _prompt_stepped(self, message: Prompt.Stepped) -> None:
        if self._asked is not None and self._asked.stepped is not None:
            self._asked.stepped(message.step)
