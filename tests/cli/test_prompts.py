"""Questions that are answered with yes or no."""

import click
import pytest
from click.testing import CliRunner

from sheetsync.cli.prompts import agreed
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
