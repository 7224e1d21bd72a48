"""Reports that were made on this computer: known, so that erasing a client takes them too."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import delete, or_, select

from assessment.records.store.tables import ERASED, PAPERS
from assessment.records.store.transactions import Store
from assessment.records.store.values import Record


def paper_made(store: Store, record: Record, path: Path) -> None:
    """Remember that a report on *record* is at *path* on this computer.

    The path stands unsealed: name papers by day and id, never by client.

    Raises:
        StoreError: It cannot be kept.
    """
    papers_made(store, [(record, path)])


def papers_made(store: Store, papers: Iterable[tuple[Record, Path]]) -> None:
    """Remember the reports on many records, all or none; as ``paper_made`` for each.

    Raises:
        StoreError: They cannot be kept.
    """
    rows = [
        {"path": str(path.absolute()), "record": record.id, "client": record.client}
        for record, path in papers
    ]
    statement = store.insert(PAPERS)
    new = {name: statement.excluded[name] for name in ("record", "client")}
    if rows:
        with store.writing() as connection:
            connection.execute(
                statement.on_conflict_do_update(index_elements=["path"], set_=new), rows
            )


def erase_papers(store: Store) -> list[Path]:
    """Take away the papers of everything that is erased in *store*.

    Returns:
        Those that could not be taken away: they stay known, and are tried again next time.
    """
    gone = select(ERASED.c.target)
    theirs = or_(PAPERS.c.record.in_(gone), PAPERS.c.client.in_(gone))
    with store.reading() as connection:
        paths = [Path(path) for path in connection.scalars(select(PAPERS.c.path).where(theirs))]
    left = []
    for path in paths:
        try:
            with suppress(FileNotFoundError):
                path.unlink()
        except OSError:
            left.append(path)
    if paths:
        names = [str(path) for path in paths if path not in left]
        with store.writing() as connection:
            connection.execute(delete(PAPERS).where(PAPERS.c.path.in_(names)))
    return left
