"""`init` sets up the folder of an own plan: by options, by questions, again for what was left."""

import os
import pty
import shutil
import stat
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest
import xlsxwriter

from sheetsync.config import load_config
from sheetsync.config.new_settings import Answers
from sheetsync.model import PlanPeriod
from sheetsync.new_folder import source_of, write_folder
from sheetsync.resources import data_path
from tests.cli.conftest import Call, data

PLAN = data_path("config", "sample-plan.tsv")
WHO = "Координатор плана <coordinator@example.org>"


def made(call: Call, folder: Path, *words: str) -> Path:
    result = call("init", folder, "--plan", PLAN, "--coordinator", WHO, *words)
    assert result.exit_code == 0, result.output
    return folder


def test_one_command_leads_to_a_rehearsal(call: Call, tmp_path: Path) -> None:
    folder = made(call, tmp_path / "plan", "--year", "2021", "--address", "УМЦ=umc@example.org")
    config = load_config(folder)
    assert config.settings.plan.year == 2021
    assert config.settings.coordinator.address == "coordinator@example.org"
    assert call("run", "-C", folder, "--today", "2021-05-04").exit_code == 0
    assert list((folder / "outbox" / "new").glob("*.eml"))


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Europe/Moscow", "RU"), ("Asia/Almaty", "KZ"), ("Europe/London", "GB"), ("UTC", "RU")],
)
def test_working_days_are_those_of_the_zone_s_country(
    call: Call, tmp_path: Path, zone: str, country: str
) -> None:
    folder = made(call, tmp_path / "plan", "--year", "2021", "--zone", zone)
    assert load_config(folder).settings.calendar.country == country


def test_it_shows_what_it_found(call: Call, tmp_path: Path) -> None:
    shown = call("init", tmp_path / "plan", "--plan", PLAN, "--coordinator", WHO).stdout
    assert "24 пункта" in shown
    assert "столбец C «Сроки»" in shown
    assert "Срок понятен у 24" in shown
    assert f"Дальше: sheetsync digest -C {tmp_path / 'plan'} --preview" in shown


def test_the_year_is_the_title_s(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "план.csv"
    plan.write_text(
        "План мероприятий на 2031 год,,,\n№,Мероприятие,Сроки,Ответственные\n1,Слёт,май,УМЦ\n",
        encoding="utf-8",
    )
    folder = tmp_path / "plan"
    assert call("init", folder, "--plan", plan, "--coordinator", WHO).exit_code == 0
    assert load_config(folder).settings.plan.year == 2031


def test_what_is_found_is_shown_in_the_period_that_was_named(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "план.csv"
    plan.write_text(
        "План на 2026/2027 учебный год,,,\n№,Мероприятие,Сроки,Ответственные\n"
        "1,Подготовка,август,УМЦ\n2,Линейка,сентябрь,УМЦ\n3,Итоги,август,УМЦ\n",
        encoding="utf-8",
    )
    shown = call(
        "init", tmp_path / "plan", "--plan", plan, "--coordinator", WHO,
        "--year", "2026-09-01..2027-08-31",
    ).stdout  # fmt: skip
    assert "Срок понятен у 3" in shown
    assert "2026-08-01" not in shown


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("План работы", "Год в плане нигде не назван, поэтому читаем его как план на"),
        (
            "Приложение к приказу от 18 июня 2014 г. № 82\nПлан работы",
            "Над таблицей год назван только словами «от 18 июня 2014 г.»",
        ),
        ("План работы 2025/26", "по 28 февраля 2026 г. включительно"),
        ("План работы на 2025 год", ""),
    ],
)
def test_a_year_that_nothing_names_is_told(
    call: Call, tmp_path: Path, title: str, told: str
) -> None:
    rows = (("Мероприятие", "Срок", "Кто"), ("Сбор", "октябрь", "УМЦ"), ("Слёт", "февраль", "УМЦ"))
    above = tuple((line,) for line in title.split("\n"))
    plan = workbook(tmp_path / "plan.xlsx", ("План", (*above, *rows)))
    shown = call("init", tmp_path / "own", "--plan", plan, "--coordinator", WHO).stdout
    words = " ".join(shown.split())
    assert told in words
    assert ("--year" in words) is bool(told)


def test_a_workbook_is_used_where_it_lies(call: Call, folder: Path, tmp_path: Path) -> None:
    plan = shutil.copy(folder / "plan.xlsx", tmp_path / "наш план.xlsx")
    before = Path(plan).read_bytes()
    target = tmp_path / "own"
    assert call("init", target, "--plan", plan, "--coordinator", WHO).exit_code == 0
    assert load_config(target).workbook == Path(plan)
    assert Path(plan).read_bytes() == before


QUARTERS = ("I квартал", "II квартал", "III квартал", "IV квартал")


