"""Every sentence of the blank questionnaire that stands not in the questionnaire itself."""

from __future__ import annotations

FORM = "Questionnaire to fill in with a pen"
TITLE = "{title}, questionnaire"
FOOT = "{title} {version}, questionnaire {questionnaire}"
NAME_ON_EACH_PAGE = "Name or number"
PART = "Part {number}"
PART_TITLES = {
    "start": "Before anything else",
    "signs": "What you notice",
    "lately": "Your health lately",
    "health": "Closer questions about your health",
    "ability": "What you can do",
    "week": "Your aim and your usual week",
    "tests": "Measurements with a trainer",
    "clearance": "Cleared by a clinician",
}
"""The heading of each part, by its chapter or section."""
PART_INTROS = {
    "start": "These come first, as some signs need a doctor. Not sure counts as yes.",
    "health": (
        "Each line says for whom it is. Is it not for you? Then go on to the next one. "
        "Not sure counts as yes."
    ),
}
"""What opens a part in place of the words of its sections."""
HEALTH_PARTS = ("start", "lately", "health")
"""Parts after which somebody looks at once."""
HOW_TITLE = "How to fill this in"
HOW = (
    "Tick one box on each line, like this:",
    "Where there is a wide box, write a number in it.",
    "If you do not know, or do not want to say, tick the box with the dash "
    "or leave the line empty.",
    'A line that begins with "Only if" may not be for you. Then leave it empty.',
    "Do not try anything out now. Your best guess is enough.",
)
FOR_STAFF = (
    "For whoever keys this in: type what stands beside the tick, by the lines named in the left "
    "margin. The check total of a part is the sum of all numbers beside its ticks and in its "
    "wide boxes."
)
EMERGENCY_TITLE = "If it is happening now"
EMERGENCY = (
    "Chest pain, hardly any breath, feeling faint, a face or speech that changes, a sudden very "
    "bad headache, or new numbness between the legs: stop here, tell the staff, and call "
    "an ambulance."
)
SHOW_AT_ONCE = (
    "Did you tick Yes or Not sure in this part? Please show it to your trainer today, "
    "before any exercise."
)
DO_NOT_KNOW, DO_NOT_KNOW_MARK = "Do not know", "–"
LINE = "Line"
TICK_ONE = "Tick one box on each line"
CHECK_TOTAL = "Check total of part {number}"
ADD_UP = "Add up all numbers beside ticks and in wide boxes, {first} to {last}."
MEASURED, LEFT, RIGHT = "Measured", "Left", "Right"
CLEARED_BY, CLEARED_ON = "Cleared by (name and practice)", "on (year, month, day)"
CLEARED_FOR = "for these lines (such as {examples})"
SIGN = ("Client", "Trainer")
DATE = "Date"
SCALE_ENDS = "Usual pain there in the last 4 weeks: 0 is no pain, 10 is the worst pain."
LAST_6_WEEKS = "last 6 weeks"
