"""Who reads English meets no Russian word, and who reads Russian no English one.

Words of the plan's own are quoted as they stand there; commands, settings and names of files are
the same in both.
"""

import re
import tomllib
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest

from sheetsync.config.new_settings import Answers, Source, settings_text
from sheetsync.languages import CODES, Catalogue, load_language
from sheetsync.model import Deadline, DeadlineKind, Meaning, PlanPeriod
from sheetsync.model.language import say
from sheetsync.plan.findings import CATALOGUE
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.occurrence_names import occurrence_said, period_name
from sheetsync.words.progress import MEANINGS, explain_progress, read_progress
from sheetsync.words.rule import Rule
from sheetsync.words.rule_names import rule_said
from sheetsync.words.status.rules import ANYTHING, PLAIN_ANSWERS
from sheetsync.words.status.statements import RULES as STATUS_RULES
from sheetsync.words.timing.rules import RULES as DEADLINE_RULES
from sheetsync.words.wordings import settled_rule
from tests.languages.saying import in_cyrillic

CYRILLIC = re.compile("[\u0400-\u04ff]")
ENGLISH, RUSSIAN = load_language("en"), load_language("ru")
OTHERS = [load_language(code) for code in CODES if not in_cyrillic(code)]  # English, to begin with
RULES = (*DEADLINE_RULES, *STATUS_RULES, *PLAIN_ANSWERS)
DAY = date(2021, 5, 11)
MONTH = read_deadline("April", year=2021)
ALL_YEAR = Deadline(text="", kind=DeadlineKind.YEAR_ROUND, rule="")
# What a sentence in Russian may hold in Latin letters.
_TYPED = re.compile(
    r"«sheetsync [^»]*»|sheetsync [a-z-]+(?: [a-z-]+| --[a-z-]+| \"[^\"]*\"| NUMBER)*"
    r"|\w+\.toml|\[\w+\]|\b\w+ = \"[^\"]*\"|\w+_\w+(?: = \{?\w+\}?)?"
    r"|/edit|\{\w+\}|Excel|LibreOffice|Google|PDF|Word"
)
_LATIN = re.compile("[A-Za-z]+")
_ROMAN = {"I", "II", "III", "IV"}


def latin(words: str) -> set[str]:
    """The Latin words of a sentence that are neither typed nor a number."""
    return {*_LATIN.findall(_TYPED.sub("", words))} - _ROMAN


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_finding_is_said_in_one_language(code: str) -> None:
    wording = CATALOGUE[code]
    for sentence in (wording.sentence, wording.suggestion):
        assert not any(CYRILLIC.search(other.gettext(sentence)) for other in OTHERS)
        assert not latin(RUSSIAN.gettext(sentence))


@pytest.mark.parametrize("text", ["by 31 June", "Q5", "whenever", "H3", "15.13", "Jun 26"])
def test_what_is_not_understood_is_explained_in_one_language(text: str) -> None:
    deadline = read_deadline(text, year=2026)
    assert deadline.doubts
    assert not any(CYRILLIC.search(explain_deadline(deadline, other)) for other in OTHERS)


