"""What a plan means on a day: from its table, or from the rows that were remembered of it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache, partial

from sheetsync.config import Config
from sheetsync.digest.policy_input import RowReader
from sheetsync.history.changes import StatusReader
from sheetsync.languages import load_language
from sheetsync.model import Agenda, Columns, Deadline, Line, Meaning, Plan, Progress, Snapshot
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.checks import check
from sheetsync.plan.findings import worst_first
from sheetsync.plan.reading import Dictionary, deadline_reader, understand
from sheetsync.plan.table import PlanTable
from sheetsync.plan.tabs import by_tab, columns_by_tab, findings_left_out, measures_of_tab, placed
from sheetsync.plan.workdays import Workdays
from sheetsync.words.milestones import agree, read_milestones
from sheetsync.words.progress import read_progress, same_word
from sheetsync.words.roster import RosterIndex
from sheetsync.words.wordings import read_by_wordings


def understood(table: PlanTable, config: Config, *, today: date) -> Plan:
    """The plan of a table as of a day, with its findings."""
    settings = config.settings.plan
    tabs = tuple(tab.tab for tab in (table, *table.tabs)) if table.tabs else ()
    measures, responsible = understand(table.lines, _dictionary(config), today=today, tabs=tabs)
    findings = (
        found
        for more, tab in by_tab(table)
        for found in placed(
            check(
                tab,
                measures_of_tab(measures, more) if tabs else measures,
                responsible,
                period=settings.period,
                synonyms=config.synonyms,
            ),
            more,
            tab=tab.tab if tabs else "",
        )
    )
    columns, *further = columns_by_tab(table)
    # That of one quarter's tab is not the whole plan's.
    title = table.title if {tab.title for tab in table.tabs} <= {table.title} else ""
    return Plan(
        title=settings.title or title or _usual_title(config),
        period=settings.period,
        tab=table.tab,
        columns=columns,
        measures=measures,
        findings=worst_first((*findings, *findings_left_out(table))),
        further=tuple(further),
        tabs=tabs,
    )


def _usual_title(config: Config) -> str:
    """What a plan is called that nobody has called anything."""
    plan = config.settings.plan
    sentence = load_language(plan.language).gettext("Plan of measures for {year}")
    return sentence.format(year=plan.period.label)


def remembered(snapshot: Snapshot, config: Config, *, today: date) -> Plan:
    """The plan of a snapshot as of a day; it has no findings, and its columns are not known."""
    lines = [row.line for row in snapshot.rows]
    measures, _ = understand(lines, _dictionary(config), today=today, tabs=snapshot.tabs)
    return Plan(
        title=snapshot.title,
        period=config.settings.plan.period,
        tab=snapshot.tab,
        columns=Columns(row=0, letters={}, headers={}),
        measures=measures,
        tabs=snapshot.tabs,
    )


def workdays_of(config: Config) -> Workdays:
    """The organisation's working days."""
    calendar = config.settings.calendar
    return _workdays(calendar.country, calendar.extra_days_off, calendar.extra_working_days)


# It remembers the days that it was asked for: the same serve every day of a simulation.
@lru_cache(maxsize=64)
def _workdays(country: str, off: tuple[date, ...], on: tuple[date, ...]) -> Workdays:
    return Workdays(country, extra_days_off=off, extra_working_days=on)


def agenda_of(plan: Plan, config: Config, *, today: date, since: dict[int, date]) -> Agenda:
    """The agenda of a day; `since` tells by row since when its status stands."""
    days = config.settings.digest
    warnings = Warnings(
        workdays=workdays_of(config), days=days.before, explicit_days=days.before_explicit
    )
    return build_agenda(plan, today=today, warnings=warnings, since=since)


def status_reader_of(config: Config, *, today: date) -> StatusReader:
    """What two statuses of one row mean, as of a day."""
    progress = progress_of(config, today)
    return StatusReader(
        done=lambda line: progress(line).meaning is Meaning.DONE,
        same_meaning=lambda was, now: same_word(progress(was), progress(now)),
    )


def reader_of(
    config: Config,
    *,
    today: date,
    leads: Mapping[str, str],
    due: Callable[[Line], date | None],
) -> RowReader:
    """Who leads a remembered row, what its status means and when it is due, as of a day.

    `leads` are those who lead for responsible cells that are understood already.
    """
    progress = progress_of(config, today)
    known = dict(leads)

    def lead(line: Line) -> str:
        if line.responsible not in known:
            (measure,), _ = understand((line,), _dictionary(config), today=today)
            known[line.responsible] = measure.assignment.lead_name
        return known[line.responsible]

    return RowReader(lead=lead, meaning=lambda line: progress(line).meaning, due=due)


def party_test(config: Config) -> Callable[[str], bool]:
    """Whether a title names an entry of the roster, and beyond doubt."""
    # Built once: an index over the roster is too dear to make for each title.
    index = RosterIndex(config.roster, morphology=morphology())
    return lambda title: index.match(title).how in ("exact", "alias")


def deadline_of(config: Config) -> Callable[[Line], Deadline]:
    """What the deadline of a remembered row means."""
    read = deadline_reader(_dictionary(config))
    return lambda line: read(line.deadline, line.section)


def progress_of(config: Config, today: date) -> Callable[[Line], Progress]:
    """What the status of a remembered row means, as of a day."""
    return _progress_reader(_dictionary(config), today)


@lru_cache(maxsize=1)  # as `deadline_reader`
def _progress_reader(dictionary: Dictionary, today: date) -> Callable[[Line], Progress]:
    period, due = dictionary.period, deadline_reader(dictionary)

    @cache
    def progress(status: str, deadline: str, section: str, measure: str) -> Progress:
        milestones = read_milestones(measure, year=period.starts.year, period=period)
        read_due = due(deadline, section)
        read = partial(
            read_progress,
            deadline=read_due,
            milestones=milestones if agree(milestones, read_due) else (),
            today=today,
            period=period,
        )
        return read_by_wordings(status, read, dictionary.wordings)

    return lambda line: progress(line.status, line.deadline, line.section, line.measure)


def _dictionary(config: Config) -> Dictionary:
    return Dictionary(
        period=config.settings.plan.period,
        roster=config.roster,
        morphology=morphology(),
        wordings=config.wordings,
    )
