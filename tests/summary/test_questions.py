"""What the chair has to have clarified: a sentence a kind, each measure named."""

from dataclasses import replace
from datetime import date

import pytest

from sheetsync.model import DeadlineKind, Doubt, Meaning, Measure, Move, Progress
from sheetsync.plan.agenda import build_agenda
from sheetsync.plan.items import Warnings
from sheetsync.plan.workdays import Workdays
from sheetsync.summary.questions import questions
from sheetsync.summary.sitting import proposals_in_words
from tests.builders import (
    COLUMNS,
    OPEN,
    YEAR_ROUND,
    deadline,
    inputs,
    measure,
    plan,
    progress,
    with_words,
)

WARNINGS = Warnings(workdays=Workdays("RU"))
UNREAD = deadline(DeadlineKind.UNREADABLE)
MOVED = Progress(text="перенос", meaning=Meaning.POSTPONED, on=date(2021, 9, 30))


def asked(*measures: Measure, on: date = date(2021, 5, 4)) -> list[str]:
    agenda = build_agenda(plan(*measures), today=on, warnings=WARNINGS)
    return list(questions(inputs(agenda)))


def test_a_plan_that_takes_no_marks_says_so_first() -> None:
    """Of its measures none can be called done, whatever was done."""
    letters = {name: at for name, at in COLUMNS.letters.items() if name != "status"}
    unmarked = replace(plan(measure(when=YEAR_ROUND)), columns=replace(COLUMNS, letters=letters))
    agenda = build_agenda(unmarked, today=date(2021, 5, 4), warnings=WARNINGS)
    assert list(questions(inputs(agenda))) == [
        "Столбца отметок в таблице нет, отметить выполнение негде.",
        "Работа на весь год, о ходе ничего не известно: п. 1.",
    ]


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (measure(when=UNREAD), "Срок не понят: п. 1 («срок»)."),
        (measure(done=progress(Meaning.UNCLEAR)), "Отметка непонятна: п. 1 («отметка»)."),
        (measure(lead=None), "Ответственный не определён: п. 1."),
        (measure(done=MOVED), "Срок перенесён, документ не назван: п. 1 (на 30 сентября)."),
        (measure(when=OPEN), "Срок зависит от других, даты нет: п. 1 («срок»)."),
        (measure(when=YEAR_ROUND), "Работа на весь год, отметки нет: п. 1."),
    ],
)
def test_each_kind_has_its_sentence(one: Measure, sentence: str) -> None:
    assert asked(one) == [sentence]


def test_what_ended_without_a_report_is_asked_for() -> None:
    found = asked(measure(when=YEAR_ROUND), on=date(2022, 1, 10))
    assert found == ["Срок закончился, итога нет: п. 1."]


def test_a_postponement_with_its_paper_needs_nothing() -> None:
    assert asked(measure(done=replace(MOVED, text="перенос, протокол № 3"))) == []


def test_a_doubt_about_a_mark_is_asked_but_a_note_is_not() -> None:
    doubt = Doubt(code="progress-question", quote="сделано?")
    note = Doubt(code="progress-partial", quote="частично")
    told = Progress(text="сделано?", meaning=Meaning.IN_WORK, doubts=(doubt,))
    assert asked(measure(done=told)) == ["Отметка непонятна: п. 1 («сделано?»)."]
    assert asked(measure(done=replace(told, doubts=(note,)))) == []


def test_measures_with_the_same_words_stand_together() -> None:
    request = replace(OPEN, text="по запросу")
    (sentence,) = asked(
        measure("1", when=request), measure("2", when=OPEN), measure("3", when=request)
    )
    assert sentence.endswith("нет: п. 1, 3 («по запросу»); п. 2 («срок»).")


def test_a_measure_without_a_number_is_named_by_its_row() -> None:
    nameless = with_words(measure("9", when=YEAR_ROUND), number="")
    (sentence,) = asked(nameless, measure("1", when=YEAR_ROUND))
    assert sentence.endswith("п. 1, строка 12.")


@pytest.mark.parametrize("same", [True, False])
def test_a_sentence_stays_short_and_counts_the_rest(same: bool) -> None:
    texts = ["одно и то же" if same else f"по отдельному плану № {n}" for n in range(1, 41)]
    measures = [
        measure(str(n), when=replace(OPEN, text=text)) for n, text in enumerate(texts, start=1)
    ]
    (sentence,) = asked(*measures)
    assert len(sentence) < 190
    assert ("п. 1–40 (" in sentence) == same
    assert ("; ещё " in sentence) != same


def test_a_plan_in_good_order_asks_nothing() -> None:
    assert asked(measure(done=progress(Meaning.DONE))) == []


def test_a_deadline_moved_in_its_own_cell_is_asked_about_and_proposed_alike() -> None:
    was = date(2021, 3, 31)
    move = Move(
        row=4,
        times=1,
        day=was,
        before="март",
        after="апрель",
        was_late=False,
        ground="",
        was_due=was,
    )
    agenda = build_agenda(plan(measure()), today=date(2021, 4, 5), warnings=WARNINGS)
    known = inputs(agenda, moves=(move,))
    assert [*questions(known)] == ["Срок перенесён, документ не назван: п. 1 (на 30 апреля)."]
    assert [*proposals_in_words(known)] == [
        "Утвердить перенос срока п. 1 («март» → «апрель») или оставить прежний срок."
    ]
