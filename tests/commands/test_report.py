"""``posterior-chain report``: a whole file or none, and a sentence that says why."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests import contract
from tests.casebook.earlier_version import old_content
from tests.contract import all_best
from tests.printers import program
from tests.running import Run

FEW = {"dark_urine": "yes"}
"""An answer that leaves one page to make."""


def write_answers(folder: Path, **changes: Any) -> bytes:
    content = json.dumps(
        {
            "questionnaire": "posterior-chain",
            "version": contract.VERSION,
            "answers": all_best() | changes,
        }
    ).encode()
    (folder / "answers.json").write_bytes(content)
    return content


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_is_written_for_its_owner_only(start: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, chair_rise=3, bridge=3)
    done = start("report", "answers.json", "-o", "out.pdf")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip() == b"out.pdf"
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) >= 2
    assert names_in(tmp_path) == ["answers.json", "out.pdf"]
    assert (tmp_path / "out.pdf").stat().st_mode & 0o077 == 0


def test_answers_may_come_from_standard_input(run: Run, tmp_path: Path) -> None:
    content = write_answers(tmp_path, **FEW)
    done = run("report", "-", "-o", "out.pdf", "--sheet", "client", stdin=content)
    assert done.returncode == 0
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) >= 1


def test_html_is_one_file(run: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, chair_rise=3)
    done = run("report", "answers.json", "-o", "out.html", "--html")
    assert (done.returncode, done.stderr) == (0, b"")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "http://" not in text.replace("http://www.w3.org/", "")
    assert "src=" not in text or 'src="data:' in text


def test_an_older_file_is_replaced(run: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, **FEW)
    (tmp_path / "out.pdf").write_text("old")
    assert run("report", "answers.json", "-o", "out.pdf").returncode == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_answers_of_1_0_0_are_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(old_content().answers))
    done = run("report", "answers.json", "-o", "out.pdf")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "asked less about safety" in done.stderr.decode()
    assert "the client needs a new screening" in done.stderr.decode()
    assert names_in(tmp_path) == ["answers.json"]


def test_an_incomplete_sheet_is_refused_with_what_is_missing(run: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, told_bones=None, saddle_numbness=None, age_years=None)
    done = run("report", "answers.json", "-o", "out.pdf")
    assert (done.returncode, done.stdout) == (2, b"")
    named = [line.split(":")[1].strip() for line in done.stderr.decode().splitlines()]
    assert named == ["age_years", "saddle_numbness", "told_bones"]
    assert names_in(tmp_path) == ["answers.json"]


@pytest.mark.parametrize(
    ("target", "status"),
    [(".", 2), ("folder", 2), ("none/out.pdf", 2), ("answers.json/out.pdf", 2)],
)
def test_a_target_that_cannot_be_is_named(
    run: Run, tmp_path: Path, target: str, status: int
) -> None:
    write_answers(tmp_path)
    (tmp_path / "folder").mkdir()
    before = names_in(tmp_path)
    done = run("report", "answers.json", "-o", target)
    assert (done.returncode, done.stdout) == (status, b"")
    assert done.stderr.count(b"\n") == 1
    assert target.encode() in done.stderr
    assert names_in(tmp_path) == before


def test_the_report_never_replaces_the_answers(run: Run, tmp_path: Path) -> None:
    content = write_answers(tmp_path)
    done = run("report", "answers.json", "-o", "answers.json")
    assert done.returncode == 2
    assert b"would replace the answers" in done.stderr
    assert (tmp_path / "answers.json").read_bytes() == content


def test_bad_answers_write_nothing(run: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, stairs=9)
    done = run("report", "answers.json", "-o", "out.pdf")
    assert done.returncode == 2
    assert b"stairs: must be 0, 1, 2, 3 or 4; found 9" in done.stderr
    assert names_in(tmp_path) == ["answers.json"]


@pytest.mark.heavy
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_failure_in_words(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: writing stops in the middle."""
    write_answers(tmp_path)
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "import weasyprint\n"
        "from assessment.cli import main\n"
        "from questions.loader import load_questionnaire; load_questionnaire()\n"
        "from assessment.catalogue.loader import load_catalogue; load_catalogue()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "sys.argv = ['posterior-chain', 'report', 'answers.json', '-o', 'out.pdf']\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        cwd=tmp_path,
        timeout=300,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert names_in(tmp_path) == ["answers.json"]


NO_PANGO = (
    "import sys\n"
    "import cffi\n"
    "def gone(self, name, flags=0):\n"
    "    raise OSError(f'cannot load library {name!r}')\n"
    "cffi.FFI.dlopen = gone\n"
    "from assessment.cli import main\n"
    "sys.argv[0] = 'posterior-chain'\n"
    "sys.exit(main())\n"
)
"""A computer whose libraries cannot be loaded."""


def without_pango(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", NO_PANGO, *arguments],
        capture_output=True,
        cwd=folder,
        timeout=300,
        check=False,
    )


