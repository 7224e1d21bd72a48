"""Migrations: from every released schema, to one to come, and away from a newer program's."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import assessment.records
from assessment.records.errors import StoreNewerError
from assessment.records.store import opening
from assessment.records.store.addresses import file_address
from assessment.records.store.opening import open_store
from assessment.records.store.repository import add, all_of
from assessment.records.store.schema import HEAD, KNOWN, migrate, version_of
from assessment.records.store.tables import METADATA
from assessment.records.store.transactions import Store
from assessment.records.store.values import AuditEntry, Erasure, GymKey, Record
from tests.records.fixtures import NewStore
from tests.records.holdings import a_record

RELEASED = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
MIGRATIONS = Path(assessment.records.__file__).with_name("migrations")

NEXT_STEP = '''
"""A step to come: a column that says in which room somebody sat."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("records", sa.Column("room", sa.String(20), nullable=False, server_default="-"))
'''


def a_store_of(dump: Path, folder: Path) -> Path:
    """Return a file with the tables and rows that an earlier release left."""
    path = folder / "records.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()
    return path


def test_every_step_was_released_with_a_store_to_test_it() -> None:
    steps = ScriptDirectory(str(MIGRATIONS)).walk_revisions()

    assert {step.revision for step in steps} == set(KNOWN)
    assert {dump.stem for dump in RELEASED} == set(KNOWN)
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [HEAD]


@pytest.mark.parametrize("dump", RELEASED, ids=lambda dump: dump.stem)
def test_a_store_of_every_release_opens_with_all_that_is_in_it(dump: Path, tmp_path: Path) -> None:
    store = open_store(file_address(a_store_of(dump, tmp_path)))

    with store.reading() as connection:
        assert version_of(connection) == HEAD
    found = {kind: len(all_of(store, kind)) for kind in (Record, Erasure, GymKey, AuditEntry)}
    assert found == {Record: 2, Erasure: 1, GymKey: 1, AuditEntry: 1}
    [first, second] = all_of(store, Record)
    assert (first.card, second.corrects) == (b'{"name": "Ana"}', first.id)
    add(store, [a_record()])


def differences(store: Store) -> list[object]:
    """Return where the tables in *store* are not those that the program uses."""
    with store.reading() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))


def test_the_steps_lead_to_the_tables_that_the_program_uses(store: Store) -> None:
    assert differences(store) == []


def test_they_do_on_a_server_too(new_server_store: NewStore) -> None:
    assert differences(new_server_store()) == []


def with_next_step(folder: Path) -> Path:
    steps = folder / "steps"
    steps.mkdir()
    (steps / "step_0002.py").write_text(NEXT_STEP)
    return steps


@pytest.mark.parametrize("dump", RELEASED, ids=lambda dump: dump.stem)
def test_a_step_to_come_runs_on_what_is_there(dump: Path, tmp_path: Path) -> None:
    store = open_store(file_address(a_store_of(dump, tmp_path)))
    before = all_of(store, Record)

    with store.writing() as connection:
        migrate(connection, str(with_next_step(tmp_path)))

    with store.reading() as connection:
        assert version_of(connection) == "0002"
        assert connection.scalar(text("SELECT DISTINCT room FROM records")) == "-"
    assert all_of(store, Record) == before


def test_a_step_that_fails_half_way_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = open_store(file_address(a_store_of(RELEASED[-1], tmp_path)))
    steps = with_next_step(tmp_path)
    (steps / "step_0002.py").write_text(f"{NEXT_STEP}    op.drop_table('nowhere')\n")

    with pytest.raises(Exception, match="nowhere"), store.writing() as connection:
        migrate(connection, str(steps))

    again = open_store(store.engine.url)
    with again.reading() as connection:
        assert version_of(connection) == HEAD
        assert "room" not in {one["name"] for one in inspect(connection).get_columns("records")}
    assert len(all_of(again, Record)) == 2


def test_a_store_of_a_newer_program_is_refused_and_kept(store: Store) -> None:
    add(store, [a_record()])
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0099'")
        connection.exec_driver_sql("ALTER TABLE records ADD COLUMN room TEXT")
    before = Path(store.place).read_bytes()

    with pytest.raises(StoreNewerError, match=r"newer posterior-chain.*Nothing in it was changed"):
        open_store(store.engine.url)

    assert Path(store.place).read_bytes() == before


def test_an_empty_server_is_made_ready_once(new_server_store: NewStore) -> None:
    store = new_server_store()
    add(store, [a_record()])

    again = open_store(store.engine.url)

    assert len(all_of(again, Record)) == 1


def test_alembic_is_loaded_only_where_a_step_is_to_be_run(
    empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "records.sqlite3"
    shutil.copy(empty_store, path)
    monkeypatch.setattr(opening, "migrate", lambda _: pytest.fail("there is nothing to run"))

    open_store(file_address(path))
