"""Questions that are answered with yes or no, and addresses as they are typed."""

import click
import pytest
from click.testing import CliRunner

from sheetsync.cli.prompts import agreed, mail_address, person
from sheetsync.errors import UsageError
from sheetsync.languages import speaking


def asked(answers: str, *, default: bool) -> tuple[bool, str]:
    """What an answer counts as, and what stood on the screen."""
    found = []

    @click.command()
    def ask() -> None:
        found.append(agreed("Создать?", default=default))

    with speaking("ru"):
        result = CliRunner().invoke(ask, input=answers, catch_exceptions=False)
    return found[0], result.stdout


@pytest.mark.parametrize("default", [True, False])
@pytest.mark.parametrize(
    ("answer", "meant"),
    [(each, True) for each in ("да", "Д", "yes", "y", " ДА ")]
    + [(each, False) for each in ("нет", "н", "no", "N")],
)
def test_yes_and_no_are_taken_in_either_language(answer: str, meant: bool, default: bool) -> None:
    assert asked(f"{answer}\n", default=default)[0] is meant


@pytest.mark.parametrize(("default", "shown"), [(True, "[Д/н]"), (False, "[д/Н]")])
def test_an_empty_answer_is_the_capital_letter(default: bool, shown: str) -> None:
    answer, screen = asked("\n", default=default)
    assert answer is default
    assert f"Создать? {shown}: " in screen


def test_whoever_says_anything_else_is_asked_again() -> None:
    answer, screen = asked("не знаю\nда\n", default=False)
    assert answer
    assert "Ответьте «да» или «нет»." in screen


@pytest.mark.parametrize(
    "told", ["иванов@example.org", "a@b.", "x@y..z", '"q"@x.y', "office", "a@x.org, b@x.org"]
)
def test_an_address_that_settings_would_refuse_is_refused(told: str) -> None:
    with pytest.raises(UsageError):
        mail_address(told)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (" office@example.org ", ("", "office@example.org")),
        ("Анна Иванова <anna@example.org>", ("Анна Иванова", "anna@example.org")),
        ('"Кадры, отдел" <hr@example.org>', ("Кадры, отдел", "hr@example.org")),
        ("office@пример.рф", ("", "office@xn--e1afmkfd.xn--p1ai")),
    ],
)
def test_a_person_has_a_name_and_an_address(told: str, found: tuple[str, str]) -> None:
    assert person(told) == found


def test_no_answer_is_no_address() -> None:
    assert mail_address("  ") == ""
