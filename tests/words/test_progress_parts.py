"""Marks of a measure that falls due several times: which of its dates they close."""

from datetime import date

import pytest

from sheetsync.languages import load_language
from sheetsync.model import Meaning, PlanPeriod, Progress
from sheetsync.model.language import say
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress

RUSSIAN = load_language("ru")

TODAY = date(2026, 9, 30)


def read(deadline: str, status: str) -> Progress:
    return read_progress(status, deadline=read_deadline(deadline, year=2026), today=TODAY)


@pytest.mark.parametrize(
    ("deadline", "status", "done"),
    [
        ("январь, март, август", "август, январь, март – есть", ["август", "январь", "март"]),
        ("январь, март", "январь и март – да", ["январь", "март"]),
        ("январь, март", "январь +", ["январь"]),
        ("январь, март", "март – ✓", ["март"]),
        ("ежеквартально", "1 кв. +, 2 кв. +", ["I квартал", "II квартал"]),
        ("ежеквартально", "1, 2 и 3 кв. есть", ["I квартал", "II квартал", "III квартал"]),
        ("январь, март", "январь, март – перенесено на май", []),
        (
            "январь, март, август",
            "проведено в январе, марте и августе",
            ["январь", "март", "август"],
        ),
        ("январь, март, август", "выполнено: январь, март", ["январь", "март"]),
        ("январь, март, август", "январь – выполнено, март", ["январь"]),
        ("январь, март, август", "сдано за январь в марте", ["январь"]),
        ("январь, март, август", "с января по март выполнено", ["январь", "март"]),
        ("январь, март, август", "выполнено за январь – март", ["январь", "март"]),
        ("январь, март, август", "не сделано в январе и марте", []),
        ("ежеквартально", "сдан за 1, 2 квартал", ["I квартал", "II квартал"]),
        ("ежеквартально", "I-III кв. сданы", ["I квартал", "II квартал", "III квартал"]),
        ("ежеквартально", "вывезли 2 квартала", ["I квартал", "II квартал"]),
        ("ежеквартально", "до конца 2 квартала вывезли", ["II квартал"]),
        ("ежеквартально", "done for Q1 and Q2", ["I квартал", "II квартал"]),
        ("ежеквартально", "Q1-Q3 done", ["I квартал", "II квартал", "III квартал"]),
        ("ежеквартально", "сдан за 1 квартал, 2 квартал в работе", ["I квартал"]),
        ("ежеквартально до 10 числа", "сдан за 2 квартал", ["II квартал"]),
        ("ежеквартально", "сдали 06.04, 02.07", ["I квартал", "II квартал"]),
        ("ежеквартально", "сдан 03.04", ["I квартал"]),
        ("ежеквартально", "выполнено 03.04", ["II квартал"]),
        ("раз в полугодие", "эвакуации 17.03, 14.08", ["I полугодие", "II полугодие"]),
        ("раз в полугодие", "эвакуации 17.03 и 14.08", ["I полугодие", "II полугодие"]),
        ("ежеквартально", "сдали 06.04, 02.05", ["II квартал", "II квартал"]),
        ("март, октябрь", "весной провели", ["март"]),
        ("март, октябрь", "весной и осенью провели", ["март", "октябрь"]),
        ("март, октябрь", "мартовское провели, октябрьское по плану", ["март"]),
        ("март, октябрь", "мартовский рейд проведён", ["март"]),
        ("ежемесячно", "апрельский отчёт сдан", ["апрель"]),
        ("ежеквартально", "мартовское заседание проведено", ["I квартал"]),
        ("10, 24 июля, 7 августа", "10, 24 июля – выполнено", ["10 июля", "24 июля"]),
        ("10, 24 июля, 7 августа", "проведены 10 и 24 июля", ["10 июля", "24 июля"]),
        ("10, 24 июля, 7 августа", "обучено 12 и 24 июля", ["24 июля"]),
        ("февраль, октябрь", "вып.19.02", ["февраль"]),
        ("ежеквартально", "исп.30.03", ["I квартал"]),
        ("март, октябрь", "проведено12.03", ["март"]),
    ],
)
def test_periods_are_ticked_off(deadline: str, status: str, done: list[str]) -> None:
    progress = read(deadline, status)
    assert [part.label for part in progress.parts if part.meaning is Meaning.DONE] == done


@pytest.mark.parametrize("status", ["25.02 и 18.03", "выполнено 25.02, выполнено 18.03"])
def test_each_of_several_days_is_that_of_its_own_period(status: str) -> None:
    days = [part.on for part in read("февраль, март", status).parts]
    assert days == [date(2026, 2, 25), date(2026, 3, 18)]


