"""Findings that an older version told, by their Russian sentences, are no news after an update."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from openpyxl import load_workbook

from tests.daily.conftest import Plan

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
