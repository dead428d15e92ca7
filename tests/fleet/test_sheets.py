"""A fleet whose plans are sheets of the emulator, which is a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.workbooks.google.access import EMULATOR
from tests.fleet.conftest import DAY, Call, run
from tests.fleet.lab import (
    EmulatorProcess,
    emulator_process,
    make_fleet,
    put_plan,
    rows_of,
    statements,
    write_account_key,
)


@pytest.fixture(scope="module")
def emulator() -> Iterator[EmulatorProcess]:
    with emulator_process() as process:
        yield process


@pytest.fixture
def sheets(
    emulator: EmulatorProcess,
    tmp_path: Path,
    private_key: rsa.RSAPrivateKey,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A fleet of no plans yet, with two accounts in its pool."""
    emulator.control("reset")
    monkeypatch.setenv(EMULATOR, emulator.base)
    options = "reads = 0\nwrites = 0\npatience = 3"
    keys = ("one.json", "two.json")
    folder = make_fleet(tmp_path / "fleet", options=options, mail='outbox = "out"', keys=keys)
    for key in keys:
        account = f"{key[:3]}@example.iam.gserviceaccount.com"
        write_account_key(folder / key, private_key, emulator.base, account=account)
    return folder


def add_sheets(emulator: EmulatorProcess, fleet: Path, count: int) -> list[str]:
    """Plans p00, p01, …; returns the ids of their sheets."""
    ids = [emulator.sheet(f"План {n}", rows_of(f"{n}")) for n in range(count)]
    for number, sheet in enumerate(ids):
        put_plan(fleet, f"p{number:02}", f'spreadsheet = "{sheet}"')
    return ids


def requests(emulator: EmulatorProcess) -> list[dict[str, Any]]:
    return list(emulator.control("log")["requests"])


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_a_warm_day_costs_a_plan_few_statements(
    call: Call,
    emulator: EmulatorProcess,
    sheets: Path,
    store: str,
    request: pytest.FixtureRequest,
) -> None:
    """Transactions' beginnings and locks count, what the fleet itself asks once a day does not."""
    if store == "postgres":
        file, url = sheets / "fleet.toml", request.getfixturevalue("postgres").new()
        text = file.read_text("utf-8").replace("[fleet]", f'[fleet]\ndatabase = "{url}"', 1)
        file.write_text(text, encoding="utf-8")
    add_sheets(emulator, sheets, 3)
    assert run(call, sheets)["code"] == 0
    asked = []
    # The second time every plan is done already.
    for _ in range(2):
        with statements() as found:
            assert run(call, sheets, day="2021-05-12")["code"] == 0
        asked.append(found.total())
    assert 0 < asked[0] - asked[1] <= 3 * 25


