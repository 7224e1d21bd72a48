"""What a database server says when it does not do what it was asked -> a sentence for a person."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from assessment.records.errors import (
    BadAddressError,
    ForeignStoreError,
    ServerRefusedError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.store.addresses import shown

if TYPE_CHECKING:
    from psycopg import Error

PATIENCE_SECONDS = 20
"""How long to wait for a server that does not answer."""
CLIENT_ENCODING = "utf8"
"""Of what goes over the wire: without it a database of bytes gives bytes where text is meant."""
ENCODINGS = ("UTF8", "SQL_ASCII")
"""Of a database that keeps each text as it is given."""
ANY_DATABASE = ("postgres", "template1")
"""Are on every server; who may look into one of them is a known role."""

GONE = (
    "The database server of {place} does not answer. Nothing that was confirmed is lost. "
    "Look at the network and try again; it goes on where it stopped."
)
NO_ENTRY = (
    "The server of {place} answers, but lets nobody in by this name and password. Look at the "
    "name in the address, and at the password in .pgpass or PGPASSWORD."
)
NO_DATABASE = (
    "The server of {place} answers, but has no database {database}. Look at the end of the "
    "address, or have the database made."
)
NO_WAY_IN = "The server of {place} answers, but {user} may not use the database {database}."
NOT_READY = "The server of {place} is just starting or stopping. Try again in a minute."
NO_SUCH_OPTION = (
    "The address of {place} has an option that a PostgreSQL server does not know, or one with a "
    "value that cannot be."
)
READ_ONLY = "The server of {place} only lets records be read, not written."
NO_RIGHT = "{user} has not the right to do this in {place}. Ask whoever runs the server."
FULL = "The disk of the server of {place} is full. What was kept before is there; this was not."
BUSY = "The server of {place} has too much to do now. Wait a moment and try again."
OTHERS = "The tables in {place} are not those of posterior-chain. Nothing in them was changed."
OTHER_ENCODING = (
    "The database {place} keeps text as {encoding}, which has no letters for some names. Have one "
    "made with the encoding UTF8 (createdb --encoding=UTF8 --template=template0 NAME)."
)

BY_STATE: tuple[tuple[str, type[StoreError], str], ...] = (
    ("25006", StoreReadOnlyError, READ_ONLY),
    ("28", ServerRefusedError, NO_ENTRY),
    ("3D000", ServerRefusedError, NO_DATABASE),
    ("3F000", StoreReadOnlyError, NO_RIGHT),
    ("42501", StoreReadOnlyError, NO_RIGHT),
    ("42P01", ForeignStoreError, OTHERS),
    ("42P07", ForeignStoreError, OTHERS),
    ("42703", ForeignStoreError, OTHERS),
    ("42710", ForeignStoreError, OTHERS),
    ("40", StoreBusyError, BUSY),
    ("53100", StoreFullError, FULL),
    ("53", StoreBusyError, BUSY),
    ("55", StoreBusyError, BUSY),
    ("57014", StoreBusyError, BUSY),
    ("57", StoreUnreachableError, GONE),
    ("58", StoreUnreachableError, GONE),
    ("08", StoreUnreachableError, GONE),
)
"""What the first characters of an SQLSTATE mean (PostgreSQL, appendix A); the first that fits."""


def server_fault(url: URL, error: Error) -> StoreError | None:
    """Return what *error* of the driver means to a person, None for a fault of the program."""
    state = error.sqlstate
    if state is None:
        return _connection_fault(url) if error.pgconn else _place_fault(url, error)
    for start, kind, sentence in BY_STATE:
        if state.startswith(start):
            return kind(_filled(sentence, url))
    return None


def check_encoding(connection: Connection, url: URL) -> None:
    """Make sure that the database can keep every name.

    Raises:
        ServerRefusedError: It cannot.
    """
    encoding = connection.scalar(text("SELECT current_setting('server_encoding')"))
    if encoding not in ENCODINGS:
        raise ServerRefusedError(OTHER_ENCODING.format(place=shown(url), encoding=encoding))


def _place_fault(url: URL, error: Error) -> StoreError:
    """Return what it means that the driver did not even try, or lost the server on the way."""
    from psycopg import ProgrammingError

    if isinstance(error, ProgrammingError):
        return BadAddressError(_filled(NO_SUCH_OPTION, url))
    return StoreUnreachableError(_filled(GONE, url))


def _connection_fault(url: URL) -> StoreError:
    """Return why there is no connection to *url*: of that the driver has a text only.

    Whether the server answers at all it tells without a text; whether name and password are
    right shows at a database that every server has.
    """
    from psycopg import OperationalError, connect
    from psycopg.pq import PGconn, Ping

    answer = PGconn.ping(_conninfo(url).encode())
    if answer in (Ping.NO_RESPONSE, Ping.NO_ATTEMPT):
        return StoreUnreachableError(_filled(GONE, url))
    if answer == Ping.REJECT:
        return StoreBusyError(_filled(NOT_READY, url))
    for other in ANY_DATABASE:
        with suppress(OperationalError), connect(_conninfo(url.set(database=other))) as connection:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            is_there = connection.execute(query, [url.database]).fetchone()
            return ServerRefusedError(_filled(NO_WAY_IN if is_there else NO_DATABASE, url))
    return ServerRefusedError(_filled(NO_ENTRY, url))


def _conninfo(url: URL) -> str:
    from psycopg.conninfo import make_conninfo

    arguments, named = url.get_dialect()().create_connect_args(url)
    return make_conninfo(*arguments, **{**named, "connect_timeout": PATIENCE_SECONDS})


def _filled(sentence: str, url: URL) -> str:
    return sentence.format(
        place=shown(url), database=url.database or "", user=url.username or "this person"
    )
