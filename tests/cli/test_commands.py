"""What the commands print, for people and for machines."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call, data
from tests.cli.small_plan import small_plan


def test_validate_says_the_place_and_what_to_write(folder: Path, call: Call) -> None:
    _write(folder, "C4", "до 31 апреля")
    result = call("validate", "-C", folder, "--today", "2021-05-04")
    assert result.exit_code == 5
    assert "Ошибка: строка 4, столбец C «Сроки» (п. 1)" in result.stdout
    assert "в апреле 30 дней" in result.stdout


def test_a_finding_as_data(folder: Path, call: Call) -> None:
    _write(folder, "D4", "Отдел огранизационной работы")
    found = data(call("validate", "-C", folder, "--today", "2021-05-04", "--json"))
    (finding,) = [f for f in found["findings"] if f["severity"] == "warning"]
    assert finding == {
        "code": "responsible-similar",
        "severity": "warning",
        "row": 4,
        "column": "D",
        "header": "Ответственные",
        "number": "1",
        "sentence": "«Отдел огранизационной работы» похоже на «Отдел организационной работы».",
        "suggestion": "Исправьте или подтвердите, что это одно и то же.",
    }


def test_an_item_as_data(made: Path, call: Call) -> None:
    found = data(call("overdue", "-C", made, "--today", "2021-05-04", "--json"))
    assert list(found) == ["today", "year", "measures", "states", "items"]
    assert found["items"][1] == {
        "row": 15,
        "number": "12",
        "occurrence": "Велижский район",
        "measure": found["items"][1]["measure"],
        "state": "overdue",
        "deadline": "март",
        "kind": "year_round",
        "starts": "2021-03-01",
        "due": "2021-03-31",
        "late": 34,
        "moved_from": None,
        "lead": "УМЦ",
        "helpers": ["Специалисты", "Координационные советы"],
        "mark": "",
    }


def test_all_items_and_one_departments(made: Path, call: Call) -> None:
    options = ("-C", made, "--today", "2021-05-04", "--json")
    everything = data(call("overdue", *options, "--all"))["items"]
    assert len({item["row"] for item in everything}) == 24
    centre = data(call("overdue", *options, "--all", "--department", "умц"))["items"]
    assert {item["lead"] for item in centre} == {"УМЦ"}


def test_the_table_fits_80_columns(made: Path, call: Call) -> None:
    lines = call("overdue", "-C", made, "--today", "2021-05-04", "--all").stdout.splitlines()
    assert max(map(len, lines)) <= 80


def test_a_letter_as_data(made: Path, call: Call) -> None:
    letters = data(call("digest", "-C", made, "--today", "2021-05-04", "--json"))
    assert [letter["to"] for letter in letters] == [
        *("info@example.org", "org@example.org", "specialists@example.org", "umc@example.org"),
    ]
    centre = letters[3]
    assert {key: value for key, value in centre.items() if key != "items"} == {
        "date": "2021-05-04",
        "kind": "introductory",
        "departments": ["УМЦ"],
        "address": "umc@example.org",
        "to": "umc@example.org",
        "trigger": "introductory",
    }
    assert centre["items"][0] == {
        "number": "12",
        "occurrence": "Велижский район",
        "state": "overdue",
        "due": "2021-03-31",
        "late": 34,
        "stage": "late-month-2021-05",
        "new": True,
        "role": "lead",
    }


def test_a_preview_is_files_to_look_at(made: Path, tmp_path: Path, call: Call) -> None:
    call("digest", "-C", made, "--today", "2021-05-04", "--preview", tmp_path / "letters")
    files = sorted(file.name for file in (tmp_path / "letters").iterdir())
    assert "index.html" in files
    assert files[1:4] == [f"info@example.org.{kind}" for kind in ("eml", "html", "txt")]


def test_the_letters_of_a_day_are_the_same_after_they_went(made: Path, call: Call) -> None:
    rehearsed = data(call("run", "-C", made, "--today", "2021-05-04", "--dry-run", "--json"))
    shown = data(call("digest", "-C", made, "--today", "2021-05-04", "--json"))
    assert (rehearsed["letters"], len(shown)) == ([], 4)


def test_a_stage_that_is_not_told_today_has_its_reason(made: Path, call: Call) -> None:
    report = data(call("run", "-C", made, "--today", "2021-05-08", "--dry-run", "--json"))
    assert {hold["reason"] for hold in report["holds"]} == {"day off"}
    assert set(report["holds"][0]) == {"address", "number", "occurrence", "stage", "due", "reason"}


def test_a_run_as_data(folder: Path, call: Call) -> None:
    report = data(call("run", "-C", folder, "--today", "2021-05-05", "--json"))
    assert report["letters"] == []
    assert report["workbook"] == {
        "place": str(folder / "plan.xlsx"),
        "changed": True,
        "beside": False,
        "since": None,
        "remark": "",
    }
    assert report["problems"] == []


def test_words_are_explained_with_their_rule(call: Call) -> None:
    result = call("explain", "deadlines", "--year", "2021", "апрель")
    assert "понято: до 30 апреля 2021 г. включительно; правило «месяц»" in result.stdout


def test_a_date_beside_english_words_is_asked_about_and_one_alone_is_read(call: Call) -> None:
    lines = '{"text": "by 04/05/2026", "year": 2026}\n{"text": "04/05/2026", "year": 2026}\n'
    result = call("explain", "deadlines", "--json", stdin=lines)
    asked, read = (json.loads(line) for line in result.stdout.splitlines())
    assert [doubt["code"] for doubt in asked["doubts"]] == ["deadline-ambiguous"]
    assert (asked["text"], read["due"]) == ("by 04/05/2026", "2026-05-04")


def test_json_lines_are_answered_in_their_order(call: Call) -> None:
    lines = '{"text": "июль-октябрь", "year": 2021}\n\n{"text": "по запросу ФНПР", "year": 2021}\n'
    result = call("explain", "deadlines", "--json", stdin=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(a["kind"], a["due"]) for a in answers] == [("range", "2021-10-31"), ("open", None)]


@pytest.mark.parametrize("line", ["май", "[]", '{"text": "май", "year": "x"}', '{"year": 2021}'])
def test_json_lines_that_are_none_are_named(call: Call, line: str) -> None:
    result = call("explain", "deadlines", "--json", stdin=f'{{"text": "май"}}\n{line}\n')
    assert (result.exit_code, "Строка 2" in result.stderr) == (2, True)


def test_a_plan_of_no_calendar_year_is_told_by_its_days(call: Call) -> None:
    days = ("--starts", "2025-09-01", "--ends", "2026-05-31")
    assert "до 30 апреля 2026 г." in call("explain", "deadlines", *days, "апрель").stdout
    line = '{"text": "июль", "starts": "2025-09-01", "ends": "2026-05-31"}'
    (doubt,) = json.loads(call("explain", "deadlines", "--json", stdin=line).stdout)["doubts"]
    assert doubt["code"] == "deadline-outside-period"


@pytest.mark.parametrize(
    "days",
    [
        ("--starts", "2025-09-01"),
        ("--starts", "1.09", "--ends", "31.05"),
        ("--starts", "2026-05-31", "--ends", "2025-09-01"),
    ],
)
def test_half_a_period_is_refused(call: Call, days: tuple[str, ...]) -> None:
    result = call("explain", "deadlines", *days, "апрель")
    assert result.exit_code == 2
    assert "--starts" in result.stderr


@pytest.mark.parametrize(
    ("what", "words", "answer"),
    [
        (
            "responsibles",
            "Отдел кадров совместно с УМЦ",
            "отвечает Отдел кадров; соисполнители: УМЦ",
        ),
        ("progress", "в работе", "в работе"),
    ],
)
def test_other_words_are_explained_too(call: Call, what: str, words: str, answer: str) -> None:
    assert answer in call("explain", what, words).stdout


def test_import_makes_a_workbook_with_a_status_column(tmp_path: Path, call: Call) -> None:
    source = tmp_path / "plan.tsv"
    source.write_text("№\tМероприятие\tСроки\tОтветственные\n7.\tСеминар\tмай\tУМЦ\n", "utf-8")
    result = call("import", source, "-o", tmp_path / "plan.xlsx")
    assert (result.exit_code, "1 пункт" in " ".join(result.stdout.split())) == (0, True)
    again = call("import", tmp_path / "plan.xlsx", "-o", tmp_path / "again.xlsx")
    assert again.exit_code == 0


def test_import_leaves_an_existing_file_alone(made: Path, call: Call) -> None:
    before = (made / "plan.xlsx").read_bytes()
    result = call("import", made / "plan.xlsx", "-o", made / "plan.xlsx")
    assert (result.exit_code, "уже есть" in result.stderr) == (4, True)
    assert (made / "plan.xlsx").read_bytes() == before


def test_a_file_without_a_table_names_the_headers_it_looked_for(tmp_path: Path, call: Call) -> None:
    (tmp_path / "list.txt").write_text("просто текст\n", "utf-8")
    result = call("import", tmp_path / "list.txt", "-o", tmp_path / "plan.xlsx")
    assert result.exit_code == 5
    assert "«мероприятие»" in result.stderr
    assert not (tmp_path / "plan.xlsx").exists()


def test_a_roster_is_drafted_from_a_plan(made: Path, call: Call) -> None:
    import tomllib

    result = call("departments", "suggest", made / "plan.xlsx")
    entries = tomllib.loads(result.stdout)["department"]
    kinds = {entry["name"]: entry.get("kind", "department") for entry in entries}
    assert kinds["Отдел организационной работы"] == "department"
    assert kinds["Членские организации"] == "department"  # what it may be stands beside it
    assert result.stdout.count('# kind = "body"') >= 2
    assert "Смоленского Профобъединения" in result.stdout


def _write(folder: Path, cell: str, text: str) -> None:
    """A person's edit of the plan."""
    from openpyxl import load_workbook

    book = load_workbook(folder / "plan.xlsx")
    book["План"][cell] = text
    book.save(folder / "plan.xlsx")


def test_whoever_has_no_address_is_named_in_one_paragraph(tmp_path: Path, call: Call) -> None:
    rows = [("1", "Слёт", "май", "УМЦ"), ("2", "Отчёт", "июнь", "Отдел кадров")]
    folder = small_plan(tmp_path / "plan", *rows)
    roster = folder / "departments.toml"
    roster.write_text(re.sub("(?m)^addresses.*$", "addresses = []", roster.read_text("utf-8")))
    shown = " ".join(call("validate", "-C", folder).stdout.split())
    assert "2 строки (2, 3): у ответственных «УМЦ», «Отдел кадров» нет адреса почты:" in shown
    assert shown.count("Впишите адрес") == 1


def test_words_that_are_not_used_are_told_once(call: Call) -> None:
    shown = call("explain", "deadlines", "апрель (в актовом зале)", "--year", "2026").stdout
    assert " ".join(shown.split()).count("«в актовом зале»") == 1
    assert "не использовано: «(каб. 5)»" in call("explain", "responsibles", "Завуч (каб. 5)").stdout
