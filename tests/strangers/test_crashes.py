"""A fault anywhere in an app: one friendly line, a status that is not 0, a clean terminal."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from assessment.quiz import words
from assessment.ui.terminal import running
from assessment.ui.terminal.safe_app import SafeApp
from tests.cases import each

TYPED = "what somebody answered"


class PaintedError(Exception):
    """Can paint itself, as errors of Textual's own can."""

    def __rich__(self) -> str:
        return TYPED


def fail() -> None:
    raise RuntimeError(TYPED)


def fail_by_itself() -> None:
    raise PaintedError(TYPED)


def fail_later(app: SafeApp) -> None:
    async def failing() -> None:
        fail()

    app.kept = asyncio.ensure_future(failing())  # type: ignore[attr-defined]
    app.call_later(lambda: delattr(app, "kept"))


def fail_and_leave(app: SafeApp) -> None:
    app.call_later(app.exit)
    fail()


FAULTS: dict[str, Callable[[SafeApp], object]] = {
    "a handler": lambda _: fail(),
    "an error that paints itself": lambda _: fail_by_itself(),
    "what is called later": lambda app: app.call_later(fail),
    "a timer": lambda app: app.set_timer(0.001, fail),
    "a worker in a thread": lambda app: app.run_worker(fail, thread=True),
    "a thread": lambda _: threading.Thread(target=fail).start(),
    "a call of the loop": lambda _: asyncio.get_running_loop().call_soon(fail),
    "a task that nobody waits for": fail_later,
    "a fault, and then a way out": lambda app: app.call_next(fail_and_leave, app),
    "the driver": lambda app: app.panic("what Textual would print of it"),
}


class Faulty(SafeApp):
    """Fails in one of the ways, once it is there."""

    LEAVES_TERMINAL_EMPTY = False

    def __init__(self, log_folder: Path, fault: Callable[[SafeApp], object]) -> None:
        super().__init__(log_folder)
        self._fault = fault

    def on_ready(self) -> None:
        """Fail."""
        self._fault(self)


@pytest.fixture
def headless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let apps run without a terminal."""
    run = App.run
    monkeypatch.setattr(App, "run", lambda app: run(app, headless=True))
    monkeypatch.setattr(running, "outlive_the_window", lambda: None)


@pytest.mark.usefixtures("headless")
@each("where", FAULTS)
def test_a_fault_ends_in_one_line_and_a_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], where: str
) -> None:
    logs = tmp_path / where
    status = running.run_in_terminal(lambda _: Faulty(logs, FAULTS[where]))
    told = "".join(capsys.readouterr())
    assert status == 1
    assert " ".join(told.split()).startswith(words.WENT_WRONG)
    assert "Traceback" not in told
    assert TYPED not in told + "".join(log.read_text() for log in logs.glob("*"))


@pytest.mark.usefixtures("headless")
def test_the_log_names_the_line_of_a_fault_in_a_worker(tmp_path: Path) -> None:
    running.run_in_terminal(lambda _: Faulty(tmp_path, FAULTS["a worker in a thread"]))
    assert "in fail" in (tmp_path / "faults.log").read_text()


@pytest.mark.usefixtures("headless")
def test_a_fault_of_the_thread_that_reads_keys_ends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if sys.platform == "win32":
        pytest.skip("another driver")
    from assessment.ui.terminal.driver import TerminalDriver

    class Unreadable(TerminalDriver, HeadlessDriver):
        """Shows nothing, and fails to read."""

        start_application_mode = HeadlessDriver.start_application_mode

        def __init__(self, app: SafeApp) -> None:
            HeadlessDriver.__init__(self, app)

        def run_input_thread(self) -> None:
            fail()

    def read_keys(app: SafeApp) -> None:
        threading.Thread(target=Unreadable(app)._run_input_thread).start()

    assert running.run_in_terminal(lambda _: Faulty(tmp_path, read_keys)) == 1
    assert "in fail" in (tmp_path / "faults.log").read_text()
    assert TYPED not in "".join(capsys.readouterr())


@pytest.mark.usefixtures("headless")
def test_a_window_says_how_large_it_is_and_no_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shell gives the size that its window had once to all that it starts."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, "120")
    seen = []

    def look(app: SafeApp) -> None:
        seen.append(app.size)
        app.exit()

    assert running.run_in_terminal(lambda _: Faulty(tmp_path, look)) == 0
    assert seen == [(80, 24)]
