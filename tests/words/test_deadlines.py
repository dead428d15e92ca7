"""Russian deadlines: a table of our own phrases, each read in the plan year 2021."""

from datetime import date

import pytest

from sheetsync.model import DeadlineKind
from sheetsync.words.deadlines import read_deadline
from sheetsync.words.timing.rules import RULES

YEAR = 2021

# text | kind | first day | last day, MM-DD in the plan year or YYYY-MM-DD, "-" where there is none
SINGLE = """
июль | month | 07-01 | 07-31
в ноябре | month | 11-01 | 11-30
к июню | month | - | 06-30
в августе месяце | month | 08-01 | 08-31
февраль 2024 г. | month | 2024-02-01 | 2024-02-29
03.2021 | month | 03-01 | 03-31
октябрь (уточняется) | month | 10-01 | 10-31
до 18 мая | date | - | 05-18
к 5 ноября | date | - | 11-05
не позднее 17.06.2021 | date | - | 06-17
не позже 17 июня включительно | date | - | 06-17
до 17/06/21 | date | - | 06-17
2021-06-17 | date | 06-17 | 06-17
«17» июня 2021 года | date | 06-17 | 06-17
3сентября | date | 09-03 | 09-03
17-го июня | date | 06-17 | 06-17
в срок до 4 августа отчетного года | date | - | 08-04
до 4 августа с. г. | date | - | 08-04
до 4 августа следующего года | date | - | 2022-08-04
не позднее 4 мая года, следующего за отчетным периодом | date | - | 2022-05-04
до 4 мая предыдущего года | date | - | 2020-05-04
до 4 мая года проведения конкурса | date | - | 05-04
до конца августа | date | - | 08-31
к концу II квартала | date | - | 06-30
до конца следующего года | date | - | 2022-12-31
до начала следующего года | date | - | 12-31
до конца учебного года | date | - | 2021-05-31
май (18 мая) | date | 05-18 | 05-18
вторник, 18 мая | date | 05-18 | 05-18
18 мая в 15.00 | date | 05-18 | 05-18
вторая пятница июня | date | 06-11 | 06-11
по 17 июня | date | - | 06-17
IV квартал | quarter | 10-01 | 12-31
4-й квартал 2021 г. | quarter | 10-01 | 12-31
во втором квартале | quarter | 04-01 | 06-30
IVкв. | quarter | 10-01 | 12-31
до III квартала | quarter | - | 09-30
ежегодно в IV квартале | quarter | 10-01 | 12-31
2-е полугодие | half_year | 07-01 | 12-31
во второй половине года | half_year | 07-01 | 12-31
I п/г 2022 г. | half_year | 2022-01-01 | 2022-06-30
август-сентябрь | range | 08-01 | 09-30
с августа по октябрь | range | 08-01 | 10-31
с 4 по 19 августа | range | 08-04 | 08-19
от 4 до 19 августа | range | 08-04 | 08-19
между 4 и 19 августа | range | 08-04 | 08-19
4-19.08.2021 | range | 08-04 | 08-19
04.08 – 19.09 | range | 08-04 | 09-19
не ранее 4 мая и не позднее 9 июня | range | 05-04 | 06-09
ноябрь – март | range | 11-01 | 2022-03-31
ноябрь 2020 – март 2021 | range | 2020-11-01 | 03-31
I–III кварталы | range | 01-01 | 09-30
осенью | range | 09-01 | 11-30
в осенний период | range | 09-01 | 11-30
зима 2021/22 | range | 12-01 | 2022-02-28
вторая декада августа | range | 08-11 | 08-20
первая половина августа | range | 08-01 | 08-15
2021–2023 гг. | range | 01-01 | 2023-12-31
2 года, с 2021 по 2022 год | range | 01-01 | 2022-12-31
с 4 мая | range | 05-04 | -
после 4 мая | range | 05-05 | -
с 4 мая и до первых заморозков | range | 05-04 | -
в течение всего 2021 года | year_round | 01-01 | 12-31
в теч. текущего года | year_round | 01-01 | 12-31
круглый год | year_round | 01-01 | 12-31
на регулярной основе | year_round | 01-01 | 12-31
постоянно с 1 апреля | year_round | 04-01 | 12-31
в течение 2021-2022 учебного года | year_round | 09-01 | 2022-05-31
в течение года (при наличии заявок – еженедельно) | year_round | 01-01 | 12-31
по плану министерства | open | - | -
по отд. графику | open | - | -
согласно графику проверок | open | - | -
по заявкам учреждений | open | - | -
по мере готовности помещений | open | - | -
в случае аварии | open | - | -
в сроки, указанные в приказе от 04.05.2020 № 17 | open | - | -
в установленном порядке | open | - | -
в период действия соглашения | open | - | -
до окончания срока действия соглашения | open | - | -
по итогам I квартала | open | - | -
после подписания соглашения | open | - | -
срок уточняется | open | - | -
в течение 14 дней с момента подачи жалобы | relative | - | -
в течение 10 (десяти) рабочих дней | relative | - | -
в 20-дневный срок | relative | - | -
в двухнедельный срок со дня подачи | relative | - | -
за неделю до форума | relative | - | -
не позднее чем за 4 дня до начала смены | relative | - | -
не позднее следующего дня | relative | - | -
к открытию форума | relative | - | -
до начала призыва | relative | - | -
в день проведения форума | relative | - | -
до 4 мая года, следующего за годом усыновления | relative | - | -
каждые четыре года | recurring | - | -
раз в три недели | recurring | - | 12-31
ежедневно в августе | recurring | 08-01 | 08-31
"""

