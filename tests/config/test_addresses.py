"""Addresses as people paste them into the settings and the roster."""

from email.utils import parseaddr
from pathlib import Path

import pytest

from sheetsync.config import load_config
from sheetsync.errors import ConfigError
from tests.config.test_folder import ROSTER, SETTINGS


def write(folder: Path, *, sender: str = "plan@example.org", department: str = "") -> Path:
    settings = SETTINGS.replace('"План <plan@example.org>"', f"'{sender}'")
    roster = ROSTER.replace('"hr@example.org"', f"'{department or 'hr@example.org'}'")
    (folder / "sheetsync.toml").write_text(settings, encoding="utf-8")
    (folder / "departments.toml").write_text(roster, encoding="utf-8")
    return folder


def problem(folder: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    "sender", ["План, отдел <plan@example.org>", "Отдел, сектор, группа <plan@example.org>"]
)
def test_a_name_with_a_comma_needs_quotes_and_is_shown_with_them(
    tmp_path: Path, sender: str
) -> None:
    words = problem(write(tmp_path, sender=sender))
    name = sender.partition(" <")[0]
    assert "mail.sender" in words
    assert "в кавычках" in words
    assert f"""'"{name}" <plan@example.org>'""" in words


@pytest.mark.parametrize(
    "sender",
    [
        "a@example.org, b@example.org",
        "a@example.org; b@example.org",
        "a@example.org b@example.org",
        "План <a@example.org>, b@example.org",
        "a@example.org, План <b@example.org>",
        '"План" <a@example.org>, "Отдел" <b@example.org>',
    ],
)
def test_two_addresses_are_no_sender(tmp_path: Path, sender: str) -> None:
    assert "несколько адресов, а нужен один" in problem(write(tmp_path, sender=sender))


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ('"План, отдел" <plan@example.org>', "План, отдел"),
        ('"План" <plan@example.org>', "План"),
        ("План мероприятий <plan@example.org>", "План мероприятий"),
        ("  План   < plan@example.org > ", "План"),
        ("<plan@example.org>", ""),
        (" plan@example.org ", ""),
    ],
)
def test_a_sender_has_a_name_or_none(tmp_path: Path, sender: str, name: str) -> None:
    found = load_config(write(tmp_path, sender=sender)).settings.mail.sender
    assert parseaddr(found) == (name, "plan@example.org")


@pytest.mark.parametrize(
    "pasted",
    [
        '"Кадры, отдел" <hr@example.org>',
        "Кадры <hr@example.org>",
        "<hr@example.org>",
        " hr@example.org",
    ],
)
def test_an_address_is_pasted_into_the_roster_as_mail_programs_copy_it(
    tmp_path: Path, pasted: str
) -> None:
    (department,) = load_config(write(tmp_path, department=pasted)).roster.departments
    assert department.addresses == ("hr@example.org",)


def test_an_entry_of_the_roster_is_one_address(tmp_path: Path) -> None:
    words = problem(write(tmp_path, department="hr@example.org, staff@example.org"))
    assert "department.1.addresses.1: «hr@example.org, staff@example.org»" in words


def test_an_address_is_the_same_in_letters_of_any_case(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, department="Coordinator@Example.org"))
    (department,) = config.roster.departments
    assert department.addresses == (config.settings.coordinator.address,)


def test_it_is_written_first_in_the_settings_wherever_it_stands(tmp_path: Path) -> None:
    one = "Coordinator@Example.ORG"
    folder = write(tmp_path, sender=f"План <{one}>", department=one)
    settings, roster = folder / "sheetsync.toml", folder / "departments.toml"
    said = settings.read_text(encoding="utf-8")
    said += f'redirect_to = "{one}"\n[chair]\naddress = "{one}"\n'
    settings.write_text(said, encoding="utf-8")
    more = f'members = [{{ name = "Иванова", address = "{one}" }}]\naway = {{ from = 2021-05-01,'
    more += f' to = 2021-05-02, to_address = "{one.upper()}" }}\n'
    roster.write_text(roster.read_text(encoding="utf-8") + more, encoding="utf-8")
    config = load_config(folder)
    first = config.settings.coordinator.address
    (department,) = config.roster.departments
    assert first != one
    assert config.settings.mail.sender == f"План <{first}>"
    assert config.settings.mail.redirect_to == config.settings.chair.address == first
    assert (department.addresses, department.members[0].address) == ((first,), first)
    assert department.away
    assert department.away.address == first
    assert config.spellings[one.casefold()] == first


def test_letters_are_for_all_who_are_named_but_for_who_wants_none(tmp_path: Path) -> None:
    folder = write(tmp_path)
    more = """
[[department]]
name = "Заводы"
kind = "group"
curator = "Отдел кадров"
members = [{ name = "Первый", address = "plant@example.org" }]
away = { from = 2021-05-01, to = 2021-05-02, to_address = "stand-in@example.org" }
[[department]]
name = "Архив"
addresses = ["archive@example.org"]
tell = "none"
"""
    for name, added in (
        ("departments.toml", more),
        (
            "sheetsync.toml",
            'redirect_to = "trial@example.org"\n[chair]\naddress = "chair@example.org"\n',
        ),
    ):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    config = load_config(folder)
    names = ("chair", "hr", "plant", "stand-in")
    assert config.readers() == {
        config.settings.coordinator.address,
        *(f"{name}@example.org" for name in names),
    }
    assert config.names("Archive@example.org")
    assert not config.names("nobody@example.org")
