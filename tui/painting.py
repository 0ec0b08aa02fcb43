"""Screens whose answer to a key is painted before anything else is done.

Textual brings a change to the screen through the queue of every widget that it touched and then a
timer, draws all rows of every widget between the first and the last that differ, and cuts them
where other widgets begin. Where the widgets of a screen only stand side by side, the rows that
differ can be drawn and written by themselves; where they lie over each other, or something is to
be laid out, Textual's own way is left as it is.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final, NamedTuple, TypeVar

from rich.console import Console, ConsoleOptions, RenderResult
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

Result = TypeVar("Result")

#: Between two paints at once; what comes sooner is painted together, in seconds.
_APART: Final = 0.008


class _Pane(NamedTuple):
    """A widget, where it is on the screen, and what of it is seen."""

    widget: Widget
    region: Region
    seen: Region


class Row(NamedTuple):
    """Cells drawn anew, and the place of the first of them."""

    x: int
    y: int
    strip: Strip


class RowsUpdate(CompositorUpdate):
    """Rows to be written, but for those that stand on the screen like that."""

    def __init__(self, rows: Sequence[Row], shown: dict[tuple[int, int], str]) -> None:
        """Take the rows, and what was written last at each place; the latter is kept up to date."""
        self.rows = rows
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Return what is to be written to the terminal."""
        written: list[str] = []
        for x, y, strip in self.rows:
            cells = strip.render(console)
            if self._shown.get((x, y)) != cells:
                self._shown[x, y] = cells
                written.append(f"\x1b[{y + 1};{x + 1}H{cells}")
        return "".join(written)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield nothing: only the terminal is written to."""
        return iter(())


class PaneCompositor(Compositor):
    """Draws the rows that differ where no widget lies over another."""

    def __init__(self) -> None:
        super().__init__()
        self._panes_of: Mapping[Widget, tuple[Region, Region]] | None = None
        self._panes: Sequence[_Pane] | None = None
        self._shown: dict[tuple[int, int], str] = {}

    def forget_shown(self) -> None:
        """Write every row anew: something else was written over the screen."""
        self._shown.clear()

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Draw all of the screen."""
        self.forget_shown()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what differs."""
        if self.visible_widgets is not self._panes_of:
            self._panes_of = self.visible_widgets
            self._panes = _side_by_side(self.visible_widgets)
            self.forget_shown()
        if self._panes is None:
            self.forget_shown()
            return super().render_partial_update()
        regions = list(self._dirty_regions)
        self._dirty_regions.clear()
        rows = [row for pane in self._panes for row in _drawn(pane, regions)]
        # The same to whoever displays it: only what it is to be written as is asked for.
        update: Any = RowsUpdate(rows, self._shown) if rows else None
        return update  # type: ignore[no-any-return]


def _side_by_side(visible: Mapping[Widget, tuple[Region, Region]]) -> Sequence[_Pane] | None:
    """Return what is seen of each widget; None where one lies over another.

    A bar that takes the last columns of a widget lies beside what is seen of it.
    """
    panes = [
        _Pane(widget, region, region.intersection(clip))
        for widget, (region, clip) in visible.items()
        if not widget.BLANK
    ]
    # The widget in front comes first.
    for front, behind in combinations(range(len(panes)), 2):
        bar, seen = panes[front].seen, panes[behind].seen
        if not bar.overlaps(seen):
            continue
        if bar.x <= seen.x or (bar.y, bar.height, bar.right) != (seen.y, seen.height, seen.right):
            return None
        left = Region(seen.x, seen.y, bar.x - seen.x, seen.height)
        panes[behind] = panes[behind]._replace(seen=left)
    return panes


def _drawn(pane: _Pane, regions: Sequence[Region]) -> Iterator[Row]:
    """Draw the rows of a widget that lie in these regions, in their whole width."""
    widget, region, seen = pane
    wanted: set[int] = set()
    for dirty in regions:
        part = seen.intersection(dirty)
        if part:
            wanted.update(part.line_range)
    rows = sorted(wanted)
    first = 0
    for at, y in enumerate(rows):
        if at + 1 == len(rows) or rows[at + 1] != y + 1:
            top, count = rows[first], at + 1 - first
            crop = Region(seen.x - region.x, top - region.y, seen.width, count)
            for number, strip in enumerate(widget.render_lines(crop)):
                yield Row(seen.x, top + number, strip)
            first = at + 1


class PromptlyPainted(Screen[Result]):
    """A screen that can be painted at once."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor: PaneCompositor = PaneCompositor()
        self._painted = 0.0

    @property
    def takes_keys_at_once(self) -> bool:
        """Whether a key can mean nothing but an action; see `tui.keys_in_turn`."""
        return False

    def on_screen_resume(self) -> None:
        """Write all of it when it is on top again."""
        self._compositor.forget_shown()

    def paint_now(self) -> None:
        """Paint what changed, where nothing is to be laid out and the last paint is not near."""
        waits = (
            self._layout_required
            or self._scroll_required
            or self._repaint_required
            or self._recompose_required
        )
        if waits or not self.is_current or self.app._batch_count:
            return
        if time.monotonic() - self._painted < _APART:
            return
        visible = self._compositor.visible_widgets
        if any(
            widget._layout_required or widget._scroll_required or widget._recompose_required
            for widget in visible
        ):
            return
        changed = [widget for widget in visible if widget._repaint_required]
        for widget in changed:
            widget._repaint_required = False
        self._dirty_widgets.update(changed)
        if self._dirty_widgets:
            self._compositor.update_widgets(self._dirty_widgets)
            self._compositor_refresh()
            self._painted = time.monotonic()
