"""Bundles: what goes in, what is checked, for whom they are."""

import errno
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import commands, layout, pip, program_files
from setting_up.bundles import contents, debian, making, targets
from setting_up.bundles.contents import Contents
from setting_up.pango import DEBIANS_PANGO
from setting_up.steps import Outcome
from setting_up.words import SetUpError
from tests.cases import each
from tests.strangers.small_checkout import Checkout


def names(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def no_rights(*_: object, **__: object) -> None:
    """Stand in for chmod on a USB stick."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A small program, with things in its folder that are a person's or were made."""
    checkout = Checkout(tmp_path / "program", tmp_path / "shop")
    for name in ("client.pdf", ".venv/x", "assessment/__pycache__/a.pyc", "records.sqlite3"):
        (checkout.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout.folder / name).touch()
    (checkout.folder / "pyproject.toml").write_text(
        '[project]\nname = "posterior-chain"\nversion = "2.0.0"\n'
    )
    return checkout


def test_all_that_git_knows_here_is_the_programs_own() -> None:
    if not (layout.ROOT / ".git").exists():
        pytest.skip("no git here")
    done = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=layout.ROOT,
        capture_output=True,
        check=True,
    )
    top = {name.partition("/")[0] for name in os.fsdecode(done.stdout).split("\0") if name}
    assert top == program_files.TOP


@pytest.mark.heavy
def test_a_bundle_sets_up_without_a_network_and_holds_nothing_of_a_persons(
    checkout: Checkout, tmp_path: Path
) -> None:
    bundle = tmp_path / "stick/for the gym"
    bundle.parent.mkdir()
    made = checkout.start("bundle", str(bundle))
    assert made.returncode == 0, made.stderr

    held = names(bundle)
    assert {"parts/click-9.0-py3-none-any.whl", "parts/tinypart-1.0-py3-none-any.whl"} < held
    assert not {"client.pdf", "records.sqlite3", ".venv/x", "assessment/__pycache__/a.pyc"} & held
    listed = json.loads((bundle / "parts/bundle.json").read_text())
    assert held - listed["files"].keys() == {"parts/bundle.json"}
    assert (listed["version"], listed["python"]) == ("2.0.0", targets.this_python())
    assert "python3 start.py\n" in (bundle / "HOW TO START.txt").read_text()

    checkout.folder = bundle
    done = checkout.start("run", PIP_FIND_LINKS="/nowhere", PIP_INDEX_URL="http://nowhere.example")
    assert done.returncode == 0, done.stderr
    assert "This happens once and needs no internet." in done.stderr
    assert str(bundle / ".venv") in done.stdout


@each(
    ("spoil", "words"),
    [
        (lambda root: (root / "assessment/rules.toml").write_text("x"), "assessment/rules.toml"),
        (lambda root: (root / "parts/a.whl").unlink(), "parts/a.whl"),
        (lambda root: (root / "parts/bundle.json").write_text("{"), "parts/bundle.json"),
        (lambda root: (root / "parts/bundle.json").write_text("[]"), "parts/bundle.json"),
    ],
)
def test_a_damaged_bundle_is_refused_by_the_name_of_the_file(
    tmp_path_factory: pytest.TempPathFactory, spoil: Any, words: str
) -> None:
    root = tmp_path_factory.mktemp("bundle")
    for name in ("assessment/rules.toml", "parts/a.whl"):
        (root / name).parent.mkdir()
        (root / name).write_text("as it was")
    files = [Path("assessment/rules.toml"), Path("parts/a.whl")]
    contents.write_list(root, Contents("2", "s", "3.11", "", contents.hashes(root, files)))
    spoil(root)

    with pytest.raises(SetUpError, match=f"^{words} is missing or damaged"):
        contents.check_files(root, contents.contents(root) or Contents("", "", "", "", {}))


