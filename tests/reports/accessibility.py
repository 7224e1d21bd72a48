"""What a screen reader meets in a PDF: every fault of its tags, by what ISO 14289-1 asks for.

The numbers in brackets are the clauses of that standard (PDF/UA-1). The order in which pages
are read aloud comes from the tags too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf

from tests.reports.reading import letters_of

PAINTING = {
    *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI", "INLINE IMAGE"),
    *("Tj", "TJ", "'", '"'),
}
"""Operators that put something on the page."""


@dataclass(frozen=True)
class Leaf:
    """A piece of marked content: its page (from 0), its number there, the tags around it."""

    page: int
    number: int
    kinds: tuple[str, ...]


def faults_of(pdf: pikepdf.Pdf) -> list[str]:
    """Return all that would keep someone from having *pdf* read aloud; empty: nothing."""
    return [*_of_document(pdf), *_of_tags(pdf), *_of_pages(pdf)]


def text_read_aloud(pdf: pikepdf.Pdf, but: frozenset[str] = frozenset()) -> str:
    """Return the text of *pdf* in the order of its tags, without spaces.

    What stands inside a tag whose kind is in *but* is left out.
    """
    texts = [_texts_on(page) for page in pdf.pages]
    leaves = (leaf for leaf in _leaves(pdf) if not but & {*leaf.kinds})
    return "".join("".join(texts[one.page].get(one.number, "") for one in leaves).split())


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "the document has no language (7.2)"
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "the document is not marked as tagged (7.1)"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "a reader would show the name of the file, not the title (7.1)"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "the document has no title (7.1)"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if not metadata.get("dc:title"):
            yield "the metadata have no title (7.1)"
        if metadata.get("pdfuaid:part") != "1":
            yield "the metadata do not say PDF/UA-1 (5)"
    if "/StructTreeRoot" not in root:
        yield "the document has no tags (7.1)"


def _of_tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    elements = list(_elements(pdf))
    yield from _of_headings([kind for kind, _ in elements if re.fullmatch(r"H[1-6]", kind)])
    for kind, element in elements:
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure has no text (7.3)"
        if kind == "Table":
            yield from _of_table(element)
        if kind == "L" and {_kind(one) for one in _children(element)} - {"LI", "Caption"}:
            yield "a list has something else than items (7.6)"
        if kind == "Link" and not any("/Obj" in one for one in _children(element)):
            yield "a link has no place to click (7.18.5)"


def _of_headings(kinds: list[str]) -> Iterator[str]:
    levels = [int(kind[1]) for kind in kinds]
    if levels[:1] != [1]:
        yield "the first heading is not of level 1 (7.4.2)"
    for one, later in pairwise(levels):
        if later > one + 1:
            yield f"a heading of level {later} comes after one of level {one} (7.4.2)"


def _of_table(table: pikepdf.Dictionary) -> Iterator[str]:
    cells = [element for kind, element in _below(table) if kind in ("TH", "TD")]
    heads = {str(cell.get("/ID", "")) for cell in cells if _kind(cell) == "TH"} - {""}
    if not heads:
        yield "a table has no header cells (7.5)"
    for cell in cells:
        if _kind(cell) == "TD" and not heads.intersection(_headers_of(cell)):
            yield "a cell of a table does not say under which header it stands (7.5)"


def _headers_of(cell: pikepdf.Dictionary) -> set[str]:
    attributes = cell.get("/A", pikepdf.Array())
    each = [attributes] if isinstance(attributes, pikepdf.Dictionary) else [*attributes]
    return {str(one) for attribute in each for one in attribute.get("/Headers", pikepdf.Array())}


def _of_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    known: dict[int, list[int]] = {}
    for leaf in _leaves(pdf):
        known.setdefault(leaf.page, []).append(leaf.number)
    for index, page in enumerate(pdf.pages):
        for fault in _of_page(page, known.get(index, [])):
            yield f"page {index + 1} {fault}"


def _of_page(page: pikepdf.Page, numbers: list[int]) -> Iterator[str]:
    """Yield what is wrong with *page*, whose pieces *numbers* the tags lead to."""
    if not numbers or "/StructParents" not in page:
        yield "is not tagged (7.1)"
    if len(numbers) != len(set(numbers)):
        yield "has content that is read twice (7.1)"
    found, outside = _marks_on(page)
    if outside:
        yield "has content that is neither tagged nor an artifact (7.1)"
    if found != set(numbers):
        yield "has content that no tag leads to, or tags without content (7.1)"
    annotations = page.get("/Annots", pikepdf.Array())
    if annotations and str(page.get("/Tabs", "")) != "/S":
        yield "is not walked through in the order of its tags (7.18.3)"
    if not all(str(annotation.get("/Contents", "")) for annotation in annotations):
        yield "has a link without a description (7.18.5)"


def _marks_on(page: pikepdf.Page) -> tuple[set[int], bool]:
    """Return the numbers of the marked content of *page*, and if anything is painted outside."""
    found: set[int] = set()
    around: list[bool] = []
    outside = False
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            number = _number_of(list(operands), page)
            found |= set() if number is None else {number}
            around.append(str(operands[0]) == "/Artifact" or number is not None)
        elif operator == "EMC":
            around.pop()
        elif operator in PAINTING and not any(around):
            outside = True
    return found, outside


def _number_of(operands: list[Any], page: pikepdf.Page) -> int | None:
    if len(operands) < 2:
        return None
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = page.Resources.Properties[properties]
    number = properties.get("/MCID")
    return None if number is None else int(number)


def _texts_on(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each marked content of *page* by its number."""
    texts: dict[int, str] = {}
    around: list[int | None] = []
    fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            around.append(_number_of(list(operands), page))
        elif operator == "EMC":
            around.pop()
        elif operator == "Tf":
            letters = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            number = next((one for one in reversed(around) if one is not None), None)
            if number is not None:
                codes = b"".join(
                    bytes(one)
                    for one in (operands[0] if operator == "TJ" else operands)
                    if isinstance(one, pikepdf.String)
                )
                pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
                said = "".join(letters.get(int.from_bytes(pair, "big"), "") for pair in pairs)
                texts[number] = texts.get(number, "") + said
    return texts


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    """Yield all tags in reading order."""
    if "/StructTreeRoot" in pdf.Root:
        for child in _children(pdf.Root.StructTreeRoot):
            yield _kind(child), child
            yield from _below(child)


