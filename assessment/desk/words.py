"""Every sentence that only the screens of the desk say, for trainers.

Texts with ``{names}`` are completed by the screens. Plain words, short sentences, no promise.
"""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Trainer's desk"
NO_TERMINAL = (
    "The desk needs a terminal window, and this is not one ({reason}). "
    "posterior-chain records list works without."
)

# Opening.
ONE_MOMENT = "One moment, the records are being opened ..."
ASK_SEALED = "Please type the passphrase of the gym. Then Enter."
ASK_PIN = "Please type the PIN of the desk. Then Enter."
CHOOSE_PIN = (
    "This desk has no PIN yet. Choose one of 4 to 12 digits. It keeps the records off the "
    "screen while you are away."
)
PIN_SEALS_NOTHING = (
    "A PIN does not protect the files. Whoever takes the disk can read them. Only sealing "
    "protects them. Your owner can switch it on: posterior-chain seal setup"
)
PIN_AGAIN = "Please type the same PIN once more."
PINS_DIFFER = "The two are not the same. Please choose again."
TRYING = "Opening the desk ..."
TRYING_LONG = "The first time this can take a while. You can leave it alone."
CARDS = "Opening {done:,} of {of:,} records"
SHUT_IDLE = "Nobody was here for a while, so the desk was shut."
SHUT_NOW = "The desk is shut."
SEALED_MEANWHILE = (
    "The records were sealed for a new key meanwhile, at another window or laptop. Please open the "
    "desk with the passphrase that holds now."
)
PIN_MEANWHILE = "A PIN was chosen meanwhile, at another window. Please type it."
SHUT_FOR_RETEST = "The re-test is over. Please open the desk again."

# Clients.
CLIENTS = "Clients"
SEARCH = "Type a name to search"
VIEWS = ("All", "Due for a re-test", "Last seen first")
COUNT_ALL = "{all:,}"
COUNT = "{found:,} of {all:,}"
NO_NAME = "(no name)"
DUE = "due {day}"
NOBODY = (
    "There is no client yet.\n\n"
    "A client comes onto this list when a quiz is finished. To start one, close the desk and "
    "type:\n\n    posterior-chain\n\n"
    "Records of another laptop come with a server or a USB stick:\n\n"
    "    posterior-chain records pull\n    posterior-chain records merge"
)
NOT_FOUND = "No client is called so. Backspace takes letters away."
CAME_IN, CAME_IN_MORE = "Just in: {names}.", "Just in: {names} and {more} more."
CHANGED_ELSEWHERE = "This client changed meanwhile. What stands here is new."
RETEST_DAY, NO_RETEST = "Re-test {day}", "No re-test is planned"
HEADINGS = ("Name", "Last here", "Result", "Re-test")
NONE_DUE = "Nobody is due for a re-test today."

# One client.
SCREENINGS, OVER_TIME, LAST_AND_NOW = "Screenings", "Over time", "Last and now"
NEXT_DUE, DUE_SINCE = "Re-test from {day}", "Re-test due since {day}"
CLEARED = "Cleared by {by} on {on}: {flags}."
NOT_CLEARED = "Not cleared: {flags}."
NO_FLAG = "no flag"
FLAGS_UP = "Red flags: {flags}."
ONLY_LAST = "The last {shown} of {all} screenings. The others are in the list."
SCORES = "Signs of low capacity, 0 to 100"
HOW_TO_READ = "The taller the block, the more signs. Two numbers: an answer was missing."
NO_SCORE_HELP = "{sign} means that no score was shown that day."
NOTHING_OVER_TIME = "There is no score yet."
ONE_ONLY = "There is one screening so far. After a re-test, both stand here side by side."
ONE_DAY_ONLY = (
    "All screenings so far are of one day. After a re-test on another day, both stand here side "
    "by side."
)
NO_NUMBERS = "There are no numbers to set side by side: the last screening shows no score."
QUESTIONNAIRE = "questionnaire {version}"
CLOSED_RECORD = "This record cannot be shown: {reason}."

# One record.
PAGES = ("Result", "Exercises", "Points", "Other")
STANDS_OUT, TO_MIND, PLAN, RETEST_TITLE = "What stands out", "To keep in mind", "Plan", "Re-test"
DOSED = "{name}: {dose}"
RETEST_ON = "{day}, week {week}"
CORRECTS = "A correction of an earlier record."
CLOCK_WENT_BACK = "The clock of the laptop was set back that day. Look at the date."
MADE_BY = "Questions {questionnaire}, program {program}."
OTHER_VERSION = (
    "Made with {questionnaire}. Today's rules cannot assess it anew, so it stands here as it was "
    "kept."
)
CANNOT_CHANGE = "It was made with other questions. It can be read, but nothing can be added to it."
NO_OLD_POINTS = "The points of another version are not shown: its weights may be others."
NO_EXERCISES = "No exercises: {outcome}"
SCORE_LINE = "{score}({band})"
WHY = "Why: {reasons}."
TIMES = "{severity} x {weight} = {points}"
SEVERITY_TIMES_WEIGHT = "Behind each answer: severity x weight = points."
HEALTH_QUESTIONS = "Health questions"
MINUTES = "{minutes} min"

