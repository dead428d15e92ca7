"""The letters of a year in advance."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call, data

SPAN = ("--from", "2021-04-01", "--to", "2021-05-31")


def test_the_letters_of_the_days_come_as_data(made: Path, call: Call) -> None:
    letters = data(call("simulate", "-C", made, *SPAN, "--json"))
    assert letters[0]["kind"] == "introductory"
    assert {letter["date"] for letter in letters} >= {"2021-04-01", "2021-04-30"}


def test_a_simulation_leaves_nothing_behind(folder: Path, call: Call) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    call("simulate", "-C", folder, *SPAN)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_each_address_is_a_line_and_each_month_a_bar(made: Path, call: Call) -> None:
    lines = call("simulate", "-C", made, *SPAN).stdout.splitlines()
    assert next(line for line in lines if line.startswith("org@example.org")).split()[-1] == "7"
    assert any(line.startswith("2021-04  █") for line in lines)
    assert max(map(len, lines)) <= 80


def test_who_has_no_mailbox_yet_is_named_for_their_letters_are_missing(
    folder: Path, call: Call
) -> None:
    roster = folder / "departments.toml"
    roster.write_text(roster.read_text("utf-8").replace('"umc@example.org"', ""), "utf-8")
    lines = call("simulate", "-C", folder, *SPAN).stdout.splitlines()
    assert lines[-1] == "Не посчитано, потому что почты пока нет: «УМЦ»."


def test_marks_spare_letters(made: Path, tmp_path: Path, call: Call) -> None:
    marks = tmp_path / "marks.tsv"
    marks.write_text("date\tnumber\tstatus\n2021-04-20\t1\tСостоялось 15.04\n", encoding="utf-8")
    letters = data(call("simulate", "-C", made, *SPAN, "--marks", marks, "--json"))
    last = [letter for letter in letters if letter["to"] == "org@example.org"][-1]
    assert "1" not in [item["number"] for item in last["items"]]


@pytest.mark.parametrize(
    ("row", "words"),
    [("2021-04-20\t77\tвыполнено", "нет пункта 77"), ("завтра\t1\tвыполнено", "строка 2")],
)
def test_a_mark_that_cannot_be_is_named(
    made: Path, tmp_path: Path, call: Call, row: str, words: str
) -> None:
    marks = tmp_path / "marks.tsv"
    marks.write_text(f"date\tnumber\tstatus\n{row}\n", encoding="utf-8")
    result = call("simulate", "-C", made, *SPAN, "--marks", marks)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_days_in_the_wrong_order_are_refused(made: Path, call: Call) -> None:
    result = call("simulate", "-C", made, "--from", "2021-05-01", "--to", "2021-04-01")
    assert result.exit_code == 2
