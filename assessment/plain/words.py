"""Every sentence of the line-by-line quiz that stands nowhere else.

What it shares with the screens stands in ``assessment.quiz.words``.
"""

BACK, HELP, STOP = "<", "?", "!"
"""What can be typed in place of an answer. No answer is one of these."""
PROMPT = "> "

HOW_IT_WORKS = (
    "Type your answer and press Enter. You can also type < to go back, ? for help, and ! to "
    "stop. Your answers are kept."
)
NEW_OR_SAME = (
    "Type 1 if you are new: the answers kept here are then erased. Type 2 to go on where you "
    "stopped."
)
NEW, SAME = "1", "2"

POSITION = "{chapter}. About {minutes} minutes left."
POSITION_LAST = "{chapter}. About 1 minute left."
ROW = "{number} of {of}. {text}"
MOVEMENT = "It looks like this: {first}, then {last}"
LINE, LINE_OF_SIGN = "{key}. {label}", "Type {key} for: {label}"
SO_FAR = "Your answer so far: {answer}."
KEEP_IT = "Press Enter to keep it."

HINT_CHOOSE = "Type the number or sign of your answer."
HINT_MANY = "Type the numbers that fit, with a space between: 1 3"
HINT_CHECKLIST = (
    "Type the numbers of those that apply: 1 3. Not sure about line 3: 3- None of them: 0. To hear "
    "all that line 3 means: ?3"
)
HINT_DETAILS = "Type ? and the number of a line for all that it means: ?2"
HINT_PLACES = "Type the numbers of the places, with a space between: 1 3. We then ask more."
SIDE = "{place}: left (l), right (r) or both (b)? Press Enter to leave it out."
HINT_SIDE = "Please type l, r or b, or press Enter to leave it out."
BOTH = "b"
HINT_NUMBER = "Type a number from {low} to {high} ({unit})."
HINT_MEASURE = "Type a number from {low} to {high} ({unit}). Type ? for the steps."
HINT_NOT_KNOWN = "Type - if you do not know."
HINT_TEXT = "Type it, or press Enter to leave it empty."

NEED_LISTED = "Please type only what is listed: {keys}."
NEED_ONCE = "Please type each number once."
NEED_ONE_OR_OTHER = "Please type {none} alone, or the numbers that fit."
FIRST_PAGE = "This is the first question."
NO_HELP_HERE = "There is no more help here. You can ask your trainer at any time."

IS_RIGHT = "Press Enter for yes, or type < to change it."
NEEDED = "{line} We need this answer."
REVIEW_HOW = "To change one, type its number. Is all right? Then press Enter for your result."
REVIEW_HOW_MISSING = "Please type the number of an answer that we need."
REVIEW_CHANGED, REVIEW_SAME = "What is new in your answers", "Your answers are as they were."
REVIEW_GONE = "Not asked any more: {name}."
REVIEW_ALL, REVIEW_ALL_HOW = "a", "Type a to hear all answers."
REVIEW_MOVED = "Some lines have a new number now."
NO_SUCH_LINE = "Please type a number from 1 to {last}, or press Enter."

SCORE = "{name}: {score} out of 100, {band}."
NO_SCORE = "{name}: {band}."
EXERCISE = "Exercise {number} of {total}. {name}. {dose}."
POSES = "How it looks at the start: {first} With effort: {last}"
AFTER_RESULT = "Type p to print your sheet, s to save it, f to finish, or < to change an answer."
PRINT, SAVE, FINISH = "p", "s", "f"
AFTER_SAVING = "Type f to finish, or < to change an answer."
FINISH_UNSAVED = (
    "Your sheet is not printed and not saved. Type f once more to finish without it, p to print "
    "it or s to save it."
)
MISTYPED, LEAVE = "1", "2"
TOO_YOUNG_HOW = "Type 1 if you typed your age wrong, or 2 to leave."

STOP_HOW = (
    "Press Enter to go on. Type k to stop and keep your answers for later. Type e to erase them "
    "and leave."
)
KEEP, ERASE = "k", "e"
STOPPED = "Stopped."
INPUT_ENDED = "The input has ended."
ERASED = "Your answers are erased from this laptop."
IN_USE = "The quiz is open in another window. Please close it first."
