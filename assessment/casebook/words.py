"""What the commands and the desk say alike about records, in words for trainers."""

from __future__ import annotations

NOT_MADE = "The PDF could not be made: {reason}"
NOT_COMPLETE = "a safety question is not answered"
NO_PAPER = "There is no paper for this record: {reason}."

NOTHING_TO_CLEAR = "No red flag is up that a clinician could clear."
NO_SUCH_FLAG = "There is no flag {flag}{nearest}. These can be cleared: {flags}."
NOT_UP = "{code} ({flag}) is not up. These can be cleared: {flags}."
NOT_LIFTED = "{code} ({flag}): a clearance does not lift this."
