"""The settings of a plan in the form that the pure side takes."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from sheetsync.config import Config
from sheetsync.languages import load_language
from sheetsync.morphology import morphology
from sheetsync.plan.agenda import PlanContext
from sheetsync.plan.items import Warnings
from sheetsync.plan.measures import Dictionary, LineReader, line_reader
from sheetsync.plan.workdays import Workdays
from sheetsync.words.roster import RosterIndex


def context_of(config: Config) -> PlanContext:
    """All that a plan's rows are read with."""
    plan, digest = config.settings.plan, config.settings.digest
    untitled = load_language(plan.language).gettext("Plan of measures for {year}")
    return PlanContext(
        dictionary=dictionary_of(config),
        warnings=Warnings(
            workdays=workdays_of(config), days=digest.before, explicit_days=digest.before_explicit
        ),
        column_rules=config.column_rules,
        title=plan.title,
        untitled=untitled.format(year=plan.period.label),
    )


def dictionary_of(config: Config) -> Dictionary:
    """What the words of its cells are read with."""
    return Dictionary(
        period=config.settings.plan.period,
        roster=config.roster,
        morphology=morphology(),
        wordings=config.wordings,
    )


def workdays_of(config: Config) -> Workdays:
    """The organisation's working days."""
    calendar = config.settings.calendar
    return _workdays(calendar.country, calendar.extra_days_off, calendar.extra_working_days)


# It remembers the days that it was asked for: the same serve every day of a simulation.
@lru_cache(maxsize=64)
def _workdays(country: str, off: tuple[date, ...], on: tuple[date, ...]) -> Workdays:
    return Workdays(country, extra_days_off=off, extra_working_days=on)


def line_reader_of(config: Config, *, today: date) -> LineReader:
    """What the cells of a remembered row mean, as of a day."""
    return line_reader(dictionary_of(config), today)


def party_test(config: Config) -> Callable[[str], bool]:
    """A test whether a title surely names an entry of the roster."""
    # Built once: an index over the roster is too dear to make for each title.
    index = RosterIndex(config.roster, morphology=morphology())
    return lambda title: index.match(title).how in ("exact", "alias")