# Clearance.
CLEARANCE = "Clearance by a clinician"
CLEARANCE_TEXT = (
    "Tick what a clinician cleared. Only what is ticked is lifted. The name and the day stand for "
    "all ticks."
)
BY, ON = "Clinician", "Day, such as 29.11.2026"
DAY_READ = "Read as {day}."
NOW_KEEP = "Read as {day}. Ctrl+S keeps the clearance."
NEED_FLAG = "Please tick at least one red flag: Space, or a click."
NEED_BY = "Please type the name of the clinician."
DAY_TO_COME = "This day is still to come."
DAY_BEFORE_BIRTH = "On this day the client was not born yet. Please look at the year."
CLEARANCE_KEPT = "The clearance is kept in a new record."

# Figures.
FIGURES = "Test figures"
FIGURES_TEXT = "Type each figure into its line. Ctrl+S keeps them all as a new record."
UNIT = "{unit}, {low} to {high}"
LINE_REFUSED = "{name}: {why}"
NO_FIGURES = (
    "No test is taken with this client: there is a red flag, or the client cannot stand up."
)
NOTHING_NEW = "Nothing was changed."
FIGURES_KEPT = "The figures are kept in a new record."

# Notes.
NOTES = "Notes on exercises"
NOTES_TEXT = (
    "Type a note into its line, up to {most} letters. Ctrl+S keeps them. They are printed on the "
    "trainer sheet."
)
NO_NOTES = "There is no exercise to note anything on."
NOTES_KEPT = "The notes are kept in a new record."

# The plan.
PLAN_OF = "{name}: plan"
NO_PLAN = "There is no plan to change: the answers do not lead to training today."
SESSION_MINUTES = "{name} {minutes} min"
BLOCK = "{name}, {minutes} min"
HAS_NOTE = "note"
MARKED = "{name} ✎ {marks}"
WITH_TRAINER_THERE = "Only with {name} there."
LEFT_OUT_ROW = "{name}: {because}"
NOT_IN_PLAN = "Not in the plan, because of {because}."
NOTE_IS = "Note to the client: {note}"
DOSE = "{sets}, effort {effort} of 10"
MINUTES_EFFECT = "session {name} {before} → {after} minutes"
SETS_EFFECT = "{region} {before} → {after} sets a week"
COMES, GOES = "new: {names}", "gone: {names}"
NO_EFFECT = "Done. Minutes and regions stay as they were."
POINT_TO_ONE = "Please point to an exercise of a session first."
IS_FIRST, IS_LAST = "It is the first one already.", "It is the last one already."
LOOKING = "Trying out what may stand here ..."
IN_PLACE_OF = "In place of {name}, session {session}"
INTO_SESSION = "Into session {session}"
MAY_BE_CHOSEN = "{count} may be chosen"
MAY_BE = "{name}: {speaks}"
ONLY_WITH_YOU = "{name}, only with you there: {speaks}"
BARRED = "{name}: {why}"
WITH_YOU = "{name}, with you there?"
WITH_YOU_TEXT = (
    "It is above the level of this client. The rules allow it with a trainer there. The sheets "
    "will say: only with {by} there."
)
WITH_YOU_YES, WITH_YOU_NO = "Yes, with me", "No"
DOSE_TITLE = "{name}: sets, repetitions, effort"
DOSE_TEXT = "Type a number, or two such as 8-10. Ctrl+S takes them into the plan."
DOSE_LINE = "{weeks}: {what}"
SETS, REPETITIONS, EFFORT, ALL_WEEKS = "sets", "repetitions", "effort", "all weeks"
ALLOWED = "{span} allowed"
SPAN_REFUSED = "{name}: please type a number, or two such as 8-10. Allowed: {allowed}."
SETS_REFUSED = "{name}: please type one number. Allowed: {allowed}."
CLIENT_NOTES = "Notes that the client reads"
CLIENT_NOTES_TEXT = (
    "Type a note into its line, up to {most} letters. It is printed on the client sheet. Ctrl+S "
    "takes them into the plan."
)
THE_WHOLE_PLAN = "The whole plan"
YOUR_NAME = "Who changes the plan?"
YOUR_NAME_TEXT = "Your name stands on both sheets, beside what you change."
NEED_NAME = "Please type your name."
CARRY_OVER = "Keep the changes of last time?"
CARRY_TEXT = (
    "Last time the plan was changed: {changes}. What the new answers still allow can be taken "
    "over. Nothing is kept before you press Ctrl+S."
)
CARRY_YES, CARRY_NO = "Yes, take them over", "No, as the rules made it"
CARRIED_OVER = "The changes of last time are in. Ctrl+S keeps them."
CARRY_HINT = "Last time the plan was changed. v offers to keep the changes."
PLAN_KEPT = "The changed plan is kept in a new record."

