"""The measurements in the assessment document: where they stand and what each key holds."""

from __future__ import annotations

from tests.conftest import MakeAssessment
from tests.documents import read_document


def test_a_client_without_measurements_has_an_empty_list(make_assessment: MakeAssessment) -> None:
    document = read_document(make_assessment())
    assert document["programme"]["measurements"] == []


def test_each_kind_of_norm_is_written_out(make_assessment: MakeAssessment) -> None:
    """A man of 62: shares of 19, marks with "over", a limit that never scores, and no norm."""
    assessment = make_assessment(
        age_years=62,
        test_heel_raise_left=17,
        test_heel_raise_right=11,
        earlier_back_pain="no",
        test_trunk_hold=163.5,
        test_prone_t=20,
        test_chair_stand=13,
    )
    assert read_document(assessment)["programme"]["measurements"] == [
        {
            "id": "heel_raise",
            "figures": {"test_heel_raise_left": 17, "test_heel_raise_right": 11},
            "worse": "test_heel_raise_right",
            "severity": 4,
            "norm": {
                "low_under": 11.4,
                "good_from": 17.1,
                "sample": "566 adults; the figures by age as two clinic pages quote them",
                "source": ["hebert-losier-2017", "own-rule"],
                "mark": "V2",
            },
            "real_change": 7,
        },
        {
            "id": "trunk_hold",
            "figures": {"test_trunk_hold": 163.5},
            "worse": "test_trunk_hold",
            "severity": 0,
            "norm": {
                "low_under": 60,
                "good_over": 163,
                "sample": "1253 people aged 11 to 69 without low back pain for a year",
                "source": ["sub-saharan-back-norms", "own-rule"],
                "mark": "D",
            },
            "real_change": 48,
        },
        {
            "id": "prone_t",
            "figures": {"test_prone_t": 20},
            "worse": "test_prone_t",
            "severity": None,
            "norm": None,
            "real_change": 17,
        },
        {
            "id": "chair_stand",
            "figures": {"test_chair_stand": 13},
            "worse": "test_chair_stand",
            "severity": None,
            "norm": {
                "low_under": 14,
                "sample": "adults of the same sex and age; how many is not noted",
                "source": ["cdc-chair-stand"],
                "mark": "V2",
            },
            "real_change": None,
        },
    ]
