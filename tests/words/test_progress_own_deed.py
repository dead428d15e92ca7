"""Marks whose verb no list has: the measure's own verb tells that they are of it."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress
from sheetsync.words.status.measure_words import MeasureWords
from sheetsync.words.status.readings.own_deed import hangs_on_measure

MAY = Deadline(
    text="май",
    kind=DeadlineKind.MONTH,
    rule="месяц",
    starts=date(2026, 5, 1),
    due=date(2026, 5, 31),
)


def meaning(mark: str, measure: str) -> Meaning:
    today = date(2026, 5, 20)
    words = MeasureWords(text=measure)
    return read_progress(mark, deadline=MAY, today=today, measure=words).meaning


OWN = [
    ("Заблокировать пропуска уволенных", "Заблокированы"),
    ("Заблокировать пропуска уволенных", "Пропуска заблокированы 12.05"),
    ("Запатентовать метод обжига", "Метод запатентован"),
    ("Застолбить участок", "Застолблен 4 мая"),
    ("Составить смету ремонта", "Смета готова"),
    ("Заказать мебель", "Мебель заказана"),
    ("Получить лицензию", "получена 10.05"),
    ("Объявить конкурс", "Объявлен"),
    ("Подготовка отчёта за год", "Отчёт готов 12.05"),
]


@pytest.mark.parametrize(("measure", "mark"), OWN)
def test_the_participle_of_what_is_to_be_done_tells_that_it_is(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is Meaning.DONE
    assert hangs_on_measure(mark)


OTHERS = [
    ("Заблокировать пропуска уволенных", "Счета заблокированы не все"),
    ("Заблокировать пропуска уволенных", "Пропуска не заблокированы"),
    ("Заблокировать пропуска уволенных", "Заблокированы?"),
    ("Заблокировать пропуска уволенных", "Заблокированы, завтра снова"),
    ("Заблокировать пропуска уволенных", "Будут заблокированы"),
    ("Оплатить поставку", "Счета заблокированы"),
    ("Заблокировать пропуска и уведомить охрану", "Заблокированы"),
    ("Сдать отчёт", "Отчёт готов"),
    ("Направить запрос", "принят"),
    ("Подготовить отчёт", "Подготовлен черновик"),
    ("Согласовать смету", "Согласована дата"),
    ("Согласовать проект с тремя службами", "Согласован с одной"),
    ("Получить грант", "Получена заявка"),
    ("Получить согласования", "Получено одно согласование"),
    ("Подготовить проект планировки", "Подготовлен проект договора"),
    ("Подготовить и сдать отчёт", "Отчёт готов"),
    ("Составить смету", "Смета почти готова"),
    ("Закупить мебель", "Мебель оплачена"),
    ("Провести тендер", "Объявлен"),
    ("Согласовать план", "План согласован с отделом, на подписи"),
    ("Отремонтировать кровлю", "Смета готова"),
    ("Подготовить концерт", "Концерт готов"),
]


@pytest.mark.parametrize(("measure", "mark"), OTHERS)
def test_another_verb_or_a_doubt_leaves_it_open(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is not Meaning.DONE