def test_without_pango_a_pdf_says_what_to_install(tmp_path: Path) -> None:
    write_answers(tmp_path)
    done = without_pango(tmp_path, "report", "answers.json", "-o", "out.pdf")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"ango" in done.stderr
    assert b"Traceback" not in done.stderr
    assert names_in(tmp_path) == ["answers.json"]


@pytest.mark.heavy
def test_without_pango_there_is_html(tmp_path: Path) -> None:
    write_answers(tmp_path)
    done = without_pango(tmp_path, "report", "answers.json", "-o", "out.pdf", "--or-html")
    assert done.returncode == 0
    assert done.stdout.strip() == b"out.html"
    assert names_in(tmp_path) == ["answers.json", "out.html"]


@pytest.mark.heavy
def test_without_pango_the_doctor_says_what_to_do(tmp_path: Path) -> None:
    done = without_pango(tmp_path, "doctor")
    assert done.returncode == 1
    lines = [line for line in done.stdout.decode().splitlines() if line.startswith("TO DO")]
    assert len(lines) == 1
    assert "PDF" in lines[0]


def test_the_doctor_finds_this_computer_fine(run: Run) -> None:
    done = run("doctor", XDG_DOCUMENTS_DIR="")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(lines) >= 8
    assert all(line.startswith("fine") for line in lines), lines


@pytest.mark.heavy
def test_without_a_terminal_the_example_client_gets_a_report(start: Run, home: Path) -> None:
    done = start()
    assert done.returncode == 0
    assert done.stderr.startswith(b"This is not a terminal")
    path = Path(done.stdout.decode().strip())
    assert path.is_relative_to(home)
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.heavy
def test_the_same_answers_give_the_same_bytes(start: Run, tmp_path: Path) -> None:
    write_answers(tmp_path, chair_rise=3, pain_low_back=2, pain_days="weekly")
    day = {"SOURCE_DATE_EPOCH": "1770000000"}
    one = start("report", "answers.json", "-o", "one.pdf", **day, PYTHONHASHSEED="1", TZ="UTC")
    two = start("report", "answers.json", "-o", "two.pdf", **day, PYTHONHASHSEED="2", LANG="C")
    assert (one.returncode, two.returncode) == (0, 0)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_settings_of_the_gym_are_used_and_what_is_wrong_in_them_is_told(
    run: Run, tmp_path: Path
) -> None:
    write_answers(tmp_path)
    (tmp_path / "gym.toml").write_text(
        '[report]\ngym = "Northside"\naccent = "red"\nsize = "letter"\n'
    )
    done = run("report", "answers.json", "-o", "out.html", "--html", "--settings", "gym.toml")
    assert done.returncode == 0
    assert b"accent: 'red' is not a colour" in done.stderr
    page = (tmp_path / "out.html").read_text()
    assert "Northside" in page
    assert "size: letter" in page


def test_what_is_typed_goes_before_the_settings_and_must_be_right(run: Run, tmp_path: Path) -> None:
    write_answers(tmp_path)
    (tmp_path / "gym.toml").write_text('[report]\nsize = "letter"\n')
    common = ("report", "answers.json", "-o", "out.html", "--html", "--settings", "gym.toml")
    assert run(*common, "--size", "a4").returncode == 0
    assert "size: letter" not in (tmp_path / "out.html").read_text()
    refused = run(*common, "--ink", "blue")
    assert refused.returncode == 2
    assert b"--ink: 'blue' is not known; allowed are colour, grey, saver" in refused.stderr
    assert run(*common[:-1], "none.toml").returncode == 2


def test_a_report_is_printed_as_often_as_asked(run: Run, tmp_path: Path) -> None:
    lp = program(tmp_path / "programs", "lp")
    write_answers(tmp_path, **FEW)
    common = ("report", "answers.json", "-o", "out.pdf", "--sheet", "client")
    done = run(*common, "--print", "--copies", "2", PATH=str(lp.folder))
    assert (done.returncode, done.stdout) == (0, b"out.pdf\n")
    assert done.stderr == b"Sent to the printer.\n"
    assert lp.jobs == [["-n", "2", "-t", "posterior-chain"]]
    assert lp.content == (tmp_path / "out.pdf").read_bytes()


def test_where_the_printer_fails_the_report_is_there_and_the_status_says_so(
    run: Run, tmp_path: Path
) -> None:
    lp = program(tmp_path / "programs", "lp", "echo 'lp: no such printer' >&2; exit 1")
    write_answers(tmp_path, **FEW)
    done = run("report", "answers.json", "-o", "out.pdf", "--print", PATH=str(lp.folder))
    assert (done.returncode, done.stdout) == (1, b"out.pdf\n")
    assert done.stderr == b"lp: no such printer\n"
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("wishes", [("--copies", "2"), ("--print", "--copies", "0")])
def test_copies_of_nothing_are_refused(run: Run, tmp_path: Path, wishes: tuple[str, ...]) -> None:
    write_answers(tmp_path)
    done = run("report", "answers.json", "-o", "out.pdf", *wishes)
    assert done.returncode == 2
    assert b"--copies" in done.stderr
    assert names_in(tmp_path) == ["answers.json"]
