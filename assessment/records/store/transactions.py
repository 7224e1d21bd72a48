"""A store: transactions that read, and transactions that write, one writer at a time.

What is kept in it is read and written by ``repository`` (one store) and ``syncing`` (two stores).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL

from assessment.records.errors import BUSY, StoreBusyError
from assessment.records.store.addresses import shown
from assessment.records.store.driver_errors import explained

WRITES = "writes"
"""Execution option of a transaction that is going to write."""
ONE_WRITER = 7_081_932_466
"""Number of the advisory lock that writers of a PostgreSQL store take, any fixed one."""

EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
"""Tells in its first column whether it could not."""
FILE_COMPACTION = (EMPTY_LOG, "VACUUM", EMPTY_LOG)
SERVER_COMPACTION = "VACUUM FULL records"


class Store:
    """Records in one database. Make it with ``opening.open_store``."""

    def __init__(self, engine: Engine, url: URL) -> None:
        self.engine = engine
        self.url = url
        self.place = shown(url)
        """Where it is, as a message may show it."""

    @property
    def is_file(self) -> bool:
        """Whether it is a file of this computer."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one unchanging state of the store."""
        engine = self.engine
        if not self.is_file:  # a file does so by itself
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with explained(self.url), engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all of what is done inside, or nothing; on the disk when this returns.

        A writer takes its turn first: what was erased by another cannot slip in beside it.
        """
        engine = self.engine.execution_options(**{WRITES: True})
        with explained(self.url), engine.begin() as connection:
            if not self.is_file:
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:number)"), {"number": ONE_WRITER}
                )
            yield connection

    def insert(self, table: Any) -> Any:
        """Return an INSERT into *table* that can say what to do where the row is there."""
        return sqlite.insert(table) if self.is_file else postgresql.insert(table)

    def compact(self) -> None:
        """Leave nothing of deleted rows in the files, nor in the log beside them.

        Raises:
            StoreBusyError: Another program reads or writes, and the log has to stay for it.
        """
        if not self.is_file:
            at_once = self.engine.execution_options(isolation_level="AUTOCOMMIT")
            with explained(self.url), at_once.connect() as server:
                server.exec_driver_sql(SERVER_COMPACTION)
            return
        with explained(self.url), closing(self.engine.raw_connection()) as connection:
            driver: Any = connection.driver_connection
            for statement in FILE_COMPACTION:
                found = driver.execute(statement)
                if statement == EMPTY_LOG and found.fetchone()[0]:
                    raise StoreBusyError(BUSY.format(place=self.place))
