"""Every finding by its code: how much it matters, what it says, what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from sheetsync.model import Columns, Doubt, Finding, Severity
from sheetsync.model.language import marked
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
    "plan-other-year": Wording(
        _ERROR,
        "",
        marked("«{quote}» – план на {hint} год, а в настройках программы другой год."),
        marked("Исправьте заголовок или лист, либо попросите координатора исправить год плана."),
    ),
    "measure-empty": Wording(
        _ERROR,
        "measure",
        marked("мероприятие не названо."),
        marked("Впишите мероприятие или уберите строку."),
    ),
    "tab-taken": Wording(
        _WARNING,
        "",
        marked("вкладку «{quote}» заняли другим, поэтому её сведения теперь на вкладке «{hint}»."),
        marked("Прежнюю вкладку программа больше не трогает."),
    ),
    "tab-protected": Wording(
        _WARNING,
        "",
        marked("вкладка «{quote}» защищена, поэтому её сведения больше не обновляются."),
        marked("Снимите с неё защиту или внесите в её редакторы адрес программы."),
    ),
    "tab-typed": Wording(
        _WARNING,
        "",
        marked("вкладку «{quote}» превратили в таблицу, поэтому её сведения не обновляются."),
        marked("Откройте меню этой таблицы и выберите «Преобразовать в неформатированные данные»."),
    ),
    "tab-contradicts": Wording(
        _WARNING,
        "",
        marked("адрес таблицы ведёт на другую вкладку ({quote}), а читается «{hint}»."),
        marked("Попросите координатора исправить адрес таблицы: убрать из него всё после «/edit»."),
    ),
    "lookup-replaced": Wording(
        _WARNING,
        "lookup",
        marked("вместо формулы в заголовке стоит «{quote}», состояние пунктов не обновляется."),
        marked("Запустите «sheetsync setup-sheet --repair»: формула вернётся на место."),
    ),
    "lookup-blocked": Wording(
        _WARNING,
        "lookup",
        marked("формула показывает «{quote}» вместо состояния: ей что-то мешает."),
        marked("Запустите «sheetsync setup-sheet --repair»: написанное сохранится в примечаниях."),
    ),
    "identity-doubt": Wording(
        _WARNING,
        "measure",
        marked("«{quote}» похоже на прежний {hint}, но это не наверняка."),
        marked("Выберите, что это за пункт."),
    ),
    "measure-duplicate": Wording(
        _WARNING,
        "measure",
        marked("такое же мероприятие, ответственные и срок стоят в строке {hint}."),
        marked("Оставьте одну из строк или уточните, чем они различаются."),
    ),
    "section-assumed": Wording(
        _NOTE,
        "measure",
        marked("«{quote}» считаем заголовком раздела: других ячеек в строке нет."),
        marked("Если это мероприятие, впишите номер, срок и ответственных."),
    ),
    "row-aside": Wording(
        _NOTE,
        "",
        marked("«{quote}» не похоже на мероприятие и не учитывается."),
        marked("Если это мероприятие, впишите номер, срок и ответственных."),
    ),
    "row-struck": Wording(
        _WARNING,
        "measure",
        marked("«{quote}» зачёркнуто, поэтому пункт не учитывается."),
        marked("Пункт исключён? Удалите строку. Выполнен? Уберите зачёркивание и впишите отметку."),
    ),
    "words-struck": Wording(
        _NOTE,
        "",
        marked("зачёркнутое «{quote}» не учитывается."),
        marked("Удалите зачёркнутые слова или, если они в силе, уберите зачёркивание."),
    ),
    "formula-uncalculated": Wording(
        _ERROR,
        "",
        marked("формула не рассчитана, её значения в книге нет; {hint}."),
        marked("Откройте и сохраните книгу в Excel или LibreOffice."),
    ),
    "status-assumed": Wording(
        _NOTE,
        "",
        marked("столбец «{quote}» читаем как отметки о выполнении."),
        marked("Если отметки в другом столбце, назовите координатору его заголовок."),
    ),
    "status-unfound": Wording(
        _WARNING,
        "",
        marked("столбца с отметками о выполнении не найдено; похож на него «{quote}»."),
        marked("Если отметки здесь, назовите столбец «Отметка о выполнении»."),
    ),
    "number-empty": Wording(
        _WARNING, "number", marked("нет номера."), marked("Впишите номер пункта.")
    ),
    "number-duplicate": Wording(
        _WARNING,
        "number",
        marked("номер {quote} уже стоит в строке {hint}."),
        marked("Исправьте один из двух номеров."),
    ),
    "number-gap": Wording(
        _NOTE,
        "number",
        marked("перед номером {quote} нет {hint}."),
        marked("Если пункты исключены из плана, ничего делать не нужно."),
    ),
    "cell-error": Wording(
        _WARNING,
        "status",
        marked("в ячейке ошибка формулы («{quote}»); {hint}."),
        marked("Исправьте формулу или впишите слова."),
    ),
    "deadline-empty": Wording(
        _ERROR,
        "deadline",
        marked("срок не указан."),
        marked("Впишите, например, «апрель», «до 15 мая» или «в течение года»."),
    ),
    "deadline-not-understood": Wording(
        _ERROR,
        "deadline",
        marked("не удалось понять срок «{quote}»."),
        marked("Напишите, например, «апрель», «до 15 мая» или «в течение года»."),
    ),
    "deadline-ambiguous": Wording(
        _ERROR,
        "deadline",
        marked("срок «{quote}» можно понять по-разному: {hint}."),
        marked("Напишите его так, чтобы осталось одно прочтение."),
    ),
    "deadline-remark": Wording(
        _NOTE,
        "deadline",
        marked("понято: {hint}; не учтено: {quote}."),
        marked("Если эти слова меняют срок, напишите его иначе; если нет, ничего делать не нужно."),
    ),
    "deadline-serial": Wording(
        _ERROR,
        "deadline",
        marked("срок «{quote}» – число; если это дата без формата, то {hint}."),
        marked("Задайте ячейке формат даты или напишите срок словами."),
    ),
    "deadline-impossible": Wording(
        _ERROR, "deadline", marked("«{quote}» – {hint}."), marked("Исправьте дату.")
    ),
    "deadline-outside-period": Wording(
        _ERROR,
        "deadline",
        marked("«{quote}» – {hint}."),
        marked("Исправьте срок или напишите его с годом."),
    ),
    "deadline-which-year": Wording(
        _ERROR, "deadline", marked("«{quote}» – {hint}."), marked("Напишите срок с годом.")
    ),
    "deadline-typo": Wording(
        _WARNING,
        "deadline",
        marked("«{quote}» прочитано как «{hint}»."),
        marked("Исправьте опечатку."),
    ),
    "deadline-next-year": Wording(
        _WARNING,
        "deadline",
        marked("в «{quote}» порядок ведёт в следующий год, поэтому понято «{hint}»."),
        marked("Если так и задумано, допишите год; если нет, исправьте порядок."),
    ),
    "deadline-outside-year": Wording(
        _WARNING,
        "deadline",
        marked("срок «{quote}» – это {hint}, за пределами года плана."),
        marked("Проверьте год; если он верен, ничего делать не нужно."),
    ),
    "deadline-waits": Wording(
        _NOTE,
        "deadline",
        marked("срок «{quote}» зависит от других ({hint}). Это не ошибка."),
        marked("Когда дата станет известна, впишите её в отметку о выполнении."),
    ),
    "responsible-empty": Wording(
        _ERROR, "responsible", marked("ответственные не указаны."), marked("Впишите ответственных.")
    ),
    "responsible-unknown": Wording(
        _WARNING,
        "responsible",
        marked("«{quote}» нет в списке ответственных{hint}."),
        marked("Исправьте название или попросите координатора добавить его в список."),
    ),
    "responsible-similar": Wording(
        _WARNING,
        "responsible",
        marked("«{quote}» похоже на «{hint}»."),
        marked("Исправьте или подтвердите, что это одно и то же."),
    ),
    "no-lead": Wording(
        _ERROR,
        "responsible",
        marked(
            "некому напоминать: ни у кого из ответственных нет почты. Пока отвечает координатор."
        ),
        marked("Сообщите координатору адрес или того, через кого с ними связаться."),
    ),
    "no-address": Wording(
        _WARNING,
        "responsible",
        marked("у ответственного «{quote}» нет адреса почты: письмо отправить некуда."),
        marked("Сообщите адрес координатору."),
    ),
    "done-before-start": Wording(
        _WARNING,
        "status",
        marked("«{quote}» – раньше, чем мероприятие могло начаться ({hint})."),
        marked("Проверьте дату выполнения или срок."),
    ),
    "done-all-year": Wording(
        _NOTE,
        "status",
        marked("«{quote}» без даты у пункта на весь год – считаем пункт закрытым."),
        marked("Если работа продолжается, напишите, что и когда сделано."),
    ),
    "merged-nowhere": Wording(
        _WARNING,
        "status",
        marked("«{quote}» – пункта {hint} в плане нет, поэтому этот пункт остаётся открытым."),
        marked("Исправьте номер пункта."),
    ),
    "progress-unclear": Wording(
        _WARNING,
        "status",
        marked("отметка «{quote}» непонятна."),
        marked("Напишите «выполнено» и дату, «в работе» или «перенесено на …»."),
    ),
    "progress-no-effect": Wording(
        _WARNING,
        "status",
        marked("в отметке «{quote}» непонятно, к какому сроку пункта относится {hint}."),
        marked("Напишите, например, «март – выполнено»."),
    ),
    "progress-proof": Wording(
        _WARNING,
        "status",
        marked("«{quote}» – документ без слов о том, что сделано, поэтому пункт открыт."),
        marked("Если пункт выполнен, напишите «выполнено» и дату."),
    ),
    "progress-question": Wording(
        _WARNING,
        "status",
        marked("в отметке «{quote}» стоит вопрос, поэтому пункт не закрыт."),
        marked("Если пункт выполнен, напишите «выполнено» и дату."),
    ),
    "progress-impossible-date": Wording(
        _WARNING, "status", marked("в отметке «{quote}» – {hint}."), marked("Исправьте дату.")
    ),
    "progress-future-fact": Wording(
        _WARNING,
        "status",
        marked("отметка «{quote}» говорит о выполнении, но этот день ещё не наступил."),
        marked("Исправьте дату или напишите «запланировано на …»."),
    ),
    "progress-postponed-without-date": Wording(
        _WARNING,
        "status",
        marked("«{quote}» – перенос без новой даты, поэтому срок остаётся прежним."),
        marked("Напишите, например, «перенесено на 15 сентября»."),
    ),
    "progress-handover": Wording(
        _WARNING,
        "status",
        marked("«{quote}» – похоже на передачу другим, но ответственные в плане прежние."),
        marked("Если ответственный сменился, исправьте столбец с ответственными."),
    ),
    "progress-partial": Wording(
        _NOTE,
        "status",
        marked("«{quote}» – считаем частичным выполнением."),
        marked("Если пункт закрыт, напишите «выполнено» и дату."),
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
        **filled,
    )


def doubt_words(doubt: Doubt) -> str:
    """What a doubt says and advises, where it is about no row."""
    wording = CATALOGUE[doubt.code]
    said = wording.sentence.format(quote=clip(doubt.quote, _QUOTED), hint=clip(doubt.hint, _HINT))
    return f"{said} {doubt.advice or wording.suggestion}"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity, then in the sheet's order."""
    worst = list(Severity)
    return tuple(sorted(findings, key=lambda f: (worst.index(f.severity), f.row, f.column)))


def place(finding: Finding) -> str:
    """Where it is, as people find it: «строка 14, столбец C «Сроки»»."""
    if not finding.column:
        return f"строка {finding.row}"
    return f"строка {finding.row}, столбец {finding.column} «{finding.header}»"
