"""What may be taken as a newer copy: of this program, newer, whole, nothing outside its folder."""

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import pip
from setting_up.bundles import contents
from setting_up.bundles.contents import Contents
from setting_up.updates import newer_copy
from setting_up.words import SetUpError
from tests.cases import each


def make_copy(folder: Path, version: str = "2.1.0", name: str = "posterior-chain") -> Path:
    """Make *folder* look like a copy of the program."""
    for inside in ("assessment", "questions", "reports", "setting_up", "vendor"):
        (folder / inside).mkdir(parents=True)
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "{name}"\nversion = "{version}"\nrequires-python = ">=3.11"\n'
    )
    (folder / "requirements.lock").touch()
    (folder / "start.py").write_text("# start\n")
    wheel = pip.vendored_pip()
    (folder / "vendor" / wheel.name).hardlink_to(wheel)
    (folder / "vendor/pip.sha256").write_bytes((wheel.parent / "pip.sha256").read_bytes())
    return folder


def zipped(file: Path, entries: dict[str, str], mode: int = stat.S_IFREG) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (mode | 0o644) << 16
            archive.writestr(entry, content)
    return file


@each(
    ("older", "newer"),
    [("1.0.0", "2.0.0"), ("2.9", "2.10"), ("3.0rc1", "3.0"), ("2.0.0", "2.0.1"), ("2", "2.0.1")],
)
def test_versions_are_numbers(older: str, newer: str) -> None:
    assert newer_copy.order_of(older) < newer_copy.order_of(newer)
    assert newer_copy.order_of("2.0") == newer_copy.order_of("2.0.0")


def spoil_pip(copy: Path) -> None:
    """Another pip in the place of the one that is vouched for."""
    (wheel,) = (copy / "vendor").glob("*.whl")
    wheel.unlink()
    wheel.write_bytes(b"x")


def bundle_of(copy: Path, system: str = "") -> None:
    from setting_up.bundles.targets import this_computer, this_python

    (copy / "parts").mkdir()
    hashes = contents.hashes(copy, [Path("start.py")])
    contents.write_list(copy, Contents("2", system or this_computer(), this_python(), "", hashes))


def damaged_bundle(copy: Path) -> None:
    bundle_of(copy)
    (copy / "start.py").write_text("changed")


@each(
    ("change", "words"),
    [
        (lambda copy: (copy / "questions").rmdir(), "it has no questions"),
        (lambda copy: (copy / "start.py").unlink(), "it has no start.py"),
        (lambda copy: (copy / "pyproject.toml").write_text("x = "), "copy of another program"),
        (lambda copy: (copy / "pyproject.toml").write_text("[project]"), "copy of another program"),
        (
            lambda copy: (copy / "pyproject.toml").write_text(
                '[project]\nname = "posterior-chain"\nversion = "9"\nrequires-python = ">=3.99"\n'
            ),
            "needs Python 3.99",
        ),
        (spoil_pip, "damaged: vendor/pip-"),
        (lambda copy: (copy / "vendor/pip.sha256").unlink(), "damaged: vendor/pip"),
        (damaged_bundle, "start.py is missing or damaged"),
        (lambda copy: bundle_of(copy, "amiga"), "was made for amiga"),
    ],
)
def test_a_copy_that_will_not_do_is_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[Path], object], words: str
) -> None:
    copy = make_copy(tmp_path_factory.mktemp("new") / "copy")
    change(copy)

    with pytest.raises(SetUpError, match=words):
        newer_copy.vet(copy, copy, "2.0.0")


@each(
    ("version", "name", "words"),
    [
        ("1.9.0", "posterior-chain", "which is older than 2.0.0"),
        ("2.0", "posterior-chain", "which is here already"),
        ("9.0.0", "anterior-chain", "copy of another program"),
    ],
)
def test_older_equal_and_foreign_copies_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, version: str, name: str, words: str
) -> None:
    copy = make_copy(tmp_path_factory.mktemp("new") / "copy", version, name)

    with pytest.raises(SetUpError, match=words):
        newer_copy.vet(copy, copy, "2.0.0")


