"""Every sentence of the blank questionnaire that stands not in the questionnaire itself."""

from __future__ import annotations

from questions.model import Condition, Item
from questions.questionnaire import Questionnaire
from reports.words.phrasing import listed

FORM = "Questionnaire to fill in with a pen"
TITLE = "{title}, questionnaire"
FOOT = "{title} {version}, questionnaire {questionnaire}"
NAME_ON_EACH_PAGE = "Name or number"
PART = "Part {number}"
HOW_TITLE = "How to fill this in"
HOW = (
    "Tick one box on each line, like this:",
    "Where there is a wide box, write a number in it.",
    "If you do not know, or do not want to say, tick the box with the dash "
    "or leave the line empty.",
    "Do not try anything out now. Your best guess is enough.",
)
FOR_STAFF = (
    "For whoever keys this in: type what stands beside the tick. The letters and numbers in "
    "the left margin name the lines. At the end of each part, add up the numbers beside all ticks "
    "and all numbers in the wide boxes. That is the check total."
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
UNSURE_IS_YES = "Not sure is a good answer: it counts as a yes."
DO_NOT_KNOW, DO_NOT_KNOW_MARK = "Do not know", "–"
LINE = "Line"
TICK_ONE = "Tick one box on each line"
BODY = "The body from behind, with the places {places}."
BODY_CAPTION = "The places P1 to P7"
CHECK_TOTAL = "Check total of part {number}"
ADD_UP = "Add up all numbers beside ticks and in wide boxes, {first} to {last}."
MEASURED, LEFT, RIGHT, BOTH, UNIT = "Measured", "Left", "Right", "Result", "Unit"
TRAINER_ONLY = "For the trainer"
CLEARED_BY, CLEARED_ON = "Cleared by (name and practice)", "on (year, month, day)"
SIGN = ("Client", "Trainer")
DATE = "Date"
SCALE_ENDS = "0 is no pain, 10 is the worst pain."

ONLY_IF = "Only if you ticked {values} in {codes}"
ONLY_IF_NOT = "Leave this out if you ticked {values} in {codes}"
ONLY_IF_OVER = "Only if {codes} is over {over}"
ONLY_FROM = "Only if {codes} is {least} or more"
ONLY_IF_FILLED = "Only if you ticked a place in {codes}"


def only_if(item: Item, questionnaire: Questionnaire) -> str:
    """Return in words when *item* is asked, by the codes of the form; empty: always."""
    condition = item.asked_when
    if condition is None:
        return ""
    codes = _codes(condition, questionnaire)
    if condition.is_in is not None:
        values = _labels(condition.is_in, condition, questionnaire)
        return ONLY_IF.format(codes=codes, values=values)
    if condition.is_not is not None:
        values = _labels(condition.is_not, condition, questionnaire)
        return ONLY_IF_NOT.format(codes=codes, values=values)
    if condition.over is not None:
        return ONLY_IF_OVER.format(codes=codes, over=condition.over)
    if condition.at_least is not None:
        return ONLY_FROM.format(codes=codes, least=condition.at_least)
    return ONLY_IF_FILLED.format(codes=codes)


def _codes(condition: Condition, questionnaire: Questionnaire) -> str:
    codes = [questionnaire.by_id[other].code for other in condition.any_of]
    return codes[0] if len(codes) == 1 else f"one of {codes[0]} to {codes[-1]}"


def _labels(values: tuple[object, ...], condition: Condition, questionnaire: Questionnaire) -> str:
    item = questionnaire.by_id[condition.any_of[0]]
    options = getattr(item, "options", ())
    labels = [one.label for one in options if one.value in values]
    return listed(labels, "or")
