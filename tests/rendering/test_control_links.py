"""The links of «Контроль», calculated by LibreOffice: to where a measure stands now, or nowhere."""

from collections.abc import Callable

import pytest

from sheetsync.languages import load_language
from sheetsync.model import Formula
from sheetsync.plan.table import read_table
from sheetsync.summary import formulas
from tests.office import Office
from tests.plan.test_table import RULES
from tests.rendering.calculation import (
    Calculation,
    Given,
    calculated_xlsx,
    version,
)
from tests.rendering.dialects import argument, in_xlsx, older
from tests.rendering.edits import (
    EDITS,
    Placed,
    Rows,
    at_the_run,
    inserted,
    laid_out,
    sorted_by_text,
    trap_grid,
    upside_down,
)

OPEN, NOT_FOUND, REPEATED = map(
    load_language("ru").gettext, (formulas.OPEN, formulas.NOT_FOUND, formulas.REPEATED)
)

GRID = trap_grid()
TAB, COLUMNS = at_the_run(GRID)
ORIGINS = [line.row for line in read_table(GRID, RULES).lines]
REPEATING = (44, 45, 56, 57)
LINK, ADDRESS = 8, 13  # columns, counted from 0
Shown = dict[str, list[tuple[int, str, str]]]


def excel(formula: Formula, row: int, plan: str) -> str:
    return _filled(formula.excel, row, plan)


def google(formula: Formula, row: int, plan: str) -> str:
    text = _filled(formula.google, row, plan)
    return in_xlsx(text if version() >= (24, 8) else older(text))


def _filled(formula: str, row: int, plan: str) -> str:
    for name, words in (("{row}", str(row)), ("{plan}", f"'{plan}'"), ("{link}", f"#'{plan}'!")):
        formula = formula.replace(name, words)
    return formula


@pytest.fixture(scope="module", params=[excel, google])
def shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, office: Office
) -> Shown:
    """By edit, of every measure of the run: its row then, what its link says, where it leads."""
    sheets: dict[str, list[list[Given]]] = {}
    for edit in EDITS:
        name = edit.__name__
        sheets[name] = [list(cells) for cells in GRID.rows[: COLUMNS.row]]
        sheets[name] += [list(row.cells) for row in edit(_rows())]
        sheets[f"К {name}"] = _control(request.param, name)
    found = calculated_xlsx(sheets, tmp_path_factory.mktemp("links"), office)
    return {edit.__name__: _links(found[f"К {edit.__name__}"]) for edit in EDITS}


def _rows() -> Rows:
    below = enumerate(GRID.rows[COLUMNS.row :], COLUMNS.row + 1)
    return [Placed(cells=cells, origin=row) for row, cells in below]


def _control(dialect: Callable[[Formula, int, str], str], plan: str) -> list[list[Given]]:
    """«Контроль», with one column more, in which the address of the link can be read."""
    sheet = laid_out(TAB, lambda formula, row: Calculation(dialect(formula, row, plan)))
    for cells in sheet:
        way = cells[LINK] if len(cells) > LINK else None
        if isinstance(way, Calculation):
            cells.append(Calculation(argument(way.text, "HYPERLINK", 0)))
    return sheet


def _links(control: list[list[object]]) -> list[tuple[int, str, str]]:
    lines = zip(ORIGINS, control[3:], strict=False)
    return [(row, str(cells[LINK]), str(cells[ADDRESS])) for row, cells in lines]


def _now(edit: Callable[[Rows], Rows]) -> dict[str, Placed]:
    """The plan's rows after an edit, by the address of their measure."""
    rows = enumerate(edit(_rows()), COLUMNS.row + 1)
    return {f"#'{edit.__name__}'!B{number}": row for number, row in rows}


def _named(row: Placed) -> tuple[str, ...]:
    """By what people, and the key, know a row: number and measure."""
    return tuple(str(cell).replace("*", "").strip() for cell in row.cells[:2])


def _said(links: list[tuple[int, str, str]], *rows: int) -> list[str]:
    return [said for origin, said, _ in links if origin in rows]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_link_leads_to_its_measure_or_nowhere(shown: Shown, edit: Callable[[Rows], Rows]) -> None:
    """Where a row has taken another's number and text, it is what people look for there."""
    now, was = _now(edit), {row.origin: row for row in _rows()}
    for origin, said, address in shown[edit.__name__]:
        assert said in (OPEN, NOT_FOUND, REPEATED)
        if said == OPEN:
            there = now[address]
            assert there.origin == origin or _named(there) == _named(was[origin])


@pytest.mark.parametrize("edit", [list, sorted_by_text, upside_down, inserted])
def test_a_link_follows_its_row(shown: Shown, edit: Callable[[Rows], Rows]) -> None:
    now = _now(edit)
    led = [(origin, at) for origin, said, at in shown[edit.__name__] if said == OPEN]
    followed = [origin for origin, at in led if now[at].origin == origin]
    assert followed == [row for row in ORIGINS if row not in REPEATING]


def test_what_is_gone_or_has_a_new_number_is_not_found(shown: Shown) -> None:
    assert set(_said(shown["deleted"], 14, 17)) == {NOT_FOUND}
    assert set(_said(shown["renumbered"], 31, 51)) == {NOT_FOUND}
    assert set(_said(shown["reworded"], 9, 43)) == {NOT_FOUND}


def test_a_key_that_two_rows_have_leads_nowhere(shown: Shown) -> None:
    assert _said(shown["list"], 44, 45) == [REPEATED] * 2
    assert _said(shown["repeated"], 12, 13) == [REPEATED] * 2


def test_of_two_rows_with_one_key_neither_is_found_when_one_has_gone(shown: Shown) -> None:
    """The row that is left may be that of the other."""
    assert _said(shown["deleted"], 44, 45) == [REPEATED] * 2
