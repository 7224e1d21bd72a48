"""The gym's settings file: read line by line, a wrong line named, the rest used."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.settings.editing import example, write_example
from assessment.settings.kit import with_kit
from assessment.settings.model import KNOWN, QUIZ, RECORDS, REPORT, SETTINGS, GymSettings
from assessment.settings.reading import SettingsFile, read_settings
from assessment.settings.words import SETTINGS as SAID
from questions.model import ManyItem
from questions.questionnaire import Questionnaire
from reports.output.print_options import PrintOptions


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert read_settings(path) == SettingsFile(path)
    assert read_settings(path).used(*KNOWN) == (GymSettings(), ())


def test_what_is_known_is_used_and_what_is_not_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[report]\ngym = "Northside"\nlogoo = "x"\n[reprot]\ngym = "Y"\n')
    found = read_settings(path)
    assert found.values == {"report.gym": "Northside"}
    assert tuple(map(str, found.faults)) == (
        f"{path}, line 4: reprot: unknown (did you mean 'report'?)",
        f"{path}, line 3: report.logoo: unknown (did you mean 'logo'?)",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[report\n", "line 1: is not TOML, so it is not used: [report"),
        (b'x = """\n\n', "is not TOML, so none of it is used"),
        (b"gym = '\xff'", "is not UTF-8"),
        (b"report = 3", "must be written as [report]"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    found = read_settings(path)
    assert found.values == {}
    assert len(found.faults) == 1
    assert says in str(found.faults[0])


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    assert "cannot be read" in str(read_settings(tmp_path).faults[0])


def test_the_example_is_written_once_and_every_line_of_it_works(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    assert write_example(path)
    assert not write_example(path)
    assert read_settings(path).faults == ()
    lines = [line.removeprefix("# ") for line in example().splitlines()]
    used = "\n".join(line for line in lines if "=" in line or line.startswith("["))
    path.write_text(used)
    found = read_settings(path)
    settings, (no_logo,) = found.used(*KNOWN)
    assert found.faults == ()
    assert (no_logo.name, no_logo.line) == ("report.logo", 4)
    assert settings.print_options == PrintOptions(
        gym="Northside Gym",
        address="1 River Street, Northside",
        without=frozenset({"drawings"}),
    )
    assert (sorted(settings.kit), settings.lock_minutes) == (["band", "dumbbell"], 5)
    assert (settings.keep_months, settings.idle_seconds) == (24, 300.0)


def test_as_usual_the_paper_is_that_of_nobody() -> None:
    assert GymSettings().print_options == PrintOptions()


def test_every_setting_has_words_and_a_line_of_its_own_in_the_example() -> None:
    keys = [one.key for one in SETTINGS]
    assert list(SAID) == keys
    assert all(SAID[key].example.startswith(f"{key} = ") for key in keys)


def test_a_line_that_is_not_toml_is_named_and_the_others_are_used(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[report]\ngym = Northside\nsize = "letter"\n\n[quiz]\nlock_minutes 9\n')
    found = read_settings(path)
    assert found.values == {"report.size": "letter"}
    assert tuple(map(str, found.faults)) == (
        f"{path}, line 2: is not TOML, so it is not used: gym = Northside",
        f"{path}, line 6: is not TOML, so it is not used: lock_minutes 9",
    )


def test_a_wrong_value_is_named_with_its_line_and_the_rest_of_its_table_is_used(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '[report]\nsize = "A5"\n[quiz]\nkit = ["bnad"]\nlock_minutes = 9\n'
        "[records]\nkeep_months = 0\nidle_minutes = 7\n"
    )
    found = read_settings(path)
    settings, faults = found.used(*KNOWN)
    size, kit, months = map(str, faults)
    assert size == f"{path}, line 2: report.size: 'A5' is not known; allowed are A4, letter"
    assert kit.startswith(f"{path}, line 4: quiz.kit: 'bnad' is not known; allowed are")
    assert kit.endswith("; not used")
    assert "dumbbell" in kit
    assert months == (
        f"{path}, line 7: records.keep_months: must be a whole number from 1 to 600; not used"
    )
    used = (settings.size, settings.lock_minutes, settings.idle_seconds, settings.keep_months)
    assert used == ("A4", 9, 420.0, None)
    for table in (REPORT, QUIZ, RECORDS):
        assert [one.name.partition(".")[0] for one in found.used(table)[1]] == [table]


@pytest.mark.parametrize(
    ("minutes", "used", "is_wrong"),
    [
        (1, 1, False),
        (60, 60, False),
        (0, 5, True),
        (61, 5, True),
        (2.5, 5, True),
        (True, 5, True),
        ("5", 5, True),
    ],
)
def test_the_time_until_answers_are_hidden_has_limits(
    minutes: object, used: int, is_wrong: bool
) -> None:
    found, faults = SettingsFile(values={"quiz.lock_minutes": minutes}).used(QUIZ)
    assert (found.lock_minutes, bool(faults)) == (used, is_wrong)
    assert all(str(one).endswith("from 1 to 60, so 5 is used") for one in faults)


@pytest.mark.parametrize("kit", [[], "band", ["band", 3], [["band"]]])
def test_a_kit_that_is_none_leaves_the_questions_as_they_are(
    questionnaire: Questionnaire, kit: object
) -> None:
    found, faults = SettingsFile(values={"quiz.kit": kit}).used(QUIZ)
    assert with_kit(questionnaire, found.kit) is questionnaire
    assert len(faults) == 1


def test_everything_in_this_gym_is_its_kit_and_other_kit_can_still_be_chosen(
    questionnaire: Questionnaire,
) -> None:
    kit = ["pull_up_bar", "band"]
    settings, _ = SettingsFile(values={"quiz.kit": kit}).used(QUIZ)
    found = with_kit(questionnaire, settings.kit)
    item, usual = found.by_id["equipment"], questionnaire.by_id["equipment"]
    assert isinstance(item, ManyItem)
    assert isinstance(usual, ManyItem)
    assert item.everything == ("band", "pull_up_bar")  # in the order of the questions
    assert item.values == usual.values == usual.everything
