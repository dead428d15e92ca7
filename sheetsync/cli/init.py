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

if TYPE_CHECKING:
    from sheetsync.model import PlanPeriod
    from sheetsync.new_folder import Answers, Found, Source

_PROVIDERS = ("yandex", "gmail", "mail.ru", "none")
_SHOWN = 5  # findings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--plan", metavar="PLACE", help="A Google Sheet's address, a workbook, a document.")
@click.option("--key", type=click.Path(path_type=Path), help="The service account's key file.")
@click.option("--tab", metavar="TITLE", default="", help="The plan's tab; or else the first one.")
@click.option("--year", metavar="YEAR", help="The year of the plan, or its first..last day.")
@click.option("--zone", metavar="ZONE", help="The time zone, such as Europe/Moscow.")
@click.option("--organisation", metavar="NAME", help="In whose name the letters go out.")
@click.option("--coordinator", metavar="'NAME <ADDRESS>'", help="Who looks after the plan.")
@click.option("--chair", metavar="ADDRESS", help="Who presides; without it, nobody is told.")
@click.option("--provider", type=click.Choice(_PROVIDERS), help="Whose mail account sends.")
@click.option("--sender", metavar="ADDRESS", help="The mailbox that sends.")
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
    ask = _Questions(options=options, asks=sys.stdin.isatty() and not yes)
    given = dict(map(_pair, addresses))
    if (folder / "sheetsync.toml").exists():
        click.echo(f"{folder}: настройки уже есть и остаются как были.")
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
            raise UsageError(f"Не хватает ответа: {words.lower()}. Укажите --{option}.")
        return given if given is not None else click.prompt(words, type=str)

    def answer(self, option: str, words: str, proposed: str) -> str:
        """An answer that may be left at what is proposed."""
        given = self.options[option]
        if given is not None:
            return given
        return click.prompt(words, default=proposed, type=str) if self.asks else proposed

    def address(self, words: str) -> str:
        """An address, or "" for later."""
        return click.prompt(words, default="", show_default=False, value_proc=_address)

    def password(self) -> str:
        """The password of the mail account, typed without an echo; "" for later."""
        if not self.asks:
            return ""
        words = "Пароль приложения почты (не виден; Enter – позже)"
        return click.prompt(words, default="", show_default=False, hide_input=True)


def _set_up(folder: Path, given: dict[str, str], ask: _Questions) -> None:
    from sheetsync.new_folder import look, period_of, write_folder

    today = datetime.now(tz=UTC).date()
    source = _source(ask)
    found = look(source, today=today)
    _show(found)
    addresses = _addresses(found.departments, given, ask)
    answers = _answers(ask, source, period_of(found.table, today=today))
    write_folder(folder, replace(answers, addresses=addresses, tail=found.tail), found.roster)
    click.echo(f"\nЗаписано в {folder}: sheetsync.toml, departments.toml.\n")


def _source(ask: _Questions) -> "Source":
    from sheetsync.new_folder import source_of

    place = ask.needed("plan", "Где план: адрес таблицы Google, книга .xlsx или документ")
    key = ask.options["key"]
    source = source_of(place, key=Path(key) if key else None, tab=ask.options["tab"] or "")
    if source.spreadsheet and source.key is None and ask.asks:
        words = "Файл ключа служебной учётной записи (как его получить: sheetsync help google)"
        named = click.prompt(words, default="", show_default=False)
        return source_of(place, key=Path(named) if named else None, tab=source.tab)
    return source


def _show(found: "Found") -> None:
    """What stands in the plan, so that a wrong tab or header is seen at once."""
    from sheetsync.cli.text import wrapped
    from sheetsync.plan.findings import place
    from sheetsync.words.terms import plural

    plan, header = found.plan, found.table.header
    total = len(plan.measures)
    unread = sum(not m.deadline.rule for m in plan.measures)
    nobody = sum(not m.responsibles.parties for m in plan.measures)
    measures = plural(total, "пункт", "пункта", "пунктов")
    click.echo(f"\nЛист «{plan.tab}», заголовки в строке {header.index + 1}: {total} {measures}.")
    for field, column in sorted(header.columns().letters.items(), key=lambda pair: pair[1]):
        click.echo(f"  столбец {column} «{header.texts[field]}»")
    click.echo(f"Срок понятен у {total - unread}, ответственные названы у {total - nobody}.")
    # Addresses are asked for next: that there are none yet is no news.
    findings = [each for each in plan.findings if each.code not in ("no-address", "no-lead")]
    for each in findings[:_SHOWN]:
        click.echo(wrapped(f"  {place(each)}: {each.sentence} {each.suggestion}"))
    if len(findings) > _SHOWN:
        click.echo(f"  … и ещё {len(findings) - _SHOWN}: их покажет «sheetsync validate».")


