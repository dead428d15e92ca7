"""Which files are broken, and what is then asked of the program."""

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from sheetsync.new_folder import make_sample
from sheetsync.resources import data_path
from tests.drivers.mutations.mutate import mutated
from tests.sample import sample_grid
from tests.workbooks.foreign import foreign_workbook

FIRST, TODAY = "2021-05-11", "2021-05-12"
_BOOKS = 12
MARKS = "date\tnumber\tstatus\n2021-03-01\t2\tвыполнено\n2021-04-02\t5\tперенос на май\n"

WORDINGS = """\
[deadlines]
"как всегда" = "open"
"к слёту" = "до 15 мая"
[statuses]
"ок" = "выполнено"
"""
FLEET = """\
[fleet]
threads = 2
letters_at = "10:00"
summary = "sheet"
[plan]
timezone = "Europe/Moscow"
[mail]
server = "smtp.example.org"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One broken file in a folder, and the command line that meets it there."""

    seed: int
    file: str
    words: tuple[str, ...]


def make_ground(folder: Path) -> None:
    """A plan's folder after its first day, with papers to import and books of other programs."""
    make_sample(folder)
    day = ("run", "-C", str(folder), "--today", FIRST)
    subprocess.run([sys.executable, "-m", "sheetsync", *day], check=True, capture_output=True)
    rows = [[str(cell or "") for cell in row] for row in sample_grid().rows]
    (folder / "marks.tsv").write_text(MARKS, encoding="utf-8")
    (folder / "paper.docx").write_bytes(_document(rows))
    (folder / "paper.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    shutil.copyfile(data_path("config", "sample-plan.tsv"), folder / "paper.tsv")
    (folder / "wordings.toml").write_text(WORDINGS, encoding="utf-8")
    (folder / "fleet.toml").write_text(FLEET, encoding="utf-8")
    for seed in range(_BOOKS):
        (folder / f"book{seed}.xlsx").write_bytes(foreign_workbook(seed, folder)[0])


def case_in(folder: Path, seed: int) -> Case:
    """Break one file of the folder, by chance; the same seed breaks it in the same way."""
    chance = random.Random(seed)
    file, words = chance.choice(_KINDS)
    path = folder / file
    if file == "plan.xlsx" and chance.random() < 0.5:
        path.write_bytes((folder / f"book{chance.randrange(_BOOKS)}.xlsx").read_bytes())
    path.write_bytes(mutated(path.read_bytes(), chance))
    return Case(seed=seed, file=file, words=(*chance.choice(words), *_where(file)))


_DAY = ("--today", TODAY)
_PLAN_COMMANDS = (
    *(
        ("validate", "-C", ".", *_DAY),
        ("run", "-C", ".", *_DAY),
        ("overdue", "-C", ".", "--json", *_DAY),
    ),
    ("summary", "-C", ".", *_DAY),
    ("setup-sheet", "-C", ".", *_DAY),
)
_CONFIG_COMMANDS = (
    *(
        ("validate", "-C", ".", *_DAY),
        ("run", "-C", ".", "--dry-run", *_DAY),
        ("digest", "-C", ".", *_DAY),
    ),
    ("doctor", "-C", "."),
)
_PAPER_COMMANDS = (("import", "-o", "new.xlsx"), ("departments", "suggest"))
_KINDS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    *(("plan.xlsx", _PLAN_COMMANDS),) * 4,
    *(("paper.docx", _PAPER_COMMANDS),) * 2,
    *((name, _PAPER_COMMANDS) for name in ("paper.csv", "paper.tsv", "plan.xlsx")),
    *((name, _CONFIG_COMMANDS) for name in ("sheetsync.toml", "departments.toml", "columns.toml")),
    ("wordings.toml", (*_CONFIG_COMMANDS, ("wordings", "list", "-C", "."))),
    ("fleet.toml", (("fleet", "list", "-C", "."), ("fleet", "status", "-C", "."))),
    ("report.docx", (("report", "-C", ".", "--docx", "out.docx", *_DAY),)),
    (
        "marks.tsv",
        (
            (
                "simulate",
                "-C",
                ".",
                "--from",
                "2021-02-01",
                "--to",
                "2021-03-10",
                "--marks",
                "marks.tsv",
            ),
        ),
    ),
    (
        "sheetsync.db",
        (("run", "-C", ".", *_DAY), ("history", "-C", "."), ("outbox", "-C", ".", "list")),
    ),
)


def _where(file: str) -> tuple[str, ...]:
    return (file,) if file.startswith("paper") else ()


def _document(rows: list[list[str]]) -> bytes:
    from docx import Document

    document, file = Document(), BytesIO()
    document.add_paragraph("План мероприятий на 2021 год")
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    document.save(file)
    return file.getvalue()
