"""``start.py``: what an old Python is told, and that a bare one can run the rest."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
START = ROOT / "start.py"

pytestmark = pytest.mark.skipif(
    not START.exists(), reason="start.py is not beside the tests: this is the installed program"
)


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(3, 6), (3, 8), (3, 10)])
def test_an_old_python_is_told_which_one_is_needed(
    start: ModuleType, version: tuple[int, int]
) -> None:
    refusal = start.refusal(version)

    assert "needs Python 3.11 or newer" in refusal
    assert f"this is Python {version[0]}.{version[1]}." in refusal


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_newer_python_will_do(start: ModuleType, version: tuple[int, int]) -> None:
    assert start.refusal(version) is None


def test_an_old_python_can_read_start_py() -> None:
    """An annotation that is not in quotes is evaluated, and the old ones cannot."""
    tree = ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))

    annotations = [
        annotation
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for annotation in (function.returns, *(arg.annotation for arg in function.args.args))
        if annotation is not None
    ]
    assert annotations
    assert all(isinstance(annotation, (ast.Name, ast.Constant)) for annotation in annotations)


def test_start_py_asks_its_python_before_it_imports_the_rest() -> None:
    """The rest is written for Python 3.11."""
    tree = ast.parse(START.read_text(encoding="utf-8"))

    at_the_top = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [ast.unparse(node) for node in at_the_top] == ["import sys"]


def test_the_set_up_needs_nothing_but_python() -> None:
    files = [START, *(ROOT / "setting_up").rglob("*.py")]
    in_the_environment = {"launch.py", "open_store.py", "places.py"}
    files = [file for file in files if file.name not in in_the_environment]
    allowed = {*sys.stdlib_module_names, "setting_up", "pip"}  # pip: the one in vendor

    imported = {
        name.partition(".")[0]
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }
    assert "venv" in imported
    assert imported <= allowed


def test_start_py_and_the_set_up_agree_on_what_leads_to_foreign_code(start: ModuleType) -> None:
    from setting_up.layout import MISLEADING

    assert set(start.MISLEADING) <= set(MISLEADING)
