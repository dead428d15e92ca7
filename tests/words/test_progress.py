from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.languages import load_language
from sheetsync.model import (
    Deadline,
    DeadlineKind,
    Meaning,
    Milestone,
    Occurrence,
    PlanPeriod,
    Progress,
)
from sheetsync.model.language import say
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.progress import read_progress
from sheetsync.words.status.measure_words import MeasureWords
from sheetsync.words.status.rules import StatementRule
from sheetsync.words.status.statements import RULES, sign_of

RUSSIAN = load_language("ru")

YEAR = PlanPeriod.of_year(2021)

TODAY = date(2021, 5, 4)
APRIL = Deadline(
    text="апрель",
    kind=DeadlineKind.MONTH,
    rule="месяц",
    starts=date(2021, 4, 1),
    due=date(2021, 4, 30),
    occurrences=(Occurrence(due=date(2021, 4, 30), starts=date(2021, 4, 1)),),
)
ALL_YEAR = Deadline(
    text="в течение года",
    kind=DeadlineKind.YEAR_ROUND,
    rule="весь год",
    starts=date(2021, 1, 1),
    due=date(2021, 12, 31),
)
ON_REQUEST = Deadline(text="по запросу", kind=DeadlineKind.OPEN, rule="по запросу")


def month(number: int, last: int, label: str = "") -> Occurrence:
    return Occurrence(due=date(2021, number, last), starts=date(2021, number, 1), label=label)


QUARTERLY = Deadline(
    text="ежеквартально",
    kind=DeadlineKind.RECURRING,
    rule="регулярно",
    starts=date(2021, 1, 1),
    due=date(2021, 12, 31),
    occurrences=tuple(
        Occurrence(due=date(2021, last, day), starts=date(2021, last - 2, 1), label=label)
        for last, day, label in [
            *((3, 31, "I квартал"), (6, 30, "II квартал")),
            *((9, 30, "III квартал"), (12, 31, "IV квартал")),
        ]
    ),
)
MARCH_AND_OCTOBER = Deadline(
    text="март, октябрь",
    kind=DeadlineKind.LIST,
    rule="список",
    starts=date(2021, 3, 1),
    due=date(2021, 10, 31),
    occurrences=(month(3, 31, "март"), month(10, 31, "октябрь")),
)


def place(name: str, occurrence: Occurrence) -> Milestone:
    when = Deadline(
        text=name,
        kind=DeadlineKind.MONTH,
        rule="месяц",
        starts=occurrence.starts,
        due=occurrence.due,
        occurrences=(occurrence,),
    )
    return Milestone(what=name, text=name, deadline=when)


PLACES = (
    place("Лугский район", month(3, 31)),
    place("Боровичский район", month(4, 30)),
    place("Красно-Холмский район", month(4, 30)),
)


def read(text: str, deadline: Deadline = APRIL, today: date = TODAY) -> Progress:
    return read_progress(text, deadline=deadline, today=today)


def read_places(text: str) -> Progress:
    return read_progress(
        text, deadline=ALL_YEAR, measure=MeasureWords(milestones=PLACES), today=TODAY
    )


