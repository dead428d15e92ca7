"""What a fleet's run costs: processor, memory, statements, tokens, against single runs."""

import os
import re
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.cli import cli
from tests.fleet.lab import (
    EmulatorProcess,
    emulator_process,
    make_fleet,
    put_plan,
    rows_of,
    statements,
    write_account_key,
)

SINGLE = 10  # runs as processes, from which all are estimated
DAYS = ("2021-05-11", "2021-05-12", "2021-05-13")
MOST_CPU, MOST_GROWTH, LEAST_RATIO, MOST_STATEMENTS = 0.2, 1.05, 8, 25


def cost(folder: Path, plans: int) -> list[str]:
    """Every bar that was missed, in words."""
    with emulator_process() as emulator:
        os.environ["SHEETSYNC_GOOGLE_API"] = emulator.base
        fleet = sheets(folder / "fleet", emulator, plans)
        failed = []
        for day in DAYS[:2]:
            cpu, sizes = measured(fleet, day)
            half = plans // 2
            growth = max(sizes[half:]) / max(sizes[:half])
            print(
                f"{day}: {cpu / plans:.3f} s of processor a plan, memory {max(sizes[:half])} and "
                f"then {max(sizes[half:])} kB ({growth:.3f} times)"
            )
            if cpu / plans > MOST_CPU or growth > MOST_GROWTH:
                failed.append(f"{day}: {cpu / plans:.3f} s, {growth:.3f} times the memory")
        single = alone(fleet, DAYS[2])
        tokens = lines(emulator)["POST /token"]
        print(f"a single run {single:.2f} s: {single * plans / cpu:.1f} times as much")
        print(f"tokens of {plans} plans: {tokens - SINGLE} in {len(DAYS) - 1} runs of one account")
        statements = warm_statements(folder, emulator)
        print(f"statements of a warm run: {statements}")
        failed += [f"only {single * plans / cpu:.1f} times"] * (single * plans < LEAST_RATIO * cpu)
        return failed + [f"{statements} statements"] * (statements > MOST_STATEMENTS)


def sheets(
    folder: Path, emulator: EmulatorProcess, plans: int, *, options: str = "", accounts: int = 1
) -> Path:
    """Plans of 24 rows in sheets of the emulator, whose accounts share them evenly."""
    keys = [f"robot-{number}.json" for number in range(accounts)]
    quota = options or "reads = 0\nwrites = 0"
    fleet = make_fleet(folder, options=quota, mail='outbox = "outbox"', keys=tuple(keys))
    private = rsa.generate_private_key(65537, 2048)
    for key in keys:
        account = f"{key[:-5]}@example.iam.gserviceaccount.com"
        write_account_key(fleet / key, private, emulator.base, account=account)
    for number in range(plans):
        sheet = emulator.sheet(f"План {number}", rows_of(f"{number}"))
        own = f'google_key = "../../{keys[number % accounts]}"'
        put_plan(fleet, f"p{number:03}", f'spreadsheet = "{sheet}"\n{own}')
    return fleet


def measured(fleet: Path, day: str) -> tuple[float, list[int]]:
    """Seconds of processor of one run, and its memory in kB as each plan ends."""
    words = ["fleet", "run", "-v", "-C", str(fleet), "--today", day]
    sizes = []
    before = used()
    with subprocess.Popen(command(*words), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:
            if " s (" in line or " с (" in line:
                sizes.append(resident(process.pid))
    assert process.returncode == 0
    return used() - before, sizes


def alone(fleet: Path, day: str) -> float:
    """Seconds of processor of one run of one plan as a process."""
    before = used()
    for number in range(SINGLE):
        folder = fleet / "plans" / f"p{number:03}"
        subprocess.run(command("run", "-C", str(folder), "--today", day), check=True)
    return (used() - before) / SINGLE


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "sheetsync", *words]


def used() -> float:
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def resident(process: int) -> int:
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) if found else 0


def warm_statements(folder: Path, emulator: EmulatorProcess) -> float:
    """SQL statements a plan, transactions' beginnings too, on a day on which nothing is new."""
    plans = 20
    fleet = sheets(folder / "few", emulator, plans)
    call(fleet, DAYS[0])
    with statements() as found:
        call(fleet, DAYS[1])
    for words, number in found.most_common(60):
        print(f"{number / plans:6.1f}  {words}", file=sys.stderr)
    return found.total() / plans


def call(fleet: Path, day: str) -> None:
    result = CliRunner().invoke(cli, ["fleet", "run", "-C", str(fleet), "--today", day])
    assert result.exit_code == 0, result.output


def lines(emulator: EmulatorProcess) -> Counter[str]:
    return Counter(each["line"] for each in emulator.control("log")["requests"])
