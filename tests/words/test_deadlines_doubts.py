"""What is not understood, what is mended, what is left over, and how all of it is said."""

import pytest

from sheetsync.languages import load_language
from sheetsync.model import DeadlineKind
from sheetsync.model.language import say
from sheetsync.words.deadline_explained import explain_deadline
from sheetsync.words.deadlines import read_deadline

RUSSIAN = load_language("ru")

YEAR = 2021
UNDERSTOOD_AUGUST = "понято: до 31 августа 2021 г. включительно; правило «месяц»"


@pytest.mark.parametrize(
    ("text", "meant", "month"),
    [
        ("авгсут", "август", 8),
        ("до 5 октбря", "октября", 10),
        ("в сентябрре", "сентябре", 9),
        ("с 4 по 9 нюля", "", 0),
        ("июьн", "июнь", 6),
        ("apirl", "april", 4),
    ],
)
def test_a_slip_in_a_month_is_read_and_reported(text: str, meant: str, month: int) -> None:
    deadline = read_deadline(text, year=YEAR)
    slips = [doubt.hint for doubt in deadline.doubts if doubt.code == "deadline-typo"]
    assert slips == ([meant] if meant else [])
    assert (deadline.due.month if deadline.due else 0) == month


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (
            "до 31 июня",
            "до 31 июня",
            "в июне 30 дней. Напишите, например, «до 30 июня»",
        ),
        (
            "с 30 февраля",
            "30 февраля",
            "в феврале 2021 года 28 дней. Напишите, например, «28 февраля»",
        ),
        ("17.14.2021", "17.14.2021", "месяца 14 нет. Напишите день и месяц, например «15.05»"),
        ("5 квартал", "5 квартал", "в году четыре квартала. Напишите квартал от I до IV"),
        (
            "18 мая (пятница)",
            "18 мая",
            "18 мая 2021 г., вторник. Оставьте число и месяц или исправьте день недели",
        ),
    ],
)
def test_a_day_that_cannot_be_is_explained(text: str, quote: str, words: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert deadline.kind is DeadlineKind.UNREADABLE
    (doubt,) = deadline.doubts
    assert (doubt.code, doubt.quote) == ("deadline-impossible", quote)
    assert f"{say(doubt.hint, RUSSIAN)}. {say(doubt.advice, RUSSIAN)}" == f"{words}."


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("май, кроме выходных", "кроме выходных"),
        ("июнь, 40 слушателей", "40 слушателей"),
        ("июнь или июль", "или июль"),
        ("не июнь", "не июнь"),
        ("июнь?", "?"),
        ("отменено", "отменено"),
        ("«__» ______ 2021 г.", "__» ______ 2021 г."),
        ("осенне-полевой период", "осенне-полевой период"),
        ("перед серединой июня", "перед серединой июня"),
        ("до осени", "до осени"),
        ("с 25 по 4 мая", "с 25 по 4 мая"),
        ("до 20 числа", "до 20 числа"),
        ("по решению Совета 4 мая", "по решению Совета 4 мая"),
        ("до 4 мая, после заседания", "до 4 мая, после заседания"),
        ("не ранее чем за 4 дня до 9 мая", "не ранее чем за 4 дня до 9 мая"),
        ("май, март, январь", "май, март, январь"),
        ("ежеквартально до 4 мая", "ежеквартально до 4 мая"),
        ("0 раз в год", "0 раз в год"),
        ("IV квартал, кроме октября", "IV квартал, кроме октября"),
        ("5 мая до 7 июня", "5 мая до 7 июня"),
        ("1 мая – 2 июня – 3 июля", "1 мая – 2 июня – 3 июля"),
        ("с конца мая по начало июня", "с конца мая по начало июня"),
        ("ежемесячно до 4 мая", "ежемесячно до 4 мая"),
        ("каждый второй вторник", "каждый второй вторник"),
        ("каждые 2 недели по вторникам", "каждые 2 недели по вторникам"),
        ("не ранее мая и не позднее апреля", "не ранее мая и не позднее апреля"),
        ("20 июня, 15 мая", "20 июня, 15 мая"),
        ("1 раз в год: май, октябрь", "1 раз в год: май, октябрь"),
        ("еженедельно 15 мая", "еженедельно 15 мая"),
        ("четверг", "четверг"),
        ("-", "-"),
    ],
)
def test_words_that_could_change_the_meaning_are_never_a_date(text: str, quote: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert (deadline.kind, deadline.due) == (DeadlineKind.UNREADABLE, None)
    assert [(doubt.code, doubt.quote) for doubt in deadline.doubts] == [
        ("deadline-not-understood", quote)
    ]


@pytest.mark.parametrize("text", ["", "  ", "\u00a0\n", "\u200b"])
def test_an_empty_cell_is_unreadable_without_a_doubt(text: str) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert (deadline.kind, deadline.rule, deadline.doubts) == (DeadlineKind.UNREADABLE, "", ())


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("июнь (по согласованию)", ("по согласованию",)),
        ("предварительно июнь", ("предварительно",)),
        ("~~май~~ июнь", ("~~май~~",)),
        ("сводный отчет – до 5 мая", ("сводный отчет –",)),
        ("ежемесячно, по плану Совета", ("по плану Совета",)),
        ("2 раза в год: май, ноябрь", ()),
        ("до 5 мая", ()),
    ],
)
def test_words_without_a_part_in_the_meaning_are_kept(text: str, unused: tuple[str, ...]) -> None:
    deadline = read_deadline(text, year=YEAR)
    assert deadline.kind is not DeadlineKind.UNREADABLE
    assert deadline.unused == unused


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("июнь", "понято: до 30 июня 2021 г. включительно; правило «месяц»"),
        ("с 1 по 5 мая", "понято: с 1 мая 2021 г. по 5 мая 2021 г. включительно; правило «период»"),
        ("до 5 мая", "понято: до 5 мая 2021 г. включительно; правило «день»"),
        ("май, ноябрь", "понято: последние дни 31 мая, 30 ноября 2021 г.; правило «перечень»"),
        (
            "ежемесячно",
            "понято: сроков 12: 31 января, 28 февраля, …, 31 декабря 2021 г.; правило «повторение»",
        ),
        ("ежегодно", "понято: последний день 31 декабря 2021 г.; правило «ежегодно»"),
        (
            "по запросу министерства",
            "понято: даты нет, срок зависит от других: «министерства»; правило «по запросу»",
        ),
        ("срочно", "понято: дата не названа; правило «без даты»"),
        ("как можно скорее", "понято: дата не названа; правило «без даты»"),
        ("при необходимости", "понято: даты нет, ждём случая; правило «по мере необходимости»"),
        (
            "до начала паводка",
            "понято: срок считается от события: «начала паводка»; правило «к событию»",
        ),
        (
            "зимой",
            (
                "не понято: «зимой» – зима лежит на обоих концах года: до 28 февраля и с "
                "1 декабря. Напишите месяцы, например «январь–февраль» или «декабрь»."
            ),
        ),
        (
            "с 4 мая",
            "понято: не ранее 4 мая 2021 г., последнего дня нет; правило «начало без конца»",
        ),
        (
            "авгсут",
            f"{UNDERSTOOD_AUGUST}; «авгсут» прочитано как «август»",
        ),
        (
            "до 31 июня",
            "не понято: «до 31 июня» – в июне 30 дней. Напишите, например, «до 30 июня».",
        ),
        ("", "не понято: срок не указан"),
    ],
)
def test_an_answer_is_one_line_in_russian(text: str, sentence: str) -> None:
    assert explain_deadline(read_deadline(text, year=YEAR), RUSSIAN) == sentence


def test_both_readings_of_two_days_without_a_mark_are_told() -> None:
    answer = explain_deadline(read_deadline("18 августа 22 сентября", year=YEAR), RUSSIAN)
    assert "«последние дни 18 августа, 22 сентября 2021 г.» или «с 18 августа 2021 г. " in answer


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("август, январь", ["январь 2022 г."]),
        ("ноябрь – март", ["ноябрь – март 2022 г."]),
        ("до 4 октября, 4 февраля", ["4 февраля 2022 г."]),
        ("IV квартал, I квартал", ["I квартал 2022 г."]),
        ("август, январь 2022 г.", []),
        ("ноябрь 2021 – март 2022", []),
        ("до 4 февраля следующего года", []),
        ("сводка за год – до 14 января 2022 г.", []),
        ("ежеквартально до 10 числа следующего месяца", []),
        ("январь, август", []),
    ],
)
def test_an_order_that_runs_backwards_is_asked_about(text: str, meant: list[str]) -> None:
    doubts = read_deadline(text, year=YEAR).doubts
    assert [doubt.hint for doubt in doubts if doubt.code == "deadline-next-year"] == meant
