"""What findings say about the words of a cell: a deadline, a party, a mark."""

from sheetsync.model import Severity
from sheetsync.model.language import marked
from sheetsync.words.table_findings import Wording

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

ABOUT_CELLS: dict[str, Wording] = {
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
        marked("срок «{quote}» – {hint}."),
        marked("Исправьте срок или напишите его с годом."),
    ),
    "deadline-which-year": Wording(
        _ERROR, "deadline", marked("срок «{quote}»: {hint}."), marked("Напишите срок с годом.")
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
    "column-required": Wording(
        _ERROR,
        "",
        marked("в плане нет обязательного столбца «{quote}»."),
        marked("Добавьте столбец или скажите координатору, что он не нужен."),
    ),
    "cell-required": Wording(
        _ERROR,
        "",
        marked("ячейка пуста, а столбец обязателен."),
        marked("Впишите значение."),
    ),
    "cell-repeated": Wording(
        _WARNING,
        "",
        marked("«{quote}» уже стоит в строке {hint}, а значения этого столбца не повторяются."),
        marked("Исправьте одно из двух значений."),
    ),
    "value-unknown": Wording(
        _WARNING,
        "",
        marked("«{quote}» нет среди значений этого столбца; ближайшее – «{hint}»."),
        marked("Исправьте значение или попросите координатора добавить его в список."),
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
    "lead-not-told": Wording(
        _WARNING,
        "responsible",
        marked("«{quote}» отвечает за пункт, но писем не получает: спрашивать будем координатора."),
        marked("Назовите другого ответственного или попросите координатора включить ему письма."),
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
