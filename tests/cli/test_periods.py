"""A plan of another period than a calendar year lives in its own days."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call, data
from tests.cli.small_plan import HEADER, small_plan

_TO = 'addresses = ["head@example.org"]'
SCHOOL = ("2025-09-01", "2026-05-31")
ROWS = (
    ("1", "День знаний", "1.09", "УМЦ"),
    ("2", "День учителя", "октябрь", "УМЦ"),
    ("3", "Новогодние праздники", "декабрь-январь", "Отдел кадров"),
    ("4", "Субботник", "апрель", "УМЦ"),
    ("5", "Итоги года", "май 2026", "Отдел кадров"),
    ("6", "Дежурство", "в течение года", "УМЦ"),
    ("7", "Олимпиада", "по плану департамента", "Отдел кадров"),
)


def planned(folder: Path, period: tuple[str, str], *rows: object, title: str = "") -> Path:
    small_plan(folder, *rows, title=title)  # type: ignore[arg-type]
    settings = folder / "sheetsync.toml"
    days = "starts = {}\nends = {}".format(*period)
    settings.write_text(settings.read_text(encoding="utf-8").replace("year = 2021", days), "utf-8")
    return folder


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return planned(tmp_path / "school", SCHOOL, *ROWS)


def days_of(letters: list[dict[str, object]]) -> Iterator[str]:
    return (str(letter["date"]) for letter in letters)


def test_a_school_year_is_told_from_september_to_may(school: Path, call: Call) -> None:
    letters = data(
        call("simulate", "-C", school, "--from", "2025-08-01", "--to", "2026-08-31", "--json")
    )
    days = sorted(set(days_of(letters)))
    assert days[0] == "2025-09-01"
    assert days[-1] <= "2026-06-30"
    closing = [letter for letter in letters if letter["date"] > "2026-05-31"]
    assert {letter["kind"] for letter in closing} <= {"between", "coordinator", "chair"}
    stages = {item["stage"] for letter in letters for item in letter["items"]}
    assert {"pulse-Q1", "pulse-Q2", "close-1", "close-2", "ask-02"} <= stages
    assert not {"pulse-Q3", "ask-10"} & stages


def test_every_command_calls_the_plan_by_its_period(school: Path, call: Call) -> None:
    day = ("-C", school, "--today", "2025-10-06")
    said = (call("validate", *day), call("run", "--dry-run", *day), call("overdue", *day))
    assert all("План 2025/2026" in each.stdout for each in said)


def test_without_days_a_simulation_goes_through_the_plan(school: Path, call: Call) -> None:
    months = {day[:7] for day in days_of(data(call("simulate", "-C", school, "--json")))}
    assert {"2025-09", "2026-05"} <= months
    assert min(months) == "2025-09"


def test_every_word_is_read_in_the_school_year(school: Path, call: Call) -> None:
    items = data(call("overdue", "-C", school, "--today", "2025-10-06", "--all", "--json"))["items"]
    due = {item["number"]: item["due"] for item in items}
    assert due["3"] == "2026-01-31"
    assert due["4"] == "2026-04-30"
    assert due["6"] == "2026-05-31"


def test_a_month_that_the_period_lacks_is_a_finding(tmp_path: Path, call: Call) -> None:
    folder = planned(tmp_path / "school", SCHOOL, ("1", "Лагерь", "июль", "УМЦ"))
    codes = [f["code"] for f in data(call("validate", "-C", folder, "--json"))["findings"]]
    assert "deadline-outside-period" in codes


def test_a_month_of_a_programme_is_asked_about_unless_its_section_names_the_year(
    tmp_path: Path, call: Call
) -> None:
    rows = (
        ("1", "Форум", "май", "УМЦ"),
        ("Мероприятия 2026 года",),
        ("2", "Слёт", "май", "УМЦ"),
    )
    folder = planned(tmp_path / "programme", ("2024-01-01", "2027-12-31"), *rows)
    found = data(call("validate", "-C", folder, "--json"))["findings"]
    assert [f["row"] for f in found if f["code"] == "deadline-which-year"] == [2]
    items = data(call("overdue", "-C", folder, "--all", "--json"))["items"]
    assert {i["number"]: i["due"] for i in items}["2"] == "2026-05-31"


@pytest.mark.parametrize(
    ("status", "on"), [("проведён 15.12", "2025-12-15"), ("проведён 15.03", "2026-03-15")]
)
def test_a_day_without_a_year_lies_in_the_school_year(
    tmp_path: Path, call: Call, status: str, on: str
) -> None:
    folder = planned(tmp_path / "s", SCHOOL, ("1", "Слёт", "в течение года", "УМЦ", status))
    found = data(call("validate", "-C", folder, "--today", "2026-05-20", "--json"))
    assert [f["code"] for f in found["findings"] if f["code"].startswith("progress")] == [], on


def test_a_contradiction_with_the_title_is_told(tmp_path: Path, call: Call) -> None:
    folder = small_plan(tmp_path / "q", ROWS[1], year=2026, title="План на IV квартал 2026 года")
    (found,) = [
        f
        for f in data(call("validate", "-C", folder, "--json"))["findings"]
        if f["code"] == "plan-other-period"
    ]
    assert "starts = 2026-10-01, ends = 2026-12-31" in found["suggestion"]


@pytest.mark.parametrize(
    ("period", "following"),
    [
        (SCHOOL, ("2026-09-01", "2027-05-31")),
        (("2026-04-01", "2026-06-30"), ("2026-07-01", "2026-09-30")),
        (("2024-01-01", "2027-12-31"), ("2028-01-01", "2031-12-31")),
    ],
)
def test_a_rollover_makes_the_following_period(
    tmp_path: Path, call: Call, period: tuple[str, str], following: tuple[str, str]
) -> None:
    folder = planned(tmp_path / "old", period, *ROWS)
    target = tmp_path / "new"
    assert call("rollover", "-C", folder, target).exit_code == 0
    settings = (target / "sheetsync.toml").read_text(encoding="utf-8")
    assert f"starts = {following[0]}" in settings
    assert f"ends = {following[1]}" in settings


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("starts = 2025-09-01", "вместе"),
        ("starts = 2025-09-01\nends = 2025-08-31", "раньше"),
        ("year = 2021\nstarts = 2025-09-01\nends = 2026-05-31", "уберите одно"),
    ],
)
def test_a_period_that_contradicts_itself_is_told(
    tmp_path: Path, call: Call, days: str, words: str
) -> None:
    folder = small_plan(tmp_path / "p", ROWS[0])
    settings = folder / "sheetsync.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("year = 2021", days), "utf-8")
    result = call("validate", "-C", folder)
    assert (result.exit_code, words in result.stderr) == (3, True)


def test_the_period_of_the_title_is_proposed(tmp_path: Path, call: Call) -> None:
    rows = ("№\tМероприятие\tСроки\tОтветственные", "1\tСлёт\tмай\tУМЦ")
    plan = tmp_path / "plan.tsv"
    plan.write_text("\n".join(("План на 2025/2026 учебный год", *rows)), encoding="utf-8")
    imported = call("import", plan, "-o", tmp_path / "plan.xlsx")
    assert "starts = 2025-09-01, ends = 2026-05-31" in " ".join(imported.stdout.split())
    folder = tmp_path / "folder"
    who = ("--coordinator", "К <c@example.org>", "--yes")
    call("init", folder, "--plan", plan, *who)
    settings = (folder / "sheetsync.toml").read_text(encoding="utf-8")
    assert "\nstarts = 2025-09-01\nends = 2026-05-31\n" in settings
    assert "\n# year = " in settings


def test_a_composed_school_plan_is_told_in_its_months(
    shared: Path, tmp_path: Path, call: Call
) -> None:
    rows = (shared / "corpus/plans_composed/07-school-academic.tsv").read_text(encoding="utf-8")
    plan, folder = tmp_path / "plan.tsv", tmp_path / "school"
    plan.write_text(f"План школы на 2021/2022 учебный год\n{rows}", encoding="utf-8")
    call("init", folder, "--plan", plan, "--coordinator", "К <c@example.org>", "--yes")
    roster = folder / "departments.toml"
    drafted = roster.read_text(encoding="utf-8").replace("addresses = []", _TO)
    roster.write_text(drafted, encoding="utf-8")
    span = ("--from", "2021-08-01", "--to", "2022-08-31")
    days = list(days_of(data(call("simulate", "-C", folder, *span, "--json"))))
    assert min(days) == "2021-09-01"
    # «Выпускной» is in June, so the plan is: a month later it is closed.
    assert max(days) <= "2022-07-31"
    assert {"2021-10", "2022-04", "2022-05"} <= {day[:7] for day in days}


def test_quarters_of_one_year_share_a_workbook(tmp_path: Path, call: Call) -> None:
    row = ("1", "Слёт", "до 15.03.2026", "УМЦ")
    first = planned(tmp_path / "I", ("2026-01-01", "2026-03-31"), row)
    assert call("rollover", "-C", first, tmp_path / "II").exit_code == 0
    assert call("rollover", "-C", tmp_path / "II", tmp_path / "III").exit_code == 0
    path = first / "plan.xlsx"
    for title, month in (("План II квартал 2026", "06"), ("План III квартал 2026", "09")):
        book = load_workbook(path)
        sheet = book.create_sheet(title)
        for cells in (HEADER, (*row[:2], f"до 15.{month}.2026", "УМЦ")):
            sheet.append(cells)
        book.save(path)
    for quarter in ("I", "II", "III"):
        day = {"I": "2026-03-02", "II": "2026-06-01", "III": "2026-09-01"}[quarter]
        assert call("run", "-C", tmp_path / quarter, "--today", day).exit_code == 0
    summaries = [title for title in load_workbook(path).sheetnames if title.startswith("Сводка")]
    assert summaries == ["Сводка", "Сводка II квартал 2026", "Сводка III квартал 2026"]


def test_words_are_explained_in_the_days_of_the_folder_s_plan(school: Path, call: Call) -> None:
    due = data(call("explain", "deadlines", "апрель", "-C", school, "--json"))["due"]
    on = data(call("explain", "progress", "перенос на 15.02", "-C", school, "--json"))["on"]
    assert (due, on) == ("2026-04-30", "2026-02-15")
    other = call("explain", "deadlines", "апрель", "-C", school, "--year", "2030", "--json")
    assert data(other)["due"] == "2030-04-30"
    day = call("explain", "progress", "готово 15.03.2016", "-C", school, "--year", "2016", "--json")
    assert data(day)["on"] == "2016-03-15"
