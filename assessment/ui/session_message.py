"""What the screens of one client tell whoever leads from screen to screen."""

from __future__ import annotations

from textual.message import Message


class SessionMessage(Message):
    """A step of one client; each screen has its own kinds."""
