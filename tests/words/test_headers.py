"""What headers say of their columns: each role by its own example."""

import pytest

from sheetsync.words.headers import HeaderRole, header_is_about, in_each_language, says


@pytest.mark.parametrize("role", HeaderRole)
def test_a_role_is_told_by_its_example(role: HeaderRole) -> None:
    assert says(role.example, role)


def test_any_of_several_roles_is_enough() -> None:
    assert says("Куратор", HeaderRole.CONTACT, HeaderRole.WATCHES)
    assert not says("Куратор", HeaderRole.CONTACT, HeaderRole.PLACE)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *((one, "measure") for one in ("Дело", "Меры", "Отчёт", "Выставка / Exhibition")),
        *((one, "deadline") for one in ("К какому дню", "Контрольная дата", "Закрытие")),
        *((one, "responsible") for one in ("На ком", "Сдаёт", "Кто ведёт", "Служба", "Попечение")),
        *((one, "responsible") for one in ("Должностное лицо", "Инициатор", "Кому поручено")),
        *((one, "") for one in ("Для кого", "Кому представляется", "Куда", "Аудитория", "Класс")),
        *((one, "") for one in ("Target group", "Получатели услуги")),
    ],
)
def test_words_speak_of_a_field(header: str, field: str) -> None:
    assert header_is_about(header) == field


@pytest.mark.parametrize(
    ("header", "halves"),
    [
        ("№ / No.", ("№", "No.")),
        ("Activity | Мероприятие", ("Activity", "Мероприятие")),
        ("Куратор (Curator)", ("Куратор", "Curator")),
        ("Срок - Due date", ("Срок", "Due date")),
        ("Cрок / дата", ()),
        ("Отдел IT", ()),
        ("Срок (2026)", ()),
    ],
)
def test_a_header_in_two_languages_is_each_of_them(header: str, halves: tuple[str, ...]) -> None:
    assert in_each_language(header) == (header, *halves)
