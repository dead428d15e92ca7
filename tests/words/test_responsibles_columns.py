"""What may be of several cases is read in that of the column's other cells."""

import pytest

from sheetsync.morphology import morphology
from sheetsync.words.parties.columns import column_case
from sheetsync.words.responsibles import read_responsibles

GIVEN_TO = ["Судье Кротовой Н.В.", "Консультанту суда", "Комиссии по вещдокам"]


@pytest.mark.parametrize(
    ("cells", "case"),
    [
        (GIVEN_TO, "datv"),
        (["начальника отдела", "юриста", "Громова А.А."], "gent"),
        (["Отдел кадров", "юрист", "УМЦ"], ""),
        (["Отдел кадров", "юристу", "завхозу"], ""),
        (["нач. отдела Громовой А.А.", "УМЦ", ""], ""),
        (["юристу"], ""),
        (["Legal", "HR"], ""),
        ([], ""),
    ],
)
def test_the_cells_show_their_case(cells: list[str], case: str) -> None:
    assert column_case(cells, morphology=morphology()) == case


@pytest.mark.parametrize(
    ("text", "column", "name"),
    [
        ("Комиссии по вещдокам", "datv", "Комиссия по вещдокам"),
        ("Комиссии по вещдокам", "", "Комиссии по вещдокам"),
        ("Роговой В.П.", "datv", "Рогова В.П."),
        ("Кротова Н.В.", "datv", "Кротова Н.В."),
        ("Кротова Н.В.", "gent", "Кротов Н.В."),
        ("юрист", "datv", "юрист"),
    ],
)
def test_a_doubtful_name_is_read_in_the_case_of_its_column(
    text: str, column: str, name: str
) -> None:
    found = read_responsibles(text, morphology=morphology(), column=column)
    assert [party.name for party in found.parties] == [name]
