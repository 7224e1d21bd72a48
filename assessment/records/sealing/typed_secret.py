"""A secret as it was typed: one form of it to be kept, and every form that may have been kept.

Systems write one letter in several ways (é as one character, or as e and an accent), and
another kind of space where a key is held down. What is kept follows RFC 8265 (OpaqueString):
composed letters, plain spaces.
"""

from __future__ import annotations

import unicodedata

from assessment.records.errors import WrongSecretError

NOT_TEXT = (
    "What was typed holds bytes that are no letters here. Look at the encoding of this terminal "
    "or file: it should be UTF-8. Nothing was changed."
)
FORMS = ("NFC", "NFD", "NFKC", "NFKD")


def kept_form(secret: str) -> str:
    """Return the form of *secret* in which it is kept.

    Raises:
        WrongSecretError: It is no text.
    """
    try:
        secret.encode()
    except UnicodeEncodeError as error:
        raise WrongSecretError(NOT_TEXT) from error
    return unicodedata.normalize("NFC", _with_plain_spaces(secret))


def forms(secret: str) -> tuple[str, ...]:
    """Return each form in which *secret* may have been kept, the likely ones first.

    An older program kept it as that computer wrote it.

    Raises:
        WrongSecretError: It is no text.
    """
    found = [kept_form(secret), secret]
    for text in (secret, _with_plain_spaces(secret)):
        found += [unicodedata.normalize(form, text) for form in FORMS]  # type: ignore[arg-type]
    return tuple(dict.fromkeys(found))


def plain_digits(secret: str) -> str:
    """Return *secret* with the digits of every script as 0 to 9."""
    text = unicodedata.normalize("NFKC", secret)
    return "".join(str(unicodedata.decimal(one, one)) for one in text)


def _with_plain_spaces(secret: str) -> str:
    return "".join(" " if unicodedata.category(one) == "Zs" else one for one in secret)
