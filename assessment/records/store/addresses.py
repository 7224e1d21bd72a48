"""Where a store is: a file of this computer, or a database server."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, unquote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from assessment.files.folders import data_folder
from assessment.records.errors import BadAddressError

VARIABLE = "POSTERIOR_CHAIN_DATABASE"
SQLITE, POSTGRES = "sqlite", "postgresql+psycopg"

NO_ADDRESS = (
    "This is not the address of a store. Allowed are postgresql+psycopg://NAME@SERVER/DATABASE, "
    "sqlite:///FILE and the name of a file that ends in .sqlite3."
)
NO_DRIVER = (
    "Nothing here speaks to a PostgreSQL server yet. Run: python3 start.py setup --server "
    "(where posterior-chain was installed by pip, add its extra 'postgres')."
)


def default_file() -> Path:
    """Return the file of the store on this computer."""
    return data_folder() / "records.sqlite3"


def default_address(environment: Mapping[str, str] = os.environ) -> URL:
    """Return where the store is: as the environment says, else a file of this computer.

    Raises:
        BadAddressError: The environment names something else.
    """
    named = environment.get(VARIABLE, "").strip()
    return address_of(named) if named else file_address(default_file())


def file_address(path: Path) -> URL:
    """Return the address of the store in the file at *path*."""
    return URL.create(SQLITE, database=str(path.absolute()))


def address_of(text: str) -> URL:
    """Return the address that a person wrote.

    Raises:
        BadAddressError: It is none, or the driver for it is missing. The message does not repeat
            it, since a password may stand in it.
    """
    if "://" not in text and text.endswith(".sqlite3"):
        return file_address(Path(text))
    try:
        url = make_url(_quoted(text.strip()))
    except (ArgumentError, ValueError):
        raise BadAddressError(NO_ADDRESS) from None
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername=POSTGRES)
    if url.drivername == POSTGRES:
        if find_spec("psycopg") is None:
            raise BadAddressError(NO_DRIVER)
        return url
    if url.drivername != SQLITE or not url.database or url.database == ":memory:":
        raise BadAddressError(NO_ADDRESS)
    return file_address(Path(url.database))


def file_of(url: URL) -> Path | None:
    """Return the file that *url* means, None for a server."""
    return Path(url.database) if url.drivername == SQLITE and url.database else None


def shown(url: URL) -> str:
    """Return *url* as a message may show it: the file, or the server without any secret.

    Of a server only what cannot be one: the password and all options are left out.
    """
    if url.drivername == SQLITE:
        return url.database or ""
    plain = URL.create(url.drivername, url.username, None, url.host, url.port, url.database)
    return plain.render_as_string()


def _quoted(text: str) -> str:
    """Return the address *text* with what its password has and a URL may not, in percent codes.

    ``make_url`` ends a password at the first @, and a name and password at the first slash, so
    that the rest of it would stand in the name of the server.
    """
    scheme, sign, rest = text.partition("://")
    before, option_sign, options = rest.partition("?")
    person, at, server = before.rpartition("@")
    if not at and "@" in options and ":" in before:  # a question mark in the password
        person, at, server = rest.rpartition("@")
        server, option_sign, options = server.partition("?")
    name, colon, password = person.partition(":")
    return "".join(
        (scheme, sign, _percent(name), colon, _percent(password), at, server, option_sign, options)
    )


def _percent(part: str) -> str:
    """Return *part* of an address in percent codes; what stands in them already stays."""
    return quote(_unquoted(part), safe="")


def _unquoted(part: str) -> str:
    """Return what *part* stands for; a percent sign that begins no code is one."""
    return unquote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part))
