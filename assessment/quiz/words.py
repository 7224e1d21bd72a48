"""Every sentence of the screens that stands neither in the questionnaire nor in the report.

Texts with ``{names}`` are completed by the screens. Plain words, short sentences, no promise.
Only the standard library: the first frame needs these words.
"""

from __future__ import annotations

from datetime import timedelta

TITLE = "Posterior-chain check"

# Welcome.
WELCOME = (
    "Some questions about the back of your body: how it feels and what you can do. "
    "At the end you get a sheet to take home."
)
MINUTES_CALM, MINUTES_MUCH = 6, 11
"""Minutes of a client with nothing to tell, and of one with much; a test holds them."""
HOW_LONG = (
    f"It takes about {MINUTES_CALM} minutes if you are well, up to {MINUTES_MUCH} if a lot is "
    "going on. You can go back at any time."
)
WELCOME_SHORT = "Questions about the back of your body. Not a diagnosis."
HOW_LONG_SHORT = f"About {MINUTES_CALM} minutes, {MINUTES_MUCH} at most."
"""The same where the letters are large: a window of 40 columns."""
PRIVACY = "Your answers stay on this laptop."
NOT_A_DIAGNOSIS = "This is a screen, not a diagnosis."
START, QUIT = "Start", "Quit"
WHO_WAS_HERE = "Are you the person who was here {age}?"
AM_NEW, AM_THE_SAME = "No, I am new", "Yes, go on where I stopped"
KEPT_OF_EARLIER = (
    "Answers to older questions are kept here. We now ask more about your health, so you cannot "
    "go on with them: they are erased when you start."
)
ONE_MOMENT = "One moment, the questions are on their way ..."
IN_USE = "The quiz is open in another window. Please use that one, or close it first."
OTHER_LOOK, LOOK_KEY = "Colours", "F3"
LOOKS = ("Dark", "Light", "High contrast")
LOOK_ON, LOOK_OFF = "● {name}", "○ {name}"

ERASE_OLD = "To start anew, we erase the answers that are kept here. Is that right?"
ERASE_OLD_YES = "Yes, erase them and start anew"
ERASE_OLD_NO = "No, keep them"

# The question.
MINUTES_LEFT = "about {minutes} min left"
CHAPTER_DONE, CHAPTER_OPEN, CHAPTER_BETWEEN = "{title} ✓", "● {title}", " ─ "
CHAPTER_IS_DONE, CHAPTER_TO_COME, CHAPTER_CLOSE = "✓", "○", " "
"""The same where not all names fit: only the open chapter is named."""
RESULT_CHAPTER = "Result"
NOW_NEXT = "{done} is done. Next: {title}, about {minutes} min."
"""The card at the beginning of a chapter."""
MEASUREMENT_OF = "Measurement {number} of {total}"
NEARLY_DONE = "Nearly done"
CHANGING = "Changing an answer"
WHY = "Why we ask:"
WHY_WE_ASK = "Why we ask: {help}"
MORE_BELOW = "↓ more"
DO_NOT_KNOW = "I do not know"
LAST_TIME, MARK_LAST_TIME = "(last time: {answer})", " (last time)"
WAS = "(was {answer})"
NO_ANSWER = "I do not know, or I prefer not to say"
YES, NO, NOT_SURE, NOT_SURE_SHORT = "yes", "no", "not sure", "-"
BY_KEY = "{key}  {does}"
MORE = "More"
NOT_NEEDED = "(not needed)"
HOW_STRONG = "How strong?"
SIDES = {"left": "left", "right": "right", "both": "both"}
LAST_6_WEEKS, LAST_6_WEEKS_SHORT = "last 6 weeks", "6 wk"

HINT_CHOOSE = "Press {first} to {last}, or click."
HINT_CHOOSE_OF_TWO = "Press {first} or {last}, or click."
HINT_MANY = "A number or letter ticks, once more unticks."
YOU_SAID = "You said: {said}. Is that right?"
YOU_SAID_THESE = "You said the following. Is all of it right?"
IS_RIGHT, CHANGE_IT = "Yes, that is right", "No, change my answer"

