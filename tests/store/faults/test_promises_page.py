"""What the page of promises names is there, and what is there is named."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_exists() -> None:
    there = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 20
    assert named - there == set()


def test_every_fault_that_is_found_is_on_the_page_and_planted_in_the_tests() -> None:
    source = (ROOT / "store" / "database" / "check.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'Finding\(\s*"([a-z-]+)"', source))
    codes |= set(re.findall(r'"(full-text-[a-z]+)"', source))
    kinds = {"table", "trigger", "index", "view"}
    codes |= {f"{what}-{kind}" for what in ("missing", "changed") for kind in kinds}
    assert len(codes) >= 25
    section = PAGE[PAGE.index("| code |") : PAGE.index("## Copies")]
    rows = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    assert {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)} == codes
    planted = (ROOT / "tests" / "store" / "database" / "test_check.py").read_text(encoding="utf-8")
    assert {code for code in codes if f'"{code}"' not in planted} == set()
