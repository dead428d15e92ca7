"""`explain` says of words what `validate` says where they stand in the plan."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import small_plan

ROW = ("1", "Провести слёт", "апрель", "УМЦ", "")


def told(call: Call, *words: str | Path) -> str:
    return " ".join(call("explain", *words).stdout.split())


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("сделано?", "не понято В отметке «сделано?» стоит вопрос, поэтому пункт не закрыт."),
        ("выполнено 31.04", "Дата «31.04» в отметке невозможна: в апреле"),
        ("перенесено", "Напишите, например, «перенесено на 15 сентября»."),
        ("выполнено частично", "считаем частичным выполнением. Если пункт закрыт"),
    ],
)
def test_a_mark_that_is_asked_about_comes_with_what_to_write(
    call: Call, mark: str, words: str
) -> None:
    said = told(call, "progress", mark)
    assert words in said
    assert "вопрос:" not in said


def test_what_is_understood_is_not_asked_about(call: Call) -> None:
    assert told(call, "progress", "сдано 12.04.2021").count("«") == 2  # the words and the rule


def test_a_mark_is_read_beside_its_measure(call: Call) -> None:
    said = told(call, "progress", "--measure", "Установить камеры", "камеры куплены")
    assert "может быть лишь шагом или частью дела" in said
    assert "понято: выполнено" in told(call, "progress", "камеры куплены")


def test_in_a_folder_names_are_held_against_its_roster(call: Call, tmp_path: Path) -> None:
    folder = small_plan(tmp_path / "plan", ROW)
    assert "нет в списке ответственных" in told(call, "responsibles", "-C", folder, "Гараж")
    assert "нет в списке" not in told(call, "responsibles", "-C", folder, "УМЦ")
    (doubt,) = json.loads(call("explain", "responsibles", "-C", folder, "--json", "Гараж").stdout)[
        "doubts"
    ]
    assert doubt["code"] == "responsible-unknown"


def test_without_one_nobody_is_missed(call: Call, tmp_path: Path) -> None:
    assert told(call, "responsibles", "-C", tmp_path, "Гараж") == "«Гараж» понято: отвечает Гараж"


@pytest.mark.parametrize("year", ["99999", "0", "-5", "1800"])
@pytest.mark.parametrize("words", [("explain", "deadlines", "май"), ("rollover",)])
def test_a_year_that_no_plan_is_of_is_refused(
    call: Call, tmp_path: Path, words: tuple[str, ...], year: str
) -> None:
    folder = small_plan(tmp_path / "plan", ROW)
    result = call(*words, "-C", folder, "--year", year)
    assert (result.exit_code, "1990<=x<=2100" in result.stderr) == (2, True)
    assert [each.name for each in tmp_path.iterdir() if each.is_dir()] == ["plan"]


def test_a_doubt_about_who_leads_is_said_without_a_folder(call: Call) -> None:
    said = told(call, "responsibles", "Контроль: Лось Н.Н.")
    assert "«Лось Н.Н.» только контролирует или помогает" in said
    assert "вопрос:" not in said