HINTS = {
    "checklist": "Its number is yes. Or y yes, n no, - not sure.",
    "ratings": "One number a line. It moves on by itself.",
    "body_map": "A number chooses a place, then how strong.",
    "counts": "Type how often, t is 10. Space: last 6 weeks.",
    "group": "Answer each line. Enter goes on.",
}
"""How to answer a page of several items, by its kind."""
HINT_STRENGTH = "Usual pain, last 4 weeks: 0 none, t is 10, worst."
HINT_SIDE = "The side, if you like: l, r, b both."
HINT_NUMBER = "A number from {low} to {high}. Then Enter."
HINT_MEASURE = "A number from {low} to {high}. ? shows the steps."
HINT_CUT = "? shows the whole question."
HINT_TEXT = "Type, then Enter. You may leave it empty."

NEED_CHOICE = "Please choose an answer first."
NEED_LINES = "Please answer each line, or press 0 for: {none}."
NEED_NEW_LINES = "Lines have come up that were not asked before. Please answer each."
NEED_ROW = "Please answer this line, or press - if you do not know."
NEED_PLACE = "Please choose where, or press 0 for: {none}."
NOT_NOWHERE = "A place is chosen. For a strength of 10 press t. Space takes it away."
NEED_STRENGTH = "How strong is it? Press 0 to 9, t for 10, or - if you do not know."
NEED_COUNT = "Please type how often, or press n for: {none}."
NEED_MANY = "Please tick what fits. Press 0 for none, or - to leave it out."
NEED_NUMBER = "Please type a number first."
NEED_NUMBER_OR_NOT = "Please type a number first, or press - if you do not know."
OUT_OF_RANGE = "Please type a number from {low} to {high}."
YOU_TYPED = "You typed {typed}."
PRESSED_TWICE = "That key came twice: it counts once."
READ_ON = "There was more below. Read these too, then press Enter."
REFUSED = "This {reason}."
NOT_SAVED = "Your answers could not be saved: {reason}. You can still go on."


# The optional measurements.
MEASURE = "Is a trainer with you to take a few measurements?"
MEASURE_HELP = "They show where you stand today. The quiz is complete without them."
MEASURE_SKIP = "Skip them"
FOR_TRAINER, BEGIN_MEASURING = "For the trainer, before you begin", "Begin"
MEASURE_GO = "Yes, a trainer is with me"
YOU_NEED = "You need: {things}."
BEATS = "Set the metronome to {beats} beats a minute."
STOP_IF = "Stop when one of these happens:"
STOP_WHEN = "Stop when: {signs}"
LEAVE_OUT = "Leave it out:"
OWN_WAY = "This way of doing it is our own rule."

WATCH, COUNTER = "Stop-watch", "Count here"
WATCH_START, WATCH_STOP = "Start", "Stop"
START_TRY = "Start try {number} of {of}"
TRY_TOOK = "Try {number}: {seconds:.1f} s"
USE_FIGURE = "Use {figure} {unit}"
SECONDS = "{seconds} s"
BEAT = "{sign}  {beats} beats a minute"
BEAT_SIGNS = ("(●) ( )", "( ) (●)")
NO_BEAT = "( ) ( )"
ONE_MORE, ONE_LESS, AGAIN = "+1", "-1", "Redo"
SOUND, SOUND_OFF = "Sound", "Silent"

# Keys, as the bar at the bottom names them.
KEY_BACK, KEY_TO_REVIEW = "Back", "Back to the review"
KEY_GO_ON, KEY_CHOOSE = "Go on", "Choose"
KEY_ERASE, KEY_TEN = "Erase", "10"
KEY_HELP, KEY_PAUSE = "Help", "Pause"
KEY_PRINT, KEY_SAVE, KEY_EXERCISES, KEY_FINISH = "Print", "Save", "Exercises", "Finish"
KEY_CHANGE = "Change"
KEY_SEE_RESULT, KEY_RESULT = "See the result", "Result"
KEY_PAGES = "Page"
KEY_LOOK, KEY_MOVE = "Look", "Read"
BACKSPACE, ENTER, ESCAPE, DELETE = "Backspace", "Enter", "Esc", "Del"
LEFT, RIGHT, DOWN = "Left", "Right", "Down"
UP_DOWN, LEFT_RIGHT = "Up Down", "Left Right"
SHORT_NAMES = {"Backspace": "Bksp", "Up Down": "↑↓", "Left Right": "←→"}
"""What a key is called where there is no room for its name."""

