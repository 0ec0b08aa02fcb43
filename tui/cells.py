"""Words in the cells of a terminal: cutting and wrapping them to a width."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def cut(words: str, width: int) -> str:
    """Return ``words`` in at most ``width`` cells, with an ellipsis where something is cut away."""
    if cell_len(words) <= width:
        return words
    return f"{set_cell_size(words, max(0, width - 1))}…" if width > 0 else ""


def wrapped(words: str, width: int) -> list[str]:
    """Return ``words`` in lines of at most ``width`` cells, broken at spaces where there are any.

    Blanks in a row become one; without words there is no line.
    """
    lines: list[str] = []
    line = ""
    for word in words.split():
        if line and cell_len(line) + 1 + cell_len(word) <= width:
            line += f" {word}"
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width > 1:  # longer than a line, as in scripts without spaces
            head = set_cell_size(word, width).rstrip() or word[0]
            lines.append(head)
            word = word[len(head) :]
        line = word
    return [*lines, line] if line else lines
