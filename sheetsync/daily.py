"""The daily run: read, understand, tell, show. Each step is data that `--dry-run` can print."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sheetsync.config import Config
from sheetsync.digest.compose import compose
from sheetsync.digest.entries import Desk
from sheetsync.digest.wording import word
from sheetsync.errors import DeliveryError, SheetsyncError, WorkbookError
from sheetsync.mail.mailbox import Mailbox
from sheetsync.mail.message import Envelope, build_message
from sheetsync.mail.preview import Preview
from sheetsync.mail.render import Rendered, Renderer
from sheetsync.model import Agenda, Letter, Measure, Plan, Tab
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import Warnings, build_agenda
from sheetsync.plan.checks import check
from sheetsync.plan.reading import Dictionary, understand
from sheetsync.plan.table import read_table
from sheetsync.plan.workdays import Workdays
from sheetsync.resources import data_path
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.findings import findings_tab
from sheetsync.workbooks.base import Workbook, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of one letter: put into the mailbox, there already, or `error` in words."""

    letter: Letter
    sent: bool
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did. `problems` are the errors that did not stop it, the worst exit code first."""

    agenda: Agenda
    deliveries: tuple[Delivery, ...]
    written: Written | None
    problems: tuple[SheetsyncError, ...]


def run(config: Config, workbook: Workbook, *, now: datetime) -> Report:
    """One day of one plan; `now` is the time of the run in the plan's zone.

    A second run on the same day finds its letters in the mailbox and its tabs in the workbook.
    Raises SheetsyncError where the plan cannot be read at all: then nobody is told anything.
    """
    agenda = read_agenda(config, workbook, today=now.date())
    deliveries = tuple(
        deliver(config, letter, now=now) for letter in letters(config, workbook, agenda)
    )
    failed = [DeliveryError(delivery.error) for delivery in deliveries if delivery.error]
    try:
        written = workbook.write(tabs(agenda, stamp=now), plan_tab=agenda.plan.tab)
    except WorkbookError as error:
        return Report(agenda=agenda, deliveries=deliveries, written=None, problems=(error, *failed))
    return Report(agenda=agenda, deliveries=deliveries, written=written, problems=tuple(failed))


def read_plan(config: Config, workbook: Workbook, *, today: date) -> Plan:
    """The plan tab, understood as of a day, with its findings."""
    settings = config.settings
    table = read_table(workbook.read(settings.plan.tab), config.synonyms)
    dictionary = Dictionary(year=settings.plan.year, roster=config.roster, morphology=morphology())
    measures, responsible = understand(table, dictionary, today=today)
    return Plan(
        title=settings.plan.title or table.title,
        year=settings.plan.year,
        tab=table.tab,
        columns=table.header.columns(),
        measures=measures,
        findings=check(table, measures, responsible, year=settings.plan.year),
    )


def read_agenda(config: Config, workbook: Workbook, *, today: date) -> Agenda:
    """The plan as it stands on that day."""
    settings = config.settings
    workdays = Workdays(
        settings.calendar.country,
        extra_days_off=settings.calendar.extra_days_off,
        extra_working_days=settings.calendar.extra_working_days,
    )
    warnings = Warnings(
        workdays=workdays,
        days=settings.warnings.days,
        explicit_days=settings.warnings.explicit_days,
    )
    plan = read_plan(config, workbook, today=today)
    return build_agenda(plan, today=today, warnings=warnings)


def letters(config: Config, workbook: Workbook, agenda: Agenda) -> tuple[Letter, ...]:
    """The letters of the agenda's day, in the order of their addresses."""
    coordinator = config.settings.coordinator
    desk = Desk(
        coordinator=coordinator.name,
        address=coordinator.address,
        cell_url=partial(_status_url, workbook, agenda.plan),
    )
    return tuple(word(digest, agenda.plan, desk) for digest in compose(agenda))


def tabs(agenda: Agenda, *, stamp: datetime) -> tuple[Tab, ...]:
    """Our tabs as of the agenda's day; `stamp` is the time of the run in the plan's zone."""
    return chair_tab(agenda, stamp=stamp), findings_tab(agenda.plan, today=agenda.today)


def render(letter: Letter) -> Rendered:
    """The letter as the templates lay it out."""
    return Renderer(data_path("templates", "email")).render(letter)


def deliver(config: Config, letter: Letter, *, now: datetime) -> Delivery:
    """Put the letter into the mailbox, unless the day's letter to that address is there."""
    mailbox = Mailbox(config.outbox)
    key = f"{letter.digest.today}.{letter.digest.address}"
    if mailbox.holds(key):
        return Delivery(letter=letter, sent=False)
    try:
        mailbox.put(key, message(config, letter, now=now))
    except DeliveryError as error:
        return Delivery(letter=letter, sent=False, error=str(error))
    return Delivery(letter=letter, sent=True)


def previews(config: Config, letters: tuple[Letter, ...], *, now: datetime) -> list[Preview]:
    """The letters as they would be sent at that time, to look at."""
    return [
        Preview(
            address=letter.digest.address,
            rendered=render(letter),
            message=message(config, letter, now=now),
        )
        for letter in letters
    ]


def message(config: Config, letter: Letter, *, now: datetime) -> bytes:
    """The letter as it would be sent at that time."""
    envelope = Envelope(
        sender=config.settings.mail.sender,
        reply_to=config.settings.coordinator.address,
        to=letter.digest.address,
        key=f"digest {letter.digest.today} {letter.digest.address}",
        sent=now,
    )
    return build_message(render(letter), envelope)


def _status_url(workbook: Workbook, plan: Plan, measure: Measure) -> str:
    """Where the reader writes the mark; the measure itself where the plan has no status column."""
    letters = plan.columns.letters
    column = letters.get("status") or letters["measure"]
    return workbook.link(f"{column}{measure.row}", plan_tab=plan.tab)
