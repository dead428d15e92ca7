"""Reads the files of a configuration folder; whatever is wrong in them is reported at once."""

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sheetsync.config.addresses import Spellings, bare_address, first_spellings
from sheetsync.config.fleet import SharedSettings, shared_of
from sheetsync.config.layers import (
    REGISTRY_FILE,
    ROSTER_FILE,
    SETTINGS_FILE,
    Layer,
    laid_over,
    merged,
    merged_roster,
    renewed,
    source_of,
)
from sheetsync.config.options import part
from sheetsync.config.problems import config_error, problem_words, toml_table, validated
from sheetsync.config.roster_schema import RosterFile
from sheetsync.config.schema import Settings, WordingsFile, columns_file
from sheetsync.config.server import mail_problems, server_of
from sheetsync.errors import ConfigError
from sheetsync.languages import PLANS, file_in
from sheetsync.model import NO_WORDINGS, ColumnRule, MailServer, Roster, Tell, Term, Wordings
from sheetsync.model.fields import FIELDS
from sheetsync.model.frozen import frozen
from sheetsync.resources import data_path

COLUMNS_FILE = "columns.toml"
WORDINGS_FILE = "wordings.toml"
TEMPLATE_FILE = "report.docx"


@frozen
class Config:
    """Everything that one configuration folder says.

    `spellings` has each address as it is written there, by the same in small letters; `database` is
    the one of PostgreSQL that the plans of a fleet share, "" for a file.
    """

    folder: Path
    settings: Settings
    roster: Roster
    column_rules: dict[str, ColumnRule]
    spellings: Spellings
    wordings: Wordings = NO_WORDINGS
    database: str = ""

    def readers(self) -> frozenset[str]:
        """Every address that letters of the plan are for, on whatever day."""
        told = (entry for entry in self.roster.departments if entry.tell is not Tell.NONE)
        listed = (address for entry in told for address in entry.mailboxes())
        return frozenset((*self.settings.readers(), *listed))

    def names(self, address: str) -> bool:
        """Whether the settings or the roster have the address, in any case of letters."""
        return address.casefold() in self.spellings

    @property
    def workbook(self) -> Path:
        """The workbook that holds the plan."""
        return Path(os.path.normpath(self.folder / self.settings.plan.workbook))

    @property
    def outbox(self) -> Path:
        """The folder that letters go into where no server is named."""
        return self.folder / self.settings.mail.outbox

    @property
    def own_template(self) -> Path:
        """Where the organisation's own template of board papers lies, if it has one."""
        return self.folder / TEMPLATE_FILE

    @property
    def report_template(self) -> Path:
        """The template of board papers: the organisation's own, or else that of its language."""
        own, ours = self.own_template, data_path("config", TEMPLATE_FILE)
        language = self.settings.plan.language
        # `demo` puts a copy of ours into the folder: as long as nobody edits it, it is not theirs.
        if own.exists() and (language == PLANS or own.read_bytes() != ours.read_bytes()):
            return own
        return ours.with_name(file_in(language, ours.name))

    @property
    def google_key(self) -> Path | None:
        """The key file of the service account that reads a shared sheet."""
        return self._file(self.settings.plan.google_key)

    @property
    def log_file(self) -> Path | None:
        """The file that runs log to."""
        return self._file(self.settings.job.log)

    @property
    def mail_server(self) -> MailServer | None:
        """Where letters go; None for the folder `outbox`."""
        return server_of(self.settings.mail, folder=self.folder)

    @property
    def password_file(self) -> Path | None:
        """The file that holds the password of the mail account."""
        return self._file(self.settings.mail.password_file)

    def _file(self, name: str) -> Path | None:
        return self.folder / name if name else None


def load_config(folder: Path) -> Config:
    """The configuration in `folder`; a columns.toml there is laid over the package's own.

    Raises ConfigError with every problem of every file, one a line.
    """
    if not folder.is_dir():
        raise ConfigError(
            "There is no folder “{folder}”. Name the plan's folder by -C, or make a "
            "sample with “sheetsync demo my-plan”.",
            folder=folder,
        )
    problems: list[str] = []
    shared = shared_of(folder, problems)
    layers = _layers(folder, shared, problems)
    settings = _settings(layers, problems) if not problems else None
    roster = _roster(_roster_files(folder, shared), problems)
    columns = _columns(folder, problems)
    wordings_file = _wordings_file(folder, problems)
    spellings: Spellings = {}
    # Only now: which addresses are allowed takes both files.
    if settings is not None and roster is not None:
        settings, roster, spellings = _spelt_alike(settings, roster)
        found = mail_problems(settings.mail, [*settings.addresses(), *roster.addresses()])
        problems += [f"{folder / SETTINGS_FILE}: {words}" for words in found]
    if problems or settings is None or roster is None or columns is None:
        raise config_error(problems)
    return Config(
        folder=folder,
        settings=settings,
        roster=roster.as_roster(settings),
        column_rules=columns,
        spellings=spellings,
        wordings=_wordings(settings, wordings_file),
        database=shared.database if shared else "",
    )


def load_layers(folder: Path) -> tuple[Layer, ...]:
    """What each file adds to the settings of a plan, the strongest last. Raises ConfigError."""
    problems: list[str] = []
    layers = _layers(folder, shared_of(folder, problems), problems)
    if problems:
        raise config_error(problems)
    return layers


