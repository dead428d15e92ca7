"""The configuration folder: what it says, and every mistake in it at once."""

import re
import sys
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from sheetsync.config import Settings, load_config
from sheetsync.config.options import keys_of, part
from sheetsync.config.roster_schema import DepartmentEntry
from sheetsync.errors import ConfigError
from sheetsync.model import DepartmentKind, Tell
from sheetsync.resources import data_path

SETTINGS = """
[plan]
year = 2021
[coordinator]
name = "Координатор"
address = "coordinator@example.org"
[mail]
sender = "План <plan@example.org>"
"""
ROSTER = """
[[department]]
name = "Отдел кадров"
addresses = ["hr@example.org"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sheetsync.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "departments.toml").write_text(ROSTER, encoding="utf-8")
    return tmp_path


def problems(folder: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(folder)
    return [re.sub(r"^.*\.toml: ", "", line) for line in str(caught.value).splitlines()]


def test_defaults_fill_what_is_not_said(folder: Path) -> None:
    config = load_config(folder)
    assert config.workbook == folder / "plan.xlsx"
    assert config.settings.digest.before_explicit == 14
    assert config.roster.departments[0].kind is DepartmentKind.DEPARTMENT


def test_a_file_with_a_byte_order_mark_is_read(folder: Path) -> None:
    (folder / "departments.toml").write_text(ROSTER, encoding="utf-8-sig")
    assert load_config(folder).roster.departments


def test_a_missing_folder_says_how_to_make_one(tmp_path: Path) -> None:
    assert all("sheetsync demo" in line for line in problems(tmp_path / "none"))


def test_every_mistake_of_every_file_is_reported_at_once(folder: Path) -> None:
    (folder / "sheetsync.toml").write_text(
        '[plan]\nyear = "2021"\nwerkbook = "a.xlsx"\ntimezone = "Moscow"\n'
        '[coordinator]\nname = "К"\naddress = "coordinator"\n'
        '[mail]\nsender = "plan"\n[digest]\nbefore = -1\n[calendar]\nextra_days_off = ["май"]\n'
        '[job]\nat = "25:00"\ndays = "weekdays"\n',
        encoding="utf-8",
    )
    (folder / "departments.toml").write_text(
        '[[department]]\nname = "Совет"\nkind = "council"\n'
        '[[department]]\nname = "Отдел"\naddresses = ["отдел@example.org"]\n',
        encoding="utf-8",
    )
    found = "\n".join(problems(folder))
    for words in (
        "plan.year: нужно целое число",
        "plan.werkbook: такого ключа нет; похож на «workbook»",
        "plan.timezone: нет часового пояса «Moscow»",
        "coordinator.address: адрес «coordinator»",
        "mail.sender: адрес",
        "digest.before: нужно число не меньше 0",
        "calendar.extra_days_off.1: нужна дата",
        "job.at: время записано не так: «25:00», нужно, например, 10:00",
        "job.days: «weekdays» не подходит, нужно одно из: all, working",
        "department.1.kind: «council» не подходит",
        "department.2.addresses.1: адрес «отдел@example.org»",
    ):
        assert words in found


@pytest.mark.parametrize(
    ("roster", "words"),
    [
        ('[[department]]\nname = "С"\nkind = "body"', 'у kind = "body" нужен via'),
        ('[[department]]\nname = "Ч"\nkind = "group"', 'у kind = "group" нужен curator'),
        ('[[department]]\nname = "С"\nkind = "body"\nvia = "О"', "ссылается на «О»"),
        ('[[department]]\nname = "С"\n[[department]]\nname = "С"', "«С» записан дважды"),
        ("", "department: не указано обязательное значение"),
        (
            ROSTER.replace("addresses", 'kind = "group"\ncurator = "Отдел кадров"\naddresses'),
            "у него нет своей почты",
        ),
        ("[[department]\n", "строка 1, знак 13: название раздела не закрыто скобкой"),
    ],
)
def test_a_roster_that_leads_nowhere_is_refused(folder: Path, roster: str, words: str) -> None:
    (folder / "departments.toml").write_text(roster, encoding="utf-8")
    assert words in "\n".join(problems(folder))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[plan]\nyear 2021", "строка 2, знак 6: после ключа нужен знак «=»"),
        ("[plan]\nyear = 2021\nyear = 2022\n", "строка 3, знак 12: ключ записан дважды"),
        ("year = 2021\nyear = 2022", "конец файла: ключ записан дважды"),
        ("[plan]\n[plan]", "строка 2, знак 6: раздел записан дважды"),
        ("[plan]\ntitle = План", "значение записано с ошибкой, тексту нужны кавычки"),
        ('[plan]\ntitle = "План\n', "в строке нет закрывающих кавычек"),
        ('[plan]\ntitle = "План" на год', "после значения стоит лишнее"),
        ("[plan]\nadopted = 31.12.2025", "строка 2, знак 16: день пишут так: 2025-12-31"),
        ("[chair]\nsittings = [2021-05-11, 25.5.2021]", "день пишут так: 2021-05-25"),
        ("[plan]\nadopted = 31.02.2025", "после значения стоит лишнее"),
        ('[plan]\nworkbook = "D:\\план.xlsx"', "обратную черту в кавычках пишите дважды"),
        ('[plan]\nworkbook = "C:\\Users"', "обратную черту в кавычках пишите дважды"),
        ("[calendar]\nextra_days_off = [2021-02-30]", "такой даты нет"),
        ("[calendar]\nextra_days_off = [2021-02-20", "список не закрыт скобкой"),
    ],
)
def test_a_slip_in_the_writing_is_told_with_its_place(folder: Path, text: str, words: str) -> None:
    (folder / "sheetsync.toml").write_text(text, encoding="utf-8")
    (problem,) = problems(folder)
    assert words in problem


@pytest.mark.parametrize("tab", ["5", "[]", '["*"]', '["А", 3]', '["А", "а"]', '[""]'])
def test_tabs_that_nobody_can_mean_are_one_problem(folder: Path, tab: str) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[plan]\n", f"[plan]\ntab = {tab}\n"), encoding="utf-8")
    (problem,) = problems(folder)
    assert "plan.tab: назовите каждый лист плана один раз" in problem


@pytest.mark.parametrize(
    ("tab", "one", "several"),
    [
        ('"План"', "План", None),
        ('"*"', "", ()),
        ('["I квартал", "II квартал"]', "", ("I квартал", "II квартал")),
    ],
)
def test_a_plan_is_on_one_tab_or_on_several(
    folder: Path, tab: str, one: str, several: tuple[str, ...] | None
) -> None:
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[plan]\n", f"[plan]\ntab = {tab}\n"), encoding="utf-8")
    plan = load_config(folder).settings.plan
    assert (plan.one_tab, plan.tabs) == (one, several)


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "sheetsync.toml").write_bytes("title = 'План'".encode("cp1251"))
    assert "не текст в кодировке UTF-8" in problems(folder)[0]


def test_a_folder_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "plan")
    assert "«sheetsync demo my-plan»" in problem


def test_the_sample_configuration_is_valid() -> None:
    config = load_config(data_path("config"))
    assert [m.address for d in config.roster.departments for m in d.members][24:]


def test_the_commented_example_holds_every_option_and_its_default() -> None:
    text = data_path("config", "sheetsync.toml").read_text(encoding="utf-8")
    shown = tomllib.loads(re.sub(r"(?m)^# (?=\w+ = )", "", text))
    assert {section: set(values) for section, values in shown.items()} == {
        section: {field.name for field in fields(_section(section))}
        for section in keys_of(Settings)
    }
    for section, values in shown.items():
        commented = tomllib.loads("\n".join(re.findall(r"(?m)^# (\w+ = .*)$", text)))
        for key in values.keys() & commented.keys():
            default = next(f.default for f in fields(_section(section)) if f.name == key)
            # Others are required, or shown by an example.
            if default is not MISSING and (default or default == 0):
                assert values[key] == (list(default) if isinstance(default, tuple) else default)


def _section(name: str) -> type[Any]:
    return next(field.type for field in fields(Settings) if field.name == name)


def with_mail(folder: Path, *lines: str) -> list[str]:
    text = SETTINGS.replace("[mail]", "\n".join(["[mail]", *lines]))
    (folder / "sheetsync.toml").write_text(text, encoding="utf-8")
    return problems(folder)


def test_letters_never_go_unprotected_through_a_foreign_server(folder: Path) -> None:
    (words,) = with_mail(folder, 'server = "smtp.example.org"', 'security = "plain"')
    assert words.startswith('mail.security: "plain" отправил бы письма на smtp.example.org')


def test_addresses_of_other_domains_are_refused_where_domains_are_named(folder: Path) -> None:
    found = with_mail(folder, 'allowed_domains = ["example.com"]')
    assert found == [
        f"mail.allowed_domains: домена адреса {address} в списке нет."
        for address in ("coordinator@example.org", "hr@example.org")
    ]


def test_a_cyrillic_domain_is_written_as_servers_know_it(folder: Path) -> None:
    roster = ROSTER.replace("hr@example.org", "hr@пример.рф")
    (folder / "departments.toml").write_text(roster, encoding="utf-8")
    (department,) = load_config(folder).roster.departments
    assert department.addresses == ("hr@xn--e1afmkfd.xn--p1ai",)


def test_a_cyrillic_mailbox_is_refused_with_the_reason(folder: Path) -> None:
    roster = ROSTER.replace("hr@example.org", "кадры@example.org")
    (folder / "departments.toml").write_text(roster, encoding="utf-8")
    (words,) = problems(folder)
    assert "только латинские буквы" in words


def test_a_provider_brings_its_server_and_limit(folder: Path) -> None:
    text = SETTINGS.replace("[mail]", '[mail]\nprovider = "yandex"')
    (folder / "sheetsync.toml").write_text(text, encoding="utf-8")
    server = load_config(folder).mail_server
    assert server is not None
    assert (server.host, server.port, server.login, server.daily_limit) == (
        *("smtp.yandex.ru", 465, "plan@example.org"),
        500,
    )


def test_without_a_server_letters_stay_on_this_computer(folder: Path) -> None:
    assert load_config(folder).mail_server is None


def test_a_provider_and_a_server_are_one_too_many(folder: Path) -> None:
    (words,) = with_mail(folder, 'provider = "yandex"', 'server = "smtp.example.org"')
    assert words.startswith("mail.server: указан и provider, и server")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
@pytest.mark.parametrize("name", ["sheetsync.toml", "departments.toml", "columns.toml"])
def test_what_anyone_can_change_is_not_believed(folder: Path, name: str) -> None:
    if name == "columns.toml":
        (folder / name).write_text("", encoding="utf-8")
    (folder / name).chmod(0o646)
    (problem,) = problems(folder)
    assert f"chmod o-w {folder / name}" in problem
    (folder / name).chmod(0o664)  # a group that shares the work may
    load_config(folder)


def test_the_sample_roster_says_what_each_key_is_for() -> None:
    text = data_path("config", "departments.toml").read_text(encoding="utf-8")
    explained = set(re.findall(r"(?m)^#   (\w+)  ", text))
    assert explained == set(keys_of(DepartmentEntry))
    example = re.search(r"(?ms)^# \[\[department\]\]\n.*?(?=^#\n)", text)
    assert example
    shown = tomllib.loads(re.sub("(?m)^# ", "", example[0]))["department"][0]
    entry = part(DepartmentEntry)(shown)
    assert (entry.tell, entry.away is None) == (Tell.MONTHLY, False)
