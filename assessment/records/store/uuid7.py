"""Ids of records: UUID version 7, which sort by the time they were made.

Source: RFC 9562, section 5.7; keeping the order when the clock goes back is its section 6.2.
"""

from __future__ import annotations

from uuid import UUID

RANDOM_BYTES = 10
"""Of which 74 bits are used."""
MOST_MILLISECONDS = 2**48 - 1
_RAND_A_BITS, _RAND_B_BITS = 12, 62
VERSION, _VARIANT = 0x7, 0b10


def uuid7(milliseconds: int, random: bytes) -> UUID:
    """Return the id made at *milliseconds* since 1970 (UTC) from ten *random* bytes.

    Raises:
        ValueError: *milliseconds* does not fit into 48 bits, or *random* is too short.
    """
    if not 0 <= milliseconds <= MOST_MILLISECONDS:
        raise ValueError(f"{milliseconds} ms do not fit into 48 bits")
    if len(random) < RANDOM_BYTES:
        raise ValueError(f"{RANDOM_BYTES} random bytes are needed; found {len(random)}")
    chance = int.from_bytes(random[:RANDOM_BYTES], "big")
    rand_a = chance >> 64 & (1 << _RAND_A_BITS) - 1
    rand_b = chance & (1 << _RAND_B_BITS) - 1
    return UUID(
        int=milliseconds << 80 | VERSION << 76 | rand_a << 64 | _VARIANT << 62 | rand_b,
    )


def milliseconds_of(made: UUID) -> int:
    """Return the milliseconds since 1970 (UTC) in an id of version 7."""
    return made.int >> 80


def next_milliseconds(now: int, last: UUID | None) -> int:
    """Return the time for an id that must sort after *last*, also where the clock went back."""
    return now if last is None else max(now, milliseconds_of(last) + 1)
