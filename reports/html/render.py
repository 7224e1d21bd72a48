"""``ReportView`` -> HTML, by the templates in ``templates/``."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from questions.content_cache import own_cache_folder
from reports.figures.drawing import Mark, bar, body_map, swatch
from reports.html.card_pages import CardPlace, card_pages
from reports.html.exercise_images import address_of, images_of
from reports.html.plan_page import below_plan
from reports.html.stylesheet import retest_stylesheet, screen_stylesheet, stylesheet
from reports.output.print_options import PLAIN, Ink, PrintOptions, Sheets, Size
from reports.pdf import typeface
from reports.sheets.scoring_method import band_ranges
from reports.sheets.summary import UNKNOWN, RegionLine, Summary
from reports.sheets.view import Heading, ReportView
from reports.words import common as words
from reports.words import referral as referral_words
from reports.words import retest as retest_words
from reports.words import signs as sign_words
from reports.words import stored as stored_words
from reports.words import trainer as trainer_words
from reports.words.phrasing import day_in_short, day_in_words, listed

if TYPE_CHECKING:
    from reports.sheets.stored import StoredView

PAGES: Mapping[Size, str] = {"A4": "", "letter": "@page { size: letter; margin: 11mm 18mm 18mm }"}
"""What a size of paper asks for beyond the stylesheet."""
MOST_IN_FOOT = 24
"""Characters of a name at the foot of a page; the head has the whole name."""


def html_of(
    view: ReportView,
    sheets: Sheets = "both",
    *,
    self_contained: bool = False,
    paper: PrintOptions = PLAIN,
) -> str:
    """Return the chosen sheets as one HTML document for *paper*.

    *self_contained*: with the stylesheet and the fonts in it, for a browser, and nothing
    to fetch. Otherwise without both: whoever prints it brings them.

    Raises:
        ReportError: A font file is missing or damaged.
    """
    name = view.heading.name
    if not self_contained:
        name = typeface.name_on_paper(name)
    return page_of(
        "base.html",
        paper,
        self_contained=self_contained,
        own_styles=retest_stylesheet() if view.retest else "",
        view=view,
        sheets=("client", "trainer") if sheets == "both" else (sheets,),
        name=name,
        who=_who(name, view.heading),
        foot=view.heading.foot,
        formula=view.trainer.formula,
        drawings=_drawings(view.summary, paper.ink),
        card_pages=_card_pages(view, paper),
        below_plan=below_plan(view.client, view.summary, paper.size) if view.client else None,
        trends=_trends(view, paper.ink),
    )


def stored_html(
    view: StoredView, *, self_contained: bool = False, paper: PrintOptions = PLAIN
) -> str:
    """Return the sheet of a stored record as one HTML document for *paper*, as ``html_of`` does.

    Raises:
        ReportError: A font file is missing or damaged.
    """
    name = view.heading.name if self_contained else typeface.name_on_paper(view.heading.name)
    return page_of(
        "stored.html",
        paper,
        self_contained=self_contained,
        view=view,
        name=name,
        who=_who(name, view.heading),
    )


def page_of(
    template: str, paper: PrintOptions, *, self_contained: bool, own_styles: str = "", **values: Any
) -> str:
    """Return *template* filled with *values*, for *paper*.

    *own_styles* are those of this page beside the stylesheet.

    Raises:
        ReportError: A font file is missing or damaged.
    """
    page: str = (
        _environment()
        .get_template(template)
        .render(
            **values,
            paper=paper,
            root_style=_root_style(paper),
            page_style=own_styles + PAGES[paper.size],
            styles=_styles_for_a_browser() if self_contained else "",
        )
    )
    return page if self_contained else typeface.text_on_paper(page)


def _styles_for_a_browser() -> str:
    return _font_faces() + stylesheet() + screen_stylesheet()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        bytecode_cache=_bytecode_cache(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    environment.globals["trainer_words"] = trainer_words
    environment.globals["referral"] = referral_words
    environment.globals["retest_words"] = retest_words
    environment.globals["sign_words"] = sign_words
    environment.globals["stored_words"] = stored_words
    return environment


class _KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder. Where it takes none, nothing is kept, and all goes on."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in *bucket*."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: to compile them takes longer than to fill them.

    Jinja2 compares each with its source; None where others could put theirs there.
    """
    folder = own_cache_folder()
    pattern = f"template-jinja{version('jinja2')}-%s.bytecode"
    return _KeptTemplates(str(folder), pattern) if folder else None


def _drawings(summary: Summary, ink: Ink) -> dict[str, Any]:
    """Return the drawings of the results: the body, a bar for each line, samples of the bands."""
    lines = summary.regions
    marks = {line.region: Mark(line.number, line.key) for line in lines}
    keys = [*words.BAND_WORDS]
    if any(line.key == UNKNOWN for line in lines):
        keys.append(UNKNOWN)
    return {
        "body": body_map(marks, _map_title(lines), ink),
        "bars": {
            line.number: address_of(bar(line.key, line.share, line.low, line.high, ink))
            for line in lines
        },
        "swatches": {key: address_of(swatch(key, ink)) for key in keys},
        "legend": list(zip(keys, [*band_ranges(), words.NOT_ENOUGH], strict=False)),
    }


def _card_pages(view: ReportView, paper: PrintOptions) -> tuple[tuple[CardPlace, ...], ...]:
    """Return the cards by pages, with their pictures, or without where those are left off."""
    if view.client is None:
        return ()
    cards = view.client.training.cards
    drawn = () if "drawings" in paper.without else cards
    images = {card.figure: images_of(card.figure, paper.ink) for card in drawn}
    return card_pages(cards, images, paper.size, view.client.training.above_cards)


def _trends(view: ReportView, ink: Ink) -> tuple[str, ...]:
    """Return the lines over all screenings in two drawings that stand side by side."""
    if view.retest is None:
        return ()
    from reports.figures.trend import trend

    rows = view.retest.charts
    half = (len(rows) + 1) // 2
    return tuple(
        trend(part, day_in_words, ink, day_in_short) for part in (rows[:half], rows[half:]) if part
    )


def _root_style(paper: PrintOptions) -> str:
    """Return the colours that differ from those of the stylesheet."""
    if paper.colours == PLAIN.colours:
        return ""
    return ";".join(f"--{name}:{value}" for name, value in asdict(paper.colours).items())


def _map_title(lines: tuple[RegionLine, ...]) -> str:
    regions = [
        words.MAP_REGION.format(number=line.number, name=line.name, band=line.band)
        for line in lines
    ]
    return words.MAP_TITLE.format(regions=listed(regions))


def _font_faces() -> str:
    return "".join(
        f"@font-face{{font-family:{typeface.FAMILY};font-style:{face.style};"
        f"font-weight:{face.weight};src:url(data:font/ttf;base64,"
        f"{base64.b64encode(typeface.data(face)).decode()})}}\n"
        for face in typeface.FACES
    )


def _who(name: str, heading: Heading) -> str:
    """Return whose page it is, and of which day, for its foot."""
    return ", ".join(part for part in (_short(name), heading.day) if part)


def _short(name: str) -> str:
    """Return *name* cut to what fits into the foot of a page."""
    return name if len(name) <= MOST_IN_FOOT else f"{name[:MOST_IN_FOOT].rstrip()} ..."
