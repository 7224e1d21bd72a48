"""Every sentence on paper that stands neither in the questionnaire nor in the catalogue.

Texts with ``{names}`` are completed by the views. Plain words, short sentences, no promise.
"""

from __future__ import annotations

from typing import NamedTuple

from assessment.catalogue.patterns import Pattern

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# Names of the sheets, and what every page says.
CLIENT_SHEET = "Your sheet"
TRAINER_SHEET = "Trainer sheet"
REFERRAL_PAGE = "For you to take along"
NAME = "Name"
DATE = "Date"
SIGNATURE = "Signature"
FOOT = "{title} {version}, questionnaire {questionnaire}, code {code}"
LOGO = "Logo of the gym"
PAGE, PAGE_OF = "page ", " of "

# What the answers show.
WHAT_ANSWERS_SHOW = "What your answers show"
MOST_ROOM = "Most room to grow: {regions}."
ALL_LEVEL = "Most room to grow: {regions}. They are level, at {score}. The plan begins with {top}."
THEN_LEVEL = (
    "Most room to grow: {regions}. Then come {level}, which are level, at {score}. The plan "
    "begins with {top}."
)
"""Where parts with the same number would not all find a place: three of six are no better."""
DOING_WELL = "Doing well: {regions}."
NOTHING_STANDS_OUT = "No part stands out, so this plan trains every part."
PLAN_SEATED = "Your plan is made of what you can do while you sit."
TOO_FEW_ANSWERS = "There are not enough answers yet to say which part has most room to grow."
NOT_ENOUGH = "not enough answers"
SCORE_SCALE = "Signs of low capacity"
PART, SCALE, NUMBER, SIGNS = "Part", "0 to 100", "Number", "Signs"
BANDS_LEGEND = "Signs of low capacity"
A_HIGH_NUMBER = "A high number is not a failure. It shows where there is most room to grow."
RANGE_NOTE = "The thin line shows how far a number could move once the missing answers are there."
MISSING = "{count} missing"
PAIN_ONLY = (
    "It hurts in the {regions}, but nothing there is hard for you. If that lasts, have it checked."
)
MAP_TITLE = "The body from behind. {regions}."
MAP_REGION = "{number}: {name}, {band}"
BAND_WORDS = {"few": "few", "mild": "mild", "moderate": "moderate", "marked": "marked"}
BAND_FROM = "{band} {low} to {high}"
BECAUSE_YOU_SAID = "Because you said"
RANGE = "{low} to {high}"
ANSWERED = "{what} ({answer})"
NOT_ANSWERED = "not answered"
WITH_SIDE = "{what}, {side}"
SIDES = {
    ("left",): "left",
    ("right",): "right",
    ("left", "right"): "both sides",
}
MISSING_ITEM = "answer"

# The next step.
NEXT_STEP = "Your next step"
TRAIN_DAYS = {
    2: "Train twice a week, for example on Monday and Thursday: session A, then B.",
    3: (
        "Train three times a week, for example on Monday, Wednesday and Friday: "
        "session A, then B, then C."
    ),
}
FIRST_TWO_DAYS = (
    "In weeks 1 to {last} train twice a week, for example on Monday and Thursday: session A, "
    "then B. After that train three times a week: A, then B, then C."
)
COME_BACK = (
    "In {weeks} weeks, answer the questions again and look at both sheets with your trainer."
)
NOTHING_LEFT = (
    "Your answers leave no exercise that we can choose for you. Please choose with a clinician "
    "or your trainer. {until_then}"
)
EMPTY_REGION = "For the {regions} there is no exercise here. {instead}"
CROWDED_OUT = (
    "In your minutes there was no room for the {regions}. Ask your trainer if you have more time."
)
CLEARED = "{by} cleared you to train on {on}. What was looked at: {flags}."

LOOKED_AT = "Have a doctor or physiotherapist look at this: {what}."

TAKEN = "What you left open was taken as: {taken}."
GOAL = "Your goal: {goal}."
OWN_GOAL = "One thing that I want to find easier:"
OWN_GOAL_NOW = "Today, from 0 (cannot) to 10 (easy):"
OWN_GOAL_REAL = "A change of {points} or more is more than chance."
STOP_IF = "See someone first if"
STOP_SIGNS = (
    "it hurts {too_much}, even when made smaller and lighter",
    "a leg tingles or goes numb",
    "it is worse the next morning",
)
STRONG_PAIN = "{said} See a physiotherapist or doctor about this pain: {where}."
HELP_AT_ONCE = "Chest pain, feeling faint or hardly any breath: stop and call an ambulance."

MENTION = "Please mention to a doctor or physiotherapist"
MENTION_PAIN = "Usual pain of {least} or more: {where}"
MENTION_INTRO = "You can train meanwhile."
MENTION_INTRO_PAIN = "You can train meanwhile, within your pain limit."
TOOK_CARE = "What we took care of"
ALSO_FOR_YOU = "Also for you"
NOT_A_DIAGNOSIS = "This is a screen, not a diagnosis."
ON_PAGE = ": page "

