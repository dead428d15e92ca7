"""The command `init`: the folder of an organisation's own plan, by questions or by options."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.errors import UsageError
from sheetsync.languages import _, activate, between_quotes, ngettext, reader_language

if TYPE_CHECKING:
    from sheetsync.model import PlanPeriod
    from sheetsync.new_folder import Answers, Found, Source

_PROVIDERS = ("yandex", "gmail", "mail.ru", "none")
_SHOWN = 5  # findings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--plan", metavar="PLACE", help="A Google Sheet's address, a workbook, a document.")
@click.option("--key", type=click.Path(path_type=Path), help="The service account's key file.")
@click.option(
    "--tab", metavar="TITLE", default="", help="The plan's tab, or else the first; '*': all."
)
@click.option("--year", metavar="YEAR", help="The year of the plan, or its first..last day.")
@click.option("--zone", metavar="ZONE", help="The time zone, such as Europe/Moscow.")
@click.option("--organisation", metavar="NAME", help="In whose name the letters go out.")
@click.option("--coordinator", metavar="'NAME <ADDRESS>'", help="Who looks after the plan.")
@click.option("--chair", metavar="ADDRESS", help="Who presides; without it, nobody is told.")
@click.option("--provider", type=click.Choice(_PROVIDERS), help="Whose mail account sends.")
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
    activate(reader_language(folder))
    ask = _Questions(options=options, asks=sys.stdin.isatty() and not yes)
    given = dict(map(_pair, addresses))
    if (folder / "sheetsync.toml").exists():
        click.echo(
            _("{folder}: the settings are there already and stay as they are.", folder=folder)
        )
        _complete(folder, given, ask)
    else:
        _set_up(folder, given, ask)
    _end(folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Questions:
    """Answers from the options; what they leave open is asked, where somebody `asks`."""

    options: dict[str, str | None]
    asks: bool

    def needed(self, option: str, words: str) -> str:
        """An answer without which nothing can be set up."""
        given = self.options[option]
        if given is None and not self.asks:
            raise UsageError(
                _(
                    "An answer is missing: {lower}. Give --{option}.",
                    lower=words.lower(),
                    option=option,
                )
            )
        return given if given is not None else click.prompt(words, type=str)

    def answer(self, option: str, words: str, proposed: str) -> str:
        """An answer that may be left at what is proposed."""
        given = self.options[option]
        if given is not None:
            return given
        return click.prompt(words, default=proposed, type=str) if self.asks else proposed

    def address(self, words: str) -> str:
        """An address, or "" for later."""
        return click.prompt(words, default="", show_default=False, value_proc=mail_address)

    def password(self) -> str:
        """The password of the mail account, typed without an echo; "" for later."""
        if file := self.options["password_file"]:
            return Path(file).read_text(encoding="utf-8-sig").strip()
        if not self.asks:
            return ""
        words = _("App password of the mailbox (not shown; Enter for later)")
        return click.prompt(words, default="", show_default=False, hide_input=True)


def _set_up(folder: Path, given: dict[str, str], ask: _Questions) -> None:
    from sheetsync.new_folder import look, period_of, write_folder

    today = datetime.now(tz=UTC).date()
    source = _source(ask)
    found = look(source, today=today)
    _show(found)
    addresses = _addresses(found.departments, given, ask)
    answers = _answers(ask, found.source, period_of(found.table, today=today))
    write_folder(folder, replace(answers, addresses=addresses, tail=found.tail), found.roster)
    click.echo(_("\nWritten to {folder}: sheetsync.toml, departments.toml.\n", folder=folder))


def _source(ask: _Questions) -> "Source":
    from sheetsync.new_folder import source_of

    place = ask.needed(
        "plan",
        _("Where the plan is: the address of a Google Sheet, an .xlsx workbook or a document"),
    )
    key = ask.options["key"]
    source = source_of(place, key=Path(key) if key else None, tab=ask.options["tab"] or "")
    if source.spreadsheet and source.key is None and ask.asks:
        words = _("The service account's key file (how to get one: sheetsync help google)")
        named = click.prompt(words, default="", show_default=False)
        return replace(source, key=Path(named) if named else None)
    return source


def _show(found: "Found") -> None:
    """What stands in the plan, so that a wrong tab or header is seen at once."""
    from sheetsync.cli.findings import place_of, sentence_of
    from sheetsync.cli.terminal import wrapped

    plan, header = found.plan, found.table.header
    total = len(plan.measures)
    unread = sum(not m.deadline.rule for m in plan.measures)
    nobody = sum(not m.responsibles.parties for m in plan.measures)
    measures = ngettext("{n} measure", "{n} measures", total)
    click.echo(
        _(
            "\nTab “{tab}”, header in row {index}: {measures}.",
            tab=between_quotes(plan.tabs or (plan.tab,)),
            index=header.index + 1,
            measures=measures,
        )
    )
    if found.beside:
        click.echo(
            wrapped(
                _(
                    "Other tabs hold a plan, too: “{listed}”. If they are one plan together, begin "
                    'anew with --tab "*".',
                    listed=between_quotes(found.beside),
                )
            )
        )
    columns = header.columns()
    for field, column in sorted(columns.letters.items(), key=lambda pair: pair[1]):
        click.echo(_("  column {column} “{texts}”", column=column, texts=columns.headers[field]))
    click.echo(
        _(
            "The deadline is understood of {total}, the responsible parties are named of {total2}.",
            total=total - unread,
            total2=total - nobody,
        )
    )
    # Addresses are asked for next: that there are none yet is no news.
    findings = [each for each in plan.findings if each.code not in ("no-address", "no-lead")]
    for each in findings[:_SHOWN]:
        said = ": ".join(filter(None, (place_of(each), sentence_of(each))))
        click.echo(wrapped(f"  {said}"))
    if len(findings) > _SHOWN:
        click.echo(
            _(
                "  … and {count} more: “sheetsync validate” shows them.",
                count=len(findings) - _SHOWN,
            )
        )


def _addresses(
    departments: Iterable[str], given: dict[str, str], ask: _Questions
) -> dict[str, str]:
    """By department its address; those that are left for later are absent."""
    names = tuple(departments)
    unknown = [name for name in given if name not in names]
    if unknown:
        known = "; ".join(f"«{name}»" for name in names)
        raise UsageError(
            _(
                "--address: “{unknown}” is not responsible for anything in the plan. There "
                "are: {known}.",
                unknown=unknown[0],
                known=known,
            )
        )
    addresses = dict(given)
    if ask.asks and set(names) - set(given):
        click.echo(_("\nMailboxes of those responsible (Enter for later):"))
        for name in names:
            addresses[name] = given.get(name) or ask.address(f"  {name}")
    return {name: address for name, address in addresses.items() if address}


def _answers(ask: _Questions, source: "Source", period: "PlanPeriod") -> "Answers":
    from sheetsync.new_folder import Answers

    named = ask.needed(
        "coordinator", _("Coordinator of the plan: name and address, “Name <address>”")
    )
    name, address = parseaddr(named)
    mail_address(address or named)
    provider = ask.answer(
        "provider", _("Mail account that sends ({listed})", listed=", ".join(_PROVIDERS)), "none"
    )
    sends = provider in _PROVIDERS[:-1]
    return Answers(
        source=source,
        period=_period(
            ask.answer("year", _("Year of the plan, or first..last day"), _said(period))
        ),
        timezone=ask.answer("zone", _("Time zone"), "Europe/Moscow"),
        coordinator=name or _("Coordinator of the plan"),
        coordinator_address=address,
        organisation=ask.answer(
            "organisation", _("Organisation (in whose name letters go out)"), ""
        ),
        chair_address=ask.answer("chair", _("The chair's address (Enter: no letters)"), ""),
        provider=provider if sends else "",
        sender=ask.answer("sender", _("Address that letters come from"), address) if sends else "",
        password=ask.password() if sends else "",
        at=ask.answer("at", _("When to run every day"), "10:00"),
    )


def _said(period: "PlanPeriod") -> str:
    return f"{period.starts.year}" if period.calendar else f"{period.starts}..{period.ends}"


def _period(told: str) -> "PlanPeriod":
    """A year, or two days. Raises UsageError for anything else."""
    from sheetsync.model import PlanPeriod

    first, dots, last = told.strip().partition("..")
    try:
        if not dots and 1990 <= int(first) <= 2100:
            return PlanPeriod.of_year(int(first))
        period = PlanPeriod(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        period = None
    if period is None or period.ends <= period.starts:
        raise UsageError(
            _("--year “{told}”: give a year, 2026, or days, 2025-09-01..2026-05-31.", told=told)
        )
    return period


def _complete(folder: Path, given: dict[str, str], ask: _Questions) -> None:
    """Fill in the addresses that were left for later."""
    from sheetsync.config.roster_edit import fill_addresses
    from sheetsync.new_folder import without_address

    missing = without_address(folder)
    addresses = _addresses(missing, given, ask)
    if addresses:
        fill_addresses(folder / "departments.toml", addresses)
        click.echo(_("Addresses filled in: {count}.", count=len(addresses)))
    click.echo()


def _end(folder: Path) -> None:
    """The check-up, and what to type next."""
    from sheetsync.cli.checkup import show
    from sheetsync.daily.checkup import checkup

    code = show(checkup(folder, now=datetime.now(tz=UTC)), as_json=False)
    shown = f'"{folder}"' if " " in str(folder) else folder
    click.echo(_("\nNext: sheetsync digest --preview letters -C {shown}", shown=shown))
    sys.exit(code)


def _pair(told: str) -> tuple[str, str]:
    name, equals, address = told.rpartition("=")
    if not equals:
        raise UsageError(
            _("--address “{told}”: it has to be like 'Personnel=hr@example.org'.", told=told)
        )
    return name.strip(), mail_address(address)


def mail_address(told: str) -> str:
    """An address as it is; "" stays "". Raises UsageError for what is none."""
    address = told.strip()
    name, at, domain = address.rpartition("@")
    if address and not (name and at and "." in domain and not set(address) & set(" ,;<>")):
        raise UsageError(_("“{told}” is no mail address like office@example.org.", told=told))
    return address
