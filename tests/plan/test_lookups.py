"""The look-up column as the plan's reader meets it: left out, and looked after."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.languages import load_language
from sheetsync.model import LOOKUP_HEADER, LOOKUP_HEADERS, CellValue, Columns, Grid, LookupColumn
from sheetsync.plan.columns import find_header
from sheetsync.plan.findings import sentence_of, suggestion_of
from sheetsync.plan.lookups import lookup_doubt, lookup_findings
from sheetsync.summary.formulas import lookup_formula

RUSSIAN = load_language("ru")

COLUMNS = Columns(row=2, letters={"measure": "B"}, headers={"measure": "Мероприятие"})


def column(*shown: CellValue, formula: int | None = 1) -> LookupColumn:
    return LookupColumn(index=5, formula=formula, shown=shown)


@pytest.mark.parametrize("shown", [*LOOKUP_HEADERS, "Loading...", None])
def test_a_column_that_works_or_calculates_is_left_alone(shown: CellValue) -> None:
    assert lookup_doubt(column(None, shown, "выполнено"), COLUMNS) is None


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (column(None, "#REF!"), "lookup-blocked"),
        (column(None, "Что угодно"), "lookup-blocked"),
        (column(None, "Моё", formula=None), "lookup-replaced"),
        (column(None, None, formula=None), "lookup-gone"),
        (column(LOOKUP_HEADER, None, formula=0), "lookup-gone"),
        (column(formula=None), "lookup-gone"),
    ],
)
def test_a_column_that_does_not_work_is_doubted(found: LookupColumn, code: str) -> None:
    doubt = lookup_doubt(found, COLUMNS)
    assert doubt is not None
    assert doubt.code == code


def test_the_finding_names_the_cell_and_the_command() -> None:
    (found,) = lookup_findings((column(None, "#REF!"),), COLUMNS)
    assert (found.row, found.column, found.header) == (2, "F", LOOKUP_HEADERS[0])
    assert "«#REF!»" in sentence_of(found, RUSSIAN)
    assert "sheetsync setup-sheet --repair" in suggestion_of(found, RUSSIAN)


def test_beside_an_english_plan_it_has_its_english_header() -> None:
    english = replace(COLUMNS, headers={"measure": "Measure"})
    (found,) = lookup_findings((column(formula=None),), english)
    assert found.header == LOOKUP_HEADERS[1]


def test_in_a_file_saved_from_a_shared_sheet_it_is_no_status_column() -> None:
    header = ("№", "Мероприятие", "Срок", "Ответственные", LOOKUP_HEADER)
    grid = Grid(title="План", rows=(header, (1, "Провести", "май", "Отдел", "выполнено")))
    assert "status" not in find_header(grid, load_column_rules(Path())).fields


WHOLE = Columns(
    row=7,
    letters={"number": "A", "measure": "B", "deadline": "C", "responsible": "D"},
    headers={"measure": "Мероприятие"},
)
MOVES = {
    "it stands as it was put": (lambda text: text, None),
    "Google writes other signs": (lambda text: text.replace(",", "; "), None),
    "people fixed references": (lambda text: text.replace("B7:B", "$B$7:$B"), None),
    "«Контроль» has another title": (lambda text: text.replace("'Контроль'", "Итоги"), None),
    "it was pasted one column on": (
        lambda text: re.sub(r"\b([A-D])7:[A-D]\b", r"E7:E", text),
        "lookup-astray",
    ),
    "the column of measures was deleted": (
        lambda text: text.replace("B7:B", "#REF!").replace("B7", "#REF!"),
        "lookup-astray",
    ),
    "a column of «Контроль» was moved": (
        lambda text: text.replace("C4:C", "E4:E"),
        "lookup-astray",
    ),
    "it begins below the header": (lambda text: text.replace("B7", "B9"), "lookup-astray"),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_formula_that_reads_other_cells_is_doubted(move: str) -> None:
    moved, code = MOVES[move]
    text = moved(lookup_formula(WHOLE, control="Контроль", column="F"))
    found = LookupColumn(index=5, formula=6, shown=(*[None] * 6, LOOKUP_HEADER), text=text)
    doubt = lookup_doubt(found, WHOLE)
    assert (doubt and doubt.code) == code


def test_a_plan_without_numbers_is_read_without_them() -> None:
    letters = {field: letter for field, letter in WHOLE.letters.items() if field != "number"}
    columns = replace(WHOLE, letters=letters)
    text = lookup_formula(columns, control="Контроль", column="F")
    found = LookupColumn(index=5, formula=6, shown=(*[None] * 6, LOOKUP_HEADER), text=text)
    assert lookup_doubt(found, columns) is None
