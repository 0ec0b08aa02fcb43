"""The reader: one article, its quotes and marks, and a verb for each key.

What the keys are stands in keybindings.toml, how a selection moves in `tui.motions`, how the text
is drawn in `tui.widgets.article_view`. Changes show at once and are written by the app's writer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

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
    Span,
    Store,
    Undone,
    articles,
    clause_spans,
    fold,
    history,
    load_language,
    new_id,
    reviews,
    sentence_spans,
)
from store import annotations as stored_annotations
from tui.jumps import Jump
from tui.keymap import bind
from tui.label_looks import label_letters
from tui.motions import (
    Passages,
    Selection,
    annotations_here,
    in_text_order,
    quote_for,
)
from tui.terminal_text import one_line
from tui.text_layout import trimmed
from tui.widgets.article_view import ArticleView, JumpLabel
from tui.widgets.heading_line import HeadingLine
from tui.widgets.key_footer import KeyFooter
from tui.widgets.prompt import Prompt
from tui.widgets.side_panel import SidePanel

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


class ReaderScreen(Screen[None]):
    """Reads one article after the other and marks spans in them."""

    CSS_PATH = "reader.tcss"
    app: SanggahApp

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
        self._labels: list[Label] = []
        self._letters: dict[str, str] = {}
        self._marks: dict[str, Annotation] = {}
        self._unsaved: dict[str, Annotation | None] = {}
        self._projection: Projection | None = None
        self._folded: str | None = None
        self._last_label: str | None = None
        self._last_mark: str | None = None
        self._before_extension: Selection | None = None
        self._grown: list[Selection] = []
        self._hits: list[Span] = []
        self._needle = ""
        self._before_search: Selection | None = None
        self.jump: Jump | None = None
        self._relabelling = False
        self._asked: Callable[[str], None] | None = None
        self._drafts: dict[str, str] = {}
        self._draft_key = ""
        self._data_version = 0
        self._last_key = time.monotonic()
        self._kept_position = -1

    def compose(self) -> ComposeResult:
        """Lay out heading, text, panel and footer."""
        yield HeadingLine()
        with Horizontal():
            yield ArticleView(text_width=self.app.text_width)
            yield SidePanel()
        yield KeyFooter(self.app.keymap, "reader")
        yield Prompt(self.app.keymap)

    def on_mount(self) -> None:
        """Bind the keys and open the first article."""
        bind(self, self.app.keymap, "reader")
        self._view = self.query_one(ArticleView)
        self._panel = self.query_one(SidePanel)
        self._heading = self.query_one(HeadingLine)
        self._footer = self.query_one(KeyFooter)
        self._prompt = self.query_one(Prompt)
        bind(self._panel, self.app.keymap, "panel")
        self._read_labels()
        self._view.focus()
        self.open(self._first)
        self.set_interval(1.0, self._look_outside)

    # Opening and leaving

    def open(self, article_id: str) -> None:
        """Show an article where its reader left it."""
        store = self.app.store
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
        self._overlay_unsaved()
        self._projection = self._folded = None
        self._data_version = self.app.data_version()
        self._forget_modes()
        self._last_mark = None
        language = load_language(article.metadata.language)
        text = article.text
        self._view.show(
            text,
            lines,
            quotes,
            self._marks.values(),
            lambda span: sentence_spans(text, span, language),
            lambda span: clause_spans(text, span, language),
        )
        if review.state != "new" or review.position:
            self._view.select(self._view.passages.nearest(review.position))
        self._kept_position = self._view.selection.start
        if review.state == "new":
            self._set_review(state="reading")
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
        version = self.app.data_version()
        if version == self._data_version:
            return
        self._data_version = version
        self._read_labels()
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
        if quotes != opened.quotes:
            opened.quotes = quotes
            self._view.set_quotes(quotes)
        opened.article = article
        self._marks = {mark.id: mark for mark in marks}
        self._overlay_unsaved()
        self._show_marks()
        self._show_heading()

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

    def _show_marks(self) -> None:
        self._view.set_annotations(self._marks.values())
        self._tell_panel()

    def _tell_panel(self) -> None:
        if self._panel.display and self._open is not None:
            keys = [self.app.keymap.display("labels", label.name) for label in self._labels]
            press = " ".join(key for key in keys if key)
            self._panel.show(
                list(self._marks.values()),
                self._open.quotes,
                self._letters,
                self._view.label_color,
                f"Nothing marked yet: press {press}" if press else "Nothing marked yet",
            )
            self._panel.follow(self._view.selection.span)

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
        self._panel.set_class(shown and self.size.width >= 60, "-shown")

    def on_screen_resume(self) -> None:
        """Show what was written while another screen was on top."""
        self.app.show_status()

    def on_resize(self) -> None:
        """Show the panel where there is room for it."""
        if self._open is not None:
            self._show_panel()
            self.call_after_refresh(self._tell_panel)

    # Helping the verbs

    @property
    def _passages(self) -> Passages:
        return self._view.passages

    @property
    def _selection(self) -> Selection:
        return self._view.selection

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
        self._hits = []
        self._needle = ""
        self._end_jump()
        self._relabelling = False

    def _mine(self) -> list[Annotation]:
        me = self.app.store.reviewer
        return [mark for mark in self._marks.values() if mark.reviewer == me]

    def _with_mark_here(self, act: Callable[[Annotation], None]) -> None:
        """Do something to the reviewer's own annotation at the active end, asking which of two."""
        here = annotations_here(
            [m for m in self._mine() if m.status != "rejected"], self._selection
        )
        if not here:
            others = annotations_here(list(self._marks.values()), self._selection)
            if others:
                self.app.say(f"That is {others[0].reviewer}'s annotation; only your own change.")
            else:
                self.app.say("No annotation here: tag the selection first.")
        elif len(here) == 1:
            act(here[0])
        else:
            self.app.pick(
                "Which annotation?",
                [f"{mark.label}: {mark.text}" for mark in here],
                lambda index: act(here[index]),
            )

    def _short(self, text: str) -> str:
        text = " ".join(text.split())
        text = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
        return text if text[:1] in _OPENERS else f"“{text}”"

    def _put(self, mark: Annotation) -> None:
        self._marks[mark.id] = mark
        self._show_marks()

    def _write_mark(
        self,
        mark: Annotation,
        job: Callable[[Store], Any],
        *,
        removed: bool = False,
        marks: int = 1,
    ) -> None:
        """Show a mark's new state now and have it written."""
        state = None if removed else mark
        self._unsaved[mark.id] = state
        if removed:
            self._marks.pop(mark.id, None)
            self._show_marks()
        else:
            self._put(mark)

        def settled() -> bool:
            if self._unsaved.get(mark.id, mark) is not state and mark.id in self._unsaved:
                return False  # a later change of the same mark still waits
            self._unsaved.pop(mark.id, None)
            return self._open is not None and self._open.article.id == mark.article_id

        def done(saved: Annotation | None) -> None:
            if settled() and saved is not None:
                self._put(saved)

        def failed(_: SanggahError) -> None:
            if settled():
                self._reload()

        self.app.write(
            job,
            done,
            failed=failed,
            marks=marks,
            record={
                "action": "remove" if removed else "mark",
                "id": mark.id,
                "article_id": mark.article_id,
                "label": mark.label,
                "start_char": mark.start,
                "end_char": mark.end,
                "text": mark.text,
                "note": mark.note,
                "speaker": mark.speaker,
                "part_of": mark.part_of,
                "reviewer": mark.reviewer,
            },
        )

    def _change_mark(self, mark: Annotation, message: str, **fields: Any) -> None:
        key = mark.id
        self._write_mark(
            replace(mark, **fields), lambda store: stored_annotations.change(store, key, **fields)
        )
        self.app.say(message)

    # Motions

    def action_next_sentence(self) -> None:
        """Select the next sentence."""
        self._move(self._passages.next("sentence", self._selection))

    def action_previous_sentence(self) -> None:
        """Select the previous sentence."""
        self._move(self._passages.previous("sentence", self._selection))

    def action_extend_sentence(self) -> None:
        """Extend the selection by a sentence."""
        self._move(self._passages.extend("sentence", self._selection), extension=True)

    def action_retract_sentence(self) -> None:
        """Take a sentence back."""
        self._move(self._passages.retract("sentence", self._selection), extension=True)

    def action_next_word(self) -> None:
        """Select the next word, or the first one inside the selection."""
        self._move(self._passages.next("word", self._selection, inward=True))

    def action_previous_word(self) -> None:
        """Select the previous word, or the last one inside the selection."""
        self._move(self._passages.previous("word", self._selection, inward=True))

    def action_extend_word(self) -> None:
        """Extend the selection by a word."""
        self._move(self._passages.extend("word", self._selection), extension=True)

    def action_retract_word(self) -> None:
        """Take a word back."""
        self._move(self._passages.retract("word", self._selection), extension=True)

    def action_next_clause(self) -> None:
        """Select the next clause, or the first one inside the selection."""
        self._move(self._passages.next("clause", self._selection, inward=True))

    def action_previous_clause(self) -> None:
        """Select the previous clause, or the last one inside the selection."""
        self._move(self._passages.previous("clause", self._selection, inward=True))

    def action_next_paragraph(self) -> None:
        """Select the next paragraph."""
        self._move(self._passages.next("paragraph", self._selection))

    def action_previous_paragraph(self) -> None:
        """Select the previous paragraph."""
        self._move(self._passages.previous("paragraph", self._selection))

    def action_next_quote(self) -> None:
        """Select the next quote."""
        # What grew out of a quote goes on from that quote, not back into it.
        origin = self._grown[0] if self._grown else self._selection
        self._to_quote(self._passages.next_quote(origin), "No quote further down.")

    def action_previous_quote(self) -> None:
        """Select the previous quote."""
        self._to_quote(self._passages.previous_quote(self._selection), "No quote further up.")

    def _to_quote(self, selection: Selection, none: str) -> None:
        if selection in (self._selection, *self._grown[:1]):
            self.app.say("No quotes in this article." if not self._passages.quotes else none)
        else:
            self._move(selection)

    def action_next_annotation(self) -> None:
        """Select the next annotation."""
        self._to_annotation(+1)

    def action_previous_annotation(self) -> None:
        """Select the previous annotation."""
        self._to_annotation(-1)

    def _to_annotation(self, step: int) -> None:
        marks = in_text_order([m for m in self._marks.values() if m.status != "rejected"])
        spans = list(dict.fromkeys(mark.span for mark in marks))
        here = self._selection.span
        if step > 0:
            further = [span for span in spans if _place(span) > _place(here)]
        else:
            further = [span for span in reversed(spans) if _place(span) < _place(here)]
        if further:
            self._move(Selection.of(further[0]))
        else:
            self.app.say("No annotation further that way." if spans else "Nothing marked yet.")

    def action_end_left(self) -> None:
        """Move the active end a character to the left."""
        self._move_end(self._view.text_layout.previous_grapheme(self._selection.head))

    def action_end_right(self) -> None:
        """Move the active end a character to the right."""
        self._move_end(self._view.text_layout.next_grapheme(self._selection.head))

    def _move_end(self, head: int) -> None:
        selection = self._selection
        if head == selection.anchor:  # never empty: step over the anchor
            layout = self._view.text_layout
            forward = head > selection.head
            head = layout.next_grapheme(head) if forward else layout.previous_grapheme(head)
        if head != selection.anchor:
            self._move(Selection(selection.anchor, head), extension=True)

    def action_swap_end(self) -> None:
        """Make the other end the active one."""
        self._select(self._selection.swapped())

    def action_grow(self) -> None:
        """Grow to the next larger unit."""
        before = self._selection
        grown = self._passages.grow(before)
        if grown != before:
            trail = [*self._grown, before]
            self._move(grown)
            self._grown = trail

    def action_shrink(self) -> None:
        """Shrink to what the selection grew from, else to a smaller unit."""
        trail = list(self._grown)
        if trail:
            smaller = trail.pop()
            self._move(smaller)
            self._grown = trail
        else:
            self._move(self._passages.shrink(self._selection))

    def action_page_down(self) -> None:
        """Show the next page and select its first sentence."""
        self._page(+1)

    def action_page_up(self) -> None:
        """Show the page before and select its first sentence."""
        self._page(-1)

    def _page(self, step: int) -> None:
        view = self._view
        height = max(view.size.height - 2, 1)
        bottom = max(view.virtual_size.height - view.size.height, 0)
        top = round(view.scroll_y)
        target = min(max(top + step * height, 0), bottom)
        if target == top:
            self._move(self._passages.last() if step > 0 else self._passages.first())
            return
        view.scroll_to(y=target, animate=False)
        shown = view.visible_span()
        found = self._passages.following("sentence", shown.start)
        if found is None or found.start >= shown.end:
            found = self._passages.around("sentence", shown.start)
        if found is not None:
            self._before_extension = None
            self._grown.clear()
            view.select(Selection.of(found), scroll=False)
            self._follow()

    def action_top(self) -> None:
        """Select the first sentence."""
        self._move(self._passages.first())

    def action_bottom(self) -> None:
        """Select the last sentence."""
        self._move(self._passages.last())

    # Jumping by label

    def action_jump(self) -> None:
        """Draw a label on each visible sentence and quote, and take what is typed next."""
        jump = Jump(self._passages, self._view.shown_text, self._view.visible_span())
        if not jump.failed:
            self.jump = jump
            self._show_jump()

    def _show_jump(self) -> None:
        labels = self.jump.labels if self.jump else {}
        first = self.jump.first if self.jump else None
        self._view.set_hits([first] if first else self._hits)
        self._view.set_jumps([JumpLabel(span.start, name) for name, span in labels.items()])
        self.app.say(f"{self.jump.hint} · escape leaves" if self.jump else "")

    def _end_jump(self) -> None:
        if self.jump is not None:
            self.jump = None
            self._show_jump()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed during a jump before it means anything else."""
        jump = self.jump
        if jump is None or event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            jump.enter()
        elif event.character and event.is_printable:
            jump.type(event.character)
        else:
            jump.failed = True
        if jump.selection is not None:
            self._end_jump()
            self._move(jump.selection)
        elif jump.failed:
            self._end_jump()
            self.app.say("Nothing on the screen answers to that.")
        else:
            self._show_jump()

    # Marking

    def action_tag(self, label: str) -> None:
        """Tag the selection, or give the annotation asked about this label."""
        if self._relabelling:
            self._relabelling = False
            self._with_mark_here(lambda mark: self._relabel(mark, label))
            return
        self._tag(label)

    def action_tag_by_position(self, position: int) -> None:
        """Tag with the label at this position, counted from 1."""
        if position > len(self._labels):
            self.app.say(f"There are only {len(self._labels)} labels.")
        else:
            self.action_tag(self._labels[position - 1].name)

    def action_repeat_tag(self) -> None:
        """Tag with the label used last."""
        if self._last_label is None:
            self.app.say("Nothing tagged yet to repeat.")
        else:
            self._tag(self._last_label)

    def _tag(self, label: str, *, part_of: str | None = None) -> None:
        opened = self._open
        if opened is None:
            return
        if label not in self._letters:
            self.app.say(f"This store has no label {label}.", error=True)
            return
        text = opened.article.text
        span = trimmed(text, *self._selection.span)
        if span.is_empty:
            self.app.say("Nothing is selected.")
            return
        same = [
            mark
            for mark in self._mine()
            if mark.label == label and mark.span == span and mark.status == "accepted"
        ]
        if same and part_of is None:
            self.app.say(f"Already tagged {label}: {self._short(same[0].text)}")
            return
        quote = quote_for(opened.quotes, span)
        mark = Annotation(
            id=new_id(),
            article_id=opened.article.id,
            label=label,
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            speaker=quote.speaker if quote else None,
            part_of=part_of,
            reviewer=self.app.store.reviewer,
        )
        self._last_label = label
        self._last_mark = mark.id
        self._write_mark(
            mark,
            lambda store: stored_annotations.create(
                store,
                mark.article_id,
                label,
                span.start,
                span.end,
                id=mark.id,
                speaker=mark.speaker,
                part_of=part_of,
            ),
        )
        by = f" · {mark.speaker}" if mark.speaker else ""
        self.app.say(f"{label} {self._short(mark.text)}{by}")

    def action_relabel(self) -> None:
        """Ask for another label for the annotation here: the next label key gives it."""
        self._relabelling = False

        def ask(mark: Annotation) -> None:
            self._relabelling = True
            keys = " · ".join(
                f"{self.app.keymap.display('labels', label.name)} {label.name}"
                for label in self._labels
            )
            self.app.say(f"Relabel {self._short(mark.text)}: {keys} · escape leaves")

        self._with_mark_here(ask)

    def _relabel(self, mark: Annotation, label: str) -> None:
        if mark.label == label:
            self.app.say(f"It is a {label} already.")
        else:
            self._change_mark(mark, f"{mark.label} → {label} {self._short(mark.text)}", label=label)

    def action_respan(self) -> None:
        """Give the annotation here, else the one tagged last, the selected span."""
        opened = self._open
        if opened is None:
            return
        text = opened.article.text
        span = trimmed(text, *self._selection.span)
        touching = [
            mark
            for mark in self._mine()
            if mark.status != "rejected" and mark.span.overlaps(span) and mark.span != span
        ]
        here = annotations_here(touching, self._selection) or touching
        if not here:
            self.app.say("No annotation of yours here to give this span.")
            return

        def act(mark: Annotation) -> None:
            words = text[span.start : span.end]
            self._write_mark(
                replace(mark, start=span.start, end=span.end, text=words),
                lambda store: stored_annotations.change(
                    store, mark.id, start=span.start, end=span.end
                ),
            )
            self.app.say(f"{mark.label} now {self._short(words)}")

        if len(here) == 1:
            act(here[0])
        else:
            self.app.pick(
                "Give this span to which annotation?",
                [f"{mark.label}: {mark.text}" for mark in here],
                lambda index: act(here[index]),
            )

    def action_continue_annotation(self) -> None:
        """Make the selection a further part of the annotation made last."""
        last = self._marks.get(self._last_mark or "")
        if last is None:
            mine = sorted(self._mine(), key=lambda mark: mark.created_at)
            last = mine[-1] if mine else None
        if last is None:
            self.app.say("No annotation yet to continue.")
        elif last.span.overlaps(self._selection.span):
            self.app.say("A further part must stand outside the first.")
        else:
            self._tag(last.label, part_of=last.part_of or last.id)

    def action_remove(self) -> None:
        """Remove the annotation here, or reject the suggestion."""
        suggestion = self._suggestion_here()
        if suggestion is not None:
            self._change_mark(suggestion, "Suggestion rejected.", status="rejected")
            return

        def act(mark: Annotation) -> None:
            key = mark.id
            self._write_mark(
                mark, lambda store: stored_annotations.delete(store, key), removed=True, marks=0
            )
            undo = self.app.keymap.display("reader", "undo")
            self.app.say(f"Removed {mark.label} {self._short(mark.text)} ({undo} takes it back)")

        self._with_mark_here(act)

    def _suggestion_here(self) -> Annotation | None:
        suggested = [mark for mark in self._marks.values() if mark.status == "suggested"]
        here = annotations_here(suggested, self._selection)
        own = annotations_here([m for m in self._mine() if m.status == "accepted"], self._selection)
        if here and (not own or here[0].end - here[0].start < own[0].end - own[0].start):
            return here[0]
        return None

    def action_accept(self) -> None:
        """Accept the suggestion here: make it an annotation of the reviewer's own."""
        suggestion = self._suggestion_here()
        if suggestion is None:
            self.app.say("No suggestion here.")
            return
        if any(mark.origin == suggestion.id for mark in self._mine()):
            self.app.say("You accepted this one already.")
            return
        mark = replace(
            suggestion,
            id=new_id(),
            status="accepted",
            origin=suggestion.id,
            reviewer=self.app.store.reviewer,
            created_at="",
            part_of=None,
        )
        self._last_label, self._last_mark = mark.label, mark.id
        self._write_mark(
            mark,
            lambda store: stored_annotations.create(
                store,
                mark.article_id,
                mark.label,
                mark.start,
                mark.end,
                id=mark.id,
                note=mark.note,
                speaker=mark.speaker,
                confidence=mark.confidence,
                origin=suggestion.id,
            ),
        )
        self.app.say(f"Accepted: {mark.label} {self._short(mark.text)}")

    def action_note(self) -> None:
        """Write a note on the annotation here."""

        def ask(mark: Annotation) -> None:
            def take(note: str) -> None:
                self._change_mark(mark, "Note kept." if note else "Note removed.", note=note)

            self._ask(
                f"note {mark.id}",
                f"Note on {mark.label} {self._short(mark.text)}",
                mark.note,
                (),
                take,
            )

        self._with_mark_here(ask)

    def action_speaker(self) -> None:
        """Say who holds the annotation here, or who says the quote here."""
        opened = self._open
        if opened is None:
            return
        mine = [mark for mark in self._mine() if mark.status != "rejected"]
        here = annotations_here(mine, self._selection)
        quote = quote_for(opened.quotes, self._selection.span)
        if not here and quote is not None:
            self._ask_speaker_of_quote(quote)
            return

        def ask(mark: Annotation) -> None:
            def take(speaker: str) -> None:
                said = f"Speaker: {speaker}" if speaker else "Speaker removed."
                self._change_mark(mark, said, speaker=speaker or None)

            title = f"Who says {mark.label} {self._short(mark.text)}"
            self._ask(f"speaker {mark.id}", title, mark.speaker or "", self._speakers(), take)

        self._with_mark_here(ask)

    def _ask_speaker_of_quote(self, quote: Quote) -> None:
        def take(speaker: str) -> None:
            self.app.write(
                lambda store: articles.correct_speaker(store, quote.id, speaker or None),
                lambda _: self._reload(),
            )
            self.app.say(f"Speaker of the quote: {speaker}" if speaker else "Speaker removed.")

        title = f"Who says {self._short(quote.text)}"
        self._ask(f"quote {quote.id}", title, quote.speaker or "", self._speakers(), take)

    def _speakers(self) -> list[str]:
        """The article's speakers, the one named nearest to the selection first."""
        opened = self._open
        if opened is None:
            return []
        here = self._selection.start
        named = [(abs(quote.start - here), quote.speaker) for quote in opened.quotes]
        named += [(abs(mark.start - here), mark.speaker) for mark in self._marks.values()]
        ordered = sorted((far, name) for far, name in named if name)
        return list(dict.fromkeys(name for _, name in ordered))

    def _ask(
        self,
        key: str,
        title: str,
        value: str,
        choices: Iterable[str],
        take: Callable[[str], None],
        *,
        live: bool = False,
    ) -> None:
        self._draft_key = key
        self._asked = take
        self._prompt.open(key, title, self._drafts.get(key, value), list(choices), live=live)

    @on(Prompt.Accepted)
    def _prompt_accepted(self, message: Prompt.Accepted) -> None:
        self._drafts.pop(message.name, None)
        asked, self._asked = self._asked, None
        self._view.focus()
        if asked is not None:
            asked(message.value.strip())

    @on(Prompt.Left)
    def _prompt_left(self, message: Prompt.Left) -> None:
        self._asked = None
        self._view.focus()
        if message.name == "search":
            self._leave_search()
        elif message.changed:
            self._drafts[message.name] = message.draft

    @on(Prompt.Changed)
    def _prompt_changed(self, message: Prompt.Changed) -> None:
        if message.name == "search":
            self._search_live(message.value)

    def action_undo(self) -> None:
        """Take back the last action in this article."""
        self._take_back(history.undo, "Nothing to undo in this article.", "Undone")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take_back(history.redo, "Nothing to redo in this article.", "Redone")

    def _take_back(
        self, step: Callable[[Store, str], Undone | None], nothing: str, said: str
    ) -> None:
        if self._open is None:
            return
        article_id = self._open.article.id

        def done(undone: Undone | None) -> None:
            if undone is None:
                self.app.say(nothing)
                return
            if self._open is None or self._open.article.id != article_id:
                return
            self._reload()
            if undone.span is not None:
                self._move(Selection.of(undone.span))
            self.app.say(f"{said}: {undone.summary}")

        self.app.write(lambda store: step(store, article_id), done)

    # Looking and copying

    def _reading(self) -> Projection:
        assert self._open is not None
        if self._projection is None:
            self._projection = Projection(self._open.article.text, self._open.lines)
        return self._projection

    def action_copy_citation(self) -> None:
        """Copy the citation of the selection."""
        opened = self._open
        if opened is None:
            return
        from store import Cited, cite

        span = trimmed(opened.article.text, *self._selection.span)
        exact = [mark for mark in self._mine() if mark.span == span and mark.speaker]
        quote = quote_for(opened.quotes, span)
        speaker = exact[0].speaker if exact else (quote.speaker if quote else None)
        words = self._reading().excerpt(*span)
        cited = Cited.of(opened.article, words, speaker)
        self.app.copy(cite(cited, self.app.preferences.citation_style))

    def action_citation_style(self) -> None:
        """Choose the style of copied citations."""
        from store import STYLES

        names = list(STYLES)
        chosen = self.app.preferences.citation_style

        def take(index: int) -> None:
            self.app.preferences.citation_style = names[index]
            self.app.keep_preferences()
            self.app.say(f"Citations are copied as {names[index]}.")

        current = names.index(chosen) if chosen in names else 0
        self.app.pick("Citation style", names, take, current=current)

    def action_search(self) -> None:
        """Search in the article while typing."""
        self._before_search = self._selection

        def take(needle: str) -> None:
            if not needle:
                self._leave_search()
            elif not self._hits:
                self.app.say(f"Not found: {needle}")

        self._ask("search", "Search in this article", self._needle, (), take, live=True)

    def _search_live(self, needle: str) -> None:
        self._needle = needle.strip()
        self._hits = self._find(self._needle)
        self._view.set_hits(self._hits)
        origin = self._before_search or self._selection
        if self._hits:
            further = [hit for hit in self._hits if hit.start >= origin.start]
            self._select(Selection.of((further or self._hits)[0]))
            self._say_hit()
        elif self._needle:
            self._select(origin)
            self.app.say("No hit.")

    def _find(self, needle: str) -> list[Span]:
        if not needle or self._open is None:
            return []
        if self._folded is None:
            self._folded = fold(self._open.article.text)
        text, needle = self._folded, fold(needle)
        shown = self._view.shown_lines
        hits: list[Span] = []
        for line in shown:
            at = text.find(needle, line.start, line.end)
            while at >= 0:
                hits.append(Span(at, at + len(needle)))
                at = text.find(needle, at + len(needle), line.end)
        return hits

    def _say_hit(self) -> None:
        span = self._selection.span
        number = self._hits.index(span) + 1 if span in self._hits else 0
        self.app.say(f"Hit {number} of {len(self._hits)}")

    def action_next_hit(self) -> None:
        """Select the next hit, after the last one the first."""
        self._to_hit([hit for hit in self._hits if hit.start > self._selection.start], 0)

    def action_previous_hit(self) -> None:
        """Select the previous hit, before the first one the last."""
        self._to_hit([hit for hit in self._hits if hit.start < self._selection.start], -1)

    def _to_hit(self, further: list[Span], which: int) -> None:
        if not self._hits:
            key = self.app.keymap.display("reader", "search")
            self.app.say(f"No search yet: press {key}." if key else "No search yet.")
            return
        self._move(Selection.of((further or self._hits)[which]))
        self._say_hit()

    def _leave_search(self) -> None:
        self._hits = []
        self._needle = ""
        self._view.set_hits([])
        if self._before_search is not None:
            self._select(self._before_search)
            self._before_search = None

    def action_source_view(self) -> None:
        """Show the source with hidden lines and reasons, or the clean text again."""
        self._view.set_source(not self._view.source)
        self._view.set_hits(self._find(self._needle))
        if self._view.line_at(self._selection.start) is None or not self._view.source:
            self._move(self._passages.nearest(self._selection.start))
        self._view.bring_into_view()
        self._show_heading()

    def action_toggle_line(self) -> None:
        """Hide the line at the active end, or show it if it is hidden."""
        opened = self._open
        line = self._view.line_at(self._selection.active)
        if opened is None or line is None:
            return
        shown = not line.shown
        decided = replace(
            line,
            shown=shown,
            decided_by=self.app.store.reviewer,
            reason=f"{'shown' if shown else 'hidden'} by {self.app.store.reviewer}",
        )
        opened.lines = [decided if other.number == line.number else other for other in opened.lines]
        self._projection = None
        self._view.set_lines(opened.lines)
        if not shown and not self._view.source:
            self._move(self._passages.nearest(line.start))
        article_id = opened.article.id
        self.app.write(
            lambda store: articles.decide_line(store, article_id, line.number, shown),
            lambda _: self._reload(),
            failed=lambda _: self._reload(),
        )
        undo = self.app.keymap.display("reader", "undo")
        what = "Line shown" if shown else "Line hidden"
        self.app.say(f"{what} ({undo} takes it back).")

    def action_mend(self) -> None:
        """Mend what is known of the article."""
        opened = self._open
        if opened is None:
            return
        self.app.ask_to_mend(opened.article.id, self._reload)

    def action_panel(self) -> None:
        """Show or hide the side panel."""
        shown = not self._panel.has_class("-shown")
        self.app.preferences.panel = shown
        self.app.keep_preferences()
        if shown and self.size.width < 60:
            self.app.say("The window is too narrow for the panel.")
        self._show_panel()
        self._view.focus()
        self.call_after_refresh(self._tell_panel)

    def action_enter_panel(self) -> None:
        """Move in the side panel with the keys."""
        if not self._panel.has_class("-shown"):
            self.action_panel()
        if self._panel.has_class("-shown"):
            self._footer.context = "panel"
            self._panel.focus()

    @on(SidePanel.Chosen)
    def _panel_chosen(self, message: SidePanel.Chosen) -> None:
        self._move(Selection.of(message.span))

    @on(SidePanel.Left)
    def _panel_left(self) -> None:
        self._footer.context = "reader"
        self._view.focus()

    @on(ArticleView.Dragged)
    def _follow(self) -> None:
        """Have the panel show where the selection is, in the same paint."""
        if self._panel.display:
            self._panel.follow(self._selection.span)

    def action_export(self) -> None:
        """Export annotations to a file."""
        if self._open is not None:
            self.app.ask_to_export(self._open.article.id)

    # Going

    def action_next_article(self) -> None:
        """Open the next article."""
        self._go(+1)

    def action_previous_article(self) -> None:
        """Open the previous article."""
        self._go(-1)

    def action_done(self) -> None:
        """Mark the article as done and open the next."""
        opened = self._open
        if opened is None:
            return
        if self._order is None:  # before the state changes what the filter gives
            self._order = articles.order(self.app.store, self._query)
        self._kept_position = self._view.selection.start
        self._set_review(state="done", position=self._kept_position, seconds=opened.seconds)
        self._show_heading()
        title = opened.article.metadata.title or opened.article.source
        if self._go(+1):
            self.app.say(f"Done: {one_line(title)}")

    def action_leave(self) -> None:
        """Leave the innermost thing: jump labels, relabelling, hits, an extension, the article."""
        if self.jump is not None:
            self._end_jump()
        elif self._relabelling:
            self._relabelling = False
            self.app.say("")
        elif self._hits or self._needle:
            self._before_search = None
            self._leave_search()
        elif self._before_extension is not None:
            before, self._before_extension = self._before_extension, None
            self._select(before)
        else:
            self.keep_position()
            opened = self._open
            self.app.back_to_library(opened.article.id if opened else None)

    @property
    def mouse_selection(self) -> str:
        """What was selected with the mouse, as it reads; "" after any key that selects."""
        if self._open is None or not self._view.by_mouse:
            return ""
        return self._reading().excerpt(*self._selection.span)


def _place(span: Span) -> tuple[int, int]:
    """Orders spans as `in_text_order` does: the longer of two first."""
    return span.start, -span.end
