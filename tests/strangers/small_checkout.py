"""A checkout of one's own whose parts are two tiny wheels, set up by the real ``start.py``."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.surroundings import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
TELL = """
import sys, click, questions
def main():
    "Help."
    assert main.__doc__ == "Help."
    print(sys.argv, click.__file__, questions.__file__, sep="\\n")
    return 0 if main.__doc__ and not sys.flags.inspect else 1
"""


class Checkout:
    """The program in *folder*, and a person who starts it with settings of their own."""

    def __init__(self, folder: Path, shop: Path) -> None:
        """Put a program with little in it into *folder*; its parts are to be had in *shop*."""
        folder.mkdir(parents=True)
        self.folder = folder
        self.shop = shop
        for name in ("start.py", "setting_up", "vendor"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)
        for name, content in {
            "assessment/__init__.py": "",
            "assessment/cli/__init__.py": TELL,
            "assessment/cli/program.py": "",
            "questions/__init__.py": "",
        }.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
        parts = [part(shop, "click", "9.0"), part(shop, "tinypart", "1.0")]
        for name in ("requirements.lock", "requirements-server.lock", "requirements-dev.lock"):
            (folder / name).write_text("".join(parts))

    @property
    def command(self) -> Path:
        """The command in ``.venv``."""
        return self.folder / ".venv/bin/posterior-chain"

    def run(self, *command: str | Path, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run *command* with *settings* in the environment; nothing of this computer is known."""
        empty = self.shop / "empty"
        empty.mkdir(exist_ok=True)
        return subprocess.run(
            command,
            env={"HOME": str(empty), "PATH": os.defpath, "PIP_NO_INDEX": "1", **settings},
            cwd=empty,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=PATIENCE_S,
        )

    def start(self, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run ``start.py``, with the parts in reach and no package manager."""
        return self.run(
            sys.executable,
            self.folder / "start.py",
            *arguments,
            **{"PIP_FIND_LINKS": str(self.shop), "PATH": str(self.shop / "empty"), **settings},
        )


def part(shop: Path, name: str, version: str) -> str:
    """Put a wheel into *shop* that holds one module; return its line in a lock."""
    shop.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{file},sha256={_digest(content)},{len(content)}\n" for file, content in files.items()
    )
    wheel = shop / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return f"{name}=={version} \\\n    --hash=sha256:{_sha256(wheel)}\n"


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