# Pause, help and leaving.
PAUSE = "Pause?"
PAUSE_TEXT = "Your answers are kept on this laptop."
PAUSE_TEXT_UNSAVED = "Your last answers could not be saved on this laptop."
GO_ON = "Go on with the questions"
STOP_AND_KEEP = "Stop for now. Go on later"
ERASE_AND_LEAVE = "Erase my answers and leave"
ERASE_MINE = "Erase all your answers? They cannot come back."
ERASE_MINE_YES = "Yes, erase them and leave"
KEPT_FOR_LATER = "Your answers are kept. Start the quiz again to go on."
CLOSE = "Close the quiz?"
CLOSE_YES, CLOSE_NO = "Yes, close it", "No, stay here"

TOO_YOUNG = "Thank you for your interest"
TOO_YOUNG_MISTYPED = "I typed my age wrong"
TOO_YOUNG_LEAVE = "Leave"

HELP = "Help"
HELP_CLOSE = "Close this help"
HELP_FOR = {
    "single": (
        "Press the number beside an answer, or click it. The next question then comes by "
        "itself. Or move with Up and Down and press Enter."
    ),
    "text": "Type your answer and press Enter.",
    "number": "Type a number and press Enter.",
    "many": (
        "Press the number or letter beside each line that fits, or click it. Or move there "
        "with Up and Down and press Right. Once more takes the mark away. Press 0 if none fits. "
        "Then press Enter."
    ),
    "checklist": (
        "Read every line. Press the number of a line to say yes, and once more for no. Or go "
        "there with Up and Down and press n for no, y for yes or a minus sign if you are not "
        "sure, or click the answer. Right tells more about a line. If none applies, press 0. "
        "Lines that you leave count as no once you press Enter."
    ),
    "ratings": (
        "Press how hard it is, or click the number: the pointer then goes to the next line. "
        "A minus sign means that you do not know. Backspace goes back a line. Change a line at "
        "any time: go there with Up and Down, and press again."
    ),
    "body_map": (
        "Choose each place that hurts: press its number, click it here or on the body, or go "
        "there and press Space. Then say how strong it is: 0 is none, 10 the worst, and a minus "
        "sign means that you do not know. For 10 press t. Left and Right change a number, "
        "Delete takes it away. You may say the side: l for left, r for right, b for both. Space "
        "takes a place away again. If nothing hurts, press 0. Then press Enter."
    ),
    "counts": (
        "Go to a place with Up and Down and type how often, or use Left and Right. Space, or a "
        "click, ticks that it was in the last 6 weeks. A digit that comes a second later begins "
        "anew, t is 10, Delete takes a digit away. A minus sign means that you do not know. "
        "If there was nothing, press n. Press Enter when you are done: the places that you did "
        "not set then count as 0."
    ),
    "group": (
        "Answer one line after the other: press the number beside an answer, click it, or type "
        "the number that is asked for. Enter goes on. A digit that comes a second later begins "
        "the number anew, and Delete takes a digit away. A minus sign means that you do not know. "
        "A line in grey does not need an answer."
    ),
}
HELP_ANYWHERE = (
    "On every page: digits answer, a minus sign means that you are not sure or do not know, "
    "? or F1 is this help, Backspace goes back and your answers stay, Esc is for a pause. You "
    "can ask your trainer at any time."
)
HELP_LOOK = f"{LOOK_KEY} changes the colours, on every page."

# The review.
REVIEW = "Your answers"
REVIEW_TEXT = "Is all of this right? Down, then Enter, opens a part or changes a line."
PART_FOLDED = "{name}: {answers}"
REVIEW_MISSING = "We need the marked answers before there is a result."
NOT_ANSWERED, LEFT_EMPTY = "not answered", "left empty"
OPEN_ROWS = "{count} not answered"
NONE = "None"
MEASUREMENTS = "Measurements with a trainer"
NOT_TAKEN = "not taken"

