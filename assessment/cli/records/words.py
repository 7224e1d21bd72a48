"""Words of the commands on records, for trainers."""

from __future__ import annotations

NO_NAME = "(no name)"
CLOSED = "(sealed)"
NOBODY = "There is no client yet."
NOT_FOUND = "No client is called so."
WRONG_CLOCK = (
    "the clock of this computer says that it is {today}. Set it right first; nothing was erased"
)
LONG_PAUSE = (
    "nothing was made here between {before} and {after}, so a clock may have been ahead. If today "
    "is really {today}, add --today {today}. Nothing was erased"
)
DOUBTFUL = (
    "{count} records were made by a clock that cannot be right, so nobody knows how old they are. "
    "They stay; erase their clients by hand where the time is over."
)
CORRECTED = "This record was corrected. Name the one that took its place: {latest}"
CLEARED_NO_MORE = (
    "This takes the place of the clearance before, which was for more: {flags} is not cleared any "
    "more. To clear it as well, name it too."
)
UNSEALED_COPY = (
    "The records in it are not sealed: whoever has the file can read them. Keep it like the "
    "papers, or seal the records first: posterior-chain seal setup"
)
UNSEALED_SERVER = (
    "The records are not sealed: whoever runs the server can read them. To seal them: "
    "posterior-chain seal setup"
)
NEW_KEY = (
    "A key of the gym came along. To seal with it on this computer too, type "
    "posterior-chain seal adopt and give the trainer's passphrase."
)
NOT_A_FILE = "is not a file; name another one"
THERE_ALREADY = "is there already; name another file, or add --replace"
NO_PAPER = "there is no such file, so it could not be erased with the client"
THE_TABLE = "The table"
TABLE = (
    "{rows} screenings stand in it. It is not sealed, and erasing a client does not reach it: "
    "delete it when you are done."
)
LEFT_OUT = "{left_out} screenings could not be opened, and are not in it."
WHO_CHANGES = "who changes the plan? Say it with --by NAME"
OTHER_QUESTIONS = "this record answers other questions than today's, so its plan cannot be changed"
NOTHING_TO_UNDO = "nothing of this plan was changed"
NOTHING_TO_CARRY = (
    "there is nothing to carry over: the plan of the last time was not changed, or this one has "
    "changes already"
)
NO_PLAN = "This record has no plan: the answers do not lead to training."
SESSION = "Session {session}, about {minutes} minutes"
IN_SESSION = "  {id}: {dose}, effort {effort} of 10"
CHANGE = "Changed: {what} ({by}, {on})"
TAKEN_BACK = "Taken back: {what}"
NOT_USED = "Not used: {what}. {why}"
ALL_CHANGES = "the changes of this plan"
MINUTES_NOW = "Session {session}: {before} to {after} minutes"
SETS_NOW = "Sets a week for the {region}: {before} to {after}"
