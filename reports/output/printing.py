"""A finished report -> the printer, or the program that opens it.

``lp`` where it is (CUPS: Linux, macOS), the print verb on Windows; elsewhere, and for a web page,
the file is opened with the program that the system has for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from reports.errors import PrintError

SENT = "Sent to the printer."
OPENED = "Opened, so that you can print it from there."
JOB_TITLE = "posterior-chain"
"""What the list of print jobs shows; everybody on the network may read it, so never a name."""
MOST_COPIES = 99
MOST_SECONDS = 30.0
"""How long the printing system may take to accept a job."""
OPENING_SECONDS = 2.0
"""After so long a program that opens a file is taken to show it: some stay until it is closed."""
OPENERS = ("open", "xdg-open") if sys.platform == "darwin" else ("xdg-open",)
WEB_PAGES = (".html", ".htm")

NOT_THERE = "It was not printed: there is no file {path}."
SLOW = (
    "The printer did not answer within {seconds:.0f} seconds. Look whether it is switched on, then "
    "print again."
)
SILENT = "It was not printed: {program} ended with status {status} and did not say why."
NO_PRINTER = "this laptop has no program that prints."
NO_PDF = "this laptop cannot make a PDF yet."
NO_WAY = "This computer has no program that prints or opens it. Print it from another: {path}"


def print_file(path: Path, copies: int = 1) -> str:
    """Print *copies* of the file at *path*; return the sentence that says what happened.

    Raises:
        ValueError: *copies* is not 1 to 99.
        PrintError: It was neither printed nor opened; the system's own words say why.
    """
    if not 1 <= copies <= MOST_COPIES:
        raise ValueError(f"copies: must be 1 to {MOST_COPIES}; found {copies}")
    if not path.is_file():
        raise PrintError(NOT_THERE.format(path=path))
    is_page = path.suffix.lower() in WEB_PAGES
    if sys.platform == "win32":
        return _by_windows(path, 0 if is_page else copies)
    printer = None if is_page else shutil.which("lp")
    if printer:
        return _by_lp(printer, path, copies)
    for opener in OPENERS:
        if program := shutil.which(opener):
            return _opened([program, str(path.absolute())])
    raise PrintError(NO_WAY.format(path=path))


def send_to_printer(path: Path, printer: str = "") -> str:
    """Print the PDF at *path* once, on *printer* or the usual one; open nothing in its place.

    Raises:
        PrintError: It was not printed; the text says in one line what is missing.
    """
    if path.suffix.lower() in WEB_PAGES:
        raise PrintError(NO_PDF)
    if sys.platform == "win32":
        return _by_windows(path, 1, printer)
    if program := shutil.which("lp"):
        return _by_lp(program, path, 1, printer)
    raise PrintError(NO_PRINTER)


def _by_lp(program: str, path: Path, copies: int, printer: str = "") -> str:
    """Hand the file over as standard input: as an argument its name would go into the job."""
    command = [program, "-n", str(copies), "-t", JOB_TITLE]
    command += ["-d", printer] if printer else []
    with path.open("rb") as content, tempfile.TemporaryFile() as complaints:
        try:
            done = subprocess.run(
                command,
                stdin=content,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                timeout=MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PrintError(SLOW.format(seconds=MOST_SECONDS)) from error
        except OSError as error:
            raise PrintError(str(error)) from error
        if done.returncode:
            raise PrintError(_why(command, done.returncode, complaints))
    return SENT


def _by_windows(path: Path, copies: int, printer: str = "") -> str:
    """Start the program that Windows has for the file, once a copy; 0 copies open it."""
    how = ("printto", f'"{printer}"') if printer else ("print",)
    try:
        for _ in range(copies):
            os.startfile(path.absolute(), *how)  # type: ignore[attr-defined,unused-ignore]
        if not copies:
            os.startfile(path.absolute())  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise PrintError(str(error)) from error
    return SENT if copies else OPENED


def _opened(command: Sequence[str]) -> str:
    """Start *command*, which shows a file, in a session of its own and without the terminal."""
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
            status = process.wait(OPENING_SECONDS)
        except subprocess.TimeoutExpired:
            threading.Thread(target=process.wait, daemon=True).start()
            return OPENED
        except OSError as error:
            raise PrintError(str(error)) from error
        if status:
            raise PrintError(_why(command, status, complaints))
    return OPENED


def _why(command: Sequence[str], status: int, complaints: BinaryIO) -> str:
    """Return what a program said before it ended with *status*, as it said it."""
    complaints.seek(0)
    said = complaints.read().decode(errors="replace").strip()
    return said or SILENT.format(program=Path(command[0]).name, status=status)
