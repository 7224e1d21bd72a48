"""Making .venv: in which order, what is left after a fault, and how the program is reached."""

import errno
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import environment, layout, moving, note
from setting_up import pip as own_pip
from setting_up.steps import Outcome
from setting_up.updates.rescue import take
from setting_up.words import SetUpError
from tests.setting_up import checkout

OFFLINE = "WARNING: Retrying ... NewConnectionError('Failed to establish a new connection')"


class Pip:
    """Stands in for the program that installs; keeps what it was told."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.outcome = Outcome(ok=True, output="")
        self.interrupted = False

    def __call__(self, _label: str, command: list[str], *_: object) -> Outcome:
        if self.interrupted:
            raise KeyboardInterrupt
        self.commands.append(command)
        return self.outcome


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh checkout, in a folder with a name that asks for care."""
    folder = tmp_path / "Jörg's $gym; 100 %"
    checkout.use(folder, [layout, note, environment, moving, own_pip], monkeypatch)
    monkeypatch.setattr(environment, "provide_pango", lambda: None)
    monkeypatch.setattr(environment, "check_parts", lambda *_: None)
    monkeypatch.setattr(environment, "heeded_settings", lambda *_: {})
    return folder


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Pip:
    pip = Pip()
    monkeypatch.setattr(environment, "run", pip)
    return pip


def test_a_set_up_installs_the_lock_and_nothing_else(here: Path, pip: Pip) -> None:
    environment.set_up(layout.PROGRAM_PARTS)

    (command,) = pip.commands
    assert command[:2] == [str(here / ".venv/bin/python"), "-I"]
    assert {"--require-hashes", "--no-deps"} <= set(command)
    assert command[command.index("--requirement") + 1] == str(here / "requirements.lock")
    assert note.holds(layout.PROGRAM_PARTS)


def test_the_parts_for_the_tests_are_added_to_what_is_there(here: Path, pip: Pip) -> None:
    environment.set_up(layout.PROGRAM_PARTS)
    (here / ".venv/kept").touch()

    environment.set_up(layout.TEST_PARTS)

    assert str(here / "requirements-dev.lock") in pip.commands[1]
    assert (here / ".venv/kept").exists()
    assert note.holds(layout.TEST_PARTS)


def test_what_was_asked_for_once_comes_again_with_a_new_version(here: Path, pip: Pip) -> None:
    """A gym that speaks to a server still does after the program changed."""
    environment.set_up(layout.SERVER_PARTS)
    for name in ("requirements.lock", "requirements-server.lock"):
        (here / name).write_text("rich==16")

    environment.set_up(layout.PROGRAM_PARTS)

    installed = [command[command.index("--requirement") + 1] for command in pip.commands[1:]]
    assert installed == [str(here / "requirements-server.lock")]
    assert note.holds(layout.SERVER_PARTS)


def test_a_set_up_that_fails_does_not_forget_what_was_asked_for(here: Path, pip: Pip) -> None:
    environment.set_up(layout.SERVER_PARTS)
    (here / "requirements.lock").write_text("rich==16")
    pip.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        environment.set_up(layout.PROGRAM_PARTS)
    pip.interrupted = False

    environment.set_up(layout.PROGRAM_PARTS)

    assert note.holds(layout.SERVER_PARTS)


@pytest.mark.usefixtures("pip")
def test_newer_parts_of_what_was_asked_for_are_noticed_by_a_plain_start(here: Path) -> None:
    environment.set_up(layout.SERVER_PARTS)
    (here / "requirements-server.lock").write_text("psycopg==4")
    assert note.holds(layout.PROGRAM_PARTS)
    assert not note.is_ready(layout.PROGRAM_PARTS)


def test_the_second_of_two_finds_all_done(pip: Pip) -> None:
    environment.set_up(layout.PROGRAM_PARTS)
    environment.set_up(layout.PROGRAM_PARTS)

    assert len(pip.commands) == 1


