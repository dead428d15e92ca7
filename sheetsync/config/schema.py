"""What each configuration file may hold: the one table of options, their types and defaults."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Literal

from sheetsync.config.addresses import address as mail_address
from sheetsync.config.addresses import link, named_address
from sheetsync.config.layers import WORKBOOK_FILE
from sheetsync.config.options import (
    Key,
    Reader,
    checked,
    day,
    file_path,
    filled,
    flag,
    hour,
    key,
    mapping,
    one_of,
    part,
    section,
    sequence,
    table,
    text,
    values_of,
    web_address,
    whole,
    zone,
)
from sheetsync.languages import CODES, PLANS, _
from sheetsync.model import FIELDS, PROVIDERS, ColumnRule, PlanPeriod
from sheetsync.model.frozen import fields_of
from sheetsync.model.policy import PolicyRules

ALL_TABS = "*"
"""In place of a tab's title: the plan is on all of them."""


def _plan_tabs(value: object) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value
    entries = value if isinstance(value, list | tuple) else ()
    titles = tuple(title for title in entries if isinstance(title, str))
    folded = {title.strip().casefold() for title in titles}
    if folded and len(folded) == len(entries) and folded.isdisjoint(("", ALL_TABS)):
        return titles
    raise ValueError(_('name each tab of the plan once, as in ["Q1", "Q2"], or take them all: "*"'))


def _country(value: str) -> str:
    import holidays  # only a file that names a country needs it

    if value not in holidays.list_supported_countries():
        raise ValueError(
            _("there is no calendar for the country “{value}”; for example: RU", value=value)
        )
    return value


_file = checked(file_path)
_UNNAMED: str | tuple[str, ...] = ""


@section
class PlanSection:
    """Where the plan lives and what period it is for."""

    workbook: str = key(_file, default=WORKBOOK_FILE)
    link: str = key(link, default="")
    spreadsheet: str = key(text, default="")
    google_key: str = key(_file, default="")
    tab: str | tuple[str, ...] = key(_plan_tabs, default=_UNNAMED)
    year: int = key(whole(1990, 2100))
    starts: date | None = key(day, default=None)
    ends: date | None = key(day, default=None)
    fiscal_year_begins: int = key(whole(0, 12), default=0)
    title: str = key(text, default="")
    timezone: str = key(checked(zone), default="Europe/Moscow")
    language: str = key(one_of(*CODES), default=PLANS)
    adopted: date | None = key(day, default=None)

    def __post_init__(self) -> None:
        """Raise ValueError where it has no period."""
        starts, ends, year = self.starts, self.ends, self.year
        if (starts is None) is not (ends is None):
            raise ValueError(_("Give starts and ends together: the first and last day of the plan"))
        if starts and ends and ends <= starts:
            words = _(
                "the plan ends on {ends}, earlier than it starts: {starts}",
                ends=ends,
                starts=starts,
            )
            raise ValueError(words)
        if starts and ends and year not in (starts.year, ends.year):
            words = _(
                "year = {year}, but starts = {starts}: remove one of the two",
                year=year,
                starts=starts,
            )
            raise ValueError(words)

    @property
    def tabs(self) -> tuple[str, ...] | None:
        """The titles of the plan's tabs, () for all there are; None where it is on one tab."""
        return self.tab if isinstance(self.tab, tuple) else () if self.tab == ALL_TABS else None

    @property
    def one_tab(self) -> str:
        """The title of its one tab, "" where none is named or it is on several."""
        return self.tab if isinstance(self.tab, str) and self.tab != ALL_TABS else ""

    @property
    def period(self) -> PlanPeriod:
        """The plan's first and last day."""
        if self.starts and self.ends:
            return PlanPeriod(self.starts, self.ends)
        return PlanPeriod.of_year(self.year)

    @property
    def asks_from(self) -> date | None:
        """Nothing is asked before it: the plan's adoption, or the first day that is named."""
        return self.adopted or self.starts


def _plan(value: object) -> PlanSection:
    """Who names the first and the last day need not name the year."""
    if isinstance(value, dict) and isinstance(starts := value.get("starts"), date):
        return part(PlanSection)({"year": starts.year, **value})
    return part(PlanSection)(value)


@section
class OrganisationSection:
    """What the organisation calls itself, in letters and in the plan."""

    name: str = key(text, default="")
    tails: tuple[str, ...] = key(sequence(text), default=())


@section
class CoordinatorSection:
    """The person who looks after the plan."""

    name: str = key(filled)
    address: str = key(mail_address)


@section
class PersonSection:
    """Somebody who gets letters on the whole plan: a section of this sort is a line of Settings."""

    name: str = key(text, default="")
    address: str | None = key(mail_address, default=None)


@section
class ChairSection(PersonSection):
    """Who presides, and when."""

    sittings: tuple[date, ...] = key(sequence(day), default=())


