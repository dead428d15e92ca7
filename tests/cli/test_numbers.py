"""Measures are named by the plan's own numbers, and what is told of them says who and how many."""

import shutil
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Call, data
from tests.cli.small_plan import rewrite, small_plan

ROWS = (
    ("1", "Провести слёт", "март", "УМЦ", ""),
    ("2.1", "Собрать отчёты", "январь, февраль", "Отдел кадров", ""),
    ("6", "Обновить сайт", "март", "УМЦ", ""),
    ("6", "Обновить стенд", "март", "УМЦ", ""),
    ("", "Без номера", "май", "УМЦ", ""),
)


@pytest.fixture(scope="module")
def run_once(tmp_path_factory: pytest.TempPathFactory, call: Call) -> Path:
    folder = small_plan(tmp_path_factory.mktemp("numbers"), *ROWS)
    rewrite(folder, "F", ["Примечание", "нужна смета"], first=1)
    assert call("run", "-C", folder, "--today", "2021-03-01").exit_code == 0
    return folder


@pytest.fixture
def plan(run_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(run_once, tmp_path / "plan"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("1",), "Провести слёт"),
        (("2.1",), "Собрать отчёты"),
        (("1.",), "Провести слёт"),
        (("--row", "4"), "Обновить сайт"),
        (("--row", "6"), "Без номера"),
        (("2.1", "--proof"), "п. 2.1  Собрать отчёты"),
    ],
)
def test_a_measure_is_found_by_its_number_or_row(
    plan: Path, call: Call, words: tuple[str, ...], told: str
) -> None:
    assert told in call("history", *words, "-C", plan).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("6",), "Номер 6 стоит в нескольких строках: 4, 5. Укажите строку"),
        (("3",), "Если это строка таблицы, выполните sheetsync history -C {plan} --row 3"),
        (("3.1а",), "Пункта 3.1а при последнем запуске не было.\n"),
        (("--row", "99"), "В строке 99 нет пункта"),
        (("1", "--row", "2"), "Укажите номер пункта"),
        (("1", "2"), "Укажите номер пункта"),
        (("link", "1", "77"), "Нужны два номера из замечания"),
    ],
)
def test_what_names_no_measure_is_answered(
    plan: Path, call: Call, words: tuple[str, ...], told: str
) -> None:
    result = call("history", *words, "-C", plan)
    assert (result.exit_code, told.format(plan=plan) in result.stderr) == (2, True)


def test_a_history_without_changes_says_so(plan: Path, call: Call) -> None:
    told = call("history", "-C", plan).stdout
    assert told == "За последнее время в плане ничего не изменилось.\n"


def test_what_is_not_in_doubt_has_nothing_to_settle(plan: Path, call: Call) -> None:
    told = call("history", "link", "2", "2", "-C", plan).stdout
    assert told == "О пункте «Собрать отчёты» сомнений нет, решать нечего.\n"


def test_the_agenda_says_who_and_counts_measures_and_dates(plan: Path, call: Call) -> None:
    lines = call("overdue", "-C", plan, "--today", "2021-05-05").stdout.splitlines()
    assert lines[1].split() == ["пункт", "состояние", "срок", "кто", "отвечает"]
    assert lines[2].endswith("Отдел кадров")
    assert lines[3].strip() == "январь: Собрать отчёты"
    assert lines[-1] == "5 пунктов (6 сроков), просрочено: 4 пункта (5 сроков)."


def test_equal_findings_are_told_once_with_their_rows(tmp_path: Path, call: Call) -> None:
    rows = [(str(n), f"Провести семинар {n}", "июнь", "Гараж", "") for n in range(1, 42)]
    folder = small_plan(tmp_path, *rows)
    told = " ".join(call("validate", "-C", folder, "--today", "2021-05-05").stdout.split())
    assert told.count("«Гараж» нет в списке ответственных") == 1
    assert "41 строка (2, 3, 4, 5, 6, 7, 8, 9, 10, 11 и другие)" in told
    assert "41 ошибка, 41 предупреждение" in told


def test_a_proof_has_all_that_the_row_says(plan: Path, call: Call) -> None:
    proof = ("history", "1", "--proof", "-C", plan)
    assert "\nОтветственные «УМЦ»\nПримечание «нужна смета»\n" in call(*proof).stdout
    found = data(call(*proof, "--json"))
    assert (found["responsible"], found["note"]) == ("УМЦ", "нужна смета")
    call(*proof, "--docx", plan / "page.docx")
    assert "нужна смета" in paper_words(plan / "page.docx")


def paper_words(paper: Path) -> str:
    document = docx.Document(str(paper))
    return "\n".join(line.text for line in document.paragraphs)
