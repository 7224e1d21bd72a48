"""Every sentence of the settings screen, and the names of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

TITLE = "Settings of this gym"
SAVED_IN = "They are kept in {path}."
SAVED = "Saved."
LINE = "{name}: {value}"
AS_USUAL = "{usual} (as usual)"
NOTHING = "none"
SAVE, SAVE_KEY = "Save", "1"
KEY_CHANGE, KEY_BACK, KEY_TAKE, KEY_LEAVE = "Change", "Back", "Take it", "Leave it"
KEY_TICK = "Tick"
NO_TERMINAL = (
    "The settings screen needs a terminal window, and this is not one ({reason}). "
    "The file {path} can be changed by hand too."
)

UNSAVED = "Some settings are not saved. What now?"
STAY_HERE, SAVE_THEM, DROP_THEM = "Stay here", "Save them", "Go without saving"
LEAVE_AS_IT_IS = "Leave it as it is: {value}"
USUAL_WAY = "As usual: {usual}"
EMPTY_IS_USUAL = "Empty: {usual}."
FINE = "That can be used."
CONTRAST = "It stands out {contrast:.1f} to 1 from white paper. That can be read."
WHOLE_NUMBER = "must be a whole number from {low} to {high}"
CANNOT_BE_USED = "This cannot be used: {fault}."

MINUTES, MONTHS = "{number} minutes", "{number} months"
FOR_EVER = "until you erase them"
ALL_KIT = "all there is"


class Said(NamedTuple):
    """What a setting is called, and a sentence on what it does."""

    name: str
    help: str


SETTINGS: Mapping[str, Said] = {
    "gym": Said("Name of the gym", "It stands at the head of each sheet."),
    "address": Said("Address", "It stands beside the name."),
    "logo": Said("Logo", "A PNG or JPEG picture. A short path starts beside the settings file."),
    "accent": Said("Colour of headings", "Such as #0F6B6B. It must be dark enough to read."),
    "size": Said("Paper", "What the printer holds."),
    "ink": Said("Ink", "Saver fills nothing. Numbers and strokes say the same."),
    "without": Said("Left off the client sheet", "Tick what is not printed."),
    "kit": Said("Kit in this gym", 'What the answer "Everything in this gym" stands for.'),
    "lock_minutes": Said(
        "Hide answers after", "So long without a key or the mouse, and the quiz hides them."
    ),
    "keep_months": Said(
        "Keep records for", "What is older is shown when you ask, and erased when you say so."
    ),
    "idle_minutes": Said(
        "Shut the desk after", "So long without a key or the mouse, and it asks who is there."
    ),
}
CHOICES: Mapping[str, str] = {
    "A4": "A4",
    "letter": "Letter",
    "colour": "Colour",
    "grey": "Grey",
    "saver": "Saver",
    "body_map": "The body map",
    "drawings": "The drawings of the exercises",
    "log": "The boxes to write in",
}
