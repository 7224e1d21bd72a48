"""The report is made by another process, before it is asked for.

The quiz never loads what makes it, and no key waits for it: the process is warm and has the
report in memory by the time that somebody wants to save it.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assessment.files.owner_only import make_folder

MOST_SECONDS = 120.0
SECONDS_TO_END = 5.0
SUFFIXES = (".pdf", ".html")
NO_REASON = "the program stopped"
TOO_SLOW = "it took too long"

Document = Mapping[str, Any]
"""An answers document."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Made:
    """The report is at ``path``; ``is_pdf`` is False for a web page in its place."""

    path: Path

    @property
    def is_pdf(self) -> bool:
        """Whether it is the PDF that was asked for."""
        return self.path.suffix == ".pdf"


@dataclass(frozen=True, slots=True)
class NotMade:
    """There is no report; ``reason`` is a line for people."""

    reason: str


def free_target(folder: Path, now: datetime) -> Path:
    """Return a path in *folder* named by the minute, never one that is taken.

    No client's name stands in it: a list of files is seen by everybody.
    """
    stem = f"posterior-chain-{now:%Y-%m-%d-%H%M}"
    number = 1
    while True:
        target = folder / f"{stem if number == 1 else f'{stem}-{number}'}.pdf"
        if not any(target.with_suffix(suffix).exists() for suffix in SUFFIXES):
            return target
        number += 1


class ReportClient:
    """The process of *command* (see ``assessment.cli.report_worker``), and what is asked of it.

    Only ``save`` waits; where the process has died, it is started again and asked once more.
    *more* goes with each report that is asked for, such as earlier screenings.
    """

    def __init__(self, command: Sequence[str], more: Mapping[str, Any] = NOTHING) -> None:
        self._command = tuple(command)
        self._more = more
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def begin(self) -> None:
        """Start the process, so that it is warm when answers come; nothing if it runs."""
        with suppress(OSError):  # asked to save, it will be tried again, and say why
            self._running()

    def prepare(self, document: Document) -> None:
        """Have the report on *document* made, in place of any other.

        Nothing happens while one is being saved: it takes all that it needs along.
        """
        if self._one_at_a_time.acquire(blocking=False):
            try:
                with suppress(OSError):
                    self._write(self._running(), {"prepare": document, **self._more})
            finally:
                self._one_at_a_time.release()

    def forget(self) -> None:
        """Have nothing of a client kept in memory any more."""
        if self._process is not None:
            with suppress(OSError, ValueError):
                self._write(self._process, {"forget": True})

    async def saved(self, document: Document, folder: Path, now: datetime) -> Made | NotMade:
        """As ``save``, without stopping the screen meanwhile."""
        return await asyncio.to_thread(self.save, document, folder, now)

    def save(self, document: Document, folder: Path, now: datetime) -> Made | NotMade:
        """Have the report on *document* written into *folder*; return when it is on the disk."""
        return self.save_at(free_target(folder, now), document)

    def save_at(
        self, target: Path, document: Document, more: Mapping[str, Any] = NOTHING
    ) -> Made | NotMade:
        """Have the report on *document* written to *target*; return when it is on the disk.

        *more* says what else the process is to be told (see ``assessment.cli.report_worker``).
        """
        with self._one_at_a_time:
            try:
                make_folder(target.parent)
                request = {"save": str(target), "document": document, **self._more, **more}
                reply = self._asked(request) or self._asked(request)
            except OSError as error:
                return NotMade(error.strerror or NO_REASON)
        path = reply.get("path")
        return Made(Path(path)) if path else NotMade(reply.get("reason") or NO_REASON)

    def close(self) -> None:
        """End the process; what it was asked to save, it still writes."""
        if self._process is None:
            return
        with self._process as process:
            with suppress(OSError):
                self._pipe(process.stdin).close()
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
        self._process = None

    def _asked(self, request: Mapping[str, object]) -> dict[str, str]:
        """Return the answer to *request*, empty where the process died over it.

        Raises:
            OSError: It cannot be started.
        """
        process, too_slow = self._running(), threading.Event()

        def give_up() -> None:
            too_slow.set()
            process.kill()

        patience = threading.Timer(MOST_SECONDS, give_up)
        patience.start()
        line = b""
        try:
            with suppress(BrokenPipeError):
                self._write(process, request)
                line = self._pipe(process.stdout).readline()
        finally:
            patience.cancel()
        if line:
            reply: dict[str, str] = json.loads(line)
            return reply
        self.close()
        return {"reason": TOO_SLOW} if too_slow.is_set() else {}

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the process, started where it does not run.

        In a session of its own, so that neither Ctrl-C nor a window that closes ends it in
        the middle of a file; it ends with its input.
        """
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process

    def _write(self, process: subprocess.Popen[bytes], request: Mapping[str, object]) -> None:
        pipe = self._pipe(process.stdin)
        pipe.write(json.dumps(request).encode() + b"\n")
        pipe.flush()

    @staticmethod
    def _pipe(pipe: Any) -> Any:
        if pipe is None:
            raise BrokenPipeError
        return pipe
