"""What PDF/UA-1 (ISO 14289-1) asks of the tags, where WeasyPrint leaves it open.

WeasyPrint calls ``finish_tags`` when a document is drawn and not yet written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.words import common as words

POINTS_PER_PIXEL = 0.75
DESCRIPTIONS = {"account": words.HOW_WORKED_OUT}
"""What a link inside the document leads to, by the id of its target."""


def finish_tags(pdf: Any) -> None:
    """Finish the tags of *pdf*, a tagged ``pydyf.PDF`` whose objects can still be changed."""
    objects = {one.reference: one for one in pdf.objects}
    pages = [objects[reference] for reference in pdf.page_references]
    tagged: dict[bytes, set[int]] = {page.reference: set() for page in pages}
    root = objects[pdf.catalog["StructTreeRoot"]]
    for element in _elements(root, objects):
        if "Pg" in element:
            tagged[element["Pg"]].update(kid for kid in element["K"] if isinstance(kid, int))
        if element["S"] == "/Figure":
            _place_figure(element["A"]["BBox"], objects[element["Pg"]])
    owners = objects[root["ParentTree"]]["Nums"][1::2]
    for page, owner in zip(pages, owners, strict=False):  # after the pages: links
        _mark_furniture(objects[page["Contents"]].stream, tagged[page.reference], owner)
        for annotation in page.get("Annots", ()):
            _describe(objects[annotation])


def _elements(element: Any, objects: dict[bytes, Any]) -> Iterator[Any]:
    """Yield the tags below *element*, in reading order."""
    for kid in element["K"]:
        child = objects.get(kid)
        if child is not None and "S" in child:
            yield child
            yield from _elements(child, objects)


def _mark_furniture(stream: list[Any], tagged: set[int], owners: list[Any]) -> None:
    """Say of the pieces in *stream* that no tag leads to that they are the page's own.

    They are what stands at the foot of every page; to be read again with each is a nuisance.
    *owners* are the tags of the pieces of the page, by their numbers.
    """
    for at in _pieces(stream):
        if stream[at]["MCID"] not in tagged:
            owners[stream[at]["MCID"]] = b"null"
            stream[at - 1] = "/Artifact"
            del stream[at]["MCID"]
            stream[at]["Type"] = "/Pagination"


def _pieces(stream: list[Any]) -> Iterator[int]:
    """Yield where in *stream* the properties of each numbered piece are."""
    for at, item in enumerate(stream):
        if item == b"BDC" and "MCID" in stream[at - 1]:
            yield at - 1


def _place_figure(box: list[float], page: Any) -> None:
    """Turn *box* from pixels below the top of the page into points above its foot."""
    height = page["MediaBox"][3]
    left, top, right, bottom = (edge * POINTS_PER_PIXEL for edge in box)
    box[:] = left, height - bottom, right, height - top


def _describe(annotation: Any) -> None:
    """Say in words where a link leads."""
    import pydyf

    if annotation["Subtype"] == "/Link" and (target := annotation.get("Dest")):
        name = target.string
        annotation["Contents"] = pydyf.String(DESCRIPTIONS.get(name, name))
