from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.keymap import load_keymap
from tui.keys_in_turn import KeysInTurn
from tui.screens.dialog import CHOOSING
from tui.widgets.key_footer import KeyFooter


class Bottom(App[None]):
    """A screen with some text and the footer."""

    def __init__(self, context: str = "reader") -> None:
        super().__init__()
        self.keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
        self.footer = KeyFooter(self.keymap, context)
        self.layouts = 0

    def compose(self) -> ComposeResult:
        yield Static("text")
        yield self.footer

    def line(self) -> str:
        return self.footer.render_line(0).text


async def test_the_footer_shows_the_keys_of_its_context_and_the_help_last():
    app = Bottom()
    async with app.run_test(size=(160, 24)):
        assert app.line().strip().startswith("c claim  d denial  e evidence  j sentence")
        assert app.line().rstrip().endswith("? help")
        app.footer.context = "library"
        assert "⏎" not in app.line()
        assert app.line().strip().startswith("enter open")


async def test_where_a_prompt_opens_its_keys_come_before_what_was_said_but_not_before_a_problem():
    app = Bottom()
    async with app.run_test(size=(80, 24)):
        app.footer.show_message("Note kept.")
        app.footer.turn_to("prompt")
        assert app.line().strip().startswith("enter take")
        app.footer.show_message("The disk is full.", error=True)
        app.footer.turn_to("reader")
        assert "The disk is full." in app.line()


async def test_actions_that_can_do_nothing_here_are_left_out():
    keymap, _ = load_keymap(None, ["claim", "denial", "evidence"])
    app = Bottom()
    app.footer = KeyFooter(keymap, "form", without=CHOOSING)
    async with app.run_test(size=(80, 24)):
        assert "change" not in app.line()
        assert "save" in app.line()


@pytest.mark.parametrize("width", [1, 2, 5, 10, 20, 40, 80, 200])
async def test_the_footer_is_exactly_as_wide_as_the_screen_and_cuts_between_keys(width: int):
    app = Bottom()
    async with app.run_test(size=(width, 10)):
        app.footer.show_status("saved 3")
        strip = app.footer.render_line(0)
        assert strip.cell_length == width
        assert (
            app.line().strip() == ""
            or app.line().rstrip().endswith("saved 3"[: width - 1] or "…")
            or "…" in app.line()
        )
        if width >= 20:
            assert "? help" in app.line()
        words = app.line().replace("saved 3", "").split()
        assert (
            set(words)
            <= set(
                " ".join(
                    f"{key} {action.footer}" for key, action in app.keymap.footer("reader")
                ).split()
            )
            | {"…"}
            or width < 10
        )


async def test_the_status_is_never_cut_for_the_keys():
    app = Bottom()
    async with app.run_test(size=(30, 10)):
        app.footer.show_status("not written: 2")
        assert app.line().endswith("not written: 2")


async def test_an_error_is_marked_by_a_sign_and_not_by_colour_alone():
    app = Bottom()
    async with app.run_test(size=(60, 10)):
        app.footer.show_message("no such label", error=True)
        assert app.line().startswith("! no such label")
        app.footer.show_message("tagged")
        assert app.line().startswith("tagged")


async def test_a_message_gives_way_to_the_keys_after_a_while():
    app = Bottom()
    app.footer.MESSAGE_SECONDS = 0.05  # type: ignore[misc]
    async with app.run_test(size=(60, 10)) as pilot:
        app.footer.show_message("tagged")
        await pilot.pause(0.2)
        assert app.footer.message == ""
        assert app.line().strip().startswith("c claim")


class TypedAt(Bottom, KeysInTurn[None]):
    """The same in an app that knows when somebody types."""


@pytest.mark.parametrize(("pause", "message"), [(60.0, "tagged"), (0.01, "")])
async def test_a_message_stands_until_nobody_types(pause: float, message: str):
    app = TypedAt()
    app.footer.MESSAGE_SECONDS = 0.05  # type: ignore[misc]
    app.footer.PAUSE = pause  # type: ignore[misc]
    async with app.run_test(size=(60, 10)) as pilot:
        app.footer.show_message("tagged")
        await pilot.press("j")
        await pilot.pause(0.3)
        assert app.footer.message == message


async def test_a_message_from_outside_cannot_reach_the_terminal_or_be_read_as_markup():
    app = Bottom()
    async with app.run_test(size=(60, 10)):
        app.footer.show_message("\x1b]52;c;eA==\x07 [/b] [link=x]\u202e")
        assert "\x1b" not in app.line()
        assert "\u202e" not in app.line()
        assert "[/b] [link=x]" in app.line()


async def test_wide_characters_do_not_push_the_line_over_its_end():
    app = Bottom()
    async with app.run_test(size=(21, 10)):
        app.footer.show_message("新聞新聞新聞新聞新聞新聞新聞")
        assert app.footer.render_line(0).cell_length == 21


async def test_messages_and_status_lay_nothing_out(monkeypatch: pytest.MonkeyPatch):
    app = Bottom()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        seen: list[object] = []
        laid_out = app.screen._refresh_layout

        def counting(*args: object, **options: object) -> None:
            seen.append(args)
            laid_out(*args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(app.screen, "_refresh_layout", counting)
        app.footer.show_message("one")
        app.footer.show_status("saved 1")
        app.footer.context = "panel"
        await pilot.pause()
        assert seen == []


async def test_the_way_out_stays_in_a_footer_that_is_too_narrow_for_all():
    app = Bottom("labels_editor")
    async with app.run_test(size=(40, 10)):
        assert app.line().rstrip().endswith("esc close")
        assert app.line().strip().startswith("a add")
