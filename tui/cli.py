"""The commands of the command line: what is typed, what is printed.

Click and ours only at the top: textual is imported in the command that opens the app, the store
in the commands that use it, so that ``--help`` and ``version`` are quick. Every word that is
printed goes through ``printing``; options, errors and exit codes are ``command_line``'s.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

from tui import garbage
from tui.command_line import (
    AT_MOST,
    FAILED,
    OPEN,
    STOPPED,
    USAGE,
    CommandError,
    Commands,
    Settings,
    app_options,
    common_options,
    json_option,
    refuse_unknown_reviewer,
    store_option,
)
from tui.printing import clipped, complain, export_stream, put, put_json, put_json_array, put_text
from tui.store_commands import backup, check, log, merge, restore

if TYPE_CHECKING:
    from store import (
        Address,
        Article,
        ArticleQuery,
        ArticleRow,
        ImportReport,
        Origin,
        Progress,
        Reread,
        Store,
        exchange,
    )
    from tui.keymap import Keymap

_IMPORT_FORMATS = ("txt", "html", "jsonl", "csv")
_EXPORT_FORMATS = ("csv", "jsonl", "markdown", "parquet")


def _print_version(ctx: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked:
        put(f"sanggah {_version()}")
        ctx.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sanggah")
    except PackageNotFoundError:
        return "(not installed)"


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A path that is named like a command is written ./list.",
)
@common_options
@app_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version.",
)
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Read contradictory news coverage; record who claims, who denies, on what evidence.

    Without a command the app is opened; the files and folders in PATHS are imported first.
    """
    settings = ctx.ensure_object(Settings)
    return _open(settings, ()) if ctx.invoked_subcommand is None else 0


def _origins(
    ctx: click.Context, parameter: click.Parameter, words: tuple[str, ...]
) -> list[Path | Address | None]:
    """Return paths and addresses; None stands for standard input."""
    from store import origin_of

    if "" in words:
        raise click.BadParameter("a path is empty", ctx=ctx, param=parameter)
    return [None if word == "-" else origin_of(word) for word in words]


@cli.command(OPEN, hidden=True)
@click.argument("paths", nargs=-1, callback=_origins)
@common_options
@app_options
@click.pass_obj
def open_paths(settings: Settings, paths: list[Path | Address | None]) -> int:
    """Import PATHS and open the app."""
    given = [path for path in paths if path is not None]
    if len(given) < len(paths):
        message = "the app reads keys from standard input: sanggah add - first, then sanggah"
        raise CommandError(message, USAGE)
    _require_some(given)
    return _open(settings, given)


def _require_some(paths: Sequence[Path | Address]) -> None:
    """Fail where a mistyped command was taken for a path, or nothing at all is there to open."""
    from difflib import get_close_matches

    missing = [path for path in paths if isinstance(path, Path) and not os.path.lexists(path)]
    if not missing:
        return
    first = missing[0]
    alike = get_close_matches(str(first), [name for name in cli.commands if name != OPEN], 1, 0.7)
    if first is paths[0] and alike:
        message = f"no such file or folder: {first} (did you mean the command {alike[0]}?)"
        raise CommandError(message, USAGE)
    if len(missing) == len(paths):
        raise CommandError(f"no such file or folder: {first}", USAGE)


def _open(settings: Settings, paths: Sequence[Path | Address], *, tour: bool = False) -> int:
    _require_terminal()
    report = None
    if paths:
        with settings.open() as store:
            report = _import(store, paths)
        _tell_problems(report)
        if not report.added and not report.known:
            return FAILED
    garbage.leave_alone()  # for the imports and the first paint
    from tui.app import run_app

    return run_app(
        settings.store_file,
        settings.reviewer_name,
        settings.keys,
        settings.width,
        _problems_in_short(report) if report else "",
        settings.theme,
        settings.labels,
        tour=tour,
    )


def _require_terminal() -> None:
    # Textual reads the first and draws on the third; who redirects the second expects no screen.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise CommandError(
            "the app needs a terminal; see sanggah --help for what works without", USAGE
        )
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        raise CommandError("the app needs a terminal with a screen; TERM names none here", USAGE)


@cli.command()
@click.argument("paths", nargs=-1, required=True, callback=_origins)
@click.option(
    "--format",
    "kind",
    type=click.Choice(_IMPORT_FORMATS),
    help="What standard input holds, where PATHS has a - for it.",
)
@json_option
@common_options
@click.pass_obj
def add(
    settings: Settings, paths: list[Path | Address | None], kind: str | None, as_json: bool
) -> int:
    """Import files, folders and addresses into the store.

    What cannot be imported is reported, and the rest goes on; the exit code is then 1.
    """
    origins = _with_standard_input(paths, kind)
    with settings.open() as store:
        report = _import(store, origins)
    _tell_problems(report)
    if as_json:
        put_json(_report_fields(report))
    else:
        _put_report(report)
    return FAILED if report.problems else 0


