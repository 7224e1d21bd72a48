"""Keep a finished screening as a record, in a process of its own: the quiz loads no database."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from assessment.quiz import words

SAYS = "records: "
"""Stands before what the command says."""
MOST_SECONDS = 120
"""After which a store that does not answer is given up; the draft stays then."""


class RecordClient:
    """Hands the answers of a client who is done to *command*, with the papers that were saved.

    *command* is ``records add`` (``assessment.cli.records.add``); it needs no key to read.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._papers: list[Path] = []

    def paper_saved(self, path: Path) -> None:
        """Remember that a report on this client is at *path*, to be erased with the record."""
        if path not in self._papers:
            self._papers.append(path)

    def forget(self) -> None:
        """Know nothing of the client any more."""
        self._papers = []

    def keep(self, document: Mapping[str, object]) -> str:
        """Keep the answers *document* as a record; return why it is not kept, as a sentence.

        In a session of its own, so that a window that closes does not end it half-way.
        """
        papers = [part for path in self._papers for part in ("--paper", str(path))]
        try:
            done = subprocess.run(
                [*self._command, *papers],
                input=json.dumps(document).encode(),
                capture_output=True,
                timeout=MOST_SECONDS,
                start_new_session=True,
                check=False,
                env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            )
        except subprocess.TimeoutExpired:
            return words.NOT_RECORDED.format(reason=words.TOO_SLOW)
        except OSError as error:
            return words.NOT_RECORDED.format(reason=error.strerror)
        if done.returncode == 0:
            return ""
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        reason = lines[-1].removeprefix(SAYS) if lines else words.NO_REASON
        return words.NOT_RECORDED.format(reason=reason)
