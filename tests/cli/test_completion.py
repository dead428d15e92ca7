"""The shell completes commands and options."""

import os
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from sheetsync.cli import cli

PROGRAM = [sys.executable, "-m", "sheetsync"]


def completed(**environment: str) -> list[str]:
    """What the program answers to a shell that asks for completions."""
    done = subprocess.run(
        PROGRAM, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_a_script(shell: str) -> None:
    script = CliRunner().invoke(cli, ["completion", shell]).stdout
    assert f"{shell}_complete" in script
    assert "_SHEETSYNC_COMPLETE" in script


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_takes_its_script() -> None:
    script = CliRunner().invoke(cli, ["completion", "bash"]).stdout
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_powershell_is_answered_with_commands_and_what_they_do() -> None:
    answers = completed(
        _SHEETSYNC_COMPLETE="powershell_complete", COMP_WORDS="sheetsync\nover", COMP_WORD="over"
    )
    assert answers == ["overdue\tПоказать просроченное, близкое и ждущее."]


def test_options_are_completed_behind_a_command() -> None:
    answers = completed(
        _SHEETSYNC_COMPLETE="powershell_complete", COMP_WORDS="sheetsync\nrun", COMP_WORD="--dr"
    )
    assert [answer.split("\t")[0] for answer in answers] == ["--dry-run"]


def test_another_shell_is_refused() -> None:
    assert CliRunner().invoke(cli, ["completion", "csh"]).exit_code == 2
