"""How far a reviewer has come with an article: state, position, time spent. No events."""

from __future__ import annotations

from store.database.connection import Store, now, transaction
from store.model import Review, ReviewState


def get(store: Store, article_id: str) -> Review:
    """Return the review of ``store.reviewer``; a new one where there is none."""
    row = store.connection.execute(
        "SELECT state, position, seconds, updated_at FROM reviews "
        "WHERE article_id = ? AND reviewer = ?",
        (article_id, store.reviewer),
    ).fetchone()
    if row is None:
        return Review(article_id, store.reviewer)
    return Review(article_id, store.reviewer, *row)


def save(
    store: Store,
    article_id: str,
    *,
    state: ReviewState | None = None,
    position: int | None = None,
    seconds: float | None = None,
) -> None:
    """Keep what is given of the review of ``store.reviewer``; what is None stays as it was.

    Args:
        store: The store.
        article_id: The article.
        state: new, reading or done.
        position: Where the reviewer is, a code point of the text.
        seconds: Time spent in all.

    Raises:
        StoreError: The article is unknown or a value is out of range.
    """
    with transaction(store):
        store.connection.execute(
            "INSERT INTO reviews (article_id, reviewer, state, position, seconds, updated_at) "
            "VALUES (?1, ?2, coalesce(?3, 'new'), coalesce(?4, 0), coalesce(?5, 0), ?6) "
            "ON CONFLICT (article_id, reviewer) DO UPDATE SET state = coalesce(?3, state), "
            "position = coalesce(?4, position), seconds = coalesce(?5, seconds), updated_at = ?6",
            (article_id, store.reviewer, state, position, seconds, now()),
        )