TIP_BONES = "Ask your doctor whether a check of your bones makes sense for you."
TIP_FALLS = "Tell your doctor about the fall or the unsteady feeling."
TIP_EARLIER_BACK_PAIN = "You have had low back pain before. Many people get it again. Start gently."

# The plan.
YOUR_PLAN = "Your plan"
YOUR_PLAN_FOR_ALL = "Your plan to keep every part going"
SESSION = "Session {name}"
IN_SESSION = {1: "session {names}", 2: "sessions {names}", 3: "sessions {names}"}
ABOUT_MINUTES = "about {minutes} minutes"
MINUTES, WHAT_TO_DO = "Min", "What to do"


class Moving(NamedTuple):
    """How to move where no exercise is done: before, after and in place of them."""

    warm_up: str
    warm_up_light: str
    cool_down: str
    cool_down_stretches: str
    alone: str
    until_then: str
    short: str
    """Why a session leaves much of the client's minutes."""


ON_FOOT = Moving(
    "Walk, cycle or step gently.",
    "Walk, cycle or step gently. Then 8 light ones of {exercises}.",
    "Walk slowly until your breath is calm.",
    "Walk until your breath is calm. Then do the stretches below.",
    "Walk at a pace at which you can still talk.",
    "Until then, easy walking is your plan.",
    "{sessions}: less than your {minutes} minutes, as there is little that you may do for now.",
)
SEATED = Moving(
    "Sit, and move your arms gently.",
    "Sit, and move your arms gently. Then 8 light ones of {exercises}.",
    "Sit, and move your arms slowly until your breath is calm.",
    "Sit until your breath is calm. Then do the stretches below.",
    "Sit, and move in any way that is easy. You can still talk meanwhile.",
    "Until then, easy movement while you sit is your plan.",
    "{sessions}: less than your {minutes} minutes, as we know few exercises for sitting.",
)
"""For a client who cannot stand."""
IN_THE_WARM_UP = "In the warm-up"
WARM_UP_DRILL = "{where}: {name}"
STRETCHES = "Stretches, both sides together"
STRETCH_FOR = "{name}, {seconds} s"
A_PAIR = "In a pair, do one set of each in turn, then rest."
IN_TURN = "in turn, rest {seconds} s"
REST_ALONE = "rest {seconds} s"
PAIR = "Pair {number}"
BLOCK_NAMES = {
    "Warm-up": "Warm-up",
    "Cool-down": "Cool-down",
    "Easy walk": "Easy walk",
    "Easy movement": "Easy movement",
    "Finisher": "To finish",
    "On its own": "On its own",
}
"""What the programme calls a part of a session, and what the paper calls it."""

TWELVE_WEEKS = "The next {weeks} weeks"
WEEKS = "Weeks {first} to {last}"
AIM, DAYS, EFFORT = "Aim", "Days a week", "Effort"
AIM_AND_HOW = "{aim}. {how}"
DAYS_AND_SESSIONS = "{days}: {sessions}"
EFFORT_SHORT = "{effort} of 10 ({left} left)"
OWN_EFFORT, THEN = "effort {effort} of 10", ", then "
SETS_BY_REPETITIONS = "{sets} × {repetitions}"
A_SIDE = "{dose} a side"
HEAVIER = "{dose}, a little more weight"
HEAVIER_NOTE = "A little more weight, if it feels easy: then there are fewer repetitions."
TAKES_OVER = "from week {week}: {name}"
TAKES_OVER_NOTE = 'The exercise below a name follows when "A harder version" says so.'
SETS_NOTE = 'Sets × repetitions. "Left": what you could still do when you stop.'
LOG_PAIN = "Worst pain, 0 to 10"
LOG_NOTE = "One box a week: weight, and last set."
IN_EVERY_WEEK = "In every week"
RETEST_DAY = "Look again in {week} weeks, on {day}"
EASY_WEEK, EASY_WEEK_ONE_SET = "easy-week", "{text} Where there is one set, do half of it."
"""The rule on easy weeks, and what it says where nothing is left of half a set."""
GROWING = ("progress", "step-up")
"""Rules that are not for weeks in which nothing grows."""
STAYS_TITLE, SORE_TITLE = "These weeks stay", "What is sore"
STAYS = "Nothing has to get harder. Do weeks 5 to 12 as you do weeks 1 to 4."
STAYS_SORE = "What trains your {regions} stays as it is until you look again in 4 weeks."
LOOK_ANEW = "Answer the questions again, as your plan may change."
AHEAD = "When week 13 comes"
MORE_WITH_KIT = "{said} With some kit, such as a band, there are more."
STAY_LIGHT = "Where this sheet says to keep something light or slow, that holds in every week."
PAIN_GUIDE = "Pain during an exercise, from 0 to 10"
NEW_TINGLING, STOP_SESSION = "New tingling or numbness", "Stop the session."
"""What stands below the pain limit of every client."""
SORENESS = "Sore muscles are something else"
SORENESS_IS = (
    "Dull, on both sides, a day or two after training, gone in three days: that is ordinary."
)

