"""By the README alone, from nothing to the first rehearsal on an own plan, with nothing set up."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?ms)^```sh\n(.*?)^```", README)
ROWS = [
    ("№", "Мероприятие", "Сроки", "Ответственные"),
    ("1", "Провести слёт", "апрель", "Отдел кадров"),
    ("2", "Собрать отчёты", "до 31 апреля", "УМЦ"),
]


def plan_of_words(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def test_all_is_eight_commands_at_most() -> None:
    to_install, rehearse = BLOCKS[0], next(block for block in BLOCKS if "init" in block)
    commands = [word for word in re.split(r"\n|&&", to_install + rehearse) if word.strip()]
    assert len([command for command in commands if " demo " not in command]) <= 8


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")
@pytest.mark.parametrize("locale", ["C", "ru_RU.UTF-8"])
def test_the_readme_leads_to_a_rehearsal(tmp_path: Path, locale: str) -> None:
    """Without a home, a locale that is installed or any variable but these."""
    plan_of_words(tmp_path / "plan.docx")
    program = tmp_path / "bin" / "sheetsync"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sheetsync "$@"\n')
    program.chmod(0o755)
    block = next(block for block in BLOCKS if "init" in block)
    environment = {
        "PATH": f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "LANG": locale,
        "HOME": str(tmp_path / "home"),
    }
    done = subprocess.run(
        ["sh", "-euc", block], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    # The plan has a deadline that no month has: `validate` says so and ends with 5.
    assert (done.returncode, done.stderr.decode()) == (5, "")
    rest = block.split("sheetsync validate -C plan-2026\n")[1]
    done = subprocess.run(
        ["sh", "-euc", rest], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "letters" / "index.html").is_file()
    assert not (tmp_path / "home").exists()
