"""Every action of the program: its context, its name, what it does in a line.

One registry, from which the keymap, the help screen, the footer, the command palette,
``sanggah keys`` and docs/keys.md are made. Keys stand in keybindings.toml alone; an action here
is a method ``action_<name>`` of the context's screen or widget.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key can do.

    Attributes:
        context: The table of keybindings.toml that the action belongs to.
        name: The action's name there; the method is ``action_<name>``.
        description: One line for the help screen and the palette.
        group: The heading it stands under in the help.
        footer: Its words in the footer, or "" where it is not shown there.
    """

    context: str
    name: str
    description: str
    group: str
    footer: str = ""


CONTEXTS: dict[str, str] = {
    "app": "Everywhere",
    "library": "Library",
    "reader": "Reader",
    "labels": "Reader: labels",
    "panel": "Side panel",
    "prompt": "Prompts and lists",
    "form": "Forms",
    "help": "Help",
    "labels_editor": "Labels of the project",
}
"""The contexts in the order in which they are documented, with their headings."""

#: What each context is shown together with: a key may stand for one action among them only.
SHARED: dict[str, tuple[str, ...]] = {
    "app": (),
    "library": ("app",),
    "reader": ("app", "labels"),
    "labels": ("app", "reader"),
    "panel": ("app",),
    "prompt": (),
    "form": (),
    "help": (),
    "labels_editor": (),
}

#: The actions of ``app`` that work even where nothing else of it does, as in a prompt or a form.
ALWAYS = ("suspend", "copy_or_quit_hint")


def _actions(context: str, group: str, *rows: tuple[str, ...]) -> list[Action]:
    return [Action(context, row[0], row[1], group, *row[2:]) for row in rows]