def workbook(path: Path, *tabs: tuple[str, tuple[tuple[str, ...], ...]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for title, rows in tabs:
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def plan_of(when: str) -> tuple[tuple[str, ...], ...]:
    header = ("№", "Мероприятие", "Срок", "Ответственный")
    return ((f"План на {when} 2026 года",), header, ("1", "Слёт", f"в течение {when}", "УМЦ"))


def test_the_plan_may_stand_behind_a_title_page(call: Call, tmp_path: Path) -> None:
    plan = workbook(tmp_path / "p.xlsx", ("Контакты", (("ФИО",),)), ("План", plan_of("год")))
    folder = tmp_path / "plan"
    assert call("init", folder, "--plan", plan, "--coordinator", WHO).exit_code == 0
    assert load_config(folder).settings.plan.tab == "План"


@pytest.mark.parametrize(
    ("page", "title", "year"),
    [("План работы на 2031 год", "", 2031), ("План работы на 2031 год", "План на 2030 год", 2030)],
)
def test_a_title_page_names_the_year_where_the_plan_does_not(
    call: Call, tmp_path: Path, page: str, title: str, year: int
) -> None:
    cover = ("Титул", (("УТВЕРЖДАЮ",), (page,)))
    above = ((title,),) if title else ()
    rows = (*above, ("Мероприятие", "Срок", "Ответственный"), ("Слёт", "май", "УМЦ"))
    plan = workbook(tmp_path / "plan.xlsx", cover, ("Мероприятия", rows))
    shown = call("init", tmp_path / "own", "--plan", plan, "--coordinator", WHO).stdout
    assert load_config(tmp_path / "own").settings.plan.year == year
    assert "--year" not in shown


def test_quarters_behind_a_title_page_are_one_plan(call: Call, tmp_path: Path) -> None:
    parts = ((title, plan_of(title)) for title in QUARTERS)
    plan = workbook(tmp_path / "p.xlsx", ("Порядок", (("Заполните свой лист.",),)), *parts)
    folder = tmp_path / "plan"
    shown = call("init", folder, "--plan", plan, "--coordinator", WHO).stdout
    assert load_config(folder).settings.plan.tab == "*"
    assert "«I квартал», «II квартал», «III квартал», «IV квартал»" in " ".join(shown.split())


def test_the_archive_before_the_plan_is_not_taken_for_it(call: Call, tmp_path: Path) -> None:
    old = (("План на 2020 год",), *plan_of("год")[1:])
    plan = workbook(tmp_path / "p.xlsx", ("Архив 2020", old), ("План 2026", plan_of("год")))
    folder = tmp_path / "plan"
    assert call("init", folder, "--plan", plan, "--coordinator", WHO).exit_code == 0
    assert load_config(folder).settings.plan.tab == "План 2026"


def test_tabs_that_are_one_plan_have_one_period(call: Call, tmp_path: Path) -> None:
    plan = workbook(tmp_path / "p.xlsx", *((title, plan_of(title)) for title in QUARTERS))
    shown = call("init", tmp_path / "first", "--plan", plan, "--coordinator", WHO).stdout
    assert "«II квартал», «III квартал», «IV квартал»" in " ".join(shown.split())
    folder = tmp_path / "all"
    assert call("init", folder, "--plan", plan, "--tab", "*", "--coordinator", WHO).exit_code == 0
    assert load_config(folder).settings.plan.period == PlanPeriod.of_year(2026)
    assert load_config(tmp_path / "first").settings.plan == load_config(folder).settings.plan


def test_a_part_that_names_nobody_is_its_tab_s(call: Call, tmp_path: Path) -> None:
    own = tuple(row[:3] for row in plan_of("май")[1:])
    plan = workbook(tmp_path / "p.xlsx", ("Снабжение", plan_of("март")), ("Котельная", own))
    folder = tmp_path / "plan"
    assert call("init", folder, "--plan", plan, "--coordinator", WHO).exit_code == 0
    said = " ".join(call("validate", "-C", folder).stdout.split())
    assert "«Снабжение» – 1, «Котельная» – 1" in said
    assert "отвечает «Котельная»: так назван лист" in said


def test_a_workbook_may_hold_more_than_the_plan(call: Call, tmp_path: Path) -> None:
    old = (("План на 2020 год",), *plan_of("год")[1:])
    other = (("№", "Мероприятие", "Когда", "Кто"), ("1", "Уборка", "май", "АХО"))
    tabs = (("Январь", plan_of("январь")), ("Март", plan_of("март")), ("Уборка", other))
    plan = workbook(tmp_path / "p.xlsx", ("2020", old), *tabs)
    folder = tmp_path / "plan"
    shown = " ".join(call("init", folder, "--plan", plan, "--coordinator", WHO).stdout.split())
    assert 'начните заново с --tab "Январь"' in shown
    assert "есть и на других листах: «Уборка»" in shown
    assert "прошлых лет: «2020»" in shown
    assert load_config(folder).settings.plan.tab == ("Январь", "Март")


def test_last_year_s_plan_on_another_tab_is_left_out(call: Call, tmp_path: Path) -> None:
    old = (("План на 2020 год",), *plan_of("год")[1:])
    tabs = ("План 2020", old), *((title, plan_of(title)) for title in QUARTERS)
    plan = workbook(tmp_path / "p.xlsx", *tabs)
    folder = tmp_path / "all"
    shown = call("init", folder, "--plan", plan, "--tab", "*", "--coordinator", WHO).stdout
    assert "«План 2020» пропущен" in " ".join(shown.split())
    assert load_config(folder).settings.plan.period == PlanPeriod.of_year(2026)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_column_that_its_cells_tell_is_taken_and_told(
    call: Call, tmp_path: Path, kind: str
) -> None:
    months = ("март", "май", "июнь", "август", "октябрь")
    rows = tuple((f"{n}", f"Слёт {n}", when, "УМЦ") for n, when in enumerate(months, start=1))
    table = (("№", "Мероприятие", "Отрезок", "Ответственный"), *rows)
    plan = workbook(tmp_path / "p.xlsx", ("План", table))
    if kind == "csv":
        plan = tmp_path / "p.csv"
        plan.write_text("\n".join(map(";".join, table)), encoding="utf-8")
    folder = tmp_path / "plan"
    shown = call("init", folder, "--plan", plan, "--coordinator", WHO).stdout
    assert "«Отрезок» читаем как срок" in " ".join(shown.split())
    assert "«Отрезок» – срок" in " ".join(call("validate", "-C", folder).stdout.split())


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "--plan"),
        (("--plan", str(PLAN)), "--coordinator"),
        (("--plan", "нет такого.docx"), "нет такого.docx"),
        (("--plan", str(PLAN), "--coordinator", "кто-то"), "кто-то"),
        (("--plan", str(PLAN), "--coordinator", WHO, "--address", "Никто=a@example.org"), "Никто"),
        (("--plan", str(PLAN), "--coordinator", WHO, "--address", "УМЦ"), "УМЦ"),
    ],
)
def test_what_is_missing_is_named_and_nothing_made(
    call: Call, tmp_path: Path, words: tuple[str, ...], named: str
) -> None:
    result = call("init", tmp_path / "plan", *words)
    assert result.exit_code == 2
    assert named in result.stderr
    assert not (tmp_path / "plan").exists()


