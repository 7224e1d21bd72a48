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
PAGES = ("Result", "Points", "Exercises", "Other")
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
BECAUSE = "Because of {reasons}."
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
BY, ON = "Clinician", "Day, such as 2026-05-12"
NEED_FLAG = "Please tick at least one red flag: Space, or a click."
NEED_BY = "Please type the name of the clinician."
NEED_DAY = "Please type the day as year-month-day, such as {today}."
DAY_TO_COME = "This day is still to come."
DAY_BEFORE_BIRTH = "On this day the client was not born yet. Please look at the year."
CLEARANCE_KEPT = "The clearance is kept in a new record."

# Figures.
FIGURES = "Test figures"
FIGURES_TEXT = "Choose a line and type its figure. 1 keeps them as a new record."
NO_FIGURES = (
    "No test is taken with this client: there is a red flag, or the client cannot stand up."
)
NOTHING_NEW = "Nothing was changed."
FIGURES_KEPT = "The figures are kept in a new record."

# Notes.
NOTES = "Notes on exercises"
NOTES_TEXT = "Choose an exercise and type a note. It is printed on the trainer sheet."
NOTE_HINT = "Up to {most} letters. Empty takes the note away. Enter keeps it."
NO_NOTE = "-"
NO_NOTES = "There is no exercise to note anything on."
NOTES_KEPT = "The notes are kept in a new record."

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
KEY_PAGE, KEY_HELP, KEY_KEEP, KEY_FIELD = "Page", "Help", "Keep", "Field"
KEY_RETEST, KEY_EXPORT, KEY_ERASE = "Re-test", "Copy", "Erase"
KEY_SETTINGS = "Settings"
KEY_PAPER, KEY_CLEARANCE, KEY_FIGURES, KEY_NOTES = "Paper", "Clearance", "Tests", "Notes"
KEY_TICK = "Tick"
KEY_FEWER, KEY_MORE = "Fewer", "More"
KEY_PRINT, KEY_SAVE, KEY_CHOOSE, KEY_COLOURS = "Print", "Save", "Choose", "Colours"
TAB, SPACE = "Tab", "Space"

HELP: Mapping[str, tuple[str, ...]] = {
    "opening": (
        "The desk shows what clients answered. It opens only with the gym's secret.",
        "After a few wrong tries each next one has to wait.",
        "Up and Down change the colours.",
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
        "1 starts a re-test. The client answers the quiz again. The desk shuts behind it.",
        "2 writes a copy of everything for the client, who may ask for it.",
        "3 erases the client for good, after you typed a word.",
        "A score is the product's own rule. It sorts answers. It does not measure strength.",
    ),
    "record": (
        "These are the rows of the trainer sheet. Left and Right turn the page.",
        "1 prints or saves it. 2 records a clinician's clearance. 3 takes test figures. "
        "4 takes a note for each exercise.",
        "A record never changes. Each of these makes a new one that takes its place. The old one "
        "is kept.",
    ),
    "clearance": (
        "Up and Down choose a red flag. Space, its number or a click ticks it.",
        "A clearance lifts what is ticked and nothing else, nor what comes up later. It never "
        "lifts an emergency, nor what needs help the same day.",
        "Tab goes to the next field. Enter keeps it. Esc leaves without keeping it.",
    ),
    "form": (
        "Tab goes to the next field. Enter keeps what is typed. Esc leaves without keeping it.",
    ),
    "figures": (
        "Choose a line with Up and Down and press Enter. Type the figure and press Enter.",
        "A minus sign takes a figure away. ? on a test shows how it is taken.",
        "1 keeps all new figures in one new record.",
    ),
    "notes": (
        "Choose an exercise with Up and Down and press Enter. Type the note and press Enter.",
        "An empty line takes a note away. 1 keeps all new notes in one new record.",
        "Notes are sealed like the answers. They are printed on the trainer sheet.",
    ),
    "paper": (
        "Up and Down choose the sheets. Left and Right change how many copies.",
        "1 prints. 2 saves a PDF that only you may read. No name stands in the name of the file.",
        "What is printed is noted, without any answer, in the log of the desk.",
    ),
}
"""By screen."""


def records_in_words(count: int) -> str:
    """Return ``1 record`` or ``3 records``."""
    return "1 record" if count == 1 else f"{count} records"
