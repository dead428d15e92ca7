"""Letters of columns as spreadsheets count them, and the way of each known column's words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sheetsync.config import load_column_rules
from sheetsync.history.change_words import measure_life_words
from sheetsync.languages import load_language
from sheetsync.model import FIELDS, Grid, Line
from sheetsync.plan.broken_cells import hold_cell_texts
from sheetsync.plan.cells import column_index, column_letter
from sheetsync.plan.header_rows import listed_headers
from sheetsync.plan.table import read_table
from sheetsync.summary.plan_sheet import plan_sheet
from tests.plan.rows import known_rows

RULES = load_column_rules(Path())
WORDS = {field: f"слова {field}" for field in FIELDS} | {"number": "7", "deadline": "май"}
HEADERS = tuple(RULES[field].headers[0] for field in FIELDS)
TABLE = read_table(Grid(title="План", rows=(HEADERS, tuple(WORDS.values()))), RULES)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16383, "XFD")])
def test_a_letter_and_its_column_lead_to_each_other(index: int, letters: str) -> None:
    assert (column_letter(index), column_index(letters)) == (letters, index)


@pytest.mark.parametrize("field", FIELDS)
def test_what_a_known_column_says_is_kept(field: str) -> None:
    (line,) = TABLE.lines
    assert WORDS[field] in "\n".join(map(str, line)), (
        f"Nothing takes `{field}` over: add it to `Line` in model/fields.py."
    )


@pytest.mark.parametrize("field", FIELDS)
def test_what_a_known_column_says_stands_on_an_imported_sheet(field: str) -> None:
    shown = [str(cell.value) for row in plan_sheet(TABLE).rows for cell in row.cells]
    assert WORDS[field] in shown, f"Nothing writes `{field}` out."


@pytest.mark.parametrize("field", [name for name in Line._fields[1:] if name != "figures"])
def test_an_edit_of_a_known_column_is_told(field: str) -> None:
    (line,) = TABLE.lines
    now = line._replace(**{field: "другие слова"})
    days = (datetime(2021, 5, day, tzinfo=UTC) for day in (4, 5))
    told = measure_life_words(tuple(zip(days, (line, now), strict=True)), load_language("ru"))
    assert "«другие слова»" in " ".join(told[1:]), (
        f"Say as `changed` in model/fields.py what became of `{field}`."
    )


@pytest.mark.parametrize("field", [field for field in FIELDS if field in Line._fields])
def test_an_error_in_a_known_column_is_told(field: str) -> None:
    (line,) = TABLE.lines
    held = hold_cell_texts(known_rows([line._replace(**{field: "#REF!"})]), known_rows([line]))
    assert [cell.field for cell in held.broken] == [field], (
        f"Say as `kept` in model/fields.py what holds while `{field}` shows an error."
    )


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (("Срок I", "Срок II", "Срок III"), "Срок I, II, III"),
        (("Срок, 1 квартал", "Срок, 2 квартал"), "Срок, 1 квартал, 2 квартал"),
        (("январь", "февраль"), "январь, февраль"),
        (("Срок", "Срок II"), "Срок, Срок II"),
        (("I",), "I"),
    ],
)
def test_columns_of_one_deadline_are_named_without_repeating_it(
    headers: tuple[str, ...], said: str
) -> None:
    assert listed_headers(headers) == said
