"""What each configuration file may hold: the one table of options, their types and defaults."""

import os
from collections.abc import Iterator
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    create_model,
    model_validator,
)

from sheetsync.config.addresses import Address, Link, Mailbox
from sheetsync.config.values import file_path, hour, web_address, zone
from sheetsync.languages import _
from sheetsync.model import FIELDS, PlanPeriod, Synonyms

# Else pydantic asks every installed package for plugins, 8 ms; none of ours has one.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

ALL_TABS = "*"
"""In place of a tab's title: the plan is on all of them."""


def _plan_tabs(value: object) -> object:
    titles = value if isinstance(value, list | tuple) else [value]
    folded = {title.strip().casefold() for title in titles if isinstance(title, str)}
    alone = isinstance(value, str)
    if len(folded) < len(titles) or not (alone or (folded and folded.isdisjoint(("", ALL_TABS)))):
        said = _('name each tab of the plan once, as in ["Q1", "Q2"], or take them all: "*"')
        raise ValueError(said)
    return value if alone else tuple(titles)


def _country(value: str) -> str:
    # Here, as only a file that names a country needs it.
    import holidays

    if value not in holidays.list_supported_countries():
        raise ValueError(
            _("there is no calendar for the country “{value}”; for example: RU", value=value)
        )
    return value


_FilePath = Annotated[str, AfterValidator(file_path)]


class SettingsSection(BaseModel):
    """What all sections have in common."""

    # A section's validator is built with its file's: one of its own for each took 8 ms.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class PlanSection(SettingsSection):
    """Where the plan lives and what period it is for."""

    workbook: _FilePath = "plan.xlsx"
    link: Link = ""
    spreadsheet: str = ""
    google_key: _FilePath = ""
    tab: Annotated[str | tuple[str, ...], BeforeValidator(_plan_tabs)] = ""
    year: Annotated[StrictInt, Field(ge=1990, le=2100)]
    starts: date | None = None
    ends: date | None = None
    fiscal_year_begins: Annotated[StrictInt, Field(ge=0, le=12)] = 0
    title: str = ""
    timezone: Annotated[str, AfterValidator(zone)] = "Europe/Moscow"
    language: Literal["ru", "en"] = "ru"
    adopted: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _with_year(cls, given: Any) -> Any:
        """Who names the first and the last day need not name the year."""
        starts = given.get("starts") if isinstance(given, dict) else None
        return {"year": starts.year, **given} if isinstance(starts, date) else given

    @model_validator(mode="after")
    def _has_a_period(self) -> "PlanSection":
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
        return self

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


class OrganisationSection(SettingsSection):
    """What the organisation calls itself, in letters and in the plan."""

    name: str = ""
    tails: tuple[str, ...] = ()


class CoordinatorSection(SettingsSection):
    """The person who looks after the plan."""

    name: Annotated[str, Field(min_length=1)]
    address: Address


class ChairSection(SettingsSection):
    """Who presides, and when."""

    name: str = ""
    address: Address | None = None
    sittings: tuple[date, ...] = ()


