"""Words of the recovery sheet, for the owner of a gym."""

from __future__ import annotations

TITLE = "Recovery sheet"
WHAT = "This key opens the records of your gym."
MADE = "Made on {day}"
KEY = "The key"
KEY_NUMBER = (
    "Key number {generation}, in groups of four. Below its first line are no B, I, O and 1."
)
PUBLIC = "Opens what is sealed for"
KEEP_TITLE = "Keep this sheet"
KEEP = (
    "Keep it on paper, locked away, and not beside the laptop.",
    "Whoever has it can read every record of the gym.",
    "If the passphrase is lost, this key is the only way back.",
    "If both are lost, nobody can open the records. We cannot either.",
)
USE_TITLE = "If the passphrase is lost"
USE = (
    "On any laptop of the gym, type: posterior-chain seal passphrase --lost",
    "Type the key from this sheet. Spaces and small letters do not matter.",
    "Choose a new passphrase. The records open again.",
)
SEEN_TITLE = "If somebody else has seen this sheet"
SEEN = (
    "Type: posterior-chain seal renew --sheet new-sheet.pdf",
    "It makes a new key, seals every record for it, and writes a new sheet.",
    "Then destroy this one.",
)
AGE = (
    "The records are in the age format (age-encryption.org/v1). The key on one line without "
    "spaces, in a file, is an identity for any age program."
)
DELETE = "Print it, then delete the file."
TEXT_RULE = "-" * 60
