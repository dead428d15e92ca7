"""The word lists: complete, folded, and without two meanings for one month's form."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from sheetsync.model import DeadlineKind
from sheetsync.words import cleaning
from sheetsync.words.cleaning import fold, has_cyrillic
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.grammar.lexemes import lexemes, slip_of
from sheetsync.words.lexicon.calendar import MONTHS
from sheetsync.words.lexicon.entries import entries
from sheetsync.words.lexicon.kinds import Kind

FORMS = sorted({form for _, _, forms in entries() for form in forms})


def test_every_form_is_folded() -> None:
    assert [form for form in FORMS if form != fold(form)] == []


def test_every_form_is_heard_whole() -> None:
    silent = [form for form in FORMS if len(lexemes(form)) > 1]
    assert silent == []


@pytest.mark.parametrize("month", range(12))
def test_every_form_of_a_month_is_that_month(month: int) -> None:
    heard = [lexemes(form)[0] for form in MONTHS[month].split()]
    assert {(lexeme.kind, lexeme.value) for lexeme in heard} == {(Kind.MONTH, month + 1)}


@pytest.mark.parametrize(
    ("kind", "cases"),
    [
        (Kind.START, "начало начала началу начало началом начале"),
        (Kind.END, "конец конца концу конец концом конце"),
        (Kind.END, "исход исхода исходу исход исходом исходе"),
        (Kind.END, "окончание окончания окончанию окончание окончанием окончании"),
        (Kind.MIDDLE, "середина середины середине середину серединой середине"),
    ],
)
def test_every_case_of_a_noun_of_edges_is_that_edge(kind: Kind, cases: str) -> None:
    heard = [lexemes(form) for form in cases.split()]
    assert [[lexeme.kind for lexeme in each] for each in heard] == [[kind]] * 6


@pytest.mark.parametrize(
    "text",
    [
        *("конец марта", "до конца марта", "к концу марта", "на конец марта", "концом марта"),
        *("исход марта", "до исхода марта", "к исходу марта", "на исход марта", "исходом марта"),
        *("в конце марта", "в исходе марта", "до окончания марта", "к окончанию марта"),
        *("окончанием марта", "перед концом марта", "перед исходом марта", "к исходу I квартала"),
    ],
)
def test_an_end_in_any_case_is_the_last_day(text: str) -> None:
    assert read_deadline(text, year=2026).due == date(2026, 3, 31)


@pytest.mark.parametrize("text", ["середина марта", "в середине марта", "серединой марта"])
def test_a_middle_in_any_case_is_ten_days(text: str) -> None:
    found = read_deadline(text, year=2026)
    assert (found.starts, found.due) == (date(2026, 3, 11), date(2026, 3, 20))


@pytest.mark.parametrize("text", ["до середины марта", "к середине марта"])
def test_by_the_middle_in_any_case_is_the_first_half(text: str) -> None:
    assert read_deadline(text, year=2026).due == date(2026, 3, 15)


def test_before_the_middle_is_a_question() -> None:
    assert read_deadline("перед серединой марта", year=2026).kind is DeadlineKind.UNREADABLE


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("октябь", "октябрь"),
        ("ферваль", "февраль"),
        ("ежеквартльно", "ежеквартально"),
        ("июмь", ""),  # June or July
        ("карта", ""),  # another word, not "марта"
        ("договор", ""),
    ],
)
def test_a_slip_is_mended_only_where_one_word_is_near(word: str, meant: str) -> None:
    assert slip_of(word) == meant


@pytest.mark.parametrize(
    ("russian", "belarusian", "ukrainian"),
    [
        ("до 15 апреля", "да 15 красавіка", "до 15 квітня"),
        ("апрель, октябрь", "красавік, кастрычнік", "квітень, жовтень"),
        ("с мая по июль", "з мая па ліпень", "з травня по липень"),
        ("в течение года", "на працягу года", "протягом року"),
        ("ежеквартально", "штоквартальна", "щоквартально"),
        ("второе полугодие", "другое паўгоддзе", "друге півріччя"),
        ("до конца года", "да канца года", "до кінця року"),
        ("ежемесячно до 10 числа", "штомесяц да 10 чысла", "щомісяця до 10 числа"),
        ("2 раза в год", "двойчы ў год", "двічі на рік"),
        ("не позднее 1 марта", "не пазней за 1 сакавіка", "не пізніше 1 березня"),
    ],
)
def test_a_language_is_only_its_words(russian: str, belarusian: str, ukrainian: str) -> None:
    meant = read_deadline(russian, year=2021)
    for words in (belarusian, ukrainian):
        found = read_deadline(words, year=2021)
        assert (found.kind, found.rule, found.occurrences) == (
            *(meant.kind, meant.rule, meant.occurrences),
        )


# What people type with both alphabets is told of in words of both.
_OF_BOTH = {"Cроки", "CДЕЛАНО", "vуuy"}
_NO_LETTERS = re.compile(r"\\.|\[[^\]]*\]|\(\?(?:P<\w+>|[a-z-]+:)")
_WORD = re.compile(r"[^\W\d_]{3,}")


def test_no_word_of_ours_mixes_alphabets() -> None:
    """A Latin letter in «путa» looks right and is never heard."""
    mixed = {
        word
        for path in Path(cleaning.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in _WORD.findall(_NO_LETTERS.sub(" ", node.value))
        if has_cyrillic(word) and re.search("[A-Za-z]", word)
    }
    assert mixed == _OF_BOTH
