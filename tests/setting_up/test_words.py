"""Why a set-up did not work: a sentence for what we know, pip's own words for the rest."""

import errno

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up.words import explain_pip, explain_system_error

# Each as pip 26.3 writes it.
OFFLINE = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after \
connection broken by 'NewConnectionError("HTTPSConnection(host='a.example', port=443): Failed to \
establish a new connection: [Errno -3] Temporary failure in name resolution")': /simple/rich/
ERROR: Could not find a version that satisfies the requirement rich==15.0.0 (from versions: none)
ERROR: No matching distribution found for rich==15.0.0
"""
FILTERED = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after \
connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] \
certificate verify failed: unable to get local issuer certificate (_ssl.c:992)'))': /simple/rich/
ERROR: Could not find a version that satisfies the requirement rich==15.0.0 (from versions: none)
"""
FULL = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
CHANGED = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated \
the package versions, please update the hashes. Otherwise, examine the package contents carefully.
"""

WRONG = "pip install: error: option --retries: invalid integer value: 'banana'\n"


@pytest.mark.parametrize(
    ("output", "why", "what_to_do"),
    [
        (WRONG, "a setting that it does not take", "begin with PIP_"),
        (OFFLINE, "the internet could not be reached", "connect this computer"),
        (FILTERED, "no secure connection could be made", "check the date and time"),
        (FULL, "The disk is full", "free 300 MB"),
        (CHANGED, "not the one that this version was tested with", "try another network"),
    ],
)
def test_a_known_fault_is_one_line_with_what_to_do(output: str, why: str, what_to_do: str) -> None:
    explanation = explain_pip(output)

    assert why in explanation
    assert what_to_do in explanation
    assert "\n" not in explanation


def test_an_unknown_fault_shows_the_last_twenty_lines() -> None:
    output = "\n".join(f"line {number}" for number in range(1, 51))

    shown = explain_pip(output).splitlines()

    assert shown[0] == "The parts of posterior-chain could not be installed:"
    assert [line.strip() for line in shown[1:]] == [f"line {n}" for n in range(31, 51)]


def test_a_full_disk_is_the_same_sentence_wherever_it_shows() -> None:
    assert explain_system_error(OSError(errno.ENOSPC, "No space")) == explain_pip(FULL)


def test_a_folder_that_cannot_be_written_is_named() -> None:
    denied = PermissionError(errno.EACCES, "Permission denied", "/gym/.venv")

    assert "Permission denied: '/gym/.venv'" in explain_system_error(denied)
