"""``report --all``, ``--since`` and ``--client`` as a trainer types them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from assessment.cli.program import command
from assessment.records.adding import keep
from assessment.records.erasing import erase_records
from assessment.records.sealing.desk_session import Desk
from assessment.records.sealing.public_key import read_gym_key
from assessment.records.store.addresses import default_address, default_file
from assessment.records.store.opening import open_store
from assessment.records.store.repository import all_of
from assessment.records.store.tables import RECORDS
from assessment.records.store.transactions import Store
from assessment.records.store.values import AuditEntry, Record
from assessment.reporting import making, pool
from assessment.reporting.request import ReportRequest, ReportResult
from reports.output.write import report_content
from tests.printers import program
from tests.records.fixtures import MakeContent

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEW = {"dark_urine": "yes"}
"""An answer that leaves one page to make."""
HTML = ("--html", "--sheet", "client")


@pytest.fixture
def store(empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the store of this computer, whose desk opens with the PIN 4711."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "POSTERIOR_CHAIN_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home))
    default_file().parent.mkdir(parents=True)
    shutil.copy(empty_store, default_file())
    found = open_store(default_address())
    Desk(found, default_file().parent).choose_pin("4711")
    return found


@pytest.fixture
def in_a_thread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make reports in a thread in place of processes; return the days of what was made."""
    made: list[str] = []

    class InAThread(ThreadPoolExecutor):
        def __init__(self, _command: object, _jobs: int) -> None:
            super().__init__(1)

        def submit(self, request: ReportRequest) -> Future[ReportResult]:  # type: ignore[override]
            made.append(str(request.created))
            return super().submit(lambda: making.make_report(request))

    monkeypatch.setattr(pool, "ReportPool", InAThread)
    return made


@pytest.fixture
def add(store: Store, make_content: MakeContent) -> Callable[..., Record]:
    """Return a function that keeps a screening so many days after the first of March."""

    def do(day: int = 0, *, of: Record | None = None, **changes: object) -> Record:
        return keep(
            store,
            make_content(**{**FEW, **changes}),
            read_gym_key(default_file().parent),
            now=NOON + timedelta(days=day),
            client=of.client if of else None,
        )

    return do


def report(*arguments: str, pin: str = "4711") -> Result:
    return CliRunner().invoke(command, ["report", *arguments], input=f"{pin}\n")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def actions(store: Store) -> list[tuple[str, str]]:
    """Return what the audit log has on records: action and the end of the id."""
    return [(one.action, one.target.hex[-8:]) for one in all_of(store, AuditEntry) if one.target]


def end(record: Record) -> str:
    return record.id.hex[-8:]


@pytest.mark.heavy
def test_every_screening_gets_a_file_named_by_day_and_id(
    store: Store, add: Callable[..., Record], tmp_path: Path
) -> None:
    """By real processes, as PDF."""
    ana, bo = add(name="Ana", **FEW), add(9, name="Bo", **FEW)
    out = tmp_path / "papers" / "march"

    done = report("--all", "--out", str(out), "--jobs", "2", "--sheet", "client")

    assert (done.exit_code, done.exception) == (0, None), done.output
    assert done.stdout == f"2 of 2 reports are in {out}: 2 made now, 0 up to date before.\n"
    assert names_in(out) == [
        f"2026-03-01-{end(ana)}-client.pdf",
        f"2026-03-10-{end(bo)}-client.pdf",
    ]
    for path in out.iterdir():
        assert path.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    assert all(path.read_bytes().startswith(b"%PDF") for path in out.glob("*.pdf"))
    assert sorted(actions(store)) == sorted([("reported", end(ana)), ("reported", end(bo))])
    assert b"Ana" not in b"".join(path.name.encode() for path in out.iterdir())

    erase_records(store, default_file().parent, [ana.id])
    assert names_in(out) == [f"2026-03-10-{end(bo)}-client.pdf"]


