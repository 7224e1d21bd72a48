"""The screen that asks: one question on a page."""
