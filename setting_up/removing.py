"""``start.py uninstall``: takes away what start.py made, and says what it leaves."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from setting_up import icons
from setting_up.layout import ENVIRONMENT, ROOT, SCRIPTS
from setting_up.pip import vendored_pip
from setting_up.steps import Step
from setting_up.words import SetUpError, say

NOT_SURE = (
    "Nothing was removed, since nobody is here to be asked. To remove it all the same, add --yes."
)
NOTHING = "There is nothing to remove: posterior-chain is not set up here."
QUESTION = "Remove this? Type yes to do so: "
LEFT = {
    "records": "the records, drafts and keys",
    "settings": "the settings",
    "reports": "the reports",
}
LAST = (
    "The program's own folder stays, since a program cannot well remove itself: {root}\n"
    "Delete it by hand when you like. Pango belongs to the system and stays too."
)


def uninstall(*, sure: bool) -> bool:
    """Take away what start.py made; return whether that was done. Asks first, but if *sure*.

    Raises:
        SetUpError: Nobody can be asked, or something cannot be removed.
    """
    places = known_places()
    mine = [ENVIRONMENT, Path(places["cache"]), Path(places["log"])]
    made = [path for path in mine if path.is_symlink() or path.exists()]
    starters = icons.find()
    if not made and not starters:
        say(NOTHING)
    else:
        show("This will be removed:", dict.fromkeys((*starters, *made), ""))
    stays = {Path(places[name]): what for name, what in LEFT.items()}
    show("This stays:", {path: what for path, what in stays.items() if path.exists()})
    if made or starters:
        if not sure and not is_wanted():
            say("Nothing was removed.")
            return False
        with Step("Removing it"):
            icons.remove()
            for path in made:
                take_away(path)
    say(LAST.format(root=ROOT))
    return True


def known_places() -> dict[str, str]:
    """Return where the program keeps things of this person."""
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPTS / "places.py"), str(vendored_pip())],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return dict(json.loads(done.stdout))


def show(head: str, paths: dict[Path, str]) -> None:
    """Say *paths* below *head*, each with what it is."""
    if paths:
        lines = [f"  {path}" + (f" ({what})" if what else "") for path, what in paths.items()]
        say("\n".join((head, *lines)))


def is_wanted() -> bool:
    """Ask the person.

    Raises:
        SetUpError: Nobody is there.
    """
    if not sys.stdin.isatty():
        raise SetUpError(NOT_SURE)
    say(QUESTION)
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def take_away(path: Path) -> None:
    """Remove *path*, a file or a folder with all in it; of a link, only the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