def _with_standard_input(paths: Sequence[Path | Address | None], kind: str | None) -> list[Origin]:
    from store import Stream

    if None not in paths and kind is not None:
        raise CommandError("--format is for standard input: sanggah add - --format txt", USAGE)
    if None in paths and kind is None:
        raise CommandError(
            f"what does standard input hold? Say --format {'|'.join(_IMPORT_FORMATS)}", USAGE
        )
    if paths.count(None) > 1:
        raise CommandError("standard input can be read only once", USAGE)
    if None in paths and sys.stdin is None:
        raise CommandError("standard input is closed")
    return [Stream(sys.stdin.buffer, f".{kind}") if path is None else path for path in paths]


def _import(store: Store, paths: Sequence[Origin]) -> ImportReport:
    """Import with a progress bar where standard error is a terminal."""
    from store import ArticleQuery, add_paths, articles, available_processes, stopped_like_ctrl_c

    before = articles.count(store, ArticleQuery())
    with stopped_like_ctrl_c(), _progress_bar() as show:
        try:
            return add_paths(store, paths, progress=show, processes=available_processes())
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough: the end is near
            # The store knows; what was told last may lag behind a commit.
            added = articles.count(store, ArticleQuery()) - before
            message = f"stopped; {_articles(added)} added by then, and kept"
            raise CommandError(message, STOPPED) from None


@contextmanager
def _progress_bar() -> Iterator[Callable[[Progress], None]]:
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        yield lambda progress: None
        return
    bars: list[Any] = []
    began = time.monotonic()

    def show(progress: Progress) -> None:
        if not bars:
            if progress.files == progress.of:
                return  # done before there was anything to wait for
            # By bytes where they are known: a file may hold one article or a million.
            bars.append(
                click.progressbar(
                    length=progress.of_bytes or progress.of,
                    label="importing",
                    show_percent=True,
                    item_show_func=lambda told: told,
                    file=sys.stderr,
                )
            )
            bars[0].__enter__()
        rate = (progress.added + progress.known) / max(time.monotonic() - began, 0.001)
        done = progress.bytes_read if progress.of_bytes else progress.files
        bars[0].update(done - bars[0].pos, f"{progress.added:,} added, {rate:,.0f}/s")

    try:
        yield show
    finally:
        for bar in bars:
            bar.__exit__(None, None, None)


def _tell_problems(report: ImportReport) -> None:
    for problem in report.problems:
        complain(str(problem))


def _problems_in_short(report: ImportReport) -> str:
    """Return a line about what was not imported, for the app; "" where nothing went wrong."""
    if not report.problems:
        return ""
    more = len(report.problems) - 1
    return f"not imported: {report.problems[0]}" + (f" (and {more} more)" if more else "")


def _put_report(report: ImportReport) -> None:
    for article in report.added:
        put(f"{article.id}  {article.title or article.source}")
    told = [f"{_articles(len(report.added))} added"]
    if report.known:
        told.append(f"{len(report.known)} already there")
    if report.set_aside:
        told.append(f"{len(report.set_aside)} of them set aside (sanggah remove --undo ID)")
    if report.problems:
        told.append(f"{len(report.problems)} not imported")
    put(", ".join(told))
    if report.ignored:
        kinds = ", ".join(f"{end or 'without ending'} {n}" for end, n in report.ignored.items())
        put(f"files of other kinds passed over: {kinds}")


def _report_fields(report: ImportReport) -> dict[str, Any]:
    return {
        "added": [
            {"id": article.id, "title": article.title, "source": article.source}
            for article in report.added
        ],
        "known": [{"id": article.id, "source": article.source} for article in report.known],
        "set_aside": [article.id for article in report.set_aside],
        "problems": [
            {"source": problem.source, "message": problem.message} for problem in report.problems
        ],
        "ignored": dict(report.ignored),
    }


def _articles(number: int) -> str:
    return f"{number} article" if number == 1 else f"{number} articles"


