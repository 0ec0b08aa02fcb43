"""The tables and indexes of schema version 1, as SQL.

Triggers stand in `guards` and `events`, views in `views`, descriptions in `dictionary`. A later
version changes these tables by its own migration; they stay as version 1 was. Which indexes there
are may change with each revision, see `objects`.
"""

from __future__ import annotations

from store.database.sql_text import NOW, uuid7

#: ``SANG`` in ASCII: the header of every store carries it, so that a foreign file is recognised.
APPLICATION_ID = 0x53414E47

#: The full-text indexes of articles: of words, and of pieces of three characters.
FULL_TEXT = ("articles_fts", "articles_trigram")

#: The version this program writes and reads.
SCHEMA_VERSION = 1

#: Which triggers, views and indexes this program makes: they change more often than the tables, and
#: stores of one version may have those of different revisions. See `objects`.
REVISION = 6
REVISION_MARK = "-- revision "


def revision_of(marked_trigger: str | None) -> int:
    """Return the revision that the SQL of the trigger ``writing_guard_delete`` states.

    Where the trigger is missing this is the present one: there is nothing to take for old.
    """
    if marked_trigger is None:
        return REVISION
    stated = marked_trigger.partition(REVISION_MARK)[2].split(maxsplit=1)
    return int(stated[0]) if stated and stated[0].isdecimal() else 1


LINE_KINDS = (
    "title",
    "standfirst",
    "byline",
    "date",
    "dateline",
    "heading",
    "body",
    "caption",
    "boilerplate",
    "blank",
)
QUOTE_KINDS = ("direct", "partial", "reported", "nested", "term", "title")
STATUSES = ("accepted", "suggested", "rejected")
STATES = ("new", "reading", "done")

#: The labels that a new store begins with: name, colour, description. The colours are told apart
#: by people with any of the common kinds of colour blindness (Okabe and Ito's palette).
DEFAULT_LABELS = (
    ("claim", "#56b4e9", "Somebody states that something is so."),
    ("denial", "#d55e00", "Somebody disputes, rejects or contradicts a claim."),
    ("evidence", "#009e73", "What is offered as support: records, figures, witnesses, documents."),
)

_HEX16 = "length({0}) = 16 AND {0} NOT GLOB '*[^0-9a-f]*'"


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f'CONSTRAINT "{column} is one of {", ".join(values)}" CHECK ({column} IN ({listed}))'


def _iso_moment(column: str) -> str:
    """Return a condition: an ISO date that exists, alone or with a time and its offset."""
    day = f"substr({column}, 1, 10)"
    rest = f"substr({column}, 11)"
    digits = "[0-9][0-9]"
    times = " OR ".join(
        f"{rest} GLOB 'T{digits}:{digits}{seconds}{offset}'"
        for seconds in ("", f":{digits}", f":{digits}.[0-9]*")
        for offset in ("Z", f"[-+]{digits}:{digits}")
    )
    return f"(date({day}, '+0 days') IS {day} AND length({day}) = 10 AND ({rest} = '' OR {times}))"


# `text` is the last column: SQLite reads a row from its start, so the short columns of a long
# article come without walking through its text.
_ARTICLES = f"""
CREATE TABLE articles (
  seq INTEGER PRIMARY KEY
    CONSTRAINT "seq is greater than 0" CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE
    CONSTRAINT "id is the first 16 hex digits of sha256"
    CHECK ({_HEX16.format("id")} AND id = substr(sha256, 1, 16)),
  title TEXT,
  byline TEXT,
  editor TEXT,
  outlet TEXT,
  wire TEXT,
  published TEXT
    CONSTRAINT "published is an ISO date, or a date-time with offset"
    CHECK (published IS NULL OR {_iso_moment("published")}),
  modified TEXT
    CONSTRAINT "modified is an ISO date, or a date-time with offset"
    CHECK (modified IS NULL OR {_iso_moment("modified")}),
  dateline TEXT,
  language TEXT,
  url TEXT,
  source TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL
    CONSTRAINT "sha256 is 64 hex digits"
    CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  words INTEGER NOT NULL DEFAULT 0
    CONSTRAINT "words is not negative" CHECK (words >= 0),
  added_at TEXT NOT NULL DEFAULT ({NOW}),
  removed_at TEXT,
  extra TEXT NOT NULL DEFAULT '{{}}'
    CONSTRAINT "extra is JSON" CHECK (json_valid(extra)),
  text TEXT NOT NULL
    CONSTRAINT "text has no control characters but line feed and tab, and no byte order mark"
    CHECK (
      text NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || '-' || char(31)
        || char(127) || '-' || char(159) || ']*'
      AND instr(text, char(0)) = 0
      AND substr(text, 1, 1) <> char(65279)
    )
) STRICT
"""


