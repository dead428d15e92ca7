"""Whatever stands beside a deed and is still open keeps the mark from being done."""

from datetime import date

import pytest

from sheetsync.model import Deadline, DeadlineKind, Meaning
from sheetsync.words.progress import read_progress

MONTH = Deadline(text="", kind=DeadlineKind.MONTH, rule="")
TODAY = date(2026, 5, 20)
DEEDS = [
    *("Выполнено", "Сделано 12.05", "Готово", "Семинар прошёл", "Отчёт сдан", "Забор покрасили"),
    *("Закуплено 12 касок", "Обучено 12 чел.", "Все деревья высажены", "Договор заключён"),
]
OPEN_ENDS = [
    # What is yet to come or to do.
    *("ждём акт", "приёмка в пятницу", "вторая половина позже", "остальное летом", "финал 5 июня"),
    *("доделать крыльцо", "надо переделать", "доделываем", "сохнет", "ещё один", "дело за малым"),
    # What was left out, was refused or failed.
    *("без подвала", "кроме подвала", "минус подвал", "не всё", "2 должника", "3 неисправных"),
    *("снова течёт", "отключили", "двое не пришли", "есть замечания", "вернули на доработку"),
    # What else there is, of which nothing is told.
    *("крыльцо", "второй этаж", "побелка", "шторы в стирке", "краски нет", "1 в ремонте"),
    # How much of it, in what manner, by whose word.
    *("9/10", "3 из 5", "на 90 %", "треть", "в основном", "временно", "криво", "со слов"),
    *("для вида", "под вопросом", "у соседей", "кто был", "где смогли"),
]
JOINTS = [", ", " – ", ". ", "; ", " (", "\n"]


@pytest.mark.parametrize("end", OPEN_ENDS)
def test_no_deed_is_done_beside_what_is_open(end: str) -> None:
    said = [_joined(deed, joint, end) for deed in DEEDS for joint in JOINTS]
    assert [text for text in said if _meaning(text) is Meaning.DONE] == []


@pytest.mark.parametrize("end", OPEN_ENDS)
def test_nor_is_it_where_that_stands_first(end: str) -> None:
    said = [_joined(end, joint, deed) for deed in DEEDS for joint in (", ", ". ", "; ")]
    assert [text for text in said if _meaning(text) is Meaning.DONE] == []


def _joined(first: str, joint: str, last: str) -> str:
    first = first[0].upper() + first[1:]
    begins = last[0].upper() if joint in (". ", "\n") else last[0].lower()
    return f"{first}{joint}{begins}{last[1:]}{')' if joint == ' (' else ''}"


def _meaning(text: str) -> Meaning:
    return read_progress(text, deadline=MONTH, today=TODAY).meaning