DATED = [
    *[(text, Meaning.BLANK) for text in ("", "  ", "\u00a0", "FALSE", "☐")],
    *[
        (text, Meaning.DONE)
        for text in ("✔", "+", "Да", "TRUE", "100%", "выполненно", "Исп. 12.04")
    ],
    ("Круглый стол прошёл 21.04, 30 участников", Meaning.DONE),
    ("Отчитались 25 из 25 организаций", Meaning.DONE),
    ("Выполнено в полном объёме, замечаний не поступило", Meaning.DONE),
    ("Совещание 22.04, протокол № 8", Meaning.DONE),
    ("Проведено 22.04. Следующее запланировано на 20.05", Meaning.DONE),
    ("12.04.2021 16:20:11", Meaning.DONE),
    ("Перенос, проведено 30.04", Meaning.DONE),
    ("Исполнено, снято с контроля", Meaning.DONE),
    ("Рассмотрен вопрос «О переносе выборов»", Meaning.DONE),
    ("held on 15 April", Meaning.DONE),
    ("Done 15.04", Meaning.DONE),
    ("9 из 9", Meaning.DONE),
    ("сделано на 60 %", Meaning.PARTIAL),
    ("сделано пока мало", Meaning.PARTIAL),
    ("проведены три из пяти сборов", Meaning.PARTIAL),
    ("завершён II этап", Meaning.PARTIAL),
    ("готово к печати", Meaning.IN_WORK),
    ("принято решение об отмене", Meaning.CANCELLED),
    ("рано говорить, что исполнено", Meaning.UNCLEAR),
    ("обучено 7 из 9 кураторов", Meaning.PARTIAL),
    ("сделано, но не до конца", Meaning.PARTIAL),
    ("исполнено, за исключением одного района", Meaning.PARTIAL),
    ("Смета утверждена, ремонт ведётся", Meaning.PARTIAL),
    ("Материалы подготовлены, заседание 20 мая", Meaning.PARTIAL),
    ("Бухгалтерия – да, архив – нет", Meaning.PARTIAL),
    ("partially done", Meaning.PARTIAL),
    *[(text, Meaning.NOT_DONE) for text in ("НЕВЫПОЛНЕНО", "не сделали", "так и не состоялось")],
    ("Выставка не проводилась", Meaning.NOT_DONE),
    ("0 %", Meaning.NOT_DONE),
    ("not done yet", Meaning.NOT_DONE),
    *[(text, Meaning.IN_WORK) for text in ("готовится", "проект на подписи", "in progress")],
    ("пока не готово, собираем данные", Meaning.IN_WORK),
    ("взято в работу", Meaning.IN_WORK),
    *[(text, Meaning.PLANNED) for text in ("22.05.2021", "Срок: 30.04", "состоится 20 мая")],
    ("Вопрос включён в повестку на 20.05", Meaning.PLANNED),
    *[(text, Meaning.CANCELLED) for text in ("Отмена", "решили не проводить", "cancelled")],
    ("снято с контроля", Meaning.UNCLEAR),
    ("снято с контроля по решению президиума", Meaning.CANCELLED),
    ("проводиться не будет", Meaning.CANCELLED),
    *[(text, Meaning.POSTPONED) for text in ("срок продлён до 30.06", "moved to Q3", "отложено")],
    ("не состоялось, новая дата 20.05", Meaning.POSTPONED),
    *[(text, Meaning.MERGED) for text in ("вошло в п. 3", "см. п. 3", "дублирует пункт 3")],
    *[(text, Meaning.REASSIGNED) for text in ("Передано в отдел кадров", "поручено бухгалтерии")],
    *[(text, Meaning.UNCLEAR) for text in ("-", "х", "н/д", "нет", "#REF!", "...", "апрель")],
    *[(text, Meaning.UNCLEAR) for text in ("не требуется", "вроде сделано", "принято к сведению")],
    ("прошу перенести на июнь", Meaning.POSTPONED),
    ("отменено, но проведено", Meaning.UNCLEAR),
    ("https://example.org/news/1", Meaning.WORD),
]


@pytest.mark.parametrize(("text", "meaning"), DATED)
def test_a_status_of_a_dated_measure_has_its_meaning(text: str, meaning: Meaning) -> None:
    assert read(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Проведена консультация 15.04", Meaning.WORD),
        ("выполнено 15.04", Meaning.WORD),
        ("Выполнено, проведено 12 занятий, готовится 13-е", Meaning.WORD),
        ("100 %, приёмка 20.05", Meaning.WORD),
        ("за I полугодие – 5 семинаров", Meaning.WORD),
        ("I кв. – да, II кв. – в работе", Meaning.WORD),
        ("Группа в сети – 340 подписчиков", Meaning.WORD),
        ("Еженедельно публикуется дайджест", Meaning.WORD),
        ("Консультации проводятся", Meaning.IN_WORK),
        ("Выполнено", Meaning.DONE),
        ("За год выполнено", Meaning.DONE),
        ("не проводилось", Meaning.NOT_DONE),
    ],
)
def test_an_all_year_measure_is_not_closed_by_a_single_deed(text: str, meaning: Meaning) -> None:
    assert read(text, ALL_YEAR).meaning is meaning


def test_in_the_last_quarter_a_dated_closing_word_closes_the_year() -> None:
    assert read("Выполнено 20.12", ALL_YEAR, date(2021, 12, 21)).meaning is Meaning.DONE
    goes_on = read("Выполнено 20.12, работа продолжается", ALL_YEAR, date(2021, 12, 21))
    assert goes_on.meaning is Meaning.WORD


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Запросов пока нет", Meaning.STILL_WAITING),
        ("ждём приглашение", Meaning.STILL_WAITING),
        ("Письмо получено", Meaning.REQUEST_CAME),
        ("заявка подана", Meaning.IN_WORK),
        ("слёт 18 июня", Meaning.PLANNED),
        ("Приняли участие 20.04", Meaning.DONE),
        ("Запрос поступил 12.04, ответ направлен 26.04", Meaning.DONE),
        ("обучено 9 чел. за I квартал", Meaning.WORD),
    ],
)
def test_a_waiting_measure_is_closed_by_the_answer_only(text: str, meaning: Meaning) -> None:
    assert read(text, ON_REQUEST).meaning is meaning


