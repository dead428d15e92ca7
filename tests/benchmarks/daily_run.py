"""A plan of 500 measures over 250 days: how long a run and a look into the past take.

    python tests/benchmarks/daily_run.py [MEASURES] [DAYS]

Every day some marks are edited and now and then a row is inserted; whole processes are timed.
"""

import random
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook

from sheetsync import daily
from sheetsync.config import load_config
from sheetsync.resources import data_path
from sheetsync.state.store import open_store
from sheetsync.workbooks.xlsx.workbook import XlsxWorkbook

HEADER = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка о выполнении")
DEADLINES = (
    "апрель",
    "в течение года",
    "II квартал",
    "до 15 мая",
    "по запросу ФНПР",
    "ежеквартально",
)
LEADS = ("Отдел организационной работы", "УМЦ", "Специалисты", "Молодежный совет, УМЦ")
MARKS = ("в работе", "Выполнено 22.04", "перенесено на сентябрь", "обучено 24 чел.", "")
FIRST = datetime(2021, 1, 11, 10, tzinfo=ZoneInfo("Europe/Moscow"))


def write(path: Path, rows: list[list[str]]) -> None:
    path.unlink(missing_ok=True)
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("План")
        for number, row in enumerate([list(HEADER), *rows]):
            sheet.write_row(number, 0, row)


def ordinary_day(rows: list[list[str]], dice: random.Random) -> None:
    for _ in range(dice.randint(0, 8)):
        dice.choice(rows)[4] = f"{dice.choice(MARKS)} {dice.randint(1, 99)}".strip()
    if dice.random() < 0.1:
        rows.insert(
            dice.randrange(len(rows)), ["", f"Новое дело {dice.random()}", "май", "УМЦ", ""]
        )


def timed(*words: str) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "sheetsync", *words], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started


def main(measures: int = 500, days: int = 250) -> None:
    dice = random.Random(1)
    rows = [
        [
            str(n),
            f"Провести мероприятие № {n} по теме {dice.random()}",
            dice.choice(DEADLINES),
            dice.choice(LEADS),
            "",
        ]
        for n in range(1, measures + 1)
    ]
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("sheetsync.toml", "departments.toml"):
            shutil.copyfile(data_path("config", file), folder / file)
        config = load_config(folder)
        for day in range(days):
            now = FIRST + timedelta(days=day)
            ordinary_day(rows, dice)
            write(config.workbook, rows)
            workbook = XlsxWorkbook(config.workbook, today=now.date())
            with open_store(folder / "sheetsync.db") as store:
                daily.sync(daily.Job(config=config, workbook=workbook, store=store, now=now))
        last = FIRST + timedelta(days=days)
        run = timed("run", "-C", name, "--today", f"{last:%F}")
        past = timed("history", "-C", name, "--as-of", f"{FIRST + timedelta(days=days // 2):%F}")
        size = (folder / "sheetsync.db").stat().st_size / 1e6
        print(f"{measures} measures, {days} days: store {size:.1f} MB")
        print(f"run {run:.2f} s, as-of {past:.2f} s, as whole processes")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
