"""Write docs/schema.md from the schema itself: tables, views, columns, what each is for.

python docs/generate_schema.py
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "schema.md"

if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from store.database.connection import BUSY_TIMEOUT  # noqa: E402
from store.database.dictionary import DESCRIPTIONS  # noqa: E402
from store.database.migrations import migrate  # noqa: E402
from store.database.schema import APPLICATION_ID, SCHEMA_VERSION  # noqa: E402

INTRODUCTION = f"""# The store's schema, version {SCHEMA_VERSION}

Made by `docs/generate_schema.py` from the schema and its data dictionary; do not edit.

A store is one SQLite file that any program may read and write. `PRAGMA application_id` is
{APPLICATION_ID} (`SANG`), `PRAGMA user_version` the schema's version. Every table is STRICT; times
are `YYYY-MM-DDTHH:MM:SS.mmmZ` in UTC. Offsets count code points of `articles.text`, from 0, the
end not included: `substr(text, start_char + 1, end_char - start_char)` is the span. The same
descriptions stand in the file itself, in `data_dictionary`.

The app opens a store with WAL, `synchronous = FULL`, `foreign_keys = ON` and a busy timeout of
{BUSY_TIMEOUT} ms.

## For readers: the views

No join is needed:

```
sqlite-utils rows STORE annotations_export --csv
sqlite-utils query STORE "select label, count(*) as n from annotations_export group by label"
datasette STORE
```

```python
pandas.read_sql("select * from annotations_export", sqlite3.connect("STORE"))
```

## For writers: what the store does by itself

An annotation needs `article_id`, `label`, `start_char`, `end_char` and `text`; the store gives the
rest and refuses what is wrong with a sentence that says so. Every change by any program is
written into `events` by triggers; where `writing` is empty, as it is for other programs, the
reviewer of the event is `outside`.
"""


def page() -> str:
    """Return the page as it should be."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    migrate(connection)
    connection.execute("COMMIT")
    objects = dict(connection.execute("SELECT name, type FROM sqlite_master").fetchall())
    views = [name for name in DESCRIPTIONS if objects[name] == "view"]
    tables = [name for name in DESCRIPTIONS if objects[name] == "table"]
    parts = [INTRODUCTION]
    parts += ["## Views", *(_section(connection, name) for name in views)]
    parts += ["## Tables", *(_section(connection, name) for name in tables)]
    parts += ["## Indexes", _indexes(connection)]
    parts += ["## Triggers", _triggers(connection)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _section(connection: sqlite3.Connection, name: str) -> str:
    about, described = DESCRIPTIONS[name]
    rows = [f"### {name}", "", about, "", "| column | type | |", "| --- | --- | --- |"]
    # What type a view's column has, SQLite's versions tell differently.
    is_view = bool(
        connection.execute(
            "SELECT type = 'view' FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()[0]
    )
    if is_view:
        rows = [f"### {name}", "", about, "", "| column | |", "| --- | --- |"]
    for _, column, kind, not_null, _, key, _ in connection.execute(f'PRAGMA table_xinfo("{name}")'):
        if column in described:
            notes = [
                note
                for note, holds in (("primary key", key), ("not null", not_null and not key))
                if holds
            ]
            typed = ", ".join([kind, *notes]).strip(", ")
            shown = f"| `{column}` |" if is_view else f"| `{column}` | {typed} |"
            rows.append(f"{shown} {described[column]} |")
    return "\n".join(rows)


def _indexes(connection: sqlite3.Connection) -> str:
    found = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        "AND tbl_name <> '_sqlite_migrations' ORDER BY name"
    )
    return "```sql\n" + "\n".join(f"{sql};" for (sql,) in found) + "\n```"


def _triggers(connection: sqlite3.Connection) -> str:
    found = connection.execute(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' "
        "ORDER BY tbl_name, name"
    )
    rows = ["| trigger | on | when |", "| --- | --- | --- |"]
    for name, table, sql in found:
        head = sql.split("\n", 1)[0].removeprefix(f"CREATE TRIGGER {name} ")
        rows.append(f"| `{name}` | {table} | {head.rpartition(' ON ')[0]} |")
    return "\n".join(rows)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
