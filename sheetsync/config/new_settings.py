"""Writes the sheetsync.toml of a new plan: the commented sample with an organisation's answers."""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TypeAlias

import tomlkit

from sheetsync.config.comments import translated
from sheetsync.config.layers import SETTINGS_FILE, WORKBOOK_FILE
from sheetsync.languages import PLANS, Catalogue, active
from sheetsync.model import PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked
from sheetsync.resources import data_path

PASSWORD_FILE = "mail-password.txt"  # noqa: S105 - the name of the file, not what it holds
# By the time zone data these are elsewhere, but they keep Moscow's working days.
_MOSCOW_TIME = ("Europe/Simferopol",)
_SECTION = re.compile(r"\[(\w+)\]")
_OPTION = re.compile(r"(?:# )?(\w+) = ")
# By section and key what the sample shows of its own plan, as another one would have it.
_EXAMPLES = {
    ("plan", "title"): marked('"Action plan 2026"'),
    ("organisation", "name"): marked('"Example Trust"'),
    ("organisation", "tails"): marked('["of Example Trust"]'),
    ("chair", "name"): marked('"Chair"'),
    ("calendar", "terms"): marked(
        '{ "Autumn term" = [2026-09-02, 2026-12-18], "INSET day" = [2026-09-01] }'
    ),
}
# By section and key what to write; None takes the sample's own value out of force.
_Values: TypeAlias = Mapping[str, Mapping[str, str | int | date | list[str] | None]]


@frozen
class Source:
    """Where the plan is: a shared sheet, a workbook that people use, or a document to import."""

    spreadsheet: str = ""
    key: Path | None = None
    workbook: Path | None = None
    document: Path | None = None
    tab: str | tuple[str, ...] = ""


@frozen
class Answers:
    """What the administrator says; addresses are e-mail addresses, by department in the roster."""

    source: Source
    period: PlanPeriod
    timezone: str
    coordinator: str
    coordinator_address: str
    organisation: str = ""
    chair_address: str = ""
    provider: str = ""
    sender: str = ""
    password: str = field(default="", repr=False)
    at: str = "10:00"
    tail: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    language: Catalogue = field(default_factory=active)


def settings_text(answers: Answers, folder: Path) -> str:
    """The sample of sheetsync.toml with the answers; what it says of its own plan goes."""
    source, period = answers.source, answers.period
    plan: dict[str, str | int | date | list[str] | None] = {
        "workbook": _relative(source.workbook, folder) if source.workbook else WORKBOOK_FILE,
        "tab": list(source.tab) if isinstance(source.tab, tuple) else source.tab or None,
        "year": period.starts.year if period.calendar else None,
        "starts": None if period.calendar else period.starts,
        "ends": None if period.calendar else period.ends,
        "title": None,
        "timezone": answers.timezone,
    }
    if answers.language.code != PLANS:
        plan["language"] = answers.language.code
    if source.spreadsheet:
        key = _relative(source.key.resolve(), folder) if source.key else None
        plan |= {"workbook": None, "spreadsheet": source.spreadsheet, "google_key": key}
    tails = [answers.tail] if answers.tail else None
    sender = answers.sender or answers.coordinator_address
    name = answers.language.gettext("Action plan")
    sample = data_path("config", SETTINGS_FILE).read_text(encoding="utf-8")
    return _filled(
        translated(sample, answers.language),
        {
            "plan": plan,
            "organisation": {"name": answers.organisation or None, "tails": tails},
            "coordinator": {"name": answers.coordinator, "address": answers.coordinator_address},
            "chair": {"address": answers.chair_address or None},
            "mail": {
                "sender": f"{name} <{sender}>",
                "provider": answers.provider or None,
                "password_file": PASSWORD_FILE if answers.password else None,
            },
            "job": {"at": answers.at},
            "calendar": {"country": _country_of(answers.timezone)},
        },
        answers.language,
    )


def _country_of(zone: str) -> str | None:
    """The country of a time zone, whose working days a plan there has; None for the default."""
    import holidays
    from babel.core import get_global

    country: str = get_global("zone_territories").get(zone, "")
    known = country in holidays.list_supported_countries() and zone not in _MOSCOW_TIME
    return country if known and country != "RU" else None


def _relative(path: Path, folder: Path) -> str:
    """As it is written in the folder's settings: relative beside it, whole elsewhere."""
    if path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return path.as_posix()


def _filled(sample: str, answers: _Values, language: Catalogue) -> str:
    """The sample with the answers in the places of its options; all comments stay.

    Raises KeyError for an option that the sample does not have.
    """
    open_answers = {(part, key) for part, named in answers.items() for key in named}
    lines, section = [], ""
    for line in sample.splitlines():
        header, option = _SECTION.fullmatch(line), _OPTION.match(line)
        section = header[1] if header else section
        if option and (section, option[1]) in open_answers:
            open_answers.remove((section, option[1]))
            line = _option_line(line, option[1], answers[section][option[1]])
        example = _EXAMPLES.get((section, option[1])) if option else None
        if line.startswith("# ") and option and example:
            line = f"# {option[1]} = {language.gettext(example)}"
        lines.append(line)
    # An option that the sample no longer has would else be lost without a word.
    if open_answers:
        raise KeyError(*sorted(open_answers))
    return "\n".join(lines) + "\n"


def _option_line(line: str, key: str, value: str | int | date | list[str] | None) -> str:
    if value is None:
        return line if line.startswith("#") else f"# {line}"
    return f"{key} = {tomlkit.item(value).as_string()}"
