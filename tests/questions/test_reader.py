"""The loader: every mistake in a bank is named with file, line and id."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.questionnaire import Questionnaire
from questions.reader import read_questionnaire
from questions.source import ContentError
from tests.questions.conftest import break_it


def faults_of(bank: Path) -> list[str]:
    with pytest.raises(ContentError) as broken:
        read_questionnaire(bank)
    return [str(fault) for fault in broken.value.faults]


def test_the_copy_is_right_before_it_is_broken(bank: Path) -> None:
    assert read_questionnaire(bank).by_id["chair_rise"].code == "Q01"


@pytest.mark.parametrize(
    ("file", "old", "new", "item", "says"),
    [
        ("ability.toml", "glute_max = 2", "glute_mex = 2", "chair_rise", "weights"),
        (
            "ability.toml",
            'options = "difficulty"',
            'options = "dificulty"',
            "chair_rise",
            "'difficulty'",
        ),
        ("ability.toml", 'kind = "scale"', 'kind = "scal"', "chair_rise", "scal"),
        ("about.toml", "max_length = 80", 'max_length = "80 letters"', "name", "max_length"),
        ("about.toml", "minimum = 16", "minimum = 116", "age_years", "under maximum"),
        (
            "about.toml",
            "maximum = 100",
            "maximun = 100",
            "age_years",
            "maximun: unknown key (did you mean 'maximum'?)",
        ),
        (
            "signs.toml",
            '"stalled", filled',
            '"stald", filled',
            "stalled_recovery_poor",
            "'stalled'",
        ),
        (
            "signs.toml",
            '"stalled", filled = true',
            '"stalled", filled = true, over = 1',
            "stalled_recovery_poor",
            "exactly one",
        ),
        ("flow.toml", 'items = ["name"]', 'items = ["nam"]', "name", "did you mean 'name'"),
        ("flow.toml", 'items = ["name"]', 'items = ["name", "sex"]', "name", "has 1 to 1 items"),
        ("flow.toml", 'section = "about"', 'section = "abuot"', "age_years", "'about'"),
        ("flow.toml", 'chapter = "week"', 'chapter = "weak"', "goal", "'week'"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_id(
    bank: Path, file: str, old: str, new: str, item: str, says: str
) -> None:
    line = break_it(bank, file, old, new)
    faults = faults_of(bank)
    named = [f for f in faults if f.startswith(f"{file}:") and f" {item}: " in f and says in f]
    assert named, faults
    assert any(abs(int(fault.split(":")[1]) - line) <= 5 for fault in named), (line, named)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("questionnaire.toml", 'id = "posterior-chain"', "", "id: is missing; write id ="),
        ("questionnaire.toml", 'version = "2.0.0"', "", "version: is missing"),
        (
            "questionnaire.toml",
            'version = "2.0.0"',
            "version = 1",
            "must be a text in quotes, not 1",
        ),
        ("questionnaire.toml", 'title = "Posterior-chain check"', 'title = ""', "must be a text"),
        ("questionnaire.toml", 'id = "hamstrings"', 'id = "neck"', "'neck' stands more than once"),
        (
            "flow.toml",
            'kind = "single"',
            'kind = "singel"',
            "not 'singel' (did you mean 'single'?)",
        ),
        ("ability.toml", '"own-rule"', "7", "source.0: Input should be a valid string, not 7"),
    ],
)
def test_a_mistake_is_named_with_what_is_allowed(
    bank: Path, file: str, old: str, new: str, says: str
) -> None:
    break_it(bank, file, old, new)
    faults = faults_of(bank)
    assert any(f.startswith(f"{file}:") and says in f for f in faults), faults


@pytest.mark.parametrize("value", ["3", '"chair"', "[3]", "true"])
@pytest.mark.parametrize(
    ("file", "table"),
    [("ability.toml", "item"), ("ability.toml", "section"), ("flow.toml", "page")],
)
def test_a_table_that_is_a_plain_value(bank: Path, file: str, table: str, value: str) -> None:
    (bank / file).write_text(f"# nothing else\n{table} = {value}\n", encoding="utf-8")
    faults = faults_of(bank)
    named = f"{file}:2: {table}: must be written as [[{table}]], not as "
    assert any(fault.startswith(named) for fault in faults), faults


def test_every_bad_element_of_a_list_is_named_and_no_echo_of_them(bank: Path) -> None:
    break_it(bank, "ability.toml", 'source = ["own-rule"]', "source = [3, 4]")
    assert [fault.split(": ", 1)[1] for fault in faults_of(bank)] == [
        "chair_rise: source.0: Input should be a valid string, not 3",
        "chair_rise: source.1: Input should be a valid string, not 4",
    ]


def test_all_mistakes_are_named_at_once(bank: Path) -> None:
    break_it(bank, "ability.toml", "glute_max = 2", "glute_mex = 2")
    break_it(bank, "about.toml", "maximum = 100", "maximun = 100")
    break_it(bank, "cautions.toml", 'kind = "check"', 'kind = "chek"')
    assert {fault.split(":")[0] for fault in faults_of(bank)} == {
        "ability.toml",
        "about.toml",
        "cautions.toml",
    }


def test_an_id_that_stands_twice(bank: Path) -> None:
    break_it(bank, "ability.toml", 'id = "stairs"', 'id = "chair_rise"')
    assert any("chair_rise: this id stands more than once" in fault for fault in faults_of(bank))


def test_an_item_that_no_page_shows(bank: Path) -> None:
    break_it(bank, "flow.toml", 'items = ["name"]', 'items = ["sex"]')
    faults = faults_of(bank)
    assert any("name: stands on 0 pages" in fault for fault in faults)
    assert any("sex: stands on 2 pages" in fault for fault in faults)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'items = ["test_hinge"]',
            'items = ["test_hinges"]',
            "hinge: names no item: 'test_hinges'",
        ),
        ('items = ["test_hinge"]', 'items = ["stairs"]', "'stairs' belongs to section 'ability'"),
        ('items = ["test_hinge"]', 'items = ["test_prone_t"]', "prone_t: stands in 2 protocols"),
        ('id = "wall_gap"', 'id = "hinge"', "hinge: this id stands more than once"),
        ("beats_per_minute = 60", "beats_per_minute = 0", "heel_raise: beats_per_minute"),
        ('stop_if = ["Pain goes above 3 out of 10."]', "stop_if = []", "hinge: stop_if"),
        ('mark = "V"', 'mark = "A"', "heel_raise: mark"),
    ],
)
def test_a_mistake_in_a_protocol_is_named_where_it_stands(
    bank: Path, old: str, new: str, says: str
) -> None:
    line = break_it(bank, "tests.toml", old, new)
    faults = [fault for fault in faults_of(bank) if says in fault]
    assert faults
    first = int(faults[0].split(":")[1])
    assert "stands in 2" in says or abs(first - line) <= 5, (line, faults)


def test_a_measurement_without_a_protocol_is_named(bank: Path) -> None:
    text = (bank / "tests.toml").read_text(encoding="utf-8")
    start = text.index('[[protocol]]\nid = "hinge"')
    end = text.index("[[protocol]]", start + 1)
    line = text[: text.index('id = "test_hinge"')].count("\n")
    (bank / "tests.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert faults_of(bank) == [
        f"tests.toml:{line}: test_hinge: stands in 0 protocols, must stand in 1"
    ]


def test_a_protocol_outside_its_section_is_unknown(bank: Path) -> None:
    path = bank / "signs.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[[protocol]]\nid = "x"\n')
    assert any("protocol: unknown table" in fault for fault in faults_of(bank))


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ('{ item = "lately_hrut", up = true }', "names no item: 'lately_hrut' (did you mean"),
        (
            '{ item = "hurts", has = ["hips"] }',
            "no answer to 'hurts': 'hips' (did you mean 'hip'?)",
        ),
        ('{ item = "hurts", up = true }', "asks of 'hurts' (kind 'many') what its answers cannot"),
        ('{ item = "lately_hurt", filled = true }', "what its answers cannot say"),
        ('{ item = "sex", is_in = ["female", "male", "unstated"] }', "answers cannot say"),
        ('{ item = "lately_hurt", is_not = ["yes", "no", "unsure"] }', "answers cannot say"),
        ('{ item = "age_years", at_least = 101 }', "what its answers cannot say"),
        ('{ item = "age_years", at_least = 16 }', "what its answers cannot say"),
        ('{ item = "age_years", under = 16 }', "what its answers cannot say"),
        ('{ item = "sex", is_not = ["mail"] }', "did you mean 'male'"),
        ('{ item = "recent_surgery", up = true }', "goes in a circle with 'recent_surgery'"),
        ('{ item = "age_years" }', "exactly one of up, has"),
        ('{ item = "lately_hurt", over = 3 }', "what its answers cannot say"),
        (
            '{ item = "age_years", under = 40 }], all_of = [{ item = "age_years", at_least = 50 }',
            "asks what cannot be true together",
        ),
        (
            '{ item = "sex", is_in = ["male"] }], all_of = [{ item = "sex", is_not = ["male"] }',
            "asks what cannot be true together",
        ),
        ('{ item = "stairs", at_least = 3 }', "names 'stairs', which is asked later"),
    ],
)
def test_a_condition_that_can_never_open_or_goes_round_is_named(
    bank: Path, condition: str, says: str
) -> None:
    text = (bank / "safety.toml").read_text(encoding="utf-8")
    start = text.index('id = "recent_surgery"')
    opened = text.index("opened_by", start)
    end = text.index("\n", opened)
    changed = text[:opened] + f"opened_by = {{ any_of = [{condition}] }}" + text[end:]
    (bank / "safety.toml").write_text(changed, encoding="utf-8")
    faults = faults_of(bank)
    assert [one for one in faults if "recent_surgery: " in one and says in one], faults


def test_a_longer_circle(bank: Path) -> None:
    """lately_hurt opens osteoporosis, which shall open lately_hurt."""
    break_it(
        bank,
        "lately.toml",
        'id = "lately_hurt"',
        'id = "lately_hurt"\nopened_by = { any_of = [{ item = "osteoporosis", up = true }] }',
    )
    assert any("lately_hurt: opened_by goes in a circle" in fault for fault in faults_of(bank))


def test_a_gateway_that_opens_nothing(bank: Path) -> None:
    text = (bank / "lately.toml").read_text(encoding="utf-8")
    idle = text[text.index('[[item]]\nid = "unwell"') :]
    idle = idle[: idle.index("[[item]]", 1)].replace('"unwell"', '"idle"').replace('"G8"', '"G99"')
    (bank / "lately.toml").write_text(f"{text}\n{idle}", encoding="utf-8")
    assert any("idle: is a gateway that opens nothing" in fault for fault in faults_of(bank))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("about.toml", 'id = "goal"', None, "goal: opened_by is for kinds check, integer and many"),
        (
            "signs.toml",
            'id = "pain_days"',
            None,
            "pain_days: has opened_by or asked_when, not both",
        ),
        ("signs.toml", 'id = "stalled"', "self_evident = true", "is for items with opened_by only"),
    ],
)
def test_what_cannot_be_implied(
    bank: Path, file: str, old: str, new: str | None, says: str
) -> None:
    opened = 'opened_by = { any_of = [{ item = "age_years", at_least = 60 }] }'
    break_it(bank, file, old, f"{old}\n{new or opened}")
    faults = faults_of(bank)
    assert [one for one in faults if says in one or "opened_by is for" in one], faults


def test_an_implied_number_must_be_allowed(bank: Path) -> None:
    break_it(bank, "exposure.toml", "minimum = 0\nmaximum = 300", "minimum = 5\nmaximum = 300")
    assert any("active_minutes: opened_by implies a 0" in fault for fault in faults_of(bank))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minimum = 0\nmaximum = 24", "minimum = 1\nmaximum = 24"),
        (
            'kind = "integer"\nminimum = 0\nmaximum = 24',
            'kind = "decimal"\nminimum = 0\nmaximum = 24',
        ),
    ],
)
def test_a_number_among_others_begins_at_0_so_that_each_digit_is_one(
    bank: Path, old: str, new: str
) -> None:
    break_it(bank, "exposure.toml", old, new)
    assert any("'sitting_hours' must be a whole number from 0" in one for one in faults_of(bank))


@pytest.mark.parametrize("urgency", ['\nurgency = "clinician"', ""])
def test_a_follow_up_must_raise_the_urgency(bank: Path, urgency: str) -> None:
    follow_up = 'follow_up_of = "major_accident"'
    break_it(bank, "safety.toml", f'{follow_up}\nurgency = "emergency"', follow_up + urgency)
    assert any("more urgent" in fault for fault in faults_of(bank))


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("hot_joint", "names no flag that a clinician clears: 'hot_joint'"),
        ("osteoporosis", "names no flag that a clinician clears: 'osteoporosis'"),
        ("very_high_bp_symptoms", "did you mean 'very_high_bp'?"),
        ("chest_pain", "names 'chest_pain' more than once"),
    ],
)
def test_a_caution_after_a_clearance_is_of_flags_that_it_lifts(
    bank: Path, flag: str, says: str
) -> None:
    break_it(bank, "rules.toml", 'bp_cleared = ["high_bp",', f'bp_cleared = ["{flag}",')
    assert any("rules.toml:" in fault and says in fault for fault in faults_of(bank))


def test_a_chapter_is_left_once(bank: Path) -> None:
    break_it(bank, "flow.toml", 'id = "sex"\nchapter = "start"', 'id = "sex"\nchapter = "week"')
    said = "check_now: chapter 'start' is over when this page comes"
    assert any(said in fault for fault in faults_of(bank))


def test_this_version_is_no_earlier_one(bank: Path, questionnaire: Questionnaire) -> None:
    break_it(bank, "versions.toml", 'id = "1.0.0"', f'id = "{questionnaire.version}"')
    assert any("versions.toml:5: " in fault for fault in faults_of(bank))


def test_a_file_that_is_nested_too_deeply(bank: Path) -> None:
    (bank / "ability.toml").write_text("a = " + "[" * 5000)
    assert faults_of(bank) == ["ability.toml:1: file: is nested too deeply"]


def test_a_file_that_is_no_toml(bank: Path) -> None:
    (bank / "ability.toml").write_text('[section]\nid = "ability"\ntitle = oops\n')
    assert faults_of(bank)[0].startswith("ability.toml:3: file: is not TOML")


def test_a_file_that_is_not_there_or_not_text(bank: Path) -> None:
    (bank / "ability.toml").unlink()
    assert faults_of(bank) == ["ability.toml:1: file: is not there"]
    (bank / "ability.toml").write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in faults_of(bank)[0]


def test_a_table_with_a_misspelled_name(bank: Path) -> None:
    line = break_it(bank, "ability.toml", "[[item]]", "[[itme]]")
    assert any(f.startswith(f"ability.toml:{line}: itme: unknown table") for f in faults_of(bank))
