"""Writes the page that tells staff what may stand in each column and how it is read. Pure."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from sheetsync.languages import Catalogue, load_language
from sheetsync.model import DeadlineKind, Meaning
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import MEANINGS, read_progress
from sheetsync.words.status.rules import ANYTHING, PLAIN_ANSWERS
from sheetsync.words.status.statements import RULES as STATUS_RULES
from sheetsync.words.timing.rules import RULES as DEADLINE_RULES
from tests.cli.party_rules import COMPARISONS, ENGLISH_COMPARISONS, ENGLISH_RULES
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
считаются. Примеры прочитаны 11 мая у пункта со сроком «апрель», «любая запись» – у работы
«в течение года».
"""
_PARTIES = """
Первый в ячейке отвечает за пункт, остальные помогают. Названия приводятся к именительному падежу.
"""
_ROSTER = """
Каждое название ищется в реестре (departments.toml). Подтвердить, что два названия значат одно,
можно командой «sheetsync departments alias "НАЗВАНИЕ ИЗ ПЛАНА" "НАЗВАНИЕ ИЗ РЕЕСТРА"».
"""
_BILINGUAL = """
План на английском читается так же: «April», «Q2», «by 15 May 2021», «monthly», «on request».
"""


_EN_DEADLINES = """
The year, where it is not written, is the plan's. "By", "until" and "no later than" include the day
named. Case, the kind of dash and spare spaces do not matter; a slip of one letter is read, with a
remark. What is not understood or impossible ("by 31 April") is never guessed: the program asks.
"""
_EN_STATUSES = """
What a mark means depends on the deadline: "done" closes a measure due in "April", while of work
"all year round" it only says that it goes on. A negation, a question and a day to come are not
taken for done. The examples are read on 11 May beside the deadline "April", those of "any words"
beside "all year round".
"""
_EN_PARTIES = """
The first in the cell answers for the measure, the others help.
"""
_EN_ROSTER = """
Each name is looked up in the roster (departments.toml). That two names mean one is confirmed by
“sheetsync departments alias "NAME IN THE PLAN" "NAME IN THE ROSTER"”.
"""
_EN_BILINGUAL = """
A plan in Russian is read as well; "sheetsync explain deadlines TEXT" tells how words are read.
"""
_RUSSIAN, _ENGLISH = load_language("ru"), load_language("en")


def rules_page(code: str = "ru") -> str:
    """The whole page in Markdown, in lines of at most 80 characters where words allow it."""
    return _joined(_russian() if code == "ru" else _english())


def _joined(parts: tuple[str, ...]) -> str:
    return "\n\n".join(parts) + "\n"


def _russian() -> tuple[str, ...]:
    return (
        "# Что программа понимает в плане",
        "## Сроки",
        _prose(_DEADLINES),
        _list(f"«{r.example}»: {r.meaning}. Правило «{r.name}»." for r in DEADLINE_RULES),
        _prose(_BILINGUAL),
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


def _english() -> tuple[str, ...]:
    deadlines = (rule.english for rule in DEADLINE_RULES)
    return (
        "# What the program understands in a plan",
        "## Deadlines",
        _prose(_EN_DEADLINES),
        _list(f"“{r.example}”: {r.meaning}. Rule “{r.name}”." for r in deadlines),
        _prose(_EN_BILINGUAL),
        "## Status",
        _prose(_EN_STATUSES),
        _list(_english_statuses()),
        "## Responsible parties",
        _prose(_EN_PARTIES),
        _list(_english_parties()),
        "## Roster",
        _prose(_EN_ROSTER),
        _list(_english_comparisons()),
    )


def status_meaning(example: str, *, kind: DeadlineKind = DeadlineKind.MONTH) -> Meaning:
    """What an example of the status column means beside «апрель» or, `year_round`, all year."""
    deadline = ALL_YEAR if kind is DeadlineKind.YEAR_ROUND else MONTH
    return read_progress(example, deadline=deadline, today=DAY).meaning


def _statuses() -> Iterator[str]:
    for rule in STATUS_RULES:
        said, asked = _status(rule.example), status_meaning(rule.example) is Meaning.UNCLEAR
        # What is not understood is read by no rule: its name says why we ask.
        why = f" ({rule.name})." if asked else f". Правило «{rule.name}»."
        yield f"«{rule.example}»: {said}{why}"
    for plain in PLAIN_ANSWERS:
        kind = DeadlineKind.YEAR_ROUND if plain is ANYTHING else DeadlineKind.MONTH
        shown = f"«{plain.example}»" if plain.example else "пусто"
        yield f"{shown}: {_status(plain.example, kind)} ({plain.meaning}). Правило «{plain.name}»."
    yield "всё остальное: не понято, спросим."


def _english_statuses() -> Iterator[str]:
    for rule in STATUS_RULES:
        own = rule.english
        said = _status(own.example, language=_ENGLISH)
        asked = status_meaning(own.example) is Meaning.UNCLEAR
        why = f" ({own.name})." if asked else f". Rule “{own.name}”."
        yield f"“{own.example}”: {said}{why}"
    for plain in PLAIN_ANSWERS:
        kind = DeadlineKind.YEAR_ROUND if plain is ANYTHING else DeadlineKind.MONTH
        own = plain.english
        shown = f"“{own.example}”" if own.example else "empty"
        said = _status(own.example, kind, language=_ENGLISH)
        yield f"{shown}: {said} ({own.meaning}). Rule “{own.name}”."
    yield "anything else: not understood, we ask."


def _status(
    example: str, kind: DeadlineKind = DeadlineKind.MONTH, *, language: Catalogue = _RUSSIAN
) -> str:
    return language.gettext(MEANINGS[status_meaning(example, kind=kind)])


def _parties() -> Iterator[str]:
    for rule in PARTY_RULES:
        named = ", ".join(f"«{name}»" for name in rule.parties)
        yield f"«{rule.example}»: {named}; {rule.meaning}."


def _english_parties() -> Iterator[str]:
    for rule in ENGLISH_RULES:
        named = ", ".join(f"“{name}”" for name in rule.parties)
        yield f"“{rule.example}”: {named}; {rule.meaning}."


def _comparisons() -> Iterator[str]:
    for case in COMPARISONS:
        entry = f"«{case.entry}», " if case.entry else ""
        yield f"«{case.written}»: {entry}{case.meaning}."


def _english_comparisons() -> Iterator[str]:
    for case in ENGLISH_COMPARISONS:
        entry = f"“{case.entry}”, " if case.entry else ""
        yield f"“{case.written}”: {entry}{case.meaning}."


def _prose(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, break_on_hyphens=False)


def _list(lines: Iterable[str]) -> str:
    filled = (
        textwrap.fill(
            line, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )
        for line in lines
    )
    return "\n".join(filled)
