"""What lines to type into say of a paste."""

from __future__ import annotations

TOO_LONG = "Only the first part fits: this line holds {most} letters."
NOT_TAKEN = "That is too long: this line holds {most} letters. Nothing of it was taken."
CANNOT_STAND_HERE = "What was pasted cannot stand on this line."
