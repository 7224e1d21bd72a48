"""One client: screenings, over time, last and now; copy, erase, re-test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assessment.casebook.history import past_screenings
from assessment.core.scores.scoring import Score
from assessment.desk.app import DeskApp
from assessment.desk.layout.over_time import cell_of, rows_over_time
from assessment.desk.screens.client import ClientScreen
from assessment.desk.screens.clients import ClientsScreen
from assessment.desk.screens.erase import EraseScreen
from assessment.desk.screens.record import RecordScreen
from assessment.records.store.repository import all_of
from assessment.records.store.tables import PAPERS
from assessment.records.store.values import AuditEntry, Erasure, Record
from tests.desk.trainer import TODAY, YES, setting_in, store_in, trainer_at


def actions(folder: Path) -> list[str]:
    """Return what the log says was done."""
    entries: list[AuditEntry] = all_of(store_in(folder), AuditEntry)
    return [entry.action for entry in entries]


async def test_the_screenings_stand_newest_first_and_a_look_is_in_the_log(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        shown = trainer.text()
        assert shown.index("7 July 2026") < shown.index("12 May 2026")
        assert "Re-test due since 1 Sep 2026" in shown
        await trainer.press("down", "enter")
        assert isinstance(trainer.screen, RecordScreen)
        assert "12 May 2026" in trainer.text()
    assert actions(folder) == ["desk", "opened", "opened"]


async def test_flags_stand_with_their_screening(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("jos")
        assert "Red flags: R02b " in trainer.text()


@pytest.mark.heavy
async def test_over_time_has_a_block_and_a_number_for_each_day(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("right")
        rows = trainer.rows()
        days = next(row for row in rows if "12 May 2026" in row)
        assert "7 Jul 2026" in days
        low_back = next(row for row in rows if "Low back" in row).split()
        assert [part for part in low_back if part.isdigit()]
        assert any(part in "▁▂▃▄▅▆▇█" for part in low_back)


async def test_enter_opens_no_screening_that_is_not_in_sight(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("right", "enter")
        assert isinstance(trainer.screen, ClientScreen)
        await trainer.press("left", "enter")
        assert isinstance(trainer.screen, RecordScreen)


def test_a_cell_says_what_is_known() -> None:
    assert cell_of(Score(71.2, 71.2, 71.2)) == "▆ 71"
    assert cell_of(Score(0.0, 0.0, 0.0)) == "▁ 0"
    assert cell_of(Score(100.0, 100.0, 100.0)) == "█ 100"
    assert cell_of(Score(30.0, 24.0, 38.0)) == "▃ 24 to 38"
    assert cell_of(Score(None, 10.0, 90.0)) == "  10 to 90"
    assert cell_of(None) == "–"


@pytest.mark.heavy
async def test_only_days_that_fit_are_shown_and_the_others_are_told_of(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (40, 24)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("right")
        assert "12 May 2026" not in trainer.text()
        assert "The last 1 of 2 screenings." in trainer.text()


@pytest.mark.heavy
async def test_rows_have_a_dash_where_no_score_was_shown(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("jos")
        desk, screen = trainer.app.lock.desk, trainer.screen
        assert isinstance(screen, ClientScreen)
        rows = list(rows_over_time(past_screenings(desk, screen.client.key), 80))
        assert all(row.rstrip().endswith("–") for row in rows[1:])


@pytest.mark.heavy
async def test_last_and_now_stand_side_by_side_in_the_words_of_the_paper(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("left")
        shown = trainer.text()
        assert "Last time: 12 May 2026. Now: 7 July 2026, 8 weeks later." in shown
        assert "improved" not in shown.casefold()


@pytest.mark.heavy
async def test_one_screening_alone_has_nothing_beside_it(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("bo")
        await trainer.press("left")
        assert "There is one screening so far." in trainer.text()


async def test_a_client_is_erased_only_after_the_word(folder: Path) -> None:
    context = setting_in(folder)
    (folder / "draft.jsonl").write_text('{"answers": {"name": "ana muster"}, "page": null}\n')
    async with trainer_at(context) as trainer:
        await trainer.go_to_record("ana")
        await trainer.press("p", "f")
        papers = list((folder / "reports").iterdir())
        assert len(papers) == 1
        await trainer.press("escape", "escape", "x")
        assert isinstance(trainer.screen, EraseScreen)
        assert "This takes away 2 records" in trainer.text()
        await trainer.press("enter")
        assert "Nothing is erased yet." in trainer.text()
        await trainer.type("erase")
        await trainer.press("enter")
        assert isinstance(trainer.screen, ClientsScreen)
        assert "2 records erased" in trainer.text()
        assert "Ana Muster" not in trainer.text()
    store = store_in(folder)
    records: list[Record] = all_of(store, Record)
    assert len(records) == 4
    assert len(all_of(store, Erasure)) == 3  # two records and their client
    assert not papers[0].exists()
    assert not (folder / "draft.jsonl").exists()
    assert actions(folder)[-1] == "erased"


async def test_a_word_confirmed_twice_erases_once(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        client, asked = trainer.screen, []
        assert isinstance(client, ClientScreen)
        erase = EraseScreen(client.client, 2, client.clock, lambda: asked.append("erase"))
        await trainer.app.push_screen(erase)
        await trainer.type("erase")
        await trainer.press("enter", "enter")
        assert asked == ["erase"]


async def test_esc_erases_nothing(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("x")
        await trainer.type("erase")
        await trainer.press("escape")
        assert isinstance(trainer.screen, ClientScreen)
    assert len(all_of(store_in(folder), Record)) == 6


async def test_a_copy_for_the_client_has_all_that_is_kept(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("g", *YES)
        assert "Written:" in trainer.text()
    (out,) = (folder / "reports").iterdir()
    assert "ana" not in out.name.casefold()
    assert out.name.startswith(f"copy-{TODAY:%Y-%m-%d}")
    document = json.loads((out / "records.json").read_text())
    assert len(document["records"]) == 2
    assert document["records"][0]["answers"]["answers"]["name"] == "Ana Muster"
    assert len(list(out.glob("*.pdf"))) == 2
    assert (out / "records.json").stat().st_mode & 0o077 == 0
    assert out.stat().st_mode & 0o077 == 0
    with store_in(folder).reading() as connection:
        known = {row.path for row in connection.execute(PAPERS.select())}
    assert known == {str(path) for path in out.iterdir()}


async def test_a_retest_shuts_the_desk_and_takes_the_last_answers_along(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        assert isinstance(trainer.screen, ClientScreen)
        key = trainer.screen.client.key
        await trainer.press("r")
        assert "asks for your secret again" in trainer.text()
        await trainer.press("enter")
        app: DeskApp = trainer.app
        assert app.retest_flow.wish is None
        await trainer.press("r", *YES)
        assert app.retest_flow.wish is not None
        assert app.retest_flow.wish.client == key
        assert app.retest_flow.wish.sheet is not None
        assert app.retest_flow.wish.sheet.get("pain_low_back") == 4
        assert [str(one.day) for one in app.retest_flow.wish.earlier] == [
            "2026-05-12",
            "2026-07-07",
        ]
        assert not app.lock.desk.is_open
