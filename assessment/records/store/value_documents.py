"""JSON from a bundle or a waiting file -> a value of a store, or a sentence about what is wrong."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from assessment.records.errors import BadBundleError
from assessment.records.store.values import KINDS, Record, Value, digest_of, document_of, moment_of

KIND_KEY, DIGEST_KEY = "is", "digest"
LATEST_NUMBER = 10**9
"""No generation, revision or format is higher."""


def line_of(value: Value) -> bytes:
    """Return *value* as one line of JSON, with its kind and its digest."""
    kind = next(name for name, known in KINDS.items() if type(value) is known)
    document = {KIND_KEY: kind, DIGEST_KEY: digest_of(value).hex(), **document_of(value)}
    return json.dumps(document, separators=(",", ":")).encode() + b"\n"


def value_from(line: bytes) -> Value:
    """Return the value in one *line* that ``line_of`` wrote.

    Raises:
        BadBundleError: It is none, or was changed since; the message says what is wrong.
    """
    try:
        document = json.loads(line)
    except (RecursionError, ValueError) as error:
        raise BadBundleError("is not JSON in UTF-8") from error
    if not isinstance(document, dict):
        raise BadBundleError("is not a JSON object")
    kind = KINDS.get(str(document.pop(KIND_KEY, None)))
    digest = document.pop(DIGEST_KEY, None)
    if kind is None:
        raise BadBundleError(f"{KIND_KEY}: must be {', '.join(KINDS)}")
    value = _value(kind, document)
    if digest_of(value).hex() != digest:
        raise BadBundleError("was changed since it was written, or is not whole")
    return value


def _value(kind: type[Value], document: Mapping[str, Any]) -> Value:
    held: dict[str, Any] = {}
    for one in fields(kind):
        if one.name == "more":
            continue
        if one.name not in document:
            raise BadBundleError(f"{one.name}: is missing")
        try:
            held[one.name] = READERS[str(one.type)](document[one.name])
        except (TypeError, ValueError) as error:
            raise BadBundleError(f"{one.name}: is not of the right kind") from error
    if kind is Record:
        unknown = {key: raw for key, raw in document.items() if key not in held}
        held["more"] = json.dumps(unknown, sort_keys=True)
    return kind(**held)


def _number(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= LATEST_NUMBER:
        raise ValueError
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str) or "\0" in raw or not raw.isprintable():
        raise ValueError
    return raw


def _erased_kind(raw: object) -> str:
    if raw not in ("record", "client"):
        raise ValueError
    return str(raw)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "UUID": UUID,
    "UUID | None": lambda raw: None if raw is None else UUID(raw),
    "datetime": moment_of,
    "bytes": lambda raw: b64decode(_text(raw), validate=True),
    "int": _number,
    "str": _text,
    "ErasedKind": _erased_kind,
}
"""How each kind of field is read, by its annotation."""
