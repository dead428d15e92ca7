"""The look-up column, calculated by LibreOffice: no row ever shows another measure's state."""

from collections.abc import Callable

import pytest

from sheetsync.model import LOOKUP_HEADER, CellValue, Formula
from sheetsync.plan.table import read_table
from sheetsync.summary.formulas import LATER, REPEATED, lookup_formula
from tests.office import Office
from tests.plan.test_table import RULES
from tests.rendering.calculation import Calculation, Given, Results, calculated, version
from tests.rendering.dialects import closed, newer, older
from tests.rendering.edits import EDITS, Placed, Rows, at_the_run, laid_out, state_of, trap_grid

GRID = trap_grid()
TAB, COLUMNS = at_the_run(GRID)
LETTER = "E"
SILENT = ("", LATER, REPEATED)
MEASURES = {line.row for line in read_table(GRID, RULES).lines}

Beside = list[tuple[Placed, str]]
Shown = dict[str, Beside]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, office: Office) -> Results:
    """The plan after each edit, by the edit's name, calculated beside «Контроль» of the run."""
    sheets = (sheet for edit in EDITS for sheet in _sheets(edit.__name__, edit(_rows())))
    return calculated(dict(sheets), tmp_path_factory.mktemp("lookup"), office)


@pytest.fixture(scope="module")
def shown(found: Results) -> Shown:
    """The rows below the header after each edit, and what the look-up column says beside them."""
    below = {name: [cells[4] for cells in sheet[COLUMNS.row :]] for name, sheet in found.items()}
    return {
        edit.__name__: [
            (row, str(said or ""))
            for row, said in zip(edit(_rows()), below[edit.__name__], strict=False)
        ]
        for edit in EDITS
    }


def _rows() -> Rows:
    """The rows below the header, each with its own number."""
    below = enumerate(GRID.rows[COLUMNS.row :], COLUMNS.row + 1)
    return [Placed(cells=cells, origin=row) for row, cells in below]


def _sheets(name: str, rows: Rows) -> list[tuple[str, list[list[Given]]]]:
    def own(formula: Formula, row: int) -> Calculation:
        return Calculation(formula.google.replace("{row}", str(row)))

    control = laid_out(TAB, own)
    kept = [[*cells[:12], None] for cells in control]  # no key of the plan's rows
    height = max(len(rows) + COLUMNS.row, len(kept))
    formula = _as_calculated(lookup_formula(COLUMNS, control=f"К {name}", column=LETTER), height)
    header = [*GRID.rows[COLUMNS.row - 1], Calculation(formula, rows=height - COLUMNS.row + 1)]
    above = [list(cells) for cells in GRID.rows[: COLUMNS.row - 1]]
    return [(name, [*above, header, *(list(row.cells) for row in rows)]), (f"К {name}", kept)]


def _as_calculated(formula: str, rows: int) -> str:
    """The formula within its ARRAYFORMULA, with ranges of so many rows."""
    inner = formula.removeprefix("=ARRAYFORMULA(").removesuffix(")")
    return (newer if version() >= (24, 8) else older)(closed(inner, rows))


def _said(beside: Beside, *numbers: CellValue) -> list[str]:
    return [said for row, said in beside if row.cells[:1] and row.cells[0] in numbers]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_no_row_shows_the_state_of_another(shown: Shown, edit: Callable[[Rows], Rows]) -> None:
    rows = shown[edit.__name__]
    assert len(rows) == len(edit(_rows()))
    for row, said in rows:
        assert said in SILENT or (row.origin and said == state_of(row.origin)), row


def test_every_measure_that_can_be_told_apart_shows_its_state(
    shown: Shown,
) -> None:
    rows = [(row.origin, said) for row, said in shown["list"] if said not in SILENT]
    assert rows == [(row, state_of(row or 0)) for row, _ in rows]
    assert len(rows) == len(MEASURES) - len((35, 35, 50, 50))


@pytest.mark.parametrize("edit", ["sorted_by_text", "upside_down", "inserted"])
def test_a_state_moves_with_its_row(shown: Shown, edit: str) -> None:
    moved = {row.origin: said for row, said in shown[edit] if row.origin}
    assert moved == {row.origin: said for row, said in shown["list"]}


def test_what_is_no_measure_stays_blank(shown: Shown) -> None:
    blank = {row.origin for row, said in shown["list"] if said == ""}
    assert blank == {row.origin for row in _rows()} - MEASURES


def test_a_row_right_under_the_header_waits_for_the_run(
    shown: Shown,
) -> None:
    assert shown["inserted"][0][1] == LATER


def test_a_measure_in_new_words_waits_for_the_run(
    shown: Shown,
) -> None:
    assert _said(shown["reworded"], "1.", 31, 5.1, 40) == [LATER] * 4


def test_what_follows_the_hundredth_character_may_change(shown: Shown) -> None:
    assert _said(shown["lengthened"], "1.", "34") == [state_of(9), state_of(43)]


def test_a_key_that_two_rows_have_says_so(shown: Shown) -> None:
    assert _said(shown["list"], "35", 50) == [REPEATED] * 4
    assert _said(shown["repeated"], "4.", "5.") == [REPEATED] * 4


def test_of_two_rows_with_one_key_the_one_that_is_left_waits_for_the_run(
    shown: Shown,
) -> None:
    """Nobody can tell whose state it would be."""
    assert _said(shown["deleted"], "35") == [LATER]


def test_measures_of_one_name_keep_apart_when_their_numbers_move(
    shown: Shown,
) -> None:
    """Only deadline or responsible tell them from the one that had the number at the run."""
    sittings = [said for row, said in shown["renumbered"] if "Президиума" in str(row.cells[1:2])]
    assert set(sittings) == {LATER}


def test_the_formula_heads_its_own_column(found: Results) -> None:
    headers = {found[edit.__name__][COLUMNS.row - 1][4] for edit in EDITS}
    assert headers == {LOOKUP_HEADER}


def test_the_column_never_reads_itself() -> None:
    with pytest.raises(ValueError, match="would read itself"):
        lookup_formula(COLUMNS, control="Контроль", column="B")


def test_a_title_with_an_apostrophe_is_quoted() -> None:
    assert "'Д''Артаньян'!J4:J" in lookup_formula(COLUMNS, control="Д'Артаньян", column="E")
