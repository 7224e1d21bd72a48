"""``settings`` and ``doctor`` on the gym's settings and its store, as an owner types them."""

from __future__ import annotations

from pathlib import Path

from tests import contract
from tests.running import Run


def write(home: Path, text: str) -> Path:
    path = home / ".config" / "posterior-chain" / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_without_a_file_all_is_as_usual_and_nothing_is_made(start: Run, home: Path) -> None:
    done = start("settings", XDG_CONFIG_HOME="")
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "settings.toml (not there)" in shown
    assert "quiz.lock_minutes     5 minutes (as usual)" in shown
    assert "guard      none yet" in shown
    assert not (home / ".config").exists()
    assert not (home / ".local" / "share").exists()


def test_every_setting_is_shown_as_it_is_used_and_each_wrong_line_named(
    run: Run, home: Path
) -> None:
    path = write(
        home,
        '[report]\ngym = "Northside"\nsize = "A5"\n[quiz]\nkit = ["band"]\nlock_minutes = 0\n'
        "[records]\nkeep_months = 24\nidle_minute = 3\n",
    )
    done = run("settings")
    assert done.returncode == 2
    shown = done.stdout.decode()
    for line in (
        "report.gym            Northside",
        "report.size           A4 (as usual)",
        "quiz.kit              Exercise band",
        "quiz.lock_minutes     5 minutes (as usual)",
        "records.keep_months   24 months",
    ):
        assert line in shown
    told = done.stderr.decode()
    assert f"{path}, line 3: report.size: 'A5' is not known" in told
    assert f"{path}, line 6: quiz.lock_minutes: must be a whole number from 1 to 60" in told
    assert f"{path}, line 9: records.idle_minute: unknown (did you mean 'idle_minutes'?)" in told
    doctor = run("doctor").stdout.decode()
    assert "TO DO   settings" in doctor
    assert "line 3: report.size" in doctor


def test_the_store_is_told_of_and_a_missing_backup_is_something_to_do(
    run: Run, tmp_path: Path
) -> None:
    import json

    from tests.contract import all_best

    document = {
        "questionnaire": "posterior-chain",
        "version": contract.VERSION,
        "answers": all_best(),
    }
    (tmp_path / "a.json").write_text(json.dumps(document))
    assert run("records", "add", "a.json").returncode == 0
    shown = run("settings").stdout.decode()
    assert "records    1 record of 1 client" in shown
    assert "none from here so far" in shown
    assert run("records", "backup", "b.jsonl").returncode == 0
    assert "backup     last on 20" in run("settings").stdout.decode()


def test_the_screen_needs_a_terminal_and_says_that_the_file_will_do(run: Run) -> None:
    done = run("settings", "--edit")
    assert done.returncode == 2
    assert b"can be changed by hand too" in done.stderr
    assert b"settings.toml" in done.stderr
