"""The page's own address."""

from __future__ import annotations

import re
from functools import cache

from store.reading.languages import COMMON, load
from store.reading.metadata.page import Page

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\])）]+[^\s<>\"“”«»\])）.,;:!?]")
_PREAMBLE = 12


def find_address(page: Page) -> str | None:
    """The page's own address, where a line near its edge says nothing else."""
    for line in (*page.lines[:_PREAMBLE], *page.lines[-_PREAMBLE:]):
        content = page.content(line)
        if content.count("/") < 4:
            continue
        label, _, rest = content.partition(": ")
        address = rest if rest and label.casefold() in _labels() else content
        if _ADDRESS.fullmatch(address) and address.count("/") > 3:
            return address
    return None


@cache
def _labels() -> frozenset[str]:
    return frozenset(load(COMMON).table("metadata").get("address_labels", ()))
