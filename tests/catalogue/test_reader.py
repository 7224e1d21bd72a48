"""The reader of the catalogue: every mistake is named with its file, line and id."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from assessment.catalogue.reader import read_catalogue
from questions.questionnaire import Questionnaire
from questions.source import ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped catalogue that may be broken."""
    with as_file(files("assessment") / "catalogue") as shipped:
        ignore = shutil.ignore_patterns("*.py", "__pycache__")
        return shutil.copytree(shipped, tmp_path / "catalogue", ignore=ignore)


def test_the_copy_is_right_before_it_is_broken(folder: Path, questionnaire: Questionnaire) -> None:
    assert read_catalogue(folder, questionnaire).exercise["glute-bridge"].code == "E11"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "exercises/bridges.toml",
            'pattern = "bridge"',
            'pattern = "brigde"',
            "glute-bridge: pattern",
        ),
        ("exercises/bridges.toml", "sides = 1", "sides = 3", "glute-bridge: sides"),
        (
            "exercises/bridges.toml",
            '"cannot_reach_floor"',
            '"cannot_reach_flor"',
            "'cannot_reach_floor'",
        ),
        ("exercises/bridges.toml", 'doses = ["E"', 'doses = ["X"', "doses names 'X'"),
        ("choices.toml", '"bird-dog"', '"bird-dgo"', "'bird-dog'"),
        ("norms.toml", "low_under = 10,", "", "low_under"),
        ("doses.toml", 'tempo = "3-1-1"', 'tempo = "slow"', "tempo must be seconds"),
        ("doses.toml", 'goal = "sport"', 'goal = "sports"', "did you mean 'sport'?"),
        ("doses.toml", 'goal = "sport"', 'goal = "muscle"', "muscle: needs one [[dose]], has 2"),
        ("programme.toml", "least_exercises = 4", "least_exercises = 5", "must not be over"),
        ("cautions.toml", '["mottola-2019"', '["motola-2019"', "'mottola-2019'"),
        ("programme.toml", "weeks = [5, 8]", "weeks = [6, 8]", "weeks must start with 5"),
        ("programme.toml", "G = [8, 12]", "Q = [8, 12]", "repetitions names 'Q'"),
        ("programme.toml", "minutes = 20", "minutes = 25", "frame 2: minutes"),
        ("programme.toml", "minutes = 20", "minutes = 30", "needs a [[frame]] for 15, 20, 30"),
        ("programme.toml", '"band-pull-apart"', '"band-pull-appart"', "'band-pull-apart'"),
        ("programme.toml", '"sit_bone_pain"', '"sitbone_pain"', "'sit_bone_pain'"),
        ("programme.toml", 'reason = "kit"', 'reason = "injury"', "needs an [[instead]]"),
        ("programme.toml", '"hinge_drill",', "", "name every pattern once"),
        ("references.toml", 'id = "downie-2013"', 'id = "mottola-2019"', "stands more than once"),
        ("norms.toml", '"test_trunk_hold"', '"test_trunk_hld"', "did you mean 'test_trunk_hold'?"),
        ("norms.toml", '"test_trunk_hold"', '"stairs"', "items names 'stairs'"),
        ("soreness.toml", '"pain_low_back"', '"pain_lowback"', "did you mean 'pain_low_back'?"),
        ("soreness.toml", "over = 5", "over = 12", "low_back_loaded_hinge: over"),
        (
            "cautions.toml",
            'id = "hernia"',
            'id = "hernai"',
            "hernai: the questionnaire asks for no such caution (did you mean 'hernia'?)",
        ),
        (
            "cautions.toml",
            'id = "hernia"',
            'id = "hernai"',
            "hernia: clients can have this caution",
        ),
        (
            "cautions.toml",
            'id = "age_65"',
            'id = "age_66"',
            "age_65: clients can have this caution",
        ),
        (
            "choices.toml",
            'session = "B"',
            'session = "D"',
            "session 'D' is not known; allowed are A, B and C",
        ),
        ("choices.toml", 'session = "B"', 'session = "C"', "session 'B' is missing"),
        ("choices.toml", 'session = "B"', 'session = "A"', "session 'A' stands more than once"),
        (
            "choices.toml",
            'id = "low_back"\nlevel = 2',
            'id = "low_back"\nlevel = 1',
            "'low_back level 1' stands more than once",
        ),
        ("choices.toml", 'id = "pull"', 'id = "hip"', "'hip' stands more than once"),
        ("doses.toml", 'code = "H"', 'code = "E"', "'E' stands more than once"),
        (
            "exercises/shoulders.toml",
            'level = 2, kit = [["dumbbell"]] }',
            'level = 2, kit = [["dumbbell"]], exercise = "reverse-fly" }',
            "pattern, kit and level are those of the exercise",
        ),
        (
            "exercises/shoulders.toml",
            'pattern = "prone", excluded_by = ["spine_fracture"]',
            'pattern = "prone", excluded_by = ["spine_fractur"]',
            "no_kit names 'spine_fractur', which is not there (did you mean 'spine_fracture'?)",
        ),
        (
            "exercises/bridges.toml",
            'exercise = "single-leg-glute-bridge" }',
            'exercise = "glute-bridge" }',
            "harder leads to the exercise itself",
        ),
        (
            "exercises/bridges.toml",
            'smaller lift" }',
            'smaller lift", level = 2 }',
            "easier is of level 2, allowed is 1 at most",
        ),
        (
            "exercises/bridges.toml",
            'no_kit = { text = "On the floor: glute bridge", exercise = "glute-bridge" }',
            'no_kit = { text = "On the floor: glute bridge", kit = [["band"]] }',
            "no_kit needs kit, allowed is none",
        ),
        (
            "exercises/bridges.toml",
            'no_kit = { text = "On the floor: glute bridge", exercise = "glute-bridge" }',
            'no_kit = { text = "A swap", exercise = "squat" }',
            "no_kit names 'squat', which needs kit",
        ),
        (
            "exercises/shoulders.toml",
            'treated_high_bp = "Start with light',
            'neck_pain = "Use light',
            "shrug: changes for 'neck_pain' are never printed, as it excludes the exercise",
        ),
        (
            "exercises/hinges.toml",
            'treated_high_bp = "Breathe',
            'pregnant = "Breathe',
            "deadlift: changes for 'pregnant' are never printed",
        ),
        (
            "exercises/bridges.toml",
            'pregnant_13_weeks = "Keep your back raised',
            'arching_hurts_back = "Keep your back raised',
            "hip-thrust: changes for 'arching_hurts_back' are never printed",
        ),
        (
            "cautions.toml",
            'patterns_changed = ["calf_seated", "step"]',
            'patterns_changed = ["calf_standing", "step"]',
            "patterns_changed names 'calf_standing', of which it leaves no exercise",
        ),
        (
            "cautions.toml",
            'patterns_changed = ["bridge", "hinge_drill", "hinge_loaded", "brace"]',
            'patterns_changed = ["bridge", "thrust"]',
            "arching_hurts_back: patterns_changed names 'thrust'",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file(
    folder: Path, questionnaire: Questionnaire, file: str, old: str, new: str, says: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_catalogue(folder, questionnaire)
    faults = [str(fault) for fault in broken.value.faults]
    assert any(f.startswith(f"{path.name}:") and says in f for f in faults), faults


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("exercises/calves.toml", "exercise"),
        ("cautions.toml", "caution"),
        ("choices.toml", "region"),
        ("norms.toml", "norm"),
    ],
)
def test_a_table_that_is_a_plain_value(folder: Path, file: str, table: str) -> None:
    path = folder / file
    path.write_text(f"{table} = 3\n", encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_catalogue(folder)
    named = f"{path.name}:1: {table}: must be written as [[{table}]], not as 3"
    assert named in [str(fault) for fault in broken.value.faults]


def test_a_session_that_is_missing_is_named_where_none_is_left(folder: Path) -> None:
    path = folder / "choices.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[[plan]]")], encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_catalogue(folder)
    assert [str(fault) for fault in broken.value.faults] == [
        f"choices.toml:1: plan: session '{name}' is missing; allowed are A, B and C, each once"
        for name in "ABC"
    ]
