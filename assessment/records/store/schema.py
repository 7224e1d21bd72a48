"""Bring the tables of a store to what this program writes, and refuse a store of a newer one."""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Connection, inspect, text

from assessment.records.errors import ForeignStoreError, StoreNewerError
from assessment.records.store.tables import RECORDS

HEAD = "0001"
"""The newest step in ``migrations/versions``."""
KNOWN = frozenset({"0001"})
"""Every step that was ever released."""
VERSION_TABLE = "alembic_version"
OURS = frozenset({"id", "client", "finished_at", "digest", "card", "content"})
"""Columns by which the table of records is known, whatever program of ours made it."""

NEWER = (
    "The store {place} was made by a newer posterior-chain. Nothing in it was changed, and "
    "nothing is lost. Update this computer, then open it again."
)


def check_ours(connection: Connection, sentence: str) -> bool:
    """Return whether there is no table yet; otherwise make sure that those there are ours.

    Raises:
        ForeignStoreError: They are not; it says *sentence*.
    """
    found = inspect(connection)
    tables = set(found.get_table_names())
    if tables >= {RECORDS.name, VERSION_TABLE}:
        if {one["name"] for one in found.get_columns(RECORDS.name)} >= OURS:
            return False
    elif not tables:
        return True
    raise ForeignStoreError(sentence)


def version_of(connection: Connection) -> str | None:
    """Return the step that the store has reached, None for a new one."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    return found


def check_not_newer(version: str | None, place: str) -> None:
    """Make sure that this program knows *version*.

    Raises:
        StoreNewerError: It does not; the store is left as it is.
    """
    if version is not None and version not in KNOWN:
        raise StoreNewerError(NEWER.format(place=place))


def migrate(connection: Connection, also_in: str = "") -> None:
    """Run the steps that the store has not had, inside the transaction of *connection*.

    *also_in* is one more folder of steps, which the tests use for a step to come.
    """
    from alembic import command
    from alembic.config import Config

    with as_file(files("assessment.records") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "newline")
        places = "\n".join(filter(None, [str(folder / "versions"), also_in]))
        config.set_main_option("version_locations", places.replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")
