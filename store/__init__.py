"""The public face of the store: what a screen, a script or a notebook imports.

Names are loaded when they are first asked for, so that ``import store`` costs next to nothing
and nobody pays for reading or writing that is not done.
"""

# No `from __future__ import annotations` here: it would stand in the place of the module
# `annotations` that this face offers.
from importlib import import_module
from typing import TYPE_CHECKING, Any

from store.model import (
    LONGEST_REVIEWER,
    MENDABLE,
    RULE,
    SPOKEN,
    Annotation,
    AnnotationStatus,
    Article,
    Document,
    Label,
    Line,
    LineKind,
    Metadata,
    Quote,
    QuoteKind,
    Review,
    ReviewState,
    SanggahError,
    Span,
)

if TYPE_CHECKING:
    from store import datasette, exchange
    from store.citations import STYLES, Cited, cite
    from store.database import (
        annotations,
        articles,
        backup,
        history,
        labels,
        reviews,
        search,
        statistics,
    )
    from store.database.articles import ArticleQuery, ArticleRow, Sort
    from store.database.check import Finding, check
    from store.database.connection import (
        Store,
        StoreDamaged,
        StoreError,
        StoreFull,
        StoreGone,
        StoreLocked,
        StoreReadOnly,
        StoreUnavailable,
        data_version,
        new_id,
        now,
        open_store,
        refuse_gone,
        stated_version,
        transaction,
        translated,
    )
    from store.database.history import Event, Undone
    from store.database.merge import LeftOut, Merged, merge
    from store.database.repair import Repaired, repair
    from store.database.search import Hit
    from store.database.statistics import Statistics
    from store.escaping import UNSAFE, json_text, without_controls
    from store.importing import Imported, ImportReport, Progress, add_paths
    from store.interrupting import stopped_like_ctrl_c
    from store.matching import fold
    from store.reading.document import read_document
    from store.reading.languages import load as load_language
    from store.reading.projection import Projection
    from store.reading.sentences import sentence_spans
    from store.reading.units import clause_spans, word_spans
    from store.reading_processes import available_processes
    from store.rereading import Reread, as_imported, reread
    from store.searching import Excerpt, Searched, SearchTooSlow, WordSearch, excerpt
    from store.sources.origins import Address, Origin, Stream, origin_of

_MODULES = {
    name: module
    for module, names in {
        "store.escaping": "UNSAFE json_text without_controls",
        "store.citations": "STYLES Cited cite",
        "store.database.articles": "ArticleQuery ArticleRow Sort",
        "store.database.check": "Finding check",
        "store.database.connection": (
            "Store StoreDamaged StoreError StoreFull StoreGone StoreLocked StoreReadOnly "
            "StoreUnavailable data_version new_id now open_store refuse_gone stated_version "
            "transaction translated"
        ),
        "store.database.history": "Event Undone",
        "store.database.merge": "LeftOut Merged merge",
        "store.database.repair": "Repaired repair",
        "store.database.search": "Hit",
        "store.database.statistics": "Statistics",
        "store.importing": "Imported ImportReport Progress add_paths",
        "store.interrupting": "stopped_like_ctrl_c",
        "store.reading.document": "read_document",
        "store.matching": "fold",
        "store.reading.projection": "Projection",
        "store.searching": "Excerpt SearchTooSlow Searched WordSearch excerpt",
        "store.reading.sentences": "sentence_spans",
        "store.reading.units": "clause_spans word_spans",
        "store.reading_processes": "available_processes",
        "store.rereading": "Reread as_imported reread",
        "store.sources.origins": "Address Origin Stream origin_of",
    }.items()
    for name in names.split()
}
_SUBMODULES = {
    "annotations": "store.database.annotations",
    "articles": "store.database.articles",
    "backup": "store.database.backup",
    "datasette": "store.datasette",
    "exchange": "store.exchange",
    "history": "store.database.history",
    "labels": "store.database.labels",
    "reviews": "store.database.reviews",
    "search": "store.database.search",
    "statistics": "store.database.statistics",
}

__all__ = [
    "LONGEST_REVIEWER",
    "MENDABLE",
    "RULE",
    "SPOKEN",
    "STYLES",
    "UNSAFE",
    "Address",
    "Annotation",
    "AnnotationStatus",
    "Article",
    "ArticleQuery",
    "ArticleRow",
    "Cited",
    "Document",
    "Event",
    "Excerpt",
    "Finding",
    "Hit",
    "ImportReport",
    "Imported",
    "Label",
    "LeftOut",
    "Line",
    "LineKind",
    "Merged",
    "Metadata",
    "Origin",
    "Progress",
    "Projection",
    "Quote",
    "QuoteKind",
    "Repaired",
    "Reread",
    "Review",
    "ReviewState",
    "SanggahError",
    "SearchTooSlow",
    "Searched",
    "Sort",
    "Span",
    "Statistics",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreGone",
    "StoreLocked",
    "StoreReadOnly",
    "StoreUnavailable",
    "Stream",
    "Undone",
    "WordSearch",
    "add_paths",
    "annotations",
    "articles",
    "as_imported",
    "available_processes",
    "backup",
    "check",
    "cite",
    "clause_spans",
    "data_version",
    "datasette",
    "excerpt",
    "exchange",
    "fold",
    "history",
    "json_text",
    "labels",
    "load_language",
    "merge",
    "new_id",
    "now",
    "open_store",
    "origin_of",
    "read_document",
    "refuse_gone",
    "repair",
    "reread",
    "reviews",
    "search",
    "sentence_spans",
    "stated_version",
    "statistics",
    "stopped_like_ctrl_c",
    "transaction",
    "translated",
    "without_controls",
    "word_spans",
]


def __getattr__(name: str) -> Any:
    """Load a name of the public face when it is first asked for."""
    if name in _SUBMODULES:
        value: Any = import_module(_SUBMODULES[name])
    elif name in _MODULES:
        value = getattr(import_module(_MODULES[name]), name)
    elif name == "load_language":
        value = import_module("store.reading.languages").load
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value
