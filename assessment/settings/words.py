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
SAVE, SAVE_KEY, SAVE_KEY_NAME = "Save", "ctrl+s", "Ctrl+S"
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
ONE_NUMBER = "must be {allowed}"
CANNOT_BE_USED = "This cannot be used: {fault}."

MINUTES, MONTHS = "{number} minutes", "{number} months"


class Said(NamedTuple):
    """What a setting is called, what it does, and its line in the example with a ``note``.

    ``unset`` says what counts where nothing is set, ``instead`` what does in place of a wrong
    line.
    """

    name: str
    help: str
    example: str
    note: str = ""
    unset: str = NOTHING
    instead: str = ""


SETTINGS: Mapping[str, Said] = {
    "gym": Said("Name of the gym", "It stands at the head of each sheet.", 'gym = "Northside Gym"'),
    "address": Said(
        "Address", "It stands beside the name.", 'address = "1 River Street, Northside"'
    ),
    "logo": Said(
        "Logo",
        "A PNG or JPEG picture. A short path starts beside the settings file.",
        'logo = "logo.png"',
        "PNG or JPEG, beside this file",
    ),
    "accent": Said(
        "Colour of headings",
        "Such as #0F6B6B. It must be dark enough to read.",
        'accent = "#0F6B6B"',
        "colour of headings; dark enough to read on white",
    ),
    "size": Said("Paper", "What the printer holds.", 'size = "A4"', "A4 or letter"),
    "ink": Said(
        "Ink",
        "Saver fills nothing. Numbers and strokes say the same.",
        'ink = "colour"',
        "colour, grey or saver",
    ),
    "without": Said(
        "Left off the client sheet",
        "Tick what is not printed.",
        'without = ["drawings"]',
        "of the client sheet: body_map, drawings, log",
    ),
    "printer": Said(
        "Printer of the quiz",
        "As this computer calls it. A client's sheet goes straight there.",
        'printer = "office"',
        "where a client's sheet goes from the quiz, as this computer calls it",
        unset="the usual one",
    ),
    "kit": Said(
        "Kit in this gym",
        'What the answer "Everything in this gym" stands for.',
        'kit = ["band", "dumbbell"]',
        'what "Everything in this gym" stands for',
        unset="all there is",
        instead="; not used",
    ),
    "lock_minutes": Said(
        "Hide answers after",
        "So long without a key or the mouse, and the quiz hides them.",
        "lock_minutes = 5",
        "so long without a key, and the answers are hidden",
        instead=", so 5 is used",
    ),
    "never": Said(
        "Exercises we never give",
        "No plan has them. Others that may be done take their place.",
        'never = ["kettlebell-swing"]',
        "exercises that no plan of this gym has",
    ),
    "prefer": Said(
        "Exercises we like to give",
        "They come before others that a client may do as well.",
        'prefer = ["goblet-squat"]',
        "exercises that come before others, within the rules",
    ),
    "minutes": Said(
        "Minutes of a session",
        "15, 20, 30 or 45. They count where a client has not said how many.",
        "minutes = 30",
        "where a client has not said: 15, 20, 30 or 45",
        unset="30 minutes",
        instead="; not used",
    ),
    "keep_months": Said(
        "Keep records for",
        "What is older is shown when you ask, and erased when you say so.",
        "keep_months = 24",
        'what is older is erased by "records retention"',
        unset="until you erase them",
        instead="; not used",
    ),
    "idle_minutes": Said(
        "Shut the desk after",
        "So long without a key or the mouse, and it asks who is there.",
        "idle_minutes = 5",
        "so long without a key, and the trainer's desk shuts",
        instead="; not used",
    ),
}
EXAMPLE_HEAD = "# Settings of posterior-chain. Take away the # in front of what you want to use."
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