def test_a_half_made_environment_is_made_anew(here: Path, pip: Pip) -> None:
    (here / ".venv/lib/python3.9").mkdir(parents=True)
    (here / ".venv/lib64").symlink_to("lib")
    (here / ".venv/pyvenv.cfg").touch()

    environment.set_up(layout.PROGRAM_PARTS)

    assert pip.commands
    assert not (here / ".venv/lib/python3.9").exists()
    assert note.holds(layout.PROGRAM_PARTS)


def test_without_the_internet_there_is_a_sentence_and_no_note(here: Path, pip: Pip) -> None:
    pip.outcome = Outcome(ok=False, output=OFFLINE)

    with pytest.raises(SetUpError, match="the internet could not be reached"):
        environment.set_up(layout.PROGRAM_PARTS)

    assert not (here / ".venv/ready.json").exists()


def test_an_interrupted_set_up_leaves_no_note(here: Path, pip: Pip) -> None:
    """Nor one of earlier: whether all parts of it are still whole, nobody knows."""
    environment.set_up(layout.PROGRAM_PARTS)
    pip.interrupted = True

    with pytest.raises(KeyboardInterrupt):
        environment.set_up(layout.TEST_PARTS)

    assert not (here / ".venv/ready.json").exists()


def test_a_damaged_pip_is_refused_before_anything_is_touched(here: Path, pip: Pip) -> None:
    environment.set_up(layout.PROGRAM_PARTS)
    (here / "requirements.lock").write_text("# newer\n")
    (wheel,) = (here / "vendor").glob("pip-*.whl")
    wheel.write_bytes(wheel.read_bytes()[:-1])

    with pytest.raises(SetUpError, match="missing or damaged"):
        environment.set_up(layout.PROGRAM_PARTS)

    assert (here / ".venv/ready.json").exists()
    assert len(pip.commands) == 1


def test_the_pip_that_comes_along_is_the_one_that_is_vouched_for() -> None:
    wheel = own_pip.vendored_pip()

    assert [wheel] == list(wheel.parent.glob("*.whl"))


@pytest.mark.usefixtures("pip")
def test_on_a_disk_that_knows_no_links_there_is_a_sentence(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A USB stick: what a bundle is carried on, and not where it is set up."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refuse)

    with pytest.raises(SetUpError, match="copy the folder to the computer's own disk"):
        environment.set_up(layout.PROGRAM_PARTS)
    assert not (here / ".venv/ready.json").exists()


def test_only_one_set_up_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with file.open("a") as second:
        with file.open("a") as first:
            assert take(first.fileno())
            assert not take(second.fileno())
        assert take(second.fileno())


def test_a_set_up_stays_locked_while_it_empties_the_folder(here: Path) -> None:
    with environment.only_one():
        environment.make_environment()

        with (here / ".venv/setting-up.lock").open("a") as second:
            assert not take(second.fileno())


def test_a_second_set_up_says_that_it_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([False, False, True])
    monkeypatch.setattr(environment, "take", lambda _lock: next(answers))

    with environment.only_one():
        pass

    assert "Waiting for another start.py" in capsys.readouterr().err


@pytest.mark.usefixtures("pip")
def test_the_command_starts_the_program_from_any_folder(here: Path, tmp_path: Path) -> None:
    """A folder or module of the same name, where the person stands, is not the program."""
    environment.set_up(layout.PROGRAM_PARTS)
    launch = here / "setting_up/scripts/launch.py"
    launch.parent.mkdir(parents=True)
    launch.write_text("import assessment")
    (here / "assessment.py").write_text("import sys; print(sys.argv[1:])")
    (tmp_path / "assessment.py").write_text("print('the wrong one')")

    done = subprocess.run(
        [here / ".venv/bin/posterior-chain", "run", "it's me"],
        check=True,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.stdout == "['run', \"it's me\"]\n"
