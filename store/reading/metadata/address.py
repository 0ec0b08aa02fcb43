"""The page's own address."""

from __future__ import annotations

import re

from store.reading.metadata.page import Page, common_words

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\])）]+[^\s<>\"“”«»\])）.,;:!?]")
_PREAMBLE = 12


def find_address(page: Page) -> str | None:
    """The page's own address, where a line near its edge says nothing else."""
    for line in (*page.lines[:_PREAMBLE], *page.lines[-_PREAMBLE:]):
        content = page.content(line)
        if content.count("/") < 4:
            continue
        label, _, rest = content.partition(": ")
        address = rest if rest and label.casefold() in common_words("address_labels") else content
        if _ADDRESS.fullmatch(address) and address.count("/") > 3:
            return address
    return None
