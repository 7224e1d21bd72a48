"""From which size on a terminal is called narrow or wide, short or tall; the styles name these."""

from __future__ import annotations

from pathlib import Path

STYLES = Path(__file__).parent.parent / "styles"
APP_STYLES = STYLES / "app.tcss"
"""What every screen shares; each brings its own as well."""
WIDTHS = [(0, "-slim"), (60, "-narrow"), (76, "-normal"), (110, "-wide")]
HEIGHTS = [(0, "-short"), (24, "-medium"), (36, "-tall")]
"""Columns and rows from which the styles call a terminal so."""
