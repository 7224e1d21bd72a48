"""``records`` and ``seal`` as a trainer types them, one gym's story at a time."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.files.folders import draft_path, settings_path
from assessment.records.adding import keep
from assessment.records.drafts.draft import DraftFile
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import UNSEALED
from assessment.records.store.addresses import default_address, default_file
from assessment.records.store.opening import open_store
from assessment.records.store.repository import all_of
from assessment.records.store.values import Record
from assessment.reporting import making
from assessment.version import VERSION
from questions.questionnaire import Questionnaire
from reports.output.write import report_content
from tests import contract
from tests.casebook.earlier_version import old_content
from tests.contract import all_best
from tests.gym import Gym, done
from tests.reports.reading import texts_of

PASSPHRASE = "copper ladder autumn violin"  # noqa: S105  # of the gym in the tests
NEW_PASSPHRASE = "a whole other sentence"  # noqa: S105


def test_a_record_is_added_without_a_secret_and_found_with_the_pin(
    gym: Gym, answers: Callable[..., str]
) -> None:
    record = done(gym("records", "add", answers(name="Ana Lee"))).strip()

    first = gym("records", "list", typed=("4711", "4711"))

    assert "Only sealing protects them" in first.stderr
    assert re.search(r"^\w{8}  Ana Lee +\d{4}-\d\d-\d\d  may train, few signs +look", done(first))
    wrong = gym("records", "list", typed=("4712",))
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "not the PIN" in wrong.stderr
    found = json.loads(done(gym("records", "show", record[-8:], typed=("4711",))))
    assert found["answers"]["answers"]["name"] == "Ana Lee"
    assert (
        "No client is called so."
        in gym("records", "list", "--search", "bob", typed=("4711",)).stderr
    )
    log = done(gym("records", "audit"))
    assert [line.split()[3] for line in log.splitlines()] == ["desk", "desk", "opened", "desk"]
    assert "opened      " + record[-8:] in log
    assert "Ana" not in log


def test_clearance_is_a_new_record_that_names_the_old(
    gym: Gym, answers: Callable[..., str]
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    old = done(gym("records", "add", answers(name="Ana", recent_surgery="yes"))).strip()

    new = done(gym(*clearance(old, "R15"), typed=("4711",))).strip()

    client = done(gym("records", "list", typed=("4711",)))[:8]
    lines = done(gym("records", "show", client, typed=("4711",))).splitlines()
    assert [line[:8] for line in lines] == [old[-8:], new[-8:]]
    assert lines[1].endswith(f"corrects {old[-8:]}")
    shown = json.loads(done(gym("records", "show", new, "--answers", typed=("4711",))))
    assert shown["answers"]["clearance"] == {
        "by": "Dr Who",
        "on": "2026-11-20",
        "for": ["recent_surgery"],
    }


def clearance(record: str, *flags: str, on: str = "2026-11-20") -> tuple[str, ...]:
    """Return what is typed to record that these *flags* were cleared."""
    named = [part for flag in flags for part in ("--for", flag)]
    return ("records", "clearance", record, "--by", "Dr Who", "--on", on, *named)


def test_the_list_says_may_train_only_once_every_flag_is_cleared(
    gym: Gym, answers: Callable[..., str]
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    file = answers(name="Ana", recent_surgery="yes", high_bp="unsure")
    old = done(gym("records", "add", file)).strip()

    one = done(gym(*clearance(old, "high_bp"), typed=("4711",))).strip()
    assert "a clinician first" in done(gym("records", "list", typed=("4711",)))
    other = gym(*clearance(one, "R15"), typed=("4711",))
    assert "R29 " in other.stderr  # what the first one cleared is cleared no more
    assert "is not cleared any more" in other.stderr
    assert "a clinician first" in done(gym("records", "list", typed=("4711",)))
    every = gym(*clearance(done(other).strip(), "all"), typed=("4711",))
    assert every.stderr == ""
    assert "may train" in done(gym("records", "list", typed=("4711",)))


def test_a_record_that_was_corrected_is_not_cleared_a_second_time(
    gym: Gym, answers: Callable[..., str]
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    file = answers(name="Ana", recent_surgery="yes", high_bp="unsure")
    old = done(gym("records", "add", file)).strip()
    new = done(gym(*clearance(old, "all"), typed=("4711",))).strip()

    refused = gym(*clearance(old, "R15"), typed=("4711",))

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"Name the one that took its place: {new}" in refused.stderr
    client = done(gym("records", "list", typed=("4711",)))[:8]
    assert len(done(gym("records", "show", client, typed=("4711",))).splitlines()) == 2


@pytest.mark.parametrize(
    ("flag", "on", "says"),
    [
        ("R29", "2026-11-20", "is not up. These can be cleared: R15 "),
        ("R99", "2026-11-20", "There is no flag 'R99'."),
        ("R02b", "2026-11-20", "a clearance does not lift this"),
        ("R15", "2999-01-01", "is still to come"),
        ("R15", "1900-01-01", "before the client was born"),
    ],
)
def test_a_clearance_that_cannot_be_is_refused_and_nothing_is_kept(
    gym: Gym, answers: Callable[..., str], flag: str, on: str, says: str
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    old = done(gym("records", "add", answers(name="Ana", recent_surgery="yes"))).strip()

    refused = gym(*clearance(old, flag, on=on), typed=("4711",))

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert says in refused.stderr
    client = done(gym("records", "list", typed=("4711",)))[:8]
    assert len(done(gym("records", "show", client, typed=("4711",))).splitlines()) == 1


def test_a_record_of_1_0_0_is_listed_shown_and_exported_and_takes_no_clearance(
    gym: Gym, tmp_path: Path
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    store = open_store(default_address())
    old = keep(store, old_content(name="Ana"), UNSEALED)

    assert "screen anew, moderate" in done(gym("records", "list", typed=("4711",)))
    shown = json.loads(done(gym("records", "show", old.id.hex, typed=("4711",))))
    assert shown["answers"] == old_content(name="Ana").answers
    refused = gym(*clearance(old.id.hex, "all"), typed=("4711",))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"records: {old.id.hex}: is of questionnaire 1.0.0, which asked" in refused.stderr
    out = tmp_path / "ana"
    done(gym("records", "export", old.client.hex, "--out", str(out), typed=("4711",)))
    (record,) = json.loads((out / "records.json").read_text())["records"]
    assert record["answers"] == old_content(name="Ana").answers
    (pdf,) = out.glob("*.pdf")
    text = " ".join(" ".join(texts_of(pdf.read_bytes())).split())
    assert text.count("This questionnaire asked less about safety; a new screening is needed") == 1


@pytest.mark.parametrize(
    ("arguments", "typed", "says"),
    [
        (("show", "ffffffff"), ("4711",), "There is no client ffffffff."),
        (("erase", "ffffffff"), ("4711",), "There is no client ffffffff."),
        (("erase", "-f", "--yes"), (), "No such option"),
        (("erase", "", "--yes"), ("4711",), "'' is too short for an id; give 4 characters"),
        (("show", "\x1b[3m" * 5000), ("4711",), r"There is no client \x1b[3m"),
        (("add", "examples/healthy.json", "--client", "ffffffff"), (), "no client ffffffff."),
        (("add", "examples/healthy.json", "--paper", "none.pdf"), (), "there is no such file"),
        (("add", "examples/healthy.json", "--paper", "examples"), (), "there is no such file"),
        (("push", "mysql://x"), (), "postgresql+psycopg://"),
        (("merge", "none.bundle"), (), "cannot be read"),
        (("backup", "--check", "none.bundle"), (), "cannot be read"),
        (("pull", "sqlite:///none/x.sqlite3"), (), "there is no store at"),
        (("list",), (), "PIN is needed"),
        (("retention",), (), "no months are set"),
        (("pin",), ("4711", "12", "12"), "4 to 12 digits"),
        (("pin",), ("4711", "1234", "4321"), "not the same"),
        (("pin",), ("4711", "1" * 1500, "1" * 1500), "is longer than 1000 characters"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    gym: Gym, arguments: tuple[str, ...], typed: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    gym("records", "pin", typed=("4711", "4711"))

    result = gym("records", *arguments, typed=typed)

    assert result.exit_code == 2
    assert says in result.stderr
    assert len(result.stderr) < 500
    assert "Traceback" not in result.output
    assert not list(tmp_path.rglob("waiting"))


def test_a_slip_of_the_finger_erases_nobody(gym: Gym, answers: Callable[..., str]) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    gym("records", "add", answers(name="Ana"))
    client = done(gym("records", "list", typed=("4711",)))[:8]

    result = gym("records", "erase", client[-3:], "--yes", typed=("4711",))

    assert result.exit_code == 2
    assert "too short for an id" in result.stderr
    assert done(gym("records", "show", client[-4:], typed=("4711",)))


def test_two_laptops_and_a_usb_stick(gym: Gym, answers: Callable[..., str], tmp_path: Path) -> None:
    stick = str(tmp_path / "stick.bundle")
    gym("records", "add", answers(name="Ana"))
    gym("records", "add", answers(name="Bo"), laptop="two")
    written = gym("records", "bundle", stick)
    assert "1 records, read again and whole" in done(written)
    assert "whoever has the file can read them" in written.stderr
    assert "is there already" in gym("records", "bundle", stick).stderr

    looked = gym("records", "merge", stick, typed=("n",), laptop="two")
    assert "     1  records are new here" in done(looked)
    assert "Nothing was changed." in looked.stdout
    done(gym("records", "merge", stick, "--yes", laptop="two"))
    again = done(gym("records", "merge", stick, "--yes", laptop="two"))

    assert "     0  records are new here" in again
    names = done(gym("records", "list", typed=("4711", "4711"), laptop="two"))
    assert [line.split()[1] for line in names.splitlines()] == ["Ana", "Bo"]


def test_two_laptops_over_one_store_and_an_erased_client(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    server = f"sqlite:///{tmp_path / 'server' / 'all.sqlite3'}"
    gym("records", "add", answers(name="Ana"))
    pushed = gym("records", "push", server)
    assert done(pushed) == "1 records are new there.\n"
    assert "whoever runs the server can read them" in pushed.stderr
    assert done(gym("records", "pull", server, laptop="two")) == "1 records are new here.\n"
    gym("records", "pin", typed=("4711", "4711"))
    client = done(gym("records", "list", typed=("4711",)))[:8]
    DraftFile(draft_path()).append(all_best() | {"name": "ana"}, None)

    kept = gym("records", "erase", client, typed=("4711", "n"))
    erased = gym("records", "erase", client, typed=("4711", "y"))

    assert "Erase Ana with 1 records for good?" in kept.stderr
    assert "Nothing was changed." in done(kept)
    assert "1 records are erased" in done(erased)
    assert not draft_path().exists()
    assert "0 records are new here" in done(gym("records", "pull", server))
    assert done(gym("records", "push", server)) == (
        "0 records are new there; 1 that were erased were taken away.\n"
    )
    assert "1 that were erased" in done(gym("records", "pull", server, laptop="two"))
    assert b"Ana" not in default_file().read_bytes()


@pytest.mark.heavy
def test_a_sealed_gym_from_the_first_key_to_the_second_laptop(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    server = f"sqlite:///{tmp_path / 'server.sqlite3'}"
    gym("records", "add", answers(name="Ana"))
    assert "are not sealed" in done(gym("seal", "status"))

    sheet = tmp_path / "sheet.txt"
    made = gym("seal", "setup", "--sheet", str(sheet), typed=(PASSPHRASE, PASSPHRASE))

    assert "1 records are sealed" in done(made)
    assert "Print it, lock it away" in made.stderr
    done(gym("records", "add", answers(name="Bo")))
    assert "does not open the gym's key" in gym("records", "list", typed=("x" * 12,)).stderr
    names = done(gym("records", "list", typed=(PASSPHRASE,)))
    assert [line.split()[1] for line in names.splitlines()] == ["Ana", "Bo"]
    assert "It opens 2 of 2" in done(gym("seal", "open", typed=(PASSPHRASE,)))
    assert "key number 1" in done(gym("seal", "status"))

    done(gym("records", "push", server))
    gym("records", "add", answers(name="Cy"), laptop="two")
    pulled = gym("records", "pull", server, laptop="two")
    assert "A key of the gym came along" in pulled.stderr
    adopted = gym("seal", "adopt", typed=(PASSPHRASE,), laptop="two")
    assert "1 records were sealed for it" in done(adopted)
    listed = done(gym("records", "list", "--search", "cy", typed=(PASSPHRASE,), laptop="two"))
    assert "Cy" in listed


@pytest.mark.heavy
def test_a_lost_passphrase_and_a_key_that_somebody_saw(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    gym("records", "add", answers(name="Ana"))
    sheet, second = tmp_path / "sheet.txt", tmp_path / "second.html"
    done(gym("seal", "setup", "--sheet", str(sheet), typed=(PASSPHRASE, PASSPHRASE)))
    lines = sheet.read_text().splitlines()
    start = lines.index("AGE-SECRET-KEY-1")
    on_paper = " ".join(lines[start : start + 4])

    typed = (on_paper, NEW_PASSPHRASE, NEW_PASSPHRASE)
    assert "opens the records" in done(gym("seal", "passphrase", "--lost", typed=typed))

    assert gym("seal", "open", typed=(PASSPHRASE,)).exit_code == 2
    typed = (NEW_PASSPHRASE, PASSPHRASE, PASSPHRASE)
    renewed = gym("seal", "renew", "--sheet", str(second), typed=typed)
    assert "1 records are sealed for the new key" in done(renewed)
    assert "Key number 2" in second.read_text()
    assert "It opens 1 of 1" in done(gym("seal", "open", typed=(PASSPHRASE,)))
    [record] = all_of(open_store(default_address()), Record)
    assert record.generation == 2
    old = gym("seal", "passphrase", "--lost", typed=(on_paper, "y" * 12, "y" * 12))
    assert old.exit_code == 0  # the old key is still the gym's, and opens what it sealed
    assert "It opens 0 of 1" in done(gym("seal", "open", typed=("y" * 12,)))


@pytest.mark.parametrize(
    ("sheet", "typed", "says"),
    [
        ("sheet.doc", (), "ends in .pdf, .txt, .html"),
        ("none/sheet.txt", (), "the folder is not there"),
        ("sheet.txt", ("short", "short"), "at least 12 characters"),
        ("sheet.txt", (PASSPHRASE, NEW_PASSPHRASE), "not the same"),
        ("sheet.txt", (), "is needed"),
    ],
)
def test_a_key_is_not_made_by_halves(
    gym: Gym, tmp_path: Path, sheet: str, typed: tuple[str, ...], says: str
) -> None:
    result = gym("seal", "setup", "--sheet", str(tmp_path / sheet), typed=typed)

    assert result.exit_code == 2
    assert says in result.stderr
    assert not (tmp_path / sheet).exists()
    assert "are not sealed" in done(gym("seal", "status"))


def test_a_backup_and_its_rehearsal(gym: Gym, answers: Callable[..., str], tmp_path: Path) -> None:
    backup = str(tmp_path / "backup")
    gym("records", "add", answers(name="Ana"))
    written = gym("records", "backup", backup)
    assert "1 records, read again and whole" in done(written)
    assert "Rehearse it" in written.stderr

    rehearsed = done(gym("records", "backup", "--check", backup))

    assert "1 records of 1 clients: 1 opened." in rehearsed
    assert "The backup is whole. Nothing was changed." in rehearsed
    Path(backup).write_bytes(Path(backup).read_bytes()[:-9])
    assert "the end is missing" in gym("records", "backup", "--check", backup).stderr


@pytest.mark.heavy
def test_everything_about_one_client_is_exported(
    gym: Gym, answers: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # a record has its own day
    days: list[date] = []

    def content(*given: Any, created: date, **named: Any) -> bytes:
        days.append(created)
        return report_content(*given, created=created, **named)

    monkeypatch.setattr(making, "report_content", content)
    gym("records", "pin", typed=("4711", "4711"))
    record = done(gym("records", "add", answers(name="Ana"))).strip()
    gym("records", "add", answers(name="Bo"))
    done(gym("records", "show", record, typed=("4711",)))
    client = done(gym("records", "list", "--search", "ana", typed=("4711",)))[:8]

    written = done(
        gym("records", "export", client, "--out", str(tmp_path / "ana"), typed=("4711",))
    )

    document = json.loads((tmp_path / "ana" / "records.json").read_text())
    [exported] = document["records"]
    assert exported["id"] == record
    assert exported["answers"]["answers"]["name"] == "Ana"
    assert exported["assessment"]["outcome"] == "train"
    assert [entry["action"] for entry in document["log"]] == ["opened"]
    [pdf] = (tmp_path / "ana").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert written.splitlines() == [str(tmp_path / "ana" / "records.json"), str(pdf)]
    assert days == [date.today()]  # noqa: DTZ011  # as the gym has it
    done(gym("records", "erase", client, "--yes", typed=("4711",)))
    assert not pdf.exists()


@pytest.mark.heavy
def test_a_record_of_other_questions_is_exported_as_it_was(
    gym: Gym,
    answers: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    questionnaire: Questionnaire,
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    done(gym("records", "add", answers(name="Ana")))
    client = done(gym("records", "list", "--search", "ana", typed=("4711",)))[:8]
    updated = replace(questionnaire, version="1.1.0")
    monkeypatch.setattr("assessment.casebook.corrections.load_questionnaire", lambda: updated)

    done(gym("records", "export", client, "--out", str(tmp_path / "ana"), typed=("4711",)))

    [pdf] = (tmp_path / "ana").glob("*.pdf")
    text = texts_of(pdf.read_bytes())[0]
    assert f"Made with questionnaire {contract.VERSION} (rules of program {VERSION})." in text
    assert "Training may start." in text


def test_old_records_go_when_the_months_are_over(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    gym("records", "add", answers(name="Ana"))
    settings = tmp_path / "one" / ".config" / "posterior-chain" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("[records]\nkeep_months = 0\nidle_minutes = 3\n")
    told = gym("records", "retention", typed=("4711",))
    assert "records.keep_months: must be a whole number from 1 to 600" in told.stderr
    settings.write_text("[records]\nkeep_months = 24\n")

    found = done(gym("records", "retention", typed=("4711",)))

    assert found == "0 records are older than 24 months.\nNothing was changed.\n"


def test_a_client_who_comes_again_is_the_same_client(gym: Gym, answers: Callable[..., str]) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    gym("records", "add", answers(name="Ana"))
    client = done(gym("records", "list", typed=("4711",)))[:8]

    done(gym("records", "add", answers(name="Ana"), "--client", client))

    assert len(done(gym("records", "list", typed=("4711",))).splitlines()) == 1
    assert len(done(gym("records", "show", client, typed=("4711",))).splitlines()) == 2


def test_a_record_waits_where_the_database_cannot_be_reached(
    gym: Gym, answers: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTERIOR_CHAIN_DATABASE", "postgresql://x@/y?host=/nowhere")
    waits = gym("records", "add", answers(name="Ana"))
    assert "The record waits beside it" in waits.stderr
    record = done(waits).strip()
    monkeypatch.delenv("POSTERIOR_CHAIN_DATABASE")

    done(gym("records", "audit"))

    assert [str(one.id) for one in all_of(open_store(default_address()), Record)] == [record]


def test_where_neither_store_nor_file_can_be_written_the_command_says_so_and_fails(
    gym: Gym, answers: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("assessment.records.adding.write_whole_file", full)
    monkeypatch.setenv("POSTERIOR_CHAIN_DATABASE", "postgresql://x@/y?host=/nowhere")

    result = gym("records", "add", answers(name="Ana"))

    assert result.exit_code == 1
    assert isinstance(result.exception, OSError)  # which main() puts into words
    monkeypatch.delenv("POSTERIOR_CHAIN_DATABASE")
    assert "There is no client yet" in gym("records", "list", typed=("4711", "4711")).stderr


def test_the_desk_shuts_after_the_minutes_of_the_settings(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    make = Desk.__init__

    def noted(self: Desk, *given: Any, **named: Any) -> None:
        seen.append(named["idle_seconds"])
        make(self, *given, **named)

    monkeypatch.setattr(Desk, "__init__", noted)
    done(gym("records", "list", typed=("4711", "4711")))
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("[records]\nidle_minutes = 7\nkeep_months = 0\n")
    told = gym("records", "list", typed=("4711",))
    assert seen == [300.0, 420.0]
    assert "line 3: records.keep_months: must be a whole number" in told.stderr


def test_a_table_of_screenings_is_written_beside_its_codebook(
    gym: Gym, answers: Callable[..., str], tmp_path: Path
) -> None:
    gym("records", "pin", typed=("4711", "4711"))
    ana = done(gym("records", "add", answers(name="Ana"))).strip()
    bo = done(gym("records", "add", answers(name="Bo"))).strip()
    table, codebook = tmp_path / "t.csv", tmp_path / "t-codebook.csv"
    export = ("records", "export", "--csv", str(table))

    whole = gym(*export, typed=("4711",))

    assert done(whole).splitlines() == [str(table), str(codebook)]
    assert "2 screenings stand in it. It is not sealed" in whole.stderr
    text = table.read_text("utf-8-sig")
    assert ana in text
    assert bo in text
    assert "Ana" not in text
    assert "exported" in done(gym("records", "audit"))
    again = gym(*export, typed=("4711",))
    assert (again.exit_code, again.stdout) == (2, "")
    assert "t.csv: is there already" in again.stderr
    client = done(gym("records", "list", "--search", "bo", typed=("4711",)))[:8]
    done(gym(*export, client, "--replace", "--names", typed=("4711",)))
    text = table.read_text("utf-8-sig")
    assert (ana in text, bo in text, "Bo" in text) == (False, True, True)
    done(gym(*export, "--replace", "--since", "2020-01-01", "--newest", typed=("4711",)))
    assert len(table.read_text("utf-8-sig").splitlines()) == 3


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ((), "Name either a folder with --out, or a table with --csv."),
        (("--csv", "t.csv", "--out", "f"), "Name either a folder"),
        (("--out", "f"), "Name the client by an id"),
        (("0123", "--out", "f", "--names"), "go with --csv"),
        (("--csv", "t.csv", "--settings", "s.toml"), "--settings goes with --out."),
        (("--csv", "nowhere/t.csv"), "The table was not written to nowhere/t.csv: "),
        (("--csv", "t" * 300), "the name is too long"),
    ],
)
def test_what_an_export_cannot_be_is_said_before_a_secret_is_asked_for(
    gym: Gym, typed: tuple[str, ...], says: str
) -> None:
    result = gym("records", "export", *typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
