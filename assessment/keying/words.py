"""Every sentence that is said to the person who keys a questionnaire in."""

from assessment.core.consistency import Kind

HOW = """\
Type what stands beside the tick, or the number in the wide box.
  y n u    yes, no, not sure            1,4,7    several ticks on one line
  Enter    no answer, or as it is       -        take the answer away
  <        the line before              >        on to the check total of this part
  R05      to the line with this code   ?        the whole question
Lines that are not asked are passed over. A tick there counts: type its code.
Each answer is kept at once. Ctrl-C stops, and nothing is lost."""
HOW_LINE = '(A name that looks like one of these is typed with = before it, such as "=R05".)'
RESUMED = "Going on after {code}, with {answers}."
PART = "Part {number}: {title}"
PROMPT = "{code:<5} {short} [{keys}]{now} "
NOW = " (now {keys})"
KEYS_TEXT, KEYS_CLEARANCE = "words", "name, day, lines"
KEYS_NUMBER, KEYS_MANY = "{least} to {most}", "0 to {most}, several with commas"
ALL = "all"

WARNING = "IMPORTANT, by these answers: {what}."
YES, UNSURE, EMPTY = "Yes", "Not sure", "No answer"
READ_BACK = "{what}: {codes}."
TOTAL_PROMPT = "Check total of part {number} on the paper (Enter if there is none): "
TOTAL_FITS = "It fits."
TOTAL_IS = "The answers of part {number} add up to {total}."
TOTAL_DIFFERS = (
    "Part {number}, {title}: the paper says {paper}, the answers here add up to {total}. "
    "Please look at these lines again:"
)
TOTAL_AGAIN = "A code goes to its line, and > comes back. Enter goes on as it is: "
NO_TOTAL = "{typed!r} is not a number, and not the code of a line."

DONE = "All parts are keyed in: {answers}."
STILL_NEEDED = "There is no result without these lines: {codes}."
DONE_PROMPT = "Enter writes it. A code goes back to its line: "
NO_CODE = "No line has the code {typed}{hint}."
NOT_ASKED = "{code} is not asked: {why}."
COUNTS = "What is ticked there counts even so."
FIRST_LINE = "This is the first line."

TAKES = "{code} takes {allowed}; found {found}."
MUST = "{code} {error}."
Y_N, Y_N_U = "y (yes) or n (no)", "y (yes), n (no) or u ({unsure})"
ONE_OF = "{numbers} or {last}"
SEVERAL = "numbers from 1 to {most} with commas, or 0 for {none}"
SEVERAL_OR_ALL = "numbers from 1 to {most} with commas, all, or 0 for {none}"
NONE_ALONE = "{code}: 0 means {none}, so it stands alone; found {found}."
TWICE = "{code} takes each number once; {key} stands there twice."
CLEARANCE = (
    "{code} takes a name, a day and the lines that are cleared (or 0), with commas, such as "
    "Dr Brown, 2026-05-12, R23 R29; found {found}."
)
NO_DAY = "{code}: {error}."
CANNOT_BE = {
    Kind.UNKNOWN_FLAG: "{code}: the list may hold flags that need a clinician; found {found}.",
    Kind.NO_FLAG: (
        "{code}: the list may hold flags that need a clinician; {found} is none by itself."
    ),
    Kind.NOT_LIFTED: "{code}: no clearance lifts {found}.",
    Kind.FLAG_TWICE: "{code}: the list may hold each flag once; found {found} more than once.",
    Kind.DAY_AHEAD: "{code}: the day may not lie after today ({other}); found {found}.",
    Kind.DAY_BEFORE_BIRTH: "{code}: the client was not born on that day; found {found}.",
    Kind.RECENT_WITHOUT_COUNT: (
        "{code}: names {found}, but {other} is 0: one of the two must change."
    ),
}
"""Why an answer cannot stand beside the others, in the codes of the form."""
OPTION = "  {key}  {label}"

KEPT = "Stopped. Kept: {answers}. Go on with: posterior-chain enter --resume, and -o or --report."
NOTHING_TO_RESUME = "there is nothing to go on with; leave --resume out"
UNFINISHED = (
    "a questionnaire with {answers} is not finished; go on with --resume, or erase it with --anew"
)
RESUME_AND_ANEW = "--resume goes on, --anew erases: choose one of them"
SAME_FILE = "the answers and the report need two files; name another one with -o or --report"
EARLIER_FORM = (
    "a questionnaire of an earlier version is not finished; it asked less about safety, so the "
    "client needs the new form: erase what is kept with --anew, and key that one in"
)
IN_USE = "another window is keying in already; finish there first"
NOTHING_KEPT = "Stopped. Nothing was keyed in yet."
NOT_KEPT = "This answer could not be kept on disk ({reason}). Please do not stop before the end."
STOPPED_UNKEPT = "Stopped. The answers could not be kept on disk."

ANSWER, ANSWERS = "1 answer", "{count} answers"