@section
class MailSection:
    """Where letters go, without a server into the folder `outbox`, and from whom."""

    outbox: str = key(_file, default="outbox")
    sender: str = key(named_address)
    provider: str | None = key(one_of(*PROVIDERS), default=None)
    server: str = key(text, default="")
    port: int | None = key(whole(1, 65535), default=None)
    security: Literal["tls", "starttls", "plain"] | None = key(
        one_of("tls", "starttls", "plain"), default=None
    )
    login: str = key(text, default="")
    password_file: str = key(_file, default="")
    certificates: str = key(text, default="")
    daily_limit: int | None = key(whole(1), default=None)
    timeout: int = key(whole(1, 600), default=60)
    redirect_to: str | None = key(mail_address, default=None)
    allowed_domains: tuple[str, ...] = key(sequence(text), default=())


_days, _months = whole(0, 366), sequence(whole(1, 12))
# A number of the policy is one of days unless it says otherwise here.
_RULES = {
    "ask_months": _months,
    "request_months": _months,
    "close_month": whole(1, 12),
    "close_again": whole(1, 28),  # a day of that month, which may be February
    "calendar": flag,
}
_digest = table(
    PolicyRules,
    {name: Key(name, _RULES.get(name, _days), required=False) for name in fields_of(PolicyRules)},
)


@section
class JobSection:
    """When the daily run begins, after how many minutes it is missed, and who hears of it."""

    at: time | None = key(hour, default=None)
    days: Literal["all", "working"] = key(one_of("all", "working"), default="all")
    # Less than a day's 1440 minutes: then the next run is due.
    late_after: int = key(whole(1, 1439), default=30)
    log: str = key(_file, default="")
    ping_url: str = key(checked(web_address), default="")
    notify: tuple[str, ...] = key(sequence(text), default=())
    notify_on: Literal["failure", "always"] = key(one_of("failure", "always"), default="failure")


@section
class CalendarSection:
    """Whose working days count."""

    country: str = key(checked(_country), default="RU")
    extra_days_off: tuple[date, ...] = key(sequence(day), default=())
    extra_working_days: tuple[date, ...] = key(sequence(day), default=())
    terms: dict[str, tuple[date, ...]] = key(
        mapping(sequence(day, least=1, most=2)), default_factory=dict
    )


@section
class WordingsFile:
    """wordings.toml: phrases of the plan and what they mean."""

    deadlines: dict[str, str] = key(mapping(text), default_factory=dict)
    statuses: dict[str, str] = key(mapping(text), default_factory=dict)


@section
class Settings:
    """sheetsync.toml."""

    plan: PlanSection = key(_plan)
    organisation: OrganisationSection = key(
        part(OrganisationSection), default=OrganisationSection()
    )
    coordinator: CoordinatorSection = key(part(CoordinatorSection))
    mail: MailSection = key(part(MailSection))
    chair: ChairSection = key(part(ChairSection), default=ChairSection())
    digest: PolicyRules = key(_digest, default=PolicyRules())
    calendar: CalendarSection = key(part(CalendarSection), default=CalendarSection())
    job: JobSection = key(part(JobSection), default=JobSection())

    def addresses(self) -> Iterator[str]:
        """Where letters may go, besides the roster."""
        yield from self.readers()
        if self.mail.redirect_to:
            yield self.mail.redirect_to

    def readers(self) -> Iterator[str]:
        """Whom letters are for, besides the roster."""
        yield self.coordinator.address
        yield from filter(None, (each.address for each in self.people().values()))

    def people(self) -> dict[str, PersonSection]:
        """By the name of the section who gets letters on the whole plan, with an address or not."""
        parts = values_of(self).items()
        return {name: one for name, one in parts if isinstance(one, PersonSection)}


def _cell(value: object) -> str:
    """A bare number as the text that its cell shows: values = [0, 50, 100]."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    # Spreadsheets keep 15 digits of a number.
    return text(f"{value:.15g}" if number else value)


_rule = table(
    ColumnRule,
    {
        "headers": Key("headers", sequence(text, least=1)),
        "begins": Key("begins", sequence(text), required=False),
        "required": Key("required", flag, required=False),
        "unique": Key("unique", flag, required=False),
        "values": Key("values", sequence(_cell), required=False),
    },
)


def _column_rules(
    own: Mapping[str, ColumnRule] = MappingProxyType({}), **fields: ColumnRule
) -> dict[str, ColumnRule]:
    return {field: fields[field] for field in FIELDS} | {
        f"own.{name}": rule for name, rule in own.items()
    }


# A section for each field, so that a new one is not named here too.
_columns = {"own": Key("own", mapping(_rule), required=False)} | {
    field: Key(field, _rule) for field in FIELDS
}
columns_file: Reader[dict[str, ColumnRule]] = table(_column_rules, _columns)
"""columns.toml: by field, in the order of `FIELDS`, then by "own.name" the organisation's own."""
