"""Marking: labels, spans, notes and speakers, and taking them back.

A mark shows at once and is written by the app's writer; what could not be written stays shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from store import (
    Annotation,
    Quote,
    SanggahError,
    Store,
    Undone,
    articles,
    history,
    new_id,
    transaction,
)
from store import annotations as stored_annotations
from tui.motions import Selection, annotations_here, quote_for
from tui.screens.reader.base import ReadingScreen
from tui.text_layout import trimmed


class Marking(ReadingScreen):
    """What tags, changes and removes annotations."""

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
            if (mark.start, mark.end) == span and mark.label == label and mark.status == "accepted"
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
        self._write_mark(mark, lambda store: _create(store, mark))
        self._made = mark, self.app.writer.submitted
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
        # One that was selected before its ends were moved is meant, whatever else lies here.
        edited = self._before_extension.span if self._before_extension else None
        here = (
            [mark for mark in touching if mark.span == edited]
            or annotations_here(touching, self._selection)
            or touching
        )
        if not here:
            self.app.say("No annotation of yours here to give this span.")
            return

        def act(mark: Annotation) -> None:
            words = text[span.start : span.end]
            if self._before_extension is not None:
                self._before_extension = self._selection
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
            self._reject(suggestion)
        else:
            self._with_mark_here(self._remove)

    def _reject(self, suggestion: Annotation) -> None:
        self._change_mark(suggestion, "Suggestion rejected.", status="rejected")

    def _remove(self, mark: Annotation) -> None:
        key = mark.id
        self._write_mark(
            mark, lambda store: stored_annotations.delete(store, key), removed=True, marks=0
        )
        undo = self.app.keymap.display("reader", "undo")
        self.app.say(f"Removed {mark.label} {self._short(mark.text)} ({undo} takes it back)")

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
        else:
            self._accept(suggestion)

    def _accept(self, suggestion: Annotation) -> None:
        """Make the suggestion an annotation of the reviewer's own."""
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
        self._write_mark(mark, lambda store: _create(store, mark))
        self.app.say(f"Accepted: {mark.label} {self._short(mark.text)}")

    def action_note(self) -> None:
        """Write a note on the annotation here."""
        self._with_mark_here(self._ask_note)

    def _ask_note(self, mark: Annotation) -> None:
        def take(note: str) -> None:
            self._change_mark(mark, "Note kept." if note else "Note removed.", note=note)

        title = f"Note on {mark.label} {self._short(mark.text)}"
        self._ask(f"note {mark.id}", title, mark.note, (), take)

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
        else:
            self._with_mark_here(self._ask_speaker)

    def _ask_speaker(self, mark: Annotation) -> None:
        def take(speaker: str) -> None:
            said = f"Speaker: {speaker}" if speaker else "Speaker removed."
            self._change_mark(mark, said, speaker=speaker or None)

        title = f"Who says {mark.label} {self._short(mark.text)}"
        self._ask(f"speaker {mark.id}", title, mark.speaker or "", self._speakers(), take)

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

    def action_undo(self) -> None:
        """Take back the last action in this article."""
        mark, changes = self._made or (None, -1)
        last = changes == self.app.writer.submitted and mark is not None and mark.id in self._marks
        self._take_back(
            history.undo, "Nothing to undo in this article.", "Undone", mark if last else None
        )

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take_back(history.redo, "Nothing to redo in this article.", "Redone")

    def _take_back(
        self,
        step: Callable[[Store, str], Undone | None],
        nothing: str,
        said: str,
        foreseen: Annotation | None = None,
    ) -> None:
        """Have the store take a step back or forth, and show where it did what.

        Args:
            step: The step.
            nothing: What is said where there was none to take.
            said: What it is called.
            foreseen: A new mark that it is going to take away: that shows at once, and is put
                right where the store did something else.
        """
        if self._open is None:
            return
        article_id = self._open.article.id
        record = None
        if foreseen is not None:
            record = {"action": "remove", **_record(foreseen)}
            self._unsaved[foreseen.id] = None
            self._marks.pop(foreseen.id, None)
            self._show_marks()
            self._move(Selection.of(foreseen.span))
            self.app.say(f"{said}: {history.mark_in_words(foreseen.label, foreseen.text)}")

        def put_right(_: object = None) -> None:
            if foreseen is not None:
                self._unsaved.pop(foreseen.id, None)
                self._read_again([("annotations", foreseen.id)])

        def done(undone: Undone | None) -> None:
            put_right()
            if undone is None:
                self.app.say(nothing)
                return
            if (
                foreseen is not None
                and undone.subject_id == foreseen.id
                and foreseen.id not in self._marks
            ):
                return
            if self._open is None or self._open.article.id != article_id:
                return
            self._read_again(undone.touched)
            if undone.span is not None:
                self._move(Selection.of(undone.span))
            self.app.say(f"{said}: {undone.summary}")

        self.app.write(
            lambda store: step(store, article_id),
            done,
            failed=put_right,
            record=record,
            awaited=foreseen is None,
        )

    # What the verbs need

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

        def done(saved: Annotation | None) -> None:
            if self._is_settled(mark, state) and saved is not None:
                self._put(saved)

        def failed(_: SanggahError) -> None:
            if self._is_settled(mark, state):
                self._reload()

        record = {"action": "remove" if removed else "mark", **_record(mark)}
        self.app.write(job, done, failed=failed, marks=marks, record=record)

    def _is_settled(self, mark: Annotation, state: Annotation | None) -> bool:
        """Note that ``state`` of a mark is written or refused, and say whether it is on show."""
        if self._unsaved.get(mark.id, mark) is not state and mark.id in self._unsaved:
            return False  # a later change of the same mark still waits
        self._unsaved.pop(mark.id, None)
        return self._open is not None and self._open.article.id == mark.article_id

    def _write_all(self, made: Sequence[Annotation]) -> None:
        """Show new marks and have them written together, as one action."""

        def job(store: Store) -> None:
            with transaction(store):
                for mark in made:
                    _create(store, mark)

        def settled(_: object) -> None:
            if [self._is_settled(mark, mark) for mark in made].count(True):
                self._reload()

        for mark in made:
            self._unsaved[mark.id] = self._marks[mark.id] = mark
        self._show_marks()
        record = {"action": "mark", "places": [_record(mark) for mark in made]}
        self.app.write(job, settled, failed=settled, marks=len(made), record=record)

    def _change_mark(self, mark: Annotation, message: str, **fields: Any) -> None:
        key = mark.id
        self._write_mark(
            replace(mark, **fields), lambda store: stored_annotations.change(store, key, **fields)
        )
        self.app.say(message)


def _create(store: Store, mark: Annotation) -> Annotation:
    return stored_annotations.create(
        store,
        mark.article_id,
        mark.label,
        mark.start,
        mark.end,
        id=mark.id,
        note=mark.note,
        speaker=mark.speaker,
        confidence=mark.confidence,
        part_of=mark.part_of,
        origin=mark.origin,
    )


def _record(mark: Annotation) -> dict[str, Any]:
    """What is kept of a mark that cannot be written."""
    return {
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
    }
