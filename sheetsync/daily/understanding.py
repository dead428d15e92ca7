"""What a plan means on a day: from its table, or from the rows that were remembered of it."""

from datetime import date

from sheetsync.config import Config
from sheetsync.model import Agenda, Columns, Line, Meaning, Plan, Progress, Snapshot
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.changes import Judge
from sheetsync.plan.checks import check
from sheetsync.plan.reading import Dictionary, understand
from sheetsync.plan.table import PlanTable
from sheetsync.plan.workdays import Workdays
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.milestones import read_milestones
from sheetsync.words.progress import read_progress, same_word


def understood(table: PlanTable, config: Config, *, today: date) -> Plan:
    """The plan of a table as of a day, with its findings."""
    settings = config.settings.plan
    measures, responsible = understand(table.lines, _dictionary(config), today=today)
    return Plan(
        title=settings.title or table.title or f"План мероприятий на {settings.year} год",
        year=settings.year,
        tab=table.tab,
        columns=table.header.columns(),
        measures=measures,
        findings=check(table, measures, responsible, year=settings.year),
    )


def remembered(snapshot: Snapshot, config: Config, *, today: date) -> Plan:
    """The plan of a snapshot as of a day; it has no findings, and its columns are not known."""
    lines = [row.line for row in snapshot.rows]
    measures, _ = understand(lines, _dictionary(config), today=today)
    return Plan(
        title=snapshot.title,
        year=snapshot.year,
        tab=snapshot.tab,
        columns=Columns(row=0, letters={}, headers={}),
        measures=measures,
    )


def agenda_of(plan: Plan, config: Config, *, today: date, since: dict[int, date]) -> Agenda:
    """The agenda of a day; `since` tells by row since when its status stands."""
    calendar, days = config.settings.calendar, config.settings.warnings
    workdays = Workdays(
        calendar.country,
        extra_days_off=calendar.extra_days_off,
        extra_working_days=calendar.extra_working_days,
    )
    warnings = Warnings(workdays=workdays, days=days.days, explicit_days=days.explicit_days)
    return build_agenda(plan, today=today, warnings=warnings, since=since)


def judge_of(config: Config, *, today: date) -> Judge:
    """What two statuses of one row mean, as of a day."""

    def progress(line: Line) -> Progress:
        deadline = read_deadline(line.deadline, year=config.settings.plan.year)
        milestones = read_milestones(line.measure, year=config.settings.plan.year)
        return read_progress(line.status, deadline=deadline, milestones=milestones, today=today)

    return Judge(
        done=lambda line: progress(line).meaning is Meaning.DONE,
        same_meaning=lambda was, now: same_word(progress(was), progress(now)),
    )


def _dictionary(config: Config) -> Dictionary:
    year = config.settings.plan.year
    return Dictionary(year=year, roster=config.roster, morphology=morphology())