# text | kind | every last day
SEVERAL = """
май, ноябрь | list | 05-31 11-30
май / ноябрь | list | 05-31 11-30
II и IV кварталы | list | 06-30 12-31
2, 3 кв. | list | 06-30 09-30
4, 18 и 25 мая | list | 05-04 05-18 05-25
до 18 мая и 18 ноября | list | 05-18 11-18
18.05, 18.08, 18.11 | list | 05-18 08-18 11-18
5 ноября, 1 апреля | list | 11-05 2022-04-01
май – июнь; ноябрь | list | 06-30 11-30
с 1 по 5 мая, с 1 по 5 июня | list | 05-05 06-05
лето, осень | list | 08-31 11-30
2 раза в год (май, ноябрь) | list | 05-31 11-30
1 этап – май, 2 этап – ноябрь | list | 05-31 11-30
сводный отчет – до 5 мая 2023 г., краткий – ежегодно до 1 июля | list | 07-01 2023-05-05
до 4 мая 2021 г. и до 5 числа месяца, следующего за полугодием | list | 05-04 07-05 2022-01-05
раз в полгода | recurring | 06-30 12-31
дважды в год | recurring | 06-30 12-31
не реже 4 раз в год | recurring | 03-31 06-30 09-30 12-31
каждые три месяца | recurring | 03-31 06-30 09-30 12-31
один раз в четыре месяца | recurring | 04-30 08-31 12-31
ежегодно | recurring | 12-31
ежегодно до 4 мая | recurring | 05-04
каждый год до 4 мая, начиная с 2019 года | recurring | 05-04
4 мая ежегодно до 2025 года | recurring | 05-04
ежегодно не позднее 4 мая года, следующего за отчетным | recurring | 2022-05-04
ежеквартально, начиная с III квартала | recurring | 09-30 12-31
ежеквартально, кроме I квартала | recurring | 06-30 09-30 12-31
ежеквартально (январь, май, август, ноябрь) | recurring | 01-31 05-31 08-31 11-30
ежемесячно с сентября | recurring | 09-30 10-31 11-30 12-31
ежемесячно, с июня по август | recurring | 06-30 07-31 08-31
ежемесячно в I квартале | recurring | 01-31 02-28 03-31
ежемесячно, до 7 числа, с мая по июнь | recurring | 05-07 06-07
ежеквартально, до 7 числа | recurring | 04-07 07-07 10-07 2022-01-07
раз в квартал до 7 числа следующего месяца | recurring | 04-07 07-07 10-07 2022-01-07
до 7 числа месяца, следующего за отчетным полугодием | recurring | 07-07 2022-01-07
до 7 числа второго месяца, следующего за кварталом | recurring | 05-07 08-07 11-07 2022-02-07
к 20 числу последнего месяца квартала | recurring | 03-20 06-20 09-20 12-20
до 7 числа первого месяца следующего квартала | recurring | 04-07 07-07 10-07 2022-01-07
ежемесячно, 7 и 21 числа, в мае | recurring | 05-07 05-21
в последний день квартала | recurring | 03-31 06-30 09-30 12-31
по средам в июне | recurring | 06-02 06-09 06-16 06-23 06-30
в первый понедельник месяца, кроме летнего периода | recurring | 01-04 02-01 03-01 04-05 05-03 \
09-06 10-04 11-01 12-06
до 1 июня, далее ежеквартально | recurring | 06-01 06-30 09-30 12-31
"""


