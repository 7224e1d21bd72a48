"""``seal``: the gym's key, which lets this computer add records and only the trainer read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.lazy_group import SentenceGroup
from assessment.cli.options.recovery_sheet import SHEET, check_sheet, sheet_for, write_sheet
from assessment.cli.records.open_desk import TRYING, ask, ask_new, folder, open_here, say, told
from assessment.cli.streams.exits import refuse
from assessment.cli.streams.progress import progress, working

if TYPE_CHECKING:
    from assessment.records.sealing.payload import Keys
    from assessment.records.store.transactions import Store

NAME = "seal"
NEW_PASSPHRASE = "New passphrase, 12 characters or more"  # noqa: S105  # a question
LOCKING = "Locking the key up ..."
NOT_SEALED = (
    "The records are not sealed: the PIN keeps them off the screen, but whoever takes the disk "
    "can read the files. To seal them: posterior-chain seal setup"
)
DRAFT_IN_USE = (
    "Somebody is answering now. What they answered until now is not sealed; it is erased when "
    "they are done."
)
ADOPT_FIRST = (
    "The gym has a key that this computer does not use yet. Type: posterior-chain seal adopt"
)


@click.group(cls=SentenceGroup)
def seal() -> None:
    """Seal records, so that this computer can add them and only the trainer can read them.

    The gym's public key stays on the computer. The private one is under the trainer's
    passphrase, and on a recovery sheet that is printed once and locked away.
    """


@seal.command()
@SHEET
def setup(sheet: Path) -> None:
    """Make the gym's key, write the recovery sheet, and seal all records that are here."""
    from assessment.records.sealing import age_format, gym_keys
    from assessment.records.sealing.pin import drop_pin

    check_sheet(sheet)
    with told(NAME):
        store = open_here()
        gym_keys.check_key_is_there(store, folder())
        if gym_keys.newest_key(store):
            refuse(NAME, (gym_keys.ALREADY,))
        passphrase = ask_new(NEW_PASSPHRASE)
        gym_keys.check_passphrase(passphrase)
        secret = age_format.new_secret()
        with sheet_for(sheet, store, secret, generation=1), working(LOCKING):
            gym_keys.set_up(store, passphrase, secret=secret)
        keys = gym_keys.open_here(store, secret)
        count = _use(store, keys)
        drop_pin(folder())
    _tell_of_sheet(sheet)
    click.echo(f"{count} records are sealed. From now on this computer can add, not read.")


@seal.command(name="open")
def open_() -> None:
    """Try the passphrase: say how many records it opens, and print none of them."""
    from assessment.records.store.repository import all_of
    from assessment.records.store.values import Record

    with told(NAME):
        store = open_here()
        keys = _asked_keys(store)
        records = all_of(store, Record)
    with progress("Opening", len(records)) as shown:
        opened = sum(keys.opens(record) for record in shown.over(records))
    click.echo(f"It opens {opened} of {len(records)} records.")


@seal.command()
@click.option("--lost", is_flag=True, help="Type the key from the recovery sheet instead.")
def passphrase(lost: bool) -> None:
    """Choose a new passphrase, with the old one or with the recovery sheet."""
    from assessment.records.sealing import gym_keys

    with told(NAME):
        store = open_here()
        keys = _asked_keys(store, lost=lost)
        chosen = ask_new(NEW_PASSPHRASE)
        with working(LOCKING):
            gym_keys.change_passphrase(store, keys, chosen)
    say("On the other laptops the old passphrase opens until they pull or merge.")
    click.echo("The new passphrase opens the records. The recovery sheet is as it was.")


@seal.command()
@SHEET
def sheet(sheet: Path) -> None:
    """Write the recovery sheet once more."""
    from assessment.records.sealing import gym_keys
    from assessment.records.store.repository import note

    check_sheet(sheet)
    with told(NAME):
        store = open_here()
        keys = _asked_keys(store)
        newest = gym_keys.newest_of(store, keys)
        write_sheet(sheet, keys.secrets[newest.public], generation=newest.generation)
        note(store, "sheet", None)
    _tell_of_sheet(sheet)


@seal.command()
@SHEET
@click.option("--lost", is_flag=True, help="Type the key from the recovery sheet instead.")
def renew(sheet: Path, lost: bool) -> None:
    """Make a new key and seal every record for it: somebody may have seen the old one.

    Copies that somebody took before stay open to the old key.
    """
    from assessment.records.sealing import age_format, gym_keys

    check_sheet(sheet)
    with told(NAME):
        store = open_here()
        keys = _asked_keys(store, lost=lost)
        chosen = ask_new(NEW_PASSPHRASE)
        gym_keys.check_passphrase(chosen)
        secret = age_format.new_secret()
        generation = gym_keys.newest_of(store, keys).generation + 1
        with sheet_for(sheet, store, secret, generation=generation), working(LOCKING):
            gym_keys.renew(store, keys, chosen, secret=secret)
        count = _use(store, gym_keys.open_here(store, secret))
    _tell_of_sheet(sheet)
    say("Destroy the old sheet. On the other laptops: records pull or merge, then seal adopt.")
    click.echo(f"{count} records are sealed for the new key.")


@seal.command()
@click.option("--lost", is_flag=True, help="Type the key from the recovery sheet instead.")
def adopt(lost: bool) -> None:
    """Use the gym's key, which came with a pull or merge, on this computer too."""
    from assessment.records.sealing.pin import drop_pin

    with told(NAME):
        store = open_here()
        count = _use(store, _asked_keys(store, lost=lost))
        drop_pin(folder())
    click.echo(f"This computer seals for the gym's key. {count} records were sealed for it.")


@seal.command()
def status() -> None:
    """Say whether records are sealed here, and for which key."""
    from assessment.records.sealing.gym_keys import newest_key
    from assessment.records.sealing.public_key import read_gym_key

    with told(NAME):
        key, newest = read_gym_key(folder()), newest_key(open_here())
    if not key.seals:
        click.echo(ADOPT_FIRST if newest else NOT_SEALED)
        return
    click.echo(f"Records are sealed for the gym's key number {key.generation}: {key.public}")
    if newest and newest.public != key.public:
        click.echo(ADOPT_FIRST)


def _asked_keys(store: Store, *, lost: bool = False) -> Keys:
    """Return the keys that the passphrase, or the key from the sheet, opens."""
    from assessment.records.sealing import gym_keys

    if gym_keys.newest_key(store) is None:
        gym_keys.check_key_is_there(store, folder())
        refuse(NAME, (gym_keys.NO_KEY,))
    if lost:
        return gym_keys.open_here(store, gym_keys.typed_key(ask("Key from the recovery sheet")))
    passphrase = ask("Passphrase")
    with working(TRYING):
        return gym_keys.open_keys(store, passphrase)


def _use(store: Store, keys: Keys) -> int:
    """Seal for the newest of *keys* from now on, and what is here; return how many records."""
    from assessment.casebook.key_adoption import seal_store
    from assessment.files.folders import draft_path, keying_path

    with progress("Sealing") as shown:
        sealed = seal_store(store, folder(), keys, (draft_path(), keying_path()), shown.at)
    for _ in sealed.drafts_in_use:
        say(DRAFT_IN_USE)
    return sealed.records


def _tell_of_sheet(path: Path) -> None:
    say(f"The recovery sheet is {path}. Print it, lock it away, then delete the file.")
