"""Every sentence that only the sheet of a stored record says."""

from __future__ import annotations

SHEET = "Stored record"
MADE_WITH = (
    "Made with questionnaire {questionnaire} ({rules}). Today's rules ask more, so it is printed "
    "as it was."
)
ASKED_LESS = (
    "This questionnaire asked less about safety; a new screening is needed before training by it."
)
OUTCOME = "Outcome of that day: {outcome}"
RULES = "rules of program {program}"
RULES_UNKNOWN = "rules of that day"
NOT_KNOWN = "not known"
FOOT = "{title} {version}, stored record of questionnaire {questionnaire}"
TOP_REGIONS = "Most room to grow"
UNANSWERED = "Not answered, and needed for a result"
RANGE = "Range"
DOSE, CHANGES = "Dose", "Changes"
ANSWERS = "Answers"
NO_ANSWERS = "No answer can be read."
SETS = "{sets} x {repetitions}"
