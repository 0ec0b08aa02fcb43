"""The store's schema, version by version, by sqlite-utils' migrations and plain SQL.

Imports sqlite_utils, which is slow, so `connection` imports this module only when a store is new
or of an older version. It runs `migrate` inside one BEGIN IMMEDIATE: of several programs that
open a new store at once one migrates, the others wait and find it done.

Tables change by their own migration and never otherwise. What holds no data is made anew after
each, see `objects`.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from store.database import objects, schema

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


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the store to the present version; the caller holds BEGIN IMMEDIATE and commits."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)
    migrations.apply(database)
    objects.make(connection)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
