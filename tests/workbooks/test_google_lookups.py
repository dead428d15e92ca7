"""The look-up column in what Google answers: left out of the rows, and told of."""

from typing import Any

import pytest

from sheetsync.model import LOOKUP_HEADER, CellValue
from sheetsync.workbooks.google.large import with_values
from sheetsync.workbooks.google.reading import seen

FORMULA = f'=ARRAYFORMULA(LET(a;B1:B;IF(a="";"{LOOKUP_HEADER}";"выполнено")))'
MARK = {"metadataId": 7, "metadataKey": "sheetsync", "metadataValue": "lookup"}


def cell(value: str | float, formula: str = "") -> dict[str, Any]:
    kind = "stringValue" if isinstance(value, str) else "numberValue"
    typed = {"userEnteredValue": {"formulaValue": formula}} if formula else {}
    return {"effectiveValue": {kind: value}, **typed}


def answer(*rows: list[dict[str, Any]], marked: int = -1) -> dict[str, Any]:
    columns = [{"developerMetadata": [MARK]} if n == marked else {} for n in range(5)]
    data = {"rowData": [{"values": row} for row in rows], "columnMetadata": columns}
    return {"sheets": [{"properties": {"sheetId": 1, "title": "План"}, "data": [data]}]}


def rows_of(told: dict[str, Any]) -> tuple[tuple[CellValue, ...], ...]:
    return seen(told, whole=True).sheets[0].grid.rows


def test_what_the_column_shows_is_not_staff_s() -> None:
    told = answer(
        [cell("№"), cell(LOOKUP_HEADER, FORMULA), cell("Мероприятие")],
        [cell(1), cell("выполнено"), cell("Провести")],
        [cell(""), cell(""), cell("")],
    )
    assert rows_of(told) == (("№", None, "Мероприятие"), (1, None, "Провести"))
    (column,) = seen(told, whole=True).sheets[0].grid.lookups
    assert (column.index, column.formula) == (1, 0)
    assert column.shown[:2] == (LOOKUP_HEADER, "выполнено")


def test_at_the_right_end_it_leaves_no_trace() -> None:
    told = answer([cell("№"), cell(LOOKUP_HEADER, FORMULA)], [cell(""), cell("позже")])
    assert rows_of(told) == (("№",),)


def test_by_its_mark_it_is_known_without_a_formula() -> None:
    told = answer([cell("№"), cell("Моё")], marked=1)
    (column,) = seen(told, whole=True).sheets[0].grid.lookups
    assert (column.index, column.formula, column.shown) == (1, None, ("Моё",))
    assert rows_of(told) == (("№",),)


@pytest.mark.parametrize("formula", [f'=COUNTIF(F:F;"{LOOKUP_HEADER}")', "=ARRAYFORMULA(A1:A)", ""])
def test_formulas_of_staff_s_are_theirs(formula: str) -> None:
    assert rows_of(answer([cell("№"), cell("12", formula)])) == (("№", "12"),)


def test_a_large_plan_is_read_past_it_too() -> None:
    told = answer([cell("№")])
    table = [["План"], ["№", LOOKUP_HEADER], [1, "выполнено"]]
    found = with_values(seen(told, whole=False), told, table, sheet_id=1, again=False)
    assert found
    assert found.sheets[0].rows == (("План",), ("№",), (1,))