@cli.command("list")
@click.option("--set-aside", is_flag=True, help="Those that were set aside, instead.")
@json_option
@common_options
@click.pass_obj
def list_articles(settings: Settings, set_aside: bool, as_json: bool) -> None:
    """List the articles: id, date, state, number of marks, title, outlet."""
    from store import ArticleQuery

    with settings.open() as store:
        rows = _all_rows(store, ArticleQuery(set_aside=set_aside))
        if as_json:
            put_json_array(
                {
                    "id": row.id,
                    "title": row.title,
                    "outlet": row.outlet,
                    "published": row.published,
                    "state": row.state,
                    "words": row.words,
                    "counts": row.counts,
                }
                for row in rows
            )
            return
        empty = True
        for row in rows:
            empty = False
            marks = sum(row.counts.values())
            outlet = f"  ({row.outlet})" if row.outlet else ""
            put(
                f"{row.id}  {(row.published or '-')[:10]:<10}  {row.state:<7}  {marks:>4}"
                f"  {row.title or '(no title)'}{outlet}"
            )
    if empty and not set_aside:
        complain(f"no articles in {settings.store_file} yet: sanggah add PATHS")


def _all_rows(store: Store, query: ArticleQuery) -> Iterator[ArticleRow]:
    from store import articles

    order = articles.order(store, query)
    for first in range(0, len(order), 500):
        yield from articles.rows(store, order[first : first + 500])


@cli.command()
@click.argument("id")
@click.option("--source", "as_source", is_flag=True, help="All lines, with kinds and reasons.")
@json_option
@common_options
@click.pass_obj
def show(settings: Settings, id: str, as_source: bool, as_json: bool) -> None:  # noqa: A002
    """Print an article.

    What is known of it, its clean text, its annotations. ID may be shortened to its first
    letters, four at least.
    """
    from store import Projection, annotations, articles

    with settings.open() as store:
        article = articles.get(store, id)
        lines = articles.lines(store, article.id)
        quotes = articles.quotes(store, article.id)
        marks = annotations.of_article(store, article.id)
    projection = Projection(article.text, lines)
    if as_json:
        fields = _article_fields(article)
        fields |= {"clean_text": projection.clean, "text": article.text}
        if as_source:
            fields["lines"] = [_fields(line) for line in lines]
        fields["quotes"] = [_fields(quote) for quote in quotes]
        fields["annotations"] = [
            _fields(mark) | {"clean_text": projection.excerpt(mark.start, mark.end)}
            for mark in marks
        ]
        put_json(fields)
        return
    for name, value in _article_fields(article).items():
        if value not in (None, "", {}):
            put(f"{name.replace('_', ' ') + ':':<11} {value}")
    put()
    if as_source:
        for line in lines:
            shown = " " if line.shown else "-"
            words = article.text[line.start : line.end]
            put(f"{line.number:>5} {shown} {line.kind:<11} {words}")
            if line.reason:
                by = "" if line.decided_by == "rule" else f" ({line.decided_by})"
                put(f"{'':>20}^ {line.reason}{by}")
    else:
        put_text(projection.clean.strip("\n"))
    for mark in marks:
        put()
        put(f"[{mark.label}] {mark.start}-{mark.end}  {mark.reviewer}  {mark.id}")
        put(f"    “{projection.excerpt(mark.start, mark.end)}”")
        if mark.speaker:
            put(f"    who: {mark.speaker}")
        if mark.note:
            put(f"    note: {mark.note}")
        if mark.status != "accepted":
            put(f"    {mark.status}")


def _article_fields(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        **_fields(article.metadata),
        "source": article.source,
        "words": article.words,
        "added_at": article.added_at,
        "removed_at": article.removed_at,
        "extra": dict(article.extra),
    }


def _fields(record: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(record)


@cli.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=AT_MOST, default=50, help="At most so many hits (50).")
@click.option("--regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--whole-words", is_flag=True, help="The last word is no beginning.")
@json_option
@common_options
@click.pass_obj
def search(
    settings: Settings,
    query: tuple[str, ...],
    limit: int,
    regex: bool,
    whole_words: bool,
    as_json: bool,
) -> None:
    """Search all text.

    An article is found by all words of QUERY; the last may be a beginning.
    """
    from store import search as full_text

    words = " ".join(query)
    nothing = "" if regex else full_text.unsearchable(words)
    if nothing:
        raise CommandError(nothing, USAGE)
    with settings.open() as store:
        hits = full_text.search(store, words, limit, regular=regex, whole=whole_words)
    if as_json:
        put_json_array({"id": hit.id, "title": hit.title, "snippet": hit.snippet} for hit in hits)
        return
    for hit in hits:
        put(f"{hit.id}  {hit.title or '(no title)'}")
        put(f"    {' '.join(hit.snippet.split())}")
    if not hits:
        complain("nothing found")