def test_a_request_brings_the_day_of_its_answer() -> None:
    assert read("поступил запрос № 5 от 3.04, срок до 20 мая", ON_REQUEST).on == date(2021, 5, 20)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("проведено 15.04", date(2021, 4, 15)),
        ("15 апреля 2021 г. состоялось", date(2021, 4, 15)),
        ("проведено с 20 по 22 апреля", date(2021, 4, 22)),
        ("Исполнено. Фотоотчёт до 12.05", None),
        ("Выполнено, приказ № 5 от 12.04", None),
        ("перенесено на июль", date(2021, 7, 31)),
        ("перенесено с апреля на июнь", date(2021, 6, 30)),
        ("перенос на июнь-июль", date(2021, 7, 31)),
        ("перенос на III кв.", date(2021, 9, 30)),
        ("перенесено на II полугодие", date(2021, 12, 31)),
        ("перенесено на 2022 год", date(2022, 12, 31)),
        ("сдвинуто на лето", date(2021, 8, 31)),
        ("сдвинуто на зиму", None),
        ("postponed to 3 June", date(2021, 6, 3)),
        ("запланировано на 20.05", date(2021, 5, 20)),
    ],
)
def test_the_day_is_that_of_the_deed_or_of_the_target(text: str, on: date | None) -> None:
    assert read(text).on == on


@pytest.mark.parametrize("text", ["04.05.2021", "04.05", "4 мая", "факт: 04.05", "03-04.05.2021"])
def test_today_alone_is_the_day_of_a_deed(text: str) -> None:
    progress = read(text)
    assert (progress.meaning, progress.on) == (Meaning.DONE, TODAY)


@pytest.mark.parametrize("text", ["05.05.2021", "до 04.05", "на 04.05", "с 04.05", "план – 04.05"])
def test_a_day_to_come_or_named_as_a_plan_is_none(text: str) -> None:
    assert read(text).meaning is Meaning.PLANNED


def test_a_day_in_the_january_after_the_plan_is_found() -> None:
    december = Deadline(
        text="декабрь",
        kind=DeadlineKind.MONTH,
        rule="месяц",
        starts=date(2021, 12, 1),
        due=date(2021, 12, 31),
    )
    assert read("проведено 12.01", december, date(2022, 1, 13)).on == date(2022, 1, 12)


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("проведено 31.06", "progress-impossible-date", "31.06"),
        ("перенесено на январь 2020", "progress-impossible-date", "перенесено на январь 2020"),
        ("выполнено 15.04.2020", "progress-impossible-date", "выполнено 15.04.2020"),
        ("сдано 21.05", "progress-future-fact", "сдано 21.05"),
        ("сдвинуто на зиму", "progress-postponed-without-date", "сдвинуто на зиму"),
        ("Передано в отдел кадров", "progress-handover", "Передано в отдел кадров"),
        ("выполнено, кроме архива", "progress-partial", "выполнено, кроме архива"),
        ("сделано??", "progress-question", "сделано??"),
        ("прошу продлить срок", "progress-unclear", "прошу продлить срок"),
    ],
)
def test_a_doubt_says_what_it_is_about(text: str, code: str, quote: str) -> None:
    (doubt,) = read(text).doubts
    assert (doubt.code, doubt.quote) == (code, quote)


def test_an_impossible_day_is_explained() -> None:
    (doubt,) = read("проведено 31.06").doubts
    assert say(doubt.hint, RUSSIAN) == "в июне 2021 г. 30 дней"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Луга – 24.03", [("Лугский район", Meaning.DONE, date(2021, 3, 24))]),
        ("24.03 – Лугский р-н", [("Лугский район", Meaning.DONE, date(2021, 3, 24))]),
        ("март – да", [("Лугский район", Meaning.DONE, None)]),
        (
            "Лугский – 24.03; Холм – перенос на май",
            [
                ("Лугский район", Meaning.DONE, date(2021, 3, 24)),
                ("Красно-Холмский район", Meaning.POSTPONED, date(2021, 5, 31)),
            ],
        ),
        (
            "Боровичи и Холм: проведено",
            [
                ("Боровичский район", Meaning.DONE, None),
                ("Красно-Холмский район", Meaning.DONE, None),
            ],
        ),
        ("Псков – 20.04", [("Псков", Meaning.DONE, date(2021, 4, 20))]),
    ],
)
def test_a_place_is_found_by_its_stem(
    text: str, parts: list[tuple[str, Meaning, date | None]]
) -> None:
    found = read_places(text).parts
    assert [(part.label, part.meaning, part.on) for part in found] == parts


