"""The fonts have what is promised, and figures of equal width."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # publishes no types

from assessment.catalogue.model import Catalogue
from questions.questionnaire import Questionnaire
from reports.pdf import typeface
from reports.pdf.typeface import FACES, PRINTED_IN_NAMES, Face, name_on_paper
from reports.words import common as words
from reports.words import referral as referral_words


def characters_of(face: Face) -> set[int]:
    with TTFont(typeface.folder() / face.file) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("face", [face for face in FACES if face.weight in (400, 600)][::2])
def test_names_can_be_printed_in_the_faces_that_they_stand_in(face: Face) -> None:
    promised = {code for low, high in PRINTED_IN_NAMES for code in range(low, high + 1)}
    assigned = {code for code in promised if unicodedata.category(chr(code)) != "Cn"}
    assert assigned <= characters_of(face)


@pytest.mark.parametrize("face", FACES)
def test_every_face_prints_all_that_we_say(
    face: Face, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    said = f"{vars(words)}{vars(referral_words)}{questionnaire}{catalogue}\u25a1"
    printed = {ord(one) for one in said if one.isprintable()}
    assert printed <= characters_of(face)


@pytest.mark.parametrize("face", FACES)
def test_figures_of_equal_width_are_kept_and_the_licence_is_named(face: Face) -> None:
    with TTFont(typeface.folder() / face.file) as font:
        features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
        assert "tnum" in features
        assert "SIL Open Font License" in font["name"].getDebugName(13)
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == face.weight
    assert (typeface.folder() / "OFL.txt").is_file()


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Zo\u00eb M\u00fcller", "Zo\u00eb M\u00fcller"),
        ("\u0141ukasz \u0218tefan Nguy\u1ec5n", "\u0141ukasz \u0218tefan Nguy\u1ec5n"),
        ("Ana \U0001f600\u200d\U0001f4aa", "Ana"),
        ("\u0639\u0644\u064a", ""),
        ("Ana \u674e", ""),
        ("", ""),
    ],
)
def test_a_name_is_printed_whole_or_not_at_all(name: str, printed: str) -> None:
    assert name_on_paper(name) == printed
