"""What findings say about the table: its tabs, columns and rows."""

from collections.abc import Iterable

from sheetsync.model import Severity
from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import marked

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@frozen_positional
class Wording:
    """A finding's words: `{quote}` and `{hint}` are filled in from the doubt."""

    severity: Severity
    field: str  # the column it is about; "" where it is the whole row
    sentence: str
    suggestion: str


ABOUT_TABLES: dict[str, Wording] = {
    "plan-other-year": Wording(
        _ERROR,
        "",
        marked("«{quote}» – план на {hint} год, а в настройках программы другой год."),
        marked("Исправьте заголовок или лист, либо попросите координатора исправить год плана."),
    ),
    "plan-other-period": Wording(
        _WARNING,
        "",
        marked("«{quote}» – план на {hint}, а в настройках программы другой период."),
        marked("Исправьте заголовок либо попросите координатора исправить период плана."),
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
    "tab-no-plan": Wording(
        _NOTE,
        "",
        marked("лист «{quote}» пропущен: в нём нет строки с заголовками плана."),
        marked("Если это часть плана, впишите заголовки столбцов, как на других листах."),
    ),
    "tab-unread": Wording(
        _ERROR,
        "",
        marked("{hint} Лист «{quote}» не прочитан, его пункты не учитываются."),
        marked("Если это не план, назовите координатору листы плана."),
    ),
    "tab-other-year": Wording(
        _NOTE,
        "",
        marked("лист «{quote}» пропущен: это план на {hint} год."),
        marked("Если он входит в этот план, исправьте год в названии листа или над таблицей."),
    ),
    "responsible-of-tab": Wording(
        _NOTE,
        "",
        marked("где ответственный не назван, отвечает «{quote}»: так назван лист."),
        marked("Если это не так, впишите ответственных в строки."),
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
    "lookup-astray": Wording(
        _WARNING,
        "lookup",
        marked("формула читает не те ячейки: рядом с пунктом может стоять чужое состояние."),
        marked(
            "Запустите «sheetsync setup-sheet --repair»: формула вернётся на место. Копию этого "
            "столбца удалите."
        ),
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
    "table-unread": Wording(
        _WARNING,
        "",
        marked("ниже другая таблица, в ней нет столбца плана; её строки не учитываются."),
        marked("Если это план, назовите столбцы мероприятия, срока и ответственных."),
    ),
    "heading-marked": Wording(
        _WARNING,
        "status",
        marked("отметка «{quote}» стоит у заголовка и не учитывается."),
        marked("Повторите её у пунктов под заголовком, к которым она относится."),
    ),
    "ditto-dash": Wording(
        _NOTE,
        "",
        marked("прочерк под словами читаем как «то же»: «{quote}»."),
        marked("Если здесь ничего не должно стоять, очистите ячейку."),
    ),
    "period-number": Wording(
        _NOTE,
        "deadline",
        marked("число {quote} в столбце «{hint}» читаем как отметку: срок – весь этот период."),
        marked("Если это день, напишите его датой."),
    ),
    "period-contradicted": Wording(
        _WARNING,
        "deadline",
        marked("«{quote}» стоит в столбце «{hint}», но называет другое время; читаем слова."),
        marked("Переставьте слова в нужный столбец или исправьте дату."),
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
    "deadline-begins": Wording(
        _WARNING,
        "",
        marked("сроки читаем из этого столбца: последнего дня в таблице нет."),
        marked("Если работа длится дольше дня, добавьте столбец «Срок» с её последним днём."),
    ),
    "deadline-other": Wording(
        _WARNING,
        "",
        marked("не учитывается: сроки читаем из столбца «{hint}»."),
        marked("Если действуют его сроки, назовите координатору его заголовок."),
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
}


def of_tab(title: str, why: object) -> str:
    """Why one of several tabs cannot be read."""
    return f"Лист «{title}»: {why}"


def tab_lost(title: str, *, was: int, now: int) -> str:
    """Why a plan is not believed most of whose tab is gone."""
    return f"Лист «{title}»: пунктов в нём было {was}, в плане осталось {now}."


def no_tab_of_plan(titles: Iterable[str]) -> str:
    """Why there is no plan where the settings take all tabs for its parts."""
    listed = ", ".join(f"«{title}»" for title in titles)
    return f"Ни один лист не похож на этот план: {listed}. Проверьте год плана и заголовки листов."
