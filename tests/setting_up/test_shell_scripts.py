"""Every shell script of the project, and each that start.py writes, is what shellcheck asks for."""

import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("setting_up", reason="start.py is not beside the tests")

from setting_up import environment, layout
from setting_up.icons import macos
from setting_up.icons.starters import STARTERS

ODD = Path('/gym/Jörg\'s "new" gym: 100 %')


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="no shellcheck")
def test_shell_scripts_are_sound(tmp_path: Path) -> None:
    scripts = [layout.ROOT / ".ci/run"]
    for name, text in {
        "posterior-chain": environment.SHELL_SCRIPT,
        "quiz.command": macos.script_of(STARTERS[0], ODD),
    }.items():
        scripts.append(tmp_path / name)
        scripts[-1].write_text(text, encoding="utf-8")

    done = subprocess.run(
        ["shellcheck", "--severity=style", *scripts],  # noqa: S607
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stdout == ""
    assert done.returncode == 0
