"""Mistakes in the poses are named with file and id, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.source import ContentError
from reports.figures.poses_reader import read_poses

KIT = """
[[piece]]
id = "stick"
part = [{ shape = "rod", at = [0.0, 0.0, 0.0], to = [0.0, 1.0, 0.0] }]
"""
GOOD = """
[[exercise]]
id = "stand"
works = ["calves"]
view = 0

[[exercise.pose]]
text = "Standing."
anchor = { of = "hips", at = [0.0, 0.52] }
lean = 0
arm = { upper = [0.0, 0.0], fore = [0.0, 0.0] }
leg = { foot = [0.0, 0.0, 0.05] }

[[exercise.pose]]
text = "Leaning."
lean = 20
"""


def faults_of(folder: Path, text: str, kit: str = KIT) -> str:
    (folder / "kit.toml").write_text(kit, encoding="utf-8")
    (folder / "some.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_poses(folder)
    return str(caught.value)


def test_a_pose_says_only_what_differs_from_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "kit.toml").write_text(KIT, encoding="utf-8")
    (tmp_path / "some.toml").write_text(GOOD, encoding="utf-8")
    first, second = read_poses(tmp_path).moves["stand"].pose
    assert (first.lean, second.lean) == (0, 20)
    assert second.left_leg == first.right_leg


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('works = ["calves"]', 'works = ["calfs"]', "calfs"),
        ('of = "hips"', 'of = "hip"', "'hip' is no point of the body"),
        ("view = 0", "view = 0\nkit = [{ piece = 'stik' }]", "did you mean 'stick'"),
        ("lean = 20", "lean = 20\nangle = 3", "unknown key"),
        ("lean = 20", "lean = 2000", "less than or equal to 360"),
        ("upper = [0.0, 0.0], ", "", "needs either upper and fore, or hand"),
        ("foot = [0.0, 0.0, 0.05]", "thigh = [0.0, 0.0]", "needs either thigh and shin, or foot"),
        ("lean = 20", "lean = 20\nanchor = { of = 'neck' }", "anchor must be the same point"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_id(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    faults = faults_of(tmp_path, GOOD.replace(old, new))
    assert "some.toml:" in faults
    assert "stand" in faults
    assert said in faults


def test_a_limb_is_given_in_one_way_only(tmp_path: Path) -> None:
    arms = "right_arm = { hand = [0.2, 0.6, 0.1] }\nleft_arm = { hand = [0.2, 0.6, 0.1] }"
    before = "arm = { upper = [0.0, 0.0], fore = [0.0, 0.0] }"
    both = GOOD.replace("lean = 20", f"lean = 20\n{arms}").replace(before, before)
    assert "needs either upper and fore, or hand" in faults_of(tmp_path, both)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    faults = faults_of(
        tmp_path,
        GOOD.replace("view = 0", "view = 999"),
        KIT.replace('shape = "rod"', 'shape = "cone"'),
    )
    assert "kit.toml:" in faults
    assert "some.toml:" in faults


def test_the_same_exercise_twice_is_a_mistake(tmp_path: Path) -> None:
    assert "stands more than once" in faults_of(tmp_path, GOOD + GOOD)
