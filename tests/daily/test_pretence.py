"""A day that is not the real one: allowed where everything stays on this computer."""

import pytest

from tests.daily.conftest import Plan


def test_a_pretended_day_sends_nothing_through_a_real_server(plan: Plan) -> None:
    plan.set("mail", 'server = "smtp.example.org"')
    result = plan.run("2021-05-11")
    assert (result.exit_code, "--dry-run" in result.stderr) == (2, True)
    assert not (plan.folder / "outbox").exists()


def test_a_pretended_day_may_be_rehearsed_with_a_real_server(plan: Plan) -> None:
    plan.set("mail", 'server = "smtp.example.org"')
    result = plan.run("2021-05-11", "--dry-run")
    assert (result.exit_code, "Проба" in result.stdout) == (0, True)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_server_on_this_computer_may_be_asked_on_any_day(plan: Plan, host: str) -> None:
    plan.set("mail", f'server = "{host}"', "port = 1", 'security = "plain"')
    result = plan.run("2021-05-11")
    assert (result.exit_code, f"{host}:1" in result.stderr) == (6, True)
