"""What headers say of their columns: each role by its own example."""

import pytest

from sheetsync.words.cleaning import in_each_language
from sheetsync.words.headers import HeaderRole, header_is_about, says


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
        *((one, "deadline") for one in ("До какого", "Число", "Число, месяц", "Число проведения")),
        *((one, "") for one in ("Число участников", "Исполнено (дата)")),
        *((one, "deadline") for one in ("К какому дню", "Контрольная дата", "Закрытие")),
        *((one, "deadline") for one in ("К какому числу", "Period", "Planned for", "ETA")),
        *((one, "measure") for one in ("Акция", "Инициатива", "Чем занимаемся", "To do")),
        *((one, "responsible") for one in ("Координатор", "Поручено", "Executor", "Action by")),
        *((one, "responsible") for one in ("На ком", "Сдаёт", "Кто ведёт", "Служба", "Попечение")),
        *((one, "responsible") for one in ("Участок / мастер", "Участок (бригада)")),
        *((one, "responsible") for one in ("Должностное лицо", "Инициатор", "Кому поручено")),
        *((one, "") for one in ("Для кого", "Кому представляется", "Куда", "Аудитория", "Класс")),
        *((one, "") for one in ("Кому (отдел)", "Проверяемый отдел (филиал)")),
        *((one, "") for one in ("Target group", "Получатели услуги")),
    ],
)
def test_words_speak_of_a_field(header: str, field: str) -> None:
    assert header_is_about(header) == field


MOVED, WORKS = HeaderRole.MOVED_DAY, HeaderRole.WORKS


@pytest.mark.parametrize(
    ("role", "header"),
    [
        *((MOVED, one) for one in ("Срок (изм.)", "Срок изменённый", "Изм. срок", "Срок, новый")),
        *((MOVED, one) for one in ("Уточнённый срок", "Скорректированные сроки", "Дата (уточн.)")),
        *((MOVED, one) for one in ("Перенесено на", "Продлён до", "Срок с учётом изменений")),
        *((MOVED, one) for one in ("Срок исполнения (корр.)", "Корректировка сроков", "Moved to")),
        *((MOVED, one) for one in ("Due date (revised)", "Rescheduled date", "Postponed until")),
        *((WORKS, one) for one in ("Подразделение-исполнитель", "Отдел – исполнитель")),
        *((WORKS, one) for one in ("Организация, исполнитель", "Исполняющее подразделение")),
        *((WORKS, one) for one in ("Структурное подразделение (исполнитель)", "Executing unit")),
    ],
)
def test_a_role_has_many_wordings(role: HeaderRole, header: str) -> None:
    assert says(header, role)


@pytest.mark.parametrize(
    ("role", "header"),
    [
        *((MOVED, one) for one in ("Срок внесения изменений", "Срок переноса лимитов")),
        *((MOVED, one) for one in ("Корректировка бюджета", "Срок изменения цен", "Changed by")),
        *((WORKS, one) for one in ("Подразделение", "Ответственный исполнитель", "Соисполнитель")),
        *((WORKS, one) for one in ("Орган исполнительной власти", "Отдел исполнения бюджета")),
    ],
)
def test_words_like_those_of_a_role_are_none(role: HeaderRole, header: str) -> None:
    assert not says(header, role)


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
