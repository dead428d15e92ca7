"""`setup-sheet` on a plan in a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.cli import cli
from sheetsync.new_folder import make_sample

LINE = (
    "Столбец E «Отметка о выполнении» {}добавлен: ответ можно выбрать из списка или написать "
    "своими словами."
)


def setup_sheet(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["setup-sheet", "-C", str(folder), *options])


def said(result: Result) -> str:
    """What it printed, however its lines were broken."""
    assert max(map(len, result.stdout.splitlines())) <= 80
    return " ".join(result.stdout.split())


def headers(folder: Path) -> list[object]:
    sheet = load_workbook(folder / "plan.xlsx")["План"]
    assert isinstance(sheet, Worksheet)
    return [cell.value for cell in sheet[3]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample plan without its status column."""
    make_sample(tmp_path / "plan")
    path = tmp_path / "plan" / "plan.xlsx"
    book = load_workbook(path)
    sheet = book["План"]
    assert isinstance(sheet, Worksheet)
    sheet.delete_cols(5)
    book.save(path)
    return path.parent


def test_a_rehearsal_leaves_the_file_as_it_is(folder: Path) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    result = setup_sheet(folder, "--dry-run")
    assert LINE.format("будет ") in said(result)
    assert (folder / "plan.xlsx").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir() if "db" in path.suffix) == []


def test_the_column_is_added_once(folder: Path) -> None:
    assert said(setup_sheet(folder)) == LINE.format("")
    assert headers(folder)[4] == "Отметка о выполнении"
    assert setup_sheet(folder).stdout == "Лист готов: менять нечего.\n"


def test_a_day_runs_with_it(folder: Path) -> None:
    setup_sheet(folder)
    result = CliRunner().invoke(cli, ["run", "-C", str(folder), "--today", "2021-05-11"])
    assert result.exit_code == 0
    assert headers(folder)[4] == "Отметка о выполнении"


def test_undo_says_what_to_do_by_hand(folder: Path) -> None:
    result = setup_sheet(folder, "--undo")
    assert (result.exit_code, "удалите его" in result.stderr) == (2, True)
