"""The templates as Python code, compiled once and kept: that takes longer than to fill them."""

from __future__ import annotations

import marshal
from collections.abc import Callable, MutableMapping
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, PackageLoader, Template, TemplateNotFound

from questions.content_cache import read_cached


class CompiledTemplates(BaseLoader):
    """Loads the templates of the reports as code, compiled now or when the program last ran."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] | None = None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # as Jinja2 calls it
    ) -> Template:
        """Return the template *name*.

        Raises:
            TemplateNotFound: There is none of that name.
        """
        if self._code is None:
            edition = f"templates-jinja{version('jinja2')}"
            self._code = read_cached(edition, (files("reports"),), dict, _compiler(environment))
        if name not in self._code:
            raise TemplateNotFound(name)
        code = marshal.loads(self._code[name])  # noqa: S302  # our own, as kept.py makes sure
        return environment.template_class.from_code(environment, code, globals or {})


def _compiler(environment: Environment) -> Callable[[], dict[str, bytes]]:
    """Return a function that compiles every template for *environment*."""
    loader = PackageLoader("reports")

    def compiled() -> dict[str, bytes]:
        return {
            name: marshal.dumps(
                environment.compile(loader.get_source(environment, name)[0], name, name)
            )
            for name in loader.list_templates()
            if name.endswith(".html")
        }

    return compiled
