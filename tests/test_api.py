"""What `import sheetsync` offers: the README's example runs, and frames say what the data says."""

import re
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

import sheetsync
from sheetsync.model import PLAN_FIELDS, DeadlineKind, Meaning
from sheetsync.new_folder import make_sample

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
DAY = date(2021, 5, 11)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api") / "my-plan"
    make_sample(folder)
    return folder


@pytest.fixture(scope="module")
def plan(folder: Path) -> sheetsync.OpenPlan:
    return sheetsync.open_plan(folder, today=DAY)


def test_the_readme_example_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(folder.parent)
    exec(example, {})
    printed = capsys.readouterr().out
    assert "Отдел организационной работы" in printed
    assert printed.splitlines()[-1] == "2021-05-15"


def test_a_plan_is_opened_as_of_a_day(plan: sheetsync.OpenPlan) -> None:
    assert (plan.today, plan.plan.year, len(plan.measures)) == (DAY, 2021, 24)
    assert {item.measure.row for item in plan.schedule} == {m.row for m in plan.measures}


@pytest.mark.parametrize("name", ["measures", "findings", "agenda", "schedule", "letters"])
def test_a_frame_has_a_row_for_each(plan: sheetsync.OpenPlan, name: str) -> None:
    rows = getattr(plan, name)
    assert len(rows.to_frame()) == len(rows) > 0


def test_a_frame_of_measures_has_each_column_of_a_plan(plan: sheetsync.OpenPlan) -> None:
    columns = plan.measures.to_frame().columns
    lacking = {field.part for field in PLAN_FIELDS} - {*columns}
    assert not lacking, f"Add these to `_MEASURES` of sheetsync/api.py: {lacking}"


def test_columns_are_typed(plan: sheetsync.OpenPlan) -> None:
    schedule = plan.schedule.to_frame()
    assert schedule["due"].dtype == "datetime64[s]"
    assert schedule["late_days"].dtype == "int64"
    late = schedule[schedule["state"] == "overdue"]
    assert list(late["due"]) == [
        pd.Timestamp(item.due) for item in plan.schedule if item.state == "overdue"
    ]


def test_rows_of_several_tabs_are_the_sheet_s_own(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "plan"))
    settings = (copy / "sheetsync.toml").read_text(encoding="utf-8")
    settings = settings.replace("[plan]\n", '[plan]\ntab = "*"\n')
    (copy / "sheetsync.toml").write_text(settings, encoding="utf-8")
    book = load_workbook(copy / "plan.xlsx")
    book.copy_worksheet(book["План"]).title = "Ещё"
    book.save(copy / "plan.xlsx")
    measures = sheetsync.open_plan(copy, today=DAY).measures.to_frame()
    one, other = (measures[measures["tab"] == tab] for tab in ("План", "Ещё"))
    assert list(one["row"]) == list(other["row"])
    assert len(one) == 24


def test_looking_leaves_nothing_behind(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    sheetsync.open_plan(folder, today=DAY)
    assert sorted(folder.rglob("*")) == before


def test_a_frame_without_rows_keeps_its_columns(plan: sheetsync.OpenPlan) -> None:
    none = type(plan.findings).of((), plan.findings._columns)
    assert list(none.to_frame().columns) == list(plan.findings.to_frame().columns)


def test_single_cells_are_read() -> None:
    deadline = sheetsync.read_deadline("апрель", 2021)
    assert (deadline.kind, deadline.due) == (DeadlineKind.MONTH, date(2021, 4, 30))
    parties = sheetsync.read_responsibles("Отдел кадров, УМЦ").parties
    assert [party.name for party in parties] == ["Отдел кадров", "УМЦ"]
    read = sheetsync.read_progress("выполнено 15.04", deadline, DAY)
    assert (read.meaning, read.on) == (Meaning.DONE, date(2021, 4, 15))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = sheetsync.nothing_like_it
