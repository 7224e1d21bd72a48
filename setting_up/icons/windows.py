"""Starters for Windows: links in the Start menu and on the desktop, made by PowerShell."""

import base64
import re
import shutil
import subprocess
from pathlib import Path

from setting_up.icons.starters import PICTURES, STARTERS, Starter, command_of
from setting_up.layout import ROOT
from setting_up.words import SetUpError

PLACES = ("Programs", "Desktop")
"""What Windows calls the folders; it knows where they are, also where a company moved them."""
QUOTES = re.compile("['\N{LEFT SINGLE QUOTATION MARK}-\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}]")
"""All of these, U+2018 to U+201B, end a quoted text in PowerShell."""

HEAD = """\
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$shell = New-Object -ComObject WScript.Shell
"""
ADD = """\
$folder = [Environment]::GetFolderPath({place})
if ($folder) {{
  $file = Join-Path $folder {file}
  $link = $shell.CreateShortcut($file)
  $link.TargetPath = {python}
  $link.Arguments = {arguments}
  $link.WorkingDirectory = {folder}
  $link.IconLocation = {icon}
  $link.Description = {comment}
  $link.Save()
  $file
}}
"""
FIND = """\
$folder = [Environment]::GetFolderPath({place})
if ($folder) {{
  $file = Join-Path $folder {file}
  if (Test-Path -LiteralPath $file) {{
    if ($shell.CreateShortcut($file).Arguments -eq {arguments}) {{ $file }}
  }}
}}
"""
NOT_DONE = "Windows did not do as asked with the starters: {why}"


def add() -> list[Path]:
    """Make the starters and return their files."""
    return _run(script_of(ADD))


def find(root: Path = ROOT) -> list[Path]:
    """Return the starters of the program in *root*."""
    return _run(script_of(FIND, root))


def remove(root: Path = ROOT) -> list[Path]:
    """Remove the starters of the program in *root*, and no others; return what they were."""
    removed = find(root)
    for file in removed:
        file.unlink()
    return removed


def script_of(template: str, root: Path = ROOT) -> str:
    """Return a script for PowerShell that does *template* for every starter in every place."""
    return HEAD + "".join(
        template.format(place=quoted(place), **_words(starter, root))
        for starter in STARTERS
        for place in PLACES
    )


def _words(starter: Starter, root: Path) -> dict[str, str]:
    python, *arguments = command_of(starter, root)
    return {
        "file": quoted(f"{starter.name}.lnk"),
        "python": quoted(python),
        "arguments": quoted(subprocess.list2cmdline(arguments)),
        "folder": quoted(str(root)),
        "icon": quoted(str(PICTURES / f"{starter.file}.ico")),
        "comment": quoted(starter.comment),
    }


def quoted(text: str) -> str:
    """Return *text* as PowerShell takes it literally."""
    return "'" + QUOTES.sub(r"\g<0>\g<0>", text) + "'"


def _run(script: str) -> list[Path]:
    """Run *script* and return the files that it names.

    Raises:
        SetUpError: It did not work, with the words of PowerShell.
    """
    encoded = base64.b64encode(script.encode("utf-16-le")).decode("ascii")
    powershell = shutil.which("powershell") or "powershell"
    done = subprocess.run(
        [powershell, "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise SetUpError(NOT_DONE.format(why=" ".join(done.stderr.split())[:500]))
    return [Path(line) for line in done.stdout.splitlines() if line]