def test_again_it_replaces_nothing_and_takes_what_was_left_out(call: Call, tmp_path: Path) -> None:
    folder = made(call, tmp_path / "plan")
    settings = (folder / "sheetsync.toml").read_bytes()
    workbook = (folder / "plan.xlsx").read_bytes()
    result = call("init", folder, "--address", "УМЦ=umc@example.org")
    assert result.exit_code == 0, result.output
    assert (folder / "sheetsync.toml").read_bytes() == settings
    assert (folder / "plan.xlsx").read_bytes() == workbook
    entry = next(e for e in load_config(folder).roster.departments if e.name == "УМЦ")
    assert entry.addresses == ("umc@example.org",)
    # An address that is there is not replaced by the way either.
    assert call("init", folder, "--address", "УМЦ=other@example.org").exit_code == 2


def test_again_it_says_which_options_it_leaves(call: Call, tmp_path: Path) -> None:
    folder = made(call, tmp_path / "plan")
    settings = (folder / "sheetsync.toml").read_bytes()
    shown = call("init", folder, "--tab", "*", "--password-file", __file__).stdout
    assert "Не учтено: --tab, --password-file" in shown
    assert (folder / "sheetsync.toml").read_bytes() == settings


def test_what_must_stay_secret_is_kept_out_of_git(call: Call, tmp_path: Path) -> None:
    folder = made(call, tmp_path / "plan")
    ignored = (folder / ".gitignore").read_text().splitlines()
    assert {"mail-password.txt", "*.json", "sheetsync.db*"} <= set(ignored)


def test_a_password_lies_in_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    answers = Answers(
        source=source_of(str(PLAN)),
        period=PlanPeriod.of_year(2021),
        timezone="Europe/Moscow",
        coordinator="Координатор плана",
        coordinator_address="coordinator@example.org",
        provider="yandex",
        password="app-password",
    )
    roster = '[[department]]\nname = "УМЦ"\naddresses = []\n'
    write_folder(tmp_path / "plan", answers, roster)
    config = load_config(tmp_path / "plan")
    assert config.settings.mail.provider == "yandex"
    assert config.password_file is not None
    assert config.password_file.read_text() == "app-password\n"
    assert stat.S_IMODE(config.password_file.stat().st_mode) == 0o600