def test_a_bundle_is_whole_or_not_there_and_holds_nothing_of_a_persons(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what fetches replaced; the heavy test above has the real ones."""

    def fetch(_wheel: Path, _lock: Path, _target: object, _python: str, parts: Path) -> None:
        parts.mkdir()
        (parts / "click.whl").write_text("wheel")
        if (tmp_path / "fails").exists():
            raise SetUpError("no internet")

    monkeypatch.setattr(making, "ROOT", checkout.folder)
    monkeypatch.setattr(making, "fetch_parts", fetch)
    monkeypatch.setattr(making, "fetch_pango", lambda *_: "")
    target, stick = targets.target_of("windows-x86_64"), tmp_path / "stick"
    stick.mkdir()

    (tmp_path / "fails").touch()
    with pytest.raises(SetUpError, match="no internet"):
        making.make_bundle(stick / "gym", target, "3.12", layout.PROGRAM_PARTS)
    assert list(stick.iterdir()) == []

    (tmp_path / "fails").unlink()
    monkeypatch.setattr(os, "chmod", no_rights)
    making.make_bundle(stick / "gym", target, "3.12", layout.PROGRAM_PARTS)
    held = names(stick / "gym")
    listed = contents.contents(stick / "gym")
    assert listed is not None
    assert held - listed.files.keys() == {"parts/bundle.json"}
    assert {"start.py", "parts/click.whl", "HOW TO START.txt"} < listed.files.keys()
    assert (listed.system, listed.python) == ("windows-x86_64", "3.12")
    assert not {"client.pdf", "records.sqlite3", ".venv/x"} & held
    assert "py start.py\n" in (stick / "gym/HOW TO START.txt").read_text()
    contents.check_files(stick / "gym", listed)


def test_a_bundle_for_another_computer_says_how_to_make_the_right_one() -> None:
    with pytest.raises(SetUpError) as refused:
        contents.check_fits(Contents("2.0.0", "windows-x86_64", "3.12", "", {}))

    assert "was made for windows-x86_64 with Python 3.12" in str(refused.value)
    here = f"--for {targets.this_computer()} --python {targets.this_python()}"
    assert here in str(refused.value)


@each(
    ("typed", "status", "words"),
    [
        (["bundle"], 2, "folder"),
        (["bundle", "x", "--for", "amiga"], 1, "linux-arm64, windows-x86_64, macos-arm64"),
        (["bundle", "x", "--python", "3.10"], 1, "Allowed are 3.11, 3.12"),
        (["bundle", "x", "--python", "3"], 1, "Allowed are 3.11, 3.12"),
        (["bundle", "full", "--python", "3.12"], 1, "is there already. Please name a new folder"),
        (["bundle", "no/such/x"], 1, "there is no folder"),
        (["bundle", "full/file"], 1, "full/posterior-chain."),
        (["bundle", "full/dangling"], 1, "is there already"),
        (["bundle", "full/empty"], 1, "is there already"),
        (["bundle", "full/loop"], 1, "'full/loop' cannot be looked at: Too many levels"),
        (["bundle", "x" * 300], 1, "cannot be looked at: File name too long"),
        (["bundle", ""], 1, "No name of a folder or file"),
        (["update", "full/loop"], 1, "'full/loop' cannot be looked at: Too many levels"),
        (["update", "x", "--into", "full/loop/x"], 1, "cannot be looked at: Too many levels"),
        (["update", "x\0y"], 1, r"'x\x00y' cannot be looked at: embedded null byte"),
        (["bundle", "x", "y"], 2, "unrecognized arguments: y"),
        (["bundle", "x", "--ser"], 2, "unrecognized arguments: --ser"),
    ],
)
def test_what_cannot_be_bundled_is_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    status: int,
    words: str,
) -> None:
    there = tmp_path_factory.mktemp("there")
    (there / "full").mkdir()
    (there / "full/file").touch()
    (there / "empty").mkdir()
    for name, target in (("dangling", "nothing"), ("empty", "../empty"), ("loop", "loop")):
        (there / "full" / name).symlink_to(target)
    monkeypatch.chdir(there)
    monkeypatch.setattr(targets, "this_computer", lambda: "linux-x86_64")
    monkeypatch.setattr(commands, "show_bars", lambda: None)
    monkeypatch.setattr(commands, "ENDINGS", [])

    assert commands.main(typed) == status
    assert words in capsys.readouterr().err
    assert {file.name for file in there.iterdir()} == {"full", "empty"}


LOCK = """\
everywhere==1 \\
    --hash=sha256:11
    # via x
windows==2 ; sys_platform == 'win32' \\
    --hash=sha256:22
old==3 ; python_full_version < '3.12' \\
    --hash=sha256:33
arm==4 ; platform_machine == 'aarch64' \\
    --hash=sha256:44
mac==5 ; platform_system == 'Darwin' and platform_machine == 'x86_64' \\
    --hash=sha256:55
"""


@each(
    ("target", "python", "expected"),
    [
        ("linux-x86_64", "3.11", ["everywhere", "old"]),
        ("linux-arm64", "3.12", ["everywhere", "arm"]),
        ("windows-x86_64", "3.13", ["everywhere", "windows"]),
        ("macos-x86_64", "3.12", ["everywhere", "mac"]),
        ("macos-arm64", "3.11", ["everywhere", "old"]),
    ],
)
def test_conditions_of_the_lock_are_about_the_other_computer(
    tmp_path_factory: pytest.TempPathFactory, target: str, python: str, expected: list[str]
) -> None:
    lock = tmp_path_factory.mktemp("locks") / "a.lock"
    lock.write_text(LOCK)

    wheel = pip.vendored_pip()
    needed = making.lock_for(wheel, lock, targets.target_of(target), python).decode()

    named = [line.split("==")[0] for line in needed.splitlines() if "==" in line]
    assert named == expected
    assert ";" not in needed
    assert needed.count("--hash") == len(expected)


@each(
    ("output", "words"),
    [
        (
            "ERROR: Could not find a version that satisfies the requirement rich==15\n"
            "ERROR: No matching distribution found for rich==15\n",
            "to be had for linux-arm64 with Python 3.14",
        ),
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by NewConnectionError\n"
            "ERROR: No matching distribution found for rich==15\n",
            "internet could not be reached",
        ),
    ],
)
def test_what_is_not_to_be_had_is_told_apart_from_no_internet(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    output: str,
    words: str,
) -> None:
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "a.lock").write_text("")
    monkeypatch.setattr(making, "run", lambda *_: Outcome(ok=False, output=output))
    monkeypatch.setattr(making, "heeded_settings", lambda *_: {})
    monkeypatch.setattr(making, "lock_for", lambda *_: b"")

    with pytest.raises(SetUpError, match=words):
        making.fetch_parts(
            pip.vendored_pip(), folder / "a.lock", targets.target_of("linux-arm64"), "3.14", folder
        )


@each(
    ("text", "expected"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "debian 12"),
        ("ID=ubuntu\nVERSION_ID='24.04'\n", "ubuntu 24.04"),
        ("ID=fedora\nVERSION_ID=40\n", ""),
        ("nonsense", ""),
    ],
)
def test_debian_and_ubuntu_are_known_by_their_own_words(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    expected: str,
) -> None:
    release = tmp_path_factory.mktemp("etc") / "os-release"
    release.write_text(text)
    monkeypatch.setattr(debian, "OS_RELEASE", release)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    assert debian.system_name() == expected


@pytest.mark.heavy
@pytest.mark.skipif(not debian.system_name(), reason="needs apt")
def test_pangos_packages_come_with_all_that_they_need(tmp_path: Path) -> None:
    if not debian.fetch_packages(DEBIANS_PANGO, "amd64", tmp_path / "packages"):
        pytest.skip("no packages to be had here")

    found = {file.name.partition("_")[0] for file in (tmp_path / "packages").iterdir()}
    assert {*DEBIANS_PANGO, "libglib2.0-0", "libfontconfig1", "libc6"} < found


@pytest.mark.heavy
@pytest.mark.parametrize("target", list(targets.TARGETS))
def test_a_bundle_can_be_made_for_every_target(tmp_path: Path, target: str) -> None:
    wheel = pip.vendored_pip()
    try:
        making.fetch_parts(wheel, layout.PROGRAM_PARTS, targets.target_of(target), "3.12", tmp_path)
    except SetUpError as error:
        if "internet could not be reached" in str(error):
            pytest.skip("no internet here")
        raise
    lock = making.lock_for(wheel, layout.PROGRAM_PARTS, targets.target_of(target), "3.12")
    assert len(list(tmp_path.glob("*.whl"))) == lock.count(b"==")