def roster_files(folder: Path) -> tuple[Path, ...]:
    """The files that a plan's roster is read from, its own last, there or not."""
    return _roster_files(folder, shared_of(folder, []))


def _roster_files(folder: Path, shared: SharedSettings | None) -> tuple[Path, ...]:
    own = folder / ROSTER_FILE
    if shared is None or shared.roster is None:
        return (own,)
    return (shared.roster, *([own] if own.exists() else []))


def load_wordings(folder: Path) -> Wordings:
    """The wordings that the folder has settled; empty for a folder without any.

    Raises ConfigError for a file that cannot be read.
    """
    if (folder / SETTINGS_FILE).exists():
        return load_config(folder).wordings
    problems: list[str] = []
    wordings_file = _wordings_file(folder, problems)
    if problems:
        raise config_error(problems)
    return _wordings(None, wordings_file)


def _wordings(settings: Settings | None, file: WordingsFile) -> Wordings:
    """The phrases of the file with the terms and the fiscal year of the settings."""
    terms = settings.calendar.terms.items() if settings else ()
    return Wordings(
        deadlines=tuple(file.deadlines.items()),
        statuses=tuple(file.statuses.items()),
        terms=tuple(Term(name=name, starts=days[0], ends=days[-1]) for name, days in terms),
        fiscal_month=settings.plan.fiscal_year_begins if settings else 0,
    )


def _wordings_file(folder: Path, problems: list[str]) -> WordingsFile:
    path = folder / WORDINGS_FILE
    found = toml_table(path, problems) if path.exists() else None
    whole = part(WordingsFile)
    wordings_file = validated(path, found, whole, problems) if found is not None else None
    return wordings_file or WordingsFile()


def load_column_rules(folder: Path) -> dict[str, ColumnRule]:
    """The headers by which columns are known, where there is no plan yet. Raises ConfigError."""
    problems: list[str] = []
    columns = _columns(folder, problems)
    if columns is None:
        raise config_error(problems)
    return columns


def _layers(folder: Path, shared: SharedSettings | None, problems: list[str]) -> tuple[Layer, ...]:
    """What all plans share, what the fleet says of this one, and its own settings."""
    layers = [shared.layer] if shared else []
    registry, own = folder / REGISTRY_FILE, folder / SETTINGS_FILE
    files = [registry] if registry.exists() else []
    # Where there is neither, the missing sheetsync.toml is what is to be told.
    files += [own] if own.exists() or not files else []
    for file in files:
        found = toml_table(file, problems)
        if found is not None:
            layers.append(Layer(file, renewed(found)))
    return tuple(layers)


def _spelt_alike(settings: Settings, roster: RosterFile) -> tuple[Settings, RosterFile, Spellings]:
    """Both with every address spelled as it is written first, and these spellings."""
    mail, people = settings.mail, settings.people().values()
    own = (mail.redirect_to, *(each.address for each in people))
    first = (settings.coordinator.address, bare_address(mail.sender), *filter(None, own))
    written = (*first, *roster.addresses())
    spellings = first_spellings(written)
    if {*written} == {*spellings.values()}:
        return settings, roster, spellings
    # Here, as most folders write an address one way.
    from sheetsync.config.spellings import roster_spelt, settings_spelt

    return settings_spelt(settings, spellings), roster_spelt(roster, spellings), spellings


def _settings(layers: tuple[Layer, ...], problems: list[str]) -> Settings | None:
    """The settings of all layers; a problem names the file whose value it is."""
    try:
        return part(Settings)(merged(layers))
    except ValueError as error:
        for place, words in problem_words(error):
            section, key = (*place.split("."), "")[:2]
            file = source_of(layers, section, key) or layers[-1].file
            problems.append(f"{file}: {words}")
    return None


def _roster(files: tuple[Path, ...], problems: list[str]) -> RosterFile | None:
    data: dict[str, Any] = {}
    for file in files:
        found = toml_table(file, problems)
        if found is None:
            return None
        data = merged_roster(data, found) if data else found
    return validated(files[-1], data, part(RosterFile), problems)


def _columns(folder: Path, problems: list[str]) -> dict[str, ColumnRule] | None:
    """The package's own columns with the organisation's laid over them, which may be older."""
    own = folder / COLUMNS_FILE
    defaults, usual = _usual_columns()
    if not own.exists():
        return dict(usual)
    found = toml_table(own, problems)
    if found is None:
        return None
    rules = validated(own, laid_over(defaults, found), columns_file, problems)
    return _by_claim(rules, found) if rules else None


def _by_claim(rules: dict[str, ColumnRule], written: dict[str, Any]) -> dict[str, ColumnRule]:
    """The rules in the order in which they have the headers that several of them name.

    An organisation's own column comes before a field whose headers are only the program's list: an
    update that brings the field, or more headers of it, takes no column away. A field that a plan
    must have, or whose list its file has, comes first.
    """
    lists = {"headers", "begins"}
    yields = {
        field
        for field in FIELDS
        if not rules[field].required and lists.isdisjoint(written.get(field, {}))
    }
    first = {name: rule for name, rule in rules.items() if name not in yields}
    return first | rules


@cache
def _usual_columns() -> tuple[dict[str, Any], dict[str, ColumnRule]]:
    """The package's own columns, as TOML and as rules; read once a process."""
    data = tomllib.loads(data_path("config", COLUMNS_FILE).read_text(encoding="utf-8"))
    return data, columns_file(data)
