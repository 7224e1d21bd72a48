"""How two stores unite: in any order, any number of times, the result is the same.

Pure. Each kind is a set in which two copies of one member meet by taking the greater (a join
semilattice), so uniting is commutative, associative and idempotent. The stores do the same in
SQL; the tests hold both against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from assessment.records.store.values import AuditEntry, Erasure, GymKey, Record, Value

Name = TypeVar("Name", bound=Hashable)
Member = TypeVar("Member")


@dataclass(frozen=True)
class Holdings:
    """All that one store holds."""

    records: Mapping[UUID, Record] = field(default_factory=dict)
    erased: Mapping[UUID, Erasure] = field(default_factory=dict)
    keys: Mapping[str, GymKey] = field(default_factory=dict)
    audit: Mapping[UUID, AuditEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Iterable[Value]) -> Holdings:
        """Return *values* as the holdings of a store, without what is erased."""
        records: dict[UUID, Record] = {}
        erased: dict[UUID, Erasure] = {}
        keys: dict[str, GymKey] = {}
        audit: dict[UUID, AuditEntry] = {}
        for value in values:
            match value:
                case Record():
                    records[value.id] = value
                case Erasure():
                    erased[value.target] = value
                case GymKey():
                    keys[value.public] = value
                case AuditEntry():
                    audit[value.id] = value
        left = {name: one for name, one in records.items() if not is_erased(one, erased)}
        return cls(left, erased, keys, audit)


def united(one: Holdings, other: Holdings) -> Holdings:
    """Return what a store holds after the copies *one* and *other* meet."""
    erased = _joined(one.erased, other.erased, earlier)
    records = _joined(one.records, other.records, lambda a, b: max(a, b, key=lambda r: r.rank))
    return Holdings(
        {name: record for name, record in records.items() if not is_erased(record, erased)},
        erased,
        _joined(one.keys, other.keys, lambda a, b: max(a, b, key=lambda key: key.rank)),
        _joined(one.audit, other.audit, lambda a, _: a),
    )


def earlier(one: Erasure, other: Erasure) -> Erasure:
    """Return the erasure of a target that stays where two stores have erased it."""
    return min(one, other, key=lambda erasure: (erasure.at, erasure.kind))


def is_erased(record: Record, erased: Mapping[UUID, Erasure]) -> bool:
    """Return whether *record*, or its client, may not come back."""
    return record.id in erased or record.client in erased


def _joined(
    one: Mapping[Name, Member],
    other: Mapping[Name, Member],
    join: Callable[[Member, Member], Member],
) -> dict[Name, Member]:
    both = dict(one)
    for name, member in other.items():
        both[name] = join(both[name], member) if name in both else member
    return both
