"""What every table, view and column of the store means, in plain words.

The store carries these lines in ``data_dictionary``; docs/schema.md is made from them.
"""

from __future__ import annotations

_MOMENT = "UTC, YYYY-MM-DDTHH:MM:SS.mmmZ"
_SPAN = "code points of articles.text, 0-based"

#: Table or view -> (what it is, column -> what it holds).
DESCRIPTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "articles": (
        "One row an article, as imported; its text never changes.",
        {
            "seq": "Local row number, for the full-text indexes; never exported.",
            "id": "First 16 hex digits of sha256: two reviewers' stores agree on it.",
            "title": "Title as the page gives it, or as a reviewer mended it; null if unknown.",
            "byline": "Who wrote it, as the page gives it.",
            "editor": "Who edited it, where the page says so.",
            "outlet": "Who published it.",
            "wire": "News agency it came from (AFP, Reuters, ...), where stated.",
            "published": "ISO date, or date-time with offset where the page states a time; "
            "null where it states nothing.",
            "modified": "When the page says it was changed, written like published.",
            "dateline": "Place (and date) at the head of the report.",
            "language": "Language code, such as id, ms or en.",
            "url": "Address of the page.",
            "source": "Path or address that it was imported from.",
            "sha256": "SHA-256 of text in UTF-8, 64 hex digits.",
            "words": "Number of words in the shown lines.",
            "added_at": f"When it was imported ({_MOMENT}).",
            "removed_at": f"When it was set aside ({_MOMENT}); null while it is in the library.",
            "extra": "JSON object: what the imported file said beyond these columns.",
            "text": "The text as imported: LF line ends, no control characters but LF and TAB. "
            "Offsets count its code points.",
        },
    ),
    "lines": (
        "The lines of each article, classified. Hidden lines stay in the text.",
        {
            "article_id": "The article.",
            "number": "Line number, from 1.",
            "start_char": f"Where the line begins ({_SPAN}).",
            "end_char": "Where it ends, its line end not included.",
            "kind": "title, standfirst, byline, date, dateline, heading, body, caption, "
            "boilerplate or blank.",
            "shown": "1 if readers see it, 0 if it is hidden.",
            "reason": "Why it has this kind, in words.",
            "decided_by": "rule, or the reviewer who showed or hid it.",
        },
    ),
    "quotes": (
        "Words that an article puts in somebody's mouth, with the marks around them if there are.",
        {
            "id": "First 16 hex digits of SHA-256 of article_id:start_char:end_char.",
            "article_id": "The article.",
            "start_char": f"Where the quote begins ({_SPAN}).",
            "end_char": "Where it ends, end not included.",
            "text": "The exact slice.",
            "kind": "direct, partial, reported, nested, term or title.",
            "speaker": "The fullest name that the article gives the speaker, verbatim.",
            "speaker_start": f"A place where exactly these words stand ({_SPAN}).",
            "speaker_end": "Where they end, end not included.",
            "cue": "The word that told who speaks (said, ujar, ...).",
            "shown": "1 if it is highlighted, 0 if not.",
            "decided_by": "rule, or the reviewer who corrected it.",
        },
    ),
    "labels": (
        "Kinds of annotation; a project may add its own.",
        {
            "name": "The label, as annotations carry it.",
            "color": "#rrggbb.",
            "description": "What it is for.",
            "position": "Order in lists, from 1; left at 0, a new label goes to the end.",
        },
    ),
    "annotations": (
        "Spans that reviewers marked.",
        {
            "id": "UUIDv7, made by the store where none is given.",
            "article_id": "The article.",
            "label": "The label.",
            "start_char": f"Where the span begins ({_SPAN}).",
            "end_char": "Where it ends, end not included.",
            "text": "The exact slice: substr(articles.text, start_char + 1, "
            "end_char - start_char).",
            "prefix": "Up to 32 characters before the span; set by the store.",
            "suffix": "Up to 32 characters after the span; set by the store.",
            "note": "What the reviewer wrote.",
            "speaker": "Who holds it; taken from the quote, correctable.",
            "confidence": "Null, or from 0 to 1.",
            "status": "accepted, suggested or rejected.",
            "part_of": "Id of the first part, where a span was interrupted.",
            "origin": "Id of the suggestion, or the foreign id, that it came from.",
            "reviewer": "Who marked it.",
            "created_at": f"When ({_MOMENT}).",
            "updated_at": f"When it last changed ({_MOMENT}).",
            "extra": "JSON object: foreign fields, which go back out.",
        },
    ),
    "events": (
        "History, append-only, written by triggers: what any person or program changed.",
        {
            "id": "UUIDv7.",
            "at": f"When ({_MOMENT}).",
            "reviewer": "Who; outside for other programs.",
            "action": "create, change or delete.",
            "subject": "The table that changed.",
            "subject_id": "The row: its id, a label's name, or article_id:number of a line.",
            "article_id": "The article concerned; null for labels.",
            "group_id": "One for each action (key press): the unit of undo.",
            "undoes": "The group that this event takes back, if it does.",
            "before": "JSON before: the whole row for delete, the changed columns for change.",
            "after": "JSON after: the whole row for create, the changed columns for change.",
            "lamport": "Logical clock: greater than that of every event the writer knew.",
        },
    ),
    "reviews": (
        "How far each reviewer has come with each article.",
        {
            "article_id": "The article.",
            "reviewer": "The reviewer.",
            "state": "new, reading or done.",
            "position": f"Where the reviewer last was ({_SPAN}).",
            "seconds": "Time spent with the article.",
            "updated_at": f"When this row last changed ({_MOMENT}).",
        },
    ),
    "writing": (
        "One row: who writes in the present transaction; empty between transactions.",
        {
            "reviewer": "The reviewer; empty: events say outside.",
            "group_id": "The group of the events; empty: each event has its own.",
            "mode": "Empty, rule (a reading writes, no events), replay (events are brought "
            "along) or undo and the group taken back.",
        },
    ),
    "replaced": (
        "The store's own note while INSERT OR REPLACE runs; of no use to readers.",
        {
            "subject": "The table.",
            "subject_id": "The row.",
            "row": "The row as it was, JSON.",
            "event": "The delete event that the same statement wrote, to become a change.",
        },
    ),
    "data_dictionary": (
        "What each table, view and column means.",
        {
            "table_name": "Table or view.",
            "column_name": "Column; empty for the table itself.",
            "description": "What it holds.",
        },
    ),
    "articles_fts": (
        "Full-text index of words (FTS5, unicode61) over articles; rowid is articles.seq.",
        {"title": "Title of the article.", "text": "Text of the article."},
    ),
    "articles_trigram": (
        "Index of three-character pieces, for words inside words and scripts without spaces: "
        "use LIKE '%...%' with three characters or more.",
        {"title": "Title of the article.", "text": "Text of the article."},
    ),
    "_sqlite_migrations": (
        "Which migrations were applied; kept by sqlite-utils.",
        {
            "id": "Order.",
            "migration_set": "Always sanggah.",
            "name": "The migration.",
            "applied_at": "When.",
        },
    ),
    "annotations_export": (
        "One row an annotation with all that a reader needs; articles set aside are left out.",
        {
            "annotation_id": "annotations.id.",
            "label": "The label.",
            "text": "The exact slice of the article's text.",
            "clean_text": "The slice as people read it: hidden lines left out, shown as an "
            "ellipsis between spaces.",
            "note": "The reviewer's note.",
            "speaker": "Who holds it.",
            "confidence": "Null, or from 0 to 1.",
            "status": "accepted, suggested or rejected.",
            "reviewer": "Who marked it.",
            "created_at": f"When ({_MOMENT}).",
            "article_id": "The article.",
            "article_title": "Its title.",
            "article_outlet": "Its outlet.",
            "article_published": "Its date.",
            "article_url": "Its address.",
            "start_char": f"Where the span begins ({_SPAN}).",
            "end_char": "Where it ends, end not included.",
            "part_of": "annotation_id of the first part, where a span was interrupted.",
            "citation": "The words with speaker, byline, title, outlet, date and address, "
            "absent parts left out.",
        },
    ),
    "articles_export": (
        "One row an article; those set aside are left out.",
        {
            "id": "articles.id.",
            "title": "Title.",
            "outlet": "Outlet.",
            "published": "Date, or date-time with offset.",
            "language": "Language code.",
            "url": "Address.",
            "words": "Number of words in the shown lines.",
            "annotations": "Number of accepted annotations.",
            "label_counts": "JSON object: label -> number of accepted annotations.",
            "done_by": "JSON array: reviewers who are done with it.",
        },
    ),
    "label_counts": (
        "Accepted annotations counted by article and label; articles set aside are left out.",
        {
            "article_id": "The article.",
            "label": "The label.",
            "n": "How many.",
        },
    ),
    "clean_articles": (
        "Articles as people read them, hidden lines left out; those set aside are left out.",
        {
            "id": "articles.id.",
            "title": "Title.",
            "outlet": "Outlet.",
            "published": "Date, or date-time with offset.",
            "text": "The shown lines, trimmed, one to a row. Offsets do not count here.",
        },
    ),
}


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of ``data_dictionary``: table, column ('' for the table), description."""
    return [
        (table, column, description)
        for table, (about, columns) in DESCRIPTIONS.items()
        for column, description in (("", about), *columns.items())
    ]
