"""What the doctor and ``settings`` say of the gym's settings and of the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from assessment.doctor.findings import Finding
from assessment.files.folders import data_folder, is_there, settings_path
from assessment.records.errors import BadAddressError
from assessment.records.sealing.guard import Guard
from assessment.records.store.addresses import default_address
from assessment.records.store.store_status import StoreStatus, store_status
from assessment.settings.model import RECORDS
from assessment.settings.reading import read_settings
from reports.words.phrasing import counted

GUARDS = {
    Guard.PASSPHRASE: "sealed: only the trainer's passphrase opens the records",
    Guard.PIN: "a PIN: it keeps records off the screen, and does not seal the files",
    Guard.NOTHING_YET: "none yet: the desk asks for a PIN when it is first opened",
    Guard.UNKNOWN: "the gym's public key cannot be read; see: posterior-chain seal status",
}
NO_STORE = "{place} (not there yet: the first finished quiz makes it)"
NOT_READ = "{place} cannot be read ({why}); posterior-chain records list says more"
COUNTS = "{records} of {clients}"
OLDER = "{older} are older than {months} months; posterior-chain records retention erases them"
NO_BACKUP = "none from here so far; make one with: posterior-chain records backup FILE"
NOTHING_YET = "nothing to keep yet"


def settings_findings() -> Iterator[Finding]:
    """Yield one finding on the settings, or one for each line that is not used."""
    settings = read_settings(settings_path())
    for fault in settings.every_fault:
        yield Finding("settings", fine=False, words=str(fault))
    if not settings.every_fault:
        there = "" if is_there(settings.path) else " (not there: all is as usual)"
        yield Finding("settings", fine=True, words=f"{settings.path}{there}")


def store_findings() -> Iterator[Finding]:
    """Yield where the store is, what guards it, what is in it, and when it was backed up."""
    settings, _ = read_settings(settings_path()).used(RECORDS)
    months = settings.keep_months
    try:
        address = default_address()
    except BadAddressError as error:
        yield Finding("store", fine=False, words=str(error))
        return
    found = store_status(address, data_folder(), months, datetime.now(tz=UTC))
    if found.why:
        words = NOT_READ.format(place=found.place, why=found.why)
        yield Finding("store", fine=False, words=words)
    else:
        words = found.place if found.is_there else NO_STORE.format(place=found.place)
        yield Finding("store", fine=True, words=words)
    yield Finding("guard", fine=found.guard is not Guard.UNKNOWN, words=GUARDS[found.guard])
    yield from _contents(found, months)


def _contents(found: StoreStatus, months: int | None) -> Iterator[Finding]:
    if found.records is None or found.clients is None:
        return
    counts = COUNTS.format(
        records=counted(found.records, "record"), clients=counted(found.clients, "client")
    )
    yield Finding("records", fine=True, words=counts)
    if found.older:
        words = OLDER.format(older=found.older, months=months)
        yield Finding("old", fine=False, words=words)
    if found.last_backup:
        yield Finding("backup", fine=True, words=f"last on {found.last_backup}")
    else:
        words = NO_BACKUP if found.records else NOTHING_YET
        yield Finding("backup", fine=not found.records, words=words)
