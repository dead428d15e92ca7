"""Deadlines that were moved: how often, and whether they had passed by then."""

from collections.abc import Iterator

from sheetsync.model import Agenda, Background, Cell, CellValue, Measure, Move, Row
from sheetsync.summary.layout import Column, heading, table
from sheetsync.summary.listed import LISTED_AT_MOST, lead_of, place
from sheetsync.summary.looks import LINK
from sheetsync.summary.sitting import move_words
from sheetsync.words.terms import clip, day_short

_TIMES = {
    1: "в первый раз",
    2: "во второй раз",
    3: "в третий раз",
    4: "в четвёртый раз",
    5: "в пятый раз",
}
_COLUMNS = (
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Мероприятие", span=9),
    Column(header="Кто отвечает", span=5),
    Column(header="Перенос", span=5),
    Column(header="Обстоятельства", span=9),
)


def moves(agenda: Agenda, background: Background) -> Iterator[Row]:
    """The block of rows, what moved most often first; none where nothing moved."""
    found = sorted(background.moves, key=lambda move: (-move.times, move.row))
    if not found:
        return
    yield from heading(f"Сроки перенесены: {len(found)}")
    measures = {measure.row: measure for measure in agenda.plan.measures}
    shown = found[:LISTED_AT_MOST]
    yield from table(_COLUMNS, (_line(agenda, measures[move.row], move) for move in shown))


def _line(agenda: Agenda, measure: Measure, move: Move) -> list[CellValue | Cell]:
    return [
        place(measure, agenda.plan, f"п. {clip(measure.number, 20)}"),
        clip(measure.text, 160),
        lead_of(measure),
        move_words(move),
        _circumstances(move),
    ]


def _circumstances(move: Move) -> str:
    times = _TIMES.get(move.times, f"{move.times}-й раз")
    late = "после просрочки" if move.was_late else "до срока"
    last = f"последний раз {late}" if move.times > 1 else late
    ground = f"основание: {move.ground}" if move.ground else "без документа"
    return f"перенесён {times}, {last}, {day_short(move.day)}, {ground}"
