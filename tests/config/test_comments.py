"""The files that people edit explain themselves in their language, and mean the same in each."""

import re
import tomllib
from pathlib import Path

import pytest

from sheetsync.config.comments import comments, translated
from sheetsync.config.new_settings import Answers, Source, settings_text
from sheetsync.languages import (
    LETTERS,
    Catalogue,
    language_of,
    load_language,
    reader_language,
    speaking,
)
from sheetsync.model import PlanPeriod
from sheetsync.resources import data_path

RUSSIAN, ENGLISH = load_language("ru"), load_language("en")


@pytest.fixture(params=["sheetsync.toml", "departments.toml", "columns.toml"])
def text(request: pytest.FixtureRequest) -> str:
    return data_path("config", request.param).read_text(encoding="utf-8")


def test_only_comments_are_translated(text: str) -> None:
    assert tomllib.loads(translated(text, RUSSIAN)) == tomllib.loads(text)
    assert options(translated(text, RUSSIAN)) == options(text)
    assert translated(text, ENGLISH) == text


def test_each_comment_is_russian_and_fits_a_line(text: str) -> None:
    said = [words for _, words in comments(translated(text, RUSSIAN))]
    english = [words for _, words in comments(text)]
    assert len(said) == len(english)
    assert not set(said) & set(english)
    assert max(len(line) for words in said for line in words.splitlines()) <= 98


def options(text: str) -> list[str]:
    """The lines that are in force, and those that are one sign away from it."""
    return re.findall(r"(?m)^(?:# \w+ = |[^#\n]).*$", text)


@pytest.mark.parametrize(
    ("language", "comment", "own"),
    [(RUSSIAN, "# Год плана:", None), (ENGLISH, "# The year of the plan:", "en")],
)
def test_a_new_folder_explains_itself_in_its_plan_s_language(
    language: Catalogue, comment: str, own: str | None, tmp_path: Path
) -> None:
    answers = Answers(
        source=Source(workbook=tmp_path / "plan.xlsx"),
        period=PlanPeriod.of_year(2026),
        timezone="Europe/Moscow",
        coordinator="Coordinator",
        coordinator_address="coordinator@example.org",
        language=language,
    )
    text = settings_text(answers, tmp_path)
    assert comment in text
    assert tomllib.loads(text)["plan"].get("language") == own
    assert "Профобъединен" not in text.split("[coordinator]")[0]
    assert text.count(language.gettext('"Chair"')) == 1


@pytest.mark.parametrize(
    ("words", "code"), [("№ Мероприятие", "ru"), ("Measure Deadline", "en")], ids=str
)
def test_a_plan_in_cyrillic_is_russian_to_an_english_reader(words: str, code: str) -> None:
    with speaking("en"):
        assert language_of(words).code == code


@pytest.mark.parametrize(
    ("words", "code"), [("№ Қызмет", "kk"), ("№ Мероприятие", "ru"), ("Measure", "en")], ids=str
)
def test_letters_of_its_own_tell_a_language_from_one_with_its_alphabet(
    words: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LETTERS, "kk", "әғқңөұүһ")
    assert reader_language(words=words, environment={}) == code
