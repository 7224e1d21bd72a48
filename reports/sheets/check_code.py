"""A short code for one set of answers: pages that carry the same one belong together."""

from __future__ import annotations

import base64
import hashlib

from assessment.core.answers import AnswerSheet
from assessment.version import VERSION

LABEL = "name"
"""The item that is a label only and has no say in the code."""
CHARACTERS = 6


def check_code(sheet: AnswerSheet) -> str:
    """Return six letters and figures in two groups, such as ``K7Q-F2M``.

    They come from the answers given, the questionnaire's version and the program's.
    One answer changed gives another code, but for one pair in a thousand million; nothing
    of the answers can be read from it.
    """
    answers = sorted((key, repr(value)) for key, value in sheet.given.items() if key != LABEL)
    text = repr((sheet.questionnaire.id, sheet.questionnaire.version, VERSION, answers))
    digest = hashlib.sha256(text.encode()).digest()
    code = base64.b32encode(digest).decode()[:CHARACTERS]
    return f"{code[: CHARACTERS // 2]}-{code[CHARACTERS // 2 :]}"