# Paper.
PAPER = "Print or save"
BOTH, CLIENT_SHEET, TRAINER_SHEET = "Both sheets", "The client sheet", "The trainer sheet"
COPIES = "Copies: {copies}"
MAKING = "The PDF is being made. This takes a few seconds ..."
SAVED = "Saved: {name}\nIn the folder {folder}"

# Rights.
ERASE = "Erase {name} for good?"
ERASE_TEXT = (
    "This takes away {records}, drafts under this name, and the PDFs that were made on this "
    "computer. It cannot be taken back. Other laptops erase the client too when they next meet "
    "the server or a bundle, and no copy brings the client back.\n\n"
    "Papers, backups and bundles that are there already are for you to take away."
)
ERASE_WORD = "erase"
ERASE_TYPE = "To erase, type {word} and press Enter. Esc keeps everything."
ERASE_NOT_TYPED = "Nothing is erased yet. Type {word}, or press Esc."
ERASED = "{records} erased, with drafts and PDFs made here."
LEFT = "These may still hold answers of the client. Please delete them by hand:\n{paths}"
EXPORT = "Give {name} a copy of everything?"
EXPORT_TEXT = (
    "It goes into a new folder: one file with all that is kept, and a PDF for each screening.\n"
    "{folder}\nWhoever has the folder can read it."
)
EXPORT_YES, EXPORT_NO = "Yes, write it", "No"
EXPORTING = "Writing the copy ..."
EXPORTED = "Written: {folder}"

# Re-test.
RETEST = "Start a re-test with {name}?"
RETEST_TEXT = (
    "Please hand the laptop over now. The desk shuts behind you, and asks for your secret again "
    "afterwards. Beside each question stands what was answered on {day}."
)
RETEST_YES, RETEST_NO = "Yes, start", "No"
RETEST_CLOSED = (
    "Please hand the laptop over now. The desk shuts behind you, and asks for your secret again "
    "afterwards. The last record, of {day}, cannot be opened: nothing stands beside the questions."
)
RETEST_ASKED_LESS = (
    "Please hand the laptop over now. The desk shuts behind you, and asks for your secret again "
    "afterwards. The questionnaire of {day} asked less about safety, so all is asked anew. Beside "
    "questions that are the same stands what was answered."
)
RETEST_OTHER_VERSION = (
    "Please hand the laptop over now. The desk shuts behind you, and asks for your secret again "
    "afterwards. Some questions are others than on {day}: beside those that are the same stands "
    "what was answered."
)

# Leaving and faults.
CLOSE = "Close the desk?"
CLOSE_YES, CLOSE_NO = "Yes, close it", "No, stay here"
KEEP_NOT = "Leave without keeping it?"
LEAVE_YES, LEAVE_NO = "Yes, leave", "No, go back"
COULD_NOT = "That did not work"
NOTHING_LOST = "What was kept before is as it was."
UNDERSTOOD = "Go on"
WENT_WRONG_LOG = "What happened stands in {log}, without answers."
WENT_WRONG_NO_LOG = "Please start the desk again."
WENT_WRONG = "Sorry, something went wrong in the program. The records are as they were."

# Keys.
KEY_OPEN, KEY_VIEW, KEY_SHUT, KEY_CLOSE, KEY_BACK = "Open", "View", "Shut", "Close", "Back"
KEY_PAGE, KEY_HELP, KEY_KEEP, KEY_DOWN = "Page", "Help", "Keep", "Down"
KEY_RETEST, KEY_EXPORT, KEY_ERASE = "Re-test", "Give a copy", "Erase"
KEY_SETTINGS = "Settings"
KEY_CLEARANCE, KEY_FIGURES, KEY_NOTES, KEY_WATCH = "Clearance", "Tests", "Notes", "Stop-watch"
KEY_TICK, KEY_TAKE = "Tick", "Take it"
KEY_PLAN, KEY_SWAP, KEY_DROP, KEY_ADD = "Plan", "Swap", "Drop", "Add"
KEY_EARLIER, KEY_LATER, KEY_DOSE = "Earlier", "Later", "Dose"
KEY_MESSAGE, KEY_SPLIT, KEY_UNDO, KEY_REDO = "Note", "Split", "Undo", "Redo"
KEY_FEWER, KEY_MORE = "Fewer", "More"
KEY_PRINT, KEY_SAVE, KEY_CHOOSE, KEY_COLOURS = "Print", "Save a file", "Choose", "Colours"
TAB, SPACE, CTRL_S = "Tab", "Space", "Ctrl+S"

