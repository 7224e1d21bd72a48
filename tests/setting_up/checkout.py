"""A checkout of one's own to set up in, so that the real .venv is left alone."""

import shutil
from pathlib import Path
from types import ModuleType

import pytest


def use(folder: Path, modules: list[ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let *modules* of ``setting_up`` work in *folder*, which gets locks and a pip of its own."""
    from setting_up.layout import ROOT

    folder.mkdir()
    for name in ("requirements.lock", "requirements-server.lock", "requirements-dev.lock"):
        (folder / name).write_text(f"# {name}\n")
    shutil.copytree(ROOT / "vendor", folder / "vendor")
    for module in modules:
        for name, value in list(vars(module).items()):
            if isinstance(value, Path) and value.is_relative_to(ROOT):
                monkeypatch.setattr(module, name, folder / value.relative_to(ROOT))
