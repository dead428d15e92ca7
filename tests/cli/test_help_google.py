"""The page about Google: ten steps, and every sentence that can go wrong with them."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import sheetsync.pages
from sheetsync.cli import cli
from sheetsync.languages import _
from sheetsync.workbooks.google.causes import table
from sheetsync.workbooks.google.errors import undecided

PAGE = Path(sheetsync.pages.__file__).with_name("google.md").read_text(encoding="utf-8")


def first(words: str) -> str:
    """The first sentence, with "…" for what is filled in."""
    shown = re.sub(r"\{\w+\}", "…", words.replace("{code}", " (код …)"))
    return re.split(r"\.(?: |$)", shown)[0]


# Told by the workbook, of its address and its tabs.
ELSEWHERE = {
    "«…» – не адрес таблицы Google",
    "Таблица … лежит в корзине Диска и через 30 дней после удаления пропадёт",
    "В таблице … нет вкладки «…»",
    "В таблице … нет вкладки, на которую ведёт адрес (…)",
    "Вкладки таблицы … переименовывают прямо сейчас",
}
CAUSES = sorted({first(_(cause.tells)) for cause in table()})


@pytest.mark.parametrize("cause", CAUSES)
def test_every_error_is_on_the_page(cause: str) -> None:
    assert f"- «{cause}»" in " ".join(PAGE.split())


def test_write_that_broke_off_is_on_the_page() -> None:
    assert f"- «{first(str(undecided('…')))}»" in " ".join(PAGE.split())


def test_page_tells_of_no_error_that_there_is_not() -> None:
    told = re.findall(r"^- «(.+?)»\. ", PAGE.replace("\n  ", " "), re.MULTILINE)
    known = {*CAUSES, first(str(undecided("…"))), *ELSEWHERE}
    assert {cause for cause in told if "google_" not in cause} <= known


def test_there_are_ten_steps_in_their_order() -> None:
    steps = re.findall(r"^(\d+)\. ", PAGE, re.MULTILINE)
    assert steps == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(
    "word",
    [
        "Google Sheets API",
        "chmod 600",
        "client_email",
        "spreadsheet = ",
        "google_key = ",
        "sheetsync validate",
        "sheetsync run --dry-run",
        "GOOGLE_APPLICATION_CREDENTIALS",
        "Application Default Credentials",
        "iam.disableServiceAccountKeyCreation",
        "IAM Service Account Credentials API",
        "«Сводка», «Проверка» и «Контроль»",
    ],
)
def test_nothing_of_the_set_up_is_left_out(word: str) -> None:
    assert word in " ".join(PAGE.split())


def test_the_page_fits_a_terminal() -> None:
    assert max(map(len, PAGE.splitlines())) <= 80


def test_the_page_is_shown() -> None:
    result = CliRunner().invoke(cli, ["help", "google"])
    assert (result.exit_code, result.stdout) == (0, PAGE)
