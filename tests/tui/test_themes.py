"""The themes: all that is really drawn can be read in each, and one is chosen, tried and kept."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.pilot import Pilot
from textual.strip import Strip

from store import ArticleQuery, Label, SanggahError, articles, open_store
from tests.tui.test_reader_pictures import document
from tui.app import SanggahApp
from tui.keymap import load_keymap
from tui.label_looks import contrast
from tui.preferences import Preferences
from tui.screens.dialog import Dialog
from tui.screens.picker import Picker
from tui.themes import DEFAULT, TERMINAL, THEMES, choose
from tui.widgets.article_view import ArticleView, Look

WANTED = 4.5
FIXED = [name for name in THEMES if name != TERMINAL]
LABELS = ["claim", "denial", "evidence"]
#: Colours that a project may give its labels, the worst among them.
OWN_COLORS = [
    "#000000",
    "#ffffff",
    "#808080",
    "#ff0000",
    "#00ff00",
    "#0000ff",
    "#ffff00",
    "nonsense",
]


def _terminal(name: str, *colors: str) -> tuple[str, TerminalTheme]:
    background, foreground, *ansi = [Color.parse(f"#{color}").rgb for color in colors]
    return name, TerminalTheme(background, foreground, list(ansi[:8]), list(ansi[8:]))


# Background, words, the eight colours and the eight bright ones, as these terminals ship them.
TERMINALS = dict(
    [
        _terminal(
            "xterm",
            *("000000", "e5e5e5"),
            *("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"),
            *("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
        ),
        _terminal(
            "xterm, black on white",
            *("ffffff", "000000"),
            *("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"),
            *("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
        ),
        _terminal(
            "VGA",
            *("000000", "aaaaaa"),
            *("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa"),
            *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
        ),
    ]
)


@asynccontextmanager
async def program(folder: Path, theme: str) -> AsyncIterator[tuple[SanggahApp, Pilot[int]]]:
    path = folder / "store.db"
    with open_store(path, "ani") as store:
        articles.add(store, document(), source="jembatan.txt")
        keymap, _ = load_keymap(None, LABELS)
        app = SanggahApp(store, keymap, state_folder=folder / "state", theme=theme)
        async with app.run_test(size=(120, 34)) as pilot:
            await pilot.pause()
            yield app, pilot
        app.writer.close()


async def screens(app: SanggahApp, pilot: Pilot[int]) -> AsyncIterator[str]:
    """Go through what there is to see, and stop at each."""

    async def press(*keys: str) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.05)

    yield "library"
    await press("?")
    yield "help"
    await press("/", "q", "z")
    yield "help, nothing found"
    await press("escape", "escape", "L")
    yield "labels"
    await press("enter")
    yield "label"
    await press("escape", "escape")
    await press(":")
    yield "palette"
    await press("x", "q", "z")
    yield "palette, nothing found"
    await press("escape")
    await press("m")
    yield "form"
    await press("escape")
    await press("E")
    yield "export"
    await press("escape")
    app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
    await pilot.pause()
    await press(*"]d+c]ecj")
    yield "marks"
    await press("v")
    yield "source"
    await press("v", "s")
    yield "prompt"
    await press("escape", "/", *"kata", "enter")
    yield "hits"
    await press("escape", "g", ";")
    yield "jump labels"
    await press("escape", "escape", ":")
    yield "palette, some refused"
    await press(*"next hit", "enter")
    yield "palette, a refusal"
    await press("escape", "P")
    yield "panel"
    await press("f")
    yield "panel, one label"
    await press("escape")
    app.say("It could not be done.", error=True)
    await pilot.pause()
    yield "error"
    await press("escape")
    await app.run_action("tour")
    await pilot.pause(0.3)
    yield "tour"
    app.end_tour()
    await press(".")
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await pilot.pause(0.1)
    yield "library, done"


def drawn(app: SanggahApp) -> Iterator[tuple[str, Style]]:
    """Every piece of text on the screen with its style, as it goes to the terminal's filter.

    What a dialog lies over is dimmed on purpose and no part of what is to be read then.
    """
    strips = app.screen._compositor.render_strips()
    parts = app.screen.children if isinstance(app.screen, Dialog) else [app.screen]
    for region in (part.region for part in parts):
        for strip in strips[region.y : region.bottom]:
            yield from _pieces(strip.crop(region.x, region.right))


def _pieces(strip: Strip) -> Iterator[tuple[str, Style]]:
    for segment in strip:
        if segment.text.strip() and segment.style:
            yield segment.text, segment.style


def ratio(style: Style) -> float:
    color, background = style.color, style.bgcolor
    assert color is not None
    assert background is not None
    return contrast(Color.from_rich_color(color), Color.from_rich_color(background))


def in_256_colors(style: Style) -> Style:
    """The style as a terminal of 256 colours is sent it."""
    assert style.color is not None
    assert style.bgcolor is not None
    color, background = (
        RichColor.from_triplet(part.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())
        for part in (style.color, style.bgcolor)
    )
    return Style(color=color, bgcolor=background)


@pytest.mark.parametrize("theme", FIXED)
async def test_every_word_on_every_screen_can_be_read(tmp_path: Path, theme: str):
    weak: set[str] = set()
    async with program(tmp_path, theme) as (app, pilot):
        async for place in screens(app, pilot):
            for text, style in drawn(app):
                # Lines of boxes and scrollbars are no text.
                if not any(character.isalnum() for character in text):
                    continue
                assert not style.dim, f"{place}: {text!r} is dimmed by the terminal"
                if ratio(style) < WANTED:
                    weak.add(f"{place}: {text.strip()[:30]!r} {style} {ratio(style):.2f}")
                if ratio(in_256_colors(style)) < WANTED:
                    found = f"{ratio(in_256_colors(style)):.2f} in 256 colours"
                    weak.add(f"{place}: {text.strip()[:30]!r} {style} {found}")
    assert not weak, "\n".join(sorted(weak))


def looks(labels: list[str]) -> Iterator[Look]:
    several = [
        (), *((label,) for label in labels), *itertools.combinations(labels, 2), tuple(labels[:3]),
    ]  # fmt: skip
    for kind, quote, over, flags in itertools.product(
        ("title", "heading", "body", "byline", "hidden"),
        ("", "quote", "fragment", "reported", "term"),
        several,
        itertools.product((False, True), repeat=4),
    ):
        yield Look(kind, quote, over, *flags)  # type: ignore[arg-type]


@pytest.mark.parametrize("theme", FIXED)
async def test_words_can_be_read_under_every_mark_hit_and_selection(tmp_path: Path, theme: str):
    async with program(tmp_path, theme) as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        view = app.screen.query_one(ArticleView)
        stored = [label.color for label in view._labels.values()]
        names = [f"label {place}" for place in range(len(stored) + len(OWN_COLORS))]
        view.set_labels(
            [
                Label(name, color, "", place)
                for place, (name, color) in enumerate(zip(names, stored + OWN_COLORS, strict=True))
            ],
            {},
        )
        weak = [look for look in looks(names) if ratio(view._look_style(look)) < WANTED]
        assert not weak
        assert all(ratio(view.label_style(name)) >= WANTED for name in names)


@pytest.mark.parametrize("terminal", TERMINALS)
async def test_the_terminals_own_colours_can_be_read_as_common_terminals_have_them(
    tmp_path: Path, terminal: str
):
    palette = TERMINALS[terminal]

    def shown(color: RichColor | None, words: bool) -> Color:
        return Color(*(color or RichColor.default()).get_truecolor(palette, foreground=words))

    weak: set[str] = set()
    async with program(tmp_path, TERMINAL) as (app, pilot):
        async for place in screens(app, pilot):
            for text, style in drawn(app):
                for color in (style.color, style.bgcolor):
                    assert color is None or color.triplet is None, f"{place}: {text!r} {style}"
                found = contrast(shown(style.color, True), shown(style.bgcolor, False))
                if found < WANTED and any(character.isalnum() for character in text):
                    weak.add(f"{place}: {text.strip()[:30]!r} {style} {found:.2f}")
    assert not weak, "\n".join(sorted(weak))


@pytest.mark.parametrize("theme", THEMES)
async def test_states_differ_in_more_than_their_colours(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    async with program(tmp_path, theme) as (app, pilot):
        assert app.theme == TERMINAL
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        view = app.screen.query_one(ArticleView)

        def attributes(**state: object) -> Style:
            return view._look_style(Look("body", **state)).without_color  # type: ignore[arg-type]

        different = {
            "plain": attributes(),
            "marked": attributes(labels=("claim",)),
            "marked twice": attributes(labels=("claim", "denial")),
            "suggested": attributes(labels=("claim",), suggested=True),
            "reported": attributes(quote="reported"),
            "hit": attributes(hit=True),
            "selected": attributes(selected=True),
            "caret": attributes(selected=True, caret=True),
            "selected and marked": attributes(labels=("claim",), selected=True),
        }
        for (one, style), (other, like) in itertools.combinations(different.items(), 2):
            assert style != like, f"{one} looks like {other}"


async def test_a_theme_is_tried_while_it_is_chosen_and_then_kept(tmp_path: Path):
    async with program(tmp_path, DEFAULT) as (app, pilot):
        await app.run_action("theme")
        await pilot.pause()
        assert isinstance(app.screen, Picker)
        await pilot.press("down")
        assert app.theme == "light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == DEFAULT

        await app.run_action("theme")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.theme == "high-contrast"
    assert Preferences.load(tmp_path / "state" / "preferences.json").theme == "high-contrast"


def test_the_theme_named_now_comes_before_the_one_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("SANGGAH_THEME", "light")
    assert choose("high-contrast", "dark") == "high-contrast"
    assert choose(None, "dark") == "light"
    monkeypatch.delenv("SANGGAH_THEME")
    assert choose(None, "color-blind") == "color-blind"
    assert choose(None, "") == DEFAULT
    assert choose(None, "of another version") == DEFAULT


def test_a_terminal_of_few_colours_begins_with_its_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("SANGGAH_THEME", raising=False)
    monkeypatch.setenv("TERM", "linux")
    assert choose(None, "") == TERMINAL
    assert choose(None, "dark") == "dark"


def test_an_unknown_theme_is_refused_with_those_there_are(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(SanggahError, match=r"--theme: no theme 'blue'; write one of dark, light"):
        choose("blue", "")
    monkeypatch.setenv("SANGGAH_THEME", "blue")
    with pytest.raises(SanggahError, match="SANGGAH_THEME"):
        choose(None, "")


def test_preferences_of_an_earlier_version_are_still_read(tmp_path: Path):
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"sort": "title"}), encoding="utf-8")
    assert Preferences.load(path) == Preferences(sort="title", theme="")


@pytest.mark.parametrize("theme", ["light", TERMINAL])
async def test_another_theme_reaches_everything_that_is_open(tmp_path: Path, theme: str):
    async with program(tmp_path, DEFAULT) as (app, pilot):
        app.open_reader(articles.first(app.store, ArticleQuery(), 1)[0].id, ArticleQuery())
        await pilot.pause()
        await pilot.press(*"]d+c]e")
        await app.run_action("theme")
        await pilot.pause()
        for _ in range(list(THEMES).index(theme)):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause(0.1)
        after_change = list(drawn(app))
    for text, style in after_change:
        if theme == TERMINAL:
            assert all(c is None or c.triplet is None for c in (style.color, style.bgcolor)), text
        elif any(character.isalnum() for character in text):
            assert ratio(style) >= WANTED, text
            if not (style.bold and style.underline):  # the letter under the caret
                assert Color.from_rich_color(style.bgcolor).brightness > 0.5, text
