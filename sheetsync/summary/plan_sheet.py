"""The plan tab of a new workbook: an imported table, laid out for people to edit."""

from sheetsync.model import Align, Cell, Line, Look, Row, Tab
from sheetsync.plan.table import PlanTable

NAME = "План"
STATUS_HEADER = "Отметка о выполнении"
_TITLE = Look(bold=True, size=14)
_SECTION = Look(bold=True, size=11, fill="F1F3F4")
_HEADER = Look(bold=True, size=11, fill="E8EAED", wrap=True, border=True)
_TEXT = Look(size=11, wrap=True, border=True)
_NUMBER = Look(size=11, align=Align.CENTER, border=True)
_FIELDS = {
    "number": ("№ п/п", 7.0),
    "measure": ("Мероприятие", 70.0),
    "deadline": ("Сроки", 20.0),
    "responsible": ("Ответственные", 45.0),
    "status": (STATUS_HEADER, 32.0),
    "note": ("Примечание", 30.0),
}


def plan_sheet(table: PlanTable) -> Tab:
    """The measures of a table under its own headers, with a status column where it had none."""
    headers = table.header.texts
    fields = [field for field in _FIELDS if field in headers or field == "status"]
    titles = (headers.get(field, _FIELDS[field][0]) for field in fields)
    header = Row(cells=tuple(Cell(value=title, look=_HEADER) for title in titles))
    rows = [Row(cells=(Cell(value=table.title, look=_TITLE),)), Row(), header]
    section = ""
    for measure in table.lines:
        if measure.section != section:
            section = measure.section
            rows.append(Row(cells=(Cell(value=section, look=_SECTION, span=len(fields)),)))
        rows.append(_measure(fields, measure))
    return Tab(
        key="plan",
        title=NAME,
        rows=tuple(rows),
        widths=tuple(_FIELDS[field][1] for field in fields),
        frozen_rows=3,
    )


def _measure(fields: list[str], measure: Line) -> Row:
    return Row(cells=tuple(_cell(field, getattr(measure, field)) for field in fields))


def _cell(field: str, text: str) -> Cell:
    if field == "number":
        # As a number where it is one: spreadsheets mark digits that are text as a mistake.
        return Cell(value=int(text) if text.isascii() and text.isdigit() else text, look=_NUMBER)
    return Cell(value=text or None, look=_TEXT)