# The result.
WELL_DONE, WELL_DONE_NAME = "Well done.", "Well done, {name}."
RULER_TITLE = "Signs of low capacity, 0 to 100"
YOUR_FIRST = "Your first exercise"
BECAUSE = "Because you answered"
RESULT_MORE = "Your sheet has the whole plan, with pictures: print or save it."
TAKE_ALONG = "Print or save your sheet: it has a page for you to take along."
PAGE_OF = "< {number} of {total} >  {name}"
UP_ALREADY = "What you said already, and a clinician should know"
SHOWN, EXERCISES, SESSIONS, LEFT_OUT = "Result", "Exercises", "Sessions", "Left out"
FIRST_POSE, LAST_POSE = "Start", "Effort"
MUSCLES_SHOWN = " muscles at work"
MUSCLES_BEHIND = "Muscles at work: behind"
EXERCISE_OF = "< Exercise {number} of {total} >  "
HOW_HARD = "{effort} {pace}, {rest}."
MINUTES = "{minutes} min"
NOTHING_LEFT_OUT = "No exercise had to be left out."
COULD_BE = "could be {range}"
SAVING = "Your sheet is being made. This takes a few seconds ..."
IN_FOLDER, IN_FOLDER_OF = "the folder {folder}", "{first}, folder {folder}"
SAVED = "Saved in {where}.\nThe file is called {name}"
SAVED_AS_HTML = (
    "This laptop cannot make a PDF yet, so it is a web page that you can print.\n"
    "Saved in {where}. The file is called {name}"
)
SAVE_FAILED = "The PDF could not be made: {reason}"
PRINTING = "Your sheet goes to the printer. This takes a few seconds ..."
PRINTED = "Your sheet is at the printer. It is also saved in {where}."
NOT_PRINTED = "Not printed: {reason}. Your sheet is saved in {where}."
NO_PRINTER = "this laptop has no printer yet."
NO_REASON = "the program stopped"
TOO_SLOW = "it took too long"
NOT_SAVED_YET = "Finish without printing or saving your sheet?"
NOT_SAVED_YET_TEXT = (
    "No record is kept on this laptop, so your answers are then erased and cannot come back."
)
NOT_SAVED_YET_KEPT = (
    "Your answers leave this screen. The gym keeps them, so your trainer can still print your "
    "sheet later."
)
FINISH_ANYWAY, SAVE_FIRST = "Yes, finish", "No, go back"
GO_TO_MISSING = "Answer now"

# The hand-over.
THANK_YOU = "Thank you."
HAND_BACK = "Please give the laptop back to your trainer."
NEXT_CLIENT = "Ready for the next client"
NOT_RECORDED = (
    "Please tell your trainer: these answers are not in the records yet. They stay on this "
    "laptop for a day. To try again, choose to go on with them, and finish once more. "
    "The reason: {reason}"
)
NOT_ERASED = (
    "Please tell your trainer: the answers could not be erased from this laptop ({reason})."
)

# A laptop that was left alone.
LOCKED = "Nobody pressed a key for a while, so the answers are hidden. They are kept."
LOCKED_ANY_KEY = "Press any key, or click."
LOCKED_NEW = "I am somebody else. Start anew"
LOCKED_MINE = "These are my answers. Go on with them"

# Outside the screen.
NO_TERMINAL = (
    "The quiz needs a terminal window, and this is not one ({reason}). "
    "Please open a terminal and start it there."
)
NO_INPUT, NO_OUTPUT, DUMB = "nobody can type here", "nothing can be shown here", "TERM=dumb"
WENT_WRONG = "Sorry, something went wrong in the program. Your answers up to here are kept."
WENT_WRONG_LOG = "Please call your trainer. What happened stands in {log}, without your answers."
CALL_TRAINER = "Please call your trainer."


def age_in_words(age: timedelta) -> str:
    """Return how long ago something was: ``3 minutes ago``, ``yesterday`` or ``5 days ago``."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return "a moment ago"
    if minutes < 60:
        return _ago(minutes, "minute")
    if minutes < 24 * 60:
        return _ago(minutes // 60, "hour")
    return "yesterday" if age.days == 1 else _ago(age.days, "day")


def out_of_range(low: int, high: int) -> str:
    """Return which numbers can be typed."""
    return OUT_OF_RANGE.format(low=low, high=high)


def _ago(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'} ago"
