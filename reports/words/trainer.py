"""Every sentence that only the trainer sheet says, as ``words`` has those of the others."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.core.gate import Outcome
from assessment.core.notes import NoteKind
from questions.model import Urgency

# The trainer sheet.
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.EMERGENCY: "Emergency. No training, no score.",
    Outcome.SAME_DAY: "Medical help today. No training, no score.",
    Outcome.INCOMPLETE: "Not complete.",
    Outcome.SEE_CLINICIAN: "A clinician first. No exercises until clearance is recorded.",
    Outcome.POSTPONE: "Postponed: the client is ill. No exercises today.",
    Outcome.TRAIN: "Training may start.",
}
URGENCIES: Mapping[Urgency, str] = {
    Urgency.EMERGENCY: "emergency",
    Urgency.SAME_DAY: "same day",
    Urgency.CLINICIAN: "clinician first",
    Urgency.POSTPONE: "postpone",
}
GATE = "Gate"
FLAGS, AMBER, CAUTIONS, CLEARANCE = "Red flags", "Worth a mention", "Cautions", "Clearance"
NONE = "none"
NOT_ANSWERED = "not answered"
NO_CLEARANCE = "none recorded"
ANSWERED_NO = "Health questions answered with no: {count}. A no does not rule anything out."
THEY_ARE = "They are {codes}."
NOT_ASKED = "Left out, because they follow up an answer that was not given: {codes}."
IMPLIED_TITLE = "Not asked, and why"
IMPLIED_NOTE = (
    "These answers closed the questions beside their codes. Those count as no or 0, and are not "
    "the client's own answers."
)
IMPLIED_BECAUSE, IMPLIED_ITEMS = "Because of", "So not asked"
GATEWAY_ANSWER = "{code} {item}: {answer}"
NOT_ASKED_HERE = "not asked"
FROM, FROM_CLEARANCE = "from {codes}", "from the clearance"
NOTES_ON: Mapping[NoteKind, str] = {
    "pain_not_among_hurts": "Counts, though {codes} does not name the place: {answers}.",
    "answer_to_closed_item": "Counts, though other answers closed the question: {answers}.",
}
WORTH_KNOWING = "About the answers"
CLEARED_FOR = "{by}, for: {flags}"
FOR_NOTHING = "no flag"
LIFTED = "cleared by {by}"
NOT_CLEARED, LIFTS_NOTHING = "not cleared", "a clearance does not lift this"
CLIENT = "Client"
LEVELS = "Level by movement"
LEVEL = "{group} {level}"
GROUPS = {
    "hips": "hips",
    "trunk": "trunk",
    "pull": "pulling",
    "calves": "calves",
    "side": "side of the hip",
    "neck": "neck",
}
LEVELS_NOTE = (
    "{levels} (1 anyone, 2 after four weeks of technique, 3 experienced; by experience and by what "
    "the client can do)"
)
RESULT = "Result"
OVERALL = "Overall"
FORMULA = (
    "Function: what the client can do, with the tests that have a norm. Signs: pain, injuries, "
    "posture, stalled progress. Core is the larger of function and {function:g} x function + "
    "{signs:g} x signs. Score is {core:g} x core + exposure, at most 100. Overall is {highest:g} x "
    "the highest + {mean:g} x the mean."
)
FUNCTION, SIGNS, EXPOSURE, SCORE, RANGE = "Function", "Signs", "Exposure", "Score", "Range"
PART_IS, UNKNOWN, COULD_BE = "{name} {value}", "not known", "could be {range}"
SCORE_WORDS = "Signs of low capacity"
POINTS = "Answers and points"
CODE, ITEM, ANSWER = "Id", "Item", "Answer"
SEVERITY, WEIGHT, POINTS_OF = "Severity", "Weight", "Points"
FUNCTION_SUM = "Function {points} of {most} points."
SIGNS_SUM = "Signs {points} of {most}, the strongest {strongest} of 4."
EXPOSURE_SUM = "Exposure {total}: {added}."
EXPOSURE_POINTS = "{points} for {codes}"
NO_POINTS = "No answer yet."
STILL_OPEN = "Not answered"
UNANSWERED = "Not answered"
OTHER_ANSWERS = "Other answers"
EXERCISES = "Exercises"
OTHER_WAY = "Done another way, as the card says."
WHY_AND_HOW_SURE, CHANGES = "Because of, and how sure it is", "Changes"
WHY = {
    "led": "{answers}",
    "beside": "what a whole session needs (of this part: {answers})",
    "alone": "what a whole session needs",
    "chosen": "chosen with {names} (of this part: {answers})",
    "chosen_alone": "chosen with {names}",
    "dose": "Dose chosen with {names}",
    "preferred": "The gym prefers it",
}
REMOVED_BY = "Removed by"
RETEST = "Re-test"
PLAN_CHANGES = "Changes of the plan"
CHANGED_ON, CHANGED_BY, CHANGED = "On", "By", "What"
UNREADABLE = "Changes"
NOT_USED_BECAUSE = "Not used: {why}"
NO_SOURCE = (
    "What has no source here is our own rule, or common knowledge of coaches and clinicians."
)
NOTES, TRAINER_NOTE = "Notes", "Trainer's note"
SIGN_OFF = "Sign-off"
SIGN_LINES = ("Trainer", "Client", "Clinician, where one was asked")

# The measurements on the trainer sheet.
MEASUREMENTS = "Measurements"
MEASURED, LEFT, RIGHT, COMPARED_WITH = "Measured", "Left", "Right", "Compared with"
SAYS, SIDES, REAL_CHANGE = "It says", "Sides differ by", "A real change from here"
NORM_TYPICAL = (
    "Typical {typical}. Low under {low} ({low_share} %), good from {good} ({good_share} %)."
)
NORM_FROM = "Low under {low}, good from {good}."
NORM_OVER = "Low under {low}, good over {good}."
NORM_LIMIT = "Below average under {low}."
NO_NORM = "No norm for this client."
OWN_BASELINE = "own baseline"
SAMPLE = "{sample}."
SOURCE = "Source: {source}."
SOURCE_ELSEWHERE = "Source: {source}, read on another page."
FIGURES_OWN = "The marks are our own rule."
BANDS_OWN = "Where low ends and good begins is our own rule."
TEST_BANDS = {0: "good", 2: "fair", 4: "low"}
BELOW_LIMIT, NOT_BELOW_LIMIT = "below average", "not below average"
DIFFERENCE, WORTH_NOTING = "{difference}", "{difference}, worth noting"
CHANGE_FROM, CHANGE_UNKNOWN = "{change} or more", "not known"
MEASUREMENTS_NOTE = (
    "The worse side counts. A figure holds only for the same way of measuring. A smaller change "
    "than a real one can be chance. Which side difference is worth noting is our own rule."
)
