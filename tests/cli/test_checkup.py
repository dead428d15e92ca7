"""`doctor` tries every part with no effect and says what to do."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.small_plan import small_plan
from tests.cli.watchers import configure, watcher
from tests.mail.post_server import At, open_server

Levels = dict[str, str]


def levels(call: Call, folder: Path) -> tuple[int, Levels]:
    """The exit code, and each part's worst level."""
    result = call("doctor", "-C", folder, "--json")
    order = ["ok", "attention", "problem"]
    worst: Levels = {}
    for check in json.loads(result.stdout)["checks"]:
        part, level = check["part"], check["level"]
        worst[part] = max(worst.get(part, "ok"), level, key=order.index)
    return result.exit_code, worst


def settings(folder: Path, old: str, new: str) -> None:
    path = folder / "sheetsync.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_plan_that_has_run_lacks_a_server_and_a_schedule(call: Call, folder: Path) -> None:
    code, found = levels(call, folder)
    assert code == 0
    attention = {part for part, level in found.items() if level == "attention"}
    assert attention == {"запуски", "почта", "расписание"}
    assert {found[part] for part in found.keys() - attention} == {"ok"}


def test_a_computer_without_a_scheduler_may_be_run_from_outside(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sheetsync.daily.checkup_parts.usual", lambda: "cron")
    code, found = levels(call, folder)
    assert (code, found["расписание"]) == (0, "attention")


def test_only_remarks_that_there_are_are_counted(call: Call, tmp_path: Path) -> None:
    row = ("1", "Провести слёт", "апрель", "УМЦ", "приглашены участники")
    folder = small_plan(tmp_path / "plan", row)
    said = " ".join(call("doctor", "-C", folder).stdout.split())
    assert "1 предупреждение: список покажет" in said
    assert "0 ошибок" not in said


def test_looking_leaves_nothing_behind(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    call("demo", folder, "--today", "2021-05-04")
    for file in folder.glob("sheetsync.db*"):
        file.unlink()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert call("doctor", "-C", folder).exit_code == 0
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert after == before


def test_without_settings_it_says_where_they_would_be(call: Call, tmp_path: Path) -> None:
    result = call("doctor", "-C", tmp_path)
    assert result.exit_code == 3
    assert "sheetsync.toml" in result.stdout


def test_a_missing_workbook_is_the_plan_s_problem(call: Call, folder: Path) -> None:
    (folder / "plan.xlsx").unlink()
    code, found = levels(call, folder)
    assert (code, found["план"], found["почта"]) == (4, "problem", "attention")
    # Nobody lacks a permission.
    assert "вкладки" not in found


def test_a_workbook_that_is_open_is_said(call: Call, folder: Path) -> None:
    lock = folder / ".~lock.plan.xlsx#"
    lock.write_text(f",anna,{os.uname().nodename},28.11.2026 10:00,file:///plan;")
    assert levels(call, folder)[1]["вкладки"] == "attention"


def test_a_clock_that_was_set_back_is_a_problem(call: Call, folder: Path) -> None:
    later = datetime.now(tz=UTC).year + 2
    settings(folder, "year = 2021", f"year = {later}")
    assert call("run", "-C", folder, "--today", f"{later}-03-01", "--accept").exit_code == 0
    assert levels(call, folder)[1]["часы"] == "problem"


def test_a_password_that_is_missing_is_said_before_a_letter_day(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHEETSYNC_MAIL_PASSWORD", raising=False)
    settings(folder, '# provider = "yandex"', 'provider = "yandex"')
    result = call("doctor", "-C", folder)
    assert result.exit_code == 3
    assert "SHEETSYNC_MAIL_PASSWORD" in result.stdout


def test_a_password_s_file_that_is_missing_is_no_missing_folder(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHEETSYNC_MAIL_PASSWORD", raising=False)
    settings(folder, '# provider = "yandex"', 'provider = "yandex"')
    settings(folder, "# password_file", "password_file")
    result = call("doctor", "-C", folder)
    said = " ".join(result.stdout.split())
    assert result.exit_code == 3
    assert "mail-password.txt» нет. Создайте его" in said


def test_departments_without_an_address_are_named(call: Call, folder: Path) -> None:
    roster = folder / "departments.toml"
    text = roster.read_text(encoding="utf-8")
    roster.write_text(text.replace('addresses = ["umc@example.org"]', "addresses = []"))
    result = call("doctor", "-C", folder)
    assert result.exit_code == 0
    assert "УМЦ" in result.stdout or "Учебно-методический центр" in result.stdout


def test_lines_fit_a_terminal(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    long = [line for line in call("doctor").stdout.splitlines() if len(line) > 80]
    # A path is not broken: it could not be copied any more.
    assert all(str(folder) in line for line in long)


def test_a_test_letter_is_sent_to_whom_it_is_asked_for(call: Call, folder: Path) -> None:
    with open_server() as server:
        named = f'server = "127.0.0.1"\nport = {server.port}\nsecurity = "plain"'
        settings(folder, '# server = "smtp.example.org"', named)
        result = call("doctor", "-C", folder, "--send-test", "me@example.org")
        assert (result.exit_code, [letter.to for letter in server.taken]) == (0, ["me@example.org"])
        assert "пробное письмо ушло на me@example.org: 250" in result.stdout
        server.fails(At.RCPT, "550 no such user here")
        refused = call("doctor", "-C", folder, "--send-test", "me@example.org")
    said = " ".join(refused.stdout.split())
    assert (refused.exit_code, "550 no such user here" in said) == (6, True)
    assert "me@example.org" not in call("outbox", "list", "--all", "-C", folder).stdout


def test_a_test_letter_needs_a_server_and_an_address(call: Call, folder: Path) -> None:
    assert call("doctor", "-C", folder, "--send-test", "me@example.org").exit_code == 3
    assert call("doctor", "-C", folder, "--send-test", "me").exit_code == 2


@pytest.mark.parametrize(("answers", "level"), [(True, "ok"), (False, "attention")])
def test_who_watches_is_asked_for_no_more_than_a_connection(
    call: Call, folder: Path, answers: bool, level: str
) -> None:
    with watcher() as who:
        configure(folder, "job", f'ping_url = "{who.url}"')
        if answers:
            code, found = levels(call, folder)
    if not answers:
        code, found = levels(call, folder)
    assert (code, found["надзор"], who.seen) == (0, level, [])


@pytest.mark.parametrize(("name", "code"), [("run.jsonl", 0), ("none/run.jsonl", 4), ("outbox", 4)])
def test_a_log_that_no_run_could_write_is_a_problem(
    call: Call, folder: Path, name: str, code: int
) -> None:
    configure(folder, "job", f'log = "{name}"')
    found, worst = levels(call, folder)
    assert (found, worst["журнал"]) == (code, "problem" if code else "ok")
    assert not (folder / "run.jsonl").exists()
