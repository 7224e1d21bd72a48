"""What a style says and how long its lengths are: worked out once for all boxes that share it."""

from __future__ import annotations

from typing import Any

SIDES = ("top", "right", "bottom", "left")
BORDERS = tuple(f"border_{side}_width" for side in SIDES)
LENGTHS = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *(f"{most}{axis}" for axis in ("width", "height") for most in ("", "min_", "max_")),
)
"""What a box is told of its size before it is laid out, beside its borders."""
OUT_OF_FLOW = {
    "float": {"left", "right", "inline-start", "inline-end", "footnote"},
    "position": {"absolute", "fixed"},
}
NOTES = {"running()", "note()"}
"""What takes a box out of the flow of the page; a note says where it goes behind its name."""
COMPUTED_TOGETHER = ("display", "float", "page", "position")
"""Properties of which one asks for another."""


def look_up_plain_properties(css: Any) -> None:
    """Take what a style does not say from its parent, or from what CSS begins with, at once.

    WeasyPrint first looks for variables, calculations and logical names, which it cannot have.
    """
    special = {*css.PHYSICAL_FUNCTIONS, *COMPUTED_TOGETHER}
    names = {
        name
        for name in css.INITIAL_VALUES
        if name not in special and not name.startswith(("text_decoration_", "__"))
    }
    handed_down = names & set(css.INHERITED)
    first = {
        name: css.INITIAL_VALUES[name] for name in names - handed_down - css.INITIAL_NOT_COMPUTED
    }
    look_up = css.ComputedStyle.__missing__

    def missing(self: Any, name: str) -> Any:
        if name not in self.cascaded:
            if name in first:
                value = self[name] = first[name]
                return value
            if name in handed_down and self.parent_style is not None:
                value = self[name] = self.parent_style[name]
                return value
        return look_up(self, name)

    css.ComputedStyle.__missing__ = missing


def keep_lengths(layout: Any, boxes: Any) -> None:
    """Resolve the lengths of a style once, where none of them is a share of something."""
    resolve = layout.percent.resolve_percentages

    def resolved(box: Any, containing_block: Any) -> None:
        style = box.style
        is_box = isinstance(containing_block, boxes.Box)
        height = containing_block.height if is_box else containing_block[1]
        name = "_lengths_below_auto" if height == "auto" else "_lengths"
        lengths = style.__dict__.get(name)
        if lengths:
            vars(box).update(lengths)
            _tell_borders(box, style)
            return
        resolve(box, containing_block)
        if lengths is None:
            kept = _is_fixed(style) and not isinstance(box, boxes.PageBox)
            style.__dict__[name] = {name: vars(box)[name] for name in LENGTHS} if kept else {}

    for module in vars(layout).values():
        if getattr(module, "resolve_percentages", None) is resolve:
            module.resolve_percentages = resolved


def ask_once_for_the_flow(boxes: Any) -> None:
    """Tell by one look whether a box stands in the flow, and not by five questions."""

    def is_in_normal_flow(self: Any) -> bool:
        position = self.style["position"]
        return not (
            self.style["float"] in OUT_OF_FLOW["float"]
            or position in OUT_OF_FLOW["position"]
            or position[0] in NOTES
        )

    boxes.Box.is_in_normal_flow = is_in_normal_flow


def _tell_borders(box: Any, style: Any) -> None:
    """Give *box* its borders; those that collapse are known before, and stay."""
    collapse = style["border_collapse"] == "collapse"
    for name in BORDERS:
        if not (collapse and hasattr(box, name)):
            setattr(box, name, style[name])


def _is_fixed(style: Any) -> bool:
    """Return whether the lengths of *style* are the same wherever its boxes stand."""
    if style["box_sizing"] != "content-box" and style["border_collapse"] == "collapse":
        return False
    lengths = (style[name] for name in LENGTHS)  # one that is reckoned has no unit yet
    return all(one == "auto" or getattr(one, "unit", None) == "px" for one in lengths)
