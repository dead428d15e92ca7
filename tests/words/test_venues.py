"""In a column of places and parties only the parties answer, and what may be either is told."""

import pytest

from sheetsync.words.venues import Order, order_of, without_places


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Место, ответственный", Order.PLACE_FIRST),
        ("Место проведения и ответственные", Order.PLACE_FIRST),
        ("Где и кто проводит", Order.PLACE_FIRST),
        ("Venue / responsible", Order.PLACE_FIRST),
        ("Ответственный,\nместо", Order.PARTY_FIRST),
        ("Ответственные (место проведения)", Order.PARTY_FIRST),
        ("Ответственный", None),
        ("Место проведения", None),
        ("Ответственный за место проведения", None),
        ("Ответственный за помещение", None),
        ("Ответственный (Ф.И.О., место работы)", None),
        ("Рабочее место, ответственный", None),
    ],
)
def test_a_header_names_places_beside_parties(header: str, order: Order | None) -> None:
    assert order_of(header) is order


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Большой зал, завуч по ВР", "завуч по ВР"),
        ("завуч по ВР, большой зал", "завуч по ВР"),
        ("Ауд. 301; куратор\nстароста", "куратор\nстароста"),
        ("каб. 7, юрист", "юрист"),
        ("2-й корпус, 3 этаж, комендант", "комендант"),
        ("пос. Заречный, ул. Лесная, 4, участковый", "участковый"),
        ("на базе СОШ № 9, отдел спорта", "отдел спорта"),
        ("По месту жительства, соцработники", "соцработники"),
        ("Двор – старший по дому", "старший по дому"),
        ("Сквер. Совет ветеранов", "Совет ветеранов"),
        ("Место: фойе. Отв.: Лось Н.Н.", "Отв.: Лось Н.Н."),
        ("15.30 фойе, вожатая", "вожатая"),
        ("Кабинеты физики и химии, лаборанты", "лаборанты"),
        ("Спортзал и кадеты", ""),
        ("Спортзал и тренеры", "тренеры"),
        ("Фойе (педагог-организатор)", "педагог-организатор"),
        ("Педагог-организатор (фойе, 2 этаж)", "Педагог-организатор"),
        ("Педагог-организатор (фойе)", "Педагог-организатор"),
        ("Все кабинеты, завхоз", "завхоз"),
        ("Main hall, Head teacher", "Head teacher"),
        ("Room 4, Library manager", "Library manager"),
        ("Рабочая группа", "Рабочая группа"),
        ("Отдел кадров, юрист", "Отдел кадров, юрист"),
        ("Спортзал Лось Н.Н.", "Спортзал Лось Н.Н."),
        ("Онлайн", ""),
    ],
)
@pytest.mark.parametrize("order", Order)
def test_what_is_only_a_place_is_no_party(cell: str, parties: str, order: Order) -> None:
    assert without_places(cell, order) == (parties, ())


@pytest.mark.parametrize(
    ("cell", "place_first", "party_first"),
    [
        ("Библиотека, завуч", "завуч", "Библиотека, завуч"),
        ("Завуч, библиотека", "Завуч, библиотека", "Завуч"),
        ("Библиотека, Дом культуры", "Дом культуры", "Библиотека"),
        ("Музей и библиотека, завуч", "библиотека, завуч", "Музей и библиотека, завуч"),
        ("Спортзал, школа № 2", "школа № 2", "школа № 2"),
        ("Актовый зал, школа № 2, завуч", "школа № 2, завуч", "завуч"),
        ("Школа № 2, актовый зал, завуч", "завуч", "Школа № 2, завуч"),
    ],
)
def test_the_column_tells_where_its_places_stand(
    cell: str, place_first: str, party_first: str
) -> None:
    assert without_places(cell, Order.PLACE_FIRST)[0] == place_first
    assert without_places(cell, Order.PARTY_FIRST)[0] == party_first


@pytest.mark.parametrize(
    ("cell", "party", "doubted"),
    [
        ("Библиотека", "Библиотека", ["Библиотека"]),
        ("Читальный зал", "Читальный зал", ["Читальный зал"]),
        ("Школа № 2, спортзал", "Школа № 2", ["Школа № 2"]),
        ("Завуч, библиотека", "Завуч, библиотека", ["библиотека"]),
        ("Музей, библиотека, завуч", "библиотека, завуч", ["библиотека"]),
        ("Двор, библиотека, завуч", "библиотека, завуч", []),
        ("Администрация, завуч", "Администрация, завуч", []),
        ("Сквер Волонтёры музея", "Сквер Волонтёры музея", ["Сквер Волонтёры музея"]),
        ("Больница (главный врач)", "Больница (главный врач)", []),
    ],
)
def test_what_may_be_either_is_told(cell: str, party: str, doubted: list[str]) -> None:
    kept, doubts = without_places(cell, Order.PLACE_FIRST)
    assert kept == party
    assert [(doubt.code, doubt.quote) for doubt in doubts] == [
        ("responsible-or-place", quote) for quote in doubted
    ]
