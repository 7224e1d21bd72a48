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


def faults_of(
    folder: Path, questionnaire: Questionnaire, file: str, old: str, new: str
) -> list[str]:
    """Return what the reader says with the first *old* of *file* changed to *new*."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_catalogue(folder, questionnaire)
    return [str(fault) for fault in broken.value.faults]


def test_the_copy_is_right_before_it_is_broken(folder: Path, questionnaire: Questionnaire) -> None:
    assert read_catalogue(folder, questionnaire).exercise["glute-bridge"].code == "E11"


NEW_CAUTION = """[[caution]]
id = "itchy"
code = "C99"
name = "an itch"
excludes = []
advice = "Scratch it."
source = ["own-rule"]

"""

Mistake = tuple[str, str, str, str]
"""A file, what stands there, what is put in its place, and what the reader says then."""
MISTAKES: dict[str, list[Mistake]] = {
    "in an entry": [
        (
            "exercises/bridges.toml",
            'pattern = "bridge"',
            'pattern = "brigde"',
            "glute-bridge: pattern",
        ),
        ("exercises/bridges.toml", "sides = 1", "sides = 3", "glute-bridge: sides"),
        ("norms.toml", "low_under = 10,", "", "low_under"),
        ("doses.toml", 'tempo = "3-1-1"', 'tempo = "slow"', "tempo must be seconds"),
        ("programme.toml", "least_exercises = 4", "least_exercises = 5", "must not be over"),
        ("programme.toml", "most_exercises = 8", "most_exercises = 7", "nor that over the most"),
        ("programme.toml", 'weights = ["dumbbell"', 'weights = ["dumbell"', "must be named"),
        ("programme.toml", "minutes = 20", "minutes = 25", "frame 2: minutes"),
        ("programme.toml", '"hinge_drill",', "", "name every pattern once"),
        (
            "exercises/shoulders.toml",
            'level = 2, kit = [["dumbbell"]] }',
            'level = 2, kit = [["dumbbell"]], exercise = "reverse-fly" }',
            "pattern, kit and level are those of the exercise",
        ),
        (
            "exercises/shoulders.toml",
            'cautions = ["pregnant_13_weeks", "cannot_stand"]\nkit = [["dumbbell"]]',
            "cautions = []",
            "needs cautions, when or kit: what it is for",
        ),
        ("limits.toml", "strong_pain_from = 6", "strong_pain_from = 11", "strong_pain_from"),
    ],
    "between entries": [
        (
            "exercises/bridges.toml",
            '"cannot_reach_floor"',
            '"cannot_reach_flor"',
            "'cannot_reach_floor'",
        ),
        ("exercises/bridges.toml", 'doses = ["E"', 'doses = ["X"', "doses names 'X'"),
        ("choices.toml", '"bird-dog"', '"bird-dgo"', "'bird-dog'"),
        ("doses.toml", 'goal = "sport"', 'goal = "sports"', "did you mean 'sport'?"),
        ("cautions.toml", '["mottola-2019"', '["motola-2019"', "'mottola-2019'"),
        ("programme.toml", "weeks = [5, 8]", "weeks = [6, 8]", "weeks must start with 5"),
        ("programme.toml", "band = 20", "bnd = 20", "did you mean 'band'?"),
        ("doses.toml", "loaded = { strengthen", "loaded = { strenghten", "loaded names"),
        ("doses.toml", "unloaded = { learn", "unloaded = { lern", "did you mean 'learn'?"),
        ("programme.toml", '"band-pull-apart"', '"band-pull-appart"', "'band-pull-apart'"),
        ("programme.toml", '"sit_bone_pain"', '"sitbone_pain"', "'sit_bone_pain'"),
        ("references.toml", 'id = "downie-2013"', 'id = "mottola-2019"', "stands more than once"),
        ("norms.toml", '"test_trunk_hold"', '"test_trunk_hld"', "did you mean 'test_trunk_hold'?"),
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
            "exercises/shoulders.toml",
            'treated_high_bp = "Start with light',
            'neck_pain = "Use light',
            "shrug: changes for 'neck_pain' are never printed, as it excludes the exercise",
        ),
        (
            "exercises/hinges.toml",
            'hypermobile = "Stop well before the full stretch, and keep your knees soft."',
            'pregnant = "Stop well before the full stretch."',
            "romanian-deadlift: changes for 'pregnant' are never printed",
        ),
        (
            "exercises/bridges.toml",
            'osteoporosis = "Put a thick pad',
            'arching_hurts_back = "Put a thick pad',
            "hip-thrust: changes for 'arching_hurts_back' are never printed",
        ),
        (
            "cautions.toml",
            'patterns_changed = ["squat", "abduction_standing"',
            'patterns_changed = ["carry", "abduction_standing"',
            "falls: patterns_changed names 'carry', of which it leaves no exercise",
        ),
        (
            "cautions.toml",
            'patterns_changed = ["bridge", "hinge_drill", "hinge_loaded", "brace"]',
            'patterns_changed = ["bridge", "thrust"]',
            "arching_hurts_back: patterns_changed names 'thrust'",
        ),
        (
            "exercises/hips.toml",
            'pattern = "balance"',
            'pattern = "step"',
            "no exercise is of the pattern 'balance'; take it out or use it",
        ),
        ("limits.toml", 'id = "neck"', 'id = "necks"', "necks: id names 'necks'"),
        ("limits.toml", 'id = "neck"', 'id = "necks"', "neck: the questionnaire has this group"),
        ("limits.toml", '["brace", "prone", "carry"]', '["brace", "prone"]', "'carry' must be in"),
        (
            "exercises/squats.toml",
            '{ item = "chair_rise", at_least = 3 },',
            '{ item = "chair_ris", at_least = 3 },',
            "sit-to-stand: when names 'chair_ris'",
        ),
        (
            "exercises/hinges.toml",
            'not_when = [{ item = "box_lift"',
            'not_when = [{ item = "box_lft"',
            "block-deadlift: when names 'box_lft'",
        ),
        (
            "exercises/hips.toml",
            'answers = ["one_leg_stand"',
            'answers = ["one_leg_stnd"',
            "clamshell: too_easy names 'one_leg_stnd'",
        ),
        ("choices.toml", 'item = "injuries_ankle"', 'item = "injuries"', "when names 'injuries'"),
        ("cautions.toml", '"experience", is_in', '"experiense", is_in', "eased names 'experiense'"),
        ("limits.toml", 'eased_by = { item = "stairs"', 'eased_by = { item = "stair"', "'stair'"),
        (
            "limits.toml",
            'when = { item = "stairs"',
            'when = { item = "stair"',
            "when names 'stair'",
        ),
        ("limits.toml", '"injuries_back", at_least', '"injuries_bck", at_least', "'injuries_bck'"),
        (
            "exercises/pulls.toml",
            'kit = [["bench", "dumbbell"]]',
            'kit = [["bench", "dumbell"]]',
            "chest-supported-row: kit names 'dumbell'",
        ),
        (
            "exercises/squats.toml",
            'kit = [["barbell"]]\nlevel',
            'kit = [["barbel"]]\nlevel',
            "squat: kit names 'barbel'",
        ),
        (
            "exercises/squats.toml",
            'id = "squat-to-a-box"',
            'id = "sit-to-stand-raised"',
            "variant 'sit-to-stand-raised' has an id that is taken",
        ),
        (
            "exercises/shoulders.toml",
            'lifts = ["pregnant_13_weeks"]',
            'lifts = ["pregnant_13_week"]',
            "variant names 'pregnant_13_week'",
        ),
        ("limits.toml", '["sit_bone_pain"]', '["sitbone_pain"]', "cautions names 'sitbone_pain'"),
        ("limits.toml", 'places = ["knee"]', 'places = ["kne"]', "places names 'kne'"),
        ("limits.toml", 'but = ["sit-to-stand"]', 'but = ["sit"]', "exercises names 'sit'"),
        ("limits.toml", '["bridge-hold", "glute', '["bridge-hld", "glute', "'bridge-hold'"),
        ("limits.toml", '["straight-leg-deadlift"]', '["straight-leg"]', "exercises names"),
        (
            "limits.toml",
            '[[hold]]\nid = "knee"',
            '[[hold]]\nid = "hip"',
            "'hip' stands more than once",
        ),
        ("cautions.toml", 'told_as = "sh', 'told_as = "so', "told_as names 'sooulder"),
        ("cautions.toml", 'first = ["bridge-hold"]', 'first = ["bridge"]', "first names 'bridge'"),
        ("cautions.toml", 'without = ["osteoporosis"', 'without = ["bones"', "eased names 'bones'"),
        ("cautions.toml", "{ build = [6", "{ bild = [6", "repetitions names 'bild'"),
        ("cautions.toml", "{ strengthen = [8", "{ later = [8", "repetitions names 'later'"),
        ("choices.toml", 'exercise = "balance-reach"', 'exercise = "balance"', "exercise names"),
        ("choices.toml", 'C = ["romanian', 'D = ["romanian', "exercises names 'D'"),
    ],
    "between entries, once more": [
        ("doses.toml", 'goal = "sport"', 'goal = "muscle"', "muscle: needs one [[dose]], has 2"),
        ("norms.toml", '"test_trunk_hold"', '"stairs"', "items names 'stairs'"),
        ("choices.toml", 'session = "B"', 'session = "C"', "session 'B' is missing"),
        (
            "exercises/bridges.toml",
            'no_kit = { text = "On the floor: glute bridge", exercise = "glute-bridge" }',
            'no_kit = { text = "A swap", exercise = "machine-leg-curl" }',
            "no_kit names 'machine-leg-curl', which needs kit",
        ),
        (
            "cautions.toml",
            '[[caution]]\nid = "hernia"',
            NEW_CAUTION + '[[caution]]\nid = "hernia"',
            "itchy: neither excludes nor changes anything; take it out or use it",
        ),
        (
            "limits.toml",
            '["brace", "prone", "carry"]',
            '["brace", "prone", "carry", "neck"]',
            "'neck' must be in one group, is in 2",
        ),
        (
            "exercises/squats.toml",
            'id = "squat-to-a-box"',
            'id = "deadlift"',
            "variant 'deadlift' has an id that is taken",
        ),
    ],
    "between entries, on its own": [
        ("choices.toml", 'session = "B"', 'session = "A"', "session 'A' stands more than once"),
    ],
    "in how many there are": [
        ("programme.toml", "minutes = 20", "minutes = 30", "needs a [[frame]] for 15, 20, 30"),
        ("programme.toml", 'reason = "kit"', 'reason = "injury"', "needs an [[instead]]"),
    ],
    "in how many there are, once more": [
        ("limits.toml", 'id = "five"', 'id = "five"\nstrong_pain = true', "needs a [[pain_limit]]"),
        ("limits.toml", 'cautions = ["sit_bone_pain"]', "", "needs a [[pain_limit]] for all, last"),
    ],
}
"""Together where one does not hide the other: each reading takes its time."""


@pytest.mark.parametrize("where", MISTAKES)
def test_mistakes_are_named_with_their_files(
    folder: Path, questionnaire: Questionnaire, where: str
) -> None:
    for file, old, new, _ in MISTAKES[where]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text or new in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as broken:
        read_catalogue(folder, questionnaire)
    faults = [str(fault) for fault in broken.value.faults]
    for file, _, _, says in MISTAKES[where]:
        named = [fault for fault in faults if says in fault]
        assert named, (says, faults)
        of_all = ("exercises:1: ", f"{Path(file).name}:")  # a pattern that no file has
        assert any(fault.startswith(of_all) for fault in named), named


def test_a_table_of_limits_that_is_missing_is_named(
    folder: Path, questionnaire: Questionnaire
) -> None:
    for table in ("careful", "hardest"):
        faults = faults_of(folder, questionnaire, "limits.toml", f"[[{table}]]", f"[[no_{table}]]")
        assert any(f"no_{table}" in fault for fault in faults)
        path = folder / "limits.toml"
        path.write_text(path.read_text("utf-8").replace(f"no_{table}", table), encoding="utf-8")


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
