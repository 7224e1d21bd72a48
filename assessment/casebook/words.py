"""Why there is no report on a record, in words for trainers."""

from __future__ import annotations

NOT_MADE = "The PDF could not be made: {reason}"
NOT_COMPLETE = "a safety question is not answered"
OTHER_VERSION = "another version of the questionnaire made it"
NO_PAPER = "There is no paper for this record: {reason}."