def _addresses(
    departments: Iterable[str], given: dict[str, str], ask: _Questions
) -> dict[str, str]:
    """By department its address; those that are left for later are absent."""
    names = tuple(departments)
    unknown = [name for name in given if name not in names]
    if unknown:
        known = "; ".join(f"«{name}»" for name in names)
        raise UsageError(f"--address: ответственного «{unknown[0]}» в плане нет. Есть: {known}.")
    addresses = dict(given)
    if ask.asks and set(names) - set(given):
        click.echo("\nПочта ответственных (Enter – вписать позже):")
        for name in names:
            addresses[name] = given.get(name) or ask.address(f"  {name}")
    return {name: address for name, address in addresses.items() if address}


def _answers(ask: _Questions, source: "Source", period: "PlanPeriod") -> "Answers":
    from sheetsync.new_folder import Answers

    named = ask.needed("coordinator", "Координатор плана: имя и адрес, «Имя <адрес>»")
    name, address = parseaddr(named)
    _address(address or named)
    provider = ask.answer("provider", f"Почта для отправки ({', '.join(_PROVIDERS)})", "none")
    sends = provider in _PROVIDERS[:-1]
    return Answers(
        source=source,
        period=_period(
            ask.answer("year", "Год плана или его первый..последний день", _said(period))
        ),
        timezone=ask.answer("zone", "Часовой пояс", "Europe/Moscow"),
        coordinator=name or "Координатор плана",
        coordinator_address=address,
        organisation=ask.answer("organisation", "Организация (от чьего имени письма)", ""),
        chair_address=ask.answer("chair", "Адрес председателя (Enter – не писать)", ""),
        provider=provider if sends else "",
        sender=ask.answer("sender", "Адрес, с которого идут письма", address) if sends else "",
        password=ask.password() if sends else "",
        at=ask.answer("at", "Во сколько запускать каждый день", "10:00"),
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
        raise UsageError(f"--year «{told}»: нужен год, 2026, или дни 2025-09-01..2026-05-31.")
    return period


def _complete(folder: Path, given: dict[str, str], ask: _Questions) -> None:
    """Fill in the addresses that were left for later."""
    from sheetsync.config.roster_edit import fill_addresses
    from sheetsync.new_folder import without_address

    missing = without_address(folder)
    addresses = _addresses(missing, given, ask)
    if addresses:
        fill_addresses(folder / "departments.toml", addresses)
        click.echo(f"Адреса вписаны: {len(addresses)}.")
    click.echo()


def _end(folder: Path) -> None:
    """The check-up, and what to type next."""
    from sheetsync.cli.checkup import show
    from sheetsync.daily.checkup import checkup

    code = show(checkup(folder, now=datetime.now(tz=UTC)), as_json=False)
    shown = f'"{folder}"' if " " in str(folder) else folder
    click.echo(f"\nДальше: sheetsync digest --preview письма -C {shown}")
    sys.exit(code)


def _pair(told: str) -> tuple[str, str]:
    name, equals, address = told.rpartition("=")
    if not equals:
        raise UsageError(f"--address «{told}»: нужно 'Отдел кадров=hr@example.org'.")
    return name.strip(), _address(address)


def _address(told: str) -> str:
    """An address as it is; "" stays "". Raises UsageError for what is none."""
    address = told.strip()
    name, at, domain = address.rpartition("@")
    if address and not (name and at and "." in domain and not set(address) & set(" ,;<>")):
        raise UsageError(f"«{told}» – не адрес почты, нужен вид otdel@example.org.")
    return address
