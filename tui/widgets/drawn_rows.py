"""Rows on their way to the screen without a detour.

Every paint that touches a widget asks it for all its rows, not for those that changed. Textual
then looks at borders, padding and opacity for each of them; a widget of full rows without any of
these hands over what it has drawn. Drawing a row, and keeping it, is the widget's.
"""

from __future__ import annotations

from rich.color import Color
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget


class KeptStyles(Widget):
    """A widget that asks for its styles once, and not again with each paint."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._kept_styles: dict[str, Style] = {}

    def style_of(self, name: str = "") -> Style:
        """Return the style of a part of the widget, by its class; "" is the widget's own."""
        style = self._kept_styles.get(name)
        if style is None:
            style = self.get_component_rich_style(name) if name else self.rich_style
            self._kept_styles[name] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._kept_styles.clear()


def _filtered(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """Return the strips in the colors that the terminal is to be sent."""
    filters = widget.get_line_filters()
    behind = widget.background_colors[1] if filters else None
    for one in filters:
        assert behind is not None
        strips = [strip.apply_filter(one, behind) for strip in strips]
    return strips


class PositionBar(ScrollBar):
    """A vertical scrollbar that makes each kind of its rows once a paint."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of the bar that lie in ``crop``."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        assert isinstance(bar.style, Style)
        segments = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            back_color=bar.style.bgcolor or Color.default(),
            bar_color=bar.style.color or Color.default(),
        ).segments
        kinds = {id(segment): segment for segment in segments}
        strips = _filtered(self, [Strip([segment], bar.thickness) for segment in kinds.values()])
        row_of = dict(zip(kinds, strips, strict=True))
        rows = [row_of[id(segment)] for segment in segments]
        return rows[crop.y : crop.bottom]


class Scrolled(ScrollView):
    """A widget of rows with a quick scrollbar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The vertical scrollbar, made when it is first asked for."""
        bar = self._vertical_scrollbar
        if bar is None:
            bar = PositionBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)
        return bar


class FullRows(Widget):
    """A widget whose `render_line` gives rows of its full width, the same ones again.

    For widgets without border, padding, outline, tint or opacity.
    """

    def drawn(self, rows: range) -> list[Strip]:
        """Return rows of the widget, counted from its top."""
        return [self.render_line(row) for row in rows]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of the widget that lie in ``crop``."""
        strips = _filtered(self, self.drawn(crop.line_range))
        left, right = crop.column_span
        if (left, right) != (0, self.size.width):
            strips = [strip.crop(left, right) for strip in strips]
        return strips


class DrawnRows(FullRows, Scrolled):
    """A scrolling widget of full rows."""
