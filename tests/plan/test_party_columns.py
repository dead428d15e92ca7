"""Which of several columns of parties holds those who answer."""

import pytest

from tests.plan.test_measure_columns import table_of

_MERGES = ["A1:A2", "B1:B2", "C1:D1"]


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Responsible", "Owner", "Assisted by"),
        ("Responsible", "Owner", "Partners"),
        ("Responsible", "Assists", "Owner"),
        ("Ответственные", "организатор", "участники"),
    ],
)
def test_whoever_helps_does_not_lead(title: str, first: str, second: str) -> None:
    table = table_of(
        f"""
Activity | Deadline | {title} |
 | | {first} | {second}
Drill | May | Port Captain | Fire brigade""",
        _MERGES,
    )
    leads = "Fire brigade" if first == "Assists" else "Port Captain"
    assert table.lines[0].responsible.split("\n")[0].rstrip(";,") == leads


@pytest.mark.parametrize(
    ("watches", "does"), [("контроль", "исполнение"), ("контролирует", "исполняет")]
)
def test_below_a_title_of_parties_the_one_who_does_it_answers(watches: str, does: str) -> None:
    table = table_of(
        f"""
Мероприятие | Срок | Ответственные |
 | | {watches} | {does}
Учения | май | Главный инженер | Пожарная часть
Ремонт | июнь | Главный механик | Завхоз""",
        _MERGES,
    )
    assert [line.responsible for line in table.lines] == ["Пожарная часть", "Завхоз"]
    assert "status" not in table.header.fields
