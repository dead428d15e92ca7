"""`history NUMBER --proof` tells every letter that named a measure, whatever it said of it."""

from pathlib import Path

from tests.cli.conftest import Call, data
from tests.cli.small_plan import small_plan


def letters(call: Call, folder: Path, number: str) -> list[tuple[str, str]]:
    found = data(call("history", number, "--proof", "--json", "-C", folder))
    return [(letter["kind"], letter["address"]) for letter in found["letters"]]


def test_a_first_letter_and_the_chairs_are_among_them(tmp_path: Path, call: Call) -> None:
    folder = small_plan(
        tmp_path,
        ("1", "Провести слёт", "март", "УМЦ", ""),
        ("2", "Собрать отчёты", "август", "УМЦ", ""),
        ("3", "Обновить сайт", "август", "Отдел кадров", ""),
    )
    with (folder / "sheetsync.toml").open("a", encoding="utf-8") as settings:
        settings.write('[chair]\naddress = "chair@example.org"\n')
    for day in ("2021-02-08", "2021-04-05"):
        assert call("run", "-C", folder, "--today", day).exit_code == 0
    assert letters(call, folder, "2")[0] == ("introductory", "umc@example.org")
    assert letters(call, folder, "3") == [("introductory", "kadry@example.org")]
    assert ("chair", "chair@example.org") in letters(call, folder, "1")
    shown = " ".join(call("history", "3", "--proof", "-C", folder).stdout.split())
    assert "1 письмо: " in shown
    assert "(named)" in shown
