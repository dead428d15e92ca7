"""Questions to whoever sets up a plan: answered by options, or asked until the answer will do."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from sheetsync.errors import UsageError
from sheetsync.languages import CODES, _, load_language
from sheetsync.model import PROVIDERS, PlanPeriod
from sheetsync.model.frozen import frozen
from sheetsync.model.language import capital

_T = TypeVar("_T")
CHOICES = (*PROVIDERS, "none")  # whose mail account sends


@frozen
class Questions:
    """Answers from the options; what they leave open is asked, where somebody `asks`.

    Each answer is made of the words by its `reading`, which raises UsageError for what will not
    do: from an option that ends the command, and whoever is asked is asked again.
    """

    options: dict[str, str | None]
    asks: bool

    def needed(self, option: str, words: str, reading: Callable[[str], _T]) -> _T:
        """An answer without which nothing can be set up."""
        given = self.options[option]
        if given is not None:
            return reading(given)
        if not self.asks:
            raise UsageError(
                "An answer is missing: {lower}. Give --{option}.",
                lower=words[:1].lower() + words[1:],
                option=option,
            )
        # With a default click hands on an empty answer, too; without one it repeats itself mutely.
        answer: _T = click.prompt(
            words,
            default="",
            show_default=False,
            value_proc=_asked_again(partial(_filled_in, reading)),
        )
        return answer

    def answer(self, option: str, words: str, proposed: str, reading: Callable[[str], _T]) -> _T:
        """An answer that may be left at what is proposed."""
        given = self.options[option]
        if given is not None or not self.asks:
            return reading(proposed if given is None else given)
        return self.asked(words, proposed, reading)

    def asked(self, words: str, proposed: str, reading: Callable[[str], _T]) -> _T:
        """An answer that no option gives; Enter takes what is proposed."""
        answer: _T = click.prompt(
            words, default=proposed, show_default=bool(proposed), value_proc=_asked_again(reading)
        )
        return answer

    def password(self) -> str:
        """The password of the mail account, typed without an echo; "" for later."""
        if file := self.options["password_file"]:
            return _password_in(Path(file))
        if not self.asks:
            return ""
        words = _("App password of the mailbox (not shown; Enter for later)")
        answer: str = click.prompt(words, default="", show_default=False, hide_input=True)
        return answer


def agreed(words: str, *, default: bool, err: bool = False) -> bool:
    """Whether somebody says yes, in any of our languages; `err` asks on stderr."""
    shown = _("[Y/n]") if default else _("[y/N]")
    answer: bool = click.prompt(
        f"{words} {shown}",
        default="",
        show_default=False,
        err=err,
        value_proc=_asked_again(partial(_is_yes, default)),
    )
    return answer


def _is_yes(default: bool, told: str) -> bool:
    answer = told.strip().casefold()
    if not answer:
        return default
    for language in map(load_language, CODES):
        yes, no = language.gettext("yes"), language.gettext("no")
        if answer in (yes, yes[0], no, no[0]):
            return answer in (yes, yes[0])
    raise UsageError("Answer “{yes}” or “{no}”.", yes=_("yes"), no=_("no"))


def _filled_in(reading: Callable[[str], _T], told: str) -> _T:
    if not told.strip():
        raise UsageError("Nothing can be set up without this answer.")
    return reading(told)


def _asked_again(reading: Callable[[str], _T]) -> Callable[[str], _T]:
    """`reading` for click, which prints its own UsageError and asks again."""

    def read(told: str) -> _T:
        try:
            return reading(told)
        except UsageError as error:
            raise click.UsageError(str(error)) from error

    return read


def _password_in(file: Path) -> str:
    try:
        # Editors end a file with a line break, and some begin it with a mark: neither is typed.
        return file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("“{file}” is no text file with the password in it.", file=file) from error


def mail_address(told: str) -> str:
    """An address as settings have it; "" stays "". Raises UsageError for what is none."""
    return person(told)[1] if told.strip() else ""


def person(told: str) -> tuple[str, str]:
    """A name, which may be "", and an address, as in "Name <name@example.org>".

    Raises UsageError for what the settings would refuse.
    """
    from sheetsync.config.addresses import name_and_address

    return _as_settings_read(name_and_address, told)


def provider(told: str) -> str:
    """A provider of mail accounts; "" for none."""
    known = told.strip().lower()
    if known not in CHOICES:
        raise UsageError(
            "“{told}” is none of these: {listed}.", told=told, listed=", ".join(CHOICES)
        )
    return "" if known == "none" else known


def period(told: str) -> PlanPeriod:
    """A year, or two days. Raises UsageError for anything else."""
    first, dots, last = told.strip().partition("..")
    try:
        if not dots and 1990 <= int(first) <= 2100:
            return PlanPeriod.of_year(int(first))
        found = PlanPeriod(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        found = None
    if found is None or found.ends <= found.starts:
        raise UsageError(
            "--year “{told}”: give a year, 2026, or days, 2025-09-01..2026-05-31.", told=told
        )
    return found


def zone(told: str) -> str:
    """The name of a time zone. Raises UsageError for anything else."""
    from sheetsync.config.options import zone as known

    return _as_settings_read(known, told)


def time_of_day(told: str) -> str:
    """A time of day as people write it. Raises UsageError for anything else."""
    from sheetsync.config.options import hour

    return f"{_as_settings_read(hour, told):%H:%M}"


def _as_settings_read(reading: Callable[[str], _T], told: str) -> _T:
    """The answer as the settings will read it. Raises UsageError, before they are written."""
    try:
        return reading(told.strip())
    except ValueError as error:
        raise UsageError(f"{capital(str(error))}.") from error