@pytest.mark.usefixtures("in_a_thread")
def test_a_corrected_record_gives_way_and_its_old_paper_is_named(
    store: Store, add: Callable[..., Record], make_content: MakeContent, tmp_path: Path
) -> None:
    old = add(name="Ana")
    out = str(tmp_path / "out")
    report("--all", "--out", out, *HTML)
    new = keep(store, make_content(**FEW), read_gym_key(Path()), corrects=old)

    done = report("--all", "--out", out, *HTML)

    assert done.exit_code == 0
    assert f"2026-03-01-{end(old)}-client.html is from before a correction; " in done.stderr
    assert f"2026-03-01-{end(new)}-client.html takes its place." in done.stderr


def test_what_is_whole_and_up_to_date_is_not_made_again(
    add: Callable[..., Record], in_a_thread: list[str], tmp_path: Path
) -> None:
    for day in range(3):
        add(day)
    out = tmp_path / "out"
    typed = ("--all", "--out", str(out), *HTML)
    assert report(*typed).exit_code == 0
    assert len(in_a_thread) == 3
    first, second, _ = (out / name for name in names_in(out))
    before = second.read_bytes()

    first.unlink()
    second.write_bytes(before[:-1])
    again = report(*typed)

    assert "3 of 3 reports" in again.stdout
    assert "2 made now, 1 up to date before" in again.stdout
    assert sorted(in_a_thread[3:]) == ["2026-03-01", "2026-03-02"]
    assert second.read_bytes() == before
    assert "0 made now, 3 up to date" in report(*typed).stdout
    assert "3 made now, 0 up to date" in report(*typed, "--ink", "grey").stdout
    add(9)
    assert "1 made now, 3 up to date" in report(*typed, "--ink", "grey").stdout


@pytest.mark.usefixtures("in_a_thread")
def test_when_it_is_stopped_files_are_whole_and_it_can_go_on(
    add: Callable[..., Record],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for day in range(4):
        add(day)
    out = tmp_path / "out"
    typed = ("--all", "--out", str(out), *HTML)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _interrupt_at(3))  # of a file and its folder, and of a file
        stopped = report(*typed)

    assert stopped.exit_code == 1
    assert f"Stopped. 1 of 4 reports in {out} are whole." in stopped.stdout + stopped.stderr
    assert "type the same again" in stopped.output
    assert len(list(out.iterdir())) == 1
    assert "3 made now, 1 up to date" in report(*typed).stdout


def _interrupt_at(number: int) -> Callable[[int], None]:
    left = iter(range(1, number))

    def fsync(_descriptor: int) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return fsync


@pytest.mark.usefixtures("in_a_thread")
def test_a_record_that_cannot_be_reported_is_named_and_the_others_come(
    store: Store, add: Callable[..., Record], tmp_path: Path
) -> None:
    spoilt, newer, open_, fine = add(1), add(2), add(3, told_bones=None, dark_urine="no"), add(4)
    with store.writing() as connection:
        for record, change in ((spoilt, {"content": b"x"}), (newer, {"format": 99})):
            connection.execute(update(RECORDS).where(RECORDS.c.id == record.id).values(**change))

    done = report("--all", "--out", str(tmp_path / "out"), *HTML)

    assert done.exit_code == 1
    assert names_in(tmp_path / "out") == [f"2026-03-05-{end(fine)}-client.html"]
    assert "1 of 4 reports are in" in done.stdout
    said = [line for line in done.stderr.splitlines() if "was not made" in line]
    assert len(said) == 3
    for record, why in ((spoilt, "not whole"), (newer, "newer program"), (open_, "has no answer")):
        assert [why in line for line in said if end(record) in line] == [True]