class MailSection(SettingsSection):
    """Where letters go and from whom they come.

    Without a server they go into the local mailbox `outbox`.
    """

    outbox: _FilePath = "outbox"
    sender: Mailbox
    provider: Literal["gmail", "yandex", "mail.ru"] | None = None
    server: str = ""
    port: Annotated[StrictInt, Field(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "plain"] | None = None
    login: str = ""
    password_file: _FilePath = ""
    certificates: str = ""
    daily_limit: Annotated[StrictInt, Field(ge=1)] | None = None
    timeout: Annotated[StrictInt, Field(ge=1, le=600)] = 60
    redirect_to: Address | None = None
    allowed_domains: tuple[str, ...] = ()


_Days = Annotated[StrictInt, Field(ge=0, le=366)]
_Months = tuple[Annotated[StrictInt, Field(ge=1, le=12)], ...]


class DigestSection(SettingsSection):
    """Who is told what, and when: days before and after the last one, months, silences.

    Days before the last one and days of silence are calendar days, all others working days.
    """

    before: _Days = 7
    before_explicit: _Days = 14
    late_explicit: _Days = 1
    late_words: _Days = 3
    late_again: _Days = 10
    late_monthly: _Days = 20
    spacing: _Days = 3
    word: _Days = 45
    pulse_again: _Days = 10
    ask_months: _Months = (2, 4, 7, 10)
    request_months: _Months = (4, 7, 10, 12)
    close_month: Annotated[StrictInt, Field(ge=1, le=12)] = 12
    # A day of that month, which may be February.
    close_again: Annotated[StrictInt, Field(ge=1, le=28)] = 20
    escalate_late: _Days = 12
    escalate_silent: _Days = 10
    quiet_start: _Days = 10
    sitting: _Days = 3
    calendar: bool = False


class JobSection(SettingsSection):
    """When the daily run begins, after how many minutes it is missed, and who hears of it."""

    at: Annotated[time | None, BeforeValidator(hour)] = None
    days: Literal["all", "working"] = "all"
    # Less than a day's 1440 minutes: then the next run is due.
    late_after: Annotated[StrictInt, Field(ge=1, le=1439)] = 30
    log: _FilePath = ""
    ping_url: Annotated[str, AfterValidator(web_address)] = ""
    notify: tuple[str, ...] = ()
    notify_on: Literal["failure", "always"] = "failure"


class CalendarSection(SettingsSection):
    """Whose working days count."""

    country: Annotated[str, AfterValidator(_country)] = "RU"
    extra_days_off: tuple[date, ...] = ()
    extra_working_days: tuple[date, ...] = ()
    terms: dict[str, Annotated[tuple[date, ...], Field(min_length=1, max_length=2)]] = {}


class WordingsFile(SettingsSection):
    """wordings.toml: phrases of the plan and what they mean."""

    deadlines: dict[str, str] = {}
    statuses: dict[str, str] = {}


class Settings(SettingsSection):
    """sheetsync.toml."""

    plan: PlanSection
    organisation: OrganisationSection = OrganisationSection()
    coordinator: CoordinatorSection
    mail: MailSection
    chair: ChairSection = ChairSection()
    digest: DigestSection = DigestSection()
    calendar: CalendarSection = CalendarSection()
    job: JobSection = JobSection()

    def addresses(self) -> Iterator[str]:
        """Where letters may go, besides the roster."""
        yield self.coordinator.address
        yield from filter(None, (self.chair.address, self.mail.redirect_to))


def _as_text(value: object) -> object:
    """A bare number as the text that its cell shows: values = [0, 50, 100]."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    # Spreadsheets keep 15 digits of a number.
    return f"{value:.15g}" if number else value


class FieldEntry(SettingsSection):
    """How the header of one field is recognised, and what its cells may hold."""

    required: StrictBool = False
    headers: Annotated[tuple[str, ...], Field(min_length=1)]
    begins: tuple[str, ...] = ()
    unique: StrictBool = False
    values: tuple[Annotated[str, BeforeValidator(_as_text)], ...] = ()


class ColumnSections(SettingsSection):
    """What columns.toml holds besides a section for each of the plan's fields."""

    own: dict[str, FieldEntry] = {}

    def as_synonyms(self) -> dict[str, Synonyms]:
        """By field, in the order of `FIELDS`, then by "own.name" the organisation's own columns."""
        entries = {field: getattr(self, field) for field in FIELDS}
        entries |= {f"own.{name}": entry for name, entry in self.own.items()}
        return {field: Synonyms(**entry.model_dump()) for field, entry in entries.items()}


# A section for each field, so that a new one is not named here too.
_FIELDS: dict[str, Any] = dict.fromkeys(FIELDS, (FieldEntry, ...))
ColumnsFile = create_model("ColumnsFile", __base__=ColumnSections, **_FIELDS)
"""columns.toml."""