@cli.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Take them back into the library.")
@json_option
@common_options
@click.pass_obj
def remove(settings: Settings, ids: tuple[str, ...], undo: bool, as_json: bool) -> None:
    """Set articles aside.

    Nothing is deleted; --undo takes them back.
    """
    from store import articles

    with settings.open() as store:
        found = [articles.get(store, id) for id in ids]  # noqa: A001
        for article in found:
            if undo and article.removed_at:
                articles.restore(store, article.id)
            elif not undo and not article.removed_at:
                articles.set_aside(store, article.id)
    if as_json:
        put_json_array({"id": article.id, "set_aside": not undo} for article in found)
        return
    for article in found:
        title = article.metadata.title or "(no title)"
        if bool(article.removed_at) != undo:
            put(f"{article.id} {'was set aside before' if not undo else 'was not set aside'}")
        elif undo:
            put(f"back in the library: {article.id}  {title}")
        else:
            put(f"set aside: {article.id}  {title}")
            put(f"    to get it back: sanggah remove --undo {article.id}")


@cli.command()
@click.argument("format", metavar="FORMAT", type=click.Choice(_EXPORT_FORMATS))
@click.option("-o", "--output", metavar="FILE", help="Where to; else standard output.")
@click.option("--article", metavar="ID", help="Only this article's.")
@click.option("--label", metavar="L", help="Only those with this label.")
@click.option("--reviewer", metavar="R", help="Only those by this reviewer.")
@click.option(
    "--text",
    type=click.Choice(("clean", "source")),
    default="clean",
    help="Words for people: as they are read (clean), or as they were imported.",
)
@store_option
@click.pass_obj
def export(
    settings: Settings,
    format: exchange.Format,  # noqa: A002
    output: str | None,
    article: str | None,
    label: str | None,
    reviewer: str | None,
    text: Literal["clean", "source"],
) -> None:
    """Write annotations as csv, jsonl, markdown or parquet.

    FILE is replaced if it exists, and never left half written.
    """
    from store import annotations, articles, exchange
    from store import labels as stored_labels

    with settings.open() as store:
        if label is not None:
            labels = [known.name for known in annotations.labels(store)]
            given, label = label, stored_labels.spelled(label, labels)
            if label is None:
                raise CommandError(f"no label {given}; there are: {', '.join(labels)}")
        if reviewer is not None:
            refuse_unknown_reviewer(store, reviewer)
        article_id = articles.get(store, article).id if article is not None else None
        selection = exchange.Selection(
            article_id=article_id, label=label, reviewer=reviewer, text=text
        )
        if output is not None and output != "-":
            written = exchange.write_file(store, output, format, selection)
            put(f"{written} annotation{'' if written == 1 else 's'} written to {output}")
        else:
            exchange.write(store, export_stream(), format, selection)


@cli.command()
@json_option
@common_options
@click.pass_obj
def stats(settings: Settings, as_json: bool) -> None:
    """Show what was done: articles, time, marks by label, reviewer, outlet and date."""
    from store import statistics
    from tui.statistics import print_report

    with settings.open() as store:
        found = statistics.statistics(store)
    if as_json:
        put_json(_fields(found))
    else:
        print_report(found)


@cli.command("datasette-metadata")
@click.option("-o", "--output", metavar="FILE", help="Where to; else standard output.")
@store_option
@click.pass_obj
def datasette_metadata(settings: Settings, output: str | None) -> None:
    """Write what Datasette should know of the store, as YAML.

    Titles, descriptions, facets and ready-made queries, for: datasette STORE -m FILE
    """
    from store import datasette, exchange

    yaml = datasette.metadata_yaml(settings.store_file)
    if output is None or output == "-":
        put_text(yaml.rstrip("\n"))
        return
    exchange.put_file(settings.store_file, output, lambda file: file.write(yaml))
    put(f"datasette {settings.store_file} -m {output}")


for _command in (log, check, backup, restore, merge):
    cli.add_command(_command)


