"""Stores in empty folders, and a PostgreSQL server of our own where one can be had."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from assessment.exchange.answers_document import answers_document
from assessment.exchange.assessment_document import document_of
from assessment.records.sealing import pin
from assessment.records.sealing.payload import Content
from assessment.records.store.addresses import address_of, file_address
from assessment.records.store.opening import open_store
from assessment.records.store.transactions import Store
from tests.conftest import MakeAssessment
from tests.records.postgres import Server, server

NewStore = Callable[[], Store]
MakeContent = Callable[..., Content]


@pytest.fixture(scope="session", autouse=True)
def _quick_pin() -> Iterator[None]:
    """Let a PIN cost no time to try; what it costs whoever guesses has a test of its own."""
    with pytest.MonkeyPatch.context() as patch:
        quick = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(pin, "PasswordHasher", quick)
        yield


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a new store, to be copied: copying is quicker than migrating."""
    path = tmp_path_factory.mktemp("empty") / "records.sqlite3"
    open_store(file_address(path))
    return path


@pytest.fixture
def new_store(empty_store: Path, tmp_path: Path) -> NewStore:
    """Return a function that makes a store in a folder of its own."""

    def make() -> Store:
        path = tmp_path / uuid4().hex / "records.sqlite3"
        path.parent.mkdir()
        shutil.copy(empty_store, path)
        return open_store(file_address(path))

    return make


@pytest.fixture
def quick_store(empty_store: Path) -> Iterator[NewStore]:
    """Return a function that makes a store in memory where that can be, for many steps."""
    memory = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:

        def make() -> Store:
            path = Path(folder, f"{uuid4().hex}.sqlite3")
            shutil.copy(empty_store, path)
            return open_store(file_address(path))

        yield make


@pytest.fixture
def store(new_store: NewStore) -> Store:
    return new_store()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Return a PostgreSQL server that nobody else uses; skip where none is installed."""
    with server() as running:
        yield running


@pytest.fixture
def new_server_store(postgres: Server) -> NewStore:
    """Return a function that makes a store in an empty database of a PostgreSQL server."""
    return lambda: open_store(address_of(postgres.new_database()))


@pytest.fixture(scope="session")
def make_content(make_assessment: MakeAssessment) -> MakeContent:
    """Return a function: changes to the answers of an all-best client -> what a record holds."""

    def make(**changes: object) -> Content:
        assessment = make_assessment(**changes)
        return Content(answers_document(assessment.sheet), document_of(assessment))

    return make
