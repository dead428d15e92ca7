"""Marks that count a thing of which the measure's own words say how many there are."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress
from sheetsync.words.status.measure_words import MeasureWords
from sheetsync.words.status.readings.own_deed import hangs_on_measure

MONTH = Deadline(text="", kind=DeadlineKind.MONTH, rule="")


def meaning(mark: str, measure: str) -> Meaning:
    words = MeasureWords(text=measure)
    return read_progress(mark, deadline=MONTH, today=date(2026, 5, 20), measure=words).meaning


FEWER = [
    ("Recruit two trustees", "One appointed"),
    ("Run five workshops", "Three workshops held"),
    ("Термометры (20 шт.)", "поверено 15 шт."),
    ("Поверка термометров – 20 шт.", "Термометры поверены (15 шт.)"),
    ("Обучение врачей, 30 врачей", "Обучено 12 врачей"),
    ("Обучить 30 врачей", "Обучено 12 чел."),
    ("Замена стояков, объём 3", "2 стояка заменены"),
    ("Замена стояков (объём 3)", "Заменено стояков – 2"),
    ("Замена трёх стояков", "Заменены два стояка"),
    ("Провести 5 рейдов", "Проведено 3"),
    ("Провести 5 заседаний", "Проведено 3 заседания"),
    ("Отремонтировать 12 км дорог", "Отремонтировано 8 км"),
    ("Высадить не менее 200 саженцев", "Высажено 150 саженцев"),
    ("Ремонт квартир ветеранов (5)", "Отремонтированы 2 квартиры"),
    ("Купить три принтера", "Куплен один принтер"),
    ("Посадить 50 берёз", "Посажено двадцать берёз"),
    ("Buy 10 laptops for staff", "6 laptops delivered"),
    ("Вакцинация 400 работников", "Вакцинировано 210 чел."),
    ("Цикл из четырёх лекций", "Проведены 2 лекции"),
    ("Создание 10 рабочих мест", "Создано 3 места"),
    ("Разработать 5 маршрутов", "Разработано 2 маршрута"),
    ("Провести уроки в 5 школах", "Проведено в 3 школах"),
    ("Заключить соглашения с 8 предприятиями", "Подписаны 3 соглашения"),
    ("Смотр среди 10 школ", "Выступили 4 школы"),
    ("Audit all 7 branches", "Audited three branches"),
    ("Ремонт 4 км дороги", "Отремонтировано 1,5 км"),
    ("Наградить 20 ветеранов", "Награждено 12 ветеранов"),
    ("Назначить двух ответственных", "Один назначен"),
    ("Провести 5 бесед", "Проведено 3 беседы 12.05, 15.05"),
]


@pytest.mark.parametrize(("measure", "mark"), FEWER)
def test_fewer_than_the_measure_names_are_a_part(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is Meaning.PARTIAL


ENOUGH = [
    ("Recruit two trustees", "Two appointed"),
    ("Обучить 30 врачей", "Обучено 32 чел."),
    ("Установить 6 скамеек и 2 урны", "Установлено 6 скамеек, 2 урны"),
    ("Провести 5 семинаров", "Проведено 2 семинара 12.04 и 3 семинара 15.04"),
    ("Высадить 1 000 саженцев", "Высажено 1 200 саженцев"),
    ("Закупить 5 компьютеров", "Закуплены все 3 компьютера"),
    ("Провести уроки в 3 школах", "Проведено в 3 школах"),
    ("Провести не менее 4 заседаний", "Проведено 6 заседаний"),
    ("Слёт на 100 человек", "Проведён слёт, участвовали 120 чел."),
    # Another thing is counted, or none.
    ("Конкурс среди 12 школ", "Конкурс проведён, победили 3 школы"),
    ("Обучить 40 рабочих", "Обучены 2 группы"),
    ("Проверка 10 магазинов", "Проведена проверка 12.04, 2 замечания устранены"),
    ("Провести 5 бесед", "Проведено 3 апреля"),
    ("Семинар для 30 руководителей", "Семинар проведён, 25 чел."),
    ("Провести 5 заседаний", "Проведено, рассмотрено 3 вопроса"),
    ("Установить 30 скамеек", "Установлено 30 скамеек, привлечено 12 чел."),
    ("Провести 20 бесед", "Проведено 12 апреля 2026 г."),
    ("Закупить 5 компьютеров", "Выполнено"),
    ("Провести 5 заседаний", "Выполнено, протокол № 3"),
    # Several clauses, counts of several things, and «все» compare nothing.
    ("Провести во всех школах", "В трёх школах проведено"),
    ("Обучить 20 сотрудников", "Обучено в 2 потока"),
    ("Проверить 12 огнетушителей", "Проверены, 2 огнетушителя заменены"),
    ("Провести заседание (3 вопроса)", "Проведено, рассмотрено 2 вопроса"),
    ("Оформить 5 стендов", "Оформлено 5, 2 новых стенда"),
    ("Проверить все огнетушители", "Проверено 12 огнетушителей"),
    ("Visit every school", "Visited 12 schools"),
    ("Избрать председателя", "Один избран"),
    ("Купить трактор", "Один куплен"),
    # What stands beside a number is no count of it.
    ("Ремонт к 80-летию Победы", "Отремонтировано 2 кабинета"),
    ("Покраска забора школы 12", "Покрашено 2"),
    ("Отчёт за 2 квартал", "Отчёт сдан, 1 экз."),
]


@pytest.mark.parametrize(("measure", "mark"), ENOUGH)
def test_as_many_or_another_thing_close_it(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is Meaning.DONE


@pytest.mark.parametrize(("measure", "mark"), FEWER)
def test_a_quick_look_misses_none(measure: str, mark: str) -> None:
    assert hangs_on_measure(mark), measure


AWAY = [
    ("Поверка термометров", "отправлены"),
    ("Ремонт приборов", "Приборы отвезли 12.05"),
    ("Training of staff", "Sent"),
]


@pytest.mark.parametrize(("measure", "mark"), AWAY)
def test_what_is_sent_away_to_be_served_is_asked_about(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is Meaning.UNCLEAR
    assert hangs_on_measure(mark)


@pytest.mark.parametrize("mark", ["Один назначен", "One appointed", "Двое обучены"])
def test_one_of_nobody_knows_how_many_is_asked_about(mark: str) -> None:
    assert meaning(mark, "") is Meaning.UNCLEAR


def test_sending_itself_is_done_when_it_is_sent() -> None:
    assert meaning("отправлены", "Отправка термометров в поверку") is Meaning.DONE


def test_a_long_list_of_counts_is_read_at_once() -> None:
    assert meaning("Проверено 3 стола", "Проверить " + "5 столов " * 4000) is Meaning.DONE
