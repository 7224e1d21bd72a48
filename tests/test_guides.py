"""README and the pages beside it: each command is told of, and each example does what it says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from assessment.cli.program import command
from assessment.cli.streams.exits import EXIT_STATUSES
from assessment.exchange.answers_document import sheet_of
from assessment.exchange.plan_changes_document import plan_changes_of
from assessment.settings.reading import read_settings
from questions.questionnaire import Questionnaire
from tests.commands.test_help import COMMANDS, Told, options_of
from tests.conftest import everyday_and_heavy
from tests.docs_pages import DOCS, ROOT, WITH_DOCS
from tests.running import Run

pytestmark = WITH_DOCS

PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))
FENCED = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
PROGRAM, START = "posterior-chain", "python3 start.py"
RECORD, CLIENT = "1f0c93ab", "c0ffee12"
"""Ids in the examples; the test puts those of its own store there."""
SECRETS = {"seal": b"copper ladder autumn violin\n" * 5}
PIN = b"4711\n" * 5
NOT_RUN = ("desk", "enter", "check-rules")
"""Commands that talk with a person, and the walk, which takes minutes; each has its own tests."""
FINDS = ("doctor",)
"""Commands that end with 1 where they find something to do on this computer."""
SLOW = re.compile(r"^(report|paper|seal|doctor|records export c)")


@cache
def sections() -> tuple[str, ...]:
    """Return the text under each heading of every page."""
    texts = [re.split(r"^#+ .*$", page.read_text("utf-8"), flags=re.MULTILINE) for page in PAGES]
    return tuple(part for text in texts for part in text)


@pytest.mark.parametrize("told", COMMANDS, ids=lambda told: told.name)
def test_a_section_tells_of_each_command_and_its_options(told: Told) -> None:
    name = f"{PROGRAM} {told.name}".strip()
    about = [one for one in sections() if re.search(rf"`?{name}(?![\w-])", one)]
    assert about, f"{name} stands nowhere in README.md or docs/"
    named = {option for one in about for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", one)}
    assert [one.opts for one in options_of(told) if named.isdisjoint(one.opts)] == []


def test_readme_links_each_page_once() -> None:
    linked = Counter(re.findall(r"\]\((docs/[\w-]+\.md)", PAGES[0].read_text("utf-8")))
    assert linked == {f"docs/{page.name}": 1 for page in PAGES[1:]}


def test_the_exit_statuses_are_told_of() -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    for status, means in EXIT_STATUSES.items():
        assert f"| {status} | {means} |\n" in text


def typed_in(page: Path) -> Iterator[list[str]]:
    """Yield what the examples of *page* type, as words."""
    for block in FENCED.finditer(page.read_text("utf-8")):
        for line in block["text"].splitlines() if not block["kind"] else ():
            yield shlex.split(line, comments=True)


def quoted_in(page: Path) -> Iterator[list[str]]:
    """Yield the commands that stand in the sentences of *page*."""
    text = FENCED.sub("", page.read_text("utf-8"))
    for code in re.findall(r"`(posterior-chain(?: [^`]+)?)`", text):
        yield code.split("|")[0].replace("\\", "").split()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_typed_is_a_command_with_options_that_it_has(page: Path) -> None:
    from setting_up.commands import COMMANDS as START_COMMANDS  # not in an installed wheel

    for words in (*typed_in(page), *quoted_in(page)):
        if words[0] == PROGRAM:
            check_words(words[1:])
        else:
            assert " ".join(words[:2]) == START, words
            assert not words[2:] or words[2] in {*START_COMMANDS, "--help"}, words


def test_what_start_py_can_do_is_told_of() -> None:
    from setting_up.commands import HELP  # not in an installed wheel

    told = "".join(page.read_text("utf-8") for page in (*PAGES, ROOT / "CONTRIBUTING.md"))
    named = re.findall(r"start\.py ([a-z]+)", HELP) + re.findall(r"--[a-z-]+", HELP)
    assert [word for word in named if not re.search(rf"start\.py.* {word}\b|`{word}\b", told)] == []


def check_words(words: list[str]) -> None:
    """Make sure that *words* name a command, and options of it."""
    found: click.Command = command
    options = {"--help", "--version", "--plain"}
    for word in words:
        if word.startswith("-") and len(word) > 1:
            assert word in options, words
        elif isinstance(found, click.Group):
            below = found.get_command(click.Context(found), word)
            assert below, words
            found = below
            options = {name for one in found.params for name in one.opts} | {"--help"}


@pytest.mark.parametrize("is_slow", everyday_and_heavy([False], True))
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_run(run: Run, tmp_path: Path, page: Path, is_slow: bool) -> None:
    examples = [words[1:] for words in typed_in(page) if words[0] == PROGRAM]
    chosen = [
        words for words in examples if words[0] not in NOT_RUN and (is_slow or not slow(words))
    ]
    if not chosen or (is_slow and not any(map(slow, chosen))):
        return
    ids = filled_store(run, tmp_path)
    for words in chosen:
        result = run(*(ids.get(word, word) for word in words), stdin=SECRETS.get(words[0], PIN))
        statuses = (0, 1) if words[0] in FINDS else (0,)
        assert result.returncode in statuses, (words, result.stderr.decode())


def slow(words: list[str]) -> bool:
    return bool(SLOW.match(" ".join(words)))


def filled_store(run: Run, folder: Path) -> dict[str, str]:
    """Make a store with a client who needs a clearance; return the ids of the examples."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    document = json.loads((folder / "examples" / "desk-worker.json").read_text("utf-8"))
    document["answers"]["recent_surgery"] = "yes"
    assert run("records", "pin", stdin=PIN).returncode == 0
    added = run("records", "add", "-", stdin=json.dumps(document).encode())
    listed = run("records", "list", stdin=PIN)
    return {RECORD: added.stdout.decode().strip(), CLIENT: listed.stdout.decode()[:8]}


def test_the_documents_and_settings_of_the_pages_are_right(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    kinds = Counter[str]()
    for page in PAGES:
        for block in FENCED.finditer(page.read_text("utf-8")):
            kinds[block["kind"]] += 1
            if block["kind"] == "json":
                document = json.loads(block["text"])
                if "changes" in document:
                    assert plan_changes_of(document)
                else:
                    assert sheet_of(document, questionnaire).given
            if block["kind"] == "toml":
                assert tomllib.loads(block["text"])
                path = tmp_path / "settings.toml"
                path.write_text(block["text"], encoding="utf-8")
                assert read_settings(path).every_fault == ()
    assert min(kinds["json"], kinds["toml"]) > 0
    assert set(kinds) == {"", "json", "toml", "mermaid"}
