"""The views: what other programs read without a join. Articles set aside are left out of all.

**The clean text of a span.** Take the lines of the article whose kind is not ``blank`` and that
the span touches (the line starts before the span's end and ends after its start). Clip each to
the span, trim spaces, tabs and no-break spaces (U+00A0) at both ends, drop what is empty. Join
the shown pieces in line order by one space, or by `` … `` (space, U+2026, space) where at least
one hidden piece stood between the two. Where no piece is shown, join the hidden ones by one
space. An article without lines gives the span itself as one line of text (see next).

**The clean text of an article** is that of `store.reading.projection`: its shown lines, trimmed,
one to a row, one empty row where a blank line stood between two of them.

**The citation**, in the plain style, made in SQL here and by `store.citations` in Python; both
must give the same string:

1. Every field (speaker, byline, title, outlet, published, url, and the clean text) is made *one
   line*: each LF, CR and TAB becomes a space, then spaces and no-break spaces are trimmed at both
   ends. A null or empty field is absent.
2. *Words* are the clean text as one line. If they are at least two characters long and stand in
   one outer pair of quote marks, that pair is taken off, once, and the rest is trimmed as in 1.
   Pairs (opening, closing): “ with ” or " ; " with " or ” ; „ with “ or ” or " ; « with » ;
   » with « ; 「 with 」. Only the first and the last character are looked at.
3. The *quoting part* is ``“words”``, and ``“words” (speaker)`` where there is a speaker, closed
   as in 5. Without words there is no quoting part.
4. The *source part* joins by ``, `` what is there of: byline; ``“title”``; outlet; the first ten
   characters of published. It is closed as in 5. Without any there is no source part.
5. *Closing* adds ``.`` unless the part ends with one of ``. ! ? …`` or with one of these
   followed by ``”``.
6. The citation joins by one space what is there of: quoting part; source part; url (bare, with
   nothing after it).
"""

from __future__ import annotations

_BLANKS = "' ' || char(160)"
_ENDS = "('.', '!', '?', '…')"
_PAIRS = (
    ("“", "”"),
    ("“", '"'),
    ('"', '"'),
    ('"', "”"),
    ("„", "“"),
    ("„", "”"),
    ("„", '"'),
    ("«", "»"),
    ("»", "«"),
    ("「", "」"),
)


def _one_line(value: str) -> str:
    """Return an expression: ``value`` as one trimmed line, '' where it is null."""
    flat = f"coalesce({value}, '')"
    for code in (10, 13, 9):
        flat = f"replace({flat}, char({code}), ' ')"
    return f"trim({flat}, {_BLANKS})"


def _closed(part: str) -> str:
    """Return an expression: ``part`` with its full stop, if it needs one."""
    return (
        f"{part} || CASE WHEN {part} = '' OR substr({part}, -1) IN {_ENDS} "
        f"OR (substr({part}, -1) = '”' AND substr({part}, -2, 1) IN {_ENDS}) THEN '' ELSE '.' END"
    )


def _unquoted(words: str) -> str:
    """Return an expression: ``words`` without one outer pair of quote marks."""
    pairs = ", ".join("'" + opening + closing + "'" for opening, closing in _PAIRS)
    return (
        f"CASE WHEN length({words}) >= 2 AND substr({words}, 1, 1) || substr({words}, -1) "
        f"IN ({pairs}) THEN trim(substr({words}, 2, length({words}) - 2), {_BLANKS}) "
        f"ELSE {words} END"
    )


_TRIMMED = "' ' || char(9) || char(160)"

# All that Python's str.isspace knows and a text may hold.
_WHITESPACE = (
    "char(9, 10, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, "
    "8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)"
)

