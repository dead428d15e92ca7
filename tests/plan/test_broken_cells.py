"""A cell that shows an error of its formula says nothing: its last words hold."""

import pytest

from sheetsync.languages import load_language
from sheetsync.model import UNCALCULATED
from sheetsync.model.language import say
from sheetsync.plan.broken_cells import hold_cell_texts, is_broken
from tests.plan.rows import known_rows, line

RUSSIAN = load_language("ru")
ERRORS = (
    *("#N/A", "#REF!", "#ERROR!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"),
    *("#Н/Д", "#ССЫЛКА!", "#ИМЯ?", "#ЗНАЧ!", "#ДЕЛ/0!", "#ЧИСЛО!", "#ПУСТО!", "#CALC!", "Err:508"),
    *("Loading...", "Loading…", "Загрузка…", "Загрузка...", "#GETTING_DATA", " #N/A "),
    *("УМЦ,\n#REF!", "#N/A,\nУМЦ", UNCALCULATED),
)


@pytest.mark.parametrize("text", ERRORS)
def test_errors_and_loading_are_no_words(text: str) -> None:
    assert is_broken(text)


@pytest.mark.parametrize(
    "text",
    ["", "выполнено", "№ 5", "#5", "п. 4 #N/A в отчёте", "Загрузка сайта завершена", "ошибка", "-"],
)
def test_words_stay_words(text: str) -> None:
    assert not is_broken(text)


@pytest.mark.parametrize("field", ["number", "measure", "deadline", "responsible", "status"])
def test_the_last_words_hold_and_it_is_said(field: str) -> None:
    good = line("4", status="выполнено 20.02")
    before = known_rows([good])
    held = hold_cell_texts(known_rows([good._replace(**{field: "#REF!"})]), before)
    assert held.rows == before
    (cell,) = held.broken
    assert (cell.row, cell.field, cell.kept) == (good.row, field, getattr(good, field))
    assert f"«{getattr(good, field)[:20]}" in say(cell.doubt().hint, RUSSIAN)
    assert held.by_field() == {field: 1}


def test_a_deadline_that_holds_is_as_undecided_as_it_was() -> None:
    good = line("4", deadline="3/5/2026")._replace(figures="3/5/2026")
    held = hold_cell_texts(
        known_rows([good._replace(deadline="#REF!", figures="")]), known_rows([good])
    )
    assert [row.line for row in held.rows] == [good]


def test_a_new_row_has_no_words_to_hold() -> None:
    held = hold_cell_texts(known_rows([line("4", status="#N/A")]), ())
    assert [row.line.status for row in held.rows] == [""]
    assert say(held.broken[0].doubt().hint, RUSSIAN) == "не учитываем"
    assert held.by_field() == {}


def test_a_formula_that_nothing_calculated_is_told_as_such() -> None:
    held = hold_cell_texts(known_rows([line("4", deadline=UNCALCULATED)]), ())
    assert held.broken[0].doubt().code == "formula-uncalculated"


def test_rows_without_errors_are_the_same() -> None:
    rows = known_rows([line("4"), line("5")])
    held = hold_cell_texts(rows, ())
    assert held.broken == ()
    assert all(now is was for now, was in zip(held.rows, rows, strict=True))
