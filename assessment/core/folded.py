"""Names as people type them: without case, accents and the signs that a keyboard may not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

WITHOUT_STROKE = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ə": "a",
        "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɨ": "i", "ʉ": "u", "þ": "th", "æ": "ae", "œ": "oe",
    }
)  # fmt: skip
"""Letters that Unicode takes for ones of their own: it does not part them from their stroke."""
IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
"""How those are written too where there is no key for them."""
APOSTROPHES = "'’‘‛`´′ʹ＇՚׳"
LEFT_OUT = frozenset({"Cc", "Cf", "Cs", "Lm", "Me", "Mn", "Sk"})
"""Kinds of signs that nobody types: controls, and accents by themselves."""
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)


def folded(text: str) -> str:
    """Return *text* as it is compared: ``Łucja O’Neil`` and ``lucja oneil`` are the same."""
    plain = text.casefold()
    if plain.isascii():
        return " ".join(plain.translate(_NO_APOSTROPHES).split())
    return _plain(plain, {})


def findable(text: str) -> str:
    """Return every way to type *text* that finds it, with a space before each word."""
    plain = folded(text)
    if text.isascii():
        return f" {plain}"
    other = _plain(unicodedata.normalize("NFC", text.casefold()), IN_TWO_LETTERS)
    return "".join(f" {way}" for way in dict.fromkeys((plain, other)))


def has_letter(text: str) -> bool:
    """Return whether *text* can be somebody's name; a number or a stop by itself is none."""
    return any(map(str.isalpha, text))


def _plain(text: str, letters: Mapping[int, str]) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(letters)).translate(WITHOUT_STROKE)
    return " ".join("".join(map(_sign, apart)).casefold().split())


def _sign(sign: str) -> str:
    """Return *sign* as it is typed: a hyphen for any dash, 0 to 9 for the digits of any script."""
    kind = unicodedata.category(sign)
    if sign.isspace():
        return " "
    if sign in APOSTROPHES or kind in LEFT_OUT:
        return ""
    return "-" if kind == "Pd" else str(unicodedata.decimal(sign, sign))