# The exercises.
YOUR_EXERCISES = "Your exercises"
DOSE = "{sets} of {repetitions}"
DOSE_SIDES = "{sets} of {repetitions} on each side"
SET = "set"
UNITS = {"repeats": "{repetitions}", "holds": "{repetitions} holds", "steps": "{repetitions} steps"}
"""Repetitions by what the dose counts."""
PACE = {
    "repeats": "{down} s {lowering}, {pause} s pause, {up} s {lifting}",
    "holds": "hold each one for {pause} s",
    "steps": "{step} s for each step",
}
"""The tempo by what the dose counts; the whole of a step is one figure."""
PACE_NO_PAUSE = "{down} s {lowering}, no pause, {up} s {lifting}"
LOWERING = ("lowering", "lifting")
MOTIONS = {
    **dict.fromkeys(
        (
            Pattern.PULL_SEATED,
            Pattern.ROW_SUPPORTED,
            Pattern.ROW_UNSUPPORTED,
            Pattern.CURL_MACHINE,
        ),
        ("letting go", "pulling"),
    ),
    **dict.fromkeys((Pattern.RAISE, Pattern.ABDUCTION_STANDING), ("back", "out")),
    Pattern.BALANCE: ("out", "back"),
}
"""What the two halves of a repetition are where nothing is lowered or lifted."""
REST = "rest {seconds} s"
EFFORT_LEFT = "Effort {effort} of 10: stop when you could do about {left} more."
EFFORT_EASY = "Effort {effort} of 10: easy. You could do many more."
WHY = {
    "led": "Because you answered: {answers}",
    "beside": "It completes the session. You also answered: {answers}",
    "alone": "It completes the session",
    "chosen": "Chosen with {names}. You also answered: {answers}",
    "chosen_alone": "Chosen with {names}",
    "dose": "How much and how hard was chosen with {names}",
    "preferred": "This gym likes to give it",
}
START, CUE, SLIP, STOP = "Start", "Think of", "Common slip", "Stop if"
FOR_YOU, IN_EVERY_EXERCISE = "For you", "For you, in every exercise"
YOU_NEED = "You need"
EASIER, HARDER, NO_KIT, IF_IT_HURTS = "Easier", "Harder", "No kit", "If it hurts"
ONLY_WITH = "Only with {name} there."
TRAINER_SAYS = "{name} says: {text}"
LEFT_WITH = "You and your trainer left out the {regions} for now."
LATER = "{text}. Later, with your trainer"
ASK_TRAINER = "Ask your trainer"

# What was left out, and how it was worked out.
LEFT_OUT = "Left out, and why"
LEFT_OUT_SEATED = "Your plan has what is done sitting. A physiotherapist can show you more."
LEFT_OUT_BECAUSE = "{exercises}: because of {reasons}."
ANSWER_REASONS = {
    "equipment": "kit that is not there",
    "minutes": "the time that you have",
    "six_exercises": "others, which are enough for one session",
    "too_easy": "how easy it is for you",
    "trainer": "what you chose with your trainer",
    "gym_kit": "kit that this gym does not have",
    "gym_never": "what this gym never gives",
}
HELD_REASON = "an injury in the last 6 weeks ({sites})"

HOW_WORKED_OUT = "How this was worked out"
METHOD = (
    "Your health answers came first. They alone decide whether training may start.",
    "Then each part got a number from 0 to 100. What you can do counts most. Pain, injuries, "
    "posture and stalled progress count less. How you live adds at most {exposure} points.",
    "A missing answer is not read as good or bad. It gives a range. "
    "When too many are missing, there is no number.",
)
METHOD_EXERCISES = (
    "The exercises are for the parts with most room to grow, and fit your kit, experience, "
    "minutes and health."
)
LIMITS_TITLE = "What this can tell you, and what it cannot"
LIMITS = (
    "Your answers show signs that often go with low capacity. They do not measure strength. "
    "Try things out with your trainer.",
    "We know of no questionnaire of this kind that was checked against measured strength. "
    "This one has not been checked either.",
    "Pain does not tell how strong you are. A number does not tell where pain comes from.",
    "We do not know yet how much a number moves by chance. So a new number is only that: "
    "we do not call it better or worse.",
)
REFERENCES = "Sources of what is printed here"
NO_SOURCES = "The rules here are our own."
SOURCES = "Many rules here are our own. Sources of the others (more on the trainer sheet)"
NO_DATE = "no date"
REFERENCE = "{authors} ({year}). {title}. {journal}."
DOI = " doi:{doi}"

# Headings of the page that takes the place of a plan; its sentences: referral_words.
WHAT_TO_DO_NOW = "What to do"
WHAT_TO_SAY = "What to say"
YOU_SAID = "You said"
UNTIL_THEN = "Until then"
ALSO_MENTION = "Also mention"
AMBULANCE_TITLE = "Call an ambulance at once if one of these starts"

# What stands on more than one sheet.
EXERCISE = "Exercise"
CLEARED_BY = "{by}, {on}"
AND_OTHERS = "{name} and others"