@pytest.mark.usefixtures("in_a_thread")
def test_a_fault_of_the_program_spares_the_others(
    add: Callable[..., Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, _ = add(1), add(2)
    make = report_content

    def faulty(*given: Any, **named: Any) -> bytes:
        if named["created"].day == 2:
            raise ZeroDivisionError
        return make(*given, **named)

    monkeypatch.setattr(making, "report_content", faulty)
    done = report("--all", "--out", str(tmp_path / "out"), *HTML)
    assert done.exit_code == 1
    assert (
        f"{end(bad)}-client.html was not made: something went wrong in the program" in done.stderr
    )
    assert "faults.log" in done.stderr
    assert len(names_in(tmp_path / "out")) == 1


def test_a_client_who_is_erased_meanwhile_leaves_no_paper(
    store: Store,
    add: Callable[..., Record],
    in_a_thread: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = add(1)
    make = report_content

    def slow(*given: Any, **named: Any) -> bytes:
        erase_records(store, default_file().parent, [record.id])
        return make(*given, **named)

    monkeypatch.setattr(making, "report_content", slow)
    done = report("--all", "--out", str(tmp_path / "out"), *HTML)
    assert done.exit_code == 1
    assert "There is no record" in done.stderr
    assert len(in_a_thread) == 1
    assert names_in(tmp_path / "out") == []


@pytest.mark.usefixtures("in_a_thread")
def test_clients_days_and_newest_choose(add: Callable[..., Record], tmp_path: Path) -> None:
    first = add(1, name="Ana Lee")
    second, other = add(57, name="Ana Lee", of=first), add(30, name="Bo")

    def made(*typed: str) -> list[str]:
        out = tmp_path / "-".join(typed)
        assert report(*typed, "--out", str(out), *HTML).exit_code == 0
        return [name[11:19] for name in names_in(out)]

    assert made("--client", "ana") == [end(first), end(second)]
    assert made("--client", "ana", "--newest") == [end(second)]
    assert made("--client", "ana", "--client", str(other.client)[-8:]) == [
        end(first), end(other), end(second),
    ]  # fmt: skip
    assert made("--since", "2026-03-31") == [end(other), end(second)]
    assert made("--since", "2026-04-27", "--client", "Ana Lee") == [end(second)]
    nobody = report("--since", "2026-05-30", "--out", str(tmp_path / "none"))
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert "There is no such screening." in nobody.stderr
    assert not (tmp_path / "none").exists()
    unknown = report("--client", "Zoe", "--out", str(tmp_path / "none"))
    assert unknown.exit_code == 2
    assert "No client is called Zoe." in unknown.stderr


def pages(folder: Path, *records: Record) -> list[str]:
    return [next(folder.glob(f"*{end(one)}*")).read_text(encoding="utf-8") for one in records]


@pytest.mark.usefixtures("in_a_thread")
def test_a_client_who_comes_again_gets_last_time_beside_now(
    store: Store, add: Callable[..., Record], tmp_path: Path
) -> None:
    able = {"dark_urine": "no", "chair_rise": 3}
    first = add(name="Ana", **able)
    same_day = add(name="Ana", of=first, **able)
    second, other = add(57, name="Ana", of=first, **able), add(57, name="Bo", **able)
    out = tmp_path / "out"

    assert report("--all", "--out", str(out), *HTML).exit_code == 0

    made = pages(out, first, same_day, second, other)
    assert ["Last time and now" in page for page in made] == [False, False, True, False]
    erase_records(store, default_file().parent, [first.id, same_day.id])
    again = report("--all", "--out", str(out), *HTML)
    assert "1 made now, 1 up to date" in again.stdout  # what was last time is no more
    assert "Last time and now" not in pages(out, second)[0]


@pytest.mark.usefixtures("in_a_thread")
def test_an_earlier_record_that_cannot_be_opened_is_told_of(
    store: Store, add: Callable[..., Record], tmp_path: Path
) -> None:
    able = {"dark_urine": "no", "chair_rise": 3}
    first = add(name="Ana", **able)
    second = add(57, name="Ana", of=first, **able)
    with store.writing() as connection:
        connection.execute(update(RECORDS).where(RECORDS.c.id == first.id).values(content=b"x"))

    done = report("--client", "Ana", "--newest", "--out", str(tmp_path / "out"), *HTML)

    assert done.exit_code == 0
    assert f"{end(second)}-client.html comes without what was answered on 2026-03-01" in done.stderr
    assert "is not whole" in done.stderr


def test_a_report_is_printed_again_without_being_made_again(
    store: Store,
    add: Callable[..., Record],
    in_a_thread: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = add(1, name="Ana")
    add(2, name="Bo")
    lp = program(tmp_path / "programs", "lp")
    monkeypatch.setenv("PATH", str(lp.folder))
    typed = ("--client", "ana", "--out", str(tmp_path / "out"), "--sheet", "client", "--print")
    first = report(*typed)
    assert (first.exit_code, first.exception) == (0, None), first.output

    again = report(*typed, "--copies", "3")

    (path,) = (tmp_path / "out").glob("*.pdf")
    assert again.stdout == f"{path}\n"
    assert "Sent to the printer." in again.stderr
    assert [job[1] for job in lp.jobs] == ["1", "3"]
    assert lp.content == path.read_bytes()
    assert len(in_a_thread) == 1
    assert actions(store) == [
        ("reported", end(record)),
        ("printed", end(record)),
        ("printed", end(record)),
    ]


@pytest.mark.usefixtures("in_a_thread")
def test_what_the_printer_does_not_take_is_not_noted_as_printed(
    store: Store, add: Callable[..., Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(1)
    lp = program(tmp_path / "programs", "lp", "echo 'lp: no paper' >&2; exit 1")
    monkeypatch.setenv("PATH", str(lp.folder))
    done = report("--all", "--out", str(tmp_path / "out"), "--sheet", "client", "--print")
    assert done.exit_code == 1
    assert "lp: no paper" in done.stderr
    assert "printed" not in {action for action, _ in actions(store)}


@pytest.mark.usefixtures("in_a_thread")
def test_without_a_printer_one_file_is_opened_and_not_all(
    store: Store, add: Callable[..., Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(1)
    add(2)
    opener = program(tmp_path / "programs", "xdg-open")
    monkeypatch.setenv("PATH", str(opener.folder))
    done = report("--all", "--out", str(tmp_path / "out"), *HTML, "--print")
    assert done.exit_code == 1
    assert "Only one was opened; print the rest from" in done.stderr
    assert len(opener.jobs) == 1
    assert "printed" not in {action for action, _ in actions(store)}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("answers.json", "--all", "--out", "x"), "FILE and -o are for one report."),
        (("--all", "-o", "x.pdf", "--out", "x"), "FILE and -o are for one report."),
        (("--all", "--client", "Ana", "--out", "x"), "Leave out either --all or --client."),
        (("--all", "--or-html", "--out", "x"), "Use --html here."),
        (("--all", "--earlier", "2026-01-01=a.json", "--out", "x"), "--earlier is for one FILE."),
        (("--all",), "Name the folder for the reports: --out DIR."),
        (("--since", "March", "--out", "x"), "--since"),
        (("answers.json", "-o", "x.pdf", "--jobs", "2"), "go with --all"),
        (("answers.json", "-o", "x.pdf", "--newest"), "go with --all"),
        (("answers.json", "--out", "x"), "go with --all"),
        (("-o", "x.pdf"), "Name a FILE of answers"),
        (("answers.json",), "Name the report on FILE: -o OUT.pdf."),
        (("--all", "--out", "x", "--copies", "2"), "--copies goes with --print."),
        (("--all", "--out", "x", "--jobs", "0"), "--jobs"),
        (("--all", "--out", "x", "--ink", "blue"), "--ink: 'blue' is not known"),
    ],
)
def test_what_does_not_go_together_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = report(*typed)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.usefixtures("in_a_thread")
def test_nothing_is_read_without_the_pin(add: Callable[..., Record], tmp_path: Path) -> None:
    add(1)
    done = report("--all", "--out", str(tmp_path / "out"), pin="0000")
    assert done.exit_code == 2
    assert "not the PIN" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("in_a_thread")
def test_a_folder_that_cannot_be_is_named(add: Callable[..., Record], tmp_path: Path) -> None:
    add(1)
    (tmp_path / "file").touch()
    done = report("--all", "--out", str(tmp_path / "file" / "x"), *HTML)
    assert done.exit_code == 2
    assert "cannot be made: Not a directory" in done.stderr
