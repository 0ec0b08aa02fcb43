"""The report of `stats` in words and bars, and the line on leaving."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store import Statistics
from store.database.statistics import ReviewerWork
from tui.statistics import by_period, report, session_line, span

DAYS = {f"2022-{month:02}-{day:02}": {"claim": 1} for month in (1, 2) for day in range(1, 29)}


def figures(**given: object) -> Statistics:
    empty = {"marks": {}, "reviewers": (), "outlets": {}, "published": {}, "marked": {}}
    return Statistics(**{"articles": 3, "set_aside": 0, **empty, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (59.9, "59 s"), (60, "1 min"), (3720, "1 h 2 min")]
)
def test_time_is_said_in_words(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_many_days_are_put_together_by_month_and_many_months_by_year() -> None:
    assert by_period(DAYS) == {"2022-01": {"claim": 28}, "2022-02": {"claim": 28}}
    months = {
        f"{year}-{month:02}-01": {"claim": 1}
        for year in range(2000, 2004)
        for month in (1, 2, 3, 4, 5, 6, 7, 8)
    }
    assert by_period(months) == {str(year): {"claim": 8} for year in range(2000, 2004)}


def test_what_has_no_date_comes_last_under_its_name() -> None:
    found = by_period({"": {"claim": 2}, "2022-01-01": {"denial": 1}})
    assert list(found.items()) == [("2022-01-01", {"denial": 1}), ("no date", {"claim": 2})]


def test_a_longer_bar_stands_for_more_marks() -> None:
    lines = list(report(figures(outlets={"A": {"claim": 8, "denial": 2}, "": {"claim": 5}}), 80))
    first, second = (line for line in lines if "█" in line)
    assert first.count("█") == 2 * second.count("█")
    assert first.startswith("  A          █")
    assert first.endswith("10 (8 claim · 2 denial)")
    assert second.startswith("  no outlet  █")


def test_the_rest_of_many_outlets_is_one_row() -> None:
    outlets = {f"Outlet {number:02}": {"claim": 30 - number} for number in range(30)}
    lines = [line for line in report(figures(outlets=outlets), 80) if "█" in line]
    assert len(lines) == 15
    assert lines[-1].startswith("  16 others ")
    assert lines[-1].endswith(f"{sum(range(1, 17))} claim")


def test_wide_and_hostile_names_neither_break_rows_nor_reach_the_terminal() -> None:
    outlets = {"朝日新聞デジタル": {"claim": 2}, "a\x1b]0;x\x07\u202eb": {"[/b]": 1}}
    work = ReviewerWork("budi\x1b[2J", 1, 2, 3.0, {"claim": 2})
    lines = list(report(figures(outlets=outlets, reviewers=(work,)), 60))
    bars = [line for line in lines if "█" in line]
    assert len({cell_len(line.partition("█")[0]) for line in bars}) == 1
    assert not any(sign in line for line in lines for sign in "\x1b\x07\u202e")


def test_a_narrow_terminal_still_gets_bars() -> None:
    assert any("###" in line for line in report(figures(outlets={"A": {"claim": 1}}), 20, "#"))


def test_a_session_is_told_in_one_line_and_an_empty_one_not_at_all() -> None:
    assert session_line(720, 3, {"claim": 4, "denial": 1}) == (
        "This session: 12 min, 3 articles done, marks: 5 (4 claim · 1 denial)"
    )
    assert session_line(30, 1, {}) == "This session: 30 s, 1 article done, marks: 0"
    assert session_line(600, 0, {}) == ""
