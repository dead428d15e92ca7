"""Writes the page that tells staff what may stand in each column and how it is read. Pure."""

import textwrap
from collections.abc import Iterator
from datetime import date

from sheetsync.model import DeadlineKind, Meaning
from sheetsync.words.deadlines import RULES as DEADLINE_RULES
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.status.rules import ANYTHING, PLAIN_ANSWERS
from sheetsync.words.status.statements import RULES as STATUS_RULES
from sheetsync.words.terms import meaning_words
from tests.cli.party_rules import COMPARISONS
from tests.cli.party_rules import RULES as PARTY_RULES

_WIDTH = 80

# Beside these the examples of the status column are read, as of that day.
MONTH = read_deadline("апрель", year=2021)
ALL_YEAR = read_deadline("в течение года", year=2021)
DAY = date(2021, 5, 11)

_DEADLINES = """
Год, если он не написан, – год плана. Слова «до», «к», «не позднее» включают названный день.
Падеж, регистр, «ё», вид тире и лишние пробелы не важны; описка в одну букву прочитается, но будет
замечание. Что не понято или невозможно («до 31 апреля»), программа не угадывает: спросит.
"""
_STATUSES = """
Что отметка значит, зависит от срока: «выполнено» закрывает пункт со сроком «апрель», а на работе
«в течение года» только говорит, что она идёт. Отрицание, вопрос и будущий день выполнением не
считаются. Примеры прочитаны у пункта со сроком «апрель» 11 мая.
"""
_PARTIES = """
Первый в ячейке отвечает за пункт, остальные помогают. Названия приводятся к именительному падежу.
"""
_ROSTER = """
Каждое название ищется в реестре (departments.toml). Подтвердить, что два названия значат одно,
можно командой «sheetsync departments alias "НАЗВАНИЕ ИЗ ПЛАНА" "НАЗВАНИЕ ИЗ РЕЕСТРА"».
"""
_ENGLISH = """
План на английском читается так же: «April», «Q2», «by 15 May 2021», «monthly», «on request».
"""


def rules_page() -> str:
    """The whole page in Markdown, in lines of at most 80 characters where words allow it."""
    parts = (
        "# Что программа понимает в плане",
        "## Сроки",
        _prose(_DEADLINES),
        _list(_deadlines()),
        _prose(_ENGLISH),
        "## Отметка о выполнении",
        _prose(_STATUSES),
        _list(_statuses()),
        "## Ответственные",
        _prose(_PARTIES),
        _list(_parties()),
        "## Реестр",
        _prose(_ROSTER),
        _list(_comparisons()),
    )
    return "\n\n".join(parts) + "\n"


def status_meaning(example: str, *, kind: DeadlineKind = DeadlineKind.MONTH) -> Meaning:
    """What an example of the status column means beside «апрель» or, `year_round`, all year."""
    deadline = ALL_YEAR if kind is DeadlineKind.YEAR_ROUND else MONTH
    return read_progress(example, deadline=deadline, today=DAY).meaning


def _deadlines() -> Iterator[str]:
    for rule in DEADLINE_RULES:
        yield f"«{rule.example}»: {rule.meaning}. Правило «{rule.name}»."


def _statuses() -> Iterator[str]:
    for rule in STATUS_RULES:
        yield f"«{rule.example}»: {_status(rule.example)}. Правило «{rule.name}»."
    for plain in PLAIN_ANSWERS:
        kind = DeadlineKind.YEAR_ROUND if plain is ANYTHING else DeadlineKind.MONTH
        shown = f"«{plain.example}»" if plain.example else "пусто"
        yield f"{shown}: {_status(plain.example, kind)} ({plain.meaning}). Правило «{plain.name}»."
    yield "всё остальное: не понято, спросим."


def _status(example: str, kind: DeadlineKind = DeadlineKind.MONTH) -> str:
    return meaning_words[status_meaning(example, kind=kind)]


def _parties() -> Iterator[str]:
    for rule in PARTY_RULES:
        named = ", ".join(f"«{name}»" for name in rule.parties)
        yield f"«{rule.example}»: {named}; {rule.meaning}. Правило «{rule.name}»."


def _comparisons() -> Iterator[str]:
    for case in COMPARISONS:
        entry = f"«{case.entry}», " if case.entry else ""
        yield f"«{case.written}»: {entry}{case.meaning}."


def _prose(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, break_on_hyphens=False)


def _list(lines: Iterator[str]) -> str:
    filled = (
        textwrap.fill(
            line, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )
        for line in lines
    )
    return "\n".join(filled)
