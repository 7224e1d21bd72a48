"""What the doctor finds: one line for each thing that was checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was checked."""

    name: str
    fine: bool
    words: str

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{'fine   ' if self.fine else 'TO DO  '} {self.name:10} {self.words}"