def _rows(table: str) -> list[list[str]]:
    lines = table.replace("\\\n", "").strip().splitlines()
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


def _day(said: str) -> date | None:
    if said == "-":
        return None
    return date.fromisoformat(said if len(said) > 5 else f"{YEAR}-{said}")


@pytest.mark.parametrize(("text", "kind", "starts", "due"), _rows(SINGLE))
def test_a_phrase_is_read_with_its_first_and_last_day(
    text: str, kind: str, starts: str, due: str
) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert (deadline.kind, deadline.starts, deadline.due) == (kind, _day(starts), _day(due))


@pytest.mark.parametrize(("text", "kind", "days"), _rows(SEVERAL))
def test_a_phrase_with_several_days_gives_each_of_them(text: str, kind: str, days: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    due = [occurrence.due for occurrence in deadline.occurrences]
    assert (deadline.kind, due) == (kind, [_day(day) for day in days.split()])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example(rule: object) -> None:
    example, name = rule.example, rule.name  # type: ignore[attr-defined]
    assert read_deadline(example, year=YEAR).rule == name


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "explicit"),
    [
        ("18 мая", True),
        ("18.05.2021", True),
        ("с 4 по 18 мая", True),
        ("май", False),
        ("II квартал", False),
    ],
)
def test_a_day_is_explicit_and_a_month_is_not(text: str, explicit: bool) -> None:
    assert read_deadline(text, year=YEAR).occurrences[0].explicit is explicit


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("в мае и ноябре", ["май", "ноябрь"]),
        ("2, 3 кв.", ["II квартал", "III квартал"]),
        ("до 18 мая, до 5 июня", ["18 мая", "5 июня"]),
        ("май-июнь, ноябрь", ["май – июнь", "ноябрь"]),
        ("5 ноября, 1 апреля", ["5 ноября", "1 апреля 2022 г."]),
        ("ежеквартально до 7 числа", [f"{number} квартал" for number in ("I", "II", "III", "IV")]),
        ("июнь", [""]),
    ],
)
def test_occurrences_are_labelled_by_their_own_words(text: str, labels: list[str]) -> None:
    found = read_deadline(text, year=YEAR).occurrences
    assert [occurrence.label for occurrence in found] == labels


def test_a_leap_day_exists_in_a_leap_year_only() -> None:
    assert read_deadline("29 февраля", year=2024).due == date(2024, 2, 29)
    assert read_deadline("29 февраля", year=2025).kind is DeadlineKind.UNREADABLE


@pytest.mark.parametrize(
    ("text", "waits_for"),
    [
        ("по запросу министерства", "министерства"),
        ("по планам районных организаций", "районных организаций"),
        ("по согласованию с дирекцией", "дирекцией"),
        ("по отдельному плану", ""),
        ("по мере поступления заявок", "поступления заявок"),
        ("после утверждения сметы", "утверждения сметы"),
        ("к открытию форума", "открытию форума"),
        ("до начала отопительного сезона", "начала отопительного сезона"),
        ("согласно приказу от 10.02.2026", "приказу от 10.02.2026"),
        ("по мере необходимости", ""),
        ("как можно скорее", ""),
        ("в течение 4 дней со дня подачи", "со дня подачи"),
    ],
)
def test_an_outside_word_is_named(text: str, waits_for: str) -> None:
    assert read_deadline(text, year=YEAR).waits_for == waits_for
