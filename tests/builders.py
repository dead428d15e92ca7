"""Short ways to say a measure, a plan and a grid in a test."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sheetsync.languages import load_language
from sheetsync.model import (
    Agenda,
    Assignment,
    CellValue,
    Columns,
    Deadline,
    DeadlineKind,
    Department,
    Grid,
    Line,
    Meaning,
    Measure,
    Milestone,
    Occurrence,
    Party,
    Plan,
    PlanPeriod,
    Progress,
    Responsibles,
    SummaryContext,
)
from sheetsync.summary.inputs import Inputs

COLUMNS = Columns(
    row=3,
    letters={"number": "A", "measure": "B", "deadline": "C", "responsible": "D", "status": "E"},
    headers={
        "number": "№ п/п",
        "measure": "Мероприятие",
        "deadline": "Сроки",
        "responsible": "Ответственные",
        "status": "Отметка",
    },
)
DEPARTMENT = Department(name="Отдел кадров", addresses=("hr@example.org",))


def grid(*rows: tuple[CellValue, ...]) -> Grid:
    return Grid(title="План", rows=rows)


def month(number: int, *, year: int = 2021) -> Occurrence:
    last = date(year, number + 1, 1) if number < 12 else date(year + 1, 1, 1)
    return Occurrence(due=date.fromordinal(last.toordinal() - 1), starts=date(year, number, 1))


def day(due: date) -> Occurrence:
    return Occurrence(due=due, starts=due, explicit=True)


def deadline(kind: DeadlineKind, *occurrences: Occurrence, due: date | None = None) -> Deadline:
    last = due or (occurrences[-1].due if occurrences else None)
    return Deadline(text="срок", kind=kind, rule="правило", due=last, occurrences=occurrences)


def milestone(what: str, occurrence: Occurrence) -> Milestone:
    return Milestone(what=what, text=what, deadline=deadline(DeadlineKind.MONTH, occurrence))


def progress(meaning: Meaning = Meaning.BLANK, on: date | None = None) -> Progress:
    return Progress(text="" if meaning is Meaning.BLANK else "отметка", meaning=meaning, on=on)


APRIL = deadline(DeadlineKind.MONTH, month(4))
YEAR_ROUND = deadline(DeadlineKind.YEAR_ROUND, due=date(2021, 12, 31))
OPEN = deadline(DeadlineKind.OPEN)


def measure(
    number: str = "1",
    *,
    when: Deadline = APRIL,
    done: Progress | None = None,
    milestones: tuple[Milestone, ...] = (),
    lead: Department | None = DEPARTMENT,
    helpers: tuple[Department, ...] = (),
    text: str = "Провести заседание",
    row: int = 0,
) -> Measure:
    names = tuple(Party(name=d.name, text=d.name) for d in (lead, *helpers) if d)
    said, mark = "ответственные", done or progress()
    return Measure(
        line=Line(row or int(number) + 3, number, text, when.text, said, mark.text, "", ""),
        deadline=when,
        milestones=milestones,
        responsibles=Responsibles(text=said, parties=names),
        progress=mark,
        assignment=Assignment(lead=lead, helpers=helpers),
    )


def with_words(one: Measure, **words: Any) -> Measure:
    """The measure with other words in its line, or another row."""
    return replace(one, line=one.line._replace(**words))


def inputs(agenda: Agenda, *, language: str = "ru", **known: Any) -> Inputs:
    """What a tab is made from; `known` is what else the background says."""
    background = SummaryContext(**{"stamp": datetime(2021, 5, 4, 10, 2, tzinfo=UTC), **known})
    return Inputs(agenda=agenda, context=background, language=load_language(language))


def plan(*measures: Measure) -> Plan:
    return Plan(
        title="План мероприятий",
        period=PlanPeriod.of_year(2021),
        tab="План",
        columns=COLUMNS,
        measures=measures,
    )
