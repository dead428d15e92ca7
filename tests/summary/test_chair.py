"""The tab «Сводка»: its numbers sum to the plan, and its lists are the agenda's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from sheetsync.model import Columns, DeadlineKind, Meaning, Measure, Tab
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.chair import chair_tab
from sheetsync.summary.layout import COLUMNS
from tests.builders import (
    APRIL,
    OPEN,
    YEAR_ROUND,
    deadline,
    inputs,
    measure,
    milestone,
    month,
    plan,
    progress,
    with_words,
)

STAMP = datetime(2021, 5, 4, 10, 2, tzinfo=UTC)
WARNINGS = Warnings(workdays=Workdays("RU"))


def tab(*measures: Measure, on: date = date(2021, 5, 4)) -> Tab:
    agenda = build_agenda(plan(*measures), today=on, warnings=WARNINGS)
    return chair_tab(inputs(agenda, stamp=STAMP))


def texts(tab: Tab) -> list[list[object]]:
    """What people see: the numbers of charts stand in hidden columns behind it."""
    seen = []
    for row in tab.rows:
        ends = accumulate(cell.span for cell in row.cells)
        seen.append([c.value for c, end in zip(row.cells, ends, strict=True) if end <= COLUMNS])
    return seen


def cards(tab: Tab) -> dict[object, object]:
    rows = texts(tab)
    labels = next(i for i, row in enumerate(rows) if "всего пунктов" in row)
    return dict(zip(rows[labels], rows[labels - 1], strict=True))


def test_the_first_row_says_as_of_when() -> None:
    assert texts(tab(measure()))[0][:3] == [
        "План мероприятий",
        "на 4 мая 2021 г., 10:02",
        "● обновлено",
    ]


@given(
    kinds=st.lists(
        st.tuples(
            st.sampled_from([APRIL, YEAR_ROUND, OPEN, deadline(DeadlineKind.UNREADABLE)]),
            st.sampled_from(list(Meaning)),
        ),
        max_size=12,
    ),
    on=st.dates(date(2020, 12, 1), date(2022, 2, 1)),
)
def test_the_numbers_sum_to_the_plan(kinds: list[tuple[object, Meaning]], on: date) -> None:
    measures = [
        measure(str(i + 1), when=when, done=progress(meaning))  # type: ignore[arg-type]
        for i, (when, meaning) in enumerate(kinds)
    ]
    numbers = cards(tab(*measures, on=on))
    assert numbers.pop("всего пунктов") == len(measures)
    assert sum(numbers.values()) == len(measures)  # type: ignore[arg-type]


def test_rare_states_are_shown_only_where_there_are_any() -> None:
    assert "срок не понят" not in cards(tab(measure()))
    assert cards(tab(measure(when=deadline(DeadlineKind.UNREADABLE))))["срок не понят"] == 1


def test_the_oldest_late_item_stands_first_with_its_days() -> None:
    february = deadline(DeadlineKind.MONTH, month(2))
    rows = texts(tab(measure("1"), measure("2", when=february)))
    late = [(row[0], row[3]) for row in rows if len(row) >= 5 and str(row[0]).startswith("п. ")]
    assert late[:2] == late[2:4] == [("п. 2", 65), ("п. 1", 4)]


def test_a_department_is_counted_once_a_measure_it_leads() -> None:
    rows = texts(tab(measure("1"), measure("2", when=YEAR_ROUND)))
    line = next(row for row in rows if row[:2] == ["Отдел кадров", 2])
    assert line[:10] == ["Отдел кадров", 2, 1, "█████████", None, None, 1, None, None, None]


def test_no_row_is_wider_than_the_grid() -> None:
    found = tab(measure("1"), measure("2", when=OPEN), measure("3", when=YEAR_ROUND))
    for row in found.rows:
        assert sum(cell.span for cell in row.cells) <= len(found.widths)
    assert set(found.widths[COLUMNS:]) == {0.0}


def test_each_line_leads_to_its_measure() -> None:
    assert set(_targets(tab(measure("5")))) == {"B8"}


def test_a_measure_without_a_number_is_named_by_its_row() -> None:
    nameless = with_words(measure("5"), number="", measure="")
    lines = [row for row in texts(tab(nameless)) if row[:1] == ["строка 8"]]
    assert "мероприятие не названо" in {line[1] for line in lines}


def test_a_day_of_another_year_is_said_with_it() -> None:
    last_year = deadline(DeadlineKind.MONTH, month(5, year=2020))
    words = [cell for row in texts(tab(measure(when=last_year))) for cell in row]
    assert "«срок», 31 мая 2020 г." in words


def test_a_milestone_that_was_not_read_counts_as_not_understood() -> None:
    unread = replace(milestone("Север", month(5)), deadline=deadline(DeadlineKind.UNREADABLE))
    found = tab(measure("1", milestones=(unread,)), measure("2"))
    assert texts(found)[1][1] == "Срок понятен: 1 из 2"
    assert cards(found)["срок не понят"] == 1


def test_what_ended_without_a_report_is_listed() -> None:
    rows = texts(tab(measure("3", when=YEAR_ROUND), on=date(2022, 1, 10)))
    heading = rows.index(["Срок закончился, итога нет: 1 пункт"])
    assert rows[heading + 2][0] == "п. 3"


def _targets(tab: Tab) -> list[str]:
    return [cell.target for cell in _cells(tab) if cell.target]


def _cells(tab: Tab) -> Iterator:  # type: ignore[type-arg]
    return (cell for row in tab.rows for cell in row.cells)


def test_a_list_that_nobody_would_read_to_its_end_says_how_much_is_left() -> None:
    rows = texts(tab(*(measure(str(number)) for number in range(1, 131))))
    heading = rows.index(["Просрочено: 130 пунктов; сначала самые давние"])
    end = rows.index(["Ещё 90: на листе «Контроль»."])
    headers = rows[heading:end].count(rows[heading + 1])
    assert (end - heading - 1 - headers, headers) == (40, 2)


def test_where_no_column_is_for_marks_nobody_wonders_why_nothing_is_done() -> None:
    said = "Столбца отметок в таблице нет, отметить выполнение негде"
    agenda = build_agenda(plan(measure()), today=date(2021, 5, 4), warnings=WARNINGS)
    assert not any(said in str(row) for row in texts(tab(measure())))
    columns = Columns(row=3, letters={"measure": "B", "deadline": "C"}, headers={})
    without = replace(agenda, plan=replace(agenda.plan, columns=columns))
    assert [said] in texts(chair_tab(inputs(without, stamp=STAMP)))
