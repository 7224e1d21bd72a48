"""One record: the rows of the trainer sheet, and what a trainer adds to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assessment.casebook.corrections import MOST_NOTE
from assessment.casebook.history import PastScreening
from assessment.desk.screens.clearance import ClearanceScreen, FlagList
from assessment.desk.screens.figures import FiguresScreen
from assessment.desk.screens.notes import NotesScreen
from assessment.desk.screens.paper import PaperScreen
from assessment.desk.screens.record import RecordScreen
from assessment.desk.widgets.line_form import LineForm
from assessment.records.adding import keep
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.repository import all_of, current
from assessment.records.store.values import AuditEntry, Record
from assessment.ui.widgets.key_bar import KeyButton
from assessment.ui.widgets.page_tabs import PageTab
from reports.errors import PrintError
from tests.conftest import HEAVY, everyday_and_heavy
from tests.desk.trainer import (
    FIRST_DAY,
    NO_REPORT,
    YES,
    Printer,
    Trainer,
    content,
    setting_in,
    store_in,
    trainer_at,
)
from tests.journeys.driver import send_key


def shown(trainer: Trainer) -> PastScreening:
    """Return the record on the screen."""
    assert isinstance(trainer.screen, RecordScreen), trainer.screen
    return trainer.screen.screening


def shown_keys(trainer: Trainer) -> list[KeyButton]:
    return [one for one in trainer.screen.query(KeyButton) if one.display]


def newest(folder: Path) -> Record:
    records: list[Record] = all_of(store_in(folder), Record)
    return records[-1]


@pytest.mark.heavy
async def test_every_answer_that_counts_stands_with_its_points(folder: Path) -> None:
    # 3 of 4 for lifting a box, weight 2 in the low back, as docs/rules.md 2.9 weighs it
    async with trainer_at(setting_in(folder), (120, 200)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("down", "enter", "right", "right")
        rows = [" ".join(row.split()) for row in trainer.rows()]
        assert any(
            row.startswith("Q03 Lifting a box") and row.endswith("3 x 2 = 6") for row in rows
        )


@pytest.mark.heavy
async def test_all_pages_of_the_sheet_are_there(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 200)) as trainer:
        await trainer.go_to_record("ana")
        assert "Training may start." in trainer.text()
        await trainer.press("right")
        assert "Why: " in trainer.text()
        await trainer.press("right", "right")
        assert "Health questions answered with no:" in trainer.text()
        await trainer.press("right")
        assert "Training may start." in trainer.text()


async def test_a_red_flag_is_said_first_and_no_exercise_is_shown(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("jos")
        assert "Medical help today. No training, no score." in trainer.text()
        await trainer.press("right")
        assert "No exercises" in trainer.text()


async def test_a_clearance_is_a_new_record_that_names_the_old(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("kim")
        old = shown(trainer).record
        assert "A clinician first." in trainer.text()
        await trainer.press("c", "space", "enter")
        await trainer.type("Dr Sommer")
        await trainer.press("enter")
        await trainer.type("20.11.2026")
        assert "Read as 20 November 2026." in trainer.text()
        await trainer.press("enter", "ctrl+s")
        new = shown(trainer)
        assert new.record.corrects == old.id
        assert "The clearance is kept" in trainer.text()
        assert "Training may start." in trainer.text()
        await trainer.press("escape")
        assert "Cleared by Dr Sommer on 20 November 2026: R15." in trainer.text()
        assert "Not cleared" not in trainer.text()
        await trainer.press("escape")
        assert "Kim Lee 26 May 2026 may train" in trainer.text()
    store = store_in(folder)
    records: list[Record] = all_of(store, Record)
    assert old.id in {record.id for record in records}
    assert old.id not in {record.id for record in current(records)}
    entries: list[AuditEntry] = all_of(store, AuditEntry)
    assert (entries[-1].action, entries[-1].target) == ("clearance", new.record.id)


async def test_only_what_is_ticked_is_cleared_and_the_record_says_so_of_each(folder: Path) -> None:
    client = content(name="Zoe", recent_surgery="yes", high_bp="unsure", foot_drop="no")
    keep(store_in(folder), client, UNSEALED, now=FIRST_DAY)
    async with trainer_at(setting_in(folder), (100, 40)) as trainer:
        await trainer.go_to_record("zoe")
        await trainer.press("c")
        await trainer.pilot.click(FlagList, offset=(12, 1))  # the second line: R29
        await trainer.press("tab")
        await trainer.type("Dr Sommer")
        await trainer.press("tab")
        await trainer.type("2026-11-20")
        await trainer.press("ctrl+s")
        assert "A clinician first." in trainer.text()
        assert "clinician first, cleared by Dr Sommer, 20 November 2026" in trainer.text()
        assert trainer.text().count("clinician first, not cleared") == 1
        await trainer.press("c")
        ticked = [row for row in trainer.rows() if "[x]" in row]
        assert ["R29" in row for row in ticked] == [True]  # as it was cleared before
        await trainer.press("space", "ctrl+s")
        assert "Training may start." in trainer.text()
        await trainer.press("escape", "escape")
        assert "Zoe 12 May 2026 may train" in trainer.text()


@pytest.mark.heavy
async def test_where_nothing_can_be_cleared_nothing_is_asked(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("jos")  # a same-day flag alone
        assert "Clearance" not in [key.binding.description for key in shown_keys(trainer)]
        await trainer.press("c")
        assert "No red flag is up that a clinician could clear." in trainer.text()
        assert isinstance(trainer.screen, RecordScreen)


@pytest.mark.parametrize("size", everyday_and_heavy([(60, 20)], (80, 24), (40, 12), (160, 50)))
async def test_the_whole_form_of_many_flags_fits(folder: Path, size: tuple[int, int]) -> None:
    flags = dict.fromkeys(("high_bp", "recent_surgery", "cancer_now", "lasting_illness"), "yes")
    client = content(
        name="Zoe", **flags, cancer_signs="yes", walking_cramp="yes", severe_pain="yes"
    )
    keep(store_in(folder), client, UNSEALED, now=FIRST_DAY)
    async with trainer_at(setting_in(folder), size) as trainer:
        await trainer.go_to_record("zoe")
        await trainer.press("c", "space", "enter", "enter")
        await trainer.type("2026-11-27")
        for said in ("[x]", "Clinician", "Day", "2026-11-27"):
            assert said in trainer.text()
        await trainer.press("ctrl+s")
        assert "Please type the name" in trainer.text()


@pytest.mark.parametrize(
    ("by", "day", "said"),
    [
        pytest.param("", "2026-11-20", "Please type the name", marks=HEAVY),
        ("Dr Sommer", "2026-02-30", "is not in the calendar"),
        pytest.param("Dr Sommer", "", "The day is missing; write it as", marks=HEAVY),
        pytest.param("26", "2026-11-20", "Please type the name of the clinician.", marks=HEAVY),
        pytest.param("Dr Sommer", "20.11.26", "is no day", marks=HEAVY),
        pytest.param("Dr Sommer", "27/11/2026", "This day is still to come.", marks=HEAVY),
        # all_best is 40: docs/rules.md 2.8 takes no day more than age + 1 years ago
        ("Dr Sommer", "1985-11-25", "On this day the client was not born yet."),
    ],
)
async def test_a_clearance_that_is_none_is_refused(
    folder: Path, by: str, day: str, said: str
) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("kim")
        await trainer.press("c", "space", "tab")
        await trainer.type(by)
        await trainer.press("tab")
        await trainer.type(day)
        await trainer.press("ctrl+s")
        assert said in trainer.text()
        assert isinstance(trainer.screen, ClearanceScreen)
    assert newest(folder).corrects is None


async def test_figures_are_typed_into_their_lines_checked_and_kept_together(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("t")
        assert isinstance(trainer.screen, FiguresScreen)
        await trainer.type("999")
        await trainer.press("enter")
        assert "Heel raises, left: Please type a number from 0 to 200." in trainer.text()
        await trainer.press("ctrl+s")
        assert isinstance(trainer.screen, FiguresScreen)  # nothing is kept of a wrong figure
        await trainer.press("up", "end", "backspace", "backspace", "enter")
        assert "Please type" not in trainer.text()
        await trainer.type("15")
        await trainer.press("ctrl+s")
        kept = shown(trainer)
        assert kept.assessment is not None
        assert kept.assessment.sheet.get("test_heel_raise_left") == 9
        assert kept.assessment.sheet.get("test_heel_raise_right") == 15
        assert "The figures are kept" in trainer.text()
    assert len(all_of(store_in(folder), Record)) == 7


async def test_figures_typed_in_one_go_reach_their_lines(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("t")
        for key in ("1", "5", "enter", "1", "6", "enter", "2"):
            send_key(trainer.app, key)
        await trainer.press("up")
        typed = list(trainer.screen.query_one(LineForm).typed.values())
        assert typed[:4] == ["15", "16", "2", ""]


@pytest.mark.heavy
async def test_figures_that_are_not_kept_are_asked_about_and_nothing_new_is_no_record(
    folder: Path,
) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("t", "ctrl+s")
        assert "Nothing was changed." in trainer.text()
        await trainer.press("t", "9", "escape")
        assert "Leave without keeping it?" in trainer.text()
        await trainer.press("2", "enter")  # a digit answers nothing here
        assert isinstance(trainer.screen, FiguresScreen)
        await trainer.press("escape", *YES)
        assert isinstance(trainer.screen, RecordScreen)
    assert len(all_of(store_in(folder), Record)) == 6


@pytest.mark.heavy
async def test_a_stop_watch_and_the_way_of_the_test_are_lent(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("t", "down", "down", "w")
        assert "Start" in trainer.text()
        await trainer.press("escape", "?")
        assert "One-leg bridge hold, left" in trainer.text()
        assert "1. " in trainer.text()


async def test_nobody_with_a_red_flag_is_measured(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("jos")
        await trainer.press("t")
        assert "No test is taken with this client" in trainer.text()


@pytest.mark.heavy
async def test_notes_are_typed_into_their_lines_kept_in_the_content_and_shown(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("n")
        await trainer.type("10 kg, heels closer?")  # digits and a question mark are text here
        await trainer.press("down", "up", "x", "backspace")  # a letter goes on with the note
        assert "10 kg, heels closer?" in trainer.text()
        await trainer.press("ctrl+s")
        kept = shown(trainer)
        assert kept.content is not None
        assert list(kept.content.notes.values()) == ["10 kg, heels closer?"]
        await trainer.press("right")
        assert "Trainer's note 10 kg, heels closer?" in trainer.text()
        await trainer.press("n", *("backspace",) * 20, "ctrl+s")
        gone = shown(trainer)
        assert gone.content is not None
        assert not gone.content.notes
        assert gone.record.corrects == kept.record.id


@pytest.mark.heavy
async def test_a_note_ends_where_the_sheet_has_no_more_room(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("n")
        await trainer.type("x" * (MOST_NOTE + 20))
        assert isinstance(trainer.screen, NotesScreen)
        (note,) = trainer.screen.query_one(LineForm).changed.values()
        assert len(note) == MOST_NOTE


async def test_the_disk_that_is_full_is_told_and_what_was_typed_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.records.errors import StoreFullError

    def full(*_: object, **__: object) -> None:
        raise StoreFullError("There is no room on the disk.")

    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("t", "9")
        monkeypatch.setattr("assessment.casebook.corrections.keep", full)
        await trainer.press("ctrl+s")
        assert "There is no room on the disk." in trainer.text()
        await trainer.press("enter")
        assert isinstance(trainer.screen, FiguresScreen)
        assert trainer.screen.query_one(LineForm).typed["test_heel_raise_left"] == "9"


async def test_paper_is_made_of_what_is_asked_for_and_is_known(folder: Path) -> None:
    context = setting_in(folder)
    async with trainer_at(context) as trainer:
        await trainer.go_to_record("ana")
        await trainer.press("p", "down", "f")
        assert "Saved: posterior-chain-2026-11-26-0930.pdf" in trainer.text()
    (path,) = (folder / "reports").iterdir()
    asked = json.loads(path.read_text())
    assert asked["sheets"] == "client"
    assert asked["created"] == "2026-07-07"
    assert [one["day"] for one in asked["earlier"]] == ["2026-05-12"]
    entries: list[AuditEntry] = all_of(store_in(folder), AuditEntry)
    assert entries[-1].action == "saved"
    assert "Ana" not in " ".join(entry.detail for entry in entries)


async def test_copies_go_to_the_printer(folder: Path) -> None:
    printer = Printer()
    async with trainer_at(setting_in(folder, print_file=printer)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("p", "right", "right", "left", "p")
        assert "Sent to the printer." in trainer.text()
    ((path, copies),) = printer.printed
    assert copies == 2
    assert json.loads(path.read_text())["sheets"] == "both"
    entries: list[AuditEntry] = all_of(store_in(folder), AuditEntry)
    assert (entries[-1].action, entries[-1].detail) == ("printed", "2 copies")


@pytest.mark.heavy
async def test_the_words_of_the_printer_are_shown_and_the_file_is_there(folder: Path) -> None:
    printer = Printer(PrintError("lp: Error - no default destination available."))
    async with trainer_at(setting_in(folder, print_file=printer)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("p", "p")
        assert "no default destination available" in trainer.text()
        assert "Saved: posterior-chain" in trainer.text()
    entries: list[AuditEntry] = all_of(store_in(folder), AuditEntry)
    assert entries[-1].action == "saved"


async def test_a_report_that_cannot_be_made_says_why(folder: Path) -> None:
    async with trainer_at(setting_in(folder, NO_REPORT)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("p", "f")
        assert "The PDF could not be made: Pango is missing." in trainer.text()
        assert isinstance(trainer.screen, PaperScreen)


@pytest.mark.heavy
async def test_an_older_record_has_no_later_one_beside_it(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_client("ana")
        await trainer.press("down", "enter", "p", "f")
    (path,) = (folder / "reports").iterdir()
    assert json.loads(path.read_text())["earlier"] == []


@pytest.mark.heavy
async def test_the_mouse_does_it_too(folder: Path) -> None:
    async with trainer_at(setting_in(folder), (120, 40)) as trainer:
        await trainer.go_to_record("ana")
        tabs = list(trainer.screen.query(PageTab))
        for number, words in ((1, "Why: "), (2, "Main goal")):
            await trainer.pilot.click(tabs[number])
            await trainer.settle()
            assert words in trainer.text()
        paper = next(
            one for one in trainer.screen.query(KeyButton) if "Print" in one.binding.description
        )
        await trainer.pilot.click(paper)
        await trainer.settle()
        assert isinstance(trainer.screen, PaperScreen)
        await trainer.pilot.click("#save")
        await trainer.settle()
        assert "Saved:" in trainer.text()


@pytest.mark.heavy
async def test_a_key_pressed_twice_opens_one_screen(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        record = trainer.screen
        assert isinstance(record, RecordScreen)
        record.action_do("notes")
        record.action_do("notes")
        await trainer.settle()
        await trainer.press("escape")
        assert isinstance(trainer.screen, RecordScreen)


@pytest.mark.heavy
async def test_paper_that_is_on_its_way_is_not_made_twice(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        await trainer.press("p")
        paper = trainer.screen
        assert isinstance(paper, PaperScreen)
        paper.action_save()
        paper.action_save()
        await trainer.settle()
        assert "Saved:" in trainer.text()
    assert len(list((folder / "reports").iterdir())) == 1


@pytest.mark.heavy
async def test_closing_is_asked_about_by_any_of_its_keys(folder: Path) -> None:
    async with trainer_at(setting_in(folder)) as trainer:
        await trainer.go_to_record("bo")
        for key in ("ctrl+c", "ctrl+q"):
            await trainer.press(key)
            assert "Close the desk?" in trainer.text()
            await trainer.press("escape")
            assert isinstance(trainer.screen, RecordScreen)
