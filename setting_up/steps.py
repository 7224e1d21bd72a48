"""Runs what takes long, and shows all the while that it is alive and how far it is."""

import contextlib
import importlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import ClassVar, NamedTuple, Self


class Step:
    """Shows that the block it is around is under way, and in the end how long it took.

    On a terminal a sign turns, without colours; elsewhere there is a line every ten seconds.
    """

    rich: ClassVar[ModuleType | None] = None
    """``rich.progress`` where it is there, which draws a bar on a terminal."""

    def __init__(self, label: str, total: int = 0) -> None:
        """Call the step *label*, a few words that fit on one line; *total* parts, if known."""
        self.ok = True
        """The block sets it to False to say that the step did not work."""
        self.done = 0
        """The block counts its parts here."""
        self.total = total
        """The block sets it to 0 when what follows cannot be counted."""
        self._label = label
        self._is_terminal = is_terminal()
        self._begin = time.monotonic()
        self._is_over = threading.Event()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        self._ticker.start()
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._is_over.set()
        self._ticker.join()
        good, bad = ("✓", "✗") if can_show("✓✗") else ("ok:", "no:")
        took = f"{self._seconds():.1f} s"
        if error is not None:
            self._show(f"{bad} {self._label}: stopped after {took}\n")
        elif not self.ok:
            self._show(f"{bad} {self._label}: did not work, {took}\n")
        else:
            self._show(f"{good} {self._label}, {took}\n")

    def _seconds(self) -> float:
        return time.monotonic() - self._begin

    def _how_far(self) -> str:
        count = f"{min(self.done, self.total)} of {self.total}, " if self.total else ""
        return f"{count}{self._seconds():.0f} s"

    def _tick(self) -> None:
        if self._is_terminal and self.rich:
            self._draw_bar(self.rich)
            return
        if not self._is_terminal:
            self._show(f"{self._label} ...\n")
        signs = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" if can_show("⠋") else "-\\|/"
        turn = 0
        while not self._is_over.wait(0.1 if self._is_terminal else 10):
            turn += 1
            if self._is_terminal:
                self._show(f"{signs[turn % len(signs)]} {self._label}, {self._how_far()}")
            else:
                self._show(f"  still at it, {self._how_far()}\n")

    def _draw_bar(self, rich: ModuleType) -> None:
        console = importlib.import_module("rich.console").Console(stderr=True)
        columns = [rich.TextColumn("{task.description}"), rich.BarColumn()]
        columns += [rich.MofNCompleteColumn()] if self.total else []
        with rich.Progress(
            *columns, rich.TimeElapsedColumn(), console=console, transient=True
        ) as bar:
            task = bar.add_task(self._label, total=self.total or None)
            while not self._is_over.wait(0.1):
                bar.update(task, completed=self.done, total=self.total or None)

    def _show(self, text: str) -> None:
        """Write *text*, on a terminal over what stands on the line."""
        if self._is_terminal:
            width = shutil.get_terminal_size().columns - 1
            line, end, _ = text.partition("\n")
            text = "\r" + line[:width].ljust(width) + end
        sys.stderr.write(text)
        sys.stderr.flush()


def use_rich(site_packages: Path) -> None:
    """Draw bars with the rich in *site_packages*, if it is there."""
    sys.path.append(str(site_packages))
    with contextlib.suppress(ImportError):
        Step.rich = importlib.import_module("rich.progress")


def is_terminal() -> bool:
    """Return whether standard error is a terminal that can write over a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def can_show(text: str) -> bool:
    """Return whether standard error can show *text*."""
    try:
        text.encode(sys.stderr.encoding)
    except UnicodeEncodeError:
        return False
    return True


class Outcome(NamedTuple):
    """How a program ended, and all it wrote."""

    ok: bool
    output: str


class Counted(NamedTuple):
    """What a program writes for each of its *total* parts, and before all the rest."""

    each: re.Pattern[str]
    rest: re.Pattern[str]
    total: int


def run(
    label: str,
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    counted: Counted | None = None,
) -> Outcome:
    """Run *command* as a step, in our environment if in no other."""
    with Step(label, counted.total if counted else 0) as step:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            close_fds=False,
        )
        lines = []
        with process:
            try:
                for line in process.stdout or ():
                    lines.append(line)
                    if counted and counted.each.match(line):
                        step.done += 1
                    elif counted and counted.rest.match(line):
                        step.total = 0
                step.ok = process.wait() == 0
            except KeyboardInterrupt:
                stop(process)
                raise
        return Outcome(step.ok, "".join(lines))


def stop(process: "subprocess.Popen[str]") -> None:
    """Ask *process* to stop, and wait: a package manager must not be cut off half-way."""
    process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
    process.communicate()
