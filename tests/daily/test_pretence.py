"""A day that is not the real one: allowed where everything stays on this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from sheetsync.daily import letters_of
from sheetsync.daily.job import opened_job
from sheetsync.errors import UsageError
from sheetsync.state.records import Records
from sheetsync.state.store import Store
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


@pytest.mark.parametrize("command", ["digest --send", "outbox retry"])
def test_a_refusal_offers_what_shows_that_day(plan: Plan, command: str) -> None:
    plan.set("mail", 'server = "smtp.example.org"')
    result = plan.call(command, "--today", "2021-05-11")
    offer = f"sheetsync run -C {plan.folder} --dry-run --today 2021-05-11"
    assert (result.exit_code, result.stdout) == (2, "")
    assert offer in result.stderr
    assert plan.call("run", "--dry-run", "--today", "2021-05-11").exit_code == 0


@pytest.mark.parametrize("day", ["2021-05-11", "2031-05-12"])
def test_letters_of_another_day_are_not_shown_as_if_they_went(plan: Plan, day: str) -> None:
    plan.set("mail", 'server = "smtp.example.org"')
    result = plan.call("digest", "--send", "--json", "--today", day)
    assert (result.exit_code, result.stdout) == (2, "")


def test_letters_of_a_day_before_the_last_run_are_refused_before_any_is_shown(plan: Plan) -> None:
    plan.run("2021-05-12")
    result = plan.call("digest", "--send", "--today", "2021-05-11")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "раньше последнего запуска" in result.stderr


class Counting(Store):
    """A store that knows how often it was read."""

    def __init__(self, store: Store) -> None:
        self.store, self.readings = store, 0

    @contextmanager
    def reading(self, *, alone: bool = False) -> Iterator[Records]:
        self.readings += 1
        with self.store.reading(alone=alone) as records:
            yield records


def test_the_past_is_read_once_for_letters_to_send_and_for_a_refusal(plan: Plan) -> None:
    plan.run("2021-05-12")
    with opened_job(plan.folder, date(2021, 5, 12)) as job:
        counting = Counting(job.store)
        assert letters_of(replace(job, store=counting), to_send=True).mail.letters
        assert counting.readings == 1
    with opened_job(plan.folder, date(2021, 5, 11)) as job:
        counting = Counting(job.store)
        with pytest.raises(UsageError):
            letters_of(replace(job, store=counting), to_send=True)
        assert counting.readings == 1


@pytest.mark.parametrize("command", ["digest --send", "run -v"])
def test_a_server_on_this_computer_may_pass_letters_on_and_that_is_said(
    plan: Plan, command: str
) -> None:
    plan.set("mail", 'server = "127.0.0.1"', "port = 1", 'security = "plain"')
    result = plan.call(command, "--today", "2021-05-11")
    said = "11 мая 2021 г. – не сегодня. Письма за этот день уходят на почтовый сервер"
    assert result.stderr.count(said) == 1


def test_a_folder_that_was_tried_on_a_day_to_come_says_how_to_begin(plan: Plan) -> None:
    assert plan.run("2098-05-11").exit_code == 0
    result = plan.call("run")
    assert (result.exit_code, "проба с --today" in result.stderr) == (2, True)
    assert f"уберите файл памяти {plan.folder / 'sheetsync.db'}" in result.stderr
    (plan.folder / "sheetsync.db").unlink()
    assert plan.call("run", "--dry-run").exit_code == 0
