"""Every finding by its code: how much it matters, what it says, what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from sheetsync.model import Columns, Doubt, Finding, Severity
from sheetsync.words.terms import clip

_QUOTED, _HINT, _NUMBER = 200, 400, 20  # characters
_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Wording:
    """A finding's words: `{quote}` and `{hint}` are filled in from the doubt."""

    severity: Severity
    field: str  # the column it is about; "" where it is the whole row
    sentence: str
    suggestion: str


CATALOGUE: dict[str, Wording] = {
    "measure-empty": Wording(
        _ERROR, "measure", "мероприятие не названо.", "Впишите мероприятие или уберите строку."
    ),
    "identity-doubt": Wording(
        _WARNING,
        "measure",
        "«{quote}» похоже на прежний {hint}, но это не наверняка.",
        "Выберите, что это за пункт.",
    ),
    "measure-duplicate": Wording(
        _WARNING,
        "measure",
        "такое же мероприятие, ответственные и срок стоят в строке {hint}.",
        "Оставьте одну из строк или уточните, чем они различаются.",
    ),
    "section-assumed": Wording(
        _NOTE,
        "measure",
        "«{quote}» считаем заголовком раздела: других ячеек в строке нет.",
        "Если это мероприятие, впишите номер, срок и ответственных.",
    ),
    "number-empty": Wording(_WARNING, "number", "нет номера.", "Впишите номер пункта."),
    "number-duplicate": Wording(
        _WARNING,
        "number",
        "номер {quote} уже стоит в строке {hint}.",
        "Исправьте один из двух номеров.",
    ),
    "number-gap": Wording(
        _NOTE,
        "number",
        "перед номером {quote} нет {hint}.",
        "Если пункты исключены из плана, ничего делать не нужно.",
    ),
    "deadline-empty": Wording(
        _ERROR,
        "deadline",
        "срок не указан.",
        "Впишите, например, «апрель», «до 15 мая» или «в течение года».",
    ),
    "deadline-not-understood": Wording(
        _ERROR,
        "deadline",
        "не удалось понять срок «{quote}».",
        "Напишите, например, «апрель», «до 15 мая» или «в течение года».",
    ),
    "deadline-impossible": Wording(_ERROR, "deadline", "«{quote}» – {hint}.", "Исправьте дату."),
    "deadline-typo": Wording(
        _WARNING, "deadline", "«{quote}» прочитано как «{hint}».", "Исправьте опечатку."
    ),
    "deadline-outside-year": Wording(
        _WARNING,
        "deadline",
        "срок «{quote}» – это {hint}, за пределами года плана.",
        "Проверьте год; если он верен, ничего делать не нужно.",
    ),
    "deadline-waits": Wording(
        _NOTE,
        "deadline",
        "срок «{quote}» зависит от других ({hint}). Это не ошибка.",
        "Когда дата станет известна, впишите её в отметку о выполнении.",
    ),
    "responsible-empty": Wording(
        _ERROR, "responsible", "ответственные не указаны.", "Впишите ответственных."
    ),
    "responsible-unknown": Wording(
        _WARNING,
        "responsible",
        "«{quote}» нет в списке ответственных{hint}.",
        "Исправьте название или попросите координатора добавить его в departments.toml.",
    ),
    "responsible-similar": Wording(
        _WARNING,
        "responsible",
        "«{quote}» похоже на «{hint}».",
        "Исправьте или подтвердите, что это одно и то же.",
    ),
    "no-lead": Wording(
        _ERROR,
        "responsible",
        "некому напоминать: ни у кого из ответственных нет почты. Пока отвечает координатор.",
        "Сообщите координатору адрес или того, через кого с ними связаться (departments.toml).",
    ),
    "no-address": Wording(
        _WARNING,
        "responsible",
        "у ответственного «{quote}» нет адреса почты: письмо отправить некуда.",
        "Сообщите адрес координатору (departments.toml).",
    ),
    "done-before-start": Wording(
        _WARNING,
        "status",
        "«{quote}» – раньше, чем мероприятие могло начаться ({hint}).",
        "Проверьте дату выполнения или срок.",
    ),
    "done-all-year": Wording(
        _NOTE,
        "status",
        "«{quote}» без даты у пункта на весь год – считаем пункт закрытым.",
        "Если работа продолжается, напишите, что и когда сделано.",
    ),
    "merged-nowhere": Wording(
        _WARNING,
        "status",
        "«{quote}» – пункта {hint} в плане нет, поэтому этот пункт остаётся открытым.",
        "Исправьте номер пункта.",
    ),
    "progress-unclear": Wording(
        _WARNING,
        "status",
        "отметка «{quote}» непонятна.",
        "Напишите «выполнено» и дату, «в работе» или «перенесено на …».",
    ),
    "progress-question": Wording(
        _WARNING,
        "status",
        "в отметке «{quote}» стоит вопрос, поэтому пункт не закрыт.",
        "Если пункт выполнен, напишите «выполнено» и дату.",
    ),
    "progress-impossible-date": Wording(
        _WARNING, "status", "в отметке «{quote}» – {hint}.", "Исправьте дату."
    ),
    "progress-future-fact": Wording(
        _WARNING,
        "status",
        "отметка «{quote}» говорит о выполнении, но этот день ещё не наступил.",
        "Исправьте дату или напишите «запланировано на …».",
    ),
    "progress-postponed-without-date": Wording(
        _WARNING,
        "status",
        "«{quote}» – перенос без новой даты, поэтому срок остаётся прежним.",
        "Напишите, например, «перенесено на 15 сентября».",
    ),
    "progress-handover": Wording(
        _WARNING,
        "status",
        "«{quote}» – похоже на передачу другим, но ответственные в плане прежние.",
        "Если ответственный сменился, исправьте столбец с ответственными.",
    ),
    "progress-partial": Wording(
        _NOTE,
        "status",
        "«{quote}» – считаем частичным выполнением.",
        "Если пункт закрыт, напишите «выполнено» и дату.",
    ),
}


def finding(doubt: Doubt, *, row: int, number: str, columns: Columns, field: str = "") -> Finding:
    """The doubt about a cell of this row, in words and with its place in the sheet.

    `field` is the column where its words stand, if not in the one that the code is about.
    """
    wording = CATALOGUE[doubt.code]
    field = field or wording.field
    # A cell may hold 32,767 characters; who reads a finding needs to recognise it, not more.
    filled = {"quote": clip(doubt.quote, _QUOTED), "hint": clip(doubt.hint, _HINT)}
    return Finding(
        code=doubt.code,
        severity=wording.severity,
        row=row,
        column=columns.letters.get(field, ""),
        header=columns.headers.get(field, ""),
        number=clip(number, _NUMBER),
        sentence=wording.sentence.format(**filled),
        suggestion=doubt.advice or wording.suggestion.format(**filled),
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity, then in the sheet's order."""
    worst = list(Severity)
    return tuple(sorted(findings, key=lambda f: (worst.index(f.severity), f.row, f.column)))


def place(finding: Finding) -> str:
    """Where it is, as people find it: «строка 14, столбец C «Сроки»»."""
    if not finding.column:
        return f"строка {finding.row}"
    return f"строка {finding.row}, столбец {finding.column} «{finding.header}»"
