"""What the probe of Google found, in words for people."""

from collections.abc import Mapping

from sheetsync.probe.questions import Answer, Found, Question

QUESTIONS: Mapping[Question, str] = {
    Question.ROW_METADATA: "Метаданные строки после сортировки",
    Question.STRICT_TYPED_DATA: "Строгая проверка данных и запись данными (updateCells)",
    Question.STRICT_TYPED_IN: "Строгая проверка данных и запись вводом (USER_ENTERED)",
    Question.LONG_TEXT: "Текст в 50 001 знак",
    Question.DATES: "Даты, набранные по-русски (USER_ENTERED)",
    Question.COLUMN_MARK: "Метка столбца, снятая и поставленная снова одним запросом",
    Question.COLUMN_GUARD: "Защита заголовка после удаления его столбца",
    Question.SENT: "Запросы, которые программа посылает сама, по одному каждого вида",
    Question.QUOTA: "Заголовки ответа 429",
}
_STRICT: Mapping[Answer, str] = {
    Answer.REFUSED: "запись отвергнута: правило действует и на программы.",
    Answer.ACCEPTED: "запись принята: правило останавливает только людей.",
    Answer.CHANGED: "ошибки не было, но в ячейке не то, что записано.",
}
ANSWERS: Mapping[Question, Mapping[Answer, str]] = {
    Question.ROW_METADATA: {
        Answer.TRAVELS: "переехали вместе со строкой.",
        Answer.STAYS: "остались на прежнем месте, у другой строки.",
        Answer.LOST: "пропали.",
        Answer.OTHER: "понять не удалось: строки или метаданные стоят не там, где ждали.",
    },
    Question.STRICT_TYPED_DATA: _STRICT,
    Question.STRICT_TYPED_IN: _STRICT,
    Question.LONG_TEXT: {
        Answer.REFUSED: "отвергнут.",
        Answer.ACCEPTED: "принят целиком.",
        Answer.CHANGED: "ошибки не было, но в ячейке не весь текст.",
    },
    Question.DATES: {
        Answer.DAY_FIRST: "«01.02.2026» – дата 1 февраля.",
        Answer.MONTH_FIRST: "«01.02.2026» – дата 2 января!",
        Answer.TEXT: "«01.02.2026» осталось текстом.",
        Answer.OTHER: "«01.02.2026» стало чем-то иным.",
        Answer.SKIPPED: "не проверялись: региональные настройки таблицы не российские.",
    },
    Question.COLUMN_MARK: {
        Answer.ACCEPTED: "ставится только там, где стояла: setup-sheet не спутает столбцы.",
        Answer.CHANGED: "ставится и на другой столбец! Не правьте лист во время setup-sheet.",
        Answer.REFUSED: "не ставится: setup-sheet не сможет ни чинить, ни убирать столбцы.",
    },
    Question.COLUMN_GUARD: {
        Answer.REFUSED: "исчезает вместе со столбцом: setup-sheet не тронет соседний.",
        Answer.ACCEPTED: "остаётся и без столбца! Не удаляйте столбцы во время setup-sheet.",
    },
    Question.SENT: {
        Answer.ACCEPTED: "все приняты.",
        Answer.REFUSED: "приняты не все! Пришлите этот вывод разработчикам.",
    },
    Question.QUOTA: {
        Answer.SEEN: "записаны.",
        Answer.NOT_SEEN: "такого ответа не было, а нарочно квоту программа не исчерпывает.",
    },
}
_FACTS = {
    "rows": "строки теперь",
    "marked": "метаданные у строки",
    "length": "знаков в ячейке",
    "taken": "принято",
    "status": "код ответа",
    "message": "слова Google",
    "locale": "настройки таблицы",
    "error": "причина",
}


def lines_of(found: Found) -> list[str]:
    """The question with its answer, then a line a fact."""
    answer = ANSWERS[found.question].get(found.answer, "проверить не удалось.")
    facts = [f"  {_FACTS.get(name, name)}: {fact}" for name, fact in found.facts.items()]
    return [f"{QUESTIONS[found.question]}: {answer}", *facts]