TABLES: tuple[str, ...] = (
    _ARTICLES,
    f"""
CREATE TABLE lines (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL
    CONSTRAINT "number counts from 1" CHECK (number > 0),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL
    CONSTRAINT "a line starts at 0 or later and ends no earlier"
    CHECK (start_char >= 0 AND end_char >= start_char),
  kind TEXT NOT NULL
    {_one_of("kind", LINE_KINDS)},
  shown INTEGER NOT NULL DEFAULT 1
    CONSTRAINT "shown is 0 or 1" CHECK (shown IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL DEFAULT 'rule',
  PRIMARY KEY (article_id, number)
) STRICT
""",
    f"""
CREATE TABLE quotes (
  id TEXT NOT NULL PRIMARY KEY
    CONSTRAINT "id is 16 hex digits" CHECK ({_HEX16.format("id")}),
  article_id TEXT NOT NULL REFERENCES articles (id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL
    CONSTRAINT "a quote starts at 0 or later and is not empty"
    CHECK (start_char >= 0 AND end_char > start_char),
  text TEXT NOT NULL,
  kind TEXT NOT NULL
    {_one_of("kind", QUOTE_KINDS)},
  speaker TEXT,
  speaker_start INTEGER,
  speaker_end INTEGER
    CONSTRAINT "speaker_start and speaker_end are both given or both null"
    CHECK ((speaker_start IS NULL) = (speaker_end IS NULL)),
  cue TEXT,
  shown INTEGER NOT NULL DEFAULT 1
    CONSTRAINT "shown is 0 or 1" CHECK (shown IN (0, 1)),
  decided_by TEXT NOT NULL DEFAULT 'rule'
) STRICT
""",
    """
CREATE TABLE labels (
  name TEXT NOT NULL PRIMARY KEY
    CONSTRAINT "a label has a name without spaces around it"
    CHECK (trim(name) = name AND name <> ''),
  color TEXT NOT NULL DEFAULT '#999999'
    CONSTRAINT "color is written #rrggbb"
    CHECK (length(color) = 7 AND color GLOB '#*' AND substr(color, 2) NOT GLOB '*[^0-9a-fA-F]*'),
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT
""",
    f"""
CREATE TABLE annotations (
  id TEXT NOT NULL PRIMARY KEY DEFAULT ({uuid7()})
    CONSTRAINT "an annotation has an id" CHECK (id <> ''),
  article_id TEXT NOT NULL REFERENCES articles (id),
  label TEXT NOT NULL REFERENCES labels (name),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL
    CONSTRAINT "a span starts at 0 or later and is not empty"
    CHECK (start_char >= 0 AND end_char > start_char),
  text TEXT NOT NULL,
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  speaker TEXT,
  confidence REAL
    CONSTRAINT "confidence is null or from 0 to 1"
    CHECK (confidence IS NULL OR confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL DEFAULT 'accepted'
    {_one_of("status", STATUSES)},
  part_of TEXT
    CONSTRAINT "an annotation is not part of itself" CHECK (part_of <> id),
  origin TEXT,
  reviewer TEXT NOT NULL DEFAULT 'outside',
  created_at TEXT NOT NULL DEFAULT ({NOW}),
  updated_at TEXT NOT NULL DEFAULT ({NOW}),
  extra TEXT NOT NULL DEFAULT '{{}}'
    CONSTRAINT "extra is JSON" CHECK (json_valid(extra))
) STRICT
""",
    """
CREATE TABLE events (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  action TEXT NOT NULL
    CONSTRAINT "action is one of create, change, delete"
    CHECK (action IN ('create', 'change', 'delete')),
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  article_id TEXT,
  group_id TEXT NOT NULL,
  undoes TEXT,
  "before" TEXT CONSTRAINT "before is JSON" CHECK ("before" IS NULL OR json_valid("before")),
  "after" TEXT CONSTRAINT "after is JSON" CHECK ("after" IS NULL OR json_valid("after")),
  lamport INTEGER NOT NULL
) STRICT
""",
    f"""
CREATE TABLE reviews (
  article_id TEXT NOT NULL REFERENCES articles (id),
  reviewer TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'new'
    {_one_of("state", STATES)},
  position INTEGER NOT NULL DEFAULT 0
    CONSTRAINT "position is not negative" CHECK (position >= 0),
  seconds REAL NOT NULL DEFAULT 0
    CONSTRAINT "seconds is not negative" CHECK (seconds >= 0),
  updated_at TEXT NOT NULL DEFAULT ({NOW}),
  PRIMARY KEY (article_id, reviewer)
) STRICT
""",
    """
CREATE TABLE writing (
  reviewer TEXT NOT NULL DEFAULT '',
  group_id TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE TABLE replaced (
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  row TEXT NOT NULL,
  event TEXT
) STRICT
""",
    """
CREATE TABLE data_dictionary (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
) STRICT
""",
    # The word index comes first: tools that look for "the" full-text table of articles find it.
    'CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content="articles", '
    "content_rowid=\"seq\", tokenize='unicode61 remove_diacritics 2')",
    'CREATE VIRTUAL TABLE articles_trigram USING fts5 (title, text, content="articles", '
    "content_rowid=\"seq\", tokenize='trigram', detail=none)",
)

