from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from assessment.casebook.clients import Client, client_of, clients_of
from assessment.records.adding import keep, make_record
from assessment.records.sealing import payload
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.payload import Card, packed_card
from assessment.records.store.repository import add
from assessment.records.store.transactions import Store
from assessment.records.store.values import FORMAT, Record
from tests.records.fixtures import MakeContent
from tests.records.holdings import START, a_record, an_id
from tests.records.sealed import gym


def named(number: int, name: str | None, **changes: object) -> Record:
    return a_record(number, card=packed_card(Card(name=name, outcome="train")), **changes)


def names(found: list[Client]) -> list[str | None]:
    return [client.name for client in found]


def test_clients_are_found_by_any_part_of_a_name_the_beginning_first(desk: Desk) -> None:
    given = ["Marianne Lee", "Anne Smith", "José Álvarez", "Leo Anneson", None]
    add(desk.store, [named(number, name) for number, name in enumerate(given)])

    found = clients_of(desk)

    assert names(found.search("ann")) == ["Anne Smith", "Leo Anneson", "Marianne Lee"]
    assert names(found.search("JOSE alv")) == ["José Álvarez"]
    assert names(found.search("smith anne")) == ["Anne Smith"]
    assert names(found.search("xyz")) == []
    assert names(found.search("  ")) == [
        "Anne Smith",
        "José Álvarez",
        "Leo Anneson",
        "Marianne Lee",
        None,
    ]


def test_a_client_has_the_last_screening_and_the_name_given_last(desk: Desk) -> None:
    client = an_id(77)
    first = named(1, "Ann", client=client)
    second = named(2, None, client=client)
    third = named(3, "Anna", client=client)
    add(desk.store, [third, first, second])

    [found] = clients_of(desk).all

    assert [line.record.id for line in found.summaries] == [first.id, second.id, third.id]
    assert found.name == "Anna"
    assert found.last.record.finished_at == third.finished_at


def test_a_corrected_record_is_not_in_the_list(desk: Desk, make_content: MakeContent) -> None:
    old = keep(desk.store, make_content(name="An"), desk.seal_for, now=START)
    later = START + timedelta(days=3)
    keep(desk.store, make_content(name="Ann"), desk.seal_for, now=later, corrects=old)

    [found] = clients_of(desk).all

    assert names([found]) == ["Ann"]
    assert found.key == old.client
    assert found.last.record.finished_at == START  # of the day of the screening


def test_the_day_to_look_again_counts_from_the_screening(
    desk: Desk, make_content: MakeContent
) -> None:
    keep(desk.store, make_content(name="Ann"), desk.seal_for, now=START)
    keep(desk.store, make_content(name="Bob", saddle_numbness="yes"), desk.seal_for, now=START)

    ann, bob = clients_of(desk).all

    assert ann.due == date(2027, 1, 21)  # eight weeks; in the fourth only pain is asked
    assert bob.due is None


def test_one_client_is_read_anew_and_takes_its_place_in_the_list(desk: Desk) -> None:
    add(desk.store, [named(1, "Anne"), named(2, "Bo")])
    everyone = clients_of(desk)
    key = everyone.search("anne")[0].key
    add(desk.store, [named(3, "Zoe", client=key)])
    renewed = everyone.renewed({key: client_of(desk, key)})
    assert names(renewed.all) == ["Bo", "Zoe"]
    assert len(renewed.search("zoe")[0].summaries) == 2
    assert names(everyone.renewed({key: None}).all) == ["Bo"]
    assert client_of(desk, uuid4()) is None


def test_what_cannot_be_opened_is_shown_as_that(desk: Desk) -> None:
    newer = named(1, "x", format=FORMAT + 1, more='{"later": 1}')
    sealed = named(2, "x", sealed_to="age1x", generation=1)
    spoilt = a_record(3, card=b"{")
    add(desk.store, [newer, sealed, spoilt])

    found = {client.last.record.id: client.last.why_closed for client in clients_of(desk).all}

    assert found == {
        newer.id: "made by a newer program",
        sealed.id: "sealed for another key",
        spoilt.id: "not whole",
    }


@pytest.mark.heavy
def test_a_sealed_desk_opens_each_card_once(
    store: Store, make_content: MakeContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym().seals(store)
    for name in ("Ana", "Bo"):
        keep(store, make_content(name=name), gym().seal_for)
    desk = Desk(store, Path(store.place).parent)
    desk.open_with(gym().keys)
    assert names(clients_of(desk).all) == ["Ana", "Bo"]
    keep(store, make_content(name="Cy"), gym().seal_for)
    opened = []

    def counted(record: Record, keys: payload.Keys) -> Card:
        opened.append(record.id)
        return payload.open_card(record, keys)

    monkeypatch.setattr("assessment.casebook.summaries.open_card", counted)

    assert names(clients_of(desk).all) == ["Ana", "Bo", "Cy"]
    assert len(opened) == 1
    (desk.folder / "cards.age").write_bytes(b"spoilt")
    assert names(clients_of(desk).all) == ["Ana", "Bo", "Cy"]


@pytest.mark.heavy
def test_a_card_of_a_record_has_no_answer_beside_the_name(make_content: MakeContent) -> None:
    record = make_record(
        make_content(name="Ana", pain_low_back=6),
        gym().seal_for,
        made=uuid4(),
        now=START,
    )

    card = payload.open_card(record, gym().keys)

    assert replace(card, retest_weeks=()) == Card("Ana", "train", card.band)
