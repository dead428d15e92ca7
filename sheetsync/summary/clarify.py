"""What somebody has to clear up: cells that were not understood, measures that nobody leads."""

from collections.abc import Iterator

from sheetsync.model import Agenda, Cell, CellValue, Finding, Measure, Row, Severity
from sheetsync.summary.layout import Column, heading, remark, table
from sheetsync.summary.listed import is_unled, place
from sheetsync.summary.looks import LINK
from sheetsync.words.terms import clip

_AT_MOST = 12  # all findings stand on a tab of their own
_COLUMNS = (
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Что не понято", span=16),
    Column(header="Что сделать", span=12),
)
_UNLED = (
    Column(header="Пункт", span=2, look=LINK),
    Column(header="Мероприятие", span=16),
    Column(header="В плане написано", span=12),
)


def clarify(agenda: Agenda) -> Iterator[Row]:
    """The findings that keep a measure from being followed, the worst first."""
    serious = (Severity.ERROR, Severity.WARNING)
    found = [finding for finding in agenda.plan.findings if finding.severity in serious]
    if not found:
        return
    yield from heading(f"Требует уточнения: {len(found)}")
    yield from table(_COLUMNS, map(_finding_line, found[:_AT_MOST]))
    left = len(found) - _AT_MOST
    if left > 0:
        yield from remark(f"Ещё {left} – на листе «Проверка».")


def unled(agenda: Agenda) -> Iterator[Row]:
    """The measures that nobody leads."""
    found = [measure for measure in agenda.plan.measures if is_unled(measure)]
    if not found:
        return
    yield from heading(f"Без ответственного: {len(found)}")
    yield from table(_UNLED, (_measure_line(agenda, m) for m in found[:_AT_MOST]))
    left = len(found) - _AT_MOST
    if left > 0:
        yield from remark(f"Ещё {left} – на листе «Контроль».")


def _finding_line(finding: Finding) -> list[CellValue | Cell]:
    cell = f"{finding.column or 'A'}{finding.row}" if finding.row else ""
    where = f"п. {clip(finding.number, 20)}" if finding.number else cell or "лист"
    sentence = finding.sentence[:1].upper() + finding.sentence[1:]
    return [Cell(value=where, look=LINK, target=cell), sentence, finding.suggestion]


def _measure_line(agenda: Agenda, measure: Measure) -> list[CellValue | Cell]:
    written = f"«{clip(measure.responsibles.text, 120)}»" if measure.responsibles.text else "ничего"
    where = place(measure, agenda.plan, f"п. {clip(measure.number, 20)}")
    return [where, clip(measure.text, 160), written]
