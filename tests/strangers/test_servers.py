"""Database servers as people run them: each state is told as what it is."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from assessment.records.adding import CLOCK_WENT_BACK, keep
from assessment.records.errors import (
    BadAddressError,
    ForeignStoreError,
    ServerRefusedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.addresses import address_of
from assessment.records.store.opening import Use, open_store
from assessment.records.store.repository import add, all_of, current, note, records_of
from assessment.records.store.store_status import store_status
from assessment.records.store.uuid7 import uuid7
from assessment.records.store.values import AuditEntry, Record
from tests.records.fixtures import MakeContent
from tests.records.holdings import a_record
from tests.records.postgres import Server

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed (the extra 'postgres')")


@pytest.fixture
def sql(postgres: Server) -> Callable[..., list[Any]]:
    """Return a function that runs statements on a database of the server, as its owner."""

    def run(database: str, *statements: str) -> list[Any]:
        place = f"host={postgres.socket} user=owner dbname={database}"
        with psycopg.connect(place, autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    return run


@pytest.fixture
def address(postgres: Server) -> Callable[..., str]:
    """Return a function: a database, and a role that is the owner's -> an address."""

    def make(database: str, role: str = "owner") -> str:
        return f"postgresql+psycopg://{role}@/{database}?host={postgres.socket}"

    return make


def new_name(kind: str) -> str:
    return f"{kind}{uuid4().hex[:8]}"


NOVEMBER = datetime(2026, 11, 29, 18, tzinfo=UTC)
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"


def test_a_database_of_bytes_keeps_every_name(
    sql: Callable[..., Any],
    address: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    name = new_name("bytes")
    sql("postgres", f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' TEMPLATE template0")
    monkeypatch.setattr(getpass, "getuser", lambda: "Łucja")

    store = open_store(address_of(address(name)))
    add(store, [a_record(1, more='{"later": "ä Ł 한"}')])
    note(store, "opened", None)

    found = store_status(address_of(address(name)), tmp_path, 24, NOVEMBER)
    assert (found.records, found.why) == (1, "")
    again = open_store(address_of(address(name)))
    assert all_of(again, Record) == all_of(store, Record)
    assert [entry.who for entry in all_of(again, AuditEntry)] == ["Łucja"]


@pytest.mark.parametrize("encoding", ["LATIN1", "WIN1252", "EUC_JP"])
def test_a_database_that_has_no_letter_for_some_names_is_told_of(
    sql: Callable[..., Any], address: Callable[..., str], encoding: str
) -> None:
    name = new_name("narrow")
    sql("postgres", f"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LOCALE 'C'")

    with pytest.raises(ServerRefusedError, match=rf"keeps text as {encoding}.*UTF8"):
        open_store(address_of(address(name)))
    assert sql(name, TABLES) == []


def test_a_server_that_may_only_be_read_is_read_and_says_so(
    postgres: Server, sql: Callable[..., Any], address: Callable[..., str]
) -> None:
    database = postgres.new_database()
    name = address_of(database).database
    add(open_store(address_of(database)), [a_record(1)])
    sql("postgres", f"ALTER DATABASE {name} SET default_transaction_read_only = on")

    store = open_store(address_of(database), use=Use.SOURCE)
    assert all_of(store, Record) == [a_record(1)]
    with pytest.raises(StoreReadOnlyError, match="only lets records be read, not written"):
        add(store, [a_record(2)])
    empty = new_name("readonly")
    sql("postgres", f"CREATE DATABASE {empty}")
    sql("postgres", f"ALTER DATABASE {empty} SET default_transaction_read_only = on")
    with pytest.raises(StoreReadOnlyError, match="only lets records be read"):
        open_store(address_of(address(empty)))


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE records (id integer, title text)", "INSERT INTO records VALUES (1, 'x')"),
        ("CREATE TABLE audit (id integer)",),
        (
            "CREATE TABLE alembic_version (version_num text)",
            "INSERT INTO alembic_version VALUES ('a3f')",
        ),
        ("CREATE TABLE alembic_version (other integer)", "CREATE TABLE records (id integer)"),
        ("CREATE TABLE invoices (id integer)",),
    ],
)
def test_tables_of_another_program_are_not_touched(
    postgres: Server, sql: Callable[..., Any], statements: tuple[str, ...]
) -> None:
    database = postgres.new_database()
    name = address_of(database).database
    sql(str(name), *statements)
    before = sql(str(name), TABLES)
    for use in Use:
        with pytest.raises(ForeignStoreError, match="are not those of posterior-chain"):
            open_store(address_of(database), use=use)
    assert sql(str(name), TABLES) == before


