"""A private PostgreSQL server for tests: a folder and a socket of its own, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

PLACES = "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin"
UNPRIVILEGED = ("postgres", "nobody")
"""Whom the server runs as where the tests run as root: it refuses root."""
NUMBERS = count(1)


@dataclass
class Server:
    """A running server; ``socket`` is the folder of its socket."""

    programs: Path
    socket: Path
    folder: Path
    as_user: dict[str, object]

    def new_database(self) -> str:
        """Return the address of a new, empty database."""
        import psycopg

        name = f"store{next(NUMBERS)}"
        with psycopg.connect(f"host={self.socket} user=owner dbname=postgres") as connection:
            connection.autocommit = True
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://owner@/{name}?host={self.socket}"

    def control(self, *arguments: str) -> None:
        """Start, stop or restart the server, and wait until that is done."""
        run(
            [
                self.programs / "pg_ctl",
                "-D",
                self.folder,
                "-l",
                self.socket / "log",
                "-w",
                *arguments,
            ],
            self.as_user,
        )

    def start(self) -> None:
        """Start the server; it listens to its socket only."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self.socket} -c fsync=off"
        self.control("-o", options, "start")

    def stop(self) -> None:
        """Stop the server as a power cut would, without waiting for anyone."""
        self.control("-m", "immediate", "stop")


@contextmanager
def server() -> Iterator[Server]:
    """Run a server as long as this is open; skip the test where there is none."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra 'postgres')")
    programs = programs_folder()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here (Debian: apt install postgresql)")
    as_user = unprivileged()
    place = Path(tempfile.mkdtemp(prefix="pc-pg-", dir="/tmp"))  # a socket's path must be short
    try:
        if as_user:
            shutil.chown(place, str(as_user["user"]))
        running = Server(programs, place, place / "data", as_user)
        made = [programs / "initdb", "-D", running.folder, "-U", "owner", "-A", "trust", "-N"]
        run([*made, "-E", "UTF8", "--locale=C"], as_user)
        running.start()
        try:
            yield running
        finally:
            running.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)


def programs_folder() -> Path | None:
    """Return where the programs of a PostgreSQL server are, the newest one."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    found_places = [place for pattern in PLACES for place in Path("/").glob(pattern[1:])]
    with_server = [place for place in found_places if (place / "initdb").exists()]
    return max(with_server, default=None, key=lambda place: place.stat().st_mtime)


def unprivileged() -> dict[str, object]:
    """Return whom to run the server as: this person, or another one where that is root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    for name in UNPRIVILEGED:
        try:
            group = pwd.getpwnam(name).pw_gid
        except KeyError:
            continue
        return {"user": name, "group": group, "extra_groups": []}
    pytest.skip("a PostgreSQL server does not run as root, and there is nobody else here")


def run(command: list[object], as_user: dict[str, object]) -> None:
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=300,
        cwd="/",
        **as_user,  # type: ignore[call-overload]
    )