def _below(element: pikepdf.Dictionary) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    for child in _children(element):
        if "/S" in child:
            yield _kind(child), child
            yield from _below(child)


def _leaves(pdf: pikepdf.Pdf) -> Iterator[Leaf]:
    """Yield all marked content in reading order."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}

    def below(element: pikepdf.Object, kinds: tuple[str, ...], page: int) -> Iterator[Leaf]:
        page = pages[element.Pg.objgen] if "/Pg" in element else page
        kinds = (*kinds, _kind(element)) if "/S" in element else kinds
        content = element.get("/K", pikepdf.Array())
        for child in content.as_list() if isinstance(content, pikepdf.Array) else [content]:
            if isinstance(child, pikepdf.Dictionary):
                if "/MCID" in child:
                    on = pages[child.Pg.objgen] if "/Pg" in child else page
                    yield Leaf(on, int(child.MCID), kinds)
                elif "/Obj" not in child:
                    yield from below(child, kinds, page)
            else:
                yield Leaf(page, int(child), kinds)

    if "/StructTreeRoot" in pdf.Root:
        yield from below(pdf.Root.StructTreeRoot, (), -1)


def _children(element: pikepdf.Object) -> list[pikepdf.Dictionary]:
    content = element.get("/K", pikepdf.Array())
    each = content.as_list() if isinstance(content, pikepdf.Array) else [content]
    return [child for child in each if isinstance(child, pikepdf.Dictionary)]


def _kind(element: pikepdf.Object) -> str:
    return str(element.get("/S", "")).removeprefix("/")