def test_a_wrong_database_name_or_right_is_told_as_what_it_is(
    postgres: Server, sql: Callable[..., Any], address: Callable[..., str]
) -> None:
    role, shut = new_name("role"), new_name("shut")
    sql("postgres", f"CREATE ROLE {role} LOGIN", f"CREATE ROLE {role}_out NOLOGIN")
    sql("postgres", f"CREATE DATABASE {shut}")
    sql("postgres", f"REVOKE CONNECT ON DATABASE {shut} FROM PUBLIC")
    filled = str(address_of(postgres.new_database()).database)
    add(open_store(address_of(address(filled))), [a_record(1)])
    cases: list[tuple[str, type[StoreError], str]] = [
        (address("nowhere"), ServerRefusedError, "has no database nowhere"),
        (address("Ünbekannt"), ServerRefusedError, "has no database Ünbekannt"),
        (address(filled, "nobody_here"), ServerRefusedError, "lets nobody in by this name"),
        (address(filled, f"{role}_out"), ServerRefusedError, "lets nobody in by this name"),
        (address(shut, role), ServerRefusedError, f"{role} may not use the database {shut}"),
        (address("postgres", role), StoreReadOnlyError, f"{role} has not the right"),
        (address(filled, role), StoreReadOnlyError, f"{role} has not the right"),
        (f"{address(filled)}&no_option=1", BadAddressError, "an option that"),
        (address(filled).replace(str(postgres.socket), "/nowhere"), StoreUnreachableError,
         "Look at the network"),
        (f"postgresql://owner@127.0.0.1:1/{filled}", StoreUnreachableError, "Look at the network"),
    ]  # fmt: skip
    for where, kind, says in cases:
        with pytest.raises(kind) as refused:
            open_store(address_of(where))
        assert type(refused.value) is kind, (where, refused.value)
        assert says in str(refused.value), where
        assert ("network" in str(refused.value)) == (kind is StoreUnreachableError)


def test_what_a_server_says_while_it_is_used_is_told_by_its_code(postgres: Server) -> None:
    store = open_store(address_of(postgres.new_database()))
    for state, kind, says in (
        ("53100", StoreFullError, "The disk of the server"),
        ("25006", StoreReadOnlyError, "only lets records be read"),
        ("57P01", StoreUnreachableError, "does not answer"),
        ("42501", StoreReadOnlyError, "has not the right"),
        ("53300", StoreError, "too much to do"),
        ("40P01", StoreError, "too much to do"),
    ):
        raised = f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$"
        with pytest.raises(kind, match=says), store.writing() as connection:
            connection.exec_driver_sql(raised)


def test_a_server_keeps_the_order_where_a_clock_was_set_back(
    postgres: Server, make_content: MakeContent
) -> None:
    store, told = open_store(address_of(postgres.new_database())), list[str]()
    first = keep(store, make_content(name="Ana"), UNSEALED, now=NOVEMBER)
    add(store, [a_record(1, id=uuid7(2**47, bytes(10)))])
    moments = (NOVEMBER - timedelta(days=9_000), NOVEMBER + timedelta(days=1))
    later = [
        keep(store, make_content(), UNSEALED, now=now, client=first.client, tell=told.append)
        for now in moments
    ]
    assert told == [CLOCK_WENT_BACK]
    assert current(records_of(store, first.client)) == [first, *later]
