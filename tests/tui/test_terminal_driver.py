"""What is written to a slow terminal arrives whole and in order, and nobody waits for it."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Iterator
from typing import TextIO

import pytest
from textual.drivers._writer_thread import WriterThread

from tui.terminal_driver import Output


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    master, slave = os.openpty()
    tty.setraw(slave)
    with os.fdopen(slave, "w", encoding="utf-8") as file:
        yield master, file
    os.close(master)


def test_a_terminal_that_is_read_takes_everything_at_once(terminal: tuple[int, TextIO]) -> None:
    master, file = terminal
    output = Output(file)
    assert output.take("satu “dua” 動物\n") == ""
    assert os.read(master, 100).decode() == "satu “dua” 動物\n"


def test_what_a_slow_terminal_does_not_take_follows_whole_and_in_order(
    terminal: tuple[int, TextIO],
) -> None:
    master, file = terminal
    output = Output(file)
    thread = WriterThread(output)  # type: ignore[arg-type]
    thread.start()
    paints = [f"{number:06} “動物” 👩‍👩‍👧 {'ikan ' * 200}\n" for number in range(300)]
    wanted = "".join(paints).encode()
    waited = 0
    read = bytearray()

    def read_late() -> None:
        while len(read) < len(wanted):
            read.extend(os.read(master, 1000))

    reader = threading.Thread(target=read_late)
    for number, paint in enumerate(paints):
        if number == 200:
            reader.start()
        if rest := output.take(paint):
            waited += 1
            # Textual's queue takes thirty; a real app waits here when there are more.
            thread._queue.maxsize = 0
            thread.write(rest)
    reader.join(30)
    thread.stop()
    assert waited, "the terminal took all of it at once"
    assert bytes(read) == wanted