# The pieces are cut from the annotation's own text, which is short, not from the article's. Most
# spans lie within one line and need no look at the lines at all.
_CLEAN = f"""
    SELECT CASE
      WHEN instr(annotations.text, char(10)) = 0
        AND trim(annotations.text, {_WHITESPACE}) <> ''
      THEN trim(annotations.text, {_TRIMMED})
      ELSE coalesce((
        SELECT CASE
          WHEN max(shown)
          THEN group_concat(joint || CASE WHEN shown THEN piece ELSE '' END, '')
          ELSE group_concat(piece, ' ') END
        FROM (
          SELECT piece, shown,
            CASE WHEN NOT shown OR NOT coalesce(max(shown) OVER before_this, 0) THEN ''
                 WHEN lag(shown) OVER (ORDER BY number) THEN ' '
                 ELSE ' … ' END AS joint
          FROM (
            SELECT lines.number, lines.shown, trim(
              substr(annotations.text,
                max(lines.start_char - annotations.start_char, 0) + 1,
                min(lines.end_char, annotations.end_char)
                  - max(lines.start_char, annotations.start_char)),
              {_TRIMMED}) AS piece
            FROM lines
            WHERE lines.article_id = annotations.article_id AND lines.kind <> 'blank'
              AND lines.start_char < annotations.end_char
              AND lines.end_char > annotations.start_char
          )
          WHERE piece <> ''
          WINDOW before_this AS (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
          ORDER BY number
        )),
        CASE WHEN EXISTS (SELECT 1 FROM lines WHERE lines.article_id = annotations.article_id)
          THEN '' ELSE {_one_line("annotations.text")} END) END AS clean"""

# Each step of the citation takes its parts through the aggregate max(), of one row: so SQLite
# computes them once, and does not write every step out wherever the next one uses it.
_ANNOTATIONS_EXPORT = f"""
CREATE VIEW annotations_export AS
SELECT
  annotations.id AS annotation_id,
  annotations.label AS label,
  annotations.text AS text,
  ({_CLEAN}) AS clean_text,
  annotations.note AS note,
  annotations.speaker AS speaker,
  annotations.confidence AS confidence,
  annotations.status AS status,
  annotations.reviewer AS reviewer,
  annotations.created_at AS created_at,
  annotations.article_id AS article_id,
  articles.title AS article_title,
  articles.outlet AS article_outlet,
  articles.published AS article_published,
  articles.url AS article_url,
  annotations.start_char AS start_char,
  annotations.end_char AS end_char,
  annotations.part_of AS part_of,
  (
    SELECT quoting || CASE WHEN quoting <> '' AND place <> '' THEN ' ' ELSE '' END || place
      || CASE WHEN quoting || place <> '' AND url <> '' THEN ' ' ELSE '' END || url
    FROM (
      SELECT max({_closed("quoting")}) AS quoting, max({_closed("place")}) AS place,
        max(url) AS url
      FROM (
        SELECT
          max(CASE WHEN words = '' THEN ''
                   WHEN speaker = '' THEN '“' || words || '”'
                   ELSE '“' || words || '” (' || speaker || ')' END) AS quoting,
          max(substr(
            CASE WHEN byline = '' THEN '' ELSE ', ' || byline END
            || CASE WHEN title = '' THEN '' ELSE ', “' || title || '”' END
            || CASE WHEN outlet = '' THEN '' ELSE ', ' || outlet END
            || CASE WHEN day = '' THEN '' ELSE ', ' || day END, 3)) AS place,
          max(url) AS url
        FROM (
          SELECT max({_unquoted("words")}) AS words, max(speaker) AS speaker,
            max(byline) AS byline, max(title) AS title, max(outlet) AS outlet, max(day) AS day,
            max(url) AS url
          FROM (
            SELECT max({_one_line("clean")}) AS words, max(speaker) AS speaker,
              max(byline) AS byline, max(title) AS title, max(outlet) AS outlet,
              max(substr(published, 1, 10)) AS day, max(url) AS url
            FROM (
              SELECT ({_CLEAN}) AS clean,
                {_one_line("annotations.speaker")} AS speaker,
                {_one_line("articles.byline")} AS byline,
                {_one_line("articles.title")} AS title,
                {_one_line("articles.outlet")} AS outlet,
                {_one_line("articles.published")} AS published,
                {_one_line("articles.url")} AS url
            )
          )
        )
      )
    )
  ) AS citation
FROM annotations JOIN articles ON articles.id = annotations.article_id
WHERE articles.removed_at IS NULL
"""

