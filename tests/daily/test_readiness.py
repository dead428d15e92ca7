"""What letters will need is missed on every day, not only on one on which some go."""

from pathlib import Path
from typing import Any

import pytest

from sheetsync.mail.password import VARIABLE
from tests.daily.conftest import Plan

SATURDAY = "2021-05-15"
LOCAL = ('server = "127.0.0.1"', "port = 9")


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def no_password(plan: Plan) -> str:
    plan.set("mail", *LOCAL, 'login = "plan"')
    return "Нет пароля почты"


def no_password_file(plan: Plan) -> str:
    plan.set("mail", *LOCAL, 'login = "plan"', 'password_file = "secret.txt"')
    return "secret.txt» нет"


def empty_password_file(plan: Plan) -> str:
    (plan.folder / "secret.txt").write_text("\n")
    (plan.folder / "secret.txt").chmod(0o600)
    plan.set("mail", *LOCAL, 'login = "plan"', 'password_file = "secret.txt"')
    return "secret.txt» пуст"


def no_certificates(plan: Plan) -> str:
    plan.set("mail", *LOCAL, 'certificates = "ca.pem"')
    return "ca.pem» не прочитаны"


WAYS = (no_password, no_password_file, empty_password_file, no_certificates)


def lines(result: Any) -> list[str]:
    return list(result.stderr.splitlines())


@pytest.mark.parametrize("way", WAYS)
def test_a_run_on_a_day_off_says_it_and_does_the_rest(plan: Plan, way: Any) -> None:
    words = way(plan)
    result = plan.run(SATURDAY, "-v")
    assert (result.exit_code, "сводка записана" in result.stdout) == (3, True)
    (line,) = lines(result)
    assert words in line


@pytest.mark.parametrize("way", WAYS)
def test_validate_says_it_after_the_findings(plan: Plan, way: Any) -> None:
    expected = plan.call("validate", "--today", SATURDAY).stdout
    words = way(plan)
    result = plan.call("validate", "--today", SATURDAY)
    assert (result.exit_code, result.stdout) == (3, expected)
    assert words in result.stderr


@pytest.mark.parametrize("way", WAYS)
def test_a_letter_day_says_it_once(plan: Plan, way: Any) -> None:
    words = way(plan)
    result = plan.run("2021-05-11")
    assert result.exit_code == 3
    (line,) = lines(result)
    assert words in line


def test_a_rehearsal_warns(plan: Plan) -> None:
    words = no_password(plan)
    result = plan.run(SATURDAY, "--dry-run")
    assert (result.exit_code, words in result.stderr) == (0, True)


def test_nothing_is_missed_where_all_is_there(plan: Plan, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("app-password")
    secret.chmod(0o600)
    plan.set("mail", *LOCAL, 'login = "plan"', f'password_file = "{secret}"')
    assert plan.run(SATURDAY).exit_code == 0
