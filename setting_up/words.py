"""What a person is told: above all why a set-up did not work, and what to do."""

import errno
import sys

from setting_up.layout import ROOT, START


def say(text: str) -> None:
    """Write *text* to standard error: standard output belongs to the program."""
    print(text, file=sys.stderr, flush=True)


class SetUpError(Exception):
    """The set-up cannot go on; the message can be shown as is."""


DISK_FULL = (
    "The disk is full, so posterior-chain could not be {done}. "
    "Please free 300 MB and type the same again."
)

CAUSES = {
    (
        "No space left on device",
        "not enough space on the disk",
        "Disk quota exceeded",
    ): DISK_FULL.format(done="set up"),
    ("DO NOT MATCH THE HASHES",): (
        "A part that came over the internet is not the one that this version was tested with, "
        f"so it was not installed. Please run {START} again, or try another network."
    ),
    ("CERTIFICATE_VERIFY_FAILED", "SSLError"): (
        "The parts of posterior-chain could not be fetched, since no secure connection could be "
        "made. Please check the date and time of this computer, or try another network, "
        f"and run {START} again."
    ),
    ("invalid float value", "invalid integer value", "is not a valid value for"): (
        "pip, which fetches the parts, was given a setting that it does not take. "
        "Please look at the settings for pip of this computer: they begin with PIP_, or stand in a "
        f"file called pip.conf or pip.ini. Then run {START} again."
    ),
    (
        "ConnectionError",
        "ConnectTimeout",
        "IncompleteRead",
        "NameResolutionError",
        "NewConnectionError",
        "ProtocolError",
        "ProxyError",
        "Read timed out",
        "ReadTimeout",
    ): (
        "The parts of posterior-chain could not be fetched, since the internet could not be "
        f"reached. Please connect this computer and run {START} again. "
        "Once set up, it works without the internet."
    ),
}
"""What pip writes, and what it means; the first that fits counts."""


def explain_pip(output: str) -> str:
    """Return why pip failed; where we do not know, its own last words."""
    for signs, meaning in CAUSES.items():
        if any(sign in output for sign in signs):
            return meaning
    return f"The parts of posterior-chain could not be installed:\n{last_lines(output)}"


def explain_system_error(error: OSError, done: str = "set up") -> str:
    """Return what kept us from reading, writing or starting a file; *done* is what was wanted."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DISK_FULL.format(done=done)
    return (
        f"posterior-chain could not be {done} in {ROOT}: {error}. "
        "Please make sure that you may write there, and type the same again."
    )


def last_lines(output: str, count: int = 20) -> str:
    """Return the last *count* lines of *output*, indented."""
    return "\n".join(f"    {line}" for line in output.splitlines()[-count:])
