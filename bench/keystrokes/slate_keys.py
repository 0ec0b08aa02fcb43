"""The fewest keys that SLATE needs: its documented motions in token scope, breadth first.

The keys are those of the README of slate-nlp 1.1.3: ``j ; i o`` move by token and line, ``J : I O``
to the ends of line and text, ``m k / l`` extend and contract, ``\\`` searches and ``n`` goes to the
next match, ``space`` and a letter mark.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from bench.keystrokes.targets import Target

MARK = 2  # space, and the label's letter
_LONGEST_QUERY = 8


@dataclass(frozen=True)
class Tokens:
    """A text as SLATE sees it: tokens between white space, in lines."""

    starts: list[int]
    ends: list[int]
    line_of: list[int]
    lines: list[list[int]]

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Cut a text as SLATE does."""
        starts: list[int] = []
        ends: list[int] = []
        line_of: list[int] = []
        lines: list[list[int]] = []
        position = 0
        for line in text.split("\n"):
            if line.split():  # every motion passes over lines without tokens
                lines.append([])
            at = position
            for token in line.split():
                at = text.index(token, at)
                lines[-1].append(len(starts))
                line_of.append(len(lines) - 1)
                starts.append(at)
                at += len(token)
                ends.append(at)
            position += len(line) + 1
        return cls(starts, ends, line_of, lines)

    def covering(self, target: Target) -> tuple[int, int]:
        """The tokens that a span touches: SLATE cannot mark less than a token."""
        touched = [
            token
            for token in range(len(self.starts))
            if self.starts[token] < target.end and target.start < self.ends[token]
        ]
        return touched[0], touched[-1]

    def vertical(self, token: int, line: int) -> int:
        """The token of another line at the same place in it."""
        row = self.lines[line]
        return row[min(token - self.lines[self.line_of[token]][0], len(row) - 1)]


def _neighbours(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = len(tokens.starts) - 1
    lines = len(tokens.lines) - 1

    def both(new_start: int, new_end: int) -> Iterator[tuple[int, int]]:
        if new_start != start and new_end != end:
            yield new_start, new_end

    yield from both(max(start - 1, 0), max(end - 1, 0))
    yield from both(min(start + 1, last), min(end + 1, last))
    for line_start, line_end in (
        (max(tokens.line_of[start] - 1, 0), max(tokens.line_of[end] - 1, 0)),
        (min(tokens.line_of[start] + 1, lines), min(tokens.line_of[end] + 1, lines)),
        (0, 0),
        (lines, lines),
    ):
        yield from both(tokens.vertical(start, line_start), tokens.vertical(end, line_end))
    yield from both(tokens.lines[tokens.line_of[start]][0], tokens.lines[tokens.line_of[end]][0])
    yield from both(tokens.lines[tokens.line_of[start]][-1], tokens.lines[tokens.line_of[end]][-1])
    if start > 0:
        yield start - 1, end
    if start < end:
        yield start + 1, end
        yield start, end - 1
    if end < last:
        yield start, end + 1


def _searched(text: str, tokens: Tokens, here: int, goal: int) -> Iterator[int]:
    """Keys of ``\\``, a query, enter and as many ``n`` as lead to the goal's token."""
    at = tokens.starts[goal]
    from_here = tokens.starts[here]
    for length in range(1, _LONGEST_QUERY + 1):
        query = text[at : at + length]
        if "\n" in query or from_here >= at:
            return
        matches, position = 0, from_here + 1
        while (position := text.find(query, position)) >= 0:
            matches += 1
            if position == at:
                yield 2 + length + matches
                break
            position += 1


def fewest_keys(text: str, targets: list[Target]) -> list[int]:
    """Keys for each target of one article, from its start, one mark after the other."""
    tokens = Tokens.of(text)
    here = (0, 0)
    needed = []
    for target in targets:
        goal = tokens.covering(target)
        keys = _distance(text, tokens, here, goal)
        needed.append(keys + MARK)
        here = goal
    return needed


def _distance(text: str, tokens: Tokens, here: tuple[int, int], goal: tuple[int, int]) -> int:
    searched = min(_searched(text, tokens, here[0], goal[0]), default=None)
    by_search = None if searched is None else searched + goal[1] - goal[0]
    seen = {here}
    queue = deque([(here, 0)])
    while queue:
        state, keys = queue.popleft()
        if state == goal:
            return keys
        if by_search is not None and keys + 1 >= by_search:
            break
        for following in _neighbours(tokens, *state):
            if following not in seen:
                seen.add(following)
                queue.append((following, keys + 1))
    assert by_search is not None
    return by_search
