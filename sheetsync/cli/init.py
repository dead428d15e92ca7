"""The command `init`: the folder of an organisation's own plan, by questions or by options."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.offers import named
from sheetsync.cli.program import FOLDER
from sheetsync.cli.prompts import (
    CHOICES,
    Questions,
    agreed,
    mail_address,
    period,
    person,
    provider,
    time_of_day,
    zone,
)
from sheetsync.cli.terminal import tell
from sheetsync.errors import ColumnMissing, UsageError
from sheetsync.languages import _, activate, quoted, reader_language
from sheetsync.model import PlanPeriod
from sheetsync.model.language import gettext_lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sheetsync.config.new_settings import Answers, Source
    from sheetsync.first_look import FirstLook


_TOLD = ("plan", "tab", "organisation", "coordinator")


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--plan", metavar="PLACE", help="A Google Sheet's address, a workbook, a document.")
@click.option(
    "--key", metavar="FILE", type=click.Path(path_type=Path), help="The service account's key file."
)
@click.option(
    "--tab", metavar="TITLE", default="", help="The plan's tab, or else the first; '*': all."
)
@click.option("--year", metavar="YEAR", help="The year of the plan, or its first..last day.")
@click.option("--zone", metavar="ZONE", help="The time zone, such as Europe/Moscow.")
@click.option("--organisation", metavar="NAME", help="In whose name the letters go out.")
@click.option("--coordinator", metavar="'NAME <ADDRESS>'", help="Who looks after the plan.")
@click.option("--chair", metavar="ADDRESS", help="Who presides; without it, nobody is told.")
@click.option("--provider", type=click.Choice(CHOICES), help="Whose mail account sends.")
@click.option("--sender", metavar="ADDRESS", help="The mailbox that sends.")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A file that holds the app password; it is copied for you alone.",
)
@click.option("--at", metavar="HH:MM", help="When the daily run begins.")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    metavar="'DEPARTMENT=ADDRESS'",
    help="A department's mailbox; as often as needed.",
)
@click.option("--yes", is_flag=True, help="Ask nothing: take what is proposed.")
def init(folder: Path, addresses: tuple[str, ...], yes: bool, **options: str | None) -> None:
    """Set up DIR for a plan of your own.

    It shows what it finds in the plan, drafts the roster from it and asks for addresses. Nothing
    that is there is replaced; run again, it asks for what was left out. Without a terminal it
    asks nothing.
    """
    from sheetsync.config import SETTINGS_FILE

    # Before the plan is read, what is said of it on the command line may be Russian already.
    activate(reader_language(folder, words=" ".join(filter(None, map(options.get, _TOLD)))))
    named(folder)
    ask = Questions(options=options, asks=sys.stdin.isatty() and not yes)
    given = dict(map(_department_address, addresses))
    if (folder / SETTINGS_FILE).exists():
        _say_kept(folder, [name for name, value in options.items() if value])
        _complete(folder, given, ask)
    else:
        _set_up(folder, given, ask)
    _finish(folder)


def _say_kept(folder: Path, given: list[str]) -> None:
    """Say that the settings stay, whatever options are `given`."""
    tell("{folder}: the settings are there already and stay as they are.", folder=folder)
    if given:
        listed = ", ".join(f"--{name.replace('_', '-')}" for name in given)
        tell("Not taken: {listed}. Change it in sheetsync.toml.", wrap=True, listed=listed)


def _set_up(folder: Path, given: dict[str, str], ask: Questions) -> None:
    from sheetsync.cli.first_look import show
    from sheetsync.new_folder import write_folder

    # In UTC: the plan's own zone is among the answers, and little hangs on the day of a look.
    today = datetime.now(tz=UTC).date()
    source = _ask_source(ask)
    found = _look_into(source, folder, ask, today=today)
    activate(reader_language(folder, words=" ".join(found.table.header.texts.values())))
    # Before any question: who sees a wrong tab here has typed nothing in vain.
    show(found)
    addresses = _ask_addresses(found.departments, given, ask)
    answers = _ask_answers(ask, found.source, found.plan.period)
    write_folder(
        folder,
        replace(answers, addresses=addresses, tail=found.tail, language=found.language),
        found.roster,
        accepted=found.accepted,
    )
    tell("\nWritten to {folder}: sheetsync.toml, departments.toml.\n", folder=folder)


def _look_into(source: "Source", folder: Path, ask: Questions, *, today: date) -> "FirstLook":
    """Look into the plan; columns known only by their cells are put to the user first."""
    from sheetsync.first_look import look

    given = ask.options["year"]
    told = period(given) if given else None
    try:
        found = look(source, folder, today=today, period=told)
        likely = found.table.header.likely
        if not likely:
            return found
        if not _accepts(ask, likely):
            raise ColumnMissing(
                gettext_lazy("Give the right column its header, or name it in columns.toml.")
            )
    except ColumnMissing as missing:
        if not missing.likely or not _accepts(ask, missing.likely):
            raise
        likely = dict(missing.likely)
    return look(source, folder, today=today, period=told, accepted=likely)


def _accepts(ask: Questions, likely: "Mapping[str, str]") -> bool:
    from sheetsync.cli.findings import called

    words = (
        _("Read the column “{header}” as: {field}?", header=header, field=called(field))
        for field, header in likely.items()
    )
    return not ask.asks or all(agreed(one, default=True) for one in words)


def _ask_source(ask: Questions) -> "Source":
    from sheetsync.new_folder import source_of

    key, tab = ask.options["key"], ask.options["tab"] or ""
    source = ask.needed(
        "plan",
        _("Where the plan is: the address of a Google Sheet, an .xlsx workbook or a document"),
        lambda place: source_of(place, key=Path(key) if key else None, tab=tab),
    )
    if source.spreadsheet and source.key is None and ask.asks:
        words = _("The service account's key file (how to get one: sheetsync help google)")
        return replace(source, key=ask.asked(words, "", _key_file))
    return source


def _key_file(told: str) -> Path | None:
    path = Path(told.strip())
    if told and not path.is_file():
        raise UsageError("There is no file “{path}”. Check its path and name.", path=path)
    return path if told else None


def _ask_addresses(
    departments: Iterable[str], given: dict[str, str], ask: Questions
) -> dict[str, str]:
    """The addresses by department, asked for where none is given; those left out are absent."""
    names = tuple(departments)
    unknown = [name for name in given if name not in names]
    if unknown:
        known = "; ".join(map(quoted, names))
        raise UsageError(
            "--address: “{unknown}” is not responsible for anything in the plan. There "
            "are: {known}.",
            unknown=unknown[0],
            known=known,
        )
    addresses = dict(given)
    if ask.asks and set(names) - set(given):
        tell("\nMailboxes of those responsible (Enter for later):")
        for name in names:
            addresses[name] = given.get(name) or ask.asked(f"  {name}", "", mail_address)
    return {name: address for name, address in addresses.items() if address}


def _ask_answers(ask: Questions, source: "Source", proposed: PlanPeriod) -> "Answers":
    from sheetsync.config.new_settings import Answers

    name, address = ask.needed(
        "coordinator", _("Coordinator of the plan: name and address, “Name <address>”"), person
    )
    sends = ask.answer(
        "provider",
        _("Mail account that sends ({listed})", listed=", ".join(CHOICES)),
        "none",
        provider,
    )
    words = _("Address that letters come from")
    return Answers(
        source=source,
        period=ask.answer(
            "year", _("Year of the plan, or first..last day"), _period_words(proposed), period
        ),
        timezone=ask.answer("zone", _("Time zone"), "Europe/Moscow", zone),
        coordinator=name or _("Coordinator of the plan"),
        coordinator_address=address,
        organisation=ask.answer(
            "organisation", _("Organisation (in whose name letters go out)"), "", str.strip
        ),
        chair_address=ask.answer(
            "chair", _("The chair's address (Enter: no letters)"), "", mail_address
        ),
        provider=sends,
        # Without a provider nobody is asked; what an option says counts, for a server to be named.
        sender=ask.answer("sender", words, address, mail_address)
        if sends or ask.options["sender"]
        else "",
        password=ask.password() if sends or ask.options["password_file"] else "",
        at=ask.answer("at", _("When to run every day"), "10:00", time_of_day),
    )


def _period_words(period: PlanPeriod) -> str:
    return f"{period.starts.year}" if period.calendar else f"{period.starts}..{period.ends}"


def _complete(folder: Path, given: dict[str, str], ask: Questions) -> None:
    """Fill in the addresses that were left for later."""
    from sheetsync.config import ROSTER_FILE
    from sheetsync.config.edits import fill_addresses
    from sheetsync.new_folder import without_address

    missing = without_address(folder)
    addresses = _ask_addresses(missing, given, ask)
    if addresses:
        fill_addresses(folder / ROSTER_FILE, addresses)
        tell("Addresses filled in: {count}.", count=len(addresses))
    click.echo()


def _finish(folder: Path) -> None:
    """The check-up, and what to type next."""
    from sheetsync.cli.checkup import show
    from sheetsync.daily.checkup import checkup

    code = show(checkup(folder, now=datetime.now(tz=UTC)), as_json=False)
    tell("\nNext: sheetsync digest --preview letters")
    sys.exit(code)


def _department_address(told: str) -> tuple[str, str]:
    # At the last sign: a department's name may have one as well.
    name, equals, address = told.rpartition("=")
    if not equals:
        raise UsageError(
            "--address “{told}”: it has to be like 'Personnel=hr@example.org'.", told=told
        )
    return name.strip(), mail_address(address)