HELP: Mapping[str, tuple[str, ...]] = {
    "opening": (
        "The desk shows what clients answered. It opens only with the gym's secret.",
        "After a few wrong tries each next one has to wait.",
    ),
    "clients": (
        "Type part of a name. Capital letters and accents do not matter.",
        "Tab goes through three views: all by name, who is due for a re-test, who was here last.",
        "Up, Down, Page Up and Page Down move. Enter or a click opens a client.",
        "F2 changes the gym's settings. They hold from the next start on.",
        "Esc empties the search. With nothing typed it shuts the desk.",
        "A record that cannot be opened says why: sealed for another key, made by a newer "
        "program, or not whole.",
    ),
    "client": (
        "Left and Right turn the page: the screenings, the scores over time, and the last two "
        "side by side.",
        "Enter opens the screening at the pointer.",
        "r starts a re-test. The client answers the quiz again. The desk shuts behind it.",
        "g writes a copy of everything for the client, who may ask for it.",
        "x erases the client for good, after you typed a word.",
        "A score is the product's own rule. It sorts answers. It does not measure strength.",
    ),
    "record": (
        "These are the rows of the trainer sheet. Left and Right turn the page.",
        "v shows the plan, to be changed within the rules.",
        "p prints or saves it. c records a clinician's clearance, where there is something to "
        "clear. t takes test figures. n takes a note for each exercise.",
        "A record never changes. Each of these makes a new one that takes its place. The old one "
        "is kept.",
    ),
    "clearance": (
        "Up and Down choose a red flag. Space or a click ticks it.",
        "A clearance lifts what is ticked and nothing else, nor what comes up later. It never "
        "lifts an emergency, nor what needs help the same day.",
        "The day may be written 29.11.2026, 29/11/2026, 2026-11-29 or today. What was read "
        "stands below.",
        "Enter goes to the next field. Ctrl+S keeps it. Esc leaves, and asks first.",
    ),
    "erase": ("Enter erases once the word is there. Esc keeps everything.",),
    "figures": (
        "Type each figure into its line. Enter and Down go to the next, Up to the one before.",
        "An empty line takes a figure away. w lends a stop-watch or a counter.",
        "Ctrl+S keeps all new figures in one new record. Esc leaves, and asks first.",
    ),
    "notes": (
        "Type each note into its line. Enter and Down go to the next, Up to the one before.",
        "An empty line takes a note away. Ctrl+S keeps what is new. Esc leaves, and asks first.",
        "Above the lines stands who reads these notes. They are sealed like the answers.",
    ),
    "plan": (
        "Up and Down choose an exercise. Beside it stand the movement, why it was chosen, and its "
        "dose. What was left out and why stands at the end.",
        "s or Enter swaps it. d drops it. a adds one to its session. o does it earlier, l later.",
        "e changes sets, repetitions and effort. m writes a note that the client reads.",
        "b shares the body otherwise: all of it in each session, or upper and lower body in turn.",
        "Each change shows at once what it does to minutes and regions. What the rules forbid is "
        "refused, with the reason. u undoes, y makes it again.",
        "Ctrl+S keeps all of it as one new record with your name. Esc leaves, and asks first.",
    ),
    "candidates": (
        "What may be chosen comes first, the best first, with what speaks for it. What may not is "
        "grey, with the reason.",
        "Up and Down choose. Enter or a click takes it into the plan.",
    ),
    "dose": (
        "Type a number, or two such as 8-10. What is allowed stands beside the line.",
        "Enter and Down go to the next line, Up to the one before. What it does stands below.",
        "Ctrl+S takes all of it into the plan. Esc leaves, and asks first.",
    ),
    "name": (
        "The name stands on the client sheet and on the trainer sheet, and in the record.",
        "It is asked once, until the desk is shut.",
    ),
    "paper": (
        "Up and Down choose the sheets. Left and Right change how many copies.",
        "p prints. f saves a PDF that only you may read. No name stands in the name of the file.",
        "What is printed is noted, without any answer, in the log of the desk.",
    ),
}
"""By screen."""


def changes_in_words(count: int) -> str:
    """Return ``1 change`` or ``3 changes``."""
    return "1 change" if count == 1 else f"{count} changes"


def records_in_words(count: int) -> str:
    """Return ``1 record`` or ``3 records``."""
    return "1 record" if count == 1 else f"{count} records"
