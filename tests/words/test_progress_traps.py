"""What sounds like done and is not, and what sounds like neither and is understood."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress

MONTH = Deadline(text="", kind=DeadlineKind.MONTH, rule="")


def _meaning(text: str) -> Meaning:
    return read_progress(text, deadline=MONTH, today=date(2021, 5, 4)).meaning


@pytest.mark.parametrize(
    "text",
    [
        *("выполнено без п. 2", "практически готово", "закрыто на карантин", "выполнено бы"),
        *(
            "исп. Сомов",
            "было бы готово",
            "скорее всего сделано",
            "говорят, что выполнено",
        ),
        *("готово в черновике", "сделали что смогли", "выполнено на словах", "да, но"),
        *("should be done", "could be done", "done by end of May", "closed due to quarantine"),
        *(
            "nearly done",
            "1 кв. +, 2 кв. -",
            "снято с контроля в связи с невозможностью исполнения",
        ),
    ],
)
def test_what_is_not_done_is_never_taken_for_done(text: str) -> None:
    assert _meaning(text) is not Meaning.DONE


DEEDS = (
    *("Выполнено", "Готово", "Исполнено 12.04", "Проведено", "Состоялось 12.04", "5 из 5"),
    *("Сведения собраны", "Письмо направлено", "Документы подписаны", "Обучено 20 чел."),
)
JOINTS = (", ", ". ", "; ", " – ", " (", ", но ")
OPEN_ENDS = (
    *("отчёт пишем", "пишу отчёт", "отчёт у директора", "ждём ответа", "нужна подпись", "дошлю"),
    *("подпишем завтра", "согласовывается", "на проверке", "дорабатываем", "работа идёт"),
    *("кроме отчёта", "остальное в мае", "финал 20 мая", "вручение 1 июня", "краска сохнет"),
    *("документы в бухгалтерии", "надо отправить", "вернули", "если подпишут", "через неделю"),
    *("ещё 2 в мае", "обещали", "переделать", "в типографии", "нет подписи", "под условием"),
)
ASIDES = (
    *("30 участников", "протокол № 5", "фото на сайте", "акт прилагается", "замечаний нет"),
    *("всё хорошо", "Орлова И.И.", "в полном объёме", "совместно с ФНПР", "г. Сафоново"),
    *("рассмотрены 3 вопроса", "грамоты вручены", "следующее в июне", "приказ № 5", "12 апреля"),
)


@pytest.mark.parametrize("end", OPEN_ENDS)
def test_no_deed_is_done_beside_what_is_open(end: str) -> None:
    said = [f"{deed}{joint}{end.capitalize()}" for deed in DEEDS for joint in JOINTS]
    assert [text for text in said if _meaning(text) is Meaning.DONE] == []


@pytest.mark.parametrize("aside", ASIDES)
def test_a_deed_stays_done_beside_what_only_adds_to_it(aside: str) -> None:
    said = [f"{deed}, {aside}" for deed in DEEDS if "из" not in deed and "чел" not in deed]
    assert [text for text in said if _meaning(text) is not Meaning.DONE] == []


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("снято с контроля в связи с исполнением", Meaning.DONE),
        ("отремонтировано", Meaning.DONE),
        ("приобретено 12.04", Meaning.DONE),
        ("отм.", Meaning.CANCELLED),
        ("просим перенести на 15.06", Meaning.POSTPONED),
        ("срыв срока", Meaning.NOT_DONE),
        ("перенаправлено в отдел кадров", Meaning.REASSIGNED),
        ("1 кв. +", Meaning.PARTIAL),
        ("к выполнению", Meaning.IN_WORK),
        ("нет", Meaning.UNCLEAR),
        ("прошу продлить срок", Meaning.UNCLEAR),
    ],
)
def test_short_answers_are_understood(text: str, meaning: Meaning) -> None:
    assert _meaning(text) is meaning


@pytest.mark.parametrize(
    "text", ["не поступало", "не требовалось", "необходимости не возникало", "не было обращений"]
)
def test_what_nobody_asked_for_waits_on(text: str) -> None:
    waiting = Deadline(text="", kind=DeadlineKind.OPEN, rule="")
    read = read_progress(text, deadline=waiting, today=date(2021, 5, 4))
    assert read.meaning is Meaning.STILL_WAITING


def test_the_first_months_of_a_year_are_a_part_of_what_comes_back() -> None:
    recurring = Deadline(text="", kind=DeadlineKind.RECURRING, rule="")
    read = read_progress("сдано за 3 месяца", deadline=recurring, today=date(2021, 5, 4))
    assert (read.meaning, read.parts[0].label) == (Meaning.DONE_PART, "3 месяца")