# Every order of the list is read from an index alone. The id rides along so that a filter by
# review or by label needs no look into the row; removed_at because SQLite looks at it again.
INDEXES: tuple[str, ...] = (
    "CREATE INDEX articles_by_added ON articles (added_at, seq, id, removed_at) "
    "WHERE removed_at IS NULL",
    "CREATE INDEX articles_by_title ON articles "
    "(title IS NULL, title COLLATE NOCASE, seq, id, removed_at) WHERE removed_at IS NULL",
    "CREATE INDEX articles_by_outlet ON articles "
    "(outlet IS NULL, outlet COLLATE NOCASE, added_at, seq, id, removed_at) "
    "WHERE removed_at IS NULL",
    "CREATE INDEX articles_by_published ON articles "
    "(published IS NULL, published, seq, id, removed_at) WHERE removed_at IS NULL",
    "CREATE INDEX articles_by_id ON articles (id, seq, removed_at) WHERE removed_at IS NULL",
    "CREATE INDEX articles_set_aside ON articles (removed_at, added_at, seq, id) "
    "WHERE removed_at IS NOT NULL",
    "CREATE INDEX quotes_by_article ON quotes (article_id, start_char)",
    # Marks of different articles stand far apart in the first of these, and each page that is
    # written to goes through the log. The second one grows at its ends alone.
    "CREATE INDEX annotations_by_article ON annotations (article_id, status, label)",
    "CREATE INDEX annotations_by_label ON annotations (label, status)",
    "CREATE INDEX annotations_by_part ON annotations (part_of) WHERE part_of IS NOT NULL",
    "CREATE INDEX reviews_by_state ON reviews (reviewer, state, article_id)",
    "CREATE INDEX events_by_lamport ON events (lamport, reviewer, group_id)",
    "CREATE INDEX events_by_article ON events (article_id, lamport)",
    "CREATE INDEX events_by_group ON events (group_id)",
    "CREATE INDEX events_by_undoes ON events (undoes) WHERE undoes IS NOT NULL",
)
