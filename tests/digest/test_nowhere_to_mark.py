"""Letters about a plan without a column for marks ask for an answer, and blame no silence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sheetsync.digest.letter_words import in_words
from sheetsync.languages import load_language
from sheetsync.mail.render import Renderer
from sheetsync.model import AlertKind, Columns, DeadlineKind, Digest, Letter, Plan, Topic
from sheetsync.resources import data_path
from tests.builders import (
    APRIL,
    COLUMNS,
    OPEN,
    YEAR_ROUND,
    day,
    deadline,
    measure,
    plan,
)
from tests.digest.days import Office, of
from tests.digest.digests import LETTERHEAD, alert, digest, digest_item, item
from tests.digest.test_answer_by import COORDINATOR

WITHOUT = replace(
    COLUMNS, letters={name: at for name, at in COLUMNS.letters.items() if name != "status"}
)
QUARTERS = deadline(
    DeadlineKind.RECURRING, *(day(date(2021, month, 20)) for month in (3, 6, 9, 12))
)


def unmarked(*columns: Columns) -> Plan:
    return replace(plan(), columns=WITHOUT, further=columns)


def letter(found: Digest, of_plan: Plan, code: str = "ru") -> Letter:
    return in_words(found, of_plan, LETTERHEAD, load_language(code))


def sentences(found: Letter) -> Iterator[str]:
    """All that its reader is told, but for the way to answer, which the templates say."""
    yield from (found.subject, found.preheader, *found.opening, *found.closing)
    yield from (figure.label for figure in found.figures)
    for section in found.sections:
        yield from (section.heading, section.more, *section.lines)
        for entry in (*section.entries, *section.brief):
            yield from (entry.state, entry.when, entry.role, *entry.parts)
            yield from (link.label for link in entry.links)


@pytest.fixture(scope="module")
def year() -> list[Digest]:
    """All that letters may say of a year in which nobody says a word."""
    whens = (YEAR_ROUND, APRIL, OPEN, QUARTERS, deadline(DeadlineKind.DATE, day(date(2021, 6, 8))))
    office = Office(measures=[measure(str(n), when=each) for n, each in enumerate(whens, 1)])
    return office.run_through("2021-02-01", "2022-01-20")


@pytest.mark.parametrize(("code", "word"), [("ru", "отмет"), ("en", "mark")])
def test_nobody_is_asked_for_a_mark(year: list[Digest], code: str, word: str) -> None:
    letters = [letter(found, unmarked(), code) for found in of(year)]
    assert len(letters) > 10
    assert [said for one in letters for said in sentences(one) if word in said.lower()] == []
    assert not any(said.startswith((",", ";")) for one in letters for said in sentences(one))


def test_an_answer_is_asked_for_by_the_same_day(year: list[Digest]) -> None:
    asking = next(found for found in of(year) if found.topics.get(Topic.ASK))
    told = letter(asking, unmarked())
    assert "Просим ответить не позднее 14 апреля: п. 1, 3." in told.opening
    assert "НУЖЕН ВАШ ОТВЕТ: 1" in [section.heading.upper() for section in told.sections]
    assert not told.has_marks
    rendered = Renderer(data_path("templates", "email"), load_language("ru")).render(told)
    assert "отмет" not in rendered.text.lower()
    assert "отмет" not in rendered.html.lower()


def test_of_two_tables_each_is_asked_for_what_it_takes() -> None:
    """The second one, below row 9, has a column for marks."""
    late = [digest_item(item(due=date(2021, 4, 30), of=measure(n)), "late-10") for n in ("1", "9")]
    found = digest((Topic.OVERDUE, tuple(late)))
    both = letter(found, unmarked(replace(COLUMNS, row=9)))
    assert both.opening == ("Просим отметку: п. 9.", "Просим ответить: п. 1.")
    states = [entry.state for entry in (*both.sections[0].entries, *both.sections[0].brief)]
    assert [state.endswith("отметки нет") for state in states] == [False, True]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (AlertKind.ESCALATED, "Давно просрочено: 1"),
        (AlertKind.SILENT, "Спрошено дважды, столбца для ответа нет: 1"),
    ],
)
def test_the_coordinator_hears_why_and_what_to_do(kind: AlertKind, heading: str) -> None:
    named = alert(kind, item(due=date(2021, 4, 30)))
    for new in (True, False):
        found = replace(digest(kind="coordinator"), alerts=(replace(named, new=new),))
        told = letter(found, unmarked())
        assert [section.heading for section in told.sections] == [heading]
        assert told.opening[0].startswith("Столбца отметок нет, поэтому отметить выполнение негде")
        assert told.opening[0].endswith("раздел [status].")
        assert not any("отметки нет" in said for said in sentences(told))


def test_the_coordinators_letters_of_a_year_name_no_silence(year: list[Digest]) -> None:
    said = [
        words for found in of(year, COORDINATOR) for words in sentences(letter(found, unmarked()))
    ]
    assert not any("без отметки" in words or "отметки нет" in words for words in said)
