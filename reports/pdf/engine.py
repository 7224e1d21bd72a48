"""WeasyPrint, brought in quickly, quietly and with no fonts but the bundled ones."""

from __future__ import annotations

import ctypes.util
import io
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.sax.saxutils import escape

from reports.errors import PdfUnavailableError, ReportError
from reports.pdf import typeface
from reports.pdf.weasyprint_patches import take_shortcuts

HOW_TO_ADD_PANGO = {
    "linux": (
        "On Debian and Ubuntu:\n"
        "    sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "On other systems install the package pango."
    ),
    "darwin": "Install Homebrew from https://brew.sh, then type:\n    brew install pango",
    "win32": (
        "1. Install MSYS2 from https://www.msys2.org\n"
        "2. Open its window MSYS2 UCRT64 and type:\n"
        "    pacman -S mingw-w64-ucrt-x86_64-pango\n"
        "3. Start posterior-chain again."
    ),
}
"""By ``sys.platform``; any other platform reads the text for Linux."""

NO_PDF = (
    "No PDF can be made here yet: a library of the system is missing ({reason}). "
    "The report can be saved as HTML instead.\n{how}"
)


SELDOM_USED = ("fontTools.subset", "fontTools.varLib.instancer")
"""A third of the time that importing takes. The first cuts fonts where HarfBuzz-Subset is
missing, the second is for variable fonts, and ours are none."""


@cache
def weasyprint() -> Any:
    """Return the package WeasyPrint.

    It loads its libraries by their own names first; where these are not found, cffi starts
    dozens of compiler and linker processes to look for other names. On Linux no such name
    leads anywhere, so that search is switched off meanwhile.

    Raises:
        PdfUnavailableError: A library is missing on this computer.
        ReportError: There is no folder for temporary files.
    """
    search = ctypes.util.find_library
    try:
        if sys.platform.startswith("linux"):
            ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
        # It warns of a faster library and of fonts, which do not matter here, and prints how to
        # install itself on standard output, which belongs to whoever called us.
        with (
            only_our_fonts(),
            warnings.catch_warnings(),
            redirect_stdout(io.StringIO()),
            _imported_when_called(SELDOM_USED),
        ):
            warnings.simplefilter("ignore")
            import weasyprint
            import weasyprint.text.fonts
            from PIL import ImageFile
    except (ImportError, OSError) as error:
        how = HOW_TO_ADD_PANGO.get(sys.platform, HOW_TO_ADD_PANGO["linux"])
        reason = str(error).partition("\n")[0]
        raise PdfUnavailableError(NO_PDF.format(reason=reason, how=how)) from error
    finally:
        ctypes.util.find_library = search
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint would print half a logo
    take_shortcuts(weasyprint)
    return weasyprint


@contextmanager
def only_our_fonts() -> Iterator[None]:
    """Let Fontconfig see the bundled fonts and no others.

    So no computer adds its own to a page, and none has to go through all that it has first.

    Raises:
        ReportError: There is no folder for temporary files.
    """
    try:
        scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        settings = Path(scratch.name) / "fonts.conf"
        settings.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
            f"<fontconfig><dir>{escape(str(typeface.folder()))}</dir>"
            f"<cachedir>{escape(scratch.name)}</cachedir></fontconfig>",
            encoding="utf-8",
        )
    except OSError as error:
        raise ReportError(
            f"No PDF was made: no temporary file can be written ({error.strerror})."
        ) from error
    with scratch, environment("FONTCONFIG_FILE", str(settings)):
        yield


@contextmanager
def environment(name: str, value: str) -> Iterator[None]:
    """Set the environment variable *name* to *value* meanwhile."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


@contextmanager
def _imported_when_called(names: tuple[str, ...]) -> Iterator[None]:
    """Let who imports the modules *names* take functions of theirs that import them when called.

    ``importlib.util.LazyLoader`` would load them at ``from module import function``.
    """
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update({name: _stand_in(name) for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    def later(attribute: str) -> Any:
        return lambda *given, **named: getattr(import_module(name), attribute)(*given, **named)

    module = ModuleType(name)
    module.__getattr__ = later  # type: ignore[method-assign]  # PEP 562
    return module
