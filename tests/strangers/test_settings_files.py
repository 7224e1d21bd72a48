"""Settings files as editors on any system write them: read, told of, and changed on the screen."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.settings.editing import SettingsFileError, changed, save_settings
from assessment.settings.file_text import file_text
from assessment.settings.model import RECORDS, REPORT, SETTINGS
from assessment.settings.reading import read_settings
from assessment.settings.unsaved import SettingsDraft
from tests.cases import each
from tests.gym import Gym

PLAIN = """\
# ours
[report]
gym = "Łódź Gym"  # the name
size = "letter"

[records]
keep_months = 9
"""
WRITTEN: dict[str, bytes] = {
    "plain": PLAIN.encode(),
    "with a mark": b"\xef\xbb\xbf" + PLAIN.encode(),
    "Windows": PLAIN.replace("\n", "\r\n").encode(),
    "Notepad": b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(),
    "old Mac": PLAIN.replace("\n", "\r").encode(),
    "DOS": PLAIN.replace("\n", "\r\n").encode() + b"\x1a",
    "no end": PLAIN.rstrip("\n").encode(),
    "mixed ends": PLAIN.replace("\n", "\r\n", 3).encode(),
    "tabs": PLAIN.replace(" = ", "\t=\t").encode(),
}


@each("name", WRITTEN)
def test_each_way_to_write_a_file_says_the_same_and_stays(name: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(WRITTEN[name])

    found = read_settings(path)

    assert found.every_fault == ()
    used, _ = found.used(REPORT, RECORDS)
    assert (used.gym, used.size, used.keep_months) == ("Łódź Gym", "letter", 9)
    save_settings(path, {"report.size": "A4", "report.ink": "grey"})
    after = read_settings(path)
    assert after.every_fault == ()
    assert after.values["report.gym"] == "Łódź Gym"
    assert (after.values["report.size"], after.values["report.ink"]) == ("A4", "grey")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == WRITTEN[name].startswith(b"\xef\xbb\xbf")
    if name in ("Windows", "Notepad"):
        assert content.count(b"\n") == content.count(b"\r\n") == PLAIN.count("\n") + 1
    if name == "old Mac":
        assert b"\n" not in content
    assert b"# ours" in content
    assert b"# the name" in content


@each(
    ("content", "says"),
    [
        (PLAIN.encode("utf-16"), "is UTF-16"),
        (PLAIN.encode("utf-16-le"), "is UTF-16"),
        (PLAIN.encode("utf-16-be"), "is UTF-16"),
        (PLAIN.encode("utf-32"), "is UTF-16"),
        (PLAIN.encode("iso8859_2"), "is not UTF-8 in line 3"),
        (PLAIN.replace("Łó", "ó").encode("cp1252", "replace"), "is not UTF-8 in line 3"),
    ],
)
def test_another_encoding_is_told_in_words_and_left(
    content: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)

    [fault] = read_settings(path).faults

    assert says in str(fault)
    assert "save it as UTF-8" in str(fault)
    with pytest.raises(SettingsFileError, match="save it as UTF-8; nothing was changed"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_bytes() == content


@each("sign", ["\u2028", "\u2029", "\u0085", "\u00a0", "\u200b"])
def test_a_sign_that_ends_a_line_elsewhere_ends_none_here(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    text = f'# a{sign}[quiz]\n[report]\ngym = "A{sign}B"\nsize = "letter"\nodd = 1\n'
    path.write_text(text, encoding="utf-8", newline="")

    found = read_settings(path)

    assert found.values["report.gym"] == f"A{sign}B"
    assert [str(fault) for fault in found.faults] == [f"{path}, line 5: report.odd: unknown"]
    save_settings(path, {"quiz.lock_minutes": 7, "report.ink": "grey"})
    assert path.read_bytes().decode() == (
        text.replace("[report]\n", '[report]\nink = "grey"\n') + "\n[quiz]\nlock_minutes = 7\n"
    )


SHAPES: dict[str, str] = {
    "a table": '[report]\ngym = "A"\nsize = "letter"\n',
    "dotted keys": 'report.gym = "A"\nreport.size = "letter"\nquiz.lock_minutes = 6\n',
    "spaced dots": 'report . gym = "A"\n"report".size = "letter"\n',
    "an inline table": 'report = { gym = "A", size = "letter" }\nquiz = {lock_minutes = 6}\n',
    "an empty inline table": "report = {}\n",
    "quoted": '["report"]\n"gym" = "A"\n\'size\' = "letter"\n',
    "spaced": '[ report ]\n  gym="A"\n  size="letter"\n',
    "dotted, then a table": 'report.gym = "A"\n\n[quiz]\nlock_minutes = 6\n',
    "a text that looks like it": (
        'x = """\n[report]\nquiz.a = 1\n"""\nreport.gym = "A"\n\n[quiz]\nlock_minutes = 6\n'
    ),
    "only such a text": 'x = """\n[report]\n[quiz]\n"""\n',
    "nothing": "",
    "comments": "# [report]\n# gym = 1\n",
}


@each("shape", SHAPES)
def test_every_shape_of_a_file_can_be_changed_on_the_screen(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"# first\n{SHAPES[shape]}")
    before = tomllib.loads(path.read_text())
    by_name = {one.dotted_key: one for one in SETTINGS}
    wanted: dict[str, object] = {
        "report.gym": "B", "report.ink": "grey", "quiz.kit": ["band"], "records.keep_months": 12,
    }  # fmt: skip
    draft = SettingsDraft(path)
    draft.read()
    for name, value in wanted.items():
        draft.take(by_name[name], value)

    draft.save()

    found = read_settings(path)
    assert {name: found.values.get(name) for name in wanted} == wanted
    after = tomllib.loads(path.read_text())
    assert after.get("x") == before.get("x")
    assert after["report"].get("size") == before.get("report", {}).get("size")
    assert after["quiz"].get("lock_minutes") == before.get("quiz", {}).get("lock_minutes")
    assert path.read_text().startswith("# first\n")
    for name in wanted:
        draft.read()
        draft.take(by_name[name], None)
        draft.save()
    assert not wanted.keys() & read_settings(path).values.keys()


def test_a_wrong_value_in_an_inline_table_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('\nreport = { size = "A5" }\nquiz.lock_minutes = 900\n')
    faults = [str(fault) for fault in read_settings(path).every_fault]
    assert faults[0].startswith(f"{path}, line 2: report.size: ")
    assert faults[1].startswith(f"{path}, line 3: quiz.lock_minutes: ")


def test_signs_that_an_editor_made_curly_are_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[report]\ngym = “A”\nsize = "letter"\n', encoding="utf-8")
    found = read_settings(path)
    assert found.values == {"report.size": "letter"}
    [fault] = found.faults
    assert "must be straight" in str(fault)


def test_what_is_read_and_written_again_is_the_same() -> None:
    for content in WRITTEN.values():
        there = file_text(content)
        assert there.encoded(there.text) == content.removesuffix(b"\x1a")
        assert there.encoded(changed(there.text, {})) == content.removesuffix(b"\x1a")


def test_a_full_disk_leaves_no_half_file_and_is_told_as_one(
    gym: Gym, tmp_path: Path, fill_disk: Callable[[], None]
) -> None:
    gym("settings")
    fill_disk()
    refused = gym("settings", "--init")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "the disk is full" in refused.stderr
    assert not list((tmp_path / "one").rglob("settings.toml*"))
    path = tmp_path / "settings.toml"
    path.write_text(PLAIN)
    with pytest.raises(SettingsFileError, match="the disk is full"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_text() == PLAIN


@pytest.fixture
def fill_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function after which nothing finds room on the disk any more."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: monkeypatch.setattr(os, "fsync", full)


CONFUSED = (
    "[report]\n[quiz]\nreport = { gym = 'A' }\nreport = { gym = 'A' }\n",
    "report.gym = 'A'\n[report]\nsize = 'A4'\n",
    "[[report]]\ngym = 'A'\n",
    "[report]\ngym = 'A'\n\ud800",
)


@each("text", CONFUSED)
def test_a_file_that_says_a_thing_twice_is_left_alone_and_told(text: str, tmp_path: Path) -> None:
    """Found by fuzzing: the library that keeps comments has errors of its own for these."""
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    before = path.read_bytes()
    with pytest.raises(SettingsFileError, match=r"nothing was changed"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_bytes() == before


@each(
    ("text", "says"),
    [
        ("a = " + "[" * 20_000 + "]" * 20_000, "too deep in each other"),
        ("a = " + "9" * 5_000, "a number is too long"),
        ("[report]\naccent = 1979-05-27\n", "1979-05-27 is not a colour"),
        ("[report]\nsize = true\n", "True is not known; allowed are A4, letter"),
        ('[report]\n"a\\u001b[31m\\n" = 1\n', r"report.a\x1b[31m\n: unknown"),
        ("a = \x1b[31m", r"is not used: a = \x1b[31m"),
        (f"{'x' * 5_000} = 1", "xxx...: unknown"),
    ],
)
def test_what_no_reader_takes_is_told_in_one_short_line(
    text: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")

    [fault] = map(str, read_settings(path).every_fault)

    assert says in fault
    assert fault.isprintable()
    assert len(fault) < len(str(path)) + 200


@each("text", ["a = " + "[" * 20_000 + "]" * 20_000, "a = " + "9" * 5_000, "a." * 2_000 + "b = 1"])
def test_a_file_that_no_editor_reads_is_left_alone(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsFileError, match="nothing was changed"):
        save_settings(path, {"report.gym": "B"})
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipe has a name there")
def test_nobody_waits_for_settings_that_are_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    [fault] = read_settings(tmp_path / "pipe").faults
    assert "it is not a file" in str(fault)
