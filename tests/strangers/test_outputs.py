"""An output that cannot hold a name: it comes as near as it can, and nothing is done by half."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyte
import pytest
from rich.cells import cell_len

from assessment.cli import main
from assessment.cli.streams.encoding import LIKENESS, open_to_every_text
from assessment.files.folders import data_folder
from assessment.quiz.record_client import RecordClient
from tests.cases import each
from tests.contract import all_best
from tests.surroundings import PATIENCE_S, environment_at

NAMES = ("Łucja", "Zoë 王小明", "Ana 😀", "Đorđe Åsé", "İpek")
ENCODINGS = ("cp1252", "ascii", "utf-16", "utf-8")
PIN = "4711"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def command(tmp_path: Path, home: Path) -> Command:
    """Return a function that runs a command here on outputs of an *encoding*.

    What they hold is read strictly, so that no sign may be written which they do not have.
    """

    def run(encoding: str, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        written = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
        lines = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        with (
            chdir(tmp_path),
            patch.dict(os.environ, environment_at(home), clear=True),
            patch.multiple(sys, argv=["posterior-chain", *arguments], stdin=lines),
            patch.multiple(sys, stdout=written[0], stderr=written[1]),
        ):
            status = main()
            for stream in written:
                stream.flush()
        said = [one.buffer.getvalue().decode(encoding) for one in written]
        return subprocess.CompletedProcess(arguments, status, *said)

    return run


def answers_of(folder: Path, **changes: Any) -> str:
    """Write a file of answers, and return its name."""
    document = {"questionnaire": "posterior-chain", "answers": all_best() | changes}
    version = json.loads((Path("examples/healthy.json")).read_text("utf-8"))["version"]
    path = folder / "answers.json"
    path.write_text(json.dumps(document | {"version": version}), "utf-8")
    return str(path)


@each("encoding", ENCODINGS)
def test_each_name_is_listed_whatever_the_output_can_hold(
    command: Command, tmp_path: Path, encoding: str, home: Path
) -> None:
    with patch.dict(os.environ, environment_at(home)):
        known = data_folder().exists()
    if not known:
        for name in NAMES:
            command("utf-8", "records", "add", answers_of(tmp_path, name=name))
        command("utf-8", "records", "pin", typed=f"{PIN}\n" * 2)
    listed = command(encoding, "records", "list", typed=PIN)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert len(listed.stdout.splitlines()) == len(NAMES)
    for name in NAMES:
        exact = name.encode(encoding, "ignore").decode(encoding) == name
        assert (name in listed.stdout) == exact
    assert "Ana" in listed.stdout
    client = listed.stdout.splitlines()[0][:8]
    asked = command(encoding, "records", "erase", client, typed=f"{PIN}\nn\n")
    assert "Erase" in asked.stderr
    assert (asked.returncode, "Nothing was changed." in asked.stdout) == (0, True)
    shown = command(encoding, "records", "show", client, typed=PIN)
    assert shown.returncode == 0
    assert "may train" in shown.stdout


@each("encoding", ENCODINGS)
def test_a_path_that_cannot_be_said_is_written_and_said_as_near_as_can_be(
    command: Command, tmp_path: Path, encoding: str
) -> None:
    file = answers_of(tmp_path)
    done = command(encoding, "report", file, "--html", "-o", "Łucja 😀.html")
    assert done.returncode == 0
    assert (tmp_path / "Łucja 😀.html").stat().st_size > 1000
    assert done.stdout.strip().endswith(".html")
    refused = command(encoding, "report", "nobody-Łucja.json", "-o", "x.pdf")
    assert (refused.returncode, "Sorry" in refused.stderr) == (2, False)
    odd = command(encoding, "report", "--Łucja=王")
    assert (odd.returncode, odd.stderr.splitlines()[-1][:5]) == (2, "Error")


@each("encoding", ENCODINGS)
def test_help_doctor_and_settings_come_out_of_every_output(
    command: Command, home: Path, encoding: str
) -> None:
    with patch.dict(os.environ, environment_at(home)):
        from assessment.files.folders import settings_path

        settings_path().parent.mkdir(parents=True, exist_ok=True)
        settings_path().write_text('[report]\ngym = "Łódź Gym"\nsize = "Ł"\n', "utf-8")
    assert command(encoding, "--help").returncode == 0
    assert command(encoding, "doctor").returncode in (0, 1)
    shown = command(encoding, "settings")
    assert shown.returncode == 2  # a line of it is wrong, and named
    assert "Gym" in shown.stdout
    assert "size" in shown.stderr


SAYS = "import sys; sys.stderr.write('records: there is no Łucja here'); sys.exit(1)"


def test_what_our_own_programs_say_to_each_other_is_in_one_encoding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-16")
    assert "there is no Łucja here" in RecordClient((sys.executable, "-c", SAYS)).keep({})


OPENS = """
from assessment.records.sealing import key_process
key_process.unwrapped_secret = lambda wrapped, passphrase: passphrase
key_process.main()
"""


@pytest.mark.heavy
def test_a_key_comes_back_as_it_is_whatever_outputs_are_in(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENS],
        input=json.dumps({"passphrase": "secret", "wrapped": []}).encode(),
        env=environment_at(home, PYTHONIOENCODING="utf-16"),
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.stdout == b"secret"


BYTES = "report-\udcff.html"
"""The name of a file that is no text, as Python reads it."""


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_the_name_of_a_file_that_is_no_text_is_said_by_its_bytes(
    command: Command, tmp_path: Path
) -> None:
    done = command("latin-1", "report", answers_of(tmp_path), "--html", "-o", BYTES)
    assert (done.returncode, done.stdout) == (0, "report-\xff.html\n")
    assert (
        "Sorry"
        not in command("utf-16", "report", answers_of(tmp_path), "--html", "-o", BYTES).stderr
    )


@each("sign", "┏━┓┃╋│─█▄▁▓░●○✓↓→…–’×王😀é")
def test_a_sign_becomes_one_that_is_as_wide(sign: str) -> None:
    open_to_every_text()
    written = sign.encode("ascii", LIKENESS).decode("ascii")
    assert len(written) == cell_len(sign)
    assert written.isprintable()


def test_a_box_is_still_a_box() -> None:
    open_to_every_text()
    box = "┏━━┓\n┃  ┃\n┗━━┛".encode("ascii", LIKENESS).decode()
    assert box == "+--+\n|  |\n+--+"
    assert "≥ 4 ½ m²".encode("ascii", LIKENESS) == b">= 4 1/2 m2"


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
    ids=str,
)
def test_a_screen_has_boxes_in_every_locale(tmp_path: Path, variables: dict[str, str]) -> None:
    from tests.tui.pseudo_terminal import quiz

    terminal = quiz(tmp_path, **variables)
    terminal.wait_for("Start")
    terminal.send(b"\r")
    terminal.wait_for("How old")
    terminal.wait_for("Pause")
    window = pyte.Screen(80, 24)
    pyte.ByteStream(window).feed(terminal.seen)
    shown = "\n".join(window.display)
    assert "\\" not in shown
    assert ("╭────" if "utf-16" in variables.values() else "+----") in shown
    terminal.kill()


def test_without_standard_error_nothing_else_stands_among_the_results() -> None:
    results = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for arguments in (("nope",), ("assess", "none.json"), ("report", "--copies", "0")):
        with patch.multiple(sys, argv=["posterior-chain", *arguments], stdout=results, stderr=None):
            assert main() == 2
            sys.stderr.close()
    results.flush()
    assert results.buffer.getvalue() == b""
