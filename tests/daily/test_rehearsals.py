"""Whatever does not really send tells nobody anything: it has a scope of its own, or no trace."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.daily.conftest import Plan
from tests.daily.plan_folder import plan_sheet
from tests.daily.post_office import PostOffice, open_office

DAY, NEXT = "2021-05-11", "2021-05-12"
TRIAL = 'redirect_to = "trial@example.org"'


@pytest.fixture
def office() -> Iterator[tuple[PostOffice, int]]:
    """A mail server that takes everything."""
    with open_office() as opened:
        yield opened


def name_server(plan: Plan, port: int) -> None:
    plan.set("mail", 'server = "127.0.0.1"', f"port = {port}", 'security = "plain"')


def unset(plan: Plan, line: str) -> None:
    settings = plan.folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(f"{line}\n", ""), encoding="utf-8")


def told(report: Any) -> list[tuple[str, str, str]]:
    """The letters that a run wrote, with what became of them."""
    letters = json.loads(report.stdout)["letters"]
    return [(each["kind"], each["address"], each["state"]) for each in letters]


def introductions(state: str) -> list[tuple[str, str, str]]:
    names = ("info", "org", "specialists", "umc")
    return [("introductory", f"{name}@example.org", state) for name in names]


def in_files(plan: Plan, tmp_path: Path) -> None:
    plan.run(DAY)


def redirected(plan: Plan, tmp_path: Path) -> None:
    plan.set("mail", TRIAL)
    with open_office() as (_, port):
        name_server(plan, port)
        plan.run(DAY)
        unset(plan, f'server = "127.0.0.1"\nport = {port}\nsecurity = "plain"')
    unset(plan, TRIAL)


def redirected_into_files(plan: Plan, tmp_path: Path) -> None:
    plan.set("mail", TRIAL)
    plan.run(DAY)
    unset(plan, TRIAL)


def rehearsed(plan: Plan, tmp_path: Path) -> None:
    plan.run(DAY, "--dry-run")


def previewed(plan: Plan, tmp_path: Path) -> None:
    plan.call("digest", "--today", DAY, "--preview", str(tmp_path / "letters"))


def simulated(plan: Plan, tmp_path: Path) -> None:
    plan.call("simulate", "--from", DAY, "--to", "2021-05-31")


WAYS = (in_files, redirected, redirected_into_files, rehearsed, previewed, simulated)


@pytest.mark.parametrize("day", [DAY, NEXT])
@pytest.mark.parametrize("way", WAYS)
def test_once_letters_are_sent_they_go_as_if_there_had_been_no_rehearsal(
    plan: Plan, tmp_path: Path, office: tuple[PostOffice, int], way: Any, day: str
) -> None:
    way(plan, tmp_path)
    name_server(plan, office[1])
    assert told(plan.run(day, "--json")) == introductions("sent")
    assert {each.to for each in office[0].delivered} == {to for _, to, _ in introductions("sent")}


def test_a_monthly_letter_is_due_though_its_day_was_rehearsed(
    plan: Plan, office: tuple[PostOffice, int]
) -> None:
    name_server(plan, office[1])
    plan.run(DAY)
    plan.set("mail", TRIAL)
    plan.run("2021-06-01")
    unset(plan, TRIAL)
    assert "monthly" in {kind for kind, _, _ in told(plan.run("2021-06-02", "--json"))}


def test_the_trial_of_a_server_begins_anew_after_a_trial_in_files(
    plan: Plan, office: tuple[PostOffice, int]
) -> None:
    plan.set("mail", TRIAL)
    assert told(plan.run(DAY, "--json")) == introductions("written")
    name_server(plan, office[1])
    office[0].today = date(2021, 5, 11)
    assert told(plan.run(DAY, "--json")) == introductions("sent")
    assert {each.to for each in office[0].delivered} == {"trial@example.org"}


def test_a_run_says_that_letters_are_files(plan: Plan) -> None:
    words = "4 письма записано в outbox, сервер не назван"
    assert words in plan.run(DAY, "-v").stdout
    assert "4 письма записано раньше в outbox, сервер не назван" in plan.run(DAY, "-v").stdout
    assert len(plan.letters()) == 4


def test_the_proof_of_a_measure_keeps_rehearsals_and_letters_apart(
    plan: Plan, office: tuple[PostOffice, int]
) -> None:
    plan.run(DAY)
    plan.set("mail", TRIAL)
    name_server(plan, office[1])
    plan.run(DAY)
    unset(plan, TRIAL)
    plan.run(DAY)
    proof = json.loads(plan.call("history", "5", "--proof", "--json").stdout)
    found = [(each["scope"], each["to"], each["state"]) for each in proof["letters"]]
    assert found == [
        ("files", "org@example.org", "written"),
        ("redirect", "trial@example.org", "sent"),
        ("", "org@example.org", "sent"),
    ]
    shown = plan.call("history", "5", "--proof").stdout
    assert "проба вместо org@example.org" in " ".join(shown.split())


def test_an_address_in_letters_of_another_case_is_the_same_reader(plan: Plan) -> None:
    plan.set("chair", 'address = "Org@Example.org"')
    plan.run(DAY)
    roster = plan.folder / "departments.toml"
    text = roster.read_text(encoding="utf-8")
    roster.write_text(text.replace("umc@example.org", "UMC@example.org"), encoding="utf-8")
    assert told(plan.run("2021-05-12", "--json")) == []
    letters = [letter["To"].lower() for letter in plan.letters()]
    assert len(letters) == len(set(letters)) == 4


def test_two_plans_of_one_title_lose_no_letter_in_a_shared_folder(tmp_path: Path) -> None:
    plans = [Plan(tmp_path / name) for name in ("first", "second")]
    for plan in plans:
        plan.set("mail", f'outbox = "{tmp_path / "outbox"}"')
        assert told(plan.run(DAY, "--json")) == introductions("written")
    files = list((tmp_path / "outbox" / "new").iterdir())
    ids = {line for file in files for line in file.read_text().split("\n") if "Message-ID" in line}
    assert (len(files), len(ids)) == (8, 8)


def test_a_rehearsal_does_not_believe_what_the_run_would_not(plan: Plan) -> None:
    plan.run("2021-05-04")
    with plan_sheet(plan.folder) as sheet:
        for row in range(4, 28):
            sheet[f"C{row}"].value = None
    for options in (("--dry-run",), ()):
        result = plan.run("2021-05-12", *options)
        assert (result.exit_code, result.stdout) == (5, "")
        assert "Пропали сроки: были в 24 строках, теперь в 0." in result.stderr
    accepted = plan.run("2021-05-13", "--dry-run", "--accept")
    assert (accepted.exit_code, "Проба: ничего не отправлено" in accepted.stdout) == (0, True)


def test_a_server_that_asks_for_no_login_is_not_said_to_have_let_us_in(
    plan: Plan, office: tuple[PostOffice, int]
) -> None:
    name_server(plan, office[1])
    words = " ".join(plan.call("doctor").stdout.split())
    assert ("127.0.0.1: сервер отвечает" in words, "вход выполнен" in words) == (True, False)
