"""A plan that lost too much at once is not believed; ordinary work never trips the guard."""

from dataclasses import replace

import pytest

from sheetsync.languages import load_language
from sheetsync.model import PlanPeriod
from sheetsync.plan.guard import Health, guard, health
from tests.plan.rows import line

YEAR = PlanPeriod.of_year(2021)
RUSSIAN = load_language("ru")

USUAL = Health(
    rows=24,
    known=24,
    unread=1,
    numbers=24,
    deadlines=24,
    responsibles=24,
    statuses=10,
    names="План мероприятий на 2021 год",
)
ERRORS = "Вместо слов видны ошибки формул или загрузка"


NEW_PLAN = "Это новый план? Тогда выполните: sheetsync rollover --year"


def reasons(**figures: object) -> tuple[str, ...]:
    found = guard(USUAL, replace(USUAL, **figures), period=YEAR)  # type: ignore[arg-type]
    return tuple(reason.said(RUSSIAN) for reason in found)


def test_the_figures_of_a_plan_are_counted_from_its_rows() -> None:
    rows = [line("1"), line("", status="выполнено"), line("3", deadline="", responsible="")]
    assert health(rows, known=2, unread=1) == Health(
        rows=3, known=2, unread=1, numbers=2, deadlines=2, responsibles=2, statuses=1
    )


def test_a_first_run_is_believed_whatever_it_reads() -> None:
    assert (
        guard(
            None,
            health([], known=0, unread=0, names="План на 2019 год"),
            period=YEAR,
        )
        == ()
    )


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"rows": 23, "known": 23, "numbers": 23},
        {"rows": 40, "known": 24},
        {"rows": 13, "known": 13, "numbers": 13, "deadlines": 13, "responsibles": 13},
        {"statuses": 2},
        {"numbers": 20},
        {"unread": 3},
        {"unclear": 2},
        {"broken": {"status": 5, "deadline": 2}},
        {"names": "План на 2021–2025 годы"},
    ],
)
def test_ordinary_work_is_believed(figures: dict[str, object]) -> None:
    assert reasons(**figures) == ()


@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_a_row_deleted_from_a_small_plan_is_believed(rows: int) -> None:
    lines = [line(str(i), status="в работе") for i in range(1, rows + 1)]
    before = health(lines, known=rows, unread=0)
    after = health(lines[1:], known=rows - 1, unread=0)
    assert guard(before, after, period=YEAR) == ()


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({"known": 11}, "Из 24 пунктов прежнего плана на листе осталось 11."),
        ({"statuses": 0}, "Пропали отметки: были в 10 строках, теперь в 0."),
        ({"numbers": 1}, "Пропали номера: были в 24 строках, теперь в 1."),
        ({"deadlines": 0}, "Пропали сроки: были в 24 строках, теперь в 0."),
        ({"responsibles": 0}, "Пропали ответственные: были в 24 строках, теперь в 0."),
        ({"unclear": 9}, "Отметки стали непонятны: были понятны в 10 строках, теперь в 1."),
        (
            {"broken": {"status": 6}},
            f"{ERRORS}: отметки были в 10 строках, в 6 из них слов нет.",
        ),
        (
            {"broken": {"deadline": 24}},
            f"{ERRORS}: сроки были в 24 строках, в 24 из них слов нет.",
        ),
        ({"unread": 8}, "Не понят срок в 8 строках, раньше – в 1."),
        (
            {"names": "План мероприятий на 2022 год"},
            f"В названии плана или листа теперь 2022 год. {NEW_PLAN} 2022",
        ),
    ],
)
def test_a_sudden_loss_is_named(figures: dict[str, object], reason: str) -> None:
    assert reasons(**figures) == (reason,)


def test_unknown_rows_without_marks_may_be_the_next_plan() -> None:
    assert reasons(known=2, statuses=0)[-1] == (
        "Это новый план? Тогда выполните: sheetsync rollover --year 2022"
    )


def test_an_emptied_sheet_is_no_new_plan() -> None:
    gone = health([], known=0, unread=0)
    assert not any(
        "новый план" in reason.said(RUSSIAN) for reason in guard(USUAL, gone, period=YEAR)
    )


def test_a_title_that_always_named_another_year_is_no_news() -> None:
    before = replace(USUAL, names="План 2020")
    assert guard(before, before, period=YEAR) == ()