def test_a_newer_copy_will_do(tmp_path: Path) -> None:
    copy = make_copy(tmp_path / "copy")
    bundle_of(copy)

    assert newer_copy.vet(copy, copy, "2.0.0") == "2.1.0"
    assert newer_copy.files_of(copy) == [Path("start.py"), Path("parts/bundle.json")]


def test_the_list_of_a_bundle_cannot_lead_outside(tmp_path: Path) -> None:
    copy = make_copy(tmp_path / "copy")
    (copy / "parts").mkdir()
    names = ("../evil", "assessment/../../evil", "/etc/evil", "client.pdf", "assessment/a.py")
    contents.write_list(copy, Contents("2", "s", "3", "", dict.fromkeys(names, "")))

    assert newer_copy.files_of(copy) == [Path("assessment/a.py"), Path("parts/bundle.json")]


@each("top", ["", "posterior-chain-2.1.0/"])
def test_a_zip_file_is_unpacked_without_its_folder_and_without_what_is_not_ours(
    tmp_path_factory: pytest.TempPathFactory, top: str
) -> None:
    there = tmp_path_factory.mktemp("zip")
    names = ("start.py", "assessment/a.py", "tests/start.py", "client.pdf", ".venv/bin/python")
    file = zipped(there / "new.zip", {f"{top}{name}": name for name in names})

    copy = newer_copy.find(file, there / "unpacked")

    found = {
        one.relative_to(there).as_posix(): one.read_text()
        for one in copy.rglob("*")
        if one.is_file()
    }
    wanted = ("start.py", "assessment/a.py", "tests/start.py")
    assert found == {f"unpacked/{name}": name for name in wanted}


@each(
    ("name", "mode"),
    [
        ("../evil.py", stat.S_IFREG),
        ("assessment/../../evil.py", stat.S_IFREG),
        ("/etc/evil", stat.S_IFREG),
        ("..\\evil.py", stat.S_IFREG),
        ("C:\\evil.py", stat.S_IFREG),
        ("C:evil.py", stat.S_IFREG),
        ("\\evil.py", stat.S_IFREG),
        ("assessment/link", stat.S_IFLNK),
    ],
)
def test_a_zip_file_that_leads_outside_is_refused_whole(
    tmp_path_factory: pytest.TempPathFactory, name: str, mode: int
) -> None:
    there = tmp_path_factory.mktemp("zip")
    zipped(there / "new.zip", {"start.py": "", name: "evil"}, mode)

    with pytest.raises(SetUpError, match="outside its folder"):
        newer_copy.find(there / "new.zip", there / "unpacked")
    assert [one.name for one in there.rglob("*") if one.is_file()] == ["new.zip"]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-30])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[40] ^= 1
    file.write_bytes(content)


@each(
    ("spoil", "words"),
    [
        (cut, "neither a folder nor a ZIP file that is whole"),
        (flip, "neither a folder nor a ZIP file that is whole"),
        (lambda file: file.write_bytes(b""), "neither a folder nor a ZIP file"),
        (lambda file: file.write_text("hello"), "neither a folder nor a ZIP file"),
        (lambda file: zipped(file, {"a/b/start.py": "x"}), "it has no start.py"),
        (lambda file: file.unlink(), "is not there"),
    ],
)
def test_a_file_that_is_no_whole_zip_file_is_refused(
    tmp_path_factory: pytest.TempPathFactory, spoil: Callable[[Path], object], words: str
) -> None:
    there = tmp_path_factory.mktemp("zip")
    file = zipped(there / "new.zip", {"start.py": "# start\n" * 9})
    spoil(file)

    with pytest.raises(SetUpError, match=words):
        newer_copy.find(file, there / "unpacked")


def test_a_zip_file_that_would_fill_the_disk_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newer_copy, "MOST_BYTES", 5)
    file = zipped(tmp_path / "new.zip", {"start.py": "123456"})

    with pytest.raises(SetUpError, match="left alone"):
        newer_copy.find(file, tmp_path / "unpacked")