@pytest.mark.parametrize(
    ("deadline", "status", "lost"),
    [
        ("ежеквартально", "1 кв – № 1, 2 кв – № 2", "«№ 1», «№ 2»"),
        ("январь, март", "апрель – да", "«апрель»"),
        ("январь, март", "Сафоново – проведено", "«Сафоново»"),
        ("январь, март", "январь – да, май – да", "«май»"),
        ("март, октябрь", "летом провели", "«летом»"),
        ("ежеквартально", "весной провели", "«весной»"),
    ],
)
def test_what_closes_nothing_is_asked_about(deadline: str, status: str, lost: str) -> None:
    (doubt,) = read(deadline, status).doubts
    assert (doubt.code, doubt.hint) == ("progress-no-effect", lost)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        ("август – сведения собраны, отчёт готовится", Meaning.PARTIAL),
        ("август – сведения собраны и обрабатываются", Meaning.PARTIAL),
        ("за август сдано, отчёт на подписи", Meaning.PARTIAL),
        ("проведено 20.08, 30 участников, но не всё", Meaning.PARTIAL),
        ("проведено 20.08, ждём ответа", Meaning.PARTIAL),
        ("за август сдано, за сентябрь готовим", Meaning.DONE),
        ("проведено 20.08, готовим второе", Meaning.DONE),
    ],
)
def test_a_part_is_not_done_while_something_of_it_goes_on(status: str, meaning: Meaning) -> None:
    first, *_ = read("ежемесячно", status).parts
    assert (first.label, first.meaning) == ("август", meaning)


@pytest.mark.parametrize("status", ["январь, март", "декабрь", "2 шт."])
def test_no_mark_is_unclear_in_silence(status: str) -> None:
    progress = read("январь, март", status)
    assert progress.meaning is not Meaning.UNCLEAR or progress.doubts


def test_a_document_beside_a_month_is_probably_the_fact() -> None:
    progress = read("январь", "приказ № 3 от 14.01.2026")
    assert progress.meaning is Meaning.WORD
    (doubt,) = progress.doubts
    assert say(doubt.advice, RUSSIAN) == (
        "Если пункт выполнен, напишите «выполнено 14.01.2026, приказ № 3 от 14.01.2026»."
    )
    assert read("в течение года", "протокол № 3 от 14.01.2026").doubts == ()


@pytest.mark.parametrize(
    ("status", "on"),
    [
        ("Протокол № 7 от 14.08.2026", date(2026, 8, 14)),
        ("прот. профкома № 11 от 23.08", date(2026, 8, 23)),
        ("Акт от 19.08.2026", date(2026, 8, 19)),
        ("исх. 45-п от 9 августа", date(2026, 8, 9)),
        ("протокол № 8 от 05.09", date(2026, 9, 5)),
        *((text, None) for text in ("протокол № 7", "протокол № 7 от 14.12", "акт от 14.02")),
        *((f"{text} от 14.08", None) for text in ("протокол разногласий", "акт отказа", "вх. № 7")),
    ],
)
def test_what_a_deed_is_recorded_in_closes_it_when_dated_in_time(
    status: str, on: date | None
) -> None:
    progress = read("август", status)
    assert (progress.meaning, progress.on) == (Meaning.DONE if on else Meaning.WORD, on)


@pytest.mark.parametrize(
    ("deadline", "status", "meaning"),
    [
        ("декабрь", "1 кв. +", Meaning.PARTIAL),
        ("декабрь", "1 кв. – выполнено", Meaning.PARTIAL),
        ("декабрь", "март +", Meaning.PARTIAL),
        ("декабрь", "сентябрь – выполнено", Meaning.DONE),
        ("II квартал", "2 кв. +", Meaning.DONE),
        ("октябрь", "сдан отчёт за 9 месяцев", Meaning.DONE),
        ("декабрь", "сдан отчёт за 9 месяцев", Meaning.PARTIAL),
        ("октябрь", "выполнено за 9 месяцев", Meaning.PARTIAL),
        ("в течение года", "1 кв. +", Meaning.WORD),
        ("январь-ноябрь", "1 кв. провели", Meaning.PARTIAL),
        ("I полугодие", "1 кв. выполнено", Meaning.PARTIAL),
        ("I полугодие", "выполнено в 1 кв.", Meaning.DONE),
        ("февраль-октябрь", "март +", Meaning.PARTIAL),
        ("июнь-август", "август +", Meaning.DONE),
    ],
)
def test_a_period_long_before_the_last_day_is_a_part(
    deadline: str, status: str, meaning: Meaning
) -> None:
    progress = read(deadline, status)
    assert progress.meaning is meaning
    assert bool(progress.doubts) is (meaning is Meaning.PARTIAL)


def test_a_year_is_the_part_that_is_due_in_it() -> None:
    years = PlanPeriod(date(2025, 1, 1), date(2027, 12, 31))
    deadline = read_deadline("ежегодно до 1 марта", year=2025, period=years)
    said = read_progress(
        "2025 – собраны, 2026 – собраны", deadline=deadline, today=TODAY, period=years
    )
    assert [part.label for part in said.parts] == ["1 марта 2025 г.", "1 марта 2026 г."]
    assert not said.doubts


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("I полугодие: Выдано 20; II полугодие: Выдано 35", True),
        ("I квартал: выполнено; II квартал: выполнено", True),
        ("I полугодие: выполнено; II полугодие: не выполнено", False),
    ],
)
def test_parts_that_may_be_all_of_a_measure_are_asked_about(status: str, *, asked: bool) -> None:
    progress = read("май-август", status)
    assert progress.meaning is Meaning.PARTIAL
    assert [doubt.code for doubt in progress.doubts] == ["progress-partial"] * asked
