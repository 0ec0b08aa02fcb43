"""The commands that look after the store's file: check, backup, restore.

Everything that is done stands in the store; here it is asked for and told. `cli` takes them in.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from tui.command_line import FAILED, CommandError, Settings, common_options, json_option
from tui.printing import put, put_json


@click.command()
@click.option("--repair", "mend", is_flag=True, help="Mend what can be mended, after a backup.")
@json_option
@common_options
@click.pass_obj
def check(settings: Settings, mend: bool, as_json: bool) -> int:
    """Look the store over: is it whole, does every mark stand on its words, does search work.

    Names each fault and what to do. The exit code is 1 where something is wrong.
    """
    from store import check as look_over
    from store import read_document
    from store import repair as mend_store

    file = settings.store_file
    done: tuple[str, ...] = ()
    copy: Path | None = None
    if mend:
        repaired = mend_store(file, reader=read_document)
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
