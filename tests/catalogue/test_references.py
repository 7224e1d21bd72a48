"""The references: who, when, what, where to find it, and each published figure that we quote."""

from __future__ import annotations

import re

from assessment.catalogue.loader import load_catalogue
from assessment.catalogue.model import Catalogue
from tests.cases import each

NUMBER = re.compile(r"(?<![\d.])[-+]?\d+(?:,\d{3})*(?:\.\d+)?")

FIGURES = {
    # The figures of each statement in their order, typed from docs/evidence.md 1 to 6.
    "sadler-2019": "24",
    "swain-2020": "41",
    "katzman-2017": "99 60",
    "green-2020": "78 2.7 4.8 1.7 1.5",
    # The two medians are in the evidence; the days of the two groups on the page that quotes it.
    "bayer-2017": "50 2 9 62 83",
    "kubo-2019": "10 17",
    "tataryn-2021": (
        "408 1 3 -0.41 -0.72 -0.10 12 16 -0.61 -1.21 0.00 -0.53 -0.97 -0.09 +0.67 0.21 1.13 "
        "6 8 -0.26 -0.56 0.05"
    ),
    "kinoshita-2023": "12 9.2 12.4 0.6 1.7 2.1 2.9",
    "boonstra-2016": "2854 5 10 6 7 8",
    "whitfield-2017": "54 40",
    "downie-2013": "9 3 25 33 10 67 11 8 16 62 49 74 90 34 99",
    "boyd-2015": "24",
    "mottola-2019": "150 3 2",
    "williams-2007": "160 100 180 110 2024",
    "silbernagel-2007": "5 10",
    "goom-2016": "3 10 24",
    "distefano-2009": "81 42 38 40",
    "mcgill-marshall-2012": "7 16 50 80 3,200",
    "bivia-roig-2019": "61 17",
    "konrad-2001": "35",
    "contreras-2015": "13 10 69.5 29.4 40.8 14.9",
    "plotkin-2023": "34 9",
    "van-dyk-2019": "8459 0.49 0.32 0.74 0.52 0.32 0.85",
    "macaskill-2014": "10 99.9 17 61 63 29 31",
    "youdas-2010": "117 130 71 79 45 56 78 96",
    "dickie-2017": "60 37",
    "andersen-2008": "12 102 11",
    "macadam-2015": "23",
    "acsm-2009": "8 12 2 3 1 2 2 10 1 2",
    "steffens-2016": "21 30,850 0.55 0.41 0.74",
    "iversen-2021": "4 6 15",
    "latimer-1999": "0.83 17.4 0.88 11.6 0.77 17.5 48 32 49",
    "mbada-2009": "373 21 60 25 75 72 161 64 142",
    "sub-saharan-back-norms": "1253 11 69 25 75 85 163 69.8 148",
    "hebert-losier-2017": "566 24 21 -6 +6 7",
    "freckleton-2014": "482 16 34 28 0.029",
    "springer-2007": "549 0.994",
    "sralab": "10 240",
    "reiman-2010": "50 0.97 0.90",
    "evans-2021": "30 90 17 30.6",
    "topend-sports": "2.5 5 18 20",
    "cdc-chair-stand": "30 60 89",
    "suzuki-2020": "0 10 2 2",
    "stratford-1995": "0 10 90 2.0 3.0",
    "exercise-vital-sign": "150",
    # Read in the abstract itself, as it is not in the evidence.
    "da-silva-2019": "250 69 62 74 12",
}
WITHOUT_DOI = {
    # web pages
    *("sralab", "topend-sports", "cdc-chair-stand", "nice-cks", "exercise-vital-sign"),
    # none was read
    *("konrad-2001", "macaskill-2014", "snarr-esco-2013", "andersen-2008", "macadam-2015"),
    "sub-saharan-back-norms",
}
UNDATED = {"sralab", "topend-sports", "cdc-chair-stand", "nice-cks", "sub-saharan-back-norms"}
REFERENCES = [reference.id for reference in load_catalogue().references]


@each("name", REFERENCES)
def test_each_figure_that_we_quote_is_the_published_one(catalogue: Catalogue, name: str) -> None:
    (reference,) = (one for one in catalogue.references if one.id == name)
    assert NUMBER.findall(reference.carries) == FIGURES.get(name, "").split()


def test_each_reference_says_who_what_when_and_where(catalogue: Catalogue) -> None:
    for one in catalogue.references:
        assert all(part.strip() for part in (one.authors, one.title, one.journal, one.carries))
    assert {one.id for one in catalogue.references if not one.doi} == WITHOUT_DOI
    assert {one.id for one in catalogue.references if not one.year} == UNDATED


def test_a_doi_looks_like_one_and_stands_once(catalogue: Catalogue) -> None:
    found = [one.doi for one in catalogue.references if one.doi]
    assert len(set(found)) == len(found)
    assert [doi for doi in found if not re.fullmatch(r"10\.\d{4,5}/\S+", doi)] == []
