"""What ends or turns the conversation.

::

    PlainError
    ├── NotUnderstoodError      what was typed is no answer
    ├── BackError               the client goes back from a part of a page
    ├── LeftError               the client is done, or stops
    └── InputEndedError         nobody types any more
"""


class PlainError(Exception):
    """The conversation cannot go straight on."""


class NotUnderstoodError(PlainError):
    """What was typed is no answer; the message says what is, and can be shown."""


class BackError(PlainError):
    """The client wants to go back from a part of a page."""


class LeftError(PlainError):
    """The client is done or wants to stop; the message is what is left to say."""


class InputEndedError(PlainError):
    """There is no more input, and nobody to ask."""