_ARTICLES_EXPORT = """
CREATE VIEW articles_export AS
SELECT
  articles.id AS id,
  articles.title AS title,
  articles.outlet AS outlet,
  articles.published AS published,
  articles.language AS language,
  articles.url AS url,
  articles.words AS words,
  (SELECT count(*) FROM annotations
   WHERE annotations.article_id = articles.id AND annotations.status = 'accepted') AS annotations,
  (SELECT json_group_object(label, n) FROM (
     SELECT annotations.label AS label, count(*) AS n FROM annotations
     WHERE annotations.article_id = articles.id AND annotations.status = 'accepted'
     GROUP BY annotations.label)) AS label_counts,
  (SELECT json_group_array(reviewer) FROM (
     SELECT reviews.reviewer AS reviewer FROM reviews
     WHERE reviews.article_id = articles.id AND reviews.state = 'done'
     ORDER BY reviews.reviewer)) AS done_by
FROM articles
WHERE articles.removed_at IS NULL
"""

_LABEL_COUNTS = """
CREATE VIEW label_counts AS
SELECT annotations.article_id AS article_id, annotations.label AS label, count(*) AS n
FROM annotations JOIN articles ON articles.id = annotations.article_id
WHERE annotations.status = 'accepted' AND articles.removed_at IS NULL
GROUP BY annotations.article_id, annotations.label
"""

# The text's lines as a JSON array: cutting each line out of a long text with substr would walk
# through it from the beginning every time. A text holds no control character but LF and TAB.
_ROWS = (
    "'[\"' || replace(replace(replace(replace(articles.text, '\\', '\\\\'), '\"', '\\\"'), "
    "char(9), '\\t'), char(10), '\",\"') || '\"]'"
)

_CLEAN_ARTICLES = f"""
CREATE VIEW clean_articles AS
SELECT
  articles.id AS id,
  articles.title AS title,
  articles.outlet AS outlet,
  articles.published AS published,
  CASE WHEN EXISTS (SELECT 1 FROM lines WHERE lines.article_id = articles.id)
    THEN (SELECT coalesce(group_concat(joint || line, ''), '') FROM (
      SELECT
        CASE WHEN coalesce(max(kind <> 'blank') OVER before_this, 0) = 0 THEN ''
             WHEN lag(kind) OVER (ORDER BY number) = 'blank' THEN char(10) || char(10)
             ELSE char(10) END AS joint,
        trim(CASE WHEN cut_start = start_char AND length(cut) = end_char - start_char THEN cut
             ELSE (SELECT substr(text, start_char + 1, end_char - start_char) FROM articles AS same
                   WHERE same.seq = articles.seq) END,
          {_TRIMMED}) AS line,
        kind, number
      FROM (
        SELECT number, max(kind) AS kind, max(shown) AS shown, max(start_char) AS start_char,
          max(end_char) AS end_char, max(cut) AS cut, max(cut_start) AS cut_start
        FROM (
          SELECT number, kind, shown, start_char, end_char, NULL AS cut, NULL AS cut_start
          FROM lines WHERE lines.article_id = articles.id
          UNION ALL
          SELECT key + 1, NULL, NULL, NULL, NULL, value,
            sum(length(value) + 1) OVER (ORDER BY key) - length(value) - 1
          FROM json_each({_ROWS})
        )
        GROUP BY number HAVING max(kind) = 'blank' OR max(shown)
      )
      WINDOW before_this AS (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
      ORDER BY number)
      WHERE kind <> 'blank')
    ELSE articles.text END AS text
FROM articles
WHERE articles.removed_at IS NULL
"""

VIEWS: tuple[str, ...] = (_ANNOTATIONS_EXPORT, _ARTICLES_EXPORT, _LABEL_COUNTS, _CLEAN_ARTICLES)
