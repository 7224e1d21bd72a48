"""Ids of records and clients as they are typed, and completed."""

from __future__ import annotations

from typing import Literal

import click
from click.shell_completion import CompletionItem

SHORT_ID = 8
"""Characters at the end of an id: enough to name it, and few to type."""


class KnownId(click.ParamType[str]):
    """An id of the store; which ones there are is told to a shell alone."""

    name = "id"

    def __init__(self, *of: Literal["id", "client"]) -> None:
        self._of = of

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem[str]]:
        """Return the short ids that *incomplete* begins, each with the day of its screening."""
        from assessment.records.errors import BadAddressError
        from assessment.records.store.addresses import default_address, file_of
        from assessment.records.store.known_ids import known_ids

        try:
            path = file_of(default_address())
        except BadAddressError:
            return []
        return [
            CompletionItem(name[-SHORT_ID:], help=day)
            for kind in self._of
            for name, day in (known_ids(path, kind) if path else {}).items()
            if name[-SHORT_ID:].startswith(incomplete.lower())
        ]


RECORD_ID, CLIENT_ID = KnownId("id"), KnownId("client")
ANY_ID = KnownId("id", "client")
