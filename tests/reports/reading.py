"""What stands in an HTML page or on the pages of a PDF, for tests to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO

import pikepdf

VOID = {"meta", "br", "path", "circle", "link", "img"}


@dataclass
class Element:
    """An element of a page with its classes, and all text in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """The text in it, white space as a reader sees it."""
        parts = (one if isinstance(one, str) else f" {one.text} " for one in self.children)
        return " ".join("".join(parts).split())

    def all(self, tag: str = "", css_class: str = "") -> Iterator[Element]:
        """Yield the elements below with this tag and class."""
        for child in self.children:
            if isinstance(child, Element):
                fits = child.tag == tag or not tag
                if fits and (not css_class or css_class in child.classes):
                    yield child
                yield from child.all(tag, css_class)

    def one(self, tag: str = "", css_class: str = "") -> Element:
        """Return the only element below with this tag and class."""
        (found,) = self.all(tag, css_class)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def page_of(html: str) -> Element:
    """Return *html* as a tree; every element that is opened must be closed."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    (root,) = [child for child in builder.root.children if isinstance(child, Element)]
    return root


def texts_of(pdf: bytes) -> list[str]:
    """Return the text of each page of *pdf*, in the order in which it is drawn."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [" ".join("".join(_drawn(page)).split()) for page in opened.pages]


def _drawn(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "Tf":
            letters = fonts[str(instruction.operands[0])]
        elif operator in ("TJ", "Tj"):
            operand = instruction.operands[0]
            pieces = operand if operator == "TJ" else [operand]
            for piece in pieces:
                if isinstance(piece, pikepdf.String):
                    codes = bytes(piece)
                    for start in range(0, len(codes), 2):
                        yield letters.get(int.from_bytes(codes[start : start + 2], "big"), "")
        elif operator == "ET":
            yield " "


def letters_of(font: pikepdf.Object) -> dict[int, str]:
    """Return which text each code of *font* stands for, by its ToUnicode map."""
    letters: dict[int, str] = {}
    inside = False
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line.startswith("endbfchar"):
            inside = False
        elif inside:
            code, text = (part.strip("<>") for part in line.split())
            letters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return letters


@dataclass(frozen=True)
class Tag:
    """One element of a PDF's structure: its kind, the kind around it, its alternative text."""

    kind: str
    parent: str
    alternative: str


def tags_of(pdf: pikepdf.Pdf) -> list[Tag]:
    """Return the structure of *pdf* in reading order."""

    def below(element: pikepdf.Object, parent: str) -> Iterator[Tag]:
        if isinstance(element, pikepdf.Array):
            for child in element.as_list():
                yield from below(child, parent)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            kind = str(element.S).removeprefix("/")
            yield Tag(kind, parent, str(element.get("/Alt", "")))
            yield from below(element.get("/K", pikepdf.Array()), kind)

    return list(below(pdf.Root.StructTreeRoot.K, ""))
