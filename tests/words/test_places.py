"""Places beside a time: what is left where a column asks for both."""

import pytest

from sheetsync.words.places import asks_for_place, without_place


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("07.01.2026\n12:00\nзрительный зал", "07.01.2026\n12:00"),
        ("13 января, 18-00, фойе", "13 января, 18-00"),
        ("в течение месяца, холл 1 этажа", "в течение месяца"),
        ("16 января, стадион «Труд», 10:00", "16 января, 10:00"),
        ("25.01.2026, 14.00, ул. Мира, 5", "25.01.2026, 14.00"),
        ("19 января 15:00, районный Дом культуры", "19 января 15:00"),
        ("10 января 12.00 парк", "10 января 12.00"),
        ("24.01.2026\n10-00\nс. Сосновка", "24.01.2026\n10-00"),
        ("площадь Победы, 9 мая, 10.00", "9 мая, 10.00"),
        ("5 апреля, школа № 3, 12 апреля, школа № 4", "5 апреля, 12 апреля"),
        ("15 мая 2026 г., г. Вязьма", "15 мая 2026 г."),
        ("на дому, 10 мая", "10 мая"),
        ("5 May, main hall", "5 May"),
        ("in the main hall, 5 May", "5 May"),
        ("5 May in the library", "5 May"),
    ],
)
def test_a_place_is_left_out(text: str, left: str) -> None:
    assert without_place(text) == left


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "актовый зал",
            "15 мая 2026 г.",
            "до 15 мая с. г.",
            "с 5 по 10 мая",
            "первый вторник",
        ),
        *("12.01, кроме школы", "12.01, если зал свободен", "20 января, после ремонта зала"),
        *("20 января, зал закрыт", "15 мая, школа на ремонте", "15 мая, зал не свободен"),
        *("до 15 мая, школа № 5 до 1 июня", "апрель, школы города до 15 числа"),
        *("последняя школа, 5 мая", "15 мая, каб. 12.05"),
        "2 мая, МОБУ «Заречная школа № 2»",  # no half of a name
    ],
)
def test_words_that_may_tell_of_the_time_stay(text: str) -> None:
    assert without_place(text) == text


@pytest.mark.parametrize(
    ("header", "asks"),
    [
        *((one, True) for one in ("Дата, время, место", "Где и когда", "Дата и место проведения")),
        *((one, True) for one in ("Date and venue", "When and where")),
        *((one, False) for one in ("Срок", "Срок сдачи объекта", "Месяц", "Due date")),
    ],
)
def test_a_header_may_ask_for_places(header: str, asks: bool) -> None:
    assert asks_for_place(header) is asks