def test_a_day_costs_a_plan_one_read_and_one_write(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    add_sheets(emulator, sheets, 3)
    assert run(call, sheets)["code"] == 0
    found = run(call, sheets, day="2021-05-12")
    assert [plan["requests"] for plan in found["plans"]] == [2, 2, 2]


def test_all_plans_of_an_account_take_one_token(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    add_sheets(emulator, sheets, 4)
    (sheets / "fleet.toml").write_text(
        (sheets / "fleet.toml").read_text("utf-8").replace('[[account]]\nkey = "two.json"\n', ""),
        encoding="utf-8",
    )
    assert run(call, sheets)["code"] == 0
    assert Counter(each["line"] for each in requests(emulator))["POST /token"] == 1


def test_what_fails_is_named_and_the_others_are_done(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    """One sheet is gone, one is not shared, one hangs, one has bad settings."""
    ids = add_sheets(emulator, sheets, 7)
    folders = [sheets / "plans" / f"p{number:02}" for number in range(7)]
    gone = 'spreadsheet = "1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'
    (folders[0] / "sheetsync.toml").write_text(f'[plan]\n{gone}\ngoogle_key = "../../one.json"\n')
    emulator.control("fault", kind="403", match=ids[1], times=99)
    emulator.control("fault", kind="hang", match=ids[2], times=99)
    (folders[3] / "sheetsync.toml").write_text("[plan", encoding="utf-8")
    found = run(call, sheets)
    read = {plan["plan"]: plan["read"] for plan in found["plans"]}
    assert read == {f"p{number:02}": number > 3 for number in range(7)}
    assert found["code"] == 3
    named = {line.split(": ")[1] for line in found["err"].splitlines() if ": p0" in line}
    assert named == {"p00", "p01", "p02", "p03"}
    assert len(letters_of(sheets)) == 3


def letters_of(fleet: Path) -> list[Path]:
    return list((fleet / "out" / "new").iterdir())


def test_one_command_brings_in_a_plan(call: Call, emulator: EmulatorProcess, sheets: Path) -> None:
    sheet = emulator.sheet("План", rows_of("Юга"))
    result = call("fleet", "add", sheet, "-C", sheets, "--name", "Юг", "--today", DAY)
    assert result.exit_code == 0, result.output
    assert "24 пункта" in result.output
    assert "писем: 3" in result.output
    assert [plan["read"] for plan in run(call, sheets)["plans"]] == [True]
    again = call("fleet", "add", sheet, "-C", sheets, "--name", "Юг", "--today", DAY)
    assert again.exit_code == 2
    assert "уже есть" in again.stderr


def test_a_registry_sheet_names_the_plans(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    ids = [emulator.sheet(f"План {n}", rows_of(f"{n}")) for n in range(3)]
    registry = emulator.sheet(
        "Реестр",
        [
            ("Планы организаций",),
            ("План", "Таблица", "Регион", "Координатор", "Пауза", "Примечание"),
            ("Север", ids[0], "Северный край", "sever@example.org"),
            ("Юг", ids[1], "Южный край", "", "да", "ремонт"),
            ("Запад", ids[2], "", "запад"),
            ("Север", ids[2]),
        ],
    )
    text = (sheets / "fleet.toml").read_text("utf-8")
    file = text.replace("[fleet]\n", f'[fleet]\nregistry = "{registry}"\n')
    (sheets / "fleet.toml").write_text(file, encoding="utf-8")
    listed = call("fleet", "list", "-C", sheets)
    assert "строка 5, столбец D «Координатор»: «запад» – не адрес почты." in " ".join(
        listed.output.split()
    )
    assert "«Север» уже есть выше." in listed.output
    found = run(call, sheets)
    assert [plan["plan"] for plan in found["plans"]] == ["Север"]
    assert found["paused"] == ["Юг"]
    to = {letter["address"] for letter in found["letters"]}
    assert to == {"kadry@example.org", "umc@example.org", "sever@example.org"}
    single = call("overdue", "-C", sheets / "plans" / "Север", "--today", DAY, "--json")
    assert json.loads(single.stdout)["measures"] == 24


def test_the_quota_is_kept_by_all_threads(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    """At 240 a minute a request goes every 0.26 s; the emulator refuses what is too much."""
    add_sheets(emulator, sheets, 6)
    emulator.control("quota", reads=240, writes=240, real=True)
    text = (sheets / "fleet.toml").read_text("utf-8")
    text = text.replace("reads = 0\nwrites = 0", "reads = 240\nwrites = 240")
    (sheets / "fleet.toml").write_text(text, encoding="utf-8")
    assert run(call, sheets)["code"] == 0
    assert not [each for each in requests(emulator) if each["status"] == 429]


def test_a_killed_run_goes_on_where_it_stopped(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    add_sheets(emulator, sheets, 6)
    words = [sys.executable, "-m", "sheetsync", "fleet", "run", "-C", str(sheets), "--today", DAY]
    with subprocess.Popen(words, env={**os.environ}) as process:
        while not any(each["line"].startswith("POST") for each in requests(emulator)[1:]):
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    found = run(call, sheets)
    assert found["code"] == 0, found["err"]
    assert [plan["read"] for plan in found["plans"]] == [True] * 6
    assert len(letters_of(sheets)) == 3
    assert {letter["state"] for letter in found["letters"]} == {"written"}


def test_the_roll_up_is_written_in_one_batch(
    call: Call, emulator: EmulatorProcess, sheets: Path
) -> None:
    add_sheets(emulator, sheets, 3)
    book = emulator.sheet("Свод", [("Заметки",)])
    text = (sheets / "fleet.toml").read_text("utf-8")
    (sheets / "fleet.toml").write_text(
        text.replace("[fleet]\n", f'[fleet]\nsummary = "{book}"\n'), encoding="utf-8"
    )
    assert run(call, sheets)["code"] == 0
    sent = [each for each in requests(emulator) if book in each["line"] and each["body"]]
    assert len([each for each in sent if "batchUpdate" in each["line"]]) == 1
    assert "Провести мероприятие № 1" in sent[-1]["body"]
