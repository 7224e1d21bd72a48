"""Numbers of a page stand in the places that they are about (docs/rules.md 2.5)."""

from __future__ import annotations

import pytest

from assessment.quiz.drawing.body_places import item_at, places_of, regions_of
from questions.model import Region

SITES = {
    "pain_low_back": {Region.LOW_BACK},
    "pain_hip": {Region.GLUTE_MAX, Region.GLUTE_MED},
    "pain_neck": {Region.NECK},
    "pain_upper_back": {Region.UPPER_BACK},
    "pain_shoulder": {Region.REAR_SHOULDER},
    "pain_thigh_back": {Region.HAMSTRINGS},
    "pain_calf": {Region.CALVES},
}


@pytest.mark.parametrize(("item", "regions"), SITES.items())
def test_every_pain_has_its_place(item: str, regions: set[Region]) -> None:
    assert regions_of(item) == regions


def test_every_region_leads_to_its_item() -> None:
    assert {region: item_at(region) for region in Region} == {
        region: item for item, regions in SITES.items() for region in regions
    }


def test_a_number_stands_once_and_colours_all_its_places() -> None:
    places = places_of({"pain_hip": 5, "pain_neck": 0, "pain_calf": None})
    assert {region: (place.label, place.share) for region, place in places.items()} == {
        Region.GLUTE_MAX: ("5", 0.5),
        Region.GLUTE_MED: ("", 0.5),
        Region.NECK: ("0", None),
        Region.CALVES: ("?", None),
    }
