"""Letters in English over a year: no Russian but the sheet's own words, in quotation marks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sheetsync.config import Config, load_config
from sheetsync.daily import compose
from sheetsync.daily.simulation import simulated_days
from sheetsync.model import CellValue, Grid
from sheetsync.new_folder import make_sample
from sheetsync.plan.table import read_table
from tests.daily.test_told_is_named import YEAR
from tests.mail.composed import speaking

ROSTER = """
[[department]]
name = "Office"
addresses = ["office@example.org"]

[[department]]
name = "Training centre"
addresses = ["centre@example.org"]

[[department]]
name = "Branches"
kind = "group"
curator = "Office"
members = [{ name = "Branch one", address = "one@example.org" }]
"""
# Cells that may stand in Russian stand in quotation marks in a letter; titles and parties do not.
ROWS = (
    ("1", "Council meeting", "апрель", "Office", ""),
    ("2", "Training", "в течение года", "Training centre, Branches", ""),
    ("3", "Survey", "по запросу ФНПР", "Branches, Office", ""),
    ("4", "Report", "до 31 апреля", "Office", ""),
    ("5", "Webinar", "15.05", "Nobody known", ""),
    ("6", "Contest", "май", "Training centre", "перенесено на сентябрь"),
    ("7", "Round table", "март, октябрь", "Office, Training centre", "выполнено 31.02"),
    ("8", "Forum", "", "Office", "сделано?"),
    ("9", "Forum again", "весной", "Office", "выполнено, кроме двух"),
    ("11", "Bulletin", "в течение года", "Branches, Office", "готовится"),
    ("11", "Bulletin", "2030", "Ofice", "запланировано"),
)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    make_sample(tmp_path / "plan")
    (tmp_path / "plan" / "departments.toml").write_text(ROSTER, encoding="utf-8")
    path = tmp_path / "plan" / "sheetsync.toml"
    text = path.read_text(encoding="utf-8")
    for russian, english in (
        ("План мероприятий на 2021 год", "Plan for 2021"),
        ("Смоленское Профобъединение", "The Federation"),
        ("Координатор плана", "Coordinator"),
        ("[chair]", '[chair]\nname = "Chair"\naddress = "chair@example.org"'),
    ):
        text = text.replace(russian, english)
    path.write_text(text, encoding="utf-8")
    return speaking(load_config(tmp_path / "plan"), "en")


def letters(config: Config) -> Iterator[tuple[str, str]]:
    header: tuple[CellValue, ...] = ("№", "Мероприятие", "Сроки", "Ответственные", "Отметка")
    table = read_table(Grid(title="Plan", rows=(header, *ROWS)), config.column_rules)
    for day in simulated_days(config, table, YEAR):
        mail = compose(day.job, day.reading.agenda.plan, day.decision.digests, day.reading.history)
        for letter in mail.letters:
            yield letter.rendered.subject, letter.rendered.text


def test_an_english_letter_has_no_russian_outside_of_quotation_marks(config: Config) -> None:
    kinds = set()
    for subject, text in letters(config):
        kinds.add(re.sub(r"\d+", "", subject))
        assert re.findall(r"[А-Яа-яЁё]+", subject) == []
        ours = re.sub(r"“[^”]*”|(?:март|октябрь)(?=: Round table)", "", text)
        assert re.findall(r"[^\n]*[А-Яа-яЁё][^\n]*", ours) == []
    assert len(kinds) > 10
