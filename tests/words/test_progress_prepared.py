"""Marks of what is made ready: only the measure's own words tell whether that is all of it."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress
from sheetsync.words.status.readings.preparing import MeasureWords, may_prepare

MAY = Deadline(
    text="май",
    kind=DeadlineKind.MONTH,
    rule="месяц",
    starts=date(2026, 5, 1),
    due=date(2026, 5, 31),
)
TODAY = date(2026, 5, 20)


def meaning(mark: str, measure: str = "") -> Meaning:
    return read_progress(
        mark, deadline=MAY, today=TODAY, measure=MeasureWords(text=measure)
    ).meaning


# A measure, and a mark that leaves it open.
PREPARED = [
    ("Турнир по шашкам", "Приглашены участники"),
    ("Турнир по шашкам", "Закуплены кубки 12.05"),
    ("Турнир по шашкам", "Турнир подготовлен"),
    ("Турнир по шашкам среди команд", "Команды приглашены"),
    ("Встреча с ветеранами", "Ветераны приглашены"),
    ("Областной конкурс рисунков", "Собраны рисунки"),
    ("Провести слёт", "Подготовлен зал, разослано положение"),
    ("Подготовка и проведение слёта", "Слёт подготовлен"),
    ("Подготовка и проведение слёта", "Подготовлен зал"),
    ("Благоустройство двора", "Закуплены саженцы"),
    ("Ремонт крыши", "Составлен перечень работ"),
    ("Ремонт крыши", "Напечатаны объявления"),
    ("Сдать годовой отчёт", "Отчёт подготовлен"),
    ("Подготовить и направить отчёт в обком", "Отчёт подготовлен 12.05"),
    ("Вручение наград ветеранам", "Закуплены награды"),
    ("Юбилей организации", "Создана рабочая группа"),
    ("Ремонт крыши", "Доведено до сведения жильцов"),
    ("Ремонт крыши", "Аукцион состоялся"),
    ("Ремонт крыши", "Победитель торгов определён"),
    ("Благоустройство двора", "Деньги выделены"),
    ("Благоустройство двора", "Счёт оплачен"),
    ("Концерт ко Дню Победы", "Репетиция проведена"),
    ("Турнир по шашкам", "Приём заявок завершён"),
    # A plan of deeds is none of them.
    ("Ремонт крыши", "Составлен план работ"),
    ("Реализация плана мероприятий", "План мероприятий разработан"),
    ("Праздник по плану мероприятий", "План мероприятий утверждён"),
    ("Ремонт крыши", "План по выполнению составлен"),
    ("Install the fence", "Action plan approved"),
    ("Провести отпускную кампанию", "Утверждён график отпусков"),
    ("Снижение аварийности", "Разработана дорожная карта"),
    ("Строительство стадиона", "Утверждена программа развития"),
    ("Провести инвентаризацию", "Издан приказ"),
    ("Закупка компьютеров", "Документы переданы в отдел закупок"),
    ("Провести поход", "Составлен список участников"),
]


@pytest.mark.parametrize(("measure", "mark"), PREPARED)
def test_what_is_made_ready_for_a_measure_leaves_it_open(measure: str, mark: str) -> None:
    found = read_progress(mark, deadline=MAY, today=TODAY, measure=MeasureWords(text=measure))
    assert found.meaning is Meaning.UNCLEAR
    assert [doubt.code for doubt in found.doubts] == ["progress-preparation"]


# A measure, and a mark that closes it.
DONE = [
    ("Подготовка зала", "Подготовлен зал"),
    ("Подготовить зал к юбилею", "Зал подготовлен 12.05"),
    ("Сбор заявок на путёвки", "Собраны заявки"),
    ("Провести сбор макулатуры", "Макулатура собрана"),
    ("Приглашение гостей на слёт", "Приглашены гости"),
    ("Закупка канцтоваров", "Закуплены ручки и бумага"),
    ("Канцтовары для профактива", "Закуплены канцтовары"),
    ("Годовой отчёт о работе", "Отчёт подготовлен"),
    ("Отчёт о конкурсе", "Подготовлен отчёт"),
    ("Рассылка положения о конкурсе", "Разослано положение"),
    ("Направить письма депутатам", "Письма разосланы"),
    ("Информирование организаций", "Разослана памятка"),
    ("Подготовка материалов для размещения на сайте", "Материалы подготовлены"),
    ("Рабочая группа по охране труда", "Создана рабочая группа"),
    ("Аукцион на аренду зала", "Аукцион состоялся"),
    ("Оплата взносов в обком", "Счёт оплачен"),
    ("Приём заявок на гранты", "Приём заявок завершён"),
    ("Составить план работ на год", "Составлен план работ"),
    ("Утвердить график отпусков", "Утверждён график отпусков"),
    ("Назначить ответственных", "Издан приказ"),
    ("План мероприятий ко Дню Победы", "План мероприятий утверждён"),
    # A bound of the deed is one of the measure.
    ("Отсыпка дороги до фермы", "Отсыпали до фермы"),
    ("Ремонт второго этажа", "Сделано на втором этаже"),
    # What says more than that something is ready.
    ("Турнир по шашкам", "Приглашены команды, турнир прошёл 15 мая"),
    ("Турнир по шашкам", "Выполнено, закуплены кубки"),
    ("Турнир по шашкам", "Проведён, собраны отзывы"),
    ("Турнир по шашкам", "Подготовлен и проведён 12.05"),
    ("Ремонт крыши", "Закуплено"),
]


@pytest.mark.parametrize(("measure", "mark"), DONE)
def test_a_measure_of_that_deed_is_done(measure: str, mark: str) -> None:
    assert meaning(mark, measure) is Meaning.DONE


RENEWED = "Проведен косметический ремонт, частичная замена рам"


def test_a_work_in_part_beside_another_is_a_part_where_the_measure_is_of_it() -> None:
    assert may_prepare(RENEWED)
    assert meaning(RENEWED) is Meaning.DONE
    assert meaning(RENEWED, "Ремонт класса и замена рам") is Meaning.PARTIAL


@pytest.mark.parametrize(
    "mark",
    [
        *("Подготовлен зал", "Приглашены участники", "Собраны заявки", "Концерт подготовлен"),
        *("Составлен план работ", "План по выполнению составлен"),
    ],
)
def test_without_a_measure_what_is_never_done_for_itself_is_asked_about(mark: str) -> None:
    assert meaning(mark) is Meaning.UNCLEAR


@pytest.mark.parametrize("mark", ["Отсыпали до фермы", "Сделано на втором этаже"])
def test_of_a_share_that_the_measure_does_not_name_the_rest_is_untold(mark: str) -> None:
    assert may_prepare(mark)
    assert meaning(mark, "Ремонт дороги и школы") is Meaning.PARTIAL


@pytest.mark.parametrize("mark", ["Взносы собраны", "Отчёт подготовлен", "Закуплена мебель"])
def test_without_a_measure_other_deeds_are_believed(mark: str) -> None:
    assert meaning(mark) is Meaning.DONE


@pytest.mark.parametrize(("measure", "mark"), PREPARED)
def test_a_quick_look_misses_none(measure: str, mark: str) -> None:
    assert may_prepare(mark), measure