@pytest.mark.parametrize(
    "text", ["by Thursday 12 June", "August, January", "Board, May", "Octobre"]
)
def test_a_doubt_quotes_english_words_in_english(text: str) -> None:
    for doubt in read_deadline(text, year=2026).doubts:
        said = (doubt.quote, say(doubt.hint, ENGLISH), say(doubt.advice, ENGLISH))
        assert not CYRILLIC.search(" ".join(said))
        assert "«" not in " ".join(said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_in_each_language(rule: Rule) -> None:
    assert rule_said(rule.name, RUSSIAN) == rule.name
    assert rule_said(rule.name, ENGLISH) == rule.english.name
    assert rule.english.name.isascii()
    assert rule.english.example.isascii() or rule.english.example == "✓"
    assert not CYRILLIC.search(rule.english.meaning)


def test_rules_have_english_names_of_their_own() -> None:
    names = [rule.english.name for rule in DEADLINE_RULES]
    assert len({*names}) == len(names)
    names = [rule.english.name for rule in (*STATUS_RULES, *PLAIN_ANSWERS)]
    assert len({*names}) == len(names)


def test_a_settled_phrase_is_told_with_what_it_means() -> None:
    assert rule_said(settled_rule("by 15 May"), ENGLISH) == "settled phrase: “by 15 May”"
    assert rule_said(settled_rule("без даты"), ENGLISH) == "settled phrase: “no date”"
    assert rule_said("", ENGLISH) == ""


@pytest.mark.parametrize("rule", DEADLINE_RULES, ids=lambda rule: rule.english.name)
def test_the_english_example_of_a_deadline_is_read_by_its_rule(rule: Rule) -> None:
    assert read_deadline(rule.english.example, year=2021).rule == rule.name


@pytest.mark.parametrize("rule", STATUS_RULES, ids=lambda rule: rule.english.name)
def test_the_english_example_of_a_status_is_read_by_its_rule(rule: Rule) -> None:
    read = read_progress(rule.english.example, deadline=MONTH, today=DAY)
    russian = read_progress(rule.example, deadline=MONTH, today=DAY)
    assert read.meaning is russian.meaning
    assert read.rule == rule.name or read.meaning is Meaning.UNCLEAR


@pytest.mark.parametrize("rule", PLAIN_ANSWERS, ids=lambda rule: rule.english.name)
def test_a_plain_answer_in_english_is_read_by_its_rule(rule: Rule) -> None:
    deadline = ALL_YEAR if rule is ANYTHING else MONTH
    assert read_progress(rule.english.example, deadline=deadline, today=DAY).rule == rule.name


@pytest.mark.parametrize("meaning", Meaning)
def test_a_meaning_is_said_in_one_language(meaning: Meaning) -> None:
    assert ENGLISH.gettext(MEANINGS[meaning]).isascii()
    assert not latin(RUSSIAN.gettext(MEANINGS[meaning]))


def test_a_status_is_explained_in_english() -> None:
    read = read_progress("March – done, October – in progress", deadline=_of_two(), today=DAY)
    assert explain_progress(read, ENGLISH) == (
        "understood: done for the deadline named; “March”: done; “October”: in progress; "
        "rule “closed”"
    )


def _of_two() -> Deadline:
    return read_deadline("March, October", year=2021)


PHRASES = """
January, May | quarterly | monthly | Q1, Q3 | H1, H2 | March 2026, 5 May | spring, autumn
quarterly by the 10th of the following month | last Friday of each month | every six months
first week of March, last week of May | first half of May, second half of June
15 May, then quarterly | January – March, May – June | Labour Day, Victory Day
"""


@pytest.mark.parametrize("text", re.split(r" \| |\n", PHRASES.strip()))
def test_occurrences_are_called_in_english(text: str) -> None:
    labels = [each.label for each in read_deadline(text, year=2026).occurrences]
    assert labels
    for label in labels:
        assert not any(CYRILLIC.search(occurrence_said(label, other)) for other in OTHERS)
        assert occurrence_said(label, RUSSIAN) == label


def test_a_milestone_keeps_the_words_of_the_plan() -> None:
    assert occurrence_said("Велижский район", ENGLISH) == "Велижский район"
    assert occurrence_said("Leeds branch март", ENGLISH) == "Leeds branch March"


class German(NullTranslations):
    """The catalogue of a third language, of which only a day is there."""

    def gettext(self, message: str) -> str:
        return {"Teachers Day": "Lehrertag"}.get(message, message)


def test_a_named_day_is_called_as_a_third_language_s_catalogue_says() -> None:
    third = Catalogue(code="de", sentences=German())
    assert occurrence_said("День учителя", third) == "Lehrertag"
    assert occurrence_said("День победы", third) == "Victory Day"  # as yet
    assert occurrence_said("День учителя", ENGLISH) == "Teachers Day"
    assert occurrence_said("Женский день", ENGLISH) == "International Women's Day"


def test_a_quarter_is_called_as_each_language_writes_it() -> None:
    quarter = PlanPeriod(date(2026, 4, 1), date(2026, 6, 30))
    assert period_name(quarter, RUSSIAN) == "II квартал 2026"
    assert period_name(quarter, ENGLISH) == "Q2 2026"


@pytest.mark.parametrize("code", CODES)
def test_the_settings_of_a_new_plan_show_examples_of_its_language(code: str) -> None:
    answers = Answers(
        source=Source(),
        period=PlanPeriod.of_year(2026),
        timezone="Europe/London",
        coordinator="Pat",
        coordinator_address="pat@example.org",
        language=load_language(code),
    )
    text = settings_text(answers, folder=answers.source.workbook or _nowhere())
    shown = re.sub(r"(?m)^# (?=\w+ = )", "", text)
    assert tomllib.loads(text)
    assert bool(CYRILLIC.search(shown)) is in_cyrillic(code)


@pytest.mark.parametrize(
    ("code", "so"), [("ru", True), ("uk", True), ("kk", True), ("en", False), ("de", False)]
)
def test_only_a_language_in_other_letters_is_asked_for_no_cyrillic(code: str, so: bool) -> None:
    assert in_cyrillic(code) is so


def _nowhere() -> Path:
    return Path("plan")
