"""The recovery sheet: the gym's key on paper, to type in when the passphrase is lost."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from importlib.resources import files

from reports.html import render
from reports.output.print_options import PLAIN, PrintOptions
from reports.words import recovery as words
from reports.words.phrasing import day_in_words

BEGIN = "AGE-SECRET-KEY-1"
"""How every such key begins; the rest is what tells one from another."""
GROUP = 4
"""Characters written together: as many as one reads at a glance."""
GROUPS_ON_LINE = 5


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """What stands on the sheet; ``secret`` is the private key and is in no log and no repr."""

    secret: str
    public: str
    generation: int
    made: datetime.date


def groups_of(secret: str) -> list[str]:
    """Return *secret* in groups, as it is written on paper, without the words it begins with."""
    plain = secret.removeprefix(BEGIN)
    return [plain[start : start + GROUP] for start in range(0, len(plain), GROUP)]


def recovery_text(recovery: Recovery) -> str:
    """Return the sheet as plain text."""
    groups = groups_of(recovery.secret)
    lines = [
        words.TITLE.upper(),
        words.WHAT,
        words.MADE.format(day=recovery.made.isoformat()),
        "",
        words.KEY_NUMBER.format(generation=recovery.generation),
        words.TEXT_RULE,
        BEGIN,
        *(
            "  ".join(groups[start : start + GROUPS_ON_LINE])
            for start in range(0, len(groups), GROUPS_ON_LINE)
        ),
        words.TEXT_RULE,
        words.PUBLIC,
        recovery.public,
        "",
    ]
    for title, sentences in _sections():
        lines += [title, *(f"  {sentence}" for sentence in sentences), ""]
    return "\n".join([*lines, words.AGE, words.DELETE]) + "\n"


def recovery_html(
    recovery: Recovery, paper: PrintOptions = PLAIN, *, self_contained: bool = False
) -> str:
    """Return the sheet as one HTML document for *paper*; *self_contained* as for a report.

    Raises:
        ReportError: A font file is missing or damaged.
    """
    groups = groups_of(recovery.secret)
    return render.page_of(
        "recovery.html",
        paper,
        self_contained=self_contained,
        own_styles=(files("reports") / "templates" / "recovery.css").read_text(encoding="utf-8"),
        sheet=words,
        begin=BEGIN,
        recovery=recovery,
        day=day_in_words(recovery.made),
        rows=[
            groups[start : start + GROUPS_ON_LINE]
            for start in range(0, len(groups), GROUPS_ON_LINE)
        ],
        sections=_sections(),
    )


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (words.KEEP_TITLE, words.KEEP),
        (words.USE_TITLE, words.USE),
        (words.SEEN_TITLE, words.SEEN),
    )
