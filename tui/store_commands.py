"""The commands for the store's file and its history: log, check, backup, restore, merge.

Everything that is done stands in the store; here it is asked for and told. `cli` takes them in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.command_line import (
    AT_MOST,
    FAILED,
    CommandError,
    Settings,
    common_options,
    json_option,
    refuse_unknown_reviewer,
    store_option,
)
from tui.printing import clipped, put, put_json, put_json_array

if TYPE_CHECKING:
    from store import Event, Merged


@click.command()
@click.option("--article", metavar="ID", help="Only what concerns this article.")
@click.option("--reviewer", metavar="NAME", help="Only what this reviewer did.")
@click.option("--limit", type=AT_MOST, help="At most so many, the latest.")
@json_option
@store_option
@click.pass_obj
def log(
    settings: Settings, article: str | None, reviewer: str | None, limit: int | None, as_json: bool
) -> None:
    """Print what was done, by whom and when; the latest last.

    A line holds the time, the reviewer, what was done and on which words, then the article and the
    place in it, in characters from 0. Other programs are called outside.
    """
    from store import articles, history

    with settings.open() as store:
        article_id = articles.get(store, article).id if article is not None else None
        events = history.log(store, article_id, limit, reviewer)
        if reviewer is not None and not events:
            refuse_unknown_reviewer(store, reviewer)
        if as_json:
            put_json_array(asdict(event) for event in events)
            return
        for event in events:
            summary, span = history.in_words(store, event)
            parts = (
                event.at,
                event.reviewer,
                f"{event.action} {event.subject}",
                summary,
                _change(event),
                event.article_id,
                f"{span.start}:{span.end}" if span else "",
                "(undo)" if event.undoes else "",
            )
            put("  ".join(part for part in parts if part))


def _change(event: Event) -> str:
    """Return in short what a change changed; what follows from a new span is left out."""
    before, after = event.before or {}, event.after or {}
    if event.action != "change":
        return ""
    return ", ".join(
        f"{name}: {clipped(before.get(name))} -> {clipped(after[name])}"
        for name in after
        if name not in ("updated_at", "prefix", "suffix") and before.get(name) != after[name]
    )


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Mend what can be mended, after a backup.")
@json_option
@common_options
@click.pass_obj
def check(settings: Settings, mend: bool, as_json: bool) -> int:
    """Look the store over: is it whole, does every mark stand on its words, does search work.

    Names each fault and what to do. The exit code is 1 where something is wrong.
    """
    from store import as_imported
    from store import check as look_over
    from store import repair as mend_store

    file = settings.store_file
    done: tuple[str, ...] = ()
    copy: Path | None = None
    if mend:
        repaired = mend_store(file, reader=as_imported)
        found, done, copy = list(repaired.left), repaired.done, repaired.copy
    else:
        found = look_over(file)
    if as_json:
        put_json(
            {
                "store": str(file),
                "findings": [asdict(finding) for finding in found],
                "repaired": list(done),
                "backup": str(copy) if copy else None,
            }
        )
        return FAILED if found else 0
    if copy:
        put(f"a copy of the store as it was: {copy}")
    for line in done:
        put(f"mended  {line}")
    for finding in found:
        put(f"{finding.code}: {finding.what}; {finding.remedy}")
    if not found:
        put(f"{file}: nothing wrong")
    return FAILED if found else 0


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@common_options
@click.pass_obj
def backup(settings: Settings, file: Path | None) -> None:
    """Copy the store, while it is in use too.

    To FILE, or into the folder backups beside the store, where copies are thinned out with age:
    one an hour for a day, one a day for two weeks, one a week for a year.
    """
    from store import backup as copying

    if file is None:
        made = copying.take(settings.store_file)
    else:
        made = file.expanduser()
        copying.copy(settings.store_file, made)
    held = copying.verify(made)
    put(f"{made}  ({held['articles']} articles, {held['annotations']} annotations, read again)")


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@common_options
@click.pass_obj
def restore(settings: Settings, file: Path) -> None:
    """Bring a copy of the store back.

    FILE is looked over first and stays as it is. The present store is set aside under another
    name, never deleted. No other program may have the store open.
    """
    from store import backup as copying

    source = file.expanduser()
    if not source.exists():
        known = copying.copies(settings.store_file)
        hint = f"; the newest copy is {known[-1]}" if known else ""
        raise CommandError(f"there is no file {file}{hint}")
    restored = copying.restore(settings.store_file, source)
    put(
        f"restored {settings.store_file}: {restored.articles} articles, "
        f"{restored.annotations} annotations"
    )
    if restored.set_aside:
        put(f"the store before is kept at {restored.set_aside}")


@click.command()
@click.argument(
    "others", metavar="OTHER...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@json_option
@common_options
@click.pass_obj
def merge(settings: Settings, others: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Take other stores in: their articles, and what was marked in them by whom.

    OTHER is a store of another reviewer, or your own from another machine; it is only read. It does
    not matter who merges with whom, in which order, or how often. A copy of the store is taken
    before. What is wrong in OTHER is left out and named, and the exit code is 1.
    """
    from store import merge as take_in

    with settings.open() as store:
        merged = take_in(store, others, dry_run=dry_run)
    if as_json:
        put_json(
            {
                **asdict(merged),
                "left_out": [{**asdict(each), "file": str(each.file)} for each in merged.left_out],
                "copy": str(merged.copy) if merged.copy else None,
            }
        )
    else:
        for line in _told(merged, dry_run=dry_run):
            put(line)
    return FAILED if merged.left_out else 0


def _told(merged: Merged, *, dry_run: bool) -> Iterator[str]:
    """Give the lines that tell what came in."""
    if merged.copy:
        yield f"a copy of the store as it was: {merged.copy}"
    if merged.is_empty:
        yield "nothing new"
    else:
        parts = (
            (merged.articles, "articles"),
            (merged.annotations, "annotations"),
            (merged.changed, "annotations changed"),
            (merged.deleted, "annotations removed"),
            (merged.labels, "labels"),
            (merged.decisions, "articles, lines and quotes corrected"),
            (merged.reviews, "states of review"),
        )
        came = ", ".join(f"{number} {what}" for number, what in parts if number)
        would = "would come in" if dry_run else "came in"
        yield f"{would}: {came or 'only history'}  ({merged.events} events)"
        for reviewer, tally in merged.reviewers.items():
            yield (
                f"  {reviewer}: {tally.created} marks made, {tally.changed} changes, "
                f"{tally.deleted} removals, {tally.other} other"
            )
    reasons = Counter((each.file, each.subject, each.why) for each in merged.left_out)
    first = {(each.file, each.subject, each.why): each for each in reversed(merged.left_out)}
    for key, number in reasons.items():
        file, subject, why = key
        more = f" and {number - 1} more" if number > 1 else ""
        yield f"left out  {file}: {subject} {first[key].subject_id}{more}: {why}"
