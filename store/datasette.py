"""What Datasette is told of a store: titles, descriptions, facets, order, ready-made queries.

For ``datasette STORE -m FILE``. The keys are those of Datasette's metadata,
https://docs.datasette.io/en/stable/metadata.html; Datasette 1.0 takes the same file and moves
facets and order to its configuration by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from store.database.dictionary import DESCRIPTIONS

_TITLES = {
    "annotations_export": "Marks with their words, article and citation",
    "articles_export": "Articles with their marks counted",
    "label_counts": "Marks of each label in each article",
    "clean_articles": "Articles as they are read",
    "articles": "Articles as imported",
    "annotations": "Marks",
    "quotes": "Quotes and who says them",
    "lines": "Lines, shown and hidden",
    "labels": "Labels",
    "events": "History",
    "reviews": "Who has read what",
    "data_dictionary": "What each column means",
}

_SETTINGS: dict[str, dict[str, Any]] = {
    "annotations_export": {
        "facets": ["label", "article_outlet", "reviewer", "speaker", "status"],
        "sort_desc": "created_at",
    },
    "articles_export": {"facets": ["outlet", "language"], "sort_desc": "published"},
    "articles": {"facets": ["outlet", "language", "wire"], "label_column": "title"},
    "clean_articles": {"facets": ["outlet"]},
    "annotations": {"facets": ["label", "reviewer", "status"], "label_column": "text"},
    "quotes": {"facets": ["kind", "speaker"], "label_column": "text"},
    "lines": {"facets": ["kind", "shown", "decided_by"]},
    "events": {"facets": ["reviewer", "action", "subject"], "sort_desc": "lamport"},
    "reviews": {"facets": ["reviewer", "state"]},
    "labels": {"sort": "position", "label_column": "name"},
    "data_dictionary": {"facets": ["table_name"]},
}

#: Tables that hold nothing for readers.
_HIDDEN = ("articles_trigram", "writing", "replaced", "_sqlite_migrations")

_QUERIES = {
    "labels_by_outlet": {
        "title": "How many claims, denials, ... each outlet has",
        "sql": "select article_outlet, label, count(*) as marks from annotations_export "
        "where status = 'accepted' group by article_outlet, label "
        "order by article_outlet, label",
    },
    "who_says_what": {
        "title": "How many claims, denials, ... each speaker holds",
        "sql": "select speaker, label, count(*) as marks, "
        "count(distinct article_outlet) as outlets from annotations_export "
        "where status = 'accepted' and speaker is not null group by speaker, label "
        "order by marks desc, speaker, label",
    },
    "marks_with_words": {
        "title": "Marks that hold these words",
        "sql": "select label, speaker, clean_text, citation from annotations_export "
        "where clean_text like '%' || :words || '%' order by article_published, start_char",
    },
}


def metadata(store_file: Path) -> dict[str, Any]:
    """Return Datasette's metadata for a store that is served under its file's name."""
    tables: dict[str, Any] = {}
    for name, title in _TITLES.items():
        description, columns = DESCRIPTIONS[name]
        tables[name] = {
            "title": title,
            "description": description,
            **_SETTINGS.get(name, {}),
            "columns": columns,
        }
    tables.update({name: {"hidden": True} for name in _HIDDEN})
    return {
        "title": "Sanggah",
        "description": "Who claims, who denies, and on what evidence.",
        "databases": {store_file.stem: {"queries": _QUERIES, "tables": tables}},
    }


def metadata_yaml(store_file: Path) -> str:
    """Return the same as YAML, ended by a line feed."""
    return "".join(f"{line}\n" for line in _yaml(metadata(store_file)))


def _yaml(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Give the lines of a mapping. Every name and text is written as JSON, which is YAML too."""
    for key, entry in value.items():
        name = f"{indent}{json.dumps(key, ensure_ascii=False)}:"
        if isinstance(entry, Mapping):
            yield name
            yield from _yaml(entry, indent + "  ")
        elif isinstance(entry, Sequence) and not isinstance(entry, str):
            yield name
            yield from (f"{indent}- {json.dumps(each, ensure_ascii=False)}" for each in entry)
        else:
            yield f"{name} {json.dumps(entry, ensure_ascii=False)}"