@pytest.mark.parametrize(
    ("text", "deadline", "labels"),
    [
        ("за 1-й кв. сдано", QUARTERLY, ["I квартал"]),
        ("Отчёт за II кв. сдан", QUARTERLY, ["II квартал"]),
        ("проведено 20.03", QUARTERLY, ["I квартал"]),
        ("март – да", MARCH_AND_OCTOBER, ["март"]),
        ("проведено 2.04", MARCH_AND_OCTOBER, ["март"]),
        ("март-да, октябрь-перенос", MARCH_AND_OCTOBER, ["март", "октябрь"]),
        ("Март: проведено\nОктябрь: нет", MARCH_AND_OCTOBER, ["март", "октябрь"]),
    ],
)
def test_an_occurrence_is_found_by_its_period(
    text: str, deadline: Deadline, labels: list[str]
) -> None:
    found = read(text, deadline)
    assert (found.meaning, [part.label for part in found.parts]) == (Meaning.DONE_PART, labels)


def test_a_plain_closing_word_is_done_for_every_occurrence() -> None:
    assert read("Выполнено", QUARTERLY).meaning is Meaning.DONE


def test_where_two_milestones_could_be_meant_none_is_closed() -> None:
    assert read_places("проведено 20.04").parts == ()


def test_a_report_of_pages_is_no_status() -> None:
    found = read("Проведено занятие. " * 200)
    assert (found.meaning, len(found.doubts[0].quote) <= 60) == (Meaning.UNCLEAR, True)


def test_documents_and_links_are_kept_as_written() -> None:
    found = read("Исполнено, пост. Совета № 2-1 от 12.04, https://example.org/a?b=1")
    assert found.evidence == ("https://example.org/a?b=1", "пост. Совета № 2-1 от 12.04")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Отменено в связи с карантином", "в связи с карантином"),
        ("не вып. – нет кворума", "нет кворума"),
        ("перенесено на май из-за ремонта, решение принято", "из-за ремонта"),
        ("не исполнено", ""),
    ],
)
def test_the_reason_is_given_in_the_words_of_the_cell(text: str, reason: str) -> None:
    assert read(text).reason == reason


def test_a_merger_names_the_other_measure() -> None:
    assert read("объединено с п. № 7").merged_into == "7"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_read_by_it(rule: StatementRule) -> None:
    assert sign_of(rule.example.lower().replace("ё", "е")) == (rule.sign, rule.name)


KINDS = st.sampled_from([APRIL, ALL_YEAR, ON_REQUEST, QUARTERLY, MARCH_AND_OCTOBER])
WORDS = st.sampled_from(
    [
        *("выполнено", "проведено", "да", "нет", "не", "в", "работе", "перенос", "на", "май"),
        *("15.04", "31.04", "18", "из", "25", "100", "%", "I", "кв.", "за", "протокол", "№", "3"),
        *(",", ";", ".", "-", "–", ":", "(", ")", "?", "п.", "Луга", "запрос", "получен", "done"),
        *(
            "but",
            "not",
            "«О",
            "вопросе»",
            "замечаний",
            "акт",
            "снять с учёта",
            "снято с контроля",
            "если",
        ),
    ]
)


@given(st.text() | st.lists(WORDS).map(" ".join), KINDS)
def test_no_text_raises(text: str, deadline: Deadline) -> None:
    assert read_progress(
        text, deadline=deadline, measure=MeasureWords(milestones=PLACES), today=TODAY
    ).meaning


@given(
    st.lists(WORDS, max_size=6),
    st.sampled_from(
        [
            *("не было выполнено", "не исполнено", "невыполнено", "не проведено", "not done"),
            *("выполнено не было", "не состоялось", "участия не приняли", "не\nвыполнено"),
        ]
    ),
    st.lists(WORDS, max_size=6),
    KINDS,
)
def test_a_negated_deed_never_reads_as_done(
    before: list[str], negation: str, after: list[str], deadline: Deadline
) -> None:
    text = " ".join([*before, negation, *after])
    assert read(text, deadline).meaning is not Meaning.DONE


@given(st.sampled_from([text for text, _ in DATED]))
def test_case_spaces_and_dashes_change_nothing(text: str) -> None:
    changed = text.upper().replace(" ", "  ").replace("–", "—").replace("Ё", "Е")
    assert read(changed).meaning is read(text).meaning


@pytest.mark.parametrize("today", [date(2021, 12, 20), date(2022, 2, 2), date(2022, 5, 2)])
@pytest.mark.parametrize("text", ["по запросу ФНПР", "в течение года", "апрель"])
def test_a_day_without_a_year_lies_in_the_plan_s(text: str, today: date) -> None:
    deadline = read_deadline(text, year=2021)
    progress = read_progress("Выполнено 26.04", deadline=deadline, today=today, period=YEAR)
    assert (progress.on, progress.doubts) == (date(2021, 4, 26), ())