def test_the_password_may_come_from_a_file(call: Call, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("app-password\n", encoding="utf-8")
    words = ("--provider", "yandex", "--password-file", str(secret))
    result = call("init", tmp_path / "plan", "--plan", PLAN, "--coordinator", WHO, *words)
    assert "app-password" not in result.output
    file = load_config(tmp_path / "plan").password_file
    assert file is not None
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("app-password\n", 0o600)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    folder, plan = tmp_path / "plan", tmp_path / "план.csv"
    plan.write_text("№,Мероприятие,Сроки,Ответственные\n1,Слёт,май,УМЦ\n", encoding="utf-8")
    answers = [
        str(plan),
        "umc@example.org",  # of УМЦ
        WHO,
        "none",
        "2031",
        "Asia/Kamchatka",
        "",  # the organisation
        "chair@example.org",
        "09:30",
    ]
    screen = at_terminal(["init", str(folder)], answers)
    config = load_config(folder)
    assert config.settings.plan.year == 2031
    assert config.settings.plan.timezone == "Asia/Kamchatka"
    assert config.settings.chair.address == "chair@example.org"
    assert config.settings.job.at == time(9, 30)
    assert config.roster.departments[0].addresses == ("umc@example.org",)
    assert "1 пункт" in screen


def at_terminal(words: list[str], answers: list[str]) -> str:
    """What a terminal shows of the program that is given these answers, a line each."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "sheetsync", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        screen = b""
        while True:
            try:
                block = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            screen += block
        process.wait()
    os.close(ours)
    return screen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_whoever_mistypes_is_asked_again(tmp_path: Path) -> None:
    folder, plan = tmp_path / "plan", tmp_path / "план.csv"
    plan.write_text("№,Мероприятие,Сроки,Ответственные\n1,Слёт,май,УМЦ\n", encoding="utf-8")
    answers = [
        *("нет такого.docx", str(plan)),
        *("umc", "umc@example.org"),
        *("", "Координатор", WHO),
        *("яндекс", "yandex"),
        *("31", "2031"),
        *("Москва", "Europe/Moscow"),
        "",  # the organisation
        *("председатель", ""),
        *("sender", "sender@example.org"),
        *("25:00", "9:30"),
    ]
    secret = tmp_path / "secret"  # typing it would throw away what is typed ahead
    secret.write_text("app-password", encoding="utf-8")
    screen = at_terminal(["init", str(folder), "--password-file", str(secret)], answers)
    config = load_config(folder)
    assert (config.settings.plan.year, config.settings.job.at) == (2031, time(9, 30))
    assert config.settings.mail.sender.endswith("<sender@example.org>")
    assert screen.count("Ошибка: ") == 10
    assert "Без этого ответа настроить ничего нельзя" in screen


@pytest.mark.parametrize(
    ("option", "told", "words"),
    [
        ("--zone", "Москва", "Москва"),
        ("--at", "25:99", "25:99"),
        ("--chair", "председатель", "otdel@example.org"),
        ("--year", "2026..2025", "2026..2025"),
        ("--password-file", str(data_path("config", "report.docx")), "report.docx"),
    ],
)
def test_what_settings_would_refuse_is_never_written(
    call: Call, tmp_path: Path, option: str, told: str, words: str
) -> None:
    given = ("--plan", PLAN, "--coordinator", WHO, "--provider", "yandex", option, told)
    result = call("init", tmp_path / "plan", *given)
    assert (result.exit_code, words in result.stderr) == (2, True)
    assert not (tmp_path / "plan").exists()


def test_findings_are_told_in_the_rows_of_the_workbook_that_is_made(
    call: Call, tmp_path: Path
) -> None:
    plan = tmp_path / "план.csv"
    rows = "Утверждаю\n\n\n\nПлан на 2031 год\n\n№,Мероприятие,Сроки,Ответственные\n1,Слёт,,УМЦ\n"
    plan.write_text(rows, encoding="utf-8")
    shown = made(call, tmp_path / "plan", "--plan", str(plan))
    found = call("validate", "-C", shown, "--json")
    (row,) = {f["row"] for f in data(found)["findings"] if "deadline" in f["code"]}
    screen = call("init", tmp_path / "again", "--plan", plan, "--coordinator", WHO).stdout
    assert f"строка {row}, столбец" in screen


def test_what_an_option_says_of_the_mailbox_counts_without_a_provider(
    call: Call, tmp_path: Path
) -> None:
    words = ("--provider", "none", "--sender", "school@example.org")
    folder = made(call, tmp_path / "plan", "--year", "2021", *words)
    assert load_config(folder).settings.mail.sender.endswith("<school@example.org>")
