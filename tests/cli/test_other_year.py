"""Last year's plan left as the first tab is not read in silence."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Call, data
from tests.cli.small_plan import small_plan

ROW = ("1", "Провести слёт", "май", "УМЦ", "")


def test_last_years_tab_is_refused_for_the_one_that_fits(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path, ROW, year=2022, title="План мероприятий на 2021 год")
    book = load_workbook(folder / "plan.xlsx")
    book.copy_worksheet(book["План"]).title = "План 2022"
    book.save(folder / "plan.xlsx")
    result = call("run", "-C", folder, "--today", "2022-06-06")
    assert result.exit_code == 5
    assert 'впишите в раздел [plan] строку tab = "План 2022"' in result.stderr
    assert not (folder / "outbox").exists()
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8").replace("[plan]", '[plan]\ntab = "План 2022"')
    settings.write_text(text, encoding="utf-8")
    assert call("run", "-C", folder, "--today", "2022-06-06").exit_code == 0


def test_a_plan_of_another_year_is_read_once_a_person_says_so(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path, ROW, year=2022, title="План мероприятий на 2021 год")
    result = call("run", "-C", folder, "--today", "2022-02-01")
    assert (result.exit_code, "похоже, это не тот план" in result.stderr) == (5, True)
    assert call("run", "-C", folder, "--today", "2022-02-01", "--accept").exit_code == 0
    assert call("run", "-C", folder, "--today", "2022-02-02").exit_code == 0


def test_a_heading_of_another_year_is_an_error_of_the_plan(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path, ROW, year=2022, title="План мероприятий на 2021 год")
    result = call("validate", "-C", folder, "--today", "2022-02-01", "--json")
    assert result.exit_code == 5
    (found,) = [each for each in data(result)["findings"] if each["severity"] == "error"]
    assert (found["code"], found["row"]) == ("plan-other-year", 1)
