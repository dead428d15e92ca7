"""What an older version told, keyed by its Russian sentences, is no news after an update."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

import pytest
from openpyxl import load_workbook

from sheetsync.languages import CODES
from tests.daily.conftest import Plan, letters_to, part_of

WRONG = {"C6": "31 апреля", "D7": "Отдел непонятных дел", "A8": 1}
# As 0.1.0 wrote them for these cells.
BEFORE = {
    "finding-deadline-impossible": "«31 апреля» – в апреле 30 дней.",
    "finding-no-lead": (
        "некому напоминать: ни у кого из ответственных нет почты. Пока отвечает координатор."
    ),
    "finding-responsible-unknown": "«Отдел непонятных дел» нет в списке ответственных.",
    "finding-number-duplicate": "номер 1 уже стоит в строке 4.",
}
DOUBTED = (
    "План прочитан, но слишком отличается от прежнего; ничего не отправлено и не записано:\n"
    "  Пропали сроки: были в 24 строках, теперь в 0.\n"
    "  Не понят срок в 24 строках, раньше – в 0.\n"
    "Проверьте таблицу…"
)
COORDINATOR = "coordinator@example.org"
FIRST, LATER = "2021-05-11", "2021-05-17"


def mistaken(plan: Plan) -> None:
    """Puts mistakes into the plan, which a first run tells."""
    write(plan, WRONG)
    plan.run(FIRST)


def write(plan: Plan, cells: Mapping[str, object]) -> None:
    """Changes cells of the plan."""
    file = plan.folder / "plan.xlsx"
    book = load_workbook(file)
    for cell, words in cells.items():
        book["План"][cell].value = words
    book.save(file)


def told(plan: Plan, day: str) -> dict[str, str]:
    """The findings that a day's letters told, by their stage."""
    with closing(sqlite3.connect(plan.folder / "sheetsync.db")) as database:
        rows = database.execute(
            "SELECT stage, what FROM tellings JOIN letters ON letters.id = letter"
            " WHERE day = ? AND stage LIKE 'finding-%'",
            (day,),
        )
        return dict(rows.fetchall())


def make_old(plan: Plan) -> None:
    """Keys the findings as the older version did."""
    with closing(sqlite3.connect(plan.folder / "sheetsync.db")) as database, database:
        for stage, sentence in BEFORE.items():
            database.execute("UPDATE tellings SET what = ? WHERE stage = ?", (sentence, stage))


def test_a_finding_is_kept_in_no_language(plan: Plan) -> None:
    mistaken(plan)
    assert set(told(plan, FIRST)) == set(BEFORE)
    assert told(plan, FIRST)["finding-responsible-unknown"] == "Отдел непонятных дел"


def test_what_the_older_version_told_is_not_told_again(plan: Plan) -> None:
    mistaken(plan)
    make_old(plan)
    plan.run(LATER)
    assert told(plan, LATER) == {}


def test_what_is_new_since_is_told(plan: Plan) -> None:
    mistaken(plan)
    make_old(plan)
    write(plan, {"C9": "31 июня"})
    plan.run(LATER)
    assert "31 июня" in told(plan, LATER).values()


def test_another_language_makes_nothing_news(plan: Plan) -> None:
    mistaken(plan)
    plan.set("plan", 'language = "en"')
    plan.run(LATER)
    assert told(plan, LATER) == {}


def empty_the_deadlines(plan: Plan) -> None:
    """A plan that is not believed any more, which the run of a day tells the coordinator."""
    plan.run(FIRST)
    write(plan, {f"C{row}": None for row in range(4, 28)})
    assert plan.run("2021-05-12").exit_code == 5


def alarms(plan: Plan) -> list[tuple[str, str]]:
    """The days on which the coordinator was told that the plan is not believed, and the keys."""
    with closing(sqlite3.connect(plan.folder / "sheetsync.db")) as database:
        return database.execute(
            "SELECT day, what FROM tellings JOIN letters ON letters.id = letter"
            " WHERE stage = 'guard' ORDER BY day"
        ).fetchall()


@pytest.mark.parametrize("language", CODES)
def test_a_doubted_plan_is_told_once_in_whatever_language(
    plan: Plan, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_the_deadlines(plan)
    monkeypatch.setenv("SHEETSYNC_LANG", language)
    plan.set("plan", f'language = "{language}"')
    plan.run(LATER)
    ((day, key),) = alarms(plan)
    assert day == "2021-05-12"
    assert "The deadlines are gone: they were in 24 rows, now in 0." in key


def test_a_doubted_plan_that_the_older_version_told_is_not_told_again(plan: Plan) -> None:
    empty_the_deadlines(plan)
    words = part_of(letters_to(plan, COORDINATOR)[-1])
    assert words.count("Пропали сроки: были в 24 строках, теперь в 0.") == 1
    with closing(sqlite3.connect(plan.folder / "sheetsync.db")) as database, database:
        database.execute("UPDATE tellings SET what = ? WHERE stage = 'guard'", (DOUBTED,))
    plan.run(LATER)
    assert len(alarms(plan)) == 1