@cli.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@json_option
@common_options
@click.pass_obj
def reread(settings: Settings, ids: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Read articles again by the present rules.

    All of them, or those named. What a reviewer decided stays, and no annotation moves.
    """
    from store import available_processes
    from store import reread as read_again

    with settings.open() as store:
        found = read_again(store, ids or None, dry_run=dry_run, processes=available_processes())
        if as_json:
            put_json_array(_fields(article) for article in found)
            return
        count = 0
        for article in found:
            count += 1
            put(f"{article.id}  {article.title or '(no title)'}")
            for line in _changes_of(article):
                put(f"    {line}")
    put(f"{_articles(count)} {'would change' if dry_run else 'changed'}")


def _changes_of(article: Reread) -> Iterator[str]:
    for name, (before, after) in article.facts.items():
        yield f"{name}: {clipped(before)} -> {clipped(after)}"
    for line in article.lines:
        shown = {(False, True): "shown", (True, False): "hidden"}.get(
            (line.before[1], line.after[1])
        )
        change = f"{line.before[0]} -> {line.after[0]}{f', now {shown}' if shown else ''}"
        yield f"line {line.number}: {change}: {clipped(line.text)}"
    for quote in article.quotes:
        words = f"“{clipped(quote.text)}”"
        if quote.before is None or quote.after is None:
            kind, speaker = quote.after or quote.before or ("", None)
            yield f"{'new' if quote.after else 'no'} {kind} quote {words} ({speaker or '-'})"
        else:
            pairs = zip(quote.before, quote.after, strict=True)
            change = ", ".join(f"{old or '-'} -> {new or '-'}" for old, new in pairs if old != new)
            yield f"quote {words}: {change}"


@cli.command()
@click.option("--check", metavar="FILE", help="Only say whether this file of keys is right.")
@json_option
@common_options
@click.pass_obj
def keys(settings: Settings, check: str | None, as_json: bool) -> int:
    """Print the keys as they are in force."""
    from tui.keymap import find_user_file, load_keymap

    file = Path(check) if check is not None else find_user_file(settings.keys)
    keymap, problems = load_keymap(file)
    for problem in problems:
        complain(str(problem))
    if check is not None:
        if not problems:
            put(f"{check}: nothing wrong")
    elif as_json:
        put_json_array(_key_rows(keymap))
    else:
        _put_keys(keymap)
    return FAILED if problems else 0


def _key_rows(keymap: Keymap) -> Iterator[dict[str, Any]]:
    from tui.actions import CONTEXTS

    for context in CONTEXTS:
        for action in keymap.actions(context):
            yield {
                "context": context,
                "action": action.name,
                "keys": list(keymap.keys(context, action.name)),
                "description": action.description,
            }


def _put_keys(keymap: Keymap) -> None:
    from tui.actions import CONTEXTS

    for context, heading in CONTEXTS.items():
        put(f"{heading}  [{context}]")
        for action in keymap.actions(context):
            shown = keymap.display_all(context, action.name) or "-"
            put(f"  {shown:<22} {action.name:<23} {action.description}")
        put()


@cli.command()
@json_option
@common_options
@click.pass_obj
def where(settings: Settings, as_json: bool) -> None:
    """Print where the store and the settings stand."""
    from tui import places

    files = {
        "store": settings.store_file.absolute(),
        "keys": (settings.keys or places.keys_file()).absolute(),
        "labels": (
            places.find_label_file(settings.labels, settings.store_file) or places.labels_file()
        ).absolute(),
        "data": places.data_folder(),
        "state": places.state_folder(),
    }
    if as_json:
        put_json({name: str(path) for name, path in files.items()})
        return
    for name, path in files.items():
        put(f"{name + ':':<7} {path}{'' if path.exists() else '  (not there yet)'}")


@cli.command()
@common_options
@app_options
@click.pass_obj
def tour(settings: Settings) -> int:
    """Open the app with a tour of a minute, on an article of its own; nothing of it is kept."""
    return _open(settings, (), tour=True)


@cli.command()
@json_option
@common_options
@click.pass_obj
def doctor(settings: Settings, as_json: bool) -> int:
    """Say what the terminal and the clipboard can do here, and what is wrong.

    The exit code is 1 where something is. Nothing is changed.
    """
    from tui.doctor import examine

    found = examine(settings.store_file, settings.keys)
    if as_json:
        put_json(
            {
                part: {**what.facts, "problems": what.problems, "hints": what.hints}
                for part, what in found.items()
            }
        )
    else:
        for part, what in found.items():
            put(part)
            for name, value in what.facts.items():
                shown = ("yes" if value else "no") if isinstance(value, bool) else value
                put(f"  {name + ':':<19} {'-' if shown is None else shown}")
            for problem in what.problems:
                put(f"  ! {problem}")
            for hint in what.hints:
                put(f"  . {hint}")
    return FAILED if any(what.problems for what in found.values()) else 0


@cli.command()
@common_options
def version() -> None:
    """Print the version."""
    put(f"sanggah {_version()}")


def main() -> NoReturn:
    """Run the program; the entry point of ``sanggah``."""
    cli.main()