_ALL: list[Action] = [
    *_actions(
        "app",
        "Everywhere",
        ("help", "Show the keys of this place", "help"),
        ("command_palette", "Find an action by its name"),
        ("tour", "Take a tour of a minute on an article of ours"),
        ("labels", "Add, describe, colour, order or remove labels"),
        ("theme", "Choose the theme: dark, light, high contrast, ..."),
        ("suspend", "Stop the program and go back to the shell (fg returns)"),
        ("copy_or_quit_hint", "Copy what the mouse selected, else say how to quit"),
    ),
    *_actions(
        "library",
        "Move",
        ("cursor_down", "Next article"),
        ("cursor_up", "Previous article"),
        ("page_down", "A page down"),
        ("page_up", "A page up"),
        ("top", "First article"),
        ("bottom", "Last article"),
        ("open_article", "Open the article", "open"),
    ),
    *_actions(
        "library",
        "Find",
        ("search", "Search all text as you type", "search"),
        ("clear", "Clear the search, then the filters"),
        ("filter", "Show only a state, an outlet or a label", "filter"),
        ("sort", "Choose the order", "sort"),
    ),
    *_actions(
        "library",
        "Do",
        ("add_files", "Add files or folders", "add"),
        ("export", "Export annotations to a file", "export"),
        ("mend", "Mend title, byline, outlet, date, address"),
        ("set_aside", "Set the article aside"),
        ("undo", "Take back your last action"),
        ("redo", "Do again what was taken back"),
        ("done", "Mark as done, or as not done", "done"),
        ("quit", "Quit", "quit"),
    ),
    *_actions(
        "reader",
        "Move the selection",
        ("next_sentence", "Next sentence", "sentence"),
        ("previous_sentence", "Previous sentence"),
        ("next_word", "Next word"),
        ("previous_word", "Previous word"),
        ("next_clause", "Next clause"),
        ("previous_clause", "Previous clause"),
        ("next_quote", "Next quote", "quote"),
        ("previous_quote", "Previous quote"),
        ("next_quote_in_marks", "Next quote in quotation marks"),
        ("previous_quote_in_marks", "Previous quote in quotation marks"),
        ("next_paragraph", "Next paragraph"),
        ("previous_paragraph", "Previous paragraph"),
        ("next_annotation", "Next annotation"),
        ("previous_annotation", "Previous annotation"),
        ("page_down", "A page down"),
        ("page_up", "A page up"),
        ("top", "First sentence"),
        ("bottom", "Last sentence"),
        ("jump", "Jump to a sentence, clause or quote by its label, or from word to word"),
    ),
    *_actions(
        "reader",
        "Change the selection",
        ("extend_sentence", "Extend by a sentence"),
        ("retract_sentence", "Take a sentence back"),
        ("extend_word", "Extend by a word"),
        ("retract_word", "Take a word back"),
        ("grow", "Grow: word, clause, quote, sentence, paragraph"),
        ("shrink", "Shrink again"),
        ("end_left", "Move the active end left by a character"),
        ("end_right", "Move the active end right by a character"),
        ("swap_end", "Make the other end the active one"),
    ),
    *_actions(
        "reader",
        "Mark",
        ("tag_by_position", "Tag with the label at that position"),
        ("repeat_tag", "Tag with the last label again"),
        ("tag_same_words", "Tag the same words wherever they stand in the article"),
        ("relabel", "Give the annotation here another label"),
        ("respan", "Give the annotation here this span"),
        ("continue_annotation", "Continue the last annotation with this span"),
        ("remove", "Remove the annotation here, or reject a suggestion"),
        ("accept", "Accept the suggestion here"),
        ("note", "Write a note", "note"),
        ("speaker", "Say who says it", "speaker"),
        ("confidence", "Say how sure the annotation here is"),
        ("quote", "Take the selection for a quote, or remove the quote here"),
        ("undo", "Take back your last action in this article", "undo"),
        ("redo", "Do again what was taken back"),
    ),
    *_actions(
        "reader",
        "Look and copy",
        ("copy_citation", "Copy the citation of what is selected", "copy"),
        ("citation_style", "Choose the citation style"),
        ("search", "Search in this article"),
        ("next_hit", "Next hit"),
        ("previous_hit", "Previous hit"),
        ("source_view", "Show the source with hidden lines and reasons", "source"),
        ("toggle_line", "Hide or show this line"),
        ("reported_speech", "Show or hide reported speech"),
        ("mend", "Mend title, byline, outlet, date, address"),
        ("panel", "Show or hide the side panel"),
        ("enter_panel", "Enter the side panel"),
        ("export", "Export annotations to a file"),
    ),
    *_actions(
        "reader",
        "Go",
        ("next_article", "Next article"),
        ("previous_article", "Previous article"),
        ("done", "Done, and open the next", "done"),
        ("leave", "Leave the innermost thing, at last the article", "back"),
    ),
    *_actions(
        "panel",
        "Side panel",
        ("cursor_down", "Next row"),
        ("cursor_up", "Previous row"),
        ("page_down", "A page down"),
        ("page_up", "A page up"),
        ("top", "First row"),
        ("bottom", "Last row"),
        ("choose", "Go to its place in the text", "go"),
        ("note", "Write a note", "note"),
        ("speaker", "Say who says it", "speaker"),
        ("confidence", "Say how sure it is", "confidence"),
        ("relabel", "Give it another label", "label"),
        ("accept", "Accept the suggestion"),
        ("remove", "Remove it, or reject the suggestion", "remove"),
        ("filter", "List one label or status only: the next", "filter"),
        ("filter_back", "List one label or status only: the one before"),
        ("wider", "Make the panel wider"),
        ("narrower", "Make the panel narrower"),
        ("leave", "List all again; then back to the text", "back"),
    ),
    *_actions(
        "prompt",
        "Prompts and lists",
        ("accept", "Take what stands there", "take"),
        ("leave", "Leave; what you wrote is kept as a draft", "leave"),
        ("next_choice", "Next choice, or next hit of a search"),
        ("previous_choice", "Previous choice, or previous hit of a search"),
        ("regular_expression", "Search for a regular expression, or for words again"),
        ("whole_words", "Search for whole words only, or for parts of words as well"),
    ),
    *_actions(
        "form",
        "Forms",
        ("accept", "Save the form as it stands", "save"),
        ("leave", "Leave, and change nothing", "leave"),
        ("next_field", "Next field", "next"),
        ("previous_field", "Previous field"),
        ("next_value", "Next value, where there is a choice", "change"),
        ("previous_value", "Previous value, where there is a choice"),
    ),
    *_actions(
        "help",
        "Help",
        ("scroll_down", "Down"),
        ("scroll_up", "Up"),
        ("page_down", "A page down"),
        ("page_up", "A page up"),
        ("top", "To the top"),
        ("bottom", "To the bottom"),
        ("find", "Find a key by what it does", "find"),
        ("keep", "Keep what was found, and scroll in it"),
        ("leave", "Show all again; then close", "close"),
    ),
    *_actions(
        "labels_editor",
        "Labels of the project",
        ("cursor_down", "Next label"),
        ("cursor_up", "Label before"),
        ("top", "First label"),
        ("bottom", "Last label"),
        ("add", "Add a label", "add"),
        ("edit", "Change name, colour, meaning, examples", "change"),
        ("move_down", "Move it down in the order", "down"),
        ("move_up", "Move it up in the order", "up"),
        ("remove", "Remove it, where nothing is tagged with it", "remove"),
        ("undo", "Take back your last change of a label", "undo"),
        ("redo", "Do again what was taken back"),
        ("leave", "Close", "close"),
    ),
]

ACTIONS: dict[str, dict[str, Action]] = {
    context: {action.name: action for action in _ALL if action.context == context}
    for context in CONTEXTS
}
"""Every action by context and name. ``labels`` is empty: its names are the project's labels."""
