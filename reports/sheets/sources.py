"""A published source as it is printed: in full with what it carries, or in short."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from assessment.catalogue.model import Catalogue, Reference
from reports.words import common as words
from reports.words.phrasing import listed

INITIALS = re.compile(r" [A-Z]{1,4}$")


@dataclass(frozen=True, slots=True)
class Source:
    """One published source and what it carries here."""

    text: str
    carries: str


def sources_of(keys: Collection[str], catalogue: Catalogue) -> tuple[Source, ...]:
    """Return those of *keys* that are references, by authors and year."""
    ordered = sorted(catalogue.references, key=lambda one: (one.authors, one.year or 0))
    return tuple(_source(one) for one in ordered if one.id in keys)


def short_with_doi(keys: Collection[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return those of *keys* that are references as ``Singh 2015, doi:...``, by authors."""
    ordered = sorted(catalogue.references, key=lambda one: (one.authors, one.year or 0))
    return tuple(_short_with_doi(one) for one in ordered if one.id in keys)


def in_short(keys: Collection[str], catalogue: Catalogue) -> str:
    """Return those of *keys* that are references as ``Latimer and others 1999``."""
    return listed([_short(one) for one in catalogue.references if one.id in keys])


def _source(one: Reference) -> Source:
    text = words.REFERENCE.format(
        authors=one.authors.rstrip("."),
        year=one.year or words.NO_DATE,
        title=one.title.rstrip("."),
        journal=one.journal.rstrip("."),
    )
    doi = words.DOI.format(doi=one.doi) if one.doi else ""
    return Source(text + doi, one.carries)


def _short_with_doi(one: Reference) -> str:
    doi = words.DOI.format(doi=one.doi) if one.doi else ""
    return f"{_short(one)}{',' if doi else ''}{doi}"


def _short(one: Reference) -> str:
    """Return the first author without initials, and the year."""
    first, others, _ = one.authors.partition(",")
    name = INITIALS.sub("", first)
    return f"{words.AND_OTHERS.format(name=name) if others else name} {one.year or words.NO_DATE}"
