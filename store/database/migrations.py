"""The store's schema, version by version, by sqlite-utils' migrations and plain SQL.

Imports sqlite_utils, which is slow, so `connection` imports this module only when a store is new
or of an older version. It runs `migrate` inside one BEGIN IMMEDIATE: of several programs that
open a new store at once one migrates, the others wait and find it done.

Tables change by their own migration and never otherwise. Triggers, views and the data dictionary
hold no data: a later version drops them and makes them anew (`refresh`).
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from store.database import dictionary, events, guards, schema, views

migrations = Migrations("sanggah")

# The default labels are the same rows, made by the same events, in every store: so that two
# stores meet without a conflict.
_BEGINNING = "2000-01-01T00:00:00.000Z"
_FIRST_GROUP = "00000000-0000-7000-8000-000000000000"


@migrations()
def version_1(db: Database) -> None:
    """Make the schema of version 1 whole."""
    for statement in (*schema.TABLES, *schema.INDEXES):
        db.conn.execute(statement)
    db.conn.execute("INSERT INTO writing DEFAULT VALUES")
    for position, (name, color, description) in enumerate(schema.DEFAULT_LABELS, start=1):
        db.conn.execute(
            "INSERT INTO labels (name, color, description, position) VALUES (?, ?, ?, ?)",
            (name, color, description, position),
        )
        db.conn.execute(
            "INSERT INTO events VALUES (?, ?, 'sanggah', 'create', 'labels', ?, NULL, ?, NULL, "
            "NULL, json_object('name', ?, 'color', ?, 'description', ?, 'position', ?), ?)",
            (
                f"{_FIRST_GROUP[:-1]}{position}",
                _BEGINNING,
                name,
                _FIRST_GROUP,
                name,
                color,
                description,
                position,
                position,
            ),
        )


def refresh(connection: sqlite3.Connection) -> None:
    """Make triggers, views and the data dictionary anew, as this version has them."""
    dropped = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).fetchall()
    for kind, name in dropped:
        connection.execute(f'DROP {kind} "{name}"')
    for statement in (*guards.GUARDS, *events.EVENTS, *views.VIEWS):
        connection.execute(statement)
    connection.execute("DELETE FROM data_dictionary")
    connection.executemany("INSERT INTO data_dictionary VALUES (?, ?, ?)", dictionary.rows())
    shadows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND (name GLOB 'articles_fts_*' OR name GLOB 'articles_trigram_*')"
    ).fetchall()
    connection.executemany(
        "INSERT INTO data_dictionary VALUES (?, '', ?)",
        [(name, f"Inside of {name.rpartition('_')[0]}; not for reading.") for (name,) in shadows],
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the store to the present version; the caller holds BEGIN IMMEDIATE and commits."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)
    migrations.apply(database)
    refresh(connection)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
