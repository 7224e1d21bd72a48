"""Set-up on strangers' computers: settings for pip, foreign code, odd folders, broken set-ups."""

import os
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")
if os.name == "nt":
    pytest.skip("the shell script is for other systems", allow_module_level=True)

from tests.strangers.small_checkout import Checkout

ODD_NAME = 'Jörg\'s $gym: 100 %\n"new" `x`'
ELSEWHERE = {
    "PIP_DRY_RUN": "1",
    "PIP_NO_DEPS": "0",
    "PIP_NO_BINARY": ":all:",
    "PIP_ONLY_BINARY": "none",
    "PIP_QUIET": "3",
    "PIP_REQUIRE_VIRTUALENV": "1",
    "PIP_ROOT": "/nowhere",
    "PIP_USER": "1",
    "PIP_PYTHON": "/nowhere/python",
    "PIP_CONSTRAINT": "/nowhere/constraints.txt",
    "PIP_REQUIREMENT": "/nowhere/requirements.txt",
    "PIP_UPLOADED_PRIOR_TO": "2001-01-01",
    "PIP_PLATFORM": "win_amd64",
    "PIP_EXISTS_ACTION": "a",
    "PIP_REPORT": "/nowhere/report",
    "PIP_LOG": "/nowhere/log",
    "PIP_NO_BUILD_ISOLATION": "0",
    "pip_help": "1",
}
IN_A_FILE = "[global]\ntarget = {folder}\nisolated = yes\n[install]\nprefix = {folder}\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings that lead astray, each in its way."""
    foreign = tmp_path_factory.mktemp("foreign")
    for name in ("click", "questions", "json", "venv", "subprocess", "pip", "setting_up"):
        (foreign / f"{name}.py").write_text("raise SystemExit('foreign code ran')")
    settings = foreign / "pip.conf"
    settings.write_text(IN_A_FILE.format(folder=foreign / "elsewhere"))
    return {
        **ELSEWHERE,
        "PIP_CONFIG_FILE": str(settings),
        "PYTHONPATH": str(foreign),
        "PYTHONSAFEPATH": "1",
        "PYTHONINSPECT": "1",
        "PYTHONOPTIMIZE": "2",
        "PYTHONHOME": sys.base_prefix,
    }


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, hostile: dict[str, str]) -> Checkout:
    """A program that was set up on a computer with every such setting, in an odd folder."""
    there = tmp_path_factory.mktemp("gym")
    checkout = Checkout(there / ODD_NAME, there / "shop")
    done = checkout.start("run", "it's me", **hostile)
    assert done.returncode == 0, done.stderr
    assert runs_its_own_code(done.stdout, checkout.folder)
    assert "Looking whether all is there" in done.stderr
    return checkout


def runs_its_own_code(printed: str, folder: Path) -> bool:
    """Return whether what was *printed* names code below *folder* and nothing else."""
    click = next((folder / ".venv/lib").glob("python3*/site-packages/click.py"))
    questions = folder / "questions/__init__.py"
    return printed == f"['posterior-chain', \"it's me\"]\n{click}\n{questions}\n"


@pytest.mark.heavy
def test_neither_settings_nor_foreign_code_nor_the_folders_name_keep_it_from_starting(
    checkout: Checkout, hostile: dict[str, str]
) -> None:
    for done in (
        checkout.start("run", "it's me", **hostile),
        checkout.run(checkout.command, "it's me", **hostile),
    ):
        assert runs_its_own_code(done.stdout, checkout.folder)
        assert done.stderr == ""


@pytest.mark.heavy
def test_a_moved_folder_starts_by_every_way_and_fetches_nothing(checkout: Checkout) -> None:
    script = checkout.folder / ".venv/bin/tiny"
    script.write_text(f"#!{checkout.folder}/.venv/bin/python\nimport tinypart")
    before, checkout.folder = checkout.folder, checkout.folder.with_name("moved")
    before.rename(checkout.folder)
    link = checkout.shop / "a link"
    link.symlink_to(os.path.relpath(checkout.command, link.parent))

    for command in (checkout.command, link):
        done = checkout.run(command, "it's me")
        assert runs_its_own_code(done.stdout, checkout.folder)
    done = checkout.start("run", "it's me", PIP_FIND_LINKS="/nowhere")
    assert runs_its_own_code(done.stdout, checkout.folder)
    mended = checkout.folder / ".venv/bin/tiny"
    assert mended.read_text() == f"#!{checkout.folder}/.venv/bin/python\nimport tinypart"


@pytest.mark.heavy
def test_a_broken_set_up_says_what_to_do_or_does_it(checkout: Checkout) -> None:
    """A part taken away, Python gone, Python replaced by another."""
    parts = next((checkout.folder / ".venv/lib").glob("python3*/site-packages"))
    (parts / "click.py").unlink()
    told = checkout.run(checkout.command)
    assert "its part click is missing" in told.stderr
    assert "run python3 start.py" in told.stderr
    assert checkout.start("run", "it's me").returncode == 0

    shutil.rmtree(parts.parent)
    told = checkout.run(checkout.command)
    assert "its part assessment is missing" in told.stderr

    (checkout.folder / ".venv/bin/python").unlink()
    told = checkout.run(checkout.command)
    assert "run python3 start.py" in told.stderr
    assert told.returncode == 1
    assert runs_its_own_code(checkout.start("run", "it's me").stdout, checkout.folder)


def test_settings_that_say_from_where_and_through_what_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several files and the environment the one counts that counts for pip."""
    from setting_up.pip import heeded_settings, pip_environment, vendored_pip

    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://shop.example/simple\nproxy = http://a.example\nuser = yes\n"
        "trusted_host = shop.example\n  b.example\n[install]\nproxy = http://b.example\nretries=0\n"
        "[download]\ntimeout = 7\n"
    )
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.setenv("PIP_CERT", "/gym/own.pem")
    monkeypatch.setenv("PIP_CLIENT_CERT", "")
    monkeypatch.setenv("PIP_FIND_LINKS", "/a /b")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")

    kept = heeded_settings(Path(sys.executable), vendored_pip(), "install")

    expected = {
        "index-url": "https://shop.example/simple",
        "proxy": "http://b.example",
        "trusted-host": "shop.example\nb.example",
        "retries": "0",
        "cert": "/gym/own.pem",
        "find-links": "/a /b",
    }
    assert {name: kept.get(name) for name in expected} == expected
    assert not {"user", "target", "timeout", "client-cert"} & kept.keys()
    environment = pip_environment(kept)
    assert environment["PIP_CONFIG_FILE"] == os.devnull
    assert environment["PIP_TRUSTED_HOST"] == "shop.example\nb.example"
    assert "PIP_TARGET" not in environment


@pytest.mark.heavy
def test_settings_that_pip_cannot_take_are_told_in_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    there = tmp_path_factory.mktemp("gym")
    checkout = Checkout(there / "gym", there / "shop")
    unreadable = there / "pip.conf"
    unreadable.write_text("no section\n")

    for words, settings in (
        ("settings of pip on this computer cannot be read", {"PIP_CONFIG_FILE": str(unreadable)}),
        ("a setting that it does not take", {"PIP_RETRIES": "banana"}),
    ):
        done = checkout.start(**settings)
        assert done.returncode == 1
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_a_part_that_cannot_be_loaded_later_on_is_told_and_set_up_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assessment.cli.program import status_after

    note = tmp_path / "ready.json"
    note.touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))

    status = status_after(ModuleNotFoundError("No module named 'textual.app'", name="textual.app"))

    assert status == 1
    assert "missing or broken: textual.app. Please run start.py" in capsys.readouterr().err
    assert not note.exists()
