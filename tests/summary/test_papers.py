"""Board papers as data: the numbers sum, the lists fit a page, the plan is in staff's words."""

from datetime import date

import pytest

from sheetsync.model import (
    Agenda,
    DeadlineKind,
    Department,
    Meaning,
    Measure,
    Papers,
    Progress,
    Sitting,
)
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.papers import papers
from tests.builders import (
    APRIL,
    OPEN,
    YEAR_ROUND,
    deadline,
    inputs,
    measure,
    month,
    plan,
    progress,
    with_words,
)

DAY = date(2021, 5, 4)
MAY = deadline(DeadlineKind.MONTH, month(5))
WARNINGS = Warnings(workdays=Workdays("RU"))


def agenda(*measures: Measure, on: date = DAY) -> Agenda:
    return build_agenda(plan(*measures), today=on, warnings=WARNINGS)


def made(*measures: Measure, on: date = DAY) -> Papers:
    return papers(inputs(agenda(*measures, on=on)))


def written(text: str, meaning: Meaning = Meaning.WORD) -> Progress:
    return Progress(text=text, meaning=meaning)


def many(count: int, when: object = APRIL, *, first: int = 1) -> list[Measure]:
    return [measure(str(n), when=when) for n in range(first, first + count)]  # type: ignore[arg-type]


def test_the_numbers_sum_to_the_plan() -> None:
    total, *numbers = made(*many(3), measure("4", when=MAY), measure("5", when=OPEN)).numbers
    assert (total.count, total.words) == (5, "всего пунктов")
    assert sum(number.count for number in numbers) == 5
    assert {number.words: number.count for number in numbers}["просрочено"] == 3


def test_rare_states_are_named_only_where_there_are_any() -> None:
    unread = measure(when=deadline(DeadlineKind.UNREADABLE))
    assert "срок не понят" not in [number.words for number in made(measure()).numbers]
    assert "срок не понят" in [number.words for number in made(unread).numbers]


def test_what_is_late_stands_with_its_lead_and_days_the_oldest_first() -> None:
    february = deadline(DeadlineKind.MONTH, month(2))
    late = made(measure("1"), measure("2", when=february)).late
    assert [(item.number, item.lead, item.days) for item in late] == [
        ("п.\u00a02", "Отдел кадров", 65),
        ("п.\u00a01", "Отдел кадров", 4),
    ]
    assert late[1].deadline == "«срок», последний день 30\u00a0апреля"


def test_what_comes_within_thirty_days_stands_with_the_days_left() -> None:
    content = made(measure(when=MAY), measure("2", when=deadline(DeadlineKind.MONTH, month(9))))
    assert [(item.number, item.days) for item in content.near] == [("п.\u00a01", 27)]
    assert content.near_until == "3\u00a0июня"


def test_empty_lists_are_said_in_words() -> None:
    content = made(measure(when=YEAR_ROUND, done=written("идёт")))
    assert (content.late_more, content.near_more) == ("Просроченных пунктов нет.", "Сроков нет.")
    assert content.questions == ()


@pytest.mark.parametrize(
    ("late", "near", "shown"),
    [(20, 20, (7, 3)), (20, 1, (9, 1)), (20, 0, (10, 0)), (1, 20, (1, 9)), (2, 3, (2, 3))],
)
def test_long_lists_share_the_page(late: int, near: int, shown: tuple[int, int]) -> None:
    content = made(*many(late), *many(near, MAY, first=late + 1))
    assert (len(content.late), len(content.near)) == shown


def test_a_list_says_where_the_rest_of_it_stands() -> None:
    content = made(*many(20), *many(20, MAY, first=21))
    assert content.late_more == "Ещё 13\u00a0сроков: ниже, по ответственным."
    assert content.near_more == "Ещё 17\u00a0сроков: в плане, который идёт следом."


def test_what_the_first_page_has_no_room_for_stands_by_responsible() -> None:
    few, content = made(*many(3)), made(*many(20), measure("21", lead=None))
    assert few.late_by_lead == ()
    assert [(group.name, len(group.items)) for group in content.late_by_lead] == [
        ("Отдел кадров: 20 сроков", 20),
        ("не определён (сообщаем координатору): 1 срок", 1),
    ]
    assert content.late_by_lead[0].items[0].deadline == "30\u00a0апреля"


def test_a_responsible_stands_with_what_he_is_late_with() -> None:
    leads = made(*many(9), measure("12"), measure("20", lead=None)).leads
    assert [lead.overdue for lead in leads] == ["п.\u00a01–9, 12", "п.\u00a020"]


def test_a_long_agenda_ends_in_its_numbers() -> None:
    council = [measure(str(n), text="Заседание Совета", when=YEAR_ROUND) for n in range(2, 30)]
    late = measure("1", text="Заседание Совета")
    given = inputs(agenda(*council, late), sitting=Sitting(day=date(2021, 5, 25)))
    content = papers(given)
    assert [item.number for item in content.hearings[:2]] == ["п.\u00a01", "п.\u00a02"]
    assert content.hearings[0].status == "просрочено, последний день 30\u00a0апреля"
    assert content.hearings_more.replace("\u00a0", " ") == "Ещё 14. Весь год: п. 16–29."


def test_the_plan_is_in_the_words_of_the_sheet() -> None:
    words = "Не вып. <&>\n{{ title }}"
    (row,) = made(measure(text="М" * 5000, done=written(words))).plan
    assert (row.number, len(row.measure), row.deadline) == ("1", 5000, "срок")
    assert (row.responsible, row.status) == ("ответственные", words)


def test_a_section_is_named_where_it_begins() -> None:
    measures = [
        with_words(measure(str(n)), section=section)
        for n, section in enumerate(("", "Кадры", "Кадры", "Спорт"), start=1)
    ]
    assert [row.section for row in made(*measures).plan] == ["", "Кадры", "", "Спорт"]


def test_papers_of_a_snapshot_say_from_which_day_the_plan_is() -> None:
    found = papers(inputs(agenda(measure())), taken=date(2021, 5, 1))
    assert (found.day, found.source) == (
        "4\u00a0мая 2021\u00a0г.",
        "план записан 1\u00a0мая 2021\u00a0г.",
    )


def test_a_measure_of_nobody_has_no_lead() -> None:
    (item,) = made(measure(lead=None)).late
    assert item.lead == "не определён (сообщаем координатору)"


def test_the_mark_stands_beside_what_is_late() -> None:
    silent, told = made(measure(), measure("2", done=progress(Meaning.IN_WORK))).late
    assert (silent.status, told.status) == ("нет", "отметка")


def test_however_many_lead_what_is_late_is_named() -> None:
    staff = [Department(name=f"Отдел № {n}") for n in range(40)]
    content = made(*(measure(str(n), lead=lead) for n, lead in enumerate(staff, 1)))
    assert (len(content.leads), len(content.late)) == (40, 6)
